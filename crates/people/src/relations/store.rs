//! The SQL of relations.

use crate::releases::read_kinds;
use db::{DbError, Row, Sql, Statement, Tx, Value};
use history::keys;
use rights::{Permit, Purpose, Relation, Who};
use std::collections::BTreeSet;
use words::{Date, EntryKind, Id, Time};

/// Where the reason and what the review says stand: bound into what is sealed.
const OPENED: &str = "emergency";
const REVIEWED: &str = "review";

// What ties a user to people, and what else the rules ask about them before anything of theirs is read: a list per kind of fact, each read by
// the first column of a key, all in one statement, for it is asked on each page, and of hundreds of people on some; their records are looked up
// once. Whose counsellor somebody is goes by the organisation that made it so: whoever moves to another leaves their clients, and so does whoever
// covers for them. A restriction or an objection counts until it is lifted, of a release its newest step.
// (With || '' an engine reads releases by person, not all of an organisation's.)
const FACTS: Sql = Sql::both(
    "with l as materialized (
       select l.client_id, l.record_id, r.organisation_id from current_link l join record r on r.record_id = l.record_id where l.client_id in ({list}))
     select l.client_id, 'keeper' as fact, '' as purpose, '' as kinds, 0 as at from l where l.organisation_id = $1
     union all select l.client_id, 'counsellor', '', '', 0 from l where l.organisation_id = $1 and exists (
            select 1 from assignment a where a.record_id = l.record_id and a.until_at is null and a.user_id = $2)
     union all select l.client_id, 'covering', '', '', 0 from l where l.organisation_id = $1 and exists (
            select 1 from assignment a
              join cover c on c.absent_id = a.user_id
              join app_user u on u.user_id = a.user_id and u.organisation_id = $1
             where a.record_id = l.record_id and a.until_at is null and c.colleague_id = $2
               and c.ended_at is null and c.from_on <= $3 and c.to_on >= $3)
     union all select l.client_id, 'team', '', '', 0 from l where exists (
            select 1 from case_team t
              join app_user u on u.user_id = t.user_id and u.organisation_id = t.organisation_id
             where t.record_id = l.record_id and t.user_id = $2 and t.organisation_id = $1
               and u.role in ('counsellor', 'partner') and u.ended_at is null
               and t.from_on <= $3 and (t.until_on is null or t.until_on >= $3)
               and not exists (select 1 from case_team_end o where o.record_id = t.record_id and o.seat_id = t.seat_id))
     union all select e.client_id, 'emergency', '', '', 0 from emergency e
      where e.client_id in ({list}) and e.user_id = $2 and e.ends_at > $4
     union all select l.client_id, 'asked', '', '', 0 from l where l.record_id in (
            select q.record_a from question q where q.asked_of = $2 and not exists (select 1 from answer a where a.question_id = q.question_id)
            union all
            select q.record_b from question q where q.asked_of = $2 and not exists (select 1 from answer a where a.question_id = q.question_id))
     union all select l.client_id, 'restricted', '', '', 0 from l where exists (
            select 1 from request r
              join request_step c on c.record_id = r.record_id and c.request_id = r.request_id and c.step = 'closed' and c.outcome = 'granted'
             where r.record_id = l.record_id and r.kind in ('restriction', 'objection') and not exists (
                   select 1 from request_step s where s.record_id = r.record_id and s.request_id = r.request_id and s.step = 'lifted'))
     union all select p.client_id, 'stated', p.purpose, '', p.stated_at from stated_purpose p
      where p.client_id in ({list}) and p.user_id = $2 and p.session_id = $5 and p.ends_at > $4
     union all select l.client_id, 'released', r.purpose, s.kinds, r.asked_at from l
       join release r on r.record_id = l.record_id
       join release_step s on s.record_id = r.record_id and s.release_id = r.release_id
      where r.organisation_id || '' = $1 and (r.guest_id is null or r.guest_id = $2)
        and s.step in ('approved', 'narrowed') and s.until_on >= $3
        and not exists (select 1 from release_step n where n.record_id = s.record_id and n.release_id = s.release_id and n.place > s.place)
     order by at",
);
const STATED_BY: Sql = Sql::both("select client_id, stated_at from stated_purpose where user_id = $1 and stated_at >= $2 and stated_at < $3 order by stated_at");
const STATE: Sql = Sql::both(
    "insert into stated_purpose (client_id, user_id, session_id, purpose, stated_at, ends_at) values ($1, $2, $3, $4, $5, $6)",
);
const END_ASSIGNMENTS: Sql = Sql::both("update assignment set until_at = $1 where until_at is null and record_id in ({list}) returning record_id");
const ASSIGN: Sql = Sql::both("insert into assignment (record_id, assignment_id, user_id, from_at, author) values {rows}");
const COUNSELLORS: Sql = Sql::both(
    "select distinct l.client_id, a.user_id, u.name, a.from_at from current_link l
       join assignment a on a.record_id = l.record_id and a.until_at is null
       join record r on r.record_id = a.record_id
       join app_user u on u.user_id = a.user_id and u.organisation_id = r.organisation_id
      where l.client_id in ({list}) order by a.from_at, u.name",
);
const ASSIGNED_TO: Sql = Sql::both(
    "select distinct l.client_id from assignment a join current_link l on l.record_id = a.record_id
       join record r on r.record_id = a.record_id
       join app_user u on u.user_id = a.user_id and u.organisation_id = r.organisation_id
      where a.user_id = $1 and a.until_at is null order by l.client_id",
);
const ASSIGNMENTS: Sql = Sql::both("select user_id, from_at, until_at from assignment where record_id in ({list}) order by from_at, assignment_id");
const ADD_COVER: Sql = Sql::both(
    "insert into cover (cover_id, absent_id, colleague_id, from_on, to_on, author, made_at) values ($1, $2, $3, $4, $5, $6, $7)",
);
const END_COVER: Sql = Sql::both("update cover set ended_at = $2 where cover_id = $1 and ended_at is null");
const COVERS: Sql = Sql::both(
    "select c.cover_id, c.absent_id, c.colleague_id, c.from_on, c.to_on from cover c join app_user u on u.user_id = c.absent_id
      where u.organisation_id = $1 and c.ended_at is null and c.to_on >= $2 order by c.from_on, c.cover_id",
);
const OPEN: Sql = Sql::both(
    "insert into emergency (emergency_id, client_id, user_id, organisation_id, reason, opened_at, ends_at) values ($1, $2, $3, $4, $5, $6, $7)",
);
macro_rules! emergencies {
    ($rest:literal) => {
        concat!(
            "select e.emergency_id, e.client_id, e.user_id, coalesce(u.name, '') as name, e.organisation_id, e.reason, e.opened_at, e.ends_at,
                    r.outcome, r.reviewer, r.note, r.reviewed_at
               from emergency e left join app_user u on u.user_id = e.user_id
               left join emergency_review r on r.emergency_id = e.emergency_id ", $rest
        )
    };
}
const ABOUT: Sql = Sql::both(emergencies!("where e.client_id in ({list}) order by e.opened_at desc"));
const TO_REVIEW: Sql = Sql::both(emergencies!("where r.emergency_id is null and ($1 = '' or e.organisation_id = $1) order by e.opened_at"));
const WAITING: Sql = Sql::both(
    "select e.client_id from emergency e
      where ($1 = '' or e.organisation_id = $1) and e.opened_at < $2
        and not exists (select 1 from emergency_review r where r.emergency_id = e.emergency_id)
      group by e.client_id order by min(e.opened_at)",
);
const REVIEW: Sql = Sql::both(
    "insert into emergency_review (emergency_id, outcome, reviewer, note, reviewed_at) values ($1, $2, $3, $4, $5)",
);

