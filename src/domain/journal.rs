//! What a journal of plain-text accounting calls its accounts.

use std::collections::BTreeMap;
use std::str::FromStr;

use serde::{Deserialize, Serialize};

use super::choice::choice;
use super::payment::Method;
use crate::problem::Problem;

choice! {
    /// What an account of a journal holds; every account stands below one of these.
    Root {
        Assets = "assets",
        Liabilities = "liabilities",
        Equity = "equity",
        Income = "income",
        Expenses = "expenses",
    }
}

choice! {
    /// What a line of an invoice bills, for its income account.
    LineKind {
        Work = "work",
        Part = "part",
        Plan = "plan",
    }
}

/// An account: a [`Root`] and names below it, as `income:services`.
#[derive(Debug, Clone, PartialEq, Eq, PartialOrd, Ord, Serialize, Deserialize)]
pub struct AccountName(Vec<String>);

impl AccountName {
    /// The names from the root down.
    pub fn parts(&self) -> &[String] {
        &self.0
    }

    /// The account of that name below this one.
    #[must_use]
    pub fn below(&self, name: &str) -> AccountName {
        let mut parts = self.0.clone();
        parts.push(name.to_string());
        AccountName(parts)
    }
}

impl FromStr for AccountName {
    type Err = Problem;

    fn from_str(text: &str) -> Result<AccountName, Problem> {
        let wrong = |why: String| {
            Problem::damaged("journal-account", format!("\"{text}\" is not an account of a journal"))
                .because(why)
                .remedy("write it like income:services or assets:bank giro")
        };
        let parts: Vec<String> = text.split(':').map(str::to_string).collect();
        let root = parts[0].to_lowercase();
        if root.parse::<Root>().is_err() {
            let roots: Vec<&str> = Root::ALL.iter().map(|root| root.as_str()).collect();
            return Err(wrong(format!("an account begins with one of: {}", roots.join(", "))));
        }
        let is_name = |part: &String| {
            part.starts_with(char::is_alphanumeric)
                && !part.contains("  ")
                && !part.ends_with(' ')
                && part.chars().all(|c| c.is_alphanumeric() || matches!(c, ' ' | '-' | '_' | '.'))
        };
        if !parts.iter().all(is_name) {
            return Err(wrong("its names hold letters, digits and single spaces, -, _ or .".to_string()));
        }
        Ok(AccountName(parts))
    }
}

/// Which accounts a journal uses.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct JournalRules {
    /// What clients owe; each has an account below it.
    pub receivable: AccountName,
    /// What is earned, where nothing more particular is said.
    pub income: AccountName,
    /// Deposits until the invoice that takes them off; each client has an account below it.
    pub deposits: AccountName,
    /// Taxes; each rate has an account below it.
    pub tax: AccountName,
    /// Where money comes in.
    pub money: AccountName,
    /// Where it comes in by its way.
    pub methods: BTreeMap<Method, AccountName>,
    /// Income by code of the price book.
    pub items: BTreeMap<String, AccountName>,
    /// Income by what a line bills.
    pub kinds: BTreeMap<LineKind, AccountName>,
    /// Income by tax code.
    pub rates: BTreeMap<String, AccountName>,
}

impl JournalRules {
    /// The income account of a line: by its code, else by what it bills, else by its tax.
    pub fn income_of(&self, code: Option<&str>, kind: LineKind, tax: &str) -> &AccountName {
        let by_code = code.and_then(|code| self.items.get(code));
        by_code.or_else(|| self.kinds.get(&kind)).or_else(|| self.rates.get(tax)).unwrap_or(&self.income)
    }

    /// Where money comes in by that way.
    pub fn money_by(&self, method: Method) -> &AccountName {
        self.methods.get(&method).unwrap_or(&self.money)
    }
}

impl Default for JournalRules {
    fn default() -> JournalRules {
        let account = |parts: [&str; 2]| AccountName(parts.map(str::to_string).to_vec());
        JournalRules {
            receivable: account(["assets", "receivable"]),
            income: account(["income", "services"]),
            deposits: account(["liabilities", "deposits"]),
            tax: account(["liabilities", "tax"]),
            money: account(["assets", "bank"]),
            methods: BTreeMap::from([(Method::Cash, account(["assets", "cash"]))]),
            items: BTreeMap::new(),
            kinds: BTreeMap::new(),
            rates: BTreeMap::new(),
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn an_account_stands_below_one_of_five_and_holds_nothing_that_a_journal_would_read() {
        for good in
            ["income:services", "Assets:bank giro", "liabilities:tax:19.0_percent", "income:8400 Erlöse"]
        {
            assert!(good.parse::<AccountName>().is_ok(), "{good}");
        }
        for bad in [
            "services",
            "income:",
            "income:a;b",
            "income:a  b",
            "income: a",
            "income:\"x\"",
            "",
            "income:a\nb",
        ] {
            assert_eq!(bad.parse::<AccountName>().unwrap_err().code, "journal-account", "{bad}");
        }
    }

    #[test]
    fn the_most_particular_income_account_counts() {
        let name = |text: &str| text.parse::<AccountName>().unwrap();
        let mut rules = JournalRules::default();
        rules.rates.insert("none".to_string(), name("income:untaxed"));
        assert_eq!(*rules.income_of(None, LineKind::Part, "none"), name("income:untaxed"));
        rules.kinds.insert(LineKind::Part, name("income:parts"));
        assert_eq!(*rules.income_of(Some("TRIP"), LineKind::Part, "none"), name("income:parts"));
        rules.items.insert("TRIP".to_string(), name("income:trips"));
        assert_eq!(*rules.income_of(Some("TRIP"), LineKind::Part, "none"), name("income:trips"));
        assert_eq!(*rules.income_of(Some("X"), LineKind::Work, "full"), name("income:services"));
    }
}
