//! Lists as tables: which call of our own API is exported at which path, which of its members are the rows, and what
//! the columns are. The document and the server's routes both come from here. Knows no server and no row.
//!
//! A column is written as the place of its cell in a row:
//!
//! | Written | Cell |
//! |---|---|
//! | `name` | the member: its text, number or truth; empty where it is null |
//! | `schedule.flat` | the member of a member; through a list, that of each of its items, a space between them |
//! | `amount$` | an amount: two columns, its decimals and its currency |
//! | `targets.kind:id` | two members of each item, a colon between them |

/// A table that is streamed.
#[derive(Debug, Clone, Copy)]
pub struct Export {
    /// The name of its call, for ever.
    pub id: &'static str,
    /// Its path; it begins as its list's does.
    pub path: &'static str,
    /// What it is, for a reader of the document.
    pub summary: &'static str,
    /// The name of the call that lists the same page by page.
    pub list: &'static str,
    /// What of an answer are the rows.
    pub rows: Rows,
    /// What a page's `next` is sent as; none: an answer is whole.
    pub cursor: Option<&'static str>,
    /// Its columns, a space between them.
    pub columns: &'static str,
}

/// What of an answer are the rows.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Rows {
    /// The items of this member.
    Of(&'static str),
    /// An owner's statement: the closing balance, the entries, the opening balance.
    Statement,
}

