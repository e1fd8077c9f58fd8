-- The query tables: what people and pages look at. They are made from the journal and can be made anew
-- from it at any time. Their checks are the second lock: the core has decided already, and a row that
-- does not fit here stops payouts.
--
-- Ids are 16 bytes; times are Unix milliseconds, UTC; sums are minor units of `currency`. Kinds of accounts:
-- 1 wallet, 2 cash_pending, 3 fee_pending, 4 pos, 5 settlement_due, 6 commission, 7 fee, 8 tax,
-- 9 commission_cost, 10 funding, 11 suspense, 12 loss; of the cash book 13 till, 14 vault, 15 till_source,
-- 16 till_variance; the first three have a floor of zero (said as `kind > 3`,
-- because a list of three would have SQLite make a table of it for every row). The numbers of the other kinds are the order of
-- their enum in `specie-domain`.

CREATE TABLE meta (
    name TEXT PRIMARY KEY,
    value TEXT NOT NULL
) STRICT, WITHOUT ROWID;

-- How far the journal has been taken in; in the same transaction as what was taken in.
CREATE TABLE position (
    single INTEGER PRIMARY KEY CHECK (single = 1),
    commands INTEGER NOT NULL,
    transfers INTEGER NOT NULL,
    events INTEGER NOT NULL,
    chain BLOB NOT NULL
) STRICT;

CREATE TABLE deployment (
    single INTEGER PRIMARY KEY DEFAULT 1 CHECK (single = 1),
    policy BLOB NOT NULL,
    payouts_stopped TEXT,
    limits BLOB NOT NULL,
    settles INTEGER NOT NULL,
    safeguards BLOB,
    staff_times BLOB NOT NULL
) STRICT, WITHOUT ROWID;

CREATE TABLE wallets (
    wallet_id BLOB PRIMARY KEY,
    phone BLOB NOT NULL,
    sealed_phone BLOB NOT NULL,
    frozen INTEGER NOT NULL,
    accounts BLOB NOT NULL,
    opened_at INTEGER NOT NULL,
    erased_at INTEGER,
    kyc_tier INTEGER NOT NULL,
    rests_until INTEGER
) STRICT, WITHOUT ROWID;

-- What of a wallet lives for minutes only; a wallet of which nothing lives has no row here.
CREATE TABLE wallet_live (
    wallet_id BLOB PRIMARY KEY,
    codes BLOB NOT NULL,
    sessions BLOB NOT NULL,
    open_cases INTEGER NOT NULL CHECK (open_cases >= 0)
) STRICT, WITHOUT ROWID;

CREATE TABLE phones (
    phone BLOB PRIMARY KEY,
    wallet_id BLOB NOT NULL
) STRICT, WITHOUT ROWID;

CREATE TABLE aliases (
    kind INTEGER NOT NULL,
    text TEXT NOT NULL,
    target BLOB NOT NULL,
    PRIMARY KEY (kind, text)
) STRICT, WITHOUT ROWID;

CREATE TABLE accounts (
    kind INTEGER NOT NULL CHECK (kind BETWEEN 1 AND 16),
    holder BLOB NOT NULL,
    currency TEXT NOT NULL,
    account_id BLOB,
    balance INTEGER NOT NULL,
    entries INTEGER NOT NULL CHECK (entries >= 0),
    last_transfer INTEGER NOT NULL,
    last_at INTEGER NOT NULL,
    PRIMARY KEY (kind, holder, currency),
    CONSTRAINT floor CHECK (kind > 3 OR balance >= 0),
    CONSTRAINT used CHECK ((entries = 0) = (last_transfer = 0))
) STRICT, WITHOUT ROWID;

CREATE TABLE account_names (
    account_id BLOB PRIMARY KEY,
    kind INTEGER NOT NULL,
    holder BLOB NOT NULL,
    currency TEXT NOT NULL,
    shown_id TEXT,
    alias TEXT
) STRICT, WITHOUT ROWID;

CREATE TABLE pos_owners (
    owner_id BLOB PRIMARY KEY,
    name TEXT NOT NULL,
    created_at INTEGER NOT NULL,
    places INTEGER NOT NULL
) STRICT, WITHOUT ROWID;

CREATE TABLE pos (
    pos_id BLOB PRIMARY KEY,
    shown_id TEXT,
    owner_id BLOB NOT NULL,
    name TEXT NOT NULL,
    currencies BLOB NOT NULL,
    credit_lines BLOB NOT NULL,
    disabled INTEGER NOT NULL,
    keys BLOB NOT NULL,
    created_at INTEGER NOT NULL,
    on_expiry INTEGER NOT NULL,
    assume_after_s INTEGER,
    runs_tills INTEGER NOT NULL,
    low_floats BLOB NOT NULL,
    revoked_keys BLOB NOT NULL,
    CONSTRAINT assumption CHECK ((on_expiry = 1) = (assume_after_s IS NOT NULL))
) STRICT, WITHOUT ROWID;

CREATE TABLE pos_keys (
    hash BLOB PRIMARY KEY,
    key_id BLOB NOT NULL UNIQUE,
    owner_id BLOB NOT NULL,
    pos BLOB NOT NULL,
    profile INTEGER NOT NULL,
    salt_bytes INTEGER,
    networks BLOB NOT NULL,
    balance_view INTEGER NOT NULL,
    currencies BLOB NOT NULL,
    sealed_secret BLOB NOT NULL,
    created_at INTEGER NOT NULL,
    revoked_at INTEGER,
    till_session_id BLOB
) STRICT, WITHOUT ROWID;

