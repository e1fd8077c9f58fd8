//! What is made from the command line's own description: completions for shells, manual pages, and the
//! configuration in force with where each value came from.

use std::io;
use std::path::{Path, PathBuf};

use clap::{Args, Command};
use clap_complete::Shell;
use serde_json::json;

use crate::config::{Config, Origin, Sources};
use crate::keys::make_private_folder;
use crate::settings::SETTINGS;
use crate::stopped::{Naming, Stopped};
use crate::terminal::say_bytes;

/// Which shell.
#[derive(Args)]
pub(crate) struct CompletionsArguments {
    /// The shell
    #[arg(value_parser = ["bash", "zsh", "fish"])]
    shell: String,
}

/// Where the manual goes.
#[derive(Args)]
pub(crate) struct ManArguments {
    /// Write a page for every command into this folder, instead of the first page to standard output
    #[arg(long, value_name = "DIR")]
    to: Option<PathBuf>,
}

impl CompletionsArguments {
    pub(crate) fn run(&self, mut program: Command) -> Result<(), Stopped> {
        let shell: Shell = self.shell.parse().map_err(Stopped::misused)?;
        let mut script = Vec::new();
        clap_complete::generate(shell, &mut program, "specie", &mut script);
        say_bytes(&script);
        Ok(())
    }
}

impl ManArguments {
    pub(crate) fn run(&self, program: Command) -> Result<(), Stopped> {
        match &self.to {
            Some(folder) => pages(program, folder).about(folder.display()),
            None => {
                let mut page = Vec::new();
                clap_mangen::Man::new(program).render(&mut page).about("the page")?;
                say_bytes(&page);
                Ok(())
            }
        }
    }
}

fn pages(program: Command, folder: &Path) -> io::Result<()> {
    make_private_folder(folder).map_err(|why| io::Error::other(why.why))?;
    clap_mangen::generate_to(program, folder)
}

/// The configuration in force: a file that `--config` takes, or JSON. There are no secrets among the settings.
pub(crate) fn configuration(
    sources: &Sources,
    defaults: Config,
    with_origin: bool,
    as_json: bool,
) -> Result<String, Stopped> {
    let config = sources.over(defaults).map_err(Stopped::misused)?;
    let origins = sources.origins().map_err(Stopped::misused)?;
    let rows = SETTINGS.iter().map(|setting| {
        let origin = origins.get(setting.name).cloned().unwrap_or(Origin::Default);
        (setting.name, (setting.show)(&config), origin.to_string())
    });
    if as_json {
        let settings: Vec<_> = rows
            .map(|(name, value, origin)| json!({ "name": name, "value": value, "origin": origin }))
            .collect();
        return Ok(json!({ "settings": settings }).to_string());
    }
    let lines = rows.map(|(name, value, origin)| {
        let line = if value.is_empty() { format!("# {name} is not set") } else { line(name, &value) };
        if with_origin { format!("{line:<48}  # {origin}") } else { line }
    });
    Ok(lines.collect::<Vec<_>>().join("\n"))
}

/// A line of TOML: numbers and statements bare, all else as text.
fn line(name: &str, value: &str) -> String {
    let is_bare = value.parse::<i64>().is_ok() || value.parse::<bool>().is_ok();
    if is_bare { format!("{name} = {value}") } else { format!("{name} = {}", toml::Value::from(value)) }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn each_value_is_printed_with_where_it_came_from_and_is_read_back_as_it_is() {
        let file = tempfile::NamedTempFile::new().unwrap();
        std::fs::write(file.path(), "code_digits = 7\nsession_idle_s = 60\ncode_caps = [\"5.00 GBP\"]\n")
            .unwrap();
        let sources = Sources {
            file: Some(file.path().to_owned()),
            environment: [("SPECIE_CODE_DIGITS".into(), "8".into())].into(),
            flags: [("log_format", "json".to_owned())].into(),
        };
        let text = configuration(&sources, Config::default(), true, false).unwrap();
        let origin = |name: &str| {
            let line = text.lines().find(|line| line.starts_with(&format!("{name} "))).unwrap();
            let (setting, origin) = line.rsplit_once("  # ").unwrap();
            (setting.trim_end().to_owned(), origin.to_owned())
        };
        let path = file.path().display();
        assert_eq!(
            origin("code_digits"),
            ("code_digits = 8".to_owned(), "variable SPECIE_CODE_DIGITS".to_owned())
        );
        assert_eq!(origin("session_idle_s"), ("session_idle_s = 60".to_owned(), format!("file {path}")));
        assert_eq!(
            origin("log_format"),
            ("log_format = \"json\"".to_owned(), "flag --log-format".to_owned())
        );
        assert_eq!(origin("session_absolute_s").1, "default");
        assert!(text.contains("# api_listen is not set"), "{text}");

        let printed = tempfile::NamedTempFile::new().unwrap();
        std::fs::write(printed.path(), &text).unwrap();
        let again = Sources { file: Some(printed.path().to_owned()), ..Sources::default() };
        assert_eq!(again.over(Config::default()), sources.over(Config::default()));
    }
}
