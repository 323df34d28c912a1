/** @file page.h
 *  @brief A page of text, written as HTML or as Markdown. What goes into it may be
 *         anybody's: it stays text, never marks of the page. */
#ifndef DESCENT_PAGE_H
#define DESCENT_PAGE_H

#include <stdbool.h>
#include <stddef.h>
#include <stdio.h>

/** A page at work. */
struct page {
    FILE *file;
    bool html;
    char *path, *temporary;
};

/** Begins PATH.html or PATH.md, with a title as its first heading. */
void page_begin(struct page *page, const char *path, bool html, const char *title);

/** Gives the file its name. */
void page_finish(struct page *page);

/** Writes a heading of the second level, a paragraph, or an entry of a list. */
void page_heading(struct page *page, const char *format, ...)
    __attribute__((format(printf, 2, 3)));
void page_paragraph(struct page *page, const char *format, ...)
    __attribute__((format(printf, 2, 3)));
void page_item(struct page *page, const char *format, ...)
    __attribute__((format(printf, 2, 3)));

/** Begins or ends a list. */
void page_list(struct page *page, bool begins);

/** Writes text as it is, in letters of one width; `lines` of it at most. */
void page_text(struct page *page, const char *text, size_t lines);

/** A text to stand beside another one. */
struct page_side {
    const char *text;
    size_t lines;          ///< At most so many are shown.
    const unsigned *marks; ///< A number for each of these lines; 0 for none.
};

/** Writes two texts beside each other, in HTML only. */
void page_sides(struct page *page, const struct page_side sides[2]);

/** Shows a drawing: in HTML it becomes part of the page.
 *  @param path  of an SVG file that we have drawn
 *  @param name  by which a reader of the Markdown finds it
 *  @param alt   what it shows, in words */
void page_drawing(struct page *page, const char *path, const char *name, const char *alt);

/** Writes a row of a table of so many cells; the first row of a table is its head. */
void page_row(struct page *page, bool head, size_t count, const char *const *cells);

/** Ends a table. */
void page_end_table(struct page *page);

#endif