/// The statements of this room, for the test that prepares them on both engines.
#[must_use]
pub fn statements() -> Vec<Statement> {
    vec![
        ("assignments of", &ASSIGNMENTS),
        ("facts of cases", &FACTS), ("purpose state", &STATE), ("purposes by", &STATED_BY), ("assignment end", &END_ASSIGNMENTS),
        ("assignment add", &ASSIGN), ("counsellors of", &COUNSELLORS), ("assigned to", &ASSIGNED_TO), ("cover add", &ADD_COVER),
        ("cover end", &END_COVER), ("covers", &COVERS), ("emergency open", &OPEN), ("emergencies about", &ABOUT),
        ("emergencies to review", &TO_REVIEW), ("emergencies waiting", &WAITING), ("emergency review", &REVIEW),
    ]
}

/// That somebody is, or was, somebody's counsellor.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Assignment {
    /// The counsellor.
    pub user: Id,
    /// Since when.
    pub from: Time,
    /// Until when; none while it is in force.
    pub until: Option<Time>,
}

/// Every counsellor these records were ever assigned to, the earliest first.
///
/// # Errors
/// What the database says.
pub async fn assignments_of(tx: &mut Tx, _permit: &Permit, records: &[Id]) -> Result<Vec<Assignment>, DbError> {
    let rows = tx.all_in(&ASSIGNMENTS, vec![], records.iter().map(Value::from).collect()).await?;
    let read = |row: &Row| Ok(Assignment { user: row.id("user_id")?, from: row.time("from_at")?, until: row.opt_time("until_at")? });
    rows.iter().map(read).collect()
}

