"""`postercheck doctor` tells the truth about homes in good and bad states, and changes nothing."""

from pathlib import Path

from tests.cli.running import postercheck


def test_all_is_well_with_a_filled_home(filled_home: Path) -> None:
    done = postercheck("doctor", "--home", filled_home)
    assert done.returncode == 0, done.stdout
    for words in (
        "JPEG can be read",
        "AVIF can be read",
        "local features",
        "faiss",
        "can be written",
        "are free there",
    ):
        assert words in done.stdout
    assert "3 active references: 2 official, 1 known fakes" in done.stdout
    assert "BROKEN" not in done.stdout


def test_no_library_yet_is_a_note_and_none_is_made(tmp_path: Path) -> None:
    done = postercheck("doctor", "--home", tmp_path / "home")
    assert done.returncode == 0, done.stdout
    assert "there is no library yet" in done.stdout
    assert not (tmp_path / "home").exists()


def test_a_broken_library_is_named_with_what_to_do(own_home: Path) -> None:
    for database in own_home.glob("*.sqlite3*"):
        database.write_bytes(b"no database" * 500)
    done = postercheck("doctor", "--home", own_home)
    assert done.returncode == 1
    assert "BROKEN  the library cannot be used" in done.stdout
    assert "backup" in done.stdout


def test_a_home_that_cannot_be_one_is_named(tmp_path: Path) -> None:
    (tmp_path / "file").touch()
    done = postercheck("doctor", "--home", tmp_path / "file" / "home")
    assert done.returncode == 1
    assert "is not a folder" in done.stdout
    assert "--home" in done.stdout
