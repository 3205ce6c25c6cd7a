//! The programs that tests need besides Rust. On Debian, as root, what is missing is installed; elsewhere it is named.

use crate::steps::run;
use std::path::{Path, PathBuf};
use std::process::{Command, Stdio};

/// A program and the Debian packages it comes in.
struct Tool {
    name: &'static str,
    packages: &'static [&'static str],
    browser: bool,
}

const TOOLS: &[Tool] = &[
    Tool { name: "initdb", packages: &["postgresql"], browser: false },
    // A browser without letters measures nothing; Noto has those of every language we ship.
    Tool { name: "chromium", packages: &["chromium", "fonts-noto-core"], browser: true },
    Tool { name: "node", packages: &["nodejs"], browser: true },
    Tool { name: "npm", packages: &["npm"], browser: true },
];

/// The oldest Node that the browser tests' packages run on; that of Debian 12 is older.
const OLDEST_NODE: u32 = 20;
/// The Node, as packages of npm's registry, that is used where the one at hand is older.
const NEWER_NODE: &str = "22.23.3";

/// Makes sure that everything is there; a browser and Node only when asked for.
pub fn prepare(browser: bool) -> Result<(), String> {
    let missing: Vec<&Tool> = TOOLS.iter().filter(|tool| (browser || !tool.browser) && find(tool.name).is_none()).collect();
    let packages: Vec<&str> = missing.iter().flat_map(|tool| tool.packages).copied().collect();
    if packages.is_empty() {
        println!("everything is there");
        return clippy();
    }
    if !is_root() || on_path("apt-get").is_none() {
        return Err(format!("install {} first (on Debian: apt-get install {})", names(&missing), packages.join(" ")));
    }
    run(quiet("apt-get").args(["update", "-q"]))?;
    run(quiet("apt-get").args(["install", "-y", "-q", "--no-install-recommends"]).args(&packages))?;
    match missing.into_iter().filter(|tool| find(tool.name).is_none()).collect::<Vec<_>>() {
        still if still.is_empty() => clippy(),
        still => Err(format!("{} cannot be found although installed", names(&still))),
    }
}

/// Where a program is, if anywhere. Debian keeps those of PostgreSQL off the path.
pub fn find(name: &str) -> Option<PathBuf> {
    if name == "initdb" {
        let versions = std::fs::read_dir("/usr/lib/postgresql").into_iter().flatten().flatten();
        let mut found: Vec<PathBuf> = versions.map(|version| version.path().join("bin/initdb")).filter(|path| path.exists()).collect();
        found.sort();
        return found.pop().or_else(|| on_path(name));
    }
    on_path(name)
}

/// The package with a newer Node, when the one at hand is too old. Installed among a folder's packages, it is the one that
/// `npm test` finds there.
pub fn newer_node() -> Result<Option<String>, String> {
    let output = Command::new("node").arg("--version").output().map_err(|e| format!("node: {e}"))?;
    let said = String::from_utf8_lossy(&output.stdout).trim().to_owned();
    let major = said.trim_start_matches('v').split('.').next().and_then(|major| major.parse::<u32>().ok());
    if major.is_some_and(|major| major >= OLDEST_NODE) {
        return Ok(None);
    }
    let machine = if cfg!(target_arch = "aarch64") { "arm64" } else { "x64" };
    println!("node is {said}, the browser tests need {OLDEST_NODE}");
    Ok(Some(format!("node-linux-{machine}@{NEWER_NODE}")))
}

/// Whether we may do everything here.
pub fn is_root() -> bool {
    let output = Command::new("id").arg("-u").output();
    output.is_ok_and(|output| String::from_utf8_lossy(&output.stdout).trim() == "0")
}

fn on_path(name: &str) -> Option<PathBuf> {
    let path = std::env::var_os("PATH")?;
    std::env::split_paths(&path).map(|folder| folder.join(name)).find(|file| Path::is_file(file))
}

/// A toolchain of the smallest kind comes without clippy.
fn clippy() -> Result<(), String> {
    let there = crate::steps::cargo(&["clippy", "--version"]).stdout(Stdio::null()).stderr(Stdio::null()).status();
    if there.is_ok_and(|status| status.success()) {
        return Ok(());
    }
    run(Command::new("rustup").args(["component", "add", "clippy"]))
}

fn quiet(program: &str) -> Command {
    let mut command = Command::new(program);
    command.env("DEBIAN_FRONTEND", "noninteractive").stdin(Stdio::null());
    command
}

fn names(tools: &[&Tool]) -> String {
    tools.iter().map(|tool| tool.name).collect::<Vec<_>>().join(", ")
}
