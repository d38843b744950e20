"""The heaviest groups of votes are the same whether every reference is looked at or only those that may win."""

import numpy as np
import pytest

from app.index.consistent_votes import Votes, count_consistent, places_of
from app.model.fingerprint import LocalFeatures

QUERY = (300, 450)


def votes_of_many(seed: int) -> tuple[LocalFeatures, Votes]:
    """200 key points; half of them vote for three references in their places, the others for any of 40 at random."""
    rng = np.random.default_rng(seed)
    keypoints = np.column_stack(
        [rng.uniform(0, 300, 200), rng.uniform(0, 450, 200), rng.uniform(2, 20, 200), rng.uniform(0, 360, 200)]
    ).astype(np.float32)
    features = LocalFeatures(keypoints, np.zeros((200, 128), np.uint8), QUERY)
    owners = rng.integers(0, 40, 200)
    owners[:100] = rng.choice([3, 17, 29], 100, p=[0.6, 0.3, 0.1])
    places = places_of(features).astype(np.float32)
    places[100:] = rng.uniform(-0.5, 0.5, (100, 4))
    places[100:, 2] = rng.uniform(0.01, 0.1, 100)
    weights = rng.uniform(0.01, 0.3, 200).astype(np.float32)
    return features, Votes(np.arange(200), places, owners, weights)


@pytest.mark.parametrize("seed", range(8))
@pytest.mark.parametrize("limit", [1, 3, 6])
def test_a_limit_leaves_out_only_what_would_not_be_among_the_first(seed: int, limit: int) -> None:
    features, votes = votes_of_many(seed)
    everything = count_consistent(features, votes, 1000)
    assert count_consistent(features, votes, limit) == everything[:limit]


@pytest.mark.parametrize("seed", range(4))
def test_votes_that_agree_outweigh_those_that_do_not(seed: int) -> None:
    features, votes = votes_of_many(seed)
    assert [key for key, _ in count_consistent(features, votes, 2)] == [3, 17]
