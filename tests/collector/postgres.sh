#!/usr/bin/env bash
# A real PostgreSQL on loopback for tests and measurements, beside whatever else runs on the machine. Debian, root, apt.
# Everything it writes is below one state folder. Nothing listens outside 127.0.0.1.
#   postgres.sh [start]   install what is missing, make the cluster, start it, print its address
#   postgres.sh stop      stop it
set -euo pipefail

STATE=${GATEHOUSE_POSTGRES_STATE:-/var/lib/gatehouse-postgres}
PORT=${GATEHOUSE_POSTGRES_PORT:-12432}
OWNER=postgres                          # the user Debian's package makes; PostgreSQL refuses root

say() { printf '%s\n' "$*" >&2; }
[ "$(id -u)" = 0 ] || { say "postgres.sh: run as root"; exit 1; }
export DEBIAN_FRONTEND=noninteractive

# Two test files may ask at once.
exec 9>/run/lock/gatehouse-postgres; flock 9

programs() { ls -d /usr/lib/postgresql/*/bin 2>/dev/null | sort -V | tail -1; }
as_owner() { (cd / && exec setpriv --reuid=$OWNER --regid=$OWNER --init-groups env PATH="$(programs):$PATH" "$@" 9>&-); }

install_package() {
  [ -n "$(programs)" ] && [ -x "$(programs)/initdb" ] && return 0
  say "installing: postgresql"
  # The package's own cluster must not start.
  mkdir -p /etc/postgresql-common
  [ -e /etc/postgresql-common/createcluster.conf ] || echo 'create_main_cluster = false' >/etc/postgresql-common/createcluster.conf
  local apt=(apt-get -o DPkg::Lock::Timeout=900 -o APT::Sandbox::User=root -qq -y --no-install-recommends)
  "${apt[@]}" install postgresql >&2 || { "${apt[@]}" update >&2; "${apt[@]}" install postgresql >&2; }
}

case ${1:-start} in
  start)
    install_package
    install -d -o $OWNER -g $OWNER -m 700 "$STATE"
    [ -e "$STATE/data/PG_VERSION" ] || as_owner initdb -D "$STATE/data" -A trust -U postgres --locale=C.UTF-8 --encoding=UTF8 >"$STATE/initdb.log" 2>&1
    as_owner pg_ctl -D "$STATE/data" status >/dev/null 2>&1 ||
      as_owner pg_ctl -D "$STATE/data" -l "$STATE/server.log" -w -t 60 -o "-p $PORT -c listen_addresses=127.0.0.1 -c unix_socket_directories='' -c max_connections=200" start >/dev/null
    echo "postgres://postgres@127.0.0.1:$PORT/postgres"
    ;;
  stop)
    as_owner pg_ctl -D "$STATE/data" -m fast -w stop >/dev/null 2>&1 || true
    ;;
  *)
    say "postgres.sh: no such command: $1"; exit 64
    ;;
esac
