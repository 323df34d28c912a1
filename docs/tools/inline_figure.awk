# inline_figure.awk: makes what a page of the site has of a figure, from what gnuplot draws.
#
#     awk -v name=ewma-vs-sma -f inline_figure.awk ewma-vs-sma.svg >ewma-vs-sma.inline
#
# The fixed colors of docs/style.gp become those of docs/colors.css, which follow the theme; others, as
# those of a map, stay. Identifiers get the figure's name, because a page has many figures; faces are the
# page's. What is not needed goes.
#
# Once a page is made, its figures can be put into it again, DRAWN being a folder with NAME.inline:
#
#     awk -v drawn=DRAWN -f inline_figure.awk page.html

function define(pairs, suffix,    list, n, i, pair) {
    n = split(pairs, list, " ")
    for (i = 1; i <= n; i++) {
        split(list[i], pair, ":")
        property[toupper(pair[1])] = pair[2]
    }
}

BEGIN {
    define("000000:black 808080:grey C98500:orange 3A9BD9:sky 009E73:green 0072B2:blue D55E00:red")
    define("B8609A:pink 7A4B00:brown 5B2A86:purple 6B6B6B:ink-grey 966400:ink-orange 2875A6:ink-sky")
    define("007D5B:ink-green B85000:ink-red A0528B:ink-pink 444444:frame FFFEFB:ground")
    # What single figures have besides.
    define("BBBBBB:contour 777777:grey 555555:ink-grey 707070:ink-grey 383838:dim")
    define("CFE3F1:tint-blue F6DCC8:tint-red F5E6C4:tint-orange CDE7DE:tint-green E4D9CC:tint-brown")
    define("005A8E:blue-2 003B5C:blue-3 9A8F5F:rare-1 7A7663:rare-2 4A5169:rare-3 00204D:rare-4 7A7148:rare-1-ink")
    define("D9D9D9:cell F0F0F0:cell-2")
    split("0 1 2 3 4 5 6 7 8 9 A B C D E F", digit, " ")
}

function hex(byte) { return digit[int(byte / 16) + 1] digit[byte % 16 + 1] }

# The text with its rgb( 0, 114, 178) as var(--blue).
function themed(text,    result, found, part) {
    result = ""
    while (match(text, /rgb\( *[0-9]+, *[0-9]+, *[0-9]+\)/)) {
        found = substr(text, RSTART + 4, RLENGTH - 5)
        split(found, part, ",")
        found = hex(part[1] + 0) hex(part[2] + 0) hex(part[3] + 0)
        found = found in property ? "var(--" property[found] ")" : "#" tolower(found)
        result = result substr(text, 1, RSTART - 1) found
        text = substr(text, RSTART + RLENGTH)
    }
    return result text
}

# gnuplot has words for the color of text and for that of the ground.
function named(text) {
    gsub(/="black"/, "=\"var(--black)\"", text)
    gsub(/='black'/, "='var(--black)'", text)
    gsub(/='white'/, "='var(--ground)'", text)
    return text
}

# A definition is written when it is used, after those that it uses.
function use_definition(id,    text, inner) {
    if (id in written || !(id in definition)) return ""
    written[id] = 1
    text = definition[id]
    inner = ""
    if (match(text, /href='#[A-Za-z0-9]+/)) inner = use_definition(substr(text, RSTART + 7, RLENGTH - 7))
    return inner text "\n"
}

function definitions(body,    rest, all) {
    all = ""
    rest = body
    while (match(rest, /#gp[A-Za-z0-9]+|#textbox|#greybox/)) {
        all = all use_definition(substr(rest, RSTART + 1, RLENGTH - 1))
        rest = substr(rest, RSTART + RLENGTH)
    }
    return all == "" ? "" : "<defs>\n" all "</defs>\n"
}

# A page: what is between the two comments is replaced.
drawn != "" {
    if (match($0, /<!-- drawing [a-z0-9-]+ -->/)) {
        file = drawn "/" substr($0, RSTART + 13, RLENGTH - 17) ".inline"
        print
        skipping = (getline line < file) > 0
        if (skipping) do print line; while ((getline line < file) > 0)
        close(file)
        next
    }
    if (index($0, "<!-- /drawing -->")) skipping = 0
    if (!skipping) print
    next
}

/viewBox/ { viewbox = $0; sub(/^ */, "", viewbox); next }
/<defs>/ { defining = 1; next }
/<\/defs>/ { defining = 0; next }
defining {
    if (match($0, /id='[^']+'/) && !filtering) id = substr($0, RSTART + 4, RLENGTH - 5)
    if ($0 ~ /<filter/) filtering = 1
    if ($0 ~ /<\/filter/) filtering = 0
    sub(/^[ \t]*/, "")
    sub(/xlink:href/, "href")
    if ($0 == "") next
    gsub(/flood-color='white'/, "flood-color='var(--ground)'")
    if (id in definition) definition[id] = definition[id] "\n" $0
    else definition[id] = $0
    next
}
/^<\?xml|^<svg|^<title>|^<desc>|xmlns|^>$|<g id="gnuplot_canvas">|^ *$/ { next }
/<\/svg>/ { next }
{
    sub(/^[ \t]+/, "")
    gsub(/ id="gnuplot_plot_[0-9a-z]*" *><title>[^<]*<\/title>/, ">")
    gsub(/ font-family="TeX Gyre Pagella[^"]*"/, "")
    gsub(/ stroke-linecap="butt" stroke-linejoin="miter"/, "")
    $0 = named($0)
    gsub(/xlink:href/, "href")
    gsub(/  +'/, "'")
    body = body themed($0) "\n"
}

END {
    if (drawn != "") exit
    # Groups without content, from the inside out.
    while (gsub(/<g[^>]*>\n*<\/g>\n/, "", body)) { }
    gsub(/<tspan *>/, "<tspan>", body)
    sub(/<\/g>\n$/, "", body)
    text = definitions(body) body
    gsub(/id='gp/, "id='" name "-gp", text)
    gsub(/id='(textbox|greybox)/, "&", text)
    gsub(/href='#gp/, "href='#" name "-gp", text)
    gsub(/id='textbox/, "id='" name "-textbox", text)
    gsub(/id='greybox/, "id='" name "-greybox", text)
    gsub(/#textbox/, "#" name "-textbox", text)
    gsub(/#greybox/, "#" name "-greybox", text)
    gsub(/url\(#gnuplot|url\(#gp/, "url(#" name "-gp", text)
    printf "<svg %s>\n%s</svg>\n", viewbox, text
}
