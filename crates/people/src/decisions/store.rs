//! The SQL of decisions. A fact stands while no decision takes its own back.

use super::Kind;
use db::{DbError, Row, Sql, Statement, Tx, Value};
use history::keys;
use rights::{Permit, Who, sees_protected};
use std::collections::{BTreeSet, HashMap, HashSet};
use words::{Id, Time};

/// Where a reason and a value in dispute stand: bound into what is sealed.
const REASON: &str = "decision";
const DISPUTED: &str = "dispute";

const ADD: Sql = Sql::both(
    "insert into decision (decision_id, kind, author, second, reason, takes_back, decided_at) values ($1, $2, $3, $4, $5, $6, $7)",
);
macro_rules! decisions {
    ($rest:literal) => {
        concat!(
            "select d.decision_id, d.kind, d.author, d.second, d.reason, d.takes_back, d.decided_at, t.decided_at as gone_at, t.author as gone_by
               from decision d left join decision t on t.takes_back = d.decision_id ", $rest
        )
    };
}
const FIND: Sql = Sql::both(decisions!("where d.decision_id = $1"));
const LATELY: Sql = Sql::both(decisions!(
    "where d.decided_at >= $1 and d.takes_back is null and t.decision_id is null order by d.decided_at desc limit $2"
));
const ABOUT: Sql = Sql::both(decisions!(
    "where d.takes_back is null and d.decision_id in (
        select decision_id from pair_decision where record_a in ({list}) union
        select decision_id from pair_decision where record_b in ({list}) union
        select link_id from link_decision where author is not null and record_id in ({list}) union
        select decision_id from field_dispute where record_id in ({list}) union
        select decision_id from record_withdrawal where record_id in ({list}))
      order by d.decided_at desc"
));
const COUNT: Sql = Sql::both("select kind, count(*) as decisions from decision where decided_at >= $1 group by kind");
const RECORDS: Sql = Sql::both(
    "select record_a as record_id from pair_decision where decision_id = $1 union
     select record_b from pair_decision where decision_id = $1 union
     select record_id from link_decision where author is not null and link_id = $1 union
     select record_id from field_dispute where decision_id = $1 union
     select record_id from record_withdrawal where decision_id = $1 union
     select record_id from protection where decision_id = $1",
);
const DISPUTE: Sql = Sql::both("insert into field_dispute (record_id, decision_id, field, value) values ($1, $2, $3, $4)");
const DISPUTES: Sql = Sql::both(
    "select record_id, decision_id, field, value from field_dispute f
      where not exists (select 1 from decision t where t.takes_back = f.decision_id) order by record_id, decision_id",
);
const WITHDRAW: Sql = Sql::both("insert into record_withdrawal (record_id, decision_id) values ($1, $2)");
const WITHDRAWN: Sql = Sql::both(
    "select w.record_id from record_withdrawal w join decision d on d.decision_id = w.decision_id
      where d.decided_at <= $1 and not exists (select 1 from decision t where t.takes_back = w.decision_id and t.decided_at <= $1)
        and w.record_id in ({list})",
);
const WITHDRAWALS: Sql = Sql::both(
    "select w.record_id, d.decision_id, d.reason, d.decided_at from record_withdrawal w join decision d on d.decision_id = w.decision_id
      where w.record_id in ({list}) and not exists (select 1 from decision t where t.takes_back = w.decision_id)
      order by w.record_id, d.decided_at, d.decision_id",
);
const PROTECT: Sql = Sql::both("insert into protection (record_id, decision_id, readers) values {rows}");
const PROTECTED_WITH: Sql = Sql::both(
    "select p.record_id, p.decision_id, p.readers from protection p
      where not exists (select 1 from decision t where t.takes_back = p.decision_id)
        and (p.record_id in ({list}) or exists (
            select 1 from current_link l join current_link m on m.client_id = l.client_id
             where l.record_id = p.record_id and m.record_id in ({list})))
      order by p.decision_id, p.record_id",
);
macro_rules! protected {
    () => {
        "select 0 as is_held, l.client_id, p.readers from current_link l join protection p on p.record_id = l.record_id
          where not exists (select 1 from decision t where t.takes_back = p.decision_id) and l.client_id in ({list})"
    };
}
const PROTECTED_CLIENTS: Sql = Sql::both(protected!());
/// Clients beside whom linkage put somebody who is or was protected, whatever has been decided since of the two. Asked from either side.
macro_rules! near {
    ($one:literal, $other:literal) => {
        concat!(
            "select 1, l.client_id, '' from l where exists (
                select 1 from possible_match m
                  join current_link o on o.record_id = m.", $other, " and o.client_id <> l.client_id
                  join current_link q on q.client_id = o.client_id
                  join protection p on p.record_id = q.record_id
                 where m.", $one, " = l.record_id)"
        )
    };
}
// Asked for each person on each page, so it asks no more than whether there is anything to ask: of hardly anybody there is.
const PROTECTED_OR_NEAR: Sql = Sql::both(concat!(
    "with l as materialized (select client_id, record_id from current_link where client_id in ({list}))
     select 0 as is_near, l.client_id, p.readers from l join protection p on p.record_id = l.record_id
      where not exists (select 1 from decision t where t.takes_back = p.decision_id)
     union all ", near!("record_a", "record_b"), " union all ", near!("record_b", "record_a"),
));
/// Clients who may be somebody protected: linkage would have joined the two had it been allowed, or has its doubts and nothing
/// was known of the one before the other was protected; and nobody has said that they are two people. Asked from either side.
macro_rules! held {
    ($one:literal, $other:literal) => {
        concat!(
            "select 1 as is_held, l.client_id, p.readers from current_link l
               join possible_match m on m.", $one, " = l.record_id
               join current_link o on o.record_id = m.", $other, " and o.client_id <> l.client_id
               join current_link q on q.client_id = o.client_id
               join protection p on p.record_id = q.record_id
              where l.client_id in ({list})
                and not exists (select 1 from decision t where t.takes_back = p.decision_id)
                and not exists (
                        select 1 from current_link x join pair_decision d on d.record_a = x.record_id join current_link y on y.record_id = d.record_b
                         where x.client_id = l.client_id and y.client_id = o.client_id and d.verdict = 'different'
                           and not exists (select 1 from decision t where t.takes_back = d.decision_id))
                and not exists (
                        select 1 from current_link x join pair_decision d on d.record_b = x.record_id join current_link y on y.record_id = d.record_a
                         where x.client_id = l.client_id and y.client_id = o.client_id and d.verdict = 'different'
                           and not exists (select 1 from decision t where t.takes_back = d.decision_id))
                and (m.sure = 1 or not exists (
                        select 1 from current_link c join record r on r.record_id = c.record_id
                         where c.client_id = l.client_id and r.created_at < (
                            select min(d.decided_at) from protection z join decision d on d.decision_id = z.decision_id
                             where z.record_id = p.record_id)))"
        )
    };
}
// Held or protected at one moment: whoever becomes protected while they are held is the one or the other, whenever it is asked.
const HELD_OR_PROTECTED: Sql =
    Sql::both(concat!(held!("record_a", "record_b"), " union ", held!("record_b", "record_a"), " union ", protected!()));
