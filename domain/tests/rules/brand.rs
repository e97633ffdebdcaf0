//! What is known of a brand, and its copies.

use domain::{
    brand::{Brand, BrandFields, BrandLink, brought_in},
    handoff::{HandoffKind, Item, gate::ItemState},
    ids::FileId,
    package::{Package, Terms, state},
    time::Day,
};
use proptest::prelude::*;
use rstest::rstest;
use uuid::Uuid;

#[rstest]
#[case(
    "https://example.com/brand",
    "https://example.com/brand",
    "https://example.com/brand"
)]
#[case("http://example.com", "http://example.com", "http://example.com")]
#[case("Guidelines https://example.com", "Guidelines", "https://example.com")]
#[case(
    "Logo folder: https://example.com",
    "Logo folder",
    "https://example.com"
)]
#[case("  Fonts –  https://example.com ", "Fonts", "https://example.com")]
fn a_link_has_a_name_or_is_its_own(#[case] text: &str, #[case] name: &str, #[case] address: &str) {
    let link: BrandLink = text.parse().unwrap();
    assert_eq!((link.name(), link.address()), (name, address));
    assert_eq!(link.to_string().parse(), Ok(link));
}

#[rstest]
#[case("https://")]
#[case("javascript:alert(1)")]
#[case("Guidelines javascript:alert(1)")]
#[case("https://example.com and words")]
#[case("Guidelines")]
fn links_lead_to_the_web(#[case] text: &str) {
    assert!(text.parse::<BrandLink>().is_err());
}

#[test]
fn a_form_is_read_line_by_line_and_says_which_field_will_not_do() {
    let fields = BrandFields {
        links: "https://a.example\n\n Guide https://b.example \r\n".into(),
        ..BrandFields::default()
    };
    let brand = fields.read().unwrap();
    assert_eq!(brand.links.len(), 2);
    assert_eq!(
        BrandFields::from(&brand).links,
        "https://a.example\nGuide https://b.example"
    );
    let wrong = [
        (
            "links",
            BrandFields {
                links: "nowhere".into(),
                ..BrandFields::default()
            },
        ),
        (
            "voice",
            BrandFields {
                voice: "a".repeat(20_001),
                ..BrandFields::default()
            },
        ),
        (
            "files",
            BrandFields {
                files: vec!["none".into()],
                ..BrandFields::default()
            },
        ),
    ];
    for (field, fields) in wrong {
        assert_eq!(fields.read().unwrap_err().field, field);
    }
}

#[test]
fn any_part_of_it_completes_the_brand_context() {
    let day = Day::from_ymd_opt(2026, 3, 2).unwrap();
    let terms = Terms {
        signed_on: day,
        starts_on: day,
        ends_on: None,
        needed_on: None,
    };
    let stands = |brand: Brand| {
        let package = Package {
            brand,
            ..Package::default()
        };
        state(
            HandoffKind::ProductionToGenerative,
            Item::BrandContext,
            &package,
            &terms,
        )
    };
    assert_eq!(stands(Brand::default()), ItemState::Missing);
    assert_eq!(stands(brand("", "Warm", &[])), ItemState::Filled);
    assert_eq!(stands(brand("", "", &[1])), ItemState::Filled);
}

fn brand(text: &str, voice: &str, files: &[u128]) -> Brand {
    Brand {
        text: text.parse().unwrap(),
        voice: voice.parse().unwrap(),
        files: files
            .iter()
            .map(|id| FileId(Uuid::from_u128(*id)))
            .collect(),
        ..Brand::default()
    }
}

#[rstest]
#[case::nothing_changed(brand("A", "", &[1]), brand("A", "", &[1]), brand("A", "", &[1]), brand("A", "", &[1]))]
#[case::the_page_changed(brand("A", "", &[1]), brand("B", "", &[1, 2]), brand("A", "", &[1]), brand("B", "", &[1, 2]))]
#[case::the_copy_changed(brand("A", "", &[1]), brand("A", "", &[1]), brand("C", "", &[1, 3]), brand("C", "", &[1, 3]))]
#[case::both_changed(brand("A", "", &[1]), brand("B", "", &[1, 2]), brand("C", "", &[1, 3]), brand("C\n\nB", "", &[1, 3, 2]))]
#[case::both_alike(brand("A", "", &[1]), brand("B", "", &[2]), brand("B", "", &[2]), brand("B", "", &[2]))]
#[case::taken_off(brand("A", "", &[1, 2]), brand("A", "", &[2]), brand("A", "", &[1, 2, 3]), brand("A", "", &[2, 3]))]
#[case::emptied(brand("A", "", &[1]), brand("", "", &[]), brand("A", "", &[1]), brand("", "", &[]))]
#[case::never_copied(brand("", "", &[]), brand("A", "", &[1]), brand("", "", &[]), brand("A", "", &[1]))]
fn what_changed_on_the_page_is_brought_in(
    #[case] base: Brand,
    #[case] page: Brand,
    #[case] copy: Brand,
    #[case] becomes: Brand,
) {
    assert_eq!(brought_in(&base, &page, &copy), Ok(becomes));
}

#[test]
fn two_long_texts_are_not_cut() {
    let long = |letter: &str| brand(&letter.repeat(15_000), "", &[]);
    assert!(brought_in(&brand("A", "", &[]), &long("b"), &long("c")).is_err());
}

proptest! {
    #[test]
    fn brought_in_once_it_is_brought_in(
        base in "[ab]{0,3}", page in "[ab]{0,3}", copy in "[ab]{0,3}",
        has in prop::collection::vec(prop::collection::vec(0_u128..4, 0..4), 3),
    ) {
        let of = |text: &str, files: &[u128]| {
            let mut files = files.to_vec();
            files.sort_unstable();
            files.dedup();
            brand(text, "", &files)
        };
        let (base, page) = (of(&base, &has[0]), of(&page, &has[1]));
        let once = brought_in(&base, &page, &of(&copy, &has[2])).unwrap();
        prop_assert!(page.files.iter().all(|file| once.files.contains(file) || base.files.contains(file)));
        // From then on the page as it is now is what the copy was made from.
        prop_assert_eq!(&brought_in(&page, &page, &once).unwrap(), &once);
    }
}
