#!/bin/bash
# npm_install.sh: installs into a folder's node_modules what its package-lock.json names, unless that has
# been done already.
#
#     docs/tools/npm_install.sh FOLDER
#
# No package runs a program of its own while it is installed.
set -eu
cd "$1"
installed=node_modules/.installed
if cmp -s package-lock.json $installed; then exit 0; fi
if ! command -v npm >/dev/null; then
    echo "There is no npm to install what $1/package-lock.json names." >&2
    exit 1
fi
if ! npm ci --ignore-scripts --no-audit --no-fund --fetch-retries=1 --loglevel=error >&2; then
    echo "npm could not install what $1/package-lock.json names; is there a network?" >&2
    exit 1
fi
cp package-lock.json $installed
