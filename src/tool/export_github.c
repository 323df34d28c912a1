/* export_github.c: a workflow for GitHub Actions, one step an exercise.
 *
 * Each step leaves its result in a file; the last one adds them up, and says so in the
 * annotations that GitHub Classroom's reporter wrote. */
#include "tool/export_kit.h"
#include "tool/files.h"

#include <jansson.h>

/* JSON's strings are YAML's, too. */
static void write_string(FILE *file, const char *text)
{
    json_t *string = json_string(text);
    json_dumpf(string, file, JSON_ENCODE_ANY);
    json_decref(string);
}

static void write_head(FILE *file, const char *name)
{
    fputs("# By \"descent export github\"; its place is .github/workflows/grade.yml.\n"
          "name: ",
          file);
    write_string(file, name);
    fputs("\n"
          "on: [push, workflow_dispatch]\n"
          "permissions:\n"
          "  contents: read\n"
          "jobs:\n"
          "  grade:\n"
          "    runs-on: ubuntu-latest\n"
          "    defaults:\n"
          "      run:\n"
          "        shell: bash\n"
          "    steps:\n"
          "      - uses: actions/checkout@v4\n"
          "      - name: Build\n"
          "        run: make deps && make\n",
          file);
}

static void write_step(FILE *file, const struct exercise *e)
{
    char *name = text_format("%s %s", e->id, e->title);
    fputs("      - name: ", file);
    write_string(file, name);
    fprintf(
        file,
        "\n"
        "        if: ${{ !cancelled() }}\n"
        "        run: |\n"
        "          build/descent grade --json %s >\"$RUNNER_TEMP/exercise-%s.json\" || [ "
        "$? -eq 1 "
        "]\n"
        "          jq -r '.exercises[0] | \"\\(.status): \\(.points) of "
        "\\(.max_points)\",\n"
        "            (.tests[] | \"\\(.status) \\(.name) \\(.message)\"), .messages,\n"
        "            (.diagnosis.says // empty)' \"$RUNNER_TEMP/exercise-%s.json\"\n"
        "          jq -e '.exercises[0].status == \"pass\"' "
        "\"$RUNNER_TEMP/exercise-%s.json\" "
        ">/dev/null\n",
        e->id, e->id, e->id, e->id);
    free(name);
}

/* An exercise counts what is assigned, to a hundredth, as in a gradebook. */
static void write_sum(FILE *file, const struct assignment *assignment)
{
    json_t *points = json_object();
    for (size_t i = 0; i < assignment->count; i++)
        json_object_set_new(points, assignment->exercises[i].exercise->id,
                            json_real(assignment->exercises[i].points));
    fputs("      - name: Points\n"
          "        if: ${{ !cancelled() }}\n"
          "        run: |\n"
          "          jq -rs --argjson assigned '",
          file);
    json_dumpf(points, file, JSON_REAL_PRECISION(12));
    fputs(
        "' '\n"
        "            def hundredths: . * 100 | round | . / 100;\n"
        "            [.[].exercises[]] as $graded |\n"
        "            if ($graded | length) != ($assigned | length) then\n"
        "              \"not everything could be graded\" | halt_error(1) else . end |\n"
        "            [$graded[] | .points / .max_points * $assigned[.id] | hundredths] "
        "|\n"
        "            add | hundredths | {totalPoints: ., maxPoints: ([$assigned[]] | "
        "add)} |\n"
        "            \"::notice title=Autograding complete::Points "
        "\\(.totalPoints)/\\(.maxPoints)\",\n"
        "            \"::notice title=Autograding report::\\(tojson)\"' "
        "\"$RUNNER_TEMP\"/exercise-*.json\n",
        file);
    json_decref(points);
}

void export_github(FILE *file, const struct assignment *assignment)
{
    write_head(file, assignment->name);
    for (size_t i = 0; i < assignment->count; i++)
        write_step(file, assignment->exercises[i].exercise);
    write_sum(file, assignment);
}
