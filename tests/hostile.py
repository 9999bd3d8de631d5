"""Files that somebody could put into a plan to break it: honest ones, each spoiled in one way.

`cases` gives the same files for the same seed: a kind says how a file is spoiled, chance says which one, and
where. Each case knows which file is to be named, and on which lines where that can be said.
"""

import os
import random
from collections.abc import Callable, Iterator, Mapping, Sequence
from copy import deepcopy
from functools import partial
from json import dumps
from pathlib import Path
from typing import Any, NamedTuple

PLAN, RECORD = "plan/plan.yaml", "plan/applied.yaml"
DRAFT, SECTION = "plan/drafts/征求意见稿.yaml", "plan/第二章-任务.yaml"
SIMPLE, COMPOUND = "comments/镇财政所/02.yaml", "comments/镇文化站/01.yaml"

Path_ = tuple[str | int, ...]
Data = dict[str, Any]

# --- honest files -----------------------------------------------------------------------------------------

_SHARED: Data = {"section": "第二章", "page": "2"}
HONEST: dict[str, Data] = {
    PLAN: {
        "title": "镇食堂方案", "issuer": "镇政府", "language": "zh", "draft": "征求意见稿",
        "drafts": [{
            "name": "征求意见稿", "date": "2026年1月", "deadline": "2026-02-01",
            "digest": "sha256:4592e52f7928edc46e316f157643339ff8ee762eb591ac1beaf4044db9d10868",
        }],
        "units": [
            {"name": "镇财政所", "kind": "单位", "reply": "有意见", "channel": "公文"},
            {"name": "镇民政办"},
            {"name": "镇文化站", "reply": "有意见"},
        ],
        "sections": ["第一章", "第二章"],
        "deadline": "2026-02-01",
        "notes": [{"paragraph": "第二章.1", "reason": "村里要求。", "change": "旧改新"}],
        "rules": {"P511": "off"}, "aliases": {"财政": "镇财政所"},
        "tables": {"小表": {"title": "小表", "group": "unit", "heads": [{"value": "opinion", "width": "3"}]}},
    },
    RECORD: {
        "draft": "征求意见稿",
        "comments": {"镇民政办-01": {
            "at": {"section": "第一章", "page": "1", "original": "食堂向老年人供应早餐和午餐。"},
            "edits": [{"replace": "早餐和午餐", "with": "早餐、午餐和晚餐"}],
        }},
    },
    DRAFT: {
        "draft": "征求意见稿",
        "sections": [
            {"key": "第一章", "title": "目标", "body": [{
                "id": "第一章.1", "heading": "总体目标", "page": "1", "line": "1-2",
                "text": "到2026年底,全镇建成社区食堂6个。食堂向老年人供应早餐和午餐。",
            }]},
            {"key": "第二章", "title": "任务", "body": [
                {
                    "id": "第二章.1", "heading": "选址", "page": "2", "units": ["镇民政办", "各村"],
                    "text": "优先利用闲置的村部和学校用房。每个食堂的面积不小于80平方米。",
                },
                {"column": "专栏1", "title": "食堂设备", "items": [
                    {"id": "专栏1.1", "heading": "厨房", "text": "配备冷藏柜和消毒柜。", "page": "2"},
                ]},
            ]},
        ],
    },
    SECTION: {
        "key": "第二章", "title": "任务", "body": [
            {
                "id": "第二章.1", "heading": "选址", "units": ["镇民政办", "各村"],
                "text": "优先利用闲置的村部和学校用房。每个食堂的面积不小于80平方米。",
                "source": {"origin": "引用", "comments": ["镇财政所-01"], "note": "原文"},
            },
            {"column": "专栏1", "title": "食堂设备", "items": [
                {"id": "专栏1.1", "heading": "厨房", "text": "配备冷藏柜和消毒柜。"},
            ]},
        ],
    },
    SIMPLE: {
        "unit": "镇财政所", "draft": "征求意见稿", "received": "2026年1月9日", "letter": "财字3号",
        "at": {"cites": "第2页“厨房”", **_SHARED, "original": "配备冷藏柜和消毒柜。"},
        "opinion": "建议在厨房设备中增加灶台。",
        "edits": [{"insert": "、灶台", "after": "冷藏柜", "in": "专栏1.1", "field": "text"}],
        "decision": {"status": "待定", "reply": "正在研究。"},
        "topic": "设备", "handler": "张", "note": "电话里说过", "blacken": ["灶台"],
        "waivers": [{"rule": "P425", "reason": "另行说明。"}],
    },
    COMPOUND: {
        "unit": "镇文化站", "units": ["镇文化站", "镇民政办"], "topic": ["设备", "用房"],
        "opinion": "两点意见。",
        "attachments": ["来函.pdf", {"file": "照片.jpg", "digest": f"sha256:{'0a' * 32}"}],
        "items": [
            {
                "opinion": "删去消毒柜。", "at": _SHARED,
                "edits": [{"delete": "和消毒柜"}, {"units": "第二章.1", "add": ["镇文化站"]}],
                "decision": {"status": "不采纳", "reason": "要用。"},
            },
            {"opinion": "改名。", "edits": [{"rewrite": "专栏1.1", "with": "配备冰柜。"}]},
        ],
    },
}  # fmt: skip
"""Files with nearly every key that a file can have; nothing in them is an error."""


