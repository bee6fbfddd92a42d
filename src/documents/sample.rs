//! An invented office with a client and a job, for tests of papers and letters.

use std::collections::BTreeMap;

use chrono::NaiveTime;

use crate::domain::bookkeeping::QuickBooks;
use crate::domain::calendar::Slot;
use crate::domain::client::{CheckIn, Client, PriceTalk, Site, Status};
use crate::domain::contact::{Address, Contact};
use crate::domain::id::Number;
use crate::domain::invoice::{Basis, Invoice, InvoiceKind, InvoiceLine, Issued};
use crate::domain::job::{Job, OnSite, Path};
use crate::domain::moment::{Stamp, Window};
use crate::domain::money::{Currency, Percent};
use crate::domain::numbering::{Numbering, Pattern};
use crate::domain::office::{
    Booking, Calendar, Class, DateOrder, FieldRules, MailRules, Member, Office, PaperSize, PlanRules,
};
use crate::domain::quote::{Line, Quote};
use crate::domain::service::ServiceRules;
use crate::domain::totals::{PriceMode, PriceRules, TaxRate, TaxRounding};
use crate::domain::visit::{Purpose, Visit};

pub(crate) fn stamp(at: &str) -> Stamp {
    Stamp::new(at.parse().unwrap(), "ola")
}

pub(crate) fn number(value: u32) -> Number {
    Number::first_seat(value)
}

pub(crate) fn window(from: &str, to: &str) -> Window {
    Window::new(from.parse().unwrap(), to.parse().unwrap()).unwrap()
}

pub(crate) fn office() -> Office {
    let pattern = |text: &str| text.parse::<Pattern>().unwrap();
    let rate = |code: &str, title: &str, percent: &str| TaxRate {
        code: code.into(),
        title: title.into(),
        percent: percent.parse().unwrap(),
    };
    let time = |hour| NaiveTime::from_hms_opt(hour, 0, 0).unwrap();
    let day = || vec![Slot { open: time(8), close: time(17) }];
    Office {
        name: "Hollow Lane Services".into(),
        address: Address {
            street: Some("7 Hollow Lane".into()),
            postcode: Some("AB1 2CD".into()),
            city: Some("Westerby".into()),
            ..Address::default()
        },
        phone: Some("+44 1632 960 100".into()),
        email: Some("office@hollow-lane.example".into()),
        website: None,
        tax_id: Some("GB 000 0000 00".into()),
        payment: vec!["By transfer to the account named in your contract.".into()],
        language: "en".into(),
        country: "GB".into(),
        date_order: DateOrder::DayMonthYear,
        calendar: Calendar {
            zone: chrono_tz::Europe::London,
            hours: [day(), day(), day(), day(), day(), Vec::new(), Vec::new()],
            holidays: Vec::new(),
        },
        prices: PriceRules {
            currency: Currency::named("GBP").unwrap(),
            mode: PriceMode::Net,
            rounding: TaxRounding::PerRate,
            rates: vec![rate("std", "VAT", "20"), rate("low", "VAT", "5")],
        },
        classes: BTreeMap::from([(
            "standard".to_string(),
            Class { price_book: None, protocol: Some("Wear the badge.".into()) },
        )]),
        default_class: "standard".into(),
        numbering: Numbering {
            job: pattern("J-{year}-{seat}{seq:05}"),
            client: pattern("C-{seat}{seq:04}"),
            invoice: pattern("R-{year}-{seat}{seq:05}"),
            credit: pattern("G-{year}-{seat}{seq:05}"),
            quote_prefix: "Q".into(),
        },
        quote_valid_days: 30,
        quote_terms: vec!["Work begins within ten working days of your acceptance.".into()],
        invoice_days: 14,
        invoice_terms: vec!["Please give the number of the invoice with your payment.".into()],
        default_tax: "std".into(),
        hour_code: None,
        part_markup: Percent::ZERO,
        paper: PaperSize::A4,
        keep_documents: false,
        keep_invoices_years: 10,
        expiry_notice: "30d".parse().unwrap(),
        required_documents: Vec::new(),
        forms: BTreeMap::new(),
        qualification: None,
        reports: Vec::new(),
        metrics: Default::default(),
        pdf: Default::default(),
        default_workflow: "service".into(),
        cancel_reasons: Vec::new(),
        request_follow_up: "2d".parse().unwrap(),
        assistant: None,
        plans: PlanRules::default(),
        e_invoice: Default::default(),
        portals: Vec::new(),
        quickbooks: QuickBooks::default(),
        iif: Default::default(),
        journal: Default::default(),
        imports: Default::default(),
        mail: MailRules::by_hand("1h".parse().unwrap()),
        service: ServiceRules::default(),
        booking: Booking::default(),
        routes: Vec::new(),
        leads: crate::domain::sessions::Leads {
            remote: chrono::Duration::minutes(10),
            on_site: chrono::Duration::minutes(10),
            notice: chrono::Duration::minutes(15),
        },
        clients_files: crate::domain::sessions::ClientsFiles::Anywhere,
        guides: Default::default(),
        team: vec![Member {
            name: "ola".into(),
            full_name: "Ola Brandt".into(),
            email: Some("ola@hollow-lane.example".into()),
            phone: None,
            roles: vec!["sales".into()],
            away: Vec::new(),
            capacity: None,
            deputy: None,
            skills: Vec::new(),
            trained: Vec::new(),
            hour_cost: None,
        }],
        roles: BTreeMap::new(),
        access: crate::domain::access::Access::default(),
        queues: Vec::new(),
        field: FieldRules::default(),
    }
}

