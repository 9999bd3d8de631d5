"""What check sees of published words that are no edits: replies, reasons, decisions, opinions, pages.

Each kind first writes something true into the real plan, then something untrue in its place. The true words
are a harmless edit: check must say nothing new. The untrue ones must be named by a finding that the true ones
do not have. docs/mutations.md has the kinds, also those that cannot be proved, and why.
"""

import json
import re
from collections import Counter
from collections.abc import Callable, Mapping
from datetime import date
from functools import cached_property
from random import Random
from typing import NamedTuple

from plancli.core.check.check import audit
from plancli.core.comments.comment import Comment
from plancli.core.evidence.ground import Ground
from plancli.core.finding import Finding, PlanError
from plancli.core.instructions.amounts import amounts_of, stands_among
from plancli.core.plan.outline import Outline
from plancli.core.plan.printed import printed
from plancli.core.rounds.round import Consultation, Round
from plancli.core.text.matchkey import fold
from plancli.store.repository import Repository

SHARE_OF_ALL = 0.95
SHARE_OF_A_KIND = 0.8

_TOTALS = ("P222", "P227")
"""The record says how many comments there are: one more contradicts it, whatever it says."""
_TODAY = date(2021, 1, 1)
_REPLY = re.compile(r"^  reply: \|-\n((?:    .*\n)+)", re.MULTILINE)
_CLAUSE = re.compile(r"[\u4e00-\u9fff]{6,16}(?=[,，、。;；])")
_HAN = re.compile(r"[\u4e00-\u9fff]")

Changes = Mapping[str, str]
"""Files that are written anew, by path."""


class Pair(NamedTuple):
    """Something true, and something untrue in its place."""

    true: Changes
    untrue: Changes


class Judged(NamedTuple):
    """One pair: what check says of the true words, and what it says of the untrue ones besides."""

    kind: str
    shown: str
    alarms: list[str]
    codes: list[str]


class Book:
    """The real plan, read once, from which every pair starts."""

    def __init__(self, files: Mapping[str, bytes]) -> None:
        self.repository = Repository(dict(files))
        self.texts = {path: raw.decode() for path, raw in files.items()}
        self.round: Round = self.repository.rounds[-1]
        self.known = self.told({})

    @cached_property
    def merged(self) -> list[Comment]:
        """The comments that changed the text."""
        recorded = self.round.workspace.recorded
        return [one for name, one in self.round.current.items() if name in recorded]

    @cached_property
    def quiet(self) -> list[str]:
        """The paragraphs with some words that no comment changes."""
        found: list[str] = []
        draft, plan = self.round.workspace.draft, self.round.plan
        touched: set[str] = set()
        for one in self.merged:
            touched.update(Ground(self.round, one).parts)
        for name in draft.spots:
            if name in touched or name not in plan.spots:
                continue
            if len(self.clauses(name)) > 2:
                found.append(name)
        return found

    def clauses(self, paragraph: str) -> list[str]:
        """Return clauses of a paragraph of the plan that stand in it once, and in no other."""
        spot = self.round.plan.spots.get(paragraph)
        if spot is None:
            return []
        found = _CLAUSE.findall(spot.paragraph.text)
        return [one for one in found if self.round.corpus.key.count(fold(one)) == 1]

    def told(self, changes: Changes) -> Counter[tuple[str, ...]]:
        """Return what check says once some files are changed."""
        found = self._found(changes)
        return Counter(_told(finding) for finding in found if finding.code not in _TOTALS)

    def _found(self, changes: Changes) -> list[Finding]:
        try:
            raw = {path: text.encode() for path, text in changes.items()}
            repository = self.repository.changed(raw) if raw else self.repository
            return repository.findings or audit(Consultation(repository.rounds, _TODAY))
        except PlanError as error:
            return list(error.findings)

    def path(self, comment: Comment) -> str:
        return self.repository.home(comment.id)[0].file

    def replied(self, comment: Comment, reply: str) -> Changes:
        """Return the file of a comment with another reply."""
        path = self.path(comment)
        block = f"  reply: |-\n    {reply}\n"
        changed, count = _REPLY.subn(lambda _: block, self.texts[path])
        assert count == 1, path
        return {path: changed}

    def added(self, words: Mapping[str, object], number: int = 2) -> Changes:
        """Return the file of a new comment of a unit on the roster."""
        unit = "市应急局"
        lines = [f"unit: {unit}"]
        lines += [f"{key}: {json.dumps(value, ensure_ascii=False)}" for key, value in words.items()]
        return {f"comments/{unit}/{number:02}.yaml": "\n".join(lines) + "\n"}


