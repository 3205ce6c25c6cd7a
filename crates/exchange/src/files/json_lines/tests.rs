//! What rows come out of JSON lines, and which are refused.

use super::super::{Kind, Rows};
use super::*;

fn read(content: &str) -> Rows {
    let folder = tempfile::tempdir().unwrap();
    let path = folder.path().join("people.jsonl");
    std::fs::write(&path, content).unwrap();
    super::super::open(&path, &Shape::of(Kind::JsonLines), &Limits::default()).unwrap()
}

#[test]
fn objects_are_flattened_one_level_and_columns_are_the_union() {
    let mut rows = read(
        "{\"id\":7,\"name\":{\"given\":\"Ilona\"}}\n\n{\"id\":\"8\",\"ok\":true,\"x\":null}\n",
    );
    assert_eq!(rows.columns(), ["id", "name.given", "ok", "x"]);
    assert_eq!(rows.next().unwrap().unwrap().values, ["7", "Ilona", "", ""]);
    let second = rows.next().unwrap().unwrap();
    assert_eq!(
        (second.number, second.values),
        (
            3,
            vec!["8".into(), String::new(), "true".into(), String::new()]
        )
    );
}

#[test]
fn each_fault_is_named_and_the_next_row_still_read() {
    let faults = [
        ("{\"id\":[1]}", "the value is a list"),
        ("{\"id\":{\"a\":{\"b\":1}}}", "nested deeper than one level"),
        ("{\"id\":1,\"id\":2}", "the key stands twice"),
        ("{\"id\":NaN}", "NaN and Infinity are no JSON numbers"),
        ("{\"id\":-Infinity}", "NaN and Infinity are no JSON numbers"),
        ("{\"id\":1", "it ends too early"),
        ("[1,2]", "a single value or a list"),
        (
            "{\"id\":123456789012345678901234567890}",
            "too long to be read exactly",
        ),
        ("{\"id\":\"=1+1\"}", "the value is a formula"),
    ];
    for (line, words) in faults {
        let rows: Vec<_> = read(&format!("{{\"id\":0}}\n{line}\n{{\"id\":3}}\n")).collect();
        let refusal = rows[1].as_ref().unwrap_err();
        assert!(refusal.to_string().contains(words), "{line}: {refusal}");
        assert_eq!(rows[2].as_ref().unwrap().values[0], "3", "{line}");
    }
}

#[test]
fn a_late_key_is_reported_and_a_row_of_strangers_refused() {
    let mut content = "{\"id\":1}\n".repeat(120);
    content.push_str("{\"id\":2,\"new\":3}\n{\"other\":1}\n");
    let mut rows = read(&content);
    let last = rows.by_ref().last().unwrap();
    assert!(
        last.unwrap_err()
            .to_string()
            .contains("none of the row's keys")
    );
    assert_eq!(rows.unknown_keys(), ["new", "other"]);
}
