"""The cascade of one check: the cheapest search first, and no further once a reference explains the picture."""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import replace

from app.checker.search_beside import search_beside
from app.checker.searched import Searched, compare_candidate, compared_reference
from app.checker.stopwatch import Stopwatch
from app.compare.compare import compare_directly
from app.compare.submitted import SubmittedPicture
from app.evidence.relate import (
    accounts_for_most,
    explains,
    is_artwork,
    leaves_room,
    leaves_words_alone,
    relate,
    settles,
)
from app.fingerprints.working_copy import CLOSER_SIDE, COARSE_SIDE, WORKING_SIDE
from app.index.find_candidates import PART_VOTES, VOTING_FEATURES, Candidate, by_features, by_hash, worth_comparing
from app.model.comparison import Comparison
from app.model.reference import Reference
from app.model.report import FoundBy, Relation

# Pictures whose longer side is less than this many sides of a look have nothing more to show at a larger one.
_WORTH_CLOSER = 1.1
# A coarse look is enough where one reference reaches at least this much of the picture.
_COARSE_REACH = 0.6
# With so many agreeing points it lies as exactly as more of them would lay it.
_COARSE_INLIERS = 60


def search(
    submitted: SubmittedPicture, where: Searched, same_file: Sequence[Reference], watch: Stopwatch
) -> list[Comparison]:
    """Compare until one reference explains the picture. same_file: references that are its file, byte for byte.

    1. The same file and near hashes, laid over directly. 2. Local features of the picture made small. 3. Of the picture
    at working size. 4. Seen closer.
    """
    # 1.
    with watch.stage("search"):
        near = where.usable(_merge(_same_file(same_file), by_hash(where.index, submitted.perceptual_hash)))
        if not near:
            near = where.usable(by_hash(where.index, submitted.mirrored_hash, mirrored=True))
    comparisons: list[Comparison] = []
    with watch.stage("compare"):
        for candidate in near:
            direct = compare_directly(submitted, compared_reference(candidate, where, submitted))
            if direct is not None:
                comparisons.append(direct)
                if explains(direct):
                    return comparisons
    if any(settles(comparison) or leaves_words_alone(comparison) for comparison in comparisons):
        return comparisons
    distances = {candidate.key: candidate.hash_distance for candidate in near}
    # 2.
    if max(submitted.size) > _WORTH_CLOSER * COARSE_SIDE:
        found, enough = _look_coarsely(SubmittedPicture(submitted.image, side=COARSE_SIDE), where, distances, watch)
        if enough:
            return [*comparisons, *found]
        laid = {item.reference.key for item in comparisons}
        comparisons += [item for item in found if item.reference.key not in laid]
    # 3.
    _search_features(submitted, where, comparisons, distances, watch)
    # 4.
    if not any(is_artwork(item) for item in comparisons) and max(submitted.size) > _WORTH_CLOSER * WORKING_SIDE:
        closer = SubmittedPicture(submitted.image, side=CLOSER_SIDE)
        _search_features(closer, where, comparisons, distances, watch)
    return comparisons


def _look_coarsely(
    coarse: SubmittedPicture, where: Searched, distances: Mapping[int, int | None], watch: Stopwatch
) -> tuple[list[Comparison], bool]:
    """What few key points find exactly enough, and whether that is all that there is to find."""
    with watch.stage("fingerprint"):
        features, mirrored = (found.strongest(VOTING_FEATURES) for found in (coarse.features, coarse.mirrored_features))
    with watch.stage("search"):
        voted = where.usable(by_features(where.index, features, mirrored, FoundBy.LOCAL_FEATURES))
    if not voted:
        return [], False
    known = replace(voted[0], hash_distance=distances.get(voted[0].key))
    with watch.stage("compare"):
        first = compare_candidate(coarse, known, where)
    if first.query_coverage < _COARSE_REACH:
        return [], False
    found = [first]
    # Where others have votes, one of them may account for what this one leaves open, or lie beside it; and of another
    # version, the library may hold the one that is shown.
    others = _have_votes(voted[1:]) or relate(first) is Relation.OFFICIAL_VARIANT
    enough = explains(first) and not leaves_room(first) if others else settles(first)
    if not enough:
        return (found, False) if is_artwork(first) and first.inliers >= _COARSE_INLIERS else ([], False)
    search_beside(coarse, where, found, FoundBy.LOCAL_FEATURES, watch)
    return found, True


def _search_features(
    submitted: SubmittedPicture,
    where: Searched,
    comparisons: list[Comparison],
    distances: Mapping[int, int | None],
    watch: Stopwatch,
) -> None:
    """Compare what local features vote for, until one explains the picture; adds to `comparisons`.

    The strongest features vote first; all of them when those found nothing, as when a poster is a small part of a busy
    picture, or nothing that accounts for most of it, as when it is put together from several; then what was found
    tells which way round the others are, and only votes that none but a real part gets are followed.
    """
    with watch.stage("fingerprint"):
        features, mirrored = submitted.features, submitted.mirrored_features
    found_by = FoundBy.LOCAL_FEATURES if submitted.side == WORKING_SIDE else FoundBy.CLOSER_LOOK
    aligned = {item.reference.key for item in comparisons if item.homography is not None}
    tried: set[int] = set()
    for voters in (VOTING_FEATURES, len(features)):
        found = [item for item in comparisons if is_artwork(item)]
        with watch.stage("search"):
            plain = None if found and found[0].mirrored else features.strongest(voters)
            flipped = None if found and not found[0].mirrored else mirrored.strongest(voters)
            voted = where.usable(by_features(where.index, plain, flipped, found_by))
        with watch.stage("compare"):
            for candidate in worth_comparing(voted, aligned, others=bool(found)):
                if candidate.key in tried:
                    continue
                tried.add(candidate.key)
                known = replace(candidate, hash_distance=distances.get(candidate.key))
                comparisons.append(compare_candidate(submitted, known, where))
                if explains(comparisons[-1]) and not _others_have_a_part(comparisons[-1], voted):
                    search_beside(submitted, where, comparisons, found_by, watch)
                    return
        if voters >= len(features) or any(is_artwork(item) and accounts_for_most(item) for item in comparisons):
            break
    search_beside(submitted, where, comparisons, found_by, watch)


def _others_have_a_part(explained: Comparison, voted: Sequence[Candidate]) -> bool:
    """Whether another reference got votes enough to lie in the rest of the picture."""
    return leaves_room(explained) and _have_votes(voted[1:])


def _have_votes(others: Sequence[Candidate]) -> bool:
    """Whether any of the other references got votes enough to account for the picture better."""
    return any(candidate.votes >= PART_VOTES for candidate in others)


def _same_file(found: Sequence[Reference]) -> list[Candidate]:
    return [Candidate(item.key, (FoundBy.SAME_FILE,), 0, 0.0) for item in found]


def _merge(first: Sequence[Candidate], second: Iterable[Candidate]) -> list[Candidate]:
    seen = {candidate.key for candidate in first}
    return [*first, *(candidate for candidate in second if candidate.key not in seen)]
