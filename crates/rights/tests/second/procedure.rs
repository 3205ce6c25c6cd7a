//! A second way to decide, in plain Rust, from the roles-by-data matrix of the domain study (7.9) and the sentences beside it. It
//! is written as a table where the rules of the pack are clauses, and shares nothing with them but the words.

use rights::{Act, Facts, Ground, Purpose, Relation, Role, Showing};
use words::EntryKind;

/// The table of acts: `J` jobseeker, `C` counsellor, `P` partner, `M` manager, `S` steward, `O` officer for data protection,
/// `L` analyst, `A` administrator, `-` nobody signed in.
const ACTS: &[(Act, &str)] = &[
    (Act::Enter, "-JCPMSOLA"),
    (Act::OwnSession, "JCPMSOLA"),
    (Act::Home, "JCPMSOLA"),
    (Act::FindClients, "CPMS"),
    (Act::RegisterClient, "C"),
    (Act::SeeClient, "JCPMS"),
    (Act::SeeLinks, "JCPMS"),
    (Act::SeeMatches, "S"),
    (Act::DecideMatch, "S"),
    (Act::SecondDecision, "SO"),
    (Act::AnswerQuestions, "C"),
    (Act::AnswerDoubts, "CPMS"),
    (Act::ProtectClient, "SO"),
    (Act::SeeIdentityFigures, "MSOL"),
    (Act::AnswerSample, "S"),
    (Act::ChangeModel, "S"),
    (Act::SeeFeeds, "SA"),
    (Act::RunFeed, "SA"),
    (Act::MendRows, "S"),
    (Act::MatchEncoded, "A"),
    (Act::SeeAccessLog, "O"),
    (Act::SeeWhoLooked, "JO"),
    (Act::SayWrong, "J"),
    (Act::WatchAccess, "O"),
    (Act::FlagLookUps, "A"),
    (Act::AnswerOfficer, "CPMS"),
    (Act::ExportAccessLog, "A"),
    (Act::LookAfterKeys, "A"),
    (Act::SeeRegister, "OA"),
    (Act::ReadPolicy, "JCPMSOLA"),
    (Act::SignPolicy, "M"),
    (Act::WatchPolicy, "O"),
    (Act::KeepArrangements, "O"),
    (Act::LookAfterUsers, "A"),
    (Act::StatePurpose, "C"),
    (Act::OpenInEmergency, "CPM"),
    (Act::ReviewEmergency, "MO"),
    (Act::AssignCounsellor, "M"),
    (Act::SeeConsents, "JC"),
    (Act::RecordConsent, "JC"),
    (Act::MakeRequest, "JCO"),
    (Act::TakeCopy, "JO"),
    (Act::AnswerRequests, "O"),
    (Act::HandleBreaches, "O"),
    (Act::AskRelease, "P"),
    (Act::SeeReleased, "CP"),
    (Act::GiveRelease, "C"),
    (Act::SeeTeam, "JCP"),
    (Act::ArrangeTeam, "C"),
    (Act::OwnTeams, "CP"),
    (Act::SeeMeetings, "JC"),
    (Act::HoldMeetings, "C"),
    (Act::SeeAssessments, "JC"),
    (Act::Assess, "C"),
    (Act::SeeAgreement, "JC"),
    (Act::WriteAgreement, "C"),
    (Act::AnswerAgreement, "JC"),
    (Act::OwnDay, "C"),
    (Act::EraseClient, "O"),
    (Act::AgreeErasure, "SO"),
    (Act::WishLogExport, "O"),
    (Act::AgreeLogExport, "SO"),
    (Act::Purge, "A"),
    (Act::ArrangeCover, "M"),
];

fn letter(role: Option<Role>) -> char {
    match role {
        None => '-',
        Some(Role::Jobseeker) => 'J',
        Some(Role::Counsellor) => 'C',
        Some(Role::Partner) => 'P',
        Some(Role::Manager) => 'M',
        Some(Role::Steward) => 'S',
        Some(Role::Protection) => 'O',
        Some(Role::Analyst) => 'L',
        Some(Role::Administrator) => 'A',
    }
}

/// Whether a role may do an act at all.
pub fn role_may(role: Option<Role>, act: Act) -> bool {
    ACTS.iter().any(|(known, roles)| *known == act && roles.contains(letter(role)))
}