class Written(NamedTuple):
    """A file as text, and on which lines (from 1) each of its values stands."""

    text: str
    lines: dict[Path_, range]


def written(data: Data) -> Written:
    """Write values as YAML, one to a line, every text in quotes."""
    out: list[str] = []
    lines: dict[Path_, range] = {}
    _write(data, (), "", "", out, lines)
    return Written("\n".join(out) + "\n", lines)


def _write(
    value: Any, path: Path_, lead: str, pad: str, out: list[str], lines: dict[Path_, range]
) -> None:
    """Add the lines of a value: `lead` stands before its first line, `pad` before those below it."""
    first = len(out) + 1
    if isinstance(value, dict) and value:
        out += [lead.rstrip(" ")] if lead.endswith(": ") else []
        begin = lead if lead.endswith("- ") else pad
        for key, own in value.items():
            _write(own, (*path, key), f"{begin}{key}: ", pad + "  ", out, lines)
            begin = pad
    elif isinstance(value, list) and value:
        out += [lead.rstrip(" ")] if lead.strip() else []
        for at, own in enumerate(value):
            _write(own, (*path, at), f"{pad}- ", pad + "  ", out, lines)
    else:
        out.append(lead + _scalar(value))
    lines[path] = range(first, len(out) + 1)


def _scalar(value: Any) -> str:
    return dumps(value, ensure_ascii=False) if isinstance(value, str) else str(value or "")


def values(data: Any, path: Path_ = ()) -> Iterator[tuple[Path_, Any]]:
    """Yield everything in a file with its path, the file itself first."""
    yield path, data
    inside = data.items() if isinstance(data, dict) else enumerate(data)
    for key, own in () if isinstance(data, str) else inside:
        yield from values(own, (*path, key))


def _with(data: Data, path: Path_, value: Any) -> Data:
    changed: Any = deepcopy(data)
    place = changed
    for key in path[:-1]:
        place = place[key]
    place[path[-1]] = value
    return changed  # type: ignore[no-any-return]


# --- one way to spoil one file ------------------------------------------------------------------------------


class Case(NamedTuple):
    """A hostile file: how it comes to be, and what has to be named. `lines` is empty where none can be."""

    kind: str
    about: str
    file: str
    lay: Callable[[Path], None]
    lines: range = range(0)


def _holding(kind: str, about: str, file: str, content: bytes, lines: range = range(0)) -> Case:
    def lay(root: Path) -> None:
        (root / file).write_bytes(content)

    return Case(kind, f"{about} in {file}", file, lay, lines)


Kind = Callable[[random.Random], Iterator[Case]]
_KINDS: dict[str, tuple[int, Kind]] = {}


def _kind(name: str, most: int) -> Callable[[Kind], Kind]:
    """Register a kind; of what it gives, `most` are taken by chance."""

    def register(give: Kind) -> Kind:
        _KINDS[name] = most, give
        return give

    return register


def cases(seed: int) -> list[Case]:
    """Return all cases of a seed, kind by kind."""
    found: list[Case] = []
    for name, (most, give) in _KINDS.items():
        chance = random.Random(f"{seed} {name}")
        given = list(give(chance))
        found += given if len(given) <= most else chance.sample(given, most)
    return found


def _texts() -> Iterator[tuple[str, Written]]:
    for file, data in HONEST.items():
        yield file, written(data)


