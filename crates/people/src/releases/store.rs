//! The SQL of releases.

use super::rules::{self, Holds, State};
use super::Done;
use db::{DbError, Row, Sql, Statement, Tx, Value};
use history::keys::{self, Opener};
use rights::{Permit, Purpose, Who};
use std::collections::{BTreeSet, HashMap};
use words::{Date, EntryKind, Id, Time};

const ADD: Sql = Sql::both(
    "insert into release (record_id, release_id, organisation_id, guest_id, kinds, purpose, asked_at, asked_by, until_on, due_on, sealed)
     values ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11)",
);
const STEP: Sql = Sql::both(
    "insert into release_step (record_id, release_id, place, step, at, author, kinds, until_on, sealed)
     values ($1, $2, $3, $4, $5, $6, $7, $8, $9)",
);
macro_rules! releases {
    ($rest:literal) => {
        concat!(
            "select l.client_id, r.record_id, r.release_id, r.organisation_id, r.guest_id, r.kinds, r.purpose, r.asked_at, r.asked_by,
                    r.until_on, r.due_on, r.sealed, k.wrapped
               from release r join current_link l on l.record_id = r.record_id
               left join subject_key k on k.subject_id = r.record_id ", $rest
        )
    };
}
const OF_CLIENTS: Sql = Sql::both(releases!("where l.client_id in ({list}) order by r.asked_at, r.release_id"));
// What an organisation asked for, and what was given to this user as a guest; what it gave to other guests is theirs alone.
const TO: Sql = Sql::both(releases!(
    "where r.organisation_id = $1 and (r.guest_id is null or r.guest_id = $2) order by r.asked_at desc, r.release_id limit $3 offset $4"
));
const STEPS: Sql = Sql::both(
    "select s.record_id, s.release_id, s.step, s.at, s.author, s.kinds, s.until_on, s.sealed, k.wrapped
       from release_step s left join subject_key k on k.subject_id = s.record_id
      where s.release_id in ({list}) order by s.release_id, s.place",
);
// Of the people this counsellor leads, and of those they cover for, at the organisation they work for.
macro_rules! led {
    ($rest:literal) => {
        concat!(
            "select l.client_id, r.release_id, r.organisation_id, r.guest_id, r.kinds, r.purpose, r.asked_at, r.until_on, r.due_on,
                    s.step, s.kinds as held_kinds, s.until_on as held_until
               from release r join current_link l on l.record_id = r.record_id
               left join release_step s on s.record_id = r.record_id and s.release_id = r.release_id
                    and not exists (select 1 from release_step n where n.record_id = s.record_id and n.release_id = s.release_id and n.place > s.place)
              where exists (
                    select 1 from current_link m join assignment a on a.record_id = m.record_id and a.until_at is null
                      join record k on k.record_id = m.record_id join app_user u on u.user_id = $1 and u.organisation_id = k.organisation_id
                     where m.client_id = l.client_id and (a.user_id = $1 or a.user_id in (
                           select v.absent_id from cover v where v.colleague_id = $1 and v.ended_at is null and v.from_on <= $2 and v.to_on >= $2))) ",
            $rest
        )
    };
}
const OPEN: Sql = Sql::both(led!("and s.step is null and r.until_on >= $2 order by r.due_on, r.release_id limit $3 offset $4"));
const HELD: Sql = Sql::both(led!(
    "and s.step in ('approved', 'narrowed') and s.until_on >= $2 order by s.until_on, r.release_id limit $3 offset $4"
));
const OVER: Sql = Sql::both(led!(
    "and (s.step is null and r.until_on < $2 or s.step in ('refused', 'ended', 'withdrawn') or s.until_on < $2)
     order by r.asked_at desc, r.release_id limit $3 offset $4"
));
const CLIENT: Sql = Sql::both("select l.client_id from release r join current_link l on l.record_id = r.record_id where r.release_id = $1");

/// The statements of this room, for the test that prepares them on both engines.
#[must_use]
pub fn statements() -> Vec<Statement> {
    vec![
        ("release add", &ADD), ("release step", &STEP), ("releases of", &OF_CLIENTS), ("releases to", &TO), ("release steps", &STEPS),
        ("releases open", &OPEN), ("releases held", &HELD), ("releases over", &OVER),
        ("client of a release", &CLIENT),
    ]
}

/// Parts of a file that were asked for, or given to a guest.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Release {
    /// Its id.
    pub id: Id,
    /// The record it is about: of whoever asks, or invites.
    pub record: Id,
    /// To whom it is, or would be, released.
    pub organisation: String,
    /// To this user of it alone, who is a guest.
    pub guest: Option<Id>,
    /// What was asked for.
    pub asked: Holds,
    /// What for: one of [`Purpose::RELEASED`].
    pub purpose: Purpose,
    /// When.
    pub asked_at: Time,
    /// By whom.
    pub asked_by: Id,
    /// The day by which there is to be an answer.
    pub due: Date,
    /// Why, in the words of whoever asks; empty when the key of the record was destroyed.
    pub says: String,
    /// What was done about it, the earliest first.
    pub steps: Vec<Step>,
}

