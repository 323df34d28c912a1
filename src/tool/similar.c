/* similar.c: scores pairs, and flags those that are unusual for both of the two.
 *
 * What is usual for a submission is seen from its scores with others. In an exercise with
 * one natural answer it is like many, and a copy of it cannot be told; a submission in a
 * manner of its own is like nobody.
 *
 * To score a pair, the two are compared by themselves, which takes time that grows with
 * the square of the class. So that is done with CHUNK submissions at a time: with all if
 * there are no more; otherwise with a sample, and then, beside a part of the sample, with
 * those that a search through all of them at once has found to have long runs in common.
 *
 * Invariant: `texts` and `tokens` have the same order, that of the submissions. */
#include "tool/similar.h"
#include "tool/files.h"
#include "tool/own_part.h"
#include "tool/sim.h"

#include <error.h>
#include <math.h>
#include <stdlib.h>
#include <string.h>

enum {
    CHUNK = 64,
    REFERENCES = CHUNK / 2, /* in a chunk that is not the whole class or the sample */
    MOST_CHUNKS = 32,
    MOST_BYTES = 32 << 10, /* six times the longest solution */
    LEAST_TOKENS = 40,     /* shorter ones are alike by chance */
    LEAST_FILES = 5,       /* fewer do not show what is usual */
    MOST_LEFT_OUT = 4,
    MOST_PARTNERS = 3, /* whom a copied one may be like; or a tenth of the class */
};

/* The least standard deviation, in percent: where all are alike, the median says so, and
 * a pair that is a little more alike means nothing. */
static const double LEAST_SPREAD = 2;
/* How far above what it has in common with more than MOST_PARTNERS, in percent; in a long
 * one, in tokens. */
static const double GAP = 15, GAP_TOKENS = 40;

struct work {
    const struct comparison *comparison;
    json_t *result;
    size_t count;
    size_t *submissions; /* their places */
    char **texts;        /* their own parts */
    unsigned *tokens;    /* 0 until they are counted */
    double half;         /* of the usual number of tokens */
    bool *measured;      /* whether a pair was: count * count */
};

static void *allocate(size_t count, size_t size)
{
    void *memory = calloc(count + 1, size);
    if (!memory)
        error(EXIT_USAGE, 0, "out of memory");
    return memory;
}

static void leave_out(struct work *work, size_t submission, const char *why)
{
    json_array_append_new(
        json_object_get(work->result, "left_out"),
        json_pack("{s:I, s:s}", "submission", (json_int_t)submission, "why", why));
}

static void collect(struct work *work, const struct exercise *e)
{
    const struct comparison *c = work->comparison;
    char *stub = workbook_stub(c->workbook, e);
    work->submissions = allocate(c->count, sizeof *work->submissions);
    work->texts = allocate(c->count, sizeof *work->texts);
    for (size_t i = 0; i < c->count; i++) {
        char *path = workbook_submission(c->workbook, e, c->folders[i]);
        char *text = file_read(path), *own = text ? own_part(text, stub) : NULL;
        if (own && strlen(own) > MOST_BYTES) {
            leave_out(work, i, "is far longer than a solution");
            free(own);
        } else if (own) {
            work->submissions[work->count] = i;
            work->texts[work->count++] = own;
        }
        free(text);
        free(path);
    }
    free(stub);
}

/* Takes out the longest one, because what is compared cannot be compared with it. */
static void drop_longest(struct work *work, const char *why)
{
    size_t longest = 0;
    for (size_t i = 1; i < work->count; i++)
        if (strlen(work->texts[i]) > strlen(work->texts[longest]))
            longest = i;
    leave_out(work, work->submissions[longest], why);
    free(work->texts[longest]);
    work->count--;
    for (size_t i = longest; i < work->count; i++) {
        work->texts[i] = work->texts[i + 1];
        work->submissions[i] = work->submissions[i + 1];
    }
}

static int compare_numbers(const void *a, const void *b)
{
    double x = *(const double *)a, y = *(const double *)b;
    return (x > y) - (x < y);
}

static double median(double *numbers, size_t count)
{
    if (count == 0)
        return 0;
    qsort(numbers, count, sizeof *numbers, compare_numbers);
    return (numbers[(count - 1) / 2] + numbers[count / 2]) / 2;
}

static struct sim_search search(const struct work *work, bool each)
{
    return (struct sim_search){work->comparison->stage, work->comparison->sandboxed,
                               each};
}

