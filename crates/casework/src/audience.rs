//! Who will read what is about to be written about somebody: said before it is saved, by the same rules that decide afterwards.

use db::Tx;
use office::organisations::{self, Organisation, Titles};
use office::{App, Problem, Visitor, users};
use people::{links, releases, teams, would_see};
use rights::{Permit, Relation, Role};
use std::collections::{BTreeSet, HashMap};
use words::{EntryKind, Id, Sensitivity};

/// Who reads an entry, by name of the organisation.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub(crate) struct Audience {
    /// Other organisations that know the client and whose workers read it.
    pub reads: Vec<String>,
    /// Those whose workers do not.
    pub not: Vec<String>,
}

/// Who would read an entry of this kind about the permit's client at each of these levels: of organisations that keep a record of them, that
/// have somebody in the case team, or to whom entries of the kind were released for a time.
pub(crate) async fn audiences<const N: usize>(
    tx: &mut Tx, app: &App, visitor: &Visitor, permit: &Permit, (kind, levels): (EntryKind, [Sensitivity; N]),
) -> Result<[Audience; N], Problem> {
    let (client, today) = (permit.client().ok_or(Problem::NotFound)?, app.clock.now().date());
    let titles = Titles::load(tx).await?.for_reader(permit, &visitor.shell);
    let kept: BTreeSet<String> = links::members(tx, permit, &[client]).await?.into_iter().map(|member| member.organisation).collect();
    let roles: HashMap<Id, Role> = users::list(tx).await?.into_iter().map(|user| (user.who.user, user.who.role)).collect();
    let seats = teams::of_clients(tx, permit, &[client]).await?.into_iter().map(|(_, seat)| seat).filter(|seat| seat.there && seat.stands(today));
    // Who sits in the team reads as somebody of the team, by their role.
    let sitting: BTreeSet<(String, Role)> = seats.filter_map(|seat| Some((seat.organisation, *roles.get(&seat.user)?))).collect();
    let released = releases::of_clients(tx, permit, &[client]).await?.into_iter().map(|(_, release)| release);
    let released = released.filter(|release| release.gives(today).is_some_and(|holds| holds.kinds.contains(&kind)));
    let released: BTreeSet<String> = released.map(|release| release.organisation).collect();
    let all = organisations::list(tx).await?;
    let knows = |organisation: &&Organisation| {
        let sits = sitting.iter().any(|(sits, _)| *sits == organisation.id);
        organisation.id != visitor.who.organisation && (sits || kept.contains(&organisation.id) || released.contains(&organisation.id))
    };
    let mut audiences = [const { Audience { reads: Vec::new(), not: Vec::new() } }; N];
    for organisation in all.iter().filter(knows) {
        let team = sitting.iter().filter(|(sits, _)| *sits == organisation.id).map(|(_, role)| (*role, Some(Relation::Team)));
        let somebody: Vec<(Role, Option<Relation>)> = team.chain([(Role::Partner, None)]).collect();
        let mut shown = [released.contains(&organisation.id); N];
        for (role, tie) in somebody {
            let more = would_see::shows(app, visitor, client, (role, organisation, tie), kind, &levels).await?;
            shown.iter_mut().zip(more).for_each(|(shown, more)| *shown |= more);
        }
        for (audience, shown) in audiences.iter_mut().zip(shown) {
            let list = if shown { &mut audience.reads } else { &mut audience.not };
            list.push(titles.title(&organisation.id).to_owned());
        }
    }
    Ok(audiences)
}
