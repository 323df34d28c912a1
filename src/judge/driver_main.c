/* driver_main.c: main program of every driver but those of known mistakes. */
#include "judge/driver.h"

int main(int argc, char **argv)
{
    driver_take_request(&argc, &argv);
    return argc == 3 ? driver_run(driver_trace(), argv[1], argv[2]) : driver_usage();
}
