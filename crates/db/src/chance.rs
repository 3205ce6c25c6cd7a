//! The only chance of the program.

/// Random bytes from the operating system. Without them no token or key is safe to give out, an all-zero one would be
/// guessable: the program stops.
#[must_use]
pub fn chance<const BYTES: usize>() -> [u8; BYTES] {
    let mut bytes = [0; BYTES];
    if getrandom::fill(&mut bytes).is_err() {
        tracing::error!("the operating system gives no random numbers; stopping");
        std::process::abort();
    }
    bytes
}
