//! Which column of a file means what: as the caller says, as the model says, by its name, or by what stands in it.

use super::Input;
use anyhow::{Result, bail};
use linkage::{ColumnMeaning, Field};

mod content;
mod names;

use content::{Values, digits};

/// What the model file calls the column of the record's id, of its source, and one that is not compared.
const RECORD_ID: &str = "record_id";
const SOURCE: &str = "source";
const NOTHING: &str = "nothing";

/// What a file's columns mean.
#[derive(Debug, PartialEq, Eq)]
pub(super) struct Meaning {
    /// Place of the record id.
    pub id: usize,
    /// Place of the source, if a column tells it.
    pub source: Option<usize>,
    /// Places of the columns that are compared, with what they say.
    pub fields: Vec<(usize, Field)>,
    /// Every column in the words of the model file, with why.
    pub told: Vec<ColumnMeaning>,
}

/// Columns being recognised.
struct Reading<'a> {
    header: &'a [String],
    sample: &'a [Vec<String>],
    /// What each column holds and why, once it is known.
    known: Vec<Option<(String, String)>>,
    fields: Vec<(usize, Field)>,
}

/// Finds out what columns mean. What the caller says wins over the model, the model over the columns' names, and names over content.
pub(super) fn recognise(header: &[String], sample: &[Vec<String>], input: &Input, model: &[ColumnMeaning]) -> Result<Meaning> {
    let mut reading = Reading { header, sample, known: vec![None; header.len()], fields: Vec::new() };
    reading.obey(&input.columns)?;
    let id = reading.record_id(input, model)?;
    let source = reading.source(input, model)?;
    reading.follow(model)?;
    reading.by_name();
    let source = source.or_else(|| reading.source_by_content());
    reading.by_content();
    reading.fields.sort_unstable();
    let tell = |(name, known): (&String, Option<(String, String)>)| {
        let (means, why) = known.unwrap_or((NOTHING.to_owned(), "neither its name nor its values tell what it is".to_owned()));
        ColumnMeaning { name: name.clone(), means, why }
    };
    let told = header.iter().zip(reading.known).map(tell).collect();
    Ok(Meaning { id, source, fields: reading.fields, told })
}

