"""The codes that no rule of `check` reports, each with its words.

0 is wrong usage, 1 files, 2 names in them, 6 what a branch takes away from its base.
"""

from dataclasses import dataclass
from enum import StrEnum, unique
from typing import Self

from plancli.core.entry import N_, Entry, Severity


@dataclass(frozen=True, kw_only=True)
class Notice(Entry):
    """What belongs to a code that is no rule: its words, and a case as the file or command line shows it."""

    example: str


@unique  # two names of one code would be one member, with the words of the first
class Code(StrEnum):
    """What is reported where no rule of `check` is known; each member is the code, and has its notice."""

    notice: Notice | None

    def __new__(cls, code: str, notice: Notice | None = None) -> Self:
        """Build the member, which is the code itself."""
        member = str.__new__(cls, code)
        member._value_ = code
        member.notice = notice
        return member

    # wrong usage
    UNKNOWN_STATE = (
        "P001",
        Notice(
            message=N_("{name} is neither a draft nor a git revision: {problem}"),
            hint=N_("Drafts: {known}. Of one section: plancli diff --section {section}"),
            meaning=N_(
                "A command was given a state of the plan to compare with, and it is neither a "
                "draft nor a revision that git knows."
            ),
            example="plancli diff 征求意见搞..送审稿",
        ),
    )

    NO_REPOSITORY = (
        "P002",
        Notice(
            message=N_("There is no plan/plan.yaml in {place} or above it."),
            hint=N_("Change into a plan repository, or start one with: plancli init DIR"),
            meaning=N_(
                "The command was run outside a plan repository: no plan/plan.yaml in this folder "
                "or above it."
            ),
            example="cd /tmp && plancli check",
        ),
    )

    UNKNOWN_ID = (
        "P003",
        Notice(
            message=N_("There is no comment or unit {id}."),
            hint=N_("Near: {near}. All of them: plancli status"),
            meaning=N_("The name is neither the id of a comment nor a unit that has comments."),
            example="plancli apply 市医保局-99",
        ),
    )

    UNKNOWN_KEY = (
        "P004",
        Notice(
            message=N_("There is no section, paragraph or comment {key}."),
            hint=N_(
                "Near: {near}. The keys stand in plan/plan.yaml, the comments in: plancli status"
            ),
            meaning=N_("The name is no key, title or id of a part of the plan, nor of a comment."),
            example="plancli show 第九章",
        ),
    )

    NOT_DUE = (
        "P005",
        Notice(
            message=N_("{id} ({status}) cannot be merged: {reason}."),
            hint=N_("See its decision in {file}"),
            meaning=N_(
                "A comment was named to be merged that does not belong in the text: its status "
                "does not merge, another comment settles it, or it has no edits."
            ),
            example="plancli apply 镇财政所-01   # 不采纳",
        ),
    )

    NOT_APPLIED = (
        "P006",
        Notice(
            message=N_("{id} is not in the text."),
            hint=N_("What is in the text: plan/applied.yaml"),
            meaning=N_(
                "A comment was to be taken out of the text, but the record does not have it."
            ),
            example="plancli revert 市医保局-01   # 还没有并入",
        ),
    )

    GIT = (
        "P007",
        Notice(
            message=N_("git says: {problem}"),
            hint=N_("Mend that, then repeat the command."),
            meaning=N_(
                "git was needed and failed, or is not installed. Everything but the git features "
                "works without it."
            ),
            example="plancli apply --all --commit   # 不在 git 仓库中",
        ),
    )

    EXISTS = (
        "P008",
        Notice(
            message=N_("{place} is already there."),
            hint=N_("Choose another name; nothing was changed."),
            meaning=N_(
                "Something would be written where a file is already. Nothing is ever overwritten "
                "that plancli does not own."
            ),
            example="plancli init .   # 已有 plan/plan.yaml",
        ),
    )

    FORMAT = (
        "P009",
        Notice(
            message=N_("{name} has no ending that names a format."),
            hint=N_("Use one of: {known}"),
            meaning=N_(
                "The ending of the file's name says in which format to write, and this one names "
                "none."
            ),
            example="plancli report -o 采纳情况.doc",
        ),
    )

    TEMPLATE = (
        "P010",
        Notice(
            message=N_("The template {name} cannot be used: {problem}"),
            hint=N_("Known: {known}. Copy one into templates/ and change it."),
            meaning=N_(
                "A template in templates/ is missing, Jinja2 cannot use it, a Word form holds no "
                "placeholder or an unknown one, or what is written has no template."
            ),
            example="plancli report --template 结果反馈2 -o 表.html",
        ),
    )

    UNREADABLE_CITATION = (
        "P011",
        Notice(
            message=N_("“{words}” is neither a comment, nor a citation, nor words of the draft."),
            hint=N_("Write an id (市医保局-01), a place (第38页第16行, 专栏15) or a quotation."),
            meaning=N_(
                "What was to be located is neither a comment, nor a place, nor words of the draft."
            ),
            example="plancli locate 推广普及医保电子凭征",
        ),
    )

    CHANGED_MEANWHILE = (
        "P012",
        Notice(
            message=N_(
                "The file was changed by someone else while the command ran; nothing was written."
            ),
            hint=N_("Run the command again."),
            meaning=N_(
                "Between reading and writing somebody else changed a file. Nothing was written, "
                "so that nobody's work is lost."
            ),
            example="plancli apply --all   # 同时有人在编辑器中保存了文件",
        ),
    )

    UNCOMMITTED = (
        "P013",
        Notice(
            message=N_("{paths} have changes that are not committed; --commit would mix them in."),
            hint=N_("Commit or stash them first; nothing was changed."),
            meaning=N_(
                "With --commit each comment gets a commit of its own; changes that are not "
                "committed yet would be mixed in."
            ),
            example="plancli apply --all --commit   # plan/ 有未提交的改动",
        ),
    )

    NOTHING_NAMED = (
        "P014",
        Notice(
            message=N_("Say which comments are meant."),
            hint=N_("Give ids or units, or --all."),
            meaning=N_("A command that changes things was not told which comments are meant."),
            example="plancli apply",
        ),
    )

    SYSTEM = (
        "P015",
        Notice(
            message=N_("The file cannot be read or written: {problem}"),
            hint=N_("Check that it exists, that you may write it, and that the disk is not full."),
            meaning=N_("The operating system refused to read or write a file."),
            example="plancli report -o /只读目录/表.html",
        ),
    )

    NOT_CARRIED = (
        "P016",
        Notice(
            message=N_("{id} cannot be carried over: {reason}."),
            hint=N_("Only comments of an earlier round that are not in the text are carried over."),
            meaning=N_(
                "Only open comments of a closed round can be carried over to the draft "
                "circulated now."
            ),
            example="plancli rebase 市医保局-01   # 已在文本中",
        ),
    )

    NO_ROUND = (
        "P017",
        Notice(
            message=N_("Nothing was circulated before, so there is no round to end."),
            hint=N_("Freeze the first draft without --circulate: plancli freeze NAME"),
            meaning=N_("freeze --circulate ends a round, but no draft was circulated before."),
            example="plancli freeze 征求意见稿 --circulate   # 第一稿",
        ),
    )

    BAD_NAME = (
        "P018",
        Notice(
            message=N_("“{name}” cannot be the name of a draft."),
            hint=N_("Take a name without / that does not begin with a dot, such as 送审稿."),
            meaning=N_("The name of a draft becomes the name of a file."),
            example="plancli freeze 征求意见/二稿",
        ),
    )

    UNKNOWN_CODE = (
        "P019",
        Notice(
            message=N_("There is no code {name}."),
            hint=N_("Near: {near}. All of them: plancli explain"),
            meaning=N_("There is no finding with this code."),
            example="plancli explain P999",
        ),
    )

    VALUE_MISSING = (
        "P020",
        Notice(
            message=N_("{name} is missing, and there is nobody to ask."),
            hint=N_("Give it on the command line; --help shows how."),
            meaning=N_(
                "A value is missing. In a terminal plancli would ask for it; in a script it has "
                "to be given, so that nothing hangs."
            ),
            example="plancli new --unit 市民政局 < /dev/null",
        ),
    )

    NO_GIT = (
        "P025",
        Notice(
            message=N_("This needs git: {problem}."),
            hint=N_(
                "Install git, or run git init here. Everything that does not ask for git works "
                "without it."
            ),
            meaning=N_(
                "A command needs git, and git is not installed, or the plan is in no git "
                "repository. Only the git features need it."
            ),
            example="plancli git-setup   # 不在 git 仓库中",
        ),
    )

    NEEDS_EXTRA = (
        "P026",
        Notice(
            message=N_("{name} needs a library that is not installed."),
            hint=N_('Install it: pip install "plancli[{extra}]"'),
            meaning=N_(
                "A format is drawn by a large library that only those install who want it. "
                "All other formats work without it."
            ),
            example="plancli report -o 采纳情况.pdf   # 需要 typst",
        ),
    )

    UNKNOWN_TABLE = (
        "P027",
        Notice(
            message=N_("There is no table {name}."),
            hint=N_("Known: {known}. Your own stand under tables: in plan/plan.yaml."),
            meaning=N_(
                "A table is named that neither plancli nor the plan has. plancli brings "
                "feedback, reasons, channels, standard, internal and topics; a plan can have "
                "tables of its own."
            ),
            example="plancli report --preset 台账",
        ),
    )

    NOT_EMPTY = (
        "P028",
        Notice(
            message=N_(
                "The notice says that nothing was received, but there are comments: {count}."
            ),
            hint=N_("Write the account instead: plancli report --preset narrative"),
            meaning=N_("The notice that no comments were received would be false: there are some."),
            example="plancli report --preset notice   # 有意见时",
        ),
    )

    NO_PORT = (
        "P029",
        Notice(
            message=N_("Port {port} cannot be used: {problem}"),
            hint=N_("Name another one with --port; 0 takes any that is free."),
            meaning=N_(
                "The review page cannot be shown at this port of the computer: another program "
                "listens there, often an earlier plancli serve, or the system keeps it for "
                "itself."
            ),
            example="plancli serve --port 80",
        ),
    )

    HAS_ITEMS = (
        "P030",
        Notice(
            message=N_("{id} is a compound comment: its items are decided, each by itself."),
            hint=N_("Decide: {items}"),
            meaning=N_(
                "A decision was given for a compound comment; each of its items has a decision "
                "of its own."
            ),
            example="plancli decide 市住建局-01 --status 采纳   # 其下有 市住建局-01.1、市住建局-01.2",
        ),
    )

    OTHER_ROUND = (
        "P031",
        Notice(
            message=N_("{id} has no comment on {draft}."),
            hint=N_("It was made on {known}: name that draft with --draft."),
            meaning=N_(
                "Comments of different rounds are named together, or --draft names a round to "
                "which they do not belong. What is read is always one round."
            ),
            example="plancli audit 市医保局-01 --draft 送审稿   # 是对征求意见稿的意见",
        ),
    )

    NO_COMMENTS = (
        "P032",
        Notice(
            message=N_("{unit} has no comment on {draft}, so there is nothing to answer."),
            hint=N_("Units with comments: {known}."),
            meaning=N_(
                "A letter is asked for to a unit that was consulted but sent no comment in this "
                "round: it answered that it had none, or not at all."
            ),
            example="plancli reply 镇文化站   # 无意见",
        ),
    )

    ONE_FILE = (
        "P033",
        Notice(
            message=N_("{name} is one file, and there is a letter to each unit."),
            hint=N_("Name a unit, or a folder: plancli reply -o 复函/"),
            meaning=N_(
                "Without a unit, plancli writes a letter to each one, into a folder; the name "
                "that was given is that of one file."
            ),
            example="plancli reply -o 复函.docx",
        ),
    )

    EITHER = (
        "P034",
        Notice(
            message=N_("{one} and {other} exclude each other."),
            hint=N_("Leave one of them out."),
            meaning=N_(
                "Two options are given of which each asks for something else, and only one thing "
                "can be written."
            ),
            example="plancli export 规划.docx --clean --draft-only",
        ),
    )

    UNDECIDED = (
        "P035",
        Notice(
            message=N_("There is no letter to {unit} yet: {ids} is not decided."),
            hint=N_("Decide it: plancli decide {id} --status …"),
            meaning=N_(
                "A letter says what became of every comment of a unit, and on one of them, or on what "
                "it was joined to, there is no decision."
            ),
            example="plancli reply 镇民政办   # 有一条待定",
        ),
    )

    NOTHING_TO_NOTE = (
        "P036",
        Notice(
            message=N_("{key} has no change of the office's own that wants a note."),
            hint=N_("Changes without a note: {known}. What changed: plancli diff"),
            meaning=N_(
                "A drafting note says why the office changed a part itself. This part is as draft "
                "and comments make it, or a note names its change already."
            ),
            example="plancli note 第二章.1 --reason 文字修改。   # 没有改动",
        ),
    )

    UNIT_KNOWN = (
        "P037",
        Notice(
            message=N_("{unit} is a unit already."),
            hint=N_("The roster: plancli unit. Nothing was changed."),
            meaning=N_(
                "A unit was to be put on the roster, or to get a name, under which there is one. "
                "Two units are not made one by a name."
            ),
            example="plancli unit 镇财政所 --add   # 已在名单中",
        ),
    )

    UNFIT_UNIT = (
        "P038",
        Notice(
            message=N_("“{unit}” cannot be the name of a unit."),
            hint=N_("Take a name without / that does not begin with a dot."),
            meaning=N_("The name of a unit becomes the name of the folder of its comments."),
            example="plancli unit 市文旅局/体育局 --add",
        ),
    )

    NO_SUCH_SLIP = (
        "P039",
        Notice(
            message=N_("The draft does not have the words “{words}”."),
            hint=N_("Quote them as they stand in this file, character by character."),
            meaning=N_(
                "A slip of transcription was to be mended, and its words do not stand in the copy "
                "of the draft. To mend something nothing is guessed, not even the width of a mark."
            ),
            example="plancli mend --replace 消毒橱柜 --with 消毒柜 --reason 误录。",
        ),
    )

    SEVERAL_SLIPS = (
        "P040",
        Notice(
            message=N_("“{words}” stands in the draft several times: {places}."),
            hint=N_("Quote more words, or say with --in in which paragraph; mend each by itself."),
            meaning=N_("Only one place is mended at a time, so that each is recorded."),
            example="plancli mend --replace 食堂 --with 饭堂 --reason 误录。",
        ),
    )

    MEND_LOSES = (
        "P041",
        Notice(
            message=N_("{ids} quote the wrong words, and are in the text by them."),
            hint=N_(
                "Take them out first: plancli revert {words}; mend; then correct the quotations in "
                "their edits, and apply them again. Nothing was changed."
            ),
            meaning=N_(
                "Comments that are in the text were located by the very words that are a slip. "
                "Without these they would have no place, and the text could not be proved."
            ),
            example="plancli mend --replace 消毒橱 --with 消毒柜 --reason 误录。",
        ),
    )

    NOT_THE_SLIP = (
        "P042",
        Notice(
            message=N_("{draft} is not what was frozen, and this slip is not the difference."),
            hint=N_("Restore the file, for example with git, then mend it by this command."),
            meaning=N_(
                "The copy of a draft was changed by hand. A slip that was mended so can be recorded "
                "afterwards, where it is the only change."
            ),
            example="plancli mend --replace 甲 --with 乙 --reason 误录。   # 文件已被另外改动",
        ),
    )

    NO_OPINION = (
        "P043",
        Notice(
            message=N_("“{words}” is an answer without a comment; it belongs on the roster."),
            hint=N_("plancli unit {unit} --reply 无意见"),
            meaning=N_(
                "A unit that has no comment is counted as such. As a comment its answer would "
                "stand in the table as an opinion, and wait for a decision."
            ),
            example="plancli new --unit 镇文化站 --opinion 无意见",
        ),
    )

    EARLIER_ROUND = (
        "P044",
        Notice(
            message=N_("{id} is a comment on {draft}; the text is now that of {current}."),
            hint=N_("Carry it over to the new draft: plancli rebase {id}"),
            meaning=N_(
                "A comment of a round that has ended was to be merged. It was located on the draft "
                "of that round, so it is first located on the one that is circulated now."
            ),
            example="plancli apply 镇财政所-02   # 是对征求意见稿的意见,送审稿已印发",
        ),
    )

    CIRCULATED = (
        "P045",
        Notice(
            message=N_("{id} is in the text since {draft}, which was circulated with it."),
            hint=N_(
                "Change the plan itself and say why: plancli note KEY --reason …; or enter a comment "
                "that asks for it."
            ),
            meaning=N_(
                "What went into a draft that was circulated cannot be taken out of it: everybody "
                "has it. It can be changed again, by a comment or by the office."
            ),
            example="plancli revert 镇民政办-01   # 已随送审稿印发",
        ),
    )

    FROZEN_ALREADY = (
        "P046",
        Notice(
            message=N_("{draft} is frozen already, and stays as it was circulated."),
            hint=N_(
                "Another text is another draft: plancli freeze NAME --circulate. A slip of "
                "transcription: plancli mend. A plan of your own beside the example: plancli init "
                "DIR --empty --title …"
            ),
            meaning=N_("A draft was to be frozen under a name that one has already."),
            example="plancli freeze 征求意见稿   # 已经固定",
        ),
    )

    NO_IDLE_NOTE = (
        "P047",
        Notice(
            message=N_("There is no note on {key} that is out of date."),
            hint=N_("Notes: {known}. One whose change is in the plan stays."),
            meaning=N_(
                "A drafting note was to be taken out, but there is none on this part, or it "
                "explains a change that is in the plan."
            ),
            example="plancli note 第二章.1 --drop   # 其修改仍在",
        ),
    )

    MERGING = (
        "P052",
        Notice(
            message=N_("A merge of git is not finished here, and upgrade would write into it."),
            hint=N_(
                "Finish it (git merge --continue, git rebase --continue) or give it up (--abort), "
                "then: plancli upgrade. Nothing was changed."
            ),
            meaning=N_(
                "A merge, rebase, cherry-pick or revert of git is under way. What upgrade writes would "
                "be committed as part of it, and could not be told from what the branches say."
            ),
            example="git merge 处室 && plancli upgrade   # 合并停在冲突处",
        ),
    )

    NO_TABLES = (
        "P053",
        Notice(
            message=N_(
                "There is no table in what is to be written, and a workbook holds tables alone."
            ),
            hint=N_("Write the plan as .docx, .md or .pdf."),
            meaning=N_(
                "As a workbook the plan is its tables, a page each. Where it has none, or the section "
                "that was named has none, there would be no page."
            ),
            example="plancli export 表.xlsx --section 第二章   # 这一章没有表",
        ),
    )

    NO_TABLE = (
        "P060",
        Notice(
            message=N_("No opinions can be taken from it: {problem}."),
            hint=N_(
                "The heads of a table name a column of opinions (意见, 建议修改为 …) and one more; "
                "save other files as .xlsx, .docx, .html or .csv. Nothing was written."
            ),
            meaning=N_(
                "A file that came back is no table that can be read, or none of its tables has heads "
                "that tell what its columns hold. All files of a call are taken in, or none."
            ),
            example="plancli intake sheet 通讯录.xlsx   # 表中没有意见一栏",
        ),
    )

    NO_LETTER = (
        "P067",
        Notice(
            message=N_("No opinions can be taken from this letter: {problem}."),
            hint=N_(
                "Save it as text or .docx, without a password; a scan has to be typed. Nothing was written."
            ),
            meaning=N_(
                "A letter that came back is no text that can be read, or none of its lines says an opinion, "
                "or that there is none. All files of a call are taken in, or none."
            ),
            example="plancli intake letter 收函回执.docx   # 只说来函收悉",
        ),
    )

    NO_OPINIONS = (
        "P072",
        Notice(
            message=N_("No opinions can be taken from this file: {problem}."),
            hint=N_(
                "It was read as the draft with changes, as a table and as a letter. Save it as .docx, .xlsx "
                "or text, or take in the others without it. Nothing was written."
            ),
            meaning=N_(
                "A file among those that came back is neither the draft with changes, nor a table with heads "
                "that tell of opinions, nor a letter that says any. All files of a call are taken in, or "
                "none."
            ),
            example="plancli intake all 回收   # 其中有一张扫描件",
        ),
    )

    NO_UNIT_NAMED = (
        "P061",
        Notice(
            message=N_("Nothing says whose opinion this is (row {row})."),
            hint=N_("Name the unit: --unit. Nothing was written."),
            meaning=N_(
                "A row of a table that was to be taken in names no unit, and neither do the rows above it, "
                "a line ahead of the table, or --unit."
            ),
            example="plancli intake sheet 意见.csv   # 没有单位一栏",
        ),
    )

    SEVERAL_UNITS = (
        "P065",
        Notice(
            message=N_(
                "Several units speak in one row (row {row}), and not all are on the roster: {units}."
            ),
            hint=N_(
                "Mend the names, or add who is missing: plancli unit NAME --add. Units of the roster that "
                "sign together get one comment with all their names. Nothing was written."
            ),
            meaning=N_(
                "A cell of a table that was to be taken in names several units. Where the roster has all of "
                "them it becomes one comment that they sign together (units:). Here it has only some, and "
                "nobody but a person can say whether the others are units."
            ),
            example="plancli intake sheet 意见.csv   # 市财政局、教育局",
        ),
    )

    NOTHING_TAKEN_IN = (
        "P062",
        Notice(
            message=N_("There is nothing that was taken in."),
            hint=N_("Comments that were typed are files: delete them."),
            meaning=N_(
                "The last intake was to be taken back, but no comment and no answer came from one."
            ),
            example="plancli intake undo   # 没有导入过",
        ),
    )

    WORKED_ON = (
        "P063",
        Notice(
            message=N_("{id} was worked on since it was taken in, and would be lost."),
            hint=N_("Delete the files that nobody needs. Nothing was changed."),
            meaning=N_(
                "An intake is taken back whole or not at all. One of its comments was decided or "
                "changed since, is in the text, or another decision names it."
            ),
            example="plancli intake undo   # 有一条已经办理",
        ),
    )

    FORM_OF_OTHER_DRAFT = (
        "P064",
        Notice(
            message=N_(
                "This was sent out with another draft ({draft}) than the one open now ({open})."
            ),
            hint=N_("Save its table alone to take it in all the same. Nothing was written."),
            meaning=N_(
                "A form or Word file that plancli made says of which draft it is, by name and wording. What "
                "is written about another draft would be looked for in the wrong text."
            ),
            example="plancli intake sheet 上一轮的意见表.xlsx",
        ),
    )

    FORM_OF_OTHER_WORDING = (
        "P081",
        Notice(
            message=N_(
                "This was sent out with a draft of the same name ({draft}) that has other words than the "
                "one frozen here: it comes from another repository, or from before the draft was frozen anew."
            ),
            hint=N_(
                "Take it in where it was made, or at the commit that it was sent out from; if what it is "
                "about reads alike here, save its table alone, or its text as a new file. Nothing was "
                "written."
            ),
            meaning=N_(
                "A form or Word file that plancli made says of which draft it is, by name and wording. The "
                "name is that of the draft that is open, the wording is not: what is written about other "
                "words would be looked for in these."
            ),
            example="plancli intake sheet 别处的意见表.xlsx   # 稿名相同,文字不同",
        ),
    )

    NO_BASE = (
        "P082",
        Notice(
            message=N_("{revision} cannot be the base: {problem}."),
            hint=N_("Fetch it with its history: {fetch}"),
            meaning=N_(
                "check --base compares with the commit at which this branch left another one. git does not "
                "know that one here, or not the history that the two have in common. A copy that was "
                "fetched for CI often has nothing but the newest commit of one branch (a shallow clone)."
            ),
            example="git clone --depth 1 … && plancli check --base origin/main",
        ),
    )

    NO_DRAFT_IN_FILE = (
        "P066",
        Notice(
            message=N_("No plan can be made of it: {problem}."),
            hint=N_(
                "Give it headings by style, or numbers ahead of them; save other files as .docx. Nothing "
                "was written."
            ),
            meaning=N_(
                "A file that was to become a plan is no text that can be read, or nothing in it is known "
                "for a heading, so that it would be one paragraph after the other."
            ),
            example="plancli intake draft 扫描件.docx   # 只有图片",
        ),
    )

    NO_LEDGER = (
        "P068",
        Notice(
            message=N_("No decisions can be taken from it: {problem}."),
            hint=N_(
                "Fill in what this writes, and leave its last column, which is hidden, as it is: "
                "plancli report --preset internal -o FILE.xlsx. Nothing was written."
            ),
            meaning=N_(
                "Decisions are read back from tables that plancli wrote as .xlsx: their last column, which "
                "is hidden, says which comment a row is about, and what it said. Without it rows could "
                "only be guessed. Tables for the public have none."
            ),
            example="plancli decide --from 名单.xlsx   # 不是导出的台账",
        ),
    )

    LEDGER_ROW = (
        "P069",
        Notice(
            message=N_("Row {row} ({id}) cannot be taken: {problem}."),
            hint=N_(
                "Decide this comment by itself, and empty what was filled in; or export the table anew. "
                "Nothing was written."
            ),
            meaning=N_(
                "A row of a table that colleagues filled in is about a comment that is not here, was "
                "changed or decided here since the table was exported, or stands in it twice. Of a table "
                "all rows that were filled in are taken, or none."
            ),
            example="plancli decide --from 台账.xlsx   # 导出之后意见改过",
        ),
    )

    NO_PAPER = (
        "P070",
        Notice(
            message=N_("No pages and lines can be taken from it: {problem}."),
            hint=N_("Give the PDF that was circulated. Nothing was written."),
            meaning=N_(
                "The pages and lines of a draft were to be taken from a file, and it is no PDF, or none "
                "whose words can be read: a scan, fonts that do not say what they show, two columns."
            ),
            example="plancli intake pages 扫描件.pdf   # 只有图片,没有文字",
        ),
    )

    OTHER_PAPER = (
        "P071",
        Notice(
            message=N_("Only {share} of the words of draft {draft} stand in it: {places}."),
            hint=N_(
                "Give the PDF of this very draft (--draft NAME for another one); what was mistyped in the "
                "draft is mended with: plancli mend. Nothing was written."
            ),
            meaning=N_(
                "Pages and lines are taken from a PDF only where at least 99 in 100 words of the draft "
                "stand in it. Less is another text, or another state of it, whose lines nobody has cited."
            ),
            example="plancli intake pages 送审稿.pdf   # 征求意见的不是这一稿",
        ),
    )

    NOT_RETURNED = (
        "P074",
        Notice(
            message=N_("It cannot be read as the draft with changes: {problem}."),
            hint=N_(
                "Save it as .docx, without a password; tables are taken in by intake sheet. Nothing was "
                "written."
            ),
            meaning=N_(
                "A file that came back is no Word document, or a broken or locked one, or one that "
                "unpacks to more than any draft. All files of a call are taken in, or none."
            ),
            example="plancli intake returned 意见汇总.xlsx   # 是表格,不是改过的文稿",
        ),
    )

    OTHER_TEXT = (
        "P075",
        Notice(
            message=N_("Only {share} % of it is the draft's: it is another text."),
            hint=N_(
                "What is no draft with changes is taken in by intake sheet, or typed. Nothing was written."
            ),
            meaning=N_(
                "A file that came back has few paragraphs of the draft that is open, before the changes "
                "that it shows. What its changes mean in the draft is not guessed."
            ),
            example="plancli intake returned 另一份规划.docx   # 不是这份征求意见稿",
        ),
    )

    UNKNOWN_AUTHOR = (
        "P077",
        Notice(
            message=N_("Nothing says whose changes those of “{author}” are: {files}."),
            hint=N_(
                "Name the unit: --author {given}=UNIT, which is kept for other files, or --unit UNIT for "
                "all of a file. Nothing was written."
            ),
            meaning=N_(
                "A file that came back has changes under a name that is no unit's, as programs take it "
                "from a computer. Whose they are is said once: plan/plan.yaml keeps it under authors."
            ),
            example="plancli intake returned 回文.docx   # 修订人是 Administrator",
        ),
    )

    AUTHOR_GIVEN = (
        "P078",
        Notice(
            message=N_("--author {given} names no author and unit."),
            hint=N_(
                "Write the name that the file has, =, and the unit: --author Administrator=UNIT."
            ),
            meaning=N_(
                "What says whose changes those of an author are has two names with = between."
            ),
            example="plancli intake returned 回文.docx --author Administrator",
        ),
    )

    NO_CORRECTION = (
        "P079",
        Notice(
            message=N_("Only {share} % of it is {draft} as it was frozen: this is another draft."),
            hint=N_(
                "A text that was changed is the next draft: change plan/, then plancli freeze NAME. Nothing "
                "was written."
            ),
            meaning=N_(
                "A corrected file mends the copy of the draft that was circulated. It has the same "
                "paragraphs but for a few words; a file that has others is not a correction of it."
            ),
            example="plancli intake draft 送审稿.docx --again",
        ),
    )

    NO_SLIPS = (
        "P080",
        Notice(
            message=N_("It differs from {draft} in more than words: {parts}."),
            hint=N_(
                "Make the file agree there, or mend the words one by one: plancli mend. Nothing was written."
            ),
            meaning=N_(
                "Parts that came or went, other numbers and more units are no slips of transcription: ids, "
                "pages and the comments on the draft would no longer belong to it."
            ),
            example="plancli intake draft 更正稿.docx --again   # 多了一段",
        ),
    )

    # files that cannot be read or written
    NOT_UTF8 = (
        "P101",
        Notice(
            message=N_("This is not UTF-8 text."),
            hint=N_("Save the file as UTF-8."),
            meaning=N_(
                "A file is not UTF-8, often because an editor saved it as GBK. Guessing could "
                "garble the record."
            ),
            example="记事本另存为“ANSI”的 comments/市林业局/01.yaml",
        ),
    )

    SYNTAX = (
        "P102",
        Notice(
            message=N_("The YAML cannot be read: {problem}. The line: {shown}"),
            hint=N_(
                "Check quotes, brackets and the indent of this line and of the one above. Words with a "
                'colon, comma, # or bracket in them stand in double quotes: with: "8:00"'
            ),
            meaning=N_(
                "The YAML cannot be read at this place: a quotation mark or bracket is open, or "
                "the indent is wrong."
            ),
            example="at: {section: 第四章/19, page: 38",
        ),
    )

    TAB = (
        "P103",
        Notice(
            message=N_("A tab stands where YAML wants blanks."),
            hint=N_("Replace the tab by two blanks."),
            meaning=N_("YAML indents with blanks; a tab looks the same and is none."),
            example="edits:\n\t- {delete: 、线上购药}",
        ),
    )

    WIDE_COLON = (
        "P104",
        Notice(
            message=N_("A full-width colon ： stands behind the key {key}."),
            hint=N_("Write {key}: with an ASCII colon and a blank behind it."),
            meaning=N_(
                "A Chinese input method typed a full-width colon behind a key, so it is no key."
            ),
            example="unit：市医保局",
        ),
    )

    DUPLICATE_KEY = (
        "P105",
        Notice(
            message=N_("The key {key} stands twice."),
            hint=N_("Keep one of them."),
            meaning=N_(
                "A key stands twice in one mapping; other programs silently take one of the values."
            ),
            example="unit: 市医保局\nunit: 市民政局",
        ),
    )

    YAML_FEATURE = (
        "P106",
        Notice(
            message=N_("Aliases and tags are not read here."),
            hint=N_("Write the value out; quote a text that begins with & * or !"),
            meaning=N_(
                "Aliases, anchors and tags make a value depend on another place, or of another "
                "kind. They are not read."
            ),
            example="opinion: *同上",
        ),
    )

    ODD_CHARACTER = (
        "P107",
        Notice(
            message=N_(
                "The character {character} must not stand here: it is invisible or breaks lines."
            ),
            hint=N_("Delete it."),
            meaning=N_(
                "A control character stands in the file, mostly pasted from Word or PDF. It is "
                "invisible or breaks lines."
            ),
            example='opinion: "第一句\\u2028第二句"',
        ),
    )

    WRONG_KEY = (
        "P108",
        Notice(
            message=N_("The key {key} is not known here."),
            hint=N_("Near: {near}. All keys: plancli schema"),
            meaning=N_(
                "A key is not part of the format, mostly a slip of the pen. It would be ignored, "
                "and what it says would be lost."
            ),
            example="descision: {status: 采纳}",
        ),
    )

    MISSING_KEY = (
        "P109",
        Notice(
            message=N_("The key {key} is missing."),
            hint=N_("Add it; plancli schema shows the format."),
            meaning=N_("Something that every such file needs is missing."),
            example="opinion: 建议修改。   # 没有 unit",
        ),
    )

    WRONG_VALUE = (
        "P110",
        Notice(
            message=N_("{key}: {value} does not fit: {reason}."),
            hint=N_("plancli schema shows the format."),
            meaning=N_("A value does not fit its key, such as a page that is none."),
            example="at: {page: 三十八页半}",
        ),
    )

    WRONG_CHOICE = (
        "P111",
        Notice(
            message=N_("{key}: {value} is not known."),
            hint=N_("Use one of {choices}."),
            meaning=N_("The value is none of those that are allowed here."),
            example="decision: {status: 已采纳}   # 应为 采纳",
        ),
    )

    NO_VERB = (
        "P112",
        Notice(
            message=N_("This edit does not say what to do."),
            hint=N_("An edit has one of the keys {verbs}."),
            meaning=N_("An edit does not say what it does."),
            example="edits:\n  - {with: 推广普及医保电子凭证}",
        ),
    )

    EMPTY_VALUE = (
        "P113",
        Notice(
            message=N_("{key} is empty."),
            hint=N_("Write the value, or leave the key out."),
            meaning=N_("A key is there, but nothing stands behind it."),
            example="unit: ",
        ),
    )

    WRONG_KIND = (
        "P114",
        Notice(
            message=N_("{key} does not fit: {reason}."),
            hint=N_("plancli schema shows the format."),
            meaning=N_("A list stands where a text is expected, or a text where keys are."),
            example="edits: 删去“线上购药”",
        ),
    )

    FLOW_STYLE = (
        "P115",
        Notice(
            message=N_(
                "This part is written in braces or brackets, so its lines cannot be changed one "
                "by one."
            ),
            hint=N_("Write it as a block, one key a line."),
            meaning=N_(
                "A part that should change is written in braces or brackets on one line; its lines "
                "cannot be changed one by one."
            ),
            example='body: [{id: "1.1", text: 第一句。}]',
        ),
    )

    MISSING_FILE = (
        "P116",
        Notice(
            message=N_("The file is missing."),
            hint=N_("Restore it, for example with git."),
            meaning=N_(
                "plan.yaml names a draft, or the repository needs a file, that is not there."
            ),
            example="drafts:\n  - {name: 送审稿, digest: …}   # 没有 plan/drafts/送审稿.yaml",
        ),
    )

    FOLDED = (
        "P117",
        Notice(
            message=N_(
                "A text over several lines must begin with |- here: other styles put blanks "
                "between the lines."
            ),
            hint=N_("Write {key}: |- and the sentences below it, one a line."),
            meaning=N_(
                "A text over several lines in another style than |- gets blanks between the lines, "
                "which Chinese does not have."
            ),
            example="text: >\n  第一句。\n  第二句。",
        ),
    )

    NOT_WRITABLE = (
        "P118",
        Notice(
            message=N_("This part is written in such a way that it cannot be changed safely."),
            hint=N_("Bring the part that changes into the form that the README shows."),
            meaning=N_(
                "What would be written was read back and did not say what was meant, because of an "
                "unusual way of writing. So it was not written; comments elsewhere in the plan are."
            ),
            example="text: '一句话'   # 与注释混排的特殊写法",
        ),
    )

    NO_DRAFT = (
        "P119",
        Notice(
            message=N_("The plan has no draft yet."),
            hint=N_("Freeze the text that is circulated: plancli freeze 征求意见稿"),
            meaning=N_("Comments are about a draft that was circulated, and none was frozen yet."),
            example="plancli apply --all   # 还没有 freeze",
        ),
    )

    ENDING = (
        "P120",
        Notice(
            message=N_("The file's name does not end in .yaml, so it would not be read."),
            hint=N_("Rename it."),
            meaning=N_(
                "A file ends in .yml and would not be read by every tool; one ending keeps them "
                "all together."
            ),
            example="comments/市医保局/01.yml",
        ),
    )

    INTERRUPTED = (
        "P121",
        Notice(
            message=N_("An interrupted run would change this file, but it was changed since."),
            hint=N_(
                "What it would hold is in {new}: take over what you need, then delete that file; "
                "the next command goes on."
            ),
            meaning=N_(
                "A run was interrupted after it had decided what to write, and the file was "
                "changed by hand since. Nothing in it is overwritten; all other files of that "
                "run have been written."
            ),
            example="断电之后,又手工改了 plan/第四章/19-医疗健康工程.yaml",
        ),
    )

    UNMERGED = (
        "P122",
        Notice(
            message=N_(
                "A merge of git is not finished here: the conflict marker {shown} stands in the "
                "file."
            ),
            hint=N_(
                "Keep one of the two versions or join them, take out the marker lines, then: git "
                "add {word}. Two comments under one number are both kept: the second gets a file "
                "with the next number."
            ),
            meaning=N_(
                "Two branches changed the same lines, and git put both versions into the file "
                "with marker lines round them. Somebody has to say what holds."
            ),
            example="<<<<<<< HEAD\n  status: 采纳\n=======\n  status: 不采纳\n>>>>>>> 科室二",
        ),
    )

    COMMENT_LOST = (
        "P123",
        Notice(
            message=N_(
                "The comment “{comment}” stands inside {key}, which is written anew; it would be "
                "lost."
            ),
            hint=N_("Move it to a line of its own above {key}, then repeat the command."),
            meaning=N_(
                "A YAML comment stands inside a value that is written anew as a whole. plancli "
                "never loses what somebody noted in a file, and cannot know where it would "
                "belong afterwards."
            ),
            example="decision:\n  edits:   # 领导已批示\n    - {delete: 、线上购药}",
        ),
    )

    BROKEN_JOURNAL = (
        "P124",
        Notice(
            message=N_("What an interrupted run left cannot be finished: {problem}."),
            hint=N_("Look at the files that it names, then delete this folder."),
            meaning=N_(
                "Before it writes, plancli prepares the new files in a folder of its own, in "
                "git's folder or in your state folder, and finishes an interrupted run from "
                "there. This one was damaged, or is not yours alone; nothing was done with it."
            ),
            example="chmod 777 .git/plancli/…/complete",
        ),
    )

    FOREIGN_JOURNAL = (
        "P129",
        Notice(
            weight=Severity.WARNING,
            message=N_("A folder of this name is nothing that plancli writes or acts on."),
            hint=N_("Find out who put it there, then delete it."),
            meaning=N_(
                "An older plancli prepared its files here, and acted on what it found. A branch "
                "of a stranger can bring such a folder; today it is left alone, and told."
            ),
            example=".plancli/complete/digests",
        ),
    )

    NOT_A_FILE = (
        "P126",
        Notice(
            message=N_("This is a link, a pipe or a device, and not a file or folder of its own."),
            hint=N_("Put the file itself there."),
            meaning=N_(
                "Below plan/, comments/ and templates/, and where a result is written in a work "
                "tree, a link could lead to files of somebody else: words would vanish, or be "
                "read or overwritten where nobody expects it. No link is followed."
            ),
            example="comments/市医保局 -> ../elsewhere",
        ),
    )

    NOT_READ = (
        "P127",
        Notice(
            message=N_(
                "This lies where files are read, and is not read: its name does not end in .yaml."
            ),
            hint=N_(
                "Rename it to end in .yaml, or move it elsewhere. A file that came with a comment is noted "
                "in it, under attachments."
            ),
            meaning=N_(
                "Below plan/ and comments/ every file is read, so that nothing is lost unseen: a "
                "copy of an editor, a document, or a comment called 01.yaml.txt is told. README "
                "files and those of git may lie there."
            ),
            example="comments/市医保局/01.yaml.txt",
        ),
    )

    ATTACHMENT_DIFFERS = (
        "P136",
        Notice(
            message=N_("{file} is not the file that came: its digest is another one."),
            hint=N_(
                "Bring back the file that came in. If this one is to stand for it, note its digest: "
                "{digest}"
            ),
            meaning=N_(
                "A comment notes the digest of a file that came with it (attachments), and the file beside "
                "the comment has another: it was changed or exchanged, or the digest was noted of another "
                "one. Where the file is kept elsewhere nothing is compared."
            ),
            example="attachments:\n  - file: 来函.pdf\n    digest: sha256:…",
        ),
    )

    NO_PICTURE_FILE = (
        "P137",
        Notice(
            message=N_("There is no picture {file}."),
            hint=N_(
                "Put the file there, below plan/, or name the file that is meant. What was frozen keeps its "
                "files: do not delete an old picture."
            ),
            meaning=N_(
                "A figure, or an edit, names a file with a picture, by its path below plan/, and no file of "
                "that name lies there: everything that is published would have a gap."
            ),
            example="- image: figures/图1.png\n  title: 总体架构",
        ),
    )

    PICTURE_DIFFERS = (
        "P138",
        Notice(
            message=N_("{file} is not the picture that it was: its digest is another one."),
            hint=N_(
                "Bring back the file as it was, from git for example. A new picture is a file with a new "
                "name: {{image: 图1, with: figures/图1-修改.png}}"
            ),
            meaning=N_(
                "A draft has the digest of each of its pictures, as of its words: what was circulated does "
                "not change. So has plan/applied.yaml that of each picture which a comment put into the "
                "text, and an edit may note it. The file has other bytes now."
            ),
            example="- image: figures/图1.png\n  digest: sha256:…",
        ),
    )

    UNFIT_PICTURE = (
        "P139",
        Notice(
            message=N_("{file} is no picture that can be shown: {reason}."),
            hint=N_("Save it anew as PNG, JPEG or SVG, in a program that made or showed it."),
            meaning=N_(
                "A picture is a PNG, JPEG or SVG of at most 20 MiB, and its name ends as its bytes are. A "
                "drawing (SVG) neither runs anything nor loads anything. What is published of it is cleaned "
                "of what only its author knows: place, camera, names, times, comments."
            ),
            example="- image: figures/图1.png",
        ),
    )

    SAME_PICTURE = (
        "P140",
        Notice(
            message=N_("{file} is the same picture as {other}, which another edit puts there."),
            hint=N_("Let both edits name one of the files: then they agree."),
            meaning=N_(
                "Two edits put one picture, byte by byte, into one figure, from two files. What collides is "
                "told by the names of files: as long as these differ, so do the edits."
            ),
            example="- {image: 图1, with: figures/图1-修改.png}",
        ),
    )

    BAD_FILE_NAME = (
        "P128",
        Notice(
            message=N_(
                "The name of this file holds control characters, or bytes that are no UTF-8."
            ),
            hint=N_("Rename it."),
            meaning=N_(
                "Such a name can break the lines of a log or steer the terminal that shows it."
            ),
            example="plan/x\\n::warning::.yaml",
        ),
    )

    TOO_MUCH = (
        "P130",
        Notice(
            message=N_("More than plancli reads: {problem} (at most {most})."),
            hint=N_("Find out who made it so; divide what is really needed."),
            meaning=N_(
                "A branch of a stranger can hold files that would take hours, or all of the "
                "memory: brackets in brackets, texts without end, files without number. What is "
                "far beyond any plan of an office is refused before it is read."
            ),
            example="opinion: [[[[[[[[[[[[[[[[…",
        ),
    )

    UNFIT_NAME = (
        "P131",
        Notice(
            message=N_("No file or folder can have the name {name} everywhere: {reason}."),
            hint=N_("Give it another name, and its comments with it."),
            meaning=N_(
                "Units and drafts have folders and files of their names. What one computer "
                "cannot store under its name, or takes for the same as another, gets lost there: "
                "slashes, blanks at an edge, CON, names that differ by case alone."
            ),
            example="units:\n  - {name: 市发展改革委/市能源局}",
        ),
    )

    UNQUOTED = (
        "P132",
        Notice(
            message=N_("In braces a comma ends a value, so {key}: {words} is cut in two."),
            hint=N_('Put the words into double quotes: {key}: "{words}"'),
            meaning=N_(
                "In {…} and […] an ASCII comma separates one key from the next. Words that hold one, "
                "or a colon with a blank, a bracket or a brace, stand in double quotes there."
            ),
            example="edits:\n  - {replace: 冷藏柜和消毒柜, with: 冷藏柜,消毒柜}",
        ),
    )

    NEWER_FORMAT = (
        "P125",
        Notice(
            message=N_("The plan has format {format}; this plancli reads formats up to {known}."),
            hint=N_("Update plancli: pip install --upgrade plancli. Nothing was read or written."),
            meaning=N_(
                "plan.yaml says by format: which form the files of the plan have. A later "
                "plancli may write a form that this one would read wrongly, so it reads nothing. "
                "Without format: it is format 1. What came with which is in docs/FORMAT.md."
            ),
            example="format: 3",
        ),
    )

    # names and waivers
    WRONG_FOLDER = (
        "P207",
        Notice(
            message=N_("The file does not stand where its comment belongs."),
            hint=N_("Move it to {folder}"),
            meaning=N_(
                "The folder of a comment says another unit than the file, or the file lies too "
                "deep."
            ),
            example="comments/市民政局/01.yaml 中写着 unit: 市医保局",
        ),
    )

    OTHER_DRAFT = (
        "P210",
        Notice(
            message=N_(
                "What is in the text was located on {draft}, but plan/plan.yaml says draft: "
                "{current}."
            ),
            hint=N_("Set draft: {draft} in plan/plan.yaml; nothing was changed."),
            meaning=N_(
                "What is in the text was located on one draft, and plan.yaml says another. "
                "Mixing them would move edits to wrong places."
            ),
            example="draft: 送审稿   # 而 applied.yaml 是针对征求意见稿的",
        ),
    )

    UNKNOWN_RULE = (
        "P217",
        Notice(
            message=N_("{rule} is no rule of check."),
            hint=N_("Name a code that plancli explain lists, such as P404."),
            meaning=N_(
                "plan.yaml gives a rule another weight, or a comment waives one, but no rule of "
                "check has this code. Codes that say that a file cannot be read are not rules: "
                "they cannot be turned off."
            ),
            example="rules:\n  P999: warning",
        ),
    )

    IDLE_WAIVER = (
        "P218",
        Notice(
            weight=Severity.WARNING,
            message=N_("{id} waives {rule}, but there is nothing to waive."),
            hint=N_("Take the waiver out."),
            meaning=N_(
                "A comment waives a rule that finds nothing on it. A waiver that stays would "
                "hide the finding when it comes back for another reason."
            ),
            example="waivers:\n  - {rule: P404, reason: 理由另行公布}",
        ),
    )

    TURNED_OFF = (
        "P231",
        Notice(
            weight=Severity.NOTE,
            message=N_(
                "plan.yaml turns {rule} off, which would speak here. Findings hidden: {count}."
            ),
            hint=N_("What it is about: plancli explain {rule}. To see them: {rule}: note"),
            meaning=N_(
                "plan.yaml turns a rule of check off under rules, and there is something that it would find. "
                "What is hidden is not wrong by that, but whoever signs should know of it. This note cannot "
                "be turned off."
            ),
            example="rules:\n  P405: off   # 有一处修改没有说明",
        ),
    )

    # what a branch takes away from its base
    BASE_UNREAD = (
        "P601",
        Notice(
            weight=Severity.WARNING,
            message=N_("The base {commit} cannot be compared with: {problem}"),
            hint=N_("See what the branch changes: git diff {commit}"),
            meaning=N_(
                "check --base found no plan in this folder of the base, or one that cannot be read. What the "
                "base had there was not compared. That is so where a branch brings the plan, or mends it."
            ),
            example="plancli check --base origin/main   # 基础分支里还没有规划",
        ),
    )

    BASE_LEVELS = (
        "P602",
        Notice(
            message=N_(
                "The base requires approval at: {levels}, in this order; the branch requires: {now}."
            ),
            hint=N_("Put the levels back under approval in plan.yaml."),
            meaning=N_(
                "A branch takes levels of approval out of plan.yaml, or turns their order round. Where the "
                "approvals of the comments went with them, nothing else would be left that asks for one."
            ),
            example="approval: [处室]   # 基础分支：approval: [处室, 分管领导]",
        ),
    )

    BASE_DECLARATION = (
        "P603",
        Notice(
            message=N_(
                "{table} in {where} no longer declares what it declares in the base: {declared}. Declared of "
                "it now: {now}."
            ),
            hint=N_(
                "Write it below the table again, or explain it: plancli note {paragraph} --reason …"
            ),
            meaning=N_(
                "A branch takes out a sum, a share or a joined column that a table declares, names fewer "
                "figures in it, or calls it rounded: then it is not counted again, or not as strictly. With "
                "a drafting note it is a warning."
            ),
            example="sums: []   # 基础分支：sums: [{row: 表2.3, of: [表2.1, 表2.2]}]",
        ),
    )

    BASE_RULE = (
        "P604",
        Notice(
            message=N_("{rule} weighs {before} in the base, and {now} in the branch."),
            hint=N_(
                "Take it out of rules in plan.yaml, or let somebody decide on it who owns the base."
            ),
            meaning=N_(
                "A branch gives a rule of check less weight: what it finds is hidden, or fails nothing any "
                "more."
            ),
            example="rules:\n  P405: off",
        ),
    )

    BASE_WAIVER = (
        "P605",
        Notice(
            weight=Severity.WARNING,
            message=N_("{id} waives {rule}, which it does not in the base: {reason}"),
            hint=N_("Read the reason."),
            meaning=N_("A branch lets a rule of check not hold for a comment."),
            example="waivers:\n  - {rule: P405, reason: 另有安排}   # 基础分支里没有",
        ),
    )

    BASE_DRAFT = (
        "P606",
        Notice(
            message=N_("The draft {draft} of the base was touched: {problem}."),
            hint=N_("See what changed, and restore it: git diff {commit} -- plan/plan.yaml {file}"),
            meaning=N_(
                "What was circulated stays as it was. A branch that changes a draft together with its digest "
                "leaves nothing in its own files that would tell."
            ),
            example="drafts:\n  - {name: 征求意见稿, digest: sha256:00…}   # 基础分支里是另一个摘要",
        ),
    )

    BASE_MENDED = (
        "P607",
        Notice(
            weight=Severity.WARNING,
            message=N_("The draft {draft} was mended: {change} ({reason})"),
            hint=N_("Hold it against the paper that was circulated."),
            meaning=N_(
                "A branch mends a slip of transcription in a draft of the base. plancli mend writes what it "
                "changes beside the digest; whether the paper says so, only a person sees."
            ),
            example="plancli mend --replace 消毒橱 --with 消毒柜 --reason 录入有误",
        ),
    )

    BASE_COMMENT = (
        "P608",
        Notice(
            message=N_("{id} of the base {problem}."),
            hint=N_("Restore the file as the base has it: git checkout {commit} -- {file}"),
            meaning=N_(
                "The words of a unit are its own, and every comment gets an answer. A branch takes a comment "
                "out, or changes its words, who signs it, when it came in or the digest of what came with it."
            ),
            example="git rm comments/镇财政所/01.yaml",
        ),
    )

    BASE_SETTLED = (
        "P609",
        Notice(
            message=N_(
                "{id} was {settled} in the base, and says something else in the branch: {keys}. Status: "
                "{before}, now {now}."
            ),
            hint=N_("Restore the file as the base has it: git checkout {commit} -- {file}"),
            meaning=N_(
                "A decision of a round that is closed was published; one that is approved at every level was "
                "signed as it stood. A branch changes it, or what it answers."
            ),
            example="decision: {status: 不采纳}   # 基础分支：采纳，已经签批",
        ),
    )

    BASE_DECISION = (
        "P610",
        Notice(
            weight=Severity.WARNING,
            message=N_(
                "{id} is decided otherwise than in the base: {keys}. Status: {before}, now {now}."
            ),
            hint=N_("Read both: git diff {commit} -- {file}"),
            meaning=N_(
                "A branch changes a decision that the base has made and nobody has signed yet."
            ),
            example="decision: {status: 不采纳}   # 基础分支：采纳",
        ),
    )

    BASE_APPROVAL = (
        "P611",
        Notice(
            message=N_(
                "The approval of {id} at “{level}” by {by} is gone, and its decision is the same."
            ),
            hint=N_("Restore the file as the base has it: git checkout {commit} -- {file}"),
            meaning=N_(
                "A branch takes an approval away, or puts another one in its place, though what was approved "
                "has not changed. decide --unapprove does so, too."
            ),
            example="decision: {status: 采纳, approved: []}   # 基础分支：已经签批",
        ),
    )

    BASE_ROUND = (
        "P612",
        Notice(
            message=N_("The closed round on {draft} is not recorded as in the base."),
            hint=N_("Restore the file as the base has it: git checkout {commit} -- {file}"),
            meaning=N_(
                "plan/applied.yaml says what went into the text in rounds that are closed. A branch takes "
                "one out, or changes it: then its table is not proved any more."
            ),
            example="earlier: []   # plan/applied.yaml；基础分支里有一轮",
        ),
    )

    BASE_CLAIM = (
        "P613",
        Notice(
            message=N_("The plan says less than in the base: {key} {before} is gone."),
            hint=N_("Write it there again, or let somebody decide on it who owns the base."),
            meaning=N_(
                "check compares published figures (totals), numbers of parts (numbering), who was consulted "
                "(units) and what adopted pictures are (pictures in applied.yaml) as far as they are said. A "
                "branch says less of them."
            ),
            example="totals: {}   # 基础分支：totals: {comments: 26}",
        ),
    )

    BASE_PLAN = (
        "P614",
        Notice(
            message=N_("The base has a plan in {folder}, and the branch has none there."),
            hint=N_("Restore it as the base has it: git checkout {commit} -- {folder}"),
            meaning=N_("A branch takes a whole plan out, or moves it: nothing of it was compared."),
            example="git mv 规划 旧规划",
        ),
    )

    # Codes of rules that are also met while files are read and edits are placed: the rule has their words.
    DUPLICATE_ID = "P201"
    UNKNOWN_SECTION = "P202"
    UNKNOWN_UNIT = "P204"
    UNKNOWN_DRAFT = "P205"
    UNKNOWN_PARAGRAPH = "P206"
    NO_CONTAINER = "P211"
    NOT_INSIDE = "P212"
    NOT_BESIDE = "P215"
    ACROSS_FIELDS = "P304"
    NO_TITLE = "P310"
    NOT_LISTED = "P311"
    PLACE_GONE = "P312"
    PLACE_UNLISTED = "P313"
    ALL_WAIVED = "P314"
    NOT_IN_TABLE = "P317"
    NOT_IN_FIGURE = "P318"
    UNREAD_CITATION = "P306"


NOTICES = {str(code): code.notice for code in Code if code.notice}
"""The words of every code that is no rule."""
