/* sim.c: runs sim_c on files that have numbers for names.
 *
 * The texts are anybody's, so the program that reads them has limits, and is in the
 * sandbox. */
#include "tool/sim.h"
#include "run/run.h"
#include "tool/files.h"

#include <error.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <unistd.h>

/* Shorter runs are everywhere. The right versions of an exercise in tests/ have, in the
 * median, a third of their tokens in runs of 12 and more. */
#define LEAST_RUN "12"

static const struct limits sim_limits = {
    .wall_seconds = 600,
    .cpu_seconds = 60,
    .memory_bytes = (size_t)512 << 20,
    .output_bytes = (size_t)64 << 20,
    .trace_bytes = 1,
    .file_bytes = 1,
};

static const char *find_program(void)
{
    static const char *const places[] = {"/usr/bin/sim_c", "/usr/local/bin/sim_c"};
    for (size_t i = 0; i < sizeof places / sizeof *places; i++)
        if (access(places[i], X_OK) == 0)
            return places[i];
    return NULL;
}

void sim_check(void)
{
    if (!find_program())
        error(EXIT_USAGE, 0,
              "there is no sim_c, which compares sources; 'make deps' installs "
              "it (Debian's package similarity-tester)");
}

static void write_texts(const char *folder, char *const *texts, size_t count)
{
    folder_make(folder);
    for (size_t i = 0; i < count; i++) {
        char *path = text_format("%s/%zu.c", folder, i);
        file_write(path, texts[i]);
        free(path);
    }
}

static void add_run(struct sim *sim, const struct sim_run *run)
{
    if ((sim->run_count & (sim->run_count - 1)) == 0) { /* doubles */
        size_t room = sim->run_count ? 2 * sim->run_count : 1;
        sim->runs = realloc(sim->runs, room * sizeof *sim->runs);
        if (!sim->runs)
            error(EXIT_USAGE, 0, "out of memory");
    }
    sim->runs[sim->run_count++] = *run;
}

/* Reads one line of the output: of a text, of a run, or of nothing that matters. */
static void read_line(struct sim *sim, const char *line)
{
    size_t file;
    unsigned tokens;
    struct sim_run run;
    if (sscanf(line, "File ./%zu.c: %u token", &file, &tokens) == 2) {
        if (file < sim->count)
            sim->tokens[file] = tokens;
    } else if (sscanf(line, "./%zu.c: line %u-%u |./%zu.c: line %u-%u [%u]", &run.text,
                      &run.first, &run.last, &run.other, &run.other_first,
                      &run.other_last, &run.tokens) == 7) {
        if (run.text < sim->count && run.other < sim->count)
            add_run(sim, &run);
    }
}

static void read_output(struct sim *sim, char *text)
{
    for (char *next; text; text = next) {
        next = strchr(text, '\n');
        if (next)
            *next++ = '\0';
        read_line(sim, text);
    }
}

/* Why it did not end well, if the texts may be at fault. */
static const char *explain(const struct run *run)
{
    switch (run->ending) {
    case ENDED_EXIT:
        if (run->code == 0)
            return NULL;
        break;
    case ENDED_TIME:
        return "takes too long to compare";
    case ENDED_MEMORY:
        return "takes too much memory to compare";
    case ENDED_OUTPUT:
        return "has too much in common with itself";
    case ENDED_INTERRUPTED:
        error(EXIT_USAGE, 0, "interrupted");
        break;
    case ENDED_SIGNAL:
        return "ends the program that compares";
    case ENDED_UNSTARTED:
        break;
    }
    error(EXIT_USAGE, 0, "sim_c does not work: %s",
          run->output.bytes ? run->output.bytes : "it gave no reason");
    return NULL;
}

/* Runs it on the texts in a folder. */
static void run_program_on(struct run *run, const char *folder,
                           const struct sim_search *search)
{
    static const char *const env[] = {"PATH=/usr/bin:/bin", "LC_ALL=C.UTF-8", NULL};
    const char *program = find_program();
    const char *const argv[] = {
        program,        "-R", /* the folder that follows */
        "-n",                 /* where, without the text */
        "-a",                 /* in those before it, too */
        "-s",                 /* not in itself */
        "-r" LEAST_RUN, "-w150", search->each ? "-e" : "-a", ".", NULL};
    const char *const readable[] = {program, folder, NULL}, *const writable[] = {NULL};
    struct sandbox sandbox = {readable, writable, NULL};
    struct command command = {.argv = argv,
                              .env = env,
                              .directory = folder,
                              .limits = sim_limits,
                              .confine = true,
                              .sandbox = search->sandboxed ? &sandbox : NULL};
    run_program(run, &command);
}

const char *sim_compare(struct sim *sim, char *const *texts, size_t count,
                        const struct sim_search *search)
{
    struct run run;
    char *folder = text_format("%s/=sim", search->stage);
    *sim = (struct sim){.count = count, .tokens = calloc(count + 1, sizeof *sim->tokens)};
    if (!sim->tokens)
        error(EXIT_USAGE, 0, "out of memory");
    write_texts(folder, texts, count);
    run_program_on(&run, folder, search);
    const char *problem = explain(&run);
    if (!problem)
        read_output(sim, run.output.bytes);
    run_free(&run);
    folder_remove(folder);
    free(folder);
    return problem;
}

void sim_free(struct sim *sim)
{
    free(sim->tokens);
    free(sim->runs);
    *sim = (struct sim){0};
}
