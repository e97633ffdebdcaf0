//! The figures on the screen. The page is built once; each text and attribute reads its own part of the figures, and
//! the browser touches only those that read differently.

use super::PATH;
use domain::dashboard::{Dashboard as Figures, Question};
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

    /// Whether something holds; to build what is seen only then.
    pub fn whether(self, holds: impl Fn(&Figures) -> bool + Send + Sync + 'static) -> Memo<bool> {
        let holds: Box<dyn Fn(&Figures) -> bool + Send + Sync> = Box::new(holds);
        Memo::new(move |_| self.part(&|figures| Some(holds(figures))))
    }

    /// The address of another question.
    pub fn address(
        self,
        of: impl Fn(&Figures, &Question) -> Option<Question> + Send + Sync + 'static,
    ) -> Signal<String> {
        self.read(move |figures| Some(of(figures, &self.question.read())?.at(PATH)))
    }

    fn part<T: Default>(self, part: &dyn Fn(&Figures) -> Option<T>) -> T {
        let figures = self.figures.read();
        figures.as_deref().and_then(part).unwrap_or_default()
    }
}
