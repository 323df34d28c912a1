# leaks.awk: awk -f leaks.awk solutions/*/*.c FILE... prints what a FILE has of a solution:
# three lines in a row, or one that is long. Blanks, lone braces and a page's marks do not count.
function check(words, least)
{
    if (length(words) < least)
        return
    if (is_solution)
        known[words] = FILENAME
    else if (words in known)
        print FILENAME " has of " known[words] ": " words
}

FNR == 1 {
    is_solution = FILENAME ~ /(^|\/)solutions\//
    inside = 0
    before = last = ""
}
is_solution && /BEGIN SOLUTION|END SOLUTION/ { inside = /BEGIN/; before = last = ""; next }
is_solution && !inside { next }
FILENAME ~ /html$/ {
    gsub(/<[^>]*>/, "")
    gsub(/&lt;/, "<"); gsub(/&gt;/, ">"); gsub(/&quot;/, "\""); gsub(/&amp;/, "\\&")
}
{
    gsub(/^[ \t]+|[ \t]+$/, "")
    if (/^[{}]*;?$/)
        next
    check($0, 70)
    if (before != "")
        check(before " " last " " $0, 60)
    before = last
    last = $0
}
