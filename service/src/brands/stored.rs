//! Brand pages in the database, and in the change log as they were.

use crate::{
    Error, Result,
    db::{
        Tx, all, optional,
        rows::{BrandPageRow, meaning},
    },
};
use domain::{
    brand::{Brand, BrandLink},
    ids::*,
};
use uuid::Uuid;

/// What a brand page is called in the change log.
pub(super) const ENTITY: &str = "brand_page";

/// What a brand page says, and in which version; 0 before anything was written.
#[derive(Clone, Debug, Default)]
pub(crate) struct Known {
    pub version: i64,
    pub brand: Brand,
}

/// What a client's brand page says.
pub(crate) async fn of(tx: &mut Tx, client: ClientId) -> Result<Known> {
    let Some(row) = BrandPageRow::by_id(tx, client.0).await? else {
        return Ok(Known::default());
    };
    let sql = "SELECT id FROM file WHERE brand = $1 AND taken_off_at IS NULL ORDER BY at, id";
    let files = all!(tx, (Uuid,), sql, client.0)?;
    let files = files.into_iter().map(|(id,)| FileId(id)).collect();
    let texts = [&row.body, &row.voice, &row.dos, &row.donts];
    Ok(Known {
        version: row.version,
        brand: read(texts, &row.links, files)?,
    })
}

/// What it said in an earlier version.
pub(crate) async fn at(tx: &mut Tx, client: ClientId, version: i64) -> Result<Brand> {
    let sql = "SELECT body FROM change WHERE entity = $1 AND entity_id = $2 AND version = $3 ORDER BY seq LIMIT 1";
    let found = optional!(tx, (String,), sql, ENTITY, client.to_string(), version)?;
    found.map_or_else(
        || Ok(Brand::default()),
        |(body,)| serde_json::from_str(&body).map_err(|error| Error::fault("change.body", error)),
    )
}

/// A brand as its columns have it: text, voice, do, don't; links one a line.
pub(crate) fn read(
    [text, voice, dos, donts]: [&String; 4],
    links: &str,
    files: Vec<FileId>,
) -> Result<Brand> {
    let links = links
        .lines()
        .map(|link| meaning::read("a brand's link", link));
    Ok(Brand {
        text: meaning::read("a brand's text", text)?,
        voice: meaning::read("a brand's voice", voice)?,
        dos: meaning::read("what a brand does", dos)?,
        donts: meaning::read("what a brand does not", donts)?,
        links: links.collect::<Result<_>>()?,
        files,
    })
}

/// Links as their column has them.
pub(crate) fn written(links: &[BrandLink]) -> String {
    let lines: Vec<_> = links.iter().map(ToString::to_string).collect();
    lines.join("\n")
}
