//! Files made to break a reader: each is refused in plain words, with memory bounded.
//!
//! Every file is read in a process of its own (this binary run again), which reports what it was told and the most
//! memory it ever held.

#![expect(
    clippy::unwrap_used,
    clippy::expect_used,
    reason = "a test may stop where it fails"
)]

#[path = "hostile_files/bytes.rs"]
mod bytes;
#[path = "hostile_files/parquet_files.rs"]
mod parquet_files;
#[path = "hostile_files/workbooks.rs"]
mod workbooks;

use std::path::Path;
use std::process::Command;

use exchange::files::{Kind, Limits, Refusal, Shape, open};

use bytes::{Hostile, hostile_files};

const CHILD: &str = "THROUGHLINE_HOSTILE_FILE";
const MOST_MEMORY_KB: u64 = 200 << 10;

#[test]
fn hostile_files_are_refused_in_plain_words_with_bounded_memory() {
    if let Ok(order) = std::env::var(CHILD) {
        read_and_report(&order);
        return;
    }
    let folder = tempfile::tempdir().unwrap();
    let files = hostile_files(folder.path());
    assert!(files.len() >= 20);
    let mut worst = (0, "");
    let mut faults = Vec::new();
    for file in &files {
        let (told, memory) = read_in_a_child(file);
        if !told.contains(file.words)
            || !told.contains(&format!("good {}.", file.good_rows))
            || memory >= MOST_MEMORY_KB
        {
            faults.push(format!(
                "{}: expected {:?} and {} good rows in:\n{told}",
                file.name, file.words, file.good_rows
            ));
        }
        worst = worst.max((memory, file.name));
    }
    assert!(faults.is_empty(), "{}", faults.join("\n"));
    println!(
        "{} hostile files; the most memory was {} kB for {}",
        files.len(),
        worst.0,
        worst.1
    );
}

fn read_in_a_child(file: &Hostile) -> (String, u64) {
    let order = serde_json::json!({ "path": file.path, "shape": file.shape }).to_string();
    let output = Command::new(std::env::current_exe().unwrap())
        .args([
            "--exact",
            "hostile_files_are_refused_in_plain_words_with_bounded_memory",
            "--nocapture",
        ])
        .env(CHILD, order)
        .output()
        .unwrap();
    let told = String::from_utf8_lossy(&output.stdout).into_owned();
    assert!(
        output.status.success(),
        "{}: the reader died: {told}{}",
        file.name,
        String::from_utf8_lossy(&output.stderr)
    );
    let memory = told
        .lines()
        .find_map(|line| line.strip_prefix("memory "))
        .expect("a report of memory")
        .parse()
        .unwrap();
    (told, memory)
}

fn read_and_report(order: &str) {
    let order: serde_json::Value = serde_json::from_str(order).unwrap();
    let shape: Shape = serde_json::from_value(order["shape"].clone()).unwrap();
    let mut good = 0;
    println!();
    match open(
        Path::new(order["path"].as_str().unwrap()),
        &shape,
        &Limits::default(),
    ) {
        Err(refusal) => println!("refused {refusal}"),
        Ok(rows) => {
            let mut shown = 0;
            for row in rows {
                match row {
                    Ok(_) => good += 1,
                    Err(Refusal::Row(refusal)) if shown < 20 => {
                        shown += 1;
                        println!("refused {refusal}");
                    }
                    Err(Refusal::Row(_)) => {}
                    Err(Refusal::File(refusal)) => println!("refused {refusal}"),
                }
            }
        }
    }
    println!("good {good}.");
    let status = std::fs::read_to_string("/proc/self/status").unwrap();
    let peak = status
        .lines()
        .find_map(|line| line.strip_prefix("VmHWM:"))
        .unwrap();
    println!("memory {}", peak.trim().trim_end_matches(" kB"));
}

#[test]
fn the_kinds_are_written_as_the_feeds_write_them() {
    let kinds = [Kind::Csv, Kind::JsonLines, Kind::Xlsx, Kind::Parquet]
        .map(|kind| serde_json::to_string(&kind).unwrap());
    assert_eq!(
        kinds,
        ["\"csv\"", "\"json-lines\"", "\"xlsx\"", "\"parquet\""]
    );
}
