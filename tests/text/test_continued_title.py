"""A title with a number of its own is itself; with another number it goes on."""

import pytest

from app.text.change import compare_words
from app.text.continued_title import continues_title, is_of_title, replaces_title, sets_title_anew
from tests.text.test_change import lines


@pytest.mark.parametrize(
    ("title", "before", "after"),
    [
        ("Purple Hearts", "PURPLE HEARTS", "PURPLE HEARTS 2"),
        ("Purple Hearts", "", "PURPIE HEARTS II"),
        ("Purple Hearts (2022)", "PURPLE HEARTS", "PURPLE HEARTS PART TWO"),
        ("Bridgerton", "BRIDGERTON", "BRIDGERTON SEASON 9"),
        ("Taken 2", "TAKEN 2", "TAKEN 3"),
    ],
)
def test_goes_on(title: str, before: str, after: str) -> None:
    assert continues_title(compare_words(lines(before), lines(after)), title)


@pytest.mark.parametrize(
    ("title", "before", "after"),
    [
        ("Purple Hearts", "PURPLE HEARTS", "PURPLE HEARTS"),
        ("Taken 2", "", "TAKEN 2"),
        ("Purple Hearts", "", "part 2 when"),
        ("It", "IT", "IT IS 2"),
        ("Purple Hearts", "", "SOME OTHER FILM 2"),
        ("", "", "PURPLE HEARTS 2"),
    ],
)
def test_does_not_go_on(title: str, before: str, after: str) -> None:
    assert not continues_title(compare_words(lines(before), lines(after)), title)


@pytest.mark.parametrize(
    ("text", "title"), [("MERIDIAN", "Velvet Meridian"), ("VELVET MERlDIAN", "Velvet Meridian (2021)")]
)
def test_a_part_of_the_title_is_of_the_title(text: str, title: str) -> None:
    assert is_of_title(text, title)


@pytest.mark.parametrize(
    ("text", "title"),
    [("MERIDIAN RETURNS", "Velvet Meridian"), ("PART", "Velvet Meridian"), ("MERIDIAN", ""), ("IT", "It Follows")],
)
def test_more_or_other_words_are_not(text: str, title: str) -> None:
    assert not is_of_title(text, title)


@pytest.mark.parametrize(
    ("title", "before", "after"),
    [
        ("Velvet Meridian (2021)", "", "VELVET MERIDIAN"),
        ("Velvet Meridian", "БАРХАТ", "VELVET MERIDIAN"),
        ("Taken 2", "", "TAKEN 2"),
        ("Velvet Meridian 2: Low Tide (2023)", "", "VELVET MERIDIAN 2 LOW TIDE"),
    ],
)
def test_is_set_anew(title: str, before: str, after: str) -> None:
    assert sets_title_anew(compare_words(lines(before), lines(after)), title)


@pytest.mark.parametrize(
    ("title", "before", "after"),
    [
        ("Velvet Meridian", "VELVET MERIDIAN", "VELVET MERIDIAN"),
        ("Velvet Meridian", "", "VELVET MERIDIAN 2"),
        ("Taken 2", "", "TAKEN 3"),
        ("Velvet Meridian", "", "VELVET MERIDIAN ONLY ON NETFLIX"),
        ("Velvet Meridian", "VELVET MERIDIAN", "THE RETURN"),
    ],
)
def test_is_not_set_anew(title: str, before: str, after: str) -> None:
    assert not sets_title_anew(compare_words(lines(before), lines(after)), title)


@pytest.mark.parametrize(
    ("title", "before", "after"),
    [
        ("Velvet Meridian (2021)", "VELVET MERIDIAN", "BROKEN CROWN"),
        ("Velvet Meridian", "a film by Nobody VELVET MERlDIAN", "BROKEN CROWN"),
        ("Velvet Meridian", "MERIDIAN", "CROWN"),
    ],
)
def test_other_words_stand_for_the_title(title: str, before: str, after: str) -> None:
    assert replaces_title(compare_words(lines(before), lines(after)), title)


@pytest.mark.parametrize(
    ("title", "before", "after"),
    [
        ("Velvet Meridian", "VELVET MERIDIAN", "VELVET MERIDIAN 2"),
        ("Velvet Meridian", "VELVET MERIDIAN", "MERIDIAN"),
        ("Velvet Meridian", "VELVET MERIDIAN", ""),
        ("Velvet Meridian", "SOMETHING ELSE", "BROKEN CROWN"),
        ("Velvet Meridian", "", "BROKEN CROWN"),
        ("It", "IT", "BROKEN CROWN"),
    ],
)
def test_the_title_is_still_there_or_never_was(title: str, before: str, after: str) -> None:
    assert not replaces_title(compare_words(lines(before), lines(after)), title)
