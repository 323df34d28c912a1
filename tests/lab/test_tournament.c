/* test_tournament.c: times, medians, scores and intervals of curves that are made up. */
#include "lab/tournament.h"
#include "suite.h"

#include <math.h>
#include <string.h>

static struct tournament t;

/* Every trial falls from 1 by `rate` a step, and is scored every 10 steps. */
static void fall(size_t w, size_t m, size_t study, size_t trial, double rate)
{
    struct tournament_result *r = &t.result[w][m][study][trial];
    r->seconds = 0.5;
    for (size_t k = 0; k < t.points; k++) {
        r->step[k] = (real)(10 * k);
        r->value[k] = (real)fmax(0, 1 - rate * 10 * (double)k);
    }
}

static size_t adamw(void)
{
    size_t m = 0;
    while (strcmp(contestants[m].name, "adamw") != 0)
        m++;
    return m;
}

/* AdamW ends at a half; method 0 is there in time 50 / (1 + study), in its last trial. */
static void make_up(void)
{
    tournament_plan(&t, true);
    t.end = 2;
    for (size_t w = 0; w < t.end; w++)
        for (size_t m = 0; m < TOURNAMENT_METHODS; m++)
            for (size_t s = 0; s < t.studies; s++)
                for (size_t k = 0; k < t.trials; k++)
                    fall(w, m, s, k,
                         m == adamw() ? 0.5 / (10 * ((double)t.points - 1)) : 1e-6);
    for (size_t s = 0; s < t.studies; s++)
        fall(0, 0, s, t.trials - 1, 0.01 * (1 + (double)s));
}

START_TEST(times)
{
    static tournament_times time;
    make_up();
    ck_close(tournament_target(&t, 0, 0), 0.5, 1e-6);
    ck_close(tournament_target(&t, 0, 0.1), 0.55, 1e-6);
    tournament_measure(&t, 0, t.trials, false, time);
    for (size_t s = 0; s < t.studies; s++)
        ck_close(time[0][0][s], 50 / (1 + (double)s), 1e-3);
    ck_assert(isinf(time[1][0][0]));
    ck_close(tournament_median(&t, time[0][0], NULL), 50.0 / 3, 1e-3);
    const size_t drawn[] = {0, 0, 0, 1, 2};
    ck_close(tournament_median(&t, time[0][0], drawn), 50, 1e-3);
    tournament_measure(&t, 0, t.trials, true, time);
    ck_close(time[0][0][0], 25, 1e-3);
    tournament_measure(&t, 0, t.trials - 1, false, time);
    ck_assert(isinf(time[0][0][0]));
}
END_TEST

START_TEST(scores)
{
    static tournament_times time;
    struct tournament_score score[TOURNAMENT_METHODS];
    real ratio[TOURNAMENT_METHODS * 2];
    make_up();
    tournament_measure(&t, 0.0001, t.trials, false, time);
    tournament_ratios(&t, time, NULL, ratio);
    ck_assert(ratio[0] == 1 && isinf(ratio[1]) && ratio[2 * adamw() + 1] == 1);
    ck_close((double)ratio[2 * adamw()], 160 / (50.0 / 3), 0.01);
    tournament_score(&t, time, 4, score);
    ck_close(score[0].score, 0.5, 1e-9);
    ck_close(score[0].low, 0.5, 1e-9);
    ck_close(score[adamw()].score, 0.5, 1e-9);
    ck_assert(score[1].score == 0);
    /* With τ_max = 20 the other workload counts; it depends on who is drawn. */
    tournament_score(&t, time, 20, score);
    ck_close(score[adamw()].score, 0.5 + 0.5 * (20 - 9.6) / 19, 1e-3);
    ck_assert(score[adamw()].low < score[adamw()].score);
    ck_assert(score[adamw()].high > score[adamw()].score);
}
END_TEST

START_TEST(a_trial_is_kept)
{
    struct task task;
    tournament_plan(&t, true);
    ck_assert_int_eq(tournament_task(&t, 1, &task), DESCENT_OK);
    ck_assert_int_eq(tournament_trial(&t, &task, 1, 0, 1, 2), DESCENT_OK);
    const struct tournament_result *r = &t.result[1][0][1][2];
    ck_assert(r->step[1] == (real)t.every[1] && r->step[0] == 0);
    ck_assert(r->value[t.points - 1] < r->value[0] && r->value[0] > 0);
    ck_assert(t.result[1][0][1][1].value[0] == 0);
    task_free(&task);
}
END_TEST

int main(void)
{
    Suite *suite = suite_create("tournament");
    TCase *all = tcase_create("tournament");
    tcase_set_timeout(all, 300);
    tcase_add_test(all, times);
    tcase_add_test(all, scores);
    tcase_add_test(all, a_trial_is_kept);
    suite_add_tcase(suite, all);
    return run_suite(suite);
}
