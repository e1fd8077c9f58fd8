// Made from the server's /openapi.json by `npm run types`; do not edit.

export type Path =
  | '/api/v1/accounts/{account_id}'
  | '/api/v1/accounts/{account_id}/entries'
  | '/api/v1/accounts/{account_id}/entries.csv'
  | '/api/v1/audit'
  | '/api/v1/audit.csv'
  | '/api/v1/brakes'
  | '/api/v1/cases'
  | '/api/v1/cases.csv'
  | '/api/v1/cases/{operation_id}'
  | '/api/v1/cases/{operation_id}/notes'
  | '/api/v1/cashiers/{cashier_id}'
  | '/api/v1/currencies/{currency}/cash-rules'
  | '/api/v1/deposits/{transaction_id}'
  | '/api/v1/events'
  | '/api/v1/float-requests'
  | '/api/v1/float-requests.csv'
  | '/api/v1/limits'
  | '/api/v1/limits.csv'
  | '/api/v1/limits/brakes.csv'
  | '/api/v1/limits/ceilings.csv'
  | '/api/v1/limits/usage'
  | '/api/v1/limits/usage.csv'
  | '/api/v1/live'
  | '/api/v1/live/float'
  | '/api/v1/live/float.csv'
  | '/api/v1/live/minutes.csv'
  | '/api/v1/operator-keys'
  | '/api/v1/operator-keys.csv'
  | '/api/v1/operator-keys/{operator_key_id}'
  | '/api/v1/payouts/resume'
  | '/api/v1/payouts/stop'
  | '/api/v1/pos'
  | '/api/v1/pos-owners'
  | '/api/v1/pos-owners.csv'
  | '/api/v1/pos.csv'
  | '/api/v1/pos/float-requests'
  | '/api/v1/pos/float-requests/withdraw'
  | '/api/v1/pos/near'
  | '/api/v1/pos/operations'
  | '/api/v1/pos/operations/{operation_id}'
  | '/api/v1/pos/operations/{operation_id}/outcome'
  | '/api/v1/pos/operations/{operation_id}/prints'
  | '/api/v1/pos/self'
  | '/api/v1/pos/till-sessions/{till_session_id}/explanations'
  | '/api/v1/pos/tills'
  | '/api/v1/pos/tills/{till_id}/close'
  | '/api/v1/pos/tills/{till_id}/handover'
  | '/api/v1/pos/tills/{till_id}/move'
  | '/api/v1/pos/tills/{till_id}/open'
  | '/api/v1/pos/today'
  | '/api/v1/pos/{pos_id}'
  | '/api/v1/pos/{pos_id}/cash'
  | '/api/v1/pos/{pos_id}/cash.csv'
  | '/api/v1/pos/{pos_id}/cashiers'
  | '/api/v1/pos/{pos_id}/cashiers.csv'
  | '/api/v1/pos/{pos_id}/credit-line'
  | '/api/v1/pos/{pos_id}/disable'
  | '/api/v1/pos/{pos_id}/enable'
  | '/api/v1/pos/{pos_id}/float-moves'
  | '/api/v1/pos/{pos_id}/float-requests/{currency}'
  | '/api/v1/pos/{pos_id}/float-returns'
  | '/api/v1/pos/{pos_id}/floats.csv'
  | '/api/v1/pos/{pos_id}/keys'
  | '/api/v1/pos/{pos_id}/keys.csv'
  | '/api/v1/pos/{pos_id}/keys/{key_id}'
  | '/api/v1/pos/{pos_id}/low-float'
  | '/api/v1/pos/{pos_id}/on-expiry'
  | '/api/v1/pos/{pos_id}/place'
  | '/api/v1/pos/{pos_id}/prefundings'
  | '/api/v1/pos/{pos_id}/till-running'
  | '/api/v1/pos/{pos_id}/tills'
  | '/api/v1/pos/{pos_id}/tills.csv'
  | '/api/v1/pos/{pos_id}/vault'
  | '/api/v1/proposals'
  | '/api/v1/proposals.csv'
  | '/api/v1/proposals/operator-keys'
  | '/api/v1/proposals/staff'
  | '/api/v1/proposals/staff/{staff_id}/reset'
  | '/api/v1/proposals/{proposal_id}'
  | '/api/v1/proposals/{proposal_id}/approve'
  | '/api/v1/proposals/{proposal_id}/reject'
  | '/api/v1/quotes'
  | '/api/v1/reconciliations'
  | '/api/v1/reconciliations.csv'
  | '/api/v1/reconciliations/{reconciliation_id}'
  | '/api/v1/reconciliations/{reconciliation_id}/breaks'
  | '/api/v1/reconciliations/{reconciliation_id}/breaks.csv'
  | '/api/v1/reconciliations/{reconciliation_id}/breaks/{number}'
  | '/api/v1/reconciliations/{reconciliation_id}/breaks/{number}/clear'
  | '/api/v1/reconciliations/{reconciliation_id}/breaks/{number}/close'
  | '/api/v1/reconciliations/{reconciliation_id}/breaks/{number}/undo-clearing'
  | '/api/v1/reconciliations/{reconciliation_id}/lines'
  | '/api/v1/reconciliations/{reconciliation_id}/lines.csv'
  | '/api/v1/reconciliations/{reconciliation_id}/matches'
  | '/api/v1/reconciliations/{reconciliation_id}/matches.csv'
  | '/api/v1/reconciliations/{reconciliation_id}/matches/{number}/undo'
  | '/api/v1/reconciliations/{reconciliation_id}/search'
  | '/api/v1/reports/aged-suspense'
  | '/api/v1/reports/aged-suspense.csv'
  | '/api/v1/reports/open-cases'
  | '/api/v1/reports/open-cases.csv'
  | '/api/v1/reports/owner-statement'
  | '/api/v1/reports/owner-statement.csv'
  | '/api/v1/reports/trial-balance'
  | '/api/v1/reports/trial-balance.csv'
  | '/api/v1/reports/trial-balance/sums.csv'
  | '/api/v1/search'
  | '/api/v1/search/accounts.csv'
  | '/api/v1/search/operations.csv'
  | '/api/v1/search/wallets.csv'
  | '/api/v1/sessions'
  | '/api/v1/sessions.csv'
  | '/api/v1/settlement/batches'
  | '/api/v1/settlement/batches.csv'
  | '/api/v1/settlement/batches/{batch_id}'
  | '/api/v1/settlement/batches/{batch_id}/confirm'
  | '/api/v1/settlement/batches/{batch_id}/fail'
  | '/api/v1/settlement/batches/{batch_id}/lines'
  | '/api/v1/settlement/batches/{batch_id}/lines.csv'
  | '/api/v1/settlement/terms'
  | '/api/v1/settlement/terms.csv'
  | '/api/v1/staff'
  | '/api/v1/staff.csv'
  | '/api/v1/staff/password'
  | '/api/v1/staff/session'
  | '/api/v1/staff/{staff_id}/disable'
  | '/api/v1/staff/{staff_id}/reset'
  | '/api/v1/tariffs'
  | '/api/v1/tariffs.csv'
  | '/api/v1/tariffs/{tariff_id}'
  | '/api/v1/till-sessions/{till_session_id}'
  | '/api/v1/till-sessions/{till_session_id}/explanations'
  | '/api/v1/till-sessions/{till_session_id}/lines.csv'
  | '/api/v1/till-sessions/{till_session_id}/opened.csv'
  | '/api/v1/till-variances'
  | '/api/v1/till-variances.csv'
  | '/api/v1/tills/{till_id}/close'
  | '/api/v1/tills/{till_id}/retire'
  | '/api/v1/wallet'
  | '/api/v1/wallet/accounts/{account_id}/entries'
  | '/api/v1/wallet/codes'
  | '/api/v1/wallet/codes/current'
  | '/api/v1/wallet/device'
  | '/api/v1/wallet/devices'
  | '/api/v1/wallet/devices/{device_id}'
  | '/api/v1/wallet/events'
  | '/api/v1/wallet/freeze'
  | '/api/v1/wallet/offline-device'
  | '/api/v1/wallet/places'
  | '/api/v1/wallet/quotes'
  | '/api/v1/wallet/withdrawals'
  | '/api/v1/wallet/withdrawals/{transaction_id}'
  | '/api/v1/wallet/withdrawals/{transaction_id}/disputes'
  | '/api/v1/wallets'
  | '/api/v1/wallets/{wallet_id}'
  | '/api/v1/wallets/{wallet_id}/accounts'
  | '/api/v1/wallets/{wallet_id}/accounts.csv'
  | '/api/v1/wallets/{wallet_id}/codes'
  | '/api/v1/wallets/{wallet_id}/codes/current'
  | '/api/v1/wallets/{wallet_id}/confirm'
  | '/api/v1/wallets/{wallet_id}/freeze'
  | '/api/v1/wallets/{wallet_id}/invites'
  | '/api/v1/wallets/{wallet_id}/kyc-tier'
  | '/api/v1/wallets/{wallet_id}/offline-device'
  | '/api/v1/wallets/{wallet_id}/personal-data'
  | '/api/v1/wallets/{wallet_id}/topups'
  | '/api/v1/wallets/{wallet_id}/unfreeze'
  | '/api/v1/withdrawals/{transaction_id}'
  | '/api/v1/withdrawals/{transaction_id}/disputes'
  | '/api/v1/withdrawals/{transaction_id}/timeline'
  | '/api/v1/withdrawals/{transaction_id}/transfers.csv'
  | '/v1/pos/deposit/{amount}/{currency}'
  | '/v1/pos/echo'
  | '/v1/pos/login/{pos_id}/{otp_code}'
  | '/v1/pos/logout'
  | '/v1/pos/reversal/{account}/{reversed_amount}'
  | '/v1/pos/withdraw/{account}/{sum}';

