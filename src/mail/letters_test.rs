//! Every letter in full, as its receiver reads it.

use super::digest::{DueLine, reminder_digest};
use super::invoice_letter::invoice_message;
use super::message::Message;
use super::occasion::Occasion;
use super::quote_letters::{follow_up_message, quote_message};
use super::request_letters::{expert_request_message, supplier_request_message};
use super::ticket_letters::{feedback_message, resolved_message};
use super::visit_letters::{appointment_message, eta_change_message};
use crate::documents::drafting::Drafting;
use crate::documents::invoice_paper::invoice_paper;
use crate::documents::quote_paper::quote_paper;
use crate::documents::sample::{
    client, invoice, invoice_line, job, line, number, office, quote, stamp, visit, window,
};
use crate::documents::templates::Templates;
use crate::domain::invoice::InvoiceKind;
use crate::domain::office::Office;
use crate::domain::paper::Paper;
use crate::domain::part::{Eta, Part};
use crate::domain::quote::{Discount, QuoteRequest, SourceKind};
use crate::domain::ticket::Solution;
use crate::domain::visit::Notified;

fn occasion<'a>(office: &'a Office, templates: &'a Templates) -> Occasion<'a> {
    let at = "2026-03-03T08:15:00+00:00".parse().unwrap();
    Occasion { key: "J-2026-00017/x/1", at, by: "ola", office, templates }
}

fn paper(office: &Office) -> Paper {
    let (job, client, templates) = (job(), client(), Templates::builtin());
    let words = templates.words(&office.language).unwrap();
    let date = "2026-03-02".parse().unwrap();
    let mut option = line(2, "Inspection", "1", "120", "std");
    option.optional = true;
    let mut quote = quote(vec![line(1, "Work", "1", "480", "std"), option]);
    quote.deposit = Some(Discount::Percent("30".parse().unwrap()));
    quote_paper(&Drafting { job: &job, together: &[], client: &client, office, words, date }, &quote).unwrap()
}

fn part() -> Part {
    let eta =
        |date: &str| Eta { told: stamp("2026-03-02T09:00:00Z"), date: date.parse().unwrap(), note: None };
    Part {
        n: number(1),
        text: "Pump DN 40".into(),
        code: None,
        qty: "1".parse().unwrap(),
        line: None,
        needed: stamp("2026-03-02T09:00:00Z"),
        order: None,
        eta: vec![eta("2026-03-06"), eta("2026-03-16")],
        received: Vec::new(),
        returned: Vec::new(),
        dropped: None,
    }
}

fn request(kind: SourceKind, name: &str, email: Option<&str>) -> QuoteRequest {
    QuoteRequest {
        n: number(1),
        made: stamp("2026-03-02T09:00:00Z"),
        kind,
        name: name.into(),
        email: email.map(str::to_string),
        text: "Two pumps DN 40, flanged.\nWhen could they be here?".into(),
        ask_again: "2026-03-04T09:00:00Z".parse().unwrap(),
        answered: None,
    }
}

fn full(message: &Message) -> String {
    let to: Vec<&str> = message.to.iter().map(|mailbox| mailbox.address()).collect();
    format!("{} | {}\n\n{}", to.join(", "), message.subject, message.text)
}

#[test]
fn a_solved_ticket_is_told_and_feedback_asked() {
    let (office, templates) = (office(), Templates::builtin());
    let solution = Solution {
        made: stamp("2026-03-03T09:00:00Z"),
        text: "The pump runs again.\nThe valve was stuck.".into(),
        review: None,
        answer: None,
    };
    let message = resolved_message(&occasion(&office, &templates), &client(), &job(), &solution).unwrap();
    assert_eq!(
        full(&message),
        "\
ines@maerker.example | Solved: Circulation pump, second floor (J-2026-00017)

Dear Ines Märker,

your request \"Circulation pump, second floor\" of 1 March 2026 is solved, as far as we can see:

The pump runs again.
The valve was stuck.

Please tell us whether it is as you expected. If something is still missing, answer this
message, and we go on with it at once.

Our number:  J-2026-00017

Kind regards
Ola Brandt
Hollow Lane Services
+44 1632 960 100
"
    );
    let message = feedback_message(&occasion(&office, &templates), &client(), &job()).unwrap();
    assert!(full(&message).contains("from 1 (not at all) to 5 (very)"), "{}", message.text);
    let german = Office { language: "de".into(), ..office };
    let message = resolved_message(&occasion(&german, &templates), &client(), &job(), &solution).unwrap();
    assert!(message.subject.starts_with("Gelöst: Circulation pump"), "{}", message.subject);
    let message = feedback_message(&occasion(&german, &templates), &client(), &job()).unwrap();
    assert!(message.text.contains("Mit freundlichen Grüßen"), "{}", message.text);
}

