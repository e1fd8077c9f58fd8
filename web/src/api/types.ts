// Made from the server's /openapi.json by `npm run types`; do not edit.

export interface paths {
    "/api/v1/accounts/{account_id}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Show an account */
        get: operations["showAccount"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/accounts/{account_id}/entries": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * Read an account's entries
         * @description Newest first, page by page; a page follows with its `next` as `before`.
         */
        get: operations["listEntries"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/brakes": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Set the brake of a currency, or make it stricter
         * @description Above `slow`, only so much passes in each 24th of the window as an even pace would let pass. A payout that would go above `stop` stops all payouts, until somebody lets them go on.
         */
        post: operations["setBrake"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/cases": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * List cases
         * @description In the order their operations began, page by page; a page follows with its `next` as `after`.
         */
        get: operations["listCases"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/cases/{operation_id}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * Show a case
         * @description With all that is known of it; `command` is the number of the command in the journal that brought a piece of evidence.
         */
        get: operations["showCase"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/cases/{operation_id}/notes": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Note what was found, or take a case
         * @description At least one of `text` and `assign_to`. Moves no money and closes nothing: closing a case is proposed by one person and approved by another. An unconfirmed case closes itself as soon as nothing is held any more.
         */
        post: operations["noteCase"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/cashiers/{cashier_id}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Change a cashier
         * @description A new PIN also unlocks. A cashier who is not active signs nothing.
         */
        post: operations["changeCashier"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/currencies/{currency}/cash-rules": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * Show a currency's notes and coins
         * @description What the operator said, or else what its central bank issues, where that is known.
         */
        get: operations["showCashRules"];
        put?: never;
        /**
         * Say which notes and coins a currency has
         * @description And by how much a closing count may differ before it waits for an explanation.
         */
        post: operations["setCashRules"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/limits": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * List limits, ceilings and brakes
         * @description All that is in force, and why payouts are stopped while they are.
         */
        get: operations["listLimits"];
        put?: never;
        /**
         * Set a limit, or make it stricter
         * @description In force from the next command on, for operations made from then on. What lets more pass than before is refused here: two people must want it.
         */
        post: operations["setLimit"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/limits/usage": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * Show how much of the limits has been used
         * @description Of each limit with a window that concerns the wallet or the POS named, or all together if nobody is. A window is counted in 24 parts; a part counts until all of it is past.
         */
        get: operations["showLimitUsage"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/operator-keys": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * List operator keys
         * @description The oldest first, revoked ones too, page by page; a page follows with its `next` as `after`.
         */
        get: operations["listOperatorKeys"];
        put?: never;
        /**
         * Make an operator key
         * @description The key is told once. A repeat is answered with 409: revoke the key and make another.
         */
        post: operations["registerOperatorKey"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/operator-keys/{operator_key_id}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        post?: never;
        /**
         * Revoke an operator key
         * @description It opens nothing from the next command on. The last live key of the role `admin` stays.
         */
        delete: operations["revokeOperatorKey"];
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/payouts/resume": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Let payouts go on
         * @description Whoever or whatever stopped them. The brakes count anew.
         */
        post: operations["resumePayouts"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/payouts/stop": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Stop all payouts
         * @description Every withdrawal is refused from the next command on; what was already set aside goes on.
         */
        post: operations["stopPayouts"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/pos": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Register a POS */
        post: operations["registerPos"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/pos-owners": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Register a POS owner */
        post: operations["registerOwner"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/pos/{pos_id}/cash": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * Show the cash of a POS
         * @description Its tills, and what is in them and in the vault by the cash book.
         */
        get: operations["showCash"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/pos/{pos_id}/cashiers": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** List the cashiers of a POS */
        get: operations["listCashiers"];
        put?: never;
        /**
         * Register a cashier
         * @description The PIN is kept as a keyed hash. Five wrong ones in a row lock the cashier.
         */
        post: operations["addCashier"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/pos/{pos_id}/credit-line": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Set how far a POS's position may go below zero
         * @description Less far than before, at once. Further is refused here: two people must want it.
         */
        post: operations["setCreditLine"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/pos/{pos_id}/disable": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Disable a POS
         * @description It opens no session and takes no new request; logouts and reversals are still accepted.
         */
        post: operations["disablePos"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/pos/{pos_id}/enable": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Enable a POS */
        post: operations["enablePos"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/pos/{pos_id}/float-moves": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Move float to another POS of the same owner
         * @description As far as the position and the credit line go; `balance` is the position after it.
         */
        post: operations["moveFloat"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/pos/{pos_id}/float-returns": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Take float back to the bank
         * @description The reverse of a prefunding, as far as the position and the credit line go.
         */
        post: operations["returnFloat"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/pos/{pos_id}/keys": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Make an access key
         * @description Key and secret are told once. A repeat is answered with 409: revoke the key and make another.
         */
        post: operations["addKey"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/pos/{pos_id}/keys/{key_id}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        post?: never;
        /** Revoke an access key */
        delete: operations["revokeKey"];
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/pos/{pos_id}/low-float": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Be told when a POS's position falls below a sum
         * @description Each time it crosses the sum, the event `float.low`; zero: not any more.
         */
        post: operations["setLowFloat"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/pos/{pos_id}/on-expiry": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Set what becomes of a POS's cash of which nobody says anything
         * @description For sessions that end from now on. `case`, the default: the money stays held and people look. `assume_dispensed`, for POS that never log out: `after_s` seconds later the cash is taken to have left, the withdrawal is marked `assumed`, and the customer may dispute it as any other.
         */
        post: operations["setOnExpiry"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/pos/{pos_id}/place": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Say where a POS is */
        post: operations["locatePos"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/pos/{pos_id}/prefundings": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Prefund a POS */
        post: operations["prefundPos"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/pos/{pos_id}/till-running": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Run tills at a POS, or no longer
         * @description A POS that runs tills pays out and takes in nothing without an open till. Not while one is open.
         */
        post: operations["runTills"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/pos/{pos_id}/tills": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Register a till */
        post: operations["addTill"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/pos/{pos_id}/vault": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Tell what became of a vault's cash
         * @description Brought, taken away, or counted; what a count differs by is posted as variance.
         */
        post: operations["tellVault"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/pos/near": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * Find POS near a point
         * @description Those in service whose place is known and that serve the currency, the nearest first. `takes_in` says whether the position lets it take the sum in. How much cash lies in a drawer is not told.
         */
        get: operations["findPosNear"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/pos/operations": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * Ask which operations are open
         * @description For a till that lost its memory: operations of its key whose session lives or whose cash waits for an outcome, the oldest first. A key of the plain profile is told of its session's operation alone and needs its token.
         */
        get: operations["listOpenOperations"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/pos/operations/{operation_id}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * Ask what became of an operation
         * @description For a till that lost an answer: `do` says what the cashier shall do now.
         */
        get: operations["showOperation"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/pos/operations/{operation_id}/outcome": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Tell what became of the cash
         * @description Beside logout and reversal, for a POS that knows more: `dispensed`, `not_dispensed`, `partial` with the sum that left, or `unknown`. Taken in the session and after it, also late; the same word again moves nothing, unless under an idempotency value of its own. Answers the operation as it is now, never as it was.
         */
        post: operations["tellOutcome"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/pos/tills": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** List the tills of the access key's POS */
        get: operations["listTills"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/pos/tills/{till_id}/close": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Close a till with a blind count
         * @description What should be in it is told by the answer, and by nothing before. What is counted goes to the vault, and a difference is posted in the same commit.
         */
        post: operations["closeTillHere"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/pos/tills/{till_id}/handover": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Hand a till over to another cashier
         * @description A blind count ends the one session and begins the other; what differs stays with the giver.
         */
        post: operations["handOverTill"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/pos/tills/{till_id}/move": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Move cash between a till and the vault, or into another till
         * @description Both sides are posted at once. The cashier of the other till signs too.
         */
        post: operations["moveCash"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/pos/tills/{till_id}/open": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Open a till
         * @description With what is counted in it; the cash comes out of the POS's vault. From then on the till serves the access key that asks, and a key serves one till.
         */
        post: operations["openTill"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/proposals": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * List proposals
         * @description The oldest first, page by page; a page follows with its `next` as `after`. Of those looked at for a page only the ones asked for are in it, so that it may be short, or empty, and yet have a `next`.
         */
        get: operations["listProposals"];
        put?: never;
        /**
         * Propose what another person must approve
         * @description Nothing is done before. The members that are taken depend on `kind`.
         */
        post: operations["propose"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/proposals/{proposal_id}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Show a proposal */
        get: operations["showProposal"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/proposals/{proposal_id}/approve": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Approve a proposal
         * @description By another person than who proposed it, not before `not_before`. It is carried out in the same commit, after everything was looked at anew, and once.
         */
        post: operations["approveProposal"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/proposals/{proposal_id}/reject": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Reject a proposal, or take back one's own */
        post: operations["rejectProposal"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/quotes": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Ask what a withdrawal would cost
         * @description Reads only: nothing is set aside or fixed. An armed code fixes its own quote.
         */
        post: operations["askQuote"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/settlement/batches": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * List settlement batches
         * @description The oldest first, page by page; a page follows with its `next` as `after`.
         */
        get: operations["listSettlementBatches"];
        put?: never;
        /**
         * Cut a settlement batch now
         * @description Whatever the cut-off is; without a call, batches are cut when it comes. A batch settles the sum of its own entries, never a balance: float that the operator brought stays at the POS. A batch of very many POS may be answered while it is still under way.
         */
        post: operations["cutSettlementBatch"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/settlement/batches/{batch_id}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Show a settlement batch */
        get: operations["showSettlementBatch"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/settlement/batches/{batch_id}/confirm": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Tell that the bank confirmed a settlement batch
         * @description Said again, it changes nothing.
         */
        post: operations["confirmSettlementBatch"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/settlement/batches/{batch_id}/fail": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Tell that the bank failed a settlement batch
         * @description Or that it sent back what it had confirmed. Each line is posted back to its POS, and is in the next batch. Said again, it changes nothing.
         */
        post: operations["failSettlementBatch"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/settlement/batches/{batch_id}/lines": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * List the lines of a settlement batch
         * @description A line an account. Its entries are those of `/accounts/{account_id}/entries` from `last_transfer` back to the one numbered `after_entry`, without it: opening and entries come to closing.
         */
        get: operations["listSettlementBatchLines"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/settlement/terms": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * List how POS owners are settled
         * @description Page by page; a page follows with its `next` as `start_after`.
         */
        get: operations["listSettlements"];
        put?: never;
        /**
         * Say how a POS owner is settled
         * @description Per owner and currency: the local time of the cut-off with its time zone, how the owner's account is named to the bank, and the least that is paid. On days on which clocks change, a cut-off that does not exist is read with the offset before the change, and of one that comes twice the first counts (RFC 5545).
         */
        post: operations["setSettlement"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/tariffs": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * List tariffs
         * @description In the order they were added, page by page; a page follows with its `next` as `after`.
         */
        get: operations["listTariffs"];
        put?: never;
        /**
         * Add a tariff
         * @description A version: it never changes, and another takes its place. Of those in force the most specific applies (owner, then channel, then KYC tier), and of equals the latest. What was armed or withdrawn before keeps its version.
         */
        post: operations["addTariff"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/tariffs/{tariff_id}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Show a tariff */
        get: operations["showTariff"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/till-sessions/{till_session_id}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * Show a till session
         * @description With its counts. Its journal is the entries of the account `till:{till_id}:{currency}`.
         */
        get: operations["showTillSession"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/till-sessions/{till_session_id}/explanations": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Explain a closing count that differed
         * @description Said again, the last word stands; the journal keeps all. It moves no money: making somebody liable is not here.
         */
        post: operations["explainVariance"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/till-variances": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * List closing counts that differed
         * @description The oldest sessions first, page by page; a page follows with its `next` as `past`.
         */
        get: operations["listVariances"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/tills/{till_id}/close": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Close a till for its cashier
         * @description For a cashier who is gone, or an access key that was revoked. What is counted goes to the vault.
         */
        post: operations["closeTill"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/wallets": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Find the wallet of a phone number */
        get: operations["findWallet"];
        put?: never;
        /** Open a wallet */
        post: operations["openWallet"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/wallets/{wallet_id}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Show a wallet */
        get: operations["showWallet"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/wallets/{wallet_id}/accounts": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Open an account */
        post: operations["openAccount"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/wallets/{wallet_id}/codes": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Arm a code
         * @description The digits are told once. A new code takes the place of one that is still armed.
         */
        post: operations["armCode"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/wallets/{wallet_id}/codes/current": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        post?: never;
        /** Cancel the armed code */
        delete: operations["cancelCode"];
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/wallets/{wallet_id}/confirm": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Confirm that the customer has her phone
         * @description Ends what wrong codes have switched off: unbound codes, and the offline device.
         */
        post: operations["confirmWallet"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/wallets/{wallet_id}/freeze": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Freeze a wallet
         * @description No code is armed and no session opened for it. What a POS already did may still be reversed.
         */
        post: operations["freezeWallet"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/wallets/{wallet_id}/kyc-tier": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Say how well the customer is known
         * @description The KYC tier, which tariffs and limits ask for. What each tier means is the operator's.
         */
        post: operations["setKycTier"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/wallets/{wallet_id}/offline-device": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Enrol an offline device
         * @description From its seed the customer's device makes codes by RFC 6238 (HMAC-SHA-1, 8 digits, 30 s) while it has no network. Such a code needs no arming, and brings no more cash than the operator's offline caps. The seed is told once; a device enrolled before shows no good codes any more.
         */
        post: operations["enrolOfflineDevice"];
        /** Remove the offline device */
        delete: operations["removeOfflineDevice"];
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/wallets/{wallet_id}/personal-data": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        post?: never;
        /**
         * Forget the customer
         * @description Closes the wallet for good and destroys the key to its personal data. May be repeated.
         */
        delete: operations["erasePersonalData"];
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/wallets/{wallet_id}/topups": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Top up a wallet */
        post: operations["topUpWallet"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/wallets/{wallet_id}/unfreeze": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Unfreeze a wallet */
        post: operations["unfreezeWallet"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/withdrawals/{transaction_id}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Show a withdrawal */
        get: operations["showWithdrawal"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/withdrawals/{transaction_id}/disputes": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Dispute a withdrawal
         * @description The customer says that she did not get the cash. Opens a case, or adds to the one there is; no money moves until people have looked. May be repeated.
         */
        post: operations["disputeWithdrawal"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/pos/deposit/{amount}/{currency}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Deposit
         * @description The body is optional; its `metadata` comes back in the answer.
         */
        post: operations["deposit"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/pos/echo": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * Is the server there, is the key good?
         * @description `status.operation_id` is empty.
         */
        get: operations["echo"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/pos/login/{pos_id}/{otp_code}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Open a session with the customer's code
         * @description Token and operation of the answer are headers of every further call. A login whose answer was lost may be repeated while the session is unused: the newest token is the good one.
         */
        post: operations["login"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/pos/logout": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Close the session
         * @description Says that the cash was handed over. May be repeated.
         */
        post: operations["logout"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/pos/reversal/{account}/{reversed_amount}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Reverse the money action, in whole or in part */
        post: operations["reverse"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/pos/withdraw/{account}/{sum}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Withdraw
         * @description On success the money is set aside: hand out the cash. A repeat reads the first answer.
         */
        post: operations["withdraw"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
}
export type webhooks = Record<string, never>;
export interface components {
    schemas: {
        /**
         * @description An account.
         * @example {
         *       "account_id": "64e4a964-53b5-11e9-8495-02f0df928b",
         *       "alias": "GBP",
         *       "balance": {
         *         "amount": "189.00",
         *         "currency": "GBP"
         *       },
         *       "currency": "GBP",
         *       "entries": 1,
         *       "kind": "wallet"
         *     }
         */
        Account: {
            /** @description Its id. */
            account_id: string;
            /** @description Its name, or the currency's code. */
            alias: string;
            /** @description Credits − debits. */
            balance: components["schemas"]["Amount"];
            /** @description ISO 4217. */
            currency: components["schemas"]["CurrencyCode"];
            /**
             * Format: int64
             * @description How many entries it has.
             */
            entries: number;
            /** @description What kind of account it is, as the ledger calls it. */
            kind: string;
        };
        /**
         * @description A page of an account's history, newest first.
         * @example {
         *       "as_of": 90210,
         *       "entries": [
         *         {
         *           "amount": {
         *             "amount": "-10.00",
         *             "currency": "GBP"
         *           },
         *           "balance": {
         *             "amount": "179.00",
         *             "currency": "GBP"
         *           },
         *           "counterpart": "cash_pending:018bcfe5-5b1d-7c3e-a1a4-7d1a2b3c4005:GBP",
         *           "made_at": "2026-01-31T11:42:30.000Z",
         *           "number": 2,
         *           "operation_id": "018bcfe5-9a40-7b2d-9c3e-2f6d1e5a8c05",
         *           "reason": "withdrawal_held",
         *           "transfer": 4711
         *         }
         *       ],
         *       "next": null
         *     }
         */
        AccountEntries: {
            /**
             * Format: int64
             * @description The number of commands this history has seen.
             */
            as_of: number;
            /** @description The lines. */
            entries: components["schemas"]["AccountEntry"][];
            /**
             * Format: int64
             * @description What to send as `from` for the page after this one; null on the last.
             */
            next: number | null;
        };
        /**
         * @description One line of an account's history.
         * @example {
         *       "amount": {
         *         "amount": "-10.00",
         *         "currency": "GBP"
         *       },
         *       "balance": {
         *         "amount": "179.00",
         *         "currency": "GBP"
         *       },
         *       "counterpart": "cash_pending:018bcfe5-5b1d-7c3e-a1a4-7d1a2b3c4005:GBP",
         *       "made_at": "2026-01-31T11:42:30.000Z",
         *       "number": 2,
         *       "operation_id": "018bcfe5-9a40-7b2d-9c3e-2f6d1e5a8c05",
         *       "reason": "withdrawal_held",
         *       "transfer": 4711
         *     }
         */
        AccountEntry: {
            /** @description Credit positive, debit negative. */
            amount: components["schemas"]["Amount"];
            /** @description The balance after it. */
            balance: components["schemas"]["Amount"];
            /** @description The other account of the transfer. */
            counterpart: string;
            /**
             * Format: date-time
             * @description When.
             */
            made_at: string;
            /**
             * Format: int64
             * @description Its number within the account, from one without a gap.
             */
            number: number;
            /**
             * Format: uuid
             * @description The operation it belongs to, if to one.
             */
            operation_id: string | null;
            /** @description Why the money moved. */
            reason: string;
            /**
             * Format: int64
             * @description The number of the transfer it belongs to.
             */
            transfer: number;
        };
        /**
         * @description `POST /pos/{pos_id}/cashiers`.
         * @example {
         *       "name": "Anna",
         *       "pin": "4711",
         *       "role": "cashier"
         *     }
         */
        AddCashier: {
            /** @description What people call this person. */
            name: string;
            /** @description 4 to 12 digits. */
            pin: string;
            /** @description What this person may do. */
            role: components["schemas"]["CashierRole"];
        };
        /**
         * @description `POST /pos/{id}/keys`.
         * @example {
         *       "currencies": [
         *         "GBP"
         *       ],
         *       "networks": [
         *         "192.0.2.0/24"
         *       ],
         *       "profile": "signed"
         *     }
         */
        AddKey: {
            /** @description What its logins tell of the balances. */
            balance_view?: components["schemas"]["BalanceView"];
            /** @description The currencies whose accounts it is shown; none named: all. */
            currencies?: components["schemas"]["CurrencyCode"][];
            /** @description The networks it may be used from, CIDR; none named: any. */
            networks?: string[];
            /** @description How its requests are authenticated; there is no default. */
            profile: components["schemas"]["Profile"];
            /**
             * Format: int32
             * @description How long the salts of a signed key are, bytes, if that is pinned.
             */
            salt_bytes?: number | null;
        };
        /**
         * @description `POST /tariffs`: a version of a tariff. The versions before it stay as they are.
         * @example {
         *       "commission": {
         *         "bands": [
         *           {
         *             "basis_points": 40,
         *             "from": "0.00"
         *           }
         *         ]
         *       },
         *       "currency": "GBP",
         *       "fee": {
         *         "bands": [
         *           {
         *             "basis_points": 100,
         *             "from": "0.00"
         *           },
         *           {
         *             "basis_points": 50,
         *             "from": "100.00"
         *           }
         *         ],
         *         "flat": "0.25",
         *         "max": "4.00"
         *       },
         *       "name": "Cash out",
         *       "tax_basis_points": 1600,
         *       "valid_from": "2026-02-01T00:00:00Z"
         *     }
         */
        AddTariff: {
            /** @description With codes asked for over this channel only. */
            channel?: components["schemas"]["Channel"];
            /** @description What the POS owner earns. */
            commission?: components["schemas"]["TariffSchedule"];
            /** @description The currency it is for. */
            currency: components["schemas"]["CurrencyCode"];
            /** @description What the customer pays on top of the cash. */
            fee?: components["schemas"]["TariffSchedule"];
            /**
             * Format: int32
             * @description From wallets of this KYC tier only.
             */
            kyc_tier?: number;
            /** @description What people call it. */
            name: string;
            /**
             * Format: uuid
             * @description At POS of this owner only.
             */
            owner_id?: string;
            /**
             * Format: int32
             * @description The part of the fee that is a levy the operator owes.
             */
            tax_basis_points?: number;
            /**
             * Format: date-time
             * @description The first instant it is in force; without one, at once.
             */
            valid_from?: string;
            /**
             * Format: date-time
             * @description The first instant it is not any more.
             */
            valid_to?: string;
        };
        /**
         * @description `POST /pos/{pos_id}/tills`.
         * @example {
         *       "name": "Front"
         *     }
         */
        AddTill: {
            /** @description What people call it. */
            name: string;
        };
        /**
         * @description An exact amount of one currency.
         * @example {
         *       "amount": "10.00",
         *       "currency": "GBP"
         *     }
         */
        Amount: {
            /** @description Decimal text with no more decimals than the currency has; never rounded. */
            amount: string;
            /**
             * @description The three capital letters of ISO 4217.
             * @enum {string}
             */
            currency: "ALL" | "DZD" | "ARS" | "AUD" | "BSD" | "BHD" | "BDT" | "AMD" | "BBD" | "BMD" | "BTN" | "BOB" | "BWP" | "BZD" | "SBD" | "BND" | "MMK" | "BIF" | "KHR" | "CAD" | "CVE" | "KYD" | "LKR" | "CLP" | "CNY" | "COP" | "KMF" | "CRC" | "HRK" | "CUP" | "CZK" | "DKK" | "DOP" | "SVC" | "ETB" | "ERN" | "FKP" | "FJD" | "DJF" | "GMD" | "GIP" | "GTQ" | "GNF" | "GYD" | "HTG" | "HNL" | "HKD" | "HUF" | "ISK" | "INR" | "IDR" | "IRR" | "IQD" | "ILS" | "JMD" | "JPY" | "XAD" | "KZT" | "JOD" | "KES" | "KPW" | "KRW" | "KWD" | "KGS" | "LAK" | "LBP" | "LSL" | "LRD" | "LYD" | "MOP" | "MWK" | "MYR" | "MVR" | "MUR" | "MXN" | "MNT" | "MDL" | "MAD" | "OMR" | "NAD" | "NPR" | "XCG" | "AWG" | "VUV" | "NZD" | "NIO" | "NGN" | "NOK" | "PKR" | "PAB" | "PGK" | "PYG" | "PEN" | "PHP" | "QAR" | "RUB" | "RWF" | "SHP" | "SAR" | "SCR" | "SLL" | "SGD" | "VND" | "SOS" | "ZAR" | "SSP" | "SZL" | "SEK" | "CHF" | "SYP" | "THB" | "TOP" | "TTD" | "AED" | "TND" | "UGX" | "MKD" | "EGP" | "GBP" | "TZS" | "USD" | "UYU" | "UZS" | "WST" | "YER" | "TWD" | "ZWG" | "SLE" | "VED" | "UYW" | "VES" | "MRU" | "STN" | "CUC" | "ZWL" | "BYN" | "TMT" | "GHS" | "SDG" | "UYI" | "RSD" | "MZN" | "AZN" | "RON" | "CHE" | "CHW" | "TRY" | "XAF" | "XCD" | "XOF" | "XPF" | "ZMW" | "SRD" | "MGA" | "COU" | "AFN" | "TJS" | "AOA" | "BGN" | "CDF" | "BAM" | "EUR" | "MXV" | "UAH" | "GEL" | "BOV" | "PLN" | "BRL" | "CLF" | "USN";
        };
        /**
         * @description `POST /wallets/{id}/codes`. At most one of `amount` and `max_amount`.
         * @example {
         *       "amount": {
         *         "amount": "10.00",
         *         "currency": "GBP"
         *       },
         *       "channel": "app",
         *       "pos_id": "z128ffb-11a5-11l9-93p5-1231a8maf28",
         *       "purpose": "withdraw"
         *     }
         */
        ArmCode: {
            amount?: components["schemas"]["Amount"] | null;
            /** @description Over what way it was asked for; never `offline`. */
            channel?: components["schemas"]["Channel"];
            max_amount?: components["schemas"]["Amount"] | null;
            /** @description Where it shall be good. */
            pos_id?: string | null;
            /** @description What it is for. */
            purpose?: components["schemas"]["Purpose"];
        };
        /**
         * @description An armed code: the only time its digits are told.
         * @example {
         *       "code": "876680",
         *       "code_id": "018bcfe5-9c77-7e10-8d2b-6a5c4b3d2c05",
         *       "expires_at": "2026-01-31T11:42:30.000Z",
         *       "fee": {
         *         "amount": "0.35",
         *         "currency": "GBP"
         *       },
         *       "server_time": "2026-01-31T11:42:07.250Z",
         *       "tariff_id": "018bcfe5-7c31-7a4e-9b0d-4e3f2a1b0c05",
         *       "total": {
         *         "amount": "10.35",
         *         "currency": "GBP"
         *       },
         *       "valid_from": "2026-01-31T11:42:00.000Z"
         *     }
         */
        ArmedCode: {
            /** @description The digits the customer reads to the cashier. */
            code: string;
            /**
             * Format: uuid
             * @description Its id.
             */
            code_id: string;
            /**
             * Format: date-time
             * @description The first instant it is dead.
             */
            expires_at: string;
            fee: components["schemas"]["Amount"] | null;
            /**
             * Format: date-time
             * @description The server's clock at the answer.
             */
            server_time: string;
            /**
             * Format: uuid
             * @description The version of the tariff that is fixed with the code; null where none is.
             */
            tariff_id: string | null;
            total: components["schemas"]["Amount"] | null;
            /**
             * Format: date-time
             * @description The first instant it is good.
             */
            valid_from: string;
        };
        /**
         * @description Which cases are listed.
         * @example open
         * @enum {string}
         */
        AskedCases: "open" | "all";
        /**
         * @description Which proposals are listed.
         * @example waiting
         * @enum {string}
         */
        AskedProposals: "waiting" | "all";
        /**
         * @description Which of its operations a POS asks for.
         * @example open
         * @enum {string}
         */
        AskedState: "open";
        /**
         * @description `POST /quotes`: what a withdrawal would cost now.
         * @example {
         *       "amount": {
         *         "amount": "10.00",
         *         "currency": "GBP"
         *       },
         *       "pos_id": "z128ffb-11a5-11l9-93p5-1231a8maf28",
         *       "wallet_id": "018bcfe5-687b-7fff-bfff-fffffffffc05"
         *     }
         */
        AskQuote: {
            /** @description Cash in hand. */
            amount: components["schemas"]["Amount"];
            /** @description Over what way the code would be asked for. */
            channel?: components["schemas"]["Channel"];
            /** @description At which POS. */
            pos_id: string;
            /**
             * Format: uuid
             * @description Whose wallet.
             */
            wallet_id: string;
        };
        /**
         * @description What a key's logins tell of the balances.
         * @example approved
         * @enum {string}
         */
        BalanceView: "full" | "approved" | "zero";
        /**
         * @description `GET /settlement/batches`.
         * @example {
         *       "after": "018bcfe5-9c77-7e10-8d2b-6a5c4b3d2c05",
         *       "limit": 50
         *     }
         */
        BatchesQuery: {
            /**
             * Format: uuid
             * @description Only batches begun after this one: the `next` of the page before.
             */
            after?: string | null;
            /**
             * Format: int64
             * @description Batches on the page, at most.
             * @default 50
             */
            limit: number | null;
        };
        /**
         * @description What a batch takes from one account: a POS's position, or the owner's commission.
         * @example {
         *       "account_id": "pos:018bcfe5-5b1d-7c3e-a1a4-7d1a2b3c4005:GBP",
         *       "after_entry": 12,
         *       "amount": {
         *         "amount": "310.00",
         *         "currency": "GBP"
         *       },
         *       "closing": {
         *         "amount": "1310.00",
         *         "currency": "GBP"
         *       },
         *       "float": {
         *         "amount": "1000.00",
         *         "currency": "GBP"
         *       },
         *       "last_entry": 31,
         *       "last_transfer": 4711,
         *       "line": 1,
         *       "opening": {
         *         "amount": "1000.00",
         *         "currency": "GBP"
         *       }
         *     }
         */
        BatchLine: {
            /** @description The account, as `/accounts` names it. */
            account_id: string;
            /**
             * Format: int64
             * @description The number of the last entry before the window; zero where there was none.
             */
            after_entry: number;
            /** @description The sum settled: the closing balance less the float in it. */
            amount: components["schemas"]["Amount"];
            /** @description Its balance at the cut-off: the opening and the entries between. */
            closing: components["schemas"]["Amount"];
            /** @description Of the closing balance, the float that the operator brought; no batch settles it. */
            float: components["schemas"]["Amount"];
            /**
             * Format: int64
             * @description The number of its last entry.
             */
            last_entry: number;
            /**
             * Format: int64
             * @description The transfer of its last entry: where the account's history is read from.
             */
            last_transfer: number;
            /**
             * Format: int32
             * @description Its number in the batch, from one.
             */
            line: number;
            /** @description The account's balance where its line before this one ended. */
            opening: components["schemas"]["Amount"];
        };
        /**
         * @description A page of a batch's lines.
         * @example {
         *       "lines": [
         *         {
         *           "account_id": "pos:018bcfe5-5b1d-7c3e-a1a4-7d1a2b3c4005:GBP",
         *           "after_entry": 12,
         *           "amount": {
         *             "amount": "310.00",
         *             "currency": "GBP"
         *           },
         *           "closing": {
         *             "amount": "1310.00",
         *             "currency": "GBP"
         *           },
         *           "float": {
         *             "amount": "1000.00",
         *             "currency": "GBP"
         *           },
         *           "last_entry": 31,
         *           "last_transfer": 4711,
         *           "line": 1,
         *           "opening": {
         *             "amount": "1000.00",
         *             "currency": "GBP"
         *           }
         *         }
         *       ],
         *       "next": null
         *     }
         */
        BatchLines: {
            /** @description The lines. */
            lines: components["schemas"]["BatchLine"][];
            /**
             * Format: int32
             * @description What to send as `after_line` for the page after this one; null on the last.
             */
            next: number | null;
        };
        /**
         * @description `GET /settlement/batches/{batch_id}/lines`.
         * @example {
         *       "after_line": 0,
         *       "limit": 50
         *     }
         */
        BatchLinesQuery: {
            /**
             * Format: int32
             * @description Only lines after this one: the `next` of the page before.
             */
            after_line?: number | null;
            /**
             * Format: int64
             * @description Lines on the page, at most.
             * @default 50
             */
            limit: number | null;
        };
        /**
         * @description What a batch waits for, or what became of it.
         * @example due
         * @enum {string}
         */
        BatchState: "taking" | "posting" | "due" | "confirmed" | "taking_back" | "failed" | "carried";
        /**
         * @description Who bears what a wallet could not pay back.
         * @example owner
         * @enum {string}
         */
        Bearer: "owner" | "loss";
        /**
         * @description The brake of a currency, as it is.
         * @example {
         *       "currency": "GBP",
         *       "is_slow": false,
         *       "slow": {
         *         "value_max": "20000.00"
         *       },
         *       "stop": {
         *         "value_max": "30000.00"
         *       },
         *       "used_count": 212,
         *       "used_value": "6120.00",
         *       "window_s": 3600
         *     }
         */
        Brake: {
            /** @description The currency. */
            currency: components["schemas"]["CurrencyCode"];
            /** @description Whether the last payout asked for found it above its slow level. */
            is_slow: boolean;
            /** @description Above it, only an even pace passes. */
            slow: components["schemas"]["BrakeLevel"];
            /** @description A payout that would go above it stops all payouts. */
            stop: components["schemas"]["BrakeLevel"];
            /**
             * Format: int32
             * @description Payouts that count now.
             */
            used_count: number;
            /** @description Their sum. */
            used_value: string;
            /**
             * Format: int32
             * @description The length of the rolling window.
             */
            window_s: number;
        };
        /**
         * @description One level of a brake.
         * @example {
         *       "value_max": "20000.00"
         *     }
         */
        BrakeLevel: {
            /**
             * Format: int32
             * @description The most payouts in the window.
             */
            count_max?: number;
            /** @description Their greatest sum. */
            value_max?: string;
        };
        /**
         * @description `GET /cases/{operation_id}`.
         * @example {
         *       "amount": {
         *         "amount": "10.00",
         *         "currency": "GBP"
         *       },
         *       "assigned_to": "A. Person",
         *       "closed_at": null,
         *       "due_at": null,
         *       "evidence": [
         *         {
         *           "amount": null,
         *           "approved_by": null,
         *           "at": "2026-01-31T11:47:30.000Z",
         *           "closing": null,
         *           "command": 90210,
         *           "erased": false,
         *           "outcome": null,
         *           "person": null,
         *           "rule": null,
         *           "text": null,
         *           "what": "expired"
         *         }
         *       ],
         *       "kind": "unconfirmed",
         *       "left_out": 0,
         *       "level": 0,
         *       "opened_at": "2026-01-31T11:47:30.000Z",
         *       "operation_id": "018bcfe5-9a40-7b2d-9c3e-2f6d1e5a8c05",
         *       "pos_id": "z128ffb-11a5-11l9-93p5-1231a8maf28",
         *       "state": "open",
         *       "wallet_id": "018bcfe5-687b-7fff-bfff-fffffffffc05",
         *       "withdrawal": {
         *         "account_id": "64e4a964-53b5-11e9-8495-02f0df928b",
         *         "amount": {
         *           "amount": "10.00",
         *           "currency": "GBP"
         *         },
         *         "assumed": false,
         *         "commission": {
         *           "amount": "0.00",
         *           "currency": "GBP"
         *         },
         *         "fee": {
         *           "amount": "0.00",
         *           "currency": "GBP"
         *         },
         *         "fee_kept": {
         *           "amount": "0.00",
         *           "currency": "GBP"
         *         },
         *         "held": {
         *           "amount": "10.00",
         *           "currency": "GBP"
         *         },
         *         "made_at": "2026-01-31T11:42:30.000Z",
         *         "operation_id": "018bcfe5-9a40-7b2d-9c3e-2f6d1e5a8c05",
         *         "owner_id": "018bcfe5-5b1d-7c3e-a1a4-7d1a2b3c4005",
         *         "paid": {
         *           "amount": "0.00",
         *           "currency": "GBP"
         *         },
         *         "paid_late": {
         *           "amount": "0.00",
         *           "currency": "GBP"
         *         },
         *         "pos_id": "z128ffb-11a5-11l9-93p5-1231a8maf28",
         *         "returned": {
         *           "amount": "0.00",
         *           "currency": "GBP"
         *         },
         *         "state": "unconfirmed",
         *         "tariff_id": null,
         *         "tax_kept": {
         *           "amount": "0.00",
         *           "currency": "GBP"
         *         },
         *         "transaction_id": "018bcfe5-9c77-7e10-8d2b-6a5c4b3d2c05",
         *         "wallet_id": "018bcfe5-687b-7fff-bfff-fffffffffc05"
         *       }
         *     }
         */
        Case: components["schemas"]["CaseLine"] & {
            /** @description What is known, the oldest first. */
            evidence: components["schemas"]["CaseEvidence"][];
            /**
             * Format: int32
             * @description How many more pieces of evidence found no room; they are in the journal.
             */
            left_out: number;
            withdrawal: components["schemas"]["Withdrawal"] | null;
        };
        /**
         * @description One thing that is known of a case.
         * @example {
         *       "amount": null,
         *       "approved_by": null,
         *       "at": "2026-01-31T11:47:30.000Z",
         *       "closing": null,
         *       "command": 90210,
         *       "erased": false,
         *       "outcome": null,
         *       "person": null,
         *       "rule": null,
         *       "text": null,
         *       "what": "expired"
         *     }
         */
        CaseEvidence: {
            amount: components["schemas"]["Amount"] | null;
            /** @description Who approved that. */
            approved_by: string | null;
            /**
             * Format: date-time
             * @description When it came.
             */
            at: string;
            /** @description What two people found when they closed it. */
            closing: string | null;
            /**
             * Format: int64
             * @description The number of the command that brought it: its proof in the journal.
             */
            command: number;
            /** @description Whether a text was erased. */
            erased: boolean;
            outcome: components["schemas"]["CashOutcome"] | null;
            /** @description Who wrote it, or who owns the case from here on. */
            person: string | null;
            /** @description The rule or the law by which it happened. */
            rule: string | null;
            /** @description What was written; null also where it was erased with the customer's personal data. */
            text: string | null;
            /** @description What it is. */
            what: components["schemas"]["EvidenceKind"];
        };
        /**
         * @description Why a case was opened; the more serious ones last.
         * @example unconfirmed
         * @enum {string}
         */
        CaseKind: "unconfirmed" | "late_word" | "cash_without_withdrawal" | "deposit_short" | "paid_late" | "disputed";
        /**
         * @description A case as a list shows it. An operation has at most one, named by the operation.
         * @example {
         *       "amount": {
         *         "amount": "10.00",
         *         "currency": "GBP"
         *       },
         *       "assigned_to": "A. Person",
         *       "closed_at": null,
         *       "due_at": null,
         *       "kind": "unconfirmed",
         *       "level": 0,
         *       "opened_at": "2026-01-31T11:47:30.000Z",
         *       "operation_id": "018bcfe5-9a40-7b2d-9c3e-2f6d1e5a8c05",
         *       "pos_id": "z128ffb-11a5-11l9-93p5-1231a8maf28",
         *       "state": "open",
         *       "wallet_id": "018bcfe5-687b-7fff-bfff-fffffffffc05"
         *     }
         */
        CaseLine: {
            amount: components["schemas"]["Amount"] | null;
            /** @description Who owns it; null while nobody does. */
            assigned_to: string | null;
            /**
             * Format: date-time
             * @description When it was closed; null while it is open.
             */
            closed_at: string | null;
            /**
             * Format: date-time
             * @description When its rule does the next step; null where none is to come.
             */
            due_at: string | null;
            /** @description The most serious reason for it. */
            kind: components["schemas"]["CaseKind"];
            /**
             * Format: int32
             * @description How often somebody higher was told.
             */
            level: number;
            /**
             * Format: date-time
             * @description When it was opened, or opened anew.
             */
            opened_at: string;
            /**
             * Format: uuid
             * @description The operation it is about.
             */
            operation_id: string;
            /** @description The POS. */
            pos_id: string;
            /** @description Whether it waits for somebody. */
            state: components["schemas"]["CaseState"];
            /**
             * Format: uuid
             * @description The customer's wallet.
             */
            wallet_id: string;
        };
        /**
         * @description A page of cases, in the order their operations began.
         * @example {
         *       "cases": [
         *         {
         *           "amount": {
         *             "amount": "10.00",
         *             "currency": "GBP"
         *           },
         *           "assigned_to": "A. Person",
         *           "closed_at": null,
         *           "due_at": null,
         *           "kind": "unconfirmed",
         *           "level": 0,
         *           "opened_at": "2026-01-31T11:47:30.000Z",
         *           "operation_id": "018bcfe5-9a40-7b2d-9c3e-2f6d1e5a8c05",
         *           "pos_id": "z128ffb-11a5-11l9-93p5-1231a8maf28",
         *           "state": "open",
         *           "wallet_id": "018bcfe5-687b-7fff-bfff-fffffffffc05"
         *         }
         *       ],
         *       "next": null
         *     }
         */
        Cases: {
            /** @description The cases. */
            cases: components["schemas"]["CaseLine"][];
            /** @description What to send as `after` for the page after this one; null on the last. */
            next: string | null;
        };
        /**
         * @description `GET /cases`.
         * @example {
         *       "limit": 50,
         *       "state": "open"
         *     }
         */
        CasesQuery: {
            /**
             * Format: uuid
             * @description Only cases of operations begun after this one: the `next` of the page before.
             */
            after?: string | null;
            /**
             * Format: int64
             * @description Cases on the page, at most.
             * @default 50
             */
            limit: number | null;
            /** @description Which cases. */
            state?: components["schemas"]["AskedCases"];
        };
        /**
         * @description Whether a case waits for somebody.
         * @example open
         * @enum {string}
         */
        CaseState: "open" | "closed";
        /**
         * @description A cashier.
         * @example {
         *       "active": true,
         *       "cashier_id": "018bcfe5-5b1d-7c3e-a1a4-7d1a2b3c4005",
         *       "locked": false,
         *       "name": "Anna",
         *       "role": "cashier"
         *     }
         */
        Cashier: {
            /** @description Whether this person still works here. */
            active: boolean;
            /**
             * Format: uuid
             * @description Its id.
             */
            cashier_id: string;
            /** @description Locked after too many wrong PINs. */
            locked: boolean;
            /** @description What people call this person. */
            name: string;
            /** @description What this person may do. */
            role: components["schemas"]["CashierRole"];
        };
        /**
         * @description What a cashier may do.
         * @example cashier
         * @enum {string}
         */
        CashierRole: "cashier" | "supervisor";
        /**
         * @description `GET /pos/{pos_id}/cashiers`.
         * @example {
         *       "cashiers": [
         *         {
         *           "active": true,
         *           "cashier_id": "018bcfe5-5b1d-7c3e-a1a4-7d1a2b3c4005",
         *           "locked": false,
         *           "name": "Anna",
         *           "role": "cashier"
         *         }
         *       ]
         *     }
         */
        Cashiers: {
            /** @description The cashiers, in the order they were registered. */
            cashiers: components["schemas"]["Cashier"][];
        };
        /**
         * @description The cash of a POS in one currency, by the cash book.
         * @example {
         *       "missing": {
         *         "amount": "5.00",
         *         "currency": "GBP"
         *       },
         *       "tills": {
         *         "amount": "100.00",
         *         "currency": "GBP"
         *       },
         *       "vault": {
         *         "amount": "400.00",
         *         "currency": "GBP"
         *       }
         *     }
         */
        CashLine: {
            /** @description Missing by its counts; below zero, there was too much. */
            missing: components["schemas"]["Amount"];
            /** @description In its tills. */
            tills: components["schemas"]["Amount"];
            /** @description In its vault. */
            vault: components["schemas"]["Amount"];
        };
        /**
         * @description What became of the cash.
         * @example partial
         * @enum {string}
         */
        CashOutcome: "dispensed" | "not_dispensed" | "partial" | "unknown";
        /**
         * @description `GET` and `POST /currencies/{currency}/cash-rules`.
         * @example {
         *       "denominations": [
         *         "50.00",
         *         "20.00",
         *         "10.00",
         *         "5.00"
         *       ],
         *       "variance_alert": "1.00"
         *     }
         */
        CashRules: {
            /** @description Its notes and coins, decimal texts, each once. */
            denominations: string[];
            /** @description A closing count that differs by more than this waits for an explanation. */
            variance_alert: string;
        };
        /**
         * @description `POST /cashiers/{cashier_id}`. At least one of the two.
         * @example {
         *       "pin": "1174"
         *     }
         */
        ChangeCashier: {
            /** @description Whether this person still works here. */
            active?: boolean;
            /** @description A new PIN, 4 to 12 digits; it also unlocks. */
            pin?: string;
        };
        /**
         * @description Over what way a customer asked for a code.
         * @example app
         * @enum {string}
         */
        Channel: "app" | "sms" | "ussd" | "offline";
        /**
         * @description `POST /tills/{till_id}/close`: the operator counted.
         * @example {
         *       "counts": [
         *         {
         *           "currency": "GBP",
         *           "notes": [
         *             {
         *               "count": 5,
         *               "denomination": "20.00"
         *             }
         *           ]
         *         }
         *       ]
         *     }
         */
        CloseTill: {
            /** @description What is in the till. */
            counts: components["schemas"]["TillCount"][];
        };
        /**
         * @description What two people find of a case.
         * @example return
         * @enum {string}
         */
        Closing: "pay" | "return" | "part" | "credit_pos" | "write_off" | "as_it_is";
        /**
         * @description `POST /settlement/batches/{batch_id}/confirm`.
         * @example {
         *       "payment": "FPS 2026-01-31 0042"
         *     }
         */
        ConfirmBatch: {
            /** @description What the bank calls the payment. */
            payment: string;
        };
        /**
         * @description Notes or coins of one denomination.
         * @example {
         *       "count": 6,
         *       "denomination": "1.00"
         *     }
         */
        CountedNotes: {
            /**
             * Format: int32
             * @description How many left the drawer.
             */
            count: number;
            /** @description What one is worth, in the currency of the withdrawal. */
            denomination: string;
        };
        /**
         * @description `POST /pos/tills/{till_id}/open` and `…/close`.
         * @example {
         *       "cashier_id": "018bcfe5-5b1d-7c3e-a1a4-7d1a2b3c4005",
         *       "counts": [
         *         {
         *           "currency": "GBP",
         *           "notes": [
         *             {
         *               "count": 5,
         *               "denomination": "20.00"
         *             }
         *           ]
         *         }
         *       ],
         *       "pin": "4711"
         *     }
         */
        CountTill: {
            /**
             * Format: uuid
             * @description Who counted.
             */
            cashier_id: string;
            /** @description What is in the till. */
            counts: components["schemas"]["TillCount"][];
            /** @description The PIN. */
            pin: string;
        };
        /**
         * @description The three capital letters of ISO 4217.
         * @example GBP
         * @enum {string}
         */
        CurrencyCode: "ALL" | "DZD" | "ARS" | "AUD" | "BSD" | "BHD" | "BDT" | "AMD" | "BBD" | "BMD" | "BTN" | "BOB" | "BWP" | "BZD" | "SBD" | "BND" | "MMK" | "BIF" | "KHR" | "CAD" | "CVE" | "KYD" | "LKR" | "CLP" | "CNY" | "COP" | "KMF" | "CRC" | "HRK" | "CUP" | "CZK" | "DKK" | "DOP" | "SVC" | "ETB" | "ERN" | "FKP" | "FJD" | "DJF" | "GMD" | "GIP" | "GTQ" | "GNF" | "GYD" | "HTG" | "HNL" | "HKD" | "HUF" | "ISK" | "INR" | "IDR" | "IRR" | "IQD" | "ILS" | "JMD" | "JPY" | "XAD" | "KZT" | "JOD" | "KES" | "KPW" | "KRW" | "KWD" | "KGS" | "LAK" | "LBP" | "LSL" | "LRD" | "LYD" | "MOP" | "MWK" | "MYR" | "MVR" | "MUR" | "MXN" | "MNT" | "MDL" | "MAD" | "OMR" | "NAD" | "NPR" | "XCG" | "AWG" | "VUV" | "NZD" | "NIO" | "NGN" | "NOK" | "PKR" | "PAB" | "PGK" | "PYG" | "PEN" | "PHP" | "QAR" | "RUB" | "RWF" | "SHP" | "SAR" | "SCR" | "SLL" | "SGD" | "VND" | "SOS" | "ZAR" | "SSP" | "SZL" | "SEK" | "CHF" | "SYP" | "THB" | "TOP" | "TTD" | "AED" | "TND" | "UGX" | "MKD" | "EGP" | "GBP" | "TZS" | "USD" | "UYU" | "UZS" | "WST" | "YER" | "TWD" | "ZWG" | "SLE" | "VED" | "UYW" | "VES" | "MRU" | "STN" | "CUC" | "ZWL" | "BYN" | "TMT" | "GHS" | "SDG" | "UYI" | "RSD" | "MZN" | "AZN" | "RON" | "CHE" | "CHW" | "TRY" | "XAF" | "XCD" | "XOF" | "XPF" | "ZMW" | "SRD" | "MGA" | "COU" | "AFN" | "TJS" | "AOA" | "BGN" | "CDF" | "BAM" | "EUR" | "MXV" | "UAH" | "GEL" | "BOV" | "PLN" | "BRL" | "CLF" | "USN";
        /**
         * @description `POST /settlement/batches`.
         * @example {
         *       "currency": "GBP",
         *       "owner_id": "018bcfe5-5b1d-7c3e-a1a4-7d1a2b3c4005"
         *     }
         */
        CutBatch: {
            /** @description ISO 4217. */
            currency: components["schemas"]["CurrencyCode"];
            /**
             * Format: uuid
             * @description The POS owner.
             */
            owner_id: string;
        };
        /**
         * @description Success.
         * @example {
         *       "data": {
         *         "metadata": {
         *           "receipt": "A-17"
         *         },
         *         "transaction_id": "018bcfe5-9c77-7e10-8d2b-6a5c4b3d2c05"
         *       },
         *       "status": {
         *         "error_code": "",
         *         "message": "",
         *         "operation_id": "018bcfe5-9a40-7b2d-9c3e-2f6d1e5a8c05",
         *         "response_code": "",
         *         "status": "SUCCESS"
         *       }
         *     }
         */
        DepositAnswer: {
            data: components["schemas"]["DepositData"];
            status: components["schemas"]["Status"] & {
                /** @constant */
                error_code?: "";
                /** @constant */
                status?: "SUCCESS";
            };
        };
        /**
         * @description The body a deposit may have. Members we do not know are the POS's own business.
         * @example {
         *       "metadata": {
         *         "receipt": "A-17"
         *       }
         *     }
         */
        DepositBody: {
            /** @description An object of the POS's own. */
            metadata?: Record<string, never> | null;
        };
        /**
         * @description What a deposit answers.
         * @example {
         *       "metadata": {
         *         "receipt": "A-17"
         *       },
         *       "transaction_id": "018bcfe5-9c77-7e10-8d2b-6a5c4b3d2c05"
         *     }
         */
        DepositData: {
            /** @description What the POS sent with it, byte for byte but for white space; else `{}`. */
            metadata: Record<string, never>;
            /**
             * Format: uuid
             * @description The deposit.
             */
            transaction_id: string;
        };
        /**
         * @description `GET /accounts/{id}/entries`.
         * @example {
         *       "from": 51,
         *       "limit": 50
         *     }
         */
        EntriesQuery: {
            /**
             * Format: int64
             * @description The transfer of the first line wanted: the `next` of the page before; without it, the newest.
             */
            from?: number | null;
            /**
             * Format: int64
             * @description Lines on the page, at most.
             * @default 50
             */
            limit: number | null;
        };
        /**
         * @description An error. There is no `data`.
         * @example {
         *       "status": {
         *         "error_code": "NOT_ENOUGH_FUNDS",
         *         "message": "The account does not hold this sum and its fee: ask for less. The session stays usable.",
         *         "operation_id": "018bcfe5-9a40-7b2d-9c3e-2f6d1e5a8c05",
         *         "response_code": "NOT_ENOUGH_FUNDS",
         *         "status": "ERROR"
         *       }
         *     }
         */
        ErrorAnswer: {
            status: components["schemas"]["Status"] & {
                error_code?: unknown;
                /** @constant */
                status?: "ERROR";
            };
        };
        /**
         * @description What a piece of evidence is.
         * @example expired
         * @enum {string}
         */
        EvidenceKind: "expired" | "told" | "reversed" | "logged_out" | "disputed" | "note" | "assigned" | "escalated" | "assumed" | "reversed_by_law" | "compensated" | "closed_by_people";
        /**
         * @description `POST /till-sessions/{till_session_id}/explanations`.
         * @example {
         *       "currency": "GBP",
         *       "explanation": "A torn note."
         *     }
         */
        ExplainVariance: {
            /** @description The currency that differed. */
            currency: components["schemas"]["CurrencyCode"];
            /** @description What it is put down to. */
            explanation: string;
        };
        /**
         * @description `POST /settlement/batches/{batch_id}/fail`.
         * @example {
         *       "reason": "The account is closed."
         *     }
         */
        FailBatch: {
            /** @description Why the payment failed, or was sent back. */
            reason: string;
        };
        /**
         * @description What a top-up and a prefunding answer.
         * @example {
         *       "amount": {
         *         "amount": "25.00",
         *         "currency": "GBP"
         *       },
         *       "balance": {
         *         "amount": "214.00",
         *         "currency": "GBP"
         *       },
         *       "funding_id": "018bcfe5-9c77-7e10-8d2b-6a5c4b3d2c05"
         *     }
         */
        Funding: {
            /** @description How much. */
            amount: components["schemas"]["Amount"];
            /** @description The account's balance, or the POS's position, right after it. */
            balance: components["schemas"]["Amount"];
            /**
             * Format: uuid
             * @description Its id.
             */
            funding_id: string;
        };
        /**
         * @description `POST /pos/tills/{till_id}/handover`.
         * @example {
         *       "cashier_id": "018bcfe5-5b1d-7c3e-a1a4-7d1a2b3c4005",
         *       "counts": [
         *         {
         *           "currency": "GBP",
         *           "notes": [
         *             {
         *               "count": 5,
         *               "denomination": "20.00"
         *             }
         *           ]
         *         }
         *       ],
         *       "pin": "4711",
         *       "to": {
         *         "cashier_id": "018bcfe5-687b-7fff-bfff-fffffffffc05",
         *         "pin": "1147"
         *       }
         *     }
         */
        HandOverTill: {
            /**
             * Format: uuid
             * @description Who answers for it so far.
             */
            cashier_id: string;
            /** @description What both counted. */
            counts: components["schemas"]["TillCount"][];
            /** @description The PIN. */
            pin: string;
            /** @description Who will. */
            to: components["schemas"]["OtherSign"];
        };
        /**
         * @description An exact amount as a JSON number: `189` for 189.00, `189.5` for 189.50.
         * @example 189
         */
        JsonNumber: number;
        /**
         * @description `POST /wallets/{id}/kyc-tier`, and its answer.
         * @example {
         *       "kyc_tier": 2
         *     }
         */
        KycTier: {
            /**
             * Format: int32
             * @description How well the operator knows the customer; what each tier means is the operator's.
             */
            kyc_tier: number;
        };
        /**
         * @description A limit: which one, and how much it lets pass. What is not named is not bounded.
         * @example {
         *       "action": "withdraw",
         *       "count_max": 10,
         *       "currency": "GBP",
         *       "scope": "wallet",
         *       "value_max": "500.00",
         *       "window_s": 86400
         *     }
         */
        Limit: {
            /** @description What it limits. */
            action: components["schemas"]["LimitedAction"];
            /**
             * Format: int32
             * @description The most operations in the window.
             */
            count_max?: number;
            /** @description The currency it is about. */
            currency: components["schemas"]["CurrencyCode"];
            /** @description What the sum of each operation must be a multiple of. */
            multiple_of?: string;
            /** @description For whom. */
            scope: components["schemas"]["LimitScope"];
            /** @description The wallet, POS or owner it is about; with these scopes alone, and without it for each of them. */
            subject?: string;
            /**
             * Format: int32
             * @description The tier; with the scope `tier`, and only with it.
             */
            tier?: number;
            /** @description The greatest sum in the window, or of each operation. */
            value_max?: string;
            /** @description The least sum of each operation. */
            value_min?: string;
            /**
             * Format: int32
             * @description The length of its rolling window; zero: each operation by itself.
             */
            window_s: number;
        };
        /**
         * @description What a limit limits.
         * @example withdraw
         * @enum {string}
         */
        LimitedAction: "withdraw" | "deposit";
        /**
         * @description All limits in force.
         * @example {
         *       "brakes": [
         *         {
         *           "currency": "GBP",
         *           "is_slow": false,
         *           "slow": {
         *             "value_max": "20000.00"
         *           },
         *           "stop": {
         *             "value_max": "30000.00"
         *           },
         *           "used_count": 212,
         *           "used_value": "6120.00",
         *           "window_s": 3600
         *         }
         *       ],
         *       "ceilings": [
         *         {
         *           "action": "withdraw",
         *           "currency": "GBP",
         *           "scope": "deployment",
         *           "value_max": "1000.00",
         *           "window_s": 0
         *         }
         *       ],
         *       "limits": [
         *         {
         *           "action": "withdraw",
         *           "count_max": 10,
         *           "currency": "GBP",
         *           "scope": "wallet",
         *           "value_max": "500.00",
         *           "window_s": 86400
         *         }
         *       ],
         *       "payouts_stopped": null
         *     }
         */
        Limits: {
            /** @description The brakes, one a currency. */
            brakes: components["schemas"]["Brake"][];
            /** @description What the configuration file has set, out of this API's reach. */
            ceilings: components["schemas"]["Limit"][];
            /** @description What the operator has set. */
            limits: components["schemas"]["Limit"][];
            /** @description Why payouts are stopped; null while they are not. */
            payouts_stopped: string | null;
        };
        /**
         * @description For whom a limit counts: each by itself, unless one is named.
         * @example wallet
         * @enum {string}
         */
        LimitScope: "deployment" | "wallet" | "pos" | "owner" | "wallet_at_pos" | "tier";
        /**
         * @description How much of a limit has been used.
         * @example {
         *       "is_ceiling": false,
         *       "limit": {
         *         "action": "withdraw",
         *         "count_max": 10,
         *         "currency": "GBP",
         *         "scope": "wallet",
         *         "value_max": "500.00",
         *         "window_s": 86400
         *       },
         *       "used_count": 2,
         *       "used_value": "60.00"
         *     }
         */
        LimitUsage: {
            /** @description Whether it is the configuration file's. */
            is_ceiling: boolean;
            /**
             * @description The limit.
             * @default 50
             */
            limit: components["schemas"]["Limit"];
            /**
             * Format: int32
             * @description Operations that count now.
             */
            used_count: number;
            /** @description Their sum. */
            used_value: string;
        };
        /**
         * @description `GET /limits/usage`: whose. Without anybody, all together.
         * @example {
         *       "wallet_id": "018bcfe5-687b-7fff-bfff-fffffffffc05"
         *     }
         */
        LimitUsageQuery: {
            /** @description This POS's, and its owner's. */
            pos_id?: string | null;
            /**
             * Format: uuid
             * @description This wallet's.
             */
            wallet_id?: string | null;
        };
        /**
         * @description How much has been used of each limit with a window that concerns somebody.
         * @example {
         *       "usages": [
         *         {
         *           "is_ceiling": false,
         *           "limit": {
         *             "action": "withdraw",
         *             "count_max": 10,
         *             "currency": "GBP",
         *             "scope": "wallet",
         *             "value_max": "500.00",
         *             "window_s": 86400
         *           },
         *           "used_count": 2,
         *           "used_value": "60.00"
         *         }
         *       ]
         *     }
         */
        LimitUsages: {
            /** @description One line a limit. */
            usages: components["schemas"]["LimitUsage"][];
        };
        /**
         * @description Success.
         * @example {
         *       "data": {
         *         "accounts": [
         *           {
         *             "account_alias": "GBP",
         *             "account_balance": 189,
         *             "account_currency": "GBP",
         *             "account_currency_symbol": "£",
         *             "account_id": "64e4a964-53b5-11e9-8495-02f0df928b"
         *           }
         *         ],
         *         "operation_id": "018bcfe5-9a40-7b2d-9c3e-2f6d1e5a8c05",
         *         "token_id": "0f9b5b3e-1111-2222-3333-444455556666"
         *       },
         *       "status": {
         *         "error_code": "",
         *         "message": "",
         *         "operation_id": "018bcfe5-9a40-7b2d-9c3e-2f6d1e5a8c05",
         *         "response_code": "",
         *         "status": "SUCCESS"
         *       }
         *     }
         */
        LoginAnswer: {
            data: components["schemas"]["LoginData"];
            status: components["schemas"]["Status"] & {
                /** @constant */
                error_code?: "";
                /** @constant */
                status?: "SUCCESS";
            };
        };
        /**
         * @description What a login answers.
         * @example {
         *       "accounts": [
         *         {
         *           "account_alias": "GBP",
         *           "account_balance": 189,
         *           "account_currency": "GBP",
         *           "account_currency_symbol": "£",
         *           "account_id": "64e4a964-53b5-11e9-8495-02f0df928b"
         *         }
         *       ],
         *       "operation_id": "018bcfe5-9a40-7b2d-9c3e-2f6d1e5a8c05",
         *       "token_id": "0f9b5b3e-1111-2222-3333-444455556666"
         *     }
         */
        LoginData: {
            /** @description The accounts this key is shown. */
            accounts: components["schemas"]["SessionAccount"][];
            /**
             * Format: uuid
             * @description The session's operation, for the header of that name.
             */
            operation_id: string;
            /** @description The session's token, for the header of that name. */
            token_id: string;
        };
        /**
         * @description `POST /pos/tills/{till_id}/move`.
         * @example {
         *       "cashier_id": "018bcfe5-5b1d-7c3e-a1a4-7d1a2b3c4005",
         *       "currency": "GBP",
         *       "notes": [
         *         {
         *           "count": 2,
         *           "denomination": "20.00"
         *         }
         *       ],
         *       "pin": "4711",
         *       "way": "to_vault"
         *     }
         */
        MoveCash: {
            /**
             * Format: uuid
             * @description Who answers for the till.
             */
            cashier_id: string;
            /** @description The currency. */
            currency: components["schemas"]["CurrencyCode"];
            /** @description The notes and coins. */
            notes: components["schemas"]["CountedNotes"][];
            /** @description The PIN. */
            pin: string;
            /** @description With `to_till`: the word of its cashier. */
            to?: components["schemas"]["OtherSign"];
            /**
             * Format: uuid
             * @description With `to_till`: which one.
             */
            to_till_id?: string;
            /** @description Where the cash comes from or goes to. */
            way: components["schemas"]["MoveWay"];
        };
        /**
         * @description `POST /pos/{id}/float-moves`.
         * @example {
         *       "amount": {
         *         "amount": "100.00",
         *         "currency": "GBP"
         *       },
         *       "to_pos_id": "018bcfe5-687b-7fff-bfff-fffffffffc05"
         *     }
         */
        MoveFloat: {
            /** @description How much. */
            amount: components["schemas"]["Amount"];
            /** @description To which POS, of the same owner. */
            to_pos_id: string;
        };
        /**
         * @description Where moved cash comes from or goes to.
         * @example to_vault
         * @enum {string}
         */
        MoveWay: "from_vault" | "to_vault" | "to_till";
        /**
         * @description A POS near a point.
         * @example {
         *       "metres": 420,
         *       "name": "Mill Lane News",
         *       "place": {
         *         "hours": "Mo-Sa 8-20",
         *         "latitude": "51.507400",
         *         "longitude": "-0.127800",
         *         "town": "London"
         *       },
         *       "pos_id": "z128ffb-11a5-11l9-93p5-1231a8maf28",
         *       "takes_in": true
         *     }
         */
        NearPos: {
            /**
             * Format: int32
             * @description How far, metres.
             */
            metres: number;
            /** @description What people call it. */
            name: string;
            /** @description Where it is. */
            place: components["schemas"]["Place"];
            /** @description The POS. */
            pos_id: string;
            /** @description Whether it can take so much cash in. */
            takes_in: boolean;
        };
        /**
         * @description POS near a point, the nearest first.
         * @example {
         *       "pos": [
         *         {
         *           "metres": 420,
         *           "name": "Mill Lane News",
         *           "place": {
         *             "hours": "Mo-Sa 8-20",
         *             "latitude": "51.507400",
         *             "longitude": "-0.127800",
         *             "town": "London"
         *           },
         *           "pos_id": "z128ffb-11a5-11l9-93p5-1231a8maf28",
         *           "takes_in": true
         *         }
         *       ]
         *     }
         */
        NearPosList: {
            /** @description They. */
            pos: components["schemas"]["NearPos"][];
        };
        /**
         * @description `GET /pos/near`: near which point, for how much.
         * @example {
         *       "amount": "20.00",
         *       "currency": "GBP",
         *       "lat": "51.51",
         *       "lon": "-0.13"
         *     }
         */
        NearQuery: {
            /** @description How much; zero when it does not matter. */
            amount?: string | null;
            /** @description In which currency. */
            currency: components["schemas"]["CurrencyCode"];
            /** @description Degrees north of the equator. */
            lat: string;
            /**
             * Format: int64
             * @description POS in the answer, at most 50.
             * @default 50
             */
            limit: number | null;
            /** @description Degrees east of Greenwich. */
            lon: string;
        };
        /**
         * @description `POST /wallets/{id}/accounts`, and a line of [`OpenWallet`].
         * @example {
         *       "alias": "Savings",
         *       "currency": "KWD"
         *     }
         */
        NewAccount: {
            /** @description The id it has elsewhere. */
            account_id?: string | null;
            /** @description The name shown for it, if not the currency's code. */
            alias?: string | null;
            /** @description Its currency. */
            currency: components["schemas"]["CurrencyCode"];
        };
        /**
         * @description `POST /wallets/{id}/topups` and `POST /pos/{id}/prefundings`.
         * @example {
         *       "amount": {
         *         "amount": "25.00",
         *         "currency": "GBP"
         *       }
         *     }
         */
        NewFunding: {
            /** @description How much. */
            amount: components["schemas"]["Amount"];
        };
        /**
         * @description A new operator key: the only time it is told.
         * @example {
         *       "operator_key": "sok_shown_this_once",
         *       "operator_key_id": "018bcfe5-6a11-7d20-8a3b-5c4d3e2f1a05",
         *       "person": "A. Person",
         *       "role": "finance"
         *     }
         */
        NewOperatorKey: {
            /** @description The bearer key. */
            operator_key: string;
            /**
             * Format: uuid
             * @description Its public name.
             */
            operator_key_id: string;
            /** @description Who will bear it. */
            person: string;
            /** @description What it allows. */
            role: components["schemas"]["Role"];
        };
        /**
         * @description `POST /cases/{operation_id}/notes`. At least one of the two.
         * @example {
         *       "assign_to": "A. Person",
         *       "text": "The till counted ten pounds too much."
         *     }
         */
        NoteCase: {
            /** @description Who owns the case from now on. */
            assign_to?: string;
            /** @description What was found. It is kept under the customer's own key, and forgotten with her. */
            text?: string;
        };
        /**
         * @description An enrolled offline device: the only time its seed is told.
         * @example {
         *       "digits": 8,
         *       "period_s": 30,
         *       "seed": "GEZDGNBVGY3TQOJQGEZDGNBVGY3TQOJQ",
         *       "uri": "otpauth://totp/Specie:018bcfe5-687b-7fff-bfff-fffffffffc05?secret=GEZDGNBVGY3TQOJQGEZDGNBVGY3TQOJQ&issuer=Specie&algorithm=SHA1&digits=8&period=30"
         *     }
         */
        OfflineDevice: {
            /**
             * Format: int32
             * @description Digits of its codes.
             */
            digits: number;
            /**
             * Format: int32
             * @description How long it shows each, seconds (RFC 6238, HMAC-SHA-1).
             */
            period_s: number;
            /** @description The seed, in Base32 without padding (RFC 4648). */
            seed: string;
            /** @description The same for an authenticator app, as `otpauth://`. */
            uri: string;
        };
        /**
         * @description What becomes of a POS's cash of which nobody says anything.
         * @example assume_dispensed
         * @enum {string}
         */
        OnExpiry: "case" | "assume_dispensed";
        /**
         * @description A page of open operations, the oldest first.
         * @example {
         *       "next": null,
         *       "operations": [
         *         {
         *           "amount": {
         *             "amount": "10.00",
         *             "currency": "GBP"
         *           },
         *           "do": "hand_out",
         *           "held": {
         *             "amount": "10.00",
         *             "currency": "GBP"
         *           },
         *           "operation_id": "018bcfe5-9a40-7b2d-9c3e-2f6d1e5a8c05",
         *           "paid": {
         *             "amount": "0.00",
         *             "currency": "GBP"
         *           },
         *           "returned": {
         *             "amount": "0.00",
         *             "currency": "GBP"
         *           },
         *           "state": "pending"
         *         }
         *       ]
         *     }
         */
        OpenOperations: {
            /** @description What to send as `after` for the page after this one; null on the last. */
            next: string | null;
            /** @description The operations. */
            operations: components["schemas"]["Operation"][];
        };
        /**
         * @description `GET /pos/operations`.
         * @example {
         *       "limit": 50,
         *       "state": "open"
         *     }
         */
        OpenOperationsQuery: {
            /**
             * Format: uuid
             * @description Only operations begun after this one: the `next` of the page before.
             */
            after?: string | null;
            /**
             * Format: int64
             * @description Operations on the page, at most.
             * @default 50
             */
            limit: number | null;
            /** @description Which operations. */
            state: components["schemas"]["AskedState"];
        };
        /**
         * @description `POST /wallets`. Exactly one of `accounts` and `currencies`.
         * @example {
         *       "currencies": [
         *         "GBP",
         *         "JPY"
         *       ],
         *       "phone_number": "+447700900001"
         *     }
         */
        OpenWallet: {
            /** @description The first accounts. */
            accounts?: components["schemas"]["NewAccount"][] | null;
            /** @description The currencies of the first accounts, where nothing else is to be said of them. */
            currencies?: components["schemas"]["CurrencyCode"][] | null;
            /** @description E.164. */
            phone_number: string;
        };
        /**
         * @description `GET /pos/operations/{operation_id}`. The sums are null before a money action.
         * @example {
         *       "amount": {
         *         "amount": "10.00",
         *         "currency": "GBP"
         *       },
         *       "do": "hand_out",
         *       "held": {
         *         "amount": "10.00",
         *         "currency": "GBP"
         *       },
         *       "operation_id": "018bcfe5-9a40-7b2d-9c3e-2f6d1e5a8c05",
         *       "paid": {
         *         "amount": "0.00",
         *         "currency": "GBP"
         *       },
         *       "returned": {
         *         "amount": "0.00",
         *         "currency": "GBP"
         *       },
         *       "state": "pending"
         *     }
         */
        Operation: {
            amount: components["schemas"]["Amount"] | null;
            /**
             * @description What the cashier shall do now.
             * @enum {string}
             */
            do: "withdraw" | "hand_out" | "already_paid" | "do_not_hand_out" | "call_operator" | "take_cash";
            /** @description At a POS that runs tills: the notes to hand out, and then those that left, as far as they are known. */
            hand_out?: components["schemas"]["CountedNotes"][];
            held: components["schemas"]["Amount"] | null;
            /**
             * Format: uuid
             * @description The operation.
             */
            operation_id: string;
            paid: components["schemas"]["Amount"] | null;
            returned: components["schemas"]["Amount"] | null;
            /** @description Its state. */
            state: string;
        };
        /**
         * @description An operator key as a list shows it.
         * @example {
         *       "created_at": "2026-01-31T11:42:30.000Z",
         *       "operator_key_id": "018bcfe5-6a11-7d20-8a3b-5c4d3e2f1a05",
         *       "person": "A. Person",
         *       "revoked_at": null,
         *       "role": "finance"
         *     }
         */
        OperatorKey: {
            /**
             * Format: date-time
             * @description When it was made.
             */
            created_at: string;
            /**
             * Format: uuid
             * @description Its public name.
             */
            operator_key_id: string;
            /** @description Who bears it. */
            person: string;
            /**
             * Format: date-time
             * @description When it was revoked; null while it is live.
             */
            revoked_at: string | null;
            /** @description What it allows. */
            role: components["schemas"]["Role"];
        };
        /**
         * @description A page of operator keys, the oldest first.
         * @example {
         *       "next": null,
         *       "operator_keys": [
         *         {
         *           "created_at": "2026-01-31T11:42:30.000Z",
         *           "operator_key_id": "018bcfe5-6a11-7d20-8a3b-5c4d3e2f1a05",
         *           "person": "A. Person",
         *           "revoked_at": null,
         *           "role": "finance"
         *         }
         *       ]
         *     }
         */
        OperatorKeys: {
            /** @description What to send as `after` for the page after this one; null on the last. */
            next: string | null;
            /** @description The keys. */
            operator_keys: components["schemas"]["OperatorKey"][];
        };
        /**
         * @description `GET /operator-keys`.
         * @example {
         *       "after": "018bcfe5-6a11-7d20-8a3b-5c4d3e2f1a05",
         *       "limit": 50
         *     }
         */
        OperatorKeysQuery: {
            /**
             * Format: uuid
             * @description Only keys made after this one: the `next` of the page before.
             */
            after?: string | null;
            /**
             * Format: int64
             * @description Keys on the page, at most.
             * @default 50
             */
            limit: number | null;
        };
        /**
         * @description A cashier who signs beside the one who asks.
         * @example {
         *       "cashier_id": "018bcfe5-687b-7fff-bfff-fffffffffc05",
         *       "pin": "1147"
         *     }
         */
        OtherSign: {
            /**
             * Format: uuid
             * @description Who.
             */
            cashier_id: string;
            /** @description The PIN. */
            pin: string;
        };
        /**
         * @description `POST /pos/{id}/place`, and where a POS is.
         * @example {
         *       "hours": "Mo-Sa 8-20",
         *       "latitude": "51.507400",
         *       "longitude": "-0.127800",
         *       "town": "London"
         *     }
         */
        Place: {
            /** @description When it is open, in its owner's words. */
            hours: string;
            /** @description Degrees north of the equator. */
            latitude: string;
            /** @description Degrees east of Greenwich. */
            longitude: string;
            /** @description Its town. */
            town: string;
        };
        /**
         * @description Success.
         * @example {
         *       "status": {
         *         "error_code": "",
         *         "message": "",
         *         "operation_id": "018bcfe5-9a40-7b2d-9c3e-2f6d1e5a8c05",
         *         "response_code": "",
         *         "status": "SUCCESS"
         *       }
         *     }
         */
        PlainAnswer: {
            status: components["schemas"]["Status"] & {
                /** @constant */
                error_code?: "";
                /** @constant */
                status?: "SUCCESS";
            };
        };
        /**
         * @description A POS.
         * @example {
         *       "credit_lines": [
         *         {
         *           "amount": "500.00",
         *           "currency": "GBP"
         *         }
         *       ],
         *       "currencies": [
         *         "GBP"
         *       ],
         *       "name": "Mill Lane News",
         *       "owner_id": "018bcfe5-5b1d-7c3e-a1a4-7d1a2b3c4005",
         *       "pos_id": "z128ffb-11a5-11l9-93p5-1231a8maf28"
         *     }
         */
        Pos: {
            /** @description How far its position may go below zero. */
            credit_lines: components["schemas"]["Amount"][];
            /** @description The currencies it serves. */
            currencies: components["schemas"]["CurrencyCode"][];
            /** @description What people call it. */
            name: string;
            /**
             * Format: uuid
             * @description Whose it is.
             */
            owner_id: string;
            /** @description Its id. */
            pos_id: string;
        };
        /**
         * @description `GET /pos/{pos_id}/cash`.
         * @example {
         *       "cash": [
         *         {
         *           "missing": {
         *             "amount": "5.00",
         *             "currency": "GBP"
         *           },
         *           "tills": {
         *             "amount": "100.00",
         *             "currency": "GBP"
         *           },
         *           "vault": {
         *             "amount": "400.00",
         *             "currency": "GBP"
         *           }
         *         }
         *       ],
         *       "pos_id": "z128ffb-11a5-11l9-93p5-1231a8maf28",
         *       "runs_tills": true,
         *       "tills": [
         *         {
         *           "cashier_id": "018bcfe5-5b1d-7c3e-a1a4-7d1a2b3c4005",
         *           "name": "Front",
         *           "opened_at": "2026-01-31T08:00:00.000Z",
         *           "pos_id": "z128ffb-11a5-11l9-93p5-1231a8maf28",
         *           "till_id": "018bcfe5-9c77-7e10-8d2b-6a5c4b3d2c05",
         *           "till_session_id": "018bcfe5-9a40-7b2d-9c3e-2f6d1e5a8c05"
         *         }
         *       ]
         *     }
         */
        PosCash: {
            /** @description Its cash, currency by currency. */
            cash: components["schemas"]["CashLine"][];
            /** @description The POS. */
            pos_id: string;
            /** @description Whether it keeps its cash in tills. */
            runs_tills: boolean;
            /** @description Its tills. */
            tills: components["schemas"]["Till"][];
        };
        /**
         * @description A new access key: the only time it and its secret are told.
         * @example {
         *       "access_key": "rak_TESTACCESS",
         *       "balance_view": "approved",
         *       "currencies": [
         *         "GBP"
         *       ],
         *       "key_id": "018bcfe5-9c77-7e10-8d2b-6a5c4b3d2c05",
         *       "networks": [
         *         "192.0.2.0/24"
         *       ],
         *       "profile": "signed",
         *       "secret_key": "rsk_testsecret0123456789"
         *     }
         */
        PosKey: {
            /** @description The access key. */
            access_key: string;
            /** @description What its logins tell of the balances. */
            balance_view: components["schemas"]["BalanceView"];
            /** @description The currencies whose accounts it is shown. */
            currencies: components["schemas"]["CurrencyCode"][];
            /**
             * Format: uuid
             * @description Its public name.
             */
            key_id: string;
            /** @description The networks it may be used from. */
            networks: string[];
            /** @description How its requests are authenticated. */
            profile: components["schemas"]["Profile"];
            /** @description The secret that belongs to it. */
            secret_key: string;
        };
        /**
         * @description A POS owner.
         * @example {
         *       "name": "Thornbury Corner Shops",
         *       "owner_id": "018bcfe5-5b1d-7c3e-a1a4-7d1a2b3c4005"
         *     }
         */
        PosOwner: {
            /** @description Its trading name. */
            name: string;
            /**
             * Format: uuid
             * @description Its id.
             */
            owner_id: string;
        };
        /**
         * @description What disabling and enabling answer.
         * @example {
         *       "disabled": true,
         *       "pos_id": "z128ffb-11a5-11l9-93p5-1231a8maf28"
         *     }
         */
        PosSwitch: {
            /** @description Whether it is disabled now. */
            disabled: boolean;
            /** @description The POS, as it was named. */
            pos_id: string;
        };
        /**
         * @description An error of our own API.
         * @example {
         *       "code": "wallet_not_found",
         *       "detail": "There is no such wallet.",
         *       "money_moved": false,
         *       "request_id": "018bcfe5-9a40-7b2d-9c3e-2f6d1e5a8c05",
         *       "retry": "Do not repeat the request unchanged.",
         *       "status": 404,
         *       "title": "There is no such wallet",
         *       "type": "/errors/wallet_not_found"
         *     }
         */
        Problem: {
            /** @description The code, for ever. */
            code: string;
            /** @description What was wrong this time. */
            detail: string;
            /** @description Whether the request moved money; null when nobody knows yet. */
            money_moved: boolean | null;
            /**
             * Format: uuid
             * @description Names this answer, for support.
             */
            request_id: string;
            /** @description What to do now. */
            retry: string;
            /**
             * Format: int32
             * @description Seconds to wait before that, where waiting helps.
             */
            retry_after_s?: number;
            /**
             * Format: int32
             * @description The HTTP status.
             */
            status: number;
            /** @description The same for every problem of this code. */
            title: string;
            /** @description Where the docs speak of it, relative to the server. */
            type: string;
        };
        /**
         * @description How a key's requests are authenticated.
         * @example signed
         * @enum {string}
         */
        Profile: "plain" | "signed";
        /**
         * @description A proposal. Members that its kind has no use for are null.
         * @example {
         *       "amount": null,
         *       "closing": "return",
         *       "credit": null,
         *       "debit": null,
         *       "expires_at": "2026-02-07T12:00:00.000Z",
         *       "judged_at": null,
         *       "judged_by": null,
         *       "kind": "close_case",
         *       "not_before": "2026-01-31T12:00:00.000Z",
         *       "operation_id": "018bcfe5-9a40-7b2d-9c3e-2f6d1e5a8c05",
         *       "pos_id": null,
         *       "proposal_id": "018bcfe5-a1b0-7c44-8b1d-3c5a7e9f1b05",
         *       "proposed_at": "2026-01-31T12:00:00.000Z",
         *       "proposed_by": "A. Person",
         *       "shortfall_on": null,
         *       "state": "waiting",
         *       "way": null,
         *       "why": "The till had ten pounds too much."
         *     }
         */
        Proposal: {
            amount: components["schemas"]["Amount"] | null;
            brake: components["schemas"]["SetBrake"] | null;
            closing: components["schemas"]["Closing"] | null;
            /** @description The account credited. */
            credit: string | null;
            currency: components["schemas"]["CurrencyCode"] | null;
            /** @description The account debited. */
            debit: string | null;
            /** @description The deposit. */
            deposit_id: string | null;
            /**
             * Format: date-time
             * @description From when on it may not be any more.
             */
            expires_at: string;
            /**
             * Format: date-time
             * @description When.
             */
            judged_at: string | null;
            /** @description Who judged it; null while it waits, and where it was taken back. */
            judged_by: string | null;
            /** @description What is proposed, by its name. */
            kind: string;
            /** @default 50 */
            limit: components["schemas"]["Limit"] | null;
            /**
             * Format: date-time
             * @description From when on it may be approved.
             */
            not_before: string;
            /**
             * Format: uuid
             * @description The operation of the case.
             */
            operation_id: string | null;
            /** @description The POS. */
            pos_id: string | null;
            /**
             * Format: uuid
             * @description Its id.
             */
            proposal_id: string;
            /**
             * Format: date-time
             * @description When.
             */
            proposed_at: string;
            /** @description Who proposed it. */
            proposed_by: string;
            shortfall_on: components["schemas"]["Bearer"] | null;
            /** @description Where it stands. */
            state: components["schemas"]["ProposalState"];
            way: components["schemas"]["WrittenOff"] | null;
            /** @description Why; null also where it was erased with the customer's personal data. */
            why: string | null;
        };
        /**
         * @description What is proposed.
         * @example close_case
         * @enum {string}
         */
        ProposalKind: "close_case" | "post" | "write_off" | "make_loss_good" | "set_limit" | "remove_limit" | "set_brake" | "remove_brake" | "set_credit_line" | "correct_deposit";
        /**
         * @description A page of proposals, the oldest first.
         * @example {
         *       "next": null,
         *       "proposals": [
         *         {
         *           "amount": null,
         *           "closing": "return",
         *           "credit": null,
         *           "debit": null,
         *           "expires_at": "2026-02-07T12:00:00.000Z",
         *           "judged_at": null,
         *           "judged_by": null,
         *           "kind": "close_case",
         *           "not_before": "2026-01-31T12:00:00.000Z",
         *           "operation_id": "018bcfe5-9a40-7b2d-9c3e-2f6d1e5a8c05",
         *           "pos_id": null,
         *           "proposal_id": "018bcfe5-a1b0-7c44-8b1d-3c5a7e9f1b05",
         *           "proposed_at": "2026-01-31T12:00:00.000Z",
         *           "proposed_by": "A. Person",
         *           "shortfall_on": null,
         *           "state": "waiting",
         *           "way": null,
         *           "why": "The till had ten pounds too much."
         *         }
         *       ]
         *     }
         */
        Proposals: {
            /** @description What to send as `after` for the page after this one; null on the last. */
            next: string | null;
            /** @description The proposals. */
            proposals: components["schemas"]["Proposal"][];
        };
        /**
         * @description `GET /proposals`.
         * @example {
         *       "limit": 50,
         *       "state": "waiting"
         *     }
         */
        ProposalsQuery: {
            /**
             * Format: uuid
             * @description Only proposals made after this one: the `next` of the page before.
             */
            after?: string | null;
            /**
             * Format: int64
             * @description Proposals looked at for the page, at most.
             * @default 50
             */
            limit: number | null;
            /** @description Which proposals. */
            state?: components["schemas"]["AskedProposals"];
        };
        /**
         * @description Where a proposal stands.
         * @example waiting
         * @enum {string}
         */
        ProposalState: "waiting" | "carried_out" | "rejected" | "withdrawn" | "expired";
        /**
         * @description `POST /proposals`. Which members it takes depends on its kind.
         * @example {
         *       "closing": "return",
         *       "kind": "close_case",
         *       "operation_id": "018bcfe5-9a40-7b2d-9c3e-2f6d1e5a8c05",
         *       "why": "The till had ten pounds too much."
         *     }
         */
        Propose: {
            /** @description How much. */
            amount?: components["schemas"]["Amount"];
            /** @description The brake as it shall be. */
            brake?: components["schemas"]["SetBrake"];
            /** @description What was found. */
            closing?: components["schemas"]["Closing"];
            /** @description The account credited. */
            credit?: string;
            /** @description The currency of the brake. */
            currency?: components["schemas"]["CurrencyCode"];
            /** @description The account debited. */
            debit?: string;
            /** @description The deposit. */
            deposit_id?: string;
            /** @description What is proposed. */
            kind: components["schemas"]["ProposalKind"];
            /**
             * @description The limit as it shall be; to remove one, as far as it names which.
             * @default 50
             */
            limit: components["schemas"]["Limit"];
            /**
             * Format: uuid
             * @description The operation of the case.
             */
            operation_id?: string;
            /** @description The POS, by our own id. */
            pos_id?: string;
            /** @description Who bears what the wallet lacked. */
            shortfall_on?: components["schemas"]["Bearer"];
            /** @description Which way it is written off. */
            way?: components["schemas"]["WrittenOff"];
            /** @description Why. Of a case it is kept under the customer's own key, and may be left out. */
            why?: string;
        };
        /**
         * @description What a code is for.
         * @example withdraw
         * @enum {string}
         */
        Purpose: "withdraw" | "deposit" | "any";
        /**
         * @description What a withdrawal would cost. An armed code fixes it; this does not.
         * @example {
         *       "amount": {
         *         "amount": "10.00",
         *         "currency": "GBP"
         *       },
         *       "fee": {
         *         "amount": "0.35",
         *         "currency": "GBP"
         *       },
         *       "tariff_id": "018bcfe5-7c31-7a4e-9b0d-4e3f2a1b0c05",
         *       "total": {
         *         "amount": "10.35",
         *         "currency": "GBP"
         *       },
         *       "valid_until": "2026-02-01T00:00:00.000Z"
         *     }
         */
        Quote: {
            /** @description Cash in hand. */
            amount: components["schemas"]["Amount"];
            /** @description On top of it. */
            fee: components["schemas"]["Amount"];
            /**
             * Format: uuid
             * @description The version it is reckoned by; null: none is in force.
             */
            tariff_id: string | null;
            /** @description What the wallet is debited. */
            total: components["schemas"]["Amount"];
            /**
             * Format: date-time
             * @description When it may be another; null: not to be seen. Another withdrawal in between may change it, too.
             */
            valid_until: string | null;
        };
        /**
         * @description `POST /operator-keys`.
         * @example {
         *       "person": "A. Person",
         *       "role": "finance"
         *     }
         */
        RegisterOperatorKey: {
            /** @description Who will bear it. */
            person: string;
            /** @description What it allows. */
            role: components["schemas"]["Role"];
        };
        /**
         * @description `POST /pos-owners`.
         * @example {
         *       "name": "Thornbury Corner Shops"
         *     }
         */
        RegisterOwner: {
            /** @description Its trading name. */
            name: string;
        };
        /**
         * @description `POST /pos`.
         * @example {
         *       "credit_lines": [
         *         {
         *           "amount": "500.00",
         *           "currency": "GBP"
         *         }
         *       ],
         *       "currencies": [
         *         "GBP"
         *       ],
         *       "name": "Mill Lane News",
         *       "owner_id": "018bcfe5-5b1d-7c3e-a1a4-7d1a2b3c4005"
         *     }
         */
        RegisterPos: {
            /** @description How far its position may go below zero; a currency not named: not at all. */
            credit_lines?: components["schemas"]["Amount"][];
            /** @description The currencies it serves. */
            currencies: components["schemas"]["CurrencyCode"][];
            /** @description What people call it. */
            name: string;
            /**
             * Format: uuid
             * @description Whose it is.
             */
            owner_id: string;
            /** @description The id it has elsewhere. */
            pos_id?: string | null;
        };
        /**
         * @description Success.
         * @example {
         *       "data": {
         *         "operation_id": "018bcfe5-9a40-7b2d-9c3e-2f6d1e5a8c05",
         *         "transaction_id": "018bcfe5-9c77-7e10-8d2b-6a5c4b3d2c05"
         *       },
         *       "status": {
         *         "error_code": "",
         *         "message": "",
         *         "operation_id": "018bcfe5-9a40-7b2d-9c3e-2f6d1e5a8c05",
         *         "response_code": "",
         *         "status": "SUCCESS"
         *       }
         *     }
         */
        ReversalAnswer: {
            data: components["schemas"]["ReversalData"];
            status: components["schemas"]["Status"] & {
                /** @constant */
                error_code?: "";
                /** @constant */
                status?: "SUCCESS";
            };
        };
        /**
         * @description What a reversal answers.
         * @example {
         *       "operation_id": "018bcfe5-9a40-7b2d-9c3e-2f6d1e5a8c05",
         *       "transaction_id": "018bcfe5-9c77-7e10-8d2b-6a5c4b3d2c05"
         *     }
         */
        ReversalData: {
            /**
             * Format: uuid
             * @description The session's operation.
             */
            operation_id: string;
            /**
             * Format: uuid
             * @description The reversal.
             */
            transaction_id: string;
        };
        /**
         * @description What the bearer of an operator key may do.
         * @example finance
         * @enum {string}
         */
        Role: "admin" | "wallet_backend" | "finance" | "auditor";
        /**
         * @description `POST /pos/{pos_id}/till-running`.
         * @example {
         *       "runs_tills": true
         *     }
         */
        RunTills: {
            /** @description Whether the POS keeps its cash in tills. */
            runs_tills: boolean;
        };
        /**
         * @description An account as a login shows it.
         * @example {
         *       "account_alias": "GBP",
         *       "account_balance": 189,
         *       "account_currency": "GBP",
         *       "account_currency_symbol": "£",
         *       "account_id": "64e4a964-53b5-11e9-8495-02f0df928b"
         *     }
         */
        SessionAccount: {
            /** @description Its name, or the currency's code. */
            account_alias: string;
            /** @description What the key's view lets it see. */
            account_balance: components["schemas"]["JsonNumber"];
            /** @description ISO 4217. */
            account_currency: string;
            /** @description The sign people write, as `£`. */
            account_currency_symbol: string;
            /** @description Its id, for the path of a withdrawal. */
            account_id: string;
        };
        /**
         * @description `POST /brakes`: the brake of a currency.
         * @example {
         *       "currency": "GBP",
         *       "slow": {
         *         "value_max": "20000.00"
         *       },
         *       "stop": {
         *         "value_max": "30000.00"
         *       },
         *       "window_s": 3600
         *     }
         */
        SetBrake: {
            /** @description The currency. */
            currency: components["schemas"]["CurrencyCode"];
            /** @description Above it, only an even pace passes. */
            slow?: components["schemas"]["BrakeLevel"];
            /** @description A payout that would go above it stops all payouts, until somebody lets them go on. */
            stop?: components["schemas"]["BrakeLevel"];
            /**
             * Format: int32
             * @description The length of the rolling window.
             */
            window_s: number;
        };
        /**
         * @description `POST /pos/{pos_id}/on-expiry`.
         * @example {
         *       "after_s": 86400,
         *       "on_expiry": "assume_dispensed"
         *     }
         */
        SetOnExpiry: {
            /**
             * Format: int32
             * @description So many seconds after the session's end; with `assume_dispensed`, and only with it.
             */
            after_s?: number;
            /** @description What becomes of it. */
            on_expiry: components["schemas"]["OnExpiry"];
        };
        /**
         * @description `POST /settlement/terms`. Takes the place of what was said before for the same owner and currency.
         * @example {
         *       "bank_reference": "Thornbury Corner Shops",
         *       "currency": "GBP",
         *       "cut_off": "22:00",
         *       "owner_id": "018bcfe5-5b1d-7c3e-a1a4-7d1a2b3c4005",
         *       "threshold": {
         *         "amount": "10.00",
         *         "currency": "GBP"
         *       },
         *       "zone": "Europe/London"
         *     }
         */
        SetSettlement: {
            /**
             * @description Whether batches are cut at the cut-off; else by hand only.
             * @default true
             */
            automatic: boolean;
            /** @description How the owner's account is named to the bank. */
            bank_reference: string;
            /** @description ISO 4217. */
            currency: components["schemas"]["CurrencyCode"];
            /** @description The local time of the cut-off, from 00:00 to 23:59. */
            cut_off: string;
            /**
             * Format: uuid
             * @description The POS owner.
             */
            owner_id: string;
            /** @description A batch of less is not paid; what it held goes into the next. Left out: everything is paid. */
            threshold?: components["schemas"]["Amount"];
            /** @description The time zone it is local to, by its IANA name. */
            zone: string;
        };
        /**
         * @description How an owner is settled in a currency.
         * @example {
         *       "automatic": true,
         *       "bank_reference": "Thornbury Corner Shops",
         *       "currency": "GBP",
         *       "cut_off": "22:00",
         *       "number": 7,
         *       "owner_id": "018bcfe5-5b1d-7c3e-a1a4-7d1a2b3c4005",
         *       "threshold": {
         *         "amount": "10.00",
         *         "currency": "GBP"
         *       },
         *       "window_ends_at": "2026-01-31T22:00:00.000Z",
         *       "zone": "Europe/London"
         *     }
         */
        Settlement: {
            /** @description Whether batches are cut at the cut-off. */
            automatic: boolean;
            /** @description How the owner's account is named to the bank. */
            bank_reference: string;
            /** @description ISO 4217. */
            currency: components["schemas"]["CurrencyCode"];
            /** @description The local time of the cut-off. */
            cut_off: string;
            /**
             * Format: int64
             * @description The number of the batch under way, or else of the next.
             */
            number: number;
            /**
             * Format: uuid
             * @description The POS owner.
             */
            owner_id: string;
            /** @description A batch of less is not paid. */
            threshold: components["schemas"]["Amount"];
            /**
             * Format: date-time
             * @description When the running window ends; null while batches are cut by hand only.
             */
            window_ends_at: string | null;
            /** @description The time zone it is local to. */
            zone: string;
        };
        /**
         * @description A settlement batch.
         * @example {
         *       "amount": {
         *         "amount": "1234.50",
         *         "currency": "GBP"
         *       },
         *       "bank_reference": "Thornbury Corner Shops",
         *       "batch_id": "018bcfe5-9c77-7e10-8d2b-6a5c4b3d2c05",
         *       "cut_off_at": "2026-01-30T22:00:00.000Z",
         *       "due": {
         *         "amount": "1234.50",
         *         "currency": "GBP"
         *       },
         *       "ended_at": null,
         *       "lines": 3,
         *       "made_at": "2026-01-30T22:00:02.000Z",
         *       "number": 6,
         *       "owner_id": "018bcfe5-5b1d-7c3e-a1a4-7d1a2b3c4005",
         *       "state": "due",
         *       "word": null
         *     }
         */
        SettlementBatch: {
            /** @description The sum of its lines: plus, the operator pays the owner; minus, the owner pays. */
            amount: components["schemas"]["Amount"];
            /** @description How the owner's account is named to the bank. */
            bank_reference: string;
            /**
             * Format: uuid
             * @description Its id.
             */
            batch_id: string;
            /**
             * Format: date-time
             * @description Entries made before this instant are in it, unless an earlier batch had them.
             */
            cut_off_at: string;
            /** @description Of that, what still waits for the bank. */
            due: components["schemas"]["Amount"];
            /**
             * Format: date-time
             * @description When the bank last spoke, or it was found to come to nothing; null until then.
             */
            ended_at: string | null;
            /**
             * Format: int32
             * @description How many lines it has.
             */
            lines: number;
            /**
             * Format: date-time
             * @description When it was begun.
             */
            made_at: string;
            /**
             * Format: int64
             * @description Its number among those of this owner and currency.
             */
            number: number;
            /**
             * Format: uuid
             * @description The POS owner.
             */
            owner_id: string;
            /** @description What it waits for, or what became of it. */
            state: components["schemas"]["BatchState"];
            /** @description What the bank called the payment, or why it failed; null until it spoke. */
            word: string | null;
        };
        /**
         * @description A page of batches, the oldest first.
         * @example {
         *       "batches": [
         *         {
         *           "amount": {
         *             "amount": "1234.50",
         *             "currency": "GBP"
         *           },
         *           "bank_reference": "Thornbury Corner Shops",
         *           "batch_id": "018bcfe5-9c77-7e10-8d2b-6a5c4b3d2c05",
         *           "cut_off_at": "2026-01-30T22:00:00.000Z",
         *           "due": {
         *             "amount": "1234.50",
         *             "currency": "GBP"
         *           },
         *           "ended_at": null,
         *           "lines": 3,
         *           "made_at": "2026-01-30T22:00:02.000Z",
         *           "number": 6,
         *           "owner_id": "018bcfe5-5b1d-7c3e-a1a4-7d1a2b3c4005",
         *           "state": "due",
         *           "word": null
         *         }
         *       ],
         *       "next": null
         *     }
         */
        SettlementBatches: {
            /** @description The batches. */
            batches: components["schemas"]["SettlementBatch"][];
            /** @description What to send as `after` for the page after this one; null on the last. */
            next: string | null;
        };
        /**
         * @description A page of owners and currencies that are settled.
         * @example {
         *       "next": null,
         *       "terms": [
         *         {
         *           "automatic": true,
         *           "bank_reference": "Thornbury Corner Shops",
         *           "currency": "GBP",
         *           "cut_off": "22:00",
         *           "number": 7,
         *           "owner_id": "018bcfe5-5b1d-7c3e-a1a4-7d1a2b3c4005",
         *           "threshold": {
         *             "amount": "10.00",
         *             "currency": "GBP"
         *           },
         *           "window_ends_at": "2026-01-31T22:00:00.000Z",
         *           "zone": "Europe/London"
         *         }
         *       ]
         *     }
         */
        Settlements: {
            /** @description What to send as `start_after` for the page after this one; null on the last. */
            next: string | null;
            /** @description How each is settled. */
            terms: components["schemas"]["Settlement"][];
        };
        /**
         * @description `GET /settlement/terms`.
         * @example {
         *       "limit": 50,
         *       "start_after": "018bcfe5-5b1d-7c3e-a1a4-7d1a2b3c4005:GBP"
         *     }
         */
        SettlementsQuery: {
            /**
             * Format: int64
             * @description Lines on the page, at most.
             * @default 50
             */
            limit: number | null;
            /** @description Only those after this one: the `next` of the page before. */
            start_after?: string | null;
        };
        /**
         * @description How it went.
         * @example {
         *       "error_code": "",
         *       "message": "",
         *       "operation_id": "018bcfe5-9a40-7b2d-9c3e-2f6d1e5a8c05",
         *       "response_code": "",
         *       "status": "SUCCESS"
         *     }
         */
        Status: {
            /** @description The error's code; empty on success. */
            error_code: string;
            /** @description What was wrong and what to do; empty on success. */
            message: string;
            /** @description Fresh for every answer; empty for an echo. */
            operation_id: string;
            /** @description The error's code again; empty on success. */
            response_code: string;
            /** @description Success or error. */
            status: components["schemas"]["Verdict"];
        };
        /**
         * @description `POST /payouts/stop`.
         * @example {
         *       "reason": "a shop in Mill Lane was robbed"
         *     }
         */
        StopPayouts: {
            /** @description Why; shown to the operator's people, never to a POS. */
            reason: string;
        };
        /**
         * @description A version of a tariff.
         * @example {
         *       "channel": null,
         *       "commission": {
         *         "bands": [
         *           {
         *             "basis_points": 40,
         *             "from": "0.00"
         *           }
         *         ]
         *       },
         *       "currency": "GBP",
         *       "fee": {
         *         "bands": [
         *           {
         *             "basis_points": 100,
         *             "from": "0.00"
         *           },
         *           {
         *             "basis_points": 50,
         *             "from": "100.00"
         *           }
         *         ],
         *         "flat": "0.25",
         *         "max": "4.00"
         *       },
         *       "kyc_tier": null,
         *       "made_at": "2026-01-31T11:42:30.000Z",
         *       "made_by": "A. Person",
         *       "name": "Cash out",
         *       "owner_id": null,
         *       "tariff_id": "018bcfe5-7c31-7a4e-9b0d-4e3f2a1b0c05",
         *       "tax_basis_points": 1600,
         *       "valid_from": "2026-02-01T00:00:00.000Z",
         *       "valid_to": null
         *     }
         */
        Tariff: {
            channel: components["schemas"]["Channel"] | null;
            /** @description What the POS owner earns. */
            commission: components["schemas"]["TariffSchedule"];
            /** @description The currency it is for. */
            currency: components["schemas"]["CurrencyCode"];
            /** @description What the customer pays on top of the cash. */
            fee: components["schemas"]["TariffSchedule"];
            /**
             * Format: int32
             * @description From wallets of this KYC tier only; null: of any.
             */
            kyc_tier: number | null;
            /**
             * Format: date-time
             * @description When.
             */
            made_at: string;
            /** @description Who added it. */
            made_by: string;
            /** @description What people call it. */
            name: string;
            /**
             * Format: uuid
             * @description At POS of this owner only; null: of any.
             */
            owner_id: string | null;
            /**
             * Format: uuid
             * @description Its id.
             */
            tariff_id: string;
            /**
             * Format: int32
             * @description The part of the fee that is a levy the operator owes.
             */
            tax_basis_points: number;
            /**
             * Format: date-time
             * @description The first instant it is in force.
             */
            valid_from: string;
            /**
             * Format: date-time
             * @description The first instant it is not any more; null: until another takes its place.
             */
            valid_to: string | null;
        };
        /**
         * @description What of the day's value lies above `from`, up to the next band.
         * @example {
         *       "basis_points": 50,
         *       "from": "100.00"
         *     }
         */
        TariffBand: {
            /**
             * Format: int32
             * @description Of what lies in the band.
             */
            basis_points?: number;
            /** @description What lies above this sum. */
            from: string;
            /** @description Once the value is above `from`. */
            step?: string;
        };
        /**
         * @description A page of tariffs, in the order they were added.
         * @example {
         *       "next": null,
         *       "tariffs": [
         *         {
         *           "channel": null,
         *           "commission": {
         *             "bands": [
         *               {
         *                 "basis_points": 40,
         *                 "from": "0.00"
         *               }
         *             ]
         *           },
         *           "currency": "GBP",
         *           "fee": {
         *             "bands": [
         *               {
         *                 "basis_points": 100,
         *                 "from": "0.00"
         *               },
         *               {
         *                 "basis_points": 50,
         *                 "from": "100.00"
         *               }
         *             ],
         *             "flat": "0.25",
         *             "max": "4.00"
         *           },
         *           "kyc_tier": null,
         *           "made_at": "2026-01-31T11:42:30.000Z",
         *           "made_by": "A. Person",
         *           "name": "Cash out",
         *           "owner_id": null,
         *           "tariff_id": "018bcfe5-7c31-7a4e-9b0d-4e3f2a1b0c05",
         *           "tax_basis_points": 1600,
         *           "valid_from": "2026-02-01T00:00:00.000Z",
         *           "valid_to": null
         *         }
         *       ]
         *     }
         */
        Tariffs: {
            /** @description What to send as `after` for the page after this one; null on the last. */
            next: string | null;
            /** @description The versions. */
            tariffs: components["schemas"]["Tariff"][];
        };
        /**
         * @description How a fee or a commission is reckoned.
         * @example {
         *       "bands": [
         *         {
         *           "basis_points": 100,
         *           "from": "0.00"
         *         },
         *         {
         *           "basis_points": 50,
         *           "from": "100.00"
         *         }
         *       ],
         *       "flat": "0.25",
         *       "max": "4.00"
         *     }
         */
        TariffSchedule: {
            /** @description Ascending; of the value of the wallet's UTC day. */
            bands?: components["schemas"]["TariffBand"][];
            /** @description A fee: of each withdrawal. A commission: of the day, once. */
            flat?: string;
            /** @description At most this much: of a withdrawal (a fee), of the day (a commission). */
            max?: string;
            /** @description At least this much: of a withdrawal (a fee), of the day (a commission). */
            min?: string;
        };
        /**
         * @description `GET /tariffs`.
         * @example {
         *       "limit": 50
         *     }
         */
        TariffsQuery: {
            /**
             * Format: uuid
             * @description Only versions added after this one: the `next` of the page before.
             */
            after?: string | null;
            /**
             * Format: int64
             * @description Versions on the page, at most.
             * @default 50
             */
            limit: number | null;
        };
        /**
         * @description `POST /pos/operations/{operation_id}/outcome`.
         * @example {
         *       "dispensed": {
         *         "amount": "6.00",
         *         "currency": "GBP"
         *       },
         *       "notes": [
         *         {
         *           "count": 6,
         *           "denomination": "1.00"
         *         }
         *       ],
         *       "outcome": "partial"
         *     }
         */
        TellOutcome: {
            /** @description How much left the drawer: with `partial`, and only with it. */
            dispensed?: components["schemas"]["Amount"];
            /** @description The notes that left the drawer, if they were counted. */
            notes?: components["schemas"]["CountedNotes"][];
            /** @description What became of the cash. */
            outcome: components["schemas"]["CashOutcome"];
        };
        /**
         * @description A till, and whose hands it is in. What should be in it is not told here.
         * @example {
         *       "cashier_id": "018bcfe5-5b1d-7c3e-a1a4-7d1a2b3c4005",
         *       "name": "Front",
         *       "opened_at": "2026-01-31T08:00:00.000Z",
         *       "pos_id": "z128ffb-11a5-11l9-93p5-1231a8maf28",
         *       "till_id": "018bcfe5-9c77-7e10-8d2b-6a5c4b3d2c05",
         *       "till_session_id": "018bcfe5-9a40-7b2d-9c3e-2f6d1e5a8c05"
         *     }
         */
        Till: {
            /**
             * Format: uuid
             * @description Who answers for it; null while it is closed.
             */
            cashier_id: string | null;
            /** @description What people call it. */
            name: string;
            /**
             * Format: date-time
             * @description Since when; null while it is closed.
             */
            opened_at: string | null;
            /** @description Where it stands. */
            pos_id: string;
            /**
             * Format: uuid
             * @description Its id.
             */
            till_id: string;
            /**
             * Format: uuid
             * @description Its session; null while it is closed.
             */
            till_session_id: string | null;
        };
        /**
         * @description A till that was closed.
         * @example {
         *       "handed_to": null,
         *       "lines": [
         *         {
         *           "counted": {
         *             "amount": "95.00",
         *             "currency": "GBP"
         *           },
         *           "expected": {
         *             "amount": "100.00",
         *             "currency": "GBP"
         *           },
         *           "variance": {
         *             "amount": "-5.00",
         *             "currency": "GBP"
         *           }
         *         }
         *       ],
         *       "till_session_id": "018bcfe5-9a40-7b2d-9c3e-2f6d1e5a8c05"
         *     }
         */
        TillClosed: {
            /**
             * Format: uuid
             * @description The session that began, where the till was handed over; else null.
             */
            handed_to: string | null;
            /** @description What was expected and counted, currency by currency. */
            lines: components["schemas"]["TillLine"][];
            /**
             * Format: uuid
             * @description The session that ended.
             */
            till_session_id: string;
        };
        /**
         * @description What was counted of one currency.
         * @example {
         *       "currency": "GBP",
         *       "notes": [
         *         {
         *           "count": 5,
         *           "denomination": "20.00"
         *         }
         *       ]
         *     }
         */
        TillCount: {
            /** @description The currency. */
            currency: components["schemas"]["CurrencyCode"];
            /** @description The notes and coins; none: there are none. */
            notes?: components["schemas"]["CountedNotes"][];
        };
        /**
         * @description One currency of a closed till.
         * @example {
         *       "counted": {
         *         "amount": "95.00",
         *         "currency": "GBP"
         *       },
         *       "expected": {
         *         "amount": "100.00",
         *         "currency": "GBP"
         *       },
         *       "variance": {
         *         "amount": "-5.00",
         *         "currency": "GBP"
         *       }
         *     }
         */
        TillLine: {
            /** @description What was counted. */
            counted: components["schemas"]["Amount"];
            /** @description What the cash book says was in it. */
            expected: components["schemas"]["Amount"];
            /** @description Counted less expected: below zero, some was missing. */
            variance: components["schemas"]["Amount"];
        };
        /**
         * @description A till that was opened.
         * @example {
         *       "till_session_id": "018bcfe5-9a40-7b2d-9c3e-2f6d1e5a8c05"
         *     }
         */
        TillOpened: {
            /**
             * Format: uuid
             * @description The session.
             */
            till_session_id: string;
        };
        /**
         * @description `GET /pos/tills`.
         * @example {
         *       "tills": [
         *         {
         *           "cashier_id": "018bcfe5-5b1d-7c3e-a1a4-7d1a2b3c4005",
         *           "name": "Front",
         *           "opened_at": "2026-01-31T08:00:00.000Z",
         *           "pos_id": "z128ffb-11a5-11l9-93p5-1231a8maf28",
         *           "till_id": "018bcfe5-9c77-7e10-8d2b-6a5c4b3d2c05",
         *           "till_session_id": "018bcfe5-9a40-7b2d-9c3e-2f6d1e5a8c05"
         *         }
         *       ]
         *     }
         */
        Tills: {
            /** @description The tills, in the order they were registered. */
            tills: components["schemas"]["Till"][];
        };
        /**
         * @description `GET /till-sessions/{till_session_id}`.
         * @example {
         *       "cashier_id": "018bcfe5-5b1d-7c3e-a1a4-7d1a2b3c4005",
         *       "closed_at": "2026-01-31T18:00:00.000Z",
         *       "closed_by": "Anna",
         *       "key_id": "018bcfe5-687b-7fff-bfff-fffffffffc05",
         *       "lines": [
         *         {
         *           "counted": {
         *             "amount": "95.00",
         *             "currency": "GBP"
         *           },
         *           "expected": {
         *             "amount": "100.00",
         *             "currency": "GBP"
         *           },
         *           "variance": {
         *             "amount": "-5.00",
         *             "currency": "GBP"
         *           }
         *         }
         *       ],
         *       "opened": [
         *         {
         *           "currency": "GBP",
         *           "notes": [
         *             {
         *               "count": 5,
         *               "denomination": "20.00"
         *             }
         *           ]
         *         }
         *       ],
         *       "opened_at": "2026-01-31T08:00:00.000Z",
         *       "till_id": "018bcfe5-9c77-7e10-8d2b-6a5c4b3d2c05",
         *       "till_session_id": "018bcfe5-9a40-7b2d-9c3e-2f6d1e5a8c05"
         *     }
         */
        TillSession: {
            /**
             * Format: uuid
             * @description Who answers for it.
             */
            cashier_id: string;
            /**
             * Format: date-time
             * @description When it was closed; null while it is open.
             */
            closed_at: string | null;
            /** @description Who closed it; null while it is open. */
            closed_by: string | null;
            /**
             * Format: uuid
             * @description The access key it serves.
             */
            key_id: string;
            /** @description What was expected and counted then. */
            lines: components["schemas"]["TillLine"][];
            /** @description What was counted then. */
            opened: components["schemas"]["TillCount"][];
            /**
             * Format: date-time
             * @description When it was opened.
             */
            opened_at: string;
            /**
             * Format: uuid
             * @description The till.
             */
            till_id: string;
            /**
             * Format: uuid
             * @description Its id.
             */
            till_session_id: string;
        };
        /**
         * @description A closing count that differed.
         * @example {
         *       "cashier_id": "018bcfe5-5b1d-7c3e-a1a4-7d1a2b3c4005",
         *       "explained_by": "A. Person",
         *       "explanation": "A torn note.",
         *       "found_at": "2026-01-31T18:00:00.000Z",
         *       "line": {
         *         "counted": {
         *           "amount": "95.00",
         *           "currency": "GBP"
         *         },
         *         "expected": {
         *           "amount": "100.00",
         *           "currency": "GBP"
         *         },
         *         "variance": {
         *           "amount": "-5.00",
         *           "currency": "GBP"
         *         }
         *       },
         *       "state": "explained",
         *       "till_id": "018bcfe5-9c77-7e10-8d2b-6a5c4b3d2c05",
         *       "till_session_id": "018bcfe5-9a40-7b2d-9c3e-2f6d1e5a8c05"
         *     }
         */
        TillVariance: {
            /**
             * Format: uuid
             * @description Who answered for it.
             */
            cashier_id: string;
            /** @description Who said so; null while nobody did. */
            explained_by: string | null;
            /** @description What it was put down to; null while nobody said. */
            explanation: string | null;
            /**
             * Format: date-time
             * @description When it was found.
             */
            found_at: string;
            /** @description The figures. */
            line: components["schemas"]["TillLine"];
            /** @description Whether it waits for somebody. */
            state: components["schemas"]["VarianceState"];
            /**
             * Format: uuid
             * @description The till.
             */
            till_id: string;
            /**
             * Format: uuid
             * @description The till session.
             */
            till_session_id: string;
        };
        /**
         * @description A page of closing counts that differed, the oldest sessions first.
         * @example {
         *       "next": null,
         *       "variances": [
         *         {
         *           "cashier_id": "018bcfe5-5b1d-7c3e-a1a4-7d1a2b3c4005",
         *           "explained_by": "A. Person",
         *           "explanation": "A torn note.",
         *           "found_at": "2026-01-31T18:00:00.000Z",
         *           "line": {
         *             "counted": {
         *               "amount": "95.00",
         *               "currency": "GBP"
         *             },
         *             "expected": {
         *               "amount": "100.00",
         *               "currency": "GBP"
         *             },
         *             "variance": {
         *               "amount": "-5.00",
         *               "currency": "GBP"
         *             }
         *           },
         *           "state": "explained",
         *           "till_id": "018bcfe5-9c77-7e10-8d2b-6a5c4b3d2c05",
         *           "till_session_id": "018bcfe5-9a40-7b2d-9c3e-2f6d1e5a8c05"
         *         }
         *       ]
         *     }
         */
        TillVariances: {
            /** @description What to send as `past` for the page after this one; null on the last. */
            next: string | null;
            /** @description The differences. */
            variances: components["schemas"]["TillVariance"][];
        };
        /**
         * @description `GET /till-variances`.
         * @example {
         *       "limit": 50,
         *       "past": "018bcfe5-9a40-7b2d-9c3e-2f6d1e5a8c05:GBP"
         *     }
         */
        VariancesQuery: {
            /**
             * Format: int64
             * @description Lines on the page, at most.
             * @default 50
             */
            limit: number | null;
            /** @description Only those past this one: the `next` of the page before. */
            past?: string | null;
        };
        /**
         * @description Whether a difference waits for somebody.
         * @example open
         * @enum {string}
         */
        VarianceState: "small" | "open" | "explained";
        /**
         * @description A vault after that.
         * @example {
         *       "balance": {
         *         "amount": "500.00",
         *         "currency": "GBP"
         *       }
         *     }
         */
        VaultBalance: {
            /** @description What is in it by the cash book. */
            balance: components["schemas"]["Amount"];
        };
        /**
         * @description `POST /pos/{pos_id}/vault`.
         * @example {
         *       "amount": {
         *         "amount": "500.00",
         *         "currency": "GBP"
         *       },
         *       "event": "delivered"
         *     }
         */
        VaultCash: {
            /** @description How much. */
            amount: components["schemas"]["Amount"];
            /** @description What became of it. */
            event: components["schemas"]["VaultEvent"];
        };
        /**
         * @description What became of a vault's cash.
         * @example delivered
         * @enum {string}
         */
        VaultEvent: "delivered" | "collected" | "counted";
        /**
         * @description Success or error.
         * @example SUCCESS
         * @enum {string}
         */
        Verdict: "SUCCESS" | "ERROR";
        /**
         * @description A wallet.
         * @example {
         *       "accounts": [
         *         {
         *           "account_id": "64e4a964-53b5-11e9-8495-02f0df928b",
         *           "alias": "GBP",
         *           "balance": {
         *             "amount": "189.00",
         *             "currency": "GBP"
         *           },
         *           "currency": "GBP"
         *         }
         *       ],
         *       "frozen": false,
         *       "kyc_tier": 0,
         *       "offline": false,
         *       "phone_number": "+14155559992",
         *       "wallet_id": "018bcfe5-687b-7fff-bfff-fffffffffc05"
         *     }
         */
        Wallet: {
            /** @description Its accounts, in the order they were opened. */
            accounts: components["schemas"]["WalletAccount"][];
            /** @description Whether it is frozen. */
            frozen: boolean;
            /**
             * Format: int32
             * @description How well the operator knows its customer; zero: not at all.
             */
            kyc_tier: number;
            /** @description Whether it has an offline device, enrolled and not removed. */
            offline: boolean;
            /** @description The customer's phone; null once it was erased. */
            phone_number: string | null;
            /**
             * Format: uuid
             * @description Its id.
             */
            wallet_id: string;
        };
        /**
         * @description An account of a wallet.
         * @example {
         *       "account_id": "64e4a964-53b5-11e9-8495-02f0df928b",
         *       "alias": "GBP",
         *       "balance": {
         *         "amount": "189.00",
         *         "currency": "GBP"
         *       },
         *       "currency": "GBP"
         *     }
         */
        WalletAccount: {
            /** @description Its id. */
            account_id: string;
            /** @description Its name, or the currency's code. */
            alias: string;
            /** @description What is available. */
            balance: components["schemas"]["Amount"];
            /** @description ISO 4217. */
            currency: components["schemas"]["CurrencyCode"];
        };
        /**
         * @description `GET /wallets`.
         * @example {
         *       "phone_number": "+14155559992"
         *     }
         */
        WalletQuery: {
            /** @description E.164; the plus as `%2B`. */
            phone_number: string;
        };
        /**
         * @description What freezing and unfreezing answer.
         * @example {
         *       "frozen": true,
         *       "wallet_id": "018bcfe5-687b-7fff-bfff-fffffffffc05"
         *     }
         */
        WalletSwitch: {
            /** @description Whether it is frozen now. */
            frozen: boolean;
            /**
             * Format: uuid
             * @description The wallet.
             */
            wallet_id: string;
        };
        /**
         * @description `GET /withdrawals/{transaction_id}`. Always amount = held + paid + returned.
         * @example {
         *       "account_id": "64e4a964-53b5-11e9-8495-02f0df928b",
         *       "amount": {
         *         "amount": "10.00",
         *         "currency": "GBP"
         *       },
         *       "assumed": false,
         *       "commission": {
         *         "amount": "0.00",
         *         "currency": "GBP"
         *       },
         *       "fee": {
         *         "amount": "0.00",
         *         "currency": "GBP"
         *       },
         *       "fee_kept": {
         *         "amount": "0.00",
         *         "currency": "GBP"
         *       },
         *       "held": {
         *         "amount": "0.00",
         *         "currency": "GBP"
         *       },
         *       "made_at": "2026-01-31T11:42:30.000Z",
         *       "operation_id": "018bcfe5-9a40-7b2d-9c3e-2f6d1e5a8c05",
         *       "owner_id": "018bcfe5-5b1d-7c3e-a1a4-7d1a2b3c4005",
         *       "paid": {
         *         "amount": "10.00",
         *         "currency": "GBP"
         *       },
         *       "paid_late": {
         *         "amount": "0.00",
         *         "currency": "GBP"
         *       },
         *       "pos_id": "z128ffb-11a5-11l9-93p5-1231a8maf28",
         *       "returned": {
         *         "amount": "0.00",
         *         "currency": "GBP"
         *       },
         *       "state": "completed",
         *       "tariff_id": null,
         *       "tax_kept": {
         *         "amount": "0.00",
         *         "currency": "GBP"
         *       },
         *       "transaction_id": "018bcfe5-9c77-7e10-8d2b-6a5c4b3d2c05",
         *       "wallet_id": "018bcfe5-687b-7fff-bfff-fffffffffc05"
         *     }
         */
        Withdrawal: {
            /** @description The account it was taken from. */
            account_id: string;
            /** @description Cash asked for. */
            amount: components["schemas"]["Amount"];
            /** @description Nobody said that the cash had left: by its POS's setting it was taken to have. */
            assumed: boolean;
            /** @description What it added to the POS owner's commission; may be below zero after a return. */
            commission: components["schemas"]["Amount"];
            /** @description The fee that was quoted, on top of the cash. */
            fee: components["schemas"]["Amount"];
            /** @description The fee of what left the drawer, levy included; zero while it is not known. */
            fee_kept: components["schemas"]["Amount"];
            /** @description Taken from the wallet; it is not known whether the cash left the drawer. */
            held: components["schemas"]["Amount"];
            /**
             * Format: date-time
             * @description When the money was set aside.
             */
            made_at: string;
            /**
             * Format: uuid
             * @description The session it was made in.
             */
            operation_id: string;
            /**
             * Format: uuid
             * @description The POS's owner at that time.
             */
            owner_id: string;
            /** @description The cash left the drawer. */
            paid: components["schemas"]["Amount"];
            /** @description Of what was returned, how much turned out to have left the drawer after all. */
            paid_late: components["schemas"]["Amount"];
            /** @description The POS that hands out the cash. */
            pos_id: string;
            /** @description Back in the wallet. */
            returned: components["schemas"]["Amount"];
            /** @description Its state. */
            state: string;
            /**
             * Format: uuid
             * @description The version of the tariff it is reckoned by; null: none was in force.
             */
            tariff_id: string | null;
            /** @description Of the fee kept, the levy. */
            tax_kept: components["schemas"]["Amount"];
            /**
             * Format: uuid
             * @description Its id.
             */
            transaction_id: string;
            /**
             * Format: uuid
             * @description The customer's wallet.
             */
            wallet_id: string;
        };
        /**
         * @description Success.
         * @example {
         *       "data": {
         *         "transaction_id": "018bcfe5-9c77-7e10-8d2b-6a5c4b3d2c05"
         *       },
         *       "status": {
         *         "error_code": "",
         *         "message": "",
         *         "operation_id": "018bcfe5-9a40-7b2d-9c3e-2f6d1e5a8c05",
         *         "response_code": "",
         *         "status": "SUCCESS"
         *       }
         *     }
         */
        WithdrawAnswer: {
            data: components["schemas"]["WithdrawData"];
            status: components["schemas"]["Status"] & {
                /** @constant */
                error_code?: "";
                /** @constant */
                status?: "SUCCESS";
            };
        };
        /**
         * @description What a withdrawal answers.
         * @example {
         *       "transaction_id": "018bcfe5-9c77-7e10-8d2b-6a5c4b3d2c05"
         *     }
         */
        WithdrawData: {
            /**
             * Format: uuid
             * @description The withdrawal.
             */
            transaction_id: string;
        };
        /**
         * @description Which way a write-off goes.
         * @example surplus
         * @enum {string}
         */
        WrittenOff: "claim" | "surplus";
    };
    responses: never;
    parameters: never;
    requestBodies: never;
    headers: {
        /** @description `true` when this is the first answer to an earlier, equal request. */
        "idempotent-replayed": "true";
        /** @description Names this answer, for support. */
        "request-id": string;
        /** @description Seconds to wait before the next try. */
        "retry-after": string;
        /** @description When the session's limits end it. */
        "session-expires-at": string;
    };
    pathItems: never;
}
export type $defs = Record<string, never>;
export interface operations {
    showAccount: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /**
                 * @description A wallet's account by its id; any other as `kind:holder:currency`, the operator's own as `kind:currency`: `pos:z128ffb-11a5-11l9-93p5-1231a8maf28:GBP`, `funding:GBP`.
                 * @example 64e4a964-53b5-11e9-8495-02f0df928b
                 */
                account_id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Done. */
            200: {
                headers: {
                    "request-id": components["headers"]["request-id"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Account"];
                };
            };
            /** @description [`invalid_request`](/errors/invalid_request), [`invalid_body`](/errors/invalid_body), [`invalid_idempotency_key`](/errors/invalid_idempotency_key) */
            400: {
                headers: {
                    "request-id": components["headers"]["request-id"];
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"] & {
                        /** @enum {unknown} */
                        code?: "invalid_request" | "invalid_body" | "invalid_idempotency_key";
                        /** @constant */
                        status?: 400;
                    };
                };
            };
            /** @description [`unauthenticated`](/errors/unauthenticated) */
            401: {
                headers: {
                    "request-id": components["headers"]["request-id"];
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"] & {
                        /** @enum {unknown} */
                        code?: "unauthenticated";
                        /** @constant */
                        status?: 401;
                    };
                };
            };
            /** @description [`route_not_found`](/errors/route_not_found), [`account_not_found`](/errors/account_not_found) */
            404: {
                headers: {
                    "request-id": components["headers"]["request-id"];
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"] & {
                        /** @enum {unknown} */
                        code?: "route_not_found" | "account_not_found";
                        /** @constant */
                        status?: 404;
                    };
                };
            };
            /** @description [`too_many_requests`](/errors/too_many_requests) */
            429: {
                headers: {
                    "request-id": components["headers"]["request-id"];
                    "retry-after": components["headers"]["retry-after"];
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"] & {
                        /** @enum {unknown} */
                        code?: "too_many_requests";
                        /** @constant */
                        status?: 429;
                    };
                };
            };
            /** @description [`internal`](/errors/internal) */
            500: {
                headers: {
                    "request-id": components["headers"]["request-id"];
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"] & {
                        /** @enum {unknown} */
                        code?: "internal";
                        /** @constant */
                        status?: 500;
                    };
                };
            };
            /** @description [`service_unavailable`](/errors/service_unavailable) */
            503: {
                headers: {
                    "request-id": components["headers"]["request-id"];
                    "retry-after": components["headers"]["retry-after"];
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"] & {
                        /** @enum {unknown} */
                        code?: "service_unavailable";
                        /** @constant */
                        status?: 503;
                    };
                };
            };
            /** @description [`outcome_unknown`](/errors/outcome_unknown) */
            504: {
                headers: {
                    "request-id": components["headers"]["request-id"];
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"] & {
                        /** @enum {unknown} */
                        code?: "outcome_unknown";
                        /** @constant */
                        status?: 504;
                    };
                };
            };
        };
    };
    listEntries: {
        parameters: {
            query?: {
                /** @description The transfer of the first line wanted: the `next` of the page before; without it, the newest. */
                from?: number;
                /** @description Lines on the page, at most. */
                limit?: number;
            };
            header?: never;
            path: {
                /**
                 * @description A wallet's account by its id; any other as `kind:holder:currency`, the operator's own as `kind:currency`: `pos:z128ffb-11a5-11l9-93p5-1231a8maf28:GBP`, `funding:GBP`.
                 * @example 64e4a964-53b5-11e9-8495-02f0df928b
                 */
                account_id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Done. */
            200: {
                headers: {
                    "request-id": components["headers"]["request-id"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["AccountEntries"];
                };
            };
            /** @description [`invalid_request`](/errors/invalid_request), [`invalid_body`](/errors/invalid_body), [`invalid_query`](/errors/invalid_query), [`invalid_idempotency_key`](/errors/invalid_idempotency_key) */
            400: {
                headers: {
                    "request-id": components["headers"]["request-id"];
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"] & {
                        /** @enum {unknown} */
                        code?: "invalid_request" | "invalid_body" | "invalid_query" | "invalid_idempotency_key";
                        /** @constant */
                        status?: 400;
                    };
                };
            };
            /** @description [`unauthenticated`](/errors/unauthenticated) */
            401: {
                headers: {
                    "request-id": components["headers"]["request-id"];
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"] & {
                        /** @enum {unknown} */
                        code?: "unauthenticated";
                        /** @constant */
                        status?: 401;
                    };
                };
            };
            /** @description [`route_not_found`](/errors/route_not_found), [`account_not_found`](/errors/account_not_found) */
            404: {
                headers: {
                    "request-id": components["headers"]["request-id"];
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"] & {
                        /** @enum {unknown} */
                        code?: "route_not_found" | "account_not_found";
                        /** @constant */
                        status?: 404;
                    };
                };
            };
            /** @description [`too_many_requests`](/errors/too_many_requests) */
            429: {
                headers: {
                    "request-id": components["headers"]["request-id"];
                    "retry-after": components["headers"]["retry-after"];
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"] & {
                        /** @enum {unknown} */
                        code?: "too_many_requests";
                        /** @constant */
                        status?: 429;
                    };
                };
            };
            /** @description [`internal`](/errors/internal) */
            500: {
                headers: {
                    "request-id": components["headers"]["request-id"];
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"] & {
                        /** @enum {unknown} */
                        code?: "internal";
                        /** @constant */
                        status?: 500;
                    };
                };
            };
            /** @description [`service_unavailable`](/errors/service_unavailable) */
            503: {
                headers: {
                    "request-id": components["headers"]["request-id"];
                    "retry-after": components["headers"]["retry-after"];
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"] & {
                        /** @enum {unknown} */
                        code?: "service_unavailable";
                        /** @constant */
                        status?: 503;
                    };
                };
            };
            /** @description [`outcome_unknown`](/errors/outcome_unknown) */
            504: {
                headers: {
                    "request-id": components["headers"]["request-id"];
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"] & {
                        /** @enum {unknown} */
                        code?: "outcome_unknown";
                        /** @constant */
                        status?: 504;
                    };
                };
            };
        };
    };
    setBrake: {
        parameters: {
            query?: never;
            header?: {
                /**
                 * @description A text of your own, new for each new request and the same for every repeat of it.
                 * @example 5f0c6a0e-visit-1
                 */
                "Idempotency-Key"?: string;
            };
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["SetBrake"];
            };
        };
        responses: {
            /** @description Done. */
            200: {
                headers: {
                    "idempotent-replayed": components["headers"]["idempotent-replayed"];
                    "request-id": components["headers"]["request-id"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["SetBrake"];
                };
            };
            /** @description [`invalid_request`](/errors/invalid_request), [`invalid_body`](/errors/invalid_body), [`invalid_idempotency_key`](/errors/invalid_idempotency_key) */
            400: {
                headers: {
                    "request-id": components["headers"]["request-id"];
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"] & {
                        /** @enum {unknown} */
                        code?: "invalid_request" | "invalid_body" | "invalid_idempotency_key";
                        /** @constant */
                        status?: 400;
                    };
                };
            };
            /** @description [`unauthenticated`](/errors/unauthenticated) */
            401: {
                headers: {
                    "request-id": components["headers"]["request-id"];
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"] & {
                        /** @enum {unknown} */
                        code?: "unauthenticated";
                        /** @constant */
                        status?: 401;
                    };
                };
            };
            /** @description [`role_forbids`](/errors/role_forbids) */
            403: {
                headers: {
                    "request-id": components["headers"]["request-id"];
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"] & {
                        /** @enum {unknown} */
                        code?: "role_forbids";
                        /** @constant */
                        status?: 403;
                    };
                };
            };
            /** @description [`route_not_found`](/errors/route_not_found) */
            404: {
                headers: {
                    "request-id": components["headers"]["request-id"];
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"] & {
                        /** @enum {unknown} */
                        code?: "route_not_found";
                        /** @constant */
                        status?: 404;
                    };
                };
            };
            /** @description [`idempotency_key_reused`](/errors/idempotency_key_reused), [`needs_two_people`](/errors/needs_two_people) */
            409: {
                headers: {
                    "request-id": components["headers"]["request-id"];
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"] & {
                        /** @enum {unknown} */
                        code?: "idempotency_key_reused" | "needs_two_people";
                        /** @constant */
                        status?: 409;
                    };
                };
            };
            /** @description [`unacceptable`](/errors/unacceptable), [`invalid_amount`](/errors/invalid_amount) */
            422: {
                headers: {
                    "request-id": components["headers"]["request-id"];
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"] & {
                        /** @enum {unknown} */
                        code?: "unacceptable" | "invalid_amount";
                        /** @constant */
                        status?: 422;
                    };
                };
            };
            /** @description [`too_many_requests`](/errors/too_many_requests) */
            429: {
                headers: {
                    "request-id": components["headers"]["request-id"];
                    "retry-after": components["headers"]["retry-after"];
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"] & {
                        /** @enum {unknown} */
                        code?: "too_many_requests";
                        /** @constant */
                        status?: 429;
                    };
                };
            };
            /** @description [`internal`](/errors/internal) */
            500: {
                headers: {
                    "request-id": components["headers"]["request-id"];
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"] & {
                        /** @enum {unknown} */
                        code?: "internal";
                        /** @constant */
                        status?: 500;
                    };
                };
            };
            /** @description [`service_unavailable`](/errors/service_unavailable) */
            503: {
                headers: {
                    "request-id": components["headers"]["request-id"];
                    "retry-after": components["headers"]["retry-after"];
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"] & {
                        /** @enum {unknown} */
                        code?: "service_unavailable";
                        /** @constant */
                        status?: 503;
                    };
                };
            };
            /** @description [`outcome_unknown`](/errors/outcome_unknown) */
            504: {
                headers: {
                    "request-id": components["headers"]["request-id"];
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"] & {
                        /** @enum {unknown} */
                        code?: "outcome_unknown";
                        /** @constant */
                        status?: 504;
                    };
                };
            };
        };
    };
    listCases: {
        parameters: {
            query?: {
                /** @description Only cases of operations begun after this one: the `next` of the page before. */
                after?: string;
                /** @description Cases on the page, at most. */
                limit?: number;
                /** @description Which cases. */
                state?: components["schemas"]["AskedCases"];
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Done. */
            200: {
                headers: {
                    "request-id": components["headers"]["request-id"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Cases"];
                };
            };
            /** @description [`invalid_request`](/errors/invalid_request), [`invalid_body`](/errors/invalid_body), [`invalid_query`](/errors/invalid_query), [`invalid_idempotency_key`](/errors/invalid_idempotency_key) */
            400: {
                headers: {
                    "request-id": components["headers"]["request-id"];
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"] & {
                        /** @enum {unknown} */
                        code?: "invalid_request" | "invalid_body" | "invalid_query" | "invalid_idempotency_key";
                        /** @constant */
                        status?: 400;
                    };
                };
            };
            /** @description [`unauthenticated`](/errors/unauthenticated) */
            401: {
                headers: {
                    "request-id": components["headers"]["request-id"];
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"] & {
                        /** @enum {unknown} */
                        code?: "unauthenticated";
                        /** @constant */
                        status?: 401;
                    };
                };
            };
            /** @description [`route_not_found`](/errors/route_not_found) */
            404: {
                headers: {
                    "request-id": components["headers"]["request-id"];
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"] & {
                        /** @enum {unknown} */
                        code?: "route_not_found";
                        /** @constant */
                        status?: 404;
                    };
                };
            };
            /** @description [`too_many_requests`](/errors/too_many_requests) */
            429: {
                headers: {
                    "request-id": components["headers"]["request-id"];
                    "retry-after": components["headers"]["retry-after"];
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"] & {
                        /** @enum {unknown} */
                        code?: "too_many_requests";
                        /** @constant */
                        status?: 429;
                    };
                };
            };
            /** @description [`internal`](/errors/internal) */
            500: {
                headers: {
                    "request-id": components["headers"]["request-id"];
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"] & {
                        /** @enum {unknown} */
                        code?: "internal";
                        /** @constant */
                        status?: 500;
                    };
                };
            };
            /** @description [`service_unavailable`](/errors/service_unavailable) */
            503: {
                headers: {
                    "request-id": components["headers"]["request-id"];
                    "retry-after": components["headers"]["retry-after"];
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"] & {
                        /** @enum {unknown} */
                        code?: "service_unavailable";
                        /** @constant */
                        status?: 503;
                    };
                };
            };
            /** @description [`outcome_unknown`](/errors/outcome_unknown) */
            504: {
                headers: {
                    "request-id": components["headers"]["request-id"];
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"] & {
                        /** @enum {unknown} */
                        code?: "outcome_unknown";
                        /** @constant */
                        status?: 504;
                    };
                };
            };
        };
    };
    showCase: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /**
                 * @description What the login answered.
                 * @example 018bcfe5-687b-7fff-bfff-fffffffffc05
                 */
                operation_id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Done. */
            200: {
                headers: {
                    "request-id": components["headers"]["request-id"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Case"];
                };
            };
            /** @description [`invalid_request`](/errors/invalid_request), [`invalid_body`](/errors/invalid_body), [`invalid_idempotency_key`](/errors/invalid_idempotency_key) */
            400: {
                headers: {
                    "request-id": components["headers"]["request-id"];
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"] & {
                        /** @enum {unknown} */
                        code?: "invalid_request" | "invalid_body" | "invalid_idempotency_key";
                        /** @constant */
                        status?: 400;
                    };
                };
            };
            /** @description [`unauthenticated`](/errors/unauthenticated) */
            401: {
                headers: {
                    "request-id": components["headers"]["request-id"];
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"] & {
                        /** @enum {unknown} */
                        code?: "unauthenticated";
                        /** @constant */
                        status?: 401;
                    };
                };
            };
            /** @description [`route_not_found`](/errors/route_not_found), [`case_not_found`](/errors/case_not_found) */
            404: {
                headers: {
                    "request-id": components["headers"]["request-id"];
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"] & {
                        /** @enum {unknown} */
                        code?: "route_not_found" | "case_not_found";
                        /** @constant */
                        status?: 404;
                    };
                };
            };
            /** @description [`too_many_requests`](/errors/too_many_requests) */
            429: {
                headers: {
                    "request-id": components["headers"]["request-id"];
                    "retry-after": components["headers"]["retry-after"];
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"] & {
                        /** @enum {unknown} */
                        code?: "too_many_requests";
                        /** @constant */
                        status?: 429;
                    };
                };
            };
            /** @description [`internal`](/errors/internal) */
            500: {
                headers: {
                    "request-id": components["headers"]["request-id"];
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"] & {
                        /** @enum {unknown} */
                        code?: "internal";
                        /** @constant */
                        status?: 500;
                    };
                };
            };
            /** @description [`service_unavailable`](/errors/service_unavailable) */
            503: {
                headers: {
                    "request-id": components["headers"]["request-id"];
                    "retry-after": components["headers"]["retry-after"];
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"] & {
                        /** @enum {unknown} */
                        code?: "service_unavailable";
                        /** @constant */
                        status?: 503;
                    };
                };
            };
            /** @description [`outcome_unknown`](/errors/outcome_unknown) */
            504: {
                headers: {
                    "request-id": components["headers"]["request-id"];
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"] & {
                        /** @enum {unknown} */
                        code?: "outcome_unknown";
                        /** @constant */
                        status?: 504;
                    };
                };
            };
        };
    };
    noteCase: {
        parameters: {
            query?: never;
            header?: {
                /**
                 * @description A text of your own, new for each new request and the same for every repeat of it.
                 * @example 5f0c6a0e-visit-1
                 */
                "Idempotency-Key"?: string;
            };
            path: {
                /**
                 * @description What the login answered.
                 * @example 018bcfe5-687b-7fff-bfff-fffffffffc05
                 */
                operation_id: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["NoteCase"];
            };
        };
        responses: {
            /** @description Done. */
            204: {
                headers: {
                    "idempotent-replayed": components["headers"]["idempotent-replayed"];
                    "request-id": components["headers"]["request-id"];
                    [name: string]: unknown;
                };
                content?: never;
            };
            /** @description [`invalid_request`](/errors/invalid_request), [`invalid_body`](/errors/invalid_body), [`invalid_idempotency_key`](/errors/invalid_idempotency_key) */
            400: {
                headers: {
                    "request-id": components["headers"]["request-id"];
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"] & {
                        /** @enum {unknown} */
                        code?: "invalid_request" | "invalid_body" | "invalid_idempotency_key";
                        /** @constant */
                        status?: 400;
                    };
                };
            };
            /** @description [`unauthenticated`](/errors/unauthenticated) */
            401: {
                headers: {
                    "request-id": components["headers"]["request-id"];
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"] & {
                        /** @enum {unknown} */
                        code?: "unauthenticated";
                        /** @constant */
                        status?: 401;
                    };
                };
            };
            /** @description [`role_forbids`](/errors/role_forbids) */
            403: {
                headers: {
                    "request-id": components["headers"]["request-id"];
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"] & {
                        /** @enum {unknown} */
                        code?: "role_forbids";
                        /** @constant */
                        status?: 403;
                    };
                };
            };
            /** @description [`route_not_found`](/errors/route_not_found), [`case_not_found`](/errors/case_not_found) */
            404: {
                headers: {
                    "request-id": components["headers"]["request-id"];
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"] & {
                        /** @enum {unknown} */
                        code?: "route_not_found" | "case_not_found";
                        /** @constant */
                        status?: 404;
                    };
                };
            };
            /** @description [`idempotency_key_reused`](/errors/idempotency_key_reused), [`wallet_frozen`](/errors/wallet_frozen) */
            409: {
                headers: {
                    "request-id": components["headers"]["request-id"];
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"] & {
                        /** @enum {unknown} */
                        code?: "idempotency_key_reused" | "wallet_frozen";
                        /** @constant */
                        status?: 409;
                    };
                };
            };
            /** @description [`unacceptable`](/errors/unacceptable), [`limit_exceeded`](/errors/limit_exceeded) */
            422: {
                headers: {
                    "request-id": components["headers"]["request-id"];
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"] & {
                        /** @enum {unknown} */
                        code?: "unacceptable" | "limit_exceeded";
                        /** @constant */
                        status?: 422;
                    };
                };
            };
            /** @description [`too_many_requests`](/errors/too_many_requests) */
            429: {
                headers: {
                    "request-id": components["headers"]["request-id"];
                    "retry-after": components["headers"]["retry-after"];
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"] & {
                        /** @enum {unknown} */
                        code?: "too_many_requests";
                        /** @constant */
                        status?: 429;
                    };
                };
            };
            /** @description [`internal`](/errors/internal) */
            500: {
                headers: {
                    "request-id": components["headers"]["request-id"];
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"] & {
                        /** @enum {unknown} */
                        code?: "internal";
                        /** @constant */
                        status?: 500;
                    };
                };
            };
            /** @description [`service_unavailable`](/errors/service_unavailable) */
            503: {
                headers: {
                    "request-id": components["headers"]["request-id"];
                    "retry-after": components["headers"]["retry-after"];
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"] & {
                        /** @enum {unknown} */
                        code?: "service_unavailable";
                        /** @constant */
                        status?: 503;
                    };
                };
            };
            /** @description [`outcome_unknown`](/errors/outcome_unknown) */
            504: {
                headers: {
                    "request-id": components["headers"]["request-id"];
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"] & {
                        /** @enum {unknown} */
                        code?: "outcome_unknown";
                        /** @constant */
                        status?: 504;
                    };
                };
            };
        };
    };
    changeCashier: {
        parameters: {
            query?: never;
            header?: {
                /**
                 * @description A text of your own, new for each new request and the same for every repeat of it.
                 * @example 5f0c6a0e-visit-1
                 */
                "Idempotency-Key"?: string;
            };
            path: {
                /**
                 * @description The cashier.
                 * @example 018bcfe5-687b-7fff-bfff-fffffffffc05
                 */
                cashier_id: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["ChangeCashier"];
            };
        };
        responses: {
            /** @description Done. */
            204: {
                headers: {
                    "idempotent-replayed": components["headers"]["idempotent-replayed"];
                    "request-id": components["headers"]["request-id"];
                    [name: string]: unknown;
                };
                content?: never;
            };
            /** @description [`invalid_request`](/errors/invalid_request), [`invalid_body`](/errors/invalid_body), [`invalid_idempotency_key`](/errors/invalid_idempotency_key) */
            400: {
                headers: {
                    "request-id": components["headers"]["request-id"];
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"] & {
                        /** @enum {unknown} */
                        code?: "invalid_request" | "invalid_body" | "invalid_idempotency_key";
                        /** @constant */
                        status?: 400;
                    };
                };
            };
            /** @description [`unauthenticated`](/errors/unauthenticated) */
            401: {
                headers: {
                    "request-id": components["headers"]["request-id"];
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"] & {
                        /** @enum {unknown} */
                        code?: "unauthenticated";
                        /** @constant */
                        status?: 401;
                    };
                };
            };
            /** @description [`role_forbids`](/errors/role_forbids) */
            403: {
                headers: {
                    "request-id": components["headers"]["request-id"];
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"] & {
                        /** @enum {unknown} */
                        code?: "role_forbids";
                        /** @constant */
                        status?: 403;
                    };
                };
            };
            /** @description [`route_not_found`](/errors/route_not_found), [`cashier_not_found`](/errors/cashier_not_found) */
            404: {
                headers: {
                    "request-id": components["headers"]["request-id"];
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"] & {
                        /** @enum {unknown} */
                        code?: "route_not_found" | "cashier_not_found";
                        /** @constant */
                        status?: 404;
                    };
                };
            };
            /** @description [`idempotency_key_reused`](/errors/idempotency_key_reused) */
            409: {
                headers: {
                    "request-id": components["headers"]["request-id"];
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"] & {
                        /** @enum {unknown} */
                        code?: "idempotency_key_reused";
                        /** @constant */
                        status?: 409;
                    };
                };
            };
            /** @description [`unacceptable`](/errors/unacceptable) */
            422: {
                headers: {
                    "request-id": components["headers"]["request-id"];
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"] & {
                        /** @enum {unknown} */
                        code?: "unacceptable";
                        /** @constant */
                        status?: 422;
                    };
                };
            };
            /** @description [`too_many_requests`](/errors/too_many_requests) */
            429: {
                headers: {
                    "request-id": components["headers"]["request-id"];
                    "retry-after": components["headers"]["retry-after"];
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"] & {
                        /** @enum {unknown} */
                        code?: "too_many_requests";
                        /** @constant */
                        status?: 429;
                    };
                };
            };
            /** @description [`internal`](/errors/internal) */
            500: {
                headers: {
                    "request-id": components["headers"]["request-id"];
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"] & {
                        /** @enum {unknown} */
                        code?: "internal";
                        /** @constant */
                        status?: 500;
                    };
                };
            };
            /** @description [`service_unavailable`](/errors/service_unavailable) */
            503: {
                headers: {
                    "request-id": components["headers"]["request-id"];
                    "retry-after": components["headers"]["retry-after"];
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"] & {
                        /** @enum {unknown} */
                        code?: "service_unavailable";
                        /** @constant */
                        status?: 503;
                    };
                };
            };
            /** @description [`outcome_unknown`](/errors/outcome_unknown) */
            504: {
                headers: {
                    "request-id": components["headers"]["request-id"];
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"] & {
                        /** @enum {unknown} */
                        code?: "outcome_unknown";
                        /** @constant */
                        status?: 504;
                    };
                };
            };
        };
    };
    showCashRules: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /**
                 * @description The currency of the cash.
                 * @example GBP
                 */
                currency: components["schemas"]["CurrencyCode"];
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Done. */
            200: {
                headers: {
                    "request-id": components["headers"]["request-id"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["CashRules"];
                };
            };
            /** @description [`invalid_request`](/errors/invalid_request), [`invalid_body`](/errors/invalid_body), [`invalid_idempotency_key`](/errors/invalid_idempotency_key) */
            400: {
                headers: {
                    "request-id": components["headers"]["request-id"];
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"] & {
                        /** @enum {unknown} */
                        code?: "invalid_request" | "invalid_body" | "invalid_idempotency_key";
                        /** @constant */
                        status?: 400;
                    };
                };
            };
            /** @description [`unauthenticated`](/errors/unauthenticated) */
            401: {
                headers: {
                    "request-id": components["headers"]["request-id"];
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"] & {
                        /** @enum {unknown} */
                        code?: "unauthenticated";
                        /** @constant */
                        status?: 401;
                    };
                };
            };
            /** @description [`route_not_found`](/errors/route_not_found) */
            404: {
                headers: {
                    "request-id": components["headers"]["request-id"];
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"] & {
                        /** @enum {unknown} */
                        code?: "route_not_found";
                        /** @constant */
                        status?: 404;
                    };
                };
            };
            /** @description [`too_many_requests`](/errors/too_many_requests) */
            429: {
                headers: {
                    "request-id": components["headers"]["request-id"];
                    "retry-after": components["headers"]["retry-after"];
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"] & {
                        /** @enum {unknown} */
                        code?: "too_many_requests";
                        /** @constant */
                        status?: 429;
                    };
                };
            };
            /** @description [`internal`](/errors/internal) */
            500: {
                headers: {
                    "request-id": components["headers"]["request-id"];
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"] & {
                        /** @enum {unknown} */
                        code?: "internal";
                        /** @constant */
                        status?: 500;
                    };
                };
            };
            /** @description [`service_unavailable`](/errors/service_unavailable) */
            503: {
                headers: {
                    "request-id": components["headers"]["request-id"];
                    "retry-after": components["headers"]["retry-after"];
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"] & {
                        /** @enum {unknown} */
                        code?: "service_unavailable";
                        /** @constant */
                        status?: 503;
                    };
                };
            };
            /** @description [`outcome_unknown`](/errors/outcome_unknown) */
            504: {
                headers: {
                    "request-id": components["headers"]["request-id"];
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"] & {
                        /** @enum {unknown} */
                        code?: "outcome_unknown";
                        /** @constant */
                        status?: 504;
                    };
                };
            };
        };
    };
    setCashRules: {
        parameters: {
            query?: never;
            header?: {
                /**
                 * @description A text of your own, new for each new request and the same for every repeat of it.
                 * @example 5f0c6a0e-visit-1
                 */
                "Idempotency-Key"?: string;
            };
            path: {
                /**
                 * @description The currency of the cash.
                 * @example GBP
                 */
                currency: components["schemas"]["CurrencyCode"];
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["CashRules"];
            };
        };
        responses: {
            /** @description Done. */
            200: {
                headers: {
                    "idempotent-replayed": components["headers"]["idempotent-replayed"];
                    "request-id": components["headers"]["request-id"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["CashRules"];
                };
            };
            /** @description [`invalid_request`](/errors/invalid_request), [`invalid_body`](/errors/invalid_body), [`invalid_idempotency_key`](/errors/invalid_idempotency_key) */
            400: {
                headers: {
                    "request-id": components["headers"]["request-id"];
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"] & {
                        /** @enum {unknown} */
                        code?: "invalid_request" | "invalid_body" | "invalid_idempotency_key";
                        /** @constant */
                        status?: 400;
                    };
                };
            };
            /** @description [`unauthenticated`](/errors/unauthenticated) */
            401: {
                headers: {
                    "request-id": components["headers"]["request-id"];
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"] & {
                        /** @enum {unknown} */
                        code?: "unauthenticated";
                        /** @constant */
                        status?: 401;
                    };
                };
            };
            /** @description [`role_forbids`](/errors/role_forbids) */
            403: {
                headers: {
                    "request-id": components["headers"]["request-id"];
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"] & {
                        /** @enum {unknown} */
                        code?: "role_forbids";
                        /** @constant */
                        status?: 403;
                    };
                };
            };
            /** @description [`route_not_found`](/errors/route_not_found) */
            404: {
                headers: {
                    "request-id": components["headers"]["request-id"];
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"] & {
                        /** @enum {unknown} */
                        code?: "route_not_found";
                        /** @constant */
                        status?: 404;
                    };
                };
            };
            /** @description [`idempotency_key_reused`](/errors/idempotency_key_reused) */
            409: {
                headers: {
                    "request-id": components["headers"]["request-id"];
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"] & {
                        /** @enum {unknown} */
                        code?: "idempotency_key_reused";
                        /** @constant */
                        status?: 409;
                    };
                };
            };
            /** @description [`unacceptable`](/errors/unacceptable) */
            422: {
                headers: {
                    "request-id": components["headers"]["request-id"];
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"] & {
                        /** @enum {unknown} */
                        code?: "unacceptable";
                        /** @constant */
                        status?: 422;
                    };
                };
            };
            /** @description [`too_many_requests`](/errors/too_many_requests) */
            429: {
                headers: {
                    "request-id": components["headers"]["request-id"];
                    "retry-after": components["headers"]["retry-after"];
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"] & {
                        /** @enum {unknown} */
                        code?: "too_many_requests";
                        /** @constant */
                        status?: 429;
                    };
                };
            };
            /** @description [`internal`](/errors/internal) */
            500: {
                headers: {
                    "request-id": components["headers"]["request-id"];
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"] & {
                        /** @enum {unknown} */
                        code?: "internal";
                        /** @constant */
                        status?: 500;
                    };
                };
            };
            /** @description [`service_unavailable`](/errors/service_unavailable) */
            503: {
                headers: {
                    "request-id": components["headers"]["request-id"];
                    "retry-after": components["headers"]["retry-after"];
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"] & {
                        /** @enum {unknown} */
                        code?: "service_unavailable";
                        /** @constant */
                        status?: 503;
                    };
                };
            };
            /** @description [`outcome_unknown`](/errors/outcome_unknown) */
            504: {
                headers: {
                    "request-id": components["headers"]["request-id"];
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"] & {
                        /** @enum {unknown} */
                        code?: "outcome_unknown";
                        /** @constant */
                        status?: 504;
                    };
                };
            };
        };
    };
    listLimits: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Done. */
            200: {
                headers: {
                    "request-id": components["headers"]["request-id"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Limits"];
                };
            };
            /** @description [`invalid_request`](/errors/invalid_request), [`invalid_body`](/errors/invalid_body), [`invalid_idempotency_key`](/errors/invalid_idempotency_key) */
            400: {
                headers: {
                    "request-id": components["headers"]["request-id"];
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"] & {
                        /** @enum {unknown} */
                        code?: "invalid_request" | "invalid_body" | "invalid_idempotency_key";
                        /** @constant */
                        status?: 400;
                    };
                };
            };
            /** @description [`unauthenticated`](/errors/unauthenticated) */
            401: {
                headers: {
                    "request-id": components["headers"]["request-id"];
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"] & {
                        /** @enum {unknown} */
                        code?: "unauthenticated";
                        /** @constant */
                        status?: 401;
                    };
                };
            };
            /** @description [`route_not_found`](/errors/route_not_found) */
            404: {
                headers: {
                    "request-id": components["headers"]["request-id"];
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"] & {
                        /** @enum {unknown} */
                        code?: "route_not_found";
                        /** @constant */
                        status?: 404;
                    };
                };
            };
            /** @description [`too_many_requests`](/errors/too_many_requests) */
            429: {
                headers: {
                    "request-id": components["headers"]["request-id"];
                    "retry-after": components["headers"]["retry-after"];
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"] & {
                        /** @enum {unknown} */
                        code?: "too_many_requests";
                        /** @constant */
                        status?: 429;
                    };
                };
            };
            /** @description [`internal`](/errors/internal) */
            500: {
                headers: {
                    "request-id": components["headers"]["request-id"];
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"] & {
                        /** @enum {unknown} */
                        code?: "internal";
                        /** @constant */
                        status?: 500;
                    };
                };
            };
            /** @description [`service_unavailable`](/errors/service_unavailable) */
            503: {
                headers: {
                    "request-id": components["headers"]["request-id"];
                    "retry-after": components["headers"]["retry-after"];
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"] & {
                        /** @enum {unknown} */
                        code?: "service_unavailable";
                        /** @constant */
                        status?: 503;
                    };
                };
            };
            /** @description [`outcome_unknown`](/errors/outcome_unknown) */
            504: {
                headers: {
                    "request-id": components["headers"]["request-id"];
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"] & {
                        /** @enum {unknown} */
                        code?: "outcome_unknown";
                        /** @constant */
                        status?: 504;
                    };
                };
            };
        };
    };
    setLimit: {
        parameters: {
            query?: never;
            header?: {
                /**
                 * @description A text of your own, new for each new request and the same for every repeat of it.
                 * @example 5f0c6a0e-visit-1
                 */
                "Idempotency-Key"?: string;
            };
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["Limit"];
            };
        };
        responses: {
            /** @description Done. */
            200: {
                headers: {
                    "idempotent-replayed": components["headers"]["idempotent-replayed"];
                    "request-id": components["headers"]["request-id"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Limit"];
                };
            };
            /** @description [`invalid_request`](/errors/invalid_request), [`invalid_body`](/errors/invalid_body), [`invalid_idempotency_key`](/errors/invalid_idempotency_key) */
            400: {
                headers: {
                    "request-id": components["headers"]["request-id"];
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"] & {
                        /** @enum {unknown} */
                        code?: "invalid_request" | "invalid_body" | "invalid_idempotency_key";
                        /** @constant */
                        status?: 400;
                    };
                };
            };
            /** @description [`unauthenticated`](/errors/unauthenticated) */
            401: {
                headers: {
                    "request-id": components["headers"]["request-id"];
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"] & {
                        /** @enum {unknown} */
                        code?: "unauthenticated";
                        /** @constant */
                        status?: 401;
                    };
                };
            };
            /** @description [`role_forbids`](/errors/role_forbids) */
            403: {
                headers: {
                    "request-id": components["headers"]["request-id"];
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"] & {
                        /** @enum {unknown} */
                        code?: "role_forbids";
                        /** @constant */
                        status?: 403;
                    };
                };
            };
            /** @description [`route_not_found`](/errors/route_not_found), [`wallet_not_found`](/errors/wallet_not_found), [`owner_not_found`](/errors/owner_not_found), [`pos_not_found`](/errors/pos_not_found) */
            404: {
                headers: {
                    "request-id": components["headers"]["request-id"];
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"] & {
                        /** @enum {unknown} */
                        code?: "route_not_found" | "wallet_not_found" | "owner_not_found" | "pos_not_found";
                        /** @constant */
                        status?: 404;
                    };
                };
            };
            /** @description [`idempotency_key_reused`](/errors/idempotency_key_reused), [`needs_two_people`](/errors/needs_two_people) */
            409: {
                headers: {
                    "request-id": components["headers"]["request-id"];
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"] & {
                        /** @enum {unknown} */
                        code?: "idempotency_key_reused" | "needs_two_people";
                        /** @constant */
                        status?: 409;
                    };
                };
            };
            /** @description [`unacceptable`](/errors/unacceptable), [`invalid_amount`](/errors/invalid_amount), [`limit_exceeded`](/errors/limit_exceeded) */
            422: {
                headers: {
                    "request-id": components["headers"]["request-id"];
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"] & {
                        /** @enum {unknown} */
                        code?: "unacceptable" | "invalid_amount" | "limit_exceeded";
                        /** @constant */
                        status?: 422;
                    };
                };
            };
            /** @description [`too_many_requests`](/errors/too_many_requests) */
            429: {
                headers: {
                    "request-id": components["headers"]["request-id"];
                    "retry-after": components["headers"]["retry-after"];
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"] & {
                        /** @enum {unknown} */
                        code?: "too_many_requests";
                        /** @constant */
                        status?: 429;
                    };
                };
            };
            /** @description [`internal`](/errors/internal) */
            500: {
                headers: {
                    "request-id": components["headers"]["request-id"];
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"] & {
                        /** @enum {unknown} */
                        code?: "internal";
                        /** @constant */
                        status?: 500;
                    };
                };
            };
            /** @description [`service_unavailable`](/errors/service_unavailable) */
            503: {
                headers: {
                    "request-id": components["headers"]["request-id"];
                    "retry-after": components["headers"]["retry-after"];
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"] & {
                        /** @enum {unknown} */
                        code?: "service_unavailable";
                        /** @constant */
                        status?: 503;
                    };
                };
            };
            /** @description [`outcome_unknown`](/errors/outcome_unknown) */
            504: {
                headers: {
                    "request-id": components["headers"]["request-id"];
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"] & {
                        /** @enum {unknown} */
                        code?: "outcome_unknown";
                        /** @constant */
                        status?: 504;
                    };
                };
            };
        };
    };
    showLimitUsage: {
        parameters: {
            query?: {
                /** @description This POS's, and its owner's. */
                pos_id?: string;
                /** @description This wallet's. */
                wallet_id?: string;
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Done. */
            200: {
                headers: {
                    "request-id": components["headers"]["request-id"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["LimitUsages"];
                };
            };
            /** @description [`invalid_request`](/errors/invalid_request), [`invalid_body`](/errors/invalid_body), [`invalid_query`](/errors/invalid_query), [`invalid_idempotency_key`](/errors/invalid_idempotency_key) */
            400: {
                headers: {
                    "request-id": components["headers"]["request-id"];
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"] & {
                        /** @enum {unknown} */
                        code?: "invalid_request" | "invalid_body" | "invalid_query" | "invalid_idempotency_key";
                        /** @constant */
                        status?: 400;
                    };
                };
            };
            /** @description [`unauthenticated`](/errors/unauthenticated) */
            401: {
                headers: {
                    "request-id": components["headers"]["request-id"];
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"] & {
                        /** @enum {unknown} */
                        code?: "unauthenticated";
                        /** @constant */
                        status?: 401;
                    };
                };
            };
            /** @description [`route_not_found`](/errors/route_not_found), [`wallet_not_found`](/errors/wallet_not_found), [`pos_not_found`](/errors/pos_not_found) */
            404: {
                headers: {
                    "request-id": components["headers"]["request-id"];
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"] & {
                        /** @enum {unknown} */
                        code?: "route_not_found" | "wallet_not_found" | "pos_not_found";
                        /** @constant */
                        status?: 404;
                    };
                };
            };
            /** @description [`too_many_requests`](/errors/too_many_requests) */
            429: {
                headers: {
                    "request-id": components["headers"]["request-id"];
                    "retry-after": components["headers"]["retry-after"];
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"] & {
                        /** @enum {unknown} */
                        code?: "too_many_requests";
                        /** @constant */
                        status?: 429;
                    };
                };
            };
            /** @description [`internal`](/errors/internal) */
            500: {
                headers: {
                    "request-id": components["headers"]["request-id"];
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"] & {
                        /** @enum {unknown} */
                        code?: "internal";
                        /** @constant */
                        status?: 500;
                    };
                };
            };
            /** @description [`service_unavailable`](/errors/service_unavailable) */
            503: {
                headers: {
                    "request-id": components["headers"]["request-id"];
                    "retry-after": components["headers"]["retry-after"];
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"] & {
                        /** @enum {unknown} */
                        code?: "service_unavailable";
                        /** @constant */
                        status?: 503;
                    };
                };
            };
            /** @description [`outcome_unknown`](/errors/outcome_unknown) */
            504: {
                headers: {
                    "request-id": components["headers"]["request-id"];
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"] & {
                        /** @enum {unknown} */
                        code?: "outcome_unknown";
                        /** @constant */
                        status?: 504;
                    };
                };
            };
        };
    };
    listOperatorKeys: {
        parameters: {
            query?: {
                /** @description Only keys made after this one: the `next` of the page before. */
                after?: string;
                /** @description Keys on the page, at most. */
                limit?: number;
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Done. */
            200: {
                headers: {
                    "request-id": components["headers"]["request-id"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["OperatorKeys"];
                };
            };
            /** @description [`invalid_request`](/errors/invalid_request), [`invalid_body`](/errors/invalid_body), [`invalid_query`](/errors/invalid_query), [`invalid_idempotency_key`](/errors/invalid_idempotency_key) */
            400: {
                headers: {
                    "request-id": components["headers"]["request-id"];
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"] & {
                        /** @enum {unknown} */
                        code?: "invalid_request" | "invalid_body" | "invalid_query" | "invalid_idempotency_key";
                        /** @constant */
                        status?: 400;
                    };
                };
            };
            /** @description [`unauthenticated`](/errors/unauthenticated) */
            401: {
                headers: {
                    "request-id": components["headers"]["request-id"];
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"] & {
                        /** @enum {unknown} */
                        code?: "unauthenticated";
                        /** @constant */
                        status?: 401;
                    };
                };
            };
            /** @description [`role_forbids`](/errors/role_forbids) */
            403: {
                headers: {
                    "request-id": components["headers"]["request-id"];
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"] & {
                        /** @enum {unknown} */
                        code?: "role_forbids";
                        /** @constant */
                        status?: 403;
                    };
                };
            };
            /** @description [`route_not_found`](/errors/route_not_found) */
            404: {
                headers: {
                    "request-id": components["headers"]["request-id"];
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"] & {
                        /** @enum {unknown} */
                        code?: "route_not_found";
                        /** @constant */
                        status?: 404;
                    };
                };
            };
            /** @description [`too_many_requests`](/errors/too_many_requests) */
            429: {
                headers: {
                    "request-id": components["headers"]["request-id"];
                    "retry-after": components["headers"]["retry-after"];
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"] & {
                        /** @enum {unknown} */
                        code?: "too_many_requests";
                        /** @constant */
                        status?: 429;
                    };
                };
            };
            /** @description [`internal`](/errors/internal) */
            500: {
                headers: {
                    "request-id": components["headers"]["request-id"];
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"] & {
                        /** @enum {unknown} */
                        code?: "internal";
                        /** @constant */
                        status?: 500;
                    };
                };
            };
            /** @description [`service_unavailable`](/errors/service_unavailable) */
            503: {
                headers: {
                    "request-id": components["headers"]["request-id"];
                    "retry-after": components["headers"]["retry-after"];
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"] & {
                        /** @enum {unknown} */
                        code?: "service_unavailable";
                        /** @constant */
                        status?: 503;
                    };
                };
            };
            /** @description [`outcome_unknown`](/errors/outcome_unknown) */
            504: {
                headers: {
                    "request-id": components["headers"]["request-id"];
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"] & {
                        /** @enum {unknown} */
                        code?: "outcome_unknown";
                        /** @constant */
                        status?: 504;
                    };
                };
            };
        };
    };
    registerOperatorKey: {
        parameters: {
            query?: never;
            header?: {
                /**
                 * @description A text of your own, new for each new request and the same for every repeat of it.
                 * @example 5f0c6a0e-visit-1
                 */
                "Idempotency-Key"?: string;
            };
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["RegisterOperatorKey"];
            };
        };
        responses: {
            /** @description Done. */
            201: {
                headers: {
                    "idempotent-replayed": components["headers"]["idempotent-replayed"];
                    "request-id": components["headers"]["request-id"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["NewOperatorKey"];
                };
            };
            /** @description [`invalid_request`](/errors/invalid_request), [`invalid_body`](/errors/invalid_body), [`invalid_idempotency_key`](/errors/invalid_idempotency_key) */
            400: {
                headers: {
                    "request-id": components["headers"]["request-id"];
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"] & {
                        /** @enum {unknown} */
                        code?: "invalid_request" | "invalid_body" | "invalid_idempotency_key";
                        /** @constant */
                        status?: 400;
                    };
                };
            };
            /** @description [`unauthenticated`](/errors/unauthenticated) */
            401: {
                headers: {
                    "request-id": components["headers"]["request-id"];
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"] & {
                        /** @enum {unknown} */
                        code?: "unauthenticated";
                        /** @constant */
                        status?: 401;
                    };
                };
            };
            /** @description [`role_forbids`](/errors/role_forbids) */
            403: {
                headers: {
                    "request-id": components["headers"]["request-id"];
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"] & {
                        /** @enum {unknown} */
                        code?: "role_forbids";
                        /** @constant */
                        status?: 403;
                    };
                };
            };
            /** @description [`route_not_found`](/errors/route_not_found) */
            404: {
                headers: {
                    "request-id": components["headers"]["request-id"];
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"] & {
                        /** @enum {unknown} */
                        code?: "route_not_found";
                        /** @constant */
                        status?: 404;
                    };
                };
            };
            /** @description [`operator_key_exists`](/errors/operator_key_exists), [`idempotency_key_reused`](/errors/idempotency_key_reused), [`secret_shown_once`](/errors/secret_shown_once) */
            409: {
                headers: {
                    "request-id": components["headers"]["request-id"];
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"] & {
                        /** @enum {unknown} */
                        code?: "operator_key_exists" | "idempotency_key_reused" | "secret_shown_once";
                        /** @constant */
                        status?: 409;
                    };
                };
            };
            /** @description [`unacceptable`](/errors/unacceptable) */
            422: {
                headers: {
                    "request-id": components["headers"]["request-id"];
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"] & {
                        /** @enum {unknown} */
                        code?: "unacceptable";
                        /** @constant */
                        status?: 422;
                    };
                };
            };
            /** @description [`too_many_requests`](/errors/too_many_requests) */
            429: {
                headers: {
                    "request-id": components["headers"]["request-id"];
                    "retry-after": components["headers"]["retry-after"];
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"] & {
                        /** @enum {unknown} */
                        code?: "too_many_requests";
                        /** @constant */
                        status?: 429;
                    };
                };
            };
            /** @description [`internal`](/errors/internal) */
            500: {
                headers: {
                    "request-id": components["headers"]["request-id"];
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"] & {
                        /** @enum {unknown} */
                        code?: "internal";
                        /** @constant */
                        status?: 500;
                    };
                };
            };
            /** @description [`service_unavailable`](/errors/service_unavailable) */
            503: {
                headers: {
                    "request-id": components["headers"]["request-id"];
                    "retry-after": components["headers"]["retry-after"];
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"] & {
                        /** @enum {unknown} */
                        code?: "service_unavailable";
                        /** @constant */
                        status?: 503;
                    };
                };
            };
            /** @description [`outcome_unknown`](/errors/outcome_unknown) */
            504: {
                headers: {
                    "request-id": components["headers"]["request-id"];
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"] & {
                        /** @enum {unknown} */
                        code?: "outcome_unknown";
                        /** @constant */
                        status?: 504;
                    };
                };
            };
        };
    };
    revokeOperatorKey: {
        parameters: {
            query?: never;
            header?: {
                /**
                 * @description A text of your own, new for each new request and the same for every repeat of it.
                 * @example 5f0c6a0e-visit-1
                 */
                "Idempotency-Key"?: string;
            };
            path: {
                /**
                 * @description The operator key's public name.
                 * @example 018bcfe5-687b-7fff-bfff-fffffffffc05
                 */
                operator_key_id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Done. */
            204: {
                headers: {
                    "idempotent-replayed": components["headers"]["idempotent-replayed"];
                    "request-id": components["headers"]["request-id"];
                    [name: string]: unknown;
                };
                content?: never;
            };
            /** @description [`invalid_request`](/errors/invalid_request), [`invalid_body`](/errors/invalid_body), [`invalid_idempotency_key`](/errors/invalid_idempotency_key) */
            400: {
                headers: {
                    "request-id": components["headers"]["request-id"];
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"] & {
                        /** @enum {unknown} */
                        code?: "invalid_request" | "invalid_body" | "invalid_idempotency_key";
                        /** @constant */
                        status?: 400;
                    };
                };
            };
            /** @description [`unauthenticated`](/errors/unauthenticated) */
            401: {
                headers: {
                    "request-id": components["headers"]["request-id"];
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"] & {
                        /** @enum {unknown} */
                        code?: "unauthenticated";
                        /** @constant */
                        status?: 401;
                    };
                };
            };
            /** @description [`role_forbids`](/errors/role_forbids) */
            403: {
                headers: {
                    "request-id": components["headers"]["request-id"];
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"] & {
                        /** @enum {unknown} */
                        code?: "role_forbids";
                        /** @constant */
                        status?: 403;
                    };
                };
            };
            /** @description [`route_not_found`](/errors/route_not_found), [`operator_key_not_found`](/errors/operator_key_not_found) */
            404: {
                headers: {
                    "request-id": components["headers"]["request-id"];
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"] & {
                        /** @enum {unknown} */
                        code?: "route_not_found" | "operator_key_not_found";
                        /** @constant */
                        status?: 404;
                    };
                };
            };
            /** @description [`last_admin_key`](/errors/last_admin_key), [`idempotency_key_reused`](/errors/idempotency_key_reused) */
            409: {
                headers: {
                    "request-id": components["headers"]["request-id"];
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"] & {
                        /** @enum {unknown} */
                        code?: "last_admin_key" | "idempotency_key_reused";
                        /** @constant */
                        status?: 409;
                    };
                };
            };
            /** @description [`too_many_requests`](/errors/too_many_requests) */
            429: {
                headers: {
                    "request-id": components["headers"]["request-id"];
                    "retry-after": components["headers"]["retry-after"];
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"] & {
                        /** @enum {unknown} */
                        code?: "too_many_requests";
                        /** @constant */
                        status?: 429;
                    };
                };
            };
            /** @description [`internal`](/errors/internal) */
            500: {
                headers: {
                    "request-id": components["headers"]["request-id"];
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"] & {
                        /** @enum {unknown} */
                        code?: "internal";
                        /** @constant */
                        status?: 500;
                    };
                };
            };
            /** @description [`service_unavailable`](/errors/service_unavailable) */
            503: {
                headers: {
                    "request-id": components["headers"]["request-id"];
                    "retry-after": components["headers"]["retry-after"];
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"] & {
                        /** @enum {unknown} */
                        code?: "service_unavailable";
                        /** @constant */
                        status?: 503;
                    };
                };
            };
            /** @description [`outcome_unknown`](/errors/outcome_unknown) */
            504: {
                headers: {
                    "request-id": components["headers"]["request-id"];
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"] & {
                        /** @enum {unknown} */
                        code?: "outcome_unknown";
                        /** @constant */
                        status?: 504;
                    };
                };
            };
        };
    };
    resumePayouts: {
        parameters: {
            query?: never;
            header?: {
                /**
                 * @description A text of your own, new for each new request and the same for every repeat of it.
                 * @example 5f0c6a0e-visit-1
                 */
                "Idempotency-Key"?: string;
            };
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Done. */
            204: {
                headers: {
                    "idempotent-replayed": components["headers"]["idempotent-replayed"];
                    "request-id": components["headers"]["request-id"];
                    [name: string]: unknown;
                };
                content?: never;
            };
            /** @description [`invalid_request`](/errors/invalid_request), [`invalid_body`](/errors/invalid_body), [`invalid_idempotency_key`](/errors/invalid_idempotency_key) */
            400: {
                headers: {
                    "request-id": components["headers"]["request-id"];
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"] & {
                        /** @enum {unknown} */
                        code?: "invalid_request" | "invalid_body" | "invalid_idempotency_key";
                        /** @constant */
                        status?: 400;
                    };
                };
            };
            /** @description [`unauthenticated`](/errors/unauthenticated) */
            401: {
                headers: {
                    "request-id": components["headers"]["request-id"];
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"] & {
                        /** @enum {unknown} */
                        code?: "unauthenticated";
                        /** @constant */
                        status?: 401;
                    };
                };
            };
            /** @description [`role_forbids`](/errors/role_forbids) */
            403: {
                headers: {
                    "request-id": components["headers"]["request-id"];
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"] & {
                        /** @enum {unknown} */
                        code?: "role_forbids";
                        /** @constant */
                        status?: 403;
                    };
                };
            };
            /** @description [`route_not_found`](/errors/route_not_found) */
            404: {
                headers: {
                    "request-id": components["headers"]["request-id"];
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"] & {
                        /** @enum {unknown} */
                        code?: "route_not_found";
                        /** @constant */
                        status?: 404;
                    };
                };
            };
            /** @description [`idempotency_key_reused`](/errors/idempotency_key_reused) */
            409: {
                headers: {
                    "request-id": components["headers"]["request-id"];
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"] & {
                        /** @enum {unknown} */
                        code?: "idempotency_key_reused";
                        /** @constant */
                        status?: 409;
                    };
                };
            };
            /** @description [`too_many_requests`](/errors/too_many_requests) */
            429: {
                headers: {
                    "request-id": components["headers"]["request-id"];
                    "retry-after": components["headers"]["retry-after"];
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"] & {
                        /** @enum {unknown} */
                        code?: "too_many_requests";
                        /** @constant */
                        status?: 429;
                    };
                };
            };
            /** @description [`internal`](/errors/internal) */
            500: {
                headers: {
                    "request-id": components["headers"]["request-id"];
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"] & {
                        /** @enum {unknown} */
                        code?: "internal";
                        /** @constant */
                        status?: 500;
                    };
                };
            };
            /** @description [`service_unavailable`](/errors/service_unavailable) */
            503: {
                headers: {
                    "request-id": components["headers"]["request-id"];
                    "retry-after": components["headers"]["retry-after"];
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"] & {
                        /** @enum {unknown} */
                        code?: "service_unavailable";
                        /** @constant */
                        status?: 503;
                    };
                };
            };
            /** @description [`outcome_unknown`](/errors/outcome_unknown) */
            504: {
                headers: {
                    "request-id": components["headers"]["request-id"];
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"] & {
                        /** @enum {unknown} */
                        code?: "outcome_unknown";
                        /** @constant */
                        status?: 504;
                    };
                };
            };
        };
    };
    stopPayouts: {
        parameters: {
            query?: never;
            header?: {
                /**
                 * @description A text of your own, new for each new request and the same for every repeat of it.
                 * @example 5f0c6a0e-visit-1
                 */
                "Idempotency-Key"?: string;
            };
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["StopPayouts"];
            };
        };
        responses: {
            /** @description Done. */
            204: {
                headers: {
                    "idempotent-replayed": components["headers"]["idempotent-replayed"];
                    "request-id": components["headers"]["request-id"];
                    [name: string]: unknown;
                };
                content?: never;
            };
            /** @description [`invalid_request`](/errors/invalid_request), [`invalid_body`](/errors/invalid_body), [`invalid_idempotency_key`](/errors/invalid_idempotency_key) */
            400: {
                headers: {
                    "request-id": components["headers"]["request-id"];
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"] & {
                        /** @enum {unknown} */
                        code?: "invalid_request" | "invalid_body" | "invalid_idempotency_key";
                        /** @constant */
                        status?: 400;
                    };
                };
            };
            /** @description [`unauthenticated`](/errors/unauthenticated) */
            401: {
                headers: {
                    "request-id": components["headers"]["request-id"];
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"] & {
                        /** @enum {unknown} */
                        code?: "unauthenticated";
                        /** @constant */
                        status?: 401;
                    };
                };
            };
            /** @description [`role_forbids`](/errors/role_forbids) */
            403: {
                headers: {
                    "request-id": components["headers"]["request-id"];
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"] & {
                        /** @enum {unknown} */
                        code?: "role_forbids";
                        /** @constant */
                        status?: 403;
                    };
                };
            };
            /** @description [`route_not_found`](/errors/route_not_found) */
            404: {
                headers: {
                    "request-id": components["headers"]["request-id"];
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"] & {
                        /** @enum {unknown} */
                        code?: "route_not_found";
                        /** @constant */
                        status?: 404;
                    };
                };
            };
            /** @description [`idempotency_key_reused`](/errors/idempotency_key_reused) */
            409: {
                headers: {
                    "request-id": components["headers"]["request-id"];
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"] & {
                        /** @enum {unknown} */
                        code?: "idempotency_key_reused";
                        /** @constant */
                        status?: 409;
                    };
                };
            };
            /** @description [`unacceptable`](/errors/unacceptable) */
            422: {
                headers: {
                    "request-id": components["headers"]["request-id"];
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"] & {
                        /** @enum {unknown} */
                        code?: "unacceptable";
                        /** @constant */
                        status?: 422;
                    };
                };
            };
            /** @description [`too_many_requests`](/errors/too_many_requests) */
            429: {
                headers: {
                    "request-id": components["headers"]["request-id"];
                    "retry-after": components["headers"]["retry-after"];
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"] & {
                        /** @enum {unknown} */
                        code?: "too_many_requests";
                        /** @constant */
                        status?: 429;
                    };
                };
            };
            /** @description [`internal`](/errors/internal) */
            500: {
                headers: {
                    "request-id": components["headers"]["request-id"];
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"] & {
                        /** @enum {unknown} */
                        code?: "internal";
                        /** @constant */
                        status?: 500;
                    };
                };
            };
            /** @description [`service_unavailable`](/errors/service_unavailable) */
            503: {
                headers: {
                    "request-id": components["headers"]["request-id"];
                    "retry-after": components["headers"]["retry-after"];
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"] & {
                        /** @enum {unknown} */
                        code?: "service_unavailable";
                        /** @constant */
                        status?: 503;
                    };
                };
            };
            /** @description [`outcome_unknown`](/errors/outcome_unknown) */
            504: {
                headers: {
                    "request-id": components["headers"]["request-id"];
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"] & {
                        /** @enum {unknown} */
                        code?: "outcome_unknown";
                        /** @constant */
                        status?: 504;
                    };
                };
            };
        };
    };
    registerPos: {
        parameters: {
            query?: never;
            header?: {
                /**
                 * @description A text of your own, new for each new request and the same for every repeat of it.
                 * @example 5f0c6a0e-visit-1
                 */
                "Idempotency-Key"?: string;
            };
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["RegisterPos"];
            };
        };
        responses: {
            /** @description Done. */
            201: {
                headers: {
                    "idempotent-replayed": components["headers"]["idempotent-replayed"];
                    "request-id": components["headers"]["request-id"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Pos"];
                };
            };
            /** @description [`invalid_request`](/errors/invalid_request), [`invalid_body`](/errors/invalid_body), [`invalid_idempotency_key`](/errors/invalid_idempotency_key) */
            400: {
                headers: {
                    "request-id": components["headers"]["request-id"];
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"] & {
                        /** @enum {unknown} */
                        code?: "invalid_request" | "invalid_body" | "invalid_idempotency_key";
                        /** @constant */
                        status?: 400;
                    };
                };
            };
            /** @description [`unauthenticated`](/errors/unauthenticated) */
            401: {
                headers: {
                    "request-id": components["headers"]["request-id"];
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"] & {
                        /** @enum {unknown} */
                        code?: "unauthenticated";
                        /** @constant */
                        status?: 401;
                    };
                };
            };
            /** @description [`role_forbids`](/errors/role_forbids) */
            403: {
                headers: {
                    "request-id": components["headers"]["request-id"];
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"] & {
                        /** @enum {unknown} */
                        code?: "role_forbids";
                        /** @constant */
                        status?: 403;
                    };
                };
            };
            /** @description [`route_not_found`](/errors/route_not_found), [`owner_not_found`](/errors/owner_not_found) */
            404: {
                headers: {
                    "request-id": components["headers"]["request-id"];
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"] & {
                        /** @enum {unknown} */
                        code?: "route_not_found" | "owner_not_found";
                        /** @constant */
                        status?: 404;
                    };
                };
            };
            /** @description [`pos_exists`](/errors/pos_exists), [`idempotency_key_reused`](/errors/idempotency_key_reused) */
            409: {
                headers: {
                    "request-id": components["headers"]["request-id"];
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"] & {
                        /** @enum {unknown} */
                        code?: "pos_exists" | "idempotency_key_reused";
                        /** @constant */
                        status?: 409;
                    };
                };
            };
            /** @description [`unacceptable`](/errors/unacceptable), [`invalid_amount`](/errors/invalid_amount), [`currency_not_served`](/errors/currency_not_served) */
            422: {
                headers: {
                    "request-id": components["headers"]["request-id"];
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"] & {
                        /** @enum {unknown} */
                        code?: "unacceptable" | "invalid_amount" | "currency_not_served";
                        /** @constant */
                        status?: 422;
                    };
                };
            };
            /** @description [`too_many_requests`](/errors/too_many_requests) */
            429: {
                headers: {
                    "request-id": components["headers"]["request-id"];
                    "retry-after": components["headers"]["retry-after"];
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"] & {
                        /** @enum {unknown} */
                        code?: "too_many_requests";
                        /** @constant */
                        status?: 429;
                    };
                };
            };
            /** @description [`internal`](/errors/internal) */
            500: {
                headers: {
                    "request-id": components["headers"]["request-id"];
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"] & {
                        /** @enum {unknown} */
                        code?: "internal";
                        /** @constant */
                        status?: 500;
                    };
                };
            };
            /** @description [`service_unavailable`](/errors/service_unavailable) */
            503: {
                headers: {
                    "request-id": components["headers"]["request-id"];
                    "retry-after": components["headers"]["retry-after"];
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"] & {
                        /** @enum {unknown} */
                        code?: "service_unavailable";
                        /** @constant */
                        status?: 503;
                    };
                };
            };
            /** @description [`outcome_unknown`](/errors/outcome_unknown) */
            504: {
                headers: {
                    "request-id": components["headers"]["request-id"];
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"] & {
                        /** @enum {unknown} */
                        code?: "outcome_unknown";
                        /** @constant */
                        status?: 504;
                    };
                };
            };
        };
    };
    registerOwner: {
        parameters: {
            query?: never;
            header?: {
                /**
                 * @description A text of your own, new for each new request and the same for every repeat of it.
                 * @example 5f0c6a0e-visit-1
                 */
                "Idempotency-Key"?: string;
            };
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["RegisterOwner"];
            };
        };
        responses: {
            /** @description Done. */
            201: {
                headers: {
                    "idempotent-replayed": components["headers"]["idempotent-replayed"];
                    "request-id": components["headers"]["request-id"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["PosOwner"];
                };
            };
            /** @description [`invalid_request`](/errors/invalid_request), [`invalid_body`](/errors/invalid_body), [`invalid_idempotency_key`](/errors/invalid_idempotency_key) */
            400: {
                headers: {
                    "request-id": components["headers"]["request-id"];
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"] & {
                        /** @enum {unknown} */
                        code?: "invalid_request" | "invalid_body" | "invalid_idempotency_key";
                        /** @constant */
                        status?: 400;
                    };
                };
            };
            /** @description [`unauthenticated`](/errors/unauthenticated) */
            401: {
                headers: {
                    "request-id": components["headers"]["request-id"];
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"] & {
                        /** @enum {unknown} */
                        code?: "unauthenticated";
                        /** @constant */
                        status?: 401;
                    };
                };
            };
            /** @description [`role_forbids`](/errors/role_forbids) */
            403: {
                headers: {
                    "request-id": components["headers"]["request-id"];
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"] & {
                        /** @enum {unknown} */
                        code?: "role_forbids";
                        /** @constant */
                        status?: 403;
                    };
                };
            };
            /** @description [`route_not_found`](/errors/route_not_found) */
            404: {
                headers: {
                    "request-id": components["headers"]["request-id"];
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"] & {
                        /** @enum {unknown} */
                        code?: "route_not_found";
                        /** @constant */
                        status?: 404;
                    };
                };
            };
            /** @description [`owner_exists`](/errors/owner_exists), [`idempotency_key_reused`](/errors/idempotency_key_reused) */
            409: {
                headers: {
                    "request-id": components["headers"]["request-id"];
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"] & {
                        /** @enum {unknown} */
                        code?: "owner_exists" | "idempotency_key_reused";
                        /** @constant */
                        status?: 409;
                    };
                };
            };
            /** @description [`unacceptable`](/errors/unacceptable) */
            422: {
                headers: {
                    "request-id": components["headers"]["request-id"];
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"] & {
                        /** @enum {unknown} */
                        code?: "unacceptable";
                        /** @constant */
                        status?: 422;
                    };
                };
            };
            /** @description [`too_many_requests`](/errors/too_many_requests) */
            429: {
                headers: {
                    "request-id": components["headers"]["request-id"];
                    "retry-after": components["headers"]["retry-after"];
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"] & {
                        /** @enum {unknown} */
                        code?: "too_many_requests";
                        /** @constant */
                        status?: 429;
                    };
                };
            };
            /** @description [`internal`](/errors/internal) */
            500: {
                headers: {
                    "request-id": components["headers"]["request-id"];
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"] & {
                        /** @enum {unknown} */
                        code?: "internal";
                        /** @constant */
                        status?: 500;
                    };
                };
            };
            /** @description [`service_unavailable`](/errors/service_unavailable) */
            503: {
                headers: {
                    "request-id": components["headers"]["request-id"];
                    "retry-after": components["headers"]["retry-after"];
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"] & {
                        /** @enum {unknown} */
                        code?: "service_unavailable";
                        /** @constant */
                        status?: 503;
                    };
                };
            };
            /** @description [`outcome_unknown`](/errors/outcome_unknown) */
            504: {
                headers: {
                    "request-id": components["headers"]["request-id"];
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"] & {
                        /** @enum {unknown} */
                        code?: "outcome_unknown";
                        /** @constant */
                        status?: 504;
                    };
                };
            };
        };
    };
    showCash: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /**
                 * @description The POS, by our id or by the one it has elsewhere.
                 * @example z128ffb-11a5-11l9-93p5-1231a8maf28
                 */
                pos_id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Done. */
            200: {
                headers: {
                    "request-id": components["headers"]["request-id"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["PosCash"];
                };
            };
            /** @description [`invalid_request`](/errors/invalid_request), [`invalid_body`](/errors/invalid_body), [`invalid_idempotency_key`](/errors/invalid_idempotency_key) */
            400: {
                headers: {
                    "request-id": components["headers"]["request-id"];
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"] & {
                        /** @enum {unknown} */
                        code?: "invalid_request" | "invalid_body" | "invalid_idempotency_key";
                        /** @constant */
                        status?: 400;
                    };
                };
            };
            /** @description [`unauthenticated`](/errors/unauthenticated) */
            401: {
                headers: {
                    "request-id": components["headers"]["request-id"];
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"] & {
                        /** @enum {unknown} */
                        code?: "unauthenticated";
                        /** @constant */
                        status?: 401;
                    };
                };
            };
            /** @description [`route_not_found`](/errors/route_not_found), [`pos_not_found`](/errors/pos_not_found) */
            404: {
                headers: {
                    "request-id": components["headers"]["request-id"];
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"] & {
                        /** @enum {unknown} */
                        code?: "route_not_found" | "pos_not_found";
                        /** @constant */
                        status?: 404;
                    };
                };
            };
            /** @description [`too_many_requests`](/errors/too_many_requests) */
            429: {
                headers: {
                    "request-id": components["headers"]["request-id"];
                    "retry-after": components["headers"]["retry-after"];
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"] & {
                        /** @enum {unknown} */
                        code?: "too_many_requests";
                        /** @constant */
                        status?: 429;
                    };
                };
            };
            /** @description [`internal`](/errors/internal) */
            500: {
                headers: {
                    "request-id": components["headers"]["request-id"];
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"] & {
                        /** @enum {unknown} */
                        code?: "internal";
                        /** @constant */
                        status?: 500;
                    };
                };
            };
            /** @description [`service_unavailable`](/errors/service_unavailable) */
            503: {
                headers: {
                    "request-id": components["headers"]["request-id"];
                    "retry-after": components["headers"]["retry-after"];
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"] & {
                        /** @enum {unknown} */
                        code?: "service_unavailable";
                        /** @constant */
                        status?: 503;
                    };
                };
            };
            /** @description [`outcome_unknown`](/errors/outcome_unknown) */
            504: {
                headers: {
                    "request-id": components["headers"]["request-id"];
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"] & {
                        /** @enum {unknown} */
                        code?: "outcome_unknown";
                        /** @constant */
                        status?: 504;
                    };
                };
            };
        };
    };
    listCashiers: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /**
                 * @description The POS, by our id or by the one it has elsewhere.
                 * @example z128ffb-11a5-11l9-93p5-1231a8maf28
                 */
                pos_id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Done. */
            200: {
                headers: {
                    "request-id": components["headers"]["request-id"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Cashiers"];
                };
            };
            /** @description [`invalid_request`](/errors/invalid_request), [`invalid_body`](/errors/invalid_body), [`invalid_idempotency_key`](/errors/invalid_idempotency_key) */
            400: {
                headers: {
                    "request-id": components["headers"]["request-id"];
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"] & {
                        /** @enum {unknown} */
                        code?: "invalid_request" | "invalid_body" | "invalid_idempotency_key";
                        /** @constant */
                        status?: 400;
                    };
                };
            };
            /** @description [`unauthenticated`](/errors/unauthenticated) */
            401: {
                headers: {
                    "request-id": components["headers"]["request-id"];
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"] & {
                        /** @enum {unknown} */
                        code?: "unauthenticated";
                        /** @constant */
                        status?: 401;
                    };
                };
            };
            /** @description [`route_not_found`](/errors/route_not_found), [`pos_not_found`](/errors/pos_not_found) */
            404: {
                headers: {
                    "request-id": components["headers"]["request-id"];
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"] & {
                        /** @enum {unknown} */
                        code?: "route_not_found" | "pos_not_found";
                        /** @constant */
                        status?: 404;
                    };
                };
            };
            /** @description [`too_many_requests`](/errors/too_many_requests) */
            429: {
                headers: {
                    "request-id": components["headers"]["request-id"];
                    "retry-after": components["headers"]["retry-after"];
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"] & {
                        /** @enum {unknown} */
                        code?: "too_many_requests";
                        /** @constant */
                        status?: 429;
                    };
                };
            };
            /** @description [`internal`](/errors/internal) */
            500: {
                headers: {
                    "request-id": components["headers"]["request-id"];
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"] & {
                        /** @enum {unknown} */
                        code?: "internal";
                        /** @constant */
                        status?: 500;
                    };
                };
            };
            /** @description [`service_unavailable`](/errors/service_unavailable) */
            503: {
                headers: {
                    "request-id": components["headers"]["request-id"];
                    "retry-after": components["headers"]["retry-after"];
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"] & {
                        /** @enum {unknown} */
                        code?: "service_unavailable";
                        /** @constant */
                        status?: 503;
                    };
                };
            };
            /** @description [`outcome_unknown`](/errors/outcome_unknown) */
            504: {
                headers: {
                    "request-id": components["headers"]["request-id"];
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"] & {
                        /** @enum {unknown} */
                        code?: "outcome_unknown";
                        /** @constant */
                        status?: 504;
                    };
                };
            };
        };
    };
    addCashier: {
        parameters: {
            query?: never;
            header?: {
                /**
                 * @description A text of your own, new for each new request and the same for every repeat of it.
                 * @example 5f0c6a0e-visit-1
                 */
                "Idempotency-Key"?: string;
            };
            path: {
                /**
                 * @description The POS, by our id or by the one it has elsewhere.
                 * @example z128ffb-11a5-11l9-93p5-1231a8maf28
                 */
                pos_id: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["AddCashier"];
            };
        };
        responses: {
            /** @description Done. */
            201: {
                headers: {
                    "idempotent-replayed": components["headers"]["idempotent-replayed"];
                    "request-id": components["headers"]["request-id"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Cashier"];
                };
            };
            /** @description [`invalid_request`](/errors/invalid_request), [`invalid_body`](/errors/invalid_body), [`invalid_idempotency_key`](/errors/invalid_idempotency_key) */
            400: {
                headers: {
                    "request-id": components["headers"]["request-id"];
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"] & {
                        /** @enum {unknown} */
                        code?: "invalid_request" | "invalid_body" | "invalid_idempotency_key";
                        /** @constant */
                        status?: 400;
                    };
                };
            };
            /** @description [`unauthenticated`](/errors/unauthenticated) */
            401: {
                headers: {
                    "request-id": components["headers"]["request-id"];
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"] & {
                        /** @enum {unknown} */
                        code?: "unauthenticated";
                        /** @constant */
                        status?: 401;
                    };
                };
            };
            /** @description [`role_forbids`](/errors/role_forbids) */
            403: {
                headers: {
                    "request-id": components["headers"]["request-id"];
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"] & {
                        /** @enum {unknown} */
                        code?: "role_forbids";
                        /** @constant */
                        status?: 403;
                    };
                };
            };
            /** @description [`route_not_found`](/errors/route_not_found), [`pos_not_found`](/errors/pos_not_found) */
            404: {
                headers: {
                    "request-id": components["headers"]["request-id"];
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"] & {
                        /** @enum {unknown} */
                        code?: "route_not_found" | "pos_not_found";
                        /** @constant */
                        status?: 404;
                    };
                };
            };
            /** @description [`idempotency_key_reused`](/errors/idempotency_key_reused) */
            409: {
                headers: {
                    "request-id": components["headers"]["request-id"];
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"] & {
                        /** @enum {unknown} */
                        code?: "idempotency_key_reused";
                        /** @constant */
                        status?: 409;
                    };
                };
            };
            /** @description [`unacceptable`](/errors/unacceptable) */
            422: {
                headers: {
                    "request-id": components["headers"]["request-id"];
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"] & {
                        /** @enum {unknown} */
                        code?: "unacceptable";
                        /** @constant */
                        status?: 422;
                    };
                };
            };
            /** @description [`too_many_requests`](/errors/too_many_requests) */
            429: {
                headers: {
                    "request-id": components["headers"]["request-id"];
                    "retry-after": components["headers"]["retry-after"];
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"] & {
                        /** @enum {unknown} */
                        code?: "too_many_requests";
                        /** @constant */
                        status?: 429;
                    };
                };
            };
            /** @description [`internal`](/errors/internal) */
            500: {
                headers: {
                    "request-id": components["headers"]["request-id"];
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"] & {
                        /** @enum {unknown} */
                        code?: "internal";
                        /** @constant */
                        status?: 500;
                    };
                };
            };
            /** @description [`service_unavailable`](/errors/service_unavailable) */
            503: {
                headers: {
                    "request-id": components["headers"]["request-id"];
                    "retry-after": components["headers"]["retry-after"];
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"] & {
                        /** @enum {unknown} */
                        code?: "service_unavailable";
                        /** @constant */
                        status?: 503;
                    };
                };
            };
            /** @description [`outcome_unknown`](/errors/outcome_unknown) */
            504: {
                headers: {
                    "request-id": components["headers"]["request-id"];
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"] & {
                        /** @enum {unknown} */
                        code?: "outcome_unknown";
                        /** @constant */
                        status?: 504;
                    };
                };
            };
        };
    };
    setCreditLine: {
        parameters: {
            query?: never;
            header?: {
                /**
                 * @description A text of your own, new for each new request and the same for every repeat of it.
                 * @example 5f0c6a0e-visit-1
                 */
                "Idempotency-Key"?: string;
            };
            path: {
                /**
                 * @description The POS, by our id or by the one it has elsewhere.
                 * @example z128ffb-11a5-11l9-93p5-1231a8maf28
                 */
                pos_id: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["NewFunding"];
            };
        };
        responses: {
            /** @description Done. */
            204: {
                headers: {
                    "idempotent-replayed": components["headers"]["idempotent-replayed"];
                    "request-id": components["headers"]["request-id"];
                    [name: string]: unknown;
                };
                content?: never;
            };
            /** @description [`invalid_request`](/errors/invalid_request), [`invalid_body`](/errors/invalid_body), [`invalid_idempotency_key`](/errors/invalid_idempotency_key) */
            400: {
                headers: {
                    "request-id": components["headers"]["request-id"];
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"] & {
                        /** @enum {unknown} */
                        code?: "invalid_request" | "invalid_body" | "invalid_idempotency_key";
                        /** @constant */
                        status?: 400;
                    };
                };
            };
            /** @description [`unauthenticated`](/errors/unauthenticated) */
            401: {
                headers: {
                    "request-id": components["headers"]["request-id"];
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"] & {
                        /** @enum {unknown} */
                        code?: "unauthenticated";
                        /** @constant */
                        status?: 401;
                    };
                };
            };
            /** @description [`role_forbids`](/errors/role_forbids) */
            403: {
                headers: {
                    "request-id": components["headers"]["request-id"];
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"] & {
                        /** @enum {unknown} */
                        code?: "role_forbids";
                        /** @constant */
                        status?: 403;
                    };
                };
            };
            /** @description [`route_not_found`](/errors/route_not_found), [`pos_not_found`](/errors/pos_not_found) */
            404: {
                headers: {
                    "request-id": components["headers"]["request-id"];
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"] & {
                        /** @enum {unknown} */
                        code?: "route_not_found" | "pos_not_found";
                        /** @constant */
                        status?: 404;
                    };
                };
            };
            /** @description [`idempotency_key_reused`](/errors/idempotency_key_reused), [`needs_two_people`](/errors/needs_two_people) */
            409: {
                headers: {
                    "request-id": components["headers"]["request-id"];
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"] & {
                        /** @enum {unknown} */
                        code?: "idempotency_key_reused" | "needs_two_people";
                        /** @constant */
                        status?: 409;
                    };
                };
            };
            /** @description [`unacceptable`](/errors/unacceptable), [`invalid_amount`](/errors/invalid_amount), [`currency_not_served`](/errors/currency_not_served) */
            422: {
                headers: {
                    "request-id": components["headers"]["request-id"];
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"] & {
                        /** @enum {unknown} */
                        code?: "unacceptable" | "invalid_amount" | "currency_not_served";
                        /** @constant */
                        status?: 422;
                    };
                };
            };
            /** @description [`too_many_requests`](/errors/too_many_requests) */
            429: {
                headers: {
                    "request-id": components["headers"]["request-id"];
                    "retry-after": components["headers"]["retry-after"];
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"] & {
                        /** @enum {unknown} */
                        code?: "too_many_requests";
                        /** @constant */
                        status?: 429;
                    };
                };
            };
            /** @description [`internal`](/errors/internal) */
            500: {
                headers: {
                    "request-id": components["headers"]["request-id"];
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"] & {
                        /** @enum {unknown} */
                        code?: "internal";
                        /** @constant */
                        status?: 500;
                    };
                };
            };
            /** @description [`service_unavailable`](/errors/service_unavailable) */
            503: {
                headers: {
                    "request-id": components["headers"]["request-id"];
                    "retry-after": components["headers"]["retry-after"];
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"] & {
                        /** @enum {unknown} */
                        code?: "service_unavailable";
                        /** @constant */
                        status?: 503;
                    };
                };
            };
            /** @description [`outcome_unknown`](/errors/outcome_unknown) */
            504: {
                headers: {
                    "request-id": components["headers"]["request-id"];
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"] & {
                        /** @enum {unknown} */
                        code?: "outcome_unknown";
                        /** @constant */
                        status?: 504;
                    };
                };
            };
        };
    };
    disablePos: {
        parameters: {
            query?: never;
            header?: {
                /**
                 * @description A text of your own, new for each new request and the same for every repeat of it.
                 * @example 5f0c6a0e-visit-1
                 */
                "Idempotency-Key"?: string;
            };
            path: {
                /**
                 * @description The POS, by our id or by the one it has elsewhere.
                 * @example z128ffb-11a5-11l9-93p5-1231a8maf28
                 */
                pos_id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Done. */
            200: {
                headers: {
                    "idempotent-replayed": components["headers"]["idempotent-replayed"];
                    "request-id": components["headers"]["request-id"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["PosSwitch"];
                };
            };
            /** @description [`invalid_request`](/errors/invalid_request), [`invalid_body`](/errors/invalid_body), [`invalid_idempotency_key`](/errors/invalid_idempotency_key) */
            400: {
                headers: {
                    "request-id": components["headers"]["request-id"];
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"] & {
                        /** @enum {unknown} */
                        code?: "invalid_request" | "invalid_body" | "invalid_idempotency_key";
                        /** @constant */
                        status?: 400;
                    };
                };
            };
            /** @description [`unauthenticated`](/errors/unauthenticated) */
            401: {
                headers: {
                    "request-id": components["headers"]["request-id"];
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"] & {
                        /** @enum {unknown} */
                        code?: "unauthenticated";
                        /** @constant */
                        status?: 401;
                    };
                };
            };
            /** @description [`role_forbids`](/errors/role_forbids) */
            403: {
                headers: {
                    "request-id": components["headers"]["request-id"];
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"] & {
                        /** @enum {unknown} */
                        code?: "role_forbids";
                        /** @constant */
                        status?: 403;
                    };
                };
            };
            /** @description [`route_not_found`](/errors/route_not_found), [`pos_not_found`](/errors/pos_not_found) */
            404: {
                headers: {
                    "request-id": components["headers"]["request-id"];
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"] & {
                        /** @enum {unknown} */
                        code?: "route_not_found" | "pos_not_found";
                        /** @constant */
                        status?: 404;
                    };
                };
            };
            /** @description [`idempotency_key_reused`](/errors/idempotency_key_reused) */
            409: {
                headers: {
                    "request-id": components["headers"]["request-id"];
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"] & {
                        /** @enum {unknown} */
                        code?: "idempotency_key_reused";
                        /** @constant */
                        status?: 409;
                    };
                };
            };
            /** @description [`too_many_requests`](/errors/too_many_requests) */
            429: {
                headers: {
                    "request-id": components["headers"]["request-id"];
                    "retry-after": components["headers"]["retry-after"];
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"] & {
                        /** @enum {unknown} */
                        code?: "too_many_requests";
                        /** @constant */
                        status?: 429;
                    };
                };
            };
            /** @description [`internal`](/errors/internal) */
            500: {
                headers: {
                    "request-id": components["headers"]["request-id"];
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"] & {
                        /** @enum {unknown} */
                        code?: "internal";
                        /** @constant */
                        status?: 500;
                    };
                };
            };
            /** @description [`service_unavailable`](/errors/service_unavailable) */
            503: {
                headers: {
                    "request-id": components["headers"]["request-id"];
                    "retry-after": components["headers"]["retry-after"];
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"] & {
                        /** @enum {unknown} */
                        code?: "service_unavailable";
                        /** @constant */
                        status?: 503;
                    };
                };
            };
            /** @description [`outcome_unknown`](/errors/outcome_unknown) */
            504: {
                headers: {
                    "request-id": components["headers"]["request-id"];
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"] & {
                        /** @enum {unknown} */
                        code?: "outcome_unknown";
                        /** @constant */
                        status?: 504;
                    };
                };
            };
        };
    };
    enablePos: {
        parameters: {
            query?: never;
            header?: {
                /**
                 * @description A text of your own, new for each new request and the same for every repeat of it.
                 * @example 5f0c6a0e-visit-1
                 */
                "Idempotency-Key"?: string;
            };
            path: {
                /**
                 * @description The POS, by our id or by the one it has elsewhere.
                 * @example z128ffb-11a5-11l9-93p5-1231a8maf28
                 */
                pos_id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Done. */
            200: {
                headers: {
                    "idempotent-replayed": components["headers"]["idempotent-replayed"];
                    "request-id": components["headers"]["request-id"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["PosSwitch"];
                };
            };
            /** @description [`invalid_request`](/errors/invalid_request), [`invalid_body`](/errors/invalid_body), [`invalid_idempotency_key`](/errors/invalid_idempotency_key) */
            400: {
                headers: {
                    "request-id": components["headers"]["request-id"];
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"] & {
                        /** @enum {unknown} */
                        code?: "invalid_request" | "invalid_body" | "invalid_idempotency_key";
                        /** @constant */
                        status?: 400;
                    };
                };
            };
            /** @description [`unauthenticated`](/errors/unauthenticated) */
            401: {
                headers: {
                    "request-id": components["headers"]["request-id"];
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"] & {
                        /** @enum {unknown} */
                        code?: "unauthenticated";
                        /** @constant */
                        status?: 401;
                    };
                };
            };
            /** @description [`role_forbids`](/errors/role_forbids) */
            403: {
                headers: {
                    "request-id": components["headers"]["request-id"];
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"] & {
                        /** @enum {unknown} */
                        code?: "role_forbids";
                        /** @constant */
                        status?: 403;
                    };
                };
            };
            /** @description [`route_not_found`](/errors/route_not_found), [`pos_not_found`](/errors/pos_not_found) */
            404: {
                headers: {
                    "request-id": components["headers"]["request-id"];
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"] & {
                        /** @enum {unknown} */
                        code?: "route_not_found" | "pos_not_found";
                        /** @constant */
                        status?: 404;
                    };
                };
            };
            /** @description [`idempotency_key_reused`](/errors/idempotency_key_reused) */
            409: {
                headers: {
                    "request-id": components["headers"]["request-id"];
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"] & {
                        /** @enum {unknown} */
                        code?: "idempotency_key_reused";
                        /** @constant */
                        status?: 409;
                    };
                };
            };
            /** @description [`too_many_requests`](/errors/too_many_requests) */
            429: {
                headers: {
                    "request-id": components["headers"]["request-id"];
                    "retry-after": components["headers"]["retry-after"];
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"] & {
                        /** @enum {unknown} */
                        code?: "too_many_requests";
                        /** @constant */
                        status?: 429;
                    };
                };
            };
            /** @description [`internal`](/errors/internal) */
            500: {
                headers: {
                    "request-id": components["headers"]["request-id"];
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"] & {
                        /** @enum {unknown} */
                        code?: "internal";
                        /** @constant */
                        status?: 500;
                    };
                };
            };
            /** @description [`service_unavailable`](/errors/service_unavailable) */
            503: {
                headers: {
                    "request-id": components["headers"]["request-id"];
                    "retry-after": components["headers"]["retry-after"];
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"] & {
                        /** @enum {unknown} */
                        code?: "service_unavailable";
                        /** @constant */
                        status?: 503;
                    };
                };
            };
            /** @description [`outcome_unknown`](/errors/outcome_unknown) */
            504: {
                headers: {
                    "request-id": components["headers"]["request-id"];
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"] & {
                        /** @enum {unknown} */
                        code?: "outcome_unknown";
                        /** @constant */
                        status?: 504;
                    };
                };
            };
        };
    };
    moveFloat: {
        parameters: {
            query?: never;
            header?: {
                /**
                 * @description A text of your own, new for each new request and the same for every repeat of it.
                 * @example 5f0c6a0e-visit-1
                 */
                "Idempotency-Key"?: string;
            };
            path: {
                /**
                 * @description The POS, by our id or by the one it has elsewhere.
                 * @example z128ffb-11a5-11l9-93p5-1231a8maf28
                 */
                pos_id: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["MoveFloat"];
            };
        };
        responses: {
            /** @description Done. */
            201: {
                headers: {
                    "idempotent-replayed": components["headers"]["idempotent-replayed"];
                    "request-id": components["headers"]["request-id"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Funding"];
                };
            };
            /** @description [`invalid_request`](/errors/invalid_request), [`invalid_body`](/errors/invalid_body), [`invalid_idempotency_key`](/errors/invalid_idempotency_key) */
            400: {
                headers: {
                    "request-id": components["headers"]["request-id"];
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"] & {
                        /** @enum {unknown} */
                        code?: "invalid_request" | "invalid_body" | "invalid_idempotency_key";
                        /** @constant */
                        status?: 400;
                    };
                };
            };
            /** @description [`unauthenticated`](/errors/unauthenticated) */
            401: {
                headers: {
                    "request-id": components["headers"]["request-id"];
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"] & {
                        /** @enum {unknown} */
                        code?: "unauthenticated";
                        /** @constant */
                        status?: 401;
                    };
                };
            };
            /** @description [`role_forbids`](/errors/role_forbids) */
            403: {
                headers: {
                    "request-id": components["headers"]["request-id"];
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"] & {
                        /** @enum {unknown} */
                        code?: "role_forbids";
                        /** @constant */
                        status?: 403;
                    };
                };
            };
            /** @description [`route_not_found`](/errors/route_not_found), [`pos_not_found`](/errors/pos_not_found) */
            404: {
                headers: {
                    "request-id": components["headers"]["request-id"];
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"] & {
                        /** @enum {unknown} */
                        code?: "route_not_found" | "pos_not_found";
                        /** @constant */
                        status?: 404;
                    };
                };
            };
            /** @description [`idempotency_key_reused`](/errors/idempotency_key_reused) */
            409: {
                headers: {
                    "request-id": components["headers"]["request-id"];
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"] & {
                        /** @enum {unknown} */
                        code?: "idempotency_key_reused";
                        /** @constant */
                        status?: 409;
                    };
                };
            };
            /** @description [`unacceptable`](/errors/unacceptable), [`invalid_amount`](/errors/invalid_amount), [`currency_not_served`](/errors/currency_not_served), [`limit_exceeded`](/errors/limit_exceeded), [`not_possible`](/errors/not_possible) */
            422: {
                headers: {
                    "request-id": components["headers"]["request-id"];
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"] & {
                        /** @enum {unknown} */
                        code?: "unacceptable" | "invalid_amount" | "currency_not_served" | "limit_exceeded" | "not_possible";
                        /** @constant */
                        status?: 422;
                    };
                };
            };
            /** @description [`too_many_requests`](/errors/too_many_requests) */
            429: {
                headers: {
                    "request-id": components["headers"]["request-id"];
                    "retry-after": components["headers"]["retry-after"];
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"] & {
                        /** @enum {unknown} */
                        code?: "too_many_requests";
                        /** @constant */
                        status?: 429;
                    };
                };
            };
            /** @description [`internal`](/errors/internal) */
            500: {
                headers: {
                    "request-id": components["headers"]["request-id"];
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"] & {
                        /** @enum {unknown} */
                        code?: "internal";
                        /** @constant */
                        status?: 500;
                    };
                };
            };
            /** @description [`service_unavailable`](/errors/service_unavailable) */
            503: {
                headers: {
                    "request-id": components["headers"]["request-id"];
                    "retry-after": components["headers"]["retry-after"];
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"] & {
                        /** @enum {unknown} */
                        code?: "service_unavailable";
                        /** @constant */
                        status?: 503;
                    };
                };
            };
            /** @description [`outcome_unknown`](/errors/outcome_unknown) */
            504: {
                headers: {
                    "request-id": components["headers"]["request-id"];
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"] & {
                        /** @enum {unknown} */
                        code?: "outcome_unknown";
                        /** @constant */
                        status?: 504;
                    };
                };
            };
        };
    };
    returnFloat: {
        parameters: {
            query?: never;
            header?: {
                /**
                 * @description A text of your own, new for each new request and the same for every repeat of it.
                 * @example 5f0c6a0e-visit-1
                 */
                "Idempotency-Key"?: string;
            };
            path: {
                /**
                 * @description The POS, by our id or by the one it has elsewhere.
                 * @example z128ffb-11a5-11l9-93p5-1231a8maf28
                 */
                pos_id: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["NewFunding"];
            };
        };
        responses: {
            /** @description Done. */
            201: {
                headers: {
                    "idempotent-replayed": components["headers"]["idempotent-replayed"];
                    "request-id": components["headers"]["request-id"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Funding"];
                };
            };
            /** @description [`invalid_request`](/errors/invalid_request), [`invalid_body`](/errors/invalid_body), [`invalid_idempotency_key`](/errors/invalid_idempotency_key) */
            400: {
                headers: {
                    "request-id": components["headers"]["request-id"];
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"] & {
                        /** @enum {unknown} */
                        code?: "invalid_request" | "invalid_body" | "invalid_idempotency_key";
                        /** @constant */
                        status?: 400;
                    };
                };
            };
            /** @description [`unauthenticated`](/errors/unauthenticated) */
            401: {
                headers: {
                    "request-id": components["headers"]["request-id"];
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"] & {
                        /** @enum {unknown} */
                        code?: "unauthenticated";
                        /** @constant */
                        status?: 401;
                    };
                };
            };
            /** @description [`role_forbids`](/errors/role_forbids) */
            403: {
                headers: {
                    "request-id": components["headers"]["request-id"];
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"] & {
                        /** @enum {unknown} */
                        code?: "role_forbids";
                        /** @constant */
                        status?: 403;
                    };
                };
            };
            /** @description [`route_not_found`](/errors/route_not_found), [`pos_not_found`](/errors/pos_not_found) */
            404: {
                headers: {
                    "request-id": components["headers"]["request-id"];
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"] & {
                        /** @enum {unknown} */
                        code?: "route_not_found" | "pos_not_found";
                        /** @constant */
                        status?: 404;
                    };
                };
            };
            /** @description [`idempotency_key_reused`](/errors/idempotency_key_reused) */
            409: {
                headers: {
                    "request-id": components["headers"]["request-id"];
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"] & {
                        /** @enum {unknown} */
                        code?: "idempotency_key_reused";
                        /** @constant */
                        status?: 409;
                    };
                };
            };
            /** @description [`unacceptable`](/errors/unacceptable), [`invalid_amount`](/errors/invalid_amount), [`currency_not_served`](/errors/currency_not_served), [`limit_exceeded`](/errors/limit_exceeded), [`not_possible`](/errors/not_possible) */
            422: {
                headers: {
                    "request-id": components["headers"]["request-id"];
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"] & {
                        /** @enum {unknown} */
                        code?: "unacceptable" | "invalid_amount" | "currency_not_served" | "limit_exceeded" | "not_possible";
                        /** @constant */
                        status?: 422;
                    };
                };
            };
            /** @description [`too_many_requests`](/errors/too_many_requests) */
            429: {
                headers: {
                    "request-id": components["headers"]["request-id"];
                    "retry-after": components["headers"]["retry-after"];
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"] & {
                        /** @enum {unknown} */
                        code?: "too_many_requests";
                        /** @constant */
                        status?: 429;
                    };
                };
            };
            /** @description [`internal`](/errors/internal) */
            500: {
                headers: {
                    "request-id": components["headers"]["request-id"];
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"] & {
                        /** @enum {unknown} */
                        code?: "internal";
                        /** @constant */
                        status?: 500;
                    };
                };
            };
            /** @description [`service_unavailable`](/errors/service_unavailable) */
            503: {
                headers: {
                    "request-id": components["headers"]["request-id"];
                    "retry-after": components["headers"]["retry-after"];
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"] & {
                        /** @enum {unknown} */
                        code?: "service_unavailable";
                        /** @constant */
                        status?: 503;
                    };
                };
            };
            /** @description [`outcome_unknown`](/errors/outcome_unknown) */
            504: {
                headers: {
                    "request-id": components["headers"]["request-id"];
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"] & {
                        /** @enum {unknown} */
                        code?: "outcome_unknown";
                        /** @constant */
                        status?: 504;
                    };
                };
            };
        };
    };
    addKey: {
        parameters: {
            query?: never;
            header?: {
                /**
                 * @description A text of your own, new for each new request and the same for every repeat of it.
                 * @example 5f0c6a0e-visit-1
                 */
                "Idempotency-Key"?: string;
            };
            path: {
                /**
                 * @description The POS, by our id or by the one it has elsewhere.
                 * @example z128ffb-11a5-11l9-93p5-1231a8maf28
                 */
                pos_id: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["AddKey"];
            };
        };
        responses: {
            /** @description Done. */
            201: {
                headers: {
                    "idempotent-replayed": components["headers"]["idempotent-replayed"];
                    "request-id": components["headers"]["request-id"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["PosKey"];
                };
            };
            /** @description [`invalid_request`](/errors/invalid_request), [`invalid_body`](/errors/invalid_body), [`invalid_idempotency_key`](/errors/invalid_idempotency_key), [`invalid_network`](/errors/invalid_network) */
            400: {
                headers: {
                    "request-id": components["headers"]["request-id"];
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"] & {
                        /** @enum {unknown} */
                        code?: "invalid_request" | "invalid_body" | "invalid_idempotency_key" | "invalid_network";
                        /** @constant */
                        status?: 400;
                    };
                };
            };
            /** @description [`unauthenticated`](/errors/unauthenticated) */
            401: {
                headers: {
                    "request-id": components["headers"]["request-id"];
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"] & {
                        /** @enum {unknown} */
                        code?: "unauthenticated";
                        /** @constant */
                        status?: 401;
                    };
                };
            };
            /** @description [`role_forbids`](/errors/role_forbids) */
            403: {
                headers: {
                    "request-id": components["headers"]["request-id"];
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"] & {
                        /** @enum {unknown} */
                        code?: "role_forbids";
                        /** @constant */
                        status?: 403;
                    };
                };
            };
            /** @description [`route_not_found`](/errors/route_not_found), [`pos_not_found`](/errors/pos_not_found) */
            404: {
                headers: {
                    "request-id": components["headers"]["request-id"];
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"] & {
                        /** @enum {unknown} */
                        code?: "route_not_found" | "pos_not_found";
                        /** @constant */
                        status?: 404;
                    };
                };
            };
            /** @description [`key_exists`](/errors/key_exists), [`idempotency_key_reused`](/errors/idempotency_key_reused), [`secret_shown_once`](/errors/secret_shown_once) */
            409: {
                headers: {
                    "request-id": components["headers"]["request-id"];
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"] & {
                        /** @enum {unknown} */
                        code?: "key_exists" | "idempotency_key_reused" | "secret_shown_once";
                        /** @constant */
                        status?: 409;
                    };
                };
            };
            /** @description [`unacceptable`](/errors/unacceptable), [`currency_not_served`](/errors/currency_not_served) */
            422: {
                headers: {
                    "request-id": components["headers"]["request-id"];
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"] & {
                        /** @enum {unknown} */
                        code?: "unacceptable" | "currency_not_served";
                        /** @constant */
                        status?: 422;
                    };
                };
            };
            /** @description [`too_many_requests`](/errors/too_many_requests) */
            429: {
                headers: {
                    "request-id": components["headers"]["request-id"];
                    "retry-after": components["headers"]["retry-after"];
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"] & {
                        /** @enum {unknown} */
                        code?: "too_many_requests";
                        /** @constant */
                        status?: 429;
                    };
                };
            };
            /** @description [`internal`](/errors/internal) */
            500: {
                headers: {
                    "request-id": components["headers"]["request-id"];
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"] & {
                        /** @enum {unknown} */
                        code?: "internal";
                        /** @constant */
                        status?: 500;
                    };
                };
            };
            /** @description [`service_unavailable`](/errors/service_unavailable) */
            503: {
                headers: {
                    "request-id": components["headers"]["request-id"];
                    "retry-after": components["headers"]["retry-after"];
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"] & {
                        /** @enum {unknown} */
                        code?: "service_unavailable";
                        /** @constant */
                        status?: 503;
                    };
                };
            };
            /** @description [`outcome_unknown`](/errors/outcome_unknown) */
            504: {
                headers: {
                    "request-id": components["headers"]["request-id"];
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"] & {
                        /** @enum {unknown} */
                        code?: "outcome_unknown";
                        /** @constant */
                        status?: 504;
                    };
                };
            };
        };
    };
    revokeKey: {
        parameters: {
            query?: never;
            header?: {
                /**
                 * @description A text of your own, new for each new request and the same for every repeat of it.
                 * @example 5f0c6a0e-visit-1
                 */
                "Idempotency-Key"?: string;
            };
            path: {
                /**
                 * @description The access key's public name.
                 * @example 018bcfe5-687b-7fff-bfff-fffffffffc05
                 */
                key_id: string;
                /**
                 * @description The POS, by our id or by the one it has elsewhere.
                 * @example z128ffb-11a5-11l9-93p5-1231a8maf28
                 */
                pos_id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Done. */
            204: {
                headers: {
                    "idempotent-replayed": components["headers"]["idempotent-replayed"];
                    "request-id": components["headers"]["request-id"];
                    [name: string]: unknown;
                };
                content?: never;
            };
            /** @description [`invalid_request`](/errors/invalid_request), [`invalid_body`](/errors/invalid_body), [`invalid_idempotency_key`](/errors/invalid_idempotency_key) */
            400: {
                headers: {
                    "request-id": components["headers"]["request-id"];
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"] & {
                        /** @enum {unknown} */
                        code?: "invalid_request" | "invalid_body" | "invalid_idempotency_key";
                        /** @constant */
                        status?: 400;
                    };
                };
            };
            /** @description [`unauthenticated`](/errors/unauthenticated) */
            401: {
                headers: {
                    "request-id": components["headers"]["request-id"];
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"] & {
                        /** @enum {unknown} */
                        code?: "unauthenticated";
                        /** @constant */
                        status?: 401;
                    };
                };
            };
            /** @description [`role_forbids`](/errors/role_forbids) */
            403: {
                headers: {
                    "request-id": components["headers"]["request-id"];
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"] & {
                        /** @enum {unknown} */
                        code?: "role_forbids";
                        /** @constant */
                        status?: 403;
                    };
                };
            };
            /** @description [`route_not_found`](/errors/route_not_found), [`pos_not_found`](/errors/pos_not_found), [`key_not_found`](/errors/key_not_found) */
            404: {
                headers: {
                    "request-id": components["headers"]["request-id"];
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"] & {
                        /** @enum {unknown} */
                        code?: "route_not_found" | "pos_not_found" | "key_not_found";
                        /** @constant */
                        status?: 404;
                    };
                };
            };
            /** @description [`idempotency_key_reused`](/errors/idempotency_key_reused) */
            409: {
                headers: {
                    "request-id": components["headers"]["request-id"];
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"] & {
                        /** @enum {unknown} */
                        code?: "idempotency_key_reused";
                        /** @constant */
                        status?: 409;
                    };
                };
            };
            /** @description [`too_many_requests`](/errors/too_many_requests) */
            429: {
                headers: {
                    "request-id": components["headers"]["request-id"];
                    "retry-after": components["headers"]["retry-after"];
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"] & {
                        /** @enum {unknown} */
                        code?: "too_many_requests";
                        /** @constant */
                        status?: 429;
                    };
                };
            };
            /** @description [`internal`](/errors/internal) */
            500: {
                headers: {
                    "request-id": components["headers"]["request-id"];
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"] & {
                        /** @enum {unknown} */
                        code?: "internal";
                        /** @constant */
                        status?: 500;
                    };
                };
            };
            /** @description [`service_unavailable`](/errors/service_unavailable) */
            503: {
                headers: {
                    "request-id": components["headers"]["request-id"];
                    "retry-after": components["headers"]["retry-after"];
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"] & {
                        /** @enum {unknown} */
                        code?: "service_unavailable";
                        /** @constant */
                        status?: 503;
                    };
                };
            };
            /** @description [`outcome_unknown`](/errors/outcome_unknown) */
            504: {
                headers: {
                    "request-id": components["headers"]["request-id"];
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"] & {
                        /** @enum {unknown} */
                        code?: "outcome_unknown";
                        /** @constant */
                        status?: 504;
                    };
                };
            };
        };
    };
    setLowFloat: {
        parameters: {
            query?: never;
            header?: {
                /**
                 * @description A text of your own, new for each new request and the same for every repeat of it.
                 * @example 5f0c6a0e-visit-1
                 */
                "Idempotency-Key"?: string;
            };
            path: {
                /**
                 * @description The POS, by our id or by the one it has elsewhere.
                 * @example z128ffb-11a5-11l9-93p5-1231a8maf28
                 */
                pos_id: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["NewFunding"];
            };
        };
        responses: {
            /** @description Done. */
            204: {
                headers: {
                    "idempotent-replayed": components["headers"]["idempotent-replayed"];
                    "request-id": components["headers"]["request-id"];
                    [name: string]: unknown;
                };
                content?: never;
            };
            /** @description [`invalid_request`](/errors/invalid_request), [`invalid_body`](/errors/invalid_body), [`invalid_idempotency_key`](/errors/invalid_idempotency_key) */
            400: {
                headers: {
                    "request-id": components["headers"]["request-id"];
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"] & {
                        /** @enum {unknown} */
                        code?: "invalid_request" | "invalid_body" | "invalid_idempotency_key";
                        /** @constant */
                        status?: 400;
                    };
                };
            };
            /** @description [`unauthenticated`](/errors/unauthenticated) */
            401: {
                headers: {
                    "request-id": components["headers"]["request-id"];
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"] & {
                        /** @enum {unknown} */
                        code?: "unauthenticated";
                        /** @constant */
                        status?: 401;
                    };
                };
            };
            /** @description [`role_forbids`](/errors/role_forbids) */
            403: {
                headers: {
                    "request-id": components["headers"]["request-id"];
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"] & {
                        /** @enum {unknown} */
                        code?: "role_forbids";
                        /** @constant */
                        status?: 403;
                    };
                };
            };
            /** @description [`route_not_found`](/errors/route_not_found), [`pos_not_found`](/errors/pos_not_found) */
            404: {
                headers: {
                    "request-id": components["headers"]["request-id"];
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"] & {
                        /** @enum {unknown} */
                        code?: "route_not_found" | "pos_not_found";
                        /** @constant */
                        status?: 404;
                    };
                };
            };
            /** @description [`idempotency_key_reused`](/errors/idempotency_key_reused) */
            409: {
                headers: {
                    "request-id": components["headers"]["request-id"];
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"] & {
                        /** @enum {unknown} */
                        code?: "idempotency_key_reused";
                        /** @constant */
                        status?: 409;
                    };
                };
            };
            /** @description [`unacceptable`](/errors/unacceptable), [`invalid_amount`](/errors/invalid_amount), [`currency_not_served`](/errors/currency_not_served) */
            422: {
                headers: {
                    "request-id": components["headers"]["request-id"];
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"] & {
                        /** @enum {unknown} */
                        code?: "unacceptable" | "invalid_amount" | "currency_not_served";
                        /** @constant */
                        status?: 422;
                    };
                };
            };
            /** @description [`too_many_requests`](/errors/too_many_requests) */
            429: {
                headers: {
                    "request-id": components["headers"]["request-id"];
                    "retry-after": components["headers"]["retry-after"];
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"] & {
                        /** @enum {unknown} */
                        code?: "too_many_requests";
                        /** @constant */
                        status?: 429;
                    };
                };
            };
            /** @description [`internal`](/errors/internal) */
            500: {
                headers: {
                    "request-id": components["headers"]["request-id"];
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"] & {
                        /** @enum {unknown} */
                        code?: "internal";
                        /** @constant */
                        status?: 500;
                    };
                };
            };
            /** @description [`service_unavailable`](/errors/service_unavailable) */
            503: {
                headers: {
                    "request-id": components["headers"]["request-id"];
                    "retry-after": components["headers"]["retry-after"];
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"] & {
                        /** @enum {unknown} */
                        code?: "service_unavailable";
                        /** @constant */
                        status?: 503;
                    };
                };
            };
            /** @description [`outcome_unknown`](/errors/outcome_unknown) */
            504: {
                headers: {
                    "request-id": components["headers"]["request-id"];
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"] & {
                        /** @enum {unknown} */
                        code?: "outcome_unknown";
                        /** @constant */
                        status?: 504;
                    };
                };
            };
        };
    };
    setOnExpiry: {
        parameters: {
            query?: never;
            header?: {
                /**
                 * @description A text of your own, new for each new request and the same for every repeat of it.
                 * @example 5f0c6a0e-visit-1
                 */
                "Idempotency-Key"?: string;
            };
            path: {
                /**
                 * @description The POS, by our id or by the one it has elsewhere.
                 * @example z128ffb-11a5-11l9-93p5-1231a8maf28
                 */
                pos_id: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["SetOnExpiry"];
            };
        };
        responses: {
            /** @description Done. */
            204: {
                headers: {
                    "idempotent-replayed": components["headers"]["idempotent-replayed"];
                    "request-id": components["headers"]["request-id"];
                    [name: string]: unknown;
                };
                content?: never;
            };
            /** @description [`invalid_request`](/errors/invalid_request), [`invalid_body`](/errors/invalid_body), [`invalid_idempotency_key`](/errors/invalid_idempotency_key) */
            400: {
                headers: {
                    "request-id": components["headers"]["request-id"];
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"] & {
                        /** @enum {unknown} */
                        code?: "invalid_request" | "invalid_body" | "invalid_idempotency_key";
                        /** @constant */
                        status?: 400;
                    };
                };
            };
            /** @description [`unauthenticated`](/errors/unauthenticated) */
            401: {
                headers: {
                    "request-id": components["headers"]["request-id"];
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"] & {
                        /** @enum {unknown} */
                        code?: "unauthenticated";
                        /** @constant */
                        status?: 401;
                    };
                };
            };
            /** @description [`role_forbids`](/errors/role_forbids) */
            403: {
                headers: {
                    "request-id": components["headers"]["request-id"];
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"] & {
                        /** @enum {unknown} */
                        code?: "role_forbids";
                        /** @constant */
                        status?: 403;
                    };
                };
            };
            /** @description [`route_not_found`](/errors/route_not_found), [`pos_not_found`](/errors/pos_not_found) */
            404: {
                headers: {
                    "request-id": components["headers"]["request-id"];
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"] & {
                        /** @enum {unknown} */
                        code?: "route_not_found" | "pos_not_found";
                        /** @constant */
                        status?: 404;
                    };
                };
            };
            /** @description [`idempotency_key_reused`](/errors/idempotency_key_reused) */
            409: {
                headers: {
                    "request-id": components["headers"]["request-id"];
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"] & {
                        /** @enum {unknown} */
                        code?: "idempotency_key_reused";
                        /** @constant */
                        status?: 409;
                    };
                };
            };
            /** @description [`unacceptable`](/errors/unacceptable) */
            422: {
                headers: {
                    "request-id": components["headers"]["request-id"];
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"] & {
                        /** @enum {unknown} */
                        code?: "unacceptable";
                        /** @constant */
                        status?: 422;
                    };
                };
            };
            /** @description [`too_many_requests`](/errors/too_many_requests) */
            429: {
                headers: {
                    "request-id": components["headers"]["request-id"];
                    "retry-after": components["headers"]["retry-after"];
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"] & {
                        /** @enum {unknown} */
                        code?: "too_many_requests";
                        /** @constant */
                        status?: 429;
                    };
                };
            };
            /** @description [`internal`](/errors/internal) */
            500: {
                headers: {
                    "request-id": components["headers"]["request-id"];
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"] & {
                        /** @enum {unknown} */
                        code?: "internal";
                        /** @constant */
                        status?: 500;
                    };
                };
            };
            /** @description [`service_unavailable`](/errors/service_unavailable) */
            503: {
                headers: {
                    "request-id": components["headers"]["request-id"];
                    "retry-after": components["headers"]["retry-after"];
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"] & {
                        /** @enum {unknown} */
                        code?: "service_unavailable";
                        /** @constant */
                        status?: 503;
                    };
                };
            };
            /** @description [`outcome_unknown`](/errors/outcome_unknown) */
            504: {
                headers: {
                    "request-id": components["headers"]["request-id"];
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"] & {
                        /** @enum {unknown} */
                        code?: "outcome_unknown";
                        /** @constant */
                        status?: 504;
                    };
                };
            };
        };
    };
    locatePos: {
        parameters: {
            query?: never;
            header?: {
                /**
                 * @description A text of your own, new for each new request and the same for every repeat of it.
                 * @example 5f0c6a0e-visit-1
                 */
                "Idempotency-Key"?: string;
            };
            path: {
                /**
                 * @description The POS, by our id or by the one it has elsewhere.
                 * @example z128ffb-11a5-11l9-93p5-1231a8maf28
                 */
                pos_id: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["Place"];
            };
        };
        responses: {
            /** @description Done. */
            204: {
                headers: {
                    "idempotent-replayed": components["headers"]["idempotent-replayed"];
                    "request-id": components["headers"]["request-id"];
                    [name: string]: unknown;
                };
                content?: never;
            };
            /** @description [`invalid_request`](/errors/invalid_request), [`invalid_body`](/errors/invalid_body), [`invalid_idempotency_key`](/errors/invalid_idempotency_key) */
            400: {
                headers: {
                    "request-id": components["headers"]["request-id"];
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"] & {
                        /** @enum {unknown} */
                        code?: "invalid_request" | "invalid_body" | "invalid_idempotency_key";
                        /** @constant */
                        status?: 400;
                    };
                };
            };
            /** @description [`unauthenticated`](/errors/unauthenticated) */
            401: {
                headers: {
                    "request-id": components["headers"]["request-id"];
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"] & {
                        /** @enum {unknown} */
                        code?: "unauthenticated";
                        /** @constant */
                        status?: 401;
                    };
                };
            };
            /** @description [`role_forbids`](/errors/role_forbids) */
            403: {
                headers: {
                    "request-id": components["headers"]["request-id"];
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"] & {
                        /** @enum {unknown} */
                        code?: "role_forbids";
                        /** @constant */
                        status?: 403;
                    };
                };
            };
            /** @description [`route_not_found`](/errors/route_not_found), [`pos_not_found`](/errors/pos_not_found) */
            404: {
                headers: {
                    "request-id": components["headers"]["request-id"];
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"] & {
                        /** @enum {unknown} */
                        code?: "route_not_found" | "pos_not_found";
                        /** @constant */
                        status?: 404;
                    };
                };
            };
            /** @description [`idempotency_key_reused`](/errors/idempotency_key_reused) */
            409: {
                headers: {
                    "request-id": components["headers"]["request-id"];
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"] & {
                        /** @enum {unknown} */
                        code?: "idempotency_key_reused";
                        /** @constant */
                        status?: 409;
                    };
                };
            };
            /** @description [`unacceptable`](/errors/unacceptable) */
            422: {
                headers: {
                    "request-id": components["headers"]["request-id"];
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"] & {
                        /** @enum {unknown} */
                        code?: "unacceptable";
                        /** @constant */
                        status?: 422;
                    };
                };
            };
            /** @description [`too_many_requests`](/errors/too_many_requests) */
            429: {
                headers: {
                    "request-id": components["headers"]["request-id"];
                    "retry-after": components["headers"]["retry-after"];
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"] & {
                        /** @enum {unknown} */
                        code?: "too_many_requests";
                        /** @constant */
                        status?: 429;
                    };
                };
            };
            /** @description [`internal`](/errors/internal) */
            500: {
                headers: {
                    "request-id": components["headers"]["request-id"];
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"] & {
                        /** @enum {unknown} */
                        code?: "internal";
                        /** @constant */
                        status?: 500;
                    };
                };
            };
            /** @description [`service_unavailable`](/errors/service_unavailable) */
            503: {
                headers: {
                    "request-id": components["headers"]["request-id"];
                    "retry-after": components["headers"]["retry-after"];
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"] & {
                        /** @enum {unknown} */
                        code?: "service_unavailable";
                        /** @constant */
                        status?: 503;
                    };
                };
            };
            /** @description [`outcome_unknown`](/errors/outcome_unknown) */
            504: {
                headers: {
                    "request-id": components["headers"]["request-id"];
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"] & {
                        /** @enum {unknown} */
                        code?: "outcome_unknown";
                        /** @constant */
                        status?: 504;
                    };
                };
            };
        };
    };
    prefundPos: {
        parameters: {
            query?: never;
            header?: {
                /**
                 * @description A text of your own, new for each new request and the same for every repeat of it.
                 * @example 5f0c6a0e-visit-1
                 */
                "Idempotency-Key"?: string;
            };
            path: {
                /**
                 * @description The POS, by our id or by the one it has elsewhere.
                 * @example z128ffb-11a5-11l9-93p5-1231a8maf28
                 */
                pos_id: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["NewFunding"];
            };
        };
        responses: {
            /** @description Done. */
            201: {
                headers: {
                    "idempotent-replayed": components["headers"]["idempotent-replayed"];
                    "request-id": components["headers"]["request-id"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Funding"];
                };
            };
            /** @description [`invalid_request`](/errors/invalid_request), [`invalid_body`](/errors/invalid_body), [`invalid_idempotency_key`](/errors/invalid_idempotency_key) */
            400: {
                headers: {
                    "request-id": components["headers"]["request-id"];
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"] & {
                        /** @enum {unknown} */
                        code?: "invalid_request" | "invalid_body" | "invalid_idempotency_key";
                        /** @constant */
                        status?: 400;
                    };
                };
            };
            /** @description [`unauthenticated`](/errors/unauthenticated) */
            401: {
                headers: {
                    "request-id": components["headers"]["request-id"];
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"] & {
                        /** @enum {unknown} */
                        code?: "unauthenticated";
                        /** @constant */
                        status?: 401;
                    };
                };
            };
            /** @description [`role_forbids`](/errors/role_forbids) */
            403: {
                headers: {
                    "request-id": components["headers"]["request-id"];
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"] & {
                        /** @enum {unknown} */
                        code?: "role_forbids";
                        /** @constant */
                        status?: 403;
                    };
                };
            };
            /** @description [`route_not_found`](/errors/route_not_found), [`pos_not_found`](/errors/pos_not_found) */
            404: {
                headers: {
                    "request-id": components["headers"]["request-id"];
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"] & {
                        /** @enum {unknown} */
                        code?: "route_not_found" | "pos_not_found";
                        /** @constant */
                        status?: 404;
                    };
                };
            };
            /** @description [`idempotency_key_reused`](/errors/idempotency_key_reused) */
            409: {
                headers: {
                    "request-id": components["headers"]["request-id"];
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"] & {
                        /** @enum {unknown} */
                        code?: "idempotency_key_reused";
                        /** @constant */
                        status?: 409;
                    };
                };
            };
            /** @description [`unacceptable`](/errors/unacceptable), [`invalid_amount`](/errors/invalid_amount), [`currency_not_served`](/errors/currency_not_served), [`limit_exceeded`](/errors/limit_exceeded) */
            422: {
                headers: {
                    "request-id": components["headers"]["request-id"];
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"] & {
                        /** @enum {unknown} */
                        code?: "unacceptable" | "invalid_amount" | "currency_not_served" | "limit_exceeded";
                        /** @constant */
                        status?: 422;
                    };
                };
            };
            /** @description [`too_many_requests`](/errors/too_many_requests) */
            429: {
                headers: {
                    "request-id": components["headers"]["request-id"];
                    "retry-after": components["headers"]["retry-after"];
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"] & {
                        /** @enum {unknown} */
                        code?: "too_many_requests";
                        /** @constant */
                        status?: 429;
                    };
                };
            };
            /** @description [`internal`](/errors/internal) */
            500: {
                headers: {
                    "request-id": components["headers"]["request-id"];
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"] & {
                        /** @enum {unknown} */
                        code?: "internal";
                        /** @constant */
                        status?: 500;
                    };
                };
            };
            /** @description [`service_unavailable`](/errors/service_unavailable) */
            503: {
                headers: {
                    "request-id": components["headers"]["request-id"];
                    "retry-after": components["headers"]["retry-after"];
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"] & {
                        /** @enum {unknown} */
                        code?: "service_unavailable";
                        /** @constant */
                        status?: 503;
                    };
                };
            };
            /** @description [`outcome_unknown`](/errors/outcome_unknown) */
            504: {
                headers: {
                    "request-id": components["headers"]["request-id"];
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"] & {
                        /** @enum {unknown} */
                        code?: "outcome_unknown";
                        /** @constant */
                        status?: 504;
                    };
                };
            };
        };
    };
    runTills: {
        parameters: {
            query?: never;
            header?: {
                /**
                 * @description A text of your own, new for each new request and the same for every repeat of it.
                 * @example 5f0c6a0e-visit-1
                 */
                "Idempotency-Key"?: string;
            };
            path: {
                /**
                 * @description The POS, by our id or by the one it has elsewhere.
                 * @example z128ffb-11a5-11l9-93p5-1231a8maf28
                 */
                pos_id: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["RunTills"];
            };
        };
        responses: {
            /** @description Done. */
            204: {
                headers: {
                    "idempotent-replayed": components["headers"]["idempotent-replayed"];
                    "request-id": components["headers"]["request-id"];
                    [name: string]: unknown;
                };
                content?: never;
            };
            /** @description [`invalid_request`](/errors/invalid_request), [`invalid_body`](/errors/invalid_body), [`invalid_idempotency_key`](/errors/invalid_idempotency_key) */
            400: {
                headers: {
                    "request-id": components["headers"]["request-id"];
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"] & {
                        /** @enum {unknown} */
                        code?: "invalid_request" | "invalid_body" | "invalid_idempotency_key";
                        /** @constant */
                        status?: 400;
                    };
                };
            };
            /** @description [`unauthenticated`](/errors/unauthenticated) */
            401: {
                headers: {
                    "request-id": components["headers"]["request-id"];
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"] & {
                        /** @enum {unknown} */
                        code?: "unauthenticated";
                        /** @constant */
                        status?: 401;
                    };
                };
            };
            /** @description [`role_forbids`](/errors/role_forbids) */
            403: {
                headers: {
                    "request-id": components["headers"]["request-id"];
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"] & {
                        /** @enum {unknown} */
                        code?: "role_forbids";
                        /** @constant */
                        status?: 403;
                    };
                };
            };
            /** @description [`route_not_found`](/errors/route_not_found), [`pos_not_found`](/errors/pos_not_found) */
            404: {
                headers: {
                    "request-id": components["headers"]["request-id"];
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"] & {
                        /** @enum {unknown} */
                        code?: "route_not_found" | "pos_not_found";
                        /** @constant */
                        status?: 404;
                    };
                };
            };
            /** @description [`idempotency_key_reused`](/errors/idempotency_key_reused), [`till_is_open`](/errors/till_is_open) */
            409: {
                headers: {
                    "request-id": components["headers"]["request-id"];
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"] & {
                        /** @enum {unknown} */
                        code?: "idempotency_key_reused" | "till_is_open";
                        /** @constant */
                        status?: 409;
                    };
                };
            };
            /** @description [`too_many_requests`](/errors/too_many_requests) */
            429: {
                headers: {
                    "request-id": components["headers"]["request-id"];
                    "retry-after": components["headers"]["retry-after"];
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"] & {
                        /** @enum {unknown} */
                        code?: "too_many_requests";
                        /** @constant */
                        status?: 429;
                    };
                };
            };
            /** @description [`internal`](/errors/internal) */
            500: {
                headers: {
                    "request-id": components["headers"]["request-id"];
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"] & {
                        /** @enum {unknown} */
                        code?: "internal";
                        /** @constant */
                        status?: 500;
                    };
                };
            };
            /** @description [`service_unavailable`](/errors/service_unavailable) */
            503: {
                headers: {
                    "request-id": components["headers"]["request-id"];
                    "retry-after": components["headers"]["retry-after"];
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"] & {
                        /** @enum {unknown} */
                        code?: "service_unavailable";
                        /** @constant */
                        status?: 503;
                    };
                };
            };
            /** @description [`outcome_unknown`](/errors/outcome_unknown) */
            504: {
                headers: {
                    "request-id": components["headers"]["request-id"];
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"] & {
                        /** @enum {unknown} */
                        code?: "outcome_unknown";
                        /** @constant */
                        status?: 504;
                    };
                };
            };
        };
    };
    addTill: {
        parameters: {
            query?: never;
            header?: {
                /**
                 * @description A text of your own, new for each new request and the same for every repeat of it.
                 * @example 5f0c6a0e-visit-1
                 */
                "Idempotency-Key"?: string;
            };
            path: {
                /**
                 * @description The POS, by our id or by the one it has elsewhere.
                 * @example z128ffb-11a5-11l9-93p5-1231a8maf28
                 */
                pos_id: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["AddTill"];
            };
        };
        responses: {
            /** @description Done. */
            201: {
                headers: {
                    "idempotent-replayed": components["headers"]["idempotent-replayed"];
                    "request-id": components["headers"]["request-id"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Till"];
                };
            };
            /** @description [`invalid_request`](/errors/invalid_request), [`invalid_body`](/errors/invalid_body), [`invalid_idempotency_key`](/errors/invalid_idempotency_key) */
            400: {
                headers: {
                    "request-id": components["headers"]["request-id"];
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"] & {
                        /** @enum {unknown} */
                        code?: "invalid_request" | "invalid_body" | "invalid_idempotency_key";
                        /** @constant */
                        status?: 400;
                    };
                };
            };
            /** @description [`unauthenticated`](/errors/unauthenticated) */
            401: {
                headers: {
                    "request-id": components["headers"]["request-id"];
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"] & {
                        /** @enum {unknown} */
                        code?: "unauthenticated";
                        /** @constant */
                        status?: 401;
                    };
                };
            };
            /** @description [`role_forbids`](/errors/role_forbids) */
            403: {
                headers: {
                    "request-id": components["headers"]["request-id"];
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"] & {
                        /** @enum {unknown} */
                        code?: "role_forbids";
                        /** @constant */
                        status?: 403;
                    };
                };
            };
            /** @description [`route_not_found`](/errors/route_not_found), [`pos_not_found`](/errors/pos_not_found) */
            404: {
                headers: {
                    "request-id": components["headers"]["request-id"];
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"] & {
                        /** @enum {unknown} */
                        code?: "route_not_found" | "pos_not_found";
                        /** @constant */
                        status?: 404;
                    };
                };
            };
            /** @description [`idempotency_key_reused`](/errors/idempotency_key_reused) */
            409: {
                headers: {
                    "request-id": components["headers"]["request-id"];
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"] & {
                        /** @enum {unknown} */
                        code?: "idempotency_key_reused";
                        /** @constant */
                        status?: 409;
                    };
                };
            };
            /** @description [`unacceptable`](/errors/unacceptable) */
            422: {
                headers: {
                    "request-id": components["headers"]["request-id"];
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"] & {
                        /** @enum {unknown} */
                        code?: "unacceptable";
                        /** @constant */
                        status?: 422;
                    };
                };
            };
            /** @description [`too_many_requests`](/errors/too_many_requests) */
            429: {
                headers: {
                    "request-id": components["headers"]["request-id"];
                    "retry-after": components["headers"]["retry-after"];
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"] & {
                        /** @enum {unknown} */
                        code?: "too_many_requests";
                        /** @constant */
                        status?: 429;
                    };
                };
            };
            /** @description [`internal`](/errors/internal) */
            500: {
                headers: {
                    "request-id": components["headers"]["request-id"];
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"] & {
                        /** @enum {unknown} */
                        code?: "internal";
                        /** @constant */
                        status?: 500;
                    };
                };
            };
            /** @description [`service_unavailable`](/errors/service_unavailable) */
            503: {
                headers: {
                    "request-id": components["headers"]["request-id"];
                    "retry-after": components["headers"]["retry-after"];
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"] & {
                        /** @enum {unknown} */
                        code?: "service_unavailable";
                        /** @constant */
                        status?: 503;
                    };
                };
            };
            /** @description [`outcome_unknown`](/errors/outcome_unknown) */
            504: {
                headers: {
                    "request-id": components["headers"]["request-id"];
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"] & {
                        /** @enum {unknown} */
                        code?: "outcome_unknown";
                        /** @constant */
                        status?: 504;
                    };
                };
            };
        };
    };
    tellVault: {
        parameters: {
            query?: never;
            header?: {
                /**
                 * @description A text of your own, new for each new request and the same for every repeat of it.
                 * @example 5f0c6a0e-visit-1
                 */
                "Idempotency-Key"?: string;
            };
            path: {
                /**
                 * @description The POS, by our id or by the one it has elsewhere.
                 * @example z128ffb-11a5-11l9-93p5-1231a8maf28
                 */
                pos_id: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["VaultCash"];
            };
        };
        responses: {
            /** @description Done. */
            200: {
                headers: {
                    "idempotent-replayed": components["headers"]["idempotent-replayed"];
                    "request-id": components["headers"]["request-id"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["VaultBalance"];
                };
            };
            /** @description [`invalid_request`](/errors/invalid_request), [`invalid_body`](/errors/invalid_body), [`invalid_idempotency_key`](/errors/invalid_idempotency_key) */
            400: {
                headers: {
                    "request-id": components["headers"]["request-id"];
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"] & {
                        /** @enum {unknown} */
                        code?: "invalid_request" | "invalid_body" | "invalid_idempotency_key";
                        /** @constant */
                        status?: 400;
                    };
                };
            };
            /** @description [`unauthenticated`](/errors/unauthenticated) */
            401: {
                headers: {
                    "request-id": components["headers"]["request-id"];
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"] & {
                        /** @enum {unknown} */
                        code?: "unauthenticated";
                        /** @constant */
                        status?: 401;
                    };
                };
            };
            /** @description [`role_forbids`](/errors/role_forbids) */
            403: {
                headers: {
                    "request-id": components["headers"]["request-id"];
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"] & {
                        /** @enum {unknown} */
                        code?: "role_forbids";
                        /** @constant */
                        status?: 403;
                    };
                };
            };
            /** @description [`route_not_found`](/errors/route_not_found), [`pos_not_found`](/errors/pos_not_found) */
            404: {
                headers: {
                    "request-id": components["headers"]["request-id"];
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"] & {
                        /** @enum {unknown} */
                        code?: "route_not_found" | "pos_not_found";
                        /** @constant */
                        status?: 404;
                    };
                };
            };
            /** @description [`idempotency_key_reused`](/errors/idempotency_key_reused) */
            409: {
                headers: {
                    "request-id": components["headers"]["request-id"];
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"] & {
                        /** @enum {unknown} */
                        code?: "idempotency_key_reused";
                        /** @constant */
                        status?: 409;
                    };
                };
            };
            /** @description [`unacceptable`](/errors/unacceptable), [`currency_not_served`](/errors/currency_not_served), [`limit_exceeded`](/errors/limit_exceeded) */
            422: {
                headers: {
                    "request-id": components["headers"]["request-id"];
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"] & {
                        /** @enum {unknown} */
                        code?: "unacceptable" | "currency_not_served" | "limit_exceeded";
                        /** @constant */
                        status?: 422;
                    };
                };
            };
            /** @description [`too_many_requests`](/errors/too_many_requests) */
            429: {
                headers: {
                    "request-id": components["headers"]["request-id"];
                    "retry-after": components["headers"]["retry-after"];
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"] & {
                        /** @enum {unknown} */
                        code?: "too_many_requests";
                        /** @constant */
                        status?: 429;
                    };
                };
            };
            /** @description [`internal`](/errors/internal) */
            500: {
                headers: {
                    "request-id": components["headers"]["request-id"];
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"] & {
                        /** @enum {unknown} */
                        code?: "internal";
                        /** @constant */
                        status?: 500;
                    };
                };
            };
            /** @description [`service_unavailable`](/errors/service_unavailable) */
            503: {
                headers: {
                    "request-id": components["headers"]["request-id"];
                    "retry-after": components["headers"]["retry-after"];
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"] & {
                        /** @enum {unknown} */
                        code?: "service_unavailable";
                        /** @constant */
                        status?: 503;
                    };
                };
            };
            /** @description [`outcome_unknown`](/errors/outcome_unknown) */
            504: {
                headers: {
                    "request-id": components["headers"]["request-id"];
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"] & {
                        /** @enum {unknown} */
                        code?: "outcome_unknown";
                        /** @constant */
                        status?: 504;
                    };
                };
            };
        };
    };
    findPosNear: {
        parameters: {
            query: {
                /** @description How much; zero when it does not matter. */
                amount?: string;
                /** @description In which currency. */
                currency: components["schemas"]["CurrencyCode"];
                /** @description Degrees north of the equator. */
                lat: string;
                /** @description POS in the answer, at most 50. */
                limit?: number;
                /** @description Degrees east of Greenwich. */
                lon: string;
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Done. */
            200: {
                headers: {
                    "request-id": components["headers"]["request-id"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["NearPosList"];
                };
            };
            /** @description [`invalid_request`](/errors/invalid_request), [`invalid_body`](/errors/invalid_body), [`invalid_query`](/errors/invalid_query), [`invalid_idempotency_key`](/errors/invalid_idempotency_key) */
            400: {
                headers: {
                    "request-id": components["headers"]["request-id"];
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"] & {
                        /** @enum {unknown} */
                        code?: "invalid_request" | "invalid_body" | "invalid_query" | "invalid_idempotency_key";
                        /** @constant */
                        status?: 400;
                    };
                };
            };
            /** @description [`unauthenticated`](/errors/unauthenticated) */
            401: {
                headers: {
                    "request-id": components["headers"]["request-id"];
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"] & {
                        /** @enum {unknown} */
                        code?: "unauthenticated";
                        /** @constant */
                        status?: 401;
                    };
                };
            };
            /** @description [`route_not_found`](/errors/route_not_found) */
            404: {
                headers: {
                    "request-id": components["headers"]["request-id"];
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"] & {
                        /** @enum {unknown} */
                        code?: "route_not_found";
                        /** @constant */
                        status?: 404;
                    };
                };
            };
            /** @description [`too_many_requests`](/errors/too_many_requests) */
            429: {
                headers: {
                    "request-id": components["headers"]["request-id"];
                    "retry-after": components["headers"]["retry-after"];
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"] & {
                        /** @enum {unknown} */
                        code?: "too_many_requests";
                        /** @constant */
                        status?: 429;
                    };
                };
            };
            /** @description [`internal`](/errors/internal) */
            500: {
                headers: {
                    "request-id": components["headers"]["request-id"];
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"] & {
                        /** @enum {unknown} */
                        code?: "internal";
                        /** @constant */
                        status?: 500;
                    };
                };
            };
            /** @description [`service_unavailable`](/errors/service_unavailable) */
            503: {
                headers: {
                    "request-id": components["headers"]["request-id"];
                    "retry-after": components["headers"]["retry-after"];
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"] & {
                        /** @enum {unknown} */
                        code?: "service_unavailable";
                        /** @constant */
                        status?: 503;
                    };
                };
            };
            /** @description [`outcome_unknown`](/errors/outcome_unknown) */
            504: {
                headers: {
                    "request-id": components["headers"]["request-id"];
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"] & {
                        /** @enum {unknown} */
                        code?: "outcome_unknown";
                        /** @constant */
                        status?: 504;
                    };
                };
            };
        };
    };
    listOpenOperations: {
        parameters: {
            query: {
                /** @description Only operations begun after this one: the `next` of the page before. */
                after?: string;
                /** @description Operations on the page, at most. */
                limit?: number;
                /** @description Which operations. */
                state: components["schemas"]["AskedState"];
            };
            header?: {
                /**
                 * @description The session's token, from the login.
                 * @example 0f9b5b3e-1111-2222-3333-444455556666
                 */
                token_id?: string;
            };
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Done. */
            200: {
                headers: {
                    "request-id": components["headers"]["request-id"];
                    "session-expires-at": components["headers"]["session-expires-at"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["OpenOperations"];
                };
            };
            /** @description [`invalid_request`](/errors/invalid_request), [`invalid_body`](/errors/invalid_body), [`invalid_query`](/errors/invalid_query), [`invalid_idempotency_key`](/errors/invalid_idempotency_key) */
            400: {
                headers: {
                    "request-id": components["headers"]["request-id"];
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"] & {
                        /** @enum {unknown} */
                        code?: "invalid_request" | "invalid_body" | "invalid_query" | "invalid_idempotency_key";
                        /** @constant */
                        status?: 400;
                    };
                };
            };
            /** @description [`unauthenticated`](/errors/unauthenticated), [`session_not_found`](/errors/session_not_found) */
            401: {
                headers: {
                    "request-id": components["headers"]["request-id"];
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"] & {
                        /** @enum {unknown} */
                        code?: "unauthenticated" | "session_not_found";
                        /** @constant */
                        status?: 401;
                    };
                };
            };
            /** @description [`route_not_found`](/errors/route_not_found) */
            404: {
                headers: {
                    "request-id": components["headers"]["request-id"];
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"] & {
                        /** @enum {unknown} */
                        code?: "route_not_found";
                        /** @constant */
                        status?: 404;
                    };
                };
            };
            /** @description [`too_many_requests`](/errors/too_many_requests) */
            429: {
                headers: {
                    "request-id": components["headers"]["request-id"];
                    "retry-after": components["headers"]["retry-after"];
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"] & {
                        /** @enum {unknown} */
                        code?: "too_many_requests";
                        /** @constant */
                        status?: 429;
                    };
                };
            };
            /** @description [`internal`](/errors/internal) */
            500: {
                headers: {
                    "request-id": components["headers"]["request-id"];
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"] & {
                        /** @enum {unknown} */
                        code?: "internal";
                        /** @constant */
                        status?: 500;
                    };
                };
            };
            /** @description [`service_unavailable`](/errors/service_unavailable) */
            503: {
                headers: {
                    "request-id": components["headers"]["request-id"];
                    "retry-after": components["headers"]["retry-after"];
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"] & {
                        /** @enum {unknown} */
                        code?: "service_unavailable";
                        /** @constant */
                        status?: 503;
                    };
                };
            };
            /** @description [`outcome_unknown`](/errors/outcome_unknown) */
            504: {
                headers: {
                    "request-id": components["headers"]["request-id"];
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"] & {
                        /** @enum {unknown} */
                        code?: "outcome_unknown";
                        /** @constant */
                        status?: 504;
                    };
                };
            };
        };
    };
    showOperation: {
        parameters: {
            query?: never;
            header: {
                /**
                 * @description The session's token, from the login.
                 * @example 0f9b5b3e-1111-2222-3333-444455556666
                 */
                token_id: string;
            };
            path: {
                /**
                 * @description What the login answered.
                 * @example 018bcfe5-687b-7fff-bfff-fffffffffc05
                 */
                operation_id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Done. */
            200: {
                headers: {
                    "request-id": components["headers"]["request-id"];
                    "session-expires-at": components["headers"]["session-expires-at"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Operation"];
                };
            };
            /** @description [`invalid_request`](/errors/invalid_request), [`invalid_body`](/errors/invalid_body), [`invalid_idempotency_key`](/errors/invalid_idempotency_key) */
            400: {
                headers: {
                    "request-id": components["headers"]["request-id"];
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"] & {
                        /** @enum {unknown} */
                        code?: "invalid_request" | "invalid_body" | "invalid_idempotency_key";
                        /** @constant */
                        status?: 400;
                    };
                };
            };
            /** @description [`unauthenticated`](/errors/unauthenticated), [`session_not_found`](/errors/session_not_found) */
            401: {
                headers: {
                    "request-id": components["headers"]["request-id"];
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"] & {
                        /** @enum {unknown} */
                        code?: "unauthenticated" | "session_not_found";
                        /** @constant */
                        status?: 401;
                    };
                };
            };
            /** @description [`route_not_found`](/errors/route_not_found) */
            404: {
                headers: {
                    "request-id": components["headers"]["request-id"];
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"] & {
                        /** @enum {unknown} */
                        code?: "route_not_found";
                        /** @constant */
                        status?: 404;
                    };
                };
            };
            /** @description [`too_many_requests`](/errors/too_many_requests) */
            429: {
                headers: {
                    "request-id": components["headers"]["request-id"];
                    "retry-after": components["headers"]["retry-after"];
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"] & {
                        /** @enum {unknown} */
                        code?: "too_many_requests";
                        /** @constant */
                        status?: 429;
                    };
                };
            };
            /** @description [`internal`](/errors/internal) */
            500: {
                headers: {
                    "request-id": components["headers"]["request-id"];
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"] & {
                        /** @enum {unknown} */
                        code?: "internal";
                        /** @constant */
                        status?: 500;
                    };
                };
            };
            /** @description [`service_unavailable`](/errors/service_unavailable) */
            503: {
                headers: {
                    "request-id": components["headers"]["request-id"];
                    "retry-after": components["headers"]["retry-after"];
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"] & {
                        /** @enum {unknown} */
                        code?: "service_unavailable";
                        /** @constant */
                        status?: 503;
                    };
                };
            };
            /** @description [`outcome_unknown`](/errors/outcome_unknown) */
            504: {
                headers: {
                    "request-id": components["headers"]["request-id"];
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"] & {
                        /** @enum {unknown} */
                        code?: "outcome_unknown";
                        /** @constant */
                        status?: 504;
                    };
                };
            };
        };
    };
    tellOutcome: {
        parameters: {
            query?: never;
            header: {
                /**
                 * @description A text of your own, new for each new request and the same for every repeat of it.
                 * @example 5f0c6a0e-visit-1
                 */
                "Idempotency-Key"?: string;
                /**
                 * @description If it is sent, it must be the session's customer's.
                 * @example +14155559992
                 */
                phone_number?: string;
                /**
                 * @description The session's token, from the login.
                 * @example 0f9b5b3e-1111-2222-3333-444455556666
                 */
                token_id: string;
            };
            path: {
                /**
                 * @description What the login answered.
                 * @example 018bcfe5-687b-7fff-bfff-fffffffffc05
                 */
                operation_id: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["TellOutcome"];
            };
        };
        responses: {
            /** @description Done. */
            200: {
                headers: {
                    "idempotent-replayed": components["headers"]["idempotent-replayed"];
                    "request-id": components["headers"]["request-id"];
                    "session-expires-at": components["headers"]["session-expires-at"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Operation"];
                };
            };
            /** @description [`invalid_request`](/errors/invalid_request), [`invalid_body`](/errors/invalid_body), [`invalid_idempotency_key`](/errors/invalid_idempotency_key) */
            400: {
                headers: {
                    "request-id": components["headers"]["request-id"];
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"] & {
                        /** @enum {unknown} */
                        code?: "invalid_request" | "invalid_body" | "invalid_idempotency_key";
                        /** @constant */
                        status?: 400;
                    };
                };
            };
            /** @description [`unauthenticated`](/errors/unauthenticated), [`session_not_found`](/errors/session_not_found) */
            401: {
                headers: {
                    "request-id": components["headers"]["request-id"];
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"] & {
                        /** @enum {unknown} */
                        code?: "unauthenticated" | "session_not_found";
                        /** @constant */
                        status?: 401;
                    };
                };
            };
            /** @description [`route_not_found`](/errors/route_not_found) */
            404: {
                headers: {
                    "request-id": components["headers"]["request-id"];
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"] & {
                        /** @enum {unknown} */
                        code?: "route_not_found";
                        /** @constant */
                        status?: 404;
                    };
                };
            };
            /** @description [`idempotency_key_reused`](/errors/idempotency_key_reused), [`not_a_withdrawal`](/errors/not_a_withdrawal) */
            409: {
                headers: {
                    "request-id": components["headers"]["request-id"];
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"] & {
                        /** @enum {unknown} */
                        code?: "idempotency_key_reused" | "not_a_withdrawal";
                        /** @constant */
                        status?: 409;
                    };
                };
            };
            /** @description [`invalid_amount`](/errors/invalid_amount), [`currency_not_served`](/errors/currency_not_served), [`dispensed_exceeds_withdrawal`](/errors/dispensed_exceeds_withdrawal), [`notes_not_acceptable`](/errors/notes_not_acceptable) */
            422: {
                headers: {
                    "request-id": components["headers"]["request-id"];
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"] & {
                        /** @enum {unknown} */
                        code?: "invalid_amount" | "currency_not_served" | "dispensed_exceeds_withdrawal" | "notes_not_acceptable";
                        /** @constant */
                        status?: 422;
                    };
                };
            };
            /** @description [`too_many_requests`](/errors/too_many_requests) */
            429: {
                headers: {
                    "request-id": components["headers"]["request-id"];
                    "retry-after": components["headers"]["retry-after"];
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"] & {
                        /** @enum {unknown} */
                        code?: "too_many_requests";
                        /** @constant */
                        status?: 429;
                    };
                };
            };
            /** @description [`internal`](/errors/internal) */
            500: {
                headers: {
                    "request-id": components["headers"]["request-id"];
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"] & {
                        /** @enum {unknown} */
                        code?: "internal";
                        /** @constant */
                        status?: 500;
                    };
                };
            };
            /** @description [`service_unavailable`](/errors/service_unavailable) */
            503: {
                headers: {
                    "request-id": components["headers"]["request-id"];
                    "retry-after": components["headers"]["retry-after"];
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"] & {
                        /** @enum {unknown} */
                        code?: "service_unavailable";
                        /** @constant */
                        status?: 503;
                    };
                };
            };
            /** @description [`outcome_unknown`](/errors/outcome_unknown) */
            504: {
                headers: {
                    "request-id": components["headers"]["request-id"];
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"] & {
                        /** @enum {unknown} */
                        code?: "outcome_unknown";
                        /** @constant */
                        status?: 504;
                    };
                };
            };
        };
    };
    listTills: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Done. */
            200: {
                headers: {
                    "request-id": components["headers"]["request-id"];
                    "session-expires-at": components["headers"]["session-expires-at"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Tills"];
                };
            };
            /** @description [`invalid_request`](/errors/invalid_request), [`invalid_body`](/errors/invalid_body), [`invalid_idempotency_key`](/errors/invalid_idempotency_key) */
            400: {
                headers: {
                    "request-id": components["headers"]["request-id"];
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"] & {
                        /** @enum {unknown} */
                        code?: "invalid_request" | "invalid_body" | "invalid_idempotency_key";
                        /** @constant */
                        status?: 400;
                    };
                };
            };
            /** @description [`unauthenticated`](/errors/unauthenticated) */
            401: {
                headers: {
                    "request-id": components["headers"]["request-id"];
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"] & {
                        /** @enum {unknown} */
                        code?: "unauthenticated";
                        /** @constant */
                        status?: 401;
                    };
                };
            };
            /** @description [`route_not_found`](/errors/route_not_found) */
            404: {
                headers: {
                    "request-id": components["headers"]["request-id"];
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"] & {
                        /** @enum {unknown} */
                        code?: "route_not_found";
                        /** @constant */
                        status?: 404;
                    };
                };
            };
            /** @description [`too_many_requests`](/errors/too_many_requests) */
            429: {
                headers: {
                    "request-id": components["headers"]["request-id"];
                    "retry-after": components["headers"]["retry-after"];
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"] & {
                        /** @enum {unknown} */
                        code?: "too_many_requests";
                        /** @constant */
                        status?: 429;
                    };
                };
            };
            /** @description [`internal`](/errors/internal) */
            500: {
                headers: {
                    "request-id": components["headers"]["request-id"];
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"] & {
                        /** @enum {unknown} */
                        code?: "internal";
                        /** @constant */
                        status?: 500;
                    };
                };
            };
            /** @description [`service_unavailable`](/errors/service_unavailable) */
            503: {
                headers: {
                    "request-id": components["headers"]["request-id"];
                    "retry-after": components["headers"]["retry-after"];
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"] & {
                        /** @enum {unknown} */
                        code?: "service_unavailable";
                        /** @constant */
                        status?: 503;
                    };
                };
            };
            /** @description [`outcome_unknown`](/errors/outcome_unknown) */
            504: {
                headers: {
                    "request-id": components["headers"]["request-id"];
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"] & {
                        /** @enum {unknown} */
                        code?: "outcome_unknown";
                        /** @constant */
                        status?: 504;
                    };
                };
            };
        };
    };
    closeTillHere: {
        parameters: {
            query?: never;
            header?: {
                /**
                 * @description A text of your own, new for each new request and the same for every repeat of it.
                 * @example 5f0c6a0e-visit-1
                 */
                "Idempotency-Key"?: string;
            };
            path: {
                /**
                 * @description The till.
                 * @example 018bcfe5-687b-7fff-bfff-fffffffffc05
                 */
                till_id: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["CountTill"];
            };
        };
        responses: {
            /** @description Done. */
            200: {
                headers: {
                    "idempotent-replayed": components["headers"]["idempotent-replayed"];
                    "request-id": components["headers"]["request-id"];
                    "session-expires-at": components["headers"]["session-expires-at"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["TillClosed"];
                };
            };
            /** @description [`invalid_request`](/errors/invalid_request), [`invalid_body`](/errors/invalid_body), [`invalid_idempotency_key`](/errors/invalid_idempotency_key) */
            400: {
                headers: {
                    "request-id": components["headers"]["request-id"];
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"] & {
                        /** @enum {unknown} */
                        code?: "invalid_request" | "invalid_body" | "invalid_idempotency_key";
                        /** @constant */
                        status?: 400;
                    };
                };
            };
            /** @description [`unauthenticated`](/errors/unauthenticated) */
            401: {
                headers: {
                    "request-id": components["headers"]["request-id"];
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"] & {
                        /** @enum {unknown} */
                        code?: "unauthenticated";
                        /** @constant */
                        status?: 401;
                    };
                };
            };
            /** @description [`pin_not_valid`](/errors/pin_not_valid), [`cashier_locked`](/errors/cashier_locked), [`cashier_forbidden`](/errors/cashier_forbidden) */
            403: {
                headers: {
                    "request-id": components["headers"]["request-id"];
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"] & {
                        /** @enum {unknown} */
                        code?: "pin_not_valid" | "cashier_locked" | "cashier_forbidden";
                        /** @constant */
                        status?: 403;
                    };
                };
            };
            /** @description [`route_not_found`](/errors/route_not_found), [`till_not_found`](/errors/till_not_found) */
            404: {
                headers: {
                    "request-id": components["headers"]["request-id"];
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"] & {
                        /** @enum {unknown} */
                        code?: "route_not_found" | "till_not_found";
                        /** @constant */
                        status?: 404;
                    };
                };
            };
            /** @description [`idempotency_key_reused`](/errors/idempotency_key_reused), [`till_not_open`](/errors/till_not_open) */
            409: {
                headers: {
                    "request-id": components["headers"]["request-id"];
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"] & {
                        /** @enum {unknown} */
                        code?: "idempotency_key_reused" | "till_not_open";
                        /** @constant */
                        status?: 409;
                    };
                };
            };
            /** @description [`count_not_acceptable`](/errors/count_not_acceptable), [`limit_exceeded`](/errors/limit_exceeded) */
            422: {
                headers: {
                    "request-id": components["headers"]["request-id"];
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"] & {
                        /** @enum {unknown} */
                        code?: "count_not_acceptable" | "limit_exceeded";
                        /** @constant */
                        status?: 422;
                    };
                };
            };
            /** @description [`too_many_requests`](/errors/too_many_requests) */
            429: {
                headers: {
                    "request-id": components["headers"]["request-id"];
                    "retry-after": components["headers"]["retry-after"];
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"] & {
                        /** @enum {unknown} */
                        code?: "too_many_requests";
                        /** @constant */
                        status?: 429;
                    };
                };
            };
            /** @description [`internal`](/errors/internal) */
            500: {
                headers: {
                    "request-id": components["headers"]["request-id"];
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"] & {
                        /** @enum {unknown} */
                        code?: "internal";
                        /** @constant */
                        status?: 500;
                    };
                };
            };
            /** @description [`service_unavailable`](/errors/service_unavailable) */
            503: {
                headers: {
                    "request-id": components["headers"]["request-id"];
                    "retry-after": components["headers"]["retry-after"];
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"] & {
                        /** @enum {unknown} */
                        code?: "service_unavailable";
                        /** @constant */
                        status?: 503;
                    };
                };
            };
            /** @description [`outcome_unknown`](/errors/outcome_unknown) */
            504: {
                headers: {
                    "request-id": components["headers"]["request-id"];
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"] & {
                        /** @enum {unknown} */
                        code?: "outcome_unknown";
                        /** @constant */
                        status?: 504;
                    };
                };
            };
        };
    };
    handOverTill: {
        parameters: {
            query?: never;
            header?: {
                /**
                 * @description A text of your own, new for each new request and the same for every repeat of it.
                 * @example 5f0c6a0e-visit-1
                 */
                "Idempotency-Key"?: string;
            };
            path: {
                /**
                 * @description The till.
                 * @example 018bcfe5-687b-7fff-bfff-fffffffffc05
                 */
                till_id: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["HandOverTill"];
            };
        };
        responses: {
            /** @description Done. */
            200: {
                headers: {
                    "idempotent-replayed": components["headers"]["idempotent-replayed"];
                    "request-id": components["headers"]["request-id"];
                    "session-expires-at": components["headers"]["session-expires-at"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["TillClosed"];
                };
            };
            /** @description [`invalid_request`](/errors/invalid_request), [`invalid_body`](/errors/invalid_body), [`invalid_idempotency_key`](/errors/invalid_idempotency_key) */
            400: {
                headers: {
                    "request-id": components["headers"]["request-id"];
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"] & {
                        /** @enum {unknown} */
                        code?: "invalid_request" | "invalid_body" | "invalid_idempotency_key";
                        /** @constant */
                        status?: 400;
                    };
                };
            };
            /** @description [`unauthenticated`](/errors/unauthenticated) */
            401: {
                headers: {
                    "request-id": components["headers"]["request-id"];
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"] & {
                        /** @enum {unknown} */
                        code?: "unauthenticated";
                        /** @constant */
                        status?: 401;
                    };
                };
            };
            /** @description [`pin_not_valid`](/errors/pin_not_valid), [`cashier_locked`](/errors/cashier_locked), [`cashier_forbidden`](/errors/cashier_forbidden) */
            403: {
                headers: {
                    "request-id": components["headers"]["request-id"];
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"] & {
                        /** @enum {unknown} */
                        code?: "pin_not_valid" | "cashier_locked" | "cashier_forbidden";
                        /** @constant */
                        status?: 403;
                    };
                };
            };
            /** @description [`route_not_found`](/errors/route_not_found), [`till_not_found`](/errors/till_not_found) */
            404: {
                headers: {
                    "request-id": components["headers"]["request-id"];
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"] & {
                        /** @enum {unknown} */
                        code?: "route_not_found" | "till_not_found";
                        /** @constant */
                        status?: 404;
                    };
                };
            };
            /** @description [`idempotency_key_reused`](/errors/idempotency_key_reused), [`till_not_open`](/errors/till_not_open) */
            409: {
                headers: {
                    "request-id": components["headers"]["request-id"];
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"] & {
                        /** @enum {unknown} */
                        code?: "idempotency_key_reused" | "till_not_open";
                        /** @constant */
                        status?: 409;
                    };
                };
            };
            /** @description [`count_not_acceptable`](/errors/count_not_acceptable), [`limit_exceeded`](/errors/limit_exceeded) */
            422: {
                headers: {
                    "request-id": components["headers"]["request-id"];
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"] & {
                        /** @enum {unknown} */
                        code?: "count_not_acceptable" | "limit_exceeded";
                        /** @constant */
                        status?: 422;
                    };
                };
            };
            /** @description [`too_many_requests`](/errors/too_many_requests) */
            429: {
                headers: {
                    "request-id": components["headers"]["request-id"];
                    "retry-after": components["headers"]["retry-after"];
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"] & {
                        /** @enum {unknown} */
                        code?: "too_many_requests";
                        /** @constant */
                        status?: 429;
                    };
                };
            };
            /** @description [`internal`](/errors/internal) */
            500: {
                headers: {
                    "request-id": components["headers"]["request-id"];
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"] & {
                        /** @enum {unknown} */
                        code?: "internal";
                        /** @constant */
                        status?: 500;
                    };
                };
            };
            /** @description [`service_unavailable`](/errors/service_unavailable) */
            503: {
                headers: {
                    "request-id": components["headers"]["request-id"];
                    "retry-after": components["headers"]["retry-after"];
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"] & {
                        /** @enum {unknown} */
                        code?: "service_unavailable";
                        /** @constant */
                        status?: 503;
                    };
                };
            };
            /** @description [`outcome_unknown`](/errors/outcome_unknown) */
            504: {
                headers: {
                    "request-id": components["headers"]["request-id"];
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"] & {
                        /** @enum {unknown} */
                        code?: "outcome_unknown";
                        /** @constant */
                        status?: 504;
                    };
                };
            };
        };
    };
    moveCash: {
        parameters: {
            query?: never;
            header?: {
                /**
                 * @description A text of your own, new for each new request and the same for every repeat of it.
                 * @example 5f0c6a0e-visit-1
                 */
                "Idempotency-Key"?: string;
            };
            path: {
                /**
                 * @description The till.
                 * @example 018bcfe5-687b-7fff-bfff-fffffffffc05
                 */
                till_id: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["MoveCash"];
            };
        };
        responses: {
            /** @description Done. */
            204: {
                headers: {
                    "idempotent-replayed": components["headers"]["idempotent-replayed"];
                    "request-id": components["headers"]["request-id"];
                    "session-expires-at": components["headers"]["session-expires-at"];
                    [name: string]: unknown;
                };
                content?: never;
            };
            /** @description [`invalid_request`](/errors/invalid_request), [`invalid_body`](/errors/invalid_body), [`invalid_idempotency_key`](/errors/invalid_idempotency_key) */
            400: {
                headers: {
                    "request-id": components["headers"]["request-id"];
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"] & {
                        /** @enum {unknown} */
                        code?: "invalid_request" | "invalid_body" | "invalid_idempotency_key";
                        /** @constant */
                        status?: 400;
                    };
                };
            };
            /** @description [`unauthenticated`](/errors/unauthenticated) */
            401: {
                headers: {
                    "request-id": components["headers"]["request-id"];
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"] & {
                        /** @enum {unknown} */
                        code?: "unauthenticated";
                        /** @constant */
                        status?: 401;
                    };
                };
            };
            /** @description [`pin_not_valid`](/errors/pin_not_valid), [`cashier_locked`](/errors/cashier_locked), [`cashier_forbidden`](/errors/cashier_forbidden) */
            403: {
                headers: {
                    "request-id": components["headers"]["request-id"];
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"] & {
                        /** @enum {unknown} */
                        code?: "pin_not_valid" | "cashier_locked" | "cashier_forbidden";
                        /** @constant */
                        status?: 403;
                    };
                };
            };
            /** @description [`route_not_found`](/errors/route_not_found), [`till_not_found`](/errors/till_not_found) */
            404: {
                headers: {
                    "request-id": components["headers"]["request-id"];
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"] & {
                        /** @enum {unknown} */
                        code?: "route_not_found" | "till_not_found";
                        /** @constant */
                        status?: 404;
                    };
                };
            };
            /** @description [`idempotency_key_reused`](/errors/idempotency_key_reused), [`till_not_open`](/errors/till_not_open) */
            409: {
                headers: {
                    "request-id": components["headers"]["request-id"];
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"] & {
                        /** @enum {unknown} */
                        code?: "idempotency_key_reused" | "till_not_open";
                        /** @constant */
                        status?: 409;
                    };
                };
            };
            /** @description [`invalid_amount`](/errors/invalid_amount), [`currency_not_served`](/errors/currency_not_served), [`count_not_acceptable`](/errors/count_not_acceptable), [`limit_exceeded`](/errors/limit_exceeded) */
            422: {
                headers: {
                    "request-id": components["headers"]["request-id"];
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"] & {
                        /** @enum {unknown} */
                        code?: "invalid_amount" | "currency_not_served" | "count_not_acceptable" | "limit_exceeded";
                        /** @constant */
                        status?: 422;
                    };
                };
            };
            /** @description [`too_many_requests`](/errors/too_many_requests) */
            429: {
                headers: {
                    "request-id": components["headers"]["request-id"];
                    "retry-after": components["headers"]["retry-after"];
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"] & {
                        /** @enum {unknown} */
                        code?: "too_many_requests";
                        /** @constant */
                        status?: 429;
                    };
                };
            };
            /** @description [`internal`](/errors/internal) */
            500: {
                headers: {
                    "request-id": components["headers"]["request-id"];
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"] & {
                        /** @enum {unknown} */
                        code?: "internal";
                        /** @constant */
                        status?: 500;
                    };
                };
            };
            /** @description [`service_unavailable`](/errors/service_unavailable) */
            503: {
                headers: {
                    "request-id": components["headers"]["request-id"];
                    "retry-after": components["headers"]["retry-after"];
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"] & {
                        /** @enum {unknown} */
                        code?: "service_unavailable";
                        /** @constant */
                        status?: 503;
                    };
                };
            };
            /** @description [`outcome_unknown`](/errors/outcome_unknown) */
            504: {
                headers: {
                    "request-id": components["headers"]["request-id"];
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"] & {
                        /** @enum {unknown} */
                        code?: "outcome_unknown";
                        /** @constant */
                        status?: 504;
                    };
                };
            };
        };
    };
    openTill: {
        parameters: {
            query?: never;
            header?: {
                /**
                 * @description A text of your own, new for each new request and the same for every repeat of it.
                 * @example 5f0c6a0e-visit-1
                 */
                "Idempotency-Key"?: string;
            };
            path: {
                /**
                 * @description The till.
                 * @example 018bcfe5-687b-7fff-bfff-fffffffffc05
                 */
                till_id: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["CountTill"];
            };
        };
        responses: {
            /** @description Done. */
            201: {
                headers: {
                    "idempotent-replayed": components["headers"]["idempotent-replayed"];
                    "request-id": components["headers"]["request-id"];
                    "session-expires-at": components["headers"]["session-expires-at"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["TillOpened"];
                };
            };
            /** @description [`invalid_request`](/errors/invalid_request), [`invalid_body`](/errors/invalid_body), [`invalid_idempotency_key`](/errors/invalid_idempotency_key) */
            400: {
                headers: {
                    "request-id": components["headers"]["request-id"];
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"] & {
                        /** @enum {unknown} */
                        code?: "invalid_request" | "invalid_body" | "invalid_idempotency_key";
                        /** @constant */
                        status?: 400;
                    };
                };
            };
            /** @description [`unauthenticated`](/errors/unauthenticated) */
            401: {
                headers: {
                    "request-id": components["headers"]["request-id"];
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"] & {
                        /** @enum {unknown} */
                        code?: "unauthenticated";
                        /** @constant */
                        status?: 401;
                    };
                };
            };
            /** @description [`pin_not_valid`](/errors/pin_not_valid), [`cashier_locked`](/errors/cashier_locked) */
            403: {
                headers: {
                    "request-id": components["headers"]["request-id"];
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"] & {
                        /** @enum {unknown} */
                        code?: "pin_not_valid" | "cashier_locked";
                        /** @constant */
                        status?: 403;
                    };
                };
            };
            /** @description [`route_not_found`](/errors/route_not_found), [`till_not_found`](/errors/till_not_found) */
            404: {
                headers: {
                    "request-id": components["headers"]["request-id"];
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"] & {
                        /** @enum {unknown} */
                        code?: "route_not_found" | "till_not_found";
                        /** @constant */
                        status?: 404;
                    };
                };
            };
            /** @description [`idempotency_key_reused`](/errors/idempotency_key_reused), [`pos_disabled`](/errors/pos_disabled), [`till_is_open`](/errors/till_is_open), [`tills_not_run`](/errors/tills_not_run), [`key_serves_till`](/errors/key_serves_till) */
            409: {
                headers: {
                    "request-id": components["headers"]["request-id"];
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"] & {
                        /** @enum {unknown} */
                        code?: "idempotency_key_reused" | "pos_disabled" | "till_is_open" | "tills_not_run" | "key_serves_till";
                        /** @constant */
                        status?: 409;
                    };
                };
            };
            /** @description [`count_not_acceptable`](/errors/count_not_acceptable), [`limit_exceeded`](/errors/limit_exceeded) */
            422: {
                headers: {
                    "request-id": components["headers"]["request-id"];
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"] & {
                        /** @enum {unknown} */
                        code?: "count_not_acceptable" | "limit_exceeded";
                        /** @constant */
                        status?: 422;
                    };
                };
            };
            /** @description [`too_many_requests`](/errors/too_many_requests) */
            429: {
                headers: {
                    "request-id": components["headers"]["request-id"];
                    "retry-after": components["headers"]["retry-after"];
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"] & {
                        /** @enum {unknown} */
                        code?: "too_many_requests";
                        /** @constant */
                        status?: 429;
                    };
                };
            };
            /** @description [`internal`](/errors/internal) */
            500: {
                headers: {
                    "request-id": components["headers"]["request-id"];
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"] & {
                        /** @enum {unknown} */
                        code?: "internal";
                        /** @constant */
                        status?: 500;
                    };
                };
            };
            /** @description [`service_unavailable`](/errors/service_unavailable) */
            503: {
                headers: {
                    "request-id": components["headers"]["request-id"];
                    "retry-after": components["headers"]["retry-after"];
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"] & {
                        /** @enum {unknown} */
                        code?: "service_unavailable";
                        /** @constant */
                        status?: 503;
                    };
                };
            };
            /** @description [`outcome_unknown`](/errors/outcome_unknown) */
            504: {
                headers: {
                    "request-id": components["headers"]["request-id"];
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"] & {
                        /** @enum {unknown} */
                        code?: "outcome_unknown";
                        /** @constant */
                        status?: 504;
                    };
                };
            };
        };
    };
    listProposals: {
        parameters: {
            query?: {
                /** @description Only proposals made after this one: the `next` of the page before. */
                after?: string;
                /** @description Proposals looked at for the page, at most. */
                limit?: number;
                /** @description Which proposals. */
                state?: components["schemas"]["AskedProposals"];
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Done. */
            200: {
                headers: {
                    "request-id": components["headers"]["request-id"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Proposals"];
                };
            };
            /** @description [`invalid_request`](/errors/invalid_request), [`invalid_body`](/errors/invalid_body), [`invalid_query`](/errors/invalid_query), [`invalid_idempotency_key`](/errors/invalid_idempotency_key) */
            400: {
                headers: {
                    "request-id": components["headers"]["request-id"];
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"] & {
                        /** @enum {unknown} */
                        code?: "invalid_request" | "invalid_body" | "invalid_query" | "invalid_idempotency_key";
                        /** @constant */
                        status?: 400;
                    };
                };
            };
            /** @description [`unauthenticated`](/errors/unauthenticated) */
            401: {
                headers: {
                    "request-id": components["headers"]["request-id"];
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"] & {
                        /** @enum {unknown} */
                        code?: "unauthenticated";
                        /** @constant */
                        status?: 401;
                    };
                };
            };
            /** @description [`route_not_found`](/errors/route_not_found) */
            404: {
                headers: {
                    "request-id": components["headers"]["request-id"];
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"] & {
                        /** @enum {unknown} */
                        code?: "route_not_found";
                        /** @constant */
                        status?: 404;
                    };
                };
            };
            /** @description [`too_many_requests`](/errors/too_many_requests) */
            429: {
                headers: {
                    "request-id": components["headers"]["request-id"];
                    "retry-after": components["headers"]["retry-after"];
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"] & {
                        /** @enum {unknown} */
                        code?: "too_many_requests";
                        /** @constant */
                        status?: 429;
                    };
                };
            };
            /** @description [`internal`](/errors/internal) */
            500: {
                headers: {
                    "request-id": components["headers"]["request-id"];
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"] & {
                        /** @enum {unknown} */
                        code?: "internal";
                        /** @constant */
                        status?: 500;
                    };
                };
            };
            /** @description [`service_unavailable`](/errors/service_unavailable) */
            503: {
                headers: {
                    "request-id": components["headers"]["request-id"];
                    "retry-after": components["headers"]["retry-after"];
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"] & {
                        /** @enum {unknown} */
                        code?: "service_unavailable";
                        /** @constant */
                        status?: 503;
                    };
                };
            };
            /** @description [`outcome_unknown`](/errors/outcome_unknown) */
            504: {
                headers: {
                    "request-id": components["headers"]["request-id"];
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"] & {
                        /** @enum {unknown} */
                        code?: "outcome_unknown";
                        /** @constant */
                        status?: 504;
                    };
                };
            };
        };
    };
    propose: {
        parameters: {
            query?: never;
            header?: {
                /**
                 * @description A text of your own, new for each new request and the same for every repeat of it.
                 * @example 5f0c6a0e-visit-1
                 */
                "Idempotency-Key"?: string;
            };
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["Propose"];
            };
        };
        responses: {
            /** @description Done. */
            201: {
                headers: {
                    "idempotent-replayed": components["headers"]["idempotent-replayed"];
                    "request-id": components["headers"]["request-id"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Proposal"];
                };
            };
            /** @description [`invalid_request`](/errors/invalid_request), [`invalid_body`](/errors/invalid_body), [`invalid_idempotency_key`](/errors/invalid_idempotency_key) */
            400: {
                headers: {
                    "request-id": components["headers"]["request-id"];
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"] & {
                        /** @enum {unknown} */
                        code?: "invalid_request" | "invalid_body" | "invalid_idempotency_key";
                        /** @constant */
                        status?: 400;
                    };
                };
            };
            /** @description [`unauthenticated`](/errors/unauthenticated) */
            401: {
                headers: {
                    "request-id": components["headers"]["request-id"];
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"] & {
                        /** @enum {unknown} */
                        code?: "unauthenticated";
                        /** @constant */
                        status?: 401;
                    };
                };
            };
            /** @description [`role_forbids`](/errors/role_forbids) */
            403: {
                headers: {
                    "request-id": components["headers"]["request-id"];
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"] & {
                        /** @enum {unknown} */
                        code?: "role_forbids";
                        /** @constant */
                        status?: 403;
                    };
                };
            };
            /** @description [`route_not_found`](/errors/route_not_found), [`wallet_not_found`](/errors/wallet_not_found), [`account_not_found`](/errors/account_not_found), [`owner_not_found`](/errors/owner_not_found), [`pos_not_found`](/errors/pos_not_found), [`case_not_found`](/errors/case_not_found), [`deposit_not_found`](/errors/deposit_not_found) */
            404: {
                headers: {
                    "request-id": components["headers"]["request-id"];
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"] & {
                        /** @enum {unknown} */
                        code?: "route_not_found" | "wallet_not_found" | "account_not_found" | "owner_not_found" | "pos_not_found" | "case_not_found" | "deposit_not_found";
                        /** @constant */
                        status?: 404;
                    };
                };
            };
            /** @description [`idempotency_key_reused`](/errors/idempotency_key_reused), [`wallet_frozen`](/errors/wallet_frozen), [`closing_not_possible`](/errors/closing_not_possible), [`case_closed`](/errors/case_closed) */
            409: {
                headers: {
                    "request-id": components["headers"]["request-id"];
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"] & {
                        /** @enum {unknown} */
                        code?: "idempotency_key_reused" | "wallet_frozen" | "closing_not_possible" | "case_closed";
                        /** @constant */
                        status?: 409;
                    };
                };
            };
            /** @description [`unacceptable`](/errors/unacceptable), [`invalid_amount`](/errors/invalid_amount), [`currency_not_served`](/errors/currency_not_served), [`limit_exceeded`](/errors/limit_exceeded), [`not_enough_funds`](/errors/not_enough_funds) */
            422: {
                headers: {
                    "request-id": components["headers"]["request-id"];
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"] & {
                        /** @enum {unknown} */
                        code?: "unacceptable" | "invalid_amount" | "currency_not_served" | "limit_exceeded" | "not_enough_funds";
                        /** @constant */
                        status?: 422;
                    };
                };
            };
            /** @description [`too_many_requests`](/errors/too_many_requests) */
            429: {
                headers: {
                    "request-id": components["headers"]["request-id"];
                    "retry-after": components["headers"]["retry-after"];
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"] & {
                        /** @enum {unknown} */
                        code?: "too_many_requests";
                        /** @constant */
                        status?: 429;
                    };
                };
            };
            /** @description [`internal`](/errors/internal) */
            500: {
                headers: {
                    "request-id": components["headers"]["request-id"];
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"] & {
                        /** @enum {unknown} */
                        code?: "internal";
                        /** @constant */
                        status?: 500;
                    };
                };
            };
            /** @description [`service_unavailable`](/errors/service_unavailable) */
            503: {
                headers: {
                    "request-id": components["headers"]["request-id"];
                    "retry-after": components["headers"]["retry-after"];
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"] & {
                        /** @enum {unknown} */
                        code?: "service_unavailable";
                        /** @constant */
                        status?: 503;
                    };
                };
            };
            /** @description [`outcome_unknown`](/errors/outcome_unknown) */
            504: {
                headers: {
                    "request-id": components["headers"]["request-id"];
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"] & {
                        /** @enum {unknown} */
                        code?: "outcome_unknown";
                        /** @constant */
                        status?: 504;
                    };
                };
            };
        };
    };
    showProposal: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /**
                 * @description How much cash was brought.
                 * @example 10
                 */
                proposal_id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Done. */
            200: {
                headers: {
                    "request-id": components["headers"]["request-id"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Proposal"];
                };
            };
            /** @description [`invalid_request`](/errors/invalid_request), [`invalid_body`](/errors/invalid_body), [`invalid_idempotency_key`](/errors/invalid_idempotency_key) */
            400: {
                headers: {
                    "request-id": components["headers"]["request-id"];
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"] & {
                        /** @enum {unknown} */
                        code?: "invalid_request" | "invalid_body" | "invalid_idempotency_key";
                        /** @constant */
                        status?: 400;
                    };
                };
            };
            /** @description [`unauthenticated`](/errors/unauthenticated) */
            401: {
                headers: {
                    "request-id": components["headers"]["request-id"];
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"] & {
                        /** @enum {unknown} */
                        code?: "unauthenticated";
                        /** @constant */
                        status?: 401;
                    };
                };
            };
            /** @description [`route_not_found`](/errors/route_not_found), [`proposal_not_found`](/errors/proposal_not_found) */
            404: {
                headers: {
                    "request-id": components["headers"]["request-id"];
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"] & {
                        /** @enum {unknown} */
                        code?: "route_not_found" | "proposal_not_found";
                        /** @constant */
                        status?: 404;
                    };
                };
            };
            /** @description [`too_many_requests`](/errors/too_many_requests) */
            429: {
                headers: {
                    "request-id": components["headers"]["request-id"];
                    "retry-after": components["headers"]["retry-after"];
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"] & {
                        /** @enum {unknown} */
                        code?: "too_many_requests";
                        /** @constant */
                        status?: 429;
                    };
                };
            };
            /** @description [`internal`](/errors/internal) */
            500: {
                headers: {
                    "request-id": components["headers"]["request-id"];
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"] & {
                        /** @enum {unknown} */
                        code?: "internal";
                        /** @constant */
                        status?: 500;
                    };
                };
            };
            /** @description [`service_unavailable`](/errors/service_unavailable) */
            503: {
                headers: {
                    "request-id": components["headers"]["request-id"];
                    "retry-after": components["headers"]["retry-after"];
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"] & {
                        /** @enum {unknown} */
                        code?: "service_unavailable";
                        /** @constant */
                        status?: 503;
                    };
                };
            };
            /** @description [`outcome_unknown`](/errors/outcome_unknown) */
            504: {
                headers: {
                    "request-id": components["headers"]["request-id"];
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"] & {
                        /** @enum {unknown} */
                        code?: "outcome_unknown";
                        /** @constant */
                        status?: 504;
                    };
                };
            };
        };
    };
    approveProposal: {
        parameters: {
            query?: never;
            header?: {
                /**
                 * @description A text of your own, new for each new request and the same for every repeat of it.
                 * @example 5f0c6a0e-visit-1
                 */
                "Idempotency-Key"?: string;
            };
            path: {
                /**
                 * @description How much cash was brought.
                 * @example 10
                 */
                proposal_id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Done. */
            200: {
                headers: {
                    "idempotent-replayed": components["headers"]["idempotent-replayed"];
                    "request-id": components["headers"]["request-id"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Proposal"];
                };
            };
            /** @description [`invalid_request`](/errors/invalid_request), [`invalid_body`](/errors/invalid_body), [`invalid_idempotency_key`](/errors/invalid_idempotency_key) */
            400: {
                headers: {
                    "request-id": components["headers"]["request-id"];
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"] & {
                        /** @enum {unknown} */
                        code?: "invalid_request" | "invalid_body" | "invalid_idempotency_key";
                        /** @constant */
                        status?: 400;
                    };
                };
            };
            /** @description [`unauthenticated`](/errors/unauthenticated) */
            401: {
                headers: {
                    "request-id": components["headers"]["request-id"];
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"] & {
                        /** @enum {unknown} */
                        code?: "unauthenticated";
                        /** @constant */
                        status?: 401;
                    };
                };
            };
            /** @description [`role_forbids`](/errors/role_forbids) */
            403: {
                headers: {
                    "request-id": components["headers"]["request-id"];
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"] & {
                        /** @enum {unknown} */
                        code?: "role_forbids";
                        /** @constant */
                        status?: 403;
                    };
                };
            };
            /** @description [`route_not_found`](/errors/route_not_found), [`proposal_not_found`](/errors/proposal_not_found) */
            404: {
                headers: {
                    "request-id": components["headers"]["request-id"];
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"] & {
                        /** @enum {unknown} */
                        code?: "route_not_found" | "proposal_not_found";
                        /** @constant */
                        status?: 404;
                    };
                };
            };
            /** @description [`idempotency_key_reused`](/errors/idempotency_key_reused), [`wallet_frozen`](/errors/wallet_frozen), [`own_proposal`](/errors/own_proposal), [`proposal_not_yet`](/errors/proposal_not_yet), [`proposal_over`](/errors/proposal_over), [`proposer_revoked`](/errors/proposer_revoked), [`closing_not_possible`](/errors/closing_not_possible), [`case_closed`](/errors/case_closed) */
            409: {
                headers: {
                    "request-id": components["headers"]["request-id"];
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"] & {
                        /** @enum {unknown} */
                        code?: "idempotency_key_reused" | "wallet_frozen" | "own_proposal" | "proposal_not_yet" | "proposal_over" | "proposer_revoked" | "closing_not_possible" | "case_closed";
                        /** @constant */
                        status?: 409;
                    };
                };
            };
            /** @description [`limit_exceeded`](/errors/limit_exceeded), [`not_enough_funds`](/errors/not_enough_funds) */
            422: {
                headers: {
                    "request-id": components["headers"]["request-id"];
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"] & {
                        /** @enum {unknown} */
                        code?: "limit_exceeded" | "not_enough_funds";
                        /** @constant */
                        status?: 422;
                    };
                };
            };
            /** @description [`too_many_requests`](/errors/too_many_requests) */
            429: {
                headers: {
                    "request-id": components["headers"]["request-id"];
                    "retry-after": components["headers"]["retry-after"];
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"] & {
                        /** @enum {unknown} */
                        code?: "too_many_requests";
                        /** @constant */
                        status?: 429;
                    };
                };
            };
            /** @description [`internal`](/errors/internal) */
            500: {
                headers: {
                    "request-id": components["headers"]["request-id"];
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"] & {
                        /** @enum {unknown} */
                        code?: "internal";
                        /** @constant */
                        status?: 500;
                    };
                };
            };
            /** @description [`service_unavailable`](/errors/service_unavailable) */
            503: {
                headers: {
                    "request-id": components["headers"]["request-id"];
                    "retry-after": components["headers"]["retry-after"];
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"] & {
                        /** @enum {unknown} */
                        code?: "service_unavailable";
                        /** @constant */
                        status?: 503;
                    };
                };
            };
            /** @description [`outcome_unknown`](/errors/outcome_unknown) */
            504: {
                headers: {
                    "request-id": components["headers"]["request-id"];
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"] & {
                        /** @enum {unknown} */
                        code?: "outcome_unknown";
                        /** @constant */
                        status?: 504;
                    };
                };
            };
        };
    };
    rejectProposal: {
        parameters: {
            query?: never;
            header?: {
                /**
                 * @description A text of your own, new for each new request and the same for every repeat of it.
                 * @example 5f0c6a0e-visit-1
                 */
                "Idempotency-Key"?: string;
            };
            path: {
                /**
                 * @description How much cash was brought.
                 * @example 10
                 */
                proposal_id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Done. */
            200: {
                headers: {
                    "idempotent-replayed": components["headers"]["idempotent-replayed"];
                    "request-id": components["headers"]["request-id"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Proposal"];
                };
            };
            /** @description [`invalid_request`](/errors/invalid_request), [`invalid_body`](/errors/invalid_body), [`invalid_idempotency_key`](/errors/invalid_idempotency_key) */
            400: {
                headers: {
                    "request-id": components["headers"]["request-id"];
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"] & {
                        /** @enum {unknown} */
                        code?: "invalid_request" | "invalid_body" | "invalid_idempotency_key";
                        /** @constant */
                        status?: 400;
                    };
                };
            };
            /** @description [`unauthenticated`](/errors/unauthenticated) */
            401: {
                headers: {
                    "request-id": components["headers"]["request-id"];
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"] & {
                        /** @enum {unknown} */
                        code?: "unauthenticated";
                        /** @constant */
                        status?: 401;
                    };
                };
            };
            /** @description [`role_forbids`](/errors/role_forbids) */
            403: {
                headers: {
                    "request-id": components["headers"]["request-id"];
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"] & {
                        /** @enum {unknown} */
                        code?: "role_forbids";
                        /** @constant */
                        status?: 403;
                    };
                };
            };
            /** @description [`route_not_found`](/errors/route_not_found), [`proposal_not_found`](/errors/proposal_not_found) */
            404: {
                headers: {
                    "request-id": components["headers"]["request-id"];
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"] & {
                        /** @enum {unknown} */
                        code?: "route_not_found" | "proposal_not_found";
                        /** @constant */
                        status?: 404;
                    };
                };
            };
            /** @description [`idempotency_key_reused`](/errors/idempotency_key_reused), [`proposal_over`](/errors/proposal_over) */
            409: {
                headers: {
                    "request-id": components["headers"]["request-id"];
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"] & {
                        /** @enum {unknown} */
                        code?: "idempotency_key_reused" | "proposal_over";
                        /** @constant */
                        status?: 409;
                    };
                };
            };
            /** @description [`too_many_requests`](/errors/too_many_requests) */
            429: {
                headers: {
                    "request-id": components["headers"]["request-id"];
                    "retry-after": components["headers"]["retry-after"];
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"] & {
                        /** @enum {unknown} */
                        code?: "too_many_requests";
                        /** @constant */
                        status?: 429;
                    };
                };
            };
            /** @description [`internal`](/errors/internal) */
            500: {
                headers: {
                    "request-id": components["headers"]["request-id"];
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"] & {
                        /** @enum {unknown} */
                        code?: "internal";
                        /** @constant */
                        status?: 500;
                    };
                };
            };
            /** @description [`service_unavailable`](/errors/service_unavailable) */
            503: {
                headers: {
                    "request-id": components["headers"]["request-id"];
                    "retry-after": components["headers"]["retry-after"];
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"] & {
                        /** @enum {unknown} */
                        code?: "service_unavailable";
                        /** @constant */
                        status?: 503;
                    };
                };
            };
            /** @description [`outcome_unknown`](/errors/outcome_unknown) */
            504: {
                headers: {
                    "request-id": components["headers"]["request-id"];
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"] & {
                        /** @enum {unknown} */
                        code?: "outcome_unknown";
                        /** @constant */
                        status?: 504;
                    };
                };
            };
        };
    };
    askQuote: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["AskQuote"];
            };
        };
        responses: {
            /** @description Done. */
            200: {
                headers: {
                    "idempotent-replayed": components["headers"]["idempotent-replayed"];
                    "request-id": components["headers"]["request-id"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Quote"];
                };
            };
            /** @description [`invalid_request`](/errors/invalid_request), [`invalid_body`](/errors/invalid_body), [`invalid_idempotency_key`](/errors/invalid_idempotency_key) */
            400: {
                headers: {
                    "request-id": components["headers"]["request-id"];
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"] & {
                        /** @enum {unknown} */
                        code?: "invalid_request" | "invalid_body" | "invalid_idempotency_key";
                        /** @constant */
                        status?: 400;
                    };
                };
            };
            /** @description [`unauthenticated`](/errors/unauthenticated) */
            401: {
                headers: {
                    "request-id": components["headers"]["request-id"];
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"] & {
                        /** @enum {unknown} */
                        code?: "unauthenticated";
                        /** @constant */
                        status?: 401;
                    };
                };
            };
            /** @description [`role_forbids`](/errors/role_forbids) */
            403: {
                headers: {
                    "request-id": components["headers"]["request-id"];
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"] & {
                        /** @enum {unknown} */
                        code?: "role_forbids";
                        /** @constant */
                        status?: 403;
                    };
                };
            };
            /** @description [`route_not_found`](/errors/route_not_found), [`wallet_not_found`](/errors/wallet_not_found), [`pos_not_found`](/errors/pos_not_found) */
            404: {
                headers: {
                    "request-id": components["headers"]["request-id"];
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"] & {
                        /** @enum {unknown} */
                        code?: "route_not_found" | "wallet_not_found" | "pos_not_found";
                        /** @constant */
                        status?: 404;
                    };
                };
            };
            /** @description [`idempotency_key_reused`](/errors/idempotency_key_reused) */
            409: {
                headers: {
                    "request-id": components["headers"]["request-id"];
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"] & {
                        /** @enum {unknown} */
                        code?: "idempotency_key_reused";
                        /** @constant */
                        status?: 409;
                    };
                };
            };
            /** @description [`invalid_amount`](/errors/invalid_amount), [`currency_not_served`](/errors/currency_not_served) */
            422: {
                headers: {
                    "request-id": components["headers"]["request-id"];
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"] & {
                        /** @enum {unknown} */
                        code?: "invalid_amount" | "currency_not_served";
                        /** @constant */
                        status?: 422;
                    };
                };
            };
            /** @description [`too_many_requests`](/errors/too_many_requests) */
            429: {
                headers: {
                    "request-id": components["headers"]["request-id"];
                    "retry-after": components["headers"]["retry-after"];
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"] & {
                        /** @enum {unknown} */
                        code?: "too_many_requests";
                        /** @constant */
                        status?: 429;
                    };
                };
            };
            /** @description [`internal`](/errors/internal) */
            500: {
                headers: {
                    "request-id": components["headers"]["request-id"];
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"] & {
                        /** @enum {unknown} */
                        code?: "internal";
                        /** @constant */
                        status?: 500;
                    };
                };
            };
            /** @description [`service_unavailable`](/errors/service_unavailable) */
            503: {
                headers: {
                    "request-id": components["headers"]["request-id"];
                    "retry-after": components["headers"]["retry-after"];
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"] & {
                        /** @enum {unknown} */
                        code?: "service_unavailable";
                        /** @constant */
                        status?: 503;
                    };
                };
            };
            /** @description [`outcome_unknown`](/errors/outcome_unknown) */
            504: {
                headers: {
                    "request-id": components["headers"]["request-id"];
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"] & {
                        /** @enum {unknown} */
                        code?: "outcome_unknown";
                        /** @constant */
                        status?: 504;
                    };
                };
            };
        };
    };
    listSettlementBatches: {
        parameters: {
            query?: {
                /** @description Only batches begun after this one: the `next` of the page before. */
                after?: string;
                /** @description Batches on the page, at most. */
                limit?: number;
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Done. */
            200: {
                headers: {
                    "request-id": components["headers"]["request-id"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["SettlementBatches"];
                };
            };
            /** @description [`invalid_request`](/errors/invalid_request), [`invalid_body`](/errors/invalid_body), [`invalid_query`](/errors/invalid_query), [`invalid_idempotency_key`](/errors/invalid_idempotency_key) */
            400: {
                headers: {
                    "request-id": components["headers"]["request-id"];
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"] & {
                        /** @enum {unknown} */
                        code?: "invalid_request" | "invalid_body" | "invalid_query" | "invalid_idempotency_key";
                        /** @constant */
                        status?: 400;
                    };
                };
            };
            /** @description [`unauthenticated`](/errors/unauthenticated) */
            401: {
                headers: {
                    "request-id": components["headers"]["request-id"];
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"] & {
                        /** @enum {unknown} */
                        code?: "unauthenticated";
                        /** @constant */
                        status?: 401;
                    };
                };
            };
            /** @description [`route_not_found`](/errors/route_not_found) */
            404: {
                headers: {
                    "request-id": components["headers"]["request-id"];
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"] & {
                        /** @enum {unknown} */
                        code?: "route_not_found";
                        /** @constant */
                        status?: 404;
                    };
                };
            };
            /** @description [`too_many_requests`](/errors/too_many_requests) */
            429: {
                headers: {
                    "request-id": components["headers"]["request-id"];
                    "retry-after": components["headers"]["retry-after"];
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"] & {
                        /** @enum {unknown} */
                        code?: "too_many_requests";
                        /** @constant */
                        status?: 429;
                    };
                };
            };
            /** @description [`internal`](/errors/internal) */
            500: {
                headers: {
                    "request-id": components["headers"]["request-id"];
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"] & {
                        /** @enum {unknown} */
                        code?: "internal";
                        /** @constant */
                        status?: 500;
                    };
                };
            };
            /** @description [`service_unavailable`](/errors/service_unavailable) */
            503: {
                headers: {
                    "request-id": components["headers"]["request-id"];
                    "retry-after": components["headers"]["retry-after"];
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"] & {
                        /** @enum {unknown} */
                        code?: "service_unavailable";
                        /** @constant */
                        status?: 503;
                    };
                };
            };
            /** @description [`outcome_unknown`](/errors/outcome_unknown) */
            504: {
                headers: {
                    "request-id": components["headers"]["request-id"];
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"] & {
                        /** @enum {unknown} */
                        code?: "outcome_unknown";
                        /** @constant */
                        status?: 504;
                    };
                };
            };
        };
    };
    cutSettlementBatch: {
        parameters: {
            query?: never;
            header?: {
                /**
                 * @description A text of your own, new for each new request and the same for every repeat of it.
                 * @example 5f0c6a0e-visit-1
                 */
                "Idempotency-Key"?: string;
            };
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["CutBatch"];
            };
        };
        responses: {
            /** @description Done. */
            201: {
                headers: {
                    "idempotent-replayed": components["headers"]["idempotent-replayed"];
                    "request-id": components["headers"]["request-id"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["SettlementBatch"];
                };
            };
            /** @description [`invalid_request`](/errors/invalid_request), [`invalid_body`](/errors/invalid_body), [`invalid_idempotency_key`](/errors/invalid_idempotency_key) */
            400: {
                headers: {
                    "request-id": components["headers"]["request-id"];
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"] & {
                        /** @enum {unknown} */
                        code?: "invalid_request" | "invalid_body" | "invalid_idempotency_key";
                        /** @constant */
                        status?: 400;
                    };
                };
            };
            /** @description [`unauthenticated`](/errors/unauthenticated) */
            401: {
                headers: {
                    "request-id": components["headers"]["request-id"];
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"] & {
                        /** @enum {unknown} */
                        code?: "unauthenticated";
                        /** @constant */
                        status?: 401;
                    };
                };
            };
            /** @description [`role_forbids`](/errors/role_forbids) */
            403: {
                headers: {
                    "request-id": components["headers"]["request-id"];
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"] & {
                        /** @enum {unknown} */
                        code?: "role_forbids";
                        /** @constant */
                        status?: 403;
                    };
                };
            };
            /** @description [`route_not_found`](/errors/route_not_found), [`owner_not_found`](/errors/owner_not_found), [`settlement_not_found`](/errors/settlement_not_found) */
            404: {
                headers: {
                    "request-id": components["headers"]["request-id"];
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"] & {
                        /** @enum {unknown} */
                        code?: "route_not_found" | "owner_not_found" | "settlement_not_found";
                        /** @constant */
                        status?: 404;
                    };
                };
            };
            /** @description [`idempotency_key_reused`](/errors/idempotency_key_reused) */
            409: {
                headers: {
                    "request-id": components["headers"]["request-id"];
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"] & {
                        /** @enum {unknown} */
                        code?: "idempotency_key_reused";
                        /** @constant */
                        status?: 409;
                    };
                };
            };
            /** @description [`too_many_requests`](/errors/too_many_requests) */
            429: {
                headers: {
                    "request-id": components["headers"]["request-id"];
                    "retry-after": components["headers"]["retry-after"];
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"] & {
                        /** @enum {unknown} */
                        code?: "too_many_requests";
                        /** @constant */
                        status?: 429;
                    };
                };
            };
            /** @description [`internal`](/errors/internal) */
            500: {
                headers: {
                    "request-id": components["headers"]["request-id"];
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"] & {
                        /** @enum {unknown} */
                        code?: "internal";
                        /** @constant */
                        status?: 500;
                    };
                };
            };
            /** @description [`service_unavailable`](/errors/service_unavailable) */
            503: {
                headers: {
                    "request-id": components["headers"]["request-id"];
                    "retry-after": components["headers"]["retry-after"];
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"] & {
                        /** @enum {unknown} */
                        code?: "service_unavailable";
                        /** @constant */
                        status?: 503;
                    };
                };
            };
            /** @description [`outcome_unknown`](/errors/outcome_unknown) */
            504: {
                headers: {
                    "request-id": components["headers"]["request-id"];
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"] & {
                        /** @enum {unknown} */
                        code?: "outcome_unknown";
                        /** @constant */
                        status?: 504;
                    };
                };
            };
        };
    };
    showSettlementBatch: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /**
                 * @description How much cash was brought.
                 * @example 10
                 */
                batch_id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Done. */
            200: {
                headers: {
                    "request-id": components["headers"]["request-id"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["SettlementBatch"];
                };
            };
            /** @description [`invalid_request`](/errors/invalid_request), [`invalid_body`](/errors/invalid_body), [`invalid_idempotency_key`](/errors/invalid_idempotency_key) */
            400: {
                headers: {
                    "request-id": components["headers"]["request-id"];
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"] & {
                        /** @enum {unknown} */
                        code?: "invalid_request" | "invalid_body" | "invalid_idempotency_key";
                        /** @constant */
                        status?: 400;
                    };
                };
            };
            /** @description [`unauthenticated`](/errors/unauthenticated) */
            401: {
                headers: {
                    "request-id": components["headers"]["request-id"];
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"] & {
                        /** @enum {unknown} */
                        code?: "unauthenticated";
                        /** @constant */
                        status?: 401;
                    };
                };
            };
            /** @description [`route_not_found`](/errors/route_not_found), [`batch_not_found`](/errors/batch_not_found) */
            404: {
                headers: {
                    "request-id": components["headers"]["request-id"];
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"] & {
                        /** @enum {unknown} */
                        code?: "route_not_found" | "batch_not_found";
                        /** @constant */
                        status?: 404;
                    };
                };
            };
            /** @description [`too_many_requests`](/errors/too_many_requests) */
            429: {
                headers: {
                    "request-id": components["headers"]["request-id"];
                    "retry-after": components["headers"]["retry-after"];
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"] & {
                        /** @enum {unknown} */
                        code?: "too_many_requests";
                        /** @constant */
                        status?: 429;
                    };
                };
            };
            /** @description [`internal`](/errors/internal) */
            500: {
                headers: {
                    "request-id": components["headers"]["request-id"];
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"] & {
                        /** @enum {unknown} */
                        code?: "internal";
                        /** @constant */
                        status?: 500;
                    };
                };
            };
            /** @description [`service_unavailable`](/errors/service_unavailable) */
            503: {
                headers: {
                    "request-id": components["headers"]["request-id"];
                    "retry-after": components["headers"]["retry-after"];
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"] & {
                        /** @enum {unknown} */
                        code?: "service_unavailable";
                        /** @constant */
                        status?: 503;
                    };
                };
            };
            /** @description [`outcome_unknown`](/errors/outcome_unknown) */
            504: {
                headers: {
                    "request-id": components["headers"]["request-id"];
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"] & {
                        /** @enum {unknown} */
                        code?: "outcome_unknown";
                        /** @constant */
                        status?: 504;
                    };
                };
            };
        };
    };
    confirmSettlementBatch: {
        parameters: {
            query?: never;
            header?: {
                /**
                 * @description A text of your own, new for each new request and the same for every repeat of it.
                 * @example 5f0c6a0e-visit-1
                 */
                "Idempotency-Key"?: string;
            };
            path: {
                /**
                 * @description How much cash was brought.
                 * @example 10
                 */
                batch_id: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["ConfirmBatch"];
            };
        };
        responses: {
            /** @description Done. */
            200: {
                headers: {
                    "idempotent-replayed": components["headers"]["idempotent-replayed"];
                    "request-id": components["headers"]["request-id"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["SettlementBatch"];
                };
            };
            /** @description [`invalid_request`](/errors/invalid_request), [`invalid_body`](/errors/invalid_body), [`invalid_idempotency_key`](/errors/invalid_idempotency_key) */
            400: {
                headers: {
                    "request-id": components["headers"]["request-id"];
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"] & {
                        /** @enum {unknown} */
                        code?: "invalid_request" | "invalid_body" | "invalid_idempotency_key";
                        /** @constant */
                        status?: 400;
                    };
                };
            };
            /** @description [`unauthenticated`](/errors/unauthenticated) */
            401: {
                headers: {
                    "request-id": components["headers"]["request-id"];
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"] & {
                        /** @enum {unknown} */
                        code?: "unauthenticated";
                        /** @constant */
                        status?: 401;
                    };
                };
            };
            /** @description [`role_forbids`](/errors/role_forbids) */
            403: {
                headers: {
                    "request-id": components["headers"]["request-id"];
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"] & {
                        /** @enum {unknown} */
                        code?: "role_forbids";
                        /** @constant */
                        status?: 403;
                    };
                };
            };
            /** @description [`route_not_found`](/errors/route_not_found), [`batch_not_found`](/errors/batch_not_found) */
            404: {
                headers: {
                    "request-id": components["headers"]["request-id"];
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"] & {
                        /** @enum {unknown} */
                        code?: "route_not_found" | "batch_not_found";
                        /** @constant */
                        status?: 404;
                    };
                };
            };
            /** @description [`idempotency_key_reused`](/errors/idempotency_key_reused), [`batch_state`](/errors/batch_state) */
            409: {
                headers: {
                    "request-id": components["headers"]["request-id"];
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"] & {
                        /** @enum {unknown} */
                        code?: "idempotency_key_reused" | "batch_state";
                        /** @constant */
                        status?: 409;
                    };
                };
            };
            /** @description [`unacceptable`](/errors/unacceptable) */
            422: {
                headers: {
                    "request-id": components["headers"]["request-id"];
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"] & {
                        /** @enum {unknown} */
                        code?: "unacceptable";
                        /** @constant */
                        status?: 422;
                    };
                };
            };
            /** @description [`too_many_requests`](/errors/too_many_requests) */
            429: {
                headers: {
                    "request-id": components["headers"]["request-id"];
                    "retry-after": components["headers"]["retry-after"];
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"] & {
                        /** @enum {unknown} */
                        code?: "too_many_requests";
                        /** @constant */
                        status?: 429;
                    };
                };
            };
            /** @description [`internal`](/errors/internal) */
            500: {
                headers: {
                    "request-id": components["headers"]["request-id"];
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"] & {
                        /** @enum {unknown} */
                        code?: "internal";
                        /** @constant */
                        status?: 500;
                    };
                };
            };
            /** @description [`service_unavailable`](/errors/service_unavailable) */
            503: {
                headers: {
                    "request-id": components["headers"]["request-id"];
                    "retry-after": components["headers"]["retry-after"];
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"] & {
                        /** @enum {unknown} */
                        code?: "service_unavailable";
                        /** @constant */
                        status?: 503;
                    };
                };
            };
            /** @description [`outcome_unknown`](/errors/outcome_unknown) */
            504: {
                headers: {
                    "request-id": components["headers"]["request-id"];
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"] & {
                        /** @enum {unknown} */
                        code?: "outcome_unknown";
                        /** @constant */
                        status?: 504;
                    };
                };
            };
        };
    };
    failSettlementBatch: {
        parameters: {
            query?: never;
            header?: {
                /**
                 * @description A text of your own, new for each new request and the same for every repeat of it.
                 * @example 5f0c6a0e-visit-1
                 */
                "Idempotency-Key"?: string;
            };
            path: {
                /**
                 * @description How much cash was brought.
                 * @example 10
                 */
                batch_id: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["FailBatch"];
            };
        };
        responses: {
            /** @description Done. */
            200: {
                headers: {
                    "idempotent-replayed": components["headers"]["idempotent-replayed"];
                    "request-id": components["headers"]["request-id"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["SettlementBatch"];
                };
            };
            /** @description [`invalid_request`](/errors/invalid_request), [`invalid_body`](/errors/invalid_body), [`invalid_idempotency_key`](/errors/invalid_idempotency_key) */
            400: {
                headers: {
                    "request-id": components["headers"]["request-id"];
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"] & {
                        /** @enum {unknown} */
                        code?: "invalid_request" | "invalid_body" | "invalid_idempotency_key";
                        /** @constant */
                        status?: 400;
                    };
                };
            };
            /** @description [`unauthenticated`](/errors/unauthenticated) */
            401: {
                headers: {
                    "request-id": components["headers"]["request-id"];
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"] & {
                        /** @enum {unknown} */
                        code?: "unauthenticated";
                        /** @constant */
                        status?: 401;
                    };
                };
            };
            /** @description [`role_forbids`](/errors/role_forbids) */
            403: {
                headers: {
                    "request-id": components["headers"]["request-id"];
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"] & {
                        /** @enum {unknown} */
                        code?: "role_forbids";
                        /** @constant */
                        status?: 403;
                    };
                };
            };
            /** @description [`route_not_found`](/errors/route_not_found), [`batch_not_found`](/errors/batch_not_found) */
            404: {
                headers: {
                    "request-id": components["headers"]["request-id"];
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"] & {
                        /** @enum {unknown} */
                        code?: "route_not_found" | "batch_not_found";
                        /** @constant */
                        status?: 404;
                    };
                };
            };
            /** @description [`idempotency_key_reused`](/errors/idempotency_key_reused), [`batch_state`](/errors/batch_state) */
            409: {
                headers: {
                    "request-id": components["headers"]["request-id"];
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"] & {
                        /** @enum {unknown} */
                        code?: "idempotency_key_reused" | "batch_state";
                        /** @constant */
                        status?: 409;
                    };
                };
            };
            /** @description [`unacceptable`](/errors/unacceptable) */
            422: {
                headers: {
                    "request-id": components["headers"]["request-id"];
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"] & {
                        /** @enum {unknown} */
                        code?: "unacceptable";
                        /** @constant */
                        status?: 422;
                    };
                };
            };
            /** @description [`too_many_requests`](/errors/too_many_requests) */
            429: {
                headers: {
                    "request-id": components["headers"]["request-id"];
                    "retry-after": components["headers"]["retry-after"];
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"] & {
                        /** @enum {unknown} */
                        code?: "too_many_requests";
                        /** @constant */
                        status?: 429;
                    };
                };
            };
            /** @description [`internal`](/errors/internal) */
            500: {
                headers: {
                    "request-id": components["headers"]["request-id"];
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"] & {
                        /** @enum {unknown} */
                        code?: "internal";
                        /** @constant */
                        status?: 500;
                    };
                };
            };
            /** @description [`service_unavailable`](/errors/service_unavailable) */
            503: {
                headers: {
                    "request-id": components["headers"]["request-id"];
                    "retry-after": components["headers"]["retry-after"];
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"] & {
                        /** @enum {unknown} */
                        code?: "service_unavailable";
                        /** @constant */
                        status?: 503;
                    };
                };
            };
            /** @description [`outcome_unknown`](/errors/outcome_unknown) */
            504: {
                headers: {
                    "request-id": components["headers"]["request-id"];
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"] & {
                        /** @enum {unknown} */
                        code?: "outcome_unknown";
                        /** @constant */
                        status?: 504;
                    };
                };
            };
        };
    };
    listSettlementBatchLines: {
        parameters: {
            query?: {
                /** @description Only lines after this one: the `next` of the page before. */
                after_line?: number;
                /** @description Lines on the page, at most. */
                limit?: number;
            };
            header?: never;
            path: {
                /**
                 * @description How much cash was brought.
                 * @example 10
                 */
                batch_id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Done. */
            200: {
                headers: {
                    "request-id": components["headers"]["request-id"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["BatchLines"];
                };
            };
            /** @description [`invalid_request`](/errors/invalid_request), [`invalid_body`](/errors/invalid_body), [`invalid_query`](/errors/invalid_query), [`invalid_idempotency_key`](/errors/invalid_idempotency_key) */
            400: {
                headers: {
                    "request-id": components["headers"]["request-id"];
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"] & {
                        /** @enum {unknown} */
                        code?: "invalid_request" | "invalid_body" | "invalid_query" | "invalid_idempotency_key";
                        /** @constant */
                        status?: 400;
                    };
                };
            };
            /** @description [`unauthenticated`](/errors/unauthenticated) */
            401: {
                headers: {
                    "request-id": components["headers"]["request-id"];
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"] & {
                        /** @enum {unknown} */
                        code?: "unauthenticated";
                        /** @constant */
                        status?: 401;
                    };
                };
            };
            /** @description [`route_not_found`](/errors/route_not_found), [`batch_not_found`](/errors/batch_not_found) */
            404: {
                headers: {
                    "request-id": components["headers"]["request-id"];
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"] & {
                        /** @enum {unknown} */
                        code?: "route_not_found" | "batch_not_found";
                        /** @constant */
                        status?: 404;
                    };
                };
            };
            /** @description [`too_many_requests`](/errors/too_many_requests) */
            429: {
                headers: {
                    "request-id": components["headers"]["request-id"];
                    "retry-after": components["headers"]["retry-after"];
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"] & {
                        /** @enum {unknown} */
                        code?: "too_many_requests";
                        /** @constant */
                        status?: 429;
                    };
                };
            };
            /** @description [`internal`](/errors/internal) */
            500: {
                headers: {
                    "request-id": components["headers"]["request-id"];
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"] & {
                        /** @enum {unknown} */
                        code?: "internal";
                        /** @constant */
                        status?: 500;
                    };
                };
            };
            /** @description [`service_unavailable`](/errors/service_unavailable) */
            503: {
                headers: {
                    "request-id": components["headers"]["request-id"];
                    "retry-after": components["headers"]["retry-after"];
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"] & {
                        /** @enum {unknown} */
                        code?: "service_unavailable";
                        /** @constant */
                        status?: 503;
                    };
                };
            };
            /** @description [`outcome_unknown`](/errors/outcome_unknown) */
            504: {
                headers: {
                    "request-id": components["headers"]["request-id"];
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"] & {
                        /** @enum {unknown} */
                        code?: "outcome_unknown";
                        /** @constant */
                        status?: 504;
                    };
                };
            };
        };
    };
    listSettlements: {
        parameters: {
            query?: {
                /** @description Lines on the page, at most. */
                limit?: number;
                /** @description Only those after this one: the `next` of the page before. */
                start_after?: string;
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Done. */
            200: {
                headers: {
                    "request-id": components["headers"]["request-id"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Settlements"];
                };
            };
            /** @description [`invalid_request`](/errors/invalid_request), [`invalid_body`](/errors/invalid_body), [`invalid_query`](/errors/invalid_query), [`invalid_idempotency_key`](/errors/invalid_idempotency_key) */
            400: {
                headers: {
                    "request-id": components["headers"]["request-id"];
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"] & {
                        /** @enum {unknown} */
                        code?: "invalid_request" | "invalid_body" | "invalid_query" | "invalid_idempotency_key";
                        /** @constant */
                        status?: 400;
                    };
                };
            };
            /** @description [`unauthenticated`](/errors/unauthenticated) */
            401: {
                headers: {
                    "request-id": components["headers"]["request-id"];
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"] & {
                        /** @enum {unknown} */
                        code?: "unauthenticated";
                        /** @constant */
                        status?: 401;
                    };
                };
            };
            /** @description [`route_not_found`](/errors/route_not_found) */
            404: {
                headers: {
                    "request-id": components["headers"]["request-id"];
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"] & {
                        /** @enum {unknown} */
                        code?: "route_not_found";
                        /** @constant */
                        status?: 404;
                    };
                };
            };
            /** @description [`too_many_requests`](/errors/too_many_requests) */
            429: {
                headers: {
                    "request-id": components["headers"]["request-id"];
                    "retry-after": components["headers"]["retry-after"];
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"] & {
                        /** @enum {unknown} */
                        code?: "too_many_requests";
                        /** @constant */
                        status?: 429;
                    };
                };
            };
            /** @description [`internal`](/errors/internal) */
            500: {
                headers: {
                    "request-id": components["headers"]["request-id"];
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"] & {
                        /** @enum {unknown} */
                        code?: "internal";
                        /** @constant */
                        status?: 500;
                    };
                };
            };
            /** @description [`service_unavailable`](/errors/service_unavailable) */
            503: {
                headers: {
                    "request-id": components["headers"]["request-id"];
                    "retry-after": components["headers"]["retry-after"];
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"] & {
                        /** @enum {unknown} */
                        code?: "service_unavailable";
                        /** @constant */
                        status?: 503;
                    };
                };
            };
            /** @description [`outcome_unknown`](/errors/outcome_unknown) */
            504: {
                headers: {
                    "request-id": components["headers"]["request-id"];
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"] & {
                        /** @enum {unknown} */
                        code?: "outcome_unknown";
                        /** @constant */
                        status?: 504;
                    };
                };
            };
        };
    };
    setSettlement: {
        parameters: {
            query?: never;
            header?: {
                /**
                 * @description A text of your own, new for each new request and the same for every repeat of it.
                 * @example 5f0c6a0e-visit-1
                 */
                "Idempotency-Key"?: string;
            };
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["SetSettlement"];
            };
        };
        responses: {
            /** @description Done. */
            200: {
                headers: {
                    "idempotent-replayed": components["headers"]["idempotent-replayed"];
                    "request-id": components["headers"]["request-id"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Settlement"];
                };
            };
            /** @description [`invalid_request`](/errors/invalid_request), [`invalid_body`](/errors/invalid_body), [`invalid_idempotency_key`](/errors/invalid_idempotency_key) */
            400: {
                headers: {
                    "request-id": components["headers"]["request-id"];
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"] & {
                        /** @enum {unknown} */
                        code?: "invalid_request" | "invalid_body" | "invalid_idempotency_key";
                        /** @constant */
                        status?: 400;
                    };
                };
            };
            /** @description [`unauthenticated`](/errors/unauthenticated) */
            401: {
                headers: {
                    "request-id": components["headers"]["request-id"];
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"] & {
                        /** @enum {unknown} */
                        code?: "unauthenticated";
                        /** @constant */
                        status?: 401;
                    };
                };
            };
            /** @description [`role_forbids`](/errors/role_forbids) */
            403: {
                headers: {
                    "request-id": components["headers"]["request-id"];
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"] & {
                        /** @enum {unknown} */
                        code?: "role_forbids";
                        /** @constant */
                        status?: 403;
                    };
                };
            };
            /** @description [`route_not_found`](/errors/route_not_found), [`owner_not_found`](/errors/owner_not_found) */
            404: {
                headers: {
                    "request-id": components["headers"]["request-id"];
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"] & {
                        /** @enum {unknown} */
                        code?: "route_not_found" | "owner_not_found";
                        /** @constant */
                        status?: 404;
                    };
                };
            };
            /** @description [`idempotency_key_reused`](/errors/idempotency_key_reused) */
            409: {
                headers: {
                    "request-id": components["headers"]["request-id"];
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"] & {
                        /** @enum {unknown} */
                        code?: "idempotency_key_reused";
                        /** @constant */
                        status?: 409;
                    };
                };
            };
            /** @description [`unacceptable`](/errors/unacceptable), [`invalid_amount`](/errors/invalid_amount) */
            422: {
                headers: {
                    "request-id": components["headers"]["request-id"];
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"] & {
                        /** @enum {unknown} */
                        code?: "unacceptable" | "invalid_amount";
                        /** @constant */
                        status?: 422;
                    };
                };
            };
            /** @description [`too_many_requests`](/errors/too_many_requests) */
            429: {
                headers: {
                    "request-id": components["headers"]["request-id"];
                    "retry-after": components["headers"]["retry-after"];
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"] & {
                        /** @enum {unknown} */
                        code?: "too_many_requests";
                        /** @constant */
                        status?: 429;
                    };
                };
            };
            /** @description [`internal`](/errors/internal) */
            500: {
                headers: {
                    "request-id": components["headers"]["request-id"];
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"] & {
                        /** @enum {unknown} */
                        code?: "internal";
                        /** @constant */
                        status?: 500;
                    };
                };
            };
            /** @description [`service_unavailable`](/errors/service_unavailable) */
            503: {
                headers: {
                    "request-id": components["headers"]["request-id"];
                    "retry-after": components["headers"]["retry-after"];
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"] & {
                        /** @enum {unknown} */
                        code?: "service_unavailable";
                        /** @constant */
                        status?: 503;
                    };
                };
            };
            /** @description [`outcome_unknown`](/errors/outcome_unknown) */
            504: {
                headers: {
                    "request-id": components["headers"]["request-id"];
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"] & {
                        /** @enum {unknown} */
                        code?: "outcome_unknown";
                        /** @constant */
                        status?: 504;
                    };
                };
            };
        };
    };
    listTariffs: {
        parameters: {
            query?: {
                /** @description Only versions added after this one: the `next` of the page before. */
                after?: string;
                /** @description Versions on the page, at most. */
                limit?: number;
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Done. */
            200: {
                headers: {
                    "request-id": components["headers"]["request-id"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Tariffs"];
                };
            };
            /** @description [`invalid_request`](/errors/invalid_request), [`invalid_body`](/errors/invalid_body), [`invalid_query`](/errors/invalid_query), [`invalid_idempotency_key`](/errors/invalid_idempotency_key) */
            400: {
                headers: {
                    "request-id": components["headers"]["request-id"];
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"] & {
                        /** @enum {unknown} */
                        code?: "invalid_request" | "invalid_body" | "invalid_query" | "invalid_idempotency_key";
                        /** @constant */
                        status?: 400;
                    };
                };
            };
            /** @description [`unauthenticated`](/errors/unauthenticated) */
            401: {
                headers: {
                    "request-id": components["headers"]["request-id"];
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"] & {
                        /** @enum {unknown} */
                        code?: "unauthenticated";
                        /** @constant */
                        status?: 401;
                    };
                };
            };
            /** @description [`route_not_found`](/errors/route_not_found) */
            404: {
                headers: {
                    "request-id": components["headers"]["request-id"];
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"] & {
                        /** @enum {unknown} */
                        code?: "route_not_found";
                        /** @constant */
                        status?: 404;
                    };
                };
            };
            /** @description [`too_many_requests`](/errors/too_many_requests) */
            429: {
                headers: {
                    "request-id": components["headers"]["request-id"];
                    "retry-after": components["headers"]["retry-after"];
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"] & {
                        /** @enum {unknown} */
                        code?: "too_many_requests";
                        /** @constant */
                        status?: 429;
                    };
                };
            };
            /** @description [`internal`](/errors/internal) */
            500: {
                headers: {
                    "request-id": components["headers"]["request-id"];
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"] & {
                        /** @enum {unknown} */
                        code?: "internal";
                        /** @constant */
                        status?: 500;
                    };
                };
            };
            /** @description [`service_unavailable`](/errors/service_unavailable) */
            503: {
                headers: {
                    "request-id": components["headers"]["request-id"];
                    "retry-after": components["headers"]["retry-after"];
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"] & {
                        /** @enum {unknown} */
                        code?: "service_unavailable";
                        /** @constant */
                        status?: 503;
                    };
                };
            };
            /** @description [`outcome_unknown`](/errors/outcome_unknown) */
            504: {
                headers: {
                    "request-id": components["headers"]["request-id"];
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"] & {
                        /** @enum {unknown} */
                        code?: "outcome_unknown";
                        /** @constant */
                        status?: 504;
                    };
                };
            };
        };
    };
    addTariff: {
        parameters: {
            query?: never;
            header?: {
                /**
                 * @description A text of your own, new for each new request and the same for every repeat of it.
                 * @example 5f0c6a0e-visit-1
                 */
                "Idempotency-Key"?: string;
            };
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["AddTariff"];
            };
        };
        responses: {
            /** @description Done. */
            201: {
                headers: {
                    "idempotent-replayed": components["headers"]["idempotent-replayed"];
                    "request-id": components["headers"]["request-id"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Tariff"];
                };
            };
            /** @description [`invalid_request`](/errors/invalid_request), [`invalid_body`](/errors/invalid_body), [`invalid_idempotency_key`](/errors/invalid_idempotency_key) */
            400: {
                headers: {
                    "request-id": components["headers"]["request-id"];
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"] & {
                        /** @enum {unknown} */
                        code?: "invalid_request" | "invalid_body" | "invalid_idempotency_key";
                        /** @constant */
                        status?: 400;
                    };
                };
            };
            /** @description [`unauthenticated`](/errors/unauthenticated) */
            401: {
                headers: {
                    "request-id": components["headers"]["request-id"];
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"] & {
                        /** @enum {unknown} */
                        code?: "unauthenticated";
                        /** @constant */
                        status?: 401;
                    };
                };
            };
            /** @description [`role_forbids`](/errors/role_forbids) */
            403: {
                headers: {
                    "request-id": components["headers"]["request-id"];
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"] & {
                        /** @enum {unknown} */
                        code?: "role_forbids";
                        /** @constant */
                        status?: 403;
                    };
                };
            };
            /** @description [`route_not_found`](/errors/route_not_found), [`owner_not_found`](/errors/owner_not_found) */
            404: {
                headers: {
                    "request-id": components["headers"]["request-id"];
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"] & {
                        /** @enum {unknown} */
                        code?: "route_not_found" | "owner_not_found";
                        /** @constant */
                        status?: 404;
                    };
                };
            };
            /** @description [`tariff_exists`](/errors/tariff_exists), [`idempotency_key_reused`](/errors/idempotency_key_reused) */
            409: {
                headers: {
                    "request-id": components["headers"]["request-id"];
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"] & {
                        /** @enum {unknown} */
                        code?: "tariff_exists" | "idempotency_key_reused";
                        /** @constant */
                        status?: 409;
                    };
                };
            };
            /** @description [`unacceptable`](/errors/unacceptable), [`invalid_amount`](/errors/invalid_amount), [`tariff_not_acceptable`](/errors/tariff_not_acceptable), [`limit_exceeded`](/errors/limit_exceeded) */
            422: {
                headers: {
                    "request-id": components["headers"]["request-id"];
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"] & {
                        /** @enum {unknown} */
                        code?: "unacceptable" | "invalid_amount" | "tariff_not_acceptable" | "limit_exceeded";
                        /** @constant */
                        status?: 422;
                    };
                };
            };
            /** @description [`too_many_requests`](/errors/too_many_requests) */
            429: {
                headers: {
                    "request-id": components["headers"]["request-id"];
                    "retry-after": components["headers"]["retry-after"];
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"] & {
                        /** @enum {unknown} */
                        code?: "too_many_requests";
                        /** @constant */
                        status?: 429;
                    };
                };
            };
            /** @description [`internal`](/errors/internal) */
            500: {
                headers: {
                    "request-id": components["headers"]["request-id"];
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"] & {
                        /** @enum {unknown} */
                        code?: "internal";
                        /** @constant */
                        status?: 500;
                    };
                };
            };
            /** @description [`service_unavailable`](/errors/service_unavailable) */
            503: {
                headers: {
                    "request-id": components["headers"]["request-id"];
                    "retry-after": components["headers"]["retry-after"];
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"] & {
                        /** @enum {unknown} */
                        code?: "service_unavailable";
                        /** @constant */
                        status?: 503;
                    };
                };
            };
            /** @description [`outcome_unknown`](/errors/outcome_unknown) */
            504: {
                headers: {
                    "request-id": components["headers"]["request-id"];
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"] & {
                        /** @enum {unknown} */
                        code?: "outcome_unknown";
                        /** @constant */
                        status?: 504;
                    };
                };
            };
        };
    };
    showTariff: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /**
                 * @description The version of the tariff.
                 * @example 018bcfe5-687b-7fff-bfff-fffffffffc05
                 */
                tariff_id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Done. */
            200: {
                headers: {
                    "request-id": components["headers"]["request-id"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Tariff"];
                };
            };
            /** @description [`invalid_request`](/errors/invalid_request), [`invalid_body`](/errors/invalid_body), [`invalid_idempotency_key`](/errors/invalid_idempotency_key) */
            400: {
                headers: {
                    "request-id": components["headers"]["request-id"];
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"] & {
                        /** @enum {unknown} */
                        code?: "invalid_request" | "invalid_body" | "invalid_idempotency_key";
                        /** @constant */
                        status?: 400;
                    };
                };
            };
            /** @description [`unauthenticated`](/errors/unauthenticated) */
            401: {
                headers: {
                    "request-id": components["headers"]["request-id"];
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"] & {
                        /** @enum {unknown} */
                        code?: "unauthenticated";
                        /** @constant */
                        status?: 401;
                    };
                };
            };
            /** @description [`route_not_found`](/errors/route_not_found), [`tariff_not_found`](/errors/tariff_not_found) */
            404: {
                headers: {
                    "request-id": components["headers"]["request-id"];
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"] & {
                        /** @enum {unknown} */
                        code?: "route_not_found" | "tariff_not_found";
                        /** @constant */
                        status?: 404;
                    };
                };
            };
            /** @description [`too_many_requests`](/errors/too_many_requests) */
            429: {
                headers: {
                    "request-id": components["headers"]["request-id"];
                    "retry-after": components["headers"]["retry-after"];
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"] & {
                        /** @enum {unknown} */
                        code?: "too_many_requests";
                        /** @constant */
                        status?: 429;
                    };
                };
            };
            /** @description [`internal`](/errors/internal) */
            500: {
                headers: {
                    "request-id": components["headers"]["request-id"];
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"] & {
                        /** @enum {unknown} */
                        code?: "internal";
                        /** @constant */
                        status?: 500;
                    };
                };
            };
            /** @description [`service_unavailable`](/errors/service_unavailable) */
            503: {
                headers: {
                    "request-id": components["headers"]["request-id"];
                    "retry-after": components["headers"]["retry-after"];
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"] & {
                        /** @enum {unknown} */
                        code?: "service_unavailable";
                        /** @constant */
                        status?: 503;
                    };
                };
            };
            /** @description [`outcome_unknown`](/errors/outcome_unknown) */
            504: {
                headers: {
                    "request-id": components["headers"]["request-id"];
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"] & {
                        /** @enum {unknown} */
                        code?: "outcome_unknown";
                        /** @constant */
                        status?: 504;
                    };
                };
            };
        };
    };
    showTillSession: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /**
                 * @description A till in one cashier's hands: what its opening answered.
                 * @example 018bcfe5-687b-7fff-bfff-fffffffffc05
                 */
                till_session_id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Done. */
            200: {
                headers: {
                    "request-id": components["headers"]["request-id"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["TillSession"];
                };
            };
            /** @description [`invalid_request`](/errors/invalid_request), [`invalid_body`](/errors/invalid_body), [`invalid_idempotency_key`](/errors/invalid_idempotency_key) */
            400: {
                headers: {
                    "request-id": components["headers"]["request-id"];
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"] & {
                        /** @enum {unknown} */
                        code?: "invalid_request" | "invalid_body" | "invalid_idempotency_key";
                        /** @constant */
                        status?: 400;
                    };
                };
            };
            /** @description [`unauthenticated`](/errors/unauthenticated) */
            401: {
                headers: {
                    "request-id": components["headers"]["request-id"];
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"] & {
                        /** @enum {unknown} */
                        code?: "unauthenticated";
                        /** @constant */
                        status?: 401;
                    };
                };
            };
            /** @description [`route_not_found`](/errors/route_not_found), [`till_not_found`](/errors/till_not_found) */
            404: {
                headers: {
                    "request-id": components["headers"]["request-id"];
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"] & {
                        /** @enum {unknown} */
                        code?: "route_not_found" | "till_not_found";
                        /** @constant */
                        status?: 404;
                    };
                };
            };
            /** @description [`too_many_requests`](/errors/too_many_requests) */
            429: {
                headers: {
                    "request-id": components["headers"]["request-id"];
                    "retry-after": components["headers"]["retry-after"];
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"] & {
                        /** @enum {unknown} */
                        code?: "too_many_requests";
                        /** @constant */
                        status?: 429;
                    };
                };
            };
            /** @description [`internal`](/errors/internal) */
            500: {
                headers: {
                    "request-id": components["headers"]["request-id"];
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"] & {
                        /** @enum {unknown} */
                        code?: "internal";
                        /** @constant */
                        status?: 500;
                    };
                };
            };
            /** @description [`service_unavailable`](/errors/service_unavailable) */
            503: {
                headers: {
                    "request-id": components["headers"]["request-id"];
                    "retry-after": components["headers"]["retry-after"];
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"] & {
                        /** @enum {unknown} */
                        code?: "service_unavailable";
                        /** @constant */
                        status?: 503;
                    };
                };
            };
            /** @description [`outcome_unknown`](/errors/outcome_unknown) */
            504: {
                headers: {
                    "request-id": components["headers"]["request-id"];
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"] & {
                        /** @enum {unknown} */
                        code?: "outcome_unknown";
                        /** @constant */
                        status?: 504;
                    };
                };
            };
        };
    };
    explainVariance: {
        parameters: {
            query?: never;
            header?: {
                /**
                 * @description A text of your own, new for each new request and the same for every repeat of it.
                 * @example 5f0c6a0e-visit-1
                 */
                "Idempotency-Key"?: string;
            };
            path: {
                /**
                 * @description A till in one cashier's hands: what its opening answered.
                 * @example 018bcfe5-687b-7fff-bfff-fffffffffc05
                 */
                till_session_id: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["ExplainVariance"];
            };
        };
        responses: {
            /** @description Done. */
            204: {
                headers: {
                    "idempotent-replayed": components["headers"]["idempotent-replayed"];
                    "request-id": components["headers"]["request-id"];
                    [name: string]: unknown;
                };
                content?: never;
            };
            /** @description [`invalid_request`](/errors/invalid_request), [`invalid_body`](/errors/invalid_body), [`invalid_idempotency_key`](/errors/invalid_idempotency_key) */
            400: {
                headers: {
                    "request-id": components["headers"]["request-id"];
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"] & {
                        /** @enum {unknown} */
                        code?: "invalid_request" | "invalid_body" | "invalid_idempotency_key";
                        /** @constant */
                        status?: 400;
                    };
                };
            };
            /** @description [`unauthenticated`](/errors/unauthenticated) */
            401: {
                headers: {
                    "request-id": components["headers"]["request-id"];
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"] & {
                        /** @enum {unknown} */
                        code?: "unauthenticated";
                        /** @constant */
                        status?: 401;
                    };
                };
            };
            /** @description [`role_forbids`](/errors/role_forbids) */
            403: {
                headers: {
                    "request-id": components["headers"]["request-id"];
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"] & {
                        /** @enum {unknown} */
                        code?: "role_forbids";
                        /** @constant */
                        status?: 403;
                    };
                };
            };
            /** @description [`route_not_found`](/errors/route_not_found), [`variance_not_found`](/errors/variance_not_found) */
            404: {
                headers: {
                    "request-id": components["headers"]["request-id"];
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"] & {
                        /** @enum {unknown} */
                        code?: "route_not_found" | "variance_not_found";
                        /** @constant */
                        status?: 404;
                    };
                };
            };
            /** @description [`idempotency_key_reused`](/errors/idempotency_key_reused) */
            409: {
                headers: {
                    "request-id": components["headers"]["request-id"];
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"] & {
                        /** @enum {unknown} */
                        code?: "idempotency_key_reused";
                        /** @constant */
                        status?: 409;
                    };
                };
            };
            /** @description [`unacceptable`](/errors/unacceptable) */
            422: {
                headers: {
                    "request-id": components["headers"]["request-id"];
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"] & {
                        /** @enum {unknown} */
                        code?: "unacceptable";
                        /** @constant */
                        status?: 422;
                    };
                };
            };
            /** @description [`too_many_requests`](/errors/too_many_requests) */
            429: {
                headers: {
                    "request-id": components["headers"]["request-id"];
                    "retry-after": components["headers"]["retry-after"];
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"] & {
                        /** @enum {unknown} */
                        code?: "too_many_requests";
                        /** @constant */
                        status?: 429;
                    };
                };
            };
            /** @description [`internal`](/errors/internal) */
            500: {
                headers: {
                    "request-id": components["headers"]["request-id"];
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"] & {
                        /** @enum {unknown} */
                        code?: "internal";
                        /** @constant */
                        status?: 500;
                    };
                };
            };
            /** @description [`service_unavailable`](/errors/service_unavailable) */
            503: {
                headers: {
                    "request-id": components["headers"]["request-id"];
                    "retry-after": components["headers"]["retry-after"];
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"] & {
                        /** @enum {unknown} */
                        code?: "service_unavailable";
                        /** @constant */
                        status?: 503;
                    };
                };
            };
            /** @description [`outcome_unknown`](/errors/outcome_unknown) */
            504: {
                headers: {
                    "request-id": components["headers"]["request-id"];
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"] & {
                        /** @enum {unknown} */
                        code?: "outcome_unknown";
                        /** @constant */
                        status?: 504;
                    };
                };
            };
        };
    };
    listVariances: {
        parameters: {
            query?: {
                /** @description Lines on the page, at most. */
                limit?: number;
                /** @description Only those past this one: the `next` of the page before. */
                past?: string;
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Done. */
            200: {
                headers: {
                    "request-id": components["headers"]["request-id"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["TillVariances"];
                };
            };
            /** @description [`invalid_request`](/errors/invalid_request), [`invalid_body`](/errors/invalid_body), [`invalid_query`](/errors/invalid_query), [`invalid_idempotency_key`](/errors/invalid_idempotency_key) */
            400: {
                headers: {
                    "request-id": components["headers"]["request-id"];
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"] & {
                        /** @enum {unknown} */
                        code?: "invalid_request" | "invalid_body" | "invalid_query" | "invalid_idempotency_key";
                        /** @constant */
                        status?: 400;
                    };
                };
            };
            /** @description [`unauthenticated`](/errors/unauthenticated) */
            401: {
                headers: {
                    "request-id": components["headers"]["request-id"];
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"] & {
                        /** @enum {unknown} */
                        code?: "unauthenticated";
                        /** @constant */
                        status?: 401;
                    };
                };
            };
            /** @description [`route_not_found`](/errors/route_not_found) */
            404: {
                headers: {
                    "request-id": components["headers"]["request-id"];
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"] & {
                        /** @enum {unknown} */
                        code?: "route_not_found";
                        /** @constant */
                        status?: 404;
                    };
                };
            };
            /** @description [`too_many_requests`](/errors/too_many_requests) */
            429: {
                headers: {
                    "request-id": components["headers"]["request-id"];
                    "retry-after": components["headers"]["retry-after"];
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"] & {
                        /** @enum {unknown} */
                        code?: "too_many_requests";
                        /** @constant */
                        status?: 429;
                    };
                };
            };
            /** @description [`internal`](/errors/internal) */
            500: {
                headers: {
                    "request-id": components["headers"]["request-id"];
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"] & {
                        /** @enum {unknown} */
                        code?: "internal";
                        /** @constant */
                        status?: 500;
                    };
                };
            };
            /** @description [`service_unavailable`](/errors/service_unavailable) */
            503: {
                headers: {
                    "request-id": components["headers"]["request-id"];
                    "retry-after": components["headers"]["retry-after"];
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"] & {
                        /** @enum {unknown} */
                        code?: "service_unavailable";
                        /** @constant */
                        status?: 503;
                    };
                };
            };
            /** @description [`outcome_unknown`](/errors/outcome_unknown) */
            504: {
                headers: {
                    "request-id": components["headers"]["request-id"];
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"] & {
                        /** @enum {unknown} */
                        code?: "outcome_unknown";
                        /** @constant */
                        status?: 504;
                    };
                };
            };
        };
    };
    closeTill: {
        parameters: {
            query?: never;
            header?: {
                /**
                 * @description A text of your own, new for each new request and the same for every repeat of it.
                 * @example 5f0c6a0e-visit-1
                 */
                "Idempotency-Key"?: string;
            };
            path: {
                /**
                 * @description The till.
                 * @example 018bcfe5-687b-7fff-bfff-fffffffffc05
                 */
                till_id: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["CloseTill"];
            };
        };
        responses: {
            /** @description Done. */
            200: {
                headers: {
                    "idempotent-replayed": components["headers"]["idempotent-replayed"];
                    "request-id": components["headers"]["request-id"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["TillClosed"];
                };
            };
            /** @description [`invalid_request`](/errors/invalid_request), [`invalid_body`](/errors/invalid_body), [`invalid_idempotency_key`](/errors/invalid_idempotency_key) */
            400: {
                headers: {
                    "request-id": components["headers"]["request-id"];
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"] & {
                        /** @enum {unknown} */
                        code?: "invalid_request" | "invalid_body" | "invalid_idempotency_key";
                        /** @constant */
                        status?: 400;
                    };
                };
            };
            /** @description [`unauthenticated`](/errors/unauthenticated) */
            401: {
                headers: {
                    "request-id": components["headers"]["request-id"];
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"] & {
                        /** @enum {unknown} */
                        code?: "unauthenticated";
                        /** @constant */
                        status?: 401;
                    };
                };
            };
            /** @description [`role_forbids`](/errors/role_forbids) */
            403: {
                headers: {
                    "request-id": components["headers"]["request-id"];
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"] & {
                        /** @enum {unknown} */
                        code?: "role_forbids";
                        /** @constant */
                        status?: 403;
                    };
                };
            };
            /** @description [`route_not_found`](/errors/route_not_found), [`till_not_found`](/errors/till_not_found) */
            404: {
                headers: {
                    "request-id": components["headers"]["request-id"];
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"] & {
                        /** @enum {unknown} */
                        code?: "route_not_found" | "till_not_found";
                        /** @constant */
                        status?: 404;
                    };
                };
            };
            /** @description [`idempotency_key_reused`](/errors/idempotency_key_reused), [`till_not_open`](/errors/till_not_open) */
            409: {
                headers: {
                    "request-id": components["headers"]["request-id"];
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"] & {
                        /** @enum {unknown} */
                        code?: "idempotency_key_reused" | "till_not_open";
                        /** @constant */
                        status?: 409;
                    };
                };
            };
            /** @description [`count_not_acceptable`](/errors/count_not_acceptable), [`limit_exceeded`](/errors/limit_exceeded) */
            422: {
                headers: {
                    "request-id": components["headers"]["request-id"];
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"] & {
                        /** @enum {unknown} */
                        code?: "count_not_acceptable" | "limit_exceeded";
                        /** @constant */
                        status?: 422;
                    };
                };
            };
            /** @description [`too_many_requests`](/errors/too_many_requests) */
            429: {
                headers: {
                    "request-id": components["headers"]["request-id"];
                    "retry-after": components["headers"]["retry-after"];
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"] & {
                        /** @enum {unknown} */
                        code?: "too_many_requests";
                        /** @constant */
                        status?: 429;
                    };
                };
            };
            /** @description [`internal`](/errors/internal) */
            500: {
                headers: {
                    "request-id": components["headers"]["request-id"];
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"] & {
                        /** @enum {unknown} */
                        code?: "internal";
                        /** @constant */
                        status?: 500;
                    };
                };
            };
            /** @description [`service_unavailable`](/errors/service_unavailable) */
            503: {
                headers: {
                    "request-id": components["headers"]["request-id"];
                    "retry-after": components["headers"]["retry-after"];
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"] & {
                        /** @enum {unknown} */
                        code?: "service_unavailable";
                        /** @constant */
                        status?: 503;
                    };
                };
            };
            /** @description [`outcome_unknown`](/errors/outcome_unknown) */
            504: {
                headers: {
                    "request-id": components["headers"]["request-id"];
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"] & {
                        /** @enum {unknown} */
                        code?: "outcome_unknown";
                        /** @constant */
                        status?: 504;
                    };
                };
            };
        };
    };
    findWallet: {
        parameters: {
            query: {
                /** @description E.164; the plus as `%2B`. */
                phone_number: string;
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Done. */
            200: {
                headers: {
                    "request-id": components["headers"]["request-id"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Wallet"];
                };
            };
            /** @description [`invalid_request`](/errors/invalid_request), [`invalid_body`](/errors/invalid_body), [`invalid_query`](/errors/invalid_query), [`invalid_idempotency_key`](/errors/invalid_idempotency_key), [`invalid_phone_number`](/errors/invalid_phone_number) */
            400: {
                headers: {
                    "request-id": components["headers"]["request-id"];
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"] & {
                        /** @enum {unknown} */
                        code?: "invalid_request" | "invalid_body" | "invalid_query" | "invalid_idempotency_key" | "invalid_phone_number";
                        /** @constant */
                        status?: 400;
                    };
                };
            };
            /** @description [`unauthenticated`](/errors/unauthenticated) */
            401: {
                headers: {
                    "request-id": components["headers"]["request-id"];
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"] & {
                        /** @enum {unknown} */
                        code?: "unauthenticated";
                        /** @constant */
                        status?: 401;
                    };
                };
            };
            /** @description [`route_not_found`](/errors/route_not_found), [`wallet_not_found`](/errors/wallet_not_found) */
            404: {
                headers: {
                    "request-id": components["headers"]["request-id"];
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"] & {
                        /** @enum {unknown} */
                        code?: "route_not_found" | "wallet_not_found";
                        /** @constant */
                        status?: 404;
                    };
                };
            };
            /** @description [`too_many_requests`](/errors/too_many_requests) */
            429: {
                headers: {
                    "request-id": components["headers"]["request-id"];
                    "retry-after": components["headers"]["retry-after"];
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"] & {
                        /** @enum {unknown} */
                        code?: "too_many_requests";
                        /** @constant */
                        status?: 429;
                    };
                };
            };
            /** @description [`internal`](/errors/internal) */
            500: {
                headers: {
                    "request-id": components["headers"]["request-id"];
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"] & {
                        /** @enum {unknown} */
                        code?: "internal";
                        /** @constant */
                        status?: 500;
                    };
                };
            };
            /** @description [`service_unavailable`](/errors/service_unavailable) */
            503: {
                headers: {
                    "request-id": components["headers"]["request-id"];
                    "retry-after": components["headers"]["retry-after"];
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"] & {
                        /** @enum {unknown} */
                        code?: "service_unavailable";
                        /** @constant */
                        status?: 503;
                    };
                };
            };
            /** @description [`outcome_unknown`](/errors/outcome_unknown) */
            504: {
                headers: {
                    "request-id": components["headers"]["request-id"];
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"] & {
                        /** @enum {unknown} */
                        code?: "outcome_unknown";
                        /** @constant */
                        status?: 504;
                    };
                };
            };
        };
    };
    openWallet: {
        parameters: {
            query?: never;
            header?: {
                /**
                 * @description A text of your own, new for each new request and the same for every repeat of it.
                 * @example 5f0c6a0e-visit-1
                 */
                "Idempotency-Key"?: string;
            };
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["OpenWallet"];
            };
        };
        responses: {
            /** @description Done. */
            201: {
                headers: {
                    "idempotent-replayed": components["headers"]["idempotent-replayed"];
                    "request-id": components["headers"]["request-id"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Wallet"];
                };
            };
            /** @description [`invalid_request`](/errors/invalid_request), [`invalid_body`](/errors/invalid_body), [`invalid_idempotency_key`](/errors/invalid_idempotency_key), [`invalid_phone_number`](/errors/invalid_phone_number) */
            400: {
                headers: {
                    "request-id": components["headers"]["request-id"];
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"] & {
                        /** @enum {unknown} */
                        code?: "invalid_request" | "invalid_body" | "invalid_idempotency_key" | "invalid_phone_number";
                        /** @constant */
                        status?: 400;
                    };
                };
            };
            /** @description [`unauthenticated`](/errors/unauthenticated) */
            401: {
                headers: {
                    "request-id": components["headers"]["request-id"];
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"] & {
                        /** @enum {unknown} */
                        code?: "unauthenticated";
                        /** @constant */
                        status?: 401;
                    };
                };
            };
            /** @description [`role_forbids`](/errors/role_forbids) */
            403: {
                headers: {
                    "request-id": components["headers"]["request-id"];
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"] & {
                        /** @enum {unknown} */
                        code?: "role_forbids";
                        /** @constant */
                        status?: 403;
                    };
                };
            };
            /** @description [`route_not_found`](/errors/route_not_found) */
            404: {
                headers: {
                    "request-id": components["headers"]["request-id"];
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"] & {
                        /** @enum {unknown} */
                        code?: "route_not_found";
                        /** @constant */
                        status?: 404;
                    };
                };
            };
            /** @description [`wallet_exists`](/errors/wallet_exists), [`account_exists`](/errors/account_exists), [`idempotency_key_reused`](/errors/idempotency_key_reused) */
            409: {
                headers: {
                    "request-id": components["headers"]["request-id"];
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"] & {
                        /** @enum {unknown} */
                        code?: "wallet_exists" | "account_exists" | "idempotency_key_reused";
                        /** @constant */
                        status?: 409;
                    };
                };
            };
            /** @description [`unacceptable`](/errors/unacceptable) */
            422: {
                headers: {
                    "request-id": components["headers"]["request-id"];
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"] & {
                        /** @enum {unknown} */
                        code?: "unacceptable";
                        /** @constant */
                        status?: 422;
                    };
                };
            };
            /** @description [`too_many_requests`](/errors/too_many_requests) */
            429: {
                headers: {
                    "request-id": components["headers"]["request-id"];
                    "retry-after": components["headers"]["retry-after"];
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"] & {
                        /** @enum {unknown} */
                        code?: "too_many_requests";
                        /** @constant */
                        status?: 429;
                    };
                };
            };
            /** @description [`internal`](/errors/internal) */
            500: {
                headers: {
                    "request-id": components["headers"]["request-id"];
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"] & {
                        /** @enum {unknown} */
                        code?: "internal";
                        /** @constant */
                        status?: 500;
                    };
                };
            };
            /** @description [`service_unavailable`](/errors/service_unavailable) */
            503: {
                headers: {
                    "request-id": components["headers"]["request-id"];
                    "retry-after": components["headers"]["retry-after"];
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"] & {
                        /** @enum {unknown} */
                        code?: "service_unavailable";
                        /** @constant */
                        status?: 503;
                    };
                };
            };
            /** @description [`outcome_unknown`](/errors/outcome_unknown) */
            504: {
                headers: {
                    "request-id": components["headers"]["request-id"];
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"] & {
                        /** @enum {unknown} */
                        code?: "outcome_unknown";
                        /** @constant */
                        status?: 504;
                    };
                };
            };
        };
    };
    showWallet: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /**
                 * @description The wallet.
                 * @example 018bcfe5-687b-7fff-bfff-fffffffffc05
                 */
                wallet_id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Done. */
            200: {
                headers: {
                    "request-id": components["headers"]["request-id"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Wallet"];
                };
            };
            /** @description [`invalid_request`](/errors/invalid_request), [`invalid_body`](/errors/invalid_body), [`invalid_idempotency_key`](/errors/invalid_idempotency_key) */
            400: {
                headers: {
                    "request-id": components["headers"]["request-id"];
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"] & {
                        /** @enum {unknown} */
                        code?: "invalid_request" | "invalid_body" | "invalid_idempotency_key";
                        /** @constant */
                        status?: 400;
                    };
                };
            };
            /** @description [`unauthenticated`](/errors/unauthenticated) */
            401: {
                headers: {
                    "request-id": components["headers"]["request-id"];
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"] & {
                        /** @enum {unknown} */
                        code?: "unauthenticated";
                        /** @constant */
                        status?: 401;
                    };
                };
            };
            /** @description [`route_not_found`](/errors/route_not_found), [`wallet_not_found`](/errors/wallet_not_found) */
            404: {
                headers: {
                    "request-id": components["headers"]["request-id"];
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"] & {
                        /** @enum {unknown} */
                        code?: "route_not_found" | "wallet_not_found";
                        /** @constant */
                        status?: 404;
                    };
                };
            };
            /** @description [`too_many_requests`](/errors/too_many_requests) */
            429: {
                headers: {
                    "request-id": components["headers"]["request-id"];
                    "retry-after": components["headers"]["retry-after"];
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"] & {
                        /** @enum {unknown} */
                        code?: "too_many_requests";
                        /** @constant */
                        status?: 429;
                    };
                };
            };
            /** @description [`internal`](/errors/internal) */
            500: {
                headers: {
                    "request-id": components["headers"]["request-id"];
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"] & {
                        /** @enum {unknown} */
                        code?: "internal";
                        /** @constant */
                        status?: 500;
                    };
                };
            };
            /** @description [`service_unavailable`](/errors/service_unavailable) */
            503: {
                headers: {
                    "request-id": components["headers"]["request-id"];
                    "retry-after": components["headers"]["retry-after"];
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"] & {
                        /** @enum {unknown} */
                        code?: "service_unavailable";
                        /** @constant */
                        status?: 503;
                    };
                };
            };
            /** @description [`outcome_unknown`](/errors/outcome_unknown) */
            504: {
                headers: {
                    "request-id": components["headers"]["request-id"];
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"] & {
                        /** @enum {unknown} */
                        code?: "outcome_unknown";
                        /** @constant */
                        status?: 504;
                    };
                };
            };
        };
    };
    openAccount: {
        parameters: {
            query?: never;
            header?: {
                /**
                 * @description A text of your own, new for each new request and the same for every repeat of it.
                 * @example 5f0c6a0e-visit-1
                 */
                "Idempotency-Key"?: string;
            };
            path: {
                /**
                 * @description The wallet.
                 * @example 018bcfe5-687b-7fff-bfff-fffffffffc05
                 */
                wallet_id: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["NewAccount"];
            };
        };
        responses: {
            /** @description Done. */
            201: {
                headers: {
                    "idempotent-replayed": components["headers"]["idempotent-replayed"];
                    "request-id": components["headers"]["request-id"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["WalletAccount"];
                };
            };
            /** @description [`invalid_request`](/errors/invalid_request), [`invalid_body`](/errors/invalid_body), [`invalid_idempotency_key`](/errors/invalid_idempotency_key) */
            400: {
                headers: {
                    "request-id": components["headers"]["request-id"];
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"] & {
                        /** @enum {unknown} */
                        code?: "invalid_request" | "invalid_body" | "invalid_idempotency_key";
                        /** @constant */
                        status?: 400;
                    };
                };
            };
            /** @description [`unauthenticated`](/errors/unauthenticated) */
            401: {
                headers: {
                    "request-id": components["headers"]["request-id"];
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"] & {
                        /** @enum {unknown} */
                        code?: "unauthenticated";
                        /** @constant */
                        status?: 401;
                    };
                };
            };
            /** @description [`role_forbids`](/errors/role_forbids) */
            403: {
                headers: {
                    "request-id": components["headers"]["request-id"];
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"] & {
                        /** @enum {unknown} */
                        code?: "role_forbids";
                        /** @constant */
                        status?: 403;
                    };
                };
            };
            /** @description [`route_not_found`](/errors/route_not_found), [`wallet_not_found`](/errors/wallet_not_found) */
            404: {
                headers: {
                    "request-id": components["headers"]["request-id"];
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"] & {
                        /** @enum {unknown} */
                        code?: "route_not_found" | "wallet_not_found";
                        /** @constant */
                        status?: 404;
                    };
                };
            };
            /** @description [`account_exists`](/errors/account_exists), [`idempotency_key_reused`](/errors/idempotency_key_reused) */
            409: {
                headers: {
                    "request-id": components["headers"]["request-id"];
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"] & {
                        /** @enum {unknown} */
                        code?: "account_exists" | "idempotency_key_reused";
                        /** @constant */
                        status?: 409;
                    };
                };
            };
            /** @description [`unacceptable`](/errors/unacceptable) */
            422: {
                headers: {
                    "request-id": components["headers"]["request-id"];
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"] & {
                        /** @enum {unknown} */
                        code?: "unacceptable";
                        /** @constant */
                        status?: 422;
                    };
                };
            };
            /** @description [`too_many_requests`](/errors/too_many_requests) */
            429: {
                headers: {
                    "request-id": components["headers"]["request-id"];
                    "retry-after": components["headers"]["retry-after"];
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"] & {
                        /** @enum {unknown} */
                        code?: "too_many_requests";
                        /** @constant */
                        status?: 429;
                    };
                };
            };
            /** @description [`internal`](/errors/internal) */
            500: {
                headers: {
                    "request-id": components["headers"]["request-id"];
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"] & {
                        /** @enum {unknown} */
                        code?: "internal";
                        /** @constant */
                        status?: 500;
                    };
                };
            };
            /** @description [`service_unavailable`](/errors/service_unavailable) */
            503: {
                headers: {
                    "request-id": components["headers"]["request-id"];
                    "retry-after": components["headers"]["retry-after"];
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"] & {
                        /** @enum {unknown} */
                        code?: "service_unavailable";
                        /** @constant */
                        status?: 503;
                    };
                };
            };
            /** @description [`outcome_unknown`](/errors/outcome_unknown) */
            504: {
                headers: {
                    "request-id": components["headers"]["request-id"];
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"] & {
                        /** @enum {unknown} */
                        code?: "outcome_unknown";
                        /** @constant */
                        status?: 504;
                    };
                };
            };
        };
    };
    armCode: {
        parameters: {
            query?: never;
            header?: {
                /**
                 * @description A text of your own, new for each new request and the same for every repeat of it.
                 * @example 5f0c6a0e-visit-1
                 */
                "Idempotency-Key"?: string;
            };
            path: {
                /**
                 * @description The wallet.
                 * @example 018bcfe5-687b-7fff-bfff-fffffffffc05
                 */
                wallet_id: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["ArmCode"];
            };
        };
        responses: {
            /** @description Done. */
            201: {
                headers: {
                    "idempotent-replayed": components["headers"]["idempotent-replayed"];
                    "request-id": components["headers"]["request-id"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ArmedCode"];
                };
            };
            /** @description [`invalid_request`](/errors/invalid_request), [`invalid_body`](/errors/invalid_body), [`invalid_idempotency_key`](/errors/invalid_idempotency_key) */
            400: {
                headers: {
                    "request-id": components["headers"]["request-id"];
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"] & {
                        /** @enum {unknown} */
                        code?: "invalid_request" | "invalid_body" | "invalid_idempotency_key";
                        /** @constant */
                        status?: 400;
                    };
                };
            };
            /** @description [`unauthenticated`](/errors/unauthenticated) */
            401: {
                headers: {
                    "request-id": components["headers"]["request-id"];
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"] & {
                        /** @enum {unknown} */
                        code?: "unauthenticated";
                        /** @constant */
                        status?: 401;
                    };
                };
            };
            /** @description [`role_forbids`](/errors/role_forbids) */
            403: {
                headers: {
                    "request-id": components["headers"]["request-id"];
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"] & {
                        /** @enum {unknown} */
                        code?: "role_forbids";
                        /** @constant */
                        status?: 403;
                    };
                };
            };
            /** @description [`route_not_found`](/errors/route_not_found), [`wallet_not_found`](/errors/wallet_not_found), [`account_not_found`](/errors/account_not_found), [`pos_not_found`](/errors/pos_not_found) */
            404: {
                headers: {
                    "request-id": components["headers"]["request-id"];
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"] & {
                        /** @enum {unknown} */
                        code?: "route_not_found" | "wallet_not_found" | "account_not_found" | "pos_not_found";
                        /** @constant */
                        status?: 404;
                    };
                };
            };
            /** @description [`idempotency_key_reused`](/errors/idempotency_key_reused), [`code_no_longer_armed`](/errors/code_no_longer_armed), [`wallet_frozen`](/errors/wallet_frozen) */
            409: {
                headers: {
                    "request-id": components["headers"]["request-id"];
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"] & {
                        /** @enum {unknown} */
                        code?: "idempotency_key_reused" | "code_no_longer_armed" | "wallet_frozen";
                        /** @constant */
                        status?: 409;
                    };
                };
            };
            /** @description [`unacceptable`](/errors/unacceptable), [`invalid_amount`](/errors/invalid_amount), [`currency_not_served`](/errors/currency_not_served) */
            422: {
                headers: {
                    "request-id": components["headers"]["request-id"];
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"] & {
                        /** @enum {unknown} */
                        code?: "unacceptable" | "invalid_amount" | "currency_not_served";
                        /** @constant */
                        status?: 422;
                    };
                };
            };
            /** @description [`too_many_requests`](/errors/too_many_requests) */
            429: {
                headers: {
                    "request-id": components["headers"]["request-id"];
                    "retry-after": components["headers"]["retry-after"];
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"] & {
                        /** @enum {unknown} */
                        code?: "too_many_requests";
                        /** @constant */
                        status?: 429;
                    };
                };
            };
            /** @description [`internal`](/errors/internal) */
            500: {
                headers: {
                    "request-id": components["headers"]["request-id"];
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"] & {
                        /** @enum {unknown} */
                        code?: "internal";
                        /** @constant */
                        status?: 500;
                    };
                };
            };
            /** @description [`service_unavailable`](/errors/service_unavailable) */
            503: {
                headers: {
                    "request-id": components["headers"]["request-id"];
                    "retry-after": components["headers"]["retry-after"];
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"] & {
                        /** @enum {unknown} */
                        code?: "service_unavailable";
                        /** @constant */
                        status?: 503;
                    };
                };
            };
            /** @description [`outcome_unknown`](/errors/outcome_unknown) */
            504: {
                headers: {
                    "request-id": components["headers"]["request-id"];
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"] & {
                        /** @enum {unknown} */
                        code?: "outcome_unknown";
                        /** @constant */
                        status?: 504;
                    };
                };
            };
        };
    };
    cancelCode: {
        parameters: {
            query?: never;
            header?: {
                /**
                 * @description A text of your own, new for each new request and the same for every repeat of it.
                 * @example 5f0c6a0e-visit-1
                 */
                "Idempotency-Key"?: string;
            };
            path: {
                /**
                 * @description The wallet.
                 * @example 018bcfe5-687b-7fff-bfff-fffffffffc05
                 */
                wallet_id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Done. */
            204: {
                headers: {
                    "idempotent-replayed": components["headers"]["idempotent-replayed"];
                    "request-id": components["headers"]["request-id"];
                    [name: string]: unknown;
                };
                content?: never;
            };
            /** @description [`invalid_request`](/errors/invalid_request), [`invalid_body`](/errors/invalid_body), [`invalid_idempotency_key`](/errors/invalid_idempotency_key) */
            400: {
                headers: {
                    "request-id": components["headers"]["request-id"];
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"] & {
                        /** @enum {unknown} */
                        code?: "invalid_request" | "invalid_body" | "invalid_idempotency_key";
                        /** @constant */
                        status?: 400;
                    };
                };
            };
            /** @description [`unauthenticated`](/errors/unauthenticated) */
            401: {
                headers: {
                    "request-id": components["headers"]["request-id"];
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"] & {
                        /** @enum {unknown} */
                        code?: "unauthenticated";
                        /** @constant */
                        status?: 401;
                    };
                };
            };
            /** @description [`role_forbids`](/errors/role_forbids) */
            403: {
                headers: {
                    "request-id": components["headers"]["request-id"];
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"] & {
                        /** @enum {unknown} */
                        code?: "role_forbids";
                        /** @constant */
                        status?: 403;
                    };
                };
            };
            /** @description [`route_not_found`](/errors/route_not_found), [`wallet_not_found`](/errors/wallet_not_found), [`code_not_found`](/errors/code_not_found) */
            404: {
                headers: {
                    "request-id": components["headers"]["request-id"];
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"] & {
                        /** @enum {unknown} */
                        code?: "route_not_found" | "wallet_not_found" | "code_not_found";
                        /** @constant */
                        status?: 404;
                    };
                };
            };
            /** @description [`idempotency_key_reused`](/errors/idempotency_key_reused) */
            409: {
                headers: {
                    "request-id": components["headers"]["request-id"];
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"] & {
                        /** @enum {unknown} */
                        code?: "idempotency_key_reused";
                        /** @constant */
                        status?: 409;
                    };
                };
            };
            /** @description [`too_many_requests`](/errors/too_many_requests) */
            429: {
                headers: {
                    "request-id": components["headers"]["request-id"];
                    "retry-after": components["headers"]["retry-after"];
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"] & {
                        /** @enum {unknown} */
                        code?: "too_many_requests";
                        /** @constant */
                        status?: 429;
                    };
                };
            };
            /** @description [`internal`](/errors/internal) */
            500: {
                headers: {
                    "request-id": components["headers"]["request-id"];
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"] & {
                        /** @enum {unknown} */
                        code?: "internal";
                        /** @constant */
                        status?: 500;
                    };
                };
            };
            /** @description [`service_unavailable`](/errors/service_unavailable) */
            503: {
                headers: {
                    "request-id": components["headers"]["request-id"];
                    "retry-after": components["headers"]["retry-after"];
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"] & {
                        /** @enum {unknown} */
                        code?: "service_unavailable";
                        /** @constant */
                        status?: 503;
                    };
                };
            };
            /** @description [`outcome_unknown`](/errors/outcome_unknown) */
            504: {
                headers: {
                    "request-id": components["headers"]["request-id"];
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"] & {
                        /** @enum {unknown} */
                        code?: "outcome_unknown";
                        /** @constant */
                        status?: 504;
                    };
                };
            };
        };
    };
    confirmWallet: {
        parameters: {
            query?: never;
            header?: {
                /**
                 * @description A text of your own, new for each new request and the same for every repeat of it.
                 * @example 5f0c6a0e-visit-1
                 */
                "Idempotency-Key"?: string;
            };
            path: {
                /**
                 * @description The wallet.
                 * @example 018bcfe5-687b-7fff-bfff-fffffffffc05
                 */
                wallet_id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Done. */
            204: {
                headers: {
                    "idempotent-replayed": components["headers"]["idempotent-replayed"];
                    "request-id": components["headers"]["request-id"];
                    [name: string]: unknown;
                };
                content?: never;
            };
            /** @description [`invalid_request`](/errors/invalid_request), [`invalid_body`](/errors/invalid_body), [`invalid_idempotency_key`](/errors/invalid_idempotency_key) */
            400: {
                headers: {
                    "request-id": components["headers"]["request-id"];
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"] & {
                        /** @enum {unknown} */
                        code?: "invalid_request" | "invalid_body" | "invalid_idempotency_key";
                        /** @constant */
                        status?: 400;
                    };
                };
            };
            /** @description [`unauthenticated`](/errors/unauthenticated) */
            401: {
                headers: {
                    "request-id": components["headers"]["request-id"];
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"] & {
                        /** @enum {unknown} */
                        code?: "unauthenticated";
                        /** @constant */
                        status?: 401;
                    };
                };
            };
            /** @description [`role_forbids`](/errors/role_forbids) */
            403: {
                headers: {
                    "request-id": components["headers"]["request-id"];
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"] & {
                        /** @enum {unknown} */
                        code?: "role_forbids";
                        /** @constant */
                        status?: 403;
                    };
                };
            };
            /** @description [`route_not_found`](/errors/route_not_found), [`wallet_not_found`](/errors/wallet_not_found) */
            404: {
                headers: {
                    "request-id": components["headers"]["request-id"];
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"] & {
                        /** @enum {unknown} */
                        code?: "route_not_found" | "wallet_not_found";
                        /** @constant */
                        status?: 404;
                    };
                };
            };
            /** @description [`idempotency_key_reused`](/errors/idempotency_key_reused) */
            409: {
                headers: {
                    "request-id": components["headers"]["request-id"];
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"] & {
                        /** @enum {unknown} */
                        code?: "idempotency_key_reused";
                        /** @constant */
                        status?: 409;
                    };
                };
            };
            /** @description [`too_many_requests`](/errors/too_many_requests) */
            429: {
                headers: {
                    "request-id": components["headers"]["request-id"];
                    "retry-after": components["headers"]["retry-after"];
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"] & {
                        /** @enum {unknown} */
                        code?: "too_many_requests";
                        /** @constant */
                        status?: 429;
                    };
                };
            };
            /** @description [`internal`](/errors/internal) */
            500: {
                headers: {
                    "request-id": components["headers"]["request-id"];
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"] & {
                        /** @enum {unknown} */
                        code?: "internal";
                        /** @constant */
                        status?: 500;
                    };
                };
            };
            /** @description [`service_unavailable`](/errors/service_unavailable) */
            503: {
                headers: {
                    "request-id": components["headers"]["request-id"];
                    "retry-after": components["headers"]["retry-after"];
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"] & {
                        /** @enum {unknown} */
                        code?: "service_unavailable";
                        /** @constant */
                        status?: 503;
                    };
                };
            };
            /** @description [`outcome_unknown`](/errors/outcome_unknown) */
            504: {
                headers: {
                    "request-id": components["headers"]["request-id"];
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"] & {
                        /** @enum {unknown} */
                        code?: "outcome_unknown";
                        /** @constant */
                        status?: 504;
                    };
                };
            };
        };
    };
    freezeWallet: {
        parameters: {
            query?: never;
            header?: {
                /**
                 * @description A text of your own, new for each new request and the same for every repeat of it.
                 * @example 5f0c6a0e-visit-1
                 */
                "Idempotency-Key"?: string;
            };
            path: {
                /**
                 * @description The wallet.
                 * @example 018bcfe5-687b-7fff-bfff-fffffffffc05
                 */
                wallet_id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Done. */
            200: {
                headers: {
                    "idempotent-replayed": components["headers"]["idempotent-replayed"];
                    "request-id": components["headers"]["request-id"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["WalletSwitch"];
                };
            };
            /** @description [`invalid_request`](/errors/invalid_request), [`invalid_body`](/errors/invalid_body), [`invalid_idempotency_key`](/errors/invalid_idempotency_key) */
            400: {
                headers: {
                    "request-id": components["headers"]["request-id"];
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"] & {
                        /** @enum {unknown} */
                        code?: "invalid_request" | "invalid_body" | "invalid_idempotency_key";
                        /** @constant */
                        status?: 400;
                    };
                };
            };
            /** @description [`unauthenticated`](/errors/unauthenticated) */
            401: {
                headers: {
                    "request-id": components["headers"]["request-id"];
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"] & {
                        /** @enum {unknown} */
                        code?: "unauthenticated";
                        /** @constant */
                        status?: 401;
                    };
                };
            };
            /** @description [`role_forbids`](/errors/role_forbids) */
            403: {
                headers: {
                    "request-id": components["headers"]["request-id"];
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"] & {
                        /** @enum {unknown} */
                        code?: "role_forbids";
                        /** @constant */
                        status?: 403;
                    };
                };
            };
            /** @description [`route_not_found`](/errors/route_not_found), [`wallet_not_found`](/errors/wallet_not_found) */
            404: {
                headers: {
                    "request-id": components["headers"]["request-id"];
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"] & {
                        /** @enum {unknown} */
                        code?: "route_not_found" | "wallet_not_found";
                        /** @constant */
                        status?: 404;
                    };
                };
            };
            /** @description [`idempotency_key_reused`](/errors/idempotency_key_reused), [`wallet_frozen`](/errors/wallet_frozen) */
            409: {
                headers: {
                    "request-id": components["headers"]["request-id"];
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"] & {
                        /** @enum {unknown} */
                        code?: "idempotency_key_reused" | "wallet_frozen";
                        /** @constant */
                        status?: 409;
                    };
                };
            };
            /** @description [`too_many_requests`](/errors/too_many_requests) */
            429: {
                headers: {
                    "request-id": components["headers"]["request-id"];
                    "retry-after": components["headers"]["retry-after"];
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"] & {
                        /** @enum {unknown} */
                        code?: "too_many_requests";
                        /** @constant */
                        status?: 429;
                    };
                };
            };
            /** @description [`internal`](/errors/internal) */
            500: {
                headers: {
                    "request-id": components["headers"]["request-id"];
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"] & {
                        /** @enum {unknown} */
                        code?: "internal";
                        /** @constant */
                        status?: 500;
                    };
                };
            };
            /** @description [`service_unavailable`](/errors/service_unavailable) */
            503: {
                headers: {
                    "request-id": components["headers"]["request-id"];
                    "retry-after": components["headers"]["retry-after"];
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"] & {
                        /** @enum {unknown} */
                        code?: "service_unavailable";
                        /** @constant */
                        status?: 503;
                    };
                };
            };
            /** @description [`outcome_unknown`](/errors/outcome_unknown) */
            504: {
                headers: {
                    "request-id": components["headers"]["request-id"];
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"] & {
                        /** @enum {unknown} */
                        code?: "outcome_unknown";
                        /** @constant */
                        status?: 504;
                    };
                };
            };
        };
    };
    setKycTier: {
        parameters: {
            query?: never;
            header?: {
                /**
                 * @description A text of your own, new for each new request and the same for every repeat of it.
                 * @example 5f0c6a0e-visit-1
                 */
                "Idempotency-Key"?: string;
            };
            path: {
                /**
                 * @description The wallet.
                 * @example 018bcfe5-687b-7fff-bfff-fffffffffc05
                 */
                wallet_id: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["KycTier"];
            };
        };
        responses: {
            /** @description Done. */
            200: {
                headers: {
                    "idempotent-replayed": components["headers"]["idempotent-replayed"];
                    "request-id": components["headers"]["request-id"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["KycTier"];
                };
            };
            /** @description [`invalid_request`](/errors/invalid_request), [`invalid_body`](/errors/invalid_body), [`invalid_idempotency_key`](/errors/invalid_idempotency_key) */
            400: {
                headers: {
                    "request-id": components["headers"]["request-id"];
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"] & {
                        /** @enum {unknown} */
                        code?: "invalid_request" | "invalid_body" | "invalid_idempotency_key";
                        /** @constant */
                        status?: 400;
                    };
                };
            };
            /** @description [`unauthenticated`](/errors/unauthenticated) */
            401: {
                headers: {
                    "request-id": components["headers"]["request-id"];
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"] & {
                        /** @enum {unknown} */
                        code?: "unauthenticated";
                        /** @constant */
                        status?: 401;
                    };
                };
            };
            /** @description [`role_forbids`](/errors/role_forbids) */
            403: {
                headers: {
                    "request-id": components["headers"]["request-id"];
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"] & {
                        /** @enum {unknown} */
                        code?: "role_forbids";
                        /** @constant */
                        status?: 403;
                    };
                };
            };
            /** @description [`route_not_found`](/errors/route_not_found), [`wallet_not_found`](/errors/wallet_not_found) */
            404: {
                headers: {
                    "request-id": components["headers"]["request-id"];
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"] & {
                        /** @enum {unknown} */
                        code?: "route_not_found" | "wallet_not_found";
                        /** @constant */
                        status?: 404;
                    };
                };
            };
            /** @description [`idempotency_key_reused`](/errors/idempotency_key_reused), [`wallet_frozen`](/errors/wallet_frozen) */
            409: {
                headers: {
                    "request-id": components["headers"]["request-id"];
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"] & {
                        /** @enum {unknown} */
                        code?: "idempotency_key_reused" | "wallet_frozen";
                        /** @constant */
                        status?: 409;
                    };
                };
            };
            /** @description [`too_many_requests`](/errors/too_many_requests) */
            429: {
                headers: {
                    "request-id": components["headers"]["request-id"];
                    "retry-after": components["headers"]["retry-after"];
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"] & {
                        /** @enum {unknown} */
                        code?: "too_many_requests";
                        /** @constant */
                        status?: 429;
                    };
                };
            };
            /** @description [`internal`](/errors/internal) */
            500: {
                headers: {
                    "request-id": components["headers"]["request-id"];
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"] & {
                        /** @enum {unknown} */
                        code?: "internal";
                        /** @constant */
                        status?: 500;
                    };
                };
            };
            /** @description [`service_unavailable`](/errors/service_unavailable) */
            503: {
                headers: {
                    "request-id": components["headers"]["request-id"];
                    "retry-after": components["headers"]["retry-after"];
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"] & {
                        /** @enum {unknown} */
                        code?: "service_unavailable";
                        /** @constant */
                        status?: 503;
                    };
                };
            };
            /** @description [`outcome_unknown`](/errors/outcome_unknown) */
            504: {
                headers: {
                    "request-id": components["headers"]["request-id"];
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"] & {
                        /** @enum {unknown} */
                        code?: "outcome_unknown";
                        /** @constant */
                        status?: 504;
                    };
                };
            };
        };
    };
    enrolOfflineDevice: {
        parameters: {
            query?: never;
            header?: {
                /**
                 * @description A text of your own, new for each new request and the same for every repeat of it.
                 * @example 5f0c6a0e-visit-1
                 */
                "Idempotency-Key"?: string;
            };
            path: {
                /**
                 * @description The wallet.
                 * @example 018bcfe5-687b-7fff-bfff-fffffffffc05
                 */
                wallet_id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Done. */
            201: {
                headers: {
                    "idempotent-replayed": components["headers"]["idempotent-replayed"];
                    "request-id": components["headers"]["request-id"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["OfflineDevice"];
                };
            };
            /** @description [`invalid_request`](/errors/invalid_request), [`invalid_body`](/errors/invalid_body), [`invalid_idempotency_key`](/errors/invalid_idempotency_key) */
            400: {
                headers: {
                    "request-id": components["headers"]["request-id"];
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"] & {
                        /** @enum {unknown} */
                        code?: "invalid_request" | "invalid_body" | "invalid_idempotency_key";
                        /** @constant */
                        status?: 400;
                    };
                };
            };
            /** @description [`unauthenticated`](/errors/unauthenticated) */
            401: {
                headers: {
                    "request-id": components["headers"]["request-id"];
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"] & {
                        /** @enum {unknown} */
                        code?: "unauthenticated";
                        /** @constant */
                        status?: 401;
                    };
                };
            };
            /** @description [`role_forbids`](/errors/role_forbids) */
            403: {
                headers: {
                    "request-id": components["headers"]["request-id"];
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"] & {
                        /** @enum {unknown} */
                        code?: "role_forbids";
                        /** @constant */
                        status?: 403;
                    };
                };
            };
            /** @description [`route_not_found`](/errors/route_not_found), [`wallet_not_found`](/errors/wallet_not_found) */
            404: {
                headers: {
                    "request-id": components["headers"]["request-id"];
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"] & {
                        /** @enum {unknown} */
                        code?: "route_not_found" | "wallet_not_found";
                        /** @constant */
                        status?: 404;
                    };
                };
            };
            /** @description [`idempotency_key_reused`](/errors/idempotency_key_reused), [`secret_shown_once`](/errors/secret_shown_once), [`wallet_frozen`](/errors/wallet_frozen) */
            409: {
                headers: {
                    "request-id": components["headers"]["request-id"];
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"] & {
                        /** @enum {unknown} */
                        code?: "idempotency_key_reused" | "secret_shown_once" | "wallet_frozen";
                        /** @constant */
                        status?: 409;
                    };
                };
            };
            /** @description [`too_many_requests`](/errors/too_many_requests) */
            429: {
                headers: {
                    "request-id": components["headers"]["request-id"];
                    "retry-after": components["headers"]["retry-after"];
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"] & {
                        /** @enum {unknown} */
                        code?: "too_many_requests";
                        /** @constant */
                        status?: 429;
                    };
                };
            };
            /** @description [`internal`](/errors/internal) */
            500: {
                headers: {
                    "request-id": components["headers"]["request-id"];
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"] & {
                        /** @enum {unknown} */
                        code?: "internal";
                        /** @constant */
                        status?: 500;
                    };
                };
            };
            /** @description [`service_unavailable`](/errors/service_unavailable) */
            503: {
                headers: {
                    "request-id": components["headers"]["request-id"];
                    "retry-after": components["headers"]["retry-after"];
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"] & {
                        /** @enum {unknown} */
                        code?: "service_unavailable";
                        /** @constant */
                        status?: 503;
                    };
                };
            };
            /** @description [`outcome_unknown`](/errors/outcome_unknown) */
            504: {
                headers: {
                    "request-id": components["headers"]["request-id"];
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"] & {
                        /** @enum {unknown} */
                        code?: "outcome_unknown";
                        /** @constant */
                        status?: 504;
                    };
                };
            };
        };
    };
    removeOfflineDevice: {
        parameters: {
            query?: never;
            header?: {
                /**
                 * @description A text of your own, new for each new request and the same for every repeat of it.
                 * @example 5f0c6a0e-visit-1
                 */
                "Idempotency-Key"?: string;
            };
            path: {
                /**
                 * @description The wallet.
                 * @example 018bcfe5-687b-7fff-bfff-fffffffffc05
                 */
                wallet_id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Done. */
            204: {
                headers: {
                    "idempotent-replayed": components["headers"]["idempotent-replayed"];
                    "request-id": components["headers"]["request-id"];
                    [name: string]: unknown;
                };
                content?: never;
            };
            /** @description [`invalid_request`](/errors/invalid_request), [`invalid_body`](/errors/invalid_body), [`invalid_idempotency_key`](/errors/invalid_idempotency_key) */
            400: {
                headers: {
                    "request-id": components["headers"]["request-id"];
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"] & {
                        /** @enum {unknown} */
                        code?: "invalid_request" | "invalid_body" | "invalid_idempotency_key";
                        /** @constant */
                        status?: 400;
                    };
                };
            };
            /** @description [`unauthenticated`](/errors/unauthenticated) */
            401: {
                headers: {
                    "request-id": components["headers"]["request-id"];
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"] & {
                        /** @enum {unknown} */
                        code?: "unauthenticated";
                        /** @constant */
                        status?: 401;
                    };
                };
            };
            /** @description [`role_forbids`](/errors/role_forbids) */
            403: {
                headers: {
                    "request-id": components["headers"]["request-id"];
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"] & {
                        /** @enum {unknown} */
                        code?: "role_forbids";
                        /** @constant */
                        status?: 403;
                    };
                };
            };
            /** @description [`route_not_found`](/errors/route_not_found), [`wallet_not_found`](/errors/wallet_not_found), [`device_not_found`](/errors/device_not_found) */
            404: {
                headers: {
                    "request-id": components["headers"]["request-id"];
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"] & {
                        /** @enum {unknown} */
                        code?: "route_not_found" | "wallet_not_found" | "device_not_found";
                        /** @constant */
                        status?: 404;
                    };
                };
            };
            /** @description [`idempotency_key_reused`](/errors/idempotency_key_reused) */
            409: {
                headers: {
                    "request-id": components["headers"]["request-id"];
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"] & {
                        /** @enum {unknown} */
                        code?: "idempotency_key_reused";
                        /** @constant */
                        status?: 409;
                    };
                };
            };
            /** @description [`too_many_requests`](/errors/too_many_requests) */
            429: {
                headers: {
                    "request-id": components["headers"]["request-id"];
                    "retry-after": components["headers"]["retry-after"];
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"] & {
                        /** @enum {unknown} */
                        code?: "too_many_requests";
                        /** @constant */
                        status?: 429;
                    };
                };
            };
            /** @description [`internal`](/errors/internal) */
            500: {
                headers: {
                    "request-id": components["headers"]["request-id"];
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"] & {
                        /** @enum {unknown} */
                        code?: "internal";
                        /** @constant */
                        status?: 500;
                    };
                };
            };
            /** @description [`service_unavailable`](/errors/service_unavailable) */
            503: {
                headers: {
                    "request-id": components["headers"]["request-id"];
                    "retry-after": components["headers"]["retry-after"];
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"] & {
                        /** @enum {unknown} */
                        code?: "service_unavailable";
                        /** @constant */
                        status?: 503;
                    };
                };
            };
            /** @description [`outcome_unknown`](/errors/outcome_unknown) */
            504: {
                headers: {
                    "request-id": components["headers"]["request-id"];
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"] & {
                        /** @enum {unknown} */
                        code?: "outcome_unknown";
                        /** @constant */
                        status?: 504;
                    };
                };
            };
        };
    };
    erasePersonalData: {
        parameters: {
            query?: never;
            header?: {
                /**
                 * @description A text of your own, new for each new request and the same for every repeat of it.
                 * @example 5f0c6a0e-visit-1
                 */
                "Idempotency-Key"?: string;
            };
            path: {
                /**
                 * @description The wallet.
                 * @example 018bcfe5-687b-7fff-bfff-fffffffffc05
                 */
                wallet_id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Done. */
            204: {
                headers: {
                    "idempotent-replayed": components["headers"]["idempotent-replayed"];
                    "request-id": components["headers"]["request-id"];
                    [name: string]: unknown;
                };
                content?: never;
            };
            /** @description [`invalid_request`](/errors/invalid_request), [`invalid_body`](/errors/invalid_body), [`invalid_idempotency_key`](/errors/invalid_idempotency_key) */
            400: {
                headers: {
                    "request-id": components["headers"]["request-id"];
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"] & {
                        /** @enum {unknown} */
                        code?: "invalid_request" | "invalid_body" | "invalid_idempotency_key";
                        /** @constant */
                        status?: 400;
                    };
                };
            };
            /** @description [`unauthenticated`](/errors/unauthenticated) */
            401: {
                headers: {
                    "request-id": components["headers"]["request-id"];
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"] & {
                        /** @enum {unknown} */
                        code?: "unauthenticated";
                        /** @constant */
                        status?: 401;
                    };
                };
            };
            /** @description [`role_forbids`](/errors/role_forbids) */
            403: {
                headers: {
                    "request-id": components["headers"]["request-id"];
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"] & {
                        /** @enum {unknown} */
                        code?: "role_forbids";
                        /** @constant */
                        status?: 403;
                    };
                };
            };
            /** @description [`route_not_found`](/errors/route_not_found), [`wallet_not_found`](/errors/wallet_not_found) */
            404: {
                headers: {
                    "request-id": components["headers"]["request-id"];
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"] & {
                        /** @enum {unknown} */
                        code?: "route_not_found" | "wallet_not_found";
                        /** @constant */
                        status?: 404;
                    };
                };
            };
            /** @description [`idempotency_key_reused`](/errors/idempotency_key_reused), [`wallet_in_use`](/errors/wallet_in_use) */
            409: {
                headers: {
                    "request-id": components["headers"]["request-id"];
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"] & {
                        /** @enum {unknown} */
                        code?: "idempotency_key_reused" | "wallet_in_use";
                        /** @constant */
                        status?: 409;
                    };
                };
            };
            /** @description [`too_many_requests`](/errors/too_many_requests) */
            429: {
                headers: {
                    "request-id": components["headers"]["request-id"];
                    "retry-after": components["headers"]["retry-after"];
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"] & {
                        /** @enum {unknown} */
                        code?: "too_many_requests";
                        /** @constant */
                        status?: 429;
                    };
                };
            };
            /** @description [`internal`](/errors/internal) */
            500: {
                headers: {
                    "request-id": components["headers"]["request-id"];
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"] & {
                        /** @enum {unknown} */
                        code?: "internal";
                        /** @constant */
                        status?: 500;
                    };
                };
            };
            /** @description [`service_unavailable`](/errors/service_unavailable) */
            503: {
                headers: {
                    "request-id": components["headers"]["request-id"];
                    "retry-after": components["headers"]["retry-after"];
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"] & {
                        /** @enum {unknown} */
                        code?: "service_unavailable";
                        /** @constant */
                        status?: 503;
                    };
                };
            };
            /** @description [`outcome_unknown`](/errors/outcome_unknown) */
            504: {
                headers: {
                    "request-id": components["headers"]["request-id"];
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"] & {
                        /** @enum {unknown} */
                        code?: "outcome_unknown";
                        /** @constant */
                        status?: 504;
                    };
                };
            };
        };
    };
    topUpWallet: {
        parameters: {
            query?: never;
            header?: {
                /**
                 * @description A text of your own, new for each new request and the same for every repeat of it.
                 * @example 5f0c6a0e-visit-1
                 */
                "Idempotency-Key"?: string;
            };
            path: {
                /**
                 * @description The wallet.
                 * @example 018bcfe5-687b-7fff-bfff-fffffffffc05
                 */
                wallet_id: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["NewFunding"];
            };
        };
        responses: {
            /** @description Done. */
            201: {
                headers: {
                    "idempotent-replayed": components["headers"]["idempotent-replayed"];
                    "request-id": components["headers"]["request-id"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Funding"];
                };
            };
            /** @description [`invalid_request`](/errors/invalid_request), [`invalid_body`](/errors/invalid_body), [`invalid_idempotency_key`](/errors/invalid_idempotency_key) */
            400: {
                headers: {
                    "request-id": components["headers"]["request-id"];
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"] & {
                        /** @enum {unknown} */
                        code?: "invalid_request" | "invalid_body" | "invalid_idempotency_key";
                        /** @constant */
                        status?: 400;
                    };
                };
            };
            /** @description [`unauthenticated`](/errors/unauthenticated) */
            401: {
                headers: {
                    "request-id": components["headers"]["request-id"];
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"] & {
                        /** @enum {unknown} */
                        code?: "unauthenticated";
                        /** @constant */
                        status?: 401;
                    };
                };
            };
            /** @description [`role_forbids`](/errors/role_forbids) */
            403: {
                headers: {
                    "request-id": components["headers"]["request-id"];
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"] & {
                        /** @enum {unknown} */
                        code?: "role_forbids";
                        /** @constant */
                        status?: 403;
                    };
                };
            };
            /** @description [`route_not_found`](/errors/route_not_found), [`wallet_not_found`](/errors/wallet_not_found), [`account_not_found`](/errors/account_not_found) */
            404: {
                headers: {
                    "request-id": components["headers"]["request-id"];
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"] & {
                        /** @enum {unknown} */
                        code?: "route_not_found" | "wallet_not_found" | "account_not_found";
                        /** @constant */
                        status?: 404;
                    };
                };
            };
            /** @description [`idempotency_key_reused`](/errors/idempotency_key_reused) */
            409: {
                headers: {
                    "request-id": components["headers"]["request-id"];
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"] & {
                        /** @enum {unknown} */
                        code?: "idempotency_key_reused";
                        /** @constant */
                        status?: 409;
                    };
                };
            };
            /** @description [`unacceptable`](/errors/unacceptable), [`invalid_amount`](/errors/invalid_amount), [`limit_exceeded`](/errors/limit_exceeded) */
            422: {
                headers: {
                    "request-id": components["headers"]["request-id"];
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"] & {
                        /** @enum {unknown} */
                        code?: "unacceptable" | "invalid_amount" | "limit_exceeded";
                        /** @constant */
                        status?: 422;
                    };
                };
            };
            /** @description [`too_many_requests`](/errors/too_many_requests) */
            429: {
                headers: {
                    "request-id": components["headers"]["request-id"];
                    "retry-after": components["headers"]["retry-after"];
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"] & {
                        /** @enum {unknown} */
                        code?: "too_many_requests";
                        /** @constant */
                        status?: 429;
                    };
                };
            };
            /** @description [`internal`](/errors/internal) */
            500: {
                headers: {
                    "request-id": components["headers"]["request-id"];
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"] & {
                        /** @enum {unknown} */
                        code?: "internal";
                        /** @constant */
                        status?: 500;
                    };
                };
            };
            /** @description [`service_unavailable`](/errors/service_unavailable) */
            503: {
                headers: {
                    "request-id": components["headers"]["request-id"];
                    "retry-after": components["headers"]["retry-after"];
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"] & {
                        /** @enum {unknown} */
                        code?: "service_unavailable";
                        /** @constant */
                        status?: 503;
                    };
                };
            };
            /** @description [`outcome_unknown`](/errors/outcome_unknown) */
            504: {
                headers: {
                    "request-id": components["headers"]["request-id"];
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"] & {
                        /** @enum {unknown} */
                        code?: "outcome_unknown";
                        /** @constant */
                        status?: 504;
                    };
                };
            };
        };
    };
    unfreezeWallet: {
        parameters: {
            query?: never;
            header?: {
                /**
                 * @description A text of your own, new for each new request and the same for every repeat of it.
                 * @example 5f0c6a0e-visit-1
                 */
                "Idempotency-Key"?: string;
            };
            path: {
                /**
                 * @description The wallet.
                 * @example 018bcfe5-687b-7fff-bfff-fffffffffc05
                 */
                wallet_id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Done. */
            200: {
                headers: {
                    "idempotent-replayed": components["headers"]["idempotent-replayed"];
                    "request-id": components["headers"]["request-id"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["WalletSwitch"];
                };
            };
            /** @description [`invalid_request`](/errors/invalid_request), [`invalid_body`](/errors/invalid_body), [`invalid_idempotency_key`](/errors/invalid_idempotency_key) */
            400: {
                headers: {
                    "request-id": components["headers"]["request-id"];
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"] & {
                        /** @enum {unknown} */
                        code?: "invalid_request" | "invalid_body" | "invalid_idempotency_key";
                        /** @constant */
                        status?: 400;
                    };
                };
            };
            /** @description [`unauthenticated`](/errors/unauthenticated) */
            401: {
                headers: {
                    "request-id": components["headers"]["request-id"];
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"] & {
                        /** @enum {unknown} */
                        code?: "unauthenticated";
                        /** @constant */
                        status?: 401;
                    };
                };
            };
            /** @description [`role_forbids`](/errors/role_forbids) */
            403: {
                headers: {
                    "request-id": components["headers"]["request-id"];
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"] & {
                        /** @enum {unknown} */
                        code?: "role_forbids";
                        /** @constant */
                        status?: 403;
                    };
                };
            };
            /** @description [`route_not_found`](/errors/route_not_found), [`wallet_not_found`](/errors/wallet_not_found) */
            404: {
                headers: {
                    "request-id": components["headers"]["request-id"];
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"] & {
                        /** @enum {unknown} */
                        code?: "route_not_found" | "wallet_not_found";
                        /** @constant */
                        status?: 404;
                    };
                };
            };
            /** @description [`idempotency_key_reused`](/errors/idempotency_key_reused), [`wallet_frozen`](/errors/wallet_frozen) */
            409: {
                headers: {
                    "request-id": components["headers"]["request-id"];
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"] & {
                        /** @enum {unknown} */
                        code?: "idempotency_key_reused" | "wallet_frozen";
                        /** @constant */
                        status?: 409;
                    };
                };
            };
            /** @description [`too_many_requests`](/errors/too_many_requests) */
            429: {
                headers: {
                    "request-id": components["headers"]["request-id"];
                    "retry-after": components["headers"]["retry-after"];
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"] & {
                        /** @enum {unknown} */
                        code?: "too_many_requests";
                        /** @constant */
                        status?: 429;
                    };
                };
            };
            /** @description [`internal`](/errors/internal) */
            500: {
                headers: {
                    "request-id": components["headers"]["request-id"];
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"] & {
                        /** @enum {unknown} */
                        code?: "internal";
                        /** @constant */
                        status?: 500;
                    };
                };
            };
            /** @description [`service_unavailable`](/errors/service_unavailable) */
            503: {
                headers: {
                    "request-id": components["headers"]["request-id"];
                    "retry-after": components["headers"]["retry-after"];
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"] & {
                        /** @enum {unknown} */
                        code?: "service_unavailable";
                        /** @constant */
                        status?: 503;
                    };
                };
            };
            /** @description [`outcome_unknown`](/errors/outcome_unknown) */
            504: {
                headers: {
                    "request-id": components["headers"]["request-id"];
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"] & {
                        /** @enum {unknown} */
                        code?: "outcome_unknown";
                        /** @constant */
                        status?: 504;
                    };
                };
            };
        };
    };
    showWithdrawal: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /**
                 * @description What the withdrawal answered.
                 * @example 018bcfe5-687b-7fff-bfff-fffffffffc05
                 */
                transaction_id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Done. */
            200: {
                headers: {
                    "request-id": components["headers"]["request-id"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Withdrawal"];
                };
            };
            /** @description [`invalid_request`](/errors/invalid_request), [`invalid_body`](/errors/invalid_body), [`invalid_idempotency_key`](/errors/invalid_idempotency_key) */
            400: {
                headers: {
                    "request-id": components["headers"]["request-id"];
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"] & {
                        /** @enum {unknown} */
                        code?: "invalid_request" | "invalid_body" | "invalid_idempotency_key";
                        /** @constant */
                        status?: 400;
                    };
                };
            };
            /** @description [`unauthenticated`](/errors/unauthenticated) */
            401: {
                headers: {
                    "request-id": components["headers"]["request-id"];
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"] & {
                        /** @enum {unknown} */
                        code?: "unauthenticated";
                        /** @constant */
                        status?: 401;
                    };
                };
            };
            /** @description [`route_not_found`](/errors/route_not_found), [`withdrawal_not_found`](/errors/withdrawal_not_found) */
            404: {
                headers: {
                    "request-id": components["headers"]["request-id"];
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"] & {
                        /** @enum {unknown} */
                        code?: "route_not_found" | "withdrawal_not_found";
                        /** @constant */
                        status?: 404;
                    };
                };
            };
            /** @description [`too_many_requests`](/errors/too_many_requests) */
            429: {
                headers: {
                    "request-id": components["headers"]["request-id"];
                    "retry-after": components["headers"]["retry-after"];
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"] & {
                        /** @enum {unknown} */
                        code?: "too_many_requests";
                        /** @constant */
                        status?: 429;
                    };
                };
            };
            /** @description [`internal`](/errors/internal) */
            500: {
                headers: {
                    "request-id": components["headers"]["request-id"];
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"] & {
                        /** @enum {unknown} */
                        code?: "internal";
                        /** @constant */
                        status?: 500;
                    };
                };
            };
            /** @description [`service_unavailable`](/errors/service_unavailable) */
            503: {
                headers: {
                    "request-id": components["headers"]["request-id"];
                    "retry-after": components["headers"]["retry-after"];
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"] & {
                        /** @enum {unknown} */
                        code?: "service_unavailable";
                        /** @constant */
                        status?: 503;
                    };
                };
            };
            /** @description [`outcome_unknown`](/errors/outcome_unknown) */
            504: {
                headers: {
                    "request-id": components["headers"]["request-id"];
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"] & {
                        /** @enum {unknown} */
                        code?: "outcome_unknown";
                        /** @constant */
                        status?: 504;
                    };
                };
            };
        };
    };
    disputeWithdrawal: {
        parameters: {
            query?: never;
            header?: {
                /**
                 * @description A text of your own, new for each new request and the same for every repeat of it.
                 * @example 5f0c6a0e-visit-1
                 */
                "Idempotency-Key"?: string;
            };
            path: {
                /**
                 * @description What the withdrawal answered.
                 * @example 018bcfe5-687b-7fff-bfff-fffffffffc05
                 */
                transaction_id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Done. */
            201: {
                headers: {
                    "idempotent-replayed": components["headers"]["idempotent-replayed"];
                    "request-id": components["headers"]["request-id"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["CaseLine"];
                };
            };
            /** @description [`invalid_request`](/errors/invalid_request), [`invalid_body`](/errors/invalid_body), [`invalid_idempotency_key`](/errors/invalid_idempotency_key) */
            400: {
                headers: {
                    "request-id": components["headers"]["request-id"];
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"] & {
                        /** @enum {unknown} */
                        code?: "invalid_request" | "invalid_body" | "invalid_idempotency_key";
                        /** @constant */
                        status?: 400;
                    };
                };
            };
            /** @description [`unauthenticated`](/errors/unauthenticated) */
            401: {
                headers: {
                    "request-id": components["headers"]["request-id"];
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"] & {
                        /** @enum {unknown} */
                        code?: "unauthenticated";
                        /** @constant */
                        status?: 401;
                    };
                };
            };
            /** @description [`role_forbids`](/errors/role_forbids) */
            403: {
                headers: {
                    "request-id": components["headers"]["request-id"];
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"] & {
                        /** @enum {unknown} */
                        code?: "role_forbids";
                        /** @constant */
                        status?: 403;
                    };
                };
            };
            /** @description [`route_not_found`](/errors/route_not_found), [`withdrawal_not_found`](/errors/withdrawal_not_found) */
            404: {
                headers: {
                    "request-id": components["headers"]["request-id"];
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"] & {
                        /** @enum {unknown} */
                        code?: "route_not_found" | "withdrawal_not_found";
                        /** @constant */
                        status?: 404;
                    };
                };
            };
            /** @description [`idempotency_key_reused`](/errors/idempotency_key_reused) */
            409: {
                headers: {
                    "request-id": components["headers"]["request-id"];
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"] & {
                        /** @enum {unknown} */
                        code?: "idempotency_key_reused";
                        /** @constant */
                        status?: 409;
                    };
                };
            };
            /** @description [`too_many_requests`](/errors/too_many_requests) */
            429: {
                headers: {
                    "request-id": components["headers"]["request-id"];
                    "retry-after": components["headers"]["retry-after"];
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"] & {
                        /** @enum {unknown} */
                        code?: "too_many_requests";
                        /** @constant */
                        status?: 429;
                    };
                };
            };
            /** @description [`internal`](/errors/internal) */
            500: {
                headers: {
                    "request-id": components["headers"]["request-id"];
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"] & {
                        /** @enum {unknown} */
                        code?: "internal";
                        /** @constant */
                        status?: 500;
                    };
                };
            };
            /** @description [`service_unavailable`](/errors/service_unavailable) */
            503: {
                headers: {
                    "request-id": components["headers"]["request-id"];
                    "retry-after": components["headers"]["retry-after"];
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"] & {
                        /** @enum {unknown} */
                        code?: "service_unavailable";
                        /** @constant */
                        status?: 503;
                    };
                };
            };
            /** @description [`outcome_unknown`](/errors/outcome_unknown) */
            504: {
                headers: {
                    "request-id": components["headers"]["request-id"];
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"] & {
                        /** @enum {unknown} */
                        code?: "outcome_unknown";
                        /** @constant */
                        status?: 504;
                    };
                };
            };
        };
    };
    deposit: {
        parameters: {
            query?: never;
            header: {
                /**
                 * @description A text of your own, new for each new request and the same for every repeat of it.
                 * @example 5f0c6a0e-visit-1
                 */
                idempotency?: string;
                /**
                 * @description The session's operation, from the login.
                 * @example 018bcfe5-687b-7fff-bfff-fffffffffc05
                 */
                operation_id: string;
                /**
                 * @description If it is sent, it must be the session's customer's.
                 * @example +14155559992
                 */
                phone_number?: string;
                /**
                 * @description The session's token, from the login.
                 * @example 0f9b5b3e-1111-2222-3333-444455556666
                 */
                token_id: string;
            };
            path: {
                /**
                 * @description How much cash was brought.
                 * @example 10
                 */
                amount: string;
                /**
                 * @description The currency of the cash.
                 * @example GBP
                 */
                currency: components["schemas"]["CurrencyCode"];
            };
            cookie?: never;
        };
        requestBody?: {
            content: {
                "application/json": components["schemas"]["DepositBody"];
            };
        };
        responses: {
            /** @description Done. */
            200: {
                headers: {
                    "idempotent-replayed": components["headers"]["idempotent-replayed"];
                    "request-id": components["headers"]["request-id"];
                    "session-expires-at": components["headers"]["session-expires-at"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["DepositAnswer"];
                };
            };
            /** @description [`MISSING_AUTHENTICATION_HEADERS`](/errors/MISSING_AUTHENTICATION_HEADERS), [`MISSING_FIELDS`](/errors/MISSING_FIELDS), [`INVALID_REQUEST`](/errors/INVALID_REQUEST), [`INVALID_BODY`](/errors/INVALID_BODY), [`INVALID_IDEMPOTENCY_KEY`](/errors/INVALID_IDEMPOTENCY_KEY), [`INVALID_CURRENCY`](/errors/INVALID_CURRENCY), [`INVALID_AMOUNT`](/errors/INVALID_AMOUNT), [`ERROR_AMOUNT_MUST_BE_POSITIVE`](/errors/ERROR_AMOUNT_MUST_BE_POSITIVE), [`ERROR_SESSION_ALREADY_USED`](/errors/ERROR_SESSION_ALREADY_USED), [`ERROR_ACCOUNT_NOT_IN_SESSION`](/errors/ERROR_ACCOUNT_NOT_IN_SESSION), [`ERROR_AMOUNT_NOT_APPROVED`](/errors/ERROR_AMOUNT_NOT_APPROVED), [`ERROR_PURPOSE_NOT_APPROVED`](/errors/ERROR_PURPOSE_NOT_APPROVED), [`ERROR_POS_FLOAT_EXCEEDED`](/errors/ERROR_POS_FLOAT_EXCEEDED), [`ERROR_DEPOSIT_ALREADY_REVERSED`](/errors/ERROR_DEPOSIT_ALREADY_REVERSED), [`ERROR_EWALLET_DISABLED`](/errors/ERROR_EWALLET_DISABLED), [`ERROR_LIMIT_EXCEEDED`](/errors/ERROR_LIMIT_EXCEEDED), [`ERROR_TILL_CLOSED`](/errors/ERROR_TILL_CLOSED), [`ERROR_IDEMPOTENCY_KEY_REUSED`](/errors/ERROR_IDEMPOTENCY_KEY_REUSED) */
            400: {
                headers: {
                    "request-id": components["headers"]["request-id"];
                    "session-expires-at": components["headers"]["session-expires-at"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ErrorAnswer"] & {
                        status?: {
                            /** @enum {unknown} */
                            error_code?: "MISSING_AUTHENTICATION_HEADERS" | "MISSING_FIELDS" | "INVALID_REQUEST" | "INVALID_BODY" | "INVALID_IDEMPOTENCY_KEY" | "INVALID_CURRENCY" | "INVALID_AMOUNT" | "ERROR_AMOUNT_MUST_BE_POSITIVE" | "ERROR_SESSION_ALREADY_USED" | "ERROR_ACCOUNT_NOT_IN_SESSION" | "ERROR_AMOUNT_NOT_APPROVED" | "ERROR_PURPOSE_NOT_APPROVED" | "ERROR_POS_FLOAT_EXCEEDED" | "ERROR_DEPOSIT_ALREADY_REVERSED" | "ERROR_EWALLET_DISABLED" | "ERROR_LIMIT_EXCEEDED" | "ERROR_TILL_CLOSED" | "ERROR_IDEMPOTENCY_KEY_REUSED";
                        };
                    };
                };
            };
            /** @description [`UNAUTHENTICATED_API_CALL`](/errors/UNAUTHENTICATED_API_CALL), [`UNAUTHORIZED_API_CALL`](/errors/UNAUTHORIZED_API_CALL), [`ERROR_SESSION_NOT_FOUND`](/errors/ERROR_SESSION_NOT_FOUND), [`ERROR_SESSION_CLOSED`](/errors/ERROR_SESSION_CLOSED), [`ERROR_SESSION_EXPIRED`](/errors/ERROR_SESSION_EXPIRED), [`ERROR_POS_DISABLED`](/errors/ERROR_POS_DISABLED) */
            401: {
                headers: {
                    "request-id": components["headers"]["request-id"];
                    "session-expires-at": components["headers"]["session-expires-at"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ErrorAnswer"] & {
                        status?: {
                            /** @enum {unknown} */
                            error_code?: "UNAUTHENTICATED_API_CALL" | "UNAUTHORIZED_API_CALL" | "ERROR_SESSION_NOT_FOUND" | "ERROR_SESSION_CLOSED" | "ERROR_SESSION_EXPIRED" | "ERROR_POS_DISABLED";
                        };
                    };
                };
            };
            /** @description [`ERROR_INTERNAL`](/errors/ERROR_INTERNAL) */
            500: {
                headers: {
                    "request-id": components["headers"]["request-id"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ErrorAnswer"] & {
                        status?: {
                            /** @enum {unknown} */
                            error_code?: "ERROR_INTERNAL";
                        };
                    };
                };
            };
            /** @description [`ERROR_SERVICE_UNAVAILABLE`](/errors/ERROR_SERVICE_UNAVAILABLE) */
            503: {
                headers: {
                    "request-id": components["headers"]["request-id"];
                    "retry-after": components["headers"]["retry-after"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ErrorAnswer"] & {
                        status?: {
                            /** @enum {unknown} */
                            error_code?: "ERROR_SERVICE_UNAVAILABLE";
                        };
                    };
                };
            };
        };
    };
    echo: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Done. */
            200: {
                headers: {
                    "request-id": components["headers"]["request-id"];
                    "session-expires-at": components["headers"]["session-expires-at"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["PlainAnswer"];
                };
            };
            /** @description [`MISSING_AUTHENTICATION_HEADERS`](/errors/MISSING_AUTHENTICATION_HEADERS), [`INVALID_REQUEST`](/errors/INVALID_REQUEST), [`INVALID_BODY`](/errors/INVALID_BODY) */
            400: {
                headers: {
                    "request-id": components["headers"]["request-id"];
                    "session-expires-at": components["headers"]["session-expires-at"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ErrorAnswer"] & {
                        status?: {
                            /** @enum {unknown} */
                            error_code?: "MISSING_AUTHENTICATION_HEADERS" | "INVALID_REQUEST" | "INVALID_BODY";
                        };
                    };
                };
            };
            /** @description [`UNAUTHENTICATED_API_CALL`](/errors/UNAUTHENTICATED_API_CALL), [`UNAUTHORIZED_API_CALL`](/errors/UNAUTHORIZED_API_CALL) */
            401: {
                headers: {
                    "request-id": components["headers"]["request-id"];
                    "session-expires-at": components["headers"]["session-expires-at"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ErrorAnswer"] & {
                        status?: {
                            /** @enum {unknown} */
                            error_code?: "UNAUTHENTICATED_API_CALL" | "UNAUTHORIZED_API_CALL";
                        };
                    };
                };
            };
            /** @description [`ERROR_INTERNAL`](/errors/ERROR_INTERNAL) */
            500: {
                headers: {
                    "request-id": components["headers"]["request-id"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ErrorAnswer"] & {
                        status?: {
                            /** @enum {unknown} */
                            error_code?: "ERROR_INTERNAL";
                        };
                    };
                };
            };
            /** @description [`ERROR_SERVICE_UNAVAILABLE`](/errors/ERROR_SERVICE_UNAVAILABLE) */
            503: {
                headers: {
                    "request-id": components["headers"]["request-id"];
                    "retry-after": components["headers"]["retry-after"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ErrorAnswer"] & {
                        status?: {
                            /** @enum {unknown} */
                            error_code?: "ERROR_SERVICE_UNAVAILABLE";
                        };
                    };
                };
            };
        };
    };
    login: {
        parameters: {
            query?: never;
            header: {
                /**
                 * @description A text of your own, new for each new request and the same for every repeat of it.
                 * @example 5f0c6a0e-visit-1
                 */
                idempotency?: string;
                /**
                 * @description The customer's phone, E.164.
                 * @example +14155559992
                 */
                phone_number: string;
            };
            path: {
                /**
                 * @description The digits that the customer read out.
                 * @example 876680
                 */
                otp_code: string;
                /**
                 * @description The POS where the cashier stands.
                 * @example z128ffb-11a5-11l9-93p5-1231a8maf28
                 */
                pos_id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Done. */
            200: {
                headers: {
                    "idempotent-replayed": components["headers"]["idempotent-replayed"];
                    "request-id": components["headers"]["request-id"];
                    "session-expires-at": components["headers"]["session-expires-at"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["LoginAnswer"];
                };
            };
            /** @description [`MISSING_AUTHENTICATION_HEADERS`](/errors/MISSING_AUTHENTICATION_HEADERS), [`MISSING_FIELDS`](/errors/MISSING_FIELDS), [`INVALID_REQUEST`](/errors/INVALID_REQUEST), [`INVALID_BODY`](/errors/INVALID_BODY), [`INVALID_IDEMPOTENCY_KEY`](/errors/INVALID_IDEMPOTENCY_KEY), [`INVALID_PHONE_NUMBER`](/errors/INVALID_PHONE_NUMBER), [`ERROR_IDEMPOTENCY_KEY_REUSED`](/errors/ERROR_IDEMPOTENCY_KEY_REUSED) */
            400: {
                headers: {
                    "request-id": components["headers"]["request-id"];
                    "session-expires-at": components["headers"]["session-expires-at"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ErrorAnswer"] & {
                        status?: {
                            /** @enum {unknown} */
                            error_code?: "MISSING_AUTHENTICATION_HEADERS" | "MISSING_FIELDS" | "INVALID_REQUEST" | "INVALID_BODY" | "INVALID_IDEMPOTENCY_KEY" | "INVALID_PHONE_NUMBER" | "ERROR_IDEMPOTENCY_KEY_REUSED";
                        };
                    };
                };
            };
            /** @description [`UNAUTHENTICATED_API_CALL`](/errors/UNAUTHENTICATED_API_CALL), [`UNAUTHORIZED_API_CALL`](/errors/UNAUTHORIZED_API_CALL), [`ERROR_OTP_NOT_VALID`](/errors/ERROR_OTP_NOT_VALID), [`ERROR_POS_DISABLED`](/errors/ERROR_POS_DISABLED) */
            401: {
                headers: {
                    "request-id": components["headers"]["request-id"];
                    "session-expires-at": components["headers"]["session-expires-at"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ErrorAnswer"] & {
                        status?: {
                            /** @enum {unknown} */
                            error_code?: "UNAUTHENTICATED_API_CALL" | "UNAUTHORIZED_API_CALL" | "ERROR_OTP_NOT_VALID" | "ERROR_POS_DISABLED";
                        };
                    };
                };
            };
            /** @description [`ERROR_TOO_MANY_REQUESTS`](/errors/ERROR_TOO_MANY_REQUESTS) */
            429: {
                headers: {
                    "request-id": components["headers"]["request-id"];
                    "retry-after": components["headers"]["retry-after"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ErrorAnswer"] & {
                        status?: {
                            /** @enum {unknown} */
                            error_code?: "ERROR_TOO_MANY_REQUESTS";
                        };
                    };
                };
            };
            /** @description [`ERROR_INTERNAL`](/errors/ERROR_INTERNAL) */
            500: {
                headers: {
                    "request-id": components["headers"]["request-id"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ErrorAnswer"] & {
                        status?: {
                            /** @enum {unknown} */
                            error_code?: "ERROR_INTERNAL";
                        };
                    };
                };
            };
            /** @description [`ERROR_SERVICE_UNAVAILABLE`](/errors/ERROR_SERVICE_UNAVAILABLE) */
            503: {
                headers: {
                    "request-id": components["headers"]["request-id"];
                    "retry-after": components["headers"]["retry-after"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ErrorAnswer"] & {
                        status?: {
                            /** @enum {unknown} */
                            error_code?: "ERROR_SERVICE_UNAVAILABLE";
                        };
                    };
                };
            };
        };
    };
    logout: {
        parameters: {
            query?: never;
            header: {
                /**
                 * @description A text of your own, new for each new request and the same for every repeat of it.
                 * @example 5f0c6a0e-visit-1
                 */
                idempotency?: string;
                /**
                 * @description The session's operation, from the login.
                 * @example 018bcfe5-687b-7fff-bfff-fffffffffc05
                 */
                operation_id: string;
                /**
                 * @description If it is sent, it must be the session's customer's.
                 * @example +14155559992
                 */
                phone_number?: string;
                /**
                 * @description The session's token, from the login.
                 * @example 0f9b5b3e-1111-2222-3333-444455556666
                 */
                token_id: string;
            };
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Done. */
            200: {
                headers: {
                    "idempotent-replayed": components["headers"]["idempotent-replayed"];
                    "request-id": components["headers"]["request-id"];
                    "session-expires-at": components["headers"]["session-expires-at"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["PlainAnswer"];
                };
            };
            /** @description [`MISSING_AUTHENTICATION_HEADERS`](/errors/MISSING_AUTHENTICATION_HEADERS), [`MISSING_FIELDS`](/errors/MISSING_FIELDS), [`INVALID_REQUEST`](/errors/INVALID_REQUEST), [`INVALID_BODY`](/errors/INVALID_BODY), [`INVALID_IDEMPOTENCY_KEY`](/errors/INVALID_IDEMPOTENCY_KEY), [`ERROR_IDEMPOTENCY_KEY_REUSED`](/errors/ERROR_IDEMPOTENCY_KEY_REUSED) */
            400: {
                headers: {
                    "request-id": components["headers"]["request-id"];
                    "session-expires-at": components["headers"]["session-expires-at"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ErrorAnswer"] & {
                        status?: {
                            /** @enum {unknown} */
                            error_code?: "MISSING_AUTHENTICATION_HEADERS" | "MISSING_FIELDS" | "INVALID_REQUEST" | "INVALID_BODY" | "INVALID_IDEMPOTENCY_KEY" | "ERROR_IDEMPOTENCY_KEY_REUSED";
                        };
                    };
                };
            };
            /** @description [`UNAUTHENTICATED_API_CALL`](/errors/UNAUTHENTICATED_API_CALL), [`UNAUTHORIZED_API_CALL`](/errors/UNAUTHORIZED_API_CALL), [`ERROR_SESSION_NOT_FOUND`](/errors/ERROR_SESSION_NOT_FOUND) */
            401: {
                headers: {
                    "request-id": components["headers"]["request-id"];
                    "session-expires-at": components["headers"]["session-expires-at"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ErrorAnswer"] & {
                        status?: {
                            /** @enum {unknown} */
                            error_code?: "UNAUTHENTICATED_API_CALL" | "UNAUTHORIZED_API_CALL" | "ERROR_SESSION_NOT_FOUND";
                        };
                    };
                };
            };
            /** @description [`ERROR_INTERNAL`](/errors/ERROR_INTERNAL) */
            500: {
                headers: {
                    "request-id": components["headers"]["request-id"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ErrorAnswer"] & {
                        status?: {
                            /** @enum {unknown} */
                            error_code?: "ERROR_INTERNAL";
                        };
                    };
                };
            };
            /** @description [`ERROR_SERVICE_UNAVAILABLE`](/errors/ERROR_SERVICE_UNAVAILABLE) */
            503: {
                headers: {
                    "request-id": components["headers"]["request-id"];
                    "retry-after": components["headers"]["retry-after"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ErrorAnswer"] & {
                        status?: {
                            /** @enum {unknown} */
                            error_code?: "ERROR_SERVICE_UNAVAILABLE";
                        };
                    };
                };
            };
        };
    };
    reverse: {
        parameters: {
            query?: never;
            header: {
                /**
                 * @description A text of your own, new for each new request and the same for every repeat of it.
                 * @example 5f0c6a0e-visit-1
                 */
                idempotency?: string;
                /**
                 * @description The session's operation, from the login.
                 * @example 018bcfe5-687b-7fff-bfff-fffffffffc05
                 */
                operation_id: string;
                /**
                 * @description If it is sent, it must be the session's customer's.
                 * @example +14155559992
                 */
                phone_number?: string;
                /**
                 * @description The session's token, from the login.
                 * @example 0f9b5b3e-1111-2222-3333-444455556666
                 */
                token_id: string;
                /**
                 * @description The money action to reverse; if it is not sent, the session's own.
                 * @example 018bcfe5-687b-7fff-bfff-fffffffffc05
                 */
                transaction_id?: string;
            };
            path: {
                /**
                 * @description An `account_id` of the login's answer.
                 * @example 64e4a964-53b5-11e9-8495-02f0df928b
                 */
                account: string;
                /**
                 * @description How much of it goes back.
                 * @example 10
                 */
                reversed_amount: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Done. */
            200: {
                headers: {
                    "idempotent-replayed": components["headers"]["idempotent-replayed"];
                    "request-id": components["headers"]["request-id"];
                    "session-expires-at": components["headers"]["session-expires-at"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ReversalAnswer"];
                };
            };
            /** @description [`MISSING_AUTHENTICATION_HEADERS`](/errors/MISSING_AUTHENTICATION_HEADERS), [`MISSING_FIELDS`](/errors/MISSING_FIELDS), [`INVALID_REQUEST`](/errors/INVALID_REQUEST), [`INVALID_BODY`](/errors/INVALID_BODY), [`INVALID_IDEMPOTENCY_KEY`](/errors/INVALID_IDEMPOTENCY_KEY), [`INVALID_AMOUNT`](/errors/INVALID_AMOUNT), [`ERROR_AMOUNT_MUST_BE_POSITIVE`](/errors/ERROR_AMOUNT_MUST_BE_POSITIVE), [`ERROR_ACCOUNT_NOT_IN_SESSION`](/errors/ERROR_ACCOUNT_NOT_IN_SESSION), [`ERROR_DEPOSIT_FINAL`](/errors/ERROR_DEPOSIT_FINAL), [`ERROR_REVERSAL_AMOUNT_EXCEEDS_WITHDRAWAL`](/errors/ERROR_REVERSAL_AMOUNT_EXCEEDS_WITHDRAWAL), [`ERROR_TRANSACTION_NOT_FOUND`](/errors/ERROR_TRANSACTION_NOT_FOUND), [`ERROR_LIMIT_EXCEEDED`](/errors/ERROR_LIMIT_EXCEEDED), [`ERROR_IDEMPOTENCY_KEY_REUSED`](/errors/ERROR_IDEMPOTENCY_KEY_REUSED) */
            400: {
                headers: {
                    "request-id": components["headers"]["request-id"];
                    "session-expires-at": components["headers"]["session-expires-at"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ErrorAnswer"] & {
                        status?: {
                            /** @enum {unknown} */
                            error_code?: "MISSING_AUTHENTICATION_HEADERS" | "MISSING_FIELDS" | "INVALID_REQUEST" | "INVALID_BODY" | "INVALID_IDEMPOTENCY_KEY" | "INVALID_AMOUNT" | "ERROR_AMOUNT_MUST_BE_POSITIVE" | "ERROR_ACCOUNT_NOT_IN_SESSION" | "ERROR_DEPOSIT_FINAL" | "ERROR_REVERSAL_AMOUNT_EXCEEDS_WITHDRAWAL" | "ERROR_TRANSACTION_NOT_FOUND" | "ERROR_LIMIT_EXCEEDED" | "ERROR_IDEMPOTENCY_KEY_REUSED";
                        };
                    };
                };
            };
            /** @description [`UNAUTHENTICATED_API_CALL`](/errors/UNAUTHENTICATED_API_CALL), [`UNAUTHORIZED_API_CALL`](/errors/UNAUTHORIZED_API_CALL), [`ERROR_SESSION_NOT_FOUND`](/errors/ERROR_SESSION_NOT_FOUND) */
            401: {
                headers: {
                    "request-id": components["headers"]["request-id"];
                    "session-expires-at": components["headers"]["session-expires-at"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ErrorAnswer"] & {
                        status?: {
                            /** @enum {unknown} */
                            error_code?: "UNAUTHENTICATED_API_CALL" | "UNAUTHORIZED_API_CALL" | "ERROR_SESSION_NOT_FOUND";
                        };
                    };
                };
            };
            /** @description [`ERROR_INTERNAL`](/errors/ERROR_INTERNAL) */
            500: {
                headers: {
                    "request-id": components["headers"]["request-id"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ErrorAnswer"] & {
                        status?: {
                            /** @enum {unknown} */
                            error_code?: "ERROR_INTERNAL";
                        };
                    };
                };
            };
            /** @description [`ERROR_SERVICE_UNAVAILABLE`](/errors/ERROR_SERVICE_UNAVAILABLE) */
            503: {
                headers: {
                    "request-id": components["headers"]["request-id"];
                    "retry-after": components["headers"]["retry-after"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ErrorAnswer"] & {
                        status?: {
                            /** @enum {unknown} */
                            error_code?: "ERROR_SERVICE_UNAVAILABLE";
                        };
                    };
                };
            };
        };
    };
    withdraw: {
        parameters: {
            query?: never;
            header: {
                /**
                 * @description A text of your own, new for each new request and the same for every repeat of it.
                 * @example 5f0c6a0e-visit-1
                 */
                idempotency?: string;
                /**
                 * @description The session's operation, from the login.
                 * @example 018bcfe5-687b-7fff-bfff-fffffffffc05
                 */
                operation_id: string;
                /**
                 * @description If it is sent, it must be the session's customer's.
                 * @example +14155559992
                 */
                phone_number?: string;
                /**
                 * @description The session's token, from the login.
                 * @example 0f9b5b3e-1111-2222-3333-444455556666
                 */
                token_id: string;
            };
            path: {
                /**
                 * @description An `account_id` of the login's answer.
                 * @example 64e4a964-53b5-11e9-8495-02f0df928b
                 */
                account: string;
                /**
                 * @description How much cash to hand out, as `10` or `10.50`.
                 * @example 10
                 */
                sum: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Done. */
            200: {
                headers: {
                    "idempotent-replayed": components["headers"]["idempotent-replayed"];
                    "request-id": components["headers"]["request-id"];
                    "session-expires-at": components["headers"]["session-expires-at"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["WithdrawAnswer"];
                };
            };
            /** @description [`MISSING_AUTHENTICATION_HEADERS`](/errors/MISSING_AUTHENTICATION_HEADERS), [`MISSING_FIELDS`](/errors/MISSING_FIELDS), [`INVALID_REQUEST`](/errors/INVALID_REQUEST), [`INVALID_BODY`](/errors/INVALID_BODY), [`INVALID_IDEMPOTENCY_KEY`](/errors/INVALID_IDEMPOTENCY_KEY), [`INVALID_CURRENCY`](/errors/INVALID_CURRENCY), [`INVALID_AMOUNT`](/errors/INVALID_AMOUNT), [`ERROR_AMOUNT_MUST_BE_POSITIVE`](/errors/ERROR_AMOUNT_MUST_BE_POSITIVE), [`ERROR_SESSION_ALREADY_USED`](/errors/ERROR_SESSION_ALREADY_USED), [`ERROR_ACCOUNT_NOT_IN_SESSION`](/errors/ERROR_ACCOUNT_NOT_IN_SESSION), [`ERROR_AMOUNT_NOT_APPROVED`](/errors/ERROR_AMOUNT_NOT_APPROVED), [`ERROR_PURPOSE_NOT_APPROVED`](/errors/ERROR_PURPOSE_NOT_APPROVED), [`NOT_ENOUGH_FUNDS`](/errors/NOT_ENOUGH_FUNDS), [`ERROR_WITHDRAWAL_ALREADY_REVERSED`](/errors/ERROR_WITHDRAWAL_ALREADY_REVERSED), [`ERROR_EWALLET_DISABLED`](/errors/ERROR_EWALLET_DISABLED), [`ERROR_LIMIT_EXCEEDED`](/errors/ERROR_LIMIT_EXCEEDED), [`ERROR_PAYOUTS_STOPPED`](/errors/ERROR_PAYOUTS_STOPPED), [`ERROR_TILL_CLOSED`](/errors/ERROR_TILL_CLOSED), [`ERROR_AMOUNT_NOT_PAYABLE`](/errors/ERROR_AMOUNT_NOT_PAYABLE), [`ERROR_IDEMPOTENCY_KEY_REUSED`](/errors/ERROR_IDEMPOTENCY_KEY_REUSED) */
            400: {
                headers: {
                    "request-id": components["headers"]["request-id"];
                    "session-expires-at": components["headers"]["session-expires-at"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ErrorAnswer"] & {
                        status?: {
                            /** @enum {unknown} */
                            error_code?: "MISSING_AUTHENTICATION_HEADERS" | "MISSING_FIELDS" | "INVALID_REQUEST" | "INVALID_BODY" | "INVALID_IDEMPOTENCY_KEY" | "INVALID_CURRENCY" | "INVALID_AMOUNT" | "ERROR_AMOUNT_MUST_BE_POSITIVE" | "ERROR_SESSION_ALREADY_USED" | "ERROR_ACCOUNT_NOT_IN_SESSION" | "ERROR_AMOUNT_NOT_APPROVED" | "ERROR_PURPOSE_NOT_APPROVED" | "NOT_ENOUGH_FUNDS" | "ERROR_WITHDRAWAL_ALREADY_REVERSED" | "ERROR_EWALLET_DISABLED" | "ERROR_LIMIT_EXCEEDED" | "ERROR_PAYOUTS_STOPPED" | "ERROR_TILL_CLOSED" | "ERROR_AMOUNT_NOT_PAYABLE" | "ERROR_IDEMPOTENCY_KEY_REUSED";
                        };
                    };
                };
            };
            /** @description [`UNAUTHENTICATED_API_CALL`](/errors/UNAUTHENTICATED_API_CALL), [`UNAUTHORIZED_API_CALL`](/errors/UNAUTHORIZED_API_CALL), [`ERROR_SESSION_NOT_FOUND`](/errors/ERROR_SESSION_NOT_FOUND), [`ERROR_SESSION_CLOSED`](/errors/ERROR_SESSION_CLOSED), [`ERROR_SESSION_EXPIRED`](/errors/ERROR_SESSION_EXPIRED), [`ERROR_POS_DISABLED`](/errors/ERROR_POS_DISABLED) */
            401: {
                headers: {
                    "request-id": components["headers"]["request-id"];
                    "session-expires-at": components["headers"]["session-expires-at"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ErrorAnswer"] & {
                        status?: {
                            /** @enum {unknown} */
                            error_code?: "UNAUTHENTICATED_API_CALL" | "UNAUTHORIZED_API_CALL" | "ERROR_SESSION_NOT_FOUND" | "ERROR_SESSION_CLOSED" | "ERROR_SESSION_EXPIRED" | "ERROR_POS_DISABLED";
                        };
                    };
                };
            };
            /** @description [`ERROR_INTERNAL`](/errors/ERROR_INTERNAL) */
            500: {
                headers: {
                    "request-id": components["headers"]["request-id"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ErrorAnswer"] & {
                        status?: {
                            /** @enum {unknown} */
                            error_code?: "ERROR_INTERNAL";
                        };
                    };
                };
            };
            /** @description [`ERROR_SERVICE_UNAVAILABLE`](/errors/ERROR_SERVICE_UNAVAILABLE) */
            503: {
                headers: {
                    "request-id": components["headers"]["request-id"];
                    "retry-after": components["headers"]["retry-after"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ErrorAnswer"] & {
                        status?: {
                            /** @enum {unknown} */
                            error_code?: "ERROR_SERVICE_UNAVAILABLE";
                        };
                    };
                };
            };
        };
    };
}
