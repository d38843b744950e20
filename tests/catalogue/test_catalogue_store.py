"""The store: opening, merging what several sources say, several processes, damage."""

import os
import shutil
import signal
import sqlite3
import subprocess
import sys
import tempfile
import threading
import time
from collections.abc import Callable
from contextlib import closing
from pathlib import Path

import pytest

from app.catalogue.catalogue import Catalogue
from app.catalogue.store import DATABASE_NAME
from app.errors import CatalogueBroken, CatalogueError
from app.model.title import FactOrigin, Ruling, TitleKind, TitleName, TitleStatus
from tests.catalogue.conftest import film, series


def test_a_home_that_is_not_there_has_the_built_in_list_and_stays_away(home: Path) -> None:
    with Catalogue.open(home) as catalogue:
        assert catalogue.version() == 0
        assert catalogue.rule_text("PURPLE HEARTS 2").ruling is Ruling.NOT_ANNOUNCED
        info = catalogue.info()
    assert not home.exists()
    assert not info.imported
    assert info.titles == sum(info.by_kind.values()) == sum(info.by_status.values()) == sum(info.by_source.values())
    assert info.names == sum(info.by_language.values())
    assert info.oldest <= info.newest
    assert "" not in info.by_source


def test_what_is_added_stays_beside_the_built_in_list(home: Path) -> None:
    with Catalogue.open(home) as catalogue:
        summary = catalogue.add([film("North Light")])
        assert (summary.new, summary.updated, summary.unchanged, summary.refused) == (1, 0, 0, ())
        assert catalogue.version() == 1
    with Catalogue.open(home) as catalogue:
        assert catalogue.version() == 1
        assert [title.title for title in catalogue.search("north light")] == ["North Light"]
        assert catalogue.search("Purple Hearts")[0].title == "Purple Hearts"
        assert catalogue.info().imported


def test_adding_the_same_again_changes_nothing(catalogue: Catalogue) -> None:
    titles = [film("North Light", names=[("de", "Nordlicht")]), series("Glass Harbour", 3)]
    catalogue.add(titles)
    again = catalogue.add(titles)
    assert (again.new, again.updated, again.unchanged) == (0, 0, 2)
    assert catalogue.version() == 1


def test_newer_facts_win_each_with_its_own_source(catalogue: Catalogue) -> None:
    catalogue.add([series("Glass Harbour", 2, 2015, source="one", as_of="2020-01-01")])
    catalogue.add([series("Glass Harbour", 1, None, source="old", as_of="2019-01-01")])
    catalogue.add([series("Glass Harbour", None, 2015, source="three", as_of="2022-01-01", names=[("fr", "Le Port")])])
    (title,) = catalogue.search("Glass Harbour")
    assert (title.seasons, title.year, title.source, title.as_of) == (2, 2015, "three", "2022-01-01")
    assert title.names == (TitleName("Le Port", "fr", "three", "2022-01-01"),)
    assert FactOrigin("seasons", "one", "2020-01-01") in title.origins
    assert FactOrigin("year", "three", "2022-01-01") in title.origins


def test_the_operator_s_newer_fact_beats_the_built_in_one(catalogue: Catalogue) -> None:
    older = film("Purple Hearts 2", None, status=TitleStatus.RELEASED, source="a fan page", as_of="2023-01-01")
    assert catalogue.add([older]).unchanged == 1
    assert catalogue.rule_text("PURPLE HEARTS 2").ruling is Ruling.NOT_ANNOUNCED
    newer = film("Purple Hearts 2", 2027, status=TitleStatus.ANNOUNCED, source="Tudum", as_of="2026-10-01")
    assert catalogue.add([newer]).updated == 1
    answer = catalogue.rule_text("PURPLE HEARTS 2")
    assert (answer.ruling, answer.source, answer.as_of) == (Ruling.ANNOUNCED, "Tudum", "2026-10-01")


