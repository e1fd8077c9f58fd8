//! Withdrawals as the operator sees them, and a POS's operations as the POS may ask for them.

use serde::{Deserialize, Serialize};
use utoipa::ToSchema;

use super::amount::Amount;
use super::cases::CountedNotes;
use super::pos_page::Armed;
use crate::pos::DepositedBy;

/// `GET /withdrawals/{transaction_id}`. Always amount = held + paid + returned.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, ToSchema)]
pub struct Withdrawal {
    /// Its id.
    pub transaction_id: String,
    /// The session it was made in.
    pub operation_id: String,
    /// The customer's wallet.
    pub wallet_id: String,
    /// The account it was taken from.
    pub account_id: String,
    /// The POS that hands out the cash.
    pub pos_id: String,
    /// The POS's owner at that time.
    pub owner_id: String,
    /// Its state.
    pub state: String,
    /// Cash asked for.
    pub amount: Amount,
    /// Taken from the wallet; it is not known whether the cash left the drawer.
    pub held: Amount,
    /// The cash left the drawer.
    pub paid: Amount,
    /// Back in the wallet.
    pub returned: Amount,
    /// Of what was returned, how much turned out to have left the drawer after all.
    pub paid_late: Amount,
    /// The fee that was quoted, on top of the cash.
    pub fee: Amount,
    /// The fee of what left the drawer, levy included; zero while it is not known.
    pub fee_kept: Amount,
    /// Of the fee kept, the levy.
    pub tax_kept: Amount,
    /// What it added to the POS owner's commission; may be below zero after a return.
    pub commission: Amount,
    /// The version of the tariff it is reckoned by; null: none was in force.
    #[schema(required = true)]
    pub tariff_id: Option<String>,
    /// When the money was set aside.
    pub made_at: String,
    /// Nobody said that the cash had left: by its POS's setting it was taken to have.
    pub assumed: bool,
}

/// `GET /deposits/{transaction_id}`.
#[derive(Clone, Serialize, Deserialize, ToSchema)]
pub struct Deposit {
    /// Its id.
    pub transaction_id: String,
    /// The session it was made in.
    pub operation_id: String,
    /// The customer's wallet.
    pub wallet_id: String,
    /// The account it went to.
    pub account_id: String,
    /// The POS that took the cash.
    pub pos_id: String,
    /// The POS's owner at that time.
    pub owner_id: String,
    /// `deposited`, or `reversed` once nothing of it stands.
    pub state: String,
    /// Cash taken in.
    pub amount: Amount,
    /// Given back to the POS by reversals.
    pub returned: Amount,
    /// Reversed while the wallet no longer had it: in the operation's case.
    pub short: Amount,
    /// When it was made.
    pub made_at: String,
    /// Who brought the cash; null: the customer as far as is known, or she was forgotten.
    #[schema(required = true)]
    pub depositor: Option<DepositedBy>,
}

/// `GET /pos/operations/{operation_id}`. The sums are null before a money action.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, ToSchema)]
pub struct Operation {
    /// The operation.
    pub operation_id: String,
    /// Its state.
    pub state: String,
    /// The sum asked for.
    #[schema(required = true)]
    pub amount: Option<Amount>,
    /// Set aside.
    #[schema(required = true)]
    pub held: Option<Amount>,
    /// Handed out; of a deposit, taken in.
    #[schema(required = true)]
    pub paid: Option<Amount>,
    /// Back where it came from.
    #[schema(required = true)]
    pub returned: Option<Amount>,
    /// What the cashier shall do now.
    #[serde(rename = "do")]
    pub instruction: String,
    /// At a POS that runs tills: the notes to hand out, and then those that left, as far as they are known.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub hand_out: Vec<CountedNotes>,
    /// What the customer approved.
    pub armed: Armed,
    /// The word that the customer's phone shows as well.
    pub check_word: String,
    /// The fee on top of the sum, which the customer pays; null before a withdrawal.
    #[schema(required = true)]
    pub fee: Option<Amount>,
    /// The withdrawal's or deposit's id; null before a money action.
    #[schema(required = true)]
    pub transaction_id: Option<String>,
}

/// Which of its operations a POS asks for.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize, ToSchema)]
#[serde(rename_all = "snake_case")]
pub enum AskedState {
    /// Those whose session lives or whose cash waits for an outcome.
    Open,
}

/// `GET /pos/operations`.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, ToSchema)]
#[serde(deny_unknown_fields)]
pub struct OpenOperationsQuery {
    /// Which operations.
    pub state: AskedState,
    /// Only operations begun after this one: the `next` of the page before.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub after: Option<String>,
    /// Operations on the page, at most.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub limit: Option<u64>,
}

/// A page of open operations, the oldest first.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, ToSchema)]
pub struct OpenOperations {
    /// The operations.
    pub operations: Vec<Operation>,
    /// What to send as `after` for the page after this one; null on the last.
    #[schema(required = true)]
    pub next: Option<String>,
}
