"""What check sees of numbers, references and titles: corruptions and harmless edits.

Each is made in two plans (the real one, and examples/water) of which each is taken as it stands, and once
more after a comment that adds references, moves a part, changes titles and has the numbers follow it.
docs/mutations.md has the kinds, also those that cannot be proved, and why.
"""

import json
import re
from collections import Counter
from collections.abc import Callable, Mapping
from pathlib import Path
from random import Random
from typing import NamedTuple

from bench.published import Book, Changes, Judged
from plancli.core.plan.mention import Kind as Counted
from plancli.core.plan.mention import MentionStep
from plancli.core.plan.outline import Outline
from plancli.core.plan.references import references
from plancli.core.plan.series import Numbered, numbered_part
from plancli.core.revision.renumber import following
from plancli.core.text.numerals import chinese
from plancli.core.text.numerals import number as value_of
from plancli.library.revising import apply
from plancli.store.files import MANIFEST, RECORD, read_files
from plancli.store.repository import Repository
from plancli.store.save import Written, revised_files, written_files

ROOT = Path(__file__).parent.parent
_HAN = re.compile(r"[\u4e00-\u9fff]")
_NUMERAL = re.compile(r"[0-9]+|[一二三四五六七八九十]+")


class Wish(NamedTuple):
    """A comment that is to be adopted in a plan: its file, and what stands in it."""

    file: str
    text: str


REAL = Wish(
    "comments/市应急局/02.yaml",
    """unit: 市应急局
opinion: |-
  建议将第23项工程移到第24项工程之后,规划名称和两处标题相应修改,并在两处写明见哪里。
edits:
  - {move: 第四章/23, after: 第四章/24}
  - {title: 规划, with: 六安市“十四五”新型智慧城市建设总体规划}
  - {title: 第四章/19, with: 智慧医疗健康工程}
  - {title: 第四章/14/专栏12, with: 应急管理重点任务}
  - {insert: （见专栏3）, after: 加强新型智慧城市知识传播和建设成果宣传}
  - {insert: ，具体任务见第四章和第23项工程, after: 发挥政府投资的撬动作用}
decision: {status: 采纳, reply: 已按意见修改。}
""",
)
WATER = Wish(
    "comments/区财政局/09.yaml",
    """unit: 区财政局
opinion: |-
  建议删去专栏6,第13项工程移到第12项工程之前,规划名称和两处标题相应修改。
edits:
  - {remove: 第四章/8/专栏6}
  - {delete: 优先在专栏6所列灌区实施。}
  - {move: 第四章/13, before: 第四章/12}
  - {title: 规划, with: 澄澜区水利发展专项规划}
  - {title: 第四章/17/专栏8, with: 数字孪生流域主要功能}
  - {title: "12.1", with: 分段建设幸福河湖}
decision: {status: 采纳, reply: 已按意见修改。}
""",
)


class Edition(NamedTuple):
    """A plan from which mutations start, and whether its numbers followed its parts."""

    book: Book
    wish: Wish | None = None
    """The comment that was taken in."""


def editions() -> list[Edition]:
    """Return both plans, each as it stands, and with a comment taken in and renumbered."""
    found: list[Edition] = []
    for root, wish in ((ROOT, REAL), (ROOT / "examples/water", WATER)):
        files = dict(read_files(root))
        found.append(Edition(Book(files)))
        found.append(Edition(Book(renumbered(adopted(files, wish))), wish))
    return found


def adopted(files: Mapping[str, bytes], wish: Wish) -> dict[str, bytes]:
    """Return the files of a plan with a comment taken in."""
    repository = Repository({**files, wish.file: wish.text.encode()})
    name = wish.file.removeprefix("comments/").removesuffix(".yaml").replace("/", "-")
    return _written(repository, revised_files(repository, apply(repository, [name])))


def renumbered(files: Mapping[str, bytes]) -> dict[str, bytes]:
    """Return the files of a plan with the numbers that follow, as `plancli renumber` writes them."""
    repository = Repository(dict(files))
    work = repository.workspace
    numbers = following(work.draft, Outline(work.plan), repository.manifest.numbering)
    done = work.renumbered(numbers)
    written = Written(done.sections, work.recorded, numbers, done.kept)
    return _written(repository, written_files(repository, written))