/// Whether this client's file lets somebody do this.
pub fn file(role: Role, service: bool, act: Act, protected: bool, facts: &Facts) -> bool {
    if !role_may(Some(role), act) {
        return false;
    }
    let tied = |relation| facts.relations.has(relation);
    // Somebody protected is there for those named, for themselves, and for the two who look after it.
    if protected && !(matches!(role, Role::Steward | Role::Protection) || tied(Relation::Named) || tied(Relation::OwnFile)) {
        return false;
    }
    match act {
        Act::SeeClient | Act::SeeLinks => facts.purpose.is_some() && opens(role, service, facts),
        Act::SayWrong => tied(Relation::OwnFile),
        Act::SeeWhoLooked => role == Role::Protection || tied(Relation::OwnFile),
        Act::FindClients => role == Role::Steward || (role == Role::Counsellor && service) || tied(Relation::Keeper),
        Act::StatePurpose => service,
        Act::AnswerQuestions => tied(Relation::Asked),
        Act::AnswerDoubts => role == Role::Steward || tied(Relation::Keeper),
        Act::AssignCounsellor => tied(Relation::Keeper),
        // The client speaks for themselves, and whoever leads the case writes it down.
        Act::SeeConsents | Act::RecordConsent => match role {
            Role::Jobseeker => tied(Relation::OwnFile),
            _ => [Relation::Counsellor, Relation::Covering].into_iter().any(tied),
        },
        // About whom they know; given by the single point of contact; read about by those it concerns.
        Act::AskRelease => tied(Relation::Keeper),
        Act::SeeReleased => tied(Relation::Keeper) || tied(Relation::Release),
        Act::GiveRelease => service && [Relation::Counsellor, Relation::Covering].into_iter().any(tied),
        // Known to the person, to those who help them and in an emergency; put together by the single point of contact and by nobody who
        // was only put into it.
        Act::SeeTeam => match role {
            Role::Jobseeker => tied(Relation::OwnFile),
            _ => [Relation::Counsellor, Relation::Covering, Relation::Team, Relation::Emergency].into_iter().any(tied),
        },
        Act::ArrangeTeam => service && (tied(Relation::Counsellor) || tied(Relation::Covering)),
        Act::OwnTeams => tied(Relation::Team),
        // Known to the person, and to those at the service who work with them; held and made by those who do.
        Act::SeeMeetings | Act::SeeAssessments | Act::SeeAgreement | Act::AnswerAgreement => match role {
            Role::Jobseeker => tied(Relation::OwnFile),
            _ => service && [Relation::Counsellor, Relation::Covering, Relation::Team].into_iter().any(tied),
        },
        Act::HoldMeetings | Act::Assess | Act::WriteAgreement | Act::OwnDay => service && [Relation::Counsellor, Relation::Covering, Relation::Team].into_iter().any(tied),
        // Asked for by the person themselves, or written down by whoever leads the case; the officer sees to it.
        Act::MakeRequest => match role {
            Role::Jobseeker => tied(Relation::OwnFile),
            Role::Counsellor => [Relation::Counsellor, Relation::Covering, Relation::Team].into_iter().any(tied),
            _ => true,
        },
        // One's own; the officer for somebody who waits for it.
        Act::TakeCopy => tied(if role == Role::Jobseeker { Relation::OwnFile } else { Relation::AsksCopy }),
        Act::AnswerRequests | Act::RegisterClient | Act::SeeMatches | Act::DecideMatch | Act::SecondDecision | Act::ProtectClient | Act::AnswerSample
        | Act::ChangeModel | Act::OpenInEmergency | Act::ReviewEmergency | Act::MatchEncoded | Act::WatchAccess | Act::HandleBreaches | Act::EraseClient | Act::AgreeErasure
        | Act::AnswerOfficer | Act::MendRows => true,
        // What is about no client is not permitted about one.
        Act::Enter | Act::OwnSession | Act::Home | Act::SeeIdentityFigures | Act::SeeFeeds | Act::RunFeed
        | Act::SeeAccessLog | Act::FlagLookUps | Act::ExportAccessLog | Act::WishLogExport | Act::AgreeLogExport | Act::LookAfterKeys | Act::SeeRegister
        | Act::LookAfterUsers | Act::ArrangeCover | Act::Purge | Act::ReadPolicy | Act::SignPolicy | Act::WatchPolicy | Act::KeepArrangements => false,
    }
}

fn opens(role: Role, service: bool, facts: &Facts) -> bool {
    use Relation::{Asked, Counsellor, Covering, Emergency, Keeper, OwnFile, Referral, Release, Team};
    let tied = |relations: &[Relation]| relations.iter().any(|relation| facts.relations.has(*relation));
    let emergency = tied(&[Emergency]) && facts.ground == Ground::VitalInterest;
    match role {
        Role::Jobseeker => tied(&[OwnFile]),
        Role::Steward => true,
        Role::Counsellor => {
            let said_why = service && matches!(facts.purpose, Some(Purpose::Reception | Purpose::Handover | Purpose::Referral));
            said_why || emergency || tied(&[Counsellor, Covering, Team, Referral, Release, Asked])
        }
        Role::Partner => emergency || tied(&[Keeper, Team, Referral, Release]),
        // A team or a referral names people and organisations, not their managers.
        Role::Manager => tied(&[Keeper]) || (emergency),
        Role::Protection | Role::Analyst | Role::Administrator => false,
    }
}

