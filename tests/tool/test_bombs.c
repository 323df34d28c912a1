/* test_bombs.c: archives that are made to do harm are read within bounds of time and
 * memory, and what was not read is said.
 *
 *     test_bombs write FOLDER    writes them, for test_hostile_archives.sh */
#include "../suite.h"
#include "run/command.h"
#include "tool/files.h"
#include "tool/handed.h"
#include "tool/unpack.h"

#include <archive.h>
#include <archive_entry.h>
#include <stdint.h>
#include <stdlib.h>
#include <string.h>
#include <sys/resource.h>
#include <time.h>
#include <unistd.h>
#include <zlib.h>

static char folder[200];

/* They are written without a test, too. */
static void must(bool holds)
{
    if (!holds)
        abort();
}

static FILE *create(const char *name)
{
    char *path = text_format("%s/%s", folder, name);
    FILE *file = fopen(path, "w");
    must(file != NULL);
    free(path);
    return file;
}

/* --- Deflated zeros, of any size -------------------------------------------------- */

/* A piece of a deflated stream that is a megabyte of zeros, and ends at a byte. */
static unsigned char zeros[4096];
static size_t zeros_size;

static void make_zeros(void)
{
    static unsigned char megabyte[1 << 20];
    z_stream stream = {.next_in = megabyte, .avail_in = sizeof megabyte};
    must(deflateInit2(&stream, 9, Z_DEFLATED, -15, 9, 0) == Z_OK);
    stream.next_out = zeros;
    stream.avail_out = sizeof zeros;
    must(deflate(&stream, Z_FULL_FLUSH) == Z_OK);
    zeros_size = sizeof zeros - stream.avail_out;
    deflateEnd(&stream);
}

/* The last block of a stream, which is empty. */
static const unsigned char last_block[] = {3, 0};

static size_t deflated_size(size_t megabytes)
{
    return megabytes * zeros_size + sizeof last_block;
}

static void write_deflated(FILE *file, size_t megabytes)
{
    for (size_t i = 0; i < megabytes; i++)
        fwrite(zeros, 1, zeros_size, file);
    fwrite(last_block, 1, sizeof last_block, file);
}

/* --- Zip, by hand ----------------------------------------------------------------- */

static void put16(FILE *file, unsigned value)
{
    fputc((int)(value & 255), file);
    fputc((int)(value >> 8 & 255), file);
}

static void put32(FILE *file, size_t value)
{
    put16(file, value & 0xffff);
    put16(file, value >> 16 & 0xffff);
}

/* How a stored block of a deflated stream begins. */
static void put_block(FILE *file, unsigned size)
{
    fputc(0, file);
    put16(file, size);
    put16(file, ~size & 0xffff);
}

/* What the headers claim of an entry. */
struct claim {
    const char *name;
    size_t name_length; /* 0: up to its end */
    unsigned flags, method;
    size_t packed, unpacked, crc;
};

static void put_claim(FILE *file, const struct claim *claim)
{
    put16(file, claim->flags);
    put16(file, claim->method);
    put32(file, 0); /* time */
    put32(file, claim->crc);
    put32(file, claim->packed);
    put32(file, claim->unpacked);
    put16(file,
          (unsigned)(claim->name_length ? claim->name_length : strlen(claim->name)));
    put16(file, 0);
}

static void put_name(FILE *file, const struct claim *claim)
{
    fwrite(claim->name, 1, claim->name_length ? claim->name_length : strlen(claim->name),
           file);
}

static void put_local(FILE *file, const struct claim *claim)
{
    fputs("PK\3\4", file);
    put16(file, 20);
    put_claim(file, claim);
    put_name(file, claim);
}

static void put_central(FILE *file, const struct claim *claim, size_t offset)
{
    fputs("PK\1\2", file);
    put16(file, 20);
    put16(file, 20);
    put_claim(file, claim);
    put16(file, 0); /* comment */
    put16(file, 0); /* disk */
    put16(file, 0);
    put32(file, 0);
    put32(file, offset);
    put_name(file, claim);
}

static void put_end(FILE *file, size_t entries, size_t central)
{
    size_t size = (size_t)ftell(file) - central;
    fputs("PK\5\6", file);
    put32(file, 0);
    put16(file, entries > 65535 ? 65535 : (unsigned)entries);
    put16(file, entries > 65535 ? 65535 : (unsigned)entries);
    put32(file, size);
    put32(file, central);
    put16(file, 0);
}

/* Entries one after the other: the texts of plain files, one for each, or deflated bytes
 * for all. */
