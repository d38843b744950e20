"""Folders that appear whole, are found by their id only, and leave when old or too many."""

import io
import os
import time
from pathlib import Path

import pytest

from app.web.shelf import KeepRule, Shelf, write_whole


def make_shelf(root: Path, seconds: float = 100, count: int = 10) -> Shelf:
    return Shelf(root / "shelf", "stamp", KeepRule(seconds, count))


def age(root: Path, folder_id: str, seconds: float) -> None:
    then = time.time() - seconds
    os.utime(root / "shelf" / folder_id / "stamp", (then, then))


def test_a_folder_is_found_by_its_id_with_its_files(tmp_path: Path) -> None:
    shelf = make_shelf(tmp_path)
    shelf.put("c_abcdefgh", {"stamp": b"1", "copy": io.BytesIO(b"2")})
    folder = shelf.find("c_abcdefgh")
    assert folder is not None
    assert ((folder / "stamp").read_bytes(), (folder / "copy").read_bytes()) == (b"1", b"2")


@pytest.mark.parametrize(
    "outside",
    ["", "c_", "../shelf", "c_/../../etc", "c_abc\x00defgh", "c_abcdefgh/", "c_abcdefgh\n", "x" * 500, ".new-1"],
)
def test_what_is_no_id_never_reaches_the_disk(tmp_path: Path, outside: str) -> None:
    shelf = make_shelf(tmp_path)
    shelf.put("c_abcdefgh", {"stamp": b""})
    assert shelf.find(outside) is None


def test_what_is_too_old_is_gone_for_readers_and_then_from_the_disk(tmp_path: Path) -> None:
    shelf = make_shelf(tmp_path)
    shelf.put("c_olderone", {"stamp": b""})
    shelf.put("c_younger1", {"stamp": b""})
    age(tmp_path, "c_olderone", 101)
    assert shelf.find("c_olderone") is None
    assert shelf.sweep() == 1
    assert [path.name for path in (tmp_path / "shelf").iterdir()] == ["c_younger1"]


def test_only_the_youngest_stay_when_there_are_too_many(tmp_path: Path) -> None:
    shelf = make_shelf(tmp_path, count=2)
    for number in range(4):
        shelf.put(f"c_number00{number}", {"stamp": b""})
        age(tmp_path, f"c_number00{number}", 50 - number)
    assert shelf.sweep() == 2
    assert {path.name for path in (tmp_path / "shelf").iterdir()} == {"c_number002", "c_number003"}


def test_leftovers_of_a_crash_are_swept_but_fresh_ones_may_be_in_work(tmp_path: Path) -> None:
    shelf = make_shelf(tmp_path)
    for name in (".new-old", ".old-old", ".new-fresh"):
        (tmp_path / "shelf" / name).mkdir(parents=True)
        if name.endswith("-old"):
            os.utime(tmp_path / "shelf" / name, (0, 0))
    assert shelf.sweep() == 2
    assert [path.name for path in (tmp_path / "shelf").iterdir()] == [".new-fresh"]


class BrokenFile(io.BytesIO):
    def read(self, _size: int | None = -1, /) -> bytes:
        raise OSError("no space left")


def test_nothing_is_left_of_a_folder_that_could_not_be_written(tmp_path: Path) -> None:
    shelf = make_shelf(tmp_path)
    with pytest.raises(OSError, match="no space left"):
        shelf.put("c_abcdefgh", {"stamp": b"", "copy": BrokenFile()})
    assert list((tmp_path / "shelf").iterdir()) == []


def test_a_file_that_cannot_be_written_says_so(tmp_path: Path) -> None:
    assert write_whole(tmp_path / "a", b"1")
    assert (tmp_path / "a").read_bytes() == b"1"
    assert not write_whole(tmp_path / "gone" / "a", b"1")
