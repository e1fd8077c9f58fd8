//! `specie serve`: opens the house, puts the settings into force, listens, and ends in order: no new
//! connection, the running ones to their end, the last batch kept, exit 0.

use std::net::{IpAddr, Ipv4Addr, Ipv6Addr, SocketAddr};
use std::sync::Arc;

use http::{Request, Uri};
use hyper::body::Incoming;
use specie_commands::{Commands, LANE_COMMANDS_MAX};
use specie_edge::http::{Drained, FreshId, Limits, serve};
use specie_edge::{App, Probes, app, fresh_ids};
use specie_store::Store;
use tokio::net::TcpListener;
use tokio::signal::unix::{Signal, SignalKind, signal};
use tokio::sync::watch;
use tokio::task::JoinHandle;

use crate::clock::WallClock;
use crate::config::Config;
use crate::house::{House, Staff};
use crate::stopped::{Naming, Stopped};
use crate::terminal::say;
use crate::watched::Watched;
use crate::{background, metrics};

/// Bound sockets; nobody is let in yet.
pub(crate) struct Listening {
    pos: TcpListener,
    api: Option<TcpListener>,
    pos_address: SocketAddr,
    api_address: Option<SocketAddr>,
}

impl Listening {
    /// Binds what the configuration names.
    pub(crate) async fn bind(config: &Config) -> Result<Self, Stopped> {
        let (pos, pos_address) = bind(config.listen).await?;
        let (api, api_address) = match config.api_listen {
            Some(address) => bind(address).await.map(|(api, address)| (Some(api), Some(address)))?,
            None => (None, None),
        };
        Ok(Self { pos, api, pos_address, api_address })
    }

    /// Where the POS wire is, for a caller on this machine.
    pub(crate) fn url(&self) -> String {
        url(self.pos_address)
    }

    /// Where the operator's API is, if apart.
    pub(crate) fn api_url(&self) -> Option<String> {
        self.api_address.map(url)
    }
}

async fn bind(address: SocketAddr) -> Result<(TcpListener, SocketAddr), Stopped> {
    let listener = TcpListener::bind(address).await.about(address)?;
    let bound = listener.local_addr().about(address)?;
    Ok((listener, bound))
}

/// An address that a caller on this machine can use: "any" is none.
fn url(address: SocketAddr) -> String {
    let ip = match address.ip() {
        IpAddr::V4(ip) if ip.is_unspecified() => IpAddr::V4(Ipv4Addr::LOCALHOST),
        IpAddr::V6(ip) if ip.is_unspecified() => IpAddr::V6(Ipv6Addr::LOCALHOST),
        ip @ (IpAddr::V4(_) | IpAddr::V6(_)) => ip,
    };
    format!("http://{}", SocketAddr::new(ip, address.port()))
}

/// Serves the configured data folder until it is told to stop.
pub(crate) async fn start(config: Config) -> Result<(), Stopped> {
    let listening = Listening::bind(&config).await?;
    let house = House::open(&config.data)?;
    run(house, &config, listening, "").await
}

/// Serves an open house, says `text` and where it listens, and ends in order when told to.
pub(crate) async fn run(
    house: House,
    config: &Config,
    listening: Listening,
    text: &str,
) -> Result<(), Stopped> {
    let mut told = Told::listen()?;
    let Staff { lane, commands } = house.staff(Arc::new(WallClock), config.code_digits);
    let staff = Staff { lane, commands: commands.with_device_times(config.device_times) };
    staff.set_policy(config).await?;
    let store: Arc<dyn Store> = Arc::clone(&house.store) as Arc<dyn Store>;
    let watched = Arc::new(Watched::default());
    let probes = probes(&staff.commands, &watched)?;
    watched.look(&staff.commands).await;
    let app = app(staff.commands.clone(), probes, &config.limits, &config.public_path_prefix);
    let background = [
        tokio::spawn(app.clone().count_live()),
        tokio::spawn(watched.watch(staff.commands.clone())),
        tokio::spawn(background::sweep(staff.commands.clone())),
        tokio::spawn(background::settle(staff.commands.clone())),
        tokio::spawn(background::audit(staff.commands.clone(), store)),
        tokio::spawn(background::watch_disk(staff.lane.clone(), config.data.clone())),
    ];
    let (stop, stopping) = watch::channel(false);
    let url = listening.url();
    let doors = listening.doors().map(|(listener, only_pos)| {
        let fresh_id = fresh_ids(staff.commands.clone());
        tokio::spawn(serve_door(
            Door { listener, only_pos },
            app.clone(),
            fresh_id,
            config.limits,
            stopping.clone(),
        ))
    });
    let doors: Vec<_> = doors.collect();
    say(&format!("{text}specie listens on {url}"));

    told.wait().await;
    app.end_streams();
    stop.send_replace(true);
    for door in doors {
        door.await.about("a listener")?;
    }
    background.iter().for_each(JoinHandle::abort);
    drop(app);
    house.close(staff).await;
    Ok(())
}

