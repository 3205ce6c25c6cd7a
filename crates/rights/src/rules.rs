//! The rules: one table of roles and acts, one of what an entry shows to whom.

use crate::{Act, Purpose, Role};
use words::{Id, Sensitivity};

/// Someone who is signed in.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Who {
    /// Their user.
    pub user: Id,
    /// Their name, as the access log shows it.
    pub name: String,
    /// What they are here.
    pub role: Role,
    /// The short name of the organisation they work for; for a jobseeker, the one that keeps their file.
    pub organisation: String,
    /// For a jobseeker: their own client.
    pub client: Option<Id>,
}

/// Why not: the rule that refused, in a word for the log and the page.
#[derive(Clone, Copy, Debug, PartialEq, Eq, thiserror::Error)]
pub enum Refusal {
    /// No rule lets this role do this.
    #[error("no rule lets a {} do “{}”", .0.word(), .1.word())]
    Role(Role, Act),
    /// A jobseeker may open only their own file.
    #[error("this is not your own file")]
    NotOwnFile,
    /// This file is for those who work with its person by name.
    #[error("this file is protected")]
    Protected,
}

/// A right that was found, on its way to the access log.
#[derive(Clone, Debug, PartialEq, Eq)]
#[must_use = "a grant is worth nothing before it is logged"]
pub struct Grant {
    who: Who,
    act: Act,
    client: Option<Id>,
    purpose: Purpose,
}

/// Proof that a right was found and that the access log says so. Every write, and every read of personal data, takes one.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Permit {
    grant: Grant,
    log_line: i64,
}

/// How much of an entry someone may see.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Showing {
    /// All of it.
    Whole,
    /// That there is one, when, and whom to ask.
    Restricted,
    /// Nothing, not even that it exists.
    Hidden,
}

/// Whether any rule lets `role` do `act` at all: the table behind `docs/rights.txt`. Asked before a route runs.
#[must_use]
pub fn role_may(role: Option<Role>, act: Act) -> bool {
    use Role::{Administrator, Analyst, Counsellor, Jobseeker, Manager, Partner, Protection, Steward};
    let Some(role) = role else { return act == Act::Enter };
    match act {
        Act::Enter | Act::OwnSession | Act::Home => true,
        Act::FindClients => matches!(role, Counsellor | Partner | Manager | Steward),
        Act::RegisterClient => role == Counsellor,
        Act::SeeClient | Act::SeeLinks => matches!(role, Jobseeker | Counsellor | Partner | Manager | Steward),
        Act::SecondDecision | Act::ProtectClient => matches!(role, Steward | Protection),
        Act::AnswerQuestions => role == Counsellor,
        Act::AnswerDoubts => matches!(role, Counsellor | Partner | Manager | Steward),
        Act::SeeMatches | Act::DecideMatch | Act::AnswerSample | Act::ChangeModel | Act::MendRows => role == Steward,
        Act::SeeIdentityFigures => matches!(role, Steward | Protection | Manager | Analyst),
        Act::SeeFeeds => matches!(role, Steward | Administrator),
        Act::RunFeed => matches!(role, Steward | Administrator),
        // Only at the command line, and the answer shows no person to whoever runs it.
        Act::MatchEncoded | Act::ExportAccessLog => role == Administrator,
        Act::LookAfterUsers => role == Administrator,
        Act::SeeAccessLog => role == Protection,
        Act::SeeWhoLooked => match role {
            Jobseeker | Protection => true,
            Counsellor | Partner | Manager | Steward | Analyst | Administrator => false,
        },
    }
}

/// Whether `who` may know of a protected client: those who work with them by name, those who look after identities and
/// protection, and the person themselves.
#[must_use]
pub fn sees_protected(who: &Who, client: Id, named: &[Id]) -> bool {
    match who.role {
        Role::Steward | Role::Protection => true,
        Role::Jobseeker => who.client == Some(client),
        Role::Counsellor | Role::Partner | Role::Manager | Role::Analyst | Role::Administrator => named.contains(&who.user),
    }
}

/// How much somebody of this role may see of an entry at this level, by an organisation that is `own` or another
/// (domain study, section 7.9): the client everything, the lead counsellor up to confidential, a partner its own and
/// what is merely personal, the steward identity only.
#[must_use]
pub fn shows(role: Role, own: bool, level: Sensitivity) -> Showing {
    let highest = match role {
        Role::Jobseeker => return Showing::Whole,
        Role::Counsellor | Role::Manager => Sensitivity::CONFIDENTIAL,
        Role::Partner => Sensitivity::PERSONAL,
        Role::Steward | Role::Protection | Role::Analyst | Role::Administrator => return Showing::Hidden,
    };
    if own || level <= highest { Showing::Whole } else { Showing::Restricted }
}

