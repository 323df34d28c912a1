/* handed.c: walks through what was handed in.
 *
 * Invariant: nothing that a submission says leads out of it: links are not followed, and
 * archives are opened by a process of its own (unpack.c), in the sandbox. */
#include "tool/handed.h"
#include "judge/text.h"
#include "run/run.h"
#include "tool/files.h"
#include "tool/owner.h"
#include "tool/unpack.h"

#include <dirent.h>
#include <errno.h>
#include <error.h>
#include <iconv.h>
#include <stdarg.h>
#include <stdlib.h>
#include <string.h>
#include <strings.h>
#include <sys/stat.h>
#include <unistd.h>

enum { DEEPEST = 12, MOST_ENTRIES = 5000 };

/* Converts to UTF-8; NULL if the bytes are not of that encoding. */
static char *convert(const char *encoding, const char *bytes, size_t length)
{
    iconv_t converter = iconv_open("UTF-8", encoding);
    size_t room = 3 * length + 1;
    char *text = calloc(1, room), *to = text, *from = (char *)bytes;
    if (converter == (iconv_t)-1 || !text)
        error(EXIT_USAGE, errno, "cannot convert from %s", encoding);
    size_t left = length, free_room = room - 1;
    bool whole = iconv(converter, &from, &left, &to, &free_room) == 0 && left == 0;
    iconv_close(converter);
    if (whole)
        return text;
    free(text);
    return NULL;
}

static void make_plain_lines(char *text)
{
    char *end = text;
    for (const char *at = text; *at; at++)
        if (at[0] != '\r' || at[1] != '\n')
            *end++ = *at;
    *end = '\0';
}

static char *convert_bytes(const char *bytes, size_t length)
{
    char *text = convert("UTF-8", bytes, length);
    return text ? text : convert("ISO-8859-1", bytes, length);
}

static bool has_mark(const char *bytes, size_t length, const char *mark)
{
    return length >= strlen(mark) && memcmp(bytes, mark, strlen(mark)) == 0;
}

char *source_decode(const char *bytes, size_t length)
{
    char *text = NULL;
    size_t mark = has_mark(bytes, length, "\xef\xbb\xbf") ? 3 : 0;
    if (has_mark(bytes, length, "\xff\xfe"))
        text = convert("UTF-16LE", bytes + 2, length - 2);
    else if (has_mark(bytes, length, "\xfe\xff"))
        text = convert("UTF-16BE", bytes + 2, length - 2);
    else if (!memchr(bytes, '\0', length))
        text = convert_bytes(bytes + mark, length - mark);
    if (text)
        make_plain_lines(text);
    return text;
}

static bool ends_in(const char *name, const char *ending)
{
    size_t length = strlen(name), tail = strlen(ending);
    return length > tail && strcasecmp(name + length - tail, ending) == 0;
}

bool is_source_name(const char *name)
{
    return ends_in(name, ".c") || ends_in(name, ".c.txt");
}

json_t *handed_list(void)
{
    return json_pack("{s:[], s:[], s:b}", "files", "notes", "unread", false);
}

void handed_note(json_t *list, const char *format, ...)
{
    enum { MOST = 20 };
    json_t *notes = json_object_get(list, "notes");
    char *text;
    va_list values;
    va_start(values, format);
    if (vasprintf(&text, format, values) < 0)
        error(EXIT_USAGE, 0, "out of memory");
    va_end(values);
    text_clean_line(text);
    if (json_array_size(notes) < MOST)
        json_array_append_new(notes, json_string(text));
    else if (json_array_size(notes) == MOST)
        json_array_append_new(notes, json_string("and more of that kind"));
    free(text);
}

void handed_add(json_t *list, const char *path, const char *bytes, size_t length,
                const char *problem)
{
    char *name = strdup(path);
    char *text = bytes ? source_decode(bytes, length) : NULL;
    text_clean_line(name);
    json_t *file = json_pack("{s:s, s:s*, s:s*}", "path", name, "text", text, "problem",
                             text      ? NULL
                             : problem ? problem
                                       : "is not a text file");
    json_array_append_new(json_object_get(list, "files"), file);
    free(text);
    free(name);
}

/* Why a file was not read, after its name. */
static char *reason(int number)
{
    char *sentence = file_problem("", number), *words = strdup(sentence + 1);
    free(sentence);
    return words;
}

/* The number of what keeps a file from being read as a source; 0 if nothing does. */
static int open_problem(int fd)
{
    struct stat status;
    if (fd < 0 || fstat(fd, &status))
        return errno;
    if (S_ISREG(status.st_mode))
        return status.st_size > SOURCE_MOST_BYTES ? EFBIG : 0;
    return S_ISDIR(status.st_mode) ? EISDIR : ENODEV;
}

/* Whether that is what was handed in, and not our machine. */
static bool is_handed_in(int number)
{
    return number == 0 || number == EFBIG || number == EISDIR || number == ENODEV ||
           number == ENXIO || number == ELOOP || number == EMLINK;
}

static void add_file(json_t *list, const char *folder, const char *path)
{
    int fd = file_open_beneath(folder, path), number = open_problem(fd);
    if (!is_handed_in(number))
        error(EXIT_USAGE, number, "cannot read %s/%s", folder, path);
    FILE *file = number ? NULL : fdopen(fd, "r");
    char *bytes = malloc(SOURCE_MOST_BYTES), *problem = reason(number);
    if (!bytes)
        error(EXIT_USAGE, 0, "out of memory");
    size_t length = file ? fread(bytes, 1, SOURCE_MOST_BYTES, file) : 0;
    handed_add(list, path, file ? bytes : NULL, length, file ? NULL : problem);
    if (file)
        fclose(file);
    else if (fd >= 0)
        close(fd);
    free(problem);
    free(bytes);
}

