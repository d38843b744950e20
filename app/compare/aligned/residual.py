"""Where two pictures in one frame differ, and how strongly: in structure (local correlation) and in tone (colour)."""

from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from app.compare.aligned.lay_over import LaidOver, as_float
from app.compare.aligned.mark_changes import CHANGED_TONE, mark_changes, usual_distance
from app.compare.aligned.photometry import Tones, compare_tones, expected_colours
from app.compare.pixels.channels import largest
from app.compare.pixels.local_moments import local_moments

# Window in pixels of the local correlation, and blur before it: at 448 px a window holds a stroke and its ground.
_WINDOW = 9
_PRE_BLUR = 1.0
# Luminance variance that counts as nothing, on top of the measured noise: strong JPEG leaves about this in flat places.
_NOISE_FLOOR = 36.0
_MOST_NOISE = 10.0
# The absolute value of a standard normal variable is under this in a quarter of all draws.
_QUARTER_OF_NORMAL = 0.3186
# Structure is compared at these offsets in pixels where it differs at none: registration is good to about a pixel.
_OFFSETS = (
    (1, 0), (-1, 0), (0, 1), (0, -1), (1, 1), (-1, -1), (1, -1), (-1, 1), (2, 0), (-2, 0), (0, 2), (0, -2),
)  # fmt: skip
_WORTH_SHIFTING = 0.7
# Levels (0..255), or times the noise, by which a stroke stands out of the range of so many pixels round it.
_STANDS_OUT, _STANDS_OUT_NOISE, _AROUND = 40.0, 5.0, 5
_NEIGHBOURHOOD = 41
# Colours are followed where no more of what is drawn differs than this share: the mapping to another picture's colours
# leaves nothing drawn, and nothing differs from that.
_MOST_TO_FOLLOW = 0.1
# Colour is looked at in frames of half the size, as most files hold it; levels (0..255), or times the noise, by which
# it leaves the range of colours round it; so far round, in pixels.
_TINTED, _TINTED_NOISE, _TINT_AROUND = 26.0, 6.0, 5
_OPPONENTS = np.array([[1, -1, 0], [0.5, 0.5, -1]], np.float32)
# A window whose variance exceeds this many noise floors holds something drawn.
_BUSY = 4.0


@dataclass(frozen=True, slots=True, eq=False)
class Residual:
    """Maps in the frame, (h, w) float32.

    correlation: -1..1, best over small offsets. tone: 0..255, largest channel difference after the colour mapping.
    tint: -255..255, by how much a colour is outside the range that the reference spans round the place.
    query_light, reference_light: luminance, the reference's brought near the submitted one's. drawn: bool, where either
    picture holds fine detail. beyond: bool, where the submitted picture is far lighter or darker than anything round
    that place in the reference, or of another colour. changed: bool, where any map says so, and all that belongs to it.
    noise: typical luminance difference in unchanged places, 0..255.
    mapping, gain: see Tones.
    """

    correlation: NDArray[np.float32]
    tone: NDArray[np.float32]
    tint: NDArray[np.float32]
    query_light: NDArray[np.float32]
    reference_light: NDArray[np.float32]
    drawn: NDArray[np.bool_]
    beyond: NDArray[np.bool_]
    changed: NDArray[np.bool_]
    mapping: NDArray[np.float32]
    noise: float
    gain: float

    def agreement(self, judged: NDArray[np.bool_]) -> float:
        """Share of the finely drawn places that agree, 0..1; flat ground agrees with any other, so it is left out."""
        drawn = self.drawn & judged
        return float((drawn & ~self.changed).sum() / max(1, int(drawn.sum())))

    @property
    def strength(self) -> NDArray[np.float32]:
        """0 (alike) to 1 (nothing in common), for heat maps and for ranking."""
        structure = np.clip(1 - self.correlation, 0, 1)
        return as_float(np.maximum(structure, np.clip(self.tone / (2 * CHANGED_TONE), 0, 1)))


