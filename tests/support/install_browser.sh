#!/usr/bin/env bash
# Gets a browser for tests/browser when there is none: Debian's chromium, as root or by sudo without a password.
# Never fails: without a browser those tests are skipped, and this says why.
set -u

for name in chromium chromium-browser google-chrome google-chrome-stable; do
    if command -v "$name" > /dev/null; then
        exit 0
    fi
done

skip() {
    echo "browser tests will be skipped: $1" >&2
    exit 0
}

command -v apt-get > /dev/null || skip "no chromium or google-chrome found, and no apt-get to install one"
if [ "$(id -u)" -eq 0 ]; then
    as_root=(env DEBIAN_FRONTEND=noninteractive)
elif command -v sudo > /dev/null && sudo -n true 2> /dev/null; then
    as_root=(sudo -n env DEBIAN_FRONTEND=noninteractive)
else
    skip "no chromium or google-chrome found, and installing one needs root (apt-get install chromium)"
fi

echo "installing chromium for the browser tests" >&2
"${as_root[@]}" apt-get update -qq > /dev/null || skip "apt-get update failed"
"${as_root[@]}" apt-get install -y -qq --no-install-recommends chromium > /dev/null \
    || skip "apt-get install chromium failed"
exit 0