const MADE_BY: Sql = Sql::both(
    "select l.client_id, r.made_by from current_link l join record r on r.record_id = l.record_id where l.client_id in ({list})",
);

/// The statements of this room, for the test that prepares them on both engines.
#[must_use]
pub fn statements() -> Vec<Statement> {
    vec![
        ("decision add", &ADD), ("decision find", &FIND), ("decision lately", &LATELY), ("decision about", &ABOUT),
        ("decision count", &COUNT), ("decision records", &RECORDS), ("dispute add", &DISPUTE), ("disputes", &DISPUTES),
        ("withdrawal add", &WITHDRAW), ("withdrawn", &WITHDRAWN), ("withdrawals", &WITHDRAWALS), ("protection add", &PROTECT),
        ("protected with", &PROTECTED_WITH), ("protected clients", &PROTECTED_CLIENTS),
        ("protected or near", &PROTECTED_OR_NEAR), ("held or protected", &HELD_OR_PROTECTED), ("made by", &MADE_BY),
    ]
}

/// What somebody decided, and whether it still holds.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Decision {
    /// Its id; the facts that follow from it carry it too.
    pub id: Id,
    /// What was decided.
    pub kind: Kind,
    /// Who decided it, or proposed it where it takes two.
    pub author: Id,
    /// Who agreed, where it takes two.
    pub second: Option<Id>,
    /// Why, in the author's words; may be empty.
    pub reason: String,
    /// The decision that no longer holds because of this one.
    pub takes_back: Option<Id>,
    /// When.
    pub decided_at: Time,
    /// When it was taken back, and by whom.
    pub gone: Option<(Time, Id)>,
}

