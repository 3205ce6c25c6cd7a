//! The SQL of questions and answers.

use super::Asking;
use crate::decisions::Wish;
use db::{DbError, Row, Sql, Statement, Tx, Value};
use history::keys;
use rights::Permit;
use words::{Id, Time};

/// Where what is asked and what is answered stands: bound into what is sealed.
const ASKED: &str = "question";
const ANSWERED: &str = "answer";

const ASK: Sql = Sql::both(
    "insert into question (question_id, kind, record_a, record_b, wish, asked_of, organisation_id, author, reason, asked_at)
     values ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10)",
);
const GIVE: Sql = Sql::both("insert into answer (question_id, verdict, author, reason, answered_at) values ($1, $2, $3, $4, $5)");
macro_rules! questions {
    ($rest:literal) => {
        concat!(
            "select q.question_id, q.kind, q.record_a, q.record_b, q.wish, q.asked_of, q.organisation_id, q.author, q.reason, q.asked_at,
                    a.verdict, a.author as answered_by, a.reason as answer_reason, a.answered_at
               from question q left join answer a on a.question_id = q.question_id ", $rest
        )
    };
}
const GET: Sql = Sql::both(questions!("where q.question_id = $1"));
const OPEN: Sql = Sql::both(questions!("where q.kind = $1 and a.question_id is null order by q.asked_at"));
const OPEN_FOR: Sql = Sql::both(questions!("where q.asked_of = $1 and a.question_id is null order by q.asked_at"));
const ABOUT: Sql = Sql::both(questions!("where q.record_a in ({list}) or q.record_b in ({list}) order by q.asked_at desc"));

/// The statements of this room, for the test that prepares them on both engines.
#[must_use]
pub fn statements() -> Vec<Statement> {
    vec![
        ("question ask", &ASK), ("answer give", &GIVE), ("question get", &GET), ("question open", &OPEN),
        ("question open for", &OPEN_FOR), ("question about", &ABOUT),
    ]
}

/// Something somebody else is asked.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Question {
    /// Its id, for its page.
    pub id: Id,
    /// What is asked.
    pub kind: Asking,
    /// The record it is about.
    pub a: Id,
    /// The other record, when it is about two.
    pub b: Option<Id>,
    /// What is to be decided; none for an opinion.
    pub wish: Option<Wish>,
    /// The user who is asked; none when everybody with the right but the author may answer.
    pub asked_of: Option<Id>,
    /// The organisation that is asked.
    pub organisation: Option<String>,
    /// Who asks.
    pub author: Id,
    /// Why, in their words.
    pub reason: String,
    /// When.
    pub asked_at: Time,
    /// What was answered.
    pub answer: Option<Answer>,
}

/// What was answered.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Answer {
    /// `same`, `different`, `unknown`; `agreed`, `refused`; `corrected`, `right`, `taken-back`.
    pub verdict: String,
    /// By whom.
    pub author: Id,
    /// In what words.
    pub reason: String,
    /// When.
    pub at: Time,
}

/// Asks.
///
/// # Errors
/// What the database says. So for all functions of this room.
pub async fn ask(tx: &mut Tx, _permit: &Permit, question: &Question) -> Result<(), DbError> {
    let q = question;
    let wish = q.wish.as_ref().map(serde_json::to_string).transpose().map_err(unreadable)?.unwrap_or_default();
    let reason = keys::seal_words(tx, q.id, ASKED, &q.reason).await?;
    let values = vec![
        q.id.into(), q.kind.word().into(), q.a.into(), q.b.into(), wish.into(), q.asked_of.into(), q.organisation.clone().into(),
        q.author.into(), reason.into(), q.asked_at.into(),
    ];
    tx.run(&ASK, values).await?;
    Ok(())
}

/// Answers a question, once.
///
/// # Errors
/// [`DbError::Conflict`] when it has been answered.
pub async fn give(tx: &mut Tx, _permit: &Permit, question: Id, answer: &Answer) -> Result<(), DbError> {
    let Answer { verdict, author, reason, at } = answer;
    let reason = keys::seal_words(tx, question, ANSWERED, reason).await?;
    tx.run(&GIVE, vec![question.into(), verdict.into(), author.into(), reason.into(), (*at).into()]).await?;
    Ok(())
}

/// One question, answered or not.
///
/// # Errors
/// [`DbError::NotFound`] when there is none.
pub async fn get(tx: &mut Tx, _permit: &Permit, id: Id) -> Result<Question, DbError> {
    let row = tx.one(&GET, vec![id.into()]).await?;
    all(tx, std::slice::from_ref(&row)).await?.pop().ok_or(DbError::NotFound)
}

/// The questions of a kind that nobody has answered, the oldest first.
///
/// # Errors
/// See [`ask`].
pub async fn open(tx: &mut Tx, _permit: &Permit, kind: Asking) -> Result<Vec<Question>, DbError> {
    let rows = tx.all(&OPEN, vec![kind.word().into()]).await?;
    all(tx, &rows).await
}

/// The questions this user is asked and has not answered.
///
/// # Errors
/// See [`ask`].
pub async fn open_for(tx: &mut Tx, user: Id) -> Result<Vec<Question>, DbError> {
    let rows = tx.all(&OPEN_FOR, vec![user.into()]).await?;
    all(tx, &rows).await
}

/// Every question about any of these records, the newest first.
///
/// # Errors
/// See [`ask`].
pub async fn about(tx: &mut Tx, _permit: &Permit, records: &[Id]) -> Result<Vec<Question>, DbError> {
    let rows = tx.all_in(&ABOUT, vec![], records.iter().map(Value::from).collect()).await?;
    all(tx, &rows).await
}

/// The questions of these rows, with what was typed opened.
async fn all(tx: &mut Tx, rows: &[Row]) -> Result<Vec<Question>, DbError> {
    let mut questions = rows.iter().map(question).collect::<Result<Vec<Question>, _>>()?;
    let mut texts = Vec::new();
    for question in &mut questions {
        texts.push((question.id, ASKED, &mut question.reason));
        texts.extend(question.answer.as_mut().map(|answer| (question.id, ANSWERED, &mut answer.reason)));
    }
    keys::open_words(tx, texts).await?;
    Ok(questions)
}

fn question(row: &Row) -> Result<Question, DbError> {
    let answer = match row.opt_text("verdict")? {
        Some(verdict) => Some(Answer {
            verdict: verdict.to_owned(),
            author: row.id("answered_by")?,
            reason: row.text("answer_reason")?.to_owned(),
            at: row.time("answered_at")?,
        }),
        None => None,
    };
    let wish = row.text("wish")?;
    Ok(Question {
        id: row.id("question_id")?,
        kind: row.word("kind")?,
        a: row.id("record_a")?,
        b: row.opt_id("record_b")?,
        wish: if wish.is_empty() { None } else { Some(serde_json::from_str(wish).map_err(unreadable)?) },
        asked_of: row.opt_id("asked_of")?,
        organisation: row.opt_text("organisation_id")?.map(str::to_owned),
        author: row.id("author")?,
        reason: row.text("reason")?.to_owned(),
        asked_at: row.time("asked_at")?,
        answer,
    })
}

fn unreadable(problem: serde_json::Error) -> DbError {
    DbError::Column { column: "wish".into(), problem: problem.to_string() }
}
