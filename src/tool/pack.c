/* pack.c: a .tar.xz and a .zip of the same files, through libarchive. */
#include "tool/pack.h"
#include "tool/files.h"

#include <archive.h>
#include <archive_entry.h>
#include <error.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

enum { KINDS = 2 };

static const struct kind {
    const char *suffix;
    int (*set_format)(struct archive *archive);
    int (*add_filter)(struct archive *archive);
} kinds[KINDS] = {
    {"tar.xz", archive_write_set_format_pax_restricted, archive_write_add_filter_xz},
    {"zip", archive_write_set_format_zip, archive_write_add_filter_none},
};

struct pack {
    char *name;
    time_t when;
    struct archive *archives[KINDS];
    FILE *files[KINDS];
    char *paths[KINDS], *temporaries[KINDS];
};

static void check(struct archive *archive, int code)
{
    if (code != ARCHIVE_OK)
        error(EXIT_USAGE, 0, "cannot write the archive: %s",
              archive_error_string(archive));
}

static void open_archive(struct pack *pack, size_t i, const char *folder)
{
    pack->paths[i] = text_format("%s/%s.%s", folder, pack->name, kinds[i].suffix);
    pack->files[i] = file_begin(pack->paths[i], &pack->temporaries[i]);
    struct archive *archive = pack->archives[i] = archive_write_new();
    if (!archive)
        error(EXIT_USAGE, 0, "out of memory");
    check(archive, kinds[i].set_format(archive));
    check(archive, kinds[i].add_filter(archive));
    check(archive, archive_write_set_bytes_in_last_block(archive, 1));
    check(archive, archive_write_open_FILE(archive, pack->files[i]));
}

struct pack *pack_open(const char *folder, const char *name, time_t when)
{
    struct pack *pack = calloc(1, sizeof *pack);
    if (!pack)
        error(EXIT_USAGE, 0, "out of memory");
    pack->name = text_format("%s", name);
    pack->when = when;
    for (size_t i = 0; i < KINDS; i++)
        open_archive(pack, i, folder);
    return pack;
}

void pack_add(struct pack *pack, const char *path, const char *bytes, size_t length)
{
    struct archive_entry *entry = archive_entry_new();
    char *name = text_format("%s/%s", pack->name, path);
    archive_entry_set_pathname(entry, name);
    archive_entry_set_filetype(entry, AE_IFREG);
    archive_entry_set_perm(entry, 0644);
    archive_entry_set_size(entry, (la_int64_t)length);
    archive_entry_set_mtime(entry, pack->when, 0);
    for (size_t i = 0; i < KINDS; i++) {
        struct archive *archive = pack->archives[i];
        check(archive, archive_write_header(archive, entry));
        if (archive_write_data(archive, bytes, length) != (la_ssize_t)length)
            check(archive, ARCHIVE_FATAL);
    }
    free(name);
    archive_entry_free(entry);
}

void pack_close(struct pack *pack)
{
    for (size_t i = 0; i < KINDS; i++) {
        check(pack->archives[i], archive_write_close(pack->archives[i]));
        archive_write_free(pack->archives[i]);
        file_finish(pack->files[i], pack->temporaries[i], pack->paths[i]);
        free(pack->paths[i]);
    }
    free(pack->name);
    free(pack);
}
