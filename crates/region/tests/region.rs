//! The region as a whole: the same every time, readable, and true to what it says about itself.

#![expect(
    clippy::unwrap_used,
    clippy::panic,
    reason = "a test may stop where it fails"
)]

use std::collections::{BTreeMap, HashMap, HashSet};
use std::fs;
use std::path::{Path, PathBuf};
use std::sync::OnceLock;

use exchange::files::{Kind, Limits, Refusal, Row, Shape, open};
use region::{Summary, simulate};

const AGENCIES: [&str; 5] = [
    "employment-service",
    "municipality",
    "social-insurer",
    "clinic",
    "training-ngo",
];
const DAYS: [&str; 3] = ["2024-12-31", "2025-12-31", "2026-11-20"];

fn written(people: u32, seed: u64) -> (tempfile::TempDir, Summary) {
    let out = tempfile::tempdir().unwrap();
    let summary = simulate(people, seed, out.path(), &mut |_, _| {}).unwrap();
    (out, summary)
}

/// One region of two thousand for every test that only looks.
fn region() -> &'static (tempfile::TempDir, Summary) {
    static REGION: OnceLock<(tempfile::TempDir, Summary)> = OnceLock::new();
    REGION.get_or_init(|| written(2_000, 7))
}

struct Feed {
    text: toml::Table,
}

impl Feed {
    fn of(out: &Path, agency: &str, says: &str) -> Self {
        Self {
            text: fs::read_to_string(out.join(format!("feeds/{agency}-{says}.toml")))
                .unwrap()
                .parse()
                .unwrap(),
        }
    }

    fn word(&self, key: &str) -> Option<&str> {
        self.text.get(key).and_then(toml::Value::as_str)
    }

    fn shape(&self) -> Shape {
        let kind: Kind = toml::Value::String(self.word("kind").unwrap().into())
            .try_into()
            .unwrap();
        Shape {
            encoding: self.word("encoding").map(str::to_owned),
            delimiter: self.word("delimiter").and_then(|text| text.chars().next()),
            ..Shape::of(kind)
        }
    }

    fn key(&self, name: &str) -> String {
        self.text[name][0].as_str().unwrap().to_owned()
    }

    fn field(&self, shared: &str) -> Option<&str> {
        self.text["fields"]
            .get(shared)
            .and_then(toml::Value::as_str)
    }
}

/// The rows of one file as the feed reads them, and how many were refused.
fn read(
    out: &Path,
    day: &str,
    agency: &str,
    says: &str,
) -> (Vec<HashMap<String, String>>, Vec<String>) {
    let feed = Feed::of(out, agency, says);
    let path = out.join(day).join(agency).join(feed.word("file").unwrap());
    let rows = open(&path, &feed.shape(), &Limits::default())
        .unwrap_or_else(|refusal| panic!("{refusal}"));
    let columns = rows.columns().to_vec();
    for (_, column) in feed.text["fields"].as_table().unwrap() {
        assert!(
            columns.contains(&column.as_str().unwrap().to_owned()),
            "{agency} {says}: no column {column}"
        );
    }
    let mut good = Vec::new();
    let mut refused = Vec::new();
    for row in rows {
        match row {
            Ok(Row { values, .. }) => good.push(columns.iter().cloned().zip(values).collect()),
            Err(Refusal::Row(row)) => refused.push(row.to_string()),
            Err(Refusal::File(refusal)) => panic!("{refusal}"),
        }
    }
    (good, refused)
}

fn truth(out: &Path) -> HashMap<(String, String), String> {
    let rows = open(
        &out.join("truth.csv"),
        &Shape::of(Kind::Csv),
        &Limits::default(),
    )
    .unwrap();
    rows.map(|row| row.unwrap().values)
        .map(|row| ((row[0].clone(), row[1].clone()), row[2].clone()))
        .collect()
}

fn files(folder: &Path) -> Vec<PathBuf> {
    let mut found = Vec::new();
    for entry in fs::read_dir(folder).unwrap().map(Result::unwrap) {
        if entry.path().is_dir() {
            found.extend(files(&entry.path()))
        } else {
            found.push(entry.path())
        }
    }
    found.sort();
    found
}

