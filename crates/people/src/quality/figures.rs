//! The figures of the panel as tables: every one with its number of cases, and a bar where it is a share.

use super::estimate::{Asked, Estimate, precision, recall};
use super::store::{self, Sample};
use super::strata::STRATA;
use crate::links::{self, level_word};
use crate::records::{self, Said};
use db::{DbError, Tx};
use linkage::Model;
use office::organisations::Titles;
use rights::Permit;
use std::collections::{BTreeMap, HashMap};
use web::Shell;
use words::Time;

/// Below so many answers no precision and no recall is shown: a single slip would move them by more than their interval tells.
pub(super) const LEAST_ANSWERS: usize = 50;

/// One figure: its word in messages, from how many cases it is made, and its table.
pub(super) struct Figure {
    pub key: &'static str,
    pub n: usize,
    /// Words of the columns; the first names the rows.
    pub columns: &'static [&'static str],
    pub rows: Vec<Vec<Cell>>,
    /// What keeps it from being shown.
    pub note: Option<String>,
}

/// A cell; a share has a bar from 0 to 100.
pub(super) struct Cell {
    pub text: String,
    pub bar: Option<i64>,
}

/// Where figures come from: the database as it stands, and the words of the page.
pub(super) struct Source<'a> {
    pub shell: &'a Shell,
    pub titles: Titles,
    pub now: Time,
}

fn text(text: impl Into<String>) -> Cell {
    Cell { text: text.into(), bar: None }
}

fn number(number: impl std::fmt::Display) -> Cell {
    text(number.to_string())
}

/// A share with one decimal, cut, not rounded: 99.96 % is not shown as everything.
fn share(part: f64, whole: f64) -> Cell {
    if whole <= 0.0 {
        return text("–");
    }
    let thousandths = (part / whole * 1000.0 + 1e-9).floor();
    #[expect(clippy::cast_possible_truncation, reason = "clamped to 0..=100 first")]
    let bar = (thousandths / 10.0).clamp(0.0, 100.0) as i64;
    Cell { text: format!("{:.1} %", thousandths / 10.0), bar: Some(bar) }
}

fn share_of(part: i64, whole: i64) -> Cell {
    #[expect(clippy::cast_precision_loss, reason = "counts of records stay far below 2^52")]
    share(part as f64, whole as f64)
}

/// What the blind sample says of precision and recall; without enough answers, how many there are and how many it needs.
pub(super) fn estimates(shell: &Shell, sample: Option<&Sample>) -> Figure {
    let strata = sample.map(asked).unwrap_or_default();
    let of = |linked: bool| -> Vec<Asked> { STRATA.iter().zip(&strata).filter(|(s, _)| s.linked == linked).map(|(_, asked)| *asked).collect() };
    let answers: usize = strata.iter().map(|asked| (asked.same + asked.different) as usize).sum();
    let needs = LEAST_ANSWERS.min(sample.map_or(LEAST_ANSWERS, |sample| sample.pairs.len()));
    let (linked, apart) = (of(true), of(false));
    let estimated = (answers >= needs.max(1)).then(|| (precision(&linked), recall(&linked, &apart)));
    let line = |word: &str, estimate: Option<Estimate>| {
        let limit = |value: fn(&Estimate) -> f64| estimate.as_ref().map_or_else(|| text("–"), |e| share(value(e), 1.0));
        vec![text(shell.word("quality-row", word)), limit(|e| e.value), limit(|e| e.low), limit(|e| e.high)]
    };
    let (rows, note) = match estimated {
        Some((precision, recall)) => {
            let few = (answers < LEAST_ANSWERS).then(|| shell.with2("quality-few", &answers.to_string(), &LEAST_ANSWERS.to_string()));
            (vec![line("precision", precision), line("recall", recall)], few)
        }
        None => (Vec::new(), Some(shell.with2("quality-not-enough", &answers.to_string(), &needs.to_string()))),
    };
    Figure { key: "estimates", n: answers, columns: &["measure", "estimate", "low", "high"], rows, note }
}

