#!/bin/sh
# make-certs.sh DIR: a throw-away CA and a server certificate for the demo portal on this machine.
# Leaves DIR/ca.crt, DIR/server.crt and DIR/server.key (0600). The CA's own key is never kept: nobody can sign more with it.
# A second run keeps what is still good for a week.
set -eu

if [ $# -ne 1 ]; then
    echo "usage: make-certs.sh DIR" >&2
    exit 2
fi
dir=$1
days=730
week=604800

still_good() {
    [ -s "$dir/ca.crt" ] && [ -s "$dir/server.crt" ] && [ -s "$dir/server.key" ] || return 1
    openssl x509 -in "$dir/ca.crt" -noout -checkend $week >/dev/null 2>&1 || return 1
    openssl x509 -in "$dir/server.crt" -noout -checkend $week >/dev/null 2>&1 || return 1
    openssl verify -CAfile "$dir/ca.crt" "$dir/server.crt" >/dev/null 2>&1 || return 1
    [ "$(openssl x509 -in "$dir/server.crt" -noout -pubkey 2>/dev/null)" = "$(openssl pkey -in "$dir/server.key" -pubout 2>/dev/null)" ]
}

umask 077
mkdir -p "$dir"
if still_good; then
    chmod 600 "$dir/server.key"
    exit 0
fi

work=$(mktemp -d "$dir/.new.XXXXXX")
trap 'rm -rf "$work"' EXIT
trap 'exit 1' HUP INT TERM

cat >"$work/openssl.cnf" <<'CONFIG'
[req]
distinguished_name = name
prompt = no
[name]
CN = unused
[ca]
basicConstraints = critical, CA:TRUE, pathlen:0
keyUsage = critical, keyCertSign
subjectKeyIdentifier = hash
[server]
basicConstraints = critical, CA:FALSE
keyUsage = critical, digitalSignature
extendedKeyUsage = serverAuth
subjectKeyIdentifier = hash
authorityKeyIdentifier = keyid
subjectAltName = IP:127.0.0.1, IP:::1, DNS:localhost, DNS:portal.test
CONFIG

quietly() {
    "$@" >"$work/log" 2>&1 || {
        cat "$work/log" >&2
        exit 1
    }
}

quietly openssl req -x509 -config "$work/openssl.cnf" -extensions ca -newkey ec -pkeyopt ec_paramgen_curve:P-256 -nodes -sha256 \
    -days $days -subj "/O=Mot Cua/CN=Mot Cua demo CA" -keyout "$work/ca.key" -out "$work/ca.crt"
quietly openssl req -new -config "$work/openssl.cnf" -newkey ec -pkeyopt ec_paramgen_curve:P-256 -nodes -sha256 \
    -subj "/O=Mot Cua/CN=portal.test" -keyout "$work/server.key" -out "$work/server.csr"
quietly openssl x509 -req -in "$work/server.csr" -CA "$work/ca.crt" -CAkey "$work/ca.key" -set_serial "0x$(openssl rand -hex 16)" -sha256 \
    -days $days -extfile "$work/openssl.cnf" -extensions server -out "$work/server.crt"
rm -f "$work/ca.key"
chmod 644 "$work/ca.crt" "$work/server.crt"
chmod 600 "$work/server.key"
mv -f "$work/server.key" "$work/server.crt" "$work/ca.crt" "$dir/"
