"""The `postercheck catalogue` commands over real homes."""

import json
from pathlib import Path

import pytest

from tests.cli.running import postercheck

LIST = "title,kind,seasons,status,names\nNorth Light (2019),film,,,de:Nordlicht\nGlass Harbour,series,3,,\n"


def _catalogue(home: Path, *words: str | Path, code: int = 0, cwd: Path | None = None) -> tuple[str, str]:
    """Standard output and standard error of a catalogue command that ends with `code`."""
    done = postercheck("--home", home, "catalogue", *words, cwd=cwd)
    assert done.returncode == code, done.stderr
    assert "Traceback" not in done.stderr
    return done.stdout, done.stderr


@pytest.mark.parametrize(
    ("text", "told"),
    [
        ("PURPLE HEARTS 2", ("Purple Hearts 2 is not announced; there is Purple Hearts (2022)", "as of 2024-07-29")),
        ("KILL BILL VOL 2", ("Kill Bill: Vol. 2 (2004) exists", "as of")),
        ("STRANGER THINGS SEASON 9", ("There is no Stranger Things, season 9", "has 5 seasons", "as of 2022-02-17")),
        ("KISSING BOOTH 4", ("but no The Kissing Booth 4", "may not have heard", "as of")),
        ("ZEBRA HIGHWAY", ("cannot say", "as of")),
        ("...", ("nothing to read",)),
    ],
)
def test_a_claim_is_answered_without_any_import(tmp_path: Path, text: str, told: tuple[str, ...]) -> None:
    out, _ = _catalogue(tmp_path / "home", "claim", text)
    assert all(words in out for words in told), out
    assert not (tmp_path / "home").exists()


def test_a_claim_beside_artwork_as_json(tmp_path: Path) -> None:
    out, _ = _catalogue(tmp_path, "claim", "2", "--title", "Purple Hearts (2022)", "--json")
    ruling = json.loads(out)
    assert (ruling["ruling"], ruling["claimed"]) == ("not_announced", "Purple Hearts 2")
    assert ruling["title"]["year"] == 2022
    assert json.loads(_catalogue(tmp_path, "claim", "...", "--json")[0]) is None


def test_import_search_and_info(tmp_path: Path) -> None:
    home = tmp_path / "home"
    (tmp_path / "list.csv").write_text(LIST, encoding="utf-8")
    _, told = _catalogue(home, "import", tmp_path / "list.csv", "--as-of", "2024-05-01")
    assert "2 new, 0 updated, 0 unchanged, 0 left out." in told
    _, told = _catalogue(home, "import", tmp_path / "list.csv", "--as-of", "2024-05-01")
    assert "0 new, 0 updated, 2 unchanged, 0 left out." in told
    out, told = _catalogue(home, "search", "nordlicht")
    assert out == "North Light (2019)\tfilm\treleased\t\t2024-05-01\tlist.csv\n"
    assert "1 title." in told
    found = [json.loads(line) for line in _catalogue(home, "search", "light", "--json")[0].splitlines()]
    assert found[0]["names"][0]["name"] == "Nordlicht"
    facts = json.loads(_catalogue(home, "info", "--json")[0])
    assert facts["imported"]
    assert facts["by_source"]["list.csv"] == 2
    assert facts["version"] == 1
    assert "list.csv" in _catalogue(home, "info")[0]


def test_bad_rows_are_told_and_the_exit_code_says_so(tmp_path: Path) -> None:
    (tmp_path / "list.csv").write_text(LIST + "Song,song,,,\n\x1b[31mRed,film,,,\n", encoding="utf-8")
    _, told = _catalogue(tmp_path / "home", "import", tmp_path / "list.csv", code=1)
    assert "line 4: left out (Song)" in told
    assert "line 5" in told
    assert "\x1b" not in told
    assert "2 new" in told


@pytest.mark.parametrize(
    ("words", "code", "told"),
    [
        (("import", "gone.csv"), 1, "cannot be read"),
        (("import", "bad.csv"), 1, "'colour'"),
        (("import", "bad.csv", "--format", "tmdb"), 1, "no JSON"),
        (("import", "bad.csv", "--format", "top10"), 1, "no Netflix Top 10 list"),
        (("import", "bad.csv", "--as-of", "May"), 2, "--as-of"),
        (("import", "bad.csv", "--format", "xml"), 2, "xml"),
        (("search",), 2, "TEXT"),
    ],
)
def test_what_cannot_be_done_says_why(tmp_path: Path, words: tuple[str, ...], code: int, told: str) -> None:
    (tmp_path / "bad.csv").write_text("title,colour\nA,red\n")
    _, error = _catalogue(tmp_path / "home", *words, code=code, cwd=tmp_path)
    assert told in error
    assert not (tmp_path / "home").exists()
