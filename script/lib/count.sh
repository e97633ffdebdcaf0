# shellcheck shell=bash disable=SC2034,SC2154
# Counts what the parts of script/test passed and failed. Sourced, never run; needs say.sh.

total_passed=0
total_failed=0
table=()

start_part() {
  part_name=$1
  part_started=$SECONDS
  part_passed=0
  part_failed=0
  local before
  before=$(last_duration "test $part_name")
  say
  say "== $part_name${before:+ ($(in_words "$before") last time)}"
}

end_part() {
  local seconds=$((SECONDS - part_started))
  remember_duration "test $part_name" "$seconds"
  table+=("$(printf '%-10s %6d passed %6d failed   %s' "$part_name" "$part_passed" "$part_failed" "$(in_words "$seconds")")")
  total_passed=$((total_passed + part_passed))
  total_failed=$((total_failed + part_failed))
}

count() {
  part_passed=$((part_passed + $1))
  part_failed=$((part_failed + $2))
}

# Runs a command, shows what it writes and adds up the counts in it. One that fails and names no failed test
# (it could not be built, or was stopped) is one failure.
counted() {
  local output status=0 passed failed
  output=$(mktemp)
  "$@" 2>&1 | tee "$output" || status=$?
  passed=$(sum_of passed "$output")
  failed=$(sum_of '(failed|timed out|exec failed)' "$output")
  rm "$output"
  if ((status != 0 && failed == 0)); then failed=1; fi
  count "$passed" "$failed"
}

# The closing lines of nextest, cargo test and end2end/run.mjs: "… 12 passed, 1 failed …".
sum_of() {
  sed 's/\x1b\[[0-9;]*m//g' "$2" \
    | { grep -E '^ *Summary \[|^test result:|^[0-9]+ passed, [0-9]+ failed' || true; } \
    | { grep -oE "[0-9]+ $1" || true; } \
    | awk '{ sum += $1 } END { print sum + 0 }'
}

# check NAME COMMAND…: one test, which passes when the command does.
check() {
  say "-- $1"
  if "${@:2}"; then count 1 0; else
    say "FAILED: $1"
    count 0 1
    return 1
  fi
}

# needs NAME COMMAND…: no test, but one failure when what the tests need cannot be had.
needs() {
  if "${@:2}"; then return; fi
  say "FAILED: $1"
  count 0 1
  return 1
}

print_table() {
  say
  printf '%s\n' "${table[@]}"
  say
  say "$total_passed passed, $total_failed failed"
}
