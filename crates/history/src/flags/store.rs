//! The SQL of flags.

use super::{Outcome, Rule, State};
use crate::access::Line;
use crate::keys;
use db::{DbError, Row, Sql, Statement, Tx, Value};
use rights::Permit;
use std::collections::HashSet;
use words::{Id, Time};

/// Where what a person said stands, and what they are told: bound into what is sealed. A step’s note is bound to the step.
const SAYS: &str = "says";
const TOLD: &str = "told";

macro_rules! flags {
    ($rest:literal) => {
        concat!(
            "select f.flag_id, f.rule, f.user_id, f.user_name, f.organisation_id, f.about, f.raised_at, f.figure, f.says,
                    (select count(*) from flag_line l where l.flag_id = f.flag_id) as lines,
                    a.at as asked_at, a.author as asked_by, a.note as question,
                    b.at as answered_at, b.author as answered_by, b.note as answer,
                    c.at as closed_at, c.author as closed_by, c.outcome, c.note as why, c.told, s.at as seen_at
               from flag f
               left join flag_step a on a.flag_id = f.flag_id and a.step = 'asked'
               left join flag_step b on b.flag_id = f.flag_id and b.step = 'answered'
               left join flag_step c on c.flag_id = f.flag_id and c.step = 'closed'
               left join flag_step s on s.flag_id = f.flag_id and s.step = 'seen' ", $rest
        )
    };
}

const LIST: Sql = Sql::both(flags!(
    "where ($1 = '' or $1 = f.rule) and f.flag_id < $2
       and ($3 = 'all' or ($3 = 'waiting' and c.flag_id is null) or ($3 = 'closed' and c.flag_id is not null)
            or ($3 = 'answered' and b.flag_id is not null and c.flag_id is null)
            or ($3 = 'asked' and a.flag_id is not null and b.flag_id is null and c.flag_id is null)
            or ($3 = 'open' and a.flag_id is null and c.flag_id is null))
     order by f.flag_id desc limit $4"
));
const GET: Sql = Sql::both(flags!("where f.flag_id = $1"));
const OF_USER: Sql = Sql::both(flags!(
    "where f.user_id = $1 and (a.flag_id is not null or (c.at > $2 and f.rule <> 'looks-wrong')) order by f.raised_at desc"
));
const ON_LINES: Sql = Sql::both(flags!("where f.about in ({list}) and f.rule = 'looks-wrong' order by f.raised_at"));
const COUNTS: Sql = Sql::both(
    "select state, count(*) as flags from (
       select case when exists (select 1 from flag_step b where b.flag_id = f.flag_id and b.step = 'answered') then 'answered'
                   when exists (select 1 from flag_step a where a.flag_id = f.flag_id and a.step = 'asked') then 'asked'
                   else 'open' end as state
         from flag f where not exists (select 1 from flag_step c where c.flag_id = f.flag_id and c.step = 'closed')) waiting
     group by state",
);
const UNREAD: Sql = Sql::both(
    "select f.flag_id from flag f
      where f.user_id = $1 and (
        (exists (select 1 from flag_step a where a.flag_id = f.flag_id and a.step = 'asked')
          and not exists (select 1 from flag_step b where b.flag_id = f.flag_id and b.step in ('answered', 'closed')))
        or (exists (select 1 from flag_step c where c.flag_id = f.flag_id and c.step = 'closed' and c.at > $2)
          and (f.rule <> 'looks-wrong' or exists (select 1 from flag_step a where a.flag_id = f.flag_id and a.step = 'asked'))
          and not exists (select 1 from flag_step s where s.flag_id = f.flag_id and s.step = 'seen')))
      limit 1",
);
const STANDING: Sql = Sql::both(
    "select f.flag_id from flag f
      where f.user_id = $1 and f.rule = $2 and f.about = $3 and f.raised_at >= $4
        and not exists (select 1 from flag_step c where c.flag_id = f.flag_id and c.step = 'closed')
      order by f.raised_at desc limit 1",
);
const QUIET: Sql = Sql::both(
    "select f.flag_id from flag f join flag_step c on c.flag_id = f.flag_id and c.step = 'closed'
      where f.user_id = $1 and f.rule = $2 and f.about = $3 and c.outcome in ('explained', 'false-alarm') and c.at > $4 limit 1",
);
const KNOWN: Sql = Sql::both("select flag_id from flag_line where rule = $1 and seq = $2");
const RAISE: Sql = Sql::both(
    "insert into flag (flag_id, rule, user_id, user_name, organisation_id, about, raised_at, figure, author, says)
     values ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10)",
);
const LINE: Sql = Sql::both("insert into flag_line (rule, seq, flag_id, client_id) values ($1, $2, $3, $4)");
const LINES: Sql = Sql::both("select seq, client_id from flag_line where flag_id = $1 order by seq desc limit $2");
const OPENED: Sql = Sql::both(
    "select distinct l.flag_id from flag_line l join access_log a on a.seq = l.seq where l.flag_id in ({list}) and a.outcome = 'granted'",
);
const LINES_OF: Sql = Sql::both("select flag_id, seq from flag_line where flag_id in ({list}) order by seq");
const STEP: Sql = Sql::both("insert into flag_step (flag_id, step, at, author, outcome, note, told) values ($1, $2, $3, $4, $5, $6, $7)");

