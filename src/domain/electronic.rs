//! What an electronic invoice (EN 16931) needs to know and a printed one need not: addresses in fields with codes of
//! countries, electronic addresses, kinds of tax, days of service. It is frozen with the paper.
//!
//! BT and BG numbers are those of EN 16931-1.

use std::collections::BTreeMap;

use chrono::NaiveDate;
use serde::{Deserialize, Serialize};

use super::choice::choice;
use super::contact::Address;

choice! {
    /// In what form a client gets electronic invoices.
    EInvoiceForm {
        Ubl = "ubl",
        Cii = "cii",
        FacturX = "factur-x",
    }
}

choice! {
    /// Which rules hold besides those of EN 16931.
    Profile {
        /// None.
        En16931 = "en16931",
        /// Those of German authorities (XRechnung 3.0).
        XRechnung = "xrechnung",
        /// Those of the Peppol network (BIS Billing 3.0).
        Peppol = "peppol",
    }
}

impl Profile {
    /// The document that names the rules (BT-24).
    pub fn guideline(self) -> &'static str {
        match self {
            Profile::En16931 => "urn:cen.eu:en16931:2017",
            Profile::XRechnung => "urn:cen.eu:en16931:2017#compliant#urn:xeinkauf.de:kosit:xrechnung_3.0",
            Profile::Peppol => "urn:cen.eu:en16931:2017#compliant#urn:fdc:peppol.eu:2017:poacc:billing:3.0",
        }
    }

    /// The process that it belongs to (BT-23).
    pub fn process(self) -> Option<&'static str> {
        match self {
            Profile::En16931 => None,
            Profile::XRechnung | Profile::Peppol => Some("urn:fdc:peppol.eu:2017:poacc:billing:01:1.0"),
        }
    }
}

choice! {
    /// What tax law says of a line (BT-151), in the words of UNTDID 5305.
    VatCategory {
        /// Taxed.
        Standard = "S",
        /// Taxed at a rate of zero.
        Zero = "Z",
        /// Exempt.
        Exempt = "E",
        /// The buyer owes the tax.
        ReverseCharge = "AE",
        /// Supply to another country of the European Union.
        IntraCommunity = "K",
        /// Export.
        Export = "G",
        /// Not subject to the tax.
        OutOfScope = "O",
    }
}

impl VatCategory {
    /// Why there is no tax (BT-120), where the law has one sentence for it.
    pub fn usual_reason(self) -> Option<&'static str> {
        match self {
            VatCategory::ReverseCharge => Some("Reverse charge"),
            VatCategory::IntraCommunity => Some("Intra-community supply"),
            VatCategory::Export => Some("Export outside the EU"),
            VatCategory::OutOfScope => Some("Not subject to VAT"),
            VatCategory::Standard | VatCategory::Zero | VatCategory::Exempt => None,
        }
    }

    /// Whether a reason for there being no tax belongs to it (BR-E-10 and its kin).
    pub fn wants_reason(self) -> bool {
        !matches!(self, VatCategory::Standard | VatCategory::Zero)
    }
}

/// What an electronic invoice needs besides what is printed.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, schemars::JsonSchema)]
pub struct Electronic {
    /// Which rules hold (BT-24).
    pub profile: Profile,
    /// The office (BG-4).
    pub seller: Trader,
    /// The client (BG-7).
    pub buyer: Trader,
    /// What the buyer wants to find it by, such as the number of a department (BT-10).
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub buyer_reference: Option<String>,
    /// The buyer's order (BT-13).
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub order: Option<String>,
    /// Where the work was done, when it is not the buyer's address (BG-13).
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub site: Option<Place>,
    /// The office's account to be paid to (BG-17).
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub account: Option<Account>,
    /// Invoices that it takes back or deducts (BG-3).
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub preceding: Vec<Preceding>,
    /// What each tax code of the lines means.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub taxes: Vec<Treatment>,
    /// When the work was done (BG-14).
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub served: Option<Served>,
    /// When the work of lines was done, where that is known (BG-26).
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub lines: Vec<LineServed>,
    /// Codes of UN/ECE Recommendation 20 by the words of the lines, where the office has its own (BT-130).
    #[serde(default, skip_serializing_if = "BTreeMap::is_empty")]
    pub units: BTreeMap<String, String>,
    /// What a discount is called.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub discount: Option<String>,
}

/// A seller or buyer.
#[derive(Debug, Clone, PartialEq, Eq, Default, Serialize, Deserialize, schemars::JsonSchema)]
pub struct Trader {
    /// Name (BT-27, BT-44).
    pub name: String,
    /// Address (BG-5, BG-8); `country` is a code of ISO 3166, or what was typed and has none.
    #[serde(default, skip_serializing_if = "Address::is_empty")]
    pub address: Address,
    /// Number in a register of firms, maybe after the register's code: `0002:123456789` (BT-30, BT-47).
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub registration: Option<String>,
    /// Tax number, as it was typed (BT-31 or BT-32, BT-48).
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub tax_id: Option<String>,
    /// Electronic address after its kind: `0204:04011000-1234512345-06`, `EM:bills@example.com` (BT-34, BT-49).
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub endpoint: Option<String>,
    /// Who is asked (BT-41, BT-56).
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub contact: Option<String>,
    /// Phone of who is asked (BT-42).
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub phone: Option<String>,
    /// Mail address of who is asked (BT-43).
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub email: Option<String>,
}