/// What was asked and said, in the order of the strata.
fn asked(sample: &Sample) -> Vec<Asked> {
    let of = |word: &str| {
        let count = |answer: &str| {
            let said = sample.pairs.iter().filter(|pair| pair.stratum == word && pair.answer.as_deref() == Some(answer));
            u32::try_from(said.count()).unwrap_or(u32::MAX)
        };
        let population = sample.strata.iter().find(|(stratum, _)| stratum == word).map_or(0, |(_, pairs)| *pairs);
        Asked { population, same: count("same"), different: count("different") }
    };
    STRATA.iter().map(|stratum| of(stratum.word)).collect()
}

/// The strata of the sample: how many pairs there are, were drawn, and what was said.
pub(super) fn strata(shell: &Shell, sample: Option<&Sample>) -> Figure {
    let counts = sample.map(asked).unwrap_or_default();
    let row = |(stratum, asked): (&super::strata::Stratum, &Asked)| {
        let of = |answer: Option<&str>| {
            let pairs = sample.map_or(&[][..], |sample| &sample.pairs);
            pairs.iter().filter(|pair| pair.stratum == stratum.word && (answer.is_none() || pair.answer.as_deref() == answer)).count()
        };
        vec![
            text(shell.word("quality-stratum", stratum.word)), number(asked.population), number(of(None)), number(asked.same),
            number(asked.different), number(of(Some("unsure"))),
        ]
    };
    let rows = STRATA.iter().zip(&counts).map(row).collect();
    let n = sample.map_or(0, |sample| sample.pairs.len());
    Figure { key: "strata", n, columns: &["stratum", "pairs", "drawn", "same", "different", "unsure"], rows, note: None }
}

