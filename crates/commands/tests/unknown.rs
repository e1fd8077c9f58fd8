//! A batch whose outcome is not known is sent again until it is, and moves money once.
#![expect(clippy::unwrap_used, clippy::indexing_slicing, reason = "a test stops at the first surprise")]

use std::sync::Arc;
use std::sync::atomic::{AtomicUsize, Ordering};

use specie_commands::{
    Asked, Chance, Clock, Commands, Failure, Lane, OpenWalletRequest, RESUBMISSIONS_MAX, Vault, VaultKeys,
};
use specie_domain::command::{Actor, NewAccount};
use specie_domain::ids::{OperationId, OperatorKeyId, WalletId};
use specie_domain::rows::{AccountKey, Case, OperatorKey};
use specie_domain::{Command, Key, Outcome, Row, RowKind, Time};
use specie_money::{Currency, Money};
use specie_store::{
    Audit, CommitError, EntryPage, Find, Health, MemoryStore, OpenOperations, Pending, ReadError, Store,
    StoryOf, TrialBalance,
};
use zeroize::Zeroizing;

struct Standing;

impl Clock for Standing {
    fn now(&self) -> Time {
        Time::from_unix_ms(1_700_000_000_000)
    }
}

struct Counting(AtomicUsize);

impl Chance for Counting {
    fn fill(&self, bytes: &mut [u8]) {
        let drawn = self.0.fetch_add(1, Ordering::Relaxed).to_le_bytes();
        for (place, byte) in bytes.iter_mut().enumerate() {
            *byte = drawn[place % drawn.len()];
        }
    }
}

/// The in-memory engine behind a line that loses answers: for so many commits it says "unknown", having
/// applied every other one of them.
struct LosesAnswers {
    engine: MemoryStore,
    lose: AtomicUsize,
    lost: AtomicUsize,
}

impl Store for LosesAnswers {
    fn commit(&self, batch: Vec<Command>) -> Pending<'_, Result<Vec<Outcome>, CommitError>> {
        let left = self.lose.load(Ordering::Relaxed);
        if left == 0 {
            return self.engine.commit(batch);
        }
        self.lose.store(left - 1, Ordering::Relaxed);
        let lost = self.lost.fetch_add(1, Ordering::Relaxed);
        Box::pin(async move {
            if lost.is_multiple_of(2) {
                self.engine.commit(batch).await?;
            }
            Err(CommitError::Unknown("the line broke".to_owned()))
        })
    }

    fn read(&self, keys: Vec<Key>) -> Pending<'_, Result<Vec<Option<Row>>, ReadError>> {
        self.engine.read(keys)
    }

    fn entries(
        &self,
        account: AccountKey,
        from: Option<u64>,
        lines_max: usize,
    ) -> Pending<'_, Result<EntryPage, ReadError>> {
        self.engine.entries(account, from, lines_max)
    }

    fn due_sessions(
        &self,
        now: Time,
        sessions_max: usize,
    ) -> Pending<'_, Result<Vec<OperationId>, ReadError>> {
        self.engine.due_sessions(now, sessions_max)
    }

    fn open_operations(
        &self,
        asked: OpenOperations,
        operations_max: usize,
    ) -> Pending<'_, Result<Vec<OperationId>, ReadError>> {
        self.engine.open_operations(asked, operations_max)
    }

    fn find(&self, what: Find, operations_max: usize) -> Pending<'_, Result<Vec<OperationId>, ReadError>> {
        self.engine.find(what, operations_max)
    }

    fn story(&self, operation_id: OperationId) -> Pending<'_, Result<StoryOf, ReadError>> {
        self.engine.story(operation_id)
    }

    fn rows(
        &self,
        kind: RowKind,
        after: Option<Key>,
        rows_max: usize,
    ) -> Pending<'_, Result<Vec<Row>, ReadError>> {
        self.engine.rows(kind, after, rows_max)
    }

    fn operator_keys(
        &self,
        after: Option<OperatorKeyId>,
        keys_max: usize,
    ) -> Pending<'_, Result<Vec<OperatorKey>, ReadError>> {
        self.engine.operator_keys(after, keys_max)
    }

    fn cases(
        &self,
        open_only: bool,
        after: Option<OperationId>,
        cases_max: usize,
    ) -> Pending<'_, Result<Vec<Case>, ReadError>> {
        self.engine.cases(open_only, after, cases_max)
    }

    fn keep_personal_key(
        &self,
        wallet_id: WalletId,
        wrapped: Vec<u8>,
    ) -> Pending<'_, Result<(), CommitError>> {
        self.engine.keep_personal_key(wallet_id, wrapped)
    }

    fn erase_personal_key(&self, wallet_id: WalletId) -> Pending<'_, Result<(), CommitError>> {
        self.engine.erase_personal_key(wallet_id)
    }

    fn personal_key(&self, wallet_id: WalletId) -> Pending<'_, Result<Option<Vec<u8>>, ReadError>> {
        self.engine.personal_key(wallet_id)
    }

    fn audit(&self) -> Pending<'_, Result<Audit, ReadError>> {
        self.engine.audit()
    }

    fn trial_balance(&self) -> Pending<'_, Result<TrialBalance, ReadError>> {
        self.engine.trial_balance()
    }

    fn live(&self) -> &specie_store::Live {
        self.engine.live()
    }

    fn health(&self) -> Health {
        self.engine.health()
    }
}

