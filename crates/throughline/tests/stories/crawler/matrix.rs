//! Who may see what: the roles-by-data matrix of the domain study (7.9) and the sentences beside it in the documents, written down once
//! more, by hand, for places and kinds of data. It asks no rule of the program.

use super::canaries::{NOBODY, Text, What};
use super::cast::CAST;
use rights::Role;
use words::EntryKind::{self, Agreement, Assessment, Benefit, Health, Housing, Link, Meeting, Note, Status, Training};

pub const ES: &str = "employment-service";
pub const MUN: &str = "municipality";
pub const CLINIC: &str = "clinic";
pub const NGO: &str = "training-ngo";

/// What ties somebody who signs in to somebody we serve, besides what their organisation keeps.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Tie {
    Own,
    Counsels,
    Covers,
    Named,
    Asked,
    Emergency,
    Reception,
    Handover,
    Referral,
    Guest,
    /// Sits in the case team.
    Team,
}

/// Somebody who signs in, or nobody.
#[derive(Clone)]
pub struct Identity {
    pub name: &'static str,
    pub role: Option<Role>,
    pub organisation: &'static str,
    pub ties: &'static [(Tie, &'static str)],
}

const fn of(name: &'static str, role: Role, organisation: &'static str, ties: &'static [(Tie, &'static str)]) -> Identity {
    Identity { name, role: Some(role), organisation, ties }
}

/// Everybody who comes. Another is one line here, and what makes the tie in `arrive`.
pub const IDENTITIES: &[Identity] = &[
    Identity { name: "nobody", role: None, organisation: "", ties: &[] },
    Identity { name: "who has left", role: None, organisation: "", ties: &[] },
    of("jobseeker anna", Role::Jobseeker, ES, &[(Tie::Own, "anna")]),
    of("jobseeker boris", Role::Jobseeker, ES, &[(Tie::Own, "boris")]),
    of("jobseeker dora, protected", Role::Jobseeker, ES, &[(Tie::Own, "dora")]),
    of("jobseeker egon", Role::Jobseeker, ES, &[(Tie::Own, "egon")]),
    of("counsellor who is assigned", COUNSELLOR, ES, &[(Tie::Counsels, "anna"), (Tie::Counsels, "boris")]),
    of("counsellor who covers", COUNSELLOR, ES, &[(Tie::Covers, "anna"), (Tie::Covers, "boris")]),
    of("counsellor without assignment", COUNSELLOR, ES, &[]),
    of("counsellor who said why", COUNSELLOR, ES, &[(Tie::Reception, "lars"), (Tie::Handover, "jola"), (Tie::Referral, "kira")]),
    of("counsellor who is named", COUNSELLOR, ES, &[(Tie::Named, "dora"), (Tie::Counsels, "dora")]),
    of("counsellor who is asked", COUNSELLOR, ES, &[(Tie::Asked, "hugo"), (Tie::Asked, "hela")]),
    of("counsellor of another organisation", COUNSELLOR, CLINIC, &[]),
    of("partner who keeps records", Role::Partner, MUN, &[]),
    of("partner in an emergency", Role::Partner, MUN, &[(Tie::Emergency, "egon")]),
    of("partner of the clinic", Role::Partner, CLINIC, &[]),
    of("partner of the training place", Role::Partner, NGO, &[]),
    of("partner of the insurer, who keeps none", Role::Partner, "social-insurer", &[]),
    of("guest of the insurer", Role::Partner, "social-insurer", &[(Tie::Guest, "boris")]),
    of("partner in a case team", Role::Partner, "social-insurer", &[(Tie::Team, "anna")]),
    of("counsellor in a case team", COUNSELLOR, ES, &[(Tie::Team, "boris")]),
    of("manager of the service", Role::Manager, ES, &[]),
    of("manager of the municipality", Role::Manager, MUN, &[]),
    of("manager of the clinic", Role::Manager, CLINIC, &[]),
    of("steward", Role::Steward, ES, &[]),
    of("second steward", Role::Steward, ES, &[]),
    of("officer", Role::Protection, ES, &[]),
    of("analyst", Role::Analyst, ES, &[]),
    of("administrator", Role::Administrator, ES, &[]),
];

const COUNSELLOR: Role = Role::Counsellor;

