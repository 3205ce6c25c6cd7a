//! Stories of the access log, on both engines.

mod ending;
mod mutations;

use super::*;
use db::Sql;
use rights::{Case, Relation, Role, Rules, Source};

fn jana() -> Who {
    let user = Id::from_bytes(&[7; 16]).unwrap();
    Who { user, name: "Jana Novak".into(), role: Role::Counsellor, organisation: "employment-service".into(), client: None }
}

/// Rules under which a counsellor opens files.
fn rules() -> Rules {
    let schema = Source { name: "schema", text: include_str!("../../../../packs/eu-default/rights/schema.cedarschema") };
    let acts = Source { name: "acts", text: include_str!("../../../../packs/eu-default/rights/acts.cedar") };
    let files = Source { name: "files", text: include_str!("../../../../packs/eu-default/rights/files.cedar") };
    Rules::read(schema, &[acts, files]).unwrap()
}

const KEY: ChainKey = ChainKey::new([3; 32]);

fn log() -> AccessLog {
    AccessLog::new(KEY, budget())
}

fn budget() -> Budget {
    Budget::new([(Role::Counsellor, 250)].into())
}

fn grant(client: u8) -> Grant {
    granted(&rules(), client)
}

fn granted(rules: &Rules, client: u8) -> Grant {
    let case = Case::of(Id::from_bytes(&[client; 16]).unwrap()).with(Relation::Counsellor);
    rules.decide_case(&jana(), Act::SeeClient, &case).unwrap()
}

/// Adds so many lines, each to somebody else than the line before, and gives the last permit.
async fn filled(db: &Db, lines: i64) -> Permit {
    let rules = rules();
    let grants = (0..lines).map(|line| granted(&rules, u8::try_from(line % 200).unwrap()));
    log().permits(db, Time::from_micros(5), grants.collect(), "identity").await.unwrap().pop().unwrap()
}

async fn looks_at(db: &Db, clients: std::ops::Range<u8>) -> Vec<Permit> {
    let rules = rules();
    let case = |n: u8| Case::of(Id::from_bytes(&[n; 16]).unwrap()).with(Relation::Counsellor);
    let grants = clients.map(|n| rules.decide_case(&jana(), Act::SeeClient, &case(n)).unwrap()).collect();
    log().permits(db, Time::from_micros(5), grants, "identity").await.unwrap()
}

db::both_engines!(each_person_looked_at_has_one_line, |fresh| async {
    let permits = looks_at(&fresh.db, 1..4).await;
    assert_eq!(permits.iter().map(Permit::log_line).collect::<Vec<_>>(), [1, 2, 3]);
    let mut tx = fresh.db.read().await.unwrap();
    let two = Id::from_bytes(&[2; 16]).unwrap();
    let found = lines_of(&mut tx, &permits[1], &[two]).await.unwrap();
    assert_eq!(found.len(), 1);
    assert_eq!((found[0].client, found[0].user_name.as_str(), found[0].purpose.as_str()), (Some(two), "Jana Novak", "casework"));
});

db::both_engines!(a_sound_log_verifies_and_the_wrong_key_does_not, |fresh| async {
    looks_at(&fresh.db, 1..200).await;
    assert_eq!(log().verify(&fresh.db, &[]).await.unwrap(), Verdict::Sound(199));
    let other = AccessLog::new(ChainKey::new([4; 32]), budget());
    assert_eq!(other.verify(&fresh.db, &[]).await.unwrap(), Verdict::Broken(1));
});

