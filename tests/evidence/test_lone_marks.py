"""A small mark alone in a corner is never surely a sticker; anywhere else, beside others or with a name, it may be."""

from dataclasses import replace

import pytest

from app.evidence.checks import gather
from app.evidence.lone_marks import doubt_lone_mark
from app.model.comparison import ChangedRegion, Pictogram, RegionChances
from app.model.title import ReadPlace
from app.model.words import ChangedWords, WordsChange
from app.verdict.weigh import weigh
from tests.support.values import make_comparison, make_context, make_region, make_shape

STICKER = RegionChances(overlay=0.99, text=0.006, picture=0.003, variant=0.001)
IN_A_CORNER = make_shape(roundness=0.9, solidity=0.98, centre_x=0.88, centre_y=0.93)


def mark(**changes: float) -> ChangedRegion:
    return make_region(chances=STICKER, shape=replace(IN_A_CORNER, **changes))


def test_alone_in_a_corner_it_is_left_open() -> None:
    (doubted,) = doubt_lone_mark([mark()])
    assert doubted.chances.overlay == pytest.approx(0.75)
    assert doubted.chances.text > 0.2
    sure, unsure = (
        weigh(gather(context), context.relation)
        for context in (make_context(make_comparison(regions=(region,))) for region in (mark(), doubted))
    )
    assert sure.conclusive
    assert not unsure.conclusive
    assert sure.label is unsure.label


@pytest.mark.parametrize(
    "elsewhere",
    [
        {"centre_x": 0.5},
        {"centre_y": 0.4},
        {"roundness": 0.2},
        {"solidity": 0.5},
    ],
)
def test_elsewhere_or_of_another_shape_it_stays_what_it_is(elsewhere: dict[str, float]) -> None:
    region = mark(**elsewhere)
    assert doubt_lone_mark([region]) == (region,)


def test_beside_others_large_named_or_a_known_sign_it_stays_what_it_is() -> None:
    region = mark()
    named = replace(region, read=ReadPlace(ChangedWords(WordsChange.ADDED, "", "@cinema", ())))
    others = (
        (region, make_region(chances=STICKER)),
        (replace(region, share=0.2),),
        (named,),
        (replace(region, pictogram=Pictogram.HEART),),
    )
    for regions in others:
        assert doubt_lone_mark(regions) == regions
    assert doubt_lone_mark([replace(region, pictogram=Pictogram.PLAY)]) != (region,)
    assert doubt_lone_mark([region, make_region(chances=STICKER, share=0.0005)])[0] != region


def test_what_is_open_already_is_left_as_it_is() -> None:
    region = replace(mark(), chances=RegionChances(overlay=0.7, text=0.2, picture=0.1, variant=0.0))
    assert doubt_lone_mark([region]) == (region,)
    assert doubt_lone_mark([]) == ()
