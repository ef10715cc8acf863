# Completes subcommands and options of hearth from what its own --help says.
function __hearth_words
    set -l chain (commandline -opc)[2..]
    hearth (string match -r '^[a-z].*' -- $chain)[1..2] --help 2>/dev/null | awk '
        /^Subcommands:/ { inside = 1; next }
        /^[^ ]/ { inside = 0 }
        inside && $1 ~ /^[a-z]/ { name = $1; $1 = ""; print name "\t" substr($0, 2) }
        $1 ~ /^-/ { n = split($1, names, ","); for (i = 1; i <= n; ++i) print names[i] }'
end
complete -c hearth -a '(__hearth_words)'
