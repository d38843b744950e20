"""Titles that posters set over several lines, in several sizes, beside other words; and names that are only chance."""

import pytest

from app.catalogue.catalogue import Catalogue
from app.model.geometry import Box
from app.model.title import Ruling
from app.model.words import TextLine
from app.text.parse import parse_words
from tests.catalogue.conftest import film

SIZE = (600, 900)


def line(text: str, x: int, y: int, height: int) -> TextLine:
    """A line in letters half as wide as they are tall."""
    return TextLine(text, Box(x, y, max(1, round(0.55 * height * len(text))), height), 0.97)


def found(catalogue: Catalogue, *lines: TextLine, known: str = "") -> str:
    """The title that exists by what the catalogue says, else empty."""
    answer = catalogue.rule(parse_words(lines, SIZE), known)
    return answer.title.title if answer is not None and answer.title and answer.ruling is Ruling.EXISTS else ""


@pytest.fixture
def filled(catalogue: Catalogue) -> Catalogue:
    catalogue.add(
        [
            *(film("Copper Rebellion"), film("Rebellion"), film("The Notorious Amber Lane"), film("House of Lanterns")),
            *(film("Clay Orchards"), film("Orchards"), film("Exit to Harbour"), film("The Meadow")),
            *(film("Almost Velvet"), film("Velvet"), film("Quiet Harvest"), film("Bright Rivers: A Story")),
        ]
    )
    return catalogue


def test_a_title_over_two_lines_of_two_sizes_is_not_the_shorter_title_on_one_of_them(filled: Catalogue) -> None:
    assert found(filled, line("COPPER", 10, 60, 40), line("REBELLION", 10, 110, 110)) == "Copper Rebellion"


def test_a_title_over_many_lines_is_found(filled: Catalogue) -> None:
    lines = (
        line("The", 300, 20, 24),
        line("Notorious", 260, 50, 40),
        line("AMBER", 20, 100, 120),
        line("LANE", 20, 230, 130),
    )
    assert found(filled, *lines) == "The Notorious Amber Lane"


def test_lines_side_by_side_and_out_of_order_are_one_title(filled: Catalogue) -> None:
    assert found(filled, line("ALMOST", 20, 300, 40), line("VELVET", 230, 302, 40)) == "Almost Velvet"
    assert found(filled, line("ORCHARDS", 60, 100, 60), line("CLAY", 150, 170, 60)) == "Clay Orchards"


@pytest.mark.parametrize("text", ["HOUSE LANTERNS", "EXITHARBOUR", "QUET HARVEST"])
def test_small_words_and_thin_letters_that_were_not_read_are_put_back(filled: Catalogue, text: str) -> None:
    assert found(filled, line(text, 20, 300, 60)) in {
        "House of Lanterns",
        "Exit to Harbour",
        "Quiet Harvest",
        "Meridian",
    }


def test_letters_that_changed_places_are_one_mistake(filled: Catalogue) -> None:
    assert found(filled, line("QUIET", 20, 300, 60), line("HARVSET", 20, 370, 60)) == "Quiet Harvest"


def test_under_its_makers_name_a_short_title_is_found(filled: Catalogue) -> None:
    lines = (line("Roland Emmerby's", 20, 300, 50), line("VELVET", 60, 356, 40))
    assert found(filled, *lines) == "Velvet"
    assert not found(filled, line("The Ghost's", 20, 300, 50), line("VELVET", 60, 356, 40))


def test_a_title_at_the_end_of_a_line_with_other_words_is_found(filled: Catalogue) -> None:
    assert found(filled, line("somebody famous quiet harvest", 20, 300, 30)) == "Quiet Harvest"


def test_a_title_without_its_subtitle_is_found(filled: Catalogue) -> None:
    lines = (line("BRIGHT RIVERS", 20, 300, 60), line("everything you heard about them is right", 20, 370, 16))
    assert found(filled, *lines) == "Bright Rivers: A Story"


@pytest.mark.parametrize(
    "lines",
    [
        (line("THE BROKEN", 20, 300, 60), line("VELVET", 20, 365, 60)),
        (line("SOMETHING ELSE", 20, 300, 90), line("MEADOW", 20, 600, 30)),
        (line("SOMETHING ELSE", 20, 300, 90), line("a quiet harvest of tears", 20, 600, 18)),
    ],
    ids=["part of a longer title", "small and far away", "words of a sentence"],
)
def test_a_name_that_is_only_a_word_among_others_is_not_the_title(
    filled: Catalogue, lines: tuple[TextLine, ...]
) -> None:
    assert found(filled, *lines) == ""


def test_the_reference_s_title_counts_wherever_it_stands(filled: Catalogue) -> None:
    lines = (line("SOMETHING ELSE", 20, 300, 90), line("MEADOW", 20, 600, 30))
    assert found(filled, *lines, known="The Meadow") == "The Meadow"


def ruled(catalogue: Catalogue, *lines: TextLine) -> tuple[Ruling, str]:
    answer = catalogue.rule(parse_words(lines, SIZE))
    assert answer is not None
    return answer.ruling, answer.claimed


def test_a_number_on_the_last_of_several_lines_is_a_sequel_s(filled: Catalogue) -> None:
    lines = (line("COPPER", 10, 60, 90), line("REBELLION 2", 10, 160, 90), line("SOMEBODY FAMOUS", 10, 300, 60))
    assert ruled(filled, *lines) == (Ruling.NOT_LISTED, "Copper Rebellion 2")


@pytest.mark.parametrize("mark", ["2", "PART TWO", "PART'TWO", "PARTITWO", "II", "THE SEQUEL"])
def test_a_sequel_mark_below_the_title_belongs_to_it(catalogue: Catalogue, mark: str) -> None:
    lines = (line("PURPLE", 10, 60, 90), line("HEARTS", 10, 160, 90), line(mark, 10, 260, 80))
    assert ruled(catalogue, *lines) == (Ruling.NOT_ANNOUNCED, "Purple Hearts 2")


def test_a_part_far_from_the_title_is_another_film_s(filled: Catalogue) -> None:
    lines = (
        line("COPPER REBELLION", 10, 60, 60),
        line("THE OTHER THING", 10, 700, 40),
        line("PART TWO", 10, 750, 40),
        line("ALSO BY THEM", 10, 800, 40),
    )
    assert ruled(filled, *lines)[0] is Ruling.EXISTS


@pytest.mark.parametrize("age", ["12", "15", "18"])
def test_an_age_beside_the_title_is_no_sequel_s_number(filled: Catalogue, age: str) -> None:
    assert found(filled, line("MEADOW", 20, 300, 60), line(age, 260, 380, 40)) == "The Meadow"
    assert found(filled, line("COPPER", 20, 300, 60), line(f"REBELLION {age}", 20, 370, 60)) != "Copper Rebellion"


def test_a_number_with_which_a_title_begins_is_no_sequel_s_wherever_it_stands_again(filled: Catalogue) -> None:
    filled.add([film("2 Nights in the Harbour")])
    lines = (
        *(line("2", 0, 60, 100), line("NIGHTS", 0, 145, 84), line("IN THE", 0, 210, 55), line("HARBOUR", 0, 245, 80)),
        *(TextLine("“2", Box(61, 327, 26, 32), 0.79), line("THUMBS", 60, 355, 22), line("UP!”", 60, 380, 22)),
    )
    assert found(filled, *lines) == "2 Nights in the Harbour"