CREATE TABLE key_names (
    key_id BLOB PRIMARY KEY,
    hash BLOB NOT NULL
) STRICT, WITHOUT ROWID;

CREATE TABLE operator_keys (
    hash BLOB PRIMARY KEY,
    operator_key_id BLOB NOT NULL UNIQUE,
    person TEXT NOT NULL,
    role INTEGER NOT NULL,
    created_at INTEGER NOT NULL,
    revoked_at INTEGER
) STRICT, WITHOUT ROWID;

CREATE TABLE operator_key_names (
    operator_key_id BLOB PRIMARY KEY,
    hash BLOB NOT NULL
) STRICT, WITHOUT ROWID;

CREATE TABLE staff (
    single INTEGER PRIMARY KEY DEFAULT 1 CHECK (single = 1),
    live_admin_keys INTEGER NOT NULL CHECK (live_admin_keys >= 0),
    first_judge TEXT,
    has_two_judges INTEGER NOT NULL CHECK (has_two_judges = 0 OR first_judge IS NOT NULL)
) STRICT, WITHOUT ROWID;

-- The rule packs in force.
CREATE TABLE rules (
    single INTEGER PRIMARY KEY DEFAULT 1 CHECK (single = 1),
    rules BLOB NOT NULL
) STRICT, WITHOUT ROWID;

CREATE TABLE codes (
    code_id BLOB PRIMARY KEY,
    wallet_id BLOB NOT NULL,
    mac BLOB NOT NULL,
    purpose INTEGER NOT NULL,
    pos_id BLOB,
    approved INTEGER NOT NULL,
    approved_amount INTEGER,
    approved_currency TEXT,
    armed_at INTEGER NOT NULL,
    valid_from INTEGER NOT NULL,
    expires_at INTEGER NOT NULL,
    state INTEGER NOT NULL,
    used_by BLOB,
    offline INTEGER NOT NULL,
    channel INTEGER NOT NULL,
    quote INTEGER NOT NULL,
    quote_tariff_id BLOB,
    quote_fee INTEGER CHECK (quote_fee >= 0)
) STRICT, WITHOUT ROWID;

CREATE TABLE sessions (
    operation_id BLOB PRIMARY KEY,
    token BLOB NOT NULL,
    key_id BLOB NOT NULL,
    pos_id BLOB NOT NULL,
    wallet_id BLOB NOT NULL,
    code_id BLOB NOT NULL CONSTRAINT one_session_per_code UNIQUE,
    purpose INTEGER NOT NULL,
    approved INTEGER NOT NULL,
    approved_amount INTEGER,
    approved_currency TEXT,
    opened_at INTEGER NOT NULL,
    last_call_at INTEGER NOT NULL,
    closes_at INTEGER NOT NULL,
    expires_at INTEGER NOT NULL,
    ended INTEGER NOT NULL,
    ended_at INTEGER,
    amount_refusals INTEGER NOT NULL,
    action INTEGER NOT NULL,
    action_id BLOB,
    offline INTEGER NOT NULL,
    quote INTEGER NOT NULL,
    quote_tariff_id BLOB,
    quote_fee INTEGER CHECK (quote_fee >= 0),
    has_case INTEGER NOT NULL
) STRICT, WITHOUT ROWID;

-- The sessions a sweep looks at: those nobody has ended.
CREATE INDEX open_sessions ON sessions (expires_at) WHERE ended = 0;

-- The same by the key that opened them: what a till asks for that lost its memory.
CREATE INDEX open_sessions_of_key ON sessions (key_id) WHERE ended = 0;

CREATE TABLE withdrawals (
    withdrawal_id BLOB PRIMARY KEY,
    operation_id BLOB NOT NULL UNIQUE,
    wallet_id BLOB NOT NULL,
    account_id BLOB NOT NULL,
    pos_id BLOB NOT NULL,
    owner_id BLOB NOT NULL,
    currency TEXT NOT NULL,
    amount INTEGER NOT NULL CHECK (amount > 0),
    held INTEGER NOT NULL CHECK (held >= 0),
    paid INTEGER NOT NULL CHECK (paid >= 0),
    returned INTEGER NOT NULL CHECK (returned BETWEEN 0 AND amount),
    paid_late INTEGER NOT NULL CHECK (paid_late BETWEEN 0 AND returned),
    fee INTEGER NOT NULL CHECK (fee >= 0),
    fee_held INTEGER NOT NULL CHECK (fee_held BETWEEN 0 AND fee),
    made_at INTEGER NOT NULL,
    limits_version INTEGER NOT NULL,
    tariff_id BLOB,
    fee_from INTEGER NOT NULL,
    fee_kept INTEGER NOT NULL CHECK (fee_kept BETWEEN 0 AND fee),
    tax_kept INTEGER NOT NULL CHECK (tax_kept BETWEEN 0 AND fee_kept),
    commission INTEGER NOT NULL,
    assumed INTEGER NOT NULL,
    till_session_id BLOB,
    hand_out BLOB NOT NULL,
    cash_out INTEGER NOT NULL CHECK (cash_out BETWEEN 0 AND returned - paid_late),
    CONSTRAINT whole CHECK (amount = held + paid + returned),
    CONSTRAINT fee_waits CHECK (fee_held = iif(held > 0, fee, 0) AND (held = 0 OR fee_kept = 0))
) STRICT, WITHOUT ROWID;

