//! What a new model would change is written down first, and a person says whether it shall.

use crate::town::Town;
use axum::http::StatusCode;
use db::Sql;
use people::links;
use rights::Act;

const CLIENTS: Sql = Sql::both("select record_id, client_id from current_link order by record_id");
const MODELS: Sql = Sql::both("select count(*) as models from link_model");
const NEW_MODEL: Sql = Sql::both(
    "insert into link_model (model_id, learned_at, records, text) select $1, learned_at, records, replace(text, 'cut = 3.0', 'cut = 60.0') from link_model",
);

/// Who belongs to whom.
async fn standing(town: &Town) -> Vec<(words::Id, words::Id)> {
    let mut tx = town.app.db.read().await.unwrap();
    let rows = tx.all(&CLIENTS, vec![]).await.unwrap();
    rows.iter().map(|row| (row.id("record_id").unwrap(), row.id("client_id").unwrap())).collect()
}

async fn models(town: &Town) -> i64 {
    town.app.db.read().await.unwrap().one(&MODELS, vec![]).await.unwrap().int("models").unwrap()
}

db::both_engines!(an_estimate_changes_nothing_before_it_is_accepted, |fresh| async {
    let town = Town::full(fresh).await;
    let sofia = town.steward().await;
    let good = standing(&town).await;
    sofia.opens("/identity/model").await.sees("No estimate yet");
    // The model in use is a bad one that joins hardly anybody; everybody was linked by it.
    let permit = town.permit(Act::RunFeed).await;
    let mut tx = town.app.db.write().await.unwrap();
    assert_eq!(tx.run(&NEW_MODEL, vec![town.app.clock.id().into()]).await.unwrap(), 1);
    let text = links::current_model(&mut tx).await.unwrap().unwrap();
    tx.commit().await.unwrap();
    let bad = linkage::Model::from_toml(&text).unwrap();
    links::relink(&town.app, &permit, Some(&bad), |_, _| {}).await.unwrap();
    let scattered = standing(&town).await;
    assert_ne!(scattered, good);

    let made = sofia.sends("/identity/model/estimate", "").await;
    assert_eq!(made.location.as_deref(), Some("/identity/model?said=model-estimated"));
    assert_eq!(standing(&town).await, scattered, "nothing has changed yet");
    let page = sofia.opens("/identity/model").await;
    page.sees("Waits for your word").sees("Accept the new model").sees("Records that would move");
    let answer = format!("/identity/model/{}", page.body.split_once("action=\"/identity/model/").unwrap().1.split_once("action=\"/identity/model/").unwrap().1.split_once('"').unwrap().0);

    let before = models(&town).await;
    let accepted = sofia.sends(&answer, "decision=accept").await;
    assert_eq!(accepted.location.as_deref(), Some("/identity/model?said=model-accepted"));
    assert_eq!(models(&town).await, before + 1);
    let together = |pairs: &[(words::Id, words::Id)]| {
        let mut groups: std::collections::BTreeMap<words::Id, Vec<words::Id>> = std::collections::BTreeMap::new();
        pairs.iter().for_each(|(record, client)| groups.entry(*client).or_default().push(*record));
        let mut groups: Vec<Vec<words::Id>> = groups.into_values().collect();
        groups.sort();
        groups
    };
    assert_eq!(together(&standing(&town).await), together(&good), "the people are those the good model finds");
    assert_eq!(sofia.sends(&answer, "decision=decline").await.status, StatusCode::CONFLICT, "it is decided");
});

db::both_engines!(an_estimate_that_would_move_nobody_says_so, |fresh| async {
    let town = Town::full(fresh).await;
    let sofia = town.steward().await;
    sofia.sends("/identity/model/estimate", "").await;
    sofia.opens("/identity/model").await.sees("Nobody would move").sees_no("Accept the new model");
    assert_eq!(town.counsellor().await.opens("/identity/model").await.status, StatusCode::NOT_FOUND);
});
