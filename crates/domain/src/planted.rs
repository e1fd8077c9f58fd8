//! Bugs on purpose, for the simulator to find: one at a time, switched on while the program runs. Only the
//! feature `planted` compiles them in; without it every hook is the constant `false`. Knows no simulator.

/// Whether a bug is switched on.
#[cfg(feature = "planted")]
macro_rules! planted {
    ($Bug:ident) => {
        crate::planted::is_on(crate::planted::Bug::$Bug)
    };
}

/// No bug is compiled in.
#[cfg(not(feature = "planted"))]
macro_rules! planted {
    ($Bug:ident) => {
        false
    };
}

#[cfg(feature = "planted")]
pub use list::{Bug, is_on, switch_on};

#[cfg(feature = "planted")]
mod list {
    use std::sync::atomic::{AtomicUsize, Ordering};

    macro_rules! bugs {
        ($($Bug:ident: $what:literal,)*) => {
            /// A bug that can be switched on.
            #[derive(Debug, Clone, Copy, PartialEq, Eq)]
            pub enum Bug {
                $(#[doc = $what] $Bug,)*
            }

            impl Bug {
                /// Every bug.
                pub const ALL: &[Self] = &[$(Self::$Bug,)*];

                /// What it does.
                #[must_use]
                pub const fn what(self) -> &'static str {
                    match self {
                        $(Self::$Bug => $what,)*
                    }
                }
            }
        };
    }

