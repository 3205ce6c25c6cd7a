//! Floors: which crate may lean on which, and what each kind of crate leaves alone.

use super::{Complaint, complaint};
use crate::repository::{File, Repository};
use crate::sources::words;

/// A crate, its floor, and those of our crates it may depend on.
pub const FLOORS: &[(&str, &str, &[&str])] = &[
    ("words", "ground", &[]),
    ("linkage", "ground", &[]),
    ("rights", "ground", &["words"]),
    ("seal", "ground", &[]),
    ("region", "beside", &[]),
    ("db", "doors", &["words", "seal"]),
    ("web", "doors", &["words", "rights"]),
    ("history", "spine", &["words", "rights", "seal", "db"]),
    ("office", "spine", &["words", "rights", "seal", "db", "history", "web"]),
    ("people", "spine", &["words", "rights", "db", "history", "office", "linkage", "web"]),
    ("exchange", "wing", &["words", "rights", "db", "history", "office", "people", "web"]),
    ("casework", "wing", &["words", "rights", "db", "history", "office", "people", "web"]),
    ("desk", "top", &["words", "linkage", "rights", "db", "web", "history", "office", "people", "exchange", "casework"]),
    (
        "throughline",
        "roof",
        &["words", "linkage", "rights", "region", "db", "web", "history", "office", "people", "exchange", "casework", "desk"],
    ),
    ("xtask", "outside", &[]),
];

/// What a pure crate does not name: the world outside, the clock, chance.
const OUTSIDE: &[&str] = &["std::fs", "std::net", "std::env", "std::process", "SystemTime", "Instant::now", "tokio", "getrandom", "Utc::now"];
/// The pure crates. A region is written to disk, so it is pure only in what it depends on.
const PURE: &[&str] = &["words", "linkage", "rights", "seal"];

/// Crates without the lints of the workspace.
pub fn lints(repository: &Repository) -> Vec<Complaint> {
    let bare = manifests(repository).filter(|file| {
        let section = file.text.split_once("[lints]").map_or("", |(_, rest)| rest);
        section.lines().find(|line| !line.trim().is_empty()).map(str::trim) != Some("workspace = true")
    });
    bare.map(|file| complaint(file.krate(), format!("{}: write `[lints]` and under it `workspace = true`", file.path))).collect()
}

/// Crates that depend on what stands beside or above them. Tests may reach further down the street.
pub fn arrows(repository: &Repository) -> Vec<Complaint> {
    let mut found = Vec::new();
    for file in manifests(repository) {
        let krate = file.krate();
        let Some((_, floor, allowed)) = FLOORS.iter().find(|(name, ..)| *name == krate) else {
            let says = format!("{}: say in xtask/src/tidy/floors.rs on which floor {krate} stands, and in docs/ARCHITECTURE.md", file.path);
            found.push(complaint(krate, says));
            continue;
        };
        let ours = dependencies(&file.text).into_iter().filter(|name| FLOORS.iter().any(|(known, ..)| known == name));
        for name in ours.filter(|name| !allowed.contains(&name.as_str())) {
            let says = format!("{}: {krate} ({floor}) may not depend on {name}: move what they share down, or call it from above", file.path);
            found.push(complaint(format!("{krate} {name}"), says));
        }
    }
    found
}

/// Pure crates that reach for the world.
pub fn ground(repository: &Repository) -> Vec<Complaint> {
    let mut found = Vec::new();
    for file in repository.rust().filter(|file| PURE.contains(&file.krate()) && file.path.contains("/src/")) {
        for name in OUTSIDE {
            for at in words(&file.source.code, name).filter(|at| !file.is_test_at(*at)) {
                found.push(complaint(&file.path, format!("{}: {name}: {} is pure, let the caller hand it in", file.place(at), file.krate())));
            }
        }
    }
    found
}

/// What speaks to the databases.
const DRIVERS: &[&str] = &["sqlx", "rusqlite"];

/// What only one crate may name: the drivers only `db`, the making of a permit only `history`.
pub fn homes(repository: &Repository) -> Vec<Complaint> {
    let mut found = Vec::new();
    for file in manifests(repository).filter(|file| file.krate() != "db" && dependencies(&file.text).iter().any(|name| DRIVERS.iter().any(|driver| name == driver))) {
        found.push(complaint(file.krate(), format!("{}: only db names the driver: ask through db::Tx", file.path)));
    }
    for file in repository.rust().filter(|file| file.krate() != "xtask") {
        let logged = file.source.code.match_indices(".logged(").map(|(at, _)| at);
        for at in logged.filter(|at| file.krate() != "history" && !file.is_test_at(*at)) {
            let says = format!("{}: only history turns a grant into a permit: ask App's access log", file.place(at));
            found.push(complaint(&file.path, says));
        }
        for at in DRIVERS.iter().flat_map(|driver| words(&file.source.code, driver)).filter(|_| file.krate() != "db") {
            found.push(complaint(&file.path, format!("{}: only db names the driver: ask through db::Tx", file.place(at))));
        }
    }
    found
}

fn manifests(repository: &Repository) -> impl Iterator<Item = &File> {
    repository.ending("Cargo.toml").filter(|file| !file.krate().is_empty())
}

/// The names under `[dependencies]` and `[build-dependencies]`.
fn dependencies(manifest: &str) -> Vec<String> {
    let mut section = "";
    let mut names = Vec::new();
    for line in manifest.lines().map(str::trim) {
        if line.starts_with('[') {
            section = line;
        } else if matches!(section, "[dependencies]" | "[build-dependencies]") && !line.starts_with('#') {
            let name = line.split(['.', '=', ' ']).next().unwrap_or_default();
            names.extend((!name.is_empty()).then(|| name.to_owned()));
        }
    }
    names
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_wrong_arrow_is_named() {
        let wrong = "[package]\nname = \"history\"\n[dependencies]\nwords.workspace = true\npeople = { path = \"../people\" }\nsqlx = \"1\"\n\n[dev-dependencies]\nexchange.workspace = true\n";
        let repository = Repository::of(&[("crates/history/Cargo.toml", wrong), ("crates/new/Cargo.toml", "[lints]\nworkspace = true\n")]);
        let found: Vec<String> = arrows(&repository).into_iter().map(|c| c.what).collect();
        assert_eq!(found, ["history people", "new"]);
        assert_eq!(lints(&repository)[0].what, "history");
        assert_eq!(homes(&repository)[0].what, "history");
    }

    #[test]
    fn a_pure_crate_that_asks_the_clock_is_named() {
        let asks = "fn a() { std::time::SystemTime::now(); }\n#[cfg(test)]\nmod tests { fn b() { std::env::var(\"A\"); } }\n";
        let makes = "fn a(grant: Grant) { grant.logged(1); }\n";
        let repository = Repository::of(&[("crates/words/src/times.rs", asks), ("crates/people/src/find.rs", makes)]);
        assert_eq!(ground(&repository).len(), 1);
        assert_eq!(homes(&repository)[0].what, "crates/people/src/find.rs");
    }
}