impl Source<'_> {
    /// Every figure that needs no more than counting.
    pub async fn panel(&self, tx: &mut Tx, permit: &Permit) -> Result<Vec<Figure>, DbError> {
        let sample = store::newest(tx, permit).await?;
        Ok(vec![
            estimates(self.shell, sample.as_ref()), strata(self.shell, sample.as_ref()), self.queue(tx, permit).await?,
            self.duplicates(tx, permit).await?, self.alone(tx, permit).await?, self.undone(tx, permit).await?,
            self.weights(tx, permit).await?,
        ])
    }

    /// The figures that look at every record: what is missing, and what has changed since the model was learnt.
    pub async fn of_fields(&self, tx: &mut Tx, permit: &Permit) -> Result<Vec<Figure>, DbError> {
        let now = records::said_at(tx, permit, self.now).await?;
        let learnt = store::models(tx, permit).await?.first().map(|(at, ..)| *at);
        let then = match learnt {
            Some(at) => records::said_at(tx, permit, at).await?,
            None => Vec::new(),
        };
        Ok(vec![self.missing(&now), self.drift(&then, &now)])
    }

    async fn queue(&self, tx: &mut Tx, permit: &Permit) -> Result<Figure, DbError> {
        let today = self.now.date();
        let mut ages: Vec<i64> = links::possible(tx, permit).await?.iter().map(|pair| today.days_since(pair.found_at.date()).max(0)).collect();
        ages.sort_unstable();
        let named = |word: &str, cell: Cell| vec![text(self.shell.word("quality-row", word)), cell];
        let days = |age: Option<&i64>| age.map_or_else(|| text("–"), |age| text(self.shell.count("quality-days", *age)));
        let mut rows = vec![
            named("open", number(ages.len())), named("median-age", days(ages.get(ages.len() / 2))), named("oldest", days(ages.last())),
        ];
        let mut weeks: BTreeMap<i64, usize> = BTreeMap::new();
        for age in &ages {
            *weeks.entry(age / 7).or_default() += 1;
        }
        rows.extend(weeks.into_iter().map(|(weeks, pairs)| vec![text(self.shell.count("quality-week", weeks)), number(pairs)]));
        Ok(Figure { key: "queue", n: ages.len(), columns: &["age", "pairs"], rows, note: None })
    }

    async fn duplicates(&self, tx: &mut Tx, permit: &Permit) -> Result<Figure, DbError> {
        let found = store::duplicates(tx, permit).await?;
        let n = found.iter().map(|(_, records, _)| usize::try_from(*records).unwrap_or(0)).sum();
        let row = |(organisation, records, clients): &(String, i64, i64)| {
            vec![self.source(organisation), number(records), number(records - clients), share_of(records - clients, *records)]
        };
        Ok(Figure { key: "duplicates", n, columns: &["source", "records", "repeats", "share"], rows: found.iter().map(row).collect(), note: None })
    }

    async fn alone(&self, tx: &mut Tx, permit: &Permit) -> Result<Figure, DbError> {
        let alone: HashMap<String, i64> = store::alone(tx, permit).await?.into_iter().collect();
        let all = store::duplicates(tx, permit).await?;
        let n = all.iter().map(|(_, records, _)| usize::try_from(*records).unwrap_or(0)).sum();
        let row = |(organisation, records, _): &(String, i64, i64)| {
            let alone = alone.get(organisation).copied().unwrap_or(0);
            vec![self.source(organisation), number(records), number(alone), share_of(alone, *records)]
        };
        Ok(Figure { key: "alone", n, columns: &["source", "records", "unmatched", "share"], rows: all.iter().map(row).collect(), note: None })
    }

    async fn undone(&self, tx: &mut Tx, permit: &Permit) -> Result<Figure, DbError> {
        let decided = store::decided(tx, permit, self.now.plus_seconds(-30 * 24 * 3600)).await?;
        let of = |kinds: &[&str]| {
            let some = decided.iter().filter(|(kind, ..)| kinds.contains(&kind.as_str()));
            some.fold((0, 0), |(all, lately), (_, more, more_lately)| (all + more, lately + more_lately))
        };
        let row = |word: &str, kinds: &[&str]| {
            let (all, lately) = of(kinds);
            vec![text(self.shell.word("quality-row", word)), number(lately), number(all)]
        };
        let n = usize::try_from(decided.iter().map(|(_, all, _)| *all).sum::<i64>()).unwrap_or(0);
        let rows = vec![row("undone", &["unlinked", "split"]), row("joined", &["same"])];
        Ok(Figure { key: "undone", n, columns: &["decision", "thirty-days", "total"], rows, note: None })
    }

    async fn weights(&self, tx: &mut Tx, permit: &Permit) -> Result<Figure, DbError> {
        let models = store::models(tx, permit).await?;
        let n = models.first().map_or(0, |(_, records, _)| usize::try_from(*records).unwrap_or(0));
        let read: Vec<Model> = models.iter().filter_map(|(_, _, text)| Model::from_toml(text).ok()).collect();
        let columns = &["level", "m-before", "m-now", "u-before", "u-now", "bits-change"];
        let [now, before] = read.as_slice() else {
            return Ok(Figure { key: "weights", n, columns, rows: Vec::new(), note: Some(self.shell.say("quality-one-model")) });
        };
        let mut rows = Vec::new();
        for (comparison, level) in now.comparisons.iter().flat_map(|c| c.levels.iter().map(move |level| (c.name, level))) {
            let earlier = before.comparisons.iter().find(|c| c.name == comparison).and_then(|c| c.levels.iter().find(|l| l.level == level.level));
            let Some(earlier) = earlier else { continue };
            let change = (level.m / level.u).log2() - (earlier.m / earlier.u).log2();
            let (what, how) = (self.shell.word("matches-compared", &level_word(&comparison)), self.shell.word("matches-level", &level_word(&level.level)));
            let sign = if change < 0.0 { "−" } else { "+" };
            rows.push(vec![
                text(self.shell.with2("matches-line", &what, &how)), number(format_args!("{:.4}", earlier.m)), number(format_args!("{:.4}", level.m)),
                number(format_args!("{:.6}", earlier.u)), number(format_args!("{:.6}", level.u)), number(format_args!("{sign}{:.2}", change.abs())),
            ]);
        }
        Ok(Figure { key: "weights", n, columns, rows, note: None })
    }

    fn missing(&self, said: &[(String, Said)]) -> Figure {
        let mut counts: BTreeMap<&str, (i64, [i64; 5])> = BTreeMap::new();
        for (organisation, said) in said {
            let (records, without) = counts.entry(organisation).or_default();
            *records += 1;
            let (given, family) = said.names();
            let there = [given.is_some() && family.is_some(), has(said, "birth_date"), has(said, "national_id"), said.address().is_some(),
                has(said, "phone") || has(said, "email")];
            for (count, there) in without.iter_mut().zip(there) {
                *count += i64::from(!there);
            }
        }
        let row = |(organisation, (records, without)): (&&str, &(i64, [i64; 5]))| {
            let shares = without.iter().map(|missing| share_of(*missing, *records));
            [self.source(organisation), number(records)].into_iter().chain(shares).collect()
        };
        let rows = counts.iter().map(row).collect();
        let columns = &["source", "records", "no-name", "no-birth", "no-id", "no-address", "no-contact"];
        Figure { key: "missing", n: said.len(), columns, rows, note: None }
    }

    /// The share missing, and of the values that are there the share of the ten most frequent: counts, never a value.
    fn drift(&self, then: &[(String, Said)], now: &[(String, Said)]) -> Figure {
        let (before, after) = (spread(then), spread(now));
        let mut rows = Vec::new();
        for ((organisation, field), now) in &after {
            let then = before.get(&(*organisation, *field)).copied().unwrap_or_default();
            let label = self.shell.with2("matches-line", self.titles.title(organisation), &self.shell.word("field", field));
            rows.push(vec![
                text(label), share_of(then.missing, then.records), share_of(now.missing, now.records), share_of(then.top, then.records - then.missing),
                share_of(now.top, now.records - now.missing),
            ]);
        }
        let note = then.is_empty().then(|| self.shell.say("quality-one-model"));
        Figure { key: "drift", n: now.len(), columns: &["source-field", "missing-then", "missing-now", "top-then", "top-now"], rows, note }
    }

    fn source(&self, organisation: &str) -> Cell {
        text(self.titles.title(organisation))
    }
}

