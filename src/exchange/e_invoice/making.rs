//! From a paper to the terms of EN 16931. All amounts are the paper's: nothing is computed anew but what the norm
//! wants without tax and the paper shows with it.

use rust_decimal::Decimal;

use super::model::{Adjustment, EInvoice, Kind, Line, LineAllowance, Means, Sums, Tax, TaxGroup};
use super::sums::{apportioned, price, rounded, without_tax};
use super::units;
use super::xml::{legible, one_line};
use crate::domain::contact::Address;
use crate::domain::electronic::{Electronic, Place, Profile, Served, Trader, Treatment, VatCategory};
use crate::domain::paper::{Paper, PaperKind, PaperLine};
use crate::domain::totals::{PriceMode, TaxTotal};

/// Ways of paying, by UNTDID 4461.
const TRANSFER: &str = "30";
const SEPA_TRANSFER: &str = "58";
const SET_OFF: &str = "97";

/// The electronic invoice of a paper: the same figures, those of a credit note above zero.
pub fn e_invoice(paper: &Paper, electronic: &Electronic) -> EInvoice {
    let maker = Maker { paper, electronic };
    let (lines, adjustments) = maker.lines();
    let taxes = maker.taxes();
    let sum = |amounts: &mut dyn Iterator<Item = Decimal>| rounded(amounts.sum(), paper.currency.digits);
    let totals = &paper.totals;
    let is_credit = paper.kind == PaperKind::CreditNote;
    EInvoice {
        profile: electronic.profile,
        number: legible(paper.number.as_deref().unwrap_or_default()),
        date: paper.date,
        kind: match paper.kind {
            PaperKind::CreditNote => Kind::Credit,
            PaperKind::DepositInvoice => Kind::Deposit,
            PaperKind::Invoice | PaperKind::Quote | PaperKind::ChangeOrder => Kind::Invoice,
        },
        currency: paper.currency.clone(),
        due: paper.until.filter(|_| !is_credit),
        buyer_reference: electronic.buyer_reference.as_deref().and_then(filled),
        project: paper.job.to_string(),
        order: electronic.order.as_deref().and_then(filled),
        terms: paragraph(paper.terms.iter().chain(&paper.payment)),
        note: paragraph([&paper.title].into_iter().chain(&paper.intro)),
        preceding: electronic.preceding.clone(),
        seller: readable(&electronic.seller),
        buyer: readable(&electronic.buyer),
        site: electronic.site.as_ref().map(|site| Place { name: legible(&site.name), ..site.clone() }),
        served: electronic.served,
        means: means(paper, electronic),
        sums: Sums {
            lines: sum(&mut lines.iter().map(|line| line.net)),
            allowances: sum(&mut adjustments.iter().map(|one| one.amount).filter(|one| *one > Decimal::ZERO)),
            charges: sum(&mut adjustments.iter().map(|one| -one.amount).filter(|one| *one > Decimal::ZERO)),
            net: maker.signed(totals.net.decimal()),
            tax: sum(&mut taxes.iter().map(|group| group.amount)),
            gross: maker.signed(totals.gross.decimal()),
            prepaid: maker.signed((totals.gross - paper.to_pay()).decimal()),
            due: maker.signed(paper.to_pay().decimal()),
        },
        adjustments,
        taxes,
        lines,
    }
}

struct Maker<'a> {
    paper: &'a Paper,
    electronic: &'a Electronic,
}

