/* workbook.c: finds the workbook and reads its exercises. */
#include "tool/workbook.h"
#include "tool/files.h"
#include "tool/header.h"
#include "tool/sections.h"

#include <ctype.h>
#include <errno.h>
#include <error.h>
#include <glob.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <unistd.h>

/* The folder above the one that holds this program: ROOT/build/descent. */
static char *find_root(void)
{
    char path[4096];
    ssize_t length = readlink("/proc/self/exe", path, sizeof path - 1);
    if (length < 0)
        error(EXIT_USAGE, errno, "cannot find out where this program lies");
    path[length] = '\0';
    for (int up = 0; up < 2; up++) {
        char *slash = strrchr(path, '/');
        if (slash)
            *slash = '\0';
    }
    return text_format("%s", path);
}

/* solutions/01-ewma/adam.c -> chapter "01-ewma", name "adam" */
static void read_path(struct exercise *exercise, const char *path)
{
    const char *name = strrchr(path, '/');
    const char *chapter = name;
    while (chapter > path && chapter[-1] != '/')
        chapter--;
    exercise->chapter = strndup(chapter, (size_t)(name - chapter));
    exercise->name = strndup(name + 1, strlen(name + 1) - strlen(".c"));
}

/* The text of a reference, in which the book's sections stand by their titles; to be
 * freed. NULL with errno set if it cannot be read. */
static char *read_source(const struct workbook *workbook, const char *path)
{
    char *source = file_read(path);
    char *named = source ? sections_by_title(source, workbook->root) : NULL;
    free(source);
    return named;
}

static void read_exercise(const struct workbook *workbook, struct exercise *exercise,
                          const char *path)
{
    char *source = read_source(workbook, path);
    if (!source)
        error(EXIT_USAGE, errno, "cannot read %s", path);
    read_path(exercise, path);
    const char *wrong = header_read(exercise, source);
    if (wrong)
        error(EXIT_USAGE, 0, "%s: its header comment: %s", path, wrong);
    free(source);
}

/* By the numbers in the ids, so that 1.10 comes after 1.9. */
static int compare_ids(const void *a, const void *b)
{
    const struct exercise *x = a, *y = b;
    return strverscmp(x->id, y->id);
}

void workbook_open(struct workbook *workbook)
{
    *workbook = (struct workbook){.root = find_root()};
    char *solutions = text_format("%s/solutions", workbook->root);
    workbook->has_solutions = file_exists(solutions);
    free(solutions);
    char *root = escape_pattern(workbook->root);
    char *pattern =
        text_format("%s/%s/*/*.c", root, workbook->has_solutions ? "solutions" : "stubs");
    glob_t found = {0};
    if (glob(pattern, 0, NULL, &found) || found.gl_pathc == 0)
        error(EXIT_USAGE, 0, "no exercises: nothing matches %s", pattern);
    workbook->exercises = calloc(found.gl_pathc, sizeof *workbook->exercises);
    if (!workbook->exercises)
        error(EXIT_USAGE, 0, "out of memory");
    workbook->count = found.gl_pathc;
    for (size_t i = 0; i < workbook->count; i++)
        read_exercise(workbook, &workbook->exercises[i], found.gl_pathv[i]);
    qsort(workbook->exercises, workbook->count, sizeof *workbook->exercises, compare_ids);
    for (size_t i = 1; i < workbook->count; i++)
        if (compare_ids(&workbook->exercises[i - 1], &workbook->exercises[i]) == 0)
            error(EXIT_USAGE, 0, "%s/%s.c and %s/%s.c both have the number %s",
                  workbook->exercises[i - 1].chapter, workbook->exercises[i - 1].name,
                  workbook->exercises[i].chapter, workbook->exercises[i].name,
                  workbook->exercises[i].id);
    globfree(&found);
    free(root);
    free(pattern);
}

void workbook_close(struct workbook *workbook)
{
    for (size_t i = 0; i < workbook->count; i++) {
        struct exercise *e = &workbook->exercises[i];
        free(e->id);
        free(e->title);
        free(e->chapter);
        free(e->name);
        free(e->plot);
        for (size_t j = 0; j < e->needs_count; j++)
            free(e->needs[j]);
        for (size_t j = 0; j < e->hint_count; j++)
            free(e->hints[j]);
    }
    free(workbook->exercises);
    free(workbook->kit);
    free(workbook->root);
}

const struct exercise *workbook_find(const struct workbook *workbook, const char *id)
{
    for (size_t i = 0; i < workbook->count; i++)
        if (strcmp(workbook->exercises[i].id, id) == 0)
            return &workbook->exercises[i];
    return NULL;
}

/* Whether a word is the exercise's number, or its file's name: with or without folders
 * before it and ".c" after it. */
