//! What is taken away is gone: a thousand reads race each kind of revocation, from two nodes, and after it has been acknowledged not
//! one answer shows what it took away.

use crate::town::Town;
use axum::Router;
use axum::body::Body;
use axum::http::{Request, header};
use rights::Role;
use std::sync::Arc;
use std::sync::atomic::{AtomicBool, Ordering};
use std::time::{Duration, Instant};
use tower::ServiceExt;

/// Reads in all, in each race.
const READS: usize = 1_000;
/// Reads in one round, before what was revoked is given again.
const ROUND: usize = 50;
const READERS: usize = 4;

/// One read: when it was answered, whether it showed what may be taken away, and whether it began after that had been acknowledged.
struct Read {
    answered: Instant,
    shows: bool,
    began_after: bool,
}

async fn read(node: &Router, path: &str, cookie: &str, what: &str, over: &AtomicBool) -> Read {
    let mut request = Request::builder().uri(path).header(header::HOST, "localhost").header(header::COOKIE, cookie).body(Body::empty()).unwrap();
    let peer: std::net::SocketAddr = "192.0.2.1:4321".parse().unwrap();
    request.extensions_mut().insert(axum::extract::ConnectInfo(peer));
    let began_after = over.load(Ordering::SeqCst);
    let response = node.clone().oneshot(request).await.unwrap();
    // The answer is there, and is handed on: what it says cannot be called back.
    let answered = Instant::now();
    let body = axum::body::to_bytes(response.into_body(), usize::MAX).await.unwrap();
    Read { answered, shows: String::from_utf8_lossy(&body).contains(what), began_after }
}

/// Readers on both nodes open `path` while `revoke` runs, from when `first` of them have been answered; gives their reads and when it
/// was acknowledged.
async fn race(nodes: &[Router; 2], (path, cookie, what): (&str, &str, &str), first: usize, revoke: impl Future<Output = ()>) -> (Vec<Read>, Instant) {
    let over = Arc::new(AtomicBool::new(false));
    let (answered, mut answers) = tokio::sync::mpsc::unbounded_channel();
    let readers: Vec<_> = (0..READERS)
        .map(|reader| {
            let (node, over, answered) = (nodes[reader % 2].clone(), Arc::clone(&over), answered.clone());
            let (path, cookie, what) = (path.to_owned(), cookie.to_owned(), what.to_owned());
            tokio::spawn(async move {
                let mut reads = Vec::new();
                for _ in 0..ROUND.div_ceil(READERS) {
                    reads.push(read(&node, &path, &cookie, &what, &over).await);
                    // Once the first have been answered nobody listens any more.
                    answered.send(()).unwrap_or_default();
                }
                reads
            })
        })
        .collect();
    for _ in 0..first {
        answers.recv().await.unwrap();
    }
    revoke.await;
    let acknowledged = Instant::now();
    over.store(true, Ordering::SeqCst);
    let mut reads = Vec::new();
    for reader in readers {
        reads.extend(reader.await.unwrap());
    }
    (reads, acknowledged)
}

/// What all rounds of a race came to.
#[derive(Default)]
struct Count {
    reads: usize,
    shown: usize,
    began_after: usize,
}

impl Count {
    fn add(&mut self, reads: &[Read], acknowledged: Instant) {
        let late = reads.iter().filter(|read| read.shows && (read.began_after || read.answered > acknowledged)).count();
        assert_eq!(late, 0, "of {} reads {late} show what had been taken away", reads.len());
        self.reads += reads.len();
        self.shown += reads.iter().filter(|read| read.shows).count();
        self.began_after += reads.iter().filter(|read| read.began_after).count();
    }

    /// A race in which nobody showed anything, or nobody came late, would have shown nothing.
    fn was_one(&self, name: &str, engine: &str) {
        println!("{name} on {engine}: {} reads, {} disclosed before, {} began after, 0 disclosed after", self.reads, self.shown, self.began_after);
        assert!(self.reads >= READS && self.shown > READS / 20 && self.began_after > READS / 20, "no race");
    }
}

/// After how many answers it is revoked, in each round at another place.
fn first(round: usize) -> usize {
    [0, 7, 20, 33, 3, 13][round % 6]
}