impl Reading<'_> {
    fn place(&self, name: &str) -> Result<usize> {
        match self.header.iter().position(|column| column == name) {
            Some(place) => Ok(place),
            None => bail!("there is no column {name}; there are {}", self.header.join(", ")),
        }
    }

    fn know(&mut self, at: usize, means: &str, why: &str) {
        if let Some(known) = self.known.get_mut(at) {
            *known = Some((means.to_owned(), why.to_owned()));
        }
    }

    fn take(&mut self, at: usize, field: Field, why: &str) {
        self.know(at, field.name(), why);
        self.fields.push((at, field));
    }

    /// What the caller says.
    fn obey(&mut self, rules: &[String]) -> Result<()> {
        for rule in rules {
            let Some((column, field)) = rule.split_once('=') else { bail!("`{rule}` is not of the form COLUMN=FIELD") };
            let at = self.place(column)?;
            self.take_named(at, if field.is_empty() { NOTHING } else { field }, "you said so")?;
        }
        Ok(())
    }

    fn take_named(&mut self, at: usize, means: &str, why: &str) -> Result<()> {
        if means == NOTHING {
            self.know(at, NOTHING, why);
            return Ok(());
        }
        let Some(field) = Field::named(means) else { bail!("`{means}` is no field; there are {}", Field::ALL.map(Field::name).join(", ")) };
        self.take(at, field, why);
        Ok(())
    }

    /// A column of this meaning that the model names and the file has.
    fn of_model(&self, model: &[ColumnMeaning], means: &str) -> Option<usize> {
        let named = model.iter().filter(|column| column.means == means);
        named.filter_map(|column| self.header.iter().position(|name| *name == column.name)).next()
    }

    /// The first column, unless its values come again and those of a later column that bears the name of an id, or any, do not.
    fn record_id(&mut self, input: &Input, model: &[ColumnMeaning]) -> Result<usize> {
        let unique = |at: usize| self.sample.get(at).is_none_or(|values| !values.iter().any(String::is_empty) && Values::of(values).variety() >= 1.0);
        let (at, why) = match &input.id_column {
            Some(name) => (self.place(name)?, "you said so"),
            None => match self.of_model(model, RECORD_ID) {
                Some(at) => (at, "the model says so"),
                None if unique(0) => (0, "the first column"),
                None => {
                    let named = (0..self.header.len()).find(|at| self.header.get(*at).is_some_and(|name| names::is_record_id(name)) && unique(*at));
                    match named.or_else(|| (0..self.header.len()).find(|at| unique(*at))) {
                        Some(at) => (at, "the first column without repeated values"),
                        None => (0, "the first column"),
                    }
                }
            },
        };
        self.know(at, RECORD_ID, why);
        Ok(at)
    }

    fn source(&mut self, input: &Input, model: &[ColumnMeaning]) -> Result<Option<usize>> {
        let (at, why) = match &input.source_column {
            Some(name) => (Some(self.place(name)?), "you said so"),
            None => match self.of_model(model, SOURCE) {
                Some(at) => (Some(at), "the model says so"),
                None => {
                    let named = |at: &usize| self.known.get(*at).is_some_and(Option::is_none) && self.header.get(*at).is_some_and(|name| names::is_source(name));
                    ((0..self.header.len()).find(named), "its name")
                }
            },
        };
        if let Some(at) = at {
            self.know(at, SOURCE, why);
        }
        Ok(at)
    }

    /// In a file whose columns have no telling names, the first one that can be the source.
    fn source_by_content(&mut self) -> Option<usize> {
        let named = self.fields.len() > 2;
        let few = |at: &usize| self.sample.get(*at).is_some_and(|values| content::is_source(&Values::of(values), values.len()));
        let at = self.unknown().into_iter().find(few).filter(|_| !named)?;
        self.know(at, SOURCE, "every record has one of a few words in it");
        Some(at)
    }

    /// What the model says.
    fn follow(&mut self, model: &[ColumnMeaning]) -> Result<()> {
        for at in self.unknown() {
            let column = model.iter().find(|column| self.header.get(at) == Some(&column.name));
            if let Some(column) = column.filter(|column| column.means != RECORD_ID && column.means != SOURCE) {
                self.take_named(at, &column.means, "the model says so")?;
            }
        }
        Ok(())
    }

    fn unknown(&self) -> Vec<usize> {
        (0..self.header.len()).filter(|at| self.known.get(*at).is_some_and(Option::is_none)).collect()
    }

    fn is_free(&self, field: Field) -> bool {
        !self.fields.iter().any(|(_, taken)| *taken == field)
    }

    fn by_name(&mut self) {
        for at in self.unknown() {
            let (Some(name), values) = (self.header.get(at), self.sample.get(at).map_or(&[][..], Vec::as_slice)) else { continue };
            if let Some(field) = names::field_of(name, &|field| self.is_free(field)).filter(|field| fits(*field, &Values::of(values))) {
                self.take(at, field, "its name");
            }
        }
        // Beside a given name, a `name` is the surname.
        if !self.is_free(Field::GivenName)
            && self.is_free(Field::FamilyName)
            && let Some(at) = self.fields.iter().position(|(_, field)| *field == Field::FullName)
        {
            let (at, _) = self.fields.remove(at);
            self.take(at, Field::FamilyName, "its name, beside a given name");
        }
    }

    fn by_content(&mut self) {
        let mut unknown: Vec<(usize, Values<'_>)> =
            self.unknown().into_iter().filter_map(|at| self.sample.get(at).map(|values| (at, Values::of(values)))).collect();
        unknown.sort_by_key(|(at, values)| (std::cmp::Reverse(values.len()), *at));
        for (at, field, why) in content::recognise(&unknown, &|field| self.is_free(field)) {
            self.take(at, field, why);
        }
    }
}

