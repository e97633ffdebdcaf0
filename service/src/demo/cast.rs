//! The people of the agency. All of them are invented.

use super::{slug, year::Year};
use crate::import::{
    batch::Batch,
    format::{Hours, Key, PersonRow},
};
use chrono::TimeDelta;
use domain::{
    money::Cents,
    people::{Department, PRODUCER_TITLE},
};

/// Name, department, title, hired at this part of the year, monthly cost in whole units.
type Member = (&'static str, Department, &'static str, f64, i64);

const STAFF: [Member; 28] = [
    (
        "Adaeze Thornbury",
        Department::Executive,
        "President",
        -3.0,
        19_000,
    ),
    (
        "Maren Oduya",
        Department::Production,
        "Head of Production",
        -2.4,
        15_500,
    ),
    (
        "Ines Calloway",
        Department::Sales,
        "Head of Sales",
        -2.2,
        15_000,
    ),
    (
        "Filippa Strand",
        Department::Generative,
        "Head of Generative",
        -2.0,
        15_000,
    ),
    (
        "Kiran Holloway",
        Department::Platform,
        "Platform Lead",
        -1.6,
        13_500,
    ),
    (
        "Tobias Renner",
        Department::Sales,
        "Account Manager",
        -1.5,
        9_200,
    ),
    (
        "Priya Sandoval",
        Department::Sales,
        "Account Manager",
        -0.9,
        8_900,
    ),
    (
        "Jonah Whitlock",
        Department::Sales,
        "Account Manager",
        0.42,
        8_400,
    ),
    (
        "Dario Lindqvist",
        Department::Production,
        PRODUCER_TITLE,
        -2.1,
        9_600,
    ),
    (
        "Halima Brandt",
        Department::Production,
        PRODUCER_TITLE,
        -1.4,
        9_100,
    ),
    (
        "Cole Ferreira",
        Department::Production,
        PRODUCER_TITLE,
        -0.7,
        8_800,
    ),
    (
        "Yuki Marchetti",
        Department::Production,
        PRODUCER_TITLE,
        0.36,
        8_500,
    ),
    (
        "Sanne Achterberg",
        Department::Production,
        PRODUCER_TITLE,
        0.80,
        8_500,
    ),
    (
        "Rafael Okoro",
        Department::Production,
        PRODUCER_TITLE,
        0.965,
        8_300,
    ),
    (
        "Emeka Dahl",
        Department::Generative,
        WORKFLOW_ENGINEER,
        -1.8,
        10_800,
    ),
    (
        "Lior Castellan",
        Department::Generative,
        WORKFLOW_ENGINEER,
        -0.8,
        10_300,
    ),
    (
        "Anneke Voss",
        Department::Generative,
        WORKFLOW_ENGINEER,
        0.40,
        10_000,
    ),
    (
        "Bruna Keating",
        Department::Generative,
        AI_GENERALIST,
        -1.7,
        8_700,
    ),
    (
        "Theo Nakamura",
        Department::Generative,
        AI_GENERALIST,
        -1.1,
        8_600,
    ),
    (
        "Oksana Rivers",
        Department::Generative,
        AI_GENERALIST,
        -0.5,
        8_300,
    ),
    (
        "Malik Feldt",
        Department::Generative,
        AI_GENERALIST,
        0.30,
        8_200,
    ),
    (
        "Juno Ashworth",
        Department::Generative,
        AI_GENERALIST,
        0.58,
        8_000,
    ),
    (
        "Vera Montclair",
        Department::Generative,
        PREDITOR,
        -1.6,
        8_400,
    ),
    ("Silas Hwang", Department::Generative, PREDITOR, -0.6, 8_100),
    (
        "Noor Hendricks",
        Department::Generative,
        PREDITOR,
        0.50,
        7_900,
    ),
    (
        "Gideon Pryce",
        Department::Generative,
        PREDITOR,
        -1.2,
        8_000,
    ),
    (
        "Petra Lund",
        Department::Generative,
        DATA_SPECIALIST,
        -1.3,
        9_400,
    ),
    (
        "Amadou Reyes",
        Department::Generative,
        DATA_SPECIALIST,
        0.34,
        9_000,
    ),
];

const WORKFLOW_ENGINEER: &str = "Workflow Engineer";
const AI_GENERALIST: &str = "AI Generalist";
const PREDITOR: &str = "Preditor";
const DATA_SPECIALIST: &str = "Data/LoRA Specialist";

/// Who left during the year, and when.
const LEFT: (&str, f64) = ("Gideon Pryce", 0.62);
/// Days that the producers hired during the year needed to work without help.
const RAMP: [(&str, i64); 2] = [("Yuki Marchetti", 31), ("Sanne Achterberg", 22)];

/// Who signs in to the demo, by the local part of the address.
pub const SIGN_INS: [(&str, &str); 5] = [
    ("producer", "Dario Lindqvist"),
    ("sales", "Tobias Renner"),
    ("generative", "Emeka Dahl"),
    ("executive", "Adaeze Thornbury"),
    ("admin", "Kiran Holloway"),
];

/// The heads of the departments, who step in for whoever is not known.
pub const HEAD_OF_SALES: &str = "Ines Calloway";
/// Who leads Production.
pub const HEAD_OF_PRODUCTION: &str = "Maren Oduya";

/// The key of a person.
pub fn person(name: &str) -> Key {
    Key(slug(name))
}

/// What an hour of a person costs, in cents.
pub fn rate(name: &str) -> f64 {
    let cost = STAFF
        .iter()
        .find(|member| member.0 == name)
        .map_or(8_500, |member| member.4);
    cost as f64 * 100.0 * 12.0 / (52.0 * 40.0)
}

/// Adds everybody.
pub fn enter(year: &Year, batch: &mut Batch) {
    batch
        .people
        .extend(STAFF.iter().map(|member| row(year, member)));
}

fn row(year: &Year, &(name, department, title, hired, cost): &Member) -> PersonRow {
    let hired_on = year.working(year.day(hired));
    let ramp = RAMP
        .iter()
        .find(|(who, _)| *who == name)
        .map(|(_, days)| *days);
    let ramp = ramp.or_else(|| (hired < 0.0).then_some(35));
    let independent_on = ramp
        .filter(|_| title == PRODUCER_TITLE)
        .map(|days| hired_on + TimeDelta::days(days));
    let sign_in = SIGN_INS.iter().find(|(_, who)| *who == name);
    let mailbox = sign_in.map_or_else(
        || slug(name).replace('-', "."),
        |(role, _)| (*role).to_owned(),
    );
    PersonRow {
        key: person(name),
        name: name.to_owned(),
        email: format!("{mailbox}@{}", super::MAIL),
        department: Some(department),
        title: title.to_owned(),
        hired_on: Some(hired_on),
        independent_on: independent_on.filter(|day| *day <= year.today),
        left_on: (name == LEFT.0).then(|| year.day(LEFT.1)),
        monthly_cost: Some(Cents(cost * 100)),
        weekly_hours: Some(Hours(4_000)),
    }
}
