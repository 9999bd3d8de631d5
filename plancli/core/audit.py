"""What `check` proves: every rule is one function that yields findings."""

from collections.abc import Callable, Iterable, Iterator, Sequence

from plancli.core.case import Case
from plancli.core.comment import Comment, Patch, Status
from plancli.core.diff import marked, readable
from plancli.core.edits import Insert, Replace, Rewrite
from plancli.core.finding import Code, Finding, Path, Subject
from plancli.core.freeze import digest
from plancli.core.ledger import due, patch_of, settled_by, why_not_due
from plancli.core.locate import Anchor, Aspect, Hint, Refusal, Why
from plancli.core.outline import Outline, Spot
from plancli.core.place import Evidence, Placed
from plancli.core.printed import misfit, printed
from plancli.core.revise import Outcome
from plancli.core.settle import uncovered
from plancli.core.text import fold

Rule = Callable[[Case], Iterator[Finding]]


def audit(rounds: Sequence[Case]) -> list[Finding]:
    """Return the findings of every rule, in the order of the rules; the last round is the open one."""
    of_plan = [finding for rule in PLAN_RULES for finding in rule(rounds[-1])]
    of_plan += circulated(rounds)
    return of_plan + [finding for case in rounds for rule in ROUND_RULES for finding in rule(case)]


def listed_sections(case: Case) -> Iterator[Finding]:
    """Manifest and section files name the same sections."""
    listed, present = case.manifest.sections, case.plan.sections
    for position, key in enumerate(listed):
        if key not in present:
            yield _on_manifest(Code.UNKNOWN_SECTION, ("sections", position), key=key)
    for key in present:
        if key not in listed:
            yield Finding(Code.UNLISTED_SECTION, {"key": key}, Subject("section", key), ("key",))


def pages(case: Case) -> Iterator[Finding]:
    """Only drafts know pages and lines."""
    for spot, path in case.plan.places():
        subject = Subject("section", spot.section.key)
        for key in ("page", "line", "layout"):
            if getattr(spot.paragraph, key):
                yield Finding(Code.PAGE_IN_PLAN, {"key": key}, subject, (*path, key))


def layouts(case: Case) -> Iterator[Finding]:
    """What drafts say of their printed lines fits the paragraphs."""
    for draft in case.drafts.values():
        for at, section in enumerate(draft.sections):
            for spot, path in Outline([section]).places():
                if reason := misfit(printed(spot)):
                    params = {"paragraph": spot.paragraph.id, "reason": reason}
                    subject = Subject("draft", draft.draft)
                    yield Finding(Code.BAD_LAYOUT, params, subject, ("sections", at, *path, "layout"))


def known_units(case: Case) -> Iterator[Finding]:
    """Every comment comes from a unit on the roster and cites a draft of the plan that was circulated."""
    roster = {unit.name for unit in case.manifest.units}
    drafts = {frozen.name for frozen in case.manifest.drafts}
    for comment in case.comments.values():
        if comment.unit not in roster:
            yield _on(comment, Code.UNKNOWN_UNIT, ("unit",), unit=comment.unit)
        if comment.draft is not None and comment.draft not in drafts:
            known = "、".join(drafts)
            yield _on(comment, Code.UNKNOWN_DRAFT, ("draft",), draft=comment.draft, known=known)


def circulated(rounds: Sequence[Case]) -> Iterator[Finding]:
    """Every adopted comment is on a draft that was circulated, so that some round merges it."""
    merged = {name for case in rounds for name in case.current}
    case = rounds[-1]
    for name, comment in case.comments.items():
        if comment.merges and name not in merged and comment.draft in case.drafts:
            yield _on(comment, Code.NOT_CIRCULATED, ("draft",), id=name, draft=comment.draft or "")


