//! Tracks: how closely somebody is looked after. How often they are met, and after how long their situation is looked at anew.

use serde::Deserialize;
use words::stored_words;

stored_words! {
    /// How closely somebody is looked after (toolkit ch. 2 section 1.2).
    Track {
        /// Met often, face to face, by the same counsellor.
        Intensive = "intensive",
        /// Met as often as the floor asks.
        Basic = "basic",
    }
}

/// What a track asks for (rules N5, N6 and N7 of the domain study).
#[derive(Clone, Copy, Debug, PartialEq, Eq, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Rhythm {
    /// There is a meeting every so many months, at the least.
    pub every_months: u32,
    /// So long, in minutes.
    pub minutes: i64,
    /// Whether it is face to face.
    pub face_to_face: bool,
    /// The situation is assessed anew after so many months.
    pub reassess_months: u32,
    /// So many people on this track are enough for one counsellor (rule N9).
    pub at_most: usize,
}

/// The section `[tracks]` of a pack.
#[derive(Clone, Copy, Debug, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Tracks {
    intensive: Rhythm,
    basic: Rhythm,
    /// Who has so many barriers is marked (requirement ASM-13).
    pub many_barriers: usize,
}

impl Tracks {
    /// What a track asks for.
    #[must_use]
    pub fn rhythm(&self, track: Track) -> Rhythm {
        match track {
            Track::Intensive => self.intensive,
            Track::Basic => self.basic,
        }
    }

    pub(super) fn check(&self, floor_months: u32) -> Result<(), String> {
        for track in Track::ALL {
            let rhythm = self.rhythm(*track);
            if !(1..=floor_months).contains(&rhythm.every_months) {
                return Err(format!("[tracks.{track}] every_months runs from 1 to {floor_months}: nobody is left alone for longer than the floor"));
            }
            if !(5..=240).contains(&rhythm.minutes) || !(1..=24).contains(&rhythm.reassess_months) {
                return Err(format!("[tracks.{track}] minutes run from 5 to 240, reassess_months from 1 to 24"));
            }
        }
        if self.intensive.at_most == 0 || self.basic.at_most == 0 {
            return Err("[tracks] at_most is 1 at least".to_owned());
        }
        if self.many_barriers == 0 {
            return Err("[tracks] many_barriers is 1 at least".to_owned());
        }
        Ok(())
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::Pack;

    #[test]
    fn a_track_is_never_slower_than_the_floor() {
        let tracks = Pack::eu_default().unwrap().tracks;
        assert_eq!((tracks.rhythm(Track::Intensive).every_months, tracks.rhythm(Track::Intensive).reassess_months), (1, 6), "rules N5 and N6");
        assert_eq!((tracks.rhythm(Track::Basic).every_months, tracks.rhythm(Track::Basic).reassess_months), (3, 12), "rule N7");
        for (months, fits) in [(0, false), (1, true), (3, true), (4, false)] {
            let basic = Rhythm { every_months: months, ..tracks.basic };
            assert_eq!(Tracks { basic, ..tracks }.check(3).is_ok(), fits, "{months}");
        }
    }
}
