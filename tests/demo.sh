#!/bin/sh
# Three short acts, in the reader's language: how the conflict of two units is settled (on the example of `init`);
# from the real draft as Word, and a table of what the units wrote, to comments that are in the text; then the
# whole consultation on the real plan: check, apply, diff, report. FOLDER is new each time.
# With PLAN, a folder of this repository such as examples/water, the whole consultation on that plan alone.
set -eu
folder=${1:?usage: demo.sh FOLDER [PLAN]}
plan=${2:-}
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

whole_consultation() { # of the plan in folder $1, with the options $2 for what is shown of the changes
    place=$folder/规划
    mkdir -p "$place"
    for part in plan comments templates; do
        if [ -d "$1/$part" ]; then cp -R "$1/$part" "$place/"; fi
    done
    plancli -C "$place" revert --all >/dev/null 2>&1 # the plan as circulated, before any comment
    show status
    show apply --all
    show check
    # shellcheck disable=SC2086 # several words, or none
    show diff $2
    show report -o table.html
    printf '\n%s\n' "$place/table.html"
}

clerks_way() { # from the draft as Word and what came back, both made of the plan in folder $1, to the text
    place=$folder/录入
    python "$here/tests/returned.py" "$1" "$folder" # 征求意见稿.docx, 单位.txt, 回收/意见.csv
    mkdir -p "$place"
    show intake draft ../征求意见稿.docx --units ../单位.txt
    show intake form -o ../意见表.xlsx
    show intake all ../回收
    show intake review 市住建局-01
    show intake review --take 市住建局-01
    show decide 市投创中心-02 市自然资源局-03 市住建局-01 --status 采纳
    show apply --all
}

if [ -n "$plan" ]; then
    whole_consultation "$here/$plan" ''
    exit
fi

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

clerks_way "$here"

whole_consultation "$here" '--section 第四章/19'