/// Where something is shown.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Place {
    File,
    Links,
    Looked,
    WholeLog,
    Find,
    Register,
    Identities,
    Questions,
    Second,
    Corrections,
    Emergencies,
    Shared,
    Requests,
    Breaches,
    /// Who has signed the policy, and under which arrangements others work: of staff and organisations.
    Policies,
    /// Where parts of a file are asked for and released.
    Releases,
    /// Who works on a case together.
    Team,
    /// When somebody is met, the form in which that is recorded, and whoever leads a case sees what is due.
    Meetings,
    /// What was found out together about somebody's situation, and the form for it with what is known already.
    Assessments,
    /// What the person and the services promise each other, and the form for it.
    Agreements,
    Watching,
    Asked,
    Erasures,
    /// Where the officer tries out what somebody would see: the names of organisations are those of a list, and say nothing of anybody.
    Trying,
    Copy,
    Quarantine,
    Users,
    Feeds,
    Else,
}

impl Place {
    /// The place an address is in.
    pub fn of(path: &str) -> Place {
        let path = path.split('?').next().unwrap_or_default();
        let parts: Vec<&str> = path.trim_start_matches('/').split('/').collect();
        match parts.as_slice() {
            ["clients", "new", ..] => Place::Register,
            ["clients", _] => Place::File,
            ["clients", _, "links"] => Place::Links,
            ["clients", _, "looked"] | ["clients", _, "looked", _, "wrong"] => Place::Looked,
            ["clients", _, "split"] | ["matches" | "matches.csv" | "identity" | "records" | "decisions", ..] => Place::Identities,
            ["looked"] | ["log-exports", ..] => Place::WholeLog,
            ["find", ..] => Place::Find,
            ["questions", ..] => Place::Questions,
            ["second", ..] => Place::Second,
            ["corrections", ..] => Place::Corrections,
            ["emergencies", ..] => Place::Emergencies,
            ["clients", _, "consents", ..] | ["my-data"] | ["notices", ..] => Place::Shared,
            ["clients", _, "would-see"] => Place::Trying,
            ["clients", _, "copy" | "copy.json"] => Place::Copy,
            ["clients", _, "requests", ..] | ["my-data", "requests", ..] | ["requests", ..] => Place::Requests,
            ["clients", _, "releases" | "guests", ..] | ["releases" | "released", ..] => Place::Releases,
            ["clients", _, "team", ..] | ["case-teams", ..] => Place::Team,
            ["clients", _, "meetings", ..] | ["my-day" | "caseload"] => Place::Meetings,
            ["clients", _, "assessments", ..] => Place::Assessments,
            ["clients", _, "agreement", ..] => Place::Agreements,
            ["breaches", ..] => Place::Breaches,
            ["policies" | "arrangements", ..] => Place::Policies,
            ["clients", _, "well-known"] | ["oversight", ..] => Place::Watching,
            ["asked", ..] => Place::Asked,
            ["clients", _, "erasure" | "holds", ..] | ["erasures" | "retention", ..] => Place::Erasures,
            ["quarantine" | "quarantine.csv" | "runs", ..] => Place::Quarantine,
            ["users" | "users.csv", ..] => Place::Users,
            ["feeds", ..] | ["systems"] => Place::Feeds,
            _ => Place::Else,
        }
    }
}

/// What was released to an organisation, and is not over.
const RELEASED: &[(&str, &str, EntryKind)] = &[("anna", MUN, Housing)];
/// To whom somebody asked for a release, answered or not.
const ASKED: &[(&str, &str)] = &[("anna", MUN), ("boris", NGO)];

fn released(who: &Identity, person: &str, kind: EntryKind) -> bool {
    matches!(who.role, Some(Role::Partner | Role::Manager | Role::Counsellor)) && RELEASED.contains(&(person, who.organisation, kind))
}

/// As what somebody reads a file.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum Reads {
    Own,
    Leads,
    Keeps,
    Manages,
    Registers,
    Asked,
    /// As a partner in the case team: what is personal, and who else helps.
    Helps,
    At(Tie),
}

/// Withdrawn records make nobody a keeper.
const WITHDRAWN: &[(&str, &str)] = &[("fina", MUN), ("gita", MUN)];

fn keeps(who: &Identity, person: &str) -> bool {
    let known = CAST.iter().any(|one| one.name == person && one.known_to.contains(&who.organisation));
    known && !WITHDRAWN.contains(&(person, who.organisation))
}

fn tied(who: &Identity, tie: Tie, person: &str) -> bool {
    who.ties.contains(&(tie, person))
}

/// Whether a file is hidden from somebody because it is protected.
fn hidden(who: &Identity, person: &str) -> bool {
    person == "dora" && !matches!(who.role, Some(Role::Steward | Role::Protection)) && !tied(who, Tie::Named, person) && !tied(who, Tie::Own, person)
}

