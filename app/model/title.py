"""Titles that exist, and what can be said of a title that a poster claims."""

from dataclasses import dataclass
from enum import StrEnum


class TitleKind(StrEnum):
    """What a title names."""

    FILM = "film"
    SERIES = "series"


class TitleStatus(StrEnum):
    """How real a title is, as of a date."""

    RELEASED = "released"
    ANNOUNCED = "announced"
    RUMOURED = "rumoured"
    NOT_ANNOUNCED = "not_announced"


@dataclass(frozen=True, slots=True)
class TitleName:
    """A name a title goes by. language: as ISO 639-1, with a region where one is known; empty when not known."""

    name: str
    language: str


@dataclass(frozen=True, slots=True)
class KnownTitle:
    """One title of the catalogue.

    year: of the first release. seasons: how many are released or announced; None for films and where not known.
    names: other names, the main one not among them. source, as_of: who says so, and when (ISO 8601 date).
    """

    id: str
    title: str
    kind: TitleKind
    year: int | None
    seasons: int | None
    status: TitleStatus
    names: tuple[TitleName, ...]
    source: str
    as_of: str


class Ruling(StrEnum):
    """What the catalogue says of a claimed title."""

    EXISTS = "exists"
    ANNOUNCED = "announced"
    RUMOURED = "rumoured"
    NOT_ANNOUNCED = "not_announced"
    NO_SUCH_SEASON = "no_such_season"
    UNKNOWN = "unknown"


@dataclass(frozen=True, slots=True)
class TitleRuling:
    """The catalogue's answer.

    claimed: the title as claimed, tidied ("Purple Hearts 2", "Bridgerton, season 9"). title: the entry the answer rests
    on: the claimed title itself, or the one it claims to continue; None when the catalogue knows neither.
    likeness: how well the words fit the entry's name, 0..1. source, as_of: of the fact that decides.
    """

    ruling: Ruling
    claimed: str
    title: KnownTitle | None
    likeness: float
    source: str
    as_of: str
