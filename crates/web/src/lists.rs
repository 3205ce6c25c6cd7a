//! Lists: which part of one an address asks for, and lists that leave as files.

use axum::http::header;
use axum::response::{IntoResponse, Response};
use serde::Deserialize;

/// So many lines leave in one file.
const IN_FILE: i64 = 100_000;

/// What an address asks of a list: `?skip=50`, `?format=csv`.
#[derive(Clone, Debug, Default, Deserialize)]
pub struct Listing {
    #[serde(default)]
    skip: u32,
    #[serde(default)]
    format: String,
}

impl Listing {
    /// Whether it is to leave as a file, all of it.
    #[must_use]
    pub fn is_file(&self) -> bool {
        self.format == "csv"
    }

    /// How many to pass by, and how many to show at most, of which a page has `page`; a file has all.
    #[must_use]
    pub fn part(&self, page: i64) -> (i64, i64) {
        if self.is_file() { (0, IN_FILE) } else { self.page(page) }
    }

    /// The same of a list whose file has what its page has.
    #[must_use]
    pub fn page(&self, page: i64) -> (i64, i64) {
        (i64::from(self.skip), page)
    }

    /// How many stand before the next page, after `shown` of `page`; none on the last.
    #[must_use]
    pub fn next(&self, page: i64, shown: usize) -> Option<i64> {
        i64::try_from(shown).is_ok_and(|shown| shown == page).then_some(i64::from(self.skip) + page)
    }
}

/// A list that leaves as a file of this name and is kept by nobody on the way.
#[must_use]
pub fn csv_file(name: &str, text: String) -> Response {
    let headers = [
        (header::CONTENT_TYPE, "text/csv; charset=utf-8".to_owned()), (header::CACHE_CONTROL, "no-store".to_owned()),
        (header::CONTENT_DISPOSITION, format!("attachment; filename=\"{name}\"")),
    ];
    (headers, text).into_response()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_page_that_is_full_has_a_next_one_and_a_file_has_all() {
        let listing = |skip, format: &str| Listing { skip, format: format.to_owned() };
        assert_eq!((listing(0, "").part(50), listing(50, "").part(50)), ((0, 50), (50, 50)));
        assert_eq!((listing(50, "").next(50, 50), listing(50, "").next(50, 49), listing(0, "").next(50, 0)), (Some(100), None, None));
        assert_eq!(listing(50, "csv").part(50), (0, IN_FILE));
        assert!(listing(0, "csv").is_file() && !listing(0, "CSV").is_file());
    }
}
