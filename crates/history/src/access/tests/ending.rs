//! Lines whose time is over go from the front of the log: the rest still follows, and nobody without the key takes more.

use super::*;
use db::{Tx, Value};
use std::io::Cursor;

const LINES: i64 = 60;
const HEADS: Sql = Sql::both("select name, seq, hash from access_head where name <> 'access' order by name");
const SET: Sql = Sql::both("update access_head set seq = $2, hash = $3 where name = $1");
const DROP: Sql = Sql::both("delete from access_head where name = $1");
const PUT: Sql = Sql::both("insert into access_head (name, seq, hash) values ($1, $2, $3)");
const REMOVE: Sql = Sql::both("delete from access_log where seq <= $1");
const HASH: Sql = Sql::both("select hash from access_log where seq = $1");

/// Sixty lines, one a day; the first twenty are over.
async fn shortened(db: &Db) -> Permit {
    let rules = rules();
    let mut permit = None;
    for day in 1..=LINES {
        let client = u8::try_from(day).unwrap();
        permit = Some(log().permit_to_read(db, Time::from_micros(day * 86_400_000_000), granted(&rules, client), "identity").await.unwrap());
    }
    let permit = permit.unwrap();
    let before = Time::from_micros(21 * 86_400_000_000);
    assert_eq!(log().over(db, before, i64::MAX).await.unwrap(), 20);
    assert_eq!(log().over(db, before, 11).await.unwrap(), 10, "what a law holds stays, and all after it");
    assert_eq!(log().end_before(db, &permit, before, 11).await.unwrap(), 10);
    assert_eq!(log().end_before(db, &permit, before, 11).await.unwrap(), 0);
    assert_eq!(log().end_before(db, &permit, before, i64::MAX).await.unwrap(), 10);
    assert_eq!(log().over(db, before, i64::MAX).await.unwrap(), 0);
    permit
}

async fn exported(tx: &mut Tx, permit: &Permit) -> Vec<u8> {
    let mut file = Vec::new();
    write_beginning(&mut file, &beginning(tx).await.unwrap()).unwrap();
    for (line, hash) in lines_after(tx, permit, 0).await.unwrap() {
        write_line(&mut file, &line, &hash).unwrap();
    }
    let (lines, hash) = end(tx).await.unwrap();
    log().write_end(&mut file, Time::from_micros(9), (lines, &hash)).unwrap();
    file
}

db::both_engines!(what_stays_still_follows_and_no_other_line_can_be_removed, |fresh| async {
    let early = log().checkpoint(&fresh.db, Time::from_micros(1)).await.unwrap();
    let permit = shortened(&fresh.db).await;
    let kept = [early, log().checkpoint(&fresh.db, Time::from_micros(9)).await.unwrap()];
    assert_eq!(log().verify(&fresh.db, &kept).await.unwrap(), Verdict::Sound(LINES));
    let log = log();
    assert_eq!(log.verify_whole(&fresh.db, Time::from_micros(2)).await.unwrap(), Verdict::Sound(LINES));
    assert_eq!(log.verify_new(&fresh.db, Time::from_micros(3)).await.unwrap().0, Verdict::Sound(LINES));
    let mut tx = fresh.db.read().await.unwrap();
    let left = lines(&mut tx, &permit, i64::MAX, 100).await.unwrap();
    assert_eq!((left.len(), left.last().unwrap().seq), (40, 21));
    drop(tx);
    let mut tx = fresh.db.write().await.unwrap();
    assert!(tx.run(&REMOVE, vec![21.into()]).await.is_err(), "a line that is not over");
    drop(tx);
    // Lines go on to be written behind what stays.
    log.permit_to_read(&fresh.db, Time::from_micros(100 * 86_400_000_000), grant(1), "identity").await.unwrap();
    assert_eq!(log.verify(&fresh.db, &kept).await.unwrap(), Verdict::Sound(LINES + 1));
});

