"""A place that could be a sticker or a repaint is told by whether stickers lie beside it."""

from dataclasses import replace

import pytest

from app.compare.regions.among_stickers import among_stickers
from app.model.comparison import ChangedRegion, RegionChances
from app.model.geometry import Box
from tests.support.values import make_region

OPEN = RegionChances(overlay=0.4, text=0.1, picture=0.45, variant=0.05)
SURE = RegionChances(overlay=0.97, text=0.01, picture=0.01, variant=0.01)


def mark(chances: RegionChances, side: int = 40, *, share: float = 0.01, roundness: float = 0.7) -> ChangedRegion:
    region = make_region(box=Box(20, 20, side, side), chances=chances)
    return replace(region, shape=replace(region.shape, share=share, roundness=roundness, solidity=0.9))


def test_the_more_sure_stickers_are_beside_it_the_likelier_it_is_one() -> None:
    alone, one, two = (among_stickers([mark(OPEN), *(mark(SURE) for _ in range(count))])[0].claim for count in range(3))
    assert alone == pytest.approx(OPEN.text + OPEN.picture)
    assert alone > 2 * one > 2 * two


@pytest.mark.parametrize(
    "other",
    [mark(OPEN), mark(SURE, 150), mark(SURE, roundness=0.1), mark(SURE, share=0.2)],
    ids=["unsure", "far larger", "a line of words", "half the poster"],
)
def test_other_places_say_nothing_of_it(other: ChangedRegion) -> None:
    assert among_stickers([mark(OPEN), other])[0].chances == OPEN


def test_what_is_no_mark_keeps_its_chances() -> None:
    banner = mark(OPEN, roundness=0.1)
    assert among_stickers([banner, mark(SURE)])[0] == banner


def test_two_unsure_ones_do_not_make_each_other_sure() -> None:
    assert [each.chances for each in among_stickers([mark(OPEN), mark(OPEN)])] == [OPEN, OPEN]