def _spoiled_lines(
    kind: str, chance: random.Random, pieces: Sequence[str], end: str = "\n"
) -> Iterator[Case]:
    """Yield each file with each piece as a line of its own, between two keys of the outermost level."""
    for file, (text, lines) in _texts():
        for piece in pieces:
            tops = [place.start for path, place in lines.items() if len(path) == 1]
            at = chance.choice(tops)
            rows = text.split("\n")
            rows.insert(at - 1, piece)
            content = end.join(rows).encode("utf-8", "surrogatepass")
            yield _holding(
                kind, repr(piece[:40]), file, content, range(at, at + 2 + piece.count("\n"))
            )


def _spoiled_values(kind: str, wrong: Mapping[str, Sequence[Any]]) -> Iterator[Case]:
    """Yield each file with each of the values that are wrong under a key, wherever the key stands."""
    for file, data in HONEST.items():
        for path, _ in values(data):
            name = next((one for one in reversed(path) if isinstance(one, str)), "")
            for value in wrong.get(name, ()) if path and path[-1] == name else ():
                changed = written(_with(data, path, value))
                about = f"{'.'.join(map(str, path))}: {str(value)[:30]!r}"
                yield _holding(kind, about, file, changed.text.encode(), changed.lines[path])


@_kind("other encodings", 18)
def _encodings(_chance: random.Random) -> Iterator[Case]:
    for file, (text, _) in _texts():
        for name in ("utf-16", "utf-16-le", "utf-16-be", "utf-32", "gb18030", "big5hkscs"):
            yield _holding("other encodings", name, file, text.encode(name, "replace"))


@_kind("bytes that are no UTF-8", 15)
def _bytes(chance: random.Random) -> Iterator[Case]:
    for file, (text, _) in _texts():
        for wrong in (
            b"\xff",
            b"\x80",
            b"\xc0\x80",
            b"\xed\xa0\x80",
            b"\xf5\x80\x80\x80",
            b"\xe4\xb8",
        ):
            raw = text.encode()
            rows = raw.split(b"\n")
            at = chance.randrange(len(rows) - 1)
            rows[at] += b" # " + wrong
            yield _holding(
                "bytes that are no UTF-8",
                repr(wrong),
                file,
                b"\n".join(rows),
                range(at + 1, at + 2),
            )


@_kind("a mark of byte order inside", 5)
def _marks(chance: random.Random) -> Iterator[Case]:
    yield from _spoiled_lines("a mark of byte order inside", chance, ["\ufeffextra: x"])


@_kind("control characters", 16)
def _controls(chance: random.Random) -> Iterator[Case]:
    pieces = ["# \0", "# \x1b[2J", "# \x07", "# \x7f", "# \x9b2J", "# \ufffe"]
    yield from _spoiled_lines("control characters", chance, pieces)


_OPEN = ("opinion", "reply", "text", "heading", "title", "note", "reason")


@_kind("controls and surrogates as escapes", 20)
def _escapes(chance: random.Random) -> Iterator[Case]:
    kind = "controls and surrogates as escapes"
    for file, data in HONEST.items():
        for path, value in values(data):
            if isinstance(value, str) and path[-1] in _OPEN:
                sign = chance.choice(("\\e]0;x", "\\0", "\\x9b", "\\b", "\\ud800", "\\u0085"))
                changed = written(_with(data, path, "MARK"))
                text = changed.text.replace("MARK", sign)
                yield _holding(kind, sign, file, text.encode(), changed.lines[path])


@_kind("nesting", 12)
def _nesting(chance: random.Random) -> Iterator[Case]:
    deep = ["x: " + "[" * 41, "x: " + "[" * 20_000, "x: " + "{a: " * 400, "x: " + "- " * 900]
    deep += ["\n".join(f"{'  ' * at}k{at}:" for at in range(400))]
    yield from _spoiled_lines("nesting", chance, deep)


@_kind("huge texts", 5)
def _huge(_chance: random.Random) -> Iterator[Case]:
    wrong = ["字" * 100_001]
    keys = dict.fromkeys(("opinion", "text", "title", "reply", "note"), wrong)
    yield from _spoiled_values("huge texts", keys)


@_kind("a huge file", 2)
def _large(_chance: random.Random) -> Iterator[Case]:
    def lay(root: Path, file: str) -> None:
        with (root / file).open("wb") as opened:
            opened.truncate(33 << 20)  # takes no room on the disk

    for file in (SIMPLE, SECTION):
        yield Case("a huge file", f"33 MiB in {file}", file, partial(lay, file=file))


