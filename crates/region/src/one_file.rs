//! All agencies' records in one file, in no telling order, with the truth beside it: for measuring linkage.

use std::fs::File;
use std::io::BufWriter;
use std::path::Path;

use crate::agencies::{Agency, Known};
use crate::chance::Chance;
use crate::days::end;
use crate::people::{Person, Record, Sex};
use crate::{RegionError, Summary, households, memberships};

/// The columns of the file.
const COLUMNS: [&str; 14] = [
    "record_id", "source", "given_name", "family_name", "birth_date", "sex", "national_id", "phone", "email", "street", "house", "unit",
    "postcode", "city",
];
/// Where the row that was `n`th to be made is written: so many rows further, around the end. A prime, so that none meets another.
const STRIDE: u64 = 7_046_029_254_386_353_087;

/// Writes `records` records of five agencies to the CSV file `out`, and whose they are to the same name with `_truth` at its end.
///
/// The same number and seed give the same files. All rows are held in memory, about 150 bytes each.
///
/// # Errors
/// When a file cannot be written.
pub fn simulate_records(records: u64, seed: u64, out: &Path, progress: &mut dyn FnMut(&str, f32)) -> Result<Summary, RegionError> {
    let mut rows = Rows::default();
    let mut counters = memberships::Counters::default();
    let mut summary = Summary::default();
    while rows.len() < records {
        let mut chance = Chance::new(seed, summary.people + 1);
        for person in households::household(&mut chance, u32::MAX) {
            summary.people += 1;
            let case = memberships::join(person, &mut counters, &mut chance);
            for (record, _) in case.records.iter().take((records - rows.len()) as usize) {
                rows.add(summary.people, &cells(&case.person, record));
            }
        }
        progress("people", rows.len() as f32 / records as f32);
    }
    progress("writing the file", 1.0);
    rows.write(out)?;
    summary.records = records;
    summary.people_rows = records;
    Ok(summary)
}

/// Rows as they will stand in the file, without their ids.
#[derive(Default)]
struct Rows {
    /// All cells, each with a tab behind it.
    whole: String,
    /// Where each row ends, and whose it is.
    ends: Vec<(usize, u64)>,
}

impl Rows {
    fn len(&self) -> u64 {
        self.ends.len() as u64
    }

    fn add(&mut self, person: u64, cells: &[String]) {
        for cell in cells {
            self.whole.push_str(cell);
            self.whole.push('\t');
        }
        self.ends.push((self.whole.len(), person));
    }

    fn write(&self, out: &Path) -> Result<(), RegionError> {
        let name = out.file_stem().unwrap_or_default().to_string_lossy();
        let mut table = create(out)?;
        let mut truth = create(&out.with_file_name(format!("{name}_truth.csv")))?;
        table.write_record(COLUMNS)?;
        truth.write_record(["record_id", "entity_id"])?;
        for place in 0..self.len() {
            let at = (u128::from(place) * u128::from(STRIDE) % u128::from(self.len())) as usize;
            let from = at.checked_sub(1).and_then(|before| self.ends.get(before)).map_or(0, |(end, _)| *end);
            let Some((end, person)) = self.ends.get(at) else { continue };
            let row = self.whole.get(from..end - 1).unwrap_or_default();
            let id = place.to_string();
            table.write_record(std::iter::once(id.as_str()).chain(row.split('\t')))?;
            truth.write_record([id, person.to_string()])?;
        }
        table.flush()?;
        Ok(truth.flush()?)
    }
}

fn create(path: &Path) -> Result<csv::Writer<BufWriter<File>>, RegionError> {
    let file = File::create(path).map_err(|source| RegionError::File { path: path.to_owned(), source })?;
    Ok(csv::Writer::from_writer(BufWriter::new(file)))
}

/// What an agency knows of a person, its dates in its own manner. The clinic asks little, the training organisation less than most.
fn cells(person: &Person, record: &Record) -> Vec<String> {
    let known = Known { person, record, day: end() };
    let (days, sexes) = match record.agency {
        Agency::EmploymentService => ("%d.%m.%Y", ["2", "1", "3"]),
        Agency::Municipality => ("%d.%m.%Y", ["F", "M", "X"]),
        Agency::SocialInsurer => ("%Y-%m-%d", ["female", "male", "other"]),
        Agency::Clinic => ("%Y-%m-%d", [""; 3]),
        Agency::TrainingNgo => ("%d/%m/%y", ["w", "m", "x"]),
    };
    let [woman, man, other] = sexes;
    let sex = match person.sex {
        Sex::Woman => woman,
        Sex::Man => man,
        Sex::Other => other,
    };
    let brief = record.agency == Agency::Clinic;
    let home = known.home();
    let at_home = |said: &str| if brief || record.agency == Agency::TrainingNgo { String::new() } else { said.to_owned() };
    vec![
        record.agency.layout().name.to_owned(),
        record.given.clone(),
        known.family(),
        record.birth.format(days).to_string(),
        sex.to_owned(),
        known.national_id(),
        known.phone(),
        if brief { String::new() } else { known.email() },
        at_home(&home.street),
        at_home(&home.house),
        at_home(&home.unit),
        at_home(&home.postcode),
        if brief { String::new() } else { home.city.clone() },
    ]
}
