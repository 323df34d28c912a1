# check_labels.awk: stops if the drawing lacks the label of an axis: gnuplot leaves out what does not begin on
# its page, and says nothing. A wider margin makes room for it.
#
#     awk -v script=NAME.gp -f check_labels.awk NAME.svg

# The words of a label, without its marks, or of what is drawn.
function keep(text, words,    i, n, part) {
    n = split(text, part, /[^A-Za-z]+/)
    for (i = 1; i <= n; i++) if (length(part[i]) > 2) words[part[i]] = text
}

BEGIN {
    while ((getline line < script) > 0) {
        if (!match(line, /set [xy]label "[^"]*"/)) continue
        label = substr(line, RSTART + 12, RLENGTH - 13)
        gsub(/[{][/][^ }]*/, "", label)
        keep(label, wanted)
    }
}

/<text|<tspan/ { gsub(/<[^>]*>/, " "); keep($0, drawn) }

END {
    for (word in wanted) if (!(word in drawn)) missing[wanted[word]]
    for (label in missing) {
        print script ": error: the label \"" label "\" is not drawn on the site: it needs a wider margin" >"/dev/stderr"
        failed = 1
    }
    exit failed
}
