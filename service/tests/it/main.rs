//! The use cases against real databases: every test runs on SQLite, and on Postgres where
//! `BATON_TEST_POSTGRES_URL` names a server that databases can be made on.

mod access;
mod agency;
mod board;
mod brands;
mod closing_reports;
mod closings;
mod comments;
mod database;
mod desks;
mod endings;
mod facts;
mod feed;
mod files;
mod handoffs;
mod import;
mod job_undo;
mod jobs;
mod live;
mod packages;
mod quality;
mod races;
mod request_forms;
mod search;
mod statements;
mod together;
mod undo;
mod views;
