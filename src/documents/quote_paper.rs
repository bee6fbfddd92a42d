//! The paper of a quote or a change order.

use chrono::Duration;

use super::charge::{charge, exemption};
use super::drafting::Drafting;
use super::party;
use crate::domain::id::Number;
use crate::domain::money::Amount;
use crate::domain::paper::{Paper, PaperKind, PaperLine};
use crate::domain::quote::{Discount, Line, Quote};
use crate::problem::{Outcome, Problem};

/// The number printed on a version of a job's quote: `Q-2026-00017-1`.
pub fn quote_number(drafting: &Drafting<'_>, version: Number) -> String {
    let id = drafting.job.id.as_str();
    let rest = id.split_once('-').map_or(id, |(_, rest)| rest);
    format!("{}-{rest}-{version}", drafting.office.numbering.quote_prefix)
}

/// Everything that will be printed on `quote`, from the facts as they are now.
///
/// # Errors
/// `quote-empty` without lines; `tax-code` and `discount-too-large` from the totals.
pub fn quote_paper(drafting: &Drafting<'_>, quote: &Quote) -> Outcome<Paper> {
    let Drafting { job, client, office, words, date, .. } = *drafting;
    if quote.lines.is_empty() {
        return Err(Problem::refused("quote-empty", format!("v{} of the quote has no lines", quote.version))
            .remedy(format!("jobbook quote line {} add \"…\" --price …", job.id))
            .into());
    }
    let counted: Vec<u32> = quote.counted_lines().iter().map(|line| line.n).collect();
    let lines = quote.lines.iter().map(|line| printed(line, counted.contains(&line.n))).collect();
    let charge = charge(lines, quote.discount, &office.prices, exemption(client, date), words)?;
    let deposit = quote.deposit.map(|deposit| {
        match deposit {
            Discount::Percent(percent) => charge.totals.gross.percent(percent),
            Discount::Amount(amount) => amount,
        }
        .rounded(office.prices.currency.digits)
    });
    let contact = client.contact(job.contact.as_ref());
    let recipient = party::quote_recipient(client, contact, job.site.as_ref());
    let until = quote
        .valid_until
        .or_else(|| date.checked_add_signed(Duration::days(i64::from(office.quote_valid_days))));
    Ok(Paper {
        kind: if quote.change_order { PaperKind::ChangeOrder } else { PaperKind::Quote },
        number: Some(quote_number(drafting, quote.version)),
        date,
        until,
        language: words.language.clone(),
        currency: office.prices.currency.clone(),
        prices: charge.prices,
        rounding: office.prices.rounding,
        issuer: party::issuer(office),
        site: drafting.site(&recipient),
        recipient,
        job: job.id.clone(),
        title: job.title.clone(),
        references: drafting.references(drafting.job),
        intro: quote.intro.clone(),
        due: charge.totals.gross,
        lines: charge.lines,
        totals: charge.totals,
        deposit,
        deductions: Vec::new(),
        received: Vec::new(),
        terms: office.quote_terms.iter().cloned().chain(charge.exemption).collect(),
        payment: Vec::new(),
        electronic: None,
    })
}

fn printed(line: &Line, counted: bool) -> PaperLine {
    PaperLine {
        n: line.n,
        code: line.code.clone(),
        text: line.text.clone(),
        qty: line.qty,
        unit: line.unit.clone(),
        price: line.price,
        discount: line.discount,
        tax: line.tax.clone(),
        amount: Amount::ZERO,
        counted,
        optional: line.optional,
        alternative: line.alternative.clone(),
        heading: None,
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::documents::sample::{client, job, line, office, quote};
    use crate::documents::templates::Templates;

    #[test]
    fn a_quote_carries_its_number_term_and_references_and_no_cost() {
        let (mut job, client, office, templates) = (job(), client(), office(), Templates::builtin());
        job.id = "J-2026-b00004".parse().unwrap();
        let words = templates.words("en").unwrap();
        let date = "2026-03-02".parse().unwrap();
        let drafting = Drafting { job: &job, together: &[], client: &client, office: &office, words, date };
        let mut quote = quote(vec![line(1, "Work", "1", "10", "std")]);
        quote.version = Number::first_seat(3);
        quote.change_order = true;
        let paper = quote_paper(&drafting, &quote).unwrap();
        assert_eq!(paper.kind, PaperKind::ChangeOrder);
        assert_eq!(paper.number.as_deref(), Some("Q-2026-b00004-3"));
        assert_eq!(paper.until, Some("2026-04-01".parse().unwrap()));
        let names: Vec<&str> = paper.references.iter().map(|reference| reference.name.as_str()).collect();
        assert_eq!(names, ["work-order", "po"]);
        assert!(!serde_json::to_string(&paper).unwrap().contains("1.11"));
    }

    #[test]
    fn a_quote_without_lines_is_refused_with_the_command_that_adds_one() {
        let (job, client, office, templates) = (job(), client(), office(), Templates::builtin());
        let words = templates.words("en").unwrap();
        let date = "2026-03-02".parse().unwrap();
        let drafting = Drafting { job: &job, together: &[], client: &client, office: &office, words, date };
        let refused = quote_paper(&drafting, &quote(Vec::new())).unwrap_err().into_vec();
        assert_eq!(refused[0].code, "quote-empty");
        assert_eq!(refused[0].remedies, ["jobbook quote line J-2026-00017 add \"…\" --price …"]);
    }
}
