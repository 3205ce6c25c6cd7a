//! What the counsellor did before the demo's Monday, sent through the same forms, gate and log as everything after it.

use super::record_of;
use crate::visits::Visit;
use anyhow::{Context, Result, ensure};
use office::App;
use words::{Date, Id, Time};

/// Friday 20 November 2026, 08:30: everything has come in during the night.
pub(super) fn friday_morning() -> Time {
    Date::new(2026, 11, 20).map_or(Time::from_micros(0), |friday| friday.start().plus_seconds(8 * 3600 + 1800))
}

/// Somebody's assessment: what was said of each subject, and the conclusion.
struct Assessed<'a> {
    key: &'a str,
    said: &'a [(&'a str, &'a str)],
    concluded: &'a str,
}

/// Two who were assessed, and one with whom it was begun.
const ASSESSED: [Assessed<'_>; 3] = [
    Assessed {
        key: "ES-0007401",
        said: &[
            ("skills", "own=strength&seen=strength&note=Twelve+years+in+a+bakery%2C+knows+every+machine."),
            ("expectations", "own=fine&seen=small&wish=yes&note=Would+like+the+early+shift%2C+as+before."),
            ("job-search", "own=small&seen=serious&wish=yes&note=Three+applications+since+summer."),
            ("mobility", "own=blocks&seen=blocks&wish=yes&note=No+bus+before+six."),
        ],
        concluded: "goal=known-occupation&track=intensive&summary=Baking+is+the+strength.+Without+a+way+to+the+early+shift+there+is+no+job.",
    },
    Assessed {
        key: "ES-0007501",
        said: &[
            ("skills", "own=small&seen=serious&wish=later&note=The+certificate+from+abroad+is+not+recognised."),
            ("expectations", "own=fine&seen=fine"),
            ("job-search", "own=fine&seen=small&wish=no"),
            ("language", "own=fine&seen=small&wish=yes&note=Understands+everything%2C+writes+little."),
        ],
        concluded: "goal=vocational-qualification&track=basic&summary=First+the+certificate%2C+then+the+search.",
    },
    Assessed { key: "ES-0007601", said: &[("skills", "own=strength&seen=strength&note=Good+with+old+people.")], concluded: "" },
];

/// Who signs what was offered; the other refuses.
const SIGNS: &str = "ES-0007401";

/// What was offered, to whom: the steps of both sides.
const OFFERED: [(&str, &str); 2] = [
    (
        "ES-0007401",
        "summary=Without+a+way+to+the+early+shift+there+is+no+job.&g1.text=A+way+to+the+early+shift&g1.answers=mobility&g1.by=2027-01-31&g1.author=client&g2.text=Two+answers+from+bakeries&g2.answers=job-search&g2.by=2027-02-15\
         &s1.text=Ask+three+bakeries+about+lifts+and+shifts&s1.side=client&s1.goal=g1&s1.by=2026-12-04&s2.text=Write+two+applications+a+week&s2.side=client&s2.goal=g2&s2.by=2027-02-15\
         &s3.text=See+whether+a+driving+licence+can+be+paid&s3.side=provider&s3.owner=Jana+Novak&s3.goal=g1&s3.by=2026-11-22\
         &s4.text=Go+through+the+applications+together&s4.side=provider&s4.owner=Jana+Novak&s4.goal=g2&s4.by=2026-12-11",
    ),
    (
        "ES-0007501",
        "summary=First+the+certificate%2C+then+the+search.&g1.text=The+certificate+is+recognised&g1.answers=skills&g1.by=2027-02-15&s1.text=Bring+the+certificate+and+its+translation&s1.side=client&s1.by=2026-12-04\
         &s2.text=Ask+the+chamber+what+is+missing&s2.side=provider&s2.owner=Jana+Novak&s2.by=2026-12-04",
    ),
];

/// Lives that Friday as the counsellor who signs in under this name.
///
/// # Errors
/// When the database fails, or a form is not taken.
pub(super) async fn live(app: &App, sign_in: &str) -> Result<()> {
    app.clock.set(friday_morning().plus_seconds(1800));
    let desk = Desk { app, visit: Visit::of(app, &crate::routes::service(app), sign_in).await? };
    for one in &ASSESSED {
        let file = desk.file(one.key).await?;
        for (dimension, said) in one.said {
            desk.sends(&format!("{file}/assessments/new/{dimension}"), said).await?;
        }
        if !one.concluded.is_empty() {
            let id = desk.id_on(&format!("{file}/assessments/new")).await?;
            desk.sends(&format!("{file}/assessments/new"), &format!("id={id}&{}", one.concluded)).await?;
        }
    }
    for (key, steps) in OFFERED {
        let agreement = format!("{}/agreement", desk.file(key).await?);
        let id = desk.id_on(&format!("{agreement}/draft")).await?;
        desk.sends(&format!("{agreement}/draft"), &format!("id={id}&after=0&review=2027-02-20&do=offer&{steps}")).await?;
        let version = format!("agreement={id}&version=1");
        if key == SIGNS {
            desk.sends(&format!("{agreement}/sign"), &format!("{version}&side=client&how=screen")).await?;
            desk.sends(&format!("{agreement}/sign"), &format!("{version}&side=provider&how=screen")).await?;
        } else {
            desk.sends(&format!("{agreement}/refuse"), &format!("{version}&says=Wants+to+wait+until+the+chamber+has+answered.")).await?;
        }
    }
    Ok(())
}

/// The counsellor's browser.
struct Desk<'a> {
    app: &'a App,
    visit: Visit,
}

impl Desk<'_> {
    /// The file of whoever has this key at the employment service.
    async fn file(&self, key: &str) -> Result<String> {
        let record = record_of(self.app, "employment-service", key).await?.context("nobody has this key in the demo")?;
        let permit = super::own_permit(self.app, rights::Act::RunFeed, "the file of a client").await?;
        let clients: Vec<Id> = people::links::clients_with(&mut self.app.db.read().await?, &permit, &[record]).await?;
        Ok(format!("/clients/{}", clients.first().context("this record is nobody's")?))
    }

    /// The id a form on this page is sent with.
    async fn id_on(&self, path: &str) -> Result<String> {
        let page = self.asks("GET", path, "").await?;
        let rest = page.split("name=\"id\" value=\"").nth(1).context("this page has no form")?;
        Ok(rest.split('"').next().unwrap_or_default().to_owned())
    }

    async fn sends(&self, path: &str, form: &str) -> Result<()> {
        self.asks("POST", path, form).await.map(drop)
    }

    async fn asks(&self, method: &str, path: &str, form: &str) -> Result<String> {
        let answer = self.visit.asks(method, path, form).await?;
        let taken = answer.status.is_success() || answer.status.is_redirection();
        ensure!(taken, "{method} {path}: {} {}", answer.status, answer.page);
        Ok(answer.page)
    }
}
