/* fingerprint.c: hashes files by what is in them, one after the other. */
#include "tool/fingerprint.h"
#include "judge/text.h"
#include "tool/files.h"

#include <glob.h>
#include <inttypes.h>
#include <stdlib.h>
#include <string.h>

/* A file that is not there is hashed like an empty one. */
static uint64_t add_file(uint64_t hash, const char *path)
{
    size_t length = 0;
    char *bytes = file_read_bytes(path, &length);
    hash = bytes_hash((const char *)&length, sizeof length, hash);
    hash = bytes_hash(bytes ? bytes : "", length, hash);
    free(bytes);
    return hash;
}

/* A submission's text, as it is compiled. */
static uint64_t add_submission(uint64_t hash, const struct workbook *workbook,
                               const struct exercise *exercise, const char *folder)
{
    char *path = workbook_submission(workbook, exercise, folder);
    char *text = file_read(path);
    hash = bytes_hash(text ? text : "", text ? strlen(text) + 1 : 1, hash);
    free(text);
    free(path);
    return hash;
}

uint64_t fingerprint_kit(const struct workbook *workbook)
{
    static const char *const names[] = {"command",
                                        "libraries",
                                        "libdescent.a",
                                        "src/judge/driver.o",
                                        "src/judge/driver_main.o",
                                        "src/judge/trace_write.o"};
    char *root = escape_pattern(workbook->root);
    char *pattern = text_format("%s/src/*/*.h", root);
    uint64_t hash = 0;
    glob_t headers = {0};
    glob(pattern, 0, NULL, &headers);
    for (size_t i = 0; i < headers.gl_pathc; i++)
        hash = add_file(hash, headers.gl_pathv[i]);
    for (size_t i = 0; i < sizeof names / sizeof *names; i++) {
        char *path = text_format("%s/build/practice/%s", workbook->root, names[i]);
        hash = add_file(hash, path);
        free(path);
    }
    globfree(&headers);
    free(pattern);
    free(root);
    return hash;
}

/* What the workbook has made for this exercise. */
static uint64_t add_own(uint64_t hash, const struct workbook *workbook,
                        const struct exercise *e)
{
    char *stub = workbook_stub(workbook, e);
    char *paths[] = {
        workbook_functions(workbook, e), workbook_traces(workbook, e, "reference"),
        text_format("%s/build/practice/tests/%s/cases_%s.o", workbook->root, e->chapter,
                    e->name),
        text_format("%s/build/judge/%s/%s", workbook->root, e->chapter, e->name)};
    hash = bytes_hash(stub, strlen(stub) + 1, hash);
    for (size_t i = 0; i < sizeof paths / sizeof *paths; i++) {
        hash = add_file(hash, paths[i]);
        free(paths[i]);
    }
    free(stub);
    return hash;
}

char *fingerprint(const struct workbook *workbook, const struct exercise *exercise,
                  const char *folder, uint64_t kit)
{
    uint64_t hash = add_own(kit, workbook, exercise);
    hash = add_submission(hash, workbook, exercise, folder);
    for (size_t i = 0; i < exercise->needs_count; i++) {
        const struct exercise *need = workbook_find(workbook, exercise->needs[i]);
        if (need)
            hash = add_submission(hash, workbook, need, folder);
    }
    return text_format("%016" PRIx64, hash);
}
