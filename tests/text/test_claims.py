"""What a line of lettering claims, and what it does not."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from app.model.words import ClaimKind
from app.text.claims.find_claims import find_claims
from tests.text.drawing import line

SEQUEL, SEASON, DATE = ClaimKind.SEQUEL, ClaimKind.SEASON, ClaimKind.DATE


def said(text: str, kind: ClaimKind) -> list[tuple[str, int | None]]:
    return [(claim.text, claim.number) for claim in find_claims([line(text)]) if claim.kind is kind]


@pytest.mark.parametrize(
    ("text", "mark", "number"),
    [
        ("PURPLE HEARTS 2", "2", 2),
        ("Purple Hearts II", "II", 2),
        ("ROCKY IV", "IV", 4),
        ("PURPLEHEARTS2", "2", 2),
        ("ted2", "2", 2),
        ("KUNG FU PANDA 2: THE KABOOM OF DOOM", "2", 2),
        ("2: THE RECKONING", "2", 2),
        ("2", "2", 2),
        ("III", "III", 3),
        ("PART TWO", "PART TWO", 2),
        ("PARTTWO", "PARTTWO", 2),
        ("PART'TWO", "PART'TWO", 2),
        ("PARI TWO", "PARI TWO", 2),
        ("THE MOVIE 2", "2", 2),
        ("THIMBLE.2", "2", 2),
        ("GOTCHA!2", "2", 2),
        ("S.A.M. 2", "2", 2),
        ("潘神的迷宫 2", "2", 2),
        ("PART II", "PART II", 2),
        ("PART Il", "PART Il", 2),
        ("PURPLE HEARTS - PART 2", "PART 2", 2),
        ("CHAPTER 3", "CHAPTER 3", 3),
        ("Chapter Four", "Chapter Four", 4),
        ("VOL. 2", "VOL. 2", 2),
        ("VOLUME 3", "VOLUME 3", 3),
        ("PARTIE 2", "PARTIE 2", 2),
        ("CHAPITRE DEUX", "CHAPITRE DEUX", 2),
        ("DEUXIÈME PARTIE", "DEUXIÈME PARTIE", 2),
        ("TEIL 3", "TEIL 3", 3),
        ("DER ZWEITE TEIL", "DER ZWEITE TEIL", 2),
        ("KAPITEL 2", "KAPITEL 2", 2),
        ("PARTE 2", "PARTE 2", 2),
        ("SEGUNDA PARTE", "SEGUNDA PARTE", 2),
        ("CAPÍTULO 3", "CAPÍTULO 3", 3),
        ("CAPITOLO DUE", "CAPITOLO DUE", 2),
        ("第2章", "第2章", 2),
        ("第二部", "第二部", 2),
        ("THE SEQUEL", "THE SEQUEL", None),
        ("RETURNS", "RETURNS", None),
        ("BATMAN RETURNS", "RETURNS", None),
        ("THE FINAL CHAPTER", "THE FINAL CHAPTER", None),
    ],
)
def test_sequel_marks_are_named(text: str, mark: str, number: int | None) -> None:
    assert said(text, SEQUEL) == [(mark, number)]


@pytest.mark.parametrize(
    "text",
    [
        *(
            "12 ANGRY MEN",
            "SE7EN",
            "APOLLO 13",
            "OCEAN'S ELEVEN",
            "OCEAN'S 8",
            "300",
            "DISTRICT 9",
            "2 FAST",
            "3 IDIOTS",
        ),
        *("TILL DEBT DO THEM PART!", "PARTY TWO", "PARTY 2 NIGHT"),
        *("CATCH 22", "SUPER 8", "AREA 51", "THE MAGNIFICENT SEVEN", "FANTASTIC FOUR", "STALAG 17", "8 MILE", "U-571"),
        *("PG-13", "16+", "12+", "FSK 12", "FSK 6", "RATED 15", "20TH CENTURY FOX", "4K", "3D", "IMAX 3D", "DVD 2"),
        *(
            "100%",
            "50 %",
            "9/10",
            "4/5 STARS",
            "★★★★",
            "$2",
            "£5",
            "2 €",
            "#2",
            "NO. 5",
            "CHANNEL 4",
            "BBC 2",
            "TOP 10",
        ),
        *("1917", "2012", "1984", "BLADE RUNNER 2049", "MALCOLM X", "V", "X", "I", "HAWAII", "HISTORY OF THE WORLD"),
        *("FROM THE DIRECTOR OF SAW 2", "FROM THE PRODUCERS OF INSIDIOUS 3", "BASED ON PART 2 OF THE BOOK"),
        *("ONE PART LOVE TWO PARTS WAR", "COUNTERPART", "DEPARTMENT Q", "A PARTY FOR TWO", "THE RETURN OF THE KING"),
        *("JULY 2", "MAY 8", "SEASON 2", "FEBRUARY 14, 2027", "OPENS MARCH 5", "ONLY 2 DAYS", "12", "15", "18"),
        *(
            "DIRECTED BY JOHN SMITH 2",
            "LIGHT YEARS",
            "PARTNERS IN CRIME",
            "VOLVER",
            "TEILHABER",
            "PHASE 2",
            "WORLD 2.0",
        ),
    ],
)
def test_numbers_of_names_ratings_and_credits_claim_no_sequel(text: str) -> None:
    assert said(text, SEQUEL) == []


@pytest.mark.parametrize(
    ("text", "number"),
    [
        ("SEASON 4 | NETFLIX", 4),
        ("SEASON2", 2),
        ("SEASON FOUR", 4),
        ("SECOND SEASON", 2),
        ("2ND SEASON", 2),
        ("S4", 4),
        ("S2 E1", 2),
        ("NEW SEASON", None),
        ("NEW SEASONNETFLIX", None),
        ("THE FINAL SEASON", None),
        ("SAISON 4", 4),
        ("NOUVELLE SAISON", None),
        ("STAFFEL 3", 3),
        ("4. STAFFEL", 4),
        ("NEUE STAFFEL", None),
        ("TEMPORADA 4", 4),
        ("4ª TEMPORADA", 4),
        ("NUEVA TEMPORADA", None),
        ("STAGIONE 2", 2),
        ("SECONDA STAGIONE", 2),
        ("第三季", 3),
        ("シーズン2", 2),
    ],
)
def test_seasons_are_named(text: str, number: int | None) -> None:
    assert [value for _, value in said(text, SEASON)] == [number]
    assert said(text, SEQUEL) == []


@pytest.mark.parametrize(
    "text", ["OPEN SEASON", "SEASON OF THE WITCH", "SEASON'S GREETINGS", "SEASONS", "S.W.A.T.", "S2M"]
)
def test_other_seasons_are_not(text: str) -> None:
    assert said(text, SEASON) == []


@pytest.mark.parametrize(
    ("text", "year"),
    [
        ("FEBRUARY 14, 2027", 2027),
        ("FEBRUARY14,2027", 2027),
        ("14 FÉVRIER 2027", 2027),
        ("3 de octubre de 2026", 2026),
        ("24. DEZEMBER", None),
        ("29 LUGLIO", None),
        ("DECEMBER 2026", 2026),
        ("SUMMER 2027", 2027),
        ("06.12.26", 2026),
        ("11/11/2026", 2026),
        ("JULY 29", None),
        ("ONLY ON NETFLIX MAY 8", None),
        ("COMING SOON", None),
        ("COMING 2027", 2027),
        ("COMING THIS FALL", None),
        ("IN CINEMAS 2027", 2027),
        ("PRÓXIMAMENTE", None),
        ("DEMNÄCHST", None),
        ("BIENTÔT", None),
        ("2027", 2027),
        ("近日公開", None),
    ],
)
def test_dates_are_named(text: str, year: int | None) -> None:
    assert [value for _, value in said(text, DATE)] == [year]


@pytest.mark.parametrize(
    "text", ["MAYBE TOMORROW", "MARCH OF THE PENGUINS", "1.85:1", "THE YEAR OF LIVING", "COMING HOME"]
)
def test_other_words_are_no_dates(text: str) -> None:
    assert said(text, DATE) == []


@pytest.mark.parametrize(
    ("text", "kind", "words"),
    [
        ("A NETFLIX FILM", ClaimKind.NETWORK, "A NETFLIX FILM"),
        ("NETFLIX", ClaimKind.NETWORK, "NETFLIX"),
        ("NETFLLX", ClaimKind.NETWORK, "NETFLLX"),
        ("netflixlover", ClaimKind.HANDLE, "netflixlover"),
        ("NETFLIXFANTASY", ClaimKind.NETWORK, "NETFLIXFANTASY"),
        ("ETFLIXFILM", ClaimKind.NETWORK, "ETFLIXFILM"),
        ("UNA SERIE DE NETFLIX", ClaimKind.NETWORK, "UNA SERIE DE NETFLIX"),
        ("SEASON 4 | NETFLIX", ClaimKind.NETWORK, "NETFLIX"),
        ("prime video", ClaimKind.NETWORK, "prime video"),
        ("prine video", ClaimKind.NETWORK, "prine video"),
        ("hułu", ClaimKind.NETWORK, "hułu"),
        ("ple tv+", ClaimKind.NETWORK, "ple tv+"),
        ("apple.tv+", ClaimKind.NETWORK, "apple.tv+"),
        ("anple tv+", ClaimKind.NETWORK, "anple tv+"),
        ("staple.tv", ClaimKind.HANDLE, "staple.tv"),
        ("MARVELSTUDIOS", ClaimKind.NETWORK, "MARVELSTUDIOS"),
        ("MAKVEL STUDIOS", ClaimKind.NETWORK, "MAKVEL STUDIOS"),
        ("THE PEOPLE YOU MARVEL STUDIOS ARE THE ONES", ClaimKind.NETWORK, "MARVEL STUDIOS"),
        ("AN A24 FILM", ClaimKind.NETWORK, "AN A24 FILM"),
        ("@cinema.fan", ClaimKind.HANDLE, "@cinema.fan"),
        ("follow instagram.com/posters", ClaimKind.HANDLE, "instagram.com/posters"),
        ("www.postersworld.com", ClaimKind.HANDLE, "www.postersworld.com"),
        ("cine-wall.example", ClaimKind.HANDLE, "cine-wall.example"),
        ("posterwall.club", ClaimKind.HANDLE, "posterwall.club"),
        ("FAN MADE", ClaimKind.FAN_MADE, "FAN MADE"),
        ("fan-made poster", ClaimKind.FAN_MADE, "fan-made"),
        ("FANART", ClaimKind.FAN_MADE, "FANART"),
        ("CONCEPT POSTER", ClaimKind.FAN_MADE, "CONCEPT POSTER"),
        ("CONCEPT", ClaimKind.FAN_MADE, "CONCEPT"),
        ("edit by jess", ClaimKind.FAN_MADE, "edit by"),
        ("This is not official", ClaimKind.FAN_MADE, "not official"),
        ("TEASER", ClaimKind.TEASER, "TEASER"),
        ("OFFICIAL TEASER POSTER", ClaimKind.TEASER, "OFFICIAL TEASER POSTER"),
        ("A FILM BY AGNÈS VARDA", ClaimKind.CREDITS, "A FILM BY AGNÈS VARDA"),
        ("DIRECTEDBYJOHNSMITH PRODUCED BY", ClaimKind.CREDITS, "DIRECTEDBYJOHNSMITH PRODUCED BY"),
        ("UN FILM DE SATYAJIT RAY", ClaimKind.CREDITS, "UN FILM DE SATYAJIT RAY"),
    ],
)
def test_other_claims_are_named(text: str, kind: ClaimKind, words: str) -> None:
    assert [found for found, _ in said(text, kind)] == [words]


@pytest.mark.parametrize(
    "text",
    [
        *("FANTASTIC BEASTS", "THE FAN", "EDITED BY ANNA", "OFFICIAL SELECTION", "PROOF OF CONCEPT"),
        *("is this official or fan made?", "Is this fan-made", "fan art?", "OFFICIAL OR FAN MADE"),
    ],
)
def test_other_words_do_not_say_fan_made(text: str) -> None:
    assert said(text, ClaimKind.FAN_MADE) == []


def test_a_small_number_among_large_letters_claims_nothing() -> None:
    claims = find_claims([line("BREAKDOWN", 300, 90), line("ROOM FOR HEARTS 2", 600, 20)])
    assert [claim.kind for claim in claims] == []


def test_a_number_of_its_own_needs_a_title_beside_it() -> None:
    title, number = line("PURPLE HEARTS", 300, 60), line("2", 300, 60, left=440)
    assert [claim.number for claim in find_claims([title, number])] == [2]
    small = [line("a film about dolls", 20, 14), line("who saved the world", 700, 14)]
    assert find_claims([*small, line("9", 300, 200)]) == ()


def test_a_figure_of_its_own_and_strokes_glued_to_a_word_must_be_read_surely() -> None:
    for text in ("6", "WATLII"):
        assert find_claims([line(text, score=0.86)]) == ()
        assert len(find_claims([line(text, score=0.95)])) == 1
    assert len(find_claims([line("HARBOUR2", score=0.86)])) == 1


def test_a_badly_read_line_claims_nothing() -> None:
    assert find_claims([line("PART TWO", score=0.4)]) == ()


def test_claims_carry_the_box_of_their_line_and_come_in_the_lines_order() -> None:
    lines = [line("A NETFLIX FILM", 10), line("PURPLE HEARTS 2", 300), line("COMING 2027", 700)]
    claims = find_claims(lines)
    assert [claim.kind for claim in claims] == [ClaimKind.NETWORK, SEQUEL, DATE]
    assert [claim.box for claim in claims] == [each.box for each in lines]


@given(st.lists(st.text(max_size=60), max_size=6))
def test_any_words_can_be_searched(texts: list[str]) -> None:
    lines = [line(text, 50 * i) for i, text in enumerate(texts)]
    boxes = {each.box for each in lines}
    for claim in find_claims(lines):
        assert claim.box in boxes
        assert claim.text
        assert claim.number is None or claim.number > 0


@given(
    st.sampled_from(["PURPLE HEARTS", "THE LAST SUMMER", "Broken Crown", "LOVE AGAIN"]),
    st.integers(2, 11),
    st.booleans(),
)
def test_a_number_behind_any_title_is_its_sequel_and_the_title_alone_is_none(
    title: str, number: int, is_spaced: bool
) -> None:
    assert said(title, SEQUEL) == []
    joined = f"{title}{' ' if is_spaced or number > 9 else ''}{number}"
    assert said(joined, SEQUEL) == [(str(number), number)]