def _written(repository: Repository, files: Mapping[str, bytes | None]) -> dict[str, bytes]:
    whole = {**repository.files, **files}
    return {path: raw for path, raw in whole.items() if raw is not None}


# --- files --------------------------------------------------------------------------------------------------


class Hand:
    """A copy of the files of a plan that somebody changes by hand."""

    def __init__(self, edition: Edition) -> None:
        self.edition = edition
        self.book = edition.book
        self.plan = edition.book.round.paper
        self.texts = dict(edition.book.texts)

    @property
    def changes(self) -> Changes | None:
        """The files that differ now; None where none does."""
        before = self.book.texts
        found = {path: text for path, text in self.texts.items() if text != before.get(path)}
        return found or None

    def file(self, key: str) -> str:
        """Return the file in which a part of the plan stands."""
        if key in self.plan.sections:
            return self.book.repository.file(key)
        spot = self.plan.spots.get(key)
        return self.book.repository.file(spot.section.key if spot else self.plan.container(key))

    def write(self, key: str, name: str, value: str | None) -> None:
        """Give a part of the plan another value of a key; None takes the key out."""
        path = self.file(key)
        text = self.texts[path]
        head = self._head(key, text)
        start = head.end() if head else 0
        blank = " " * len(head["lead"]) if head else ""
        new = "" if value is None else f"{blank}{name}: {value}\n"
        field = re.compile(rf"(?:{blank}(?! *- ).*\n)*?({blank}{name}: .*\n)").match(text, start)
        if field:
            low, high = field.span(1)
        else:
            low = high = start or text.index("\n") + 1
        self.texts[path] = text[:low] + new + text[high:]

    def _head(self, key: str, text: str) -> re.Match[str] | None:
        """Return the line of a file with which a paragraph or column begins; None for a section."""
        if key in self.plan.sections:
            return None
        own = f'id: "?{re.escape(key)}"?'
        if key in self.plan.columns:
            own = f"column: {key.rpartition('/')[2]}"
        head = re.search(rf"^(?P<lead> *- ){own}\n", text, re.MULTILINE)
        assert head, key
        return head

    def put(self, path: str, old: str, new: str) -> bool:
        """Write other words in a file where they stand once; return whether they do."""
        if self.texts[path].count(old) != 1:
            return False
        self.texts[path] = self.texts[path].replace(old, new)
        return True

    def cut(self, path: str, span: tuple[int, int], new: str) -> None:
        """Write other words in place of those at `span` of a file."""
        start, end = span
        self.texts[path] = self.texts[path][:start] + new + self.texts[path][end:]

    def note(self, *keys: str) -> None:
        """Add the drafting notes that say why parts were changed, as `plancli note` writes them."""
        raw = {path: text.encode() for path, text in (self.changes or {}).items()}
        notes = ""
        for change in self.book.repository.changed(raw).open_round.office_changes:
            if change.key in keys:
                notes += f"  - paragraph: {_quoted(change.key)}\n    reason: 与上级文件一致。\n"
                notes += f"    change: {_quoted(change.change)}\n"
        text = self.texts[MANIFEST]
        if "\nnotes:\n" in text:
            self.texts[MANIFEST] = text.replace("\nnotes:\n", f"\nnotes:\n{notes}")
        else:
            self.texts[MANIFEST] = f"{text}notes:\n{notes}"


def _quoted(words: str) -> str:
    return json.dumps(words, ensure_ascii=False)


Kind = Callable[[Random, Hand], bool]
"""Changes the files; False where it found nothing to change, and the next draw tries again."""


def _numbered(plan: Outline) -> dict[str, Numbered]:
    """Return the parts of a plan that have a number with one slot."""
    found: dict[str, Numbered] = {}
    for key, number in plan.numbers.items():
        part = numbered_part(key, number)
        if part and isinstance(part.value, int):
            found[key] = part
    return found


def _run(rng: Random, hand: Hand) -> list[Numbered]:
    """Return parts that are numbered one behind the other: those of a drawn one's series, in order."""
    parts = _numbered(hand.plan)
    drawn = parts[rng.choice(list(parts))]
    siblings = tuple(hand.plan.siblings(drawn.key))
    if drawn.key in hand.plan.columns:
        siblings = tuple(hand.plan.columns)
    run = [parts[key] for key in siblings if key in parts]
    return [part for part in run if part.series.alike == drawn.series.alike]


