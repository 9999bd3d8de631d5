"""Open a plan repository: of a folder, or of values."""

import os
from collections.abc import Mapping
from pathlib import Path

from plancli.store.files import find_root, read_files
from plancli.store.pictures import Pictures
from plancli.store.repository import Repository, load

Source = str | os.PathLike[str] | Mapping[str, bytes]
"""A folder in a plan repository, or the bytes of its files by path, such as plan/plan.yaml."""


def open_repository(source: Source = ".") -> Repository:
    """Read the plan repository of some files, or the nearest one at or above a folder.

    Raises PlanError with all that cannot be read; values are returned only of a repository that is whole.
    """
    if isinstance(source, Mapping):
        return load(source)
    root = find_root(Path(source).absolute())
    return load(read_files(root), Pictures(root))


def files_of(source: Source) -> Mapping[str, bytes]:
    """Return the bytes of the files of a repository by path."""
    if isinstance(source, Mapping):
        return source
    return read_files(find_root(Path(source).absolute()))
