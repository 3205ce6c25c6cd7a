//! Steps of a long command: each under a heading, with its seconds, and all of them in a table at the end.

use std::process::{Command, ExitCode};
use std::time::{Duration, Instant};

/// The steps so far.
#[derive(Default)]
pub struct Steps {
    done: Vec<(String, Duration, Result<(), String>)>,
}

impl Steps {
    /// Does a step and remembers how it went. Later steps are done all the same, so that one run tells everything.
    pub fn step(&mut self, name: &str, work: impl FnOnce() -> Result<(), String>) -> bool {
        println!("\n== {name}");
        let start = Instant::now();
        let outcome = work();
        if let Err(problem) = &outcome {
            println!("== {name} failed: {problem}");
        }
        let well = outcome.is_ok();
        println!("== {name}: {:.1} s", start.elapsed().as_secs_f64());
        self.done.push((name.to_owned(), start.elapsed(), outcome));
        well
    }

    /// Prints the table; failure when a step failed.
    pub fn end(self) -> ExitCode {
        println!("\n{}", self.table());
        if self.done.iter().all(|(_, _, outcome)| outcome.is_ok()) { ExitCode::SUCCESS } else { ExitCode::FAILURE }
    }

    fn table(&self) -> String {
        let width = self.done.iter().map(|(name, ..)| name.chars().count()).max().unwrap_or(0);
        let rows = self.done.iter().map(|(name, took, outcome)| {
            let word = if outcome.is_ok() { "ok" } else { "FAILED" };
            format!("{name:width$}  {:>7.1} s  {word}", took.as_secs_f64())
        });
        rows.collect::<Vec<_>>().join("\n")
    }
}

/// Runs a program to its end, its output before our eyes.
pub fn run(command: &mut Command) -> Result<(), String> {
    let words: Vec<String> = std::iter::once(command.get_program()).chain(command.get_args()).map(|w| w.to_string_lossy().into_owned()).collect();
    let line = words.join(" ");
    println!("$ {line}");
    let status = command.status().map_err(|e| format!("{line}: {e}"))?;
    if status.success() { Ok(()) } else { Err(format!("{line}: {status}")) }
}

/// Cargo, at the root of the repository.
pub fn cargo(words: &[&str]) -> Command {
    let mut command = Command::new(std::env::var_os("CARGO").unwrap_or_else(|| "cargo".into()));
    command.args(words).current_dir(crate::repository::root());
    command
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_failed_step_is_told_and_the_next_one_is_done() {
        let mut steps = Steps::default();
        assert!(!steps.step("one", || run(&mut Command::new("false"))));
        assert!(steps.step("another", || Ok(())));
        let table = steps.table();
        assert!(table.contains("FAILED") && table.lines().count() == 2, "{table}");
        assert_eq!(steps.end(), ExitCode::FAILURE);
    }
}
