"""The parts of an explained audit, in words already: what the text and the page are made of."""

from __future__ import annotations

from typing import NamedTuple

__all__ = ["Figure", "Labelled", "Part", "Record", "Report", "Requirement", "SourceLine"]


class Labelled(NamedTuple):
    """
    A line with a label before it.

    Attributes:
        label: What the line is about.
        text: What it says.
        repeats: Whether a field of the requirement says it too.
    """

    label: str
    text: str
    repeats: bool = False


class Part(NamedTuple):
    """
    A part of a requirement's condition.

    Attributes:
        title: What is asked there, or the days of a part of time.
        status: Code of the verdict.
        badge: The verdict in words.
        figures: What counts of what is asked for, and what is short.
        parts: Its own parts.
    """

    title: str
    status: str
    badge: str
    figures: str
    parts: tuple[Part, ...]


class Requirement(NamedTuple):
    """
    A requirement.

    Attributes:
        title: What it is called.
        status: Code of the verdict.
        badge: The verdict in two or three words.
        said: The verdict in a sentence.
        figures: What counts of what is asked for.
        short: What is lacking.
        due: The last day for it.
        bar: How much counts surely and at most, in per cent; None where that has no sense.
        lines: What is asked for, what counts, what is short.
        parts: The findings of its parts.
        notes: What follows from it, and what it rests on.
    """

    title: str
    status: str
    badge: str
    said: str
    figures: str
    short: str
    due: str
    bar: tuple[int, int] | None
    lines: tuple[Labelled, ...]
    parts: tuple[Part, ...]
    notes: tuple[Labelled, ...]


class Figure(NamedTuple):
    """
    A figure that other clauses read.

    Attributes:
        title: What it is called.
        value: What it came to.
        lines: How it is worked out, from which facts, and where that is written.
    """

    title: str
    value: str
    lines: tuple[Labelled, ...]


class Record(NamedTuple):
    """
    A record, or an entry that a pool made.

    Attributes:
        id: The record's id; the pool's title for an entry that a pool made.
        day: When it was.
        facts: What else is known of it.
        status: Code of what became of it.
        badge: The same in words.
        lines: What it earned, and what of it did not count, and why.
    """

    id: str
    day: str
    facts: str
    status: str
    badge: str
    lines: tuple[str, ...]


class SourceLine(NamedTuple):
    """
    A document that the policy rests on.

    Attributes:
        number: Its number or short name.
        details: Title, day of issue, how sure we are, what to know of the copy.
        addresses: Where a copy was read.
    """

    number: str
    details: tuple[str, ...]
    addresses: tuple[str, ...]


class Report(NamedTuple):
    """
    An audit in words.

    Attributes:
        title: What the policy is called.
        heading: Teacher, day, cycle, and up to when records are complete.
        status: Code of the overall verdict.
        badge: The same in words.
        overall: The overall verdict in sentences: so far, in the end, and a count.
        requirements: Every requirement.
        figures: Every figure that other clauses read.
        records: Every record.
        pools: Every entry that a pool made.
        unknown: What to find out, each said so that someone can do it.
        presumed: What was presumed of records, or assumed of the cycle.
        silent: What the policy does not settle.
        sources: The documents.
    """

    title: str
    heading: tuple[Labelled, ...]
    status: str
    badge: str
    overall: tuple[str, ...]
    requirements: tuple[Requirement, ...]
    figures: tuple[Figure, ...]
    records: tuple[Record, ...]
    pools: tuple[Record, ...]
    unknown: tuple[str, ...]
    presumed: tuple[str, ...]
    silent: tuple[str, ...]
    sources: tuple[SourceLine, ...]
