//! The single view: one value a field, each with its sources and age, and the values that lost one click away.
//!
//! Which value wins is the policy pack's to say: the newest observation, or the organisation most trusted for the field.

use crate::links::{self, Link};
use crate::records::{self, Said, Version, ways_to_split};
use db::{DbError, Tx};
use office::Pack;
use rights::Permit;
use std::collections::HashMap;
use web::Shell;
use words::{Date, Id, Time};

/// The fields of the view, in the order pages show them. `address` is put together from its parts.
pub const SHOWN: &[&str] = &[
    "given_name", "family_name", "former_name", "birth_date", "sex", "national_id", "phone", "email", "address",
    "language", "interpreter",
];

/// A value and who says so.
#[derive(Clone, Debug, PartialEq)]
pub struct Value {
    /// As a page shows it.
    pub shown: String,
    /// The organisations that say it, the one that decided first.
    pub organisations: Vec<String>,
    /// When it was true, by the newest of them.
    pub observed: Date,
    /// When that reached us.
    pub received_at: Time,
    /// Whether it is older than the pack lets a value be without a mark.
    pub stale: bool,
    /// Why it won or lost: `newest`, `trusted`, `older`, `less-trusted`.
    pub why: &'static str,
}

/// A field of the view.
#[derive(Clone, Debug, PartialEq)]
pub struct FieldView {
    /// Its name in the shared model.
    pub field: &'static str,
    /// The value that holds.
    pub value: Value,
    /// The values that lost, newest first.
    pub others: Vec<Value>,
}

/// Everything known of who a client is.
#[derive(Clone, Debug)]
pub struct SingleView {
    /// The client that stands for the one asked for.
    pub client: Id,
    /// It and every client that became it.
    pub clients: Vec<Id>,
    /// Why each record belongs to it.
    pub links: Vec<Link>,
    /// The newest version of each record.
    pub records: Vec<Version>,
    /// The fields that have a value.
    pub fields: Vec<FieldView>,
}

impl SingleView {
    /// The value of a field, as a page shows it.
    #[must_use]
    pub fn get(&self, field: &str) -> Option<&str> {
        self.fields.iter().find(|f| f.field == field).map(|f| f.value.shown.as_str())
    }

    /// The name for a heading.
    #[must_use]
    pub fn name(&self) -> String {
        let parts: Vec<&str> = ["given_name", "family_name"].iter().filter_map(|field| self.get(field)).collect();
        parts.join(" ")
    }

    /// The birth date, if one is known.
    #[must_use]
    pub fn birth_date(&self) -> Option<Date> {
        self.get("birth_date")?.parse().ok()
    }
}

/// The single view of a client as it was known at a moment. The permit must be for this client.
///
/// # Errors
/// [`DbError::NotFound`] when there is no such client, or nothing was known of it then.
pub async fn of_client(tx: &mut Tx, permit: &Permit, pack: &Pack, client: Id, known_at: Time) -> Result<SingleView, DbError> {
    let (client, clients) = links::clients_of(tx, client).await?;
    let links = links::links_of(tx, permit, &clients, known_at).await?;
    let ids: Vec<Id> = links.iter().map(|link| link.record).collect();
    let records = records::newest(records::of_records(tx, permit, &ids, known_at).await?);
    if records.is_empty() {
        return Err(DbError::NotFound);
    }
    let fields = view(pack, &records, known_at.date());
    Ok(SingleView { client, clients, links, records, fields })
}

/// The fields of these records, each with the value that wins on `today` and those that lose.
#[must_use]
pub fn view(pack: &Pack, records: &[Version], today: Date) -> Vec<FieldView> {
    let records = settled(records);
    SHOWN.iter().filter_map(|field| field_view(pack, &records, field, today)).collect()
}

/// The name for a heading, by the same rules as the client page: one person has one name on every page.
#[must_use]
pub fn name(pack: &Pack, records: &[Version], today: Date) -> String {
    let records = settled(records);
    let names = ["given_name", "family_name"].iter().filter_map(|field| field_view(pack, &records, field, today));
    names.map(|field| field.value.shown).collect::<Vec<_>>().join(" ")
}

/// Who somebody is, for one line of a list.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct InBrief {
    /// The name.
    pub name: String,
    /// The birth date.
    pub born: Option<Date>,
    /// The town of the address.
    pub town: Option<String>,
}

/// Who somebody is, by the same rules as the client page: whoever finds a person there finds nobody else when they open the file.
#[must_use]
pub fn in_brief(pack: &Pack, records: &[Version], today: Date) -> InBrief {
    let born = field_view(pack, records, "birth_date", today).and_then(|field| field.value.shown.parse().ok());
    let lives = field_view(pack, records, "address", today).map(|field| field.value.shown);
    let there = records.iter().find(|version| lives.is_some() && version.said.address() == lives);
    let town = there.and_then(|version| version.said.get("city")).map(str::to_owned);
    InBrief { name: name(pack, records, today), born, town: town.or_else(|| Some(field_view(pack, records, "city", today)?.value.shown)) }
}

