/* owner.c: reads the names of downloads.
 *
 * Moodle and Canvas put the student before the file's own name; Gradescope has a folder
 * for each submission and names its student in a file beside them (see roster.c). */
#include "tool/owner.h"
#include "tool/files.h"

#include <ctype.h>
#include <error.h>
#include <regex.h>
#include <stdlib.h>
#include <string.h>
#include <strings.h>

enum { MAX_GROUPS = 6 };

/* A form of names, and which of its groups says what; 0: none does. */
struct form {
    const char *pattern;
    int student, late, id, file;
};

static const struct form forms[] = {
    {"^(.+)_([0-9]+)_assignsubmission_[a-z]+_?(.*)$", 1, 0, 2, 3},
    {"^(LATE_)?(anon_[A-Za-z0-9]+)_[0-9]+_(.+)$", 2, 1, 0, 3},
    {"^([^_]+)_(LATE_)?([0-9]+)_[0-9]+_(.+)$", 1, 2, 3, 4},
    {"^([^_]*[^_0-9][^_]*)_([0-9]+)_([^.]*[.]c)$", 1, 0, 2, 3},
};

size_t archive_stem(const char *name)
{
    static const char *const endings[] = {".tar.gz",  ".tgz", ".tar.xz", ".txz",
                                          ".tar.bz2", ".tar", ".zip"};
    size_t length = strlen(name);
    for (size_t i = 0; i < sizeof endings / sizeof *endings; i++) {
        size_t ending = strlen(endings[i]);
        if (length > ending && strcasecmp(name + length - ending, endings[i]) == 0)
            return length - ending;
    }
    return length;
}

static char *group(const char *name, const regmatch_t *match)
{
    return strndup(name + match->rm_so, (size_t)(match->rm_eo - match->rm_so));
}

static bool read_form(struct owner *owner, const struct form *form, const char *name)
{
    regex_t regex;
    regmatch_t matches[MAX_GROUPS];
    if (regcomp(&regex, form->pattern, REG_EXTENDED))
        error(EXIT_USAGE, 0, "out of memory");
    bool fits = regexec(&regex, name, MAX_GROUPS, matches, 0) == 0;
    regfree(&regex);
    if (!fits)
        return false;
    *owner = (struct owner){
        .student = group(name, &matches[form->student]),
        .id = form->id ? group(name, &matches[form->id]) : strdup(""),
        .file = group(name, &matches[form->file]),
        .grouped = true,
        .late = form->late && matches[form->late].rm_so >= 0,
    };
    return true;
}

/* The length without " (1)", which browsers and file managers add. */
static size_t without_copy_number(const char *name, size_t length)
{
    size_t at = length;
    if (at == 0 || name[--at] != ')')
        return length;
    while (at > 0 && isdigit((unsigned char)name[at - 1]))
        at--;
    bool numbered = at + 1 < length && at > 2 && name[at - 1] == '(';
    return numbered && name[at - 2] == ' ' ? at - 2 : length;
}

void owner_read(struct owner *owner, const char *name)
{
    for (size_t i = 0; i < sizeof forms / sizeof *forms; i++)
        if (read_form(owner, &forms[i], name))
            return;
    size_t length = without_copy_number(name, archive_stem(name));
    *owner = (struct owner){
        .student = strndup(name, length), .id = strdup(""), .file = strdup(name)};
}

void owner_free(struct owner *owner)
{
    free(owner->student);
    free(owner->id);
    free(owner->file);
}
