"""What lies beside references that explain a part of the picture: parts of others, and posters set as panels."""

from collections.abc import Sequence
from functools import partial

from app.checker.searched import Searched, compare_candidate, compared_reference
from app.checker.stopwatch import Stopwatch
from app.compare.compare import compare_directly, lies_in
from app.compare.submitted import SubmittedPicture
from app.evidence.panels import next_to, place_of
from app.evidence.relate import explains, is_whole
from app.fingerprints.perceptual_hash import compute_perceptual_hash
from app.fingerprints.working_copy import make_working_copy
from app.index.find_candidates import VOTING_FEATURES, Candidate, by_features, by_hash, worth_comparing
from app.model.comparison import Comparison
from app.model.fingerprint import LocalFeatures
from app.model.geometry import Box, lie_in_boxes, part_of
from app.model.poster_image import Pixels
from app.model.report import FoundBy

# References that explain this much of a picture together leave no room for another one.
_NEARLY_ALL = 0.8
# Bars and plain grounds hold fewer key points than this; a poster at a quarter of the size holds 60 and more.
_FEWEST_BESIDE = 30
# And a panel fewer than this; what it shows is asked of its hash, which needs no points.
_FEWEST_IN_PANEL = 12
# A panel that shares so much with a whole poster's box (IoU) is that poster's.
_TAKEN = 0.7
# Widths of bars between panels that a panel is looked for behind, as shares of its width; a hash bears half a step.
_BARS = (0.0, 0.02, 0.04)


def search_beside(
    submitted: SubmittedPicture, where: Searched, comparisons: list[Comparison], found_by: FoundBy, watch: Stopwatch
) -> None:
    """Beside references that explain a part of the picture, what lies outside them votes alone; adds to `comparisons`.

    Of several posters on one picture, the one with the most contrast would else have most of the votes.
    """
    explained = [item for item in comparisons if explains(item) or is_whole(item)]
    if not explained or sum(item.query_coverage for item in explained) >= _NEARLY_ALL:
        return
    mirrored = explained[0].mirrored
    with watch.stage("search"):
        features = submitted.local_features(mirrored=mirrored)
        outside = features.chosen(~lies_in(features.keypoints[:, :2], explained))
    if len(outside) < _FEWEST_BESIDE:
        return
    vote = partial(_vote, submitted, where, comparisons, found_by, watch, mirrored=mirrored)
    vote(outside)
    whole = [item for item in explained if is_whole(item)]
    if not whole:
        return
    around, aslant = _panels_around(features, whole, submitted.size)
    for _, drawn in around:
        vote(drawn, most=1)
    first = place_of(whole[0])
    for place, _ in (*around, *aslant):
        _propose(submitted, where, comparisons, watch, _further_off(place, first), mirrored=mirrored)


def _vote(
    submitted: SubmittedPicture,
    where: Searched,
    comparisons: list[Comparison],
    found_by: FoundBy,
    watch: Stopwatch,
    features: LocalFeatures,
    *,
    mirrored: bool,
    most: int | None = None,
) -> None:
    """Compare so many of the references that some of the picture's features vote for; adds to `comparisons`."""
    with watch.stage("search"):
        strongest = features.strongest(VOTING_FEATURES)
        plain, flipped = (None, strongest) if mirrored else (strongest, None)
        voted = where.usable(by_features(where.index, plain, flipped, found_by))
    known = {item.reference.key for item in comparisons}
    _compare_new(submitted, where, comparisons, watch, worth_comparing(voted, known, others=True)[:most])


def _propose(
    submitted: SubmittedPicture,
    where: Searched,
    comparisons: list[Comparison],
    watch: Stopwatch,
    places: Sequence[Box],
    *,
    mirrored: bool,
) -> None:
    """Compare the reference that is nearest by hash to what a panel shows, if none was found there by its features.

    places: where the panel may be, the likeliest first.
    """
    if any(is_whole(item) and place_of(item).overlap(places[0]) >= _TAKEN for item in comparisons):
        return
    with watch.stage("search"):
        pixels = submitted.pixels(mirrored=mirrored)
        near = [found for place in places if (found := _nearest(pixels, place, where, mirrored=mirrored)) is not None]
    if not near:
        return
    nearest, there = min(near, key=_distance)
    if any(is_whole(item) and item.reference.key == nearest.key for item in comparisons):
        return
    with watch.stage("compare"):
        direct = compare_directly(submitted, compared_reference(nearest, where, submitted), there)
    if direct is None:
        _compare_new(submitted, where, comparisons, watch, [nearest])
    else:
        # So small a poster has too few key points; what they found of it elsewhere was chance.
        comparisons[:] = [*(item for item in comparisons if item.reference.key != nearest.key), direct]


def _nearest(pixels: Pixels, place: Box, where: Searched, *, mirrored: bool) -> tuple[Candidate, Box] | None:
    """The reference whose hash is nearest to what a place shows, with the place; None where none is near."""
    wanted = compute_perceptual_hash(make_working_copy(part_of(pixels, place)).grey)
    found = where.usable(by_hash(where.index, wanted, mirrored=mirrored))
    return (found[0], place) if found else None


def _distance(found: tuple[Candidate, Box]) -> int:
    """Of a candidate that a hash proposed, in bits."""
    return found[0].hash_distance or 0


def _further_off(place: Box, first: Box) -> list[Box]:
    """A panel's place, and where it is when bars as thin as those of panels lie between it and the first one."""
    across, down = (place.x > first.x) - (place.x < first.x), (place.y > first.y) - (place.y < first.y)
    wide = [round(bar * place.width) for bar in _BARS]
    return [Box(place.x + across * bar, place.y + down * bar, place.width, place.height) for bar in wide]


def _compare_new(
    submitted: SubmittedPicture,
    where: Searched,
    comparisons: list[Comparison],
    watch: Stopwatch,
    candidates: Sequence[Candidate],
) -> None:
    """Compare those of the references that were not compared yet; adds to `comparisons`."""
    known = {item.reference.key for item in comparisons}
    with watch.stage("compare"):
        comparisons.extend(
            compare_candidate(submitted, candidate, where) for candidate in candidates if candidate.key not in known
        )


def _panels_around(
    features: LocalFeatures, whole: Sequence[Comparison], size: tuple[int, int]
) -> tuple[list[tuple[Box, LocalFeatures]], list[tuple[Box, LocalFeatures]]]:
    """The places beside, over and under a whole poster that may be one of four panels, and those aslant of it.

    Each with what is drawn there.

    Only where enough is drawn beside it as well as over or under it. The strongest points of so large a picture are too
    few for each panel's poster to be found.
    """
    first, *others = map(place_of, whole)
    beside, above, aslant = (
        [(place, drawn) for place in places if len(drawn := _within(features, place)) >= _FEWEST_IN_PANEL]
        for places in next_to(first, others, size)
    )
    return ([*beside, *above], aslant) if beside and above else ([], [])


def _within(features: LocalFeatures, place: Box) -> LocalFeatures:
    return features.chosen(lie_in_boxes(features.keypoints[:, :2], [place]))