-- Cash that waits for an outcome.
CREATE INDEX held_withdrawals ON withdrawals (owner_id, operation_id) WHERE held > 0;

CREATE TABLE deposits (
    deposit_id BLOB PRIMARY KEY,
    operation_id BLOB NOT NULL UNIQUE,
    wallet_id BLOB NOT NULL,
    account_id BLOB NOT NULL,
    pos_id BLOB NOT NULL,
    currency TEXT NOT NULL,
    amount INTEGER NOT NULL CHECK (amount > 0),
    returned INTEGER NOT NULL CHECK (returned BETWEEN 0 AND amount),
    short INTEGER NOT NULL CHECK (short BETWEEN 0 AND amount - returned),
    sealed_metadata BLOB NOT NULL,
    made_at INTEGER NOT NULL,
    owner_id BLOB NOT NULL,
    limits_version INTEGER NOT NULL,
    till_session_id BLOB,
    sealed_depositor BLOB NOT NULL
) STRICT, WITHOUT ROWID;

CREATE TABLE reversals (
    operation_id BLOB NOT NULL,
    account_id BLOB NOT NULL,
    amount INTEGER NOT NULL CHECK (amount > 0),
    reversal_id BLOB NOT NULL,
    made_at INTEGER NOT NULL,
    PRIMARY KEY (operation_id, account_id, amount)
) STRICT, WITHOUT ROWID;

CREATE TABLE code_guesses (
    code_id BLOB NOT NULL,
    key_id BLOB NOT NULL,
    wrong INTEGER NOT NULL,
    PRIMARY KEY (code_id, key_id)
) STRICT, WITHOUT ROWID;

CREATE TABLE owner_guesses (
    wallet_id BLOB NOT NULL,
    owner_id BLOB NOT NULL,
    recent BLOB NOT NULL,
    locks INTEGER NOT NULL,
    locked_until INTEGER,
    PRIMARY KEY (wallet_id, owner_id)
) STRICT, WITHOUT ROWID;

CREATE TABLE wallet_guesses (
    wallet_id BLOB PRIMARY KEY,
    day INTEGER NOT NULL,
    wrong INTEGER NOT NULL,
    unbound_off INTEGER NOT NULL
) STRICT, WITHOUT ROWID;

CREATE TABLE offline_devices (
    wallet_id BLOB PRIMARY KEY,
    sealed_seed BLOB NOT NULL,
    enrolment INTEGER NOT NULL,
    enrolled_at INTEGER NOT NULL,
    removed_at INTEGER,
    last_counter INTEGER NOT NULL,
    day INTEGER NOT NULL,
    wrong INTEGER NOT NULL,
    opened INTEGER NOT NULL,
    off INTEGER NOT NULL,
    device_id BLOB
) STRICT, WITHOUT ROWID;

CREATE TABLE key_guesses (
    key_id BLOB PRIMARY KEY,
    day INTEGER NOT NULL,
    wrong INTEGER NOT NULL,
    second INTEGER NOT NULL,
    wrong_in_second INTEGER NOT NULL,
    hour INTEGER NOT NULL,
    unarmed_in_hour INTEGER NOT NULL,
    days INTEGER NOT NULL,
    sum INTEGER NOT NULL,
    sum_of_squares INTEGER NOT NULL,
    restricted INTEGER NOT NULL,
    suspended INTEGER NOT NULL
) STRICT, WITHOUT ROWID;

CREATE TABLE key_used (
    key_id BLOB PRIMARY KEY,
    codes BLOB NOT NULL
) STRICT, WITHOUT ROWID;

-- The day first: old answers lie together.
CREATE TABLE answers (
    day INTEGER NOT NULL,
    name BLOB NOT NULL,
    fingerprint BLOB NOT NULL,
    receipt BLOB NOT NULL,
    given_at INTEGER NOT NULL,
    PRIMARY KEY (day, name)
) STRICT, WITHOUT ROWID;

-- Salts and signatures that have served; the period first.
CREATE TABLE spent (
    period INTEGER NOT NULL,
    name BLOB NOT NULL,
    spent_at INTEGER NOT NULL,
    PRIMARY KEY (period, name)
) STRICT, WITHOUT ROWID;

-- The last word of a POS about an operation's cash.
CREATE TABLE words (
    operation_id BLOB PRIMARY KEY,
    told INTEGER NOT NULL,
    told_amount INTEGER,
    told_currency TEXT,
    notes BLOB NOT NULL,
    told_at INTEGER NOT NULL,
    CONSTRAINT part CHECK ((told = 2) = (told_amount IS NOT NULL))
) STRICT, WITHOUT ROWID;

-- The receipts printed of an operation: how many, and the first of them.
CREATE TABLE prints (
    operation_id BLOB PRIMARY KEY,
    count INTEGER NOT NULL CHECK (count > 0),
    kept BLOB NOT NULL
) STRICT, WITHOUT ROWID;

