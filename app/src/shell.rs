//! The HTML document around the app.

use crate::{App, boot::Boot};
use leptos::{nonce::use_nonce, prelude::*};
use leptos_meta::MetaTags;
use std::collections::BTreeMap;

/// The names under `/pkg/` of the files that the build made; the server reads them from its manifest and puts
/// them into the context of each request.
#[derive(Clone, Debug, Default)]
pub struct Assets {
    /// The module that starts the WebAssembly.
    pub js: String,
    /// The WebAssembly.
    pub wasm: String,
    /// The style sheet.
    pub css: String,
    /// The typeface.
    pub font: String,
    /// The further WebAssembly files of each part of the site, by the part's name.
    pub parts: BTreeMap<String, Vec<String>>,
}

impl Assets {
    fn start_script(&self) -> String {
        let Self { js, wasm, .. } = self;
        format!(
            "import init,{{hydrate}} from '/pkg/{js}';\
             await init({{module_or_path:'/pkg/{wasm}'}});await hydrate();document.documentElement.dataset.hydrated=true"
        )
    }
}

/// The whole document: head with the site's files, body with the app.
pub fn shell() -> impl IntoView {
    let assets = use_context::<Assets>().unwrap_or_default();
    let looks = use_context::<Boot>().unwrap_or_default().looks;
    let nonce = use_nonce();
    let script = assets.start_script();
    view! {
        <!DOCTYPE html>
        <html lang="en" data-theme=looks.theme.attribute() data-density=looks.density.attribute()
            data-shortcuts=looks.shortcuts_attribute()>
            <head>
                <meta charset="utf-8" />
                <meta name="viewport" content="width=device-width, initial-scale=1, viewport-fit=cover" />
                <meta name="theme-color" media="(prefers-color-scheme: light)" content="#f9f9f8" />
                <meta name="theme-color" media="(prefers-color-scheme: dark)" content="#111110" />
                <link rel="icon" type="image/svg+xml" href="/favicon.svg" />
                <link rel="preload" href=pkg(&assets.font) r#as="font" r#type="font/woff2" crossorigin="anonymous" />
                <link rel="stylesheet" href=pkg(&assets.css) />
                <link rel="modulepreload" href=pkg(&assets.js) nonce=nonce.clone() />
                <link rel="preload" href=pkg(&assets.wasm) r#as="fetch" r#type="application/wasm" crossorigin="anonymous" />
                <script type="module" nonce=nonce inner_html=script></script>
                <MetaTags />
            </head>
            <body>
                <App />
            </body>
        </html>
    }
}

/// Lets the browser fetch a part's files together with the main one, not after it.
#[cfg(feature = "ssr")]
pub(crate) fn preload_part(part: &str) {
    let assets = use_context::<Assets>().unwrap_or_default();
    for file in assets.parts.get(part).into_iter().flatten() {
        let link = view! {
            <leptos_meta::Link rel="preload" href=pkg(file) as_="fetch" type_="application/wasm" crossorigin="anonymous" />
        };
        // Rendering puts it into the page's head; nothing is left for here.
        let _ = link.to_html();
    }
}

fn pkg(name: &str) -> String {
    format!("/pkg/{name}")
}
