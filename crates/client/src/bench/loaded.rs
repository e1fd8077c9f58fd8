//! The customers that `specie bench load` has made. There may be ten million: `bench.json` says only how many, and
//! their ids stand beside it in `bench-wallets`, 32 bytes each (wallet, account; big endian) in the order of their
//! numbers. Everything else about a customer follows from the number. A run reads those it needs.

use std::fs::{File, OpenOptions};
use std::io::Write;
use std::os::unix::fs::{FileExt, OpenOptionsExt};
use std::path::{Path, PathBuf};

use specie_money::{Currency, Money};

use super::BenchError;
use super::population::{
    self, CURRENCIES, HOT_NUMBER, HOT_TOP_UP_UNITS, Population, Pos, TOP_UP_UNITS, Wallet, phone,
};

/// The file's name.
const NAME: &str = "bench-wallets";
const RECORD_BYTES: usize = 32;
/// Customers at most: the hot one has the last phone number.
pub const LOADED_WALLETS_MAX: u64 = 999_999_999;

/// A customer to make.
#[derive(Debug, Clone)]
pub struct Customer {
    /// Her phone.
    pub phone: String,
    /// What her wallet shall hold, in its one currency.
    pub opening: Money,
}

/// A wallet and its one account, by the numbers of their ids.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct LoadedIds {
    /// The wallet.
    pub wallet_id: u128,
    /// The account.
    pub account_id: u128,
}

/// What a loaded folder holds besides the wallets.
#[derive(Debug, Clone)]
pub struct LoadedPlaces {
    /// Who owns the POS that later runs make.
    pub owner_id: String,
    /// Each POS by its id, with its access key.
    pub pos: Vec<(String, String)>,
    /// The one wallet that all come from when it is hot.
    pub hot: LoadedIds,
}

/// The customer with this number.
///
/// # Errors
/// [`BenchError::Failed`] when her opening balance does not fit her currency.
pub fn customer(number: u64) -> Result<Customer, BenchError> {
    opened(usize::try_from(number).unwrap_or(HOT_NUMBER), TOP_UP_UNITS)
}

/// The one that all come from when she is hot.
///
/// # Errors
/// As [`customer`].
pub fn hot_customer() -> Result<Customer, BenchError> {
    opened(HOT_NUMBER, HOT_TOP_UP_UNITS)
}

fn opened(number: usize, units: i64) -> Result<Customer, BenchError> {
    let opening = in_units(number % CURRENCIES.len(), units)?;
    Ok(Customer { phone: phone(number), opening })
}

/// The float of a POS, one sum a currency.
///
/// # Errors
/// As [`customer`].
pub fn floats() -> Result<Vec<Money>, BenchError> {
    (0..CURRENCIES.len()).map(|place| in_units(place, population::FLOAT_UNITS)).collect()
}

fn in_units(place: usize, units: i64) -> Result<Money, BenchError> {
    let code = CURRENCIES.get(place).copied().unwrap_or_default();
    let currency = Currency::from_code(code).ok_or_else(|| BenchError::failed(code, "is no currency"))?;
    Money::parse(&units.to_string(), currency).map_err(|why| BenchError::failed(code, why))
}

/// The customers of a folder, as they are made.
#[derive(Debug)]
pub struct LoadedWallets {
    file: File,
    path: PathBuf,
    count: u64,
}

impl LoadedWallets {
    /// None yet, in the folder `data`.
    ///
    /// # Errors
    /// [`BenchError::Failed`] when the file cannot be made, or is there.
    pub fn create(data: &Path) -> Result<Self, BenchError> {
        let path = data.join(NAME);
        let mut options = OpenOptions::new();
        let file = options.read(true).append(true).create_new(true).mode(0o600).open(&path);
        let file = file.map_err(|why| BenchError::failed(path.display(), why))?;
        Ok(Self { file, path, count: 0 })
    }

    /// How many there are.
    #[must_use]
    pub const fn count(&self) -> u64 {
        self.count
    }

    /// The next customers.
    ///
    /// # Errors
    /// [`BenchError::Failed`] when they cannot be written.
    pub fn append(&mut self, made: &[LoadedIds]) -> Result<(), BenchError> {
        let both = made.iter().flat_map(|ids| [ids.wallet_id.to_be_bytes(), ids.account_id.to_be_bytes()]);
        let bytes: Vec<u8> = both.flatten().collect();
        self.file.write_all(&bytes).map_err(|why| BenchError::failed(self.path.display(), why))?;
        self.count += u64::try_from(made.len()).unwrap_or_default();
        Ok(())
    }

    /// The ids of customer `number`.
    ///
    /// # Errors
    /// [`BenchError::Failed`] when they cannot be read.
    pub fn ids(&self, number: u64) -> Result<LoadedIds, BenchError> {
        ids_in(&self.file, &self.path, number)
    }

