//! What is asked about people of the operator who sign in. People, their sessions and passwords by numbers.

use specie_domain::command::{
    Actor, AddStaff, ChangePassword, Credentials, OpenStaffSession, ResetStaff, SeePersonal, SeeStaffSession,
};
use specie_domain::rows::Role;
use specie_domain::{Body, Time};

use super::Drawn;
use crate::names;
use crate::town::{FIRST_STAFF, Town};

/// The password somebody begins with.
pub(crate) const FIRST_PASSWORD: u64 = 1;

/// What is asked.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub(crate) enum DeskAsk {
    /// Somebody is registered, with the role at this place.
    Add { role: usize },
    /// Somebody gets another password.
    Reset { person: u64 },
    /// Somebody signs in, with a code that is so many half-minutes off; none: it is no code of hers.
    In { person: u64, password: u64, off: Option<i64> },
    /// Somebody changes her password in her session.
    Change { seat: u64, old: u64, new: u64 },
    /// A session is in use, or ends.
    See { seat: u64, ends: bool },
    /// Somebody looks at a customer's personal data in her session.
    Look { seat: u64, customer: usize },
}

fn credentials(person: u64, password: u64) -> Credentials {
    let password = names::password(person, password);
    Credentials { salt: [0; 16], password, sealed_seed: vec![6] }
}

impl DeskAsk {
    /// Whose work it is, if an operator key asks for it.
    pub(super) const fn job(&self) -> Option<Role> {
        match self {
            Self::Add { .. } | Self::Reset { .. } => Some(Role::Admin),
            Self::In { .. } | Self::Change { .. } | Self::See { .. } | Self::Look { .. } => None,
        }
    }

    /// The command it becomes when it arrives `at` an instant.
    pub(super) fn body(&self, town: &Town, at: Time, actor: Actor, drawn: &Drawn) -> Body {
        match *self {
            Self::Add { role } => Body::AddStaff(AddStaff {
                actor,
                name: names::person(drawn.staff),
                person: "Somebody".to_owned(),
                role: FIRST_STAFF[role],
                credentials: credentials(drawn.staff, FIRST_PASSWORD),
            }),
            Self::Reset { person } => Body::ResetStaff(ResetStaff {
                actor,
                staff_id: town.staff_id(person),
                credentials: credentials(person, drawn.seed),
            }),
            Self::In { person, password, off } => Body::OpenStaffSession(OpenStaffSession {
                name: names::person(person),
                password: names::password(person, password),
                counter: off.map(|off| at.half_minute().saturating_add_signed(off)),
                session: names::seat(drawn.token),
            }),
            Self::Change { seat, old, new } => {
                let person = town.person_at(seat);
                Body::ChangePassword(ChangePassword {
                    actor: Actor::Staff(names::seat(seat)),
                    old: names::password(person, old),
                    salt: [1; 16],
                    new: names::password(person, new),
                })
            }
            Self::See { seat, ends } => {
                Body::SeeStaffSession(SeeStaffSession { session: names::seat(seat), ends })
            }
            Self::Look { seat, customer } => Body::SeePersonal(SeePersonal {
                actor: Actor::Staff(names::seat(seat)),
                wallet_id: town.wallet(customer),
            }),
        }
    }
}
