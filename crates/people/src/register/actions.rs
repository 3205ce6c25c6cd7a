//! Registering: a record of one's own organisation, linked in the transaction that makes it.

use crate::decisions::SEEN_AT_REGISTRATION;
use crate::links;
use crate::records::{self, Incoming, Said};
use crate::relations;
use office::{App, Problem, Visitor};
use rights::Act;
use words::Id;

/// Makes a record of the visitor's organisation and links it. `others` are records of people whom the visitor has seen and says
/// are not this one: they stay apart. Gives the client.
pub(super) async fn register(app: &App, visitor: &Visitor, said: Said, others: &[Id]) -> Result<Id, Problem> {
    let now = app.clock.now();
    let organisation = visitor.who.organisation.as_str();
    let mut tx = links::begin(app).await?;
    let permit = app.log.permit(&mut tx, now, app.decide(&visitor.who, Act::RegisterClient, None)?, "registration").await?;
    let key = format!("T-{}", app.clock.id());
    let incoming = Incoming { key, said, observed: now.date() };
    let received = records::receive(&mut tx, &permit, &app.clock, (organisation, app.clock.id()), vec![incoming]).await?;
    let Some((record, _)) = received.first().copied() else { return Err(Problem::Broken) };
    records::registered(&mut tx, &permit, record).await?;
    if !others.is_empty() {
        links::keep_apart(&mut tx, app, &permit, record, others, SEEN_AT_REGISTRATION).await?;
    }
    links::arrive(&mut tx, app, &permit, &[record]).await?;
    let mut client = links::client_of(&mut tx, &permit, record).await?;
    let together = match client {
        Some(client) => links::members(&mut tx, &permit, &[client]).await?.len(),
        None => 1,
    };
    // Whoever takes somebody new in is their counsellor until a manager says otherwise. Somebody who turns out to be known already
    // keeps the counsellor they have: a form must not open a history to whoever fills it in.
    if together == 1 {
        relations::assign(&mut tx, &permit, &[(record, app.clock.id())], visitor.who.user, now).await?;
    }
    tx.commit().await?;
    if client.is_none() {
        // The first record of all has nobody to be compared with: everybody is linked for the first time.
        links::link_as_due(app, &permit, |_, _| {}).await?;
        client = links::client_of(&mut app.db.read().await?, &permit, record).await?;
    }
    let client = client.ok_or(Problem::Broken)?;
    let mut tx = app.db.write().await?;
    let grant = app.decide(&visitor.who, Act::RegisterClient, Some(client))?;
    app.log.permit(&mut tx, app.clock.now(), grant, &format!("registered as record {record}")).await?;
    tx.commit().await?;
    Ok(client)
}