/// A bound socket, and whether only the POS wire is served on it.
struct Door {
    listener: TcpListener,
    only_pos: bool,
}

impl Listening {
    fn doors(self) -> impl Iterator<Item = (TcpListener, bool)> {
        let only_pos = self.api.is_some();
        std::iter::once((self.pos, only_pos)).chain(self.api.map(|api| (api, false)))
    }
}

async fn serve_door(
    door: Door,
    app: App,
    fresh_id: FreshId,
    limits: Limits,
    mut stopping: watch::Receiver<bool>,
) {
    let Door { listener, only_pos } = door;
    let handler = move |mut request: Request<Incoming>, peer| {
        if only_pos && !is_for_pos(request.uri().path()) {
            *request.uri_mut() = Uri::from_static(NO_PATH);
        }
        app.clone().answer(request, peer)
    };
    let stopped = async move {
        drop(stopping.wait_for(|stop| *stop).await); // An error: nobody can say any more; stop as well.
    };
    let Drained { connections_cut } = serve(listener, handler, fresh_id, limits, stopped).await;
    tracing::info!(connections_cut, "a listener is closed");
}

/// What a request becomes for a path that is not served on its listener: one that nothing is behind.
const NO_PATH: &str = "/";

/// Whether a POS, a customer, or who watches over the listener, may ask for this raw path.
fn is_for_pos(path: &str) -> bool {
    let begins = [
        "/v1/",
        "/api/v1/pos/operations/",
        "/api/v1/pos/tills/",
        "/api/v1/wallet/",
        "/wallet/",
        "/pos/",
        "/assets/",
    ];
    let is_one = [
        "/v1",
        "/api/v1/pos/operations",
        "/api/v1/pos/tills",
        "/api/v1/pos/self",
        "/api/v1/pos/today",
        "/api/v1/wallet",
        "/wallet",
        "/pos",
        "/livez",
        "/readyz",
    ];
    begins.iter().any(|root| path.starts_with(root)) || is_one.contains(&path)
}

fn probes(commands: &Commands, watched: &Arc<Watched>) -> Result<Probes, Stopped> {
    let figures = metrics::start()?;
    let (readiness, metered, watched) = (commands.clone(), commands.clone(), Arc::clone(watched));
    Ok(Probes {
        ready: Arc::new(move || ready(&readiness).map(|()| watched.lines())),
        metrics: Arc::new(move || metrics::render(&figures, &metered)),
    })
}

/// Ready: the engine takes writes and the lane has room. A deployment whose payouts are stopped serves all the same.
fn ready(commands: &Commands) -> Result<(), String> {
    if let Some(why) = commands.health().refuses_writes {
        return Err(format!("the engine refuses writes: {why}"));
    }
    if commands.waiting() >= LANE_COMMANDS_MAX {
        return Err(format!("all {LANE_COMMANDS_MAX} places of the lane are taken"));
    }
    Ok(())
}

/// The signals that ask the program to end.
struct Told {
    terminate: Signal,
    interrupt: Signal,
}

impl Told {
    fn listen() -> Result<Self, Stopped> {
        let terminate = signal(SignalKind::terminate()).about("SIGTERM")?;
        let interrupt = signal(SignalKind::interrupt()).about("SIGINT")?;
        Ok(Self { terminate, interrupt })
    }

    async fn wait(&mut self) {
        tokio::select! {
            _ = self.terminate.recv() => {}
            _ = self.interrupt.recv() => {}
        }
        tracing::info!("told to stop: finishing what runs");
    }
}
