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
complete -c jobbook -n "__fish_jobbook_needs_command" -f -a "contact" -d 'What can be done with contacts'
complete -c jobbook -n "__fish_jobbook_needs_command" -f -a "client" -d 'What can be done with clients'
complete -c jobbook -n "__fish_jobbook_needs_command" -f -a "job" -d 'What can be done with jobs'
complete -c jobbook -n "__fish_jobbook_needs_command" -f -a "queue" -d 'What can be done with queues'
complete -c jobbook -n "__fish_jobbook_needs_command" -f -a "quote" -d 'What can be done with quotes'
complete -c jobbook -n "__fish_jobbook_needs_command" -f -a "parts" -d 'What can be done with parts'
complete -c jobbook -n "__fish_jobbook_needs_command" -f -a "visit" -d 'What can be done with visits'
complete -c jobbook -n "__fish_jobbook_needs_command" -f -a "schedule" -d 'The schedule: load of each day, how far out visits are put, days off'
complete -c jobbook -n "__fish_jobbook_needs_command" -f -a "plan" -d 'What can be done with plans'
complete -c jobbook -n "__fish_jobbook_needs_command" -f -a "checklist" -d 'What can be done with checklists'
complete -c jobbook -n "__fish_jobbook_needs_command" -f -a "waiver" -d 'What can be done with waivers'
complete -c jobbook -n "__fish_jobbook_needs_command" -f -a "ticket" -d 'What can be done with tickets'
complete -c jobbook -n "__fish_jobbook_needs_command" -f -a "guide" -d 'What can be done with guides'
complete -c jobbook -n "__fish_jobbook_needs_command" -f -a "invoice" -d 'What can be done with invoices'
complete -c jobbook -n "__fish_jobbook_needs_command" -f -a "payment" -d 'What can be done with payments'
complete -c jobbook -n "__fish_jobbook_needs_command" -f -a "feedback" -d 'What can be done with feedback'
complete -c jobbook -n "__fish_jobbook_needs_command" -f -a "metrics" -d 'What can be done with metrics that are entered'
complete -c jobbook -n "__fish_jobbook_needs_command" -f -a "price" -d 'What can be done with price books'
complete -c jobbook -n "__fish_jobbook_needs_command" -f -a "workflow" -d 'What can be done with workflows'
complete -c jobbook -n "__fish_jobbook_needs_command" -f -a "outbox" -d 'What can be done with messages'
complete -c jobbook -n "__fish_jobbook_needs_command" -f -a "report" -d 'What can be done with reports'
complete -c jobbook -n "__fish_jobbook_needs_command" -f -a "export" -d 'What can be exported. CSV goes to standard output unless a file is named'
complete -c jobbook -n "__fish_jobbook_needs_command" -f -a "import" -d 'What can be taken in'
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
complete -c jobbook -n "__fish_jobbook_using_subcommand init" -l own-repository -d 'Make it a repository of its own, even inside another'
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
complete -c jobbook -n "__fish_jobbook_using_subcommand contact; and not __fish_seen_subcommand_from new log" -s C -l book -d 'Folder of the book; else the nearest one from here upwards' -r -F
complete -c jobbook -n "__fish_jobbook_using_subcommand contact; and not __fish_seen_subcommand_from new log" -l by -d 'Who does this; else git\'s user' -r
complete -c jobbook -n "__fish_jobbook_using_subcommand contact; and not __fish_seen_subcommand_from new log" -l at -d 'When it happened, if not now: "yesterday 16:30", "2026-03-02 09:00"' -r
complete -c jobbook -n "__fish_jobbook_using_subcommand contact; and not __fish_seen_subcommand_from new log" -l color -d 'When to colour' -r -f -a "auto\t'On a terminal'
always\t'Always'
never\t'Never'"
complete -c jobbook -n "__fish_jobbook_using_subcommand contact; and not __fish_seen_subcommand_from new log" -l json -d 'Answer as JSON'
complete -c jobbook -n "__fish_jobbook_using_subcommand contact; and not __fish_seen_subcommand_from new log" -l dry-run -d 'Decide and tell, but write nothing'
complete -c jobbook -n "__fish_jobbook_using_subcommand contact; and not __fish_seen_subcommand_from new log" -l yes -d 'Answer yes to every question'
complete -c jobbook -n "__fish_jobbook_using_subcommand contact; and not __fish_seen_subcommand_from new log" -l no-input -d 'Never ask; what is missing is an error'
complete -c jobbook -n "__fish_jobbook_using_subcommand contact; and not __fish_seen_subcommand_from new log" -s q -l quiet -d 'Tell only results and errors'
complete -c jobbook -n "__fish_jobbook_using_subcommand contact; and not __fish_seen_subcommand_from new log" -s v -l verbose -d 'Tell more'
complete -c jobbook -n "__fish_jobbook_using_subcommand contact; and not __fish_seen_subcommand_from new log" -s h -l help -d 'Print help'
complete -c jobbook -n "__fish_jobbook_using_subcommand contact; and not __fish_seen_subcommand_from new log" -f -a "new" -d 'A first contact: client and job in one go'
complete -c jobbook -n "__fish_jobbook_using_subcommand contact; and not __fish_seen_subcommand_from new log" -f -a "log" -d 'A talk or message with a client who is known, and what it changed'
complete -c jobbook -n "__fish_jobbook_using_subcommand contact; and __fish_seen_subcommand_from new" -l name -d 'Name of the firm or person' -r
complete -c jobbook -n "__fish_jobbook_using_subcommand contact; and __fish_seen_subcommand_from new" -l client -d 'A client who is known, instead of a new one' -r
complete -c jobbook -n "__fish_jobbook_using_subcommand contact; and __fish_seen_subcommand_from new" -l title -d 'What it is, in a few words' -r
complete -c jobbook -n "__fish_jobbook_using_subcommand contact; and __fish_seen_subcommand_from new" -l person -d 'Person to talk to, when it is not the client itself' -r
complete -c jobbook -n "__fish_jobbook_using_subcommand contact; and __fish_seen_subcommand_from new" -l phone -d 'Phone number' -r
complete -c jobbook -n "__fish_jobbook_using_subcommand contact; and __fish_seen_subcommand_from new" -l email -d 'Mail address' -r
complete -c jobbook -n "__fish_jobbook_using_subcommand contact; and __fish_seen_subcommand_from new" -l street -d 'Street and number of the site' -r
complete -c jobbook -n "__fish_jobbook_using_subcommand contact; and __fish_seen_subcommand_from new" -l postcode -d 'Postal code' -r
complete -c jobbook -n "__fish_jobbook_using_subcommand contact; and __fish_seen_subcommand_from new" -l city -d 'Town' -r
complete -c jobbook -n "__fish_jobbook_using_subcommand contact; and __fish_seen_subcommand_from new" -l region -d 'State or region' -r
complete -c jobbook -n "__fish_jobbook_using_subcommand contact; and __fish_seen_subcommand_from new" -l country -d 'Country, when it is not the office\'s' -r
complete -c jobbook -n "__fish_jobbook_using_subcommand contact; and __fish_seen_subcommand_from new" -l class -d 'Class, which chooses the price book: standard, government, …' -r
complete -c jobbook -n "__fish_jobbook_using_subcommand contact; and __fish_seen_subcommand_from new" -l request -d 'What the client asks for, in their words' -r
complete -c jobbook -n "__fish_jobbook_using_subcommand contact; and __fish_seen_subcommand_from new" -l workflow -d 'Workflow, when it is not the office\'s usual one' -r
complete -c jobbook -n "__fish_jobbook_using_subcommand contact; and __fish_seen_subcommand_from new" -l wanted -d 'When the client would like it' -r
complete -c jobbook -n "__fish_jobbook_using_subcommand contact; and __fish_seen_subcommand_from new" -l work-order -d 'The client\'s own work order number' -r
complete -c jobbook -n "__fish_jobbook_using_subcommand contact; and __fish_seen_subcommand_from new" -l reference -d 'The client\'s purchase order and other references: po=4711' -r
complete -c jobbook -n "__fish_jobbook_using_subcommand contact; and __fish_seen_subcommand_from new" -l not-to-exceed -d 'No quote or invoice above this without the client\'s word' -r
complete -c jobbook -n "__fish_jobbook_using_subcommand contact; and __fish_seen_subcommand_from new" -l site -d 'Number of the client\'s site; the first when left out' -r
complete -c jobbook -n "__fish_jobbook_using_subcommand contact; and __fish_seen_subcommand_from new" -l note -d 'A remark of the office' -r
complete -c jobbook -n "__fish_jobbook_using_subcommand contact; and __fish_seen_subcommand_from new" -l tag -d 'Add a tag' -r
complete -c jobbook -n "__fish_jobbook_using_subcommand contact; and __fish_seen_subcommand_from new" -l line -d 'Add a work line: a code of the price book, or TEXT=PRICE; may be given again' -r
complete -c jobbook -n "__fish_jobbook_using_subcommand contact; and __fish_seen_subcommand_from new" -s C -l book -d 'Folder of the book; else the nearest one from here upwards' -r -F
complete -c jobbook -n "__fish_jobbook_using_subcommand contact; and __fish_seen_subcommand_from new" -l by -d 'Who does this; else git\'s user' -r
complete -c jobbook -n "__fish_jobbook_using_subcommand contact; and __fish_seen_subcommand_from new" -l at -d 'When it happened, if not now: "yesterday 16:30", "2026-03-02 09:00"' -r
complete -c jobbook -n "__fish_jobbook_using_subcommand contact; and __fish_seen_subcommand_from new" -l color -d 'When to colour' -r -f -a "auto\t'On a terminal'
always\t'Always'
never\t'Never'"
complete -c jobbook -n "__fish_jobbook_using_subcommand contact; and __fish_seen_subcommand_from new" -l force -d 'Make the client even if one like it is there'
complete -c jobbook -n "__fish_jobbook_using_subcommand contact; and __fish_seen_subcommand_from new" -l emergency -d 'No estimate is asked: somebody goes at once'
complete -c jobbook -n "__fish_jobbook_using_subcommand contact; and __fish_seen_subcommand_from new" -l assess-first -d 'The work is looked at before it is quoted'
complete -c jobbook -n "__fish_jobbook_using_subcommand contact; and __fish_seen_subcommand_from new" -l json -d 'Answer as JSON'
complete -c jobbook -n "__fish_jobbook_using_subcommand contact; and __fish_seen_subcommand_from new" -l dry-run -d 'Decide and tell, but write nothing'
complete -c jobbook -n "__fish_jobbook_using_subcommand contact; and __fish_seen_subcommand_from new" -l yes -d 'Answer yes to every question'
complete -c jobbook -n "__fish_jobbook_using_subcommand contact; and __fish_seen_subcommand_from new" -l no-input -d 'Never ask; what is missing is an error'
complete -c jobbook -n "__fish_jobbook_using_subcommand contact; and __fish_seen_subcommand_from new" -s q -l quiet -d 'Tell only results and errors'
complete -c jobbook -n "__fish_jobbook_using_subcommand contact; and __fish_seen_subcommand_from new" -s v -l verbose -d 'Tell more'
complete -c jobbook -n "__fish_jobbook_using_subcommand contact; and __fish_seen_subcommand_from new" -s h -l help -d 'Print help'
complete -c jobbook -n "__fish_jobbook_using_subcommand contact; and __fish_seen_subcommand_from log" -l with -d 'With whom, when it was not the usual person' -r
complete -c jobbook -n "__fish_jobbook_using_subcommand contact; and __fish_seen_subcommand_from log" -l answer-by -d 'When the client said the answer to the quote would come' -r
complete -c jobbook -n "__fish_jobbook_using_subcommand contact; and __fish_seen_subcommand_from log" -l set -d 'What changed of the person: phone=…, email=…, name=…, role=…' -r
complete -c jobbook -n "__fish_jobbook_using_subcommand contact; and __fish_seen_subcommand_from log" -l contact -d 'Number of the client\'s person that it changed for; the job\'s when left out' -r
complete -c jobbook -n "__fish_jobbook_using_subcommand contact; and __fish_seen_subcommand_from log" -l reschedule -d 'The new window of the open visit: "fri 9-11"' -r
complete -c jobbook -n "__fish_jobbook_using_subcommand contact; and __fish_seen_subcommand_from log" -l request -d 'What the client asks for now' -r
complete -c jobbook -n "__fish_jobbook_using_subcommand contact; and __fish_seen_subcommand_from log" -s C -l book -d 'Folder of the book; else the nearest one from here upwards' -r -F
complete -c jobbook -n "__fish_jobbook_using_subcommand contact; and __fish_seen_subcommand_from log" -l by -d 'Who does this; else git\'s user' -r
complete -c jobbook -n "__fish_jobbook_using_subcommand contact; and __fish_seen_subcommand_from log" -l at -d 'When it happened, if not now: "yesterday 16:30", "2026-03-02 09:00"' -r
complete -c jobbook -n "__fish_jobbook_using_subcommand contact; and __fish_seen_subcommand_from log" -l color -d 'When to colour' -r -f -a "auto\t'On a terminal'
always\t'Always'
never\t'Never'"
complete -c jobbook -n "__fish_jobbook_using_subcommand contact; and __fish_seen_subcommand_from log" -l json -d 'Answer as JSON'
complete -c jobbook -n "__fish_jobbook_using_subcommand contact; and __fish_seen_subcommand_from log" -l dry-run -d 'Decide and tell, but write nothing'
complete -c jobbook -n "__fish_jobbook_using_subcommand contact; and __fish_seen_subcommand_from log" -l yes -d 'Answer yes to every question'
complete -c jobbook -n "__fish_jobbook_using_subcommand contact; and __fish_seen_subcommand_from log" -l no-input -d 'Never ask; what is missing is an error'
complete -c jobbook -n "__fish_jobbook_using_subcommand contact; and __fish_seen_subcommand_from log" -s q -l quiet -d 'Tell only results and errors'
complete -c jobbook -n "__fish_jobbook_using_subcommand contact; and __fish_seen_subcommand_from log" -s v -l verbose -d 'Tell more'
complete -c jobbook -n "__fish_jobbook_using_subcommand contact; and __fish_seen_subcommand_from log" -s h -l help -d 'Print help'
complete -c jobbook -n "__fish_jobbook_using_subcommand client; and not __fish_seen_subcommand_from new show list set edit merge statement document qualify fill form export erase" -s C -l book -d 'Folder of the book; else the nearest one from here upwards' -r -F
complete -c jobbook -n "__fish_jobbook_using_subcommand client; and not __fish_seen_subcommand_from new show list set edit merge statement document qualify fill form export erase" -l by -d 'Who does this; else git\'s user' -r
complete -c jobbook -n "__fish_jobbook_using_subcommand client; and not __fish_seen_subcommand_from new show list set edit merge statement document qualify fill form export erase" -l at -d 'When it happened, if not now: "yesterday 16:30", "2026-03-02 09:00"' -r
complete -c jobbook -n "__fish_jobbook_using_subcommand client; and not __fish_seen_subcommand_from new show list set edit merge statement document qualify fill form export erase" -l color -d 'When to colour' -r -f -a "auto\t'On a terminal'
always\t'Always'
never\t'Never'"
complete -c jobbook -n "__fish_jobbook_using_subcommand client; and not __fish_seen_subcommand_from new show list set edit merge statement document qualify fill form export erase" -l json -d 'Answer as JSON'
complete -c jobbook -n "__fish_jobbook_using_subcommand client; and not __fish_seen_subcommand_from new show list set edit merge statement document qualify fill form export erase" -l dry-run -d 'Decide and tell, but write nothing'
complete -c jobbook -n "__fish_jobbook_using_subcommand client; and not __fish_seen_subcommand_from new show list set edit merge statement document qualify fill form export erase" -l yes -d 'Answer yes to every question'
complete -c jobbook -n "__fish_jobbook_using_subcommand client; and not __fish_seen_subcommand_from new show list set edit merge statement document qualify fill form export erase" -l no-input -d 'Never ask; what is missing is an error'
complete -c jobbook -n "__fish_jobbook_using_subcommand client; and not __fish_seen_subcommand_from new show list set edit merge statement document qualify fill form export erase" -s q -l quiet -d 'Tell only results and errors'
complete -c jobbook -n "__fish_jobbook_using_subcommand client; and not __fish_seen_subcommand_from new show list set edit merge statement document qualify fill form export erase" -s v -l verbose -d 'Tell more'
complete -c jobbook -n "__fish_jobbook_using_subcommand client; and not __fish_seen_subcommand_from new show list set edit merge statement document qualify fill form export erase" -s h -l help -d 'Print help'
complete -c jobbook -n "__fish_jobbook_using_subcommand client; and not __fish_seen_subcommand_from new show list set edit merge statement document qualify fill form export erase" -f -a "new" -d 'Open a client\'s file, without a job'
complete -c jobbook -n "__fish_jobbook_using_subcommand client; and not __fish_seen_subcommand_from new show list set edit merge statement document qualify fill form export erase" -f -a "show" -d 'Show a client: persons, sites, billing, jobs, balance'
complete -c jobbook -n "__fish_jobbook_using_subcommand client; and not __fish_seen_subcommand_from new show list set edit merge statement document qualify fill form export erase" -f -a "list" -d 'List clients'
complete -c jobbook -n "__fish_jobbook_using_subcommand client; and not __fish_seen_subcommand_from new show list set edit merge statement document qualify fill form export erase" -f -a "set" -d 'Change what is known of a client'
complete -c jobbook -n "__fish_jobbook_using_subcommand client; and not __fish_seen_subcommand_from new show list set edit merge statement document qualify fill form export erase" -f -a "edit" -d 'Edit the client\'s file in your editor'
complete -c jobbook -n "__fish_jobbook_using_subcommand client; and not __fish_seen_subcommand_from new show list set edit merge statement document qualify fill form export erase" -f -a "merge" -d 'Join two files of one client'
complete -c jobbook -n "__fish_jobbook_using_subcommand client; and not __fish_seen_subcommand_from new show list set edit merge statement document qualify fill form export erase" -f -a "statement" -d 'Print what the client owes today'
complete -c jobbook -n "__fish_jobbook_using_subcommand client; and not __fish_seen_subcommand_from new show list set edit merge statement document qualify fill form export erase" -f -a "document" -d 'Note where a paper about the client is; begin, send and sign documents; what is missing'
complete -c jobbook -n "__fish_jobbook_using_subcommand client; and not __fish_seen_subcommand_from new show list set edit merge statement document qualify fill form export erase" -f -a "qualify" -d 'Fill in the form that qualifies a client'
complete -c jobbook -n "__fish_jobbook_using_subcommand client; and not __fish_seen_subcommand_from new show list set edit merge statement document qualify fill form export erase" -f -a "fill" -d 'Fill in a form of the office about the client'
complete -c jobbook -n "__fish_jobbook_using_subcommand client; and not __fish_seen_subcommand_from new show list set edit merge statement document qualify fill form export erase" -f -a "form" -d 'Print a form with its answers'
complete -c jobbook -n "__fish_jobbook_using_subcommand client; and not __fish_seen_subcommand_from new show list set edit merge statement document qualify fill form export erase" -f -a "export" -d 'Everything stored of a client, as JSON'
complete -c jobbook -n "__fish_jobbook_using_subcommand client; and not __fish_seen_subcommand_from new show list set edit merge statement document qualify fill form export erase" -f -a "erase" -d 'Take a client\'s personal data out of the book, for good'
complete -c jobbook -n "__fish_jobbook_using_subcommand client; and __fish_seen_subcommand_from new" -l person -d 'Person to talk to, when it is not the client itself' -r
complete -c jobbook -n "__fish_jobbook_using_subcommand client; and __fish_seen_subcommand_from new" -l phone -d 'Phone number' -r
complete -c jobbook -n "__fish_jobbook_using_subcommand client; and __fish_seen_subcommand_from new" -l email -d 'Mail address' -r
complete -c jobbook -n "__fish_jobbook_using_subcommand client; and __fish_seen_subcommand_from new" -l street -d 'Street and number of the site' -r
complete -c jobbook -n "__fish_jobbook_using_subcommand client; and __fish_seen_subcommand_from new" -l postcode -d 'Postal code' -r
complete -c jobbook -n "__fish_jobbook_using_subcommand client; and __fish_seen_subcommand_from new" -l city -d 'Town' -r
complete -c jobbook -n "__fish_jobbook_using_subcommand client; and __fish_seen_subcommand_from new" -l region -d 'State or region' -r
complete -c jobbook -n "__fish_jobbook_using_subcommand client; and __fish_seen_subcommand_from new" -l country -d 'Country, when it is not the office\'s' -r
complete -c jobbook -n "__fish_jobbook_using_subcommand client; and __fish_seen_subcommand_from new" -l class -d 'Class, which chooses the price book: standard, government, …' -r
complete -c jobbook -n "__fish_jobbook_using_subcommand client; and __fish_seen_subcommand_from new" -s C -l book -d 'Folder of the book; else the nearest one from here upwards' -r -F
complete -c jobbook -n "__fish_jobbook_using_subcommand client; and __fish_seen_subcommand_from new" -l by -d 'Who does this; else git\'s user' -r
complete -c jobbook -n "__fish_jobbook_using_subcommand client; and __fish_seen_subcommand_from new" -l at -d 'When it happened, if not now: "yesterday 16:30", "2026-03-02 09:00"' -r
complete -c jobbook -n "__fish_jobbook_using_subcommand client; and __fish_seen_subcommand_from new" -l color -d 'When to colour' -r -f -a "auto\t'On a terminal'
always\t'Always'
never\t'Never'"
complete -c jobbook -n "__fish_jobbook_using_subcommand client; and __fish_seen_subcommand_from new" -l force -d 'Make the client even if one like it is there'
complete -c jobbook -n "__fish_jobbook_using_subcommand client; and __fish_seen_subcommand_from new" -l json -d 'Answer as JSON'
complete -c jobbook -n "__fish_jobbook_using_subcommand client; and __fish_seen_subcommand_from new" -l dry-run -d 'Decide and tell, but write nothing'
complete -c jobbook -n "__fish_jobbook_using_subcommand client; and __fish_seen_subcommand_from new" -l yes -d 'Answer yes to every question'
complete -c jobbook -n "__fish_jobbook_using_subcommand client; and __fish_seen_subcommand_from new" -l no-input -d 'Never ask; what is missing is an error'
complete -c jobbook -n "__fish_jobbook_using_subcommand client; and __fish_seen_subcommand_from new" -s q -l quiet -d 'Tell only results and errors'
complete -c jobbook -n "__fish_jobbook_using_subcommand client; and __fish_seen_subcommand_from new" -s v -l verbose -d 'Tell more'
complete -c jobbook -n "__fish_jobbook_using_subcommand client; and __fish_seen_subcommand_from new" -s h -l help -d 'Print help'
complete -c jobbook -n "__fish_jobbook_using_subcommand client; and __fish_seen_subcommand_from show" -s C -l book -d 'Folder of the book; else the nearest one from here upwards' -r -F
complete -c jobbook -n "__fish_jobbook_using_subcommand client; and __fish_seen_subcommand_from show" -l by -d 'Who does this; else git\'s user' -r
complete -c jobbook -n "__fish_jobbook_using_subcommand client; and __fish_seen_subcommand_from show" -l at -d 'When it happened, if not now: "yesterday 16:30", "2026-03-02 09:00"' -r
complete -c jobbook -n "__fish_jobbook_using_subcommand client; and __fish_seen_subcommand_from show" -l color -d 'When to colour' -r -f -a "auto\t'On a terminal'
always\t'Always'
never\t'Never'"
complete -c jobbook -n "__fish_jobbook_using_subcommand client; and __fish_seen_subcommand_from show" -l json -d 'Answer as JSON'
complete -c jobbook -n "__fish_jobbook_using_subcommand client; and __fish_seen_subcommand_from show" -l dry-run -d 'Decide and tell, but write nothing'
complete -c jobbook -n "__fish_jobbook_using_subcommand client; and __fish_seen_subcommand_from show" -l yes -d 'Answer yes to every question'
complete -c jobbook -n "__fish_jobbook_using_subcommand client; and __fish_seen_subcommand_from show" -l no-input -d 'Never ask; what is missing is an error'
complete -c jobbook -n "__fish_jobbook_using_subcommand client; and __fish_seen_subcommand_from show" -s q -l quiet -d 'Tell only results and errors'
complete -c jobbook -n "__fish_jobbook_using_subcommand client; and __fish_seen_subcommand_from show" -s v -l verbose -d 'Tell more'
complete -c jobbook -n "__fish_jobbook_using_subcommand client; and __fish_seen_subcommand_from show" -s h -l help -d 'Print help'
complete -c jobbook -n "__fish_jobbook_using_subcommand client; and __fish_seen_subcommand_from list" -l class -d 'Of this class' -r
complete -c jobbook -n "__fish_jobbook_using_subcommand client; and __fish_seen_subcommand_from list" -l status -d 'lead, active or inactive' -r
complete -c jobbook -n "__fish_jobbook_using_subcommand client; and __fish_seen_subcommand_from list" -l tag -d 'With this tag, their own or of an open job' -r
complete -c jobbook -n "__fish_jobbook_using_subcommand client; and __fish_seen_subcommand_from list" -l search -d 'With these words in name, person, phone, mail or town' -r
complete -c jobbook -n "__fish_jobbook_using_subcommand client; and __fish_seen_subcommand_from list" -s C -l book -d 'Folder of the book; else the nearest one from here upwards' -r -F
complete -c jobbook -n "__fish_jobbook_using_subcommand client; and __fish_seen_subcommand_from list" -l by -d 'Who does this; else git\'s user' -r
complete -c jobbook -n "__fish_jobbook_using_subcommand client; and __fish_seen_subcommand_from list" -l at -d 'When it happened, if not now: "yesterday 16:30", "2026-03-02 09:00"' -r
complete -c jobbook -n "__fish_jobbook_using_subcommand client; and __fish_seen_subcommand_from list" -l color -d 'When to colour' -r -f -a "auto\t'On a terminal'
always\t'Always'
never\t'Never'"
complete -c jobbook -n "__fish_jobbook_using_subcommand client; and __fish_seen_subcommand_from list" -l json -d 'Answer as JSON'
complete -c jobbook -n "__fish_jobbook_using_subcommand client; and __fish_seen_subcommand_from list" -l dry-run -d 'Decide and tell, but write nothing'
complete -c jobbook -n "__fish_jobbook_using_subcommand client; and __fish_seen_subcommand_from list" -l yes -d 'Answer yes to every question'
complete -c jobbook -n "__fish_jobbook_using_subcommand client; and __fish_seen_subcommand_from list" -l no-input -d 'Never ask; what is missing is an error'
complete -c jobbook -n "__fish_jobbook_using_subcommand client; and __fish_seen_subcommand_from list" -s q -l quiet -d 'Tell only results and errors'
complete -c jobbook -n "__fish_jobbook_using_subcommand client; and __fish_seen_subcommand_from list" -s v -l verbose -d 'Tell more'
complete -c jobbook -n "__fish_jobbook_using_subcommand client; and __fish_seen_subcommand_from list" -s h -l help -d 'Print help'
complete -c jobbook -n "__fish_jobbook_using_subcommand client; and __fish_seen_subcommand_from set" -l name -d 'Name of the firm or person' -r
complete -c jobbook -n "__fish_jobbook_using_subcommand client; and __fish_seen_subcommand_from set" -l class -d 'Class, which chooses the price book' -r
complete -c jobbook -n "__fish_jobbook_using_subcommand client; and __fish_seen_subcommand_from set" -l status -d 'lead, active or inactive' -r
complete -c jobbook -n "__fish_jobbook_using_subcommand client; and __fish_seen_subcommand_from set" -l tag -d 'Add a tag' -r
complete -c jobbook -n "__fish_jobbook_using_subcommand client; and __fish_seen_subcommand_from set" -l untag -d 'Take a tag off' -r
complete -c jobbook -n "__fish_jobbook_using_subcommand client; and __fish_seen_subcommand_from set" -l protocol -d 'What a technician must observe' -r
complete -c jobbook -n "__fish_jobbook_using_subcommand client; and __fish_seen_subcommand_from set" -l price-talk -d 'Whether prices may be discussed on site: allowed or forbidden' -r
complete -c jobbook -n "__fish_jobbook_using_subcommand client; and __fish_seen_subcommand_from set" -l check-in-phone -d 'Number to call for checking in and out' -r
complete -c jobbook -n "__fish_jobbook_using_subcommand client; and __fish_seen_subcommand_from set" -l check-in-instructions -d 'What a person or automated voice asks there' -r
complete -c jobbook -n "__fish_jobbook_using_subcommand client; and __fish_seen_subcommand_from set" -l contact -d 'Number of the person; the first when left out' -r
complete -c jobbook -n "__fish_jobbook_using_subcommand client; and __fish_seen_subcommand_from set" -l person -d 'Name' -r
complete -c jobbook -n "__fish_jobbook_using_subcommand client; and __fish_seen_subcommand_from set" -l role -d 'What the person is there: owner, caretaker, accounts' -r
complete -c jobbook -n "__fish_jobbook_using_subcommand client; and __fish_seen_subcommand_from set" -l phone -d 'Phone number' -r
complete -c jobbook -n "__fish_jobbook_using_subcommand client; and __fish_seen_subcommand_from set" -l email -d 'Mail address' -r
complete -c jobbook -n "__fish_jobbook_using_subcommand client; and __fish_seen_subcommand_from set" -l contact-note -d 'Anything worth knowing of the person' -r
complete -c jobbook -n "__fish_jobbook_using_subcommand client; and __fish_seen_subcommand_from set" -l site -d 'Number of the site; the first when left out' -r
complete -c jobbook -n "__fish_jobbook_using_subcommand client; and __fish_seen_subcommand_from set" -l site-name -d 'What the place is called' -r
complete -c jobbook -n "__fish_jobbook_using_subcommand client; and __fish_seen_subcommand_from set" -l street -d 'Street and number' -r
complete -c jobbook -n "__fish_jobbook_using_subcommand client; and __fish_seen_subcommand_from set" -l postcode -d 'Postal code' -r
complete -c jobbook -n "__fish_jobbook_using_subcommand client; and __fish_seen_subcommand_from set" -l city -d 'Town' -r
complete -c jobbook -n "__fish_jobbook_using_subcommand client; and __fish_seen_subcommand_from set" -l region -d 'State or region' -r
complete -c jobbook -n "__fish_jobbook_using_subcommand client; and __fish_seen_subcommand_from set" -l country -d 'Country' -r
complete -c jobbook -n "__fish_jobbook_using_subcommand client; and __fish_seen_subcommand_from set" -l zone -d 'Time zone, when it is not the office\'s' -r
complete -c jobbook -n "__fish_jobbook_using_subcommand client; and __fish_seen_subcommand_from set" -l access -d 'Keys, gates, dogs' -r
complete -c jobbook -n "__fish_jobbook_using_subcommand client; and __fish_seen_subcommand_from set" -l site-check-in-phone -d 'Number to call for checking in and out at this place' -r
complete -c jobbook -n "__fish_jobbook_using_subcommand client; and __fish_seen_subcommand_from set" -l site-check-in-instructions -d 'What a person or automated voice asks there' -r
complete -c jobbook -n "__fish_jobbook_using_subcommand client; and __fish_seen_subcommand_from set" -l billing-name -d 'Name on invoices' -r
complete -c jobbook -n "__fish_jobbook_using_subcommand client; and __fish_seen_subcommand_from set" -l billing-email -d 'Where invoices are mailed to' -r
complete -c jobbook -n "__fish_jobbook_using_subcommand client; and __fish_seen_subcommand_from set" -l billing-street -d 'Street on invoices' -r
complete -c jobbook -n "__fish_jobbook_using_subcommand client; and __fish_seen_subcommand_from set" -l billing-postcode -d 'Postal code on invoices' -r
complete -c jobbook -n "__fish_jobbook_using_subcommand client; and __fish_seen_subcommand_from set" -l billing-city -d 'Town on invoices' -r
complete -c jobbook -n "__fish_jobbook_using_subcommand client; and __fish_seen_subcommand_from set" -l billing-region -d 'State or region on invoices' -r
complete -c jobbook -n "__fish_jobbook_using_subcommand client; and __fish_seen_subcommand_from set" -l billing-country -d 'Country on invoices' -r
complete -c jobbook -n "__fish_jobbook_using_subcommand client; and __fish_seen_subcommand_from set" -l terms-days -d 'Days until payment is due' -r
complete -c jobbook -n "__fish_jobbook_using_subcommand client; and __fish_seen_subcommand_from set" -l reference -d 'A reference that must stand on invoices: po, work-order, cost-centre' -r
complete -c jobbook -n "__fish_jobbook_using_subcommand client; and __fish_seen_subcommand_from set" -l no-reference -d 'A reference that is no longer required' -r
complete -c jobbook -n "__fish_jobbook_using_subcommand client; and __fish_seen_subcommand_from set" -l attachment -d 'A kind of document that must go with invoices: photo, work-order' -r
complete -c jobbook -n "__fish_jobbook_using_subcommand client; and __fish_seen_subcommand_from set" -l no-attachment -d 'A kind of document that is no longer required' -r
complete -c jobbook -n "__fish_jobbook_using_subcommand client; and __fish_seen_subcommand_from set" -l portal -d 'Portal that invoices are submitted in' -r
complete -c jobbook -n "__fish_jobbook_using_subcommand client; and __fish_seen_subcommand_from set" -l template -d 'Template of its own, a file name under templates/' -r
complete -c jobbook -n "__fish_jobbook_using_subcommand client; and __fish_seen_subcommand_from set" -l consolidated -d 'One invoice over several jobs: yes or no' -r -f -a "yes\t''
no\t''"
complete -c jobbook -n "__fish_jobbook_using_subcommand client; and __fish_seen_subcommand_from set" -l not-to-exceed -d 'No quote or invoice above this without the client\'s word' -r
complete -c jobbook -n "__fish_jobbook_using_subcommand client; and __fish_seen_subcommand_from set" -l payment-token -d 'By what name the payment processor knows card or account: a token or a mandate, never its number' -r
complete -c jobbook -n "__fish_jobbook_using_subcommand client; and __fish_seen_subcommand_from set" -l payment-processor -d 'Who keeps it: the payment processor or the bookkeeping program' -r
complete -c jobbook -n "__fish_jobbook_using_subcommand client; and __fish_seen_subcommand_from set" -l payment-last4 -d 'The last four digits' -r
complete -c jobbook -n "__fish_jobbook_using_subcommand client; and __fish_seen_subcommand_from set" -l payment-expiry -d 'The last month in which the card holds: 2027-05' -r
complete -c jobbook -n "__fish_jobbook_using_subcommand client; and __fish_seen_subcommand_from set" -l tax-id -d 'Tax number of the client' -r
complete -c jobbook -n "__fish_jobbook_using_subcommand client; and __fish_seen_subcommand_from set" -l tax-exempt -d 'Certificate that frees them from tax, and the last day it holds' -r
complete -c jobbook -n "__fish_jobbook_using_subcommand client; and __fish_seen_subcommand_from set" -s C -l book -d 'Folder of the book; else the nearest one from here upwards' -r -F
complete -c jobbook -n "__fish_jobbook_using_subcommand client; and __fish_seen_subcommand_from set" -l by -d 'Who does this; else git\'s user' -r
complete -c jobbook -n "__fish_jobbook_using_subcommand client; and __fish_seen_subcommand_from set" -l at -d 'When it happened, if not now: "yesterday 16:30", "2026-03-02 09:00"' -r
complete -c jobbook -n "__fish_jobbook_using_subcommand client; and __fish_seen_subcommand_from set" -l color -d 'When to colour' -r -f -a "auto\t'On a terminal'
always\t'Always'
never\t'Never'"
complete -c jobbook -n "__fish_jobbook_using_subcommand client; and __fish_seen_subcommand_from set" -l new-contact -d 'Add another person'
complete -c jobbook -n "__fish_jobbook_using_subcommand client; and __fish_seen_subcommand_from set" -l new-site -d 'Add another site'
complete -c jobbook -n "__fish_jobbook_using_subcommand client; and __fish_seen_subcommand_from set" -l po-required -d 'A purchase order must stand on invoices: as --reference po'
complete -c jobbook -n "__fish_jobbook_using_subcommand client; and __fish_seen_subcommand_from set" -l json -d 'Answer as JSON'
complete -c jobbook -n "__fish_jobbook_using_subcommand client; and __fish_seen_subcommand_from set" -l dry-run -d 'Decide and tell, but write nothing'
complete -c jobbook -n "__fish_jobbook_using_subcommand client; and __fish_seen_subcommand_from set" -l yes -d 'Answer yes to every question'
complete -c jobbook -n "__fish_jobbook_using_subcommand client; and __fish_seen_subcommand_from set" -l no-input -d 'Never ask; what is missing is an error'
complete -c jobbook -n "__fish_jobbook_using_subcommand client; and __fish_seen_subcommand_from set" -s q -l quiet -d 'Tell only results and errors'
complete -c jobbook -n "__fish_jobbook_using_subcommand client; and __fish_seen_subcommand_from set" -s v -l verbose -d 'Tell more'
complete -c jobbook -n "__fish_jobbook_using_subcommand client; and __fish_seen_subcommand_from set" -s h -l help -d 'Print help'
complete -c jobbook -n "__fish_jobbook_using_subcommand client; and __fish_seen_subcommand_from edit" -s C -l book -d 'Folder of the book; else the nearest one from here upwards' -r -F
complete -c jobbook -n "__fish_jobbook_using_subcommand client; and __fish_seen_subcommand_from edit" -l by -d 'Who does this; else git\'s user' -r
complete -c jobbook -n "__fish_jobbook_using_subcommand client; and __fish_seen_subcommand_from edit" -l at -d 'When it happened, if not now: "yesterday 16:30", "2026-03-02 09:00"' -r
complete -c jobbook -n "__fish_jobbook_using_subcommand client; and __fish_seen_subcommand_from edit" -l color -d 'When to colour' -r -f -a "auto\t'On a terminal'
always\t'Always'
never\t'Never'"
complete -c jobbook -n "__fish_jobbook_using_subcommand client; and __fish_seen_subcommand_from edit" -l json -d 'Answer as JSON'
complete -c jobbook -n "__fish_jobbook_using_subcommand client; and __fish_seen_subcommand_from edit" -l dry-run -d 'Decide and tell, but write nothing'
complete -c jobbook -n "__fish_jobbook_using_subcommand client; and __fish_seen_subcommand_from edit" -l yes -d 'Answer yes to every question'
complete -c jobbook -n "__fish_jobbook_using_subcommand client; and __fish_seen_subcommand_from edit" -l no-input -d 'Never ask; what is missing is an error'
complete -c jobbook -n "__fish_jobbook_using_subcommand client; and __fish_seen_subcommand_from edit" -s q -l quiet -d 'Tell only results and errors'
complete -c jobbook -n "__fish_jobbook_using_subcommand client; and __fish_seen_subcommand_from edit" -s v -l verbose -d 'Tell more'
complete -c jobbook -n "__fish_jobbook_using_subcommand client; and __fish_seen_subcommand_from edit" -s h -l help -d 'Print help'
complete -c jobbook -n "__fish_jobbook_using_subcommand client; and __fish_seen_subcommand_from merge" -l into -d 'The client that stays' -r
complete -c jobbook -n "__fish_jobbook_using_subcommand client; and __fish_seen_subcommand_from merge" -s C -l book -d 'Folder of the book; else the nearest one from here upwards' -r -F
complete -c jobbook -n "__fish_jobbook_using_subcommand client; and __fish_seen_subcommand_from merge" -l by -d 'Who does this; else git\'s user' -r
complete -c jobbook -n "__fish_jobbook_using_subcommand client; and __fish_seen_subcommand_from merge" -l at -d 'When it happened, if not now: "yesterday 16:30", "2026-03-02 09:00"' -r
complete -c jobbook -n "__fish_jobbook_using_subcommand client; and __fish_seen_subcommand_from merge" -l color -d 'When to colour' -r -f -a "auto\t'On a terminal'
always\t'Always'
never\t'Never'"
complete -c jobbook -n "__fish_jobbook_using_subcommand client; and __fish_seen_subcommand_from merge" -l json -d 'Answer as JSON'
complete -c jobbook -n "__fish_jobbook_using_subcommand client; and __fish_seen_subcommand_from merge" -l dry-run -d 'Decide and tell, but write nothing'
complete -c jobbook -n "__fish_jobbook_using_subcommand client; and __fish_seen_subcommand_from merge" -l yes -d 'Answer yes to every question'
complete -c jobbook -n "__fish_jobbook_using_subcommand client; and __fish_seen_subcommand_from merge" -l no-input -d 'Never ask; what is missing is an error'
complete -c jobbook -n "__fish_jobbook_using_subcommand client; and __fish_seen_subcommand_from merge" -s q -l quiet -d 'Tell only results and errors'
complete -c jobbook -n "__fish_jobbook_using_subcommand client; and __fish_seen_subcommand_from merge" -s v -l verbose -d 'Tell more'
complete -c jobbook -n "__fish_jobbook_using_subcommand client; and __fish_seen_subcommand_from merge" -s h -l help -d 'Print help'
complete -c jobbook -n "__fish_jobbook_using_subcommand client; and __fish_seen_subcommand_from statement" -s o -l output -d 'Write to this file instead of standard output; one that is there is replaced' -r -F
complete -c jobbook -n "__fish_jobbook_using_subcommand client; and __fish_seen_subcommand_from statement" -s C -l book -d 'Folder of the book; else the nearest one from here upwards' -r -F
complete -c jobbook -n "__fish_jobbook_using_subcommand client; and __fish_seen_subcommand_from statement" -l by -d 'Who does this; else git\'s user' -r
complete -c jobbook -n "__fish_jobbook_using_subcommand client; and __fish_seen_subcommand_from statement" -l at -d 'When it happened, if not now: "yesterday 16:30", "2026-03-02 09:00"' -r
complete -c jobbook -n "__fish_jobbook_using_subcommand client; and __fish_seen_subcommand_from statement" -l color -d 'When to colour' -r -f -a "auto\t'On a terminal'
always\t'Always'
never\t'Never'"
complete -c jobbook -n "__fish_jobbook_using_subcommand client; and __fish_seen_subcommand_from statement" -l html -d 'As HTML, to be shown or printed by a browser'
complete -c jobbook -n "__fish_jobbook_using_subcommand client; and __fish_seen_subcommand_from statement" -l text -d 'As plain text'
complete -c jobbook -n "__fish_jobbook_using_subcommand client; and __fish_seen_subcommand_from statement" -l json -d 'Answer as JSON'
complete -c jobbook -n "__fish_jobbook_using_subcommand client; and __fish_seen_subcommand_from statement" -l dry-run -d 'Decide and tell, but write nothing'
complete -c jobbook -n "__fish_jobbook_using_subcommand client; and __fish_seen_subcommand_from statement" -l yes -d 'Answer yes to every question'
complete -c jobbook -n "__fish_jobbook_using_subcommand client; and __fish_seen_subcommand_from statement" -l no-input -d 'Never ask; what is missing is an error'
complete -c jobbook -n "__fish_jobbook_using_subcommand client; and __fish_seen_subcommand_from statement" -s q -l quiet -d 'Tell only results and errors'
complete -c jobbook -n "__fish_jobbook_using_subcommand client; and __fish_seen_subcommand_from statement" -s v -l verbose -d 'Tell more'
complete -c jobbook -n "__fish_jobbook_using_subcommand client; and __fish_seen_subcommand_from statement" -s h -l help -d 'Print help'
complete -c jobbook -n "__fish_jobbook_using_subcommand client; and __fish_seen_subcommand_from document" -l kind -d 'What it is: photo, work-order, contract, certificate, any word of the office' -r
complete -c jobbook -n "__fish_jobbook_using_subcommand client; and __fish_seen_subcommand_from document" -l title -d 'What it shows' -r
complete -c jobbook -n "__fish_jobbook_using_subcommand client; and __fish_seen_subcommand_from document" -l expires -d 'Last day it holds' -r
complete -c jobbook -n "__fish_jobbook_using_subcommand client; and __fish_seen_subcommand_from document" -s C -l book -d 'Folder of the book; else the nearest one from here upwards' -r -F
complete -c jobbook -n "__fish_jobbook_using_subcommand client; and __fish_seen_subcommand_from document" -l by -d 'Who does this; else git\'s user' -r
complete -c jobbook -n "__fish_jobbook_using_subcommand client; and __fish_seen_subcommand_from document" -l at -d 'When it happened, if not now: "yesterday 16:30", "2026-03-02 09:00"' -r
complete -c jobbook -n "__fish_jobbook_using_subcommand client; and __fish_seen_subcommand_from document" -l color -d 'When to colour' -r -f -a "auto\t'On a terminal'
always\t'Always'
never\t'Never'"
complete -c jobbook -n "__fish_jobbook_using_subcommand client; and __fish_seen_subcommand_from document" -l json -d 'Answer as JSON'
complete -c jobbook -n "__fish_jobbook_using_subcommand client; and __fish_seen_subcommand_from document" -l dry-run -d 'Decide and tell, but write nothing'
complete -c jobbook -n "__fish_jobbook_using_subcommand client; and __fish_seen_subcommand_from document" -l yes -d 'Answer yes to every question'
complete -c jobbook -n "__fish_jobbook_using_subcommand client; and __fish_seen_subcommand_from document" -l no-input -d 'Never ask; what is missing is an error'
complete -c jobbook -n "__fish_jobbook_using_subcommand client; and __fish_seen_subcommand_from document" -s q -l quiet -d 'Tell only results and errors'
complete -c jobbook -n "__fish_jobbook_using_subcommand client; and __fish_seen_subcommand_from document" -s v -l verbose -d 'Tell more'
complete -c jobbook -n "__fish_jobbook_using_subcommand client; and __fish_seen_subcommand_from document" -s h -l help -d 'Print help'
complete -c jobbook -n "__fish_jobbook_using_subcommand client; and __fish_seen_subcommand_from document" -a "new" -d 'Begin a document from a template of the office, as a draft to be changed'
complete -c jobbook -n "__fish_jobbook_using_subcommand client; and __fish_seen_subcommand_from document" -a "send" -d 'Send a document; a draft is printed as it then stands'
complete -c jobbook -n "__fish_jobbook_using_subcommand client; and __fish_seen_subcommand_from document" -a "sign" -d 'Note that a document came back signed'
complete -c jobbook -n "__fish_jobbook_using_subcommand client; and __fish_seen_subcommand_from document" -a "list" -d 'List documents: how far they have come, until when they hold, what is missing'
complete -c jobbook -n "__fish_jobbook_using_subcommand client; and __fish_seen_subcommand_from qualify" -l set -d 'An answer' -r
complete -c jobbook -n "__fish_jobbook_using_subcommand client; and __fish_seen_subcommand_from qualify" -s C -l book -d 'Folder of the book; else the nearest one from here upwards' -r -F
complete -c jobbook -n "__fish_jobbook_using_subcommand client; and __fish_seen_subcommand_from qualify" -l by -d 'Who does this; else git\'s user' -r
complete -c jobbook -n "__fish_jobbook_using_subcommand client; and __fish_seen_subcommand_from qualify" -l at -d 'When it happened, if not now: "yesterday 16:30", "2026-03-02 09:00"' -r
complete -c jobbook -n "__fish_jobbook_using_subcommand client; and __fish_seen_subcommand_from qualify" -l color -d 'When to colour' -r -f -a "auto\t'On a terminal'
always\t'Always'
never\t'Never'"
complete -c jobbook -n "__fish_jobbook_using_subcommand client; and __fish_seen_subcommand_from qualify" -l json -d 'Answer as JSON'
complete -c jobbook -n "__fish_jobbook_using_subcommand client; and __fish_seen_subcommand_from qualify" -l dry-run -d 'Decide and tell, but write nothing'
complete -c jobbook -n "__fish_jobbook_using_subcommand client; and __fish_seen_subcommand_from qualify" -l yes -d 'Answer yes to every question'
complete -c jobbook -n "__fish_jobbook_using_subcommand client; and __fish_seen_subcommand_from qualify" -l no-input -d 'Never ask; what is missing is an error'
complete -c jobbook -n "__fish_jobbook_using_subcommand client; and __fish_seen_subcommand_from qualify" -s q -l quiet -d 'Tell only results and errors'
complete -c jobbook -n "__fish_jobbook_using_subcommand client; and __fish_seen_subcommand_from qualify" -s v -l verbose -d 'Tell more'
complete -c jobbook -n "__fish_jobbook_using_subcommand client; and __fish_seen_subcommand_from qualify" -s h -l help -d 'Print help'
complete -c jobbook -n "__fish_jobbook_using_subcommand client; and __fish_seen_subcommand_from fill" -l set -d 'An answer' -r
complete -c jobbook -n "__fish_jobbook_using_subcommand client; and __fish_seen_subcommand_from fill" -s C -l book -d 'Folder of the book; else the nearest one from here upwards' -r -F
complete -c jobbook -n "__fish_jobbook_using_subcommand client; and __fish_seen_subcommand_from fill" -l by -d 'Who does this; else git\'s user' -r
complete -c jobbook -n "__fish_jobbook_using_subcommand client; and __fish_seen_subcommand_from fill" -l at -d 'When it happened, if not now: "yesterday 16:30", "2026-03-02 09:00"' -r
complete -c jobbook -n "__fish_jobbook_using_subcommand client; and __fish_seen_subcommand_from fill" -l color -d 'When to colour' -r -f -a "auto\t'On a terminal'
always\t'Always'
never\t'Never'"
complete -c jobbook -n "__fish_jobbook_using_subcommand client; and __fish_seen_subcommand_from fill" -l json -d 'Answer as JSON'
complete -c jobbook -n "__fish_jobbook_using_subcommand client; and __fish_seen_subcommand_from fill" -l dry-run -d 'Decide and tell, but write nothing'
complete -c jobbook -n "__fish_jobbook_using_subcommand client; and __fish_seen_subcommand_from fill" -l yes -d 'Answer yes to every question'
complete -c jobbook -n "__fish_jobbook_using_subcommand client; and __fish_seen_subcommand_from fill" -l no-input -d 'Never ask; what is missing is an error'
complete -c jobbook -n "__fish_jobbook_using_subcommand client; and __fish_seen_subcommand_from fill" -s q -l quiet -d 'Tell only results and errors'
complete -c jobbook -n "__fish_jobbook_using_subcommand client; and __fish_seen_subcommand_from fill" -s v -l verbose -d 'Tell more'
complete -c jobbook -n "__fish_jobbook_using_subcommand client; and __fish_seen_subcommand_from fill" -s h -l help -d 'Print help'
complete -c jobbook -n "__fish_jobbook_using_subcommand client; and __fish_seen_subcommand_from form" -s o -l output -d 'Write to this file instead of standard output; one that is there is replaced' -r -F
complete -c jobbook -n "__fish_jobbook_using_subcommand client; and __fish_seen_subcommand_from form" -s C -l book -d 'Folder of the book; else the nearest one from here upwards' -r -F
complete -c jobbook -n "__fish_jobbook_using_subcommand client; and __fish_seen_subcommand_from form" -l by -d 'Who does this; else git\'s user' -r
complete -c jobbook -n "__fish_jobbook_using_subcommand client; and __fish_seen_subcommand_from form" -l at -d 'When it happened, if not now: "yesterday 16:30", "2026-03-02 09:00"' -r
complete -c jobbook -n "__fish_jobbook_using_subcommand client; and __fish_seen_subcommand_from form" -l color -d 'When to colour' -r -f -a "auto\t'On a terminal'
always\t'Always'
never\t'Never'"
complete -c jobbook -n "__fish_jobbook_using_subcommand client; and __fish_seen_subcommand_from form" -l html -d 'As HTML, to be shown or printed by a browser'
complete -c jobbook -n "__fish_jobbook_using_subcommand client; and __fish_seen_subcommand_from form" -l text -d 'As plain text'
complete -c jobbook -n "__fish_jobbook_using_subcommand client; and __fish_seen_subcommand_from form" -l json -d 'Answer as JSON'
complete -c jobbook -n "__fish_jobbook_using_subcommand client; and __fish_seen_subcommand_from form" -l dry-run -d 'Decide and tell, but write nothing'
complete -c jobbook -n "__fish_jobbook_using_subcommand client; and __fish_seen_subcommand_from form" -l yes -d 'Answer yes to every question'
complete -c jobbook -n "__fish_jobbook_using_subcommand client; and __fish_seen_subcommand_from form" -l no-input -d 'Never ask; what is missing is an error'
complete -c jobbook -n "__fish_jobbook_using_subcommand client; and __fish_seen_subcommand_from form" -s q -l quiet -d 'Tell only results and errors'
complete -c jobbook -n "__fish_jobbook_using_subcommand client; and __fish_seen_subcommand_from form" -s v -l verbose -d 'Tell more'
complete -c jobbook -n "__fish_jobbook_using_subcommand client; and __fish_seen_subcommand_from form" -s h -l help -d 'Print help'
complete -c jobbook -n "__fish_jobbook_using_subcommand client; and __fish_seen_subcommand_from export" -s o -l output -d 'Write to this file instead of standard output; one that is there is replaced' -r -F
complete -c jobbook -n "__fish_jobbook_using_subcommand client; and __fish_seen_subcommand_from export" -s C -l book -d 'Folder of the book; else the nearest one from here upwards' -r -F
complete -c jobbook -n "__fish_jobbook_using_subcommand client; and __fish_seen_subcommand_from export" -l by -d 'Who does this; else git\'s user' -r
complete -c jobbook -n "__fish_jobbook_using_subcommand client; and __fish_seen_subcommand_from export" -l at -d 'When it happened, if not now: "yesterday 16:30", "2026-03-02 09:00"' -r
complete -c jobbook -n "__fish_jobbook_using_subcommand client; and __fish_seen_subcommand_from export" -l color -d 'When to colour' -r -f -a "auto\t'On a terminal'
always\t'Always'
never\t'Never'"
complete -c jobbook -n "__fish_jobbook_using_subcommand client; and __fish_seen_subcommand_from export" -l json -d 'Answer as JSON'
complete -c jobbook -n "__fish_jobbook_using_subcommand client; and __fish_seen_subcommand_from export" -l dry-run -d 'Decide and tell, but write nothing'
complete -c jobbook -n "__fish_jobbook_using_subcommand client; and __fish_seen_subcommand_from export" -l yes -d 'Answer yes to every question'
complete -c jobbook -n "__fish_jobbook_using_subcommand client; and __fish_seen_subcommand_from export" -l no-input -d 'Never ask; what is missing is an error'
complete -c jobbook -n "__fish_jobbook_using_subcommand client; and __fish_seen_subcommand_from export" -s q -l quiet -d 'Tell only results and errors'
complete -c jobbook -n "__fish_jobbook_using_subcommand client; and __fish_seen_subcommand_from export" -s v -l verbose -d 'Tell more'
complete -c jobbook -n "__fish_jobbook_using_subcommand client; and __fish_seen_subcommand_from export" -s h -l help -d 'Print help'
complete -c jobbook -n "__fish_jobbook_using_subcommand client; and __fish_seen_subcommand_from erase" -l reason -d 'Why, without a name: it stays in the book' -r
complete -c jobbook -n "__fish_jobbook_using_subcommand client; and __fish_seen_subcommand_from erase" -s C -l book -d 'Folder of the book; else the nearest one from here upwards' -r -F
complete -c jobbook -n "__fish_jobbook_using_subcommand client; and __fish_seen_subcommand_from erase" -l by -d 'Who does this; else git\'s user' -r
complete -c jobbook -n "__fish_jobbook_using_subcommand client; and __fish_seen_subcommand_from erase" -l at -d 'When it happened, if not now: "yesterday 16:30", "2026-03-02 09:00"' -r
complete -c jobbook -n "__fish_jobbook_using_subcommand client; and __fish_seen_subcommand_from erase" -l color -d 'When to colour' -r -f -a "auto\t'On a terminal'
always\t'Always'
never\t'Never'"
complete -c jobbook -n "__fish_jobbook_using_subcommand client; and __fish_seen_subcommand_from erase" -l json -d 'Answer as JSON'
complete -c jobbook -n "__fish_jobbook_using_subcommand client; and __fish_seen_subcommand_from erase" -l dry-run -d 'Decide and tell, but write nothing'
complete -c jobbook -n "__fish_jobbook_using_subcommand client; and __fish_seen_subcommand_from erase" -l yes -d 'Answer yes to every question'
complete -c jobbook -n "__fish_jobbook_using_subcommand client; and __fish_seen_subcommand_from erase" -l no-input -d 'Never ask; what is missing is an error'
complete -c jobbook -n "__fish_jobbook_using_subcommand client; and __fish_seen_subcommand_from erase" -s q -l quiet -d 'Tell only results and errors'
complete -c jobbook -n "__fish_jobbook_using_subcommand client; and __fish_seen_subcommand_from erase" -s v -l verbose -d 'Tell more'
complete -c jobbook -n "__fish_jobbook_using_subcommand client; and __fish_seen_subcommand_from erase" -s h -l help -d 'Print help'
complete -c jobbook -n "__fish_jobbook_using_subcommand job; and not __fish_seen_subcommand_from new show list set edit note tag assign advance cancel reopen task tasks cause kickoff deliver fill form report document scope letter line issue" -s C -l book -d 'Folder of the book; else the nearest one from here upwards' -r -F
complete -c jobbook -n "__fish_jobbook_using_subcommand job; and not __fish_seen_subcommand_from new show list set edit note tag assign advance cancel reopen task tasks cause kickoff deliver fill form report document scope letter line issue" -l by -d 'Who does this; else git\'s user' -r
complete -c jobbook -n "__fish_jobbook_using_subcommand job; and not __fish_seen_subcommand_from new show list set edit note tag assign advance cancel reopen task tasks cause kickoff deliver fill form report document scope letter line issue" -l at -d 'When it happened, if not now: "yesterday 16:30", "2026-03-02 09:00"' -r
complete -c jobbook -n "__fish_jobbook_using_subcommand job; and not __fish_seen_subcommand_from new show list set edit note tag assign advance cancel reopen task tasks cause kickoff deliver fill form report document scope letter line issue" -l color -d 'When to colour' -r -f -a "auto\t'On a terminal'
always\t'Always'
never\t'Never'"
complete -c jobbook -n "__fish_jobbook_using_subcommand job; and not __fish_seen_subcommand_from new show list set edit note tag assign advance cancel reopen task tasks cause kickoff deliver fill form report document scope letter line issue" -l json -d 'Answer as JSON'
complete -c jobbook -n "__fish_jobbook_using_subcommand job; and not __fish_seen_subcommand_from new show list set edit note tag assign advance cancel reopen task tasks cause kickoff deliver fill form report document scope letter line issue" -l dry-run -d 'Decide and tell, but write nothing'
complete -c jobbook -n "__fish_jobbook_using_subcommand job; and not __fish_seen_subcommand_from new show list set edit note tag assign advance cancel reopen task tasks cause kickoff deliver fill form report document scope letter line issue" -l yes -d 'Answer yes to every question'
complete -c jobbook -n "__fish_jobbook_using_subcommand job; and not __fish_seen_subcommand_from new show list set edit note tag assign advance cancel reopen task tasks cause kickoff deliver fill form report document scope letter line issue" -l no-input -d 'Never ask; what is missing is an error'
complete -c jobbook -n "__fish_jobbook_using_subcommand job; and not __fish_seen_subcommand_from new show list set edit note tag assign advance cancel reopen task tasks cause kickoff deliver fill form report document scope letter line issue" -s q -l quiet -d 'Tell only results and errors'
complete -c jobbook -n "__fish_jobbook_using_subcommand job; and not __fish_seen_subcommand_from new show list set edit note tag assign advance cancel reopen task tasks cause kickoff deliver fill form report document scope letter line issue" -s v -l verbose -d 'Tell more'
complete -c jobbook -n "__fish_jobbook_using_subcommand job; and not __fish_seen_subcommand_from new show list set edit note tag assign advance cancel reopen task tasks cause kickoff deliver fill form report document scope letter line issue" -s h -l help -d 'Print help'
complete -c jobbook -n "__fish_jobbook_using_subcommand job; and not __fish_seen_subcommand_from new show list set edit note tag assign advance cancel reopen task tasks cause kickoff deliver fill form report document scope letter line issue" -f -a "new" -d 'Open a job for a client who is known'
complete -c jobbook -n "__fish_jobbook_using_subcommand job; and not __fish_seen_subcommand_from new show list set edit note tag assign advance cancel reopen task tasks cause kickoff deliver fill form report document scope letter line issue" -f -a "show" -d 'Show a job: its whole story on one screen'
complete -c jobbook -n "__fish_jobbook_using_subcommand job; and not __fish_seen_subcommand_from new show list set edit note tag assign advance cancel reopen task tasks cause kickoff deliver fill form report document scope letter line issue" -f -a "list" -d 'List jobs, open ones unless --all'
complete -c jobbook -n "__fish_jobbook_using_subcommand job; and not __fish_seen_subcommand_from new show list set edit note tag assign advance cancel reopen task tasks cause kickoff deliver fill form report document scope letter line issue" -f -a "set" -d 'Change what is known of a job'
complete -c jobbook -n "__fish_jobbook_using_subcommand job; and not __fish_seen_subcommand_from new show list set edit note tag assign advance cancel reopen task tasks cause kickoff deliver fill form report document scope letter line issue" -f -a "edit" -d 'Edit the job\'s file in your editor'
complete -c jobbook -n "__fish_jobbook_using_subcommand job; and not __fish_seen_subcommand_from new show list set edit note tag assign advance cancel reopen task tasks cause kickoff deliver fill form report document scope letter line issue" -f -a "note" -d 'Note something worth knowing'
complete -c jobbook -n "__fish_jobbook_using_subcommand job; and not __fish_seen_subcommand_from new show list set edit note tag assign advance cancel reopen task tasks cause kickoff deliver fill form report document scope letter line issue" -f -a "tag" -d 'Add tags or take them off'
complete -c jobbook -n "__fish_jobbook_using_subcommand job; and not __fish_seen_subcommand_from new show list set edit note tag assign advance cancel reopen task tasks cause kickoff deliver fill form report document scope letter line issue" -f -a "assign" -d 'Say who does what on this job'
complete -c jobbook -n "__fish_jobbook_using_subcommand job; and not __fish_seen_subcommand_from new show list set edit note tag assign advance cancel reopen task tasks cause kickoff deliver fill form report document scope letter line issue" -f -a "advance" -d 'Move a job on by hand'
complete -c jobbook -n "__fish_jobbook_using_subcommand job; and not __fish_seen_subcommand_from new show list set edit note tag assign advance cancel reopen task tasks cause kickoff deliver fill form report document scope letter line issue" -f -a "cancel" -d 'Give a job up, with the reason'
complete -c jobbook -n "__fish_jobbook_using_subcommand job; and not __fish_seen_subcommand_from new show list set edit note tag assign advance cancel reopen task tasks cause kickoff deliver fill form report document scope letter line issue" -f -a "reopen" -d 'Take a job up again that was complete or given up'
complete -c jobbook -n "__fish_jobbook_using_subcommand job; and not __fish_seen_subcommand_from new show list set edit note tag assign advance cancel reopen task tasks cause kickoff deliver fill form report document scope letter line issue" -f -a "task" -d 'Note something to do, or that it is done'
complete -c jobbook -n "__fish_jobbook_using_subcommand job; and not __fish_seen_subcommand_from new show list set edit note tag assign advance cancel reopen task tasks cause kickoff deliver fill form report document scope letter line issue" -f -a "tasks" -d 'List tasks: planned, recurring, noted'
complete -c jobbook -n "__fish_jobbook_using_subcommand job; and not __fish_seen_subcommand_from new show list set edit note tag assign advance cancel reopen task tasks cause kickoff deliver fill form report document scope letter line issue" -f -a "cause" -d 'Note why something went wrong, and what keeps it from coming again'
complete -c jobbook -n "__fish_jobbook_using_subcommand job; and not __fish_seen_subcommand_from new show list set edit note tag assign advance cancel reopen task tasks cause kickoff deliver fill form report document scope letter line issue" -f -a "kickoff" -d 'Fix the day on which the work begins, or move it'
complete -c jobbook -n "__fish_jobbook_using_subcommand job; and not __fish_seen_subcommand_from new show list set edit note tag assign advance cancel reopen task tasks cause kickoff deliver fill form report document scope letter line issue" -f -a "deliver" -d 'Hand over what the stage owes'
complete -c jobbook -n "__fish_jobbook_using_subcommand job; and not __fish_seen_subcommand_from new show list set edit note tag assign advance cancel reopen task tasks cause kickoff deliver fill form report document scope letter line issue" -f -a "fill" -d 'Fill in a form of the office about the job'
complete -c jobbook -n "__fish_jobbook_using_subcommand job; and not __fish_seen_subcommand_from new show list set edit note tag assign advance cancel reopen task tasks cause kickoff deliver fill form report document scope letter line issue" -f -a "form" -d 'Print a form with its answers'
complete -c jobbook -n "__fish_jobbook_using_subcommand job; and not __fish_seen_subcommand_from new show list set edit note tag assign advance cancel reopen task tasks cause kickoff deliver fill form report document scope letter line issue" -f -a "report" -d 'Report what was done in a period'
complete -c jobbook -n "__fish_jobbook_using_subcommand job; and not __fish_seen_subcommand_from new show list set edit note tag assign advance cancel reopen task tasks cause kickoff deliver fill form report document scope letter line issue" -f -a "document" -d 'Note where a paper or photo is; begin, send and sign documents'
complete -c jobbook -n "__fish_jobbook_using_subcommand job; and not __fish_seen_subcommand_from new show list set edit note tag assign advance cancel reopen task tasks cause kickoff deliver fill form report document scope letter line issue" -f -a "scope" -d 'Write down what belongs to the work and what does not'
complete -c jobbook -n "__fish_jobbook_using_subcommand job; and not __fish_seen_subcommand_from new show list set edit note tag assign advance cancel reopen task tasks cause kickoff deliver fill form report document scope letter line issue" -f -a "letter" -d 'Write a letter about the job by one of the office\'s templates'
complete -c jobbook -n "__fish_jobbook_using_subcommand job; and not __fish_seen_subcommand_from new show list set edit note tag assign advance cancel reopen task tasks cause kickoff deliver fill form report document scope letter line issue" -f -a "line" -d 'The work lines of a job without a quote'
complete -c jobbook -n "__fish_jobbook_using_subcommand job; and not __fish_seen_subcommand_from new show list set edit note tag assign advance cancel reopen task tasks cause kickoff deliver fill form report document scope letter line issue" -f -a "issue" -d 'Open a linked job for something found on this one'
complete -c jobbook -n "__fish_jobbook_using_subcommand job; and __fish_seen_subcommand_from new" -l title -d 'The same, as contact new takes it' -r
complete -c jobbook -n "__fish_jobbook_using_subcommand job; and __fish_seen_subcommand_from new" -l request -d 'What the client asks for, in their words' -r
complete -c jobbook -n "__fish_jobbook_using_subcommand job; and __fish_seen_subcommand_from new" -l workflow -d 'Workflow, when it is not the office\'s usual one' -r
complete -c jobbook -n "__fish_jobbook_using_subcommand job; and __fish_seen_subcommand_from new" -l wanted -d 'When the client would like it' -r
complete -c jobbook -n "__fish_jobbook_using_subcommand job; and __fish_seen_subcommand_from new" -l work-order -d 'The client\'s own work order number' -r
complete -c jobbook -n "__fish_jobbook_using_subcommand job; and __fish_seen_subcommand_from new" -l reference -d 'The client\'s purchase order and other references: po=4711' -r
complete -c jobbook -n "__fish_jobbook_using_subcommand job; and __fish_seen_subcommand_from new" -l not-to-exceed -d 'No quote or invoice above this without the client\'s word' -r
complete -c jobbook -n "__fish_jobbook_using_subcommand job; and __fish_seen_subcommand_from new" -l site -d 'Number of the client\'s site; the first when left out' -r
complete -c jobbook -n "__fish_jobbook_using_subcommand job; and __fish_seen_subcommand_from new" -l note -d 'A remark of the office' -r
complete -c jobbook -n "__fish_jobbook_using_subcommand job; and __fish_seen_subcommand_from new" -l tag -d 'Add a tag' -r
complete -c jobbook -n "__fish_jobbook_using_subcommand job; and __fish_seen_subcommand_from new" -l line -d 'Add a work line: a code of the price book, or TEXT=PRICE; may be given again' -r
complete -c jobbook -n "__fish_jobbook_using_subcommand job; and __fish_seen_subcommand_from new" -s C -l book -d 'Folder of the book; else the nearest one from here upwards' -r -F
complete -c jobbook -n "__fish_jobbook_using_subcommand job; and __fish_seen_subcommand_from new" -l by -d 'Who does this; else git\'s user' -r
complete -c jobbook -n "__fish_jobbook_using_subcommand job; and __fish_seen_subcommand_from new" -l at -d 'When it happened, if not now: "yesterday 16:30", "2026-03-02 09:00"' -r
complete -c jobbook -n "__fish_jobbook_using_subcommand job; and __fish_seen_subcommand_from new" -l color -d 'When to colour' -r -f -a "auto\t'On a terminal'
always\t'Always'
never\t'Never'"
complete -c jobbook -n "__fish_jobbook_using_subcommand job; and __fish_seen_subcommand_from new" -l emergency -d 'No estimate is asked: somebody goes at once'
complete -c jobbook -n "__fish_jobbook_using_subcommand job; and __fish_seen_subcommand_from new" -l assess-first -d 'The work is looked at before it is quoted'
complete -c jobbook -n "__fish_jobbook_using_subcommand job; and __fish_seen_subcommand_from new" -l json -d 'Answer as JSON'
complete -c jobbook -n "__fish_jobbook_using_subcommand job; and __fish_seen_subcommand_from new" -l dry-run -d 'Decide and tell, but write nothing'
complete -c jobbook -n "__fish_jobbook_using_subcommand job; and __fish_seen_subcommand_from new" -l yes -d 'Answer yes to every question'
complete -c jobbook -n "__fish_jobbook_using_subcommand job; and __fish_seen_subcommand_from new" -l no-input -d 'Never ask; what is missing is an error'
complete -c jobbook -n "__fish_jobbook_using_subcommand job; and __fish_seen_subcommand_from new" -s q -l quiet -d 'Tell only results and errors'
complete -c jobbook -n "__fish_jobbook_using_subcommand job; and __fish_seen_subcommand_from new" -s v -l verbose -d 'Tell more'
complete -c jobbook -n "__fish_jobbook_using_subcommand job; and __fish_seen_subcommand_from new" -s h -l help -d 'Print help'
complete -c jobbook -n "__fish_jobbook_using_subcommand job; and __fish_seen_subcommand_from show" -s C -l book -d 'Folder of the book; else the nearest one from here upwards' -r -F
complete -c jobbook -n "__fish_jobbook_using_subcommand job; and __fish_seen_subcommand_from show" -l by -d 'Who does this; else git\'s user' -r
complete -c jobbook -n "__fish_jobbook_using_subcommand job; and __fish_seen_subcommand_from show" -l at -d 'When it happened, if not now: "yesterday 16:30", "2026-03-02 09:00"' -r
complete -c jobbook -n "__fish_jobbook_using_subcommand job; and __fish_seen_subcommand_from show" -l color -d 'When to colour' -r -f -a "auto\t'On a terminal'
always\t'Always'
never\t'Never'"
complete -c jobbook -n "__fish_jobbook_using_subcommand job; and __fish_seen_subcommand_from show" -l log -d 'The whole log'
complete -c jobbook -n "__fish_jobbook_using_subcommand job; and __fish_seen_subcommand_from show" -l json -d 'Answer as JSON'
complete -c jobbook -n "__fish_jobbook_using_subcommand job; and __fish_seen_subcommand_from show" -l dry-run -d 'Decide and tell, but write nothing'
complete -c jobbook -n "__fish_jobbook_using_subcommand job; and __fish_seen_subcommand_from show" -l yes -d 'Answer yes to every question'
complete -c jobbook -n "__fish_jobbook_using_subcommand job; and __fish_seen_subcommand_from show" -l no-input -d 'Never ask; what is missing is an error'
complete -c jobbook -n "__fish_jobbook_using_subcommand job; and __fish_seen_subcommand_from show" -s q -l quiet -d 'Tell only results and errors'
complete -c jobbook -n "__fish_jobbook_using_subcommand job; and __fish_seen_subcommand_from show" -s v -l verbose -d 'Tell more'
complete -c jobbook -n "__fish_jobbook_using_subcommand job; and __fish_seen_subcommand_from show" -s h -l help -d 'Print help'
complete -c jobbook -n "__fish_jobbook_using_subcommand job; and __fish_seen_subcommand_from list" -l stage -d 'In this stage, by its name in the workflow' -r
complete -c jobbook -n "__fish_jobbook_using_subcommand job; and __fish_seen_subcommand_from list" -l client -d 'Of this client' -r
complete -c jobbook -n "__fish_jobbook_using_subcommand job; and __fish_seen_subcommand_from list" -l tag -d 'With this tag' -r
complete -c jobbook -n "__fish_jobbook_using_subcommand job; and __fish_seen_subcommand_from list" -l queue -d 'In this queue' -r
complete -c jobbook -n "__fish_jobbook_using_subcommand job; and __fish_seen_subcommand_from list" -l workflow -d 'Under this workflow' -r
complete -c jobbook -n "__fish_jobbook_using_subcommand job; and __fish_seen_subcommand_from list" -l search -d 'With these words in title, client, reference or work order number' -r
complete -c jobbook -n "__fish_jobbook_using_subcommand job; and __fish_seen_subcommand_from list" -l sort -d 'By id, client, stage, opened or due' -r
complete -c jobbook -n "__fish_jobbook_using_subcommand job; and __fish_seen_subcommand_from list" -s C -l book -d 'Folder of the book; else the nearest one from here upwards' -r -F
complete -c jobbook -n "__fish_jobbook_using_subcommand job; and __fish_seen_subcommand_from list" -l by -d 'Who does this; else git\'s user' -r
complete -c jobbook -n "__fish_jobbook_using_subcommand job; and __fish_seen_subcommand_from list" -l at -d 'When it happened, if not now: "yesterday 16:30", "2026-03-02 09:00"' -r
complete -c jobbook -n "__fish_jobbook_using_subcommand job; and __fish_seen_subcommand_from list" -l color -d 'When to colour' -r -f -a "auto\t'On a terminal'
always\t'Always'
never\t'Never'"
complete -c jobbook -n "__fish_jobbook_using_subcommand job; and __fish_seen_subcommand_from list" -l all -d 'Those at an end too'
complete -c jobbook -n "__fish_jobbook_using_subcommand job; and __fish_seen_subcommand_from list" -l mine -d 'That name me, or on which something falls to me'
complete -c jobbook -n "__fish_jobbook_using_subcommand job; and __fish_seen_subcommand_from list" -l json -d 'Answer as JSON'
complete -c jobbook -n "__fish_jobbook_using_subcommand job; and __fish_seen_subcommand_from list" -l dry-run -d 'Decide and tell, but write nothing'
complete -c jobbook -n "__fish_jobbook_using_subcommand job; and __fish_seen_subcommand_from list" -l yes -d 'Answer yes to every question'
complete -c jobbook -n "__fish_jobbook_using_subcommand job; and __fish_seen_subcommand_from list" -l no-input -d 'Never ask; what is missing is an error'
complete -c jobbook -n "__fish_jobbook_using_subcommand job; and __fish_seen_subcommand_from list" -s q -l quiet -d 'Tell only results and errors'
complete -c jobbook -n "__fish_jobbook_using_subcommand job; and __fish_seen_subcommand_from list" -s v -l verbose -d 'Tell more'
complete -c jobbook -n "__fish_jobbook_using_subcommand job; and __fish_seen_subcommand_from list" -s h -l help -d 'Print help'
complete -c jobbook -n "__fish_jobbook_using_subcommand job; and __fish_seen_subcommand_from set" -l title -d 'What it is, in a few words' -r
complete -c jobbook -n "__fish_jobbook_using_subcommand job; and __fish_seen_subcommand_from set" -l request -d 'What the client asks for' -r
complete -c jobbook -n "__fish_jobbook_using_subcommand job; and __fish_seen_subcommand_from set" -l wanted -d 'When the client would like it' -r
complete -c jobbook -n "__fish_jobbook_using_subcommand job; and __fish_seen_subcommand_from set" -l path -d 'What comes first: quote-first or assessment-first' -r
complete -c jobbook -n "__fish_jobbook_using_subcommand job; and __fish_seen_subcommand_from set" -l emergency -d 'Whether somebody goes at once, without a quote: yes or no' -r -f -a "yes\t''
no\t''"
complete -c jobbook -n "__fish_jobbook_using_subcommand job; and __fish_seen_subcommand_from set" -l site -d 'Number of the client\'s site' -r
complete -c jobbook -n "__fish_jobbook_using_subcommand job; and __fish_seen_subcommand_from set" -l contact -d 'Number of the client\'s contact' -r
complete -c jobbook -n "__fish_jobbook_using_subcommand job; and __fish_seen_subcommand_from set" -l work-order -d 'The client\'s own work order number' -r
complete -c jobbook -n "__fish_jobbook_using_subcommand job; and __fish_seen_subcommand_from set" -l reference -d 'The client\'s purchase order and other references: po=4711' -r
complete -c jobbook -n "__fish_jobbook_using_subcommand job; and __fish_seen_subcommand_from set" -l not-to-exceed -d 'No quote or invoice above this without the client\'s word' -r
complete -c jobbook -n "__fish_jobbook_using_subcommand job; and __fish_seen_subcommand_from set" -l price-talk -d 'Whether prices may be discussed on site: allowed or forbidden' -r
complete -c jobbook -n "__fish_jobbook_using_subcommand job; and __fish_seen_subcommand_from set" -l check-in-phone -d 'Number to call for checking in and out' -r
complete -c jobbook -n "__fish_jobbook_using_subcommand job; and __fish_seen_subcommand_from set" -l check-in-instructions -d 'What a person or automated voice asks there' -r
complete -c jobbook -n "__fish_jobbook_using_subcommand job; and __fish_seen_subcommand_from set" -l on-site -d 'Who is there when the technician comes' -r
complete -c jobbook -n "__fish_jobbook_using_subcommand job; and __fish_seen_subcommand_from set" -l on-site-phone -d 'Phone of whoever is there' -r
complete -c jobbook -n "__fish_jobbook_using_subcommand job; and __fish_seen_subcommand_from set" -s C -l book -d 'Folder of the book; else the nearest one from here upwards' -r -F
complete -c jobbook -n "__fish_jobbook_using_subcommand job; and __fish_seen_subcommand_from set" -l by -d 'Who does this; else git\'s user' -r
complete -c jobbook -n "__fish_jobbook_using_subcommand job; and __fish_seen_subcommand_from set" -l at -d 'When it happened, if not now: "yesterday 16:30", "2026-03-02 09:00"' -r
complete -c jobbook -n "__fish_jobbook_using_subcommand job; and __fish_seen_subcommand_from set" -l color -d 'When to colour' -r -f -a "auto\t'On a terminal'
always\t'Always'
never\t'Never'"
complete -c jobbook -n "__fish_jobbook_using_subcommand job; and __fish_seen_subcommand_from set" -l json -d 'Answer as JSON'
complete -c jobbook -n "__fish_jobbook_using_subcommand job; and __fish_seen_subcommand_from set" -l dry-run -d 'Decide and tell, but write nothing'
complete -c jobbook -n "__fish_jobbook_using_subcommand job; and __fish_seen_subcommand_from set" -l yes -d 'Answer yes to every question'
complete -c jobbook -n "__fish_jobbook_using_subcommand job; and __fish_seen_subcommand_from set" -l no-input -d 'Never ask; what is missing is an error'
complete -c jobbook -n "__fish_jobbook_using_subcommand job; and __fish_seen_subcommand_from set" -s q -l quiet -d 'Tell only results and errors'
complete -c jobbook -n "__fish_jobbook_using_subcommand job; and __fish_seen_subcommand_from set" -s v -l verbose -d 'Tell more'
complete -c jobbook -n "__fish_jobbook_using_subcommand job; and __fish_seen_subcommand_from set" -s h -l help -d 'Print help'
complete -c jobbook -n "__fish_jobbook_using_subcommand job; and __fish_seen_subcommand_from edit" -s C -l book -d 'Folder of the book; else the nearest one from here upwards' -r -F
complete -c jobbook -n "__fish_jobbook_using_subcommand job; and __fish_seen_subcommand_from edit" -l by -d 'Who does this; else git\'s user' -r
complete -c jobbook -n "__fish_jobbook_using_subcommand job; and __fish_seen_subcommand_from edit" -l at -d 'When it happened, if not now: "yesterday 16:30", "2026-03-02 09:00"' -r
complete -c jobbook -n "__fish_jobbook_using_subcommand job; and __fish_seen_subcommand_from edit" -l color -d 'When to colour' -r -f -a "auto\t'On a terminal'
always\t'Always'
never\t'Never'"
complete -c jobbook -n "__fish_jobbook_using_subcommand job; and __fish_seen_subcommand_from edit" -l json -d 'Answer as JSON'
complete -c jobbook -n "__fish_jobbook_using_subcommand job; and __fish_seen_subcommand_from edit" -l dry-run -d 'Decide and tell, but write nothing'
complete -c jobbook -n "__fish_jobbook_using_subcommand job; and __fish_seen_subcommand_from edit" -l yes -d 'Answer yes to every question'
complete -c jobbook -n "__fish_jobbook_using_subcommand job; and __fish_seen_subcommand_from edit" -l no-input -d 'Never ask; what is missing is an error'
complete -c jobbook -n "__fish_jobbook_using_subcommand job; and __fish_seen_subcommand_from edit" -s q -l quiet -d 'Tell only results and errors'
complete -c jobbook -n "__fish_jobbook_using_subcommand job; and __fish_seen_subcommand_from edit" -s v -l verbose -d 'Tell more'
complete -c jobbook -n "__fish_jobbook_using_subcommand job; and __fish_seen_subcommand_from edit" -s h -l help -d 'Print help'
complete -c jobbook -n "__fish_jobbook_using_subcommand job; and __fish_seen_subcommand_from note" -s C -l book -d 'Folder of the book; else the nearest one from here upwards' -r -F
complete -c jobbook -n "__fish_jobbook_using_subcommand job; and __fish_seen_subcommand_from note" -l by -d 'Who does this; else git\'s user' -r
complete -c jobbook -n "__fish_jobbook_using_subcommand job; and __fish_seen_subcommand_from note" -l at -d 'When it happened, if not now: "yesterday 16:30", "2026-03-02 09:00"' -r
complete -c jobbook -n "__fish_jobbook_using_subcommand job; and __fish_seen_subcommand_from note" -l color -d 'When to colour' -r -f -a "auto\t'On a terminal'
always\t'Always'
never\t'Never'"
complete -c jobbook -n "__fish_jobbook_using_subcommand job; and __fish_seen_subcommand_from note" -l json -d 'Answer as JSON'
complete -c jobbook -n "__fish_jobbook_using_subcommand job; and __fish_seen_subcommand_from note" -l dry-run -d 'Decide and tell, but write nothing'
complete -c jobbook -n "__fish_jobbook_using_subcommand job; and __fish_seen_subcommand_from note" -l yes -d 'Answer yes to every question'
complete -c jobbook -n "__fish_jobbook_using_subcommand job; and __fish_seen_subcommand_from note" -l no-input -d 'Never ask; what is missing is an error'
complete -c jobbook -n "__fish_jobbook_using_subcommand job; and __fish_seen_subcommand_from note" -s q -l quiet -d 'Tell only results and errors'
complete -c jobbook -n "__fish_jobbook_using_subcommand job; and __fish_seen_subcommand_from note" -s v -l verbose -d 'Tell more'
complete -c jobbook -n "__fish_jobbook_using_subcommand job; and __fish_seen_subcommand_from note" -s h -l help -d 'Print help'
complete -c jobbook -n "__fish_jobbook_using_subcommand job; and __fish_seen_subcommand_from tag" -s C -l book -d 'Folder of the book; else the nearest one from here upwards' -r -F
complete -c jobbook -n "__fish_jobbook_using_subcommand job; and __fish_seen_subcommand_from tag" -l by -d 'Who does this; else git\'s user' -r
complete -c jobbook -n "__fish_jobbook_using_subcommand job; and __fish_seen_subcommand_from tag" -l at -d 'When it happened, if not now: "yesterday 16:30", "2026-03-02 09:00"' -r
complete -c jobbook -n "__fish_jobbook_using_subcommand job; and __fish_seen_subcommand_from tag" -l color -d 'When to colour' -r -f -a "auto\t'On a terminal'
always\t'Always'
never\t'Never'"
complete -c jobbook -n "__fish_jobbook_using_subcommand job; and __fish_seen_subcommand_from tag" -l json -d 'Answer as JSON'
complete -c jobbook -n "__fish_jobbook_using_subcommand job; and __fish_seen_subcommand_from tag" -l dry-run -d 'Decide and tell, but write nothing'
complete -c jobbook -n "__fish_jobbook_using_subcommand job; and __fish_seen_subcommand_from tag" -l yes -d 'Answer yes to every question'
complete -c jobbook -n "__fish_jobbook_using_subcommand job; and __fish_seen_subcommand_from tag" -l no-input -d 'Never ask; what is missing is an error'
complete -c jobbook -n "__fish_jobbook_using_subcommand job; and __fish_seen_subcommand_from tag" -s q -l quiet -d 'Tell only results and errors'
complete -c jobbook -n "__fish_jobbook_using_subcommand job; and __fish_seen_subcommand_from tag" -s v -l verbose -d 'Tell more'
complete -c jobbook -n "__fish_jobbook_using_subcommand job; and __fish_seen_subcommand_from tag" -s h -l help -d 'Print help'
complete -c jobbook -n "__fish_jobbook_using_subcommand job; and __fish_seen_subcommand_from assign" -s C -l book -d 'Folder of the book; else the nearest one from here upwards' -r -F
complete -c jobbook -n "__fish_jobbook_using_subcommand job; and __fish_seen_subcommand_from assign" -l by -d 'Who does this; else git\'s user' -r
complete -c jobbook -n "__fish_jobbook_using_subcommand job; and __fish_seen_subcommand_from assign" -l at -d 'When it happened, if not now: "yesterday 16:30", "2026-03-02 09:00"' -r
complete -c jobbook -n "__fish_jobbook_using_subcommand job; and __fish_seen_subcommand_from assign" -l color -d 'When to colour' -r -f -a "auto\t'On a terminal'
always\t'Always'
never\t'Never'"
complete -c jobbook -n "__fish_jobbook_using_subcommand job; and __fish_seen_subcommand_from assign" -l json -d 'Answer as JSON'
complete -c jobbook -n "__fish_jobbook_using_subcommand job; and __fish_seen_subcommand_from assign" -l dry-run -d 'Decide and tell, but write nothing'
complete -c jobbook -n "__fish_jobbook_using_subcommand job; and __fish_seen_subcommand_from assign" -l yes -d 'Answer yes to every question'
complete -c jobbook -n "__fish_jobbook_using_subcommand job; and __fish_seen_subcommand_from assign" -l no-input -d 'Never ask; what is missing is an error'
complete -c jobbook -n "__fish_jobbook_using_subcommand job; and __fish_seen_subcommand_from assign" -s q -l quiet -d 'Tell only results and errors'
complete -c jobbook -n "__fish_jobbook_using_subcommand job; and __fish_seen_subcommand_from assign" -s v -l verbose -d 'Tell more'
complete -c jobbook -n "__fish_jobbook_using_subcommand job; and __fish_seen_subcommand_from assign" -s h -l help -d 'Print help'
complete -c jobbook -n "__fish_jobbook_using_subcommand job; and __fish_seen_subcommand_from advance" -l to -d 'The stage, by its name in the workflow' -r
complete -c jobbook -n "__fish_jobbook_using_subcommand job; and __fish_seen_subcommand_from advance" -l reason -d 'Why' -r
complete -c jobbook -n "__fish_jobbook_using_subcommand job; and __fish_seen_subcommand_from advance" -s C -l book -d 'Folder of the book; else the nearest one from here upwards' -r -F
complete -c jobbook -n "__fish_jobbook_using_subcommand job; and __fish_seen_subcommand_from advance" -l by -d 'Who does this; else git\'s user' -r
complete -c jobbook -n "__fish_jobbook_using_subcommand job; and __fish_seen_subcommand_from advance" -l at -d 'When it happened, if not now: "yesterday 16:30", "2026-03-02 09:00"' -r
complete -c jobbook -n "__fish_jobbook_using_subcommand job; and __fish_seen_subcommand_from advance" -l color -d 'When to colour' -r -f -a "auto\t'On a terminal'
always\t'Always'
never\t'Never'"
complete -c jobbook -n "__fish_jobbook_using_subcommand job; and __fish_seen_subcommand_from advance" -l json -d 'Answer as JSON'
complete -c jobbook -n "__fish_jobbook_using_subcommand job; and __fish_seen_subcommand_from advance" -l dry-run -d 'Decide and tell, but write nothing'
complete -c jobbook -n "__fish_jobbook_using_subcommand job; and __fish_seen_subcommand_from advance" -l yes -d 'Answer yes to every question'
complete -c jobbook -n "__fish_jobbook_using_subcommand job; and __fish_seen_subcommand_from advance" -l no-input -d 'Never ask; what is missing is an error'
complete -c jobbook -n "__fish_jobbook_using_subcommand job; and __fish_seen_subcommand_from advance" -s q -l quiet -d 'Tell only results and errors'
complete -c jobbook -n "__fish_jobbook_using_subcommand job; and __fish_seen_subcommand_from advance" -s v -l verbose -d 'Tell more'
complete -c jobbook -n "__fish_jobbook_using_subcommand job; and __fish_seen_subcommand_from advance" -s h -l help -d 'Print help'
complete -c jobbook -n "__fish_jobbook_using_subcommand job; and __fish_seen_subcommand_from cancel" -l reason -d 'One of the office\'s reasons' -r
complete -c jobbook -n "__fish_jobbook_using_subcommand job; and __fish_seen_subcommand_from cancel" -l note -d 'What happened, in words' -r
complete -c jobbook -n "__fish_jobbook_using_subcommand job; and __fish_seen_subcommand_from cancel" -s C -l book -d 'Folder of the book; else the nearest one from here upwards' -r -F
complete -c jobbook -n "__fish_jobbook_using_subcommand job; and __fish_seen_subcommand_from cancel" -l by -d 'Who does this; else git\'s user' -r
complete -c jobbook -n "__fish_jobbook_using_subcommand job; and __fish_seen_subcommand_from cancel" -l at -d 'When it happened, if not now: "yesterday 16:30", "2026-03-02 09:00"' -r
complete -c jobbook -n "__fish_jobbook_using_subcommand job; and __fish_seen_subcommand_from cancel" -l color -d 'When to colour' -r -f -a "auto\t'On a terminal'
always\t'Always'
never\t'Never'"
complete -c jobbook -n "__fish_jobbook_using_subcommand job; and __fish_seen_subcommand_from cancel" -l json -d 'Answer as JSON'
complete -c jobbook -n "__fish_jobbook_using_subcommand job; and __fish_seen_subcommand_from cancel" -l dry-run -d 'Decide and tell, but write nothing'
complete -c jobbook -n "__fish_jobbook_using_subcommand job; and __fish_seen_subcommand_from cancel" -l yes -d 'Answer yes to every question'
complete -c jobbook -n "__fish_jobbook_using_subcommand job; and __fish_seen_subcommand_from cancel" -l no-input -d 'Never ask; what is missing is an error'
complete -c jobbook -n "__fish_jobbook_using_subcommand job; and __fish_seen_subcommand_from cancel" -s q -l quiet -d 'Tell only results and errors'
complete -c jobbook -n "__fish_jobbook_using_subcommand job; and __fish_seen_subcommand_from cancel" -s v -l verbose -d 'Tell more'
complete -c jobbook -n "__fish_jobbook_using_subcommand job; and __fish_seen_subcommand_from cancel" -s h -l help -d 'Print help'
complete -c jobbook -n "__fish_jobbook_using_subcommand job; and __fish_seen_subcommand_from reopen" -l to -d 'Another stage to go on in, by its name in the workflow' -r
complete -c jobbook -n "__fish_jobbook_using_subcommand job; and __fish_seen_subcommand_from reopen" -l reason -d 'Why' -r
complete -c jobbook -n "__fish_jobbook_using_subcommand job; and __fish_seen_subcommand_from reopen" -s C -l book -d 'Folder of the book; else the nearest one from here upwards' -r -F
complete -c jobbook -n "__fish_jobbook_using_subcommand job; and __fish_seen_subcommand_from reopen" -l by -d 'Who does this; else git\'s user' -r
complete -c jobbook -n "__fish_jobbook_using_subcommand job; and __fish_seen_subcommand_from reopen" -l at -d 'When it happened, if not now: "yesterday 16:30", "2026-03-02 09:00"' -r
complete -c jobbook -n "__fish_jobbook_using_subcommand job; and __fish_seen_subcommand_from reopen" -l color -d 'When to colour' -r -f -a "auto\t'On a terminal'
always\t'Always'
never\t'Never'"
complete -c jobbook -n "__fish_jobbook_using_subcommand job; and __fish_seen_subcommand_from reopen" -l json -d 'Answer as JSON'
complete -c jobbook -n "__fish_jobbook_using_subcommand job; and __fish_seen_subcommand_from reopen" -l dry-run -d 'Decide and tell, but write nothing'
complete -c jobbook -n "__fish_jobbook_using_subcommand job; and __fish_seen_subcommand_from reopen" -l yes -d 'Answer yes to every question'
complete -c jobbook -n "__fish_jobbook_using_subcommand job; and __fish_seen_subcommand_from reopen" -l no-input -d 'Never ask; what is missing is an error'
complete -c jobbook -n "__fish_jobbook_using_subcommand job; and __fish_seen_subcommand_from reopen" -s q -l quiet -d 'Tell only results and errors'
complete -c jobbook -n "__fish_jobbook_using_subcommand job; and __fish_seen_subcommand_from reopen" -s v -l verbose -d 'Tell more'
complete -c jobbook -n "__fish_jobbook_using_subcommand job; and __fish_seen_subcommand_from reopen" -s h -l help -d 'Print help'
complete -c jobbook -n "__fish_jobbook_using_subcommand job; and __fish_seen_subcommand_from task" -l due -d 'By the end of this day, or by this time: fri, "tomorrow 10:00"' -r
complete -c jobbook -n "__fish_jobbook_using_subcommand job; and __fish_seen_subcommand_from task" -l owner -d 'Whose: a role or a person' -r
complete -c jobbook -n "__fish_jobbook_using_subcommand job; and __fish_seen_subcommand_from task" -l done -d 'Number or name of the task that is done' -r
complete -c jobbook -n "__fish_jobbook_using_subcommand job; and __fish_seen_subcommand_from task" -l skip -d 'Name of the planned task that is left out' -r
complete -c jobbook -n "__fish_jobbook_using_subcommand job; and __fish_seen_subcommand_from task" -l reason -d 'Why it is left out' -r
complete -c jobbook -n "__fish_jobbook_using_subcommand job; and __fish_seen_subcommand_from task" -l note -d 'A remark' -r
complete -c jobbook -n "__fish_jobbook_using_subcommand job; and __fish_seen_subcommand_from task" -l day -d 'Which day of a task that comes again' -r
complete -c jobbook -n "__fish_jobbook_using_subcommand job; and __fish_seen_subcommand_from task" -l through -d 'All open days of a task that comes again, up to this one' -r
complete -c jobbook -n "__fish_jobbook_using_subcommand job; and __fish_seen_subcommand_from task" -s C -l book -d 'Folder of the book; else the nearest one from here upwards' -r -F
complete -c jobbook -n "__fish_jobbook_using_subcommand job; and __fish_seen_subcommand_from task" -l by -d 'Who does this; else git\'s user' -r
complete -c jobbook -n "__fish_jobbook_using_subcommand job; and __fish_seen_subcommand_from task" -l at -d 'When it happened, if not now: "yesterday 16:30", "2026-03-02 09:00"' -r
complete -c jobbook -n "__fish_jobbook_using_subcommand job; and __fish_seen_subcommand_from task" -l color -d 'When to colour' -r -f -a "auto\t'On a terminal'
always\t'Always'
never\t'Never'"
complete -c jobbook -n "__fish_jobbook_using_subcommand job; and __fish_seen_subcommand_from task" -l json -d 'Answer as JSON'
complete -c jobbook -n "__fish_jobbook_using_subcommand job; and __fish_seen_subcommand_from task" -l dry-run -d 'Decide and tell, but write nothing'
complete -c jobbook -n "__fish_jobbook_using_subcommand job; and __fish_seen_subcommand_from task" -l yes -d 'Answer yes to every question'
complete -c jobbook -n "__fish_jobbook_using_subcommand job; and __fish_seen_subcommand_from task" -l no-input -d 'Never ask; what is missing is an error'
complete -c jobbook -n "__fish_jobbook_using_subcommand job; and __fish_seen_subcommand_from task" -s q -l quiet -d 'Tell only results and errors'
complete -c jobbook -n "__fish_jobbook_using_subcommand job; and __fish_seen_subcommand_from task" -s v -l verbose -d 'Tell more'
complete -c jobbook -n "__fish_jobbook_using_subcommand job; and __fish_seen_subcommand_from task" -s h -l help -d 'Print help'
complete -c jobbook -n "__fish_jobbook_using_subcommand job; and __fish_seen_subcommand_from tasks" -s C -l book -d 'Folder of the book; else the nearest one from here upwards' -r -F
complete -c jobbook -n "__fish_jobbook_using_subcommand job; and __fish_seen_subcommand_from tasks" -l by -d 'Who does this; else git\'s user' -r
complete -c jobbook -n "__fish_jobbook_using_subcommand job; and __fish_seen_subcommand_from tasks" -l at -d 'When it happened, if not now: "yesterday 16:30", "2026-03-02 09:00"' -r
complete -c jobbook -n "__fish_jobbook_using_subcommand job; and __fish_seen_subcommand_from tasks" -l color -d 'When to colour' -r -f -a "auto\t'On a terminal'
always\t'Always'
never\t'Never'"
complete -c jobbook -n "__fish_jobbook_using_subcommand job; and __fish_seen_subcommand_from tasks" -l open -d 'Only what is open'
complete -c jobbook -n "__fish_jobbook_using_subcommand job; and __fish_seen_subcommand_from tasks" -l json -d 'Answer as JSON'
complete -c jobbook -n "__fish_jobbook_using_subcommand job; and __fish_seen_subcommand_from tasks" -l dry-run -d 'Decide and tell, but write nothing'
complete -c jobbook -n "__fish_jobbook_using_subcommand job; and __fish_seen_subcommand_from tasks" -l yes -d 'Answer yes to every question'
complete -c jobbook -n "__fish_jobbook_using_subcommand job; and __fish_seen_subcommand_from tasks" -l no-input -d 'Never ask; what is missing is an error'
complete -c jobbook -n "__fish_jobbook_using_subcommand job; and __fish_seen_subcommand_from tasks" -s q -l quiet -d 'Tell only results and errors'
complete -c jobbook -n "__fish_jobbook_using_subcommand job; and __fish_seen_subcommand_from tasks" -s v -l verbose -d 'Tell more'
complete -c jobbook -n "__fish_jobbook_using_subcommand job; and __fish_seen_subcommand_from tasks" -s h -l help -d 'Print help'
complete -c jobbook -n "__fish_jobbook_using_subcommand job; and __fish_seen_subcommand_from cause" -l note -d 'What was found' -r
complete -c jobbook -n "__fish_jobbook_using_subcommand job; and __fish_seen_subcommand_from cause" -l improve -d 'What is to be done so that it does not come again' -r
complete -c jobbook -n "__fish_jobbook_using_subcommand job; and __fish_seen_subcommand_from cause" -l owner -d 'Whose the improvement is: a role or a person' -r
complete -c jobbook -n "__fish_jobbook_using_subcommand job; and __fish_seen_subcommand_from cause" -l due -d 'By the end of this day, or by this time' -r
complete -c jobbook -n "__fish_jobbook_using_subcommand job; and __fish_seen_subcommand_from cause" -s C -l book -d 'Folder of the book; else the nearest one from here upwards' -r -F
complete -c jobbook -n "__fish_jobbook_using_subcommand job; and __fish_seen_subcommand_from cause" -l by -d 'Who does this; else git\'s user' -r
complete -c jobbook -n "__fish_jobbook_using_subcommand job; and __fish_seen_subcommand_from cause" -l at -d 'When it happened, if not now: "yesterday 16:30", "2026-03-02 09:00"' -r
complete -c jobbook -n "__fish_jobbook_using_subcommand job; and __fish_seen_subcommand_from cause" -l color -d 'When to colour' -r -f -a "auto\t'On a terminal'
always\t'Always'
never\t'Never'"
complete -c jobbook -n "__fish_jobbook_using_subcommand job; and __fish_seen_subcommand_from cause" -l json -d 'Answer as JSON'
complete -c jobbook -n "__fish_jobbook_using_subcommand job; and __fish_seen_subcommand_from cause" -l dry-run -d 'Decide and tell, but write nothing'
complete -c jobbook -n "__fish_jobbook_using_subcommand job; and __fish_seen_subcommand_from cause" -l yes -d 'Answer yes to every question'
complete -c jobbook -n "__fish_jobbook_using_subcommand job; and __fish_seen_subcommand_from cause" -l no-input -d 'Never ask; what is missing is an error'
complete -c jobbook -n "__fish_jobbook_using_subcommand job; and __fish_seen_subcommand_from cause" -s q -l quiet -d 'Tell only results and errors'
complete -c jobbook -n "__fish_jobbook_using_subcommand job; and __fish_seen_subcommand_from cause" -s v -l verbose -d 'Tell more'
complete -c jobbook -n "__fish_jobbook_using_subcommand job; and __fish_seen_subcommand_from cause" -s h -l help -d 'Print help'
complete -c jobbook -n "__fish_jobbook_using_subcommand job; and __fish_seen_subcommand_from kickoff" -l reason -d 'Why it is moved, when it was fixed before' -r
complete -c jobbook -n "__fish_jobbook_using_subcommand job; and __fish_seen_subcommand_from kickoff" -s C -l book -d 'Folder of the book; else the nearest one from here upwards' -r -F
complete -c jobbook -n "__fish_jobbook_using_subcommand job; and __fish_seen_subcommand_from kickoff" -l by -d 'Who does this; else git\'s user' -r
complete -c jobbook -n "__fish_jobbook_using_subcommand job; and __fish_seen_subcommand_from kickoff" -l at -d 'When it happened, if not now: "yesterday 16:30", "2026-03-02 09:00"' -r
complete -c jobbook -n "__fish_jobbook_using_subcommand job; and __fish_seen_subcommand_from kickoff" -l color -d 'When to colour' -r -f -a "auto\t'On a terminal'
always\t'Always'
never\t'Never'"
complete -c jobbook -n "__fish_jobbook_using_subcommand job; and __fish_seen_subcommand_from kickoff" -l json -d 'Answer as JSON'
complete -c jobbook -n "__fish_jobbook_using_subcommand job; and __fish_seen_subcommand_from kickoff" -l dry-run -d 'Decide and tell, but write nothing'
complete -c jobbook -n "__fish_jobbook_using_subcommand job; and __fish_seen_subcommand_from kickoff" -l yes -d 'Answer yes to every question'
complete -c jobbook -n "__fish_jobbook_using_subcommand job; and __fish_seen_subcommand_from kickoff" -l no-input -d 'Never ask; what is missing is an error'
complete -c jobbook -n "__fish_jobbook_using_subcommand job; and __fish_seen_subcommand_from kickoff" -s q -l quiet -d 'Tell only results and errors'
complete -c jobbook -n "__fish_jobbook_using_subcommand job; and __fish_seen_subcommand_from kickoff" -s v -l verbose -d 'Tell more'
complete -c jobbook -n "__fish_jobbook_using_subcommand job; and __fish_seen_subcommand_from kickoff" -s h -l help -d 'Print help'
complete -c jobbook -n "__fish_jobbook_using_subcommand job; and __fish_seen_subcommand_from deliver" -l note -d 'A remark' -r
complete -c jobbook -n "__fish_jobbook_using_subcommand job; and __fish_seen_subcommand_from deliver" -l waive -d 'Leave it out, for this reason' -r
complete -c jobbook -n "__fish_jobbook_using_subcommand job; and __fish_seen_subcommand_from deliver" -s C -l book -d 'Folder of the book; else the nearest one from here upwards' -r -F
complete -c jobbook -n "__fish_jobbook_using_subcommand job; and __fish_seen_subcommand_from deliver" -l by -d 'Who does this; else git\'s user' -r
complete -c jobbook -n "__fish_jobbook_using_subcommand job; and __fish_seen_subcommand_from deliver" -l at -d 'When it happened, if not now: "yesterday 16:30", "2026-03-02 09:00"' -r
complete -c jobbook -n "__fish_jobbook_using_subcommand job; and __fish_seen_subcommand_from deliver" -l color -d 'When to colour' -r -f -a "auto\t'On a terminal'
always\t'Always'
never\t'Never'"
complete -c jobbook -n "__fish_jobbook_using_subcommand job; and __fish_seen_subcommand_from deliver" -l json -d 'Answer as JSON'
complete -c jobbook -n "__fish_jobbook_using_subcommand job; and __fish_seen_subcommand_from deliver" -l dry-run -d 'Decide and tell, but write nothing'
complete -c jobbook -n "__fish_jobbook_using_subcommand job; and __fish_seen_subcommand_from deliver" -l yes -d 'Answer yes to every question'
complete -c jobbook -n "__fish_jobbook_using_subcommand job; and __fish_seen_subcommand_from deliver" -l no-input -d 'Never ask; what is missing is an error'
complete -c jobbook -n "__fish_jobbook_using_subcommand job; and __fish_seen_subcommand_from deliver" -s q -l quiet -d 'Tell only results and errors'
complete -c jobbook -n "__fish_jobbook_using_subcommand job; and __fish_seen_subcommand_from deliver" -s v -l verbose -d 'Tell more'
complete -c jobbook -n "__fish_jobbook_using_subcommand job; and __fish_seen_subcommand_from deliver" -s h -l help -d 'Print help'
complete -c jobbook -n "__fish_jobbook_using_subcommand job; and __fish_seen_subcommand_from fill" -l set -d 'An answer' -r
complete -c jobbook -n "__fish_jobbook_using_subcommand job; and __fish_seen_subcommand_from fill" -s C -l book -d 'Folder of the book; else the nearest one from here upwards' -r -F
complete -c jobbook -n "__fish_jobbook_using_subcommand job; and __fish_seen_subcommand_from fill" -l by -d 'Who does this; else git\'s user' -r
complete -c jobbook -n "__fish_jobbook_using_subcommand job; and __fish_seen_subcommand_from fill" -l at -d 'When it happened, if not now: "yesterday 16:30", "2026-03-02 09:00"' -r
complete -c jobbook -n "__fish_jobbook_using_subcommand job; and __fish_seen_subcommand_from fill" -l color -d 'When to colour' -r -f -a "auto\t'On a terminal'
always\t'Always'
never\t'Never'"
complete -c jobbook -n "__fish_jobbook_using_subcommand job; and __fish_seen_subcommand_from fill" -l json -d 'Answer as JSON'
complete -c jobbook -n "__fish_jobbook_using_subcommand job; and __fish_seen_subcommand_from fill" -l dry-run -d 'Decide and tell, but write nothing'
complete -c jobbook -n "__fish_jobbook_using_subcommand job; and __fish_seen_subcommand_from fill" -l yes -d 'Answer yes to every question'
complete -c jobbook -n "__fish_jobbook_using_subcommand job; and __fish_seen_subcommand_from fill" -l no-input -d 'Never ask; what is missing is an error'
complete -c jobbook -n "__fish_jobbook_using_subcommand job; and __fish_seen_subcommand_from fill" -s q -l quiet -d 'Tell only results and errors'
complete -c jobbook -n "__fish_jobbook_using_subcommand job; and __fish_seen_subcommand_from fill" -s v -l verbose -d 'Tell more'
complete -c jobbook -n "__fish_jobbook_using_subcommand job; and __fish_seen_subcommand_from fill" -s h -l help -d 'Print help'
complete -c jobbook -n "__fish_jobbook_using_subcommand job; and __fish_seen_subcommand_from form" -s o -l output -d 'Write to this file instead of standard output; one that is there is replaced' -r -F
complete -c jobbook -n "__fish_jobbook_using_subcommand job; and __fish_seen_subcommand_from form" -s C -l book -d 'Folder of the book; else the nearest one from here upwards' -r -F
complete -c jobbook -n "__fish_jobbook_using_subcommand job; and __fish_seen_subcommand_from form" -l by -d 'Who does this; else git\'s user' -r
complete -c jobbook -n "__fish_jobbook_using_subcommand job; and __fish_seen_subcommand_from form" -l at -d 'When it happened, if not now: "yesterday 16:30", "2026-03-02 09:00"' -r
complete -c jobbook -n "__fish_jobbook_using_subcommand job; and __fish_seen_subcommand_from form" -l color -d 'When to colour' -r -f -a "auto\t'On a terminal'
always\t'Always'
never\t'Never'"
complete -c jobbook -n "__fish_jobbook_using_subcommand job; and __fish_seen_subcommand_from form" -l html -d 'As HTML, to be shown or printed by a browser'
complete -c jobbook -n "__fish_jobbook_using_subcommand job; and __fish_seen_subcommand_from form" -l text -d 'As plain text'
complete -c jobbook -n "__fish_jobbook_using_subcommand job; and __fish_seen_subcommand_from form" -l json -d 'Answer as JSON'
complete -c jobbook -n "__fish_jobbook_using_subcommand job; and __fish_seen_subcommand_from form" -l dry-run -d 'Decide and tell, but write nothing'
complete -c jobbook -n "__fish_jobbook_using_subcommand job; and __fish_seen_subcommand_from form" -l yes -d 'Answer yes to every question'
complete -c jobbook -n "__fish_jobbook_using_subcommand job; and __fish_seen_subcommand_from form" -l no-input -d 'Never ask; what is missing is an error'
complete -c jobbook -n "__fish_jobbook_using_subcommand job; and __fish_seen_subcommand_from form" -s q -l quiet -d 'Tell only results and errors'
complete -c jobbook -n "__fish_jobbook_using_subcommand job; and __fish_seen_subcommand_from form" -s v -l verbose -d 'Tell more'
complete -c jobbook -n "__fish_jobbook_using_subcommand job; and __fish_seen_subcommand_from form" -s h -l help -d 'Print help'
complete -c jobbook -n "__fish_jobbook_using_subcommand job; and __fish_seen_subcommand_from report" -l from -d 'First day' -r
complete -c jobbook -n "__fish_jobbook_using_subcommand job; and __fish_seen_subcommand_from report" -l to -d 'Last day; today when left out' -r
complete -c jobbook -n "__fish_jobbook_using_subcommand job; and __fish_seen_subcommand_from report" -l last -d 'The last whole week, month or quarter' -r -f -a "week\t''
month\t''
quarter\t''"
complete -c jobbook -n "__fish_jobbook_using_subcommand job; and __fish_seen_subcommand_from report" -s o -l output -d 'Write to this file instead of standard output; one that is there is replaced' -r -F
complete -c jobbook -n "__fish_jobbook_using_subcommand job; and __fish_seen_subcommand_from report" -s C -l book -d 'Folder of the book; else the nearest one from here upwards' -r -F
complete -c jobbook -n "__fish_jobbook_using_subcommand job; and __fish_seen_subcommand_from report" -l by -d 'Who does this; else git\'s user' -r
complete -c jobbook -n "__fish_jobbook_using_subcommand job; and __fish_seen_subcommand_from report" -l at -d 'When it happened, if not now: "yesterday 16:30", "2026-03-02 09:00"' -r
complete -c jobbook -n "__fish_jobbook_using_subcommand job; and __fish_seen_subcommand_from report" -l color -d 'When to colour' -r -f -a "auto\t'On a terminal'
always\t'Always'
never\t'Never'"
complete -c jobbook -n "__fish_jobbook_using_subcommand job; and __fish_seen_subcommand_from report" -l keep -d 'Keep it in documents/, and note it on the job as a document of kind report'
complete -c jobbook -n "__fish_jobbook_using_subcommand job; and __fish_seen_subcommand_from report" -l html -d 'As HTML, to be shown or printed by a browser'
complete -c jobbook -n "__fish_jobbook_using_subcommand job; and __fish_seen_subcommand_from report" -l text -d 'As plain text'
complete -c jobbook -n "__fish_jobbook_using_subcommand job; and __fish_seen_subcommand_from report" -l json -d 'Answer as JSON'
complete -c jobbook -n "__fish_jobbook_using_subcommand job; and __fish_seen_subcommand_from report" -l dry-run -d 'Decide and tell, but write nothing'
complete -c jobbook -n "__fish_jobbook_using_subcommand job; and __fish_seen_subcommand_from report" -l yes -d 'Answer yes to every question'
complete -c jobbook -n "__fish_jobbook_using_subcommand job; and __fish_seen_subcommand_from report" -l no-input -d 'Never ask; what is missing is an error'
complete -c jobbook -n "__fish_jobbook_using_subcommand job; and __fish_seen_subcommand_from report" -s q -l quiet -d 'Tell only results and errors'
complete -c jobbook -n "__fish_jobbook_using_subcommand job; and __fish_seen_subcommand_from report" -s v -l verbose -d 'Tell more'
complete -c jobbook -n "__fish_jobbook_using_subcommand job; and __fish_seen_subcommand_from report" -s h -l help -d 'Print help'
complete -c jobbook -n "__fish_jobbook_using_subcommand job; and __fish_seen_subcommand_from document" -l kind -d 'What it is: photo, work-order, contract, certificate, any word of the office' -r
complete -c jobbook -n "__fish_jobbook_using_subcommand job; and __fish_seen_subcommand_from document" -l title -d 'What it shows' -r
complete -c jobbook -n "__fish_jobbook_using_subcommand job; and __fish_seen_subcommand_from document" -l expires -d 'Last day it holds' -r
complete -c jobbook -n "__fish_jobbook_using_subcommand job; and __fish_seen_subcommand_from document" -s C -l book -d 'Folder of the book; else the nearest one from here upwards' -r -F
complete -c jobbook -n "__fish_jobbook_using_subcommand job; and __fish_seen_subcommand_from document" -l by -d 'Who does this; else git\'s user' -r
complete -c jobbook -n "__fish_jobbook_using_subcommand job; and __fish_seen_subcommand_from document" -l at -d 'When it happened, if not now: "yesterday 16:30", "2026-03-02 09:00"' -r
complete -c jobbook -n "__fish_jobbook_using_subcommand job; and __fish_seen_subcommand_from document" -l color -d 'When to colour' -r -f -a "auto\t'On a terminal'
always\t'Always'
never\t'Never'"
complete -c jobbook -n "__fish_jobbook_using_subcommand job; and __fish_seen_subcommand_from document" -l json -d 'Answer as JSON'
complete -c jobbook -n "__fish_jobbook_using_subcommand job; and __fish_seen_subcommand_from document" -l dry-run -d 'Decide and tell, but write nothing'
complete -c jobbook -n "__fish_jobbook_using_subcommand job; and __fish_seen_subcommand_from document" -l yes -d 'Answer yes to every question'
complete -c jobbook -n "__fish_jobbook_using_subcommand job; and __fish_seen_subcommand_from document" -l no-input -d 'Never ask; what is missing is an error'
complete -c jobbook -n "__fish_jobbook_using_subcommand job; and __fish_seen_subcommand_from document" -s q -l quiet -d 'Tell only results and errors'
complete -c jobbook -n "__fish_jobbook_using_subcommand job; and __fish_seen_subcommand_from document" -s v -l verbose -d 'Tell more'
complete -c jobbook -n "__fish_jobbook_using_subcommand job; and __fish_seen_subcommand_from document" -s h -l help -d 'Print help'
complete -c jobbook -n "__fish_jobbook_using_subcommand job; and __fish_seen_subcommand_from document" -a "new" -d 'Begin a document from a template of the office, as a draft to be changed'
complete -c jobbook -n "__fish_jobbook_using_subcommand job; and __fish_seen_subcommand_from document" -a "send" -d 'Send a document; a draft is printed as it then stands'
complete -c jobbook -n "__fish_jobbook_using_subcommand job; and __fish_seen_subcommand_from document" -a "sign" -d 'Note that a document came back signed'
complete -c jobbook -n "__fish_jobbook_using_subcommand job; and __fish_seen_subcommand_from document" -a "list" -d 'List documents: how far they have come, until when they hold, what is missing'
complete -c jobbook -n "__fish_jobbook_using_subcommand job; and __fish_seen_subcommand_from scope" -l reason -d 'Why it changes without a change order, after the client approved' -r
complete -c jobbook -n "__fish_jobbook_using_subcommand job; and __fish_seen_subcommand_from scope" -s C -l book -d 'Folder of the book; else the nearest one from here upwards' -r -F
complete -c jobbook -n "__fish_jobbook_using_subcommand job; and __fish_seen_subcommand_from scope" -l by -d 'Who does this; else git\'s user' -r
complete -c jobbook -n "__fish_jobbook_using_subcommand job; and __fish_seen_subcommand_from scope" -l at -d 'When it happened, if not now: "yesterday 16:30", "2026-03-02 09:00"' -r
complete -c jobbook -n "__fish_jobbook_using_subcommand job; and __fish_seen_subcommand_from scope" -l color -d 'When to colour' -r -f -a "auto\t'On a terminal'
always\t'Always'
never\t'Never'"
complete -c jobbook -n "__fish_jobbook_using_subcommand job; and __fish_seen_subcommand_from scope" -l json -d 'Answer as JSON'
complete -c jobbook -n "__fish_jobbook_using_subcommand job; and __fish_seen_subcommand_from scope" -l dry-run -d 'Decide and tell, but write nothing'
complete -c jobbook -n "__fish_jobbook_using_subcommand job; and __fish_seen_subcommand_from scope" -l yes -d 'Answer yes to every question'
complete -c jobbook -n "__fish_jobbook_using_subcommand job; and __fish_seen_subcommand_from scope" -l no-input -d 'Never ask; what is missing is an error'
complete -c jobbook -n "__fish_jobbook_using_subcommand job; and __fish_seen_subcommand_from scope" -s q -l quiet -d 'Tell only results and errors'
complete -c jobbook -n "__fish_jobbook_using_subcommand job; and __fish_seen_subcommand_from scope" -s v -l verbose -d 'Tell more'
complete -c jobbook -n "__fish_jobbook_using_subcommand job; and __fish_seen_subcommand_from scope" -s h -l help -d 'Print help'
complete -c jobbook -n "__fish_jobbook_using_subcommand job; and __fish_seen_subcommand_from letter" -l to -d 'To whom: a role, \\"client\\", or an address' -r
complete -c jobbook -n "__fish_jobbook_using_subcommand job; and __fish_seen_subcommand_from letter" -s C -l book -d 'Folder of the book; else the nearest one from here upwards' -r -F
complete -c jobbook -n "__fish_jobbook_using_subcommand job; and __fish_seen_subcommand_from letter" -l by -d 'Who does this; else git\'s user' -r
complete -c jobbook -n "__fish_jobbook_using_subcommand job; and __fish_seen_subcommand_from letter" -l at -d 'When it happened, if not now: "yesterday 16:30", "2026-03-02 09:00"' -r
complete -c jobbook -n "__fish_jobbook_using_subcommand job; and __fish_seen_subcommand_from letter" -l color -d 'When to colour' -r -f -a "auto\t'On a terminal'
always\t'Always'
never\t'Never'"
complete -c jobbook -n "__fish_jobbook_using_subcommand job; and __fish_seen_subcommand_from letter" -l json -d 'Answer as JSON'
complete -c jobbook -n "__fish_jobbook_using_subcommand job; and __fish_seen_subcommand_from letter" -l dry-run -d 'Decide and tell, but write nothing'
complete -c jobbook -n "__fish_jobbook_using_subcommand job; and __fish_seen_subcommand_from letter" -l yes -d 'Answer yes to every question'
complete -c jobbook -n "__fish_jobbook_using_subcommand job; and __fish_seen_subcommand_from letter" -l no-input -d 'Never ask; what is missing is an error'
complete -c jobbook -n "__fish_jobbook_using_subcommand job; and __fish_seen_subcommand_from letter" -s q -l quiet -d 'Tell only results and errors'
complete -c jobbook -n "__fish_jobbook_using_subcommand job; and __fish_seen_subcommand_from letter" -s v -l verbose -d 'Tell more'
complete -c jobbook -n "__fish_jobbook_using_subcommand job; and __fish_seen_subcommand_from letter" -s h -l help -d 'Print help'
complete -c jobbook -n "__fish_jobbook_using_subcommand job; and __fish_seen_subcommand_from line" -s C -l book -d 'Folder of the book; else the nearest one from here upwards' -r -F
complete -c jobbook -n "__fish_jobbook_using_subcommand job; and __fish_seen_subcommand_from line" -l by -d 'Who does this; else git\'s user' -r
complete -c jobbook -n "__fish_jobbook_using_subcommand job; and __fish_seen_subcommand_from line" -l at -d 'When it happened, if not now: "yesterday 16:30", "2026-03-02 09:00"' -r
complete -c jobbook -n "__fish_jobbook_using_subcommand job; and __fish_seen_subcommand_from line" -l color -d 'When to colour' -r -f -a "auto\t'On a terminal'
always\t'Always'
never\t'Never'"
complete -c jobbook -n "__fish_jobbook_using_subcommand job; and __fish_seen_subcommand_from line" -l json -d 'Answer as JSON'
complete -c jobbook -n "__fish_jobbook_using_subcommand job; and __fish_seen_subcommand_from line" -l dry-run -d 'Decide and tell, but write nothing'
complete -c jobbook -n "__fish_jobbook_using_subcommand job; and __fish_seen_subcommand_from line" -l yes -d 'Answer yes to every question'
complete -c jobbook -n "__fish_jobbook_using_subcommand job; and __fish_seen_subcommand_from line" -l no-input -d 'Never ask; what is missing is an error'
complete -c jobbook -n "__fish_jobbook_using_subcommand job; and __fish_seen_subcommand_from line" -s q -l quiet -d 'Tell only results and errors'
complete -c jobbook -n "__fish_jobbook_using_subcommand job; and __fish_seen_subcommand_from line" -s v -l verbose -d 'Tell more'
complete -c jobbook -n "__fish_jobbook_using_subcommand job; and __fish_seen_subcommand_from line" -s h -l help -d 'Print help'
complete -c jobbook -n "__fish_jobbook_using_subcommand job; and __fish_seen_subcommand_from line" -a "add" -d 'Add a line'
complete -c jobbook -n "__fish_jobbook_using_subcommand job; and __fish_seen_subcommand_from line" -a "remove" -d 'Take a line off'
complete -c jobbook -n "__fish_jobbook_using_subcommand job; and __fish_seen_subcommand_from issue" -l queue -d 'Queue that it goes to, when it is not the usual one' -r
complete -c jobbook -n "__fish_jobbook_using_subcommand job; and __fish_seen_subcommand_from issue" -l workflow -d 'Workflow of the new job, when it is not the usual one' -r
complete -c jobbook -n "__fish_jobbook_using_subcommand job; and __fish_seen_subcommand_from issue" -s C -l book -d 'Folder of the book; else the nearest one from here upwards' -r -F
complete -c jobbook -n "__fish_jobbook_using_subcommand job; and __fish_seen_subcommand_from issue" -l by -d 'Who does this; else git\'s user' -r
complete -c jobbook -n "__fish_jobbook_using_subcommand job; and __fish_seen_subcommand_from issue" -l at -d 'When it happened, if not now: "yesterday 16:30", "2026-03-02 09:00"' -r
complete -c jobbook -n "__fish_jobbook_using_subcommand job; and __fish_seen_subcommand_from issue" -l color -d 'When to colour' -r -f -a "auto\t'On a terminal'
always\t'Always'
never\t'Never'"
complete -c jobbook -n "__fish_jobbook_using_subcommand job; and __fish_seen_subcommand_from issue" -l quote -d 'A quote is wanted: it goes to the queue of quote requests'
complete -c jobbook -n "__fish_jobbook_using_subcommand job; and __fish_seen_subcommand_from issue" -l json -d 'Answer as JSON'
complete -c jobbook -n "__fish_jobbook_using_subcommand job; and __fish_seen_subcommand_from issue" -l dry-run -d 'Decide and tell, but write nothing'
complete -c jobbook -n "__fish_jobbook_using_subcommand job; and __fish_seen_subcommand_from issue" -l yes -d 'Answer yes to every question'
complete -c jobbook -n "__fish_jobbook_using_subcommand job; and __fish_seen_subcommand_from issue" -l no-input -d 'Never ask; what is missing is an error'
complete -c jobbook -n "__fish_jobbook_using_subcommand job; and __fish_seen_subcommand_from issue" -s q -l quiet -d 'Tell only results and errors'
complete -c jobbook -n "__fish_jobbook_using_subcommand job; and __fish_seen_subcommand_from issue" -s v -l verbose -d 'Tell more'
complete -c jobbook -n "__fish_jobbook_using_subcommand job; and __fish_seen_subcommand_from issue" -s h -l help -d 'Print help'
complete -c jobbook -n "__fish_jobbook_using_subcommand queue; and not __fish_seen_subcommand_from list show sweep" -s C -l book -d 'Folder of the book; else the nearest one from here upwards' -r -F
complete -c jobbook -n "__fish_jobbook_using_subcommand queue; and not __fish_seen_subcommand_from list show sweep" -l by -d 'Who does this; else git\'s user' -r
complete -c jobbook -n "__fish_jobbook_using_subcommand queue; and not __fish_seen_subcommand_from list show sweep" -l at -d 'When it happened, if not now: "yesterday 16:30", "2026-03-02 09:00"' -r
complete -c jobbook -n "__fish_jobbook_using_subcommand queue; and not __fish_seen_subcommand_from list show sweep" -l color -d 'When to colour' -r -f -a "auto\t'On a terminal'
always\t'Always'
never\t'Never'"
complete -c jobbook -n "__fish_jobbook_using_subcommand queue; and not __fish_seen_subcommand_from list show sweep" -l json -d 'Answer as JSON'
complete -c jobbook -n "__fish_jobbook_using_subcommand queue; and not __fish_seen_subcommand_from list show sweep" -l dry-run -d 'Decide and tell, but write nothing'
complete -c jobbook -n "__fish_jobbook_using_subcommand queue; and not __fish_seen_subcommand_from list show sweep" -l yes -d 'Answer yes to every question'
complete -c jobbook -n "__fish_jobbook_using_subcommand queue; and not __fish_seen_subcommand_from list show sweep" -l no-input -d 'Never ask; what is missing is an error'
complete -c jobbook -n "__fish_jobbook_using_subcommand queue; and not __fish_seen_subcommand_from list show sweep" -s q -l quiet -d 'Tell only results and errors'
complete -c jobbook -n "__fish_jobbook_using_subcommand queue; and not __fish_seen_subcommand_from list show sweep" -s v -l verbose -d 'Tell more'
complete -c jobbook -n "__fish_jobbook_using_subcommand queue; and not __fish_seen_subcommand_from list show sweep" -s h -l help -d 'Print help'
complete -c jobbook -n "__fish_jobbook_using_subcommand queue; and not __fish_seen_subcommand_from list show sweep" -f -a "list" -d 'List the queues: whose they are, how much stands in each'
complete -c jobbook -n "__fish_jobbook_using_subcommand queue; and not __fish_seen_subcommand_from list show sweep" -f -a "show" -d 'Show what stands in a queue, the oldest promise first'
complete -c jobbook -n "__fish_jobbook_using_subcommand queue; and not __fish_seen_subcommand_from list show sweep" -f -a "sweep" -d 'Go through a queue: assign, move on, put off'
complete -c jobbook -n "__fish_jobbook_using_subcommand queue; and __fish_seen_subcommand_from list" -s C -l book -d 'Folder of the book; else the nearest one from here upwards' -r -F
complete -c jobbook -n "__fish_jobbook_using_subcommand queue; and __fish_seen_subcommand_from list" -l by -d 'Who does this; else git\'s user' -r
complete -c jobbook -n "__fish_jobbook_using_subcommand queue; and __fish_seen_subcommand_from list" -l at -d 'When it happened, if not now: "yesterday 16:30", "2026-03-02 09:00"' -r
complete -c jobbook -n "__fish_jobbook_using_subcommand queue; and __fish_seen_subcommand_from list" -l color -d 'When to colour' -r -f -a "auto\t'On a terminal'
always\t'Always'
never\t'Never'"
complete -c jobbook -n "__fish_jobbook_using_subcommand queue; and __fish_seen_subcommand_from list" -l json -d 'Answer as JSON'
complete -c jobbook -n "__fish_jobbook_using_subcommand queue; and __fish_seen_subcommand_from list" -l dry-run -d 'Decide and tell, but write nothing'
complete -c jobbook -n "__fish_jobbook_using_subcommand queue; and __fish_seen_subcommand_from list" -l yes -d 'Answer yes to every question'
complete -c jobbook -n "__fish_jobbook_using_subcommand queue; and __fish_seen_subcommand_from list" -l no-input -d 'Never ask; what is missing is an error'
complete -c jobbook -n "__fish_jobbook_using_subcommand queue; and __fish_seen_subcommand_from list" -s q -l quiet -d 'Tell only results and errors'
complete -c jobbook -n "__fish_jobbook_using_subcommand queue; and __fish_seen_subcommand_from list" -s v -l verbose -d 'Tell more'
complete -c jobbook -n "__fish_jobbook_using_subcommand queue; and __fish_seen_subcommand_from list" -s h -l help -d 'Print help'
complete -c jobbook -n "__fish_jobbook_using_subcommand queue; and __fish_seen_subcommand_from show" -s C -l book -d 'Folder of the book; else the nearest one from here upwards' -r -F
complete -c jobbook -n "__fish_jobbook_using_subcommand queue; and __fish_seen_subcommand_from show" -l by -d 'Who does this; else git\'s user' -r
complete -c jobbook -n "__fish_jobbook_using_subcommand queue; and __fish_seen_subcommand_from show" -l at -d 'When it happened, if not now: "yesterday 16:30", "2026-03-02 09:00"' -r
complete -c jobbook -n "__fish_jobbook_using_subcommand queue; and __fish_seen_subcommand_from show" -l color -d 'When to colour' -r -f -a "auto\t'On a terminal'
always\t'Always'
never\t'Never'"
complete -c jobbook -n "__fish_jobbook_using_subcommand queue; and __fish_seen_subcommand_from show" -l json -d 'Answer as JSON'
complete -c jobbook -n "__fish_jobbook_using_subcommand queue; and __fish_seen_subcommand_from show" -l dry-run -d 'Decide and tell, but write nothing'
complete -c jobbook -n "__fish_jobbook_using_subcommand queue; and __fish_seen_subcommand_from show" -l yes -d 'Answer yes to every question'
complete -c jobbook -n "__fish_jobbook_using_subcommand queue; and __fish_seen_subcommand_from show" -l no-input -d 'Never ask; what is missing is an error'
complete -c jobbook -n "__fish_jobbook_using_subcommand queue; and __fish_seen_subcommand_from show" -s q -l quiet -d 'Tell only results and errors'
complete -c jobbook -n "__fish_jobbook_using_subcommand queue; and __fish_seen_subcommand_from show" -s v -l verbose -d 'Tell more'
complete -c jobbook -n "__fish_jobbook_using_subcommand queue; and __fish_seen_subcommand_from show" -s h -l help -d 'Print help'
complete -c jobbook -n "__fish_jobbook_using_subcommand queue; and __fish_seen_subcommand_from sweep" -l assign -d 'Who answers for them from now on' -r
complete -c jobbook -n "__fish_jobbook_using_subcommand queue; and __fish_seen_subcommand_from sweep" -l tech -d 'Who goes: on the open visit, else on one that is noted as to be planned' -r
complete -c jobbook -n "__fish_jobbook_using_subcommand queue; and __fish_seen_subcommand_from sweep" -l to -d 'Move them to another queue' -r
complete -c jobbook -n "__fish_jobbook_using_subcommand queue; and __fish_seen_subcommand_from sweep" -l defer -d 'Put them off until then' -r
complete -c jobbook -n "__fish_jobbook_using_subcommand queue; and __fish_seen_subcommand_from sweep" -l reason -d 'Why they are put off' -r
complete -c jobbook -n "__fish_jobbook_using_subcommand queue; and __fish_seen_subcommand_from sweep" -l job -d 'Only this job; may be given again' -r
complete -c jobbook -n "__fish_jobbook_using_subcommand queue; and __fish_seen_subcommand_from sweep" -s C -l book -d 'Folder of the book; else the nearest one from here upwards' -r -F
complete -c jobbook -n "__fish_jobbook_using_subcommand queue; and __fish_seen_subcommand_from sweep" -l by -d 'Who does this; else git\'s user' -r
complete -c jobbook -n "__fish_jobbook_using_subcommand queue; and __fish_seen_subcommand_from sweep" -l at -d 'When it happened, if not now: "yesterday 16:30", "2026-03-02 09:00"' -r
complete -c jobbook -n "__fish_jobbook_using_subcommand queue; and __fish_seen_subcommand_from sweep" -l color -d 'When to colour' -r -f -a "auto\t'On a terminal'
always\t'Always'
never\t'Never'"
complete -c jobbook -n "__fish_jobbook_using_subcommand queue; and __fish_seen_subcommand_from sweep" -l json -d 'Answer as JSON'
complete -c jobbook -n "__fish_jobbook_using_subcommand queue; and __fish_seen_subcommand_from sweep" -l dry-run -d 'Decide and tell, but write nothing'
complete -c jobbook -n "__fish_jobbook_using_subcommand queue; and __fish_seen_subcommand_from sweep" -l yes -d 'Answer yes to every question'
complete -c jobbook -n "__fish_jobbook_using_subcommand queue; and __fish_seen_subcommand_from sweep" -l no-input -d 'Never ask; what is missing is an error'
complete -c jobbook -n "__fish_jobbook_using_subcommand queue; and __fish_seen_subcommand_from sweep" -s q -l quiet -d 'Tell only results and errors'
complete -c jobbook -n "__fish_jobbook_using_subcommand queue; and __fish_seen_subcommand_from sweep" -s v -l verbose -d 'Tell more'
complete -c jobbook -n "__fish_jobbook_using_subcommand queue; and __fish_seen_subcommand_from sweep" -s h -l help -d 'Print help'
complete -c jobbook -n "__fish_jobbook_using_subcommand quote; and not __fish_seen_subcommand_from new line suggest request show render send follow-up approve decline revise expire list" -s C -l book -d 'Folder of the book; else the nearest one from here upwards' -r -F
complete -c jobbook -n "__fish_jobbook_using_subcommand quote; and not __fish_seen_subcommand_from new line suggest request show render send follow-up approve decline revise expire list" -l by -d 'Who does this; else git\'s user' -r
complete -c jobbook -n "__fish_jobbook_using_subcommand quote; and not __fish_seen_subcommand_from new line suggest request show render send follow-up approve decline revise expire list" -l at -d 'When it happened, if not now: "yesterday 16:30", "2026-03-02 09:00"' -r
complete -c jobbook -n "__fish_jobbook_using_subcommand quote; and not __fish_seen_subcommand_from new line suggest request show render send follow-up approve decline revise expire list" -l color -d 'When to colour' -r -f -a "auto\t'On a terminal'
always\t'Always'
never\t'Never'"
complete -c jobbook -n "__fish_jobbook_using_subcommand quote; and not __fish_seen_subcommand_from new line suggest request show render send follow-up approve decline revise expire list" -l json -d 'Answer as JSON'
complete -c jobbook -n "__fish_jobbook_using_subcommand quote; and not __fish_seen_subcommand_from new line suggest request show render send follow-up approve decline revise expire list" -l dry-run -d 'Decide and tell, but write nothing'
complete -c jobbook -n "__fish_jobbook_using_subcommand quote; and not __fish_seen_subcommand_from new line suggest request show render send follow-up approve decline revise expire list" -l yes -d 'Answer yes to every question'
complete -c jobbook -n "__fish_jobbook_using_subcommand quote; and not __fish_seen_subcommand_from new line suggest request show render send follow-up approve decline revise expire list" -l no-input -d 'Never ask; what is missing is an error'
complete -c jobbook -n "__fish_jobbook_using_subcommand quote; and not __fish_seen_subcommand_from new line suggest request show render send follow-up approve decline revise expire list" -s q -l quiet -d 'Tell only results and errors'
complete -c jobbook -n "__fish_jobbook_using_subcommand quote; and not __fish_seen_subcommand_from new line suggest request show render send follow-up approve decline revise expire list" -s v -l verbose -d 'Tell more'
complete -c jobbook -n "__fish_jobbook_using_subcommand quote; and not __fish_seen_subcommand_from new line suggest request show render send follow-up approve decline revise expire list" -s h -l help -d 'Print help'
complete -c jobbook -n "__fish_jobbook_using_subcommand quote; and not __fish_seen_subcommand_from new line suggest request show render send follow-up approve decline revise expire list" -f -a "new" -d 'Begin a quote'
complete -c jobbook -n "__fish_jobbook_using_subcommand quote; and not __fish_seen_subcommand_from new line suggest request show render send follow-up approve decline revise expire list" -f -a "line" -d 'Add, change or remove a line of the draft'
complete -c jobbook -n "__fish_jobbook_using_subcommand quote; and not __fish_seen_subcommand_from new line suggest request show render send follow-up approve decline revise expire list" -f -a "suggest" -d 'Propose lines from past quotes and the price book'
complete -c jobbook -n "__fish_jobbook_using_subcommand quote; and not __fish_seen_subcommand_from new line suggest request show render send follow-up approve decline revise expire list" -f -a "request" -d 'Ask a supplier or an in-house expert'
complete -c jobbook -n "__fish_jobbook_using_subcommand quote; and not __fish_seen_subcommand_from new line suggest request show render send follow-up approve decline revise expire list" -f -a "show" -d 'Show a version with lines, cost, margin and what happened to it'
complete -c jobbook -n "__fish_jobbook_using_subcommand quote; and not __fish_seen_subcommand_from new line suggest request show render send follow-up approve decline revise expire list" -f -a "render" -d 'Print a version as HTML or text'
complete -c jobbook -n "__fish_jobbook_using_subcommand quote; and not __fish_seen_subcommand_from new line suggest request show render send follow-up approve decline revise expire list" -f -a "send" -d 'Send the draft to the client'
complete -c jobbook -n "__fish_jobbook_using_subcommand quote; and not __fish_seen_subcommand_from new line suggest request show render send follow-up approve decline revise expire list" -f -a "follow-up" -d 'Note that somebody asked for the answer, or when it will come'
complete -c jobbook -n "__fish_jobbook_using_subcommand quote; and not __fish_seen_subcommand_from new line suggest request show render send follow-up approve decline revise expire list" -f -a "approve" -d 'The client said yes'
complete -c jobbook -n "__fish_jobbook_using_subcommand quote; and not __fish_seen_subcommand_from new line suggest request show render send follow-up approve decline revise expire list" -f -a "decline" -d 'The client said no'
complete -c jobbook -n "__fish_jobbook_using_subcommand quote; and not __fish_seen_subcommand_from new line suggest request show render send follow-up approve decline revise expire list" -f -a "revise" -d 'Begin the next version from the last; after an approval it is a change order'
complete -c jobbook -n "__fish_jobbook_using_subcommand quote; and not __fish_seen_subcommand_from new line suggest request show render send follow-up approve decline revise expire list" -f -a "expire" -d 'Close what nobody answered in time'
complete -c jobbook -n "__fish_jobbook_using_subcommand quote; and not __fish_seen_subcommand_from new line suggest request show render send follow-up approve decline revise expire list" -f -a "list" -d 'List quotes with value and age'
complete -c jobbook -n "__fish_jobbook_using_subcommand quote; and __fish_seen_subcommand_from new" -l from-book -d 'Items of the client\'s price book: CODE, or CODE×QTY (CODEx2 will do)' -r
complete -c jobbook -n "__fish_jobbook_using_subcommand quote; and __fish_seen_subcommand_from new" -l discount -d 'Taken off the whole: 10% or 50.00; 0 for nothing' -r
complete -c jobbook -n "__fish_jobbook_using_subcommand quote; and __fish_seen_subcommand_from new" -l deposit -d 'To be paid before the work starts: 30% or 200.00; 0 for nothing' -r
complete -c jobbook -n "__fish_jobbook_using_subcommand quote; and __fish_seen_subcommand_from new" -l valid -d 'Last day it can be accepted: a number of days from now, or a day; the office\'s usual when left out' -r
complete -c jobbook -n "__fish_jobbook_using_subcommand quote; and __fish_seen_subcommand_from new" -l intro -d 'Sentence above the lines' -r
complete -c jobbook -n "__fish_jobbook_using_subcommand quote; and __fish_seen_subcommand_from new" -l note -d 'Where the quote came from; for the office only' -r
complete -c jobbook -n "__fish_jobbook_using_subcommand quote; and __fish_seen_subcommand_from new" -l override-reason -d 'Why there is a discount although prices are fixed' -r
complete -c jobbook -n "__fish_jobbook_using_subcommand quote; and __fish_seen_subcommand_from new" -s C -l book -d 'Folder of the book; else the nearest one from here upwards' -r -F
complete -c jobbook -n "__fish_jobbook_using_subcommand quote; and __fish_seen_subcommand_from new" -l by -d 'Who does this; else git\'s user' -r
complete -c jobbook -n "__fish_jobbook_using_subcommand quote; and __fish_seen_subcommand_from new" -l at -d 'When it happened, if not now: "yesterday 16:30", "2026-03-02 09:00"' -r
complete -c jobbook -n "__fish_jobbook_using_subcommand quote; and __fish_seen_subcommand_from new" -l color -d 'When to colour' -r -f -a "auto\t'On a terminal'
always\t'Always'
never\t'Never'"
complete -c jobbook -n "__fish_jobbook_using_subcommand quote; and __fish_seen_subcommand_from new" -l json -d 'Answer as JSON'
complete -c jobbook -n "__fish_jobbook_using_subcommand quote; and __fish_seen_subcommand_from new" -l dry-run -d 'Decide and tell, but write nothing'
complete -c jobbook -n "__fish_jobbook_using_subcommand quote; and __fish_seen_subcommand_from new" -l yes -d 'Answer yes to every question'
complete -c jobbook -n "__fish_jobbook_using_subcommand quote; and __fish_seen_subcommand_from new" -l no-input -d 'Never ask; what is missing is an error'
complete -c jobbook -n "__fish_jobbook_using_subcommand quote; and __fish_seen_subcommand_from new" -s q -l quiet -d 'Tell only results and errors'
complete -c jobbook -n "__fish_jobbook_using_subcommand quote; and __fish_seen_subcommand_from new" -s v -l verbose -d 'Tell more'
complete -c jobbook -n "__fish_jobbook_using_subcommand quote; and __fish_seen_subcommand_from new" -s h -l help -d 'Print help'
complete -c jobbook -n "__fish_jobbook_using_subcommand quote; and __fish_seen_subcommand_from line" -s C -l book -d 'Folder of the book; else the nearest one from here upwards' -r -F
complete -c jobbook -n "__fish_jobbook_using_subcommand quote; and __fish_seen_subcommand_from line" -l by -d 'Who does this; else git\'s user' -r
complete -c jobbook -n "__fish_jobbook_using_subcommand quote; and __fish_seen_subcommand_from line" -l at -d 'When it happened, if not now: "yesterday 16:30", "2026-03-02 09:00"' -r
complete -c jobbook -n "__fish_jobbook_using_subcommand quote; and __fish_seen_subcommand_from line" -l color -d 'When to colour' -r -f -a "auto\t'On a terminal'
always\t'Always'
never\t'Never'"
complete -c jobbook -n "__fish_jobbook_using_subcommand quote; and __fish_seen_subcommand_from line" -l json -d 'Answer as JSON'
complete -c jobbook -n "__fish_jobbook_using_subcommand quote; and __fish_seen_subcommand_from line" -l dry-run -d 'Decide and tell, but write nothing'
complete -c jobbook -n "__fish_jobbook_using_subcommand quote; and __fish_seen_subcommand_from line" -l yes -d 'Answer yes to every question'
complete -c jobbook -n "__fish_jobbook_using_subcommand quote; and __fish_seen_subcommand_from line" -l no-input -d 'Never ask; what is missing is an error'
complete -c jobbook -n "__fish_jobbook_using_subcommand quote; and __fish_seen_subcommand_from line" -s q -l quiet -d 'Tell only results and errors'
complete -c jobbook -n "__fish_jobbook_using_subcommand quote; and __fish_seen_subcommand_from line" -s v -l verbose -d 'Tell more'
complete -c jobbook -n "__fish_jobbook_using_subcommand quote; and __fish_seen_subcommand_from line" -s h -l help -d 'Print help'
complete -c jobbook -n "__fish_jobbook_using_subcommand quote; and __fish_seen_subcommand_from line" -a "add" -d 'Add a line to the draft'
complete -c jobbook -n "__fish_jobbook_using_subcommand quote; and __fish_seen_subcommand_from line" -a "set" -d 'Change a line of the draft'
complete -c jobbook -n "__fish_jobbook_using_subcommand quote; and __fish_seen_subcommand_from line" -a "remove" -d 'Take a line out of the draft'
complete -c jobbook -n "__fish_jobbook_using_subcommand quote; and __fish_seen_subcommand_from suggest" -l add -d 'Put these of the lines shown last into the draft' -r
complete -c jobbook -n "__fish_jobbook_using_subcommand quote; and __fish_seen_subcommand_from suggest" -l limit -d 'How many of the office\'s own lines to show' -r
complete -c jobbook -n "__fish_jobbook_using_subcommand quote; and __fish_seen_subcommand_from suggest" -s C -l book -d 'Folder of the book; else the nearest one from here upwards' -r -F
complete -c jobbook -n "__fish_jobbook_using_subcommand quote; and __fish_seen_subcommand_from suggest" -l by -d 'Who does this; else git\'s user' -r
complete -c jobbook -n "__fish_jobbook_using_subcommand quote; and __fish_seen_subcommand_from suggest" -l at -d 'When it happened, if not now: "yesterday 16:30", "2026-03-02 09:00"' -r
complete -c jobbook -n "__fish_jobbook_using_subcommand quote; and __fish_seen_subcommand_from suggest" -l color -d 'When to colour' -r -f -a "auto\t'On a terminal'
always\t'Always'
never\t'Never'"
complete -c jobbook -n "__fish_jobbook_using_subcommand quote; and __fish_seen_subcommand_from suggest" -l json -d 'Answer as JSON'
complete -c jobbook -n "__fish_jobbook_using_subcommand quote; and __fish_seen_subcommand_from suggest" -l dry-run -d 'Decide and tell, but write nothing'
complete -c jobbook -n "__fish_jobbook_using_subcommand quote; and __fish_seen_subcommand_from suggest" -l yes -d 'Answer yes to every question'
complete -c jobbook -n "__fish_jobbook_using_subcommand quote; and __fish_seen_subcommand_from suggest" -l no-input -d 'Never ask; what is missing is an error'
complete -c jobbook -n "__fish_jobbook_using_subcommand quote; and __fish_seen_subcommand_from suggest" -s q -l quiet -d 'Tell only results and errors'
complete -c jobbook -n "__fish_jobbook_using_subcommand quote; and __fish_seen_subcommand_from suggest" -s v -l verbose -d 'Tell more'
complete -c jobbook -n "__fish_jobbook_using_subcommand quote; and __fish_seen_subcommand_from suggest" -s h -l help -d 'Print help'
complete -c jobbook -n "__fish_jobbook_using_subcommand quote; and __fish_seen_subcommand_from request" -l answered -d 'This request was answered without a line, or is waited for no more' -r
complete -c jobbook -n "__fish_jobbook_using_subcommand quote; and __fish_seen_subcommand_from request" -l email -d 'Mail address; an expert\'s is known from team.toml' -r
complete -c jobbook -n "__fish_jobbook_using_subcommand quote; and __fish_seen_subcommand_from request" -s C -l book -d 'Folder of the book; else the nearest one from here upwards' -r -F
complete -c jobbook -n "__fish_jobbook_using_subcommand quote; and __fish_seen_subcommand_from request" -l by -d 'Who does this; else git\'s user' -r
complete -c jobbook -n "__fish_jobbook_using_subcommand quote; and __fish_seen_subcommand_from request" -l at -d 'When it happened, if not now: "yesterday 16:30", "2026-03-02 09:00"' -r
complete -c jobbook -n "__fish_jobbook_using_subcommand quote; and __fish_seen_subcommand_from request" -l color -d 'When to colour' -r -f -a "auto\t'On a terminal'
always\t'Always'
never\t'Never'"
complete -c jobbook -n "__fish_jobbook_using_subcommand quote; and __fish_seen_subcommand_from request" -l json -d 'Answer as JSON'
complete -c jobbook -n "__fish_jobbook_using_subcommand quote; and __fish_seen_subcommand_from request" -l dry-run -d 'Decide and tell, but write nothing'
complete -c jobbook -n "__fish_jobbook_using_subcommand quote; and __fish_seen_subcommand_from request" -l yes -d 'Answer yes to every question'
complete -c jobbook -n "__fish_jobbook_using_subcommand quote; and __fish_seen_subcommand_from request" -l no-input -d 'Never ask; what is missing is an error'
complete -c jobbook -n "__fish_jobbook_using_subcommand quote; and __fish_seen_subcommand_from request" -s q -l quiet -d 'Tell only results and errors'
complete -c jobbook -n "__fish_jobbook_using_subcommand quote; and __fish_seen_subcommand_from request" -s v -l verbose -d 'Tell more'
complete -c jobbook -n "__fish_jobbook_using_subcommand quote; and __fish_seen_subcommand_from request" -s h -l help -d 'Print help (see more with \'--help\')'
complete -c jobbook -n "__fish_jobbook_using_subcommand quote; and __fish_seen_subcommand_from show" -s C -l book -d 'Folder of the book; else the nearest one from here upwards' -r -F
complete -c jobbook -n "__fish_jobbook_using_subcommand quote; and __fish_seen_subcommand_from show" -l by -d 'Who does this; else git\'s user' -r
complete -c jobbook -n "__fish_jobbook_using_subcommand quote; and __fish_seen_subcommand_from show" -l at -d 'When it happened, if not now: "yesterday 16:30", "2026-03-02 09:00"' -r
complete -c jobbook -n "__fish_jobbook_using_subcommand quote; and __fish_seen_subcommand_from show" -l color -d 'When to colour' -r -f -a "auto\t'On a terminal'
always\t'Always'
never\t'Never'"
complete -c jobbook -n "__fish_jobbook_using_subcommand quote; and __fish_seen_subcommand_from show" -l json -d 'Answer as JSON'
complete -c jobbook -n "__fish_jobbook_using_subcommand quote; and __fish_seen_subcommand_from show" -l dry-run -d 'Decide and tell, but write nothing'
complete -c jobbook -n "__fish_jobbook_using_subcommand quote; and __fish_seen_subcommand_from show" -l yes -d 'Answer yes to every question'
complete -c jobbook -n "__fish_jobbook_using_subcommand quote; and __fish_seen_subcommand_from show" -l no-input -d 'Never ask; what is missing is an error'
complete -c jobbook -n "__fish_jobbook_using_subcommand quote; and __fish_seen_subcommand_from show" -s q -l quiet -d 'Tell only results and errors'
complete -c jobbook -n "__fish_jobbook_using_subcommand quote; and __fish_seen_subcommand_from show" -s v -l verbose -d 'Tell more'
complete -c jobbook -n "__fish_jobbook_using_subcommand quote; and __fish_seen_subcommand_from show" -s h -l help -d 'Print help'
complete -c jobbook -n "__fish_jobbook_using_subcommand quote; and __fish_seen_subcommand_from render" -s o -l output -d 'Write to this file instead of standard output; one that is there is replaced' -r -F
complete -c jobbook -n "__fish_jobbook_using_subcommand quote; and __fish_seen_subcommand_from render" -s C -l book -d 'Folder of the book; else the nearest one from here upwards' -r -F
complete -c jobbook -n "__fish_jobbook_using_subcommand quote; and __fish_seen_subcommand_from render" -l by -d 'Who does this; else git\'s user' -r
complete -c jobbook -n "__fish_jobbook_using_subcommand quote; and __fish_seen_subcommand_from render" -l at -d 'When it happened, if not now: "yesterday 16:30", "2026-03-02 09:00"' -r
complete -c jobbook -n "__fish_jobbook_using_subcommand quote; and __fish_seen_subcommand_from render" -l color -d 'When to colour' -r -f -a "auto\t'On a terminal'
always\t'Always'
never\t'Never'"
complete -c jobbook -n "__fish_jobbook_using_subcommand quote; and __fish_seen_subcommand_from render" -l html -d 'As HTML, to be shown or printed by a browser'
complete -c jobbook -n "__fish_jobbook_using_subcommand quote; and __fish_seen_subcommand_from render" -l text -d 'As plain text'
complete -c jobbook -n "__fish_jobbook_using_subcommand quote; and __fish_seen_subcommand_from render" -l copy -d 'A copy of what was sent'
complete -c jobbook -n "__fish_jobbook_using_subcommand quote; and __fish_seen_subcommand_from render" -l json -d 'Answer as JSON'
complete -c jobbook -n "__fish_jobbook_using_subcommand quote; and __fish_seen_subcommand_from render" -l dry-run -d 'Decide and tell, but write nothing'
complete -c jobbook -n "__fish_jobbook_using_subcommand quote; and __fish_seen_subcommand_from render" -l yes -d 'Answer yes to every question'
complete -c jobbook -n "__fish_jobbook_using_subcommand quote; and __fish_seen_subcommand_from render" -l no-input -d 'Never ask; what is missing is an error'
complete -c jobbook -n "__fish_jobbook_using_subcommand quote; and __fish_seen_subcommand_from render" -s q -l quiet -d 'Tell only results and errors'
complete -c jobbook -n "__fish_jobbook_using_subcommand quote; and __fish_seen_subcommand_from render" -s v -l verbose -d 'Tell more'
complete -c jobbook -n "__fish_jobbook_using_subcommand quote; and __fish_seen_subcommand_from render" -s h -l help -d 'Print help'
complete -c jobbook -n "__fish_jobbook_using_subcommand quote; and __fish_seen_subcommand_from send" -l via -d 'By which way: mail, print, hand, portal' -r
complete -c jobbook -n "__fish_jobbook_using_subcommand quote; and __fish_seen_subcommand_from send" -l to -d 'To which address, if not the job\'s contact' -r
complete -c jobbook -n "__fish_jobbook_using_subcommand quote; and __fish_seen_subcommand_from send" -l valid -d 'Last day it can be accepted: a number of days from now, or a day' -r
complete -c jobbook -n "__fish_jobbook_using_subcommand quote; and __fish_seen_subcommand_from send" -s C -l book -d 'Folder of the book; else the nearest one from here upwards' -r -F
complete -c jobbook -n "__fish_jobbook_using_subcommand quote; and __fish_seen_subcommand_from send" -l by -d 'Who does this; else git\'s user' -r
complete -c jobbook -n "__fish_jobbook_using_subcommand quote; and __fish_seen_subcommand_from send" -l at -d 'When it happened, if not now: "yesterday 16:30", "2026-03-02 09:00"' -r
complete -c jobbook -n "__fish_jobbook_using_subcommand quote; and __fish_seen_subcommand_from send" -l color -d 'When to colour' -r -f -a "auto\t'On a terminal'
always\t'Always'
never\t'Never'"
complete -c jobbook -n "__fish_jobbook_using_subcommand quote; and __fish_seen_subcommand_from send" -l json -d 'Answer as JSON'
complete -c jobbook -n "__fish_jobbook_using_subcommand quote; and __fish_seen_subcommand_from send" -l dry-run -d 'Decide and tell, but write nothing'
complete -c jobbook -n "__fish_jobbook_using_subcommand quote; and __fish_seen_subcommand_from send" -l yes -d 'Answer yes to every question'
complete -c jobbook -n "__fish_jobbook_using_subcommand quote; and __fish_seen_subcommand_from send" -l no-input -d 'Never ask; what is missing is an error'
complete -c jobbook -n "__fish_jobbook_using_subcommand quote; and __fish_seen_subcommand_from send" -s q -l quiet -d 'Tell only results and errors'
complete -c jobbook -n "__fish_jobbook_using_subcommand quote; and __fish_seen_subcommand_from send" -s v -l verbose -d 'Tell more'
complete -c jobbook -n "__fish_jobbook_using_subcommand quote; and __fish_seen_subcommand_from send" -s h -l help -d 'Print help'
complete -c jobbook -n "__fish_jobbook_using_subcommand quote; and __fish_seen_subcommand_from follow-up" -l channel -d 'By which way: email, call, text, chat, whatsapp, portal, visit, other' -r
complete -c jobbook -n "__fish_jobbook_using_subcommand quote; and __fish_seen_subcommand_from follow-up" -l note -d 'What was said' -r
complete -c jobbook -n "__fish_jobbook_using_subcommand quote; and __fish_seen_subcommand_from follow-up" -l answer-by -d 'When the client said the answer would come: fri, "2026-03-06 15:00"' -r
complete -c jobbook -n "__fish_jobbook_using_subcommand quote; and __fish_seen_subcommand_from follow-up" -s C -l book -d 'Folder of the book; else the nearest one from here upwards' -r -F
complete -c jobbook -n "__fish_jobbook_using_subcommand quote; and __fish_seen_subcommand_from follow-up" -l by -d 'Who does this; else git\'s user' -r
complete -c jobbook -n "__fish_jobbook_using_subcommand quote; and __fish_seen_subcommand_from follow-up" -l at -d 'When it happened, if not now: "yesterday 16:30", "2026-03-02 09:00"' -r
complete -c jobbook -n "__fish_jobbook_using_subcommand quote; and __fish_seen_subcommand_from follow-up" -l color -d 'When to colour' -r -f -a "auto\t'On a terminal'
always\t'Always'
never\t'Never'"
complete -c jobbook -n "__fish_jobbook_using_subcommand quote; and __fish_seen_subcommand_from follow-up" -l json -d 'Answer as JSON'
complete -c jobbook -n "__fish_jobbook_using_subcommand quote; and __fish_seen_subcommand_from follow-up" -l dry-run -d 'Decide and tell, but write nothing'
complete -c jobbook -n "__fish_jobbook_using_subcommand quote; and __fish_seen_subcommand_from follow-up" -l yes -d 'Answer yes to every question'
complete -c jobbook -n "__fish_jobbook_using_subcommand quote; and __fish_seen_subcommand_from follow-up" -l no-input -d 'Never ask; what is missing is an error'
complete -c jobbook -n "__fish_jobbook_using_subcommand quote; and __fish_seen_subcommand_from follow-up" -s q -l quiet -d 'Tell only results and errors'
complete -c jobbook -n "__fish_jobbook_using_subcommand quote; and __fish_seen_subcommand_from follow-up" -s v -l verbose -d 'Tell more'
complete -c jobbook -n "__fish_jobbook_using_subcommand quote; and __fish_seen_subcommand_from follow-up" -s h -l help -d 'Print help'
complete -c jobbook -n "__fish_jobbook_using_subcommand quote; and __fish_seen_subcommand_from approve" -l who -d 'Who of the client said so' -r
complete -c jobbook -n "__fish_jobbook_using_subcommand quote; and __fish_seen_subcommand_from approve" -l how -d 'By which way: email, call, text, chat, whatsapp, portal, visit, other' -r
complete -c jobbook -n "__fish_jobbook_using_subcommand quote; and __fish_seen_subcommand_from approve" -l evidence -d 'Where the proof is' -r
complete -c jobbook -n "__fish_jobbook_using_subcommand quote; and __fish_seen_subcommand_from approve" -l choose -d 'Optional and alternative lines that were chosen' -r
complete -c jobbook -n "__fish_jobbook_using_subcommand quote; and __fish_seen_subcommand_from approve" -l po -d 'The client\'s own order number' -r
complete -c jobbook -n "__fish_jobbook_using_subcommand quote; and __fish_seen_subcommand_from approve" -l reason -d 'Why a lapsed quote is honoured' -r
complete -c jobbook -n "__fish_jobbook_using_subcommand quote; and __fish_seen_subcommand_from approve" -l return-trips -d 'So many return trips are put on the schedule at once, each on a day with a place' -r
complete -c jobbook -n "__fish_jobbook_using_subcommand quote; and __fish_seen_subcommand_from approve" -l every -d 'How far a return trip is after the one before: 7d, 2bd' -r
complete -c jobbook -n "__fish_jobbook_using_subcommand quote; and __fish_seen_subcommand_from approve" -l tech -d 'Who goes on the return trips; nobody is assigned when left out' -r
complete -c jobbook -n "__fish_jobbook_using_subcommand quote; and __fish_seen_subcommand_from approve" -l note -d 'Anything worth knowing' -r
complete -c jobbook -n "__fish_jobbook_using_subcommand quote; and __fish_seen_subcommand_from approve" -s C -l book -d 'Folder of the book; else the nearest one from here upwards' -r -F
complete -c jobbook -n "__fish_jobbook_using_subcommand quote; and __fish_seen_subcommand_from approve" -l by -d 'Who does this; else git\'s user' -r
complete -c jobbook -n "__fish_jobbook_using_subcommand quote; and __fish_seen_subcommand_from approve" -l at -d 'When it happened, if not now: "yesterday 16:30", "2026-03-02 09:00"' -r
complete -c jobbook -n "__fish_jobbook_using_subcommand quote; and __fish_seen_subcommand_from approve" -l color -d 'When to colour' -r -f -a "auto\t'On a terminal'
always\t'Always'
never\t'Never'"
complete -c jobbook -n "__fish_jobbook_using_subcommand quote; and __fish_seen_subcommand_from approve" -l honour -d 'Accept it although its last day has passed; needs --reason'
complete -c jobbook -n "__fish_jobbook_using_subcommand quote; and __fish_seen_subcommand_from approve" -l json -d 'Answer as JSON'
complete -c jobbook -n "__fish_jobbook_using_subcommand quote; and __fish_seen_subcommand_from approve" -l dry-run -d 'Decide and tell, but write nothing'
complete -c jobbook -n "__fish_jobbook_using_subcommand quote; and __fish_seen_subcommand_from approve" -l yes -d 'Answer yes to every question'
complete -c jobbook -n "__fish_jobbook_using_subcommand quote; and __fish_seen_subcommand_from approve" -l no-input -d 'Never ask; what is missing is an error'
complete -c jobbook -n "__fish_jobbook_using_subcommand quote; and __fish_seen_subcommand_from approve" -s q -l quiet -d 'Tell only results and errors'
complete -c jobbook -n "__fish_jobbook_using_subcommand quote; and __fish_seen_subcommand_from approve" -s v -l verbose -d 'Tell more'
complete -c jobbook -n "__fish_jobbook_using_subcommand quote; and __fish_seen_subcommand_from approve" -s h -l help -d 'Print help'
complete -c jobbook -n "__fish_jobbook_using_subcommand quote; and __fish_seen_subcommand_from decline" -l reason -d 'Why' -r
complete -c jobbook -n "__fish_jobbook_using_subcommand quote; and __fish_seen_subcommand_from decline" -l who -d 'Who of the client said so' -r
complete -c jobbook -n "__fish_jobbook_using_subcommand quote; and __fish_seen_subcommand_from decline" -l how -d 'By which way: email, call, text, chat, whatsapp, portal, visit, other' -r
complete -c jobbook -n "__fish_jobbook_using_subcommand quote; and __fish_seen_subcommand_from decline" -l note -d 'Anything worth knowing' -r
complete -c jobbook -n "__fish_jobbook_using_subcommand quote; and __fish_seen_subcommand_from decline" -s C -l book -d 'Folder of the book; else the nearest one from here upwards' -r -F
complete -c jobbook -n "__fish_jobbook_using_subcommand quote; and __fish_seen_subcommand_from decline" -l by -d 'Who does this; else git\'s user' -r
complete -c jobbook -n "__fish_jobbook_using_subcommand quote; and __fish_seen_subcommand_from decline" -l at -d 'When it happened, if not now: "yesterday 16:30", "2026-03-02 09:00"' -r
complete -c jobbook -n "__fish_jobbook_using_subcommand quote; and __fish_seen_subcommand_from decline" -l color -d 'When to colour' -r -f -a "auto\t'On a terminal'
always\t'Always'
never\t'Never'"
complete -c jobbook -n "__fish_jobbook_using_subcommand quote; and __fish_seen_subcommand_from decline" -l json -d 'Answer as JSON'
complete -c jobbook -n "__fish_jobbook_using_subcommand quote; and __fish_seen_subcommand_from decline" -l dry-run -d 'Decide and tell, but write nothing'
complete -c jobbook -n "__fish_jobbook_using_subcommand quote; and __fish_seen_subcommand_from decline" -l yes -d 'Answer yes to every question'
complete -c jobbook -n "__fish_jobbook_using_subcommand quote; and __fish_seen_subcommand_from decline" -l no-input -d 'Never ask; what is missing is an error'
complete -c jobbook -n "__fish_jobbook_using_subcommand quote; and __fish_seen_subcommand_from decline" -s q -l quiet -d 'Tell only results and errors'
complete -c jobbook -n "__fish_jobbook_using_subcommand quote; and __fish_seen_subcommand_from decline" -s v -l verbose -d 'Tell more'
complete -c jobbook -n "__fish_jobbook_using_subcommand quote; and __fish_seen_subcommand_from decline" -s h -l help -d 'Print help'
complete -c jobbook -n "__fish_jobbook_using_subcommand quote; and __fish_seen_subcommand_from revise" -l discount -d 'Taken off the whole: 10% or 50.00; 0 for nothing' -r
complete -c jobbook -n "__fish_jobbook_using_subcommand quote; and __fish_seen_subcommand_from revise" -l deposit -d 'To be paid before the work starts: 30% or 200.00; 0 for nothing' -r
complete -c jobbook -n "__fish_jobbook_using_subcommand quote; and __fish_seen_subcommand_from revise" -l valid -d 'Last day it can be accepted: a number of days from now, or a day; the office\'s usual when left out' -r
complete -c jobbook -n "__fish_jobbook_using_subcommand quote; and __fish_seen_subcommand_from revise" -l intro -d 'Sentence above the lines' -r
complete -c jobbook -n "__fish_jobbook_using_subcommand quote; and __fish_seen_subcommand_from revise" -l note -d 'Where the quote came from; for the office only' -r
complete -c jobbook -n "__fish_jobbook_using_subcommand quote; and __fish_seen_subcommand_from revise" -l override-reason -d 'Why there is a discount although prices are fixed' -r
complete -c jobbook -n "__fish_jobbook_using_subcommand quote; and __fish_seen_subcommand_from revise" -s C -l book -d 'Folder of the book; else the nearest one from here upwards' -r -F
complete -c jobbook -n "__fish_jobbook_using_subcommand quote; and __fish_seen_subcommand_from revise" -l by -d 'Who does this; else git\'s user' -r
complete -c jobbook -n "__fish_jobbook_using_subcommand quote; and __fish_seen_subcommand_from revise" -l at -d 'When it happened, if not now: "yesterday 16:30", "2026-03-02 09:00"' -r
complete -c jobbook -n "__fish_jobbook_using_subcommand quote; and __fish_seen_subcommand_from revise" -l color -d 'When to colour' -r -f -a "auto\t'On a terminal'
always\t'Always'
never\t'Never'"
complete -c jobbook -n "__fish_jobbook_using_subcommand quote; and __fish_seen_subcommand_from revise" -l json -d 'Answer as JSON'
complete -c jobbook -n "__fish_jobbook_using_subcommand quote; and __fish_seen_subcommand_from revise" -l dry-run -d 'Decide and tell, but write nothing'
complete -c jobbook -n "__fish_jobbook_using_subcommand quote; and __fish_seen_subcommand_from revise" -l yes -d 'Answer yes to every question'
complete -c jobbook -n "__fish_jobbook_using_subcommand quote; and __fish_seen_subcommand_from revise" -l no-input -d 'Never ask; what is missing is an error'
complete -c jobbook -n "__fish_jobbook_using_subcommand quote; and __fish_seen_subcommand_from revise" -s q -l quiet -d 'Tell only results and errors'
complete -c jobbook -n "__fish_jobbook_using_subcommand quote; and __fish_seen_subcommand_from revise" -s v -l verbose -d 'Tell more'
complete -c jobbook -n "__fish_jobbook_using_subcommand quote; and __fish_seen_subcommand_from revise" -s h -l help -d 'Print help'
complete -c jobbook -n "__fish_jobbook_using_subcommand quote; and __fish_seen_subcommand_from expire" -l older -d 'Every quote that was sent longer ago than that and waits: 14d, 2w, 10bd' -r
complete -c jobbook -n "__fish_jobbook_using_subcommand quote; and __fish_seen_subcommand_from expire" -s C -l book -d 'Folder of the book; else the nearest one from here upwards' -r -F
complete -c jobbook -n "__fish_jobbook_using_subcommand quote; and __fish_seen_subcommand_from expire" -l by -d 'Who does this; else git\'s user' -r
complete -c jobbook -n "__fish_jobbook_using_subcommand quote; and __fish_seen_subcommand_from expire" -l at -d 'When it happened, if not now: "yesterday 16:30", "2026-03-02 09:00"' -r
complete -c jobbook -n "__fish_jobbook_using_subcommand quote; and __fish_seen_subcommand_from expire" -l color -d 'When to colour' -r -f -a "auto\t'On a terminal'
always\t'Always'
never\t'Never'"
complete -c jobbook -n "__fish_jobbook_using_subcommand quote; and __fish_seen_subcommand_from expire" -l all -d 'Every quote whose time is over'
complete -c jobbook -n "__fish_jobbook_using_subcommand quote; and __fish_seen_subcommand_from expire" -l json -d 'Answer as JSON'
complete -c jobbook -n "__fish_jobbook_using_subcommand quote; and __fish_seen_subcommand_from expire" -l dry-run -d 'Decide and tell, but write nothing'
complete -c jobbook -n "__fish_jobbook_using_subcommand quote; and __fish_seen_subcommand_from expire" -l yes -d 'Answer yes to every question'
complete -c jobbook -n "__fish_jobbook_using_subcommand quote; and __fish_seen_subcommand_from expire" -l no-input -d 'Never ask; what is missing is an error'
complete -c jobbook -n "__fish_jobbook_using_subcommand quote; and __fish_seen_subcommand_from expire" -s q -l quiet -d 'Tell only results and errors'
complete -c jobbook -n "__fish_jobbook_using_subcommand quote; and __fish_seen_subcommand_from expire" -s v -l verbose -d 'Tell more'
complete -c jobbook -n "__fish_jobbook_using_subcommand quote; and __fish_seen_subcommand_from expire" -s h -l help -d 'Print help'
complete -c jobbook -n "__fish_jobbook_using_subcommand quote; and __fish_seen_subcommand_from list" -l state -d 'Only those: draft, waiting, approved, declined, expired, superseded, all' -r
complete -c jobbook -n "__fish_jobbook_using_subcommand quote; and __fish_seen_subcommand_from list" -s C -l book -d 'Folder of the book; else the nearest one from here upwards' -r -F
complete -c jobbook -n "__fish_jobbook_using_subcommand quote; and __fish_seen_subcommand_from list" -l by -d 'Who does this; else git\'s user' -r
complete -c jobbook -n "__fish_jobbook_using_subcommand quote; and __fish_seen_subcommand_from list" -l at -d 'When it happened, if not now: "yesterday 16:30", "2026-03-02 09:00"' -r
complete -c jobbook -n "__fish_jobbook_using_subcommand quote; and __fish_seen_subcommand_from list" -l color -d 'When to colour' -r -f -a "auto\t'On a terminal'
always\t'Always'
never\t'Never'"
complete -c jobbook -n "__fish_jobbook_using_subcommand quote; and __fish_seen_subcommand_from list" -l lapsed -d 'Only what waits although its last day has passed'
complete -c jobbook -n "__fish_jobbook_using_subcommand quote; and __fish_seen_subcommand_from list" -l json -d 'Answer as JSON'
complete -c jobbook -n "__fish_jobbook_using_subcommand quote; and __fish_seen_subcommand_from list" -l dry-run -d 'Decide and tell, but write nothing'
complete -c jobbook -n "__fish_jobbook_using_subcommand quote; and __fish_seen_subcommand_from list" -l yes -d 'Answer yes to every question'
complete -c jobbook -n "__fish_jobbook_using_subcommand quote; and __fish_seen_subcommand_from list" -l no-input -d 'Never ask; what is missing is an error'
complete -c jobbook -n "__fish_jobbook_using_subcommand quote; and __fish_seen_subcommand_from list" -s q -l quiet -d 'Tell only results and errors'
complete -c jobbook -n "__fish_jobbook_using_subcommand quote; and __fish_seen_subcommand_from list" -s v -l verbose -d 'Tell more'
complete -c jobbook -n "__fish_jobbook_using_subcommand quote; and __fish_seen_subcommand_from list" -s h -l help -d 'Print help'
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
complete -c jobbook -n "__fish_jobbook_using_subcommand parts; and __fish_seen_subcommand_from order" -l tell -d 'Tell the client when it is expected: by mail a letter is prepared'
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
complete -c jobbook -n "__fish_jobbook_using_subcommand parts; and __fish_seen_subcommand_from eta" -l tell -d 'Tell the client: by mail a letter is prepared'
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
complete -c jobbook -n "__fish_jobbook_using_subcommand visit; and not __fish_seen_subcommand_from add assign promise notify start done incomplete notes quote-request roll cancel sheet set show list" -s C -l book -d 'Folder of the book; else the nearest one from here upwards' -r -F
complete -c jobbook -n "__fish_jobbook_using_subcommand visit; and not __fish_seen_subcommand_from add assign promise notify start done incomplete notes quote-request roll cancel sheet set show list" -l by -d 'Who does this; else git\'s user' -r
complete -c jobbook -n "__fish_jobbook_using_subcommand visit; and not __fish_seen_subcommand_from add assign promise notify start done incomplete notes quote-request roll cancel sheet set show list" -l at -d 'When it happened, if not now: "yesterday 16:30", "2026-03-02 09:00"' -r
complete -c jobbook -n "__fish_jobbook_using_subcommand visit; and not __fish_seen_subcommand_from add assign promise notify start done incomplete notes quote-request roll cancel sheet set show list" -l color -d 'When to colour' -r -f -a "auto\t'On a terminal'
always\t'Always'
never\t'Never'"
complete -c jobbook -n "__fish_jobbook_using_subcommand visit; and not __fish_seen_subcommand_from add assign promise notify start done incomplete notes quote-request roll cancel sheet set show list" -l json -d 'Answer as JSON'
complete -c jobbook -n "__fish_jobbook_using_subcommand visit; and not __fish_seen_subcommand_from add assign promise notify start done incomplete notes quote-request roll cancel sheet set show list" -l dry-run -d 'Decide and tell, but write nothing'
complete -c jobbook -n "__fish_jobbook_using_subcommand visit; and not __fish_seen_subcommand_from add assign promise notify start done incomplete notes quote-request roll cancel sheet set show list" -l yes -d 'Answer yes to every question'
complete -c jobbook -n "__fish_jobbook_using_subcommand visit; and not __fish_seen_subcommand_from add assign promise notify start done incomplete notes quote-request roll cancel sheet set show list" -l no-input -d 'Never ask; what is missing is an error'
complete -c jobbook -n "__fish_jobbook_using_subcommand visit; and not __fish_seen_subcommand_from add assign promise notify start done incomplete notes quote-request roll cancel sheet set show list" -s q -l quiet -d 'Tell only results and errors'
complete -c jobbook -n "__fish_jobbook_using_subcommand visit; and not __fish_seen_subcommand_from add assign promise notify start done incomplete notes quote-request roll cancel sheet set show list" -s v -l verbose -d 'Tell more'
complete -c jobbook -n "__fish_jobbook_using_subcommand visit; and not __fish_seen_subcommand_from add assign promise notify start done incomplete notes quote-request roll cancel sheet set show list" -s h -l help -d 'Print help'
complete -c jobbook -n "__fish_jobbook_using_subcommand visit; and not __fish_seen_subcommand_from add assign promise notify start done incomplete notes quote-request roll cancel sheet set show list" -f -a "add" -d 'Plan a visit, or note that one is needed'
complete -c jobbook -n "__fish_jobbook_using_subcommand visit; and not __fish_seen_subcommand_from add assign promise notify start done incomplete notes quote-request roll cancel sheet set show list" -f -a "assign" -d 'Say who goes'
complete -c jobbook -n "__fish_jobbook_using_subcommand visit; and not __fish_seen_subcommand_from add assign promise notify start done incomplete notes quote-request roll cancel sheet set show list" -f -a "promise" -d 'Note between which days the client was told to expect it'
complete -c jobbook -n "__fish_jobbook_using_subcommand visit; and not __fish_seen_subcommand_from add assign promise notify start done incomplete notes quote-request roll cancel sheet set show list" -f -a "notify" -d 'Tell the client day and time of arrival'
complete -c jobbook -n "__fish_jobbook_using_subcommand visit; and not __fish_seen_subcommand_from add assign promise notify start done incomplete notes quote-request roll cancel sheet set show list" -f -a "start" -d 'Note that the technician arrived'
complete -c jobbook -n "__fish_jobbook_using_subcommand visit; and not __fish_seen_subcommand_from add assign promise notify start done incomplete notes quote-request roll cancel sheet set show list" -f -a "done" -d 'Note that the work is done'
complete -c jobbook -n "__fish_jobbook_using_subcommand visit; and not __fish_seen_subcommand_from add assign promise notify start done incomplete notes quote-request roll cancel sheet set show list" -f -a "incomplete" -d 'Note that the work could not be done, and why'
complete -c jobbook -n "__fish_jobbook_using_subcommand visit; and not __fish_seen_subcommand_from add assign promise notify start done incomplete notes quote-request roll cancel sheet set show list" -f -a "notes" -d 'Write down what was seen and done, and parts used'
complete -c jobbook -n "__fish_jobbook_using_subcommand visit; and not __fish_seen_subcommand_from add assign promise notify start done incomplete notes quote-request roll cancel sheet set show list" -f -a "quote-request" -d 'Ask for a quote that the client wants: a linked job in the queue of quote requests'
complete -c jobbook -n "__fish_jobbook_using_subcommand visit; and not __fish_seen_subcommand_from add assign promise notify start done incomplete notes quote-request roll cancel sheet set show list" -f -a "roll" -d 'Move a visit to another day or time'
complete -c jobbook -n "__fish_jobbook_using_subcommand visit; and not __fish_seen_subcommand_from add assign promise notify start done incomplete notes quote-request roll cancel sheet set show list" -f -a "cancel" -d 'Note that a visit will not take place'
complete -c jobbook -n "__fish_jobbook_using_subcommand visit; and not __fish_seen_subcommand_from add assign promise notify start done incomplete notes quote-request roll cancel sheet set show list" -f -a "sheet" -d 'Print the technician\'s work-order sheet'
complete -c jobbook -n "__fish_jobbook_using_subcommand visit; and not __fish_seen_subcommand_from add assign promise notify start done incomplete notes quote-request roll cancel sheet set show list" -f -a "set" -d 'Say where the client is met, where to join, what it takes'
complete -c jobbook -n "__fish_jobbook_using_subcommand visit; and not __fish_seen_subcommand_from add assign promise notify start done incomplete notes quote-request roll cancel sheet set show list" -f -a "show" -d 'Show a visit'
complete -c jobbook -n "__fish_jobbook_using_subcommand visit; and not __fish_seen_subcommand_from add assign promise notify start done incomplete notes quote-request roll cancel sheet set show list" -f -a "list" -d 'List visits by day'
complete -c jobbook -n "__fish_jobbook_using_subcommand visit; and __fish_seen_subcommand_from add" -l tech -d 'Who goes: a technician of team.toml' -r
complete -c jobbook -n "__fish_jobbook_using_subcommand visit; and __fish_seen_subcommand_from add" -l route -d 'A route of team.toml, whose technician goes' -r
complete -c jobbook -n "__fish_jobbook_using_subcommand visit; and __fish_seen_subcommand_from add" -l purpose -d 'What it is for: work, assessment or return' -r
complete -c jobbook -n "__fish_jobbook_using_subcommand visit; and __fish_seen_subcommand_from add" -l kind -d 'Where the client is met: remote or on-site' -r
complete -c jobbook -n "__fish_jobbook_using_subcommand visit; and __fish_seen_subcommand_from add" -l link -d 'Where to join a remote session: a web link' -r
complete -c jobbook -n "__fish_jobbook_using_subcommand visit; and __fish_seen_subcommand_from add" -l skill -d 'What whoever goes must be able to do, as team.toml lists it; may be given again, "" takes all off' -r
complete -c jobbook -n "__fish_jobbook_using_subcommand visit; and __fish_seen_subcommand_from add" -l guide -d 'A guide that is followed on the visit; its requirements count too' -r
complete -c jobbook -n "__fish_jobbook_using_subcommand visit; and __fish_seen_subcommand_from add" -l promise -d 'The client was told to expect it between these days: "10 Mar..12 Mar"; the usual days when left out' -r
complete -c jobbook -n "__fish_jobbook_using_subcommand visit; and __fish_seen_subcommand_from add" -l notify -d 'Tell the client at once: email, call, text, …' -r
complete -c jobbook -n "__fish_jobbook_using_subcommand visit; and __fish_seen_subcommand_from add" -l reason -d 'Why it is overbooked, or why somebody goes who lacks a skill' -r
complete -c jobbook -n "__fish_jobbook_using_subcommand visit; and __fish_seen_subcommand_from add" -s C -l book -d 'Folder of the book; else the nearest one from here upwards' -r -F
complete -c jobbook -n "__fish_jobbook_using_subcommand visit; and __fish_seen_subcommand_from add" -l by -d 'Who does this; else git\'s user' -r
complete -c jobbook -n "__fish_jobbook_using_subcommand visit; and __fish_seen_subcommand_from add" -l at -d 'When it happened, if not now: "yesterday 16:30", "2026-03-02 09:00"' -r
complete -c jobbook -n "__fish_jobbook_using_subcommand visit; and __fish_seen_subcommand_from add" -l color -d 'When to colour' -r -f -a "auto\t'On a terminal'
always\t'Always'
never\t'Never'"
complete -c jobbook -n "__fish_jobbook_using_subcommand visit; and __fish_seen_subcommand_from add" -l no-day -d 'Only note that a visit is needed, without a day'
complete -c jobbook -n "__fish_jobbook_using_subcommand visit; and __fish_seen_subcommand_from add" -l overbook -d 'Take the place although none is left; needs --reason'
complete -c jobbook -n "__fish_jobbook_using_subcommand visit; and __fish_seen_subcommand_from add" -l json -d 'Answer as JSON'
complete -c jobbook -n "__fish_jobbook_using_subcommand visit; and __fish_seen_subcommand_from add" -l dry-run -d 'Decide and tell, but write nothing'
complete -c jobbook -n "__fish_jobbook_using_subcommand visit; and __fish_seen_subcommand_from add" -l yes -d 'Answer yes to every question'
complete -c jobbook -n "__fish_jobbook_using_subcommand visit; and __fish_seen_subcommand_from add" -l no-input -d 'Never ask; what is missing is an error'
complete -c jobbook -n "__fish_jobbook_using_subcommand visit; and __fish_seen_subcommand_from add" -s q -l quiet -d 'Tell only results and errors'
complete -c jobbook -n "__fish_jobbook_using_subcommand visit; and __fish_seen_subcommand_from add" -s v -l verbose -d 'Tell more'
complete -c jobbook -n "__fish_jobbook_using_subcommand visit; and __fish_seen_subcommand_from add" -s h -l help -d 'Print help'
complete -c jobbook -n "__fish_jobbook_using_subcommand visit; and __fish_seen_subcommand_from assign" -l route -d 'A route of team.toml, whose technician goes' -r
complete -c jobbook -n "__fish_jobbook_using_subcommand visit; and __fish_seen_subcommand_from assign" -l reason -d 'Why it is overbooked, or why they go although they lack a skill that the visit asks for' -r
complete -c jobbook -n "__fish_jobbook_using_subcommand visit; and __fish_seen_subcommand_from assign" -s C -l book -d 'Folder of the book; else the nearest one from here upwards' -r -F
complete -c jobbook -n "__fish_jobbook_using_subcommand visit; and __fish_seen_subcommand_from assign" -l by -d 'Who does this; else git\'s user' -r
complete -c jobbook -n "__fish_jobbook_using_subcommand visit; and __fish_seen_subcommand_from assign" -l at -d 'When it happened, if not now: "yesterday 16:30", "2026-03-02 09:00"' -r
complete -c jobbook -n "__fish_jobbook_using_subcommand visit; and __fish_seen_subcommand_from assign" -l color -d 'When to colour' -r -f -a "auto\t'On a terminal'
always\t'Always'
never\t'Never'"
complete -c jobbook -n "__fish_jobbook_using_subcommand visit; and __fish_seen_subcommand_from assign" -l overbook -d 'Take the place although none is left; needs --reason'
complete -c jobbook -n "__fish_jobbook_using_subcommand visit; and __fish_seen_subcommand_from assign" -l json -d 'Answer as JSON'
complete -c jobbook -n "__fish_jobbook_using_subcommand visit; and __fish_seen_subcommand_from assign" -l dry-run -d 'Decide and tell, but write nothing'
complete -c jobbook -n "__fish_jobbook_using_subcommand visit; and __fish_seen_subcommand_from assign" -l yes -d 'Answer yes to every question'
complete -c jobbook -n "__fish_jobbook_using_subcommand visit; and __fish_seen_subcommand_from assign" -l no-input -d 'Never ask; what is missing is an error'
complete -c jobbook -n "__fish_jobbook_using_subcommand visit; and __fish_seen_subcommand_from assign" -s q -l quiet -d 'Tell only results and errors'
complete -c jobbook -n "__fish_jobbook_using_subcommand visit; and __fish_seen_subcommand_from assign" -s v -l verbose -d 'Tell more'
complete -c jobbook -n "__fish_jobbook_using_subcommand visit; and __fish_seen_subcommand_from assign" -s h -l help -d 'Print help'
complete -c jobbook -n "__fish_jobbook_using_subcommand visit; and __fish_seen_subcommand_from promise" -l note -d 'Anything worth knowing' -r
complete -c jobbook -n "__fish_jobbook_using_subcommand visit; and __fish_seen_subcommand_from promise" -s C -l book -d 'Folder of the book; else the nearest one from here upwards' -r -F
complete -c jobbook -n "__fish_jobbook_using_subcommand visit; and __fish_seen_subcommand_from promise" -l by -d 'Who does this; else git\'s user' -r
complete -c jobbook -n "__fish_jobbook_using_subcommand visit; and __fish_seen_subcommand_from promise" -l at -d 'When it happened, if not now: "yesterday 16:30", "2026-03-02 09:00"' -r
complete -c jobbook -n "__fish_jobbook_using_subcommand visit; and __fish_seen_subcommand_from promise" -l color -d 'When to colour' -r -f -a "auto\t'On a terminal'
always\t'Always'
never\t'Never'"
complete -c jobbook -n "__fish_jobbook_using_subcommand visit; and __fish_seen_subcommand_from promise" -l json -d 'Answer as JSON'
complete -c jobbook -n "__fish_jobbook_using_subcommand visit; and __fish_seen_subcommand_from promise" -l dry-run -d 'Decide and tell, but write nothing'
complete -c jobbook -n "__fish_jobbook_using_subcommand visit; and __fish_seen_subcommand_from promise" -l yes -d 'Answer yes to every question'
complete -c jobbook -n "__fish_jobbook_using_subcommand visit; and __fish_seen_subcommand_from promise" -l no-input -d 'Never ask; what is missing is an error'
complete -c jobbook -n "__fish_jobbook_using_subcommand visit; and __fish_seen_subcommand_from promise" -s q -l quiet -d 'Tell only results and errors'
complete -c jobbook -n "__fish_jobbook_using_subcommand visit; and __fish_seen_subcommand_from promise" -s v -l verbose -d 'Tell more'
complete -c jobbook -n "__fish_jobbook_using_subcommand visit; and __fish_seen_subcommand_from promise" -s h -l help -d 'Print help'
complete -c jobbook -n "__fish_jobbook_using_subcommand visit; and __fish_seen_subcommand_from notify" -l channel -d 'By which way; email when the client has an address, else call' -r
complete -c jobbook -n "__fish_jobbook_using_subcommand visit; and __fish_seen_subcommand_from notify" -s C -l book -d 'Folder of the book; else the nearest one from here upwards' -r -F
complete -c jobbook -n "__fish_jobbook_using_subcommand visit; and __fish_seen_subcommand_from notify" -l by -d 'Who does this; else git\'s user' -r
complete -c jobbook -n "__fish_jobbook_using_subcommand visit; and __fish_seen_subcommand_from notify" -l at -d 'When it happened, if not now: "yesterday 16:30", "2026-03-02 09:00"' -r
complete -c jobbook -n "__fish_jobbook_using_subcommand visit; and __fish_seen_subcommand_from notify" -l color -d 'When to colour' -r -f -a "auto\t'On a terminal'
always\t'Always'
never\t'Never'"
complete -c jobbook -n "__fish_jobbook_using_subcommand visit; and __fish_seen_subcommand_from notify" -l json -d 'Answer as JSON'
complete -c jobbook -n "__fish_jobbook_using_subcommand visit; and __fish_seen_subcommand_from notify" -l dry-run -d 'Decide and tell, but write nothing'
complete -c jobbook -n "__fish_jobbook_using_subcommand visit; and __fish_seen_subcommand_from notify" -l yes -d 'Answer yes to every question'
complete -c jobbook -n "__fish_jobbook_using_subcommand visit; and __fish_seen_subcommand_from notify" -l no-input -d 'Never ask; what is missing is an error'
complete -c jobbook -n "__fish_jobbook_using_subcommand visit; and __fish_seen_subcommand_from notify" -s q -l quiet -d 'Tell only results and errors'
complete -c jobbook -n "__fish_jobbook_using_subcommand visit; and __fish_seen_subcommand_from notify" -s v -l verbose -d 'Tell more'
complete -c jobbook -n "__fish_jobbook_using_subcommand visit; and __fish_seen_subcommand_from notify" -s h -l help -d 'Print help'
complete -c jobbook -n "__fish_jobbook_using_subcommand visit; and __fish_seen_subcommand_from start" -s C -l book -d 'Folder of the book; else the nearest one from here upwards' -r -F
complete -c jobbook -n "__fish_jobbook_using_subcommand visit; and __fish_seen_subcommand_from start" -l by -d 'Who does this; else git\'s user' -r
complete -c jobbook -n "__fish_jobbook_using_subcommand visit; and __fish_seen_subcommand_from start" -l at -d 'When it happened, if not now: "yesterday 16:30", "2026-03-02 09:00"' -r
complete -c jobbook -n "__fish_jobbook_using_subcommand visit; and __fish_seen_subcommand_from start" -l color -d 'When to colour' -r -f -a "auto\t'On a terminal'
always\t'Always'
never\t'Never'"
complete -c jobbook -n "__fish_jobbook_using_subcommand visit; and __fish_seen_subcommand_from start" -l json -d 'Answer as JSON'
complete -c jobbook -n "__fish_jobbook_using_subcommand visit; and __fish_seen_subcommand_from start" -l dry-run -d 'Decide and tell, but write nothing'
complete -c jobbook -n "__fish_jobbook_using_subcommand visit; and __fish_seen_subcommand_from start" -l yes -d 'Answer yes to every question'
complete -c jobbook -n "__fish_jobbook_using_subcommand visit; and __fish_seen_subcommand_from start" -l no-input -d 'Never ask; what is missing is an error'
complete -c jobbook -n "__fish_jobbook_using_subcommand visit; and __fish_seen_subcommand_from start" -s q -l quiet -d 'Tell only results and errors'
complete -c jobbook -n "__fish_jobbook_using_subcommand visit; and __fish_seen_subcommand_from start" -s v -l verbose -d 'Tell more'
complete -c jobbook -n "__fish_jobbook_using_subcommand visit; and __fish_seen_subcommand_from start" -s h -l help -d 'Print help'
complete -c jobbook -n "__fish_jobbook_using_subcommand visit; and __fish_seen_subcommand_from done" -l hours -d 'Hours on site' -r
complete -c jobbook -n "__fish_jobbook_using_subcommand visit; and __fish_seen_subcommand_from done" -l note -d 'What was done or seen' -r
complete -c jobbook -n "__fish_jobbook_using_subcommand visit; and __fish_seen_subcommand_from done" -l used -d 'A part that was used, with =NUMBER for several pieces; may be given again' -r
complete -c jobbook -n "__fish_jobbook_using_subcommand visit; and __fish_seen_subcommand_from done" -l follow-up -d 'Follow up by then: fri, "tomorrow 10:00"; it becomes a task of the job' -r
complete -c jobbook -n "__fish_jobbook_using_subcommand visit; and __fish_seen_subcommand_from done" -l what -d 'What is to be done then' -r
complete -c jobbook -n "__fish_jobbook_using_subcommand visit; and __fish_seen_subcommand_from done" -l whose -d 'Who does it: a role or a person; who does the visit when left out' -r
complete -c jobbook -n "__fish_jobbook_using_subcommand visit; and __fish_seen_subcommand_from done" -l paid -d 'The client paid the technician this much' -r
complete -c jobbook -n "__fish_jobbook_using_subcommand visit; and __fish_seen_subcommand_from done" -l method -d 'How it was paid' -r
complete -c jobbook -n "__fish_jobbook_using_subcommand visit; and __fish_seen_subcommand_from done" -l reference -d 'Number of the receipt' -r
complete -c jobbook -n "__fish_jobbook_using_subcommand visit; and __fish_seen_subcommand_from done" -s C -l book -d 'Folder of the book; else the nearest one from here upwards' -r -F
complete -c jobbook -n "__fish_jobbook_using_subcommand visit; and __fish_seen_subcommand_from done" -l by -d 'Who does this; else git\'s user' -r
complete -c jobbook -n "__fish_jobbook_using_subcommand visit; and __fish_seen_subcommand_from done" -l at -d 'When it happened, if not now: "yesterday 16:30", "2026-03-02 09:00"' -r
complete -c jobbook -n "__fish_jobbook_using_subcommand visit; and __fish_seen_subcommand_from done" -l color -d 'When to colour' -r -f -a "auto\t'On a terminal'
always\t'Always'
never\t'Never'"
complete -c jobbook -n "__fish_jobbook_using_subcommand visit; and __fish_seen_subcommand_from done" -l json -d 'Answer as JSON'
complete -c jobbook -n "__fish_jobbook_using_subcommand visit; and __fish_seen_subcommand_from done" -l dry-run -d 'Decide and tell, but write nothing'
complete -c jobbook -n "__fish_jobbook_using_subcommand visit; and __fish_seen_subcommand_from done" -l yes -d 'Answer yes to every question'
complete -c jobbook -n "__fish_jobbook_using_subcommand visit; and __fish_seen_subcommand_from done" -l no-input -d 'Never ask; what is missing is an error'
complete -c jobbook -n "__fish_jobbook_using_subcommand visit; and __fish_seen_subcommand_from done" -s q -l quiet -d 'Tell only results and errors'
complete -c jobbook -n "__fish_jobbook_using_subcommand visit; and __fish_seen_subcommand_from done" -s v -l verbose -d 'Tell more'
complete -c jobbook -n "__fish_jobbook_using_subcommand visit; and __fish_seen_subcommand_from done" -s h -l help -d 'Print help'
complete -c jobbook -n "__fish_jobbook_using_subcommand visit; and __fish_seen_subcommand_from incomplete" -l cause -d 'Why: parts, time, access, conduct (we ended it for how we were treated) or other' -r
complete -c jobbook -n "__fish_jobbook_using_subcommand visit; and __fish_seen_subcommand_from incomplete" -l hours -d 'Hours on site' -r
complete -c jobbook -n "__fish_jobbook_using_subcommand visit; and __fish_seen_subcommand_from incomplete" -l note -d 'What was done or seen' -r
complete -c jobbook -n "__fish_jobbook_using_subcommand visit; and __fish_seen_subcommand_from incomplete" -l used -d 'A part that was used, with =NUMBER for several pieces; may be given again' -r
complete -c jobbook -n "__fish_jobbook_using_subcommand visit; and __fish_seen_subcommand_from incomplete" -l follow-up -d 'Follow up by then: fri, "tomorrow 10:00"; it becomes a task of the job' -r
complete -c jobbook -n "__fish_jobbook_using_subcommand visit; and __fish_seen_subcommand_from incomplete" -l what -d 'What is to be done then' -r
complete -c jobbook -n "__fish_jobbook_using_subcommand visit; and __fish_seen_subcommand_from incomplete" -l whose -d 'Who does it: a role or a person; who does the visit when left out' -r
complete -c jobbook -n "__fish_jobbook_using_subcommand visit; and __fish_seen_subcommand_from incomplete" -l need -d 'A part that is needed now, with =NUMBER for several pieces; may be given again' -r
complete -c jobbook -n "__fish_jobbook_using_subcommand visit; and __fish_seen_subcommand_from incomplete" -s C -l book -d 'Folder of the book; else the nearest one from here upwards' -r -F
complete -c jobbook -n "__fish_jobbook_using_subcommand visit; and __fish_seen_subcommand_from incomplete" -l by -d 'Who does this; else git\'s user' -r
complete -c jobbook -n "__fish_jobbook_using_subcommand visit; and __fish_seen_subcommand_from incomplete" -l at -d 'When it happened, if not now: "yesterday 16:30", "2026-03-02 09:00"' -r
complete -c jobbook -n "__fish_jobbook_using_subcommand visit; and __fish_seen_subcommand_from incomplete" -l color -d 'When to colour' -r -f -a "auto\t'On a terminal'
always\t'Always'
never\t'Never'"
complete -c jobbook -n "__fish_jobbook_using_subcommand visit; and __fish_seen_subcommand_from incomplete" -l json -d 'Answer as JSON'
complete -c jobbook -n "__fish_jobbook_using_subcommand visit; and __fish_seen_subcommand_from incomplete" -l dry-run -d 'Decide and tell, but write nothing'
complete -c jobbook -n "__fish_jobbook_using_subcommand visit; and __fish_seen_subcommand_from incomplete" -l yes -d 'Answer yes to every question'
complete -c jobbook -n "__fish_jobbook_using_subcommand visit; and __fish_seen_subcommand_from incomplete" -l no-input -d 'Never ask; what is missing is an error'
complete -c jobbook -n "__fish_jobbook_using_subcommand visit; and __fish_seen_subcommand_from incomplete" -s q -l quiet -d 'Tell only results and errors'
complete -c jobbook -n "__fish_jobbook_using_subcommand visit; and __fish_seen_subcommand_from incomplete" -s v -l verbose -d 'Tell more'
complete -c jobbook -n "__fish_jobbook_using_subcommand visit; and __fish_seen_subcommand_from incomplete" -s h -l help -d 'Print help'
complete -c jobbook -n "__fish_jobbook_using_subcommand visit; and __fish_seen_subcommand_from notes" -l used -d 'A part that was used, with =NUMBER for several pieces; may be given again' -r
complete -c jobbook -n "__fish_jobbook_using_subcommand visit; and __fish_seen_subcommand_from notes" -l follow-up -d 'Follow up by then: fri, "tomorrow 10:00"; it becomes a task of the job' -r
complete -c jobbook -n "__fish_jobbook_using_subcommand visit; and __fish_seen_subcommand_from notes" -l what -d 'What is to be done then' -r
complete -c jobbook -n "__fish_jobbook_using_subcommand visit; and __fish_seen_subcommand_from notes" -l whose -d 'Who does it: a role or a person; who does the visit when left out' -r
complete -c jobbook -n "__fish_jobbook_using_subcommand visit; and __fish_seen_subcommand_from notes" -s C -l book -d 'Folder of the book; else the nearest one from here upwards' -r -F
complete -c jobbook -n "__fish_jobbook_using_subcommand visit; and __fish_seen_subcommand_from notes" -l by -d 'Who does this; else git\'s user' -r
complete -c jobbook -n "__fish_jobbook_using_subcommand visit; and __fish_seen_subcommand_from notes" -l at -d 'When it happened, if not now: "yesterday 16:30", "2026-03-02 09:00"' -r
complete -c jobbook -n "__fish_jobbook_using_subcommand visit; and __fish_seen_subcommand_from notes" -l color -d 'When to colour' -r -f -a "auto\t'On a terminal'
always\t'Always'
never\t'Never'"
complete -c jobbook -n "__fish_jobbook_using_subcommand visit; and __fish_seen_subcommand_from notes" -l json -d 'Answer as JSON'
complete -c jobbook -n "__fish_jobbook_using_subcommand visit; and __fish_seen_subcommand_from notes" -l dry-run -d 'Decide and tell, but write nothing'
complete -c jobbook -n "__fish_jobbook_using_subcommand visit; and __fish_seen_subcommand_from notes" -l yes -d 'Answer yes to every question'
complete -c jobbook -n "__fish_jobbook_using_subcommand visit; and __fish_seen_subcommand_from notes" -l no-input -d 'Never ask; what is missing is an error'
complete -c jobbook -n "__fish_jobbook_using_subcommand visit; and __fish_seen_subcommand_from notes" -s q -l quiet -d 'Tell only results and errors'
complete -c jobbook -n "__fish_jobbook_using_subcommand visit; and __fish_seen_subcommand_from notes" -s v -l verbose -d 'Tell more'
complete -c jobbook -n "__fish_jobbook_using_subcommand visit; and __fish_seen_subcommand_from notes" -s h -l help -d 'Print help'
complete -c jobbook -n "__fish_jobbook_using_subcommand visit; and __fish_seen_subcommand_from quote-request" -s C -l book -d 'Folder of the book; else the nearest one from here upwards' -r -F
complete -c jobbook -n "__fish_jobbook_using_subcommand visit; and __fish_seen_subcommand_from quote-request" -l by -d 'Who does this; else git\'s user' -r
complete -c jobbook -n "__fish_jobbook_using_subcommand visit; and __fish_seen_subcommand_from quote-request" -l at -d 'When it happened, if not now: "yesterday 16:30", "2026-03-02 09:00"' -r
complete -c jobbook -n "__fish_jobbook_using_subcommand visit; and __fish_seen_subcommand_from quote-request" -l color -d 'When to colour' -r -f -a "auto\t'On a terminal'
always\t'Always'
never\t'Never'"
complete -c jobbook -n "__fish_jobbook_using_subcommand visit; and __fish_seen_subcommand_from quote-request" -l json -d 'Answer as JSON'
complete -c jobbook -n "__fish_jobbook_using_subcommand visit; and __fish_seen_subcommand_from quote-request" -l dry-run -d 'Decide and tell, but write nothing'
complete -c jobbook -n "__fish_jobbook_using_subcommand visit; and __fish_seen_subcommand_from quote-request" -l yes -d 'Answer yes to every question'
complete -c jobbook -n "__fish_jobbook_using_subcommand visit; and __fish_seen_subcommand_from quote-request" -l no-input -d 'Never ask; what is missing is an error'
complete -c jobbook -n "__fish_jobbook_using_subcommand visit; and __fish_seen_subcommand_from quote-request" -s q -l quiet -d 'Tell only results and errors'
complete -c jobbook -n "__fish_jobbook_using_subcommand visit; and __fish_seen_subcommand_from quote-request" -s v -l verbose -d 'Tell more'
complete -c jobbook -n "__fish_jobbook_using_subcommand visit; and __fish_seen_subcommand_from quote-request" -s h -l help -d 'Print help'
complete -c jobbook -n "__fish_jobbook_using_subcommand visit; and __fish_seen_subcommand_from roll" -l reason -d 'Why' -r
complete -c jobbook -n "__fish_jobbook_using_subcommand visit; and __fish_seen_subcommand_from roll" -l promise -d 'The client was told to expect it between these days now; the usual days when left out' -r
complete -c jobbook -n "__fish_jobbook_using_subcommand visit; and __fish_seen_subcommand_from roll" -l notify -d 'Tell the client of the new time at once: email, call, text, …' -r
complete -c jobbook -n "__fish_jobbook_using_subcommand visit; and __fish_seen_subcommand_from roll" -s C -l book -d 'Folder of the book; else the nearest one from here upwards' -r -F
complete -c jobbook -n "__fish_jobbook_using_subcommand visit; and __fish_seen_subcommand_from roll" -l by -d 'Who does this; else git\'s user' -r
complete -c jobbook -n "__fish_jobbook_using_subcommand visit; and __fish_seen_subcommand_from roll" -l at -d 'When it happened, if not now: "yesterday 16:30", "2026-03-02 09:00"' -r
complete -c jobbook -n "__fish_jobbook_using_subcommand visit; and __fish_seen_subcommand_from roll" -l color -d 'When to colour' -r -f -a "auto\t'On a terminal'
always\t'Always'
never\t'Never'"
complete -c jobbook -n "__fish_jobbook_using_subcommand visit; and __fish_seen_subcommand_from roll" -l overbook -d 'Take the place although none is left; needs --reason'
complete -c jobbook -n "__fish_jobbook_using_subcommand visit; and __fish_seen_subcommand_from roll" -l json -d 'Answer as JSON'
complete -c jobbook -n "__fish_jobbook_using_subcommand visit; and __fish_seen_subcommand_from roll" -l dry-run -d 'Decide and tell, but write nothing'
complete -c jobbook -n "__fish_jobbook_using_subcommand visit; and __fish_seen_subcommand_from roll" -l yes -d 'Answer yes to every question'
complete -c jobbook -n "__fish_jobbook_using_subcommand visit; and __fish_seen_subcommand_from roll" -l no-input -d 'Never ask; what is missing is an error'
complete -c jobbook -n "__fish_jobbook_using_subcommand visit; and __fish_seen_subcommand_from roll" -s q -l quiet -d 'Tell only results and errors'
complete -c jobbook -n "__fish_jobbook_using_subcommand visit; and __fish_seen_subcommand_from roll" -s v -l verbose -d 'Tell more'
complete -c jobbook -n "__fish_jobbook_using_subcommand visit; and __fish_seen_subcommand_from roll" -s h -l help -d 'Print help'
complete -c jobbook -n "__fish_jobbook_using_subcommand visit; and __fish_seen_subcommand_from cancel" -l reason -d 'Why' -r
complete -c jobbook -n "__fish_jobbook_using_subcommand visit; and __fish_seen_subcommand_from cancel" -s C -l book -d 'Folder of the book; else the nearest one from here upwards' -r -F
complete -c jobbook -n "__fish_jobbook_using_subcommand visit; and __fish_seen_subcommand_from cancel" -l by -d 'Who does this; else git\'s user' -r
complete -c jobbook -n "__fish_jobbook_using_subcommand visit; and __fish_seen_subcommand_from cancel" -l at -d 'When it happened, if not now: "yesterday 16:30", "2026-03-02 09:00"' -r
complete -c jobbook -n "__fish_jobbook_using_subcommand visit; and __fish_seen_subcommand_from cancel" -l color -d 'When to colour' -r -f -a "auto\t'On a terminal'
always\t'Always'
never\t'Never'"
complete -c jobbook -n "__fish_jobbook_using_subcommand visit; and __fish_seen_subcommand_from cancel" -l json -d 'Answer as JSON'
complete -c jobbook -n "__fish_jobbook_using_subcommand visit; and __fish_seen_subcommand_from cancel" -l dry-run -d 'Decide and tell, but write nothing'
complete -c jobbook -n "__fish_jobbook_using_subcommand visit; and __fish_seen_subcommand_from cancel" -l yes -d 'Answer yes to every question'
complete -c jobbook -n "__fish_jobbook_using_subcommand visit; and __fish_seen_subcommand_from cancel" -l no-input -d 'Never ask; what is missing is an error'
complete -c jobbook -n "__fish_jobbook_using_subcommand visit; and __fish_seen_subcommand_from cancel" -s q -l quiet -d 'Tell only results and errors'
complete -c jobbook -n "__fish_jobbook_using_subcommand visit; and __fish_seen_subcommand_from cancel" -s v -l verbose -d 'Tell more'
complete -c jobbook -n "__fish_jobbook_using_subcommand visit; and __fish_seen_subcommand_from cancel" -s h -l help -d 'Print help'
complete -c jobbook -n "__fish_jobbook_using_subcommand visit; and __fish_seen_subcommand_from sheet" -s o -l output -d 'Write to this file instead of standard output; one that is there is replaced' -r -F
complete -c jobbook -n "__fish_jobbook_using_subcommand visit; and __fish_seen_subcommand_from sheet" -s C -l book -d 'Folder of the book; else the nearest one from here upwards' -r -F
complete -c jobbook -n "__fish_jobbook_using_subcommand visit; and __fish_seen_subcommand_from sheet" -l by -d 'Who does this; else git\'s user' -r
complete -c jobbook -n "__fish_jobbook_using_subcommand visit; and __fish_seen_subcommand_from sheet" -l at -d 'When it happened, if not now: "yesterday 16:30", "2026-03-02 09:00"' -r
complete -c jobbook -n "__fish_jobbook_using_subcommand visit; and __fish_seen_subcommand_from sheet" -l color -d 'When to colour' -r -f -a "auto\t'On a terminal'
always\t'Always'
never\t'Never'"
complete -c jobbook -n "__fish_jobbook_using_subcommand visit; and __fish_seen_subcommand_from sheet" -l html -d 'As HTML, to be shown or printed by a browser'
complete -c jobbook -n "__fish_jobbook_using_subcommand visit; and __fish_seen_subcommand_from sheet" -l text -d 'As plain text'
complete -c jobbook -n "__fish_jobbook_using_subcommand visit; and __fish_seen_subcommand_from sheet" -l json -d 'Answer as JSON'
complete -c jobbook -n "__fish_jobbook_using_subcommand visit; and __fish_seen_subcommand_from sheet" -l dry-run -d 'Decide and tell, but write nothing'
complete -c jobbook -n "__fish_jobbook_using_subcommand visit; and __fish_seen_subcommand_from sheet" -l yes -d 'Answer yes to every question'
complete -c jobbook -n "__fish_jobbook_using_subcommand visit; and __fish_seen_subcommand_from sheet" -l no-input -d 'Never ask; what is missing is an error'
complete -c jobbook -n "__fish_jobbook_using_subcommand visit; and __fish_seen_subcommand_from sheet" -s q -l quiet -d 'Tell only results and errors'
complete -c jobbook -n "__fish_jobbook_using_subcommand visit; and __fish_seen_subcommand_from sheet" -s v -l verbose -d 'Tell more'
complete -c jobbook -n "__fish_jobbook_using_subcommand visit; and __fish_seen_subcommand_from sheet" -s h -l help -d 'Print help'
complete -c jobbook -n "__fish_jobbook_using_subcommand visit; and __fish_seen_subcommand_from set" -l kind -d 'Where the client is met: remote or on-site' -r
complete -c jobbook -n "__fish_jobbook_using_subcommand visit; and __fish_seen_subcommand_from set" -l link -d 'Where to join a remote session: a web link' -r
complete -c jobbook -n "__fish_jobbook_using_subcommand visit; and __fish_seen_subcommand_from set" -l skill -d 'What whoever goes must be able to do, as team.toml lists it; may be given again, "" takes all off' -r
complete -c jobbook -n "__fish_jobbook_using_subcommand visit; and __fish_seen_subcommand_from set" -l guide -d 'A guide that is followed on the visit; its requirements count too' -r
complete -c jobbook -n "__fish_jobbook_using_subcommand visit; and __fish_seen_subcommand_from set" -l reason -d 'Why somebody goes who lacks a skill' -r
complete -c jobbook -n "__fish_jobbook_using_subcommand visit; and __fish_seen_subcommand_from set" -s C -l book -d 'Folder of the book; else the nearest one from here upwards' -r -F
complete -c jobbook -n "__fish_jobbook_using_subcommand visit; and __fish_seen_subcommand_from set" -l by -d 'Who does this; else git\'s user' -r
complete -c jobbook -n "__fish_jobbook_using_subcommand visit; and __fish_seen_subcommand_from set" -l at -d 'When it happened, if not now: "yesterday 16:30", "2026-03-02 09:00"' -r
complete -c jobbook -n "__fish_jobbook_using_subcommand visit; and __fish_seen_subcommand_from set" -l color -d 'When to colour' -r -f -a "auto\t'On a terminal'
always\t'Always'
never\t'Never'"
complete -c jobbook -n "__fish_jobbook_using_subcommand visit; and __fish_seen_subcommand_from set" -l json -d 'Answer as JSON'
complete -c jobbook -n "__fish_jobbook_using_subcommand visit; and __fish_seen_subcommand_from set" -l dry-run -d 'Decide and tell, but write nothing'
complete -c jobbook -n "__fish_jobbook_using_subcommand visit; and __fish_seen_subcommand_from set" -l yes -d 'Answer yes to every question'
complete -c jobbook -n "__fish_jobbook_using_subcommand visit; and __fish_seen_subcommand_from set" -l no-input -d 'Never ask; what is missing is an error'
complete -c jobbook -n "__fish_jobbook_using_subcommand visit; and __fish_seen_subcommand_from set" -s q -l quiet -d 'Tell only results and errors'
complete -c jobbook -n "__fish_jobbook_using_subcommand visit; and __fish_seen_subcommand_from set" -s v -l verbose -d 'Tell more'
complete -c jobbook -n "__fish_jobbook_using_subcommand visit; and __fish_seen_subcommand_from set" -s h -l help -d 'Print help'
complete -c jobbook -n "__fish_jobbook_using_subcommand visit; and __fish_seen_subcommand_from show" -s C -l book -d 'Folder of the book; else the nearest one from here upwards' -r -F
complete -c jobbook -n "__fish_jobbook_using_subcommand visit; and __fish_seen_subcommand_from show" -l by -d 'Who does this; else git\'s user' -r
complete -c jobbook -n "__fish_jobbook_using_subcommand visit; and __fish_seen_subcommand_from show" -l at -d 'When it happened, if not now: "yesterday 16:30", "2026-03-02 09:00"' -r
complete -c jobbook -n "__fish_jobbook_using_subcommand visit; and __fish_seen_subcommand_from show" -l color -d 'When to colour' -r -f -a "auto\t'On a terminal'
always\t'Always'
never\t'Never'"
complete -c jobbook -n "__fish_jobbook_using_subcommand visit; and __fish_seen_subcommand_from show" -l json -d 'Answer as JSON'
complete -c jobbook -n "__fish_jobbook_using_subcommand visit; and __fish_seen_subcommand_from show" -l dry-run -d 'Decide and tell, but write nothing'
complete -c jobbook -n "__fish_jobbook_using_subcommand visit; and __fish_seen_subcommand_from show" -l yes -d 'Answer yes to every question'
complete -c jobbook -n "__fish_jobbook_using_subcommand visit; and __fish_seen_subcommand_from show" -l no-input -d 'Never ask; what is missing is an error'
complete -c jobbook -n "__fish_jobbook_using_subcommand visit; and __fish_seen_subcommand_from show" -s q -l quiet -d 'Tell only results and errors'
complete -c jobbook -n "__fish_jobbook_using_subcommand visit; and __fish_seen_subcommand_from show" -s v -l verbose -d 'Tell more'
complete -c jobbook -n "__fish_jobbook_using_subcommand visit; and __fish_seen_subcommand_from show" -s h -l help -d 'Print help'
complete -c jobbook -n "__fish_jobbook_using_subcommand visit; and __fish_seen_subcommand_from list" -l from -d 'From this day on' -r
complete -c jobbook -n "__fish_jobbook_using_subcommand visit; and __fish_seen_subcommand_from list" -l to -d 'Until this day, included' -r
complete -c jobbook -n "__fish_jobbook_using_subcommand visit; and __fish_seen_subcommand_from list" -l tech -d 'Visits of this technician only' -r
complete -c jobbook -n "__fish_jobbook_using_subcommand visit; and __fish_seen_subcommand_from list" -s C -l book -d 'Folder of the book; else the nearest one from here upwards' -r -F
complete -c jobbook -n "__fish_jobbook_using_subcommand visit; and __fish_seen_subcommand_from list" -l by -d 'Who does this; else git\'s user' -r
complete -c jobbook -n "__fish_jobbook_using_subcommand visit; and __fish_seen_subcommand_from list" -l at -d 'When it happened, if not now: "yesterday 16:30", "2026-03-02 09:00"' -r
complete -c jobbook -n "__fish_jobbook_using_subcommand visit; and __fish_seen_subcommand_from list" -l color -d 'When to colour' -r -f -a "auto\t'On a terminal'
always\t'Always'
never\t'Never'"
complete -c jobbook -n "__fish_jobbook_using_subcommand visit; and __fish_seen_subcommand_from list" -l open -d 'Only visits that are still to take place or under way'
complete -c jobbook -n "__fish_jobbook_using_subcommand visit; and __fish_seen_subcommand_from list" -l json -d 'Answer as JSON'
complete -c jobbook -n "__fish_jobbook_using_subcommand visit; and __fish_seen_subcommand_from list" -l dry-run -d 'Decide and tell, but write nothing'
complete -c jobbook -n "__fish_jobbook_using_subcommand visit; and __fish_seen_subcommand_from list" -l yes -d 'Answer yes to every question'
complete -c jobbook -n "__fish_jobbook_using_subcommand visit; and __fish_seen_subcommand_from list" -l no-input -d 'Never ask; what is missing is an error'
complete -c jobbook -n "__fish_jobbook_using_subcommand visit; and __fish_seen_subcommand_from list" -s q -l quiet -d 'Tell only results and errors'
complete -c jobbook -n "__fish_jobbook_using_subcommand visit; and __fish_seen_subcommand_from list" -s v -l verbose -d 'Tell more'
complete -c jobbook -n "__fish_jobbook_using_subcommand visit; and __fish_seen_subcommand_from list" -s h -l help -d 'Print help'
complete -c jobbook -n "__fish_jobbook_using_subcommand schedule; and not __fish_seen_subcommand_from show days-out off" -l week -d 'The week of this day, from Monday to Sunday; this week when left out' -r
complete -c jobbook -n "__fish_jobbook_using_subcommand schedule; and not __fish_seen_subcommand_from show days-out off" -l from -d 'From this day on; from today when left out' -r
complete -c jobbook -n "__fish_jobbook_using_subcommand schedule; and not __fish_seen_subcommand_from show days-out off" -l days -d 'So many days' -r
complete -c jobbook -n "__fish_jobbook_using_subcommand schedule; and not __fish_seen_subcommand_from show days-out off" -l tech -d 'Visits of this technician only' -r
complete -c jobbook -n "__fish_jobbook_using_subcommand schedule; and not __fish_seen_subcommand_from show days-out off" -s o -l output -d 'Write to this file instead of standard output; one that is there is replaced' -r -F
complete -c jobbook -n "__fish_jobbook_using_subcommand schedule; and not __fish_seen_subcommand_from show days-out off" -s C -l book -d 'Folder of the book; else the nearest one from here upwards' -r -F
complete -c jobbook -n "__fish_jobbook_using_subcommand schedule; and not __fish_seen_subcommand_from show days-out off" -l by -d 'Who does this; else git\'s user' -r
complete -c jobbook -n "__fish_jobbook_using_subcommand schedule; and not __fish_seen_subcommand_from show days-out off" -l at -d 'When it happened, if not now: "yesterday 16:30", "2026-03-02 09:00"' -r
complete -c jobbook -n "__fish_jobbook_using_subcommand schedule; and not __fish_seen_subcommand_from show days-out off" -l color -d 'When to colour' -r -f -a "auto\t'On a terminal'
always\t'Always'
never\t'Never'"
complete -c jobbook -n "__fish_jobbook_using_subcommand schedule; and not __fish_seen_subcommand_from show days-out off" -l visits -d 'List every visit'
complete -c jobbook -n "__fish_jobbook_using_subcommand schedule; and not __fish_seen_subcommand_from show days-out off" -l html -d 'As a page, to be shown or printed by a browser'
complete -c jobbook -n "__fish_jobbook_using_subcommand schedule; and not __fish_seen_subcommand_from show days-out off" -l json -d 'Answer as JSON'
complete -c jobbook -n "__fish_jobbook_using_subcommand schedule; and not __fish_seen_subcommand_from show days-out off" -l dry-run -d 'Decide and tell, but write nothing'
complete -c jobbook -n "__fish_jobbook_using_subcommand schedule; and not __fish_seen_subcommand_from show days-out off" -l yes -d 'Answer yes to every question'
complete -c jobbook -n "__fish_jobbook_using_subcommand schedule; and not __fish_seen_subcommand_from show days-out off" -l no-input -d 'Never ask; what is missing is an error'
complete -c jobbook -n "__fish_jobbook_using_subcommand schedule; and not __fish_seen_subcommand_from show days-out off" -s q -l quiet -d 'Tell only results and errors'
complete -c jobbook -n "__fish_jobbook_using_subcommand schedule; and not __fish_seen_subcommand_from show days-out off" -s v -l verbose -d 'Tell more'
complete -c jobbook -n "__fish_jobbook_using_subcommand schedule; and not __fish_seen_subcommand_from show days-out off" -s h -l help -d 'Print help'
complete -c jobbook -n "__fish_jobbook_using_subcommand schedule; and not __fish_seen_subcommand_from show days-out off" -f -a "show" -d 'Show the days: load, unassigned, rolled over, outside of what clients were told'
complete -c jobbook -n "__fish_jobbook_using_subcommand schedule; and not __fish_seen_subcommand_from show days-out off" -f -a "days-out" -d 'Say how many days out new visits are put, or show how that changed'
complete -c jobbook -n "__fish_jobbook_using_subcommand schedule; and not __fish_seen_subcommand_from show days-out off" -f -a "off" -d 'Note that a technician does not work, or show who is off'
complete -c jobbook -n "__fish_jobbook_using_subcommand schedule; and __fish_seen_subcommand_from show" -l week -d 'The week of this day, from Monday to Sunday; this week when left out' -r
complete -c jobbook -n "__fish_jobbook_using_subcommand schedule; and __fish_seen_subcommand_from show" -l from -d 'From this day on; from today when left out' -r
complete -c jobbook -n "__fish_jobbook_using_subcommand schedule; and __fish_seen_subcommand_from show" -l days -d 'So many days' -r
complete -c jobbook -n "__fish_jobbook_using_subcommand schedule; and __fish_seen_subcommand_from show" -l tech -d 'Visits of this technician only' -r
complete -c jobbook -n "__fish_jobbook_using_subcommand schedule; and __fish_seen_subcommand_from show" -s o -l output -d 'Write to this file instead of standard output; one that is there is replaced' -r -F
complete -c jobbook -n "__fish_jobbook_using_subcommand schedule; and __fish_seen_subcommand_from show" -s C -l book -d 'Folder of the book; else the nearest one from here upwards' -r -F
complete -c jobbook -n "__fish_jobbook_using_subcommand schedule; and __fish_seen_subcommand_from show" -l by -d 'Who does this; else git\'s user' -r
complete -c jobbook -n "__fish_jobbook_using_subcommand schedule; and __fish_seen_subcommand_from show" -l at -d 'When it happened, if not now: "yesterday 16:30", "2026-03-02 09:00"' -r
complete -c jobbook -n "__fish_jobbook_using_subcommand schedule; and __fish_seen_subcommand_from show" -l color -d 'When to colour' -r -f -a "auto\t'On a terminal'
always\t'Always'
never\t'Never'"
complete -c jobbook -n "__fish_jobbook_using_subcommand schedule; and __fish_seen_subcommand_from show" -l visits -d 'List every visit'
complete -c jobbook -n "__fish_jobbook_using_subcommand schedule; and __fish_seen_subcommand_from show" -l html -d 'As a page, to be shown or printed by a browser'
complete -c jobbook -n "__fish_jobbook_using_subcommand schedule; and __fish_seen_subcommand_from show" -l json -d 'Answer as JSON'
complete -c jobbook -n "__fish_jobbook_using_subcommand schedule; and __fish_seen_subcommand_from show" -l dry-run -d 'Decide and tell, but write nothing'
complete -c jobbook -n "__fish_jobbook_using_subcommand schedule; and __fish_seen_subcommand_from show" -l yes -d 'Answer yes to every question'
complete -c jobbook -n "__fish_jobbook_using_subcommand schedule; and __fish_seen_subcommand_from show" -l no-input -d 'Never ask; what is missing is an error'
complete -c jobbook -n "__fish_jobbook_using_subcommand schedule; and __fish_seen_subcommand_from show" -s q -l quiet -d 'Tell only results and errors'
complete -c jobbook -n "__fish_jobbook_using_subcommand schedule; and __fish_seen_subcommand_from show" -s v -l verbose -d 'Tell more'
complete -c jobbook -n "__fish_jobbook_using_subcommand schedule; and __fish_seen_subcommand_from show" -s h -l help -d 'Print help'
complete -c jobbook -n "__fish_jobbook_using_subcommand schedule; and __fish_seen_subcommand_from days-out" -l reason -d 'Why it changes' -r
complete -c jobbook -n "__fish_jobbook_using_subcommand schedule; and __fish_seen_subcommand_from days-out" -s C -l book -d 'Folder of the book; else the nearest one from here upwards' -r -F
complete -c jobbook -n "__fish_jobbook_using_subcommand schedule; and __fish_seen_subcommand_from days-out" -l by -d 'Who does this; else git\'s user' -r
complete -c jobbook -n "__fish_jobbook_using_subcommand schedule; and __fish_seen_subcommand_from days-out" -l at -d 'When it happened, if not now: "yesterday 16:30", "2026-03-02 09:00"' -r
complete -c jobbook -n "__fish_jobbook_using_subcommand schedule; and __fish_seen_subcommand_from days-out" -l color -d 'When to colour' -r -f -a "auto\t'On a terminal'
always\t'Always'
never\t'Never'"
complete -c jobbook -n "__fish_jobbook_using_subcommand schedule; and __fish_seen_subcommand_from days-out" -l json -d 'Answer as JSON'
complete -c jobbook -n "__fish_jobbook_using_subcommand schedule; and __fish_seen_subcommand_from days-out" -l dry-run -d 'Decide and tell, but write nothing'
complete -c jobbook -n "__fish_jobbook_using_subcommand schedule; and __fish_seen_subcommand_from days-out" -l yes -d 'Answer yes to every question'
complete -c jobbook -n "__fish_jobbook_using_subcommand schedule; and __fish_seen_subcommand_from days-out" -l no-input -d 'Never ask; what is missing is an error'
complete -c jobbook -n "__fish_jobbook_using_subcommand schedule; and __fish_seen_subcommand_from days-out" -s q -l quiet -d 'Tell only results and errors'
complete -c jobbook -n "__fish_jobbook_using_subcommand schedule; and __fish_seen_subcommand_from days-out" -s v -l verbose -d 'Tell more'
complete -c jobbook -n "__fish_jobbook_using_subcommand schedule; and __fish_seen_subcommand_from days-out" -s h -l help -d 'Print help'
complete -c jobbook -n "__fish_jobbook_using_subcommand schedule; and __fish_seen_subcommand_from off" -l reason -d 'Why' -r
complete -c jobbook -n "__fish_jobbook_using_subcommand schedule; and __fish_seen_subcommand_from off" -s C -l book -d 'Folder of the book; else the nearest one from here upwards' -r -F
complete -c jobbook -n "__fish_jobbook_using_subcommand schedule; and __fish_seen_subcommand_from off" -l by -d 'Who does this; else git\'s user' -r
complete -c jobbook -n "__fish_jobbook_using_subcommand schedule; and __fish_seen_subcommand_from off" -l at -d 'When it happened, if not now: "yesterday 16:30", "2026-03-02 09:00"' -r
complete -c jobbook -n "__fish_jobbook_using_subcommand schedule; and __fish_seen_subcommand_from off" -l color -d 'When to colour' -r -f -a "auto\t'On a terminal'
always\t'Always'
never\t'Never'"
complete -c jobbook -n "__fish_jobbook_using_subcommand schedule; and __fish_seen_subcommand_from off" -l back -d 'Take it back: they work all the same'
complete -c jobbook -n "__fish_jobbook_using_subcommand schedule; and __fish_seen_subcommand_from off" -l json -d 'Answer as JSON'
complete -c jobbook -n "__fish_jobbook_using_subcommand schedule; and __fish_seen_subcommand_from off" -l dry-run -d 'Decide and tell, but write nothing'
complete -c jobbook -n "__fish_jobbook_using_subcommand schedule; and __fish_seen_subcommand_from off" -l yes -d 'Answer yes to every question'
complete -c jobbook -n "__fish_jobbook_using_subcommand schedule; and __fish_seen_subcommand_from off" -l no-input -d 'Never ask; what is missing is an error'
complete -c jobbook -n "__fish_jobbook_using_subcommand schedule; and __fish_seen_subcommand_from off" -s q -l quiet -d 'Tell only results and errors'
complete -c jobbook -n "__fish_jobbook_using_subcommand schedule; and __fish_seen_subcommand_from off" -s v -l verbose -d 'Tell more'
complete -c jobbook -n "__fish_jobbook_using_subcommand schedule; and __fish_seen_subcommand_from off" -s h -l help -d 'Print help'
complete -c jobbook -n "__fish_jobbook_using_subcommand plan; and not __fish_seen_subcommand_from new approve change pause resume skip move end generate preview list" -s C -l book -d 'Folder of the book; else the nearest one from here upwards' -r -F
complete -c jobbook -n "__fish_jobbook_using_subcommand plan; and not __fish_seen_subcommand_from new approve change pause resume skip move end generate preview list" -l by -d 'Who does this; else git\'s user' -r
complete -c jobbook -n "__fish_jobbook_using_subcommand plan; and not __fish_seen_subcommand_from new approve change pause resume skip move end generate preview list" -l at -d 'When it happened, if not now: "yesterday 16:30", "2026-03-02 09:00"' -r
complete -c jobbook -n "__fish_jobbook_using_subcommand plan; and not __fish_seen_subcommand_from new approve change pause resume skip move end generate preview list" -l color -d 'When to colour' -r -f -a "auto\t'On a terminal'
always\t'Always'
never\t'Never'"
complete -c jobbook -n "__fish_jobbook_using_subcommand plan; and not __fish_seen_subcommand_from new approve change pause resume skip move end generate preview list" -l json -d 'Answer as JSON'
complete -c jobbook -n "__fish_jobbook_using_subcommand plan; and not __fish_seen_subcommand_from new approve change pause resume skip move end generate preview list" -l dry-run -d 'Decide and tell, but write nothing'
complete -c jobbook -n "__fish_jobbook_using_subcommand plan; and not __fish_seen_subcommand_from new approve change pause resume skip move end generate preview list" -l yes -d 'Answer yes to every question'
complete -c jobbook -n "__fish_jobbook_using_subcommand plan; and not __fish_seen_subcommand_from new approve change pause resume skip move end generate preview list" -l no-input -d 'Never ask; what is missing is an error'
complete -c jobbook -n "__fish_jobbook_using_subcommand plan; and not __fish_seen_subcommand_from new approve change pause resume skip move end generate preview list" -s q -l quiet -d 'Tell only results and errors'
complete -c jobbook -n "__fish_jobbook_using_subcommand plan; and not __fish_seen_subcommand_from new approve change pause resume skip move end generate preview list" -s v -l verbose -d 'Tell more'
complete -c jobbook -n "__fish_jobbook_using_subcommand plan; and not __fish_seen_subcommand_from new approve change pause resume skip move end generate preview list" -s h -l help -d 'Print help'
complete -c jobbook -n "__fish_jobbook_using_subcommand plan; and not __fish_seen_subcommand_from new approve change pause resume skip move end generate preview list" -f -a "new" -d 'Plan what comes again and again, and its price'
complete -c jobbook -n "__fish_jobbook_using_subcommand plan; and not __fish_seen_subcommand_from new approve change pause resume skip move end generate preview list" -f -a "approve" -d 'Note that the client agreed, without a quote'
complete -c jobbook -n "__fish_jobbook_using_subcommand plan; and not __fish_seen_subcommand_from new approve change pause resume skip move end generate preview list" -f -a "change" -d 'Change price, days, technician, route or times, from a day on'
complete -c jobbook -n "__fish_jobbook_using_subcommand plan; and not __fish_seen_subcommand_from new approve change pause resume skip move end generate preview list" -f -a "pause" -d 'Nobody comes for a while, and nothing of it is billed'
complete -c jobbook -n "__fish_jobbook_using_subcommand plan; and not __fish_seen_subcommand_from new approve change pause resume skip move end generate preview list" -f -a "resume" -d 'Somebody comes again'
complete -c jobbook -n "__fish_jobbook_using_subcommand plan; and not __fish_seen_subcommand_from new approve change pause resume skip move end generate preview list" -f -a "skip" -d 'Leave a single day out'
complete -c jobbook -n "__fish_jobbook_using_subcommand plan; and not __fish_seen_subcommand_from new approve change pause resume skip move end generate preview list" -f -a "move" -d 'Come on another day for a single day'
complete -c jobbook -n "__fish_jobbook_using_subcommand plan; and not __fish_seen_subcommand_from new approve change pause resume skip move end generate preview list" -f -a "end" -d 'Set the last day of service'
complete -c jobbook -n "__fish_jobbook_using_subcommand plan; and not __fish_seen_subcommand_from new approve change pause resume skip move end generate preview list" -f -a "generate" -d 'Make the visits of the weeks ahead, each once; for cron'
complete -c jobbook -n "__fish_jobbook_using_subcommand plan; and not __fish_seen_subcommand_from new approve change pause resume skip move end generate preview list" -f -a "preview" -d 'Show the days and what is billed, with its working'
complete -c jobbook -n "__fish_jobbook_using_subcommand plan; and not __fish_seen_subcommand_from new approve change pause resume skip move end generate preview list" -f -a "list" -d 'List plans by day of the week, technician and route'
complete -c jobbook -n "__fish_jobbook_using_subcommand plan; and __fish_seen_subcommand_from new" -l every -d 'When somebody comes' -r
complete -c jobbook -n "__fish_jobbook_using_subcommand plan; and __fish_seen_subcommand_from new" -l price -d 'The price; that of the quote\'s line or price book when left out' -r
complete -c jobbook -n "__fish_jobbook_using_subcommand plan; and __fish_seen_subcommand_from new" -l per -d 'What the price is for: month or visit' -r
complete -c jobbook -n "__fish_jobbook_using_subcommand plan; and __fish_seen_subcommand_from new" -l line -d 'The line of the quote that it carries out' -r
complete -c jobbook -n "__fish_jobbook_using_subcommand plan; and __fish_seen_subcommand_from new" -l code -d 'An item of the client\'s price book' -r
complete -c jobbook -n "__fish_jobbook_using_subcommand plan; and __fish_seen_subcommand_from new" -l text -d 'What the client reads on invoices; the job\'s title when nothing else says it' -r
complete -c jobbook -n "__fish_jobbook_using_subcommand plan; and __fish_seen_subcommand_from new" -l tax -d 'Tax code' -r
complete -c jobbook -n "__fish_jobbook_using_subcommand plan; and __fish_seen_subcommand_from new" -l start -d 'First day of service; the day on which the client agrees when left out' -r
complete -c jobbook -n "__fish_jobbook_using_subcommand plan; and __fish_seen_subcommand_from new" -l proration -d 'How a month is billed that is not served as a whole: visits or days' -r
complete -c jobbook -n "__fish_jobbook_using_subcommand plan; and __fish_seen_subcommand_from new" -l tech -d 'Who goes: a technician of team.toml' -r
complete -c jobbook -n "__fish_jobbook_using_subcommand plan; and __fish_seen_subcommand_from new" -l route -d 'The route that the visits stand on: one of team.toml, whose technician goes unless --tech says otherwise' -r
complete -c jobbook -n "__fish_jobbook_using_subcommand plan; and __fish_seen_subcommand_from new" -l position -d 'The place among the stops of the route' -r
complete -c jobbook -n "__fish_jobbook_using_subcommand plan; and __fish_seen_subcommand_from new" -l window -d 'Between which times: 9-11; any time of the day when never given' -r
complete -c jobbook -n "__fish_jobbook_using_subcommand plan; and __fish_seen_subcommand_from new" -s C -l book -d 'Folder of the book; else the nearest one from here upwards' -r -F
complete -c jobbook -n "__fish_jobbook_using_subcommand plan; and __fish_seen_subcommand_from new" -l by -d 'Who does this; else git\'s user' -r
complete -c jobbook -n "__fish_jobbook_using_subcommand plan; and __fish_seen_subcommand_from new" -l at -d 'When it happened, if not now: "yesterday 16:30", "2026-03-02 09:00"' -r
complete -c jobbook -n "__fish_jobbook_using_subcommand plan; and __fish_seen_subcommand_from new" -l color -d 'When to colour' -r -f -a "auto\t'On a terminal'
always\t'Always'
never\t'Never'"
complete -c jobbook -n "__fish_jobbook_using_subcommand plan; and __fish_seen_subcommand_from new" -l no-line -d 'It is not what the quote offers'
complete -c jobbook -n "__fish_jobbook_using_subcommand plan; and __fish_seen_subcommand_from new" -l json -d 'Answer as JSON'
complete -c jobbook -n "__fish_jobbook_using_subcommand plan; and __fish_seen_subcommand_from new" -l dry-run -d 'Decide and tell, but write nothing'
complete -c jobbook -n "__fish_jobbook_using_subcommand plan; and __fish_seen_subcommand_from new" -l yes -d 'Answer yes to every question'
complete -c jobbook -n "__fish_jobbook_using_subcommand plan; and __fish_seen_subcommand_from new" -l no-input -d 'Never ask; what is missing is an error'
complete -c jobbook -n "__fish_jobbook_using_subcommand plan; and __fish_seen_subcommand_from new" -s q -l quiet -d 'Tell only results and errors'
complete -c jobbook -n "__fish_jobbook_using_subcommand plan; and __fish_seen_subcommand_from new" -s v -l verbose -d 'Tell more'
complete -c jobbook -n "__fish_jobbook_using_subcommand plan; and __fish_seen_subcommand_from new" -s h -l help -d 'Print help'
complete -c jobbook -n "__fish_jobbook_using_subcommand plan; and __fish_seen_subcommand_from approve" -l who -d 'Who of the client said so' -r
complete -c jobbook -n "__fish_jobbook_using_subcommand plan; and __fish_seen_subcommand_from approve" -l evidence -d 'Where the proof is' -r
complete -c jobbook -n "__fish_jobbook_using_subcommand plan; and __fish_seen_subcommand_from approve" -l start -d 'First day of service; that of the plan, else today' -r
complete -c jobbook -n "__fish_jobbook_using_subcommand plan; and __fish_seen_subcommand_from approve" -s C -l book -d 'Folder of the book; else the nearest one from here upwards' -r -F
complete -c jobbook -n "__fish_jobbook_using_subcommand plan; and __fish_seen_subcommand_from approve" -l by -d 'Who does this; else git\'s user' -r
complete -c jobbook -n "__fish_jobbook_using_subcommand plan; and __fish_seen_subcommand_from approve" -l at -d 'When it happened, if not now: "yesterday 16:30", "2026-03-02 09:00"' -r
complete -c jobbook -n "__fish_jobbook_using_subcommand plan; and __fish_seen_subcommand_from approve" -l color -d 'When to colour' -r -f -a "auto\t'On a terminal'
always\t'Always'
never\t'Never'"
complete -c jobbook -n "__fish_jobbook_using_subcommand plan; and __fish_seen_subcommand_from approve" -l json -d 'Answer as JSON'
complete -c jobbook -n "__fish_jobbook_using_subcommand plan; and __fish_seen_subcommand_from approve" -l dry-run -d 'Decide and tell, but write nothing'
complete -c jobbook -n "__fish_jobbook_using_subcommand plan; and __fish_seen_subcommand_from approve" -l yes -d 'Answer yes to every question'
complete -c jobbook -n "__fish_jobbook_using_subcommand plan; and __fish_seen_subcommand_from approve" -l no-input -d 'Never ask; what is missing is an error'
complete -c jobbook -n "__fish_jobbook_using_subcommand plan; and __fish_seen_subcommand_from approve" -s q -l quiet -d 'Tell only results and errors'
complete -c jobbook -n "__fish_jobbook_using_subcommand plan; and __fish_seen_subcommand_from approve" -s v -l verbose -d 'Tell more'
complete -c jobbook -n "__fish_jobbook_using_subcommand plan; and __fish_seen_subcommand_from approve" -s h -l help -d 'Print help'
complete -c jobbook -n "__fish_jobbook_using_subcommand plan; and __fish_seen_subcommand_from change" -l price -d 'The new price' -r
complete -c jobbook -n "__fish_jobbook_using_subcommand plan; and __fish_seen_subcommand_from change" -l every -d 'When somebody comes' -r
complete -c jobbook -n "__fish_jobbook_using_subcommand plan; and __fish_seen_subcommand_from change" -l from -d 'From this day on' -r
complete -c jobbook -n "__fish_jobbook_using_subcommand plan; and __fish_seen_subcommand_from change" -l text -d 'What the client reads on invoices' -r
complete -c jobbook -n "__fish_jobbook_using_subcommand plan; and __fish_seen_subcommand_from change" -l tech -d 'Who goes: a technician of team.toml' -r
complete -c jobbook -n "__fish_jobbook_using_subcommand plan; and __fish_seen_subcommand_from change" -l route -d 'The route that the visits stand on: one of team.toml, whose technician goes unless --tech says otherwise' -r
complete -c jobbook -n "__fish_jobbook_using_subcommand plan; and __fish_seen_subcommand_from change" -l position -d 'The place among the stops of the route' -r
complete -c jobbook -n "__fish_jobbook_using_subcommand plan; and __fish_seen_subcommand_from change" -l window -d 'Between which times: 9-11; any time of the day when never given' -r
complete -c jobbook -n "__fish_jobbook_using_subcommand plan; and __fish_seen_subcommand_from change" -s C -l book -d 'Folder of the book; else the nearest one from here upwards' -r -F
complete -c jobbook -n "__fish_jobbook_using_subcommand plan; and __fish_seen_subcommand_from change" -l by -d 'Who does this; else git\'s user' -r
complete -c jobbook -n "__fish_jobbook_using_subcommand plan; and __fish_seen_subcommand_from change" -l at -d 'When it happened, if not now: "yesterday 16:30", "2026-03-02 09:00"' -r
complete -c jobbook -n "__fish_jobbook_using_subcommand plan; and __fish_seen_subcommand_from change" -l color -d 'When to colour' -r -f -a "auto\t'On a terminal'
always\t'Always'
never\t'Never'"
complete -c jobbook -n "__fish_jobbook_using_subcommand plan; and __fish_seen_subcommand_from change" -l json -d 'Answer as JSON'
complete -c jobbook -n "__fish_jobbook_using_subcommand plan; and __fish_seen_subcommand_from change" -l dry-run -d 'Decide and tell, but write nothing'
complete -c jobbook -n "__fish_jobbook_using_subcommand plan; and __fish_seen_subcommand_from change" -l yes -d 'Answer yes to every question'
complete -c jobbook -n "__fish_jobbook_using_subcommand plan; and __fish_seen_subcommand_from change" -l no-input -d 'Never ask; what is missing is an error'
complete -c jobbook -n "__fish_jobbook_using_subcommand plan; and __fish_seen_subcommand_from change" -s q -l quiet -d 'Tell only results and errors'
complete -c jobbook -n "__fish_jobbook_using_subcommand plan; and __fish_seen_subcommand_from change" -s v -l verbose -d 'Tell more'
complete -c jobbook -n "__fish_jobbook_using_subcommand plan; and __fish_seen_subcommand_from change" -s h -l help -d 'Print help'
complete -c jobbook -n "__fish_jobbook_using_subcommand plan; and __fish_seen_subcommand_from pause" -l from -d 'First day' -r
complete -c jobbook -n "__fish_jobbook_using_subcommand plan; and __fish_seen_subcommand_from pause" -l to -d 'Last day; until plan resume when left out' -r
complete -c jobbook -n "__fish_jobbook_using_subcommand plan; and __fish_seen_subcommand_from pause" -l reason -d 'Why' -r
complete -c jobbook -n "__fish_jobbook_using_subcommand plan; and __fish_seen_subcommand_from pause" -s C -l book -d 'Folder of the book; else the nearest one from here upwards' -r -F
complete -c jobbook -n "__fish_jobbook_using_subcommand plan; and __fish_seen_subcommand_from pause" -l by -d 'Who does this; else git\'s user' -r
complete -c jobbook -n "__fish_jobbook_using_subcommand plan; and __fish_seen_subcommand_from pause" -l at -d 'When it happened, if not now: "yesterday 16:30", "2026-03-02 09:00"' -r
complete -c jobbook -n "__fish_jobbook_using_subcommand plan; and __fish_seen_subcommand_from pause" -l color -d 'When to colour' -r -f -a "auto\t'On a terminal'
always\t'Always'
never\t'Never'"
complete -c jobbook -n "__fish_jobbook_using_subcommand plan; and __fish_seen_subcommand_from pause" -l json -d 'Answer as JSON'
complete -c jobbook -n "__fish_jobbook_using_subcommand plan; and __fish_seen_subcommand_from pause" -l dry-run -d 'Decide and tell, but write nothing'
complete -c jobbook -n "__fish_jobbook_using_subcommand plan; and __fish_seen_subcommand_from pause" -l yes -d 'Answer yes to every question'
complete -c jobbook -n "__fish_jobbook_using_subcommand plan; and __fish_seen_subcommand_from pause" -l no-input -d 'Never ask; what is missing is an error'
complete -c jobbook -n "__fish_jobbook_using_subcommand plan; and __fish_seen_subcommand_from pause" -s q -l quiet -d 'Tell only results and errors'
complete -c jobbook -n "__fish_jobbook_using_subcommand plan; and __fish_seen_subcommand_from pause" -s v -l verbose -d 'Tell more'
complete -c jobbook -n "__fish_jobbook_using_subcommand plan; and __fish_seen_subcommand_from pause" -s h -l help -d 'Print help'
complete -c jobbook -n "__fish_jobbook_using_subcommand plan; and __fish_seen_subcommand_from resume" -l from -d 'First day of service; today when left out' -r
complete -c jobbook -n "__fish_jobbook_using_subcommand plan; and __fish_seen_subcommand_from resume" -s C -l book -d 'Folder of the book; else the nearest one from here upwards' -r -F
complete -c jobbook -n "__fish_jobbook_using_subcommand plan; and __fish_seen_subcommand_from resume" -l by -d 'Who does this; else git\'s user' -r
complete -c jobbook -n "__fish_jobbook_using_subcommand plan; and __fish_seen_subcommand_from resume" -l at -d 'When it happened, if not now: "yesterday 16:30", "2026-03-02 09:00"' -r
complete -c jobbook -n "__fish_jobbook_using_subcommand plan; and __fish_seen_subcommand_from resume" -l color -d 'When to colour' -r -f -a "auto\t'On a terminal'
always\t'Always'
never\t'Never'"
complete -c jobbook -n "__fish_jobbook_using_subcommand plan; and __fish_seen_subcommand_from resume" -l json -d 'Answer as JSON'
complete -c jobbook -n "__fish_jobbook_using_subcommand plan; and __fish_seen_subcommand_from resume" -l dry-run -d 'Decide and tell, but write nothing'
complete -c jobbook -n "__fish_jobbook_using_subcommand plan; and __fish_seen_subcommand_from resume" -l yes -d 'Answer yes to every question'
complete -c jobbook -n "__fish_jobbook_using_subcommand plan; and __fish_seen_subcommand_from resume" -l no-input -d 'Never ask; what is missing is an error'
complete -c jobbook -n "__fish_jobbook_using_subcommand plan; and __fish_seen_subcommand_from resume" -s q -l quiet -d 'Tell only results and errors'
complete -c jobbook -n "__fish_jobbook_using_subcommand plan; and __fish_seen_subcommand_from resume" -s v -l verbose -d 'Tell more'
complete -c jobbook -n "__fish_jobbook_using_subcommand plan; and __fish_seen_subcommand_from resume" -s h -l help -d 'Print help'
complete -c jobbook -n "__fish_jobbook_using_subcommand plan; and __fish_seen_subcommand_from skip" -l reason -d 'Why' -r
complete -c jobbook -n "__fish_jobbook_using_subcommand plan; and __fish_seen_subcommand_from skip" -s C -l book -d 'Folder of the book; else the nearest one from here upwards' -r -F
complete -c jobbook -n "__fish_jobbook_using_subcommand plan; and __fish_seen_subcommand_from skip" -l by -d 'Who does this; else git\'s user' -r
complete -c jobbook -n "__fish_jobbook_using_subcommand plan; and __fish_seen_subcommand_from skip" -l at -d 'When it happened, if not now: "yesterday 16:30", "2026-03-02 09:00"' -r
complete -c jobbook -n "__fish_jobbook_using_subcommand plan; and __fish_seen_subcommand_from skip" -l color -d 'When to colour' -r -f -a "auto\t'On a terminal'
always\t'Always'
never\t'Never'"
complete -c jobbook -n "__fish_jobbook_using_subcommand plan; and __fish_seen_subcommand_from skip" -l charge -d 'It is billed all the same'
complete -c jobbook -n "__fish_jobbook_using_subcommand plan; and __fish_seen_subcommand_from skip" -l undo -d 'Somebody comes after all'
complete -c jobbook -n "__fish_jobbook_using_subcommand plan; and __fish_seen_subcommand_from skip" -l json -d 'Answer as JSON'
complete -c jobbook -n "__fish_jobbook_using_subcommand plan; and __fish_seen_subcommand_from skip" -l dry-run -d 'Decide and tell, but write nothing'
complete -c jobbook -n "__fish_jobbook_using_subcommand plan; and __fish_seen_subcommand_from skip" -l yes -d 'Answer yes to every question'
complete -c jobbook -n "__fish_jobbook_using_subcommand plan; and __fish_seen_subcommand_from skip" -l no-input -d 'Never ask; what is missing is an error'
complete -c jobbook -n "__fish_jobbook_using_subcommand plan; and __fish_seen_subcommand_from skip" -s q -l quiet -d 'Tell only results and errors'
complete -c jobbook -n "__fish_jobbook_using_subcommand plan; and __fish_seen_subcommand_from skip" -s v -l verbose -d 'Tell more'
complete -c jobbook -n "__fish_jobbook_using_subcommand plan; and __fish_seen_subcommand_from skip" -s h -l help -d 'Print help'
complete -c jobbook -n "__fish_jobbook_using_subcommand plan; and __fish_seen_subcommand_from move" -l to -d 'The day on which somebody comes' -r
complete -c jobbook -n "__fish_jobbook_using_subcommand plan; and __fish_seen_subcommand_from move" -l reason -d 'Why' -r
complete -c jobbook -n "__fish_jobbook_using_subcommand plan; and __fish_seen_subcommand_from move" -s C -l book -d 'Folder of the book; else the nearest one from here upwards' -r -F
complete -c jobbook -n "__fish_jobbook_using_subcommand plan; and __fish_seen_subcommand_from move" -l by -d 'Who does this; else git\'s user' -r
complete -c jobbook -n "__fish_jobbook_using_subcommand plan; and __fish_seen_subcommand_from move" -l at -d 'When it happened, if not now: "yesterday 16:30", "2026-03-02 09:00"' -r
complete -c jobbook -n "__fish_jobbook_using_subcommand plan; and __fish_seen_subcommand_from move" -l color -d 'When to colour' -r -f -a "auto\t'On a terminal'
always\t'Always'
never\t'Never'"
complete -c jobbook -n "__fish_jobbook_using_subcommand plan; and __fish_seen_subcommand_from move" -l overbook -d 'Put it there although no place is left; needs --reason'
complete -c jobbook -n "__fish_jobbook_using_subcommand plan; and __fish_seen_subcommand_from move" -l json -d 'Answer as JSON'
complete -c jobbook -n "__fish_jobbook_using_subcommand plan; and __fish_seen_subcommand_from move" -l dry-run -d 'Decide and tell, but write nothing'
complete -c jobbook -n "__fish_jobbook_using_subcommand plan; and __fish_seen_subcommand_from move" -l yes -d 'Answer yes to every question'
complete -c jobbook -n "__fish_jobbook_using_subcommand plan; and __fish_seen_subcommand_from move" -l no-input -d 'Never ask; what is missing is an error'
complete -c jobbook -n "__fish_jobbook_using_subcommand plan; and __fish_seen_subcommand_from move" -s q -l quiet -d 'Tell only results and errors'
complete -c jobbook -n "__fish_jobbook_using_subcommand plan; and __fish_seen_subcommand_from move" -s v -l verbose -d 'Tell more'
complete -c jobbook -n "__fish_jobbook_using_subcommand plan; and __fish_seen_subcommand_from move" -s h -l help -d 'Print help'
complete -c jobbook -n "__fish_jobbook_using_subcommand plan; and __fish_seen_subcommand_from end" -l on -d 'Last day of service; today when left out' -r
complete -c jobbook -n "__fish_jobbook_using_subcommand plan; and __fish_seen_subcommand_from end" -l reason -d 'Why' -r
complete -c jobbook -n "__fish_jobbook_using_subcommand plan; and __fish_seen_subcommand_from end" -s C -l book -d 'Folder of the book; else the nearest one from here upwards' -r -F
complete -c jobbook -n "__fish_jobbook_using_subcommand plan; and __fish_seen_subcommand_from end" -l by -d 'Who does this; else git\'s user' -r
complete -c jobbook -n "__fish_jobbook_using_subcommand plan; and __fish_seen_subcommand_from end" -l at -d 'When it happened, if not now: "yesterday 16:30", "2026-03-02 09:00"' -r
complete -c jobbook -n "__fish_jobbook_using_subcommand plan; and __fish_seen_subcommand_from end" -l color -d 'When to colour' -r -f -a "auto\t'On a terminal'
always\t'Always'
never\t'Never'"
complete -c jobbook -n "__fish_jobbook_using_subcommand plan; and __fish_seen_subcommand_from end" -l json -d 'Answer as JSON'
complete -c jobbook -n "__fish_jobbook_using_subcommand plan; and __fish_seen_subcommand_from end" -l dry-run -d 'Decide and tell, but write nothing'
complete -c jobbook -n "__fish_jobbook_using_subcommand plan; and __fish_seen_subcommand_from end" -l yes -d 'Answer yes to every question'
complete -c jobbook -n "__fish_jobbook_using_subcommand plan; and __fish_seen_subcommand_from end" -l no-input -d 'Never ask; what is missing is an error'
complete -c jobbook -n "__fish_jobbook_using_subcommand plan; and __fish_seen_subcommand_from end" -s q -l quiet -d 'Tell only results and errors'
complete -c jobbook -n "__fish_jobbook_using_subcommand plan; and __fish_seen_subcommand_from end" -s v -l verbose -d 'Tell more'
complete -c jobbook -n "__fish_jobbook_using_subcommand plan; and __fish_seen_subcommand_from end" -s h -l help -d 'Print help'
complete -c jobbook -n "__fish_jobbook_using_subcommand plan; and __fish_seen_subcommand_from generate" -s C -l book -d 'Folder of the book; else the nearest one from here upwards' -r -F
complete -c jobbook -n "__fish_jobbook_using_subcommand plan; and __fish_seen_subcommand_from generate" -l by -d 'Who does this; else git\'s user' -r
complete -c jobbook -n "__fish_jobbook_using_subcommand plan; and __fish_seen_subcommand_from generate" -l at -d 'When it happened, if not now: "yesterday 16:30", "2026-03-02 09:00"' -r
complete -c jobbook -n "__fish_jobbook_using_subcommand plan; and __fish_seen_subcommand_from generate" -l color -d 'When to colour' -r -f -a "auto\t'On a terminal'
always\t'Always'
never\t'Never'"
complete -c jobbook -n "__fish_jobbook_using_subcommand plan; and __fish_seen_subcommand_from generate" -l json -d 'Answer as JSON'
complete -c jobbook -n "__fish_jobbook_using_subcommand plan; and __fish_seen_subcommand_from generate" -l dry-run -d 'Decide and tell, but write nothing'
complete -c jobbook -n "__fish_jobbook_using_subcommand plan; and __fish_seen_subcommand_from generate" -l yes -d 'Answer yes to every question'
complete -c jobbook -n "__fish_jobbook_using_subcommand plan; and __fish_seen_subcommand_from generate" -l no-input -d 'Never ask; what is missing is an error'
complete -c jobbook -n "__fish_jobbook_using_subcommand plan; and __fish_seen_subcommand_from generate" -s q -l quiet -d 'Tell only results and errors'
complete -c jobbook -n "__fish_jobbook_using_subcommand plan; and __fish_seen_subcommand_from generate" -s v -l verbose -d 'Tell more'
complete -c jobbook -n "__fish_jobbook_using_subcommand plan; and __fish_seen_subcommand_from generate" -s h -l help -d 'Print help'
complete -c jobbook -n "__fish_jobbook_using_subcommand plan; and __fish_seen_subcommand_from preview" -l month -d 'The month: 2026-04' -r
complete -c jobbook -n "__fish_jobbook_using_subcommand plan; and __fish_seen_subcommand_from preview" -s C -l book -d 'Folder of the book; else the nearest one from here upwards' -r -F
complete -c jobbook -n "__fish_jobbook_using_subcommand plan; and __fish_seen_subcommand_from preview" -l by -d 'Who does this; else git\'s user' -r
complete -c jobbook -n "__fish_jobbook_using_subcommand plan; and __fish_seen_subcommand_from preview" -l at -d 'When it happened, if not now: "yesterday 16:30", "2026-03-02 09:00"' -r
complete -c jobbook -n "__fish_jobbook_using_subcommand plan; and __fish_seen_subcommand_from preview" -l color -d 'When to colour' -r -f -a "auto\t'On a terminal'
always\t'Always'
never\t'Never'"
complete -c jobbook -n "__fish_jobbook_using_subcommand plan; and __fish_seen_subcommand_from preview" -l json -d 'Answer as JSON'
complete -c jobbook -n "__fish_jobbook_using_subcommand plan; and __fish_seen_subcommand_from preview" -l dry-run -d 'Decide and tell, but write nothing'
complete -c jobbook -n "__fish_jobbook_using_subcommand plan; and __fish_seen_subcommand_from preview" -l yes -d 'Answer yes to every question'
complete -c jobbook -n "__fish_jobbook_using_subcommand plan; and __fish_seen_subcommand_from preview" -l no-input -d 'Never ask; what is missing is an error'
complete -c jobbook -n "__fish_jobbook_using_subcommand plan; and __fish_seen_subcommand_from preview" -s q -l quiet -d 'Tell only results and errors'
complete -c jobbook -n "__fish_jobbook_using_subcommand plan; and __fish_seen_subcommand_from preview" -s v -l verbose -d 'Tell more'
complete -c jobbook -n "__fish_jobbook_using_subcommand plan; and __fish_seen_subcommand_from preview" -s h -l help -d 'Print help'
complete -c jobbook -n "__fish_jobbook_using_subcommand plan; and __fish_seen_subcommand_from list" -l day -d 'Only plans of this day of the week: mon, tuesday' -r
complete -c jobbook -n "__fish_jobbook_using_subcommand plan; and __fish_seen_subcommand_from list" -l tech -d 'Only this technician\'s' -r
complete -c jobbook -n "__fish_jobbook_using_subcommand plan; and __fish_seen_subcommand_from list" -l route -d 'Only those on this route' -r
complete -c jobbook -n "__fish_jobbook_using_subcommand plan; and __fish_seen_subcommand_from list" -s C -l book -d 'Folder of the book; else the nearest one from here upwards' -r -F
complete -c jobbook -n "__fish_jobbook_using_subcommand plan; and __fish_seen_subcommand_from list" -l by -d 'Who does this; else git\'s user' -r
complete -c jobbook -n "__fish_jobbook_using_subcommand plan; and __fish_seen_subcommand_from list" -l at -d 'When it happened, if not now: "yesterday 16:30", "2026-03-02 09:00"' -r
complete -c jobbook -n "__fish_jobbook_using_subcommand plan; and __fish_seen_subcommand_from list" -l color -d 'When to colour' -r -f -a "auto\t'On a terminal'
always\t'Always'
never\t'Never'"
complete -c jobbook -n "__fish_jobbook_using_subcommand plan; and __fish_seen_subcommand_from list" -l all -d 'Those of jobs at an end too'
complete -c jobbook -n "__fish_jobbook_using_subcommand plan; and __fish_seen_subcommand_from list" -l json -d 'Answer as JSON'
complete -c jobbook -n "__fish_jobbook_using_subcommand plan; and __fish_seen_subcommand_from list" -l dry-run -d 'Decide and tell, but write nothing'
complete -c jobbook -n "__fish_jobbook_using_subcommand plan; and __fish_seen_subcommand_from list" -l yes -d 'Answer yes to every question'
complete -c jobbook -n "__fish_jobbook_using_subcommand plan; and __fish_seen_subcommand_from list" -l no-input -d 'Never ask; what is missing is an error'
complete -c jobbook -n "__fish_jobbook_using_subcommand plan; and __fish_seen_subcommand_from list" -s q -l quiet -d 'Tell only results and errors'
complete -c jobbook -n "__fish_jobbook_using_subcommand plan; and __fish_seen_subcommand_from list" -s v -l verbose -d 'Tell more'
complete -c jobbook -n "__fish_jobbook_using_subcommand plan; and __fish_seen_subcommand_from list" -s h -l help -d 'Print help'
complete -c jobbook -n "__fish_jobbook_using_subcommand checklist; and not __fish_seen_subcommand_from show tick untick skip fail" -s C -l book -d 'Folder of the book; else the nearest one from here upwards' -r -F
complete -c jobbook -n "__fish_jobbook_using_subcommand checklist; and not __fish_seen_subcommand_from show tick untick skip fail" -l by -d 'Who does this; else git\'s user' -r
complete -c jobbook -n "__fish_jobbook_using_subcommand checklist; and not __fish_seen_subcommand_from show tick untick skip fail" -l at -d 'When it happened, if not now: "yesterday 16:30", "2026-03-02 09:00"' -r
complete -c jobbook -n "__fish_jobbook_using_subcommand checklist; and not __fish_seen_subcommand_from show tick untick skip fail" -l color -d 'When to colour' -r -f -a "auto\t'On a terminal'
always\t'Always'
never\t'Never'"
complete -c jobbook -n "__fish_jobbook_using_subcommand checklist; and not __fish_seen_subcommand_from show tick untick skip fail" -l json -d 'Answer as JSON'
complete -c jobbook -n "__fish_jobbook_using_subcommand checklist; and not __fish_seen_subcommand_from show tick untick skip fail" -l dry-run -d 'Decide and tell, but write nothing'
complete -c jobbook -n "__fish_jobbook_using_subcommand checklist; and not __fish_seen_subcommand_from show tick untick skip fail" -l yes -d 'Answer yes to every question'
complete -c jobbook -n "__fish_jobbook_using_subcommand checklist; and not __fish_seen_subcommand_from show tick untick skip fail" -l no-input -d 'Never ask; what is missing is an error'
complete -c jobbook -n "__fish_jobbook_using_subcommand checklist; and not __fish_seen_subcommand_from show tick untick skip fail" -s q -l quiet -d 'Tell only results and errors'
complete -c jobbook -n "__fish_jobbook_using_subcommand checklist; and not __fish_seen_subcommand_from show tick untick skip fail" -s v -l verbose -d 'Tell more'
complete -c jobbook -n "__fish_jobbook_using_subcommand checklist; and not __fish_seen_subcommand_from show tick untick skip fail" -s h -l help -d 'Print help'
complete -c jobbook -n "__fish_jobbook_using_subcommand checklist; and not __fish_seen_subcommand_from show tick untick skip fail" -f -a "show" -d 'Show what is asked, and what answers it'
complete -c jobbook -n "__fish_jobbook_using_subcommand checklist; and not __fish_seen_subcommand_from show tick untick skip fail" -f -a "tick" -d 'Tick items'
complete -c jobbook -n "__fish_jobbook_using_subcommand checklist; and not __fish_seen_subcommand_from show tick untick skip fail" -f -a "untick" -d 'Take a tick back'
complete -c jobbook -n "__fish_jobbook_using_subcommand checklist; and not __fish_seen_subcommand_from show tick untick skip fail" -f -a "skip" -d 'Leave an item out, for a reason'
complete -c jobbook -n "__fish_jobbook_using_subcommand checklist; and not __fish_seen_subcommand_from show tick untick skip fail" -f -a "fail" -d 'Say that a control point was not met; it stays open'
complete -c jobbook -n "__fish_jobbook_using_subcommand checklist; and __fish_seen_subcommand_from show" -s C -l book -d 'Folder of the book; else the nearest one from here upwards' -r -F
complete -c jobbook -n "__fish_jobbook_using_subcommand checklist; and __fish_seen_subcommand_from show" -l by -d 'Who does this; else git\'s user' -r
complete -c jobbook -n "__fish_jobbook_using_subcommand checklist; and __fish_seen_subcommand_from show" -l at -d 'When it happened, if not now: "yesterday 16:30", "2026-03-02 09:00"' -r
complete -c jobbook -n "__fish_jobbook_using_subcommand checklist; and __fish_seen_subcommand_from show" -l color -d 'When to colour' -r -f -a "auto\t'On a terminal'
always\t'Always'
never\t'Never'"
complete -c jobbook -n "__fish_jobbook_using_subcommand checklist; and __fish_seen_subcommand_from show" -l json -d 'Answer as JSON'
complete -c jobbook -n "__fish_jobbook_using_subcommand checklist; and __fish_seen_subcommand_from show" -l dry-run -d 'Decide and tell, but write nothing'
complete -c jobbook -n "__fish_jobbook_using_subcommand checklist; and __fish_seen_subcommand_from show" -l yes -d 'Answer yes to every question'
complete -c jobbook -n "__fish_jobbook_using_subcommand checklist; and __fish_seen_subcommand_from show" -l no-input -d 'Never ask; what is missing is an error'
complete -c jobbook -n "__fish_jobbook_using_subcommand checklist; and __fish_seen_subcommand_from show" -s q -l quiet -d 'Tell only results and errors'
complete -c jobbook -n "__fish_jobbook_using_subcommand checklist; and __fish_seen_subcommand_from show" -s v -l verbose -d 'Tell more'
complete -c jobbook -n "__fish_jobbook_using_subcommand checklist; and __fish_seen_subcommand_from show" -s h -l help -d 'Print help'
complete -c jobbook -n "__fish_jobbook_using_subcommand checklist; and __fish_seen_subcommand_from tick" -l list -d 'Name of the list, when several ask for the item' -r
complete -c jobbook -n "__fish_jobbook_using_subcommand checklist; and __fish_seen_subcommand_from tick" -l note -l evidence -d 'Evidence or remark' -r
complete -c jobbook -n "__fish_jobbook_using_subcommand checklist; and __fish_seen_subcommand_from tick" -s C -l book -d 'Folder of the book; else the nearest one from here upwards' -r -F
complete -c jobbook -n "__fish_jobbook_using_subcommand checklist; and __fish_seen_subcommand_from tick" -l by -d 'Who does this; else git\'s user' -r
complete -c jobbook -n "__fish_jobbook_using_subcommand checklist; and __fish_seen_subcommand_from tick" -l at -d 'When it happened, if not now: "yesterday 16:30", "2026-03-02 09:00"' -r
complete -c jobbook -n "__fish_jobbook_using_subcommand checklist; and __fish_seen_subcommand_from tick" -l color -d 'When to colour' -r -f -a "auto\t'On a terminal'
always\t'Always'
never\t'Never'"
complete -c jobbook -n "__fish_jobbook_using_subcommand checklist; and __fish_seen_subcommand_from tick" -l json -d 'Answer as JSON'
complete -c jobbook -n "__fish_jobbook_using_subcommand checklist; and __fish_seen_subcommand_from tick" -l dry-run -d 'Decide and tell, but write nothing'
complete -c jobbook -n "__fish_jobbook_using_subcommand checklist; and __fish_seen_subcommand_from tick" -l yes -d 'Answer yes to every question'
complete -c jobbook -n "__fish_jobbook_using_subcommand checklist; and __fish_seen_subcommand_from tick" -l no-input -d 'Never ask; what is missing is an error'
complete -c jobbook -n "__fish_jobbook_using_subcommand checklist; and __fish_seen_subcommand_from tick" -s q -l quiet -d 'Tell only results and errors'
complete -c jobbook -n "__fish_jobbook_using_subcommand checklist; and __fish_seen_subcommand_from tick" -s v -l verbose -d 'Tell more'
complete -c jobbook -n "__fish_jobbook_using_subcommand checklist; and __fish_seen_subcommand_from tick" -s h -l help -d 'Print help'
complete -c jobbook -n "__fish_jobbook_using_subcommand checklist; and __fish_seen_subcommand_from untick" -l list -d 'Name of the list, when several ask for the item' -r
complete -c jobbook -n "__fish_jobbook_using_subcommand checklist; and __fish_seen_subcommand_from untick" -l reason -d 'Why' -r
complete -c jobbook -n "__fish_jobbook_using_subcommand checklist; and __fish_seen_subcommand_from untick" -s C -l book -d 'Folder of the book; else the nearest one from here upwards' -r -F
complete -c jobbook -n "__fish_jobbook_using_subcommand checklist; and __fish_seen_subcommand_from untick" -l by -d 'Who does this; else git\'s user' -r
complete -c jobbook -n "__fish_jobbook_using_subcommand checklist; and __fish_seen_subcommand_from untick" -l at -d 'When it happened, if not now: "yesterday 16:30", "2026-03-02 09:00"' -r
complete -c jobbook -n "__fish_jobbook_using_subcommand checklist; and __fish_seen_subcommand_from untick" -l color -d 'When to colour' -r -f -a "auto\t'On a terminal'
always\t'Always'
never\t'Never'"
complete -c jobbook -n "__fish_jobbook_using_subcommand checklist; and __fish_seen_subcommand_from untick" -l json -d 'Answer as JSON'
complete -c jobbook -n "__fish_jobbook_using_subcommand checklist; and __fish_seen_subcommand_from untick" -l dry-run -d 'Decide and tell, but write nothing'
complete -c jobbook -n "__fish_jobbook_using_subcommand checklist; and __fish_seen_subcommand_from untick" -l yes -d 'Answer yes to every question'
complete -c jobbook -n "__fish_jobbook_using_subcommand checklist; and __fish_seen_subcommand_from untick" -l no-input -d 'Never ask; what is missing is an error'
complete -c jobbook -n "__fish_jobbook_using_subcommand checklist; and __fish_seen_subcommand_from untick" -s q -l quiet -d 'Tell only results and errors'
complete -c jobbook -n "__fish_jobbook_using_subcommand checklist; and __fish_seen_subcommand_from untick" -s v -l verbose -d 'Tell more'
complete -c jobbook -n "__fish_jobbook_using_subcommand checklist; and __fish_seen_subcommand_from untick" -s h -l help -d 'Print help'
complete -c jobbook -n "__fish_jobbook_using_subcommand checklist; and __fish_seen_subcommand_from skip" -l list -d 'Name of the list, when several ask for the item' -r
complete -c jobbook -n "__fish_jobbook_using_subcommand checklist; and __fish_seen_subcommand_from skip" -l reason -d 'Why' -r
complete -c jobbook -n "__fish_jobbook_using_subcommand checklist; and __fish_seen_subcommand_from skip" -s C -l book -d 'Folder of the book; else the nearest one from here upwards' -r -F
complete -c jobbook -n "__fish_jobbook_using_subcommand checklist; and __fish_seen_subcommand_from skip" -l by -d 'Who does this; else git\'s user' -r
complete -c jobbook -n "__fish_jobbook_using_subcommand checklist; and __fish_seen_subcommand_from skip" -l at -d 'When it happened, if not now: "yesterday 16:30", "2026-03-02 09:00"' -r
complete -c jobbook -n "__fish_jobbook_using_subcommand checklist; and __fish_seen_subcommand_from skip" -l color -d 'When to colour' -r -f -a "auto\t'On a terminal'
always\t'Always'
never\t'Never'"
complete -c jobbook -n "__fish_jobbook_using_subcommand checklist; and __fish_seen_subcommand_from skip" -l json -d 'Answer as JSON'
complete -c jobbook -n "__fish_jobbook_using_subcommand checklist; and __fish_seen_subcommand_from skip" -l dry-run -d 'Decide and tell, but write nothing'
complete -c jobbook -n "__fish_jobbook_using_subcommand checklist; and __fish_seen_subcommand_from skip" -l yes -d 'Answer yes to every question'
complete -c jobbook -n "__fish_jobbook_using_subcommand checklist; and __fish_seen_subcommand_from skip" -l no-input -d 'Never ask; what is missing is an error'
complete -c jobbook -n "__fish_jobbook_using_subcommand checklist; and __fish_seen_subcommand_from skip" -s q -l quiet -d 'Tell only results and errors'
complete -c jobbook -n "__fish_jobbook_using_subcommand checklist; and __fish_seen_subcommand_from skip" -s v -l verbose -d 'Tell more'
complete -c jobbook -n "__fish_jobbook_using_subcommand checklist; and __fish_seen_subcommand_from skip" -s h -l help -d 'Print help'
complete -c jobbook -n "__fish_jobbook_using_subcommand checklist; and __fish_seen_subcommand_from fail" -l list -d 'Name of the list, when several ask for the item' -r
complete -c jobbook -n "__fish_jobbook_using_subcommand checklist; and __fish_seen_subcommand_from fail" -l note -d 'What was found' -r
complete -c jobbook -n "__fish_jobbook_using_subcommand checklist; and __fish_seen_subcommand_from fail" -s C -l book -d 'Folder of the book; else the nearest one from here upwards' -r -F
complete -c jobbook -n "__fish_jobbook_using_subcommand checklist; and __fish_seen_subcommand_from fail" -l by -d 'Who does this; else git\'s user' -r
complete -c jobbook -n "__fish_jobbook_using_subcommand checklist; and __fish_seen_subcommand_from fail" -l at -d 'When it happened, if not now: "yesterday 16:30", "2026-03-02 09:00"' -r
complete -c jobbook -n "__fish_jobbook_using_subcommand checklist; and __fish_seen_subcommand_from fail" -l color -d 'When to colour' -r -f -a "auto\t'On a terminal'
always\t'Always'
never\t'Never'"
complete -c jobbook -n "__fish_jobbook_using_subcommand checklist; and __fish_seen_subcommand_from fail" -l json -d 'Answer as JSON'
complete -c jobbook -n "__fish_jobbook_using_subcommand checklist; and __fish_seen_subcommand_from fail" -l dry-run -d 'Decide and tell, but write nothing'
complete -c jobbook -n "__fish_jobbook_using_subcommand checklist; and __fish_seen_subcommand_from fail" -l yes -d 'Answer yes to every question'
complete -c jobbook -n "__fish_jobbook_using_subcommand checklist; and __fish_seen_subcommand_from fail" -l no-input -d 'Never ask; what is missing is an error'
complete -c jobbook -n "__fish_jobbook_using_subcommand checklist; and __fish_seen_subcommand_from fail" -s q -l quiet -d 'Tell only results and errors'
complete -c jobbook -n "__fish_jobbook_using_subcommand checklist; and __fish_seen_subcommand_from fail" -s v -l verbose -d 'Tell more'
complete -c jobbook -n "__fish_jobbook_using_subcommand checklist; and __fish_seen_subcommand_from fail" -s h -l help -d 'Print help'
complete -c jobbook -n "__fish_jobbook_using_subcommand waiver; and not __fish_seen_subcommand_from send returned withdraw show list" -s C -l book -d 'Folder of the book; else the nearest one from here upwards' -r -F
complete -c jobbook -n "__fish_jobbook_using_subcommand waiver; and not __fish_seen_subcommand_from send returned withdraw show list" -l by -d 'Who does this; else git\'s user' -r
complete -c jobbook -n "__fish_jobbook_using_subcommand waiver; and not __fish_seen_subcommand_from send returned withdraw show list" -l at -d 'When it happened, if not now: "yesterday 16:30", "2026-03-02 09:00"' -r
complete -c jobbook -n "__fish_jobbook_using_subcommand waiver; and not __fish_seen_subcommand_from send returned withdraw show list" -l color -d 'When to colour' -r -f -a "auto\t'On a terminal'
always\t'Always'
never\t'Never'"
complete -c jobbook -n "__fish_jobbook_using_subcommand waiver; and not __fish_seen_subcommand_from send returned withdraw show list" -l json -d 'Answer as JSON'
complete -c jobbook -n "__fish_jobbook_using_subcommand waiver; and not __fish_seen_subcommand_from send returned withdraw show list" -l dry-run -d 'Decide and tell, but write nothing'
complete -c jobbook -n "__fish_jobbook_using_subcommand waiver; and not __fish_seen_subcommand_from send returned withdraw show list" -l yes -d 'Answer yes to every question'
complete -c jobbook -n "__fish_jobbook_using_subcommand waiver; and not __fish_seen_subcommand_from send returned withdraw show list" -l no-input -d 'Never ask; what is missing is an error'
complete -c jobbook -n "__fish_jobbook_using_subcommand waiver; and not __fish_seen_subcommand_from send returned withdraw show list" -s q -l quiet -d 'Tell only results and errors'
complete -c jobbook -n "__fish_jobbook_using_subcommand waiver; and not __fish_seen_subcommand_from send returned withdraw show list" -s v -l verbose -d 'Tell more'
complete -c jobbook -n "__fish_jobbook_using_subcommand waiver; and not __fish_seen_subcommand_from send returned withdraw show list" -s h -l help -d 'Print help'
complete -c jobbook -n "__fish_jobbook_using_subcommand waiver; and not __fish_seen_subcommand_from send returned withdraw show list" -f -a "send" -d 'Send a waiver to the client to be signed, or ask for it once more'
complete -c jobbook -n "__fish_jobbook_using_subcommand waiver; and not __fish_seen_subcommand_from send returned withdraw show list" -f -a "returned" -d 'Note that a waiver came back signed'
complete -c jobbook -n "__fish_jobbook_using_subcommand waiver; and not __fish_seen_subcommand_from send returned withdraw show list" -f -a "withdraw" -d 'Note that a waiver is not waited for any more'
complete -c jobbook -n "__fish_jobbook_using_subcommand waiver; and not __fish_seen_subcommand_from send returned withdraw show list" -f -a "show" -d 'Show or print a waiver'
complete -c jobbook -n "__fish_jobbook_using_subcommand waiver; and not __fish_seen_subcommand_from send returned withdraw show list" -f -a "list" -d 'List the waivers of a job, or everything that is not back'
complete -c jobbook -n "__fish_jobbook_using_subcommand waiver; and __fish_seen_subcommand_from send" -l visit -d 'Only for this visit; else for every visit of the job' -r
complete -c jobbook -n "__fish_jobbook_using_subcommand waiver; and __fish_seen_subcommand_from send" -l via -d 'By which way: mail, print, hand, portal' -r
complete -c jobbook -n "__fish_jobbook_using_subcommand waiver; and __fish_seen_subcommand_from send" -l to -d 'To which address, if not the job\'s contact' -r
complete -c jobbook -n "__fish_jobbook_using_subcommand waiver; and __fish_seen_subcommand_from send" -s C -l book -d 'Folder of the book; else the nearest one from here upwards' -r -F
complete -c jobbook -n "__fish_jobbook_using_subcommand waiver; and __fish_seen_subcommand_from send" -l by -d 'Who does this; else git\'s user' -r
complete -c jobbook -n "__fish_jobbook_using_subcommand waiver; and __fish_seen_subcommand_from send" -l at -d 'When it happened, if not now: "yesterday 16:30", "2026-03-02 09:00"' -r
complete -c jobbook -n "__fish_jobbook_using_subcommand waiver; and __fish_seen_subcommand_from send" -l color -d 'When to colour' -r -f -a "auto\t'On a terminal'
always\t'Always'
never\t'Never'"
complete -c jobbook -n "__fish_jobbook_using_subcommand waiver; and __fish_seen_subcommand_from send" -l json -d 'Answer as JSON'
complete -c jobbook -n "__fish_jobbook_using_subcommand waiver; and __fish_seen_subcommand_from send" -l dry-run -d 'Decide and tell, but write nothing'
complete -c jobbook -n "__fish_jobbook_using_subcommand waiver; and __fish_seen_subcommand_from send" -l yes -d 'Answer yes to every question'
complete -c jobbook -n "__fish_jobbook_using_subcommand waiver; and __fish_seen_subcommand_from send" -l no-input -d 'Never ask; what is missing is an error'
complete -c jobbook -n "__fish_jobbook_using_subcommand waiver; and __fish_seen_subcommand_from send" -s q -l quiet -d 'Tell only results and errors'
complete -c jobbook -n "__fish_jobbook_using_subcommand waiver; and __fish_seen_subcommand_from send" -s v -l verbose -d 'Tell more'
complete -c jobbook -n "__fish_jobbook_using_subcommand waiver; and __fish_seen_subcommand_from send" -s h -l help -d 'Print help'
complete -c jobbook -n "__fish_jobbook_using_subcommand waiver; and __fish_seen_subcommand_from returned" -l evidence -d 'Where the signed paper is: a path in the office\'s storage, or a link' -r
complete -c jobbook -n "__fish_jobbook_using_subcommand waiver; and __fish_seen_subcommand_from returned" -l signed-by -d 'Who signed it' -r
complete -c jobbook -n "__fish_jobbook_using_subcommand waiver; and __fish_seen_subcommand_from returned" -s C -l book -d 'Folder of the book; else the nearest one from here upwards' -r -F
complete -c jobbook -n "__fish_jobbook_using_subcommand waiver; and __fish_seen_subcommand_from returned" -l by -d 'Who does this; else git\'s user' -r
complete -c jobbook -n "__fish_jobbook_using_subcommand waiver; and __fish_seen_subcommand_from returned" -l at -d 'When it happened, if not now: "yesterday 16:30", "2026-03-02 09:00"' -r
complete -c jobbook -n "__fish_jobbook_using_subcommand waiver; and __fish_seen_subcommand_from returned" -l color -d 'When to colour' -r -f -a "auto\t'On a terminal'
always\t'Always'
never\t'Never'"
complete -c jobbook -n "__fish_jobbook_using_subcommand waiver; and __fish_seen_subcommand_from returned" -l json -d 'Answer as JSON'
complete -c jobbook -n "__fish_jobbook_using_subcommand waiver; and __fish_seen_subcommand_from returned" -l dry-run -d 'Decide and tell, but write nothing'
complete -c jobbook -n "__fish_jobbook_using_subcommand waiver; and __fish_seen_subcommand_from returned" -l yes -d 'Answer yes to every question'
complete -c jobbook -n "__fish_jobbook_using_subcommand waiver; and __fish_seen_subcommand_from returned" -l no-input -d 'Never ask; what is missing is an error'
complete -c jobbook -n "__fish_jobbook_using_subcommand waiver; and __fish_seen_subcommand_from returned" -s q -l quiet -d 'Tell only results and errors'
complete -c jobbook -n "__fish_jobbook_using_subcommand waiver; and __fish_seen_subcommand_from returned" -s v -l verbose -d 'Tell more'
complete -c jobbook -n "__fish_jobbook_using_subcommand waiver; and __fish_seen_subcommand_from returned" -s h -l help -d 'Print help'
complete -c jobbook -n "__fish_jobbook_using_subcommand waiver; and __fish_seen_subcommand_from withdraw" -l reason -d 'Why' -r
complete -c jobbook -n "__fish_jobbook_using_subcommand waiver; and __fish_seen_subcommand_from withdraw" -s C -l book -d 'Folder of the book; else the nearest one from here upwards' -r -F
complete -c jobbook -n "__fish_jobbook_using_subcommand waiver; and __fish_seen_subcommand_from withdraw" -l by -d 'Who does this; else git\'s user' -r
complete -c jobbook -n "__fish_jobbook_using_subcommand waiver; and __fish_seen_subcommand_from withdraw" -l at -d 'When it happened, if not now: "yesterday 16:30", "2026-03-02 09:00"' -r
complete -c jobbook -n "__fish_jobbook_using_subcommand waiver; and __fish_seen_subcommand_from withdraw" -l color -d 'When to colour' -r -f -a "auto\t'On a terminal'
always\t'Always'
never\t'Never'"
complete -c jobbook -n "__fish_jobbook_using_subcommand waiver; and __fish_seen_subcommand_from withdraw" -l json -d 'Answer as JSON'
complete -c jobbook -n "__fish_jobbook_using_subcommand waiver; and __fish_seen_subcommand_from withdraw" -l dry-run -d 'Decide and tell, but write nothing'
complete -c jobbook -n "__fish_jobbook_using_subcommand waiver; and __fish_seen_subcommand_from withdraw" -l yes -d 'Answer yes to every question'
complete -c jobbook -n "__fish_jobbook_using_subcommand waiver; and __fish_seen_subcommand_from withdraw" -l no-input -d 'Never ask; what is missing is an error'
complete -c jobbook -n "__fish_jobbook_using_subcommand waiver; and __fish_seen_subcommand_from withdraw" -s q -l quiet -d 'Tell only results and errors'
complete -c jobbook -n "__fish_jobbook_using_subcommand waiver; and __fish_seen_subcommand_from withdraw" -s v -l verbose -d 'Tell more'
complete -c jobbook -n "__fish_jobbook_using_subcommand waiver; and __fish_seen_subcommand_from withdraw" -s h -l help -d 'Print help'
complete -c jobbook -n "__fish_jobbook_using_subcommand waiver; and __fish_seen_subcommand_from show" -s o -l output -d 'Write to this file instead of standard output; one that is there is replaced' -r -F
complete -c jobbook -n "__fish_jobbook_using_subcommand waiver; and __fish_seen_subcommand_from show" -s C -l book -d 'Folder of the book; else the nearest one from here upwards' -r -F
complete -c jobbook -n "__fish_jobbook_using_subcommand waiver; and __fish_seen_subcommand_from show" -l by -d 'Who does this; else git\'s user' -r
complete -c jobbook -n "__fish_jobbook_using_subcommand waiver; and __fish_seen_subcommand_from show" -l at -d 'When it happened, if not now: "yesterday 16:30", "2026-03-02 09:00"' -r
complete -c jobbook -n "__fish_jobbook_using_subcommand waiver; and __fish_seen_subcommand_from show" -l color -d 'When to colour' -r -f -a "auto\t'On a terminal'
always\t'Always'
never\t'Never'"
complete -c jobbook -n "__fish_jobbook_using_subcommand waiver; and __fish_seen_subcommand_from show" -l html -d 'As HTML, to be shown or printed by a browser'
complete -c jobbook -n "__fish_jobbook_using_subcommand waiver; and __fish_seen_subcommand_from show" -l text -d 'As plain text'
complete -c jobbook -n "__fish_jobbook_using_subcommand waiver; and __fish_seen_subcommand_from show" -l json -d 'Answer as JSON'
complete -c jobbook -n "__fish_jobbook_using_subcommand waiver; and __fish_seen_subcommand_from show" -l dry-run -d 'Decide and tell, but write nothing'
complete -c jobbook -n "__fish_jobbook_using_subcommand waiver; and __fish_seen_subcommand_from show" -l yes -d 'Answer yes to every question'
complete -c jobbook -n "__fish_jobbook_using_subcommand waiver; and __fish_seen_subcommand_from show" -l no-input -d 'Never ask; what is missing is an error'
complete -c jobbook -n "__fish_jobbook_using_subcommand waiver; and __fish_seen_subcommand_from show" -s q -l quiet -d 'Tell only results and errors'
complete -c jobbook -n "__fish_jobbook_using_subcommand waiver; and __fish_seen_subcommand_from show" -s v -l verbose -d 'Tell more'
complete -c jobbook -n "__fish_jobbook_using_subcommand waiver; and __fish_seen_subcommand_from show" -s h -l help -d 'Print help'
complete -c jobbook -n "__fish_jobbook_using_subcommand waiver; and __fish_seen_subcommand_from list" -s C -l book -d 'Folder of the book; else the nearest one from here upwards' -r -F
complete -c jobbook -n "__fish_jobbook_using_subcommand waiver; and __fish_seen_subcommand_from list" -l by -d 'Who does this; else git\'s user' -r
complete -c jobbook -n "__fish_jobbook_using_subcommand waiver; and __fish_seen_subcommand_from list" -l at -d 'When it happened, if not now: "yesterday 16:30", "2026-03-02 09:00"' -r
complete -c jobbook -n "__fish_jobbook_using_subcommand waiver; and __fish_seen_subcommand_from list" -l color -d 'When to colour' -r -f -a "auto\t'On a terminal'
always\t'Always'
never\t'Never'"
complete -c jobbook -n "__fish_jobbook_using_subcommand waiver; and __fish_seen_subcommand_from list" -l json -d 'Answer as JSON'
complete -c jobbook -n "__fish_jobbook_using_subcommand waiver; and __fish_seen_subcommand_from list" -l dry-run -d 'Decide and tell, but write nothing'
complete -c jobbook -n "__fish_jobbook_using_subcommand waiver; and __fish_seen_subcommand_from list" -l yes -d 'Answer yes to every question'
complete -c jobbook -n "__fish_jobbook_using_subcommand waiver; and __fish_seen_subcommand_from list" -l no-input -d 'Never ask; what is missing is an error'
complete -c jobbook -n "__fish_jobbook_using_subcommand waiver; and __fish_seen_subcommand_from list" -s q -l quiet -d 'Tell only results and errors'
complete -c jobbook -n "__fish_jobbook_using_subcommand waiver; and __fish_seen_subcommand_from list" -s v -l verbose -d 'Tell more'
complete -c jobbook -n "__fish_jobbook_using_subcommand waiver; and __fish_seen_subcommand_from list" -s h -l help -d 'Print help'
complete -c jobbook -n "__fish_jobbook_using_subcommand ticket; and not __fish_seen_subcommand_from new respond wait resume resolve review approve decline close escalate set assign reopen list show" -s C -l book -d 'Folder of the book; else the nearest one from here upwards' -r -F
complete -c jobbook -n "__fish_jobbook_using_subcommand ticket; and not __fish_seen_subcommand_from new respond wait resume resolve review approve decline close escalate set assign reopen list show" -l by -d 'Who does this; else git\'s user' -r
complete -c jobbook -n "__fish_jobbook_using_subcommand ticket; and not __fish_seen_subcommand_from new respond wait resume resolve review approve decline close escalate set assign reopen list show" -l at -d 'When it happened, if not now: "yesterday 16:30", "2026-03-02 09:00"' -r
complete -c jobbook -n "__fish_jobbook_using_subcommand ticket; and not __fish_seen_subcommand_from new respond wait resume resolve review approve decline close escalate set assign reopen list show" -l color -d 'When to colour' -r -f -a "auto\t'On a terminal'
always\t'Always'
never\t'Never'"
complete -c jobbook -n "__fish_jobbook_using_subcommand ticket; and not __fish_seen_subcommand_from new respond wait resume resolve review approve decline close escalate set assign reopen list show" -l json -d 'Answer as JSON'
complete -c jobbook -n "__fish_jobbook_using_subcommand ticket; and not __fish_seen_subcommand_from new respond wait resume resolve review approve decline close escalate set assign reopen list show" -l dry-run -d 'Decide and tell, but write nothing'
complete -c jobbook -n "__fish_jobbook_using_subcommand ticket; and not __fish_seen_subcommand_from new respond wait resume resolve review approve decline close escalate set assign reopen list show" -l yes -d 'Answer yes to every question'
complete -c jobbook -n "__fish_jobbook_using_subcommand ticket; and not __fish_seen_subcommand_from new respond wait resume resolve review approve decline close escalate set assign reopen list show" -l no-input -d 'Never ask; what is missing is an error'
complete -c jobbook -n "__fish_jobbook_using_subcommand ticket; and not __fish_seen_subcommand_from new respond wait resume resolve review approve decline close escalate set assign reopen list show" -s q -l quiet -d 'Tell only results and errors'
complete -c jobbook -n "__fish_jobbook_using_subcommand ticket; and not __fish_seen_subcommand_from new respond wait resume resolve review approve decline close escalate set assign reopen list show" -s v -l verbose -d 'Tell more'
complete -c jobbook -n "__fish_jobbook_using_subcommand ticket; and not __fish_seen_subcommand_from new respond wait resume resolve review approve decline close escalate set assign reopen list show" -s h -l help -d 'Print help'
complete -c jobbook -n "__fish_jobbook_using_subcommand ticket; and not __fish_seen_subcommand_from new respond wait resume resolve review approve decline close escalate set assign reopen list show" -f -a "new" -d 'Log a request: by which way it came, how urgent it is, what it is about'
complete -c jobbook -n "__fish_jobbook_using_subcommand ticket; and not __fish_seen_subcommand_from new respond wait resume resolve review approve decline close escalate set assign reopen list show" -f -a "respond" -d 'Give the client an answer'
complete -c jobbook -n "__fish_jobbook_using_subcommand ticket; and not __fish_seen_subcommand_from new respond wait resume resolve review approve decline close escalate set assign reopen list show" -f -a "wait" -d 'Ask the client something; the clock for the solution stands until they answer'
complete -c jobbook -n "__fish_jobbook_using_subcommand ticket; and not __fish_seen_subcommand_from new respond wait resume resolve review approve decline close escalate set assign reopen list show" -f -a "resume" -d 'Go on: the client answered'
complete -c jobbook -n "__fish_jobbook_using_subcommand ticket; and not __fish_seen_subcommand_from new respond wait resume resolve review approve decline close escalate set assign reopen list show" -f -a "resolve" -d 'Say that it is solved, and tell the client'
complete -c jobbook -n "__fish_jobbook_using_subcommand ticket; and not __fish_seen_subcommand_from new respond wait resume resolve review approve decline close escalate set assign reopen list show" -f -a "review" -d 'Look at a colleague\'s solution'
complete -c jobbook -n "__fish_jobbook_using_subcommand ticket; and not __fish_seen_subcommand_from new respond wait resume resolve review approve decline close escalate set assign reopen list show" -f -a "approve" -d 'The client says that it is solved'
complete -c jobbook -n "__fish_jobbook_using_subcommand ticket; and not __fish_seen_subcommand_from new respond wait resume resolve review approve decline close escalate set assign reopen list show" -f -a "decline" -d 'The client says that it is not'
complete -c jobbook -n "__fish_jobbook_using_subcommand ticket; and not __fish_seen_subcommand_from new respond wait resume resolve review approve decline close escalate set assign reopen list show" -f -a "close" -d 'Close it, and ask the client for feedback'
complete -c jobbook -n "__fish_jobbook_using_subcommand ticket; and not __fish_seen_subcommand_from new respond wait resume resolve review approve decline close escalate set assign reopen list show" -f -a "escalate" -d 'Call somebody in, before the clocks do'
complete -c jobbook -n "__fish_jobbook_using_subcommand ticket; and not __fish_seen_subcommand_from new respond wait resume resolve review approve decline close escalate set assign reopen list show" -f -a "set" -d 'Change priority, category, estimate or progress'
complete -c jobbook -n "__fish_jobbook_using_subcommand ticket; and not __fish_seen_subcommand_from new respond wait resume resolve review approve decline close escalate set assign reopen list show" -f -a "assign" -d 'Say who answers it'
complete -c jobbook -n "__fish_jobbook_using_subcommand ticket; and not __fish_seen_subcommand_from new respond wait resume resolve review approve decline close escalate set assign reopen list show" -f -a "reopen" -d 'Take a ticket up again that was closed or given up'
complete -c jobbook -n "__fish_jobbook_using_subcommand ticket; and not __fish_seen_subcommand_from new respond wait resume resolve review approve decline close escalate set assign reopen list show" -f -a "list" -d 'List tickets by priority, with what their clocks say'
complete -c jobbook -n "__fish_jobbook_using_subcommand ticket; and not __fish_seen_subcommand_from new respond wait resume resolve review approve decline close escalate set assign reopen list show" -f -a "show" -d 'Show a ticket: its clocks, who steps in, what was said'
complete -c jobbook -n "__fish_jobbook_using_subcommand ticket; and __fish_seen_subcommand_from new" -l channel -d 'By which way it came: email, call (or phone), text, chat, whatsapp, portal, visit or other' -r
complete -c jobbook -n "__fish_jobbook_using_subcommand ticket; and __fish_seen_subcommand_from new" -l priority -d 'How urgent it is; else as the category or the office says' -r
complete -c jobbook -n "__fish_jobbook_using_subcommand ticket; and __fish_seen_subcommand_from new" -l category -d 'What it is about' -r
complete -c jobbook -n "__fish_jobbook_using_subcommand ticket; and __fish_seen_subcommand_from new" -l request -d 'What the client asks for, in their words' -r
complete -c jobbook -n "__fish_jobbook_using_subcommand ticket; and __fish_seen_subcommand_from new" -l title -d 'What it is, in a few words; else the beginning of the request' -r
complete -c jobbook -n "__fish_jobbook_using_subcommand ticket; and __fish_seen_subcommand_from new" -l assign -d 'Who answers it' -r
complete -c jobbook -n "__fish_jobbook_using_subcommand ticket; and __fish_seen_subcommand_from new" -l estimate -d 'How long the work should take: 90m, 3h' -r
complete -c jobbook -n "__fish_jobbook_using_subcommand ticket; and __fish_seen_subcommand_from new" -l incident -l from -d 'The job it belongs to, such as the ticket of an incident that many clients have' -r
complete -c jobbook -n "__fish_jobbook_using_subcommand ticket; and __fish_seen_subcommand_from new" -l contact -d 'Number of the client\'s contact who asks; the first when left out' -r
complete -c jobbook -n "__fish_jobbook_using_subcommand ticket; and __fish_seen_subcommand_from new" -l site -d 'Number of the client\'s site; the first when left out' -r
complete -c jobbook -n "__fish_jobbook_using_subcommand ticket; and __fish_seen_subcommand_from new" -l note -d 'A remark of the office' -r
complete -c jobbook -n "__fish_jobbook_using_subcommand ticket; and __fish_seen_subcommand_from new" -l workflow -d 'Workflow, when it is not the office\'s usual one for tickets' -r
complete -c jobbook -n "__fish_jobbook_using_subcommand ticket; and __fish_seen_subcommand_from new" -l name -d 'Name of a client who is new' -r
complete -c jobbook -n "__fish_jobbook_using_subcommand ticket; and __fish_seen_subcommand_from new" -l person -d 'Person to talk to, when it is not the client itself' -r
complete -c jobbook -n "__fish_jobbook_using_subcommand ticket; and __fish_seen_subcommand_from new" -l phone -d 'Phone number' -r
complete -c jobbook -n "__fish_jobbook_using_subcommand ticket; and __fish_seen_subcommand_from new" -l email -d 'Mail address' -r
complete -c jobbook -n "__fish_jobbook_using_subcommand ticket; and __fish_seen_subcommand_from new" -l street -d 'Street and number of the site' -r
complete -c jobbook -n "__fish_jobbook_using_subcommand ticket; and __fish_seen_subcommand_from new" -l postcode -d 'Postal code' -r
complete -c jobbook -n "__fish_jobbook_using_subcommand ticket; and __fish_seen_subcommand_from new" -l city -d 'Town' -r
complete -c jobbook -n "__fish_jobbook_using_subcommand ticket; and __fish_seen_subcommand_from new" -l region -d 'State or region' -r
complete -c jobbook -n "__fish_jobbook_using_subcommand ticket; and __fish_seen_subcommand_from new" -l country -d 'Country, when it is not the office\'s' -r
complete -c jobbook -n "__fish_jobbook_using_subcommand ticket; and __fish_seen_subcommand_from new" -l class -d 'Class, which chooses the price book: standard, government, …' -r
complete -c jobbook -n "__fish_jobbook_using_subcommand ticket; and __fish_seen_subcommand_from new" -s C -l book -d 'Folder of the book; else the nearest one from here upwards' -r -F
complete -c jobbook -n "__fish_jobbook_using_subcommand ticket; and __fish_seen_subcommand_from new" -l by -d 'Who does this; else git\'s user' -r
complete -c jobbook -n "__fish_jobbook_using_subcommand ticket; and __fish_seen_subcommand_from new" -l at -d 'When it happened, if not now: "yesterday 16:30", "2026-03-02 09:00"' -r
complete -c jobbook -n "__fish_jobbook_using_subcommand ticket; and __fish_seen_subcommand_from new" -l color -d 'When to colour' -r -f -a "auto\t'On a terminal'
always\t'Always'
never\t'Never'"
complete -c jobbook -n "__fish_jobbook_using_subcommand ticket; and __fish_seen_subcommand_from new" -l force -d 'Make the client even if one like it is there'
complete -c jobbook -n "__fish_jobbook_using_subcommand ticket; and __fish_seen_subcommand_from new" -l json -d 'Answer as JSON'
complete -c jobbook -n "__fish_jobbook_using_subcommand ticket; and __fish_seen_subcommand_from new" -l dry-run -d 'Decide and tell, but write nothing'
complete -c jobbook -n "__fish_jobbook_using_subcommand ticket; and __fish_seen_subcommand_from new" -l yes -d 'Answer yes to every question'
complete -c jobbook -n "__fish_jobbook_using_subcommand ticket; and __fish_seen_subcommand_from new" -l no-input -d 'Never ask; what is missing is an error'
complete -c jobbook -n "__fish_jobbook_using_subcommand ticket; and __fish_seen_subcommand_from new" -s q -l quiet -d 'Tell only results and errors'
complete -c jobbook -n "__fish_jobbook_using_subcommand ticket; and __fish_seen_subcommand_from new" -s v -l verbose -d 'Tell more'
complete -c jobbook -n "__fish_jobbook_using_subcommand ticket; and __fish_seen_subcommand_from new" -s h -l help -d 'Print help'
complete -c jobbook -n "__fish_jobbook_using_subcommand ticket; and __fish_seen_subcommand_from respond" -s C -l book -d 'Folder of the book; else the nearest one from here upwards' -r -F
complete -c jobbook -n "__fish_jobbook_using_subcommand ticket; and __fish_seen_subcommand_from respond" -l by -d 'Who does this; else git\'s user' -r
complete -c jobbook -n "__fish_jobbook_using_subcommand ticket; and __fish_seen_subcommand_from respond" -l at -d 'When it happened, if not now: "yesterday 16:30", "2026-03-02 09:00"' -r
complete -c jobbook -n "__fish_jobbook_using_subcommand ticket; and __fish_seen_subcommand_from respond" -l color -d 'When to colour' -r -f -a "auto\t'On a terminal'
always\t'Always'
never\t'Never'"
complete -c jobbook -n "__fish_jobbook_using_subcommand ticket; and __fish_seen_subcommand_from respond" -l json -d 'Answer as JSON'
complete -c jobbook -n "__fish_jobbook_using_subcommand ticket; and __fish_seen_subcommand_from respond" -l dry-run -d 'Decide and tell, but write nothing'
complete -c jobbook -n "__fish_jobbook_using_subcommand ticket; and __fish_seen_subcommand_from respond" -l yes -d 'Answer yes to every question'
complete -c jobbook -n "__fish_jobbook_using_subcommand ticket; and __fish_seen_subcommand_from respond" -l no-input -d 'Never ask; what is missing is an error'
complete -c jobbook -n "__fish_jobbook_using_subcommand ticket; and __fish_seen_subcommand_from respond" -s q -l quiet -d 'Tell only results and errors'
complete -c jobbook -n "__fish_jobbook_using_subcommand ticket; and __fish_seen_subcommand_from respond" -s v -l verbose -d 'Tell more'
complete -c jobbook -n "__fish_jobbook_using_subcommand ticket; and __fish_seen_subcommand_from respond" -s h -l help -d 'Print help'
complete -c jobbook -n "__fish_jobbook_using_subcommand ticket; and __fish_seen_subcommand_from wait" -s C -l book -d 'Folder of the book; else the nearest one from here upwards' -r -F
complete -c jobbook -n "__fish_jobbook_using_subcommand ticket; and __fish_seen_subcommand_from wait" -l by -d 'Who does this; else git\'s user' -r
complete -c jobbook -n "__fish_jobbook_using_subcommand ticket; and __fish_seen_subcommand_from wait" -l at -d 'When it happened, if not now: "yesterday 16:30", "2026-03-02 09:00"' -r
complete -c jobbook -n "__fish_jobbook_using_subcommand ticket; and __fish_seen_subcommand_from wait" -l color -d 'When to colour' -r -f -a "auto\t'On a terminal'
always\t'Always'
never\t'Never'"
complete -c jobbook -n "__fish_jobbook_using_subcommand ticket; and __fish_seen_subcommand_from wait" -l json -d 'Answer as JSON'
complete -c jobbook -n "__fish_jobbook_using_subcommand ticket; and __fish_seen_subcommand_from wait" -l dry-run -d 'Decide and tell, but write nothing'
complete -c jobbook -n "__fish_jobbook_using_subcommand ticket; and __fish_seen_subcommand_from wait" -l yes -d 'Answer yes to every question'
complete -c jobbook -n "__fish_jobbook_using_subcommand ticket; and __fish_seen_subcommand_from wait" -l no-input -d 'Never ask; what is missing is an error'
complete -c jobbook -n "__fish_jobbook_using_subcommand ticket; and __fish_seen_subcommand_from wait" -s q -l quiet -d 'Tell only results and errors'
complete -c jobbook -n "__fish_jobbook_using_subcommand ticket; and __fish_seen_subcommand_from wait" -s v -l verbose -d 'Tell more'
complete -c jobbook -n "__fish_jobbook_using_subcommand ticket; and __fish_seen_subcommand_from wait" -s h -l help -d 'Print help'
complete -c jobbook -n "__fish_jobbook_using_subcommand ticket; and __fish_seen_subcommand_from resume" -s C -l book -d 'Folder of the book; else the nearest one from here upwards' -r -F
complete -c jobbook -n "__fish_jobbook_using_subcommand ticket; and __fish_seen_subcommand_from resume" -l by -d 'Who does this; else git\'s user' -r
complete -c jobbook -n "__fish_jobbook_using_subcommand ticket; and __fish_seen_subcommand_from resume" -l at -d 'When it happened, if not now: "yesterday 16:30", "2026-03-02 09:00"' -r
complete -c jobbook -n "__fish_jobbook_using_subcommand ticket; and __fish_seen_subcommand_from resume" -l color -d 'When to colour' -r -f -a "auto\t'On a terminal'
always\t'Always'
never\t'Never'"
complete -c jobbook -n "__fish_jobbook_using_subcommand ticket; and __fish_seen_subcommand_from resume" -l json -d 'Answer as JSON'
complete -c jobbook -n "__fish_jobbook_using_subcommand ticket; and __fish_seen_subcommand_from resume" -l dry-run -d 'Decide and tell, but write nothing'
complete -c jobbook -n "__fish_jobbook_using_subcommand ticket; and __fish_seen_subcommand_from resume" -l yes -d 'Answer yes to every question'
complete -c jobbook -n "__fish_jobbook_using_subcommand ticket; and __fish_seen_subcommand_from resume" -l no-input -d 'Never ask; what is missing is an error'
complete -c jobbook -n "__fish_jobbook_using_subcommand ticket; and __fish_seen_subcommand_from resume" -s q -l quiet -d 'Tell only results and errors'
complete -c jobbook -n "__fish_jobbook_using_subcommand ticket; and __fish_seen_subcommand_from resume" -s v -l verbose -d 'Tell more'
complete -c jobbook -n "__fish_jobbook_using_subcommand ticket; and __fish_seen_subcommand_from resume" -s h -l help -d 'Print help'
complete -c jobbook -n "__fish_jobbook_using_subcommand ticket; and __fish_seen_subcommand_from resolve" -s C -l book -d 'Folder of the book; else the nearest one from here upwards' -r -F
complete -c jobbook -n "__fish_jobbook_using_subcommand ticket; and __fish_seen_subcommand_from resolve" -l by -d 'Who does this; else git\'s user' -r
complete -c jobbook -n "__fish_jobbook_using_subcommand ticket; and __fish_seen_subcommand_from resolve" -l at -d 'When it happened, if not now: "yesterday 16:30", "2026-03-02 09:00"' -r
complete -c jobbook -n "__fish_jobbook_using_subcommand ticket; and __fish_seen_subcommand_from resolve" -l color -d 'When to colour' -r -f -a "auto\t'On a terminal'
always\t'Always'
never\t'Never'"
complete -c jobbook -n "__fish_jobbook_using_subcommand ticket; and __fish_seen_subcommand_from resolve" -l no-letter -d 'Prepare no letter: the client knows'
complete -c jobbook -n "__fish_jobbook_using_subcommand ticket; and __fish_seen_subcommand_from resolve" -l json -d 'Answer as JSON'
complete -c jobbook -n "__fish_jobbook_using_subcommand ticket; and __fish_seen_subcommand_from resolve" -l dry-run -d 'Decide and tell, but write nothing'
complete -c jobbook -n "__fish_jobbook_using_subcommand ticket; and __fish_seen_subcommand_from resolve" -l yes -d 'Answer yes to every question'
complete -c jobbook -n "__fish_jobbook_using_subcommand ticket; and __fish_seen_subcommand_from resolve" -l no-input -d 'Never ask; what is missing is an error'
complete -c jobbook -n "__fish_jobbook_using_subcommand ticket; and __fish_seen_subcommand_from resolve" -s q -l quiet -d 'Tell only results and errors'
complete -c jobbook -n "__fish_jobbook_using_subcommand ticket; and __fish_seen_subcommand_from resolve" -s v -l verbose -d 'Tell more'
complete -c jobbook -n "__fish_jobbook_using_subcommand ticket; and __fish_seen_subcommand_from resolve" -s h -l help -d 'Print help'
complete -c jobbook -n "__fish_jobbook_using_subcommand ticket; and __fish_seen_subcommand_from review" -l note -d 'What is worth saying' -r
complete -c jobbook -n "__fish_jobbook_using_subcommand ticket; and __fish_seen_subcommand_from review" -l back -d 'It is not good yet: what is missing' -r
complete -c jobbook -n "__fish_jobbook_using_subcommand ticket; and __fish_seen_subcommand_from review" -s C -l book -d 'Folder of the book; else the nearest one from here upwards' -r -F
complete -c jobbook -n "__fish_jobbook_using_subcommand ticket; and __fish_seen_subcommand_from review" -l by -d 'Who does this; else git\'s user' -r
complete -c jobbook -n "__fish_jobbook_using_subcommand ticket; and __fish_seen_subcommand_from review" -l at -d 'When it happened, if not now: "yesterday 16:30", "2026-03-02 09:00"' -r
complete -c jobbook -n "__fish_jobbook_using_subcommand ticket; and __fish_seen_subcommand_from review" -l color -d 'When to colour' -r -f -a "auto\t'On a terminal'
always\t'Always'
never\t'Never'"
complete -c jobbook -n "__fish_jobbook_using_subcommand ticket; and __fish_seen_subcommand_from review" -l json -d 'Answer as JSON'
complete -c jobbook -n "__fish_jobbook_using_subcommand ticket; and __fish_seen_subcommand_from review" -l dry-run -d 'Decide and tell, but write nothing'
complete -c jobbook -n "__fish_jobbook_using_subcommand ticket; and __fish_seen_subcommand_from review" -l yes -d 'Answer yes to every question'
complete -c jobbook -n "__fish_jobbook_using_subcommand ticket; and __fish_seen_subcommand_from review" -l no-input -d 'Never ask; what is missing is an error'
complete -c jobbook -n "__fish_jobbook_using_subcommand ticket; and __fish_seen_subcommand_from review" -s q -l quiet -d 'Tell only results and errors'
complete -c jobbook -n "__fish_jobbook_using_subcommand ticket; and __fish_seen_subcommand_from review" -s v -l verbose -d 'Tell more'
complete -c jobbook -n "__fish_jobbook_using_subcommand ticket; and __fish_seen_subcommand_from review" -s h -l help -d 'Print help'
complete -c jobbook -n "__fish_jobbook_using_subcommand ticket; and __fish_seen_subcommand_from approve" -l who -d 'Who says so' -r
complete -c jobbook -n "__fish_jobbook_using_subcommand ticket; and __fish_seen_subcommand_from approve" -l how -d 'By which way: email, call, text, chat, whatsapp, portal, visit, other' -r
complete -c jobbook -n "__fish_jobbook_using_subcommand ticket; and __fish_seen_subcommand_from approve" -l note -d 'What was said' -r
complete -c jobbook -n "__fish_jobbook_using_subcommand ticket; and __fish_seen_subcommand_from approve" -s C -l book -d 'Folder of the book; else the nearest one from here upwards' -r -F
complete -c jobbook -n "__fish_jobbook_using_subcommand ticket; and __fish_seen_subcommand_from approve" -l by -d 'Who does this; else git\'s user' -r
complete -c jobbook -n "__fish_jobbook_using_subcommand ticket; and __fish_seen_subcommand_from approve" -l at -d 'When it happened, if not now: "yesterday 16:30", "2026-03-02 09:00"' -r
complete -c jobbook -n "__fish_jobbook_using_subcommand ticket; and __fish_seen_subcommand_from approve" -l color -d 'When to colour' -r -f -a "auto\t'On a terminal'
always\t'Always'
never\t'Never'"
complete -c jobbook -n "__fish_jobbook_using_subcommand ticket; and __fish_seen_subcommand_from approve" -l json -d 'Answer as JSON'
complete -c jobbook -n "__fish_jobbook_using_subcommand ticket; and __fish_seen_subcommand_from approve" -l dry-run -d 'Decide and tell, but write nothing'
complete -c jobbook -n "__fish_jobbook_using_subcommand ticket; and __fish_seen_subcommand_from approve" -l yes -d 'Answer yes to every question'
complete -c jobbook -n "__fish_jobbook_using_subcommand ticket; and __fish_seen_subcommand_from approve" -l no-input -d 'Never ask; what is missing is an error'
complete -c jobbook -n "__fish_jobbook_using_subcommand ticket; and __fish_seen_subcommand_from approve" -s q -l quiet -d 'Tell only results and errors'
complete -c jobbook -n "__fish_jobbook_using_subcommand ticket; and __fish_seen_subcommand_from approve" -s v -l verbose -d 'Tell more'
complete -c jobbook -n "__fish_jobbook_using_subcommand ticket; and __fish_seen_subcommand_from approve" -s h -l help -d 'Print help'
complete -c jobbook -n "__fish_jobbook_using_subcommand ticket; and __fish_seen_subcommand_from decline" -l who -d 'Who says so' -r
complete -c jobbook -n "__fish_jobbook_using_subcommand ticket; and __fish_seen_subcommand_from decline" -l how -d 'By which way: email, call, text, chat, whatsapp, portal, visit, other' -r
complete -c jobbook -n "__fish_jobbook_using_subcommand ticket; and __fish_seen_subcommand_from decline" -s C -l book -d 'Folder of the book; else the nearest one from here upwards' -r -F
complete -c jobbook -n "__fish_jobbook_using_subcommand ticket; and __fish_seen_subcommand_from decline" -l by -d 'Who does this; else git\'s user' -r
complete -c jobbook -n "__fish_jobbook_using_subcommand ticket; and __fish_seen_subcommand_from decline" -l at -d 'When it happened, if not now: "yesterday 16:30", "2026-03-02 09:00"' -r
complete -c jobbook -n "__fish_jobbook_using_subcommand ticket; and __fish_seen_subcommand_from decline" -l color -d 'When to colour' -r -f -a "auto\t'On a terminal'
always\t'Always'
never\t'Never'"
complete -c jobbook -n "__fish_jobbook_using_subcommand ticket; and __fish_seen_subcommand_from decline" -l json -d 'Answer as JSON'
complete -c jobbook -n "__fish_jobbook_using_subcommand ticket; and __fish_seen_subcommand_from decline" -l dry-run -d 'Decide and tell, but write nothing'
complete -c jobbook -n "__fish_jobbook_using_subcommand ticket; and __fish_seen_subcommand_from decline" -l yes -d 'Answer yes to every question'
complete -c jobbook -n "__fish_jobbook_using_subcommand ticket; and __fish_seen_subcommand_from decline" -l no-input -d 'Never ask; what is missing is an error'
complete -c jobbook -n "__fish_jobbook_using_subcommand ticket; and __fish_seen_subcommand_from decline" -s q -l quiet -d 'Tell only results and errors'
complete -c jobbook -n "__fish_jobbook_using_subcommand ticket; and __fish_seen_subcommand_from decline" -s v -l verbose -d 'Tell more'
complete -c jobbook -n "__fish_jobbook_using_subcommand ticket; and __fish_seen_subcommand_from decline" -s h -l help -d 'Print help'
complete -c jobbook -n "__fish_jobbook_using_subcommand ticket; and __fish_seen_subcommand_from close" -l ask -d 'By which way the client is asked for feedback' -r
complete -c jobbook -n "__fish_jobbook_using_subcommand ticket; and __fish_seen_subcommand_from close" -l dont-ask -d 'Why the client is not asked' -r
complete -c jobbook -n "__fish_jobbook_using_subcommand ticket; and __fish_seen_subcommand_from close" -s C -l book -d 'Folder of the book; else the nearest one from here upwards' -r -F
complete -c jobbook -n "__fish_jobbook_using_subcommand ticket; and __fish_seen_subcommand_from close" -l by -d 'Who does this; else git\'s user' -r
complete -c jobbook -n "__fish_jobbook_using_subcommand ticket; and __fish_seen_subcommand_from close" -l at -d 'When it happened, if not now: "yesterday 16:30", "2026-03-02 09:00"' -r
complete -c jobbook -n "__fish_jobbook_using_subcommand ticket; and __fish_seen_subcommand_from close" -l color -d 'When to colour' -r -f -a "auto\t'On a terminal'
always\t'Always'
never\t'Never'"
complete -c jobbook -n "__fish_jobbook_using_subcommand ticket; and __fish_seen_subcommand_from close" -l json -d 'Answer as JSON'
complete -c jobbook -n "__fish_jobbook_using_subcommand ticket; and __fish_seen_subcommand_from close" -l dry-run -d 'Decide and tell, but write nothing'
complete -c jobbook -n "__fish_jobbook_using_subcommand ticket; and __fish_seen_subcommand_from close" -l yes -d 'Answer yes to every question'
complete -c jobbook -n "__fish_jobbook_using_subcommand ticket; and __fish_seen_subcommand_from close" -l no-input -d 'Never ask; what is missing is an error'
complete -c jobbook -n "__fish_jobbook_using_subcommand ticket; and __fish_seen_subcommand_from close" -s q -l quiet -d 'Tell only results and errors'
complete -c jobbook -n "__fish_jobbook_using_subcommand ticket; and __fish_seen_subcommand_from close" -s v -l verbose -d 'Tell more'
complete -c jobbook -n "__fish_jobbook_using_subcommand ticket; and __fish_seen_subcommand_from close" -s h -l help -d 'Print help'
complete -c jobbook -n "__fish_jobbook_using_subcommand ticket; and __fish_seen_subcommand_from escalate" -l reason -d 'Why' -r
complete -c jobbook -n "__fish_jobbook_using_subcommand ticket; and __fish_seen_subcommand_from escalate" -l to -d 'To this role or person, instead of the next one' -r
complete -c jobbook -n "__fish_jobbook_using_subcommand ticket; and __fish_seen_subcommand_from escalate" -s C -l book -d 'Folder of the book; else the nearest one from here upwards' -r -F
complete -c jobbook -n "__fish_jobbook_using_subcommand ticket; and __fish_seen_subcommand_from escalate" -l by -d 'Who does this; else git\'s user' -r
complete -c jobbook -n "__fish_jobbook_using_subcommand ticket; and __fish_seen_subcommand_from escalate" -l at -d 'When it happened, if not now: "yesterday 16:30", "2026-03-02 09:00"' -r
complete -c jobbook -n "__fish_jobbook_using_subcommand ticket; and __fish_seen_subcommand_from escalate" -l color -d 'When to colour' -r -f -a "auto\t'On a terminal'
always\t'Always'
never\t'Never'"
complete -c jobbook -n "__fish_jobbook_using_subcommand ticket; and __fish_seen_subcommand_from escalate" -l crisis -d 'A crisis: the last one steps in at once'
complete -c jobbook -n "__fish_jobbook_using_subcommand ticket; and __fish_seen_subcommand_from escalate" -l json -d 'Answer as JSON'
complete -c jobbook -n "__fish_jobbook_using_subcommand ticket; and __fish_seen_subcommand_from escalate" -l dry-run -d 'Decide and tell, but write nothing'
complete -c jobbook -n "__fish_jobbook_using_subcommand ticket; and __fish_seen_subcommand_from escalate" -l yes -d 'Answer yes to every question'
complete -c jobbook -n "__fish_jobbook_using_subcommand ticket; and __fish_seen_subcommand_from escalate" -l no-input -d 'Never ask; what is missing is an error'
complete -c jobbook -n "__fish_jobbook_using_subcommand ticket; and __fish_seen_subcommand_from escalate" -s q -l quiet -d 'Tell only results and errors'
complete -c jobbook -n "__fish_jobbook_using_subcommand ticket; and __fish_seen_subcommand_from escalate" -s v -l verbose -d 'Tell more'
complete -c jobbook -n "__fish_jobbook_using_subcommand ticket; and __fish_seen_subcommand_from escalate" -s h -l help -d 'Print help'
complete -c jobbook -n "__fish_jobbook_using_subcommand ticket; and __fish_seen_subcommand_from set" -l priority -d 'How urgent it is' -r
complete -c jobbook -n "__fish_jobbook_using_subcommand ticket; and __fish_seen_subcommand_from set" -l reason -d 'Why the priority changes' -r
complete -c jobbook -n "__fish_jobbook_using_subcommand ticket; and __fish_seen_subcommand_from set" -l category -d 'What it is about' -r
complete -c jobbook -n "__fish_jobbook_using_subcommand ticket; and __fish_seen_subcommand_from set" -l estimate -d 'How long the work should take: 90m, 3h' -r
complete -c jobbook -n "__fish_jobbook_using_subcommand ticket; and __fish_seen_subcommand_from set" -l progress -d 'How much of it is done, in per cent' -r
complete -c jobbook -n "__fish_jobbook_using_subcommand ticket; and __fish_seen_subcommand_from set" -s C -l book -d 'Folder of the book; else the nearest one from here upwards' -r -F
complete -c jobbook -n "__fish_jobbook_using_subcommand ticket; and __fish_seen_subcommand_from set" -l by -d 'Who does this; else git\'s user' -r
complete -c jobbook -n "__fish_jobbook_using_subcommand ticket; and __fish_seen_subcommand_from set" -l at -d 'When it happened, if not now: "yesterday 16:30", "2026-03-02 09:00"' -r
complete -c jobbook -n "__fish_jobbook_using_subcommand ticket; and __fish_seen_subcommand_from set" -l color -d 'When to colour' -r -f -a "auto\t'On a terminal'
always\t'Always'
never\t'Never'"
complete -c jobbook -n "__fish_jobbook_using_subcommand ticket; and __fish_seen_subcommand_from set" -l json -d 'Answer as JSON'
complete -c jobbook -n "__fish_jobbook_using_subcommand ticket; and __fish_seen_subcommand_from set" -l dry-run -d 'Decide and tell, but write nothing'
complete -c jobbook -n "__fish_jobbook_using_subcommand ticket; and __fish_seen_subcommand_from set" -l yes -d 'Answer yes to every question'
complete -c jobbook -n "__fish_jobbook_using_subcommand ticket; and __fish_seen_subcommand_from set" -l no-input -d 'Never ask; what is missing is an error'
complete -c jobbook -n "__fish_jobbook_using_subcommand ticket; and __fish_seen_subcommand_from set" -s q -l quiet -d 'Tell only results and errors'
complete -c jobbook -n "__fish_jobbook_using_subcommand ticket; and __fish_seen_subcommand_from set" -s v -l verbose -d 'Tell more'
complete -c jobbook -n "__fish_jobbook_using_subcommand ticket; and __fish_seen_subcommand_from set" -s h -l help -d 'Print help'
complete -c jobbook -n "__fish_jobbook_using_subcommand ticket; and __fish_seen_subcommand_from assign" -s C -l book -d 'Folder of the book; else the nearest one from here upwards' -r -F
complete -c jobbook -n "__fish_jobbook_using_subcommand ticket; and __fish_seen_subcommand_from assign" -l by -d 'Who does this; else git\'s user' -r
complete -c jobbook -n "__fish_jobbook_using_subcommand ticket; and __fish_seen_subcommand_from assign" -l at -d 'When it happened, if not now: "yesterday 16:30", "2026-03-02 09:00"' -r
complete -c jobbook -n "__fish_jobbook_using_subcommand ticket; and __fish_seen_subcommand_from assign" -l color -d 'When to colour' -r -f -a "auto\t'On a terminal'
always\t'Always'
never\t'Never'"
complete -c jobbook -n "__fish_jobbook_using_subcommand ticket; and __fish_seen_subcommand_from assign" -l json -d 'Answer as JSON'
complete -c jobbook -n "__fish_jobbook_using_subcommand ticket; and __fish_seen_subcommand_from assign" -l dry-run -d 'Decide and tell, but write nothing'
complete -c jobbook -n "__fish_jobbook_using_subcommand ticket; and __fish_seen_subcommand_from assign" -l yes -d 'Answer yes to every question'
complete -c jobbook -n "__fish_jobbook_using_subcommand ticket; and __fish_seen_subcommand_from assign" -l no-input -d 'Never ask; what is missing is an error'
complete -c jobbook -n "__fish_jobbook_using_subcommand ticket; and __fish_seen_subcommand_from assign" -s q -l quiet -d 'Tell only results and errors'
complete -c jobbook -n "__fish_jobbook_using_subcommand ticket; and __fish_seen_subcommand_from assign" -s v -l verbose -d 'Tell more'
complete -c jobbook -n "__fish_jobbook_using_subcommand ticket; and __fish_seen_subcommand_from assign" -s h -l help -d 'Print help'
complete -c jobbook -n "__fish_jobbook_using_subcommand ticket; and __fish_seen_subcommand_from reopen" -l to -d 'Another stage to go on in, by its name in the workflow' -r
complete -c jobbook -n "__fish_jobbook_using_subcommand ticket; and __fish_seen_subcommand_from reopen" -l reason -d 'Why' -r
complete -c jobbook -n "__fish_jobbook_using_subcommand ticket; and __fish_seen_subcommand_from reopen" -s C -l book -d 'Folder of the book; else the nearest one from here upwards' -r -F
complete -c jobbook -n "__fish_jobbook_using_subcommand ticket; and __fish_seen_subcommand_from reopen" -l by -d 'Who does this; else git\'s user' -r
complete -c jobbook -n "__fish_jobbook_using_subcommand ticket; and __fish_seen_subcommand_from reopen" -l at -d 'When it happened, if not now: "yesterday 16:30", "2026-03-02 09:00"' -r
complete -c jobbook -n "__fish_jobbook_using_subcommand ticket; and __fish_seen_subcommand_from reopen" -l color -d 'When to colour' -r -f -a "auto\t'On a terminal'
always\t'Always'
never\t'Never'"
complete -c jobbook -n "__fish_jobbook_using_subcommand ticket; and __fish_seen_subcommand_from reopen" -l json -d 'Answer as JSON'
complete -c jobbook -n "__fish_jobbook_using_subcommand ticket; and __fish_seen_subcommand_from reopen" -l dry-run -d 'Decide and tell, but write nothing'
complete -c jobbook -n "__fish_jobbook_using_subcommand ticket; and __fish_seen_subcommand_from reopen" -l yes -d 'Answer yes to every question'
complete -c jobbook -n "__fish_jobbook_using_subcommand ticket; and __fish_seen_subcommand_from reopen" -l no-input -d 'Never ask; what is missing is an error'
complete -c jobbook -n "__fish_jobbook_using_subcommand ticket; and __fish_seen_subcommand_from reopen" -s q -l quiet -d 'Tell only results and errors'
complete -c jobbook -n "__fish_jobbook_using_subcommand ticket; and __fish_seen_subcommand_from reopen" -s v -l verbose -d 'Tell more'
complete -c jobbook -n "__fish_jobbook_using_subcommand ticket; and __fish_seen_subcommand_from reopen" -s h -l help -d 'Print help'
complete -c jobbook -n "__fish_jobbook_using_subcommand ticket; and __fish_seen_subcommand_from list" -l priority -d 'Of this priority' -r
complete -c jobbook -n "__fish_jobbook_using_subcommand ticket; and __fish_seen_subcommand_from list" -l category -d 'Of this category' -r
complete -c jobbook -n "__fish_jobbook_using_subcommand ticket; and __fish_seen_subcommand_from list" -l client -d 'Of this client' -r
complete -c jobbook -n "__fish_jobbook_using_subcommand ticket; and __fish_seen_subcommand_from list" -l incident -l from -d 'That belong to this ticket or job' -r
complete -c jobbook -n "__fish_jobbook_using_subcommand ticket; and __fish_seen_subcommand_from list" -s C -l book -d 'Folder of the book; else the nearest one from here upwards' -r -F
complete -c jobbook -n "__fish_jobbook_using_subcommand ticket; and __fish_seen_subcommand_from list" -l by -d 'Who does this; else git\'s user' -r
complete -c jobbook -n "__fish_jobbook_using_subcommand ticket; and __fish_seen_subcommand_from list" -l at -d 'When it happened, if not now: "yesterday 16:30", "2026-03-02 09:00"' -r
complete -c jobbook -n "__fish_jobbook_using_subcommand ticket; and __fish_seen_subcommand_from list" -l color -d 'When to colour' -r -f -a "auto\t'On a terminal'
always\t'Always'
never\t'Never'"
complete -c jobbook -n "__fish_jobbook_using_subcommand ticket; and __fish_seen_subcommand_from list" -l all -d 'Those that are closed or given up, too'
complete -c jobbook -n "__fish_jobbook_using_subcommand ticket; and __fish_seen_subcommand_from list" -l mine -d 'That I have to answer, or in which I have to step in'
complete -c jobbook -n "__fish_jobbook_using_subcommand ticket; and __fish_seen_subcommand_from list" -l late -d 'With an answer or solution that is late'
complete -c jobbook -n "__fish_jobbook_using_subcommand ticket; and __fish_seen_subcommand_from list" -l json -d 'Answer as JSON'
complete -c jobbook -n "__fish_jobbook_using_subcommand ticket; and __fish_seen_subcommand_from list" -l dry-run -d 'Decide and tell, but write nothing'
complete -c jobbook -n "__fish_jobbook_using_subcommand ticket; and __fish_seen_subcommand_from list" -l yes -d 'Answer yes to every question'
complete -c jobbook -n "__fish_jobbook_using_subcommand ticket; and __fish_seen_subcommand_from list" -l no-input -d 'Never ask; what is missing is an error'
complete -c jobbook -n "__fish_jobbook_using_subcommand ticket; and __fish_seen_subcommand_from list" -s q -l quiet -d 'Tell only results and errors'
complete -c jobbook -n "__fish_jobbook_using_subcommand ticket; and __fish_seen_subcommand_from list" -s v -l verbose -d 'Tell more'
complete -c jobbook -n "__fish_jobbook_using_subcommand ticket; and __fish_seen_subcommand_from list" -s h -l help -d 'Print help'
complete -c jobbook -n "__fish_jobbook_using_subcommand ticket; and __fish_seen_subcommand_from show" -s C -l book -d 'Folder of the book; else the nearest one from here upwards' -r -F
complete -c jobbook -n "__fish_jobbook_using_subcommand ticket; and __fish_seen_subcommand_from show" -l by -d 'Who does this; else git\'s user' -r
complete -c jobbook -n "__fish_jobbook_using_subcommand ticket; and __fish_seen_subcommand_from show" -l at -d 'When it happened, if not now: "yesterday 16:30", "2026-03-02 09:00"' -r
complete -c jobbook -n "__fish_jobbook_using_subcommand ticket; and __fish_seen_subcommand_from show" -l color -d 'When to colour' -r -f -a "auto\t'On a terminal'
always\t'Always'
never\t'Never'"
complete -c jobbook -n "__fish_jobbook_using_subcommand ticket; and __fish_seen_subcommand_from show" -l json -d 'Answer as JSON'
complete -c jobbook -n "__fish_jobbook_using_subcommand ticket; and __fish_seen_subcommand_from show" -l dry-run -d 'Decide and tell, but write nothing'
complete -c jobbook -n "__fish_jobbook_using_subcommand ticket; and __fish_seen_subcommand_from show" -l yes -d 'Answer yes to every question'
complete -c jobbook -n "__fish_jobbook_using_subcommand ticket; and __fish_seen_subcommand_from show" -l no-input -d 'Never ask; what is missing is an error'
complete -c jobbook -n "__fish_jobbook_using_subcommand ticket; and __fish_seen_subcommand_from show" -s q -l quiet -d 'Tell only results and errors'
complete -c jobbook -n "__fish_jobbook_using_subcommand ticket; and __fish_seen_subcommand_from show" -s v -l verbose -d 'Tell more'
complete -c jobbook -n "__fish_jobbook_using_subcommand ticket; and __fish_seen_subcommand_from show" -s h -l help -d 'Print help'
complete -c jobbook -n "__fish_jobbook_using_subcommand guide; and not __fish_seen_subcommand_from list show import follow status" -s C -l book -d 'Folder of the book; else the nearest one from here upwards' -r -F
complete -c jobbook -n "__fish_jobbook_using_subcommand guide; and not __fish_seen_subcommand_from list show import follow status" -l by -d 'Who does this; else git\'s user' -r
complete -c jobbook -n "__fish_jobbook_using_subcommand guide; and not __fish_seen_subcommand_from list show import follow status" -l at -d 'When it happened, if not now: "yesterday 16:30", "2026-03-02 09:00"' -r
complete -c jobbook -n "__fish_jobbook_using_subcommand guide; and not __fish_seen_subcommand_from list show import follow status" -l color -d 'When to colour' -r -f -a "auto\t'On a terminal'
always\t'Always'
never\t'Never'"
complete -c jobbook -n "__fish_jobbook_using_subcommand guide; and not __fish_seen_subcommand_from list show import follow status" -l json -d 'Answer as JSON'
complete -c jobbook -n "__fish_jobbook_using_subcommand guide; and not __fish_seen_subcommand_from list show import follow status" -l dry-run -d 'Decide and tell, but write nothing'
complete -c jobbook -n "__fish_jobbook_using_subcommand guide; and not __fish_seen_subcommand_from list show import follow status" -l yes -d 'Answer yes to every question'
complete -c jobbook -n "__fish_jobbook_using_subcommand guide; and not __fish_seen_subcommand_from list show import follow status" -l no-input -d 'Never ask; what is missing is an error'
complete -c jobbook -n "__fish_jobbook_using_subcommand guide; and not __fish_seen_subcommand_from list show import follow status" -s q -l quiet -d 'Tell only results and errors'
complete -c jobbook -n "__fish_jobbook_using_subcommand guide; and not __fish_seen_subcommand_from list show import follow status" -s v -l verbose -d 'Tell more'
complete -c jobbook -n "__fish_jobbook_using_subcommand guide; and not __fish_seen_subcommand_from list show import follow status" -s h -l help -d 'Print help'
complete -c jobbook -n "__fish_jobbook_using_subcommand guide; and not __fish_seen_subcommand_from list show import follow status" -f -a "list" -d 'List the guides'
complete -c jobbook -n "__fish_jobbook_using_subcommand guide; and not __fish_seen_subcommand_from list show import follow status" -f -a "show" -d 'Show a guide: what it takes, its steps, what should come of it'
complete -c jobbook -n "__fish_jobbook_using_subcommand guide; and not __fish_seen_subcommand_from list show import follow status" -f -a "import" -d 'Take a guide into the book: TOML, or a page with such front matter'
complete -c jobbook -n "__fish_jobbook_using_subcommand guide; and not __fish_seen_subcommand_from list show import follow status" -f -a "follow" -d 'Follow a guide on a job, step by step'
complete -c jobbook -n "__fish_jobbook_using_subcommand guide; and not __fish_seen_subcommand_from list show import follow status" -f -a "status" -d 'Show what of its guides a job has answered'
complete -c jobbook -n "__fish_jobbook_using_subcommand guide; and __fish_seen_subcommand_from list" -s C -l book -d 'Folder of the book; else the nearest one from here upwards' -r -F
complete -c jobbook -n "__fish_jobbook_using_subcommand guide; and __fish_seen_subcommand_from list" -l by -d 'Who does this; else git\'s user' -r
complete -c jobbook -n "__fish_jobbook_using_subcommand guide; and __fish_seen_subcommand_from list" -l at -d 'When it happened, if not now: "yesterday 16:30", "2026-03-02 09:00"' -r
complete -c jobbook -n "__fish_jobbook_using_subcommand guide; and __fish_seen_subcommand_from list" -l color -d 'When to colour' -r -f -a "auto\t'On a terminal'
always\t'Always'
never\t'Never'"
complete -c jobbook -n "__fish_jobbook_using_subcommand guide; and __fish_seen_subcommand_from list" -l json -d 'Answer as JSON'
complete -c jobbook -n "__fish_jobbook_using_subcommand guide; and __fish_seen_subcommand_from list" -l dry-run -d 'Decide and tell, but write nothing'
complete -c jobbook -n "__fish_jobbook_using_subcommand guide; and __fish_seen_subcommand_from list" -l yes -d 'Answer yes to every question'
complete -c jobbook -n "__fish_jobbook_using_subcommand guide; and __fish_seen_subcommand_from list" -l no-input -d 'Never ask; what is missing is an error'
complete -c jobbook -n "__fish_jobbook_using_subcommand guide; and __fish_seen_subcommand_from list" -s q -l quiet -d 'Tell only results and errors'
complete -c jobbook -n "__fish_jobbook_using_subcommand guide; and __fish_seen_subcommand_from list" -s v -l verbose -d 'Tell more'
complete -c jobbook -n "__fish_jobbook_using_subcommand guide; and __fish_seen_subcommand_from list" -s h -l help -d 'Print help'
complete -c jobbook -n "__fish_jobbook_using_subcommand guide; and __fish_seen_subcommand_from show" -s C -l book -d 'Folder of the book; else the nearest one from here upwards' -r -F
complete -c jobbook -n "__fish_jobbook_using_subcommand guide; and __fish_seen_subcommand_from show" -l by -d 'Who does this; else git\'s user' -r
complete -c jobbook -n "__fish_jobbook_using_subcommand guide; and __fish_seen_subcommand_from show" -l at -d 'When it happened, if not now: "yesterday 16:30", "2026-03-02 09:00"' -r
complete -c jobbook -n "__fish_jobbook_using_subcommand guide; and __fish_seen_subcommand_from show" -l color -d 'When to colour' -r -f -a "auto\t'On a terminal'
always\t'Always'
never\t'Never'"
complete -c jobbook -n "__fish_jobbook_using_subcommand guide; and __fish_seen_subcommand_from show" -l json -d 'Answer as JSON'
complete -c jobbook -n "__fish_jobbook_using_subcommand guide; and __fish_seen_subcommand_from show" -l dry-run -d 'Decide and tell, but write nothing'
complete -c jobbook -n "__fish_jobbook_using_subcommand guide; and __fish_seen_subcommand_from show" -l yes -d 'Answer yes to every question'
complete -c jobbook -n "__fish_jobbook_using_subcommand guide; and __fish_seen_subcommand_from show" -l no-input -d 'Never ask; what is missing is an error'
complete -c jobbook -n "__fish_jobbook_using_subcommand guide; and __fish_seen_subcommand_from show" -s q -l quiet -d 'Tell only results and errors'
complete -c jobbook -n "__fish_jobbook_using_subcommand guide; and __fish_seen_subcommand_from show" -s v -l verbose -d 'Tell more'
complete -c jobbook -n "__fish_jobbook_using_subcommand guide; and __fish_seen_subcommand_from show" -s h -l help -d 'Print help'
complete -c jobbook -n "__fish_jobbook_using_subcommand guide; and __fish_seen_subcommand_from import" -l name -d 'What the guide is called in the book; made of its title when left out' -r
complete -c jobbook -n "__fish_jobbook_using_subcommand guide; and __fish_seen_subcommand_from import" -s C -l book -d 'Folder of the book; else the nearest one from here upwards' -r -F
complete -c jobbook -n "__fish_jobbook_using_subcommand guide; and __fish_seen_subcommand_from import" -l by -d 'Who does this; else git\'s user' -r
complete -c jobbook -n "__fish_jobbook_using_subcommand guide; and __fish_seen_subcommand_from import" -l at -d 'When it happened, if not now: "yesterday 16:30", "2026-03-02 09:00"' -r
complete -c jobbook -n "__fish_jobbook_using_subcommand guide; and __fish_seen_subcommand_from import" -l color -d 'When to colour' -r -f -a "auto\t'On a terminal'
always\t'Always'
never\t'Never'"
complete -c jobbook -n "__fish_jobbook_using_subcommand guide; and __fish_seen_subcommand_from import" -l replace -d 'In place of the guide of that name'
complete -c jobbook -n "__fish_jobbook_using_subcommand guide; and __fish_seen_subcommand_from import" -l json -d 'Answer as JSON'
complete -c jobbook -n "__fish_jobbook_using_subcommand guide; and __fish_seen_subcommand_from import" -l dry-run -d 'Decide and tell, but write nothing'
complete -c jobbook -n "__fish_jobbook_using_subcommand guide; and __fish_seen_subcommand_from import" -l yes -d 'Answer yes to every question'
complete -c jobbook -n "__fish_jobbook_using_subcommand guide; and __fish_seen_subcommand_from import" -l no-input -d 'Never ask; what is missing is an error'
complete -c jobbook -n "__fish_jobbook_using_subcommand guide; and __fish_seen_subcommand_from import" -s q -l quiet -d 'Tell only results and errors'
complete -c jobbook -n "__fish_jobbook_using_subcommand guide; and __fish_seen_subcommand_from import" -s v -l verbose -d 'Tell more'
complete -c jobbook -n "__fish_jobbook_using_subcommand guide; and __fish_seen_subcommand_from import" -s h -l help -d 'Print help'
complete -c jobbook -n "__fish_jobbook_using_subcommand guide; and __fish_seen_subcommand_from follow" -l step -d 'A step: its number or name' -r
complete -c jobbook -n "__fish_jobbook_using_subcommand guide; and __fish_seen_subcommand_from follow" -l outcome -d 'An outcome: its number or name' -r
complete -c jobbook -n "__fish_jobbook_using_subcommand guide; and __fish_seen_subcommand_from follow" -l note -d 'A remark on what was done' -r
complete -c jobbook -n "__fish_jobbook_using_subcommand guide; and __fish_seen_subcommand_from follow" -l reason -d 'Why it is left out or taken back' -r
complete -c jobbook -n "__fish_jobbook_using_subcommand guide; and __fish_seen_subcommand_from follow" -l visit -d 'Number of the visit; the one under way, else the one whose guide is open, else the next, when left out' -r
complete -c jobbook -n "__fish_jobbook_using_subcommand guide; and __fish_seen_subcommand_from follow" -s C -l book -d 'Folder of the book; else the nearest one from here upwards' -r -F
complete -c jobbook -n "__fish_jobbook_using_subcommand guide; and __fish_seen_subcommand_from follow" -l by -d 'Who does this; else git\'s user' -r
complete -c jobbook -n "__fish_jobbook_using_subcommand guide; and __fish_seen_subcommand_from follow" -l at -d 'When it happened, if not now: "yesterday 16:30", "2026-03-02 09:00"' -r
complete -c jobbook -n "__fish_jobbook_using_subcommand guide; and __fish_seen_subcommand_from follow" -l color -d 'When to colour' -r -f -a "auto\t'On a terminal'
always\t'Always'
never\t'Never'"
complete -c jobbook -n "__fish_jobbook_using_subcommand guide; and __fish_seen_subcommand_from follow" -l done -d 'It is done'
complete -c jobbook -n "__fish_jobbook_using_subcommand guide; and __fish_seen_subcommand_from follow" -l skip -d 'It is left out, for a reason'
complete -c jobbook -n "__fish_jobbook_using_subcommand guide; and __fish_seen_subcommand_from follow" -l reopen -d 'What was answered is taken back, for a reason'
complete -c jobbook -n "__fish_jobbook_using_subcommand guide; and __fish_seen_subcommand_from follow" -l json -d 'Answer as JSON'
complete -c jobbook -n "__fish_jobbook_using_subcommand guide; and __fish_seen_subcommand_from follow" -l dry-run -d 'Decide and tell, but write nothing'
complete -c jobbook -n "__fish_jobbook_using_subcommand guide; and __fish_seen_subcommand_from follow" -l yes -d 'Answer yes to every question'
complete -c jobbook -n "__fish_jobbook_using_subcommand guide; and __fish_seen_subcommand_from follow" -l no-input -d 'Never ask; what is missing is an error'
complete -c jobbook -n "__fish_jobbook_using_subcommand guide; and __fish_seen_subcommand_from follow" -s q -l quiet -d 'Tell only results and errors'
complete -c jobbook -n "__fish_jobbook_using_subcommand guide; and __fish_seen_subcommand_from follow" -s v -l verbose -d 'Tell more'
complete -c jobbook -n "__fish_jobbook_using_subcommand guide; and __fish_seen_subcommand_from follow" -s h -l help -d 'Print help'
complete -c jobbook -n "__fish_jobbook_using_subcommand guide; and __fish_seen_subcommand_from status" -s C -l book -d 'Folder of the book; else the nearest one from here upwards' -r -F
complete -c jobbook -n "__fish_jobbook_using_subcommand guide; and __fish_seen_subcommand_from status" -l by -d 'Who does this; else git\'s user' -r
complete -c jobbook -n "__fish_jobbook_using_subcommand guide; and __fish_seen_subcommand_from status" -l at -d 'When it happened, if not now: "yesterday 16:30", "2026-03-02 09:00"' -r
complete -c jobbook -n "__fish_jobbook_using_subcommand guide; and __fish_seen_subcommand_from status" -l color -d 'When to colour' -r -f -a "auto\t'On a terminal'
always\t'Always'
never\t'Never'"
complete -c jobbook -n "__fish_jobbook_using_subcommand guide; and __fish_seen_subcommand_from status" -l json -d 'Answer as JSON'
complete -c jobbook -n "__fish_jobbook_using_subcommand guide; and __fish_seen_subcommand_from status" -l dry-run -d 'Decide and tell, but write nothing'
complete -c jobbook -n "__fish_jobbook_using_subcommand guide; and __fish_seen_subcommand_from status" -l yes -d 'Answer yes to every question'
complete -c jobbook -n "__fish_jobbook_using_subcommand guide; and __fish_seen_subcommand_from status" -l no-input -d 'Never ask; what is missing is an error'
complete -c jobbook -n "__fish_jobbook_using_subcommand guide; and __fish_seen_subcommand_from status" -s q -l quiet -d 'Tell only results and errors'
complete -c jobbook -n "__fish_jobbook_using_subcommand guide; and __fish_seen_subcommand_from status" -s v -l verbose -d 'Tell more'
complete -c jobbook -n "__fish_jobbook_using_subcommand guide; and __fish_seen_subcommand_from status" -s h -l help -d 'Print help'
complete -c jobbook -n "__fish_jobbook_using_subcommand invoice; and not __fish_seen_subcommand_from new show render send submit run list credit void" -s C -l book -d 'Folder of the book; else the nearest one from here upwards' -r -F
complete -c jobbook -n "__fish_jobbook_using_subcommand invoice; and not __fish_seen_subcommand_from new show render send submit run list credit void" -l by -d 'Who does this; else git\'s user' -r
complete -c jobbook -n "__fish_jobbook_using_subcommand invoice; and not __fish_seen_subcommand_from new show render send submit run list credit void" -l at -d 'When it happened, if not now: "yesterday 16:30", "2026-03-02 09:00"' -r
complete -c jobbook -n "__fish_jobbook_using_subcommand invoice; and not __fish_seen_subcommand_from new show render send submit run list credit void" -l color -d 'When to colour' -r -f -a "auto\t'On a terminal'
always\t'Always'
never\t'Never'"
complete -c jobbook -n "__fish_jobbook_using_subcommand invoice; and not __fish_seen_subcommand_from new show render send submit run list credit void" -l json -d 'Answer as JSON'
complete -c jobbook -n "__fish_jobbook_using_subcommand invoice; and not __fish_seen_subcommand_from new show render send submit run list credit void" -l dry-run -d 'Decide and tell, but write nothing'
complete -c jobbook -n "__fish_jobbook_using_subcommand invoice; and not __fish_seen_subcommand_from new show render send submit run list credit void" -l yes -d 'Answer yes to every question'
complete -c jobbook -n "__fish_jobbook_using_subcommand invoice; and not __fish_seen_subcommand_from new show render send submit run list credit void" -l no-input -d 'Never ask; what is missing is an error'
complete -c jobbook -n "__fish_jobbook_using_subcommand invoice; and not __fish_seen_subcommand_from new show render send submit run list credit void" -s q -l quiet -d 'Tell only results and errors'
complete -c jobbook -n "__fish_jobbook_using_subcommand invoice; and not __fish_seen_subcommand_from new show render send submit run list credit void" -s v -l verbose -d 'Tell more'
complete -c jobbook -n "__fish_jobbook_using_subcommand invoice; and not __fish_seen_subcommand_from new show render send submit run list credit void" -s h -l help -d 'Print help'
complete -c jobbook -n "__fish_jobbook_using_subcommand invoice; and not __fish_seen_subcommand_from new show render send submit run list credit void" -f -a "new" -d 'Begin an invoice: from the approved quote, else from visits and parts'
complete -c jobbook -n "__fish_jobbook_using_subcommand invoice; and not __fish_seen_subcommand_from new show render send submit run list credit void" -f -a "show" -d 'Show an invoice, its lines and what is open on it'
complete -c jobbook -n "__fish_jobbook_using_subcommand invoice; and not __fish_seen_subcommand_from new show render send submit run list credit void" -f -a "render" -d 'Print an invoice'
complete -c jobbook -n "__fish_jobbook_using_subcommand invoice; and not __fish_seen_subcommand_from new show render send submit run list credit void" -f -a "send" -d 'Send an invoice; a draft gets its number and is frozen'
complete -c jobbook -n "__fish_jobbook_using_subcommand invoice; and not __fish_seen_subcommand_from new show render send submit run list credit void" -f -a "submit" -d 'Note that an invoice is in the client\'s portal'
complete -c jobbook -n "__fish_jobbook_using_subcommand invoice; and not __fish_seen_subcommand_from new show render send submit run list credit void" -f -a "run" -d 'Begin every invoice that is to be made: one for each job, or one over all jobs of a client'
complete -c jobbook -n "__fish_jobbook_using_subcommand invoice; and not __fish_seen_subcommand_from new show render send submit run list credit void" -f -a "list" -d 'List invoices'
complete -c jobbook -n "__fish_jobbook_using_subcommand invoice; and not __fish_seen_subcommand_from new show render send submit run list credit void" -f -a "credit" -d 'Take back an invoice that has left the house, by a credit note'
complete -c jobbook -n "__fish_jobbook_using_subcommand invoice; and not __fish_seen_subcommand_from new show render send submit run list credit void" -f -a "void" -d 'Take back an invoice that nobody has seen'
complete -c jobbook -n "__fish_jobbook_using_subcommand invoice; and __fish_seen_subcommand_from new" -l only -d 'Only these lines of the quote, with =NUMBER for a part of one' -r
complete -c jobbook -n "__fish_jobbook_using_subcommand invoice; and __fish_seen_subcommand_from new" -l add -d 'A line that no quote has' -r
complete -c jobbook -n "__fish_jobbook_using_subcommand invoice; and __fish_seen_subcommand_from new" -l price -d 'Price of one, for --add' -r
complete -c jobbook -n "__fish_jobbook_using_subcommand invoice; and __fish_seen_subcommand_from new" -l qty -d 'How many, for --add' -r
complete -c jobbook -n "__fish_jobbook_using_subcommand invoice; and __fish_seen_subcommand_from new" -l tax -d 'Tax code, for --add; the office\'s usual when left out' -r
complete -c jobbook -n "__fish_jobbook_using_subcommand invoice; and __fish_seen_subcommand_from new" -l waive -d 'Leave the rest of the quote unbilled, for this reason' -r
complete -c jobbook -n "__fish_jobbook_using_subcommand invoice; and __fish_seen_subcommand_from new" -s C -l book -d 'Folder of the book; else the nearest one from here upwards' -r -F
complete -c jobbook -n "__fish_jobbook_using_subcommand invoice; and __fish_seen_subcommand_from new" -l by -d 'Who does this; else git\'s user' -r
complete -c jobbook -n "__fish_jobbook_using_subcommand invoice; and __fish_seen_subcommand_from new" -l at -d 'When it happened, if not now: "yesterday 16:30", "2026-03-02 09:00"' -r
complete -c jobbook -n "__fish_jobbook_using_subcommand invoice; and __fish_seen_subcommand_from new" -l color -d 'When to colour' -r -f -a "auto\t'On a terminal'
always\t'Always'
never\t'Never'"
complete -c jobbook -n "__fish_jobbook_using_subcommand invoice; and __fish_seen_subcommand_from new" -l deposit -d 'The deposit that the quote asks for'
complete -c jobbook -n "__fish_jobbook_using_subcommand invoice; and __fish_seen_subcommand_from new" -l partial -d 'More is billed later'
complete -c jobbook -n "__fish_jobbook_using_subcommand invoice; and __fish_seen_subcommand_from new" -l final -d 'Nothing is left to bill after it'
complete -c jobbook -n "__fish_jobbook_using_subcommand invoice; and __fish_seen_subcommand_from new" -l from-work -d 'No quote is behind it: bill visits and parts'
complete -c jobbook -n "__fish_jobbook_using_subcommand invoice; and __fish_seen_subcommand_from new" -l alone -d 'Bill this job by itself, although its client wants one invoice over all jobs'
complete -c jobbook -n "__fish_jobbook_using_subcommand invoice; and __fish_seen_subcommand_from new" -l json -d 'Answer as JSON'
complete -c jobbook -n "__fish_jobbook_using_subcommand invoice; and __fish_seen_subcommand_from new" -l dry-run -d 'Decide and tell, but write nothing'
complete -c jobbook -n "__fish_jobbook_using_subcommand invoice; and __fish_seen_subcommand_from new" -l yes -d 'Answer yes to every question'
complete -c jobbook -n "__fish_jobbook_using_subcommand invoice; and __fish_seen_subcommand_from new" -l no-input -d 'Never ask; what is missing is an error'
complete -c jobbook -n "__fish_jobbook_using_subcommand invoice; and __fish_seen_subcommand_from new" -s q -l quiet -d 'Tell only results and errors'
complete -c jobbook -n "__fish_jobbook_using_subcommand invoice; and __fish_seen_subcommand_from new" -s v -l verbose -d 'Tell more'
complete -c jobbook -n "__fish_jobbook_using_subcommand invoice; and __fish_seen_subcommand_from new" -s h -l help -d 'Print help'
complete -c jobbook -n "__fish_jobbook_using_subcommand invoice; and __fish_seen_subcommand_from show" -s C -l book -d 'Folder of the book; else the nearest one from here upwards' -r -F
complete -c jobbook -n "__fish_jobbook_using_subcommand invoice; and __fish_seen_subcommand_from show" -l by -d 'Who does this; else git\'s user' -r
complete -c jobbook -n "__fish_jobbook_using_subcommand invoice; and __fish_seen_subcommand_from show" -l at -d 'When it happened, if not now: "yesterday 16:30", "2026-03-02 09:00"' -r
complete -c jobbook -n "__fish_jobbook_using_subcommand invoice; and __fish_seen_subcommand_from show" -l color -d 'When to colour' -r -f -a "auto\t'On a terminal'
always\t'Always'
never\t'Never'"
complete -c jobbook -n "__fish_jobbook_using_subcommand invoice; and __fish_seen_subcommand_from show" -l json -d 'Answer as JSON'
complete -c jobbook -n "__fish_jobbook_using_subcommand invoice; and __fish_seen_subcommand_from show" -l dry-run -d 'Decide and tell, but write nothing'
complete -c jobbook -n "__fish_jobbook_using_subcommand invoice; and __fish_seen_subcommand_from show" -l yes -d 'Answer yes to every question'
complete -c jobbook -n "__fish_jobbook_using_subcommand invoice; and __fish_seen_subcommand_from show" -l no-input -d 'Never ask; what is missing is an error'
complete -c jobbook -n "__fish_jobbook_using_subcommand invoice; and __fish_seen_subcommand_from show" -s q -l quiet -d 'Tell only results and errors'
complete -c jobbook -n "__fish_jobbook_using_subcommand invoice; and __fish_seen_subcommand_from show" -s v -l verbose -d 'Tell more'
complete -c jobbook -n "__fish_jobbook_using_subcommand invoice; and __fish_seen_subcommand_from show" -s h -l help -d 'Print help'
complete -c jobbook -n "__fish_jobbook_using_subcommand invoice; and __fish_seen_subcommand_from render" -s o -l output -d 'Write to this file instead of standard output; one that is there is replaced' -r -F
complete -c jobbook -n "__fish_jobbook_using_subcommand invoice; and __fish_seen_subcommand_from render" -s C -l book -d 'Folder of the book; else the nearest one from here upwards' -r -F
complete -c jobbook -n "__fish_jobbook_using_subcommand invoice; and __fish_seen_subcommand_from render" -l by -d 'Who does this; else git\'s user' -r
complete -c jobbook -n "__fish_jobbook_using_subcommand invoice; and __fish_seen_subcommand_from render" -l at -d 'When it happened, if not now: "yesterday 16:30", "2026-03-02 09:00"' -r
complete -c jobbook -n "__fish_jobbook_using_subcommand invoice; and __fish_seen_subcommand_from render" -l color -d 'When to colour' -r -f -a "auto\t'On a terminal'
always\t'Always'
never\t'Never'"
complete -c jobbook -n "__fish_jobbook_using_subcommand invoice; and __fish_seen_subcommand_from render" -l final -d 'Give a draft its number and freeze it'
complete -c jobbook -n "__fish_jobbook_using_subcommand invoice; and __fish_seen_subcommand_from render" -l copy -d 'A copy of what left the house, as it was kept'
complete -c jobbook -n "__fish_jobbook_using_subcommand invoice; and __fish_seen_subcommand_from render" -l html -d 'As HTML, to be shown or printed by a browser'
complete -c jobbook -n "__fish_jobbook_using_subcommand invoice; and __fish_seen_subcommand_from render" -l text -d 'As plain text'
complete -c jobbook -n "__fish_jobbook_using_subcommand invoice; and __fish_seen_subcommand_from render" -l json -d 'Answer as JSON'
complete -c jobbook -n "__fish_jobbook_using_subcommand invoice; and __fish_seen_subcommand_from render" -l dry-run -d 'Decide and tell, but write nothing'
complete -c jobbook -n "__fish_jobbook_using_subcommand invoice; and __fish_seen_subcommand_from render" -l yes -d 'Answer yes to every question'
complete -c jobbook -n "__fish_jobbook_using_subcommand invoice; and __fish_seen_subcommand_from render" -l no-input -d 'Never ask; what is missing is an error'
complete -c jobbook -n "__fish_jobbook_using_subcommand invoice; and __fish_seen_subcommand_from render" -s q -l quiet -d 'Tell only results and errors'
complete -c jobbook -n "__fish_jobbook_using_subcommand invoice; and __fish_seen_subcommand_from render" -s v -l verbose -d 'Tell more'
complete -c jobbook -n "__fish_jobbook_using_subcommand invoice; and __fish_seen_subcommand_from render" -s h -l help -d 'Print help'
complete -c jobbook -n "__fish_jobbook_using_subcommand invoice; and __fish_seen_subcommand_from send" -l via -d 'By which way: mail, print, hand or portal' -r
complete -c jobbook -n "__fish_jobbook_using_subcommand invoice; and __fish_seen_subcommand_from send" -l to -d 'Another address than the client\'s' -r
complete -c jobbook -n "__fish_jobbook_using_subcommand invoice; and __fish_seen_subcommand_from send" -s C -l book -d 'Folder of the book; else the nearest one from here upwards' -r -F
complete -c jobbook -n "__fish_jobbook_using_subcommand invoice; and __fish_seen_subcommand_from send" -l by -d 'Who does this; else git\'s user' -r
complete -c jobbook -n "__fish_jobbook_using_subcommand invoice; and __fish_seen_subcommand_from send" -l at -d 'When it happened, if not now: "yesterday 16:30", "2026-03-02 09:00"' -r
complete -c jobbook -n "__fish_jobbook_using_subcommand invoice; and __fish_seen_subcommand_from send" -l color -d 'When to colour' -r -f -a "auto\t'On a terminal'
always\t'Always'
never\t'Never'"
complete -c jobbook -n "__fish_jobbook_using_subcommand invoice; and __fish_seen_subcommand_from send" -l json -d 'Answer as JSON'
complete -c jobbook -n "__fish_jobbook_using_subcommand invoice; and __fish_seen_subcommand_from send" -l dry-run -d 'Decide and tell, but write nothing'
complete -c jobbook -n "__fish_jobbook_using_subcommand invoice; and __fish_seen_subcommand_from send" -l yes -d 'Answer yes to every question'
complete -c jobbook -n "__fish_jobbook_using_subcommand invoice; and __fish_seen_subcommand_from send" -l no-input -d 'Never ask; what is missing is an error'
complete -c jobbook -n "__fish_jobbook_using_subcommand invoice; and __fish_seen_subcommand_from send" -s q -l quiet -d 'Tell only results and errors'
complete -c jobbook -n "__fish_jobbook_using_subcommand invoice; and __fish_seen_subcommand_from send" -s v -l verbose -d 'Tell more'
complete -c jobbook -n "__fish_jobbook_using_subcommand invoice; and __fish_seen_subcommand_from send" -s h -l help -d 'Print help'
complete -c jobbook -n "__fish_jobbook_using_subcommand invoice; and __fish_seen_subcommand_from submit" -l confirmation -d 'What the portal answered' -r
complete -c jobbook -n "__fish_jobbook_using_subcommand invoice; and __fish_seen_subcommand_from submit" -l portal -d 'Which portal; the client\'s when left out' -r
complete -c jobbook -n "__fish_jobbook_using_subcommand invoice; and __fish_seen_subcommand_from submit" -s C -l book -d 'Folder of the book; else the nearest one from here upwards' -r -F
complete -c jobbook -n "__fish_jobbook_using_subcommand invoice; and __fish_seen_subcommand_from submit" -l by -d 'Who does this; else git\'s user' -r
complete -c jobbook -n "__fish_jobbook_using_subcommand invoice; and __fish_seen_subcommand_from submit" -l at -d 'When it happened, if not now: "yesterday 16:30", "2026-03-02 09:00"' -r
complete -c jobbook -n "__fish_jobbook_using_subcommand invoice; and __fish_seen_subcommand_from submit" -l color -d 'When to colour' -r -f -a "auto\t'On a terminal'
always\t'Always'
never\t'Never'"
complete -c jobbook -n "__fish_jobbook_using_subcommand invoice; and __fish_seen_subcommand_from submit" -l json -d 'Answer as JSON'
complete -c jobbook -n "__fish_jobbook_using_subcommand invoice; and __fish_seen_subcommand_from submit" -l dry-run -d 'Decide and tell, but write nothing'
complete -c jobbook -n "__fish_jobbook_using_subcommand invoice; and __fish_seen_subcommand_from submit" -l yes -d 'Answer yes to every question'
complete -c jobbook -n "__fish_jobbook_using_subcommand invoice; and __fish_seen_subcommand_from submit" -l no-input -d 'Never ask; what is missing is an error'
complete -c jobbook -n "__fish_jobbook_using_subcommand invoice; and __fish_seen_subcommand_from submit" -s q -l quiet -d 'Tell only results and errors'
complete -c jobbook -n "__fish_jobbook_using_subcommand invoice; and __fish_seen_subcommand_from submit" -s v -l verbose -d 'Tell more'
complete -c jobbook -n "__fish_jobbook_using_subcommand invoice; and __fish_seen_subcommand_from submit" -s h -l help -d 'Print help'
complete -c jobbook -n "__fish_jobbook_using_subcommand invoice; and __fish_seen_subcommand_from run" -l month -d 'Bill this month of all plans: 2026-04' -r
complete -c jobbook -n "__fish_jobbook_using_subcommand invoice; and __fish_seen_subcommand_from run" -s C -l book -d 'Folder of the book; else the nearest one from here upwards' -r -F
complete -c jobbook -n "__fish_jobbook_using_subcommand invoice; and __fish_seen_subcommand_from run" -l by -d 'Who does this; else git\'s user' -r
complete -c jobbook -n "__fish_jobbook_using_subcommand invoice; and __fish_seen_subcommand_from run" -l at -d 'When it happened, if not now: "yesterday 16:30", "2026-03-02 09:00"' -r
complete -c jobbook -n "__fish_jobbook_using_subcommand invoice; and __fish_seen_subcommand_from run" -l color -d 'When to colour' -r -f -a "auto\t'On a terminal'
always\t'Always'
never\t'Never'"
complete -c jobbook -n "__fish_jobbook_using_subcommand invoice; and __fish_seen_subcommand_from run" -l send -d 'Send them by mail as well; what may not be sent is left out'
complete -c jobbook -n "__fish_jobbook_using_subcommand invoice; and __fish_seen_subcommand_from run" -l json -d 'Answer as JSON'
complete -c jobbook -n "__fish_jobbook_using_subcommand invoice; and __fish_seen_subcommand_from run" -l dry-run -d 'Decide and tell, but write nothing'
complete -c jobbook -n "__fish_jobbook_using_subcommand invoice; and __fish_seen_subcommand_from run" -l yes -d 'Answer yes to every question'
complete -c jobbook -n "__fish_jobbook_using_subcommand invoice; and __fish_seen_subcommand_from run" -l no-input -d 'Never ask; what is missing is an error'
complete -c jobbook -n "__fish_jobbook_using_subcommand invoice; and __fish_seen_subcommand_from run" -s q -l quiet -d 'Tell only results and errors'
complete -c jobbook -n "__fish_jobbook_using_subcommand invoice; and __fish_seen_subcommand_from run" -s v -l verbose -d 'Tell more'
complete -c jobbook -n "__fish_jobbook_using_subcommand invoice; and __fish_seen_subcommand_from run" -s h -l help -d 'Print help'
complete -c jobbook -n "__fish_jobbook_using_subcommand invoice; and __fish_seen_subcommand_from list" -s C -l book -d 'Folder of the book; else the nearest one from here upwards' -r -F
complete -c jobbook -n "__fish_jobbook_using_subcommand invoice; and __fish_seen_subcommand_from list" -l by -d 'Who does this; else git\'s user' -r
complete -c jobbook -n "__fish_jobbook_using_subcommand invoice; and __fish_seen_subcommand_from list" -l at -d 'When it happened, if not now: "yesterday 16:30", "2026-03-02 09:00"' -r
complete -c jobbook -n "__fish_jobbook_using_subcommand invoice; and __fish_seen_subcommand_from list" -l color -d 'When to colour' -r -f -a "auto\t'On a terminal'
always\t'Always'
never\t'Never'"
complete -c jobbook -n "__fish_jobbook_using_subcommand invoice; and __fish_seen_subcommand_from list" -l open -d 'Only what is not wholly paid'
complete -c jobbook -n "__fish_jobbook_using_subcommand invoice; and __fish_seen_subcommand_from list" -l overdue -d 'Only what should have been paid by now'
complete -c jobbook -n "__fish_jobbook_using_subcommand invoice; and __fish_seen_subcommand_from list" -l draft -d 'Only drafts'
complete -c jobbook -n "__fish_jobbook_using_subcommand invoice; and __fish_seen_subcommand_from list" -l json -d 'Answer as JSON'
complete -c jobbook -n "__fish_jobbook_using_subcommand invoice; and __fish_seen_subcommand_from list" -l dry-run -d 'Decide and tell, but write nothing'
complete -c jobbook -n "__fish_jobbook_using_subcommand invoice; and __fish_seen_subcommand_from list" -l yes -d 'Answer yes to every question'
complete -c jobbook -n "__fish_jobbook_using_subcommand invoice; and __fish_seen_subcommand_from list" -l no-input -d 'Never ask; what is missing is an error'
complete -c jobbook -n "__fish_jobbook_using_subcommand invoice; and __fish_seen_subcommand_from list" -s q -l quiet -d 'Tell only results and errors'
complete -c jobbook -n "__fish_jobbook_using_subcommand invoice; and __fish_seen_subcommand_from list" -s v -l verbose -d 'Tell more'
complete -c jobbook -n "__fish_jobbook_using_subcommand invoice; and __fish_seen_subcommand_from list" -s h -l help -d 'Print help'
complete -c jobbook -n "__fish_jobbook_using_subcommand invoice; and __fish_seen_subcommand_from credit" -l reason -d 'Why' -r
complete -c jobbook -n "__fish_jobbook_using_subcommand invoice; and __fish_seen_subcommand_from credit" -s C -l book -d 'Folder of the book; else the nearest one from here upwards' -r -F
complete -c jobbook -n "__fish_jobbook_using_subcommand invoice; and __fish_seen_subcommand_from credit" -l by -d 'Who does this; else git\'s user' -r
complete -c jobbook -n "__fish_jobbook_using_subcommand invoice; and __fish_seen_subcommand_from credit" -l at -d 'When it happened, if not now: "yesterday 16:30", "2026-03-02 09:00"' -r
complete -c jobbook -n "__fish_jobbook_using_subcommand invoice; and __fish_seen_subcommand_from credit" -l color -d 'When to colour' -r -f -a "auto\t'On a terminal'
always\t'Always'
never\t'Never'"
complete -c jobbook -n "__fish_jobbook_using_subcommand invoice; and __fish_seen_subcommand_from credit" -l json -d 'Answer as JSON'
complete -c jobbook -n "__fish_jobbook_using_subcommand invoice; and __fish_seen_subcommand_from credit" -l dry-run -d 'Decide and tell, but write nothing'
complete -c jobbook -n "__fish_jobbook_using_subcommand invoice; and __fish_seen_subcommand_from credit" -l yes -d 'Answer yes to every question'
complete -c jobbook -n "__fish_jobbook_using_subcommand invoice; and __fish_seen_subcommand_from credit" -l no-input -d 'Never ask; what is missing is an error'
complete -c jobbook -n "__fish_jobbook_using_subcommand invoice; and __fish_seen_subcommand_from credit" -s q -l quiet -d 'Tell only results and errors'
complete -c jobbook -n "__fish_jobbook_using_subcommand invoice; and __fish_seen_subcommand_from credit" -s v -l verbose -d 'Tell more'
complete -c jobbook -n "__fish_jobbook_using_subcommand invoice; and __fish_seen_subcommand_from credit" -s h -l help -d 'Print help'
complete -c jobbook -n "__fish_jobbook_using_subcommand invoice; and __fish_seen_subcommand_from void" -l reason -d 'Why' -r
complete -c jobbook -n "__fish_jobbook_using_subcommand invoice; and __fish_seen_subcommand_from void" -s C -l book -d 'Folder of the book; else the nearest one from here upwards' -r -F
complete -c jobbook -n "__fish_jobbook_using_subcommand invoice; and __fish_seen_subcommand_from void" -l by -d 'Who does this; else git\'s user' -r
complete -c jobbook -n "__fish_jobbook_using_subcommand invoice; and __fish_seen_subcommand_from void" -l at -d 'When it happened, if not now: "yesterday 16:30", "2026-03-02 09:00"' -r
complete -c jobbook -n "__fish_jobbook_using_subcommand invoice; and __fish_seen_subcommand_from void" -l color -d 'When to colour' -r -f -a "auto\t'On a terminal'
always\t'Always'
never\t'Never'"
complete -c jobbook -n "__fish_jobbook_using_subcommand invoice; and __fish_seen_subcommand_from void" -l json -d 'Answer as JSON'
complete -c jobbook -n "__fish_jobbook_using_subcommand invoice; and __fish_seen_subcommand_from void" -l dry-run -d 'Decide and tell, but write nothing'
complete -c jobbook -n "__fish_jobbook_using_subcommand invoice; and __fish_seen_subcommand_from void" -l yes -d 'Answer yes to every question'
complete -c jobbook -n "__fish_jobbook_using_subcommand invoice; and __fish_seen_subcommand_from void" -l no-input -d 'Never ask; what is missing is an error'
complete -c jobbook -n "__fish_jobbook_using_subcommand invoice; and __fish_seen_subcommand_from void" -s q -l quiet -d 'Tell only results and errors'
complete -c jobbook -n "__fish_jobbook_using_subcommand invoice; and __fish_seen_subcommand_from void" -s v -l verbose -d 'Tell more'
complete -c jobbook -n "__fish_jobbook_using_subcommand invoice; and __fish_seen_subcommand_from void" -s h -l help -d 'Print help'
complete -c jobbook -n "__fish_jobbook_using_subcommand payment; and not __fish_seen_subcommand_from record refund list import" -s C -l book -d 'Folder of the book; else the nearest one from here upwards' -r -F
complete -c jobbook -n "__fish_jobbook_using_subcommand payment; and not __fish_seen_subcommand_from record refund list import" -l by -d 'Who does this; else git\'s user' -r
complete -c jobbook -n "__fish_jobbook_using_subcommand payment; and not __fish_seen_subcommand_from record refund list import" -l at -d 'When it happened, if not now: "yesterday 16:30", "2026-03-02 09:00"' -r
complete -c jobbook -n "__fish_jobbook_using_subcommand payment; and not __fish_seen_subcommand_from record refund list import" -l color -d 'When to colour' -r -f -a "auto\t'On a terminal'
always\t'Always'
never\t'Never'"
complete -c jobbook -n "__fish_jobbook_using_subcommand payment; and not __fish_seen_subcommand_from record refund list import" -l json -d 'Answer as JSON'
complete -c jobbook -n "__fish_jobbook_using_subcommand payment; and not __fish_seen_subcommand_from record refund list import" -l dry-run -d 'Decide and tell, but write nothing'
complete -c jobbook -n "__fish_jobbook_using_subcommand payment; and not __fish_seen_subcommand_from record refund list import" -l yes -d 'Answer yes to every question'
complete -c jobbook -n "__fish_jobbook_using_subcommand payment; and not __fish_seen_subcommand_from record refund list import" -l no-input -d 'Never ask; what is missing is an error'
complete -c jobbook -n "__fish_jobbook_using_subcommand payment; and not __fish_seen_subcommand_from record refund list import" -s q -l quiet -d 'Tell only results and errors'
complete -c jobbook -n "__fish_jobbook_using_subcommand payment; and not __fish_seen_subcommand_from record refund list import" -s v -l verbose -d 'Tell more'
complete -c jobbook -n "__fish_jobbook_using_subcommand payment; and not __fish_seen_subcommand_from record refund list import" -s h -l help -d 'Print help'
complete -c jobbook -n "__fish_jobbook_using_subcommand payment; and not __fish_seen_subcommand_from record refund list import" -f -a "record" -d 'Record money that came in'
complete -c jobbook -n "__fish_jobbook_using_subcommand payment; and not __fish_seen_subcommand_from record refund list import" -f -a "refund" -d 'Record money that went back to the client'
complete -c jobbook -n "__fish_jobbook_using_subcommand payment; and not __fish_seen_subcommand_from record refund list import" -f -a "list" -d 'List payments'
complete -c jobbook -n "__fish_jobbook_using_subcommand payment; and not __fish_seen_subcommand_from record refund list import" -f -a "import" -d 'Record the payments of a bank statement (CSV) that are certain, and list the others'
complete -c jobbook -n "__fish_jobbook_using_subcommand payment; and __fish_seen_subcommand_from record" -l method -d 'How: transfer, card, cash, cheque, direct-debit or other; transfer when left out, on site cash' -r
complete -c jobbook -n "__fish_jobbook_using_subcommand payment; and __fish_seen_subcommand_from record" -l reference -d 'Reference of bank or processor, never a card or account number' -r
complete -c jobbook -n "__fish_jobbook_using_subcommand payment; and __fish_seen_subcommand_from record" -l date -d 'The day the money moved; today when left out' -r
complete -c jobbook -n "__fish_jobbook_using_subcommand payment; and __fish_seen_subcommand_from record" -l invoice -d 'The invoice that it pays; the oldest that is open when left out' -r
complete -c jobbook -n "__fish_jobbook_using_subcommand payment; and __fish_seen_subcommand_from record" -l note -d 'Anything worth knowing' -r
complete -c jobbook -n "__fish_jobbook_using_subcommand payment; and __fish_seen_subcommand_from record" -s C -l book -d 'Folder of the book; else the nearest one from here upwards' -r -F
complete -c jobbook -n "__fish_jobbook_using_subcommand payment; and __fish_seen_subcommand_from record" -l by -d 'Who does this; else git\'s user' -r
complete -c jobbook -n "__fish_jobbook_using_subcommand payment; and __fish_seen_subcommand_from record" -l at -d 'When it happened, if not now: "yesterday 16:30", "2026-03-02 09:00"' -r
complete -c jobbook -n "__fish_jobbook_using_subcommand payment; and __fish_seen_subcommand_from record" -l color -d 'When to colour' -r -f -a "auto\t'On a terminal'
always\t'Always'
never\t'Never'"
complete -c jobbook -n "__fish_jobbook_using_subcommand payment; and __fish_seen_subcommand_from record" -l on-site -d 'The technician took it on site'
complete -c jobbook -n "__fish_jobbook_using_subcommand payment; and __fish_seen_subcommand_from record" -l json -d 'Answer as JSON'
complete -c jobbook -n "__fish_jobbook_using_subcommand payment; and __fish_seen_subcommand_from record" -l dry-run -d 'Decide and tell, but write nothing'
complete -c jobbook -n "__fish_jobbook_using_subcommand payment; and __fish_seen_subcommand_from record" -l yes -d 'Answer yes to every question'
complete -c jobbook -n "__fish_jobbook_using_subcommand payment; and __fish_seen_subcommand_from record" -l no-input -d 'Never ask; what is missing is an error'
complete -c jobbook -n "__fish_jobbook_using_subcommand payment; and __fish_seen_subcommand_from record" -s q -l quiet -d 'Tell only results and errors'
complete -c jobbook -n "__fish_jobbook_using_subcommand payment; and __fish_seen_subcommand_from record" -s v -l verbose -d 'Tell more'
complete -c jobbook -n "__fish_jobbook_using_subcommand payment; and __fish_seen_subcommand_from record" -s h -l help -d 'Print help'
complete -c jobbook -n "__fish_jobbook_using_subcommand payment; and __fish_seen_subcommand_from refund" -l reason -d 'Why' -r
complete -c jobbook -n "__fish_jobbook_using_subcommand payment; and __fish_seen_subcommand_from refund" -l method -d 'How: transfer, card, cash, cheque, direct-debit or other' -r
complete -c jobbook -n "__fish_jobbook_using_subcommand payment; and __fish_seen_subcommand_from refund" -l reference -d 'Reference of bank or processor, never a card or account number' -r
complete -c jobbook -n "__fish_jobbook_using_subcommand payment; and __fish_seen_subcommand_from refund" -l date -d 'The day the money moved; today when left out' -r
complete -c jobbook -n "__fish_jobbook_using_subcommand payment; and __fish_seen_subcommand_from refund" -l invoice -d 'The invoice that was paid; the one paid too much when left out' -r
complete -c jobbook -n "__fish_jobbook_using_subcommand payment; and __fish_seen_subcommand_from refund" -s C -l book -d 'Folder of the book; else the nearest one from here upwards' -r -F
complete -c jobbook -n "__fish_jobbook_using_subcommand payment; and __fish_seen_subcommand_from refund" -l by -d 'Who does this; else git\'s user' -r
complete -c jobbook -n "__fish_jobbook_using_subcommand payment; and __fish_seen_subcommand_from refund" -l at -d 'When it happened, if not now: "yesterday 16:30", "2026-03-02 09:00"' -r
complete -c jobbook -n "__fish_jobbook_using_subcommand payment; and __fish_seen_subcommand_from refund" -l color -d 'When to colour' -r -f -a "auto\t'On a terminal'
always\t'Always'
never\t'Never'"
complete -c jobbook -n "__fish_jobbook_using_subcommand payment; and __fish_seen_subcommand_from refund" -l json -d 'Answer as JSON'
complete -c jobbook -n "__fish_jobbook_using_subcommand payment; and __fish_seen_subcommand_from refund" -l dry-run -d 'Decide and tell, but write nothing'
complete -c jobbook -n "__fish_jobbook_using_subcommand payment; and __fish_seen_subcommand_from refund" -l yes -d 'Answer yes to every question'
complete -c jobbook -n "__fish_jobbook_using_subcommand payment; and __fish_seen_subcommand_from refund" -l no-input -d 'Never ask; what is missing is an error'
complete -c jobbook -n "__fish_jobbook_using_subcommand payment; and __fish_seen_subcommand_from refund" -s q -l quiet -d 'Tell only results and errors'
complete -c jobbook -n "__fish_jobbook_using_subcommand payment; and __fish_seen_subcommand_from refund" -s v -l verbose -d 'Tell more'
complete -c jobbook -n "__fish_jobbook_using_subcommand payment; and __fish_seen_subcommand_from refund" -s h -l help -d 'Print help'
complete -c jobbook -n "__fish_jobbook_using_subcommand payment; and __fish_seen_subcommand_from list" -l from -d 'From this day on' -r
complete -c jobbook -n "__fish_jobbook_using_subcommand payment; and __fish_seen_subcommand_from list" -l to -d 'Until this day, included' -r
complete -c jobbook -n "__fish_jobbook_using_subcommand payment; and __fish_seen_subcommand_from list" -s C -l book -d 'Folder of the book; else the nearest one from here upwards' -r -F
complete -c jobbook -n "__fish_jobbook_using_subcommand payment; and __fish_seen_subcommand_from list" -l by -d 'Who does this; else git\'s user' -r
complete -c jobbook -n "__fish_jobbook_using_subcommand payment; and __fish_seen_subcommand_from list" -l at -d 'When it happened, if not now: "yesterday 16:30", "2026-03-02 09:00"' -r
complete -c jobbook -n "__fish_jobbook_using_subcommand payment; and __fish_seen_subcommand_from list" -l color -d 'When to colour' -r -f -a "auto\t'On a terminal'
always\t'Always'
never\t'Never'"
complete -c jobbook -n "__fish_jobbook_using_subcommand payment; and __fish_seen_subcommand_from list" -l json -d 'Answer as JSON'
complete -c jobbook -n "__fish_jobbook_using_subcommand payment; and __fish_seen_subcommand_from list" -l dry-run -d 'Decide and tell, but write nothing'
complete -c jobbook -n "__fish_jobbook_using_subcommand payment; and __fish_seen_subcommand_from list" -l yes -d 'Answer yes to every question'
complete -c jobbook -n "__fish_jobbook_using_subcommand payment; and __fish_seen_subcommand_from list" -l no-input -d 'Never ask; what is missing is an error'
complete -c jobbook -n "__fish_jobbook_using_subcommand payment; and __fish_seen_subcommand_from list" -s q -l quiet -d 'Tell only results and errors'
complete -c jobbook -n "__fish_jobbook_using_subcommand payment; and __fish_seen_subcommand_from list" -s v -l verbose -d 'Tell more'
complete -c jobbook -n "__fish_jobbook_using_subcommand payment; and __fish_seen_subcommand_from list" -s h -l help -d 'Print help'
complete -c jobbook -n "__fish_jobbook_using_subcommand payment; and __fish_seen_subcommand_from import" -l method -d 'How the money came' -r
complete -c jobbook -n "__fish_jobbook_using_subcommand payment; and __fish_seen_subcommand_from import" -s C -l book -d 'Folder of the book; else the nearest one from here upwards' -r -F
complete -c jobbook -n "__fish_jobbook_using_subcommand payment; and __fish_seen_subcommand_from import" -l by -d 'Who does this; else git\'s user' -r
complete -c jobbook -n "__fish_jobbook_using_subcommand payment; and __fish_seen_subcommand_from import" -l at -d 'When it happened, if not now: "yesterday 16:30", "2026-03-02 09:00"' -r
complete -c jobbook -n "__fish_jobbook_using_subcommand payment; and __fish_seen_subcommand_from import" -l color -d 'When to colour' -r -f -a "auto\t'On a terminal'
always\t'Always'
never\t'Never'"
complete -c jobbook -n "__fish_jobbook_using_subcommand payment; and __fish_seen_subcommand_from import" -l json -d 'Answer as JSON'
complete -c jobbook -n "__fish_jobbook_using_subcommand payment; and __fish_seen_subcommand_from import" -l dry-run -d 'Decide and tell, but write nothing'
complete -c jobbook -n "__fish_jobbook_using_subcommand payment; and __fish_seen_subcommand_from import" -l yes -d 'Answer yes to every question'
complete -c jobbook -n "__fish_jobbook_using_subcommand payment; and __fish_seen_subcommand_from import" -l no-input -d 'Never ask; what is missing is an error'
complete -c jobbook -n "__fish_jobbook_using_subcommand payment; and __fish_seen_subcommand_from import" -s q -l quiet -d 'Tell only results and errors'
complete -c jobbook -n "__fish_jobbook_using_subcommand payment; and __fish_seen_subcommand_from import" -s v -l verbose -d 'Tell more'
complete -c jobbook -n "__fish_jobbook_using_subcommand payment; and __fish_seen_subcommand_from import" -s h -l help -d 'Print help'
complete -c jobbook -n "__fish_jobbook_using_subcommand feedback; and not __fish_seen_subcommand_from ask add list" -s C -l book -d 'Folder of the book; else the nearest one from here upwards' -r -F
complete -c jobbook -n "__fish_jobbook_using_subcommand feedback; and not __fish_seen_subcommand_from ask add list" -l by -d 'Who does this; else git\'s user' -r
complete -c jobbook -n "__fish_jobbook_using_subcommand feedback; and not __fish_seen_subcommand_from ask add list" -l at -d 'When it happened, if not now: "yesterday 16:30", "2026-03-02 09:00"' -r
complete -c jobbook -n "__fish_jobbook_using_subcommand feedback; and not __fish_seen_subcommand_from ask add list" -l color -d 'When to colour' -r -f -a "auto\t'On a terminal'
always\t'Always'
never\t'Never'"
complete -c jobbook -n "__fish_jobbook_using_subcommand feedback; and not __fish_seen_subcommand_from ask add list" -l json -d 'Answer as JSON'
complete -c jobbook -n "__fish_jobbook_using_subcommand feedback; and not __fish_seen_subcommand_from ask add list" -l dry-run -d 'Decide and tell, but write nothing'
complete -c jobbook -n "__fish_jobbook_using_subcommand feedback; and not __fish_seen_subcommand_from ask add list" -l yes -d 'Answer yes to every question'
complete -c jobbook -n "__fish_jobbook_using_subcommand feedback; and not __fish_seen_subcommand_from ask add list" -l no-input -d 'Never ask; what is missing is an error'
complete -c jobbook -n "__fish_jobbook_using_subcommand feedback; and not __fish_seen_subcommand_from ask add list" -s q -l quiet -d 'Tell only results and errors'
complete -c jobbook -n "__fish_jobbook_using_subcommand feedback; and not __fish_seen_subcommand_from ask add list" -s v -l verbose -d 'Tell more'
complete -c jobbook -n "__fish_jobbook_using_subcommand feedback; and not __fish_seen_subcommand_from ask add list" -s h -l help -d 'Print help'
complete -c jobbook -n "__fish_jobbook_using_subcommand feedback; and not __fish_seen_subcommand_from ask add list" -f -a "ask" -d 'Ask the client of a job for feedback'
complete -c jobbook -n "__fish_jobbook_using_subcommand feedback; and not __fish_seen_subcommand_from ask add list" -f -a "add" -d 'Write down what a client said'
complete -c jobbook -n "__fish_jobbook_using_subcommand feedback; and not __fish_seen_subcommand_from ask add list" -f -a "list" -d 'List it, the newest first'
complete -c jobbook -n "__fish_jobbook_using_subcommand feedback; and __fish_seen_subcommand_from ask" -l by-way-of -d 'By which way' -r
complete -c jobbook -n "__fish_jobbook_using_subcommand feedback; and __fish_seen_subcommand_from ask" -s C -l book -d 'Folder of the book; else the nearest one from here upwards' -r -F
complete -c jobbook -n "__fish_jobbook_using_subcommand feedback; and __fish_seen_subcommand_from ask" -l by -d 'Who does this; else git\'s user' -r
complete -c jobbook -n "__fish_jobbook_using_subcommand feedback; and __fish_seen_subcommand_from ask" -l at -d 'When it happened, if not now: "yesterday 16:30", "2026-03-02 09:00"' -r
complete -c jobbook -n "__fish_jobbook_using_subcommand feedback; and __fish_seen_subcommand_from ask" -l color -d 'When to colour' -r -f -a "auto\t'On a terminal'
always\t'Always'
never\t'Never'"
complete -c jobbook -n "__fish_jobbook_using_subcommand feedback; and __fish_seen_subcommand_from ask" -l json -d 'Answer as JSON'
complete -c jobbook -n "__fish_jobbook_using_subcommand feedback; and __fish_seen_subcommand_from ask" -l dry-run -d 'Decide and tell, but write nothing'
complete -c jobbook -n "__fish_jobbook_using_subcommand feedback; and __fish_seen_subcommand_from ask" -l yes -d 'Answer yes to every question'
complete -c jobbook -n "__fish_jobbook_using_subcommand feedback; and __fish_seen_subcommand_from ask" -l no-input -d 'Never ask; what is missing is an error'
complete -c jobbook -n "__fish_jobbook_using_subcommand feedback; and __fish_seen_subcommand_from ask" -s q -l quiet -d 'Tell only results and errors'
complete -c jobbook -n "__fish_jobbook_using_subcommand feedback; and __fish_seen_subcommand_from ask" -s v -l verbose -d 'Tell more'
complete -c jobbook -n "__fish_jobbook_using_subcommand feedback; and __fish_seen_subcommand_from ask" -s h -l help -d 'Print help'
complete -c jobbook -n "__fish_jobbook_using_subcommand feedback; and __fish_seen_subcommand_from add" -l kind -d 'csat, nps, testimonial, feature-request or suggestion' -r
complete -c jobbook -n "__fish_jobbook_using_subcommand feedback; and __fish_seen_subcommand_from add" -l score -d 'The score' -r
complete -c jobbook -n "__fish_jobbook_using_subcommand feedback; and __fish_seen_subcommand_from add" -l text -d 'In the client\'s words' -r
complete -c jobbook -n "__fish_jobbook_using_subcommand feedback; and __fish_seen_subcommand_from add" -l who -d 'Who said it' -r
complete -c jobbook -n "__fish_jobbook_using_subcommand feedback; and __fish_seen_subcommand_from add" -l channel -d 'By which way it came' -r
complete -c jobbook -n "__fish_jobbook_using_subcommand feedback; and __fish_seen_subcommand_from add" -s C -l book -d 'Folder of the book; else the nearest one from here upwards' -r -F
complete -c jobbook -n "__fish_jobbook_using_subcommand feedback; and __fish_seen_subcommand_from add" -l by -d 'Who does this; else git\'s user' -r
complete -c jobbook -n "__fish_jobbook_using_subcommand feedback; and __fish_seen_subcommand_from add" -l at -d 'When it happened, if not now: "yesterday 16:30", "2026-03-02 09:00"' -r
complete -c jobbook -n "__fish_jobbook_using_subcommand feedback; and __fish_seen_subcommand_from add" -l color -d 'When to colour' -r -f -a "auto\t'On a terminal'
always\t'Always'
never\t'Never'"
complete -c jobbook -n "__fish_jobbook_using_subcommand feedback; and __fish_seen_subcommand_from add" -l json -d 'Answer as JSON'
complete -c jobbook -n "__fish_jobbook_using_subcommand feedback; and __fish_seen_subcommand_from add" -l dry-run -d 'Decide and tell, but write nothing'
complete -c jobbook -n "__fish_jobbook_using_subcommand feedback; and __fish_seen_subcommand_from add" -l yes -d 'Answer yes to every question'
complete -c jobbook -n "__fish_jobbook_using_subcommand feedback; and __fish_seen_subcommand_from add" -l no-input -d 'Never ask; what is missing is an error'
complete -c jobbook -n "__fish_jobbook_using_subcommand feedback; and __fish_seen_subcommand_from add" -s q -l quiet -d 'Tell only results and errors'
complete -c jobbook -n "__fish_jobbook_using_subcommand feedback; and __fish_seen_subcommand_from add" -s v -l verbose -d 'Tell more'
complete -c jobbook -n "__fish_jobbook_using_subcommand feedback; and __fish_seen_subcommand_from add" -s h -l help -d 'Print help'
complete -c jobbook -n "__fish_jobbook_using_subcommand feedback; and __fish_seen_subcommand_from list" -l kind -d 'Only of this kind' -r
complete -c jobbook -n "__fish_jobbook_using_subcommand feedback; and __fish_seen_subcommand_from list" -l client -d 'Only of this client' -r
complete -c jobbook -n "__fish_jobbook_using_subcommand feedback; and __fish_seen_subcommand_from list" -l from -d 'First day' -r
complete -c jobbook -n "__fish_jobbook_using_subcommand feedback; and __fish_seen_subcommand_from list" -l to -d 'Last day' -r
complete -c jobbook -n "__fish_jobbook_using_subcommand feedback; and __fish_seen_subcommand_from list" -s C -l book -d 'Folder of the book; else the nearest one from here upwards' -r -F
complete -c jobbook -n "__fish_jobbook_using_subcommand feedback; and __fish_seen_subcommand_from list" -l by -d 'Who does this; else git\'s user' -r
complete -c jobbook -n "__fish_jobbook_using_subcommand feedback; and __fish_seen_subcommand_from list" -l at -d 'When it happened, if not now: "yesterday 16:30", "2026-03-02 09:00"' -r
complete -c jobbook -n "__fish_jobbook_using_subcommand feedback; and __fish_seen_subcommand_from list" -l color -d 'When to colour' -r -f -a "auto\t'On a terminal'
always\t'Always'
never\t'Never'"
complete -c jobbook -n "__fish_jobbook_using_subcommand feedback; and __fish_seen_subcommand_from list" -l json -d 'Answer as JSON'
complete -c jobbook -n "__fish_jobbook_using_subcommand feedback; and __fish_seen_subcommand_from list" -l dry-run -d 'Decide and tell, but write nothing'
complete -c jobbook -n "__fish_jobbook_using_subcommand feedback; and __fish_seen_subcommand_from list" -l yes -d 'Answer yes to every question'
complete -c jobbook -n "__fish_jobbook_using_subcommand feedback; and __fish_seen_subcommand_from list" -l no-input -d 'Never ask; what is missing is an error'
complete -c jobbook -n "__fish_jobbook_using_subcommand feedback; and __fish_seen_subcommand_from list" -s q -l quiet -d 'Tell only results and errors'
complete -c jobbook -n "__fish_jobbook_using_subcommand feedback; and __fish_seen_subcommand_from list" -s v -l verbose -d 'Tell more'
complete -c jobbook -n "__fish_jobbook_using_subcommand feedback; and __fish_seen_subcommand_from list" -s h -l help -d 'Print help'
complete -c jobbook -n "__fish_jobbook_using_subcommand metrics; and not __fish_seen_subcommand_from record list drop" -s C -l book -d 'Folder of the book; else the nearest one from here upwards' -r -F
complete -c jobbook -n "__fish_jobbook_using_subcommand metrics; and not __fish_seen_subcommand_from record list drop" -l by -d 'Who does this; else git\'s user' -r
complete -c jobbook -n "__fish_jobbook_using_subcommand metrics; and not __fish_seen_subcommand_from record list drop" -l at -d 'When it happened, if not now: "yesterday 16:30", "2026-03-02 09:00"' -r
complete -c jobbook -n "__fish_jobbook_using_subcommand metrics; and not __fish_seen_subcommand_from record list drop" -l color -d 'When to colour' -r -f -a "auto\t'On a terminal'
always\t'Always'
never\t'Never'"
complete -c jobbook -n "__fish_jobbook_using_subcommand metrics; and not __fish_seen_subcommand_from record list drop" -l json -d 'Answer as JSON'
complete -c jobbook -n "__fish_jobbook_using_subcommand metrics; and not __fish_seen_subcommand_from record list drop" -l dry-run -d 'Decide and tell, but write nothing'
complete -c jobbook -n "__fish_jobbook_using_subcommand metrics; and not __fish_seen_subcommand_from record list drop" -l yes -d 'Answer yes to every question'
complete -c jobbook -n "__fish_jobbook_using_subcommand metrics; and not __fish_seen_subcommand_from record list drop" -l no-input -d 'Never ask; what is missing is an error'
complete -c jobbook -n "__fish_jobbook_using_subcommand metrics; and not __fish_seen_subcommand_from record list drop" -s q -l quiet -d 'Tell only results and errors'
complete -c jobbook -n "__fish_jobbook_using_subcommand metrics; and not __fish_seen_subcommand_from record list drop" -s v -l verbose -d 'Tell more'
complete -c jobbook -n "__fish_jobbook_using_subcommand metrics; and not __fish_seen_subcommand_from record list drop" -s h -l help -d 'Print help'
complete -c jobbook -n "__fish_jobbook_using_subcommand metrics; and not __fish_seen_subcommand_from record list drop" -f -a "record" -d 'Enter a value that was read off elsewhere: uptime, errors, savings'
complete -c jobbook -n "__fish_jobbook_using_subcommand metrics; and not __fish_seen_subcommand_from record list drop" -f -a "list" -d 'The office\'s metrics and what was entered'
complete -c jobbook -n "__fish_jobbook_using_subcommand metrics; and not __fish_seen_subcommand_from record list drop" -f -a "drop" -d 'Say that an entered value was a mistake'
complete -c jobbook -n "__fish_jobbook_using_subcommand metrics; and __fish_seen_subcommand_from record" -l unit -d 'Of what; the metric\'s own unit when left out' -r
complete -c jobbook -n "__fish_jobbook_using_subcommand metrics; and __fish_seen_subcommand_from record" -l on -d 'The day that it is of; today when left out' -r
complete -c jobbook -n "__fish_jobbook_using_subcommand metrics; and __fish_seen_subcommand_from record" -l job -d 'Of one job: 17, J-2026-00017, or words' -r
complete -c jobbook -n "__fish_jobbook_using_subcommand metrics; and __fish_seen_subcommand_from record" -l client -d 'Of one client' -r
complete -c jobbook -n "__fish_jobbook_using_subcommand metrics; and __fish_seen_subcommand_from record" -l note -d 'Where it comes from, or anything worth knowing' -r
complete -c jobbook -n "__fish_jobbook_using_subcommand metrics; and __fish_seen_subcommand_from record" -s C -l book -d 'Folder of the book; else the nearest one from here upwards' -r -F
complete -c jobbook -n "__fish_jobbook_using_subcommand metrics; and __fish_seen_subcommand_from record" -l by -d 'Who does this; else git\'s user' -r
complete -c jobbook -n "__fish_jobbook_using_subcommand metrics; and __fish_seen_subcommand_from record" -l at -d 'When it happened, if not now: "yesterday 16:30", "2026-03-02 09:00"' -r
complete -c jobbook -n "__fish_jobbook_using_subcommand metrics; and __fish_seen_subcommand_from record" -l color -d 'When to colour' -r -f -a "auto\t'On a terminal'
always\t'Always'
never\t'Never'"
complete -c jobbook -n "__fish_jobbook_using_subcommand metrics; and __fish_seen_subcommand_from record" -l json -d 'Answer as JSON'
complete -c jobbook -n "__fish_jobbook_using_subcommand metrics; and __fish_seen_subcommand_from record" -l dry-run -d 'Decide and tell, but write nothing'
complete -c jobbook -n "__fish_jobbook_using_subcommand metrics; and __fish_seen_subcommand_from record" -l yes -d 'Answer yes to every question'
complete -c jobbook -n "__fish_jobbook_using_subcommand metrics; and __fish_seen_subcommand_from record" -l no-input -d 'Never ask; what is missing is an error'
complete -c jobbook -n "__fish_jobbook_using_subcommand metrics; and __fish_seen_subcommand_from record" -s q -l quiet -d 'Tell only results and errors'
complete -c jobbook -n "__fish_jobbook_using_subcommand metrics; and __fish_seen_subcommand_from record" -s v -l verbose -d 'Tell more'
complete -c jobbook -n "__fish_jobbook_using_subcommand metrics; and __fish_seen_subcommand_from record" -s h -l help -d 'Print help'
complete -c jobbook -n "__fish_jobbook_using_subcommand metrics; and __fish_seen_subcommand_from list" -l job -d 'Of one job: 17, J-2026-00017, or words' -r
complete -c jobbook -n "__fish_jobbook_using_subcommand metrics; and __fish_seen_subcommand_from list" -l client -d 'Of one client' -r
complete -c jobbook -n "__fish_jobbook_using_subcommand metrics; and __fish_seen_subcommand_from list" -l from -d 'First day' -r
complete -c jobbook -n "__fish_jobbook_using_subcommand metrics; and __fish_seen_subcommand_from list" -l to -d 'Last day' -r
complete -c jobbook -n "__fish_jobbook_using_subcommand metrics; and __fish_seen_subcommand_from list" -s C -l book -d 'Folder of the book; else the nearest one from here upwards' -r -F
complete -c jobbook -n "__fish_jobbook_using_subcommand metrics; and __fish_seen_subcommand_from list" -l by -d 'Who does this; else git\'s user' -r
complete -c jobbook -n "__fish_jobbook_using_subcommand metrics; and __fish_seen_subcommand_from list" -l at -d 'When it happened, if not now: "yesterday 16:30", "2026-03-02 09:00"' -r
complete -c jobbook -n "__fish_jobbook_using_subcommand metrics; and __fish_seen_subcommand_from list" -l color -d 'When to colour' -r -f -a "auto\t'On a terminal'
always\t'Always'
never\t'Never'"
complete -c jobbook -n "__fish_jobbook_using_subcommand metrics; and __fish_seen_subcommand_from list" -l all -d 'Those that were dropped too'
complete -c jobbook -n "__fish_jobbook_using_subcommand metrics; and __fish_seen_subcommand_from list" -l json -d 'Answer as JSON'
complete -c jobbook -n "__fish_jobbook_using_subcommand metrics; and __fish_seen_subcommand_from list" -l dry-run -d 'Decide and tell, but write nothing'
complete -c jobbook -n "__fish_jobbook_using_subcommand metrics; and __fish_seen_subcommand_from list" -l yes -d 'Answer yes to every question'
complete -c jobbook -n "__fish_jobbook_using_subcommand metrics; and __fish_seen_subcommand_from list" -l no-input -d 'Never ask; what is missing is an error'
complete -c jobbook -n "__fish_jobbook_using_subcommand metrics; and __fish_seen_subcommand_from list" -s q -l quiet -d 'Tell only results and errors'
complete -c jobbook -n "__fish_jobbook_using_subcommand metrics; and __fish_seen_subcommand_from list" -s v -l verbose -d 'Tell more'
complete -c jobbook -n "__fish_jobbook_using_subcommand metrics; and __fish_seen_subcommand_from list" -s h -l help -d 'Print help'
complete -c jobbook -n "__fish_jobbook_using_subcommand metrics; and __fish_seen_subcommand_from drop" -l job -d 'Of one job: 17, J-2026-00017, or words' -r
complete -c jobbook -n "__fish_jobbook_using_subcommand metrics; and __fish_seen_subcommand_from drop" -l client -d 'Of one client' -r
complete -c jobbook -n "__fish_jobbook_using_subcommand metrics; and __fish_seen_subcommand_from drop" -l reason -d 'Why' -r
complete -c jobbook -n "__fish_jobbook_using_subcommand metrics; and __fish_seen_subcommand_from drop" -s C -l book -d 'Folder of the book; else the nearest one from here upwards' -r -F
complete -c jobbook -n "__fish_jobbook_using_subcommand metrics; and __fish_seen_subcommand_from drop" -l by -d 'Who does this; else git\'s user' -r
complete -c jobbook -n "__fish_jobbook_using_subcommand metrics; and __fish_seen_subcommand_from drop" -l at -d 'When it happened, if not now: "yesterday 16:30", "2026-03-02 09:00"' -r
complete -c jobbook -n "__fish_jobbook_using_subcommand metrics; and __fish_seen_subcommand_from drop" -l color -d 'When to colour' -r -f -a "auto\t'On a terminal'
always\t'Always'
never\t'Never'"
complete -c jobbook -n "__fish_jobbook_using_subcommand metrics; and __fish_seen_subcommand_from drop" -l json -d 'Answer as JSON'
complete -c jobbook -n "__fish_jobbook_using_subcommand metrics; and __fish_seen_subcommand_from drop" -l dry-run -d 'Decide and tell, but write nothing'
complete -c jobbook -n "__fish_jobbook_using_subcommand metrics; and __fish_seen_subcommand_from drop" -l yes -d 'Answer yes to every question'
complete -c jobbook -n "__fish_jobbook_using_subcommand metrics; and __fish_seen_subcommand_from drop" -l no-input -d 'Never ask; what is missing is an error'
complete -c jobbook -n "__fish_jobbook_using_subcommand metrics; and __fish_seen_subcommand_from drop" -s q -l quiet -d 'Tell only results and errors'
complete -c jobbook -n "__fish_jobbook_using_subcommand metrics; and __fish_seen_subcommand_from drop" -s v -l verbose -d 'Tell more'
complete -c jobbook -n "__fish_jobbook_using_subcommand metrics; and __fish_seen_subcommand_from drop" -s h -l help -d 'Print help'
complete -c jobbook -n "__fish_jobbook_using_subcommand price; and not __fish_seen_subcommand_from list search import" -s C -l book -d 'Folder of the book; else the nearest one from here upwards' -r -F
complete -c jobbook -n "__fish_jobbook_using_subcommand price; and not __fish_seen_subcommand_from list search import" -l by -d 'Who does this; else git\'s user' -r
complete -c jobbook -n "__fish_jobbook_using_subcommand price; and not __fish_seen_subcommand_from list search import" -l at -d 'When it happened, if not now: "yesterday 16:30", "2026-03-02 09:00"' -r
complete -c jobbook -n "__fish_jobbook_using_subcommand price; and not __fish_seen_subcommand_from list search import" -l color -d 'When to colour' -r -f -a "auto\t'On a terminal'
always\t'Always'
never\t'Never'"
complete -c jobbook -n "__fish_jobbook_using_subcommand price; and not __fish_seen_subcommand_from list search import" -l json -d 'Answer as JSON'
complete -c jobbook -n "__fish_jobbook_using_subcommand price; and not __fish_seen_subcommand_from list search import" -l dry-run -d 'Decide and tell, but write nothing'
complete -c jobbook -n "__fish_jobbook_using_subcommand price; and not __fish_seen_subcommand_from list search import" -l yes -d 'Answer yes to every question'
complete -c jobbook -n "__fish_jobbook_using_subcommand price; and not __fish_seen_subcommand_from list search import" -l no-input -d 'Never ask; what is missing is an error'
complete -c jobbook -n "__fish_jobbook_using_subcommand price; and not __fish_seen_subcommand_from list search import" -s q -l quiet -d 'Tell only results and errors'
complete -c jobbook -n "__fish_jobbook_using_subcommand price; and not __fish_seen_subcommand_from list search import" -s v -l verbose -d 'Tell more'
complete -c jobbook -n "__fish_jobbook_using_subcommand price; and not __fish_seen_subcommand_from list search import" -s h -l help -d 'Print help'
complete -c jobbook -n "__fish_jobbook_using_subcommand price; and not __fish_seen_subcommand_from list search import" -f -a "list" -d 'List the price books, or the items of one'
complete -c jobbook -n "__fish_jobbook_using_subcommand price; and not __fish_seen_subcommand_from list search import" -f -a "search" -d 'Find items by words or code'
complete -c jobbook -n "__fish_jobbook_using_subcommand price; and not __fish_seen_subcommand_from list search import" -f -a "import" -d 'Take items and prices from a sheet'
complete -c jobbook -n "__fish_jobbook_using_subcommand price; and __fish_seen_subcommand_from list" -s C -l book -d 'Folder of the book; else the nearest one from here upwards' -r -F
complete -c jobbook -n "__fish_jobbook_using_subcommand price; and __fish_seen_subcommand_from list" -l by -d 'Who does this; else git\'s user' -r
complete -c jobbook -n "__fish_jobbook_using_subcommand price; and __fish_seen_subcommand_from list" -l at -d 'When it happened, if not now: "yesterday 16:30", "2026-03-02 09:00"' -r
complete -c jobbook -n "__fish_jobbook_using_subcommand price; and __fish_seen_subcommand_from list" -l color -d 'When to colour' -r -f -a "auto\t'On a terminal'
always\t'Always'
never\t'Never'"
complete -c jobbook -n "__fish_jobbook_using_subcommand price; and __fish_seen_subcommand_from list" -l json -d 'Answer as JSON'
complete -c jobbook -n "__fish_jobbook_using_subcommand price; and __fish_seen_subcommand_from list" -l dry-run -d 'Decide and tell, but write nothing'
complete -c jobbook -n "__fish_jobbook_using_subcommand price; and __fish_seen_subcommand_from list" -l yes -d 'Answer yes to every question'
complete -c jobbook -n "__fish_jobbook_using_subcommand price; and __fish_seen_subcommand_from list" -l no-input -d 'Never ask; what is missing is an error'
complete -c jobbook -n "__fish_jobbook_using_subcommand price; and __fish_seen_subcommand_from list" -s q -l quiet -d 'Tell only results and errors'
complete -c jobbook -n "__fish_jobbook_using_subcommand price; and __fish_seen_subcommand_from list" -s v -l verbose -d 'Tell more'
complete -c jobbook -n "__fish_jobbook_using_subcommand price; and __fish_seen_subcommand_from list" -s h -l help -d 'Print help'
complete -c jobbook -n "__fish_jobbook_using_subcommand price; and __fish_seen_subcommand_from search" -l in -d 'Only this price book; else all of them' -r
complete -c jobbook -n "__fish_jobbook_using_subcommand price; and __fish_seen_subcommand_from search" -l client -d 'The price book of this client\'s class' -r
complete -c jobbook -n "__fish_jobbook_using_subcommand price; and __fish_seen_subcommand_from search" -s C -l book -d 'Folder of the book; else the nearest one from here upwards' -r -F
complete -c jobbook -n "__fish_jobbook_using_subcommand price; and __fish_seen_subcommand_from search" -l by -d 'Who does this; else git\'s user' -r
complete -c jobbook -n "__fish_jobbook_using_subcommand price; and __fish_seen_subcommand_from search" -l at -d 'When it happened, if not now: "yesterday 16:30", "2026-03-02 09:00"' -r
complete -c jobbook -n "__fish_jobbook_using_subcommand price; and __fish_seen_subcommand_from search" -l color -d 'When to colour' -r -f -a "auto\t'On a terminal'
always\t'Always'
never\t'Never'"
complete -c jobbook -n "__fish_jobbook_using_subcommand price; and __fish_seen_subcommand_from search" -l json -d 'Answer as JSON'
complete -c jobbook -n "__fish_jobbook_using_subcommand price; and __fish_seen_subcommand_from search" -l dry-run -d 'Decide and tell, but write nothing'
complete -c jobbook -n "__fish_jobbook_using_subcommand price; and __fish_seen_subcommand_from search" -l yes -d 'Answer yes to every question'
complete -c jobbook -n "__fish_jobbook_using_subcommand price; and __fish_seen_subcommand_from search" -l no-input -d 'Never ask; what is missing is an error'
complete -c jobbook -n "__fish_jobbook_using_subcommand price; and __fish_seen_subcommand_from search" -s q -l quiet -d 'Tell only results and errors'
complete -c jobbook -n "__fish_jobbook_using_subcommand price; and __fish_seen_subcommand_from search" -s v -l verbose -d 'Tell more'
complete -c jobbook -n "__fish_jobbook_using_subcommand price; and __fish_seen_subcommand_from search" -s h -l help -d 'Print help'
complete -c jobbook -n "__fish_jobbook_using_subcommand price; and __fish_seen_subcommand_from import" -s C -l book -d 'Folder of the book; else the nearest one from here upwards' -r -F
complete -c jobbook -n "__fish_jobbook_using_subcommand price; and __fish_seen_subcommand_from import" -l by -d 'Who does this; else git\'s user' -r
complete -c jobbook -n "__fish_jobbook_using_subcommand price; and __fish_seen_subcommand_from import" -l at -d 'When it happened, if not now: "yesterday 16:30", "2026-03-02 09:00"' -r
complete -c jobbook -n "__fish_jobbook_using_subcommand price; and __fish_seen_subcommand_from import" -l color -d 'When to colour' -r -f -a "auto\t'On a terminal'
always\t'Always'
never\t'Never'"
complete -c jobbook -n "__fish_jobbook_using_subcommand price; and __fish_seen_subcommand_from import" -l json -d 'Answer as JSON'
complete -c jobbook -n "__fish_jobbook_using_subcommand price; and __fish_seen_subcommand_from import" -l dry-run -d 'Decide and tell, but write nothing'
complete -c jobbook -n "__fish_jobbook_using_subcommand price; and __fish_seen_subcommand_from import" -l yes -d 'Answer yes to every question'
complete -c jobbook -n "__fish_jobbook_using_subcommand price; and __fish_seen_subcommand_from import" -l no-input -d 'Never ask; what is missing is an error'
complete -c jobbook -n "__fish_jobbook_using_subcommand price; and __fish_seen_subcommand_from import" -s q -l quiet -d 'Tell only results and errors'
complete -c jobbook -n "__fish_jobbook_using_subcommand price; and __fish_seen_subcommand_from import" -s v -l verbose -d 'Tell more'
complete -c jobbook -n "__fish_jobbook_using_subcommand price; and __fish_seen_subcommand_from import" -s h -l help -d 'Print help'
complete -c jobbook -n "__fish_jobbook_using_subcommand workflow; and not __fish_seen_subcommand_from list show check rehearse" -s C -l book -d 'Folder of the book; else the nearest one from here upwards' -r -F
complete -c jobbook -n "__fish_jobbook_using_subcommand workflow; and not __fish_seen_subcommand_from list show check rehearse" -l by -d 'Who does this; else git\'s user' -r
complete -c jobbook -n "__fish_jobbook_using_subcommand workflow; and not __fish_seen_subcommand_from list show check rehearse" -l at -d 'When it happened, if not now: "yesterday 16:30", "2026-03-02 09:00"' -r
complete -c jobbook -n "__fish_jobbook_using_subcommand workflow; and not __fish_seen_subcommand_from list show check rehearse" -l color -d 'When to colour' -r -f -a "auto\t'On a terminal'
always\t'Always'
never\t'Never'"
complete -c jobbook -n "__fish_jobbook_using_subcommand workflow; and not __fish_seen_subcommand_from list show check rehearse" -l json -d 'Answer as JSON'
complete -c jobbook -n "__fish_jobbook_using_subcommand workflow; and not __fish_seen_subcommand_from list show check rehearse" -l dry-run -d 'Decide and tell, but write nothing'
complete -c jobbook -n "__fish_jobbook_using_subcommand workflow; and not __fish_seen_subcommand_from list show check rehearse" -l yes -d 'Answer yes to every question'
complete -c jobbook -n "__fish_jobbook_using_subcommand workflow; and not __fish_seen_subcommand_from list show check rehearse" -l no-input -d 'Never ask; what is missing is an error'
complete -c jobbook -n "__fish_jobbook_using_subcommand workflow; and not __fish_seen_subcommand_from list show check rehearse" -s q -l quiet -d 'Tell only results and errors'
complete -c jobbook -n "__fish_jobbook_using_subcommand workflow; and not __fish_seen_subcommand_from list show check rehearse" -s v -l verbose -d 'Tell more'
complete -c jobbook -n "__fish_jobbook_using_subcommand workflow; and not __fish_seen_subcommand_from list show check rehearse" -s h -l help -d 'Print help'
complete -c jobbook -n "__fish_jobbook_using_subcommand workflow; and not __fish_seen_subcommand_from list show check rehearse" -f -a "list" -d 'List the workflows'
complete -c jobbook -n "__fish_jobbook_using_subcommand workflow; and not __fish_seen_subcommand_from list show check rehearse" -f -a "show" -d 'Draw a workflow'
complete -c jobbook -n "__fish_jobbook_using_subcommand workflow; and not __fish_seen_subcommand_from list show check rehearse" -f -a "check" -d 'Find what is wrong with the office\'s rules'
complete -c jobbook -n "__fish_jobbook_using_subcommand workflow; and not __fish_seen_subcommand_from list show check rehearse" -f -a "rehearse" -d 'What a changed workflow file would change for the jobs, before it takes effect'
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
complete -c jobbook -n "__fish_jobbook_using_subcommand workflow; and __fish_seen_subcommand_from rehearse" -l as -d 'The workflow whose rules it would be; else the one that it names itself' -r
complete -c jobbook -n "__fish_jobbook_using_subcommand workflow; and __fish_seen_subcommand_from rehearse" -s C -l book -d 'Folder of the book; else the nearest one from here upwards' -r -F
complete -c jobbook -n "__fish_jobbook_using_subcommand workflow; and __fish_seen_subcommand_from rehearse" -l by -d 'Who does this; else git\'s user' -r
complete -c jobbook -n "__fish_jobbook_using_subcommand workflow; and __fish_seen_subcommand_from rehearse" -l at -d 'When it happened, if not now: "yesterday 16:30", "2026-03-02 09:00"' -r
complete -c jobbook -n "__fish_jobbook_using_subcommand workflow; and __fish_seen_subcommand_from rehearse" -l color -d 'When to colour' -r -f -a "auto\t'On a terminal'
always\t'Always'
never\t'Never'"
complete -c jobbook -n "__fish_jobbook_using_subcommand workflow; and __fish_seen_subcommand_from rehearse" -l json -d 'Answer as JSON'
complete -c jobbook -n "__fish_jobbook_using_subcommand workflow; and __fish_seen_subcommand_from rehearse" -l dry-run -d 'Decide and tell, but write nothing'
complete -c jobbook -n "__fish_jobbook_using_subcommand workflow; and __fish_seen_subcommand_from rehearse" -l yes -d 'Answer yes to every question'
complete -c jobbook -n "__fish_jobbook_using_subcommand workflow; and __fish_seen_subcommand_from rehearse" -l no-input -d 'Never ask; what is missing is an error'
complete -c jobbook -n "__fish_jobbook_using_subcommand workflow; and __fish_seen_subcommand_from rehearse" -s q -l quiet -d 'Tell only results and errors'
complete -c jobbook -n "__fish_jobbook_using_subcommand workflow; and __fish_seen_subcommand_from rehearse" -s v -l verbose -d 'Tell more'
complete -c jobbook -n "__fish_jobbook_using_subcommand workflow; and __fish_seen_subcommand_from rehearse" -s h -l help -d 'Print help'
complete -c jobbook -n "__fish_jobbook_using_subcommand outbox; and not __fish_seen_subcommand_from list show done drop" -s C -l book -d 'Folder of the book; else the nearest one from here upwards' -r -F
complete -c jobbook -n "__fish_jobbook_using_subcommand outbox; and not __fish_seen_subcommand_from list show done drop" -l by -d 'Who does this; else git\'s user' -r
complete -c jobbook -n "__fish_jobbook_using_subcommand outbox; and not __fish_seen_subcommand_from list show done drop" -l at -d 'When it happened, if not now: "yesterday 16:30", "2026-03-02 09:00"' -r
complete -c jobbook -n "__fish_jobbook_using_subcommand outbox; and not __fish_seen_subcommand_from list show done drop" -l color -d 'When to colour' -r -f -a "auto\t'On a terminal'
always\t'Always'
never\t'Never'"
complete -c jobbook -n "__fish_jobbook_using_subcommand outbox; and not __fish_seen_subcommand_from list show done drop" -l json -d 'Answer as JSON'
complete -c jobbook -n "__fish_jobbook_using_subcommand outbox; and not __fish_seen_subcommand_from list show done drop" -l dry-run -d 'Decide and tell, but write nothing'
complete -c jobbook -n "__fish_jobbook_using_subcommand outbox; and not __fish_seen_subcommand_from list show done drop" -l yes -d 'Answer yes to every question'
complete -c jobbook -n "__fish_jobbook_using_subcommand outbox; and not __fish_seen_subcommand_from list show done drop" -l no-input -d 'Never ask; what is missing is an error'
complete -c jobbook -n "__fish_jobbook_using_subcommand outbox; and not __fish_seen_subcommand_from list show done drop" -s q -l quiet -d 'Tell only results and errors'
complete -c jobbook -n "__fish_jobbook_using_subcommand outbox; and not __fish_seen_subcommand_from list show done drop" -s v -l verbose -d 'Tell more'
complete -c jobbook -n "__fish_jobbook_using_subcommand outbox; and not __fish_seen_subcommand_from list show done drop" -s h -l help -d 'Print help'
complete -c jobbook -n "__fish_jobbook_using_subcommand outbox; and not __fish_seen_subcommand_from list show done drop" -f -a "list" -d 'List the messages'
complete -c jobbook -n "__fish_jobbook_using_subcommand outbox; and not __fish_seen_subcommand_from list show done drop" -f -a "show" -d 'Show a message'
complete -c jobbook -n "__fish_jobbook_using_subcommand outbox; and not __fish_seen_subcommand_from list show done drop" -f -a "done" -d 'Say that a person sent a message'
complete -c jobbook -n "__fish_jobbook_using_subcommand outbox; and not __fish_seen_subcommand_from list show done drop" -f -a "drop" -d 'Withdraw a message that shall not be sent'
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
complete -c jobbook -n "__fish_jobbook_using_subcommand outbox; and __fish_seen_subcommand_from done" -l all -d 'Every message that waits'
complete -c jobbook -n "__fish_jobbook_using_subcommand outbox; and __fish_seen_subcommand_from done" -l json -d 'Answer as JSON'
complete -c jobbook -n "__fish_jobbook_using_subcommand outbox; and __fish_seen_subcommand_from done" -l dry-run -d 'Decide and tell, but write nothing'
complete -c jobbook -n "__fish_jobbook_using_subcommand outbox; and __fish_seen_subcommand_from done" -l yes -d 'Answer yes to every question'
complete -c jobbook -n "__fish_jobbook_using_subcommand outbox; and __fish_seen_subcommand_from done" -l no-input -d 'Never ask; what is missing is an error'
complete -c jobbook -n "__fish_jobbook_using_subcommand outbox; and __fish_seen_subcommand_from done" -s q -l quiet -d 'Tell only results and errors'
complete -c jobbook -n "__fish_jobbook_using_subcommand outbox; and __fish_seen_subcommand_from done" -s v -l verbose -d 'Tell more'
complete -c jobbook -n "__fish_jobbook_using_subcommand outbox; and __fish_seen_subcommand_from done" -s h -l help -d 'Print help'
complete -c jobbook -n "__fish_jobbook_using_subcommand outbox; and __fish_seen_subcommand_from drop" -l reason -d 'Why' -r
complete -c jobbook -n "__fish_jobbook_using_subcommand outbox; and __fish_seen_subcommand_from drop" -s C -l book -d 'Folder of the book; else the nearest one from here upwards' -r -F
complete -c jobbook -n "__fish_jobbook_using_subcommand outbox; and __fish_seen_subcommand_from drop" -l by -d 'Who does this; else git\'s user' -r
complete -c jobbook -n "__fish_jobbook_using_subcommand outbox; and __fish_seen_subcommand_from drop" -l at -d 'When it happened, if not now: "yesterday 16:30", "2026-03-02 09:00"' -r
complete -c jobbook -n "__fish_jobbook_using_subcommand outbox; and __fish_seen_subcommand_from drop" -l color -d 'When to colour' -r -f -a "auto\t'On a terminal'
always\t'Always'
never\t'Never'"
complete -c jobbook -n "__fish_jobbook_using_subcommand outbox; and __fish_seen_subcommand_from drop" -l json -d 'Answer as JSON'
complete -c jobbook -n "__fish_jobbook_using_subcommand outbox; and __fish_seen_subcommand_from drop" -l dry-run -d 'Decide and tell, but write nothing'
complete -c jobbook -n "__fish_jobbook_using_subcommand outbox; and __fish_seen_subcommand_from drop" -l yes -d 'Answer yes to every question'
complete -c jobbook -n "__fish_jobbook_using_subcommand outbox; and __fish_seen_subcommand_from drop" -l no-input -d 'Never ask; what is missing is an error'
complete -c jobbook -n "__fish_jobbook_using_subcommand outbox; and __fish_seen_subcommand_from drop" -s q -l quiet -d 'Tell only results and errors'
complete -c jobbook -n "__fish_jobbook_using_subcommand outbox; and __fish_seen_subcommand_from drop" -s v -l verbose -d 'Tell more'
complete -c jobbook -n "__fish_jobbook_using_subcommand outbox; and __fish_seen_subcommand_from drop" -s h -l help -d 'Print help'
complete -c jobbook -n "__fish_jobbook_using_subcommand report; and not __fish_seen_subcommand_from list run causes metrics pipeline sla team" -s C -l book -d 'Folder of the book; else the nearest one from here upwards' -r -F
complete -c jobbook -n "__fish_jobbook_using_subcommand report; and not __fish_seen_subcommand_from list run causes metrics pipeline sla team" -l by -d 'Who does this; else git\'s user' -r
complete -c jobbook -n "__fish_jobbook_using_subcommand report; and not __fish_seen_subcommand_from list run causes metrics pipeline sla team" -l at -d 'When it happened, if not now: "yesterday 16:30", "2026-03-02 09:00"' -r
complete -c jobbook -n "__fish_jobbook_using_subcommand report; and not __fish_seen_subcommand_from list run causes metrics pipeline sla team" -l color -d 'When to colour' -r -f -a "auto\t'On a terminal'
always\t'Always'
never\t'Never'"
complete -c jobbook -n "__fish_jobbook_using_subcommand report; and not __fish_seen_subcommand_from list run causes metrics pipeline sla team" -l json -d 'Answer as JSON'
complete -c jobbook -n "__fish_jobbook_using_subcommand report; and not __fish_seen_subcommand_from list run causes metrics pipeline sla team" -l dry-run -d 'Decide and tell, but write nothing'
complete -c jobbook -n "__fish_jobbook_using_subcommand report; and not __fish_seen_subcommand_from list run causes metrics pipeline sla team" -l yes -d 'Answer yes to every question'
complete -c jobbook -n "__fish_jobbook_using_subcommand report; and not __fish_seen_subcommand_from list run causes metrics pipeline sla team" -l no-input -d 'Never ask; what is missing is an error'
complete -c jobbook -n "__fish_jobbook_using_subcommand report; and not __fish_seen_subcommand_from list run causes metrics pipeline sla team" -s q -l quiet -d 'Tell only results and errors'
complete -c jobbook -n "__fish_jobbook_using_subcommand report; and not __fish_seen_subcommand_from list run causes metrics pipeline sla team" -s v -l verbose -d 'Tell more'
complete -c jobbook -n "__fish_jobbook_using_subcommand report; and not __fish_seen_subcommand_from list run causes metrics pipeline sla team" -s h -l help -d 'Print help'
complete -c jobbook -n "__fish_jobbook_using_subcommand report; and not __fish_seen_subcommand_from list run causes metrics pipeline sla team" -f -a "list" -d 'List the scheduled reports: when they were made, when they are next'
complete -c jobbook -n "__fish_jobbook_using_subcommand report; and not __fish_seen_subcommand_from list run causes metrics pipeline sla team" -f -a "run" -d 'Make scheduled reports: those that are due, for cron, or one by its name'
complete -c jobbook -n "__fish_jobbook_using_subcommand report; and not __fish_seen_subcommand_from list run causes metrics pipeline sla team" -f -a "causes" -d 'What goes wrong how often, and which control points were not met'
complete -c jobbook -n "__fish_jobbook_using_subcommand report; and not __fish_seen_subcommand_from list run causes metrics pipeline sla team" -f -a "metrics" -d 'The office in figures: satisfaction, tickets, work, money, each with its target'
complete -c jobbook -n "__fish_jobbook_using_subcommand report; and not __fish_seen_subcommand_from list run causes metrics pipeline sla team" -f -a "pipeline" -d 'Offers out, won and lost: value, age, win rate, reasons, month by month'
complete -c jobbook -n "__fish_jobbook_using_subcommand report; and not __fish_seen_subcommand_from list run causes metrics pipeline sla team" -f -a "sla" -d 'First answers and solutions of tickets, in time and late, by priority'
complete -c jobbook -n "__fish_jobbook_using_subcommand report; and not __fish_seen_subcommand_from list run causes metrics pipeline sla team" -f -a "team" -d 'What each person did'
complete -c jobbook -n "__fish_jobbook_using_subcommand report; and __fish_seen_subcommand_from list" -s C -l book -d 'Folder of the book; else the nearest one from here upwards' -r -F
complete -c jobbook -n "__fish_jobbook_using_subcommand report; and __fish_seen_subcommand_from list" -l by -d 'Who does this; else git\'s user' -r
complete -c jobbook -n "__fish_jobbook_using_subcommand report; and __fish_seen_subcommand_from list" -l at -d 'When it happened, if not now: "yesterday 16:30", "2026-03-02 09:00"' -r
complete -c jobbook -n "__fish_jobbook_using_subcommand report; and __fish_seen_subcommand_from list" -l color -d 'When to colour' -r -f -a "auto\t'On a terminal'
always\t'Always'
never\t'Never'"
complete -c jobbook -n "__fish_jobbook_using_subcommand report; and __fish_seen_subcommand_from list" -l json -d 'Answer as JSON'
complete -c jobbook -n "__fish_jobbook_using_subcommand report; and __fish_seen_subcommand_from list" -l dry-run -d 'Decide and tell, but write nothing'
complete -c jobbook -n "__fish_jobbook_using_subcommand report; and __fish_seen_subcommand_from list" -l yes -d 'Answer yes to every question'
complete -c jobbook -n "__fish_jobbook_using_subcommand report; and __fish_seen_subcommand_from list" -l no-input -d 'Never ask; what is missing is an error'
complete -c jobbook -n "__fish_jobbook_using_subcommand report; and __fish_seen_subcommand_from list" -s q -l quiet -d 'Tell only results and errors'
complete -c jobbook -n "__fish_jobbook_using_subcommand report; and __fish_seen_subcommand_from list" -s v -l verbose -d 'Tell more'
complete -c jobbook -n "__fish_jobbook_using_subcommand report; and __fish_seen_subcommand_from list" -s h -l help -d 'Print help'
complete -c jobbook -n "__fish_jobbook_using_subcommand report; and __fish_seen_subcommand_from run" -s C -l book -d 'Folder of the book; else the nearest one from here upwards' -r -F
complete -c jobbook -n "__fish_jobbook_using_subcommand report; and __fish_seen_subcommand_from run" -l by -d 'Who does this; else git\'s user' -r
complete -c jobbook -n "__fish_jobbook_using_subcommand report; and __fish_seen_subcommand_from run" -l at -d 'When it happened, if not now: "yesterday 16:30", "2026-03-02 09:00"' -r
complete -c jobbook -n "__fish_jobbook_using_subcommand report; and __fish_seen_subcommand_from run" -l color -d 'When to colour' -r -f -a "auto\t'On a terminal'
always\t'Always'
never\t'Never'"
complete -c jobbook -n "__fish_jobbook_using_subcommand report; and __fish_seen_subcommand_from run" -l due -d 'Every report that is due'
complete -c jobbook -n "__fish_jobbook_using_subcommand report; and __fish_seen_subcommand_from run" -l json -d 'Answer as JSON'
complete -c jobbook -n "__fish_jobbook_using_subcommand report; and __fish_seen_subcommand_from run" -l dry-run -d 'Decide and tell, but write nothing'
complete -c jobbook -n "__fish_jobbook_using_subcommand report; and __fish_seen_subcommand_from run" -l yes -d 'Answer yes to every question'
complete -c jobbook -n "__fish_jobbook_using_subcommand report; and __fish_seen_subcommand_from run" -l no-input -d 'Never ask; what is missing is an error'
complete -c jobbook -n "__fish_jobbook_using_subcommand report; and __fish_seen_subcommand_from run" -s q -l quiet -d 'Tell only results and errors'
complete -c jobbook -n "__fish_jobbook_using_subcommand report; and __fish_seen_subcommand_from run" -s v -l verbose -d 'Tell more'
complete -c jobbook -n "__fish_jobbook_using_subcommand report; and __fish_seen_subcommand_from run" -s h -l help -d 'Print help'
complete -c jobbook -n "__fish_jobbook_using_subcommand report; and __fish_seen_subcommand_from causes" -l from -d 'First day' -r
complete -c jobbook -n "__fish_jobbook_using_subcommand report; and __fish_seen_subcommand_from causes" -l to -d 'Last day' -r
complete -c jobbook -n "__fish_jobbook_using_subcommand report; and __fish_seen_subcommand_from causes" -s o -l output -d 'Write to this file instead of standard output; one that is there is replaced' -r -F
complete -c jobbook -n "__fish_jobbook_using_subcommand report; and __fish_seen_subcommand_from causes" -s C -l book -d 'Folder of the book; else the nearest one from here upwards' -r -F
complete -c jobbook -n "__fish_jobbook_using_subcommand report; and __fish_seen_subcommand_from causes" -l by -d 'Who does this; else git\'s user' -r
complete -c jobbook -n "__fish_jobbook_using_subcommand report; and __fish_seen_subcommand_from causes" -l at -d 'When it happened, if not now: "yesterday 16:30", "2026-03-02 09:00"' -r
complete -c jobbook -n "__fish_jobbook_using_subcommand report; and __fish_seen_subcommand_from causes" -l color -d 'When to colour' -r -f -a "auto\t'On a terminal'
always\t'Always'
never\t'Never'"
complete -c jobbook -n "__fish_jobbook_using_subcommand report; and __fish_seen_subcommand_from causes" -l csv -d 'As a sheet for other programs'
complete -c jobbook -n "__fish_jobbook_using_subcommand report; and __fish_seen_subcommand_from causes" -l xlsx -d 'As an Excel workbook, like a file that ends in .xlsx'
complete -c jobbook -n "__fish_jobbook_using_subcommand report; and __fish_seen_subcommand_from causes" -l json -d 'Answer as JSON'
complete -c jobbook -n "__fish_jobbook_using_subcommand report; and __fish_seen_subcommand_from causes" -l dry-run -d 'Decide and tell, but write nothing'
complete -c jobbook -n "__fish_jobbook_using_subcommand report; and __fish_seen_subcommand_from causes" -l yes -d 'Answer yes to every question'
complete -c jobbook -n "__fish_jobbook_using_subcommand report; and __fish_seen_subcommand_from causes" -l no-input -d 'Never ask; what is missing is an error'
complete -c jobbook -n "__fish_jobbook_using_subcommand report; and __fish_seen_subcommand_from causes" -s q -l quiet -d 'Tell only results and errors'
complete -c jobbook -n "__fish_jobbook_using_subcommand report; and __fish_seen_subcommand_from causes" -s v -l verbose -d 'Tell more'
complete -c jobbook -n "__fish_jobbook_using_subcommand report; and __fish_seen_subcommand_from causes" -s h -l help -d 'Print help'
complete -c jobbook -n "__fish_jobbook_using_subcommand report; and __fish_seen_subcommand_from metrics" -l from -d 'First day' -r
complete -c jobbook -n "__fish_jobbook_using_subcommand report; and __fish_seen_subcommand_from metrics" -l to -d 'Last day; today when left out' -r
complete -c jobbook -n "__fish_jobbook_using_subcommand report; and __fish_seen_subcommand_from metrics" -l month -d 'A month, such as 2026-03' -r
complete -c jobbook -n "__fish_jobbook_using_subcommand report; and __fish_seen_subcommand_from metrics" -l quarter -d 'A quarter, such as 2026-Q1' -r
complete -c jobbook -n "__fish_jobbook_using_subcommand report; and __fish_seen_subcommand_from metrics" -l year -d 'A year, such as 2026' -r
complete -c jobbook -n "__fish_jobbook_using_subcommand report; and __fish_seen_subcommand_from metrics" -s o -l output -d 'Write to this file instead of standard output; one that is there is replaced' -r -F
complete -c jobbook -n "__fish_jobbook_using_subcommand report; and __fish_seen_subcommand_from metrics" -s C -l book -d 'Folder of the book; else the nearest one from here upwards' -r -F
complete -c jobbook -n "__fish_jobbook_using_subcommand report; and __fish_seen_subcommand_from metrics" -l by -d 'Who does this; else git\'s user' -r
complete -c jobbook -n "__fish_jobbook_using_subcommand report; and __fish_seen_subcommand_from metrics" -l at -d 'When it happened, if not now: "yesterday 16:30", "2026-03-02 09:00"' -r
complete -c jobbook -n "__fish_jobbook_using_subcommand report; and __fish_seen_subcommand_from metrics" -l color -d 'When to colour' -r -f -a "auto\t'On a terminal'
always\t'Always'
never\t'Never'"
complete -c jobbook -n "__fish_jobbook_using_subcommand report; and __fish_seen_subcommand_from metrics" -l csv -d 'As a sheet for other programs'
complete -c jobbook -n "__fish_jobbook_using_subcommand report; and __fish_seen_subcommand_from metrics" -l xlsx -d 'As an Excel workbook, like a file that ends in .xlsx'
complete -c jobbook -n "__fish_jobbook_using_subcommand report; and __fish_seen_subcommand_from metrics" -l json -d 'Answer as JSON'
complete -c jobbook -n "__fish_jobbook_using_subcommand report; and __fish_seen_subcommand_from metrics" -l dry-run -d 'Decide and tell, but write nothing'
complete -c jobbook -n "__fish_jobbook_using_subcommand report; and __fish_seen_subcommand_from metrics" -l yes -d 'Answer yes to every question'
complete -c jobbook -n "__fish_jobbook_using_subcommand report; and __fish_seen_subcommand_from metrics" -l no-input -d 'Never ask; what is missing is an error'
complete -c jobbook -n "__fish_jobbook_using_subcommand report; and __fish_seen_subcommand_from metrics" -s q -l quiet -d 'Tell only results and errors'
complete -c jobbook -n "__fish_jobbook_using_subcommand report; and __fish_seen_subcommand_from metrics" -s v -l verbose -d 'Tell more'
complete -c jobbook -n "__fish_jobbook_using_subcommand report; and __fish_seen_subcommand_from metrics" -s h -l help -d 'Print help'
complete -c jobbook -n "__fish_jobbook_using_subcommand report; and __fish_seen_subcommand_from pipeline" -l as-of -d 'Count open offers at the end of this day' -r
complete -c jobbook -n "__fish_jobbook_using_subcommand report; and __fish_seen_subcommand_from pipeline" -l from -d 'First day' -r
complete -c jobbook -n "__fish_jobbook_using_subcommand report; and __fish_seen_subcommand_from pipeline" -l to -d 'Last day; today when left out' -r
complete -c jobbook -n "__fish_jobbook_using_subcommand report; and __fish_seen_subcommand_from pipeline" -l month -d 'A month, such as 2026-03' -r
complete -c jobbook -n "__fish_jobbook_using_subcommand report; and __fish_seen_subcommand_from pipeline" -l quarter -d 'A quarter, such as 2026-Q1' -r
complete -c jobbook -n "__fish_jobbook_using_subcommand report; and __fish_seen_subcommand_from pipeline" -l year -d 'A year, such as 2026' -r
complete -c jobbook -n "__fish_jobbook_using_subcommand report; and __fish_seen_subcommand_from pipeline" -s o -l output -d 'Write to this file instead of standard output; one that is there is replaced' -r -F
complete -c jobbook -n "__fish_jobbook_using_subcommand report; and __fish_seen_subcommand_from pipeline" -s C -l book -d 'Folder of the book; else the nearest one from here upwards' -r -F
complete -c jobbook -n "__fish_jobbook_using_subcommand report; and __fish_seen_subcommand_from pipeline" -l by -d 'Who does this; else git\'s user' -r
complete -c jobbook -n "__fish_jobbook_using_subcommand report; and __fish_seen_subcommand_from pipeline" -l at -d 'When it happened, if not now: "yesterday 16:30", "2026-03-02 09:00"' -r
complete -c jobbook -n "__fish_jobbook_using_subcommand report; and __fish_seen_subcommand_from pipeline" -l color -d 'When to colour' -r -f -a "auto\t'On a terminal'
always\t'Always'
never\t'Never'"
complete -c jobbook -n "__fish_jobbook_using_subcommand report; and __fish_seen_subcommand_from pipeline" -l csv -d 'As a sheet for other programs'
complete -c jobbook -n "__fish_jobbook_using_subcommand report; and __fish_seen_subcommand_from pipeline" -l xlsx -d 'As an Excel workbook, like a file that ends in .xlsx'
complete -c jobbook -n "__fish_jobbook_using_subcommand report; and __fish_seen_subcommand_from pipeline" -l json -d 'Answer as JSON'
complete -c jobbook -n "__fish_jobbook_using_subcommand report; and __fish_seen_subcommand_from pipeline" -l dry-run -d 'Decide and tell, but write nothing'
complete -c jobbook -n "__fish_jobbook_using_subcommand report; and __fish_seen_subcommand_from pipeline" -l yes -d 'Answer yes to every question'
complete -c jobbook -n "__fish_jobbook_using_subcommand report; and __fish_seen_subcommand_from pipeline" -l no-input -d 'Never ask; what is missing is an error'
complete -c jobbook -n "__fish_jobbook_using_subcommand report; and __fish_seen_subcommand_from pipeline" -s q -l quiet -d 'Tell only results and errors'
complete -c jobbook -n "__fish_jobbook_using_subcommand report; and __fish_seen_subcommand_from pipeline" -s v -l verbose -d 'Tell more'
complete -c jobbook -n "__fish_jobbook_using_subcommand report; and __fish_seen_subcommand_from pipeline" -s h -l help -d 'Print help'
complete -c jobbook -n "__fish_jobbook_using_subcommand report; and __fish_seen_subcommand_from sla" -l from -d 'First day' -r
complete -c jobbook -n "__fish_jobbook_using_subcommand report; and __fish_seen_subcommand_from sla" -l to -d 'Last day; today when left out' -r
complete -c jobbook -n "__fish_jobbook_using_subcommand report; and __fish_seen_subcommand_from sla" -l month -d 'A month, such as 2026-03' -r
complete -c jobbook -n "__fish_jobbook_using_subcommand report; and __fish_seen_subcommand_from sla" -l quarter -d 'A quarter, such as 2026-Q1' -r
complete -c jobbook -n "__fish_jobbook_using_subcommand report; and __fish_seen_subcommand_from sla" -l year -d 'A year, such as 2026' -r
complete -c jobbook -n "__fish_jobbook_using_subcommand report; and __fish_seen_subcommand_from sla" -s o -l output -d 'Write to this file instead of standard output; one that is there is replaced' -r -F
complete -c jobbook -n "__fish_jobbook_using_subcommand report; and __fish_seen_subcommand_from sla" -s C -l book -d 'Folder of the book; else the nearest one from here upwards' -r -F
complete -c jobbook -n "__fish_jobbook_using_subcommand report; and __fish_seen_subcommand_from sla" -l by -d 'Who does this; else git\'s user' -r
complete -c jobbook -n "__fish_jobbook_using_subcommand report; and __fish_seen_subcommand_from sla" -l at -d 'When it happened, if not now: "yesterday 16:30", "2026-03-02 09:00"' -r
complete -c jobbook -n "__fish_jobbook_using_subcommand report; and __fish_seen_subcommand_from sla" -l color -d 'When to colour' -r -f -a "auto\t'On a terminal'
always\t'Always'
never\t'Never'"
complete -c jobbook -n "__fish_jobbook_using_subcommand report; and __fish_seen_subcommand_from sla" -l csv -d 'As a sheet for other programs'
complete -c jobbook -n "__fish_jobbook_using_subcommand report; and __fish_seen_subcommand_from sla" -l xlsx -d 'As an Excel workbook, like a file that ends in .xlsx'
complete -c jobbook -n "__fish_jobbook_using_subcommand report; and __fish_seen_subcommand_from sla" -l json -d 'Answer as JSON'
complete -c jobbook -n "__fish_jobbook_using_subcommand report; and __fish_seen_subcommand_from sla" -l dry-run -d 'Decide and tell, but write nothing'
complete -c jobbook -n "__fish_jobbook_using_subcommand report; and __fish_seen_subcommand_from sla" -l yes -d 'Answer yes to every question'
complete -c jobbook -n "__fish_jobbook_using_subcommand report; and __fish_seen_subcommand_from sla" -l no-input -d 'Never ask; what is missing is an error'
complete -c jobbook -n "__fish_jobbook_using_subcommand report; and __fish_seen_subcommand_from sla" -s q -l quiet -d 'Tell only results and errors'
complete -c jobbook -n "__fish_jobbook_using_subcommand report; and __fish_seen_subcommand_from sla" -s v -l verbose -d 'Tell more'
complete -c jobbook -n "__fish_jobbook_using_subcommand report; and __fish_seen_subcommand_from sla" -s h -l help -d 'Print help'
complete -c jobbook -n "__fish_jobbook_using_subcommand report; and __fish_seen_subcommand_from team" -l from -d 'First day' -r
complete -c jobbook -n "__fish_jobbook_using_subcommand report; and __fish_seen_subcommand_from team" -l to -d 'Last day; today when left out' -r
complete -c jobbook -n "__fish_jobbook_using_subcommand report; and __fish_seen_subcommand_from team" -l month -d 'A month, such as 2026-03' -r
complete -c jobbook -n "__fish_jobbook_using_subcommand report; and __fish_seen_subcommand_from team" -l quarter -d 'A quarter, such as 2026-Q1' -r
complete -c jobbook -n "__fish_jobbook_using_subcommand report; and __fish_seen_subcommand_from team" -l year -d 'A year, such as 2026' -r
complete -c jobbook -n "__fish_jobbook_using_subcommand report; and __fish_seen_subcommand_from team" -s o -l output -d 'Write to this file instead of standard output; one that is there is replaced' -r -F
complete -c jobbook -n "__fish_jobbook_using_subcommand report; and __fish_seen_subcommand_from team" -s C -l book -d 'Folder of the book; else the nearest one from here upwards' -r -F
complete -c jobbook -n "__fish_jobbook_using_subcommand report; and __fish_seen_subcommand_from team" -l by -d 'Who does this; else git\'s user' -r
complete -c jobbook -n "__fish_jobbook_using_subcommand report; and __fish_seen_subcommand_from team" -l at -d 'When it happened, if not now: "yesterday 16:30", "2026-03-02 09:00"' -r
complete -c jobbook -n "__fish_jobbook_using_subcommand report; and __fish_seen_subcommand_from team" -l color -d 'When to colour' -r -f -a "auto\t'On a terminal'
always\t'Always'
never\t'Never'"
complete -c jobbook -n "__fish_jobbook_using_subcommand report; and __fish_seen_subcommand_from team" -l csv -d 'As a sheet for other programs'
complete -c jobbook -n "__fish_jobbook_using_subcommand report; and __fish_seen_subcommand_from team" -l xlsx -d 'As an Excel workbook, like a file that ends in .xlsx'
complete -c jobbook -n "__fish_jobbook_using_subcommand report; and __fish_seen_subcommand_from team" -l json -d 'Answer as JSON'
complete -c jobbook -n "__fish_jobbook_using_subcommand report; and __fish_seen_subcommand_from team" -l dry-run -d 'Decide and tell, but write nothing'
complete -c jobbook -n "__fish_jobbook_using_subcommand report; and __fish_seen_subcommand_from team" -l yes -d 'Answer yes to every question'
complete -c jobbook -n "__fish_jobbook_using_subcommand report; and __fish_seen_subcommand_from team" -l no-input -d 'Never ask; what is missing is an error'
complete -c jobbook -n "__fish_jobbook_using_subcommand report; and __fish_seen_subcommand_from team" -s q -l quiet -d 'Tell only results and errors'
complete -c jobbook -n "__fish_jobbook_using_subcommand report; and __fish_seen_subcommand_from team" -s v -l verbose -d 'Tell more'
complete -c jobbook -n "__fish_jobbook_using_subcommand report; and __fish_seen_subcommand_from team" -s h -l help -d 'Print help'
complete -c jobbook -n "__fish_jobbook_using_subcommand export; and not __fish_seen_subcommand_from tracking logistics schedule invoices clients aging workbook ics quickbooks" -s C -l book -d 'Folder of the book; else the nearest one from here upwards' -r -F
complete -c jobbook -n "__fish_jobbook_using_subcommand export; and not __fish_seen_subcommand_from tracking logistics schedule invoices clients aging workbook ics quickbooks" -l by -d 'Who does this; else git\'s user' -r
complete -c jobbook -n "__fish_jobbook_using_subcommand export; and not __fish_seen_subcommand_from tracking logistics schedule invoices clients aging workbook ics quickbooks" -l at -d 'When it happened, if not now: "yesterday 16:30", "2026-03-02 09:00"' -r
complete -c jobbook -n "__fish_jobbook_using_subcommand export; and not __fish_seen_subcommand_from tracking logistics schedule invoices clients aging workbook ics quickbooks" -l color -d 'When to colour' -r -f -a "auto\t'On a terminal'
always\t'Always'
never\t'Never'"
complete -c jobbook -n "__fish_jobbook_using_subcommand export; and not __fish_seen_subcommand_from tracking logistics schedule invoices clients aging workbook ics quickbooks" -l json -d 'Answer as JSON'
complete -c jobbook -n "__fish_jobbook_using_subcommand export; and not __fish_seen_subcommand_from tracking logistics schedule invoices clients aging workbook ics quickbooks" -l dry-run -d 'Decide and tell, but write nothing'
complete -c jobbook -n "__fish_jobbook_using_subcommand export; and not __fish_seen_subcommand_from tracking logistics schedule invoices clients aging workbook ics quickbooks" -l yes -d 'Answer yes to every question'
complete -c jobbook -n "__fish_jobbook_using_subcommand export; and not __fish_seen_subcommand_from tracking logistics schedule invoices clients aging workbook ics quickbooks" -l no-input -d 'Never ask; what is missing is an error'
complete -c jobbook -n "__fish_jobbook_using_subcommand export; and not __fish_seen_subcommand_from tracking logistics schedule invoices clients aging workbook ics quickbooks" -s q -l quiet -d 'Tell only results and errors'
complete -c jobbook -n "__fish_jobbook_using_subcommand export; and not __fish_seen_subcommand_from tracking logistics schedule invoices clients aging workbook ics quickbooks" -s v -l verbose -d 'Tell more'
complete -c jobbook -n "__fish_jobbook_using_subcommand export; and not __fish_seen_subcommand_from tracking logistics schedule invoices clients aging workbook ics quickbooks" -s h -l help -d 'Print help'
complete -c jobbook -n "__fish_jobbook_using_subcommand export; and not __fish_seen_subcommand_from tracking logistics schedule invoices clients aging workbook ics quickbooks" -f -a "tracking" -d 'The tracking sheet: one row for each job'
complete -c jobbook -n "__fish_jobbook_using_subcommand export; and not __fish_seen_subcommand_from tracking logistics schedule invoices clients aging workbook ics quickbooks" -f -a "logistics" -d 'The logistics sheet: one row for each part'
complete -c jobbook -n "__fish_jobbook_using_subcommand export; and not __fish_seen_subcommand_from tracking logistics schedule invoices clients aging workbook ics quickbooks" -f -a "schedule" -d 'The schedule: one row for each visit, by day'
complete -c jobbook -n "__fish_jobbook_using_subcommand export; and not __fish_seen_subcommand_from tracking logistics schedule invoices clients aging workbook ics quickbooks" -f -a "invoices" -d 'One row for each invoice'
complete -c jobbook -n "__fish_jobbook_using_subcommand export; and not __fish_seen_subcommand_from tracking logistics schedule invoices clients aging workbook ics quickbooks" -f -a "clients" -d 'One row for each client'
complete -c jobbook -n "__fish_jobbook_using_subcommand export; and not __fish_seen_subcommand_from tracking logistics schedule invoices clients aging workbook ics quickbooks" -f -a "aging" -d 'What clients owe, by how long it is past due'
complete -c jobbook -n "__fish_jobbook_using_subcommand export; and not __fish_seen_subcommand_from tracking logistics schedule invoices clients aging workbook ics quickbooks" -f -a "workbook" -d 'All of these in one Excel workbook'
complete -c jobbook -n "__fish_jobbook_using_subcommand export; and not __fish_seen_subcommand_from tracking logistics schedule invoices clients aging workbook ics quickbooks" -f -a "ics" -d 'Visits for calendars: all, of a person, of a job'
complete -c jobbook -n "__fish_jobbook_using_subcommand export; and not __fish_seen_subcommand_from tracking logistics schedule invoices clients aging workbook ics quickbooks" -f -a "quickbooks" -d 'Invoices for QuickBooks, each once'
complete -c jobbook -n "__fish_jobbook_using_subcommand export; and __fish_seen_subcommand_from tracking" -s o -l output -d 'Write to this file instead of standard output; one that is there is replaced' -r -F
complete -c jobbook -n "__fish_jobbook_using_subcommand export; and __fish_seen_subcommand_from tracking" -s C -l book -d 'Folder of the book; else the nearest one from here upwards' -r -F
complete -c jobbook -n "__fish_jobbook_using_subcommand export; and __fish_seen_subcommand_from tracking" -l by -d 'Who does this; else git\'s user' -r
complete -c jobbook -n "__fish_jobbook_using_subcommand export; and __fish_seen_subcommand_from tracking" -l at -d 'When it happened, if not now: "yesterday 16:30", "2026-03-02 09:00"' -r
complete -c jobbook -n "__fish_jobbook_using_subcommand export; and __fish_seen_subcommand_from tracking" -l color -d 'When to colour' -r -f -a "auto\t'On a terminal'
always\t'Always'
never\t'Never'"
complete -c jobbook -n "__fish_jobbook_using_subcommand export; and __fish_seen_subcommand_from tracking" -l xlsx -d 'As an Excel workbook, like a file that ends in .xlsx'
complete -c jobbook -n "__fish_jobbook_using_subcommand export; and __fish_seen_subcommand_from tracking" -l open -d 'Only what is open'
complete -c jobbook -n "__fish_jobbook_using_subcommand export; and __fish_seen_subcommand_from tracking" -l json -d 'Answer as JSON'
complete -c jobbook -n "__fish_jobbook_using_subcommand export; and __fish_seen_subcommand_from tracking" -l dry-run -d 'Decide and tell, but write nothing'
complete -c jobbook -n "__fish_jobbook_using_subcommand export; and __fish_seen_subcommand_from tracking" -l yes -d 'Answer yes to every question'
complete -c jobbook -n "__fish_jobbook_using_subcommand export; and __fish_seen_subcommand_from tracking" -l no-input -d 'Never ask; what is missing is an error'
complete -c jobbook -n "__fish_jobbook_using_subcommand export; and __fish_seen_subcommand_from tracking" -s q -l quiet -d 'Tell only results and errors'
complete -c jobbook -n "__fish_jobbook_using_subcommand export; and __fish_seen_subcommand_from tracking" -s v -l verbose -d 'Tell more'
complete -c jobbook -n "__fish_jobbook_using_subcommand export; and __fish_seen_subcommand_from tracking" -s h -l help -d 'Print help'
complete -c jobbook -n "__fish_jobbook_using_subcommand export; and __fish_seen_subcommand_from logistics" -s o -l output -d 'Write to this file instead of standard output; one that is there is replaced' -r -F
complete -c jobbook -n "__fish_jobbook_using_subcommand export; and __fish_seen_subcommand_from logistics" -s C -l book -d 'Folder of the book; else the nearest one from here upwards' -r -F
complete -c jobbook -n "__fish_jobbook_using_subcommand export; and __fish_seen_subcommand_from logistics" -l by -d 'Who does this; else git\'s user' -r
complete -c jobbook -n "__fish_jobbook_using_subcommand export; and __fish_seen_subcommand_from logistics" -l at -d 'When it happened, if not now: "yesterday 16:30", "2026-03-02 09:00"' -r
complete -c jobbook -n "__fish_jobbook_using_subcommand export; and __fish_seen_subcommand_from logistics" -l color -d 'When to colour' -r -f -a "auto\t'On a terminal'
always\t'Always'
never\t'Never'"
complete -c jobbook -n "__fish_jobbook_using_subcommand export; and __fish_seen_subcommand_from logistics" -l xlsx -d 'As an Excel workbook, like a file that ends in .xlsx'
complete -c jobbook -n "__fish_jobbook_using_subcommand export; and __fish_seen_subcommand_from logistics" -l open -d 'Only what is open'
complete -c jobbook -n "__fish_jobbook_using_subcommand export; and __fish_seen_subcommand_from logistics" -l json -d 'Answer as JSON'
complete -c jobbook -n "__fish_jobbook_using_subcommand export; and __fish_seen_subcommand_from logistics" -l dry-run -d 'Decide and tell, but write nothing'
complete -c jobbook -n "__fish_jobbook_using_subcommand export; and __fish_seen_subcommand_from logistics" -l yes -d 'Answer yes to every question'
complete -c jobbook -n "__fish_jobbook_using_subcommand export; and __fish_seen_subcommand_from logistics" -l no-input -d 'Never ask; what is missing is an error'
complete -c jobbook -n "__fish_jobbook_using_subcommand export; and __fish_seen_subcommand_from logistics" -s q -l quiet -d 'Tell only results and errors'
complete -c jobbook -n "__fish_jobbook_using_subcommand export; and __fish_seen_subcommand_from logistics" -s v -l verbose -d 'Tell more'
complete -c jobbook -n "__fish_jobbook_using_subcommand export; and __fish_seen_subcommand_from logistics" -s h -l help -d 'Print help'
complete -c jobbook -n "__fish_jobbook_using_subcommand export; and __fish_seen_subcommand_from schedule" -s o -l output -d 'Write to this file instead of standard output; one that is there is replaced' -r -F
complete -c jobbook -n "__fish_jobbook_using_subcommand export; and __fish_seen_subcommand_from schedule" -s C -l book -d 'Folder of the book; else the nearest one from here upwards' -r -F
complete -c jobbook -n "__fish_jobbook_using_subcommand export; and __fish_seen_subcommand_from schedule" -l by -d 'Who does this; else git\'s user' -r
complete -c jobbook -n "__fish_jobbook_using_subcommand export; and __fish_seen_subcommand_from schedule" -l at -d 'When it happened, if not now: "yesterday 16:30", "2026-03-02 09:00"' -r
complete -c jobbook -n "__fish_jobbook_using_subcommand export; and __fish_seen_subcommand_from schedule" -l color -d 'When to colour' -r -f -a "auto\t'On a terminal'
always\t'Always'
never\t'Never'"
complete -c jobbook -n "__fish_jobbook_using_subcommand export; and __fish_seen_subcommand_from schedule" -l xlsx -d 'As an Excel workbook, like a file that ends in .xlsx'
complete -c jobbook -n "__fish_jobbook_using_subcommand export; and __fish_seen_subcommand_from schedule" -l open -d 'Only what is open'
complete -c jobbook -n "__fish_jobbook_using_subcommand export; and __fish_seen_subcommand_from schedule" -l json -d 'Answer as JSON'
complete -c jobbook -n "__fish_jobbook_using_subcommand export; and __fish_seen_subcommand_from schedule" -l dry-run -d 'Decide and tell, but write nothing'
complete -c jobbook -n "__fish_jobbook_using_subcommand export; and __fish_seen_subcommand_from schedule" -l yes -d 'Answer yes to every question'
complete -c jobbook -n "__fish_jobbook_using_subcommand export; and __fish_seen_subcommand_from schedule" -l no-input -d 'Never ask; what is missing is an error'
complete -c jobbook -n "__fish_jobbook_using_subcommand export; and __fish_seen_subcommand_from schedule" -s q -l quiet -d 'Tell only results and errors'
complete -c jobbook -n "__fish_jobbook_using_subcommand export; and __fish_seen_subcommand_from schedule" -s v -l verbose -d 'Tell more'
complete -c jobbook -n "__fish_jobbook_using_subcommand export; and __fish_seen_subcommand_from schedule" -s h -l help -d 'Print help'
complete -c jobbook -n "__fish_jobbook_using_subcommand export; and __fish_seen_subcommand_from invoices" -s o -l output -d 'Write to this file instead of standard output; one that is there is replaced' -r -F
complete -c jobbook -n "__fish_jobbook_using_subcommand export; and __fish_seen_subcommand_from invoices" -s C -l book -d 'Folder of the book; else the nearest one from here upwards' -r -F
complete -c jobbook -n "__fish_jobbook_using_subcommand export; and __fish_seen_subcommand_from invoices" -l by -d 'Who does this; else git\'s user' -r
complete -c jobbook -n "__fish_jobbook_using_subcommand export; and __fish_seen_subcommand_from invoices" -l at -d 'When it happened, if not now: "yesterday 16:30", "2026-03-02 09:00"' -r
complete -c jobbook -n "__fish_jobbook_using_subcommand export; and __fish_seen_subcommand_from invoices" -l color -d 'When to colour' -r -f -a "auto\t'On a terminal'
always\t'Always'
never\t'Never'"
complete -c jobbook -n "__fish_jobbook_using_subcommand export; and __fish_seen_subcommand_from invoices" -l xlsx -d 'As an Excel workbook, like a file that ends in .xlsx'
complete -c jobbook -n "__fish_jobbook_using_subcommand export; and __fish_seen_subcommand_from invoices" -l open -d 'Only what is open'
complete -c jobbook -n "__fish_jobbook_using_subcommand export; and __fish_seen_subcommand_from invoices" -l json -d 'Answer as JSON'
complete -c jobbook -n "__fish_jobbook_using_subcommand export; and __fish_seen_subcommand_from invoices" -l dry-run -d 'Decide and tell, but write nothing'
complete -c jobbook -n "__fish_jobbook_using_subcommand export; and __fish_seen_subcommand_from invoices" -l yes -d 'Answer yes to every question'
complete -c jobbook -n "__fish_jobbook_using_subcommand export; and __fish_seen_subcommand_from invoices" -l no-input -d 'Never ask; what is missing is an error'
complete -c jobbook -n "__fish_jobbook_using_subcommand export; and __fish_seen_subcommand_from invoices" -s q -l quiet -d 'Tell only results and errors'
complete -c jobbook -n "__fish_jobbook_using_subcommand export; and __fish_seen_subcommand_from invoices" -s v -l verbose -d 'Tell more'
complete -c jobbook -n "__fish_jobbook_using_subcommand export; and __fish_seen_subcommand_from invoices" -s h -l help -d 'Print help'
complete -c jobbook -n "__fish_jobbook_using_subcommand export; and __fish_seen_subcommand_from clients" -s o -l output -d 'Write to this file instead of standard output; one that is there is replaced' -r -F
complete -c jobbook -n "__fish_jobbook_using_subcommand export; and __fish_seen_subcommand_from clients" -s C -l book -d 'Folder of the book; else the nearest one from here upwards' -r -F
complete -c jobbook -n "__fish_jobbook_using_subcommand export; and __fish_seen_subcommand_from clients" -l by -d 'Who does this; else git\'s user' -r
complete -c jobbook -n "__fish_jobbook_using_subcommand export; and __fish_seen_subcommand_from clients" -l at -d 'When it happened, if not now: "yesterday 16:30", "2026-03-02 09:00"' -r
complete -c jobbook -n "__fish_jobbook_using_subcommand export; and __fish_seen_subcommand_from clients" -l color -d 'When to colour' -r -f -a "auto\t'On a terminal'
always\t'Always'
never\t'Never'"
complete -c jobbook -n "__fish_jobbook_using_subcommand export; and __fish_seen_subcommand_from clients" -l xlsx -d 'As an Excel workbook, like a file that ends in .xlsx'
complete -c jobbook -n "__fish_jobbook_using_subcommand export; and __fish_seen_subcommand_from clients" -l open -d 'Only what is open'
complete -c jobbook -n "__fish_jobbook_using_subcommand export; and __fish_seen_subcommand_from clients" -l json -d 'Answer as JSON'
complete -c jobbook -n "__fish_jobbook_using_subcommand export; and __fish_seen_subcommand_from clients" -l dry-run -d 'Decide and tell, but write nothing'
complete -c jobbook -n "__fish_jobbook_using_subcommand export; and __fish_seen_subcommand_from clients" -l yes -d 'Answer yes to every question'
complete -c jobbook -n "__fish_jobbook_using_subcommand export; and __fish_seen_subcommand_from clients" -l no-input -d 'Never ask; what is missing is an error'
complete -c jobbook -n "__fish_jobbook_using_subcommand export; and __fish_seen_subcommand_from clients" -s q -l quiet -d 'Tell only results and errors'
complete -c jobbook -n "__fish_jobbook_using_subcommand export; and __fish_seen_subcommand_from clients" -s v -l verbose -d 'Tell more'
complete -c jobbook -n "__fish_jobbook_using_subcommand export; and __fish_seen_subcommand_from clients" -s h -l help -d 'Print help'
complete -c jobbook -n "__fish_jobbook_using_subcommand export; and __fish_seen_subcommand_from aging" -s o -l output -d 'Write to this file instead of standard output; one that is there is replaced' -r -F
complete -c jobbook -n "__fish_jobbook_using_subcommand export; and __fish_seen_subcommand_from aging" -s C -l book -d 'Folder of the book; else the nearest one from here upwards' -r -F
complete -c jobbook -n "__fish_jobbook_using_subcommand export; and __fish_seen_subcommand_from aging" -l by -d 'Who does this; else git\'s user' -r
complete -c jobbook -n "__fish_jobbook_using_subcommand export; and __fish_seen_subcommand_from aging" -l at -d 'When it happened, if not now: "yesterday 16:30", "2026-03-02 09:00"' -r
complete -c jobbook -n "__fish_jobbook_using_subcommand export; and __fish_seen_subcommand_from aging" -l color -d 'When to colour' -r -f -a "auto\t'On a terminal'
always\t'Always'
never\t'Never'"
complete -c jobbook -n "__fish_jobbook_using_subcommand export; and __fish_seen_subcommand_from aging" -l xlsx -d 'As an Excel workbook, like a file that ends in .xlsx'
complete -c jobbook -n "__fish_jobbook_using_subcommand export; and __fish_seen_subcommand_from aging" -l open -d 'Only what is open'
complete -c jobbook -n "__fish_jobbook_using_subcommand export; and __fish_seen_subcommand_from aging" -l json -d 'Answer as JSON'
complete -c jobbook -n "__fish_jobbook_using_subcommand export; and __fish_seen_subcommand_from aging" -l dry-run -d 'Decide and tell, but write nothing'
complete -c jobbook -n "__fish_jobbook_using_subcommand export; and __fish_seen_subcommand_from aging" -l yes -d 'Answer yes to every question'
complete -c jobbook -n "__fish_jobbook_using_subcommand export; and __fish_seen_subcommand_from aging" -l no-input -d 'Never ask; what is missing is an error'
complete -c jobbook -n "__fish_jobbook_using_subcommand export; and __fish_seen_subcommand_from aging" -s q -l quiet -d 'Tell only results and errors'
complete -c jobbook -n "__fish_jobbook_using_subcommand export; and __fish_seen_subcommand_from aging" -s v -l verbose -d 'Tell more'
complete -c jobbook -n "__fish_jobbook_using_subcommand export; and __fish_seen_subcommand_from aging" -s h -l help -d 'Print help'
complete -c jobbook -n "__fish_jobbook_using_subcommand export; and __fish_seen_subcommand_from workbook" -s o -l output -d 'Write to this file instead of standard output; one that is there is replaced' -r -F
complete -c jobbook -n "__fish_jobbook_using_subcommand export; and __fish_seen_subcommand_from workbook" -s C -l book -d 'Folder of the book; else the nearest one from here upwards' -r -F
complete -c jobbook -n "__fish_jobbook_using_subcommand export; and __fish_seen_subcommand_from workbook" -l by -d 'Who does this; else git\'s user' -r
complete -c jobbook -n "__fish_jobbook_using_subcommand export; and __fish_seen_subcommand_from workbook" -l at -d 'When it happened, if not now: "yesterday 16:30", "2026-03-02 09:00"' -r
complete -c jobbook -n "__fish_jobbook_using_subcommand export; and __fish_seen_subcommand_from workbook" -l color -d 'When to colour' -r -f -a "auto\t'On a terminal'
always\t'Always'
never\t'Never'"
complete -c jobbook -n "__fish_jobbook_using_subcommand export; and __fish_seen_subcommand_from workbook" -l xlsx -d 'As an Excel workbook, like a file that ends in .xlsx'
complete -c jobbook -n "__fish_jobbook_using_subcommand export; and __fish_seen_subcommand_from workbook" -l open -d 'Only what is open'
complete -c jobbook -n "__fish_jobbook_using_subcommand export; and __fish_seen_subcommand_from workbook" -l json -d 'Answer as JSON'
complete -c jobbook -n "__fish_jobbook_using_subcommand export; and __fish_seen_subcommand_from workbook" -l dry-run -d 'Decide and tell, but write nothing'
complete -c jobbook -n "__fish_jobbook_using_subcommand export; and __fish_seen_subcommand_from workbook" -l yes -d 'Answer yes to every question'
complete -c jobbook -n "__fish_jobbook_using_subcommand export; and __fish_seen_subcommand_from workbook" -l no-input -d 'Never ask; what is missing is an error'
complete -c jobbook -n "__fish_jobbook_using_subcommand export; and __fish_seen_subcommand_from workbook" -s q -l quiet -d 'Tell only results and errors'
complete -c jobbook -n "__fish_jobbook_using_subcommand export; and __fish_seen_subcommand_from workbook" -s v -l verbose -d 'Tell more'
complete -c jobbook -n "__fish_jobbook_using_subcommand export; and __fish_seen_subcommand_from workbook" -s h -l help -d 'Print help'
complete -c jobbook -n "__fish_jobbook_using_subcommand export; and __fish_seen_subcommand_from ics" -l tech -d 'Only visits of this person' -r
complete -c jobbook -n "__fish_jobbook_using_subcommand export; and __fish_seen_subcommand_from ics" -s o -l output -d 'Write to this file instead of standard output; one that is there is replaced' -r -F
complete -c jobbook -n "__fish_jobbook_using_subcommand export; and __fish_seen_subcommand_from ics" -s C -l book -d 'Folder of the book; else the nearest one from here upwards' -r -F
complete -c jobbook -n "__fish_jobbook_using_subcommand export; and __fish_seen_subcommand_from ics" -l by -d 'Who does this; else git\'s user' -r
complete -c jobbook -n "__fish_jobbook_using_subcommand export; and __fish_seen_subcommand_from ics" -l at -d 'When it happened, if not now: "yesterday 16:30", "2026-03-02 09:00"' -r
complete -c jobbook -n "__fish_jobbook_using_subcommand export; and __fish_seen_subcommand_from ics" -l color -d 'When to colour' -r -f -a "auto\t'On a terminal'
always\t'Always'
never\t'Never'"
complete -c jobbook -n "__fish_jobbook_using_subcommand export; and __fish_seen_subcommand_from ics" -l all -d 'Also those that are long past'
complete -c jobbook -n "__fish_jobbook_using_subcommand export; and __fish_seen_subcommand_from ics" -l json -d 'Answer as JSON'
complete -c jobbook -n "__fish_jobbook_using_subcommand export; and __fish_seen_subcommand_from ics" -l dry-run -d 'Decide and tell, but write nothing'
complete -c jobbook -n "__fish_jobbook_using_subcommand export; and __fish_seen_subcommand_from ics" -l yes -d 'Answer yes to every question'
complete -c jobbook -n "__fish_jobbook_using_subcommand export; and __fish_seen_subcommand_from ics" -l no-input -d 'Never ask; what is missing is an error'
complete -c jobbook -n "__fish_jobbook_using_subcommand export; and __fish_seen_subcommand_from ics" -s q -l quiet -d 'Tell only results and errors'
complete -c jobbook -n "__fish_jobbook_using_subcommand export; and __fish_seen_subcommand_from ics" -s v -l verbose -d 'Tell more'
complete -c jobbook -n "__fish_jobbook_using_subcommand export; and __fish_seen_subcommand_from ics" -s h -l help -d 'Print help'
complete -c jobbook -n "__fish_jobbook_using_subcommand export; and __fish_seen_subcommand_from quickbooks" -s o -l output -d 'Write to this file; quickbooks-DAY.csv when left out. None is replaced' -r -F
complete -c jobbook -n "__fish_jobbook_using_subcommand export; and __fish_seen_subcommand_from quickbooks" -s C -l book -d 'Folder of the book; else the nearest one from here upwards' -r -F
complete -c jobbook -n "__fish_jobbook_using_subcommand export; and __fish_seen_subcommand_from quickbooks" -l by -d 'Who does this; else git\'s user' -r
complete -c jobbook -n "__fish_jobbook_using_subcommand export; and __fish_seen_subcommand_from quickbooks" -l at -d 'When it happened, if not now: "yesterday 16:30", "2026-03-02 09:00"' -r
complete -c jobbook -n "__fish_jobbook_using_subcommand export; and __fish_seen_subcommand_from quickbooks" -l color -d 'When to colour' -r -f -a "auto\t'On a terminal'
always\t'Always'
never\t'Never'"
complete -c jobbook -n "__fish_jobbook_using_subcommand export; and __fish_seen_subcommand_from quickbooks" -l again -d 'Also what went before: name the invoices'
complete -c jobbook -n "__fish_jobbook_using_subcommand export; and __fish_seen_subcommand_from quickbooks" -l confirm -d 'You saw them in QuickBooks: the ones named, else all that were handed over'
complete -c jobbook -n "__fish_jobbook_using_subcommand export; and __fish_seen_subcommand_from quickbooks" -l json -d 'Answer as JSON'
complete -c jobbook -n "__fish_jobbook_using_subcommand export; and __fish_seen_subcommand_from quickbooks" -l dry-run -d 'Decide and tell, but write nothing'
complete -c jobbook -n "__fish_jobbook_using_subcommand export; and __fish_seen_subcommand_from quickbooks" -l yes -d 'Answer yes to every question'
complete -c jobbook -n "__fish_jobbook_using_subcommand export; and __fish_seen_subcommand_from quickbooks" -l no-input -d 'Never ask; what is missing is an error'
complete -c jobbook -n "__fish_jobbook_using_subcommand export; and __fish_seen_subcommand_from quickbooks" -s q -l quiet -d 'Tell only results and errors'
complete -c jobbook -n "__fish_jobbook_using_subcommand export; and __fish_seen_subcommand_from quickbooks" -s v -l verbose -d 'Tell more'
complete -c jobbook -n "__fish_jobbook_using_subcommand export; and __fish_seen_subcommand_from quickbooks" -s h -l help -d 'Print help'
complete -c jobbook -n "__fish_jobbook_using_subcommand import; and not __fish_seen_subcommand_from field" -s C -l book -d 'Folder of the book; else the nearest one from here upwards' -r -F
complete -c jobbook -n "__fish_jobbook_using_subcommand import; and not __fish_seen_subcommand_from field" -l by -d 'Who does this; else git\'s user' -r
complete -c jobbook -n "__fish_jobbook_using_subcommand import; and not __fish_seen_subcommand_from field" -l at -d 'When it happened, if not now: "yesterday 16:30", "2026-03-02 09:00"' -r
complete -c jobbook -n "__fish_jobbook_using_subcommand import; and not __fish_seen_subcommand_from field" -l color -d 'When to colour' -r -f -a "auto\t'On a terminal'
always\t'Always'
never\t'Never'"
complete -c jobbook -n "__fish_jobbook_using_subcommand import; and not __fish_seen_subcommand_from field" -l json -d 'Answer as JSON'
complete -c jobbook -n "__fish_jobbook_using_subcommand import; and not __fish_seen_subcommand_from field" -l dry-run -d 'Decide and tell, but write nothing'
complete -c jobbook -n "__fish_jobbook_using_subcommand import; and not __fish_seen_subcommand_from field" -l yes -d 'Answer yes to every question'
complete -c jobbook -n "__fish_jobbook_using_subcommand import; and not __fish_seen_subcommand_from field" -l no-input -d 'Never ask; what is missing is an error'
complete -c jobbook -n "__fish_jobbook_using_subcommand import; and not __fish_seen_subcommand_from field" -s q -l quiet -d 'Tell only results and errors'
complete -c jobbook -n "__fish_jobbook_using_subcommand import; and not __fish_seen_subcommand_from field" -s v -l verbose -d 'Tell more'
complete -c jobbook -n "__fish_jobbook_using_subcommand import; and not __fish_seen_subcommand_from field" -s h -l help -d 'Print help'
complete -c jobbook -n "__fish_jobbook_using_subcommand import; and not __fish_seen_subcommand_from field" -f -a "field" -d 'A sheet that a technician brings back: visits, issues, quote requests, remarks'
complete -c jobbook -n "__fish_jobbook_using_subcommand import; and __fish_seen_subcommand_from field" -s C -l book -d 'Folder of the book; else the nearest one from here upwards' -r -F
complete -c jobbook -n "__fish_jobbook_using_subcommand import; and __fish_seen_subcommand_from field" -l by -d 'Who does this; else git\'s user' -r
complete -c jobbook -n "__fish_jobbook_using_subcommand import; and __fish_seen_subcommand_from field" -l at -d 'When it happened, if not now: "yesterday 16:30", "2026-03-02 09:00"' -r
complete -c jobbook -n "__fish_jobbook_using_subcommand import; and __fish_seen_subcommand_from field" -l color -d 'When to colour' -r -f -a "auto\t'On a terminal'
always\t'Always'
never\t'Never'"
complete -c jobbook -n "__fish_jobbook_using_subcommand import; and __fish_seen_subcommand_from field" -l json -d 'Answer as JSON'
complete -c jobbook -n "__fish_jobbook_using_subcommand import; and __fish_seen_subcommand_from field" -l dry-run -d 'Decide and tell, but write nothing'
complete -c jobbook -n "__fish_jobbook_using_subcommand import; and __fish_seen_subcommand_from field" -l yes -d 'Answer yes to every question'
complete -c jobbook -n "__fish_jobbook_using_subcommand import; and __fish_seen_subcommand_from field" -l no-input -d 'Never ask; what is missing is an error'
complete -c jobbook -n "__fish_jobbook_using_subcommand import; and __fish_seen_subcommand_from field" -s q -l quiet -d 'Tell only results and errors'
complete -c jobbook -n "__fish_jobbook_using_subcommand import; and __fish_seen_subcommand_from field" -s v -l verbose -d 'Tell more'
complete -c jobbook -n "__fish_jobbook_using_subcommand import; and __fish_seen_subcommand_from field" -s h -l help -d 'Print help'
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
