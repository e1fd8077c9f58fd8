//! The sweep: tells the core which sessions' limits have passed. It judges nothing; the core looks again.

use specie_domain::command::Expire;
use specie_domain::rows::Deployment;
use specie_domain::{Body, Policy, Row};

use crate::calls::Commands;
use crate::failure::Failure;

/// Sessions one round of the sweep names.
pub const SWEEP_SESSIONS_MAX: usize = 500;

impl Commands {
    /// Names the sessions that are due, and says how many it named.
    ///
    /// # Errors
    /// The failures of the store and of the lane.
    pub async fn sweep_sessions(&self) -> Result<usize, Failure> {
        let due = self.store.due_sessions(self.now(), SWEEP_SESSIONS_MAX).await.map_err(|why| {
            tracing::error!(%why, "the sweep could not read");
            Failure::NotApplied
        })?;
        let named = due.len();
        for operation_id in due {
            self.commit_own(Body::Expire(Expire { operation_id })).await?;
        }
        Ok(named)
    }

    /// The settings in force.
    ///
    /// # Errors
    /// [`Failure::NotApplied`] when the store does not answer.
    pub async fn policy(&self) -> Result<Policy, Failure> {
        match self.row::<Deployment>(()).await? {
            Some(Row::Deployment(deployment)) => Ok(deployment.policy.clone()),
            _ => Ok(Policy::default()),
        }
    }
}
