//! Groups of records held together by evidence.

use crate::tables::Table;

/// Components above this size are parted before all their pairs are weighed.
const LARGEST: usize = 300;

/// Who belongs to whom, as a forest.
struct Forest(Vec<u32>);

impl Forest {
    fn root(&mut self, mut at: u32) -> u32 {
        while self.0[at as usize] != at {
            let up = self.0[self.0[at as usize] as usize];
            self.0[at as usize] = up;
            at = up;
        }
        at
    }

    fn join(&mut self, a: u32, b: u32) {
        let (a, b) = (self.root(a), self.root(b));
        self.0[a.max(b) as usize] = a.min(b);
    }
}

/// The components of two or more records, each sorted by the contents of its records.
///
/// A component that is too large loses its weakest edges until its parts are small enough; what people decided is never lost.
pub(super) fn components(table: &Table, edges: Vec<(u32, u32, f64)>) -> Vec<Vec<u32>> {
    let mut forest = Forest((0..table.len() as u32).collect());
    let mut done = Vec::new();
    let mut edges = edges;
    let mut least = 0.0;
    while !edges.is_empty() {
        for (a, b, _) in &edges {
            forest.join(*a, *b);
        }
        let mut keyed: Vec<(u32, u32)> = edges.iter().flat_map(|(a, b, _)| [*a, *b]).map(|record| (forest.root(record), record)).collect();
        keyed.sort_unstable();
        keyed.dedup();
        let mut large = Vec::new();
        for group in keyed.chunk_by(|one, other| one.0 == other.0) {
            let mut members: Vec<u32> = group.iter().map(|(_, record)| *record).collect();
            if members.len() <= LARGEST || least > 60.0 {
                members.sort_by_key(|record| (table.fingerprints[*record as usize], *record));
                done.push(members);
            } else {
                large.push(members);
            }
        }
        let mut again = vec![false; if large.is_empty() { 0 } else { table.len() }];
        for record in large.iter().flatten() {
            again[*record as usize] = true;
            forest.0[*record as usize] = *record;
        }
        least += 2.0;
        edges.retain(|(a, _, bits)| again.get(*a as usize).copied().unwrap_or(false) && *bits >= least);
    }
    done
}
