//! Which column of a file means what: by its name, and by what stands in it.

use super::Input;
use anyhow::{Result, bail};
use linkage::Field;

/// Names by which columns go, without case and punctuation; the first that fits a field wins.
const NAMES: &[(Field, &[&str])] = &[
    (Field::GivenName, &["givenname", "given", "firstname", "first", "forename", "fname", "vorname", "vardas", "prenom", "imie", "nombre", "nome", "eesnimi", "vards", "etunimi"]),
    (Field::MiddleName, &["middlename", "middle", "middleinitial", "mi", "secondname", "secondgivenname", "mname"]),
    (Field::FamilyName, &["familyname", "family", "surname", "lastname", "last", "lname", "nachname", "pavarde", "nom", "nazwisko", "apellido", "apellidos", "cognome", "perekonnanimi", "uzvards", "sukunimi"]),
    (Field::FullName, &["fullname", "name", "personname", "vardaspavarde"]),
    (Field::BirthDate, &["birthdate", "dateofbirth", "dob", "birthday", "born", "geburtsdatum", "gimimodata", "gimdata", "datedenaissance", "dataurodzenia", "fechanacimiento"]),
    (Field::Age, &["age", "alter", "amzius"]),
    (Field::Sex, &["sex", "gender", "geschlecht", "lytis", "sexe", "plec", "sexo"]),
    (Field::NationalId, &["nationalid", "nationalidnumber", "nin", "ssn", "socsecid", "socialsecuritynumber", "personalid", "personalcode", "personalnumber", "asmenskodas", "ak", "pesel", "isikukood", "personaskods", "idnumber", "taxid", "bsn", "nino"]),
    (Field::Phone, &["phone", "phonenumber", "telephone", "tel", "mobile", "mobilephone", "telefon", "telefonas", "cell"]),
    (Field::Email, &["email", "emailaddress", "mail", "elpastas"]),
    (Field::HouseNumber, &["housenumber", "houseno", "house", "streetnumber", "streetno", "buildingnumber", "hausnummer", "namas", "number"]),
    (Field::Unit, &["unit", "unitnumber", "flat", "flatno", "flatnumber", "apartment", "apt", "butas", "wohnung"]),
    (Field::PoBox, &["pobox", "postbox"]),
    (Field::Postcode, &["postcode", "postalcode", "zip", "zipcode", "plz", "pastokodas", "codepostal", "kodpocztowy"]),
    (Field::Street, &["street", "streetname", "address", "address1", "addressline1", "addr1", "strasse", "gatve", "adresas", "rue", "ulica", "calle"]),
    (Field::City, &["city", "town", "suburb", "locality", "miestas", "ort", "stadt", "ville", "miasto", "ciudad", "place", "municipality"]),
    (Field::Region, &["region", "state", "county", "province", "land", "apskritis"]),
    (Field::Suburb, &["district", "address2", "addressline2", "addr2", "neighbourhood", "suburb"]),
];

/// What a file's columns mean.
#[derive(Debug, PartialEq, Eq)]
pub(super) struct Meaning {
    /// Place of the record id.
    pub id: usize,
    /// Place of the source, if a column tells it.
    pub source: Option<usize>,
    /// Places of the columns that are compared, with what they say.
    pub fields: Vec<(usize, Field)>,
}

fn plain(name: &str) -> String {
    linkage::fold(name).replace(' ', "")
}

/// Finds out what columns mean from their names and from some of their values, by column.
pub(super) fn recognise(header: &[String], sample: &[Vec<String>], input: &Input) -> Result<Meaning> {
    let place = |name: &str| match header.iter().position(|column| column == name) {
        Some(place) => Ok(place),
        None => bail!("there is no column {name}; there are {}", header.join(", ")),
    };
    let id = input.id_column.as_deref().map_or(Ok(0), place)?;
    let source = match &input.source_column {
        Some(name) => Some(place(name)?),
        None => header.iter().position(|column| ["source", "agency"].contains(&plain(column).as_str())),
    };
    let mut meaning = Meaning { id, source, fields: Vec::new() };
    let mut ruled: Vec<usize> = Vec::new();
    for rule in &input.columns {
        let Some((column, field)) = rule.split_once('=') else { bail!("`{rule}` is not of the form COLUMN=FIELD") };
        let at = place(column)?;
        ruled.push(at);
        if !field.is_empty() {
            let Some(field) = Field::named(field) else {
                bail!("`{field}` is no field; there are {}", Field::ALL.map(Field::name).join(", "));
            };
            meaning.fields.push((at, field));
        }
    }
    for (at, column) in header.iter().enumerate() {
        if ruled.contains(&at) || at == id || Some(at) == source {
            continue;
        }
        let values = sample.get(at).map_or(&[][..], Vec::as_slice);
        if let Some(field) = by_name(&plain(column), &meaning).filter(|field| fits(*field, values)).or_else(|| by_content(values, &meaning)) {
            meaning.fields.push((at, field));
        }
    }
    meaning.fields.sort_unstable();
    Ok(meaning)
}