#[test]
fn the_same_seed_writes_the_same_bytes_and_another_seed_others() {
    let [(one, first), (two, second), (three, _)] =
        [written(300, 5), written(300, 5), written(300, 6)];
    assert_eq!(first, second);
    let mut differing = 0;
    for path in files(one.path()) {
        let name = path.strip_prefix(one.path()).unwrap();
        let bytes = fs::read(&path).unwrap();
        assert!(
            bytes == fs::read(two.path().join(name)).unwrap(),
            "{} differs",
            name.display()
        );
        differing += usize::from(bytes != fs::read(three.path().join(name)).unwrap());
    }
    assert_eq!(differing, 31, "thirty files and the truth");
}

#[test]
fn every_file_is_read_back_and_every_record_is_in_the_truth() {
    let (out, summary) = region();
    let truth = truth(out.path());
    assert_eq!(truth.len() as u64, summary.records);
    let mut people_rows = 0;
    for (day, agency) in DAYS
        .iter()
        .flat_map(|day| AGENCIES.map(|agency| (*day, agency)))
    {
        let people = Feed::of(out.path(), agency, "people");
        let events = Feed::of(out.path(), agency, "events");
        let (rows, refused) = read(out.path(), day, agency, "people");
        assert!(refused.is_empty(), "{day} {agency}: {refused:?}");
        for row in &rows {
            let key = &row[&people.key("key")];
            assert!(
                key.is_empty() || truth.contains_key(&(agency.to_owned(), key.clone())),
                "{agency} {key}"
            );
        }
        people_rows += rows.len() as u64;
        let (rows, refused) = read(out.path(), day, agency, "events");
        assert!(refused.is_empty(), "{day} {agency}: {refused:?}");
        assert!(!rows.is_empty(), "{day} {agency} has no events");
        for row in &rows {
            let person = &row[&events.key("person")];
            assert!(
                truth.contains_key(&(agency.to_owned(), person.clone())),
                "{agency} {person}"
            );
        }
    }
    assert_eq!(people_rows, summary.people_rows);
}

#[test]
fn people_are_known_to_a_little_more_than_two_agencies() {
    let (_, summary) = region();
    let share = summary.records as f64 / summary.people as f64;
    assert!((2.0..2.5).contains(&share), "{share} records a person");
}

#[test]
fn a_few_rows_are_plainly_wrong_and_none_of_them_is_the_casts() {
    let (out, summary) = written(6_000, 2);
    let mut wrong = 0;
    for (day, agency) in DAYS
        .iter()
        .flat_map(|day| AGENCIES.map(|agency| (*day, agency)))
    {
        for says in ["people", "events"] {
            let feed = Feed::of(out.path(), agency, says);
            for row in read(out.path(), day, agency, says).0 {
                let impossible = row.values().any(|value| {
                    matches!(
                        value.as_str(),
                        "31.02.2025" | "31/02/25" | "2025-02-31" | "9?"
                    )
                });
                wrong += u64::from(impossible || row[&feed.key("key")].is_empty());
            }
        }
    }
    let share = wrong as f64 / (summary.people_rows + summary.event_rows) as f64;
    assert!((0.001..0.004).contains(&share), "{share}");
}

#[test]
fn status_periods_at_the_employment_service_do_not_overlap() {
    let (out, _) = region();
    let iso = |day: &str| {
        if day.is_empty() {
            "9999-12-31".to_owned()
        } else {
            [&day[6..], &day[3..5], &day[..2]].join("-")
        }
    };
    let mut periods: BTreeMap<String, BTreeMap<String, (String, String)>> = BTreeMap::new();
    let mut ended_later = 0;
    for day in DAYS {
        for row in read(out.path(), day, "employment-service", "events").0 {
            let plain = row["begin"] != "31.02.2025" && !row["event_no"].is_empty();
            if row["kind"] == "STA" && plain {
                let period = (iso(&row["begin"]), iso(&row["end"]));
                let earlier = periods
                    .entry(row["client_no"].clone())
                    .or_default()
                    .insert(row["event_no"].clone(), period);
                // What was still running is sent again under the same key when it ends.
                ended_later += usize::from(earlier.is_some_and(|(_, to)| to == "9999-12-31"));
            }
        }
    }
    assert!(
        ended_later > 100,
        "{ended_later} periods ended between deliveries"
    );
    for (client, periods) in periods {
        let mut sorted: Vec<_> = periods.into_values().collect();
        sorted.sort();
        for pair in sorted.windows(2) {
            assert!(pair[0].1 < pair[1].0, "{client}: {pair:?}");
        }
    }
}

