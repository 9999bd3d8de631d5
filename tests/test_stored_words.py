"""The stored words: those of rjieba and no others, and every text is cut as rjieba cuts it."""

import subprocess
import sys
import threading
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from pathlib import Path

import pytest
import rjieba
from hypothesis import given
from hypothesis import strategies as st

from hatch_build import store_words
from plancli import stored_words
from plancli.cli.storing_words import are_those_of_rjieba, words_of_jieba
from plancli.store.files import read_files
from plancli.stored_words import NOWHERE, StoredDictionary, opened, written
from tests.conftest import ROOT

FREQUENCIES = words_of_jieba()
WORDS = sorted(FREQUENCIES)

JUDGED = """
import sys
from plancli import stored_words

use = stored_words.use
stored_words.use = lambda: use(sys.argv[1])
from plancli.__main__ import main

code = main(["check", "--anew", "--each", "--format", sys.argv[2]])
print("rjieba" in sys.modules, "rjieba.rjieba" in sys.modules, file=sys.stderr)
sys.exit(code)
"""
"""Checks with the words of a file, and says whether all words were loaded, and whether rjieba was."""


@pytest.fixture(scope="module")
def store(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The words of the rjieba that is here, stored as a build does it."""
    folder = tmp_path_factory.mktemp("store") / "dictionary"
    store_words(ROOT, folder)
    (file,) = folder.iterdir()
    assert file.name == Path(stored_words.STORE).name
    return file


@contextmanager
def not_loaded() -> Iterator[pytest.MonkeyPatch]:
    """A process in which rjieba is not loaded yet."""
    with pytest.MonkeyPatch.context() as patched:
        for name in ("rjieba", "rjieba.rjieba"):
            patched.delitem(sys.modules, name, raising=False)
        yield patched


def cut(file: Path, *texts: str) -> list[list[str]]:
    """Cut texts one after the other, as one run does."""
    with not_loaded():
        dictionary = StoredDictionary(str(file))
        found = [dictionary.cut(text) for text in texts]
        assert "rjieba" not in sys.modules  # no word of it was asked for
    return found


# --- the same words -----------------------------------------------------------------------------------------


def test_the_words_are_those_of_rjieba(store: Path) -> None:
    words = opened(str(store))
    assert words is not None
    assert words.together == sum(FREQUENCIES.values())
    for word in WORDS[::500]:
        assert dict(words.beginning_with(word[:2]))[word] == FREQUENCIES[word]


def test_no_word_is_added_or_lost_in_the_file(tmp_path: Path) -> None:
    frequencies = {"水": 9, "水库": 5, "水库大坝": 2, "水利": 1, "T恤": 3, "𪚥": 4, "𪚥字": 1}
    file = tmp_path / "words.bin"
    file.write_bytes(written("rjieba-" + _version(), frequencies))
    words = opened(str(file))
    assert words is not None
    found = {
        opening: dict(words.beginning_with(opening))
        for opening in ("水", "水库", "水利", "T恤", "𪚥", "𪚥字", "T", "库", "水 ", "水\n", "\t")
    }
    assert found == {
        "水": {"水": 9},
        "水库": {"水库": 5, "水库大坝": 2},
        "水利": {"水利": 1},
        "T恤": {"T恤": 3},
        "𪚥": {"𪚥": 4},
        "𪚥字": {"𪚥字": 1},
        **{absent: {} for absent in ("T", "库", "水 ", "水\n", "\t")},
    }


def _without(words: dict[str, int]) -> None:
    del words["水库"]


def _with_another(words: dict[str, int]) -> None:
    words["水陂坝"] = 1


def _with_another_frequency(words: dict[str, int]) -> None:
    words["水库"] += 1


def _with_one_for_another(words: dict[str, int]) -> None:
    words["水陂坝"] = words.pop("水库")


@pytest.mark.parametrize(
    "change", [_without, _with_another, _with_another_frequency, _with_one_for_another]
)
def test_words_of_another_dictionary_are_not_stored(
    change: Callable[[dict[str, int]], None],
) -> None:
    other = dict(FREQUENCIES)
    change(other)
    assert not are_those_of_rjieba(other)


# --- the same cuts ------------------------------------------------------------------------------------------

COMMON = "的一是了不在有和人这中大为上个国我以要他时来用们生到作地于出就分对成会可主发年动"
SIGNS = " \t\n\r、,。；:“”《》〔〕()·—…＋％８Ａ"
ODD = "😀é\u0301\u200b\u202e\ufeff㐀𠀀𪚥豈〇"
PIECES = st.one_of(
    st.sampled_from(WORDS),
    st.sampled_from(WORDS).map(lambda word: word[1:]),
    st.sampled_from(WORDS).map(lambda word: word[:-1]),
    st.sampled_from(list(COMMON + SIGNS + ODD)),
    st.text("ABCabc0189.+#&_%-", max_size=4),
    st.text(st.characters(min_codepoint=0x4E00, max_codepoint=0x9FFF), max_size=4),
    st.text(max_size=3),
)
TEXTS = st.lists(PIECES, max_size=20).map("".join)


@given(st.lists(TEXTS, max_size=4))
def test_any_texts_are_cut_alike(store: Path, texts: list[str]) -> None:
    assert cut(store, *texts) == [rjieba.cut(text) for text in texts]


def texts_of(root: Path) -> list[str]:
    """Return the files of a plan as they are, without their line breaks, and line by line."""
    found: list[str] = []
    for raw in read_files(root).values():
        text = raw.decode()
        found += [text, "".join(text.split()), *text.splitlines()]
    return found


@pytest.mark.parametrize("root", [ROOT, ROOT / "examples" / "water"], ids=["plan", "water"])
def test_the_texts_of_whole_plans_are_cut_alike(
    store: Path, root: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(stored_words, "_MANY", 10**9)
    texts = texts_of(root)
    assert len(texts) > 200
    assert cut(store, *texts) == [rjieba.cut(text) for text in texts]


def test_a_text_is_cut_alike_whatever_was_cut_before(store: Path) -> None:
    # frequencies of the words before must not count twice, nor those of later ones be missing
    one, other = "研究生命的起源", "结婚的和尚未结婚的"
    assert cut(store, one, other, one, one) == [rjieba.cut(each) for each in (one, other, one, one)]
    assert cut(store, other, one, one, other)[3] == rjieba.cut(other)


def test_what_no_text_can_be_leaves_the_next_text_as_it_was(store: Path) -> None:
    with not_loaded():
        dictionary = StoredDictionary(str(store))
        with pytest.raises(UnicodeEncodeError):
            dictionary.cut("防洪\ud800堤坝")
        assert dictionary.cut("防洪堤坝加固") == rjieba.cut("防洪堤坝加固")


def test_no_text_has_the_word_that_stands_for_all_others(store: Path) -> None:
    text = f"水库{NOWHERE}大坝{NOWHERE * 2}"
    assert cut(store, text) == [["水库", NOWHERE, "大坝", NOWHERE, NOWHERE]]


def test_pages_in_several_threads_are_cut_alike(store: Path) -> None:
    texts = ["".join(WORDS[at : at + 9]) for at in range(0, 3000, 30)]
    found: dict[str, list[str]] = {}
    with not_loaded():
        dictionary = StoredDictionary(str(store))

        def all_of(own: list[str]) -> None:
            found.update((text, dictionary.cut(text)) for text in own)

        threads = [threading.Thread(target=all_of, args=(texts[at::4],)) for at in range(4)]
        for thread in threads:
            thread.start()
        for thread in threads:
            thread.join()
    assert found == {text: rjieba.cut(text) for text in texts}


# --- all words, where the stored ones are of no use --------------------------------------------------------


def _version() -> str:
    from importlib.metadata import version

    return version("rjieba")


@pytest.mark.parametrize(
    "raw",
    [
        None,
        b"",
        b"no line",
        b"\n\n",
        written("rjieba-0.0.1", {"一": 1}),
        written("other-1.0", {"一": 1}),
    ],
)
def test_words_of_another_rjieba_are_not_used(tmp_path: Path, raw: bytes | None) -> None:
    file = tmp_path / "words.bin"
    if raw is not None:
        file.write_bytes(raw)
    with not_loaded():
        assert StoredDictionary(str(file)).cut("防洪堤坝") == ["防洪", "堤坝"]
        assert "rjieba" in sys.modules


def test_where_much_is_cut_all_words_are_loaded(
    store: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(stored_words, "_MANY", 12)
    few, many = "防洪堤坝", "中华人民共和国防洪法施行条例"
    with not_loaded():
        dictionary = StoredDictionary(str(store))
        assert dictionary.cut(few) == rjieba.cut(few)
        assert "rjieba" not in sys.modules
        assert dictionary.cut(many) == rjieba.cut(many)
        assert "rjieba" in sys.modules
        assert dictionary.cut(few) == rjieba.cut(few)


def test_where_all_words_are_loaded_they_are_asked(store: Path) -> None:
    assert "rjieba" in sys.modules
    dictionary = StoredDictionary(str(store))
    assert dictionary.cut("防洪堤坝") == ["防洪", "堤坝"]
    assert dictionary._words is None


@pytest.mark.parametrize("style", ["text", "json"])
def test_check_says_the_same_and_does_not_load_all_words(store: Path, style: str) -> None:
    said, loaded = [], []
    for file in (store, store.with_name("nothing there")):
        done = subprocess.run(
            [sys.executable, "-c", JUDGED, str(file), style],
            cwd=ROOT,
            capture_output=True,
            check=True,
        )
        *lines, last = done.stderr.decode().splitlines()
        said.append((done.stdout, lines))
        loaded.append(last)
    assert said[0] == said[1]
    assert loaded == ["False True", "True True"]
