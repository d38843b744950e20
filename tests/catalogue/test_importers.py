"""Lists of titles in their real shapes, good and bad: CSV, Netflix Top 10, TMDB."""

import json
from collections.abc import Callable
from pathlib import Path

import pytest

from app.catalogue.catalogue import Catalogue
from app.catalogue.import_file import ListFormat, guess_format, import_file
from app.catalogue.listed_names import read_listed_name
from app.errors import CatalogueFileInvalid
from app.model.title import KnownTitle, Ruling, TitleKind, TitleName, TitleStatus

Write = Callable[[str, str], Path]


def one(catalogue: Catalogue, text: str) -> KnownTitle:
    return catalogue.search(text)[0]


@pytest.mark.parametrize(
    ("text", "title", "year", "others"),
    [
        ("Dangerous Minds (1995)", "Dangerous Minds", 1995, ()),
        ("Hyena Road", "Hyena Road", None, ()),
        ("The BRD Trilogy ( )", "The BRD Trilogy", None, ()),
        (
            "Betrayal, The (Nerakhoon) (2008)",
            "The Betrayal",
            2008,
            ("Nerakhoon", "Betrayal, The (Nerakhoon)"),
        ),
        ("Enfer, L' (1994)", "L'Enfer", 1994, ()),
        ("Paris, Texas (1984)", "Paris, Texas", 1984, ()),
        (
            "Babies (Bébé(s)) (2010)",
            "Babies",
            2010,
            ("Bébé(s)", "Babies (Bébé(s))"),
        ),
        (
            "Gross Anatomy (a.k.a. A Cut Above) (1989)",
            "Gross Anatomy",
            1989,
            ("A Cut Above", "Gross Anatomy (a.k.a. A Cut Above)"),
        ),
        ("What Happened (Really)", "What Happened (Really)", None, ()),
        ("2012 (2009)", "2012", 2009, ()),
        ("(500) Days of Summer (2009)", "(500) Days of Summer", 2009, ()),
        ("(2010)", "(2010)", None, ()),
        ("", "", None, ()),
    ],
)
def test_names_as_lists_write_them(text: str, title: str, year: int | None, others: tuple[str, ...]) -> None:
    listed = read_listed_name(text)
    assert (listed.title, listed.year, listed.others) == (title, year, others)


def test_a_csv_with_all_columns(catalogue: Catalogue, write: Write) -> None:
    path = write(
        "list.csv",
        "title,kind,year,seasons,status,names,source,as_of\n"
        '"Glass, Harbour",series,2015,3,announced,"de:Hafen, alt|pt-BR:Porto|Second: Name",the channel,2024-05-01\n',
    )
    assert catalogue.import_csv(path).new == 1
    title = one(catalogue, "glass harbour")
    assert (title.title, title.kind, title.year, title.seasons) == ("Glass, Harbour", TitleKind.SERIES, 2015, 3)
    assert (title.status, title.source, title.as_of) == (TitleStatus.ANNOUNCED, "the channel", "2024-05-01")
    assert [(name.language, name.name) for name in title.names] == [
        ("de", "Hafen, alt"),
        ("pt-BR", "Porto"),
        ("", "Second: Name"),
    ]


def test_a_csv_of_nothing_but_names(catalogue: Catalogue, write: Write) -> None:
    path = write("posters.csv", "\ufefftitle\r\nDangerous Shores (1995)\r\n\r\nThirst Coast (Bakjwi) (2009)\r\n")
    assert catalogue.import_csv(path, "2024-05-01").new == 2
    title = one(catalogue, "Dangerous Shores")
    assert (title.kind, title.year, title.status) == (TitleKind.FILM, 1995, TitleStatus.RELEASED)
    assert (title.source, title.as_of) == ("posters.csv", "2024-05-01")
    assert catalogue.rule_text("BAKJWI").claimed == "Thirst Coast"
    again = catalogue.import_csv(path, "2024-05-01")
    assert (again.new, again.updated, again.unchanged) == (0, 0, 2)


def test_a_row_without_a_kind_is_the_series_of_that_name_and_year(catalogue: Catalogue, write: Write) -> None:
    assert catalogue.import_csv(write("a.csv", "title\nStranger Things (2016)\n"), "2020-01-01").unchanged == 1
    assert catalogue.rule_text("STRANGER THINGS SEASON 9").ruling is Ruling.NO_SUCH_SEASON