/// Somebody stands in for a counsellor who is away.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Cover {
    /// Its id.
    pub id: Id,
    /// The counsellor who is away.
    pub absent: Id,
    /// Who stands in.
    pub colleague: Id,
    /// The first day.
    pub from: Date,
    /// The last day.
    pub to: Date,
}

/// A file that was opened in an emergency.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Emergency {
    /// Its id.
    pub id: Id,
    /// Whose file.
    pub client: Id,
    /// Who opened it.
    pub user: Id,
    /// Their name.
    pub name: String,
    /// The organisation they work for.
    pub organisation: String,
    /// Why, in their words.
    pub reason: String,
    /// When.
    pub opened_at: Time,
    /// Until when it stays open.
    pub ends_at: Time,
    /// What the review said, when there was one.
    pub review: Option<Review>,
}

/// What somebody said of an opening in an emergency.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Review {
    /// `right` or `wrong`.
    pub outcome: String,
    /// By whom.
    pub reviewer: Id,
    /// In what words.
    pub note: String,
    /// When.
    pub at: Time,
}

/// What the rules ask about a client and a user.
pub(super) enum Fact {
    /// The user is tied to the client.
    Tie(Relation),
    /// The client's file is restricted, or they have objected to its use.
    Restricted,
    /// The user said in this session what for, and it still holds.
    Stated(Purpose),
    /// Somebody released these kinds of entry to the user or their organisation.
    Released(Purpose, BTreeSet<EntryKind>),
}

/// What the rules ask about each of these clients, the newest last. Read before anything is decided, so it takes no permit and leaves
/// this crate only as a decision.
///
/// # Errors
/// What the database says. So for all functions of this room.
pub(super) async fn facts(tx: &mut Tx, who: &Who, session: Id, clients: &[Id], now: Time) -> Result<Vec<(Id, Fact)>, DbError> {
    let values = vec![(&who.organisation).into(), who.user.into(), now.date().to_string().into(), now.into(), session.into()];
    let fact = |row: &Row| -> Result<Fact, DbError> {
        Ok(match row.text("fact")? {
            "restricted" => Fact::Restricted,
            "stated" => Fact::Stated(row.word("purpose")?),
            "released" => Fact::Released(row.word("purpose")?, read_kinds(row.text("kinds")?)?),
            _ => Fact::Tie(row.word("fact")?),
        })
    };
    let rows = tx.all_in(&FACTS, values, clients.iter().map(Value::from).collect()).await?;
    rows.iter().map(|row| Ok((row.id("client_id")?, fact(row)?))).collect()
}

