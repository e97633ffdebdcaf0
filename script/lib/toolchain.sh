# shellcheck shell=bash disable=SC2034,SC2154
# A Rust toolchain that builds for the server and for the browser. Sourced, never run.

ensure_toolchain() {
  command -v cc >/dev/null || apt_install gcc libc6-dev
  if builds_for_browser; then return; fi
  if add_target_with_rustup; then return; fi
  use_debian_packages
  builds_for_browser || die "Rust cannot build for $wasm_target here. Install a toolchain that can, then run script/setup again."
}

add_target_with_rustup() {
  command -v rustup >/dev/null || return 1
  step "Asking rustup for $wasm_target" timeout 120 rustup target add "$wasm_target" 2>/dev/null && builds_for_browser && return
  say "rustup cannot get $wasm_target here; taking Debian's compiler instead."
  return 1
}

# Debian's rustc-web is recent enough but comes without the browser's standard library: it is built from its source, once.
use_debian_packages() {
  apt_install rustc-web cargo-web rust-web-src rust-web-clippy rustfmt-web lld-19
  if command -v rustup >/dev/null; then rustup toolchain link debian /usr; fi
  if ! RUSTUP_TOOLCHAIN=debian builds_for_browser; then
    step "Building Rust's standard library for the browser" build_browser_std \
      || die "Rust's standard library could not be built for $wasm_target (see above)."
  fi
  choose_toolchain
}

# With LLVM's bitcode inside, or the release build of the browser side could not optimise across crates.
build_browser_std() {
  local crate
  crate=$(mktemp -d)
  mkdir "$crate/src"
  : >"$crate/src/lib.rs"
  printf '[package]\nname = "browser-std"\nversion = "0.1.0"\nedition = "2024"\n' >"$crate/Cargo.toml"
  (
    cd "$crate" || exit
    env -u CARGO_TARGET_DIR PATH="/usr/bin:$PATH" RUSTC_BOOTSTRAP=1 RUSTFLAGS="-C embed-bitcode=yes" \
      CARGO_TARGET_WASM32_UNKNOWN_UNKNOWN_LINKER=wasm-ld-19 \
      /usr/bin/cargo build --release -Z build-std=std,panic_abort,test --target "$wasm_target"
  ) || return 1
  rm "$crate/target/$wasm_target/release/deps/"libbrowser_std*
  as_root install -d "/usr/lib/rustlib/$wasm_target/lib"
  as_root cp "$crate/target/$wasm_target/release/deps/"*.rlib "/usr/lib/rustlib/$wasm_target/lib/"
  rm -r "$crate"
}
