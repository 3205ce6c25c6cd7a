//! Who looked: the whole log for the data-protection officer, one client's for the client. Pages `/looked`,
//! `/clients/{client}/looked`, each also as a file.

mod pages;

pub(crate) use pages::lines_about;
pub use pages::routes;