impl Maker<'_> {
    /// Turned round on a credit note, with the currency's digits.
    fn signed(&self, amount: Decimal) -> Decimal {
        let amount = if self.paper.kind == PaperKind::CreditNote { -amount } else { amount };
        rounded(amount, self.paper.currency.digits)
    }

    fn treatment(&self, code: &str) -> Option<&Treatment> {
        self.electronic.taxes.iter().find(|treatment| treatment.code == code)
    }

    fn tax(&self, rate: &TaxTotal) -> Tax {
        let usual = if rate.percent.is_zero() { VatCategory::Exempt } else { VatCategory::Standard };
        let category = self.treatment(&rate.code).map_or(usual, |treatment| treatment.category);
        Tax { category, rate: rate.percent.decimal() }
    }

    /// Tax by category and rate: codes of the office that mean the same stand together (BR-CO-18).
    fn taxes(&self) -> Vec<TaxGroup> {
        let mut groups: Vec<TaxGroup> = Vec::new();
        for rate in &self.paper.totals.taxes {
            let (tax, base, amount) =
                (self.tax(rate), self.signed(rate.base.decimal()), self.signed(rate.amount.decimal()));
            let given = self.treatment(&rate.code).and_then(|treatment| treatment.reason.as_deref());
            let given = given.or(Some(&rate.title)).and_then(filled);
            let reason = given.filter(|_| tax.category.wants_reason());
            match groups.iter_mut().find(|group| group.tax == tax) {
                Some(group) => {
                    group.base += base;
                    group.amount += amount;
                    if let (Some(known), Some(reason)) = (&mut group.reason, reason)
                        && !known.contains(&reason)
                    {
                        known.push_str("; ");
                        known.push_str(&reason);
                    }
                }
                None => groups.push(TaxGroup { tax, base, amount, reason }),
            }
        }
        groups
    }

    /// The lines in their order, and what is taken off the lines of each kind of tax.
    fn lines(&self) -> (Vec<Line>, Vec<Adjustment>) {
        let mut made: Vec<(usize, Line)> = Vec::new();
        let mut adjustments: Vec<Adjustment> = Vec::new();
        for rate in &self.paper.totals.taxes {
            let of_rate: Vec<(usize, &PaperLine)> = self.paper.lines_at(rate).collect();
            let nets = self.nets(rate, &of_rate);
            let left = rounded(
                nets.iter().sum::<Decimal>() - self.signed(rate.base.decimal()),
                self.paper.currency.digits,
            );
            let tax = self.tax(rate);
            if !left.is_zero() {
                match adjustments.iter_mut().find(|one| one.tax == tax) {
                    Some(known) => known.amount += left,
                    None => adjustments.push(Adjustment { amount: left, tax, reason: self.discount() }),
                }
            }
            for ((at, line), net) in of_rate.into_iter().zip(nets) {
                made.push((at, self.line(line, rate, net)));
            }
        }
        made.sort_by_key(|(at, _)| *at);
        adjustments.retain(|one| !one.amount.is_zero());
        let mut lines: Vec<Line> = made.into_iter().map(|(_, line)| line).collect();
        self.head(&mut lines);
        (lines, adjustments)
    }

    /// What lines of a rate come to without tax. Where prices contain it, they add up to what the rate's tax is
    /// computed on, before a discount on the whole.
    fn nets(&self, rate: &TaxTotal, lines: &[(usize, &PaperLine)]) -> Vec<Decimal> {
        let digits = self.paper.currency.digits;
        let amounts = lines.iter().map(|(_, line)| self.signed(line.amount.decimal()));
        if self.paper.prices == PriceMode::Net {
            return amounts.collect();
        }
        let exact: Vec<Decimal> = amounts.map(|amount| without_tax(amount, rate.percent)).collect();
        let whole = if self.paper.totals.discount.is_zero() {
            self.signed(rate.base.decimal())
        } else {
            rounded(exact.iter().copied().sum(), digits)
        };
        apportioned(&exact, whole, digits)
    }

    fn line(&self, line: &PaperLine, rate: &TaxTotal, net: Decimal) -> Line {
        let digits = self.paper.currency.digits;
        let is_credit = self.paper.kind == PaperKind::CreditNote;
        let (mut qty, mut one) = (line.qty.decimal(), line.price.decimal());
        if is_credit {
            qty = -qty;
        }
        if one < Decimal::ZERO {
            (qty, one) = (-qty, -one);
        }
        if one.is_zero() {
            (qty, one) = (qty.abs(), one.abs());
        }
        let full = match self.paper.prices {
            PriceMode::Net => qty * one,
            PriceMode::Gross => without_tax(qty * one, rate.percent),
        };
        let given = Some(one).filter(|_| self.paper.prices == PriceMode::Net);
        let full = rounded(full, digits);
        let percent = line.discount.map(|percent| percent.decimal()).filter(|percent| !percent.is_zero());
        let (allowance, price) = match percent {
            None => (None, price(qty, net, given)),
            // An amount below zero is taken off in the price, where it is above zero.
            Some(_) if full < Decimal::ZERO => {
                let mut price = price(qty, net, None);
                price.before = Some(rounded(full / qty, 6).normalize())
                    .filter(|before| price.per.is_none() && *before > price.net);
                (None, price)
            }
            Some(percent) => {
                let allowance =
                    LineAllowance { amount: full - net, base: full, percent, reason: self.discount() };
                (Some(allowance), price(qty, full, given))
            }
        };
        let text = legible(&line.text);
        let name = text.lines().map(one_line).find(|line| !line.is_empty());
        let description = (text.trim().lines().count() > 1).then(|| text.trim().to_string());
        Line {
            n: line.n,
            note: line.heading.as_deref().and_then(filled),
            qty: qty.normalize(),
            unit: units::code(line.unit.as_deref(), &self.electronic.units),
            net,
            served: self.served(line),
            allowance,
            price,
            tax: self.tax(rate),
            name: name.or_else(|| line.code.clone()).unwrap_or_else(|| format!("{}", line.n)),
            description,
            code: line.code.as_deref().and_then(filled),
        }
    }

    fn served(&self, line: &PaperLine) -> Option<Served> {
        let known = self.electronic.lines.iter().find(|known| known.n == line.n)?;
        Some(known.served()).filter(|days| self.is_within(*days))
    }

    /// Whether days of a line lie within those of the whole, as they must.
    fn is_within(&self, days: Served) -> bool {
        self.electronic.served.is_some_and(|all| all.from <= days.from && days.to <= all.to)
    }

    /// Each line is told under which heading it stands: an electronic one has none between the lines.
    fn head(&self, lines: &mut [Line]) {
        let mut heading = None;
        for line in lines {
            if line.note.is_some() {
                heading.clone_from(&line.note);
            } else {
                line.note.clone_from(&heading);
            }
        }
    }

    fn discount(&self) -> String {
        let word = self.electronic.discount.as_deref().and_then(filled);
        word.unwrap_or_else(|| "Discount".to_string())
    }
}

