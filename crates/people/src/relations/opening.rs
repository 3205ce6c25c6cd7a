//! Opening a file: decided and logged before anything of it is read.

use super::case_of;
use db::Tx;
use office::{App, Problem, Visitor};
use rights::{Act, Case, Grant, Permit};
use words::Id;

/// A file that is open for one answer.
pub struct Opened {
    /// The client that stands for the one asked about.
    pub client: Id,
    /// What the rules were told.
    pub case: Case,
    /// The permit.
    pub permit: Permit,
    /// Where to read what is shown.
    pub tx: Tx,
}

/// Opens the file of a client, however old the id, to do `act`. `parts` says what of it is shown, given the case; `door` may answer
/// instead of a refusal. The line of the access log is written before anything is read.
///
/// # Errors
/// [`Problem::NotFound`] when the rules refuse, which is logged; what the database says.
pub async fn open(
    app: &App, visitor: &Visitor, (client, act): (Id, Act), parts: impl Fn(&Case) -> String, door: impl Fn(&Case) -> Option<Problem>,
) -> Result<Opened, Problem> {
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
    Ok(Opened { client: case.client, case, permit, tx: app.db.read().await? })
}

/// The case of a client and the right to do `act` to them, for whoever is about to write something; the line of the access log is written with it. A
/// refusal is logged at once.
///
/// # Errors
/// [`Problem::NotFound`] when the id is none or the rules refuse; what the database says.
pub async fn granted(app: &App, visitor: &Visitor, (client, act): (&str, Act)) -> Result<(Case, Grant), Problem> {
    let client: Id = client.parse().map_err(|_| Problem::NotFound)?;
    let case = case_of(app, visitor, client).await?;
    match app.decide_case(&visitor.who, act, &case) {
        Ok(grant) => Ok((case, grant)),
        Err(refusal) => {
            app.log.refuse(&app.db, app.clock.now(), &visitor.who, act, Some(case.client), &refusal).await?;
            Err(refusal.into())
        }
    }
}

/// What is shown of a file, for the log: `what`, what of it stands on the client's consent, and what was released for a time.
#[must_use]
pub fn with_consents(what: &str, case: &Case) -> String {
    let mut parts = what.to_owned();
    for (why, kinds) in [("by consent", &case.consents), ("by release", &case.released)] {
        if !kinds.is_empty() {
            let kinds: Vec<&str> = kinds.iter().map(|kind| kind.word()).collect();
            parts += &format!("; {why}: {}", kinds.join(", "));
        }
    }
    parts
}
