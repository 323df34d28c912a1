# shellcheck shell=bash
# guide.sh: the commands of docs/guide.md, for scripts that run them; to be sourced.

# The blocks of commands (sh) below a heading, up to the next one of its level or above, and for
# each the block (text) of what it prints, empty if there is none. Each ends with a null byte:
# guide_blocks HEADING
guide_blocks() {
    awk -v heading="$1" '
        function end() { if (commands) printf "%s%c%s%c", commands, 0, text, 0; commands = text = "" }
        /^```/ { inside = inside ? "" : $0; if (here && inside == "```sh") end(); next }
        inside { if (here && inside == "```sh") commands = commands $0 "\n"
                 if (here && inside == "```text") text = text $0 "\n"; next }
        /^#+ / {
            level = index($0, " ")
            if (level <= depth) here = 0
            if (substr($0, level + 1) == heading) { here = 1; depth = level }
        }
        END { end() }' "$root/docs/guide.md"
}

# The blocks of commands alone, as the array $blocks.
guide_commands() {
    local all
    mapfile -d '' all < <(guide_blocks "$1")
    blocks=()
    local i
    for ((i = 0; i < ${#all[@]}; i += 2)); do
        blocks+=("${all[i]}")
    done
}
