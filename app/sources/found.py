"""What a source says it has: places to look at, and pictures there."""

from collections.abc import Iterator
from dataclasses import dataclass
from enum import StrEnum
from typing import Protocol

from app.model.reference import Kind, Label, Tier
from app.sources.fetcher import Fetcher


@dataclass(frozen=True, slots=True)
class FoundPicture:
    """One picture that a source lists.

    key: tells pictures of this source apart. url: where to fetch it; "" for a file. image_url: the address to remember,
    without what changes from day to day. path: a name for people; of a file, where it lies below its folder. file: of a
    file, its whole path. kind: None when its shape has to tell. keep_days: 0 for good.
    only_ask: it was listed before and is no more; it is only to be asked for, to see whether it is gone.
    """

    key: str
    url: str
    image_url: str
    path: str
    label: Label = Label.OFFICIAL
    title: str = ""
    title_id: str = ""
    kind: Kind | None = None
    language: str = ""
    tier: Tier | None = None
    page_url: str = ""
    note: str = ""
    file: str = ""
    keep_days: int = 0
    only_ask: bool = False


class Unlisted(StrEnum):
    """What it means that a place lists a picture no more."""

    NOTHING = "nothing"
    ASK = "ask"
    GONE = "gone"


@dataclass(frozen=True, slots=True)
class Look:
    """What one place holds. languages, kinds: those that were asked for; None: all."""

    page_url: str
    pictures: tuple[FoundPicture, ...]
    languages: frozenset[str] | None = None
    kinds: frozenset[Kind] | None = None


class Source(Protocol):
    """Somewhere references come from.

    name: its name in the library. unlisted: as above. ask_again: whether to ask, in every run, if a picture changed.
    smallest_side: pixels below which a picture of this source is no artwork; 0 where all are.
    """

    @property
    def name(self) -> str: ...

    @property
    def unlisted(self) -> Unlisted: ...

    @property
    def ask_again(self) -> bool: ...

    @property
    def smallest_side(self) -> int: ...

    def places(self, fetcher: Fetcher) -> Iterator[str]:
        """The places to look at, always in the same order. Raises: FetchFailed, SourceUnavailable."""

    def look(self, fetcher: Fetcher, place: str) -> Look:
        """What is there. Raises: FetchFailed (not_found when the place is gone), SourceUnavailable."""

    def page_of(self, place: str) -> str:
        """The page_url that its pictures have in the library."""
