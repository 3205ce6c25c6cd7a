//! The clocks of somebody who is out of work, by what a reader may read of their history. Pages that show one ask here, so that no two say different things.

use casework::meetings::held_on;
use history::entries::{Told, unemployment};
use office::Pack;
use words::{Date, Floor, Spell, spells};

/// The newest spell of unemployment, running or ended.
pub(crate) fn spell(pack: &Pack, told: &[Told], today: Date) -> Option<Spell> {
    spells(&unemployment(told), pack.spells, today).last().copied()
}

/// Until when somebody has to be met who is out of work since the first day of this spell; none when it has ended.
pub(crate) fn floor(pack: &Pack, told: &[Told], spell: &Spell, today: Date) -> Option<Floor> {
    let floor = || pack.contacts.rule().floor(held_on(told, pack.contacts.group_counts), spell.from, today);
    spell.to.is_none().then(floor)
}