/// As what this identity reads the file; none when it does not open.
fn reads(who: &Identity, person: &str) -> Option<Reads> {
    if hidden(who, person) {
        return None;
    }
    let tied = |tie| tied(who, tie, person);
    match who.role? {
        Role::Jobseeker => tied(Tie::Own).then_some(Reads::Own),
        Role::Counsellor if tied(Tie::Counsels) || tied(Tie::Covers) || tied(Tie::Team) => Some(Reads::Leads),
        Role::Counsellor if tied(Tie::Asked) => Some(Reads::Asked),
        Role::Counsellor => [Tie::Reception, Tie::Handover, Tie::Referral].into_iter().find(|tie| tied(*tie)).map(Reads::At),
        Role::Partner if tied(Tie::Emergency) => Some(Reads::Leads),
        Role::Partner if tied(Tie::Guest) => Some(Reads::At(Tie::Guest)),
        Role::Partner if tied(Tie::Team) => Some(Reads::Helps),
        Role::Partner => keeps(who, person).then_some(Reads::Keeps),
        Role::Manager => keeps(who, person).then_some(Reads::Manages),
        Role::Steward => Some(Reads::Registers),
        Role::Protection | Role::Analyst | Role::Administrator => None,
    }
}

/// Whether the file opens. Of somebody of whom nothing is left only the steward sees that.
pub fn opens(who: &Identity, person: &str) -> bool {
    reads(who, person).is_some()
}

/// The matrix: whether what an entry says is read whole. Personal: status, meeting, agreement, training; confidential: assessment,
/// benefit, housing, note; special: health.
fn whole(reads: Reads, kind: EntryKind, own: bool) -> bool {
    let (personal, special) = (matches!(kind, Status | Meeting | Agreement | Training | Link), kind == Health);
    match reads {
        Reads::Own => true,
        Reads::Leads => !special || own,
        Reads::Keeps | Reads::Helps => personal || own,
        // The clinic's own manager is of those who write medical reports; notes are for those who counsel.
        Reads::Manages => kind != Note && (!special || own),
        Reads::Registers => matches!(kind, Status | Link),
        Reads::Asked | Reads::At(Tie::Handover) => personal || own,
        Reads::At(Tie::Reception) => matches!(kind, Status | Meeting),
        Reads::At(Tie::Referral) => matches!(kind, Status | Meeting | Agreement | Training) || own && kind == Assessment,
        Reads::At(Tie::Guest) => kind == Housing,
        Reads::At(_) => false,
    }
}

/// Whether the name of the clinic, which betrays something, may stand beside this person.
fn names(who: &Identity, person: &str) -> bool {
    who.organisation == CLINIC || matches!(reads(who, person), Some(Reads::Own | Reads::Leads | Reads::Helps | Reads::Registers))
}

/// Whether somebody finds this person: the employment service finds everybody, others whom they know.
fn finds(who: &Identity, person: &str) -> bool {
    let role = match who.role {
        Some(Role::Counsellor) => who.organisation == ES || keeps(who, person),
        Some(Role::Partner | Role::Manager) => keeps(who, person),
        Some(Role::Steward) => true,
        _ => false,
    };
    role && !hidden(who, person)
}

