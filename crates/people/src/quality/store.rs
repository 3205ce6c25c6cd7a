//! The SQL of the blind sample and of the figures. Figures count; they read no value but where their sentence says so.

use db::{DbError, Row, Sql, Statement, Tx, Value};
use rights::Permit;
use words::{Id, Time};

const ADD_SAMPLE: Sql = Sql::both("insert into sample (sample_id, drawn_at, drawn_by) values ($1, $2, $3)");
const ADD_STRATA: Sql = Sql::both("insert into sample_stratum (sample_id, stratum, population) values {rows}");
const ADD_PAIRS: Sql = Sql::both("insert into sample_pair (sample_id, number, stratum, record_a, record_b) values {rows}");
const ADD_ANSWER: Sql = Sql::both(
    "insert into sample_answer (sample_id, number, answer_id, answer, author, answered_at) values ($1, $2, $3, $4, $5, $6)",
);
const NEWEST: Sql = Sql::both("select sample_id, drawn_at from sample order by sample_id desc limit 1");
const STRATA: Sql = Sql::both("select stratum, population from sample_stratum where sample_id = $1 order by stratum");
const PAIRS: Sql = Sql::both(
    "select p.number, p.stratum, p.record_a, p.record_b,
            (select a.answer from sample_answer a where a.sample_id = p.sample_id and a.number = p.number
              order by a.answer_id desc limit 1) as answer
       from sample_pair p where p.sample_id = $1 order by p.number",
);
const DUPLICATES: Sql = Sql::both(
    "select r.organisation_id, count(*) as records, count(distinct l.client_id) as clients
       from record r join current_link l on l.record_id = r.record_id group by r.organisation_id order by r.organisation_id",
);
const ALONE: Sql = Sql::both(
    "select r.organisation_id, count(*) as alone from record r join current_link l on l.record_id = r.record_id
      where not exists (select 1 from current_link o where o.client_id = l.client_id and o.record_id <> l.record_id)
      group by r.organisation_id order by r.organisation_id",
);
const DECIDED: Sql = Sql::both(
    "select d.kind, count(*) as decisions, count(case when d.decided_at >= $1 then 1 end) as lately
       from decision d
      where d.kind in ('same', 'unlinked', 'split') and not exists (select 1 from decision t where t.takes_back = d.decision_id)
      group by d.kind order by d.kind",
);
const MODELS: Sql = Sql::both("select learned_at, records, text from link_model order by model_id desc limit 2");
/// The statements of this room, for the test that prepares them on both engines.
#[must_use]
pub fn statements() -> Vec<Statement> {
    vec![
        ("sample add", &ADD_SAMPLE), ("sample strata add", &ADD_STRATA), ("sample pairs add", &ADD_PAIRS), ("sample answer", &ADD_ANSWER),
        ("sample newest", &NEWEST), ("sample strata", &STRATA), ("sample pairs", &PAIRS), ("figure duplicates", &DUPLICATES),
        ("figure alone", &ALONE), ("figure decided", &DECIDED), ("figure models", &MODELS),
    ]
}

/// A blind sample.
#[derive(Clone, Debug)]
pub(super) struct Sample {
    pub id: Id,
    pub drawn_at: Time,
    /// Words of strata and how many pairs were in them.
    pub strata: Vec<(String, u32)>,
    /// In the order of asking.
    pub pairs: Vec<SamplePair>,
}

/// A pair of a sample and the last answer to it: `same`, `different`, `unsure`.
#[derive(Clone, Debug)]
pub(super) struct SamplePair {
    pub number: usize,
    pub stratum: String,
    pub a: Id,
    pub b: Id,
    pub answer: Option<String>,
}

