"""What every format of a batch's results offers: rows of exactly one line each, which can be read back later."""

from collections.abc import Callable, Mapping
from dataclasses import dataclass

from app.reports.outcome import Item, Outcome


@dataclass(frozen=True, slots=True)
class Thumbnails:
    """Small JPEGs of the submitted picture and of its best reference; None where there is none.

    crops: the changed places, or the parts of a composite, before and after, in the report's order.
    """

    submitted: bytes | None = None
    reference: bytes | None = None
    crops: tuple[bytes, ...] = ()


NO_THUMBNAILS = Thumbnails()


@dataclass(frozen=True, slots=True)
class RowSeen:
    """A row of an earlier run: `key` is the input as this format writes it."""

    key: str
    outcome: Outcome


@dataclass(frozen=True, slots=True)
class RowFormat:
    """A format that is written row by row.

    header and footer: whole lines, or empty. row: one line with its line feed. key: an input as a row shows it.
    read_row: a row read back, None for anything else. footer_start: the line a footer begins with, empty for no footer.
    pictured_bytes: once the file has so many bytes, its rows go without pictures.
    """

    name: str
    header: str
    row: Callable[[Item, Thumbnails], str]
    footer: Callable[[Mapping[Outcome, int]], str]
    key: Callable[[str], str]
    read_row: Callable[[str], RowSeen | None]
    footer_start: str = ""
    pictured_bytes: int = 0
