#!/usr/bin/env bash
# LibreOffice opens our DOCX and sets it as our PDF does: the same number of pages and, page by page, the same words.
# Usage: libreoffice.sh PATH/giaoban_tests
set -euo pipefail
tests=$(realpath "${1:?usage: libreoffice.sh PATH/giaoban_tests}")
for tool in soffice pdfinfo pdftotext pdffonts; do
  command -v "$tool" >/dev/null || { echo "missing: $tool (Debian: libreoffice-writer-nogui, poppler-utils)"; exit 1; }
done
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT
mkdir "$work/ours" "$work/theirs"
GIAOBAN_DOCUMENTS_OUT=$work/ours "$tests" --test-case='samples are written out*' >"$work/log" || { cat "$work/log"; exit 1; }

# A profile of its own: a second LibreOffice on the machine would otherwise take the request and this one go quietly.
timeout 300 soffice "-env:UserInstallation=file://$work/profile" --headless --convert-to pdf:writer_pdf_Export \
  --outdir "$work/theirs" "$work"/ours/*.docx >"$work/log" 2>&1 || { cat "$work/log"; exit 1; }

pages() { pdfinfo "$1" | awk '/^Pages:/ {print $2}'; }
# Reading order differs between writers; the words of a page do not. A no-break space parts words, too.
words() { pdftotext -f "$2" -l "$2" "$1" - | sed 's/\xc2\xa0/ /g' | tr -s ' \n\f\t' '\n' | sort; }

failed=0
for ours in "$work"/ours/*.pdf; do
  name=$(basename "$ours" .pdf)
  theirs=$work/theirs/$name.pdf
  [ -s "$theirs" ] || { echo "FAIL $name: LibreOffice gave no PDF"; failed=1; continue; }
  n=$(pages "$ours")
  if [ "$n" != "$(pages "$theirs")" ]; then
    echo "FAIL $name: $n pages in our PDF, $(pages "$theirs") in LibreOffice's"
    failed=1
    continue
  fi
  for page in $(seq "$n"); do
    diff <(words "$ours" "$page") <(words "$theirs" "$page") >"$work/diff" && continue
    echo "FAIL $name: page $page has other words:"
    head -20 "$work/diff"
    failed=1
  done
  if pdffonts "$ours" | tail -n +3 | grep -v LiberationSerif; then
    echo "FAIL $name: a face other than Liberation Serif"
    failed=1
  fi
  echo "$name: $n pages, the same words on each"
done
exit $failed