/// The statements of this room, for the test that prepares them on both engines.
#[must_use]
pub fn statements() -> Vec<Statement> {
    vec![
        ("flags", &LIST), ("flag get", &GET), ("flags of user", &OF_USER), ("flags on lines", &ON_LINES), ("flag counts", &COUNTS),
        ("flags unread", &UNREAD), ("flag standing", &STANDING), ("flag quiet", &QUIET), ("flag known", &KNOWN), ("flag raise", &RAISE),
        ("flag line", &LINE), ("flag lines", &LINES), ("flag lines of", &LINES_OF), ("flag opened", &OPENED), ("flag step", &STEP),
    ]
}

/// Something to be looked at.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Flag {
    /// Its id.
    pub id: Id,
    /// Why.
    pub rule: Rule,
    /// Who looked.
    pub user: Id,
    /// Their name at the time.
    pub user_name: String,
    /// For which organisation.
    pub organisation: String,
    /// Whose file, when it is one person's.
    pub client: Option<Id>,
    /// When.
    pub raised_at: Time,
    /// What the rule counted; 0 where it counts nothing.
    pub figure: i64,
    /// What the person said who raised it; empty when a rule did.
    pub says: String,
    /// How many lines of the log it is about.
    pub lines: i64,
    /// The officer's question.
    pub asked: Option<Step>,
    /// The answer of whoever looked.
    pub answered: Option<Step>,
    /// How it was closed.
    pub closed: Option<(Outcome, Step)>,
    /// When whoever looked read that it was closed.
    pub seen_at: Option<Time>,
}

impl Flag {
    /// How far it is.
    #[must_use]
    pub fn state(&self) -> State {
        match (&self.closed, &self.answered, &self.asked) {
            (Some(_), ..) => State::Closed,
            (None, Some(_), _) => State::Answered,
            (None, None, Some(_)) => State::Asked,
            (None, None, None) => State::Open,
        }
    }
}

/// Something that was done about a flag.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Step {
    /// When.
    pub at: Time,
    /// By whom.
    pub author: Id,
    /// The question, the answer, or why it was closed so.
    pub note: String,
    /// When closed: what the person it is about is told besides the outcome.
    pub told: String,
}

/// What a rule has found on a line of the log.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Found {
    /// The rule.
    pub rule: Rule,
    /// The line.
    pub line: Line,
    /// What the rule counted; 0 where it counts nothing.
    pub figure: i64,
}

