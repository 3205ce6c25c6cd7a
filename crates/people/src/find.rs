//! Finding a person. Pages `/find` and `/find/suggest`, the rows that appear while typing.

mod pages;

pub use pages::routes;
pub(crate) use pages::suggests;
