//! What a pack says of signing in: how long a session lasts, how long a password is, who needs a second factor.

use rights::Role;
use serde::Deserialize;

/// The `[signing_in]` section of a pack.
#[derive(Clone, Debug, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct SigningIn {
    /// A session nobody uses ends after so many minutes; 1 to 240.
    pub idle_minutes: i64,
    /// A session ends after so many hours, however busy; 1 to 24.
    pub total_hours: i64,
    /// What is asked again before rights change is asked when the last answer is older than so many minutes; 1 to 60.
    pub fresh_minutes: i64,
    /// The shortest password of somebody who comes in with it alone, in characters; 8 to 64.
    pub shortest_password: usize,
    /// The shortest password of somebody who shows a second factor too, in characters; 8 to 64.
    pub shortest_password_with_second_factor: usize,
    second_factor: Vec<String>,
}

impl SigningIn {
    /// Whether nobody of this role comes in without a second factor.
    #[must_use]
    pub fn needs_second_factor(&self, role: Role) -> bool {
        self.second_factor.iter().any(|word| word == role.word())
    }

    /// The same, with only these roles needing a second factor.
    #[must_use]
    pub fn with_second_factor_for(mut self, roles: &[Role]) -> SigningIn {
        self.second_factor = roles.iter().map(|role| role.word().to_owned()).collect();
        self
    }

    /// Says what is wrong with it, if anything.
    pub(super) fn check(&self) -> Result<(), String> {
        for (key, value, from, to) in [
            ("idle_minutes", self.idle_minutes, 1, 240),
            ("total_hours", self.total_hours, 1, 24),
            ("fresh_minutes", self.fresh_minutes, 1, 60),
        ] {
            if !(from..=to).contains(&value) {
                return Err(format!("[signing_in] {key} = {value}: write a number from {from} to {to}"));
            }
        }
        for shortest in [self.shortest_password, self.shortest_password_with_second_factor] {
            if !(8..=64).contains(&shortest) {
                return Err(format!("[signing_in] a shortest password of {shortest} characters: write a number from 8 to 64"));
            }
        }
        for word in &self.second_factor {
            word.parse::<Role>().map_err(|known| format!("[signing_in] second_factor “{word}” is none of {known}"))?;
        }
        Ok(())
    }
}

#[cfg(test)]
mod tests {
    use crate::Pack;
    use rights::Role;

    const SHIPPED: &str = include_str!("../../../../packs/eu-default/pack.toml");

    #[test]
    fn whoever_opens_files_of_others_needs_a_second_factor() {
        let pack = Pack::eu_default().unwrap().signing_in;
        for role in Role::ALL {
            assert_eq!(pack.needs_second_factor(*role), *role != Role::Jobseeker, "{}", role.word());
        }
        assert!(!pack.with_second_factor_for(&[]).needs_second_factor(Role::Administrator));
    }

    #[test]
    fn limits_that_protect_nobody_are_refused() {
        for (from, to, says) in [
            ("idle_minutes = 30", "idle_minutes = 0", "idle_minutes"),
            ("total_hours = 12", "total_hours = 100", "total_hours"),
            ("shortest_password = 15", "shortest_password = 4", "shortest password"),
            ("\"analyst\"", "\"analist\"", "analist"),
        ] {
            let beside = crate::packs::tests::beside();
            let problem = Pack::read("x.toml", &SHIPPED.replace(from, to), beside).unwrap_err().to_string();
            assert!(problem.contains(says), "{problem}");
        }
    }
}
