#!/usr/bin/env bash
# A real webmail on loopback for tests and `npm start`: Roundcube (nginx + php-fpm), Dovecot (IMAP), Postfix (SMTP).
# Debian, root, apt. Everything it writes is below one state folder; the distribution's own daemons are not touched.
#   roundcube.sh [start]   install what is missing, configure, start what is not running, print the environment
#   roundcube.sh restart   the same, with every daemon started anew
#   roundcube.sh stop      stop the four daemons
#   roundcube.sh status    say what is listening
#   roundcube.sh env       print shell assignments (address, users, mailboxes)
#   roundcube.sh install   install what is missing, start nothing
# Nothing listens outside 127.0.0.1 and Postfix has no route out: mail to any domain is delivered
# locally, known users to their mailbox, every other recipient to the sink, with the envelope in X-Original-To.
# The skin follows the host name of the request: a name beginning with `larry.` or `classic.` shows that one, any other elastic.
set -euo pipefail

LAB=${ROUNDCUBE_STATE:-/var/lib/gatehouse-webmail}
RC_PORT=${ROUNDCUBE_PORT:-8225}
IMAP_PORT=${ROUNDCUBE_IMAP_PORT:-12143}
SMTP_PORT=${ROUNDCUBE_SMTP_PORT:-12025}
PASSWORD=practice
USERS=(keziah.brandt@brightwater.example outside@personal.test)
SINK=sink@sink.test                     # catch-all mailbox for every unknown recipient
OWNER=gatehouse-mail                    # system user that owns the mailboxes
HOST=127.0.0.1
DOCROOT=/var/lib/roundcube/public_html

say() { printf '%s\n' "$*" >&2; }
die() { say "roundcube.sh: $*"; exit 1; }
[ "$(id -u)" = 0 ] || die "run as root"
export DEBIAN_FRONTEND=noninteractive PATH=/usr/sbin:/sbin:$PATH

listening() { (exec 3<>"/dev/tcp/$HOST/$1") 2>/dev/null; }
wait_port() { for _ in $(seq 1 100); do listening "$1" && return 0; sleep 0.1; done; die "nothing listens on port $1 (see $LAB/log)"; }
wait_free() { for _ in $(seq 1 100); do listening "$1" || return 0; sleep 0.1; done; die "port $1 is still taken"; }

