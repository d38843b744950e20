"""Everything measured between the submitted picture and one reference; nothing here judges."""

from dataclasses import dataclass
from enum import StrEnum

import numpy as np
from numpy.typing import NDArray

from app.model.geometry import Box
from app.model.reference import Reference
from app.model.report import FoundBy, RegionKind
from app.model.title import ReadPlace

# `failure` of a reference that was found, but whose picture the library does not hold.
PICTURE_MISSING = "picture_missing"


@dataclass(frozen=True, slots=True)
class RegionShape:
    """What a changed place looks like, as shares of the frame and of itself; what it holds is told from these.

    share: of the frame, 0..1. width, height: of the frame's width and height, 0..1. centre_x, centre_y: 0..1.
    fill: marked pixels of the box, 0..1. pieces: separate marks. stroke: typical half-width of the marks over the
    box's shorter side, 0..0.5. letter: median height of the marks, of the frame's height, 0..1. sharpness: how steep
    the marks' outlines are against the contrast there, 0 and up. solidity: the largest mark's area over its convex
    hull's, 0..1. roundness: the largest mark's area over its enclosing circle's, 0..1. added, removed: fine detail that
    came and that went, 0..1 of the larger. show_through: correlation of the ground's fine detail with the reference's
    in the place, -1..1. opacity: 1 minus the slope of the submitted luminance over the reference's in the marks, 0 (as
    before) to 1 (covered). correlation: the place's mean local correlation. tone: mean colour distance, 0..255.
    colours: spread of the marks' colours, 0..1. uniform: share of the marks within a tenth of the range of their median
    colour. saturation, lightness: of the marks, 0..1. contrast: mean luminance step from the marks to what was there,
    0..1. edge: the box touches the overlap's edge. spans: it reaches from side to side or from top to bottom.
    plate: share of the box within a tenth of the range of its median colour. calm: fine detail of the reference in the
    place over that of the whole frame, 0..10. hue_x, hue_y: the marks' colour away from grey, on the colour circle,
    -1..1. aligned: other changed places of like size in one row or column with it. magnified: frame pixels per
    submitted pixel. regions: how many changed places the comparison has; changed: their shares together. noise: typical
    luminance difference elsewhere, 0..255. coverage: share of the frame that the submitted picture reaches. gain:
    contrast of the submitted picture over the reference's, 0..1. tint: mean distance of the marks' colours from those
    of the reference round about, -255..255. kin: share of what lies beside the box in the marks' own colour, 0..1: a
    number set like the title beside it. goes_on: beyond how many of the frame's four sides the submitted picture
    goes on.
    """

    share: float
    width: float
    height: float
    centre_x: float
    centre_y: float
    fill: float
    pieces: int
    stroke: float
    letter: float
    sharpness: float
    solidity: float
    roundness: float
    added: float
    removed: float
    show_through: float
    opacity: float
    correlation: float
    tone: float
    colours: float
    uniform: float
    saturation: float
    lightness: float
    contrast: float
    edge: bool
    spans: bool
    plate: float
    calm: float
    hue_x: float
    hue_y: float
    aligned: int
    magnified: float
    regions: int
    changed: float
    noise: float
    coverage: float
    gain: float
    tint: float
    kin: float
    goes_on: int


@dataclass(frozen=True, slots=True)
class RegionChances:
    """What a changed place may hold, each 0..1, together 1.

    overlay: something laid over that changes nothing (a sticker, a watermark, a caption, an app's buttons). text:
    lettering that somebody added or replaced. picture: what is shown, repainted. variant: the difference of another
    official version (a language, a tagline, a crop).
    """

    overlay: float
    text: float
    picture: float
    variant: float

    def given(self, factors: "RegionChances") -> "RegionChances":
        """After evidence that makes each so many times as likely: Bayes' rule. Together 1 again."""
        overlay, text = self.overlay * factors.overlay, self.text * factors.text
        picture, variant = self.picture * factors.picture, self.variant * factors.variant
        total = max(1e-9, overlay + text + picture + variant)
        return RegionChances(overlay / total, text / total, picture / total, variant / total)


