//! JSON read in one way only, the one that server functions use.
//!
//! Every other way (from text, from a `Value`) would put a second copy of each type's reader into the browser's download.

use leptos::{
    prelude::Resource,
    server::codee::{Decoder, Encoder},
};
use serde::{Serialize, de::DeserializeOwned};
use serde_json::Error;
use std::future::Future;

/// Reads a value. The error says where the text is not one.
pub fn read<T: DeserializeOwned>(json: &str) -> Result<T, Error> {
    serde_json::from_slice(json.as_bytes())
}

/// How what a resource loaded on the server reaches the browser.
#[derive(Clone, Copy, Debug)]
pub struct Json;

impl<T: Serialize> Encoder<T> for Json {
    type Error = Error;
    type Encoded = String;

    fn encode(value: &T) -> Result<String, Error> {
        serde_json::to_string(value)
    }
}

impl<T: DeserializeOwned> Decoder<T> for Json {
    type Error = Error;
    type Encoded = str;

    fn decode(json: &str) -> Result<T, Error> {
        read(json)
    }
}

/// What a page has loaded, or is loading.
pub type Loaded<T> = Resource<T, Json>;

/// Loads `answer(question())`, again whenever the question changes.
pub fn load<S, T, Fut>(
    question: impl Fn() -> S + Send + Sync + 'static,
    answer: impl Fn(S) -> Fut + Send + Sync + 'static,
) -> Loaded<T>
where
    S: PartialEq + Clone + Send + Sync + 'static,
    T: Serialize + DeserializeOwned + Send + Sync + 'static,
    Fut: Future<Output = T> + Send + 'static,
{
    Resource::new_with_options(question, answer, false)
}