db::both_engines!(a_check_goes_on_where_the_last_one_ended_and_a_whole_one_finds_what_was_changed_before, |fresh| async {
    const OPEN: Sql = Sql::split("drop trigger access_log_stays", "drop trigger access_log_stays on access_log");
    const FORGE: Sql = Sql::both("update access_log set user_name = 'somebody else' where seq = 50");
    const FORGE_LAST: Sql = Sql::both("update access_log set hash = $1 where seq = 100");
    let (log, at) = (log(), |seconds| Time::from_micros(5).plus_seconds(seconds));
    looks_at(&fresh.db, 1..100).await;
    assert_eq!(log.verify_new(&fresh.db, at(1)).await.unwrap(), (Verdict::Sound(99), at(1)), "the first check is of everything");
    shown(&fresh.db, 1..2).await.unwrap();
    assert_eq!(log.verify_new(&fresh.db, at(2)).await.unwrap(), (Verdict::Sound(100), at(1)));
    let mut tx = fresh.db.write().await.unwrap();
    tx.run(&OPEN, vec![]).await.unwrap();
    tx.run(&FORGE, vec![]).await.unwrap();
    tx.commit().await.unwrap();
    assert_eq!(log.verify_new(&fresh.db, at(3)).await.unwrap(), (Verdict::Sound(100), at(1)), "what was checked before is not checked again");
    assert_eq!(log.verify_whole(&fresh.db, at(4)).await.unwrap(), Verdict::Broken(50));
    assert_eq!(log.verify_new(&fresh.db, at(5)).await.unwrap(), (Verdict::Broken(50), at(5)), "and what was found stays found");
    let other = super::tests::log();
    assert_eq!(other.verify_new(&fresh.db, at(6)).await.unwrap().0, Verdict::Broken(50), "a program that starts checks everything");
    let mut tx = fresh.db.write().await.unwrap();
    const MEND: Sql = Sql::both("update access_log set user_name = 'Jana Novak' where seq = 50");
    tx.run(&MEND, vec![]).await.unwrap();
    tx.commit().await.unwrap();
    assert_eq!(log.verify_new(&fresh.db, at(7)).await.unwrap(), (Verdict::Sound(100), at(7)));
    let mut tx = fresh.db.write().await.unwrap();
    tx.run(&FORGE_LAST, vec![vec![9u8; 32].into()]).await.unwrap();
    tx.commit().await.unwrap();
    assert_eq!(log.verify_new(&fresh.db, at(8)).await.unwrap().0, Verdict::Broken(100), "the line it rests on is looked at again");
});

db::both_engines!(whoever_gets_past_the_triggers_is_still_found_out, |fresh| async {
    const OPEN: Sql = Sql::split("drop trigger access_log_stays", "drop trigger access_log_stays on access_log");
    const OPEN_TOO: Sql = Sql::split("drop trigger access_log_remains", "select 1 as done");
    const FORGE: Sql = Sql::both("update access_log set user_name = 'somebody else' where seq = 50");
    const MEND: Sql = Sql::both("update access_log set user_name = 'Jana Novak' where seq = 50");
    const CUT: Sql = Sql::both("delete from access_log where seq = 100");
    looks_at(&fresh.db, 1..101).await;
    let mut tx = fresh.db.write().await.unwrap();
    tx.run(&OPEN, vec![]).await.unwrap();
    tx.all(&OPEN_TOO, vec![]).await.unwrap();
    tx.run(&FORGE, vec![]).await.unwrap();
    assert_eq!(verify(&mut tx, &KEY, &[]).await.unwrap(), Verdict::Broken(50));
    tx.run(&MEND, vec![]).await.unwrap();
    assert_eq!(verify(&mut tx, &KEY, &[]).await.unwrap(), Verdict::Sound(100));
    tx.run(&CUT, vec![]).await.unwrap();
    assert_eq!(verify(&mut tx, &KEY, &[]).await.unwrap(), Verdict::Broken(100));
});

/// One counsellor is shown these clients, one line each, in one transaction.
async fn shown(db: &Db, clients: std::ops::Range<u8>) -> Result<Vec<Permit>, NoPermit> {
    let rules = rules();
    log().permits(db, Time::from_micros(5), clients.map(|client| granted(&rules, client)).collect(), "identity").await
}

