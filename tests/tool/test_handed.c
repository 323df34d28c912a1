/* test_handed.c: what was handed in, under names that platforms give, in archives and
 * folders that mean harm, and in other encodings. */
#include "../suite.h"
#include "tool/files.h"
#include "tool/gather.h"
#include "tool/handed.h"
#include "tool/owner.h"
#include "tool/unpack.h"

#include <archive.h>
#include <archive_entry.h>
#include <fcntl.h>
#include <stdlib.h>
#include <string.h>
#include <sys/stat.h>
#include <unistd.h>

static char folder[] = "/tmp/descent-handed.XXXXXX";

static void make_folder(void)
{
    strcpy(folder + strlen(folder) - 6, "XXXXXX");
    ck_assert_ptr_nonnull(mkdtemp(folder));
}

static void remove_all(void)
{
    char *command = text_format("rm -rf %s", folder);
    ck_assert_int_eq(system(command), 0);
    free(command);
}

/* A file below the folder. */
static void put(const char *path, const char *text)
{
    char *whole = text_format("%s/%s", folder, path);
    char *above = strndup(whole, (size_t)(strrchr(whole, '/') - whole));
    folder_make(above);
    file_write(whole, text);
    free(above);
    free(whole);
}

/* --- Whose it is ------------------------------------------------------------------- */

START_TEST(owners)
{
    static const struct {
        const char *name, *student, *id, *file;
        bool grouped, late;
    } cases[] = {
        {"Kim Lee_12345_assignsubmission_file_", "Kim Lee", "12345", "", true, false},
        {"Kim Lee_12345_assignsubmission_file", "Kim Lee", "12345", "", true, false},
        {"Kim_Lee_1_assignsubmission_file_a.c", "Kim_Lee", "1", "a.c", true, false},
        {"Kim Lee_1_assignsubmission_onlinetext_", "Kim Lee", "1", "", true, false},
        {"Participant_7_assignsubmission_file_", "Participant", "7", "", true, false},
        {"leekim_12345_678901_adam-1.c", "leekim", "12345", "adam-1.c", true, false},
        {"leekim_LATE_12345_67_hw.zip", "leekim", "12345", "hw.zip", true, true},
        {"anon_a1B2c_67_adam.c", "anon_a1B2c", "", "adam.c", true, false},
        {"LATE_anon_a1B2c_67_adam.c", "anon_a1B2c", "", "adam.c", true, true},
        {"kim_12345_ewma_decay.c", "kim", "12345", "ewma_decay.c", true, false},
        {"kim", "kim", "", "kim", false, false},
        {"kim.zip", "kim", "", "kim.zip", false, false},
        {"kim.v2.tar.gz", "kim.v2", "", "kim.v2.tar.gz", false, false},
        {"kim (1).zip", "kim", "", "kim (1).zip", false, false},
        {"kim (1)", "kim", "", "kim (1)", false, false},
        {"(1)", "(1)", "", "(1)", false, false},
        {".zip", ".zip", "", ".zip", false, false},
        {"submission_123", "submission_123", "", "submission_123", false, false},
        {"lee_kim", "lee_kim", "", "lee_kim", false, false},
    };
    for (size_t i = 0; i < sizeof cases / sizeof *cases; i++) {
        struct owner owner;
        owner_read(&owner, cases[i].name);
        ck_assert_str_eq(owner.student, cases[i].student);
        ck_assert_str_eq(owner.id, cases[i].id);
        ck_assert_str_eq(owner.file, cases[i].file);
        ck_assert_msg(owner.grouped == cases[i].grouped, "%s", cases[i].name);
        ck_assert_msg(owner.late == cases[i].late, "%s", cases[i].name);
        owner_free(&owner);
    }
}
END_TEST

/* --- Which exercise it is ---------------------------------------------------------- */

