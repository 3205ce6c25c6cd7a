//! What a country decides about job integration agreements: what every one holds, when it lapses, and what is proposed for what stands in the way.

use super::policy::Translated;
use serde::Deserialize;
use std::collections::BTreeSet;
use words::stored_words;

stored_words! {
    /// Whose step it is: duties run both ways.
    Side {
        /// The client's.
        Client = "client",
        /// The service's, or that of whoever it names.
        Provider = "provider",
    }
}

/// The file `agreement.toml` of a pack.
#[derive(Clone, Debug, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct AgreementRule {
    /// An agreement that nobody has reviewed for so many days after its review day holds no longer.
    pub lapse_days: i64,
    /// A barrier of this severity or more that no goal answers is a gap: 1 to 3.
    pub severe_from: u8,
    /// A review is proposed so many months after the offer.
    pub review_months: u32,
    /// Whom to complain to (requirement JIA-16).
    pub complaint: Translated,
    /// What follows when a step is not kept.
    pub consequences: Translated,
    /// The minimum service offer, which is part of every agreement (requirement JIA-12).
    pub offer: Vec<Offered>,
    /// What is proposed for what stands in the way.
    pub proposals: Vec<Proposal>,
}

/// A part of the minimum service offer.
#[derive(Clone, Debug, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Offered {
    /// What is stored.
    pub id: String,
    /// What is promised.
    pub text: Translated,
}

/// A step that is proposed when something stands in the way. It can be taken, changed or left (requirement JIA-11).
#[derive(Clone, Debug, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Proposal {
    /// The dimension of an instrument it answers.
    #[serde(rename = "for")]
    pub answers: String,
    #[serde(rename = "side")]
    side_word: String,
    /// What is to be done.
    pub text: Translated,
}

impl Proposal {
    /// Whose step it is.
    #[must_use]
    pub fn side(&self) -> Side {
        self.side_word.parse().unwrap_or(Side::Provider)
    }
}

impl AgreementRule {
    /// Reads and checks the text of an `agreement.toml`.
    pub(super) fn read(text: &str) -> Result<AgreementRule, String> {
        let rule: AgreementRule = toml::from_str(text).map_err(|e| e.to_string())?;
        rule.check()?;
        Ok(rule)
    }

    fn check(&self) -> Result<(), String> {
        if !(0..=366).contains(&self.lapse_days) || !(1..=3).contains(&self.severe_from) || !(1..=12).contains(&self.review_months) {
            return Err("lapse_days runs from 0 to 366, severe_from from 1 to 3, review_months from 1 to 12".to_owned());
        }
        self.complaint.check("complaint")?;
        self.consequences.check("consequences")?;
        if self.offer.is_empty() {
            return Err("there is no [[offer]]: every agreement holds a minimum service offer".to_owned());
        }
        let mut seen = BTreeSet::new();
        for one in &self.offer {
            one.text.check(&format!("offer {}: text", one.id))?;
            if one.id.is_empty() || one.id.contains(char::is_whitespace) || !seen.insert(&one.id) {
                return Err(format!("offer “{}”: ids are one word, each once", one.id));
            }
        }
        for one in &self.proposals {
            one.text.check(&format!("proposal for {}: text", one.answers))?;
            one.side_word.parse::<Side>().map_err(|known| format!("proposal for {}: side “{}” is none of {known}", one.answers, one.side_word))?;
        }
        Ok(())
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::Pack;

    #[test]
    fn every_proposal_answers_a_dimension_of_an_instrument() {
        let pack = Pack::eu_default().unwrap();
        let known = |one: &&Proposal| pack.instruments.iter().any(|instrument| instrument.dimension(&one.answers).is_some());
        let unknown: Vec<&str> = pack.agreement.proposals.iter().filter(|one| !known(one)).map(|one| one.answers.as_str()).collect();
        assert!(unknown.is_empty(), "{unknown:?}");
    }

    #[test]
    fn an_agreement_without_a_minimum_offer_or_a_complaint_contact_is_refused() {
        let text = include_str!("../../../../packs/eu-default/agreement.toml");
        let (_, offers) = text.split_once("[[offer]]").unwrap();
        let (_, proposals) = offers.split_once("[[proposals]]").unwrap();
        for (wrong, says) in [
            (text.replacen("complaint.en", "complaint.xx", 1), "complaint"),
            (text.replacen("severe_from = 2", "severe_from = 4", 1), "1 to 3"),
            (text.replacen("side = \"client\"", "side = \"both\"", 1), "client, provider"),
            (text.replace("id = \"meetings\"", "id = \"counsellor\""), "each once"),
            (format!("offer = []\n{}\n[[proposals]]{proposals}", text.split_once("[[offer]]").unwrap().0), "minimum service offer"),
        ] {
            let problem = AgreementRule::read(&wrong).unwrap_err();
            assert!(problem.contains(says), "{problem}");
        }
    }
}
