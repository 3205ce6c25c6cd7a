//! `throughline user`: who can sign in.

use crate::installation::Place;
use anyhow::{Context, Result, bail};
use clap::Subcommand;
use office::users::{self, Token, User};
use office::{Clock, Organisation, organisations};
use rights::{Role, Who};

/// What can be done with users.
#[derive(Subcommand, Debug)]
pub enum Command {
    /// Add a user and print a link that signs them in once
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
        /// The password, read from this file; without one they can only come in by links
        #[arg(long)]
        password_file: Option<std::path::PathBuf>,
    },
}

/// How long a printed link works, in seconds: three days.
const LINK_SECONDS: i64 = 3 * 24 * 3600;

/// Runs the command.
///
/// # Errors
/// When the role is none, the name is taken, or the database fails.
pub async fn run(command: Command) -> Result<()> {
    let Command::Add { place, sign_in, name, role, organisation, password_file } = command;
    let role: Role = role.parse().map_err(|words| anyhow::anyhow!("“{role}” is no role; there are {words}"))?;
    let app = place.open(Clock::machine(), false).await?;
    let password = match password_file {
        Some(path) => {
            let password = std::fs::read_to_string(&path).with_context(|| format!("{} cannot be read", path.display()))?;
            let password = password.trim_end_matches(['\r', '\n']);
            if password.chars().count() < 12 {
                bail!("the password is shorter than 12 characters");
            }
            users::hash_password(password)
        }
        None => None,
    };
    let now = app.clock.now();
    let mut tx = app.db.write().await?;
    let place = Organisation { id: organisation.clone(), title: organisation.clone(), kind: organisation.clone(), sensitive: false };
    organisations::add(&mut tx, &place).await?;
    let who = Who { user: app.clock.id(), name, role, organisation, client: None };
    let user = User { who, record: None, sign_in, language: "en".to_owned() };
    users::add(&mut tx, &user, password, now).await.context("this sign-in name is taken")?;
    let link = Token::new();
    users::make_link(&mut tx, &link, user.who.user, now.plus_seconds(LINK_SECONDS), false).await?;
    tx.commit().await?;
    println!("{} can come in once within three days through  /enter/{}", user.sign_in, link.secret());
    Ok(())
}
