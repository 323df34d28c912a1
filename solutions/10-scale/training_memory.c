/** @exercise 10.6 How many bytes?
 *  @points 10
 *
 *  Will it fit? Write two functions that answer before anything is allocated.
 *
 *  The first gives the bytes a parameter of an optimizer: of the parameters, of the
 *  gradients and of what the optimizer keeps. With mixed precision, parameters and
 *  gradients have two bytes each, and the optimizer keeps a *master copy* of the
 *  parameters in single precision, four bytes more.
 *
 *  The second shares them out among $N$ processes, as the stages of ZeRO do, and says
 *  what a process sends in a step. A *reduce-scatter* leaves each process with the sum of
 *  its own part of the gradients; an *all-gather* gives each process all parts of the
 *  parameters. In either a process sends $N-1$ parts.
 *
 *  @hint What is divided by N in each stage, and what is not? If 10 numbers are shared
 *        out among 4, how many has the first one? What does a stage-3 process not keep
 *        when the step is over, and so what must it fetch, and how often?
 *  @hint A part has $p = \lceil n/N \rceil$ numbers. Sent are $(N-1)\,p$ gradients once,
 *        and as many parameters once, or twice in stage 3. States: 0, 4, 8 bytes;
 *        $2 + 8\lceil n/b\rceil/n$ for codes, with $b$ numbers a block; $4\,(\text{rows}
 *        + \text{columns})/n$ for Adafactor; 4 more if mixed.
 *  @plot stages processes kept
 *  @commentary For $N \to \infty$ a process sends $2\Psi$ numbers in stages 0 to 2 and
 *  $3\Psi$ in stage 3, since $(N-1)\,p \to \Psi$. Stage 0 sends as much as stage 1,
 *  because an all-reduce *is* a reduce-scatter and an all-gather. */
#include "optim/training_memory.h"
#include "optim/todo.h"

#include <math.h>

// BEGIN SOLUTION
static bool is_amount(double x)
{
    return x >= 0 && isfinite(x);
}

// END SOLUTION
enum descent_status memory_per_process(const struct memory_plan *plan, size_t n,
                                       size_t processes, enum zero_stage stage,
                                       struct memory_use *use)
{
    // BEGIN SOLUTION
    if (!is_amount(plan->parameter) || !is_amount(plan->gradient) ||
        !is_amount(plan->state) || processes < 1 || stage < ZERO_NONE ||
        stage > ZERO_PARAMETERS)
        return DESCENT_ERANGE;
    const double part = (double)(n / processes + (n % processes != 0)), all = (double)n;
    const double others = (double)(processes - 1) * part;
    const double gathers = stage == ZERO_PARAMETERS ? 2 : 1;
    use->parameters = plan->parameter * (stage >= ZERO_PARAMETERS ? part : all);
    use->gradients = plan->gradient * (stage >= ZERO_GRADIENTS ? part : all);
    use->state = plan->state * (stage >= ZERO_STATE ? part : all);
    use->sent = others * (plan->gradient + gathers * plan->parameter);
    return DESCENT_OK;
    // END SOLUTION
}

// BEGIN SOLUTION
/* Bytes a parameter of the averages; negative for a method that there is not. */
static double state_bytes(enum memory_method method, double rows, double cols,
                          double block)
{
    const double n = rows * cols;
    switch (method) {
    case MEMORY_SGD:
        return 0;
    case MEMORY_MOMENTUM:
        return 4;
    case MEMORY_ADAM:
        return 8;
    case MEMORY_ADAM8:
        return 2 + 8 * ceil(n / block) / n;
    case MEMORY_ADAFACTOR:
        return 4 * (rows + cols) / n;
    }
    return -1;
}

// END SOLUTION
enum descent_status memory_plan_of(enum memory_method method, bool mixed, size_t rows,
                                   size_t cols, size_t block, struct memory_plan *plan)
{
    // BEGIN SOLUTION
    const double state = state_bytes(method, (double)rows, (double)cols, (double)block);
    if (state < 0 || rows < 2 || cols < 2 || (method == MEMORY_ADAM8 && block < 1))
        return DESCENT_ERANGE;
    *plan = (struct memory_plan){.parameter = mixed ? 2 : 4,
                                 .gradient = mixed ? 2 : 4,
                                 .state = state + (mixed ? 4 : 0)};
    return DESCENT_OK;
    // END SOLUTION
}