install_packages() {
  local want=(roundcube-core roundcube-sqlite3 roundcube-skin-larry roundcube-skin-classic
              dovecot-imapd postfix php-cli php-fpm php-sqlite3 php-gd nginx-light curl) missing=() p
  for p in "${want[@]}"; do
    dpkg-query -W -f '${Status}' "$p" 2>/dev/null | grep -q 'ok installed' || missing+=("$p")
  done
  [ ${#missing[@]} -gt 0 ] || return 0
  say "installing: ${missing[*]}"
  mkdir -p "$LAB/log"
  # The packages' own daemons must not start: this script runs private instances on loopback ports.
  local policy=/usr/sbin/policy-rc.d made_policy=
  [ -e $policy ] || { printf '#!/bin/sh\nexit 101\n' >$policy; chmod 755 $policy; made_policy=1; }
  local apt=(apt-get -o DPkg::Lock::Timeout=900 -o APT::Sandbox::User=root -qq -y --no-install-recommends)
  # debconf-set-selections takes debconf's own lock, which a running apt-get may hold.
  for _ in $(seq 1 180); do
    printf '%s\n' \
      'postfix postfix/main_mailer_type select No configuration' \
      'roundcube-core roundcube/dbconfig-install boolean false' \
      'roundcube-core roundcube/database-type select sqlite3' | debconf-set-selections 2>/dev/null && break
    sleep 2
  done
  "${apt[@]}" install "${missing[@]}" >"$LAB/log/apt.log" 2>&1 || {
    "${apt[@]}" update >>"$LAB/log/apt.log" 2>&1
    "${apt[@]}" install "${missing[@]}" >>"$LAB/log/apt.log" 2>&1 || { [ -z "$made_policy" ] || rm -f $policy; die "apt failed, see $LAB/log/apt.log"; }; }
  [ -z "$made_policy" ] || rm -f $policy
}

configure() {
  getent group "$OWNER" >/dev/null || groupadd --system "$OWNER"
  getent passwd "$OWNER" >/dev/null || useradd --system -g "$OWNER" -d "$LAB/mail" -s /usr/sbin/nologin "$OWNER"
  local uid gid u
  uid=$(id -u "$OWNER") gid=$(getent group "$OWNER" | cut -d: -f3)
  mkdir -p "$LAB"/{log,run,mail,dovecot,postfix,postfix-queue,postfix-data,roundcube/{config,db,temp,logs}}
  chmod 755 "$LAB"
  chown -R "$OWNER:$OWNER" "$LAB/mail"
  chown postfix "$LAB/postfix-data"
  chown root "$LAB/postfix-queue"
  chown -R www-data:www-data "$LAB"/roundcube/{db,temp,logs}

  # --- Dovecot: IMAP only, plaintext on loopback, one password file ---
  : >"$LAB/dovecot/passwd"
  for u in "${USERS[@]}" "$SINK"; do echo "$u:{PLAIN}$PASSWORD" >>"$LAB/dovecot/passwd"; done
  chown root:dovecot "$LAB/dovecot/passwd"; chmod 640 "$LAB/dovecot/passwd"
  cat >"$LAB/dovecot/dovecot.conf" <<CONF
base_dir = $LAB/run/dovecot
state_dir = $LAB/run/dovecot-state
log_path = $LAB/log/dovecot.log
listen = $HOST
protocols = imap
ssl = no
disable_plaintext_auth = no
auth_mechanisms = plain login
auth_username_format = %Lu
mail_location = maildir:$LAB/mail/%u
first_valid_uid = $uid
service imap-login {
  inet_listener imap {
    port = $IMAP_PORT
  }
  inet_listener imaps {
    port = 0
  }
}
passdb {
  driver = passwd-file
  args = $LAB/dovecot/passwd
}
userdb {
  driver = static
  args = uid=$uid gid=$gid home=$LAB/mail/%u
}
namespace inbox {
  inbox = yes
  mailbox Sent {
    auto = subscribe
    special_use = \\Sent
  }
  mailbox Drafts {
    auto = subscribe
    special_use = \\Drafts
  }
  mailbox Trash {
    auto = subscribe
    special_use = \\Trash
  }
}
CONF

  # --- Postfix: own instance; every domain is local, so nothing can be relayed ---
  { for u in "${USERS[@]}"; do printf '/^%s$/ %s/\n' "${u//./\\.}" "$u"; done
    printf '/./ %s/\n' "$SINK"; } >"$LAB/postfix/mailboxes.regexp"
  cat >"$LAB/postfix/main.cf" <<CONF
compatibility_level = 3.6
queue_directory = $LAB/postfix-queue
data_directory = $LAB/postfix-data
maillog_file = $LAB/log/postfix.log
maillog_file_prefixes = $LAB
myhostname = mail.brightwater.test
mydestination =
mynetworks = 127.0.0.0/8
inet_interfaces = $HOST
inet_protocols = ipv4
alias_maps =
alias_database =
local_transport = error:no local mail here
default_transport = error:this machine sends nothing out
relay_transport = error:this machine sends nothing out
virtual_mailbox_domains = static:all
virtual_mailbox_maps = regexp:$LAB/postfix/mailboxes.regexp
virtual_mailbox_base = $LAB/mail
virtual_uid_maps = static:$uid
virtual_gid_maps = static:$gid
virtual_mailbox_limit = 0
message_size_limit = 104857600
smtpd_relay_restrictions = permit_mynetworks, reject
biff = no
smtputf8_enable = yes
CONF
  cat >"$LAB/postfix/master.cf" <<CONF
$HOST:$SMTP_PORT inet n - n - - smtpd
pickup    unix  n - n 60 1 pickup
cleanup   unix  n - n - 0 cleanup
qmgr      unix  n - n 300 1 qmgr
rewrite   unix  - - n - - trivial-rewrite
bounce    unix  - - n - 0 bounce
defer     unix  - - n - 0 bounce
trace     unix  - - n - 0 bounce
verify    unix  - - n - 1 verify
flush     unix  n - n 1000? 0 flush
proxymap  unix  - - n - - proxymap
error     unix  - - n - - error
retry     unix  - - n - - error
virtual   unix  - n n - - virtual
anvil     unix  - - n - 1 anvil
postlog   unix-dgram n - n - 1 postlogd
CONF

  # --- Roundcube: own config directory, sqlite database ---
  [ -s "$LAB/roundcube/des_key" ] || head -c 18 /dev/urandom | base64 >"$LAB/roundcube/des_key"
  cat >"$LAB/roundcube/config/config.inc.php" <<CONF
<?php
\$config = [];
\$config['db_dsnw'] = 'sqlite:///$LAB/roundcube/db/roundcube.db?mode=0640';
\$config['imap_host'] = '$HOST:$IMAP_PORT';
\$config['smtp_host'] = '$HOST:$SMTP_PORT';
\$config['smtp_user'] = '';
\$config['smtp_pass'] = '';
\$config['username_domain'] = '';
\$config['mail_domain'] = '';
\$config['product_name'] = 'Practice webmail';
\$config['des_key'] = '$(cat "$LAB/roundcube/des_key")';
\$config['plugins'] = [];
\$config['skin'] = preg_match('/^(larry|classic)\\./', \$_SERVER['HTTP_HOST'] ?? '', \$told) ? \$told[1] : 'elastic';
\$config['dont_override'] = ['skin'];
\$config['language'] = 'en_US';
\$config['log_dir'] = '$LAB/roundcube/logs/';
\$config['temp_dir'] = '$LAB/roundcube/temp/';
\$config['enable_installer'] = false;
\$config['session_lifetime'] = 600;
\$config['ip_check'] = false;
\$config['draft_autosave'] = 300;
\$config['htmleditor'] = 0;
\$config['max_message_size'] = '64M';
\$config['login_rate_limit'] = 1000;
CONF
  for f in defaults.inc.php mimetypes.php; do ln -sfn /etc/roundcube/$f "$LAB/roundcube/config/$f"; done
  local db="$LAB/roundcube/db/roundcube.db"
  if [ ! -s "$db" ]; then
    local sql=/usr/share/roundcube/SQL/sqlite.initial.sql
    [ -r "$sql" ] || sql=/usr/share/dbconfig-common/data/roundcube/install/sqlite3
    php -r '$d = new PDO("sqlite:" . $argv[1]); $d->setAttribute(PDO::ATTR_ERRMODE, PDO::ERRMODE_EXCEPTION); $d->exec(file_get_contents($argv[2]));' "$db" "$sql"
    chown www-data:www-data "$db"
  fi

  # --- php-fpm and nginx: private instances. (php -S drops a connection now and then under a browser.) ---
  mkdir -p "$LAB/nginx"
  cat >"$LAB/roundcube/php-fpm.conf" <<CONF
[global]
pid = $LAB/run/php-fpm.pid
error_log = $LAB/log/php-fpm.log
daemonize = yes
[roundcube]
user = www-data
group = www-data
listen = $LAB/run/php-fpm.sock
listen.owner = www-data
listen.group = www-data
pm = static
pm.max_children = 6
clear_env = yes
env[ROUNDCUBE_CONFIG_DIR] = $LAB/roundcube/config
php_admin_value[upload_max_filesize] = 64M
php_admin_value[post_max_size] = 80M
php_admin_value[memory_limit] = 512M
php_admin_value[max_file_uploads] = 50
php_admin_value[session.save_path] = $LAB/roundcube/temp
CONF
  cat >"$LAB/nginx/nginx.conf" <<CONF
user www-data;
worker_processes 1;
pid $LAB/run/nginx.pid;
error_log $LAB/log/nginx-error.log;
events { worker_connections 256; }
http {
  include /etc/nginx/mime.types;
  access_log $LAB/log/nginx-access.log;
  client_max_body_size 80m;
  client_body_temp_path $LAB/nginx/body; proxy_temp_path $LAB/nginx/proxy;
  fastcgi_temp_path $LAB/nginx/fastcgi; uwsgi_temp_path $LAB/nginx/uwsgi; scgi_temp_path $LAB/nginx/scgi;
  fastcgi_buffers 16 16k; fastcgi_buffer_size 32k;
  server {
    listen $HOST:$RC_PORT;
    root $DOCROOT;
    index index.php;
    location ~ /\\. { return 404; }
    location = /practice-status { stub_status; access_log off; }
    location = /index.php {
      include /etc/nginx/fastcgi_params;
      fastcgi_param SCRIPT_FILENAME \$document_root\$fastcgi_script_name;
      fastcgi_pass unix:$LAB/run/php-fpm.sock;
      fastcgi_read_timeout 90;
    }
    location ~ \\.php { return 404; }
  }
}
CONF
}

end_pid() { # end_pid FILE WORD: end the process named by FILE if its command line has WORD
  local pid; pid=$(cat "$1" 2>/dev/null) || return 0
  if [ -r "/proc/$pid/cmdline" ] && tr '\0' ' ' <"/proc/$pid/cmdline" | grep -q -- "$2"; then kill "$pid" 2>/dev/null || true; fi
}

stop_all() {
  [ -f "$LAB/postfix/main.cf" ] && postfix -c "$LAB/postfix" stop >/dev/null 2>&1 || true
  [ -f "$LAB/dovecot/dovecot.conf" ] && doveadm -c "$LAB/dovecot/dovecot.conf" stop >/dev/null 2>&1 || true
  end_pid "$LAB/run/nginx.pid" nginx
  end_pid "$LAB/run/php-fpm.pid" php-fpm
  for _ in $(seq 1 50); do [ -e "$LAB/run/php-fpm.sock" ] || break; sleep 0.1; done
  wait_free "$RC_PORT"; wait_free "$IMAP_PORT"; wait_free "$SMTP_PORT"
}

start_all() {
  mkdir -p "$LAB/run/dovecot"
  dovecot -c "$LAB/dovecot/dovecot.conf" </dev/null >"$LAB/log/dovecot-start.log" 2>&1 || { cat "$LAB/log/dovecot-start.log" >&2; die "dovecot did not start"; }
  postfix -c "$LAB/postfix" start >"$LAB/log/postfix-start.log" 2>&1 || { cat "$LAB/log/postfix-start.log" >&2; die "postfix did not start"; }
  chmod 755 "$LAB/roundcube/config"
  rm -f "$LAB/run/php-fpm.sock"
  "$(ls /usr/sbin/php-fpm* | sort -V | tail -1)" -y "$LAB/roundcube/php-fpm.conf" </dev/null >"$LAB/log/php-fpm-start.log" 2>&1 || { cat "$LAB/log/php-fpm-start.log" >&2; die "php-fpm did not start"; }
  nginx -c "$LAB/nginx/nginx.conf" -e "$LAB/log/nginx-error.log" </dev/null >"$LAB/log/nginx-start.log" 2>&1 || { cat "$LAB/log/nginx-start.log" >&2; die "nginx did not start"; }
  wait_port "$IMAP_PORT"; wait_port "$SMTP_PORT"; wait_port "$RC_PORT"
  local login; login=$(curl -fsS --noproxy '*' "http://$HOST:$RC_PORT/") || die "Roundcube does not answer (see $LAB/log/nginx-error.log)"
  [[ $login == *'name="_user"'* ]] || die "Roundcube answers without its login form (see $LAB/roundcube/logs)"
}

# What the running daemons were started from: this script and its settings.
version() { { cat "$0"; echo "$LAB $RC_PORT $IMAP_PORT $SMTP_PORT"; } | sha256sum | cut -d' ' -f1; }
is_running() {
  [ "$(cat "$LAB/run/version" 2>/dev/null)" = "$(version)" ] && listening "$RC_PORT" && listening "$IMAP_PORT" && listening "$SMTP_PORT"
}
restart_all() { install_packages; configure; stop_all; start_all; version >"$LAB/run/version"; }

print_env() {
  cat <<OUT
WEBMAIL_PORT=$RC_PORT
WEBMAIL_USER=${USERS[0]}
WEBMAIL_PEER=${USERS[1]}
WEBMAIL_PASSWORD=$PASSWORD
WEBMAIL_SINK=$SINK
WEBMAIL_MAILDIRS=$LAB/mail
WEBMAIL_QUEUE=$LAB/postfix-queue
WEBMAIL_OWNER=$OWNER
WEBMAIL_SMTP_PORT=$SMTP_PORT
OUT
}

case "${1:-start}" in
  start) is_running || restart_all; print_env ;;
  restart) restart_all; print_env ;;
  stop) rm -f "$LAB/run/version"; stop_all ;;
  status) for p in $RC_PORT $IMAP_PORT $SMTP_PORT; do listening "$p" && echo "$p up" || echo "$p down"; done ;;
  env) print_env ;;
  install) install_packages ;;
  *) die "usage: $0 [start|restart|stop|status|env|install]" ;;
esac
