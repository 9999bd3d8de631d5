"""Drawings: what runs, loads or tells of their authors is not published."""

import pytest

from plancli.store.drawings import cleaned_drawing
from tests.drawn import svg


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
        '<image xlink:href="data:image/png;base64,iVBORw0KGgo="/><text>平台层</text>'
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
