# Completion of jobbook in bash: the program itself is asked what may stand at the cursor.
_jobbook() {
    local line lines=()
    while IFS= read -r line; do
        lines+=("$line")
    done < <(command jobbook __complete bash "${COLUMNS:-80}" "$COMP_WORDBREAKS" "${COMP_TYPE:-9}" \
        "${COMP_LINE:0:COMP_POINT}" 2>/dev/null)
    COMPREPLY=()
    case ${lines[0]} in
        files) compopt -o default 2>/dev/null ;;
        folders) compopt -o dirnames 2>/dev/null ;;
        open) compopt -o nospace -o nosort 2>/dev/null; COMPREPLY=("${lines[@]:1}") ;;
        values) compopt -o nosort 2>/dev/null; COMPREPLY=("${lines[@]:1}") ;;
    esac
}
complete -F _jobbook jobbook
