//! What can be handed to a statement.

use words::{Date, Id, Time};

/// One value of a statement or a row. A missing value still has a type, because PostgreSQL asks for one.
#[derive(Debug, Clone, PartialEq)]
pub enum Value {
    /// A whole number, a time in microseconds, or 0 and 1 for false and true.
    Int(Option<i64>),
    /// A number with a fraction.
    Real(Option<f64>),
    /// Text, or a date as `2026-11-23`.
    Text(Option<String>),
    /// An id or other bytes.
    Bytes(Option<Vec<u8>>),
}

macro_rules! value_from {
    ($($from:ty => $value:ident, $as:expr;)+) => {
        $(
            impl From<$from> for Value {
                fn from(given: $from) -> Value { Value::$value(Some($as(given))) }
            }
            impl From<Option<$from>> for Value {
                fn from(given: Option<$from>) -> Value { Value::$value(given.map($as)) }
            }
        )+
    };
}

value_from! {
    i64 => Int, |v| v;
    i32 => Int, i64::from;
    u32 => Int, i64::from;
    bool => Int, i64::from;
    Time => Int, |v: Time| v.micros();
    f64 => Real, |v| v;
    String => Text, |v| v;
    &str => Text, |v: &str| v.to_owned();
    &String => Text, |v: &String| v.clone();
    Date => Text, |v: Date| v.to_string();
    Vec<u8> => Bytes, |v| v;
    &[u8] => Bytes, |v: &[u8]| v.to_vec();
    [u8; 32] => Bytes, |v: [u8; 32]| v.to_vec();
    Id => Bytes, |v: Id| v.bytes().to_vec();
    &Id => Bytes, |v: &Id| v.bytes().to_vec();
}