@pytest.mark.parametrize(
    ("facts", "seasons", "open_end"),
    [
        (((2, False), (4, True)), 4, True),
        (((5, False), (4, True)), 5, False),
        (((4, True), (5, False)), 5, False),
        (((4, True), (4, False)), 4, False),
        (((3, True), (6, True), (2, True)), 6, True),
    ],
)
def test_seasons_that_are_listed_and_seasons_that_are_counted(
    catalogue: Catalogue, facts: tuple[tuple[int, bool], ...], seasons: int, open_end: bool
) -> None:
    for number, more in facts:
        catalogue.add([series("Glass Harbour", number, more_seasons=more)])
    (title,) = catalogue.search("Glass Harbour")
    assert (title.seasons, title.more_seasons) == (seasons, open_end)


def test_two_years_or_kinds_are_two_titles_and_no_year_is_either(catalogue: Catalogue) -> None:
    catalogue.add([film("Lanterns", 1961), film("Lanterns", 1981), series("Lanterns", 1, 1981)])
    assert len(catalogue.search("Lanterns")) == 3
    assert catalogue.search("Lanterns (1981)")[0].year == 1981
    catalogue.add([series("LANTERNS", 2, None, as_of="2021-01-01")])
    assert sorted(title.seasons or 0 for title in catalogue.search("Lanterns")) == [0, 0, 2]


def test_an_id_of_a_source_goes_before_name_and_year(catalogue: Catalogue) -> None:
    catalogue.add([film("Untitled Harbour Project", None, id="tmdb_movie_5", as_of="2020-01-01")])
    catalogue.add([film("Glass Harbour", 2022, id="tmdb_movie_5", as_of="2022-01-01")])
    assert len(catalogue.search("Glass Harbour")) == 1
    assert catalogue.same_title("Untitled Harbour Project", "GLASS HARBOUR") is not None
    catalogue.add([film("Glass Harbour", 2022, id="tmdb_movie_6")])
    assert len([title for title in catalogue.search("Glass Harbour") if title.year == 2022]) == 2


def test_bad_titles_are_refused_with_their_place_and_the_others_kept(catalogue: Catalogue) -> None:
    summary = catalogue.add(
        [
            film("North Light"),
            film("x" * 1000),
            film("Turned\u202eRound"),
            film("Bell\u0007"),
            film("???"),
            film("Old Times", 1700),
            film("No Source", source=""),
            film("No Date", as_of="yesterday"),
            series("Many", 5000),
            film("Names", names=[("not a language", "Name")]),
        ]
    )
    assert summary.new == 1
    assert [row.line for row in summary.refused] == list(range(2, 11))
    assert "U+202E" in summary.refused[1].text
    assert all(row.text.endswith(".") for row in summary.refused)


def test_an_import_that_breaks_off_leaves_nothing(catalogue: Catalogue) -> None:
    catalogue.add([film("North Light")])

    def broken():
        for number in range(5000):
            yield film(f"Film number {number}")
        raise ValueError("torn")

    with pytest.raises(ValueError, match="torn"):
        catalogue.add(broken())
    assert catalogue.version() == 1
    assert catalogue.search("Film number 7") == []


KILLED = """
import sys, time
from pathlib import Path
from app.catalogue.catalogue import Catalogue
from app.model.title import KnownTitle, TitleKind, TitleStatus
def titles():
    for number in range(100_000):
        if number == 3000:
            print("half", flush=True)
        title = f"Half a film {number}"
        yield KnownTitle("", title, TitleKind.FILM, 2000, None, TitleStatus.RELEASED, (), "s", "2020-01-01")
        if number > 3000:
            time.sleep(0.01)
Catalogue.open(Path(sys.argv[1])).add(titles())
"""


