"""Looks whether a picture is another official version, where that can change the answer."""

from app.compare.moved_parts import find_moved
from app.compare.submitted import SubmittedPicture
from app.evidence.context import RelatedReference
from app.evidence.other_version import as_version, version_factor, with_moved
from app.evidence.relate import CLAIM, relate_all
from app.library.library import Library
from app.model.comparison import ChangedRegion, Comparison, MovedPart
from app.model.reference import is_on_fan_side
from app.model.report import Relation

# No title is smaller than this share of the poster.
_LEAST_SHARE = 0.01


def look_elsewhere(
    submitted: SubmittedPicture, related: tuple[RelatedReference, ...], library: Library
) -> tuple[RelatedReference, ...]:
    """The same references, related anew when the best account lies as another version does, or was set anew.

    Only where it would be taken for altered.
    """
    if not related or related[0].relation is not Relation.ALTERED_ARTWORK:
        return related
    best = related[0].comparison
    if is_on_fan_side(best.reference):
        return related
    factor = version_factor(best, submitted.size)
    told = as_version(best, factor) if factor > 1 else best
    moved = _find_moved(submitted, told, library)
    if moved is not None:
        told = with_moved(told, moved)
    return related if told is best else relate_all([told, *(item.comparison for item in related[1:])])


def _find_moved(submitted: SubmittedPicture, best: Comparison, library: Library) -> MovedPart | None:
    """Only where a place would be taken for a claim, is as large as a title, and does not claim anything in words."""
    claims = [region for region in best.regions if region.claim >= CLAIM]
    large = any(region.share >= _LEAST_SHARE for region in claims)
    if not large or any(map(_says_something_new, claims)):
        return None
    return find_moved(submitted, library.fingerprint(best.reference.id).local_features, best)


def _says_something_new(region: ChangedRegion) -> bool:
    return region.read is not None and bool(region.read.words.added)
