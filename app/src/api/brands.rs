//! Brand pages of clients.
//!
//! What changes something takes plain fields, so that a form posts it without scripts as well.

#![allow(
    missing_docs,
    reason = "the fields of a server function are its arguments, named in its sentence"
)]

use super::error::ApiError;
use domain::{
    brand::BrandPage,
    ids::{ClientId, FileId},
};
use leptos::{prelude::*, server_fn::codec::Json};

/// The brand page of a client.
#[server(input = Json)]
pub async fn load_brand(client: ClientId) -> Result<BrandPage, ApiError> {
    let (service, actor) = crate::context::signed_in()?;
    Ok(service::brands::brand_page(&service, &actor, client).await?)
}

/// Writes a brand page: its texts, and its links, one a line.
#[server]
pub async fn save_brand_page(
    client: ClientId,
    version: i64,
    #[server(default)] text: String,
    #[server(default)] voice: String,
    #[server(default)] dos: String,
    #[server(default)] donts: String,
    #[server(default)] links: String,
) -> Result<i64, ApiError> {
    let (service, actor) = crate::context::signed_in()?;
    let fields = domain::brand::BrandFields {
        text,
        voice,
        dos,
        donts,
        links,
        files: Vec::new(),
    };
    let command = domain::brand::SaveBrand {
        client,
        version,
        fields,
    };
    Ok(service::brands::write_brand(&service, &actor, command).await?)
}

/// Takes a file off its brand page.
#[server]
pub async fn take_off_file(file: FileId) -> Result<(), ApiError> {
    let (service, actor) = crate::context::signed_in()?;
    service::brands::take_off(&service, &actor, file).await?;
    Ok(())
}
