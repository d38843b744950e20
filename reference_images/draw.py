"""Draws the demo library and the examples again: `python -m reference_images.draw [--into FOLDER]`."""

import argparse
import csv
from pathlib import Path

from PIL import Image

from reference_images.art.examples import EXAMPLES
from reference_images.art.fakes import FAKES
from reference_images.art.layouts import draw_poster
from reference_images.art.posters import OFFICIAL

COLUMNS = ("path", "label", "title", "kind", "language", "tier", "source", "note")
QUALITY = 88


def main() -> None:
    """Write reference_images/ and examples/ into a folder, by default the project's own."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument(
        "--into", type=Path, default=Path(__file__).resolve().parent.parent, help="folder that gets both"
    )
    into: Path = parser.parse_args().into
    draw_library(into / "reference_images")
    draw_examples(into / "reference_images", into / "examples")


def draw_library(folder: Path) -> None:
    """Draw every reference and write the manifest."""
    rows = []
    for poster in OFFICIAL:
        path = f"official/{poster.name}.jpg"
        _save(draw_poster(poster).image, folder / path, QUALITY)
        rows.append((path, "official", poster.title, "poster", poster.language, "A", "demo", poster.note))
    for fake in FAKES:
        path = f"known_fakes/{fake.name}.jpg"
        _save(fake.draw(), folder / path, QUALITY)
        rows.append((path, "known_fake", fake.title, "poster", "en", "K", "demo", fake.note))
    with (folder / "manifest.csv").open("w", encoding="utf-8", newline="") as file:
        writer = csv.writer(file, lineterminator="\n")
        writer.writerow(COLUMNS)
        writer.writerows(rows)


def draw_examples(library: Path, folder: Path) -> None:
    """Make the examples from a drawn library, and the page that lists them."""
    for example in EXAMPLES:
        _save(example.make(library), folder / example.name, example.quality)
    table = "\n".join(f"| `{e.name}` | {e.done} | {e.answer} |" for e in EXAMPLES)
    folder.joinpath("README.md").write_text(_EXAMPLES_PAGE.format(table=table), encoding="utf-8")


def _save(image: Image.Image, path: Path, quality: int) -> None:
    path.parent.mkdir(parents=True, exist_ok=True)
    image.save(path, "JPEG", quality=quality, optimize=True)


_EXAMPLES_PAGE = """# Pictures to try

Drawn by `python -m reference_images.draw` from the demo library in `reference_images/`; the films do not exist.
Check one with `postercheck check examples/sequel-added.jpg`, or drop it on the web form.

| file | what was done | what the checker should say |
|---|---|---|
{table}
"""

if __name__ == "__main__":
    main()