    /// Writes `bench.json`, last of all: runs of the load begin from it.
    ///
    /// # Errors
    /// [`BenchError::Failed`] when it cannot be written.
    pub fn finish(self, places: LoadedPlaces) -> Result<(), BenchError> {
        self.file.sync_all().map_err(|why| BenchError::failed(self.path.display(), why))?;
        let pos = places.pos.into_iter().map(|(pos_id, access_key)| Pos { pos_id, access_key });
        let population = Population {
            owner_id: places.owner_id,
            pos: pos.collect(),
            hot: Some(wallet_of(HOT_NUMBER, places.hot)),
            wallets: Vec::new(),
            loaded: self.count,
        };
        population::write(&population::path_beside(&self.path), &population)
    }
}

fn ids_in(file: &File, path: &Path, number: u64) -> Result<LoadedIds, BenchError> {
    let mut record = [0; RECORD_BYTES];
    let place = number.saturating_mul(u64::try_from(RECORD_BYTES).unwrap_or_default());
    file.read_exact_at(&mut record, place).map_err(|why| BenchError::failed(path.display(), why))?;
    let half = |bytes: Option<&[u8; 16]>| bytes.map_or(0, |bytes| u128::from_be_bytes(*bytes));
    Ok(LoadedIds { wallet_id: half(record.first_chunk()), account_id: half(record.last_chunk()) })
}

fn wallet_of(number: usize, ids: LoadedIds) -> Wallet {
    Wallet {
        wallet_id: hyphenated(ids.wallet_id),
        account_id: hyphenated(ids.account_id),
        phone: phone(number),
        currency: number % CURRENCIES.len(),
    }
}

/// 32 hex digits in 8-4-4-4-12 shape.
fn hyphenated(id: u128) -> String {
    let text = format!("{id:032x}");
    let part = |from: usize, to: usize| text.get(from..to).unwrap_or_default();
    [part(0, 8), part(8, 12), part(12, 16), part(16, 20), part(20, 32)].join("-")
}

/// The wallets of a run: so many of the loaded ones, spread evenly over all of them, and behind them those in
/// `made`, which earlier runs have made over the API.
pub(super) fn of_this_run(
    bench_json: &Path,
    (loaded, made): (u64, Vec<Wallet>),
    wanted: usize,
) -> Result<Vec<Wallet>, BenchError> {
    let loaded = usize::try_from(loaded).unwrap_or(usize::MAX);
    let picked = wanted.min(loaded);
    let mut wallets = Vec::with_capacity(wanted);
    if picked > 0 {
        let path = bench_json.with_file_name(NAME);
        let file = File::open(&path).map_err(|why| BenchError::failed(path.display(), why))?;
        for place in 0..picked {
            let number = u128::try_from(place).unwrap_or_default()
                * u128::try_from(loaded).unwrap_or_default()
                / u128::try_from(picked).unwrap_or(1);
            let number = usize::try_from(number).unwrap_or(usize::MAX);
            let ids = ids_in(&file, &path, u64::try_from(number).unwrap_or(u64::MAX))?;
            wallets.push(wallet_of(number, ids));
        }
    }
    wallets.extend(made.into_iter().take(wanted - picked));
    Ok(wallets)
}

#[cfg(test)]
mod tests {
    use super::*;

    fn loaded(folder: &Path, count: u128) {
        let mut wallets = LoadedWallets::create(folder).unwrap();
        let ids = |number| LoadedIds { wallet_id: number, account_id: number << 64 };
        wallets.append(&(0..count).map(ids).collect::<Vec<_>>()).unwrap();
        assert_eq!(wallets.ids(count.try_into().unwrap_or(1) - 1).unwrap(), ids(count - 1));
        let pos = vec![("p".to_owned(), "k".to_owned())];
        wallets.finish(LoadedPlaces { owner_id: "o".to_owned(), pos, hot: ids(7) }).unwrap();
    }

    #[test]
    fn a_run_takes_customers_from_all_over_the_loaded_ones() {
        let folder = tempfile::tempdir().unwrap();
        loaded(folder.path(), 30);
        let path = population::path_beside(&folder.path().join("demo.json"));
        let read = population::read(&path).unwrap();
        assert_eq!(
            (read.loaded, read.hot.unwrap().account_id.as_str()),
            (30, "00000000-0000-0007-0000-000000000000")
        );
        let phones = |wanted| {
            let wallets = of_this_run(
                &path,
                (30, vec![wallet_of(30, LoadedIds { wallet_id: 9, account_id: 9 })]),
                wanted,
            );
            wallets.unwrap().into_iter().map(|wallet| wallet.phone).collect::<Vec<_>>()
        };
        assert_eq!(phones(3), [0, 10, 20].map(phone));
        assert_eq!(phones(40), (0..31).map(phone).collect::<Vec<_>>());
    }

    #[test]
    fn a_customer_is_the_same_for_who_makes_her_and_who_sends_her() {
        for number in [0, 1, 2, 999] {
            let made = customer(number).unwrap();
            let sent = wallet_of(usize::try_from(number).unwrap(), LoadedIds { wallet_id: 1, account_id: 2 });
            assert_eq!((made.phone, made.opening.currency().code()), (sent.phone.clone(), sent.code()));
            assert_eq!(made.opening.minor(), TOP_UP_UNITS * sent.minor_in_unit());
        }
    }
}