pub(crate) fn client() -> Client {
    let mut client =
        Client::new("C-0042".parse().unwrap(), "Märker & Sons", "standard", stamp("2026-02-01T09:00:00Z"));
    client.status = Status::Active;
    client.contacts = vec![Contact {
        n: number(1),
        name: "Ines Märker".into(),
        role: None,
        phone: Some("+441632960200".into()),
        email: Some("ines@maerker.example".into()),
        note: None,
    }];
    client.sites = vec![Site {
        n: number(1),
        name: Some("Depot North".into()),
        address: Address {
            street: Some("12 Canal Street".into()),
            city: Some("Westerby".into()),
            ..Address::default()
        },
        zone: None,
        access: Some("Key at the gate.\nA dog lives there.".into()),
        check_in: None,
    }];
    client.billing.address = Address {
        street: Some("Accounts, 1 High Street".into()),
        city: Some("Easterby".into()),
        ..Address::default()
    };
    client.check_in = Some(CheckIn {
        phone: Some("+441632960300".into()),
        instructions: Some("Press 2, say the work order.".into()),
    });
    client.price_talk = Some(PriceTalk::Forbidden);
    client
}

pub(crate) fn line(n: u32, text: &str, qty: &str, price: &str, tax: &str) -> Line {
    Line {
        n,
        qty: qty.parse().unwrap(),
        unit: Some("h".into()),
        cost: Some("1.11".parse().unwrap()),
        ..Line::new(text, price.parse().unwrap(), tax)
    }
}

pub(crate) fn quote(lines: Vec<Line>) -> Quote {
    Quote {
        version: number(1),
        made: stamp("2026-03-01T09:00:00Z"),
        note: None,
        intro: None,
        lines,
        discount: None,
        discount_reason: None,
        deposit: None,
        valid_until: None,
        change_order: false,
        sent: None,
        answer_by: None,
        attempts: Vec::new(),
        answer: None,
    }
}

pub(crate) fn job() -> Job {
    Job {
        format: 1,
        id: "J-2026-00017".parse().unwrap(),
        client: "C-0042".parse().unwrap(),
        title: "Circulation pump, second floor".into(),
        workflow: "service".into(),
        stage: "new".into(),
        tags: Vec::new(),
        opened: stamp("2026-03-01T08:00:00Z"),
        erased: None,
        from: None,
        agreed: None,
        carried: None,
        handed_on: Vec::new(),
        path: Path::QuoteFirst,
        emergency: false,
        request: Some("The radiators stay cold.".into()),
        scope: Some("Pump and valves; no plastering.".into()),
        wanted: None,
        site: None,
        contact: None,
        on_site: Some(OnSite { name: "Theo Lund".into(), phone: Some("+441632960400".into()) }),
        work_order: Some("WO-88".into()),
        references: BTreeMap::from([("po".to_string(), "4500-1".to_string())]),
        check_in: None,
        price_talk: None,
        not_to_exceed: None,
        team: BTreeMap::new(),
        kickoff: None,
        forms: BTreeMap::new(),
        ticket: None,
        lines: Vec::new(),
        requests: Vec::new(),
        quotes: Vec::new(),
        parts: Vec::new(),
        plan: None,
        visits: Vec::new(),
        waivers: Vec::new(),
        checks: Vec::new(),
        failures: Vec::new(),
        causes: Vec::new(),
        guides: Vec::new(),
        tasks: Vec::new(),
        settled: Vec::new(),
        deliveries: Vec::new(),
        documents: Vec::new(),
        invoices: Vec::new(),
        payments: Vec::new(),
        feedback_asked: Vec::new(),
        feedback: Vec::new(),
        metrics: Vec::new(),
        cancelled: None,
        log: Vec::new(),
    }
}

pub(crate) fn visit(n: u32) -> Visit {
    Visit {
        n: number(n),
        purpose: Purpose::Work,
        kind: None,
        link: None,
        skills: Vec::new(),
        made: stamp("2026-03-02T09:00:00Z"),
        planned: Some(window("2026-03-09T09:00", "2026-03-09T11:00")),
        technician: Some("ola".into()),
        route: None,
        occurrence: None,
        return_of: None,
        promised: Vec::new(),
        notified: Vec::new(),
        moved: Vec::new(),
        overbooked: Vec::new(),
        started: None,
        outcome: None,
        used: Vec::new(),
        notes: Vec::new(),
        cancelled: None,
    }
}

pub(crate) fn invoice(kind: InvoiceKind, lines: Vec<InvoiceLine>) -> Invoice {
    Invoice::draft(number(1), kind, Basis::Quote, stamp("2026-03-20T09:00:00Z"), lines)
}

pub(crate) fn invoice_line(n: u32, text: &str, qty: &str, price: &str) -> InvoiceLine {
    InvoiceLine {
        n,
        job: None,
        quote: None,
        visit: None,
        part: None,
        period: None,
        code: None,
        text: text.into(),
        qty: qty.parse().unwrap(),
        unit: Some("h".into()),
        price: price.parse().unwrap(),
        discount: None,
        tax: "std".into(),
    }
}

/// `invoice`, issued under `number` on `date`.
pub(crate) fn issued(mut invoice: Invoice, number: &str, date: &str) -> Invoice {
    use super::drafting::Drafting;
    let (job, client, office) = (job(), client(), office());
    let templates = super::templates::Templates::builtin();
    let date = date.parse().unwrap();
    let words = templates.words("en").unwrap();
    let drafting = Drafting { job: &job, together: &[], client: &client, office: &office, words, date };
    let paper = super::invoice_paper::invoice_paper(&drafting, &invoice, Some(number)).unwrap();
    invoice.issued = Some(Issued {
        made: stamp("2026-03-20T09:00:00Z"),
        number: number.into(),
        date,
        due: paper.until.unwrap_or(date),
        seal: paper.seal(),
        paper,
    });
    invoice
}
