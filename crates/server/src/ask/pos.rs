//! `specie pos`: a POS in a terminal. Each command sends one call; the session is kept between them. A request whose
//! answer stayed away is repeated by giving the same command again: it carries the same idempotency value then.

use std::fs;
use std::path::PathBuf;

use clap::{Args, Subcommand};
use specie_client::{ClientError, PosClient, Reply, Reversal};
use specie_wire::pos::{Envelope, LoginData};

use super::outcome::OutcomeName;
use super::pos_state::{KeptSession, PosState, Unanswered};
use super::reach::{
    ACCESS_KEY_VARIABLE, Environment, POS_VARIABLE, Reach, SECRET_KEY_VARIABLE, random_text, signer, variable,
};
use super::table;
use super::verdict::{Verdict, pretty};
use crate::stopped::{Naming, Stopped};
use crate::terminal::{complain, say};

/// The server, the POS's key, and where the session is kept.
#[derive(Args)]
pub(crate) struct PosReach {
    #[command(flatten)]
    reach: Reach,
    /// The POS's access key [SPECIE_ACCESS_KEY]
    #[arg(long, value_name = "KEY")]
    access_key: Option<String>,
    /// The secret of a signed key: every request is signed with it [SPECIE_SECRET_KEY]
    #[arg(long, value_name = "SECRET")]
    secret_key: Option<String>,
    /// Where the session is kept [SPECIE_POS_STATE] [default: ~/.local/state/specie/pos.json]
    #[arg(long, value_name = "FILE")]
    state: Option<PathBuf>,
    /// The idempotency value [default: a fresh one; that of the same command while it is unanswered]
    #[arg(long, value_name = "VALUE")]
    idempotency: Option<String>,
}

/// One call of a POS.
#[derive(Subcommand)]
pub(crate) enum PosVerb {
    /// Ask whether the server is there and knows the key
    Echo(PosReach),
    /// Open a session with the code that the customer reads out
    Login {
        #[command(flatten)]
        reach: PosReach,
        /// The customer's phone number, as +14155559992
        phone: String,
        /// The one-time code
        code: String,
        /// This POS's id [SPECIE_POS_ID] [default: the demo's own POS]
        #[arg(long, value_name = "ID")]
        pos: Option<String>,
    },
    /// Set the sum aside; once it is done, count out the cash and log out
    Withdraw {
        #[command(flatten)]
        reach: PosReach,
        /// The account, or the currency where only one account has it
        account: String,
        /// The sum, as 10.00
        #[arg(allow_negative_numbers = true)]
        sum: String,
    },
    /// Give back the session's sum or part of it: this cash was not handed out
    Reverse {
        #[command(flatten)]
        reach: PosReach,
        /// The account, or the currency where only one account has it
        account: String,
        /// The sum, as 10.00
        #[arg(allow_negative_numbers = true)]
        sum: String,
        /// The transaction that is meant [default: the session's own]
        #[arg(long, value_name = "ID")]
        transaction: Option<String>,
    },
    /// Credit cash that the customer brought
    Deposit {
        #[command(flatten)]
        reach: PosReach,
        /// The sum, as 10.00
        #[arg(allow_negative_numbers = true)]
        sum: String,
        /// Its currency
        currency: String,
        /// A JSON object of the POS's own
        #[arg(long, value_name = "JSON")]
        metadata: Option<String>,
        /// Who brought the cash, where it was not the customer: the name
        #[arg(long, value_name = "NAME")]
        depositor: Option<String>,
        /// And the phone number, as +254700000001
        #[arg(long, value_name = "PHONE")]
        depositor_phone: Option<String>,
    },
    /// Say what became of the cash, when it is not simply all handed over; may be said after the session too
    Outcome {
        #[command(flatten)]
        reach: PosReach,
        /// What became of it
        outcome: OutcomeName,
        /// With partial: the sum that left the drawer, as 6.00; its currency, where it is not the withdrawal's made here
        #[arg(num_args = 0..=2, value_names = ["SUM", "CURRENCY"], allow_negative_numbers = true)]
        sum: Vec<String>,
        /// The notes that left the drawer, each as worth x count: 20x3,5x1
        #[arg(long, value_name = "NOTES")]
        notes: Option<String>,
    },
    /// Close the session: the cash was handed over
    Logout(PosReach),
    /// Ask what became of the session's operation, and what to do now
    Status(PosReach),
    /// Remove the kept session and keys from this machine; the server is told nothing
    Forget(PosReach),
}

