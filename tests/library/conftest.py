"""Pictures for the library's tests: drawn here, rich in detail, the same on every run."""

import csv
import subprocess
import sys
from collections.abc import Callable, Iterator
from pathlib import Path

import numpy as np
import pytest
from PIL import Image, ImageDraw

from app.library.library import Library

Row = dict[str, str]


def draw_picture(seed: int, size: tuple[int, int] = (200, 300)) -> Image.Image:
    """A ground of soft colour, forty shapes on it: enough corners for a few hundred key points."""
    random = np.random.default_rng(seed)
    ground = random.integers(0, 256, (6, 4, 3), dtype=np.uint8)
    picture = Image.fromarray(ground).resize(size, Image.Resampling.BICUBIC)
    pen = ImageDraw.Draw(picture)
    for _ in range(40):
        x, y = (int(random.integers(0, side)) for side in size)
        width, height = (int(value) for value in random.integers(8, 60, 2))
        colour = tuple(int(value) for value in random.integers(0, 256, 3))
        shape = pen.rectangle if random.random() < 0.5 else pen.ellipse
        shape((x, y, x + width, y + height), fill=colour)
    return picture


@pytest.fixture
def draw(tmp_path: Path) -> Callable[..., Path]:
    """Draws picture `seed` into a file (named after it unless told) below the test's folder."""

    def draw_file(seed: int, name: str | None = None, size: tuple[int, int] = (200, 300)) -> Path:
        path = tmp_path / (name or f"art/{seed:04}.jpg")
        path.parent.mkdir(parents=True, exist_ok=True)
        draw_picture(seed, size).save(path)
        return path

    return draw_file


@pytest.fixture
def write_manifest(tmp_path: Path) -> Callable[[list[Row]], Path]:
    """Writes rows as a manifest beside the drawn pictures; the columns are those of the first row."""

    def write(rows: list[Row], name: str = "manifest.csv") -> Path:
        path = tmp_path / name
        with path.open("w", newline="", encoding="utf-8") as file:
            writer = csv.DictWriter(file, fieldnames=list(rows[0]))
            writer.writeheader()
            writer.writerows(rows)
        return path

    return write


@pytest.fixture
def make_manifest(draw: Callable[..., Path], write_manifest: Callable[..., Path]) -> Callable[[range], Path]:
    """Draws a picture for each seed and writes their manifest; every fourth is a known fake."""

    def make(seeds: range, name: str = "manifest.csv", size: tuple[int, int] = (200, 300)) -> Path:
        rows = [
            {
                "path": f"art/{seed:04}.jpg",
                "label": "known_fake" if seed % 4 == 3 else "official",
                "title": f"Title {seed}",
            }
            for seed in seeds
        ]
        for seed in seeds:
            draw(seed, size=size)
        return write_manifest(rows, name)

    return make


@pytest.fixture
def home(tmp_path: Path) -> Path:
    return tmp_path / "home"


@pytest.fixture
def library(home: Path) -> Iterator[Library]:
    with Library.open(home) as opened:
        yield opened


@pytest.fixture
def start_python() -> Iterator[Callable[..., "subprocess.Popen[str]"]]:
    """Starts a script in a process of its own, with arguments; none is left running."""
    started: list[subprocess.Popen[str]] = []

    def start(script: str, *arguments: object) -> "subprocess.Popen[str]":
        command = [sys.executable, "-c", script, *map(str, arguments)]
        process = subprocess.Popen(command, stdout=subprocess.PIPE, stderr=subprocess.PIPE, text=True)
        started.append(process)
        return process

    yield start
    for process in started:
        process.kill()
        process.communicate()
