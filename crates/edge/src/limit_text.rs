//! Says a limit in words, with its figure: a refusal that names no limit helps nobody.

use specie_domain::outcome::{Limit, Thing};

/// The limit as a sentence.
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
        Limit::ThereIsOnly(sum) => format!("There is only {sum}."),
        Limit::EvidenceOfCase(most) => format!("A case holds at most {most} pieces of evidence."),
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
    }
}
