//! Asking the rules for somebody who has not come.

use crate::relations;
use office::organisations::Organisation;
use office::{App, Problem, Visitor};
use rights::{Act, Case, Relation, Role, Showing, Who};
use words::{EntryKind, Id, Sensitivity};

/// A worker of this role and organisation whom nothing else ties to anybody.
pub(super) fn somebody(app: &App, visitor: &Visitor, role: Role, organisation: &Organisation) -> Visitor {
    let who = Who { user: app.clock.id(), name: String::new(), role, organisation: organisation.id.clone(), client: None };
    Visitor { who, works_in: organisation.kind.clone(), shell: visitor.shell.clone(), session: app.clock.id() }
}

/// Whether a worker of this role and organisation, whom nothing but `tie` ties to the client, would read an entry of another organisation at each
/// of these levels. It tells nothing of the client beyond that, and whoever asks has opened the file.
///
/// # Errors
/// What the database says.
pub async fn shows(
    app: &App, visitor: &Visitor, client: Id, (role, organisation, tie): (Role, &Organisation, Option<Relation>), kind: EntryKind, levels: &[Sensitivity],
) -> Result<Vec<bool>, Problem> {
    let somebody = somebody(app, visitor, role, organisation);
    let case = relations::case_of(app, &somebody, client).await?;
    let case = tie.into_iter().fold(case, Case::with);
    let facts = case.facts(&somebody.who);
    let opens = app.decide_case(&somebody.who, Act::SeeClient, &case).is_ok();
    let whole = |level: &Sensitivity| opens && app.pack.rules.shows(role, &facts, kind, *level, false) == Showing::Whole;
    Ok(levels.iter().map(whole).collect())
}