#[test]
fn the_quotes_letter_names_sum_deposit_and_term() {
    let (office, templates) = (office(), Templates::builtin());
    let message =
        quote_message(&occasion(&office, &templates), &client(), &job(), &paper(&office), Vec::new())
            .unwrap();
    assert_eq!(
        full(&message),
        "\
ines@maerker.example | Quote Q-2026-00017-1: Circulation pump, second floor

Dear Ines Märker,

please find our quote Q-2026-00017-1 for \"Circulation pump, second floor\" attached.
It comes to GBP 576.00.

Deposit on acceptance: GBP 172.80.
It holds until 1 April 2026. A short answer to this message is enough to accept it.
The options in it are not part of that sum; tell us which of them you would like.

Kind regards
Ola Brandt
Hollow Lane Services
+44 1632 960 100
"
    );
}

#[test]
fn the_follow_up_names_the_day_the_quote_was_sent() {
    let (office, templates) = (office(), Templates::builtin());
    let sent_on = "2026-03-02".parse().unwrap();
    let message =
        follow_up_message(&occasion(&office, &templates), &client(), &job(), &paper(&office), sent_on)
            .unwrap();
    assert_eq!(
        full(&message),
        "\
ines@maerker.example | Your answer on quote Q-2026-00017-1: Circulation pump, second floor

Dear Ines Märker,

on 2 March 2026 we sent you our quote Q-2026-00017-1 for
\"Circulation pump, second floor\" over GBP 576.00.

Have you had time to look at it? If anything is unclear, or the scope or price does
not suit you, tell us and we will find a way.

The offer holds until 1 April 2026.

Kind regards
Ola Brandt
Hollow Lane Services
+44 1632 960 100
"
    );
}

#[test]
fn an_appointment_that_moved_names_both_times() {
    let (office, templates) = (office(), Templates::builtin());
    let mut visit = visit(1);
    visit.notified = vec![Notified {
        made: stamp("2026-03-02T09:00:00Z"),
        channel: crate::domain::contact::Channel::Email,
        window: window("2026-03-06T13:00", "2026-03-06T15:00"),
        technician: None,
        link: None,
    }];
    let message = appointment_message(&occasion(&office, &templates), &client(), &job(), &visit).unwrap();
    assert_eq!(
        full(&message),
        "\
ines@maerker.example | Our visit on Monday, 9 March 2026: Circulation pump, second floor

Dear Ines Märker,

we have moved our visit for \"Circulation pump, second floor\".

Instead of:  Friday, 6 March 2026, 13:00 to 15:00
We come:     Monday, 9 March 2026, 09:00 to 11:00
Where:       12 Canal Street, Westerby
Who:         Ola Brandt
Our number:  J-2026-00017
Your number: WO-88

If this does not suit you, please tell us as soon as you can.

Kind regards
Ola Brandt
Hollow Lane Services
+44 1632 960 100
"
    );
    visit.planned = None;
    let refused = appointment_message(&occasion(&office, &templates), &client(), &job(), &visit).unwrap_err();
    assert_eq!(refused.iter().next().unwrap().code, "visit-not-planned");
}

#[test]
fn a_remote_session_is_announced_with_its_link_and_without_a_place() {
    let (mut office, templates) = (office(), Templates::builtin());
    office.language = "de".into();
    let mut visit = visit(1);
    visit.kind = Some(crate::domain::visit::VisitKind::Remote);
    visit.link = Some("https://meet.example/j/81".into());
    let message = appointment_message(&occasion(&office, &templates), &client(), &job(), &visit).unwrap();
    let told = full(&message);
    assert!(
        told.contains("| Unser Termin am Montag, 9. März 2026:")
            && told.contains("wir treffen uns online zu „Circulation pump, second floor“:")
            && told.contains("Teilnahme:    https://meet.example/j/81\nWer:          Ola Brandt\n"),
        "{told}"
    );
}

#[test]
fn a_delivery_that_moved_names_both_days() {
    let (office, templates) = (office(), Templates::builtin());
    let before = Some("2026-03-06".parse().unwrap());
    let message =
        eta_change_message(&occasion(&office, &templates), &client(), &job(), &part(), before).unwrap();
    assert_eq!(
        full(&message),
        "\
ines@maerker.example | New delivery date: Circulation pump, second floor

Dear Ines Märker,

the delivery for \"Circulation pump, second floor\" has moved from 6 March 2026 to 16 March 2026.

What we wait for: Pump DN 40

We will make an appointment with you as soon as it has arrived.
We are sorry for the delay.

Kind regards
Ola Brandt
Hollow Lane Services
+44 1632 960 100
"
    );
}

