//! A private PostgreSQL for one test run: made, used and removed, whatever becomes of us meanwhile.

use crate::tools;
use std::io::{BufRead, BufReader};
use std::os::unix::process::CommandExt;
use std::path::{Path, PathBuf};
use std::process::{Child, ChildStdin, Command, Stdio};

/// Keeps the cluster until its standard input ends. That end comes when we close it and also when we are killed, so
/// no cluster outlives its run. What a test database loses when power fails is no loss: nothing is synced.
const KEEPER: &str = r#"
cd "$DATA" || exit 1
if "$BIN/initdb" -D "$DATA/cluster" -U throughline -A trust -E UTF8 --locale=C --no-sync >"$DATA/log" 2>&1 &&
   "$BIN/pg_ctl" -D "$DATA/cluster" -w -t 60 -l "$DATA/server.log" -o "-p $PORT -c listen_addresses=127.0.0.1 \
     -c unix_socket_directories='' -c fsync=off -c full_page_writes=off -c synchronous_commit=off -c max_connections=200 \
     -c wal_level=minimal -c max_wal_senders=0 -c max_wal_size=256MB" \
     start >>"$DATA/log" 2>&1
then echo ready; read -r _
else cat "$DATA/log" "$DATA/server.log" 2>/dev/null; echo failed
fi
"$BIN/pg_ctl" -D "$DATA/cluster" -m immediate -w stop >/dev/null 2>&1
rm -rf "$DATA"/*
"#;

/// A running cluster. It stops when this is dropped.
pub struct Postgres {
    keeper: Child,
    line: Option<ChildStdin>,
    data: PathBuf,
    port: u16,
}

impl Postgres {
    /// Starts a cluster in `target/postgres`, or in the system's temporary folder when PostgreSQL cannot reach that.
    /// The server refuses to run as root, so root runs it as the user `postgres`.
    pub fn start() -> Result<Postgres, String> {
        let initdb = tools::find("initdb").ok_or("PostgreSQL is not installed")?;
        let bin = std::fs::canonicalize(&initdb).ok().and_then(|path| path.parent().map(Path::to_owned)).ok_or("initdb has no folder")?;
        let root = tools::is_root();
        let data = folder(root)?;
        let port = free_port()?;
        let mut command = if root { as_postgres() } else { Command::new("sh") };
        command.args(["-c", KEEPER]).env("DATA", &data).env("BIN", &bin).env("PORT", port.to_string()).current_dir("/");
        // A group of its own: an interrupt at the terminal reaches us, and we end the keeper.
        let mut keeper = command.process_group(0).stdin(Stdio::piped()).stdout(Stdio::piped()).spawn().map_err(|e| format!("sh: {e}"))?;
        let (line, output) = (keeper.stdin.take(), keeper.stdout.take());
        let postgres = Postgres { keeper, line, data, port };
        let mut told = String::new();
        for said in output.into_iter().flat_map(|output| BufReader::new(output).lines().map_while(Result::ok)) {
            match said.as_str() {
                "ready" => return Ok(postgres),
                "failed" => break,
                other => told = format!("{told}\n{other}"),
            }
        }
        Err(format!("PostgreSQL did not start:{told}"))
    }

    /// The server's address; a test adds `/` and the name of a database.
    pub fn address(&self) -> String {
        format!("postgres://throughline@127.0.0.1:{}", self.port)
    }
}

impl Drop for Postgres {
    fn drop(&mut self) {
        drop(self.line.take());
        let _ = self.keeper.wait();
        let _ = std::fs::remove_dir_all(&self.data);
    }
}

/// A folder that the server's user owns and can reach.
fn folder(root: bool) -> Result<PathBuf, String> {
    let name = format!("postgres-{}", std::process::id());
    let target = std::env::var_os("CARGO_TARGET_DIR").map_or_else(|| crate::repository::root().join("target"), PathBuf::from);
    let target = std::path::absolute(target).unwrap_or_else(|_| std::env::temp_dir());
    let mut last = String::new();
    for data in [target.join(&name), std::env::temp_dir().join(format!("throughline-{name}"))] {
        match make(&data, root) {
            Ok(()) => return Ok(data),
            Err(problem) => last = problem,
        }
        let _ = std::fs::remove_dir_all(&data);
    }
    Err(last)
}

fn make(data: &Path, root: bool) -> Result<(), String> {
    std::fs::create_dir_all(data).map_err(|e| format!("{}: {e}", data.display()))?;
    if !root {
        return Ok(());
    }
    let well = |command: &mut Command| command.stderr(Stdio::null()).status().is_ok_and(|status| status.success());
    let reached = well(Command::new("chown").arg("postgres").arg(data)) && well(as_postgres().args(["-c", "cd \"$0\" && test -w ."]).arg(data));
    if reached { Ok(()) } else { Err(format!("the user postgres cannot write to {}", data.display())) }
}

/// A shell of the user `postgres`.
fn as_postgres() -> Command {
    let mut command = Command::new("runuser");
    command.args(["-u", "postgres", "--", "sh"]).current_dir("/");
    command
}

fn free_port() -> Result<u16, String> {
    let listener = std::net::TcpListener::bind("127.0.0.1:0").and_then(|listener| listener.local_addr());
    listener.map(|address| address.port()).map_err(|e| format!("no free port: {e}"))
}
