//! What pages show of sharing: one organisation at a time, in words.

use super::{Said, Says, Standing};
use office::Pack;
use office::organisations::Titles;
use rights::Ground;
use web::Shell;
use words::{Date, EntryKind};

/// What one organisation reads of a client, and why.
pub struct Sharing {
    /// Its short name.
    pub id: String,
    /// The name people read.
    pub title: String,
    /// The number of its colour.
    pub hue: usize,
    /// Whether it keeps a record of the client.
    pub keeps: bool,
    /// Whether one of its people sits in the client's case team.
    pub team: bool,
    /// What it reads without being asked: the word of the ground, and the kinds in words.
    pub grounds: Vec<(&'static str, String)>,
    /// What is the client's to say.
    pub switches: Vec<Switch>,
}

/// An organisation a page of sharing speaks of.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Reading {
    /// Its short name.
    pub id: String,
    /// Whether it keeps a record of the client.
    pub keeps: bool,
    /// Whether one of its people sits in the client's case team.
    pub team: bool,
}

/// One kind of entry that is the client's to share or not.
pub struct Switch {
    /// The kind's word.
    pub kind: &'static str,
    /// Whether it is shared now.
    pub shares: bool,
    /// Since when, or since when no longer; none when nothing was ever said.
    pub since: Option<Date>,
    /// Until when, while it is shared.
    pub until: Option<Date>,
    /// Whether a consent ended by itself.
    pub ended: bool,
}

fn switch(kind: EntryKind, last: Option<&Standing>) -> Switch {
    let ends = |said: &Said| said.ends_at.map(words::Time::date);
    let ended = last.is_some_and(|one| !one.shares && one.said.says == Says::Given);
    let since = last.and_then(|one| if ended { ends(&one.said) } else { Some(one.said.said_at.date()) });
    let until = last.filter(|one| one.shares).and_then(|one| ends(&one.said));
    Switch { kind: kind.word(), shares: last.is_some_and(|one| one.shares), since, until, ended }
}

/// What each of these organisations reads: those that read something unasked first.
#[must_use]
pub fn sharings(shell: &Shell, pack: &Pack, titles: &Titles, organisations: &[Reading], standing: &[Standing]) -> Vec<Sharing> {
    let mut sharings = Vec::new();
    for Reading { id, keeps, team } in organisations {
        let Some(organisation) = titles.get(id) else { continue };
        let reads: Vec<(EntryKind, Ground)> = pack.grounds.reads(&organisation.kind).collect();
        let mut grounds = Vec::new();
        for ground in [Ground::Law, Ground::PublicTask, Ground::Contract] {
            let kinds: Vec<String> =
                reads.iter().filter(|(_, of)| *of == ground).map(|(kind, _)| shell.word("sharing-kind", kind.word())).collect();
            if !kinds.is_empty() && (*keeps || *team) {
                grounds.push((ground.word(), shell.list(&kinds)));
            }
        }
        let last = |kind: EntryKind| standing.iter().find(|one| one.said.organisation == *id && one.said.kind == kind);
        let asked = reads.iter().filter(|(_, ground)| *ground == Ground::Consent);
        sharings.push(Sharing {
            id: id.clone(),
            title: titles.title(id).to_owned(),
            hue: titles.hue(id),
            keeps: *keeps,
            team: *team,
            grounds,
            switches: asked.map(|(kind, _)| switch(*kind, last(*kind))).collect(),
        });
    }
    sharings.sort_by_key(|sharing| (!sharing.keeps && !sharing.team, sharing.switches.is_empty()));
    sharings
}
