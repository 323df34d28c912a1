# check_gray.awk: finds the curves of a figure that nothing but color tells apart.
#
#     awk -f check_gray.awk -v script=figures/NAME.gp NAME.svg
#
# On paper without color two curves of a panel are told apart by their marks, by their dashes, if these
# differ in number or one of them 1.6 times in length, by their widths, 1.8 times, or by how light they
# are: 20 of the 100 steps of CIE L*. Reads what gnuplot writes.

function abs(x) { return x < 0 ? -x : x }

# Of two positive numbers, how often the smaller goes into the larger.
function times(a, b) { return a > b ? a / b : b / a }

# CIE L* of "rgb(r, g, b)".
function lightness(color,    parts, i, share, y) {
    split(color, parts, /[^0-9]+/)
    for (i = 1; i <= 3; i++) {
        share = parts[i + 1] / 255
        share = share <= 0.04045 ? share / 12.92 : ((share + 0.055) / 1.055) ^ 2.4
        y += share * (i == 1 ? 0.2126 : i == 2 ? 0.7152 : 0.0722)
    }
    return y <= 0.008856 ? 903.3 * y : 116 * y ^ (1 / 3) - 16
}

function dashes_differ(i, j,    a, b, n, k) {
    n = split(dash[i], a, ",")
    if (n != split(dash[j], b, ",")) return 1
    for (k = 1; k <= n; k++) if (times(a[k] / width[i], b[k] / width[j]) >= 1.6) return 1
    return 0
}

function told_apart(i, j) {
    return mark[i] != mark[j] || dashes_differ(i, j) || times(width[i], width[j]) >= 1.8 \
        || abs(lightness(color[i]) - lightness(color[j])) >= 20
}

# The value of an attribute of a line.
function value(name,    quoted) {
    if (!match($0, name "='[^']*'") && !match($0, name "=\"[^\"]*\"")) return ""
    quoted = substr($0, RSTART + length(name) + 2, RLENGTH - length(name) - 3)
    gsub(/ /, "", quoted)
    return quoted
}

# gnuplot_plot_2b is the second plot of the second panel.
/id="gnuplot_plot_/ { plot = value("id"); panel = plot; sub(/.*[0-9]/, "", panel); curve = 0 }
# What is drawn in front of all plots comes after them.
/<g transform=/ { in_text = 1 }
/^\t<\/g>/ { if (in_text) in_text = 0; else plot = "" }
/^<g .*stroke-width=/ { pen = value("stroke-width") }
plot && /<(path|use) / {
    drawn = $0 ~ /<path/ ? value("stroke") : value(" color")
    if (drawn !~ /^rgb/) next
    if (!curve || color[curve] != drawn) {
        curve = ++count
        color[curve] = drawn; of[curve] = panel; width[curve] = pen; name[curve] = plot
    }
    if ($0 ~ /<path/) { dash[curve] = value("stroke-dasharray"); width[curve] = pen }
    else mark[curve] = value("xlink:href")
}

END {
    for (i = 1; i <= count; i++)
        for (j = 1; j < i; j++)
            if (of[i] == of[j] && color[i] != color[j] && !told_apart(i, j)) {
                printf "%s:1: error: in gray %s and %s look alike, as %s and %s do: give one other dashes, marks or width\n", \
                    script, color[j], color[i], name[j], name[i]
                failed = 1
            }
    exit failed
}
