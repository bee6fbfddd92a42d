//! Electronic invoices read back without any knowledge of how they are written: the figures of UBL and of CII, and the
//! sums that EN 16931 demands of them (BR-CO-10 to BR-CO-17).

use quick_xml::Reader;
use quick_xml::events::Event;
use rust_decimal::Decimal;

/// An element: its name without prefix, attributes, text, children.
#[derive(Debug, Default, Clone)]
pub struct Node {
    pub name: String,
    pub attributes: Vec<(String, String)>,
    pub text: String,
    pub children: Vec<Node>,
}

impl Node {
    /// The root of a document, which must be well-formed.
    #[track_caller]
    pub fn read(xml: &[u8]) -> Node {
        let text = std::str::from_utf8(xml).expect("UTF-8");
        assert!(!text.chars().any(|c| c.is_control() && c != '\n' && c != '\t'), "control characters");
        let mut reader = Reader::from_str(text);
        let mut open = vec![Node::default()];
        loop {
            match reader.read_event().unwrap_or_else(|error| panic!("{error}\n{text}")) {
                Event::Start(start) => {
                    let name = start.local_name().as_ref().to_string();
                    let attributes = start.attributes().map(|one| {
                        let one = one.expect("an attribute");
                        let key = one.key.as_ref().to_string();
                        (key, one.value.into_owned())
                    });
                    let attributes = attributes.collect();
                    open.push(Node { name, attributes, ..Node::default() });
                }
                Event::End(_) => {
                    let done = open.pop().expect("an element");
                    open.last_mut().expect("a parent").children.push(done);
                }
                Event::Text(text) => {
                    open.last_mut().expect("a parent").text.push_str(&text);
                }
                Event::GeneralRef(entity) => {
                    let text = quick_xml::escape::resolve_predefined_entity(&entity).expect("a known entity");
                    open.last_mut().expect("a parent").text.push_str(text);
                }
                Event::Eof => break,
                _ => {}
            }
        }
        assert_eq!(open.len(), 1, "every element is closed");
        open.remove(0).children.into_iter().next().expect("a root")
    }

    /// Every element at the end of a way: `AccountingSupplierParty/Party`.
    pub fn all(&self, way: &str) -> Vec<&Node> {
        let (first, rest) = way.split_once('/').map_or((way, None), |(first, rest)| (first, Some(rest)));
        let found = self.children.iter().filter(|child| child.name == first);
        match rest {
            Some(rest) => found.flat_map(|child| child.all(rest)).collect(),
            None => found.collect(),
        }
    }

    pub fn get(&self, way: &str) -> Option<&str> {
        self.all(way).first().map(|node| node.text.as_str())
    }

    #[track_caller]
    pub fn text_of(&self, way: &str) -> &str {
        self.get(way).unwrap_or_else(|| panic!("no {way} in {}", self.name))
    }

    fn number(&self, way: &str) -> Decimal {
        self.get(way).map_or(Decimal::ZERO, |text| text.parse().expect("a number"))
    }

    fn is_charge(&self) -> bool {
        ["ChargeIndicator", "ChargeIndicator/Indicator"].into_iter().any(|way| self.get(way) == Some("true"))
    }
}

/// Category and rate.
pub type Tax = (String, Decimal);

/// What an electronic invoice says in figures, whichever way it is written.
#[derive(Debug, Clone, PartialEq)]
pub struct Figures {
    pub kind: String,
    /// Net, quantity, price, for how many, less; tax.
    pub lines: Vec<(Decimal, Decimal, Decimal, Decimal, Decimal, Tax)>,
    /// Taken off, below zero when added; tax.
    pub adjustments: Vec<(Decimal, Tax)>,
    /// Base, tax.
    pub taxes: Vec<(Decimal, Decimal, Tax)>,
    /// Lines, allowances, charges, net, tax, gross, prepaid, due.
    pub sums: [Decimal; 8],
}

impl Figures {
    #[track_caller]
    pub fn of(xml: &[u8]) -> Figures {
        let root = Node::read(xml);
        if root.name == "CrossIndustryInvoice" { Figures::of_cii(&root) } else { Figures::of_ubl(&root) }
    }

    fn of_ubl(root: &Node) -> Figures {
        let tax = |node: &Node| (node.text_of("ID").to_string(), node.number("Percent"));
        let signed = |node: &Node| {
            let amount = node.number("Amount");
            if node.is_charge() { -amount } else { amount }
        };
        let (line, qty) = if root.name == "CreditNote" {
            ("CreditNoteLine", "CreditedQuantity")
        } else {
            ("InvoiceLine", "InvoicedQuantity")
        };
        let kind = root.get("InvoiceTypeCode").or(root.get("CreditNoteTypeCode")).expect("a kind");
        let sum = |name: &str| root.number(&format!("LegalMonetaryTotal/{name}"));
        Figures {
            kind: kind.to_string(),
            lines: root
                .all(line)
                .into_iter()
                .map(|line| {
                    (
                        line.number("LineExtensionAmount"),
                        line.number(qty),
                        line.number("Price/PriceAmount"),
                        line.get("Price/BaseQuantity")
                            .map_or(Decimal::ONE, |text| text.parse().expect("a number")),
                        line.all("AllowanceCharge").into_iter().map(signed).sum(),
                        tax(line.all("Item/ClassifiedTaxCategory")[0]),
                    )
                })
                .collect(),
            adjustments: root
                .all("AllowanceCharge")
                .into_iter()
                .map(|one| (signed(one), tax(one.all("TaxCategory")[0])))
                .collect(),
            taxes: root
                .all("TaxTotal/TaxSubtotal")
                .into_iter()
                .map(|one| {
                    (one.number("TaxableAmount"), one.number("TaxAmount"), tax(one.all("TaxCategory")[0]))
                })
                .collect(),
            sums: [
                sum("LineExtensionAmount"),
                sum("AllowanceTotalAmount"),
                sum("ChargeTotalAmount"),
                sum("TaxExclusiveAmount"),
                root.number("TaxTotal/TaxAmount"),
                sum("TaxInclusiveAmount"),
                sum("PrepaidAmount"),
                sum("PayableAmount"),
            ],
        }
    }

