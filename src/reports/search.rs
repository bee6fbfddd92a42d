//! What answers a few words: clients, jobs, quotes and invoices, the best first. Accents, case and slips do not
//! matter; every word must be found, in whichever field.

use std::borrow::Cow;
use std::ops::Range;

use crate::domain::choice::choice;
use crate::domain::id::Id;
use crate::domain::moment::Moment;
use crate::domain::money::Amount;
use crate::domain::summary::{ClientSummary, InvoiceSummary, JobSummary};
use crate::domain::typed::likeness::{Likeness, Text, folded};

/// How alike a word and a stretch of a field are, and which stretch.
type Match = (Likeness, Range<usize>);

choice! {
    /// What is searched.
    Among {
        Clients = "clients",
        Jobs = "jobs",
        Quotes = "quotes",
        Invoices = "invoices",
    }
}

/// What is looked for.
#[derive(Debug, Clone)]
pub struct Query {
    words: Vec<Wanted>,
    /// Whether what is only alike counts.
    slips: bool,
}

#[derive(Debug, Clone)]
struct Wanted {
    folded: String,
    /// Its digits, when it is nothing but a phone number or a part of one; the area's zero is left out.
    phone: Option<String>,
    amount: Option<Amount>,
    number: Option<u32>,
}

/// A text of something, and what it counts for.
#[derive(Debug, Clone)]
pub struct Field<'t> {
    /// As people read it: `title`, `note`.
    pub name: Cow<'static, str>,
    /// The text.
    pub text: Cow<'t, str>,
    weight: u32,
    sort: Sort,
}

#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum Sort {
    Text,
    /// An ID: its number alone means it too.
    Id,
    Phone,
    Amount,
}

/// What a field had of what was looked for.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Found {
    /// The field.
    pub field: String,
    /// Its text.
    pub text: String,
    /// Where words were found in it, in bytes, in order.
    pub at: Vec<Range<usize>>,
}

/// Something that answers.
#[derive(Debug, Clone)]
pub struct Hit {
    /// What it is.
    pub among: Among,
    /// How it is named on the command line: an ID, the number of an invoice, `J-2026-00017/2`.
    pub reference: String,
    /// The job, if it is one or belongs to one.
    pub job: Option<Id>,
    /// What that job is; absent until somebody says it.
    pub title: Option<String>,
    /// Where that job stands, as people call it.
    pub stage: Option<String>,
    /// The client, or whose it is.
    pub client: Id,
    /// The better the greater.
    pub score: u32,
    /// When it began; of equal ones the newest comes first.
    pub since: Option<Moment>,
    /// What was found, the weightiest first.
    pub found: Vec<Found>,
}

impl Query {
    /// The words that were typed. A phone number may be typed in pieces.
    pub fn new(typed: &str) -> Query {
        let mut pieces: Vec<String> = Vec::new();
        let is_phone = |piece: &str| {
            piece.chars().all(|c| c.is_ascii_digit() || "+()/-".contains(c))
                && piece.contains(|c: char| c.is_ascii_digit())
        };
        let mut joins = false;
        for piece in typed.split_whitespace() {
            let phone = is_phone(piece);
            match pieces.last_mut() {
                Some(before) if joins && phone => before.push_str(piece),
                _ => pieces.push(piece.to_string()),
            }
            // `17 40` are two numbers, `040 555` and `+49 40` begin a phone number.
            joins = phone && (joins || piece.starts_with(['0', '+', '(']));
        }
        Query { words: pieces.iter().map(|piece| Wanted::new(piece)).collect(), slips: false }
    }

    /// The same, for what is only alike.
    #[must_use]
    pub fn with_slips(self) -> Query {
        Query { slips: true, ..self }
    }

    /// Whether nothing is looked for.
    pub fn is_empty(&self) -> bool {
        self.words.is_empty()
    }

    /// For each word, whether a whole file, folded, may have it.
    pub fn in_file(&self, folded: &str) -> Vec<bool> {
        self.words.iter().map(|word| word.is_in_file(folded, self.slips)).collect()
    }

