# shellcheck shell=bash disable=SC2034,SC2154
# The environment that every script builds in. Sourced, never run; needs $root.
#
# The toolchain is the one that rustup picks here (RUSTUP_TOOLCHAIN tells it), when that can build for the browser.
# Otherwise it is Debian's, linked into rustup as `debian` by script/setup.

wasm_target=wasm32-unknown-unknown
target_dir="${CARGO_TARGET_DIR:-$root/target}"
site="$root/target/site"
export PATH="$HOME/.cargo/bin:$PATH"
export CARGO_TERM_COLOR="${CARGO_TERM_COLOR:-auto}"

# Whether the toolchain in use has a standard library for the browser.
builds_for_browser() {
  local libraries
  libraries=$(rustc --print target-libdir --target "$wasm_target" 2>/dev/null) || return 1
  compgen -G "$libraries/libstd-*.rlib" >/dev/null
}

# Debian's compiler has no linker for WebAssembly of its own.
choose_toolchain() {
  if ! builds_for_browser && RUSTUP_TOOLCHAIN=debian builds_for_browser; then
    export RUSTUP_TOOLCHAIN=debian
  fi
  if [[ $(rustc --print sysroot 2>/dev/null) == /usr ]]; then
    export CARGO_TARGET_WASM32_UNKNOWN_UNKNOWN_LINKER=wasm-ld-19
  fi
}

choose_toolchain