/// What a deposit says beside its sum; empty when it says nothing. The metadata go out as they were typed.
fn deposit_body(metadata: Option<String>, name: Option<String>, phone: Option<String>) -> String {
    let mut depositor = serde_json::Map::new();
    depositor.extend(name.map(|name| ("name".to_owned(), name.into())));
    depositor.extend(phone.map(|phone| ("phone_number".to_owned(), phone.into())));
    let depositor = (!depositor.is_empty()).then(|| serde_json::Value::Object(depositor).to_string());
    let members = [("metadata", metadata), ("depositor", depositor)];
    let members =
        members.into_iter().filter_map(|(name, json)| json.map(|json| format!("\"{name}\":{json}")));
    let members = members.collect::<Vec<_>>().join(",");
    if members.is_empty() { members } else { format!("{{{members}}}") }
}

/// The POS with what it keeps.
struct Till {
    client: PosClient,
    state: PosState,
    file: PathBuf,
    json: bool,
    idempotency: Option<String>,
}

impl PosVerb {
    pub(crate) async fn run(self, environment: &Environment) -> Result<(), Stopped> {
        match self {
            Self::Echo(reach) => {
                let mut till = reach.till(environment, false)?;
                let answer = Verdict::of(till.client.echo().await).settle(till.json, "ask again")?;
                till.show(&answer, "the server is there and knows the key");
                Ok(())
            }
            Self::Login { reach, phone, code, pos } => {
                let of_demo = reach.reach.demo()?.map(|demo| demo.seed.pos_id);
                let pos = pos
                    .or(of_demo)
                    .map_or_else(|| variable(environment, POS_VARIABLE), |pos| Ok(Some(pos)))?;
                let missing = || Stopped::misused(format_args!("no POS: give --pos or {POS_VARIABLE}"));
                reach.till(environment, false)?.login(&pos.ok_or_else(missing)?, &phone, &code).await
            }
            Self::Withdraw { reach, account, sum } => {
                reach.till(environment, true)?.withdraw(&account, &sum).await
            }
            Self::Reverse { reach, account, sum, transaction } => {
                reach.till(environment, true)?.reverse(&account, &sum, transaction.as_deref()).await
            }
            Self::Deposit { reach, sum, currency, metadata, depositor, depositor_phone } => {
                let body = deposit_body(metadata, depositor, depositor_phone);
                reach.till(environment, true)?.deposit(&sum, &currency, &body).await
            }
            Self::Outcome { reach, outcome, sum, notes } => {
                reach.till(environment, true)?.outcome(outcome, &sum, notes.as_deref()).await
            }
            Self::Logout(reach) => reach.till(environment, true)?.logout().await,
            Self::Status(reach) => reach.till(environment, true)?.status().await,
            Self::Forget(reach) => {
                let file = PosState::path(reach.state.as_deref(), environment)?;
                if file.exists() {
                    fs::remove_file(&file).about(file.display())?;
                }
                say("forgotten");
                Ok(())
            }
        }
    }
}

impl PosReach {
    /// The POS as told by flags, demo and variables; in a session, by what was kept where no flag says otherwise.
    fn till(self, environment: &Environment, in_session: bool) -> Result<Till, Stopped> {
        let file = PosState::path(self.state.as_deref(), environment)?;
        let mut state = PosState::read(&file)?;
        let demo = self.reach.demo()?;
        let kept = |text: &str| Some(text.to_owned()).filter(|text| in_session && !text.is_empty());
        let server = self.reach.server(environment, demo.as_ref(), kept(&state.server).as_deref())?;
        let of_demo = demo.map(|demo| demo.seed.access_key);
        let named = self.access_key.or(of_demo).or_else(|| kept(&state.access_key));
        let is_named = named.is_some();
        let access_key =
            named.map_or_else(|| variable(environment, ACCESS_KEY_VARIABLE), |key| Ok(Some(key)))?;
        let missing = || {
            Stopped::misused(format_args!(
                "no access key: give --access-key, {ACCESS_KEY_VARIABLE} or --demo"
            ))
        };
        let access_key = access_key.ok_or_else(missing)?;
        // The variables belong together: a secret from outside does not sign for a key from elsewhere.
        let of_environment =
            if is_named && in_session { None } else { variable(environment, SECRET_KEY_VARIABLE)? };
        let secret_key =
            self.secret_key.or_else(|| state.secret_key.clone().filter(|_| in_session)).or(of_environment);
        let client = PosClient::new(&server, &access_key).map_err(Stopped::misused)?;
        let client = match &secret_key {
            Some(secret_key) => client.signing(signer(secret_key)),
            None => client,
        };
        if !in_session {
            (state.server, state.access_key, state.secret_key) = (server, access_key, secret_key);
        }
        Ok(Till { client, state, file, json: self.reach.json, idempotency: self.idempotency })
    }
}

/// A request with all that its repeat needs.
struct Asked<'a> {
    words: &'a str,
    idempotency: &'a str,
    is_repeat: bool,
}

