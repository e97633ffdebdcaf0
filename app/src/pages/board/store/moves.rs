//! What the user does with cards: carried, dropped, arranged, moved and asked about.

use super::BoardStore;
use crate::pages::{
    board::{
        hand::{By, Did, Then},
        model::{Entry, Model},
        send::{arrange, send},
        spoken,
    },
    handoff::moving::{Ask, Asking, Verdict, to_the_answer},
};
use domain::{
    board::{HandoffCard, MoveHandoff, Place},
    handoff::Stage,
    ids::HandoffId,
    policy::{Action, check_role},
};
use leptos::prelude::*;

impl BoardStore {
    /// The user's hand did something.
    pub fn hand_did(self, did: Did) -> Then {
        let dropped = matches!(did, Did::Drop | Did::Release);
        let (hand, then) = self.hand.get_untracked().after(did);
        if self.hand.get_untracked() != hand {
            self.hand.set(hand);
        }
        match then {
            Then::Lifted(carry) if carry.by == By::Pointer => {
                self.model.update_value(Model::hold_back)
            }
            Then::Dropped(..) | Then::PutBack(_) => {
                let me = self.viewer_name.get_value();
                self.step(|model| model.let_through(&me));
            }
            _ => {}
        }
        let stays_above = !matches!(then, Then::Dropped(..) | Then::PutBack(_));
        if stays_above {
            self.tell(then);
            return then;
        }
        let place = self.place.try_update_value(Option::take).flatten();
        match (then, place) {
            (Then::Dropped(carry, to), place) => self.ask_or_move(carry.id, to, place),
            (Then::PutBack(carry), Some(place)) if dropped && carry.over == Some(carry.from) => {
                self.arrange(carry.id, place);
            }
            _ => self.tell(then),
        }
        then
    }

    fn tell(self, then: Then) {
        let (Then::Lifted(carry)
        | Then::Hovers(carry)
        | Then::Dropped(carry, _)
        | Then::PutBack(carry)) = then
        else {
            return;
        };
        let Some(entry) = self.peek(carry.id) else {
            return;
        };
        let above = self.verdict(carry.id, carry.over.unwrap_or(carry.from));
        if let Some(said) = spoken::on_hand(then, &entry.card, &above) {
            self.announcer.say(said);
        }
    }

    /// Moves a card within its column.
    fn arrange(self, id: HandoffId, place: Place) {
        let Some(Entry { card, .. }) = self.peek(id) else {
            return;
        };
        match check_role(self.role, Action::Arrange(card.kind)) {
            Ok(()) => arrange(self, &card, place),
            Err(refusal) => self.toasts.fail(refusal.to_string()),
        }
    }

    /// Moves a card, or asks first what the move has to answer, or says why it cannot be.
    pub fn ask_or_move(self, id: HandoffId, to: Stage, place: Option<Place>) {
        let Some(entry) = self.peek(id) else { return };
        match self.verdict(id, to) {
            Verdict::Stays => {}
            Verdict::Refused(why) => {
                self.announcer.say(why.clone());
                self.toasts.fail(why);
                self.find(id);
            }
            Verdict::Unanswered => self.lead_to_the_answer(&entry.card),
            Verdict::Goes(ask) => {
                let full = self.full(&entry.card, to);
                let late = self
                    .late
                    .try_update_value(std::mem::take)
                    .unwrap_or_default();
                if ask == Ask::Nothing && full.is_none() && !late {
                    let plain = MoveHandoff::plain(id, entry.card.version, to);
                    return send(self, MoveHandoff { place, ..plain }, String::new());
                }
                let draft = self.draft(&entry.card);
                self.aimed.set_value(place);
                self.asking.set(Some(Asking {
                    full,
                    late,
                    ..Asking::new(entry.card, to, ask, draft)
                }));
            }
        }
    }

    /// Says that a pod request is to be answered first, and shows where.
    fn lead_to_the_answer(self, card: &HandoffCard) {
        let why = Verdict::Unanswered.refusal().unwrap_or_default();
        self.announcer.say(why.clone());
        self.toasts.fail_with_way(why, to_the_answer(card));
        self.find(card.id);
    }

    /// Sends a move that was asked about, to the place that it was dropped at.
    pub fn send_answered(self, asked: MoveHandoff) {
        let place = self.aimed.try_update_value(Option::take).flatten();
        let happened = self.happened(asked.id);
        send(self, MoveHandoff { place, ..asked }, happened);
    }
}
