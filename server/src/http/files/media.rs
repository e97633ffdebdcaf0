//! What a browser may show of a file that somebody sent, and what it must save.

use axum::http::HeaderValue;
use domain::file::{FileType, Preview, UNKNOWN, known};

/// Nothing of it may run, load or be framed.
const CLOSED: &str = "default-src 'none'; frame-ancestors 'none'; sandbox";

/// A player loads the file once more, as its page; in a sandbox it would ask for it without the cookie.
const PLAYED: &str =
    "default-src 'none'; media-src 'self'; style-src 'unsafe-inline'; frame-ancestors 'none'";

/// The browser's viewer of PDFs does not work in a sandbox; it runs no script as our page either. Our pages frame it.
const FRAMED: &str =
    "default-src 'none'; object-src 'self'; style-src 'unsafe-inline'; frame-ancestors 'self'";

/// How a file is handed to a browser.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Handing {
    /// `Content-Type`.
    pub kind: &'static str,
    /// Whether it is shown in the browser rather than saved.
    pub inline: bool,
    /// `Content-Security-Policy`.
    pub policy: &'static str,
}

/// By what its bytes are: neither its name nor what the sender called its type is believed. Only what
/// `domain::file` lets browsers show is shown.
pub fn handing(found: &str) -> Handing {
    let Some(FileType {
        media,
        preview: Some(preview),
        ..
    }) = known(found)
    else {
        return Handing {
            kind: UNKNOWN,
            inline: false,
            policy: CLOSED,
        };
    };
    let (kind, policy) = match preview {
        Preview::Image => (*media, CLOSED),
        Preview::Text => ("text/plain; charset=utf-8", CLOSED),
        Preview::Video | Preview::Audio => (*media, PLAYED),
        Preview::Pdf => (*media, FRAMED),
    };
    Handing {
        kind,
        inline: true,
        policy,
    }
}

/// `Content-Disposition`, with the name as it was sent and, for old clients, in ASCII.
pub fn disposition(name: &str, inline: bool) -> HeaderValue {
    let way = if inline { "inline" } else { "attachment" };
    let plain: String = name
        .chars()
        .map(|letter| if is_plain(letter) { letter } else { '_' })
        .collect();
    let header = format!(
        "{way}; filename=\"{plain}\"; filename*=UTF-8''{}",
        percent(name)
    );
    HeaderValue::from_str(&header).unwrap_or(HeaderValue::from_static("attachment"))
}

fn is_plain(letter: char) -> bool {
    (letter == ' ' || letter.is_ascii_graphic()) && !matches!(letter, '"' | '\\' | '/' | '%')
}

fn percent(name: &str) -> String {
    let mut encoded = String::new();
    for byte in name.bytes() {
        match byte {
            b'0'..=b'9' | b'A'..=b'Z' | b'a'..=b'z' | b'-' | b'.' | b'_' | b'~' => {
                encoded.push(byte.into())
            }
            other => encoded.push_str(&format!("%{other:02X}")),
        }
    }
    encoded
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn nothing_that_could_run_is_shown() {
        for (found, kind, inline) in [
            ("video/mp4", "video/mp4", true),
            ("image/png", "image/png", true),
            ("application/pdf", "application/pdf", true),
            ("text/plain", "text/plain; charset=utf-8", true),
            ("image/svg+xml", UNKNOWN, false),
            ("text/html", UNKNOWN, false),
            ("text/xml", UNKNOWN, false),
            ("application/zip", UNKNOWN, false),
            ("application/x-shockwave-flash", UNKNOWN, false),
            ("", UNKNOWN, false),
        ] {
            let handing = handing(found);
            assert_eq!((handing.kind, handing.inline), (kind, inline), "{found}");
        }
    }

    #[test]
    fn a_name_cannot_break_out_of_its_header() {
        assert_eq!(
            disposition("Übersicht \"A\"\r\n.pdf", false),
            "attachment; filename=\"_bersicht _A___.pdf\"; filename*=UTF-8''%C3%9Cbersicht%20%22A%22%0D%0A.pdf"
        );
    }
}
