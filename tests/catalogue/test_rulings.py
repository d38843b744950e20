"""What is said of titles that posters claim: names with numbers, misread names, names among other words."""

import pytest

from app.catalogue.catalogue import Catalogue
from app.model.geometry import Box
from app.model.title import Ruling, TitleRuling, TitleStatus
from app.model.words import Claim, ClaimKind, PosterWords, TextLine
from tests.catalogue.conftest import film, series

BOX = Box(0, 0, 10, 10)


def rule(catalogue: Catalogue, text: str, known: str = "") -> TitleRuling:
    answer = catalogue.rule_text(text, known)
    assert answer is not None
    return answer


@pytest.mark.parametrize(
    ("text", "ruling", "claimed", "title"),
    [
        ("PURPLE HEARTS", Ruling.EXISTS, "Purple Hearts", "Purple Hearts"),
        ("PURPLE HEARTS 2", Ruling.NOT_ANNOUNCED, "Purple Hearts 2", "Purple Hearts"),
        ("PURPLEHEARTS2", Ruling.NOT_ANNOUNCED, "Purple Hearts 2", "Purple Hearts"),
        ("PURPLE HEARTS PART TWO", Ruling.NOT_ANNOUNCED, "Purple Hearts 2", "Purple Hearts"),
        ("PURPLE HEARTS II", Ruling.NOT_ANNOUNCED, "Purple Hearts 2", "Purple Hearts"),
        ("PURPLE HEARTS ll", Ruling.NOT_ANNOUNCED, "Purple Hearts 2", "Purple Hearts"),
        ("PURPLEHEARTSTWO", Ruling.NOT_ANNOUNCED, "Purple Hearts 2", "Purple Hearts"),
        ("PURPIE HEARTS 2", Ruling.NOT_ANNOUNCED, "Purple Hearts 2", "Purple Hearts"),
        ("Purple Hearts 3", Ruling.NOT_ANNOUNCED, "Purple Hearts 3", "Purple Hearts"),
        ("PURPLE HEARTS SEASON 2", Ruling.NOT_ANNOUNCED, "Purple Hearts, season 2", "Purple Hearts"),
        ("CORAZONES MALHERIDOS 2", Ruling.NOT_ANNOUNCED, "Purple Hearts 2", "Purple Hearts"),
        ("PURPLE HEART5", Ruling.EXISTS, "Purple Hearts", "Purple Hearts"),
        ("OCEAN'S ELEVEN", Ruling.EXISTS, "Ocean's Eleven", "Ocean's Eleven"),
        ("OCEANSELEVEN", Ruling.EXISTS, "Ocean's Eleven", "Ocean's Eleven"),
        ("Oceans 11", Ruling.EXISTS, "Ocean's Eleven", "Ocean's Eleven"),
        ("OCEAN'S TWELVE", Ruling.EXISTS, "Ocean's Twelve", "Ocean's Twelve"),
        ("SEVEN", Ruling.EXISTS, "Se7en", "Se7en"),
        ("SE7EN", Ruling.EXISTS, "Se7en", "Se7en"),
        ("SE7EN 2", Ruling.NOT_LISTED, "Se7en 2", "Se7en"),
        ("APOLLO 13", Ruling.EXISTS, "Apollo 13", "Apollo 13"),
        ("APOLLO 13 2", Ruling.NOT_LISTED, "Apollo 13 2", "Apollo 13"),
        ("STRANGER THINGS 4", Ruling.EXISTS, "Stranger Things, season 4", "Stranger Things"),
        ("STRANGER THINGS 4 VOL. 2", Ruling.EXISTS, "Stranger Things, season 4", "Stranger Things"),
        ("STRANGER THINGS S4", Ruling.EXISTS, "Stranger Things, season 4", "Stranger Things"),
        ("STRANGER THINGS SEASON FOUR", Ruling.EXISTS, "Stranger Things, season 4", "Stranger Things"),
        ("STRANGER THINGS SEASON 9", Ruling.NO_SUCH_SEASON, "Stranger Things, season 9", "Stranger Things"),
        ("KILL BILL: VOL. 2", Ruling.EXISTS, "Kill Bill: Vol. 2", "Kill Bill: Vol. 2"),
        ("KILL BILL VOLUME TWO", Ruling.EXISTS, "Kill Bill: Vol. 2", "Kill Bill: Vol. 2"),
        ("KILLBILLVOL2", Ruling.EXISTS, "Kill Bill: Vol. 2", "Kill Bill: Vol. 2"),
        ("KILL BILL 3", Ruling.NOT_LISTED, "Kill Bill 3", "Kill Bill: Vol. 1"),
        ("DUNE PART TWO", Ruling.EXISTS, "Dune: Part Two", "Dune: Part Two"),
        ("DUNE", Ruling.EXISTS, "Dune: Part One", "Dune: Part One"),
        ("DUNA PARTE DOIS", Ruling.EXISTS, "Dune: Part Two", "Dune: Part Two"),
        ("REBEL MOON PART TWO", Ruling.EXISTS, *["Rebel Moon — Part Two: The Scargiver"] * 2),
        ("THE KISSING BOOTH 3", Ruling.EXISTS, "The Kissing Booth 3", "The Kissing Booth 3"),
        ("KISSING BOOTH 4", Ruling.NOT_LISTED, "The Kissing Booth 4", "The Kissing Booth"),
        ("RED WHITE ROYAL BLUE", Ruling.EXISTS, *["Red, White & Royal Blue"] * 2),
        ("RED, WHITE & ROYAL BLUE 2", Ruling.ANNOUNCED, *["Red, White & Royal Blue 2"] * 2),
        ("PURPLE HEARTS 2022", Ruling.EXISTS, "Purple Hearts", "Purple Hearts"),
        ("PURPLE HEARTS 12.25", Ruling.EXISTS, "Purple Hearts", "Purple Hearts"),
        ("NETFLIX PURPLE HEARTS", Ruling.EXISTS, "Purple Hearts", "Purple Hearts"),
    ],
)
def test_titles_of_the_built_in_list(catalogue: Catalogue, text: str, ruling: Ruling, claimed: str, title: str) -> None:
    answer = rule(catalogue, text)
    assert (answer.ruling, answer.claimed) == (ruling, claimed)
    assert answer.title is not None
    assert answer.title.title == title
    assert answer.source
    assert answer.as_of >= "2022-01-01"
    assert 0.5 < answer.likeness <= 1


