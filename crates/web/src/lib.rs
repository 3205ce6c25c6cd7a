//! Pages: what every room needs to answer a browser, and nothing that knows a client or a case.
//!
//! [`Texts`] are the messages in every language, [`Shell`] is what surrounds each page, [`Page`] is the answer, and
//! [`assets`] are the style sheet, the script and the marks, all inside the program.

pub mod assets;
mod csv;
mod days;
mod lists;
mod pages;
mod shell;
mod texts;

pub use csv::csv_line;
pub use lists::{Listing, csv_file};
pub use pages::{CONTENT_SECURITY_POLICY, Message, Page};
pub use shell::{NavItem, Shell, UserBadge};
pub use texts::{LANGUAGES, Language, Texts, TextsError, language};