static void write_zip(const char *name, const struct claim *claims, size_t count,
                      const char *const *texts)
{
    FILE *file = create(name);
    size_t *offsets = calloc(count, sizeof *offsets);
    for (size_t i = 0; i < count; i++) {
        offsets[i] = (size_t)ftell(file);
        put_local(file, &claims[i]);
        if (texts)
            fputs(texts[i], file);
        else
            write_deflated(file, 2);
    }
    size_t central = (size_t)ftell(file);
    for (size_t i = 0; i < count; i++)
        put_central(file, &claims[i], offsets[i]);
    put_end(file, count, central);
    free(offsets);
    fclose(file);
}

/* A plain file, and what is right to say of it. */
static struct claim honest(const char *name, size_t name_length, const char *text)
{
    size_t size = strlen(text);
    return (struct claim){
        name, name_length, 0, 0, size, size, crc32(0, (const Bytef *)text, (uInt)size)};
}

/* --- The bombs -------------------------------------------------------------------- */

/* Each file is the header of the next one, as a stored block, and then what that file is:
 * so all of them end in the same megabytes, and share them. */
static void overlapping(const char *name)
{
    enum { ENTRIES = 5000, HEADER = 30 + 6, STORED = 5 };
    FILE *file = create(name);
    static char names_of[ENTRIES][8];
    static struct claim claims[ENTRIES];
    for (size_t i = 0; i < ENTRIES; i++) {
        size_t rest = ENTRIES - 1 - i;
        snprintf(names_of[i], sizeof names_of[i], "%04zu.c", i);
        claims[i] = (struct claim){names_of[i],
                                   0,
                                   0,
                                   8,
                                   rest * (HEADER + STORED) + deflated_size(16),
                                   rest * HEADER + (16 << 20),
                                   0};
    }
    for (size_t i = 0; i < ENTRIES; i++) {
        if (i > 0)
            put_block(file, HEADER);
        put_local(file, &claims[i]);
    }
    write_deflated(file, 16);
    size_t central = (size_t)ftell(file);
    for (size_t i = 0; i < ENTRIES; i++)
        put_central(file, &claims[i], i * (HEADER + STORED));
    put_end(file, ENTRIES, central);
    fclose(file);
}

static void million_zip(const char *name)
{
    enum { ENTRIES = 1000000, HEADER = 30 + 1 };
    struct claim claim = honest("x", 0, "");
    FILE *file = create(name);
    for (size_t i = 0; i < ENTRIES; i++)
        put_local(file, &claim);
    for (size_t i = 0; i < ENTRIES; i++)
        put_central(file, &claim, i * HEADER);
    put_end(file, ENTRIES, (size_t)ENTRIES * HEADER);
    fclose(file);
}

static void lies(const char *name)
{
    struct claim claims[] = {{"small.c", 0, 0, 8, deflated_size(2), 10, 0},
                             {"large.c", 0, 0, 8, deflated_size(2), 0xfffffffe, 0}};
    write_zip(name, claims, 2, NULL);
}

static void encrypted(const char *name)
{
    static const char *const texts[] = {"01234567890123456789", "01234567890123456789"};
    struct claim claims[] = {{"secret.c", 0, 1, 0, 20, 8, 0},
                             {"notes.txt", 0, 1, 99, 20, 8, 0}};
    write_zip(name, claims, 2, texts);
}

static void names(const char *name)
{
    static const char *const texts[] = {"int a;", "int b;", "int c;", "int d;"};
    static char longest[65000];
    memset(longest, 'x', sizeof longest);
    memcpy(longest + sizeof longest - 2, ".c", 2);
    struct claim claims[] = {honest("ewma_weights.c\0.txt", 19, texts[0]),
                             honest("two\nlines\t.c", 0, texts[1]),
                             honest(longest, sizeof longest, texts[2]),
                             honest("\xff\xfe.c", 0, texts[3])};
    write_zip(name, claims, 4, texts);
}

/* Twice the same name, and once in capital letters. */
static void duplicates(const char *name)
{
    static const char *const texts[] = {"int a;", "int b;", "int c;"};
    struct claim claims[] = {honest("ewma_weights.c", 0, texts[0]),
                             honest("EWMA_WEIGHTS.C", 0, texts[1]),
                             honest("ewma_weights.c", 0, texts[2])};
    write_zip(name, claims, 3, texts);
}

/* Zips in a zip, as 42.zip has them. */
static void nested(const char *name)
{
    static const char names_of[16][8] = {
        "0.zip", "1.zip", "2.zip", "3.zip", "4.zip", "5.zip", "6.zip", "7.zip",
        "8.zip", "9.zip", "a.zip", "b.zip", "c.zip", "d.zip", "e.zip", "f.zip"};
    const char *texts[16];
    struct claim claims[16];
    for (size_t i = 0; i < 16; i++) {
        texts[i] = "PK";
        claims[i] = honest(names_of[i], 0, texts[i]);
    }
    write_zip(name, claims, 16, texts);
}