static struct exercise exercises[] = {
    {.id = "1.1", .chapter = "01-ewma", .name = "ewma_decay"},
    {.id = "3.2", .chapter = "03-adaptive", .name = "adam"},
    {.id = "3.3", .chapter = "03-adaptive", .name = "adam_eps"},
    {.id = "6.2", .chapter = "06-adamw", .name = "adamw"}};

/* Gathers what is in the folder "in". */
static json_t *gathered(void)
{
    const struct workbook workbook = {.count = 4, .exercises = exercises};
    const struct gathering gathering = {.workbook = &workbook, .folder = folder};
    char in[] = "in", *entries[] = {in};
    const struct submission submission = {.count = 1, .entries = entries};
    char *to = text_format("%s/out", folder);
    json_t *result = gather(&gathering, &submission, to);
    free(to);
    return result;
}

static char *taken(const struct exercise *e)
{
    char *path = text_format("%s/out/%s/%s.c", folder, e->chapter, e->name);
    char *text = file_read(path);
    free(path);
    return text;
}

static bool has_note(const json_t *result, const char *part)
{
    size_t i;
    json_t *note;
    json_array_foreach(json_object_get(result, "notes"), i,
                       note) if (strstr(json_string_value(note), part)) return true;
    return false;
}

/* One file alone: which exercise it is taken for (-1: for none), and whether a note says
 * something of it. */
static void expect_name(const char *path, int due, bool noted)
{
    char *inside = text_format("in/%s", path);
    make_folder();
    put(inside, "int x;\n");
    json_t *result = gathered();
    for (int i = 0; i < 4; i++) {
        char *text = taken(&exercises[i]);
        ck_assert_msg(!text == (i != due), "%s, %s", path, exercises[i].name);
        free(text);
    }
    ck_assert_msg(has_note(result, path) == noted, "%s", path);
    json_decref(result);
    remove_all();
    free(inside);
}

START_TEST(names)
{
    expect_name("01-ewma/ewma_decay.c", 0, false);
    expect_name("deep/er/01-ewma/ewma_decay.c", 0, false);
    expect_name("ewma_decay.c", 0, false);
    expect_name("Ewma_Decay.C", 0, true);
    expect_name("ewma_decay (1).c", 0, true);
    expect_name("ewma_decay(2).c", 0, true);
    expect_name("ewma_decay-1.c", 0, true);
    expect_name("ewma_decay - Copy.c", 0, true);
    expect_name("ewma_decay copy 2.c", 0, true);
    expect_name("ewma_decay.c.txt", 0, true);
    expect_name("kim_12345_ewma_decay.c", 0, true);
    expect_name("kim_12345_67_ewma_decay-1.c", 0, true);
    expect_name("kim_adam_eps.c", 2, true);
    expect_name("kim_adam.c", 1, true);
    expect_name("adamw.c", 3, false);
    expect_name("myadam.c", -1, true);
    expect_name("adam_final.c", -1, true);
    expect_name("adams.c", -1, true);
    expect_name("adam.cpp", -1, false);
    expect_name("(1).c", -1, true);
    expect_name("-1.c", -1, true);
}
END_TEST

START_TEST(several)
{
    make_folder();
    put("in/03-adaptive/adam.c", "int right;\n");
    put("in/adam (1).c", "int other;\n");
    put("in/a/ewma_decay.c", "int one;\n");
    put("in/b/ewma_decay.c", "int two;\n");
    put("in/a/kim_adamw.c", "int same;\n");
    put("in/b/kim_adamw.c", "int same;\n");
    put("in/helper.c", "int x;\n");
    put("in/.adam_eps.c", "int hidden;\n");
    put("in/__MACOSX/adam_eps.c", "int hidden;\n");
    json_t *result = gathered();
    char *texts[4];
    for (int i = 0; i < 4; i++)
        texts[i] = taken(&exercises[i]);
    ck_assert_ptr_null(texts[0]);
    ck_assert(has_note(result, "1.1 is unclear: it may be in/a/ewma_decay.c, in/b"));
    ck_assert_str_eq(texts[1], "int right;\n");
    ck_assert(has_note(result, "3.2 was also handed in as in/adam (1).c"));
    ck_assert_ptr_null(texts[2]);
    ck_assert_str_eq(texts[3], "int same;\n");
    ck_assert(has_note(result, "in/helper.c is no exercise's file."));
    json_decref(result);
    for (int i = 0; i < 4; i++)
        free(texts[i]);
    char *gone = text_format("%s/in/03-adaptive", folder);
    char *command = text_format("rm -r %s '%s/in/adam (1).c'", gone, folder);
    ck_assert_int_eq(system(command), 0);
    json_decref(gathered());
    ck_assert_ptr_null(taken(&exercises[1]));
    free(command);
    free(gone);
    remove_all();
}
END_TEST

