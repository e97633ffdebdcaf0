# shellcheck shell=bash disable=SC2034,SC2154
# A Postgres of the tests' own: made in a temporary folder, on a free port, thrown away afterwards. Sourced, never run.

postgres_home=

# Postgres refuses to run as root.
as_postgres() {
  if ((EUID == 0)); then runuser -u postgres -- "$@"; else "$@"; fi
}

postgres_bin() {
  compgen -G '/usr/lib/postgresql/*/bin' | sort -V | tail -n 1
}

free_port() {
  node -e 'const s = require("net").createServer().listen(0, "127.0.0.1", () => { console.log(s.address().port); s.close(); })'
}

# Sets BATON_TEST_POSTGRES_URL, unless a developer points it at a Postgres of theirs.
start_postgres() {
  if [[ -n ${BATON_TEST_POSTGRES_URL:-} ]]; then return; fi
  local port
  port=$(free_port)
  postgres_home=$(mktemp -d /tmp/baton-postgres.XXXXXX)
  if ((EUID == 0)); then chown postgres "$postgres_home"; fi
  if ! make_cluster "$port"; then
    cat "$postgres_home"/*log >&2
    say "The tests' Postgres did not start (see above)."
    return 1
  fi
  export BATON_TEST_POSTGRES_URL="postgres://baton@127.0.0.1:$port/postgres"
}

# Speed over safety: nothing in it outlives the tests.
make_cluster() {
  local bin data="$postgres_home/data" log="$postgres_home/log"
  bin=$(postgres_bin)
  (
    cd "$postgres_home" || exit
    as_postgres "$bin/initdb" --no-sync --auth=trust --username=baton --encoding=UTF8 --no-locale -D "$data" >"$log" 2>&1 \
      && as_postgres "$bin/pg_ctl" start --wait --silent -D "$data" -l "$postgres_home/server.log" \
        -o "-p $1 -k $postgres_home -c listen_addresses=127.0.0.1 -c max_connections=300 -c fsync=off -c synchronous_commit=off -c full_page_writes=off" \
        >>"$log" 2>&1
  )
}

stop_postgres() {
  if [[ -z $postgres_home ]]; then return; fi
  (cd "$postgres_home" && as_postgres "$(postgres_bin)/pg_ctl" stop --mode=immediate --silent -D "$postgres_home/data") || true
  rm -rf "$postgres_home"
  postgres_home=
}
