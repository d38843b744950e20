"""How colours were changed as a whole: a smooth mapping from the reference's colours to the submitted picture's.

Filters, gamma, grey, fading and vignettes are such mappings; a repaint in one place is not, and stays visible after it.
"""

from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from app.compare.aligned.lay_over import LaidOver, as_float
from app.compare.pixels.local_moments import local_moments
from app.compare.pixels.solid_places import solid
from app.model.poster_image import Pixels

# (left, top, right, bottom) of a part, where the whole runs from -1 to 1 both ways.
Window = tuple[float, float, float, float]
WHOLE: Window = (-1.0, -1.0, 1.0, 1.0)
# Longest side in pixels of the small copies on which the mapping is fitted and tones are compared.
TONE_SIDE = 96
# Mappings are fitted to one pixel in so many, each counting for as many: the ridges were chosen for all of them.
_FITTED = 2
_ROUNDS = 4
_RIDGE = 1e-2
# Of the terms that depend on the place alone, or on it and the light, what changes colours apart from light is held
# towards nothing by so much: light falls unevenly, but a sky of another colour is no light. Those of each colour and
# the distance from the middle are a vignette's. Chosen between 10, which lets a title of another colour pass for light,
# and 80, which takes a coloured glare for a repaint (tuning posters, seeds 14021 and 14022, 2026-11-26).
_OF_PLACE, _COLOUR_RIDGE = [11, *range(15, 23)], 40.0
# A look that is the same everywhere has the terms before this one. It is fitted to one pixel in so many, and explains a
# colour that it brings within this share of the full range.
_FIRST_OF_PLACE, _SAMPLED, _EXPLAINED = 11, 5, 0.03
# Where so much of the picture is so far, of the full range, from what a mapping makes of it, a large part may have been
# dyed, and the mapping follows that and the rest by halves. Such a place has at least so much of the picture; it is
# that far from what one look makes of it in colour, apart from light, and so many times as far as is usual; and round
# its rim colours are hardly off, and less than on it by that much: leaks of light fade, and move light as well. Of 112
# dyed pictures five had been missed, and two are; of 1,830 harmless ones none is told otherwise than without this
# (tuning posters, seeds 171001 and 171002, 2026-11-28).
_POOR, _POORLY = 0.03, 0.15
_LEAST_DYED, _DYE, _TIMES_USUAL_DYE, _BEYOND_DYE, _DYE_ENDS = 0.12, 0.05, 4.0, 0.023, 0.04
# Orthonormal: light, and two axes of colour.
_LIGHT_AND_COLOURS = np.array(
    [[3**-0.5, 2**-0.5, 6**-0.5], [3**-0.5, -(2**-0.5), 6**-0.5], [3**-0.5, 0.0, -2 * 6**-0.5]], np.float32
)
# The smallest typical error, as a share of the full range, that the robust fit assumes; JPEG alone gives that much.
_SMALLEST_ERROR = 0.008
_FEWEST_PIXELS = 30
# Shrinking by so much may go by halves. Colours are mapped in blocks of so many pixels.
_HALVED, _BLOCK = 4.0, 4096
# A channel within this share of the full range of its end may have been cut off there; JPEG blurs the end so much.
_CUT_OFF = 0.016
# Share of the picture that must agree in structure for the fit to rest on those places alone.
_FEWEST_TRUSTED = 0.08
# Colours were left as they are where so much of the picture is within this share of the full range of what it was: a
# mapping that explains the rest too, a title in another colour on a grey poster, would explain a repaint away. Unless
# the rest, of so much at least, is the same colours stronger or paler: but for less than this share of the squares.
_KEPT_ERROR, _KEPT, _LEAST_LEFT, _NOT_BY_STRENGTH = 0.025, 0.85, 0.002, 0.3
# Luminance variance of a window above which something is drawn there: eight levels.
_DRAWN_VARIANCE = 64.0
# A look that takes contrast away is followed down to this share of it; below, noise is all that is left.
_LEAST_GAIN = 0.35