static void put_gzip(FILE *file)
{
    fwrite("\x1f\x8b\x08\0\0\0\0\0\0\3", 1, 10, file);
}

/* A header of tar, which claims a size, in a block that may have more. */
static void finish_tar_header(char block[512], const char *name, char type, size_t size,
                              const char magic[8])
{
    unsigned sum = 0;
    snprintf(block, 100, "%s", name);
    strcpy(block + 100, "0000644");
    snprintf(block + 124, 13, "%011zo", size & 077777777777);
    memset(block + 148, ' ', 8);
    block[156] = type;
    memcpy(block + 257, magic, 8);
    for (size_t i = 0; i < 512; i++)
        sum += (unsigned char)block[i];
    snprintf(block + 148, 8, "%06o", sum & 0777777);
}

static void make_tar_header(char block[512], const char *name, char type, size_t size)
{
    memset(block, 0, 512);
    finish_tar_header(block, name, type, size, "ustar\00000");
}

/* Bytes as one stored block of a deflated stream. */
static void put_stored(FILE *file, const char *bytes, unsigned size)
{
    put_block(file, size);
    fwrite(bytes, 1, size, file);
}

/* 32 GiB of zeros, as a file that is no source: passed over only by unpacking all. Packed
 * twice it is small. */
static void zeros_twice(const char *name)
{
    enum { MEGABYTES = 32767 };
    char *bytes, block[512];
    size_t size;
    FILE *inner = open_memstream(&bytes, &size);
    put_gzip(inner);
    for (int i = 0; i < 4; i++) {
        make_tar_header(block, "zeros.bin", '0', 8191ul << 20);
        put_stored(inner, block, sizeof block);
        for (size_t j = 0; j < MEGABYTES / 4; j++)
            fwrite(zeros, 1, zeros_size, inner);
    }
    fwrite(last_block, 1, sizeof last_block, inner);
    fclose(inner);
    char *path = text_format("%s/%s", folder, name);
    gzFile file = gzopen(path, "wb9");
    gzwrite(file, bytes, (unsigned)size);
    gzclose(file);
    free(path);
    free(bytes);
}

static void million_tar(const char *name)
{
    char block[512], *path = text_format("%s/%s", folder, name);
    gzFile file = gzopen(path, "wb1");
    make_tar_header(block, "x.txt", '0', 0);
    for (int i = 0; i < 1000000; i++)
        gzwrite(file, block, sizeof block);
    gzclose(file);
    free(path);
}

/* A name of 2 GiB, by the extension of GNU. */
static void long_tar_name(const char *name)
{
    char block[512];
    FILE *file = create(name);
    put_gzip(file);
    make_tar_header(block, "././@LongLink", 'L', (size_t)2 << 30);
    put_stored(file, block, sizeof block);
    write_deflated(file, 2048);
    fclose(file);
}

/* A number of tar in its other form, which has more digits. */
static void put_large(char *field, size_t number)
{
    for (int i = 11; i > 0; i--, number >>= 8)
        field[i] = (char)(number & 255);
    field[0] = (char)0x80;
}

/* A terabyte of which only the last byte is there, in the form of GNU. */
static void sparse(const char *name)
{
    enum { OFFSET = 386, BYTES = 398, REAL_SIZE = 483 };
    const size_t terabyte = (size_t)1 << 40;
    char block[512];
    FILE *file = create(name);
    memset(block, 0, sizeof block);
    put_large(block + OFFSET, terabyte - 1);
    put_large(block + BYTES, 1);
    put_large(block + REAL_SIZE, terabyte);
    finish_tar_header(block, "x.c", 'S', 1, "ustar  ");
    fwrite(block, 1, sizeof block, file);
    memset(block, 0, sizeof block);
    fwrite(block, 1, sizeof block, file);
    fclose(file);
}

static void lying_tar(const char *name)
{
    char block[512];
    FILE *file = create(name);
    make_tar_header(block, "x.c", '0', 077777777777);
    fwrite(block, 1, sizeof block, file);
    fputs("int x;", file);
    fclose(file);
}

