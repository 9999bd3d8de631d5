"""Files that nobody would write, given to the scanner, the parser and whole commands: `make fuzz`.

Everything comes from one seed, so that a fault can be looked at again. The scanner must read what the parser
reads; a command must end with 0, 1 or 2, say something where that is not 0, and never with a traceback.
"""

import io
import os
import random
import shutil
import sys
import tempfile
import time
import traceback
import zipfile
from collections.abc import Callable, Iterator
from contextlib import redirect_stderr, redirect_stdout
from pathlib import Path
from typing import Any, NamedTuple

from docx import Document

from plancli.__main__ import main
from plancli.core.finding import PlanError
from plancli.store.yaml import nodes
from plancli.store.yaml.scan import ODD, scan

_LINES = (
    "键: 值", "键: |-", "键: |", "  键: 值", "  句子。", "    句子。", "", "  ", "      ", "# 注",
    "  # 注", "- 键: 值", "- 值", "-", "- ", "  - 键: 值", "  - {replace: 甲, with: 乙}",
    "键: [甲, 乙]", "键: [甲, [乙]]", "乙: {甲: 乙}", '丙: "甲"', "丁: '甲'", "丁: 甲: 乙",
    "戊: 甲 # 注", "己:", "键:值", "庚: -1", "壬: {a: [甲, 乙], b: 丙}", "癸: {a: 甲, a: 乙}",
    "---", "...", "键: &a 值", "键: *a", "键: !!str 1", "? 键", ": 值", "键: >-", "%TAG",
    "键: |2-", "  键: [", "]", "子: {delete: 够吗?是}", "键: [?甲, 乙?]", '"键": 值',
    "<<: {a: b}", "键： 值", "\t键: 值",
)  # fmt: skip
_SIGNS = " \t-?:,[]{}#&*!|>'\"%@`=<~\\.。：，？“”ab键1\u3000\u00a0\u0301😀\n\r"
_FILLERS = (
    "[",
    "{a: ",
    "- ",
    "? ",
    "1",
    "第1、",
    "……",
    "“",
    "a",
    "字",
    " ",
    "\\u0041",
    "&a ",
    "1,",
)

Fault = str
"""What went wrong, and with what, for people."""


def differential(chance: random.Random) -> Fault | None:
    """Hold the scanner against the parser, on one file."""
    text = _text(chance)
    if ODD.search(text):
        return None
    found = scan(text)
    if found is None:
        return None
    try:
        expected: Any = nodes.parsed("file", text)
    except PlanError as error:
        expected = error
    return None if found == expected else f"{text!r} is {found!r} for the scanner: {expected!r}"


def _text(chance: random.Random) -> str:
    lines = [chance.choice(_LINES) for _ in range(chance.randint(1, 9))]
    text = "\n".join(lines) + chance.choice(("", "\n", "\n\n", "  "))
    for _ in range(chance.choice((0, 0, 1, 2, 4))):
        text = _spoiled(chance, text)
    return text


def _spoiled(chance: random.Random, text: str) -> str:
    """Change a text at one place: a sign more or less, a line twice, a piece elsewhere, or something long."""
    at = chance.randint(0, len(text))
    until = min(len(text), at + chance.randint(0, 12))
    lines = text.split("\n")
    match chance.randrange(7):
        case 0:
            return text[:at] + chance.choice(_SIGNS) + text[at:]
        case 1:
            return text[:at] + text[until:]
        case 2:
            place = chance.randint(0, len(text))
            return text[:place] + text[at:until] + text[place:]
        case 3:
            number = chance.randrange(len(lines))
            return "\n".join([*lines[:number], lines[number], *lines[number:]])
        case 4:
            number = chance.randrange(len(lines))
            return "\n".join(
                [
                    *lines[:number],
                    " " * chance.randint(0, 5) + chance.choice(_LINES),
                    *lines[number:],
                ]
            )
        case 5:
            number = chance.randrange(len(lines))
            lines[number] = " " * chance.randint(0, 6) + lines[number].lstrip(" ")
            return "\n".join(lines)
    return text[:at] + chance.choice(_FILLERS) * chance.choice((3, 60, 1100, 3000)) + text[at:]


# --- whole commands -----------------------------------------------------------------------------------------

READING = (
    ("check", "--anew"), ("check", "--anew", "--format", "github"), ("report",), ("status",), ("conflicts",),
    ("audit",), ("show", "镇财政所"), ("diff",), ("blame",), ("apply", "--all", "--dry-run"), ("misquotes",),
    ("ripple",), ("reply", "镇财政所"), ("tasks",), ("report", "-o", "表.docx"), ("site", "-o", "页.html"),
    ("apply", "--all"), ("fmt",), ("revert", "--all"), ("export", "稿.docx"), ("locate", "第一章"),
)  # fmt: skip