def _two(rng: Random, hand: Hand) -> tuple[Numbered, Numbered] | None:
    """Return two neighbours of a series."""
    run = _run(rng, hand)
    if len(run) < 2:
        return None
    at = rng.randrange(len(run) - 1)
    return run[at], run[at + 1]


# --- numbers ------------------------------------------------------------------------------------------------


def number_by_hand(rng: Random, hand: Hand) -> bool:
    """Another number."""
    run = _run(rng, hand)
    part = rng.choice(run)
    taken = {one.counted for one in run}
    free = [count for count in range(1, max(taken) + 9) if count not in taken]
    hand.write(part.key, "number", f'"{part.like(rng.choice(free))}"')
    return True


def number_doubled(rng: Random, hand: Hand) -> bool:
    """The number of a neighbour, with a note that says why."""
    two = _two(rng, hand)
    if two is None:
        return False
    one, other = rng.sample(two, 2)
    hand.write(one.key, "number", f'"{one.like(other.counted)}"')
    hand.note(one.key)
    return True


def numbers_swapped(rng: Random, hand: Hand) -> bool:
    """Two neighbours with each other's number, with notes that say why."""
    two = _two(rng, hand)
    if two is None:
        return False
    one, other = two
    hand.write(one.key, "number", f'"{one.like(other.counted)}"')
    hand.write(other.key, "number", f'"{other.like(one.counted)}"')
    hand.note(one.key, other.key)
    return True


def number_gap(rng: Random, hand: Hand) -> bool:
    """A number further on than in order, for the last of a series that has no gap, with a note."""
    run = _run(rng, hand)
    counts = [part.counted for part in run]
    if len(run) < 2 or counts[-1] != counts[-2] + 1:
        return False
    last = run[-1]
    hand.write(last.key, "number", f'"{last.like(last.counted + rng.randint(1, 4))}"')
    hand.note(last.key)
    return True


def name_of_column(rng: Random, hand: Hand) -> bool:
    """The name of a column, by which comments cite it."""
    key = rng.choice(list(hand.plan.columns))
    name = key.rpartition("/")[2]
    return hand.put(hand.file(key), f"column: {name}\n", f"column: 专栏{rng.randint(30, 60)}\n")


# --- references ---------------------------------------------------------------------------------------------


class Reference(NamedTuple):
    """A number in a text of the plan that means a part: where it stands in the file, and what kind it is."""

    key: str
    path: str
    span: tuple[int, int]
    numeral: str
    kind: str


def _reference(rng: Random, hand: Hand) -> Reference | None:
    """Draw a reference of a text of the plan."""
    spots = [spot for name, spot in hand.plan.spots.items() if _numbers_in(spot.paragraph.text)]
    if not spots:
        return None
    paragraph = rng.choice(spots).paragraph
    mention = rng.choice(_numbers_in(paragraph.text))
    path = hand.file(paragraph.id)
    around = paragraph.text[max(mention.start - 5, 0) : mention.end + 3]
    at = hand.texts[path].find(around)
    if at < 0 or hand.texts[path].count(around) != 1:
        return None
    low = at + min(mention.start, 5)
    numeral = paragraph.text[mention.start : mention.end]
    return Reference(paragraph.id, path, (low, low + len(numeral)), numeral, _CALLED[mention.kind])


_CALLED = {Counted.COLUMN: "column", Counted.CHAPTER: "chapter", Counted.ENTRY: "project"}


def _numbers_in(text: str) -> list[MentionStep]:
    """Return the numbers by which a text refers to columns, chapters and projects of its own plan."""
    found: list[MentionStep] = []
    for mention in references(text):
        step = mention.rungs[-1]
        if not mention.foreign and step.value is not None and step.kind in _CALLED:
            found.append(step)
    return found


def _like(numeral: str, value: int) -> str:
    return str(value) if numeral.isdecimal() else chinese(value)


