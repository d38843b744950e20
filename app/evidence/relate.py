"""What a comparison amounts to: the relation of the picture to one reference, and to the library as a whole."""

import math
from collections.abc import Sequence

import numpy as np

from app.evidence.composite_parts import spread
from app.evidence.context import RelatedReference
from app.evidence.panels import are_panels
from app.model.comparison import Comparison
from app.model.reference import is_on_fan_side
from app.model.report import Relation

# The least share of the finely drawn places that must agree before two pictures are the same artwork: under it they
# share a logo, a rating box or lettering. Two unrelated pictures agree on some .1 by chance; half of a two-poster
# composite gives .3 to .6, a quarter .2.
SAME_ARTWORK_AGREEMENT = 0.15
# So little is believed only with as many agreeing points as chance does not bring; with fewer, most must agree.
_MANY_INLIERS = 25
# Agreement above which a reference accounts for the picture as a whole.
WHOLE_AGREEMENT = 0.5
# A crop holds nothing but the reference, a screenshot holds all of it. Where less than this share of both is in common,
# a part of one lies in a part of the other: a logo or a figure, or a piece of a collage.
_COMMON_PART = 0.25
# From this share of the one or the other on, the artwork is taken for the whole of the matter; a piece of a collage of
# three has a third of both.
WHOLE_PART = 0.6
# From this likelihood on, a changed place counts as a change of what the poster says or shows.
CLAIM = 0.5
# Another official version is taken for the cause when a claim is less likely than this share of its likelihood: places
# of versions come together, so a sure one speaks for the others. An edit taken for a version is the worse mistake, but
# neither is called sure. Of 34 versions of test posters, unknown to the region models, 22 are told so, 16 at .5; of 54
# edits with such a place the same two (seeds 29101, 31005, 31101 and 32101, 2026-11-27).
_RATHER_VARIANT = 0.65
# A likelihood of this many log-odds is evidence at full strength: .993.
_FULL_LOG_ODDS = 5.0
# Nothing is less likely than this.
_NEVER = 1e-6
# With at least so many agreeing places and no artwork in common, elements are shared; fewer say nothing.
_SHARED_INLIERS = 15
# Of a recomposed picture so much or more is another than the reference, where the two lie on each other, and the two
# frames are not the same: less than this share of the reference is shown. Of 28 pairs of recomposed posters that were
# called changed or a version it finds 19, and of 7 strangers and 75 versions called so none but the one stranger that
# is recomposed; of some 7,000 edits nine, one of them a sure one (2026-11-27, seeds 67001 to 78001).
_RECOMPOSED, _SAME_FRAME = 0.45, 0.9
# Of what is told as another version so much suffices where less than half of the drawing agrees, too: of pairs of
# recomposed posters 43 of 82 are told then, 36 by the rule before, and of 204 versions six, three before (2026-11-28).
_SET_ANEW = 0.25
# Another version is told where so much of the one picture or the other lies in both; of less, a logo on other pictures,
# only elements are shared. A half of a poster that is a half of a page has .5 of it.
_VERSION_PART = 0.4
# A reference explains a picture when hardly anything is left open: places that could be claims, changed share, and
# how much of the drawing agrees. Nothing further is searched then.
_EXPLAINED_CLAIM = 0.1
_EXPLAINED_CHANGED = 0.004
_EXPLAINED_AGREEMENT = 0.95
# When so much agrees in place, what is left open is known to lie on this very artwork, whatever it is.
_SETTLED_AGREEMENT = 0.85
# Where what is left open is nothing drawn, this agreement is as good: the place of a new title, or of a bar with words,
# holds no other poster. Less of a place's likelihood, and less of the picture, is not drawn.
_WORDS_AGREEMENT, _DRAWN, _DRAWN_SHARE = 0.6, 0.3, 0.01
# From here on no second reference is sought: two halves agree in .3 to .6 each, a figure on another ground in less.
_MOST_AGREEMENT = 0.7
# What a place that is left open costs a reference against another, in agreement: enough to decide between equals.
_OPEN_COST = 0.1
# Outside a reference that reaches less of the picture than this, a part of another one is looked for.
_LEAVES_ROOM = 0.8
# Two references make a composite when each accounts alone for at least this share of the picture; of what the best
# account reaches, where neither is whole (posters side by side on a page are) and most of what the second explains is
# its own (of another version of the first it is not).
_PART, _MOSTLY_OWN = 0.05, 0.5
# Where so many points agree that an official poster is there beyond doubt, this part of that is enough: of a dark one
# hardly anything is drawn that could be explained. Fakes have much in common with what they were made from.
_SURELY_THERE = 0.6
# Posters shown to this share are whole ones; side by side they make one picture when they fill this much of it.
_WHOLE, _FILLED = 0.9, 0.6
# A cell is a reference's own when so many times as much is explained round about by it as by any better one: what two
# pictures have in common by chance is scattered, and two versions of one poster explain the same.
_DENSER = 2.0


