//! A long access log: fills a new installation's log with so many lines and checks them, in the database and as a file:
//! `log FOLDER LINES [DB]`.

use anyhow::{Context, Result};
use history::access::{self, ChainKey};
use office::Clock;
use rights::Act;
use std::fs::File;
use std::io::{BufReader, BufWriter, Write};
use std::path::PathBuf;
use std::time::Instant;
use throughline::installation::{Place, itself, own_permit};

#[tokio::main]
async fn main() -> Result<()> {
    let mut arguments = std::env::args().skip(1);
    let folder = PathBuf::from(arguments.next().context("name a folder")?);
    let lines: usize = arguments.next().context("say how many lines")?.parse()?;
    let place = Place { db: arguments.next(), ..Place::folder(folder.clone()) };
    let app = place.open(Clock::machine(), true).await?;
    let began = Instant::now();
    for _ in 0..lines.div_ceil(10_000) {
        let grant = || app.decide(&itself()?, Act::RunFeed, None).map_err(anyhow::Error::from);
        let grants = (0..10_000).map(|_| grant()).collect::<Result<_>>()?;
        app.log.permits(&app.db, app.clock.now(), grants, "identity, status, timeline").await?;
    }
    println!("written: {:.1?}", began.elapsed());
    let began = Instant::now();
    println!("{:?} in the {} database: {:.2?}", app.log.verify(&app.db, &[]).await?, app.db.engine_name(), began.elapsed());
    let permit = own_permit(&app, Act::ExportAccessLog, "benchmark").await?;
    let file = folder.join("log.jsonl");
    let mut out = BufWriter::new(File::create(&file)?);
    let mut tx = app.db.read().await?;
    let mut last = 0;
    loop {
        let some = access::lines_after(&mut tx, &permit, last).await?;
        let Some((line, _)) = some.last() else { break };
        last = line.seq;
        for (line, hash) in &some {
            access::write_line(&mut out, line, hash)?;
        }
    }
    let (lines, hash) = access::end(&mut tx).await?;
    app.log.write_end(&mut out, app.clock.now(), (lines, &hash))?;
    out.flush()?;
    let began = Instant::now();
    let verdict = access::verify_export(&mut BufReader::new(File::open(&file)?), &ChainKey::new(place.chain_key()?), &[])?;
    println!("{verdict:?} in a file: {:.2?}", began.elapsed());
    Ok(())
}
