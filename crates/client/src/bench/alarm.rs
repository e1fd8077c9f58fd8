//! Wakes a client of the open loop at its time. The runtime's own timers count whole milliseconds, which is as
//! long as a request takes; the kernel's (`timerfd`) do not.

use std::io::{self, Read};
use std::os::fd::AsFd;
use std::time::Duration;

use rustix::time::{
    Itimerspec, TimerfdClockId, TimerfdFlags, TimerfdTimerFlags, Timespec, timerfd_create, timerfd_settime,
};
use tokio::io::unix::AsyncFd;
use tokio::time::Instant;

/// A timer of the kernel.
#[derive(Debug)]
pub(super) struct Alarm(AsyncFd<std::fs::File>);

impl Alarm {
    /// A timer that is not set. Within a runtime.
    #[expect(deprecated, reason = "its successor is unsafe; a file owns its descriptor, as both ask for")]
    pub(super) fn new() -> io::Result<Self> {
        let timer =
            timerfd_create(TimerfdClockId::Monotonic, TimerfdFlags::NONBLOCK | TimerfdFlags::CLOEXEC)?;
        Ok(Self(AsyncFd::new(timer.into())?))
    }

    /// Waits until `instant`; not at all when it has passed.
    pub(super) async fn wait_until(&self, instant: Instant) -> io::Result<()> {
        let left = instant.saturating_duration_since(Instant::now());
        if left.is_zero() {
            return Ok(());
        }
        let once = Itimerspec { it_interval: timespec(Duration::ZERO), it_value: timespec(left) };
        timerfd_settime(self.0.get_ref().as_fd(), TimerfdTimerFlags::empty(), &once)?;
        loop {
            let mut ready = self.0.readable().await?;
            let mut expirations = [0; 8];
            let read = ready.try_io(|timer| {
                let mut timer = timer.get_ref();
                timer.read(&mut expirations)
            });
            if let Ok(read) = read {
                return read.map(|_| ());
            }
        }
    }
}

fn timespec(duration: Duration) -> Timespec {
    Timespec {
        tv_sec: i64::try_from(duration.as_secs()).unwrap_or(i64::MAX),
        tv_nsec: i64::from(duration.subsec_nanos()),
    }
}
