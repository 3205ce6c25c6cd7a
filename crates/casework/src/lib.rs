//! The counsellor's work with one client: meetings, in-depth assessments, job integration agreements, and the drafts of what is written about them.

mod audience;
mod readable;

pub mod agreements;
pub mod assessments;
pub mod drafts;
pub mod meetings;

use assessments::Said;
use db::Statement;
use history::entries::Entry;
use office::Pack;
use office::packs::Translated;
use web::Shell;

/// A text of the pack in the reader's language.
pub(crate) fn text<'a>(shell: &Shell, text: &'a Translated) -> &'a str {
    text.read_in(shell.language.tag).1
}

/// The details of an entry that was made with one of the forms of this crate, in words; `None` for any other.
#[must_use]
pub fn told(shell: &Shell, pack: &Pack, entry: &Entry) -> Option<Vec<Said>> {
    assessments::told(shell, pack, entry).or_else(|| agreements::told(shell, pack, entry))
}

/// The statements of every room of this crate, for the test that prepares them on both engines.
#[must_use]
pub fn statements() -> Vec<Statement> {
    [drafts::statements(), meetings::statements()].concat()
}
