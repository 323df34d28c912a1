/* zip.c: a zip archive, through libarchive. */
#include "tool/zip.h"
#include "tool/files.h"

#include <archive.h>
#include <archive_entry.h>
#include <error.h>
#include <stdlib.h>

static void check(struct archive *archive, int code)
{
    if (code != ARCHIVE_OK)
        error(EXIT_USAGE, 0, "cannot write the archive: %s",
              archive_error_string(archive));
}

struct archive *zip_begin(FILE *file)
{
    struct archive *archive = archive_write_new();
    if (!archive)
        error(EXIT_USAGE, 0, "out of memory");
    check(archive, archive_write_set_format_zip(archive));
    check(archive, archive_write_set_bytes_in_last_block(archive, 1));
    check(archive, archive_write_open_FILE(archive, file));
    return archive;
}

void zip_add(struct archive *archive, const char *name, const char *bytes, size_t length,
             bool runs)
{
    const time_t always = 1767225600; /* 2026 begins */
    struct archive_entry *entry = archive_entry_new();
    archive_entry_set_pathname(entry, name);
    archive_entry_set_filetype(entry, AE_IFREG);
    archive_entry_set_perm(entry, runs ? 0755 : 0644);
    archive_entry_set_size(entry, (la_int64_t)length);
    archive_entry_set_mtime(entry, always, 0);
    check(archive, archive_write_header(archive, entry));
    if (archive_write_data(archive, bytes, length) != (la_ssize_t)length)
        check(archive, ARCHIVE_FATAL);
    archive_entry_free(entry);
}

void zip_finish(struct archive *archive)
{
    check(archive, archive_write_close(archive));
    archive_write_free(archive);
}
