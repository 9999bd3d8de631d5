"""Codes about the use of commands."""

from plancli.core.finding import Code
from plancli.messages import N_
from plancli.render.findings.explanations.entry import Explanation

USAGE: dict[Code, Explanation] = {
    Code.UNKNOWN_STATE: Explanation(
        N_(
            "A command was given a state of the plan to compare with, and it is neither a draft nor "
            "a revision that git knows."
        ),
        "plancli diff 征求意见搞..送审稿",
    ),
    Code.NO_REPOSITORY: Explanation(
        N_(
            "The command was run outside a plan repository: no plan/plan.yaml in this folder or above it."
        ),
        "cd /tmp && plancli check",
    ),
    Code.UNKNOWN_ID: Explanation(
        N_("The name is neither the id of a comment nor a unit that has comments."),
        "plancli apply 市医保局-99",
    ),
    Code.UNKNOWN_KEY: Explanation(
        N_("The name is no key, title or id of a part of the plan, nor of a comment."),
        "plancli show 第九章",
    ),
    Code.NOT_DUE: Explanation(
        N_(
            "A comment was named to be merged that does not belong in the text: its status does not "
            "merge, another comment settles it, or it has no edits."
        ),
        "plancli apply 镇财政所-01   # 不采纳",
    ),
    Code.NOT_APPLIED: Explanation(
        N_("A comment was to be taken out of the text, but the record does not have it."),
        "plancli revert 市医保局-01   # 还没有并入",
    ),
    Code.GIT: Explanation(
        N_(
            "git was needed and failed, or is not installed. Everything but the git features works "
            "without it."
        ),
        "plancli apply --all --commit   # 不在 git 仓库中",
    ),
    Code.EXISTS: Explanation(
        N_(
            "Something would be written where a file is already. Nothing is ever overwritten that "
            "plancli does not own."
        ),
        "plancli init .   # 已有 plan/plan.yaml",
    ),
    Code.FORMAT: Explanation(
        N_("The ending of the file's name says in which format to write, and this one names none."),
        "plancli report -o 采纳情况.doc",
    ),
    Code.TEMPLATE: Explanation(
        N_(
            "A layout in templates/ is missing, Jinja2 cannot use it, a Word form holds no placeholder or an "
            "unknown one, or what is written has no layout."
        ),
        "plancli report --template 结果反馈2 -o 表.html",
    ),
    Code.UNREADABLE_CITATION: Explanation(
        N_("What was to be located is neither a comment, nor a place, nor words of the draft."),
        "plancli locate 推广普及医保电子凭征",
    ),
    Code.CHANGED_MEANWHILE: Explanation(
        N_(
            "Between reading and writing somebody else changed a file. Nothing was written, so that "
            "nobody's work is lost."
        ),
        "plancli apply --all   # 同时有人在编辑器中保存了文件",
    ),
    Code.UNCOMMITTED: Explanation(
        N_(
            "With --commit each comment gets a commit of its own; changes that are not committed "
            "yet would be mixed in."
        ),
        "plancli apply --all --commit   # plan/ 有未提交的改动",
    ),
    Code.NOTHING_NAMED: Explanation(
        N_("A command that changes things was not told which comments are meant."),
        "plancli apply",
    ),
    Code.SYSTEM: Explanation(
        N_("The operating system refused to read or write a file."),
        "plancli report -o /只读目录/表.html",
    ),
    Code.NOT_CARRIED: Explanation(
        N_("Only open comments of a closed round can be carried over to the draft circulated now."),
        "plancli rebase 市医保局-01   # 已在文本中",
    ),
    Code.NO_ROUND: Explanation(
        N_("freeze --circulate ends a round, but no draft was circulated before."),
        "plancli freeze 征求意见稿 --circulate   # 第一稿",
    ),
    Code.BAD_NAME: Explanation(
        N_("The name of a draft becomes the name of a file."),
        "plancli freeze 征求意见/二稿",
    ),
    Code.UNKNOWN_CODE: Explanation(
        N_("There is no finding with this code."),
        "plancli explain P999",
    ),
    Code.VALUE_MISSING: Explanation(
        N_(
            "A value is missing. In a terminal plancli would ask for it; in a script it has to be given, so "
            "that nothing hangs."
        ),
        "plancli new --unit 市民政局 < /dev/null",
    ),
    Code.NO_GIT: Explanation(
        N_(
            "A command needs git, and git is not installed, or the plan is in no git repository. "
            "Only the git features need it."
        ),
        "plancli git-setup   # 不在 git 仓库中",
    ),
    Code.NEEDS_EXTRA: Explanation(
        N_(
            "A format is drawn by a large library that only those install who want it. "
            "All other formats work without it."
        ),
        "plancli report -o 采纳情况.pdf   # 需要 typst",
    ),
    Code.NOT_EMPTY: Explanation(
        N_("The notice that no comments were received would be false: there are some."),
        "plancli report --preset notice   # 有意见时",
    ),
    Code.HAS_ITEMS: Explanation(
        N_(
            "A decision was given for a compound comment; each of its items has a decision of its own."
        ),
        "plancli decide 市住建局-01 --status 采纳   # 其下有 市住建局-01.1、市住建局-01.2",
    ),
    Code.UNKNOWN_TABLE: Explanation(
        N_(
            "A table is named that neither plancli nor the plan has. plancli brings feedback, reasons, "
            "channels, standard, internal and topics; a plan can have tables of its own."
        ),
        "plancli report --preset 台账",
    ),
    Code.NO_PORT: Explanation(
        N_(
            "The review page cannot be shown at this port of the computer: another program listens "
            "there, often an earlier plancli serve, or the system keeps it for itself."
        ),
        "plancli serve --port 80",
    ),
    Code.NO_COMMENTS: Explanation(
        N_(
            "A letter is asked for to a unit that was consulted but sent no comment in this round: it "
            "answered that it had none, or not at all."
        ),
        "plancli reply 镇文化站   # 无意见",
    ),
    Code.ONE_FILE: Explanation(
        N_(
            "Without a unit, plancli writes a letter to each one, into a folder; the name that was given is "
            "that of one file."
        ),
        "plancli reply -o 复函.docx",
    ),
    Code.EITHER: Explanation(
        N_(
            "Two options are given of which each asks for something else, and only one thing can be written."
        ),
        "plancli export 规划.docx --clean --draft-only",
    ),
    Code.OTHER_ROUND: Explanation(
        N_(
            "Comments of different rounds are named together, or --draft names a round to which they do not "
            "belong. What is read is always one round."
        ),
        "plancli audit 市医保局-01 --draft 送审稿   # 是对征求意见稿的意见",
    ),
}