/* --- Text -------------------------------------------------------------------------- */

static void expect_text(const char *bytes, size_t length, const char *due)
{
    char *text = source_decode(bytes, length);
    if (due)
        ck_assert_pstr_eq(text, due);
    else
        ck_assert_ptr_null(text);
    free(text);
}
#define EXPECT_TEXT(bytes, due) expect_text(bytes, sizeof bytes - 1, due)

START_TEST(encodings)
{
    EXPECT_TEXT("", "");
    EXPECT_TEXT("a\r\nb\rc\n", "a\nb\rc\n");
    EXPECT_TEXT("\xef\xbb\xbf/* \xce\xb1 */", "/* \xce\xb1 */");
    EXPECT_TEXT("/* \xe9t\xe9 */", "/* \xc3\xa9t\xc3\xa9 */");
    EXPECT_TEXT("\xff\xfe\x61\x00\xb1\x03", "a\xce\xb1");
    EXPECT_TEXT("\xfe\xff\x00\x61\x03\xb1", "a\xce\xb1");
    EXPECT_TEXT("\xff\xfe\x61", NULL);
    EXPECT_TEXT("\xff\xfe\x00\xd8", NULL);
    EXPECT_TEXT("int x;\0", NULL);
    EXPECT_TEXT("\x7f"
                "ELF\0\1",
                NULL);
}
END_TEST

/* --- Archives ---------------------------------------------------------------------- */

/* One entry of an archive to be made. */
struct entry {
    const char *name;
    mode_t type;
    const char *link;
    size_t size; /* of blanks; 0: "int x;" */
};

static void write_entry(struct archive *archive, const struct entry *e)
{
    struct archive_entry *entry = archive_entry_new();
    size_t size = e->size ? e->size : 6;
    char *bytes = malloc(size);
    memset(bytes, ' ', size);
    memcpy(bytes, "int x;", 6);
    archive_entry_set_pathname(entry, e->name);
    archive_entry_set_filetype(entry, e->type);
    archive_entry_set_perm(entry, 0644);
    if (e->type == AE_IFREG && !e->link)
        archive_entry_set_size(entry, (la_int64_t)size);
    if (e->type == AE_IFLNK)
        archive_entry_set_symlink(entry, e->link);
    else if (e->link)
        archive_entry_set_hardlink(entry, e->link);
    ck_assert_int_eq(archive_write_header(archive, entry), ARCHIVE_OK);
    if (e->type == AE_IFREG && !e->link)
        archive_write_data(archive, bytes, size);
    archive_entry_free(entry);
    free(bytes);
}

static void write_archive(const char *name, const struct entry *entries, size_t count)
{
    char *path = text_format("%s/%s", folder, name);
    struct archive *archive = archive_write_new();
    if (strstr(name, ".zip")) {
        archive_write_set_format_zip(archive);
    } else {
        archive_write_set_format_pax_restricted(archive);
        archive_write_add_filter_gzip(archive);
    }
    ck_assert_int_eq(archive_write_open_filename(archive, path), ARCHIVE_OK);
    for (size_t i = 0; i < count; i++)
        write_entry(archive, &entries[i]);
    archive_write_close(archive);
    archive_write_free(archive);
    free(path);
}

