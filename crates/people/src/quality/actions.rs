//! Drawing a blind sample, and answering it.

use super::store::{self, Sample, SamplePair};
use super::strata::{STRATA, draw as draw_from, stratify};
use crate::links;
use crate::records;
use db::DbError;
use linkage::Model;
use office::{App, Problem, Visitor};
use rights::{Act, Permit};

/// Draws a new sample from the links and the model of now; the ones before stay with their answers. Gives the number of its pairs.
///
/// # Errors
/// What the database says. Before anybody was linked the sample is empty.
pub async fn draw(app: &App, permit: &Permit) -> Result<usize, DbError> {
    let mut tx = app.db.read().await?;
    let everyone = records::everyone(&mut tx, permit).await?;
    let text = links::current_model(&mut tx).await?;
    drop(tx);
    let model = text.map(|text| Model::from_toml(&text)).transpose();
    let model = model.map_err(|e| DbError::Column { column: "text".into(), problem: e.to_string() })?.unwrap_or_default();
    let stratifying = tokio::task::spawn_blocking(move || stratify(&everyone, &model));
    let mut kinds = stratifying.await.map_err(|e| DbError::Schema(format!("drawing stopped: {e}")))?;
    let mut sample = Sample { id: app.clock.id(), drawn_at: app.clock.now(), strata: Vec::new(), pairs: Vec::new() };
    for stratum in &STRATA {
        let all = kinds.remove(stratum.word).unwrap_or_default();
        sample.strata.push((stratum.word.to_owned(), u32::try_from(all.len()).unwrap_or(u32::MAX)));
        let pair = |(a, b)| SamplePair { number: 0, stratum: stratum.word.to_owned(), a, b, answer: None };
        sample.pairs.extend(draw_from(all, stratum.asked, &mut office::chance).into_iter().map(pair));
    }
    // Pairs of one kind must not follow each other, or their order would say what they are.
    let many = sample.pairs.len();
    sample.pairs = draw_from(sample.pairs, many, &mut office::chance);
    for (number, pair) in (1..).zip(&mut sample.pairs) {
        pair.number = number;
    }
    let mut tx = app.db.write().await?;
    store::add(&mut tx, permit, &sample).await?;
    tx.commit().await?;
    Ok(many)
}

/// The words of answers.
const ANSWERS: [&str; 3] = ["same", "different", "unsure"];

/// Keeps what somebody says of a pair; said again, the last word counts. Gives the next pair without an answer.
pub(super) async fn answer(app: &App, visitor: &Visitor, number: usize, word: &str) -> Result<Option<usize>, Problem> {
    if !ANSWERS.contains(&word) {
        return Err(Problem::Bad(visitor.shell.say("quality-say-which")));
    }
    let now = app.clock.now();
    let mut tx = app.db.write().await?;
    let grant = app.decide(&visitor.who, Act::AnswerSample, None)?;
    let permit = app.log.permit(&mut tx, now, grant, &format!("answer to pair {number} of the blind sample")).await?;
    let sample = store::newest(&mut tx, &permit).await?.ok_or(Problem::NotFound)?;
    let pair = sample.pairs.iter().find(|pair| pair.number == number).ok_or(Problem::NotFound)?;
    for client in links::clients_with(&mut tx, &permit, &[pair.a, pair.b]).await? {
        let grant = app.decide(&visitor.who, Act::AnswerSample, Some(client))?;
        app.log.permit(&mut tx, now, grant, "answer about a pair of the blind sample").await?;
    }
    store::answer(&mut tx, &permit, (sample.id, number), (app.clock.id(), word, now)).await?;
    tx.commit().await?;
    let mut open = sample.pairs.iter().filter(|pair| pair.answer.is_none() && pair.number != number).map(|pair| pair.number);
    let after = open.clone().find(|next| *next > number);
    Ok(after.or_else(|| open.next()))
}