def test_bad_rows_are_named_by_line_and_the_good_ones_kept(catalogue: Catalogue, write: Write) -> None:
    path = write(
        "list.csv",
        "title,kind,year,seasons,status,names\n"
        "North Light,film,2001,,,\n"
        "South Light,song,2001,,,\n"
        "East Light,film,soon,,,\n"
        "West Light (1999),film,2001,,,\n"
        "Upper Light,film,2001,3,,\n"
        '"Two\nlines",film,2001,,maybe,\n'
        ",film,2001,,,\n"
        "Too,many,2001,,,,,,\n"
        'Quo"te,film,2001,"1"2,,\n'
        "Lower Light,series,2001,2,,xx-toolong:Name\n"
        "Last Light,film,2002,,,\n",
    )
    summary = catalogue.import_csv(path, "2024-01-01")
    assert [row.line for row in summary.refused] == [3, 4, 5, 6, 7, 9, 10, 11]
    assert "'song'" in summary.refused[0].text
    assert "film, series" in summary.refused[0].text
    assert summary.new == 3
    assert one(catalogue, "Last Light").year == 2002


@pytest.mark.parametrize(
    ("content", "told"),
    [
        (b"", "no header"),
        (b"name,year\nA,2000\n", "'name'"),
        (b"title,colour,mood\nA,red,blue\n", "'colour', 'mood'"),
        (b"year\n2000\n", "'title'"),
        (b"title,title\nA,A\n", "twice"),
        (b"title\nCaf\xe9\n", "UTF-8"),
        (b"title\x00\n", "'title\\x00'"),
    ],
)
def test_a_csv_that_cannot_be_used_as_a_whole(
    catalogue: Catalogue, home: Path, tmp_path: Path, content: bytes, told: str
) -> None:
    path = tmp_path / "list.csv"
    path.write_bytes(content)
    with pytest.raises(CatalogueFileInvalid) as caught:
        catalogue.import_csv(path)
    assert told in str(caught.value)
    assert catalogue.version() == 0
    if told != "UTF-8":
        assert not home.exists()


def test_lists_that_are_not_there(catalogue: Catalogue, tmp_path: Path) -> None:
    for importer in (catalogue.import_csv, catalogue.import_top10, lambda path: import_file(catalogue, path)):
        with pytest.raises(CatalogueFileInvalid, match="cannot be read"):
            importer(tmp_path / "gone")
        with pytest.raises(CatalogueFileInvalid, match="cannot be read"):
            importer(tmp_path)


def test_hostile_rows_cost_little_and_harm_nothing(catalogue: Catalogue, write: Write) -> None:
    path = write(
        "list.csv",
        "title,names\n"
        + "x" * 3_000_000
        + "\nTurned\u202eRound,\n"
        + "Many,"
        + "|".join(f"Name {i}" for i in range(5000))
        + "\nBell\u0007,\n=cmd|' /C calc'!A0,\nFine Light,\n",
    )
    summary = catalogue.import_csv(path, "2024-01-01")
    assert summary.new == 2
    assert [row.line for row in summary.refused] == [2, 3, 4, 5]
    assert all(len(row.name) <= 80 and len(row.text) < 300 for row in summary.refused)


TOP10 = (
    "week\tcategory\tweekly_rank\tshow_title\tseason_title\tweekly_hours_viewed\truntime\tweekly_views\t"
    "cumulative_weeks_in_top_10\tis_staggered_launch\tepisode_launch_details\n"
    "2024-04-28\tFilms (English)\t1\tGrey Moon — Part Two: The Reaper\tN/A\t38800000\t2.0667\t18800000\t2\tfalse\t\n"
    "2024-04-28\tTV (English)\t1\tStrange Harbour\tStrange Harbour 4\t100\t7.4\t10\t3\tfalse\t\n"
    "2021-07-04\tTV (English)\t2\tStrange Harbour\tStrange Harbour 3\t100\t7.4\t10\t3\tfalse\t\n"
    "2024-04-28\tTV (English)\t3\tThe Round\tThe Round: Season 6\t100\t7.4\t10\t3\tfalse\t\n"
    "2024-04-28\tTV (Non-English)\t1\tHouse of Coins\tHouse of Coins: Part 5\t100\t7.4\t10\t3\tfalse\t\n"
    '2024-04-28\tTV (Non-English)\t2\tQueen of Rain\tQueen of Rain: Limited Series\t8\t0\t4\t8\ttrue\t"[{""a"":16}]"\n'
    "2024-04-28\tTV (Non-English)\t3\tBasalt\tBasalt: Secrets of the Sect\t12100000\t4.95\t2400000\t3\tfalse\t\n"
    "2024-04-28\tTV (English)\t8\tJo Carr: Born Funny\tN/A\t2300000\t1\t2300000\t1\tfalse\t\n"
    "2024-04-28\tTV (English)\t9\tLove Blind\tLove Blind: Brazil: Season 3\t2300000\t1\t2300000\t1\tfalse\t\n"
)