static json_t *handed(const char *name)
{
    json_t *list = handed_list();
    handed_read(list, folder, name, false);
    return list;
}

/* The texts of its files, and the problems of the others, a line each; to be freed. */
static char *summary(const json_t *list)
{
    char *text = strdup("");
    size_t i;
    json_t *file;
    json_array_foreach(json_object_get(list, "files"), i, file)
    {
        const char *problem = json_string_value(json_object_get(file, "problem"));
        char *more = text_format("%s%s%s%s\n", text,
                                 json_string_value(json_object_get(file, "path")),
                                 problem ? ": " : "", problem ? problem : "");
        free(text);
        text = more;
    }
    return text;
}

static const struct entry hostile[] = {
    {"01-ewma/ewma_decay.c", AE_IFREG, NULL, 0},
    {"win\\dows.c", AE_IFREG, NULL, 0},
    {"/etc/absolute.c", AE_IFREG, NULL, 0},
    {"../up.c", AE_IFREG, NULL, 0},
    {"../../up.c", AE_IFREG, NULL, 0},
    {"a/../../up.c", AE_IFREG, NULL, 0},
    {"solution.c", AE_IFLNK, "/etc/passwd", 0},
    {"large.c", AE_IFREG, NULL, (1 << 20) + 1},
    {"two\nlines\033[2J.c", AE_IFREG, NULL, 0},
    {"inner.zip", AE_IFREG, NULL, 0},
    {"notes.txt", AE_IFREG, NULL, 0},
    {"__MACOSX/._x.c", AE_IFREG, NULL, 0},
};
static const struct entry more_hostile[] = {
    {"hard.c", AE_IFREG, "01-ewma/ewma_decay.c", 0},
    {"device.c", AE_IFCHR, NULL, 0},
    {"pipe.c", AE_IFIFO, NULL, 0},
    {"pipe", AE_IFIFO, NULL, 0},
};
enum {
    HOSTILE = sizeof hostile / sizeof *hostile,
    MORE = sizeof more_hostile / sizeof *more_hostile
};

static const char hostile_summary[] =
    "01-ewma/ewma_decay.c\n"
    "win/dows.c\n"
    "/etc/absolute.c: has a path that leads out of its archive\n"
    "../up.c: has a path that leads out of its archive\n"
    "../../up.c: has a path that leads out of its archive\n"
    "a/../../up.c: has a path that leads out of its archive\n"
    "solution.c: is a link\n"
    "large.c: is larger than 1 MiB\n"
    "two lines?[2J.c\n";

/* The summary without the archive's own name. */
static char *inside(const char *name)
{
    json_t *list = handed(name);
    char *text = summary(list), *own = text_format("%s/", name), *to = text;
    for (char *at = text; *at;) {
        if (strncmp(at, own, strlen(own)) == 0 && (at == text || at[-1] == '\n'))
            at += strlen(own);
        do
            *to++ = *at;
        while (*at && *at++ != '\n');
    }
    *to = '\0';
    free(own);
    json_decref(list);
    return text;
}

START_TEST(archives)
{
    make_folder();
    write_archive("kim.zip", hostile, HOSTILE);
    char *text = inside("kim.zip");
    ck_assert_str_eq(text, hostile_summary);
    free(text);
    json_t *list = handed("kim.zip");
    ck_assert(has_note(list, "inner.zip is an archive in an archive"));
    ck_assert(json_is_true(json_object_get(list, "unread")));
    json_decref(list);
    write_archive("kim.tar.gz", more_hostile, MORE);
    text = inside("kim.tar.gz");
    ck_assert_str_eq(text, "hard.c: is a link\n"
                           "device.c: is a pipe or a device\n"
                           "pipe.c: is a pipe or a device\n");
    free(text);
    remove_all();
}
END_TEST

