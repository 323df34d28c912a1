/* known.c: the mistakes of a folder, and their driver. */
#include "judge/known.h"
#include "judge/text.h"

#include <dirent.h>
#include <stdlib.h>
#include <string.h>

static const char suffix[] = ".says";

static int is_words(const struct dirent *entry)
{
    const char *dot = strrchr(entry->d_name, '.');
    return dot && strcmp(dot, suffix) == 0;
}

/* Reads NAME.says; false if there is nothing to read. */
static bool read_mistake(struct mistake *mistake, const char *folder, const char *file)
{
    char path[KNOWN_MAX_PATH];
    snprintf(path, sizeof path, "%s/%s", folder, file);
    snprintf(mistake->name, sizeof mistake->name, "%.*s",
             (int)(strlen(file) - strlen(suffix)), file);
    FILE *stream = fopen(path, "r");
    if (!stream)
        return false;
    char *says = mistake->says;
    size_t length = fread(says, 1, DIAGNOSIS_MAX_WORDS - 1, stream);
    fclose(stream);
    says[length] = '\0';
    while (length && says[length - 1] == '\n')
        says[--length] = '\0';
    text_clean(says, length); /* its last character may be cut */
    return true;
}

bool known_read(struct known *known, const char *folder, uint64_t seed)
{
    *known = (struct known){.folder = folder, .driver = {.trusted = true}, .seed = seed};
    snprintf(known->path, sizeof known->path, "%s/driver", folder);
    known->driver.path = known->path;
    struct dirent **entries;
    int count = scandir(folder, &entries, is_words, alphasort);
    if (count < 0)
        return true;
    known->list = malloc(((size_t)count + 1) * sizeof *known->list);
    known->alone = calloc((size_t)count + 1, sizeof *known->alone);
    bool room = known->list && known->alone;
    for (int i = 0; i < count; i++) {
        if (room && read_mistake(&known->list[known->count], folder, entries[i]->d_name))
            known->count++;
        free(entries[i]);
    }
    free(entries);
    return room;
}

static void free_run(struct known_run *old)
{
    trace_free(&old->trace);
    deviations_free(&old->deviations);
}

static void free_case(struct known_case *old, size_t count)
{
    for (size_t i = 0; old->runs && i < count; i++)
        free_run(&old->runs[i]);
    free(old->runs);
    free(old);
}

static struct known_case *find_case(const struct known *known, const char *run)
{
    for (struct known_case *c = known->cases; c; c = c->next)
        if (c->seed == known->seed && strcmp(c->run, run) == 0)
            return c;
    return NULL;
}

static struct known_case *add_case(struct known *known, const char *run)
{
    struct known_case *new = calloc(1, sizeof *new);
    if (!new)
        return NULL;
    new->seed = known->seed;
    snprintf(new->run, sizeof new->run, "%s", run);
    new->runs = calloc(known->count + 1, sizeof *new->runs);
    new->next = known->cases;
    if (!new->runs) {
        free(new);
        return NULL;
    }
    return known->cases = new;
}

/* Runs a mistake in a case. False, with words, if it could not be run. */
static bool run_mistake(struct known_run *to, char words[VERDICT_MAX_WORDS],
                        struct known *known, size_t i, const char *run)
{
    to->verdict = source_trace(&to->trace, to->words, NULL, &known->driver, run,
                               known->seed, known->list[i].name);
    to->done = to->verdict != VERDICT_UNSTARTED;
    if (!to->done)
        memcpy(words, to->words, VERDICT_MAX_WORDS);
    return to->done;
}

static bool is_due(const struct known_run *runs, size_t i, const bool *wanted)
{
    return !runs[i].done && (!wanted || wanted[i]);
}

/* Runs those that are due, from the first on, until one ends badly. */
static void run_together(struct known_run *runs, struct known *known, size_t first,
                         const char *run, const bool *wanted)
{
    const char *names[SOURCE_MOST] = {0};
    size_t chosen[SOURCE_MOST] = {0}, n = 0;
    struct trace traces[SOURCE_MOST];
    for (size_t i = first; i < known->count && n < SOURCE_MOST; i++)
        if (is_due(runs, i, wanted) && !known->alone[i]) {
            chosen[n] = i;
            names[n++] = known->list[i].name;
        }
    size_t well = source_traces(traces, &known->driver, run, known->seed, names, n);
    for (size_t i = 0; i < well; i++) {
        struct known_run *to = &runs[chosen[i]];
        to->trace = traces[i];
        to->verdict = VERDICT_OK;
        to->done = true;
    }
    if (well < n)
        known->alone[chosen[well]] = true;
}

static struct known_run *find_runs(char words[VERDICT_MAX_WORDS], struct known *known,
                                   const char *run, const bool *wanted)
{
    struct known_case *found = find_case(known, run);
    found = found ? found : add_case(known, run);
    snprintf(words, VERDICT_MAX_WORDS, "out of memory");
    if (!found)
        return NULL;
    for (size_t i = 0; i < known->count; i++) {
        if (is_due(found->runs, i, wanted) && !known->alone[i])
            run_together(found->runs, known, i, run, wanted);
        if (is_due(found->runs, i, wanted) &&
            !run_mistake(&found->runs[i], words, known, i, run))
            return NULL;
    }
    return found->runs;
}

const struct known_run *known_runs(char words[VERDICT_MAX_WORDS], struct known *known,
                                   const char *run, const bool *wanted)
{
    return find_runs(words, known, run, wanted);
}

const struct deviations *known_deviations(struct known *known, size_t i, const char *run,
                                          const struct trace *expected,
                                          struct tolerance tolerance)
{
    char words[VERDICT_MAX_WORDS];
    const struct known_case *found = find_case(known, run);
    bool done = found && found->runs[i].done;
    struct known_run *runs = done ? found->runs : find_runs(words, known, run, NULL);
    if (runs && !runs[i].compared)
        runs[i].compared = deviations_find(
            &runs[i].deviations, runs[i].verdict == VERDICT_OK ? &runs[i].trace : NULL,
            expected, tolerance);
    return runs && runs[i].compared ? &runs[i].deviations : NULL;
}

static void prepare(const struct mistakes *mistakes, const char *run, const bool *wanted)
{
    char words[VERDICT_MAX_WORDS];
    known_runs(words, mistakes->context, run, wanted);
}

static const struct deviations *find(const struct mistakes *mistakes, size_t i,
                                     const struct evidence *evidence)
{
    return known_deviations(mistakes->context, i, evidence->run, evidence->expected,
                            evidence->tolerance);
}

struct mistakes known_mistakes(struct known *known)
{
    return (struct mistakes){known->count, known->list, prepare, find, known};
}

void known_free(struct known *known)
{
    while (known->cases) {
        struct known_case *old = known->cases;
        known->cases = old->next;
        free_case(old, known->count);
    }
    free(known->list);
    free(known->alone);
    source_close(&known->driver);
    *known = (struct known){0};
}
