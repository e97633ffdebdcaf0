//! The media types that files of this work come in.

use super::Preview;

/// Bytes that are none of the known types.
pub const UNKNOWN: &str = "application/octet-stream";
/// No bytes at all.
pub const EMPTY: &str = "application/x-empty";
/// Text in UTF-8.
pub const TEXT: &str = "text/plain";

/// A media type.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct FileType {
    /// Its name, as `Content-Type` has it.
    pub media: &'static str,
    /// What people call it, with its article.
    pub words: &'static str,
    /// The endings that files of this type rightly have; a program's own format is often an archive or a PDF inside.
    pub endings: &'static [&'static str],
    /// How it is looked at. Only what no browser runs as a page of ours: neither SVG nor HTML.
    pub preview: Option<Preview>,
}

/// What is known of a media type.
pub fn known(media: &str) -> Option<&'static FileType> {
    KNOWN.iter().find(|known| known.media == media)
}

const fn shown(
    preview: Preview,
    media: &'static str,
    words: &'static str,
    endings: &'static [&'static str],
) -> FileType {
    FileType {
        media,
        words,
        endings,
        preview: Some(preview),
    }
}

const fn saved(
    media: &'static str,
    words: &'static str,
    endings: &'static [&'static str],
) -> FileType {
    FileType {
        media,
        words,
        endings,
        preview: None,
    }
}

/// Every known type.
#[rustfmt::skip]
pub(super) const KNOWN: &[FileType] = &[
    shown(Preview::Image, "image/avif", "an AVIF image", &["avif"]),
    shown(Preview::Image, "image/gif", "a GIF image", &["gif"]),
    shown(Preview::Image, "image/jpeg", "a JPEG image", &["jpg", "jpeg", "jpe", "jfif"]),
    shown(Preview::Image, "image/png", "a PNG image", &["png"]),
    shown(Preview::Image, "image/webp", "a WebP image", &["webp"]),
    // Cameras and cutting programs name the same container either way.
    shown(Preview::Video, "video/mp4", "an MP4 video", &["mp4", "m4v", "mov"]),
    shown(Preview::Video, "video/quicktime", "a QuickTime video", &["mov", "qt", "mp4"]),
    shown(Preview::Video, "video/webm", "a WebM video", &["webm", "weba"]),
    shown(Preview::Audio, "audio/aac", "an AAC sound", &["aac"]),
    shown(Preview::Audio, "audio/flac", "a FLAC sound", &["flac"]),
    shown(Preview::Audio, "audio/mp4", "an MPEG-4 sound", &["m4a", "m4b", "mp4"]),
    shown(Preview::Audio, "audio/mpeg", "an MP3 sound", &["mp3"]),
    shown(Preview::Audio, "audio/ogg", "an Ogg sound", &["ogg", "oga", "ogv", "opus"]),
    shown(Preview::Audio, "audio/wav", "a WAV sound", &["wav", "wave"]),
    // Illustrator's drawings are PDFs inside.
    shown(Preview::Pdf, "application/pdf", "a PDF", &["pdf", "ai"]),
    shown(Preview::Text, TEXT, "plain text", &[
        "txt", "text", "md", "markdown", "csv", "tsv", "srt", "vtt", "log", "json", "yaml", "yml", "toml", "ini",
        "html", "htm", "xml", "svg", "css", "js", "ts", "sh", "cube", "edl", "fountain", "eml", "ics",
    ]),
    saved(EMPTY, "empty", &[]),
    saved("image/bmp", "a BMP image", &["bmp"]),
    saved("image/heif", "an HEIF image", &["heif", "heic"]),
    saved("image/svg+xml", "an SVG drawing", &["svg", "xml"]),
    saved("image/tiff", "a TIFF image", &["tif", "tiff", "dng", "nef", "arw"]),
    saved("image/vnd.adobe.photoshop", "a Photoshop image", &["psd", "psb"]),
    saved("video/mpeg", "an MPEG video", &["mpg", "mpeg", "ts"]),
    saved("video/x-matroska", "a Matroska video", &["mkv"]),
    saved("video/x-ms-wmv", "a Windows Media video", &["wmv"]),
    saved("video/x-msvideo", "an AVI video", &["avi"]),
    saved("audio/x-aiff", "an AIFF sound", &["aif", "aiff"]),
    saved("text/html", "a web page", &["html", "htm", "xhtml", "md"]),
    saved("text/x-shellscript", "a script", &["sh", "bash", "py", "command"]),
    saved("text/xml", "an XML document", &["xml", "xhtml", "html", "svg"]),
    saved("application/rtf", "an RTF document", &["rtf", "doc"]),
    saved("application/postscript", "a PostScript drawing", &["ps", "eps", "ai"]),
    saved("application/msword", "a Word document", &["doc"]),
    saved("application/vnd.ms-excel", "an Excel sheet", &["xls"]),
    saved("application/vnd.ms-powerpoint", "a PowerPoint deck", &["ppt"]),
    saved("application/x-ole-storage", "an Office document", &["doc", "xls", "ppt", "msg"]),
    saved("application/vnd.openxmlformats-officedocument.presentationml.presentation", "a PowerPoint deck", &["pptx"]),
    saved("application/vnd.openxmlformats-officedocument.spreadsheetml.sheet", "an Excel sheet", &["xlsx"]),
    saved("application/vnd.openxmlformats-officedocument.wordprocessingml.document", "a Word document", &["docx"]),
    saved("application/zip", "a ZIP archive", &["zip", "docx", "pptx", "xlsx", "odt"]),
    saved("application/gzip", "a gzip archive", &["gz", "tgz"]),
    saved("application/vnd.rar", "a RAR archive", &["rar"]),
    saved("application/x-7z-compressed", "a 7-Zip archive", &["7z"]),
    saved("application/x-tar", "a tar archive", &["tar"]),
    saved("application/vnd.microsoft.portable-executable", "a program", &["exe", "dll"]),
    saved("application/x-executable", "a program", &["elf", "bin"]),
    saved("application/x-mach-binary", "a program", &["mach", "bin"]),
    saved("application/java", "a program", &["class"]),
];