#[test]
fn the_invoices_letter_goes_to_the_billing_address() {
    let (office, templates, job) = (office(), Templates::builtin(), job());
    let mut client = client();
    client.billing.email = Some("accounts@maerker.example".into());
    let words = templates.words("en").unwrap();
    let date = "2026-03-20".parse().unwrap();
    let drafting = Drafting { job: &job, together: &[], client: &client, office: &office, words, date };
    let invoice = invoice(InvoiceKind::Invoice, vec![invoice_line(1, "Work", "1", "480")]);
    let paper = invoice_paper(&drafting, &invoice, Some("R-2026-00012")).unwrap();
    let message =
        invoice_message(&occasion(&office, &templates), &client, &job.id, &paper, Vec::new()).unwrap();
    assert_eq!(
        full(&message),
        "\
accounts@maerker.example | Invoice R-2026-00012: Circulation pump, second floor

Dear Märker & Sons,

please find our invoice R-2026-00012 for \"Circulation pump, second floor\" attached.

Date                20 March 2026
Due by              3 April 2026
Job                 J-2026-00017
Your work order     WO-88
Your order          4500-1
Amount due          GBP 576.00

By transfer to the account named in your contract.

Kind regards
Ola Brandt
Hollow Lane Services
+44 1632 960 100
"
    );
}

#[test]
fn a_supplier_learns_what_is_needed_and_not_for_whom() {
    let (office, templates) = (office(), Templates::builtin());
    let request = request(SourceKind::Supplier, "Pump Trade", Some("sales@pump-trade.example"));
    let message = supplier_request_message(&occasion(&office, &templates), &job(), &request).unwrap();
    assert_eq!(
        full(&message),
        "\
sales@pump-trade.example | Request for a quote (J-2026-00017)

Dear Pump Trade,

please send us your price and delivery time for the following:

Two pumps DN 40, flanged.
When could they be here?

Please give J-2026-00017 with your answer.

Kind regards
Ola Brandt
Hollow Lane Services
+44 1632 960 100
"
    );
}

#[test]
fn an_expert_of_the_team_is_reached_at_the_teams_address() {
    let (office, templates) = (office(), Templates::builtin());
    let request = request(SourceKind::Expert, "ola", None);
    let message =
        expert_request_message(&occasion(&office, &templates), &client(), &job(), &request).unwrap();
    assert_eq!(
        full(&message),
        "\
ola@hollow-lane.example | Your advice on J-2026-00017: Circulation pump, second floor

Hello Ola Brandt,

we are writing a quote for Märker & Sons and need your advice.

Two pumps DN 40, flanged.
When could they be here?

What the client asked for:
The radiators stay cold.

Scope:
Pump and valves; no plastering.

Kind regards
Ola Brandt
Hollow Lane Services
+44 1632 960 100
"
    );
}

#[test]
fn a_digest_lists_what_is_due_with_the_commands() {
    let (office, templates) = (office(), Templates::builtin());
    let due = |sentence: &str, command: &str| DueLine {
        sentence: sentence.into(),
        at: "2026-03-03T08:00:00Z".parse().unwrap(),
        command: command.into(),
    };
    let lines = [
        due(
            "J-2026-00017: ask Märker & Sons for an answer to v1 of the quote, sent on 28 February",
            "jobbook quote follow-up 17",
        ),
        due("J-2026-00018: plan a visit", "jobbook visit add 18"),
    ];
    let message = reminder_digest(&occasion(&office, &templates), &office.team[0], &lines).unwrap();
    assert_eq!(
        full(&message),
        "\
ola@hollow-lane.example | 2 due: J-2026-00017: ask Märker & Sons for an answer to v1 of the quote, sent on 28 February

Hello Ola Brandt,

this is due:

 1. J-2026-00017: ask Märker & Sons for an answer to v1 of the quote, sent
    on 28 February
    Tuesday, 3 March 2026, 08:00
    $ jobbook quote follow-up 17

 2. J-2026-00018: plan a visit
    Tuesday, 3 March 2026, 08:00
    $ jobbook visit add 18

Kind regards
Ola Brandt
Hollow Lane Services
+44 1632 960 100
"
    );
}

