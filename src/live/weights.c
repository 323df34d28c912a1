/* weights.c: how an SMA and an EWMA weigh their samples, and the response of both to a
 * jump, which is the weight of the newest samples together. */
#include "lab/figure.h"
#include "live.h"
#include "optim/ewma.h"
#include "optim/ewma_weights.h"
#include "optim/sma.h"

enum { AGES = 120 };
enum { LAMBDA, WINDOW };

struct live_setting live_settings[] = {{"lambda", 0.95}, {"window", 39}, {NULL, 0}};

static double ewma_weights[AGES], sma_weights[AGES], ewma_sums[AGES], sma_sums[AGES],
    says[2];

const struct live_result live_results[] = {
    LIVE_ARRAY("ewma", ewma_weights, "weights.dat 0 2"),
    LIVE_ARRAY("sma", sma_weights, "weights.dat 0 3"),
    LIVE_ARRAY("ewma.sum", ewma_sums, "weights.dat 0 5"),
    LIVE_ARRAY("sma.sum", sma_sums, "weights.dat 0 6"),
    LIVE_ARRAY("says", says, NULL), /* mean age of the EWMA's and of the SMA's samples */
    {NULL, 0, NULL, NULL},
};

void live_run(void)
{
    const real lambda = (real)live_settings[LAMBDA].value, alpha = 1 - lambda;
    const size_t window = (size_t)live_settings[WINDOW].value;
    struct sma sma;
    struct ewma ewma;
    require(sma_init(&sma, window));
    require(ewma_init(&ewma, (struct ewma_config){lambda, EWMA_START_ZERO, 1}));
    for (size_t t = 0; t < window; t++)
        sma_update(&sma, 0);
    for (size_t age = 0; age < AGES; age++) {
        ewma_weights[age] = (double)ewma_weight(alpha, age);
        sma_weights[age] = age < window ? 1.0 / (double)window : 0;
        ewma_sums[age] = (double)ewma_value(&ewma);
        sma_sums[age] = (double)sma_value(&sma);
        ewma_update(&ewma, 1);
        sma_update(&sma, 1);
    }
    says[0] = (double)(lambda / alpha);
    says[1] = ((double)window - 1) / 2;
    sma_free(&sma);
}
