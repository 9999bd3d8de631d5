"""The rows of `make bench` and of the READMEs: what is measured, beside what, and what is owed.

A row sets a whole command, in a process of its own, beside another process; one about a function says
"the engine alone". What is owed never grows: a figure that gets worse is published as missed.
"""

from enum import StrEnum
from typing import NamedTuple


class Unit(StrEnum):
    """What a figure counts."""

    RATIO = "times the other side"
    COUNT = "a number of things"
    SHARE = "a share of 1, shown in per cent"
    MICROSECONDS = "µs"
    MEBIBYTES = "MiB"


class Said(NamedTuple):
    """The same words in both languages; `{amount}` is what the row was measured with."""

    en: str
    zh: str


class Row(NamedTuple):
    """One figure; `owed` is the most it may be, or the least where `at_least`; None: nothing is owed."""

    what: Said
    beside: Said
    owed: float | None = None
    unit: Unit = Unit.RATIO
    at_least: bool = False

    def kept(self, measured: float) -> bool:
        """Whether a figure is as good as what is owed."""
        if self.owed is None:
            return True
        return measured >= self.owed if self.at_least else measured <= self.owed


class Group(NamedTuple):
    """Rows of one table, by key, with the sentence that leads to it."""

    said: Said
    rows: dict[str, Row]


_NOTHING = Said("", "")
_PYTHON = Said("an empty Python", "空的 Python")
_LOADING = Said("loading the plan and the comments", "载入规划和意见")
_NODES = Said("libyaml: to bare nodes", "libyaml：只到节点")
_VALUES = Said("libyaml: to values", "libyaml：到值")
_FIRST = Said("`check` anew", "重新 `check`")
_GIT = Said("`git diff` of the same folders", "同样文件夹的 `git diff`")
_GIT_WORDS = Said(
    "`git diff --word-diff-regex=.` of the same folders",
    "同样文件夹的 `git diff --word-diff-regex=.`",
)
_BARE = Said("a bare page of the same bytes", "字节数相同的素页")
_BARE_IN_VIEW = Said(
    "the same, its paragraphs laid out as they come into view", "同上，段落看到时才排版"
)
_SAME = Said("the same", "同上")
_UNCHANGED = Said(", nothing changed", "，没有改动")
_PATCH = Said("one `git apply` of one merged patch", "一次 `git apply` 一个合并好的补丁")


def _python(command: str, owed: float | None = None, of: str = "", of_zh: str = "") -> Row:
    return Row(Said(f"`{command}`{of}", f"`{command}`{of_zh}"), _PYTHON, owed)


def _loading(command: str, owed: float | None = None, of: str = "", of_zh: str = "") -> Row:
    return Row(Said(f"`{command}`{of}", f"`{command}`{of_zh}"), _LOADING, owed)


def _memory(command: str, zh: str | None = None) -> Row:
    said = Said(f"peak memory of {command}, MiB", f"{zh or command} 的内存峰值，MiB")
    return Row(said, _NOTHING, unit=Unit.MEBIBYTES)


_STARTS = {
    "version": _python("plancli --version", 7),
    "help": _python("plancli --help", 1.7),
    "command help": _python(
        "plancli COMMAND --help", 1.7, ", the slowest of {amount}", "，{amount} 个命令中最慢的"
    ),
    "check anew": _python("plancli check --anew", 30),
    "check kept": _python("plancli check", 4.5, *_UNCHANGED),
    "show here": _python("plancli show ID"),
    "locate here": _python("plancli locate WORDS"),
    "diff here": _python("plancli diff"),
    "report here": _python("plancli report --anew -o a.html"),
    "report here kept": _python("plancli report -o a.html", None, *_UNCHANGED),
}

_CELLS = Said("python-calamine reading the same cells", "python-calamine 读取同一表格的单元格")

