/* contest.c: the book's optimizers on four workloads, tuned alike; the small version of
 * `make compare`. */
#include "lab/tournament.h"
#include "optim/performance_profile.h"
#include "shared.h"

enum { METHODS = TOURNAMENT_METHODS, WORKLOADS = TOURNAMENT_WORKLOADS };

static struct tournament t;

static void run_all(void)
{
    struct task task;
    for (size_t w = 0; w < WORKLOADS; w++) {
        require(tournament_task(&t, w, &task));
        for (size_t m = 0; m < METHODS; m++)
            for (size_t k = 0; k < t.studies * t.trials; k++) {
                const enum descent_status status =
                    tournament_trial(&t, &task, w, m, k / t.trials, k % t.trials);
                require(status == DESCENT_ENAN ? DESCENT_OK : status);
            }
        task_free(&task);
    }
}

/* A fact's name has hyphens. */
static const char *spelled(size_t m)
{
    static char name[16];
    snprintf(name, sizeof name, "%s", contestants[m].name);
    for (char *c = strchr(name, '_'); c; c = strchr(c, '_'))
        *c = '-';
    return name;
}

/* What one pays who knows how frequent each symbol is, and nothing else. */
static double entropy_of_letters(void)
{
    struct corpus text;
    double count[256] = {0}, sum = 0;
    require(corpus_read(&text, CORPUS_PATH));
    for (size_t i = 0; i < text.train_length; i++)
        count[text.train[i]]++;
    for (size_t k = 0; k < text.symbols; k++)
        if (count[k] > 0)
            sum -= count[k] / (double)text.train_length *
                   log(count[k] / (double)text.train_length);
    corpus_free(&text);
    return sum;
}

/* Each study's time; what was not reached is drawn above the longest run. */
static void write_times(const char *directory, const tournament_times time)
{
    FILE *file = figure_open(directory, "times.dat");
    fprintf(file, "# method, steps of a study; an index for each workload\n");
    for (size_t w = 0; w < WORKLOADS; w++) {
        for (size_t m = 0; m < METHODS; m++)
            for (size_t s = 0; s < t.studies; s++)
                fprintf(file, "%g %.4g %d\n",
                        (double)m + 0.12 * ((double)s - (double)(t.studies - 1) / 2),
                        fmin(time[w][m][s], 220), isfinite(time[w][m][s]));
        fprintf(file, "\n\n");
    }
    figure_close(file);
}

static void write_profiles(const char *directory, const tournament_times time)
{
    real ratio[METHODS * WORKLOADS];
    tournament_ratios(&t, time, NULL, ratio);
    FILE *file = figure_open(directory, "profiles.dat");
    fprintf(file, "# tau, then a profile, and a score with tau_max = tau, a method\n");
    for (double tau = 1; tau < 6.005; tau += 0.01) {
        fprintf(file, "%.2f", tau);
        for (size_t m = 0; m < METHODS; m++)
            fprintf(
                file, " %.4g %.4g",
                (double)performance_profile(WORKLOADS, ratio + m * WORKLOADS, (real)tau),
                (double)performance_score(WORKLOADS, ratio + m * WORKLOADS,
                                          (real)(tau + 1e-6)));
        fputc('\n', file);
    }
    figure_close(file);
}

/* @return the highest score */
static double score_facts(FILE *facts, const char *kind, const tournament_times time,
                          double tau_max, bool bounds)
{
    struct tournament_score score[METHODS];
    char low[64], high[64];
    snprintf(low, sizeof low, "%s-low", kind);
    snprintf(high, sizeof high, "%s-high", kind);
    tournament_score(&t, time, tau_max, score);
    double most = 0;
    for (size_t m = 0; m < METHODS; m++) {
        most = fmax(most, score[m].score);
        figure_fact_of(facts, kind, spelled(m), "%.2f", score[m].score);
        if (bounds) {
            figure_fact_of(facts, low, spelled(m), "%.2f", score[m].low);
            figure_fact_of(facts, high, spelled(m), "%.2f", score[m].high);
        }
    }
    return most;
}

void experiment(const char *directory, FILE *facts)
{
    static tournament_times time;
    tournament_plan(&t, true);
    t.seed += 100 * (FIRST_SEED - 1);
    run_all();
    tournament_measure(&t, 0.02, t.trials, false, time);
    write_times(directory, time);
    figure_fact(facts, "contest-target-language", "%.2f", tournament_target(&t, 3, 0.02));
    figure_fact(facts, "contest-letters", "%.2f", entropy_of_letters());
    write_profiles(directory, time);
    score_facts(facts, "contest-score", time, 4, true);
    score_facts(facts, "contest-tight", time, 2, false);
    tournament_measure(&t, 0.1, t.trials, false, time);
    score_facts(facts, "contest-loose", time, 4, false);
    tournament_measure(&t, 0.02, 1, false, time);
    const double one = score_facts(facts, "contest-one", time, 4, false);
    figure_fact(facts, "contest-one-best", "%.2f", one);
}
