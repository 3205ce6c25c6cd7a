//! The SQL of search.

use super::query::{Query, Term};
use super::rank::{self, Found};
use super::tokens;
use crate::decisions;
use crate::records::{self, Said};
use db::{DbError, Row, Sql, Statement, Tx, Value};
use office::organisations;
use rights::{Permit, finds_only_its_own};
use std::collections::{BTreeMap, BTreeSet, HashMap};
use words::{Id, Time};

const ADD_TOKENS: Sql = Sql::both("insert into record_token (token, record_id) values {rows} on conflict do nothing");
const ADD_VARIANTS: Sql = Sql::both("insert into token_variant (variant, token) values {rows} on conflict do nothing");
// Asked by the first column of the key: PostgreSQL does not conclude from the second.
const NEW_TOKENS: Sql = Sql::both("select distinct token from token_variant where variant in ({list}) and token = variant");
const SPELT: Sql = Sql::both("select distinct token from token_variant where variant in ({list})");
const BEGINNING: Sql = Sql::both(
    "select distinct token from record_token where token >= $1 and token < $2 order by token limit 40",
);
const POSTINGS: Sql = Sql::both("select token, count(*) as records from record_token where token in ({list}) group by token");
const CLIENTS: Sql = Sql::both(
    "select l.client_id from record_token t join current_link l on l.record_id = t.record_id where t.token = $1 limit 600",
);
const BOTH: Sql = Sql::both(
    "select distinct l.client_id from record_token a
       join record_token b on b.record_id = a.record_id and b.token = $2
       join current_link l on l.record_id = a.record_id
      where a.token = $1 limit 300",
);
// The same of those alone of whom one organisation keeps a record.
const OWN_CLIENTS: Sql = Sql::both(
    "select l.client_id from record_token t join current_link l on l.record_id = t.record_id
      where t.token = $1 and exists (
            select 1 from current_link k join record r on r.record_id = k.record_id
             where k.client_id = l.client_id and r.organisation_id = $2) limit 600",
);
const OWN_BOTH: Sql = Sql::both(
    "select distinct l.client_id from record_token a
       join record_token b on b.record_id = a.record_id and b.token = $2
       join current_link l on l.record_id = a.record_id
      where a.token = $1 and exists (
            select 1 from current_link k join record r on r.record_id = k.record_id
             where k.client_id = l.client_id and r.organisation_id = $3) limit 300",
);
const TOKENS_OF: Sql = Sql::both(
    "select distinct l.client_id, t.token from current_link l join record_token t on t.record_id = l.record_id
      where l.client_id in ({list})",
);

// Numbers at two clients, in the order of the index, from one on.
const SHARED: Sql = Sql::both(
    "select s.token from record_token s join current_link m on m.record_id = s.record_id
      where s.token > $1 and s.token < '$' group by s.token having count(distinct m.client_id) > 1 order by s.token limit $2",
);
const HOLDERS: Sql = Sql::both(
    "select t.token, t.record_id, l.client_id from record_token t join current_link l on l.record_id = t.record_id where t.token in ({list})",
);

/// So many people are weighed with care; further ones share fewer of the words that were typed.
const WEIGHED: usize = 250;
/// When even the rarest word leads to more records than this, those with two of the words are looked for first.
const FOLLOWED: i64 = 400;

const ALONE: Sql = Sql::both(
    "select distinct token from record_token t where t.record_id in ({list})
        and not exists (select 1 from record_token o where o.token = t.token and o.record_id not in ({list}))",
);
const FORGET_VARIANTS: Sql = Sql::both("delete from token_variant where token = $1 and variant in ({list})");
const FORGET_TOKENS: Sql = Sql::both("delete from record_token where record_id in ({list})");

/// The statements of this room, for the test that prepares them on both engines.
#[must_use]
pub fn statements() -> Vec<Statement> {
    vec![
        ("token add", &ADD_TOKENS), ("variant add", &ADD_VARIANTS), ("token new", &NEW_TOKENS), ("token spelt", &SPELT),
        ("token beginning", &BEGINNING), ("token postings", &POSTINGS), ("token clients", &CLIENTS), ("token both", &BOTH), ("token own clients", &OWN_CLIENTS), ("token own both", &OWN_BOTH), ("token of clients", &TOKENS_OF), ("token shared", &SHARED), ("token holders", &HOLDERS),
        ("token alone", &ALONE), ("token forget", &FORGET_TOKENS), ("variant forget", &FORGET_VARIANTS),
    ]
}

/// Makes records findable by everything these versions say. What earlier versions said stays findable: people are
/// looked for by their former names too.
///
/// # Errors
/// What the database says.
pub async fn make_findable(tx: &mut Tx, _permit: &Permit, records: &[(Id, String, Said)]) -> Result<(), DbError> {
    let (mut pairs, mut names) = (Vec::new(), BTreeSet::new());
    for (record, key, said) in records {
        for token in tokens::of_record(key, said) {
            pairs.push(vec![(&token).into(), record.into()]);
            if token.starts_with(char::is_alphanumeric) {
                names.insert(token);
            }
        }
    }
    tx.insert(&ADD_TOKENS, pairs).await?;
    let list = names.iter().map(Value::from).collect();
    for row in tx.all_in(&NEW_TOKENS, vec![], list).await? {
        names.remove(row.text("token")?);
    }
    let spellings = names.iter().flat_map(|token| {
        tokens::variants(token).into_iter().map(move |variant| vec![Value::from(variant), Value::from(token)])
    });
    tx.insert(&ADD_VARIANTS, spellings.collect()).await?;
    Ok(())
}

