//! What people decide: same, two, unlink, split, dispute, withdraw, protect, take back. Each moves whole records between
//! clients and nothing else; about somebody protected it waits for a second person.

use super::store::{self, Link, PairDecision};
use super::writing::entry;
use super::{Evidence, arriving, take_back};
use crate::decisions::{self, Decision, Dispute, Kind, Wish, Withdrawal};
use crate::questions::{self, Answer, Asking, Question};
use crate::records;
use db::{DbError, Tx};
use history::entries;
use office::{App, Problem};
use rights::Permit;
use std::collections::HashMap;
use words::{Band, Date, Id, Time};

/// What became of a wish.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Decided {
    /// It is done; this is the decision, for taking it back.
    Done(Id),
    /// It waits for a second person; this is the question they are asked.
    Waits(Id),
}

/// A decision under way: what every part of it shares.
pub(super) struct Deciding<'a> {
    pub app: &'a App,
    pub permit: &'a Permit,
    pub decision: Decision,
}

/// Who decides, and why.
struct Deciders<'a> {
    author: Id,
    second: Option<Id>,
    reason: &'a str,
}

impl Deciding<'_> {
    /// The decision's id.
    pub(super) fn id(&self) -> Id {
        self.decision.id
    }

    /// When it is made.
    pub(super) fn now(&self) -> Time {
        self.decision.decided_at
    }

    /// Moves records to a client, each by a decision of its own under the shared id, and tells the history.
    pub(super) async fn relocate(&self, tx: &mut Tx, records: &[Id], client: Id, what: &str) -> Result<(), DbError> {
        let links: Vec<Link> = records.iter().map(|record| self.link(*record, client)).collect();
        store::add_links(tx, self.permit, &links).await?;
        self.tell(tx, &links, what).await
    }

    /// Tells the history what became of these records.
    pub(super) async fn tell(&self, tx: &mut Tx, links: &[Link], what: &str) -> Result<(), DbError> {
        let ids: Vec<Id> = links.iter().map(|link| link.record).collect();
        let versions = records::of_records(tx, self.permit, &ids, self.now()).await?;
        let organisations: HashMap<Id, String> = versions.into_iter().map(|v| (v.record, v.organisation)).collect();
        let told = links.iter().map(|link| {
            let organisation = organisations.get(&link.record).map_or("", String::as_str);
            entry(self.app, link, organisation, what)
        });
        entries::tell(tx, self.permit, told.collect()).await
    }

    /// This decision about one record.
    pub(super) fn link(&self, record: Id, client: Id) -> Link {
        let Decision { id, author, reason, decided_at, .. } = &self.decision;
        let (reason, decided_at) = (reason.clone(), *decided_at);
        Link { record, id: *id, client, band: Band::Same, bits: None, evidence: Evidence::default(), author: Some(*author), reason, decided_at }
    }

    fn pair(&self, a: Id, b: Id, verdict: &str) -> PairDecision {
        let Decision { id, author, decided_at, .. } = &self.decision;
        PairDecision { a, b, id: *id, verdict: verdict.to_owned(), author: *author, decided_at: *decided_at }
    }
}

/// Does what is wished, or, when it concerns somebody protected, asks a second person first. Withdrawing and protecting
/// do not wait: they hide. Naming somebody further who may see a protected file does.
///
/// # Errors
/// [`Problem::NotFound`] when a record or a decision is not there, [`Problem::Unfit`] when it cannot be so,
/// [`Problem::Already`] when somebody else was faster.
pub async fn decide(tx: &mut Tx, app: &App, permit: &Permit, wish: &Wish, reason: &str) -> Result<Decided, Problem> {
    let author = permit.who().user;
    let deciders = Deciders { author, second: None, reason };
    let records = concerned(tx, permit, wish).await?;
    let Some(a) = records.first().copied() else { return Err(Problem::NotFound) };
    let standing = guards(tx, permit, &records).await?;
    let hides = match wish {
        Wish::Withdraw { .. } => true,
        Wish::Protect { readers, .. } => readers.iter().all(|reader| standing.iter().any(|named| named.contains(reader))),
        _ => false,
    };
    if hides || standing.is_empty() {
        return Ok(Decided::Done(carry_out(tx, app, permit, wish, deciders).await?));
    }
    Ok(Decided::Waits(wait_for_second(tx, app, permit, (a, records.get(1).copied()), wish, reason).await?))
}

/// Who may see the protected people whom these records are about, or may be about; one list for each protection.
async fn guards(tx: &mut Tx, permit: &Permit, records: &[Id]) -> Result<Vec<Vec<Id>>, DbError> {
    let mut guards: Vec<Vec<Id>> = decisions::protections_with(tx, permit, records).await?.into_iter().map(|(_, named)| named).collect();
    let clients = store::clients_with(tx, permit, records).await?;
    guards.extend(decisions::held(tx, &clients).await?.into_values());
    Ok(guards)
}

