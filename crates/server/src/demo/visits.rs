//! A day of the demo: customers arm codes, come to a POS, take or bring cash, and leave. Everything goes through
//! the real verbs; only the clock is turned.

use specie_commands::{
    AccessKey, ArmCodeRequest, Asked, Commands, DepositRequest, LoginRequest, PhoneNumber, ReverseRequest,
    SessionRequest, SessionToken, WithdrawRequest,
};
use specie_domain::command::Actor;
use specie_domain::ids::{AccountId, OperationId, PosId, Reference, WalletId};
use specie_domain::rows::{Approved, Channel, Purpose};
use specie_money::{Decimal, Money};

use super::plan::Errand;
use crate::house::failed;
use crate::stopped::{Naming, Stopped};

/// A customer about to come.
pub(crate) struct Visit {
    pub(crate) commands: Commands,
    pub(crate) wallet_id: WalletId,
    pub(crate) phone: PhoneNumber,
    pub(crate) account: Reference<AccountId>,
    pub(crate) pos: Reference<PosId>,
    pub(crate) access_key: AccessKey,
    pub(crate) errand: Errand,
    pub(crate) sum: Money,
}

/// A customer at the counter.
pub(crate) struct Customer {
    visit: Visit,
    token: SessionToken,
    operation_id: OperationId,
}

impl Visit {
    /// She arms a code and reads it to the cashier.
    pub(crate) async fn come(self) -> Result<Customer, Stopped> {
        let at = self.commands.now();
        let purpose = match self.errand {
            Errand::Withdraw | Errand::WithdrawInVain => Purpose::Withdraw,
            Errand::Deposit => Purpose::Deposit,
        };
        let request = ArmCodeRequest {
            wallet_id: self.wallet_id,
            purpose,
            pos: Some(self.pos.clone()),
            approved: Approved::Exactly(self.sum),
            channel: Channel::App,
        };
        let asked = Asked { actor: Actor::System, at, idempotency: None };
        let armed = self.commands.arm_code(asked, request).await.map_err(failed)?;
        let login = LoginRequest {
            at,
            key: self.commands.vault().access_key(&self.access_key),
            pos: self.pos.clone(),
            phone: self.phone.clone(),
            code: armed.receipt.code,
            idempotency: None,
            proof: None,
        };
        let opened = self.commands.open_session(login).await.map_err(failed)?.receipt;
        Ok(Customer { visit: self, token: opened.token, operation_id: opened.operation_id })
    }
}

impl Customer {
    /// She takes or brings the cash, or the till jams.
    pub(crate) async fn act(self) -> Result<Self, Stopped> {
        let Visit { commands, account, sum: money, .. } = &self.visit;
        let sum = Decimal::parse(&money.to_string()).about("a sum of the demo")?;
        match self.visit.errand {
            Errand::Withdraw => {
                let request = WithdrawRequest { account: account.clone(), sum };
                commands.withdraw(self.call(), request).await.map_err(failed)?;
            }
            Errand::WithdrawInVain => {
                let request = WithdrawRequest { account: account.clone(), sum };
                commands.withdraw(self.call(), request).await.map_err(failed)?;
                let request = ReverseRequest { account: account.clone(), sum, transaction: None };
                commands.reverse(self.call(), request).await.map_err(failed)?;
            }
            Errand::Deposit => {
                let request =
                    DepositRequest { sum, currency: money.currency(), metadata: Vec::new(), depositor: None };
                commands.deposit(self.call(), request).await.map_err(failed)?;
            }
        }
        Ok(self)
    }

    /// She leaves.
    pub(crate) async fn leave(self) -> Result<(), Stopped> {
        self.visit.commands.close_session(self.call()).await.map_err(failed)?;
        Ok(())
    }

    fn call(&self) -> SessionRequest {
        SessionRequest {
            at: self.visit.commands.now(),
            key: self.visit.commands.vault().access_key(&self.visit.access_key),
            token: self.token.clone(),
            operation_id: self.operation_id,
            phone: Some(self.visit.phone.clone()),
            idempotency: None,
            proof: None,
        }
    }
}