/// Whether the values of a column can be what its name says. An empty sample contradicts nothing.
fn fits(field: Field, values: &Values<'_>) -> bool {
    const LEAST: f64 = 0.3;
    let enough = |holds: &dyn Fn(&str) -> bool| values.share(holds) > LEAST;
    values.is_empty()
        || match field {
            Field::Email => enough(&|value| value.contains('@')),
            Field::BirthDate => enough(&|value| digits(value) >= 4),
            Field::Phone => enough(&|value| digits(value) >= 5),
            Field::NationalId | Field::HouseNumber | Field::Age => enough(&|value| digits(value) >= 1),
            Field::GivenName | Field::FamilyName | Field::FullName | Field::City => enough(&|value| value.chars().any(char::is_alphabetic)),
            _ => true,
        }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn input() -> Input {
        Input { files: Vec::new(), model: None, id_column: None, source_column: None, columns: Vec::new() }
    }

    fn texts(values: &[&str]) -> Vec<String> {
        values.iter().map(|value| (*value).to_owned()).collect()
    }

    #[test]
    fn columns_are_known_by_name_in_any_dress() -> Result<()> {
        let header = texts(&["id", "Agency", "FIRST_NAME", "Last Name", "Date-of-birth", "updated"]);
        let meaning = recognise(&header, &[], &input(), &[])?;
        assert_eq!(meaning.source, Some(1));
        assert_eq!(meaning.fields, [(2, Field::GivenName), (3, Field::FamilyName), (4, Field::BirthDate)]);
        Ok(())
    }

    #[test]
    fn a_column_without_a_telling_name_is_known_by_its_content() -> Result<()> {
        let header = texts(&["id", "contact", "day"]);
        let sample = [texts(&["1", "2"]), texts(&["a@b.eu", "c@d.eu"]), texts(&["1980-01-02", "1991-12-31"])];
        let meaning = recognise(&header, &sample, &input(), &[])?;
        assert_eq!(meaning.fields, [(1, Field::Email), (2, Field::BirthDate)]);
        Ok(())
    }

    /// A hundred rows of people under headers that say nothing.
    fn nameless() -> (Vec<String>, Vec<Vec<String>>) {
        let given = ["Anna", "Jonas", "Ilona", "Peter", "Maria", "Lukas", "Eva", "Robert", "Julia", "Paul", "Helena"];
        let cells = |n: usize| {
            [
                format!("r{n}"),
                ["tax", "health", "school"][n % 3].to_owned(),
                given[n % 11].to_owned(),
                format!("{}{}as", ["Kowal", "Petr", "Lakat", "Nov", "Schmi"][n % 5], ["ovic", "ait", "en", "ulk", "ber", "stro"][n % 6]),
                format!("{:02}.{:02}.{}", 1 + n % 28, 1 + n % 12, 1930 + n * 7 % 75),
                ["F", "M"][n % 2].to_owned(),
                format!("3{:010}", 9_012_345_678_usize - n * 9_876_543),
                format!("+370 6{:02} {:05}", n % 90, 10_000 + n * 731),
                format!("{} street", ["Oak", "Elm", "Linden", "Mill"][n % 4]),
                (n * 3 % 180 + 1).to_string(),
                format!("20{:02}-01-01", 20 + n % 5),
            ]
        };
        let rows: Vec<[String; 11]> = (0..100).map(cells).collect();
        ((0..11).map(|at| format!("c{at}")).collect(), (0..11).map(|at| rows.iter().map(|row| row[at].clone()).collect()).collect())
    }

    #[test]
    fn headers_that_say_nothing_leave_it_to_the_content() -> Result<()> {
        let (header, sample) = nameless();
        let meaning = recognise(&header, &sample, &input(), &[])?;
        let means: Vec<&str> = meaning.told.iter().map(|column| column.means.as_str()).collect();
        let wanted =
            ["record_id", "source", "given_name", "family_name", "birth_date", "sex", "national_id", "phone", "street", "house_number", "nothing"];
        assert_eq!(means, wanted, "{:?}", meaning.told);
        Ok(())
    }

    #[test]
    fn the_model_overrules_what_columns_look_like_and_the_caller_overrules_both() -> Result<()> {
        let (header, sample) = nameless();
        let known = |name: &str, means: &str| ColumnMeaning { name: name.to_owned(), means: means.to_owned(), why: String::new() };
        let model = [known("c2", "family_name"), known("c3", "given_name"), known("c7", "nothing"), known("c5", "source"), known("absent", "age")];
        let mut wanted = input();
        wanted.columns = texts(&["c3=middle_name"]);
        let meaning = recognise(&header, &sample, &wanted, &model)?;
        let means = |at: usize| (meaning.told[at].means.as_str(), meaning.told[at].why.as_str());
        assert_eq!(means(2), ("family_name", "the model says so"));
        assert_eq!(means(3), ("middle_name", "you said so"));
        assert_eq!(means(7), ("nothing", "the model says so"));
        assert_eq!(meaning.source, Some(5));
        assert!(recognise(&header, &sample, &input(), &[known("c2", "shoe_size")]).is_err());
        Ok(())
    }

    #[test]
    fn beside_a_given_name_a_name_is_the_surname() -> Result<()> {
        let header = texts(&["id", "Name", "Vorname", "Geburtsdatum", "naissance"]);
        let meaning = recognise(&header, &[], &input(), &[])?;
        assert_eq!(meaning.fields, [(1, Field::FamilyName), (2, Field::GivenName), (3, Field::BirthDate)]);
        Ok(())
    }

    #[test]
    fn a_name_that_its_content_belies_is_not_believed() -> Result<()> {
        let header = texts(&["id", "phone"]);
        let sample = [texts(&["1", "2"]), texts(&["yes", "no"])];
        assert_eq!(recognise(&header, &sample, &input(), &[])?.fields, []);
        Ok(())
    }

    #[test]
    fn the_map_overrules_and_mistakes_in_it_are_told() -> Result<()> {
        let header = texts(&["id", "name", "alias"]);
        let mut wanted = input();
        wanted.columns = texts(&["alias=given_name", "name="]);
        assert_eq!(recognise(&header, &[], &wanted, &[])?.fields, [(2, Field::GivenName)]);
        wanted.columns = texts(&["alias=shoe_size"]);
        assert!(recognise(&header, &[], &wanted, &[]).is_err());
        wanted.columns = texts(&["nowhere=age"]);
        assert!(recognise(&header, &[], &wanted, &[]).is_err());
        Ok(())
    }
}