@pytest.mark.parametrize(
    "text", ["ZEBRA HIGHWAY", "APOLLO 14", "OCEAN'S FOURTEEN", "PURPLE HEARTS 27", "PURPLE HEARTS 2 DAYS LEFT", "2"]
)
def test_what_it_does_not_know_it_says_so_as_of_when(catalogue: Catalogue, text: str) -> None:
    answer = rule(catalogue, text)
    assert (answer.ruling, answer.title, answer.source) == (Ruling.UNKNOWN, None, "")
    assert answer.as_of == catalogue.info().newest


@pytest.mark.parametrize("text", ["", "   ", "...", "—", "\u202e\u0000"])
def test_nothing_to_read_gives_nothing(catalogue: Catalogue, text: str) -> None:
    assert catalogue.rule_text(text) is None


def test_a_ruling_names_the_fact_that_decides(catalogue: Catalogue) -> None:
    catalogue.add([series("Glass Harbour", 2, source="the channel", as_of="2024-05-01")])
    catalogue.add([series("Glass Harbour", None, source="a newer list", as_of="2025-05-01")])
    assert (rule(catalogue, "GLASS HARBOUR").source, rule(catalogue, "GLASS HARBOUR").as_of) == (
        "a newer list",
        "2025-05-01",
    )
    gone = rule(catalogue, "GLASS HARBOUR SEASON 3")
    assert (gone.ruling, gone.source, gone.as_of) == (Ruling.NO_SUCH_SEASON, "the channel", "2024-05-01")


def test_only_a_number_is_behind_the_title_of_the_reference(catalogue: Catalogue) -> None:
    assert rule(catalogue, "2", "Purple Hearts (2022)").ruling is Ruling.NOT_ANNOUNCED
    assert rule(catalogue, "PART TWO", "Dune (2021)").ruling is Ruling.EXISTS


@pytest.mark.parametrize("text", ["03.05.21", "3 5 21", "2024", "8:30", "27", "3 WEEKS"])
def test_a_date_beside_the_title_of_the_reference_is_no_sequel(catalogue: Catalogue, text: str) -> None:
    assert rule(catalogue, text, "The Kissing Booth (2018)").ruling is Ruling.UNKNOWN
    for title in ("THE KISSING BOOTH", "THE KISSING B00TH"):
        assert rule(catalogue, f"{title} {text}", "The Kissing Booth").ruling in (Ruling.EXISTS, Ruling.UNKNOWN)


