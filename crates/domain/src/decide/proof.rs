//! The proof of a signed request (pos-api.md section 3): its time must be good, and its salt and its signature
//! serve once. Judged after the look-up of a remembered answer, so that an exact resend under an idempotency
//! value is answered; spent by every request whose signature was right, whatever became of it.

use super::turn::Turn;
use crate::command::{Command, Proof};
use crate::outcome::Refusal;
use crate::rows::{SPENT_PERIOD_S, Spent, SpentKey};
use crate::secret_hash::KeyedHash;
use crate::time::Time;
use crate::working_set::Missing;

/// The proof to be spent, if the request has one and is no repeat; or why it does not serve.
pub(super) fn judge(turn: &Turn<'_>, command: &Command) -> Result<Result<Option<Proof>, Refusal>, Missing> {
    let Some(proof) = command.proof else {
        return Ok(Ok(None));
    };
    let (first, (salt_is_spent, signature_is_spent)) = Missing::both(
        turn.first_answer(),
        Missing::both(is_spent(turn, proof.salt), is_spent(turn, proof.signature)),
    )?;
    if first.is_some_and(|first| turn.is_equal(&first)) {
        return Ok(Ok(None));
    }
    let policy = &turn.deployment.policy;
    let made_at = Time::from_unix_ms(proof.timestamp_s.saturating_mul(1000));
    let is_old = turn.at.ms_since(made_at) > i64::from(policy.signature_back_s).saturating_mul(1000);
    let is_ahead = made_at.ms_since(turn.at) > i64::from(policy.signature_ahead_s).saturating_mul(1000);
    if (is_old || is_ahead) && !planted!(OldSignature) {
        return Ok(Err(Refusal::SignatureOutOfTime));
    }
    Ok(match (salt_is_spent, signature_is_spent) {
        (true, _) => Err(Refusal::SaltSpent),
        (false, true) => Err(Refusal::SignatureSpent),
        (false, false) => Ok(Some(proof)),
    })
}

/// Salt and signature have served.
pub(super) fn spend(turn: &mut Turn<'_>, proof: &Proof) {
    for name in [proof.salt, proof.signature] {
        let key = SpentKey { period: period(turn.at), name };
        turn.set.put(Spent { key, spent_at: turn.at });
    }
}

fn is_spent(turn: &Turn<'_>, name: KeyedHash) -> Result<bool, Missing> {
    let now = period(turn.at);
    // One ahead, too: a clock that was put back must not make a salt fresh again.
    let periods = [now, now.saturating_sub(1), now.saturating_add(1)];
    let (keys, mut spent) = (periods.map(|period| SpentKey { period, name }), false);
    turn.set.look_at::<Spent>(keys, |row| spent |= row.is_some())?;
    Ok(spent && !planted!(SaltServesTwice))
}

const fn period(at: Time) -> i64 {
    at.unix_ms().div_euclid(SPENT_PERIOD_S.saturating_mul(1000))
}
