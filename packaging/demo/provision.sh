#!/usr/bin/env bash
# provision.sh MOTCUACTL STATE PORTAL_URL: sets up the demo commune (xã Đa Kia, thành phố Đồng Nai) in STATE/profile with the invented
# people of demo-accounts.json. Run again it only adds what is missing. Their passphrases are public and lie in STATE/passphrases.
set -euo pipefail
ctl=$1 state=$2 portal=$3
here=$(cd "$(dirname "${BASH_SOURCE[0]}")" && pwd)
profile="$state/profile"
umask 077
if [ -f "$profile/profile.json" ] && cmp -s "$here/demo-accounts.json" "$state/provisioned.json"; then
    exit 0
fi
mkdir -p "$state/passphrases"

# One account a line in the file, so that no JSON reader is needed on a bare machine.
field() { sed -n "s/.*\"$1\": \"\([^\"]*\)\".*/\1/p" <<<"$2"; }

first=
present=
while IFS= read -r line; do
    login=$(field login "$line")
    [ -n "$login" ] || continue
    secret="$state/passphrases/$login"
    field passphrase "$line" >"$secret"
    person=(--account "$login" --role "$(field role "$line")" --name "$(field name "$line")")
    if [ -z "$first" ]; then
        first=$secret
        if [ ! -f "$profile/profile.json" ]; then
            "$ctl" --profile "$profile" --passphrase-file "$secret" init --commune 25231 --portal "$portal" --ca "$state/certs/ca.crt" \
                --demo "${person[@]}"
        fi
        present=$("$ctl" --profile "$profile" --passphrase-file "$first" account list | cut -f 1)
    elif ! grep -qx "$login" <<<"$present"; then
        "$ctl" --profile "$profile" --passphrase-file "$first" account add --new-passphrase-file "$secret" "${person[@]}"
    fi
done <"$here/demo-accounts.json"
# The sign-in page of a demo kiosk reads them out to whoever stands in front of it.
cp "$here/demo-accounts.json" "$profile/demo-accounts.json"
cp "$here/demo-accounts.json" "$state/provisioned.json"
