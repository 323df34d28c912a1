/* roster.c: groups the entries of a folder into submissions.
 *
 * Invariant: every entry that is not hidden belongs to exactly one submission, so that
 * nobody who has handed something in is left out. */
#include "tool/roster.h"
#include "judge/text.h"
#include "tool/files.h"
#include "tool/gradescope.h"
#include "tool/owner.h"
#include "tool/results.h"

#include <ctype.h>
#include <dirent.h>
#include <errno.h>
#include <error.h>
#include <ftw.h>
#include <stdlib.h>
#include <string.h>
#include <sys/stat.h>

/* What a download has beside the submissions. */
static bool is_beside(const char *name)
{
    return name[0] == '.' || strcmp(name, "__MACOSX") == 0 ||
           strcmp(name, "submission_metadata.yml") == 0;
}

/* A name that a file can have everywhere: other bytes than letters, digits and a few
 * signs are written as their numbers. */
static char *make_key(const char *name)
{
    enum { LONGEST = 180 };
    char *key = calloc(3, strlen(name) + 1), *end = key;
    if (!key)
        error(EXIT_USAGE, 0, "out of memory");
    for (const char *at = name; *at; at++) {
        unsigned char byte = (unsigned char)*at;
        bool plain = isalnum(byte) || strchr(" _+@", byte) || byte >= 0x80 ||
                     (at > name && strchr(".-", byte));
        end += sprintf(end, plain ? "%c" : "%%%02x", byte);
    }
    char *clean = strdup(key);
    text_clean(clean, strlen(clean));
    bool odd = strcmp(clean, key) != 0 || strlen(key) > LONGEST;
    free(clean);
    if (odd) {
        char *hashed =
            text_format("%%%016llx", (unsigned long long)bytes_hash(key, strlen(key), 0));
        free(key);
        key = hashed;
    }
    return key;
}

static time_t newest; /* nftw() has no argument for it */

static int look_at_time(const char *path, const struct stat *status, int type,
                        struct FTW *walk)
{
    enum { DEEPEST = 8 };
    (void)path;
    if (type == FTW_F && S_ISREG(status->st_mode) && status->st_mtime > newest)
        newest = status->st_mtime;
    return walk->level > DEEPEST;
}

/* When the newest file of an entry was written. */
static time_t entry_time(const char *folder, const char *entry)
{
    char *path = text_format("%s/%s", folder, entry);
    newest = 0;
    nftw(path, look_at_time, 16, FTW_PHYS);
    free(path);
    return newest;
}

static void add_entry(struct submission *submission, const char *folder,
                      const char *entry)
{
    submission->entries = realloc(submission->entries,
                                  (submission->count + 1) * sizeof *submission->entries);
    if (!submission->entries)
        error(EXIT_USAGE, 0, "out of memory");
    submission->entries[submission->count++] = strdup(entry);
    time_t time = entry_time(folder, entry);
    if (time > submission->time)
        submission->time = time;
}

static struct submission *add_submission(struct roster *roster, char *key)
{
    roster->submissions =
        realloc(roster->submissions, (roster->count + 1) * sizeof *roster->submissions);
    if (!roster->submissions)
        error(EXIT_USAGE, 0, "out of memory");
    struct submission *submission = &roster->submissions[roster->count++];
    *submission = (struct submission){.key = key};
    return submission;
}

/* Entries come in the order of their names, so those of one owner follow each other. */
static void add_name(struct roster *roster, const char *name)
{
    struct owner owner;
    owner_read(&owner, name);
    char *group = text_format("%s_%s", owner.student, owner.id);
    char *key = make_key(owner.grouped ? group : name);
    struct submission *submission = NULL;
    for (size_t i = roster->count; i-- > 0 && owner.grouped && !submission;)
        if (strcmp(roster->submissions[i].key, key) == 0)
            submission = &roster->submissions[i];
    if (!submission) {
        submission = add_submission(roster, strdup(key));
        submission->student = strdup(owner.student);
        submission->id = strdup(owner.id);
        text_clean(submission->student, strlen(submission->student));
        text_clean(submission->id, strlen(submission->id));
    }
    submission->late |= owner.late;
    add_entry(submission, roster->folder, name);
    free(key);
    free(group);
    owner_free(&owner);
}

/* A folder of Gradescope's: a submission for each of its submitters, or for the folder
 * itself if it is not known whose it is. Returns whether it was one. */
static bool add_known(struct roster *roster, const char *name,
                      const struct submitter *known, size_t count)
{
    size_t found = 0;
    for (size_t i = 0; i < count; i++) {
        if (strcmp(known[i].folder, name) != 0)
            continue;
        char *own = text_format("%s_%s", name, known[i].id);
        struct submission *submission = add_submission(roster, make_key(own));
        submission->student = strdup(known[i].name);
        submission->id = strdup(known[i].id);
        text_clean(submission->student, strlen(submission->student));
        text_clean(submission->id, strlen(submission->id));
        add_entry(submission, roster->folder, name);
        if (known[i].time)
            submission->time = known[i].time;
        free(own);
        found++;
    }
    return found > 0;
}