/* Runs unpack.c on an archive. NULL, and says why in words, if it does not end well. */
static json_t *unpack(const char *path, bool sandboxed, const char **words)
{
    static const char *const env[] = {"PATH=/usr/bin:/bin", "LC_ALL=C.UTF-8", NULL};
    char program[4096];
    ssize_t length = readlink("/proc/self/exe", program, sizeof program - 1);
    program[length > 0 ? length : 0] = '\0';
    const char *const readable[] = {program, path, NULL}, *const writable[] = {NULL};
    struct sandbox sandbox = {readable, writable, NULL};
    struct command command = {.argv =
                                  (const char *const[]){program, "unpack", path, NULL},
                              .env = env,
                              .limits = unpack_limits,
                              .confine = true,
                              .sandbox = sandboxed ? &sandbox : NULL};
    struct run run;
    run_program(&run, &command);
    if (run.ending == ENDED_UNSTARTED)
        error(EXIT_USAGE, 0, "%s", run.output.bytes);
    bool done = run.ending == ENDED_EXIT && run.code == 0;
    json_t *list = done ? json_loads(run.trace.bytes, 0, NULL) : NULL;
    *words = run.ending == ENDED_TIME ? "takes too long to unpack"
             : run.ending == ENDED_MEMORY || run.ending == ENDED_OUTPUT
                 ? "unpacks to more than a submission may have"
                 : "is not an archive that can be read";
    run_free(&run);
    return list;
}

/* The sources of an archive; in their paths its own stands first. */
static void add_archive(json_t *list, const char *folder, const char *path,
                        bool sandboxed)
{
    char *whole = text_format("%s/%s", folder, path);
    const char *words;
    json_t *unpacked = unpack(whole, sandboxed, &words);
    if (!unpacked)
        handed_note(list, "%s %s.", path, words);
    if (!unpacked || json_is_true(json_object_get(unpacked, "unread")))
        json_object_set_new(list, "unread", json_true());
    size_t i;
    json_t *file, *note;
    json_array_foreach(json_object_get(unpacked, "files"), i, file)
    {
        const char *inside = json_string_value(json_object_get(file, "path"));
        char *name = text_format("%s/%s", path, inside);
        text_clean(name, strlen(name));
        json_object_set_new(file, "path", json_string(name));
        json_array_append(json_object_get(list, "files"), file);
        free(name);
    }
    json_array_foreach(json_object_get(unpacked, "notes"), i, note)
        handed_note(list, "%s: %s", path, json_string_value(note));
    json_decref(unpacked);
    free(whole);
}

/* Says that not all is looked at. */
static void cut_walk(json_t *list, const char *path)
{
    handed_note(list, "%s and what follows was not read: too many files or folders.",
                path);
    json_object_set_new(list, "unread", json_true());
}

static void note_link(json_t *list, const char *path, bool is_all)
{
    handed_note(list, "%s is a link, a pipe or a device, and was not read.", path);
    if (is_all)
        json_object_set_new(list, "unread", json_true());
}

/* A walk, and how many entries it has met. */
struct walk {
    json_t *list;
    const char *folder;
    bool sandboxed;
    size_t entries;
};

static void add_entry(struct walk *walk, const char *path, int depth);

static void add_folder(struct walk *walk, const char *path, int depth)
{
    char *whole = text_format("%s/%s", walk->folder, path);
    struct dirent **found = NULL;
    int count = scandir(whole, &found, NULL, alphasort);
    if (count < 0)
        error(EXIT_USAGE, errno, "cannot open the folder %s", whole);
    for (int i = 0; i < count; i++) {
        char *inside = text_format("%s/%s", path, found[i]->d_name);
        if (found[i]->d_name[0] != '.' && strcmp(found[i]->d_name, "__MACOSX") != 0)
            add_entry(walk, inside, depth + 1);
        free(inside);
        free(found[i]);
    }
    free(found);
    free(whole);
}

static void add_entry(struct walk *walk, const char *path, int depth)
{
    struct stat status;
    char *whole = text_format("%s/%s", walk->folder, path);
    bool there = lstat(whole, &status) == 0;
    bool archive = there && S_ISREG(status.st_mode) && archive_stem(path) < strlen(path);
    free(whole);
    if (walk->entries++ == MOST_ENTRIES || (depth > DEEPEST && S_ISDIR(status.st_mode)))
        cut_walk(walk->list, path);
    if (walk->entries > MOST_ENTRIES || depth > DEEPEST || !there)
        return;
    if (S_ISDIR(status.st_mode))
        add_folder(walk, path, depth);
    else if (archive)
        add_archive(walk->list, walk->folder, path, walk->sandboxed);
    else if (is_source_name(path))
        add_file(walk->list, walk->folder, path);
    else if (!S_ISREG(status.st_mode))
        note_link(walk->list, path, depth == 0);
}

void handed_read(json_t *list, const char *folder, const char *entry, bool sandboxed)
{
    struct walk walk = {.list = list, .folder = folder, .sandboxed = sandboxed};
    add_entry(&walk, entry, 0);
}