def measure_residual(laid: LaidOver) -> Residual:
    """1. Bring colours together. 2. Correlate structure in small windows; where it differs, in the light of mapped
    colours too, which bends where the mapping does: gamma gives yellow letters on grey another contrast.

    3. Compare tones at low resolution. 4. Find strokes that stand out of everything the reference has there: letters
    set over letters, or over a pattern. 5. The same for colours: letters filled anew, signs as light as what they stand
    on. 6. Around what surely differs, take in what differs more than the picture as a whole: thresholding with
    hysteresis.
    """
    import cv2

    # 1.
    tones = compare_tones(laid)
    query = as_float(cv2.GaussianBlur(as_float(cv2.cvtColor(laid.query, cv2.COLOR_RGB2GRAY)), (0, 0), _PRE_BLUR))
    mapped = cv2.transform(as_float(laid.reference), tones.luminance[None, :])
    reference = as_float(cv2.GaussianBlur(np.clip(mapped, 0, 255), (0, 0), _PRE_BLUR))
    light_apart = np.abs(query - reference)
    noise = _noise(light_apart[laid.inside])
    # 2.
    floor = _NOISE_FLOOR * tones.gain**2 + noise**2
    correlation, drawn = _correlate(query, reference, laid.inside, floor)
    # Places that are explained leave less that is usual; they must not make the rest look more changed.
    usual = usual_distance(1 - correlation, laid.inside)
    _follow_colours(correlation, drawn, query, laid, tones, floor)
    # 3.
    apart = cv2.GaussianBlur(np.abs(cv2.GaussianBlur(tones.query - tones.expected, (0, 0), 0.8)), (0, 0), 0.5)
    height, width = query.shape
    tone = as_float(cv2.resize(largest(apart), (width, height), interpolation=cv2.INTER_LINEAR))
    # 4.
    beyond = _beyond(query, reference, max(_STANDS_OUT * tones.gain, _STANDS_OUT_NOISE * noise))
    # 5.
    tint, tinted = _tinted(laid, tones)
    beyond = beyond | tinted
    # 6.
    changed = mark_changes(correlation, usual, tone, light_apart, beyond, drawn, laid.inside)
    return Residual(correlation, tone, tint, query, reference, drawn, beyond, changed, tones.mapping, noise, tones.gain)


def _beyond(query: NDArray[np.float32], reference: NDArray[np.float32], by: float) -> NDArray[np.bool_]:
    """Strokes outside the range that the reference spans round each place, by so many levels; a misfit is inside it."""
    import cv2

    around = np.ones((_AROUND, _AROUND), np.uint8)
    # A vignette or a reflection lightens a neighbourhood as a whole; strokes do not.
    level = query - cv2.blur(query - reference, (_NEIGHBOURHOOD, _NEIGHBOURHOOD))
    above, below = level - cv2.dilate(reference, around), cv2.erode(reference, around) - level
    stands_out = np.maximum(above, below) > by
    return cv2.morphologyEx(stands_out.astype(np.uint8), cv2.MORPH_OPEN, np.ones((2, 2), np.uint8)) > 0


