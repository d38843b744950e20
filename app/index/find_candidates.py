"""From an index's answers to references worth comparing, best first."""

from collections.abc import Collection, Sequence
from dataclasses import dataclass

from app.index.contract import Index
from app.model.fingerprint import LocalFeatures, PerceptualHash
from app.model.report import FoundBy

# Differing bits of 256 up to which a hash proposes a reference. Random pairs of posters differ in 128 +- 10 bits; a
# re-share at the same crop in under 40, also with something added.
NEAR_HASH = 72
# The strongest features of a picture, which vote first; more add time, and recall only where a poster is small or one
# of several. Of 150, a whole poster gets 4 to 27 agreeing votes, another reference .5 to 3.4 unless it shares a figure.
VOTING_FEATURES = 150
# When the leader has so many votes, and so many times the runner-up's, the mirror image is not asked.
SURE_VOTES = 4.0
_SURE_LEAD = 2.5
# Beside a reference that has been found, so many votes are enough to look whether another has a part in the picture:
# of four posters on one picture each gets a quarter of the votes.
PART_VOTES = 2.0
_MOST_BY_HASH = 4
_MOST_BY_FEATURES = 6
# A reference with fewer votes than this share of the leader's is not worth laying over.
_VOTES_OF_LEADER = 0.12
# Likeness above the floor that must have come together for a reference to be looked at: about five good neighbours.
_FEWEST_VOTES = 0.8


@dataclass(frozen=True, slots=True)
class Candidate:
    """A reference to compare. key: the reference's. hash_distance: differing bits, None when not near by hash.

    mirrored: the mirror image got more votes.
    """

    key: int
    found_by: tuple[FoundBy, ...]
    hash_distance: int | None
    votes: float
    mirrored: bool = False


def by_hash(index: Index, wanted: PerceptualHash, *, mirrored: bool = False) -> list[Candidate]:
    """Near by perceptual hash, nearest first. mirrored: the hash is that of the picture's mirror image."""
    found = index.find_near_hashes(wanted, _MOST_BY_HASH, NEAR_HASH)
    by = (FoundBy.PERCEPTUAL_HASH,)
    return [Candidate(match.key, by, match.distance, 0.0, mirrored) for match in found]


def by_features(
    index: Index, features: LocalFeatures | None, mirrored: LocalFeatures | None, found_by: FoundBy
) -> list[Candidate]:
    """Voted for by local features, of the picture as it is or of its mirror image, most votes first.

    None for one of the two leaves that out.
    """
    found = [] if features is None else index.find_by_features(features, _MOST_BY_FEATURES)
    plain = {match.key: match.votes for match in found}
    leads = [*(match.votes for match in found), 0.0, 0.0]
    sure = leads[0] >= SURE_VOTES and leads[0] >= _SURE_LEAD * leads[1]
    others = [] if sure or mirrored is None else index.find_by_features(mirrored, _MOST_BY_FEATURES)
    flipped = {match.key: match.votes for match in others}
    candidates = [
        Candidate(
            key=key,
            found_by=(found_by,),
            hash_distance=None,
            votes=max(plain.get(key, 0.0), flipped.get(key, 0.0)),
            mirrored=flipped.get(key, 0.0) > plain.get(key, 0.0),
        )
        for key in {**plain, **flipped}
    ]
    return sorted(candidates, key=lambda candidate: -candidate.votes)


def worth_comparing(voted: Sequence[Candidate], done: Collection[int], *, others: bool = False) -> list[Candidate]:
    """The few with votes near the leader's; those already done only if it is their mirror image that is found.

    others: one has been found already, and only parts of a composite are sought beside it.
    """
    if not voted:
        return []
    fewest = max(PART_VOTES if others else _FEWEST_VOTES, _VOTES_OF_LEADER * voted[0].votes)
    chosen = [candidate for candidate in voted[:_MOST_BY_FEATURES] if candidate.votes >= fewest]
    return [candidate for candidate in chosen if candidate.mirrored or candidate.key not in done]
