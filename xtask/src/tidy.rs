//! The rules of the house that a machine can keep. Each complaint is a sentence that says where and what to do.

mod documents;
mod exceptions;
mod floors;
mod layout;
mod storage;
mod texts;

pub use floors::FLOORS;
pub use storage::tables;

use crate::repository::Repository;

/// Something that breaks a rule.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Complaint {
    /// What breaks it, as an exception would name it: a file, a function, a crate, a key.
    pub what: String,
    /// Where, and what to do.
    pub says: String,
}

/// A rule: everything in the repository that breaks it.
type Rule = fn(&Repository) -> Vec<Complaint>;

/// A complaint about `what`.
fn complaint(what: impl Into<String>, says: String) -> Complaint {
    Complaint { what: what.into(), says }
}

/// What breaks a rule and is not excepted.
fn kept(repository: &Repository, name: &str, rule: Rule) -> Vec<String> {
    let found = rule(repository).into_iter().filter(|complaint| !exceptions::excepted(name, &complaint.what));
    found.map(|complaint| complaint.says).collect()
}

macro_rules! rules {
    ($($name:ident => $rule:path,)+) => {
        /// Every rule with its name.
        const RULES: &[(&str, Rule)] = &[$((stringify!($name), $rule)),+];

        #[cfg(test)]
        mod tests {
            use super::*;
            use crate::repository::root;

            $(#[test]
            fn $name() {
                let complaints = kept(&Repository::read(&root()).unwrap(), stringify!($name), $rule);
                assert!(complaints.is_empty(), "\n{}", complaints.join("\n"));
            })+

            #[test]
            fn every_exception_is_still_needed() {
                let idle = exceptions::idle(&Repository::read(&root()).unwrap());
                assert!(idle.is_empty(), "\n{}", idle.join("\n"));
            }
        }
    };
}

rules! {
    every_file_opens_with_a_sentence => layout::openings,
    files_functions_and_templates_are_short => layout::lengths,
    names_say_what_a_thing_is => layout::names,
    no_test_is_ignored_or_sleeps => layout::tests_run,
    every_crate_keeps_the_lints => floors::lints,
    arrows_between_crates_point_down => floors::arrows,
    ground_crates_touch_nothing_outside => floors::ground,
    drivers_and_permits_have_one_home => floors::homes,
    sql_stands_in_stores => storage::places,
    every_statement_is_listed_to_be_prepared => storage::listed,
    engine_differences_are_explained => storage::splits,
    a_table_is_written_by_one_store => storage::writers,
    every_message_is_there_and_used => texts::messages,
    every_template_is_shown => texts::templates,
    the_map_is_current => documents::map,
    every_word_of_the_glossary_stands_in_the_code => documents::words,
    documents_name_files_that_are_there => documents::paths,
    every_route_is_in_the_table_of_rights => documents::rights,
    every_promise_to_people_is_tested => documents::promises,
}

/// Prints what breaks which rule; gives whether all is well.
pub fn run(repository: &Repository) -> bool {
    let mut all = exceptions::idle(repository);
    for (name, rule) in RULES {
        let complaints = kept(repository, name, *rule);
        all.extend(complaints.into_iter().map(|says| format!("{says}  [{}]", name.replace('_', " "))));
    }
    for says in &all {
        println!("{says}");
    }
    println!("{}", layout::sizes(repository));
    println!("{} rules, {} complaints", RULES.len(), all.len());
    all.is_empty()
}
