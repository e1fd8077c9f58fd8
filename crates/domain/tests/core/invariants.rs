//! Whatever is asked in whatever order: the books balance and nothing is paid twice. The rig checks the
//! books after every command; here the histories are drawn.

use proptest::prelude::*;
use specie_domain::rows::{Approved, Purpose, Reason, Told, Transfer};
use specie_domain::{Command, Row};

use crate::rig::{Rig, pounds};

#[derive(Debug, Clone, Copy)]
enum Step {
    Open,
    Withdraw(u8, u16),
    Deposit(u8, u16),
    Reverse(u8, u16),
    Logout(u8),
    Tell(u8, u8, u16),
    Expire(u8),
    Pass(u16),
}

fn step() -> impl Strategy<Value = Step> {
    prop_oneof![
        2 => Just(Step::Open),
        3 => (any::<u8>(), 1..2000_u16).prop_map(|(which, sum)| Step::Withdraw(which, sum)),
        1 => (any::<u8>(), 1..2000_u16).prop_map(|(which, sum)| Step::Deposit(which, sum)),
        3 => (any::<u8>(), 1..2000_u16).prop_map(|(which, sum)| Step::Reverse(which, sum)),
        2 => any::<u8>().prop_map(Step::Logout),
        3 => (any::<u8>(), any::<u8>(), 1..2000_u16).prop_map(|(which, word, sum)| Step::Tell(which, word, sum)),
        1 => any::<u8>().prop_map(Step::Expire),
        1 => (1..200_u16).prop_map(Step::Pass),
    ]
}

fn told(word: u8, sum: u16) -> Told {
    match word % 4 {
        0 => Told::Dispensed,
        1 => Told::NotDispensed,
        2 => Told::Partial(pounds(&text(sum))),
        _ => Told::Unknown,
    }
}

/// What was taken as paid late is in suspense, and of no withdrawal more than went back.
fn check_paid_late(rig: &Rig) {
    let taken = rig.transfers.iter().filter(|transfer| transfer.reason == Reason::PaidLate);
    assert_eq!(taken.map(|transfer| transfer.amount).sum::<i64>(), rig.suspense());
    for row in rig.rows.values() {
        if let Row::Withdrawal(row) = row {
            assert!(row.paid_late <= row.returned, "{row:?}");
            let operation_id = Some(row.operation_id);
            let of = |transfer: &&Transfer| {
                transfer.reason == Reason::PaidLate && transfer.operation_id == operation_id
            };
            let taken: Vec<i64> = rig.transfers.iter().filter(of).map(|transfer| transfer.amount).collect();
            assert!(
                taken.len() <= 1 && taken.iter().all(|taken| *taken <= row.paid_late),
                "{row:?}: {taken:?}"
            );
        }
    }
}

fn text(sum: u16) -> String {
    format!("{}.{:02}", sum / 100, sum % 100)
}

proptest! {
    #![proptest_config(ProptestConfig { cases: 64, ..ProptestConfig::default() })]

    #[test]
    fn no_history_breaks_the_books(steps in prop::collection::vec(step(), 1..40)) {
        let mut rig = Rig::new();
        let mut open = Vec::new();
        for step in steps {
            let pick = |which: u8| open.get(usize::from(which) % open.len().max(1)).copied();
            match step {
                Step::Open => {
                    let code = format!("code {}", rig.draws);
                    let arming = rig.arming(&code, Approved::UpTo(pounds("20")));
                    rig.ok(specie_domain::Body::ArmCode(specie_domain::command::ArmCode { purpose: Purpose::Any, ..arming }));
                    if let Ok(receipt) = rig.login(&code).result {
                        open.extend(receipt.opened_operation());
                    }
                }
                Step::Withdraw(which, sum) => { pick(which).map(|operation| rig.withdraw(operation, &text(sum))); }
                Step::Deposit(which, sum) => { pick(which).map(|operation| rig.deposit(operation, &text(sum))); }
                Step::Reverse(which, sum) => { pick(which).map(|operation| rig.reverse(operation, &text(sum))); }
                Step::Logout(which) => { pick(which).map(|operation| rig.logout(operation)); }
                Step::Tell(which, word, sum) => { pick(which).map(|operation| rig.tell(operation, told(word, sum))); }
                Step::Expire(which) => if let Some(operation) = pick(which) { rig.expire(operation) },
                Step::Pass(seconds) => rig.pass_s(i64::from(seconds)),
            }
            check_paid_late(&rig);
        }
    }

    #[test]
    fn a_command_read_back_from_its_canonical_bytes_is_the_same(sum in 1..1_000_000_u32, at in 0..i64::MAX) {
        let rig = Rig::new();
        let body = specie_domain::Body::ArmCode(rig.arming("code", Approved::Exactly(
            specie_money::Money::from_minor(i64::from(sum), crate::rig::gbp()))));
        let command = Command {
            at: specie_domain::Time::from_unix_ms(at),
            fresh: specie_domain::ids::Fresh(7),
            idempotency: None,
            proof: None,
            body,
        };
        let mut bytes = Vec::new();
        command.write_canonical(&mut bytes);
        prop_assert_eq!(Command::from_canonical(&bytes), Ok(command));
        bytes.push(0);
        prop_assert!(Command::from_canonical(&bytes).is_err(), "a byte too many");
        bytes[0] = 9;
        prop_assert!(Command::from_canonical(&bytes).is_err(), "another version");
    }
}
