"""What a comparison amounts to, from hand-made measurements."""

from dataclasses import replace

import numpy as np
import pytest

from app.evidence.relate import explains, relate, relate_all, relate_whole
from app.model.comparison import Comparison
from app.model.reference import Label
from app.model.report import RegionKind, Relation
from tests.support.values import make_comparison, make_reference, make_region

WHOLE = make_comparison()
FAKE = make_comparison(reference=make_reference(2, Label.KNOWN_FAKE))
CLAIMED = make_comparison(regions=(make_region(claim=0.9),), changed_share=0.02, agreement=0.9)
STICKER = make_comparison(
    regions=(make_region(claim=0.05, kind=RegionKind.OVERLAY),), changed_share=0.02, agreement=0.95
)
PARTLY = make_comparison(agreement=0.3, changed_share=0.5, query_coverage=0.6)
LOGO = make_comparison(agreement=0.03, inliers=24, changed_share=0.9, spread=0.02)
NOTHING = make_comparison(homography=None, failure="too_few_inliers", inliers=7, agreement=0.0, query_coverage=0.0)


@pytest.mark.parametrize(
    ("comparison", "relation"),
    [
        (WHOLE, Relation.SAME_ARTWORK),
        (FAKE, Relation.KNOWN_FAKE),
        (CLAIMED, Relation.ALTERED_ARTWORK),
        (STICKER, Relation.SAME_ARTWORK),
        (LOGO, Relation.SHARED_ELEMENTS),
        (NOTHING, Relation.NO_MATCH),
        (replace(LOGO, inliers=10), Relation.NO_MATCH),
    ],
    ids=["whole", "fake", "claimed", "sticker", "logo", "nothing", "a few points"],
)
def test_one_reference(comparison: Comparison, relation: Relation) -> None:
    assert relate(comparison) is relation


def test_a_part_of_an_official_picture_is_not_that_picture() -> None:
    assert relate(PARTLY) in {Relation.ALTERED_ARTWORK, Relation.COMPOSITE}


def test_other_words_of_another_official_version_are_no_claim() -> None:
    translated = make_comparison(regions=(make_region(claim=0.1, variant=0.85),), changed_share=0.04, agreement=0.85)
    assert relate(translated) is Relation.OFFICIAL_VARIANT


def test_another_version_that_hardly_agrees_only_shares_its_elements() -> None:
    version = (make_region(claim=0.1, variant=0.85),)
    recomposed = make_comparison(regions=version, changed_share=0.3, agreement=0.45)
    whole = make_comparison(regions=version, changed_share=0.3, agreement=0.6)
    edited = make_comparison(regions=(make_region(claim=0.9),), changed_share=0.3, agreement=0.45)
    logo = make_comparison(regions=version, agreement=0.85, query_coverage=0.35, reference_coverage=0.25)
    assert [item.relation for item in relate_all([logo])] == [Relation.SHARED_ELEMENTS]
    assert [item.relation for item in relate_all([recomposed])] == [Relation.SHARED_ELEMENTS]
    assert [item.relation for item in relate_all([whole])] == [Relation.OFFICIAL_VARIANT]
    assert [item.relation for item in relate_all([edited])] == [Relation.ALTERED_ARTWORK]


def test_a_figure_alone_that_two_layouts_have_in_common_is_shared() -> None:
    figure = make_comparison(query_coverage=0.2, reference_coverage=0.21, inliers=40)
    crop = make_comparison(query_coverage=0.15, reference_coverage=0.4, inliers=40)
    assert [item.relation for item in relate_all([figure])] == [Relation.SHARED_ELEMENTS]
    assert [item.relation for item in relate_all([crop])] == [Relation.SAME_ARTWORK]