/// A value that linking is not to look at.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Dispute {
    /// The record that says it.
    pub record: Id,
    /// The decision.
    pub decision: Id,
    /// The field of the shared model.
    pub field: String,
    /// What it says. A record that says something else later is not affected.
    pub value: String,
}

pub(crate) async fn add(tx: &mut Tx, _permit: &Permit, decision: &Decision) -> Result<(), DbError> {
    let Decision { id, kind, author, second, reason, takes_back, decided_at, gone: _ } = decision;
    // What the program itself says is no secret.
    let itself = [super::BY_ITS_SOURCE, super::SENT_AGAIN].contains(&reason.as_str());
    let reason = if itself { reason.clone() } else { keys::seal_words(tx, *id, REASON, reason).await? };
    let values = vec![
        id.into(), kind.word().into(), author.into(), (*second).into(), reason.into(), (*takes_back).into(), (*decided_at).into(),
    ];
    tx.run(&ADD, values).await?;
    Ok(())
}

/// One decision, if there is one under this id.
///
/// # Errors
/// What the database says. So for all functions of this room.
pub async fn find(tx: &mut Tx, _permit: &Permit, id: Id) -> Result<Option<Decision>, DbError> {
    let row = tx.maybe(&FIND, vec![id.into()]).await?;
    Ok(all(tx, row.as_slice()).await?.pop())
}

/// What was decided since a moment and still holds, the newest first, at most `count`.
///
/// # Errors
/// See [`find`].
pub async fn lately(tx: &mut Tx, _permit: &Permit, since: Time, count: i64) -> Result<Vec<Decision>, DbError> {
    let rows = tx.all(&LATELY, vec![since.into(), count.into()]).await?;
    all(tx, &rows).await
}

/// Every decision about these records, taken back or not, the newest first.
///
/// # Errors
/// See [`find`].
pub async fn about(tx: &mut Tx, _permit: &Permit, records: &[Id]) -> Result<Vec<Decision>, DbError> {
    let rows = tx.all_in(&ABOUT, vec![], records.iter().map(Value::from).collect()).await?;
    all(tx, &rows).await
}

/// How many decisions of a kind were made since a moment.
///
/// # Errors
/// See [`find`].
pub async fn count_since(tx: &mut Tx, _permit: &Permit, since: Time) -> Result<Vec<(Kind, i64)>, DbError> {
    let rows = tx.all(&COUNT, vec![since.into()]).await?;
    rows.iter().map(|row| Ok((row.word("kind")?, row.int("decisions")?))).collect()
}

/// The records a decision is about, moved or not.
///
/// # Errors
/// See [`find`].
pub async fn records_of(tx: &mut Tx, _permit: &Permit, decision: Id) -> Result<Vec<Id>, DbError> {
    tx.all(&RECORDS, vec![decision.into()]).await?.iter().map(|row| row.id("record_id")).collect()
}

pub(crate) async fn dispute(tx: &mut Tx, _permit: &Permit, dispute: &Dispute) -> Result<(), DbError> {
    let Dispute { record, decision, field, value } = dispute;
    let value = keys::seal_words(tx, *decision, DISPUTED, value).await?;
    tx.run(&DISPUTE, vec![record.into(), decision.into(), field.into(), value.into()]).await?;
    Ok(())
}

/// Every value that is in dispute.
///
/// # Errors
/// See [`find`].
pub async fn disputes(tx: &mut Tx, _permit: &Permit) -> Result<Vec<Dispute>, DbError> {
    let read = |row: &Row| {
        Ok(Dispute {
            record: row.id("record_id")?,
            decision: row.id("decision_id")?,
            field: row.text("field")?.to_owned(),
            value: row.text("value")?.to_owned(),
        })
    };
    let mut disputes = tx.all(&DISPUTES, vec![]).await?.iter().map(read).collect::<Result<Vec<Dispute>, DbError>>()?;
    keys::open_words(tx, disputes.iter_mut().map(|one| (one.decision, DISPUTED, &mut one.value)).collect()).await?;
    Ok(disputes)
}

