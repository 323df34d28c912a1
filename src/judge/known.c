/* known.c: the mistakes in a folder of drivers. */
#include "judge/known.h"
#include "judge/source.h"
#include "judge/text.h"

#include <dirent.h>
#include <stdlib.h>
#include <string.h>

enum { MAX_PATH = 4096 };

static const char suffix[] = ".says";

static int is_words(const struct dirent *entry)
{
    const char *dot = strrchr(entry->d_name, '.');
    return dot && strcmp(dot, suffix) == 0;
}

/* Reads NAME.says; false if there is nothing to read. */
static bool read_mistake(struct mistake *mistake, const char *folder, const char *file)
{
    char path[MAX_PATH];
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
    *known = (struct known){.folder = folder, .seed = seed};
    struct dirent **entries;
    int count = scandir(folder, &entries, is_words, alphasort);
    if (count < 0)
        return true;
    known->list = malloc(((size_t)count + 1) * sizeof *known->list);
    for (int i = 0; i < count; i++) {
        if (known->list &&
            read_mistake(&known->list[known->count], folder, entries[i]->d_name))
            known->count++;
        free(entries[i]);
    }
    free(entries);
    return known->list != NULL;
}

bool known_deviations(struct deviations *deviations, const struct known *known, size_t i,
                      const char *run, const struct trace *expected,
                      struct tolerance tolerance)
{
    char path[MAX_PATH], words[VERDICT_MAX_WORDS];
    snprintf(path, sizeof path, "%s/%s", known->folder, known->list[i].name);
    struct source source = {.path = path, .trusted = true};
    struct trace wrong;
    bool works =
        source_trace(&wrong, words, NULL, &source, run, known->seed) == VERDICT_OK;
    bool done = deviations_find(deviations, works ? &wrong : NULL, expected, tolerance);
    trace_free(&wrong);
    return done;
}

static void compare(struct likeness *sum, const struct mistakes *mistakes, size_t i,
                    const struct evidence *evidence)
{
    struct deviations deviations;
    if (known_deviations(&deviations, mistakes->context, i, evidence->run,
                         evidence->expected, evidence->tolerance))
        deviations_compare(sum, &deviations, evidence->yours, evidence->expected,
                           evidence->tolerance);
    deviations_free(&deviations);
}

struct mistakes known_mistakes(const struct known *known)
{
    return (struct mistakes){known->count, known->list, compare, known};
}

void known_free(struct known *known)
{
    free(known->list);
    *known = (struct known){0};
}
