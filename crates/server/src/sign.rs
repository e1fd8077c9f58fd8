//! `specie sign`: what a signed request hashes and which headers it carries, for whoever writes a signer and sees
//! it refused. The secret is shown as stars.

use std::path::Path;

use clap::Args;
use serde_json::json;
use specie_wire::signature::Signed;

use crate::ask::reach::{
    ACCESS_KEY_VARIABLE, Environment, SECRET_KEY_VARIABLE, random_text, unix_s, variable,
};
use crate::stopped::{Naming, Stopped};
use crate::terminal::say;

/// The request to sign.
#[derive(Args)]
pub(crate) struct SignArguments {
    /// The method; it is hashed in lower case. Empty for a webhook
    #[arg(long, default_value = "POST")]
    method: String,
    /// Path and query exactly as sent, a reverse proxy's prefix included. The full URL for a webhook
    #[arg(long, value_name = "PATH")]
    target: String,
    /// The access key [SPECIE_ACCESS_KEY]
    #[arg(long, value_name = "KEY")]
    access_key: Option<String>,
    /// Its secret [SPECIE_SECRET_KEY]
    #[arg(long, value_name = "SECRET")]
    secret_key: Option<String>,
    /// The salt [default: a fresh random one]
    #[arg(long)]
    salt: Option<String>,
    /// The time, ten digits, Unix seconds [default: now]
    #[arg(long, value_name = "SECONDS")]
    timestamp: Option<String>,
    /// The body byte for byte, or @FILE. Nothing and {} are hashed alike
    #[arg(long, default_value = "")]
    body: String,
    /// Print JSON
    #[arg(long)]
    json: bool,
}

impl SignArguments {
    pub(crate) fn run(self, environment: &Environment) -> Result<(), Stopped> {
        let or_variable = |given: Option<String>, flag: &str, name: &str| -> Result<String, Stopped> {
            let found = given.map_or_else(|| variable(environment, name), |given| Ok(Some(given)))?;
            found.ok_or_else(|| Stopped::misused(format_args!("give --{flag} or {name}")))
        };
        let access_key = or_variable(self.access_key, "access-key", ACCESS_KEY_VARIABLE)?;
        let secret_key = or_variable(self.secret_key, "secret-key", SECRET_KEY_VARIABLE)?;
        let salt = self.salt.unwrap_or_else(random_text);
        let timestamp = self.timestamp.unwrap_or_else(|| unix_s().to_string());
        let body = match self.body.strip_prefix('@') {
            Some(file) => std::fs::read(Path::new(file)).about(file)?,
            None => self.body.into_bytes(),
        };
        let signed = Signed {
            method: &self.method,
            target: &self.target,
            salt: &salt,
            timestamp: &timestamp,
            access_key: &access_key,
            body: &body,
        };
        let (hashed, signature) = (signed.masked_text(), signed.sign(&secret_key));
        say(&if self.json {
            let headers = json!({
                "access_key": access_key, "salt": salt, "timestamp": timestamp, "signature": signature,
            });
            json!({ "hashed": hashed, "headers": headers }).to_string()
        } else {
            format!(
                "hashed      {hashed}\n\naccess_key: {access_key}\nsalt: {salt}\ntimestamp: {timestamp}\n\
                 signature: {signature}"
            )
        });
        Ok(())
    }
}
