//! Organisations: who keeps files on people and who may be asked. Table: `organisation`.

mod store;

use rights::Permit;
use std::collections::BTreeMap;
use web::Shell;

pub use store::{SERVICE, add, is_service, kind, list, statements};

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
pub struct Titles {
    all: Vec<Organisation>,
    /// Those whose name this reader has no need of beside this client, with what stands in its place.
    masked: BTreeMap<String, String>,
}

impl Titles {
    /// These organisations.
    #[must_use]
    pub fn of(organisations: Vec<Organisation>) -> Titles {
        Titles { all: organisations, masked: BTreeMap::new() }
    }

    /// Reads them.
    ///
    /// # Errors
    /// What the database says.
    pub async fn load(tx: &mut db::Tx) -> Result<Titles, db::DbError> {
        Ok(Titles::of(list(tx).await?))
    }

    /// The same as the holder of this permit may read them beside its client: a name that by itself betrays health, justice or
    /// belief gives way to what kind of service it is, where the rules give the reader no need of it.
    #[must_use]
    pub fn for_reader(&self, permit: &Permit, shell: &Shell) -> Titles {
        let hidden = self.all.iter().filter(|o| o.sensitive && !permit.names(&o.id, o.sensitive));
        let masked = hidden.map(|o| (o.id.clone(), shell.word_or("organisation-masked", &o.kind))).collect();
        Titles { all: self.all.clone(), masked }
    }

    /// Whether this reader has no need of the name.
    #[must_use]
    pub fn masks(&self, id: &str) -> bool {
        self.masked.contains_key(id)
    }

    /// The name people read, or what stands in its place; the short name of one that is not known.
    #[must_use]
    pub fn title<'a>(&'a self, id: &'a str) -> &'a str {
        let known = || self.all.iter().find(|o| o.id == id).map_or(id, |o| o.title.as_str());
        self.masked.get(id).map_or_else(known, String::as_str)
    }

    /// The organisation, if it is known.
    #[must_use]
    pub fn get(&self, id: &str) -> Option<&Organisation> {
        self.all.iter().find(|o| o.id == id)
    }

    /// All of them, by title.
    #[must_use]
    pub fn all(&self) -> &[Organisation] {
        &self.all
    }

    /// The number of its colour, 1 to 8: the same on every page. One that is masked has the colour of none.
    #[must_use]
    pub fn hue(&self, id: &str) -> usize {
        let place = || self.all.iter().position(|o| o.id == id);
        if self.masks(id) { 8 } else { place().map_or(8, |place| place % 8 + 1) }
    }
}
