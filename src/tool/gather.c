/* gather.c: tells which exercise a file is, by its name.
 *
 * Platforms, browsers and file managers rename files and move them. The closer a name is
 * to that of an exercise, the better; of equally good ones that differ, none is taken,
 * because only a person can say which is meant. */
#include "tool/gather.h"
#include "tool/files.h"
#include "tool/handed.h"

#include <ctype.h>
#include <error.h>
#include <stdlib.h>
#include <string.h>
#include <strings.h>

/* How well a name fits, from the best. */
enum fit {
    FIT_PLACE,   /* CHAPTER/NAME.c, in whatever folders */
    FIT_NAME,    /* NAME.c elsewhere */
    FIT_RENAMED, /* as platforms rename it */
    FIT_MAYBE,   /* it has NAME in it */
    FIT_NOT,
};

/* A source that was handed in. */
struct source {
    const char *path, *text, *problem;
    const struct exercise *exercise; /* which it is, or may be */
    enum fit fit;
};

static const char *base_name(const char *path)
{
    const char *slash = strrchr(path, '/');
    return slash ? slash + 1 : path;
}

/* Cuts what "ending" matches off the end: '#' stands for digits. Returns whether it was
 * there. */
static bool cut_ending(char *name, const char *ending)
{
    char *at = name + strlen(name);
    for (size_t i = strlen(ending); i-- > 0;) {
        if (at == name)
            return false;
        if (ending[i] != '#') {
            if (*--at != ending[i])
                return false;
            continue;
        }
        char *end = at;
        while (at > name && isdigit((unsigned char)at[-1]))
            at--;
        if (at == end)
            return false;
    }
    if (at == name)
        return false;
    *at = '\0';
    return true;
}

/* The name in small letters without ".c" and the marks of a copy: "adam (1).c",
 * "adam-1.c", "adam - Copy.c". To be freed. */
static char *plain_stem(const char *base)
{
    static const char *const marks[] = {" (#)",    "(#)",   "-#",     "_#",
                                        " - copy", " copy", " copy #"};
    char *stem = strdup(base);
    for (char *at = stem; *at; at++)
        *at = (char)tolower((unsigned char)*at);
    if (!cut_ending(stem, ".c.txt"))
        cut_ending(stem, ".c");
    bool cut = true;
    for (int times = 0; cut && times < 3; times++) {
        cut = false;
        for (size_t i = 0; i < sizeof marks / sizeof *marks && !cut; i++)
            cut = cut_ending(stem, marks[i]);
    }
    return stem;
}

static bool is_boundary(char byte)
{
    return !isalnum((unsigned char)byte);
}

/* Whether the name stands in the stem as a word of its own; at its end, if asked for. */
static bool has_word(const char *stem, const char *name, bool at_end)
{
    size_t length = strlen(name);
    for (const char *at = stem; (at = strstr(at, name)); at++) {
        bool begins = at == stem || is_boundary(at[-1]);
        if (begins && (at_end ? !at[length] : is_boundary(at[length])))
            return true;
    }
    return false;
}

static bool lies_in(const char *path, const char *chapter)
{
    char *folder = text_format("/%s/", chapter), *whole = text_format("/%s", path);
    const char *base = strrchr(whole, '/');
    size_t length = strlen(folder);
    const char *start = base - length + 1;
    bool lies = start >= whole && strncasecmp(start, folder, length) == 0;
    free(whole);
    free(folder);
    return lies;
}

static enum fit fit_of(const struct exercise *e, const char *path, const char *stem)
{
    const char *base = base_name(path);
    size_t length = strlen(e->name);
    if (strncmp(base, e->name, length) == 0 && strcmp(base + length, ".c") == 0)
        return lies_in(path, e->chapter) ? FIT_PLACE : FIT_NAME;
    if (strcmp(stem, e->name) == 0 || has_word(stem, e->name, true))
        return FIT_RENAMED;
    return has_word(stem, e->name, false) ? FIT_MAYBE : FIT_NOT;
}

/* The best fit; of equal ones the longest name, since "adam_eps" ends in no "adam". */
static void identify(struct source *source, const struct workbook *workbook)
{
    char *stem = plain_stem(base_name(source->path));
    source->fit = FIT_NOT;
    for (size_t i = 0; i < workbook->count; i++) {
        const struct exercise *e = &workbook->exercises[i];
        enum fit fit = fit_of(e, source->path, stem);
        bool longer =
            source->exercise && strlen(e->name) > strlen(source->exercise->name);
        if (fit < source->fit || (fit == source->fit && fit != FIT_NOT && longer)) {
            source->fit = fit;
            source->exercise = e;
        }
    }
    free(stem);
}

static bool same_text(const struct source *a, const struct source *b)
{
    return a->text && b->text && strcmp(a->text, b->text) == 0;
}

/* What was found of one exercise. */
struct choice {
    const struct source *best;
    bool unclear;
    char *names; /* of the files between which nobody can choose */
};

static void add_name(char **names, const char *path)
{
    char *longer = text_format("%s%s%s", *names ? *names : "", *names ? ", " : "", path);
    free(*names);
    *names = longer;
}

