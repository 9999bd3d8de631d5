"""Strict reading: the same answers from the compiled and the pure parser."""

import pytest

from plancli.core.finding import Code, PlanError
from plancli.store.yaml import nodes, strict
from plancli.store.yaml.strict import parse

PARSERS = ["compiled", "pure"] if nodes.COMPILED else ["pure"]


@pytest.fixture(params=PARSERS)
def _parser(request: pytest.FixtureRequest, monkeypatch: pytest.MonkeyPatch) -> None:
    if request.param == "pure":
        monkeypatch.setattr(nodes, "COMPILED", False)


pytestmark = pytest.mark.usefixtures("_parser")


def test_every_scalar_stays_a_string() -> None:
    text = "a: no\nb: 010\nc: 2020-10-01\nd: ~\ne: 1.50\nf: 12:30:45\ng: [yes, null]\nh:\n"
    data = parse("f.yaml", text.encode()).data
    assert data == {
        "a": "no", "b": "010", "c": "2020-10-01", "d": "~", "e": "1.50", "f": "12:30:45",
        "g": ["yes", "null"], "h": "",
    }  # fmt: skip


def test_places_count_characters_from_one() -> None:
    document = parse("f.yaml", "标题: 😀\nbody:\n  - {id: x, text: 文}\n".encode())
    assert document.place(("body", 0, "text"))[1:] == (3, 19)
    assert document.key_place(("body", 0, "text"))[1:] == (3, 13)
    assert document.place(("body", 7))[1:] == (3, 3)


@pytest.mark.parametrize(
    ("written", "read"),
    [
        ("'it''s … “x”'", "it's … “x”"),
        (r'"a\n\nb 138"', "ab 138"),
        (r'" a\"\\\u4e00\x41 \n  \U0001f600\/é "', 'a"\\一A😀/é'),
        ("'甲\u3000乙'", "甲\u3000乙"),
        ("甲 “乙", "甲 “乙"),
        ("|-\n  甲。\n    “乙\n  丙", "甲。“乙丙"),
    ],
)
@pytest.mark.parametrize("newline", ["\n", "\r\n"])
def test_the_place_of_every_character_in_every_style(written: str, read: str, newline: str) -> None:
    text = f"a: 1\nb: {written}\nc: 2\n".replace("\n", newline)
    document = parse("f.yaml", text.encode())
    assert "".join(line.strip() for line in document.data["b"].splitlines()) == read
    escaped = {
        '"': '\\"',
        "\\": "\\\\",
        "一": "\\u4e00",
        "A": "\\x41",
        "😀": "\\U0001f600",
        "/": "\\/",
    }
    for offset, sign in enumerate(read):
        place = document.place(("b",), offset)
        shown = text.splitlines()[place.line - 1][place.column - 1 :]
        assert shown.startswith(escaped[sign] if written[0] == '"' and sign in escaped else sign)


def test_a_bom_and_windows_line_ends_do_not_shift_places() -> None:
    document = parse("f.yaml", "\ufeffa: 1\r\nb: 文\r\n".encode())
    assert document.data == {"a": "1", "b": "文"}
    assert document.place(("b",))[1:] == (2, 4)


@pytest.mark.parametrize(
    ("text", "code", "line"),
    [
        ("a: 1\nb: 2\na: 3\n", Code.DUPLICATE_KEY, 3),
        ("a:\n\tb: 1\n", Code.TAB, 2),
        ("a: 1\nunit：市医保局\nb: 2\n", Code.WIDE_COLON, 2),
        ("at:\n  section：x\n  page: 3\n", Code.WIDE_COLON, 2),
        ("unit：市医保局\n", Code.WIDE_COLON, 1),
        ("a: &x [1]\nb: *x\n", Code.YAML_FEATURE, 1),
        ("a: 1\nb: !!int 3\n", Code.YAML_FEATURE, 2),
        ("a: 1\nb: [1, 2\nc: 文\n", Code.SYNTAX, 3),
        ("a: 1\nb: 甲\u2028乙\n", Code.ODD_CHARACTER, 2),
        ("a: \x1b[31m\n", Code.ODD_CHARACTER, 1),
        ('a: 1\nb: "\\e[2K\\rall is well"\n', Code.ODD_CHARACTER, 2),
        ('a: 1\nb: ["甲", "\\x9b31m乙"]\n', Code.ODD_CHARACTER, 2),
        ('"\\u0007": 1\n', Code.ODD_CHARACTER, 1),
        ('a: "甲\\r::error::乙"\n', Code.ODD_CHARACTER, 1),
        ("- a\n- b\n", Code.WRONG_KIND, 1),
        ("", Code.WRONG_KIND, 1),
        ("a: 1\n---\nb: 2\n", Code.SYNTAX, 2),
        ("a: 1\nb: >-\n  甲\n  乙\n", Code.FOLDED, 2),
        ("a: 1\nb: 甲\n  乙\n", Code.FOLDED, 2),
        ('a: 1\nb: "甲\n  乙"\n', Code.FOLDED, 2),
        ("a: 1\rb: 2\n", Code.ODD_CHARACTER, 1),
        ("a: " + "[" * 100000 + "\n", Code.TOO_MUCH, 1),
    ],
)
def test_what_is_refused_says_where(text: str, code: Code, line: int) -> None:
    with pytest.raises(PlanError) as caught:
        parse("f.yaml", text.encode())
    (finding,) = caught.value.findings
    assert (finding.code, finding.place and finding.place.line) == (code, line)