def frozen_draft(case: Case) -> Iterator[Finding]:
    """Every circulated draft is what was frozen, under its own name."""
    for position, frozen in enumerate(case.manifest.drafts):
        draft = case.drafts[frozen.name]
        if draft.draft != frozen.name or frozen.digest != digest(draft.sections):
            yield _on_manifest(Code.DRAFT_CHANGED, ("drafts", position, "digest"), draft=frozen.name)


def quotations(case: Case) -> Iterator[Finding]:
    """What a comment quotes and names stands in the draft, in one place, where it says."""
    for comment in case.current.values():
        asked = case.workspace.place(comment.id, Patch.of(comment.at, comment.edits))
        yield from _quotations_of(comment, asked, ())
        if comment.decision.edits is not None:
            adopted = case.workspace.place(comment.id, patch_of(comment))
            beyond = adopted._replace(
                evidence=tuple(e for e in adopted.evidence if e.path[0] != "at"),
                findings=tuple(f for f in adopted.findings if f.path[0] != "at"),
            )
            yield from _quotations_of(comment, beyond, ("decision",))


def _quotations_of(comment: Comment, placed: Placed, prefix: Path) -> Iterator[Finding]:
    for finding in placed.findings:
        yield finding._replace(path=(*prefix, *finding.path))
    for evidence in placed.evidence:
        yield from _quotation(comment, evidence, (*prefix, *evidence.path))


def _quotation(comment: Comment, evidence: Evidence, path: Path) -> Iterator[Finding]:
    found = evidence.found
    if isinstance(found, Refusal):
        shown = [" ".join((c.paragraph, *c.position.labels, c.words)) for c in found.candidates[:_SHOWN]]
        near = "；".join(shown + ["…"] * (len(found.candidates) > _SHOWN)).replace("\n", " ¶ ")
        yield _on(comment, _REFUSED[found.why], path, id=comment.id, quote=evidence.quote, near=near)
    elif wrong := [aspect for aspect in found.miscited if aspect is not Aspect.LINE or found.position.line]:
        place = {"page": str(found.position.page or "—"), "line": str(found.position.line or "—")}
        params = {"id": comment.id, "cited": _cited(comment, wrong), "paragraph": found.paragraph, **place}
        yield _on(comment, Code.MISCITED, path, **params)


_SHOWN = 9
"""How many candidates a message names; plancli locate shows them all."""
_REFUSED = {
    Why.NOT_FOUND: Code.NOT_FOUND,
    Why.AMBIGUOUS: Code.AMBIGUOUS,
    Why.NEGATED: Code.NEGATED,
    Why.TORN: Code.TORN,
}


def _cited(comment: Comment, wrong: Iterable[Aspect]) -> str:
    """Return what a comment cites, in the aspects that are wrong."""
    at = comment.at
    given = {
        Aspect.SECTION: at.section,
        Aspect.PAGE: at.page and f"P{at.page}",
        Aspect.LINE: at.line and f"L{at.line}",
    }
    parts = [given.get(aspect) for aspect in wrong]
    return " ".join(part for part in parts if part) or at.cites or ""


def adopted_in_text(case: Case) -> Iterator[Finding]:
    """What is adopted is in the text; what stands in its way is named."""
    for name in due(case.current):
        comment, recorded = case.current[name], case.workspace.recorded.get(name)
        outcome = case.trial.outcomes[name]
        if outcome is Outcome.CONFLICT:
            yield _conflict(case, comment)
        if recorded is not None and recorded != patch_of(comment):
            yield _on(comment, Code.RECORD_DIFFERS, ("decision",), id=name)
        elif recorded is None and outcome in (Outcome.APPLIED, Outcome.AGREED):
            params = {"id": name, "draft": case.draft.draft, "outcome": case.outcome or ""}
            code = Code.ROUND_CLOSED if case.closed else Code.NOT_IN_TEXT
            yield _on(comment, code, ("decision", "status"), **params)


