//! Picking up, carrying and dropping a card, by pointer or by keys: one state machine for both.

use domain::{handoff::Stage, ids::HandoffId};

/// How far a mouse moves with its button down before a card comes along, in CSS pixels.
const MOUSE_SLOP: f64 = 4.0;

/// How far a finger may tremble while it waits; further, and it scrolls. In CSS pixels.
const TOUCH_SLOP: f64 = 10.0;

/// How long a finger rests on a card before it lifts it, in milliseconds.
#[cfg(feature = "hydrate")]
pub const LONG_PRESS_MS: u64 = 350;

/// What carries a card.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum By {
    /// A mouse or a finger.
    Pointer,
    /// The arrow keys.
    Keys,
}

/// A card on its way.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Carry {
    /// Which.
    pub id: HandoffId,
    /// The column it was taken from.
    pub from: Stage,
    /// The column it is above; none beside its lane.
    pub over: Option<Stage>,
    /// What carries it.
    pub by: By,
}

/// What the user's hand does.
#[derive(Clone, Copy, Debug, Default, PartialEq)]
pub enum Hand {
    /// Nothing.
    #[default]
    Empty,
    /// A pointer is down on a card, and may yet click or scroll.
    Pressed {
        /// The card.
        id: HandoffId,
        /// Its column.
        from: Stage,
        /// Where the pointer went down.
        at: (f64, f64),
        /// A finger or a pen rather than a mouse.
        touch: bool,
    },
    /// It carries a card.
    Carries(Carry),
}

/// What happens to the hand.
#[derive(Clone, Copy, Debug, PartialEq)]
pub enum Did {
    /// A pointer went down on a card.
    Press {
        /// The card.
        id: HandoffId,
        /// Its column.
        from: Stage,
        /// Where.
        at: (f64, f64),
        /// A finger or a pen.
        touch: bool,
    },
    /// The pointer moved.
    Move((f64, f64)),
    /// A finger has rested for [`LONG_PRESS_MS`].
    Rest,
    /// The carried card is above a column of its lane, or beside.
    Over(Option<Stage>),
    /// The pointer went up.
    Release,
    /// The browser took the pointer away, or Escape was pressed.
    Cancel,
    /// Space or Enter on a card that is not carried.
    PickUp(HandoffId, Stage),
    /// An arrow key: so many columns to the right.
    Step(i8),
    /// Space or Enter on the carried card.
    Drop,
}

/// What comes of it.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Then {
    /// Nothing to do.
    Nothing,
    /// A card was lifted.
    Lifted(Carry),
    /// A carried card is above another column.
    Hovers(Carry),
    /// A card was dropped into another column.
    Dropped(Carry, Stage),
    /// A card was put back.
    PutBack(Carry),
}

impl Hand {
    /// What it does after `did`, and what comes of it.
    pub fn after(self, did: Did) -> (Self, Then) {
        match (self, did) {
            (
                Self::Empty,
                Did::Press {
                    id,
                    from,
                    at,
                    touch,
                },
            ) => (
                Self::Pressed {
                    id,
                    from,
                    at,
                    touch,
                },
                Then::Nothing,
            ),
            (Self::Empty, Did::PickUp(id, from)) => lift(id, from, By::Keys),
            (
                Self::Pressed {
                    id,
                    from,
                    at,
                    touch,
                },
                Did::Move(to),
            ) => match (touch, distance(at, to)) {
                (false, moved) if moved >= MOUSE_SLOP => lift(id, from, By::Pointer),
                (true, moved) if moved >= TOUCH_SLOP => (Self::Empty, Then::Nothing),
                _ => (self, Then::Nothing),
            },
            (
                Self::Pressed {
                    id,
                    from,
                    touch: true,
                    ..
                },
                Did::Rest,
            ) => lift(id, from, By::Pointer),
            (Self::Pressed { .. }, Did::Release | Did::Cancel) => (Self::Empty, Then::Nothing),
            (Self::Carries(carry), did) => carry.after(did),
            (hand, _) => (hand, Then::Nothing),
        }
    }

    /// The card that it carries.
    pub fn carried(self) -> Option<Carry> {
        match self {
            Self::Carries(carry) => Some(carry),
            _ => None,
        }
    }
}

impl Carry {
    fn after(self, did: Did) -> (Hand, Then) {
        let by_pointer = self.by == By::Pointer;
        match did {
            Did::Over(_) | Did::Release if !by_pointer => (Hand::Carries(self), Then::Nothing),
            Did::Over(over) if over != self.over => self.above(over),
            Did::Step(by) => self.above(Some(neighbour(self.over.unwrap_or(self.from), by))),
            Did::Release | Did::Drop => match self.over {
                Some(to) if to != self.from => (Hand::Empty, Then::Dropped(self, to)),
                _ => (Hand::Empty, Then::PutBack(self)),
            },
            Did::Cancel => (Hand::Empty, Then::PutBack(self)),
            _ => (Hand::Carries(self), Then::Nothing),
        }
    }

    fn above(self, over: Option<Stage>) -> (Hand, Then) {
        let carry = Self { over, ..self };
        (Hand::Carries(carry), Then::Hovers(carry))
    }
}

fn lift(id: HandoffId, from: Stage, by: By) -> (Hand, Then) {
    let carry = Carry {
        id,
        from,
        over: Some(from),
        by,
    };
    (Hand::Carries(carry), Then::Lifted(carry))
}

fn distance((ax, ay): (f64, f64), (bx, by): (f64, f64)) -> f64 {
    (ax - bx).hypot(ay - by)
}

/// The column so many to the right; the outermost ones end it.
pub fn neighbour(stage: Stage, by: i8) -> Stage {
    let last = Stage::ALL.len() as isize - 1;
    let at = Stage::ALL
        .iter()
        .position(|known| *known == stage)
        .unwrap_or_default() as isize;
    Stage::ALL[(at + isize::from(by)).clamp(0, last) as usize]
}
