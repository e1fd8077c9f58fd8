//! Says a limit in words, with its figure: a refusal that names no limit helps nobody.

use specie_domain::outcome::{FileLimit, Limit, LineFault, ScheduleName, TariffFault, Thing};

use crate::rule_text::rule_text;

const BOUNDS_WANTED: &str = "A limit on each operation has value_max, value_min or multiple_of, one with a window \
    value_max or count_max; none is below zero, and the last two of the first are above it. A brake has value_max or \
    count_max in slow, in stop, or in both.";

/// The limit as a sentence.
#[expect(clippy::too_many_lines, reason = "one row for each, so that none is forgotten")]
pub(crate) fn limit_text(limit: &Limit) -> String {
    match limit {
        Limit::AccountsOfWallet(most) => format!("A wallet has at most {most} accounts."),
        Limit::Currencies(most) => format!("At most {most} currencies can be named."),
        Limit::Networks(most) => format!("A key has at most {most} networks."),
        Limit::KeysOfPos(most) => format!("A POS has at most {most} live keys: revoke one first."),
        Limit::NameBytes(most) => format!("A name has 1 to {most} bytes and no control characters."),
        Limit::NoCurrency => "At least one currency must be named.".to_owned(),
        Limit::CurrencyTwice(currency) => format!("{currency} is named twice."),
        Limit::OpaqueId(most) => {
            format!(
                "An id from elsewhere has 1 to {most} visible ASCII characters and not the shape of our own ids."
            )
        }
        Limit::CodeCap(cap) => format!("A code may be made for at most {cap} {}.", cap.currency()),
        Limit::OfflineCap(cap) if cap.minor() == 0 => {
            format!("There is no cash in {} for an offline code: ask for an armed one.", cap.currency())
        }
        Limit::OfflineCap(cap) => {
            format!("An offline code brings at most {cap} {}: ask for an armed one.", cap.currency())
        }
        Limit::OpenCode => "A code must name a POS and, to withdraw, an amount or a maximum.".to_owned(),
        Limit::Balance(most) => format!("An account holds at most {most} minor units."),
        Limit::NoteBytes(most) => format!("A note has at most {most} bytes, sealed."),
        Limit::WhyBytes(most) => format!("A reason has 1 to {most} bytes and no control characters."),
        Limit::AccountsOfPosting => {
            "A transfer by hand is between two different accounts of one currency in the \
            money book; cash_pending and fee_pending are moved by what happens to withdrawals alone."
                .to_owned()
        }
        Limit::AssumeAfterSeconds(most) => format!("after_s: at most {most} seconds."),
        Limit::AssumptionWithTills => {
            "This POS runs tills: its drawers are counted, and its silence counts as no word.".to_owned()
        }
        Limit::RulesOfPacks(most) => format!(
            "At most {most} rules, each with 1 to 16 steps in the order of their times and kinds of cases; a step that \
             reverses or compensates needs a law, and a compensation is the last step, in the rule's currency, of at most \
             1000000000000 minor units a day."
        ),
        Limit::ThereIsOnly(sum) => format!("There is only {sum}."),
        Limit::EvidenceOfCase(most) => format!("A case holds at most {most} pieces of evidence."),
        Limit::Tariffs(most) => {
            format!("At most {most} versions of tariffs are in force or to come.")
        }
        Limit::Rule(hit) => rule_text(hit),
        Limit::BrakeSlow(currency) => {
            format!("Payouts in {currency} are slowed by the operator's brake: try a smaller sum, or later.")
        }
        Limit::Rules(most) => format!("At most {most} limits can be set."),
        Limit::Window(shortest, longest) => format!(
            "A limit's window has {shortest} to {longest} seconds, or none for each operation by itself."
        ),
        Limit::Bounds => BOUNDS_WANTED.to_owned(),
        Limit::TillsOfPos(most) => format!("A POS has at most {most} tills."),
        Limit::CashiersOfPos(most) => format!("A POS has at most {most} cashiers."),
        Limit::Denominations(most) => {
            format!("A currency has 1 to {most} denominations, each more than zero and named once.")
        }
        Limit::ExplanationBytes(most) => {
            format!("An explanation has 1 to {most} bytes and no control characters.")
        }
        Limit::CutOff => {
            "A cut-off is a time of day from 00:00 to 23:59 in a time zone of the IANA database.".to_owned()
        }
        Limit::OfFile(limit) => file_limit_text(*limit),
        Limit::NextCutOff => "The next cut-off must be later than now.".to_owned(),
        Limit::OneOwner => "Float moves between two different POS of one owner.".to_owned(),
        Limit::Point => "latitude is from -90 to 90 degrees, longitude from -180 to 180.".to_owned(),
        Limit::DevicesOfWallet(most) => {
            format!("A wallet has at most {most} devices signed in: sign another out first.")
        }
        Limit::Positive => "The amount must be more than zero.".to_owned(),
    }
}

