# Completes subcommands and options of hearth from what its own --help says, and file names.
_hearth() {
    local current=${COMP_WORDS[COMP_CWORD]} chain=() word
    for word in "${COMP_WORDS[@]:1:COMP_CWORD-1}"; do
        [[ $word == [a-z]* && ${#chain[@]} -lt 2 ]] && chain+=("$word")
    done
    local words
    words=$(hearth "${chain[@]}" --help 2>/dev/null | awk '
        /^[^ ]/ { subcommands = /^Subcommands:/ }
        subcommands && $1 ~ /^[a-z]/ { print $1 }
        $1 ~ /^-/ { n = split($1, names, ","); for (i = 1; i <= n; ++i) print names[i] }')
    mapfile -t COMPREPLY < <(compgen -W "$words" -- "$current"; [[ $current == -* ]] || compgen -f -- "$current")
}
complete -o filenames -F _hearth hearth
