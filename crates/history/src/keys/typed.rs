//! Words that staff or people typed into a form: a reason, a question, an answer. They stand in a column of text, sealed under a key of the
//! row they belong to, so that a decision about several people needs the key of none of them. What the program itself says stays readable.

use super::opener::{broken, sealed};
use super::store;
use base64::Engine;
use base64::engine::general_purpose::STANDARD_NO_PAD;
use db::{DbError, Tx};
use words::Id;

/// How a sealed text begins. What stands in clear from before texts were sealed does not.
const SEALED: &str = "sealed:";

/// `text`, sealed under the key of a subject for a place of its own column of bytes; [`super::Opener::text`] opens it.
///
/// # Errors
/// See [`super::for_subjects`].
pub async fn seal_text(tx: &mut Tx, subject: Id, place: &[u8], text: &str) -> Result<Vec<u8>, DbError> {
    let keys = store::for_subjects(tx, [subject]).await?;
    sealed(keys.get(&subject).ok_or(DbError::NotFound)?, subject, place, text.as_bytes())
}

/// `words` as they are kept: sealed under the key of `owner`, the row they belong to, for `place`, its column. Nothing stays nothing.
///
/// # Errors
/// See [`super::for_subjects`].
pub async fn seal_words(tx: &mut Tx, owner: Id, place: &str, words: &str) -> Result<String, DbError> {
    if words.is_empty() {
        return Ok(String::new());
    }
    Ok(format!("{SEALED}{}", STANDARD_NO_PAD.encode(seal_text(tx, owner, place.as_bytes(), words).await?)))
}

/// Opens texts where they stand, each with its owner and place; of whom the key was destroyed, nothing is left.
///
/// # Errors
/// [`DbError::Sealed`] when one was changed or moved, or is sealed under another master key; what the database says.
pub async fn open_words(tx: &mut Tx, texts: Vec<(Id, &str, &mut String)>) -> Result<(), DbError> {
    let shut: Vec<_> = texts.into_iter().filter(|(_, _, text)| text.starts_with(SEALED)).collect();
    if shut.is_empty() {
        return Ok(());
    }
    let keys = store::still_there(tx, shut.iter().map(|(owner, ..)| *owner)).await?;
    for (owner, place, text) in shut {
        let Some(key) = keys.get(&owner) else {
            text.clear();
            continue;
        };
        let column = |problem: String| DbError::Column { column: place.to_owned(), problem };
        let bytes = STANDARD_NO_PAD.decode(text.strip_prefix(SEALED).unwrap_or_default()).map_err(|error| column(error.to_string()))?;
        let plain = key.open(place.as_bytes(), &bytes).map_err(|problem| broken(owner, problem))?;
        *text = String::from_utf8(plain).map_err(|error| column(error.to_string()))?;
    }
    Ok(())
}