/// What was done about a release.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Step {
    /// What.
    pub done: Done,
    /// When.
    pub at: Time,
    /// By whom.
    pub author: Id,
    /// What holds since; none when nothing does.
    pub holds: Option<Holds>,
    /// What whoever asked is told.
    pub told: String,
}

impl Release {
    /// How it stands on this day.
    #[must_use]
    pub fn state(&self, today: Date) -> State {
        rules::state(&self.asked, self.steps.last().map(|step| (step.done, step.holds.as_ref())), today)
    }

    /// What is read because of it on this day.
    #[must_use]
    pub fn gives(&self, today: Date) -> Option<&Holds> {
        let holds = self.steps.last().and_then(|step| step.holds.as_ref());
        holds.filter(|_| matches!(self.state(today), State::Approved | State::Partly))
    }
}

/// A release as the counsellor's list has it; nothing of what was said.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(super) struct Line {
    pub id: Id,
    pub client: Id,
    pub organisation: String,
    pub guest: Option<Id>,
    pub asked: Holds,
    pub purpose: Purpose,
    pub asked_at: Time,
    pub due: Date,
    pub last: Option<(Done, Option<Holds>)>,
}

/// Which releases a list shows.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Which {
    Open,
    Held,
    Over,
}

fn place(release: &Release, step: usize) -> Vec<u8> {
    [format!("release {step}").as_bytes(), &release.record.bytes()[..], &release.id.bytes()[..]].concat()
}

fn written(kinds: &BTreeSet<EntryKind>) -> String {
    kinds.iter().map(|kind| kind.word()).collect::<Vec<_>>().join(" ")
}

/// The kinds of entry as a row of `release_step` names them.
///
/// # Errors
/// A kind the program does not know.
pub(crate) fn read_kinds(text: &str) -> Result<BTreeSet<EntryKind>, DbError> {
    let kind = |word: &str| word.parse().map_err(|problem| DbError::Column { column: "kinds".into(), problem });
    text.split(' ').filter(|word| !word.is_empty()).map(kind).collect()
}

/// Keeps what somebody asks for.
///
/// # Errors
/// What the database says. So for all functions of this room.
pub(super) async fn add(tx: &mut Tx, permit: &Permit, release: &Release) -> Result<(), DbError> {
    let says = keys::seal_text(tx, release.record, &place(release, 0), &release.says).await?;
    let values = vec![
        release.record.into(), release.id.into(), (&release.organisation).into(), release.guest.into(), written(&release.asked.kinds).into(),
        release.purpose.word().into(), release.asked_at.into(), permit.who().user.into(), release.asked.until.into(), release.due.into(), says.into(),
    ];
    tx.run(&ADD, values).await?;
    Ok(())
}

/// Keeps the next step about a release; [`DbError::Conflict`] when somebody else went on before.
pub(super) async fn add_step(tx: &mut Tx, permit: &Permit, release: &Release, step: &Step) -> Result<(), DbError> {
    let number = release.steps.len() + 1;
    let told = keys::seal_text(tx, release.record, &place(release, number), &step.told).await?;
    let number = i64::try_from(number).unwrap_or(i64::MAX);
    let (kinds, until) = (step.holds.as_ref().map(|holds| written(&holds.kinds)), step.holds.as_ref().map(|holds| holds.until));
    let values = vec![
        release.record.into(), release.id.into(), number.into(), step.done.word().into(), step.at.into(), permit.who().user.into(), kinds.into(),
        until.into(), told.into(),
    ];
    tx.run(&STEP, values).await?;
    Ok(())
}

/// Everything that was asked for or given of these clients, the earliest first, each with its client. The permit must be for these clients.
///
/// # Errors
/// What the database says.
pub async fn of_clients(tx: &mut Tx, _permit: &Permit, clients: &[Id]) -> Result<Vec<(Id, Release)>, DbError> {
    let rows = tx.all_in(&OF_CLIENTS, vec![], clients.iter().map(Value::from).collect()).await?;
    whole(tx, &rows).await
}

/// What the organisation of the holder of the permit asked for, and what was given to it or to them: the latest first, at most `at_most`
/// after the first `skip`. Whose each is is shown under a permit of its own.
pub(super) async fn to(tx: &mut Tx, permit: &Permit, (skip, at_most): (i64, i64)) -> Result<Vec<(Id, Release)>, DbError> {
    let Who { organisation, user, .. } = permit.who();
    let rows = tx.all(&TO, vec![organisation.into(), user.into(), at_most.into(), skip.into()]).await?;
    whole(tx, &rows).await
}