    /// For each word, whether one of the fields has it.
    pub fn in_fields(&self, fields: &[Field<'_>]) -> Vec<bool> {
        self.words
            .iter()
            .map(|word| fields.iter().any(|field| word.find(field, self.slips).is_some()))
            .collect()
    }

    /// The score of fields that together have every word, and what they have of it. `must`: the names of fields of
    /// which one must have a word.
    fn judge(&self, fields: &[Field<'_>], must: &[&str]) -> Option<(u32, Vec<Found>)> {
        let texts: Vec<Vec<Option<Match>>> = fields
            .iter()
            .map(|field| self.words.iter().map(|word| word.find(field, self.slips)).collect())
            .collect();
        let mut score = 0;
        for word in 0..self.words.len() {
            let scores = fields.iter().zip(&texts).filter_map(|(field, found)| {
                found[word].as_ref().map(|(like, _)| field.weight * like.weight())
            });
            score += scores.max()?;
        }
        let is_found = |(_, found): &(&Field<'_>, &Vec<Option<_>>)| found.iter().any(Option::is_some);
        let mut found: Vec<(&Field<'_>, &Vec<Option<Match>>)> =
            fields.iter().zip(&texts).filter(is_found).collect();
        if !must.is_empty() && !found.iter().any(|(field, _)| must.contains(&&*field.name)) {
            return None;
        }
        found.sort_by_key(|(field, _)| std::cmp::Reverse(field.weight));
        let found = found
            .into_iter()
            .map(|(field, found)| Found {
                field: field.name.to_string(),
                text: field.text.to_string(),
                at: apart(found.iter().flatten().map(|(_, at)| at.clone()).collect()),
            })
            .collect();
        Some((score, found))
    }
}

/// Ranges in order, those that touch as one.
fn apart(mut ranges: Vec<Range<usize>>) -> Vec<Range<usize>> {
    ranges.sort_by_key(|range| range.start);
    let mut apart: Vec<Range<usize>> = Vec::new();
    for range in ranges {
        match apart.last_mut() {
            Some(last) if range.start <= last.end => last.end = last.end.max(range.end),
            _ => apart.push(range),
        }
    }
    apart
}

impl Wanted {
    fn new(piece: &str) -> Wanted {
        let digits: String = piece.chars().filter(char::is_ascii_digit).collect();
        let only_phone = piece.chars().all(|c| c.is_ascii_digit() || "+()/-".contains(c));
        let national = digits.trim_start_matches('0').to_string();
        let comma = piece.replace(',', ".");
        Wanted {
            folded: folded(piece),
            phone: (only_phone && digits.len() >= 4 && !national.is_empty()).then_some(national),
            amount: comma.parse().ok(),
            number: piece.parse().ok(),
        }
    }

    fn find(&self, field: &Field<'_>, slips: bool) -> Option<Match> {
        match field.sort {
            Sort::Text => Text::new(&field.text).find(&self.folded, slips),
            Sort::Id => {
                let sequence = field.text.rsplit('-').next().unwrap_or_default();
                if self.number.is_some() && sequence.parse() == Ok(self.number.unwrap_or_default()) {
                    return Some((Likeness::Same, field.text.len() - sequence.len()..field.text.len()));
                }
                // A digit or two are in every ID.
                if self.number.is_some() && self.folded.len() < 4 {
                    return None;
                }
                Text::new(&field.text).find(&self.folded, false)
            }
            Sort::Phone => {
                let (at, phone) = (field.text.find(self.phone.as_ref()?)?, self.phone.as_ref()?);
                let like =
                    if at + phone.len() == field.text.len() { Likeness::Same } else { Likeness::Within };
                Some((like, at..at + phone.len()))
            }
            Sort::Amount => {
                let is_it = field.text.parse::<Amount>().is_ok_and(|amount| Some(amount) == self.amount);
                is_it.then(|| (Likeness::Same, 0..field.text.len()))
            }
        }
    }

    fn is_in_file(&self, text: &str, slips: bool) -> bool {
        text.contains(&self.folded)
            || self.phone.as_ref().is_some_and(|phone| text.contains(phone.as_str()))
            || (slips
                && crate::domain::typed::likeness::words(text)
                    .any(|(_, word)| crate::domain::typed::likeness::is_slip(&self.folded, word)))
    }
}

impl<'t> Field<'t> {
    fn new(name: &'static str, text: &'t str, weight: u32, sort: Sort) -> Field<'t> {
        Field { name: name.into(), text: text.into(), weight, sort }
    }

    /// The same with a text of its own.
    pub fn kept(&self) -> Field<'static> {
        Field { name: self.name.clone(), text: Cow::Owned(self.text.to_string()), ..*self }
    }

    fn amount(name: &'static str, amount: Amount, weight: u32) -> Field<'t> {
        Field { name: name.into(), text: amount.to_string().into(), weight, sort: Sort::Amount }
    }
}

/// What a summary tells of a client.
pub fn client_fields(client: &ClientSummary) -> Vec<Field<'_>> {
    let mut fields = vec![
        Field::new("id", client.id.as_str(), 12, Sort::Id),
        Field::new("name", &client.name, 12, Sort::Text),
    ];
    for contact in client.contacts.iter().filter(|contact| **contact != client.name) {
        fields.push(Field::new("contact", contact, 9, Sort::Text));
    }
    fields.extend(client.phones.iter().map(|phone| Field::new("phone", phone, 9, Sort::Phone)));
    fields.extend(client.emails.iter().map(|email| Field::new("mail", email, 8, Sort::Text)));
    fields.extend(client.city.iter().map(|city| Field::new("town", city, 5, Sort::Text)));
    fields.extend(client.sites.iter().map(|site| Field::new("site", &site.title, 5, Sort::Text)));
    fields.extend(client.tags.iter().map(|tag| Field::new("tag", tag, 6, Sort::Text)));
    fields
}

/// What a summary tells of a job, with its client's name.
pub fn job_fields<'t>(job: &'t JobSummary, client: &'t str) -> Vec<Field<'t>> {
    let mut fields = vec![
        Field::new("id", job.id.as_str(), 12, Sort::Id),
        Field::new("title", &job.title, 11, Sort::Text),
        Field::new("client", client, 6, Sort::Text),
    ];
    fields.extend(job.work_order.iter().map(|order| Field::new("work order", order, 10, Sort::Text)));
    for (name, reference) in &job.references {
        let name = Cow::Owned(name.clone());
        fields.push(Field { name, ..Field::new("", reference, 10, Sort::Text) });
    }
    fields.extend(job.tags.iter().map(|tag| Field::new("tag", tag, 6, Sort::Text)));
    fields
}

/// Texts of the file itself, which count less than what a summary tells.
pub fn texts(found: Vec<(String, String)>) -> Vec<Field<'static>> {
    let field = |(name, text): (String, String)| Field {
        name: name.into(),
        text: text.into(),
        weight: 3,
        sort: Sort::Text,
    };
    found.into_iter().map(field).collect()
}

/// A client that answers.
pub fn client_hit(query: &Query, client: &ClientSummary, fields: &[Field<'_>]) -> Option<Hit> {
    let (score, found) = query.judge(fields, &[])?;
    Some(Hit {
        among: Among::Clients,
        reference: client.id.to_string(),
        job: None,
        title: None,
        stage: None,
        client: client.id.clone(),
        score: score + 1,
        since: Some(client.opened),
        found,
    })
}

/// A job that answers; one that is open a little more.
pub fn job_hit(query: &Query, job: &JobSummary, is_open: bool, fields: &[Field<'_>]) -> Option<Hit> {
    // The client's name alone makes none of their jobs an answer before the client.
    let (score, found) = query.judge(fields, &[])?;
    Some(Hit {
        among: Among::Jobs,
        reference: job.id.to_string(),
        job: Some(job.id.clone()),
        title: None,
        stage: None,
        client: job.client.clone(),
        score: if is_open { score + score / 20 } else { score },
        since: Some(job.opened),
        found,
    })
}

/// The quotes of a job that answer, by what they come to.
pub fn quote_hits(query: &Query, job: &JobSummary, fields: &[Field<'_>]) -> Vec<Hit> {
    let hits = job.quotes.iter().filter_map(|quote| {
        let mut fields = fields.to_vec();
        fields.extend(quote.net.map(|net| Field::amount("net", net, 10)));
        fields.extend(quote.gross.map(|gross| Field::amount("total", gross, 10)));
        let (score, found) = query.judge(&fields, &["net", "total"])?;
        Some(Hit {
            among: Among::Quotes,
            reference: format!("{}/{}", job.id, quote.version),
            job: Some(job.id.clone()),
            title: None,
            stage: None,
            client: job.client.clone(),
            score,
            since: quote.sent.or(Some(job.opened)),
            found,
        })
    });
    hits.collect()
}

/// The invoices of a job or client that answer, by number and amounts.
pub fn invoice_hits(
    query: &Query,
    invoices: &[InvoiceSummary],
    (job, client): (Option<&Id>, &Id),
    fields: &[Field<'_>],
) -> Vec<Hit> {
    let hits = invoices.iter().filter_map(|invoice| {
        let number = invoice.number.as_deref()?;
        let mut fields = fields.to_vec();
        fields.push(Field::new("number", number, 12, Sort::Id));
        fields.push(Field::amount("to pay", invoice.claim, 10));
        fields.extend(invoice.gross.map(|gross| Field::amount("total", gross, 9)));
        fields.extend(invoice.net.map(|net| Field::amount("net", net, 9)));
        let (score, found) = query.judge(&fields, &["number", "to pay", "total", "net"])?;
        Some(Hit {
            among: Among::Invoices,
            reference: number.to_string(),
            job: job.cloned(),
            title: None,
            stage: None,
            client: client.clone(),
            score,
            since: invoice.sent,
            found,
        })
    });
    hits.collect()
}

/// The best first; of equal ones the newest.
pub fn ranked(mut hits: Vec<Hit>) -> Vec<Hit> {
    hits.sort_by(|one, other| {
        (other.score, other.since)
            .cmp(&(one.score, one.since))
            .then_with(|| one.reference.cmp(&other.reference))
    });
    hits
}

impl Found {
    /// The text around the first place, at most so many characters to each side, with `«` and `»` around what was
    /// found.
    pub fn marked(&self, around: usize) -> String {
        let Some(first) = self.at.first() else { return self.text.clone() };
        let from = self.text[..first.start]
            .char_indices()
            .rev()
            .take(around)
            .last()
            .map_or(first.start, |(at, _)| at);
        let until = self.text[first.end..]
            .char_indices()
            .nth(around)
            .map_or(self.text.len(), |(at, _)| first.end + at);
        let mut out = String::from(if from > 0 { "…" } else { "" });
        let mut at = from;
        for range in self.at.iter().filter(|range| range.end <= until) {
            out.push_str(&self.text[at..range.start]);
            out.push('«');
            out.push_str(&self.text[range.clone()]);
            out.push('»');
            at = range.end;
        }
        out.push_str(&self.text[at..until]);
        out.push_str(if until < self.text.len() { "…" } else { "" });
        out.replace(['\n', '\r'], " ")
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn field<'t>(name: &'static str, text: &'t str, sort: Sort) -> Field<'t> {
        Field::new(name, text, 10, sort)
    }

    fn found(typed: &str, sort: Sort, text: &str) -> Option<String> {
        let (_, found) = Query::new(typed).judge(&[field("x", text, sort)], &[])?;
        Some(found[0].marked(8))
    }

    #[test]
    fn phone_numbers_are_found_however_they_are_typed() {
        for typed in ["040 555 0177", "+49 40 5550177", "(040) 555-0177", "0405550177", "5550177", "0177"] {
            assert!(found(typed, Sort::Phone, "+49405550177").is_some(), "{typed}");
        }
        assert_eq!(found("040 555 0178", Sort::Phone, "+49405550177"), None);
        assert_eq!(found("17", Sort::Phone, "+49405550177"), None);
    }

    #[test]
    fn a_number_means_an_identity_and_an_amount_is_compared_as_one() {
        assert_eq!(found("17", Sort::Id, "J-2026-00017").as_deref(), Some("J-2026-«00017»"));
        assert_eq!(found("7", Sort::Id, "J-2026-00017"), None);
        assert_eq!(found("119", Sort::Amount, "119.00").as_deref(), Some("«119.00»"));
        assert_eq!(found("119,50", Sort::Amount, "119.50").as_deref(), Some("«119.50»"));
        assert_eq!(found("11", Sort::Amount, "119.00"), None);
    }

    #[test]
    fn every_word_must_be_found_in_one_field_or_another() {
        let fields = [field("title", "Door drags", Sort::Text), field("client", "Quay School", Sort::Text)];
        assert!(Query::new("door quay").judge(&fields, &[]).is_some());
        assert!(Query::new("door harbour").judge(&fields, &[]).is_none());
        assert!(Query::new("door").judge(&fields, &["client"]).is_none());
    }

    #[test]
    fn whole_words_come_before_parts_and_parts_before_slips() {
        let score = |typed: &str, text: &str| {
            Query::new(typed)
                .with_slips()
                .judge(&[field("x", text, Sort::Text)], &[])
                .map_or(0, |(score, _)| score)
        };
        assert!(score("flood", "flood") > score("flood", "flooding"));
        assert!(score("flood", "flooding") > score("flood", "overflood"));
        assert!(score("flood", "overflood") > score("flood", "floed"));
        assert!(score("flood", "floed") > 0);
    }

    #[test]
    fn what_was_found_is_marked_by_signs_in_its_surroundings() {
        let text = "said on the phone that the Tür drags again";
        assert_eq!(found("tur", Sort::Text, text).as_deref(), Some("…hat the «Tür» drags a…"));
    }
}
