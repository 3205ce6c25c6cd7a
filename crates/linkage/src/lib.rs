//! Are these records one person? Compares, blocks, learns, weighs, clusters and explains, without asking anyone and without a label.
//!
//! ```
//! use linkage::{Constraints, Field, Table, learn, link};
//!
//! let mut rows = Table::builder(&[Field::GivenName, Field::FamilyName, Field::BirthDate]);
//! rows.push(0, &["Ilona", "Lakatos", "1981-04-03"]);
//! rows.push(1, &["Lakatos", "Ilona", "03.04.1981"]);
//! let table = rows.build();
//! let model = learn(&table, &mut |_, _| {});
//! let linked = link(&table, &model, &Constraints::default(), &mut |_, _| {});
//! assert_eq!(linked.clusters, [0, 0]);
//! ```

mod blocking;
mod comparisons;
mod dates;
mod distances;
pub mod encoding;
mod explaining;
mod fields;
mod folding;
mod frequencies;
mod index;
mod interning;
mod learning;
mod linking;
mod models;
mod near;
mod nicknames;
mod population;
mod schemes;
mod scoring;
mod standards;
mod tables;

pub use blocking::{KEYS_VERSION, MOST_UNDER_A_KEY, worth_comparing};
pub use comparisons::{Comparison, Level};
pub use explaining::{Explainer, Explanation, Line, explain};
pub use fields::Field;
pub use folding::fold;
pub use frequencies::{Counted, Spread};
pub use index::{Index, Likely, ROUNDS};
pub use learning::learn;
pub use linking::{Constraints, Join, Linked, POSSIBLE_BAND, Possible, link};
pub use models::{Chance, ColumnMeaning, DEFAULT_CUT, MODEL_VERSION, Model, ModelError, Origin, SourceHabit, Weighing};
pub use near::{bits_of, pairs_from};
pub use population::value_key;
pub use tables::{Table, TableBuilder};

/// What is being done at the moment.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Stage {
    /// Comparing random pairs.
    Sampling,
    /// Finding pairs worth comparing.
    Blocking,
    /// Learning weights.
    Learning,
    /// Weighing pairs.
    Scoring,
    /// Joining records into people.
    Clustering,
}

/// Told the stage and the share of the whole call that is done, 0 to 1.
pub type Progress<'a> = dyn FnMut(Stage, f32) + 'a;

/// How alike two names are, 0 to 1, once folded; 1 for equal names, 0 if one is empty.
pub fn similarity(a: &str, b: &str) -> f64 {
    let (a, b) = (fold(a), fold(b));
    if a.is_empty() || b.is_empty() { 0.0 } else { distances::jaro_winkler_from(0.0, &a, &b) }
}

/// Whether this is a given name, or a form of one, that the library knows. It knows the common ones of Europe only.
pub fn is_given_name(text: &str) -> bool {
    !nicknames::lines_of(&fold(text)).is_empty()
}

/// Whether this states a sex, in a word or a code of several languages.
pub fn is_sex(text: &str) -> bool {
    standards::sex(text) != 0
}

/// Whether this is a personal number of a country whose check digit the library knows, and the digit is right.
pub fn is_checked_id(text: &str) -> bool {
    schemes::schemes(&standards::national_id(text)) != 0
}

/// Whether two given names are one name in two forms: equal once folded, of one sound, or pet form and full form.
pub fn same_given_name(a: &str, b: &str) -> bool {
    let (a, b) = (fold(a), fold(b));
    !a.is_empty() && !b.is_empty() && (folding::sound(&a) == folding::sound(&b) || nicknames::are_forms(&a, &b))
}