/* Damaged at any place, it is read as far as it goes, and that is said. */
START_TEST(damaged)
{
    make_folder();
    write_archive("kim.tar.gz", hostile, HOSTILE);
    char *path = text_format("%s/kim.tar.gz", folder);
    size_t length;
    char *bytes = file_read_bytes(path, &length);
    for (size_t i = 0; i < 12; i++) {
        FILE *file = fopen(path, "w");
        fwrite(bytes, 1, i * length / 12, file);
        fclose(file);
        json_t *list = handed("kim.tar.gz");
        ck_assert_msg(json_is_true(json_object_get(list, "unread")), "%zu of 12", i);
        ck_assert_uint_gt(json_array_size(json_object_get(list, "notes")), 0);
        json_decref(list);
    }
    free(bytes);
    free(path);
    put("bad.zip", "this is no archive\n");
    json_t *list = handed("bad.zip");
    ck_assert(has_note(list, "bad.zip is not an archive that can be read."));
    json_decref(list);
    remove_all();
}
END_TEST

START_TEST(bombs)
{
    make_folder();
    struct entry *many = calloc(6000, sizeof *many);
    for (size_t i = 0; i < 6000; i++)
        many[i] = (struct entry){i % 2 ? "x.c" : "y.txt", AE_IFREG, NULL, 0};
    write_archive("many.zip", many, 6000);
    json_t *list = handed("many.zip");
    ck_assert_uint_le(json_array_size(json_object_get(list, "files")), 500);
    ck_assert(has_note(list, "more than a submission may have"));
    json_decref(list);
    for (size_t i = 0; i < 20; i++)
        many[i] = (struct entry){"x.c", AE_IFREG, NULL, 1 << 20};
    write_archive("large.tar.gz", many, 20);
    list = handed("large.tar.gz");
    ck_assert_uint_le(json_array_size(json_object_get(list, "files")), 9);
    ck_assert(json_is_true(json_object_get(list, "unread")));
    json_decref(list);
    free(many);
    remove_all();
}
END_TEST

START_TEST(folders)
{
    make_folder();
    put("in/a.c", "int x;\n");
    put("in/deep/1/2/3/4/5/6/7/8/9/10/11/12/13/b.c", "int x;\n");
    put("elsewhere.c", "int secret;\n");
    char *command =
        text_format("cd %s/in && ln -s ../elsewhere.c link.c && mkfifo p.c q && "
                    "ln ../elsewhere.c hard.c && ln -s .. up && mkdir d.c",
                    folder);
    ck_assert_int_eq(system(command), 0);
    free(command);
    json_t *list = handed("in");
    char *text = summary(list);
    ck_assert_str_eq(text, "in/a.c\n"
                           "in/hard.c: is a hard link, not a file of its own\n"
                           "in/link.c: is a symbolic link, not a file\n"
                           "in/p.c: is a pipe or a device, not a file\n");
    ck_assert(has_note(list, "in/q is a link, a pipe or a device"));
    ck_assert(has_note(list, "in/up is a link, a pipe or a device"));
    ck_assert(has_note(list, "too many files or folders"));
    free(text);
    json_decref(list);
    remove_all();
}
END_TEST

int main(int argc, char **argv)
{
    if (argc > 1 && strcmp(argv[1], "unpack") == 0)
        return unpack_main(argc - 1, argv + 1);
    Suite *suite = suite_create("handed");
    TCase *tcase = tcase_create("handed");
    tcase_add_test(tcase, owners);
    tcase_add_test(tcase, names);
    tcase_add_test(tcase, several);
    tcase_add_test(tcase, encodings);
    tcase_add_test(tcase, archives);
    tcase_add_test(tcase, damaged);
    tcase_add_test(tcase, bombs);
    tcase_add_test(tcase, folders);
    suite_add_tcase(suite, tcase);
    return run_suite(suite);
}