db::both_engines!(beyond_the_budget_of_a_day_there_is_no_permit_and_no_line, |fresh| async {
    shown(&fresh.db, 0..200).await.unwrap();
    shown(&fresh.db, 0..200).await.unwrap();
    assert_eq!(shown_on(&mut fresh.db.read().await.unwrap(), jana().user, Time::from_micros(5).date()).await.unwrap(), 200, "the same people");
    let spent = shown(&fresh.db, 150..251).await.unwrap_err();
    let NoPermit::Spent(spent) = spent else { panic!("{spent}") };
    assert_eq!(spent, Spent { shown: 200, limit: 250, client: None });
    assert_eq!(log().verify(&fresh.db, &[]).await.unwrap(), Verdict::Sound(400), "nothing was shown, and nothing is logged as shown");
    shown(&fresh.db, 200..250).await.unwrap();
    let NoPermit::Spent(spent) = shown(&fresh.db, 250..251).await.unwrap_err() else { panic!() };
    assert_eq!(spent.client, Id::from_bytes(&[250; 16]).ok());
    shown(&fresh.db, 3..9).await.unwrap();
    // The next day begins anew; the officer may allow more.
    let tomorrow = Time::from_micros(5).plus_seconds(86_400);
    let permit = log().permit_to_read(&fresh.db, tomorrow, grant(250), "identity").await.unwrap();
    let mut tx = fresh.db.write().await.unwrap();
    allow_more(&mut tx, &permit, jana().user, Time::from_micros(5).date(), 1).await.unwrap();
    tx.commit().await.unwrap();
    shown(&fresh.db, 250..251).await.unwrap();
    assert!(shown(&fresh.db, 251..252).await.is_err());
    let mut tx = fresh.db.write().await.unwrap();
    forget_shown(&mut tx, tomorrow.date()).await.unwrap();
    assert_eq!(shown_on(&mut tx, jana().user, Time::from_micros(5).date()).await.unwrap(), 251);
    forget_shown(&mut tx, tomorrow.date().plus_days(1)).await.unwrap();
    assert_eq!(shown_on(&mut tx, jana().user, Time::from_micros(5).date()).await.unwrap(), 0);
    assert_eq!(shown_on(&mut tx, jana().user, tomorrow.date()).await.unwrap(), 1);
});

db::both_engines!(two_nodes_cannot_both_spend_the_last_of_a_budget, |fresh| async {
    for round in 0..8u8 {
        let day = Time::from_micros(5).plus_seconds(86_400 * i64::from(round));
        let rules = rules();
        let others: Vec<Grant> = (0..249).map(|client| granted(&rules, client)).collect();
        log().permits(&fresh.db, day, others, "identity").await.unwrap();
        // A second way in to the same database, as another node has it.
        let other = Db::open(fresh.address()).await.unwrap();
        let (here, there) = (log(), log());
        let one = here.permit_to_read(&fresh.db, day, granted(&rules, 250), "here");
        let two = there.permit_to_read(&other, day, granted(&rules, 251), "there");
        let (one, two) = tokio::join!(one, two);
        assert!(one.is_ok() != two.is_ok(), "one of them, and only one: {one:?} {two:?}");
        assert_eq!(shown_on(&mut fresh.db.read().await.unwrap(), jana().user, day.date()).await.unwrap(), 250);
        other.close().await;
    }
});

db::both_engines!(who_is_stopped_is_logged_and_flagged_once_a_day, |fresh| async {
    let spent = Spent { shown: 250, limit: 250, client: None };
    let id = |n: u8| Id::from_bytes(&[n; 16]).unwrap();
    let later = Time::from_micros(5).plus_seconds(86_400);
    for (n, at) in [(1, Time::from_micros(5)), (2, Time::from_micros(6)), (3, later)] {
        log().stop(&fresh.db, at, &jana(), Act::FindClients, &spent, id(n)).await.unwrap();
    }
    let permit = shown(&fresh.db, 1..2).await.unwrap().remove(0);
    let mut tx = fresh.db.read().await.unwrap();
    let flags = crate::flags::list(&mut tx, &permit, ("", "waiting"), None, 10).await.unwrap();
    assert_eq!(flags.iter().map(|flag| (flag.id, flag.lines, flag.figure)).collect::<Vec<_>>(), [(id(3), 1, 250), (id(1), 2, 250)]);
    let lines = lines(&mut tx, &permit, 3, 10).await.unwrap();
    assert_eq!(lines[0].outcome, "refused: budget");
});

db::both_engines!(every_statement_is_understood, |fresh| async {
    for (name, statement) in [statements(), crate::flags::statements()].concat() {
        fresh.db.prepare(statement).await.unwrap_or_else(|e| panic!("{name}: {e}"));
    }
});
