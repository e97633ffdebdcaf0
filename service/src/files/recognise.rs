//! What bytes are.

use domain::file::{EMPTY, TEXT, UNKNOWN};
use std::str::from_utf8;

/// How many of the first bytes are looked at.
pub(super) const HEAD: usize = 64 << 10;

const SVG: &str = "image/svg+xml";

/// Formats whose beginning can be text. Of others a text may happen to begin like one: `BM…` is not always an image.
const WRITTEN: [&str; 6] = [
    "application/pdf",
    "application/postscript",
    "application/rtf",
    "text/html",
    "text/x-shellscript",
    "text/xml",
];

/// The media type of a file that begins with `head`, which is all of it or at least `HEAD` bytes.
pub(super) fn recognise(head: &[u8]) -> &'static str {
    if head.is_empty() {
        return EMPTY;
    }
    let found = infer::get(head).map(|found| usual(found.mime_type()));
    match text(head) {
        Some(text) if is_svg(text) => SVG,
        Some(_) => found
            .filter(|found| WRITTEN.contains(found))
            .unwrap_or(TEXT),
        None => found.unwrap_or(UNKNOWN),
    }
}

/// The name that `domain::file` and browsers have for a type.
fn usual(media: &'static str) -> &'static str {
    match media {
        "audio/m4a" => "audio/mp4",
        "audio/opus" => "audio/ogg",
        "audio/x-flac" => "audio/flac",
        "audio/x-wav" => "audio/wav",
        "video/x-m4v" => "video/mp4",
        media => media,
    }
}

/// The text that it is, in UTF-8, cut before a letter that the end of `head` breaks off.
fn text(head: &[u8]) -> Option<&str> {
    let text = match from_utf8(head) {
        Ok(text) => text,
        Err(broken) if head.len() >= HEAD && broken.error_len().is_none() => {
            from_utf8(&head[..broken.valid_up_to()]).ok()?
        }
        Err(_) => return None,
    };
    let is_unwritten = |letter: char| letter.is_control() && !"\t\n\r\u{c}\u{1b}".contains(letter);
    (!text.contains(is_unwritten)).then_some(text)
}

/// Whether it is a drawing: its first tag is `svg`.
fn is_svg(text: &str) -> bool {
    let mut tags = text
        .split('<')
        .skip(1)
        .filter(|tag| !tag.starts_with(['?', '!']));
    let begins = text.trim_start_matches('\u{feff}').trim_start();
    begins.starts_with('<') && tags.next().is_some_and(|tag| tag.starts_with("svg"))
}

#[cfg(test)]
mod tests {
    use super::*;
    use rstest::rstest;

    const ELF: &[u8] = &[
        0x7f, b'E', b'L', b'F', 2, 1, 1, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0,
        0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0,
    ];

    #[rstest]
    #[case(b"", EMPTY)]
    #[case(b"\x89PNG\r\n\x1a\n....", "image/png")]
    #[case(b"\xff\xd8\xff\xe0..", "image/jpeg")]
    #[case(b"GIF89a.\0", "image/gif")]
    #[case(b"%PDF-1.4\n1 0 obj", "application/pdf")]
    #[case(b"%PDF-1.4\n%\xe2\xe3\xcf", "application/pdf")]
    #[case(b"\0\0\0\x18ftypisom\0\0\x02\0", "video/mp4")]
    #[case(b"\0\0\0\x14ftypqt  \0\0\x02\0", "video/quicktime")]
    #[case(b"\0\0\0\x1cftypM4A \0\0\x02\0", "audio/mp4")]
    #[case(b"RIFF\x24\0\0\0WAVEfmt ", "audio/wav")]
    #[case(b"ID3\x04\0\0", "audio/mpeg")]
    #[case(b"PK\x03\x04\x14\0", "application/zip")]
    #[case(ELF, "application/x-executable")]
    #[case(b"Hello, \xc3\xbc", TEXT)]
    #[case(b"BMW wants a film.", TEXT)]
    #[case(b"MZ is a beginning.", TEXT)]
    #[case(b"Caf\xe9 in Latin-1", UNKNOWN)]
    #[case(b"nul\0", UNKNOWN)]
    #[case(b"<!DOCTYPE html><p>", "text/html")]
    #[case(b" <script >alert(1)</script>", "text/html")]
    #[case(b"<svg onload='alert(1)'/>", SVG)]
    #[case(b"<?xml version='1.0'?>\n<!-- drawn -->\n<svg>", SVG)]
    #[case(b"<?xml version='1.0'?><fcpxml>", "text/xml")]
    #[case(b"#!/bin/sh\n", "text/x-shellscript")]
    #[case(b"# A <svg> heading", TEXT)]
    fn bytes_say_what_they_are(#[case] head: &[u8], #[case] found: &str) {
        assert_eq!(recognise(head), found);
    }

    #[test]
    fn a_letter_that_is_cut_off_is_still_text() {
        let mut head = vec![b'a'; HEAD - 1];
        head.push(0xc3);
        assert_eq!(recognise(&head), TEXT);
        assert_eq!(recognise(&head[HEAD - 10..]), UNKNOWN, "its end is its end");
    }
}