-- What the ledger alone cannot decide, with what is known of it.
CREATE TABLE cases (
    operation_id BLOB NOT NULL PRIMARY KEY,
    kind INTEGER NOT NULL,
    state INTEGER NOT NULL CHECK (state IN (0, 1)),
    closed_at INTEGER,
    wallet_id BLOB NOT NULL,
    pos_id BLOB NOT NULL,
    amount INTEGER CHECK (amount >= 0),
    currency TEXT,
    assigned_to TEXT,
    opened_at INTEGER NOT NULL,
    evidence BLOB NOT NULL,
    left_out INTEGER NOT NULL CHECK (left_out >= 0),
    matters BLOB NOT NULL,
    suspended INTEGER NOT NULL CHECK (suspended >= 0),
    paid_again INTEGER NOT NULL CHECK (paid_again >= suspended),
    claimed INTEGER NOT NULL CHECK (claimed >= 0),
    level INTEGER NOT NULL,
    due_at INTEGER,
    clock BLOB,
    CONSTRAINT clocked CHECK ((due_at IS NULL) = (clock IS NULL)),
    CONSTRAINT closed CHECK ((state = 1) = (closed_at IS NOT NULL))
) STRICT;

-- Those that wait for somebody.
CREATE INDEX open_cases ON cases (operation_id) WHERE state = 0;

-- What of a POS's suspense lies there for cases.
CREATE TABLE cases_suspense (
    kind INTEGER NOT NULL,
    holder BLOB NOT NULL,
    currency TEXT NOT NULL,
    of_cases INTEGER NOT NULL CHECK (of_cases >= 0),
    PRIMARY KEY (kind, holder, currency)
) STRICT, WITHOUT ROWID;

-- What one person proposed and another must approve.
CREATE TABLE proposals (
    proposal_id BLOB NOT NULL PRIMARY KEY,
    what BLOB NOT NULL,
    proposed_by TEXT NOT NULL,
    proposer_key_id BLOB NOT NULL,
    proposed_at INTEGER NOT NULL,
    not_before INTEGER NOT NULL CHECK (not_before >= proposed_at),
    expires_at INTEGER NOT NULL,
    state INTEGER NOT NULL CHECK (state BETWEEN 0 AND 3),
    judged_at INTEGER,
    judged_by TEXT,
    judge_key_id BLOB,
    CONSTRAINT judged CHECK ((state = 0) = (judged_at IS NULL)),
    CONSTRAINT two_people CHECK (state <> 1 OR (judged_by <> proposed_by AND judged_at >= not_before))
) STRICT;

CREATE TABLE tills (
    till_id BLOB PRIMARY KEY,
    pos_id BLOB NOT NULL,
    name TEXT NOT NULL,
    open_session_id BLOB,
    created_at INTEGER NOT NULL,
    retired_at INTEGER,
    CONSTRAINT in_service CHECK (retired_at IS NULL OR open_session_id IS NULL)
) STRICT, WITHOUT ROWID;

CREATE TABLE till_sessions (
    till_session_id BLOB PRIMARY KEY,
    till_id BLOB NOT NULL,
    pos_id BLOB NOT NULL,
    key_id BLOB NOT NULL,
    cashier_id BLOB NOT NULL,
    opened_at INTEGER NOT NULL,
    opened BLOB NOT NULL,
    closed_at INTEGER,
    closed_by TEXT NOT NULL,
    lines BLOB NOT NULL,
    first BLOB NOT NULL
) STRICT, WITHOUT ROWID;

-- What is known of the notes in an open drawer.
CREATE TABLE drawers (
    till_id BLOB NOT NULL,
    currency TEXT NOT NULL,
    notes BLOB NOT NULL,
    promised INTEGER NOT NULL CHECK (promised >= 0),
    carried INTEGER NOT NULL CHECK (carried BETWEEN 0 AND promised),
    asides BLOB NOT NULL,
    PRIMARY KEY (till_id, currency)
) STRICT, WITHOUT ROWID;

CREATE TABLE cashiers (
    cashier_id BLOB PRIMARY KEY,
    pos_id BLOB NOT NULL,
    name TEXT NOT NULL,
    role INTEGER NOT NULL,
    pin BLOB NOT NULL,
    wrong INTEGER NOT NULL,
    locked_at INTEGER,
    active INTEGER NOT NULL,
    created_at INTEGER NOT NULL
) STRICT, WITHOUT ROWID;

CREATE TABLE cash_rooms (
    pos_id BLOB PRIMARY KEY,
    tills BLOB NOT NULL,
    cashiers BLOB NOT NULL
) STRICT, WITHOUT ROWID;

-- Closing counts that differed.
CREATE TABLE till_variances (
    till_session_id BLOB NOT NULL,
    currency TEXT NOT NULL,
    till_id BLOB NOT NULL,
    pos_id BLOB NOT NULL,
    cashier_id BLOB NOT NULL,
    expected INTEGER NOT NULL,
    counted INTEGER NOT NULL CHECK (counted >= 0 AND counted <> expected),
    state INTEGER NOT NULL CHECK (state BETWEEN 0 AND 2),
    explanation TEXT NOT NULL,
    explained_by TEXT NOT NULL,
    found_at INTEGER NOT NULL,
    PRIMARY KEY (till_session_id, currency)
) STRICT, WITHOUT ROWID;