Kind = Callable[[Random, Book], Pair | None]
"""Draws a pair, or says (None) that it finds nothing to write; the next draw tries again."""


def _told(finding: Finding) -> tuple[str, ...]:
    """Return what a finding says, wherever it stands."""
    params = sorted(finding.params.items())
    return (str(finding.code), str(finding.subject), *(f"{k}={v}" for k, v in params))


# --- replies ------------------------------------------------------------------------------------------------


def _reply(comment: Comment) -> str:
    return (comment.decision.reply or "").rstrip("。.") + "。"


def reply_page(rng: Random, book: Book) -> Pair | None:
    """Another page than that of the change."""
    comment = rng.choice(book.merged)
    pages = [one.page for one in Ground(book.round, comment).positions if one.page]
    if not pages:
        return None
    page = rng.choice(pages).first
    other = page + rng.choice([-5, -3, -2, -1, 1, 2, 3, 10])
    if other < 1 or any(one.first <= other <= one.last for one in pages):
        return None
    return Pair(
        book.replied(comment, f"P{page},相关内容已修改。"),
        book.replied(comment, f"P{other},相关内容已修改。"),
    )


def _around(outline: Outline, ground: Ground) -> set[str]:
    """Return the keys of all sections and columns in which something of a comment stands."""
    found: set[str] = set()
    for key in ground.parts:
        found.update(outline.ancestry(key))
    return found


def reply_section(rng: Random, book: Book) -> Pair | None:
    """Another chapter or column than that of the change, by its number."""
    comment = rng.choice(book.merged)
    around = _around(book.round.plan, Ground(book.round, comment))
    numbered = {
        key.rpartition("/")[2]: key for key in (*book.round.plan.sections, *book.round.plan.columns)
    }
    named = {name: key for name, key in numbered.items() if re.match("第.+章|专栏[0-9]+$", name)}
    true = [name for name, key in named.items() if key in around]
    others = [name for name, key in named.items() if key not in around]
    if not true:
        return None
    return Pair(
        book.replied(comment, f"{rng.choice(true)}中相关内容已修改。"),
        book.replied(comment, f"{rng.choice(others)}中相关内容已修改。"),
    )


def reply_title(rng: Random, book: Book) -> Pair | None:
    """The title of another section or paragraph than that of the change."""
    comment = rng.choice(book.merged)
    around = _around(book.round.plan, Ground(book.round, comment))
    titles: dict[str, list[str]] = {}
    for key, section in book.round.plan.sections.items():
        titles.setdefault(section.title, []).append(key)
    for name, spot in book.round.plan.spots.items():
        titles.setdefault(spot.paragraph.heading, []).append(name)
    clear = {title: keys for title, keys in titles.items() if len(title) > 3}
    true = [title for title, keys in clear.items() if around & set(keys)]
    others = [title for title, keys in clear.items() if not around & set(keys)]
    if not true:
        return None
    quoted = rng.random() < 0.5
    words = [f"“{title}”" if quoted else title for title in (rng.choice(true), rng.choice(others))]
    one, other = [book.replied(comment, f"{title}中相关内容已修改。") for title in words]
    return Pair(one, other)


_UNITS = ("个", "家", "公里", "万元", "%", "人", "亩")


def _strange_number(rng: Random, texts: list[str]) -> str | None:
    """Return a number that some texts do not have."""
    words = f"{rng.randint(2, 99)}{rng.choice(_UNITS)}"
    (amount,) = amounts_of([words])
    return None if stands_among(amount, amounts_of(texts)) else words


def _known_number(rng: Random, texts: list[str]) -> str | None:
    """Return a number that some texts have, if there is one that is no place and no day."""
    said = [one for one in amounts_of(texts) if one.value.isdigit() and one.unit in _UNITS]
    return rng.choice(said).words if said else None


