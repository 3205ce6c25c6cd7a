//! Lists as files: CSV that no spreadsheet takes for a program.

/// A line of a CSV file (RFC 4180), with its end. A cell that a spreadsheet would run as a formula is kept from it by an
/// apostrophe.
#[must_use]
pub fn csv_line(cells: &[&str]) -> String {
    let quoted = |cell: &&str| {
        let guard = if cell.starts_with(['=', '+', '-', '@', '\t', '\r']) { "'" } else { "" };
        format!("\"{guard}{}\"", cell.replace('"', "\"\""))
    };
    cells.iter().map(quoted).collect::<Vec<_>>().join(",") + "\r\n"
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_cell_is_never_a_formula() {
        assert_eq!(csv_line(&["=1+1", "say \"hello\"", "x"]), "\"'=1+1\",\"say \"\"hello\"\"\",\"x\"\r\n");
    }
}