/* Counts the tokens of all; what they have in common goes to `sim`. */
static bool count_tokens(struct work *work, struct sim *sim)
{
    struct sim_search all = search(work, work->count <= CHUNK);
    const char *why = NULL;
    for (size_t times = 0; times <= MOST_LEFT_OUT; times++) {
        why = sim_compare(sim, work->texts, work->count, &all);
        if (!why)
            break;
        sim_free(sim);
        if (times < MOST_LEFT_OUT && work->count > 0)
            drop_longest(work, why);
    }
    if (why)
        json_object_set_new(work->result, "problem", json_string(why));
    double *counts = allocate(work->count, sizeof *counts);
    work->tokens = allocate(work->count, sizeof *work->tokens);
    for (size_t i = 0; !why && i < work->count; i++)
        counts[i] = work->tokens[i] = sim->tokens[i];
    work->half = median(counts, work->count) / 2;
    free(counts);
    return !why;
}

/* --- Scores ----------------------------------------------------------------------- */

/* Some of those that are compared, and how many tokens of each stand in each other. */
struct chunk {
    size_t count;
    size_t members[CHUNK]; /* in order */
    bool reference[CHUNK]; /* whether it shows what is usual */
    unsigned shared[CHUNK][CHUNK];
    double threshold[CHUNK]; /* from what on a score is unusual for it */
};

static bool is_long(const struct work *work, size_t i)
{
    return work->tokens[i] >= LEAST_TOKENS;
}

/* Of who has written only a part of the exercise, that part may be everybody's: so less
 * than half of the usual length counts as half. */
static double score(const struct work *work, size_t i, size_t j, unsigned i_in_j,
                    unsigned j_in_i)
{
    unsigned a = work->tokens[i], b = work->tokens[j];
    unsigned shared = a < b ? i_in_j : b < a ? j_in_i : i_in_j > j_in_i ? i_in_j : j_in_i;
    return 100 * shared / fmax(fmin(a, b), work->half);
}

static double chunk_score(const struct work *work, const struct chunk *chunk, size_t i,
                          size_t j)
{
    return score(work, chunk->members[i], chunk->members[j], chunk->shared[i][j],
                 chunk->shared[j][i]);
}

/* The scores of one member with those that show what is usual. */
static size_t list_scores(double scores[CHUNK], const struct work *work,
                          const struct chunk *chunk, size_t i)
{
    size_t count = 0;
    for (size_t j = 0; j < chunk->count; j++)
        if (j != i && chunk->reference[j] && is_long(work, chunk->members[j]))
            scores[count++] = chunk_score(work, chunk, i, j);
    return count;
}

/* How far above the median the largest score of the class is to be expected, in standard
 * deviations, if scores were normal: 2.6 for 8 submissions, 4.6 for 300. */
static double far(const struct work *work)
{
    double pairs = (double)work->count * (double)(work->count - 1) / 2;
    return sqrt(2 * log(fmax(pairs, 2)));
}

/* From what score on another one is unusually like this. */
static double find_threshold(const struct work *work, const struct chunk *chunk, size_t i)
{
    double scores[CHUNK], percent = work->comparison->percent;
    size_t count = list_scores(scores, work, chunk, i);
    if (count + 1 < LEAST_FILES)
        return percent;
    double middle = median(scores, count);
    size_t partners = count / 10 > MOST_PARTNERS ? count / 10 : MOST_PARTNERS;
    double common = scores[count - 1 - partners];
    for (size_t j = 0; j < count; j++)
        scores[j] = fabs(scores[j] - middle);
    double spread = 1.4826 * median(scores, count); /* if they were normal */
    double largest = middle + far(work) * fmax(spread, LEAST_SPREAD);
    double gap = fmin(GAP, 100 * GAP_TOKENS / (work->tokens[chunk->members[i]] + 1));
    return fmax(percent, fmax(largest, common + gap));
}

static void add_shared(const struct work *work, struct chunk *chunk,
                       const struct sim *sim)
{
    memset(chunk->shared, 0, sizeof chunk->shared);
    for (size_t i = 0; i < sim->run_count; i++)
        chunk->shared[sim->runs[i].text][sim->runs[i].other] += sim->runs[i].tokens;
    for (size_t i = 0; i < chunk->count; i++)
        chunk->threshold[i] = find_threshold(work, chunk, i);
}

/* Compares the members of a chunk. What takes too long is not measured. */
static bool measure(const struct work *work, struct chunk *chunk, struct sim *sim)
{
    char *texts[CHUNK];
    struct sim_search each = search(work, true);
    for (size_t i = 0; i < chunk->count; i++)
        texts[i] = work->texts[chunk->members[i]];
    bool done = !sim_compare(sim, texts, chunk->count, &each);
    if (done)
        add_shared(work, chunk, sim);
    return done;
}