def reply_number(rng: Random, book: Book) -> Pair | None:
    """A number that neither text nor opinion has."""
    comment = rng.choice(book.merged)
    texts = Ground(book.round, comment).texts
    strange, known = _strange_number(rng, texts), _known_number(rng, texts)
    if strange is None:
        return None
    form = rng.choice(["其中为{}。", "已将总数写明为{}。", "目标是{}。"])
    true = form.format(known) if known else "感谢支持。"
    return Pair(
        book.replied(comment, _reply(comment) + true),
        book.replied(comment, _reply(comment) + form.format(strange)),
    )


def reply_count(rng: Random, book: Book) -> Pair | None:
    """A count of changes that is none by edits, by changes or by paragraphs."""
    comment = rng.choice(book.merged)
    edits = len(comment.adopted_edits)
    ground = Ground(book.round, comment)
    most = max(edits, len(ground.placed.texts) + len(ground.parts), len(comment.edits))
    form = rng.choice(["共修改{}处。", "修改了{}处。", "共{}处。"])
    other = most + rng.randint(1, 5)
    return Pair(
        book.replied(comment, _reply(comment) + form.format(edits)),
        book.replied(comment, _reply(comment) + form.format(other)),
    )


def reply_stance(rng: Random, book: Book) -> Pair | None:
    """Words of a refusal behind an adopted comment."""
    comment = rng.choice(book.merged)
    refusal = rng.choice(
        [
            "未采纳",
            "不予采纳",
            "维持原文",
            "不作修改",
            "部分采纳",
            "暂不采纳",
            "未予采纳",
            "原文不变",
        ]
    )
    return Pair(
        book.replied(comment, f"{_reply(comment)}予以采纳。"),
        book.replied(comment, f"{_reply(comment)}{refusal}。"),
    )


def _own_words(comment: Comment) -> list[str]:
    """Return clauses that the adopted edits of a comment bring."""
    found: list[str] = []
    for edit in comment.adopted_edits:
        new = getattr(edit, "insert", "") or getattr(edit, "wording", "")
        new = new or getattr(getattr(edit, "add", None), "text", "")
        old = getattr(edit, "replace", "")
        found += [words for words in _CLAUSE.findall(new) if words not in old]
    return found


def reply_unearned(rng: Random, book: Book) -> Pair | None:
    """Words called new that stand in another part of the plan."""
    comment = rng.choice(book.merged)
    if any(hasattr(edit, "rewrite") for edit in comment.adopted_edits):
        return None  # most of a rewritten paragraph was there before
    own = _own_words(comment)
    if not own:
        return None
    other = rng.choice(book.clauses(rng.choice(book.quiet)))
    return Pair(
        book.replied(comment, f"相关内容改为“{rng.choice(own)}”。"),
        book.replied(comment, f"相关内容改为“{other}”。"),
    )


def _kept(rng: Random, book: Book, comment: Comment) -> str | None:
    """Return words of a paragraph that a comment changed and that it kept."""
    draft = book.round.workspace.corpus
    kept: list[str] = []
    for name in Ground(book.round, comment).paragraphs:
        if name in draft.outline.spots:
            before = draft.outline.spots[name].paragraph.text
            kept += [words for words in book.clauses(name) if words in before]
    return rng.choice(kept) if kept else None


def reply_deleted(rng: Random, book: Book) -> Pair | None:
    """Quoted words called deleted that are kept."""
    comment = rng.choice(book.merged)
    kept = _kept(rng, book, comment)
    if kept is None:
        return None
    form = rng.choice(["已删除“{}”。", "删去“{}”的表述。", "“{}”一句已删除。"])
    return Pair({}, book.replied(comment, _reply(comment) + form.format(kept)))


def reply_deleted_bare(rng: Random, book: Book) -> Pair | None:
    """Words called deleted without quotation marks that are kept."""
    comment = rng.choice(book.merged)
    kept = _kept(rng, book, comment)
    if kept is None:
        return None
    form = rng.choice(["已删除{}相关内容。", "删去了{}的表述。"])
    return Pair({}, book.replied(comment, _reply(comment) + form.format(kept)))


