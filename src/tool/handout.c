/* handout.c: what goes into a handout is listed here; whatever is not, such as a
 * solution, a known mistake or another right version, stays. */
#include "tool/handout.h"
#include "tool/book.h"
#include "tool/files.h"
#include "tool/pack.h"
#include "tool/recording.h"

#include <ctype.h>
#include <errno.h>
#include <error.h>
#include <glob.h>
#include <math.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <unistd.h>
#include <zlib.h>

/* A handout while it is made. */
struct handout {
    const struct workbook *workbook;
    const struct assignment *assignment;
    bool *taken; /* of the workbook's exercises */
    bool whole;  /* all of them */
    char *tool;  /* the objects of the students' tool, one a line */
    char *stage; /* a folder for what is made for it */
    struct pack *pack;
};

/* An exercise, and those whose functions it calls: a student has to write these, too. */
static void take(struct handout *h, const struct exercise *e)
{
    h->taken[e - h->workbook->exercises] = true;
    for (size_t i = 0; i < e->needs_count; i++) {
        const struct exercise *need = workbook_find(h->workbook, e->needs[i]);
        if (!need)
            error(EXIT_USAGE, 0, "exercise %s needs %s, which does not exist", e->id,
                  e->needs[i]);
        take(h, need);
    }
}

static void take_all(struct handout *h)
{
    for (size_t i = 0; i < h->assignment->count; i++)
        take(h, h->assignment->exercises[i].exercise);
    h->whole = true;
    for (size_t i = 0; i < h->workbook->count; i++)
        h->whole = h->whole && h->taken[i];
}

/* "Week 3" becomes "week-3": make and the shell do not like blanks in a folder's name. */
static char *folder_name(const char *name)
{
    char *folder = strdup(name);
    for (char *at = folder; *at; at++)
        *at = isalnum((unsigned char)*at) ? (char)tolower(*at) : '-';
    return folder;
}

/* What make has written, which the instructor has to call. */
static char *read_made(const struct handout *h, const char *path)
{
    char *whole = text_format("%s/build/%s", h->workbook->root, path);
    char *text = file_read(whole);
    if (!text)
        error(EXIT_USAGE, 0, "%s is not there; run 'make handout' first", whole);
    free(whole);
    return text;
}

/* Adds a file, of which compressed ones become plain: the archive compresses better. */
static void add_file(const struct handout *h, const char *name, const char *path)
{
    size_t length = 0, room = 1 << 16;
    char *bytes = malloc(room);
    gzFile file = gzopen(path, "rb");
    int got = bytes && file ? 1 : -1;
    while (got > 0 && (got = gzread(file, bytes + length, (unsigned)(room - length))) > 0)
        if ((length += (size_t)got) == room && !(bytes = realloc(bytes, room *= 2)))
            got = -1;
    if (got < 0 || gzclose(file) != Z_OK)
        error(EXIT_USAGE, errno, "cannot read %s", path);
    pack_add(h->pack, name, bytes, length);
    free(bytes);
}

typedef void add_function(const struct handout *h, const char *name, const char *path);

/* Adds the files that match a pattern below a folder, in the order of their names. */
static void add_files(const struct handout *h, const char *folder, const char *pattern,
                      add_function *add)
{
    char *escaped = escape_pattern(folder);
    char *whole = text_format("%s/%s", escaped, pattern);
    glob_t found = {0};
    glob(whole, 0, NULL, &found);
    for (size_t i = 0; i < found.gl_pathc; i++)
        add(h, found.gl_pathv[i] + strlen(folder) + 1, found.gl_pathv[i]);
    globfree(&found);
    free(whole);
    free(escaped);
}

/* Whether a line of the list is this name. */
static bool lists(const char *list, const char *name)
{
    size_t length = strlen(name);
    for (const char *line = list; line; line = strchr(line, '\n')) {
        line += *line == '\n';
        if (strcspn(line, "\n") == length && strncmp(line, name, length) == 0)
            return true;
    }
    return false;
}

/* Adds a source of the tool if a student's commands need it, a header with its source. */
static void add_students(const struct handout *h, const char *name, const char *path)
{
    int stem = (int)strlen(name) - 1;
    const char *base = strrchr(name, '/') + 1;
    char *object = text_format("%.*so", (int)strlen(base) - 1, base);
    char *source = text_format("%s/%.*sc", h->workbook->root, stem, name);
    if (lists(h->tool, object) || !file_exists(source))
        add_file(h, name, path);
    free(source);
    free(object);
}