db::both_engines!(whoever_moves_the_beginning_without_the_key_is_found, |fresh| async {
    let permit = shortened(&fresh.db).await;
    let heads = fresh.db.read().await.unwrap().all(&HEADS, vec![]).await.unwrap();
    let of = |place: usize| heads[place].bytes("hash").unwrap().to_vec();
    let (hash, seal) = (of(0), of(1));
    assert_eq!(heads.len(), 2);
    let head = |name: &str, seq: i64, hash: Vec<u8>| -> Vec<Value> { vec![name.into(), seq.into(), hash.into()] };
    for round in 0..6 {
        let mut tx = fresh.db.write().await.unwrap();
        let next = tx.one(&HASH, vec![30.into()]).await.unwrap().bytes("hash").unwrap().to_vec();
        let flipped: Vec<u8> = hash.iter().map(|byte| byte ^ 1).collect();
        match round {
            // Ten more lines hidden, with their true hash.
            0 => {
                tx.run(&SET, head("beginning", 30, next)).await.unwrap();
                tx.run(&REMOVE, vec![30.into()]).await.unwrap();
            }
            1 => drop(tx.run(&SET, head("beginning", 20, flipped)).await.unwrap()),
            2 => drop(tx.run(&SET, head("beginning", 19, hash.clone())).await.unwrap()),
            3 => drop(tx.run(&SET, head("beginning-seal", 20, hash.clone())).await.unwrap()),
            4 => drop(tx.run(&DROP, vec!["beginning-seal".into()]).await.unwrap()),
            _ => {
                tx.run(&DROP, vec!["beginning".into()]).await.unwrap();
                tx.run(&DROP, vec!["beginning-seal".into()]).await.unwrap();
            }
        }
        let verdict = verify(&mut tx, &KEY, &[]).await.unwrap();
        assert_eq!(verdict, Verdict::Broken(1), "round {round}");
        let file = exported(&mut tx, &permit).await;
        assert_eq!(verify_export(&mut Cursor::new(&file), &KEY, &[]).unwrap(), Verdict::Broken(1), "round {round}, as a file");
    }
    // Nothing goes from a log whose beginning does not hold.
    let mut tx = fresh.db.write().await.unwrap();
    tx.run(&SET, head("beginning-seal", 20, hash.clone())).await.unwrap();
    tx.commit().await.unwrap();
    assert_eq!(log().end_before(&fresh.db, &permit, Time::from_micros(40 * 86_400_000_000), i64::MAX).await.unwrap(), 0);
    let mut tx = fresh.db.write().await.unwrap();
    tx.run(&SET, head("beginning-seal", 20, seal)).await.unwrap();
    tx.commit().await.unwrap();
    assert_eq!(log().end_before(&fresh.db, &permit, Time::from_micros(40 * 86_400_000_000), i64::MAX).await.unwrap(), 19);
});

db::both_engines!(a_log_that_never_lost_a_line_cannot_be_given_a_beginning, |fresh| async {
    let permit = filled(&fresh.db, 40).await;
    let mut tx = fresh.db.write().await.unwrap();
    let hash = tx.one(&HASH, vec![10.into()]).await.unwrap().bytes("hash").unwrap().to_vec();
    for name in ["beginning", "beginning-seal"] {
        tx.run(&PUT, vec![name.into(), 10.into(), hash.clone().into()]).await.unwrap();
    }
    tx.run(&REMOVE, vec![10.into()]).await.unwrap();
    assert_eq!(verify(&mut tx, &KEY, &[]).await.unwrap(), Verdict::Broken(1));
    assert_eq!(verify_export(&mut Cursor::new(exported(&mut tx, &permit).await), &KEY, &[]).unwrap(), Verdict::Broken(1));
});

db::both_engines!(a_shortened_log_in_a_file_is_checked_from_its_beginning_on, |fresh| async {
    let permit = shortened(&fresh.db).await;
    let file = exported(&mut fresh.db.read().await.unwrap(), &permit).await;
    let check = |file: &str| verify_export(&mut Cursor::new(file), &KEY, &[]).unwrap();
    let text = String::from_utf8(file).unwrap();
    assert_eq!(check(&text), Verdict::Sound(LINES));
    let (first, rest) = text.split_once('\n').unwrap();
    assert_eq!(check(rest), Verdict::Broken(1), "without where it begins");
    assert_eq!(check(&format!("{first}\n{text}")), Verdict::Broken(21), "said twice");
    assert_eq!(check(&text.replacen("\"begins_after\":20", "\"begins_after\":21", 1)), Verdict::Broken(1));
    assert_eq!(check(&text.replacen("\"begins_after\":20", "\"begins_after\":0", 1)), Verdict::Broken(1));
});