def test_a_sticker_with_a_shade_of_doubt_makes_no_other_version() -> None:
    """Whichever of two small likelihoods is larger says nothing."""
    sticker = make_region(claim=0.01, variant=0.04, kind=RegionKind.OVERLAY)
    assert relate(make_comparison(regions=(sticker,), changed_share=0.02, agreement=0.95)) is Relation.SAME_ARTWORK


def test_only_a_whole_account_explains() -> None:
    assert explains(WHOLE)
    assert not explains(NOTHING)
    assert not explains(CLAIMED)
    assert not explains(PARTLY)
    assert not explains(replace(WHOLE, changed_share=0.05))


def test_the_library_without_any_match() -> None:
    assert relate_whole(relate_all([])) is Relation.NO_MATCH
    assert relate_all([NOTHING]) == ()
    assert relate_whole(relate_all([NOTHING])) is Relation.NO_MATCH


def test_the_best_account_comes_first() -> None:
    other = replace(WHOLE, reference=make_reference(3), agreement=0.7, changed_share=0.1)
    for order in ([LOGO, other, WHOLE, NOTHING], [WHOLE, LOGO, other], [other, NOTHING, LOGO, WHOLE]):
        related = relate_all(order)
        assert [item.comparison for item in related] == [WHOLE, other, LOGO]
        assert relate_whole(related) is Relation.SAME_ARTWORK


def test_shared_elements_never_outdo_an_artwork() -> None:
    crowded = replace(LOGO, inliers=500)
    related = relate_all([crowded, replace(CLAIMED, query_coverage=0.4)])
    assert related[0].relation is Relation.ALTERED_ARTWORK


def test_a_fake_that_accounts_for_the_claim_outdoes_the_official_picture() -> None:
    related = relate_all([CLAIMED, replace(FAKE, agreement=0.97)])
    assert relate_whole(related) is Relation.KNOWN_FAKE
    assert related[0].comparison.reference.label is Label.KNOWN_FAKE


def test_the_official_picture_outdoes_a_fake_made_from_it() -> None:
    made_from_it = replace(FAKE, regions=(make_region(claim=0.8),), changed_share=0.02, agreement=0.95)
    related = relate_all([made_from_it, WHOLE])
    assert relate_whole(related) is Relation.SAME_ARTWORK
    assert related[0].comparison is WHOLE


def half_of_the_picture(key: int, *, upper: bool) -> Comparison:
    """A reference that accounts for the upper or the lower half and for nothing else."""
    cells = np.zeros((24, 16), bool)
    cells[slice(0, 12) if upper else slice(12, 24)] = True
    return replace(PARTLY, reference=make_reference(key), agreement=0.45, query_coverage=1.0, explained_cells=cells)


def test_two_halves_of_two_posters_are_a_composite() -> None:
    related = relate_all([half_of_the_picture(1, upper=True), half_of_the_picture(2, upper=False), LOGO])
    assert relate_whole(related) is Relation.COMPOSITE
    assert [item.relation for item in related] == [Relation.COMPOSITE, Relation.COMPOSITE, Relation.SHARED_ELEMENTS]


def test_what_halves_have_in_common_by_chance_hides_neither() -> None:
    """In a screenshot most cells are ground, and some of the other half's agree with any poster."""
    upper, lower = np.zeros((48, 48), bool), np.zeros((48, 48), bool)
    upper[12:24:2, 10:38], lower[26:38:2, 10:38] = True, True
    upper[26:38:2, 10:38:7] = True
    halves = [
        replace(PARTLY, reference=make_reference(key), agreement=0.3, query_coverage=0.3, explained_cells=cells)
        for key, cells in ((1, upper), (2, lower))
    ]
    assert relate_whole(relate_all(halves)) is Relation.COMPOSITE


