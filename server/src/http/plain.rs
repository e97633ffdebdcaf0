//! Pages that need nothing to work: for faults, and for answers to forms where the app cannot speak.

use axum::{
    http::StatusCode,
    response::{Html, IntoResponse, Response},
};

/// A small page with a title and a sentence, and the way back to the first page.
pub fn page(status: StatusCode, title: &str, said: &str) -> Response {
    let (title, said) = (escape(title), escape(said));
    let html = format!(
        "<!DOCTYPE html><html lang=\"en\"><head><meta charset=\"utf-8\">\
         <meta name=\"viewport\" content=\"width=device-width, initial-scale=1\"><title>{title} · Baton</title></head>\
         <body><main><h1>{title}</h1><p>{said}</p><p><a href=\"/\">Go to my first page</a></p></main></body></html>"
    );
    (status, Html(html)).into_response()
}

/// The text as HTML shows it.
fn escape(text: &str) -> String {
    let mut escaped = String::with_capacity(text.len());
    for letter in text.chars() {
        match letter {
            '&' => escaped.push_str("&amp;"),
            '<' => escaped.push_str("&lt;"),
            '>' => escaped.push_str("&gt;"),
            '"' => escaped.push_str("&quot;"),
            '\'' => escaped.push_str("&#39;"),
            other => escaped.push(other),
        }
    }
    escaped
}
