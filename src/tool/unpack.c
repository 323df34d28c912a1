/* unpack.c: reads the sources in an archive, and writes nothing to the disk.
 *
 * Invariant: whatever an archive claims of itself, only so many entries and bytes of it
 * are looked at; a name in it is a text to be shown, never a path that is opened. */
#include "tool/unpack.h"
#include "judge/text.h"
#include "run/command.h"
#include "tool/files.h"
#include "tool/handed.h"
#include "tool/owner.h"

#include <archive.h>
#include <archive_entry.h>
#include <error.h>
#include <locale.h>
#include <stdlib.h>
#include <string.h>

enum { MOST_ENTRIES = 5000, MOST_SOURCES = 500, MOST_BYTES = 8 << 20 };
enum { LONGEST_NAME = 1000, SHOWN_NAME = 60 };

const struct limits unpack_limits = {
    .wall_seconds = 20,
    .cpu_seconds = 10,
    .memory_bytes = (size_t)512 << 20,
    .output_bytes = 1 << 16,
    .cut_output = true,
    .trace_bytes = (size_t)64 << 20,
    .file_bytes = 1,
};

static struct archive *open_archive(const char *path)
{
    struct archive *archive = archive_read_new();
    if (!archive)
        error(EXIT_USAGE, 0, "out of memory");
    archive_read_support_format_zip(archive);
    archive_read_support_format_tar(archive);
    archive_read_support_filter_gzip(archive);
    archive_read_support_filter_xz(archive);
    archive_read_support_filter_bzip2(archive);
    if (archive_read_open_filename(archive, path, 1 << 16) == ARCHIVE_OK)
        return archive;
    archive_read_free(archive);
    return NULL;
}

/* The name as text, with Windows' separators turned. */
static char *entry_name(struct archive_entry *entry)
{
    const char *name = archive_entry_pathname_utf8(entry);
    name = name ? name : archive_entry_pathname(entry);
    char *copy = strdup(name ? name : "?");
    for (char *at = copy; *at; at++)
        *at = *at == '\\' ? '/' : *at;
    text_clean(copy, strlen(copy));
    return copy;
}

/* What is not part of what was handed in: folders, and what systems add. */
static bool is_beside(const char *name, struct archive_entry *entry)
{
    const char *slash = strrchr(name, '/');
    return archive_entry_filetype(entry) == AE_IFDIR ||
           strncmp(name, "__MACOSX/", 9) == 0 || strstr(name, "/__MACOSX/") ||
           (slash ? slash[1] : name[0]) == '.';
}

static bool leads_out(const char *name)
{
    size_t length = strlen(name);
    return name[0] == '/' || strncmp(name, "../", 3) == 0 || strstr(name, "/../") ||
           (length >= 3 && strcmp(name + length - 3, "/..") == 0);
}

/* Reads a source. Returns how many bytes it has, up to one more than it may. */
static size_t read_source(json_t *list, struct archive *archive, const char *name)
{
    char *bytes = malloc(SOURCE_MOST_BYTES + 1);
    if (!bytes)
        error(EXIT_USAGE, 0, "out of memory");
    size_t length = 0;
    la_ssize_t got = 1;
    while (got > 0 && length <= SOURCE_MOST_BYTES) {
        got = archive_read_data(archive, bytes + length, SOURCE_MOST_BYTES + 1 - length);
        length += got > 0 ? (size_t)got : 0;
    }
    const char *problem = got < 0                      ? "is damaged in its archive"
                          : length > SOURCE_MOST_BYTES ? "is larger than 1 MiB"
                                                       : NULL;
    handed_add(list, name, problem ? NULL : bytes, length, problem);
    free(bytes);
    return length;
}

/* What may be wrong with an entry; NULL if it is a plain file. */
static const char *entry_problem(const char *name, struct archive_entry *entry)
{
    if (archive_entry_symlink(entry) || archive_entry_hardlink(entry))
        return "is a link";
    if (archive_entry_filetype(entry) != AE_IFREG)
        return "is a pipe or a device";
    if (archive_entry_is_encrypted(entry))
        return "is encrypted";
    return leads_out(name) ? "has a path that leads out of its archive" : NULL;
}

static void note_unread(json_t *list, const char *name, const char *words)
{
    handed_note(list, "%s %s.", name, words);
    json_object_set_new(list, "unread", json_true());
}

/* Looks at one entry. Returns how many bytes of it were read. */
static size_t look_at(json_t *list, struct archive *archive, struct archive_entry *entry)
{
    char *name = entry_name(entry);
    size_t length = 0;
    if (strlen(name) > LONGEST_NAME) {
        strcpy(name + SHOWN_NAME, "…");
        note_unread(list, name, "has a name that is too long, and was not read");
    } else if (!is_beside(name, entry)) {
        const char *problem = entry_problem(name, entry);
        if (problem && is_source_name(name))
            handed_add(list, name, NULL, 0, problem);
        else if (problem)
            handed_note(list, "%s %s, and was not read.", name, problem);
        else if (is_source_name(name))
            length = read_source(list, archive, name);
        else if (archive_stem(name) < strlen(name))
            note_unread(list, name, "is an archive in an archive, and was not unpacked");
    }
    free(name);
    return length;
}

static json_t *read_archive(struct archive *archive)
{
    json_t *list = handed_list();
    struct archive_entry *entry;
    size_t entries = 0, bytes = 0;
    int code;
    while ((code = archive_read_next_header(archive, &entry)) == ARCHIVE_OK ||
           code == ARCHIVE_WARN) {
        bool more = entries++ < MOST_ENTRIES && bytes < MOST_BYTES &&
                    json_array_size(json_object_get(list, "files")) < MOST_SOURCES;
        if (!more)
            break;
        bytes += look_at(list, archive, entry);
    }
    if (code == ARCHIVE_EOF)
        return list;
    bool damaged = code != ARCHIVE_OK && code != ARCHIVE_WARN;
    note_unread(list, "the rest",
                damaged ? "was not read, because the archive is damaged"
                        : "was not read, because it is more than a submission may have");
    return list;
}

int unpack_main(int argc, char **argv)
{
    enum { LIST = 3 };
    setlocale(LC_CTYPE, "C.UTF-8");
    struct archive *archive = argc == 2 ? open_archive(argv[1]) : NULL;
    if (!archive)
        return 1;
    json_t *list = read_archive(archive);
    archive_read_free(archive);
    FILE *out = fdopen(LIST, "w");
    bool written = out && json_dumpf(list, out, JSON_COMPACT) == 0 && fclose(out) == 0;
    json_decref(list);
    return written ? 0 : 1;
}
