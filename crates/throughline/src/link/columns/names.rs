//! Names by which columns go in the languages of Europe, folded, without spaces and punctuation.

use linkage::Field;

/// For each field, its names; the field that stands first wins where a name stands twice.
const NAMES: &[(Field, &str)] = &[
    (
        Field::GivenName,
        "givenname given givennames firstname first forename forenames fname vorname rufname vardas prenom prenoms imie pierwszeimie nombre nombres \
         nome primeironome nomeproprio eesnimi vards etunimi etunimet prenume voornaam voornamen fornavn fornamn tilltalsnamn jmeno krestnijmeno meno \
         krstnemeno keresztnev utonev ime christianname",
    ),
    (Field::MiddleName, "middlename middle middleinitial mi secondname secondgivenname mname zweitername drugieimie deuxiemeprenom segundonombre mellannamn mellemnavn otchestvo patronymic"),
    (
        Field::FamilyName,
        "familyname family surname lastname last lname nachname familienname zuname pavarde nom nomdefamille nazwisko apellido apellidos apelido \
         apelidos sobrenome cognome perekonnanimi perenimi uzvards sukunimi nume numedefamilie achternaam efternavn efternamn etternavn prijmeni \
         priezvisko vezeteknev csaladnev prezime priimek",
    ),
    (Field::FullName, "fullname name personname vardaspavarde vollername nomcomplet nomecompleto nombrecompleto imieinazwisko naam navn namn nimi nev teljesnev"),
    (
        Field::BirthDate,
        "birthdate dateofbirth dob birthday born birth birthdt dtbirth datebirth bday geburtsdatum geburtstag gebdat gebdatum geboren gimimodata gimdata \
         datedenaissance datenaissance naissance dataurodzenia urodzony fechanacimiento fechadenacimiento nacimiento datanascita datadinascita nascita \
         natoil datanascimento datadenascimento nascimento datanasterii datanastere geboortedatum fodselsdato fodselsdag fodelsedatum syntymaaika \
         syntymapaiva sunniaeg sunnikuupaev dzimsanasdatums datumnarozeni narozen datumnarodenia szuletesidatum szuletesiido szuletesnap datumrodenja \
         datumrojstva",
    ),
    (Field::Age, "age alter amzius edad eta idade wiek vek vanus vecums ika alder leeftijd"),
    (Field::Sex, "sex gender geschlecht lytis sexe plec sexo sesso geslacht kon kjonn sukupuoli sugu dzimums pohlavi pohlavie nem neme spol genre genero"),
    (
        Field::NationalId,
        "nationalid nationalidnumber nationalinsurancenumber nin nino ssn socsecid socialsecuritynumber socialsecurity personalid personalcode \
         personalnumber personnumber asmenskodas ak pesel isikukood personaskods idnumber idcode taxid taxnumber bsn burgerservicenummer personnummer cpr cprnummer \
         fodselsnummer henkilotunnus hetu rodnecislo rc cnp codnumericpersonal egn nif dni nie dninie codicefiscale codfiscale cf nir numsecu \
         numerosecu numerodesecuritesociale insee steuerid steueridnr idnr steuernummer sozialversicherungsnummer svnr rvnr taj tajszam adoazonosito emso jmbg oib \
         rijksregisternummer nationalnumber nrn amka afm ppsn nhsnumber insurancenumber",
    ),
    (
        Field::Phone,
        "phone phonenumber telephone telephonenumber tel telno mobile mobilephone mobilenumber telefon telefonas telefonnummer telefono telefone telefoon handy handynummer \
         cell cellphone gsm movil cellulare komorka puhelin puhelinnumero talrunis matkapuhelin telemovel mobil mobilnr",
    ),
    (Field::Email, "email emailaddress mail emails elpastas courriel correo correoelectronico epost epasts sahkoposti adresemail adresemel epostadress"),
    (
        Field::HouseNumber,
        "housenumber houseno housenr house streetnumber streetno streetnr buildingnumber hausnummer hausnr hnr namas number numero nrdomu numerdomu \
         huisnummer husnr husnummer civico numerocivico numar haznumber hazszam cislopopisne maja majanumber majasnumurs talonumero kucnibroj",
    ),
    (Field::Unit, "unit unitnumber flat flatno flatnumber apartment apartmentno apt aptno door butas wohnung nrmieszkania mieszkanie korter dzivoklis asunto toevoeging interno appartement puerta piso byt"),
    (Field::PoBox, "pobox postbox postfach"),
    (
        Field::Postcode,
        "postcode postalcode zip zipcode plz postleitzahl pastokodas codepostal kodpocztowy codigopostal cp cap codicepostale codpostal postnummer \
         postnr postinumero postiindeks pastaindekss psc iranyitoszam postanskibroj postnastevilka",
    ),
    (
        Field::Street,
        "street streetname streetaddress address address1 addressline1 addressline addr addr1 strasse anschrift adresse gatve adresas rue ulica calle via \
         indirizzo direccion domicilio morada rua adres straat straatnaam gate gata gatuadress vej vejnavn adresa strada katuosoite osoite tanav aadress iela adrese \
         ulice utca cim lakcim",
    ),
    (
        Field::City,
        "city town suburb locality miestas ort wohnort stadt ville commune miasto miejscowosc ciudad place municipality citta comune cidade localidade \
         poblacion municipio localitate oras woonplaats plaats stad by postort kaupunki postitoimipaikka linn pilseta mesto obec telepules varos grad residence",
    ),
    (Field::Region, "region state county province land apskritis bundesland wojewodztwo provincia judet maakond kraj departement lan"),
    (Field::Suburb, "district address2 addressline2 addr2 neighbourhood neighborhood suburb quartier ortsteil stadtteil dzielnica barrio kerulet"),
];

