//! How an office wants its invoices in the bookkeeping programs that take them in.

use std::collections::BTreeMap;

use serde::{Deserialize, Serialize};

use super::calendar::Span;

/// How invoices are written for QuickBooks Desktop (X06).
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Iif {
    /// Account of what clients owe.
    pub receivable: String,
    /// Account of lines whose code is not in `accounts`.
    pub income: String,
    /// Accounts, by code of the price book.
    pub accounts: BTreeMap<String, String>,
    /// Item there of lines whose code is not in `items`.
    pub item: String,
    /// Items there, by code of the price book.
    pub items: BTreeMap<String, String>,
    /// Account of deposits, until the invoice that takes them off.
    pub deposits: String,
    /// Item of a deposit.
    pub deposit_item: String,
    /// Account of the tax.
    pub tax: String,
    /// Item of a tax whose code is not in `tax_items`.
    pub tax_item: String,
    /// Items of taxes, by code of the book.
    pub tax_items: BTreeMap<String, String>,
    /// Whom the tax is paid to there.
    pub tax_agency: Option<String>,
    /// How long after its issue an invoice is to be there; nobody is reminded when absent.
    pub within: Option<Span>,
}

impl Default for Iif {
    fn default() -> Iif {
        Iif {
            receivable: "Accounts Receivable".to_string(),
            income: "Sales".to_string(),
            accounts: BTreeMap::new(),
            item: "Services".to_string(),
            items: BTreeMap::new(),
            deposits: "Customer Deposits".to_string(),
            deposit_item: "Deposit".to_string(),
            tax: "Sales Tax Payable".to_string(),
            tax_item: "Sales Tax".to_string(),
            tax_items: BTreeMap::new(),
            tax_agency: None,
            within: None,
        }
    }
}

/// How invoices are written for QuickBooks (T07).
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct QuickBooks {
    /// Product or service there of lines whose code is not in `items`.
    pub item: String,
    /// Products and services there, by code of the price book.
    pub items: BTreeMap<String, String>,
    /// Whether its sheet has columns for tax, as outside of the United States.
    pub tax: bool,
    /// Tax codes there, by the book's; the same where nothing is said.
    pub tax_codes: BTreeMap<String, String>,
    /// Tax code there of what bears no tax, such as a deposit that is taken off.
    pub no_tax: String,
    /// The item there that tax stands under, where its sheet has no columns for it.
    pub tax_item: String,
    /// How long after its issue an invoice is to be there; nobody is reminded when absent.
    pub within: Option<Span>,
}

impl Default for QuickBooks {
    fn default() -> QuickBooks {
        QuickBooks {
            item: "Services".to_string(),
            items: BTreeMap::new(),
            tax: true,
            tax_codes: BTreeMap::new(),
            no_tax: "Exempt".to_string(),
            tax_item: "Sales tax".to_string(),
            within: None,
        }
    }
}
