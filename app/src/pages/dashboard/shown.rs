//! The figures on the screen. The page is built once; each text and attribute reads its own part of the figures, and
//! the browser touches only those that read differently.

use super::PATH;
use domain::{
    dashboard::{Dashboard as Figures, Open, Question},
    metrics::Metric,
};
use leptos::prelude::*;
use std::sync::Arc;

/// What the page shows now.
#[derive(Clone, Copy)]
pub(super) struct Shown {
    /// None before the first answer.
    pub figures: Memo<Option<Arc<Figures>>>,
    /// What the URL asks now; the figures may still answer the question before.
    pub question: Memo<Question>,
}

impl Shown {
    /// Part of the figures; where there is no such part, what stands for nothing.
    pub fn read<T: Default + Send + Sync + 'static>(
        self,
        part: impl Fn(&Figures) -> Option<T> + Send + Sync + 'static,
    ) -> Signal<T> {
        Signal::derive(move || self.part(&part))
    }

    /// One of many: what is read off it is read again only when it changed.
    pub fn one<T: Clone + PartialEq + Send + Sync + 'static>(
        self,
        part: impl Fn(&Figures) -> Option<&T> + Send + Sync + 'static,
    ) -> One<T> {
        One(Memo::new(move |_| {
            part(self.figures.read().as_deref()?).cloned()
        }))
    }

    /// Whether something holds; to build what is seen only then.
    pub fn whether(self, holds: impl Fn(&Figures) -> bool + Send + Sync + 'static) -> Memo<bool> {
        whether(self.read(move |figures| Some(holds(figures))))
    }

    /// The address at which the records of a metric are open.
    pub fn records(self, metric: Signal<Option<Metric>>) -> Signal<String> {
        Signal::derive(move || {
            let open = metric.get().map(Open::of);
            self.question.read().opening(open).at(PATH)
        })
    }

    fn part<T: Default>(self, part: &dyn Fn(&Figures) -> Option<T>) -> T {
        let figures = self.figures.read();
        figures.as_deref().and_then(part).unwrap_or_default()
    }
}

/// A tile, a trend, a deadline; none where there is no such one any more.
pub(super) struct One<T: Send + Sync + 'static>(Memo<Option<T>>);

impl<T: Send + Sync + 'static> Clone for One<T> {
    fn clone(&self) -> Self {
        *self
    }
}

impl<T: Send + Sync + 'static> Copy for One<T> {}

impl<T: Send + Sync + 'static> One<T> {
    /// Part of it; where it is gone, what stands for nothing.
    pub fn read<U: Default + Send + Sync + 'static>(self, part: fn(&T) -> U) -> Signal<U> {
        Signal::derive(move || self.0.read().as_ref().map(part).unwrap_or_default())
    }

    /// Whether something holds; to build what is seen only then.
    pub fn whether(self, holds: fn(&T) -> bool) -> Memo<bool> {
        whether(self.read(holds))
    }
}

fn whether(holds: Signal<bool>) -> Memo<bool> {
    Memo::new(move |_| holds.get())
}
