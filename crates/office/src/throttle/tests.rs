//! Guessing is slowed, waiting ends, and nobody is locked out by somebody else: on both engines, with the clock held.

use super::rules::{Ladder, delay};
use super::*;
use crate::testing;
use db::Db;

/// Where people are real, as everybody's guesses are.
fn app(db: &Db) -> App {
    App { synthetic: false, ..testing::app(db) }
}

async fn fails(app: &App, counted: &[Counted]) -> Result<(), i64> {
    begin(app, counted.to_vec()).await.unwrap().map(drop)
}

fn stranger(name: &str, source: &str) -> Vec<Counted> {
    vec![Counted::pair(name, source), Counted::source(source), Counted::name(name)]
}

#[test]
fn delays_grow_to_their_longest_and_stay_there() {
    for ladder in [Ladder::PAIR, Ladder::SOURCE, Ladder::NAME] {
        let delays: Vec<i64> = (0..10_000).map(|failed| delay(ladder, failed)).collect();
        assert_eq!(delays[0], 0, "the first try is free");
        assert!(delays.is_sorted());
        assert!((300..=3600).contains(&delays[9_999]));
    }
    assert_eq!(delay(Ladder::PAIR, 5), 1);
    assert_eq!(delay(Ladder::PAIR, i64::MAX), 15 * 60);
}

db::both_engines!(a_clock_that_is_set_back_makes_nobody_wait_for_it, |fresh| async {
    let app = app(&fresh.db);
    let now = app.clock.now();
    for try_ in 0..5 {
        app.clock.set(now.plus_seconds(-try_ * 3600));
        assert_eq!(fails(&app, &stranger("jana", "192.0.2.1")).await, Ok(()));
    }
    app.clock.set(now.plus_seconds(-20 * 3600));
    assert_eq!(fails(&app, &stranger("jana", "192.0.2.1")).await, Err(1), "as long as the delay and no longer");
});

db::both_engines!(the_sixth_try_waits_and_waiting_ends, |fresh| async {
    let app = app(&fresh.db);
    let now = app.clock.now();
    let at = |seconds: i64| app.clock.set(now.plus_seconds(seconds));
    for _ in 0..5 {
        assert_eq!(fails(&app, &stranger("jana", "192.0.2.1")).await, Ok(()));
    }
    assert_eq!(fails(&app, &stranger("jana", "192.0.2.1")).await, Err(1));
    at(2);
    assert_eq!(fails(&app, &stranger("jana", "192.0.2.1")).await, Ok(()), "what had to wait was not counted");
    assert_eq!(fails(&app, &stranger("jana", "192.0.2.1")).await, Err(2), "and the delay doubles");
    assert_eq!(fails(&app, &stranger("jana", "192.0.2.2")).await, Ok(()), "from elsewhere she may still mistype");
    at(FORGOTTEN_SECONDS + 10);
    for _ in 0..5 {
        assert_eq!(fails(&app, &stranger("jana", "192.0.2.1")).await, Ok(()), "a day later all is forgotten");
    }
});

db::both_engines!(what_fits_gives_its_count_back_and_wipes_out_nothing_of_the_address, |fresh| async {
    let app = app(&fresh.db);
    for number in 0..29 {
        assert_eq!(fails(&app, &stranger(&format!("somebody {number}"), "192.0.2.1")).await, Ok(()));
    }
    for _ in 0..3 {
        // An attacker with an account of their own signs in to it between the guesses.
        let Ok(tried) = begin(&app, stranger("attacker", "192.0.2.1")).await.unwrap() else { panic!("a free try") };
        tried.fitted(&app).await.unwrap();
    }
    assert_eq!(fails(&app, &stranger("one more", "192.0.2.1")).await, Ok(()));
    assert!(fails(&app, &stranger("and another", "192.0.2.1")).await.is_err(), "thirty names from one address");
});

db::both_engines!(a_known_browser_is_not_delayed_by_the_guesses_of_others, |fresh| async {
    let app = app(&fresh.db);
    let begin_at = app.clock.now();
    let mut guesses = 0;
    // A day of guessing from as many addresses as one likes, as fast as it is answered.
    for minute in 0..24 * 60 {
        app.clock.set(begin_at.plus_seconds(minute * 60));
        for hand in 0..4 {
            let source = format!("198.51.{}.{hand}", minute % 250);
            guesses += i32::from(fails(&app, &stranger("jana", &source)).await.is_ok());
        }
    }
    assert!(guesses <= 100, "{guesses} guesses at one name in a day");
    let own = vec![Counted::own("device", "hers")];
    assert_eq!(fails(&app, &own).await, Ok(()), "her own browser is let in at once");
});

db::both_engines!(of_many_tries_at_once_no_more_go_through_than_one_after_another, |fresh| async {
    let app = app(&fresh.db);
    let tries = (0..40).map(|_| {
        let app = app.clone();
        tokio::spawn(async move { begin(&app, stranger("jana", "192.0.2.1")).await.unwrap().is_ok() })
    });
    let mut through = 0;
    for tried in tries.collect::<Vec<_>>() {
        through += i32::from(tried.await.unwrap());
    }
    assert!((5..=6).contains(&through), "{through} of 40 at once");
});

db::both_engines!(what_is_forgotten_is_removed, |fresh| async {
    let app = app(&fresh.db);
    let _ = fails(&app, &stranger("jana", "192.0.2.1")).await;
    app.clock.set(app.clock.now().plus_seconds(FORGOTTEN_SECONDS + 60));
    crate::clear_away(&app).await.unwrap();
    let mut tx = app.db.write().await.unwrap();
    assert_eq!(forget(&mut tx, app.clock.now().plus_seconds(1)).await.unwrap(), 0);
});