fn has(said: &Said, field: &str) -> bool {
    said.get(field).is_some_and(|value| !value.is_empty())
}

/// The fields whose spread is watched.
const WATCHED: [&str; 7] = ["given_name", "family_name", "birth_date", "sex", "national_id", "phone", "email"];
/// The most frequent values of a field that are counted together.
const TOP: usize = 10;

/// How a field of a source is filled.
#[derive(Clone, Copy, Default)]
struct Spread {
    records: i64,
    missing: i64,
    top: i64,
}

fn spread(said: &[(String, Said)]) -> BTreeMap<(&str, &'static str), Spread> {
    let mut values: BTreeMap<(&str, &'static str), HashMap<String, i64>> = BTreeMap::new();
    for (organisation, said) in said {
        // A whole name is no missing name.
        let (given, family) = said.names();
        for field in WATCHED {
            let value = match field {
                "given_name" => given.clone(),
                "family_name" => family.clone(),
                _ => said.get(field).map(str::to_owned),
            };
            *values.entry((organisation, field)).or_default().entry(value.unwrap_or_default()).or_default() += 1;
        }
    }
    let spread = |mut counts: HashMap<String, i64>| {
        let missing = counts.remove("").unwrap_or(0);
        let mut counts: Vec<i64> = counts.into_values().collect();
        counts.sort_unstable_by(|a, b| b.cmp(a));
        Spread { records: missing + counts.iter().sum::<i64>(), missing, top: counts.iter().take(TOP).sum() }
    };
    values.into_iter().map(|(of, counts)| (of, spread(counts))).collect()
}
