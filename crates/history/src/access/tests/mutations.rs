//! Whatever is done to a stored log behind the program's back is found: random changes to databases of both engines and to
//! exported files. `THROUGHLINE_MUTATIONS` says how many; 200 unless it is set.

use super::*;
use db::Sql;
use std::io::Cursor;

const LINES: i64 = 120;

fn how_many() -> u64 {
    std::env::var("THROUGHLINE_MUTATIONS").ok().and_then(|count| count.parse().ok()).unwrap_or(200)
}

/// A few random numbers that are the same in every run.
struct Dice(u64);

impl Dice {
    fn below(&mut self, bound: usize) -> usize {
        // splitmix64
        self.0 = self.0.wrapping_add(0x9e37_79b9_7f4a_7c15);
        let mut mixed = self.0;
        mixed = (mixed ^ (mixed >> 30)).wrapping_mul(0xbf58_476d_1ce4_e5b9);
        mixed = (mixed ^ (mixed >> 27)).wrapping_mul(0x94d0_49bb_1331_11eb);
        usize::try_from((mixed ^ (mixed >> 31)) % bound as u64).unwrap()
    }

    fn line(&mut self) -> i64 {
        i64::try_from(self.below(LINES as usize)).unwrap() + 1
    }
}

const UNLOCK: [Sql; 2] = [
    Sql::split("drop trigger access_log_stays", "drop trigger access_log_stays on access_log"),
    Sql::split("drop trigger access_log_remains", "drop trigger access_log_remains on access_log"),
];
const CHANGES: [Sql; 9] = [
    Sql::both("update access_log set user_name = user_name || 'x' where seq = $1"),
    Sql::both("update access_log set at = at + 1 where seq = $1"),
    Sql::both("update access_log set organisation_id = 'clinic' where seq = $1"),
    Sql::both("update access_log set client_id = null where seq = $1"),
    Sql::both("update access_log set purpose = parts, parts = purpose where seq = $1"),
    Sql::both("update access_log set outcome = 'granteD' where seq = $1"),
    Sql::both("update access_log set act = 'find-clients' where seq = $1"),
    Sql::both("update access_log set ground = '' where seq = $1"),
    Sql::both("update access_log set user_id = hash where seq = $1"),
];
const NO_HASH: Sql = Sql::both("update access_log set hash = (select hash from access_log x where x.seq = access_log.seq - 1) where seq = $1 and seq > 1");
const REMOVE: Sql = Sql::both("delete from access_log where seq = $1");
const CUT: Sql = Sql::both("delete from access_log where seq > $1");
const HEAD_BACK: Sql = Sql::both(
    "update access_head set seq = (select max(seq) from access_log), hash = (select hash from access_log order by seq desc limit 1)",
);
const AWAY: Sql = Sql::both("update access_log set seq = 100000 where seq = $1");
const DOWN: Sql = Sql::both("update access_log set seq = $1 where seq = $2");

/// Changes the log, and says which line is the first that is wrong then.
async fn mutate(tx: &mut Tx, dice: &mut Dice) -> (String, i64) {
    let line = dice.line();
    match dice.below(14) {
        kind @ 0..=8 => {
            tx.run(&CHANGES[kind], vec![line.into()]).await.unwrap();
            (format!("change {kind} of line {line}"), line)
        }
        9 => {
            let line = line.max(2);
            tx.run(&NO_HASH, vec![line.into()]).await.unwrap();
            (format!("hash of line {line}"), line)
        }
        10 => {
            tx.run(&REMOVE, vec![line.into()]).await.unwrap();
            (format!("removed line {line}"), line)
        }
        11 => {
            let cut = line - 1;
            tx.run(&CUT, vec![cut.into()]).await.unwrap();
            (format!("cut after {cut}"), cut + 1)
        }
        12 => {
            let cut = line.clamp(2, LINES) - 1;
            tx.run(&CUT, vec![cut.into()]).await.unwrap();
            tx.run(&HEAD_BACK, vec![]).await.unwrap();
            (format!("cut after {cut}, with the head turned back"), cut + 1)
        }
        _ => {
            let other = (line + 1 + i64::try_from(dice.below(LINES as usize - 1)).unwrap() - 1) % LINES + 1;
            let (first, second) = (line.min(other), line.max(other));
            tx.run(&AWAY, vec![first.into()]).await.unwrap();
            tx.run(&DOWN, vec![first.into(), second.into()]).await.unwrap();
            tx.run(&DOWN, vec![second.into(), 100_000.into()]).await.unwrap();
            (format!("lines {first} and {second} exchanged"), first)
        }
    }
}