static void add_workbook(const struct handout *h)
{
    static const char *const all[] = {
        ".gitattributes",    ".gitignore",       "LICENSE",
        "Makefile",          "docs/style.gp",    "docs/tools/inline_figure.awk",
        "src/figure/*",      "src/optim/*.[ch]", "src/lab/*.[ch]",
        "src/lab/data/*",    "src/run/*.[ch]",   "src/judge/*.[ch]",
        "chapters/*/text.md"};
    const char *root = h->workbook->root;
    for (size_t i = 0; i < sizeof all / sizeof *all; i++)
        add_files(h, root, all[i], add_file);
    add_files(h, root, "src/tool/*.[ch]", add_students);
    if (h->whole)
        add_files(h, root, "chapters/*/figures/*", add_file);
}

static void add_tests(const struct handout *h, const struct exercise *e)
{
    static const char *const kinds[] = {"cases", "check"};
    for (size_t i = 0; i < sizeof kinds / sizeof *kinds; i++) {
        char *name = text_format("tests/%s/%s_%s.c", e->chapter, kinds[i], e->name);
        add_files(h, h->workbook->root, name, add_file);
        free(name);
    }
}

/* Adds what the exercises have in place of solutions. */
static void add_recorded(const struct handout *h)
{
    bool waits = isatty(STDERR_FILENO);
    const char *chapter = "";
    for (size_t i = 0; i < h->workbook->count; i++) {
        const struct exercise *e = &h->workbook->exercises[i];
        if (!h->taken[i])
            continue;
        if (waits)
            fprintf(stderr, "\r%s \r", e->id);
        record_exercise(h->workbook, e, h->stage);
        add_tests(h, e);
        char *headers = text_format("tests/%s/*.h", e->chapter);
        if (strcmp(chapter, e->chapter) != 0)
            add_files(h, h->workbook->root, headers, add_file);
        chapter = e->chapter;
        free(headers);
    }
    add_files(h, h->stage, "*/*/*", add_file);
}

/* "figures/01-ewma/facts.tsv": the numbers in a quiz. */
static void add_facts(const struct handout *h, const char *name, const char *path)
{
    char *inside = text_format("recorded%s", strchr(name, '/'));
    add_file(h, inside, path);
    free(inside);
}

static void add_quizzes(const struct handout *h)
{
    char *build = text_format("%s/build", h->workbook->root);
    add_files(h, h->workbook->root, "chapters/*/quiz.md", add_file);
    add_files(h, build, "figures/*/facts.tsv", add_facts);
    free(build);
}

static void add_text(const struct handout *h, const char *name, const char *text)
{
    pack_add(h->pack, name, text, strlen(text));
}

/* A part of the book. */
static void add_part(const struct handout *h, const char *name, const char *path)
{
    char *inside = text_format("book/%s", name);
    add_file(h, inside, path);
    free(inside);
}

static void add_page(const struct handout *h, const char *name, const char *path)
{
    size_t length;
    char *inside = text_format("book/%s", name), *html = file_read_bytes(path, &length);
    if (!html)
        error(EXIT_USAGE, errno, "%s", path);
    char *page = book_page(html, h->workbook->root);
    if (!page)
        error(EXIT_USAGE, 0, "%s has a link to the source of nothing", path);
    add_text(h, inside, page);
    free(page);
    free(html);
    free(inside);
}

/* All of it, so that its references lead somewhere, but for the API: its contracts stand
 * in the headers. */
static void add_book(const struct handout *h)
{
    static const char *const parts[] = {"*.css",    "*.pdf",   "fonts/*",
                                        "theme.js", "site.js", "search.js"};
    char *site = text_format("%s/build/site", h->workbook->root);
    free(read_made(h, "site/index.html"));
    add_files(h, site, "*.html", add_page);
    add_files(h, site, "search-index.js", add_page);
    for (size_t i = 0; i < sizeof parts / sizeof *parts; i++)
        add_files(h, site, parts[i], add_part);
    free(site);
}

/* The text with something else in place of a part, to be freed; the text is freed. */
static char *replace(char *text, const char *part, const char *with)
{
    char *replaced;
    size_t size;
    FILE *out = open_memstream(&replaced, &size);
    if (!out)
        error(EXIT_USAGE, 0, "out of memory");
    const char *rest = text;
    for (const char *at; (at = strstr(rest, part)); rest = at + strlen(part))
        fprintf(out, "%.*s%s", (int)(at - rest), rest, with);
    fputs(rest, out);
    fclose(out);
    free(text);
    return replaced;
}

