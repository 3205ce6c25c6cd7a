//! A release as other pages show it: that of the person themselves, and the client page.

use super::pages::{StepView, kinds_in_words, steps, user_name};
use super::rules::State;
use super::store;
use db::Tx;
use office::organisations::Titles;
use office::{App, Problem, users};
use rights::Permit;
use web::Shell;
use words::{Date, Id};

/// A release with everything that was said about it.
pub struct ReleaseView {
    /// Its id.
    pub id: Id,
    /// Who asks, or who is the guest, by name.
    pub who: String,
    /// Their organisation.
    pub organisation: String,
    /// Its colour.
    pub hue: usize,
    /// Who invited them, when they are a guest.
    pub invited_by: Option<String>,
    /// Which kinds of entry, in words: those that are released; while it waits, or after it was refused, those that were asked for.
    pub kinds: String,
    /// The word of what it is for.
    pub purpose: &'static str,
    /// How it stands.
    pub state: State,
    /// The day it was asked for.
    pub asked: Date,
    /// The last day.
    pub until: Date,
    /// Whether something is read because of it now.
    pub gives: bool,
    /// Why it was asked for.
    pub says: String,
    /// What was done about it.
    pub steps: Vec<StepView>,
}

impl ReleaseView {
    /// Whether it waits for an answer.
    #[must_use]
    pub fn waits(&self) -> bool {
        self.state == State::Asked
    }
}

/// The releases about the permit's client, the latest first.
///
/// # Errors
/// What the database says.
pub async fn about(tx: &mut Tx, app: &App, shell: &Shell, permit: &Permit, titles: &Titles) -> Result<Vec<ReleaseView>, Problem> {
    let client = permit.client().ok_or(Problem::NotFound)?;
    let today = app.clock.now().date();
    let all = store::of_clients(tx, permit, &[client]).await?;
    let users = if all.is_empty() { Vec::new() } else { users::list(tx).await? };
    let view = |(_, release): &(Id, store::Release)| {
        let given = release.steps.iter().rev().find_map(|step| step.holds.as_ref());
        let holds = given.unwrap_or(&release.asked);
        ReleaseView {
            id: release.id,
            who: user_name(&users, release.guest.unwrap_or(release.asked_by)),
            organisation: titles.title(&release.organisation).to_owned(),
            hue: titles.hue(&release.organisation),
            invited_by: release.guest.map(|_| user_name(&users, release.asked_by)),
            kinds: kinds_in_words(shell, holds),
            purpose: release.purpose.word(),
            state: release.state(today),
            asked: release.asked_at.date(),
            until: holds.until,
            gives: release.gives(today).is_some(),
            says: release.says.clone(),
            steps: steps(shell, release, &users),
        }
    };
    Ok(all.iter().rev().map(view).collect())
}
