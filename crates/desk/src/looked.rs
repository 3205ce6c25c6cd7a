//! Who looked: the whole log for the data-protection officer, one client's for the client, who can say of a line that it looks wrong.
//! Pages `/looked`, `/clients/{client}/looked`, each also as a file, and `/clients/{client}/looked/{line}/wrong`.

mod pages;
mod wrong_page;

pub(crate) use pages::reader;
pub use pages::routes;

use db::Tx;
use history::access::{self, Line};
use office::{App, Problem};
use people::links;
use rights::Permit;
use words::Id;

/// The lines about one person, the newest first: of the client, of those that became it, and of those its records came from, until they
/// did. With them the client and those that became it.
pub(crate) async fn lines_about(tx: &mut Tx, app: &App, permit: &Permit, standing: Id) -> Result<(Vec<Line>, Vec<Id>), Problem> {
    let (_, all) = links::clients_of(tx, standing).await?;
    let mut lines = access::lines_of(tx, permit, &all).await?;
    for (former, until) in links::former_clients(tx, permit, standing, app.clock.now()).await? {
        let then = access::lines_of(tx, permit, &[former]).await?;
        lines.extend(then.into_iter().filter(|line| line.at < until && !all.contains(&former)));
    }
    lines.sort_by_key(|line| std::cmp::Reverse(line.seq));
    lines.dedup_by_key(|line| line.seq);
    Ok((lines, all))
}