/// Releases about those whom the holder of the permit counsels or covers for: at most `at_most` after the first `skip`. They name nobody.
pub(super) async fn led(tx: &mut Tx, permit: &Permit, which: Which, today: Date, (skip, at_most): (i64, i64)) -> Result<Vec<Line>, DbError> {
    lines(tx, permit.who().user, which, today, (skip, at_most)).await
}

/// The clients of this counsellor of whom somebody asks for something and has no answer. Tells nothing more of them, and takes no permit.
///
/// # Errors
/// What the database says.
pub async fn waits_for(tx: &mut Tx, counsellor: Id, today: Date) -> Result<Vec<Id>, DbError> {
    let open = lines(tx, counsellor, Which::Open, today, (0, 100)).await?;
    Ok(open.into_iter().map(|line| line.client).collect::<BTreeSet<_>>().into_iter().collect())
}

async fn lines(tx: &mut Tx, counsellor: Id, which: Which, today: Date, (skip, at_most): (i64, i64)) -> Result<Vec<Line>, DbError> {
    let sql = match which {
        Which::Open => &OPEN,
        Which::Held => &HELD,
        Which::Over => &OVER,
    };
    tx.all(sql, vec![counsellor.into(), today.into(), at_most.into(), skip.into()]).await?.iter().map(line).collect()
}

/// The client a release is about; nobody reads anything of it yet.
pub(super) async fn client_of(tx: &mut Tx, release: Id) -> Result<Id, DbError> {
    tx.maybe(&CLIENT, vec![release.into()]).await?.ok_or(DbError::NotFound)?.id("client_id")
}

async fn whole(tx: &mut Tx, rows: &[Row]) -> Result<Vec<(Id, Release)>, DbError> {
    let mut opener = Opener::of(tx);
    let mut all: Vec<(Id, Release)> = rows.iter().map(|row| release(&mut opener, row)).collect::<Result<_, _>>()?;
    let places: HashMap<Id, usize> = all.iter().enumerate().map(|(place, (_, release))| (release.id, place)).collect();
    let list: Vec<Value> = all.iter().map(|(_, release)| release.id.into()).collect();
    for row in &tx.all_in(&STEPS, vec![], list).await? {
        if let Some((_, release)) = places.get(&row.id("release_id")?).and_then(|place| all.get_mut(*place)) {
            let step = step(&mut opener, row, release)?;
            release.steps.push(step);
        }
    }
    Ok(all)
}

fn release(opener: &mut Opener, row: &Row) -> Result<(Id, Release), DbError> {
    let mut release = Release {
        id: row.id("release_id")?,
        record: row.id("record_id")?,
        organisation: row.text("organisation_id")?.to_owned(),
        guest: row.opt_id("guest_id")?,
        asked: Holds { kinds: read_kinds(row.text("kinds")?)?, until: row.date("until_on")? },
        purpose: row.word("purpose")?,
        asked_at: row.time("asked_at")?,
        asked_by: row.id("asked_by")?,
        due: row.date("due_on")?,
        says: String::new(),
        steps: Vec::new(),
    };
    release.says = opener.text(release.record, row, &place(&release, 0))?;
    Ok((row.id("client_id")?, release))
}

fn holds(row: &Row, kinds: &str, until: &str) -> Result<Option<Holds>, DbError> {
    let (Some(kinds), Some(until)) = (row.opt_text(kinds)?, row.opt_date(until)?) else { return Ok(None) };
    Ok(Some(Holds { kinds: read_kinds(kinds)?, until }))
}

fn step(opener: &mut Opener, row: &Row, release: &Release) -> Result<Step, DbError> {
    Ok(Step {
        done: row.word("step")?,
        at: row.time("at")?,
        author: row.id("author")?,
        holds: holds(row, "kinds", "until_on")?,
        told: opener.text(release.record, row, &place(release, release.steps.len() + 1))?,
    })
}

fn line(row: &Row) -> Result<Line, DbError> {
    let last = row.opt_text("step")?.map(|_| row.word("step")).transpose()?;
    Ok(Line {
        id: row.id("release_id")?,
        client: row.id("client_id")?,
        organisation: row.text("organisation_id")?.to_owned(),
        guest: row.opt_id("guest_id")?,
        asked: Holds { kinds: read_kinds(row.text("kinds")?)?, until: row.date("until_on")? },
        purpose: row.word("purpose")?,
        asked_at: row.time("asked_at")?,
        due: row.date("due_on")?,
        last: last.map(|done| Ok::<_, DbError>((done, holds(row, "held_kinds", "held_until")?))).transpose()?,
    })
}
