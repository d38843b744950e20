"""The answer for one picture: the same object for the web page, the endpoint, the command line and the batch."""

from datetime import datetime
from enum import StrEnum
from typing import Literal

from pydantic import BaseModel, ConfigDict, Field


class VerdictLabel(StrEnum):
    """The two answers."""

    LIKELY_OFFICIAL = "likely_official"
    LIKELY_FAN_MADE = "likely_fan_made"


class Relation(StrEnum):
    """How the submitted picture stands to the library, or to one reference."""

    SAME_ARTWORK = "same_artwork"
    OFFICIAL_VARIANT = "official_variant"
    ALTERED_ARTWORK = "altered_artwork"
    COMPOSITE = "composite"
    KNOWN_FAKE = "known_fake"
    SHARED_ELEMENTS = "shared_elements"
    NO_MATCH = "no_match"


class RegionKind(StrEnum):
    """What a changed region seems to hold."""

    TEXT = "text"
    OVERLAY = "overlay"
    PICTURE = "picture"


class FoundBy(StrEnum):
    """Which search proposed a reference."""

    SAME_FILE = "same_file"
    PERCEPTUAL_HASH = "perceptual_hash"
    LOCAL_FEATURES = "local_features"
    CLOSER_LOOK = "closer_look"


class _Frozen(BaseModel):
    model_config = ConfigDict(frozen=True, extra="forbid")


class ReportBox(_Frozen):
    """A box in pixels; origin top left."""

    x: int
    y: int
    width: int = Field(ge=0)
    height: int = Field(ge=0)


class ReportRegion(ReportBox):
    """A place where the submitted picture differs from the reference.

    The box is in the submitted picture; `reference_box` is the same place in the reference, in its own pixels.
    share: part of the compared area that changed there, 0..1. difference: how strongly, 0 (like) to 1 (unlike).
    """

    share: float = Field(ge=0, le=1)
    kind: RegionKind
    difference: float = Field(ge=0, le=1)
    reference_box: ReportBox
    words_before: str | None = None
    words_after: str | None = None


class PartColour(StrEnum):
    """The colour of one part of a composite in every picture; told apart also by those who see few colours.

    From the palette of M. Okabe and K. Ito, "Color Universal Design"; grey is for what no reference accounts for.
    """

    BLUE = "blue"
    ORANGE = "orange"
    GREEN = "green"
    PURPLE = "purple"
    GREY = "grey"


class ReportPart(_Frozen):
    """A part of a picture that was put together from several.

    letter: names it in every picture and list, "A" the best account; "?" for what comes from elsewhere, when
    `reference_id` is null and `title` empty. share: of the submitted picture, 0..1; parts share no place. outline:
    closed polygons of [x, y] in submitted pixels; a place belongs to the part where an odd number of them lie around
    it. centre: [x, y] well inside. box: around all of it. reference_box: the same place in the reference, in its own
    pixels; null where that is not known.
    """

    letter: str
    reference_id: str | None
    title: str
    share: float = Field(ge=0, le=1)
    colour: PartColour
    outline: list[list[tuple[int, int]]]
    centre: tuple[int, int]
    box: ReportBox
    reference_box: ReportBox | None


class ReportReason(_Frozen):
    """One finding, as a sentence. weight: log-odds, always positive, towards what it supports.

    strength: how fully the finding holds, 0..1; the weight is the code's own, so many times.
    """

    code: str
    supports: VerdictLabel | Literal["neither"]
    weight: float = Field(ge=0)
    strength: float = Field(default=1.0, ge=0, le=1)
    text: str
    reference_id: str | None = None
    region: ReportBox | None = None


class ReportReference(_Frozen):
    """The reference of a match, as far as a reader needs it."""

    id: str
    label: str
    title: str
    path: str
    tier: str | None
    source: str
    page_url: str
    language: str
    width: int
    height: int


class ReportMatch(_Frozen):
    """One reference laid over the submitted picture.

    hash_distance: differing bits of 256, null when a hash would say nothing. coverage: share of each picture that the
    other one accounts for, 0..1. homography: nine numbers, row by row, mapping reference pixels to submitted pixels;
    null when the two could not be aligned: `failure` then says why.
    """

    reference: ReportReference
    relation: Relation
    found_by: list[FoundBy]
    hash_distance: int | None
    inliers: int
    mirrored: bool
    query_coverage: float
    reference_coverage: float
    changed_share: float
    changed_regions: list[ReportRegion]
    homography: list[float] | None
    failure: str | None = None

    @property
    def told_regions(self) -> list[ReportRegion]:
        """The changed places worth telling, in the order in which every face numbers them from 1.

        None where only elements are shared, as everything else differs; none of a composite: its parts tell it.
        """
        untold = (Relation.SHARED_ELEMENTS, Relation.COMPOSITE)
        return [] if self.relation in untold else self.changed_regions


class ReportLine(ReportBox):
    """One line of words read on the picture."""

    text: str
    score: float


class ReportText(_Frozen):
    """Words read on the picture; empty when nobody needed to read them."""

    title: str | None = None
    lines: list[ReportLine] = Field(default_factory=list)


class ReportImage(_Frozen):
    """The submitted file."""

    format: str
    width: int
    height: int
    bytes: int
    metadata: dict[str, str]


class ReportLibrary(_Frozen):
    """What was there to compare with. notes: where it is thin or old for this title, as sentences."""

    references: int
    official: int
    known_fakes: int
    version: int
    demo: bool
    of_this_title: int | None
    notes: list[str] = Field(default_factory=list)


class ReportEngine(_Frozen):
    """What did the comparing."""

    version: str
    fingerprint_version: int
    index: str


class CheckReport(_Frozen):
    """The whole answer. probability_official: 0..1. confidence: probability of the verdict given, 0.5..1.

    parts: of a composite only.
    """

    id: str
    input: str
    sha256: str
    checked_at: datetime
    verdict: VerdictLabel
    probability_official: float = Field(ge=0, le=1)
    confidence: float = Field(ge=0, le=1)
    conclusive: bool
    relation: Relation
    summary: str
    reasons: list[ReportReason]
    matches: list[ReportMatch]
    parts: list[ReportPart] = Field(default_factory=list)
    text: ReportText
    image: ReportImage
    library: ReportLibrary
    engine: ReportEngine
    timings_ms: dict[str, float]


class SkippedReason(_Frozen):
    """Why a file was not checked."""

    code: str
    text: str


class SkippedInput(_Frozen):
    """A file that could not be checked, in the place of its report."""

    input: str
    error: SkippedReason
