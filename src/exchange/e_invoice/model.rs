//! The terms of an electronic invoice, named by their numbers in EN 16931-1.

use chrono::NaiveDate;
use rust_decimal::Decimal;

use crate::domain::electronic::{Account, Place, Preceding, Profile, Served, Trader, VatCategory};
use crate::domain::money::Currency;

/// An invoice or credit note. A credit note's amounts are above zero: its kind says that they go back.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct EInvoice {
    /// Which rules hold (BT-23, BT-24).
    pub profile: Profile,
    /// Its number (BT-1).
    pub number: String,
    /// Its day (BT-2).
    pub date: NaiveDate,
    /// What it is (BT-3).
    pub kind: Kind,
    /// Currency of all amounts (BT-5).
    pub currency: Currency,
    /// The day by which it is to be paid (BT-9).
    pub due: Option<NaiveDate>,
    /// What the buyer wants to find it by (BT-10).
    pub buyer_reference: Option<String>,
    /// The job (BT-11).
    pub project: String,
    /// The buyer's order (BT-13).
    pub order: Option<String>,
    /// Terms of payment in words (BT-20).
    pub terms: Option<String>,
    /// What it is about, in words (BT-22).
    pub note: Option<String>,
    /// Invoices that it takes back or deducts (BG-3).
    pub preceding: Vec<Preceding>,
    /// Who asks for the money (BG-4).
    pub seller: Trader,
    /// Who pays (BG-7).
    pub buyer: Trader,
    /// Where the work was done (BT-70, BG-15).
    pub site: Option<Place>,
    /// When the work was done (BT-72, BG-14).
    pub served: Option<Served>,
    /// How it is paid (BG-16).
    pub means: Option<Means>,
    /// Taken off or added for each kind of tax (BG-20, BG-21).
    pub adjustments: Vec<Adjustment>,
    /// What stands under the lines (BG-22).
    pub sums: Sums,
    /// Tax by category and rate (BG-23).
    pub taxes: Vec<TaxGroup>,
    /// The positions (BG-25).
    pub lines: Vec<Line>,
}

/// What a paper is, by UNTDID 1001 (BT-3).
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Kind {
    /// An invoice.
    Invoice,
    /// An invoice for a part of the whole, before the work.
    Deposit,
    /// A credit note.
    Credit,
}

impl Kind {
    /// The code; German authorities take no prepayment invoice, but one for a part.
    pub fn code(self, profile: Profile) -> &'static str {
        match (self, profile) {
            (Kind::Invoice, _) => "380",
            (Kind::Deposit, Profile::XRechnung) => "326",
            (Kind::Deposit, _) => "386",
            (Kind::Credit, _) => "381",
        }
    }
}

/// A way of paying (BG-16).
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Means {
    /// Which (BT-81).
    pub code: &'static str,
    /// To which account (BG-17).
    pub account: Option<Account>,
}

/// Category and rate of tax (BT-151 and BT-152, BT-118 and BT-119).
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Tax {
    /// The category.
    pub category: VatCategory,
    /// Per cent; zero where there is none.
    pub rate: Decimal,
}

impl Tax {
    /// The rate, unless the category has none (BR-O-5).
    pub fn written_rate(&self) -> Option<String> {
        (self.category != VatCategory::OutOfScope).then(|| self.rate.normalize().to_string())
    }
}

/// An amount taken off lines of one kind of tax, or added when it is below zero (BG-20, BG-21).
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Adjustment {
    /// How much is taken off (BT-92); below zero: how much is added (BT-99).
    pub amount: Decimal,
    /// The tax of what is taken off.
    pub tax: Tax,
    /// What it is (BT-97, BT-104).
    pub reason: String,
}

/// Tax of one category and rate (BG-23).
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct TaxGroup {
    /// Category and rate.
    pub tax: Tax,
    /// On what it is computed (BT-116).
    pub base: Decimal,
    /// The tax (BT-117).
    pub amount: Decimal,
    /// Why there is none (BT-120).
    pub reason: Option<String>,
}