static struct choice choose(const struct source *sources, size_t count,
                            const struct exercise *e)
{
    struct choice choice = {0};
    for (size_t i = 0; i < count; i++)
        if (sources[i].exercise == e &&
            (!choice.best || sources[i].fit < choice.best->fit))
            choice.best = &sources[i];
    for (size_t i = 0; i < count && choice.best; i++) {
        bool equal = sources[i].exercise == e && sources[i].fit == choice.best->fit;
        choice.unclear |=
            equal && &sources[i] != choice.best && !same_text(&sources[i], choice.best);
        if (equal)
            add_name(&choice.names, sources[i].path);
    }
    choice.unclear |= choice.best && choice.best->fit == FIT_MAYBE;
    return choice;
}

/* A file that is there already is left alone, so that its time shows when it came. */
static void copy_source(const char *to, const struct exercise *e, const char *text,
                        bool passing)
{
    char *folder = text_format("%s/%s", to, e->chapter);
    char *path = text_format("%s/%s.c", folder, e->name), *there = file_read(path);
    folder_make(folder);
    file_remove_temporaries(folder);
    if (!there || strcmp(there, text) != 0)
        (passing ? file_write : file_write_safely)(path, text);
    free(there);
    free(path);
    free(folder);
}

/* Says what was taken, if not what everybody expects. */
static void note_choice(json_t *list, const struct choice *choice,
                        const struct exercise *e)
{
    const struct source *best = choice->best;
    if (choice->unclear)
        handed_note(list, "%s is unclear: it may be %s.", e->id, choice->names);
    else if (best->problem)
        handed_note(list, "%s: %s %s.", e->id, best->path, best->problem);
    else if (best->fit > FIT_NAME)
        handed_note(list, "%s was taken from %s.", e->id, best->path);
}

/* The entry of one exercise in the result. */
static json_t *describe(const struct choice *choice)
{
    const char *problem = choice->best->problem;
    return json_pack("{s:s, s:s*, s:s*}", "file", choice->best->path, "problem",
                     choice->unclear ? NULL : problem, "unclear",
                     choice->unclear ? choice->names : NULL);
}

/* Says which others were handed in for the exercise. */
static void note_others(json_t *list, const struct choice *choice,
                        const struct source *sources, size_t count,
                        const struct exercise *e)
{
    for (size_t i = 0; i < count && !choice->unclear; i++)
        if (sources[i].exercise == e && &sources[i] != choice->best &&
            !same_text(&sources[i], choice->best))
            handed_note(list, "%s was also handed in as %s, which was not graded.", e->id,
                        sources[i].path);
}

static struct choice take(json_t *files, const struct source *sources, size_t count,
                          const struct exercise *e, const char *to, bool passing)
{
    struct choice choice = choose(sources, count, e);
    bool taken = choice.best && !choice.unclear && choice.best->text;
    if (taken)
        copy_source(to, e, choice.best->text, passing);
    if (!taken) {
        char *path = text_format("%s/%s/%s.c", to, e->chapter, e->name);
        remove(path);
        free(path);
    }
    if (choice.best)
        json_object_set_new(files, e->id, describe(&choice));
    return choice;
}

/* Points into the list. */
static struct source *read_sources(const json_t *files, const struct workbook *workbook)
{
    struct source *sources = calloc(json_array_size(files) + 1, sizeof *sources);
    size_t i;
    json_t *file;
    if (!sources)
        error(EXIT_USAGE, 0, "out of memory");
    json_array_foreach(files, i, file)
    {
        sources[i].path = json_string_value(json_object_get(file, "path"));
        sources[i].text = json_string_value(json_object_get(file, "text"));
        sources[i].problem = json_string_value(json_object_get(file, "problem"));
        identify(&sources[i], workbook);
    }
    return sources;
}

static void note_unknown(json_t *list, const struct source *sources, size_t count)
{
    for (size_t i = 0; i < count; i++)
        if (!sources[i].exercise)
            handed_note(list, "%s is no exercise's file.", sources[i].path);
    if (count == 0 && json_is_false(json_object_get(list, "unread")))
        handed_note(list, "There is no C source in it.");
}

json_t *gather(const struct gathering *g, const struct submission *submission,
               const char *to)
{
    json_t *list = handed_list(), *found = json_object();
    for (size_t i = 0; i < submission->count; i++)
        handed_read(list, g->folder, submission->entries[i], g->sandboxed);
    const json_t *files = json_object_get(list, "files");
    size_t count = json_array_size(files);
    struct source *sources = read_sources(files, g->workbook);
    folder_make(to);
    for (size_t i = 0; i < g->workbook->count; i++) {
        const struct exercise *e = &g->workbook->exercises[i];
        struct choice choice = take(found, sources, count, e, to, g->passing);
        if (choice.best && (!g->asked || g->asked[i])) {
            note_choice(list, &choice, e);
            note_others(list, &choice, sources, count, e);
        }
        free(choice.names);
    }
    note_unknown(list, sources, count);
    json_t *result = json_pack("{s:o, s:O, s:O}", "files", found, "notes",
                               json_object_get(list, "notes"), "unread",
                               json_object_get(list, "unread"));
    free(sources);
    json_decref(list);
    return result;
}