/// The thing's name in sentences.
pub(crate) const fn thing_name(thing: Thing) -> &'static str {
    match thing {
        Thing::Wallet => "wallet",
        Thing::Account => "account",
        Thing::Owner => "POS owner",
        Thing::Pos => "POS",
        Thing::Key => "access key",
        Thing::OperatorKey => "operator key",
        Thing::Code => "code",
        Thing::Device => "offline device",
        Thing::Withdrawal => "withdrawal",
        Thing::Case => "case",
        Thing::Proposal => "proposal",
        Thing::Till => "till",
        Thing::Cashier => "cashier",
        Thing::Variance => "variance",
        Thing::Tariff => "tariff",
        Thing::Limit => "limit",
        Thing::FloatRequest => "request for float",
        Thing::Settlement => "settlement",
        Thing::Batch => "settlement batch",
        Thing::Deposit => "deposit",
        Thing::Reconciliation => "reconciliation",
        Thing::StatedLine => "line of the file",
        Thing::Fact => "fact of which this file could tell",
        Thing::Match => "match",
        Thing::Break => "break",
    }
}

/// A limit of a file held against the ledger.
fn file_limit_text(limit: FileLimit) -> String {
    match limit {
        FileLimit::Period => "to: must be after from.".to_owned(),
        FileLimit::LinesOfFile(most) => format!("lines: a file has 1 to {most} lines."),
        FileLimit::LinesTaken(most) => format!("lines: 1 to {most} lines are taken in at once."),
        FileLimit::Groups(most) => format!("At most {most} groups are put together at once."),
        FileLimit::BothSides(most) => {
            format!("lines and ours: 1 to {most} of each are put together, each named once.")
        }
        FileLimit::PartOf(rest) => format!(
            "A part has the sign of the difference and is less than what is left of it, {rest} {}.",
            rest.currency()
        ),
        FileLimit::Parts(most) => format!("A difference is cleared in at most {most} parts."),
        FileLimit::Statements(most) => {
            format!("statements: at most {most} texts of a bank's statements, each once.")
        }
        FileLimit::OneCurrency => "What is put together is in one currency.".to_owned(),
        FileLimit::Searched(most) => {
            format!(
                "More than {most} entries or batches have come since the period began: it is too long ago."
            )
        }
    }
}

/// What is wrong with a line of a file, by the name of its member.
pub(crate) fn line_fault_text(fault: LineFault) -> String {
    match fault {
        LineFault::What => {
            "what: a bank's statement holds payments, a POS's journal everything else.".to_owned()
        }
        LineFault::Currency => {
            "amount: must be in a currency that the POS serves, or that the statement is in.".to_owned()
        }
        LineFault::Amount => {
            "amount: must be more than zero; of a payment it may be less, not zero.".to_owned()
        }
        LineFault::At => "at: must be within the period.".to_owned(),
        LineFault::Reference(most) => {
            format!("reference: has at most {most} bytes and no control characters.")
        }
        LineFault::TakenOtherwise => {
            "a line of this number was taken in that says something else.".to_owned()
        }
    }
}

/// What is wrong with a tariff, by the name of the member that says it.
pub(crate) fn tariff_fault_text(fault: TariffFault) -> String {
    match fault {
        TariffFault::BandsTooMany(of, most) => format!("{}.bands: at most {most}.", schedule_name(of)),
        TariffFault::BandNotAscending(of, 0) => {
            format!("{}.bands[0].from: must not be below zero.", schedule_name(of))
        }
        TariffFault::BandNotAscending(of, band) => {
            format!("{}.bands[{band}].from: must be above that of the band before.", schedule_name(of))
        }
        TariffFault::BandRate(of, band, most) => {
            format!("{}.bands[{band}].basis_points: at most {most}.", schedule_name(of))
        }
        TariffFault::BandSum(of, band, most) => {
            let name = schedule_name(of);
            format!("{name}.bands[{band}]: from and step must be from 0 to {most} minor units.")
        }
        TariffFault::Sum(of, most) => {
            format!("{}: flat, min and max must be from 0 to {most} minor units.", schedule_name(of))
        }
        TariffFault::MinAboveMax(of) => format!("{}.min: must not be above max.", schedule_name(of)),
        TariffFault::Tax(most) => format!("tax_basis_points: at most {most}."),
        TariffFault::InThePast => "valid_from: must not be in the past.".to_owned(),
        TariffFault::EndsBeforeItBegins => "valid_to: must be after valid_from.".to_owned(),
        TariffFault::RateAboveCeiling(of, band, most) => {
            let name = schedule_name(of);
            format!("{name}.bands[{band}].basis_points: at most {most}, by this deployment's ceiling.")
        }
        TariffFault::SumAboveCeiling(of, flat, rate) => {
            let (name, currency) = (schedule_name(of), flat.currency());
            format!(
                "{name}: flat, min and steps let a withdrawal come to more than {flat} {currency} and {rate} basis \
                 points of its sum, this deployment's ceiling; a max of at most {flat} would do, too."
            )
        }
    }
}

const fn schedule_name(name: ScheduleName) -> &'static str {
    match name {
        ScheduleName::Fee => "fee",
        ScheduleName::Commission => "commission",
    }
}
