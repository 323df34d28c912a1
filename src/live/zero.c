/* zero.c: what a process keeps and sends in the stages of ZeRO, for any number of bytes
 * of parameters, gradients and state. */
#include "lab/figure.h"
#include "live.h"
#include "optim/training_memory.h"

/* 1 to 1024 processes; so many parameters that all of them have equal parts. */
enum { SIZES = 11, STAGES = 4, N = 1 << 20 };
enum { PARAMETER, GRADIENT, STATE, DOUBLINGS };

struct live_setting live_settings[] = {
    {"parameter", 1}, {"gradient", 1}, {"state", 2}, {"doublings", 3}, {NULL, 0}};

static double processes[SIZES], kept[STAGES][SIZES], sent[STAGES][SIZES];

const struct live_result live_results[] = {
    LIVE_ARRAY("processes", processes, "zero.dat 0 1"),
    LIVE_ARRAY("kept.0", kept[0], "zero.dat 0 2"),
    LIVE_ARRAY("kept.1", kept[1], "zero.dat 0 3"),
    LIVE_ARRAY("kept.2", kept[2], "zero.dat 0 4"),
    LIVE_ARRAY("kept.3", kept[3], "zero.dat 0 5"),
    LIVE_ARRAY("sent.0", sent[0], "zero.dat 0 6"),
    LIVE_ARRAY("sent.1", sent[1], "zero.dat 0 7"),
    LIVE_ARRAY("sent.2", sent[2], "zero.dat 0 8"),
    LIVE_ARRAY("sent.3", sent[3], "zero.dat 0 9"),
    {NULL, 0, NULL, NULL},
};

void live_run(void)
{
    const struct memory_plan plan = {live_settings[PARAMETER].value,
                                     live_settings[GRADIENT].value,
                                     live_settings[STATE].value};
    for (size_t k = 0; k < SIZES; k++) {
        processes[k] = (double)(1 << k);
        for (enum zero_stage stage = ZERO_NONE; stage < STAGES; stage++) {
            struct memory_use use;
            require(memory_per_process(&plan, N, (size_t)1 << k, stage, &use));
            kept[stage][k] = (use.parameters + use.gradients + use.state) / N;
            sent[stage][k] = use.sent / N;
        }
    }
}
