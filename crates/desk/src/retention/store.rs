//! The SQL of retention: who and what is over. It reads; what goes is removed by [`crate::erasures`].

use db::{DbError, Sql, Statement, Tx, Value};
use rights::Permit;
use words::{Date, Id, Time};

/// Nothing is due of whom anything was heard since, who has an open period, somebody who works with them, a question that waits, a hold.
macro_rules! due {
    ($rest:literal) => {
        concat!(
            "select l.client_id, max(r.seen_on) as last_on from record r join current_link l on l.record_id = r.record_id
              where r.seen_on < $1
                and not exists (select 1 from current_link m join record o on o.record_id = m.record_id
                                 where m.client_id = l.client_id and o.seen_on >= $1)
                and not exists (select 1 from current_link m join entry e on e.subject_id = m.record_id
                                 where m.client_id = l.client_id and e.kind <> 'link' and coalesce(e.to_on, e.from_on) >= $1)
                and not exists (select 1 from current_link m join entry e on e.subject_id = m.record_id
                                 where m.client_id = l.client_id and e.kind = 'status' and e.to_on is null
                                   and not exists (select 1 from entry c where c.subject_id = e.subject_id and c.corrects = e.entry_id))
                and not exists (select 1 from current_link m join assignment a on a.record_id = m.record_id and a.until_at is null
                                 where m.client_id = l.client_id)
                and not exists (select 1 from current_link m join case_team t on t.record_id = m.record_id
                                  left join case_team_end x on x.seat_id = t.seat_id
                                 where m.client_id = l.client_id and x.seat_id is null and (t.until_on is null or t.until_on >= $1))
                and not exists (select 1 from current_link m join request q on q.record_id = m.record_id
                                  left join request_step s on s.record_id = q.record_id and s.request_id = q.request_id and s.step = 'closed'
                                 where m.client_id = l.client_id and s.at is null)
                and not exists (select 1 from current_link m join legal_hold h on h.record_id = m.record_id
                                  left join legal_hold_end e on e.record_id = h.record_id and e.hold_id = h.hold_id
                                 where m.client_id = l.client_id and e.ended_at is null) ",
            $rest
        )
    };
}
const DUE: Sql = Sql::both(due!(
    "and not exists (select 1 from erasure_person p left join erasure_step s on s.erasure_id = p.erasure_id and s.client_id = p.client_id
                      where p.client_id = l.client_id and s.at is null)
      group by l.client_id order by max(r.seen_on), l.client_id limit $2 offset $3"
));
const DUE_ONE: Sql = Sql::both(due!("and l.client_id = $2 group by l.client_id"));
const WRITTEN: Sql = Sql::both(
    "select 1 as written from entry where kind <> 'link' and coalesce(to_on, from_on) >= $1 and subject_id in ({list}) limit 1",
);

/// A statement about clients on whom there is no legal hold.
macro_rules! unheld {
    ($before:literal, $client:literal, $after:literal) => {
        concat!(
            $before, "not exists (select 1 from current_link l join legal_hold h on h.record_id = l.record_id
                                    left join legal_hold_end e on e.record_id = h.record_id and e.hold_id = h.hold_id
                                   where l.client_id = ", $client, " and e.ended_at is null)", $after
        )
    };
}