/// Raises a flag, or adds the line to one that is open for the same user, rule and person (or, of a rule about all somebody did, the
/// same day). Says whether the line is new. Nothing is raised where the officer found nothing wrong after `quiet_since`.
///
/// # Errors
/// What the database says. So for all functions of this room.
pub async fn raise(tx: &mut Tx, _permit: &Permit, found: &Found, id: Id, quiet_since: Time) -> Result<bool, DbError> {
    let Found { rule, line, .. } = found;
    let about = line.client.filter(|_| rule.about_one()).unwrap_or(line.user);
    let same = vec![line.user.into(), rule.word().into(), about.into(), quiet_since.into()];
    if rule.goes_quiet() && tx.maybe(&QUIET, same).await?.is_some() {
        return Ok(false);
    }
    keep(tx, found, about, id).await
}

/// The same for the budget, which stops somebody before anybody could be asked for a permit.
pub(crate) async fn raise_stopped(tx: &mut Tx, line: &Line, shown: i64, id: Id) -> Result<(), DbError> {
    let found = Found { rule: Rule::Budget, line: line.clone(), figure: shown };
    keep(tx, &found, line.user, id).await?;
    Ok(())
}

async fn keep(tx: &mut Tx, found: &Found, about: Id, id: Id) -> Result<bool, DbError> {
    let Found { rule, line, figure } = found;
    if tx.maybe(&KNOWN, vec![rule.word().into(), line.seq.into()]).await?.is_some() {
        return Ok(false);
    }
    let since = if rule.about_one() { Time::from_micros(0) } else { line.at.date().start() };
    let standing = tx.maybe(&STANDING, vec![line.user.into(), rule.word().into(), about.into(), since.into()]).await?;
    let flag = match standing {
        Some(row) => row.id("flag_id")?,
        None => {
            insert(tx, id, (*rule, about), line, *figure, (nobody()?, "")).await?;
            id
        }
    };
    tx.run(&LINE, vec![rule.word().into(), line.seq.into(), flag.into(), line.client.into()]).await?;
    Ok(true)
}

async fn insert(tx: &mut Tx, id: Id, (rule, about): (Rule, Id), line: &Line, figure: i64, (author, says): (Id, &str)) -> Result<(), DbError> {
    let at = line.at;
    let says = keys::seal_words(tx, id, SAYS, says).await?;
    let values = vec![
        id.into(), rule.word().into(), line.user.into(), (&line.user_name).into(), (&line.organisation).into(), about.into(), at.into(),
        figure.into(), author.into(), says.into(),
    ];
    tx.run(&RAISE, values).await?;
    Ok(())
}

/// Who raises what a rule has found: nobody.
fn nobody() -> Result<Id, DbError> {
    Id::from_bytes(&[0; 16]).map_err(|e| DbError::Column { column: "author".into(), problem: e.to_string() })
}

/// Keeps that the holder of the permit, or their file's person, says that a line looks wrong.
///
/// # Errors
/// [`DbError::Conflict`] when it has been said of this line; see [`raise`].
pub async fn say_wrong(tx: &mut Tx, permit: &Permit, line: &Line, says: &str, id: Id, at: Time) -> Result<(), DbError> {
    let client = permit.client().ok_or(DbError::NotFound)?;
    let told = Line { at, ..line.clone() };
    insert(tx, id, (Rule::LooksWrong, client), &told, 0, (permit.who().user, says)).await?;
    tx.run(&LINE, vec![Rule::LooksWrong.word().into(), line.seq.into(), id.into(), client.into()]).await?;
    Ok(())
}

/// At most `count` flags raised before another, the newest first: their ids sort by when they were raised, and no two are the same. `rule` is a rule's word or empty; `state` is a state's word,
/// `waiting` for all that are not closed, or `all`.
///
/// # Errors
/// See [`raise`].
pub async fn list(tx: &mut Tx, _permit: &Permit, (rule, state): (&str, &str), before: Option<Id>, count: i64) -> Result<Vec<Flag>, DbError> {
    let before = before.map_or_else(|| vec![0xff; 16], |id| id.bytes().to_vec());
    let rows = tx.all(&LIST, vec![rule.into(), before.into(), state.into(), count.into()]).await?;
    all(tx, &rows).await
}

