# The environment that every script builds in. Sourced, never run; needs $root.
#
# The toolchain is the one that rustup picks here, when it can build for the browser. Otherwise it is Debian's,
# linked into rustup as `debian` by script/setup. Whoever sets RUSTUP_TOOLCHAIN has chosen already.

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
use_debian_linker() {
  export CARGO_TARGET_WASM32_UNKNOWN_UNKNOWN_LINKER=wasm-ld-19
}

use_debian_toolchain() {
  export RUSTUP_TOOLCHAIN=debian
  use_debian_linker
}

choose_toolchain() {
  if [[ ${RUSTUP_TOOLCHAIN:-} == debian ]]; then
    use_debian_linker
  elif [[ -z ${RUSTUP_TOOLCHAIN:-} ]] && ! builds_for_browser \
    && RUSTUP_TOOLCHAIN=debian builds_for_browser; then
    use_debian_toolchain
  fi
}

choose_toolchain
