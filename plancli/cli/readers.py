"""How each kind of file that came back is read: tables, letters, drafts with changes, and whichever it is."""

from collections.abc import Callable, Collection, Iterator, Mapping, Sequence

from plancli.cli.arriving import digest_of
from plancli.cli.taking import arrived
from plancli.core.finding import Code, Finding, PlanError, refuse
from plancli.core.intake.authors import Authorship, by_roster, heard
from plancli.core.intake.body import Body
from plancli.core.intake.changed import DraftGround
from plancli.core.intake.entries import names_of
from plancli.core.intake.letter import opinions_of_letter
from plancli.core.intake.opinions import FileOpinions, Received, RowNote, RowRemark
from plancli.core.intake.remembered import NOBODY_SPOKE, senders_of
from plancli.core.intake.returned import NOBODY, author_notes, returned
from plancli.core.intake.signature import Senders
from plancli.core.intake.tables import opinions_in
from plancli.core.intake.tracked import TrackedFile
from plancli.core.locate.corpus import Corpus
from plancli.core.merge.meeting import NUMBERING, OFFICE
from plancli.core.plan.digest import draft_digest
from plancli.core.plan.manifest import Frozen
from plancli.core.plan.picture import Picture, PictureKind
from plancli.core.plan.published import as_published
from plancli.core.rounds.round import Round
from plancli.core.text.matchkey import fold
from plancli.library.naming import unit_named
from plancli.messages import N_, in_language
from plancli.papers.packed import UnfitFileError
from plancli.render.findings.shell import word
from plancli.render.pages.asking import asking
from plancli.store.picture_files import picture_of
from plancli.store.pictures import Pictures
from plancli.store.repository import Repository
from plancli.store.unfit_picture import UnfitPictureError

FileReader = Callable[[bytes], list[FileOpinions]]
"""Reads the bytes of a file; raises UnfitFileError where they are none of its kind."""


def table_reader(repository: Repository, unit: str | None) -> FileReader:
    """Return the reader of tables; `unit` speaks where no row names one."""
    from plancli.papers.sheets.reading import grids_in

    names = names_of(repository.manifest)

    def read(content: bytes) -> list[FileOpinions]:
        parts = opinions_in(grids_in(content), names, unit)
        if not parts:
            raise UnfitFileError(N_("no table in it has heads that tell of opinions"))
        return parts

    return read


def letter_reader(repository: Repository, unit: str | None) -> FileReader:
    """Return the reader of letters; `unit` speaks where nobody signs."""
    from plancli.papers.letters.reading import letter_in

    manifest, corpus = repository.manifest, repository.open_round.workspace.corpus
    senders = Senders(names_of(manifest), manifest.title + manifest.issuer)

    def read(content: bytes) -> list[FileOpinions]:
        written = letter_in(content)
        parts = opinions_of_letter(written.lines, written.grids, senders, corpus, unit)
        if not any(part.opinions or part.nothing for part in parts):
            raise UnfitFileError(N_("no line of it says an opinion, or that there is none"))
        return parts

    return read


class ReturnedReader:
    """Reads drafts with changes; whose an author's changes are may be not known: all such names are kept.

    `taught` has the unit of some authors, `unit` speaks where no author has the name of one. `pictures` are
    those of the plan: one that is none of the draft's is told, and nothing is made of it.
    """

    def __init__(
        self,
        repository: Repository,
        unit: str | None,
        taught: Mapping[str, str],
        pictures: Pictures,
    ) -> None:
        manifest = repository.manifest
        numbering = in_language(manifest.language).gettext("renumbering")
        office = {manifest.issuer, numbering, OFFICE, NUMBERING}
        names = names_of(manifest)
        self._known = Authorship(names, office, taught, unit, manifest.authors)
        self._senders = senders_of(arrived(repository))
        self._ground = _ground(repository)
        self._strangers: dict[str, list[FileOpinions]] = {}
        self._pictures = frozenset(_shown(repository, pictures))

    def __call__(self, content: bytes) -> list[FileOpinions]:
        from plancli.papers.word.changes import tracked_in

        return self._read(tracked_in(content), content)

    def _read(self, file: TrackedFile, content: bytes) -> list[FileOpinions]:
        before = self._senders.get(digest_of(content), NOBODY_SPOKE)
        known = self._known._replace(kept={**self._known.kept, **before.authors})
        whose, unknown = heard(file.authors, known)
        if before.only:
            # nothing that is not known now was taken in then, or it was this unit's
            whose |= dict.fromkeys(unknown, before.only)
            unknown = []
        whose[NOBODY] = known.unit or ""
        body = None if file.is_tracked else _body_of(content)
        said = returned(file, whose, self._ground, body)
        overruling = author_notes(file, by_roster(whose, known), RowRemark.BY_ROSTER)
        # a draft from elsewhere may have had pictures that the plan has not
        is_ours = bool(self._pictures) or file.origin is not None
        drawn = _other_pictures(content, self._pictures) if is_ours else ()
        said = said._replace(noted=(*said.noted, *overruling, *drawn))
        for name in unknown:
            self._strangers.setdefault(name, []).append(said)
        return [said]

    def refuse_strangers(self, files: Sequence[Received]) -> None:
        """Refuse the authors of whom nothing is known, once all files are read: all of them at once.

        Whose a name such as Administrator is, only the file tells in which it stands.
        """
        wrong: list[Finding] = []
        for name, said in self._strangers.items():
            heard_in = set(map(id, said))
            own = [file.name for file in files if not heard_in.isdisjoint(map(id, file.parts))]
            wrong.append(_stranger(name, own))
        if wrong:
            raise PlanError(wrong)