impl Till {
    async fn login(mut self, pos: &str, phone: &str, code: &str) -> Result<(), Stopped> {
        if self.state.session.as_ref().is_some_and(|session| session.waits_for_logout) {
            return Err(Stopped::misused(
                "the session before this one moved money and waits for its logout: `specie pos logout` if the \
                 cash was handed over, `specie pos reverse` and then logout if not",
            ));
        }
        let words = format!("login {pos} {phone} {code}");
        let value = self.begin(&words)?;
        let answer = self.client.login(pos, code, phone, Some(&value.idempotency)).await;
        let opened = self.take(answer, &value.asked(&words))?;
        let read: Envelope<LoginData> = serde_json::from_str(&opened.text).about("the answer")?;
        let data = read.data.ok_or("no data in it").about("the answer")?;
        let accounts = data.accounts.iter();
        let pairs =
            accounts.map(|account| (account.account_id.clone(), account.account_currency.clone())).collect();
        self.state.session = Some(KeptSession {
            token_id: data.token_id.clone(),
            operation_id: data.operation_id.clone(),
            phone_number: phone.to_owned(),
            accounts: pairs,
            currency: None,
            waits_for_logout: false,
        });
        self.keep()?;
        let mut rows = vec![["account", "currency", "balance", "alias"].map(str::to_owned).to_vec()];
        rows.extend(data.accounts.iter().map(|account| {
            let balance = account.account_balance.as_str().to_owned();
            let (id, currency) = (account.account_id.clone(), account.account_currency.clone());
            vec![id, currency, balance, account.account_alias.clone()]
        }));
        let until = opened.header("session-expires-at");
        let accounts = table::columns(&rows);
        self.show(&opened, &format!("session {} until {until}\n\n{accounts}", data.operation_id));
        Ok(())
    }

    async fn withdraw(mut self, account: &str, sum: &str) -> Result<(), Stopped> {
        let session = self.session()?;
        let (words, account) = (format!("withdraw {account} {sum}"), session.account(account));
        let currency = session.currency_of(&account);
        if let Some(kept) = &mut self.state.session {
            kept.currency = kept.currency.take().or_else(|| currency.clone()); // Its answer may stay away.
        }
        let value = self.begin(&words)?;
        let (asked, idempotency) = (value.asked(&words), Some(value.idempotency.as_str()));
        let answer = self.client.withdraw(&session.session(), &account, sum, idempotency).await;
        let done = self.take(answer, &asked)?;
        if let Some(kept) = &mut self.state.session {
            kept.currency = currency;
        }
        self.wait_for_logout(true)?;
        let next = format!("count and hand over {sum}, then: specie pos logout");
        self.show(&done, &format!("{}\n{next}", transaction(&done)));
        Ok(())
    }

    async fn reverse(mut self, account: &str, sum: &str, named: Option<&str>) -> Result<(), Stopped> {
        let session = self.session()?;
        let words = format!("reverse {account} {sum} {}", named.unwrap_or_default());
        let account = session.account(account);
        let value = self.begin(&words)?;
        let (asked, idempotency) = (value.asked(&words), Some(value.idempotency.as_str()));
        let reversal = Reversal { account: &account, sum, transaction_id: named };
        let answer = self.client.reverse(&session.session(), reversal, idempotency).await;
        let done = self.take(answer, &asked)?;
        self.show(&done, &format!("{}\n{sum} went back: do not hand it out", transaction(&done)));
        Ok(())
    }

    async fn deposit(mut self, sum: &str, currency: &str, body: &str) -> Result<(), Stopped> {
        let session = self.session()?;
        let words = format!("deposit {sum} {currency} {body}");
        let value = self.begin(&words)?;
        let (asked, idempotency) = (value.asked(&words), Some(value.idempotency.as_str()));
        let answer = self.client.deposit(&session.session(), (sum, currency), body, idempotency).await;
        let done = self.take(answer, &asked)?;
        self.wait_for_logout(true)?;
        let next = format!("take {sum} {currency}, then: specie pos logout");
        self.show(&done, &format!("{}\n{next}", transaction(&done)));
        Ok(())
    }

    async fn outcome(
        mut self,
        outcome: OutcomeName,
        sum: &[String],
        notes: Option<&str>,
    ) -> Result<(), Stopped> {
        let session = self.session()?;
        let told = outcome.told(sum, notes, session.currency.as_deref())?;
        let words = ["outcome", outcome.name(), &sum.join(" "), notes.unwrap_or_default()].join(" ");
        let value = self.begin(&words)?;
        let (asked, idempotency) = (value.asked(&words), Some(value.idempotency.as_str()));
        let answer = self.client.tell_outcome(&session.session(), &told, idempotency).await;
        let done = self.take(answer, &asked)?;
        self.wait_for_logout(false)?;
        self.show(&done, &table::shown(&done.body));
        Ok(())
    }

