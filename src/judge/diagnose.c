/* diagnose.c: compares the student's traces with those of known mistakes. */
#include "judge/diagnose.h"
#include "judge/source.h"
#include "judge/text.h"

#include <dirent.h>
#include <stdlib.h>
#include <string.h>

enum { MAX_PATH = 4096 };

/* Counts the arrays in which the wrong version errs; 0 as soon as the student's numbers
 * there are not the wrong version's. */
static size_t shared_mistakes(const struct trace *wrong, const struct evidence *evidence,
                              bool *contradicted)
{
    size_t shared = 0;
    for (size_t i = 0; i < wrong->count; i++) {
        const struct trace_array *theirs = &wrong->arrays[i];
        const struct trace_array *right = trace_find(evidence->expected, theirs->name);
        const struct trace_array *yours = trace_find(evidence->yours, theirs->name);
        if (!right || arrays_agree(theirs, right, evidence->tolerance))
            continue;
        bool alike =
            yours &&
            (right->rough ? arrays_err_alike(yours, theirs, right, evidence->tolerance)
                          : arrays_agree(yours, theirs, evidence->tolerance));
        *contradicted |= !alike;
        shared += alike;
    }
    return shared;
}

/* In how many arrays the student makes this version's mistake; 0 if not in all of
 * them. */
static size_t score(const char *path, uint64_t seed, const struct evidence *evidence,
                    size_t n)
{
    struct source source = {.path = path, .trusted = true};
    bool contradicted = false;
    size_t shared = 0;
    for (size_t i = 0; i < n && !contradicted; i++) {
        struct trace wrong;
        char words[VERDICT_MAX_WORDS];
        if (source_trace(&wrong, words, NULL, &source, evidence[i].run, seed) ==
            VERDICT_OK)
            shared += shared_mistakes(&wrong, &evidence[i], &contradicted);
        trace_free(&wrong);
    }
    return contradicted ? 0 : shared;
}

/* Reads NAME.says. */
static bool read_words(char says[DIAGNOSIS_MAX_WORDS], const char *path)
{
    FILE *file = fopen(path, "r");
    if (!file)
        return false;
    size_t length = fread(says, 1, DIAGNOSIS_MAX_WORDS - 1, file);
    says[length] = '\0';
    fclose(file);
    while (length && says[length - 1] == '\n')
        says[--length] = '\0';
    text_clean(says, length); /* its last character may be cut */
    return true;
}

static int is_words(const struct dirent *entry)
{
    const char *dot = strrchr(entry->d_name, '.');
    return dot && strcmp(dot, ".says") == 0;
}

bool diagnose(char name[DIAGNOSIS_MAX_NAME], char says[DIAGNOSIS_MAX_WORDS],
              const char *folder, uint64_t seed, const struct evidence *evidence,
              size_t n)
{
    struct dirent **entries;
    int count = scandir(folder, &entries, is_words, alphasort);
    size_t best = 0;
    for (int i = 0; i < count; i++) {
        char path[MAX_PATH], words[MAX_PATH];
        snprintf(words, sizeof words, "%s/%s", folder, entries[i]->d_name);
        snprintf(path, sizeof path, "%.*s", (int)(strlen(words) - strlen(".says")),
                 words);
        size_t found = score(path, seed, evidence, n);
        if (found > best && read_words(says, words)) {
            best = found;
            snprintf(name, DIAGNOSIS_MAX_NAME, "%s", strrchr(path, '/') + 1);
        }
        free(entries[i]);
    }
    if (count >= 0)
        free(entries);
    return best > 0;
}