def _shown(repository: Repository, pictures: Pictures) -> Iterator[bytes]:
    """Yield the pictures of the draft as they went out in a Word document."""
    for figure in repository.open_round.workspace.draft.figures.values():
        picture = pictures.shown(figure.image)
        if picture is not None:
            yield _as_sent(picture)


def _as_sent(picture: Picture) -> bytes:
    """Return the bytes of a picture in a Word document: of a drawing its pixels."""
    if picture.kind is not PictureKind.SVG:
        return picture.content
    from plancli.papers.pdf.raster import in_pixels
    from plancli.papers.pdf.typeset import BrokenPicturesError

    try:
        return picture_of(".png", in_pixels(picture).content).content
    except (ImportError, BrokenPicturesError):  # then none went out from here
        return picture.content


def _other_pictures(content: bytes, known: Collection[bytes]) -> Iterator[RowNote]:
    """Yield a remark on each picture of a file that is none of the draft."""
    # names stand in the file as they are: most have no picture, and need not be read again
    body = _body_of(content, with_pictures=True) if b"media/" in content else None
    for block in body.blocks if body else ():
        if block.picture is None:
            continue
        try:
            found = picture_of(block.picture.ending, block.picture.content).content
        except UnfitPictureError:
            found = b""
        if found not in known:
            yield RowNote(block.place, RowRemark.OTHER_PICTURE, block.picture.alt)


def _body_of(content: bytes, with_pictures: bool = False) -> Body | None:
    """Return a Word document as the reader of drafts has it; None where it is none for it."""
    from plancli.papers.bodies.reading import body_in

    try:
        return body_in(content, ".docx", with_pictures)
    except UnfitFileError:
        return None


def _stranger(name: str, files: Sequence[str]) -> Finding:
    said = {"author": name, "files": "、".join(files), "given": word(name)}
    return Finding(Code.UNKNOWN_AUTHOR, said)


def taught_authors(repository: Repository, words: Sequence[str]) -> dict[str, str]:
    """Return what is said of authors; a unit goes by its name on the roster, or a short one."""
    found: dict[str, str] = {}
    for given in words:
        name, separator, unit = given.rpartition("=")
        if not (name.strip() and separator and unit.strip()):
            raise refuse(Code.AUTHOR_GIVEN, given=given)
        found[" ".join(name.split())] = unit_named(repository, unit.strip())
    return found


def _ground(repository: Repository) -> DraftGround:
    round_ = repository.open_round
    title = round_.workspace.title or round_.manifest.title
    name = round_.draft.draft
    titles = {title, f"{title}({name})"}
    return DraftGround(
        _as_sent_out(round_),
        round_.manifest.frozen(name) or Frozen(name=name, digest=draft_digest(round_.draft)),
        asking(round_.manifest.language),
        frozenset(map(fold, titles)),
        frozenset(repository.comments),
    )


def _as_sent_out(round_: Round) -> Corpus:
    """Return the draft as it is on the paper of the units: what they changed in it is told from that."""
    if round_.manifest.punctuation is None:
        return round_.workspace.corpus
    return Corpus(as_published(round_.workspace.draft.with_cover))


class AnyReader:
    """Reads a file as what it is; what may be two things is nobody's guess."""

    def __init__(self, tables: FileReader, letters: FileReader, drafts: ReturnedReader) -> None:
        self._tables, self._letters, self._drafts = tables, letters, drafts

    def __call__(self, content: bytes) -> list[FileOpinions]:
        table = _or_none(self._tables, content)
        if table is not None and any(part.circulated for part in table):
            return table  # the form that was sent out with the draft
        draft = _or_none(self._drafts, content)
        if table is not None and draft is not None:
            problem = N_(
                "it is the draft with changes and has a table of opinions: intake returned, then intake sheet"
            )
            raise UnfitFileError(problem)
        return table or draft or self._letters(content)


def _or_none(reader: FileReader, content: bytes) -> list[FileOpinions] | None:
    """Return what a reader makes of a file; None where it is none of its kind."""
    try:
        return reader(content)
    except UnfitFileError:
        return None
    except PlanError as error:
        if any(finding.code is not Code.OTHER_TEXT for finding in error.findings):
            raise
        return None
