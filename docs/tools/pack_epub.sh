#!/bin/bash
# pack_epub.sh: packs an EPUB again, so that the same book is the same bytes: in a fixed order, with
# SOURCE_DATE_EPOCH as the date of each file and of the book.
#
#     docs/tools/pack_epub.sh FROM.epub TO.epub
set -eu
from=$(realpath "$1")
to=$(realpath "$2")
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT
cd "$work"
unzip -q "$from"
date=$(date -u -d "@$SOURCE_DATE_EPOCH" +%Y-%m-%dT%H:%M:%SZ)
sed -i "s|\(<meta property=\"dcterms:modified\">\)[^<]*|\1$date|; s|\(<dc:date[^>]*>\)[^<]*|\1$date|" EPUB/content.opf
find . -exec touch -h -d "@$SOURCE_DATE_EPOCH" {} +
rm -f "$to"
zip -qX0 "$to" mimetype
find META-INF EPUB -type f | sort | zip -qX9 "$to" -@
