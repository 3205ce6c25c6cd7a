//! Stories of the access log, on both engines.

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
    AccessLog::new(KEY)
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
    let other = AccessLog::new(ChainKey::new([4; 32]));
    assert_eq!(other.verify(&fresh.db, &[]).await.unwrap(), Verdict::Broken(1));
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

db::both_engines!(every_statement_is_understood, |fresh| async {
    for (name, statement) in statements() {
        fresh.db.prepare(statement).await.unwrap_or_else(|e| panic!("{name}: {e}"));
    }
});