/// Where a column's cell is in a row.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Column {
    /// A member: the names on the way to it.
    Member(&'static str),
    /// An amount, which is two cells.
    Amount(&'static str),
    /// Of each item of a list, two members.
    Pairs(&'static str, &'static str, &'static str),
}

impl Column {
    fn read(text: &'static str) -> Self {
        let pair = || {
            let ((list, one), other) =
                text.split_once(':').and_then(|(path, other)| Some((path.rsplit_once('.')?, other)))?;
            Some(Self::Pairs(list, one, other))
        };
        match text.strip_suffix('$') {
            Some(path) => Self::Amount(path),
            None => pair().unwrap_or(Self::Member(text)),
        }
    }

    /// What stands above it.
    #[must_use]
    pub fn heads(self) -> Vec<String> {
        match self {
            Self::Member(path) => vec![path.replace('.', "_")],
            Self::Amount(path) => {
                let head = path.replace('.', "_");
                vec![head.clone(), format!("{head}_currency")]
            }
            Self::Pairs(list, ..) => vec![list.replace('.', "_")],
        }
    }
}

impl Export {
    /// Its columns, in order.
    pub fn columns(&self) -> impl Iterator<Item = Column> + use<> {
        self.columns.split(' ').map(Column::read)
    }

    /// The names of its columns, in order.
    #[must_use]
    pub fn heads(&self) -> Vec<String> {
        self.columns().flat_map(Column::heads).collect()
    }
}

const fn of(
    (id, path, summary): (&'static str, &'static str, &'static str),
    (list, rows): (&'static str, &'static str),
    cursor: Option<&'static str>,
    columns: &'static str,
) -> Export {
    Export { id, path, summary, list, rows: Rows::Of(rows), cursor, columns }
}

const AFTER: Option<&str> = Some("after");
const PAST: Option<&str> = Some("past");
const START_AFTER: Option<&str> = Some("start_after");
const AFTER_NUMBER: Option<&str> = Some("after_number");

/// Every table there is.
pub const EXPORTS: &[Export] = &[
    of(
        ("exportFoundOperations", "/api/v1/search/operations.csv", "Export the operations of a search"),
        ("search", "operations"),
        None,
        "operation_id transaction_id wallet_id pos_id state amount$ opened_at",
    ),
    of(
        ("exportFoundWallets", "/api/v1/search/wallets.csv", "Export the wallets of a search"),
        ("search", "wallets"),
        None,
        "wallet_id phone_number frozen",
    ),
    of(
        ("exportFoundAccounts", "/api/v1/search/accounts.csv", "Export the accounts of a search"),
        ("search", "accounts"),
        None,
        "account_id wallet_id balance$",
    ),
    of(
        ("exportSessions", "/api/v1/sessions.csv", "Export the sessions that are open"),
        ("listSessions", "sessions"),
        AFTER,
        "operation_id pos_id pos_name wallet_id key_id purpose state transaction_id amount$ opened_at expires_at",
    ),
    of(
        ("exportLiveMinutes", "/api/v1/live/minutes.csv", "Export the last hour, minute by minute"),
        ("showLive", "minutes"),
        None,
        "at sessions withdrawals completed reversed unconfirmed paid.currency:amount refused.code:count",
    ),
    of(
        ("exportLiveFloat", "/api/v1/live/float.csv", "Export the lowest floats"),
        ("showLiveFloat", "lines"),
        None,
        "pos_id name position$ mark$ is_low",
    ),
    of(
        ("exportDeeds", "/api/v1/audit.csv", "Export who did what"),
        ("listDeeds", "deeds"),
        PAST,
        "number at person role key_id what targets.kind:id command",
    ),
    of(
        (
            "exportTransfers",
            "/api/v1/withdrawals/{transaction_id}/transfers.csv",
            "Export the transfers of a withdrawal",
        ),
        ("showTimeline", "transfers"),
        None,
        "transfer at reason debit credit amount$",
    ),
    of(
        ("exportEntries", "/api/v1/accounts/{account_id}/entries.csv", "Export the entries of an account"),
        ("listEntries", "entries"),
        Some("from"),
        "number transfer amount$ balance$ counterpart reason operation_id made_at",
    ),
    of(
        (
            "exportWalletAccounts",
            "/api/v1/wallets/{wallet_id}/accounts.csv",
            "Export the accounts of a wallet",
        ),
        ("showWallet", "accounts"),
        None,
        "account_id currency alias balance$",
    ),
    of(
        ("exportOwners", "/api/v1/pos-owners.csv", "Export POS owners"),
        ("listOwners", "owners"),
        AFTER,
        "owner_id name created_at pos_count",
    ),
    of(
        ("exportPos", "/api/v1/pos.csv", "Export POS"),
        ("listPos", "pos"),
        AFTER,
        "pos_id number name owner_id owner_name currencies disabled tills created_at",
    ),
    of(
        ("exportPosFloats", "/api/v1/pos/{pos_id}/floats.csv", "Export the positions of a POS"),
        ("showPos", "floats"),
        None,
        "position$ credit_line$ mark$ is_low",
    ),
    of(
        ("exportPosKeys", "/api/v1/pos/{pos_id}/keys.csv", "Export the access keys of a POS"),
        ("showPos", "keys"),
        None,
        "key_id profile networks balance_view currencies created_at revoked_at",
    ),
    of(
        ("exportFloatRequests", "/api/v1/float-requests.csv", "Export requests for float"),
        ("listFloatRequests", "requests"),
        START_AFTER,
        "pos_id number way amount$ state asked_by asked_at answered_by answered_at",
    ),
    of(
        ("exportCases", "/api/v1/cases.csv", "Export cases"),
        ("listCases", "cases"),
        AFTER,
        "operation_id kind state amount$ wallet_id pos_id assigned_to opened_at closed_at due_at level",
    ),
    of(
        ("exportProposals", "/api/v1/proposals.csv", "Export proPOSals"),
        ("listProposals", "proposals"),
        AFTER,
        "proposal_id kind state amount$ operation_id closing shortfall_on pos_id way debit credit currency deposit_id \
         reconciliation_id break_number person role operator_key_id why proposed_by proposed_at not_before expires_at \
         judged_by judged_at",
    ),
    of(
        ("exportTariffs", "/api/v1/tariffs.csv", "Export tariffs"),
        ("listTariffs", "tariffs"),
        AFTER,
        "tariff_id name currency owner_id channel kyc_tier valid_from valid_to fee.flat fee.min fee.max \
         fee.bands.from:basis_points fee.bands.step commission.flat commission.min commission.max \
         commission.bands.from:basis_points commission.bands.step tax_basis_points made_by made_at",
    ),
    of(
        ("exportLimits", "/api/v1/limits.csv", "Export limits"),
        ("listLimits", "limits"),
        None,
        "action scope subject tier currency window_s count_max value_max value_min multiple_of",
    ),
    of(
        ("exportCeilings", "/api/v1/limits/ceilings.csv", "Export ceilings"),
        ("listLimits", "ceilings"),
        None,
        "action scope subject tier currency window_s count_max value_max value_min multiple_of",
    ),
    of(
        ("exportBrakes", "/api/v1/limits/brakes.csv", "Export brakes"),
        ("listLimits", "brakes"),
        None,
        "currency window_s slow.count_max slow.value_max stop.count_max stop.value_max is_slow used_count used_value",
    ),
    of(
        ("exportLimitUsage", "/api/v1/limits/usage.csv", "Export how much of the limits is used"),
        ("showLimitUsage", "usages"),
        None,
        "limit.action limit.scope limit.subject limit.tier limit.currency limit.window_s limit.count_max \
         limit.value_max limit.value_min limit.multiple_of is_ceiling used_count used_value",
    ),
    of(
        ("exportTills", "/api/v1/pos/{pos_id}/tills.csv", "Export the tills of a POS"),
        ("showCash", "tills"),
        None,
        "till_id pos_id name till_session_id cashier_id opened_at",
    ),
    of(
        ("exportCash", "/api/v1/pos/{pos_id}/cash.csv", "Export where the cash of a POS is"),
        ("showCash", "cash"),
        None,
        "tills$ vault$ missing$",
    ),
    of(
        ("exportCashiers", "/api/v1/pos/{pos_id}/cashiers.csv", "Export the cashiers of a POS"),
        ("listCashiers", "cashiers"),
        None,
        "cashier_id name role active locked",
    ),
    of(
        (
            "exportTillOpening",
            "/api/v1/till-sessions/{till_session_id}/opened.csv",
            "Export a till session's opening counts",
        ),
        ("showTillSession", "opened"),
        None,
        "currency notes.denomination:count",
    ),
    of(
        (
            "exportTillLines",
            "/api/v1/till-sessions/{till_session_id}/lines.csv",
            "Export a till session's closing lines",
        ),
        ("showTillSession", "lines"),
        None,
        "expected$ counted$ variance$",
    ),
    of(
        ("exportVariances", "/api/v1/till-variances.csv", "Export variances of tills"),
        ("listVariances", "variances"),
        PAST,
        "till_session_id till_id cashier_id line.expected$ line.counted$ line.variance$ state explanation explained_by \
         found_at",
    ),
    of(
        ("exportSettlements", "/api/v1/settlement/terms.csv", "Export settlement terms"),
        ("listSettlements", "terms"),
        START_AFTER,
        "owner_id currency cut_off zone bank_reference threshold$ automatic window_ends_at number",
    ),
    of(
        ("exportSettlementBatches", "/api/v1/settlement/batches.csv", "Export settlement batches"),
        ("listSettlementBatches", "batches"),
        AFTER,
        "batch_id owner_id number state amount$ due$ lines cut_off_at bank_reference word made_at ended_at",
    ),
    of(
        (
            "exportSettlementBatchLines",
            "/api/v1/settlement/batches/{batch_id}/lines.csv",
            "Export the lines of a settlement batch",
        ),
        ("listSettlementBatchLines", "lines"),
        Some("after_line"),
        "line account_id amount$ opening$ closing$ float$ after_entry last_entry last_transfer",
    ),
    of(
        ("exportReconciliations", "/api/v1/reconciliations.csv", "Export reconciliations"),
        ("listReconciliations", "reconciliations"),
        AFTER,
        "reconciliation_id kind pos_id currency owner_id name from to file_sha256 lines taken matched_lines matches breaks \
         open_breaks made_by made_at",
    ),
    of(
        (
            "exportLines",
            "/api/v1/reconciliations/{reconciliation_id}/lines.csv",
            "Export the lines of a reconciliation",
        ),
        ("listLines", "lines"),
        AFTER_NUMBER,
        "line what operation_id reference amount$ at state number",
    ),
    of(
        (
            "exportMatches",
            "/api/v1/reconciliations/{reconciliation_id}/matches.csv",
            "Export the matches of a reconciliation",
        ),
        ("listMatches", "matches"),
        AFTER_NUMBER,
        "number found_by lines ours.fact sum$ by why made_at undone_by undone_why",
    ),
    of(
        (
            "exportBreaks",
            "/api/v1/reconciliations/{reconciliation_id}/breaks.csv",
            "Export the breaks of a reconciliation",
        ),
        ("listBreaks", "breaks"),
        AFTER_NUMBER,
        "number kind state theirs$ known$ difference$ rest$ parts.proposal_id lines ours.fact opened_at age_days \
         assigned_to note ended_at closed_by closed_why proposal_id",
    ),
    of(
        ("exportTrialBalance", "/api/v1/reports/trial-balance.csv", "Export the trial balance"),
        ("showTrialBalance", "lines"),
        None,
        "book currency kind accounts debits credits",
    ),
    of(
        (
            "exportTrialBalanceSums",
            "/api/v1/reports/trial-balance/sums.csv",
            "Export the sums of the trial balance",
        ),
        ("showTrialBalance", "sums"),
        None,
        "book currency debits credits is_zero",
    ),
    of(
        ("exportAgedSuspense", "/api/v1/reports/aged-suspense.csv", "Export what is under investigation"),
        ("listAgedSuspense", "lines"),
        START_AFTER,
        "pos_id operation_id case amount$ since age_days band",
    ),
    Export {
        rows: Rows::Statement,
        ..of(
            ("exportOwnerStatement", "/api/v1/reports/owner-statement.csv", "Export an owner's statement"),
            ("showOwnerStatement", ""),
            START_AFTER,
            "account_id what number made_at reason operation_id transfer counterpart amount$ balance$",
        )
    },
    of(
        ("exportOpenCases", "/api/v1/reports/open-cases.csv", "Export open cases"),
        ("listOpenCases", "cases"),
        AFTER,
        "operation_id kind pos_id amount$ assigned_to opened_at age_days band due_at",
    ),
    of(
        ("exportOperatorKeys", "/api/v1/operator-keys.csv", "Export operator keys"),
        ("listOperatorKeys", "operator_keys"),
        AFTER,
        "operator_key_id person role created_at revoked_at",
    ),
    of(
        ("exportStaff", "/api/v1/staff.csv", "Export people"),
        ("listStaff", "staff"),
        AFTER,
        "staff_id name role created_at disabled_at locked_until",
    ),
];

#[cfg(test)]
mod tests {
    use std::collections::BTreeSet;

    use serde_json::Value;

    use super::*;
    use crate::openapi::{calls, document};

    /// Members that no table has: shown once, or told by the columns that are there.
    const LEFT_OUT: &[(&str, &str)] = &[
        ("exportProposals", "second_half"),
        ("exportProposals", "limit"),
        ("exportProposals", "brake"),
        ("exportProposals", "tariff"),
    ];

    /// The shape of a list's rows, by the shape of its answer.
    fn row_shape<'a>(document: &'a Value, list: &str, rows: &str) -> &'a Value {
        let paths = document["paths"].as_object().unwrap().values();
        let mut operations = paths.flat_map(|methods| methods.as_object().unwrap().values());
        let operation = operations.find(|operation| operation["operationId"] == list).unwrap();
        let answer = &operation["responses"]["200"]["content"]["application/json"]["schema"];
        let members = members(document, answer);
        let rows = members.iter().find(|(name, _)| *name == rows).map(|(_, shape)| *shape);
        &rows.unwrap_or_else(|| panic!("{list} has no such rows"))["items"]
    }

    /// The members of a shape, also through references and parts.
    fn members<'a>(document: &'a Value, shape: &'a Value) -> Vec<(&'a str, &'a Value)> {
        if let Some(target) = shape["$ref"].as_str() {
            return members(document, document.pointer(target.strip_prefix('#').unwrap()).unwrap());
        }
        let own = shape["properties"].as_object().into_iter().flatten();
        let own = own.map(|(name, shape)| (name.as_str(), shape));
        let parts = ["allOf", "oneOf", "anyOf"].into_iter().filter_map(|of| shape[of].as_array()).flatten();
        let of_items = shape.get("items").into_iter();
        own.chain(parts.chain(of_items).flat_map(|part| members(document, part))).collect()
    }

    /// What stands at a path in a shape.
    fn leads(document: &Value, shape: &Value, path: &str) -> bool {
        let (first, rest) = path.split_once('.').map_or((path, None), |(first, rest)| (first, Some(rest)));
        let found = members(document, shape).into_iter().find(|(name, _)| *name == first);
        found.is_some_and(|(_, shape)| rest.is_none_or(|rest| leads(document, shape, rest)))
    }

    #[test]
    fn a_column_leads_to_a_member_and_every_member_of_a_row_is_in_a_column() {
        let document = document("1.2.3");
        for export in EXPORTS {
            let Rows::Of(rows) = export.rows else { continue };
            let shape = row_shape(&document, export.list, rows);
            let mut told = BTreeSet::new();
            for column in export.columns() {
                let paths = match column {
                    Column::Member(path) => vec![path.to_owned()],
                    Column::Amount(path) => vec![format!("{path}.amount"), format!("{path}.currency")],
                    Column::Pairs(list, one, other) => {
                        vec![format!("{list}.{one}"), format!("{list}.{other}")]
                    }
                };
                for path in paths {
                    assert!(leads(&document, shape, &path), "{} {path}", export.id);
                    told.extend(path.split('.').next().map(ToOwned::to_owned));
                }
            }
            for (member, _) in members(&document, shape) {
                let is_left_out = LEFT_OUT.contains(&(export.id, member));
                assert_ne!(told.contains(member), is_left_out, "{} {member}", export.id);
            }
        }
    }

    #[test]
    fn a_table_begins_as_its_list_does_and_sends_next_as_its_list_takes_it() {
        let (document, calls) = (document("1.2.3"), calls());
        for export in EXPORTS {
            let list = calls.iter().find(|call| call.id == export.list).unwrap();
            let (path, of) = (export.path.strip_suffix(".csv").unwrap(), list.path);
            let same = path.split('/').zip(of.split('/')).take_while(|(one, other)| one == other).count();
            let texts = of.split('/').take(same).filter(|part| part.starts_with('{')).count();
            assert_eq!(
                texts,
                of.matches('{').count(),
                "{}: a text of the path is at its list's place",
                export.id
            );
            let parameters = document["paths"][of]["get"]["parameters"].as_array().unwrap();
            let takes = |name: &str| parameters.iter().any(|parameter| parameter["name"] == name);
            assert!(export.cursor.is_none_or(takes), "{}", export.id);
            assert_eq!(export.cursor.is_some(), takes("limit"), "{}", export.id);
        }
    }

    #[test]
    fn columns_have_names_of_their_own() {
        for export in EXPORTS {
            let heads = export.heads();
            assert_eq!(heads.iter().collect::<BTreeSet<_>>().len(), heads.len(), "{}: {heads:?}", export.id);
        }
        let heads = |id: &str| EXPORTS.iter().find(|export| export.id == id).unwrap().heads().join(",");
        assert_eq!(heads("exportDeeds"), "number,at,person,role,key_id,what,targets,command");
        assert_eq!(heads("exportWalletAccounts"), "account_id,currency,alias,balance,balance_currency");
    }
}
