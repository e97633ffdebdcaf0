//! Import, export and the demo agency, on both databases.

mod agency;
mod databases;
mod demo;
mod faults;
mod histories;
mod one_fault;
mod round_trip;
mod twice;