/// For whom a user stated a purpose from one moment to before another, and when.
///
/// # Errors
/// What the database says.
pub async fn stated_by(tx: &mut Tx, _permit: &Permit, user: Id, (from, to): (Time, Time)) -> Result<Vec<(Id, Time)>, DbError> {
    let rows = tx.all(&STATED_BY, vec![user.into(), from.into(), to.into()]).await?;
    rows.iter().map(|row| Ok((row.id("client_id")?, row.time("stated_at")?))).collect()
}

/// Keeps why the holder of the permit opens its client's file, for this session and until `ends`.
///
/// # Errors
/// What the database says. So for all functions of this room.
pub async fn state(tx: &mut Tx, permit: &Permit, session: Id, purpose: Purpose, at: Time, ends: Time) -> Result<(), DbError> {
    let client = permit.client().ok_or(DbError::NotFound)?;
    let values = vec![client.into(), permit.who().user.into(), session.into(), purpose.word().into(), at.into(), ends.into()];
    tx.run(&STATE, values).await?;
    Ok(())
}

/// Makes a user the counsellor of the people these records are of, in place of whoever was. Each record with the id of its new
/// assignment.
///
/// # Errors
/// See [`state`].
pub async fn assign(tx: &mut Tx, permit: &Permit, records: &[(Id, Id)], user: Id, at: Time) -> Result<(), DbError> {
    if records.is_empty() {
        return Ok(());
    }
    tx.all_in(&END_ASSIGNMENTS, vec![at.into()], records.iter().map(|(record, _)| record.into()).collect()).await?;
    let row = |(record, id): &(Id, Id)| vec![record.into(), id.into(), user.into(), at.into(), permit.who().user.into()];
    tx.insert(&ASSIGN, records.iter().map(row).collect()).await?;
    Ok(())
}

/// The counsellors of these clients: client, user, name, since when.
///
/// # Errors
/// See [`state`].
pub async fn counsellors_of(tx: &mut Tx, _permit: &Permit, clients: &[Id]) -> Result<Vec<(Id, Id, String, Time)>, DbError> {
    let rows = tx.all_in(&COUNSELLORS, vec![], clients.iter().map(Value::from).collect()).await?;
    rows.iter().map(|row| Ok((row.id("client_id")?, row.id("user_id")?, row.text("name")?.to_owned(), row.time("from_at")?))).collect()
}

/// The clients a user is the counsellor of.
///
/// # Errors
/// See [`state`].
pub async fn assigned_to(tx: &mut Tx, _permit: &Permit, user: Id) -> Result<Vec<Id>, DbError> {
    tx.all(&ASSIGNED_TO, vec![user.into()]).await?.iter().map(|row| row.id("client_id")).collect()
}

/// Says that somebody covers for a counsellor who is away.
///
/// # Errors
/// See [`state`].
pub async fn add_cover(tx: &mut Tx, permit: &Permit, cover: &Cover, at: Time) -> Result<(), DbError> {
    let Cover { id, absent, colleague, from, to } = cover;
    let values = vec![
        id.into(), absent.into(), colleague.into(), from.to_string().into(), to.to_string().into(), permit.who().user.into(), at.into(),
    ];
    tx.run(&ADD_COVER, values).await?;
    Ok(())
}

/// Ends a cover at once.
///
/// # Errors
/// See [`state`].
pub async fn end_cover(tx: &mut Tx, _permit: &Permit, cover: Id, at: Time) -> Result<(), DbError> {
    tx.run(&END_COVER, vec![cover.into(), at.into()]).await?;
    Ok(())
}

/// The covers at an organisation that are not over on `today`.
///
/// # Errors
/// See [`state`].
pub async fn covers(tx: &mut Tx, _permit: &Permit, organisation: &str, today: Date) -> Result<Vec<Cover>, DbError> {
    let read = |row: &Row| {
        Ok(Cover {
            id: row.id("cover_id")?,
            absent: row.id("absent_id")?,
            colleague: row.id("colleague_id")?,
            from: row.date("from_on")?,
            to: row.date("to_on")?,
        })
    };
    tx.all(&COVERS, vec![organisation.into(), today.to_string().into()]).await?.iter().map(read).collect()
}