    async fn logout(mut self) -> Result<(), Stopped> {
        let session = self.session()?;
        let value = self.begin("logout")?;
        let (asked, idempotency) = (value.asked("logout"), Some(value.idempotency.as_str()));
        let answer = self.client.logout(&session.session(), idempotency).await;
        let done = self.take(answer, &asked)?;
        self.wait_for_logout(false)?;
        self.show(&done, "closed");
        Ok(())
    }

    async fn status(mut self) -> Result<(), Stopped> {
        let session = self.session()?.session();
        let answer = Verdict::of(self.client.operation(&session).await).settle(self.json, "ask again")?;
        if let Some(unanswered) = &self.state.unanswered {
            complain(&format!("unanswered: `{}`; repeat the same command", shown(&unanswered.request)));
        }
        let text = table::shown(&answer.body);
        self.show(&answer, &text);
        Ok(())
    }

    fn session(&self) -> Result<KeptSession, Stopped> {
        let missing = || Stopped::misused("no session is kept: `specie pos login` opens one");
        self.state.session.clone().ok_or_else(missing)
    }

    /// Keeps the request before it is sent. While another is unanswered, only what is safe beside it may be sent:
    /// a reversal or word that no cash left, which also void a withdrawal that has not happened, and a login beside a
    /// login.
    fn begin(&mut self, words: &str) -> Result<Carried, Stopped> {
        let before = self.state.unanswered.take();
        let same = before.as_ref().filter(|before| before.request == words);
        let both_logins = |other: &Unanswered| is_login(words) && is_login(&other.request);
        let voids = words.starts_with("reverse ") || words.starts_with("outcome not_dispensed");
        let is_safe = voids || before.as_ref().is_some_and(both_logins);
        if let (Some(other), None, false) = (&before, same, is_safe) {
            let other = shown(&other.request);
            return Err(Stopped::misused(format_args!(
                "nobody knows yet what became of `{other}`: give that command again first"
            )));
        }
        let is_repeat = same.is_some();
        let idempotency = match same {
            Some(same) => same.idempotency.clone(),
            None => self.idempotency.take().unwrap_or_else(random_text),
        };
        self.state.unanswered =
            Some(Unanswered { request: words.to_owned(), idempotency: idempotency.clone() });
        self.keep()?;
        Ok(Carried { idempotency, is_repeat })
    }

    /// Takes an answer in: what is settled is no longer kept as unanswered.
    fn take(&mut self, answer: Result<Reply, ClientError>, asked: &Asked<'_>) -> Result<Reply, Stopped> {
        let verdict = Verdict::of(answer);
        let is_open = match &verdict {
            Verdict::Unknown(_) => true,
            Verdict::Done(_) | Verdict::Refused(_, _) | Verdict::Failed(_) => {
                asked.is_repeat && !verdict.settles_earlier()
            }
        };
        if !is_open {
            self.state.unanswered = None;
            self.keep()?;
        }
        let repeat = format!("repeat the same command; it carries {} again", asked.idempotency);
        verdict.settle(self.json, &repeat).map_err(|stopped| {
            if !is_open || stopped.exit == crate::stopped::UNKNOWN {
                return stopped;
            }
            let words = shown(asked.words);
            Stopped::unknown(format_args!("the first outcome of `{words}` is still unknown: {}", stopped.why))
        })
    }

    fn wait_for_logout(&mut self, waits: bool) -> Result<(), Stopped> {
        if let Some(session) = &mut self.state.session {
            session.waits_for_logout = waits;
        }
        self.keep()
    }

    fn keep(&self) -> Result<(), Stopped> {
        self.state.write(&self.file)
    }

    fn show(&self, answer: &Reply, text: &str) {
        let repeated =
            if answer.header("idempotent-replayed") == "true" { " (the first answer)" } else { "" };
        say(&if self.json { pretty(answer) } else { format!("{}{repeated}", text.trim_end()) });
    }
}

/// A request's value, and whether it was sent before.
struct Carried {
    idempotency: String,
    is_repeat: bool,
}

impl Carried {
    fn asked<'a>(&'a self, words: &'a str) -> Asked<'a> {
        Asked { words, idempotency: &self.idempotency, is_repeat: self.is_repeat }
    }
}

fn transaction(answer: &Reply) -> String {
    format!("transaction {}", answer.transaction_id())
}

fn is_login(words: &str) -> bool {
    words.starts_with("login ")
}

/// A command's words without a login's code.
fn shown(words: &str) -> &str {
    if is_login(words) { "login" } else { words.trim_end() }
}
