/* formats.c: the relative error of 16 bits by the size of a number that is scaled before
 * it is rounded. */
#include "../../chapters/10-scale/figures/rounding.h"
#include "live.h"

enum { DOUBLINGS, AT, DRAWN };

struct live_setting live_settings[] = {
    {"doublings", 0}, {"at", -6}, {"drawn", 2000}, {NULL, 0}};

static double size[FORMAT_BINS], fp16[FORMAT_BINS], bf16[FORMAT_BINS], said[2];

const struct live_result live_results[] = {
    LIVE_ARRAY("size", size, "formats.dat 0 1"),
    LIVE_ARRAY("fp16", fp16, "formats.dat 0 2"),
    LIVE_ARRAY("bf16", bf16, "formats.dat 0 3"),
    LIVE_ARRAY("said", said, NULL), /* the errors of the size that is asked for */
    {NULL, 0, NULL, NULL},
};

void live_run(void)
{
    const double scale = ldexp(1, (int)live_settings[DOUBLINGS].value);
    const size_t drawn = (size_t)live_settings[DRAWN].value;
    struct rng rng = rng_seed(1);
    for (size_t bin = 0; bin < FORMAT_BINS; bin++) {
        size[bin] = format_size(bin) * pow(10, 0.05);
        fp16[bin] = format_error(FP16, scale, format_size(bin), drawn, &rng);
        bf16[bin] = format_error(BF16, scale, format_size(bin), drawn, &rng);
    }
    const double at = pow(10, live_settings[AT].value);
    said[0] = format_error(FP16, scale, at, drawn, &rng);
    said[1] = format_error(BF16, scale, at, drawn, &rng);
}