def test_other_encodings_are_refused_with_line_and_column() -> None:
    with pytest.raises(PlanError) as caught:
        parse("f.yaml", b"a: 1\nb: " + "意见".encode("gb18030"))
    assert caught.value.findings[0].code is Code.NOT_UTF8
    assert caught.value.findings[0].place == ("f.yaml", 2, 4)


def stairs(deep: int) -> str:
    """Return keys, each one blank further in than the one above it."""
    return "".join(f"{' ' * at}a:\n" for at in range(deep)) + " " * deep + "b: c\n"


@pytest.mark.parametrize(
    "text",
    [
        "a: " + "[x, " * 300 + "]" * 300 + "\n",
        "a: " + "{b: " * 300 + "}" * 300 + "\n",
        'a: {"b": [' * 60 + "]}" * 60 + "\n",
        "a:\n  " + "- " * 300 + "x\n",
        "a:\n  " + "-   " * 300 + "x\n",
        "a:\n  " + "? " * 300 + "x\n",
        "a:\n" + "".join("  " * at + "-\n" for at in range(300)),
        stairs(60),
        stairs(3000),
        "a: " + "[" * 60,
    ],
    ids=["lists", "keys", "both", "dashes", "far dashes", "asked keys", "steps of a list",
         "stairs", "many stairs", "left open"],
)  # fmt: skip
def test_what_is_nested_deeper_than_any_plan_is_refused(text: str) -> None:
    with pytest.raises(PlanError) as caught:
        parse("f.yaml", text.encode())
    (finding,) = caught.value.findings
    assert finding.code == Code.TOO_MUCH
    assert finding.place


@pytest.mark.parametrize(
    "text",
    [
        "a: " + "[" * 39 + "x" + "]" * 39 + "\n",
        "a: [" + ", ".join(["[x]"] * 500) + "]\n",
        stairs(30),
        f"a: |-\n  {'[' * 500}\n{' ' * 300}deep: in a text\nb: 1\n",
        f"a:\n{' ' * 200}b: 1\n",
    ],
    ids=["deep", "wide", "stairs", "in a text", "far in"],
)
def test_what_only_looks_deep_is_read(text: str) -> None:
    assert parse("f.yaml", text.encode()).data


def test_a_file_larger_than_any_plan_is_refused(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(strict, "LARGEST", 10)
    assert parse("f.yaml", b"a: 3456789").data == {"a": "3456789"}
    with pytest.raises(PlanError) as caught:
        parse("f.yaml", b"a: 34567890")
    assert caught.value.findings[0].code == Code.TOO_MUCH


@pytest.mark.parametrize("key", ["k" * 1030, '"' + "k" * 1030 + '"'])
def test_a_key_longer_than_parsers_look_is_a_mistake_of_its_file(key: str) -> None:
    for text in (f"a: 1\n{key}: 2\n", f"a:\n  - {{{key}: 2}}\n"):
        with pytest.raises(PlanError) as caught:
            parse("f.yaml", text.encode())
        assert caught.value.findings[0].code == Code.SYNTAX


@pytest.mark.parametrize("text", ["a: {}\n", "a: |-\n  {}\n", 'a: "{}"\n', "a:\n  - b: {}\n"])
def test_a_text_longer_than_any_book_is_refused(text: str) -> None:
    assert parse("f.yaml", text.format("字" * 100_000).encode()).data
    with pytest.raises(PlanError) as caught:
        parse("f.yaml", text.format("字" * 100_001).encode())
    assert caught.value.findings[0].code == Code.TOO_MUCH