/// Makes these records findable by nothing any more, and forgets the spellings of words that nobody else bears.
///
/// # Errors
/// What the database says.
pub async fn forget(tx: &mut Tx, _permit: &Permit, records: &[Id]) -> Result<(), DbError> {
    let list: Vec<Value> = records.iter().map(Value::from).collect();
    for row in tx.all_in(&ALONE, vec![], list.clone()).await? {
        let token = row.text("token")?;
        let variants = tokens::variants(token).into_iter().map(Value::from).collect();
        tx.all_in(&FORGET_VARIANTS, vec![token.into()], variants).await?;
    }
    tx.all_in(&FORGET_TOKENS, vec![], list).await?;
    Ok(())
}

/// A record that carries a number which another client carries too.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Holder {
    /// The digits of the number, back to front, with the mark of numbers; see [`number_token`].
    pub token: String,
    /// The record.
    pub record: Id,
    /// Its client.
    pub client: Id,
}

/// The digits of a number as records are found by them; none when there are fewer than four.
#[must_use]
pub fn number_token(number: &str) -> Option<String> {
    tokens::number(number)
}

/// The records that carry a number which another client carries too, phones and identities alike: those of the next `count`
/// numbers after this token, by number. From the first one when it is empty.
///
/// # Errors
/// What the database says.
pub async fn with_shared_numbers(tx: &mut Tx, _permit: &Permit, after: &str, count: i64) -> Result<Vec<Holder>, DbError> {
    let after = if after.is_empty() { tokens::NUMBER } else { after };
    let rows = tx.all(&SHARED, vec![after.into(), count.into()]).await?;
    let shared = rows.iter().map(|row| Ok(row.text("token")?.into())).collect::<Result<Vec<Value>, DbError>>()?;
    let rows = tx.all_in(&HOLDERS, vec![], shared).await?;
    let read = |row: &Row| Ok(Holder { token: row.text("token")?.to_owned(), record: row.id("record_id")?, client: row.id("client_id")? });
    let mut holders = rows.iter().map(read).collect::<Result<Vec<_>, DbError>>()?;
    holders.sort_by(|a, b| (&a.token, a.record).cmp(&(&b.token, b.record)));
    Ok(holders)
}

/// The clients one of whose records carries exactly this number: of a person, a telephone, or their key.
///
/// # Errors
/// What the database says.
pub async fn with_number(tx: &mut Tx, _permit: &Permit, number: &str) -> Result<Vec<Id>, DbError> {
    let Some(token) = tokens::number(number) else { return Ok(Vec::new()) };
    let mut clients: Vec<Id> = tx.all(&CLIENTS, vec![token.into()]).await?.iter().map(|row| row.id("client_id")).collect::<Result<_, _>>()?;
    clients.sort_unstable();
    clients.dedup();
    Ok(clients)
}

/// The people a query finds, best first, at most `count`. The permit is for searching; each person shown needs one of
/// their own besides.
///
/// # Errors
/// What the database says.
pub async fn find(tx: &mut Tx, permit: &Permit, query: &Query, count: usize, now: Time) -> Result<Vec<Found>, DbError> {
    let who = permit.who();
    let service = organisations::is_service(tx, &who.organisation).await?;
    let own = finds_only_its_own(who.role, service).then_some(who.organisation.as_str());
    let mut candidates = candidates(tx, query, own).await?;
    // Before anything is weighed or counted: nothing may tell that there is somebody who is not shown.
    let hidden = decisions::hidden_from(tx, who, &candidates).await?;
    candidates.retain(|client| !hidden.contains(client));
    let mut tokens_of: BTreeMap<Id, BTreeSet<String>> = BTreeMap::new();
    let list = candidates.iter().map(Value::from).collect();
    for row in tx.all_in(&TOKENS_OF, vec![], list).await? {
        tokens_of.entry(row.id("client_id")?).or_default().insert(row.text("token")?.to_owned());
    }
    let weighed = tokens_of.iter().filter_map(|(client, tokens)| rank::weigh(query, *client, Vec::new(), tokens));
    let mut found: Vec<Found> = weighed.collect();
    found.sort_by(|a, b| b.score.total_cmp(&a.score).then(a.client.cmp(&b.client)));
    found.truncate(count);
    let clients: Vec<Id> = found.iter().map(|person| person.client).collect();
    let mut versions = records::newest_of_clients(tx, permit, &clients, now).await?;
    for person in &mut found {
        person.records = versions.remove(&person.client).unwrap_or_default();
    }
    Ok(found)
}

