"""A large number that stands alone about a title is found, however the detector overlooks it, and nothing else is."""

from collections.abc import Callable

import pytest

from app.model.geometry import Box
from app.model.words import ClaimKind, TextLine
from app.text.engine import Sign
from app.text.lone_number import find_lone_number
from app.text.parse import parse_words
from app.text.reader import TextReader
from tests.text.drawing import draw_words

TITLE = (TextLine("HARBOUR", Box(60, 200, 380, 80), 0.99),)
SIZE = (500, 750)


def sequels(reader: TextReader, *words: tuple[str, int, int, int]) -> list[int | None]:
    pixels = draw_words(words)
    read = parse_words(reader.read_poster(pixels), (pixels.shape[1], pixels.shape[0]))
    return [claim.number for claim in read.claims if claim.kind is ClaimKind.SEQUEL]


def says(text: str, score: float = 0.97) -> Callable[[Box], tuple[str, float]]:
    return lambda _: (text, score)


def shows(text: str, score: float = 0.9) -> Callable[[Box], tuple[Sign, ...]]:
    return lambda _: tuple(Sign(sign, (i + 0.5) / len(text), score) for i, sign in enumerate(text))


@pytest.mark.parametrize("number", [("2", 205, 300, 110), ("3", 60, 310, 80), ("5", 390, 300, 90), ("2", 205, 70, 100)])
def test_a_large_number_below_or_above_the_title_is_a_sequel_s(
    reader: TextReader, number: tuple[str, int, int, int]
) -> None:
    assert sequels(reader, ("HARBOUR", 60, 200, 80), number) == [int(number[0])]


def test_a_large_number_behind_a_short_title_is_a_sequel_s(reader: TextReader) -> None:
    assert sequels(reader, ("LOLA", 40, 300, 90), ("2", 360, 290, 100)) == [2]


@pytest.mark.parametrize("words", ["HARBOUR", "WALTZ"])
def test_a_title_without_a_number_is_no_sequel_s(reader: TextReader, words: str) -> None:
    assert sequels(reader, (words, 60, 200, 80), ("a story of two sisters", 70, 330, 30)) == []


def test_a_number_is_believed_only_when_most_readings_of_its_place_say_so() -> None:
    assert [line.text for line in find_lone_number(TITLE, SIZE, shows("2"), says("2"))] == ["2"]
    turns = iter([("2", 0.97), ("7", 0.97), ("Z", 0.97)] * 500)
    assert find_lone_number(TITLE, SIZE, shows("7"), lambda _: next(turns)) == ()
    assert find_lone_number(TITLE, SIZE, shows("2"), says("2", 0.8)) == ()
    assert find_lone_number(TITLE, SIZE, shows("2"), says("SEA")) == ()
    assert find_lone_number(TITLE, SIZE, shows("2"), says("3")) == ()


def test_a_place_is_read_only_where_a_row_seems_to_hold_a_number() -> None:
    asked: list[Box] = []

    def note(box: Box) -> tuple[str, float]:
        asked.append(box)
        return "2", 0.97

    for row in ("", "SEA", "0"):
        assert find_lone_number(TITLE, SIZE, shows(row), note) == ()
    assert find_lone_number(TITLE, SIZE, shows("2", 0.1), note) == ()
    assert asked == []
    (found,) = find_lone_number(TITLE, SIZE, shows("A2B"), note)
    assert len(asked) <= 9
    assert all(box.intersection(found.box) >= 0.7 * min(box.area, found.box.area) for box in asked)


def test_a_figure_of_two_signs_is_found_whole() -> None:
    (found,) = find_lone_number(TITLE, SIZE, shows("-III-"), says("III"))
    assert found.text == "III"


def test_no_number_is_looked_for_beside_a_title_that_has_one_or_where_other_lines_stand() -> None:
    has_one = (*TITLE, TextLine("2", Box(200, 290, 50, 80), 0.99))
    assert find_lone_number(has_one, SIZE, shows("2"), says("2")) == ()
    crowded = (*TITLE, TextLine("a line below it", Box(0, 284, 500, 200), 0.99))
    found = find_lone_number(crowded, SIZE, shows("2"), says("2"))
    assert all(number.box.intersection(crowded[1].box) <= 0.3 * number.box.area for number in found)
    assert find_lone_number((), SIZE, shows("2"), says("2")) == ()


def test_a_two_read_as_the_last_letter_of_the_title_is_told_from_it() -> None:
    glued = (TextLine("STORYZ", Box(60, 200, 380, 80), 0.97),)
    assert [line.text for line in find_lone_number(glued, SIZE, shows(""), says("2"))] == ["2"]
    assert find_lone_number(glued, SIZE, shows(""), says("Z")) == ()
