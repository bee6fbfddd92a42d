use super::drafting::Drafting;
use super::invoice_paper::invoice_paper;
use super::layout::{Format, Layout, Mark};
use super::print::*;
use super::quote_paper::quote_paper;
use super::sample::*;
use super::statement::{OpenItem, Statement};
use super::templates::Templates;
use super::work_order::{ChecklistItem, WorkOrder};
use crate::domain::invoice::InvoiceKind;
use crate::domain::office::PaperSize;
use crate::domain::quote::Discount;

#[test]
#[allow(clippy::all, clippy::disallowed_methods)]
fn look() {
    let t = Templates::builtin();
    let (job0, client0, office0) = (job(), client(), office());
    let date = "2026-03-02".parse().unwrap();
    let put = |name: &str, f: &dyn Fn(Layout<'_>) -> String, mark: Option<Mark>, size: PaperSize| {
        for format in [Format::Html, Format::Text] {
            let mut l = Layout::new(format, size);
            if let Some(m) = mark {
                l = l.marked(m);
            }
            std::fs::create_dir_all("/tmp/look").unwrap();
            std::fs::write(format!("/tmp/look/{name}{}", format.ending()), f(l)).unwrap();
        }
    };
    let words = t.words("en").unwrap();
    let d = Drafting { job: &job0, together: &[], client: &client0, office: &office0, words, date };
    // one line
    let q = quote(vec![line(1, "Replace the circulation pump of the second floor", "1", "480", "std")]);
    let p = quote_paper(&d, &q).unwrap();
    put("quote1", &|l| render(&p, &l, &t).unwrap(), None, PaperSize::A4);
    // options
    let mut l1 = line(
        1,
        "Replace the circulation pump of the second floor, with new seals\nand flushing of the line",
        "2.5",
        "92.00",
        "std",
    );
    l1.code = Some("W-100".into());
    let mut l2 = line(2, "Pump, standard efficiency", "1", "480", "std");
    l2.alternative = Some("pump".into());
    l2.unit = Some("pcs".into());
    l2.code = Some("P-7781".into());
    let mut l3 = line(3, "Pump, high efficiency, ten-year warranty", "1", "655.5", "std");
    l3.alternative = Some("pump".into());
    l3.unit = Some("pcs".into());
    let mut l4 = line(4, "Insulation of all pipes in the boiler room", "12", "18.75", "low");
    l4.unit = Some("m".into());
    l4.discount = Some("10".parse().unwrap());
    let mut l5 = line(5, "Yearly inspection", "1", "120", "std");
    l5.optional = true;
    l5.unit = None;
    let mut q = quote(vec![l1, l2, l3, l4, l5]);
    q.discount = Some(Discount::Percent("5".parse().unwrap()));
    q.deposit = Some(Discount::Percent("30".parse().unwrap()));
    q.intro = Some("Thank you for your request of 1 March. As agreed on site, we offer:".into());
    let p = quote_paper(&d, &q).unwrap();
    put("quote-options", &|l| render(&p, &l, &t).unwrap(), Some(Mark::Draft), PaperSize::A4);
    // German
    let de = t.words("de").unwrap();
    let p = quote_paper(&Drafting { words: de, ..d }, &q).unwrap();
    put("quote-de", &|l| render(&p, &l, &t).unwrap(), None, PaperSize::A4);
    // long invoice
    let lines = (1..=34).map(|n| { let mut l = invoice_line(n, if n % 5 == 0 { "Cleaning of the filter housing and of both heat exchangers, with removal of the residues and a report" } else { "Service hour, plant room" }, "1.5", "1092.40"); l.code = (n % 4 == 0).then(|| "W-100".to_string()); l }).collect();
    let mut i = invoice(InvoiceKind::Invoice, lines);
    i.discount = Some(Discount::Amount("100".parse().unwrap()));
    i.deducts = vec!["R-2026-00003".into()];
    let mut j2 = job0.clone();
    j2.invoices = vec![issued(
        invoice(InvoiceKind::Deposit, vec![invoice_line(1, "Deposit", "1", "1000")]),
        "R-2026-00003",
        "2026-03-01",
    )];
    let p = invoice_paper(&Drafting { job: &j2, ..d }, &i, Some("R-2026-00012")).unwrap();
    put("invoice-long", &|l| render(&p, &l, &t).unwrap(), Some(Mark::Copy), PaperSize::A4);
    put("invoice-letter", &|l| render(&p, &l, &t).unwrap(), None, PaperSize::Letter);
    // void
    let i = invoice(InvoiceKind::Invoice, vec![invoice_line(1, "Work", "1", "100")]);
    let p = invoice_paper(&d, &i, Some("R-2026-00013")).unwrap();
    put("void", &|l| render(&p, &l, &t).unwrap(), Some(Mark::Void), PaperSize::A4);
    // hostile
    let mut c = client0.clone();
    c.name = "<script>alert(1)</script> & \"Söhne\" 株式会社".into();
    let mut j = job0.clone();
    j.title = "إصلاح المضخة 2 </style><script>alert(2)</script> \u{202e}abc".into();
    let q = quote(vec![
        line(1, "إصلاح مضخة التدوير في الطابق الثاني", "1", "480", "std"),
        line(
            2,
            "循環ポンプの交換と配管の清掃、二階の機械室、作業報告書付き",
            "12345.678",
            "1234567.891",
            "std",
        ),
        line(3, &"Donaudampfschifffahrtsgesellschaftskapitän".repeat(6), "1", "480", "std"),
        line(4, "<img src=x onerror=alert(3)> {{ paper.total }} {% raw %}", "1", "-480", "std"),
    ]);
    let p = quote_paper(&Drafting { job: &j, together: &[], client: &c, ..d }, &q).unwrap();
    put("hostile", &|l| render(&p, &l, &t).unwrap(), None, PaperSize::A4);
    // work order
    let mut v = visit(2);
    v.return_of = Some(number(1));
    let mut v1 = visit(1);
    v1.outcome = Some(crate::domain::visit::Outcome {
        made: stamp("2026-03-05T10:00:00Z"),
        incomplete: Some(crate::domain::visit::Cause::Parts),
        hours: None,
        note: Some("The flange did not fit; a DN 40 is needed.".into()),
    });
    v1.notes = vec![crate::domain::visit::VisitNote {
        made: stamp("2026-03-05T10:00:00Z"),
        text: "Valve on the left is stuck.".into(),
    }];
    let mut j = job0.clone();
    j.emergency = true;
    j.visits = vec![v1, v.clone()];
    j.lines = vec![line(1, "Replace the circulation pump", "2.5", "92", "std")];
    j.parts = vec![crate::domain::part::Part {
        n: number(1),
        text: "Pump DN 40".into(),
        code: Some("P-7781".into()),
        qty: "2".parse().unwrap(),
        line: None,
        needed: stamp("2026-03-02T09:00:00Z"),
        order: None,
        eta: vec![],
        received: vec![crate::domain::part::Movement {
            made: stamp("2026-03-02T09:00:00Z"),
            qty: "1".parse().unwrap(),
            note: None,
        }],
        returned: vec![],
        dropped: None,
    }];
    let items = vec![
        ChecklistItem { text: "All parts are in hand".into(), ticked_by: None, applies: true },
        ChecklistItem {
            text: "The technician has the check-in number".into(),
            ticked_by: Some("Ola Brandt".into()),
            applies: true,
        },
        ChecklistItem { text: "Protocol for premium clients".into(), ticked_by: None, applies: false },
    ];
    let w = WorkOrder::new(&j, &client0, &office0, &v, items);
    put("work-order", &|l| render_work_order(&w, &l, &t).unwrap(), None, PaperSize::A4);
    // statement
    let item = |n: &str, date: &str, due: &str, amount: &str, paid: &str| OpenItem {
        invoice: n.into(),
        job: Some("J-2026-00017".parse().unwrap()),
        date: date.parse().unwrap(),
        due: due.parse().unwrap(),
        amount: amount.parse().unwrap(),
        paid: paid.parse().unwrap(),
    };
    let s = Statement::new(
        &client0,
        &office0,
        date,
        [
            item("R-2026-00001", "2025-11-01", "2025-11-15", "1200", "200"),
            item("R-2026-00009", "2026-02-01", "2026-02-15", "14880.50", "0"),
            item("R-2026-00011", "2026-02-25", "2026-03-11", "99", "0"),
        ],
        "50".parse().unwrap(),
    );
    put("statement", &|l| render_statement(&s, &l, &t).unwrap(), None, PaperSize::A4);
}
