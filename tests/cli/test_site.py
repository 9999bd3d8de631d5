"""The review page as a file and as a folder: whole, self-contained, and safe from what is written in it."""

import re
import shutil
from collections import Counter
from html.parser import HTMLParser
from pathlib import Path
from urllib.parse import parse_qs

import pytest

from tests.conftest import ROOT, Run


class Page(HTMLParser):
    """What a browser finds in a page: elements, ids, links and text."""

    def __init__(self, text: str) -> None:
        super().__init__()
        self.tags: Counter[str] = Counter()
        self.ids: list[str] = []
        self.links: list[str] = []
        self.words: list[str] = []
        self._raw = False
        self.feed(text)

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self.tags[tag] += 1
        self._raw = tag in ("script", "style")
        self.ids += [value or "" for name, value in attrs if name == "id"]
        self.links += [value or "" for name, value in attrs if name in ("href", "src")]

    def handle_endtag(self, _tag: str) -> None:
        self._raw = False

    def handle_data(self, data: str) -> None:
        if not self._raw:
            self.words.append(data)

    @property
    def goals(self) -> set[str]:
        """The addresses in the page itself to which links lead; what asks for a filter (a=b) has none."""
        inside = [link[1:] for link in self.links if link.startswith("#")]
        return {address for address in inside if "=" not in address}

    @property
    def text(self) -> str:
        return "".join(self.words)


def page(folder: Path, run: Run, *words: str) -> Page:
    path = folder / "out" / "审阅.html"
    assert run(folder, "site", "-o", str(path), *words).code == 0
    return Page(path.read_text(encoding="utf-8"))


def test_one_file_has_everything(adopted: Path, run: Run) -> None:
    found = page(adopted, run)
    assert "六安市“十四五”新型智慧城市建设规划" in found.text
    assert found.tags["article"] == 26
    assert {"市医保局-01", "row-19.1", "part-plan"} <= set(found.ids)
    assert "编制单位内部备注" in found.text
    assert "各单位均已回复。" in found.text


def test_no_id_comes_twice_and_every_link_has_its_target(adopted: Path, run: Run) -> None:
    found = page(adopted, run)
    assert len(found.ids) == len(set(found.ids))
    assert found.goals <= set(found.ids)


def test_what_an_address_asks_for_can_be_chosen(adopted: Path, run: Run) -> None:
    """A link that is a filter (#unit=…&section=…) names what the form of the page has."""
    links = [link for link in page(adopted, run).links if "=" in link]
    text = (adopted / "out/审阅.html").read_text(encoding="utf-8")
    form = text[text.index('id="part-tools"') : text.index("</form>")]
    assert len(links) > 20
    for link in links:
        for name, values in parse_qs(link[1:]).items():
            choices = form[form.index(f'<select name="{name}">') :].partition("</select>")[0]
            assert re.search(f'<option(>| value="){re.escape(values[0])}["<]', choices)


def test_nothing_is_loaded_from_elsewhere(adopted: Path, run: Run) -> None:
    found = page(adopted, run)
    assert {link for link in found.links if not link.startswith("#")} == {"data:,"}
    text = (adopted / "out/审阅.html").read_text(encoding="utf-8")
    assert not re.search(r"https?://|@import|url\((?!#)", text)


def test_a_folder_has_a_page_for_each_comment(adopted: Path, run: Run) -> None:
    folder = adopted / "out"
    done = run(adopted, "site", "-o", str(folder))
    assert (done.code, done.out) == (0, "")
    index = Page((folder / "index.html").read_text(encoding="utf-8"))
    apart = {link for link in index.links if link.startswith("comments/")}
    assert apart == {f"comments/{path.name}" for path in (folder / "comments").iterdir()}
    assert len(apart) == 26
    one = Page((folder / "comments/市投创中心-03.html").read_text(encoding="utf-8"))
    assert "../index.html#市投创中心-03" in one.links
    assert "引进的目标为项目" in one.text
    assert "采纳的文字保留了" not in one.text  # the office's note
    assert {link.partition("#")[2] for link in one.links if "#" in link} <= set(index.ids)


COMPOUND = """unit: 镇文化站
opinion: 总的意见如下。
items:
  - opinion: 一、改为7个。
    edits: [{replace: 社区食堂6个, with: 社区食堂7个}]
    decision: {status: 采纳}
  - opinion: 二、请说明。
    decision: {status: 不采纳, reason: 另行研究。}
"""