def test_the_weekly_top_10(catalogue: Catalogue, write: Write) -> None:
    path = write("all-weeks-global.tsv", TOP10)
    assert guess_format(path) is ListFormat.TOP10
    summary = import_file(catalogue, path)
    assert (summary.new, summary.refused) == (8, ())
    seasons = {
        title.title: (title.seasons, title.more_seasons)
        for name in (
            "Strange Harbour",
            "The Round",
            "House of Coins",
            "Queen of Rain",
            "Basalt",
            "Jo Carr",
            "Love Blind",
        )
        for title in catalogue.search(name, 1)
    }
    assert seasons == {
        "Strange Harbour": (4, True),
        "The Round": (6, True),
        "House of Coins": (5, True),
        "Queen of Rain": (1, True),
        "Basalt": (None, False),
        "Jo Carr: Born Funny": (None, False),
        "Love Blind": (3, True),
    }
    film = one(catalogue, "Grey Moon")
    assert (film.kind, film.source, film.as_of, film.year) == (TitleKind.FILM, "Netflix Top 10", "2024-04-28", None)
    assert catalogue.rule_text("GREY MOON PART TWO").ruling is Ruling.EXISTS
    assert catalogue.rule_text("STRANGE HARBOUR 4").ruling is Ruling.EXISTS
    assert catalogue.rule_text("STRANGE HARBOUR 9").ruling is Ruling.NOT_LISTED
    assert catalogue.rule_text("BASALT: SECRETS OF THE SECT").claimed == "Basalt"
    again = import_file(catalogue, path)
    assert (again.new, again.updated, again.unchanged) == (0, 0, 8)


def test_the_top_10_of_countries_and_of_all_time(catalogue: Catalogue, write: Write) -> None:
    countries = write(
        "all-weeks-countries.tsv",
        "country_name\tcountry_iso2\tweek\tcategory\tweekly_rank\tshow_title\tseason_title\tcumulative_weeks_in_top_10\n"
        "Argentina\tAR\t2022-08-21\tFilms\t1\tLook Both Ways Now\tN/A\t1\n"
        "Korea\tKR\t2022-08-28\tFilms\t1\tLook Both Ways Now\tN/A\t2\n"
        "Korea\tKR\tsoon\tTV\t1\tRain\tN/A\t2\n"
        "Korea\tKR\t2022-08-28\tSongs\t1\tRain\tN/A\t2\n"
        "Korea\tKR\n",
    )
    summary = catalogue.import_top10(countries)
    assert (summary.new, [row.line for row in summary.refused]) == (1, [4, 5, 6])
    assert one(catalogue, "Look Both Ways Now").as_of == "2022-08-28"
    popular = write(
        "most-popular.tsv",
        "category\trank\tshow_title\tseason_title\thours_viewed_first_91_days\truntime\tviews_first_91_days\n"
        "TV (English)\t1\tWeekday\tWeekday: Season 1\t1718800000\t6.8167\t252100000\n",
    )
    catalogue.import_top10(popular, "2024-02-02")
    assert one(catalogue, "Weekday").as_of == "2024-02-02"
    with pytest.raises(CatalogueFileInvalid, match="no Netflix Top 10 list"):
        catalogue.import_top10(write("other.tsv", "a\tb\n1\t2\n"))


def test_progress_reaches_the_end(catalogue: Catalogue, write: Write) -> None:
    path = write("long.tsv", TOP10 + TOP10.splitlines()[1].join(["\n"] * 30_000))
    told: list[tuple[int, int]] = []
    catalogue.import_top10(path, progress=lambda done, total: told.append((done, total)))
    assert told == sorted(told)
    assert len(told) > 2
    assert told[-1] == (path.stat().st_size, path.stat().st_size)


MOVIE = {
    "id": 762975,
    "title": "Violet Hearts",
    "original_title": "Violet Hearts",
    "original_language": "en",
    "release_date": "2022-07-29",
    "status": "Released",
    "belongs_to_collection": None,
    "alternative_titles": {"titles": [{"iso_3166_1": "MX", "title": "Corazones violetas", "type": ""}]},
    "translations": {
        "translations": [
            {"iso_3166_1": "BR", "iso_639_1": "pt", "name": "Português", "data": {"title": "Corações", "overview": ""}},
            {"iso_3166_1": "DE", "iso_639_1": "de", "name": "Deutsch", "data": {"title": "", "overview": "..."}},
            {"iso_3166_1": "US", "iso_639_1": "en", "name": "English", "data": {"title": "Violet Hearts"}},
            {"iso_3166_1": "CN", "iso_639_1": "zh", "name": "普通话", "data": {"title": "紫心之恋"}},
        ]
    },
}
SHOW = {
    "id": 66732,
    "name": "Strange Harbour",
    "original_name": "Strange Harbour",
    "first_air_date": "2016-07-15",
    "number_of_seasons": 5,
    "status": "Returning Series",
    "seasons": [{"season_number": number, "air_date": None} for number in range(6)],
    "alternative_titles": {"results": [{"iso_3166_1": "JP", "title": "怪しい港", "type": ""}]},
    "translations": {"translations": [{"iso_3166_1": "FR", "iso_639_1": "fr", "data": {"name": "Le Port étrange"}}]},
}


