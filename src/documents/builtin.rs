//! The templates that the program brings along, by their path under `templates/`.

/// Name and text of each built-in template.
pub const TEMPLATES: &[(&str, &str)] = &[
    ("documents/layout.html", include_str!("../../templates/documents/layout.html")),
    ("documents/style.css", include_str!("../../templates/documents/style.css")),
    ("documents/blocks.html", include_str!("../../templates/documents/blocks.html")),
    ("documents/paper.html", include_str!("../../templates/documents/paper.html")),
    ("documents/quote.html", include_str!("../../templates/documents/quote.html")),
    ("documents/change-order.html", include_str!("../../templates/documents/change-order.html")),
    ("documents/invoice.html", include_str!("../../templates/documents/invoice.html")),
    ("documents/deposit-invoice.html", include_str!("../../templates/documents/deposit-invoice.html")),
    ("documents/credit-note.html", include_str!("../../templates/documents/credit-note.html")),
    ("documents/work-order.html", include_str!("../../templates/documents/work-order.html")),
    ("documents/statement.html", include_str!("../../templates/documents/statement.html")),
    ("documents/waiver.html", include_str!("../../templates/documents/waiver.html")),
    ("documents/letter.html", include_str!("../../templates/documents/letter.html")),
    ("documents/schedule.html", include_str!("../../templates/documents/schedule.html")),
    ("documents/letterhead.txt", include_str!("../../templates/documents/letterhead.txt")),
    ("documents/paper.txt", include_str!("../../templates/documents/paper.txt")),
    ("documents/quote.txt", include_str!("../../templates/documents/quote.txt")),
    ("documents/change-order.txt", include_str!("../../templates/documents/change-order.txt")),
    ("documents/invoice.txt", include_str!("../../templates/documents/invoice.txt")),
    ("documents/deposit-invoice.txt", include_str!("../../templates/documents/deposit-invoice.txt")),
    ("documents/credit-note.txt", include_str!("../../templates/documents/credit-note.txt")),
    ("documents/work-order.txt", include_str!("../../templates/documents/work-order.txt")),
    ("documents/statement.txt", include_str!("../../templates/documents/statement.txt")),
    ("documents/waiver.txt", include_str!("../../templates/documents/waiver.txt")),
    ("documents/letter.txt", include_str!("../../templates/documents/letter.txt")),
    ("documents/text/en/proposal.txt", include_str!("../../templates/documents/text/en/proposal.txt")),
    ("documents/text/en/contract.txt", include_str!("../../templates/documents/text/en/contract.txt")),
    ("documents/text/en/plan.txt", include_str!("../../templates/documents/text/en/plan.txt")),
    ("documents/text/en/team.txt", include_str!("../../templates/documents/text/en/team.txt")),
    ("documents/text/en/report.txt", include_str!("../../templates/documents/text/en/report.txt")),
    ("documents/text/en/form.txt", include_str!("../../templates/documents/text/en/form.txt")),
    ("pages/page.html", include_str!("../../templates/pages/page.html")),
    ("pages/blocks.html", include_str!("../../templates/pages/blocks.html")),
    ("pages/charts.html", include_str!("../../templates/pages/charts.html")),
    ("pages/style.css", include_str!("../../templates/pages/style.css")),
    ("pages/script.js", include_str!("../../templates/pages/script.js")),
    ("mail/signature.txt", include_str!("../../templates/mail/signature.txt")),
    ("mail/en/quote.txt", include_str!("../../templates/mail/en/quote.txt")),
    ("mail/en/follow-up.txt", include_str!("../../templates/mail/en/follow-up.txt")),
    ("mail/en/appointment.txt", include_str!("../../templates/mail/en/appointment.txt")),
    ("mail/en/eta-change.txt", include_str!("../../templates/mail/en/eta-change.txt")),
    ("mail/en/waiver.txt", include_str!("../../templates/mail/en/waiver.txt")),
    ("mail/en/promise-change.txt", include_str!("../../templates/mail/en/promise-change.txt")),
    ("mail/en/invoice.txt", include_str!("../../templates/mail/en/invoice.txt")),
    ("mail/en/supplier-request.txt", include_str!("../../templates/mail/en/supplier-request.txt")),
    ("mail/en/expert-request.txt", include_str!("../../templates/mail/en/expert-request.txt")),
    ("mail/en/ticket-resolved.txt", include_str!("../../templates/mail/en/ticket-resolved.txt")),
    ("mail/en/feedback-request.txt", include_str!("../../templates/mail/en/feedback-request.txt")),
    ("mail/en/reminder-digest.txt", include_str!("../../templates/mail/en/reminder-digest.txt")),
    ("mail/en/office-notice.txt", include_str!("../../templates/mail/en/office-notice.txt")),
    ("mail/en/billing-notice.txt", include_str!("../../templates/mail/en/billing-notice.txt")),
    ("mail/en/conduct-notice.txt", include_str!("../../templates/mail/en/conduct-notice.txt")),
    ("mail/en/document.txt", include_str!("../../templates/mail/en/document.txt")),
    ("mail/en/report.txt", include_str!("../../templates/mail/en/report.txt")),
    ("mail/de/quote.txt", include_str!("../../templates/mail/de/quote.txt")),
    ("mail/de/follow-up.txt", include_str!("../../templates/mail/de/follow-up.txt")),
    ("mail/de/appointment.txt", include_str!("../../templates/mail/de/appointment.txt")),
    ("mail/de/eta-change.txt", include_str!("../../templates/mail/de/eta-change.txt")),
    ("mail/de/waiver.txt", include_str!("../../templates/mail/de/waiver.txt")),
    ("mail/de/promise-change.txt", include_str!("../../templates/mail/de/promise-change.txt")),
    ("mail/de/invoice.txt", include_str!("../../templates/mail/de/invoice.txt")),
    ("mail/de/supplier-request.txt", include_str!("../../templates/mail/de/supplier-request.txt")),
    ("mail/de/expert-request.txt", include_str!("../../templates/mail/de/expert-request.txt")),
    ("mail/de/document.txt", include_str!("../../templates/mail/de/document.txt")),
    ("mail/de/report.txt", include_str!("../../templates/mail/de/report.txt")),
    ("mail/de/ticket-resolved.txt", include_str!("../../templates/mail/de/ticket-resolved.txt")),
    ("mail/de/feedback-request.txt", include_str!("../../templates/mail/de/feedback-request.txt")),
    ("mail/de/reminder-digest.txt", include_str!("../../templates/mail/de/reminder-digest.txt")),
    ("mail/de/office-notice.txt", include_str!("../../templates/mail/de/office-notice.txt")),
    ("mail/de/billing-notice.txt", include_str!("../../templates/mail/de/billing-notice.txt")),
    ("mail/de/conduct-notice.txt", include_str!("../../templates/mail/de/conduct-notice.txt")),
];

/// English, which other languages fall back to.
pub const ENGLISH: (&str, &str) =
    ("documents/words/en.toml", include_str!("../../templates/documents/words/en.toml"));

/// Name and text of each built-in file of words but English.
pub const OTHER_WORDS: &[(&str, &str)] =
    &[("documents/words/de.toml", include_str!("../../templates/documents/words/de.toml"))];

/// Names of the letters that a workflow may ask for: they need nothing but the job and its client.
pub fn notices() -> Vec<&'static str> {
    let english = TEMPLATES.iter().filter_map(|(name, _)| name.strip_prefix("mail/en/"));
    english.filter_map(|file| file.strip_suffix(".txt")).filter(|name| name.ends_with("-notice")).collect()
}
