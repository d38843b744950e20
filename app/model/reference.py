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
class ProvenanceRecord:
    """One of the places where a reference was found; the best of them is the reference's own `provenance`.

    expires_at: until when its licence lets the picture be kept, gone_at: when its source was seen to list it no more;
    both ISO 8601, empty when that is not so.
    """

    tier: Tier | None
    provenance: Provenance
    expires_at: str = ""
    gone_at: str = ""


@dataclass(frozen=True, slots=True)
class Conflict:
    """A picture that the library holds as official and as a known fake, for a moderator to decide.

    same_file: the very same bytes; else the two look the same, `distance` bits of 256 apart. found_at, settled_at: ISO
    8601; settled_at and ruling (the moderator's words) are empty while nobody has decided.
    """

    official_id: str
    fake_id: str
    same_file: bool
    distance: int
    found_at: str
    settled_at: str = ""
    ruling: str = ""


@dataclass(frozen=True, slots=True)
class Reference:
    """A reference as the library keeps it. `key` orders references by arrival and names them in the index.

    group: the lowest key among the references of this title and label that show the same picture in another size or
    version; None when there is no other.
    """

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
    group: int | None = None


_FAN_TIERS = frozenset({Tier.F, Tier.K})


def is_on_fan_side(reference: Reference) -> bool:
    """Whether a match with it speaks for fan-made: a known fake, or from a source of fan art."""
    return reference.label is Label.KNOWN_FAKE or reference.tier in _FAN_TIERS


@dataclass(frozen=True, slots=True)
class LibrarySummary:
    """How much there is to compare with. `version` grows with every change; `demo`: drawn pictures only."""

    references: int
    official: int
    known_fakes: int
    version: int
    demo: bool
    of_this_title: int | None = None
