//! `specie audit` and `specie sessions`: who of the operator did what, and which sessions are open.

use clap::Args;
use specie_client::segment;

use super::desk::{Operator, going_on};
use super::reach::Environment;
use crate::stopped::Stopped;

/// Which deeds are shown.
#[derive(Args)]
pub(crate) struct AuditArguments {
    #[command(flatten)]
    operator: Operator,
    /// Only those of this person: a name, or the id of a key
    #[arg(long, value_name = "NAME|ID")]
    person: Option<String>,
    /// Only those of this kind, as wallet.freeze, or of this family, as wallet
    #[arg(long, value_name = "KIND")]
    what: Option<String>,
    /// Only older ones, as `next` told
    #[arg(long, value_name = "NUMBER")]
    past: Option<u64>,
    /// Lines on the page
    #[arg(long, value_name = "N", default_value_t = 200)]
    limit: u64,
}

/// Which sessions are shown.
#[derive(Args)]
pub(crate) struct SessionsArguments {
    #[command(flatten)]
    operator: Operator,
    /// Only those after this one, as `next` told
    #[arg(long, value_name = "ID")]
    after: Option<String>,
    /// Lines on the page
    #[arg(long, value_name = "N", default_value_t = 200)]
    limit: u64,
}

impl AuditArguments {
    pub(crate) async fn run(self, environment: &Environment) -> Result<(), Stopped> {
        let mut desk = self.operator.desk(environment)?;
        let mut target = format!("/api/v1/audit?limit={}", self.limit);
        for (name, text) in
            [("person", self.person), ("what", self.what), ("past", self.past.map(|past| past.to_string()))]
        {
            if let Some(text) = text {
                target = format!("{target}&{name}={}", segment(&text));
            }
        }
        desk.list(&target).await?;
        Ok(())
    }
}

impl SessionsArguments {
    pub(crate) async fn run(self, environment: &Environment) -> Result<(), Stopped> {
        let mut desk = self.operator.desk(environment)?;
        let after = going_on(self.after.as_deref());
        desk.list(&format!("/api/v1/sessions?limit={}{after}", self.limit)).await?;
        Ok(())
    }
}
