"""Which places beside a place that was read share what its words say."""

from dataclasses import replace

from app.checker.neighbours import share_words
from app.model.comparison import RegionChances
from app.model.geometry import Box
from app.model.title import ReadPlace
from app.text.change import compare_words
from tests.support.values import make_region
from tests.text.test_change import lines

COUNT = make_region(box=Box(260, 300, 30, 40))


def read(after: str) -> ReadPlace:
    return ReadPlace(compare_words(lines(""), lines(after)))


def test_buttons_over_and_beside_a_count_are_of_the_same_bar() -> None:
    over, beside = make_region(box=Box(258, 190, 34, 95)), make_region(box=Box(225, 302, 28, 38))
    counted = read("24K")
    assert share_words([COUNT, over, beside], {COUNT: counted}) == {over: counted, beside: counted}


def test_a_small_mark_at_the_other_end_of_a_bar_of_buttons_is_one_of_them() -> None:
    bar = make_region(box=Box(20, 400, 160, 60))
    bookmark, wide, below = (
        make_region(box=box) for box in (Box(500, 405, 36, 40), Box(390, 405, 90, 40), Box(500, 450, 36, 40))
    )
    liked = read("53,756 likes")
    assert share_words([bar, bookmark, wide, below], {bar: liked}) == {bookmark: liked}


def test_what_is_larger_or_further_away_or_claims_something_is_not() -> None:
    title, far, two = (
        make_region(box=box) for box in (Box(20, 200, 280, 60), Box(260, 20, 30, 40), Box(262, 250, 26, 40))
    )
    places = {COUNT: read("24K"), two: read("PART 2")}
    assert share_words([COUNT, title, far, two], places) == {}


def test_words_that_no_app_writes_are_their_place_s_own() -> None:
    beside = make_region(box=Box(258, 250, 34, 40))
    assert share_words([COUNT, beside], {COUNT: read("LANTERN")}) == {}


def test_pieces_of_a_translated_line_go_with_it() -> None:
    whole, piece, below = (
        make_region(box=box) for box in (Box(20, 400, 200, 60), Box(230, 410, 40, 50), Box(20, 500, 90, 60))
    )
    translated = ReadPlace(
        compare_words(lines("THE SALT LANTERN"), lines("LA LINTERNA DE SAL")), languages=("en", "es")
    )
    assert share_words([whole, piece, below], {whole: translated}) == {piece: translated}


def test_bits_at_the_end_of_a_bar_go_with_the_remark_on_it() -> None:
    bar = make_region(box=Box(0, 320, 240, 80))
    bit, below = make_region(box=Box(270, 322, 30, 78)), make_region(box=Box(270, 380, 30, 78))
    remark = read("CAN'T WAIT FOR THIS MOVIE")
    assert share_words([bar, bit, below], {bar: remark}) == {bit: remark}


def test_a_bar_over_something_as_dark_has_two_parts() -> None:
    bar, rest, higher = (
        make_region(box=box) for box in (Box(0, 385, 205, 28), Box(222, 385, 78, 28), Box(222, 300, 78, 113))
    )
    remark = read("movie night!")
    assert share_words([bar, rest, higher], {bar: remark}) == {rest: remark}


def test_the_other_lines_of_a_remark_go_with_it() -> None:
    first, second, third = (
        make_region(box=box) for box in (Box(30, 20, 240, 26), Box(100, 50, 96, 26), Box(60, 82, 180, 24))
    )
    far, large, aside = (
        make_region(box=box) for box in (Box(60, 300, 180, 24), Box(60, 50, 200, 90), Box(280, 48, 60, 26))
    )
    remark = read("WHEN THE POPCORN")
    places = {first: remark} | {each: read("IS GONE") for each in (second, far, large, aside)}
    assert share_words([first, second, far, large, aside], places) == {second: remark}
    assert share_words([first, second, third], places) == {second: remark, third: remark}
    assert share_words([first, second, third], {first: remark, second: read("PART TWO")}) == {}
    assert share_words([first, second], {first: read("BROKEN CROWN"), second: read("IS GONE")}) == {}


def test_a_place_where_other_words_came_keeps_them() -> None:
    over = make_region(box=Box(258, 190, 34, 95))
    assert share_words([COUNT, over], {COUNT: read("24K"), over: read("CROWN")}) == {}


def test_a_mark_repeated_over_the_picture_is_one_mark_wherever_it_is_read_in_part() -> None:
    whole, bit, silent, repaint = (make_region(box=Box(20, at, 90, 60)) for at in (20, 120, 220, 320))
    repaint = replace(repaint, chances=RegionChances(overlay=0.1, text=0.0, picture=0.9, variant=0.0))
    mark = read("@lanternfan")
    places = {whole: mark, bit: read("ternf")}
    assert share_words([whole, bit, silent, repaint], places) == {bit: mark, silent: mark}
    assert share_words([whole, silent], {whole: mark}) == {}
    assert share_words([whole, bit, silent], {whole: mark, bit: read("PART 2")}) == {}
