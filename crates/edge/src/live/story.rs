//! What a customer's device is told as it happens to its wallet: the cashier opened the code, money was set aside, it is
//! done. Each event is read anew from the rows before it is told, so a page never shows more than what is kept.

use serde::Serialize;
use specie_commands::{Commands, Failure, Happened, Heard, Listener, SignedInDevice, WithdrawalLine};
use specie_domain::rows::{Case, CaseState, DeedTarget, Event, EventKind};
use specie_money::{Currency, Money};
use specie_wire::api::{self, Amount};

use super::{Due, Gone, Teller};
use crate::api::{shown_case_kind, shown_customer_account};
use crate::when::rfc3339;

/// A device's stream.
pub(crate) struct Story {
    /// The verbs.
    pub(crate) commands: Commands,
    /// Whose.
    pub(crate) device: SignedInDevice,
    /// Hears what happens; made before the page reads its state.
    pub(crate) listener: Listener,
    /// Tells the page.
    pub(crate) teller: Teller,
}

/// The first event, and the one that says: read everything anew.
#[derive(Serialize)]
pub(super) struct Hello {
    server_time: String,
    pub(super) seq: u64,
}

impl Hello {
    pub(super) fn now(commands: &Commands) -> Self {
        Self { server_time: rfc3339(commands.now()), seq: commands.health().head.events }
    }
}

#[derive(Serialize)]
struct SessionOpened {
    operation_id: String,
    pos_id: String,
    pos_name: String,
    check_word: &'static str,
    at: String,
}

#[derive(Serialize)]
struct DeviceChanged {
    device_id: String,
    signed_in: bool,
    at: String,
}

#[derive(Serialize)]
struct Nothing {}

/// What an event is to the customer.
enum Matter {
    Session,
    Withdrawal,
    Balance,
    Device,
    Nothing,
}

impl Story {
    /// Tells until the page has gone, the device is signed out, or the server ends.
    pub(crate) async fn run(mut self) {
        let Err(Gone) = self.tell_on().await; // It ends no other way.
    }

    async fn tell_on(&mut self) -> Result<std::convert::Infallible, Gone> {
        self.hello().await?;
        loop {
            tokio::select! {
                heard = self.listener.hear() => match heard {
                    Heard::Batch(batch) => {
                        if self.concerns(&batch) {
                            self.teller.look_soon();
                        }
                        for event in &batch.events {
                            self.take(event).await?;
                        }
                    }
                    Heard::Missed => self.hello().await?,
                    Heard::Over => return Err(Gone),
                },
                due = self.teller.wait() => {
                    let due = due?;
                    self.still_signed_in().await?;
                    match due {
                        Due::Beat => self.teller.beat().await?,
                        Due::Look => {}
                    }
                }
            }
        }
    }

    /// Whether something happened to the wallet, or somebody of the operator did something to it.
    fn concerns(&self, batch: &Happened) -> bool {
        let wallet_id = self.device.device.wallet_id;
        let target = DeedTarget::Wallet(wallet_id);
        batch.events.iter().any(|event| event.wallet_id == Some(wallet_id))
            || batch.deeds.iter().any(|deed| deed.targets.contains(&target))
    }

    async fn hello(&self) -> Result<(), Gone> {
        let hello = Hello::now(&self.commands);
        self.teller.tell("hello", hello.seq, &hello).await
    }

    /// Ends the stream of a device that was signed out.
    async fn still_signed_in(&self) -> Result<(), Gone> {
        match self.commands.device_of(self.device.device.hash).await {
            Ok(_) | Err(Failure::NotApplied | Failure::OutcomeUnknown) => Ok(()),
            Err(Failure::Refused(..)) => {
                self.teller.tell("signed_out", 0, &Nothing {}).await?;
                Err(Gone)
            }
        }
    }

    async fn take(&self, event: &Event) -> Result<(), Gone> {
        if event.wallet_id != Some(self.device.device.wallet_id) {
            return Ok(());
        }
        let told = match matter(event.kind) {
            Matter::Session => self.session(event).await,
            Matter::Withdrawal => self.withdrawal(event).await,
            Matter::Balance => self.balances(event).await,
            Matter::Device => self.device(event).await,
            Matter::Nothing => Ok(()),
        };
        match told {
            Ok(()) => Ok(()),
            Err(Untold::Gone) => Err(Gone),
            Err(Untold::NotRead) => self.hello().await, // The page reads for itself what could not be read here.
        }
    }

    async fn session(&self, event: &Event) -> Result<(), Untold> {
        let (Some(operation_id), Some(pos_id)) = (event.operation_id, event.pos_id) else { return Ok(()) };
        let opened = SessionOpened {
            operation_id: operation_id.to_string(),
            pos_id: self.commands.pos_id_shown(pos_id).await?,
            pos_name: self.commands.pos_name(pos_id).await?,
            check_word: self.commands.check_word(operation_id),
            at: rfc3339(event.at),
        };
        Ok(self.teller.tell("session", event.number, &opened).await?)
    }

