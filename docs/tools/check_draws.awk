# check_draws.awk: random numbers are drawn in an order that C leaves to the compiler.
#
#     awk -f check_draws.awk FILE…
#
# Two calls that advance one generator, in one expression, in one list of arguments or of initial
# values: the numbers are the same, but which is which depends on the compiler. What stands on the two
# sides of ?:, && and ||, and in two declarations, has an order. Prints FILE:LINE of the rest.

BEGIN { draw = "(^|[^a-z_])[a-z_]+[(]([a-z_]+, )?&?rng[,)]" }

FNR == 1 { statement = "" }
{
    text = $0
    gsub(/"[^"]*"/, "", text)
    gsub(/\/\*.*\*\/|\/\/.*/, "", text)
    if (statement == "")
        line = FNR
    statement = statement " " text
    if (text ~ /[;}]$|\) \{$|\*\/$|^ *\*|^#|^ *(for|if|while) .*\)$/) {
        check(statement)
        statement = ""
    }
}
END { exit found }

# Each draw against the one before it: whether something between them says which comes first.
function check(statement,    rest, between, drawn) {
    rest = statement
    while (match(rest, draw)) {
        between = substr(rest, 1, RSTART)
        if (drawn && !is_ordered(between)) {
            print FILENAME ":" line ": two draws in no order:" statement
            found = 1
        }
        drawn = 1
        rest = substr(rest, RSTART + RLENGTH - 1)
    }
}

# The outermost of what stands between them decides: "low), b = " ends one declaration and begins
# another, "x) : " is the other side of a choice. A draw among the arguments of another comes first.
function is_ordered(between,    i, c, depth, least, ordered) {
    for (i = 1; i <= length(between); i++) {
        c = substr(between, i, 1)
        if (c ~ /[([{]/)
            depth++
        else if (c ~ /[])}]/)
            depth--
        if (depth < least) {
            least = depth
            ordered = 0
        }
        if (depth == least && substr(between, i) ~ /^([;?:]|&&|\|\||, *\*?[a-z_]+(\[[^]]*\])? = )/)
            ordered = 1
    }
    return ordered || least == 0
}