class Pictogram(StrEnum):
    """A sign that people and apps lay over pictures."""

    HEART = "heart"
    STAR = "star"
    ARROW = "arrow"
    RING = "ring"
    PLAY = "play"
    POINTER = "pointer"
    SHAPE = "shape"


@dataclass(frozen=True, slots=True)
class ChangedRegion:
    """A place where the two pictures differ. box: submitted pixels; reference_box: reference pixels.

    share: of the compared area, 0..1. difference: 0 (alike) to 1 (nothing in common). read: its words, where somebody
    has read them; `chances` take them into account then, as they do a pictogram. copied: it holds what the reference
    shows elsewhere, too. taken_from: title, or else id, of another reference that it holds a piece of.
    """

    box: Box
    reference_box: Box
    share: float
    difference: float
    chances: RegionChances
    shape: RegionShape
    pictogram: Pictogram | None = None
    read: ReadPlace | None = None
    copied: bool = False
    taken_from: str = ""

    @property
    def claim(self) -> float:
        """How likely, 0..1, somebody changed there what the poster says or shows."""
        return self.chances.text + self.chances.picture

    @property
    def variant(self) -> float:
        """How likely, 0..1, another official version differs there."""
        return self.chances.variant

    @property
    def kind(self) -> RegionKind:
        """What it holds most likely; another version's difference is taken for lettering."""
        lettering = self.chances.text + self.chances.variant
        if self.chances.overlay >= max(lettering, self.chances.picture):
            return RegionKind.OVERLAY
        return RegionKind.TEXT if lettering >= self.chances.picture else RegionKind.PICTURE


@dataclass(frozen=True, slots=True)
class MovedPart:
    """Something of a reference that stands elsewhere now. here: in submitted pixels; there: in reference pixels."""

    here: Box
    there: Box


@dataclass(frozen=True, slots=True, eq=False)
class Comparison:
    """One reference laid over the submitted picture.

    homography: reference pixels to submitted pixels (flipped ones when mirrored), None when they could not be aligned;
    `failure` then names the gate. agreement: share, 0..1, of the finely drawn places of either picture where both
    agree. query_coverage, reference_coverage: share of each picture that the other reaches, 0..1.
    changed_share: changed part of the overlap, 0..1. likeness: median local correlation of the overlap, -1..1.
    explained_cells: (n, n) bool, the submitted picture in as many cells, where something drawn agrees; None when
    nothing was left open. spread: share of the reference's area over which agreeing points are spread; 1 when aligned
    without points. crossed: at one side the submitted picture shows artwork beyond the reference's end, at another it
    ends before it. moved: what stands elsewhere than in the reference, where somebody has looked for it.
    """

    reference: Reference
    found_by: tuple[FoundBy, ...]
    hash_distance: int | None
    mirrored: bool
    inliers: int
    spread: float
    homography: NDArray[np.float64] | None
    failure: str | None
    query_coverage: float = 0.0
    reference_coverage: float = 0.0
    changed_share: float = 0.0
    likeness: float = 0.0
    agreement: float = 0.0
    regions: tuple[ChangedRegion, ...] = ()
    explained_cells: NDArray[np.bool_] | None = None
    crossed: bool = False
    moved: MovedPart | None = None

    @property
    def claim(self) -> float:
        """How likely, 0..1, at least one place changes what the poster says or shows."""
        return max((region.claim for region in self.regions), default=0.0)

    @property
    def unexplained(self) -> float:
        """How likely, 0..1, at least one place is more than something laid over the artwork."""
        return max((region.claim + region.variant for region in self.regions), default=0.0)

    @property
    def variant(self) -> float:
        """How likely, 0..1, at least one place differs because this is another official version."""
        return max((region.variant for region in self.regions), default=0.0)