def reference_to_nothing(rng: Random, hand: Hand) -> bool:
    """A reference to a number that no part has, with a note that says why."""
    found = _reference(rng, hand)
    if found is None:
        return False
    hand.cut(found.path, found.span, _like(found.numeral, rng.randint(40, 60)))
    hand.note(found.key)
    return True


def reference_to_another(rng: Random, hand: Hand) -> bool:
    """A reference to another part."""
    found = _reference(rng, hand)
    if found is None:
        return False
    value = value_of(found.numeral)
    others = [one for one in range(1, 10 if found.kind != "chapter" else 6) if one != value]
    hand.cut(found.path, found.span, _like(found.numeral, rng.choice(others)))
    return True


def reference_left_behind(rng: Random, hand: Hand) -> bool:
    """A reference that did not follow: it has the number of the draft, which another part has now."""
    given = hand.book.repository.record.renumbered
    found = _reference(rng, hand)
    if found is None or not given:
        return False
    old = {
        hand.plan.numbers[key]: hand.book.round.plan.numbers[key]
        for key in given
        if hand.plan.knows(key)
    }
    for new, drafted in old.items():
        counted = [re.sub(r"\D", "", words) for words in (new, drafted)]
        kind = "column" if new.startswith("专栏") else "project"
        if (found.kind, found.numeral) == (kind, counted[0]):
            hand.cut(found.path, found.span, counted[1])
            return True
    return False


def reference_adopted(rng: Random, hand: Hand) -> bool:
    """A reference to nothing that an adopted comment brings, alike in comment, record and plan."""
    wish = hand.edition.wish
    if wish is None:
        return False
    words = list(re.finditer("见专栏([0-9]+)|第([0-9]+)项工程,|第([0-9]+)项工程", wish.text))
    edits = [one for one in words if one.start() > wish.text.index("edits:")]
    edits = [one for one in edits if hand.texts[RECORD].count(one[0]) == 1]
    if not edits:
        return False
    one = rng.choice(edits)
    new = re.sub("[0-9]+", str(rng.randint(40, 60)), one[0])
    places = [path for path, text in hand.texts.items() if one[0] in text]
    for path in places:
        hand.texts[path] = hand.texts[path].replace(one[0], new)
    return len(places) > 2


# --- titles -------------------------------------------------------------------------------------------------


def _misspelt(rng: Random, words: str) -> str:
    places = [at for at, character in enumerate(words) if _HAN.match(character)]
    at = rng.choice(places)
    return words[:at] + "龘" + words[at + 1 :]


def _titled(hand: Hand) -> list[str]:
    """Return the keys of the sections and columns."""
    return [*hand.plan.sections, *hand.plan.columns]


def title_by_hand(rng: Random, hand: Hand) -> bool:
    """Another title of a chapter, section or column, for which nobody asked."""
    key = rng.choice(_titled(hand))
    hand.write(key, "title", _misspelt(rng, hand.plan.titles[key]))
    return True


def heading_by_hand(rng: Random, hand: Hand) -> bool:
    """Another heading of a paragraph, for which nobody asked."""
    headed = [name for name, spot in hand.plan.spots.items() if spot.paragraph.heading]
    key = rng.choice(headed)
    hand.write(key, "heading", _misspelt(rng, hand.plan.spots[key].paragraph.heading))
    return True


def titles_swapped(rng: Random, hand: Hand) -> bool:
    """Two parts with each other's title."""
    one, other = rng.sample(_titled(hand), 2)
    titles = hand.plan.titles
    if titles[one] == titles[other]:
        return False
    hand.write(one, "title", titles[other])
    hand.write(other, "title", titles[one])
    return True


def title_of_plan(rng: Random, hand: Hand) -> bool:
    """Another title of the plan than its draft has, for which nobody asked."""
    draft = hand.book.round.draft
    title = hand.book.repository.manifest.title
    if draft.title is None:
        return False
    return hand.put(MANIFEST, f"title: {title}\n", f"title: {_misspelt(rng, title)}\n")


def title_of_draft(rng: Random, hand: Hand) -> bool:
    """Another title of a part, or of the plan, in a frozen draft."""
    path = rng.choice([path for path in hand.texts if path.startswith("plan/drafts/")])
    titles = list(re.finditer("^ *(?:title|heading): (.+)$", hand.texts[path], re.MULTILINE))
    one = rng.choice([title for title in titles if _HAN.search(title[1])])
    hand.cut(path, one.span(1), _misspelt(rng, one[1]))
    return True


