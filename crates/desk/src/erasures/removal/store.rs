//! The SQL of removing somebody: the one place that removes what every room has written. All of it asks for what stands in `erasing`, and
//! so do the triggers: nothing else can be removed.

use db::{DbError, Row, Sql, Statement, Tx, Value};
use rights::Permit;
use std::collections::BTreeMap;
use words::Id;

const GOES: Sql = Sql::both("insert into erasing (what_id) values {rows} on conflict do nothing");
const ENDED: Sql = Sql::both("delete from erasing");
// Of decisions, questions, flags and the like: what was typed for them.
const UNSEALS: Sql = Sql::both("update subject_key set wrapped = $1 where length(wrapped) > 0 and subject_id in (select what_id from erasing)");
const KEYS: Sql = Sql::both("select record_id, organisation_id, source_key from record where record_id in ({list})");

/// What follows from the records and clients that go. What a decision says of others as well stays with its reason.
const FOLLOWS: &[(&str, Sql)] = &[
    (
        "follow decisions",
        Sql::both(
            "insert into erasing (what_id) select d.decision_id from decision d
              where d.decision_id in (
                    select decision_id from pair_decision where record_a in (select what_id from erasing) or record_b in (select what_id from erasing)
                    union select link_id from link_decision where author is not null and record_id in (select what_id from erasing)
                    union select decision_id from field_dispute where record_id in (select what_id from erasing)
                    union select decision_id from record_withdrawal where record_id in (select what_id from erasing)
                    union select decision_id from protection where record_id in (select what_id from erasing))
                and not exists (select 1 from pair_decision p where p.decision_id = d.decision_id
                                   and p.record_a not in (select what_id from erasing) and p.record_b not in (select what_id from erasing))
                and not exists (select 1 from link_decision l where l.author is not null and l.link_id = d.decision_id
                                   and l.record_id not in (select what_id from erasing))
                and not exists (select 1 from field_dispute f where f.decision_id = d.decision_id and f.record_id not in (select what_id from erasing))
                and not exists (select 1 from record_withdrawal w where w.decision_id = d.decision_id
                                   and w.record_id not in (select what_id from erasing))
                and not exists (select 1 from protection p where p.decision_id = d.decision_id and p.record_id not in (select what_id from erasing))
                and not exists (select 1 from entry_side s where s.decision_id = d.decision_id
                                   and s.home_id not in (select what_id from erasing) and s.entry_id not in (select what_id from erasing))
             on conflict do nothing",
        ),
    ),
    (
        "follow questions",
        Sql::both(
            "insert into erasing (what_id) select question_id from question
              where record_a in (select what_id from erasing) or record_b in (select what_id from erasing) on conflict do nothing",
        ),
    ),
    (
        "follow emergencies",
        Sql::both(
            "insert into erasing (what_id) select emergency_id from emergency where client_id in (select what_id from erasing) on conflict do nothing",
        ),
    ),
    (
        "follow flags",
        Sql::both("insert into erasing (what_id) select flag_id from flag where about in (select what_id from erasing) on conflict do nothing"),
    ),
    (
        "follow consents",
        Sql::both(
            "insert into erasing (what_id) select consent_id from consent where record_id in (select what_id from erasing) on conflict do nothing",
        ),
    ),
    (
        "follow users",
        Sql::both(
            "insert into erasing (what_id) select user_id from app_user where record_id in (select what_id from erasing) on conflict do nothing",
        ),
    ),
];
/// What only takes a decision back goes with it, and what takes that back.
const FOLLOWS_BACK: Sql = Sql::both(
    "insert into erasing (what_id) select decision_id from decision where takes_back in (select what_id from erasing)
        and decision_id not in (select what_id from erasing) on conflict do nothing",
);

macro_rules! gone {
    ($table:literal, $($rest:literal),+) => {
        ($table, Sql::both(concat!("delete from ", $table, " where ", $($rest, " in (select what_id from erasing)"),+)))
    };
}