-- What the operator says of a currency's notes and coins.
CREATE TABLE cash_rules (
    currency TEXT PRIMARY KEY,
    denominations BLOB NOT NULL,
    variance_alert INTEGER NOT NULL CHECK (variance_alert >= 0)
) STRICT, WITHOUT ROWID;

-- The devices on which a wallet's customer is signed in, and what brings the next one. Secrets are keyed hashes.
CREATE TABLE wallet_devices (
    wallet_id BLOB PRIMARY KEY,
    invite BLOB,
    devices BLOB NOT NULL,
    had INTEGER NOT NULL CHECK (had >= 0)
) STRICT, WITHOUT ROWID;

CREATE TABLE invites (
    hash BLOB PRIMARY KEY,
    wallet_id BLOB NOT NULL,
    made_at INTEGER NOT NULL,
    expires_at INTEGER NOT NULL,
    used_at INTEGER CHECK (used_at < expires_at)
) STRICT, WITHOUT ROWID;

CREATE TABLE devices (
    hash BLOB PRIMARY KEY,
    device_id BLOB NOT NULL UNIQUE,
    wallet_id BLOB NOT NULL,
    sealed_name BLOB NOT NULL,
    created_at INTEGER NOT NULL,
    revoked_at INTEGER,
    last_seen_at INTEGER
) STRICT, WITHOUT ROWID;

CREATE TABLE device_names (
    device_id BLOB PRIMARY KEY,
    hash BLOB NOT NULL
) STRICT, WITHOUT ROWID;

-- People who sign in, their sessions, and how many tries were refused.
CREATE TABLE sign_ins (
    name BLOB PRIMARY KEY,
    salt BLOB NOT NULL,
    password BLOB NOT NULL,
    sealed_seed BLOB NOT NULL,
    last_counter INTEGER NOT NULL,
    wrong INTEGER NOT NULL CHECK (wrong BETWEEN 0 AND 4),
    locked_until INTEGER,
    set_at INTEGER NOT NULL,
    is_first INTEGER NOT NULL
) STRICT, WITHOUT ROWID;

CREATE TABLE staff_sessions (
    hash BLOB PRIMARY KEY,
    name BLOB NOT NULL,
    opened_at INTEGER NOT NULL,
    seen_at INTEGER NOT NULL CHECK (seen_at >= opened_at),
    ended_at INTEGER
) STRICT, WITHOUT ROWID;

CREATE TABLE staff_tries (
    single INTEGER PRIMARY KEY DEFAULT 1 CHECK (single = 1),
    refused INTEGER NOT NULL CHECK (refused >= 0)
) STRICT, WITHOUT ROWID;

-- Short numbers of POS.
CREATE TABLE place_numbers (
    number INTEGER PRIMARY KEY,
    pos_id BLOB NOT NULL UNIQUE
) STRICT, WITHOUT ROWID;

CREATE TABLE numbers_of_places (
    pos_id BLOB PRIMARY KEY,
    number INTEGER NOT NULL UNIQUE
) STRICT, WITHOUT ROWID;

CREATE TABLE next_place_number (
    single INTEGER PRIMARY KEY DEFAULT 1 CHECK (single = 1),
    next INTEGER NOT NULL
) STRICT, WITHOUT ROWID;

-- Versions of tariffs; they are only added. Bands are borsh; rates are basis points.
CREATE TABLE tariffs (
    tariff_id BLOB PRIMARY KEY,
    name TEXT NOT NULL,
    currency TEXT NOT NULL,
    owner_id BLOB,
    channel INTEGER,
    kyc_tier INTEGER,
    valid_from INTEGER NOT NULL,
    valid_to INTEGER CHECK (valid_to > valid_from),
    fee_flat INTEGER NOT NULL CHECK (fee_flat >= 0),
    fee_bands BLOB NOT NULL,
    fee_min INTEGER NOT NULL CHECK (fee_min >= 0),
    fee_max INTEGER CHECK (fee_max >= fee_min),
    commission_flat INTEGER NOT NULL CHECK (commission_flat >= 0),
    commission_bands BLOB NOT NULL,
    commission_min INTEGER NOT NULL CHECK (commission_min >= 0),
    commission_max INTEGER CHECK (commission_max >= commission_min),
    tax_basis_points INTEGER NOT NULL CHECK (tax_basis_points BETWEEN 0 AND 10000),
    made_by TEXT NOT NULL,
    made_at INTEGER NOT NULL
) STRICT, WITHOUT ROWID;

CREATE TABLE tariff_book (
    single INTEGER PRIMARY KEY DEFAULT 1 CHECK (single = 1),
    lines BLOB NOT NULL
) STRICT, WITHOUT ROWID;

-- What a wallet withdrew on a day, where a tariff asks; the day first: old days lie together.
CREATE TABLE fee_days (
    day INTEGER NOT NULL,
    wallet_id BLOB NOT NULL,
    currency TEXT NOT NULL,
    value INTEGER NOT NULL CHECK (value >= 0),
    PRIMARY KEY (day, wallet_id, currency)
) STRICT, WITHOUT ROWID;

-- What a wallet was paid on a day by one owner's POS under one version, where its commission asks.
CREATE TABLE commission_days (
    day INTEGER NOT NULL,
    wallet_id BLOB NOT NULL,
    owner_id BLOB NOT NULL,
    tariff_id BLOB NOT NULL,
    value INTEGER NOT NULL CHECK (value >= 0),
    PRIMARY KEY (day, wallet_id, owner_id, tariff_id)
) STRICT, WITHOUT ROWID;

