"""What lies beside references that explain a part of the picture: parts of others, and posters set as panels."""

from functools import partial

from app.checker.searched import Searched, compare_candidate
from app.checker.stopwatch import Stopwatch
from app.compare.compare import lies_in
from app.compare.submitted import SubmittedPicture
from app.evidence.panels import next_to, place_of
from app.evidence.relate import explains, is_whole
from app.index.find_candidates import VOTING_FEATURES, by_features, worth_comparing
from app.model.comparison import Comparison
from app.model.fingerprint import LocalFeatures
from app.model.geometry import Box
from app.model.report import FoundBy

# References that explain this much of a picture together leave no room for another one.
_NEARLY_ALL = 0.8
# Bars and plain grounds hold fewer key points than this; a poster at a quarter of the size holds 60 and more.
_FEWEST_BESIDE = 30


def search_beside(
    submitted: SubmittedPicture, where: Searched, comparisons: list[Comparison], found_by: FoundBy, watch: Stopwatch
) -> None:
    """Beside references that explain a part of the picture, what lies outside them votes alone; adds to `comparisons`.

    Of several posters on one picture, the one with the most contrast would else have most of the votes.
    """
    explained = [item for item in comparisons if explains(item)]
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
    panel = next((item for item in explained if is_whole(item)), None)
    if panel is not None:
        for features_there in _of_panels(features, panel, submitted.size):
            vote(features_there, most=1)


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
    with watch.stage("compare"):
        for candidate in worth_comparing(voted, known, others=True)[:most]:
            if candidate.key not in known:
                comparisons.append(compare_candidate(submitted, candidate, where))


def _of_panels(features: LocalFeatures, panel: Comparison, size: tuple[int, int]) -> tuple[LocalFeatures, ...]:
    """The features right beside, over and under a whole poster that may be one of four panels, place by place.

    The strongest points of so large a picture are too few for each panel's poster to be found.
    """
    beside, above = (
        [found for place in places if len(found := _within(features, place)) >= _FEWEST_BESIDE]
        for places in next_to(place_of(panel), size)
    )
    return (*beside, *above) if beside and above else ()


def _within(features: LocalFeatures, place: Box) -> LocalFeatures:
    x, y = features.keypoints[:, 0], features.keypoints[:, 1]
    across = (x >= place.x) & (x < place.x + place.width)
    return features.chosen(across & (y >= place.y) & (y < place.y + place.height))