/* A dictionary of 4 GiB, which xz takes before it reads on. */
static void dictionary(const char *name)
{
    enum { HEADER = 12, PROPERTY = HEADER + 4, CHECKED = 8 };
    char *path = text_format("%s/%s", folder, name), block[10240];
    struct archive *archive = archive_write_new();
    archive_write_set_format_raw(archive);
    archive_write_add_filter_xz(archive);
    archive_write_open_filename(archive, path);
    struct archive_entry *entry = archive_entry_new();
    archive_entry_set_filetype(entry, AE_IFREG);
    archive_write_header(archive, entry);
    memset(block, 0, sizeof block);
    make_tar_header(block, "x.c", '0', 6);
    memcpy(block + 512, "int x;", 6);
    archive_write_data(archive, block, sizeof block);
    archive_entry_free(entry);
    archive_write_free(archive);
    FILE *file = fopen(path, "r+");
    unsigned char header[12];
    fseek(file, HEADER, SEEK_SET);
    must(fread(header, 1, sizeof header, file) == sizeof header);
    must(header[2] == 0x21);
    header[PROPERTY - HEADER] = 40;
    uLong sum = crc32(0, header, CHECKED);
    fseek(file, HEADER, SEEK_SET);
    fwrite(header, 1, CHECKED, file);
    put32(file, sum);
    fclose(file);
    free(path);
}

static const struct bomb {
    const char *name;
    void (*write)(const char *name);
    const char *says; /* a note, a file's text or its problem */
} bombs[] = {
    {"nested.zip", nested, "is an archive in an archive, and was not unpacked"},
    {"overlapping.zip", overlapping, "more than a submission may have"},
    {"million.zip", million_zip, "more than a submission may have"},
    {"entries.tar.gz", million_tar, "more than a submission may have"},
    {"lies.zip", lies, "is larger than 1 MiB"},
    {"short.tar", lying_tar, "is damaged in its archive"},
    {"encrypted.zip", encrypted, "is encrypted"},
    {"names.zip", names, "has a name that is too long"},
    {"name.tar.gz", long_tar_name, "the archive is damaged"},
    {"zeros.tar.gz", zeros_twice, "takes too long to unpack"},
    {"sparse.tar", sparse, "is larger than 1 MiB"},
    {"dictionary.tar.xz", dictionary, "int x;"},
    {"duplicates.zip", duplicates, "int c;"},
};
enum { BOMBS = sizeof bombs / sizeof *bombs };

static double seconds(clockid_t clock)
{
    struct timespec now;
    clock_gettime(clock, &now);
    return (double)now.tv_sec + 1e-9 * (double)now.tv_nsec;
}

static double spent(struct rusage usage)
{
    return (double)(usage.ru_utime.tv_sec + usage.ru_stime.tv_sec) +
           1e-6 * (double)(usage.ru_utime.tv_usec + usage.ru_stime.tv_usec);
}

START_TEST(bounded)
{
    const struct bomb *bomb = &bombs[_i];
    struct rusage before, after;
    strcpy(folder, "/tmp/descent-bombs.XXXXXX");
    ck_assert_ptr_nonnull(mkdtemp(folder));
    make_zeros();
    bomb->write(bomb->name);
    json_t *list = handed_list();
    double begin = seconds(CLOCK_MONOTONIC);
    getrusage(RUSAGE_CHILDREN, &before);
    handed_read(list, folder, bomb->name, false);
    getrusage(RUSAGE_CHILDREN, &after);
    double wall = seconds(CLOCK_MONOTONIC) - begin;
    double cpu = spent(after) - spent(before);
    char *text = json_dumps(list, 0);
    printf("# %s: %.2f s of computing, %.2f s in all, %ld MiB\n", bomb->name, cpu, wall,
           after.ru_maxrss >> 10);
    /* On a busy machine the clock may be first. */
    bool in_time = wall < unpack_limits.wall_seconds;
    ck_assert_msg(strstr(text, in_time ? bomb->says : "takes too long"), "%.2000s", text);
    ck_assert_double_lt(cpu, unpack_limits.cpu_seconds + 1.0);
    ck_assert_double_lt(wall, unpack_limits.wall_seconds + 10.0);
    ck_assert_int_le(after.ru_maxrss >> 10, (long)(unpack_limits.memory_bytes >> 20));
    ck_assert_uint_le(strlen(text), 20 << 20);
    size_t i;
    json_t *note;
    json_array_foreach(json_object_get(list, "notes"), i, note)
        ck_assert_uint_le(json_string_length(note), 1000);
    free(text);
    json_decref(list);
    folder_remove(folder);
}
END_TEST

int main(int argc, char **argv)
{
    if (argc > 1 && strcmp(argv[1], "unpack") == 0)
        return unpack_main(argc - 1, argv + 1);
    make_zeros();
    if (argc == 3 && strcmp(argv[1], "write") == 0) {
        snprintf(folder, sizeof folder, "%s", argv[2]);
        for (size_t i = 0; i < BOMBS; i++)
            bombs[i].write(bombs[i].name);
        return 0;
    }
    Suite *suite = suite_create("bombs");
    TCase *tcase = tcase_create("bombs");
    tcase_set_timeout(tcase, 300);
    tcase_add_loop_test(tcase, bounded, 0, BOMBS);
    suite_add_tcase(suite, tcase);
    return run_suite(suite);
}