export type paths = Record<string, never>;
export type webhooks = Record<string, never>;
export interface components {
    schemas: {
        Account: {
            account_id: string;
            alias: string;
            balance: components["schemas"]["Amount"];
            currency: components["schemas"]["CurrencyCode"];
            entries: number;
            kind: string;
        };
        AccountEntries: {
            as_of: number;
            entries: components["schemas"]["AccountEntry"][];
            next: number | null;
        };
        AccountEntry: {
            amount: components["schemas"]["Amount"];
            balance: components["schemas"]["Amount"];
            counterpart: string;
            made_at: string;
            number: number;
            operation_id: string | null;
            reason: string;
            transfer: number;
        };
        AddCashier: {
            name: string;
            pin: string;
            role: components["schemas"]["CashierRole"];
        };
        AddKey: {
            balance_view?: components["schemas"]["BalanceView"];
            currencies?: components["schemas"]["CurrencyCode"][];
            networks?: string[];
            profile: components["schemas"]["Profile"];
            salt_bytes?: number | null;
        };
        AddStaff: {
            name: string;
            role: components["schemas"]["Role"];
        };
        AddTariff: {
            channel?: components["schemas"]["Channel"];
            commission?: components["schemas"]["TariffSchedule"];
            currency: components["schemas"]["CurrencyCode"];
            fee?: components["schemas"]["TariffSchedule"];
            kyc_tier?: number;
            name: string;
            owner_id?: string;
            tax_basis_points?: number;
            valid_from?: string;
            valid_to?: string;
        };
        AddTill: {
            name: string;
        };
        AgeBand: "below7_days" | "below30_days" | "below90_days" | "older";
        AgedSuspense: {
            lines: components["schemas"]["SuspenseLine"][];
            next: string | null;
        };
        AgedSuspenseQuery: {
            limit: number | null;
            start_after?: string | null;
        };
        Amount: {
            amount: string;
            currency: string;
        };
        AnswerFloat: {
            grant: boolean;
            number: number;
        };
        ArmCode: {
            amount?: components["schemas"]["Amount"] | null;
            channel?: components["schemas"]["Channel"];
            max_amount?: components["schemas"]["Amount"] | null;
            pos_id?: string | null;
            purpose?: components["schemas"]["Purpose"];
        };
        Armed: {
            amount?: components["schemas"]["Amount"] | null;
            max_amount?: components["schemas"]["Amount"] | null;
            purpose: components["schemas"]["Purpose"];
        };
        ArmedCode: {
            code: string;
            code_id: string;
            expires_at: string;
            fee: components["schemas"]["Amount"] | null;
            server_time: string;
            tariff_id: string | null;
            total: components["schemas"]["Amount"] | null;
            valid_from: string;
        };
        ArmOwnCode: {
            account_id: string;
            amount?: components["schemas"]["Amount"] | null;
            pos_id: string;
            purpose: components["schemas"]["Purpose"];
        };
        AskedBreaks: "open" | "all";
        AskedCases: "open" | "all";
        AskedFloatRequests: "waiting" | "all";
        AskedProposals: "waiting" | "all";
        AskedState: "open";
        AskFloat: {
            amount: components["schemas"]["Amount"];
            pos_id: string;
            way: components["schemas"]["FloatWay"];
        };
        AskOwnQuote: {
            account_id: string;
            amount: components["schemas"]["Amount"];
            pos_id: string;
        };
        AskQuote: {
            amount: components["schemas"]["Amount"];
            channel?: components["schemas"]["Channel"];
            pos_id: string;
            wallet_id: string;
        };
        AuditPage: {
            deeds: components["schemas"]["Deed"][];
            next: string | null;
        };
        AuditQuery: {
            limit: number | null;
            past?: string | null;
            person?: string | null;
            what?: string | null;
        };
        BalanceView: "full" | "approved" | "zero";
        BatchesQuery: {
            after?: string | null;
            limit: number | null;
        };
        BatchLine: {
            account_id: string;
            after_entry: number;
            amount: components["schemas"]["Amount"];
            closing: components["schemas"]["Amount"];
            float: components["schemas"]["Amount"];
            last_entry: number;
            last_transfer: number;
            line: number;
            opening: components["schemas"]["Amount"];
        };
        BatchLines: {
            lines: components["schemas"]["BatchLine"][];
            next: number | null;
        };
        BatchLinesQuery: {
            after_line?: number | null;
            limit: number | null;
        };
        BatchState: "taking" | "posting" | "due" | "confirmed" | "taking_back" | "failed" | "carried";
        Bearer: "owner" | "loss";
        BeginReconciliation: {
            currency?: components["schemas"]["CurrencyCode"];
            file_sha256: string;
            from: string;
            kind: components["schemas"]["ReconciliationKind"];
            lines: number;
            name: string;
            owner_id?: string;
            pos_id?: string;
            statements?: string[];
            to: string;
        };
        Brake: {
            currency: components["schemas"]["CurrencyCode"];
            is_slow: boolean;
            slow: components["schemas"]["BrakeLevel"];
            stop: components["schemas"]["BrakeLevel"];
            used_count: number;
            used_value: string;
            window_s: number;
        };
        BrakeLevel: {
            count_max?: number;
            value_max?: string;
        };
        BreakKind: "only_theirs" | "only_ours" | "amount_differs" | "state_differs";
        BreakState: "open" | "gone" | "closed" | "cleared";
        Case: components["schemas"]["CaseLine"] & {
            evidence: components["schemas"]["CaseEvidence"][];
            left_out: number;
            withdrawal: components["schemas"]["Withdrawal"] | null;
        };
        CaseEvidence: {
            amount: components["schemas"]["Amount"] | null;
            approved_by: string | null;
            at: string;
            closing: string | null;
            command: number;
            erased: boolean;
            outcome: components["schemas"]["CashOutcome"] | null;
            person: string | null;
            rule: string | null;
            text: string | null;
            what: components["schemas"]["EvidenceKind"];
        };
        CaseKind: "unconfirmed" | "late_word" | "cash_without_withdrawal" | "deposit_short" | "paid_late" | "disputed";
        CaseLine: {
            amount: components["schemas"]["Amount"] | null;
            assigned_to: string | null;
            closed_at: string | null;
            due_at: string | null;
            kind: components["schemas"]["CaseKind"];
            level: number;
            opened_at: string;
            operation_id: string;
            pos_id: string;
            state: components["schemas"]["CaseState"];
            wallet_id: string;
        };
        Cases: {
            cases: components["schemas"]["CaseLine"][];
            next: string | null;
        };
        CasesQuery: {
            after?: string | null;
            limit: number | null;
            state?: components["schemas"]["AskedCases"];
        };
        CaseState: "open" | "closed";
        Cashier: {
            active: boolean;
            cashier_id: string;
            locked: boolean;
            name: string;
            role: components["schemas"]["CashierRole"];
        };
        CashierRole: "cashier" | "supervisor";
        Cashiers: {
            cashiers: components["schemas"]["Cashier"][];
        };
        CashLine: {
            missing: components["schemas"]["Amount"];
            tills: components["schemas"]["Amount"];
            vault: components["schemas"]["Amount"];
        };
        CashOutcome: "dispensed" | "not_dispensed" | "partial" | "unknown";
        CashRules: {
            denominations: string[];
            variance_alert: string;
        };
        ChangeCashier: {
            active?: boolean;
            pin?: string;
        };
        ChangePassword: {
            new: string;
            old: string;
        };
        Channel: "app" | "sms" | "ussd" | "offline";
        ClearBreak: {
            part?: components["schemas"]["Amount"];
            pos_id?: string;
            why: string;
        };
        ClearedPart: {
            amount: components["schemas"]["Amount"];
            cleared_at: string;
            pos_id: string;
            proposal_id: string;
        };
        CloseTill: {
            counts: components["schemas"]["TillCount"][];
        };
        Closing: "pay" | "return" | "part" | "credit_pos" | "write_off" | "as_it_is";
        ConfirmBatch: {
            payment: string;
        };
        CountedNotes: {
            count: number;
            denomination: string;
        };
        CountTill: {
            cashier_id: string;
            counts: components["schemas"]["TillCount"][];
            pin: string;
        };
        CurrencyCode: string;
        CustomerAccount: {
            account_id: string;
            alias: string;
            available: components["schemas"]["Amount"];
            balance: components["schemas"]["Amount"];
            currency: components["schemas"]["CurrencyCode"];
            held: components["schemas"]["Amount"];
        };
        CustomerWallet: {
            accounts: components["schemas"]["CustomerAccount"][];
            csrf_token: string;
            device: components["schemas"]["ThisDevice"];
            frozen: boolean;
            offline: components["schemas"]["OfflineState"];
            offline_device_id?: string | null;
            phone_number: string;
            rests_until?: string | null;
            server_time: string;
            status: string;
            wallet_id: string;
        };
        CutBatch: {
            currency: components["schemas"]["CurrencyCode"];
            owner_id: string;
        };
        Deed: {
            at: string;
            command: number;
            key_id: string;
            number: number;
            person: string;
            role: components["schemas"]["Role"];
            targets: components["schemas"]["DeedTarget"][];
            what: string;
        };
        DeedTarget: {
            id: string;
            kind: string;
        };
        Deposit: {
            account_id: string;
            amount: components["schemas"]["Amount"];
            depositor: components["schemas"]["DepositedBy"] | null;
            made_at: string;
            operation_id: string;
            owner_id: string;
            pos_id: string;
            returned: components["schemas"]["Amount"];
            short: components["schemas"]["Amount"];
            state: string;
            transaction_id: string;
            wallet_id: string;
        };
        DepositAnswer: {
            data: components["schemas"]["DepositData"];
            status: components["schemas"]["Status"] & {
                error_code?: "";
                status?: "SUCCESS";
            };
        };
        DepositBody: {
            depositor?: components["schemas"]["DepositedBy"] | null;
            metadata?: Record<string, never> | null;
        };
        DepositData: {
            metadata: Record<string, never>;
            transaction_id: string;
        };
        DepositedBy: {
            name?: string | null;
            phone_number?: string | null;
        };
        DeviceInvite: {
            expires_at: string;
            invite: string;
        };
        DisputeOwn: {
            text?: string | null;
        };
        EntriesQuery: {
            from?: number | null;
            limit: number | null;
        };
        ErrorAnswer: {
            status: components["schemas"]["Status"] & {
                error_code?: unknown;
                status?: "ERROR";
            };
        };
        EvidenceKind: "expired" | "told" | "reversed" | "logged_out" | "disputed" | "note" | "assigned" | "escalated" | "assumed" | "reversed_by_law" | "compensated" | "closed_by_people" | "said" | "cash_missing";
        ExplainVariance: {
            currency: components["schemas"]["CurrencyCode"];
            explanation: string;
        };
        ExplainVarianceHere: {
            cashier_id: string;
            currency: components["schemas"]["CurrencyCode"];
            explanation: string;
            pin: string;
        };
        FailBatch: {
            reason: string;
        };
        FloatLine: {
            is_low: boolean;
            mark: components["schemas"]["Amount"];
            name: string;
            pos_id: string;
            position: components["schemas"]["Amount"];
        };
        FloatRequest: {
            amount: components["schemas"]["Amount"];
            answered_at: string | null;
            answered_by: string | null;
            asked_at: string;
            asked_by: string;
            number: number;
            pos_id: string;
            state: components["schemas"]["FloatRequestState"];
            way: components["schemas"]["FloatWay"];
        };
        FloatRequests: {
            next: string | null;
            requests: components["schemas"]["FloatRequest"][];
        };
        FloatRequestsQuery: {
            limit: number | null;
            start_after?: string | null;
            state?: components["schemas"]["AskedFloatRequests"];
        };
        FloatRequestState: "waiting" | "granted" | "declined" | "withdrawn";
        FloatWay: "bring" | "take_away";
        Found: {
            accounts: components["schemas"]["FoundAccount"][];
            cases: string[];
            operations: components["schemas"]["FoundOperation"][];
            pos: components["schemas"]["FoundPos"][];
            searched: components["schemas"]["Searched"];
            wallets: components["schemas"]["FoundWallet"][];
        };
        FoundAccount: {
            account_id: string;
            balance: components["schemas"]["Amount"];
            wallet_id: string | null;
        };
        FoundOperation: {
            amount: components["schemas"]["Amount"] | null;
            opened_at: string;
            operation_id: string;
            pos_id: string;
            state: string;
            transaction_id: string | null;
            wallet_id: string;
        };
        FoundPos: {
            disabled: boolean;
            name: string;
            number: number | null;
            owner_id: string;
            pos_id: string;
        };
        FoundWallet: {
            frozen: boolean;
            phone_number: string | null;
            wallet_id: string;
        };
        Funding: {
            amount: components["schemas"]["Amount"];
            balance: components["schemas"]["Amount"];
            funding_id: string;
        };
        GivenReason: {
            why: string;
        };
        HandOverTill: {
            cashier_id: string;
            counts: components["schemas"]["TillCount"][];
            pin: string;
            to: components["schemas"]["OtherSign"];
        };
        HistoryQuery: {
            limit: number | null;
            past?: string | null;
        };
        JsonNumber: number;
        KycTier: {
            kyc_tier: number;
        };
        LedgerFact: {
            asked: components["schemas"]["Amount"];
            fact: string;
            made_at: string;
            moved: components["schemas"]["Amount"];
            operation_id: string | null;
            undecided: boolean;
        };
        Limit: {
            action: components["schemas"]["LimitedAction"];
            count_max?: number;
            currency: components["schemas"]["CurrencyCode"];
            multiple_of?: string;
            scope: components["schemas"]["LimitScope"];
            subject?: string;
            tier?: number;
            value_max?: string;
            value_min?: string;
            window_s: number;
        };
        LimitedAction: "withdraw" | "deposit";
        Limits: {
            brakes: components["schemas"]["Brake"][];
            ceilings: components["schemas"]["Limit"][];
            limits: components["schemas"]["Limit"][];
            payouts_stopped: string | null;
        };
        LimitScope: "deployment" | "wallet" | "pos" | "owner" | "wallet_at_pos" | "tier";
        LimitUsage: {
            is_ceiling: boolean;
            limit: components["schemas"]["Limit"];
            used_count: number;
            used_value: string;
        };
        LimitUsageQuery: {
            pos_id?: string | null;
            wallet_id?: string | null;
        };
        LimitUsages: {
            usages: components["schemas"]["LimitUsage"][];
        };
        LineBreak: {
            age_days: number;
            assigned_to: string | null;
            closed_by: string | null;
            closed_why: string | null;
            difference: components["schemas"]["Amount"];
            ended_at: string | null;
            kind: components["schemas"]["BreakKind"];
            known: components["schemas"]["Amount"];
            lines: number[];
            note: string | null;
            number: number;
            opened_at: string;
            ours: components["schemas"]["LedgerFact"][];
            parts: components["schemas"]["ClearedPart"][];
            proposal_id: string | null;
            rest: components["schemas"]["Amount"];
            state: components["schemas"]["BreakState"];
            theirs: components["schemas"]["Amount"];
        };
        LineBreaks: {
            breaks: components["schemas"]["LineBreak"][];
            next: number | null;
        };
        LineBreaksQuery: {
            after_number?: number | null;
            limit: number | null;
            state?: components["schemas"]["AskedBreaks"];
        };
        LineMatch: {
            by: string | null;
            found_by: string;
            lines: number[];
            made_at: string;
            number: number;
            ours: components["schemas"]["LedgerFact"][];
            sum: components["schemas"]["Amount"];
            undone_by: string | null;
            undone_why: string | null;
            why: string | null;
        };
        LineMatches: {
            matches: components["schemas"]["LineMatch"][];
            next: number | null;
        };
        LineMatchesQuery: {
            after_number?: number | null;
            limit: number | null;
        };
        LinePlace: "free" | "matched" | "broken";
        LiveFloat: {
            lines: components["schemas"]["FloatLine"][];
        };
        LiveMinute: {
            at: string;
            completed: number;
            paid: components["schemas"]["Amount"][];
            refused: components["schemas"]["RefusedCount"][];
            reversed: number;
            sessions: number;
            unconfirmed: number;
            withdrawals: number;
        };
        LiveView: {
            minutes: components["schemas"]["LiveMinute"][];
            open_sessions: number;
            since: string;
            time_to_cash: components["schemas"]["TimeToCash"] | null;
            unconfirmed: number;
        };
        LoginAnswer: {
            data: components["schemas"]["LoginData"];
            status: components["schemas"]["Status"] & {
                error_code?: "";
                status?: "SUCCESS";
            };
        };
        LoginData: {
            accounts: components["schemas"]["SessionAccount"][];
            operation_id: string;
            token_id: string;
        };
        MatchByHand: {
            lines: number[];
            ours: string[];
            why: string;
        };
        MoveCash: {
            cashier_id: string;
            currency: components["schemas"]["CurrencyCode"];
            notes: components["schemas"]["CountedNotes"][];
            pin: string;
            to?: components["schemas"]["OtherSign"];
            to_till_id?: string;
            way: components["schemas"]["MoveWay"];
        };
        MoveFloat: {
            amount: components["schemas"]["Amount"];
            to_pos_id: string;
        };
        MoveWay: "from_vault" | "to_vault" | "to_till";
        NearPos: {
            metres: number;
            name: string;
            pays_out: components["schemas"]["PlaceCash"];
            place: components["schemas"]["PosPlace"];
            pos_id: string;
            takes_in: boolean;
        };
        NearPosList: {
            pos: components["schemas"]["NearPos"][];
        };
        NearQuery: {
            amount?: string | null;
            currency: components["schemas"]["CurrencyCode"];
            lat: string;
            limit: number | null;
            lon: string;
        };
        NewAccount: {
            account_id?: string | null;
            alias?: string | null;
            currency: components["schemas"]["CurrencyCode"];
        };
        NewFunding: {
            amount: components["schemas"]["Amount"];
        };
        NewOperatorKey: {
            operator_key: string;
            operator_key_id: string;
            person: string;
            role: components["schemas"]["Role"];
        };
        NewStaff: {
            otp_seed: string;
            otp_uri: string;
            password: string;
            staff_id: string;
        };
        NoteBreak: {
            assign_to?: string;
            note?: string;
        };
        NoteCase: {
            assign_to?: string;
            text?: string;
        };
        OfflineDevice: {
            digits: number;
            period_s: number;
            seed: string;
            uri: string;
        };
        OfflineState: "off" | "enrolled";
        OnExpiry: "case" | "assume_dispensed";
        OpenCaseLine: {
            age_days: number;
            amount: components["schemas"]["Amount"] | null;
            assigned_to: string | null;
            band: components["schemas"]["AgeBand"];
            due_at: string | null;
            kind: components["schemas"]["CaseKind"];
            opened_at: string;
            operation_id: string;
            pos_id: string;
        };
        OpenCases: {
            cases: components["schemas"]["OpenCaseLine"][];
            next: string | null;
        };
        OpenCasesQuery: {
            after?: string | null;
            limit: number | null;
        };
        OpenOperations: {
            next: string | null;
            operations: components["schemas"]["Operation"][];
        };
        OpenOperationsQuery: {
            after?: string | null;
            limit: number | null;
            state: components["schemas"]["AskedState"];
        };
        OpenWallet: {
            accounts?: components["schemas"]["NewAccount"][] | null;
            currencies?: components["schemas"]["CurrencyCode"][] | null;
            phone_number: string;
        };
        Operation: {
            amount: components["schemas"]["Amount"] | null;
            armed: components["schemas"]["Armed"];
            check_word: string;
            do: "withdraw" | "hand_out" | "already_paid" | "do_not_hand_out" | "call_operator" | "take_cash";
            fee: components["schemas"]["Amount"] | null;
            hand_out?: components["schemas"]["CountedNotes"][];
            held: components["schemas"]["Amount"] | null;
            operation_id: string;
            paid: components["schemas"]["Amount"] | null;
            returned: components["schemas"]["Amount"] | null;
            state: string;
            transaction_id: string | null;
        };
        OperatorKey: {
            created_at: string;
            operator_key_id: string;
            person: string;
            revoked_at: string | null;
            role: components["schemas"]["Role"];
        };
        OperatorKeys: {
            next: string | null;
            operator_keys: components["schemas"]["OperatorKey"][];
        };
        OperatorKeysQuery: {
            after?: string | null;
            limit: number | null;
        };
        OtherSign: {
            cashier_id: string;
            pin: string;
        };
        OwnCase: {
            case: string;
            due_at: string | null;
            kind: components["schemas"]["CaseKind"];
            opened_at: string;
            state: components["schemas"]["CaseState"];
        };
        OwnCode: {
            code: string;
            expires_at: string;
            fee?: components["schemas"]["Amount"] | null;
            phone_number: string;
            server_time: string;
            total?: components["schemas"]["Amount"] | null;
            valid_from: string;
        };
        OwnDevice: {
            created_at: string;
            device_id: string;
            last_seen_on?: string | null;
            name: string;
            revoked_at?: string | null;
            this?: boolean;
        };
        OwnDevices: {
            devices: components["schemas"]["OwnDevice"][];
        };
        OwnerLine: {
            created_at: string;
            name: string;
            owner_id: string;
            pos_count: number;
        };
        Owners: {
            next: string | null;
            owners: components["schemas"]["OwnerLine"][];
        };
        OwnersQuery: {
            after?: string | null;
            limit: number | null;
        };
        OwnerStatement: {
            account_id: string | null;
            closing: components["schemas"]["Amount"] | null;
            entries: components["schemas"]["AccountEntry"][];
            next: string | null;
            opening: components["schemas"]["Amount"] | null;
        };
        OwnerStatementQuery: {
            currency: string;
            from: string;
            limit: number | null;
            owner_id: string;
            start_after?: string | null;
            to: string;
        };
        OwnWithdrawal: {
            account_id: string;
            amount: components["schemas"]["Amount"];
            case?: components["schemas"]["OwnCase"] | null;
            check_word: string;
            created_at: string;
            fee: components["schemas"]["Amount"];
            held: components["schemas"]["Amount"];
            operation_id: string;
            paid: components["schemas"]["Amount"];
            pos_id: string;
            pos_name: string;
            returned: components["schemas"]["Amount"];
            state: string;
            transaction_id: string;
        };
        OwnWithdrawals: {
            next: string | null;
            withdrawals: components["schemas"]["OwnWithdrawal"][];
        };
        People: {
            next: string | null;
            staff: components["schemas"]["Person"][];
        };
        PeopleQuery: {
            after?: string | null;
            limit: number | null;
        };
        Person: {
            created_at: string;
            disabled_at: string | null;
            locked_until: string | null;
            name: string;
            role: components["schemas"]["Role"];
            staff_id: string;
        };
        Place: {
            cash: components["schemas"]["PlaceCash"];
            currencies: components["schemas"]["CurrencyCode"][];
            distance_m?: number | null;
            hours?: string | null;
            latitude?: string | null;
            longitude?: string | null;
            name: string;
            number: number;
            owner_name: string;
            pos_id: string;
            purposes: components["schemas"]["Purpose"][];
            town?: string | null;
        };
        PlaceCash: "yes" | "low" | "unknown";
        PlacedByHand: {
            break_number: number | null;
            match_number: number | null;
        };
        PlacedLine: {
            amount: components["schemas"]["Amount"];
            at: string;
            line: number;
            number: number | null;
            operation_id: string | null;
            reference: string;
            state: components["schemas"]["LinePlace"];
            what: components["schemas"]["StatedWhat"];
        };
        PlacedLines: {
            lines: components["schemas"]["PlacedLine"][];
            next: number | null;
        };
        PlacedLinesQuery: {
            after_number?: number | null;
            limit: number | null;
            state?: components["schemas"]["LinePlace"];
        };
        Places: {
            next: number | null;
            places: components["schemas"]["Place"][];
        };
        PlacesQuery: {
            limit: number | null;
            near?: string | null;
            number?: number | null;
            past?: number | null;
        };
        PlainAnswer: {
            status: components["schemas"]["Status"] & {
                error_code?: "";
                status?: "SUCCESS";
            };
        };
        Pos: {
            credit_lines: components["schemas"]["Amount"][];
            currencies: components["schemas"]["CurrencyCode"][];
            name: string;
            owner_id: string;
            pos_id: string;
        };
        PosCash: {
            cash: components["schemas"]["CashLine"][];
            pos_id: string;
            runs_tills: boolean;
            tills: components["schemas"]["Till"][];
        };
        PosCashier: {
            cashier_id: string;
            name: string;
            role: components["schemas"]["CashierRole"];
        };
        PosCurrency: {
            currency: components["schemas"]["CurrencyCode"];
            decimals: number;
            denominations: string[];
        };
        PosFloat: {
            credit_line: components["schemas"]["Amount"];
            is_low: boolean;
            mark: components["schemas"]["Amount"] | null;
            position: components["schemas"]["Amount"];
        };
        PosKey: {
            access_key: string;
            balance_view: components["schemas"]["BalanceView"];
            currencies: components["schemas"]["CurrencyCode"][];
            key_id: string;
            networks: string[];
            profile: components["schemas"]["Profile"];
            secret_key: string;
        };
        PosKeyLine: {
            balance_view: components["schemas"]["BalanceView"];
            created_at: string;
            currencies: components["schemas"]["CurrencyCode"][];
            key_id: string;
            networks: string[];
            profile: components["schemas"]["Profile"];
            revoked_at: string | null;
        };
        PosLine: {
            created_at: string;
            currencies: components["schemas"]["CurrencyCode"][];
            disabled: boolean;
            name: string;
            number: number | null;
            owner_id: string;
            owner_name: string;
            pos_id: string;
            tills: boolean;
        };
        PosList: {
            next: string | null;
            pos: components["schemas"]["PosLine"][];
        };
        PosOwner: {
            name: string;
            owner_id: string;
        };
        PosPlace: {
            hours: string;
            latitude: string;
            longitude: string;
            town: string;
        };
        PosQuery: {
            after?: string | null;
            disabled?: boolean | null;
            limit: number | null;
            owner_id?: string | null;
        };
        PosSelf: {
            cashiers: components["schemas"]["PosCashier"][];
            code_digits: number;
            currencies: components["schemas"]["PosCurrency"][];
            name: string;
            number: number | null;
            owner_name: string;
            pos_id: string;
            server_time: string;
            show_balance: boolean;
            tills: boolean;
        };
        PosShown: components["schemas"]["PosLine"] & {
            after_s: number | null;
            floats: components["schemas"]["PosFloat"][];
            keys: components["schemas"]["PosKeyLine"][];
            on_expiry: components["schemas"]["OnExpiry"];
            place: components["schemas"]["PosPlace"] | null;
        };
        PosSwitch: {
            disabled: boolean;
            pos_id: string;
        };
        Printed: {
            copy: boolean;
            number: number;
        };
        PrintMedium: "browser" | "printer" | "file";
        Problem: {
            code: string;
            detail: string;
            money_moved: boolean | null;
            request_id: string;
            retry: string;
            retry_after_s?: number;
            status: number;
            title: string;
            type: string;
        };
        Profile: "plain" | "signed";
        Proposal: {
            amount: components["schemas"]["Amount"] | null;
            brake: components["schemas"]["SetBrake"] | null;
            break_number: number | null;
            closing: components["schemas"]["Closing"] | null;
            credit: string | null;
            currency: components["schemas"]["CurrencyCode"] | null;
            debit: string | null;
            deposit_id: string | null;
            expires_at: string;
            judged_at: string | null;
            judged_by: string | null;
            kind: string;
            limit: components["schemas"]["Limit"] | null;
            not_before: string;
            operation_id: string | null;
            operator_key_id: string | null;
            person: string | null;
            pos_id: string | null;
            proposal_id: string;
            proposed_at: string;
            proposed_by: string;
            reconciliation_id: string | null;
            role: components["schemas"]["Role"] | null;
            second_half: string | null;
            shortfall_on: components["schemas"]["Bearer"] | null;
            state: components["schemas"]["ProposalState"];
            tariff: components["schemas"]["AddTariff"] | null;
            way: components["schemas"]["WrittenOff"] | null;
            why: string | null;
        };
        ProposalKind: "close_case" | "post" | "write_off" | "make_loss_good" | "set_limit" | "remove_limit" | "set_brake" | "remove_brake" | "set_credit_line" | "correct_deposit" | "add_tariff";
        Proposals: {
            next: string | null;
            proposals: components["schemas"]["Proposal"][];
        };
        ProposalsQuery: {
            after?: string | null;
            limit: number | null;
            state?: components["schemas"]["AskedProposals"];
        };
        ProposalState: "waiting" | "carried_out" | "rejected" | "withdrawn" | "expired";
        Propose: {
            amount?: components["schemas"]["Amount"];
            brake?: components["schemas"]["SetBrake"];
            closing?: components["schemas"]["Closing"];
            credit?: string;
            currency?: components["schemas"]["CurrencyCode"];
            debit?: string;
            deposit_id?: string;
            kind: components["schemas"]["ProposalKind"];
            limit: components["schemas"]["Limit"];
            operation_id?: string;
            pos_id?: string;
            shortfall_on?: components["schemas"]["Bearer"];
            tariff?: components["schemas"]["AddTariff"];
            way?: components["schemas"]["WrittenOff"];
            why?: string;
        };
        ProposedOperatorKey: {
            first_half: string;
            proposal: components["schemas"]["Proposal"];
        };
        ProposedStaff: {
            first_half: string;
            otp_seed: string;
            otp_uri: string;
            proposal: components["schemas"]["Proposal"];
        };
        ProposeOperatorKey: {
            person: string;
            role: components["schemas"]["Role"];
            why: string;
        };
        ProposeStaff: {
            name: string;
            role: components["schemas"]["Role"];
            why: string;
        };
        ProposeStaffReset: {
            why: string;
        };
        Purpose: "withdraw" | "deposit" | "any";
        Quote: {
            amount: components["schemas"]["Amount"];
            fee: components["schemas"]["Amount"];
            tariff_id: string | null;
            total: components["schemas"]["Amount"];
            valid_until: string | null;
        };
        Reconciliation: {
            breaks: number;
            currency: components["schemas"]["CurrencyCode"] | null;
            file_sha256: string;
            from: string;
            kind: components["schemas"]["ReconciliationKind"];
            lines: number;
            made_at: string;
            made_by: string;
            matched_lines: number;
            matches: number;
            name: string;
            open_breaks: number;
            owner_id: string | null;
            pos_id: string | null;
            reconciliation_id: string;
            taken: number;
            to: string;
        };
        ReconciliationKind: "pos_journal" | "bank";
        Reconciliations: {
            next: string | null;
            reconciliations: components["schemas"]["Reconciliation"][];
        };
        ReconciliationsQuery: {
            after?: string | null;
            limit: number | null;
        };
        RefusedCount: {
            code: string;
            count: number;
        };
        RegisterOperatorKey: {
            person: string;
            role: components["schemas"]["Role"];
        };
        RegisterOwner: {
            name: string;
        };
        RegisterPos: {
            credit_lines?: components["schemas"]["Amount"][];
            currencies: components["schemas"]["CurrencyCode"][];
            name: string;
            owner_id: string;
            pos_id?: string | null;
        };
        ReversalAnswer: {
            data: components["schemas"]["ReversalData"];
            status: components["schemas"]["Status"] & {
                error_code?: "";
                status?: "SUCCESS";
            };
        };
        ReversalData: {
            operation_id: string;
            transaction_id: string;
        };
        Role: "admin" | "wallet_backend" | "finance" | "auditor";
        RunTills: {
            runs_tills: boolean;
        };
        Searched: {
            amounts: boolean;
            references: boolean;
            since: string | null;
        };
        SearchQuery: {
            q: string;
        };
        SessionAccount: {
            account_alias: string;
            account_balance: components["schemas"]["JsonNumber"];
            account_currency: string;
            account_currency_symbol: string;
            account_id: string;
        };
        SessionLine: {
            amount: components["schemas"]["Amount"] | null;
            expires_at: string;
            key_id: string;
            opened_at: string;
            operation_id: string;
            pos_id: string;
            pos_name: string;
            purpose: components["schemas"]["Purpose"];
            state: string;
            transaction_id: string | null;
            wallet_id: string;
        };
        Sessions: {
            next: string | null;
            sessions: components["schemas"]["SessionLine"][];
        };
        SessionsQuery: {
            after?: string | null;
            limit: number | null;
        };
        SetBrake: {
            currency: components["schemas"]["CurrencyCode"];
            slow?: components["schemas"]["BrakeLevel"];
            stop?: components["schemas"]["BrakeLevel"];
            window_s: number;
        };
        SetOnExpiry: {
            after_s?: number;
            on_expiry: components["schemas"]["OnExpiry"];
        };
        SetSettlement: {
            automatic: boolean;
            bank_reference: string;
            currency: components["schemas"]["CurrencyCode"];
            cut_off: string;
            owner_id: string;
            threshold?: components["schemas"]["Amount"];
            zone: string;
        };
        Settlement: {
            automatic: boolean;
            bank_reference: string;
            currency: components["schemas"]["CurrencyCode"];
            cut_off: string;
            number: number;
            owner_id: string;
            threshold: components["schemas"]["Amount"];
            window_ends_at: string | null;
            zone: string;
        };
        SettlementBatch: {
            amount: components["schemas"]["Amount"];
            bank_reference: string;
            batch_id: string;
            cut_off_at: string;
            due: components["schemas"]["Amount"];
            ended_at: string | null;
            lines: number;
            made_at: string;
            number: number;
            owner_id: string;
            state: components["schemas"]["BatchState"];
            word: string | null;
        };
        SettlementBatches: {
            batches: components["schemas"]["SettlementBatch"][];
            next: string | null;
        };
        Settlements: {
            next: string | null;
            terms: components["schemas"]["Settlement"][];
        };
        SettlementsQuery: {
            limit: number | null;
            start_after?: string | null;
        };
        SignedInDevice: {
            csrf_token: string;
            device_id: string;
            wallet_id: string;
        };
        SignInDevice: {
            device_name: string;
            invite: string;
        };
        SignInStaff: {
            name: string;
            otp: string;
            password: string;
        };
        StaffSession: {
            csrf_token: string;
            first_password: boolean;
            idle_s: number;
            person: string;
            role: components["schemas"]["Role"];
            staff_id: string;
        };
        StatedLine: {
            amount: components["schemas"]["Amount"];
            at: string;
            operation_id?: string;
            reference?: string;
            what: components["schemas"]["StatedWhat"];
        };
        StatedWhat: "withdrawal" | "withdrawal_reversal" | "deposit" | "deposit_reversal" | "payment";
        Status: {
            error_code: string;
            message: string;
            operation_id: string;
            response_code: string;
            status: components["schemas"]["Verdict"];
        };
        StopPayouts: {
            reason: string;
        };
        SuspenseLine: {
            age_days: number | null;
            amount: components["schemas"]["Amount"];
            band: components["schemas"]["AgeBand"];
            case: string | null;
            operation_id: string | null;
            pos_id: string;
            since: string | null;
        };
        TakeLines: {
            first: number;
            lines: components["schemas"]["StatedLine"][];
        };
        Tariff: {
            channel: components["schemas"]["Channel"] | null;
            commission: components["schemas"]["TariffSchedule"];
            currency: components["schemas"]["CurrencyCode"];
            fee: components["schemas"]["TariffSchedule"];
            kyc_tier: number | null;
            made_at: string;
            made_by: string;
            name: string;
            owner_id: string | null;
            tariff_id: string;
            tax_basis_points: number;
            valid_from: string;
            valid_to: string | null;
        };
        TariffBand: {
            basis_points?: number;
            from: string;
            step?: string;
        };
        Tariffs: {
            next: string | null;
            tariffs: components["schemas"]["Tariff"][];
        };
        TariffSchedule: {
            bands?: components["schemas"]["TariffBand"][];
            flat?: string;
            max?: string;
            min?: string;
        };
        TariffsQuery: {
            after?: string | null;
            limit: number | null;
        };
        TellOutcome: {
            dispensed?: components["schemas"]["Amount"];
            notes?: components["schemas"]["CountedNotes"][];
            outcome: components["schemas"]["CashOutcome"];
        };
        TellPrint: {
            medium: components["schemas"]["PrintMedium"];
            printed_at?: string;
        };
        ThisDevice: {
            device_id: string;
            name: string;
        };
        Till: {
            cashier_id: string | null;
            name: string;
            opened_at: string | null;
            pos_id: string;
            till_id: string;
            till_session_id: string | null;
        };
        TillClosed: {
            handed_to: string | null;
            lines: components["schemas"]["TillLine"][];
            till_session_id: string;
        };
        TillCount: {
            currency: components["schemas"]["CurrencyCode"];
            notes?: components["schemas"]["CountedNotes"][];
        };
        TillLine: {
            counted: components["schemas"]["Amount"];
            expected: components["schemas"]["Amount"];
            variance: components["schemas"]["Amount"];
        };
        TillOpened: {
            till_session_id: string;
        };
        Tills: {
            tills: components["schemas"]["Till"][];
        };
        TillSession: {
            cashier_id: string;
            closed_at: string | null;
            closed_by: string | null;
            key_id: string;
            lines: components["schemas"]["TillLine"][];
            opened: components["schemas"]["TillCount"][];
            opened_at: string;
            till_id: string;
            till_session_id: string;
        };
        TillVariance: {
            cashier_id: string;
            explained_by: string | null;
            explanation: string | null;
            found_at: string;
            line: components["schemas"]["TillLine"];
            state: components["schemas"]["VarianceState"];
            till_id: string;
            till_session_id: string;
        };
        TillVariances: {
            next: string | null;
            variances: components["schemas"]["TillVariance"][];
        };
        Timeline: {
            calls: components["schemas"]["TimelineCall"][];
            case: string | null;
            check_word: string;
            events: components["schemas"]["TimelineEvent"][];
            key_id: string;
            people: components["schemas"]["TimelinePerson"][];
            pos_name: string;
            prints: components["schemas"]["TimelinePrint"][];
            prints_left_out: number;
            session: components["schemas"]["TimelineSession"];
            transfers: components["schemas"]["TimelineTransfer"][];
            withdrawal: components["schemas"]["Withdrawal"];
        };
        TimelineCall: {
            amount: components["schemas"]["Amount"] | null;
            at: string;
            call: string;
            said: string | null;
        };
        TimelineEvent: {
            amount: components["schemas"]["Amount"] | null;
            at: string;
            number: number;
            what: string;
        };
        TimelinePerson: {
            name: string;
            part: string;
        };
        TimelinePrint: {
            at: string;
            cashier: string | null;
            copy: boolean;
            medium: components["schemas"]["PrintMedium"];
            number: number;
            till: string | null;
            told_at: string;
        };
        TimelineSession: {
            end: string;
            ended_at: string | null;
            opened_at: string;
        };
        TimelineTransfer: {
            amount: components["schemas"]["Amount"];
            at: string;
            credit: string;
            debit: string;
            reason: string;
            transfer: number;
        };
        TimeToCash: {
            count: number;
            p50_s: number;
            p95_s: number;
        };
        Today: {
            next: string | null;
            operations: components["schemas"]["TodayLine"][];
        };
        TodayLine: components["schemas"]["Operation"] & {
            opened_at: string;
        };
        TodayQuery: {
            limit: number | null;
            past?: string | null;
            since: string;
        };
        TrialBalance: {
            as_of_command: number;
            is_zero: boolean;
            lines: components["schemas"]["TrialBalanceLine"][];
            sums: components["schemas"]["TrialBalanceSum"][];
        };
        TrialBalanceLine: {
            accounts: number;
            book: string;
            credits: string;
            currency: components["schemas"]["CurrencyCode"];
            debits: string;
            kind: string;
        };
        TrialBalanceSum: {
            book: string;
            credits: string;
            currency: components["schemas"]["CurrencyCode"];
            debits: string;
            is_zero: boolean;
        };
        VariancesQuery: {
            limit: number | null;
            past?: string | null;
        };
        VarianceState: "small" | "open" | "explained";
        VaultBalance: {
            balance: components["schemas"]["Amount"];
        };
        VaultCash: {
            amount: components["schemas"]["Amount"];
            event: components["schemas"]["VaultEvent"];
        };
        VaultEvent: "delivered" | "collected" | "counted";
        Verdict: "SUCCESS" | "ERROR";
        Wallet: {
            accounts: components["schemas"]["WalletAccount"][];
            frozen: boolean;
            kyc_tier: number;
            offline: boolean;
            phone_number: string | null;
            wallet_id: string;
        };
        WalletAccount: {
            account_id: string;
            alias: string;
            balance: components["schemas"]["Amount"];
            currency: components["schemas"]["CurrencyCode"];
        };
        WalletQuery: {
            phone_number: string;
        };
        WalletSwitch: {
            frozen: boolean;
            wallet_id: string;
        };
        Withdrawal: {
            account_id: string;
            amount: components["schemas"]["Amount"];
            assumed: boolean;
            commission: components["schemas"]["Amount"];
            fee: components["schemas"]["Amount"];
            fee_kept: components["schemas"]["Amount"];
            held: components["schemas"]["Amount"];
            made_at: string;
            operation_id: string;
            owner_id: string;
            paid: components["schemas"]["Amount"];
            paid_late: components["schemas"]["Amount"];
            pos_id: string;
            returned: components["schemas"]["Amount"];
            state: string;
            tariff_id: string | null;
            tax_kept: components["schemas"]["Amount"];
            transaction_id: string;
            wallet_id: string;
        };
        WithdrawAnswer: {
            data: components["schemas"]["WithdrawData"];
            status: components["schemas"]["Status"] & {
                error_code?: "";
                status?: "SUCCESS";
            };
        };
        WithdrawData: {
            transaction_id: string;
        };
        WithdrawFloatAsk: {
            currency: components["schemas"]["CurrencyCode"];
            pos_id: string;
        };
        WrittenOff: "claim" | "surplus";
    };
    responses: never;
    parameters: never;
    requestBodies: never;
    headers: {
        "idempotent-replayed": "true";
        "request-id": string;
        "retry-after": string;
        "session-expires-at": string;
    };
    pathItems: never;
}
export type $defs = Record<string, never>;
export type operations = Record<string, never>;
