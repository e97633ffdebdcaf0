//! The agency's settings.

use super::each;
use crate::import::{
    batch::{Merged, Unread},
    fault::Faults,
};
use domain::{calendar::Opening, time::Zone};

pub(super) fn check(merged: &Merged, unread: &Unread, faults: &mut Faults) {
    each(&merged.settings, &unread.settings, faults, |mut checked| {
        let value = checked.row.value.clone();
        let wrong = match checked.row.name.as_str() {
            "timezone" => Zone::from_iana(&value).err().map(|why| why.to_string()),
            "opening" => value.parse::<Opening>().err().map(|why| why.to_string()),
            "currency" => (!is_currency(&value))
                .then(|| "is not a currency: write its three letters, like USD".to_owned()),
            name => {
                let why = "is not a setting: there are timezone, currency and opening";
                checked.fault("name", name, why);
                None
            }
        };
        if let Some(why) = wrong {
            checked.fault("value", value, why);
        }
    });
}

/// Three capital letters, as ISO 4217 writes currencies.
fn is_currency(text: &str) -> bool {
    text.len() == 3 && text.bytes().all(|letter| letter.is_ascii_uppercase())
}