def test_a_poor_reading_of_the_reference_s_title_is_enough(catalogue: Catalogue) -> None:
    assert rule(catalogue, "PURFIE HFARTS 2").ruling is Ruling.UNKNOWN
    answer = rule(catalogue, "PURFIE HFARTS 2", "Purple Hearts")
    assert (answer.ruling, answer.claimed) == (Ruling.NOT_ANNOUNCED, "Purple Hearts 2")


def test_a_title_among_many_words_needs_the_reference(catalogue: Catalogue) -> None:
    words = "SOFIA CARSON NICHOLAS GALITZINE PURPLE HEARTS 2 ONLY ON NETFLIX"
    assert rule(catalogue, words).ruling is Ruling.UNKNOWN
    assert rule(catalogue, words, "Purple Hearts (2022)").ruling is Ruling.NOT_ANNOUNCED


def test_of_several_titles_of_one_name_the_reference_s_year_decides(catalogue: Catalogue) -> None:
    catalogue.add([film("Lanterns", 1961), film("Lanterns", 1981), series("Lanterns", 2, 2015)])
    for known, year in (("Lanterns (1961)", 1961), ("Lanterns (1981)", 1981)):
        answer = rule(catalogue, "LANTERNS", known)
        assert answer.title is not None
        assert answer.title.year == year
    # A season is the series', whichever film the picture shows.
    assert rule(catalogue, "LANTERNS SEASON 2").ruling is Ruling.EXISTS
    assert rule(catalogue, "LANTERNS SEASON 3").ruling is Ruling.NO_SUCH_SEASON


def test_what_exists_under_one_reading_is_not_accused_under_another(catalogue: Catalogue) -> None:
    catalogue.add([film("Alien Shore"), film("Alien Shores")])
    assert rule(catalogue, "ALIEN SHORE5").ruling is Ruling.EXISTS
    catalogue.add([film("Saw Mill"), film("Saw Mill II")])
    for text in ("SAW MILL 2", "SAW MILL II", "SAW MILL 11", "SAW MILL PART 2", "SAWMILL2"):
        assert rule(catalogue, text).claimed == "Saw Mill II", text


@pytest.mark.parametrize("text", ["GRANITE 2", "GRANITE 4", "GRANITE PART FOUR"])
def test_a_gap_below_what_it_knows_is_the_catalogue_s_own(catalogue: Catalogue, text: str) -> None:
    catalogue.add([film("Granite"), film("Granite 3"), film("Granite V")])
    assert rule(catalogue, text).ruling is Ruling.UNKNOWN


def test_sequels_with_subtitles_could_be_any_number(catalogue: Catalogue) -> None:
    catalogue.add([film("Granite"), film("Granite: Dark Quarry")])
    assert rule(catalogue, "GRANITE 2").ruling is Ruling.UNKNOWN


def test_listed_seasons_are_no_count(catalogue: Catalogue) -> None:
    catalogue.add([series("The Round", 6, more_seasons=True), series("The Square", None)])
    assert rule(catalogue, "THE ROUND SEASON 6").ruling is Ruling.EXISTS
    assert rule(catalogue, "THE ROUND SEASON 7").ruling is Ruling.NOT_LISTED
    assert rule(catalogue, "THE SQUARE SEASON 2").ruling is Ruling.UNKNOWN


def test_parts_of_a_series_are_not_counted_out(catalogue: Catalogue) -> None:
    catalogue.add([series("Velvet Heist", 3)])
    assert rule(catalogue, "VELVET HEIST PART 3").ruling is Ruling.EXISTS
    assert rule(catalogue, "VELVET HEIST PART 5").ruling is Ruling.NOT_LISTED


def test_a_season_is_never_a_film_s_number(catalogue: Catalogue) -> None:
    assert rule(catalogue, "KILL BILL SEASON 2").ruling is Ruling.NOT_LISTED


def test_a_rumour_is_told_as_one(catalogue: Catalogue) -> None:
    catalogue.add([film("Granite"), film("Granite 2", None, status=TitleStatus.RUMOURED)])
    assert rule(catalogue, "GRANITE 2").ruling is Ruling.RUMOURED


