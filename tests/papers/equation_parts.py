"""Equations as Word has them, made of few parts; nothing of the program's own is used."""

from typing import Any

from lxml import etree

NAMESPACES = (
    'xmlns:m="http://schemas.openxmlformats.org/officeDocument/2006/math" '
    'xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main"'
)


def run(words: str) -> str:
    return f"<m:r><m:t>{words}</m:t></m:r>"


def held(name: str, **arguments: str) -> str:
    """Return an element with its arguments, in their order."""
    inside = "".join(f"<m:{key}>{value}</m:{key}>" for key, value in arguments.items())
    return f"<m:{name}>{inside}</m:{name}>"


def fraction(above: str, below: str) -> str:
    return held("f", num=above, den=below)


def power(base: str, above: str) -> str:
    return held("sSup", e=base, sup=above)


def index(base: str, below: str) -> str:
    return held("sSub", e=base, sub=below)


def brackets(inside: str) -> str:
    return held("d", e=inside)


def root(inside: str) -> str:
    return f'<m:rad><m:radPr><m:degHide m:val="1"/></m:radPr><m:deg/><m:e>{inside}</m:e></m:rad>'


def total(low: str, high: str, of: str) -> str:
    sign = '<m:naryPr><m:chr m:val="∑"/></m:naryPr>'
    inside = f"<m:sub>{low}</m:sub><m:sup>{high}</m:sup><m:e>{of}</m:e>"
    return f"<m:nary>{sign}{inside}</m:nary>"


def matrix(*rows: tuple[str, ...]) -> str:
    cells = ("".join(f"<m:e>{one}</m:e>" for one in row) for row in rows)
    return "<m:m>" + "".join(f"<m:mr>{row}</m:mr>" for row in cells) + "</m:m>"


def equation(inside: str) -> str:
    return f"<m:oMath {NAMESPACES}>{inside}</m:oMath>"


def element(inside: str) -> Any:
    return etree.fromstring(equation(inside))


def of_another_program() -> str:
    """Return a run with an equation that MathType keeps for itself."""
    spaces = (
        'xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main" '
        'xmlns:o="urn:schemas-microsoft-com:office:office"'
    )
    kept = '<o:OLEObject Type="Embed" ProgID="Equation.DSMT4"/>'
    return f"<w:r {spaces}><w:object>{kept}</w:object></w:r>"