/* What the reader should know of the class: the median of the scores, and how many are
 * like so many others that a copy of them cannot be told. */
static void describe(const struct work *work, const struct chunk *chunk)
{
    double *scores = allocate(CHUNK * CHUNK, sizeof *scores);
    size_t count = 0, files = 0, alike = 0;
    for (size_t i = 0; i < chunk->count; i++) {
        if (!is_long(work, chunk->members[i]))
            continue;
        count += list_scores(scores + count, work, chunk, i);
        files++;
        alike += chunk->threshold[i] > 100;
    }
    if (files >= LEAST_FILES) {
        json_object_set_new(work->result, "median", json_real(median(scores, count)));
        json_object_set_new(work->result, "alike",
                            json_real(100 * (double)alike / (double)files));
    }
    free(scores);
}

/* --- Pairs that stand out --------------------------------------------------------- */

/* The runs of the shorter one that stand in the other one. */
static json_t *list_runs(const struct sim *sim, size_t from, size_t to, bool swapped)
{
    json_t *list = json_array();
    for (size_t i = 0; i < sim->run_count; i++) {
        const struct sim_run *run = &sim->runs[i];
        int first = (int)run->first, last = (int)run->last;
        int other_first = (int)run->other_first, other_last = (int)run->other_last;
        if (run->text != from || run->other != to)
            continue;
        json_array_append_new(list, swapped
                                        ? json_pack("[iiiii]", other_first, other_last,
                                                    first, last, (int)run->tokens)
                                        : json_pack("[iiiii]", first, last, other_first,
                                                    other_last, (int)run->tokens));
    }
    return list;
}

static void flag_pair(const struct work *work, const struct chunk *chunk,
                      const struct sim *sim, size_t i, size_t j)
{
    size_t a = chunk->members[i], b = chunk->members[j];
    bool swapped = work->tokens[a] != work->tokens[b]
                       ? work->tokens[b] < work->tokens[a]
                       : chunk->shared[j][i] > chunk->shared[i][j];
    json_t *runs = swapped ? list_runs(sim, j, i, true) : list_runs(sim, i, j, false);
    json_t *pair = json_pack(
        "{s:I, s:I, s:f, s:I, s:f, s:o}", "a", (json_int_t)work->submissions[a], "b",
        (json_int_t)work->submissions[b], "percent", chunk_score(work, chunk, i, j),
        "tokens", (json_int_t)(swapped ? chunk->shared[j][i] : chunk->shared[i][j]),
        "threshold", fmax(chunk->threshold[i], chunk->threshold[j]), "runs", runs);
    json_array_append_new(json_object_get(work->result, "pairs"), pair);
}

static void flag_pairs(struct work *work, const struct chunk *chunk,
                       const struct sim *sim)
{
    for (size_t i = 0; i < chunk->count; i++) {
        for (size_t j = i + 1; j < chunk->count; j++) {
            size_t a = chunk->members[i], b = chunk->members[j];
            bool *measured = &work->measured[a * work->count + b];
            if (!*measured && is_long(work, a) && is_long(work, b) &&
                chunk_score(work, chunk, i, j) >=
                    fmax(chunk->threshold[i], chunk->threshold[j]))
                flag_pair(work, chunk, sim, i, j);
            *measured = true;
        }
    }
}

/* Two that have long runs in common. */
struct candidate {
    size_t a, b;
    double score;
};

static int compare_candidates(const void *a, const void *b)
{
    const struct candidate *x = a, *y = b;
    int by_score = (x->score < y->score) - (x->score > y->score);
    int by_a = (x->a > y->a) - (x->a < y->a);
    return by_score ? by_score : by_a ? by_a : (x->b > y->b) - (x->b < y->b);
}

/* The search through all of them finds each run once. So of a copy it may find some runs
 * elsewhere, and half of the percentage is enough to be looked at. */