def _conflict(case: Case, comment: Comment) -> Finding:
    mine = [conflict for conflict in case.trial.conflicts if comment.id in conflict.authors]
    others = dict.fromkeys(by for conflict in mine for by in conflict.authors if by != comment.id)
    paragraphs = dict.fromkeys(conflict.place for conflict in mine)
    params = {"id": comment.id, "others": "、".join(others), "paragraph": "、".join(paragraphs)}
    return _on(comment, Code.CONFLICT if others else Code.SELF_CONFLICT, ("decision",), **params)


def left_open(case: Case) -> Iterator[Finding]:
    """No comment was still to be decided when its round ended."""
    for comment in case.current.values() if case.closed else ():
        if comment.decision.status is Status.PENDING:
            params = {"id": comment.id, "outcome": case.outcome or ""}
            yield _on(comment, Code.LEFT_OPEN, ("decision", "status"), **params)


def still_in_text(case: Case) -> Iterator[Finding]:
    """What the record says is in the text, the drafting office has not taken out again."""
    for name, paragraphs in case.workspace.lost.items():
        for paragraph in paragraphs:
            if name in case.comments:
                params = {"id": name, "paragraph": paragraph}
                yield _on(case.comments[name], Code.LOST, ("decision", "status"), **params)


def record(case: Case) -> Iterator[Finding]:
    """What the record holds is a comment that is still adopted."""
    wanted = due(case.current)
    for name in case.workspace.recorded:
        subject = Subject("record", "applied")
        if name not in case.comments:
            yield Finding(Code.UNKNOWN_COMMENT, {"id": name}, subject, ("comments", name))
        elif name not in wanted:
            reason = why_not_due(case.comments, name, case.draft.draft, not case.closed)
            status = str(case.comments[name].decision.status)
            params = {"id": name, "status": status, "reason": reason}
            yield _on(case.comments[name], Code.NO_LONGER, ("decision",), **params)
    for conflict in case.workspace.before.conflicts:
        params = {"id": conflict.authors[0], "others": "、".join(conflict.authors[1:])}
        yield Finding(
            Code.CONFLICT,
            {**params, "paragraph": conflict.place},
            Subject("record", "applied"),
            ("comments",),
        )


def pointers(case: Case) -> Iterator[Finding]:
    """What a decision settles or is joined to is another comment, and not in a circle."""
    for comment in case.comments.values():
        pointed: list[tuple[Path, str]]
        pointed = [(("decision", "settles", at), name) for at, name in enumerate(comment.decision.settles)]
        pointed += [(("decision", "into"), comment.decision.into)] if comment.decision.into else []
        for path, name in pointed:
            other = case.comments.get(name)
            circle = other is not None and comment.id in (*other.decision.settles, other.decision.into)
            if other is None or other is comment or circle:
                yield _on(comment, Code.BAD_POINTER, path, id=comment.id, name=name)


def settled_once(case: Case) -> Iterator[Finding]:
    """A comment is settled by one joint wording."""
    settlers: dict[str, list[Comment]] = {}
    for comment in case.current.values():
        for name in comment.decision.settles if comment.merges else ():
            settlers.setdefault(name, []).append(comment)
    for name, (first, *others) in settlers.items():
        for comment in others:
            position = comment.decision.settles.index(name)
            params = {"id": comment.id, "name": name, "others": first.id}
            yield _on(comment, Code.SETTLED_TWICE, ("decision", "settles", position), **params)


def joint_wordings(case: Case) -> Iterator[Finding]:
    """A joint wording covers every place that the comments it settles change."""
    for name, joint in settled_by(case.current).items():
        if name not in case.current or not case.current[name].merges:
            continue
        for place in uncovered(*(case.workspace.place(c, patch_of(case.current[c])) for c in (joint, name))):
            position = case.current[joint].decision.settles.index(name)
            params = {"id": joint, "name": name, "paragraph": place}
            yield _on(case.current[joint], Code.UNCOVERED, ("decision", "settles", position), **params)


