//! The sweep: tells the core which sessions' limits have passed, and which cases' clocks have come to a step. It
//! judges nothing; the core looks again.

use specie_domain::command::{Expire, SetRules, StepCase};
use specie_domain::ids::OperationId;
use specie_domain::rows::{Deployment, Rule};
use specie_domain::{Body, Policy, Row};

use crate::calls::Commands;
use crate::failure::Failure;

/// Sessions one round of the sweep names.
pub const SWEEP_SESSIONS_MAX: usize = 500;

/// Open cases one round of the sweep looks at.
pub const SWEEP_CASES_MAX: usize = 200;

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

    /// Looks at the open cases of operations after `after`, and does the next step of those whose time has come. After
    /// which one the next round begins; none: from the first.
    ///
    /// # Errors
    /// The failures of the store and of the lane.
    pub async fn sweep_cases(&self, after: Option<OperationId>) -> Result<Option<OperationId>, Failure> {
        let open = self.store.cases(true, after, SWEEP_CASES_MAX).await.map_err(|why| {
            tracing::error!(%why, "the sweep could not read cases");
            Failure::NotApplied
        })?;
        let next = open.last().map(|case| case.operation_id).filter(|_| open.len() >= SWEEP_CASES_MAX);
        let now = self.now();
        for case in open.iter().filter(|case| case.due_at.is_some_and(|due_at| due_at <= now)) {
            let operation_id = case.operation_id;
            self.commit_own(Body::StepCase(StepCase { operation_id })).await?;
        }
        Ok(next)
    }

    /// Puts the configured rule packs into force; those that are already stay as they are.
    ///
    /// # Errors
    /// A rule that cannot be one; the failures of the lane.
    pub async fn set_rules(&self, rules: Vec<Rule>) -> Result<(), Failure> {
        self.commit_own(Body::SetRules(SetRules { rules })).await.map(|_| ())
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
