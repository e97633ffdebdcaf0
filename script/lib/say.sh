# shellcheck shell=bash disable=SC2034,SC2154
# What the scripts say, and how long each step took before. Sourced, never run.

baton_cache="${XDG_CACHE_HOME:-$HOME/.cache}/baton"
durations="$baton_cache/durations"
logs="$root/target/log"

say() { printf '%s\n' "$*"; }

# Says what is wrong and what to do about it, then gives up.
die() {
  printf '\nCannot go on: %s\n' "$*" >&2
  exit 1
}

# "125" becomes "2 min 5 s".
in_words() {
  if (($1 >= 60)); then echo "$(($1 / 60)) min $(($1 % 60)) s"; else echo "$1 s"; fi
}

last_duration() {
  if [[ -f $durations ]]; then
    awk -F '\t' -v step="$1" '$1 == step { seconds = $2 } END { print seconds }' "$durations"
  fi
}

remember_duration() {
  mkdir -p "$baton_cache"
  printf '%s\t%s\n' "$1" "$2" >>"$durations"
}

# While a step runs in a terminal: the seconds that passed and the last line that it wrote.
watch_step() {
  local process=$1 log=$2 started=$SECONDS last
  while kill -0 "$process" 2>/dev/null; do
    last=$(tail -n 1 "$log" | tr -d '\r' | cut -c 1-60)
    printf '\r\033[K  %s  %s' "$(in_words $((SECONDS - started)))" "$last"
    sleep 1
  done
  printf '\r\033[K'
}

# step TITLE COMMAND…: says what is being done and how long it took last time, and keeps the command's
# output in target/log. Shows the end of it when the command fails.
step() {
  local title=$1 started=$SECONDS before log process
  shift
  before=$(last_duration "$title")
  say "$title…${before:+ ($(in_words "$before") last time)}"
  mkdir -p "$logs"
  log="$logs/$(tr -cs 'a-zA-Z0-9\n' '-' <<<"$title").log"
  "$@" >"$log" 2>&1 </dev/null &
  process=$!
  # A background command does not hear Ctrl-C by itself.
  trap 'kill '"$process"' 2>/dev/null; exit 130' INT TERM
  if [[ -t 1 ]]; then watch_step "$process" "$log"; fi
  if ! wait "$process"; then
    trap - INT TERM
    tail -n 40 "$log" >&2
    printf '\n%s failed after %s. Its whole output: %s\n' "$title" "$(in_words $((SECONDS - started)))" "$log" >&2
    return 1
  fi
  trap - INT TERM
  remember_duration "$title" $((SECONDS - started))
}