/// Decides whether `who` may do `act`, to `client` when it concerns one. A jobseeker reaches nobody but themselves.
///
/// # Errors
/// The rule that refused.
pub fn decide(who: &Who, act: Act, client: Option<Id>) -> Result<Grant, Refusal> {
    if !role_may(Some(who.role), act) {
        return Err(Refusal::Role(who.role, act));
    }
    if who.role == Role::Jobseeker && client.is_some() && client != who.client {
        return Err(Refusal::NotOwnFile);
    }
    let purpose = match who.role {
        Role::Jobseeker => Purpose::OwnFile,
        Role::Steward | Role::Administrator => Purpose::DataQuality,
        Role::Protection => Purpose::Oversight,
        Role::Counsellor | Role::Partner | Role::Manager | Role::Analyst => Purpose::Casework,
    };
    Ok(Grant { who: who.clone(), act, client, purpose })
}

impl Grant {
    /// The permit, once line `log_line` of the access log says that it was given. Only `history` calls this.
    #[must_use]
    pub fn logged(self, log_line: i64) -> Permit {
        Permit { grant: self, log_line }
    }

    /// Who asked.
    #[must_use]
    pub fn who(&self) -> &Who {
        &self.who
    }

    /// What they asked to do.
    #[must_use]
    pub fn act(&self) -> Act {
        self.act
    }

    /// Whom it concerns.
    #[must_use]
    pub fn client(&self) -> Option<Id> {
        self.client
    }

    /// Why they ask.
    #[must_use]
    pub fn purpose(&self) -> Purpose {
        self.purpose
    }
}

impl Permit {
    /// Who holds it.
    #[must_use]
    pub fn who(&self) -> &Who {
        &self.grant.who
    }

    /// What it allows.
    #[must_use]
    pub fn act(&self) -> Act {
        self.grant.act
    }

    /// The client it is for; none for acts that concern no one client.
    #[must_use]
    pub fn client(&self) -> Option<Id> {
        self.grant.client
    }

    /// The line of the access log that says it was given.
    #[must_use]
    pub fn log_line(&self) -> i64 {
        self.log_line
    }

    /// How much the holder may see of an entry that `organisation` made at this level: see [`shows`].
    #[must_use]
    pub fn shows(&self, organisation: &str, level: Sensitivity) -> Showing {
        let who = self.who();
        shows(who.role, who.organisation == organisation, level)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn who(role: Role) -> Who {
        Who { user: id(1), name: "Jana".into(), role, organisation: "employment-service".into(), client: Some(id(9)) }
    }

    fn id(n: u8) -> Id {
        Id::from_bytes(&[n; 16]).unwrap()
    }

    #[test]
    fn nobody_signed_in_may_only_enter() {
        for act in Act::ALL {
            assert_eq!(role_may(None, *act), *act == Act::Enter, "{}", act.word());
        }
    }

    #[test]
    fn a_jobseeker_reaches_nobody_but_themselves() {
        assert!(decide(&who(Role::Jobseeker), Act::SeeClient, Some(id(9))).is_ok());
        assert_eq!(decide(&who(Role::Jobseeker), Act::SeeClient, Some(id(8))), Err(Refusal::NotOwnFile));
        let stranger = Who { client: None, ..who(Role::Jobseeker) };
        assert_eq!(decide(&stranger, Act::SeeClient, Some(id(8))), Err(Refusal::NotOwnFile));
    }

    #[test]
    fn the_administrator_sees_no_person() {
        for act in [Act::FindClients, Act::SeeClient, Act::SeeMatches, Act::MendRows, Act::SeeAccessLog, Act::SeeWhoLooked] {
            assert!(!role_may(Some(Role::Administrator), act), "{}", act.word());
        }
    }

    #[test]
    fn a_health_entry_is_whole_to_its_clinic_and_the_client_and_restricted_to_the_counsellor() {
        let shown = |role, organisation: &str, level| {
            let who = Who { organisation: organisation.into(), ..who(role) };
            decide(&who, Act::SeeClient, Some(id(9))).unwrap().logged(1).shows("clinic", level)
        };
        assert_eq!(shown(Role::Jobseeker, "employment-service", Sensitivity::SPECIAL), Showing::Whole);
        assert_eq!(shown(Role::Counsellor, "employment-service", Sensitivity::SPECIAL), Showing::Restricted);
        assert_eq!(shown(Role::Counsellor, "employment-service", Sensitivity::CONFIDENTIAL), Showing::Whole);
        assert_eq!(shown(Role::Partner, "municipality", Sensitivity::CONFIDENTIAL), Showing::Restricted);
        assert_eq!(shown(Role::Partner, "municipality", Sensitivity::PERSONAL), Showing::Whole);
        assert_eq!(shown(Role::Partner, "clinic", Sensitivity::SPECIAL), Showing::Whole);
        assert_eq!(shown(Role::Steward, "clinic", Sensitivity::PERSONAL), Showing::Hidden);
    }
}