/// What is removed, in this order.
const REMOVED: &[(&str, Sql)] = &[
    gone!("entry", "subject_id"),
    // What was written about others and stands with whoever goes: by where it was written, since nothing finds an entry by its id alone.
    (
        "entry",
        Sql::both(
            "delete from entry where entry_id in (select what_id from erasing)
                and subject_id in (select home_id from entry_side where entry_id in (select what_id from erasing))",
        ),
    ),
    gone!("entry_side", "home_id", " or entry_id"),
    gone!("record_version", "record_id"),
    gone!("record_withdrawal", "record_id"),
    gone!("link_decision", "record_id"),
    gone!("current_link", "record_id"),
    gone!("possible_match", "record_a", " or record_b"),
    gone!("pair_decision", "record_a", " or record_b"),
    gone!("field_dispute", "record_id"),
    gone!("protection", "record_id"),
    gone!("answer", "question_id"),
    gone!("question", "question_id"),
    gone!("decision", "decision_id"),
    (
        "sample_answer",
        Sql::both(
            "delete from sample_answer where exists (
                select 1 from sample_pair p where p.sample_id = sample_answer.sample_id and p.number = sample_answer.number
                   and (p.record_a in (select what_id from erasing) or p.record_b in (select what_id from erasing)))",
        ),
    ),
    gone!("sample_answer", "sample_id"),
    gone!("sample_stratum", "sample_id"),
    gone!("sample", "sample_id"),
    gone!("sample_pair", "sample_id", " or record_a", " or record_b"),
    gone!("link_estimate", "estimate_id"),
    gone!("link_model", "model_id"),
    gone!("assignment", "record_id"),
    gone!("case_team_end", "record_id"),
    gone!("case_team", "record_id"),
    gone!("meeting_end", "record_id"),
    gone!("meeting", "record_id"),
    gone!("draft", "client_id", " or user_id"),
    gone!("consent_read", "consent_id", " or user_id"),
    gone!("consent", "record_id"),
    gone!("release_step", "record_id"),
    gone!("release", "record_id"),
    gone!("request_step", "record_id", " or request_id"),
    gone!("request", "record_id", " or request_id"),
    gone!("legal_hold_end", "record_id"),
    gone!("legal_hold", "record_id"),
    gone!("emergency_review", "emergency_id"),
    gone!("emergency", "emergency_id"),
    gone!("stated_purpose", "client_id"),
    gone!("well_known", "client_id", " or mark_id"),
    gone!("flag_step", "flag_id"),
    gone!("flag_line", "flag_id"),
    gone!("flag", "flag_id"),
    gone!("breach_step", "breach_id"),
    gone!("breach", "breach_id"),
    gone!("erasure_step", "erasure_id"),
    gone!("erasure_person", "erasure_id"),
    gone!("erasure", "erasure_id"),
    gone!("erased_key", "erasure_id"),
    gone!("log_export_step", "export_id"),
    gone!("log_export", "export_id"),
    gone!("shown_person", "client_id", " or user_id"),
    gone!("shown_day", "user_id"),
    gone!("quarantine", "row_id"),
    gone!("record_key", "record_id"),
    gone!("record", "record_id"),
    gone!("client", "client_id"),
    gone!("session", "user_id"),
    gone!("sign_in_link", "user_id"),
    gone!("known_device", "user_id"),
    gone!("second_factor", "user_id"),
    gone!("recovery_code", "user_id"),
    gone!("passkey", "user_id"),
    gone!("outside_identity", "user_id"),
    gone!("policy_acknowledgement", "user_id"),
    gone!("app_user", "user_id"),
];

/// The statements of this room, for the test that prepares them on both engines.
#[must_use]
pub fn statements() -> Vec<Statement> {
    let fixed = [("erasing goes", &GOES), ("erasing ended", &ENDED), ("erasing keys", &KEYS), ("erasing unseals", &UNSEALS), ("erasing follows back", &FOLLOWS_BACK)];
    let follows = FOLLOWS.iter().map(|(name, sql)| (*name, sql));
    fixed.into_iter().chain(follows).chain(REMOVED.iter().map(|(table, sql)| (*table, sql))).collect()
}

/// The tables from which something goes.
#[cfg(test)]
pub(in crate::erasures) fn tables() -> impl Iterator<Item = &'static str> {
    REMOVED.iter().map(|(table, _)| *table)
}

/// The keys by which organisations name these records.
pub(in crate::erasures) async fn keys(tx: &mut Tx, _permit: &Permit, records: &[Id]) -> Result<Vec<(String, String)>, DbError> {
    let rows = tx.all_in(&KEYS, vec![], records.iter().map(Value::from).collect()).await?;
    let read = |row: &Row| Ok((row.text("organisation_id")?.to_owned(), row.text("source_key")?.to_owned()));
    rows.iter().map(read).collect()
}

/// Removes what stands under these ids, and what follows from them. Gives how many rows of each table went.
pub(crate) async fn remove(tx: &mut Tx, _permit: &Permit, ids: &[Id]) -> Result<BTreeMap<String, u64>, DbError> {
    tx.insert(&GOES, ids.iter().map(|id| vec![id.into()]).collect()).await?;
    for (_, follows) in FOLLOWS {
        tx.run(follows, vec![]).await?;
    }
    while tx.run(&FOLLOWS_BACK, vec![]).await? > 0 {}
    let mut counts: BTreeMap<String, u64> = BTreeMap::new();
    for (table, removed) in REMOVED {
        let rows = tx.run(removed, vec![]).await?;
        if rows > 0 {
            *counts.entry((*table).to_owned()).or_default() += rows;
        }
    }
    let keys = tx.run(&UNSEALS, vec![Vec::new().into()]).await?;
    if keys > 0 {
        counts.insert("subject_key".to_owned(), keys);
    }
    tx.run(&ENDED, vec![]).await?;
    Ok(counts)
}