_TITLE_EDIT = re.compile(r"\{?title: (?P<key>\S+?)(?:,|\n) *with: (?P<new>.+?)\}?\n")


def _title_edits(hand: Hand, path: str) -> list[re.Match[str]]:
    """Return the edits of a file that give a part another title and are in the text."""
    found = _TITLE_EDIT.finditer(hand.texts[path])
    # those of tables and figures, and heads, are kinds of bench.tabled
    now = {key: hand.plan.titles[key] for key in _titled(hand)}
    now |= {key: spot.paragraph.heading for key, spot in hand.plan.spots.items()}
    now["规划"] = hand.book.repository.manifest.title
    return [one for one in found if now.get(one["key"].strip('"')) == one["new"]]


def _retitled(rng: Random, hand: Hand) -> re.Match[str] | None:
    """Draw a title edit of the record."""
    edits = _title_edits(hand, RECORD)
    return rng.choice(edits) if edits else None


def title_not_in_text(rng: Random, hand: Hand) -> bool:
    """An adopted title that the plan does not have: there stands that of the draft again."""
    edit = _retitled(rng, hand)
    if edit is None:
        return False
    key = edit["key"].strip('"')
    draft = hand.book.round.workspace.draft
    if key == "规划":
        return hand.put(MANIFEST, f"title: {edit['new']}\n", f"title: {draft.title}\n")
    name = "heading" if key in hand.plan.spots else "title"
    hand.write(
        key, name, draft.spots[key].paragraph.heading if key in draft.spots else draft.titles[key]
    )
    return True


def title_otherwise_recorded(rng: Random, hand: Hand) -> bool:
    """Another title in the record than in comment and text."""
    edit = _retitled(rng, hand)
    if edit is None:
        return False
    hand.cut(RECORD, edit.span("new"), _misspelt(rng, edit["new"]))
    return True


def _commented(rng: Random, hand: Hand) -> tuple[str, re.Match[str]] | None:
    """Draw a title edit of a comment, which is in the text."""
    found: list[tuple[str, re.Match[str]]] = []
    for path in hand.texts:
        if path.startswith("comments/"):
            found += [(path, edit) for edit in _title_edits(hand, path)]
    return rng.choice(found) if found else None


def title_otherwise_asked(rng: Random, hand: Hand) -> bool:
    """Another title in a comment than in record and text."""
    found = _commented(rng, hand)
    if found is None:
        return False
    path, edit = found
    hand.cut(path, edit.span("new"), _misspelt(rng, edit["new"]))
    return True


def title_of_another(rng: Random, hand: Hand) -> bool:
    """A comment that gives its title to another part."""
    found = _commented(rng, hand)
    if found is None:
        return False
    path, edit = found
    hand.cut(path, edit.span("key"), rng.choice([*hand.plan.sections, *hand.plan.columns]))
    return True


# --- the record ---------------------------------------------------------------------------------------------


def _renumbered(hand: Hand) -> list[re.Match[str]]:
    """Return the entries of the record that say which number a part was given."""
    head, found, entries = hand.texts[RECORD].partition("\nrenumbered:\n")
    own = re.match(r"(?:  \S.*\n)*", entries)
    assert own
    start = len(head) + len(found)
    pattern = re.compile(r'^  (?P<key>\S+): "?(?P<number>[^"\n]+)"?\n', re.MULTILINE)
    return list(pattern.finditer(hand.texts[RECORD], start, start + own.end()))


def record_forged(rng: Random, hand: Hand) -> bool:
    """A number in the record that the part does not have."""
    entries = _renumbered(hand)
    if not entries:
        return False
    entry = rng.choice(entries)
    part = numbered_part(entry["key"], entry["number"])
    assert part
    count = part.counted + rng.choice([-3, -2, -1, 1, 2, 3])
    if count < 1:
        return False
    hand.cut(RECORD, entry.span("number"), part.like(count))
    return True


