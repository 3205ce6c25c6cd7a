//! The Throughline program.

use clap::{Parser, Subcommand};
use std::process::ExitCode;

mod link;

/// One case history for every person, shared by all services.
#[derive(Parser)]
#[command(version, about)]
struct Program {
    #[command(subcommand)]
    command: Command,
}

#[derive(Subcommand)]
enum Command {
    /// Find the people behind the records of files, or say why two records are one person's
    Link(link::Options),
}

fn main() -> ExitCode {
    let done = match Program::parse().command {
        Command::Link(options) => link::run(options),
    };
    match done {
        Ok(()) => ExitCode::SUCCESS,
        Err(problem) => {
            eprintln!("throughline: {problem:#}");
            ExitCode::FAILURE
        }
    }
}