@_kind("keys without number or end", 6)
def _keys(chance: random.Random) -> Iterator[Case]:
    yield from _spoiled_lines("keys without number or end", chance, ["k" * 1025 + ": x"])


@_kind("anchors, aliases, merge keys, tags", 24)
def _features(chance: random.Random) -> Iterator[Case]:
    pieces = ["x: &a v", "x: *a", "<<: {a: b}", "x: !!str v", "x: !!python/object/apply:os.system [ls]",
              "x: !mine v", "x: !!binary aGk=", "&a x: v"]  # fmt: skip
    yield from _spoiled_lines("anchors, aliases, merge keys, tags", chance, pieces)


@_kind("several documents and directives", 15)
def _documents(chance: random.Random) -> Iterator[Case]:
    kind = "several documents and directives"
    yield from _spoiled_lines(kind, chance, ["x: y\n---\nx: y", "...\nx: y"])
    for file, (text, _) in _texts():
        for head in ("%NONSENSE\n", "%YAML 9.9\n---\n", "%YAML 1.2\n"):
            yield _holding(kind, head, file, (head + text).encode())


@_kind("keys twice", 20)
def _twice(_chance: random.Random) -> Iterator[Case]:
    for file, (text, lines) in _texts():
        rows = text.split("\n")
        for path, place in lines.items():
            if path and isinstance(path[-1], str) and len(place) == 1:
                row = rows[place.start - 1]
                again = " " * row.index(path[-1]) + row.lstrip(" -")
                spoiled = "\n".join([*rows[: place.start], again, *rows[place.start :]])
                about = ".".join(map(str, path))
                both = range(place.start, place.start + 2)
                yield _holding("keys twice", about, file, spoiled.encode(), both)


@_kind("tabs", 8)
def _tabs(chance: random.Random) -> Iterator[Case]:
    yield from _spoiled_lines("tabs", chance, ["\tx: y", "x:\n\ty: z"])


@_kind("lines that are no YAML", 24)
def _syntax(chance: random.Random) -> Iterator[Case]:
    pieces = [
        "x: [a",
        "x: {a: b",
        "x",
        "- x",
        "x: a: b",
        "? [a]",
        "x: @a",
        "x: `a",
        "x: %a",
        ": x",
        "]",
    ]
    yield from _spoiled_lines("lines that are no YAML", chance, pieces)


@_kind("wide colons", 4)
def _wide(chance: random.Random) -> Iterator[Case]:
    yield from _spoiled_lines("wide colons", chance, ["title：甲"])


@_kind("conflict markers of git", 12)
def _conflicts(chance: random.Random) -> Iterator[Case]:
    pieces = ["<<<<<<< HEAD", "=======", ">>>>>>> other"]
    yield from _spoiled_lines("conflict markers of git", chance, pieces)


@_kind("mixed line ends with a wrong key", 6)
def _line_ends(chance: random.Random) -> Iterator[Case]:
    yield from _spoiled_lines(
        "mixed line ends with a wrong key", chance, ["unheard: x\n# y"], "\r\n"
    )


@_kind("nothing in the file", 15)
def _empty(_chance: random.Random) -> Iterator[Case]:
    for file in HONEST:
        for content in (
            b"",
            b"\n\n",
            b"   ",
            b"# only\n# remarks\n",
            b"\xef\xbb\xbf",
            b"~\n",
            b"---\n",
        ):
            yield _holding("nothing in the file", repr(content), file, content)


@_kind("another thing than keys", 12)
def _others(_chance: random.Random) -> Iterator[Case]:
    for file in HONEST:
        for content in (b"[]\n", b"- a\n- b\n", b"words\n", b"7\n", b'"words"\n'):
            yield _holding("another thing than keys", repr(content), file, content)


@_kind("half a file", 15)
def _halves(chance: random.Random) -> Iterator[Case]:
    for file, (text, lines) in _texts():
        scalars = [p for p, place in lines.items() if len(place) == 1]
        for _ in range(4):
            row = text.split("\n")[lines[chance.choice(scalars)].start - 1]
            if '"' in row:
                cut = text.index(row) + row.index('"') + 2
                yield _holding("half a file", f"up to {cut}", file, text[:cut].encode())


