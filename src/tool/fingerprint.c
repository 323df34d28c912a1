/* fingerprint.c: hashes files by what is in them, one after the other. */
#include "tool/fingerprint.h"
#include "tool/files.h"

#include <error.h>
#include <glob.h>
#include <nettle/base16.h>
#include <nettle/sha2.h>
#include <stdlib.h>
#include <string.h>

/* Each part goes in with its length, so that no two lists of parts read the same. */
static void add_bytes(struct sha256_ctx *hash, size_t length, const char *bytes)
{
    sha256_update(hash, sizeof length, (const uint8_t *)&length);
    sha256_update(hash, length, (const uint8_t *)bytes);
}

/* The hash in hexadecimal; to be freed. */
static char *finish(struct sha256_ctx *hash)
{
    uint8_t digest[SHA256_DIGEST_SIZE];
    char *text = calloc(1, BASE16_ENCODE_LENGTH(sizeof digest) + 1);
    if (!text)
        error(EXIT_USAGE, 0, "out of memory");
    sha256_digest(hash, sizeof digest, digest);
    base16_encode_update(text, sizeof digest, digest);
    return text;
}

/* A file that is not there is hashed like an empty one. */
static void add_file(struct sha256_ctx *hash, const char *path)
{
    size_t length = 0;
    char *bytes = file_read_bytes(path, &length);
    add_bytes(hash, length, bytes ? bytes : "");
    free(bytes);
}

/* A submission's text, as it is compiled. */
static void add_submission(struct sha256_ctx *hash, const struct workbook *workbook,
                           const struct exercise *exercise, const char *folder)
{
    char *path = workbook_submission(workbook, exercise, folder);
    char *text = file_read(path);
    add_bytes(hash, text ? strlen(text) : 0, text ? text : "");
    free(text);
    free(path);
}

/* What a submission has a reason to include. */
static void add_headers(struct sha256_ctx *hash, const struct workbook *workbook)
{
    static const char *const folders[] = {"judge", "lab", "optim", "run"};
    char *root = escape_pattern(workbook->root);
    for (size_t i = 0; i < sizeof folders / sizeof *folders; i++) {
        char *pattern = text_format("%s/src/%s/*.h", root, folders[i]);
        glob_t headers = {0};
        glob(pattern, 0, NULL, &headers);
        for (size_t j = 0; j < headers.gl_pathc; j++)
            add_file(hash, headers.gl_pathv[j]);
        globfree(&headers);
        free(pattern);
    }
    free(root);
}

char *fingerprint_kit(const struct workbook *workbook)
{
    static const char *const names[] = {"command",
                                        "libraries",
                                        "libdescent.a",
                                        "src/judge/driver.o",
                                        "src/judge/driver_main.o",
                                        "src/judge/driver_serve.o",
                                        "src/judge/trace_write.o"};
    struct sha256_ctx hash;
    sha256_init(&hash);
    add_headers(&hash, workbook);
    for (size_t i = 0; i < sizeof names / sizeof *names; i++) {
        char *path = text_format("%s/build/practice/%s", workbook->root, names[i]);
        add_file(&hash, path);
        free(path);
    }
    return finish(&hash);
}

char *fingerprint_own(const struct workbook *workbook, const struct exercise *e)
{
    char *stub = workbook_stub(workbook, e);
    char *paths[] = {
        workbook_functions(workbook, e), workbook_traces(workbook, e, "reference"),
        text_format("%s/tests/%s/mistakes/%s", workbook->root, e->chapter, e->name),
        text_format("%s/build/practice/tests/%s/cases_%s.o", workbook->root, e->chapter,
                    e->name),
        text_format("%s/build/judge/%s/%s", workbook->root, e->chapter, e->name)};
    struct sha256_ctx hash;
    sha256_init(&hash);
    add_bytes(&hash, strlen(workbook->kit), workbook->kit);
    add_bytes(&hash, strlen(stub), stub);
    for (size_t i = 0; i < sizeof paths / sizeof *paths; i++) {
        add_file(&hash, paths[i]);
        free(paths[i]);
    }
    free(stub);
    return finish(&hash);
}

char *fingerprint(const char *own, const struct workbook *workbook,
                  const struct exercise *exercise, const char *folder)
{
    struct sha256_ctx hash;
    sha256_init(&hash);
    add_bytes(&hash, strlen(own), own);
    add_submission(&hash, workbook, exercise, folder);
    for (size_t i = 0; i < exercise->needs_count; i++) {
        const struct exercise *need = workbook_find(workbook, exercise->needs[i]);
        if (need)
            add_submission(&hash, workbook, need, folder);
    }
    return finish(&hash);
}

char *fingerprint_submission(const struct workbook *workbook, const char *folder)
{
    struct sha256_ctx hash;
    sha256_init(&hash);
    for (size_t i = 0; i < workbook->count; i++)
        add_submission(&hash, workbook, &workbook->exercises[i], folder);
    return finish(&hash);
}