    async fn withdrawal(&self, event: &Event) -> Result<(), Untold> {
        let Some(operation_id) = event.operation_id else { return Ok(()) };
        let line = self.commands.withdrawal_line(self.device.device.wallet_id, operation_id).await?;
        if let Some(line) = line {
            self.teller.tell("withdrawal", event.number, &shown_withdrawal(&line)).await?;
        }
        self.balances(event).await
    }

    async fn balances(&self, event: &Event) -> Result<(), Untold> {
        let customer = self.commands.customer(self.device.device.wallet_id).await?;
        let currency = event.amount.map(Money::currency);
        let concerns = |of: Currency| currency.is_none_or(|currency| currency == of);
        for account in customer.accounts.iter().filter(|account| concerns(account.account.key.currency)) {
            self.teller.tell("balance", event.number, &shown_customer_account(account)).await?;
        }
        Ok(())
    }

    async fn device(&self, event: &Event) -> Result<(), Untold> {
        self.still_signed_in().await?;
        let changed = DeviceChanged {
            device_id: specie_domain::ids::DeviceId::from_u128(event.subject).to_string(),
            signed_in: event.kind == EventKind::DeviceSignedIn,
            at: rfc3339(event.at),
        };
        Ok(self.teller.tell("device", event.number, &changed).await?)
    }
}

/// Why an event was not told.
enum Untold {
    Gone,
    NotRead,
}

impl From<Gone> for Untold {
    fn from(Gone: Gone) -> Self {
        Self::Gone
    }
}

impl From<Failure> for Untold {
    fn from(_: Failure) -> Self {
        Self::NotRead
    }
}

const fn matter(kind: EventKind) -> Matter {
    match kind {
        EventKind::SessionOpened => Matter::Session,
        EventKind::WithdrawalHeld
        | EventKind::WithdrawalCompleted
        | EventKind::WithdrawalReversed
        | EventKind::WithdrawalUnconfirmed
        | EventKind::WithdrawalPaidLate
        | EventKind::WithdrawalAssumed
        | EventKind::CaseOpened
        | EventKind::CaseClosed
        | EventKind::CaseEscalated
        | EventKind::CaseCompensated => Matter::Withdrawal,
        EventKind::DepositMade
        | EventKind::DepositCompleted
        | EventKind::DepositReversed
        | EventKind::DepositReversalShort
        | EventKind::ToppedUp => Matter::Balance,
        EventKind::DeviceSignedIn | EventKind::DeviceSignedOut => Matter::Device,
        EventKind::WalletLocked
        | EventKind::KeyRestricted
        | EventKind::KeySuspended
        | EventKind::OfflineDeviceOff
        | EventKind::ProposalMade
        | EventKind::ProposalCarriedOut
        | EventKind::ProposalTurnedDown
        | EventKind::BrakeSlowed
        | EventKind::BrakeEased
        | EventKind::BrakeStopped
        | EventKind::ReceiptPrinted
        | EventKind::TillOpened
        | EventKind::TillClosed
        | EventKind::TillVarianceFound
        | EventKind::CashierLocked
        | EventKind::SettlementCut
        | EventKind::SettlementConfirmed
        | EventKind::SettlementFailed
        | EventKind::FloatLow
        | EventKind::FloatAsked
        | EventKind::FloatGranted
        | EventKind::FloatDeclined
        | EventKind::StaffLocked => Matter::Nothing,
    }
}

/// A withdrawal as its customer is shown it.
pub(crate) fn shown_withdrawal(line: &WithdrawalLine) -> api::OwnWithdrawal {
    let row = &line.view.withdrawal;
    let amount = |minor| Amount(Money::from_minor(minor, row.currency));
    api::OwnWithdrawal {
        transaction_id: row.withdrawal_id.to_string(),
        operation_id: row.operation_id.to_string(),
        account_id: line.view.account_id.clone(),
        pos_id: line.view.pos_id.clone(),
        pos_name: line.pos_name.clone(),
        amount: amount(row.amount),
        fee: amount(row.fee),
        state: line.view.state.name().to_owned(),
        held: amount(row.held),
        paid: amount(row.paid),
        returned: amount(row.returned),
        created_at: rfc3339(row.made_at),
        check_word: line.check_word.to_owned(),
        case: line.case.as_deref().map(shown_case),
    }
}

/// A case as its customer is shown it.
pub(crate) fn shown_case(case: &Case) -> api::OwnCase {
    api::OwnCase {
        case: case.operation_id.to_string(),
        kind: shown_case_kind(case.kind),
        state: match case.state {
            CaseState::Open => api::CaseState::Open,
            CaseState::Closed(_) => api::CaseState::Closed,
        },
        opened_at: rfc3339(case.opened_at),
        due_at: case.due_at.map(rfc3339),
    }
}
