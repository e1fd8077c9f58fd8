//! What people of the operator are told as it happens: operations, cases, the brake. Ends with the session: listening
//! is no sign of life.

use serde::Serialize;
use specie_commands::{Commands, Failure, Heard, Listener};
use specie_domain::KeyedHash;
use specie_domain::command::Actor;
use specie_domain::ids::{BatchId, ProposalId, TillSessionId};
use specie_domain::rows::{Deed, DeedKind, DeedTarget as About, Event, EventKind};
use specie_wire::api::{Amount, DeedTarget};

use super::story::Hello;
use super::{Due, Gone, Teller};
use crate::api::{shown_found_operation, shown_target};
use crate::when::rfc3339;

/// A person's stream, or that of an operator key.
pub(crate) struct Watch {
    /// The verbs.
    pub(crate) commands: Commands,
    /// Who listens.
    pub(crate) actor: Actor,
    /// Hears what happens.
    pub(crate) listener: Listener,
    /// Tells the page.
    pub(crate) teller: Teller,
}

#[derive(Serialize)]
struct Seen<'a> {
    /// What happened, by its name in the outbox.
    what: &'static str,
    at: String,
    #[serde(skip_serializing_if = "Option::is_none")]
    pos_name: Option<&'a str>,
    #[serde(flatten)]
    operation: specie_wire::api::FoundOperation,
}

#[derive(Serialize)]
struct Told {
    what: &'static str,
    #[serde(skip_serializing_if = "Option::is_none")]
    operation_id: Option<String>,
    #[serde(skip_serializing_if = "Option::is_none")]
    amount: Option<Amount>,
    at: String,
    /// What it is about.
    targets: Vec<DeedTarget>,
}

/// Somebody of the operator did something; who reads the list of deeds is told the name there.
#[derive(Serialize)]
struct Done {
    what: &'static str,
    at: String,
    /// The operator key, or the person by the key she counts as.
    by: String,
    targets: Vec<DeedTarget>,
}

impl Watch {
    /// The hash of what an actor signs in with, for counting its streams.
    pub(crate) const fn whom(actor: Actor) -> KeyedHash {
        match actor {
            Actor::System => KeyedHash::new([0; 16]),
            Actor::Operator(hash) | Actor::Device(hash) | Actor::Staff(hash) => hash,
        }
    }

    /// Tells until the page has gone, the session is over, or the server ends.
    pub(crate) async fn run(mut self) {
        let Err(Gone) = self.tell_on().await; // It ends no other way.
    }

    async fn tell_on(&mut self) -> Result<std::convert::Infallible, Gone> {
        self.hello().await?;
        loop {
            tokio::select! {
                heard = self.listener.hear() => match heard {
                    Heard::Batch(batch) => {
                        self.teller.look_soon();
                        for event in &batch.events {
                            self.take(event).await?;
                        }
                        for deed in &batch.deeds {
                            self.deed(deed).await?;
                        }
                    }
                    Heard::Missed => self.hello().await?,
                    Heard::Over => return Err(Gone),
                },
                due = self.teller.wait() => {
                    let due = due?;
                    if let Err(Failure::Refused(..)) = self.commands.reader(self.actor).await {
                        return Err(Gone);
                    }
                    match due {
                        Due::Beat => self.teller.beat().await?,
                        Due::Look => {}
                    }
                }
            }
        }
    }

    async fn hello(&self) -> Result<(), Gone> {
        let hello = Hello::now(&self.commands);
        self.teller.tell("hello", hello.seq, &hello).await
    }

    async fn take(&self, event: &Event) -> Result<(), Gone> {
        let told = Told {
            what: event.kind.name(),
            operation_id: event.operation_id.map(|operation_id| operation_id.to_string()),
            amount: event.amount.map(Amount),
            at: rfc3339(event.at),
            targets: targets(event).iter().map(shown_target).collect(),
        };
        match named(event.kind) {
            "operation" => self.operation(event, &told).await,
            name => self.teller.tell(name, event.number, &told).await,
        }
    }

    /// What changes nothing that is shown is not told.
    async fn deed(&self, deed: &Deed) -> Result<(), Gone> {
        let is_of_payouts = matches!(deed.what, DeedKind::PayoutsStopped | DeedKind::PayoutsResumed);
        if (deed.targets.is_empty() && !is_of_payouts) || deed.what == DeedKind::PersonalDataSeen {
            return Ok(());
        }
        let done = Done {
            what: deed.what.name(),
            at: rfc3339(deed.at),
            by: deed.by.operator_key_id.to_string(),
            targets: deed.targets.iter().map(shown_target).collect(),
        };
        self.teller.tell("deed", 0, &done).await
    }