db::both_engines!(every_change_of_a_stored_log_is_found_and_its_first_line_named, |fresh| async {
    filled(&fresh.db, LINES).await;
    let checkpoint = log().checkpoint(&fresh.db, Time::from_micros(9)).await.unwrap();
    let kept = [checkpoint];
    let mut dice = Dice(7);
    for round in 0..how_many() {
        if round % 20 == 0 {
            assert_eq!(log().verify(&fresh.db, &kept).await.unwrap(), Verdict::Sound(LINES), "a false alarm");
        }
        let mut tx = fresh.db.write().await.unwrap();
        for unlock in &UNLOCK {
            tx.run(unlock, vec![]).await.unwrap();
        }
        let (what, first) = mutate(&mut tx, &mut dice).await;
        let verdict = verify(&mut tx, &KEY, &kept).await.unwrap();
        assert_eq!(verdict.first_bad(), Some(first), "{what}: {verdict:?}");
    }
});

db::both_engines!(a_log_written_anew_with_its_own_key_is_found_by_a_checkpoint, |fresh| async {
    const EMPTY: Sql = Sql::both("delete from access_log");
    const NO_HEAD: Sql = Sql::both("delete from access_head");
    filled(&fresh.db, 30).await;
    let kept = [log().checkpoint(&fresh.db, Time::from_micros(9)).await.unwrap()];
    let mut tx = fresh.db.write().await.unwrap();
    for unlock in &UNLOCK {
        tx.run(unlock, vec![]).await.unwrap();
    }
    tx.run(&EMPTY, vec![]).await.unwrap();
    tx.run(&NO_HEAD, vec![]).await.unwrap();
    let grants = (1..40).map(|_| grant(1)).collect();
    log().permits_in(&mut tx, Time::from_micros(6), grants, "something else").await.unwrap();
    assert_eq!(verify(&mut tx, &KEY, &[]).await.unwrap(), Verdict::Sound(39), "without a checkpoint nobody can tell");
    assert_eq!(verify(&mut tx, &KEY, &kept).await.unwrap(), Verdict::Rewritten { line: 30, at: Time::from_micros(9) });
});

async fn exported(db: &Db) -> Vec<u8> {
    let permit = filled(db, LINES).await;
    let mut tx = db.read().await.unwrap();
    let mut file = Vec::new();
    for (line, hash) in lines_after(&mut tx, &permit, 0).await.unwrap() {
        write_line(&mut file, &line, &hash).unwrap();
    }
    let (lines, hash) = end(&mut tx).await.unwrap();
    log().write_end(&mut file, Time::from_micros(9), (lines, &hash)).unwrap();
    file
}

db::both_engines!(every_change_of_an_exported_log_is_found, |fresh| async {
    let file = exported(&fresh.db).await;
    let check = |file: &[u8]| verify_export(&mut Cursor::new(file), &KEY, &[]).unwrap();
    assert_eq!(check(&file), Verdict::Sound(LINES));
    let starts: Vec<usize> = std::iter::once(0).chain(file.iter().enumerate().filter(|(_, byte)| **byte == b'\n').map(|(at, _)| at + 1)).collect();
    let of = |line: usize| starts[line]..starts[line + 1];
    let lines = starts.len() - 1;
    let mut dice = Dice(11);
    for _ in 0..how_many() {
        let line = dice.below(lines);
        let mut changed = file.clone();
        let first = match dice.below(4) {
            0 => {
                let at = of(line).start + dice.below(of(line).len());
                changed[at] = if changed[at] == b'1' { b'2' } else { b'1' };
                line
            }
            1 => {
                changed.drain(of(line));
                line
            }
            2 => {
                let again = file[of(line)].to_vec();
                changed.splice(of(line).end..of(line).end, again);
                (line + 1).min(lines - 1)
            }
            _ => {
                // Without its last byte, the end of the line, it would still be whole.
                changed.truncate(of(line).start + dice.below(of(line).len() - 1));
                line
            }
        };
        let verdict = check(&changed);
        assert_eq!(verdict.first_bad(), Some(i64::try_from(first).unwrap() + 1), "{verdict:?} {}", String::from_utf8_lossy(&file[of(line)]));
    }
});