/// How many flags are in each state that is not closed.
///
/// # Errors
/// See [`raise`].
pub async fn counts(tx: &mut Tx, _permit: &Permit) -> Result<Vec<(State, i64)>, DbError> {
    tx.all(&COUNTS, vec![]).await?.iter().map(|row| Ok((row.word("state")?, row.int("flags")?))).collect()
}

/// A flag.
///
/// # Errors
/// [`DbError::NotFound`]; see [`raise`].
pub async fn get(tx: &mut Tx, _permit: &Permit, id: Id) -> Result<Flag, DbError> {
    let row = tx.maybe(&GET, vec![id.into()]).await?.ok_or(DbError::NotFound)?;
    all(tx, std::slice::from_ref(&row)).await?.pop().ok_or(DbError::NotFound)
}

/// The newest lines of the log a flag is about, at most `count`: each with whose file it was.
///
/// # Errors
/// See [`raise`].
pub async fn lines_of(tx: &mut Tx, _permit: &Permit, id: Id, count: i64) -> Result<Vec<(i64, Option<Id>)>, DbError> {
    tx.all(&LINES, vec![id.into(), count.into()]).await?.iter().map(|row| Ok((row.int("seq")?, row.opt_id("client_id")?))).collect()
}

/// What the holder of the permit has been asked about, and what was closed after `since` of what they looked up; the newest first.
/// What a person said looks wrong is only told to whoever was asked about it.
///
/// # Errors
/// See [`raise`].
pub async fn of_user(tx: &mut Tx, permit: &Permit, since: Time) -> Result<Vec<Flag>, DbError> {
    let rows = tx.all(&OF_USER, vec![permit.who().user.into(), since.into()]).await?;
    all(tx, &rows).await
}

/// Whether something waits for a user: a question, or an outcome of after `since` they have not read. Tells of no person, and takes
/// no permit.
///
/// # Errors
/// See [`raise`].
pub async fn unread(tx: &mut Tx, user: Id, since: Time) -> Result<bool, DbError> {
    Ok(tx.maybe(&UNREAD, vec![user.into(), since.into()]).await?.is_some())
}

/// What was said of lines of the log about these clients, each with the number of its line.
///
/// # Errors
/// See [`raise`].
pub async fn on_lines(tx: &mut Tx, _permit: &Permit, clients: &[Id]) -> Result<Vec<(i64, Flag)>, DbError> {
    let rows = tx.all_in(&ON_LINES, vec![], clients.iter().map(Value::from).collect()).await?;
    let flags = all(tx, &rows).await?;
    let lines = tx.all_in(&LINES_OF, vec![], flags.iter().map(|flag| Value::from(flag.id)).collect()).await?;
    let lines = lines.iter().map(|row| Ok((row.id("flag_id")?, row.int("seq")?))).collect::<Result<Vec<_>, DbError>>()?;
    let seq = |flag: &Flag| lines.iter().find(|(id, _)| *id == flag.id).map(|(_, seq)| *seq);
    Ok(flags.into_iter().filter_map(|flag| Some((seq(&flag)?, flag))).collect())
}

/// Those of these flags that are about an opening which was granted, not refused. Tells of no person, and takes no permit.
///
/// # Errors
/// See [`raise`].
pub async fn opened(tx: &mut Tx, flags: &[Id]) -> Result<HashSet<Id>, DbError> {
    let rows = tx.all_in(&OPENED, vec![], flags.iter().map(Value::from).collect()).await?;
    rows.iter().map(|row| row.id("flag_id")).collect()
}

/// Asks whoever looked.
///
/// # Errors
/// [`DbError::Conflict`] when they have been asked; see [`raise`].
pub async fn ask(tx: &mut Tx, permit: &Permit, id: Id, question: &str, at: Time) -> Result<(), DbError> {
    step(tx, permit, id, "asked", at, [question, "", ""]).await
}

