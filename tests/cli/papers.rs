//! What the office prints: every paper as HTML, text and PDF, by the program's templates and by the office's (X05).

use crate::engagement::{Engagement, line};
use crate::office::Office;
use crate::readers::{program_asked, told};

/// A paper: how it is printed, the name of its template, and what must stand on it.
struct Paper {
    template: &'static str,
    command: &'static [&'static str],
    says: &'static [&'static str],
}

const PAPERS: [Paper; 6] = [
    Paper {
        template: "quote",
        command: &["quote", "render", "1"],
        says: &["Test Office", "Q-2026-00001-1", "Harbour Café", "Fit the timer <slow> & test", "476.00"],
    },
    Paper {
        template: "invoice",
        command: &["invoice", "render", "1"],
        says: &[
            "Test Office",
            "INV-2026-00001",
            "Harbour Café",
            "Fit the timer <slow> & test",
            "400.00",
            "76.00",
            "476.00",
        ],
    },
    Paper {
        template: "statement",
        command: &["client", "statement", "C-0001"],
        says: &["Test Office", "Harbour Café", "INV-2026-00001", "376.00"],
    },
    Paper {
        template: "work-order",
        command: &["visit", "sheet", "1"],
        says: &["J-2026-00001", "Harbour Café", "Fit the timer <slow> & test", "Ana Example"],
    },
    Paper {
        template: "waiver",
        command: &["waiver", "show", "1", "1"],
        says: &["Test Office", "Harbour Café", "Fit the timer <slow> & test", "I agree that the work"],
    },
    Paper {
        template: "letter",
        command: &["job", "report", "1", "--from", "2026-03-01", "--to", "2026-03-31"],
        says: &["Test Office", "Harbour Café", "timer fitted & tested"],
    },
];

/// A job from its quote to a payment on its invoice.
fn billed() -> Office {
    let mut office = Office::new();
    Engagement::new()
        .approved(&office, vec![line("Fit the timer <slow> & test", "2", "200")])
        .job(|job| {
            job.workflow = "new-service".to_string();
            job.stage = "ready".to_string();
            job.tags = vec!["waiver".to_string()];
        })
        .write(&office);
    office.ok(["visit", "add", "1", "today 10-12", "--tech", "ana", "--notify", "call"]);
    office.ok(["waiver", "send", "1", "site-work", "--via", "hand"]);
    office.ok(["waiver", "returned", "1", "--evidence", "scans/1.pdf"]);
    office.at("2026-03-02T11:00:00+01:00");
    office.ok_with_warnings(["visit", "start", "1"]);
    office.ok(["visit", "done", "1", "--hours", "2", "--note", "timer fitted & tested"]);
    office.ok(["invoice", "new", "1"]);
    office.ok(["invoice", "send", "1", "--via", "hand"]);
    office.ok(["payment", "record", "1", "100", "--method", "cash"]);
    office
}

/// Prints a paper into a file of that ending.
fn print(office: &Office, paper: &Paper, ending: &str) -> String {
    let file = format!("{}.{ending}", paper.template);
    office.ok_with_warnings(paper.command.iter().copied().chain(["-o", &file]));
    file
}

/// Words without the spaces and line ends that a form of paper puts between them.
fn together(text: &str) -> String {
    text.split_whitespace().collect::<Vec<_>>().join(" ")
}

#[test]
fn x05_every_paper_says_the_same_as_html_text_and_pdf() {
    let office = billed();
    for paper in &PAPERS {
        let html = office.read(&print(&office, paper, "html"));
        assert!(html.starts_with("<!doctype html>") && html.trim_end().ends_with("</html>"), "{html}");
        let text = together(&office.read(&print(&office, paper, "txt")));
        let pdf = print(&office, paper, "pdf");
        assert!(std::fs::read(office.path(&pdf)).unwrap().starts_with(b"%PDF-1.7"), "{pdf}");
        let read = program_asked("pdftotext", "-v")
            .map(|mut reader| together(&told(reader.arg("-layout").arg(office.path(&pdf)).arg("-"))));
        for words in paper.says {
            let escaped = words.replace('&', "&amp;").replace('<', "&lt;").replace('>', "&gt;");
            assert!(together(&html).contains(&escaped), "{}.html lacks {words}:\n{html}", paper.template);
            assert!(text.contains(words), "{}.txt lacks {words}:\n{text}", paper.template);
            if let Some(read) = &read {
                assert!(read.contains(words), "{}.pdf lacks {words}:\n{read}", paper.template);
            }
        }
    }
}

#[test]
fn x05_the_office_replaces_the_template_of_each_paper() {
    let office = billed();
    // Its own program makes the PDF of its own pages.
    office.replace(
        "jobbook.toml",
        "# command     = [\"weasyprint\", \"-\", \"-\"]",
        "command = [\"sh\", \"-c\", \"printf %%PDF-1.7; cat\"]",
    );
    for paper in &PAPERS {
        let name = paper.template;
        let builtin =
            [print(&office, paper, "html"), print(&office, paper, "txt")].map(|file| office.read(&file));
        // What was kept when it left the house stays as it was: these are printed anew.
        office.write(
            &format!("templates/documents/{name}.html"),
            &format!("<!doctype html><p>Our own {name} from {{{{ words.page }}}}</p>\n"),
        );
        office.write(&format!("templates/documents/{name}.txt"), &format!("Our own {name} in plain words\n"));
        let html = office.read(&print(&office, paper, "html"));
        let text = office.read(&print(&office, paper, "txt"));
        assert_eq!(text, format!("Our own {name} in plain words\n"));
        assert!(html.contains(&format!("<p>Our own {name} from ")), "{html}");
        assert!(builtin.iter().all(|before| *before != html && *before != text));
        let pdf = office.read(&print(&office, paper, "pdf"));
        assert!(pdf.starts_with("%PDF-1.7") && pdf.contains(&format!("Our own {name} from")), "{pdf}");
    }
    // A mistake in one is named with its line, and the others are printed.
    office.write("templates/documents/quote.html", "<p>\n{{ nothing.here | wrong }}</p>\n");
    let answer = office.run(["quote", "render", "1", "-o", "quote.html"]);
    assert_ne!(answer.code, 0);
    assert!(answer.err.contains("templates/documents/quote.html:2"), "{}", answer.err);
}
