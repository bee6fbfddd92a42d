//! A file that somebody saves while a command is at work is not overwritten.

use super::office;
use crate::office::run_in;

const JOB: &str = "jobs/2026/000/J-2026-00001.yaml";
const CLIENT: &str = "clients/00/C-0001.yaml";

#[test]
fn a_file_saved_by_an_editor_while_a_command_waits_in_one_is_not_overwritten() {
    // The editor is open on a copy; meanwhile somebody saves the file itself.
    for (noun, reference, file, text) in
        [("job", "1", JOB, "title: Shop door does not close"), ("client", "1", CLIENT, "name: Linden Bakery")]
    {
        let office = office();
        let script = office.path(".git/editor-of-a-test");
        let saved = format!("sed -i 's/{text}/{text} at all/' '{}'", office.path(file).display());
        std::fs::write(&script, format!("#!/bin/sh\nsed -i 's/ana/ben/' \"$1\"\n{saved}\n"))
            .expect("a script");
        let mut command = office.command([noun, "edit", reference, "--no-input"]);
        command.env("EDITOR", format!("sh {}", script.display()));
        let answer = run_in(&office.path(""), &mut command);
        assert_eq!(answer.code, 1, "{}{}", answer.out, answer.err);
        let now = office.read(file);
        assert!(now.contains(&format!("{text} at all")) && !now.contains("by: ben"), "{}\n{now}", answer.err);
    }
}

#[cfg(unix)]
#[test]
fn a_file_saved_by_an_editor_between_load_and_save_is_not_overwritten() {
    // Between the two git is asked what is recorded: at that moment, a git of this test saves the file.
    use std::os::unix::fs::PermissionsExt;
    for saved in [JOB, "metrics.yaml", "schedule.yaml", "prices/standard.csv", "numbers.yaml"] {
        let mut office = office();
        office.ok(["metrics", "record", "uptime", "99.9"]);
        office.ok(["schedule", "off", "ana", "2026-12-24", "--reason", "holiday"]);
        office.write("prices/standard.csv", "code,description,price,unit\nHOUR,Hour,50.00,h\n");
        office.write(".home/new.csv", "code,description,price,unit\nHOSE,Hose,5.00,m\n");
        office.git(["add", "-A"]);
        office.git(["commit", "-qm", "By hand"]);
        // What is packed git alone can tell.
        office.git(["gc", "-q"]);
        office.at("2026-03-20T10:00:00+01:00");
        let command: &[&str] = match saved {
            JOB => &["job", "note", "1", "seen"],
            "metrics.yaml" => &["metrics", "record", "uptime", "99.8"],
            "schedule.yaml" => &["schedule", "off", "ana", "2026-12-31", "--reason", "holiday"],
            "prices/standard.csv" => &["price", "import", "standard", ".home/new.csv"],
            _ => &["job", "new", "C-0001", "Another door"],
        };
        let folder = tempfile::TempDir::new().expect("a folder");
        let real = String::from_utf8(
            std::process::Command::new("sh").args(["-c", "command -v git"]).output().expect("sh").stdout,
        )
        .expect("UTF-8");
        let (git, file) = (folder.path().join("git"), office.path(saved));
        let script = format!(
            "#!/bin/sh\ncase \"$*\" in *cat-file*) echo '# saved meanwhile' >> '{}';; esac\nexec {} \"$@\"\n",
            file.display(),
            real.trim()
        );
        std::fs::write(&git, script).expect("a script");
        std::fs::set_permissions(&git, PermissionsExt::from_mode(0o755)).expect("a program");
        let mut run = office.command(command.iter().copied().chain(["--no-input"]));
        let path = std::env::var("PATH").unwrap_or_default();
        run.env("PATH", format!("{}:{path}", folder.path().display()));
        let answer = run_in(&office.path(""), &mut run);
        let told = format!("{command:?}\n{}{}\n{}", answer.out, answer.err, office.read(saved));
        assert!(office.read(saved).contains("# saved meanwhile"), "{told}");
        assert!(answer.code == 1 && answer.err.contains("[changed-meanwhile]"), "{told}");
    }
}
