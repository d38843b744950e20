"""Titles that exist, and what can be said of a title that a poster claims."""

from dataclasses import dataclass
from enum import StrEnum

from app.model.words import ChangedWords


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
    """A name a title goes by. language: as ISO 639-1, with a region where one is known; empty when not known.

    source, as_of: who says so, and when (ISO 8601 date); empty: as for the title it belongs to.
    """

    name: str
    language: str
    source: str = ""
    as_of: str = ""


@dataclass(frozen=True, slots=True)
class FactOrigin:
    """Who says one thing of a title, and when. fact: year, seasons or status. as_of: ISO 8601 date."""

    fact: str
    source: str
    as_of: str


@dataclass(frozen=True, slots=True)
class KnownTitle:
    """One title of the catalogue.

    year: of the first release. seasons: how many are released or announced; None for films and where not known.
    more_seasons: the source tells only of some seasons, so that there may be more than `seasons`.
    names: other names, the main one not among them. source, as_of: who says so, and when (ISO 8601 date): of the
    status, and of all that `origins` does not list.
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
    more_seasons: bool = False
    origins: tuple[FactOrigin, ...] = ()


class Ruling(StrEnum):
    """What the catalogue says of a claimed title.

    NOT_ANNOUNCED: a source says outright that there is no such title. NO_SUCH_SEASON: a source counts the seasons, and
    there are fewer. NOT_LISTED, much weaker: the catalogue holds what the title claims to continue, but nothing like
    the continuation; it may just not have heard. UNKNOWN: it cannot say.
    """

    EXISTS = "exists"
    ANNOUNCED = "announced"
    RUMOURED = "rumoured"
    NOT_ANNOUNCED = "not_announced"
    NO_SUCH_SEASON = "no_such_season"
    NOT_LISTED = "not_listed"
    UNKNOWN = "unknown"


@dataclass(frozen=True, slots=True)
class TitleRuling:
    """The catalogue's answer.

    claimed: the title as claimed, tidied ("Purple Hearts 2", "Bridgerton, season 9"). title: the entry the answer rests
    on: the claimed title itself, or the one it claims to continue; None when the catalogue knows neither.
    likeness: how well the words fit the entry's name, 0..1. source, as_of: of the fact that decides; for an unknown
    title, no source, and the date of the newest fact that the catalogue holds.
    """

    ruling: Ruling
    claimed: str
    title: KnownTitle | None
    likeness: float
    source: str
    as_of: str


@dataclass(frozen=True, slots=True)
class ReadPlace:
    """What was read in one changed place, in the reference and in the submitted picture.

    ruling: what the catalogue says of the words that are there now, as a title. languages: when the words before and
    after are names of one title, the language of each, empty where it is not known; None when they are not.
    continues: the words now are the reference's own title with a number that it does not have. retitled: they are that
    title, which was not read there before. untitled: that title stood there, and other words stand there now.
    another: the words that came are the title of other artwork that the library holds.
    """

    words: ChangedWords
    ruling: TitleRuling | None = None
    languages: tuple[str, str] | None = None
    continues: bool = False
    retitled: bool = False
    untitled: bool = False
    another: bool = False