/// Whether `who` may see this of `person` at this place. `person` is [`NOBODY`] for what belongs to no one person.
pub fn may(who: &Identity, person: &str, what: What, place: Place) -> bool {
    if person == NOBODY {
        return may_see_of_nobody(who, what, place);
    }
    let (role, identity) = (who.role, matches!(what, What::Name | What::Birth | What::City | What::Contact | What::Number));
    let steward = role == Some(Role::Steward);
    match place {
        Place::File => reads(who, person).is_some_and(|reads| in_file(who, person, reads, what)),
        Place::Links => match what {
            What::Name => opens(who, person),
            What::Key(of) => opens(who, person) && (of != CLINIC || names(who, person)),
            What::Text(Text::Withdrawal) => opens(who, person),
            What::Text(Text::Protection | Text::Dispute) => steward,
            _ => false,
        },
        // Who looked, and nothing of what anybody wrote.
        Place::Looked | Place::WholeLog => false,
        Place::Find => finds(who, person) && matches!(what, What::Name | What::City),
        Place::Register => role == Some(COUNSELLOR) && !hidden(who, person) && matches!(what, What::Name | What::Birth | What::City),
        Place::Identities => steward && (identity || matches!(what, What::Key(_) | What::Text(Text::Question | Text::Dispute | Text::Withdrawal | Text::Protection))),
        Place::Questions => tied(who, Tie::Asked, person) && (identity || matches!(what, What::Key(_) | What::Text(Text::Question))),
        Place::Second => {
            let decides = matches!(role, Some(Role::Steward | Role::Protection)) && person == "dora";
            decides && matches!(what, What::Name | What::Key(_) | What::Text(Text::Naming))
        }
        Place::Corrections => {
            let own = |of: &str| steward || of == who.organisation && matches!(role, Some(Role::Counsellor | Role::Partner | Role::Manager));
            person == "fina" && own(ES) && matches!(what, What::Name | What::Number | What::Key(ES) | What::Text(Text::Dispute))
        }
        Place::Emergencies => {
            // Those of the organisation whose people opened it; the officer, of what has waited too long and of what is protected.
            let reviews = role == Some(Role::Protection) || role == Some(Role::Manager) && who.organisation == MUN;
            person == "egon" && reviews && matches!(what, What::Name | What::Text(Text::Emergency))
        }
        // What clients changed, by name, for whoever leads their case. What is shared with whom says no more than organisations.
        // One's own, all of it; the officer's while somebody waits for theirs, and then nobody else's.
        Place::Copy => tied(who, Tie::Own, person) && !matches!(what, What::Row | What::RowText | What::SignIn),
        // The officer answers; of who only writes it down nobody reads it afterwards. The answer comes to the person.
        Place::Requests => match what {
            What::Name => role == Some(Role::Protection),
            What::Text(Text::Request) => role == Some(Role::Protection) || tied(who, Tie::Own, person),
            // The entry that is to be put right.
            What::Says(..) | What::Conclusion(..) | What::Text(Text::Close | Text::Shielded | Text::Follows) => tied(who, Tie::Own, person),
            _ => false,
        },
        Place::Releases => of_releases(who, person, what),
        Place::Team => in_the_team(who, person) && matches!(what, What::Name | What::Text(Text::Part)),
        Place::Meetings | Place::Assessments | Place::Agreements => in_casework(who, person, what, place),
        // Whom it concerns, by name, for the officer alone.
        Place::Breaches => role == Some(Role::Protection) && what == What::Name,
        Place::Watching => {
            role == Some(Role::Protection) && matches!(what, What::Name | What::Text(Text::Wrong | Text::Asked | Text::Answered | Text::Mark))
        }
        // Whoever looked reads what they are asked about whom, and their own answer; not what the person said.
        Place::Asked => {
            let looked = who.name == "counsellor who is assigned" && person == "anna";
            looked && matches!(what, What::Name | What::Text(Text::Asked | Text::Answered))
        }
        // Whoever may be erased, for the two who do it; what holds it up for the officer.
        Place::Erasures => match what {
            What::Name => role == Some(Role::Protection) || steward && person == "celia",
            What::Text(Text::Hold) => role == Some(Role::Protection),
            _ => false,
        },
        // Their own page tells them what others asked to read, and why.
        Place::Shared if matches!(what, What::Text(Text::Release | Text::Invitation | Text::Part)) => tied(who, Tie::Own, person),
        Place::Shared => what == What::Name && decides(who, person),
        // A row in quarantine says by its key whose it is.
        Place::Quarantine => steward && what == What::Key(MUN) && person == "celia",
        Place::Users | Place::Feeds | Place::Policies | Place::Trying | Place::Else => false,
    }
}

/// What the person and those at the service who work with them see of meetings, assessments and agreements; what is typed and not saved is for
/// whoever typed it.
fn in_casework(who: &Identity, person: &str, what: What, place: Place) -> bool {
    let (own, works) = (tied(who, Tie::Own, person), works(who, person));
    match (place, what) {
        (_, What::Name) | (Place::Agreements, What::Says(Agreement, ES)) => own || works,
        (Place::Assessments, What::Says(Assessment, ES) | What::Text(Text::Shielded | Text::Follows)) => own || works,
        // Beside what is assessed stands what they may read of the file.
        (Place::Assessments, What::Says(kind, of)) => works && whole(Reads::Leads, kind, of == who.organisation),
        (Place::Assessments, What::Text(Text::Close)) => works,
        (_, What::Text(Text::Draft)) => types(who, person),
        _ => false,
    }
}

/// Who reads who works on the case together: those who do, the person, and whoever opened the file in an emergency.
fn in_the_team(who: &Identity, person: &str) -> bool {
    matches!(reads(who, person), Some(Reads::Own | Reads::Leads | Reads::Helps))
}

/// Who works with somebody at the service: whoever counsels, covers, or sits in the case team.
fn works(who: &Identity, person: &str) -> bool {
    who.role == Some(COUNSELLOR) && who.organisation == ES && reads(who, person) == Some(Reads::Leads)
}

