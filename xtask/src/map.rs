//! `cargo x map`: draws docs/MAP.md from the sources: every room, what it is, its tables, its addresses, its size.

use crate::repository::{File, Repository};
use crate::routes;
use crate::tidy::{FLOORS, tables};
use std::collections::BTreeSet;
use std::fmt::Write;

/// Where the map is kept.
pub const PLACE: &str = "docs/MAP.md";

/// The map as it should be.
pub fn draw(repository: &Repository) -> String {
    let mut map = "# Map\n\nWritten by `cargo x map`; a test compares. Crates stand from the ground up: each may use what stands above it here.\n\
                   Lines are rounded up to the next hundred, tests included.\n"
        .to_owned();
    let schema = schema(repository);
    let known = FLOORS.iter().filter(|(name, ..)| repository.has(&folder(name)));
    for (krate, floor, _) in known {
        let _ = write!(map, "\n## {krate} ({floor})\n\n");
        let root = ["lib.rs", "main.rs"].iter().find_map(|name| repository.get(&format!("{}src/{name}", folder(krate))));
        let _ = write!(map, "{}\n\n| room | what it is | tables | addresses | lines |\n|---|---|---|---|---|\n", root.map_or_else(String::new, opening));
        for front in fronts(repository, krate) {
            map.push_str(&row(repository, front, &schema));
        }
    }
    map
}

fn folder(krate: &str) -> String {
    if krate == "xtask" { "xtask/".to_owned() } else { format!("crates/{krate}/") }
}

/// The front doors of a crate's rooms: the files that stand directly in `src`.
fn fronts<'a>(repository: &'a Repository, krate: &str) -> Vec<&'a File> {
    let src = format!("{}src/", folder(krate));
    let fronts = repository.ending(".rs").filter(|file| file.path.strip_prefix(&src).is_some_and(|name| !name.contains('/')));
    fronts.filter(|file| file.name() != "main.rs").collect()
}

fn row(repository: &Repository, front: &File, schema: &BTreeSet<String>) -> String {
    let inside = format!("{}/", front.path.trim_end_matches(".rs"));
    let files: Vec<&File> = repository.rust().filter(|file| file.path == front.path || file.path.starts_with(&inside)).collect();
    let lines: usize = files.iter().map(|file| file.text.lines().count()).sum();
    let mut written = BTreeSet::new();
    let mut addresses = BTreeSet::new();
    for file in files.iter().filter(|file| !file.is_test() && file.krate() != "xtask") {
        written.extend(tables(file).0.into_iter().filter(|table| schema.contains(table)));
        addresses.extend(routes::of_file(file).into_iter().map(|route| route.path));
    }
    let name = front.name().trim_end_matches(".rs");
    if name == "lib" && addresses.is_empty() {
        return String::new();
    }
    let cells = |names: &BTreeSet<String>| names.iter().map(|name| format!("`{name}`")).collect::<Vec<_>>().join(" ");
    let (tables, addresses, size) = (cells(&written), cells(&addresses), lines.div_ceil(100) * 100);
    format!("| `{name}` | {} | {tables} | {addresses} | {size} |\n", opening(front))
}

/// The first paragraph of a file's opening, on one line, its links written as plain code.
fn opening(file: &File) -> String {
    let lines = file.text.lines().map_while(|line| line.strip_prefix("//!")).map(str::trim);
    let paragraph: Vec<&str> = lines.take_while(|line| !line.is_empty()).collect();
    paragraph.join(" ").replace("[`", "`").replace("`]", "`").replace('|', "\\|")
}

/// The names of all tables.
fn schema(repository: &Repository) -> BTreeSet<String> {
    let lines = repository.ending(".sql").flat_map(|file| file.text.lines());
    lines.filter_map(|line| line.strip_prefix("create table ")?.split(' ').next().map(str::to_owned)).collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_room_stands_on_the_map_with_its_tables_and_addresses() {
        let repository = Repository::of(&[
            ("crates/people/src/lib.rs", "//! People.\n"),
            ("crates/people/src/links.rs", "//! Links: who is\n//! who.\n//!\n//! More.\n"),
            ("crates/people/src/links/store.rs", "const A: Sql = Sql::both(\"insert into link (a) values ($1)\");"),
            ("crates/people/src/links/pages.rs", "fn routes() { r.get(\"/links\", Act::See, show) }"),
            ("crates/db/migrations/0001_a.sql", "create table link (a);\n"),
        ]);
        let map = draw(&repository);
        assert!(map.contains("| `links` | Links: who is who. | `link` | `/links` | 100 |"), "{map}");
    }
}
