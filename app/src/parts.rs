//! The parts of the site that a browser loads when a page of theirs is first opened.
//!
//! Each `#[lazy]` function here becomes a WebAssembly file of its own; what several of them use becomes files that
//! they share; all the rest is in the main file, which every page loads. On the server there are no parts.
//! A page that a role begins with is a part of its own, the others are with those that people open next to them: few
//! parts, or what they share falls into crumbs.

use crate::{frame::guarded, pages};
use domain::policy::Page;
use leptos::{lazy, prelude::*};
use leptos_router::ChooseView;

/// `part!(Part = function, preload { Page => its view, … })`: one part, the choice among its pages being the route's view.
macro_rules! part {
    ($(#[$doc:meta])* $part:ident = $load_and_view:ident, $load:ident { $($(#[$page_doc:meta])* $page:ident => $view:expr,)* }) => {
        $(#[$doc])*
        #[derive(Clone, Copy, Debug)]
        pub enum $part { $($(#[$page_doc])* $page,)* }

        impl ChooseView for $part {
            async fn choose(self) -> AnyView {
                #[cfg(feature = "ssr")]
                crate::shell::preload_part(stringify!($load_and_view));
                $load_and_view(self).await
            }

            /// Awaited before the page that one comes from is taken away.
            async fn preload(&self) {
                #[cfg(target_family = "wasm")]
                $load().await;
            }
        }

        #[lazy]
        fn $load_and_view(page: $part) -> AnyView {
            match page { $($part::$page => $view,)* }
        }
    };
}

part! {
    /// Where clients begin.
    Portal = portal, __preload_portal {
        /// The client's jobs.
        Home => pages::portal::PortalHome().into_any(),
    }
}

part! {
    /// Where producers begin.
    Handoffs = handoffs, __preload_handoffs {
        /// The handoffs, to be moved.
        Board => guarded(Page::Board, || pages::Board().into_any()),
    }
}

part! {
    /// Where executives begin.
    Numbers = numbers, __preload_numbers {
        /// How it goes.
        Dashboard => guarded(Page::Dashboard, || pages::Dashboard().into_any()),
    }
}

part! {
    /// What is one's own: a client's requests, everybody's account.
    Own = own, __preload_own {
        /// The form of a new request.
        New => pages::portal::NewRequest().into_any(),
        /// One request's timeline.
        Job => pages::portal::PortalJob().into_any(),
        /// Name, password, sessions, looks.
        Account => pages::Account().into_any(),
    }
}

part! {
    /// What stands behind the agency's first pages.
    Work = work, __preload_work {
        /// The handoffs in rows.
        List => guarded(Page::Board, || pages::BoardList().into_any()),
        /// What somebody looks at often.
        Views => pages::Views().into_any(),
        /// How many handoffs each column takes.
        Limits => guarded(Page::Board, || pages::Limits().into_any()),
        /// One handoff.
        Handoff => pages::Handoff().into_any(),
        /// The closing report that one hands over.
        Report => pages::Report().into_any(),
        /// All jobs.
        Jobs => guarded(Page::Jobs, || pages::Jobs().into_any()),
        /// One of them.
        Job => pages::Job().into_any(),
        /// All engagements.
        Engagements => guarded(Page::Engagements, || pages::Engagements().into_any()),
        /// One of them.
        Engagement => pages::Engagement().into_any(),
        /// What is known of a client's brand.
        Brand => guarded(Page::Engagements, || pages::ClientBrand().into_any()),
        /// How often QC sends work back, and why.
        Quality => guarded(Page::Quality, || pages::Quality().into_any()),
        /// How it should go.
        Plan => guarded(Page::Plan, || pages::Plan().into_any()),
        /// Who carries how much.
        Team => guarded(Page::Team, || pages::Team().into_any()),
        /// What somebody holds, to be passed on.
        Desk => guarded(Page::Team, || pages::Desk().into_any()),
    }
}

part! {
    /// What is found, and what opens over any page.
    Finding = finding, __preload_finding {
        /// What concerns the viewer.
        Feed => pages::Feed().into_any(),
        /// The search as a page.
        Search => pages::Search().into_any(),
        /// The palette.
        Palette => pages::Palette().into_any(),
        /// The list of shortcuts.
        Shortcuts => pages::Shortcuts().into_any(),
    }
}
