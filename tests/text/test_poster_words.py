"""The title among a poster's lines, and lettering that cannot be read."""

import pytest

from app.model.geometry import Box
from app.model.words import ClaimKind, TextLine
from app.text.folding import key
from app.text.parse import parse_words
from app.text.reader import TextReader
from tests.text.drawing import draw_words, line

SIZE = (500, 750)


def title(*lines: TextLine) -> str:
    return parse_words(lines, SIZE).title


def test_the_tallest_words_are_the_title() -> None:
    assert (
        title(line("SOFIA CARSON", 40, 26), line("HOMECOMING", 500, 70), line("ONLY IN CINEMAS", 700, 18))
        == "HOMECOMING"
    )


def test_a_title_of_several_lines_is_put_together_in_reading_order() -> None:
    stacked = (line("THE MAN", 400, 60), line("WHO CAME", 470, 60), line("TO DINNER", 540, 60))
    assert title(*stacked, line("BETTE DAVIS", 60, 24)) == "THE MAN WHO CAME TO DINNER"


def test_small_words_of_a_title_belong_to_it_and_names_do_not() -> None:
    lead = line("BODY SNATCHERS", 500, 70)
    assert (
        title(line("INVASION OF THE", 472, 26), lead, line("KEVIN MCCARTHY", 300, 22))
        == "INVASION OF THE BODY SNATCHERS"
    )
    assert title(line("KEVIN MCCARTHY", 476, 22), lead) == "BODY SNATCHERS"


@pytest.mark.parametrize("mark", ["2", "II", "PART TWO", "CHAPTER 3"])
def test_the_sequel_mark_belongs_to_the_title(mark: str) -> None:
    below = line(mark, 580, 60 if len(mark) < 3 else 24, left=200)
    words = parse_words([line("PURPLE HEARTS", 500, 70), below, line("COMING SOON", 700, 22)], SIZE)
    assert words.title == f"PURPLE HEARTS {mark}"
    assert [claim.kind for claim in words.claims] == [ClaimKind.SEQUEL, ClaimKind.DATE]


def test_what_is_no_title_is_not_taken_for_one() -> None:
    for text in ("A NETFLIX FILM", "@cinemafan", "FAN MADE", "TEASER", "DIRECTED BY JANE DOE"):
        assert title(line(text, 100, 60), line("LOVE AGAIN", 500, 50)) == "LOVE AGAIN"


def test_a_poster_without_words_has_no_title() -> None:
    words = parse_words([], SIZE)
    assert (words.lines, words.title, words.claims, words.unreadable) == ((), "", (), False)


def test_lettering_that_gives_no_words_is_called_unreadable() -> None:
    closed = TextLine("", Box(40, 300, 400, 60), 0.0)
    assert parse_words([closed], SIZE).unreadable
    assert parse_words([closed, line("TOM", 700, 18)], SIZE).unreadable
    assert not parse_words([line("PURPLE HEARTS", 300, 60), TextLine("", Box(10, 700, 90, 12), 0.0)], SIZE).unreadable


def test_two_letters_from_a_long_line_are_not_called_a_reading() -> None:
    assert parse_words([TextLine("EP", Box(20, 300, 600, 60), 0.76)], SIZE).unreadable


def test_a_drawn_poster_is_understood(reader: TextReader) -> None:
    picture = draw_words(
        [
            ("A NETFLIX FILM", 140, 300, 26),
            ("PURPLE", 60, 350, 96),
            ("HEARTS 2", 60, 450, 96),
            ("COMING FEBRUARY 14, 2027", 80, 600, 26),
            ("@cinemafan", 20, 715, 22),
        ]
    )
    words = parse_words(reader.read_poster(picture), SIZE)
    assert key(words.title) == "PURPLEHEARTS2"
    assert [(claim.kind, claim.number) for claim in words.claims] == [
        (ClaimKind.NETWORK, None),
        (ClaimKind.SEQUEL, 2),
        (ClaimKind.DATE, 2027),
        (ClaimKind.HANDLE, None),
    ]
    assert not words.unreadable


def test_an_unknown_script_is_called_unreadable(reader: TextReader) -> None:
    pytest.importorskip("PIL")
    strokes = draw_words([], SIZE).copy()
    for letter in range(9):
        left = 40 + 47 * letter
        strokes[300:360, left : left + 6] = 240
        strokes[300 + 9 * (letter % 5) : 308 + 9 * (letter % 5), left : left + 30] = 240
        strokes[330 + 6 * (letter % 4) : 336 + 6 * (letter % 4), left + 4 : left + 22] = 240
        strokes[330:360, left + 24 : left + 30] = 240
    lines = reader.read_poster(strokes)
    assert parse_words(lines, SIZE).unreadable
