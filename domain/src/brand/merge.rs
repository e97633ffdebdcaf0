//! Bringing what changed on a brand page into a copy of it.

use super::Brand;
use crate::text::{BadText, BrandText};

/// What `copy` says once it has what changed on the page since it was made: `base` is the page as it was then, `page` as it
/// is now. What only one of them changed is taken from that one; of a text that both changed, the page's comes below the
/// copy's; links and files are added and taken away as on the page.
///
/// # Errors
/// When two texts together are longer than one may be.
pub fn brought_in(base: &Brand, page: &Brand, copy: &Brand) -> Result<Brand, BadText> {
    Ok(Brand {
        text: text(&base.text, &page.text, &copy.text)?,
        voice: text(&base.voice, &page.voice, &copy.voice)?,
        dos: text(&base.dos, &page.dos, &copy.dos)?,
        donts: text(&base.donts, &page.donts, &copy.donts)?,
        links: list(&base.links, &page.links, &copy.links),
        files: list(&base.files, &page.files, &copy.files),
    })
}

fn text(base: &BrandText, page: &BrandText, copy: &BrandText) -> Result<BrandText, BadText> {
    if page == base || page == copy {
        Ok(copy.clone())
    } else if copy == base {
        Ok(page.clone())
    } else {
        format!("{copy}\n\n{page}").parse()
    }
}

fn list<T: Clone + PartialEq>(base: &[T], page: &[T], copy: &[T]) -> Vec<T> {
    let gone = |one: &&T| base.contains(one) && !page.contains(one);
    let new = |one: &&T| !base.contains(one) && !copy.contains(one);
    let kept = copy.iter().filter(|one| !gone(one));
    kept.chain(page.iter().filter(new)).cloned().collect()
}
