//! `specie operator-key`: who may call our own API. `create` works on a data folder too, for the first key.

use std::path::PathBuf;

use clap::{Subcommand, ValueEnum};
use serde_json::json;
use specie_client::segment;
use specie_domain::rows::Role;

use super::desk::{Operator, going_on};
use super::reach::Environment;
use crate::operator_key;
use crate::stopped::Stopped;
use crate::terminal::say;

/// What an operator key allows.
#[derive(Clone, Copy, ValueEnum)]
#[value(rename_all = "snake_case")]
pub(crate) enum RoleName {
    /// Everything
    Admin,
    /// Wallets, accounts, codes, freezing
    WalletBackend,
    /// Top-ups and prefunding; reads
    Finance,
    /// Reads
    Auditor,
}

impl RoleName {
    pub(super) const fn role(self) -> Role {
        match self {
            Self::Admin => Role::Admin,
            Self::WalletBackend => Role::WalletBackend,
            Self::Finance => Role::Finance,
            Self::Auditor => Role::Auditor,
        }
    }

    pub(super) const fn name(self) -> &'static str {
        match self {
            Self::Admin => "admin",
            Self::WalletBackend => "wallet_backend",
            Self::Finance => "finance",
            Self::Auditor => "auditor",
        }
    }
}

/// What is done with an operator key.
#[derive(Subcommand)]
pub(crate) enum OperatorKeyVerb {
    /// Create a key and print it, once; with --data in a folder whose server is stopped
    Create {
        #[command(flatten)]
        operator: Box<Operator>,
        /// The data folder; without it, the running server is asked
        #[arg(long, value_name = "DIR", conflicts_with_all = ["server", "demo", "operator_key", "idempotency"])]
        data: Option<PathBuf>,
        /// Who will bear it
        #[arg(long, value_name = "NAME")]
        person: String,
        /// What it allows
        #[arg(long)]
        role: RoleName,
        /// Propose it to a second person, and why: so must be an admin's or finance's once two people judge
        #[arg(long, value_name = "WHY", conflicts_with = "data")]
        propose: Option<String>,
    },
    /// List the keys, revoked ones too
    List {
        #[command(flatten)]
        operator: Operator,
        /// Only keys made after this one, as `next` told
        #[arg(long, value_name = "ID")]
        after: Option<String>,
        /// Keys on the page
        #[arg(long, value_name = "N", default_value_t = 200)]
        limit: u64,
    },
    /// Revoke a key, at once
    Revoke {
        #[command(flatten)]
        operator: Operator,
        /// The key's public id
        operator_key_id: String,
    },
}

impl OperatorKeyVerb {
    pub(crate) async fn run(self, environment: &Environment) -> Result<(), Stopped> {
        match self {
            Self::Create { data: Some(data), person, role, .. } => {
                crate::cli::quiet_log();
                say(&operator_key::create(&data, &person, role.role()).await?);
            }
            Self::Create { operator, data: None, person, role, propose } => {
                let mut desk = operator.desk(environment)?;
                let body = json!({ "person": person, "role": role.name() });
                let created = desk.post_or_propose("/operator-keys", body, propose).await?;
                desk.show(&created);
            }
            Self::List { operator, after, limit } => {
                let mut desk = operator.desk(environment)?;
                let after = going_on(after.as_deref());
                desk.list(&format!("/api/v1/operator-keys?limit={limit}{after}")).await?;
            }
            Self::Revoke { operator, operator_key_id } => {
                let mut desk = operator.desk(environment)?;
                let target = format!("/api/v1/operator-keys/{}", segment(&operator_key_id));
                let revoked = desk.delete(&target).await?;
                desk.show_or(&revoked, "revoked");
            }
        }
        Ok(())
    }
}