/// The verbs over a line that is whole at first, with one open wallet.
async fn wallet_behind_a_line() -> (Commands, Arc<LosesAnswers>, WalletId) {
    let (lose, lost) = (AtomicUsize::new(0), AtomicUsize::new(0));
    let store = Arc::new(LosesAnswers { engine: MemoryStore::new(), lose, lost });
    let keys = VaultKeys { mac: Zeroizing::new([1; 64]), seal: Zeroizing::new([2; 32]) };
    let vault = Vault::new(&keys, Arc::new(Counting(AtomicUsize::new(1))));
    let stop = Arc::new(|why: &str| assert!(why.is_empty(), "the engine stopped: {why}"));
    let shared: Arc<dyn Store> = Arc::clone(&store) as Arc<dyn Store>;
    let lane = Lane::start(Arc::clone(&shared), Arc::new(Standing), stop);
    let commands = Commands::new(lane, shared, vault, Arc::new(Standing), 6);
    let account = NewAccount { currency: gbp(), alias: None, shown_id: None };
    let request = OpenWalletRequest { phone: "+14155559992".parse().unwrap(), accounts: vec![account] };
    let wallet_id = commands.open_wallet(asked(), request).await.unwrap().receipt.0;
    (commands, store, wallet_id)
}

fn gbp() -> Currency {
    Currency::from_code("GBP").unwrap()
}

fn asked() -> Asked<'static> {
    Asked { actor: Actor::System, at: Standing.now(), idempotency: None }
}

#[tokio::test(start_paused = true)]
async fn a_top_up_whose_answer_is_lost_again_and_again_tops_up_once() {
    let (commands, store, wallet_id) = wallet_behind_a_line().await;
    let pound = Money::from_minor(100, gbp());
    for lose in 1..=5 {
        store.lose.store(lose, Ordering::Relaxed);
        let balance = commands.top_up(asked(), wallet_id, pound).await.unwrap().receipt.1;
        assert_eq!(balance.minor(), 100 * i64::try_from(lose).unwrap(), "{lose} answers lost");
    }
    assert_eq!(store.lost.load(Ordering::Relaxed), 15, "every answer that should be lost was");
}

#[tokio::test(start_paused = true)]
async fn after_all_resubmissions_the_outcome_stays_unknown() {
    let (commands, store, wallet_id) = wallet_behind_a_line().await;
    store.lose.store(RESUBMISSIONS_MAX + 1, Ordering::Relaxed);
    let outcome = commands.top_up(asked(), wallet_id, Money::from_minor(100, gbp())).await;
    assert_eq!(outcome.map(|_| ()), Err(Failure::OutcomeUnknown));
    assert_eq!(store.lose.load(Ordering::Relaxed), 0, "it was tried to the bound and no further");
}
