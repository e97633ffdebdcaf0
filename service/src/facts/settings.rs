//! The settings: time zone, currency, opening hours and holidays.

use crate::{
    Error, Result,
    db::{
        Tx,
        rows::{HolidayRow, SettingRow, meaning::read},
    },
};
use domain::{
    calendar::{Calendar, Opening},
    time::Zone,
};
use std::{
    collections::HashMap,
    sync::{LazyLock, RwLock},
};

/// The currency until a setting names another.
pub const DEFAULT_CURRENCY: &str = "USD";

/// What the settings say of the agency.
#[derive(Clone, Debug, PartialEq)]
pub struct Agency {
    /// Zone, opening hours and holidays.
    pub calendar: Calendar,
    /// ISO 4217 code.
    pub currency: String,
}

impl Agency {
    /// Reads the settings; what none names has its default: UTC, Monday to Friday 09:00 to 18:00, US dollars.
    ///
    /// # Errors
    /// When the database cannot be read, or a setting in it.
    pub async fn load(tx: &mut Tx) -> Result<Self> {
        let settings = SettingRow::all(tx).await?;
        let holidays = HolidayRow::all(tx).await?;
        let value = |name: &str| {
            let found = settings.iter().find(|setting| setting.name == name);
            found.map(|setting| setting.value.as_str())
        };
        let opening = value("opening").map(|text| read("the setting opening", text));
        let holidays = holidays.into_iter().map(|day| (day.date, day.name));
        Ok(Self {
            calendar: Calendar {
                zone: value("timezone").map_or_else(|| Ok(Zone::utc()), zone)?,
                opening: opening.transpose()?.unwrap_or_else(Opening::usual),
                holidays: holidays.collect(),
            },
            currency: value("currency").unwrap_or(DEFAULT_CURRENCY).to_owned(),
        })
    }
}

/// Zones that were looked up: reading seventy years of clock changes takes milliseconds.
static ZONES: LazyLock<RwLock<HashMap<String, Zone>>> = LazyLock::new(RwLock::default);

fn zone(name: &str) -> Result<Zone> {
    let known = ZONES.read().ok().and_then(|zones| zones.get(name).cloned());
    if let Some(zone) = known {
        return Ok(zone);
    }
    let zone =
        Zone::from_iana(name).map_err(|error| Error::fault("the setting timezone", error))?;
    if let Ok(mut zones) = ZONES.write() {
        zones.insert(name.to_owned(), zone.clone());
    }
    Ok(zone)
}
