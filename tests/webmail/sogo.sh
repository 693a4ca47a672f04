#!/usr/bin/env bash
# A second real webmail on loopback for tests: SOGo 5 (AngularJS, JSON requests, CKEditor in a frame) on the mailboxes, IMAP and
# SMTP of roundcube.sh. Debian, root, apt. Everything it writes is below that script's state folder; sogod sees its configuration in
# a mount namespace of its own, so the machine's stays as it is.
#   sogo.sh [start] | stop | status | env | install
set -euo pipefail

LAB=${ROUNDCUBE_STATE:-/var/lib/gatehouse-webmail}
SOGO_PORT=${SOGO_PORT:-8226}            # nginx, the address a browser opens
WO_PORT=${SOGO_DAEMON_PORT:-20226}      # sogod
PG_PORT=${SOGO_POSTGRES_PORT:-15226}
MC_PORT=${SOGO_MEMCACHED_PORT:-21226}
IMAP_PORT=${ROUNDCUBE_IMAP_PORT:-12143}
SMTP_PORT=${ROUNDCUBE_SMTP_PORT:-12025}
PASSWORD=practice
USERS=(keziah.brandt@brightwater.example outside@personal.test)
HOST=127.0.0.1
S=$LAB/sogo

say() { printf '%s\n' "$*" >&2; }
die() { say "sogo.sh: $*"; exit 1; }
[ "$(id -u)" = 0 ] || die "run as root"
export DEBIAN_FRONTEND=noninteractive PATH=/usr/sbin:/sbin:$PATH
HERE=$(cd "$(dirname "$0")" && pwd)

listening() { (exec 3<>"/dev/tcp/$HOST/$1") 2>/dev/null; }
wait_port() { for _ in $(seq 1 200); do listening "$1" && return 0; sleep 0.1; done; die "nothing listens on port $1 (see $S/log)"; }
wait_free() { for _ in $(seq 1 200); do listening "$1" || return 0; sleep 0.1; done; die "port $1 is still taken"; }