-- Where POS are, micro-degrees.
CREATE TABLE pos_places (
    pos_id BLOB PRIMARY KEY,
    latitude_e6 INTEGER NOT NULL CHECK (latitude_e6 BETWEEN -90000000 AND 90000000),
    longitude_e6 INTEGER NOT NULL CHECK (longitude_e6 BETWEEN -180000000 AND 180000000),
    town TEXT NOT NULL,
    hours TEXT NOT NULL
) STRICT, WITHOUT ROWID;

-- What POS ask of float: the newest request of each, per currency. Ways: 0 bring, 1 take away.
CREATE TABLE float_requests (
    pos_id BLOB NOT NULL,
    currency TEXT NOT NULL,
    number INTEGER NOT NULL CHECK (number > 0),
    way INTEGER NOT NULL CHECK (way BETWEEN 0 AND 1),
    amount INTEGER NOT NULL CHECK (amount > 0),
    amount_currency TEXT NOT NULL CHECK (amount_currency = currency),
    asked_by BLOB NOT NULL,
    asked_at INTEGER NOT NULL,
    answer BLOB NOT NULL,
    PRIMARY KEY (pos_id, currency)
) STRICT, WITHOUT ROWID;

-- Files held against the ledger: scope 0 the journal of a POS, 1 a bank's statement.
CREATE TABLE reconciliations (
    reconciliation_id BLOB PRIMARY KEY,
    scope INTEGER NOT NULL CHECK (scope BETWEEN 0 AND 1),
    pos_id BLOB,
    currency TEXT,
    owner_id BLOB,
    name TEXT NOT NULL,
    from_at INTEGER NOT NULL,
    to_at INTEGER NOT NULL CHECK (to_at > from_at),
    file BLOB NOT NULL UNIQUE CHECK (length(file) = 32),
    lines INTEGER NOT NULL CHECK (lines > 0),
    taken INTEGER NOT NULL CHECK (taken BETWEEN 0 AND lines),
    matched_lines INTEGER NOT NULL CHECK (matched_lines BETWEEN 0 AND taken),
    matches INTEGER NOT NULL,
    breaks INTEGER NOT NULL,
    open_breaks INTEGER NOT NULL CHECK (open_breaks BETWEEN 0 AND breaks),
    made_by TEXT NOT NULL,
    made_at INTEGER NOT NULL,
    CONSTRAINT whose CHECK ((scope = 0) = (pos_id IS NOT NULL) AND (scope = 1) = (currency IS NOT NULL))
) STRICT, WITHOUT ROWID;

CREATE TABLE recon_files (
    file BLOB PRIMARY KEY,
    reconciliation_id BLOB NOT NULL
) STRICT, WITHOUT ROWID;

-- Their lines. What a line says never changes; where it stands does: placed 0 nowhere, 1 in a match, 2 in a break.
CREATE TABLE recon_lines (
    reconciliation_id BLOB NOT NULL,
    line INTEGER NOT NULL CHECK (line > 0),
    what INTEGER NOT NULL,
    operation_id BLOB,
    reference TEXT NOT NULL,
    amount INTEGER NOT NULL CHECK (amount <> 0),
    currency TEXT NOT NULL,
    at INTEGER NOT NULL,
    placed INTEGER NOT NULL CHECK (placed BETWEEN 0 AND 2),
    place INTEGER,
    PRIMARY KEY (reconciliation_id, line),
    CONSTRAINT somewhere CHECK ((placed = 0) = (place IS NULL))
) STRICT, WITHOUT ROWID;

-- Where our facts stand: kind 0 a withdrawal, 1 a deposit, 2 a settlement batch. In one place of all files.
CREATE TABLE recon_facts (
    kind INTEGER NOT NULL CHECK (kind BETWEEN 0 AND 2),
    id BLOB NOT NULL,
    reconciliation_id BLOB,
    placed INTEGER CHECK (placed BETWEEN 1 AND 2),
    place INTEGER,
    PRIMARY KEY (kind, id)
) STRICT, WITHOUT ROWID;

CREATE TABLE recon_matches (
    reconciliation_id BLOB NOT NULL,
    number INTEGER NOT NULL CHECK (number > 0),
    lines BLOB NOT NULL,
    ours BLOB NOT NULL,
    amount INTEGER NOT NULL,
    currency TEXT NOT NULL,
    how INTEGER NOT NULL,
    hand_at INTEGER,
    hand_by TEXT,
    hand_why TEXT,
    made_at INTEGER NOT NULL,
    undone_at INTEGER,
    undone_by TEXT,
    undone_why TEXT,
    PRIMARY KEY (reconciliation_id, number)
) STRICT, WITHOUT ROWID;