def test_the_figures_are_those_of_the_summary_and_a_compound_comment_is_one(
    example: Path, run: Run
) -> None:
    (example / "comments/镇文化站").mkdir()
    (example / "comments/镇文化站/01.yaml").write_text(COMPOUND, encoding="utf-8")
    noted = "unit: 镇财政所\nopinion: 意见。\ndecision: {status: 留作参考}\n"
    (example / "comments/镇财政所/09.yaml").write_text(noted, encoding="utf-8")
    # a point that is adopted is not in the text yet
    assert run(example, "site", "-o", str(example / "out")).code == 1
    text = (example / "out/index.html").read_text(encoding="utf-8")
    figures = re.findall(r"<li><b>(\d+)</b> (.*?)(?: \d+%)?</li>", text)
    said = "、".join(f"{label}{number}条" for number, label in figures[1:])
    assert said.replace("、", ",") in run(example, "report", "--summary").out
    assert figures[0] == ("5", "意见")
    assert set(re.findall(r'data-comment="(.*?)"', text)) == {
        *("镇文化站-01", "镇财政所-01", "镇财政所-02", "镇财政所-09", "镇民政办-01")
    }
    tags = re.findall(r'<p class="decision"><span class="tag \w+">(.*?)</span>', text)
    assert sorted(tags) == sorted(
        [
            "已采纳",
            "拟部分采纳(尚未落实)",
            "拟采纳(尚未落实)",
            "未采纳",
            "未采纳",
            "留作参考",
            "待定",
        ]
    )
    assert '留作参考</span> <span class="state">未采纳' not in text
    whole = Page((example / "out/comments/镇文化站-01.html").read_text(encoding="utf-8"))
    assert {"镇文化站-01", "镇文化站-01.1", "镇文化站-01.2"} <= set(whole.ids)
    for words in ("总的意见如下。", "拟部分采纳", "一、改为7个。", "二、请说明。", "另行研究。"):
        assert words in whole.text
    assert {"镇文化站-01.html", "镇文化站-01.1.html"} <= {
        p.name for p in (example / "out/comments").iterdir()
    }
    index = Page(text)
    assert len(index.ids) == len(set(index.ids))
    assert index.goals <= set(index.ids)


def test_pages_of_comments_that_are_gone_go(example: Path, run: Run) -> None:
    folder = example / "out"
    assert run(example, "site", "-o", str(folder)).code == 0
    (folder / "comments/own.html").write_text("<p>", encoding="utf-8")
    (example / "comments/镇财政所/02.yaml").unlink()
    assert run(example, "site", "-o", str(folder)).code == 0
    names = {path.name for path in (folder / "comments").iterdir()}
    assert names == {"own.html", "镇财政所-01.html", "镇民政办-01.html"}


HOSTILE = {
    "a script": ("<script>alert(1)</script>", "<script>alert(1)</script>"),
    "the end of a style": ("</style><b>x", "</style><b>x"),
    "an attribute": ('\\" onclick=\\"x', '" onclick="x'),
    "a template": ("{{ 7*7 }}{% raw %}", "{{ 7*7 }}{% raw %}"),
    "a formula": ('=HYPERLINK(\\"x\\")|a|', '=HYPERLINK("x")|a|'),
    "a turned reading": ("\\u202eabc\\u200f", "⟨U+202E⟩abc⟨U+200F⟩"),
    "an entity": ("&lt;&#60;", "&lt;&#60;"),
}


def rewrite(path: Path, pattern: str, words: str) -> None:
    """Put words, as YAML writes them, in the place of values."""
    text = path.read_text(encoding="utf-8")
    path.write_text(re.sub(pattern, lambda match: f'{match[1]}"{words}"', text), encoding="utf-8")


@pytest.mark.parametrize("what", HOSTILE)
def test_hostile_words_are_only_words(example: Path, run: Run, what: str) -> None:
    written, read = HOSTILE[what]
    before = page(example, run)
    for path in (example / "comments").rglob("*.yaml"):
        rewrite(path, r"(?m)^( *(?:reason|reply): ).*$", written)
        rewrite(path, r"(opinion: )\|-\n.*", written)
    rewrite(example / "plan/plan.yaml", r"(?m)^((?:title|issuer): ).*$", written)
    after = page(example, run)
    assert after.tags - before.tags == Counter()
    assert after.text.count(read) >= 8


def test_words_that_would_steer_a_terminal_are_refused_where_they_are_read(
    example: Path, run: Run
) -> None:
    rewrite(example / "plan/plan.yaml", r"(?m)^(title: ).*$", "\\e[31mred\\x07")
    done = run(example, "site", "-o", str(example / "审阅.html"))
    assert done.code == 2
    assert "P107" in done.err
    assert not (example / "审阅.html").exists()


