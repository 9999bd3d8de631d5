"""Files of this user alone, and the user's seal."""

import os
from pathlib import Path

import pytest

from plancli.store import private

POSIX = pytest.mark.skipif(os.name != "posix", reason="owners and modes of POSIX")
WORDS = b"said once"


@pytest.fixture
def file(tmp_path: Path) -> Path:
    path = tmp_path / "folder/file"
    private.keep_own(str(path), WORDS)
    return path


def test_what_is_kept_is_for_this_user_alone(file: Path) -> None:
    assert private.own_bytes(str(file)) == WORDS
    assert file.stat().st_mode & 0o777 == 0o600
    assert file.parent.stat().st_mode & 0o777 == 0o700
    assert [path.name for path in file.parent.iterdir()] == ["file"]


def test_what_a_killed_process_left_beside_is_no_obstacle(file: Path, tmp_path: Path) -> None:
    aim = tmp_path / "aim"
    aim.write_bytes(b"somebody's")
    file.with_name(f"file.{os.getpid()}").symlink_to(aim)
    private.keep_own(str(file), b"said twice")
    assert private.own_bytes(str(file)) == b"said twice"
    assert aim.read_bytes() == b"somebody's"


@POSIX
@pytest.mark.parametrize("mode", [0o620, 0o602, 0o666])
def test_what_others_may_write_is_not_read(file: Path, mode: int) -> None:
    file.chmod(mode)
    with pytest.raises(PermissionError):
        private.own_bytes(str(file))


@POSIX
def test_what_others_may_only_read_is(file: Path) -> None:
    file.chmod(0o644)
    assert private.own_bytes(str(file)) == WORDS


@POSIX
def test_what_is_another_users_is_not_read(file: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    other = os.geteuid() + 1
    monkeypatch.setattr(os, "geteuid", lambda: other)
    with pytest.raises(PermissionError):
        private.own_bytes(str(file))


@POSIX
def test_links_pipes_and_folders_are_not_read(file: Path) -> None:
    link, pipe = file.with_name("link"), file.with_name("pipe")
    link.symlink_to(file)
    os.mkfifo(pipe)
    with pytest.raises(OSError, match="link"):
        private.own_bytes(str(link))
    for path in (pipe, file.parent):
        with pytest.raises(PermissionError):
            private.own_bytes(str(path))


def test_a_seal_is_of_its_words_and_its_user(cache: Path) -> None:
    with pytest.raises(FileNotFoundError):
        private.seal(WORDS)
    private.make_key()
    seal = private.seal(WORDS)
    private.make_key()
    assert private.seal(WORDS) == seal
    assert private.seal(WORDS + b".") != seal
    (key,) = cache.rglob("journal.key")
    key.unlink()
    private.make_key()
    assert private.seal(WORDS) != seal


@pytest.mark.parametrize("content", [b"", b"short", bytes(33)])
def test_a_key_of_another_size_is_none(cache: Path, content: bytes) -> None:
    private.make_key()
    (key,) = cache.rglob("journal.key")
    key.write_bytes(content)
    with pytest.raises(PermissionError):
        private.seal(WORDS)


@POSIX
@pytest.mark.parametrize("of_folder", [True, False])
def test_a_key_that_others_may_change_is_none(cache: Path, of_folder: bool) -> None:
    private.make_key()
    (key,) = cache.rglob("journal.key")
    (key.parent if of_folder else key).chmod(0o777)
    with pytest.raises(PermissionError):
        private.seal(WORDS)


def test_the_first_of_two_keys_stays(cache: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """Another process makes one between the look and the making."""
    link, first = os.link, bytes(range(32))

    def overtaken(one: str, other: str) -> None:
        private.lay_down(other, first, 0o600)
        link(one, other)

    monkeypatch.setattr(os, "link", overtaken)
    private.make_key()
    assert private.user_key() == first
    assert [path.name for path in (cache / "state/plancli/journals").iterdir()] == ["journal.key"]
