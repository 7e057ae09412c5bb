"""Markup in which all text is escaped unless it is markup already."""

from __future__ import annotations

from html import escape

__all__ = ["Markup", "element", "joined"]


class Markup(str):
    """Markup that was made here, not text that came from outside."""

    __slots__ = ()


def element(name: str, *content: str | Markup, **attributes: str) -> Markup:
    """
    Return an element; its text and attributes are escaped.

    >>> element("b", "1 < 2", class_="x")
    '<b class="x">1 &lt; 2</b>'
    """
    written = "".join(
        f' {key.rstrip("_").replace("_", "-")}="{escape(value)}"'
        for key, value in attributes.items()
    )
    return Markup(f"<{name}{written}>{joined(*content)}</{name}>")


def joined(*content: str | Markup) -> Markup:
    """Return pieces one after the other."""
    return Markup(
        "".join(part if isinstance(part, Markup) else escape(str(part)) for part in content)
    )
