"""Tells from a changed place's shape and look what it holds: how likely it changes what the poster says or shows.

For the shape, a small ensemble of decision trees, fitted by benchmarks/fit_region_model.py on attacked posters; its
data, date and figures stand in region_model.json beside this module. For the look, see region_look.
"""

import json
from collections.abc import Mapping, Sequence
from dataclasses import fields
from functools import cache
from pathlib import Path

import numpy as np
from numpy.typing import NDArray

from app.compare.regions.decision_trees import DecisionTrees, parse_trees
from app.compare.regions.region_look import look_scores
from app.model.comparison import Pictogram, RegionChances, RegionShape

MODEL_PATH = Path(__file__).with_name("region_model.json")
# Share of the frame under which a place is hardly a repainted picture: on pictures that nobody edited it is a seam or a
# misfit, and edits of faces and figures show .0044 and more. The model has learnt from fragments of edits too.
_LEAST_REPAINT = 0.004
# Both are fitted as if each class were as frequent; so many times as often, a difference is something laid over.
_OVERLAY_PRIOR = 1.5
# What the log-likelihoods of look and shape weigh, and the least likelihood that the shape's are taken for. Chosen on
# two sets of attacks before the models had learnt from them (2026-11-26; 478 checks of tuning posters, seed 555; Brier
# score of benign and edited pictures counting alike): .0575 with .65 and .4 and a prior of 1.75, .0562 with these.
_LOOK, _SHAPE, _LEAST_CHANCE = 0.6, 0.3, 1e-6
# By so much a pictogram makes everything else less likely than something laid over. Counted in
# pictograms.py: three of 279 places that hold one are no overlay. Less so by a plain shape, for a moon is one too: of
# 24,000 places of tuning posters 533 of stickers that no set draws are told so, 10 others that lie on top, 24 pictures
# and 2 of lettering (2026-11-28).
_STUCK_ON = RegionChances(overlay=1.0, text=0.03, picture=0.03, variant=0.03)
_A_SHAPE = RegionChances(overlay=1.0, text=0.25, picture=0.15, variant=0.25)
# The classes in the model's order: something laid over, lettering changed, picture changed, another official version.
CLASSES = ("overlay", "text", "picture", "variant")


def tell_kinds(
    shapes: Sequence[RegionShape], views: NDArray[np.uint8] | None, pictograms: Sequence[Pictogram | None]
) -> list[RegionChances]:
    """How likely each of CLASSES is for each place, by shape and look; small places show less of a repaint.

    views: see place_views.draw_views; None where the shapes must do. pictograms: what was recognised, for each.
    """
    if not shapes:
        return []
    values = np.array([shape_values(shape) for shape in shapes])
    chances = kind_chances(values, _model())
    if views is not None:
        chances = _with_look(chances, look_scores(views, values.astype(np.float32)))
    return [_given(*each) for each in zip(shapes, chances, pictograms, strict=True)]


def _with_look(chances: NDArray[np.float64], scores: NDArray[np.float64]) -> NDArray[np.float64]:
    """Whether it is another version the shape alone tells; what else it is, both. (n, 4) each."""
    variant, others = chances[:, 3:], slice(0, 3)
    powers = np.maximum(chances[:, others], _LEAST_CHANCE) ** _SHAPE * np.exp(_LOOK * scores[:, others])
    powers[:, 0] *= _OVERLAY_PRIOR
    return np.hstack([(1 - variant) * powers / powers.sum(axis=1, keepdims=True), variant])


def _given(shape: RegionShape, chances: NDArray[np.float64], pictogram: Pictogram | None) -> RegionChances:
    """With what a pictogram tells; a plain shape as small as an eye or a drop tells nothing."""
    told = _tempered(shape, chances)
    match pictogram:
        case None:
            return told
        case Pictogram.SHAPE:
            return told.given(_A_SHAPE) if shape.share >= _LEAST_REPAINT else told
        case _:
            return told.given(_STUCK_ON)


def _tempered(shape: RegionShape, chances: NDArray[np.float64]) -> RegionChances:
    overlay, text, picture, variant = (float(chance) for chance in chances)
    shown = min(1.0, shape.share / _LEAST_REPAINT)
    return RegionChances(overlay + (1 - shown) * picture, text, shown * picture, variant)


def kind_chances(values: NDArray[np.float64], model: DecisionTrees) -> NDArray[np.float64]:
    """Likelihood of each of CLASSES, (n, 4), each row summing to 1. values: (n, v), see shape_values."""
    scores = model.scores(values)
    powers = np.exp(scores - scores.max(axis=1, keepdims=True))
    return np.asarray(powers / powers.sum(axis=1, keepdims=True))


def shape_values(shape: RegionShape) -> list[float]:
    """The shape's fields as numbers, in their order, and the box's proportions."""
    values = [float(getattr(shape, field.name)) for field in fields(shape)]
    return [*values, shape.width / max(shape.height, 1e-3)]


def value_names() -> list[str]:
    """Names of shape_values' numbers."""
    return [*(field.name for field in fields(RegionShape)), "proportions"]


def parse_model(stored: Mapping[str, object]) -> DecisionTrees:
    """Raises PostercheckError when the model was fitted for other measurements."""
    return parse_trees(stored, value_names(), len(CLASSES), "benchmarks/fit_region_model.py")


@cache
def _model() -> DecisionTrees:
    return parse_model(json.loads(MODEL_PATH.read_text(encoding="utf-8")))