/// Asks a second person whether a wish is to be done. Gives the question.
async fn wait_for_second(
    tx: &mut Tx, app: &App, permit: &Permit, (a, b): (Id, Option<Id>), wish: &Wish, reason: &str,
) -> Result<Id, DbError> {
    let (id, asked_at) = (app.clock.id(), app.clock.now());
    let question = Question {
        id, kind: Asking::Second, a, b, wish: Some(wish.clone()), asked_of: None, organisation: None,
        author: permit.who().user, reason: reason.to_owned(), asked_at, answer: None,
    };
    questions::ask(tx, permit, &question).await?;
    Ok(id)
}

/// A new record is none of the people these records are of, says whoever makes it: it stays apart from every record of theirs, or it
/// would draw those to itself that happen to be more like it. That it is nobody protected waits for a second person, like
/// everything about them.
///
/// # Errors
/// What the database says.
pub async fn keep_apart(tx: &mut Tx, app: &App, permit: &Permit, record: Id, others: &[Id], reason: &str) -> Result<(), Problem> {
    let mut apart = Vec::new();
    for other in others.iter().copied() {
        if guards(tx, permit, &[other]).await?.is_empty() {
            let client = client_of(tx, other).await?;
            let theirs = super::members(tx, permit, &[client]).await?;
            apart.extend(theirs.into_iter().map(|member| member.record));
        } else {
            let wish = Wish::Different { a: record, b: other };
            wait_for_second(tx, app, permit, (record, Some(other)), &wish, reason).await?;
        }
    }
    if apart.is_empty() {
        return Ok(());
    }
    let decision = Decision {
        id: app.clock.id(), kind: Kind::Different, author: permit.who().user, second: None, reason: reason.to_owned(), takes_back: None,
        decided_at: app.clock.now(), gone: None,
    };
    let deciding = Deciding { app, permit, decision };
    let pairs = apart.iter().map(|other| deciding.pair(record, *other, "different")).collect();
    store::add_pairs(tx, permit, pairs).await?;
    Ok(decisions::add(tx, permit, &deciding.decision).await?)
}

/// A second person says whether what waits for them is to be done. Gives the decision, when it is.
///
/// # Errors
/// [`Problem::NotFound`] for whoever proposed it; [`Problem::Already`] when it has been answered or cannot be done any more.
pub async fn second(tx: &mut Tx, app: &App, permit: &Permit, question: Id, agreed: bool, reason: &str) -> Result<Option<Id>, Problem> {
    let asked = questions::get(tx, permit, question).await?;
    let me = permit.who().user;
    let Some(wish) = asked.wish.filter(|_| asked.kind == Asking::Second && asked.author != me) else { return Err(Problem::NotFound) };
    let verdict = if agreed { "agreed" } else { "refused" };
    let answer = Answer { verdict: verdict.to_owned(), author: me, reason: reason.to_owned(), at: app.clock.now() };
    questions::give(tx, permit, question, &answer).await?;
    if !agreed {
        return Ok(None);
    }
    let deciders = Deciders { author: asked.author, second: Some(me), reason: &asked.reason };
    carry_out(tx, app, permit, &wish, deciders).await.map(Some)
}

/// The records a wish is about.
async fn concerned(tx: &mut Tx, permit: &Permit, wish: &Wish) -> Result<Vec<Id>, Problem> {
    Ok(match wish {
        Wish::Same { a, b } | Wish::Different { a, b } => vec![*a, *b],
        Wish::Unlink { record } | Wish::Dispute { record, .. } | Wish::Withdraw { record } => vec![*record],
        Wish::Split { records, .. } => records.clone(),
        Wish::Protect { client, .. } => store::records_of(tx, *client).await?,
        Wish::TakeBack { decision } => decisions::records_of(tx, permit, *decision).await?,
    })
}

async fn carry_out(tx: &mut Tx, app: &App, permit: &Permit, wish: &Wish, deciders: Deciders<'_>) -> Result<Id, Problem> {
    let Deciders { author, second, reason } = deciders;
    let takes_back = if let Wish::TakeBack { decision } = wish { Some(*decision) } else { None };
    let decision = Decision {
        id: app.clock.id(), kind: wish.kind(), author, second, reason: reason.to_owned(), takes_back, decided_at: app.clock.now(), gone: None,
    };
    let deciding = Deciding { app, permit, decision };
    let mut changed = match wish {
        // It says something else to linkage, as if it had come anew.
        Wish::Dispute { record, .. } => vec![*record],
        _ => Vec::new(),
    };
    match wish {
        Wish::Same { a, b } => same(tx, &deciding, *a, *b).await?,
        Wish::Different { a, b } => different(tx, &deciding, *a, *b).await?,
        Wish::Unlink { record } => {
            let client = client_of(tx, *record).await?;
            take_out(tx, &deciding, client, &[*record], &[]).await?;
        }
        Wish::Split { client, records, entries } => take_out(tx, &deciding, *client, records, entries).await?,
        Wish::Dispute { record, field } => dispute(tx, &deciding, *record, field).await?,
        Wish::Withdraw { record } => withdraw(tx, &deciding, *record).await?,
        Wish::Protect { client, readers } => protect(tx, &deciding, *client, readers).await?,
        Wish::TakeBack { decision } => changed = take_back::undo(tx, &deciding, *decision).await?,
    }
    decisions::add(tx, permit, &deciding.decision).await?;
    arriving::arrive(tx, app, permit, &changed).await?;
    Ok(deciding.id())
}

