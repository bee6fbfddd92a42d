//! Sheets: the rows that offices keep in spreadsheets, under columns that stay (X04).

use crate::office::Office;
use crate::office::files_below;

/// The example office, copied.
fn example() -> Office {
    let office = Office::without_git();
    let kept = files_below(&std::path::Path::new(env!("CARGO_MANIFEST_DIR")).join("data-example"));
    for (name, text) in kept {
        office.write(&name, &text);
    }
    office
}

#[test]
fn x04_each_sheet_has_its_columns_and_a_row_for_each_thing() {
    let mut office = example();
    office.at("2026-03-18T10:10:00+01:00");
    for (sheet, columns, rows) in [
        (
            "tracking",
            "job,client,client_name,city,title,workflow,stage,stage_since,tags,emergency,opened,work_order,technician,quote_version,quote_state,quote_source,quote_sent,quote_valid_until,quote_answered,quote_net,quote_total,parts_missing,parts_eta,next_visit_from,next_visit_to,last_visit,visits,invoices,invoiced,paid,balance,currency,last_contact,next_due,next_step,cancelled",
            46,
        ),
        (
            "logistics",
            "job,client,client_name,title,stage,part,text,code,qty,state,needed,supplier,po,ordered,cost,cost_total,currency,eta,eta_changes,received_qty,received,returned_qty,returned,missing_qty,next_visit_from,next_visit_to",
            11,
        ),
        (
            "invoices",
            "number,draft,kind,state,date,due_date,client,client_name,job,title,net,tax,gross,claim,open,currency,credits,sent,submitted,pushed,arrived",
            8,
        ),
        (
            "clients",
            "client,name,class,status,merged_into,contacts,phones,emails,city,tags,opened,jobs,last_contact,balance,currency",
            20,
        ),
        (
            "aging",
            "day,client,client_name,invoices,oldest_days,not_due,days_0_30,days_31_60,days_61_90,over_90,on_account,total,currency",
            2,
        ),
    ] {
        let csv = office.ok(["export", sheet]);
        assert_eq!(csv.lines().next(), Some(columns), "{sheet}");
        assert!(csv.lines().count() > rows, "{sheet} has {} lines", csv.lines().count());
    }
    let tracking = office.ok(["export", "tracking"]);
    let row = tracking.lines().find(|row| row.starts_with("J-2026-00001,")).expect("the first job");
    assert!(row.contains(",Linden Bakery,Hamburg,Shop door does not close,service-call,complete,"), "{row}");
    for (job, open) in [("J-2026-00013", "36.49 EUR"), ("J-2026-00014", "72.99 EUR")] {
        let row = tracking.lines().find(|row| row.starts_with(job)).expect("a house on one invoice for two");
        assert!(row.contains(&format!(",{},EUR,", &open[..5])), "{row}");
        let shown = office.ok(["job", "show", job]);
        assert!(shown.contains(&format!("balance           {open}\n")), "{shown}");
    }
    let open = office.ok(["export", "tracking", "--open"]);
    assert!(!open.contains("J-2026-00001,") && open.contains("J-2026-00034,"), "{open}");
}
