//! The parts of a file; what two people do stands in the stories.

use super::actions::{IN_PART, parts};

#[test]
fn every_line_is_in_one_part_and_no_log_is_so_short_that_it_has_none() {
    assert_eq!([parts(0), parts(1), parts(IN_PART), parts(IN_PART + 1), parts(3 * IN_PART)], [1, 1, 1, 2, 3]);
}
