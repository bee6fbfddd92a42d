//! The work-order sheet in full, as a technician reads it.

use super::work_order::{ChecklistItem, WorkOrder};
use crate::documents::layout::{Format, Layout};
use crate::documents::print::render_work_order;
use crate::documents::sample::{client, job, line, number, office, quote, stamp, visit};
use crate::documents::templates::Templates;
use crate::domain::client::{CheckIn, PriceTalk};
use crate::domain::office::PaperSize;
use crate::domain::part::{Movement, Part};
use crate::domain::visit::{Cause, Outcome, Visit, VisitNote};

fn order() -> WorkOrder {
    let (mut job, second) = (job(), Visit { return_of: Some(number(1)), ..visit(2) });
    let note = |text: &str| VisitNote { made: stamp("2026-03-05T10:00:00Z"), text: text.into() };
    let first = Visit {
        outcome: Some(Outcome {
            made: stamp("2026-03-05T10:00:00Z"),
            incomplete: Some(Cause::Parts),
            hours: None,
            note: Some("The flange does not fit.".into()),
        }),
        notes: vec![note("The valve on the left is stuck.")],
        ..visit(1)
    };
    job.visits = vec![first, second.clone(), visit(3)];
    job.lines = vec![line(1, "Replace the pump", "2.5", "9871.25", "std")];
    job.quotes = vec![quote(vec![line(1, "Not approved", "1", "9871.25", "std")])];
    job.parts = vec![Part {
        n: number(1),
        text: "Pump DN 40".into(),
        code: Some("P-7781".into()),
        qty: "2".parse().unwrap(),
        line: None,
        needed: stamp("2026-03-02T09:00:00Z"),
        order: None,
        eta: Vec::new(),
        received: vec![Movement {
            made: stamp("2026-03-06T09:00:00Z"),
            qty: "1".parse().unwrap(),
            note: None,
        }],
        returned: Vec::new(),
        dropped: None,
    }];
    let item = |text: &str, by: Option<&str>, applies| ChecklistItem {
        text: text.into(),
        ticked_by: by.map(str::to_string),
        applies,
    };
    let checklist = vec![
        item("All parts are in hand", None, true),
        item("The technician has the number for checking in", Some("Ola Brandt"), true),
        item("The protocol for government clients is given", None, false),
    ];
    WorkOrder::new(&job, &client(), &office(), &second, checklist)
}

#[test]
fn the_sheet_tells_the_technician_everything_about_the_visit() {
    let layout = Layout::new(Format::Text, PaperSize::A4);
    let text = render_work_order(&order(), &layout, &Templates::builtin()).unwrap();
    assert_eq!(
        text[text.find("WORK ORDER").unwrap()..],
        *"\
WORK ORDER J-2026-00017/2
=========================
Circulation pump, second floor

Arrival                 Monday, 9 March 2026, 09:00 to 11:00
Technician              Ola Brandt
Visit                   Return to visit 1
Client's work order     WO-88
Your order              4500-1
On site                 Theo Lund, +441632960400
Contact                 Ines Märker, +441632960200

CLIENT
Märker & Sons

WORK AT
Depot North
12 Canal Street
Westerby

ACCESS
Key at the gate.
A dog lives there.

CHECK IN AND OUT
+441632960300
Press 2, say the work order.

PRICES
Are not to be discussed on site. Refer every question to the office.

PROTOCOL
Wear the badge.

WHAT WAS ASKED
The radiators stay cold.

WHAT BELONGS TO THE WORK
Pump and valves; no plastering.

WORK TO DO
    2.5 h  Replace the pump

PARTS TO TAKE
[ ]     2  Pump DN 40
           In hand: 1, missing 1 [P-7781]

CHECKLIST
[ ] All parts are in hand
[x] The technician has the number for checking in – Ola Brandt
[-] The protocol for government clients is given – does not apply

EARLIER VISITS
1   Monday, 9 March 2026, 09:00 to 11:00, Ola Brandt
    not done: parts
    The valve on the left is stuck.
    The flange does not fit.

ON THIS VISIT
Arrived                         ________________________________

Left                            ________________________________

Work done and parts used

____________________________________________________________________________

____________________________________________________________________________

Technician's signature          ________________________________

Client's name and signature     ________________________________
"
    );
}

#[test]
fn no_price_reaches_the_sheet() {
    for format in [Format::Html, Format::Text] {
        let layout = Layout::new(format, PaperSize::A4);
        let printed = render_work_order(&order(), &layout, &Templates::builtin()).unwrap();
        assert!(!printed.contains("9,871") && !printed.contains("9871") && !printed.contains("GBP"));
    }
}

#[test]
fn the_jobs_own_check_in_and_pricing_rule_win() {
    let (mut job, client, office) = (job(), client(), office());
    job.price_talk = Some(PriceTalk::Allowed);
    job.check_in = Some(CheckIn { phone: Some("+441632960999".into()), instructions: None });
    let order = WorkOrder::new(&job, &client, &office, &visit(1), Vec::new());
    assert_eq!(order.price_talk, Some(PriceTalk::Allowed));
    assert_eq!(order.check_in.unwrap().phone.as_deref(), Some("+441632960999"));
}