@dataclass(frozen=True, slots=True, eq=False)
class Tones:
    """Both pictures at tone size, the reference as the submitted picture's colours would show it.

    query, expected: (h, w, 3) float32, 0..255. luminance: (4,) factors for r, g, b and an offset that bring the
    reference nearest to the submitted picture's luminance. mapping: (23, 3), see `expected_colours`.
    """

    query: NDArray[np.float32]
    expected: NDArray[np.float32]
    luminance: NDArray[np.float32]
    mapping: NDArray[np.float32]

    @property
    def gain(self) -> float:
        """Contrast of the submitted picture over the reference's, .35..1: a step in it counts for so much more."""
        return float(np.clip(self.luminance[:3].sum(), _LEAST_GAIN, 1.0))


def compare_tones(laid: LaidOver) -> Tones:
    """Fit the mapping by iteratively reweighted least squares, so that changed places do not bend it.

    Only places whose structure agrees take part, where there are enough: of a composite, less than half may be the
    reference's. Where that fits poorly, no large part does that was dyed.
    """
    import cv2

    reference, query, inside = _small(laid)
    trusted = inside & ~_disagreeing(query, reference)
    if trusted.sum() < _FEWEST_TRUSTED * trusted.size:
        trusted = np.asarray(inside)
    terms = _terms(reference)
    few, wanted = (np.ascontiguousarray(values[:, ::_FITTED]) for values in (terms, _channels(query)))
    rest_on = trusted.reshape(-1)[::_FITTED]
    mapping, weights, errors = _fitted(few, wanted, rest_on)
    if rest_on.any() and (errors[rest_on] > _POOR).mean() >= _POORLY:
        dyed = _dyed(terms, query, inside)
        if dyed.any():
            mapping, weights, _ = _fitted(few, wanted, rest_on & ~dyed.reshape(-1)[::_FITTED])
    expected = _mapped(terms, mapping, reference.shape)
    light = as_float(cv2.cvtColor(query, cv2.COLOR_RGB2GRAY)).reshape(-1)[::_FITTED] / np.float32(255.0)
    return Tones(query, expected, _luminance_fit(few[1:4], light, weights), as_float(mapping))


def _fitted(
    few: NDArray[np.float32], wanted: NDArray[np.float32], rest_on: NDArray[np.bool_]
) -> tuple[NDArray[np.float32], NDArray[np.float32], NDArray[np.float32]]:
    """The mapping that brings terms, (23, n), to colours, (3, n), resting on some of them.

    And, (n,) each, what every colour counted for and how far the mapping is from it.
    """
    prior = _as_it_was(len(few))
    mapping, weights, errors = prior, as_float(_FITTED * rest_on), np.zeros(len(rest_on), np.float32)
    if rest_on.sum() < _FEWEST_PIXELS or _colours_kept(few[1:4, rest_on], wanted[:, rest_on]):
        return mapping, weights, errors
    target = wanted
    for _ in range(_ROUNDS):
        weighted = few * weights
        mapping = _solve(weighted @ few.T, weighted @ target.T, prior)
        found = mapping.T @ few
        target = _not_cut_off(wanted, found)
        apart = np.abs(found - target)
        errors = as_float((apart[0] + apart[1] + apart[2]) / 3)
        typical = max(float(np.median(errors[rest_on])), _SMALLEST_ERROR)
        weights = as_float(_FITTED * rest_on / (1 + (errors / np.float32(1.5 * typical)) ** 2))
    return mapping, weights, errors


def apart_from_one_look(laid: LaidOver) -> tuple[NDArray[np.float32], NDArray[np.bool_], float]:
    """How far colours are from what one look, the same everywhere, makes of the reference's: (h, w), tone size, 0..1.

    And where there is anything to compare, and how much of that the look explains, 0..1.
    """
    reference, query, inside = _small(laid)
    apart = as_float(np.abs(_from_one_look(_terms(reference), query, inside)).max(axis=0))
    return apart, inside, float((apart[inside] <= _EXPLAINED).mean()) if inside.any() else 0.0