def reply_sharer(rng: Random, book: Book) -> Pair | None:
    """A unit said to share a change that did not ask for it."""
    comment = rng.choice(book.merged)
    parts = Ground(book.round, comment).parts
    sharing = {one.unit for one in book.merged if parts & Ground(book.round, one).parts}
    others = sorted({one.unit for one in book.merged} - sharing)
    form = rng.choice(["根据{}意见,相关内容已修改。", "与{}共同提出的意见已采纳。"])
    return Pair(
        book.replied(comment, form.format(comment.unit)),
        book.replied(comment, form.format(rng.choice(others))),
    )


def reply_swapped(rng: Random, book: Book) -> Pair | None:
    """The replies of two comments in each other's place, where they name a page or quote new words."""
    said = [one for one in book.merged if re.search("P[0-9]|改为“|增加“", one.decision.reply or "")]
    one, other = rng.sample(said, 2)
    mine, theirs = Ground(book.round, one), Ground(book.round, other)
    if mine.parts & theirs.parts:
        return None
    swapped = {**book.replied(one, _reply(other)), **book.replied(other, _reply(one))}
    return Pair({}, swapped)


def reply_emptied(rng: Random, book: Book) -> Pair | None:
    """A reply without a word."""
    comment = rng.choice(book.merged)
    return Pair(
        book.replied(comment, rng.choice(["已修改。", "予以采纳。", "感谢支持。"])),
        book.replied(comment, rng.choice(["。", "……", "——", "“”"])),
    )


# --- reasons, decisions and opinions of a new comment -------------------------------------------------------


class Asked(NamedTuple):
    """What a comment asks for in a paragraph that nobody else changes, and other words of it."""

    paragraph: str
    old: str
    new: str
    near: str


def _asked(rng: Random, book: Book) -> Asked:
    """Draw a wish, as a unit may have it."""
    name = rng.choice(book.quiet)
    old, near = rng.sample(book.clauses(name), 2)
    return Asked(name, old, f"更好地{old}", near)


def _declined(asked: Asked, reason: str, **more: object) -> dict[str, object]:
    """Return a comment that is not adopted."""
    return {
        "opinion": f"建议将“{asked.old}”改为“{asked.new}”。",
        "edits": [{"replace": asked.old, "with": asked.new}],
        "decision": {"status": "不采纳", "reason": reason},
        **more,
    }


def _misspelt(rng: Random, words: str) -> str:
    at = rng.choice([at for at, char in enumerate(words) if _HAN.match(char)])
    return words[:at] + "龘" + words[at + 1 :]


def _reasons(book: Book, asked: Asked, true: str, untrue: str) -> Pair:
    return Pair(book.added(_declined(asked, true)), book.added(_declined(asked, untrue)))


def reason_quote(rng: Random, book: Book) -> Pair | None:
    """A reason that misquotes the text."""
    asked = _asked(rng, book)
    reason = "原文“{}”已经明确,不作调整。"
    return _reasons(
        book, asked, reason.format(asked.near), reason.format(_misspelt(rng, asked.near))
    )


def reason_foreign(rng: Random, book: Book) -> Pair | None:
    """A reason that quotes another part of the text."""
    asked = _asked(rng, book)
    other = rng.choice([name for name in book.quiet if name != asked.paragraph])
    reason = "原文“{}”已经明确,不作调整。"
    quote = rng.choice(book.clauses(other))
    return _reasons(book, asked, reason.format(asked.near), reason.format(quote))


def reason_number(rng: Random, book: Book) -> Pair | None:
    """A reason with a number that neither text nor opinion has."""
    asked = _asked(rng, book)
    texts = [printed(book.round.plan.spots[asked.paragraph]).text]
    strange, known = _strange_number(rng, texts), _known_number(rng, texts)
    if strange is None:
        return None
    true = f"已明确{known}。" if known else "已有明确要求。"
    return _reasons(book, asked, true, f"已明确{strange}。")


def reason_dropped(rng: Random, book: Book) -> Pair | None:
    """No reason, or none with words."""
    asked = _asked(rng, book)
    return _reasons(book, asked, "按既定要求执行。", rng.choice(["", "。", "……"]))


def reason_stance(rng: Random, book: Book) -> Pair | None:
    """Words of an adoption behind a refusal."""
    asked = _asked(rng, book)
    said = rng.choice(["已采纳", "予以采纳", "已按意见修改", "全部采纳", "部分采纳", "已修改完善"])
    return _reasons(book, asked, "不予采纳,维持原文。", f"{said}。")