db::both_engines!(revoking_a_consent_races_a_thousand_reads, |fresh| async {
    let town = Town::full(fresh).await;
    let nodes = [town.service.clone(), town.another_node().await];
    let amira = town.client("employment-service", "ES-0004711").await;
    let herself = town.jobseeker("ES-0004711").await;
    let ines = town.visitor(Role::Partner, "training-ngo", None).await;
    let (path, switch) = (format!("/clients/{amira}"), format!("/clients/{amira}/consents"));
    let say = |shares: &str| format!("organisation=training-ngo&kind=benefit&shares={shares}");
    let mut count = Count::default();
    for round in 0..READS.div_ceil(ROUND) {
        herself.sends(&switch, &say("yes")).await.link_is("/my-data?said=sharing-on");
        ines.opens(&path).await.sees("Housing allowance");
        let revoke = async { herself.sends(&switch, &say("no")).await.link_is("/my-data?said=sharing-off") };
        let (reads, acknowledged) = race(&nodes, (&path, &ines.cookie, "Housing allowance"), first(round), revoke).await;
        count.add(&reads, acknowledged);
    }
    count.was_one("withdrawing a consent", town.app.db.engine_name());
});

db::both_engines!(ending_and_narrowing_a_release_races_a_thousand_reads, |fresh| async {
    let town = Town::full(fresh).await;
    let nodes = [town.service.clone(), town.another_node().await];
    let path = format!("/clients/{}", town.client("employment-service", "ES-0004711").await);
    let (jana, piet) = (town.counsellor().await, town.visitor(Role::Partner, "municipality", None).await);
    let mut count = Count::default();
    for round in 0..READS.div_ceil(ROUND) {
        let asks = "kind=assessment&kind=benefit&purpose=training&says=To+plan&until=2026-12-23";
        piet.sends(&format!("{path}/releases"), asks).await.link_is("/released?said=release-asked");
        let one = jana.opens("/releases").await.link("/releases/");
        jana.sends(&one, "kind=assessment&kind=benefit&until=2026-12-23&told=&decision=approve").await.link_is("/releases?said=release-answered");
        piet.opens(&path).await.sees("Worked in a nursery");
        let revoke = async {
            match round % 3 {
                0 => jana.sends(&format!("{one}/end"), "told=Over").await.link_is(&format!("{one}?said=release-ended")),
                1 => jana.sends(&format!("{one}/narrow"), "kind=benefit&until=2026-12-23&told=").await.link_is(&format!("{one}?said=release-narrowed")),
                _ => piet.sends(&format!("/released/{}/withdraw", one.rsplit('/').next().unwrap()), "").await.link_is("/released?said=release-withdrawn"),
            }
        };
        let (reads, acknowledged) = race(&nodes, (&path, &piet.cookie, "Worked in a nursery"), first(round), revoke).await;
        count.add(&reads, acknowledged);
    }
    count.was_one("ending a release", town.app.db.engine_name());
});

// A person's right 14.
db::both_engines!(taking_somebody_out_of_a_case_team_races_a_thousand_reads, |fresh| async {
    let town = Town::full(fresh).await;
    let nodes = [town.service.clone(), town.another_node().await];
    let path = format!("/clients/{}", town.client("employment-service", "ES-0004711").await);
    let (team, jana, ida) = (format!("{path}/team"), town.counsellor().await, town.visitor(Role::Partner, "social-insurer", None).await);
    // The file, and the list in which they are found.
    let paths = [path.clone(), "/case-teams".to_owned()];
    let mut count = Count::default();
    for round in 0..READS.div_ceil(ROUND) {
        let path = &paths[round % 2];
        jana.sends(&team, &format!("member={}&part=Debts&from=2026-11-23&until=", ida.user)).await.link_is(&format!("{team}?said=team-put-in"));
        ida.opens(path).await.sees("Amira Haddad");
        let seat = jana.opens(&team).await.link(&format!("{team}/"));
        let revoke = async { jana.sends(&seat, "").await.link_is(&format!("{team}?said=team-taken-out")) };
        let (reads, acknowledged) = race(&nodes, (path, &ida.cookie, "Amira Haddad"), first(round), revoke).await;
        count.add(&reads, acknowledged);
    }
    count.was_one("taking somebody out of a case team", town.app.db.engine_name());
});