def _from_one_look(
    terms: NDArray[np.float32], query: NDArray[np.float32], inside: NDArray[np.bool_]
) -> NDArray[np.float32]:
    """By how much colours differ from what one look makes of the reference's, (3, h, w), -1..1.

    The look is the mapping that explains most: of those fitted to the whole, to each half, and none at all.
    """
    terms, wanted = terms[:_FIRST_OF_PLACE], _channels(query)
    few, asked = terms[:, ::_SAMPLED], wanted[:, ::_SAMPLED]
    prior = _as_it_was(len(terms))
    rows, columns = (at.reshape(-1)[::_SAMPLED] for at in np.indices(inside.shape))
    whole = inside.reshape(-1)[::_SAMPLED]
    parts = [whole, rows < rows.mean(), rows > rows.mean(), columns < columns.mean(), columns > columns.mean()]

    def errors_of(mapping: NDArray[np.float32]) -> NDArray[np.float32]:
        return as_float(np.abs(mapping.T @ few - asked).max(axis=0))

    def fitted(weights: NDArray[np.float32]) -> NDArray[np.float32]:
        weighted = few * weights
        return _solve(weighted @ few.T, weighted @ asked.T, prior)

    looks = [prior, *(fitted(as_float(whole & part)) for part in parts)]
    best = max(looks, key=lambda mapping: float((errors_of(mapping)[whole] <= _EXPLAINED).mean()) if whole.any() else 0)
    for _ in range(_ROUNDS):
        errors = errors_of(best)
        best = fitted(as_float(whole / (1 + (errors / _EXPLAINED) ** 2) ** 2))
    return as_float(wanted - best.T @ terms).reshape(3, *inside.shape)


def _dyed(terms: NDArray[np.float32], query: NDArray[np.float32], inside: NDArray[np.bool_]) -> NDArray[np.bool_]:
    """Large places, (h, w), whose colours, apart from their light, are another look's, up to a sharp rim.

    inside: where there is anything to compare, which is somewhere.
    """
    import cv2

    differences = _from_one_look(terms, query, inside)
    colour = as_float(np.abs(differences - differences.mean(axis=0)).max(axis=0))
    marks = solid(inside & (colour > max(_DYE, _TIMES_USUAL_DYE * float(np.median(colour[inside])))))
    count, labels = cv2.connectedComponents(marks, connectivity=8)
    dyed, small = np.zeros(inside.shape, dtype=bool), np.ones((3, 3), np.uint8)
    for label in range(1, count):
        place = np.asarray(labels == label, np.uint8)
        if place.sum() < _LEAST_DYED * inside.sum():
            continue
        within = cv2.erode(place, small, iterations=2) > 0
        near, around = cv2.dilate(place, small) > 0, cv2.dilate(place, small, iterations=2) > 0
        rim, outside = colour[(place > 0) & ~within], colour[around & ~near & inside]
        beyond = float(np.median(outside)) if outside.size else 0.0
        if beyond <= _BEYOND_DYE and float(np.median(rim)) >= beyond + _DYE_ENDS:
            dyed |= around
    return dyed


def _small(laid: LaidOver) -> tuple[NDArray[np.float32], NDArray[np.float32], NDArray[np.bool_]]:
    """The reference, the submitted picture, and where they can be compared, at tone size."""
    import cv2

    height, width = laid.inside.shape
    factor = TONE_SIDE / max(height, width)
    size = (max(8, round(width * factor)), max(8, round(height * factor)))
    reference, query = (as_float(_shrunk(pixels, size)) for pixels in (laid.reference, laid.query))
    return reference, query, cv2.resize(laid.inside.astype(np.uint8), size, interpolation=cv2.INTER_NEAREST) > 0


