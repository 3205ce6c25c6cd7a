//! Stories of the blind sample, on both engines.

use super::figures::{Source, estimates};
use super::store;
use super::{draw, strata::STRATA};
use crate::links::relink;
use crate::records::{self, Incoming, Said};
use office::organisations::Titles;
use office::testing::{app, steward as permit};
use office::App;
use rights::Act;
use web::Shell;
use words::Id;

/// Sixty people whom two organisations know, some of them alike.
async fn crowd(app: &App) {
    let permit = permit(app, Act::RunFeed).await;
    for organisation in ["clinic", "municipality"] {
        let person = |n: usize| {
            let (family, born) = (format!("Kovacs{}", n / 2), format!("19{:02}-03-{:02}", 50 + n % 40, 1 + n % 27));
            let said = [("given_name", ["Anna", "Peter", "Eva", "Jonas"][n % 4]), ("family_name", &family), ("birth_date", &born)];
            let said: Said = said.iter().map(|(field, value)| ((*field).to_owned(), (*value).to_owned())).collect();
            Incoming { key: format!("{organisation}-{n}"), said, observed: "2026-11-20".parse().unwrap() }
        };
        let mut tx = app.db.write().await.unwrap();
        let run = (organisation, app.clock.id());
        records::receive(&mut tx, &permit, &app.clock, run, (0..60).map(person).collect()).await.unwrap();
        tx.commit().await.unwrap();
    }
    relink(app, &permit, None, |_, _| {}).await.unwrap();
}

async fn newest(app: &App) -> store::Sample {
    let permit = permit(app, Act::AnswerSample).await;
    store::newest(&mut app.db.read().await.unwrap(), &permit).await.unwrap().unwrap()
}

async fn say(app: &App, sample: Id, number: usize, word: &str) {
    let permit = permit(app, Act::AnswerSample).await;
    let mut tx = app.db.write().await.unwrap();
    store::answer(&mut tx, &permit, (sample, number), (app.clock.id(), word, app.clock.now())).await.unwrap();
    tx.commit().await.unwrap();
}

db::both_engines!(a_sample_holds_each_pair_once_and_no_more_of_a_kind_than_are_asked_about, |fresh| async {
    let app = app(&fresh.db);
    crowd(&app).await;
    let pairs = draw(&app, &permit(&app, Act::AnswerSample).await).await.unwrap();
    let sample = newest(&app).await;
    assert_eq!(pairs, sample.pairs.len());
    assert!(pairs > 10, "{pairs}");
    let mut seen: Vec<(Id, Id)> = sample.pairs.iter().map(|pair| (pair.a.min(pair.b), pair.a.max(pair.b))).collect();
    seen.sort();
    seen.dedup();
    assert_eq!(seen.len(), pairs);
    for stratum in &STRATA {
        let drawn = sample.pairs.iter().filter(|pair| pair.stratum == stratum.word).count();
        let there = sample.strata.iter().find(|(word, _)| word == stratum.word).unwrap().1 as usize;
        assert_eq!(drawn, there.min(stratum.asked), "{}", stratum.word);
    }
});

db::both_engines!(weights_are_held_against_those_of_the_model_before, |fresh| async {
    let app = app(&fresh.db);
    crowd(&app).await;
    let shell = Shell::new(app.texts.clone(), "en", app.clock.now(), false);
    let permit = permit(&app, Act::SeeIdentityFigures).await;
    let figure = async |key: &str| {
        let source = Source { shell: &shell, titles: Titles::default(), now: app.clock.now() };
        let mut tx = app.db.read().await.unwrap();
        let all = source.panel(&mut tx, &permit).await.unwrap().into_iter().chain(source.of_fields(&mut tx, &permit).await.unwrap());
        all.into_iter().find(|figure| figure.key == key).unwrap()
    };
    assert!(figure("weights").await.note.is_some(), "one model has none before it");
    let model = linkage::Model { copies: 3.0, ..linkage::Model::default() };
    relink(&app, &self::permit(&app, Act::RunFeed).await, Some(&model), |_, _| {}).await.unwrap();
    let weights = figure("weights").await;
    assert!(weights.note.is_none() && weights.rows.len() > 20);
    assert!(weights.rows.iter().all(|row| row.len() == weights.columns.len()));
    let drift = figure("drift").await;
    let clinic_born = drift.rows.iter().find(|row| row[0].text.contains("clinic") && row[0].text.contains("Birth")).unwrap();
    assert_eq!((clinic_born[2].text.as_str(), clinic_born[2].bar), ("0.0 %", Some(0)));
});

db::both_engines!(with_too_few_answers_there_is_no_estimate_and_the_last_word_counts, |fresh| async {
    let app = app(&fresh.db);
    crowd(&app).await;
    draw(&app, &permit(&app, Act::AnswerSample).await).await.unwrap();
    let shell = Shell::new(app.texts.clone(), "en", app.clock.now(), false);
    let sample = newest(&app).await;
    say(&app, sample.id, 1, "unsure").await;
    say(&app, sample.id, 1, "different").await;
    let first = newest(&app).await;
    assert_eq!(first.pairs[0].answer.as_deref(), Some("different"));
    let needs = 50.min(sample.pairs.len());
    let note = estimates(&shell, Some(&first)).note.unwrap();
    assert_eq!(note.replace(['\u{2068}', '\u{2069}'], ""), format!("Not enough answers: 1, needs {needs}."));
    for pair in &sample.pairs {
        say(&app, sample.id, pair.number, if pair.stratum.starts_with("linked") { "same" } else { "different" }).await;
    }
    let answered = newest(&app).await;
    let all = estimates(&shell, Some(&answered));
    assert!(all.note.is_none() && all.n >= 50, "{}", all.n);
    assert_eq!(all.rows[0][1].text, "100.0 %");
    assert_eq!(all.rows[1][1].text, "100.0 %");
    // A sample of fewer pairs than are planned gives figures, and says on how few answers they rest.
    let few = store::Sample { pairs: answered.pairs.iter().take(12).cloned().collect(), ..answered };
    let figure = estimates(&shell, Some(&few));
    assert_eq!((figure.n, figure.rows.len()), (12, 2));
    let note = figure.note.unwrap().replace(['\u{2068}', '\u{2069}'], "");
    assert!(note.starts_with("These figures rest on 12 answers, fewer than the 50 that are planned"), "{note}");
});
