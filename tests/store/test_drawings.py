"""Drawings: what runs, loads or tells of their authors is not published."""

import base64

import pytest

from plancli.store.drawings import cleaned_drawing
from tests.drawn import chunk, png, svg


def as_data(content: bytes) -> str:
    return base64.b64encode(content).decode("ascii")


@pytest.mark.parametrize(
    "inside",
    [
        "<script>alert(1)</script>",
        '<a xlink:href="javascript:alert(1)"><text>甲</text></a>',
        '<image xlink:href="http://example.org/a.png"/>',
        '<image href="file:///etc/passwd"/>',
        '<use href="other.svg#a"/>',
        '<rect onload="alert(1)"/>',
        "<style>@import url(a.css);</style>",
        "<style>rect { fill: url('http://example.org/a.svg#b') }</style>",
        '<rect style="fill: url(//example.org/a.svg)"/>',
        "<foreignObject/>",
        '<g><set attributeName="href" onbegin="x()"/></g>',
    ],
)
def test_what_runs_or_loads_is_refused(inside: str) -> None:
    assert cleaned_drawing(svg(inside)).unfit is not None


@pytest.mark.parametrize(
    "content",
    [
        b"",
        b"<html/>",
        b"<svg/>",
        b"<svg",
        b'<?xml version="1.0" encoding="nobody"?><svg/>',
        b'<!DOCTYPE svg [<!ENTITY a "aaaa">]>' + svg("&a;"),
    ],
)
def test_what_is_no_drawing_is_refused(content: bytes) -> None:
    assert cleaned_drawing(content).unfit is not None


def test_what_is_seen_stays_and_what_is_told_goes() -> None:
    editor = 'xmlns:i="http://www.inkscape.org/namespaces/inkscape"'
    told = (
        "<!-- Wang Min --><metadata><i:x>Wang Min</i:x></metadata><i:view/>"
        '<path i:label="Wang Min" d="M0 0h9"/>'
    )
    seen = (
        '<defs><linearGradient id="a"/></defs><style>rect { fill: url(#a) }</style>'
        f'<image xlink:href="data:image/png;base64,{as_data(png())}"/><text>平台层</text>'
    )
    found = cleaned_drawing(svg(told + seen, f'{editor} width="40" height="30"'))
    assert found.unfit is None
    text = found.content.decode()
    assert "Wang" not in text
    assert "inkscape" not in text
    for stays in ("M0 0h9", "url(#a)", "data:image/png", "平台层", "linearGradient"):
        assert stays in text
    assert cleaned_drawing(found.content) == found


@pytest.mark.parametrize(
    ("attributes", "size"),
    [
        ('width="40" height="30"', (40, 30)),
        ('width="1in" height="25.4mm"', (96, 96)),
        ('width="100%" height="100%" viewBox="0 0 320.4 80"', (320, 80)),
        ('viewBox="0,0,320,80"', (320, 80)),
        ('width="1e3" height=".5e2mm"', (1000, 189)),
        ('viewBox="0 0 3.2e2 80"', (320, 80)),
        ("", (300, 150)),
    ],
)
def test_a_drawing_is_as_large_as_it_says(attributes: str, size: tuple[int, int]) -> None:
    found = cleaned_drawing(svg("", attributes))
    assert (found.width, found.height) == size


@pytest.mark.parametrize("attributes", ['width="0"', 'height="-4"', 'width="0%" height="0.0px"'])
def test_a_drawing_that_says_that_it_has_no_size_has_none(attributes: str) -> None:
    found = cleaned_drawing(svg("<rect/>", attributes))
    assert (found.width, found.height) == (0, 0)


@pytest.mark.parametrize(("depth", "is_shown"), [(150, True), (100_000, False)])
def test_elements_that_stand_in_one_another_without_end_are_refused(
    depth: int, is_shown: bool
) -> None:
    assert (cleaned_drawing(svg("<g>" * depth + "</g>" * depth)).unfit is None) is is_shown


