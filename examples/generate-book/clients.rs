//! Clients: a person, an address, how they are billed.

use jobbook::domain::client::{Client, PaymentOnFile, Status};
use jobbook::domain::contact::Address;

use crate::telling::Teller;

const STREETS: [&str; 8] = [
    "Mill Lane",
    "Harbour Road",
    "Station Street",
    "Orchard Row",
    "Quay Side",
    "Hill View",
    "Old Market",
    "Canal Walk",
];
const TOWNS: [&str; 6] = ["Exampleton", "Westerby", "Northhaven", "Lindenfeld", "Saltmarsh", "Upper Brook"];
const TRADES: [&str; 10] =
    ["Bakery", "Clinic", "Garage", "Hotel", "Pharmacy", "School", "Brewery", "Library", "Theatre", "Nursery"];
const NAMES: [&str; 16] = [
    "Linden",
    "Adler",
    "Otto",
    "Marsh",
    "Falk",
    "Harbour",
    "Birch",
    "Castle",
    "Rowan",
    "Seven Oaks",
    "Alder",
    "Bellevue",
    "Kestrel",
    "Juniper",
    "Old Town",
    "Sunrise",
];
const PERSONS: [&str; 12] =
    ["Mara", "Selma", "Otto", "Jonas", "Ines", "Karim", "Luca", "Nadia", "Peter", "Ruth", "Tomas", "Vera"];
const FAMILIES: [&str; 14] = [
    "Aydin", "Becker", "Castillo", "Dorn", "Eriksen", "Fischer", "Grant", "Haas", "Ivanov", "Jensen", "Kern",
    "Lopez", "Meyer", "Novak",
];

/// A client; the first is 1.
pub fn client(teller: &Teller<'_>, number: u32) -> anyhow::Result<Client> {
    let begin = teller.calendar.brought(number);
    let opened = teller.stamp(begin.day, begin.minute, "ana");
    let pick = |names: &[&'static str], spread: u32| names[(number / spread) as usize % names.len()];
    let name = format!("{} {} {number}", pick(&NAMES, 1), pick(&TRADES, 16));
    let mut client = Client::new(teller.client_id(number)?, name, "standard", opened.clone());
    client.status = Status::Active;
    let person = format!("{} {}", pick(&PERSONS, 3), pick(&FAMILIES, 7));
    let contact = client.add_contact("", person);
    contact.phone = Some(format!("+4930{number:07}"));
    contact.email = Some(format!("office{number}@client.example"));
    client.add_site("").address = Address {
        street: Some(format!("{} {}", pick(&STREETS, 1), number % 180 + 1)),
        postcode: Some(format!("{:05}", 10_000 + number % 80_000)),
        city: Some(pick(&TOWNS, 5).to_string()),
        region: None,
        country: None,
    };
    if teller.calendar.is_served(number) {
        client.payment_on_file = Some(PaymentOnFile {
            processor: Some("BankConnect".to_string()),
            token: format!("mandate-{number}"),
            last4: Some(format!("{:04}", number % 10_000)),
            expires: Some("2029-12".parse()?),
            noted: opened,
        });
    }
    Ok(client)
}