pub(crate) async fn withdraw(tx: &mut Tx, _permit: &Permit, record: Id, decision: Id) -> Result<(), DbError> {
    tx.run(&WITHDRAW, vec![record.into(), decision.into()]).await?;
    Ok(())
}

/// Which of these records their sources had taken away by a moment.
///
/// # Errors
/// See [`find`].
pub async fn withdrawn(tx: &mut Tx, _permit: &Permit, records: &[Id], known_at: Time) -> Result<HashSet<Id>, DbError> {
    let rows = tx.all_in(&WITHDRAWN, vec![known_at.into()], records.iter().map(Value::from).collect()).await?;
    rows.iter().map(|row| row.id("record_id")).collect()
}

/// A record that its source has taken away, and has not sent again.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Withdrawal {
    /// The record.
    pub record: Id,
    /// The decision.
    pub decision: Id,
    /// Why.
    pub reason: String,
    /// When.
    pub decided_at: Time,
}

/// Which of these records are taken away now, why and since when. Nearly always none.
///
/// # Errors
/// See [`find`].
pub async fn withdrawals(tx: &mut Tx, _permit: &Permit, records: &[Id]) -> Result<Vec<Withdrawal>, DbError> {
    let rows = tx.all_in(&WITHDRAWALS, vec![], records.iter().map(Value::from).collect()).await?;
    let read = |row: &Row| {
        Ok(Withdrawal {
            record: row.id("record_id")?,
            decision: row.id("decision_id")?,
            reason: row.text("reason")?.to_owned(),
            decided_at: row.time("decided_at")?,
        })
    };
    let mut away = rows.iter().map(read).collect::<Result<Vec<Withdrawal>, DbError>>()?;
    keys::open_words(tx, away.iter_mut().map(|one| (one.decision, REASON, &mut one.reason)).collect()).await?;
    Ok(away)
}

pub(crate) async fn protect(tx: &mut Tx, _permit: &Permit, records: &[Id], decision: Id, readers: &[Id]) -> Result<(), DbError> {
    let readers: String = readers.iter().map(Id::to_string).collect::<Vec<_>>().join(" ");
    let rows = records.iter().map(|record| vec![record.into(), decision.into(), (&readers).into()]);
    tx.insert(&PROTECT, rows.collect()).await?;
    Ok(())
}

/// The decisions that protect any of these records or the clients they belong to, with the users who may see them; the
/// newest last.
///
/// # Errors
/// See [`find`].
pub async fn protections_with(tx: &mut Tx, _permit: &Permit, records: &[Id]) -> Result<Vec<(Id, Vec<Id>)>, DbError> {
    let rows = tx.all_in(&PROTECTED_WITH, vec![], records.iter().map(Value::from).collect()).await?;
    let mut found: Vec<(Id, Vec<Id>)> = Vec::new();
    for row in &rows {
        let decision = row.id("decision_id")?;
        if !found.iter().any(|(known, _)| *known == decision) {
            found.push((decision, ids(row.text("readers")?)));
        }
    }
    Ok(found)
}

/// Clients whose files are hidden, each with the users who may see them.
pub type Hidden = HashMap<Id, Vec<Id>>;

/// Which of these clients are protected, each with the users who may see them.
///
/// # Errors
/// See [`find`].
pub async fn protected(tx: &mut Tx, clients: &[Id]) -> Result<Hidden, DbError> {
    let rows = tx.all_in(&PROTECTED_CLIENTS, vec![], clients.iter().map(Value::from).collect()).await?;
    let mut protected = Hidden::new();
    for row in &rows {
        protected.entry(row.id("client_id")?).or_default().extend(ids(row.text("readers")?));
    }
    Ok(protected)
}

/// Which of these clients may be somebody protected, each with the users who may see them: those named for the protected
/// person, and whoever registered the client, if nobody else brought anything of it. They are hidden until people have decided.
///
/// # Errors
/// See [`find`].
pub async fn held(tx: &mut Tx, clients: &[Id]) -> Result<Hidden, DbError> {
    Ok(held_and_protected(tx, clients).await?.0)
}