@_kind("files of other programs", 12)
def _binaries(chance: random.Random) -> Iterator[Case]:
    heads = {"a picture": b"\x89PNG\r\n\x1a\n", "a document": b"PK\x03\x04", "a page": b"%PDF-1.7\n%\xe2\xe3",
             "noise": b"", "a program": b"\x7fELF", "packed": b"\x1f\x8b\x08"}  # fmt: skip
    for file in HONEST:
        for name, head in heads.items():
            yield _holding("files of other programs", name, file, head + chance.randbytes(400))


@_kind("lists and keys where a text is expected", 40)
def _no_texts(chance: random.Random) -> Iterator[Case]:
    kind = "lists and keys where a text is expected"
    for file, data in HONEST.items():
        for path, value in values(data):
            if isinstance(value, str):
                wrong: Any = chance.choice((["x"], {"x": "y"}, [{"x": "y"}]))
                changed = written(_with(data, path, wrong))
                about = ".".join(map(str, path))
                yield _holding(kind, about, file, changed.text.encode(), changed.lines[path])


@_kind("a text where lists or keys are expected", 30)
def _no_lists(chance: random.Random) -> Iterator[Case]:
    kind = "a text where lists or keys are expected"
    for file, data in HONEST.items():
        for path, value in values(data):
            # one topic may stand without a list
            if path and not isinstance(value, str) and path != ("topic",):
                other: Any = [["x"]] if isinstance(value, dict) else [{"x": "y"}]
                changed = written(_with(data, path, chance.choice(("x", "7", *other))))
                about = ".".join(map(str, path))
                yield _holding(kind, about, file, changed.text.encode(), changed.lines[path])


@_kind("misspelt keys", 24)
def _misspelt(chance: random.Random) -> Iterator[Case]:
    free = {"rules", "aliases", "tables"}
    for file, data in HONEST.items():
        for path, value in values(data):
            if isinstance(value, dict) and not free & {*path[-1:]} and path != ("comments",):
                name = chance.choice(("titel", "Unit", "意见", "__class__", "id2", "text "))
                changed = written(_with(data, (*path, name), "x"))
                place = changed.lines[(*path, name)]
                about = ".".join(map(str, (*path, name)))
                yield _holding("misspelt keys", about, file, changed.text.encode(), place)


_NEEDED = {"title", "issuer", "sections", "name", "key", "id", "column", "unit", "opinion", "digest", "draft",
           "paragraph", "reason", "rule", "heads", "value", "edits", "replace"}  # fmt: skip


@_kind("keys that are missing", 20)
def _missing(_chance: random.Random) -> Iterator[Case]:
    for file, data in HONEST.items():
        for path, _ in values(data):
            if path and path[-1] in _NEEDED and _is_needed(file, path):
                changed: Any = deepcopy(data)
                place = changed
                for key in path[:-1]:
                    place = place[key]
                del place[path[-1]]
                text, lines = written(changed)
                owner = lines[path[:-1]] if place else range(0)
                about = ".".join(map(str, path))
                yield _holding("keys that are missing", about, file, text.encode(), owner)


def _is_needed(file: str, path: Path_) -> bool:
    """Whether a key cannot be left out there; some can that are needed elsewhere."""
    last, within = path[-1], path[-3:-2]
    optional = {
        "draft": file != DRAFT,
        "edits": file != RECORD,
        "title": file not in (PLAN, SECTION, DRAFT) or within == ("body",) or "tables" in path,
        "reason": "decision" in path,
        "digest": "attachments" in path,
        "column": True,  # without it the entry is read as a paragraph, which lacks more than one key
    }
    return not optional.get(str(last), False)


_DAYS = (
    "2026-02-30",
    "30.2.2026",
    "明天",
    "2026-13-01",
    "2026-2",
    "20260301",
    "0000-00-00",
    "２０２６-０２-３１",
)
_NUMBERS = ("三", "1.5", "1e3", "0x10", "0", "-1", "9" * 6000, "1,000", "NaN", "true")
_RANGES = ("零页", "5-2", "1-2-3", "--3", "3.5", "iv-ii", "1" * 50_000, "第2页")


@_kind("days that are none", 12)
def _no_days(_chance: random.Random) -> Iterator[Case]:
    yield from _spoiled_values("days that are none", {"deadline": _DAYS, "received": _DAYS})


@_kind("numbers, pages and lines that are none", 20)
def _no_numbers(_chance: random.Random) -> Iterator[Case]:
    wrong = {"width": _NUMBERS, "page": _RANGES, "line": _RANGES}
    yield from _spoiled_values("numbers, pages and lines that are none", wrong)


