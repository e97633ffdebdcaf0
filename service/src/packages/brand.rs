//! The brand context of a pod request in the database, and what stands around it.

use crate::{
    Error, Result, brands,
    db::{
        Tx, all, optional,
        rows::{BrandContextFileRow, BrandContextRow},
        run,
    },
    files,
    handoffs::Work,
};
use domain::{
    brand::{Brand, CarriedOver},
    handoff::HandoffKind,
    ids::*,
    package::BrandAround,
    time::Instant,
};
use uuid::Uuid;

/// What the brand context of a handoff says.
pub(super) async fn load(tx: &mut Tx, handoff: Uuid) -> Result<Brand> {
    let Some(row) = row(tx, handoff).await? else {
        return Ok(Brand::default());
    };
    let sql = "SELECT file FROM brand_context_file WHERE handoff = $1 ORDER BY seq";
    let files = all!(tx, (Uuid,), sql, handoff)?;
    let files = files.into_iter().map(|(id,)| FileId(id)).collect();
    brands::read(
        [&row.body, &row.voice, &row.dos, &row.donts],
        &row.links,
        files,
    )
}

async fn row(tx: &mut Tx, handoff: Uuid) -> Result<Option<BrandContextRow>> {
    let sql = "SELECT * FROM brand_context WHERE handoff = $1";
    optional!(tx, BrandContextRow, sql, handoff)
}

/// Writes it in the place of what it said; where it came from stays.
pub(super) async fn write(tx: &mut Tx, handoff: Uuid, brand: &Brand) -> Result<()> {
    let from = row(tx, handoff).await?;
    run!(tx, "DELETE FROM brand_context WHERE handoff = $1", handoff)?;
    run!(
        tx,
        "DELETE FROM brand_context_file WHERE handoff = $1",
        handoff
    )?;
    let row = BrandContextRow {
        handoff,
        body: brand.text.to_string(),
        voice: brand.voice.to_string(),
        dos: brand.dos.to_string(),
        donts: brand.donts.to_string(),
        links: brands::written(&brand.links),
        from_version: from.as_ref().and_then(|row| row.from_version),
        from_at: from.and_then(|row| row.from_at),
    };
    BrandContextRow::insert(tx, &[row]).await?;
    let file = |(seq, file): (i64, &FileId)| BrandContextFileRow {
        handoff,
        seq,
        file: file.0,
    };
    let files: Vec<_> = (1..).zip(&brand.files).map(file).collect();
    BrandContextFileRow::insert(tx, &files).await
}

/// Says that it has what the brand page said in `version`.
pub(crate) async fn note_origin(
    tx: &mut Tx,
    handoff: Uuid,
    version: i64,
    at: Instant,
) -> Result<()> {
    let sql = "UPDATE brand_context SET from_version = $1, from_at = $2 WHERE handoff = $3";
    run!(tx, sql, version, at, handoff).map(drop)
}

/// Where it was carried over from.
pub(super) async fn origin(tx: &mut Tx, handoff: Uuid) -> Result<Option<CarriedOver>> {
    let row = row(tx, handoff).await?;
    let from = row.and_then(|row| row.from_version.zip(row.from_at));
    Ok(from.map(|(version, at)| CarriedOver { version, at }))
}

/// What stands around the brand context of a pod request.
pub(super) async fn around(tx: &mut Tx, work: &Work, brand: &Brand) -> Result<Option<BrandAround>> {
    if work.kind() != HandoffKind::ProductionToGenerative {
        return Ok(None);
    }
    let client = ClientId(work.engagement.client);
    let page = brands::of(tx, client).await?;
    let from = origin(tx, work.row.id).await?;
    let has_news = match from {
        Some(from) => page.version > from.version,
        None => !page.brand.is_empty() && page.brand != *brand,
    };
    Ok(Some(BrandAround {
        client,
        files: files::of_brand_context(tx, HandoffId(work.row.id), client).await?,
        from,
        has_news,
    }))
}

/// All of them are files of this handoff or of the client's brand page, or were chosen before.
pub(super) async fn check_files(tx: &mut Tx, work: &Work, chosen: &[FileId]) -> Result<()> {
    let client = ClientId(work.engagement.client);
    let known = files::of_brand_context(tx, HandoffId(work.row.id), client).await?;
    let unknown = |id: &&FileId| !known.iter().any(|file| file.id == **id);
    match chosen.iter().find(unknown) {
        None => Ok(()),
        Some(_) => Err(Error::invalid(
            "files",
            "This file is neither one of this handoff nor of the brand page: upload it under Files, and choose it here.",
        )),
    }
}