def strength_of(likelihood: float, counted: float) -> float:
    """How much a likelihood says as evidence, 0..1, its odds counting so many times; none of one half or less."""
    odds = math.log(max(likelihood, _NEVER) / max(1 - likelihood, _NEVER))
    return min(1.0, max(0.0, counted * odds / _FULL_LOG_ODDS))


def explains(comparison: Comparison) -> bool:
    """Whether a reference leaves nothing open in the part of the picture where it lies."""
    return (
        comparison.homography is not None
        and comparison.claim < _EXPLAINED_CLAIM
        and comparison.changed_share < _EXPLAINED_CHANGED
        and comparison.agreement > _EXPLAINED_AGREEMENT
    )


def settles(comparison: Comparison) -> bool:
    """Whether a reference laid over directly is the picture's artwork beyond doubt, so that no other need be sought."""
    return comparison.homography is not None and comparison.agreement >= _SETTLED_AGREEMENT


def leaves_words_alone(comparison: Comparison) -> bool:
    """Whether a reference laid over directly leaves nothing open but lettering and what lies on top."""
    drawn = [item for item in comparison.regions if item.chances.picture + item.chances.variant > _DRAWN]
    return (
        comparison.homography is not None
        and comparison.agreement >= _WORDS_AGREEMENT
        and sum(item.share for item in drawn) <= _DRAWN_SHARE
    )


def accounts_for_most(comparison: Comparison) -> bool:
    """Whether so much of the drawing agrees that no other reference can have a large part in it."""
    return comparison.agreement >= _MOST_AGREEMENT


def is_artwork(comparison: Comparison) -> bool:
    """Whether the picture holds the reference's artwork, or a good part of it."""
    needed = SAME_ARTWORK_AGREEMENT if comparison.inliers >= _MANY_INLIERS else WHOLE_AGREEMENT
    common = common_part(comparison) >= _COMMON_PART or comparison.inliers >= _MANY_INLIERS
    return comparison.homography is not None and comparison.agreement >= needed and common


def common_part(comparison: Comparison) -> float:
    """Share, 0..1, of the one picture or the other that both have in common, whichever is more."""
    return max(comparison.query_coverage, comparison.reference_coverage)


def is_whole(comparison: Comparison) -> bool:
    """Whether a poster is shown whole and as it was published, whatever is beside it."""
    return comparison.reference_coverage >= _WHOLE and settles(comparison)


def leaves_room(comparison: Comparison) -> bool:
    """Whether so much of the picture lies outside the reference that another one may have a part in it."""
    return comparison.query_coverage < _LEAVES_ROOM


def relate_all(comparisons: Sequence[Comparison]) -> tuple[RelatedReference, ...]:
    """Every comparison with its relation, the best account of the picture first; unrelated references are left out.

    Parts of a composite come first among equals, and are called so.
    """
    related = [RelatedReference(comparison, relate(comparison)) for comparison in comparisons]
    kept = sorted((item for item in related if item.relation is not Relation.NO_MATCH), key=_account, reverse=True)
    parts = _parts(kept)
    if len(parts) < 2:
        return tuple(sorted(map(_told_apart, kept), key=_account, reverse=True))
    others = [item for item in kept if item not in parts]
    return (*(RelatedReference(part.comparison, Relation.COMPOSITE) for part in parts), *others)


def relate(comparison: Comparison) -> Relation:
    """The relation of the submitted picture to one reference."""
    if not is_artwork(comparison):
        shared = comparison.inliers >= _SHARED_INLIERS and comparison.homography is not None
        return Relation.SHARED_ELEMENTS if shared else Relation.NO_MATCH
    fake = is_on_fan_side(comparison.reference)
    if comparison.unexplained >= CLAIM:
        changed = fake or comparison.claim >= _RATHER_VARIANT * comparison.variant
        return Relation.ALTERED_ARTWORK if changed else Relation.OFFICIAL_VARIANT
    if comparison.agreement < WHOLE_AGREEMENT:
        return Relation.ALTERED_ARTWORK
    return Relation.KNOWN_FAKE if fake else Relation.SAME_ARTWORK


