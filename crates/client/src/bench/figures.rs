//! What the server tells of itself at `/metrics`, and what the kernel tells of its process. Counters only grow:
//! differences of two readings belong to what happened between them.

use std::ops::{AddAssign, Sub};

use super::BenchError;
use super::line::Line;

/// One reading, or the difference of two.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq)]
pub(super) struct Figures {
    pub(super) durable_writes: u64,
    pub(super) journal_bytes: u64,
    pub(super) commands: u64,
    /// CPU time of the server's process, if it is known.
    pub(super) server_cpu_us: u64,
    /// CPU time of our own process.
    pub(super) own_cpu_us: u64,
    /// Bytes the server's process had written to disks, if it is known.
    pub(super) bytes_written: u64,
}

/// A reading with what is of the moment.
#[derive(Debug, Clone, Copy)]
pub(super) struct Reading {
    pub(super) figures: Figures,
    /// Commands not yet in the query tables.
    pub(super) lag: u64,
    /// Memory of the server's process, if it is known.
    pub(super) resident_kib: u64,
}

impl Sub for Figures {
    type Output = Self;

    fn sub(self, earlier: Self) -> Self {
        Self {
            durable_writes: self.durable_writes.saturating_sub(earlier.durable_writes),
            journal_bytes: self.journal_bytes.saturating_sub(earlier.journal_bytes),
            commands: self.commands.saturating_sub(earlier.commands),
            server_cpu_us: self.server_cpu_us.saturating_sub(earlier.server_cpu_us),
            own_cpu_us: self.own_cpu_us.saturating_sub(earlier.own_cpu_us),
            bytes_written: self.bytes_written.saturating_sub(earlier.bytes_written),
        }
    }
}

impl AddAssign for Figures {
    fn add_assign(&mut self, more: Self) {
        self.durable_writes += more.durable_writes;
        self.journal_bytes += more.journal_bytes;
        self.commands += more.commands;
        self.server_cpu_us += more.server_cpu_us;
        self.own_cpu_us += more.own_cpu_us;
        self.bytes_written += more.bytes_written;
    }
}

/// Reads them. A server without `/metrics` (one that does nothing) has counted nothing.
pub(super) async fn read(line: &mut Line, server_pid: Option<u32>) -> Result<Reading, BenchError> {
    line.begin("GET", &[b"/metrics"]);
    line.end(b"");
    let answer = line.exchange().await.map_err(|why| BenchError::Server(format!("/metrics: {why}")))?;
    let text = String::from_utf8_lossy(answer.body);
    let metric = |name: &str| value_of(&text, name).unwrap_or_default();
    let server = server_pid.map(|pid| pid.to_string());
    let figures = Figures {
        durable_writes: metric("specie_durable_writes_total"),
        journal_bytes: metric("specie_journal_bytes_total"),
        commands: metric("specie_commands_total"),
        server_cpu_us: server.as_deref().map_or(Ok(0), cpu_us)?,
        own_cpu_us: cpu_us("self")?,
        bytes_written: server
            .as_deref()
            .and_then(|pid| of_process(pid, "io", "write_bytes:"))
            .unwrap_or_default(),
    };
    let resident_kib = server.as_deref().and_then(|pid| of_process(pid, "status", "VmRSS:"));
    Ok(Reading {
        figures,
        lag: metric("specie_lag_commands"),
        resident_kib: resident_kib.unwrap_or_default(),
    })
}

/// The whole number behind a name that begins a line.
fn value_of(text: &str, name: &str) -> Option<u64> {
    let of_line = |line: &str| line.strip_prefix(name)?.split_ascii_whitespace().next()?.parse().ok();
    text.lines().find_map(of_line)
}

fn of_process(pid: &str, file: &str, name: &str) -> Option<u64> {
    value_of(&std::fs::read_to_string(format!("/proc/{pid}/{file}")).ok()?, name)
}

/// User and system time of all threads (proc(5): fields 14 and 15 of `stat`, in ticks).
fn cpu_us(pid: &str) -> Result<u64, BenchError> {
    let path = format!("/proc/{pid}/stat");
    let text = std::fs::read_to_string(&path).map_err(|why| BenchError::failed(&path, why))?;
    ticks(&text)
        .map(|ticks| ticks.saturating_mul(1_000_000) / rustix::param::clock_ticks_per_second().max(1))
        .ok_or_else(|| BenchError::failed(&path, "is of an unknown shape"))
}

/// The name of a program, in parentheses, may hold anything.
fn ticks(stat: &str) -> Option<u64> {
    let (_, fields) = stat.rsplit_once(')')?;
    let mut fields = fields.split_ascii_whitespace().skip(11);
    let user: u64 = fields.next()?.parse().ok()?;
    let system: u64 = fields.next()?.parse().ok()?;
    Some(user + system)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_figure_is_found_by_its_whole_line() {
        let text = "# HELP specie_a_total x\nspecie_a_total 17\nVmRSS:\t  42 kB\n";
        assert_eq!(value_of(text, "specie_a_total"), Some(17));
        assert_eq!(value_of(text, "VmRSS:"), Some(42));
        assert_eq!(value_of(text, "specie_b_total"), None);
    }

    #[test]
    fn a_programs_name_does_not_shift_its_times() {
        let stat = "7 (a) b (c)) S 1 7 7 0 -1 4194304 1 0 0 0 250 50 0 0 20 0 4 0 1 1 1";
        assert_eq!(ticks(stat), Some(300));
    }
}