_COMMANDS = {
    "characters": Row(
        Said("characters of the made-up plan", "合成规划的字数"), _NOTHING, unit=Unit.COUNT
    ),
    "apply few": Row(
        Said("`apply --all` of {amount} comments", "`apply --all` {amount} 条意见"), _PATCH, 1
    ),
    "apply some": Row(
        Said("`apply --all` of {amount} comments", "`apply --all` {amount} 条意见"), _PATCH, 1
    ),
    "apply many": Row(
        Said("`apply --all` of {amount} comments", "`apply --all` {amount} 条意见"), _PATCH, 1
    ),
    "intake sheet": Row(
        Said(
            "the whole command `intake sheet --dry-run` of {amount} rows, sentences read as edits",
            "整个命令 `intake sheet --dry-run`，{amount} 行，含把句子读成修改",
        ),
        _CELLS,
        10,
    ),
    "sheet opinions": Row(
        Said(
            "reading a sheet of {amount} rows into opinions: heads, units, places, no sentence read",
            "把 {amount} 行的表读成意见：表头、单位、位置，不读句子",
        ),
        _CELLS,
        10,
    ),
    "apply each": Row(
        Said("`apply --all` of {amount} comments", "`apply --all` {amount} 条意见"),
        Said(
            "one `git apply` an edit, each of a patch made after the last",
            "每处修改一次 `git apply`，补丁依次做成",
        ),
        1 / 6,
    ),
    "apply wrong": Row(
        Said(
            "section files that `apply` left other than they must be, of {amount}",
            "`apply` 后与应有文字不同的章节文件，共 {amount} 个",
        ),
        _NOTHING,
        0,
        Unit.COUNT,
    ),
    "apply one": _loading("apply ID"),
    "load": Row(
        Said(
            "loading, the other side of the rows below: {amount} comments",
            "载入，以下各行的对照：{amount} 条意见",
        ),
        _VALUES,
    ),
    "check nodes": Row(
        Said("`check` anew, {amount} comments", "重新 `check`，{amount} 条意见"), _NODES, 4
    ),
    "check values": Row(Said("the same", "同上"), _VALUES, 4),
    "check again": Row(Said("`check`, nothing changed", "`check`，没有改动"), _FIRST, 1 / 3),
    "report html": _loading("report --anew -o a.html", 1.8),
    "report md": _loading("report --anew -o a.md", 1.8),
    "report csv": _loading("report --anew -o a.csv", 1.8),
    "report json": _loading("report --anew -o a.json", 1.8),
    "report xlsx": _loading("report --anew -o a.xlsx", 1.8),
    "report docx": _loading("report --anew -o a.docx"),
    "report html kept": _loading("report -o a.html", 1.8, *_UNCHANGED),
    "report md kept": _loading("report -o a.md", 1.8, *_UNCHANGED),
    "report csv kept": _loading("report -o a.csv", 1.8, *_UNCHANGED),
    "report json kept": _loading("report -o a.json", 1.8, *_UNCHANGED),
    "report xlsx kept": _loading("report -o a.xlsx", 1.8, *_UNCHANGED),
    "report docx kept": _loading("report -o a.docx", None, *_UNCHANGED),
    "compare": _loading("compare -o a.html"),
    "audit": _loading("audit -o a.html"),
    "reply": _loading("reply --anew -o FOLDER"),
    "site": _loading("site -o a.html"),
    "page opens": Row(
        Said(
            "the page of `site`, {amount} comments, in Chromium: until it is painted and can be used",
            "`site` 的页面，{amount} 条意见，在 Chromium 中：到画出、可用为止",
        ),
        _BARE,
        3,
    ),
    "page opens in view": Row(_SAME, _BARE_IN_VIEW),
    "page filters": Row(
        Said(
            "the same page: from the choice of a unit to what is painted",
            "同一页面：从选定单位到画出为止",
        ),
        _BARE,
        3,
    ),
    "page filters in view": Row(_SAME, _BARE_IN_VIEW),
    "show comment": _loading("show ID"),
    "show section": _loading("show KEY"),
    "diff lines": Row(Said("`diff`", "`diff`"), _GIT),
    "diff words": Row(Said("the same", "同上"), _GIT_WORDS),
    "memory check": _memory("`check` anew", "重新 `check`"),
    "memory kept": _memory("`check`, nothing changed", "`check`（没有改动）"),
    "memory apply": _memory("`apply --all`"),
    "memory html": _memory("`report --anew -o a.html`"),
    "memory xlsx": _memory("`report --anew -o a.xlsx`"),
    "memory docx": _memory("`report --anew -o a.docx`"),
    "memory site": _memory("`site -o a.html`"),
}


def _alone(en: str, zh: str, beside: Said, owed: float | None = None) -> Row:
    """Return a row about a function that no user runs by itself."""
    return Row(Said(f"the engine alone: {en}", f"仅引擎：{zh}"), beside, owed)


