//! Sheets have the columns they always had, and hostile text stays text.

use super::{Cell, Desk, Table};
use crate::domain::money::Currency;
use crate::domain::summary::{ClientSummary, JobSummary, sample};
use crate::reports;
use crate::reports::register::Register;

fn desk() -> Desk {
    Desk { zone: chrono_tz::Europe::Berlin, currency: Currency::named("EUR").unwrap() }
}

fn facts() -> (JobSummary, ClientSummary) {
    let mut client = ClientSummary::from(&sample::client());
    client.merged_into = None;
    (JobSummary::from(&sample::job()), client)
}

fn tables(job: &JobSummary, client: &ClientSummary) -> [Table; 5] {
    let register = Register::new([client]);
    let day = "2026-05-31".parse().unwrap();
    [
        super::tracking(&reports::tracking::tracking([(job, &[][..])], &register), &desk()),
        super::logistics(&reports::logistics::logistics([job], &register), &desk()),
        super::invoices(&reports::invoices::invoices([job], [client]), &desk()),
        super::clients(&reports::clients::clients([client], [job]), &desk()),
        super::aging(&reports::aging::aging([job], [client], day), &desk()),
    ]
}

fn csv(table: &Table) -> String {
    String::from_utf8(table.csv()).unwrap()
}

#[test]
fn every_row_has_a_cell_for_each_column() {
    let (job, client) = facts();
    for table in tables(&job, &client) {
        assert!(!table.rows.is_empty());
        for row in &table.rows {
            assert_eq!(row.len(), table.columns.len(), "{}", table.name);
        }
        let text = csv(&table);
        let mut reader = csv::ReaderBuilder::new().from_reader(text.as_bytes());
        assert_eq!(reader.headers().unwrap().iter().collect::<Vec<_>>(), table.columns);
        assert_eq!(reader.records().count(), table.rows.len());
    }
}

#[test]
fn e11_the_tracking_sheet_is_this() {
    let (job, client) = facts();
    assert_eq!(
        csv(&tables(&job, &client)[0]),
        "job,client,client_name,city,title,workflow,stage,stage_since,tags,emergency,opened,work_order,\
         technician,quote_version,quote_state,quote_source,quote_sent,quote_valid_until,quote_answered,\
         quote_net,quote_total,parts_missing,parts_eta,next_visit_from,next_visit_to,last_visit,visits,\
         invoices,invoiced,paid,balance,currency,last_contact,next_due,next_step,cancelled\n\
         J-2026-00017,C-0042,Gärtnerei Grün,Bonn,Gate does not close,service-call,billing,2026-03-11,schedule,\
         yes,2026-03-01,WO-9,Bo,1,approved,\"supplier's offer; supplier: Gatework\",2026-03-02,2026-04-01,\
         2026-03-04,100.00,119.00,1,2026-03-09,,,2026-03-10 10:00,1,R-2026-0001,119.00,19.00,100.00,EUR,\
         2026-03-13 08:00,,,too dear\n"
    );
}

#[test]
fn e12_the_logistics_sheet_is_this() {
    let (job, client) = facts();
    assert_eq!(
        csv(&tables(&job, &client)[1]),
        "job,client,client_name,title,stage,part,text,code,qty,state,needed,supplier,po,ordered,cost,\
         cost_total,currency,eta,eta_changes,received_qty,received,returned_qty,returned,missing_qty,\
         next_visit_from,next_visit_to\n\
         J-2026-00017,C-0042,Gärtnerei Grün,Gate does not close,billing,1,'=Motor,,2,partly,2026-03-04,\
         Gatework,P-1,2026-03-04,30.00,60.00,EUR,2026-03-09,1,2,2026-03-09,1,2026-03-12,1,,\n"
    );
}

#[test]
fn x04_the_other_sheets_are_these() {
    let (job, client) = facts();
    let [_, _, invoices, clients, aging] = tables(&job, &client);
    assert_eq!(
        csv(&invoices),
        "number,draft,kind,state,date,due_date,client,client_name,job,title,net,tax,gross,claim,open,currency,\
         credits,sent,submitted,pushed,arrived\n\
         R-2026-0001,,invoice,sent,2026-03-11,2026-03-25,C-0042,Gärtnerei Grün,J-2026-00017,\
         Gate does not close,100.00,19.00,119.00,119.00,100.00,EUR,,2026-03-11,,,\n\
         ,2,credit,draft,,,C-0042,Gärtnerei Grün,J-2026-00017,Gate does not close,,,,0.00,0.00,EUR,\
         R-2026-0001,,,,\n"
    );
    assert_eq!(
        csv(&clients),
        "client,name,class,status,merged_into,contacts,phones,emails,city,tags,opened,jobs,last_contact,\
         balance,currency\n\
         C-0042,Gärtnerei Grün,standard,active,,\"Eve; Tom\",'+49301,\"eve@example.com; bills@example.com\",\
         Bonn,vip,2026-02-01,1,2026-03-13 08:00,50.00,EUR\n"
    );
    assert_eq!(
        csv(&aging),
        "day,client,client_name,invoices,oldest_days,not_due,days_0_30,days_31_60,days_61_90,over_90,\
         on_account,total,currency\n\
         2026-05-31,C-0042,Gärtnerei Grün,1,67,0.00,0.00,0.00,100.00,0.00,-50.00,50.00,EUR\n"
    );
}

#[test]
fn hostile_text_stays_text() {
    let (mut job, mut client) = facts();
    client.name = "=cmd|' /C calc'!A0".into();
    job.title = "@sum(1)\r\n\u{1b}[31m+1\u{202e},\"x\"".into();
    job.tags = vec!["\t=1".into(), "-1+1".into()];
    let sheet = csv(&tables(&job, &client)[0]);
    assert!(sheet.contains(",'=cmd|' /C calc'!A0,"));
    assert!(sheet.contains(",\"'@sum(1)\n[31m+1,\"\"x\"\"\","));
    assert!(sheet.contains(",\"' =1; -1+1\","));
    assert!(!sheet.contains(['\r', '\u{1b}', '\t', '\u{202e}']));
}

#[test]
fn amounts_have_the_currencys_digits_and_a_cost_may_have_more() {
    let yen = Desk { currency: Currency::named("JPY").unwrap(), ..desk() };
    let cell = |desk: &Desk, text: &str| desk.amount(text.parse().ok()).text();
    assert_eq!((cell(&desk(), "30"), cell(&yen, "30.00")), ("30.00".into(), "30".into()));
    assert_eq!((cell(&desk(), "0.0450"), cell(&desk(), "-0.00")), ("0.045".into(), "0.00".into()));
    assert_eq!(desk().amount(None), Cell::Empty);
}
