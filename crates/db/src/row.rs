//! What comes back from a query: values by column name.

use crate::{DbError, Value};
use std::sync::Arc;
use words::{Date, Id, Sensitivity, Time};

/// One row of an answer. Columns are asked for by name and type; a mistake in either is a [`DbError::Column`].
#[derive(Debug, Clone)]
pub struct Row {
    columns: Arc<[String]>,
    values: Vec<Value>,
}

impl Row {
    pub(crate) fn new(columns: Arc<[String]>, values: Vec<Value>) -> Row {
        Row { columns, values }
    }

    fn value(&self, column: &str) -> Result<&Value, DbError> {
        let place = self.columns.iter().position(|name| name == column);
        place.and_then(|place| self.values.get(place)).ok_or_else(|| wrong(column, "is not in the answer"))
    }

    /// A text that may be missing.
    ///
    /// # Errors
    /// When the column is not there or holds another type. So for all methods of this type.
    pub fn opt_text(&self, column: &str) -> Result<Option<&str>, DbError> {
        match self.value(column)? {
            Value::Text(text) => Ok(text.as_deref()),
            other if is_null(other) => Ok(None),
            other => Err(wrong(column, &format!("holds {other:?} instead of text"))),
        }
    }

    /// A text that must be there.
    ///
    /// # Errors
    /// See [`Row::opt_text`].
    pub fn text(&self, column: &str) -> Result<&str, DbError> {
        self.opt_text(column)?.ok_or_else(|| wrong(column, "is empty"))
    }

    /// A whole number that may be missing.
    ///
    /// # Errors
    /// See [`Row::opt_text`].
    pub fn opt_int(&self, column: &str) -> Result<Option<i64>, DbError> {
        match self.value(column)? {
            Value::Int(number) => Ok(*number),
            other if is_null(other) => Ok(None),
            other => Err(wrong(column, &format!("holds {other:?} instead of a number"))),
        }
    }

    /// A whole number that must be there.
    ///
    /// # Errors
    /// See [`Row::opt_text`].
    pub fn int(&self, column: &str) -> Result<i64, DbError> {
        self.opt_int(column)?.ok_or_else(|| wrong(column, "is empty"))
    }

    /// A number with a fraction that may be missing.
    ///
    /// # Errors
    /// See [`Row::opt_text`].
    pub fn opt_real(&self, column: &str) -> Result<Option<f64>, DbError> {
        match self.value(column)? {
            Value::Real(number) => Ok(*number),
            other if is_null(other) => Ok(None),
            other => Err(wrong(column, &format!("holds {other:?} instead of a number"))),
        }
    }

    /// True or false, stored as 1 or 0.
    ///
    /// # Errors
    /// See [`Row::opt_text`].
    pub fn flag(&self, column: &str) -> Result<bool, DbError> {
        Ok(self.int(column)? != 0)
    }

    /// Bytes that must be there.
    ///
    /// # Errors
    /// See [`Row::opt_text`].
    pub fn bytes(&self, column: &str) -> Result<&[u8], DbError> {
        self.opt_bytes(column)?.ok_or_else(|| wrong(column, "is empty"))
    }

    /// Bytes that may be missing.
    ///
    /// # Errors
    /// See [`Row::opt_text`].
    pub fn opt_bytes(&self, column: &str) -> Result<Option<&[u8]>, DbError> {
        match self.value(column)? {
            Value::Bytes(bytes) => Ok(bytes.as_deref()),
            other if is_null(other) => Ok(None),
            other => Err(wrong(column, &format!("holds {other:?} instead of bytes"))),
        }
    }

    /// An id that must be there.
    ///
    /// # Errors
    /// See [`Row::opt_text`].
    pub fn id(&self, column: &str) -> Result<Id, DbError> {
        Id::from_bytes(self.bytes(column)?).map_err(|e| wrong(column, &e.to_string()))
    }

    /// An id that may be missing.
    ///
    /// # Errors
    /// See [`Row::opt_text`].
    pub fn opt_id(&self, column: &str) -> Result<Option<Id>, DbError> {
        if is_null(self.value(column)?) { Ok(None) } else { self.id(column).map(Some) }
    }

    /// A moment that must be there.
    ///
    /// # Errors
    /// See [`Row::opt_text`].
    pub fn time(&self, column: &str) -> Result<Time, DbError> {
        self.int(column).map(Time::from_micros)
    }

    /// A moment that may be missing.
    ///
    /// # Errors
    /// See [`Row::opt_text`].
    pub fn opt_time(&self, column: &str) -> Result<Option<Time>, DbError> {
        Ok(self.opt_int(column)?.map(Time::from_micros))
    }

    /// A day that may be missing.
    ///
    /// # Errors
    /// See [`Row::opt_text`].
    pub fn opt_date(&self, column: &str) -> Result<Option<Date>, DbError> {
        let text = self.opt_text(column)?;
        text.map(|text| text.parse().map_err(|e: words::DateError| wrong(column, &e.to_string()))).transpose()
    }

    /// A day that must be there.
    ///
    /// # Errors
    /// See [`Row::opt_text`].
    pub fn date(&self, column: &str) -> Result<Date, DbError> {
        self.opt_date(column)?.ok_or_else(|| wrong(column, "is empty"))
    }

    /// A value of an enum stored by its word.
    ///
    /// # Errors
    /// See [`Row::opt_text`]; also when the word is not one of the enum's.
    pub fn word<T: std::str::FromStr<Err = String>>(&self, column: &str) -> Result<T, DbError> {
        self.text(column)?.parse().map_err(|words: String| wrong(column, &format!("holds none of {words}")))
    }

    /// A sensitivity level.
    ///
    /// # Errors
    /// See [`Row::opt_text`].
    pub fn sensitivity(&self, column: &str) -> Result<Sensitivity, DbError> {
        self.int(column).map(Sensitivity::new)
    }
}

fn is_null(value: &Value) -> bool {
    matches!(value, Value::Int(None) | Value::Real(None) | Value::Text(None) | Value::Bytes(None))
}

fn wrong(column: &str, problem: &str) -> DbError {
    DbError::Column { column: column.to_owned(), problem: problem.to_owned() }
}
