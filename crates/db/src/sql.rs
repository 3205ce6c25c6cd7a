//! One SQL text for both engines; where they differ, both texts stand side by side.

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
    }
}