/// Two records are one person: their clients become one, under the id of the one with more records. Where somebody said before that
/// records of the one are nobody of the other, the newer word stands instead, or the next linking would part them again.
async fn same(tx: &mut Tx, deciding: &Deciding<'_>, a: Id, b: Id) -> Result<(), Problem> {
    let (one, other) = (client_of(tx, a).await?, client_of(tx, b).await?);
    let mut pairs = vec![deciding.pair(a, b, "same")];
    if one != other {
        let (ones, others) = (store::records_of(tx, one).await?, store::records_of(tx, other).await?);
        let across = |said: &PairDecision| ones.contains(&said.a) != ones.contains(&said.b) && (others.contains(&said.a) || others.contains(&said.b));
        let mut apart = store::pair_decisions_of(tx, deciding.permit, &ones).await?;
        apart.retain(|said| said.verdict == "different" && across(said) && (said.a, said.b) != store::in_order(a, b));
        pairs.extend(apart.iter().map(|said| deciding.pair(said.a, said.b, "same")));
        // Ids sort by time, so of equal ones the older stays.
        let one_stays = (ones.len(), std::cmp::Reverse(one)) >= (others.len(), std::cmp::Reverse(other));
        let (stays, goes, moving) = if one_stays { (one, other, others) } else { (other, one, ones) };
        deciding.relocate(tx, &moving, stays, "linked").await?;
        store::set_became(tx, deciding.permit, goes, Some(stays)).await?;
    }
    Ok(store::add_pairs(tx, deciding.permit, pairs).await?)
}

/// Two records are two people and stay apart whatever linkage says later.
async fn different(tx: &mut Tx, deciding: &Deciding<'_>, a: Id, b: Id) -> Result<(), Problem> {
    if client_of(tx, a).await? == client_of(tx, b).await? {
        return Err(Problem::Unfit("links-one-client-now"));
    }
    Ok(store::add_pairs(tx, deciding.permit, vec![deciding.pair(a, b, "different")]).await?)
}

/// Takes records out of a client: together they become a client of their own, and stay apart from every record left behind.
/// The entries named go with them.
async fn take_out(tx: &mut Tx, deciding: &Deciding<'_>, client: Id, records: &[Id], told: &[Id]) -> Result<(), Problem> {
    let (app, permit) = (deciding.app, deciding.permit);
    let (client, clients) = store::clients_of(tx, client).await?;
    let all = store::records_of(tx, client).await?;
    if records.is_empty() || !records.iter().all(|record| all.contains(record)) {
        return Err(Problem::Already);
    }
    let rest: Vec<Id> = all.into_iter().filter(|record| !records.contains(record)).collect();
    if rest.is_empty() {
        return Err(Problem::Unfit("links-all-records"));
    }
    let pairs = records.iter().flat_map(|goes| rest.iter().map(|stays| deciding.pair(*goes, *stays, "different")));
    store::add_pairs(tx, permit, pairs.collect()).await?;
    let alone = app.clock.id();
    store::add_clients(tx, permit, &[alone], deciding.now()).await?;
    deciding.relocate(tx, records, alone, "unlinked").await?;
    if !told.is_empty() {
        let about = entries::of_subjects(tx, permit, &clients, deciding.now()).await?;
        let moving: Vec<(Id, Id)> = about.iter().filter(|entry| told.contains(&entry.id)).map(|entry| (entry.subject, entry.id)).collect();
        entries::move_to(tx, permit, &moving, alone, deciding.id(), deciding.now()).await?;
    }
    Ok(())
}

