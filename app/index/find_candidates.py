"""From an index's answers to references worth comparing, best first."""

from collections.abc import Collection, Sequence
from dataclasses import dataclass

from app.index.contract import Index
from app.model.fingerprint import LocalFeatures, PerceptualHash
from app.model.report import FoundBy

# Differing bits of 256 up to which a hash proposes a reference. Random pairs of posters differ in 128 +- 10 bits; a
# re-share at the same crop in under 40, also with something added.
NEAR_HASH = 72
_MOST_BY_HASH = 4
_MOST_BY_FEATURES = 6
# A reference with fewer votes than this share of the leader's is not worth laying over.
_VOTES_OF_LEADER = 0.12
# Likeness above the floor that must have come together for a reference to be looked at: about five good neighbours.
_FEWEST_VOTES = 0.6


@dataclass(frozen=True, slots=True)
class Candidate:
    """A reference to compare. key: the reference's. hash_distance: differing bits, None when not near by hash."""

    key: int
    found_by: tuple[FoundBy, ...]
    hash_distance: int | None
    votes: float


def by_hash(index: Index, wanted: PerceptualHash) -> list[Candidate]:
    """Near by perceptual hash, nearest first."""
    found = index.find_near_hashes(wanted, _MOST_BY_HASH, NEAR_HASH)
    return [Candidate(match.key, (FoundBy.PERCEPTUAL_HASH,), match.distance, 0.0) for match in found]


def by_features(index: Index, ways: Sequence[LocalFeatures], found_by: FoundBy) -> list[Candidate]:
    """Voted for by local features, most votes first. ways: of the picture as it is, and of its mirror image."""
    best: dict[int, float] = {}
    for features in ways:
        for match in index.find_by_features(features, _MOST_BY_FEATURES):
            best[match.key] = max(best.get(match.key, 0.0), match.votes)
    ranked = sorted(best.items(), key=lambda item: -item[1])
    return [Candidate(key, (found_by,), None, votes) for key, votes in ranked]


def worth_comparing(voted: Sequence[Candidate], done: Collection[int]) -> list[Candidate]:
    """The few with votes near the leader's, without those already done."""
    if not voted:
        return []
    fewest = max(_FEWEST_VOTES, _VOTES_OF_LEADER * voted[0].votes)
    chosen = [candidate for candidate in voted[:_MOST_BY_FEATURES] if candidate.votes >= fewest]
    return [candidate for candidate in chosen if candidate.key not in done]