/// What stands under the lines (BG-22).
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Sums {
    /// Of the lines, without tax (BT-106).
    pub lines: Decimal,
    /// Taken off (BT-107).
    pub allowances: Decimal,
    /// Added (BT-108).
    pub charges: Decimal,
    /// Without tax (BT-109).
    pub net: Decimal,
    /// Tax (BT-110).
    pub tax: Decimal,
    /// With tax (BT-112).
    pub gross: Decimal,
    /// Deposits that are taken off, and money that came (BT-113).
    pub prepaid: Decimal,
    /// What is still to be paid (BT-115).
    pub due: Decimal,
}

/// A position (BG-25).
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Line {
    /// Position (BT-126).
    pub n: u32,
    /// What stands above it: the job, on an invoice over several (BT-127).
    pub note: Option<String>,
    /// How many; below zero when something is taken back (BT-129).
    pub qty: Decimal,
    /// Of what (BT-130).
    pub unit: String,
    /// What it comes to, without tax (BT-131).
    pub net: Decimal,
    /// When it was done (BG-26).
    pub served: Option<Served>,
    /// What is taken off it (BG-27).
    pub allowance: Option<LineAllowance>,
    /// Price of one (BG-29).
    pub price: Price,
    /// Its tax.
    pub tax: Tax,
    /// What it is (BT-153).
    pub name: String,
    /// What it is, at length (BT-154).
    pub description: Option<String>,
    /// Code of the price book (BT-155).
    pub code: Option<String>,
}

/// A discount on a line (BG-27).
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct LineAllowance {
    /// How much (BT-136).
    pub amount: Decimal,
    /// Off how much (BT-137).
    pub base: Decimal,
    /// Per cent (BT-138).
    pub percent: Decimal,
    /// What it is called (BT-139).
    pub reason: String,
}

/// What one costs without tax (BG-29).
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Price {
    /// The price, never below zero (BT-146).
    pub net: Decimal,
    /// Before a discount, where it is part of the price (BT-148).
    pub before: Option<Decimal>,
    /// The price is for so many (BT-149).
    pub per: Option<Decimal>,
}

/// Kind of what is taken off, by UNTDID 5189 (BT-98, BT-140): a discount.
pub const DISCOUNT: &str = "95";

/// The digits that amounts may have after the point (BR-DEC-1 and following).
const DIGITS: u32 = 2;

impl EInvoice {
    /// An amount as it is written: with the currency's digits, at most two.
    pub fn written(&self, amount: Decimal) -> String {
        super::sums::rounded(amount, self.currency.digits.min(DIGITS)).to_string()
    }

    /// Every amount that is written, with its term.
    pub fn amounts(&self) -> Vec<(&'static str, Decimal)> {
        let Sums { lines, allowances, charges, net, tax, gross, prepaid, due } = self.sums;
        let mut all = vec![
            ("BT-106", lines),
            ("BT-107", allowances),
            ("BT-108", charges),
            ("BT-109", net),
            ("BT-110", tax),
            ("BT-112", gross),
            ("BT-113", prepaid),
            ("BT-115", due),
        ];
        all.extend(self.lines.iter().map(|line| ("BT-131", line.net)));
        all.extend(self.taxes.iter().flat_map(|group| [("BT-116", group.base), ("BT-117", group.amount)]));
        all.extend(self.adjustments.iter().map(|one| ("BT-92", one.amount)));
        all
    }

    /// Whether amounts have more digits after the point than the norm takes.
    pub fn is_too_fine(&self) -> bool {
        self.amounts().iter().any(|(_, amount)| amount.normalize().scale() > DIGITS)
    }

    /// The day of the work, if it was one (BT-72).
    pub fn delivered(&self) -> Option<NaiveDate> {
        self.served.filter(|served| served.from == served.to).map(|served| served.to)
    }

    /// Whether something of it bears the tax category.
    pub fn has(&self, category: VatCategory) -> bool {
        self.taxes.iter().any(|group| group.tax.category == category)
    }

    /// A trader's numbers with the tax office: the VAT identifier (BT-31, BT-48) and, of the seller, another one
    /// (BT-32). What is not subject to VAT may name no VAT identifier (BR-O-2).
    pub fn tax_numbers(&self, trader: &Trader) -> (Option<String>, Option<String>) {
        if self.has(VatCategory::OutOfScope) {
            return (None, None);
        }
        let vat = trader.vat_id();
        let other = trader.tax_id.clone().filter(|_| vat.is_none() && trader == &self.seller);
        (vat, other)
    }
}
