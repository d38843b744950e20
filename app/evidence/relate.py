"""What a comparison amounts to: the relation of the picture to one reference, and to the library as a whole."""

from collections.abc import Sequence

from app.evidence.context import RelatedReference
from app.model.comparison import Comparison
from app.model.reference import Label
from app.model.report import Relation

# The least share of the finely drawn places that must agree before two pictures are the same artwork: under it they
# share a logo, a rating box or lettering. Half of a two-poster composite gives .3 to .6.
SAME_ARTWORK_AGREEMENT = 0.12
# Agreement above which a reference accounts for the picture as a whole.
WHOLE_AGREEMENT = 0.5
# From this likelihood on, a changed place counts as a change of what the poster says or shows.
CLAIM = 0.5
# With at least so many agreeing places and no artwork in common, elements are shared; fewer say nothing.
_SHARED_INLIERS = 15


# A reference explains a picture when hardly anything is left open: places that could be claims, changed share, and
# how much of the drawing agrees. Nothing further is searched then.
_EXPLAINED_CLAIM = 0.1
_EXPLAINED_CHANGED = 0.004
_EXPLAINED_AGREEMENT = 0.95


def explains(comparison: Comparison) -> bool:
    """Whether a reference leaves nothing open in the part of the picture where it lies."""
    return (
        comparison.homography is not None
        and comparison.claim < _EXPLAINED_CLAIM
        and comparison.changed_share < _EXPLAINED_CHANGED
        and comparison.agreement > _EXPLAINED_AGREEMENT
    )


def relate_all(comparisons: Sequence[Comparison]) -> tuple[RelatedReference, ...]:
    """Every comparison with its relation, the best account of the picture first; unrelated references are left out."""
    related = [RelatedReference(comparison, relate(comparison)) for comparison in comparisons]
    kept = [item for item in related if item.relation is not Relation.NO_MATCH]
    return tuple(sorted(kept, key=_account, reverse=True))


def relate(comparison: Comparison) -> Relation:
    """The relation of the submitted picture to one reference."""
    if comparison.homography is None or comparison.agreement < SAME_ARTWORK_AGREEMENT:
        shared = comparison.inliers >= _SHARED_INLIERS and comparison.homography is not None
        return Relation.SHARED_ELEMENTS if shared else Relation.NO_MATCH
    if comparison.claim >= CLAIM or comparison.agreement < WHOLE_AGREEMENT:
        return Relation.ALTERED_ARTWORK
    return Relation.KNOWN_FAKE if comparison.reference.label is Label.KNOWN_FAKE else Relation.SAME_ARTWORK


def relate_whole(related: Sequence[RelatedReference]) -> Relation:
    """The relation of the picture to the library: that of the best account."""
    if not related:
        return Relation.NO_MATCH
    best = related[0]
    if best.relation is Relation.ALTERED_ARTWORK and best.comparison.reference.label is Label.KNOWN_FAKE:
        # A fake with something more done to it is still that fake.
        return Relation.KNOWN_FAKE
    return best.relation


def _account(item: RelatedReference) -> tuple[float, ...]:
    """How well a reference accounts for the picture: by what it leaves open and how much of the picture it reaches."""
    comparison = item.comparison
    is_artwork = item.relation is not Relation.SHARED_ELEMENTS
    return (
        float(is_artwork),
        comparison.agreement * comparison.query_coverage - 0.5 * comparison.claim * comparison.query_coverage,
        float(comparison.inliers),
    )
