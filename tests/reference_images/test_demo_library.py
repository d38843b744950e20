"""The drawn demo library: manifest and files belong together, pictures are rich, and drawing repeats itself."""

import csv
from pathlib import Path

import cv2
import numpy as np
import pytest
from PIL import Image

from reference_images.art.examples import EXAMPLES
from reference_images.art.fakes import FAKES
from reference_images.art.layouts import draw_poster
from reference_images.art.posters import OFFICIAL, STRANGER
from reference_images.draw import COLUMNS, draw_examples, draw_library

PROJECT = Path(__file__).resolve().parents[2]
LIBRARY = PROJECT / "reference_images"
MEGABYTE = 1_000_000


def manifest_rows() -> list[dict[str, str]]:
    with (LIBRARY / "manifest.csv").open(encoding="utf-8", newline="") as file:
        return list(csv.DictReader(file))


def grey(path: Path, longest: int) -> np.ndarray:
    with Image.open(path) as picture:
        picture.thumbnail((longest, longest), Image.Resampling.LANCZOS)
        return np.asarray(picture.convert("L"))


def difference(one: Image.Image, other: Image.Image) -> float:
    assert one.size == other.size
    return float(np.abs(np.asarray(one, float) - np.asarray(other, float)).mean())


def test_manifest_lists_exactly_the_files_there_are():
    listed = [row["path"] for row in manifest_rows()]
    there = {path.relative_to(LIBRARY).as_posix() for path in LIBRARY.glob("*/*.jpg")}
    assert len(listed) == len(set(listed))
    assert set(listed) == there


def test_manifest_says_the_right_things():
    rows = manifest_rows()
    assert tuple(rows[0]) == COLUMNS
    for row in rows:
        fake = row["path"].startswith("known_fakes/")
        assert row["label"] == ("known_fake" if fake else "official")
        assert row["tier"] == ("K" if fake else "A")
        assert row["kind"] == "poster"
        assert row["source"] == "demo"
        assert row["title"]
        assert row["language"] in {"en", "es", "fr", "de"}


def test_library_is_as_large_as_promised():
    official = [row for row in manifest_rows() if row["label"] == "official"]
    titles = [row["title"] for row in official]
    assert len(official) >= 24
    assert len(set(titles)) >= 14
    assert sum(titles.count(title) > 1 for title in set(titles)) >= 5
    assert len(manifest_rows()) - len(official) >= 8
    assert sum(path.stat().st_size for path in LIBRARY.glob("*/*.jpg")) < 6 * MEGABYTE


@pytest.mark.parametrize("row", manifest_rows(), ids=lambda row: row["path"])
def test_every_picture_is_rich_in_detail(row: dict[str, str]):
    path = LIBRARY / row["path"]
    with Image.open(path) as picture:
        assert picture.size == (600, 900)
        assert picture.format == "JPEG"
    assert len(cv2.SIFT_create().detect(grey(path, 640), None)) > 400


def test_no_two_titles_look_alike():
    seen: dict[str, np.ndarray] = {}
    for row in manifest_rows():
        if row["label"] == "official":
            small = grey(LIBRARY / row["path"], 36).astype(float)
            small = (small - small.mean()) / small.std()
            for title, other in seen.items():
                assert title == row["title"] or (small * other).mean() < 0.85, (title, row["title"])
            seen[row["title"]] = small


@pytest.mark.parametrize("name", ["the-salt-lantern-es", "moth-parade"])
def test_a_poster_drawn_again_is_the_same(name: str):
    poster = next(poster for poster in OFFICIAL if poster.name == name)
    with Image.open(LIBRARY / "official" / f"{name}.jpg") as stored:
        assert difference(draw_poster(poster).image, stored.convert("RGB")) < 4


def test_a_fake_drawn_again_is_the_same():
    fake = next(fake for fake in FAKES if fake.name == "kingdom-of-paper-foxes-3")
    with Image.open(LIBRARY / "known_fakes" / f"{fake.name}.jpg") as stored:
        assert difference(fake.draw(), stored.convert("RGB")) < 4


def test_language_version_shares_the_artwork_but_not_the_title():
    with (
        Image.open(LIBRARY / "official/the-salt-lantern.jpg") as one,
        Image.open(LIBRARY / "official/the-salt-lantern-es.jpg") as two,
    ):
        upper, title = (0, 60, 600, 420), (80, 610, 520, 730)
        assert difference(one.crop(upper), two.crop(upper)) < 3
        assert difference(one.crop(title), two.crop(title)) > 12


def test_examples_are_there_and_stranger_is_not_in_the_library():
    page = (PROJECT / "examples/README.md").read_text(encoding="utf-8")
    for example in EXAMPLES:
        with Image.open(PROJECT / "examples" / example.name) as picture:
            picture.load()
        assert f"`{example.name}`" in page
    assert STRANGER.title not in {row["title"] for row in manifest_rows()}


def test_examples_made_again_are_the_same(tmp_path: Path, monkeypatch: pytest.MonkeyPatch):
    few = tuple(example for example in EXAMPLES if example.name in {"sequel-added.jpg", "reshared-copy.jpg"})
    monkeypatch.setattr("reference_images.draw.EXAMPLES", few)
    draw_examples(LIBRARY, tmp_path)
    for example in few:
        with Image.open(tmp_path / example.name) as made, Image.open(PROJECT / "examples" / example.name) as stored:
            assert difference(made, stored) < 4


def test_drawing_writes_files_and_manifest(tmp_path: Path, monkeypatch: pytest.MonkeyPatch):
    monkeypatch.setattr("reference_images.draw.OFFICIAL", OFFICIAL[:1])
    monkeypatch.setattr("reference_images.draw.FAKES", ())
    draw_library(tmp_path)
    rows = (tmp_path / "manifest.csv").read_text(encoding="utf-8").splitlines()
    assert rows[0] == ",".join(COLUMNS)
    assert len(rows) == 2
    assert (tmp_path / "official" / f"{OFFICIAL[0].name}.jpg").is_file()
