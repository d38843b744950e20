"""Looks whether what is drawn in the changed places stood elsewhere, where that can change the answer."""

from app.compare.moved_parts import find_moved
from app.compare.submitted import SubmittedPicture
from app.evidence.context import RelatedReference
from app.evidence.other_version import with_moved
from app.evidence.relate import CLAIM, relate_all
from app.library.library import Library
from app.model.comparison import ChangedRegion
from app.model.reference import is_on_fan_side
from app.model.report import Relation

# No title is smaller than this share of the poster.
_LEAST_SHARE = 0.01


def look_elsewhere(
    submitted: SubmittedPicture, related: tuple[RelatedReference, ...], library: Library
) -> tuple[RelatedReference, ...]:
    """The same references, related anew when the best account's lettering was only moved.

    Only where a place would be taken for a claim, is as large as a title, and does not claim anything in words.
    """
    if not related or related[0].relation is not Relation.ALTERED_ARTWORK:
        return related
    best = related[0].comparison
    claims = [region for region in best.regions if region.claim >= CLAIM]
    large = any(region.share >= _LEAST_SHARE for region in claims)
    if is_on_fan_side(best.reference) or not large or any(map(_says_something_new, claims)):
        return related
    moved = find_moved(submitted, library.fingerprint(best.reference.id).local_features, best)
    if moved is None:
        return related
    return relate_all([with_moved(best, moved), *(item.comparison for item in related[1:])])


def _says_something_new(region: ChangedRegion) -> bool:
    return region.read is not None and bool(region.read.words.added)
