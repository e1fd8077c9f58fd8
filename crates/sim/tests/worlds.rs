//! The simulator over the core as it is: no promise breaks, whatever the seed.

use std::collections::BTreeMap;
use std::env;

use specie_sim::coverage::{COMMANDS, PROPOSALS, STEPS, Share};
use specie_sim::fleet::{CASH_OUTS_OF_WORLD, Fleet, seed_of};
use specie_sim::world::{run, run_and_count};

/// Worlds of seed 1 in which every command that is played is looked for: what is rare is not left to another seed.
const COVERED_WORLDS: u64 = 400;
/// Cash-outs of the test command.
const CASH_OUTS: u64 = 1_000_000;

/// The seed, which `SPECIE_SIM_SEED` chooses.
fn seed() -> u64 {
    let text = env::var("SPECIE_SIM_SEED").unwrap_or_else(|_| "1".to_owned());
    let seed = text.parse();
    assert!(seed.is_ok(), "SPECIE_SIM_SEED is no number: {text}");
    seed.unwrap_or(1)
}

#[test]
fn a_million_cash_outs_with_every_fault_break_no_promise() {
    let (seed, cash_outs) = (seed(), CASH_OUTS);
    let sum = Fleet { seed, cash_outs }.run(|_| {});
    if let Some((number, world)) = sum.broken {
        let (broken, short) = (world.broken.clone().unwrap(), world.shortened().unwrap());
        panic!(
            "{broken}\nin {} steps:\n{}\nagain: cargo run -p specie-sim -- --seed {seed} --world {number}",
            short.steps,
            short.story.join("\n")
        );
    }
    assert!(sum.cash_outs > cash_outs / 100 * 98, "some worlds were too quiet: {sum:?}");
    assert!(sum.crashes > cash_outs / 100, "too few crashes: {sum:?}");
}

#[test]
fn a_seed_decides_all_that_happens() {
    for number in 0..8 {
        let [first, second] = [(); 2].map(|()| run(seed_of(seed(), number), CASH_OUTS_OF_WORLD));
        assert_eq!((first.steps, first.cash_outs), (second.steps, second.cash_outs), "world {number}");
        assert_eq!((first.crashes, first.broken), (second.crashes, second.broken), "world {number}");
    }
}

/// Answers a cash-out can get; the first word of each.
const ANSWERS: &[&str] = &[
    "AccountNotInSession",
    "AccountOpened",
    "AccountOpened again",
    "AmountNotApproved",
    "AmountNotPositive",
    "AmountTooPrecise",
    "AtReconciliation",
    "BatchCut",
    "BatchCut again",
    "BatchIs",
    "CaseClosed",
    "CaseOpened",
    "CaseOpened again",
    "CashierForbidden",
    "CashierLocked",
    "ClosingNotPossible",
    "CodeArmed",
    "CodeArmed again",
    "CodeNoLongerArmed",
    "CodeNotValid",
    "Currency",
    "CurrencyNotServed",
    "CurrencyTwice",
    "DepositAlreadyReversed",
    "DepositFinal",
    "Deposited",
    "Deposited again",
    "DeviceInvited",
    "DeviceSignedIn",
    "DispensedExceedsWithdrawal",
    "Done",
    "Done again",
    "Exists",
    "FeeAboveQuote",
    "FloatExceeded",
    "Funded",
    "Funded again",
    "IdempotencyKeyReused",
    "InviteNotValid",
    "KeyNotKnown",
    "KeyServesTill",
    "LastAdminKey",
    "LimitExceeded",
    "NeedsTwoPeople",
    "NoSuchNote",
    "NotAWithdrawal",
    "NotEnoughFunds",
    "NotFound",
    "NotPayable",
    "NoteTwice",
    "NotesNotAcceptable",
    "OperatorKeyRegistered",
    "OutcomeTold",
    "OutcomeTold again",
    "OwnProposal",
    "PayoutsStopped",
    "PinNotValid",
    "Placed",
    "PosDisabled",
    "PosNotOfKey",
    "Printed",
    "Printed again",
    "ProposalNotYet",
    "Proposed",
    "PurposeNotApproved",
    "ReconciliationBegun",
    "ReversalExceedsWithdrawal",
    "Reversed",
    "Reversed again",
    "RoleForbids",
    "SaltSpent",
    "SecretShownOnce",
    "SessionAlreadyUsed",
    "SessionClosed",
    "SessionClosed again",
    "SessionExpired",
    "SessionNotFound",
    "SessionOpened",
    "SessionOpened again",
    "SignInNotValid",
    "SignatureOutOfTime",
    "SignatureSpent",
    "StaffSignedIn",
    "TariffAdded",
    "TariffAdded again",
    "TariffNotAcceptable",
    "TillClosed",
    "TillClosed again",
    "TillIsOpen",
    "TillNotOpen",
    "TillOpened",
    "TillOpened again",
    "TooManyRequests",
    "TransactionNotFound",
    "Unacceptable",
    "VaultTold",
    "WalletDisabled",
    "WalletInUse",
    "WalletRests",
    "WithdrawalAlreadyReversed",
    "Withdrawn",
    "Withdrawn again",
];

#[test]
fn every_command_that_is_played_is_taken_and_refused_and_every_proposal_carried_out() {
    let mut met: BTreeMap<String, u64> = BTreeMap::new();
    for number in 0..COVERED_WORLDS {
        let world = run_and_count(seed_of(1, number), CASH_OUTS_OF_WORLD);
        for (kind, times) in world.answers.unwrap() {
            *met.entry(kind).or_default() += times;
        }
    }
    let mut wanted = Vec::new();
    for (name, share) in COMMANDS {
        match share {
            Share::Played => wanted.extend([format!("{name} taken"), format!("{name} refused")]),
            Share::NeverRefused => wanted.push(format!("{name} taken")),
            Share::SetUp | Share::LeftOut(_) => {}
        }
    }
    for (name, _) in PROPOSALS.iter().filter(|(_, share)| *share == Share::Played) {
        wanted.push(format!("{name} carried out"));
        wanted.extend(["taken", "refused"].map(|end| format!("{name} proposed, {end}")));
    }
    for (name, _) in STEPS.iter().filter(|(_, share)| *share == Share::Played) {
        wanted.extend(["taken", "refused"].map(|end| format!("{name} of a file {end}")));
    }
    let missing: Vec<&String> = wanted.iter().filter(|name| !met.contains_key(*name)).collect();
    assert!(missing.is_empty(), "never: {missing:?}");
}

#[test]
fn the_worlds_meet_every_answer_a_cash_out_can_get() {
    let mut met: BTreeMap<String, u64> = BTreeMap::new();
    for number in 0..150 {
        let world = run_and_count(seed_of(seed(), number), CASH_OUTS_OF_WORLD);
        for (kind, times) in world.answers.unwrap() {
            *met.entry(kind).or_default() += times;
        }
    }
    for answer in ANSWERS {
        let times = met.get(*answer).copied().unwrap_or(0);
        assert!(times > 0, "{answer} was never given; given were {met:#?}");
    }
}
