//! `cargo x where`: from what stands on the screen, or in the address bar, to the lines that put it there.

use crate::messages::{made_of, of_language, uses};
use crate::repository::Repository;
use crate::routes;
use std::collections::BTreeSet;

/// The lines to look at for an address (`http://127.0.0.1:8080/clients/…`, `/find`) or a text on a page.
pub fn find(repository: &Repository, asked: &str) -> Vec<String> {
    let address = asked.split_once("://").map_or(asked, |(_, rest)| rest.find('/').map_or("/", |at| &rest[at..]));
    if address.starts_with('/') {
        return of_address(repository, address.split(['?', '#']).next().unwrap_or_default());
    }
    let said = of_text(repository, asked);
    if said.is_empty() { written(repository, asked) } else { said }
}

fn of_address(repository: &Repository, path: &str) -> Vec<String> {
    let fitting: Vec<routes::Route> = routes::all(repository).into_iter().filter(|route| routes::fits(&route.path, path)).collect();
    // `/feeds/new` is its own page, not the feed called new.
    let exact = fitting.iter().any(|route| route.path == path);
    let shown = fitting.iter().filter(|route| !exact || route.path == path);
    let line = |route: &routes::Route| {
        let handler = routes::handler_place(repository, route).unwrap_or_default();
        [
            format!("{} {}  needs Act::{}", route.method, route.path, route.act),
            format!("    route    {}", route.place),
            format!("    handler  {handler} {}", route.handler),
        ]
    };
    shown.flat_map(line).collect()
}

fn of_text(repository: &Repository, asked: &str) -> Vec<String> {
    let asked = asked.to_lowercase();
    let used = uses(repository);
    let parts: BTreeSet<&str> = used.iter().map(|u| u.pattern.as_str()).collect();
    let mut lines = Vec::new();
    for message in of_language(repository, "en").values() {
        if message.text.to_lowercase().contains(&asked) || message.key == asked {
            lines.push(format!("{} = {}", message.key, message.text.replace('\n', " ")));
            lines.push(format!("    message  {}", message.place));
            let here = used.iter().filter(|u| made_of(&message.key, &u.pattern, &parts));
            lines.extend(here.map(|u| format!("    used     {}", u.place)));
        }
    }
    lines
}

/// Texts that are not messages: in templates and in code.
fn written(repository: &Repository, asked: &str) -> Vec<String> {
    let files = repository.templates().chain(repository.rust());
    let mut lines = Vec::new();
    for file in files {
        lines.extend(file.text.match_indices(asked).map(|(at, _)| format!("{}  {}", file.place(at), asked)));
    }
    lines
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_text_on_the_screen_leads_to_its_message_and_its_template() {
        let repository = Repository::of(&[
            ("messages/en/desk.ftl", "client-older = Older entries\n"),
            ("crates/desk/src/show.html", "<a>\n{{ shell.say(\"client-older\") }}</a>"),
        ]);
        let found = find(&repository, "older ENTRIES").join("\n");
        assert!(found.contains("messages/en/desk.ftl:1") && found.contains("crates/desk/src/show.html:2"), "{found}");
    }

    #[test]
    fn a_page_of_its_own_is_not_taken_for_a_parameter() {
        let pages = r#"fn routes() { r.get("/feeds/new", Act::RunFeed, blank).get("/feeds/{name}", Act::SeeFeeds, show) } fn blank() {}"#;
        let repository = Repository::of(&[("crates/exchange/src/pages.rs", pages)]);
        let found = find(&repository, "https://example.org/feeds/new?said=x").join("\n");
        assert!(found.contains("RunFeed") && !found.contains("SeeFeeds"), "{found}");
    }
}
