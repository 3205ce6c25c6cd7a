//! `throughline user`: who can sign in.

use crate::installation::Place;
use anyhow::{Context, Result, bail};
use clap::Subcommand;
use office::passwords::{self, Weakness};
use office::users::{self, Token, User};
use office::{App, Clock, Organisation, organisations};
use rights::{Role, Who};
use std::path::Path;

/// What can be done with users.
#[derive(Subcommand, Debug)]
pub enum Command {
    /// Add a user and print a link by which they come in once
    Add {
        /// The installation
        #[command(flatten)]
        place: Place,
        /// Their sign-in name
        sign_in: String,
        /// Their name
        #[arg(long)]
        name: String,
        /// jobseeker, counsellor, partner, manager, steward, protection, analyst or administrator
        #[arg(long)]
        role: String,
        /// The short name of their organisation; made when it is not there
        #[arg(long)]
        organisation: String,
        /// The password, read from this file; without one they choose it when they come in by the link
        #[arg(long)]
        password_file: Option<std::path::PathBuf>,
    },
    /// Print a new link for somebody who cannot come in
    Link {
        /// The installation
        #[command(flatten)]
        place: Place,
        /// Their sign-in name
        sign_in: String,
    },
}

/// Runs the command.
///
/// # Errors
/// When the role is none, the name is taken or nobody's, the password is weak, or the database fails.
pub async fn run(command: Command) -> Result<()> {
    match command {
        Command::Add { place, sign_in, name, role, organisation, password_file } => {
            let role: Role = role.parse().map_err(|words| anyhow::anyhow!("“{role}” is no role; there are {words}"))?;
            let app = place.open(Clock::machine(), false).await?;
            let who = Who { user: app.clock.id(), name, role, organisation, client: None };
            let user = User { who, record: None, sign_in, language: "en".to_owned() };
            let password = password_file.map(|path| password(&app, &user, &path)).transpose()?;
            add(&app, user, password).await
        }
        Command::Link { place, sign_in } => {
            let app = place.open(Clock::machine(), false).await?;
            let mut tx = app.db.write().await?;
            let account = users::by_sign_in(&mut tx, &sign_in).await?.with_context(|| format!("nobody comes in as “{sign_in}”"))?;
            let link = users::invite(&mut tx, account.user.who.user, app.clock.now()).await?;
            tx.commit().await?;
            print(&account.user, &link);
            Ok(())
        }
    }
}

/// The hash of the password in a file, unless it is weak.
fn password(app: &App, user: &User, path: &Path) -> Result<String> {
    let text = std::fs::read_to_string(path).with_context(|| format!("{} cannot be read", path.display()))?;
    let password = text.trim_end_matches(['\r', '\n']);
    let rule = &app.pack.signing_in;
    let second = app.needs_second_factor(user.who.role);
    let shortest = if second { rule.shortest_password_with_second_factor } else { rule.shortest_password };
    match passwords::weakness(password, &[&user.sign_in, &user.who.name, &user.who.organisation], shortest) {
        Some(Weakness::Short(shortest)) => bail!("the password is shorter than {shortest} characters"),
        Some(Weakness::Long) => bail!("the password is longer than 256 characters"),
        Some(Weakness::Common) => bail!("the password is one that many people use"),
        Some(Weakness::Own) => bail!("the password is hardly more than the name of this person or organisation"),
        Some(Weakness::Pattern) => bail!("the password is the same characters again and again, or keys in a row"),
        None => users::hash_password(password).context("the password cannot be hashed"),
    }
}

async fn add(app: &App, user: User, password: Option<String>) -> Result<()> {
    let now = app.clock.now();
    let mut tx = app.db.write().await?;
    let id = user.who.organisation.clone();
    organisations::add(&mut tx, &Organisation { id: id.clone(), title: id.clone(), kind: id, sensitive: false }).await?;
    users::add(&mut tx, &user, password, now).await.context("this sign-in name is taken")?;
    let link = users::invite(&mut tx, user.who.user, now).await?;
    tx.commit().await?;
    print(&user, &link);
    Ok(())
}

fn print(user: &User, link: &Token) {
    println!("{} can come in once within three days, and choose a password, through  /enter/{}", user.sign_in, link.secret());
}