_RUAMEL_LOAD = Said("ruamel.yaml's round-trip loading", "ruamel.yaml 往返模式的读取")
_RUAMEL = Said("ruamel.yaml: load, change and dump", "ruamel.yaml：读取、改写、写出")
_SMALLEST = Said("the same with the fewest comments", "意见最少时")
_WORD_DIFF = Said("`git diff --word-diff-regex=.`", "`git diff --word-diff-regex=.`")
_MERGED = ("merging {amount} comments, µs each", "合并 {amount} 条意见，每条 µs 数")

_ENGINE = {
    "paper": _alone(
        "a PDF of {amount} pages as lines",
        "{amount} 页的 PDF 读成行",
        Said("pypdfium2 giving its characters and places", "pypdfium2 给出字和位置"),
        3,
    ),
    "reading nodes": _alone("reading {amount} files strictly", "严格读取 {amount} 个文件", _NODES),
    "reading values": _alone("the same", "同上", _VALUES),
    "reading ruamel": _alone("the same", "同上", _RUAMEL_LOAD, 0.1),
    "splicing": _alone("one paragraph spliced and read back", "改写一段并读回", _RUAMEL, 0.1),
    "locating": _alone(
        "locating one of {amount} quotations of 15 kinds, mean",
        "定位 15 类、{amount} 处引文之一，平均",
        Said(
            "one edlib scan of the plan, text given as str", "edlib 扫描一遍全文，文本以 str 给出"
        ),
        0.01,
    ),
    "locating bytes": _alone(
        "the same", "同上", Said("the same, text given as bytes", "同上，文本以 bytes 给出")
    ),
    "located wrong": _alone(
        "quotations located wrong, of {amount} on three plans",
        "三个规划、{amount} 处引文中定位错误的",
        _NOTHING,
        0,
    )._replace(unit=Unit.COUNT),
    "suggested": _alone(
        "the right passage among three suggestions, the worst of three plans",
        "三条建议中有正确文段的，三个规划中最差的",
        _NOTHING,
        0.95,
    )._replace(unit=Unit.SHARE, at_least=True),
    "grammar": _alone(
        "reading one of {amount} opinions as edits, mean",
        "把 {amount} 条意见之一读成修改，平均",
        Said("locating one quotation of it", "定位其中一处引文"),
        3,
    ),
    "merging few": _alone(*_MERGED, _NOTHING)._replace(unit=Unit.MICROSECONDS),
    "merging some": _alone(*_MERGED, _NOTHING)._replace(unit=Unit.MICROSECONDS),
    "merging many": _alone(*_MERGED, _NOTHING)._replace(unit=Unit.MICROSECONDS),
    "merging grows": _alone(
        "time of a comment with the most comments", "意见最多时每条的用时", _SMALLEST, 1.5
    ),
    "merged wrong": _alone(
        "paragraphs merged wrong, comments left out", "合并有误的段落、漏掉的意见", _NOTHING, 0
    )._replace(unit=Unit.COUNT),
    "characters few": _alone(
        "character diff with {amount} edits", "有 {amount} 处修改的逐字比较", _WORD_DIFF, 1.6
    ),
    "characters many": _alone(
        "character diff with {amount} edits", "有 {amount} 处修改的逐字比较", _WORD_DIFF, 0.8
    ),
    "traps": _alone(
        "comments that cannot simply be applied, applied without a word, of {amount}",
        "不能直接并入而未作提示就并入的，共 {amount} 处",
        _NOTHING,
        0,
    )._replace(unit=Unit.COUNT),
}

GROUPS = {
    "starts": Group(
        Said("On the plan of this repository:", "对本仓库的规划："),
        _STARTS,
    ),
    "commands": Group(
        Said(
            "On a made-up plan with comments as hard as life, each command a process of its own:",
            "对合成的规划和与实际一样难的意见，每个命令各为一个进程：",
        ),
        _COMMANDS,
    ),
    "engine": Group(
        Said(
            "Functions that no user runs by themselves, on plain comments where nothing else is said:",
            "用户不单独运行的函数；除另有说明外，用的是简单的意见：",
        ),
        _ENGINE,
    ),
}

ROWS = {key: row for group in GROUPS.values() for key, row in group.rows.items()}
