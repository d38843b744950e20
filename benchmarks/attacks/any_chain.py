"""Chains across all hands: what one draws, before or after what another does to the whole picture. Only to learn from.

What lies on a poster looks otherwise once it was photographed, filtered or saved to pieces, and no set draws that
often.
"""

from collections.abc import Sequence

import numpy as np

from app.model.poster_image import Pixels
from benchmarks.attacks.chains import then
from benchmarks.attacks.chance import one_of
from benchmarks.attacks.values import Attacked, AttackFunction, OtherPosters

# Of edits so many ways are tried until one leaves a change in the picture.
_TRIED = 4
# Of what is covered twice so much is passed on.
_PASSED_ON = 0.5


def covered_and_passed_on(
    picture: Pixels,
    rng: np.random.Generator,
    others: OtherPosters,
    *,
    covering: Sequence[AttackFunction],
    ways: Sequence[AttackFunction],
) -> Attacked:
    """Something laid over the poster and some other harmless way, in either order."""
    pair = [one_of(rng, covering), one_of(rng, ways)]
    first, second = pair if rng.random() < 0.5 else pair[::-1]
    return then(first(picture, rng, others), second, rng, others)


def covered_twice(
    picture: Pixels,
    rng: np.random.Generator,
    others: OtherPosters,
    *,
    covering: Sequence[AttackFunction],
    ways: Sequence[AttackFunction],
) -> Attacked:
    """Two things laid over the poster, which may touch or hide each other; half of them passed on after that."""
    covered = then(one_of(rng, covering)(picture, rng, others), one_of(rng, covering), rng, others)
    return then(covered, one_of(rng, ways), rng, others) if rng.random() < _PASSED_ON else covered


def edited_and_passed_on(
    picture: Pixels,
    rng: np.random.Generator,
    others: OtherPosters,
    *,
    edits: Sequence[AttackFunction],
    ways: Sequence[AttackFunction],
) -> Attacked:
    """An edit, then some harmless way that leaves it in the picture; the edit alone where none of a few does."""
    edited = one_of(rng, edits)(picture, rng, others)
    for _ in range(_TRIED):
        passed_on = then(edited, one_of(rng, ways), rng, others)
        if passed_on.boxes_of_change:
            return passed_on
    return edited
