//! What every sub-command can be told: by a flag, or by a variable of the environment.

use super::cli::read::address;
use std::{net::SocketAddr, path::PathBuf};

/// Where Baton keeps things and where it answers.
#[derive(Clone, Debug, clap::Args)]
#[command(next_help_heading = "Settings")]
pub struct Settings {
    /// The database: `sqlite://FILE` or `postgres://USER@HOST:5432/NAME`. It is made and brought up to date as needed.
    #[arg(
        long,
        env = "BATON_DATABASE_URL",
        default_value = "sqlite://data/baton.db",
        value_name = "URL",
        global = true,
        hide_env_values = true
    )]
    pub database_url: String,

    /// The folder of the uploaded files.
    #[arg(
        long,
        env = "BATON_DATA_DIR",
        default_value = "data",
        value_name = "DIR",
        global = true
    )]
    pub data_dir: PathBuf,

    /// The address to answer at; `0.0.0.0:3000` answers to other machines as well.
    #[arg(
        long,
        env = "BATON_ADDR",
        default_value = "127.0.0.1:3000",
        value_name = "IP:PORT",
        value_parser = address,
        global = true
    )]
    pub addr: SocketAddr,
}
