# shellcheck shell=bash
# class.sh: a class that is graded in parts must have the gradebook of one machine; to be
# sourced.

# The sample course, and what one machine makes of it, in the folder alone.
make_class() {
    make_copy
    "$root/tests/tool/sample_course.sh" submissions
    # Without a seed of its own, each grading would take fresh ones.
    echo '{"name": "Week 1", "exercises": ["1.3"], "seed": 4711}' >week1.json
    run build/descent batch --assignment week1.json --results alone submissions
    is "one machine: exit code" "$code" 1
    is "one machine: a row for each" "$(tail -n +2 alone/gradebook.csv | wc -l)" 30
}

is_the_whole() {
    for name in gradebook.csv gradebook.json; do
        is "$name is that of one machine" "$(cmp alone/$name "$1/$name" 2>&1 && echo same)" same
    done
}