def _tinted(laid: LaidOver, tones: Tones) -> tuple[NDArray[np.float32], NDArray[np.bool_]]:
    """By how much a colour, apart from its light, is outside what the reference spans there, and where it is."""
    import cv2

    height, width = laid.inside.shape
    size = (max(8, width // 2), max(8, height // 2))
    query = _opponents(as_float(cv2.resize(laid.query, size, interpolation=cv2.INTER_AREA)))
    reference = as_float(cv2.resize(laid.reference, size, interpolation=cv2.INTER_AREA))
    expected = _opponents(expected_colours(reference, tones.mapping))
    around = np.ones((_TINT_AROUND, _TINT_AROUND), np.uint8)
    outside = largest(np.maximum(query - cv2.dilate(expected, around), cv2.erode(expected, around) - query))
    noise = _noise(largest(np.abs(query - expected)))
    tinted = (outside > max(_TINTED, _TINTED_NOISE * noise)).astype(np.uint8)
    tinted = np.asarray(cv2.morphologyEx(tinted, cv2.MORPH_OPEN, np.ones((2, 2), np.uint8)))
    whole = (width, height)
    return (
        as_float(cv2.resize(outside, whole, interpolation=cv2.INTER_LINEAR)),
        np.asarray(cv2.resize(tinted, whole, interpolation=cv2.INTER_NEAREST) > 0),
    )


def _opponents(colours: NDArray[np.float32]) -> NDArray[np.float32]:
    """Red against green and yellow against blue, (h, w, 2), -255..255, a little blurred."""
    import cv2

    return as_float(cv2.GaussianBlur(cv2.transform(colours, _OPPONENTS), (0, 0), 0.7))


def _noise(differences: NDArray[np.float32]) -> float:
    """The typical difference of unchanged places, taken from the quarter that differ least: the rest may be changed."""
    if not differences.size:
        return 0.0
    return min(_MOST_NOISE, float(np.percentile(differences[::7], 25)) / _QUARTER_OF_NORMAL)


def _correlate(
    query: NDArray[np.float32], reference: NDArray[np.float32], inside: NDArray[np.bool_], floor: float
) -> tuple[NDArray[np.float32], NDArray[np.bool_]]:
    """Local zero-mean correlation with a noise floor, and where either picture is busy.

    Two flat places agree; a flat and a busy one do not.
    """
    import cv2

    def average(values: NDArray[np.float32]) -> NDArray[np.float32]:
        return np.asarray(cv2.boxFilter(values, -1, (_WINDOW, _WINDOW)), dtype=np.float32)

    mean_query, mean_reference = average(query), average(reference)
    spread_query = np.maximum(average(query * query) - mean_query**2, 0) + floor
    spread_reference = np.maximum(average(reference * reference) - mean_reference**2, 0) + floor

    def at_offset(x: int, y: int, part: tuple[slice, slice]) -> NDArray[np.float32]:
        moved = tuple(slice(axis.start - step, axis.stop - step) for axis, step in zip(part, (y, x), strict=True))
        joint = average(query[moved] * reference[part]) - mean_query[moved] * mean_reference[part] + floor
        return as_float(joint / np.sqrt(spread_query[moved] * spread_reference[part]))

    best = at_offset(0, 0, (slice(0, query.shape[0]), slice(0, query.shape[1])))
    # Windows that reach over the edge differ there always, and nothing so near to it is judged.
    window = np.ones((_WINDOW, _WINDOW), np.uint8)
    within = cv2.erode(inside.astype(np.uint8), window, borderType=cv2.BORDER_CONSTANT, borderValue=0) > 0
    part = _box_of((best < _WORTH_SHIFTING) & within, margin=_WINDOW)
    if part is not None:
        for x, y in _OFFSETS:
            np.maximum(best[part], at_offset(x, y, part), out=best[part])
    busy: NDArray[np.bool_] = np.maximum(spread_query, spread_reference) > _BUSY * floor
    return best, busy


def _follow_colours(
    correlation: NDArray[np.float32],
    drawn: NDArray[np.bool_],
    query: NDArray[np.float32],
    laid: LaidOver,
    tones: Tones,
    floor: float,
) -> None:
    """Raise the correlation where the colours' mapping explains what the light's, which is straight, does not."""
    import cv2

    differs = (correlation < _WORTH_SHIFTING) & laid.inside
    part = _box_of(differs, margin=_WINDOW)
    if part is None or (differs & drawn).sum() > _MOST_TO_FOLLOW * (drawn & laid.inside).sum():
        return
    height, width = query.shape
    rows, columns = part
    left, right = (2 * at / width - 1 for at in (columns.start, columns.stop))
    top, bottom = (2 * at / height - 1 for at in (rows.start, rows.stop))
    mapped = expected_colours(as_float(laid.reference[part]), tones.mapping, (left, top, right, bottom))
    light = as_float(cv2.GaussianBlur(cv2.cvtColor(mapped, cv2.COLOR_RGB2GRAY), (0, 0), _PRE_BLUR))
    joint, spread_query, spread_light = local_moments(query[part], light, _WINDOW)
    followed = as_float((joint + floor) / np.sqrt((spread_query + floor) * (spread_light + floor)))
    np.maximum(correlation[part], followed, out=correlation[part])


def _box_of(mask: NDArray[np.bool_], margin: int) -> tuple[slice, slice] | None:
    """The part of a map around its marks, two pixels off the edges so that it can be shifted; None without marks."""
    rows, columns = np.nonzero(mask.any(axis=1))[0], np.nonzero(mask.any(axis=0))[0]
    if not len(rows):
        return None
    spans = zip((rows, columns), mask.shape, strict=True)
    top, left = (slice(max(2, int(s[0]) - margin), min(n - 2, int(s[-1]) + margin + 1)) for s, n in spans)
    return (top, left) if top.stop > top.start and left.stop > left.start else None