    bugs! {
        WithdrawalRepeated: "a repeated withdrawal moves money again",
        SecondWithdrawal: "a session withdraws a second, other sum",
        StaleSuccess: "a withdrawal's success is replayed after its reversal",
        FloorOff: "a wallet pays what it has not got",
        NothingHeld: "a withdrawal is answered and nothing is set aside",
        PayoutsNotStopped: "cash is paid out while payouts are stopped",
        FloatUnchecked: "a deposit goes past the POS's position and credit line",
        StaleDeposit: "a deposit's success is replayed after its reversal",
        FinalDepositReversed: "a deposit is reversed after logout",
        AnyToken: "a session is entered with any token",
        ExpiryIgnored: "an expired session takes new requests for money",
        FactsForEver: "facts are accepted however late they come",
        FrozenServed: "a frozen wallet is served in an open session",
        DisabledPosServed: "a disabled POS takes new requests for money",
        PurposeIgnored: "a code armed to withdraw also deposits, and the other way round",
        AnySum: "a sum that was not approved is accepted",
        SixthSum: "the fifth sum that was not approved does not close the session",
        ForeignAccount: "a session reaches the accounts of other wallets",
        LogoutPaysReversed: "a logout pays what was reversed before",
        LogoutForgets: "a logout closes the session and leaves the cash held",
        ExpiryRefunds: "a session's expiry gives back what is held",
        ReversalTwice: "a repeated reversal goes back twice",
        ReversalNotBarring: "a reversal before its withdrawal does not stop it",
        AnyTransaction: "a reversal may name any transaction",
        ReversalAboveHeld: "a reversal of more than is held is accepted",
        PartReturnsAll: "a reversal of a part gives all back",
        OutcomeRepeatedMoves: "an outcome that is said again moves money again",
        UnknownRefunds: "that a POS does not know gives back what is held",
        PaidLateTwice: "cash that was paid late is paid late once more",
        PaidLateAboveReturned: "more is paid late than went back",
        NotDispensedDoesNotBar: "word that nothing left does not stop a later withdrawal",
        LateWordMoves: "an outcome moves money however late it comes",
        CopiesUncounted: "a second print of a receipt is taken for the original",
        CaseForgotten: "a session's expiry opens no case",
        CaseStaysOpen: "a case that only waited for word stays open",
        DisputeForgotten: "a dispute is answered and opens no case",
        SplitPaysLess: "a withdrawal's fee forgets what was withdrawn before it that day",
        QuoteIgnored: "a withdrawal costs more than its code was armed for",
        FeeKeptOnReturn: "the fee stays whole although cash went back",
        LevyForgotten: "a fee is kept without the levy on it",
        CommissionPerPart: "the commission of a day is reckoned for each withdrawal by itself",
        CommissionStays: "the commission stays although the cash came back",
        TariffInThePast: "a tariff is in force before it was added",
        DisputeStale: "a dispute keeps its sum when cash comes back or is paid late",
        ExcessForgotten: "a part above what is held is neither paid late nor in a case",
        ApprovedByOneself: "a proposal is approved by whoever proposed it",
        ApprovedTwice: "a proposal is carried out again",
        DelayIgnored: "a proposal is approved before its delay is over",
        ClosedAgain: "a case that two people have closed is closed again",
        SuspenseStays: "a case is closed and what lay in suspense stays there",
        ClaimReturnsPaid: "a claim that is turned down gives back what was paid, too",
        CasesTakenByHand: "a posting by hand takes what open cases have in suspense",
        LawUndoneByWord: "a POS that says once more that it paid takes back what a law gave",
        CasesWrittenOff: "a write-off takes what open cases have in suspense",
        HiredByOne: "one person alone makes another who judges, or a price",
        CorrectedInSession: "a deposit is taken back by the operator while its session lives",
        ClaimedWhole: "a deposit taken back short is claimed whole by its POS",
        ShortUnclaimed: "a deposit taken back short leaves its POS without a claim",
        DepositorForgotten: "who brought the cash of a deposit is not kept",
        UnequalMatched: "lines and facts that come to other sums are matched",
        UndoneTwice: "a match is taken apart again",
        DifferenceStale: "another difference is posted than there is now",
        RestForgotten: "a wallet goes on paying out when another device came",
        OldInviteServes: "an invite signs in a device after it was used or replaced",
        SignedOutServed: "a device that was signed out goes on acting",
        CodeSignsInTwice: "a person's code signs her in any number of times",
        NameNeverLocked: "five wrong tries do not lock a person's name",
        SessionOutlivesPassword: "a person's session outlives the password it was opened with",
        EntryNumberSkipped: "an account's entries skip a number",
        WrongDirection: "what was paid and comes back goes the wrong way",
        CodeStaysArmed: "a code that opened a session stays armed",
        UsedCodeOpens: "a used code opens another session",
        CodeOneWindowLong: "a code is good for one window too long",
        CodeEarly: "a code is good before its window",
        CodeElsewhere: "a code bound to a POS is good at another",
        CancelledCodeOpens: "a cancelled code opens a session",
        FifthSession: "a wallet has a fifth open session",
        OldTokenStays: "a repeated login leaves the old token in force",
        LoginAfterMoney: "a login is repeated after the session moved money",
        TwoCodesArmed: "arming again does not cancel the code before",
        WindowCutShort: "a code armed in the last seconds of a window dies with it",
        GuessNotCounted: "a wrong code is not counted",
        CodeNeverVoid: "three wrong codes do not void a code",
        LockIgnored: "five wrong codes do not lock a wallet",
        CounterReset: "each wrong code begins to count anew",
        BurstUnlimited: "a key may give any number of wrong codes a second",
        SuspensionIgnored: "a suspended key logs people in",
        FingerprintIgnored: "an idempotency value answers any request",
        AnswerForgotten: "an answer under an idempotency value is not remembered",
        AnswersDieAtMidnight: "an answer of yesterday is not found today",
        RevokedKeyLives: "a revoked key goes on working",
        SaltServesTwice: "a salt and a signature serve any number of times",
        OldSignature: "a signed request is good however old it is",
        UnsignedServed: "a key of the signed profile serves unsigned requests",
        RoleIgnored: "an operator key does what another role may",
        RevokedOperatorServed: "a revoked operator key goes on working",
        LastAdminRevoked: "the last operator key that may do everything is revoked",
        ErasedServed: "a wallet whose customer was forgotten is served",
        MoneyErased: "a customer whose wallet holds money is forgotten",
        OfflineCodeTwice: "an offline code opens any number of sessions",
        OfflineCodeLate: "an offline code opens a session in another half-minute than its own",
        OfflineCapIgnored: "an offline code brings any sum",
        OfflineNeverOff: "five wrong codes in a day leave the offline device on",
        OfflineOffIgnored: "an offline device that is off opens sessions",
        OfflineDayUnlimited: "an offline device opens a fourth session in a day",
        RemovedDeviceOpens: "a removed offline device opens sessions",
        LimitPartTooShort: "a rolling limit counts one part of its window only",
        LimitNotCounted: "what passes a limit is not counted when the wallet has another session open",
        LimitNotGivenBack: "what was returned stays counted against the limit",
        LimitGivenBackTwice: "what was returned is given back to the limit twice",
        TillNotNeeded: "a POS that runs tills pays without an open one",
        PromisedTwice: "cash of a drawer is promised to two customers",
        NotesPromisedTwice: "the notes set aside for a withdrawal are chosen for the next one, too",
        LateCashUnseen: "cash that is paid late leaves no trace in the cash book",
        ClosedTillMoves: "a fact about a closed till moves what is in the till",
        VarianceForgotten: "what a closing count is off by is not posted",
        VaultCountForgotten: "what a vault's count is off by is not posted",
        CashierNeverLocked: "five wrong PINs do not lock a cashier",
        AnyCashierAnswers: "any cashier of a POS closes another's till",
        ClosedTillKeepsCash: "a closed till's cash does not go back to the vault",
        CountNotBlind: "a closing count is taken for what should be there",
        HandedToGiver: "a till that is handed over stays in the giver's hands",
        RetiredTillOpens: "a till that was taken out of service is opened",
        MissingCashUntold: "nobody is told whose cash a hand-over found missing",
        CutOffIgnored: "a batch takes what came after its cut-off",
        FloatSettled: "a batch settles the balance, float and all",
        ConfirmedTwice: "a batch that the bank confirms twice is paid twice",
        SentBackForgotten: "a payment that the bank sent back stays paid",
        FailedCutAgain: "a failed batch is cut once more instead of taken back",
        ThresholdIgnored: "a batch is paid however little it comes to",
        PageSkipped: "a batch forgets every second page of its owner's places",
        FloatToAnotherOwner: "float moves to a POS of another owner",
        CreditByOne: "one person alone lengthens a credit line",
        LowFloatToldAgain: "somebody is told of low float at every payout",
        OtherRequestGranted: "another request for float is granted than was read",
        GrantedTwice: "a request for float is granted again",
        SilenceIsWord: "a POS that said it does not know is taken for silent",
        StepTooEarly: "a step of a case's clock is done before its time",
        PaidForEver: "a customer is paid for waiting longer than the law says",
        StepStays: "a step of a case's clock is done again",
        AssumedStayed: "cash of which a POS says nothing is taken to have stayed",
        BrakeNotKept: "the brake refuses one payout and the next one passes",
        CountedNotKept: "a refusal that was counted is not in the journal",
        ChainStands: "the journal's chain does not move on",
        LastCommandSkipped: "a replay skips the last command of a batch",
        AnsweredBeforeWritten: "the answers go out before the journal row is written",
        ForgottenTooEarly: "the working set forgets rows that the tables have not seen",
        PositionWithoutRows: "the tables' position moves on without their rows",
    }

    /// None.
    const NONE: usize = usize::MAX;

    static ON: AtomicUsize = AtomicUsize::new(NONE);

    /// Switches one bug on for the whole program, or none.
    pub fn switch_on(bug: Option<Bug>) {
        let place = Bug::ALL.iter().position(|one| Some(*one) == bug);
        ON.store(place.unwrap_or(NONE), Ordering::SeqCst);
    }

    /// Whether `bug` is switched on.
    #[must_use]
    pub fn is_on(bug: Bug) -> bool {
        Bug::ALL.get(ON.load(Ordering::Relaxed)) == Some(&bug)
    }
}
