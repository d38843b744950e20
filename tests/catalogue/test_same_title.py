"""Two names of one title."""

import pytest

from app.catalogue.catalogue import Catalogue
from tests.catalogue.conftest import film, series


@pytest.mark.parametrize(
    ("one", "other", "languages"),
    [
        ("PURPLE HEARTS", "CORAZONES MALHERIDOS", ("en", "es")),
        ("Continencia ao amor", "purple hearts", ("pt-BR", "en")),
        ("PURPLE HEART5", "CORAZONES MALHERIOOS", ("en", "es")),
        ("SEVEN", "SIEBEN", ("en", "de")),
        ("Dune : Deuxième partie", "DUNA PARTE DOIS", ("fr", "pt-BR")),
        ("BRIDGERTON SEASON 2", "LOS BRIDGERTON TEMPORADA 2", ("en", "es")),
        ("PURPLE HEARTS", "Purple Hearts", ("en", "en")),
    ],
)
def test_names_of_one_title(catalogue: Catalogue, one: str, other: str, languages: tuple[str, str]) -> None:
    match = catalogue.same_title(one, other)
    assert match is not None
    assert (match.one_language, match.other_language) == languages
    assert 0.75 < match.likeness <= 1


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("PURPLE HEARTS", "DUNE"),
        ("PURPLE HEARTS 2", "CORAZONES MALHERIDOS"),
        ("PURPLE HEARTS 2", "CORAZONES MALHERIDOS 2"),
        ("DUNE PART ONE", "DUNA PARTE DOIS"),
        ("BRIDGERTON SEASON 2", "LOS BRIDGERTON TEMPORADA 3"),
        ("BRIDGERTON SEASON 12", "LOS BRIDGERTON TEMPORADA 12"),
        ("HEARTS PURPLE", "CORAZONES MALHERIDOS"),
        ("A FILM BY SOMEBODY", "UN FILM DE QUELQU'UN"),
        ("", "PURPLE HEARTS"),
        ("", ""),
        ("2", "2"),
    ],
)
def test_names_of_different_titles_or_of_none(catalogue: Catalogue, one: str, other: str) -> None:
    assert catalogue.same_title(one, other) is None
    assert catalogue.same_title(other, one) is None


def test_a_name_that_several_titles_have(catalogue: Catalogue) -> None:
    catalogue.add(
        [
            film("Lanterns", 1961, names=[("de", "Laternen")]),
            film("Lanterns", 1981, names=[("de", "Lichter")]),
            series("Lanterns", 2, 2015, names=[("fr", "Lanternes")]),
        ]
    )
    for other, year in (("LATERNEN", 1961), ("LICHTER", 1981), ("LANTERNES", 2015)):
        match = catalogue.same_title("LANTERNS", other)
        assert match is not None
        assert match.title.year == year
    assert catalogue.same_title("LATERNEN", "LICHTER") is None
