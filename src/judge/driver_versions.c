/* driver_versions.c: main program of a driver of many versions, the known mistakes.
 *
 *     driver CASE SEED VERSION */
#include "judge/driver.h"

#include <string.h>

size_t driver_version;

static bool find_version(const char *name)
{
    for (driver_version = 0; driver_versions[driver_version]; driver_version++)
        if (strcmp(driver_versions[driver_version], name) == 0)
            return true;
    return false;
}

int main(int argc, char **argv)
{
    driver_take_request(&argc, &argv);
    return argc == 4 && find_version(argv[3]) ? driver_run(argv[1], argv[2])
                                              : driver_usage();
}
