//! A partner learns which of their people are clients, and nobody learns a name.

use crate::town::Town;
use std::fs;
use std::path::{Path, PathBuf};
use std::process::{Command, Output};
use tempfile::TempDir;

// A person's right 15.
db::both_engines!(a_partner_is_told_of_clients_and_each_of_them_sees_it, |fresh| async {
    let town = Town::full(fresh).await;
    let folder = Folder::new();
    folder.file(
        "people.csv",
        "no,first_name,last_name,birth_date,national_id\n1,AMIRA,Haddad,1992-05-18,\n2,Nobody,Known,1970-01-01,\n\
         3,Bruno,,,A68040-5802-1\n4,Only,Name,,\n",
    );
    folder.key("art. 3 of the pilot law");
    let encoded = folder.encode();
    assert!(said(&encoded).contains("record 4: birth_date"), "{}", said(&encoded));
    let path = |name| folder.path(name);
    throughline::match_encoded::answer(&town.app, &path("key"), &path("encodings.csv"), &path("answer.csv")).await.unwrap();
    folder.run(&["encode", "open", "answer.csv", "--rows", "encodings.rows.csv", "--out", "clients.csv"], true);
    assert_eq!(folder.text("clients.csv"), "record_id\n1\n3\n");
    assert!(!path("key").exists() && !path("encodings.csv").exists());
    let amira = town.client("employment-service", "ES-0004711").await;
    let page = town.jobseeker("ES-0004711").await.opens(&format!("/clients/{amira}/looked")).await;
    page.sees("Partner told, without names").sees("Clinic learns that this is a client; ground: art. 3 of the pilot law");
});

#[test]
fn two_files_are_matched_without_an_installation_and_only_the_answer_is_left() {
    let folder = Folder::new();
    folder.file("people.csv", "no,name,birth_date\na,Ilona Lakatos,1981-04-03\nb,Peter Nagy,1970-01-01\n");
    folder.file("clients.csv", "no,name,birth_date\n1,\"Lakatos, Ilonka\",03.04.1981\n2,Marta Kiss,1999-09-09\n");
    folder.key("a law");
    folder.encode();
    folder.run(&["encode", "clients.csv", "--key", "key", "--out", "ours.csv"], true);
    let broken = folder.text("encodings.csv") + "zz,1\n";
    folder.file("encodings.csv", &broken);
    let matched = folder.run(&["match-encoded", "encodings.csv", "--ours", "ours.csv", "--out", "answer.csv"], true);
    assert!(said(&matched).contains("encodings.csv, row 3: has 2 fields"), "{}", said(&matched));
    assert!(!folder.path("encodings.csv").exists() && !folder.path("ours.csv").exists());
    assert!(folder.text("answer.csv").contains("ground = \"a law\""));
    folder.run(&["encode", "open", "answer.csv", "--rows", "encodings.rows.csv", "--out", "found.csv"], true);
    assert_eq!(folder.text("found.csv"), "record_id\na\n");
}

#[test]
fn a_key_that_expired_or_belongs_to_another_exchange_is_refused_and_nothing_is_removed() {
    let folder = Folder::new();
    folder.file("people.csv", "no,name,birth_date\na,Ilona Lakatos,1981-04-03\n");
    folder.key("a law");
    folder.encode();
    let today = folder.text("encodings.csv");
    let expires = today.lines().find(|line| line.starts_with("# expires")).unwrap().to_owned();
    folder.file("encodings.csv", &today.replace(&expires, "# expires = \"2020-01-01\""));
    let refused = folder.run(&["match-encoded", "encodings.csv", "--ours", "encodings.csv", "--out", "answer.csv"], false);
    assert!(said(&refused).contains("expired on 2020-01-01"), "{}", said(&refused));
    folder.file("encodings.csv", &today);
    folder.file("other.csv", &today.replace("# name = \"", "# name = \"f"));
    let refused = folder.run(&["match-encoded", "encodings.csv", "--ours", "other.csv", "--out", "answer.csv"], false);
    assert!(said(&refused).contains("two exchanges"), "{}", said(&refused));
    assert!(folder.path("encodings.csv").exists() && !folder.path("answer.csv").exists());
}

fn said(output: &Output) -> String {
    String::from_utf8_lossy(&output.stderr).into_owned()
}

/// A partner's folder.
struct Folder(TempDir);

impl Folder {
    fn new() -> Folder {
        Folder(tempfile::tempdir().unwrap())
    }

    fn path(&self, name: &str) -> PathBuf {
        self.0.path().join(name)
    }

    fn file(&self, name: &str, text: &str) {
        fs::write(self.path(name), text).unwrap();
    }

    fn text(&self, name: &str) -> String {
        fs::read_to_string(self.path(name)).unwrap()
    }

    fn key(&self, ground: &str) {
        self.run(&["encode", "key", "--ours", "Employment service", "--theirs", "Clinic", "--ground", ground, "--out", "key"], true);
    }

    fn encode(&self) -> Output {
        self.run(&["encode", "people.csv", "--key", "key", "--out", "encodings.csv"], true)
    }

    fn run(&self, words: &[&str], well: bool) -> Output {
        let folder: &Path = self.0.path();
        let output = Command::new(env!("CARGO_BIN_EXE_throughline")).args(words).current_dir(folder).output().unwrap();
        assert_eq!(output.status.success(), well, "{words:?}: {}", said(&output));
        output
    }
}