install_packages() {
  local want=(sogo memcached postgresql nginx-light curl) missing=() p
  for p in "${want[@]}"; do
    dpkg-query -W -f '${Status}' "$p" 2>/dev/null | grep -q 'ok installed' || missing+=("$p")
  done
  [ ${#missing[@]} -gt 0 ] || return 0
  say "installing: ${missing[*]}"
  mkdir -p "$S/log"
  # The packages' own daemons must not start: this script runs private instances on loopback ports.
  local policy=/usr/sbin/policy-rc.d made_policy=
  [ -e $policy ] || { printf '#!/bin/sh\nexit 101\n' >$policy; chmod 755 $policy; made_policy=1; }
  local apt=(apt-get -o DPkg::Lock::Timeout=900 -o APT::Sandbox::User=root -qq -y --no-install-recommends)
  "${apt[@]}" install "${missing[@]}" >"$S/log/apt.log" 2>&1 || {
    "${apt[@]}" update >>"$S/log/apt.log" 2>&1
    "${apt[@]}" install "${missing[@]}" >>"$S/log/apt.log" 2>&1 || { [ -z "$made_policy" ] || rm -f $policy; die "apt failed, see $S/log/apt.log"; }; }
  [ -z "$made_policy" ] || rm -f $policy
}

PGBIN() { ls -d /usr/lib/postgresql/*/bin | sort -V | tail -1; }
pg() { setpriv --reuid postgres --regid postgres --init-groups env -i PATH=/usr/bin:/bin HOME="$S" LANG=C.UTF-8 "$@"; }
psql_() { pg psql -qAt -h "$HOST" -p "$PG_PORT" -U sogo -d sogo -v ON_ERROR_STOP=1 "$@"; }

configure() {
  mkdir -p "$S"/{log,run,nginx,spool}
  chmod 755 "$S"; chown -R sogo:sogo "$S/spool"; chown sogo:sogo "$S/run"; chmod 777 "$S/log"
  if [ ! -f "$S/pg/PG_VERSION" ]; then
    mkdir -p "$S/pg"; chown postgres:postgres "$S/pg"
    pg "$(PGBIN)/initdb" -D "$S/pg" -U postgres -A trust -E UTF8 --locale=C.UTF-8 -N >"$S/log/initdb.log" 2>&1
    printf "listen_addresses='%s'\nport=%s\nunix_socket_directories=''\nfsync=off\n" "$HOST" "$PG_PORT" >>"$S/pg/postgresql.conf"
  fi
  local db="postgresql://sogo:sogo@$HOST:$PG_PORT/sogo"
  cat >"$S/sogo.conf" <<CONF
{
  WOPort = "$HOST:$WO_PORT";
  WOWorkersCount = 3;
  WOListenQueueSize = 20;
  WOWatchDogRequestTimeout = 10;
  WOLogFile = "$S/log/sogo.log";
  WOPidFile = "$S/run/sogo.pid";
  SOGoMemcachedHost = "$HOST:$MC_PORT";
  SOGoProfileURL = "$db/sogo_user_profile";
  OCSFolderInfoURL = "$db/sogo_folder_info";
  OCSSessionsFolderURL = "$db/sogo_sessions_folder";
  OCSEMailAlarmsFolderURL = "$db/sogo_alarms_folder";
  SOGoIMAPServer = "imap://$HOST:$IMAP_PORT";
  SOGoMailingMechanism = smtp;
  SOGoSMTPServer = "smtp://$HOST:$SMTP_PORT";
  SOGoMailDomain = "brightwater.example";
  SOGoSentFolderName = Sent;
  SOGoDraftsFolderName = Drafts;
  SOGoTrashFolderName = Trash;
  SOGoMailSpoolPath = "$S/spool";
  SOGoForceExternalLoginWithEmail = YES;
  SOGoPageTitle = "Practice webmail";
  SOGoLanguage = English;
  SOGoTimeZone = UTC;
  SOGoLoginModule = Mail;
  SOGoMaximumFailedLoginCount = 0;
  SOGoSuperUsernames = ();
  SOGoUserSources = ({
    type = sql;
    id = lab;
    viewURL = "$db/sogo_users";
    canAuthenticate = YES;
    isAddressBook = NO;
    userPasswordAlgorithm = plain;
  });
}
CONF
  chown root:sogo "$S/sogo.conf"; chmod 640 "$S/sogo.conf"
  cat >"$S/nginx/nginx.conf" <<CONF
user www-data;
worker_processes 1;
pid $S/run/nginx.pid;
error_log $S/log/nginx-error.log;
events { worker_connections 256; }
http {
  include /etc/nginx/mime.types;
  access_log $S/log/nginx-access.log;
  client_max_body_size 80m;
  proxy_buffer_size 128k; proxy_buffers 8 128k;  # SOGo's login answer has a large header
  client_body_temp_path $S/nginx/body;
  proxy_temp_path $S/nginx/proxy;
  fastcgi_temp_path $S/nginx/f; uwsgi_temp_path $S/nginx/u; scgi_temp_path $S/nginx/s;
  server {
    listen $HOST:$SOGO_PORT;
    location = /practice-status { stub_status; access_log off; }
    location = / { return 302 http://\$http_host/SOGo/; }
    location /SOGo.woa/WebServerResources/ { alias /usr/lib/GNUstep/SOGo/WebServerResources/; }
    location /SOGo/WebServerResources/ { alias /usr/lib/GNUstep/SOGo/WebServerResources/; }
    location /SOGo {
      proxy_pass http://$HOST:$WO_PORT;
      proxy_redirect http://$HOST:$WO_PORT http://\$http_host;
      proxy_set_header Host \$http_host;
      proxy_set_header x-webobjects-server-protocol HTTP/1.0;
      proxy_set_header x-webobjects-remote-host 127.0.0.1;
      proxy_set_header x-webobjects-server-name \$host;
      proxy_set_header x-webobjects-server-url http://\$http_host;
      proxy_set_header x-webobjects-server-port $SOGO_PORT;
      proxy_read_timeout 90;
    }
  }
}
CONF
}

end_pid() { # end_pid FILE WORD: end the process named by FILE if its command line has WORD
  local pid; pid=$(cat "$1" 2>/dev/null) || return 0
  if [ -r "/proc/$pid/cmdline" ] && tr '\0' ' ' <"/proc/$pid/cmdline" | grep -q -- "$2"; then kill "$pid" 2>/dev/null || true; fi
}

end_group() { # sogod drains its workers for most of a minute: give it a second, then end the group it leads
  local pid; pid=$(cat "$1" 2>/dev/null) || return 0
  [ -r "/proc/$pid/cmdline" ] && tr '\0' ' ' <"/proc/$pid/cmdline" | grep -q -- "$2" || return 0
  kill -- "-$pid" 2>/dev/null || true
  sleep 1; kill -KILL -- "-$pid" 2>/dev/null || true
}

stop_all() {
  end_pid "$S/run/nginx.pid" nginx
  end_group "$S/run/sogod.group" sogod
  end_pid "$S/run/memcached.pid" memcached
  wait_free "$SOGO_PORT"; wait_free "$WO_PORT"
  [ -f "$S/pg/postmaster.pid" ] && pg "$(PGBIN)/pg_ctl" -D "$S/pg" -m fast -w stop >/dev/null 2>&1 || true
  wait_free "$PG_PORT"; wait_free "$MC_PORT"
}

start_all() {
  "$HERE/roundcube.sh" start >/dev/null
  pg "$(PGBIN)/pg_ctl" -D "$S/pg" -l "$S/log/pg.log" -w start >/dev/null 2>&1 </dev/null
  pg psql -qAt -h "$HOST" -p "$PG_PORT" -U postgres -c "select 1 from pg_database where datname='sogo'" | grep -q 1 ||
    pg psql -q -h "$HOST" -p "$PG_PORT" -U postgres -c "create role sogo login password 'sogo'" -c "create database sogo owner sogo encoding 'UTF8' template template0"
  psql_ -c "set client_min_messages=warning" -c "create table if not exists sogo_users (c_uid text primary key, c_name text, c_password text, c_cn text, mail text)"
  local u; for u in "${USERS[@]}"; do
    psql_ -c "insert into sogo_users values ('$u','$u','$PASSWORD','${u%@*}','$u') on conflict (c_uid) do update set c_password=excluded.c_password"
  done
  setsid memcached -u nobody -l "$HOST" -p "$MC_PORT" -m 32 >"$S/log/memcached.log" 2>&1 </dev/null &
  echo $! >"$S/run/memcached.pid"
  wait_port "$MC_PORT"
  setsid unshare -m sh -c 'mount --bind "$0" /etc/sogo/sogo.conf && exec "$@"' "$S/sogo.conf" \
    setpriv --reuid sogo --regid sogo --init-groups env -i PATH=/usr/sbin:/usr/bin:/bin HOME=/var/lib/sogo LANG=C.UTF-8 \
    sogod -WONoDetach YES -WOPort "$HOST:$WO_PORT" -WOPidFile "$S/run/sogo.pid" -WOLogFile "$S/log/sogo.log" >"$S/log/sogod.out" 2>&1 </dev/null &
  echo $! >"$S/run/sogod.group"
  wait_port "$WO_PORT"
  nginx -c "$S/nginx/nginx.conf" -e "$S/log/nginx-error.log" </dev/null >"$S/log/nginx-start.log" 2>&1 || { cat "$S/log/nginx-start.log" >&2; die "nginx did not start"; }
  wait_port "$SOGO_PORT"
  # SOGo answers an unknown user agent with a page of supported browsers, so name one.
  local page; page=$(curl -fsSL --noproxy '*' -A 'Mozilla/5.0 (X11; Linux x86_64) AppleWebKit/537.36 (KHTML, like Gecko) Chrome/130.0.0.0 Safari/537.36' "http://$HOST:$SOGO_PORT/SOGo/") || die "SOGo does not answer (see $S/log/sogo.log)"
  [[ $page == *LoginController* || $page == *loginForm* ]] || die "SOGo answers without its login form"
}

# What the running daemons were started from: this script and its settings.
version() { { cat "$0"; echo "$LAB $SOGO_PORT $WO_PORT $PG_PORT $MC_PORT $IMAP_PORT $SMTP_PORT"; } | sha256sum | cut -d' ' -f1; }
is_running() { [ "$(cat "$S/run/version" 2>/dev/null)" = "$(version)" ] && listening "$SOGO_PORT" && listening "$WO_PORT" && listening "$IMAP_PORT"; }

print_env() {
  cat <<OUT
SOGO_PORT=$SOGO_PORT
OUT
}

case "${1:-start}" in
  start) is_running || { install_packages; configure; stop_all; start_all; version >"$S/run/version"; }; print_env ;;
  stop) rm -f "$S/run/version"; stop_all ;;
  status) for p in $SOGO_PORT $WO_PORT $PG_PORT $MC_PORT; do listening "$p" && echo "$p up" || echo "$p down"; done ;;
  env) print_env ;;
  install) install_packages ;;
  *) die "usage: $0 [start|stop|status|env|install]" ;;
esac
