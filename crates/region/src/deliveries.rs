//! The three deliveries: what each agency knew on the day, and what was new since the last.

use std::fs;
use std::io::BufWriter;
use std::path::Path;

use chrono::NaiveDate;

use crate::agencies::{AGENCIES, Known, Layout, Told};
use crate::chance::Chance;
use crate::days::{begin, delivery_days, later};
use crate::people::{Case, Event, Record};
use crate::sheets::{Cell, Column, Format, Holds, Sheet};
use crate::{RegionError, Summary};

/// How many rows are plainly wrong.
const SPOILED: f64 = 0.002;
/// Columns whose values are codes, so that one nobody knows can be put there.
const CODES: [&str; 6] = ["geschlecht", "Sex", "sex", "kind", "Matter", "type"];

/// All files of all deliveries, open for writing.
pub(crate) struct Deliveries {
    /// People and events, by delivery and by agency.
    sheets: Vec<Vec<(Sheet, Sheet)>>,
    truth: csv::Writer<BufWriter<fs::File>>,
    summary: Summary,
}

impl Deliveries {
    /// Creates the folders and begins every file.
    pub(crate) fn create(out: &Path) -> Result<Self, RegionError> {
        let mut sheets = Vec::new();
        for day in delivery_days() {
            let mut of_day = Vec::new();
            for agency in AGENCIES {
                let layout = agency.layout();
                let folder = out.join(day.to_string()).join(layout.name);
                fs::create_dir_all(&folder).map_err(|source| RegionError::File {
                    path: folder.clone(),
                    source,
                })?;
                let file = |name: &str| folder.join(format!("{name}.{}", layout.format.ending()));
                let people = Sheet::create(&file("people"), layout.format, layout.people)?;
                of_day.push((
                    people,
                    Sheet::create(&file("events"), layout.format, layout.events)?,
                ));
            }
            sheets.push(of_day);
        }
        let path = out.join("truth.csv");
        let file = fs::File::create(&path).map_err(|source| RegionError::File { path, source })?;
        let mut truth = csv::Writer::from_writer(BufWriter::new(file));
        truth.write_record(["agency", "record_key", "person_id"])?;
        Ok(Self {
            sheets,
            truth,
            summary: Summary::default(),
        })
    }

    /// Writes everything about one person into every delivery.
    pub(crate) fn add(&mut self, case: &Case, chance: &mut Chance) -> Result<(), RegionError> {
        self.summary.people += 1;
        let person_id = format!("P{:07}", self.summary.people);
        for (record, events) in &case.records {
            self.summary.records += 1;
            let layout = record.agency.layout();
            self.truth
                .write_record([layout.name, &record.key, &person_id])?;
            let mut before = later(begin(), -10_000);
            for (at, day) in delivery_days().into_iter().enumerate() {
                let Some((people, happened)) = self
                    .sheets
                    .get_mut(at)
                    .and_then(|sheets| sheets.get_mut(record.agency as usize))
                else {
                    continue;
                };
                if record.opened <= day {
                    let cells = (layout.person)(&Known {
                        person: &case.person,
                        record,
                        day,
                    });
                    self.summary.people_rows += 1;
                    people.write(if case.is_cast {
                        cells
                    } else {
                        perhaps_spoiled(cells, layout.people, layout, chance)
                    })?;
                }
                for event in events {
                    if let Some(told) = told(event, record, before, day) {
                        let cells = (layout.event)(&told);
                        self.summary.event_rows += 1;
                        // Losing the end of a spell would leave two running at once.
                        let whole = case.is_cast || event.kind == "status";
                        happened.write(if whole {
                            cells
                        } else {
                            perhaps_spoiled(cells, layout.events, layout, chance)
                        })?;
                    }
                }
                before = day;
            }
        }
        Ok(())
    }

    /// Ends every file.
    pub(crate) fn finish(mut self) -> Result<Summary, RegionError> {
        for (people, events) in self.sheets.into_iter().flatten() {
            people.finish()?;
            events.finish()?;
        }
        self.truth.flush()?;
        Ok(self.summary)
    }
}

/// An event as told on a day, when there is something to tell since the delivery before: that it happened, that it
/// ended, or that it was not quite so.
fn told<'a>(
    event: &'a Event,
    record: &'a Record,
    before: NaiveDate,
    day: NaiveDate,
) -> Option<Told<'a>> {
    let since = |when: NaiveDate| before < when && when <= day;
    let reported = later(event.from, event.delay);
    if reported > day {
        return None;
    }
    let ended = event.to.map(|to| later(to, event.delay));
    let corrected = event.corrected.as_ref().filter(|(when, _)| *when <= day);
    let is_news = since(reported)
        || ended.is_some_and(since)
        || corrected.is_some_and(|(when, _)| since(*when));
    is_news.then(|| Told {
        event,
        record,
        to: event.to.filter(|_| ended.is_some_and(|ended| ended <= day)),
        text: corrected.map_or(&event.text, |(_, text)| text),
    })
}

/// The row, or now and then one with a day that does not exist, a code nobody knows, or no key.
fn perhaps_spoiled(
    mut cells: Vec<Cell>,
    columns: &[Column],
    layout: &Layout,
    chance: &mut Chance,
) -> Vec<Cell> {
    if !chance.is(SPOILED) {
        return cells;
    }
    let choice = chance.between(0, 2);
    let spoiled = columns
        .iter()
        .zip(&cells)
        .enumerate()
        .find_map(|(at, (column, cell))| match (choice, column.holds, cell) {
            (1, Holds::DayText, Cell::Text(day)) => Some((at, impossible(day))),
            (1, Holds::Day, _) if layout.format == Format::Workbook => Some((at, "31.02.2025")),
            (2, ..) if CODES.contains(&column.name) => Some((at, "9?")),
            _ => None,
        });
    let (at, value) = spoiled.unwrap_or((0, ""));
    if let Some(cell) = cells.get_mut(at) {
        *cell = Cell::Text(value.to_owned());
    }
    cells
}

fn impossible(day: &str) -> &'static str {
    match day {
        dotted if dotted.contains('.') => "31.02.2025",
        slashed if slashed.contains('/') => "31/02/25",
        _ => "2025-02-31",
    }
}
