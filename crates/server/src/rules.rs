//! Rule packs: files of dated rules for cases, read at the start and handed to the core as data. Whether they can be
//! rules is judged there. Source: cash-lifecycle.md section 2; the form is shown in docs/cases.md.

use std::path::PathBuf;

use jiff::Timestamp;
use jiff::civil::Date;
use jiff::tz::TimeZone;
use serde::Deserialize;
use specie_domain::Time;
use specie_domain::ids::OwnerId;
use specie_domain::rows::{CaseKind, Rule, RuleAct, RuleStep};
use specie_money::{Currency, Money};

use crate::stopped::{Naming, Stopped};

const DAY_S: u32 = 86_400;

/// A file.
#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct Pack {
    #[serde(default)]
    rule: Vec<PackedRule>,
}

/// A rule as it is written.
#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct PackedRule {
    name: String,
    law: Option<String>,
    from: String,
    until: Option<String>,
    cases: Vec<String>,
    pos_owner: Option<String>,
    currency: Option<String>,
    step: Vec<PackedStep>,
}

/// A step as it is written.
#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct PackedStep {
    after_days: Option<u32>,
    after_hours: Option<u32>,
    #[serde(rename = "do")]
    act: String,
    daily: Option<String>,
    days_max: Option<u16>,
}

/// The rules of `files`, in their order.
pub(crate) fn read(files: &[PathBuf]) -> Result<Vec<Rule>, Stopped> {
    let mut rules = Vec::new();
    for file in files {
        let text = std::fs::read_to_string(file).about(file.display())?;
        rules
            .extend(parse(&text).map_err(|why| Stopped::misused(format_args!("{}: {why}", file.display())))?);
    }
    Ok(rules)
}

fn parse(text: &str) -> Result<Vec<Rule>, String> {
    let pack: Pack = toml::from_str(text).map_err(|why| why.to_string())?;
    pack.rule
        .into_iter()
        .map(|rule| {
            let name = rule.name.clone();
            rule.read().map_err(|why| format!("rule {name:?}: {why}"))
        })
        .collect()
}

impl PackedRule {
    fn read(self) -> Result<Rule, String> {
        let currency = self.currency.as_deref().map(currency).transpose()?;
        let owner =
            |text: String| text.parse::<OwnerId>().map_err(|_| format!("pos_owner: {text:?} is no id"));
        Ok(Rule {
            name: self.name,
            law: self.law,
            from: midnight(&self.from)?,
            until: self.until.as_deref().map(midnight).transpose()?,
            kinds: self.cases.iter().map(|kind| kind_of(kind)).collect::<Result<_, _>>()?,
            owner_id: self.pos_owner.map(owner).transpose()?,
            currency,
            steps: self.step.into_iter().map(|step| step.read(currency)).collect::<Result<_, _>>()?,
        })
    }
}

impl PackedStep {
    fn read(self, currency: Option<Currency>) -> Result<RuleStep, String> {
        let after_s = match (self.after_days, self.after_hours) {
            (Some(days), None) => days.checked_mul(DAY_S),
            (None, Some(hours)) => hours.checked_mul(3_600),
            (Some(_), Some(_)) | (None, None) => None,
        };
        let after_s = after_s.ok_or("a step has one of after_days and after_hours, within 136 years")?;
        let pays = self.daily.is_some() || self.days_max.is_some();
        let act = match self.act.as_str() {
            "escalate" if !pays => RuleAct::Escalate,
            "reverse" if !pays => RuleAct::Reverse,
            "compensate" => {
                let currency = currency.ok_or("a rule that compensates names its currency")?;
                let daily = self.daily.ok_or("daily is missing")?;
                let daily =
                    Money::parse(&daily, currency).map_err(|_| format!("daily: {daily:?} is no sum"))?;
                RuleAct::Compensate { daily, days_max: self.days_max.ok_or("days_max is missing")? }
            }
            "escalate" | "reverse" => return Err("daily and days_max are for compensate".to_owned()),
            other => return Err(format!("do: {other:?} is none of escalate, reverse and compensate")),
        };
        Ok(RuleStep { after_s, act })
    }
}

fn kind_of(name: &str) -> Result<CaseKind, String> {
    let kinds = [
        CaseKind::Unconfirmed,
        CaseKind::LateWord,
        CaseKind::CashWithoutWithdrawal,
        CaseKind::DepositShort,
        CaseKind::PaidLate,
        CaseKind::Disputed,
    ];
    let known = kinds.into_iter().find(|kind| kind.name() == name);
    known.ok_or_else(|| format!("cases: {name:?} is no kind of case"))
}

fn currency(code: &str) -> Result<Currency, String> {
    Currency::from_code(code).ok_or_else(|| format!("currency: {code:?} is none of ISO 4217"))
}

/// The first instant of a date, UTC.
fn midnight(text: &str) -> Result<Time, String> {
    let wrong = |_: jiff::Error| format!("{text:?} is no date as 2026-01-31");
    let date: Date = text.parse().map_err(wrong)?;
    let instant: Timestamp = date.to_zoned(TimeZone::UTC).map_err(wrong)?.timestamp();
    Ok(Time::from_unix_ms(instant.as_millisecond()))
}

#[cfg(test)]
mod tests {
    use super::*;

    const PACK: &str = r#"
        [[rule]]
        name = "unanswered cash"
        law = "Order 7 of 2019, section 3"
        from = "2026-01-01"
        cases = ["unconfirmed", "disputed"]
        currency = "GBP"
        [[rule.step]]
        after_hours = 12
        do = "escalate"
        [[rule.step]]
        after_days = 5
        do = "compensate"
        daily = "2.00"
        days_max = 30
    "#;

    #[test]
    fn a_pack_is_read_as_it_is_written() {
        let rules = parse(PACK).unwrap();
        let [rule] = rules.as_slice() else { unreachable!("one rule: {rules:?}") };
        assert_eq!(rule.from, Time::from_unix_ms(1_767_225_600_000));
        assert_eq!(rule.kinds, [CaseKind::Unconfirmed, CaseKind::Disputed]);
        let daily = Money::parse("2", Currency::from_code("GBP").unwrap()).unwrap();
        let steps = [
            RuleStep { after_s: 43_200, act: RuleAct::Escalate },
            RuleStep { after_s: 432_000, act: RuleAct::Compensate { daily, days_max: 30 } },
        ];
        assert_eq!(rule.steps, steps);
    }

    #[test]
    fn what_cannot_be_read_is_named() {
        for (from, to, named) in [
            ("2026-01-01", "2026-13-01", "2026-13-01"),
            ("unconfirmed", "lost", "lost"),
            ("GBP", "ZZZ", "ZZZ"),
            ("\"2.00\"", "\"2.001\"", "2.001"),
            ("after_hours = 12", "", "after_days and after_hours"),
            ("\"escalate\"", "\"shout\"", "shout"),
            ("days_max = 30", "", "days_max"),
            ("days_max = 30", "days_max = 30\ncolour = 1", "colour"),
        ] {
            let why = parse(&PACK.replace(from, to)).unwrap_err();
            assert!(why.contains(named), "{why:?} does not name {named:?}");
        }
    }
}
