/* page.c: the same text with the marks of HTML or of Markdown. */
#include "tool/page.h"
#include "tool/files.h"

#include <ctype.h>
#include <error.h>
#include <stdarg.h>
#include <stdlib.h>
#include <string.h>

static const char style[] =
    "body{font:1rem/1.5 system-ui,sans-serif;max-width:46rem;margin:2rem auto;"
    "padding:0 1rem;color:#222;background:#fff}"
    "h2{font-size:1.15rem;margin-top:2rem;border-top:1px solid #ccc;padding-top:1rem}"
    "pre{background:#f4f4f4;padding:.5rem;overflow:auto}"
    "table{border-collapse:collapse}td,th{padding:.2rem .8rem;text-align:left;"
    "border-bottom:1px solid #ddd}svg{max-width:100%;height:auto}"
    ".sides{display:flex;gap:1rem;width:94vw;position:relative;left:50%;"
    "transform:translateX(-50%)}.sides pre{flex:1 1 0;min-width:0}"
    "mark{background:#ffe2a8}";

/* Whether Markdown may take a sign for a mark; some only before the first letter. */
static bool is_mark(char sign, bool begun)
{
    return strchr("\\`*_{}[]#|~$^", sign) || (!begun && strchr("-+.)=!:", sign));
}

/* Text in one line, whose signs mean nothing. */
static void write_plain(const struct page *page, const char *text, bool begun)
{
    for (; *text; text++) {
        const char *named = *text == '&'   ? "&amp;"
                            : *text == '<' ? "&lt;"
                            : *text == '>' ? "&gt;"
                            : *text == '"' ? "&quot;"
                                           : NULL;
        if (named)
            fputs(named, page->file);
        else if (*text == '\n' || *text == '\t')
            fputc(' ', page->file);
        else if (!page->html && is_mark(*text, begun))
            fprintf(page->file, "\\%c", *text);
        else
            fputc(*text, page->file);
        begun = begun || isalpha((unsigned char)*text);
    }
}

static void write_format(const struct page *page, const char *before, const char *format,
                         va_list values, const char *after)
{
    char *text;
    if (vasprintf(&text, format, values) < 0)
        error(EXIT_USAGE, 0, "out of memory");
    fputs(before, page->file);
    write_plain(page, text, before[0] == '#');
    fputs(after, page->file);
    free(text);
}

void page_begin(struct page *page, const char *path, bool html, const char *title)
{
    *page = (struct page){.html = html,
                          .path = text_format("%s.%s", path, html ? "html" : "md")};
    page->file = file_begin(page->path, &page->temporary);
    fputs(html ? "<!DOCTYPE html>\n<html lang=\"en\"><head><meta charset=\"utf-8\">\n"
                 "<meta name=\"viewport\" content=\"width=device-width\">\n<title>"
               : "# ",
          page->file);
    write_plain(page, title, true);
    if (html) {
        fprintf(page->file, "</title>\n<style>%s</style></head><body>\n<h1>", style);
        write_plain(page, title, true);
        fputs("</h1>\n", page->file);
    } else {
        fputs("\n\n", page->file);
    }
}

void page_finish(struct page *page)
{
    fputs(page->html ? "</body></html>\n" : "", page->file);
    file_finish(page->file, page->temporary, page->path);
    free(page->path);
}

void page_heading(struct page *page, const char *format, ...)
{
    va_list values;
    va_start(values, format);
    write_format(page, page->html ? "<h2>" : "## ", format, values,
                 page->html ? "</h2>\n" : "\n\n");
    va_end(values);
}

void page_paragraph(struct page *page, const char *format, ...)
{
    va_list values;
    va_start(values, format);
    write_format(page, page->html ? "<p>" : "", format, values,
                 page->html ? "</p>\n" : "\n\n");
    va_end(values);
}

void page_item(struct page *page, const char *format, ...)
{
    va_list values;
    va_start(values, format);
    write_format(page, page->html ? "<li>" : "- ", format, values,
                 page->html ? "</li>\n" : "\n");
    va_end(values);
}

void page_list(struct page *page, bool begins)
{
    if (page->html)
        fputs(begins ? "<ul>\n" : "</ul>\n", page->file);
    else if (!begins)
        fputs("\n", page->file);
}

/* Signs of a text in HTML. */
static void write_signs(const struct page *page, const char *text, size_t length)
{
    for (size_t i = 0; i < length; i++)
        fprintf(page->file,
                text[i] == '<'   ? "&lt;"
                : text[i] == '>' ? "&gt;"
                : text[i] == '&' ? "&amp;"
                                 : "%c",
                text[i]);
}

/* In Markdown four blanks before each line: what stands there is no mark. */
void page_text(struct page *page, const char *text, size_t lines)
{
    fputs(page->html ? "<pre>" : "", page->file);
    for (size_t i = 0; *text && i < lines; i++) {
        size_t length = strcspn(text, "\n");
        if (!page->html)
            fprintf(page->file, "    %.*s", (int)length, text);
        if (page->html)
            write_signs(page, text, length);
        fputc('\n', page->file);
        text += length + (text[length] == '\n');
    }
    if (*text)
        fputs(page->html ? "…\n" : "    …\n", page->file);
    fputs(page->html ? "</pre>\n" : "\n", page->file);
}

/* One of the texts beside each other, with the numbers of its lines and of its marks. */
static void write_side(const struct page *page, const struct page_side *side)
{
    const char *text = side->text;
    fputs("<pre>", page->file);
    for (size_t i = 0; *text && i < side->lines; i++) {
        size_t length = strcspn(text, "\n");
        unsigned mark = side->marks[i];
        fprintf(page->file, "%5zu ", i + 1);
        if (mark)
            fprintf(page->file, "<mark>%3u ", mark);
        else
            fputs("    ", page->file);
        write_signs(page, text, length);
        fputs(mark ? "</mark>\n" : "\n", page->file);
        text += length + (text[length] == '\n');
    }
    fputs(*text ? "…\n</pre>\n" : "</pre>\n", page->file);
}

void page_sides(struct page *page, const struct page_side sides[2])
{
    fputs("<div class=\"sides\">\n", page->file);
    write_side(page, &sides[0]);
    write_side(page, &sides[1]);
    fputs("</div>\n", page->file);
}

void page_drawing(struct page *page, const char *path, const char *name, const char *alt)
{
    char *text = file_read(path), *svg = text ? strstr(text, "<svg") : NULL;
    if (svg && page->html) {
        fputs("<figure role=\"img\" aria-label=\"", page->file);
        write_plain(page, alt, true);
        fprintf(page->file, "\">\n%s</figure>\n", svg);
    } else if (svg) {
        fputs("![", page->file);
        write_plain(page, alt, true);
        fprintf(page->file, "](%s)\n\n", name);
    }
    free(text);
}

void page_row(struct page *page, bool head, size_t count, const char *const *cells)
{
    const char *tag = head ? "th" : "td";
    if (page->html)
        fputs(head ? "<table>\n<tr>" : "<tr>", page->file);
    for (size_t i = 0; i < count; i++) {
        if (page->html)
            fprintf(page->file, "<%s>", tag);
        else
            fputs("| ", page->file);
        write_plain(page, cells[i], true);
        if (page->html)
            fprintf(page->file, "</%s>", tag);
        else
            fputs(" ", page->file);
    }
    fputs(page->html ? "</tr>\n" : "|\n", page->file);
    for (size_t i = 0; !page->html && head && i < count; i++)
        fputs(i + 1 < count ? "|---" : "|---|\n", page->file);
}

void page_end_table(struct page *page)
{
    fputs(page->html ? "</table>\n" : "\n", page->file);
}
