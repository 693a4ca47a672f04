#!/usr/bin/env bash
# A third real webmail on loopback for tests: Horde IMP 6 (Prototype, synchronous requests, CKEditor 3, views for old browsers and for phones)
# on the mailboxes, IMAP and SMTP of roundcube.sh. Debian, root, apt. Everything it writes is below that script's state folder; its php-fpm
# sees a configuration of its own, and a file that PHP 8 needs otherwise, in a mount namespace, so the machine's stay as they are.
#   horde.sh [start] | stop | status | env | install
set -euo pipefail

LAB=${ROUNDCUBE_STATE:-/var/lib/gatehouse-webmail}
HORDE_PORT=${HORDE_PORT:-8227}
IMAP_PORT=${ROUNDCUBE_IMAP_PORT:-12143}
SMTP_PORT=${ROUNDCUBE_SMTP_PORT:-12025}
HOST=127.0.0.1
H=$LAB/horde

say() { printf '%s\n' "$*" >&2; }
die() { say "horde.sh: $*"; exit 1; }
[ "$(id -u)" = 0 ] || die "run as root"
export DEBIAN_FRONTEND=noninteractive PATH=/usr/sbin:/sbin:$PATH
HERE=$(cd "$(dirname "$0")" && pwd)

listening() { (exec 3<>"/dev/tcp/$HOST/$1") 2>/dev/null; }
wait_port() { for _ in $(seq 1 200); do listening "$1" && return 0; sleep 0.1; done; die "nothing listens on port $1 (see $H/log)"; }
wait_free() { for _ in $(seq 1 200); do listening "$1" || return 0; sleep 0.1; done; die "port $1 is still taken"; }

