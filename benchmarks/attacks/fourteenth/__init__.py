"""The plain, usual ways of re-sharing and editing posters, composited in linear light."""

from collections.abc import Callable

import numpy as np

from app.model.poster_image import Pixels
from benchmarks.attacks.values import Attacked, AttackFunction, OtherPosters

Rng = np.random.Generator


def named(name: str, function: Callable[..., Attacked], *settings: object) -> AttackFunction:
    """The attack that calls a function with these settings after the usual three values."""

    def attack(pixels: Pixels, rng: Rng, others: OtherPosters) -> Attacked:
        return function(pixels, rng, others, *settings)

    attack.__name__ = attack.__qualname__ = name
    attack.__module__ = function.__module__
    return attack