static bool names_exercise(const char *word, const struct exercise *exercise)
{
    const char *slash = strrchr(word, '/');
    const char *file = slash ? slash + 1 : word;
    size_t length = strlen(exercise->name);
    bool is_file = strncmp(file, exercise->name, length) == 0 &&
                   (!file[length] || strcmp(file + length, ".c") == 0);
    return is_file || strcmp(word, exercise->id) == 0;
}

bool exercise_is_named(const struct exercise *exercise, const char *word)
{
    if (names_exercise(word, exercise) || strcmp(word, exercise->chapter) == 0)
        return true;
    char *end;
    long number = strtol(word, &end, 10);
    return *word && !*end && isdigit((unsigned char)*word) &&
           number == strtol(exercise->chapter, NULL, 10);
}

/* Ends the program with a list: of the chapter's exercises if the word names one, of all
 * if it names nothing. */
static _Noreturn void names_no_exercise(const struct workbook *workbook, const char *word)
{
    bool is_chapter = false;
    for (size_t i = 0; i < workbook->count && !is_chapter; i++)
        is_chapter = exercise_is_named(&workbook->exercises[i], word);
    fprintf(stderr,
            is_chapter ? "descent: '%s' is a chapter; name one of its exercises:\n"
                       : "descent: there is no exercise '%s'. There are:\n",
            word);
    for (size_t i = 0; i < workbook->count; i++)
        if (!is_chapter || exercise_is_named(&workbook->exercises[i], word))
            fprintf(stderr, "  %-5s %s\n", workbook->exercises[i].id,
                    workbook->exercises[i].title);
    exit(EXIT_USAGE);
}

size_t workbook_choose(const struct exercise **chosen, const struct workbook *workbook,
                       char *const *words, size_t count)
{
    for (size_t w = 0; w < count; w++) {
        bool used = false;
        for (size_t i = 0; i < workbook->count; i++)
            used = used || exercise_is_named(&workbook->exercises[i], words[w]);
        if (!used)
            names_no_exercise(workbook, words[w]);
    }
    size_t n = 0;
    for (size_t i = 0; i < workbook->count; i++) {
        bool named = count == 0;
        for (size_t w = 0; w < count && !named; w++)
            named = exercise_is_named(&workbook->exercises[i], words[w]);
        if (named)
            chosen[n++] = &workbook->exercises[i];
    }
    return n;
}

const struct exercise *workbook_choose_one(const struct workbook *workbook,
                                           char *const *words, size_t count)
{
    if (count == 0)
        error(EXIT_USAGE, 0, "name an exercise, such as %s", workbook->exercises[0].id);
    if (count > 1)
        error(EXIT_USAGE, 0, "name one exercise only, not '%s' too", words[1]);
    for (size_t i = 0; i < workbook->count; i++)
        if (names_exercise(words[0], &workbook->exercises[i]))
            return &workbook->exercises[i];
    names_no_exercise(workbook, words[0]);
}

char *workbook_reference(const struct workbook *workbook, const struct exercise *exercise)
{
    return text_format("%s/%s/%s/%s.c", workbook->root,
                       workbook->has_solutions ? "solutions" : "stubs", exercise->chapter,
                       exercise->name);
}

char *workbook_traces(const struct workbook *workbook, const struct exercise *exercise,
                      const char *kind)
{
    if (workbook->has_solutions)
        return text_format("%s/build/%s/%s/%s", workbook->root, kind, exercise->chapter,
                           exercise->name);
    return text_format("%s/recorded/%s/%s.record", workbook->root, exercise->chapter,
                       exercise->name);
}

char *workbook_functions(const struct workbook *workbook, const struct exercise *exercise)
{
    return text_format(workbook->has_solutions ? "%s/build/practice/functions/%s/%s"
                                               : "%s/recorded/%s/%s.functions",
                       workbook->root, exercise->chapter, exercise->name);
}

char *workbook_stub(const struct workbook *workbook, const struct exercise *exercise)
{
    char *path = workbook_reference(workbook, exercise);
    char *source = read_source(workbook, path);
    char *stub = source ? header_make_stub(source, exercise->id, STUB_FOR_STUDENT) : NULL;
    if (!stub)
        error(
            EXIT_USAGE, 0,
            "%s cannot be read, or its marks BEGIN SOLUTION and END SOLUTION do not pair",
            path);
    free(source);
    free(path);
    return stub;
}

char *workbook_submission(const struct workbook *workbook,
                          const struct exercise *exercise, const char *folder)
{
    if (folder)
        return text_format("%s/%s/%s.c", folder, exercise->chapter, exercise->name);
    return text_format("%s/exercises/%s/%s.c", workbook->root, exercise->chapter,
                       exercise->name);
}
