/* numbers.c: bytes a parameter by optimizer, and by stage of ZeRO. */
#include "optim/training_memory.h"
#include "shared.h"

enum { METHODS = 5, SIDE = 4096, BLOCK = 256 };

static const struct {
    const char *name;
    enum memory_method method;
} methods_of[METHODS] = {{"sgd", MEMORY_SGD},
                         {"momentum", MEMORY_MOMENTUM},
                         {"adam", MEMORY_ADAM},
                         {"adam8", MEMORY_ADAM8},
                         {"adafactor", MEMORY_ADAFACTOR}};

void experiment(const char *directory, FILE *facts)
{
    (void)directory;
    const size_t n = 7500000000, processes = 64;
    struct memory_plan plan;
    for (size_t k = 0; k < METHODS; k++)
        for (int mixed = 0; mixed < 2; mixed++) {
            require(
                memory_plan_of(methods_of[k].method, mixed, SIDE, SIDE, BLOCK, &plan));
            figure_fact_of(facts, mixed ? "mixed-state" : "single-state",
                           methods_of[k].name, "%.4g", plan.state);
            figure_fact_of(facts, mixed ? "mixed-all" : "single-all", methods_of[k].name,
                           "%.4g", plan.parameter + plan.gradient + plan.state);
        }
    require(memory_plan_of(MEMORY_ADAM, true, SIDE, SIDE, BLOCK, &plan));
    for (unsigned stage = 0; stage < 4; stage++) {
        struct memory_use use;
        const char name[2] = {(char)('0' + stage), 0};
        require(memory_per_process(&plan, n, processes, (enum zero_stage)stage, &use));
        figure_fact_of(facts, "gigabytes", name, "%.3g",
                       (use.parameters + use.gradients + use.state) / 1e9);
        figure_fact_of(facts, "gigabytes-sent", name, "%.3g", use.sent / 1e9);
    }
}