/// What goes row by row: the class of the register, and the ids of what ended before a moment.
const OVER: &[(&str, Sql)] = &[
    (
        "requests",
        Sql::both(
            "select s.request_id as id from request_step s where s.step = 'closed' and s.at < $1
                and not exists (select 1 from request_step x where x.record_id = s.record_id and x.request_id = s.request_id and x.at >= $1)
                and not exists (select 1 from request q join request_step g on g.record_id = q.record_id and g.request_id = q.request_id
                                 where q.record_id = s.record_id and q.request_id = s.request_id and q.kind in ('restriction', 'objection')
                                   and g.step = 'closed' and g.outcome = 'granted'
                                   and not exists (select 1 from request_step z where z.record_id = q.record_id and z.request_id = q.request_id
                                                      and z.step = 'lifted'))
                and not exists (select 1 from legal_hold h left join legal_hold_end e on e.record_id = h.record_id and e.hold_id = h.hold_id
                                 where h.record_id = s.record_id and e.ended_at is null)
              order by s.request_id limit $2",
        ),
    ),
    ("log-exports", Sql::both("select export_id as id from log_export where wished_at < $1 order by export_id limit $2")),
    ("breaches", Sql::both("select breach_id as id from breach_step where step = 'closed' and at < $1 order by breach_id limit $2")),
    (
        "emergencies",
        Sql::both(unheld!(
            "select r.emergency_id as id from emergency_review r join emergency o on o.emergency_id = r.emergency_id
              where r.reviewed_at < $1 and ", "o.client_id", " order by r.emergency_id limit $2"
        )),
    ),
    (
        "flags",
        Sql::both(unheld!(
            "select s.flag_id as id from flag_step s join flag f on f.flag_id = s.flag_id where s.step = 'closed' and s.at < $1 and ", "f.about", " order by s.flag_id limit $2"
        )),
    ),
    (
        "well-known",
        Sql::both(unheld!(
            "select w.mark_id as id from well_known w where w.ended_at < $1 and ", "w.client_id", " order by w.mark_id limit $2"
        )),
    ),
    (
        "arriving",
        Sql::both(
            "select q.row_id as id from quarantine q left join feed_run r on r.run_id = q.run_id
              where q.state <> 'waiting' and coalesce(q.decided_at, r.started_at) < $1 order by q.row_id limit $2",
        ),
    ),
    ("users", Sql::both("select user_id as id from app_user where ended_at < $1 order by user_id limit $2")),
    (
        "figures",
        Sql::both(
            "select m.model_id as id from link_model m where exists (select 1 from link_model n where n.learned_at > m.learned_at and n.learned_at < $1)
             union all select e.estimate_id from link_estimate e
              where exists (select 1 from link_model n where n.learned_at > e.made_at and n.learned_at < $1)
             union all select s.sample_id from sample s where exists (select 1 from link_model n where n.learned_at > s.drawn_at and n.learned_at < $1)
              order by id limit $2",
        ),
    ),
    (
        "erasures",
        Sql::both(
            "select e.erasure_id as id from erasure e where e.wished_at < $1
                and not exists (select 1 from erasure_person p left join erasure_step s on s.erasure_id = p.erasure_id and s.client_id = p.client_id
                                 where p.erasure_id = e.erasure_id and (s.at is null or s.at >= $1))
              order by e.erasure_id limit $2",
        ),
    ),
];

// Clients of whom something is held by a law: of them no line of the access log goes.
const HELD: Sql = Sql::both(
    "select distinct l.client_id from current_link l join legal_hold h on h.record_id = l.record_id
       left join legal_hold_end e on e.record_id = h.record_id and e.hold_id = h.hold_id where e.ended_at is null",
);

/// The statements of this room, for the test that prepares them on both engines.
#[must_use]
pub fn statements() -> Vec<Statement> {
    let fixed = [("due", &DUE), ("due one", &DUE_ONE), ("written since", &WRITTEN), ("clients held", &HELD)];
    fixed.into_iter().chain(OVER.iter().map(|(class, sql)| (*class, sql))).collect()
}

/// The classes that go row by row.
pub(super) fn classes() -> impl Iterator<Item = &'static str> {
    OVER.iter().map(|(class, _)| *class)
}

/// At most `at_most` clients of whom nothing was heard since `before`, after the first `skip`, whom longest first; and the day a source
/// last named them. Ask [`written`] of those that others became.
///
/// # Errors
/// What the database says. So for all functions of this room.
pub(super) async fn due(tx: &mut Tx, _permit: &Permit, before: Date, (skip, at_most): (i64, i64)) -> Result<Vec<(Id, Date)>, DbError> {
    let rows = tx.all(&DUE, vec![before.into(), at_most.into(), skip.into()]).await?;
    rows.iter().map(|row| Ok((row.id("client_id")?, row.date("last_on")?))).collect()
}

/// Whether nothing was heard of this client's records since `before`.
pub(super) async fn due_one(tx: &mut Tx, _permit: &Permit, before: Date, client: Id) -> Result<bool, DbError> {
    Ok(tx.maybe(&DUE_ONE, vec![before.into(), client.into()]).await?.is_some())
}

/// Whether something was written here about one of these clients since `before`.
pub(super) async fn written(tx: &mut Tx, _permit: &Permit, before: Date, clients: &[Id]) -> Result<bool, DbError> {
    Ok(!tx.all_in(&WRITTEN, vec![before.into()], clients.iter().map(Value::from).collect()).await?.is_empty())
}

/// The clients of whom something is held.
pub(super) async fn held(tx: &mut Tx) -> Result<Vec<Id>, DbError> {
    tx.all(&HELD, vec![]).await?.iter().map(|row| row.id("client_id")).collect()
}

/// At most `at_most` of what ended in a class before a moment; tells nothing of whose.
pub(super) async fn over(tx: &mut Tx, class: &str, before: Time, at_most: i64) -> Result<Vec<Id>, DbError> {
    let Some((_, sql)) = OVER.iter().find(|(known, _)| *known == class) else { return Ok(Vec::new()) };
    tx.all(sql, vec![before.into(), at_most.into()]).await?.iter().map(|row| row.id("id")).collect()
}