def _told_apart(item: RelatedReference) -> RelatedReference:
    """The reference, sharing elements only where the picture is another composition of them."""
    if not is_on_fan_side(item.comparison.reference) and _is_recomposed(item):
        return RelatedReference(item.comparison, Relation.SHARED_ELEMENTS)
    return item


def _is_recomposed(item: RelatedReference) -> bool:
    """Whether most of what lies on the reference is another picture in another frame.

    Or, of what is told as another version, much of it, or too little of either picture lies in both. Or nothing is
    another picture, but hardly any of either lies in both: the same figure in two layouts.
    """
    comparison = item.comparison
    if item.relation is Relation.SAME_ARTWORK:
        return common_part(comparison) < _COMMON_PART
    if item.relation not in (Relation.ALTERED_ARTWORK, Relation.OFFICIAL_VARIANT):
        return False
    another_frame = comparison.reference_coverage < _SAME_FRAME and comparison.changed_share >= _RECOMPOSED
    another_whole = comparison.agreement < WHOLE_AGREEMENT and comparison.changed_share >= _SET_ANEW
    little_in_common = common_part(comparison) < _VERSION_PART
    return another_frame or (item.relation is Relation.OFFICIAL_VARIANT and (another_whole or little_in_common))


def relate_whole(related: Sequence[RelatedReference]) -> Relation:
    """The relation of the picture to the library: that of the best account."""
    if not related:
        return Relation.NO_MATCH
    best = related[0]
    if best.relation is Relation.ALTERED_ARTWORK and is_on_fan_side(best.comparison.reference):
        # A fake with something more done to it is still that fake.
        return Relation.KNOWN_FAKE
    return best.relation


def _is_page_of_posters(kept: Sequence[RelatedReference]) -> bool:
    """Whether whole posters, each as it was published, stand on a page that shows more than them: a shelf, a search."""
    shown = [item.comparison for item in kept if item.relation is not Relation.SHARED_ELEMENTS]
    filled = sum(each.query_coverage for each in shown)
    return all(map(is_whole, shown)) and filled < _FILLED


def _account(item: RelatedReference) -> tuple[float, float, float]:
    """How well a reference accounts for the picture: by what it leaves open and how much of the picture it reaches."""
    comparison = item.comparison
    fit = comparison.agreement - _OPEN_COST * comparison.unexplained
    artwork = item.relation is not Relation.SHARED_ELEMENTS
    return float(artwork), fit * comparison.query_coverage, float(comparison.inliers)


def _least_part(kept: Sequence[RelatedReference]) -> float | None:
    """The share of the picture that each part accounts for alone; None where posters merely stand on one page."""
    whole = [item.comparison for item in kept if is_whole(item.comparison)]
    if whole and are_panels(whole):
        return _PART * sum(each.query_coverage for each in whole)
    return None if _is_page_of_posters(kept) else _PART


def _parts(kept: Sequence[RelatedReference]) -> list[RelatedReference]:
    """References that each account for a part of the picture that no better one does; fewer than two: no composite."""
    if not kept or not (kept[0].relation is Relation.ALTERED_ARTWORK or leaves_room(kept[0].comparison)):
        return []
    least = _least_part(kept)
    if least is None:
        return []
    best = kept[0].comparison
    least_inside = least if settles(best) else least * best.query_coverage
    parts: list[RelatedReference] = []
    densest = np.zeros((), np.float32)
    for item in kept:
        cells = item.comparison.explained_cells
        if cells is None or item.relation is Relation.SHARED_ELEMENTS:
            continue
        density = spread(cells)
        alone = cells & (density > _DENSER * densest)
        inside = alone.sum() >= _MOSTLY_OWN * cells.sum() and not settles(item.comparison)
        official = not any(is_on_fan_side(each.reference) for each in (best, item.comparison))
        surely = item.comparison.inliers >= _MANY_INLIERS and official
        needed = (least_inside if inside else least) * (_SURELY_THERE if surely else 1.0)
        if alone.mean() >= needed and len(parts) < 4:
            parts.append(item)
            densest = np.maximum(densest, density)
    return parts