_TEMPLATES = (
    "{{ 'a' * 100000000 }}", "{% for a in range(10**9) %}x{% endfor %}",
    "{{ 'a'|center(3000000000) }}", "{% macro m() %}{{ m() }}{% endmacro %}{{ m() }}",
    "{{ lipsum() }}", "{{ titel }}", "{{ rows.x.y }}", "{% if %}", "{{ ''.__class__.__mro__ }}",
    "{% include 'table.md.j2' %}", "{{ rows|join('x' * 10000000) }}", "{% extends none %}",
    "{{ 1 // 0 }}", "{{ (1,) * 10**10 }}", "{{ '%s' % rows }}", "{{ rows[10**100] }}",
    "{% raw %}", "\0", "{{ cycler }}",
)  # fmt: skip
_NAMES = (
    "CON.yaml", "a ", "x\n::warning::.yaml", "é.yaml", "e\u0301.yaml", "01.YAML", ".yaml",
    "字" * 60+".yaml", "01.yaml.orig", "\udcff.yaml", "a/b/c.yaml", "-rf.yaml", "..yaml",
)  # fmt: skip


def _a_file(chance: random.Random, root: Path) -> tuple[str, ...]:
    """Spoil some of the plan's own files."""
    files = sorted((root / "plan").rglob("*.yaml")) + sorted((root / "comments").rglob("*.yaml"))
    for _ in range(chance.choice((1, 1, 2, 4))):
        path = chance.choice(files)
        text = path.read_text(encoding="utf-8")
        for _ in range(chance.choice((1, 1, 2, 6))):
            text = _spoiled(chance, text)
        path.write_text(text, encoding="utf-8", errors="surrogatepass")
    return chance.choice(READING)


def _some_bytes(chance: random.Random, root: Path) -> tuple[str, ...]:
    path = chance.choice(sorted((root / "comments").rglob("*.yaml")))
    raw = bytearray(path.read_bytes())
    for _ in range(chance.randint(1, 5)):
        raw[chance.randrange(len(raw))] = chance.randrange(256)
    path.write_bytes(raw)
    return chance.choice(READING)


def _a_name(chance: random.Random, root: Path) -> tuple[str, ...]:
    folder = chance.choice(("plan", "comments", "comments/镇财政所", "plan/drafts"))
    place = root / folder / chance.choice(_NAMES)
    place.parent.mkdir(parents=True, exist_ok=True)
    place.write_text(f"key: {_spoiled(chance, '附录')}\ntitle: 附录\n", encoding="utf-8")
    return chance.choice(READING)


def _a_value(chance: random.Random, root: Path) -> tuple[str, ...]:
    """Write a comment that is well formed, with values that are odd."""
    words = [
        "".join(chance.choices(_SIGNS + "改为删除增加第页行", k=chance.randint(1, 30)))
        for _ in range(6)
    ]
    plain = [" ".join(word.replace('"', "").replace("\\", "").split()) or "字" for word in words]
    text = 'unit: 镇财政所\nopinion: "{}"\nat: {{cites: "{}", original: "{}"}}\n'
    text += 'edits: [{{replace: "{}", with: "{}"}}]\ndecision: {{status: 采纳, reply: "{}"}}\n'
    path = root / "comments/镇财政所/09.yaml"
    path.write_text(text.format(*plain), encoding="utf-8")
    return chance.choice(READING)


def _a_template(chance: random.Random, root: Path) -> tuple[str, ...]:
    (root / "templates").mkdir(exist_ok=True)
    words = chance.choice(_TEMPLATES)
    if chance.random() < 0.3:
        words = _spoiled(chance, words)
    (root / "templates/表.md.j2").write_text(words, encoding="utf-8")
    return ("report", "--template", "表", "-o", "表.md")


def _a_form(chance: random.Random, root: Path) -> tuple[str, ...]:
    (root / "templates").mkdir(exist_ok=True)
    raw = bytearray(_form(chance))
    if chance.random() < 0.3:
        for _ in range(chance.randint(1, 20)):
            raw[chance.randrange(len(raw))] = chance.randrange(256)
    (root / "templates/表.docx").write_bytes(raw)
    return ("report", "--template", "表", "-o", "表.docx")


def _form(chance: random.Random) -> bytes:
    """Return a form in which one part is spoiled."""
    word = Document()
    word.add_paragraph("{{title}}")
    word.add_table(1, 2).cell(0, 0).text = "{{unit}}{{opinion}}"
    plain, out = io.BytesIO(), io.BytesIO()
    word.save(plain)
    with zipfile.ZipFile(plain) as old, zipfile.ZipFile(out, "w", 8) as new:
        spoiled = chance.choice([*old.namelist(), *["word/document.xml"] * 9])
        for name in old.namelist():
            text = old.read(name)
            if name == spoiled:
                words = text.decode("utf-8", "surrogateescape")
                for _ in range(chance.randint(1, 3)):
                    words = _spoiled_xml(chance, words)
                text = words.encode("utf-8", "surrogateescape")
            new.writestr(name, text)
    return out.getvalue()