/// The names of the clients these permits are for, by client.
///
/// # Errors
/// What the database says.
pub async fn names(tx: &mut Tx, pack: &Pack, permits: &[Permit], now: Time) -> Result<HashMap<Id, String>, DbError> {
    let Some(one) = permits.first() else { return Ok(HashMap::new()) };
    let clients: Vec<Id> = permits.iter().filter_map(Permit::client).collect();
    let versions = records::newest_of_clients(tx, one, &clients, now).await?;
    let called = |client: &Id| name(pack, versions.get(client).map_or(&[], Vec::as_slice), now.date());
    Ok(clients.iter().map(|client| (*client, called(client))).collect())
}

/// A whole name does not tell which word is the family name: of the ways to read it, the one that another record bears
/// out is taken. The records themselves stay as they are.
#[must_use]
pub fn settled(records: &[Version]) -> Vec<Version> {
    let told_apart = |version: &&Version| version.said.get("given_name").is_some() || version.said.get("full_name").is_some_and(|w| ways_to_split(w).len() == 1);
    let names = |version: &Version| {
        let (given, family) = version.said.names();
        Some((linkage::fold(&given?), linkage::fold(&family?)))
    };
    let known: Vec<(String, String)> = records.iter().filter(told_apart).filter_map(names).collect();
    let borne_out = |(given, family): &(String, String)| {
        let alike = |(g, f): &(String, String)| linkage::similarity(given, g) + linkage::similarity(family, f);
        known.iter().map(alike).fold(0.0, f64::max)
    };
    let mut settled = records.to_vec();
    for version in settled.iter_mut().filter(|version| version.said.get("given_name").is_none()) {
        let ways = version.said.get("full_name").map(ways_to_split).unwrap_or_default();
        let [usual, family_first] = ways.as_slice() else { continue };
        if borne_out(family_first) > borne_out(usual) {
            version.said.set("given_name", &family_first.0);
            version.said.set("family_name", &family_first.1);
        }
    }
    settled
}

fn field_view(pack: &Pack, records: &[Version], field: &'static str, today: Date) -> Option<FieldView> {
    let trusted = pack.most_trusted(field);
    let rank = |version: &Version| trusted.iter().position(|o| *o == version.organisation).unwrap_or(trusted.len());
    let mut said: Vec<(&Version, String)> =
        records.iter().filter_map(|version| Some((version, shown(&version.said, field)?))).collect();
    said.sort_by_key(|(version, _)| {
        (rank(version), std::cmp::Reverse((version.observed, version.received_at)), version.organisation.clone())
    });
    let mut values: Vec<(String, Value)> = Vec::new();
    for (version, shown) in said {
        let same = alike(field, &shown);
        if let Some((_, known)) = values.iter_mut().find(|(known, _)| *known == same) {
            if !known.organisations.contains(&version.organisation) {
                known.organisations.push(version.organisation.clone());
            }
            if version.observed > known.observed {
                (known.observed, known.received_at) = (version.observed, version.received_at);
            }
            continue;
        }
        let value = Value {
            shown,
            organisations: vec![version.organisation.clone()],
            observed: version.observed,
            received_at: version.received_at,
            stale: false,
            why: "",
        };
        values.push((same, value));
    }
    let mut values: Vec<Value> = values.into_iter().map(|(_, value)| value).collect();
    for (place, value) in values.iter_mut().enumerate() {
        value.stale = today.days_since(value.observed) > pack.stale_after_days;
        value.why = match (place == 0, trusted.is_empty()) {
            (true, true) => "newest",
            (true, false) => "trusted",
            (false, true) => "older",
            (false, false) => "less-trusted",
        };
    }
    let mut values = values.into_iter();
    let value = values.next()?;
    let mut others: Vec<Value> = values.collect();
    others.sort_by_key(|value| std::cmp::Reverse((value.observed, value.received_at)));
    Some(FieldView { field, value, others })
}

fn shown(said: &Said, field: &str) -> Option<String> {
    if field == "address" { said.address() } else { said.shown(field) }
}

/// What makes two values the same although they are written differently: capitals, marks and blanks in words, signs in
/// numbers.
fn alike(field: &str, shown: &str) -> String {
    match field {
        "phone" | "national_id" => shown.chars().filter(char::is_ascii_alphanumeric).collect(),
        _ => linkage::fold(shown),
    }
}