def test_a_unit_with_a_hostile_name(example: Path, run: Run) -> None:
    # no folder can be called <i>: what a name can hold must not be taken for markup either
    folder = example / "comments" / "&lt;i&gt;所'"
    folder.mkdir()
    (folder / "01.yaml").write_text('unit: "&lt;i&gt;所\'"\nopinion: 意见。\n', encoding="utf-8")
    found = page(example, run)
    assert found.tags["i"] == 0
    assert "&lt;i&gt;所'-01" in found.text
    assert run(example, "site", "-o", str(example / "out")).code == 0
    assert len(list((example / "out/comments").iterdir())) == 4


def test_what_utf8_cannot_write_is_replaced() -> None:
    from plancli.render.pages.site import legible

    assert legible("a\ud800b\x9bc\ufffe\n\t") == "a\ufffdb\ufffdc\ufffd\n\t"


def test_the_public_sees_no_names_and_no_notes(example: Path, run: Run) -> None:
    manifest = example / "plan/plan.yaml"
    text = manifest.read_text(encoding="utf-8")
    person = "units:\n  - {name: 朱建国, kind: 个人}\n"
    manifest.write_text(text.replace("units:\n", person), encoding="utf-8")
    (example / "comments/朱建国").mkdir()
    comment = "unit: 朱建国\nopinion: 意见。\nnote: 内部的话\n"
    (example / "comments/朱建国/01.yaml").write_text(comment, encoding="utf-8")
    inside, outside = page(example, run), page(example, run, "--public")
    assert "朱建国" in inside.text
    assert "内部的话" in inside.text
    assert "朱**-01" in outside.text
    assert not {"朱建国", "内部的话"} & set(re.findall("朱建国|内部的话", outside.text))
    assert not any("朱建国" in word for word in (*outside.ids, *outside.links))
    assert run(example, "site", "-o", str(example / "out"), "--public").code == 0
    assert "朱建国" not in "".join(path.name for path in (example / "out").rglob("*"))


def test_the_language_is_that_of_the_plan(example: Path, run: Run) -> None:
    assert "总体情况" in page(example, run).text
    manifest = example / "plan/plan.yaml"
    text = manifest.read_text(encoding="utf-8").replace("language: zh", "language: en")
    manifest.write_text(text, encoding="utf-8")
    assert "Overview" in page(example, run).text


def test_without_comments(example: Path, run: Run) -> None:
    assert run(example, "revert", "--all").code == 0
    shutil.rmtree(example / "comments")
    found = page(example, run)
    assert "本稿尚无意见。" in found.text
    assert found.tags["article"] == 0


def test_before_anything_is_circulated(example: Path, run: Run) -> None:
    shutil.rmtree(example / "comments")
    shutil.rmtree(example / "plan/drafts")
    (example / "plan/applied.yaml").unlink()
    (example / "plan/plan.yaml").write_text(
        "title: 示例\nissuer: 镇政府\nsections: [第一章, 第二章]\n", encoding="utf-8"
    )
    found = page(example, run)
    assert "尚未征求意见" in found.text
    assert "总体目标" in found.text
    assert run(example, "site", "-o", str(example / "out")).code == 0


def test_each_round_has_its_page(example: Path, run: Run) -> None:
    assert run(example, "apply", "--all").code == 0
    assert run(example, "freeze", "送审稿", "--circulate").code == 0
    assert page(example, run).tags["article"] == 0
    first = page(example, run, "--draft", "征求意见稿")
    assert first.tags["article"] == 3
    assert "各轮次:征求意见稿、送审稿" in first.text
    assert "P205" in run(example, "site", "-o", "x.html", "--draft", "没有").err


def test_other_endings_and_no_output(example: Path, run: Run) -> None:
    assert "P009" in run(example, "site", "-o", "x.docx").err
    assert run(example, "site").code == 2


def test_a_template_of_the_users_own(example: Path, run: Run) -> None:
    own = example / "templates/site"
    own.mkdir(parents=True, exist_ok=True)
    (own / "page.html.j2").write_text("{{ manifest.title }} {{ cards|length }}", encoding="utf-8")
    assert page(example, run).text == "示例镇社区食堂建设方案 3"
    (own / "page.html.j2").write_text("{% if %}", encoding="utf-8")
    assert "P010" in run(example, "site", "-o", "x.html").err


def test_no_browser_keeps_by_itself_which_comments_are_off(run: Run, tmp_path: Path) -> None:
    assert run(ROOT, "site", "-o", str(tmp_path / "a.html")).code == 0
    text = (tmp_path / "a.html").read_text(encoding="utf-8")
    ticks = [tag for tag in re.findall(r"<input [^>]*>", text) if "data-with" in tag]
    assert len(ticks) > 20
    assert all('autocomplete="off"' in tag for tag in ticks)
