#compdef jobbook
# Completion of jobbook in zsh: the program itself is asked what may stand at the cursor.
_jobbook() {
    local -a lines values shown
    local line typed=${(Q)PREFIX}
    lines=("${(@f)$(command jobbook __complete zsh ${COLUMNS:-80} "${(@Q)words[2,CURRENT-1]}" "$typed" 2>/dev/null)}")
    local -a before
    [[ $PREFIX == --*=* ]] && before=(-P "${PREFIX%%\=*}=")
    case $lines[1] in
        files) compset -P 1 '--*='; _files; return ;;
        folders) compset -P 1 '--*='; _files -/; return ;;
        values | open | chosen) ;;
        *) return 1 ;;
    esac
    for line in "${(@)lines[2,-1]}"; do
        values+=("${line%%$'\t'*}")
        shown+=("${line#*$'\t'}")
    done
    (( $#values )) || return 1
    local -a ending
    [[ $lines[1] == open ]] && ending=(-S '')
    # What was typed are words of a title or name: they give way only to what is chosen.
    if [[ $lines[1] == chosen ]]; then
        compstate[insert]=menu
        compstate[list]='list force'
    fi
    compadd -U -V jobbook -l "${(@)before}" "${(@)ending}" -d shown -a values
}
if [[ ${funcstack[1]} == _jobbook ]]; then
    _jobbook "$@"
else
    compdef _jobbook jobbook
fi