/// What a fact's value is shown as: dates and codes in words.
#[must_use]
pub fn in_words(shell: &Shell, field: &str, value: &str) -> String {
    match field {
        "birth_date" => value.parse().map_or_else(|_| value.to_owned(), |day: Date| shell.day(&day)),
        "sex" => shell.word("sex", value),
        "language" => shell.language_name(value),
        "interpreter" => match value {
            "yes" | "1" | "true" => shell.say("yes"),
            "no" | "0" | "false" => shell.say("no"),
            other => other.to_owned(),
        },
        _ => value.to_owned(),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn version(n: u8, organisation: &str, observed: &str, pairs: &[(&str, &str)]) -> Version {
        Version {
            record: Id::from_bytes(&[n; 16]).unwrap(),
            organisation: organisation.to_owned(),
            source_key: n.to_string(),
            version: 1,
            said: pairs.iter().map(|(f, v)| ((*f).to_owned(), (*v).to_owned())).collect(),
            observed: observed.parse().unwrap(),
            received_at: Time::from_micros(i64::from(n)),
        }
    }

    fn day(text: &str) -> Date {
        text.parse().unwrap()
    }

    #[test]
    fn the_newest_phone_wins_and_the_other_stays_in_sight() {
        let records = [
            version(1, "employment-service", "2025-01-01", &[("phone", "+370 600 00123")]),
            version(2, "training-ngo", "2026-05-01", &[("phone", "8 600 00999")]),
        ];
        let pack = Pack::eu_default().unwrap();
        let fields = view(&pack, &records, day("2026-11-23"));
        assert_eq!(fields.len(), 1);
        assert_eq!((fields[0].value.shown.as_str(), fields[0].value.why), ("8 600 00999", "newest"));
        assert_eq!((fields[0].others[0].shown.as_str(), fields[0].others[0].why), ("+370 600 00123", "older"));
        assert!(fields[0].others[0].stale && !fields[0].value.stale);
    }

    #[test]
    fn a_register_is_trusted_before_something_newer() {
        let records = [
            version(1, "social-insurer", "2024-01-01", &[("birth_date", "1988-03-14")]),
            version(2, "training-ngo", "2026-05-01", &[("birth_date", "1988-04-13")]),
        ];
        let fields = view(&Pack::eu_default().unwrap(), &records, day("2026-11-23"));
        assert_eq!((fields[0].value.shown.as_str(), fields[0].value.why), ("1988-03-14", "trusted"));
        assert_eq!(fields[0].others[0].why, "less-trusted");
    }

    #[test]
    fn a_line_of_a_list_says_what_the_client_page_says() {
        let records = [
            version(1, "social-insurer", "2024-01-01", &[("birth_date", "1988-03-14"), ("given_name", "Ilona"), ("street", "Weavergasse"), ("city", "Harsfalva")]),
            version(2, "training-ngo", "2026-05-01", &[("birth_date", "1988-04-13"), ("street", "Mill Lane"), ("city", "Aldermark")]),
        ];
        let pack = Pack::eu_default().unwrap();
        let brief = in_brief(&pack, &records, day("2026-11-23"));
        assert_eq!((brief.name.as_str(), brief.born), ("Ilona", Some(day("1988-03-14"))));
        let fields = view(&pack, &records, day("2026-11-23"));
        let address = &fields.iter().find(|field| field.field == "address").unwrap().value.shown;
        assert!(address.contains(brief.town.as_deref().unwrap()), "{address} {brief:?}");
        let town = [version(1, "clinic", "2024-01-01", &[("city", "Harsfalva")])];
        assert_eq!(in_brief(&pack, &town, day("2026-11-23")).town.as_deref(), Some("Harsfalva"));
        assert_eq!(in_brief(&pack, &[], day("2026-11-23")), InBrief::default());
    }

    #[test]
    fn a_whole_name_written_family_first_is_the_same_name() {
        let records = [
            version(1, "employment-service", "2025-01-01", &[("given_name", "Ilona"), ("family_name", "Lakatos")]),
            version(2, "training-ngo", "2026-01-01", &[("full_name", "Lakatos Ilona")]),
        ];
        let pack = Pack::eu_default().unwrap();
        assert_eq!(name(&pack, &records, day("2026-11-23")), "Ilona Lakatos");
        assert!(view(&pack, &records, day("2026-11-23")).iter().all(|field| field.others.is_empty()));
    }

    #[test]
    fn so_is_one_with_two_given_names() {
        let records = [
            version(1, "clinic", "2025-01-01", &[("full_name", "KERLÁKFALVI Ilona Zsófia")]),
            version(2, "training-ngo", "2026-01-01", &[("full_name", "Kerlakfalvi Ilona Zsófia")]),
        ];
        assert_eq!(settled(&records)[1].said.names(), (Some("Ilona Zsófia".into()), Some("Kerlakfalvi".into())));
    }

    #[test]
    fn the_same_name_in_capitals_is_one_value_of_two_sources() {
        let records = [
            version(1, "employment-service", "2025-01-01", &[("family_name", "Lakatos")]),
            version(2, "municipality", "2026-01-01", &[("full_name", "LAKATOS Ilona")]),
        ];
        let fields = view(&Pack::eu_default().unwrap(), &records, day("2026-11-23"));
        let family = fields.iter().find(|f| f.field == "family_name").unwrap();
        assert_eq!(family.value.organisations, ["employment-service", "municipality"]);
        assert_eq!(family.value.observed, day("2026-01-01"));
        assert!(family.others.is_empty());
    }
}