async fn held_and_protected(tx: &mut Tx, clients: &[Id]) -> Result<(Hidden, Hidden), DbError> {
    let (mut held, mut protected) = (Hidden::new(), Hidden::new());
    let mut near: BTreeSet<Id> = BTreeSet::new();
    for row in &tx.all_in(&PROTECTED_OR_NEAR, vec![], clients.iter().map(Value::from).collect()).await? {
        let client = row.id("client_id")?;
        if row.flag("is_near")? {
            near.insert(client);
        } else {
            protected.entry(client).or_default().extend(ids(row.text("readers")?));
        }
    }
    protected.retain(|client, _| !near.contains(client));
    for row in &tx.all_in(&HELD_OR_PROTECTED, vec![], near.iter().map(Value::from).collect()).await? {
        let named = if row.flag("is_held")? { &mut held } else { &mut protected };
        named.entry(row.id("client_id")?).or_default().extend(ids(row.text("readers")?));
    }
    with_makers(tx, &mut held).await?;
    Ok((held, protected))
}

/// Names whoever registered a client that may be somebody protected, if nobody else brought anything of it.
async fn with_makers(tx: &mut Tx, held: &mut Hidden) -> Result<(), DbError> {
    let mut makers: HashMap<Id, HashSet<Option<Id>>> = HashMap::new();
    for row in tx.all_in(&MADE_BY, vec![], held.keys().map(Value::from).collect()).await? {
        makers.entry(row.id("client_id")?).or_default().insert(row.opt_id("made_by")?);
    }
    for (client, makers) in makers {
        if let ([Some(maker)], Some(readers)) = (makers.into_iter().collect::<Vec<_>>().as_slice(), held.get_mut(&client)) {
            readers.push(*maker);
        }
    }
    Ok(())
}

/// Which of these clients are in no ordinary search and on no ordinary page, each with the users who may see them: those
/// protected, and those who may be somebody protected.
///
/// # Errors
/// See [`find`].
pub async fn hidden(tx: &mut Tx, clients: &[Id]) -> Result<Hidden, DbError> {
    let (mut held, protected) = held_and_protected(tx, clients).await?;
    // Who is both is seen by those named for the client itself.
    held.extend(protected);
    Ok(held)
}

/// Whether this person may know of a client, of whom `hidden` says so if they are.
#[must_use]
pub fn knows_of(who: &Who, client: Id, hidden: &Hidden) -> bool {
    hidden.get(&client).is_none_or(|named| sees_protected(who, client, named))
}

/// Which of these clients this person is not to know of: those hidden whom they neither work with nor look after.
///
/// # Errors
/// See [`find`].
pub async fn hidden_from(tx: &mut Tx, who: &Who, clients: &[Id]) -> Result<HashSet<Id>, DbError> {
    let hidden = hidden(tx, clients).await?;
    Ok(hidden.keys().copied().filter(|client| !knows_of(who, *client, &hidden)).collect())
}

/// Which of these records belong to somebody whom this person is not to know of.
///
/// # Errors
/// See [`find`].
pub async fn hidden_records(tx: &mut Tx, who: &Who, records: &[Id]) -> Result<Vec<Id>, DbError> {
    let clients: Vec<(Id, Id)> = crate::links::clients_of_records(tx, records).await?;
    let hidden = hidden_from(tx, who, &clients.iter().map(|(_, client)| *client).collect::<Vec<_>>()).await?;
    Ok(clients.into_iter().filter(|(_, client)| hidden.contains(client)).map(|(record, _)| record).collect())
}

fn ids(text: &str) -> Vec<Id> {
    text.split(' ').filter_map(|id| id.parse().ok()).collect()
}

/// The decisions of these rows, with what was typed opened.
async fn all(tx: &mut Tx, rows: &[Row]) -> Result<Vec<Decision>, DbError> {
    let mut decisions = rows.iter().map(decision).collect::<Result<Vec<Decision>, _>>()?;
    keys::open_words(tx, decisions.iter_mut().map(|one| (one.id, REASON, &mut one.reason)).collect()).await?;
    Ok(decisions)
}

fn decision(row: &Row) -> Result<Decision, DbError> {
    Ok(Decision {
        id: row.id("decision_id")?,
        kind: row.word("kind")?,
        author: row.id("author")?,
        second: row.opt_id("second")?,
        reason: row.text("reason")?.to_owned(),
        takes_back: row.opt_id("takes_back")?,
        decided_at: row.time("decided_at")?,
        gone: row.opt_time("gone_at")?.zip(row.opt_id("gone_by")?),
    })
}
