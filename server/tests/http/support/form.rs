//! Forms with files.

use super::HOST;
use axum::{
    body::Body,
    http::{Request, header},
};
use bytes::Bytes;
use futures::stream;

const BOUNDARY: &str = "between-the-fields";

/// A form as browsers send it.
#[derive(Default)]
pub struct Form(Vec<Bytes>);

impl Form {
    pub fn new() -> Self {
        Self::default()
    }

    pub fn text(mut self, name: &str, text: &str) -> Self {
        self.begin(&format!("name=\"{name}\""));
        self.0.push(Bytes::from(text.to_owned()));
        self
    }

    pub fn file(mut self, name: &str, content: &'static [u8]) -> Self {
        self.begin(&format!("name=\"files\"; filename=\"{name}\""));
        self.0.push(Bytes::from_static(content));
        self
    }

    /// A file of so many megabytes, which are never in memory at once.
    pub fn large_file(mut self, name: &str, megabytes: usize) -> Self {
        self.begin(&format!("name=\"files\"; filename=\"{name}\""));
        let megabyte = Bytes::from(vec![7; 1 << 20]);
        self.0.extend(std::iter::repeat_n(megabyte, megabytes));
        self
    }

    pub fn request(mut self, path: &str, accept: &str) -> Request<Body> {
        self.0.push(Bytes::from(format!("\r\n--{BOUNDARY}--\r\n")));
        Request::post(path)
            .header(
                header::CONTENT_TYPE,
                format!("multipart/form-data; boundary={BOUNDARY}"),
            )
            .header(header::ACCEPT, accept)
            .header(header::ORIGIN, format!("http://{HOST}"))
            .body(Body::from_stream(stream::iter(
                self.0.into_iter().map(Ok::<_, std::io::Error>),
            )))
            .unwrap()
    }

    fn begin(&mut self, disposition: &str) {
        let before = if self.0.is_empty() { "" } else { "\r\n" };
        self.0.push(Bytes::from(format!(
            "{before}--{BOUNDARY}\r\nContent-Disposition: form-data; {disposition}\r\n\r\n"
        )));
    }
}