def reason_swapped(rng: Random, book: Book) -> Pair | None:
    """The reasons of two refusals in each other's place, where they quote the text."""
    one, other = _asked(rng, book), _asked(rng, book)
    if one.paragraph == other.paragraph:
        return None
    first, second = (f"原文“{asked.near}”已经明确。" for asked in (one, other))
    return Pair(
        {
            **book.added(_declined(one, first)),
            **book.added(_declined(other, second), 3),
        },
        {
            **book.added(_declined(one, second)),
            **book.added(_declined(other, first), 3),
        },
    )


def decision_vain(rng: Random, book: Book) -> Pair | None:
    """Adopted, and what is adopted is what was there."""
    asked = _asked(rng, book)
    same = [{"replace": asked.old, "with": asked.old}]
    vain = {"status": rng.choice(["采纳", "修改后采纳"]), "edits": same}
    return Pair(
        book.added(_declined(asked, "按既定要求执行。")),
        book.added(_declined(asked, "", decision=vain)),
    )


def decision_turned(rng: Random, book: Book) -> Pair | None:
    """Another status, with the words of the old one."""
    comment = rng.choice(book.merged)
    path = book.path(comment)
    new = rng.choice(["不采纳", "解释说明", "留作参考", "转办", "撤回"])
    untrue = re.sub("^  status: .*$", f"  status: {new}", book.texts[path], flags=re.MULTILINE)
    return Pair({}, {path: untrue})


def decision_already(rng: Random, book: Book) -> Pair | None:
    """已体现, with a passage that nobody wrote."""
    asked = _asked(rng, book)
    quotes = (asked.near, _misspelt(rng, asked.near))
    opinion = {"opinion": "建议进一步明确。"}
    one, other = (
        book.added({**opinion, "decision": {"status": "已体现", "already": [{"quote": quote}]}})
        for quote in quotes
    )
    return Pair(one, other)


def decision_into(rng: Random, book: Book) -> Pair | None:
    """合并 into a comment that is none, or into itself."""
    true = rng.choice(book.merged).id
    other = rng.choice(["市应急局-02", "市应急局-97", "市林业局-01"])
    one, two = (
        book.added({"opinion": "请一并考虑。", "decision": {"status": "合并", "into": name}})
        for name in (true, other)
    )
    return Pair(one, two)


def decision_settles(rng: Random, book: Book) -> Pair | None:
    """A joint wording said to settle a comment that changes another place."""
    one, other = rng.sample(book.merged, 2)
    mine, theirs = Ground(book.round, one), Ground(book.round, other)
    if theirs.parts <= mine.parts:
        return None
    path = book.path(one)
    settles = f"  settles: [{other.id}]\n"
    untrue = book.texts[path].replace("  status: 采纳\n", f"  status: 采纳\n{settles}")
    return Pair({}, {path: untrue}) if untrue != book.texts[path] else None


def decision_edits(rng: Random, book: Book) -> Pair | None:
    """A character of what is adopted, after it was merged."""
    comment = rng.choice(book.merged)
    path = book.path(comment)
    head, decision, rest = book.texts[path].partition("\ndecision:")
    words = list(re.finditer("^ +(?:- )?(?:insert|with|text): (?!\\|)(.+)$", rest, re.MULTILINE))
    if not words:
        return None
    start, end = rng.choice(words).span(1)
    changed = rest[:start] + _misspelt(rng, rest[start:end]) + rest[end:]
    return Pair({}, {path: head + decision + changed})


def opinion_words(rng: Random, book: Book) -> Pair | None:
    """A character of what an opinion asks to be said."""
    asked = _asked(rng, book)
    opinion = f"建议将“{asked.old}”改为“{_misspelt(rng, asked.new)}”。"
    reason = "按既定要求执行。"
    return Pair(
        book.added(_declined(asked, reason)),
        book.added(_declined(asked, reason, opinion=opinion)),
    )


