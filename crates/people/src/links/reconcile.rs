//! From clusters to clients: who keeps their id when linkage says something new. Pure.

use std::collections::{BTreeMap, BTreeSet};
use words::Id;

/// What has to change so that clients are the clusters.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub(super) struct Changes {
    /// Records (by number) that move to a client, with `None` for a client that is to be made for this cluster.
    pub moves: Vec<(usize, Target)>,
    /// Clients left without records, and the client most of their records went to.
    pub became: Vec<(Id, Target)>,
}

/// A client there is already, or the new one of a cluster.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub(super) enum Target {
    Known(Id),
    New(u32),
}

/// Compares the clients records have with the clusters they should form. A cluster keeps the client with which it shares
/// most records; of equal ones the older. `clients[n]` and `clusters[n]` belong to record `n`.
pub(super) fn reconcile(clients: &[Option<Id>], clusters: &[u32]) -> Changes {
    let mut shared: BTreeMap<(u32, Id), usize> = BTreeMap::new();
    for (cluster, client) in clusters.iter().zip(clients) {
        if let Some(client) = client {
            *shared.entry((*cluster, *client)).or_insert(0) += 1;
        }
    }
    let mut claims: Vec<((u32, Id), usize)> = shared.into_iter().collect();
    claims.sort_by_key(|((cluster, client), count)| (std::cmp::Reverse(*count), *client, *cluster));
    let mut of_cluster: BTreeMap<u32, Id> = BTreeMap::new();
    let mut taken: BTreeSet<Id> = BTreeSet::new();
    for ((cluster, client), _) in &claims {
        if !of_cluster.contains_key(cluster) && taken.insert(*client) {
            of_cluster.insert(*cluster, *client);
        }
    }
    let target = |cluster: u32| of_cluster.get(&cluster).map_or(Target::New(cluster), |client| Target::Known(*client));
    let moves = clusters.iter().zip(clients).enumerate().filter_map(|(record, (cluster, client))| {
        let target = target(*cluster);
        (client.map(Target::Known) != Some(target)).then_some((record, target))
    });
    let mut became: BTreeMap<Id, Target> = BTreeMap::new();
    // Claims come largest first, so the first cluster seen for a client took most of it.
    for ((cluster, client), _) in &claims {
        if !taken.contains(client) {
            became.entry(*client).or_insert_with(|| target(*cluster));
        }
    }
    Changes { moves: moves.collect(), became: became.into_iter().collect() }
}

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;

    fn id(n: u8) -> Id {
        Id::from_bytes(&[n; 16]).unwrap()
    }

    #[test]
    fn new_records_get_a_client_for_each_cluster() {
        let changes = reconcile(&[None, None, None], &[0, 1, 0]);
        assert_eq!(changes.moves, [(0, Target::New(0)), (1, Target::New(1)), (2, Target::New(0))]);
        assert!(changes.became.is_empty());
    }

    #[test]
    fn the_larger_overlap_keeps_the_id_and_the_other_becomes_a_pointer() {
        let clients = [Some(id(1)), Some(id(2)), Some(id(2)), None];
        let changes = reconcile(&clients, &[0, 0, 0, 0]);
        assert_eq!(changes.moves, [(0, Target::Known(id(2))), (3, Target::Known(id(2)))]);
        assert_eq!(changes.became, [(id(1), Target::Known(id(2)))]);
    }

    #[test]
    fn a_client_that_falls_apart_keeps_its_larger_part() {
        let clients = [Some(id(1)); 3];
        let changes = reconcile(&clients, &[0, 1, 1]);
        assert_eq!(changes.moves, [(0, Target::New(0))]);
        assert!(changes.became.is_empty());
    }

    proptest! {
        #[test]
        fn after_the_changes_clients_are_the_clusters_and_nothing_more_changes(
            rows in proptest::collection::vec((proptest::option::of(1u8..6), 0u32..6), 0..30)
        ) {
            let clients: Vec<Option<Id>> = rows.iter().map(|(client, _)| client.map(id)).collect();
            let clusters: Vec<u32> = rows.iter().map(|(_, cluster)| *cluster).collect();
            let changes = reconcile(&clients, &clusters);
            let made = |target: &Target| match target {
                Target::Known(id) => *id,
                Target::New(cluster) => id(100 + u8::try_from(*cluster).unwrap()),
            };
            let mut after = clients.clone();
            for (record, target) in &changes.moves {
                after[*record] = Some(made(target));
            }
            for a in 0..rows.len() {
                for b in 0..rows.len() {
                    prop_assert_eq!(after[a] == after[b], clusters[a] == clusters[b]);
                }
            }
            prop_assert_eq!(reconcile(&after, &clusters), Changes::default());
            for (gone, _) in &changes.became {
                prop_assert!(!after.contains(&Some(*gone)));
            }
        }
    }
}