/// What a record says in a field is probably somebody else's: linking ignores it, and the organisation is asked. The record
/// stays as it is.
async fn dispute(tx: &mut Tx, deciding: &Deciding<'_>, record: Id, field: &str) -> Result<(), Problem> {
    let permit = deciding.permit;
    let version = records::newest(records::of_records(tx, permit, &[record], deciding.now()).await?).into_iter().next().ok_or(Problem::NotFound)?;
    let value = version.said.get(field).ok_or(Problem::NotFound)?.to_owned();
    if decisions::disputes(tx, permit).await?.iter().any(|known| known.record == record && known.field == field && known.value == value) {
        return Err(Problem::Already);
    }
    // One decision asks one question: under one id, so that taking the one back settles the other.
    let (id, asked_at) = (deciding.id(), deciding.now());
    let fact = Dispute { record, decision: deciding.id(), field: field.to_owned(), value };
    decisions::dispute(tx, permit, &fact).await?;
    let wish = Some(Wish::Dispute { record, field: field.to_owned() });
    let Decision { author, reason, .. } = deciding.decision.clone();
    let organisation = Some(version.organisation);
    let question = Question { id, kind: Asking::Correction, a: record, b: None, wish, asked_of: None, organisation, author, reason, asked_at, answer: None };
    Ok(questions::ask(tx, permit, &question).await?)
}

/// A source has taken a record away: it is in no client and in no search until the source sends it again.
async fn withdraw(tx: &mut Tx, deciding: &Deciding<'_>, record: Id) -> Result<(), Problem> {
    let client = client_of(tx, record).await?;
    decisions::withdraw(tx, deciding.permit, record, deciding.id()).await?;
    store::drop_current(tx, deciding.permit, record).await?;
    Ok(deciding.tell(tx, &[deciding.link(record, client)], "withdrawn").await?)
}

/// Takes these records away because a file of their own source says that they are gone. Those taken away already stay so.
///
/// # Errors
/// What the database says.
pub async fn gone_at_source(tx: &mut Tx, app: &App, permit: &Permit, records: &[Id]) -> Result<usize, DbError> {
    let mut gone = 0;
    for (record, ..) in store::current_of(tx, records).await? {
        let deciders = Deciders { author: permit.who().user, second: None, reason: decisions::BY_ITS_SOURCE };
        match carry_out(tx, app, permit, &Wish::Withdraw { record }, deciders).await {
            Ok(_) => gone += 1,
            Err(Problem::NotFound | Problem::Already) => {}
            Err(problem) => return Err(DbError::Schema(format!("{problem:?}"))),
        }
    }
    Ok(gone)
}

/// Takes records back that were taken away and that their source has sent again since, as of these days. One that a file took
/// away is back when a later file has it; one that a person took away only when it says something else than before
/// (`changed`), because a file that repeats what was sent by mistake repeats the mistake. Gives those that are back; they are
/// to be linked as if they had come anew.
///
/// # Errors
/// What the database says.
pub async fn sent_again(tx: &mut Tx, app: &App, permit: &Permit, sent: &[(Id, Date, bool)]) -> Result<Vec<Id>, DbError> {
    let records: Vec<Id> = sent.iter().map(|(record, ..)| *record).collect();
    let mut back = Vec::new();
    for Withdrawal { record, decision, reason, decided_at } in decisions::withdrawals(tx, permit, &records).await? {
        let counts = |(sent, on, changed): &&(Id, Date, bool)| {
            *sent == record && *on >= decided_at.date() && (*changed || reason == decisions::BY_ITS_SOURCE)
        };
        if !sent.iter().any(|one| counts(&one)) {
            continue;
        }
        let again = Decision {
            id: app.clock.id(), kind: Kind::TakenBack, author: permit.who().user, second: None, reason: decisions::SENT_AGAIN.to_owned(),
            takes_back: Some(decision), decided_at: app.clock.now(), gone: None,
        };
        let deciding = Deciding { app, permit, decision: again };
        take_back::return_if_it_stands(tx, &deciding, record).await?;
        decisions::add(tx, permit, &deciding.decision).await?;
        back.push(record);
    }
    Ok(back)
}

/// Hides a client's records from ordinary search. Who may still see them replaces what was said of it before.
async fn protect(tx: &mut Tx, deciding: &Deciding<'_>, client: Id, readers: &[Id]) -> Result<(), Problem> {
    let permit = deciding.permit;
    let (standing, _) = store::clients_of(tx, client).await?;
    let mut records = store::records_of(tx, standing).await?;
    for (before, _) in decisions::protections_with(tx, permit, &records).await? {
        records.extend(decisions::records_of(tx, permit, before).await?);
        let replaced = Decision { id: deciding.app.clock.id(), kind: Kind::TakenBack, takes_back: Some(before), ..deciding.decision.clone() };
        decisions::add(tx, permit, &replaced).await?;
    }
    records.sort_unstable();
    records.dedup();
    Ok(decisions::protect(tx, permit, &records, deciding.id(), readers).await?)
}

pub(super) async fn client_of(tx: &mut Tx, record: Id) -> Result<Id, Problem> {
    let found = store::current_of(tx, &[record]).await?;
    found.first().map(|(_, client, _)| *client).ok_or(Problem::NotFound)
}