def opinion_number(rng: Random, book: Book) -> Pair | None:
    """A number of what an opinion asks to be said."""
    asked = _asked(rng, book)
    number = rng.randint(11, 98)
    asked = asked._replace(new=f"{asked.old}{number}处以上")
    opinion = f"建议将“{asked.old}”改为“{asked.old}{number + 1}处以上”。"
    reason = "按既定要求执行。"
    return Pair(
        book.added(_declined(asked, reason)),
        book.added(_declined(asked, reason, opinion=opinion)),
    )


def opinion_more(rng: Random, book: Book) -> Pair | None:
    """A demand for which there is no edit."""
    asked = _asked(rng, book)
    true = _declined(asked, "按既定要求执行。")
    more = rng.choice(["并删除“{}”。", "同时,在“{}”后增加“等内容”。"]).format(asked.near)
    opinion = str(true["opinion"]).rstrip("。") + f",{more}"
    return Pair(book.added(true), book.added({**true, "opinion": opinion}))


def opinion_swapped(rng: Random, book: Book) -> Pair | None:
    """The opinions of two comments in each other's place."""
    wishes = [_asked(rng, book), _asked(rng, book)]
    if wishes[0].paragraph == wishes[1].paragraph:
        return None
    one, other = (_declined(asked, "按既定要求执行。") for asked in wishes)
    swapped = {**one, "opinion": other["opinion"]}, {**other, "opinion": one["opinion"]}
    return Pair(
        {**book.added(one), **book.added(other, 3)},
        {**book.added(swapped[0]), **book.added(swapped[1], 3)},
    )


def opinion_dropped(rng: Random, book: Book) -> Pair | None:
    """An edit that the opinion spells out is gone."""
    asked = _asked(rng, book)
    true = _declined(asked, "按既定要求执行。")
    opinion = f"建议将“{asked.old}”改为“{asked.new}”,删除“{asked.near}”。"
    edits = [{"replace": asked.old, "with": asked.new}, {"delete": asked.near}]
    whole = {**true, "opinion": opinion, "edits": edits}
    kept = [rng.choice(edits)]
    return Pair(book.added(whole), book.added({**whole, "edits": kept}))


# --- pages --------------------------------------------------------------------------------------------------


def page_draft(rng: Random, book: Book) -> Pair | None:
    """A page of the draft that falls behind the one before."""
    (path,) = [path for path in book.texts if path.startswith("plan/drafts/")]
    pages = list(re.finditer("^ +page: ([0-9]+)$", book.texts[path], re.MULTILINE))
    at = rng.randrange(1, len(pages))
    before, page = int(pages[at - 1][1]), pages[at]
    if before < 2:
        return None
    text = book.texts[path]
    number = rng.randint(1, before - 1)
    return Pair({}, {path: f"{text[: page.start(1)]}{number}{text[page.end(1) :]}"})


# --- true words by themselves -------------------------------------------------------------------------------


Harmless = Callable[[Random, Book], Changes]
"""Writes true words in place of others, or beside them."""


def thanks(rng: Random, book: Book) -> Changes:
    """A reply that says a little more."""
    comment = rng.choice(book.merged)
    said = ["感谢支持。", "已按意见修改。", "予以采纳。", "下一步抓好落实。", "修改见修订对照表。"]
    return book.replied(comment, _reply(comment) + rng.choice(said))


def pointing(rng: Random, book: Book) -> Changes:
    """A reply that points to another part, or to another document."""
    comment = rng.choice(book.merged)
    said = [
        "具体任务详见第四章。",
        "与第五章保障措施做好衔接。",
        "按照《国家信息化规划》第三章的要求执行。",
        "同时按国办发〔2020〕35号第2条办理。",
        "其余内容不作修改。",
        "另有2条意见一并研究。",
    ]
    return book.replied(comment, _reply(comment) + rng.choice(said))


def marks(rng: Random, book: Book) -> Changes:
    """The marks of a reply in another width."""
    comment = rng.choice(book.merged)
    return book.replied(comment, _reply(comment).translate({ord(","): "，", ord(":"): "："}))


def declined(rng: Random, book: Book) -> Changes:
    """A refusal with a reason that quotes nothing, or the opinion, or the text that it is about."""
    asked = _asked(rng, book)
    reasons = [
        "按既定要求执行,维持原文。",
        "不属于本级事权,不予采纳。",
        f"所提“{asked.new}”与原意不符。",
        f"“{asked.near}”已有要求,不再重复。",
        "相关机制正在完善,条件成熟时再行研究。",
        "根据《数据安全法》第三章的规定,不作调整。",
    ]
    return book.added(_declined(asked, rng.choice(reasons)))


