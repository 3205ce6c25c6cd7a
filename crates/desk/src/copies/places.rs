//! Where each table about people stands in a copy.

/// In a section, or left out with the reason `copy-left-{word}`.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Place {
    In(&'static str),
    Out(&'static str),
}

use Place::{In, Out};

/// Every table of the register that is about clients or users. A new one is a line here, and what reads it in `gather`.
pub(super) const PLACES: &[(&str, Place)] = &[
    ("record", In("identity")),
    ("record_version", In("identity")),
    ("record_withdrawal", In("decisions")),
    ("entry", In("history")),
    ("entry_side", In("history")),
    ("client", In("links")),
    ("current_link", In("links")),
    ("link_decision", In("links")),
    ("decision", In("decisions")),
    ("pair_decision", In("decisions")),
    ("field_dispute", In("decisions")),
    ("protection", In("decisions")),
    ("question", Out("others")),
    ("answer", Out("others")),
    ("possible_match", Out("others")),
    ("assignment", In("relations")),
    ("case_team", In("relations")),
    ("case_team_end", In("relations")),
    ("meeting", In("meetings")),
    ("meeting_end", In("meetings")),
    ("draft", Out("drafts")),
    ("stated_purpose", In("looked")),
    ("cover", Out("staff")),
    ("consent", In("consents")),
    ("consent_read", Out("staff")),
    ("request", In("requests")),
    ("request_step", In("requests")),
    ("release", In("releases")),
    ("release_step", In("releases")),
    ("breach", In("breaches")),
    ("breach_step", In("breaches")),
    ("erasure", In("erasures")),
    ("erasure_person", In("erasures")),
    ("erasure_step", In("erasures")),
    ("legal_hold", In("erasures")),
    ("legal_hold_end", In("erasures")),
    ("erasing", Out("program")),
    ("log_export", Out("staff")),
    ("log_export_step", Out("staff")),
    ("erased_key", Out("program")),
    ("emergency", In("emergencies")),
    ("emergency_review", In("emergencies")),
    ("access_log", In("looked")),
    ("access_head", Out("program")),
    ("flag", In("wrong")),
    ("flag_step", In("wrong")),
    ("flag_line", In("wrong")),
    ("watched", Out("program")),
    ("well_known", In("marks")),
    ("app_user", In("account")),
    ("session", In("account")),
    ("outside_identity", In("account")),
    ("sign_in_link", Out("secrets")),
    ("known_device", Out("secrets")),
    ("sign_in_try", Out("secrets")),
    ("second_factor", Out("secrets")),
    ("recovery_code", Out("secrets")),
    ("passkey", Out("secrets")),
    ("passkey_asked", Out("secrets")),
    ("shown_person", Out("staff")),
    ("shown_day", Out("staff")),
    ("policy_acknowledgement", Out("staff")),
    ("policy_signature", Out("staff")),
    ("arrangement", Out("staff")),
    ("arrangement_end", Out("staff")),
    ("record_token", Out("search")),
    ("token_variant", Out("search")),
    ("record_key", Out("search")),
    ("link_key", Out("search")),
    ("link_value", Out("search")),
    ("subject_key", Out("secrets")),
    ("feed", Out("program")),
    ("feed_run", Out("program")),
    ("quarantine", Out("rows")),
    ("link_model", Out("figures")),
    ("link_estimate", Out("figures")),
    ("sample", Out("figures")),
    ("sample_answer", Out("figures")),
    ("sample_pair", Out("figures")),
    ("sample_stratum", Out("figures")),
];

/// The class of the register a section is of: it says how long that is kept.
pub(super) fn class_of(section: &str) -> &str {
    match section {
        "decisions" => "links",
        "looked" => "access",
        "wrong" => "flags",
        "marks" => "well-known",
        "account" => "users",
        same => same,
    }
}

/// Why something is left out, each reason once; the first two are about what stands inside the sections.
pub(super) fn reasons() -> Vec<&'static str> {
    let mut reasons = vec!["names", "people"];
    for (_, place) in PLACES {
        if let Out(reason) = place
            && !reasons.contains(reason)
        {
            reasons.push(reason);
        }
    }
    reasons
}
