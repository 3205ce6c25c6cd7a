//! The page of the assessment. It tells of kinds of data and of no person.

use crate::packs::{Impact, Judged};
use crate::{App, Routes, Visitor};
use askama::Template;
use axum::extract::{Query, State};
use axum::response::{IntoResponse, Response};
use rights::Act;
use web::{Listing, Page, Shell, csv_file, csv_line};

/// The routes of this room.
#[must_use]
pub fn routes(app: &App) -> Routes {
    Routes::new(app).get("/impact", Act::SeeRegister, show)
}

#[derive(Template)]
#[template(path = "impact/show.html")]
struct ImpactPage<'a> {
    shell: &'a Shell,
    impact: &'a Impact,
    /// Whether it should have been looked at again.
    late: bool,
}

impl ImpactPage<'_> {
    fn judged(&self, judged: &Judged) -> String {
        let (likelihood, severity) = (self.shell.word("impact-likelihood", judged.likelihood()), self.shell.word("impact-severity", judged.severity()));
        format!("{likelihood}, {severity}")
    }
}

async fn show(State(app): State<App>, visitor: Visitor, Query(listing): Query<Listing>) -> Response {
    let impact = &app.pack.impact;
    if listing.is_file() {
        return as_file(impact);
    }
    let late = impact.review_by().is_some_and(|day| day < app.clock.now().date());
    Page::of(&ImpactPage { shell: &visitor.shell, impact, late }).into_response()
}

fn as_file(impact: &Impact) -> Response {
    let mut file = csv_line(&[
        "feature", "title", "what", "needed", "classes", "risk", "likelihood_before", "severity_before", "measures", "promises", "by_people",
        "likelihood_after", "severity_after",
    ]);
    for feature in &impact.features {
        for risk in &feature.risks {
            let promises = risk.promises.iter().map(u32::to_string).collect::<Vec<_>>().join(" ");
            file += &csv_line(&[
                &feature.word, &feature.title, &feature.what, &feature.needed, &feature.classes.join(" "), &risk.says, risk.before.likelihood(),
                risk.before.severity(), &risk.measures.join("; "), &promises, &risk.by, risk.after.likelihood(), risk.after.severity(),
            ]);
        }
    }
    csv_file("impact.csv", file)
}
