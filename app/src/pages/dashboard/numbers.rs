//! Where the page's figures come from: the server's answer at first, the browser's own computing as soon as it has
//! the facts.

use crate::{
    api::{
        error::ApiError,
        numbers::{Source, answer, numbers_source},
    },
    json::{Loaded, load},
    live::{Heard, follow},
    ui::now::use_now,
};
use domain::{
    dashboard::{Dashboard, Question},
    time::Instant,
};
use leptos::{prelude::*, task::spawn_local};
use std::{sync::Arc, time::Duration};

/// How long changes are gathered before the facts are loaded again.
const GATHER: Duration = Duration::from_secs(2);

/// The answer to the question that stands in the URL; to be read below a `Transition`.
#[derive(Clone, Copy)]
pub(super) struct Numbers {
    answered: Loaded<Result<Dashboard, ApiError>>,
    computed: Memo<Option<Arc<Dashboard>>>,
}

impl Numbers {
    /// Starts with the server's answer, and fetches the facts once the page is live.
    pub fn of(question: Memo<Question>) -> Self {
        let facts = RwSignal::new(None::<Arc<Source>>);
        let minute = whole_minutes();
        // Judged anew with other facts or another minute, but not for another question: a filter is answered at once.
        let standings = Memo::new_with_compare(
            move |_| Some(facts.read().as_ref()?.standings(minute.get())),
            |_, _| true,
        );
        let computed = Memo::new(move |_| {
            let (source, standings) = (facts.get()?, standings.get()?);
            Some(Arc::new(source.answer(&question.get(), standings)))
        });
        // Once the browser computes by itself, the server is not asked again.
        let asked = Memo::new(move |before: Option<&String>| match before {
            Some(before) if facts.read().is_some() => before.clone(),
            _ => question.read().to_string(),
        });
        let answered = load(move || asked.get(), answer);
        Effect::new(move |_| fetch(facts));
        keep_fresh(facts);
        Self { answered, computed }
    }

    /// The page's figures; none while the first answer is on its way.
    pub fn get(self) -> Option<Result<Arc<Dashboard>, ApiError>> {
        match self.computed.get() {
            Some(computed) => Some(Ok(computed)),
            None => self.answered.get().map(|answer| answer.map(Arc::new)),
        }
    }

    /// Asks the server again.
    pub fn retry(self) {
        self.answered.refetch();
    }
}

/// The present in whole minutes: clocks that ran out meanwhile show without a change.
fn whole_minutes() -> Memo<Instant> {
    let now = use_now();
    Memo::new(move |_| {
        let seconds = now.get().timestamp();
        Instant::from_timestamp(seconds - seconds % 60, 0).unwrap_or_default()
    })
}

/// A failure leaves what is there: the server's answers go on without the facts.
fn fetch(facts: RwSignal<Option<Arc<Source>>>) {
    spawn_local(async move {
        if let Ok(loaded) = numbers_source().await {
            let _ = facts.try_set(Some(Arc::new(loaded)));
        }
    });
}

/// Loads the facts anew a moment after something changed; several changes in that moment are one.
fn keep_fresh(facts: RwSignal<Option<Arc<Source>>>) {
    let gathering = RwSignal::new(false);
    let change = move |_: Heard| {
        if gathering.try_get_untracked() == Some(false) {
            gathering.set(true);
            let reload = move || {
                let _ = gathering.try_set(false);
                fetch(facts);
            };
            set_timeout(reload, GATHER);
        }
    };
    let known = Memo::new(move |_| facts.read().as_ref().map(|source| source.seq));
    let following = RwSignal::new(false);
    let owner = Owner::current();
    Effect::new(move |_| {
        // Followed from the first facts on; the feed itself keeps count from there.
        if let (Some(seq), false) = (known.get(), following.get_untracked()) {
            following.set(true);
            if let Some(owner) = &owner {
                owner.with(|| follow(seq, change));
            }
        }
    });
}
