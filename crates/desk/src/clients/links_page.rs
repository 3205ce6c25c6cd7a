//! Why the records of a client are one person, record by record, with what speaks for and against.

use super::{id_in, open};
use askama::Template;
use axum::extract::{Path, State};
use db::DbError;
use office::organisations::Titles;
use office::{App, Problem, Visitor};
use people::decisions::{self, Decision as Decided, Withdrawal};
use people::links::{self, Link};
use people::matches::{Balance, balance};
use people::records::{self, Version};
use people::single_view::{self, SingleView};
use people::relations::Opened;
use rights::Act;
use web::{Page, Shell};
use words::{Band, Date, Id};

#[derive(Template)]
#[template(path = "clients/links.html")]
struct LinksPage<'a> {
    shell: &'a Shell,
    client: Id,
    name: String,
    rows: Vec<Linked>,
    decides: bool,
    protected: bool,
    decisions: Vec<Decision>,
    withdrawn: Vec<Away>,
}

/// A record that its source has taken away.
struct Away {
    name: String,
    organisation: String,
    hue: usize,
    key: String,
    on: Date,
    reason: String,
    decision: Id,
}

/// A record and why it belongs here.
struct Linked {
    record: Id,
    name: String,
    organisation: String,
    hue: usize,
    key: String,
    since: Date,
    by_person: bool,
    reason: Option<String>,
    /// The record it was compared with, for the sentence.
    with: Option<String>,
    certainty: Option<&'static str>,
    balance: Option<Balance>,
}

/// Something a person decided about this client's records that can be taken back.
struct Decision {
    id: Id,
    what: String,
    on: Date,
    reason: String,
}

pub(super) async fn show(State(app): State<App>, visitor: Visitor, Path(client): Path<String>) -> Result<Page, Problem> {
    let Opened { client, permit, mut tx, .. } = open(&app, &visitor, id_in(&client)?, Act::SeeLinks, "identity and links of every record").await?;
    let now = app.clock.now();
    let (_, clients) = links::clients_of(&mut tx, client).await?;
    let gone = links::withdrawn_from(&mut tx, &permit, &clients).await?;
    let view = match single_view::of_client(&mut tx, &permit, &app.pack, client, now).await {
        // All its records have been taken away: the page is still where that is taken back.
        Err(DbError::NotFound) if !gone.is_empty() => SingleView { client, clients, links: Vec::new(), records: Vec::new(), fields: Vec::new() },
        view => view?,
    };
    let ids: Vec<Id> = gone.iter().map(|one| one.record).collect();
    let away = records::newest(records::of_records(&mut tx, &permit, &ids, now).await?);
    let titles = Titles::load(&mut tx).await?.for_reader(&permit, &visitor.shell);
    let decides = app.role_may(visitor.who.role, Act::DecideMatch);
    let protected = decides && decisions::protected(&mut tx, &[client]).await?.contains_key(&client);
    let records: Vec<Id> = view.records.iter().map(|version| version.record).collect();
    let said = decisions::about(&mut tx, &permit, &records).await?;
    let shell = &visitor.shell;
    let find = |record: Id| view.records.iter().find(|version| version.record == record);
    let rows = view.links.iter().filter_map(|link| Some(linked(shell, &titles, (find(link.record)?, link), &view, &said)));
    let page = Page::of(&LinksPage {
        shell,
        client,
        name: view.name(),
        rows: rows.collect(),
        decides,
        decisions: if decides { decisions_of(shell, said) } else { Vec::new() },
        protected,
        withdrawn: gone.iter().filter_map(|one| Some(left(shell, &titles, one, away.iter().find(|version| version.record == one.record)?))).collect(),
    });
    Ok(page)
}

fn linked(shell: &Shell, titles: &Titles, (version, link): (&Version, &Link), view: &SingleView, said: &[Decided]) -> Linked {
    let why = said.iter().find(|decision| decision.id == link.id).map(|decision| decision.reason.as_str());
    let with = link.evidence.with.and_then(|with| view.records.iter().find(|v| v.record == with));
    let with = with.map(|v| shell.with2("links-with", &v.said.display_name().unwrap_or_default(), titles.title(&v.organisation)));
    Linked {
        record: version.record,
        name: version.said.display_name().unwrap_or_default(),
        organisation: titles.title(&version.organisation).to_owned(),
        hue: titles.hue(&version.organisation),
        key: if titles.masks(&version.organisation) { String::new() } else { version.source_key.clone() },
        since: link.decided_at.date(),
        by_person: link.author.is_some(),
        reason: why.filter(|why| link.author.is_some() && !why.is_empty()).map(|why| decisions::reason_shown(shell, why)),
        certainty: (link.band == Band::Same && link.author.is_none()).then(|| certainty(link.bits.unwrap_or(0.0))),
        balance: with.is_some().then(|| balance(shell, &link.evidence)),
        with,
    }
}

fn left(shell: &Shell, titles: &Titles, gone: &Withdrawal, version: &Version) -> Away {
    Away {
        name: version.said.display_name().unwrap_or_default(),
        organisation: titles.title(&version.organisation).to_owned(),
        hue: titles.hue(&version.organisation),
        // What a key looks like can tell whose it is.
        key: if titles.masks(&version.organisation) { String::new() } else { version.source_key.clone() },
        on: gone.decided_at.date(),
        reason: decisions::reason_shown(shell, &gone.reason),
        decision: gone.decision,
    }
}

/// How sure linkage was, in a word of message keys; a bit more than the cut is not yet near certainty.
fn certainty(bits: f64) -> &'static str {
    match bits {
        b if b >= 12.0 => "near-certain",
        b if b >= 6.0 => "very-likely",
        _ => "likely",
    }
}

/// The decisions people made about these records that still hold, the newest first.
fn decisions_of(shell: &Shell, said: Vec<Decided>) -> Vec<Decision> {
    let standing = said.into_iter().filter(|decision| decision.gone.is_none());
    let listed = standing.map(|decision| Decision {
        id: decision.id,
        what: shell.word("links-decision", decision.kind.word()),
        on: decision.decided_at.date(),
        reason: decisions::reason_shown(shell, &decision.reason),
    });
    listed.collect()
}
