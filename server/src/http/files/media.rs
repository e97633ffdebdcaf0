//! What a browser may show of a file that somebody sent, and what it must save.

use axum::http::HeaderValue;

/// Types that cannot run anything as our page. SVG and HTML are not among them.
const SHOWN: [&str; 13] = [
    "application/pdf",
    "audio/m4a",
    "audio/mp4",
    "audio/mpeg",
    "audio/ogg",
    "audio/wav",
    "image/avif",
    "image/gif",
    "image/jpeg",
    "image/png",
    "image/webp",
    "video/mp4",
    "video/webm",
];

const PDF: &str = "application/pdf";

/// How a file is handed to a browser.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Handing {
    /// `Content-Type`.
    pub kind: &'static str,
    /// Whether it is shown in the browser rather than saved.
    pub inline: bool,
    /// `Content-Security-Policy`.
    pub policy: &'static str,
}

/// By the file's name alone: what the sender called its type is not believed.
pub fn handing(name: &str) -> Handing {
    let guessed = mime_guess::from_path(name).first_or_octet_stream();
    match SHOWN
        .into_iter()
        .find(|shown| *shown == guessed.essence_str())
    {
        // The browser's viewer of PDFs does not work in a sandbox; it runs no script as our page either.
        Some(PDF) => Handing {
            kind: PDF,
            inline: true,
            policy: "frame-ancestors 'self'",
        },
        Some(kind) => Handing {
            kind,
            inline: true,
            policy: "default-src 'none'; frame-ancestors 'none'; sandbox",
        },
        None => Handing {
            kind: "application/octet-stream",
            inline: false,
            policy: "default-src 'none'; frame-ancestors 'none'; sandbox",
        },
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
        for (name, inline) in [
            ("cut.mp4", true),
            ("Cut.PNG", true),
            ("brief.pdf", true),
            ("logo.svg", false),
            ("page.html", false),
            ("page.xhtml", false),
            ("feed.xml", false),
            ("photo.png.html", false),
            ("script.js", false),
            ("notes.txt", false),
            ("no extension", false),
        ] {
            assert_eq!(handing(name).inline, inline, "{name}");
        }
        assert_eq!(handing("logo.svg").kind, "application/octet-stream");
    }

    #[test]
    fn a_name_cannot_break_out_of_its_header() {
        assert_eq!(
            disposition("Übersicht \"A\"\r\n.pdf", false),
            "attachment; filename=\"_bersicht _A___.pdf\"; filename*=UTF-8''%C3%9Cbersicht%20%22A%22%0D%0A.pdf"
        );
    }
}