def record_invented(rng: Random, hand: Hand) -> bool:
    """A number in the record for a part that was not renumbered."""
    parts = _numbered(hand.plan)
    part = parts[
        rng.choice([key for key in parts if key not in hand.book.repository.record.renumbered])
    ]
    entry = f'  {part.key}: "{part.like(part.counted + rng.randint(1, 3))}"\n'
    text = hand.texts[RECORD]
    if "\nrenumbered:\n" in text:
        hand.texts[RECORD] = text.replace("\nrenumbered:\n", f"\nrenumbered:\n{entry}")
    else:
        hand.texts[RECORD] = text.replace("\ncomments:", f"\nrenumbered:\n{entry}comments:", 1)
    return True


def record_of_nothing(rng: Random, hand: Hand) -> bool:
    """A number in the record for a part that the plan does not have."""
    entry = f'  第四章/{rng.randint(40, 90)}: "{rng.randint(1, 9)}"\n'
    text = hand.texts[RECORD]
    if "\nrenumbered:\n" not in text:
        return False
    hand.texts[RECORD] = text.replace("\nrenumbered:\n", f"\nrenumbered:\n{entry}")
    return True


def record_removed(_rng: Random, hand: Hand) -> bool:
    """Nothing recorded of a renumbering."""
    entries = _renumbered(hand)
    if not entries:
        return False
    start = hand.texts[RECORD].rindex("renumbered:\n", 0, entries[0].start())
    hand.cut(RECORD, (start, entries[-1].end()), "")
    return True


def record_partly(rng: Random, hand: Hand) -> bool:
    """One entry less of a renumbering."""
    entries = _renumbered(hand)
    if len(entries) < 2:
        return False
    hand.cut(RECORD, rng.choice(entries).span(), "")
    return True


def record_and_plan(rng: Random, hand: Hand) -> bool:
    """A number that nothing led to, alike in record and plan."""
    entries = _renumbered(hand)
    if not entries:
        return False
    entry = rng.choice(entries)
    part = numbered_part(entry["key"], entry["number"])
    assert part
    number_ = part.like(part.counted + rng.randint(2, 5))
    hand.cut(RECORD, entry.span("number"), number_)
    hand.write(part.key, "number", f'"{number_}"')
    return True


def number_taken_out(rng: Random, hand: Hand) -> bool:
    """A renumbered part without its number: it is printed with that of the draft again."""
    entries = _renumbered(hand)
    if not entries:
        return False
    hand.write(rng.choice(entries)["key"], "number", None)
    return True


# --- harmless -----------------------------------------------------------------------------------------------


def title_noted(rng: Random, hand: Hand) -> bool:
    """Another title or heading of the office, with a note that says why."""
    keys = [*_titled(hand), *(k for k, s in hand.plan.spots.items() if s.paragraph.heading)]
    key = rng.choice(keys)
    heading = key in hand.plan.spots
    title = hand.plan.spots[key].paragraph.heading if heading else hand.plan.titles[key]
    if any(key in str(told) for told in hand.book.known) or _cited(hand, title):
        return False
    hand.write(key, "heading" if heading else "title", f"{title}等")
    hand.note(key)
    return True


def _cited(hand: Hand, title: str) -> bool:
    """Whether some comment says a title."""
    return any(title in text for path, text in hand.texts.items() if path.startswith("comments/"))


def quoted_number(rng: Random, hand: Hand) -> bool:
    """A number or title in quotes, or with blanks before it."""
    key = rng.choice(_titled(hand))
    path = hand.file(key)
    fields = list(
        re.finditer(r'^ *(?:- )?(?:title|number|column): (?!["“])(.+)$', hand.texts[path], re.M)
    )
    if not fields:
        return False
    one = rng.choice(fields)
    words = rng.choice(['"{}"', "'{}'", "  {}", "{}  "]).format(one[1])
    hand.cut(path, one.span(1), words)
    return True


def record_reordered(rng: Random, hand: Hand) -> bool:
    """The entries of a renumbering in another order, or in other quotes."""
    entries = _renumbered(hand)
    if len(entries) < 2:
        return False
    words = [entry[0] for entry in reversed(entries)]
    words = [line.replace('"', "'") if rng.random() < 0.5 else line for line in words]
    hand.cut(RECORD, (entries[0].start(), entries[-1].end()), "".join(words))
    return True


