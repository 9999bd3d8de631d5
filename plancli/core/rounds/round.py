"""What `check` looks at: one round of comments on one draft, with the text that came of it."""

from collections.abc import Collection, Iterable, Mapping, Sequence
from datetime import date
from functools import cached_property
from types import MappingProxyType
from typing import NamedTuple

from plancli.core.comments.comment import Comment
from plancli.core.comments.edits import new_words, unbound_images
from plancli.core.comments.pointers import answering, settled_by
from plancli.core.comments.record import Patch
from plancli.core.finding import Path, Subject
from plancli.core.locate.corpus import Corpus
from plancli.core.locate.names import Names
from plancli.core.plan.in_files import InFile, in_files
from plancli.core.plan.manifest import Manifest
from plancli.core.plan.model import Draft
from plancli.core.plan.outline import Outline, Spot
from plancli.core.revision.joint import uncovered
from plancli.core.revision.revise import Revision, Workspace
from plancli.core.rounds import written as published
from plancli.core.rounds.settlements import citing, due, patch_of, trial
from plancli.core.rounds.standing import OPEN, Standing, standings
from plancli.core.rounds.unexplained import OfficeChange, office_changes
from plancli.core.rounds.written import Written
from plancli.core.text.matchkey import fold


class Round:
    """A round as values; what came of it is the working plan or, once closed, the draft `outcome`."""

    def __init__(
        self,
        manifest: Manifest,
        drafts: Mapping[str, Draft],
        comments: Mapping[str, Comment],
        workspace: Workspace,
        draft: Draft,
        outcome: str | None = None,
        compounds: Mapping[str, Comment] = MappingProxyType({}),
        today: date | None = None,
        unshown: Collection[str] = (),
        pictures: Mapping[str, str] = MappingProxyType({}),
    ) -> None:
        self.manifest, self.drafts, self.comments = manifest, drafts, comments
        self.workspace, self.draft, self.outcome = workspace, draft, outcome
        self.compounds = compounds
        """The compound comments as a whole; `comments` has their items."""
        self.today = today
        """The day on which it is looked at, where that is known: no approval holds before its own."""
        self.unshown = unshown
        """Pictures, by name, whose files are not there, are none, or are not what was noted of them."""
        self.pictures = pictures
        """The digests that the record has of pictures which comments put into the text."""

    def with_others(
        self,
        comments: Mapping[str, Comment],
        workspace: Workspace,
        manifest: Manifest | None = None,
        compounds: Mapping[str, Comment] | None = None,
    ) -> "Round":
        """Return the round with other comments and another text; all else that is known of it stays known."""
        return Round(
            self.manifest if manifest is None else manifest,
            self.drafts,
            comments,
            workspace,
            self.draft,
            self.outcome,
            self.compounds if compounds is None else compounds,
            self.today,
            self.unshown,
            self.pictures,
        )

    @property
    def levels(self) -> tuple[str, ...]:
        """The levels at which decisions are signed off: those of the plan, and those of its draft.

        What was circulated while a level was required is published as adopted with that alone.
        """
        wanted, before = self.manifest.approval, self.draft.approval
        if set(before) <= set(wanted):
            return wanted
        return (*before, *(level for level in wanted if level not in before))

    def unbound(self, name: str) -> list[str]:
        """Return the pictures that a comment put into the text without that anything says which they were.

        In a closed round that is what the next draft says, in which they are frozen.
        """
        patch = self.workspace.recorded.get(name)
        if self.closed or patch is None:
            return []
        return [image for image in unbound_images(patch.edits) if image not in self.pictures]

    @property
    def closed(self) -> bool:
        """Whether a later draft was circulated."""
        return self.outcome is not None

    @property
    def title(self) -> str:
        """The title of the plan on the paper on which this round comments."""
        title = self.workspace.title
        if title is None:
            return self.manifest.title
        return title

    @cached_property
    def current(self) -> dict[str, Comment]:
        """The comments on this draft; those that name no draft belong to the round that is open."""
        return citing(self.comments, self.draft.draft, by_default=not self.closed)

    def has_any(self, ids: Iterable[str]) -> bool:
        """Whether one of the comments is on this draft."""
        return any(name in self.current for name in ids)

    def subject(self, spot: Spot) -> tuple[Subject, Path]:
        """Return the file in which a paragraph of the outcome stands, and the path to its section."""
        return self.file_of(spot.section.key)

    def file_of(self, section: str) -> tuple[Subject, Path]:
        """Return the file in which a section of the outcome stands, and the path to it there."""
        if self.outcome is None:
            return Subject("section", section), ()
        keys = list(self.plan.sections)
        listed: Path = ("sections", keys.index(section)) if section in keys else ("sections",)
        return Subject("draft", self.outcome), listed

    @cached_property
    def in_files(self) -> dict[str, InFile]:
        """Where all parts of the outcome stand in their files, by key."""
        return in_files(self.plan)

    @cached_property
    def trial(self) -> Revision:
        """The revision with everything that is recorded or due."""
        return trial(self.workspace, self.current, self.due)

    @cached_property
    def due(self) -> dict[str, Patch]:
        """The patches that belong in the text; one that is recorded is the very value in the record."""
        recorded = self.workspace.recorded
        wanted = due(self.current)
        return {
            name: recorded[name] if recorded.get(name) == patch else patch
            for name, patch in wanted.items()
        }

    @property
    def is_merged(self) -> bool:
        """Whether the record has every patch that is due, as it is due, so that no trial is needed."""
        recorded = self.workspace.recorded
        return all(recorded.get(name) == patch for name, patch in self.due.items())

    @cached_property
    def proposed(self) -> dict[str, str]:
        """All words that a comment, or the decision on it, would bring into the text, folded; by its id."""
        found: dict[str, str] = {}
        for name, comment in self.current.items():
            words: list[str] = []
            for edit in (*comment.edits, *(comment.decision.edits or ())):
                words += new_words(edit)
            found[name] = "\n".join(map(fold, words))
        return found

    @cached_property
    def settled(self) -> dict[str, str]:
        """What a joint wording settles, by id, with the comment that has it."""
        return settled_by(self.current)

    @cached_property
    def uncovered(self) -> dict[str, list[str]]:
        """What a comment changes and the joint wording that settles it does not touch: places, by its id."""
        found: dict[str, list[str]] = {}
        for name, joint in self.settled.items():
            # what is of another round, or nowhere, is told by itself
            if name in self.current and self.current[name].merges:
                asked = (self.workspace.place(c, patch_of(self.current[c])) for c in (joint, name))
                if places := uncovered(*asked):
                    found[name] = places
        return found

    def answers(self, comment: Comment) -> tuple[Comment, ...]:
        """Return the comments whose adopted edits answer one."""
        return answering(self.comments, comment, self.settled)

    @cached_property
    def answered(self) -> dict[str, list[str]]:
        """The adopted comments that others answer, by what answers them."""
        found: dict[str, list[str]] = {}
        for name, comment in self.current.items():
            if not comment.meaning.adopted:
                continue
            for answer in self.answers(comment):
                if answer.id != name:
                    found.setdefault(answer.id, []).append(name)
        return found

    @cached_property
    def standings(self) -> list[Standing]:
        """How far every comment on this draft has come."""
        return standings(self.current, self.workspace, self.trial)

    @property
    def left(self) -> list[Standing]:
        """The comments with which something is still to be done."""
        return [standing for standing in self.standings if standing.state in OPEN]

    @cached_property
    def corpus(self) -> Corpus:
        """The outcome prepared for searching."""
        return Corpus(self.workspace.plan)

    @cached_property
    def plan(self) -> Outline:
        return Outline(self.workspace.plan)

    @cached_property
    def paper(self) -> Outline:
        """The outcome as it is printed: in `plan` parts have the numbers that comments cite."""
        if not self.workspace.numbers:
            return self.plan
        return Outline(self.workspace.paper)

    @cached_property
    def names(self) -> tuple[Names, ...]:
        """What the parts are called: in the draft, in the outcome, and there as it is printed."""
        known = self.workspace.corpus.names, self.corpus.names
        if self.paper is self.plan:
            return known
        return (*known, Names(self.paper))

    @cached_property
    def plan_texts(self) -> list[Written]:
        """The titles, headings, texts and units of the outcome."""
        return list(published.of_plan(self.plan))

    @cached_property
    def own_words(self) -> list[Written]:
        """What the drafting office writes itself: the outcome, and its decisions."""
        return [*self.plan_texts, *published.of_decisions(self.comments.values())]

    @cached_property
    def published(self) -> list[Written]:
        """Every text that is published: the manifest's, the outcome's, and what the table says."""
        said = published.of_comments([*self.compounds.values(), *self.comments.values()])
        return [*published.of_manifest(self.manifest), *self.plan_texts, *said]

    @cached_property
    def expected(self) -> Outline:
        """The text that draft and record together give."""
        return self.workspace.expected

    @cached_property
    def office_changes(self) -> list[OfficeChange]:
        """What differs from what draft and record give: changed by the drafting office itself."""
        return office_changes(self.expected, self.plan)


class Consultation(NamedTuple):
    """All rounds, the last one open, and the day on which deadlines are judged."""

    rounds: Sequence[Round]
    today: date

    @property
    def open(self) -> Round:
        return self.rounds[-1]


def newest_with(rounds: Sequence[Round], groups: Iterable[Iterable[str]]) -> Round | None:
    """Return the newest round with a comment of each group; rounds are given as they followed each other."""
    wanted = [list(group) for group in groups]
    for round_ in reversed(rounds):
        if all(round_.has_any(group) for group in wanted):
            return round_
    return None
