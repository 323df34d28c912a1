/* sections.c: finds a section by its line in a chapter, "## Title {#sec:name}". */
#include "tool/sections.h"
#include "tool/files.h"

#include <dirent.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

/* The title of the section in a chapter's text, to be freed; NULL if it is not there. */
static char *find_title(const char *text, const char *label)
{
    char *title = NULL, *mark = text_format(" {#%s}", label);
    const char *found = strstr(text, mark);
    if (found) {
        const char *begin = found;
        while (begin > text && begin[-1] != '\n')
            begin--;
        size_t level = strspn(begin, "#");
        begin += level + strspn(begin + level, " ");
        if (level > 0 && begin < found)
            title = strndup(begin, (size_t)(found - begin));
    }
    free(mark);
    return title;
}

/* The title in any of the chapters. */
static char *title_of(const char *label, const char *root)
{
    char *folder = text_format("%s/chapters", root), *title = NULL;
    DIR *chapters = opendir(folder);
    for (struct dirent *entry; chapters && !title && (entry = readdir(chapters));) {
        char *path = text_format("%s/%s/text.md", folder, entry->d_name);
        char *text = file_read(path);
        title = text ? find_title(text, label) : NULL;
        free(text);
        free(path);
    }
    if (chapters)
        closedir(chapters);
    free(folder);
    return title;
}

char *sections_by_title(const char *text, const char *root)
{
    static const char open[] = "[](#";
    char *named;
    size_t size;
    FILE *out = open_memstream(&named, &size);
    if (!out)
        abort();
    for (const char *link; (link = strstr(text, "[](#sec:"));
         text = strchr(link, ')') + 1) {
        const char *label = link + strlen(open);
        size_t length = strcspn(label, ")\n");
        if (label[length] != ')')
            break;
        char *name = strndup(label, length), *title = title_of(name, root);
        fprintf(out, "%.*s", (int)(link - text), text);
        if (title)
            fprintf(out, "section \"%s\"", title);
        else
            fprintf(out, "[](#%s)", name);
        free(title);
        free(name);
    }
    fputs(text, out);
    fclose(out);
    return named;
}