// A person's right 14.
db::both_engines!(revoking_a_role_races_a_thousand_reads, |fresh| async {
    let town = Town::full(fresh).await;
    let nodes = [town.service.clone(), town.another_node().await];
    let amira = town.client("employment-service", "ES-0004711").await;
    let timo = town.visitor(Role::Administrator, "employment-service", None).await;
    // The file, and the list in which they are found.
    let paths = [format!("/clients/{amira}"), "/find?q=Amira+Haddad".to_owned()];
    let mut count = Count::default();
    for round in 0..READS.div_ceil(ROUND) {
        let path = &paths[round / 2 % 2];
        let piet = town.visitor(Role::Partner, "municipality", None).await;
        piet.opens(path).await.sees("Amira Haddad");
        let revoke = async {
            // One time they leave, the next their role is another.
            if round % 2 == 0 {
                timo.sends(&format!("/users/{}/end", piet.user), "").await.link_is(&format!("/users/{}?said=user-ended", piet.user));
            } else {
                let form = "name=Piet&role=analyst&organisation=municipality";
                timo.sends(&format!("/users/{}", piet.user), form).await.link_is(&format!("/users/{}?said=user-changed", piet.user));
            }
        };
        let (reads, acknowledged) = race(&nodes, (path, &piet.cookie, "Amira Haddad"), first(round), revoke).await;
        count.add(&reads, acknowledged);
    }
    count.was_one("taking away a role", town.app.db.engine_name());
});

// A person's right 14.
db::both_engines!(taking_a_client_from_their_counsellor_races_a_thousand_reads, |fresh| async {
    let town = Town::full(fresh).await;
    let nodes = [town.service.clone(), town.another_node().await];
    let path = format!("/clients/{}", town.client("employment-service", "ES-0004711").await);
    let (jana, petr) = (town.counsellor().await, town.visitor(Role::Counsellor, "employment-service", None).await);
    let marta = town.visitor(Role::Manager, "employment-service", None).await;
    let assign = format!("{path}/counsellor");
    let given = format!("{path}?said=assigned");
    let mut count = Count::default();
    for round in 0..READS.div_ceil(ROUND) {
        // One time the client becomes somebody else's, the next the cover of an absent colleague ends.
        let (address, form, said) = if round % 2 == 0 {
            marta.sends(&assign, &format!("counsellor={}", petr.user)).await.link_is(&given);
            (assign.clone(), format!("counsellor={}", jana.user), given.clone())
        } else {
            marta.sends(&assign, &format!("counsellor={}", jana.user)).await.link_is(&given);
            let cover = format!("absent={}&colleague={}&from=2026-11-20&to=2026-11-23", jana.user, petr.user);
            marta.sends("/team/covers", &cover).await.link_is("/team?said=cover-added");
            let cover = marta.opens("/team").await.link("/team/covers/");
            (cover, String::new(), "/team?said=cover-ended".to_owned())
        };
        petr.opens(&path).await.sees("Amira Haddad");
        let revoke = async { marta.sends(&address, &form).await.link_is(&said) };
        let (reads, acknowledged) = race(&nodes, (&path, &petr.cookie, "Amira Haddad"), first(round), revoke).await;
        count.add(&reads, acknowledged);
    }
    count.was_one("taking a client away", town.app.db.engine_name());
});

// A decision about links waits for whoever links meanwhile, however long that takes; nobody's page waits with it. (On SQLite there is
// one writer, and a page writes its line of the log: there it has to wait.)
#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn while_a_decision_waits_for_its_turn_pages_are_answered() {
    let Some(fresh) = db::testing::postgres().await else { return };
    let town = Town::full(fresh).await;
    let amira = town.client("employment-service", "ES-0004711").await;
    let lena = town.counsellor().await;
    let sofia = town.steward().await;
    let address = format!("/clients/{amira}/protection");
    let linking = people::links::begin(&town.app).await.unwrap();
    let pages = async {
        for _ in 0..20 {
            lena.opens(&format!("/clients/{amira}")).await.sees("Amira Haddad");
        }
        drop(linking);
    };
    // Far more than it takes: a page that waits would wait for ever.
    let pages = tokio::time::timeout(Duration::from_secs(60), pages);
    let (decided, pages) = tokio::join!(sofia.sends(&address, "reason=Threatened+at+home"), pages);
    pages.expect("a page waited for the decision");
    decided.link_is(&format!("{address}?said=protected"));
}
