//! How long a search takes, from request to page, on a demo installation: `find FOLDER [DB]`.
//!
//! Each search goes through the gate, the access log and the template, as a browser's would.

use axum::http::StatusCode;
use office::Clock;
use std::path::PathBuf;
use std::time::{Duration, Instant};
use throughline::installation::Place;
use throughline::routes;
use throughline::visits::Visit;

/// What people type: misspelt names, pet forms, a year, the end of a number, a beginning.
const TYPED: [&str; 10] = [
    "lakatosh+ilonna", "lakatos+ilonka+88", "kertesz+bruno", "haddad+amira", "hadad", "ilona", "savdachuk", "mar", "0004711", "18.5.1992",
];
const ROUNDS: usize = 20;

#[tokio::main]
async fn main() -> anyhow::Result<()> {
    let mut arguments = std::env::args().skip(1);
    let folder = arguments.next().ok_or_else(|| anyhow::anyhow!("name the folder of a demo"))?;
    let place = Place { db: arguments.next(), ..Place::folder(PathBuf::from(folder)) };
    let app = place.open(Clock::machine(), true).await?;
    let jana = Visit::of(&app, &routes::service(&app), "jana").await?;
    let mut took: Vec<Duration> = Vec::new();
    for round in 0..=ROUNDS {
        for typed in TYPED {
            let began = Instant::now();
            let answer = jana.asks("GET", &format!("/find?q={typed}"), "").await?;
            anyhow::ensure!(answer.status == StatusCode::OK, "{typed}: {}", answer.status);
            if round > 0 {
                took.push(began.elapsed());
            }
        }
    }
    took.sort_unstable();
    let at = |share: usize| took.get(took.len() * share / 100).or(took.last()).copied().unwrap_or_default();
    println!("{} searches on {}: median {:.1?}, 95th percentile {:.1?}, longest {:.1?}", took.len(), app.db.engine_name(), at(50), at(95), at(100));
    Ok(())
}
