//! The SQL of doubtful pairs.

use crate::links::Evidence;
use crate::links::store::{from_json, in_order, to_json};
use db::{DbError, Row, Sql, Statement, Tx, Value};
use rights::Permit;
use std::collections::{HashMap, HashSet};
use words::{Id, Time};

const POSSIBLE_OF: Sql =
    Sql::both("select match_id, record_a, record_b, found_at, grade from possible_match where record_a in ({list}) or record_b in ({list})");
const DROP_POSSIBLE: Sql = Sql::both("delete from possible_match where match_id in ({list})");
const ADD_POSSIBLE: Sql = Sql::both(
    "insert into possible_match (match_id, record_a, record_b, bits, evidence, found_at, sure, grade) values {rows} on conflict do nothing",
);
/// A pair is open while nobody's word on it stands, both records are there and they are not one client by other ways: so
/// taking back opens it again.
macro_rules! open_pairs {
    ($columns:literal, $rest:literal) => {
        concat!(
            "select ", $columns, " from possible_match p
              where coalesce((select d.verdict from pair_decision d where d.record_a = p.record_a and d.record_b = p.record_b
                                 and not exists (select 1 from decision t where t.takes_back = d.decision_id)
                               order by d.decided_at desc, d.decision_id desc limit 1), 'withdrawn') = 'withdrawn'
                and not exists (select 1 from record_withdrawal w where w.record_id in (p.record_a, p.record_b)
                                   and not exists (select 1 from decision t where t.takes_back = w.decision_id))
                and not exists (select 1 from current_link x join current_link y on y.client_id = x.client_id
                                 where x.record_id = p.record_a and y.record_id = p.record_b)", $rest
        )
    };
}
const POSSIBLE: Sql =
    Sql::both(open_pairs!("match_id, record_a, record_b, bits, evidence, found_at, sure", " order by bits desc, record_a, record_b"));
const SOME_POSSIBLE: Sql = Sql::both("select match_id, record_a, record_b, bits, evidence, found_at, sure from possible_match where match_id in ({list})");
/// What the queue is ordered and filtered by, and nothing else of each pair.
const OUTLINE: Sql = Sql::both(open_pairs!(
    "match_id, record_a, record_b, bits, grade, (select r.organisation_id from record r where r.record_id = p.record_a) as one,
     (select r.organisation_id from record r where r.record_id = p.record_b) as other",
    " order by match_id"
));
const GRADE: Sql = Sql::both("update possible_match set grade = $1 where match_id in ({list})");
const ONE_POSSIBLE: Sql = Sql::both(open_pairs!("match_id, record_a, record_b, bits, evidence, found_at, sure", " and match_id = $1"));
const COUNT_POSSIBLE: Sql = Sql::both(open_pairs!("count(*) as open_pairs", ""));

/// The statements of this room, for the test that prepares them on both engines.
#[must_use]
pub fn statements() -> Vec<Statement> {
    vec![
        ("possible of", &POSSIBLE_OF),
        ("possible drop", &DROP_POSSIBLE),
        ("possible add", &ADD_POSSIBLE),
        ("possible", &POSSIBLE),
        ("possible some", &SOME_POSSIBLE),
        ("possible outline", &OUTLINE),
        ("possible grade", &GRADE),
        ("possible one", &ONE_POSSIBLE),
        ("possible count", &COUNT_POSSIBLE),
    ]
}

/// Two records that may be one person and wait for somebody to look.
#[derive(Clone, Debug, PartialEq)]
pub struct Possible {
    /// Its id, for its page.
    pub id: Id,
    /// One record.
    pub a: Id,
    /// The other.
    pub b: Id,
    /// How near to the cut, in bits.
    pub bits: f64,
    /// What speaks for and against.
    pub evidence: Evidence,
    /// Since when it waits.
    pub found_at: Time,
    /// Whether linkage would have joined them, had not one been protected.
    pub sure: bool,
}

