//! The fields that write a brand: on its page and in a pod request.

use crate::ui::TextArea;
use domain::brand::{Brand, BrandFields};
use leptos::prelude::*;

/// What is being typed.
#[derive(Clone, Copy)]
pub struct Fields {
    text: RwSignal<String>,
    voice: RwSignal<String>,
    dos: RwSignal<String>,
    donts: RwSignal<String>,
    links: RwSignal<String>,
}

impl Fields {
    /// Begins with what is known.
    pub fn of(brand: &Brand) -> Self {
        let known = BrandFields::from(brand);
        Self {
            text: RwSignal::new(known.text),
            voice: RwSignal::new(known.voice),
            dos: RwSignal::new(known.dos),
            donts: RwSignal::new(known.donts),
            links: RwSignal::new(known.links),
        }
    }

    /// What is typed now, with these files.
    pub fn typed(self, files: Vec<String>) -> BrandFields {
        BrandFields {
            text: self.text.get_untracked(),
            voice: self.voice.get_untracked(),
            dos: self.dos.get_untracked(),
            donts: self.donts.get_untracked(),
            links: self.links.get_untracked(),
            files,
        }
    }

    /// The controls; `error` says why the one of that name will not do.
    pub fn view(self, error: impl Fn(&'static str) -> Signal<Option<String>>) -> AnyView {
        view! {
            <TextArea name="text" label="What to know" value=self.text rows=5 optional=true error=error("text")
                hint="What it stands for, for whom, how it looks." />
            <TextArea name="voice" label="Voice" value=self.voice rows=3 optional=true error=error("voice") hint="How it speaks." />
            <div class="form-grid">
                <TextArea name="dos" label="Do" value=self.dos rows=4 optional=true error=error("dos") hint="One a line." />
                <TextArea name="donts" label="Don’t" value=self.donts rows=4 optional=true error=error("donts") hint="One a line." />
            </div>
            <TextArea name="links" label="Links" value=self.links rows=3 optional=true error=error("links")
                hint="One a line, with a name before it if you like: Guidelines https://…" />
        }
        .into_any()
    }
}
