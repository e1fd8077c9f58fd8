//! The two seams through which the outside world comes in: what time it is, and chance.

use specie_domain::Time;

/// Says what time it is.
pub trait Clock: Send + Sync {
    /// Now, UTC.
    fn now(&self) -> Time;
}

/// Gives random bytes fit for secrets.
pub trait Chance: Send + Sync {
    /// Fills `bytes`. A source that cannot must stop the program: a guessable code is worse than none.
    fn fill(&self, bytes: &mut [u8]);
}
