"""Looks elsewhere in the reference, where that can change the answer: for copies, and for another official version."""

from app.compare.copied_places import find_copied
from app.compare.moved_parts import find_moved
from app.compare.submitted import SubmittedPicture
from app.evidence.context import RelatedReference
from app.evidence.copied_pieces import may_be_copied, with_copied
from app.evidence.other_version import as_version, version_factor, with_moved
from app.evidence.relate import CLAIM, relate_all
from app.library.library import Library
from app.model.comparison import ChangedRegion, Comparison, MovedPart
from app.model.reference import is_on_fan_side
from app.model.report import Relation

# What shows the reference's own artwork, changed or not.
_ITS_ARTWORK = (Relation.SAME_ARTWORK, Relation.OFFICIAL_VARIANT, Relation.ALTERED_ARTWORK)
# No title is smaller than this share of the poster.
_LEAST_SHARE = 0.01


def look_elsewhere(
    submitted: SubmittedPicture, related: tuple[RelatedReference, ...], library: Library
) -> tuple[RelatedReference, ...]:
    """The same references, related anew when something was copied within the best account, or it is another version.

    Another version, one that lies as such or was set anew, only where it would be taken for altered otherwise.
    """
    if not related or related[0].relation not in _ITS_ARTWORK or is_on_fan_side(related[0].comparison.reference):
        return related
    best = related[0].comparison
    copied = _find_copied(submitted, best, library)
    if copied:
        return relate_all([with_copied(best, copied), *(item.comparison for item in related[1:])])
    if related[0].relation is not Relation.ALTERED_ARTWORK:
        return related
    factor = version_factor(best, submitted.size)
    told = as_version(best, factor) if factor > 1 else best
    moved = _find_moved(submitted, told, library)
    if moved is not None:
        told = with_moved(told, moved)
    return related if told is best else relate_all([told, *(item.comparison for item in related[1:])])


def _find_copied(submitted: SubmittedPicture, best: Comparison, library: Library) -> tuple[ChangedRegion, ...]:
    places = may_be_copied(best)
    if not places:
        return ()
    return find_copied(submitted, library.fingerprint(best.reference.id).local_features, best, places)


def _find_moved(submitted: SubmittedPicture, best: Comparison, library: Library) -> MovedPart | None:
    """Only where a place would be taken for a claim, is as large as a title, and does not claim anything in words."""
    claims = [region for region in best.regions if region.claim >= CLAIM]
    large = any(region.share >= _LEAST_SHARE for region in claims)
    if not large or any(map(_says_something_new, claims)):
        return None
    return find_moved(submitted, library.fingerprint(best.reference.id).local_features, best)


def _says_something_new(region: ChangedRegion) -> bool:
    return region.read is not None and bool(region.read.words.added)
