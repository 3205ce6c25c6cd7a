//! The SQL of search.

use super::query::{Query, Term};
use super::rank::{self, Found};
use super::tokens;
use crate::records::{self, Said};
use db::{DbError, Sql, Statement, Tx, Value};
use rights::Permit;
use std::collections::{BTreeMap, BTreeSet, HashMap};
use words::{Id, Time};

const ADD_TOKENS: Sql = Sql::both("insert into record_token (token, record_id) values {rows} on conflict do nothing");
const ADD_VARIANTS: Sql = Sql::both("insert into token_variant (variant, token) values {rows} on conflict do nothing");
const NEW_TOKENS: Sql = Sql::both("select distinct token from token_variant where variant = token and token in ({list})");
const SPELT: Sql = Sql::both("select distinct token from token_variant where variant in ({list})");
const BEGINNING: Sql = Sql::both(
    "select distinct token from record_token where token >= $1 and token < $2 order by token limit 40",
);
const CLIENTS: Sql = Sql::both(
    "select t.token, l.client_id, l.record_id from record_token t join current_link l on l.record_id = t.record_id
      where t.token in ({list})",
);
const TOKENS_OF: Sql = Sql::both(
    "select l.client_id, l.record_id, t.token from current_link l join record_token t on t.record_id = l.record_id
      where l.client_id in ({list})",
);

/// So many people are weighed with care; further ones share fewer of the words that were typed.
const WEIGHED: usize = 60;

/// The statements of this room, for the test that prepares them on both engines.
#[must_use]
pub fn statements() -> Vec<Statement> {
    vec![
        ("token add", &ADD_TOKENS), ("variant add", &ADD_VARIANTS), ("token new", &NEW_TOKENS), ("token spelt", &SPELT),
        ("token beginning", &BEGINNING), ("token clients", &CLIENTS), ("token of clients", &TOKENS_OF),
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

/// The people a query finds, best first, at most `count`. The permit is for searching; each person shown needs one of
/// their own besides.
///
/// # Errors
/// What the database says.
pub async fn find(tx: &mut Tx, permit: &Permit, query: &Query, count: usize, now: Time) -> Result<Vec<Found>, DbError> {
    let candidates = candidates(tx, query).await?;
    let mut tokens_of: HashMap<Id, BTreeSet<String>> = HashMap::new();
    let mut records_of: BTreeMap<Id, BTreeSet<Id>> = BTreeMap::new();
    let list = candidates.iter().map(Value::from).collect();
    for row in tx.all_in(&TOKENS_OF, vec![], list).await? {
        let client = row.id("client_id")?;
        tokens_of.entry(client).or_default().insert(row.text("token")?.to_owned());
        records_of.entry(client).or_default().insert(row.id("record_id")?);
    }
    let weighed = records_of.keys().filter_map(|client| {
        let tokens = tokens_of.get(client)?;
        rank::weigh(query, *client, Vec::new(), tokens)
    });
    let mut found: Vec<Found> = weighed.collect();
    found.sort_by(|a, b| b.score.total_cmp(&a.score).then(a.client.cmp(&b.client)));
    found.truncate(count);
    for person in &mut found {
        let records: Vec<Id> = records_of.get(&person.client).into_iter().flatten().copied().collect();
        person.records = records::newest(records::of_records(tx, permit, &records, now).await?);
    }
    Ok(found)
}

/// The clients that share most of what was typed.
async fn candidates(tx: &mut Tx, query: &Query) -> Result<Vec<Id>, DbError> {
    let mut weight: HashMap<Id, f64> = HashMap::new();
    let names = query.terms.iter().any(|term| matches!(term, Term::Name(_)));
    for term in &query.terms {
        // A year alone fits thousands; beside a name it is only weighed, not looked up.
        if names && matches!(term, Term::BornIn(_)) {
            continue;
        }
        let fitting = fitting_tokens(tx, term).await?;
        let list = fitting.keys().map(Value::from).collect();
        let mut best: HashMap<Id, f64> = HashMap::new();
        for row in tx.all_in(&CLIENTS, vec![], list).await? {
            let fit = fitting.get(row.text("token")?).copied().unwrap_or(0.0);
            let known = best.entry(row.id("client_id")?).or_insert(0.0);
            *known = known.max(fit);
        }
        for (client, fit) in best {
            *weight.entry(client).or_insert(0.0) += fit;
        }
    }
    let mut ranked: Vec<(Id, f64)> = weight.into_iter().collect();
    ranked.sort_by(|a, b| b.1.total_cmp(&a.1).then(a.0.cmp(&b.0)));
    ranked.truncate(WEIGHED);
    Ok(ranked.into_iter().map(|(client, _)| client).collect())
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
