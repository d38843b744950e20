"""The words of one place in two pictures: misread letters do not count, numbers do."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from app.model.words import ClaimKind, TextLine, WordsChange
from app.text.change import compare_words
from app.text.folding import key
from app.text.reader import TextReader
from tests.text.drawing import draw_words, ink_box, line


def lines(*texts: str) -> list[TextLine]:
    return [line(text, 60 * i) for i, text in enumerate(texts)]


@pytest.mark.parametrize(
    ("before", "after", "change"),
    [
        ("", "", WordsChange.NONE_READ),
        ("PURPLE HEARTS", "PURPLE HEARTS", WordsChange.SAME),
        ("PURPLE HEARTS", "PURPLEHEARTS", WordsChange.SAME),
        ("PURPLE HEARTS", "PURPLE HEART5", WordsChange.REPLACED),
        ("A FILM BY AGNÈS VARDA", "A FILM BY AGNES VARDÀ", WordsChange.SAME),
        ("UNFORGIVEN", "UNFORGlVEN", WordsChange.SAME),
        ("", "PART TWO", WordsChange.ADDED),
        ("PURPLE HEARTS", "PURPLE HEARTS 2", WordsChange.ADDED),
        ("PURPLE HEARTS", "PURPLE HEARTS II", WordsChange.ADDED),
        ("PURPLE HEARTS 2", "PURPLE HEARTS", WordsChange.REMOVED),
        ("PURPLE HEARTS 2", "PURPLE HEARTS 3", WordsChange.REPLACED),
        ("SEASON 3", "SEASON 4", WordsChange.REPLACED),
        ("COMING 2026", "COMING 2027", WordsChange.REPLACED),
        ("BODY DOUBLE", "DUBLÊ DE CORPO", WordsChange.REPLACED),
        ("COMING SOON", "", WordsChange.REMOVED),
    ],
)
def test_the_change_is_named(before: str, after: str, change: WordsChange) -> None:
    changed = compare_words(lines(before), lines(after))
    assert (changed.change, changed.before, changed.after) == (change, before, after)


def test_a_name_read_better_than_before_is_not_added() -> None:
    assert not compare_words(lines("MANVE STUDO"), lines("MARVE STUDIOS", "cinewall")).added
    assert compare_words(lines("A FILM BY AGNES VARDA"), lines("A FILM BY AGNES VARDA", "MARVEL STUDIOS")).added


def test_a_short_line_beside_a_long_one_is_added() -> None:
    long = "WAKE UP, RON BURGUNDY: THE LOST MOVIE"
    assert compare_words(lines(long), lines("RED HARBOR", long)).change is WordsChange.ADDED
    assert compare_words(lines(long), lines("WAKE UP, RON", "BURGUNDY: THE", "LOST MOVLE")).change is WordsChange.SAME


@pytest.mark.parametrize(
    ("before", "after", "kind", "number"),
    [
        ("PURPLE HEARTS", "PURPLE HEARTS 2", ClaimKind.SEQUEL, 2),
        ("CLIENT", "2 CLIENT", ClaimKind.SEQUEL, 2),
        ("", "2", ClaimKind.SEQUEL, 2),
        ("", "II", ClaimKind.SEQUEL, 2),
        ("", "PART TWO", ClaimKind.SEQUEL, 2),
        ("PURPLE HEARTS 2", "PURPLE HEARTS 3", ClaimKind.SEQUEL, 3),
        ("SEASON 3", "SEASON 4", ClaimKind.SEASON, 4),
        ("", "JULY 29", ClaimKind.DATE, None),
        ("DECEMBER 24", "DECEMBER 25", ClaimKind.DATE, None),
    ],
)
def test_what_is_newly_claimed_is_named(before: str, after: str, kind: ClaimKind, number: int | None) -> None:
    assert [(claim.kind, claim.number) for claim in compare_words(lines(before), lines(after)).added] == [
        (kind, number)
    ]


@pytest.mark.parametrize(
    ("before", "after"),
    [
        ("PURPLE HEARTS 2", "PURPLE HEARTS 2"),
        ("9", "9 SIEGE"),
        ("SEASON 4", "SAISON 4"),
        ("DECEMBER 25", "DECEMBER 2"),
        ("COMING.SOON", "just one episode COMING SOON"),
        ("FSK 6", "FSK 12"),
        ("BODY DOUBLE", "DUBLÊ DE CORPO"),
        ("", "FROM THE DIRECTOR OF SAW 2 AND THE PRODUCER OF HOSTEL"),
        ("PURPLE HEARTS 2", "PURPLE HEARTS"),
        ("", "16+"),
        ("", "TOP 10"),
        ("", "crying at 2 am again"),
        ("", "ONLY 2 LEFT"),
        ("", "2 FOR 1"),
        ("", "12 03'04"),
    ],
)
def test_nothing_new_is_claimed(before: str, after: str) -> None:
    assert compare_words(lines(before), lines(after)).added == ()


def test_hardly_legible_lines_count_as_not_read() -> None:
    faint = [TextLine("PART TWO", line("PART TWO").box, 0.3), TextLine("", line("X").box, 0.0)]
    assert compare_words([], faint).change is WordsChange.NONE_READ


@given(st.lists(st.text(max_size=30), max_size=3))
def test_nothing_changes_between_a_place_and_itself(texts: list[str]) -> None:
    changed = compare_words(lines(*texts), lines(*texts))
    assert changed.change in (WordsChange.SAME, WordsChange.NONE_READ)
    assert changed.added == ()


@given(st.text(max_size=30), st.text(max_size=30))
def test_what_one_way_adds_the_other_way_removes(one: str, other: str) -> None:
    there, back = compare_words(lines(one), lines(other)), compare_words(lines(other), lines(one))
    mirrored = {WordsChange.ADDED: WordsChange.REMOVED, WordsChange.REMOVED: WordsChange.ADDED}
    assert back.change is mirrored.get(there.change, there.change)


@pytest.mark.parametrize(("mark", "left", "top", "letters"), [("2", 380, 510, 80), ("PART TWO", 130, 620, 56)])
def test_a_mark_drawn_behind_a_title_is_read_and_named(
    reader: TextReader, mark: str, left: int, top: int, letters: int
) -> None:
    title = [("PURPLE", 40, 420, 80), ("HEARTS", 40, 510, 80)]
    before, after = draw_words(title), draw_words([*title, (mark, left, top, letters)])
    place = ink_box(before, after)
    changed = compare_words(reader.read_place(before, place), reader.read_place(after, place))
    assert changed.change is WordsChange.ADDED
    assert key(changed.after).endswith(key(mark))
    assert [(claim.kind, claim.number) for claim in changed.added] == [(ClaimKind.SEQUEL, 2)]
