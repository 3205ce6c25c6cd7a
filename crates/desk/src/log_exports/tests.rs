//! The parts of a file; what two people do stands in the stories.

use super::actions::parts;

#[test]
fn every_line_is_in_one_part_and_no_log_is_so_short_that_it_has_none() {
    assert_eq!([0, 1, 7, 8, 21].map(|lines| parts(lines, 7)), [1, 1, 1, 2, 3]);
}
