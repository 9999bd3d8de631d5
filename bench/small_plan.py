"""A plan of one section, made for one kind of parts: its files, frozen as they stand."""

from collections.abc import Callable
from typing import NamedTuple

from bench.numbered import Edition, Wish, adopted
from bench.published import Book
from plancli.core.plan.digest import draft_digest
from plancli.store.files import MANIFEST, RECORD
from plancli.store.repository import Repository

DRAFT = "plan/drafts/征求意见稿.yaml"


class SmallPlan(NamedTuple):
    """What the plan is called, which unit is consulted, and its one section: key, title, body as YAML.

    `frozen` is the body as the draft has it, where it is not the same.
    """

    title: str
    unit: str
    key: str
    heading: str
    body: str
    frozen: str = ""

    @property
    def section(self) -> str:
        """The file of the section."""
        return f"plan/{self.key}-{self.heading}.yaml"

    def files(self) -> dict[str, bytes]:
        """Return the files of the repository."""
        head = f"key: {self.key}\ntitle: {self.heading}\nbody:\n"
        drafted = indented(f"{head}{indented(self.frozen or self.body, 2)}", 4)
        manifest = (
            f"format: 2\ntitle: {self.title}\nissuer: 某镇人民政府\ndraft: 征求意见稿\ndrafts:\n"
            "  - name: 征求意见稿\n    digest: sha256:0\n"
            f"units:\n  - name: {self.unit}\nsections: [{self.key}]\n"
        )
        texts = {
            MANIFEST: manifest,
            DRAFT: f"draft: 征求意见稿\nsections:\n  - {drafted.lstrip()}",
            self.section: head + indented(self.body, 2),
            RECORD: "draft: 征求意见稿\ncomments: {}\n",
        }
        files = {path: text.encode() for path, text in texts.items()}
        digest = draft_digest(Repository(files).draft("征求意见稿"))
        files[MANIFEST] = manifest.replace("sha256:0", digest).encode()
        return files

    def editions(
        self, wish: Wish, book: Callable[[dict[str, bytes]], Book] = Book
    ) -> list[Edition]:
        """Return the plan as it stands, and with a comment taken in."""
        files = self.files()
        return [Edition(book(files)), Edition(book(adopted(files, wish)), wish)]


def indented(text: str, by: int) -> str:
    return "".join(f"{' ' * by}{line}\n" for line in text.splitlines())