def reasons(case: Case) -> Iterator[Finding]:
    """A decision that needs a reason has one."""
    for comment in case.comments.values():
        decision = comment.decision
        if comment.meaning.needs_reason and not (decision.reason or decision.reply):
            status = str(decision.status)
            yield _on(comment, Code.NO_REASON, ("decision", "status"), id=comment.id, status=status)


def rejected_in_text(case: Case) -> Iterator[Finding]:
    """What is not adopted is not in the text all the same."""
    for comment in case.current.values():
        if comment.decision.status in (Status.REJECTED, Status.OUT_OF_SCOPE, Status.NOTED):
            for position, words in _wordings(comment):
                if spot := _new_in_plan(case, words):
                    params = {"id": comment.id, "words": words, "paragraph": spot}
                    yield _on(comment, Code.REJECTED_IN_TEXT, ("edits", position), **params)


def _wordings(comment: Comment) -> Iterator[tuple[int, str]]:
    """Yield the new words that a comment asks for; fewer than four characters prove nothing."""
    for position, edit in enumerate(comment.edits):
        words = edit.wording if isinstance(edit, Replace | Rewrite) else ""
        words = edit.insert if isinstance(edit, Insert) else words
        if len(words) >= 4:
            yield position, words


def _new_in_plan(case: Case, words: str) -> str | None:
    """Return the paragraph that holds `words` now and did not in the draft."""
    wanted, draft = fold(words), case.workspace.corpus
    for line in case.corpus.lines:
        name = line.spot.paragraph.id
        stood = name in draft.outline.spots and wanted in draft.folded(name)
        if wanted in case.corpus.folded(name) and not stood:
            return name
    return None


def already_there(case: Case) -> Iterator[Finding]:
    """What a decision calls already said stands in the draft and in the plan."""
    for comment in case.current.values():
        for position, passage in enumerate(comment.decision.already):
            path = ("decision", "already", position, "quote")
            found = case.workspace.corpus.locate(passage.quote, Hint(within=passage.within))
            if isinstance(found, Refusal):
                yield from _quotation(comment, Evidence((), passage.quote, found), path)
            elif not isinstance(case.corpus.locate(passage.quote, Hint(within=passage.within)), Anchor):
                yield _on(comment, Code.NOT_ALREADY, path, id=comment.id, quote=passage.quote)


def unexplained(case: Case) -> Iterator[Finding]:
    """Every difference from draft and record has a drafting note."""
    noted = {note.paragraph for note in case.manifest.notes}
    for name in case.office_changes:
        expected, actual = case.expected.spots.get(name), case.plan.spots.get(name)
        spot = actual or expected
        if name in noted:
            continue
        assert spot is not None
        params = {"paragraph": name, "change": _change(expected, actual)}
        subject, path = case.subject(spot)
        yield Finding(Code.UNEXPLAINED, params, subject, (*path, *case.plan.path(name)))


def _change(expected: Spot | None, actual: Spot | None) -> str:
    """Return the office's change in plain marks, without the sentences that stay."""
    old = printed(expected).text if expected else ""
    new = printed(actual).text if actual else ""
    return marked(run for run in readable(old, new) if run.op != "=")


def _on(comment: Comment, code: Code, path: Path = (), **params: str) -> Finding:
    return Finding(code, params, Subject("comment", comment.id), path)


def _on_manifest(code: Code, path: Path, **params: str) -> Finding:
    return Finding(code, params, Subject("plan", "plan"), path)


PLAN_RULES: tuple[Rule, ...] = (listed_sections, pages, layouts, known_units, frozen_draft, pointers, reasons)
"""Rules about the plan as a whole."""

ROUND_RULES: tuple[Rule, ...] = (
    quotations,
    adopted_in_text,
    left_open,
    still_in_text,
    record,
    settled_once,
    joint_wordings,
    rejected_in_text,
    already_there,
    unexplained,
)
"""Rules about one round of comments."""