-- Differences: state 0 open, 1 gone, 2 closed by a person, 3 cleared by two.
CREATE TABLE recon_breaks (
    reconciliation_id BLOB NOT NULL,
    number INTEGER NOT NULL CHECK (number > 0),
    kind INTEGER NOT NULL CHECK (kind BETWEEN 0 AND 3),
    lines BLOB NOT NULL,
    ours BLOB NOT NULL,
    theirs INTEGER NOT NULL,
    currency TEXT NOT NULL,
    known INTEGER NOT NULL,
    opened_at INTEGER NOT NULL,
    by_hand INTEGER NOT NULL,
    assignee TEXT,
    note TEXT,
    state INTEGER NOT NULL CHECK (state BETWEEN 0 AND 3),
    ended_at INTEGER,
    closed_by TEXT,
    closed_why TEXT,
    proposal_id BLOB,
    pos_id BLOB,
    cleared INTEGER CHECK (cleared <> 0),
    cleared_currency TEXT,
    parts BLOB NOT NULL,
    PRIMARY KEY (reconciliation_id, number),
    CONSTRAINT ended CHECK ((state = 0) = (ended_at IS NULL)),
    CONSTRAINT reasoned CHECK ((state = 2) = (closed_why IS NOT NULL)),
    CONSTRAINT posted CHECK ((state = 3) = (proposal_id IS NOT NULL))
) STRICT, WITHOUT ROWID;

-- How much of a limit has been used: of a subject in a window, by the parts of the window. One row for all rules
-- that count the same; it is replaced, not added to, so there are as many as there are subjects.
CREATE TABLE usages (
    scope INTEGER NOT NULL,
    subject BLOB NOT NULL,
    place BLOB NOT NULL,
    action INTEGER NOT NULL,
    currency TEXT NOT NULL,
    window_s INTEGER NOT NULL CHECK (window_s > 0),
    parts BLOB NOT NULL,
    PRIMARY KEY (scope, subject, place, action, currency, window_s)
) STRICT, WITHOUT ROWID;

-- The POS of each owner, some a page.
CREATE TABLE owner_places (
    owner_id BLOB NOT NULL,
    page INTEGER NOT NULL,
    pos BLOB NOT NULL,
    PRIMARY KEY (owner_id, page)
) STRICT, WITHOUT ROWID;

-- How an owner is settled in a currency.
CREATE TABLE settlements (
    owner_id BLOB NOT NULL,
    currency TEXT NOT NULL,
    cut_off_minute INTEGER NOT NULL CHECK (cut_off_minute BETWEEN 0 AND 1439),
    zone TEXT NOT NULL,
    bank_reference TEXT NOT NULL,
    threshold INTEGER NOT NULL CHECK (threshold >= 0),
    automatic INTEGER NOT NULL,
    boundary INTEGER,
    number INTEGER NOT NULL CHECK (number > 0),
    under_way BLOB,
    taking_back BLOB NOT NULL,
    PRIMARY KEY (owner_id, currency)
) STRICT, WITHOUT ROWID;

-- What settlement knows of a POS's position (kind 4) or of an owner's commission (kind 6): the float in it, how it
-- stood at a cut-off whose cut has not come, and where its last line ended.
CREATE TABLE settle_windows (
    kind INTEGER NOT NULL,
    holder BLOB NOT NULL,
    currency TEXT NOT NULL,
    float INTEGER NOT NULL,
    taken INTEGER NOT NULL,
    mark_balance INTEGER,
    mark_float INTEGER,
    mark_entries INTEGER,
    mark_last_transfer INTEGER,
    opening_balance INTEGER NOT NULL,
    opening_float INTEGER NOT NULL,
    opening_entries INTEGER NOT NULL,
    opening_last_transfer INTEGER NOT NULL,
    PRIMARY KEY (kind, holder, currency)
) STRICT, WITHOUT ROWID;

-- What is settled between operator and owner at one cut-off. States: 0 taking, 1 posting, 2 due, 3 confirmed,
-- 4 taking back, 5 failed, 6 carried.
CREATE TABLE batches (
    batch_id BLOB PRIMARY KEY,
    owner_id BLOB NOT NULL,
    currency TEXT NOT NULL,
    number INTEGER NOT NULL,
    state INTEGER NOT NULL CHECK (state BETWEEN 0 AND 6),
    cut_off INTEGER NOT NULL,
    next_cut_off INTEGER,
    threshold INTEGER NOT NULL,
    bank_reference TEXT NOT NULL,
    amount INTEGER NOT NULL,
    due INTEGER NOT NULL,
    lines INTEGER NOT NULL,
    done INTEGER NOT NULL,
    made_at INTEGER NOT NULL,
    ended_at INTEGER,
    word TEXT,
    CONSTRAINT one_a_number UNIQUE (owner_id, currency, number),
    CONSTRAINT due_while_due CHECK (state <> 2 OR due = amount),
    CONSTRAINT nothing_due CHECK (state BETWEEN 1 AND 2 OR state = 4 OR due = 0)
) STRICT, WITHOUT ROWID;

CREATE TABLE batch_lines (
    batch_id BLOB NOT NULL,
    line INTEGER NOT NULL CHECK (line > 0),
    kind INTEGER NOT NULL,
    holder BLOB NOT NULL,
    currency TEXT NOT NULL,
    amount INTEGER NOT NULL CHECK (amount <> 0),
    opening_balance INTEGER NOT NULL,
    opening_float INTEGER NOT NULL,
    opening_entries INTEGER NOT NULL,
    opening_last_transfer INTEGER NOT NULL,
    closing_balance INTEGER NOT NULL,
    closing_float INTEGER NOT NULL,
    closing_entries INTEGER NOT NULL,
    closing_last_transfer INTEGER NOT NULL,
    PRIMARY KEY (batch_id, line),
    CONSTRAINT what_is_no_float CHECK (amount = closing_balance - closing_float)
) STRICT, WITHOUT ROWID;

