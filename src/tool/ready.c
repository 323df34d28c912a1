/* ready.c: what has to be there before anything is graded. */
#include "tool/ready.h"
#include "run/machine.h"
#include "tool/files.h"

#include <error.h>
#include <stdlib.h>
#include <sys/statvfs.h>

/* Gradings side by side share the disk: one fails where it is full, and when it is looked
 * at again another may have made room. So there has to be room for all from the start. */
static void check_disk(const struct grading *grading)
{
    enum { EACH = 4 << 20 };
    struct statvfs disk;
    char *path = text_format("%s/build", grading->workbook->root);
    if (statvfs(path, &disk) == 0 &&
        disk.f_bavail * disk.f_frsize < (uint64_t)EACH * grading->jobs)
        error(EXIT_USAGE, 0, "the disk is full: no room to grade in %s", path);
    free(path);
}

void ready_check_room(const struct grading *grading)
{
    char why[200];
    if (!machine_has_room(why, sizeof why))
        error(EXIT_USAGE, 0, "%s", why);
    check_disk(grading);
}

void ready_check_sandbox(const struct grading *grading, const char *option)
{
    char why[200];
    if (grading->sandboxed && !sandbox_works(why, sizeof why))
        error(EXIT_USAGE, 0,
              "the sandbox does not work here (%s).\nInstall bubblewrap, or use "
              "%s if you trust the code that is graded",
              why, option);
}
