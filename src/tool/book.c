/* book.c: "api/sag__table_8h.html" is Doxygen's page of src/optim/sag_table.h, and
 * "api/sag_8c_source.html#l00042" its copy of src/optim/sag.c. */
#include "tool/book.h"
#include "tool/files.h"

#include <error.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

/* The file's name from that of its page. A letter after a line stands for another
 * character: "_" is "__", "." is "_8". */
static char *file_name(const char *page, size_t length)
{
    char *name = calloc(length + 1, 1);
    if (!name)
        error(EXIT_USAGE, 0, "out of memory");
    size_t n = 0;
    bool suffix = false;
    for (size_t i = 0; i < length && !(suffix && page[i] == '_'); i++) {
        bool coded = page[i] == '_' && i + 1 < length;
        i += coded;
        suffix = suffix || (coded && page[i] == '8');
        name[n++] = (char)(coded && page[i] == '8' ? '.' : page[i]);
    }
    return name;
}

/* Where a page of the API leads instead, to be freed; or NULL. */
static char *find_source(const char *page, size_t length, const char *root)
{
    static const char *const folders[] = {"optim", "lab"};
    char *name = file_name(page, strcspn(page, ".")), *found = NULL;
    if (strncmp(page, "index.html", length) == 0)
        found = text_format("../src/optim/");
    for (size_t i = 0; i < sizeof folders / sizeof *folders && !found; i++) {
        char *path = text_format("%s/src/%s/%s", root, folders[i], name);
        if (file_exists(path))
            found = text_format("../src/%s/%s", folders[i], name);
        free(path);
    }
    free(name);
    return found;
}

static FILE *open_text(char **text, size_t *size)
{
    FILE *out = open_memstream(text, size);
    if (!out)
        error(EXIT_USAGE, 0, "out of memory");
    return out;
}

/* The page without what stands between two comments, to be freed. */
static char *without(const char *html, const char *from, const char *to)
{
    char *page;
    size_t size;
    FILE *out = open_text(&page, &size);
    const char *begin, *end;
    while ((begin = strstr(html, from)) && (end = strstr(begin, to))) {
        fprintf(out, "%.*s", (int)(begin - html), html);
        html = end + strlen(to);
    }
    fputs(html, out);
    fclose(out);
    return page;
}

char *book_page(const char *text, const char *root)
{
    static const char link[] = "href=\"api/";
    char *unled = without(text, "<!-- guide -->", "<!-- /guide -->");
    /* A live figure is the solutions, compiled; the printed one stands in its place. */
    char *page, *student = without(unled, "<!-- live -->", "<!-- /live -->");
    const char *html = student;
    size_t size;
    FILE *out = open_text(&page, &size);
    bool whole = true;
    for (const char *at; whole && (at = strstr(html, link));) {
        const char *name = at + strlen(link);
        size_t length = strcspn(name, "\"");
        char *source = find_source(name, length, root);
        whole = source != NULL;
        fprintf(out, "%.*shref=\"%s", (int)(at - html), html, whole ? source : "");
        html = name + length;
        free(source);
    }
    fputs(html, out);
    fclose(out);
    free(student);
    free(unled);
    if (whole)
        return page;
    free(page);
    return NULL;
}
