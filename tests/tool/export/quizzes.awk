# quizzes.awk: what an exported quiz says, whatever the format: for each question the lines
#
#     Q  kind  title  text
#     C  right or wrong  choice  reason  tolerance, if it is a right number
#
# with tabs between. Run it as awk -v format=moodle|qti|gift.

# Entities are those of the XML around the HTML; others stay.
function plain(text) {
    gsub(/&lt;/, "<", text); gsub(/&gt;/, ">", text); gsub(/&quot;/, "\"", text)
    gsub(/&amp;/, "\\&", text)
    return text
}
function attribute(name) {
    if (!match($0, name "=\"[^\"]*\"")) return ""
    return plain(substr($0, RSTART + length(name) + 2, RLENGTH - length(name) - 3))
}
function question(kind, title, text) { printf "Q\t%s\t%s\t%s\n", kind, title, text }
function choice(right, text, reason, tolerance) {
    tolerance = right && tolerance != "" ? sprintf("%.6g", tolerance) : ""
    printf "C\t%s\t%s\t%s\t%s\n", right ? "right" : "wrong", text, reason, tolerance
}

BEGIN { if (format != "gift") { RS = "<"; FS = ">" } }

# --- XML: a record is a tag and the text after it --------------------------------------------

format != "gift" {
    tag = $1; sub(/[ \/].*/, "", tag)
    if ($1 ~ /^\//) tag = $1
    content = plain(substr($0, index($0, ">") + 1))
}

format == "moodle" && tag == "question" { type = attribute("type"); asked = 0 }
format == "moodle" && (tag == "name" || tag == "questiontext") { part = tag }
format == "moodle" && tag == "single" { single = content }
format == "moodle" && tag == "answer" {
    if (!asked++)
        question(type == "numerical" ? "number" : single == "true" ? "one" : "several", said["name"], said["questiontext"])
    part = "answer"; fraction = attribute("fraction"); tolerance = ""
    share += fraction; if (fraction > 0) gain += fraction
}
format == "moodle" && tag == "feedback" { part = tag }
format == "moodle" && tag == "text" { said[part] = content }
format == "moodle" && tag == "tolerance" { tolerance = content }
format == "moodle" && tag == "/answer" { choice(fraction > 0, said["answer"], said["feedback"], tolerance) }
format == "moodle" && tag == "/question" && asked {
    if (gain < 99.999 || gain > 100.001) print "the right choices are worth " gain
    gain = 0
}

format == "qti" && tag == "item" {
    title = attribute("title"); text = ""; count = inside = wrong = 0
    split("", label); split("", says); split("", right)
}
format == "qti" && tag == "response_lid" { kind = attribute("rcardinality") == "Single" ? "one" : "several" }
format == "qti" && tag == "response_str" { kind = "number" }
format == "qti" && tag == "response_label" { label[++count] = attribute("ident"); inside = 1 }
format == "qti" && tag == "itemfeedback" { inside = 2; name = attribute("ident") }
format == "qti" && tag == "mattext" {
    if (inside == 0) text = content
    else if (inside == 1) says[label[count]] = content
    else says[name] = content
}
format == "qti" && tag == "conditionvar" { wrong = 0; split("", equal) }
format == "qti" && tag == "not" { wrong = 1 }
format == "qti" && tag == "/not" { wrong = 0 }
format == "qti" && tag == "varequal" { equal[content] = !wrong }
format == "qti" && tag == "vargte" { least = content }
format == "qti" && tag == "varlte" { tolerance = (content - least) / 2 }
format == "qti" && tag == "setvar" { for (i in equal) right[i] = equal[i] }
format == "qti" && tag == "/item" {
    question(kind, title, text)
    if (kind != "number")
        for (i = 1; i <= count; i++)
            choice(right[label[i]], says[label[i]], says[label[i] "_fb"])
    else {
        for (i in right) choice(1, i, says["correct_fb"], tolerance)
        n = split(says["general_incorrect_fb"], mistakes, "</div>")
        for (i = 1; i < n; i++) {
            sub(/^<div>/, "", mistakes[i])
            at = index(mistakes[i], ": ")
            choice(0, substr(mistakes[i], 1, at - 1), substr(mistakes[i], at + 2))
        }
    }
}

# --- GIFT ------------------------------------------------------------------------------------

# Reads from `rest` up to an unescaped sign of a set, or to the end; sets `stop` to that sign.
function upto(signs,    text, sign) {
    text = stop = ""
    while (rest != "") {
        sign = substr(rest, 1, 1)
        rest = substr(rest, 2)
        if (sign == "\\") {
            if (!index("\\~=#{}:", substr(rest, 1, 1))) print "a backslash before " rest
            text = text substr(rest, 1, 1)
            rest = substr(rest, 2)
        } else if (index(signs, sign)) {
            stop = sign
            return text
        } else text = text sign
    }
    return text
}
format == "gift" && /^::/ {
    rest = substr($0, 3)
    title = upto(":")
    if (!sub(/^:\[html\]/, "", rest)) print "no [html]: " $0
    text = upto("{~=#}:")
    if (stop != "{") print "no brace: " $0
    sub(/ $/, "", text)
    kind = rest == "#" ? "number" : ""
    count = 0
}
format == "gift" && /^\t/ {
    rest = substr($0, 3)
    mark = substr($0, 2, 1)
    weight = mark == "=" ? 100 : 0
    if (match(rest, /^%-?[0-9.]+%/)) {
        if (kind == "") kind = "several"
        weight = substr(rest, 2, RLENGTH - 2)
        rest = substr(rest, RLENGTH + 1)
    } else if (kind == "") kind = "one"
    if (!count++) question(kind, title, text)
    tolerance = ""
    answer = upto("#:~={}")
    sub(/^&#37;/, "%", answer); sub(/^&#91;/, "[", answer)
    if (kind == "number" && stop == ":") tolerance = upto("#:~={}")
    if (stop != "#") print "no reason: " $0
    choice(weight > 0, answer, upto("#:~={}"), tolerance)
    if (stop != "") print "a bare " stop " in a reason: " $0
}
