//! The customers and counters of the load: wallets with plenty of money, POS with plenty of float, both apart from
//! the demo's own. Kept in `bench.json` beside the demo's file, readable by its owner alone, because it holds
//! access keys; a later run uses them again.

use std::io::Write;
use std::os::unix::fs::OpenOptionsExt;
use std::path::{Path, PathBuf};

use serde::{Deserialize, Serialize};
use specie_money::{Currency, Money};

use super::BenchError;

/// The currencies of the wallets, in turn: with none, two and three decimals.
pub(super) const CURRENCIES: [&str; 3] = ["GBP", "JPY", "KWD"];
/// Whole units each wallet gets: enough for the largest sum fifty thousand times.
pub(super) const TOP_UP_UNITS: i64 = 1_000_000;
/// Whole units for the one wallet that all come from.
pub(super) const HOT_TOP_UP_UNITS: i64 = 1_000_000_000;
/// Whole units of float for each POS and currency, for deposits.
pub(super) const FLOAT_UNITS: i64 = 100_000_000;
/// The number of the hot wallet's customer: behind all that the others may have.
pub(super) const HOT_NUMBER: usize = 999_999_999;
/// The file's name.
const NAME: &str = "bench.json";

/// All of them.
#[derive(Debug, Default, Serialize, Deserialize)]
pub(super) struct Population {
    /// Whose the POS are.
    pub(super) owner_id: String,
    pub(super) pos: Vec<Pos>,
    /// The one wallet that all come from when it is hot; it holds far more.
    pub(super) hot: Option<Wallet>,
    /// Those made over our own API, numbered behind the loaded ones; in a run, those it uses.
    pub(super) wallets: Vec<Wallet>,
    /// How many `specie bench load` has made.
    #[serde(default)]
    pub(super) loaded: u64,
}

#[derive(Clone, Serialize, Deserialize)]
pub(super) struct Pos {
    pub(super) pos_id: String,
    pub(super) access_key: String,
}

impl std::fmt::Debug for Pos {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        write!(f, "Pos({})", self.pos_id)
    }
}

#[derive(Debug, Clone, Serialize, Deserialize)]
pub(super) struct Wallet {
    pub(super) wallet_id: String,
    pub(super) account_id: String,
    pub(super) phone: String,
    /// Its place in [`CURRENCIES`].
    pub(super) currency: usize,
}

impl Wallet {
    /// The alphabetic code of its currency.
    pub(super) fn code(&self) -> &'static str {
        CURRENCIES.get(self.currency).copied().unwrap_or(CURRENCIES[0])
    }

    /// The minor units of a sum as our answers write it.
    pub(super) fn minor_of(&self, text: &[u8]) -> Result<i64, String> {
        let text = String::from_utf8_lossy(text);
        let currency = Currency::from_code(self.code()).ok_or("no such currency")?;
        let sum = Money::parse(&text, currency).map_err(|why| format!("{text}: {why}"))?;
        Ok(sum.minor())
    }

    /// Minor units in one whole unit of its currency.
    pub(super) fn minor_in_unit(&self) -> i64 {
        let exponent = Currency::from_code(self.code()).map_or(0, Currency::exponent);
        10_i64.pow(u32::from(exponent))
    }
}

/// The phone of customer `number`. No country has the code 999 (ITU-T E.164).
pub(super) fn phone(number: usize) -> String {
    format!("+999{number:09}")
}

impl Population {
    /// The wallets of a run, the hot one last.
    pub(super) fn all_wallets(&self) -> impl Iterator<Item = &Wallet> {
        self.wallets.iter().chain(&self.hot)
    }

    /// The one at a place in that order.
    pub(super) fn wallet(&self, index: usize) -> Option<&Wallet> {
        self.wallets.get(index).or(self.hot.as_ref())
    }
}

/// Where the file is for the demo in `demo_json`.
pub(super) fn path_beside(demo_json: &Path) -> PathBuf {
    demo_json.with_file_name(NAME)
}

/// The operator's key in the demo's file.
pub(super) fn operator_key(demo_json: &Path) -> Result<String, BenchError> {
    #[derive(Deserialize)]
    struct Demo {
        operator_key: String,
    }
    let shown = demo_json.display();
    let text = std::fs::read_to_string(demo_json).map_err(|why| BenchError::failed(shown, why))?;
    let demo: Demo =
        serde_json::from_str(&text).map_err(|why| BenchError::failed(demo_json.display(), why))?;
    Ok(demo.operator_key)
}

/// What an earlier run has left; nobody when there was none.
pub(super) fn read(path: &Path) -> Result<Population, BenchError> {
    if !path.exists() {
        return Ok(Population::default());
    }
    let text = std::fs::read(path).map_err(|why| BenchError::failed(path.display(), why))?;
    serde_json::from_slice(&text).map_err(|why| BenchError::failed(path.display(), why))
}

/// Writes the file whole: into a file of its own first.
pub(super) fn write(path: &Path, population: &Population) -> Result<(), BenchError> {
    let text = serde_json::to_vec(population).map_err(|why| BenchError::failed(path.display(), why))?;
    let draft = path.with_extension("draft");
    let written = || {
        let mut options = std::fs::OpenOptions::new();
        let mut file = options.write(true).create(true).truncate(true).mode(0o600).open(&draft)?;
        file.write_all(&text)?;
        std::fs::rename(&draft, path)
    };
    written().map_err(|why| BenchError::failed(path.display(), why))
}

#[cfg(test)]
mod tests {
    use std::os::unix::fs::PermissionsExt;

    use super::*;

    #[test]
    fn a_population_is_read_back_and_nobody_else_may_read_it() {
        let folder = tempfile::tempdir().unwrap();
        let path = path_beside(&folder.path().join("demo.json"));
        assert!(read(&path).unwrap().wallets.is_empty());
        let wallet = Wallet { wallet_id: "w".into(), account_id: "a".into(), phone: phone(7), currency: 2 };
        write(&path, &Population { wallets: vec![wallet], ..Population::default() }).unwrap();
        let read = read(&path).unwrap();
        assert_eq!(read.wallets[0].phone, "+999000000007");
        assert_eq!((read.wallets[0].code(), read.wallets[0].minor_in_unit()), ("KWD", 1000));
        assert_eq!(std::fs::metadata(&path).unwrap().permissions().mode() & 0o777, 0o600);
    }
}
