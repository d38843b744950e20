"""The values every attack takes and gives."""

from collections.abc import Callable
from dataclasses import dataclass, field
from enum import StrEnum
from typing import Literal, Protocol

import numpy as np
from numpy.typing import NDArray

from app.model.geometry import Box
from app.model.poster_image import Pixels

Matrix = NDArray[np.float64]
Format = Literal["JPEG", "PNG", "WEBP", "AVIF"]


class Group(StrEnum):
    """Which table an attack belongs to.

    second to twentieth: drawn by other code, each by its own. CHAINED_ANY: two harmless ways of any of them. From
    NUMBER_WIDTH on: sweeps over one severity.
    """

    BENIGN = "benign"
    EDIT = "edit"
    RESHARED_EDIT = "reshared_edit"
    SECOND_BENIGN = "second_benign"
    SECOND_EDIT = "second_edit"
    SECOND_RESHARED_EDIT = "second_reshared_edit"
    THIRD_BENIGN = "third_benign"
    THIRD_EDIT = "third_edit"
    THIRD_RESHARED_EDIT = "third_reshared_edit"
    FOURTH_BENIGN = "fourth_benign"
    FOURTH_EDIT = "fourth_edit"
    FOURTH_RESHARED_EDIT = "fourth_reshared_edit"
    FIFTH_BENIGN = "fifth_benign"
    FIFTH_EDIT = "fifth_edit"
    FIFTH_RESHARED_EDIT = "fifth_reshared_edit"
    SIXTH_BENIGN = "sixth_benign"
    SIXTH_EDIT = "sixth_edit"
    SIXTH_RESHARED_EDIT = "sixth_reshared_edit"
    SEVENTH_BENIGN = "seventh_benign"
    SEVENTH_EDIT = "seventh_edit"
    SEVENTH_RESHARED_EDIT = "seventh_reshared_edit"
    EIGHTH_BENIGN = "eighth_benign"
    EIGHTH_EDIT = "eighth_edit"
    EIGHTH_RESHARED_EDIT = "eighth_reshared_edit"
    NINTH_BENIGN = "ninth_benign"
    NINTH_EDIT = "ninth_edit"
    NINTH_RESHARED_EDIT = "ninth_reshared_edit"
    TENTH_BENIGN = "tenth_benign"
    TENTH_EDIT = "tenth_edit"
    TENTH_RESHARED_EDIT = "tenth_reshared_edit"
    ELEVENTH_BENIGN = "eleventh_benign"
    ELEVENTH_EDIT = "eleventh_edit"
    ELEVENTH_RESHARED_EDIT = "eleventh_reshared_edit"
    UNSEEN_BENIGN = "unseen_benign"
    UNSEEN_EDIT = "unseen_edit"
    UNSEEN_RESHARED_EDIT = "unseen_reshared_edit"
    THIRTEENTH_BENIGN = "thirteenth_benign"
    THIRTEENTH_EDIT = "thirteenth_edit"
    THIRTEENTH_RESHARED_EDIT = "thirteenth_reshared_edit"
    FOURTEENTH_BENIGN = "fourteenth_benign"
    FOURTEENTH_EDIT = "fourteenth_edit"
    FOURTEENTH_RESHARED_EDIT = "fourteenth_reshared_edit"
    FIFTEENTH_BENIGN = "fifteenth_benign"
    FIFTEENTH_EDIT = "fifteenth_edit"
    FIFTEENTH_RESHARED_EDIT = "fifteenth_reshared_edit"
    SIXTEENTH_BENIGN = "sixteenth_benign"
    SIXTEENTH_EDIT = "sixteenth_edit"
    SIXTEENTH_RESHARED_EDIT = "sixteenth_reshared_edit"
    SEVENTEENTH_BENIGN = "seventeenth_benign"
    SEVENTEENTH_EDIT = "seventeenth_edit"
    SEVENTEENTH_RESHARED_EDIT = "seventeenth_reshared_edit"
    EIGHTEENTH_BENIGN = "eighteenth_benign"
    EIGHTEENTH_EDIT = "eighteenth_edit"
    EIGHTEENTH_RESHARED_EDIT = "eighteenth_reshared_edit"
    NINETEENTH_BENIGN = "nineteenth_benign"
    NINETEENTH_EDIT = "nineteenth_edit"
    NINETEENTH_RESHARED_EDIT = "nineteenth_reshared_edit"
    TWENTIETH_BENIGN = "twentieth_benign"
    TWENTIETH_EDIT = "twentieth_edit"
    TWENTIETH_RESHARED_EDIT = "twentieth_reshared_edit"
    CHAINED_ANY = "chained_any_benign"
    NUMBER_WIDTH = "number_width_percent"
    CROP_KEPT = "crop_kept_percent"
    JPEG_QUALITY = "jpeg_quality"
    WIDTH_IN_SCREENSHOT = "width_in_screenshot_percent"
    THUMBNAIL = "thumbnail_pixels"
    BLUR = "blur_permille"
    NUMBER_BLURRED = "number_blurred_permille"


class Expected(StrEnum):
    """The right answer for the attacked picture of an official poster."""

    OFFICIAL = "official"
    FAN_MADE = "fan_made"


@dataclass(frozen=True, slots=True)
class OtherPoster:
    """A poster that is not the attacked one. name: as the benchmark names its pictures."""

    name: str
    pixels: Pixels


class OtherPosters(Protocol):
    """Where an attack takes foreign material from."""

    def pick(self, rng: np.random.Generator) -> OtherPoster:
        """Any poster but the attacked one."""
        ...


@dataclass(frozen=True, slots=True)
class SavedAs:
    """How the attacked picture is written to a file. quality: 1..100, not used for PNG."""

    format: Format = "JPEG"
    quality: int = 90


@dataclass(frozen=True, slots=True)
class Part:
    """A piece of a composite, and the poster it came from; "" is the attacked poster itself."""

    name: str
    box: Box


def identity() -> Matrix:
    """The place matrix of an attack that moves nothing."""
    return np.eye(3)


@dataclass(frozen=True, slots=True, eq=False)
class Attacked:
    """What an attack made of a picture.

    pixels: (height, width, 3) uint8 RGB. boxes_of_change: where something was added, replaced or removed by an edit,
    in the attacked picture; empty for benign attacks, also where they cover something (a sticker, a caption).
    place: 3x3, maps points of the picture before to points of the attacked one.
    shown: where in the attacked picture the picture before is to be seen; None: wherever `place` puts it.
    parts: for composites, which poster each piece came from. note: the parameters that were drawn.
    """

    pixels: Pixels
    boxes_of_change: tuple[Box, ...] = ()
    note: str = ""
    place: Matrix = field(default_factory=identity)
    saved_as: SavedAs = SavedAs()
    parts: tuple[Part, ...] = ()
    shown: Box | None = None


AttackFunction = Callable[[Pixels, np.random.Generator, OtherPosters], Attacked]


@dataclass(frozen=True, slots=True)
class Attack:
    """One line of the registry. severity: the swept parameter, None outside the sweeps."""

    name: str
    group: Group
    severity: float | None
    expected: Expected
    function: AttackFunction
