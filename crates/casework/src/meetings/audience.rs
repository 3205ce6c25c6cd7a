//! Who will read what is written about a meeting: said before it is saved, by the same rules that decide afterwards.

use db::Tx;
use office::organisations::{self, Titles};
use office::{App, Problem, Visitor};
use people::{links, teams, would_see};
use rights::{Permit, Role};
use std::collections::BTreeSet;
use words::{EntryKind, Sensitivity};

/// Who reads an entry, by name of the organisation.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub(super) struct Audience {
    /// Other organisations that know the client and whose workers read it.
    pub reads: Vec<String>,
    /// Those whose workers do not.
    pub not: Vec<String>,
}

/// How close a note is kept: as the pack says of meetings, or so that those who work with the client from elsewhere do not read it.
pub(super) fn levels(app: &App) -> [Sensitivity; 2] {
    let usual = app.pack.sensitivity(EntryKind::Meeting);
    [usual, usual.max(Sensitivity::CONFIDENTIAL)]
}

/// Who would read a note on a meeting with the permit's client at each of the two [`levels`].
pub(super) async fn audiences(tx: &mut Tx, app: &App, visitor: &Visitor, permit: &Permit) -> Result<[Audience; 2], Problem> {
    let client = permit.client().ok_or(Problem::NotFound)?;
    let titles = Titles::load(tx).await?.for_reader(permit, &visitor.shell);
    let kept = links::members(tx, permit, &[client]).await?.into_iter().map(|member| member.organisation);
    let sitting = teams::organisations_in(tx, permit, &[client], app.clock.now().date()).await?.into_iter().map(|(_, organisation)| organisation);
    let others: BTreeSet<String> = kept.chain(sitting).filter(|organisation| *organisation != visitor.who.organisation).collect();
    let all = organisations::list(tx).await?;
    let mut audiences = [Audience::default(), Audience::default()];
    for organisation in all.iter().filter(|one| others.contains(&one.id)) {
        let shown = would_see::shows(app, visitor, client, (Role::Partner, organisation), EntryKind::Meeting, &levels(app)).await?;
        for (audience, shown) in audiences.iter_mut().zip(shown) {
            let list = if shown { &mut audience.reads } else { &mut audience.not };
            list.push(titles.title(&organisation.id).to_owned());
        }
    }
    Ok(audiences)
}
