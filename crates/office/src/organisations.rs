//! Organisations: who keeps files on people and who may be asked. Table: `organisation`.

mod store;

pub use store::{add, list, statements};

/// A partner.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Organisation {
    /// The short name feeds use, such as `clinic`.
    pub id: String,
    /// The name people read.
    pub title: String,
    /// What it is: employment-service, municipality, insurer, health, training.
    pub kind: String,
    /// Whether its mere name betrays health, justice or belief.
    pub sensitive: bool,
}

/// The organisations by their short names, for pages that show many.
#[derive(Clone, Debug, Default)]
pub struct Titles(Vec<Organisation>);

impl Titles {
    /// These organisations.
    #[must_use]
    pub fn of(organisations: Vec<Organisation>) -> Titles {
        Titles(organisations)
    }

    /// Reads them.
    ///
    /// # Errors
    /// What the database says.
    pub async fn load(tx: &mut db::Tx) -> Result<Titles, db::DbError> {
        Ok(Titles(list(tx).await?))
    }

    /// The name people read; the short name of one that is not known.
    #[must_use]
    pub fn title<'a>(&'a self, id: &'a str) -> &'a str {
        self.0.iter().find(|o| o.id == id).map_or(id, |o| o.title.as_str())
    }

    /// The organisation, if it is known.
    #[must_use]
    pub fn get(&self, id: &str) -> Option<&Organisation> {
        self.0.iter().find(|o| o.id == id)
    }

    /// All of them, by title.
    #[must_use]
    pub fn all(&self) -> &[Organisation] {
        &self.0
    }

    /// The number of its colour, 1 to 8: the same on every page.
    #[must_use]
    pub fn hue(&self, id: &str) -> usize {
        self.0.iter().position(|o| o.id == id).map_or(8, |place| place % 8 + 1)
    }
}
