//! Makes a release binary follow the site that it carries. A debug binary reads the site when it runs.

use std::{env, fs, io};

/// Where `script/build` puts the site, wherever cargo builds.
const SITE: &str = "../target/site";

fn main() -> io::Result<()> {
    println!("cargo:rerun-if-changed=build.rs");
    fs::create_dir_all(SITE)?;
    if env::var("PROFILE").is_ok_and(|profile| profile == "release") {
        println!("cargo:rerun-if-changed={SITE}");
    }
    Ok(())
}
