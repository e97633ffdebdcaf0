//! The clients and their contacts. All of them are invented.

use super::{rng::Rng, slug};
use crate::import::{
    batch::Batch,
    format::{ClientRow, ContactRow, Key},
};

/// A client, what it sells, and which kinds of work it asks for (places in the repertoire).
#[derive(Debug)]
pub struct Company {
    /// Its name.
    pub name: &'static str,
    /// What it sells.
    pub products: [&'static str; 4],
    /// What it asks for.
    pub work: &'static [usize],
    /// The place of its pod.
    pub pod: usize,
}

const fn company(
    name: &'static str,
    products: [&'static str; 4],
    work: &'static [usize],
    pod: usize,
) -> Company {
    Company {
        name,
        products,
        work,
        pod,
    }
}

/// The place of the client in trouble.
pub const IN_TROUBLE: usize = 3;
/// The place of the client whose contact signs in to the demo.
pub const SIGNS_IN: usize = 0;

/// In the order in which they came; the first six were there when the year began.
pub const COMPANIES: [Company; 20] = [
    company(
        "Halcyon Goods",
        ["Drift lamp", "Fold chair", "Sable rug", "Ember kettle"],
        &[0, 1, 2, 9],
        0,
    ),
    company(
        "Tidewater Tonics",
        [
            "Sea Buckthorn Spritz",
            "Kelp Lime",
            "Copper Ginger",
            "Night Tonic",
        ],
        &[2, 4, 7],
        0,
    ),
    company(
        "Morrow & Finch",
        ["field jacket", "dune shirt", "merino wrap", "ridge boot"],
        &[3, 0, 6, 8],
        0,
    ),
    company(
        "Ocelot Motors",
        ["Ocelot One", "Ocelot Cargo", "Ocelot Trail", "range pack"],
        &[1, 9, 2],
        1,
    ),
    company(
        "Brightloom Bedding",
        [
            "Cloud duvet",
            "Loom pillow",
            "Slate linen set",
            "Weighted throw",
        ],
        &[0, 5, 10],
        1,
    ),
    company(
        "Saltgrass Skincare",
        ["Tide cleanser", "Reed serum", "Dune balm", "Estuary mask"],
        &[4, 0, 6],
        2,
    ),
    company(
        "Northbeam Audio",
        [
            "Beam 2 headphones",
            "Halo speaker",
            "Studio dock",
            "Pocket mixer",
        ],
        &[1, 4, 2],
        0,
    ),
    company(
        "Pellworm Pantry",
        [
            "rye crispbread",
            "smoked honey",
            "plum mustard",
            "oat porridge",
        ],
        &[5, 10, 0],
        1,
    ),
    company(
        "Casa Verano",
        [
            "Verano sofa",
            "Patio table",
            "Rattan screen",
            "Clay lantern",
        ],
        &[0, 9, 3],
        2,
    ),
    company(
        "Quillfeather Games",
        [
            "Lantern Keep",
            "Harbor of Crows",
            "Tiny Republics",
            "Moth & Flame",
        ],
        &[1, 7, 11],
        0,
    ),
    company(
        "Anchor & Thistle",
        [
            "Thistle gin",
            "Anchor dark rum",
            "Heather liqueur",
            "tasting set",
        ],
        &[4, 2, 9],
        1,
    ),
    company(
        "Lumen Dental",
        ["Lumen brush", "whitening pen", "travel case", "kids' set"],
        &[5, 6, 10],
        2,
    ),
    company(
        "Juniper Rail",
        [
            "Coast Sleeper",
            "Sierra Day Pass",
            "Redwood Line",
            "dining car menu",
        ],
        &[9, 1, 6],
        0,
    ),
    company(
        "Wildcrate Pets",
        ["salmon bites", "rope crate", "field harness", "night leash"],
        &[5, 2, 0],
        2,
    ),
    company(
        "Marlowe Optics",
        ["Marlowe 52", "Reader 8", "Sun Club", "lens kit"],
        &[13, 0, 3],
        3,
    ),
    company(
        "Foxglove Cosmetics",
        ["Velvet lip", "Petal blush", "Night liner", "Foxglove kit"],
        &[13, 8, 2],
        0,
    ),
    company(
        "Ironwood Outdoor",
        [
            "two-person tent",
            "cast skillet",
            "trail pack",
            "camp stove",
        ],
        &[0, 11, 7],
        3,
    ),
    company(
        "Papaya Mobile",
        ["family plan", "Papaya 5", "travel eSIM", "student plan"],
        &[2, 6, 10],
        4,
    ),
    company(
        "Velvet Hour Coffee",
        [
            "Hour Zero blend",
            "cold brew can",
            "Velvet press",
            "holiday tin",
        ],
        &[4, 11, 2],
        0,
    ),
    company(
        "Atlas & Ivy",
        ["Ivy planter", "Atlas shelf", "Fern print", "Moss tiles"],
        &[0, 3, 5],
        4,
    ),
];

const FIRST: [&str; 24] = [
    "Alma", "Bastian", "Celeste", "Dev", "Esther", "Florian", "Greta", "Hugo", "Ilse", "Joaquin",
    "Kaya", "Leon", "Mona", "Nils", "Odette", "Pavel", "Quinn", "Rosa", "Stellan", "Tamsin", "Uma",
    "Viktor", "Willa", "Zadie",
];
const LAST: [&str; 23] = [
    "Abbott",
    "Barlow",
    "Cisneros",
    "Draper",
    "Ellery",
    "Fontaine",
    "Grieve",
    "Hollis",
    "Imamura",
    "Jessup",
    "Kowal",
    "Larkin",
    "Mercer",
    "Novak",
    "Osei",
    "Pruitt",
    "Quade",
    "Rourke",
    "Sorrel",
    "Tanaka",
    "Underhill",
    "Vance",
    "Wexler",
];

/// The key of a client.
pub fn client(place: usize) -> Key {
    Key(slug(COMPANIES[place].name))
}

/// The key of a contact of a client; every client has two, some have a third.
pub fn contact(place: usize, number: usize) -> Key {
    Key(format!(
        "{}-{}",
        client(place),
        number % contacts(place) + 1
    ))
}

fn contacts(place: usize) -> usize {
    if place.is_multiple_of(3) { 3 } else { 2 }
}

/// Adds the clients with their contacts.
pub fn enter(rng: &mut Rng, batch: &mut Batch) {
    let from = rng.below(FIRST.len() * LAST.len());
    for (place, company) in COMPANIES.iter().enumerate() {
        batch.clients.push(ClientRow {
            key: client(place),
            name: company.name.to_owned(),
        });
        for number in 0..contacts(place) {
            // Two lists whose lengths share no divisor: no name comes twice.
            let at = from + batch.contacts.len();
            let (first, last) = (FIRST[at % FIRST.len()], LAST[(at * 5) % LAST.len()]);
            let email = if (place, number) == (SIGNS_IN, 0) {
                format!("client@{}", super::MAIL)
            } else {
                format!("{}@{}.example", first.to_lowercase(), client(place))
            };
            batch.contacts.push(ContactRow {
                key: contact(place, number),
                client: client(place),
                name: format!("{first} {last}"),
                email,
            });
        }
    }
}