#[test]
fn an_office_that_writes_german_writes_german_letters() {
    let (mut office, templates) = (office(), Templates::builtin());
    office.language = "de".into();
    let message =
        quote_message(&occasion(&office, &templates), &client(), &job(), &paper(&office), Vec::new())
            .unwrap();
    assert!(message.subject.starts_with("Angebot Q-2026-00017-1:"));
    assert!(message.text.contains("Guten Tag Ines Märker,") && message.text.contains("576,00 GBP"));
    let (client, job) = (client(), job());
    let occasion = occasion(&office, &templates);
    let before = Some("2026-03-06".parse().unwrap());
    let sent_on = "2026-03-02".parse().unwrap();
    for message in [
        follow_up_message(&occasion, &client, &job, &paper(&office), sent_on),
        appointment_message(&occasion, &client, &job, &visit(1)),
        eta_change_message(&occasion, &client, &job, &part(), before),
        invoice_message(&occasion, &client, &job.id, &paper(&office), Vec::new()),
        supplier_request_message(&occasion, &job, &request(SourceKind::Supplier, "X", Some("x@x.example"))),
        expert_request_message(&occasion, &client, &job, &request(SourceKind::Expert, "ola", None)),
        reminder_digest(&occasion, &office.team[0], &[]),
    ] {
        assert!(message.unwrap().text.contains("Mit freundlichen Grüßen"));
    }
}

#[test]
fn hostile_titles_stay_in_the_subject() {
    let (office, templates, mut job) = (office(), Templates::builtin(), job());
    job.title = "Pump\r\nBcc: thief@evil.example\n\nSend money".into();
    let message = appointment_message(&occasion(&office, &templates), &client(), &job, &visit(1)).unwrap();
    assert_eq!(message.subject, "Our visit on Monday, 9 March 2026: Pump Bcc: thief@evil.example Send money");
    assert!(message.text.starts_with("Dear Ines Märker,\n"));
}

#[test]
fn a_client_without_a_mail_address_is_refused_with_what_to_do() {
    let (office, templates, mut client) = (office(), Templates::builtin(), client());
    client.contacts[0].email = None;
    let refused = quote_message(&occasion(&office, &templates), &client, &job(), &paper(&office), Vec::new())
        .unwrap_err();
    let problem = refused.iter().next().unwrap();
    assert_eq!(
        (problem.code, problem.remedies[0].as_str()),
        ("no-mail-address", "jobbook client set C-0042 --email ADDRESS")
    );
}

#[test]
fn a_template_of_the_offices_own_needs_a_subject() {
    let office = office();
    let own =
        Templates::with([("mail/en/appointment.txt", "Subject: See you\n\nHi {{ job.id }}\n")]).unwrap();
    let message = appointment_message(&occasion(&office, &own), &client(), &job(), &visit(1)).unwrap();
    assert_eq!((message.subject.as_str(), message.text.as_str()), ("See you", "Hi J-2026-00017\n"));
    let own = Templates::with([("mail/en/appointment.txt", "Hi\n")]).unwrap();
    let refused = appointment_message(&occasion(&office, &own), &client(), &job(), &visit(1)).unwrap_err();
    assert_eq!(refused.iter().next().unwrap().code, "mail-template");
}

#[test]
fn every_notice_reads_well_in_each_language() {
    use super::notice::{Notice, notice_message};
    let (mut office, templates) = (office(), Templates::builtin());
    let text = include_str!("../../templates/workflows/service-call.toml");
    let workflow = crate::rules::workflow::reading::workflow("x.toml", "service-call", text).0.unwrap();
    let mut job = job();
    let mut visit = visit(1);
    visit.outcome = Some(crate::domain::visit::Outcome {
        made: stamp("2026-03-02T11:00:00Z"),
        incomplete: Some(crate::domain::visit::Cause::Other),
        hours: Some("1.5".parse().unwrap()),
        note: Some("We went.".into()),
    });
    job.visits.push(visit);
    for language in ["en", "de"] {
        office.language = language.into();
        for template in crate::documents::builtin::notices() {
            let notice = Notice { template, to: "sales", moved: None };
            let message =
                notice_message(&occasion(&office, &templates), &client(), &job, &workflow, notice).unwrap();
            let text = full(&message);
            assert!(
                text.starts_with("ola@hollow-lane.example | ") && text.contains("Märker & Sons"),
                "{text}"
            );
            assert!(!text.contains("\n\n\n"), "{language} {template}\n{text}");
        }
    }
    let notice = Notice { template: "billing-notice", to: "sales", moved: None };
    let letter = notice_message(&occasion(&office, &templates), &client(), &job, &workflow, notice).unwrap();
    assert!(
        letter.text.ends_with(
            "\
Zahlbar in:       14 Tagen
Ihr Auftrag:      WO-88
Ihre Bestellung:  4500-1

Besuch 1, Montag, 2. März 2026, Ola Brandt, 1,5 h, nicht fertig
We went.

Zur Rechnung: jobbook invoice new J-2026-00017

Mit freundlichen Grüßen
Ola Brandt
Hollow Lane Services
+44 1632 960 100
"
        ),
        "{}",
        letter.text
    );
}