def nested(inside: str, times: int = 3, levels: int = 30) -> str:
    """Return groups of which each uses the one before it several times."""
    groups = [f'<g id="a0">{inside}</g>']
    for level in range(1, levels + 1):
        groups.append(f'<g id="a{level}">' + f'<use href="#a{level - 1}"/>' * times + "</g>")
    return f'<defs>{"".join(groups)}</defs><use href="#a{levels}"/>'


def patterns(said: str, levels: int = 25) -> str:
    """Return patterns of which each is filled with the one before it, as `said` of that one's number."""
    found = ['<pattern id="p0" class="c0"><rect class="r0"/></pattern>']
    for level in range(1, levels + 1):
        filled = f'<rect class="r{level}" {said.format(level - 1)}/>' * 3
        found.append(f'<pattern id="p{level}">{filled}</pattern>')
    return f'<defs>{"".join(found)}</defs><rect fill="url(#p{levels})"/>'


SHEET = "<style>" + "".join(f".r{n} {{ fill: url(#p{n - 1}) }}" for n in range(1, 26)) + "</style>"


@pytest.mark.parametrize(
    "inside",
    [
        nested("<rect/>"),
        nested("<rect/>", times=1, levels=1_000),
        patterns('fill="url(#p{})"'),
        patterns("style=\"fill: url('#p{}')\""),
        SHEET + patterns('data-fill="{}"'),
        '<g id="a"><rect/><use href="#a"/></g>',
        '<g id="a"><use href="#b"/></g><g id="b"><use xlink:href="#a"/></g>',
    ],
)
def test_what_is_drawn_without_end_is_refused(inside: str) -> None:
    assert cleaned_drawing(svg(inside)).unfit is not None


@pytest.mark.parametrize(
    "inside",
    [
        nested("<rect/>", times=2, levels=10),
        patterns('fill="url(#p{})"', levels=5),
        '<linearGradient id="g"/><g fill="url(#g)">' + "<rect/>" * 5_000 + "</g>",
        '<g id="a"><a href="#a"><rect/></a></g><animate href="#a"/>',
        '<style>.x { fill: url(#p0) }</style><pattern id="p0"><path/></pattern><rect class="x"/>',
        '<use href="#nobody"/>',
    ],
)
def test_what_is_used_now_and_then_is_drawn(inside: str) -> None:
    assert cleaned_drawing(svg(inside)).unfit is None


def test_a_picture_in_a_drawing_is_cleaned_as_any_other() -> None:
    noted = png(4, 3, b"\x46\x82\xb4", chunk(b"tEXt", b"Author\0Wang Min"))
    found = cleaned_drawing(svg(f'<image href="data:image/png;base64,{as_data(noted)}"/>'))
    assert found.unfit is None
    assert as_data(png()).encode() in found.content


@pytest.mark.parametrize(
    "data",
    [
        "image/png;base64,iVBORw0KGgo=",
        "image/png;base64," + as_data(png()[:-20]),
        "image/jpeg;base64," + as_data(png()),
        "image/gif;base64,R0lGODlhAQABAAAAACw=",
        "image/svg+xml;base64," + as_data(svg("<script/>")),
    ],
)
def test_what_is_no_picture_in_a_drawing_is_refused(data: str) -> None:
    assert cleaned_drawing(svg(f'<image href="data:{data}"/>')).unfit is not None


def test_words_of_its_own_are_refused_in_whatever_characters() -> None:
    written = '<!DOCTYPE svg [<!ENTITY a "aaaa">]>' + svg("<text>&a;</text>").decode()
    said = f'<?xml version="1.0" encoding="UTF-16"?>{written}'
    assert cleaned_drawing(said.encode("utf-16")).unfit is not None


def test_a_drawing_that_names_its_kind_as_older_programs_do_is_shown() -> None:
    kind = b'<!DOCTYPE svg PUBLIC "-//W3C//DTD SVG 1.1//EN" "http://www.w3.org/svg11.dtd">'
    found = cleaned_drawing(kind + svg("<rect/>"))
    assert found.unfit is None
    assert b"DTD" not in found.content
