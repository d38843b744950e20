"""Changed bits that a person takes for one thing become one place: words of a line, pieces of a repaint."""

from hypothesis import given
from hypothesis import strategies as st

from app.compare.regions.join_pieces import Piece, box_around, join_lines
from app.compare.regions.join_repaints import join_repaints
from app.model.comparison import ChangedRegion
from app.model.geometry import Box
from app.model.report import RegionKind
from tests.support.values import make_region

FRAME = (300, 448)
LEAST = 100.0
REFERENCE = (300, 448)
boxes = st.builds(Box, st.integers(0, 250), st.integers(0, 400), st.integers(1, 50), st.integers(1, 48))


def letters(*places: tuple[int, int], size: tuple[int, int] = (14, 20), area: int = 150) -> list[Piece]:
    return [Piece(number, Box(x, y, *size), area) for number, (x, y) in enumerate(places, start=1)]


def repaint(x: int, y: int, claim: float = 0.9, share: float = 0.05) -> ChangedRegion:
    box = Box(x, y, 40, 60)
    return make_region(claim=claim, kind=RegionKind.PICTURE, box=box, reference_box=box, share=share)


def test_letters_of_one_line_are_one_place() -> None:
    (place,) = join_lines(letters((40, 300), (60, 302), (80, 299), (118, 300)), FRAME, LEAST)
    assert box_around(place) == Box(40, 299, 92, 23)


def test_lines_stay_apart() -> None:
    assert len(join_lines(letters((40, 300), (60, 300), (40, 340), (60, 340)), FRAME, LEAST)) == 2


def test_what_is_far_apart_in_one_line_stays_apart() -> None:
    assert len(join_lines(letters((10, 300), (250, 300)), FRAME, LEAST)) == 2


def test_a_figure_is_no_letter_of_the_line_beside_it() -> None:
    line = letters((40, 300), (60, 300))
    figure = Piece(9, Box(80, 150, 90, 200), 9000)
    assert sorted(len(place) for place in join_lines([*line, figure], FRAME, LEAST)) == [1, 2]


def test_letters_too_small_alone_are_a_place_together() -> None:
    thin = letters((40, 300), (52, 300), (64, 300), size=(6, 12), area=40)
    assert [len(place) for place in join_lines(thin, FRAME, LEAST)] == [3]
    assert join_lines(thin[:1], FRAME, LEAST) == []


def test_dust_does_not_bridge_a_line() -> None:
    dust = Piece(9, Box(62, 304, 3, 10), 8)
    assert len(join_lines([*letters((20, 300), (100, 300)), dust], FRAME, LEAST)) == 2


@given(st.lists(st.builds(Piece, st.integers(), boxes, st.integers(1, 2000)), max_size=12))
def test_every_large_piece_is_in_exactly_one_place(pieces: list[Piece]) -> None:
    numbered = [Piece(number, piece.box, piece.area) for number, piece in enumerate(pieces)]
    found = [piece.label for place in join_lines(numbered, FRAME, LEAST) for piece in place]
    assert len(found) == len(set(found))
    assert {piece.label for piece in numbered if piece.area >= LEAST} <= set(found)


def test_pieces_of_one_repaint_are_one_place_and_the_likeliest_speaks() -> None:
    (sky,) = join_repaints([repaint(20, 20, 0.7), repaint(70, 30, 0.95), repaint(120, 10, 0.4)], REFERENCE)
    assert sky.box == Box(20, 10, 140, 80)
    assert sky.share == 0.15000000000000002
    assert sky.claim == 0.95


def test_repaints_far_apart_stay_apart() -> None:
    assert len(join_repaints([repaint(10, 10), repaint(200, 350)], REFERENCE)) == 2


def test_a_sticker_beside_a_repaint_stays_a_sticker() -> None:
    sticker = make_region(
        claim=0.05, kind=RegionKind.OVERLAY, box=Box(62, 20, 30, 30), reference_box=Box(62, 20, 30, 30)
    )
    joined = join_repaints([repaint(20, 20), sticker], REFERENCE)
    assert sticker in joined
    assert len(joined) == 2


def test_doubtful_places_are_not_joined_to_each_other() -> None:
    assert len(join_repaints([repaint(20, 20, 0.4), repaint(70, 20, 0.45)], REFERENCE)) == 2


@given(boxes, boxes)
def test_the_box_round_two_boxes_holds_both(one: Box, other: Box) -> None:
    both = one.union(other)
    assert both == other.union(one)
    assert both.intersection(one) == one.area
    assert both.intersection(other) == other.area
    assert (one.gap(other) < 0) == (one.intersection(other) > 0)