/* What students read first, less its heading, with an exercise that they have. */
static char *make_guide(const struct handout *h)
{
    static const char figures[] = "<!-- figures -->\n", all[] = "<!-- all -->\n";
    const struct exercise *e = h->assignment->exercises[0].exercise;
    char *made = read_made(h, "handout.md"),
         *file = text_format("%s/%s", e->chapter, e->name);
    char *begin = strstr(made, figures), *end = begin ? strstr(begin, all) : NULL;
    if (end && !h->whole)
        memmove(begin, end, strlen(end) + 1);
    char *guide = text_format("%s", made + strcspn(made, "\n"));
    free(made);
    guide = replace(replace(guide, figures, ""), all, "");
    guide = replace(replace(guide, "1.1", e->id), "01-ewma/ewma_weights", file);
    guide = replace(guide, "ewma_weights", e->name);
    free(file);
    return guide;
}

static void print_due(FILE *out, const struct assignment *a)
{
    char date[40] = "";
    struct tm tm;
    strftime(date, sizeof date, "%Y-%m-%d %H:%M", gmtime_r(&a->due, &tm));
    fprintf(out, "Due on %s UTC.", date);
    if (a->late_percent > 0)
        fprintf(out, " Each day after that, once begun, takes off %g %%.",
                a->late_percent);
    if (isfinite(a->late_days))
        fprintf(out, " What comes more than %g days later does not count.", a->late_days);
    fprintf(out, "\n\n");
}

/* What is to be done, and what has to be done for it. */
static void print_exercises(FILE *out, const struct handout *h)
{
    fprintf(out, "| exercise | points | file |\n|---|---|---|\n");
    for (size_t i = 0, assigned = 0; i < h->workbook->count; i++) {
        const struct exercise *e = &h->workbook->exercises[i];
        const struct assigned *next = &h->assignment->exercises[assigned];
        bool counts = assigned < h->assignment->count && next->exercise == e;
        char *points = text_format("%g", counts ? next->points : 0);
        if (h->taken[i])
            fprintf(out, "| %s %s | %s | `exercises/%s/%s.c` |\n", e->id, e->title,
                    counts ? points : "called by others", e->chapter, e->name);
        assigned += counts;
        free(points);
    }
    fprintf(out, "\n");
}

/* Whether points are others than in the book. */
static bool changes_points(const struct assignment *a)
{
    bool changes = false;
    for (size_t i = 0; i < a->count; i++)
        changes = changes || a->exercises[i].points != a->exercises[i].exercise->points;
    return changes;
}

static void add_readme(const struct handout *h)
{
    char *text, *guide = make_guide(h);
    size_t size;
    FILE *out = open_memstream(&text, &size);
    if (!out)
        error(EXIT_USAGE, 0, "out of memory");
    fprintf(out, "# %s\n\n", h->assignment->name);
    if (h->assignment->due)
        print_due(out, h->assignment);
    if (!h->whole || h->assignment->due || changes_points(h->assignment))
        print_exercises(out, h);
    fputs(guide + strspn(guide, "\n"), out);
    fclose(out);
    add_text(h, "README.md", text);
    free(text);
    free(guide);
}

/* The same commit gives the same bytes. */
static time_t date_of_files(void)
{
    const char *epoch = getenv("SOURCE_DATE_EPOCH");
    return epoch ? (time_t)strtoll(epoch, NULL, 10) : time(NULL);
}

char *handout_make(const struct assignment *assignment)
{
    const struct workbook *workbook = assignment->workbook;
    struct handout handout = {.workbook = workbook,
                              .assignment = assignment,
                              .taken = calloc(workbook->count, sizeof(bool))};
    struct handout *h = &handout;
    if (!h->taken)
        error(EXIT_USAGE, 0, "out of memory");
    char *build = text_format("%s/build", workbook->root);
    char *prefix = text_format("%s/handout", build);
    char *name = folder_name(assignment->name);
    char *made = text_format("%s/%s", build, name);
    h->tool = read_made(h, "practice/tool");
    folder_remove_stale(prefix);
    h->stage = folder_make_own(prefix);
    h->pack = pack_open(build, name, date_of_files());
    take_all(h);
    add_readme(h);
    add_workbook(h);
    add_recorded(h);
    add_quizzes(h);
    add_book(h);
    pack_close(h->pack);
    folder_remove_own(h->stage);
    free(h->tool);
    free(h->taken);
    free(name);
    free(prefix);
    free(build);
    return made;
}
