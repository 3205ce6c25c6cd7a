//! `cargo x`: every developer command, in one place, with nothing to install.

mod finding;
mod map;
mod messages;
mod postgres;
mod repository;
mod routes;
mod sources;
mod steps;
mod testing;
mod tidy;
mod tools;

use repository::{Repository, root};
use std::process::ExitCode;

const COMMANDS: &str = "cargo x run                  start the demonstration
cargo x check                tidy and clippy, before a commit
cargo x tidy                 the rules of the house alone: a second
cargo x test                 everything that CI runs, in its order
cargo x test --quick         the same without the browser
cargo x test people          one crate, on both engines
cargo x test links           one room, on both engines
cargo x where \"text or URL\"  the lines behind a page, or behind words on it
cargo x map                  draw docs/MAP.md anew
cargo x shot                 the pictures of the README, in docs/images";

fn main() -> ExitCode {
    let words: Vec<String> = std::env::args().skip(1).collect();
    let words: Vec<&str> = words.iter().map(String::as_str).collect();
    match words.as_slice() {
        [] => {
            println!("{COMMANDS}");
            ExitCode::SUCCESS
        }
        ["run", rest @ ..] => told(steps::run(steps::cargo(&["run", "--", "demo"]).args(rest))),
        ["check"] => testing::check(),
        ["tidy"] => told(Repository::read(&root()).and_then(|all| tidy::run(&all).then_some(()).ok_or("not tidy".to_owned()))),
        ["test"] => testing::test(&testing::Scope { only: None, quick: false }),
        ["test", "--quick"] => testing::test(&testing::Scope { only: None, quick: true }),
        ["test", name] => testing::test(&testing::Scope { only: Some(name), quick: true }),
        ["where", asked @ ..] if !asked.is_empty() => told(show(&asked.join(" "))),
        ["map"] => told(draw()),
        ["shot"] => told(testing::script("screenshots.mjs")),
        _ => {
            eprintln!("There is no such command. These are:\n\n{COMMANDS}");
            ExitCode::FAILURE
        }
    }
}

fn show(asked: &str) -> Result<(), String> {
    let found = finding::find(&Repository::read(&root())?, asked);
    println!("{}", found.join("\n"));
    if found.is_empty() { Err(format!("no page and no text is “{asked}”")) } else { Ok(()) }
}

fn draw() -> Result<(), String> {
    let drawn = map::draw(&Repository::read(&root())?);
    std::fs::write(root().join(map::PLACE), drawn).map_err(|e| format!("{}: {e}", map::PLACE))
}

fn told(outcome: Result<(), String>) -> ExitCode {
    match outcome {
        Ok(()) => ExitCode::SUCCESS,
        Err(problem) => {
            eprintln!("{problem}");
            ExitCode::FAILURE
        }
    }
}
