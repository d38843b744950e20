"""A file of rows survives being cut off anywhere, and nothing is overwritten by mistake."""

from dataclasses import replace
from pathlib import Path

import pytest

from app.errors import WrongUse
from app.reports.format import NO_THUMBNAILS, RowFormat, Thumbnails
from app.reports.formats import FORMATS
from app.reports.outcome import Item
from app.reports.output import resume_file, start_file
from tests.reports.examples import make_report, make_skipped, make_unknown

ITEMS: list[Item] = [
    make_report(input="a.jpg"),
    make_skipped("b.jpg"),
    make_unknown(input="=ä\n.jpg"),
    make_report(input="a.jpg"),
]
by_name = pytest.mark.parametrize("row_format", FORMATS, ids=[row_format.name for row_format in FORMATS])


def _write_all(path: Path, row_format: RowFormat) -> bytes:
    with start_file(path, row_format)[0] as writer:
        for item in ITEMS:
            writer.write(item, NO_THUMBNAILS)
        writer.end()
    return path.read_bytes()


def _go_on(path: Path, row_format: RowFormat) -> bytes:
    with resume_file(path, row_format) as writer:
        for item in ITEMS:
            if not writer.take_if_done(item.input):
                writer.write(item, NO_THUMBNAILS)
        writer.end()
        assert writer.counts.total() == len(ITEMS)
    return path.read_bytes()


@by_name
def test_a_file_cut_off_anywhere_ends_up_the_same(tmp_path: Path, row_format: RowFormat) -> None:
    path = tmp_path / "results"
    whole = _write_all(path, row_format)
    for length in range(0, len(whole) + 1, max(1, len(whole) // 150)):
        path.write_bytes(whole[:length])
        assert _go_on(path, row_format) == whole, f"cut after {length} bytes"
    path.unlink()
    assert _go_on(path, row_format) == whole, "a missing file is begun"


@by_name
def test_a_row_is_on_the_disk_as_soon_as_it_is_written(tmp_path: Path, row_format: RowFormat) -> None:
    path = tmp_path / "results"
    writer, _ = start_file(path, row_format)
    with writer:
        writer.write(ITEMS[0], NO_THUMBNAILS)
        assert path.read_text() == row_format.header + row_format.row(ITEMS[0], NO_THUMBNAILS)


@by_name
def test_going_on_refuses_a_file_that_is_something_else(tmp_path: Path, row_format: RowFormat) -> None:
    path = tmp_path / "results"
    for content in [b"dear diary\ntoday\n", row_format.header.encode() + b"dear diary\ntoday\n"]:
        path.write_bytes(content)
        with pytest.raises(WrongUse, match="not a result"):
            resume_file(path, row_format)
        assert path.read_bytes() == content


def test_starting_anew_keeps_the_older_file(tmp_path: Path) -> None:
    path = tmp_path / "results.jsonl"
    path.write_text("older\n")
    writer, older = start_file(path, FORMATS[0])
    writer.__exit__(None, None, None)
    assert older == tmp_path / "results.jsonl.previous"
    assert older.read_text() == "older\n"
    assert path.read_bytes() == b""


def test_a_page_that_has_grown_large_goes_on_without_pictures_also_after_a_stop(tmp_path: Path) -> None:
    html = next(row_format for row_format in FORMATS if row_format.name == "html")
    assert html.pictured_bytes > 0
    limited = replace(html, pictured_bytes=len(html.header) + 40_000)
    pictures = Thumbnails(b"\xff" * 9_000, b"\xff" * 9_000)
    with start_file(tmp_path / "whole.html", limited)[0] as writer:
        for number in range(6):
            writer.write(make_report(input=f"{number}.jpg"), pictures)
    rows = (tmp_path / "whole.html").read_text().splitlines()[1:]
    assert ["data:image" in row for row in rows] == [True, True, False, False, False, False]
    (tmp_path / "stopped.html").write_bytes((tmp_path / "whole.html").read_bytes()[:-100])
    with resume_file(tmp_path / "stopped.html", limited) as writer:
        writer.write(make_report(input="5.jpg"), pictures)
    assert (tmp_path / "stopped.html").read_bytes() == (tmp_path / "whole.html").read_bytes()
