//! The Throughline program: one command line, one binary.

use clap::{Parser, Subcommand};
use std::process::ExitCode;
use throughline::{audit, demo, encode, feed, import, keys, link, match_encoded, purge, serve, simulate, users};

/// One case history for every person, shared by all services
#[derive(Parser)]
#[command(version, about, after_help = "Try it:  throughline demo")]
struct Program {
    #[command(subcommand)]
    command: Command,
}

#[derive(Subcommand)]
enum Command {
    /// Play the main job before your eyes on invented people, then serve the result
    Demo(demo::Options),
    /// Serve an installation
    Serve(serve::Options),
    /// Look after the feeds
    #[command(subcommand)]
    Feed(feed::Command),
    /// Take files of a feed in, and link what they bring
    Import(import::Options),
    /// Find the people behind the records of files, or say why two records are one person's
    Link(link::Options),
    /// Encode people without their names, for one exchange with a partner
    Encode(encode::Options),
    /// Tell a partner which rows of their encodings are clients
    MatchEncoded(match_encoded::Options),
    /// Write the files of five agencies of an invented region
    Simulate(simulate::Options),
    /// Check the access log
    #[command(subcommand)]
    Audit(audit::Command),
    /// Look after the keys under which everything personal is sealed
    #[command(subcommand)]
    Keys(keys::Command),
    /// Remove what is over by the field register, and what was erased from the files
    Purge(purge::Options),
    /// Look after who can sign in
    #[command(subcommand)]
    User(users::Command),
}

/// A crash leaves no image of this program's memory on a disk: keys stand in it, and what they seal.
fn keep_memory_private() {
    use rustix::process::{Resource, Rlimit, setrlimit};
    let none = Rlimit { current: Some(0), maximum: Some(0) };
    // Where the system will not have it, its administrator has decided so.
    setrlimit(Resource::Core, none).ok();
    #[cfg(target_os = "linux")]
    rustix::process::set_dumpable_behavior(rustix::process::DumpableBehavior::NotDumpable).ok();
}

fn main() -> ExitCode {
    keep_memory_private();
    let quiet = "throughline=info,people=info,exchange=info,office=info,db=warn";
    let filter = tracing_subscriber::EnvFilter::try_from_default_env().unwrap_or_else(|_| quiet.into());
    tracing_subscriber::fmt().with_env_filter(filter).with_writer(std::io::stderr).with_target(false).init();
    let done = match Program::parse().command {
        Command::Link(options) => link::run(options),
        Command::Encode(options) => encode::run(options),
        Command::Simulate(options) => simulate::run(&options),
        Command::Demo(options) => waiting(demo::run(options)),
        Command::Serve(options) => waiting(serve::run(options)),
        Command::Import(options) => waiting(import::run(options)),
        Command::MatchEncoded(options) => waiting(match_encoded::run(options)),
        Command::Feed(command) => waiting(feed::run(command)),
        Command::Audit(command) => waiting(audit::run(command)),
        Command::Keys(command) => waiting(keys::run(command)),
        Command::Purge(options) => waiting(purge::run(options)),
        Command::User(command) => waiting(users::run(command)),
    };
    match done {
        Ok(()) => ExitCode::SUCCESS,
        Err(problem) => {
            eprintln!("throughline: {problem:#}");
            ExitCode::FAILURE
        }
    }
}

/// Runs a command that waits for disk and network.
fn waiting(command: impl Future<Output = anyhow::Result<()>>) -> anyhow::Result<()> {
    let cores = std::thread::available_parallelism().map_or(1, usize::from);
    tokio::runtime::Builder::new_multi_thread().worker_threads(cores + db::CONNECTIONS).enable_all().build()?.block_on(command)
}