@pytest.mark.parametrize(
    "text",
    [
        "怪しい港 シーズン2",
        "怪しい港 第二季",
        "ΣΚΟΤΕΙΝΟ ΛΙΜΑΝΙ 2",
        "ТЁМНАЯ ГАВАНЬ ЧАСТЬ 2",
        "DUNKLER HAFEN STAFFEL ZWEI",
    ],
)
def test_other_scripts_and_languages(catalogue: Catalogue, text: str) -> None:
    names = [("ja", "怪しい港"), ("el", "Σκοτεινό λιμάνι"), ("ru", "Тёмная гавань"), ("de", "Dunkler Hafen")]
    catalogue.add([series("Dark Harbour", 2, names=names)])
    answer = rule(catalogue, text)
    assert answer.ruling is Ruling.EXISTS
    assert answer.title is not None
    assert answer.title.title == "Dark Harbour"


def _words(title: str, *claims: Claim) -> PosterWords:
    return PosterWords((), title, claims, False)


def test_a_season_on_another_line_belongs_to_the_title(catalogue: Catalogue) -> None:
    season = Claim(ClaimKind.SEASON, "SEASON 9 COMING SOON", 9, BOX)
    answer = catalogue.rule(_words("STRANGER THINGS", season))
    assert answer is not None
    assert answer.ruling is Ruling.NO_SUCH_SEASON


def test_a_part_on_a_line_of_its_own_belongs_to_the_title(catalogue: Catalogue) -> None:
    own_line = Claim(ClaimKind.SEQUEL, "PART TWO", 2, BOX)
    answer = catalogue.rule(_words("PURPLE HEARTS", own_line))
    assert answer is not None
    assert answer.ruling is Ruling.NOT_ANNOUNCED
    of_another = Claim(ClaimKind.SEQUEL, "FROM THE MAKERS OF SAW 2", 2, BOX)
    answer = catalogue.rule(_words("PURPLE HEARTS", of_another))
    assert answer is not None
    assert answer.ruling is Ruling.EXISTS


def _line(text: str, y: int, height: int) -> TextLine:
    return TextLine(text, Box(0, y, 20 * height, height), 0.9)


def test_a_title_that_is_not_on_the_title_line_is_found(catalogue: Catalogue) -> None:
    lines = (_line("SOFIA CARSON", 0, 30), _line("NICHOLAS GALITZINE", 40, 30), _line("PURPLE HEARTS", 80, 25))
    answer = catalogue.rule(PosterWords(lines, "SOFIA CARSON NICHOLAS GALITZINE", (), False))
    assert answer is not None
    assert (answer.ruling, answer.claimed) == (Ruling.EXISTS, "Purple Hearts")
    stacked = (_line("PURPLE", 0, 40), _line("HEARTS 2", 50, 40), _line("SOMETHING ELSE ALTOGETHER", 100, 40))
    answer = catalogue.rule(PosterWords(stacked, "PURPLE HEARTS 2 SOMETHING ELSE ALTOGETHER", (), False))
    assert answer is not None
    assert answer.ruling is Ruling.NOT_ANNOUNCED


def test_a_number_on_another_line_accuses_only_the_reference_s_title(catalogue: Catalogue) -> None:
    lines = (_line("SOMEBODY ELSE", 0, 30), _line("THE KISSING BO0TH 4", 40, 25), _line("03.05.21", 70, 25))
    words = PosterWords(lines, "SOMEBODY ELSE", (), False)
    answer = catalogue.rule(words, "The Kissing Booth")
    assert answer is not None
    assert (answer.ruling, answer.claimed) == (Ruling.NOT_LISTED, "The Kissing Booth 4")
    answer = catalogue.rule(words)
    assert answer is not None
    assert answer.ruling is Ruling.UNKNOWN


def test_words_without_a_title_say_nothing(catalogue: Catalogue) -> None:
    assert catalogue.rule(_words("")) is None
    assert catalogue.rule(_words(""), "Purple Hearts") is None
    alone = Claim(ClaimKind.SEQUEL, "2", 2, BOX)
    answer = catalogue.rule(_words("", alone), "Purple Hearts")
    assert answer is not None
    assert answer.ruling is Ruling.NOT_ANNOUNCED


def test_very_long_words_are_answered(catalogue: Catalogue) -> None:
    assert rule(catalogue, "PURPLE HEARTS 2 " * 5000).ruling is not None
    assert rule(catalogue, "9" * 10_000).ruling is Ruling.UNKNOWN
    assert rule(catalogue, "1a" * 500).ruling is Ruling.UNKNOWN
