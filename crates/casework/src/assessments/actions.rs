//! Writing an assessment: its draft, and the entries it becomes.

use super::form::{Conclusion, Typed};
use super::rules::Answer;
use crate::drafts::{self, Form};
use crate::readable::entry;
use db::{DbError, Tx};
use history::entries::{self, Entry};
use office::packs::Instrument;
use office::{App, Problem};
use people::links;
use rights::{Grant, Permit};
use std::collections::BTreeMap;
use words::{EntryKind, Id, Time};

/// The assessment the grant's user is writing about its client; a new one when there is none.
pub(super) async fn begun(tx: &mut Tx, app: &App, grant: &Grant, instrument: &Instrument) -> Result<(Option<Time>, Typed), DbError> {
    let (_, clients) = links::clients_of(tx, grant.client().ok_or(DbError::NotFound)?).await?;
    let draft = drafts::typed::<Typed>(tx, grant, Form::Assessment, &clients).await?;
    let known = draft.filter(|(_, typed)| app.pack.instrument_of(&typed.instrument).is_some() && typed.id.parse::<Id>().is_ok());
    Ok(match known {
        Some((at, typed)) => (Some(at), typed),
        None => (None, Typed { id: app.clock.id().to_string(), instrument: instrument.key(), ..Typed::default() }),
    })
}

/// Changes what stands in the draft, one after the other with whoever changes or finishes it, and says when it was kept; `None` when the assessment
/// it was typed for (`id`) is finished: what was sent first may arrive last.
pub(super) async fn change(
    app: &App, grant: &Grant, (instrument, id): (&Instrument, &str), change: impl FnOnce(&mut Typed),
) -> Result<Option<(Time, Typed)>, Problem> {
    let mut tx = app.db.write().await?;
    app.log.take_turn(&mut tx).await?;
    if is_finished(&mut tx, grant, id).await? {
        return Ok(None);
    }
    let (kept, mut typed) = begun(&mut tx, app, grant, instrument).await?;
    if kept.is_none() && id.parse::<Id>().is_ok() {
        id.clone_into(&mut typed.id);
    }
    change(&mut typed);
    let kept_at = drafts::keep(&mut tx, app, grant, Form::Assessment, &typed).await?;
    tx.commit().await?;
    Ok(Some((kept_at, typed)))
}

/// Whether an assessment of the grant's client was finished under this id.
pub(super) async fn is_finished(tx: &mut Tx, grant: &Grant, id: &str) -> Result<bool, Problem> {
    let Ok(id) = id.parse() else { return Ok(false) };
    let (_, clients) = links::clients_of(tx, grant.client().ok_or(Problem::NotFound)?).await?;
    Ok(entries::has_arrived(tx, grant, &clients, id).await?)
}

/// Records a finished assessment as entries of the history: the first under its id.
pub(super) async fn finish(tx: &mut Tx, app: &App, permit: &Permit, instrument: &Instrument, (typed, conclusion): (&Typed, Conclusion)) -> Result<(), Problem> {
    let id: Id = typed.id.parse().map_err(|_| Problem::NotFound)?;
    let usual = app.pack.sensitivity(EntryKind::Assessment);
    let base = |details: &[(&str, &str)]| -> BTreeMap<String, String> {
        let always = [("assessment", typed.id.as_str()), ("instrument", typed.instrument.as_str())];
        always.iter().chain(details).map(|(name, value)| ((*name).to_owned(), (*value).to_owned())).collect()
    };
    let mut main = base(&[("outcome", "assessed"), ("goal", conclusion.goal.word()), ("track", conclusion.track.word())]);
    let mut all = Vec::new();
    for dimension in &instrument.dimensions {
        let Some(answer) = typed.answers.get(&dimension.id) else { continue };
        let level = dimension.level(usual);
        if level == usual {
            main.extend(answer.stored(&dimension.id));
        } else if *answer != Answer::default() {
            let mut shielded = base(&[("outcome", "assessed-part"), ("dimension", &dimension.id)]);
            shielded.extend(answer.stored(&dimension.id));
            shielded.extend((!answer.follows.trim().is_empty()).then(|| ("conclusion".to_owned(), answer.follows.trim().to_owned())));
            all.push(entry(app, permit, (EntryKind::Assessment, level), (String::new(), shielded))?);
        }
    }
    let main = entry(app, permit, (EntryKind::Assessment, usual), (conclusion.summary, main))?;
    all.insert(0, Entry { id, ..main });
    Ok(entries::add(tx, permit, all).await?)
}
