# called_sources.awk: the sources of the library that the given files call, as far as their includes
# say: with optim/adam.h comes the source that is called adam.c, and what that one includes.
#
#     awk -f called_sources.awk src/live/*.c -- src/optim/*.c src/lab/*.c solutions/*/*.c
#
# A superset of what is linked, and enough to know what is to be compiled.

BEGIN {
    for (i = 1; i < ARGC && ARGV[i] != "--"; i++) todo[++last] = ARGV[i]
    for (i++; i < ARGC; i++) {
        name = ARGV[i]; sub(/.*\//, "", name); sub(/\.c$/, "", name)
        source[name] = source[name] " " ARGV[i]
    }
    for (next_file = 1; next_file <= last; next_file++) read(todo[next_file])
    for (path in wanted) print path
    exit
}

function add(path) { if (!(path in seen)) { seen[path]; todo[++last] = path } }

function read(path,    line, name) {
    while ((getline line < path) > 0) {
        if (line !~ /^#include "/) continue
        split(line, part, "\"")
        name = part[2]; sub(/.*\//, "", name); sub(/\.h$/, "", name)
        if (part[2] ~ /^(optim|lab)\//) add("src/" part[2])
        else add(dir(path) part[2])
        if (part[2] ~ /^(optim|lab)\//) want(source[name])
    }
    close(path)
}

# Two files may define what one header declares.
function want(sources,    i, n, path) {
    n = split(sources, path, " ")
    for (i = 1; i <= n; i++) { wanted[path[i]]; add(path[i]) }
}

function dir(path) { sub(/[^\/]*$/, "", path); return path }
