/* results.c: files that survive whatever ends the program. */
#include "tool/results.h"
#include "tool/files.h"

#include <errno.h>
#include <error.h>
#include <fcntl.h>
#include <stdlib.h>
#include <sys/file.h>
#include <unistd.h>

static int lock = -1;

void results_open(const char *folder)
{
    static const char *const kinds[] = {"files", "submissions", "units"};
    for (size_t i = 0; i < sizeof kinds / sizeof *kinds; i++) {
        char *path = text_format("%s/%s", folder, kinds[i]);
        folder_make(path);
        free(path);
    }
    char *path = text_format("%s/lock", folder);
    lock = open(path, O_RDWR | O_CREAT | O_CLOEXEC, 0666);
    if (lock < 0)
        error(EXIT_USAGE, errno, "cannot write %s", path);
    if (flock(lock, LOCK_EX | LOCK_NB))
        error(EXIT_USAGE, 0, "another batch is writing to %s", folder);
    free(path);
    path = results_path(folder, "submissions", "", NULL);
    file_remove_temporaries(path);
    file_remove_temporaries(folder);
    free(path);
}

void results_close(void)
{
    close(lock);
}

char *results_path(const char *folder, const char *kind, const char *key, const char *id)
{
    return text_format("%s/%s/%s%s%s", folder, kind, key, id ? "/" : "", id ? id : "");
}

void results_store(const char *path, const json_t *value)
{
    char *text = json_dumps(value, JSON_INDENT(2) | JSON_ENCODE_ANY);
    if (!text)
        error(EXIT_USAGE, 0, "cannot write %s: it is no JSON", path);
    file_write_safely(path, text);
    free(text);
}

json_t *results_load(const char *path)
{
    return json_load_file(path, JSON_DECODE_ANY, NULL);
}
