//! The pages of the record. It tells of kinds of data and of no person.

use crate::packs::Class;
use crate::{App, Routes, Visitor};
use askama::Template;
use axum::extract::State;
use axum::response::Response;
use rights::Act;
use std::sync::Arc;
use web::{Page, Shell, csv_file, csv_line};

/// The routes of this room.
#[must_use]
pub fn routes(app: &App) -> Routes {
    Routes::new(app).get("/processing", Act::SeeRegister, show).get("/processing.csv", Act::SeeRegister, file)
}

#[derive(Template)]
#[template(path = "processing/show.html")]
struct ProcessingPage<'a> {
    shell: &'a Shell,
    pack: &'a Arc<crate::Pack>,
}

impl ProcessingPage<'_> {
    fn purposes(&self, class: &Class) -> String {
        class.purposes.iter().map(|purpose| self.shell.word("purpose", purpose)).collect::<Vec<_>>().join(" · ")
    }

    fn kept(&self, class: &Class) -> String {
        let then = self.shell.word("processing-then", &class.keep.then);
        format!("{}: {then}", self.shell.count("processing-years", class.keep.years))
    }

    fn columns(class: &Class) -> String {
        class.columns().collect::<Vec<_>>().join(", ")
    }
}

async fn show(State(app): State<App>, visitor: Visitor) -> Page {
    Page::of(&ProcessingPage { shell: &visitor.shell, pack: &app.pack })
}

async fn file(State(app): State<App>, _: Visitor) -> Response {
    let mut text = csv_line(&[
        "class", "title", "people", "purposes", "ground", "level", "sealed", "comes_from", "goes_to", "keep_years", "keep_from", "then", "right", "columns",
    ]);
    for class in &app.pack.register.classes {
        let (level, years) = (class.level.to_string(), class.keep.years.to_string());
        text += &csv_line(&[
            &class.word, &class.title, &class.people, &class.purposes.join(" "), &class.ground, &level, &class.sealed, &class.comes_from,
            &class.goes_to, &years, &class.keep.from, &class.keep.then, &class.right, &ProcessingPage::columns(class),
        ]);
    }
    csv_file("processing.csv", text)
}