def test_a_killed_import_leaves_nothing_half(home: Path) -> None:
    with Catalogue.open(home) as catalogue:
        catalogue.add([film("North Light")])
    process = subprocess.Popen([sys.executable, "-c", KILLED, str(home)], stdout=subprocess.PIPE)
    assert process.stdout is not None
    with process.stdout:
        assert process.stdout.readline() == b"half\n"
    # Others go on reading meanwhile.
    with Catalogue.open(home) as catalogue:
        assert catalogue.search("Half a film 5") == []
    process.send_signal(signal.SIGKILL)
    process.wait()
    with Catalogue.open(home) as catalogue:
        assert catalogue.version() == 1
        assert catalogue.search("Half a film 5") == []
        assert catalogue.add([film("South Light")]).new == 1


def test_an_open_catalogue_sees_what_another_one_adds(home: Path) -> None:
    with Catalogue.open(home) as asking, Catalogue.open(home) as adding:
        assert asking.rule_text("NORTH LIGHT").ruling is Ruling.UNKNOWN
        adding.add([film("North Light")])
        assert asking.rule_text("NORTH LIGHT").ruling is Ruling.EXISTS
        assert asking.version() == 1


def test_many_threads_may_ask_and_add(catalogue: Catalogue) -> None:
    problems: list[BaseException] = []

    def work(number: int) -> None:
        try:
            for i in range(5):
                assert catalogue.rule_text("PURPLE HEARTS 2").ruling is Ruling.NOT_ANNOUNCED
                if number % 2:
                    catalogue.add([film(f"Light {number} of {i}")])
        except BaseException as error:  # noqa: BLE001 (told below)
            problems.append(error)

    threads = [threading.Thread(target=work, args=(number,)) for number in range(6)]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    assert problems == []
    assert catalogue.version() == 15


