//! The parts of the site that a browser loads when a page of theirs is first opened.
//!
//! Each `#[lazy]` function here becomes a WebAssembly file of its own; what several of them use becomes files that
//! they share; all the rest is in the main file, which every page loads. On the server there are no parts.
//! A page belongs to the part of those that people open next: few parts, or what they share falls into crumbs.

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
    /// What the clients see.
    Portal = portal, __preload_portal {
        /// The client's jobs.
        Home => pages::portal::PortalHome().into_any(),
        /// The form of a new request.
        New => pages::portal::NewRequest().into_any(),
        /// One job's timeline.
        Job => pages::portal::PortalJob().into_any(),
    }
}

part! {
    /// Where handoffs are moved.
    Handoffs = handoffs, __preload_handoffs {
        /// All of them.
        Board => guarded(Page::Board, || pages::Board().into_any()),
        /// One of them.
        Handoff => pages::Handoff().into_any(),
    }
}

part! {
    /// What the agency has on its hands.
    Work = work, __preload_work {
        /// All jobs.
        Jobs => guarded(Page::Jobs, || pages::Jobs().into_any()),
        /// One of them.
        Job => pages::Job().into_any(),
        /// All engagements.
        Engagements => guarded(Page::Engagements, || pages::Engagements().into_any()),
        /// One of them.
        Engagement => pages::Engagement().into_any(),
    }
}

part! {
    /// The numbers, which the browser computes by itself.
    Numbers = numbers, __preload_numbers {
        /// How it goes.
        Dashboard => guarded(Page::Dashboard, || pages::Dashboard().into_any()),
        /// How it should go.
        Plan => guarded(Page::Plan, || pages::Plan().into_any()),
        /// Who carries how much.
        Team => guarded(Page::Team, || pages::Team().into_any()),
    }
}

part! {
    /// One's own things.
    Own = own, __preload_own {
        /// Name, password, sessions, looks.
        Account => pages::Account().into_any(),
    }
}
