//! Import, export and the demo agency, on both databases.

mod agency;
mod databases;
mod demo;
mod faults;
mod histories;
mod round_trip;
mod twice;
