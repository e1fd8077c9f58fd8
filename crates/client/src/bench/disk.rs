//! The machine's own line: one thread that writes 4 KiB and waits for `fdatasync`, again and again, over a file
//! that has its size already. What a durable write costs at least; every figure is read beside it.

use std::fs::{File, OpenOptions};
use std::os::unix::fs::FileExt;
use std::path::Path;
use std::time::Duration;

use hdrhistogram::Histogram;
use tokio::time::Instant;

use super::BenchError;
use super::report::Spread;

const BLOCK_BYTES: usize = 4096;
const BLOCKS: u64 = 1024;
const FILE: &str = "fdatasync-line";
const LATENCY_NS_MAX: u64 = 60_000_000_000;

/// What was measured.
#[derive(Debug, Clone, serde::Serialize)]
pub struct DiskLine {
    /// Durable writes a second, one after another.
    pub per_second: u64,
    /// Their latencies.
    pub latency: Spread,
}

/// Measures for `seconds` with a file in `folder`, which is removed again.
///
/// # Errors
/// [`BenchError::Failed`] when the disk refuses.
pub fn measure_disk(folder: &Path, seconds: u64) -> Result<DiskLine, BenchError> {
    let path = folder.join(FILE);
    let measured = measure(&path, Duration::from_secs(seconds));
    drop(std::fs::remove_file(&path)); // The measurement counts, whether or not it could be tidied up.
    measured
}

fn measure(path: &Path, lasts: Duration) -> Result<DiskLine, BenchError> {
    let failed = |why: std::io::Error| BenchError::failed(path.display(), why);
    let file = filled(path).map_err(failed)?;
    let mut histogram = Histogram::<u64>::new_with_bounds(1, LATENCY_NS_MAX, 3)
        .map_err(|why| BenchError::failed("a histogram", why))?;
    let begun = Instant::now();
    let (mut before, mut number) = (begun, 0);
    while before.duration_since(begun) < lasts {
        number += 1;
        let block = [u8::try_from(number % 251).unwrap_or_default(); BLOCK_BYTES];
        file.write_all_at(&block, offset(number)).and_then(|()| file.sync_data()).map_err(failed)?;
        let now = Instant::now();
        let ns = now.duration_since(before).as_nanos();
        histogram.saturating_record(u64::try_from(ns).unwrap_or(u64::MAX));
        before = now;
    }
    let ms = u64::try_from(before.duration_since(begun).as_millis()).unwrap_or(u64::MAX).max(1);
    Ok(DiskLine { per_second: number * 1000 / ms, latency: Spread::of(&histogram) })
}

fn filled(path: &Path) -> std::io::Result<File> {
    let file = OpenOptions::new().write(true).create(true).truncate(true).open(path)?;
    for number in 0..BLOCKS {
        file.write_all_at(&[0; BLOCK_BYTES], offset(number))?;
    }
    file.sync_all()?;
    Ok(file)
}

fn offset(number: u64) -> u64 {
    let block_bytes = u64::try_from(BLOCK_BYTES).unwrap_or(u64::MAX);
    (number % BLOCKS).saturating_mul(block_bytes)
}