-- Who of the operator did what. `command` is the journal's, whose chain covers it.
CREATE TABLE deeds (
    number INTEGER PRIMARY KEY CHECK (number > 0),
    at INTEGER NOT NULL,
    person TEXT NOT NULL,
    operator_key_id BLOB NOT NULL,
    role INTEGER NOT NULL,
    what INTEGER NOT NULL,
    targets BLOB NOT NULL,
    command INTEGER NOT NULL
) STRICT;

CREATE TABLE deed_count (
    single INTEGER PRIMARY KEY DEFAULT 1 CHECK (single = 1),
    count INTEGER NOT NULL CHECK (count >= 0)
) STRICT, WITHOUT ROWID;

-- A transfer with the entries of its two accounts. One currency column makes it the currency of both. An
-- account's history is the chain that starts at its `last_transfer` and goes on at the `before` of its side, zero
-- at the first entry: no index that each transfer would dirty at two places of its own.
CREATE TABLE transfers (
    number INTEGER PRIMARY KEY,
    currency TEXT NOT NULL,
    debit_kind INTEGER NOT NULL,
    debit_holder BLOB NOT NULL,
    debit_entry INTEGER NOT NULL CHECK (debit_entry > 0),
    debit_balance INTEGER NOT NULL,
    debit_before INTEGER NOT NULL CHECK (debit_before BETWEEN 0 AND number - 1),
    credit_kind INTEGER NOT NULL,
    credit_holder BLOB NOT NULL,
    credit_entry INTEGER NOT NULL CHECK (credit_entry > 0),
    credit_balance INTEGER NOT NULL,
    credit_before INTEGER NOT NULL CHECK (credit_before BETWEEN 0 AND number - 1),
    amount INTEGER NOT NULL CHECK (amount > 0),
    reason INTEGER NOT NULL,
    operation_id BLOB,
    command INTEGER NOT NULL,
    made_at INTEGER NOT NULL,
    CONSTRAINT two_accounts CHECK (debit_kind <> credit_kind OR debit_holder <> credit_holder),
    CONSTRAINT floor CHECK ((debit_kind > 3 OR debit_balance >= 0)
        AND (credit_kind > 3 OR credit_balance >= 0)),
    CONSTRAINT firsts CHECK ((debit_entry = 1) = (debit_before = 0) AND (credit_entry = 1) = (credit_before = 0))
) STRICT;

-- Both sides of every transfer, for those who ask by hand.
CREATE VIEW entries AS
    SELECT debit_kind AS kind, debit_holder AS holder, currency, debit_entry AS number, number AS transfer,
        -amount AS amount, debit_balance AS balance FROM transfers
    UNION ALL
    SELECT credit_kind, credit_holder, currency, credit_entry, number, amount, credit_balance FROM transfers;

CREATE TABLE events (
    number INTEGER PRIMARY KEY,
    kind INTEGER NOT NULL,
    wallet_id BLOB,
    pos_id BLOB,
    operation_id BLOB,
    subject BLOB NOT NULL,
    amount INTEGER,
    currency TEXT,
    command INTEGER NOT NULL,
    at INTEGER NOT NULL
) STRICT;

-- The story of one operation. Ids of operations ascend with time, so what a cash-out writes here lies at the end.
CREATE INDEX events_of_operation ON events (operation_id) WHERE operation_id IS NOT NULL;

CREATE TRIGGER transfers_are_not_changed BEFORE UPDATE ON transfers
BEGIN SELECT RAISE(ABORT, 'transfers are only added'); END;
CREATE TRIGGER transfers_are_not_removed BEFORE DELETE ON transfers
BEGIN SELECT RAISE(ABORT, 'transfers are only added'); END;
CREATE TRIGGER tariffs_are_not_changed BEFORE UPDATE ON tariffs
BEGIN SELECT RAISE(ABORT, 'tariffs are only added'); END;
CREATE TRIGGER tariffs_are_not_removed BEFORE DELETE ON tariffs
BEGIN SELECT RAISE(ABORT, 'tariffs are only added'); END;
CREATE TRIGGER events_are_not_changed BEFORE UPDATE ON events
BEGIN SELECT RAISE(ABORT, 'events are only added'); END;
CREATE TRIGGER events_are_not_removed BEFORE DELETE ON events
BEGIN SELECT RAISE(ABORT, 'events are only added'); END;
CREATE TRIGGER deeds_are_not_changed BEFORE UPDATE ON deeds
BEGIN SELECT RAISE(ABORT, 'deeds are only added'); END;
CREATE TRIGGER deeds_are_not_removed BEFORE DELETE ON deeds
BEGIN SELECT RAISE(ABORT, 'deeds are only added'); END;
CREATE TRIGGER batch_lines_are_not_changed BEFORE UPDATE ON batch_lines
BEGIN SELECT RAISE(ABORT, 'lines of batches are only added'); END;
CREATE TRIGGER batch_lines_are_not_removed BEFORE DELETE ON batch_lines
BEGIN SELECT RAISE(ABORT, 'lines of batches are only added'); END;