fn by_name(column: &str, meaning: &Meaning) -> Option<Field> {
    let free = |field: Field| !meaning.fields.iter().any(|(_, taken)| *taken == field);
    NAMES.iter().find(|(field, names)| names.contains(&column) && free(*field)).map(|(field, _)| *field)
}

/// The share of the values that are not empty for which something holds.
fn share(values: &[String], holds: impl Fn(&str) -> bool) -> f64 {
    let said: Vec<&String> = values.iter().filter(|value| !value.trim().is_empty()).collect();
    if said.is_empty() { 0.0 } else { said.iter().filter(|value| holds(value)).count() as f64 / said.len() as f64 }
}

fn digits(text: &str) -> usize {
    text.bytes().filter(u8::is_ascii_digit).count()
}

fn is_email(text: &str) -> bool {
    text.split_once('@').is_some_and(|(name, domain)| !name.is_empty() && domain.contains('.'))
}

fn is_date(text: &str) -> bool {
    let parts: Vec<&str> = text.split(['-', '/', '.']).collect();
    parts.len() == 3 && parts.iter().all(|part| !part.is_empty() && part.len() <= 4 && part.bytes().all(|byte| byte.is_ascii_digit()))
}

/// Whether the values of a column can be what its name says. An empty sample contradicts nothing.
fn fits(field: Field, values: &[String]) -> bool {
    if values.iter().all(|value| value.trim().is_empty()) {
        return true;
    }
    let least = 0.3;
    match field {
        Field::Email => share(values, |value| value.contains('@')) > least,
        Field::BirthDate => share(values, |value| digits(value) >= 4) > least,
        Field::Phone => share(values, |value| digits(value) >= 5) > least,
        Field::NationalId | Field::HouseNumber | Field::Age => share(values, |value| digits(value) >= 1) > least,
        Field::GivenName | Field::FamilyName | Field::FullName | Field::City => share(values, |value| value.chars().any(char::is_alphabetic)) > least,
        _ => true,
    }
}

/// What a column with a name nobody knows holds, where its values leave no doubt.
fn by_content(values: &[String], meaning: &Meaning) -> Option<Field> {
    let free = |field: Field| !meaning.fields.iter().any(|(_, taken)| *taken == field);
    if share(values, is_email) > 0.8 && free(Field::Email) {
        return Some(Field::Email);
    }
    if share(values, |value| value.starts_with('+') && (8..=15).contains(&digits(value))) > 0.8 && free(Field::Phone) {
        return Some(Field::Phone);
    }
    let old = |value: &str| is_date(value) && value.split(['-', '/', '.']).any(|part| part.len() == 4 && (part.starts_with("19")));
    (share(values, is_date) > 0.9 && share(values, old) > 0.3 && free(Field::BirthDate)).then_some(Field::BirthDate)
}

#[cfg(test)]
mod tests {
    use super::*;

    fn input() -> Input {
        Input { files: Vec::new(), model: None, id_column: None, source_column: None, columns: Vec::new() }
    }

    fn texts(values: &[&str]) -> Vec<String> {
        values.iter().map(|value| (*value).to_owned()).collect()
    }

    #[test]
    fn columns_are_known_by_name_in_any_dress() -> Result<()> {
        let header = texts(&["id", "Agency", "FIRST_NAME", "Last Name", "Date-of-birth", "updated"]);
        let meaning = recognise(&header, &[], &input())?;
        assert_eq!(meaning.source, Some(1));
        assert_eq!(meaning.fields, [(2, Field::GivenName), (3, Field::FamilyName), (4, Field::BirthDate)]);
        Ok(())
    }

    #[test]
    fn a_column_without_a_telling_name_is_known_by_its_content() -> Result<()> {
        let header = texts(&["id", "contact", "day"]);
        let sample = [texts(&["1", "2"]), texts(&["a@b.eu", "c@d.eu"]), texts(&["1980-01-02", "1991-12-31"])];
        let meaning = recognise(&header, &sample, &input())?;
        assert_eq!(meaning.fields, [(1, Field::Email), (2, Field::BirthDate)]);
        Ok(())
    }

    #[test]
    fn a_name_that_its_content_belies_is_not_believed() -> Result<()> {
        let header = texts(&["id", "phone"]);
        let sample = [texts(&["1", "2"]), texts(&["yes", "no"])];
        assert_eq!(recognise(&header, &sample, &input())?.fields, []);
        Ok(())
    }

    #[test]
    fn the_map_overrules_and_mistakes_in_it_are_told() -> Result<()> {
        let header = texts(&["id", "name", "alias"]);
        let mut wanted = input();
        wanted.columns = texts(&["alias=given_name", "name="]);
        assert_eq!(recognise(&header, &[], &wanted)?.fields, [(2, Field::GivenName)]);
        wanted.columns = texts(&["alias=shoe_size"]);
        assert!(recognise(&header, &[], &wanted).is_err());
        wanted.columns = texts(&["nowhere=age"]);
        assert!(recognise(&header, &[], &wanted).is_err());
        Ok(())
    }
}
