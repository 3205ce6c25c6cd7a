//! Opening a file: decided, logged, and decided once more where nobody can take a right away meanwhile.

use super::cases::case_in;
use super::case_of;
use axum::response::{IntoResponse, Response};
use db::Tx;
use office::{App, Problem, Visitor, sessions};
use rights::{Act, Case, Permit};
use std::sync::{Arc, Mutex};
use words::Id;

/// A file that is open for one answer. As long as it is held, whoever takes a right away waits: it is given to [`hold`] with the answer.
pub struct Opened {
    /// The client that stands for the one asked about.
    pub client: Id,
    /// What the rules were told.
    pub case: Case,
    /// The permit.
    pub permit: Permit,
    /// Where to read what is shown: it sees everything that was taken away before.
    pub tx: Tx,
}

/// Somebody changing rights again and again while one page is opened is no reason to go on for ever.
const TRIES: usize = 4;

/// Opens the file of a client, however old the id, to do `act`. `parts` says what of it is shown, given the case; `door` may answer
/// instead of a refusal.
///
/// The line of the access log is written before anything is read, and the right is looked at again where the answer is read
/// ([`db::Db::disclose`]): between the two it may have been taken away. Then the log says that a file was opened that was not, never
/// the other way round.
///
/// # Errors
/// [`Problem::NotFound`] when the rules refuse, which is logged; what the database says.
pub async fn open(
    app: &App, visitor: &Visitor, (client, act): (Id, Act), parts: impl Fn(&Case) -> String, door: impl Fn(&Case) -> Option<Problem>,
) -> Result<Opened, Problem> {
    for _ in 0..TRIES {
        let case = case_of(app, visitor, client).await?;
        let now = app.clock.now();
        let grant = match app.decide_case(&visitor.who, act, &case) {
            Ok(grant) => grant,
            Err(refusal) => {
                if let Some(problem) = door(&case) {
                    return Err(problem);
                }
                app.log.refuse(&app.db, now, &visitor.who, act, Some(case.client), &refusal).await?;
                return Err(refusal.into());
            }
        };
        let permit = app.log.permit_to_read(&app.db, now, grant, &parts(&case)).await?;
        let mut tx = app.db.disclose().await?;
        if !sessions::still(&mut tx, visitor.session, &visitor.who).await? {
            return Err(Problem::NotFound);
        }
        if case_in(&mut tx, app, visitor, case.client).await? == case {
            return Ok(Opened { client: case.client, case, permit, tx });
        }
    }
    Err(Problem::Already)
}

/// An answer that shows what was read in `tx`: whoever takes a right away waits until the answer has been handed on.
pub fn hold(tx: Tx, answer: impl IntoResponse) -> Response {
    #[derive(Clone)]
    struct Held(#[expect(dead_code, reason = "held for what dropping it does")] Arc<Mutex<Tx>>);
    let mut answer = answer.into_response();
    answer.extensions_mut().insert(Held(Arc::new(Mutex::new(tx))));
    answer
}

/// What is shown of a file, for the log: `what`, and what of it stands on the client's consent.
#[must_use]
pub fn with_consents(what: &str, case: &Case) -> String {
    let kinds: Vec<&str> = case.consents.iter().map(|kind| kind.word()).collect();
    if kinds.is_empty() { what.to_owned() } else { format!("{what}; by consent: {}", kinds.join(", ")) }
}
