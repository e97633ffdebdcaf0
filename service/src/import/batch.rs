//! All rows of an agency, in the form of the files.

use super::{
    fault::Faults,
    format::*,
    merge::{Entry, Tally, merge},
};

/// Declares [`Batch`] and [`Incoming`], one field a file.
macro_rules! batch {
    ($($field:ident: $row:ty),+ $(,)?) => {
        /// All rows of an agency, in the form of the files.
        #[derive(Clone, Debug, Default, PartialEq)]
        #[allow(missing_docs)]
        pub struct Batch { $(pub $field: Vec<$row>),+ }

        /// The files as they were read, with the line of every row.
        #[derive(Clone, Debug, Default)]
        #[allow(missing_docs)]
        pub struct Incoming { $(pub $field: Read<$row>),+ }

        /// What the agency has, with what the files bring.
        #[derive(Clone, Debug, Default)]
        #[allow(missing_docs)]
        pub struct Merged { $(pub $field: Vec<Entry<$row>>),+ }

        /// The rows of the files that could not be read.
        #[derive(Clone, Debug, Default)]
        #[allow(missing_docs)]
        pub struct Unread { $(pub $field: Lost),+ }

        impl Merged {
            /// Puts the files' rows over those that are stored.
            pub fn new(stored: Batch, incoming: Incoming) -> (Self, Unread) {
                let unread = Unread { $($field: incoming.$field.lost.clone()),+ };
                (Self { $($field: merge(stored.$field, incoming.$field)),+ }, unread)
            }

            /// How many rows of each file are new, changed and unchanged.
            pub fn tally(&self) -> Vec<(&'static str, Tally)> {
                vec![$((<$row>::FILE, Tally::of(&self.$field))),+]
            }
        }

        impl Batch {
            /// As files, with every column, rows in the order in which they stand.
            pub fn files(&self) -> Files {
                Files([$((<$row>::FILE.to_owned(), write(&self.$field))),+].into())
            }
        }

        impl Incoming {
            /// Reads the files; those that are missing have no rows. Everything that cannot be read is noted.
            pub fn read(files: &Files, faults: &mut Faults) -> Self {
                files.note_unknown(faults);
                Self { $(
                    $field: match files.bytes(<$row>::FILE) {
                        Some(bytes) => read(bytes, faults),
                        None if files.is_misnamed(<$row>::FILE) => Read::lost(),
                        None => Read::default(),
                    }
                ),+ }
            }
        }
    };
}

batch! {
    settings: SettingRow,
    holidays: HolidayRow,
    people: PersonRow,
    clients: ClientRow,
    contacts: ContactRow,
    pods: PodRow,
    engagements: EngagementRow,
    workflows: WorkflowRow,
    jobs: JobRow,
    job_events: JobEventRow,
    handoffs: HandoffRow,
    handoff_events: HandoffEventRow,
    costs: CostRow,
    surveys: SurveyRow,
    milestones: MilestoneRow,
}
