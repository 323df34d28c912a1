/* similar_page.c: the page from which a person can judge what a number cannot. */
#include "tool/similar_page.h"
#include "judge/text.h"
#include "tool/files.h"
#include "tool/page.h"

#include <error.h>
#include <stdlib.h>
#include <string.h>

enum { MOST_LINES = 2000 };

static double number(const json_t *object, const char *key)
{
    return json_number_value(json_object_get(object, key));
}

/* Lines get the number of their run. In each list of a run the lines of this side begin
 * at a place of their own. */
static unsigned *mark_lines(const json_t *runs, size_t place)
{
    size_t i;
    json_t *run;
    unsigned *marks = calloc(MOST_LINES, sizeof *marks);
    if (!marks)
        error(EXIT_USAGE, 0, "out of memory");
    json_array_foreach(runs, i, run)
    {
        json_int_t first = json_integer_value(json_array_get(run, place));
        json_int_t last = json_integer_value(json_array_get(run, place + 1));
        for (json_int_t line = first; line <= last && line <= MOST_LINES; line++)
            if (line > 0 && marks[line - 1] == 0)
                marks[line - 1] = (unsigned)i + 1;
    }
    return marks;
}

static char *read_text(const struct similar_pair *pair, size_t side,
                       const struct exercise *e)
{
    char *path = workbook_submission(pair->workbook, e, pair->folders[side]);
    char *text = file_read(path);
    if (!text)
        text = strdup("");
    text_clean(text, strlen(text));
    free(path);
    return text;
}

static void write_sides(struct page *page, const struct similar_pair *pair,
                        const struct exercise *e, const json_t *runs)
{
    char *texts[2];
    unsigned *marks[2];
    struct page_side sides[2];
    for (size_t i = 0; i < 2; i++) {
        texts[i] = read_text(pair, i, e);
        marks[i] = mark_lines(runs, 2 * i);
        sides[i] = (struct page_side){texts[i], MOST_LINES, marks[i]};
    }
    page_sides(page, sides);
    for (size_t i = 0; i < 2; i++) {
        free(marks[i]);
        free(texts[i]);
    }
}

static void write_exercise(struct page *page, const struct similar_pair *pair,
                           const json_t *one)
{
    const char *id = json_string_value(json_object_get(one, "id"));
    const struct exercise *e = workbook_find(pair->workbook, id);
    page_heading(page, "%s %s: %.0f %%", e->id, e->title, number(one, "percent"));
    page_paragraph(page,
                   "Of what is not in the stub, %.0f tokens of the shorter one stand in "
                   "the other one, too, in runs of 12 or more.",
                   number(one, "tokens"));
    if (json_is_number(json_object_get(one, "median")))
        page_paragraph(page,
                       "The median of this class is %.0f %%; for these two it is unusual "
                       "from %.0f %% on.",
                       number(one, "median"), number(one, "threshold"));
    else
        page_paragraph(page, "Too few have handed it in to say what is usual.");
    write_sides(page, pair, e, json_object_get(one, "runs"));
}

void similar_page_write(const struct similar_pair *pair, const char *path)
{
    struct page page;
    size_t i;
    json_t *one;
    char *title = text_format("%s | %s", pair->names[0], pair->names[1]);
    page_begin(&page, path, true, title);
    page_paragraph(&page,
                   "Lines with the same number are alike. Names, numbers, comments and "
                   "blanks do not count for that. Code can be alike for many reasons: a "
                   "common source, help that was allowed, a task with one natural "
                   "answer. This page says that it is, not why.");
    json_array_foreach(pair->exercises, i, one)
    {
        write_exercise(&page, pair, one);
    }
    page_finish(&page);
    free(title);
}