/// Replaces the open pairs between these records, and all of those that arrived. A pair that was open before keeps its page and the time since when it waits.
pub(in crate::links) async fn set_possible(tx: &mut Tx, _permit: &Permit, (records, arrived): (&[Id], &[Id]), open: Vec<Possible>) -> Result<(), DbError> {
    let among: HashSet<Id> = records.iter().copied().collect();
    let new: HashSet<Id> = arrived.iter().copied().collect();
    let rows = tx.all_in(&POSSIBLE_OF, vec![], among.union(&new).map(Value::from).collect()).await?;
    let mut before: HashMap<(Id, Id), (Id, Time, Option<String>)> = HashMap::new();
    for row in rows {
        let (a, b) = (row.id("record_a")?, row.id("record_b")?);
        if among.contains(&a) && among.contains(&b) || new.contains(&a) || new.contains(&b) {
            before.insert((a, b), (row.id("match_id")?, row.time("found_at")?, row.opt_text("grade")?.map(str::to_owned)));
        }
    }
    tx.all_in(&DROP_POSSIBLE, vec![], before.values().map(|(id, ..)| id.into()).collect()).await?;
    let rows = open.into_iter().map(|pair| {
        let (a, b) = in_order(pair.a, pair.b);
        let (id, found_at, grade) = before.get(&(a, b)).cloned().unwrap_or((pair.id, pair.found_at, None));
        let sure = i64::from(pair.sure);
        Ok(vec![id.into(), a.into(), b.into(), pair.bits.into(), to_json(&pair.evidence)?.into(), found_at.into(), sure.into(), grade.into()])
    });
    let rows = rows.collect::<Result<_, DbError>>()?;
    tx.insert(&ADD_POSSIBLE, rows).await?;
    Ok(())
}

/// The open pairs, the likeliest first.
///
/// # Errors
/// What the database says.
pub async fn possible(tx: &mut Tx, _permit: &Permit) -> Result<Vec<Possible>, DbError> {
    tx.all(&POSSIBLE, vec![]).await?.iter().map(open_pair).collect()
}

/// What a long queue is ordered by: an open pair without what speaks for it.
#[derive(Clone, Debug, PartialEq)]
pub struct Outline {
    /// Its id.
    pub id: Id,
    /// One record.
    pub a: Id,
    /// The other.
    pub b: Id,
    /// How near to the cut, in bits.
    pub bits: f64,
    /// The word of the harm that was found when somebody last looked; none before that.
    pub grade: Option<String>,
    /// The organisations of the two records.
    pub organisations: [String; 2],
}

/// Every open pair in outline.
///
/// # Errors
/// What the database says.
pub async fn outlines(tx: &mut Tx, _permit: &Permit) -> Result<Vec<Outline>, DbError> {
    let read = |row: &Row| {
        Ok(Outline {
            id: row.id("match_id")?,
            a: row.id("record_a")?,
            b: row.id("record_b")?,
            bits: row.opt_real("bits")?.unwrap_or(0.0),
            grade: row.opt_text("grade")?.map(str::to_owned),
            organisations: [row.text("one")?.to_owned(), row.text("other")?.to_owned()],
        })
    };
    tx.all(&OUTLINE, vec![]).await?.iter().map(read).collect()
}

/// Keeps the word of the harm that was found of each of these pairs.
///
/// # Errors
/// What the database says.
pub async fn set_grades(tx: &mut Tx, _permit: &Permit, grades: &[(Id, &'static str)]) -> Result<(), DbError> {
    let mut of: HashMap<&str, Vec<Value>> = HashMap::new();
    for (pair, grade) in grades {
        of.entry(grade).or_default().push(pair.into());
    }
    for (grade, pairs) in of {
        tx.all_in(&GRADE, vec![grade.into()], pairs).await?;
    }
    Ok(())
}

/// These pairs, in their order; those that are gone are left out.
///
/// # Errors
/// What the database says.
pub async fn possible_some(tx: &mut Tx, _permit: &Permit, ids: &[Id]) -> Result<Vec<Possible>, DbError> {
    let rows = tx.all_in(&SOME_POSSIBLE, vec![], ids.iter().map(Value::from).collect()).await?;
    let mut found = rows.iter().map(|row| Ok((row.id("match_id")?, open_pair(row)?))).collect::<Result<HashMap<_, _>, DbError>>()?;
    Ok(ids.iter().filter_map(|id| found.remove(id)).collect())
}

/// One open pair, if it is still open.
///
/// # Errors
/// What the database says.
pub async fn possible_between(tx: &mut Tx, _permit: &Permit, id: Id) -> Result<Option<Possible>, DbError> {
    tx.maybe(&ONE_POSSIBLE, vec![id.into()]).await?.as_ref().map(open_pair).transpose()
}

/// How many pairs are open.
///
/// # Errors
/// What the database says.
pub async fn possible_count(tx: &mut Tx, _permit: &Permit) -> Result<i64, DbError> {
    tx.one(&COUNT_POSSIBLE, vec![]).await?.int("open_pairs")
}

fn open_pair(row: &Row) -> Result<Possible, DbError> {
    Ok(Possible {
        id: row.id("match_id")?,
        a: row.id("record_a")?,
        b: row.id("record_b")?,
        bits: row.opt_real("bits")?.unwrap_or(0.0),
        evidence: from_json(row.text("evidence")?)?,
        found_at: row.time("found_at")?,
        sure: row.int("sure")? != 0,
    })
}
