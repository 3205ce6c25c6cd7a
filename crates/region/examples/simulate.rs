//! Writes the region: `cargo run --release -p region --example simulate -- OUT [PEOPLE] [SEED]`.

use std::path::Path;

fn main() -> Result<(), Box<dyn std::error::Error>> {
    let mut words = std::env::args().skip(1);
    let out = words.next().ok_or("say where the files shall go")?;
    let people = words.next().map_or(Ok(10_000), |word| word.parse())?;
    let seed = words.next().map_or(Ok(1), |word| word.parse())?;
    let summary = region::simulate(people, seed, Path::new(&out), &mut |_, _| {})?;
    println!("{summary:?}");
    Ok(())
}
