"""What holds for every name: numbers are never blurred, one misread letter of a long name is forgiven."""

import string
from collections.abc import Iterator
from pathlib import Path

import pytest
from hypothesis import HealthCheck, assume, given, settings
from hypothesis import strategies as st

from app.catalogue.catalogue import Catalogue
from app.catalogue.likeness import likeness_of
from app.catalogue.pieces import pieces_near, pieces_of, reach_of
from app.catalogue.readings import is_year
from app.catalogue.tokens import join, numbers_in, tokenise
from app.model.title import KnownTitle, Ruling, TitleKind
from tests.catalogue.conftest import film

_STEMS = ("copper", "harbour", "velvet", "lantern", "orchard", "meridian", "cartographer", "thirteenth", "winter")
FILMS = [
    film(f"{mood} {stem.title()}{tail}", 1990 + i)
    for i, (mood, stem, tail) in enumerate(
        (mood, stem, tail) for mood in ("The Quiet", "Broken", "Beyond the") for stem in _STEMS for tail in ("", " 2")
    )
] + [film("Apollo 13"), film("Ocean's Eleven"), film("12 Angry Men"), film("District 9"), film("Eight Legged Freaks")]
# 11 and 111 are how readers see II and III: behind a film that has a second part they are taken for that.
NUMBERS = st.integers(2, 999).filter(lambda number: number not in (11, 111))
MANY = settings(max_examples=60, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])


@pytest.fixture(scope="module")
def filled(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Catalogue]:
    home: Path = tmp_path_factory.mktemp("properties")
    with Catalogue.open(home) as catalogue:
        assert catalogue.add(FILMS).refused == ()
        yield catalogue


def _films(catalogue: Catalogue) -> list[KnownTitle]:
    return [title for title in FILMS if title.kind is TitleKind.FILM]


@MANY
@given(title=st.sampled_from(FILMS), number=NUMBERS, way=st.sampled_from(["{} {}", "{} PART {}", "{}{}", "{}: {}"]))
def test_a_number_more_is_another_title(filled: Catalogue, title: KnownTitle, number: int, way: str) -> None:
    text = way.format(title.title.upper(), number)
    # "2" and "100" glued together are a year.
    assume(not any(token.number is not None and is_year(token.number) for token in tokenise(text)))
    answer = filled.rule_text(text)
    assert answer is not None
    wanted = join(tokenise(text))
    exists = wanted in {join(tokenise(known.title)) for known in _films(filled)}
    assert (answer.ruling is Ruling.EXISTS) == exists, (text, answer)


@MANY
@given(title=st.sampled_from(FILMS), place=st.integers(0, 99), letter=st.sampled_from(string.ascii_uppercase))
def test_one_wrong_letter_in_a_long_name_is_forgiven(
    filled: Catalogue, title: KnownTitle, place: int, letter: str
) -> None:
    text = title.title.upper()
    places = [i for i, sign in enumerate(text) if sign.isalpha() and not _in_number_word(text, i)]
    i = places[place % len(places)]
    read = text[:i] + letter + text[i + 1 :]
    answer = filled.rule_text(read)
    assert answer is not None
    if len(join(tokenise(title.title))) >= 10:
        assert answer.ruling is Ruling.EXISTS, read
        assert answer.claimed == title.title
    if answer.ruling is not Ruling.UNKNOWN:
        assert answer.ruling is Ruling.EXISTS


@MANY
@given(title=st.sampled_from(FILMS))
def test_capitals_spaces_and_punctuation_do_not_matter(filled: Catalogue, title: KnownTitle) -> None:
    plain = "".join(sign for sign in title.title.upper() if sign.isalnum())
    for read in (title.title.upper(), plain, title.title.replace(" ", " - ").lower()):
        answer = filled.rule_text(read)
        assert answer is not None
        assert (answer.ruling, answer.claimed) == (Ruling.EXISTS, title.title), read


@MANY
@given(text=st.text(max_size=80))
def test_any_text_gets_an_answer(filled: Catalogue, text: str) -> None:
    answer = filled.rule_text(text, text[::-1])
    assert answer is None or (0 <= answer.likeness <= 1 and answer.as_of)


LETTERS = st.text(alphabet="abcde", min_size=5, max_size=40)


@settings(max_examples=100, deadline=None)
@given(known=LETTERS, data=st.data())
def test_pieces_find_all_that_is_within_reach(known: str, data: st.DataObject) -> None:
    read = known
    for _ in range(data.draw(st.integers(0, reach_of(len(known))))):
        i = data.draw(st.integers(0, len(read) - 1))
        middle = data.draw(st.sampled_from(["", "a", "c", read[i] + "e"]))
        read = read[:i] + middle + read[i + 1 :]
    assert set(pieces_of(known)) & pieces_near(read)


@settings(max_examples=100, deadline=None)
@given(one=st.integers(0, 70_000), other=st.integers(0, 70_000))
def test_two_numbers_are_never_alike(one: int, other: int) -> None:
    first, second = (join(tokenise(f"The Long Winter of {number}")) for number in (one, other))
    assert (likeness_of(first, second) > 0) == (one == other)
    assert numbers_in(first)


def _in_number_word(text: str, i: int) -> bool:
    start, end = text.rfind(" ", 0, i) + 1, (text.find(" ", i) if " " in text[i:] else len(text))
    return text[start:end] in ("ELEVEN", "EIGHT")
