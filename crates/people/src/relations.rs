//! Relations: what ties a user to a client. The rules decide by it; here is where it comes from.
//!
//! A counsellor is assigned to the person an organisation's record is of, by whoever registers them or by a manager; a colleague
//! covers for one who is away; whoever is at the door says why they open a file; in an emergency a file opens for hours and is
//! reviewed. Pages `/clients/{client}/why`, `/emergency`,
//! `/emergencies`, `/team`, `/clients/{client}/counsellor`. Tables: `assignment`, `cover`, `stated_purpose`, `emergency`, `emergency_review`.

mod actions;
mod cases;
mod door_page;
mod emergency_page;
mod opening;
mod pages;
mod reviews_page;
mod store;
mod team_page;

pub use actions::assign_client;
pub use cases::{case_of, cases, cases_among};
pub use opening::{Opened, granted, open, with_consents};
pub use pages::routes;
pub use store::{
    Assignment, Cover, Emergency, Review, add_cover, assign, assigned_to, assignments_of, counsellors_of, covers, emergencies_about, emergencies_to_review, end_cover,
    open_in_emergency, review, state, stated_by, statements, waiting_for_review,
};

/// A stated purpose holds for so many seconds: half a working day.
pub const STATED_SECONDS: i64 = 4 * 3600;
/// An opening in an emergency lasts so many seconds at most.
pub const EMERGENCY_SECONDS: i64 = 4 * 3600;
/// An opening nobody has reviewed for so many seconds is an alert.
pub const REVIEW_SECONDS: i64 = 3 * 24 * 3600;