static struct candidate *find_candidates(const struct work *work, const struct sim *all,
                                         size_t *length)
{
    size_t n = work->count;
    unsigned *shared = allocate(n * n, sizeof *shared);
    struct candidate *candidates = allocate(all->run_count, sizeof *candidates);
    for (size_t i = 0; i < all->run_count; i++)
        shared[all->runs[i].text * n + all->runs[i].other] += all->runs[i].tokens;
    *length = 0;
    for (size_t i = 0; i < n; i++) {
        for (size_t j = i + 1; j < n; j++) {
            unsigned i_in_j = shared[i * n + j], j_in_i = shared[j * n + i];
            if (work->measured[i * n + j] || i_in_j + j_in_i == 0 || !is_long(work, i) ||
                !is_long(work, j))
                continue;
            unsigned most = i_in_j > j_in_i ? i_in_j : j_in_i;
            double found = score(work, i, j, most, most);
            if (found >= work->comparison->percent / 2)
                candidates[(*length)++] = (struct candidate){i, j, found};
        }
    }
    free(shared);
    qsort(candidates, *length, sizeof *candidates, compare_candidates);
    return candidates;
}

static bool is_measured(const struct work *work, const struct candidate *pair)
{
    return work->measured[pair->a * work->count + pair->b];
}

/* Adds a member in its place, if it is not there yet. Returns whether there was room. */
static bool add_member(struct chunk *chunk, size_t member, bool reference)
{
    size_t at = 0;
    while (at < chunk->count && chunk->members[at] < member)
        at++;
    if (at < chunk->count && chunk->members[at] == member)
        return true;
    if (chunk->count == CHUNK)
        return false;
    size_t after = chunk->count++ - at;
    memmove(&chunk->members[at + 1], &chunk->members[at], after * sizeof(size_t));
    memmove(&chunk->reference[at + 1], &chunk->reference[at], after * sizeof(bool));
    chunk->members[at] = member;
    chunk->reference[at] = reference;
    return true;
}

/* Begins a chunk with so many that show what is usual, from all over the class. */
static void begin_chunk(struct chunk *chunk, const struct work *work, size_t references)
{
    chunk->count = 0;
    for (size_t i = 0; i < references; i++)
        add_member(chunk, i * work->count / references, true);
}

/* Measures the candidates, the most likely first. */
static void measure_candidates(struct work *work, struct chunk *chunk,
                               const struct sim *all)
{
    struct sim sim;
    size_t length, next = 0;
    struct candidate *list = find_candidates(work, all, &length);
    for (size_t times = 0; times < MOST_CHUNKS && next < length; times++) {
        begin_chunk(chunk, work, REFERENCES);
        while (next < length && (is_measured(work, &list[next]) ||
                                 (add_member(chunk, list[next].a, false) &&
                                  add_member(chunk, list[next].b, false))))
            next++;
        if (measure(work, chunk, &sim))
            flag_pairs(work, chunk, &sim);
        sim_free(&sim);
    }
    json_int_t unmeasured = 0;
    for (size_t i = 0; i < length; i++)
        unmeasured += !is_measured(work, &list[i]);
    json_object_set_new(work->result, "unmeasured", json_integer(unmeasured));
    free(list);
}

/* The first chunk is the whole class, or a sample. */
static void compare_all(struct work *work, struct sim *all)
{
    struct sim sample = {0};
    struct chunk *chunk = allocate(1, sizeof *chunk);
    bool whole = work->count <= CHUNK;
    begin_chunk(chunk, work, whole ? work->count : CHUNK);
    if (whole)
        add_shared(work, chunk, all);
    else if (!measure(work, chunk, &sample))
        json_object_set_new(work->result, "problem",
                            json_string("takes too long to compare"));
    if (json_is_null(json_object_get(work->result, "problem"))) {
        describe(work, chunk);
        flag_pairs(work, chunk, whole ? all : &sample);
        if (!whole)
            measure_candidates(work, chunk, all);
    }
    sim_free(&sample);
    free(chunk);
}

json_t *similar_exercise(const struct comparison *comparison, const struct exercise *e)
{
    struct sim all = {0};
    struct work work = {.comparison = comparison};
    work.result =
        json_pack("{s:s, s:i, s:n, s:n, s:[], s:i, s:n, s:[]}", "id", e->id, "compared",
                  0, "median", "alike", "left_out", "unmeasured", 0, "problem", "pairs");
    collect(&work, e);
    if (work.count > 1 && count_tokens(&work, &all)) {
        work.measured = allocate(work.count * work.count, sizeof *work.measured);
        compare_all(&work, &all);
    }
    json_int_t compared = 0;
    for (size_t i = 0; work.measured && i < work.count; i++)
        compared += is_long(&work, i);
    json_object_set_new(work.result, "compared", json_integer(compared));
    for (size_t i = 0; i < work.count; i++)
        free(work.texts[i]);
    free(work.texts);
    free(work.submissions);
    free(work.tokens);
    free(work.measured);
    sim_free(&all);
    return work.result;
}