def _spoiled_xml(chance: random.Random, text: str) -> str:
    """Take an element's sign away, double a stretch between signs, or change any character."""
    if chance.random() < 0.3:
        return _spoiled(chance, text)
    pieces = text.split("<")
    at = chance.randrange(len(pieces))
    if chance.random() < 0.5:
        return "<".join(pieces[:at] + pieces[at + 1 :])
    return "<".join([*pieces[:at], pieces[at], *pieces[at:]])


KINDS: tuple[Callable[[random.Random, Path], tuple[str, ...]], ...] = (
    _a_file, _a_file, _a_file, _some_bytes, _a_name, _a_value, _a_value, _a_form, _a_form,
)  # fmt: skip
"""How a plan is spoiled; each answers with the command that is to be run on it."""
BOUNDED = (_a_template,)
"""Kinds that may take seconds by design: the bounds of templates are of time."""


class Ended(NamedTuple):
    """How a command ended: its code, what it said, and the traceback if there was one."""

    code: int
    said: str
    trace: str = ""


def run(root: Path, words: tuple[str, ...]) -> Ended:
    """Run a command line in this process."""
    out, before = io.StringIO(), Path.cwd()
    os.chdir(root)
    try:
        with redirect_stdout(out), redirect_stderr(out):
            code = main(list(words))
    except SystemExit as stop:
        code = stop.code if isinstance(stop.code, int) else 1
    except BaseException:
        return Ended(70, out.getvalue(), traceback.format_exc())
    finally:
        os.chdir(before)
    return Ended(code, out.getvalue())


def spoiled(
    seed: int,
    kinds: tuple[Callable[[random.Random, Path], tuple[str, ...]], ...],
    plain: Path,
    box: Path,
) -> Fault | None:
    """Spoil a copy of a plan as one seed says, run a command on it, and say what is wrong with its end."""
    chance = random.Random(seed)
    root = box / "plan"
    shutil.copytree(plain, root)
    try:
        kind = chance.choice(kinds)
        words = kind(chance, root)
        ended = run(root, words)
    finally:
        shutil.rmtree(root)
    about = f"seed {seed}, {kind.__name__.strip('_')}, {' '.join(words)}"
    if ended.trace:
        return f"{about}: {ended.trace}"
    if ended.code not in (0, 1, 2) or "Traceback" in ended.said:
        return f"{about}: ended with {ended.code}: {ended.said[-300:]}"
    if ended.code == 2 and not ended.said.strip():
        return f"{about}: ended with 2 and said nothing"
    if any(line.lstrip().startswith("::warning::.") for line in ended.said.splitlines()):
        return f"{about}: a name began a line: {ended.said[-300:]}"
    return None


def cases(seed: int) -> Iterator[int]:
    """Yield the seeds of single cases, without end."""
    chance = random.Random(seed)
    while True:
        yield chance.randrange(1 << 40)


def plain_plan(box: Path) -> Path:
    """Return a folder with the example plan."""
    ended = run(box, ("init", "example"))
    assert ended.code == 0, ended
    return box / "example"


def attempt(seed: int, seconds: float) -> int:
    """Try as much as fits into some seconds; half of them the scanner, half whole commands."""
    sys.stdout.write(f"seed {seed}\n")
    with tempfile.TemporaryDirectory() as folder:
        box = Path(folder)
        for name in ("STATE", "CACHE", "CONFIG"):
            os.environ[f"XDG_{name}_HOME"] = str(box / name)
        plain = plain_plan(box)
        faults: list[Fault] = []
        compared = _until(seconds / 4, seed, lambda one: differential(random.Random(one)), faults)
        ran = _until(seconds / 2, seed, lambda one: spoiled(one, KINDS, plain, box), faults)
        ran += _until(seconds / 4, seed, lambda one: spoiled(one, BOUNDED, plain, box), faults)
    for fault in faults[:20]:
        sys.stdout.write(f"{fault}\n")
    sys.stdout.write(f"{compared} files compared, {ran} commands run, faults: {len(faults)}\n")
    return 1 if faults else 0


def _until(
    seconds: float, seed: int, case: Callable[[int], Fault | None], faults: list[Fault]
) -> int:
    end, done = time.monotonic() + seconds, 0
    for one in cases(seed):
        if time.monotonic() > end:
            break
        done += 1
        if fault := case(one):
            faults.append(fault)
    return done


if __name__ == "__main__":
    sys.exit(attempt(int(sys.argv[1]), float(sys.argv[2])))
