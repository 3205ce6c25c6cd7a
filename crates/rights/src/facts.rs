//! What the rules are told: who asks, what ties them to a client, why they ask.

use crate::{Ground, Purpose, Relation, Role};
use std::collections::BTreeSet;
use words::{EntryKind, Id};

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

/// What ties somebody to a client; several things can at once.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Hash)]
pub struct Relations(u16);

impl Relations {
    /// Nothing.
    pub const NONE: Relations = Relations(0);

    /// These and one more.
    #[must_use]
    pub fn with(self, relation: Relation) -> Relations {
        Relations(self.0 | bit(relation))
    }

    /// These and not that one.
    #[must_use]
    pub fn without(self, relation: Relation) -> Relations {
        Relations(self.0 & !bit(relation))
    }

    /// Whether this is one of them.
    #[must_use]
    pub fn has(self, relation: Relation) -> bool {
        self.0 & bit(relation) != 0
    }

    /// Whether any of these is one of them.
    #[must_use]
    pub fn has_any(self, relations: &[Relation]) -> bool {
        relations.iter().any(|relation| self.has(*relation))
    }

    /// Each of them.
    pub fn each(self) -> impl Iterator<Item = Relation> {
        Relation::ALL.iter().copied().filter(move |relation| self.has(*relation))
    }
}

impl FromIterator<Relation> for Relations {
    fn from_iter<I: IntoIterator<Item = Relation>>(relations: I) -> Relations {
        relations.into_iter().fold(Relations::NONE, Relations::with)
    }
}

fn bit(relation: Relation) -> u16 {
    1 << relation as u16
}

/// What a decision about one client rests on, besides who asks.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Facts {
    /// What ties the asker to the client.
    pub relations: Relations,
    /// Whether the asker's organisation is an employment service.
    pub service: bool,
    /// Why they ask, stated or plain from what ties them to the client; none when nobody has said.
    pub purpose: Option<Purpose>,
    /// The legal ground.
    pub ground: Ground,
    /// The kinds of entry that the asker's organisation reads of others without asking the client, since a law, a public task or a contract
    /// is a ground for it.
    pub grounds: BTreeSet<EntryKind>,
    /// The kinds of entry the client has agreed to share.
    pub consents: BTreeSet<EntryKind>,
    /// The kinds of entry that whoever leads the case has released to the asker, for a time.
    pub released: BTreeSet<EntryKind>,
    /// Whether the processing of the file is restricted (GDPR article 18), or the client has objected to it (article 21).
    pub restricted: bool,
}

impl Default for Facts {
    fn default() -> Facts {
        Facts {
            relations: Relations::NONE, service: false, purpose: None, ground: Ground::PublicTask, grounds: BTreeSet::new(), consents: BTreeSet::new(), released: BTreeSet::new(),
            restricted: false,
        }
    }
}

/// One client as somebody comes to their file: what the tables say, before anything is inferred.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Case {
    /// Whom it is about.
    pub client: Id,
    /// What ties the asker to them.
    pub relations: Relations,
    /// Whether the asker's organisation is an employment service.
    pub service: bool,
    /// Whether the file is protected.
    pub protected: bool,
    /// The purpose the asker stated, while it holds.
    pub stated: Option<Purpose>,
    /// The kinds of entry that the asker's organisation reads of others without asking the client, since a law, a public task or a contract
    /// is a ground for it.
    pub grounds: BTreeSet<EntryKind>,
    /// The kinds of entry the client has agreed to share.
    pub consents: BTreeSet<EntryKind>,
    /// The kinds of entry that whoever leads the case has released to the asker, for a time.
    pub released: BTreeSet<EntryKind>,
    /// What that was released for; none when nothing was.
    pub released_for: Option<Purpose>,
    /// Whether the processing of the file is restricted.
    pub restricted: bool,
}

impl Case {
    /// Somebody of whom nothing is known that would give a right.
    #[must_use]
    pub fn of(client: Id) -> Case {
        Case {
            client, relations: Relations::NONE, service: false, protected: false, stated: None, grounds: BTreeSet::new(), consents: BTreeSet::new(),
            released: BTreeSet::new(), released_for: None, restricted: false,
        }
    }

    /// The same with one more thing that ties the asker to the client.
    #[must_use]
    pub fn with(self, relation: Relation) -> Case {
        Case { relations: self.relations.with(relation), ..self }
    }

    /// The facts of this case for `who`: whose own file it is, and the purpose that is plain from the rest. Who works with
    /// somebody need not say so each time; an emergency is one as long as it lasts; to whom it opens by a release alone, it opens for what
    /// was released for; else what was stated counts.
    #[must_use]
    pub fn facts(&self, who: &Who) -> Facts {
        let own = who.role == Role::Jobseeker && who.client == Some(self.client);
        let relations = if own { self.relations.with(Relation::OwnFile) } else { self.relations };
        let works = match who.role {
            Role::Counsellor => relations.has_any(&LEADS) || relations.has_any(&[Relation::Referral, Relation::Release]),
            Role::Partner | Role::Manager => relations.has_any(&[Relation::Keeper, Relation::Team, Relation::Referral, Relation::Release]),
            _ => false,
        };
        let emergency = relations.has(Relation::Emergency);
        // Nothing but a release ties the asker to them.
        let by_release = relations.has(Relation::Release) && !relations.has_any(&BESIDES_RELEASE);
        let purpose = match who.role {
            Role::Jobseeker => Some(Purpose::OwnFile),
            Role::Steward | Role::Administrator => Some(Purpose::DataQuality),
            Role::Protection => Some(Purpose::Oversight),
            Role::Analyst => None,
            _ if relations.has_any(&LEADS) => Some(Purpose::Casework),
            _ if emergency => Some(Purpose::Emergency),
            _ if by_release => Some(self.released_for.unwrap_or(Purpose::Casework)),
            _ if works => Some(Purpose::Casework),
            _ if self.stated.is_some() => self.stated,
            _ if relations.has(Relation::Asked) => Some(Purpose::DataQuality),
            _ => None,
        };
        let ground = match who.role {
            Role::Jobseeker => Ground::OwnRight,
            _ if emergency => Ground::VitalInterest,
            // Whoever leads the case releases in their public task; else the client has, by consent.
            Role::Counsellor | Role::Partner if by_release && self.released.is_empty() => Ground::Consent,
            _ => Ground::PublicTask,
        };
        let (grounds, consents, released) = (self.grounds.clone(), self.consents.clone(), self.released.clone());
        Facts { relations, service: self.service, purpose, ground, grounds, consents, released, restricted: self.restricted }
    }
}

/// What lets somebody open a file that was also released to them.
const BESIDES_RELEASE: [Relation; 6] =
    [Relation::Keeper, Relation::Counsellor, Relation::Covering, Relation::Team, Relation::Referral, Relation::Asked];

/// Who leads a case, or stands in for whoever does.
const LEADS: [Relation; 3] = [Relation::Counsellor, Relation::Covering, Relation::Team];
