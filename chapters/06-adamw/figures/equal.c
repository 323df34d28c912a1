/* equal.c: penalty and decay are equal under SGD. */
#include "learner.h"
#include "optim/l2_decay.h"

/* The same network under a penalty and under the decay that it amounts to. */
static void run_equivalence(FILE *facts, const struct dataset *data)
{
    const real lr = (real)0.1, l2 = (real)0.01;
    real decay = l2_to_decay(l2, L2_HALF, lr, DECAY_TIMES_LR);
    struct recipe recipe[2] = {{.lr = lr, .hidden = 16, .epochs = 5, .batch = 32}};
    recipe[1] = recipe[0];
    recipe[0].method = SGD_L2, recipe[0].decay = l2;
    recipe[1].method = SGDW, recipe[1].decay = decay;
    struct learner *learner[2];
    double largest = 0;
    for (int k = 0; k < 2; k++) {
        learner[k] = learner_new(&recipe[k], FIRST_SEED);
        for (int i = 0; k == 1 && i < 2; i++)
            ((struct sgdw *)learner[k]->slice[i].optimizer.state)->config.beta = 0;
        learner_train(learner[k], &recipe[k], FIRST_SEED, data, NULL, NULL, NULL, NULL);
    }
    for (size_t i = 0; i < learner[0]->mlp.n; i++)
        largest = fmax(largest, fabs(learner[0]->theta[i] - learner[1]->theta[i]));
    figure_fact(facts, "equal-difference", "%.0e", largest);
    learner_free(learner[0]);
    learner_free(learner[1]);
}

void experiment(const char *directory, FILE *facts)
{
    (void)directory;
    struct dataset data, test;
    require(dataset_load(&data, &test, DIGITS_PATH, DIGITS_TRAIN, DIGITS_SEED, NULL));
    run_equivalence(facts, &data);
    dataset_free(&data);
    dataset_free(&test);
}
