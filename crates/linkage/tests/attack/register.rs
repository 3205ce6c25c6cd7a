//! Registers of invented people.

use linkage::{Field, Table};

/// One person as a register writes them.
#[derive(Clone)]
pub struct Person {
    pub key: String,
    pub given: String,
    pub family: String,
    pub birth: String,
    pub id: String,
    pub phone: String,
    pub email: String,
    pub street: String,
    pub house: String,
}

impl Person {
    pub fn fields(&self) -> [&str; 8] {
        [&self.given, &self.family, &self.birth, &self.id, &self.phone, &self.email, &self.street, &self.house]
    }
}

/// The employment service's clients of a region with so many people.
pub fn of_region(people: u32) -> Vec<Person> {
    let folder = tempfile::tempdir().unwrap();
    region::simulate(people, 1, folder.path(), &mut |_, _| {}).unwrap();
    let bytes = std::fs::read(folder.path().join("2026-11-20/employment-service/people.csv")).unwrap();
    let text: String = bytes.iter().map(|byte| char::from(*byte)).collect();
    let mut reader = csv::ReaderBuilder::new().delimiter(b';').from_reader(text.as_bytes());
    let header = reader.headers().unwrap().clone();
    let place = |name: &str| header.iter().position(|column| column == name).unwrap();
    let columns = ["client_no", "vorname", "zuname", "geb_datum", "pers_nr", "telefon", "email", "strasse", "hausnr"].map(place);
    let person = |row: csv::StringRecord| {
        let [key, given, family, birth, id, phone, email, street, house] = columns.map(|at| row[at].to_owned());
        Person { key, given, family, birth, id, phone, email, street, house }
    };
    reader.records().map(|row| person(row.unwrap())).collect()
}

/// An encoded and a plain register of the same size, at most `most` people, of whom `overlap` are in both; in different orders.
pub fn two_registers(all: &[Person], overlap: f64, most: usize) -> (Vec<Person>, Vec<Person>) {
    let mut all = all.to_vec();
    shuffle(&mut all, 1);
    let size = ((all.len() as f64 / (2.0 - overlap)) as usize).min(most);
    let apart = size - (size as f64 * overlap) as usize;
    let mut secret = all[..size].to_vec();
    let mut plain = all[apart..apart + size].to_vec();
    shuffle(&mut secret, 2);
    shuffle(&mut plain, 3);
    (secret, plain)
}

fn shuffle(people: &mut [Person], seed: u64) {
    let mut state = seed.wrapping_mul(0x9e37_79b9_7f4a_7c15);
    for at in (1..people.len()).rev() {
        state = state.wrapping_mul(6_364_136_223_846_793_005).wrapping_add(1_442_695_040_888_963_407);
        people.swap(at, (state >> 33) as usize % (at + 1));
    }
}

pub fn table(people: &[Person]) -> Table {
    let fields = [
        Field::GivenName, Field::FamilyName, Field::BirthDate, Field::NationalId, Field::Phone, Field::Email, Field::Street, Field::HouseNumber,
    ];
    let mut builder = Table::builder(&fields);
    for person in people {
        builder.push(0, &person.fields());
    }
    builder.build()
}
