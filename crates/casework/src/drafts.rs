//! What somebody has typed into a long form and not saved yet: sealed, for its writer alone, until they save it, throw it away, or let it lie
//! for as long as the pack says.
//!
//! Keeping one takes a [`rights::Grant`] and no permit: what one types tells one nothing, and a line of the access log for every few seconds of
//! writing would hide the others. Whoever keeps a draft has taken the turn of the log, as whoever saves the form has, so that no draft outlives
//! what it became. Table: `draft`.

mod store;

pub use store::{drafts_of, statements};

use askama::Template;
use axum::http::HeaderMap;
use db::{DbError, Tx};
use office::{App, Problem};
use people::links;
use rights::Grant;
use serde::Serialize;
use serde::de::DeserializeOwned;
use web::{Page, Shell};
use words::{Id, Time, stored_words};

stored_words! {
    /// The form something was typed into.
    Form {
        /// What came of a meeting.
        Meeting = "meeting",
        /// An in-depth assessment.
        Assessment = "assessment",
        /// A version of a job integration agreement.
        Agreement = "agreement",
    }
}

/// A draft has so many bytes at most: a long form in any script, and then some.
const LARGEST: usize = 256 * 1024;

/// That there is a draft: about whom, in which form, kept when.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Kept {
    /// The client.
    pub client: Id,
    /// The form.
    pub form: Form,
    /// When it was kept.
    pub saved_at: Time,
}

/// Keeps what somebody has typed about the grant's client, in place of what they had typed into this form before, and says when. Begin with the
/// turn of the log.
///
/// # Errors
/// [`Problem::Unfit`] when it is longer than a draft may be; what the database says.
pub(crate) async fn keep(tx: &mut Tx, app: &App, grant: &Grant, form: Form, typed: &impl Serialize) -> Result<Time, Problem> {
    let text = serde_json::to_string(typed).map_err(|_| Problem::Broken)?;
    if text.len() > LARGEST {
        return Err(Problem::Unfit("draft-say-shorter"));
    }
    let saved_at = app.clock.now();
    store::save(tx, grant, form, (saved_at, &text)).await?;
    Ok(saved_at)
}

/// What the grant's user has typed into this form about these clients, who are one, and not saved: the newest, with when it was kept; none when
/// there is none, or when the key it was sealed under was destroyed.
///
/// # Errors
/// What the database says.
pub(crate) async fn typed<T: DeserializeOwned>(tx: &mut Tx, grant: &Grant, form: Form, clients: &[Id]) -> Result<Option<(Time, T)>, DbError> {
    let draft = store::newest(tx, grant, form, clients).await?;
    Ok(draft.and_then(|(saved_at, text)| Some((saved_at, serde_json::from_str(&text).ok()?))))
}

/// Forgets what the user has typed into this form about a client, under whichever id it was.
///
/// # Errors
/// What the database says.
pub(crate) async fn forget(tx: &mut Tx, user: Id, form: Form, client: Id) -> Result<(), DbError> {
    let (_, clients) = links::clients_of(tx, client).await?;
    store::drop_of(tx, user, form, &clients).await
}

#[derive(Template)]
#[template(path = "drafts/kept.html")]
struct KeptPart<'a> {
    shell: &'a Shell,
    at: Time,
}

/// What the script shows beside a form when it was kept.
pub(crate) fn kept(shell: &Shell, at: Time) -> Page {
    Page::of(&KeptPart { shell, at })
}

/// Whether that is all the request wants back: it is the script's, which stays on the page.
pub(crate) fn is_wanted_alone(headers: &HeaderMap) -> bool {
    headers.contains_key("x-fragment")
}

/// Forgets drafts that nobody has saved for as long as the pack keeps them, and with them what a writer who works with somebody no longer could
/// not throw away. The program does it in passing.
///
/// # Errors
/// What the database says.
pub async fn clear_away(app: &App) -> Result<(), DbError> {
    let mut tx = app.db.write().await?;
    store::forget(&mut tx, app.clock.now().plus_seconds(-app.pack.contacts.draft_days * 24 * 3600)).await?;
    tx.commit().await
}
