"""The walk through what waits: a page for each comment, a key for each answer, each written at once."""

import os
import shutil
import sys
from collections import Counter
from collections.abc import Sequence
from enum import StrEnum
from pathlib import Path

import typer
from rich.console import Console

from plancli.cli.everywhere import all_listed
from plancli.cli.keys import STOP, Keys
from plancli.cli.reviewing import reviewed, written
from plancli.cli.typed_edits import TypedEdits, tell
from plancli.core.comments.comment import ReadAs
from plancli.core.comments.edits import Edit
from plancli.core.evidence.rewordings import Rewording, rewordings_of
from plancli.core.finding import PlanError
from plancli.core.intake.review import OpinionReview
from plancli.core.text.characters import NARROW
from plancli.library.opening import open_repository
from plancli.messages import N_, _
from plancli.render.pages.words import said
from plancli.render.terminal.review import Look, ReviewPage, key_lines, page_lines
from plancli.store.repository import Repository
from plancli.store.transaction import write_all


class ReviewKey(StrEnum):
    """What a key does."""

    TAKE = "t"
    NEXT = "n"
    EDIT = "e"
    OPINION = "o"
    LATER = "l"
    BACK = "b"
    STOP = "q"


_LABELS = {
    ReviewKey.TAKE: N_("take"),
    ReviewKey.NEXT: N_("next proposal"),
    ReviewKey.EDIT: N_("edit"),
    ReviewKey.OPINION: N_("opinion only"),
    ReviewKey.LATER: N_("later"),
    ReviewKey.BACK: N_("back"),
    ReviewKey.STOP: N_("stop"),
}
_ALSO = {
    STOP: ReviewKey.STOP,
    "→": ReviewKey.NEXT,
    "←": ReviewKey.BACK,
    "↓": ReviewKey.LATER,
    "↑": ReviewKey.BACK,
}
"""Other keys that do the same."""


class ReviewSession:
    """Shows comments one after the other, and writes what somebody says of each."""

    def __init__(self, root: Path, repository: Repository, ids: Sequence[str]) -> None:
        self.root, self.repository, self.ids = root, repository, ids
        self.keys, self.typed = Keys(), TypedEdits()
        self.answers: dict[str, ReviewKey] = {}

    def run(self) -> Counter[ReviewKey]:
        """Walk until the end, or until somebody stops; return how many got which answer."""
        at = 0
        try:
            with self.keys.at_once():
                while at < len(self.ids):
                    at = self._answered(at)
        except KeyboardInterrupt:
            typer.echo()
        finally:
            self._show_kept()
        return Counter(self.answers.values())

    def show_all(self) -> None:
        """Show every comment with its first proposal, and ask nothing."""
        for at, name in enumerate(self.ids):
            self._show(at, reviewed(self.repository, name), 0)

    def _answered(self, at: int) -> int:
        """Show a comment until it has an answer; return which one comes next."""
        name = self.ids[at]
        review = reviewed(self.repository, name)
        proposal = 0
        while True:
            self._show(at, review, proposal)
            match self._key(review):
                case ReviewKey.NEXT:
                    proposal = (proposal + 1) % len(review.proposals)
                    continue
                case ReviewKey.BACK:
                    return max(at - 1, 0)
                case ReviewKey.STOP:
                    return len(self.ids)
                case ReviewKey.LATER as key:
                    done = True
                case key:
                    done = self._done(key, review, proposal)
            if done:
                self.answers[name] = key
                return at + 1

    def _done(self, key: ReviewKey, review: OpinionReview, proposal: int) -> bool:
        """Write an answer; whether that went well."""
        name = review.comment.id
        edits = review.proposals[proposal].edits if review.proposals else ()
        try:
            match key:
                case ReviewKey.TAKE:
                    self._write(name, edits, ReadAs.CONFIRMED)
                case ReviewKey.OPINION:
                    self._write(name, (), ReadAs.OPINION)
                case ReviewKey.EDIT:
                    own = self.repository.comments[name].edits
                    with self.keys.as_before():
                        return self.typed.write(
                            name,
                            review.comment.opinion,
                            own or edits,
                            lambda typed: self._write(name, typed, None),
                        )
        except PlanError as error:
            tell(error.findings)
            # somebody else may have written meanwhile: the next key is about the files as they are now
            self.repository = open_repository(self.root)
            return False
        return True

    def _write(self, name: str, edits: Sequence[Edit], read: ReadAs | None) -> None:
        new = written(self.repository, name, edits, read)
        write_all(self.root, {new.path: new.raw}, {new.path: self.repository.files[new.path]})
        self.repository = new.repository
        tell(new.told)

    # --- what is shown --------------------------------------------------------------------------------------

    def _show(self, at: int, review: OpinionReview, proposal: int) -> None:
        comment = self.repository.comments[self.ids[at]]
        round_ = self.repository.round_of(comment)
        rewordings: list[Rewording] = []
        if review.proposals:
            # what holds everywhere is seen, and later written, at each of its places
            edits = all_listed(round_.workspace.corpus, review.proposals[proposal].edits)
            trial = review.comment.model_copy(update={"edits": edits})
            rewordings = rewordings_of(trial, round_.workspace, proposed=False)
        page = ReviewPage(at + 1, len(self.ids), review, proposal, rewordings, comment.edits)
        console = _console()
        look = Look(
            console.width,
            console.is_terminal and not console.no_color,
            said(self.repository.manifest.language).naming,
            self.repository.manifest.joints,
        )
        console.print()
        for line in page_lines(page, look):
            console.print(line)

    def _key(self, review: OpinionReview) -> ReviewKey:
        """Return what the next key means that means anything here."""
        known = [key for key in ReviewKey if review.proposals or key is not ReviewKey.TAKE]
        if len(review.proposals) < _SEVERAL:
            known.remove(ReviewKey.NEXT)
        console = _console()
        while True:
            for line in key_lines(((key, _(_LABELS[key])) for key in known), console.width):
                console.print(line)
            pressed = self.keys.next()
            pressed = _ALSO.get(pressed, pressed.translate(NARROW).lower())
            if pressed in known:
                return ReviewKey(pressed)

    def _show_kept(self) -> None:
        """Print what was typed and could not be written: nothing that somebody typed goes with the screen."""
        for name, text in self.typed.kept.items():
            typer.echo(_("Typed for {id}, and not written:").format(id=name))
            typer.echo(text)


_SEVERAL = 2
"""With so many proposals there is a next one."""


def _console() -> Console:
    """Return the terminal as wide as it is by now."""
    width = None if os.environ.get("COLUMNS") else shutil.get_terminal_size().columns
    return Console(
        file=sys.stdout, highlight=False, markup=False, emoji=False, soft_wrap=True, width=width
    )
