# Print an optspec for argparse to handle cmd's options that are independent of any subcommand.
function __fish_jobbook_global_optspecs
    string join \n C/book= json dry-run by= at= yes no-input color= q/quiet v/verbose h/help V/version
end

function __fish_jobbook_needs_command
    # Figure out if the current invocation already has a command.
    set -l cmd (commandline -opc)
    set -e cmd[1]
    argparse -s (__fish_jobbook_global_optspecs) -- $cmd 2>/dev/null
    or return
    if set -q argv[1]
        # Also print the command, so this can be used to figure out what it is.
        echo $argv[1]
        return 1
    end
    return 0
end

function __fish_jobbook_using_subcommand
    set -l cmd (__fish_jobbook_needs_command)
    test -z "$cmd"
    and return 1
    contains -- $cmd[1] $argv
end

complete -c jobbook -n "__fish_jobbook_needs_command" -s C -l book -d 'Folder of the book; else the nearest one from here upwards' -r -F
complete -c jobbook -n "__fish_jobbook_needs_command" -l by -d 'Who does this; else git\'s user' -r
complete -c jobbook -n "__fish_jobbook_needs_command" -l at -d 'When it happened, if not now: "yesterday 16:30", "2026-03-02 09:00"' -r
complete -c jobbook -n "__fish_jobbook_needs_command" -l color -d 'When to colour' -r -f -a "auto\t'On a terminal'
always\t'Always'
never\t'Never'"
complete -c jobbook -n "__fish_jobbook_needs_command" -l json -d 'Answer as JSON'
complete -c jobbook -n "__fish_jobbook_needs_command" -l dry-run -d 'Decide and tell, but write nothing'
complete -c jobbook -n "__fish_jobbook_needs_command" -l yes -d 'Answer yes to every question'
complete -c jobbook -n "__fish_jobbook_needs_command" -l no-input -d 'Never ask; what is missing is an error'
complete -c jobbook -n "__fish_jobbook_needs_command" -s q -l quiet -d 'Tell only results and errors'
complete -c jobbook -n "__fish_jobbook_needs_command" -s v -l verbose -d 'Tell more'
complete -c jobbook -n "__fish_jobbook_needs_command" -s h -l help -d 'Print help'
complete -c jobbook -n "__fish_jobbook_needs_command" -s V -l version -d 'Print version'
complete -c jobbook -n "__fish_jobbook_needs_command" -f -a "init" -d 'Begin a book in a folder'
complete -c jobbook -n "__fish_jobbook_needs_command" -f -a "demo" -d 'Play a whole engagement in a fresh book'
complete -c jobbook -n "__fish_jobbook_needs_command" -f -a "check" -d 'Verify the whole book'
complete -c jobbook -n "__fish_jobbook_needs_command" -f -a "why" -d 'Why a job stands where it stands, and what would move it'
complete -c jobbook -n "__fish_jobbook_needs_command" -f -a "today" -d 'What must be done now'
complete -c jobbook -n "__fish_jobbook_needs_command" -f -a "due" -d 'Everything that falls due; putting something off'
complete -c jobbook -n "__fish_jobbook_needs_command" -f -a "remind" -d 'Tell each person what is due, once; for cron'
complete -c jobbook -n "__fish_jobbook_needs_command" -f -a "parts" -d 'Parts: needed, ordered, expected, received, returned'
complete -c jobbook -n "__fish_jobbook_needs_command" -f -a "workflow" -d 'The office\'s rules, shown and checked'
complete -c jobbook -n "__fish_jobbook_needs_command" -f -a "outbox" -d 'Messages that wait for a person'
complete -c jobbook -n "__fish_jobbook_needs_command" -f -a "export" -d 'Sheets for other programs'
complete -c jobbook -n "__fish_jobbook_needs_command" -f -a "completions" -d 'Completion scripts for shells'
complete -c jobbook -n "__fish_jobbook_using_subcommand init" -l name -d 'Name of the office, as it stands on letters' -r
complete -c jobbook -n "__fish_jobbook_using_subcommand init" -l country -d 'Country: two letters' -r
complete -c jobbook -n "__fish_jobbook_using_subcommand init" -l currency -d 'Currency: three letters' -r
complete -c jobbook -n "__fish_jobbook_using_subcommand init" -l zone -d 'Time zone, such as Europe/Lisbon' -r
complete -c jobbook -n "__fish_jobbook_using_subcommand init" -l language -d 'Language of papers: en or de' -r
complete -c jobbook -n "__fish_jobbook_using_subcommand init" -l tax -d 'Usual rate of tax, in per cent' -r
complete -c jobbook -n "__fish_jobbook_using_subcommand init" -l email -d 'Mail address of whoever begins the book' -r
complete -c jobbook -n "__fish_jobbook_using_subcommand init" -l full-name -d 'Full name of whoever begins the book' -r
complete -c jobbook -n "__fish_jobbook_using_subcommand init" -s C -l book -d 'Folder of the book; else the nearest one from here upwards' -r -F
complete -c jobbook -n "__fish_jobbook_using_subcommand init" -l by -d 'Who does this; else git\'s user' -r
complete -c jobbook -n "__fish_jobbook_using_subcommand init" -l at -d 'When it happened, if not now: "yesterday 16:30", "2026-03-02 09:00"' -r
complete -c jobbook -n "__fish_jobbook_using_subcommand init" -l color -d 'When to colour' -r -f -a "auto\t'On a terminal'
always\t'Always'
never\t'Never'"
complete -c jobbook -n "__fish_jobbook_using_subcommand init" -l nested -d 'Commit to the repository that the folder stands in'
complete -c jobbook -n "__fish_jobbook_using_subcommand init" -l no-git -d 'Keep the book without git'
complete -c jobbook -n "__fish_jobbook_using_subcommand init" -l json -d 'Answer as JSON'
complete -c jobbook -n "__fish_jobbook_using_subcommand init" -l dry-run -d 'Decide and tell, but write nothing'
complete -c jobbook -n "__fish_jobbook_using_subcommand init" -l yes -d 'Answer yes to every question'
complete -c jobbook -n "__fish_jobbook_using_subcommand init" -l no-input -d 'Never ask; what is missing is an error'
complete -c jobbook -n "__fish_jobbook_using_subcommand init" -s q -l quiet -d 'Tell only results and errors'
complete -c jobbook -n "__fish_jobbook_using_subcommand init" -s v -l verbose -d 'Tell more'
complete -c jobbook -n "__fish_jobbook_using_subcommand init" -s h -l help -d 'Print help'
complete -c jobbook -n "__fish_jobbook_using_subcommand demo" -l script -d 'Play another script than the engagement; templates/demo/ explains the form' -r -F
complete -c jobbook -n "__fish_jobbook_using_subcommand demo" -s C -l book -d 'Folder of the book; else the nearest one from here upwards' -r -F
complete -c jobbook -n "__fish_jobbook_using_subcommand demo" -l by -d 'Who does this; else git\'s user' -r
complete -c jobbook -n "__fish_jobbook_using_subcommand demo" -l at -d 'When it happened, if not now: "yesterday 16:30", "2026-03-02 09:00"' -r
complete -c jobbook -n "__fish_jobbook_using_subcommand demo" -l color -d 'When to colour' -r -f -a "auto\t'On a terminal'
always\t'Always'
never\t'Never'"
complete -c jobbook -n "__fish_jobbook_using_subcommand demo" -l json -d 'Answer as JSON'
complete -c jobbook -n "__fish_jobbook_using_subcommand demo" -l dry-run -d 'Decide and tell, but write nothing'
complete -c jobbook -n "__fish_jobbook_using_subcommand demo" -l yes -d 'Answer yes to every question'
complete -c jobbook -n "__fish_jobbook_using_subcommand demo" -l no-input -d 'Never ask; what is missing is an error'
complete -c jobbook -n "__fish_jobbook_using_subcommand demo" -s q -l quiet -d 'Tell only results and errors'
complete -c jobbook -n "__fish_jobbook_using_subcommand demo" -s v -l verbose -d 'Tell more'
complete -c jobbook -n "__fish_jobbook_using_subcommand demo" -s h -l help -d 'Print help'
complete -c jobbook -n "__fish_jobbook_using_subcommand check" -s C -l book -d 'Folder of the book; else the nearest one from here upwards' -r -F
complete -c jobbook -n "__fish_jobbook_using_subcommand check" -l by -d 'Who does this; else git\'s user' -r
complete -c jobbook -n "__fish_jobbook_using_subcommand check" -l at -d 'When it happened, if not now: "yesterday 16:30", "2026-03-02 09:00"' -r
complete -c jobbook -n "__fish_jobbook_using_subcommand check" -l color -d 'When to colour' -r -f -a "auto\t'On a terminal'
always\t'Always'
never\t'Never'"
complete -c jobbook -n "__fish_jobbook_using_subcommand check" -l json -d 'Answer as JSON'
complete -c jobbook -n "__fish_jobbook_using_subcommand check" -l dry-run -d 'Decide and tell, but write nothing'
complete -c jobbook -n "__fish_jobbook_using_subcommand check" -l yes -d 'Answer yes to every question'
complete -c jobbook -n "__fish_jobbook_using_subcommand check" -l no-input -d 'Never ask; what is missing is an error'
complete -c jobbook -n "__fish_jobbook_using_subcommand check" -s q -l quiet -d 'Tell only results and errors'
complete -c jobbook -n "__fish_jobbook_using_subcommand check" -s v -l verbose -d 'Tell more'
complete -c jobbook -n "__fish_jobbook_using_subcommand check" -s h -l help -d 'Print help'
complete -c jobbook -n "__fish_jobbook_using_subcommand why" -s C -l book -d 'Folder of the book; else the nearest one from here upwards' -r -F
complete -c jobbook -n "__fish_jobbook_using_subcommand why" -l by -d 'Who does this; else git\'s user' -r
complete -c jobbook -n "__fish_jobbook_using_subcommand why" -l at -d 'When it happened, if not now: "yesterday 16:30", "2026-03-02 09:00"' -r
complete -c jobbook -n "__fish_jobbook_using_subcommand why" -l color -d 'When to colour' -r -f -a "auto\t'On a terminal'
always\t'Always'
never\t'Never'"
complete -c jobbook -n "__fish_jobbook_using_subcommand why" -l json -d 'Answer as JSON'
complete -c jobbook -n "__fish_jobbook_using_subcommand why" -l dry-run -d 'Decide and tell, but write nothing'
complete -c jobbook -n "__fish_jobbook_using_subcommand why" -l yes -d 'Answer yes to every question'
complete -c jobbook -n "__fish_jobbook_using_subcommand why" -l no-input -d 'Never ask; what is missing is an error'
complete -c jobbook -n "__fish_jobbook_using_subcommand why" -s q -l quiet -d 'Tell only results and errors'
complete -c jobbook -n "__fish_jobbook_using_subcommand why" -s v -l verbose -d 'Tell more'
complete -c jobbook -n "__fish_jobbook_using_subcommand why" -s h -l help -d 'Print help'
complete -c jobbook -n "__fish_jobbook_using_subcommand today" -s C -l book -d 'Folder of the book; else the nearest one from here upwards' -r -F
complete -c jobbook -n "__fish_jobbook_using_subcommand today" -l by -d 'Who does this; else git\'s user' -r
complete -c jobbook -n "__fish_jobbook_using_subcommand today" -l at -d 'When it happened, if not now: "yesterday 16:30", "2026-03-02 09:00"' -r
complete -c jobbook -n "__fish_jobbook_using_subcommand today" -l color -d 'When to colour' -r -f -a "auto\t'On a terminal'
always\t'Always'
never\t'Never'"
complete -c jobbook -n "__fish_jobbook_using_subcommand today" -l all -d 'Show everything, of everybody'
complete -c jobbook -n "__fish_jobbook_using_subcommand today" -l json -d 'Answer as JSON'
complete -c jobbook -n "__fish_jobbook_using_subcommand today" -l dry-run -d 'Decide and tell, but write nothing'
complete -c jobbook -n "__fish_jobbook_using_subcommand today" -l yes -d 'Answer yes to every question'
complete -c jobbook -n "__fish_jobbook_using_subcommand today" -l no-input -d 'Never ask; what is missing is an error'
complete -c jobbook -n "__fish_jobbook_using_subcommand today" -s q -l quiet -d 'Tell only results and errors'
complete -c jobbook -n "__fish_jobbook_using_subcommand today" -s v -l verbose -d 'Tell more'
complete -c jobbook -n "__fish_jobbook_using_subcommand today" -s h -l help -d 'Print help'
complete -c jobbook -n "__fish_jobbook_using_subcommand due; and not __fish_seen_subcommand_from defer" -l within -d 'So many days ahead' -r
complete -c jobbook -n "__fish_jobbook_using_subcommand due; and not __fish_seen_subcommand_from defer" -l owner -d 'Only what falls to this person or role' -r
complete -c jobbook -n "__fish_jobbook_using_subcommand due; and not __fish_seen_subcommand_from defer" -l rule -d 'Only of this rule, such as follow-up or invoice-overdue' -r
complete -c jobbook -n "__fish_jobbook_using_subcommand due; and not __fish_seen_subcommand_from defer" -s C -l book -d 'Folder of the book; else the nearest one from here upwards' -r -F
complete -c jobbook -n "__fish_jobbook_using_subcommand due; and not __fish_seen_subcommand_from defer" -l by -d 'Who does this; else git\'s user' -r
complete -c jobbook -n "__fish_jobbook_using_subcommand due; and not __fish_seen_subcommand_from defer" -l at -d 'When it happened, if not now: "yesterday 16:30", "2026-03-02 09:00"' -r
complete -c jobbook -n "__fish_jobbook_using_subcommand due; and not __fish_seen_subcommand_from defer" -l color -d 'When to colour' -r -f -a "auto\t'On a terminal'
always\t'Always'
never\t'Never'"
complete -c jobbook -n "__fish_jobbook_using_subcommand due; and not __fish_seen_subcommand_from defer" -l keys -d 'Show the keys, for due defer'
complete -c jobbook -n "__fish_jobbook_using_subcommand due; and not __fish_seen_subcommand_from defer" -l json -d 'Answer as JSON'
complete -c jobbook -n "__fish_jobbook_using_subcommand due; and not __fish_seen_subcommand_from defer" -l dry-run -d 'Decide and tell, but write nothing'
complete -c jobbook -n "__fish_jobbook_using_subcommand due; and not __fish_seen_subcommand_from defer" -l yes -d 'Answer yes to every question'
complete -c jobbook -n "__fish_jobbook_using_subcommand due; and not __fish_seen_subcommand_from defer" -l no-input -d 'Never ask; what is missing is an error'
complete -c jobbook -n "__fish_jobbook_using_subcommand due; and not __fish_seen_subcommand_from defer" -s q -l quiet -d 'Tell only results and errors'
complete -c jobbook -n "__fish_jobbook_using_subcommand due; and not __fish_seen_subcommand_from defer" -s v -l verbose -d 'Tell more'
complete -c jobbook -n "__fish_jobbook_using_subcommand due; and not __fish_seen_subcommand_from defer" -s h -l help -d 'Print help'
complete -c jobbook -n "__fish_jobbook_using_subcommand due; and not __fish_seen_subcommand_from defer" -a "defer" -d 'Put something off until a day, with a reason'
complete -c jobbook -n "__fish_jobbook_using_subcommand due; and __fish_seen_subcommand_from defer" -l until -d 'Until when' -r
complete -c jobbook -n "__fish_jobbook_using_subcommand due; and __fish_seen_subcommand_from defer" -l reason -d 'Why' -r
complete -c jobbook -n "__fish_jobbook_using_subcommand due; and __fish_seen_subcommand_from defer" -s C -l book -d 'Folder of the book; else the nearest one from here upwards' -r -F
complete -c jobbook -n "__fish_jobbook_using_subcommand due; and __fish_seen_subcommand_from defer" -l by -d 'Who does this; else git\'s user' -r
complete -c jobbook -n "__fish_jobbook_using_subcommand due; and __fish_seen_subcommand_from defer" -l at -d 'When it happened, if not now: "yesterday 16:30", "2026-03-02 09:00"' -r
complete -c jobbook -n "__fish_jobbook_using_subcommand due; and __fish_seen_subcommand_from defer" -l color -d 'When to colour' -r -f -a "auto\t'On a terminal'
always\t'Always'
never\t'Never'"
complete -c jobbook -n "__fish_jobbook_using_subcommand due; and __fish_seen_subcommand_from defer" -l json -d 'Answer as JSON'
complete -c jobbook -n "__fish_jobbook_using_subcommand due; and __fish_seen_subcommand_from defer" -l dry-run -d 'Decide and tell, but write nothing'
complete -c jobbook -n "__fish_jobbook_using_subcommand due; and __fish_seen_subcommand_from defer" -l yes -d 'Answer yes to every question'
complete -c jobbook -n "__fish_jobbook_using_subcommand due; and __fish_seen_subcommand_from defer" -l no-input -d 'Never ask; what is missing is an error'
complete -c jobbook -n "__fish_jobbook_using_subcommand due; and __fish_seen_subcommand_from defer" -s q -l quiet -d 'Tell only results and errors'
complete -c jobbook -n "__fish_jobbook_using_subcommand due; and __fish_seen_subcommand_from defer" -s v -l verbose -d 'Tell more'
complete -c jobbook -n "__fish_jobbook_using_subcommand due; and __fish_seen_subcommand_from defer" -s h -l help -d 'Print help'
complete -c jobbook -n "__fish_jobbook_using_subcommand remind" -s C -l book -d 'Folder of the book; else the nearest one from here upwards' -r -F
complete -c jobbook -n "__fish_jobbook_using_subcommand remind" -l by -d 'Who does this; else git\'s user' -r
complete -c jobbook -n "__fish_jobbook_using_subcommand remind" -l at -d 'When it happened, if not now: "yesterday 16:30", "2026-03-02 09:00"' -r
complete -c jobbook -n "__fish_jobbook_using_subcommand remind" -l color -d 'When to colour' -r -f -a "auto\t'On a terminal'
always\t'Always'
never\t'Never'"
complete -c jobbook -n "__fish_jobbook_using_subcommand remind" -l any-time -d 'Also outside of office hours'
complete -c jobbook -n "__fish_jobbook_using_subcommand remind" -l json -d 'Answer as JSON'
complete -c jobbook -n "__fish_jobbook_using_subcommand remind" -l dry-run -d 'Decide and tell, but write nothing'
complete -c jobbook -n "__fish_jobbook_using_subcommand remind" -l yes -d 'Answer yes to every question'
complete -c jobbook -n "__fish_jobbook_using_subcommand remind" -l no-input -d 'Never ask; what is missing is an error'
complete -c jobbook -n "__fish_jobbook_using_subcommand remind" -s q -l quiet -d 'Tell only results and errors'
complete -c jobbook -n "__fish_jobbook_using_subcommand remind" -s v -l verbose -d 'Tell more'
complete -c jobbook -n "__fish_jobbook_using_subcommand remind" -s h -l help -d 'Print help'
complete -c jobbook -n "__fish_jobbook_using_subcommand parts; and not __fish_seen_subcommand_from add order eta receive return list" -s C -l book -d 'Folder of the book; else the nearest one from here upwards' -r -F
complete -c jobbook -n "__fish_jobbook_using_subcommand parts; and not __fish_seen_subcommand_from add order eta receive return list" -l by -d 'Who does this; else git\'s user' -r
complete -c jobbook -n "__fish_jobbook_using_subcommand parts; and not __fish_seen_subcommand_from add order eta receive return list" -l at -d 'When it happened, if not now: "yesterday 16:30", "2026-03-02 09:00"' -r
complete -c jobbook -n "__fish_jobbook_using_subcommand parts; and not __fish_seen_subcommand_from add order eta receive return list" -l color -d 'When to colour' -r -f -a "auto\t'On a terminal'
always\t'Always'
never\t'Never'"
complete -c jobbook -n "__fish_jobbook_using_subcommand parts; and not __fish_seen_subcommand_from add order eta receive return list" -l json -d 'Answer as JSON'
complete -c jobbook -n "__fish_jobbook_using_subcommand parts; and not __fish_seen_subcommand_from add order eta receive return list" -l dry-run -d 'Decide and tell, but write nothing'
complete -c jobbook -n "__fish_jobbook_using_subcommand parts; and not __fish_seen_subcommand_from add order eta receive return list" -l yes -d 'Answer yes to every question'
complete -c jobbook -n "__fish_jobbook_using_subcommand parts; and not __fish_seen_subcommand_from add order eta receive return list" -l no-input -d 'Never ask; what is missing is an error'
complete -c jobbook -n "__fish_jobbook_using_subcommand parts; and not __fish_seen_subcommand_from add order eta receive return list" -s q -l quiet -d 'Tell only results and errors'
complete -c jobbook -n "__fish_jobbook_using_subcommand parts; and not __fish_seen_subcommand_from add order eta receive return list" -s v -l verbose -d 'Tell more'
complete -c jobbook -n "__fish_jobbook_using_subcommand parts; and not __fish_seen_subcommand_from add order eta receive return list" -s h -l help -d 'Print help'
complete -c jobbook -n "__fish_jobbook_using_subcommand parts; and not __fish_seen_subcommand_from add order eta receive return list" -f -a "add" -d 'Note that a job needs something'
complete -c jobbook -n "__fish_jobbook_using_subcommand parts; and not __fish_seen_subcommand_from add order eta receive return list" -f -a "order" -d 'Order a part from a supplier'
complete -c jobbook -n "__fish_jobbook_using_subcommand parts; and not __fish_seen_subcommand_from add order eta receive return list" -f -a "eta" -d 'Note when a part is expected, or that the day moved'
complete -c jobbook -n "__fish_jobbook_using_subcommand parts; and not __fish_seen_subcommand_from add order eta receive return list" -f -a "receive" -d 'Note that pieces arrived'
complete -c jobbook -n "__fish_jobbook_using_subcommand parts; and not __fish_seen_subcommand_from add order eta receive return list" -f -a "return" -d 'Note that pieces went back, or that a part is no longer needed'
complete -c jobbook -n "__fish_jobbook_using_subcommand parts; and not __fish_seen_subcommand_from add order eta receive return list" -f -a "list" -d 'List the parts of a job, or everything that is waited for'
complete -c jobbook -n "__fish_jobbook_using_subcommand parts; and __fish_seen_subcommand_from add" -l qty -d 'How many' -r
complete -c jobbook -n "__fish_jobbook_using_subcommand parts; and __fish_seen_subcommand_from add" -l code -d 'Code of the price book or supplier' -r
complete -c jobbook -n "__fish_jobbook_using_subcommand parts; and __fish_seen_subcommand_from add" -s C -l book -d 'Folder of the book; else the nearest one from here upwards' -r -F
complete -c jobbook -n "__fish_jobbook_using_subcommand parts; and __fish_seen_subcommand_from add" -l by -d 'Who does this; else git\'s user' -r
complete -c jobbook -n "__fish_jobbook_using_subcommand parts; and __fish_seen_subcommand_from add" -l at -d 'When it happened, if not now: "yesterday 16:30", "2026-03-02 09:00"' -r
complete -c jobbook -n "__fish_jobbook_using_subcommand parts; and __fish_seen_subcommand_from add" -l color -d 'When to colour' -r -f -a "auto\t'On a terminal'
always\t'Always'
never\t'Never'"
complete -c jobbook -n "__fish_jobbook_using_subcommand parts; and __fish_seen_subcommand_from add" -l json -d 'Answer as JSON'
complete -c jobbook -n "__fish_jobbook_using_subcommand parts; and __fish_seen_subcommand_from add" -l dry-run -d 'Decide and tell, but write nothing'
complete -c jobbook -n "__fish_jobbook_using_subcommand parts; and __fish_seen_subcommand_from add" -l yes -d 'Answer yes to every question'
complete -c jobbook -n "__fish_jobbook_using_subcommand parts; and __fish_seen_subcommand_from add" -l no-input -d 'Never ask; what is missing is an error'
complete -c jobbook -n "__fish_jobbook_using_subcommand parts; and __fish_seen_subcommand_from add" -s q -l quiet -d 'Tell only results and errors'
complete -c jobbook -n "__fish_jobbook_using_subcommand parts; and __fish_seen_subcommand_from add" -s v -l verbose -d 'Tell more'
complete -c jobbook -n "__fish_jobbook_using_subcommand parts; and __fish_seen_subcommand_from add" -s h -l help -d 'Print help'
complete -c jobbook -n "__fish_jobbook_using_subcommand parts; and __fish_seen_subcommand_from order" -l supplier -d 'Who delivers' -r
complete -c jobbook -n "__fish_jobbook_using_subcommand parts; and __fish_seen_subcommand_from order" -l po -d 'Purchase order' -r
complete -c jobbook -n "__fish_jobbook_using_subcommand parts; and __fish_seen_subcommand_from order" -l cost -d 'Cost of one' -r
complete -c jobbook -n "__fish_jobbook_using_subcommand parts; and __fish_seen_subcommand_from order" -l eta -d 'When it is expected: fri, 2026-03-06, "in 3d"' -r
complete -c jobbook -n "__fish_jobbook_using_subcommand parts; and __fish_seen_subcommand_from order" -s C -l book -d 'Folder of the book; else the nearest one from here upwards' -r -F
complete -c jobbook -n "__fish_jobbook_using_subcommand parts; and __fish_seen_subcommand_from order" -l by -d 'Who does this; else git\'s user' -r
complete -c jobbook -n "__fish_jobbook_using_subcommand parts; and __fish_seen_subcommand_from order" -l at -d 'When it happened, if not now: "yesterday 16:30", "2026-03-02 09:00"' -r
complete -c jobbook -n "__fish_jobbook_using_subcommand parts; and __fish_seen_subcommand_from order" -l color -d 'When to colour' -r -f -a "auto\t'On a terminal'
always\t'Always'
never\t'Never'"
complete -c jobbook -n "__fish_jobbook_using_subcommand parts; and __fish_seen_subcommand_from order" -l json -d 'Answer as JSON'
complete -c jobbook -n "__fish_jobbook_using_subcommand parts; and __fish_seen_subcommand_from order" -l dry-run -d 'Decide and tell, but write nothing'
complete -c jobbook -n "__fish_jobbook_using_subcommand parts; and __fish_seen_subcommand_from order" -l yes -d 'Answer yes to every question'
complete -c jobbook -n "__fish_jobbook_using_subcommand parts; and __fish_seen_subcommand_from order" -l no-input -d 'Never ask; what is missing is an error'
complete -c jobbook -n "__fish_jobbook_using_subcommand parts; and __fish_seen_subcommand_from order" -s q -l quiet -d 'Tell only results and errors'
complete -c jobbook -n "__fish_jobbook_using_subcommand parts; and __fish_seen_subcommand_from order" -s v -l verbose -d 'Tell more'
complete -c jobbook -n "__fish_jobbook_using_subcommand parts; and __fish_seen_subcommand_from order" -s h -l help -d 'Print help'
complete -c jobbook -n "__fish_jobbook_using_subcommand parts; and __fish_seen_subcommand_from eta" -l note -d 'Why it moved' -r
complete -c jobbook -n "__fish_jobbook_using_subcommand parts; and __fish_seen_subcommand_from eta" -s C -l book -d 'Folder of the book; else the nearest one from here upwards' -r -F
complete -c jobbook -n "__fish_jobbook_using_subcommand parts; and __fish_seen_subcommand_from eta" -l by -d 'Who does this; else git\'s user' -r
complete -c jobbook -n "__fish_jobbook_using_subcommand parts; and __fish_seen_subcommand_from eta" -l at -d 'When it happened, if not now: "yesterday 16:30", "2026-03-02 09:00"' -r
complete -c jobbook -n "__fish_jobbook_using_subcommand parts; and __fish_seen_subcommand_from eta" -l color -d 'When to colour' -r -f -a "auto\t'On a terminal'
always\t'Always'
never\t'Never'"
complete -c jobbook -n "__fish_jobbook_using_subcommand parts; and __fish_seen_subcommand_from eta" -l json -d 'Answer as JSON'
complete -c jobbook -n "__fish_jobbook_using_subcommand parts; and __fish_seen_subcommand_from eta" -l dry-run -d 'Decide and tell, but write nothing'
complete -c jobbook -n "__fish_jobbook_using_subcommand parts; and __fish_seen_subcommand_from eta" -l yes -d 'Answer yes to every question'
complete -c jobbook -n "__fish_jobbook_using_subcommand parts; and __fish_seen_subcommand_from eta" -l no-input -d 'Never ask; what is missing is an error'
complete -c jobbook -n "__fish_jobbook_using_subcommand parts; and __fish_seen_subcommand_from eta" -s q -l quiet -d 'Tell only results and errors'
complete -c jobbook -n "__fish_jobbook_using_subcommand parts; and __fish_seen_subcommand_from eta" -s v -l verbose -d 'Tell more'
complete -c jobbook -n "__fish_jobbook_using_subcommand parts; and __fish_seen_subcommand_from eta" -s h -l help -d 'Print help'
complete -c jobbook -n "__fish_jobbook_using_subcommand parts; and __fish_seen_subcommand_from receive" -l qty -d 'How many; all that is missing when left out' -r
complete -c jobbook -n "__fish_jobbook_using_subcommand parts; and __fish_seen_subcommand_from receive" -l note -d 'Anything worth knowing' -r
complete -c jobbook -n "__fish_jobbook_using_subcommand parts; and __fish_seen_subcommand_from receive" -s C -l book -d 'Folder of the book; else the nearest one from here upwards' -r -F
complete -c jobbook -n "__fish_jobbook_using_subcommand parts; and __fish_seen_subcommand_from receive" -l by -d 'Who does this; else git\'s user' -r
complete -c jobbook -n "__fish_jobbook_using_subcommand parts; and __fish_seen_subcommand_from receive" -l at -d 'When it happened, if not now: "yesterday 16:30", "2026-03-02 09:00"' -r
complete -c jobbook -n "__fish_jobbook_using_subcommand parts; and __fish_seen_subcommand_from receive" -l color -d 'When to colour' -r -f -a "auto\t'On a terminal'
always\t'Always'
never\t'Never'"
complete -c jobbook -n "__fish_jobbook_using_subcommand parts; and __fish_seen_subcommand_from receive" -l json -d 'Answer as JSON'
complete -c jobbook -n "__fish_jobbook_using_subcommand parts; and __fish_seen_subcommand_from receive" -l dry-run -d 'Decide and tell, but write nothing'
complete -c jobbook -n "__fish_jobbook_using_subcommand parts; and __fish_seen_subcommand_from receive" -l yes -d 'Answer yes to every question'
complete -c jobbook -n "__fish_jobbook_using_subcommand parts; and __fish_seen_subcommand_from receive" -l no-input -d 'Never ask; what is missing is an error'
complete -c jobbook -n "__fish_jobbook_using_subcommand parts; and __fish_seen_subcommand_from receive" -s q -l quiet -d 'Tell only results and errors'
complete -c jobbook -n "__fish_jobbook_using_subcommand parts; and __fish_seen_subcommand_from receive" -s v -l verbose -d 'Tell more'
complete -c jobbook -n "__fish_jobbook_using_subcommand parts; and __fish_seen_subcommand_from receive" -s h -l help -d 'Print help'
complete -c jobbook -n "__fish_jobbook_using_subcommand parts; and __fish_seen_subcommand_from return" -l qty -d 'How many; all in hand when left out' -r
complete -c jobbook -n "__fish_jobbook_using_subcommand parts; and __fish_seen_subcommand_from return" -l note -d 'Why' -r
complete -c jobbook -n "__fish_jobbook_using_subcommand parts; and __fish_seen_subcommand_from return" -s C -l book -d 'Folder of the book; else the nearest one from here upwards' -r -F
complete -c jobbook -n "__fish_jobbook_using_subcommand parts; and __fish_seen_subcommand_from return" -l by -d 'Who does this; else git\'s user' -r
complete -c jobbook -n "__fish_jobbook_using_subcommand parts; and __fish_seen_subcommand_from return" -l at -d 'When it happened, if not now: "yesterday 16:30", "2026-03-02 09:00"' -r
complete -c jobbook -n "__fish_jobbook_using_subcommand parts; and __fish_seen_subcommand_from return" -l color -d 'When to colour' -r -f -a "auto\t'On a terminal'
always\t'Always'
never\t'Never'"
complete -c jobbook -n "__fish_jobbook_using_subcommand parts; and __fish_seen_subcommand_from return" -l needed-again -d 'They must be replaced'
complete -c jobbook -n "__fish_jobbook_using_subcommand parts; and __fish_seen_subcommand_from return" -l not-needed -d 'Nothing arrived: the need fell away'
complete -c jobbook -n "__fish_jobbook_using_subcommand parts; and __fish_seen_subcommand_from return" -l json -d 'Answer as JSON'
complete -c jobbook -n "__fish_jobbook_using_subcommand parts; and __fish_seen_subcommand_from return" -l dry-run -d 'Decide and tell, but write nothing'
complete -c jobbook -n "__fish_jobbook_using_subcommand parts; and __fish_seen_subcommand_from return" -l yes -d 'Answer yes to every question'
complete -c jobbook -n "__fish_jobbook_using_subcommand parts; and __fish_seen_subcommand_from return" -l no-input -d 'Never ask; what is missing is an error'
complete -c jobbook -n "__fish_jobbook_using_subcommand parts; and __fish_seen_subcommand_from return" -s q -l quiet -d 'Tell only results and errors'
complete -c jobbook -n "__fish_jobbook_using_subcommand parts; and __fish_seen_subcommand_from return" -s v -l verbose -d 'Tell more'
complete -c jobbook -n "__fish_jobbook_using_subcommand parts; and __fish_seen_subcommand_from return" -s h -l help -d 'Print help'
complete -c jobbook -n "__fish_jobbook_using_subcommand parts; and __fish_seen_subcommand_from list" -s C -l book -d 'Folder of the book; else the nearest one from here upwards' -r -F
complete -c jobbook -n "__fish_jobbook_using_subcommand parts; and __fish_seen_subcommand_from list" -l by -d 'Who does this; else git\'s user' -r
complete -c jobbook -n "__fish_jobbook_using_subcommand parts; and __fish_seen_subcommand_from list" -l at -d 'When it happened, if not now: "yesterday 16:30", "2026-03-02 09:00"' -r
complete -c jobbook -n "__fish_jobbook_using_subcommand parts; and __fish_seen_subcommand_from list" -l color -d 'When to colour' -r -f -a "auto\t'On a terminal'
always\t'Always'
never\t'Never'"
complete -c jobbook -n "__fish_jobbook_using_subcommand parts; and __fish_seen_subcommand_from list" -l json -d 'Answer as JSON'
complete -c jobbook -n "__fish_jobbook_using_subcommand parts; and __fish_seen_subcommand_from list" -l dry-run -d 'Decide and tell, but write nothing'
complete -c jobbook -n "__fish_jobbook_using_subcommand parts; and __fish_seen_subcommand_from list" -l yes -d 'Answer yes to every question'
complete -c jobbook -n "__fish_jobbook_using_subcommand parts; and __fish_seen_subcommand_from list" -l no-input -d 'Never ask; what is missing is an error'
complete -c jobbook -n "__fish_jobbook_using_subcommand parts; and __fish_seen_subcommand_from list" -s q -l quiet -d 'Tell only results and errors'
complete -c jobbook -n "__fish_jobbook_using_subcommand parts; and __fish_seen_subcommand_from list" -s v -l verbose -d 'Tell more'
complete -c jobbook -n "__fish_jobbook_using_subcommand parts; and __fish_seen_subcommand_from list" -s h -l help -d 'Print help'
complete -c jobbook -n "__fish_jobbook_using_subcommand workflow; and not __fish_seen_subcommand_from list show check" -s C -l book -d 'Folder of the book; else the nearest one from here upwards' -r -F
complete -c jobbook -n "__fish_jobbook_using_subcommand workflow; and not __fish_seen_subcommand_from list show check" -l by -d 'Who does this; else git\'s user' -r
complete -c jobbook -n "__fish_jobbook_using_subcommand workflow; and not __fish_seen_subcommand_from list show check" -l at -d 'When it happened, if not now: "yesterday 16:30", "2026-03-02 09:00"' -r
complete -c jobbook -n "__fish_jobbook_using_subcommand workflow; and not __fish_seen_subcommand_from list show check" -l color -d 'When to colour' -r -f -a "auto\t'On a terminal'
always\t'Always'
never\t'Never'"
complete -c jobbook -n "__fish_jobbook_using_subcommand workflow; and not __fish_seen_subcommand_from list show check" -l json -d 'Answer as JSON'
complete -c jobbook -n "__fish_jobbook_using_subcommand workflow; and not __fish_seen_subcommand_from list show check" -l dry-run -d 'Decide and tell, but write nothing'
complete -c jobbook -n "__fish_jobbook_using_subcommand workflow; and not __fish_seen_subcommand_from list show check" -l yes -d 'Answer yes to every question'
complete -c jobbook -n "__fish_jobbook_using_subcommand workflow; and not __fish_seen_subcommand_from list show check" -l no-input -d 'Never ask; what is missing is an error'
complete -c jobbook -n "__fish_jobbook_using_subcommand workflow; and not __fish_seen_subcommand_from list show check" -s q -l quiet -d 'Tell only results and errors'
complete -c jobbook -n "__fish_jobbook_using_subcommand workflow; and not __fish_seen_subcommand_from list show check" -s v -l verbose -d 'Tell more'
complete -c jobbook -n "__fish_jobbook_using_subcommand workflow; and not __fish_seen_subcommand_from list show check" -s h -l help -d 'Print help'
complete -c jobbook -n "__fish_jobbook_using_subcommand workflow; and not __fish_seen_subcommand_from list show check" -f -a "list" -d 'List the workflows'
complete -c jobbook -n "__fish_jobbook_using_subcommand workflow; and not __fish_seen_subcommand_from list show check" -f -a "show" -d 'Draw a workflow'
complete -c jobbook -n "__fish_jobbook_using_subcommand workflow; and not __fish_seen_subcommand_from list show check" -f -a "check" -d 'Find what is wrong with the office\'s rules'
complete -c jobbook -n "__fish_jobbook_using_subcommand workflow; and __fish_seen_subcommand_from list" -s C -l book -d 'Folder of the book; else the nearest one from here upwards' -r -F
complete -c jobbook -n "__fish_jobbook_using_subcommand workflow; and __fish_seen_subcommand_from list" -l by -d 'Who does this; else git\'s user' -r
complete -c jobbook -n "__fish_jobbook_using_subcommand workflow; and __fish_seen_subcommand_from list" -l at -d 'When it happened, if not now: "yesterday 16:30", "2026-03-02 09:00"' -r
complete -c jobbook -n "__fish_jobbook_using_subcommand workflow; and __fish_seen_subcommand_from list" -l color -d 'When to colour' -r -f -a "auto\t'On a terminal'
always\t'Always'
never\t'Never'"
complete -c jobbook -n "__fish_jobbook_using_subcommand workflow; and __fish_seen_subcommand_from list" -l json -d 'Answer as JSON'
complete -c jobbook -n "__fish_jobbook_using_subcommand workflow; and __fish_seen_subcommand_from list" -l dry-run -d 'Decide and tell, but write nothing'
complete -c jobbook -n "__fish_jobbook_using_subcommand workflow; and __fish_seen_subcommand_from list" -l yes -d 'Answer yes to every question'
complete -c jobbook -n "__fish_jobbook_using_subcommand workflow; and __fish_seen_subcommand_from list" -l no-input -d 'Never ask; what is missing is an error'
complete -c jobbook -n "__fish_jobbook_using_subcommand workflow; and __fish_seen_subcommand_from list" -s q -l quiet -d 'Tell only results and errors'
complete -c jobbook -n "__fish_jobbook_using_subcommand workflow; and __fish_seen_subcommand_from list" -s v -l verbose -d 'Tell more'
complete -c jobbook -n "__fish_jobbook_using_subcommand workflow; and __fish_seen_subcommand_from list" -s h -l help -d 'Print help'
complete -c jobbook -n "__fish_jobbook_using_subcommand workflow; and __fish_seen_subcommand_from show" -s C -l book -d 'Folder of the book; else the nearest one from here upwards' -r -F
complete -c jobbook -n "__fish_jobbook_using_subcommand workflow; and __fish_seen_subcommand_from show" -l by -d 'Who does this; else git\'s user' -r
complete -c jobbook -n "__fish_jobbook_using_subcommand workflow; and __fish_seen_subcommand_from show" -l at -d 'When it happened, if not now: "yesterday 16:30", "2026-03-02 09:00"' -r
complete -c jobbook -n "__fish_jobbook_using_subcommand workflow; and __fish_seen_subcommand_from show" -l color -d 'When to colour' -r -f -a "auto\t'On a terminal'
always\t'Always'
never\t'Never'"
complete -c jobbook -n "__fish_jobbook_using_subcommand workflow; and __fish_seen_subcommand_from show" -l mermaid -d 'As Mermaid text'
complete -c jobbook -n "__fish_jobbook_using_subcommand workflow; and __fish_seen_subcommand_from show" -l svg -d 'As SVG'
complete -c jobbook -n "__fish_jobbook_using_subcommand workflow; and __fish_seen_subcommand_from show" -l json -d 'Answer as JSON'
complete -c jobbook -n "__fish_jobbook_using_subcommand workflow; and __fish_seen_subcommand_from show" -l dry-run -d 'Decide and tell, but write nothing'
complete -c jobbook -n "__fish_jobbook_using_subcommand workflow; and __fish_seen_subcommand_from show" -l yes -d 'Answer yes to every question'
complete -c jobbook -n "__fish_jobbook_using_subcommand workflow; and __fish_seen_subcommand_from show" -l no-input -d 'Never ask; what is missing is an error'
complete -c jobbook -n "__fish_jobbook_using_subcommand workflow; and __fish_seen_subcommand_from show" -s q -l quiet -d 'Tell only results and errors'
complete -c jobbook -n "__fish_jobbook_using_subcommand workflow; and __fish_seen_subcommand_from show" -s v -l verbose -d 'Tell more'
complete -c jobbook -n "__fish_jobbook_using_subcommand workflow; and __fish_seen_subcommand_from show" -s h -l help -d 'Print help'
complete -c jobbook -n "__fish_jobbook_using_subcommand workflow; and __fish_seen_subcommand_from check" -s C -l book -d 'Folder of the book; else the nearest one from here upwards' -r -F
complete -c jobbook -n "__fish_jobbook_using_subcommand workflow; and __fish_seen_subcommand_from check" -l by -d 'Who does this; else git\'s user' -r
complete -c jobbook -n "__fish_jobbook_using_subcommand workflow; and __fish_seen_subcommand_from check" -l at -d 'When it happened, if not now: "yesterday 16:30", "2026-03-02 09:00"' -r
complete -c jobbook -n "__fish_jobbook_using_subcommand workflow; and __fish_seen_subcommand_from check" -l color -d 'When to colour' -r -f -a "auto\t'On a terminal'
always\t'Always'
never\t'Never'"
complete -c jobbook -n "__fish_jobbook_using_subcommand workflow; and __fish_seen_subcommand_from check" -l json -d 'Answer as JSON'
complete -c jobbook -n "__fish_jobbook_using_subcommand workflow; and __fish_seen_subcommand_from check" -l dry-run -d 'Decide and tell, but write nothing'
complete -c jobbook -n "__fish_jobbook_using_subcommand workflow; and __fish_seen_subcommand_from check" -l yes -d 'Answer yes to every question'
complete -c jobbook -n "__fish_jobbook_using_subcommand workflow; and __fish_seen_subcommand_from check" -l no-input -d 'Never ask; what is missing is an error'
complete -c jobbook -n "__fish_jobbook_using_subcommand workflow; and __fish_seen_subcommand_from check" -s q -l quiet -d 'Tell only results and errors'
complete -c jobbook -n "__fish_jobbook_using_subcommand workflow; and __fish_seen_subcommand_from check" -s v -l verbose -d 'Tell more'
complete -c jobbook -n "__fish_jobbook_using_subcommand workflow; and __fish_seen_subcommand_from check" -s h -l help -d 'Print help'
complete -c jobbook -n "__fish_jobbook_using_subcommand outbox; and not __fish_seen_subcommand_from list show done" -s C -l book -d 'Folder of the book; else the nearest one from here upwards' -r -F
complete -c jobbook -n "__fish_jobbook_using_subcommand outbox; and not __fish_seen_subcommand_from list show done" -l by -d 'Who does this; else git\'s user' -r
complete -c jobbook -n "__fish_jobbook_using_subcommand outbox; and not __fish_seen_subcommand_from list show done" -l at -d 'When it happened, if not now: "yesterday 16:30", "2026-03-02 09:00"' -r
complete -c jobbook -n "__fish_jobbook_using_subcommand outbox; and not __fish_seen_subcommand_from list show done" -l color -d 'When to colour' -r -f -a "auto\t'On a terminal'
always\t'Always'
never\t'Never'"
complete -c jobbook -n "__fish_jobbook_using_subcommand outbox; and not __fish_seen_subcommand_from list show done" -l json -d 'Answer as JSON'
complete -c jobbook -n "__fish_jobbook_using_subcommand outbox; and not __fish_seen_subcommand_from list show done" -l dry-run -d 'Decide and tell, but write nothing'
complete -c jobbook -n "__fish_jobbook_using_subcommand outbox; and not __fish_seen_subcommand_from list show done" -l yes -d 'Answer yes to every question'
complete -c jobbook -n "__fish_jobbook_using_subcommand outbox; and not __fish_seen_subcommand_from list show done" -l no-input -d 'Never ask; what is missing is an error'
complete -c jobbook -n "__fish_jobbook_using_subcommand outbox; and not __fish_seen_subcommand_from list show done" -s q -l quiet -d 'Tell only results and errors'
complete -c jobbook -n "__fish_jobbook_using_subcommand outbox; and not __fish_seen_subcommand_from list show done" -s v -l verbose -d 'Tell more'
complete -c jobbook -n "__fish_jobbook_using_subcommand outbox; and not __fish_seen_subcommand_from list show done" -s h -l help -d 'Print help'
complete -c jobbook -n "__fish_jobbook_using_subcommand outbox; and not __fish_seen_subcommand_from list show done" -f -a "list" -d 'List the messages'
complete -c jobbook -n "__fish_jobbook_using_subcommand outbox; and not __fish_seen_subcommand_from list show done" -f -a "show" -d 'Show a message'
complete -c jobbook -n "__fish_jobbook_using_subcommand outbox; and not __fish_seen_subcommand_from list show done" -f -a "done" -d 'Say that a person sent a message'
complete -c jobbook -n "__fish_jobbook_using_subcommand outbox; and __fish_seen_subcommand_from list" -s C -l book -d 'Folder of the book; else the nearest one from here upwards' -r -F
complete -c jobbook -n "__fish_jobbook_using_subcommand outbox; and __fish_seen_subcommand_from list" -l by -d 'Who does this; else git\'s user' -r
complete -c jobbook -n "__fish_jobbook_using_subcommand outbox; and __fish_seen_subcommand_from list" -l at -d 'When it happened, if not now: "yesterday 16:30", "2026-03-02 09:00"' -r
complete -c jobbook -n "__fish_jobbook_using_subcommand outbox; and __fish_seen_subcommand_from list" -l color -d 'When to colour' -r -f -a "auto\t'On a terminal'
always\t'Always'
never\t'Never'"
complete -c jobbook -n "__fish_jobbook_using_subcommand outbox; and __fish_seen_subcommand_from list" -l all -d 'Those that were sent too'
complete -c jobbook -n "__fish_jobbook_using_subcommand outbox; and __fish_seen_subcommand_from list" -l json -d 'Answer as JSON'
complete -c jobbook -n "__fish_jobbook_using_subcommand outbox; and __fish_seen_subcommand_from list" -l dry-run -d 'Decide and tell, but write nothing'
complete -c jobbook -n "__fish_jobbook_using_subcommand outbox; and __fish_seen_subcommand_from list" -l yes -d 'Answer yes to every question'
complete -c jobbook -n "__fish_jobbook_using_subcommand outbox; and __fish_seen_subcommand_from list" -l no-input -d 'Never ask; what is missing is an error'
complete -c jobbook -n "__fish_jobbook_using_subcommand outbox; and __fish_seen_subcommand_from list" -s q -l quiet -d 'Tell only results and errors'
complete -c jobbook -n "__fish_jobbook_using_subcommand outbox; and __fish_seen_subcommand_from list" -s v -l verbose -d 'Tell more'
complete -c jobbook -n "__fish_jobbook_using_subcommand outbox; and __fish_seen_subcommand_from list" -s h -l help -d 'Print help'
complete -c jobbook -n "__fish_jobbook_using_subcommand outbox; and __fish_seen_subcommand_from show" -s C -l book -d 'Folder of the book; else the nearest one from here upwards' -r -F
complete -c jobbook -n "__fish_jobbook_using_subcommand outbox; and __fish_seen_subcommand_from show" -l by -d 'Who does this; else git\'s user' -r
complete -c jobbook -n "__fish_jobbook_using_subcommand outbox; and __fish_seen_subcommand_from show" -l at -d 'When it happened, if not now: "yesterday 16:30", "2026-03-02 09:00"' -r
complete -c jobbook -n "__fish_jobbook_using_subcommand outbox; and __fish_seen_subcommand_from show" -l color -d 'When to colour' -r -f -a "auto\t'On a terminal'
always\t'Always'
never\t'Never'"
complete -c jobbook -n "__fish_jobbook_using_subcommand outbox; and __fish_seen_subcommand_from show" -l json -d 'Answer as JSON'
complete -c jobbook -n "__fish_jobbook_using_subcommand outbox; and __fish_seen_subcommand_from show" -l dry-run -d 'Decide and tell, but write nothing'
complete -c jobbook -n "__fish_jobbook_using_subcommand outbox; and __fish_seen_subcommand_from show" -l yes -d 'Answer yes to every question'
complete -c jobbook -n "__fish_jobbook_using_subcommand outbox; and __fish_seen_subcommand_from show" -l no-input -d 'Never ask; what is missing is an error'
complete -c jobbook -n "__fish_jobbook_using_subcommand outbox; and __fish_seen_subcommand_from show" -s q -l quiet -d 'Tell only results and errors'
complete -c jobbook -n "__fish_jobbook_using_subcommand outbox; and __fish_seen_subcommand_from show" -s v -l verbose -d 'Tell more'
complete -c jobbook -n "__fish_jobbook_using_subcommand outbox; and __fish_seen_subcommand_from show" -s h -l help -d 'Print help'
complete -c jobbook -n "__fish_jobbook_using_subcommand outbox; and __fish_seen_subcommand_from done" -s C -l book -d 'Folder of the book; else the nearest one from here upwards' -r -F
complete -c jobbook -n "__fish_jobbook_using_subcommand outbox; and __fish_seen_subcommand_from done" -l by -d 'Who does this; else git\'s user' -r
complete -c jobbook -n "__fish_jobbook_using_subcommand outbox; and __fish_seen_subcommand_from done" -l at -d 'When it happened, if not now: "yesterday 16:30", "2026-03-02 09:00"' -r
complete -c jobbook -n "__fish_jobbook_using_subcommand outbox; and __fish_seen_subcommand_from done" -l color -d 'When to colour' -r -f -a "auto\t'On a terminal'
always\t'Always'
never\t'Never'"
complete -c jobbook -n "__fish_jobbook_using_subcommand outbox; and __fish_seen_subcommand_from done" -l json -d 'Answer as JSON'
complete -c jobbook -n "__fish_jobbook_using_subcommand outbox; and __fish_seen_subcommand_from done" -l dry-run -d 'Decide and tell, but write nothing'
complete -c jobbook -n "__fish_jobbook_using_subcommand outbox; and __fish_seen_subcommand_from done" -l yes -d 'Answer yes to every question'
complete -c jobbook -n "__fish_jobbook_using_subcommand outbox; and __fish_seen_subcommand_from done" -l no-input -d 'Never ask; what is missing is an error'
complete -c jobbook -n "__fish_jobbook_using_subcommand outbox; and __fish_seen_subcommand_from done" -s q -l quiet -d 'Tell only results and errors'
complete -c jobbook -n "__fish_jobbook_using_subcommand outbox; and __fish_seen_subcommand_from done" -s v -l verbose -d 'Tell more'
complete -c jobbook -n "__fish_jobbook_using_subcommand outbox; and __fish_seen_subcommand_from done" -s h -l help -d 'Print help'
complete -c jobbook -n "__fish_jobbook_using_subcommand export; and not __fish_seen_subcommand_from tracking logistics invoices clients" -s C -l book -d 'Folder of the book; else the nearest one from here upwards' -r -F
complete -c jobbook -n "__fish_jobbook_using_subcommand export; and not __fish_seen_subcommand_from tracking logistics invoices clients" -l by -d 'Who does this; else git\'s user' -r
complete -c jobbook -n "__fish_jobbook_using_subcommand export; and not __fish_seen_subcommand_from tracking logistics invoices clients" -l at -d 'When it happened, if not now: "yesterday 16:30", "2026-03-02 09:00"' -r
complete -c jobbook -n "__fish_jobbook_using_subcommand export; and not __fish_seen_subcommand_from tracking logistics invoices clients" -l color -d 'When to colour' -r -f -a "auto\t'On a terminal'
always\t'Always'
never\t'Never'"
complete -c jobbook -n "__fish_jobbook_using_subcommand export; and not __fish_seen_subcommand_from tracking logistics invoices clients" -l json -d 'Answer as JSON'
complete -c jobbook -n "__fish_jobbook_using_subcommand export; and not __fish_seen_subcommand_from tracking logistics invoices clients" -l dry-run -d 'Decide and tell, but write nothing'
complete -c jobbook -n "__fish_jobbook_using_subcommand export; and not __fish_seen_subcommand_from tracking logistics invoices clients" -l yes -d 'Answer yes to every question'
complete -c jobbook -n "__fish_jobbook_using_subcommand export; and not __fish_seen_subcommand_from tracking logistics invoices clients" -l no-input -d 'Never ask; what is missing is an error'
complete -c jobbook -n "__fish_jobbook_using_subcommand export; and not __fish_seen_subcommand_from tracking logistics invoices clients" -s q -l quiet -d 'Tell only results and errors'
complete -c jobbook -n "__fish_jobbook_using_subcommand export; and not __fish_seen_subcommand_from tracking logistics invoices clients" -s v -l verbose -d 'Tell more'
complete -c jobbook -n "__fish_jobbook_using_subcommand export; and not __fish_seen_subcommand_from tracking logistics invoices clients" -s h -l help -d 'Print help'
complete -c jobbook -n "__fish_jobbook_using_subcommand export; and not __fish_seen_subcommand_from tracking logistics invoices clients" -f -a "tracking" -d 'The tracking sheet: one row for each job'
complete -c jobbook -n "__fish_jobbook_using_subcommand export; and not __fish_seen_subcommand_from tracking logistics invoices clients" -f -a "logistics" -d 'The logistics sheet: one row for each part'
complete -c jobbook -n "__fish_jobbook_using_subcommand export; and not __fish_seen_subcommand_from tracking logistics invoices clients" -f -a "invoices" -d 'One row for each invoice'
complete -c jobbook -n "__fish_jobbook_using_subcommand export; and not __fish_seen_subcommand_from tracking logistics invoices clients" -f -a "clients" -d 'One row for each client'
complete -c jobbook -n "__fish_jobbook_using_subcommand export; and __fish_seen_subcommand_from tracking" -s o -l output -d 'The file to write; standard output when left out' -r -F
complete -c jobbook -n "__fish_jobbook_using_subcommand export; and __fish_seen_subcommand_from tracking" -s C -l book -d 'Folder of the book; else the nearest one from here upwards' -r -F
complete -c jobbook -n "__fish_jobbook_using_subcommand export; and __fish_seen_subcommand_from tracking" -l by -d 'Who does this; else git\'s user' -r
complete -c jobbook -n "__fish_jobbook_using_subcommand export; and __fish_seen_subcommand_from tracking" -l at -d 'When it happened, if not now: "yesterday 16:30", "2026-03-02 09:00"' -r
complete -c jobbook -n "__fish_jobbook_using_subcommand export; and __fish_seen_subcommand_from tracking" -l color -d 'When to colour' -r -f -a "auto\t'On a terminal'
always\t'Always'
never\t'Never'"
complete -c jobbook -n "__fish_jobbook_using_subcommand export; and __fish_seen_subcommand_from tracking" -l open -d 'Only what is open'
complete -c jobbook -n "__fish_jobbook_using_subcommand export; and __fish_seen_subcommand_from tracking" -l json -d 'Answer as JSON'
complete -c jobbook -n "__fish_jobbook_using_subcommand export; and __fish_seen_subcommand_from tracking" -l dry-run -d 'Decide and tell, but write nothing'
complete -c jobbook -n "__fish_jobbook_using_subcommand export; and __fish_seen_subcommand_from tracking" -l yes -d 'Answer yes to every question'
complete -c jobbook -n "__fish_jobbook_using_subcommand export; and __fish_seen_subcommand_from tracking" -l no-input -d 'Never ask; what is missing is an error'
complete -c jobbook -n "__fish_jobbook_using_subcommand export; and __fish_seen_subcommand_from tracking" -s q -l quiet -d 'Tell only results and errors'
complete -c jobbook -n "__fish_jobbook_using_subcommand export; and __fish_seen_subcommand_from tracking" -s v -l verbose -d 'Tell more'
complete -c jobbook -n "__fish_jobbook_using_subcommand export; and __fish_seen_subcommand_from tracking" -s h -l help -d 'Print help'
complete -c jobbook -n "__fish_jobbook_using_subcommand export; and __fish_seen_subcommand_from logistics" -s o -l output -d 'The file to write; standard output when left out' -r -F
complete -c jobbook -n "__fish_jobbook_using_subcommand export; and __fish_seen_subcommand_from logistics" -s C -l book -d 'Folder of the book; else the nearest one from here upwards' -r -F
complete -c jobbook -n "__fish_jobbook_using_subcommand export; and __fish_seen_subcommand_from logistics" -l by -d 'Who does this; else git\'s user' -r
complete -c jobbook -n "__fish_jobbook_using_subcommand export; and __fish_seen_subcommand_from logistics" -l at -d 'When it happened, if not now: "yesterday 16:30", "2026-03-02 09:00"' -r
complete -c jobbook -n "__fish_jobbook_using_subcommand export; and __fish_seen_subcommand_from logistics" -l color -d 'When to colour' -r -f -a "auto\t'On a terminal'
always\t'Always'
never\t'Never'"
complete -c jobbook -n "__fish_jobbook_using_subcommand export; and __fish_seen_subcommand_from logistics" -l open -d 'Only what is open'
complete -c jobbook -n "__fish_jobbook_using_subcommand export; and __fish_seen_subcommand_from logistics" -l json -d 'Answer as JSON'
complete -c jobbook -n "__fish_jobbook_using_subcommand export; and __fish_seen_subcommand_from logistics" -l dry-run -d 'Decide and tell, but write nothing'
complete -c jobbook -n "__fish_jobbook_using_subcommand export; and __fish_seen_subcommand_from logistics" -l yes -d 'Answer yes to every question'
complete -c jobbook -n "__fish_jobbook_using_subcommand export; and __fish_seen_subcommand_from logistics" -l no-input -d 'Never ask; what is missing is an error'
complete -c jobbook -n "__fish_jobbook_using_subcommand export; and __fish_seen_subcommand_from logistics" -s q -l quiet -d 'Tell only results and errors'
complete -c jobbook -n "__fish_jobbook_using_subcommand export; and __fish_seen_subcommand_from logistics" -s v -l verbose -d 'Tell more'
complete -c jobbook -n "__fish_jobbook_using_subcommand export; and __fish_seen_subcommand_from logistics" -s h -l help -d 'Print help'
complete -c jobbook -n "__fish_jobbook_using_subcommand export; and __fish_seen_subcommand_from invoices" -s o -l output -d 'The file to write; standard output when left out' -r -F
complete -c jobbook -n "__fish_jobbook_using_subcommand export; and __fish_seen_subcommand_from invoices" -s C -l book -d 'Folder of the book; else the nearest one from here upwards' -r -F
complete -c jobbook -n "__fish_jobbook_using_subcommand export; and __fish_seen_subcommand_from invoices" -l by -d 'Who does this; else git\'s user' -r
complete -c jobbook -n "__fish_jobbook_using_subcommand export; and __fish_seen_subcommand_from invoices" -l at -d 'When it happened, if not now: "yesterday 16:30", "2026-03-02 09:00"' -r
complete -c jobbook -n "__fish_jobbook_using_subcommand export; and __fish_seen_subcommand_from invoices" -l color -d 'When to colour' -r -f -a "auto\t'On a terminal'
always\t'Always'
never\t'Never'"
complete -c jobbook -n "__fish_jobbook_using_subcommand export; and __fish_seen_subcommand_from invoices" -l open -d 'Only what is open'
complete -c jobbook -n "__fish_jobbook_using_subcommand export; and __fish_seen_subcommand_from invoices" -l json -d 'Answer as JSON'
complete -c jobbook -n "__fish_jobbook_using_subcommand export; and __fish_seen_subcommand_from invoices" -l dry-run -d 'Decide and tell, but write nothing'
complete -c jobbook -n "__fish_jobbook_using_subcommand export; and __fish_seen_subcommand_from invoices" -l yes -d 'Answer yes to every question'
complete -c jobbook -n "__fish_jobbook_using_subcommand export; and __fish_seen_subcommand_from invoices" -l no-input -d 'Never ask; what is missing is an error'
complete -c jobbook -n "__fish_jobbook_using_subcommand export; and __fish_seen_subcommand_from invoices" -s q -l quiet -d 'Tell only results and errors'
complete -c jobbook -n "__fish_jobbook_using_subcommand export; and __fish_seen_subcommand_from invoices" -s v -l verbose -d 'Tell more'
complete -c jobbook -n "__fish_jobbook_using_subcommand export; and __fish_seen_subcommand_from invoices" -s h -l help -d 'Print help'
complete -c jobbook -n "__fish_jobbook_using_subcommand export; and __fish_seen_subcommand_from clients" -s o -l output -d 'The file to write; standard output when left out' -r -F
complete -c jobbook -n "__fish_jobbook_using_subcommand export; and __fish_seen_subcommand_from clients" -s C -l book -d 'Folder of the book; else the nearest one from here upwards' -r -F
complete -c jobbook -n "__fish_jobbook_using_subcommand export; and __fish_seen_subcommand_from clients" -l by -d 'Who does this; else git\'s user' -r
complete -c jobbook -n "__fish_jobbook_using_subcommand export; and __fish_seen_subcommand_from clients" -l at -d 'When it happened, if not now: "yesterday 16:30", "2026-03-02 09:00"' -r
complete -c jobbook -n "__fish_jobbook_using_subcommand export; and __fish_seen_subcommand_from clients" -l color -d 'When to colour' -r -f -a "auto\t'On a terminal'
always\t'Always'
never\t'Never'"
complete -c jobbook -n "__fish_jobbook_using_subcommand export; and __fish_seen_subcommand_from clients" -l open -d 'Only what is open'
complete -c jobbook -n "__fish_jobbook_using_subcommand export; and __fish_seen_subcommand_from clients" -l json -d 'Answer as JSON'
complete -c jobbook -n "__fish_jobbook_using_subcommand export; and __fish_seen_subcommand_from clients" -l dry-run -d 'Decide and tell, but write nothing'
complete -c jobbook -n "__fish_jobbook_using_subcommand export; and __fish_seen_subcommand_from clients" -l yes -d 'Answer yes to every question'
complete -c jobbook -n "__fish_jobbook_using_subcommand export; and __fish_seen_subcommand_from clients" -l no-input -d 'Never ask; what is missing is an error'
complete -c jobbook -n "__fish_jobbook_using_subcommand export; and __fish_seen_subcommand_from clients" -s q -l quiet -d 'Tell only results and errors'
complete -c jobbook -n "__fish_jobbook_using_subcommand export; and __fish_seen_subcommand_from clients" -s v -l verbose -d 'Tell more'
complete -c jobbook -n "__fish_jobbook_using_subcommand export; and __fish_seen_subcommand_from clients" -s h -l help -d 'Print help'
complete -c jobbook -n "__fish_jobbook_using_subcommand completions" -s C -l book -d 'Folder of the book; else the nearest one from here upwards' -r -F
complete -c jobbook -n "__fish_jobbook_using_subcommand completions" -l by -d 'Who does this; else git\'s user' -r
complete -c jobbook -n "__fish_jobbook_using_subcommand completions" -l at -d 'When it happened, if not now: "yesterday 16:30", "2026-03-02 09:00"' -r
complete -c jobbook -n "__fish_jobbook_using_subcommand completions" -l color -d 'When to colour' -r -f -a "auto\t'On a terminal'
always\t'Always'
never\t'Never'"
complete -c jobbook -n "__fish_jobbook_using_subcommand completions" -l json -d 'Answer as JSON'
complete -c jobbook -n "__fish_jobbook_using_subcommand completions" -l dry-run -d 'Decide and tell, but write nothing'
complete -c jobbook -n "__fish_jobbook_using_subcommand completions" -l yes -d 'Answer yes to every question'
complete -c jobbook -n "__fish_jobbook_using_subcommand completions" -l no-input -d 'Never ask; what is missing is an error'
complete -c jobbook -n "__fish_jobbook_using_subcommand completions" -s q -l quiet -d 'Tell only results and errors'
complete -c jobbook -n "__fish_jobbook_using_subcommand completions" -s v -l verbose -d 'Tell more'
complete -c jobbook -n "__fish_jobbook_using_subcommand completions" -s h -l help -d 'Print help'
