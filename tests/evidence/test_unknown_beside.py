"""A picture that nothing is known of, as large as the poster that it stands beside, leaves the answer open."""

from dataclasses import replace

import cv2
import numpy as np
import pytest

from app.evidence.checks import gather
from app.evidence.context import CheckContext
from app.evidence.unknown_beside import Beside, look_beside
from app.model.comparison import Comparison
from app.model.geometry import Box
from app.model.poster_image import Pixels
from app.model.report import VerdictLabel
from app.verdict.weigh import weigh
from tests.support.pictures import draw_artwork, resize
from tests.support.values import make_comparison, make_context, make_reference

PLACE, NEXT = Box(0, 0, 200, 300), Box(200, 0, 200, 300)
GROUND = 236


def picture(*filled: Box, seed: int = 3) -> Pixels:
    """Posters that are drawn all over, on a plain page."""
    page = np.full((360, 400, 3), GROUND, np.uint8)
    for number, box in enumerate(filled):
        art = resize(draw_artwork(seed + number), box.width, box.height)
        noise = np.random.default_rng(number).integers(-60, 60, (box.height // 4, box.width // 4, 1))
        grain = np.kron(noise, np.ones((4, 4, 1), int))
        page[box.y : box.y + box.height, box.x : box.x + box.width] = np.clip(art + grain, 0, 255)
    return page


def shown_at(box: Box, key: int = 1, *, mirrored: bool = False) -> Comparison:
    reference = make_reference(key)
    across, down = box.width / reference.width, box.height / reference.height
    place = np.array([[across, 0, box.x], [0, down, box.y], [0, 0, 1]])
    return make_comparison(reference=reference, homography=place, query_coverage=0.45, mirrored=mirrored)


def context(pixels: Pixels, *comparisons: Comparison) -> CheckContext:
    beside = look_beside(make_context(*comparisons).related, pixels)
    return make_context(*comparisons, beside=beside.unknown, in_panels=beside.in_panels)


def test_it_is_found_and_the_answer_is_not_sure() -> None:
    shelf = np.vstack([picture(PLACE, NEXT), picture(PLACE, NEXT, seed=7)])
    found = context(shelf, shown_at(PLACE))
    assert found.beside == NEXT
    verdict = weigh(gather(found), found.relation)
    assert verdict.label is VerdictLabel.LIKELY_OFFICIAL
    assert not verdict.conclusive


def turned(pixels: Pixels, degrees: float) -> tuple[Pixels, np.ndarray]:
    """On a page with room all around."""
    height, width = pixels.shape[:2]
    turn = np.vstack([cv2.getRotationMatrix2D((width / 2, height / 2), degrees, 1.0), [0, 0, 1]])
    turn[:2, 2] += 150
    page = cv2.warpPerspective(pixels, turn, (width + 300, height + 300), borderValue=(GROUND, GROUND, GROUND))
    return np.asarray(page, np.uint8), turn


@pytest.mark.parametrize("degrees", [-12.0, 5.0])
def test_beside_a_poster_that_was_turned_it_is_found_as_well(degrees: float) -> None:
    pixels, turn = turned(picture(PLACE, NEXT), degrees)
    shown = shown_at(PLACE)
    assert shown.homography is not None
    found = context(pixels, replace(shown, homography=turn @ shown.homography, query_coverage=0.2))
    assert found.beside is not None
    middle = turn @ (300, 150, 1)
    assert found.beside.x < middle[0] < found.beside.x + found.beside.width
    assert found.in_panels


def test_two_that_stand_alone_were_put_together_though_one_is_unknown() -> None:
    found = context(picture(PLACE, NEXT), shown_at(PLACE))
    assert found.in_panels
    verdict = weigh(gather(found), found.relation)
    assert verdict.label is VerdictLabel.LIKELY_FAN_MADE
    assert not verdict.conclusive


def test_of_a_mirrored_poster_on_the_other_side() -> None:
    """The poster's place is told in the flipped picture."""
    left = Box(0, 0, 200, 300)
    assert look_beside(make_context(shown_at(left, mirrored=True)).related, picture(PLACE, NEXT)).unknown == left


@pytest.mark.parametrize(
    "pixels",
    [
        picture(PLACE),
        picture(PLACE, Box(200, 0, 200, 140)),
        picture(PLACE, Box(230, 40, 60, 60), Box(310, 40, 60, 60), Box(230, 200, 60, 60)),
    ],
    ids=["a plain page", "half as high", "small pictures"],
)
def test_beside_what_else_there_is_on_a_page_the_answer_is_sure(pixels: Pixels) -> None:
    found = context(pixels, shown_at(PLACE))
    assert found.beside is None
    assert weigh(gather(found), found.relation).conclusive


def test_a_poster_that_the_library_knows_is_not_unknown() -> None:
    related = make_context(shown_at(PLACE), shown_at(NEXT, 2)).related
    assert look_beside(related, picture(PLACE, NEXT)).unknown is None


def test_a_poster_that_fills_the_picture_has_no_neighbour() -> None:
    assert look_beside(make_context(make_comparison()).related, picture(PLACE, NEXT)) == Beside()


def laid_out(across: int, down: int, width: int = 120, height: int = 180) -> list[Box]:
    return [Box(x * width, y * height, width, height) for y in range(down) for x in range(across)]


def put_together(panels: list[Box], filled: int) -> Pixels:
    last = panels[-1]
    page = np.full((last.y + last.height, last.x + last.width, 3), GROUND, np.uint8)
    for number, box in enumerate(panels[:filled]):
        part = page[box.y : box.y + box.height, box.x : box.x + box.width]
        part[:] = picture(Box(0, 0, box.width, box.height), seed=3 + number)[: box.height, : box.width]
    return page


@pytest.mark.parametrize("layout", [(2, 2), (2, 1), (1, 2), (3, 1), (1, 3)])
def test_one_panel_among_unknown_ones_is_likelier_put_together(layout: tuple[int, int]) -> None:
    panels = laid_out(*layout)
    for own in (0, len(panels) - 1):
        found = context(put_together(panels, len(panels)), shown_at(panels[own]))
        assert found.in_panels
        verdict = weigh(gather(found), found.relation)
        assert verdict.label is VerdictLabel.LIKELY_FAN_MADE
        assert not verdict.conclusive


def test_where_a_panel_is_empty_nothing_was_put_together() -> None:
    panels = laid_out(2, 2)
    assert not context(put_together(panels, 3), shown_at(panels[0])).in_panels


def test_a_poster_elsewhere_in_a_full_picture_is_no_panel() -> None:
    panels = laid_out(2, 2)
    assert not context(put_together(panels, 4), shown_at(Box(60, 90, 120, 180))).in_panels
    assert not context(put_together(panels, 4), shown_at(Box(0, 0, 80, 120))).in_panels


def test_panels_are_panels_whether_the_library_knows_the_others_or_not() -> None:
    panels = laid_out(2, 2)
    assert context(put_together(panels, 4), shown_at(panels[0]), shown_at(panels[3], 2)).in_panels


def card(*places: tuple[int, int], gap: int, ground: int = GROUND) -> tuple[Pixels, list[Box]]:
    """Posters in rows and columns in the middle of a page, so many pixels apart."""
    boxes = [Box(200 + x * (120 + gap), 220 + y * (180 + gap), 120, 180) for x, y in places]
    page = np.full((900, 900, 3), ground, np.uint8)
    for number, box in enumerate(boxes):
        page[box.y : box.y + box.height, box.x : box.x + box.width] = picture(Box(0, 0, 120, 180), seed=3 + number)[
            :180, :120
        ]
    return page, boxes


ROW, SQUARE = [(0, 0), (1, 0), (2, 0)], [(0, 0), (1, 0), (0, 1), (1, 1)]


@pytest.mark.parametrize(("places", "known"), [(ROW, (0, 2)), (ROW, (0, 1, 2)), (SQUARE, (0, 1, 2)), (SQUARE, (0, 3))])
@pytest.mark.parametrize("gap", [0, 8, 16])
def test_a_block_that_stands_alone_on_a_page_was_put_together(
    places: list[tuple[int, int]], known: tuple[int, ...], gap: int
) -> None:
    page, boxes = card(*places, gap=gap)
    shown = [replace(shown_at(boxes[n], n + 1), query_coverage=0.03) for n in known]
    assert context(page, *shown).in_panels


def test_a_block_on_a_shelf_or_far_apart_or_of_other_sizes_is_none() -> None:
    shelf, boxes = card((-1, 0), *ROW, (3, 0), (4, 0), gap=10)
    apart, wide_boxes = card(*SQUARE, gap=40)
    uneven, small_boxes = card(*SQUARE, gap=8)
    small_boxes[1] = replace(small_boxes[1], width=90, height=135)
    for page, found in ((shelf, boxes[1:3]), (apart, wide_boxes), (uneven, small_boxes)):
        shown = [replace(shown_at(box, n), query_coverage=0.03) for n, box in enumerate(found, start=1)]
        assert not context(page, *shown).in_panels


def test_a_block_in_a_large_picture_is_looked_at_in_few_pixels() -> None:
    page, boxes = card(*ROW, gap=8)
    large = np.kron(page, np.ones((5, 5, 1), np.uint8))
    shown = [replace(shown_at(boxes[n].scaled(5, 5), n + 1), query_coverage=0.03) for n in (0, 2)]
    assert context(large, *shown).in_panels