def test_a_newer_list_that_comes_with_the_program_is_learnt(home: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    with Catalogue.open(home) as catalogue:
        catalogue.add([film("North Light")])
    whole = Path(sys.modules["app.catalogue.built_in"]._LIST)
    grown = home / "grown.csv"
    grown.write_text(whole.read_text(encoding="utf-8") + "New Coast,film,2025,,released,,Tudum,2025-09-01\n")
    monkeypatch.setattr("app.catalogue.built_in._LIST", grown)
    with Catalogue.open(home) as catalogue:
        assert catalogue.rule_text("NEW COAST").ruling is Ruling.EXISTS
        assert catalogue.rule_text("NORTH LIGHT").ruling is Ruling.EXISTS
        assert catalogue.version() == 2


def test_an_empty_file_becomes_a_catalogue(home: Path) -> None:
    # What a process killed in its first moment leaves.
    home.mkdir()
    (home / DATABASE_NAME).touch()
    with Catalogue.open(home) as catalogue:
        assert catalogue.rule_text("PURPLE HEARTS 2").ruling is Ruling.NOT_ANNOUNCED
        assert catalogue.add([film("North Light")]).new == 1


def _change(home: Path, statement: str) -> None:
    with closing(sqlite3.connect(home / DATABASE_NAME)) as raw:
        raw.execute(statement)
        raw.commit()


def test_a_newer_catalogue_is_refused_with_advice(home: Path) -> None:
    with Catalogue.open(home) as catalogue:
        catalogue.add([film("North Light")])
    _change(home, "PRAGMA user_version = 99")
    with Catalogue.open(home) as catalogue, pytest.raises(CatalogueBroken, match=r"newer postercheck.*99.*install"):
        catalogue.version()


def test_a_foreign_database_is_refused(home: Path) -> None:
    home.mkdir()
    _change(home, "CREATE TABLE songs (name)")
    with Catalogue.open(home) as catalogue, pytest.raises(CatalogueBroken, match="not a title catalogue"):
        catalogue.version()


@pytest.mark.parametrize("part", ["all", "pages"])
def test_a_damaged_file_is_refused(home: Path, part: str) -> None:
    with Catalogue.open(home) as catalogue:
        catalogue.add([film(f"Light {number}") for number in range(500)])
    path = home / DATABASE_NAME
    whole = path.read_bytes()
    path.write_bytes(b"no tables" * 999 if part == "all" else whole[:4096] + b"\xa5" * (len(whole) - 4096))
    with Catalogue.open(home) as catalogue, pytest.raises(CatalogueBroken, match=r"cannot be used.*backup"):
        catalogue.rule_text("LIGHT 5")


def test_a_home_that_cannot_be_made_says_so(tmp_path: Path) -> None:
    (tmp_path / "file").write_text("in the way")
    with Catalogue.open(tmp_path / "file" / "home") as catalogue:
        assert catalogue.rule_text("PURPLE HEARTS").ruling is Ruling.EXISTS
        with pytest.raises(CatalogueError, match="No title catalogue can be made"):
            catalogue.add([film("North Light")])


ASKED = """
import os, sys
from pathlib import Path
from app.catalogue.catalogue import Catalogue
from app.errors import CatalogueError
from tests.catalogue.conftest import film
# Everything is loaded first: another user may not be allowed to read the program.
with Catalogue.open(Path("nowhere")) as catalogue:
    catalogue.rule_text("PURPIE HEARTS 2")
if os.geteuid() == 0:
    os.setuid(65534)
with Catalogue.open(Path(sys.argv[1])) as catalogue:
    print(catalogue.rule_text("NORTH LIGHT").ruling, catalogue.rule_text("PURPLE HEARTS 2").ruling)
    try:
        catalogue.add([film("South Light")])
    except CatalogueError as error:
        print(error)
"""


@pytest.mark.skipif(not hasattr(os, "geteuid"), reason="needs the file rights of POSIX")
def test_a_home_of_somebody_else_is_read() -> None:
    # Below the system's folder for temporary files: pytest's own is closed to other users.
    home = Path(tempfile.mkdtemp())
    try:
        with Catalogue.open(home) as catalogue:
            catalogue.add([film("North Light")])
        for path in (home, *home.iterdir()):
            path.chmod(0o555 if path.is_dir() else 0o444)
        done = subprocess.run([sys.executable, "-c", ASKED, home], capture_output=True, text=True, check=False)
        assert done.stdout.splitlines()[0] == "exists not_announced", done.stderr
        assert "cannot be written to" in done.stdout
    finally:
        home.chmod(0o755)
        shutil.rmtree(home)


def test_search_finds_misread_names_and_names_that_hold_the_words(catalogue: Catalogue) -> None:
    catalogue.add([film("The Cartographer's Winter", names=[("de", "Der Winter des Kartografen")])])
    for text in ("cartographers winter", "CARTOGRAPHFRS WINTER", "Kartografen", "the cartographer"):
        assert catalogue.search(text)[0].title == "The Cartographer's Winter", text
    assert catalogue.search("") == []
    assert catalogue.search("boys", limit=2)[1].kind is TitleKind.FILM
    assert len(catalogue.search("boys", limit=2)) == 2


def test_closing_twice_and_asking_again(home: Path) -> None:
    catalogue = Catalogue.open(home)
    catalogue.add([film("North Light")])
    catalogue.close()
    catalogue.close()
    assert catalogue.rule_text("NORTH LIGHT").ruling is Ruling.EXISTS
    catalogue.close()


def test_a_question_is_not_compared_with_every_name(catalogue: Catalogue, write: Callable) -> None:
    rows = "".join(f"Night {chr(65 + i % 26)}{chr(65 + i // 26 % 26)} of the {i:x} Harbour\n" for i in range(5000))
    catalogue.import_csv(write("many.csv", "title\n" + rows), "2024-01-01")
    catalogue.rule_text("NIGHT AB OF THE 1FF HARBQUR 2")
    before = time.thread_time()
    for _ in range(20):
        catalogue.rule_text("NIGHT AB OF THE 1FF HARBQUR 2")
    # 2 to 5 ms each, whatever the number of names.
    assert (time.thread_time() - before) / 20 < 0.05
