#!/bin/sh
# The main job on the real plan, in a copy: the plan as circulated, then check, apply, diff and report.
set -eu
folder=${1:?usage: demo.sh FOLDER}
here=$(cd "$(dirname "$0")/.." && pwd)

show() {
    printf '\n$ plancli'
    printf ' %s' "$@"
    printf '\n'
    plancli -C "$folder" "$@" || [ $? -eq 1 ]
}

rm -rf "$folder"
mkdir -p "$folder"
cp -R "$here/plan" "$here/comments" "$here/templates" "$folder/"
plancli -C "$folder" revert --all >/dev/null 2>&1 # the plan as circulated, before any comment

show check
show apply --all
show check
show diff --section 第四章/19
show report -o table.html
printf '\n%s\n' "$folder/table.html"