install_packages() {
  local want=(php-horde-imp php-fpm nginx-light curl) missing=() p
  for p in "${want[@]}"; do
    dpkg-query -W -f '${Status}' "$p" 2>/dev/null | grep -q 'ok installed' || missing+=("$p")
  done
  [ ${#missing[@]} -gt 0 ] || return 0
  say "installing: ${missing[*]}"
  mkdir -p "$H/log"
  # The packages' own daemons must not start: this script runs private instances on loopback ports.
  local policy=/usr/sbin/policy-rc.d made_policy=
  [ -e $policy ] || { printf '#!/bin/sh\nexit 101\n' >$policy; chmod 755 $policy; made_policy=1; }
  local apt=(apt-get -o DPkg::Lock::Timeout=900 -o APT::Sandbox::User=root -qq -y --no-install-recommends)
  "${apt[@]}" install "${missing[@]}" >"$H/log/apt.log" 2>&1 || {
    "${apt[@]}" update >>"$H/log/apt.log" 2>&1
    "${apt[@]}" install "${missing[@]}" >>"$H/log/apt.log" 2>&1 || { [ -z "$made_policy" ] || rm -f $policy; die "apt failed, see $H/log/apt.log"; }; }
  [ -z "$made_policy" ] || rm -f $policy
}

configure() {
  mkdir -p "$H"/{log,run,nginx,sessions,temp}
  chmod 755 "$H"; chown www-data:www-data "$H"/{log,sessions,temp}
  rm -rf "$H/etc"; cp -a /etc/horde "$H/etc"
  # Whoever is signed in to IMAP is signed in to Horde; nothing is kept beyond a session, so there is no database.
  cat >"$H/etc/horde/conf.php" <<CONF
<?php
\$conf = [];
\$conf['vhosts'] = false;
\$conf['debug_level'] = E_ERROR | E_PARSE;
\$conf['max_exec_time'] = 0;
\$conf['compress_pages'] = false;
\$conf['secret_key'] = 'practice';
\$conf['umask'] = 077;
\$conf['testdisable'] = true;
\$conf['use_ssl'] = 0;
\$conf['server'] = ['name' => \$_SERVER['SERVER_NAME'], 'port' => \$_SERVER['SERVER_PORT'], 'token_lifetime' => 0];
\$conf['urls'] = ['token_lifetime' => 30, 'hmac_lifetime' => 30, 'pretty' => false];
\$conf['safe_ips'] = [];
\$conf['session'] = ['name' => 'Horde', 'use_only_cookies' => true, 'timeout' => 0, 'cache_limiter' => 'nocache', 'max_time' => 0, 'regenerate_interval' => 0];
\$conf['cookie'] = ['domain' => '', 'path' => '/'];
\$conf['sql']['phptype'] = false;
\$conf['nosql']['phptype'] = false;
\$conf['ldap']['useldap'] = false;
\$conf['auth'] = ['admins' => [], 'checkip' => false, 'checkbrowser' => false, 'resetpassword' => false, 'alternate_login' => false, 'redirect_on_logout' => false, 'list_users' => 'input', 'driver' => 'application', 'params' => ['app' => 'imp', 'count_bad_logins' => false, 'login_block' => false]];
\$conf['signup']['allow'] = false;
\$conf['log'] = ['priority' => 'ERR', 'ident' => 'HORDE', 'name' => '$H/log/horde.log', 'type' => 'file', 'params' => ['append' => true], 'enabled' => true];
\$conf['log_accesskeys'] = false;
\$conf['prefs'] = ['maxsize' => 65535, 'params' => [], 'driver' => 'Session'];
\$conf['alarms']['driver'] = false;
\$conf['group'] = ['driverconfig' => 'horde', 'driver' => 'Mock', 'cache' => false];
\$conf['perms']['driver'] = 'Null';
\$conf['share'] = ['no_sharing' => true, 'driver' => 'Sqlng'];
\$conf['cache'] = ['default_lifetime' => 86400, 'params' => ['sub' => 0, 'dir' => '$H/temp'], 'driver' => 'File', 'use_memorycache' => ''];
\$conf['cachecss'] = false;
\$conf['cachejs'] = false;
\$conf['cachethemes'] = false;
\$conf['lock']['driver'] = 'Null';
\$conf['token']['driver'] = 'Null';
\$conf['history']['driver'] = 'Null';
\$conf['vfs'] = ['type' => 'File', 'params' => ['vfsroot' => '$H/temp/vfs']];
\$conf['sessionhandler'] = ['type' => 'Builtin', 'hashtable' => false];
\$conf['spell']['driver'] = '';
\$conf['nobase64_img'] = false;
\$conf['image']['driver'] = false;
\$conf['exif']['driver'] = 'Bundled';
\$conf['timezone']['location'] = '';
\$conf['problems'] = ['email' => 'office@brightwater.example', 'maildomain' => 'brightwater.example', 'tickets' => false, 'attachments' => false];
\$conf['menu']['links'] = ['help' => 'all', 'prefs' => 'authenticated', 'problem' => 'never', 'login' => 'all', 'logout' => 'authenticated'];
\$conf['portal']['fixed_blocks'] = [];
\$conf['accounts']['driver'] = 'null';
\$conf['user'] = ['verify_from_addr' => false, 'select_view' => true];
\$conf['hashtable']['driver'] = 'none';
\$conf['activesync']['enabled'] = false;
\$conf['mailer'] = ['type' => 'smtp', 'params' => ['host' => '$HOST', 'port' => $SMTP_PORT, 'auth' => false, 'secure' => false]];
foreach (['facebook', 'twitter', 'imap', 'imsp', 'kolab'] as \$other) \$conf[\$other]['enabled'] = false;
CONF
  cat >"$H/etc/imp/conf.php" <<'CONF'
<?php
$conf = [];
$conf['user']['allow_view_source'] = true;
$conf['server']['server_list'] = 'none';
$conf['compose'] = ['use_vfs' => false, 'link_attachments' => false, 'attach_size_limit' => 0, 'attach_count_limit' => 0, 'reply_limit' => 200000, 'ac_threshold' => 3, 'htmlsig_img_size' => 30000];
$conf['pgp']['keylength'] = 1024;
$conf['maillog']['driver'] = 'none';
$conf['sentmail']['driver'] = 'Null';
$conf['contactsimage']['backends'] = [];
$conf['tasklist']['use_tasklist'] = false;
$conf['notepad']['use_notepad'] = false;
CONF
  cat >"$H/etc/imp/backends.local.php" <<CONF
<?php
\$servers['imap'] = array_merge(\$servers['imap'], ['hostspec' => '$HOST', 'port' => $IMAP_PORT, 'secure' => false, 'smtp' => ['host' => '$HOST', 'port' => $SMTP_PORT, 'auth' => false, 'secure' => false]]);
CONF
  # PHP 8 refuses an action that is not there by another exception than Horde expects.
  sed 's/ReflectionMethod($this, $action)/ReflectionMethod($this, (string) $action)/' \
    /usr/share/php/Horde/Core/Ajax/Application/Handler.php >"$H/Handler.php"
  # And it has no `each` any more.
  cat >"$H/each.php" <<'PHP'
<?php
function each(&$all) {
  $key = key($all);
  if ($key === null) return false;
  $value = current($all);
  next($all);
  return [0 => $key, 1 => $value, 'key' => $key, 'value' => $value];
}
PHP
  cat >"$H/php-fpm.conf" <<CONF
[global]
pid = $H/run/php-fpm.pid
error_log = $H/log/php-fpm.log
daemonize = no
[horde]
user = www-data
group = www-data
listen = $H/run/php-fpm.sock
listen.owner = www-data
listen.group = www-data
pm = static
pm.max_children = 6
clear_env = yes
php_admin_value[error_reporting] = 4437
php_admin_value[auto_prepend_file] = $H/each.php
php_admin_value[upload_max_filesize] = 64M
php_admin_value[post_max_size] = 80M
php_admin_value[memory_limit] = 512M
php_admin_value[session.save_path] = $H/sessions
php_admin_value[sys_temp_dir] = $H/temp
CONF
  cat >"$H/nginx/nginx.conf" <<CONF
user www-data;
worker_processes 1;
pid $H/run/nginx.pid;
error_log $H/log/nginx-error.log;
events { worker_connections 256; }
http {
  include /etc/nginx/mime.types;
  access_log $H/log/nginx-access.log;
  client_max_body_size 80m;
  client_body_temp_path $H/nginx/body; proxy_temp_path $H/nginx/proxy;
  fastcgi_temp_path $H/nginx/fastcgi; uwsgi_temp_path $H/nginx/uwsgi; scgi_temp_path $H/nginx/scgi;
  fastcgi_buffers 16 16k; fastcgi_buffer_size 64k;
  server {
    listen $HOST:$HORDE_PORT;
    root /usr/share/horde;
    index index.php;
    location = /practice-status { stub_status; access_log off; }
    location ~ [^/]\\.php(/|\$) {
      fastcgi_split_path_info ^(.+?\\.php)(/.*)\$;
      include /etc/nginx/fastcgi_params;
      fastcgi_param SERVER_NAME \$host;
      fastcgi_param PATH_INFO \$fastcgi_path_info;
      fastcgi_param SCRIPT_FILENAME \$document_root\$fastcgi_script_name;
      fastcgi_pass unix:$H/run/php-fpm.sock;
      fastcgi_read_timeout 90;
    }
  }
}
CONF
}

end_pid() { # end_pid FILE WORD: end the process named by FILE if its command line has WORD
  local pid; pid=$(cat "$1" 2>/dev/null) || return 0
  if [ -r "/proc/$pid/cmdline" ] && tr '\0' ' ' <"/proc/$pid/cmdline" | grep -q -- "$2"; then kill "$pid" 2>/dev/null || true; fi
}

stop_all() {
  end_pid "$H/run/nginx.pid" nginx
  end_pid "$H/run/php-fpm.pid" php-fpm
  for _ in $(seq 1 50); do [ -e "$H/run/php-fpm.sock" ] || break; sleep 0.1; done
  wait_free "$HORDE_PORT"
}

start_all() {
  "$HERE/roundcube.sh" start >/dev/null
  rm -f "$H/run/php-fpm.sock"
  setsid unshare -m sh -c 'mount --bind "$0/etc" /etc/horde && mount --bind "$0/Handler.php" /usr/share/php/Horde/Core/Ajax/Application/Handler.php && exec "$1" -y "$0/php-fpm.conf"' \
    "$H" "$(ls /usr/sbin/php-fpm* | sort -V | tail -1)" >"$H/log/php-fpm.out" 2>&1 </dev/null &
  for _ in $(seq 1 100); do [ -S "$H/run/php-fpm.sock" ] && break; sleep 0.1; done
  nginx -c "$H/nginx/nginx.conf" -e "$H/log/nginx-error.log" </dev/null >"$H/log/nginx-start.log" 2>&1 || { cat "$H/log/nginx-start.log" >&2; die "nginx did not start"; }
  wait_port "$HORDE_PORT"
  local login; login=$(curl -fsSL --noproxy '*' "http://$HOST:$HORDE_PORT/login.php") || die "Horde does not answer (see $H/log)"
  [[ $login == *horde_pass* ]] || die "Horde answers without its login form (see $H/log)"
}

# What the running daemons were started from: this script and its settings.
version() { { cat "$0"; echo "$LAB $HORDE_PORT $IMAP_PORT $SMTP_PORT"; } | sha256sum | cut -d' ' -f1; }
is_running() { [ "$(cat "$H/run/version" 2>/dev/null)" = "$(version)" ] && listening "$HORDE_PORT" && listening "$IMAP_PORT"; }

print_env() {
  cat <<OUT
HORDE_PORT=$HORDE_PORT
OUT
}

case "${1:-start}" in
  start) is_running || { install_packages; configure; stop_all; start_all; version >"$H/run/version"; }; print_env ;;
  stop) rm -f "$H/run/version"; stop_all ;;
  status) for p in $HORDE_PORT; do listening "$p" && echo "$p up" || echo "$p down"; done ;;
  env) print_env ;;
  install) install_packages ;;
  *) die "usage: $0 [start|stop|status|env|install]" ;;
esac