/// Who has typed something about a meeting and not saved it.
fn types(who: &Identity, person: &str) -> bool {
    who.name == "counsellor who is assigned" && matches!(person, "anna" | "boris")
}

/// Who says what is shared and released: whoever counsels or covers, and nobody who was only put into the case team.
fn decides(who: &Identity, person: &str) -> bool {
    let tied = |tie| tied(who, tie, person);
    who.role == Some(COUNSELLOR) && reads(who, person) == Some(Reads::Leads) && (tied(Tie::Counsels) || tied(Tie::Covers))
}

/// Who asks, or was given, and whoever leads the case and answers; the words of who asks besides.
fn of_releases(who: &Identity, person: &str, what: What) -> bool {
    let leads = decides(who, person);
    let guest = tied(who, Tie::Guest, person);
    let asks = who.role == Some(Role::Partner) && keeps(who, person);
    match what {
        What::Name => leads || asks || guest,
        What::Text(Text::Release) => leads || asks && ASKED.contains(&(person, who.organisation)),
        What::Text(Text::Invitation) => leads || guest,
        _ => false,
    }
}

fn in_file(who: &Identity, person: &str, reads: Reads, what: What) -> bool {
    let named = |of: &str| of != CLINIC || names(who, person);
    let own = |of: &str| of == who.organisation && !matches!(reads, Reads::Own | Reads::Registers);
    match what {
        What::Name | What::Birth | What::City | What::Contact | What::Number => true,
        What::Key(of) => named(of),
        What::Says(kind, of) => whole(reads, kind, own(of)) || released(who, person, kind),
        What::By(kind, of) => (whole(reads, kind, own(of)) || released(who, person, kind)) && named(of),
        What::Conclusion(kind, of) => whole(reads, kind, own(of)) || released(who, person, kind) || kind == Health && reads == Reads::Leads,
        What::Text(Text::Emergency) => reads == Reads::Own,
        What::Text(Text::Part) => in_the_team(who, person),
        // Written by the service and kept close.
        What::Text(Text::Close) => matches!(reads, Reads::Own | Reads::Leads) || own(ES) && reads == Reads::Manages,
        What::Text(Text::Shielded) => reads == Reads::Own || works(who, person),
        What::Text(Text::Follows) => matches!(reads, Reads::Own | Reads::Leads),
        _ => false,
    }
}

fn may_see_of_nobody(who: &Identity, what: What, place: Place) -> bool {
    match (what, who.role) {
        (What::Row, Some(Role::Steward)) => place == Place::Quarantine,
        (What::SignIn, Some(Role::Administrator)) => place == Place::Users,
        // Beside no person it betrays nobody. Beside one, see `may_name`.
        (What::Title, Some(_)) => place != Place::Else || who.organisation == CLINIC,
        _ => false,
    }
}

/// Whether the name of the clinic may stand on a page that tells of these people.
pub fn may_name(who: &Identity, people: &[&str], place: Place) -> bool {
    match place {
        Place::File | Place::Links | Place::Find | Place::Register => people.iter().any(|person| names(who, person)),
        _ => true,
    }
}

/// What somebody must see of a file that opens, or the crawl has gone past it: kinds of entry that are theirs to read.
pub fn must(who: &Identity, person: &str, what: What) -> bool {
    let Some(reads) = reads(who, person).filter(|_| person != "gita") else { return false };
    match what {
        What::Name | What::Number => true,
        What::Text(Text::Request) => matches!(reads, Reads::Own),
        What::Text(Text::Release) => (reads == Reads::Own || decides(who, person)) && ASKED.iter().any(|(of, _)| *of == person),
        What::Text(Text::Invitation) => (matches!(reads, Reads::Own | Reads::At(Tie::Guest)) || decides(who, person)) && person == "boris",
        What::Text(Text::Part) => in_the_team(who, person) && matches!(person, "anna" | "boris"),
        What::Text(Text::Close | Text::Shielded | Text::Follows) => (reads == Reads::Own || works(who, person)) && matches!(person, "anna" | "boris"),
        What::Text(Text::Draft) => types(who, person),
        What::Says(kind, _) if released(who, person, kind) => true,
        What::Says(kind @ (Status | Meeting | Agreement | Assessment | Benefit | Housing | Note | Health | Training), of) => {
            reads == Reads::At(Tie::Guest) && kind == Housing || of == who.organisation && reads == Reads::Keeps || matches!(reads, Reads::Own) || reads == Reads::Leads && kind != Health
        }
        _ => false,
    }
}