    fn of_cii(root: &Node) -> Figures {
        let tax =
            |node: &Node| (node.text_of("CategoryCode").to_string(), node.number("RateApplicablePercent"));
        let signed = |node: &Node| {
            let amount = node.number("ActualAmount");
            if node.is_charge() { -amount } else { amount }
        };
        let trade = root.all("SupplyChainTradeTransaction")[0];
        let settlement = trade.all("ApplicableHeaderTradeSettlement")[0];
        let summation = settlement.all("SpecifiedTradeSettlementHeaderMonetarySummation")[0];
        let price = "SpecifiedLineTradeAgreement/NetPriceProductTradePrice";
        Figures {
            kind: root.text_of("ExchangedDocument/TypeCode").to_string(),
            lines: trade
                .all("IncludedSupplyChainTradeLineItem")
                .into_iter()
                .map(|line| {
                    let settled = line.all("SpecifiedLineTradeSettlement")[0];
                    let per = line.get(&format!("{price}/BasisQuantity"));
                    (
                        settled.number("SpecifiedTradeSettlementLineMonetarySummation/LineTotalAmount"),
                        line.number("SpecifiedLineTradeDelivery/BilledQuantity"),
                        line.number(&format!("{price}/ChargeAmount")),
                        per.map_or(Decimal::ONE, |text| text.parse().expect("a number")),
                        settled.all("SpecifiedTradeAllowanceCharge").into_iter().map(signed).sum(),
                        tax(settled.all("ApplicableTradeTax")[0]),
                    )
                })
                .collect(),
            adjustments: settlement
                .all("SpecifiedTradeAllowanceCharge")
                .into_iter()
                .map(|one| (signed(one), tax(one.all("CategoryTradeTax")[0])))
                .collect(),
            taxes: settlement
                .all("ApplicableTradeTax")
                .into_iter()
                .map(|one| (one.number("BasisAmount"), one.number("CalculatedAmount"), tax(one)))
                .collect(),
            sums: [
                summation.number("LineTotalAmount"),
                summation.number("AllowanceTotalAmount"),
                summation.number("ChargeTotalAmount"),
                summation.number("TaxBasisTotalAmount"),
                summation.number("TaxTotalAmount"),
                summation.number("GrandTotalAmount"),
                summation.number("TotalPrepaidAmount"),
                summation.number("DuePayableAmount"),
            ],
        }
    }

    /// What EN 16931 demands of the figures.
    #[track_caller]
    pub fn must_add_up(&self) {
        let [lines, allowances, charges, net, tax, gross, prepaid, due] = self.sums;
        let shown = format!("{self:#?}");
        let of = |filter: &dyn Fn(&Decimal) -> bool| -> Decimal {
            self.adjustments.iter().map(|(amount, _)| *amount).filter(|amount| filter(amount)).sum()
        };
        assert!(!self.lines.is_empty(), "BR-16 {shown}");
        assert_eq!(self.lines.iter().map(|line| line.0).sum::<Decimal>(), lines, "BR-CO-10 {shown}");
        assert_eq!(of(&|amount| *amount > Decimal::ZERO), allowances, "BR-CO-11 {shown}");
        assert_eq!(-of(&|amount| *amount < Decimal::ZERO), charges, "BR-CO-12 {shown}");
        assert_eq!(lines - allowances + charges, net, "BR-CO-13 {shown}");
        assert_eq!(self.taxes.iter().map(|one| one.1).sum::<Decimal>(), tax, "BR-CO-14 {shown}");
        assert_eq!(net + tax, gross, "BR-CO-15 {shown}");
        assert_eq!(gross - prepaid, due, "BR-CO-16 {shown}");
        for (base, amount, kind) in &self.taxes {
            let computed = base * kind.1 / Decimal::ONE_HUNDRED;
            assert!((computed - amount).abs() < Decimal::ONE, "BR-CO-17 {shown}");
            let of_lines: Decimal = self.lines.iter().filter(|line| line.5 == *kind).map(|line| line.0).sum();
            let less: Decimal = self.adjustments.iter().filter(|one| one.1 == *kind).map(|one| one.0).sum();
            assert_eq!(of_lines - less, *base, "BR-S-8 and its kin {shown}");
            assert_eq!(self.taxes.iter().filter(|one| one.2 == *kind).count(), 1, "BR-CO-18 {shown}");
        }
        for (net, qty, price, per, less, kind) in &self.lines {
            let told = qty * price / per - less;
            assert!((told - net).abs() <= Decimal::new(2, 2), "R120 {told} {net} {shown}");
            assert!(*price >= Decimal::ZERO, "BR-27 {shown}");
            assert!(self.taxes.iter().any(|one| one.2 == *kind), "{shown}");
        }
    }
}
