//! The route tables as they stand in the sources: `.get("/clients/{client}", Act::SeeClient, show)`.

use crate::repository::{File, Repository};
use crate::sources::{closing, is_word, words};

/// One route.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Route {
    /// `GET` or `POST`.
    pub method: &'static str,
    /// The path with its `{parameters}`.
    pub path: String,
    /// The act it needs, as in `Act::SeeClient`.
    pub act: String,
    /// The handler, as the table names it: `show` or `links_page::show`.
    pub handler: String,
    /// The file of the table.
    pub file: String,
    /// `file:line` of the table's row.
    pub place: String,
}

/// Every route of every room, by path.
pub fn all(repository: &Repository) -> Vec<Route> {
    let mut routes: Vec<Route> = repository.rust().filter(|file| !file.is_test()).flat_map(of_file).collect();
    routes.sort_by(|a, b| (&a.path, a.method).cmp(&(&b.path, b.method)));
    routes
}

/// The routes a file adds.
pub fn of_file(file: &File) -> Vec<Route> {
    let mut found = Vec::new();
    for (call, method) in [(".get(", "GET"), (".post(", "POST"), (".post_file(", "POST")] {
        for (at, _) in file.source.code.match_indices(call) {
            found.extend(route(file, at, at + call.len() - 1, method));
        }
    }
    found
}

fn route(file: &File, at: usize, open: usize, method: &'static str) -> Option<Route> {
    let end = closing(&file.source.code, open);
    let literal = file.source.literals.iter().find(|literal| literal.at > open)?;
    let (given, code) = (file.text.get(open + 1..end)?, file.source.code.get(open + 1..end)?);
    let act = code.split_once("Act::")?.1.chars().take_while(|c| is_word(*c)).collect();
    let handler = code.trim_end().trim_end_matches(',').rsplit(',').next()?.trim().to_owned();
    let first = given.trim_start().starts_with('"') && literal.at < end && literal.text.starts_with('/');
    first.then(|| Route { method, path: literal.text.clone(), act, handler, file: file.path.clone(), place: file.place(at) })
}

/// Whether a path asked for is one of a route's.
pub fn fits(pattern: &str, asked: &str) -> bool {
    let (pattern, asked): (Vec<&str>, Vec<&str>) = (parts(pattern), parts(asked));
    let fits = |(pattern, asked): (&&str, &&str)| pattern.starts_with('{') || pattern == asked;
    pattern.len() == asked.len() && pattern.iter().zip(&asked).all(fits)
}

fn parts(path: &str) -> Vec<&str> {
    path.trim_matches('/').split('/').collect()
}

/// `file:line` of a route's handler.
pub fn handler_place(repository: &Repository, route: &Route) -> Option<String> {
    let (module, name) = route.handler.rsplit_once("::").unwrap_or(("", &route.handler));
    let module = module.rsplit("::").next().unwrap_or_default();
    let krate = repository.get(&route.file)?.krate();
    let is_home = |file: &&File| match module {
        "" => file.path == route.file,
        module => file.krate() == krate && (file.name() == format!("{module}.rs") || file.path.ends_with(&format!("/{module}/pages.rs"))),
    };
    let mut homes = repository.rust().filter(is_home);
    homes.find_map(|file| {
        let mut functions = words(&file.source.code, "fn");
        let at = functions.find(|at| file.source.code[at + 2..].trim_start().starts_with(name) && ends(file, *at, name))?;
        Some(file.place(at))
    })
}

/// Whether the function at `at` is called exactly so.
fn ends(file: &File, at: usize, name: &str) -> bool {
    let rest = file.source.code[at + 2..].trim_start();
    !rest[name.len()..].starts_with(is_word)
}

#[cfg(test)]
mod tests {
    use super::*;

    const PAGES: &str = r#"
        pub fn routes(app: &App) -> Routes {
            Routes::new(app).get("/clients/{client}", Act::SeeClient, show).get("/clients/{client}/links", Act::SeeLinks, links::show)
                .post_file("/feeds", Act::RunFeed, MOST * 2, take)
        }
        async fn show() { form.get(&format!("v{place}")); }
    "#;

    #[test]
    fn a_page_is_found_by_its_address() {
        let links = ("crates/desk/src/links.rs", "\n\npub async fn show() {}");
        let repository = Repository::of(&[("crates/desk/src/pages.rs", PAGES), links]);
        let routes = all(&repository);
        let asked = |path: &str| routes.iter().find(|route| fits(&route.path, path)).unwrap();
        assert_eq!(asked("/clients/0198/links").act, "SeeLinks");
        assert_eq!(handler_place(&repository, asked("/clients/0198/links")).unwrap(), "crates/desk/src/links.rs:3");
        assert_eq!(handler_place(&repository, asked("/clients/0198/")).unwrap(), "crates/desk/src/pages.rs:6");
        assert_eq!((asked("/feeds").method, asked("/feeds").handler.as_str()), ("POST", "take"));
        assert_eq!(routes.len(), 3);
    }
}