def _as_it_was(terms: int) -> NDArray[np.float32]:
    """The mapping, (terms, 3), that leaves colours alone."""
    mapping = np.zeros((terms, 3), np.float32)
    mapping[1:4] = np.eye(3)
    return mapping


def _shrunk(pixels: Pixels, size: tuple[int, int]) -> Pixels:
    """By area; by half first where that is even, for which OpenCV takes a tenth of the time."""
    import cv2

    height, width = pixels.shape[:2]
    if min(width / size[0], height / size[1]) >= _HALVED and width % 2 == height % 2 == 0:
        pixels = np.asarray(cv2.resize(pixels, (width // 2, height // 2), interpolation=cv2.INTER_AREA), np.uint8)
    return np.asarray(cv2.resize(pixels, size, interpolation=cv2.INTER_AREA), np.uint8)


def _channels(picture: NDArray[np.float32]) -> NDArray[np.float32]:
    """(3, h * w) in 0..1: numpy is slow over pixels of three values each."""
    return np.ascontiguousarray(picture.reshape(-1, 3).T) / np.float32(255.0)


def _not_cut_off(seen: NDArray[np.float32], fitted: NDArray[np.float32]) -> NDArray[np.float32]:
    """What was seen, in 0..1; beyond black and white, where nothing more can be seen, what was fitted.

    More contrast drives colours there, and a mapping that had to end at 0 and 1 would be too flat for all the others.
    The step that completes the data of a censored regression (Tobin, 1958; by expectation and maximization: Wolynetz,
    1979), without the spread, which JPEG gives and not chance.
    """
    white, black = (seen >= 1 - _CUT_OFF) & (fitted > seen), (seen <= _CUT_OFF) & (fitted < seen)
    return np.where(white | black, fitted, seen)


def _solve(
    squares: NDArray[np.floating], products: NDArray[np.floating], prior: NDArray[np.float32]
) -> NDArray[np.float32]:
    """The mapping, (23, 3), by ridge regression: of the light on its own, and of the colours apart from it.

    squares: (23, 23), of the terms, or of the first of them. products: (23, 3), of the terms and what they explain.
    """
    light, colours = _LIGHT_AND_COLOURS[:, :1], _LIGHT_AND_COLOURS[:, 1:]
    found = np.zeros(prior.shape)
    for axes, of_place in ((light, _RIDGE), (colours, _COLOUR_RIDGE)):
        ridge = np.full(len(squares), _RIDGE)
        ridge[[term for term in _OF_PLACE if term < len(squares)]] = of_place
        found += np.linalg.solve(squares + np.diag(ridge), (products + ridge[:, None] * prior) @ axes) @ axes.T
    return as_float(found)


def _colours_kept(reference: NDArray[np.float32], query: NDArray[np.float32]) -> bool:
    """Whether most colours are what they were, and the rest is no filter's doing; (3, n) in 0..1 each."""
    apart = np.abs(query - reference)
    left = apart[0] + apart[1] + apart[2] > 3 * _KEPT_ERROR
    if not _LEAST_LEFT <= left.mean() <= 1 - _KEPT:
        return False
    given, seen = (colours[:, left] - colours[:, left].mean(axis=0) for colours in (reference, query))
    strength = max(0.0, float((given * seen).sum()) / max(1e-6, float((given * given).sum())))
    changed = float(((seen - given) ** 2).sum())
    return float(((seen - strength * given) ** 2).sum()) > _NOT_BY_STRENGTH * changed


def expected_colours(
    reference: NDArray[np.float32], mapping: NDArray[np.float32], window: Window = WHOLE
) -> NDArray[np.float32]:
    """A part of the reference at any size, (h, w, 3) in 0..255, as the submitted picture's colours would show it.

    window: which part it is; uneven light depends on the place.
    """
    height, width = reference.shape[:2]
    _, top, _, bottom = window
    down = np.linspace(top, bottom, height, dtype=np.float32)
    expected = np.empty(reference.shape, np.float32)
    # In blocks whose terms stay in the processor's cache.
    rows = max(1, _BLOCK // width)
    for first in range(0, height, rows):
        block = slice(first, first + rows)
        expected[block] = _mapped(_terms(reference[block], window, down[block]), mapping, reference[block].shape)
    return expected


def _mapped(terms: NDArray[np.float32], mapping: NDArray[np.float32], shape: tuple[int, ...]) -> NDArray[np.float32]:
    planes = np.clip(mapping.T @ terms * np.float32(255.0), 0, 255)
    return as_float(np.ascontiguousarray(planes.T).reshape(shape))


def _disagreeing(query: NDArray[np.float32], reference: NDArray[np.float32]) -> NDArray[np.bool_]:
    """Places where something is drawn in either picture and the structure is not alike; (h, w) bool."""
    import cv2

    one, other = (as_float(cv2.cvtColor(picture, cv2.COLOR_RGB2GRAY)) for picture in (query, reference))
    joint, spread_one, spread_other = local_moments(one, other, 5)
    drawn = np.maximum(spread_one, spread_other) > _DRAWN_VARIANCE
    return np.asarray(drawn & (joint < 0.7 * np.sqrt(spread_one * spread_other)))


def _terms(
    reference: NDArray[np.float32], window: Window = WHOLE, rows: NDArray[np.float32] | None = None
) -> NDArray[np.float32]:
    """(23, h * w): colours, their squares and roots, a cubic of the luminance, and light that falls unevenly.

    rows: (h,), how far down each row lies; from the window's top to its bottom if None.
    """
    height, width = reference.shape[:2]
    left, top, right, bottom = window
    if rows is None:
        rows = np.linspace(top, bottom, height, dtype=np.float32)
    across = np.tile(np.linspace(left, right, width, dtype=np.float32), height)
    down = np.repeat(rows, width)
    red, green, blue = _channels(reference)
    light = (red + green + blue) / 3
    radius = across * across + down * down
    # Written in place: a copy of them all would take as long as what it is made of.
    terms = np.empty((23, red.size), np.float32)
    terms[0], terms[1], terms[2], terms[3] = 1, red, green, blue
    np.square(terms[1:4], out=terms[4:7])
    np.sqrt(terms[1:4], out=terms[7:10])
    np.multiply(light * light, light, out=terms[10])
    terms[11] = radius
    np.multiply(terms[1:4], radius, out=terms[12:15])
    terms[15], terms[16] = across, down
    np.multiply(light, terms[15:17], out=terms[17:19])
    np.multiply(across, across, out=terms[19])
    np.multiply(across, down, out=terms[20])
    np.multiply(light, terms[19:21], out=terms[21:23])
    return terms


def _luminance_fit(
    reference: NDArray[np.float32], light: NDArray[np.float32], weights: NDArray[np.float32]
) -> NDArray[np.float32]:
    """Factors for r, g, b and an offset, as for 0..255. reference: (3, n); light: (n,), the submitted one's; 0..1."""
    natural = np.array([0.299, 0.587, 0.114, 0.0], np.float64)
    terms = np.vstack([255 * reference, np.ones_like(reference[:1])])
    weighted = terms * weights
    ridge = np.diag([1e4, 1e4, 1e4, 1e-2])
    squares = (weighted @ terms.T).astype(np.float64) + ridge
    fit: NDArray[np.floating] = natural
    target = light
    for _ in range(_ROUNDS):
        fit = np.linalg.solve(squares, 255 * (weighted @ target).astype(np.float64) + ridge @ natural)
        target = _not_cut_off(light, (fit / 255).astype(np.float32) @ terms)
    return np.asarray(fit if np.isfinite(fit).all() else natural, dtype=np.float32)
