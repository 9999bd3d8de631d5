#!/bin/sh
# Two short acts, in the reader's language: how the conflict of two units is settled (on the example of `init`),
# then the whole consultation on the real plan: check, apply, diff, report. FOLDER is new each time.
set -eu
folder=${1:?usage: demo.sh FOLDER}
here=$(cd "$(dirname "$0")/.." && pwd)
case ${LC_ALL:-${LC_MESSAGES:-${LANG:-}}} in zh*) spoken=zh ;; *) spoken=en ;; esac
export PLANCLI_LANG="${PLANCLI_LANG:-$spoken}"

show() {
    printf '\n$ plancli'
    for word in "$@"; do
        case $word in *[\ \{]*) printf " '%s'" "$word" ;; *) printf ' %s' "$word" ;; esac
    done
    printf '\n'
    plancli -C "$place" "$@" || [ $? -eq 1 ]
}

place=$folder/食堂
plancli init "$place" >/dev/null 2>&1
reply='第二章“选址”中相关内容已修改。'
joint='不小于60平方米,人口较多的村不小于100平方米'
plancli -C "$place" decide 镇财政所-01 --status 采纳 --reason '' --reply "$reply" >/dev/null 2>&1
show new --unit 镇民政办 --page 2 --opinion '人口较多的村用餐的老人多,建议面积改为不小于100平方米。' \
    --replace 不小于80平方米 --with 不小于100平方米
plancli -C "$place" decide 镇民政办-02 --status 采纳 --reply "$reply" >/dev/null 2>&1
show conflicts
show decide 镇民政办-02 --status 修改后采纳 --settles 镇财政所-01 --reply "$reply" \
    --edit "{replace: 不小于80平方米, with: \"$joint\"}"
show apply 镇民政办-02
show diff --section 第二章
show report
show check

place=$folder/规划
mkdir -p "$place"
cp -R "$here/plan" "$here/comments" "$here/templates" "$place/"
plancli -C "$place" revert --all >/dev/null 2>&1 # the plan as circulated, before any comment

show status
show apply --all
show check
show diff --section 第四章/19
show report -o table.html
printf '\n%s\n' "$place/table.html"
