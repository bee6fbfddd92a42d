//! From papers, work orders and statements to HTML or text.

use serde::Serialize;

use super::layout::Layout;
use super::paper_view::{Page, PaperView};
use super::statement::Statement;
use super::statement_view::StatementView;
use super::templates::Templates;
use super::waiver_sheet::{WaiverSheet, WaiverView};
use super::week_plan::{WeekPlan, WeekView};
use super::work_order::WorkOrder;
use super::work_order_view::WorkOrderView;
use crate::domain::paper::Paper;
use crate::problem::Outcome;

#[derive(Serialize)]
struct Sheet<'a, T> {
    #[serde(flatten)]
    page: Page<'a>,
    #[serde(flatten)]
    subject: T,
}

#[derive(Serialize)]
struct PaperSheet<'a> {
    paper: PaperView<'a>,
}

#[derive(Serialize)]
struct WorkOrderSheet<'a> {
    order: WorkOrderView<'a>,
}

#[derive(Serialize)]
struct StatementSheet<'a> {
    statement: StatementView<'a>,
}

#[derive(Serialize)]
struct SheetOfWaiver<'a> {
    waiver: WaiverView<'a>,
}

#[derive(Serialize)]
struct WeekSheet {
    week: WeekView,
}

/// Prints a quote, change order, invoice, deposit invoice or credit note.
///
/// # Errors
/// `no-words` for a language without words; `no-template` and `template` from the templates.
pub fn render(paper: &Paper, layout: &Layout<'_>, templates: &Templates) -> Outcome<String> {
    let words = templates.words(&paper.language)?;
    let sheet =
        Sheet { page: Page::new(layout, words), subject: PaperSheet { paper: PaperView::new(paper, words) } };
    templates.render(&layout.template(paper.kind.as_str()), &sheet)
}

/// Prints the work-order sheet of a visit.
///
/// # Errors
/// As [`render`].
pub fn render_work_order(order: &WorkOrder, layout: &Layout<'_>, templates: &Templates) -> Outcome<String> {
    let words = templates.words(&order.language)?;
    let sheet = Sheet {
        page: Page::new(layout, words),
        subject: WorkOrderSheet { order: WorkOrderView::new(order, words) },
    };
    templates.render(&layout.template("work-order"), &sheet)
}

/// Prints a statement of account.
///
/// # Errors
/// As [`render`].
pub fn render_statement(
    statement: &Statement,
    layout: &Layout<'_>,
    templates: &Templates,
) -> Outcome<String> {
    let words = templates.words(&statement.language)?;
    let sheet = Sheet {
        page: Page::new(layout, words),
        subject: StatementSheet { statement: StatementView::new(statement, words) },
    };
    templates.render(&layout.template("statement"), &sheet)
}

/// Prints a waiver for the client to sign.
///
/// # Errors
/// As [`render`].
pub fn render_waiver(waiver: &WaiverSheet, layout: &Layout<'_>, templates: &Templates) -> Outcome<String> {
    let words = templates.words(&waiver.language)?;
    let sheet = Sheet {
        page: Page::new(layout, words),
        subject: SheetOfWaiver { waiver: WaiverView::new(waiver, words) },
    };
    templates.render(&layout.template("waiver"), &sheet)
}