/// The clients worth weighing. The rarest of the words that were typed leads to them; common ones are only weighed, since
/// a first name alone may lead to thousands. Of three or more words one may be wrong, so the two rarest are followed.
/// `own` is the organisation of whose people alone they may be.
async fn candidates(tx: &mut Tx, query: &Query, own: Option<&str>) -> Result<Vec<Id>, DbError> {
    let names = query.terms.iter().any(|term| matches!(term, Term::Name(_)));
    let mut terms = Vec::new();
    for term in &query.terms {
        // A year beside a name fits thousands: it is only weighed.
        if !(names && matches!(term, Term::BornIn(_))) {
            let fitting = fitting_tokens(tx, term).await?;
            terms.push((postings(tx, &fitting).await?, fitting));
        }
    }
    terms.sort_by_key(|(count, _)| *count);
    let mut found: BTreeMap<Id, f64> = BTreeMap::new();
    if let [(fewest, one), (_, other), ..] = terms.as_slice()
        && *fewest > FOLLOWED
    {
        found.extend(with_both(tx, one, other, own).await?.into_iter().map(|client| (client, 2.0)));
    }
    let follow = if terms.len() > 2 { 2 } else { 1 };
    for (_, fitting) in terms.iter().take(follow) {
        for (client, fit) in clients_with(tx, fitting, own).await? {
            *found.entry(client).or_insert(0.0) += fit;
        }
    }
    let mut ranked: Vec<(Id, f64)> = found.into_iter().collect();
    ranked.sort_by(|a, b| b.1.total_cmp(&a.1).then(a.0.cmp(&b.0)));
    ranked.truncate(WEIGHED);
    Ok(ranked.into_iter().map(|(client, _)| client).collect())
}

/// How many records carry any of these tokens.
async fn postings(tx: &mut Tx, fitting: &HashMap<String, f64>) -> Result<i64, DbError> {
    let list = fitting.keys().map(Value::from).collect();
    let rows = tx.all_in(&POSTINGS, vec![], list).await?;
    rows.iter().map(|row| row.int("records")).sum()
}

/// The clients with any of these tokens, the best fitting first; no more than are worth weighing.
async fn clients_with(tx: &mut Tx, fitting: &HashMap<String, f64>, own: Option<&str>) -> Result<HashMap<Id, f64>, DbError> {
    let mut tokens: Vec<(&String, f64)> = fitting.iter().map(|(token, fit)| (token, *fit)).collect();
    tokens.sort_by(|a, b| b.1.total_cmp(&a.1).then(a.0.cmp(b.0)));
    let mut clients: HashMap<Id, f64> = HashMap::new();
    for (token, fit) in tokens {
        if clients.len() >= WEIGHED {
            break;
        }
        let rows = match own {
            Some(organisation) => tx.all(&OWN_CLIENTS, vec![token.into(), organisation.into()]).await?,
            None => tx.all(&CLIENTS, vec![token.into()]).await?,
        };
        for row in rows {
            clients.entry(row.id("client_id")?).or_insert(fit);
        }
    }
    Ok(clients)
}

/// The clients with the best fitting token of each of two terms in one record: for two common names.
async fn with_both(
    tx: &mut Tx, one: &HashMap<String, f64>, other: &HashMap<String, f64>, own: Option<&str>,
) -> Result<Vec<Id>, DbError> {
    let best = |fitting: &HashMap<String, f64>| {
        fitting.iter().max_by(|a, b| a.1.total_cmp(b.1).then(b.0.cmp(a.0))).map(|(token, _)| token.clone())
    };
    let (Some(one), Some(other)) = (best(one), best(other)) else { return Ok(Vec::new()) };
    let rows = match own {
        Some(organisation) => tx.all(&OWN_BOTH, vec![one.into(), other.into(), organisation.into()]).await?,
        None => tx.all(&BOTH, vec![one.into(), other.into()]).await?,
    };
    rows.iter().map(|row| row.id("client_id")).collect()
}

/// The tokens that fit a term, and how well.
async fn fitting_tokens(tx: &mut Tx, term: &Term) -> Result<HashMap<String, f64>, DbError> {
    let mut fitting = HashMap::new();
    let mut beginnings = term.beginning();
    if let Term::Name(typed) = term {
        let spellings = tokens::variants(typed).into_iter().map(Value::from).collect();
        for row in tx.all_in(&SPELT, vec![], spellings).await? {
            let token = row.text("token")?;
            if let Some((fit, _)) = rank::fit(typed, token) {
                fitting.insert(token.to_owned(), fit);
            }
        }
        beginnings.push(typed.clone());
    }
    for beginning in beginnings {
        let end = format!("{beginning}\u{10ffff}");
        for row in tx.all(&BEGINNING, vec![(&beginning).into(), end.into()]).await? {
            fitting.entry(row.text("token")?.to_owned()).or_insert(0.9);
        }
    }
    Ok(fitting)
}

/// The clients one of whose records is called by both of these words, at most 300.
///
/// # Errors
/// What the database says.
pub async fn called(tx: &mut Tx, _permit: &Permit, [one, other]: [&str; 2]) -> Result<Vec<Id>, DbError> {
    tx.all(&BOTH, vec![one.into(), other.into()]).await?.iter().map(|row| row.id("client_id")).collect()
}
