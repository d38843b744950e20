"""One picture of the library, and where it came from."""

from dataclasses import dataclass
from enum import StrEnum


class Label(StrEnum):
    """What the library says a reference is."""

    OFFICIAL = "official"
    KNOWN_FAKE = "known_fake"


class ReferenceState(StrEnum):
    """Whether a reference takes part in checks."""

    ACTIVE = "active"
    DISABLED = "disabled"
    GONE = "gone"


class Kind(StrEnum):
    """What sort of picture a reference is."""

    POSTER = "poster"
    BACKDROP = "backdrop"
    LOGO = "logo"
    STILL = "still"


class Tier(StrEnum):
    """How far a source is trusted.

    A Netflix itself, B TMDB with votes, C catalogues without votes, F fan art, K known fake.
    """

    A = "A"
    B = "B"
    C = "C"
    F = "F"
    K = "K"


@dataclass(frozen=True, slots=True)
class Provenance:
    """Where a reference came from; empty strings where that is not known. fetched_at: ISO 8601."""

    path: str = ""
    source: str = ""
    page_url: str = ""
    image_url: str = ""
    fetched_at: str = ""
    note: str = ""


@dataclass(frozen=True, slots=True)
class Reference:
    """A reference as the library keeps it. `key` orders references by arrival and names them in the index."""

    id: str
    key: int
    label: Label
    title: str
    title_id: str
    kind: Kind
    language: str
    tier: Tier | None
    provenance: Provenance
    sha256: str
    width: int
    height: int
    state: ReferenceState
    added_at: str


@dataclass(frozen=True, slots=True)
class LibrarySummary:
    """How much there is to compare with. `version` grows with every change; `demo`: drawn pictures only."""

    references: int
    official: int
    known_fakes: int
    version: int
    demo: bool
    of_this_title: int | None = None