@pytest.mark.parametrize(("inliers", "label", "composite"), [
    (30, Label.OFFICIAL, True), (24, Label.OFFICIAL, False), (30, Label.KNOWN_FAKE, False),
])  # fmt: skip
def test_of_a_dark_half_little_is_explained_where_it_surely_is(inliers: int, label: Label, *, composite: bool) -> None:
    upper, dark = half_of_the_picture(1, upper=True), half_of_the_picture(2, upper=False)
    shown = replace(upper, agreement=0.99, query_coverage=0.7, inliers=80)
    cells = np.zeros((24, 16), bool)
    cells[18, :15] = True
    reference = replace(dark.reference, label=label)
    related = relate_all([shown, replace(dark, reference=reference, inliers=inliers, explained_cells=cells)])
    assert (relate_whole(related) is Relation.COMPOSITE) == composite


def test_two_versions_of_one_poster_are_no_composite() -> None:
    related = relate_all([half_of_the_picture(1, upper=True), half_of_the_picture(2, upper=True)])
    assert relate_whole(related) is Relation.ALTERED_ARTWORK


RECOMPOSED = make_comparison(agreement=0.3, changed_share=0.6, reference_coverage=0.7)


def test_most_of_it_another_picture_in_another_frame_shares_elements_only() -> None:
    version = replace(RECOMPOSED, agreement=0.8, regions=(make_region(claim=0.1, variant=0.85),))
    for recomposed in (RECOMPOSED, version):
        assert relate_whole(relate_all([recomposed])) is Relation.SHARED_ELEMENTS


@pytest.mark.parametrize("less", [{"changed_share": 0.35}, {"reference_coverage": 0.97}], ids=["changed", "frame"])
def test_much_repainted_in_the_same_frame_or_little_in_a_crop_is_changed_artwork(less: dict[str, float]) -> None:
    assert relate_whole(relate_all([replace(RECOMPOSED, **less)])) is Relation.ALTERED_ARTWORK  # type: ignore[arg-type]


def test_a_recomposed_picture_stands_behind_the_artwork_it_is() -> None:
    own = replace(CLAIMED, reference=make_reference(3), query_coverage=0.3)
    related = relate_all([RECOMPOSED, own])
    assert [item.relation for item in related] == [Relation.ALTERED_ARTWORK, Relation.SHARED_ELEMENTS]


def test_a_known_fake_with_more_done_to_it_is_still_that_fake() -> None:
    changed_again = replace(FAKE, regions=(make_region(claim=0.8),), changed_share=0.02, agreement=0.9)
    assert relate_whole(relate_all([changed_again])) is Relation.KNOWN_FAKE


def whole_poster(key: int, column: int, columns: int, filled: float) -> Comparison:
    """One of several posters side by side, each whole and unchanged, that fill so much of the picture together."""
    cells = np.zeros((24, 24), bool)
    wide = 24 // columns
    cells[2:22, column * wide + 1 : (column + 1) * wide - 1] = True
    return replace(WHOLE, reference=make_reference(key), query_coverage=filled / columns, explained_cells=cells)


def test_whole_posters_that_fill_a_picture_are_a_composite() -> None:
    related = relate_all([whole_poster(key, key, 3, filled=0.95) for key in range(3)])
    assert [item.relation for item in related] == [Relation.COMPOSITE] * 3


def test_whole_posters_on_a_page_are_no_composite() -> None:
    """A search or a shelf shows official posters side by side, and says nothing by it."""
    related = relate_all([whole_poster(key, key, 3, filled=0.4) for key in range(3)])
    assert [item.relation for item in related] == [Relation.SAME_ARTWORK] * 3


def test_posters_on_a_shelf_are_no_composite_where_the_screen_cuts_one() -> None:
    cut = whole_poster(2, 2, 3, filled=0.3)
    cells = np.zeros((48, 48), bool)
    cells[:8, :8] = True
    small = replace(cut, reference_coverage=0.6, explained_cells=cells)
    others = [replace(whole_poster(key, key, 3, filled=0.3), explained_cells=np.roll(cells, 16)) for key in range(2)]
    related = relate_all([*others, small])
    assert Relation.COMPOSITE not in {item.relation for item in related}