/// How much of an entry is shown.
pub fn shows(role: Role, facts: &Facts, kind: EntryKind, level: i64, own: bool) -> Showing {
    let tied = |relation| facts.relations.has(relation);
    match role {
        Role::Jobseeker => return if tied(Relation::OwnFile) { Showing::Whole } else { Showing::Hidden },
        // Identity and the register, and nothing of what happened.
        Role::Steward => return if matches!(kind, EntryKind::Status | EntryKind::Link) { steward(facts, kind, level) } else { Showing::Hidden },
        Role::Protection | Role::Analyst | Role::Administrator => return Showing::Hidden,
        Role::Counsellor | Role::Partner | Role::Manager => {}
    }
    let shares = facts.consents.contains(&kind);
    // By whoever leads the case, for a time: never what is told in confidence or is about health, whatever was written down.
    let given = tied(Relation::Release) && facts.released.contains(&kind) && !matches!(kind, EntryKind::Note | EntryKind::Health | EntryKind::Link);
    if outside_purpose(facts, kind, level) || (released_only(facts) && !own && !shares && !given) {
        return Showing::Hidden;
    }
    // Kept, and not used: with consent and in an emergency alone.
    if facts.restricted && !shares && !tied(Relation::Emergency) {
        return Showing::Restricted;
    }
    let in_the_lead = [Relation::Counsellor, Relation::Covering, Relation::Team].into_iter().any(tied);
    let agreed = shares && [Relation::Keeper, Relation::Team, Relation::Referral, Relation::Release].into_iter().any(tied);
    let highest = match role {
        _ if own => 4,
        _ if tied(Relation::Emergency) => 3,
        Role::Counsellor if in_the_lead || agreed => 3,
        Role::Partner | Role::Manager if agreed => 3,
        _ if given => 3,
        Role::Manager if facts.service => 3,
        _ => 2,
    };
    // Of others nothing without a ground: by law, task or contract, by the client's own yes, as it was given for a time, or for a life.
    let ground = own || kind == EntryKind::Link || facts.grounds.contains(&kind) || shares || given || tied(Relation::Emergency);
    // Close to those who work with the client, whoever of the service else has said why they open the file.
    let close = kind == EntryKind::Assessment && level >= 4 && role != Role::Partner || kind == EntryKind::Meeting && level >= 3 && role == Role::Counsellor;
    let kept_from = facts.service && close && !in_the_lead && !tied(Relation::Emergency);
    let confidential_note = kind == EntryKind::Note && level >= 3;
    if ground && level <= highest && !kept_from && !(role == Role::Manager && confidential_note && !tied(Relation::Emergency)) {
        return Showing::Whole;
    }
    // Of a medical report a partner learns nothing, in a case team or not; of an assessment what follows for work, if the client shares those.
    let leads = role == Role::Counsellor && in_the_lead || tied(Relation::Emergency);
    let concludes = matches!(kind, EntryKind::Health | EntryKind::Assessment) && leads || kind == EntryKind::Assessment && agreed;
    if concludes { Showing::Conclusion } else { Showing::Restricted }
}

/// Whether nothing but a release opens the file.
fn released_only(facts: &Facts) -> bool {
    use Relation::{Asked, Counsellor, Covering, Emergency, Keeper, Referral, Release, Team};
    let more = [Keeper, Counsellor, Covering, Team, Referral, Asked, Emergency];
    facts.relations.has(Release) && !facts.relations.has_any(&more)
}

/// The steward opens files to keep identities right; a purpose that shrinks a file shrinks it for everybody.
fn steward(facts: &Facts, kind: EntryKind, level: i64) -> Showing {
    let kept_only = facts.restricted && !facts.consents.contains(&kind) && !facts.relations.has(Relation::Emergency);
    if kept_only || outside_purpose(facts, kind, level) { Showing::Hidden } else { Showing::Whole }
}

/// What a file opened for a narrow purpose does not show at all.
fn outside_purpose(facts: &Facts, kind: EntryKind, level: i64) -> bool {
    use EntryKind::{Agreement, Assessment, Meeting, Status, Training};
    match facts.purpose {
        Some(Purpose::Reception) => level > 2 || !matches!(kind, Status | Meeting),
        Some(Purpose::Referral) => !matches!(kind, Status | Meeting | Assessment | Agreement | Training),
        _ => false,
    }
}

/// Whether the name of an organisation is shown.
pub fn names(role: Role, facts: &Facts, sensitive: bool, own: bool) -> bool {
    use Relation::{Counsellor, Covering, Emergency, OwnFile, Team};
    if !sensitive || own {
        return true;
    }
    let tied = |relations: &[Relation]| relations.iter().any(|relation| facts.relations.has(*relation));
    match role {
        Role::Jobseeker => tied(&[OwnFile]),
        Role::Counsellor | Role::Partner | Role::Manager => tied(&[Counsellor, Covering, Team, Emergency]),
        Role::Steward | Role::Protection => true,
        Role::Analyst | Role::Administrator => false,
    }
}
