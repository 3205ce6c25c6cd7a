//! `cargo x check` and `cargo x test`: what is asked before a commit, and everything that CI runs, in its order.

use crate::postgres::Postgres;
use crate::repository::{Repository, root};
use crate::steps::{Steps, cargo, run};
use crate::{tidy, tools};
use std::path::{Path, PathBuf};
use std::process::{Command, ExitCode};

/// Where `db::testing` looks for a server.
const SERVER: &str = "THROUGHLINE_TEST_POSTGRES";

/// What to test.
pub struct Scope<'a> {
    /// One crate, or one room of one; everything when none is named.
    pub only: Option<&'a str>,
    /// Whether to leave the browser out.
    pub quick: bool,
}

/// Clippy and the rules of the house.
pub fn check() -> ExitCode {
    let mut steps = Steps::default();
    steps.step("tidy", tidied);
    steps.step("clippy", clippy);
    steps.end()
}

/// The tests.
pub fn test(scope: &Scope<'_>) -> ExitCode {
    let browser = scope.only.is_none() && !scope.quick;
    let mut steps = Steps::default();
    steps.step("tools", || tools::prepare(browser));
    let mut server = None;
    steps.step("PostgreSQL", || {
        let started = Postgres::start()?;
        println!("{}", started.address());
        server = Some(started);
        Ok(())
    });
    let address = server.as_ref().map(Postgres::address);
    match scope.only {
        Some(name) => {
            steps.step(&format!("tests of {name}"), || tests(&words(name)?, address.as_deref()));
        }
        None => {
            steps.step("tidy", tidied);
            steps.step("clippy", clippy);
            steps.step("tests", || tests(&["--workspace".to_owned()], address.as_deref()));
        }
    }
    // The browser has its own databases.
    drop(server);
    if browser {
        steps.step("build", || run(&mut cargo(&["build", "-p", "throughline"])));
        steps.step("browser", in_browser);
    }
    steps.end()
}

/// Runs a script of the browser tests' folder, with its packages and the program to open.
pub fn script(name: &str) -> Result<(), String> {
    run(&mut cargo(&["build", "-p", "throughline"]))?;
    let folder = packages()?;
    let own = folder.join("node_modules/.bin/node");
    let node = if own.exists() { own } else { PathBuf::from("node") };
    run(Command::new(node).arg(name).env("THROUGHLINE_BIN", program()).current_dir(folder))
}

fn tidied() -> Result<(), String> {
    if tidy::run(&Repository::read(&root())?) { Ok(()) } else { Err("see the complaints above".to_owned()) }
}

fn clippy() -> Result<(), String> {
    run(&mut cargo(&["clippy", "--workspace", "--all-targets", "--", "-D", "warnings"]))
}

fn tests(words: &[String], server: Option<&str>) -> Result<(), String> {
    // Without a server the tests would pass on SQLite alone and look complete.
    let server = server.ok_or("there is no PostgreSQL to test on")?;
    run(cargo(&["test"]).args(words).env(SERVER, server))
}

/// What cargo is told for a crate (`people`) or a room (`links`).
fn words(name: &str) -> Result<Vec<String>, String> {
    let repository = Repository::read(&root())?;
    if repository.crates().contains(&name) {
        return Ok(vec!["--package".to_owned(), name.to_owned()]);
    }
    let front = repository.rust().find(|file| file.path == format!("crates/{}/src/{name}.rs", file.krate()));
    let krate = front.map(crate::repository::File::krate).ok_or(format!("there is no crate and no room called {name}"))?;
    Ok(vec!["--package".to_owned(), krate.to_owned(), "--lib".to_owned(), format!("{name}::")])
}

fn in_browser() -> Result<(), String> {
    let tests = root().join("tests/browser");
    if !tests.join("app.test.mjs").exists() {
        println!("skipped: tests/browser has no app.test.mjs, so there is no journey to make");
        return Ok(());
    }
    let folder = packages()?;
    run(Command::new("npm").arg("test").env("THROUGHLINE_BIN", program()).current_dir(folder))
}

/// The folder of the browser tests, its packages installed as locked.
fn packages() -> Result<PathBuf, String> {
    let folder = root().join("tests/browser");
    let npm = |words: &[&str]| run(Command::new("npm").args(words).args(["--ignore-scripts", "--no-audit", "--no-fund"]).current_dir(&folder));
    npm(&["ci"])?;
    if let Some(package) = tools::newer_node()? {
        npm(&["install", "--no-save", &package])?;
    }
    Ok(folder)
}

/// The program as a test run builds it.
fn program() -> PathBuf {
    let target = std::env::var_os("CARGO_TARGET_DIR").map_or_else(|| root().join("target"), PathBuf::from);
    std::path::absolute(target).unwrap_or_default().join(Path::new("debug/throughline"))
}
