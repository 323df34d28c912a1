#!/bin/bash
# Gradescope runs this once, where the archive was unpacked: it installs what grading needs and
# builds the tool, the judges and the references.
set -eu
cd "$(dirname "$0")"
export DEBIAN_FRONTEND=noninteractive
apt-get update
apt-get install -y --no-install-recommends gcc libc6-dev make jq
make grading-deps
make