#[test]
fn most_rows_of_two_deliveries_are_the_same() {
    let (out, _) = region();
    let people = |day: &str| -> HashMap<String, HashMap<String, String>> {
        let rows = read(out.path(), day, "employment-service", "people").0;
        rows.into_iter()
            .map(|mut row| {
                (row["client_no"].clone(), {
                    row.remove("as_of");
                    row
                })
            })
            .collect()
    };
    let (before, after) = (people(DAYS[1]), people(DAYS[2]));
    let same = before
        .iter()
        .filter(|(key, row)| after.get(*key) == Some(*row))
        .count();
    let share = same as f64 / before.len() as f64;
    assert!((0.75..0.99).contains(&share), "{share}");
}

#[test]
fn the_cast_is_there_even_when_nobody_else_is() {
    for people in [0, 1, 50] {
        let (out, summary) = written(people, u64::from(people) + 3);
        assert_eq!(summary.people, 14 + u64::from(people));
        let last = |agency: &str, says: &str| read(out.path(), DAYS[2], agency, says).0;
        let holds = |agency: &str, says: &str, wanted: &[&str]| {
            let found = last(agency, says).iter().any(|row| {
                wanted
                    .iter()
                    .all(|value| row.values().any(|found| found == value))
            });
            assert!(found, "{people}: {agency} {says} lacks {wanted:?}");
        };
        holds(
            "employment-service",
            "people",
            &["Haddad", "Amira", "18.05.1992", "ar", "1", "ES-0004711"],
        );
        holds(
            "municipality",
            "people",
            &["HADDAD Amira", "1992-05-18", "ar", "yes"],
        );
        holds("training-ngo", "people", &["18/05/92", "yes"]);
        holds(
            "employment-service",
            "people",
            &["Kertész", "Bruno", "09.02.1968"],
        );
        holds(
            "clinic",
            "events",
            &["back pain: up to 10 kg, no long standing; fit for lighter work"],
        );
        holds(
            "employment-service",
            "people",
            &["Lakatos", "Ilona", "14.03.1988"],
        );
        holds("municipality", "people", &["LAKATOSZ Ilonka", "1988-03-14"]);
        holds("training-ngo", "people", &["Lakatos Ilona", "04/03/88"]);
        let earlier = |words: [&str; 3]| {
            let rows = read(out.path(), DAYS[1], "employment-service", "events").0;
            assert!(
                rows.iter().any(|row| words
                    .iter()
                    .all(|word| row.values().any(|found| found == word))
                    && row["end"].is_empty()),
                "{words:?}"
            );
        };
        earlier(["ES-0004711", "AL", "10.11.2025"]);
        earlier(["ES-0005802", "AL", "21.07.2025"]);
        let bruno = |row: &&HashMap<String, String>| {
            row["client_no"] == "ES-0005802" && row["kind"] == "VER"
        };
        assert!(DAYS.iter().all(|day| {
            !read(out.path(), day, "employment-service", "events")
                .0
                .iter()
                .any(|row| bruno(&row))
        }));
    }
}

#[test]
fn ilona_is_one_person_in_three_agencies_with_her_number_in_two() {
    let (out, _) = region();
    let truth = truth(out.path());
    let ilona = &truth[&("employment-service".to_owned(), "ES-0006120".to_owned())];
    let known: HashSet<&str> = truth
        .iter()
        .filter(|(_, person)| *person == ilona)
        .map(|((agency, _), _)| agency.as_str())
        .collect();
    assert_eq!(
        known,
        HashSet::from(["employment-service", "municipality", "training-ngo"])
    );
    let number = |agency: &str, key: &str| {
        let feed = Feed::of(out.path(), agency, "people");
        let rows = read(out.path(), DAYS[2], agency, "people").0;
        let row = rows
            .into_iter()
            .find(|row| row.values().any(|value| value == key))
            .unwrap();
        feed.field("national_id").map(|column| row[column].clone())
    };
    let one = number("employment-service", "ES-0006120").unwrap();
    assert_eq!(number("municipality", "LAKATOSZ Ilonka"), Some(one));
    assert_eq!(number("training-ngo", "04/03/88"), None);
}
