//! Invoices as PDF: one, and a hundred.

use std::collections::BTreeMap;
use std::path::{Path, PathBuf};
use std::process::Command;

use super::{Asked, Contender, Role};
use crate::Size;
use crate::measure::Measured;
use crate::peers::Peers;
use crate::place::Place;
use crate::subject::{Subject, Target};

const ONE: &str = "PDF of one invoice";

/// The peers' time does not hang on the book: it is measured at the first size, and told again at the others.
pub fn measure(place: &Place, before: &[Size]) -> Vec<Subject> {
    let folder = place.folder.join("papers");
    std::fs::create_dir_all(&folder).expect("a folder for papers");
    let Chosen { number, job, client, many } = invoices(place);
    let known = |name: &str| -> Vec<Measured> {
        let earlier =
            before.iter().flat_map(|size| &size.subjects).find(|subject| subject.title.starts_with(name));
        let all = earlier.map_or(&[][..], |subject| &subject.measured[..]);
        all.iter().filter(|one| one.role == Role::Peer).cloned().collect()
    };

    let (pdf, html) = (folder.join("ours.pdf").to_string_lossy().into_owned(), folder.join("one.html"));
    let mut asked = Asked::default();
    asked.ours("invoice render JOB", || place.jobbook(&["invoice", "render", &job, "-o", &pdf]));
    asked.ours("invoice render NUMBER", || place.jobbook(&["invoice", "render", &number, "-o", &pdf]));
    let theirs = known(ONE);
    if theirs.is_empty() {
        place.run(&["invoice", "render", &number, "-o", &html.to_string_lossy()]);
        peers(&mut asked, &folder, &html, 1);
    }
    let mut one = asked.measure();
    one.extend(theirs);

    let all = folder.join("ours").to_string_lossy().into_owned();
    let title = "PDF of a hundred invoices";
    let mut asked = Asked::default();
    let render = ["invoice", "render", "--all", "--client", &client, "-o", &all];
    let ours = Contender::new(format!("jobbook invoice render --all, {many} invoices"), Role::Ours, || {
        place.jobbook(&render)
    });
    asked.contenders.push(ours);
    let theirs = known(title);
    if theirs.is_empty() {
        peers(&mut asked, &folder, &html, 100);
    }
    let mut hundred = asked.measure();
    hundred.extend(theirs);
    vec![
        Subject::new("papers", ONE, one).aim(Target::Ms(10.0)).flat(),
        Subject::new("papers", title, hundred)
            .aim(Target::Ms(200.0 * f64::from(many) / 100.0))
            .note(format!("the target is for 100 invoices; here are {many}")),
    ]
}

/// Invoices to be printed.
struct Chosen {
    /// The number of the last one of a job that is done once.
    number: String,
    /// Its job.
    job: String,
    /// The client who has nearest to a hundred of them.
    client: String,
    /// How many these are.
    many: u32,
}

fn invoices(place: &Place) -> Chosen {
    let mut reader = csv::Reader::from_path(Peers::of(place).invoices()).expect("the sheet of invoices");
    let columns = reader.headers().expect("its columns").clone();
    let at = |name: &str| columns.iter().position(|column| column == name).expect("a column");
    let (number, client, job, title) = (at("number"), at("client"), at("job"), at("title"));
    let mut of: BTreeMap<String, u32> = BTreeMap::new();
    let mut last = (String::new(), String::new());
    for row in reader.records().flatten() {
        *of.entry(row[client].to_string()).or_default() += 1;
        if !row[title].starts_with("Weekly") {
            last = (row[number].to_string(), row[job].to_string());
        }
    }
    let (client, many) = of.into_iter().min_by_key(|(_, many)| many.abs_diff(100)).expect("an invoice");
    Chosen { number: last.0, job: last.1, client, many }
}

fn peers<'a>(asked: &mut Asked<'a>, folder: &'a Path, html: &'a Path, many: usize) {
    let pdf = move |who: &str| folder.join(format!("{who}-{many}.pdf"));
    let typst = folder.join(format!("{many}.typ"));
    std::fs::write(&typst, typst_source(many)).expect("a document for typst");
    if typst_is_here() {
        asked.contenders.push(Contender::new(
            match many {
                1 => "typst (from Python)".to_string(),
                _ => format!("typst (from Python), {many} in one document"),
            },
            Role::Peer,
            move || {
                python(
                    "import sys, typst; typst.compile(sys.argv[1], output=sys.argv[2])",
                    &[&typst, &pdf("typst")],
                )
            },
        ));
    } else {
        asked.absent("typst", "not here (pip install typst)");
    }
    let name = |who: &str| if many == 1 { who.to_string() } else { format!("{who}, one after the other") };
    let script = "import sys, weasyprint\nfor _ in range(int(sys.argv[3])): weasyprint.HTML(sys.argv[1]).write_pdf(sys.argv[2])";
    let times = PathBuf::from(many.to_string());
    let weasyprint = Contender::new(name("weasyprint"), Role::Peer, move || {
        python(script, &[html, &pdf("weasyprint"), &times])
    });
    asked.contender("weasyprint", weasyprint.at_most(3));
    if many == 1 {
        let chromium = Contender::new("chromium", Role::Peer, move || {
            let mut command = Command::new("chromium");
            command.args(["--headless", "--no-sandbox", "--disable-gpu"]);
            command.arg(format!("--print-to-pdf={}", pdf("chromium").display())).arg(html);
            command
        });
        asked.contender("chromium", chromium.at_most(3));
    }
}

fn typst_is_here() -> bool {
    let mut command = python("import typst", &[]);
    super::super::measure::silent(&mut command).status().is_ok_and(|status| status.success())
}

fn python(script: &str, arguments: &[&Path]) -> Command {
    let mut command = Command::new("python3");
    command.arg("-c").arg(script).args(arguments);
    command
}

/// An invoice of the same content, as often.
fn typst_source(many: usize) -> String {
    let page = "\
= Measured Office
Client 17 Ltd, Mill Lane 17, 10017 Exampleton

== Invoice INV-2025-00017
#table(columns: (1fr, auto, auto, auto), [Position], [Quantity], [Price], [Amount],
  [Hour of work], [1.5 h], [72.00], [108.00], [Tax 19 %], [], [], [20.52], [Total], [], [], [128.52])

Payable within 14 days.
";
    vec![page; many].join("\n#pagebreak()\n")
}
