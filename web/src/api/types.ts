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
         * @description At least one of `text` and `assign_to`. Moves no money and closes nothing: closing a case with money in question needs two people and is not there yet. An unconfirmed case closes itself as soon as nothing is held any more.
         */
        post: operations["noteCase"];
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
         * @description Beside logout and reversal, for a POS that knows more: `dispensed`, `not_dispensed`, `partial` with the sum that left, or `unknown`. Taken in the session and after it, also late; the same word again moves nothing. Answers the operation as it is now, never as it was.
         */
        post: operations["tellOutcome"];
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
         *       "pos_id": "z128ffb-11a5-11l9-93p5-1231a8maf28",
         *       "purpose": "withdraw"
         *     }
         */
        ArmCode: {
            amount?: components["schemas"]["Amount"] | null;
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
         *       "server_time": "2026-01-31T11:42:07.250Z",
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
            /**
             * Format: date-time
             * @description The server's clock at the answer.
             */
            server_time: string;
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
         * @description Which of its operations a POS asks for.
         * @example open
         * @enum {string}
         */
        AskedState: "open";
        /**
         * @description What a key's logins tell of the balances.
         * @example approved
         * @enum {string}
         */
        BalanceView: "full" | "approved" | "zero";
        /**
         * @description `GET /cases/{operation_id}`.
         * @example {
         *       "amount": {
         *         "amount": "10.00",
         *         "currency": "GBP"
         *       },
         *       "assigned_to": "A. Person",
         *       "closed_at": null,
         *       "evidence": [
         *         {
         *           "amount": null,
         *           "at": "2026-01-31T11:47:30.000Z",
         *           "command": 90210,
         *           "erased": false,
         *           "outcome": null,
         *           "person": null,
         *           "text": null,
         *           "what": "expired"
         *         }
         *       ],
         *       "kind": "unconfirmed",
         *       "left_out": 0,
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
         *         "fee": {
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
         *       "at": "2026-01-31T11:47:30.000Z",
         *       "command": 90210,
         *       "erased": false,
         *       "outcome": null,
         *       "person": null,
         *       "text": null,
         *       "what": "expired"
         *     }
         */
        CaseEvidence: {
            amount: components["schemas"]["Amount"] | null;
            /**
             * Format: date-time
             * @description When it came.
             */
            at: string;
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
         *       "kind": "unconfirmed",
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
            /** @description The most serious reason for it. */
            kind: components["schemas"]["CaseKind"];
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
         *           "kind": "unconfirmed",
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
         * @description What became of the cash.
         * @example partial
         * @enum {string}
         */
        CashOutcome: "dispensed" | "not_dispensed" | "partial" | "unknown";
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
         * @description The three capital letters of ISO 4217.
         * @example GBP
         * @enum {string}
         */
        CurrencyCode: "ALL" | "DZD" | "ARS" | "AUD" | "BSD" | "BHD" | "BDT" | "AMD" | "BBD" | "BMD" | "BTN" | "BOB" | "BWP" | "BZD" | "SBD" | "BND" | "MMK" | "BIF" | "KHR" | "CAD" | "CVE" | "KYD" | "LKR" | "CLP" | "CNY" | "COP" | "KMF" | "CRC" | "HRK" | "CUP" | "CZK" | "DKK" | "DOP" | "SVC" | "ETB" | "ERN" | "FKP" | "FJD" | "DJF" | "GMD" | "GIP" | "GTQ" | "GNF" | "GYD" | "HTG" | "HNL" | "HKD" | "HUF" | "ISK" | "INR" | "IDR" | "IRR" | "IQD" | "ILS" | "JMD" | "JPY" | "XAD" | "KZT" | "JOD" | "KES" | "KPW" | "KRW" | "KWD" | "KGS" | "LAK" | "LBP" | "LSL" | "LRD" | "LYD" | "MOP" | "MWK" | "MYR" | "MVR" | "MUR" | "MXN" | "MNT" | "MDL" | "MAD" | "OMR" | "NAD" | "NPR" | "XCG" | "AWG" | "VUV" | "NZD" | "NIO" | "NGN" | "NOK" | "PKR" | "PAB" | "PGK" | "PYG" | "PEN" | "PHP" | "QAR" | "RUB" | "RWF" | "SHP" | "SAR" | "SCR" | "SLL" | "SGD" | "VND" | "SOS" | "ZAR" | "SSP" | "SZL" | "SEK" | "CHF" | "SYP" | "THB" | "TOP" | "TTD" | "AED" | "TND" | "UGX" | "MKD" | "EGP" | "GBP" | "TZS" | "USD" | "UYU" | "UZS" | "WST" | "YER" | "TWD" | "ZWG" | "SLE" | "VED" | "UYW" | "VES" | "MRU" | "STN" | "CUC" | "ZWL" | "BYN" | "TMT" | "GHS" | "SDG" | "UYI" | "RSD" | "MZN" | "AZN" | "RON" | "CHE" | "CHW" | "TRY" | "XAF" | "XCD" | "XOF" | "XPF" | "ZMW" | "SRD" | "MGA" | "COU" | "AFN" | "TJS" | "AOA" | "BGN" | "CDF" | "BAM" | "EUR" | "MXV" | "UAH" | "GEL" | "BOV" | "PLN" | "BRL" | "CLF" | "USN";
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
        EvidenceKind: "expired" | "told" | "reversed" | "logged_out" | "disputed" | "note" | "assigned";
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
         * @description An exact amount as a JSON number: `189` for 189.00, `189.5` for 189.50.
         * @example 189
         */
        JsonNumber: number;
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
         * @description What a code is for.
         * @example withdraw
         * @enum {string}
         */
        Purpose: "withdraw" | "deposit" | "any";
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
         *       "fee": {
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
         *       "transaction_id": "018bcfe5-9c77-7e10-8d2b-6a5c4b3d2c05",
         *       "wallet_id": "018bcfe5-687b-7fff-bfff-fffffffffc05"
         *     }
         */
        Withdrawal: {
            /** @description The account it was taken from. */
            account_id: string;
            /** @description Cash asked for. */
            amount: components["schemas"]["Amount"];
            /** @description The fee that was quoted. */
            fee: components["schemas"]["Amount"];
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
            /** @description [`MISSING_AUTHENTICATION_HEADERS`](/errors/MISSING_AUTHENTICATION_HEADERS), [`MISSING_FIELDS`](/errors/MISSING_FIELDS), [`INVALID_REQUEST`](/errors/INVALID_REQUEST), [`INVALID_BODY`](/errors/INVALID_BODY), [`INVALID_IDEMPOTENCY_KEY`](/errors/INVALID_IDEMPOTENCY_KEY), [`INVALID_CURRENCY`](/errors/INVALID_CURRENCY), [`INVALID_AMOUNT`](/errors/INVALID_AMOUNT), [`ERROR_AMOUNT_MUST_BE_POSITIVE`](/errors/ERROR_AMOUNT_MUST_BE_POSITIVE), [`ERROR_SESSION_ALREADY_USED`](/errors/ERROR_SESSION_ALREADY_USED), [`ERROR_ACCOUNT_NOT_IN_SESSION`](/errors/ERROR_ACCOUNT_NOT_IN_SESSION), [`ERROR_AMOUNT_NOT_APPROVED`](/errors/ERROR_AMOUNT_NOT_APPROVED), [`ERROR_PURPOSE_NOT_APPROVED`](/errors/ERROR_PURPOSE_NOT_APPROVED), [`ERROR_POS_FLOAT_EXCEEDED`](/errors/ERROR_POS_FLOAT_EXCEEDED), [`ERROR_DEPOSIT_ALREADY_REVERSED`](/errors/ERROR_DEPOSIT_ALREADY_REVERSED), [`ERROR_EWALLET_DISABLED`](/errors/ERROR_EWALLET_DISABLED), [`ERROR_LIMIT_EXCEEDED`](/errors/ERROR_LIMIT_EXCEEDED), [`ERROR_IDEMPOTENCY_KEY_REUSED`](/errors/ERROR_IDEMPOTENCY_KEY_REUSED) */
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
                            error_code?: "MISSING_AUTHENTICATION_HEADERS" | "MISSING_FIELDS" | "INVALID_REQUEST" | "INVALID_BODY" | "INVALID_IDEMPOTENCY_KEY" | "INVALID_CURRENCY" | "INVALID_AMOUNT" | "ERROR_AMOUNT_MUST_BE_POSITIVE" | "ERROR_SESSION_ALREADY_USED" | "ERROR_ACCOUNT_NOT_IN_SESSION" | "ERROR_AMOUNT_NOT_APPROVED" | "ERROR_PURPOSE_NOT_APPROVED" | "ERROR_POS_FLOAT_EXCEEDED" | "ERROR_DEPOSIT_ALREADY_REVERSED" | "ERROR_EWALLET_DISABLED" | "ERROR_LIMIT_EXCEEDED" | "ERROR_IDEMPOTENCY_KEY_REUSED";
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
            /** @description [`MISSING_AUTHENTICATION_HEADERS`](/errors/MISSING_AUTHENTICATION_HEADERS), [`MISSING_FIELDS`](/errors/MISSING_FIELDS), [`INVALID_REQUEST`](/errors/INVALID_REQUEST), [`INVALID_BODY`](/errors/INVALID_BODY), [`INVALID_IDEMPOTENCY_KEY`](/errors/INVALID_IDEMPOTENCY_KEY), [`INVALID_CURRENCY`](/errors/INVALID_CURRENCY), [`INVALID_AMOUNT`](/errors/INVALID_AMOUNT), [`ERROR_AMOUNT_MUST_BE_POSITIVE`](/errors/ERROR_AMOUNT_MUST_BE_POSITIVE), [`ERROR_SESSION_ALREADY_USED`](/errors/ERROR_SESSION_ALREADY_USED), [`ERROR_ACCOUNT_NOT_IN_SESSION`](/errors/ERROR_ACCOUNT_NOT_IN_SESSION), [`ERROR_AMOUNT_NOT_APPROVED`](/errors/ERROR_AMOUNT_NOT_APPROVED), [`ERROR_PURPOSE_NOT_APPROVED`](/errors/ERROR_PURPOSE_NOT_APPROVED), [`NOT_ENOUGH_FUNDS`](/errors/NOT_ENOUGH_FUNDS), [`ERROR_WITHDRAWAL_ALREADY_REVERSED`](/errors/ERROR_WITHDRAWAL_ALREADY_REVERSED), [`ERROR_EWALLET_DISABLED`](/errors/ERROR_EWALLET_DISABLED), [`ERROR_LIMIT_EXCEEDED`](/errors/ERROR_LIMIT_EXCEEDED), [`ERROR_PAYOUTS_STOPPED`](/errors/ERROR_PAYOUTS_STOPPED), [`ERROR_IDEMPOTENCY_KEY_REUSED`](/errors/ERROR_IDEMPOTENCY_KEY_REUSED) */
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
                            error_code?: "MISSING_AUTHENTICATION_HEADERS" | "MISSING_FIELDS" | "INVALID_REQUEST" | "INVALID_BODY" | "INVALID_IDEMPOTENCY_KEY" | "INVALID_CURRENCY" | "INVALID_AMOUNT" | "ERROR_AMOUNT_MUST_BE_POSITIVE" | "ERROR_SESSION_ALREADY_USED" | "ERROR_ACCOUNT_NOT_IN_SESSION" | "ERROR_AMOUNT_NOT_APPROVED" | "ERROR_PURPOSE_NOT_APPROVED" | "NOT_ENOUGH_FUNDS" | "ERROR_WITHDRAWAL_ALREADY_REVERSED" | "ERROR_EWALLET_DISABLED" | "ERROR_LIMIT_EXCEEDED" | "ERROR_PAYOUTS_STOPPED" | "ERROR_IDEMPOTENCY_KEY_REUSED";
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