/// Answers, as whoever looked.
///
/// # Errors
/// [`DbError::Conflict`] when it has been answered; see [`raise`].
pub async fn answer(tx: &mut Tx, permit: &Permit, id: Id, answer: &str, at: Time) -> Result<(), DbError> {
    step(tx, permit, id, "answered", at, [answer, "", ""]).await
}

/// Closes a flag. `told` is for the person it is about.
///
/// # Errors
/// [`DbError::Conflict`] when it is closed; see [`raise`].
#[expect(clippy::too_many_arguments, reason = "an outcome comes with two texts, for two readers")]
pub async fn close(tx: &mut Tx, permit: &Permit, id: Id, outcome: Outcome, note: &str, told: &str, at: Time) -> Result<(), DbError> {
    step(tx, permit, id, "closed", at, [note, outcome.word(), told]).await
}

/// Keeps that whoever looked has read how it was closed.
///
/// # Errors
/// See [`raise`].
pub async fn seen(tx: &mut Tx, permit: &Permit, id: Id, at: Time) -> Result<(), DbError> {
    step(tx, permit, id, "seen", at, ["", "", ""]).await
}

async fn step(tx: &mut Tx, permit: &Permit, id: Id, step: &str, at: Time, [note, outcome, told]: [&str; 3]) -> Result<(), DbError> {
    let note = keys::seal_words(tx, id, step, note).await?;
    let told = keys::seal_words(tx, id, TOLD, told).await?;
    tx.run(&STEP, vec![id.into(), step.into(), at.into(), permit.who().user.into(), outcome.into(), note.into(), told.into()]).await?;
    Ok(())
}

/// The flags of these rows, with what was typed opened.
async fn all(tx: &mut Tx, rows: &[Row]) -> Result<Vec<Flag>, DbError> {
    let mut flags = rows.iter().map(flag).collect::<Result<Vec<Flag>, _>>()?;
    let mut texts = Vec::new();
    for flag in &mut flags {
        let id = flag.id;
        texts.push((id, SAYS, &mut flag.says));
        for (place, step) in [("asked", &mut flag.asked), ("answered", &mut flag.answered)] {
            texts.extend(step.as_mut().map(|step| (id, place, &mut step.note)));
        }
        if let Some((_, step)) = &mut flag.closed {
            texts.push((id, "closed", &mut step.note));
            texts.push((id, TOLD, &mut step.told));
        }
    }
    keys::open_words(tx, texts).await?;
    Ok(flags)
}

fn flag(row: &Row) -> Result<Flag, DbError> {
    let (user, about) = (row.id("user_id")?, row.id("about")?);
    let one = |at: &str, author: &str, note: &str| -> Result<Option<Step>, DbError> {
        let Some(at) = row.opt_time(at)? else { return Ok(None) };
        Ok(Some(Step { at, author: row.id(author)?, note: row.text(note)?.to_owned(), told: String::new() }))
    };
    let closed = match one("closed_at", "closed_by", "why")? {
        Some(step) => Some((row.word("outcome")?, Step { told: row.text("told")?.to_owned(), ..step })),
        None => None,
    };
    let rule: Rule = row.word("rule")?;
    Ok(Flag {
        id: row.id("flag_id")?,
        rule,
        user,
        user_name: row.text("user_name")?.to_owned(),
        organisation: row.text("organisation_id")?.to_owned(),
        client: rule.about_one().then_some(about),
        raised_at: row.time("raised_at")?,
        figure: row.int("figure")?,
        says: row.text("says")?.to_owned(),
        lines: row.int("lines")?,
        asked: one("asked_at", "asked_by", "question")?,
        answered: one("answered_at", "answered_by", "answer")?,
        closed,
        seen_at: row.opt_time("seen_at")?,
    })
}
