//! The page of partners' systems. It tells of files and fields, and of no person.

use crate::feeds::{self, Config, Feed, Says};
use crate::imports;
use askama::Template;
use axum::extract::{Query, State};
use axum::response::{IntoResponse, Response};
use office::organisations::Titles;
use office::{App, Problem, Routes, Visitor};
use rights::Act;
use std::collections::HashMap;
use web::{Listing, Page, Shell, csv_file, csv_line};
use words::Time;

/// The routes of this room.
#[must_use]
pub fn routes(app: &App) -> Routes {
    Routes::new(app).get("/systems", Act::SeeRegister, show)
}

/// What one file of a partner's system brings.
struct System {
    feed: Feed,
    organisation: String,
    hue: usize,
    /// When a file of it last came.
    last: Option<Time>,
    fields: Vec<Field>,
}

/// One field of theirs.
#[derive(Clone, Debug, PartialEq, Eq)]
struct Field {
    /// As the partner's system calls it.
    theirs: String,
    /// The field of ours that it becomes, or the word of what else the program reads it for.
    ours: String,
    /// Whether it becomes a field.
    becomes: bool,
}

#[derive(Template)]
#[template(path = "systems/show.html")]
struct SystemsPage<'a> {
    shell: &'a Shell,
    systems: Vec<System>,
}

async fn show(State(app): State<App>, visitor: Visitor, Query(listing): Query<Listing>) -> Result<Response, Problem> {
    let grant = app.decide(&visitor.who, Act::SeeRegister, None)?;
    let permit = app.log.permit_to_read(&app.db, app.clock.now(), grant, "partners' systems and their fields").await?;
    let mut tx = app.db.read().await?;
    let titles = Titles::load(&mut tx).await?;
    let last: HashMap<String, Time> =
        imports::latest_of_feeds(&mut tx, &permit).await?.into_iter().map(|run| (run.feed, run.started_at)).collect();
    let systems: Vec<System> = feeds::list(&mut tx, &permit)
        .await?
        .into_iter()
        .map(|feed| System {
            organisation: titles.title(&feed.config.organisation).to_owned(),
            hue: titles.hue(&feed.config.organisation),
            last: last.get(&feed.config.name).copied(),
            fields: fields(&feed.config),
            feed,
        })
        .collect();
    if listing.is_file() {
        return Ok(as_file(&systems));
    }
    Ok(Page::of(&SystemsPage { shell: &visitor.shell, systems }).into_response())
}

/// Every field that the program reads of a file, in the order of the file's own names.
fn fields(config: &Config) -> Vec<Field> {
    let used = |theirs: &String, word: &str| Field { theirs: theirs.clone(), ours: word.to_owned(), becomes: false };
    let fields = config.fields.iter().map(|(ours, theirs)| Field { theirs: theirs.clone(), ours: ours.clone(), becomes: true });
    let mut all: Vec<Field> = fields.collect();
    all.extend(config.key.iter().map(|theirs| used(theirs, "key")));
    all.extend(config.person.iter().map(|theirs| used(theirs, "person")));
    all.extend(config.observed.iter().map(|theirs| used(theirs, "observed")));
    all.extend(config.withdrawn.iter().map(|gone| used(&gone.column, "withdrawn")));
    all.sort_by(|a, b| (&a.theirs, &a.ours).cmp(&(&b.theirs, &b.ours)));
    all
}

fn as_file(systems: &[System]) -> Response {
    let mut file = csv_line(&["organisation", "feed", "title", "file", "says", "their_field", "our_field", "last_file"]);
    for System { feed, last, fields, .. } in systems {
        let config = &feed.config;
        let (says, last) = (if config.says == Says::People { "people" } else { "entries" }, last.map(|at| at.to_string()).unwrap_or_default());
        for field in fields {
            file += &csv_line(&[
                &config.organisation, &config.name, &config.title, &config.file, says, &field.theirs, &field.ours, &last,
            ]);
        }
    }
    csv_file("systems.csv", file)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_field_that_is_read_stands_there_once_for_each_use() {
        let text = "name = \"n\"\ntitle = \"t\"\norganisation = \"o\"\nsays = \"people\"\nfile = \"f.csv\"\nkind = \"csv\"\nkey = [\"id\"]\n\
                    observed = \"seen\"\nwithdrawn = { column = \"gone\", values = [\"1\"] }\n[fields]\nfamily_name = \"surname\"\nnational_id = \"id\"\n";
        let told: Vec<(String, String)> = fields(&Config::read(text).unwrap()).into_iter().map(|field| (field.theirs, field.ours)).collect();
        let told: Vec<(&str, &str)> = told.iter().map(|(theirs, ours)| (theirs.as_str(), ours.as_str())).collect();
        assert_eq!(told, [
            ("gone", "withdrawn"), ("id", "key"), ("id", "national_id"), ("seen", "observed"), ("surname", "family_name"),
        ]);
    }
}
