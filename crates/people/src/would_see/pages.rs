//! The page on which it is tried out.

use super::actions::somebody;
use crate::relations;
use askama::Template;
use axum::extract::{Path, Query, State};
use office::organisations::{self, Organisation};
use office::{App, Problem, Routes, Visitor};
use rights::{Act, Case, Purpose, Refusal, Relation, Role, Showing, Who};
use web::{Page, Shell};
use words::{EntryKind, Id};

/// The routes of this room.
#[must_use]
pub fn routes(app: &App) -> Routes {
    Routes::new(app).get("/clients/{client}/would-see", Act::WatchAccess, show)
}

/// Those who work with files; a jobseeker opens their own and no other.
const ROLES: [Role; 6] = [Role::Partner, Role::Counsellor, Role::Manager, Role::Steward, Role::Analyst, Role::Administrator];
/// What can tie one user to a client besides what ties their organisation.
const TIES: [Relation; 8] = [
    Relation::Counsellor, Relation::Covering, Relation::Team, Relation::Referral, Relation::Release, Relation::Asked, Relation::Named, Relation::Emergency,
];
/// What could be done to the file.
const ACTS: [Act; 9] = [
    Act::FindClients, Act::SeeClient, Act::SeeLinks, Act::OpenInEmergency, Act::SeeConsents, Act::AssignCounsellor, Act::ArrangeTeam, Act::DecideMatch, Act::ProtectClient,
];

/// What the form sends; of ties there can be several.
struct Asked(Vec<(String, String)>);

impl Asked {
    fn is(&self, field: &str, word: &str) -> bool {
        self.0.iter().any(|(name, value)| name == field && value == word)
    }
}

/// Something that can be chosen.
struct Choice {
    word: String,
    label: String,
    chosen: bool,
}

/// One thing that could be done, and the rule that says no.
struct Could {
    what: String,
    refused: Option<String>,
}

/// How much would be read of entries of a kind: of one's own organisation, and of others.
struct Reads {
    kind: String,
    own: String,
    others: String,
}

#[derive(Template)]
#[template(path = "would_see/show.html")]
struct WouldSeePage<'a> {
    shell: &'a Shell,
    client: Id,
    roles: Vec<Choice>,
    organisations: Vec<Choice>,
    ties: Vec<Choice>,
    purposes: Vec<Choice>,
    /// Who it was tried out for.
    who: String,
    /// Why and on which ground they would open the file, or the rule that says no.
    opens: Result<(String, String), String>,
    because: Vec<String>,
    could: Vec<Could>,
    reads: Vec<Reads>,
    masks: bool,
}

async fn show(State(app): State<App>, visitor: Visitor, Path(client): Path<String>, Query(asked): Query<Vec<(String, String)>>) -> Result<Page, Problem> {
    let client: Id = client.parse().map_err(|_| Problem::NotFound)?;
    let asked = Asked(asked);
    let role = ROLES.into_iter().find(|role| asked.is("role", role.word())).unwrap_or(Role::Partner);
    let all = organisations::list(&mut app.db.read().await?).await?;
    let organisation = all.iter().find(|one| asked.is("organisation", &one.id)).or_else(|| all.first()).ok_or(Problem::NotFound)?;
    let case = relations::case_of(&app, &visitor, client).await?;
    let grant = app.decide_case(&visitor.who, Act::WatchAccess, &case)?;
    let parts = format!("what a {role} of {} would see", organisation.id);
    app.log.permit_to_read(&app.db, app.clock.now(), grant, &parts).await?;
    let somebody = somebody(&app, &visitor, role, organisation);
    let case = case_with(relations::case_of(&app, &somebody, client).await?, &asked);
    Ok(Page::of(&page(&app, &visitor.shell, &somebody.who, &case, (&all, organisation))))
}

/// The case with what is supposed besides: what ties the user alone, and why they say they come.
fn case_with(case: Case, asked: &Asked) -> Case {
    let tied = TIES.into_iter().filter(|tie| asked.is("tie", tie.word()));
    let stated = Purpose::STATED.iter().copied().find(|purpose| asked.is("purpose", purpose.word()));
    let case = tied.fold(case, Case::with);
    Case { stated, ..case }
}

fn page<'a>(app: &App, shell: &'a Shell, who: &Who, case: &Case, (all, organisation): (&[Organisation], &Organisation)) -> WouldSeePage<'a> {
    let facts = case.facts(who);
    let told = |refusal: &Refusal| format!("{} {}", shell.say(&refusal.says), shell.word("ask", &refusal.ask));
    let decide = |act| app.decide_case(who, act, case);
    let opens = decide(Act::SeeClient).map(|grant| (shell.word("purpose", grant.purpose().word()), shell.word("ground", grant.ground().word())));
    let choice = |prefix: &str, word: &str, chosen| Choice { word: word.to_owned(), label: shell.word(prefix, word), chosen };
    let shows = |kind, own| app.pack.rules.shows(who.role, &facts, kind, app.pack.sensitivity(kind), own);
    let may_open = opens.is_ok();
    let shows = |kind, own| shell.word("would-see", word(if may_open { shows(kind, own) } else { Showing::Hidden }));
    let mut because: Vec<String> = facts.relations.each().map(|relation| shell.word("relation", relation.word())).collect();
    because.extend(facts.consents.iter().map(|kind| shell.with("would-see-agreed", &shell.word("sharing-kind", kind.word()))));
    because.extend(facts.released.iter().map(|kind| shell.with("would-see-released", &shell.word("sharing-kind", kind.word()))));
    if case.protected {
        because.push(shell.say("rule-protected"));
    }
    WouldSeePage {
        shell,
        client: case.client,
        roles: ROLES.iter().map(|role| choice("office-role", role.word(), *role == who.role)).collect(),
        organisations: all.iter().map(|one| Choice { word: one.id.clone(), label: one.title.clone(), chosen: one.id == organisation.id }).collect(),
        ties: TIES.iter().map(|tie| choice("relation", tie.word(), case.relations.has(*tie))).collect(),
        purposes: Purpose::STATED.iter().map(|purpose| choice("purpose", purpose.word(), case.stated == Some(*purpose))).collect(),
        who: shell.with2("would-see-who", &shell.word("office-role", who.role.word()), &organisation.title),
        opens: opens.map_err(|refusal| told(&refusal)),
        because,
        could: ACTS.iter().map(|act| Could { what: shell.word("act", act.word()), refused: decide(*act).err().map(|refusal| told(&refusal)) }).collect(),
        reads: EntryKind::ALL.iter().map(|kind| Reads { kind: shell.word("sharing-kind", kind.word()), own: shows(*kind, true), others: shows(*kind, false) }).collect(),
        masks: may_open && !app.pack.rules.names(who.role, &facts, true, false),
    }
}

/// The word of a showing, for the messages.
fn word(showing: Showing) -> &'static str {
    match showing {
        Showing::Whole => "whole",
        Showing::Conclusion => "conclusion",
        Showing::Restricted => "restricted",
        Showing::Hidden => "hidden",
    }
}
