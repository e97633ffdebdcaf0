//! The kinds of work that clients ask for, and how they put it.

use super::rng::Rng;
use domain::brand::BrandFields;

/// A kind of work: its name, its SLA as the import format writes it, and what is asked for (`{}` is a
/// product of the client).
#[derive(Debug)]
pub struct Work {
    /// The workflow's name.
    pub name: &'static str,
    /// The promised turnaround.
    pub sla: &'static str,
    /// What is asked for.
    titles: [&'static str; 4],
}

const fn work(name: &'static str, sla: &'static str, titles: [&'static str; 4]) -> Work {
    Work { name, sla, titles }
}

/// The kinds of work.
pub const WORKS: [Work; 14] = [
    work(
        "Product hero stills",
        "3 business days",
        [
            "{}: hero on seamless, three angles",
            "{}: hero in use, morning light",
            "{}: detail set of five",
            "{}: colorway line-up",
        ],
    ),
    work(
        "Launch film 15s",
        "5 business days",
        [
            "{}: launch film, 16:9 and 9:16",
            "{}: teaser cut, 15 seconds",
            "{}: launch film with new end card",
            "{}: reveal shot and two alternates",
        ],
    ),
    work(
        "Social cutdowns",
        "2 business days",
        [
            "{}: six-second cutdowns ×4",
            "{}: vertical edits for the weekend drop",
            "{}: square edits with captions",
            "{}: story frames ×8",
        ],
    ),
    work(
        "Lookbook variations",
        "27 business hours",
        [
            "{}: lookbook on four models",
            "{}: street set, overcast",
            "{}: studio set in three backdrops",
            "{}: lookbook spread, left and right",
        ],
    ),
    work(
        "Packshot relighting",
        "48 hours",
        [
            "{}: packshots relit for winter",
            "{}: softer key light, six packs",
            "{}: night bar scene, three packs",
            "{}: reflections cleaned, front and back",
        ],
    ),
    work(
        "Marketplace image set",
        "3 business days",
        [
            "{}: marketplace set, white and lifestyle",
            "{}: size chart and scale shots",
            "{}: swap background in the full set",
            "{}: bundle images",
        ],
    ),
    work(
        "Localized end cards",
        "16 business hours",
        [
            "{}: end cards in five languages",
            "{}: price update on all end cards",
            "{}: end cards, French and Spanish",
            "{}: legal line on end cards",
        ],
    ),
    work(
        "Storyboard animatic",
        "4 business days",
        [
            "{}: animatic for the spring story",
            "{}: storyboard, twelve frames",
            "{}: animatic with scratch voice",
            "{}: two alternate openings",
        ],
    ),
    work(
        "Brand LoRA refresh",
        "8 business days",
        [
            "{}: add to the brand model",
            "{}: retrain on the new finish",
            "{}: model check against the style guide",
            "{}: texture fidelity pass",
        ],
    ),
    work(
        "Out-of-home key visual",
        "5 business days",
        [
            "{}: key visual, 48-sheet",
            "{}: station takeover, six formats",
            "{}: digital billboard loop",
            "{}: bus side and shelter",
        ],
    ),
    work(
        "Email header set",
        "9 business hours",
        [
            "{}: email headers ×3",
            "{}: header for the members' letter",
            "{}: animated header, two frames",
            "{}: header with countdown",
        ],
    ),
    work(
        "Retail screen loop",
        "4 business days",
        [
            "{}: in-store loop, 30 seconds",
            "{}: window screen, silent",
            "{}: shelf screen, ultra-wide",
            "{}: loop update for the new range",
        ],
    ),
    work(
        "Seeding kit visuals",
        "3 business days",
        [
            "{}: unboxing visuals",
            "{}: creator kit, eight frames",
            "{}: postcard and insert",
            "{}: kit cover",
        ],
    ),
    work(
        "Virtual try-on set",
        "72 hours",
        [
            "{}: try-on, six faces",
            "{}: try-on for the autumn shades",
            "{}: try-on, side profile",
            "{}: try-on retouch for returns page",
        ],
    ),
];

const PURPOSES: [&str; 8] = [
    "For the product page that goes live with the next drop.",
    "For paid social; the media plan starts the week after.",
    "For the retailer's portal, their spec is in the shared folder.",
    "For the homepage takeover.",
    "For the sales team's deck and the trade show wall.",
    "For the spring campaign, as agreed in the kickoff.",
    "A refresh of the set from last quarter.",
    "For an A/B test against the current asset.",
];
const DETAILS: [&str; 10] = [
    "Keep the label readable at 400 px.",
    "Warm light, no hard shadows, nothing seasonal in the frame.",
    "Please match the grain of the launch film.",
    "The logo sits lower than last time: see the new guide.",
    "Skin tones as in the reference, no retouching of texture.",
    "Leave room for a headline on the left third.",
    "The cap is matte now, not gloss.",
    "Hands in frame are fine, faces are not.",
    "Use the color values of the brand model, not of the old packshots.",
    "Two options for the crop, please.",
];
const FORMATS: [&str; 6] = [
    "Deliver as PNG with alpha and a layered master.",
    "Deliver in 1:1, 4:5 and 9:16.",
    "Deliver as ProRes and H.264.",
    "JPEG in sRGB is enough.",
    "Naming as in the asset sheet, please.",
    "Masters to the shared drive, previews here.",
];

/// The title of a request for a product.
pub fn title(work: &Work, product: &str, rng: &mut Rng) -> String {
    let text = rng.pick(&work.titles).replacen("{}", product, 1);
    let mut letters = text.chars();
    let first = letters
        .next()
        .map(|letter| letter.to_uppercase().to_string());
    first.unwrap_or_default() + letters.as_str()
}

/// What the client writes about it.
pub fn brief(rng: &mut Rng) -> String {
    let mut lines = vec![*rng.pick(&PURPOSES), *rng.pick(&DETAILS)];
    if rng.chance(0.7) {
        lines.push(rng.pick::<&str>(&FORMATS));
    }
    lines.join(if rng.chance(0.25) { "\n" } else { " " })
}

/// Why a job waits for the client.
pub const HOLDS: [&str; 5] = [
    "Waiting for the final label artwork",
    "The sample is still in customs; the client sends photos",
    "Which of the two legal lines applies?",
    "Model release is missing for one reference",
    "Client decides on the headline by tomorrow",
];
/// Why a job is declined.
pub const DECLINES: [&str; 3] = [
    "Outside the SOW: needs a shoot on location",
    "Same request as the one sent this morning",
    "Third-party logo without permission",
];
/// Why a client cancels.
pub const CANCELS: [&str; 3] = [
    "Launch moved to next season",
    "No longer needed",
    "Sent by mistake, a new brief follows",
];
/// What a client wants changed.
pub const CHANGES: [&str; 5] = [
    "Label is cut at the right edge in 4:5",
    "Please warm up the second frame",
    "End card still shows the old price",
    "Too much shadow under the product",
    "Swap frames 2 and 3",
];
/// Why QC sends a deliverable back.
pub const RETAKES: [&str; 6] = [
    "Fingers on frame 4",
    "Logo warps in the last second",
    "Color is off by more than the tolerance",
    "Banding in the background gradient",
    "Wrong aspect ratio in the 9:16 export",
    "Texture too smooth against the reference",
];
/// Why a package of an engagement is returned.
pub const RETURNS: [&str; 4] = [
    "Budget lacks the third month",
    "Timeline and milestones do not agree",
    "Which deliverables does the second pod role make?",
    "Margin data ends a month early",
];
/// Why something missing is waived.
pub const WAIVERS: [&str; 3] = [
    "Follows by Friday, agreed on the phone",
    "Client has not released it yet",
    "Same as in the previous SOW",
];
/// What is known of a brand, and where more of it is. All of them are invented.
const BRANDS: [House; 4] = [
    House {
        text: "Calm and close, for people who furnish once and well. Daylight, real skin, quiet rooms.",
        voice: "Short sentences. Says what a thing does, never what it means.",
        dos: "One light from the left\nHands in the frame\nLeave a third of it empty",
        donts: "Lens flare\nSlow motion\nStock smiles",
        link: "Guidelines https://brand.example/calm/guidelines",
    },
    House {
        text: "Loud, graphic, fast: seen from across a street, on a phone, for one second.",
        voice: "Imperatives. Three words at most on a picture.",
        dos: "Two colours a frame\nType set tight, at the edge\nCut on the beat",
        donts: "Gradients\nDrop shadows\nHandwriting",
        link: "Guidelines https://brand.example/loud/guidelines",
    },
    House {
        text: "Craft before glamour: how it is made is why it is bought.",
        voice: "A maker speaking to a friend who knows tools.",
        dos: "Raking light over textures\nHands and tools\nName the material",
        donts: "White seamless\nFloating products\nSuperlatives",
        link: "Guidelines https://brand.example/craft/guidelines",
    },
    House {
        text: "Warm and a little funny. People first, product second.",
        voice: "Speaks like a neighbour; laughs about itself.",
        dos: "Real kitchens, real mess\nFaces in the first second\nSay the name once",
        donts: "Irony about the customer\nPrices on screen\nVoices over music",
        link: "Guidelines https://brand.example/warm/guidelines",
    },
];

/// What is known of the brand of the client at that place.
pub fn house(client: usize) -> &'static House {
    &BRANDS[client % BRANDS.len()]
}

/// What is known of a brand.
#[derive(Debug)]
pub struct House {
    text: &'static str,
    voice: &'static str,
    dos: &'static str,
    donts: &'static str,
    link: &'static str,
}

impl House {
    /// As a form would have it.
    pub fn fields(&self) -> BrandFields {
        BrandFields {
            text: self.text.to_owned(),
            voice: self.voice.to_owned(),
            dos: self.dos.to_owned(),
            donts: self.donts.to_owned(),
            links: self.link.to_owned(),
            files: Vec::new(),
        }
    }
}
