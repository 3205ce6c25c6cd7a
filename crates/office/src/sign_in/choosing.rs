//! Choosing a password: on the way in by a link, and later on the account page.

use super::store;
use crate::passwords::{self, Weakness};
use crate::sessions::{self, Session};
use crate::users::{self, Account};
use crate::{App, Problem, organisations};
use web::Shell;

/// The shortest password this user may choose: a second factor makes up for length.
pub(crate) fn shortest(app: &App, account: &Account) -> usize {
    let rule = &app.pack.signing_in;
    let second = account.second_factor || app.needs_second_factor(account.user.who.role);
    if second { rule.shortest_password_with_second_factor } else { rule.shortest_password }
}

/// Keeps a new password unless it is weak; every other session of the user ends, and no browser is known any more: whoever
/// knew the old password is out.
pub(crate) async fn set_password(app: &App, session: &Session, account: &Account, password: &str) -> Result<Option<Weakness>, Problem> {
    let user = &account.user;
    let titles = organisations::Titles::load(&mut app.db.read().await?).await?;
    let own = [user.sign_in.as_str(), &user.who.name, &user.who.organisation, titles.title(&user.who.organisation)];
    if let Some(weakness) = passwords::weakness(password, &own, shortest(app, account)) {
        return Ok(Some(weakness));
    }
    let hash = passwords::hash(password).await.ok_or(Problem::Broken)?;
    let mut tx = app.db.write().await?;
    users::set_password(&mut tx, user.who.user, Some(hash)).await?;
    sessions::end_others(&mut tx, user.who.user, session.id).await?;
    store::forget_all(&mut tx, user.who.user).await?;
    tx.commit().await?;
    Ok(None)
}

/// Why a password is refused, in words.
pub(crate) fn say(shell: &Shell, weakness: Weakness) -> String {
    match weakness {
        Weakness::Short(shortest) => shell.count("password-short", shortest),
        Weakness::Long => shell.say("password-long"),
        Weakness::Common => shell.say("password-common"),
        Weakness::Own => shell.say("password-own"),
        Weakness::Pattern => shell.say("password-pattern"),
    }
}
