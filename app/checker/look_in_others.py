"""Finds changed places that hold a piece of other artwork that the library has: a face, a title of another poster."""

from app.checker.searched import Searched
from app.compare.registration.drawn_elsewhere import match_anywhere, placed_together, tells_of
from app.compare.submitted import SubmittedPicture
from app.evidence.composite import are_of_one_series
from app.evidence.context import RelatedReference
from app.evidence.copied_pieces import may_be_copied, with_taken
from app.evidence.relate import is_artwork, relate_all
from app.fingerprints.local_features import mirror_features
from app.index.find_candidates import by_features
from app.model.comparison import ChangedRegion, Comparison
from app.model.reference import Reference, is_on_fan_side
from app.model.report import FoundBy, Relation

# Smaller places, as a share of the compared area, hold too little of anything; of the larger ones so many are looked
# at, the largest first.
_LEAST_SHARE, _MOST_PLACES = 0.008, 2
# So many points agree.
_FEWEST = 8
# So many references are looked at, the most voted for first; what more than one of them has is a logo or a rating.
_CANDIDATES = 3


def look_in_others(
    submitted: SubmittedPicture, related: tuple[RelatedReference, ...], where: Searched
) -> tuple[RelatedReference, ...]:
    """The same references, related anew when a place of the best account holds a piece of another one.

    Only where the picture would not be taken for altered surely.
    """
    if not related or related[0].relation not in (Relation.SAME_ARTWORK, Relation.ALTERED_ARTWORK):
        return related
    best = related[0].comparison
    if is_on_fan_side(best.reference) or best.homography is None:
        return related
    open_still = [region for region in may_be_copied(best) if region.share >= _LEAST_SHARE]
    largest = sorted(open_still, key=lambda region: -region.share)[:_MOST_PLACES]
    # What was found to have a part in the picture has it as a whole.
    known = {item.comparison.reference.id for item in related if is_artwork(item.comparison)}
    taken = {region: source for region in largest if (source := _source_of(region, submitted, best, where, known))}
    if not taken:
        return related
    return relate_all([with_taken(best, taken), *(item.comparison for item in related[1:])])


def _source_of(
    region: ChangedRegion, submitted: SubmittedPicture, best: Comparison, where: Searched, known: set[str]
) -> Reference | None:
    """The one reference, of another title, that shows what the place holds."""
    here = submitted.features_in([region.box])
    if len(here) < _FEWEST:
        return None
    mirrored = mirror_features(here)
    voted = where.usable(by_features(where.index, here, mirrored, FoundBy.LOCAL_FEATURES))
    others = [each for each in voted if where.references[each.key].id not in known]
    found: list[Reference] = []
    for candidate in others[:_CANDIDATES]:
        reference = where.references[candidate.key]
        pairs = match_anywhere(
            mirrored if candidate.mirrored else here, where.library.fingerprint(reference.id).local_features
        )
        together = placed_together(pairs, max(submitted.size), _FEWEST)
        flipped_in = submitted.size[0] if candidate.mirrored else None
        if together is not None and tells_of(together, region.box, flipped_in):
            found.append(reference)
    alone = len(found) == 1 and not are_of_one_series([found[0], best.reference])
    return found[0] if alone else None