@_kind("words that are no choice", 16)
def _no_choices(_chance: random.Random) -> Iterator[Case]:
    wrong = {
        "status": ("采 纳", "ADOPTED", "采纳了", "true"),
        "kind": ("单 位", "机关"),
        "field": ("opinion",),
        "origin": ("猜",),
        "group": ("年",),
        "value": ("金额",),
        "reply": ("没有",),
        "P511": ("fatal",),
    }
    for case in _spoiled_values("words that are no choice", wrong):
        if "decision.reply" not in case.about:
            yield case


@_kind("nothing where words are needed", 14)
def _no_words(_chance: random.Random) -> Iterator[Case]:
    blank = ("", "  ", "\n")
    wrong = {"opinion": ("",), "reason": ("", "。。。"), "original": blank, "insert": blank, "after": blank,
             "delete": blank, "paragraph": blank, "key": blank, "id": blank, "replace": blank}  # fmt: skip
    for case in _spoiled_values("nothing where words are needed", wrong):
        if "decision.reason" not in case.about:
            yield case


@_kind("names that no file can have", 16)
def _unstorable(_chance: random.Random) -> Iterator[Case]:
    wrong = ("a/b", "..", "CON", "a" * 300, "尾 .", "a:b", "a\\b", "nul.txt")
    for position in (0, 2):
        for name in wrong:
            path = ("units", position, "name")
            changed = written(_with(HONEST[PLAN], path, name))
            yield _holding(
                "names that no file can have",
                name[:9],
                PLAN,
                changed.text.encode(),
                changed.lines[path],
            )


@_kind("edits that are none", 12)
def _edits(_chance: random.Random) -> Iterator[Case]:
    wrong = (
        {"change": "x"},
        {"replace": "a", "delete": "b"},
        {"insert": "x"},
        {"replace": "a"},
        {"move": "x"},
        {"insert": "x", "after": "a", "before": "b"},
        {"add": "x"},
        {"remove": ["x"]},
        "x",
    )
    for file, path in ((SIMPLE, ("edits", 0)), (COMPOUND, ("items", 0, "edits", 0))):
        for value in wrong:
            changed = written(_with(HONEST[file], path, value))
            yield _holding(
                "edits that are none", str(value), file, changed.text.encode(), changed.lines[path]
            )


@_kind("the same name twice", 5)
def _doubles(_chance: random.Random) -> Iterator[Case]:
    kind = "the same name twice"
    places = (SECTION, ("body", 1, "items", 0, "id"), "第二章.1"), (SECTION, ("key",), "第一章"), (
        SIMPLE, ("unit",), "镇民政办"), (DRAFT, ("sections", 1, "key"), "第一章")  # fmt: skip
    for file, path, name in places:
        changed = written(_with(HONEST[file], path, name))
        yield _holding(kind, name, file, changed.text.encode(), changed.lines[path])


@_kind("no files at all", 14)
def _no_files(_chance: random.Random) -> Iterator[Case]:
    def link(root: Path, file: str) -> None:
        (root / file).rename(root / "aside.yaml")
        (root / file).symlink_to(root / "aside.yaml")

    def dangling(root: Path, file: str) -> None:
        (root / file).unlink()
        (root / file).symlink_to("/nowhere/at-all")

    def pipe(root: Path, file: str) -> None:
        (root / file).unlink()
        os.mkfifo(root / file)

    def endless(root: Path, file: str) -> None:
        (root / file).unlink()
        (root / file).symlink_to("/dev/zero")

    for file in HONEST:
        for lay in (link, dangling, pipe, endless):
            about = f"{lay.__name__} {file}"
            yield Case("no files at all", about, file, partial(lay, file=file))


@_kind("names that are not read", 14)
def _names(_chance: random.Random) -> Iterator[Case]:
    for folder in ("plan", "comments/镇财政所", "plan/drafts"):
        for name in ("01.YAML", "03.yaml.txt", "03.yaml~", "03.yaml.orig", "03.docx", "x\n::warning::y.yaml",
                     "x\x1b[2J.yaml", "CON.yaml", "x.", "._03.yaml", "03.yml"):  # fmt: skip
            file = f"{folder}/{name}"
            case = _holding("names that are not read", repr(name), file, b"key: x\ntitle: y\n")
            yield case._replace(
                file="".join(sign if sign.isprintable() else "\ufffd" for sign in file)
            )
