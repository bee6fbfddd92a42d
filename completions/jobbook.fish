# Completion of jobbook in fish: the program itself is asked what may stand at the cursor.
function __jobbook_complete
    set -l words (commandline -opc)
    set -l typed (commandline -ct)
    set -l lines (command jobbook __complete fish $COLUMNS $words[2..-1] "$typed" 2>/dev/null)
    set -l option (string match -r -- '^--[^=]*=' "$typed")
    set -l rest (string replace -r -- '^--[^=]*=' '' "$typed")
    switch "$lines[1]"
        case files
            for path in (__fish_complete_path "$rest")
                printf '%s%s\n' "$option" $path
            end
        case folders
            for path in (__fish_complete_directories "$rest" '')
                printf '%s%s\n' "$option" $path
            end
        case values open chosen
            printf '%s\n' $lines[2..-1]
    end
end
complete -c jobbook -f -k -a '(__jobbook_complete)'
