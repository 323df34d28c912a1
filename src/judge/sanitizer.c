/* sanitizer.c: from a sanitizer's page-long report to what helps a student.
 *
 * Invariant: the words depend on the program's mistake only, not on where the system has
 * put the program. */
#include "judge/sanitizer.h"

#include <ctype.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

static const char address_mark[] = "ERROR: AddressSanitizer: ";
static const char undefined_mark[] = " runtime error: ";

/* Copies text up to a stop character, leaving out addresses. */
static void copy_without_addresses(char *to, size_t size, const char *from,
                                   const char *stop)
{
    size_t used = 0;
    const char *end = from + strcspn(from, stop);
    while (from < end && used + 1 < size) {
        if (strncmp(from, "0x", 2) == 0) {
            while (from < end && isalnum((unsigned char)*from))
                from++;
            from += from < end && *from == ' ';
            continue;
        }
        to[used++] = *from++;
    }
    to[used] = '\0';
}

/* Cuts a text where one of these begins. */
static void cut_at(char *text, const char *const *words)
{
    for (; *words; words++) {
        char *found = strstr(text, *words);
        if (found)
            *found = '\0';
    }
}

/* The next frame of a call stack in or after `text`; NULL if there is none. */
static const char *next_frame(const char *text)
{
    return strstr(text, "    #");
}

/* Reads "    #1 0x55d in step /path/adam.c:31:5" as "step" and "adam.c:31". False if the
 * frame is not in a C file, or in the sanitizer itself. */
static bool read_frame(const char *frame, char function[80], char place[120])
{
    char line[512];
    snprintf(line, sizeof line, "%.*s", (int)strcspn(frame, "\n"), frame);
    char *name = strstr(line, " in "), *extension = strstr(line, ".c:");
    bool ours = name && extension && extension > name && !strstr(line, "sanitizer") &&
                !strstr(line, " ../"); /* where the C library was built */
    if (!ours)
        return false;
    snprintf(function, 80, "%.*s", (int)strcspn(name + 4, " "), name + 4);
    char *file = extension;
    while (file > name && file[-1] != '/' && file[-1] != ' ')
        file--;
    size_t digits = strspn(extension + 3, "0123456789");
    snprintf(place, 120, "%.*s", (int)(extension + 3 + digits - file), file);
    return digits > 0;
}

/* Where the first frame that is in a C file points: " at adam.c:31". One look at each
 * line: a hostile one may hold thousands of frames. */
static void find_place(char *place, size_t size, const char *report)
{
    place[0] = '\0';
    for (const char *frame = next_frame(report); frame;
         frame = next_frame(frame + strcspn(frame, "\n"))) {
        char function[80], file[120];
        if (read_frame(frame, function, file)) {
            snprintf(place, size, " at %s", file);
            return;
        }
    }
}

/* ", write of 8 bytes", from "WRITE of size 8". */
static void find_access(char *access, size_t size, const char *report)
{
    access[0] = '\0';
    const char *found = strstr(report, " of size ");
    if (!found || found - report > 600 || found - report < 5)
        return;
    bool write = strncmp(found - 5, "WRITE", 5) == 0;
    long bytes = strtol(found + strlen(" of size "), NULL, 10);
    snprintf(access, size, ", %s of %ld byte%s", write ? "write" : "read", bytes,
             bytes == 1 ? "" : "s");
}

/* Whether an access went beyond the last element, in the words of gcc 12 or later. */
static bool is_past_the_end(const char *report)
{
    return strstr(report, " bytes after ") || strstr(report, " bytes to the right of ") ||
           strstr(report, " overflows this variable");
}

/* What the address says of a pointer that cannot be followed. */
static const char *explain(const char *what, const char *report)
{
    if (strncmp(what, "stack-overflow", 14) == 0)
        return " (endless recursion, or arrays too large for the stack)";
    if (strstr(what, "-overflow"))
        return is_past_the_end(report) ? " (past the end of an array)" : "";
    if (strncmp(what, "SEGV", 4) != 0)
        return "";
    const char *address = strstr(report, "address 0x");
    bool null = address && strtoull(address + strlen("address "), NULL, 16) < 4096;
    return null ? " (a null pointer)" : " (a pointer that points nowhere)";
}

static void address_words(char *words, size_t size, const char *report)
{
    static const char *const ends[] = {" on ", " (", ": ", NULL};
    char what[120], access[60], place[160];
    copy_without_addresses(what, sizeof what, report, "\n");
    cut_at(what, ends);
    find_access(access, sizeof access, report);
    find_place(place, sizeof place, report);
    snprintf(words, size, "AddressSanitizer: %s%s%s%s", what, access, place,
             explain(what, report));
}

static void undefined_words(char *words, size_t size, const char *output,
                            const char *report)
{
    const char *line = report;
    while (line > output && line[-1] != '\n' && line[-1] != '/')
        line--;
    char place[160], what[200];
    copy_without_addresses(place, sizeof place, line, " \n");
    copy_without_addresses(what, sizeof what, report + strlen(undefined_mark), "\n");
    size_t length = strlen(place);
    if (length && place[length - 1] == ':')
        place[length - 1] = '\0';
    snprintf(words, size, "UndefinedBehaviorSanitizer: %s at %s", what, place);
}

bool sanitizer_words(char *words, size_t size, const char *output)
{
    const char *report = strstr(output, address_mark);
    if (report) {
        address_words(words, size, report + strlen(address_mark));
        return true;
    }
    report = strstr(output, undefined_mark);
    if (report)
        undefined_words(words, size, output, report);
    return report != NULL;
}

/* The start of the line that `at` is in or, at the start of one, of the line before. */
static char *line_start(char *text, char *at)
{
    at -= at > text;
    while (at > text && at[-1] != '\n')
        at--;
    return at;
}

/* Where the report begins: AddressSanitizer draws a line first, and may name a signal. */
static char *report_start(char *output)
{
    char *address = strstr(output, address_mark);
    char *at = address ? address : strstr(output, undefined_mark);
    if (!at)
        return NULL;
    at = line_start(output, at + 1);
    for (char *line; at > output; at = line) {
        line = line_start(output, at);
        if (strncmp(line, "=====", 5) != 0 && strncmp(line, "AddressSanitizer:", 17) != 0)
            break;
    }
    return at;
}

void sanitizer_cut(char *output)
{
    char *report = report_start(output);
    if (report)
        *report = '\0';
}