/// Keeps a new sample.
pub(super) async fn add(tx: &mut Tx, permit: &Permit, sample: &Sample) -> Result<(), DbError> {
    tx.run(&ADD_SAMPLE, vec![sample.id.into(), sample.drawn_at.into(), permit.who().user.into()]).await?;
    let strata = sample.strata.iter().map(|(stratum, pairs)| vec![sample.id.into(), stratum.into(), i64::from(*pairs).into()]);
    tx.insert(&ADD_STRATA, strata.collect()).await?;
    let pair = |pair: &SamplePair| -> Vec<Value> {
        vec![sample.id.into(), integer(pair.number).into(), (&pair.stratum).into(), pair.a.into(), pair.b.into()]
    };
    tx.insert(&ADD_PAIRS, sample.pairs.iter().map(pair).collect()).await?;
    Ok(())
}

/// Keeps an answer: sample, number, and the answer's id, word and moment.
pub(super) async fn answer(tx: &mut Tx, permit: &Permit, (sample, number): (Id, usize), (id, word, at): (Id, &str, Time)) -> Result<(), DbError> {
    let author = permit.who().user;
    tx.run(&ADD_ANSWER, vec![sample.into(), integer(number).into(), id.into(), word.into(), author.into(), at.into()]).await?;
    Ok(())
}

/// The newest sample; none before the first.
pub(super) async fn newest(tx: &mut Tx, _permit: &Permit) -> Result<Option<Sample>, DbError> {
    let Some(row) = tx.maybe(&NEWEST, vec![]).await? else { return Ok(None) };
    let (id, drawn_at) = (row.id("sample_id")?, row.time("drawn_at")?);
    let stratum = |row: &Row| Ok((row.text("stratum")?.to_owned(), u32::try_from(row.int("population")?).unwrap_or(u32::MAX)));
    let strata = tx.all(&STRATA, vec![id.into()]).await?.iter().map(stratum).collect::<Result<_, DbError>>()?;
    let pair = |row: &Row| {
        Ok(SamplePair {
            number: usize::try_from(row.int("number")?).unwrap_or(0),
            stratum: row.text("stratum")?.to_owned(),
            a: row.id("record_a")?,
            b: row.id("record_b")?,
            answer: row.opt_text("answer")?.map(str::to_owned),
        })
    };
    let pairs = tx.all(&PAIRS, vec![id.into()]).await?.iter().map(pair).collect::<Result<_, DbError>>()?;
    Ok(Some(Sample { id, drawn_at, strata, pairs }))
}

fn integer(number: usize) -> i64 {
    i64::try_from(number).unwrap_or(i64::MAX)
}

/// Per organisation: linked records, and the clients they belong to.
pub(super) async fn duplicates(tx: &mut Tx, _permit: &Permit) -> Result<Vec<(String, i64, i64)>, DbError> {
    let read = |row: &Row| Ok((row.text("organisation_id")?.to_owned(), row.int("records")?, row.int("clients")?));
    tx.all(&DUPLICATES, vec![]).await?.iter().map(read).collect()
}

/// Per organisation: records that are their client's only one.
pub(super) async fn alone(tx: &mut Tx, _permit: &Permit) -> Result<Vec<(String, i64)>, DbError> {
    let read = |row: &Row| Ok((row.text("organisation_id")?.to_owned(), row.int("alone")?));
    tx.all(&ALONE, vec![]).await?.iter().map(read).collect()
}

/// Per kind of decision that moved records and stands: how many decisions, and how many since a moment.
pub(super) async fn decided(tx: &mut Tx, _permit: &Permit, since: Time) -> Result<Vec<(String, i64, i64)>, DbError> {
    let read = |row: &Row| Ok((row.text("kind")?.to_owned(), row.int("decisions")?, row.int("lately")?));
    tx.all(&DECIDED, vec![since.into()]).await?.iter().map(read).collect()
}

/// The newest two models: when learnt, from how many records, and their text.
pub(super) async fn models(tx: &mut Tx, _permit: &Permit) -> Result<Vec<(Time, i64, String)>, DbError> {
    let read = |row: &Row| Ok((row.time("learned_at")?, row.int("records")?, row.text("text")?.to_owned()));
    tx.all(&MODELS, vec![]).await?.iter().map(read).collect()
}
