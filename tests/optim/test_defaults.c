/* test_defaults.c: the defaults are those that the headers name. */
#include "optim/adadelta.h"
#include "optim/adagrad.h"
#include "optim/adam.h"
#include "optim/adamw.h"
#include "optim/amsgrad.h"
#include "optim/heavy_ball.h"
#include "optim/lion.h"
#include "optim/momentum_forms.h"
#include "optim/nesterov.h"
#include "optim/nesterov_current.h"
#include "optim/one_cycle.h"
#include "optim/plateau.h"
#include "optim/restart.h"
#include "optim/rmsprop.h"
#include "optim/schedule_free.h"
#include "optim/schedule_free_sgd.h"
#include "optim/sgd.h"
#include "optim/sgdw.h"
#include "support.h"

#define ASSERT_DEFAULT(METHOD, FIELD, VALUE)                                             \
    ck_assert(METHOD##_defaults().FIELD == (VALUE))

START_TEST(chapter_2)
{
    ASSERT_DEFAULT(sgd, lr, (real)0.01);
    ASSERT_DEFAULT(sgd, l2, 0);
    ASSERT_DEFAULT(heavy_ball, lr, (real)0.01);
    ASSERT_DEFAULT(heavy_ball, beta, (real)0.9);
    ASSERT_DEFAULT(heavy_ball, dampening, 0);
    ASSERT_DEFAULT(heavy_ball, l2, 0);
    ASSERT_DEFAULT(heavy_ball, form, MOMENTUM_LR_OUTSIDE);
    ASSERT_DEFAULT(momentum_average, lr, (real)0.1);
    ASSERT_DEFAULT(momentum_average, beta, (real)0.9);
    ASSERT_DEFAULT(momentum_average, l2, 0);
    ASSERT_DEFAULT(nesterov, lr, (real)0.01);
    ASSERT_DEFAULT(nesterov, beta, (real)0.9);
    ASSERT_DEFAULT(nesterov, form, MOMENTUM_LR_OUTSIDE);
    ASSERT_DEFAULT(nesterov_current, lr, (real)0.01);
    ASSERT_DEFAULT(nesterov_current, beta, (real)0.9);
    ASSERT_DEFAULT(nesterov_current, l2, 0);
    ASSERT_DEFAULT(nesterov_current, form, MOMENTUM_LR_OUTSIDE);
    ASSERT_DEFAULT(restart, lr, (real)0.01);
    ASSERT_DEFAULT(restart, scheme, RESTART_GRADIENT);
}
END_TEST

START_TEST(chapter_3)
{
    ASSERT_DEFAULT(adagrad, lr, (real)0.01);
    ASSERT_DEFAULT(adagrad, lr_decay, 0);
    ASSERT_DEFAULT(adagrad, eps, (real)1e-10);
    ASSERT_DEFAULT(adagrad, start, 0);
    ASSERT_DEFAULT(adagrad, l2, 0);
    ASSERT_DEFAULT(adagrad, eps_place, EPS_OUTSIDE);
    ASSERT_DEFAULT(rmsprop, lr, (real)0.01);
    ASSERT_DEFAULT(rmsprop, rho, (real)0.99);
    ASSERT_DEFAULT(rmsprop, eps, (real)1e-8);
    ASSERT_DEFAULT(rmsprop, beta, 0);
    ASSERT_DEFAULT(rmsprop, l2, 0);
    ASSERT_DEFAULT(rmsprop, eps_place, EPS_OUTSIDE);
    ASSERT_DEFAULT(rmsprop, centered, false);
    ASSERT_DEFAULT(adadelta, lr, 1);
    ASSERT_DEFAULT(adadelta, rho, (real)0.9);
    ASSERT_DEFAULT(adadelta, eps, (real)1e-6);
    ASSERT_DEFAULT(adadelta, l2, 0);
    ASSERT_DEFAULT(adam, lr, (real)0.001);
    ASSERT_DEFAULT(adam, beta1, (real)0.9);
    ASSERT_DEFAULT(adam, beta2, (real)0.999);
    ASSERT_DEFAULT(adam, eps, (real)1e-8);
    ASSERT_DEFAULT(adam, l2, 0);
    ASSERT_DEFAULT(adam, eps_place, ADAM_EPS_AFTER);
    ASSERT_DEFAULT(amsgrad, lr, (real)0.001);
    ASSERT_DEFAULT(amsgrad, beta1, (real)0.9);
    ASSERT_DEFAULT(amsgrad, beta2, (real)0.999);
    ASSERT_DEFAULT(amsgrad, eps, (real)1e-8);
    ASSERT_DEFAULT(amsgrad, l2, 0);
    ASSERT_DEFAULT(amsgrad, order, AMSGRAD_MAX_RAW);
    ASSERT_DEFAULT(lion, lr, (real)1e-4);
    ASSERT_DEFAULT(lion, beta1, (real)0.9);
    ASSERT_DEFAULT(lion, beta2, (real)0.99);
    ASSERT_DEFAULT(lion, decay, 0);
}
END_TEST

START_TEST(chapter_6)
{
    ASSERT_DEFAULT(adamw, lr, (real)0.001);
    ASSERT_DEFAULT(adamw, beta1, (real)0.9);
    ASSERT_DEFAULT(adamw, beta2, (real)0.999);
    ASSERT_DEFAULT(adamw, eps, (real)1e-8);
    ASSERT_DEFAULT(adamw, decay, (real)0.01);
    ASSERT_DEFAULT(adamw, decoupling, DECAY_TIMES_LR);
    ASSERT_DEFAULT(sgdw, lr, (real)0.01);
    ASSERT_DEFAULT(sgdw, beta, (real)0.9);
    ASSERT_DEFAULT(sgdw, decay, (real)0.01);
    ASSERT_DEFAULT(sgdw, decoupling, DECAY_TIMES_LR);
}
END_TEST

START_TEST(chapter_8)
{
    ASSERT_DEFAULT(one_cycle, rise, (real)0.3);
    ASSERT_DEFAULT(one_cycle, start_div, 25);
    ASSERT_DEFAULT(one_cycle, final_div, 10000);
    ASSERT_DEFAULT(one_cycle, beta_low, (real)0.85);
    ASSERT_DEFAULT(one_cycle, beta_high, (real)0.95);
    ASSERT_DEFAULT(one_cycle, way, ONE_CYCLE_COSINE);
    ASSERT_DEFAULT(plateau, rate, 1);
    ASSERT_DEFAULT(plateau, factor, (real)0.1);
    ASSERT_DEFAULT(plateau, patience, 10);
    ASSERT_DEFAULT(plateau, cooldown, 0);
    ASSERT_DEFAULT(plateau, threshold, (real)1e-4);
    ASSERT_DEFAULT(plateau, least, 0);
    ASSERT_DEFAULT(plateau, relative_to, PLATEAU_RELATIVE);
    ASSERT_DEFAULT(schedule_free, lr, (real)0.0025);
    ASSERT_DEFAULT(schedule_free, beta1, (real)0.9);
    ASSERT_DEFAULT(schedule_free, beta2, (real)0.999);
    ASSERT_DEFAULT(schedule_free, eps, (real)1e-8);
    ASSERT_DEFAULT(schedule_free, decay, 0);
    ASSERT_DEFAULT(schedule_free, warmup, 0);
    ASSERT_DEFAULT(schedule_free_sgd, lr, (real)0.01);
    ASSERT_DEFAULT(schedule_free_sgd, beta, (real)0.9);
}
END_TEST

int main(void)
{
    const TTest *tests[] = {chapter_2, chapter_3, chapter_6, chapter_8};
    return RUN_SUITE("defaults", tests);
}