    async fn operation(&self, event: &Event, otherwise: &Told) -> Result<(), Gone> {
        let found = match event.operation_id {
            Some(operation_id) => self.commands.found_operation(operation_id).await.ok().flatten(),
            None => None,
        };
        let Some(found) = found else {
            return self.teller.tell("operation", event.number, otherwise).await;
        };
        let seen = Seen {
            what: event.kind.name(),
            at: rfc3339(event.at),
            pos_name: Some(&found.pos_name),
            operation: shown_found_operation(&found),
        };
        self.teller.tell("operation", event.number, &seen).await
    }
}

/// What an event is about, beside its operation.
fn targets(event: &Event) -> Vec<About> {
    let own = match event.kind {
        EventKind::CaseOpened
        | EventKind::CaseClosed
        | EventKind::CaseEscalated
        | EventKind::CaseCompensated => event.operation_id.map(About::Case),
        EventKind::ProposalMade | EventKind::ProposalCarriedOut | EventKind::ProposalTurnedDown => {
            Some(About::Proposal(ProposalId::from_u128(event.subject)))
        }
        EventKind::TillOpened | EventKind::TillClosed | EventKind::TillVarianceFound => {
            Some(About::TillSession(TillSessionId::from_u128(event.subject)))
        }
        EventKind::SettlementCut | EventKind::SettlementConfirmed | EventKind::SettlementFailed => {
            Some(About::Batch(BatchId::from_u128(event.subject)))
        }
        EventKind::SessionOpened
        | EventKind::WithdrawalHeld
        | EventKind::WithdrawalCompleted
        | EventKind::WithdrawalReversed
        | EventKind::WithdrawalUnconfirmed
        | EventKind::WithdrawalPaidLate
        | EventKind::WithdrawalAssumed
        | EventKind::DepositMade
        | EventKind::DepositCompleted
        | EventKind::DepositReversed
        | EventKind::DepositReversalShort
        | EventKind::BrakeSlowed
        | EventKind::BrakeEased
        | EventKind::BrakeStopped
        | EventKind::ReceiptPrinted
        | EventKind::CashierLocked
        | EventKind::ToppedUp
        | EventKind::WalletLocked
        | EventKind::KeyRestricted
        | EventKind::KeySuspended
        | EventKind::OfflineDeviceOff
        | EventKind::FloatLow
        | EventKind::FloatAsked
        | EventKind::FloatGranted
        | EventKind::FloatDeclined
        | EventKind::DeviceSignedIn
        | EventKind::DeviceSignedOut
        | EventKind::StaffLocked => None,
    };
    let (pos, wallet) = (event.pos_id.map(About::Pos), event.wallet_id.map(About::Wallet));
    own.into_iter().chain(pos).chain(wallet).collect()
}

/// The name an event has in the stream.
const fn named(kind: EventKind) -> &'static str {
    match kind {
        EventKind::SessionOpened
        | EventKind::WithdrawalHeld
        | EventKind::WithdrawalCompleted
        | EventKind::WithdrawalReversed
        | EventKind::WithdrawalUnconfirmed
        | EventKind::WithdrawalPaidLate
        | EventKind::WithdrawalAssumed
        | EventKind::DepositMade
        | EventKind::DepositCompleted
        | EventKind::DepositReversed
        | EventKind::DepositReversalShort
        | EventKind::ReceiptPrinted => "operation",
        EventKind::CaseOpened
        | EventKind::CaseClosed
        | EventKind::CaseEscalated
        | EventKind::CaseCompensated => "case",
        EventKind::BrakeSlowed | EventKind::BrakeEased | EventKind::BrakeStopped => "brake",
        EventKind::ProposalMade | EventKind::ProposalCarriedOut | EventKind::ProposalTurnedDown => "proposal",
        EventKind::TillOpened
        | EventKind::TillClosed
        | EventKind::TillVarianceFound
        | EventKind::CashierLocked => "till",
        EventKind::ToppedUp
        | EventKind::WalletLocked
        | EventKind::KeyRestricted
        | EventKind::KeySuspended
        | EventKind::OfflineDeviceOff
        | EventKind::SettlementCut
        | EventKind::SettlementConfirmed
        | EventKind::SettlementFailed
        | EventKind::FloatLow
        | EventKind::FloatAsked
        | EventKind::FloatGranted
        | EventKind::FloatDeclined
        | EventKind::DeviceSignedIn
        | EventKind::DeviceSignedOut
        | EventKind::StaffLocked => "notice",
    }
}
