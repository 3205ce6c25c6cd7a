//! A second factor: six digits that another device of the user shows anew every half minute (TOTP, RFC 6238), and codes to
//! recover by when that device is lost. Pages `/sign-in/second-factor`, `/account/…`. Tables: `second_factor`, `recovery_code`.
//!
//! The secret is stored sealed, a recovery code as a keyed hash. No code works twice.

mod pages;
mod store;
mod totp;

pub use pages::routes;
pub(crate) use store::{codes_left, remove};
pub use store::statements;

use crate::clock::chance;
use crate::{App, Problem};
use db::Tx;
use words::Id;

/// How many recovery codes somebody gets.
const CODES: usize = 10;

fn place(user: Id) -> String {
    format!("second_factor.secret:{user}")
}

/// The secret that a session is shown to set a second factor up with. Each session has its own: whoever was in before with a
/// stolen password knows nothing of the one that is set up in the end.
pub(super) async fn secret(app: &App, tx: &mut Tx, user: Id, session: Id) -> Result<Vec<u8>, Problem> {
    if let Some(found) = store::find(tx, user).await?.filter(|found| found.session == Some(session)) {
        return open(app, user, &found.sealed);
    }
    let secret = db::chance::<20>().to_vec();
    let sealed = app.keys.seal("totp", &place(user), db::chance(), &secret).map_err(broken)?;
    store::add(tx, user, session, sealed).await?;
    Ok(secret)
}

fn open(app: &App, user: Id, sealed: &[u8]) -> Result<Vec<u8>, Problem> {
    // From before the installation's key, or under one that is lost: what helps is said, and the cause stands in the log.
    app.keys.open("totp", &place(user), sealed).map_err(|error| {
        tracing::error!(%error, "a second factor does not open");
        Problem::Unfit("second-old")
    })
}

fn broken(error: impl std::fmt::Display) -> Problem {
    tracing::error!(%error, "a second factor cannot be used");
    Problem::Broken
}

/// Whether a code is the user's: six digits that the other device shows now and that were not used yet, or an unused
/// recovery code. It is used up by this.
///
/// # Errors
/// What the database says, or when the secret does not open.
pub(crate) async fn fits(app: &App, user: Id, code: &str) -> Result<bool, Problem> {
    let mut tx = app.db.write().await?;
    let code = plain(code);
    let fits = match code.len() {
        6 => match store::find(&mut tx, user).await?.filter(|found| found.confirmed) {
            Some(found) => digits_fit(app, &mut tx, user, &found, &code).await?,
            None => false,
        },
        _ => store::use_code(&mut tx, user, mark(app, user, &code), app.clock.now()).await?,
    };
    tx.commit().await?;
    Ok(fits)
}

/// Whether these digits show that the other device has the secret which this session was shown; if so, it is confirmed.
///
/// # Errors
/// What the database says, or when the secret does not open.
pub(super) async fn confirm(app: &App, user: Id, session: Id, digits: &str) -> Result<bool, Problem> {
    let mut tx = app.db.write().await?;
    let shown = |found: &store::Found| !found.confirmed && found.session == Some(session);
    let Some(found) = store::find(&mut tx, user).await?.filter(shown) else { return Ok(false) };
    let fits = digits_fit(app, &mut tx, user, &found, &plain(digits)).await?;
    tx.commit().await?;
    Ok(fits)
}

/// A code as it is compared: without the blanks and dashes that make it readable.
fn plain(code: &str) -> String {
    code.chars().filter(|c| c.is_alphanumeric()).collect::<String>().to_lowercase()
}

async fn digits_fit(app: &App, tx: &mut Tx, user: Id, found: &store::Found, digits: &str) -> Result<bool, Problem> {
    let secret = open(app, user, &found.sealed)?;
    let Some(step) = totp::step(&secret, digits, app.clock.now()).map_err(broken)? else { return Ok(false) };
    // The step moves on in the same statement that looks at it: of two who send one code at once, one is refused.
    Ok(store::use_step(tx, user, step, app.clock.now()).await?)
}

fn mark(app: &App, user: Id, code: &str) -> [u8; 32] {
    app.keys.mark("recovery code", &format!("{user}:{code}"))
}

/// New recovery codes in place of the old ones, to be shown once.
pub(super) async fn new_codes(app: &App, tx: &mut Tx, user: Id) -> Result<Vec<String>, Problem> {
    let codes: Vec<String> = (0..CODES).map(|_| totp::recovery_code(chance())).collect();
    let marks = codes.iter().map(|code| mark(app, user, &code.replace('-', ""))).collect();
    store::set_codes(tx, user, marks).await?;
    Ok(codes)
}