impl Trader {
    /// The tax number, if it has the form of a VAT identifier: a country's letters first (BR-CO-09).
    pub fn vat_id(&self) -> Option<String> {
        let plain: String =
            self.tax_id.as_ref()?.chars().filter(|c| !c.is_whitespace() && !".-/".contains(*c)).collect();
        let plain = plain.to_uppercase();
        let letters = plain.get(..2)?;
        let is_country = letters == "EL" || letters == "XI" || super::typed::phone::is_country(letters);
        let rest = &plain[2..];
        let is_number = rest.len() >= 4
            && rest.bytes().all(|byte| byte.is_ascii_alphanumeric())
            && rest.bytes().any(|byte| byte.is_ascii_digit());
        (is_country && is_number).then_some(plain)
    }

    /// Its electronic address in parts: kind and value.
    pub fn endpoint_parts(&self) -> Option<(&str, &str)> {
        self.endpoint.as_deref()?.split_once(':')
    }

    /// Its number in a register, with the register's code before it if one was given: `0002:123456789`.
    pub fn registration_parts(&self) -> Option<(Option<&str>, &str)> {
        let number = self.registration.as_deref()?;
        let is_code = |code: &str| code.len() == 4 && code.bytes().all(|byte| byte.is_ascii_digit());
        match number.split_once(':') {
            Some((register, number)) if is_code(register) => Some((Some(register), number.trim())),
            _ => Some((None, number)),
        }
    }
}

/// A place.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, schemars::JsonSchema)]
pub struct Place {
    /// What it is called (BT-70).
    pub name: String,
    /// Where it is (BG-15).
    #[serde(default, skip_serializing_if = "Address::is_empty")]
    pub address: Address,
}

/// The office's own account.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, schemars::JsonSchema)]
pub struct Account {
    /// IBAN without spaces (BT-84).
    pub iban: String,
    /// Code of the bank (BT-86).
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub bic: Option<String>,
    /// Whose account it is (BT-85).
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub name: Option<String>,
}

/// An earlier invoice.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, schemars::JsonSchema)]
pub struct Preceding {
    /// Its number (BT-25).
    pub number: String,
    /// Its day (BT-26).
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub date: Option<NaiveDate>,
}

/// What a tax code means in tax law.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, schemars::JsonSchema)]
pub struct Treatment {
    /// The office's code.
    pub code: String,
    /// The category (BT-151).
    pub category: VatCategory,
    /// Why there is no tax (BT-120).
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub reason: Option<String>,
}

/// Days on which work was done, the first and the last.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize, schemars::JsonSchema)]
pub struct Served {
    /// The first day (BT-73, BT-134).
    pub from: NaiveDate,
    /// The last day (BT-74, BT-135).
    pub to: NaiveDate,
}

/// Days on which the work of a line was done.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize, schemars::JsonSchema)]
pub struct LineServed {
    /// Position of the line.
    #[serde(rename = "number")]
    pub n: u32,
    /// The first day (BT-134).
    pub from: NaiveDate,
    /// The last day (BT-135).
    pub to: NaiveDate,
}

impl LineServed {
    /// The days without the line.
    pub fn served(&self) -> Served {
        Served { from: self.from, to: self.to }
    }
}

impl Served {
    /// One day.
    pub fn on(day: NaiveDate) -> Served {
        Served { from: day, to: day }
    }

    /// From the first day of both to the last.
    #[must_use]
    pub fn and(self, other: Served) -> Served {
        Served { from: self.from.min(other.from), to: self.to.max(other.to) }
    }
}

/// How the office writes electronic invoices: `[e_invoice]` of `jobbook.toml`.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct EInvoiceRules {
    /// Which rules hold.
    pub profile: Profile,
    /// Number in a register of firms.
    pub registration: Option<String>,
    /// Electronic address, after its kind.
    pub endpoint: Option<String>,
    /// Account to be paid to.
    #[serde(with = "super::as_json")]
    pub account: Option<Account>,
    /// Codes of units, by the words of the price book.
    pub units: BTreeMap<String, String>,
    /// What tax codes mean, where it is said.
    pub taxes: TaxMeanings,
}

/// What `[[tax]]` says of tax codes: category, and why there is no tax.
pub type TaxMeanings = BTreeMap<String, (Option<VatCategory>, Option<String>)>;

impl Default for EInvoiceRules {
    fn default() -> EInvoiceRules {
        EInvoiceRules {
            profile: Profile::En16931,
            registration: None,
            endpoint: None,
            account: None,
            units: BTreeMap::new(),
            taxes: BTreeMap::new(),
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_vat_identifier_begins_with_a_country() {
        let vat_id = |typed: &str| Trader { tax_id: Some(typed.into()), ..Trader::default() }.vat_id();
        assert_eq!(vat_id("de 123 456 789").as_deref(), Some("DE123456789"));
        assert_eq!(vat_id("CHE-123.456.789 MWST").as_deref(), Some("CHE123456789MWST"));
        assert_eq!(vat_id("EL094259216").as_deref(), Some("EL094259216"));
        for other in ["29/815/08152", "XX 000", "QQ123456", "DE", "ä1", ""] {
            assert_eq!(vat_id(other), None, "{other}");
        }
    }
}
