//! The receipt of a consent, with the fields of ISO/IEC TS 27560:2023: what was agreed to, in which words, with whom, and what
//! became of it. Pure. Its JSON Schema is `docs/consent-receipt.schema.json`, and a test holds the two together.

use super::{Said, Says};
use office::Organisation;
use serde::Serialize;
use words::{Id, Sensitivity, Time};

/// The version of the record's structure that a receipt follows.
const SCHEMA: &str = "ISO/IEC TS 27560:2023";

/// A receipt.
#[derive(Serialize)]
pub(super) struct Receipt {
    schema_version: &'static str,
    receipt_id: String,
    record_id: String,
    /// The person, by the number of their file.
    pii_principal_id: String,
    pii_processing: Processing,
    party_identification: Vec<Party>,
    events: Vec<Event>,
}

#[derive(Serialize)]
struct Processing {
    privacy_notice: Notice,
    language: String,
    purposes: Vec<Purpose>,
}

#[derive(Serialize)]
struct Notice {
    version: String,
    language: String,
    /// What was read, word for word.
    text: String,
}

#[derive(Serialize)]
struct Purpose {
    purpose: String,
    purpose_description: String,
    lawful_basis: &'static str,
    consent_type: &'static str,
    pii_information: Vec<Kind>,
    pii_controllers: Vec<String>,
    recipient_third_parties: Vec<String>,
    collection_method: String,
    processing_method: &'static str,
    retention_period: String,
    withdrawal_method: String,
    privacy_rights: String,
}

#[derive(Serialize)]
struct Kind {
    pii_type: &'static str,
    pii_description: String,
    sensitive_pii: bool,
    special_pii_category: bool,
}

#[derive(Serialize)]
struct Party {
    party_id: String,
    party_name: String,
    party_type: String,
    party_role: &'static str,
}

#[derive(Serialize)]
struct Event {
    event_id: String,
    event_time: String,
    event_type: &'static str,
    event_state: &'static str,
    #[serde(skip_serializing_if = "Option::is_none")]
    valid_until: Option<String>,
    channel: &'static str,
    language: String,
    notice_version: String,
    recorded_at: String,
    /// The organisation that wrote it down; the person themselves in the portal.
    entity_id: String,
}

/// What a receipt is made of.
pub(super) struct About<'a> {
    pub client: Id,
    /// The statement it is for.
    pub said: &'a Said,
    /// Everything said about the same switch, the earliest first, up to now.
    pub history: &'a [Said],
    /// Whether what was given has ended by itself by now.
    pub ended: bool,
    pub controller: &'a Organisation,
    pub recipient: &'a Organisation,
    pub level: Sensitivity,
    /// Sentences in the language of the statement.
    pub texts: Texts,
}

/// Sentences of a receipt.
pub(super) struct Texts {
    pub notice: String,
    pub purpose: String,
    pub kind: String,
    pub retention: String,
    pub withdrawal: String,
    pub rights: String,
    pub collection: String,
}

pub(super) fn receipt(about: About<'_>) -> Receipt {
    let About { client, said, history, ended, controller, recipient, level, texts } = about;
    let party = |of: &Organisation, role| Party { party_id: of.id.clone(), party_name: of.title.clone(), party_type: of.kind.clone(), party_role: role };
    let mut events: Vec<Event> = history.iter().map(event).collect();
    if let (true, Some(last), Some(at)) = (ended, history.last(), history.last().and_then(|last| last.ends_at)) {
        events.push(Event { event_state: "expired", event_time: at.to_string(), valid_until: None, ..event(last) });
    }
    Receipt {
        schema_version: SCHEMA,
        receipt_id: said.id.to_string(),
        record_id: said.id.to_string(),
        pii_principal_id: client.to_string(),
        pii_processing: Processing {
            privacy_notice: Notice { version: said.text.clone(), language: said.language.clone(), text: texts.notice },
            language: said.language.clone(),
            purposes: vec![Purpose {
                purpose: said.purpose.clone(),
                purpose_description: texts.purpose,
                lawful_basis: "consent",
                consent_type: "explicit",
                pii_information: vec![Kind {
                    pii_type: said.kind.word(),
                    pii_description: texts.kind,
                    sensitive_pii: level >= Sensitivity::CONFIDENTIAL,
                    special_pii_category: level >= Sensitivity::SPECIAL,
                }],
                pii_controllers: vec![controller.id.clone()],
                recipient_third_parties: vec![recipient.id.clone()],
                collection_method: texts.collection,
                processing_method: "disclosure by showing",
                retention_period: texts.retention,
                withdrawal_method: texts.withdrawal,
                privacy_rights: texts.rights,
            }],
        },
        party_identification: vec![party(controller, "pii-controller"), party(recipient, "recipient")],
        events,
    }
}

fn event(said: &Said) -> Event {
    let day = |time: Time| time.to_string();
    Event {
        event_id: said.id.to_string(),
        event_time: day(said.said_at),
        event_type: "explicit",
        event_state: match said.says {
            Says::Given => "given",
            Says::Refused => "refused",
            Says::Withdrawn => "withdrawn",
        },
        valid_until: said.ends_at.map(day),
        channel: said.channel.word(),
        language: said.language.clone(),
        notice_version: said.text.clone(),
        recorded_at: day(said.recorded_at),
        entity_id: if said.channel == super::Channel::Portal { "pii-principal".to_owned() } else { said.recorded_for.clone() },
    }
}
