/* record_file.c: records as compressed files. */
#include "judge/record.h"
#include "judge/record_write.h"

#include <stdio.h>
#include <stdlib.h>
#include <zlib.h>

/* The text of a compressed file, to be freed; NULL if it is none, or too long. */
static char *uncompress_file(size_t *length, const char *path)
{
    gzFile file = gzopen(path, "rb");
    char *text = NULL;
    size_t room = 0;
    int n = file ? 1 : -1;
    for (*length = 0; n > 0 && room<RECORD_MAX_BYTES; *length += n> 0 ? (size_t)n : 0) {
        if (*length == room) {
            room = room ? 2 * room : 1 << 16;
            char *more = realloc(text, room);
            if (!more)
                break;
            text = more;
        }
        n = gzread(file, text + *length, (unsigned)(room - *length));
    }
    if (file && gzclose(file) == Z_OK && n == 0)
        return text;
    free(text);
    return NULL;
}

bool record_read(struct record *record, const char *path, uint64_t seed,
                 char error[RECORD_MAX_ERROR])
{
    size_t length;
    char *text = uncompress_file(&length, path);
    *record = (struct record){0};
    if (!text) {
        snprintf(error, RECORD_MAX_ERROR, "it cannot be read");
        return false;
    }
    bool parsed = record_parse(record, text, length, seed, error);
    free(text);
    return parsed;
}

bool record_write_file(const char *path, const char *text, size_t length)
{
    gzFile file = gzopen(path, "wb9");
    if (!file)
        return false;
    bool written = gzwrite(file, text, (unsigned)length) == (int)length &&
                   gzputs(file, "end\n") == 4;
    return gzclose(file) == Z_OK && written;
}