/// Prints the schedule; as HTML only.
///
/// # Errors
/// As [`render`].
pub fn render_week(plan: &WeekPlan, layout: &Layout<'_>, templates: &Templates) -> Outcome<String> {
    let words = templates.words(&plan.language)?;
    let sheet =
        Sheet { page: Page::new(layout, words), subject: WeekSheet { week: WeekView::new(plan, words) } };
    templates.render(&layout.template("schedule"), &sheet)
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::documents::drafting::Drafting;
    use crate::documents::layout::{Format, Mark};
    use crate::documents::quote_paper::quote_paper;
    use crate::documents::sample::{client, job, line, office, quote};
    use crate::domain::office::PaperSize;
    use crate::domain::paper::PaperKind;
    use crate::domain::quote::{Discount, Quote};

    fn paper(quote: &Quote, change: impl FnOnce(&mut crate::domain::job::Job)) -> Paper {
        let (mut job, client, office, templates) = (job(), client(), office(), Templates::builtin());
        change(&mut job);
        let words = templates.words("en").unwrap();
        let date = "2026-03-02".parse().unwrap();
        quote_paper(
            &Drafting { job: &job, together: &[], client: &client, office: &office, words, date },
            quote,
        )
        .unwrap()
    }

    fn with_options() -> Quote {
        let mut pump = line(2, "Pump", "1", "480", "std");
        pump.alternative = Some("pump".into());
        let mut better = line(3, "Pump of high efficiency with a warranty of ten years", "1", "655.5", "std");
        better.alternative = Some("pump".into());
        let mut inspection = line(4, "Yearly inspection", "1", "120", "low");
        inspection.optional = true;
        inspection.unit = None;
        let mut work = line(1, "Work", "2.50", "1092", "low");
        work.discount = Some("10".parse().unwrap());
        work.code = Some("W-100".into());
        let mut quote = quote(vec![work, pump, better, inspection]);
        quote.discount = Some(Discount::Percent("5".parse().unwrap()));
        quote.deposit = Some(Discount::Percent("30".parse().unwrap()));
        quote
    }

    const TEXT: Layout<'_> = Layout { format: Format::Text, size: PaperSize::A4, mark: None, template: None };
    const HTML: Layout<'_> = Layout { format: Format::Html, size: PaperSize::A4, mark: None, template: None };

    #[test]
    fn a_quote_as_text_is_aligned_and_keeps_options_out_of_the_total() {
        let text = render(&paper(&with_options(), |_| {}), &TEXT, &Templates::builtin()).unwrap();
        assert_eq!(
            text,
            "\
Hollow Lane Services
7 Hollow Lane
AB1 2CD Westerby
Phone +44 1632 960 100
office@hollow-lane.example
Tax no. GB 000 0000 00

Märker & Sons
Attn. Ines Märker
Accounts, 1 High Street
Easterby

Work at:
Depot North
12 Canal Street
Westerby

QUOTE Q-2026-00017-1
====================
Circulation pump, second floor

Date                    2 March 2026
Valid until             1 April 2026
Job                     J-2026-00017
Your work order         WO-88
Your order              4500-1

No.  Description                     Quantity             Price          GBP
----------------------------------------------------------------------------
  1  Work                                 2.5 h        1,092.00     2,457.00
     [W-100]
     less 10%
  2  Pump                                   1 h          480.00       480.00
     In the total; an alternative is below
----------------------------------------------------------------------------
                                                     Sum            2,937.00
                                                Discount             −146.85
                                                     Net            2,790.15
                                       VAT 20% on 456.00               91.20
                                      VAT 5% on 2,334.15              116.71
                                                          ==================
                                                   Total        GBP 2,998.06
                                   Deposit on acceptance          GBP 899.42

OPTIONS AND ALTERNATIVES
Not in the total. Tell us which of them you would like.

No.  Description                     Quantity             Price          GBP
----------------------------------------------------------------------------
  3  Pump of high efficiency with a         1 h          655.50       655.50
     warranty of ten years
     Alternative to no. 2
  4  Yearly inspection                      1            120.00       120.00
     Option
----------------------------------------------------------------------------

TERMS
Work begins within ten working days of your acceptance.

ACCEPTED
I accept this offer in the amount stated above.

Place and date          __________________________________________

Name                    __________________________________________

Signature               __________________________________________
"
        );
    }

    #[test]
    fn what_clients_wrote_is_text_and_never_markup() {
        let hostile = "</style><script>alert('1')</script>{{ words }} \u{202e}\u{1b}\"&\n\nX";
        let quote = quote(vec![line(1, hostile, "1", "480", "std")]);
        let paper = paper(&quote, |job| {
            job.title = hostile.into();
            job.references.insert(hostile.into(), hostile.into());
        });
        let html = render(&paper, &HTML, &Templates::builtin()).unwrap();
        assert_eq!(html.matches("</style>").count(), 1);
        assert!(!html.contains("<script") && !html.contains(['\u{202e}', '\u{1b}']));
        assert!(html.contains(
            "&lt;/style&gt;&lt;script&gt;alert(&#39;1&#39;)&lt;/script&gt;{{ words }} &quot;&amp;"
        ));
        let text = render(&paper, &TEXT, &Templates::builtin()).unwrap();
        assert!(!text.contains(|character: char| character.is_control() && character != '\n'));
    }

    #[test]
    fn html_is_one_file_without_scripts_or_anything_from_elsewhere() {
        let html = render(&paper(&with_options(), |_| {}), &HTML, &Templates::builtin()).unwrap();
        for foreign in ["<script", "<link", "<img", "http:", "https:", "url(", "@import"] {
            assert!(!html.contains(foreign), "{foreign}");
        }
        for own in ["size: A4;", "GBP 2,998.06", "Alternative to no. 2", "<html lang=\"en\" dir=\"ltr\">"] {
            assert!(html.contains(own), "{own}");
        }
    }

    #[test]
    fn the_mark_and_the_page_size_are_the_layouts() {
        let paper = paper(&with_options(), |_| {});
        let layout = Layout::new(Format::Html, PaperSize::Letter).marked(Mark::Void);
        let html = render(&paper, &layout, &Templates::builtin()).unwrap();
        assert!(html.contains("size: Letter;") && html.contains("<div class=\"mark mark-void\""));
        let text = render(&paper, &TEXT.marked(Mark::Draft), &Templates::builtin()).unwrap();
        assert!(text.contains("QUOTE Q-2026-00017-1 – DRAFT\n"));
    }

    #[test]
    fn every_kind_prints_in_every_language_and_format() {
        let templates = Templates::builtin();
        let mut paper = paper(&with_options(), |_| {});
        for kind in PaperKind::ALL {
            for language in ["en", "de"] {
                for layout in [TEXT, HTML] {
                    paper.kind = *kind;
                    paper.language = language.into();
                    paper.number = (*kind != PaperKind::Invoice).then(|| "N-1".to_string());
                    let printed = render(&paper, &layout, &templates).unwrap();
                    assert!(!printed.contains("None") && !printed.contains("{{") && !printed.contains("{%"));
                }
            }
        }
    }

    #[test]
    fn a_template_of_the_offices_or_the_clients_own_is_used() {
        let own = "{% extends \"documents/paper.html\" %}{% block heading %}<h1>Ours</h1>{% endblock %}";
        let templates =
            Templates::with([("documents/quote.html", own), ("special.txt", "{{ paper.number }}")]).unwrap();
        let paper = paper(&with_options(), |_| {});
        let html = render(&paper, &HTML.with_template(Some("special.txt")), &templates).unwrap();
        assert!(html.contains("<h1>Ours</h1>") && html.contains("GBP 2,998.06"));
        let text = render(&paper, &TEXT.with_template(Some("special.txt")), &templates).unwrap();
        assert_eq!(text, "Q-2026-00017-1");
        let missing = render(&paper, &TEXT.with_template(Some("no.txt")), &templates).unwrap_err();
        assert_eq!(missing.iter().next().unwrap().code, "no-template");
    }
}