/// The text on one line, if anything is left of it.
fn filled(text: &str) -> Option<String> {
    let text = one_line(text);
    (!text.is_empty()).then_some(text)
}

/// Texts below each other, if there are any.
fn paragraph<'t>(texts: impl IntoIterator<Item = &'t String>) -> Option<String> {
    let lines: Vec<String> = texts.into_iter().map(|text| legible(text).trim().to_string()).collect();
    let lines: Vec<&str> = lines.iter().map(String::as_str).filter(|line| !line.is_empty()).collect();
    (!lines.is_empty()).then(|| lines.join("\n"))
}

/// The trader with texts that may stand in XML.
fn readable(trader: &Trader) -> Trader {
    let text = |text: &Option<String>| text.as_deref().and_then(filled);
    let mut address = trader.address.clone();
    for part in [&mut address.postcode, &mut address.city, &mut address.region, &mut address.country] {
        *part = text(part);
    }
    Trader {
        name: one_line(&trader.name),
        address,
        registration: text(&trader.registration),
        tax_id: text(&trader.tax_id),
        endpoint: text(&trader.endpoint),
        contact: text(&trader.contact),
        phone: text(&trader.phone),
        email: text(&trader.email),
    }
}

/// The lines of a street, each with something in it.
pub(super) fn street(address: &Address) -> impl Iterator<Item = String> + use<'_> {
    let lines = address.street.as_deref().unwrap_or_default().lines();
    lines.map(one_line).filter(|line| !line.is_empty())
}

/// How it is paid: to the office's account, by SEPA in euros. German authorities want to be told of a credit note,
/// too: it is set off (BR-DE-1).
fn means(paper: &Paper, electronic: &Electronic) -> Option<Means> {
    if paper.kind == PaperKind::CreditNote {
        return (electronic.profile == Profile::XRechnung).then_some(Means { code: SET_OFF, account: None });
    }
    let account = electronic.account.clone()?;
    let code = if paper.currency.code == "EUR" { SEPA_TRANSFER } else { TRANSFER };
    Some(Means { code, account: Some(account) })
}