def test_a_film_and_a_series_of_tmdb(catalogue: Catalogue) -> None:
    assert catalogue.import_tmdb(json.dumps(MOVIE).encode(), "2026-11-01").new == 1
    assert catalogue.import_tmdb(SHOW, "2026-11-01").new == 1
    film = one(catalogue, "Violet Hearts")
    assert (film.id, film.year, film.status, film.source) == (
        "tmdb_movie_762975",
        2022,
        TitleStatus.RELEASED,
        "TMDB",
    )
    assert {(name.language, name.name) for name in film.names} == {
        ("pt-BR", "Corações"),
        ("zh-CN", "紫心之恋"),
        ("", "Corazones violetas"),
    }
    match = catalogue.same_title("VIOLET HEARTS", "CORAÇOES")
    assert match is not None
    assert (match.title.id, match.one_language, match.other_language) == (film.id, "en", "pt-BR")
    show = one(catalogue, "Strange Harbour")
    assert (show.kind, show.seasons, show.more_seasons, show.year) == (TitleKind.SERIES, 5, False, 2016)
    assert TitleName("Le Port étrange", "fr-FR", "TMDB", "2026-11-01") in show.names
    assert catalogue.rule_text("STRANGE HARBOUR SEASON 6").ruling is Ruling.NO_SUCH_SEASON
    assert catalogue.import_tmdb([MOVIE, SHOW], "2026-11-01").unchanged == 2


def test_a_search_page_of_tmdb(catalogue: Catalogue) -> None:
    page = {
        "page": 1,
        "total_pages": 1,
        "results": [
            {"media_type": "movie", "id": 1, "title": "Out", "original_title": "Out", "release_date": "2020-01-01"},
            {"media_type": "movie", "id": 2, "title": "Out 2", "original_title": "Out 2", "release_date": "2031-01-01"},
            {"media_type": "movie", "id": 3, "title": "Out 3", "original_title": "Out 3", "release_date": ""},
            {"media_type": "tv", "id": 4, "name": "Out There", "first_air_date": "2019-01-01"},
            {"media_type": "person", "id": 5, "name": "Jo Out"},
            {"media_type": "movie", "id": "6", "title": "Bad Id"},
            {"media_type": "movie", "id": 7, "title": ""},
            "nothing",
        ],
    }
    summary = catalogue.import_tmdb(json.dumps(page).encode(), "2026-11-01")
    assert summary.new == 4
    assert [row.line for row in summary.refused] == [6, 7, 8]
    rulings = {text: catalogue.rule_text(text).ruling for text in ("OUT", "OUT 2", "OUT 3", "OUT THERE")}
    assert rulings == {
        "OUT": Ruling.EXISTS,
        "OUT 2": Ruling.ANNOUNCED,
        "OUT 3": Ruling.RUMOURED,
        "OUT THERE": Ruling.EXISTS,
    }


@pytest.mark.parametrize(
    "content",
    [b"", b"no json", b"[" * 100_000, b'{"success": false, "status_code": 34}', b'"text"', b"\xff\xfe", b'{"a": 1'],
)
def test_answers_that_are_none_of_tmdb(catalogue: Catalogue, home: Path, content: bytes) -> None:
    with pytest.raises(CatalogueFileInvalid):
        catalogue.import_tmdb(content, "2026-11-01")
    assert not home.exists()


@pytest.mark.parametrize(
    "change",
    [
        {"translations": []},
        {"translations": {"translations": [None, 5, {"data": "x"}, {"data": {"title": 7}}]}},
        {"alternative_titles": {"titles": "x"}},
        {"release_date": None},
        {"status": 5},
        {"original_language": ["xx"]},
    ],
)
def test_odd_values_in_an_answer_are_passed_over(catalogue: Catalogue, change: dict) -> None:
    assert catalogue.import_tmdb(MOVIE | change, "2026-11-01").new == 1
    assert catalogue.rule_text("VIOLET HEARTS").claimed == "Violet Hearts"


def test_a_file_s_format_is_seen(catalogue: Catalogue, write: Write) -> None:
    assert guess_format(write("a.txt", "title,year\n")) is ListFormat.CSV
    assert guess_format(write("b.txt", "  \n[{}]")) is ListFormat.TMDB
    path = write("c.txt", json.dumps(MOVIE))
    assert import_file(catalogue, path, as_of="2026-10-01").new == 1
    assert one(catalogue, "Violet Hearts").as_of == "2026-10-01"