/// Opens a file for the holder of the permit in an emergency.
///
/// # Errors
/// See [`state`].
pub async fn open_in_emergency(tx: &mut Tx, permit: &Permit, id: Id, reason: &str, at: Time) -> Result<(), DbError> {
    let (who, client) = (permit.who(), permit.client().ok_or(DbError::NotFound)?);
    let ends = at.plus_seconds(super::EMERGENCY_SECONDS);
    let reason = keys::seal_words(tx, id, OPENED, reason).await?;
    let values = vec![id.into(), client.into(), who.user.into(), (&who.organisation).into(), reason.into(), at.into(), ends.into()];
    tx.run(&OPEN, values).await?;
    Ok(())
}

/// The emergencies in which these clients' files were opened, the newest first.
///
/// # Errors
/// See [`state`].
pub async fn emergencies_about(tx: &mut Tx, _permit: &Permit, clients: &[Id]) -> Result<Vec<Emergency>, DbError> {
    let rows = tx.all_in(&ABOUT, vec![], clients.iter().map(Value::from).collect()).await?;
    emergencies(tx, &rows).await
}

/// The emergencies nobody has reviewed, the oldest first: of one organisation's people, or with an empty name of all.
///
/// # Errors
/// See [`state`].
pub async fn emergencies_to_review(tx: &mut Tx, _permit: &Permit, organisation: &str) -> Result<Vec<Emergency>, DbError> {
    let rows = tx.all(&TO_REVIEW, vec![organisation.into()]).await?;
    emergencies(tx, &rows).await
}

/// The clients whose files were opened in an emergency before this moment and nobody has reviewed it: by one organisation's
/// people, or with an empty name by anybody's. Tells nothing about them, and takes no permit.
///
/// # Errors
/// See [`state`].
pub async fn waiting_for_review(tx: &mut Tx, organisation: &str, before: Time) -> Result<Vec<Id>, DbError> {
    tx.all(&WAITING, vec![organisation.into(), before.into()]).await?.iter().map(|row| row.id("client_id")).collect()
}

/// Keeps what was said of an opening in an emergency.
///
/// # Errors
/// [`DbError::Conflict`] when somebody has reviewed it; see [`state`].
pub async fn review(tx: &mut Tx, permit: &Permit, id: Id, outcome: &str, note: &str, at: Time) -> Result<(), DbError> {
    let note = keys::seal_words(tx, id, REVIEWED, note).await?;
    tx.run(&REVIEW, vec![id.into(), outcome.into(), permit.who().user.into(), note.into(), at.into()]).await?;
    Ok(())
}

/// The emergencies of these rows, with what was typed opened.
async fn emergencies(tx: &mut Tx, rows: &[Row]) -> Result<Vec<Emergency>, DbError> {
    let mut all = rows.iter().map(emergency).collect::<Result<Vec<Emergency>, _>>()?;
    let mut texts = Vec::new();
    for one in &mut all {
        texts.push((one.id, OPENED, &mut one.reason));
        texts.extend(one.review.as_mut().map(|review| (one.id, REVIEWED, &mut review.note)));
    }
    keys::open_words(tx, texts).await?;
    Ok(all)
}

fn emergency(row: &Row) -> Result<Emergency, DbError> {
    let review = match row.opt_text("outcome")? {
        Some(outcome) => Some(Review {
            outcome: outcome.to_owned(),
            reviewer: row.id("reviewer")?,
            note: row.text("note")?.to_owned(),
            at: row.time("reviewed_at")?,
        }),
        None => None,
    };
    Ok(Emergency {
        id: row.id("emergency_id")?,
        client: row.id("client_id")?,
        user: row.id("user_id")?,
        name: row.text("name")?.to_owned(),
        organisation: row.text("organisation_id")?.to_owned(),
        reason: row.text("reason")?.to_owned(),
        opened_at: row.time("opened_at")?,
        ends_at: row.time("ends_at")?,
        review,
    })
}