def worded(rng: Random, book: Book) -> Changes:
    """An opinion that says why."""
    asked = _asked(rng, book)
    whole = _declined(asked, "按既定要求执行。")
    why = rng.choice(["理由:表述更准确。", "如有不妥,请指正。", "以上意见供参考。"])
    return book.added({**whole, "opinion": f"{whole['opinion']}{why}"})


HARMLESS_WORDS: tuple[Harmless, ...] = (thanks, pointing, marks, declined, worded)


KINDS: tuple[Kind, ...] = (
    reply_page,
    reply_section,
    reply_title,
    reply_number,
    reply_count,
    reply_stance,
    reply_unearned,
    reply_deleted,
    reply_deleted_bare,
    reply_sharer,
    reply_swapped,
    reply_emptied,
    reason_quote,
    reason_foreign,
    reason_number,
    reason_dropped,
    reason_stance,
    reason_swapped,
    decision_vain,
    decision_turned,
    decision_already,
    decision_into,
    decision_settles,
    decision_edits,
    opinion_words,
    opinion_number,
    opinion_more,
    opinion_swapped,
    opinion_dropped,
    page_draft,
)


def judged(book: Book, each: int, seed: int, kinds: tuple[Kind, ...] = KINDS) -> list[Judged]:
    """Return what check says of `each` pairs of every kind."""
    rng = Random(seed)
    found: list[Judged] = []
    for kind in kinds:
        for _ in range(each):
            found.append(_judged(kind, rng, book))
    return found


def _judged(kind: Kind, rng: Random, book: Book) -> Judged:
    pair = kind(rng, book)
    while pair is None:
        pair = kind(rng, book)
    true = book.told(pair.true) if pair.true else book.known
    alarms = true - book.known
    new = book.told(pair.untrue) - true
    (path, text), *_ = pair.untrue.items()
    old = pair.true.get(path) or book.texts.get(path, "")
    come = [line.strip() for line in text.splitlines() if line not in old.splitlines()]
    return Judged(
        kind.__name__,
        f"{path}: {' '.join(come)[:200]}",
        sorted({told[0] for told in alarms}),
        sorted({told[0] for told in new}),
    )


def harmless(book: Book, each: int, seed: int) -> list[Judged]:
    """Return what check says of `each` true words of every kind that stand by themselves."""
    rng = Random(seed)
    found: list[Judged] = []
    for kind in HARMLESS_WORDS:
        for _ in range(each):
            changes = kind(rng, book)
            alarms = sorted({told[0] for told in book.told(changes) - book.known})
            ((path, text),) = changes.items()
            shown = f"{path}: {text[-200:]}"
            found.append(Judged(kind.__name__, shown, alarms, []))
    return found


def summary(found: list[Judged], true: list[Judged]) -> tuple[list[str], bool]:
    """Return what was named, kind by kind, as lines; and whether that is enough.

    `true` are words by themselves, of which nothing may be said.
    """
    lines: list[str] = []
    enough = True
    for kind in dict.fromkeys(one.kind for one in found):
        own = [one for one in found if one.kind == kind]
        named = [one for one in own if one.codes]
        codes = Counter(code for one in own for code in one.codes)
        lines.append(
            f"{kind:18} named {len(named):3} of {len(own):3}  {dict(codes.most_common(4))}"
        )
        enough = enough and len(named) >= SHARE_OF_A_KIND * len(own)
        lines += [f"missed: {one.kind}: {one.shown}" for one in own if not one.codes]
    for one in [*found, *true]:
        if one.alarms:
            lines.append(f"flagged though true: {one.kind}: {one.shown} {one.alarms}")
            enough = False
    named = [one for one in found if one.codes]
    alarmed = [one for one in [*found, *true] if one.alarms]
    lines.append(f"untrue words named: {len(named)} of {len(found)}")
    lines.append(f"true words flagged: {len(alarmed)} of {len(found) + len(true)}")
    return lines, enough and len(named) >= SHARE_OF_ALL * len(found)
