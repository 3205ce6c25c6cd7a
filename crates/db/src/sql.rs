//! One SQL text for both engines; where they differ, both texts stand side by side.

use crate::Value;

/// A statement as it stands in a room's `store.rs`.
///
/// Parameters are `$1`, `$2` … in both engines. `{list}` stands for a list whose length is known only at run time
/// (see [`crate::Tx::all_in`]), `{rows}` for the rows of a bulk insert (see [`crate::Tx::insert`]).
#[derive(Debug, Clone, Copy)]
pub struct Sql {
    sqlite: &'static str,
    postgres: &'static str,
}

/// A statement and where it stands, for the test that prepares every statement on both engines.
pub type Statement = (&'static str, &'static Sql);

impl Sql {
    /// One text that both engines understand alike.
    #[must_use]
    pub const fn both(text: &'static str) -> Sql {
        Sql { sqlite: text, postgres: text }
    }

    /// Two texts for the one thing the engines do not do alike. Named in `docs/engines.md`.
    #[must_use]
    pub const fn split(sqlite: &'static str, postgres: &'static str) -> Sql {
        Sql { sqlite, postgres }
    }

    pub(crate) const fn sqlite(&self) -> &'static str {
        self.sqlite
    }

    pub(crate) const fn postgres(&self) -> &'static str {
        self.postgres
    }
}

/// `text` with `{list}` written out as `$first, $first+1, …`.
pub(crate) fn with_list(text: &str, first: usize, length: usize) -> String {
    text.replace("{list}", &places(first, length))
}

/// `text` with `{rows}` written out as `(?, ?)`: one row, whose values stand in the order of their places.
pub(crate) fn with_unnumbered_row(text: &str, columns: usize) -> String {
    text.replace("{rows}", &format!("({})", vec!["?"; columns].join(", ")))
}

/// A text whose numbered places have become unnumbered ones, and the values in the order of the places. SQLite looks through the names
/// of all places for each numbered one: of thousands of them that takes longer than the rows themselves.
pub(crate) fn unnumbered(text: &str, values: &[Value]) -> (String, Vec<Value>) {
    let (mut plain, mut given) = (String::with_capacity(text.len()), Vec::with_capacity(values.len()));
    let mut parts = text.split('$');
    plain.push_str(parts.next().unwrap_or_default());
    for part in parts {
        let digits = part.bytes().take_while(u8::is_ascii_digit).count();
        let (number, rest) = part.split_at(digits);
        plain.push('?');
        plain.push_str(rest);
        given.extend(number.parse::<usize>().ok().and_then(|n| values.get(n.checked_sub(1)?)).cloned());
    }
    (plain, given)
}

/// `text` with `{list}` as one place for an array of any length.
pub(crate) fn with_array(text: &str, place: usize) -> String {
    text.replace("not in ({list})", &format!("<> all(${place})")).replace("in ({list})", &format!("= any(${place})"))
}

/// `text` with `{rows}` as one array for each column: `kinds` are the types of what they hold.
pub(crate) fn with_columns(text: &str, kinds: &[&str]) -> String {
    let columns: Vec<String> = kinds.iter().zip(1..).map(|(kind, place)| format!("${place}::{kind}[]")).collect();
    text.replace("values {rows}", &format!("select * from unnest({})", columns.join(", ")))
}

/// `text` with `{rows}` written out as `($1, $2), ($3, $4), …`.
pub(crate) fn with_rows(text: &str, rows: usize, columns: usize) -> String {
    let rows: Vec<String> = (0..rows).map(|row| format!("({})", places(row * columns + 1, columns))).collect();
    text.replace("{rows}", &rows.join(", "))
}

fn places(first: usize, length: usize) -> String {
    let places: Vec<String> = (first..first + length).map(|place| format!("${place}")).collect();
    places.join(", ")
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn lists_and_rows_are_written_out() {
        assert_eq!(with_list("a = $1 and b in ({list})", 2, 3), "a = $1 and b in ($2, $3, $4)");
        assert_eq!(with_rows("values {rows}", 2, 2), "values ($1, $2), ($3, $4)");
        assert_eq!(with_array("a in ({list}) and b not in ({list})", 2), "a = any($2) and b <> all($2)");
        assert_eq!(with_columns("values {rows} on", &["bytea", "int8"]), "select * from unnest($1::bytea[], $2::int8[]) on");
        assert_eq!(with_unnumbered_row("values {rows}", 2), "values (?, ?)");
    }

    #[test]
    fn places_lose_their_numbers_and_values_follow_them() {
        let values = [Value::from(1_i64), Value::from(2_i64)];
        let (text, given) = unnumbered("a = $2 and b < $1 and c = $2", &values);
        assert_eq!(text, "a = ? and b < ? and c = ?");
        assert_eq!(given, [Value::from(2_i64), Value::from(1_i64), Value::from(2_i64)]);
    }
}
