//! The words every other crate speaks: ids, times, dates, spells of unemployment, kinds of entry.
//!
//! Pure: no input or output, no clock, no chance. What the time is and which random bits an id gets are
//! handed in as values, so that every test and the demo can hold both still.

mod contacts;
mod entries;
mod ids;
mod spells;
mod stored;
mod times;

pub use contacts::{ContactRule, Floor};
pub use entries::{Band, EntryKind, Sensitivity, Status};
pub use ids::{Id, IdError};
pub use spells::{Mark, Period, Spell, SpellRule, spells};
pub use times::{Date, DateError, Time};