def title_passage(rng: Random, hand: Hand) -> bool:
    """A comment that quotes a title as the passage that it is about."""
    draft = hand.book.round.workspace.draft
    titles, often = draft.titles, Counter(draft.titles.values())
    # words such as 分区 head a column of a table, and stand in its cells as well
    key = rng.choice([key for key in (*draft.sections, *draft.columns) if often[titles[key]] == 1])
    unit = "市应急局" if hand.book.repository.manifest.title.startswith("六安") else "区财政局"
    hand.texts[f"comments/{unit}/19.yaml"] = (
        f"unit: {unit}\nat: {{section: {key}, original: {titles[key]}}}\nopinion: 建议再作研究。\n"
        "decision: {status: 解释说明, reply: 已作研究。, reason: 维持原文。}\n"
    )
    return True


def reply_with_number(rng: Random, hand: Hand) -> bool:
    """A reply that names the part of its change by the number that is printed."""
    wish = hand.edition.wish
    if wish is None:
        return False
    for key, new in hand.book.repository.record.renumbered.items():
        if f"title: {key}," in wish.text and rng.random() < 0.5:
            return hand.put(wish.file, "已按意见修改。", f"{new}的标题已按意见修改。")
    numbers = ["第一章", "第二章"]
    return hand.put(
        wish.file, "已按意见修改。", f"已按意见修改。具体任务详见{rng.choice(numbers)}。"
    )


KINDS: tuple[Kind, ...] = (
    number_by_hand,
    number_doubled,
    numbers_swapped,
    number_gap,
    name_of_column,
    reference_to_nothing,
    reference_to_another,
    reference_left_behind,
    reference_adopted,
    title_by_hand,
    heading_by_hand,
    titles_swapped,
    title_of_plan,
    title_of_draft,
    title_not_in_text,
    title_otherwise_recorded,
    title_otherwise_asked,
    title_of_another,
    record_forged,
    record_invented,
    record_of_nothing,
    record_removed,
    record_partly,
    record_and_plan,
    number_taken_out,
)

HARMLESS: tuple[Kind, ...] = (
    title_noted,
    quoted_number,
    record_reordered,
    title_passage,
    reply_with_number,
)


def judged(
    editions_: list[Edition],
    each: int,
    seed: int,
    kinds: tuple[Kind, ...] = KINDS,
    harmless_kinds: tuple[Kind, ...] = HARMLESS,
) -> list[Judged]:
    """Return what check says of `each` corruptions of every kind; of harmless kinds that is an alarm."""
    rng = Random(seed)
    found: list[Judged] = []
    for kind in kinds:
        for _ in range(each):
            hand, changes = _changed(kind, rng, editions_)
            codes = sorted({told[0] for told in hand.book.told(changes) - hand.book.known})
            shown = _shown(hand.book.texts, changes)
            harmless = kind in harmless_kinds
            found.append(
                Judged(kind.__name__, shown, codes if harmless else [], [] if harmless else codes)
            )
    return found


def _changed(kind: Kind, rng: Random, editions_: list[Edition]) -> tuple[Hand, Changes]:
    """Return the files that a mutation of a kind changes in a drawn plan."""
    while True:
        hand = Hand(rng.choice(editions_))
        if kind(rng, hand) and (changes := hand.changes):
            return hand, changes


def _shown(before: Changes, changes: Changes) -> str:
    """Return the lines that are new in each file."""
    found: list[str] = []
    for path, text in changes.items():
        old = before.get(path, "").splitlines()
        come = [line.strip() for line in text.splitlines() if line not in old]
        gone = [line.strip() for line in old if line not in text.splitlines()]
        found.append(f"{path}: {' '.join(gone)[:80]} → {' '.join(come)[:80]}")
    return "; ".join(found)


def followed_by_the_tool() -> list[str]:
    """Return what check says of a plan once its numbers follow, and did not say of that part before."""
    found: list[str] = []
    for root, wish in ((ROOT, REAL), (ROOT / "examples/water", WATER)):
        before = adopted(read_files(root), wish)
        after = {path: raw.decode() for path, raw in renumbered(before).items()}
        book = Book(before)
        # a gap that is one number smaller is none that came
        known = {told[:2] for told in book.known}
        found += [str(told) for told in book.told(after) if told[:2] not in known]
    return found
