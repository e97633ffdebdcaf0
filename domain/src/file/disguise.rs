//! A file whose name says one thing and whose bytes say another.

use super::{
    EMPTY, TEXT, UNKNOWN, ending, known as known_type,
    known::{FileType, KNOWN},
};
use std::fmt;

/// What the name says, and what the bytes are. Reads as "named .png, but its content is a PDF".
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Disguise {
    ending: String,
    content: String,
}

impl fmt::Display for Disguise {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "named .{}, but {}", self.ending, self.content)
    }
}

/// How the name `name` misleads about bytes of the media type `found`; unset where it does not. An ending that no known
/// type has says nothing, and so does one of a text whose encoding is not known.
pub fn disguise(name: &str, found: &str) -> Option<Disguise> {
    let ending = ending(name)?;
    let fits = |known: &FileType| known.endings.contains(&ending.as_str());
    let mut claimed = KNOWN.iter().filter(|known| fits(known)).peekable();
    claimed.peek()?;
    let content = match known_type(found) {
        Some(known) if fits(known) => return None,
        _ if found == EMPTY => "it is empty".to_owned(),
        Some(known) => format!("its content is {}", known.words),
        None if found == UNKNOWN && claimed.any(|known| known.media == TEXT) => return None,
        None if found == UNKNOWN => "its content is of no known type".to_owned(),
        None => format!("its content is {found}"),
    };
    Some(Disguise { ending, content })
}

#[cfg(test)]
mod tests {
    use super::*;
    use rstest::rstest;

    #[rstest]
    #[case("logo.png", "image/png", None)]
    #[case("Logo.PNG", "image/png", None)]
    #[case(
        "logo.png",
        "application/pdf",
        Some("named .png, but its content is a PDF")
    )]
    #[case(
        "photo.jpg",
        "image/png",
        Some("named .jpg, but its content is a PNG image")
    )]
    #[case(
        "brief.pdf",
        "text/html",
        Some("named .pdf, but its content is a web page")
    )]
    #[case("cut.mov", "video/mp4", None)]
    #[case("logo.ai", "application/pdf", None)]
    #[case("deck.pptx", "application/zip", None)]
    #[case(
        "notes.txt",
        "application/vnd.microsoft.portable-executable",
        Some("named .txt, but its content is a program")
    )]
    #[case("notes.txt", UNKNOWN, None)]
    #[case(
        "photo.jpg",
        UNKNOWN,
        Some("named .jpg, but its content is of no known type")
    )]
    #[case("photo.jpg", EMPTY, Some("named .jpg, but it is empty"))]
    #[case("notes.txt", EMPTY, Some("named .txt, but it is empty"))]
    #[case(
        "photo.jpg",
        "application/dicom",
        Some("named .jpg, but its content is application/dicom")
    )]
    #[case("scene.aep", "application/pdf", None)]
    #[case("png", "application/pdf", None)]
    #[case(".png", "application/pdf", None)]
    #[case(
        "photo.png.html",
        "image/png",
        Some("named .html, but its content is a PNG image")
    )]
    fn a_name_is_held_against_the_bytes(
        #[case] name: &str,
        #[case] found: &str,
        #[case] said: Option<&str>,
    ) {
        let disguise = disguise(name, found).map(|disguise| disguise.to_string());
        assert_eq!(disguise.as_deref(), said);
    }

    #[test]
    fn no_two_types_have_one_name_and_nothing_that_runs_is_shown() {
        for (place, one) in KNOWN.iter().enumerate() {
            let others = &KNOWN[place + 1..];
            assert!(
                !others.iter().any(|other| other.media == one.media),
                "{}",
                one.media
            );
            assert!(
                one.endings
                    .iter()
                    .all(|ending| *ending == ending.to_lowercase())
            );
        }
        for runs in [
            "image/svg+xml",
            "text/html",
            "text/xml",
            "text/x-shellscript",
        ] {
            assert_eq!(super::super::preview(runs), None, "{runs}");
        }
    }
}