/* The names in a folder, sorted; ends with NULL. */
static char **list_names(const char *folder)
{
    struct dirent **found;
    int count = scandir(folder, &found, NULL, alphasort);
    if (count < 0)
        error(EXIT_USAGE, errno, "cannot open the folder %s", folder);
    char **names = calloc((size_t)count + 1, sizeof *names), **end = names;
    if (!names)
        error(EXIT_USAGE, 0, "out of memory");
    for (int i = 0; i < count; i++) {
        if (!is_beside(found[i]->d_name))
            *end++ = strdup(found[i]->d_name);
        free(found[i]);
    }
    free(found);
    return names;
}

bool same_student(const struct submission *a, const struct submission *b)
{
    return strcmp(a->student, b->student) == 0 && strcmp(a->id, b->id) == 0;
}

static int compare(const void *a, const void *b)
{
    const struct submission *x = a, *y = b;
    int by_name = strcmp(x->student, y->student), by_id = strcmp(x->id, y->id);
    int by_time = (x->time > y->time) - (x->time < y->time);
    return by_name ? by_name : by_id ? by_id : by_time ? by_time : strcmp(x->key, y->key);
}

static void sort(struct roster *roster)
{
    if (roster->count > 0)
        qsort(roster->submissions, roster->count, sizeof *roster->submissions, compare);
}

/* How many each student has handed in. */
static void count_all(struct roster *roster)
{
    struct submission *all = roster->submissions;
    for (size_t i = 0, next; i < roster->count; i = next) {
        for (next = i + 1; next < roster->count && same_student(&all[i], &all[next]);)
            next++;
        for (size_t j = i; j < next; j++)
            all[j].of = next - i;
    }
}

static struct submitter *read_submitters(const char *folder, size_t *count)
{
    struct submitter *submitters;
    char *path = text_format("%s/submission_metadata.yml", folder);
    char *problem = submitters_read(&submitters, count, path);
    if (problem)
        error(EXIT_USAGE, 0, "%s", problem);
    free(path);
    return submitters;
}

void roster_read(struct roster *roster, const char *folder, char *const *chapters,
                 size_t count)
{
    *roster = (struct roster){.folder = realpath(folder, NULL)};
    if (!roster->folder)
        error(EXIT_USAGE, errno, "cannot open the folder %s", folder);
    char **names = list_names(roster->folder);
    size_t known_count;
    struct submitter *known = read_submitters(roster->folder, &known_count);
    for (size_t i = 0; names[i]; i++) {
        for (size_t j = 0; j < count; j++)
            if (strcmp(names[i], chapters[j]) == 0)
                error(EXIT_USAGE, 0,
                      "%s holds %s, so it is one submission; name the folder in which "
                      "all of them lie",
                      folder, names[i]);
        if (!add_known(roster, names[i], known, known_count))
            add_name(roster, names[i]);
        free(names[i]);
    }
    free(names);
    submitters_free(known, known_count);
    if (roster->count == 0)
        error(EXIT_USAGE, 0, "%s holds no submissions", folder);
    sort(roster);
    count_all(roster);
}

void roster_record(json_t *record, const struct submission *s)
{
    json_object_set_new(record, "student", json_string(s->student));
    json_object_set_new(record, "id", json_string(s->id));
    json_object_set_new(record, "time", json_integer(s->time));
    json_object_set_new(record, "late", json_boolean(s->late));
    json_object_set_new(record, "of", json_integer((json_int_t)s->of));
}

void roster_load(struct roster *roster, const char *folder)
{
    *roster = (struct roster){.folder = results_path(folder, "submissions", "", NULL)};
    char **names = list_names(roster->folder);
    for (size_t i = 0; names[i]; i++) {
        char *path = results_path(folder, "submissions", names[i], NULL), *student, *id;
        json_int_t time, of;
        int late;
        json_t *record = results_load(path);
        if (json_unpack(record, "{s:s, s:s, s:I, s:b, s:I}", "student", &student, "id",
                        &id, "time", &time, "late", &late, "of", &of))
            error(EXIT_USAGE, 0, "%s is no submission's record", path);
        struct submission *submission = add_submission(roster, names[i]);
        submission->student = strdup(student);
        submission->id = strdup(id);
        submission->time = time;
        submission->late = late;
        submission->of = (size_t)of;
        json_decref(record);
        free(path);
    }
    free(names);
    sort(roster);
}

void roster_free(struct roster *roster)
{
    for (size_t i = 0; i < roster->count; i++) {
        struct submission *s = &roster->submissions[i];
        for (size_t j = 0; j < s->count; j++)
            free(s->entries[j]);
        free(s->entries);
        free(s->key);
        free(s->student);
        free(s->id);
    }
    free(roster->submissions);
    free(roster->folder);
}