/// Words in a column's name that make it about something or somebody else than the person themselves, now.
const ELSEWHERE: &[&str] = &[
    "mother", "father", "mothers", "fathers", "spouse", "partner", "parent", "child", "employer", "company", "agency", "organisation", "organization", "user",
    "maiden", "former", "previous", "old", "death", "emergency", "contact", "doctor", "worker", "clerk", "file", "country", "created", "updated", "bank", "work",
];

/// The words of a column's name, folded: `clientFirstName` and `CLIENT_FIRST_NAME` have three.
fn words(name: &str) -> Vec<String> {
    let mut parted = String::new();
    let mut before = ' ';
    for letter in name.chars() {
        if letter.is_uppercase() && before.is_lowercase() {
            parted.push(' ');
        }
        parted.push(letter);
        before = letter;
    }
    linkage::fold(&parted).split(' ').filter(|word| !word.is_empty()).map(str::to_owned).collect()
}

/// What a column of this name holds, if the field is still free: its whole name first, then the longest run of its words that is a name.
pub(super) fn field_of(name: &str, free: &dyn Fn(Field) -> bool) -> Option<Field> {
    let known = |name: &str| NAMES.iter().find(|(field, names)| free(*field) && names.split_whitespace().any(|known| known == name)).map(|(field, _)| *field);
    let words = words(name);
    if let Some(field) = known(&words.concat()) {
        return Some(field);
    }
    if words.iter().any(|word| ELSEWHERE.contains(&word.as_str())) {
        return None;
    }
    let runs = (0..words.len()).flat_map(|from| (from + 1..=words.len()).map(move |to| (from, to)));
    let mut runs: Vec<String> = runs.filter_map(|(from, to)| words.get(from..to).map(<[String]>::concat)).filter(|run| run.len() > 2).collect();
    runs.sort_by_key(|run| std::cmp::Reverse(run.len()));
    runs.iter().find_map(|run| known(run))
}

/// Whether a column of this name tells where a record comes from.
pub(super) fn is_source(name: &str) -> bool {
    matches!(words(name).concat().as_str(), "source" | "agency" | "sourcesystem" | "datasource" | "dataset" | "quelle" | "saltinis")
}

/// Whether a column of this name numbers the records.
pub(super) fn is_record_id(name: &str) -> bool {
    matches!(words(name).concat().as_str(), "id" | "recordid" | "recid" | "rowid" | "uid" | "recordkey" | "key" | "recordno" | "satznummer")
}

#[cfg(test)]
mod tests {
    use super::*;

    fn field(name: &str) -> Option<Field> {
        field_of(name, &|_| true)
    }

    #[test]
    fn columns_are_known_in_many_languages_and_any_dress() {
        for (name, known) in [
            ("Vorname", Field::GivenName),
            ("prénom", Field::GivenName),
            ("Příjmení", Field::FamilyName),
            ("data_nascita", Field::BirthDate),
            ("clientFirstName", Field::GivenName),
            ("PATIENT_DOB", Field::BirthDate),
            ("name.given", Field::GivenName),
            ("home_phone_1", Field::Phone),
            ("Straße", Field::Street),
            ("sähköposti", Field::Email),
            ("address.postcode", Field::Postcode),
        ] {
            assert_eq!(field(name), Some(known), "{name}");
        }
    }

    #[test]
    fn what_is_said_of_others_is_not_taken_for_the_persons_own() {
        for name in ["mother_name", "employer", "maiden_name", "country_of_birth", "date_of_death", "updated", "c1"] {
            assert_eq!(field(name), None, "{name}");
        }
    }
}
