//! What people were told of each other's keys, devices, passwords and sessions.

use specie_domain::Receipt;
use specie_domain::ids::OperatorKeyId;

use super::{Town, TownPerson};
use crate::ask::{Ask, DeskAsk, Drawn, FIRST_PASSWORD, PhoneAsk};

impl Town {
    /// How a request names a person; one that nobody knows of has an id that nobody has.
    pub(crate) fn staff_id(&self, number: u64) -> OperatorKeyId {
        let known = self.people.iter().find(|person| person.number == number);
        known.map_or(OperatorKeyId::from_u128(7), |person| person.staff_id)
    }

    /// Whose session it is.
    pub(crate) fn person_at(&self, seat: u64) -> u64 {
        self.seats.iter().find(|(number, _)| *number == seat).map_or(0, |(_, person)| *person)
    }

    /// Somebody was told about devices, or about people who sign in.
    pub(crate) fn learn_people(&mut self, ask: &Ask, receipt: &Receipt, drawn: &Drawn) {
        let Drawn { token, staff: number, seed, .. } = *drawn;
        match (receipt, *ask) {
            (Receipt::DeviceInvited(_), Ask::Phone(PhoneAsk::Invite { .. })) => self.invites.push(seed),
            (Receipt::DeviceSignedIn(_, id), _) => self.phones.push((*id, token)),
            (Receipt::OperatorKeyRegistered(id), Ask::Desk(DeskAsk::Add { .. })) => {
                self.people.push(TownPerson { number, password: FIRST_PASSWORD, staff_id: *id });
            }
            (Receipt::StaffSignedIn(_), Ask::Desk(DeskAsk::In { person, .. })) => {
                self.seats.push((token, person));
            }
            (Receipt::Done, Ask::Desk(DeskAsk::Reset { person })) => self.learn_password(person, seed),
            (Receipt::Done, Ask::Desk(DeskAsk::Change { seat, new, .. })) => {
                self.learn_password(self.person_at(seat), new);
            }
            (_, _) => {}
        }
    }

    fn learn_password(&mut self, number: u64, password: u64) {
        let known = self.people.iter_mut().filter(|person| person.number == number);
        known.for_each(|person| person.password = password);
    }

    /// A proposal was approved: the key that it was about opens something now.
    pub(crate) fn learn_judged(&mut self, id: u128) {
        let known = self.proposed_keys.iter().find(|(of, ..)| of.as_u128() == id).copied();
        if let Some((id, number, role)) = known {
            self.learn_staff(number, role, OperatorKeyId::from_u128(id.as_u128()));
        }
    }
}
