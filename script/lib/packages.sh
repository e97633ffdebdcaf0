# shellcheck shell=bash disable=SC2034,SC2154
# Getting tools from Debian's packages, crates.io and npm. Sourced, never run.

as_root() {
  if ((EUID == 0)); then
    "$@"
  elif command -v sudo >/dev/null; then
    sudo "$@"
  else
    die "installing packages needs root, and there is no sudo here. Run script/setup as root once."
  fi
}

apt_updated=
apt_install() {
  command -v apt-get >/dev/null || die "this machine has no apt-get. Please install by hand: $*"
  if [[ -z $apt_updated ]]; then
    step "Reading the list of Debian packages" as_root apt-get update -q \
      || die "the list of Debian packages could not be read (see above). Is the network there?"
    apt_updated=yes
  fi
  step "Installing $*" as_root env DEBIAN_FRONTEND=noninteractive apt-get install -y -q --no-install-recommends "$@" \
    || die "Debian's packages could not be installed: $*"
}

# apt_tool COMMAND PACKAGE…: installs the packages when the command is missing.
apt_tool() {
  local tool=$1
  shift
  command -v "$tool" >/dev/null || apt_install "$@"
}

# A build tool is run for seconds and compiled for minutes: no optimisation that makes that worse.
cargo_tool() {
  env -u CARGO_TARGET_DIR CARGO_PROFILE_RELEASE_OPT_LEVEL=1 CARGO_PROFILE_RELEASE_LTO=false \
    CARGO_PROFILE_RELEASE_CODEGEN_UNITS=16 CARGO_PROFILE_RELEASE_DEBUG=false RUSTFLAGS= \
    cargo install --force "$@"
}
