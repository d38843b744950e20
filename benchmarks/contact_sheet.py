"""One example of each attack on one sheet, to look at: python -m benchmarks.contact_sheet FOLDER OUT.png."""

import argparse
from pathlib import Path

import cv2
from PIL import Image, ImageDraw

from benchmarks.attacks.encode import save_and_open
from benchmarks.attacks.lettering import font
from benchmarks.attacks.pool import PosterPool, random_for, read_picture
from benchmarks.attacks.registry import ATTACKS
from benchmarks.attacks.values import Attack

CELL_WIDTH, CELL_HEIGHT, LABEL = 230, 330, 16


def draw_cell(attack: Attack, pool: PosterPool, name: str, seed: int) -> Image.Image:
    """One attacked poster with its true boxes and the attack's name."""
    rng = random_for(seed, name, attack.name)
    attacked = attack.function(read_picture(pool.folder / name), rng, PosterPool(pool.folder, pool.names, name))
    pixels = save_and_open(attacked.pixels, attacked.saved_as).copy()
    for box in attacked.boxes_of_change:
        far = (box.x + box.width - 1, box.y + box.height - 1)
        cv2.rectangle(pixels, (box.x, box.y), far, (0, 255, 0), max(1, pixels.shape[1] // 220))
    picture = Image.fromarray(pixels)
    picture.thumbnail((CELL_WIDTH, CELL_HEIGHT - LABEL))
    cell = Image.new("RGB", (CELL_WIDTH, CELL_HEIGHT), "#404048")
    cell.paste(picture, (0, LABEL))
    ImageDraw.Draw(cell).text((3, 1), attack.name, fill="white", font=font(None, 12))
    return cell


def main() -> None:
    """Reads the arguments, draws, writes."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("folder", type=Path)
    parser.add_argument("output", type=Path)
    parser.add_argument("--seed", type=int, default=0)
    parser.add_argument("--columns", type=int, default=10)
    parser.add_argument("--only", default="", help="attacks whose name contains this")
    parser.add_argument("--each", type=int, default=1, help="examples of each attack")
    options = parser.parse_args()
    suffixes = {".jpg", ".jpeg", ".png", ".webp"}
    names = sorted(
        str(path.relative_to(options.folder)) for path in options.folder.rglob("*") if path.suffix.lower() in suffixes
    )
    pool = PosterPool(options.folder, names)
    chosen = [attack for attack in ATTACKS if options.only in attack.name for _ in range(options.each)]
    rows = -(-len(chosen) // options.columns)
    sheet = Image.new("RGB", (options.columns * CELL_WIDTH, rows * CELL_HEIGHT))
    pick = random_for(options.seed, "sheet", "posters")
    for number, attack in enumerate(chosen):
        name = names[int(pick.integers(len(names)))]
        cell = draw_cell(attack, pool, name, options.seed)
        sheet.paste(cell, (number % options.columns * CELL_WIDTH, number // options.columns * CELL_HEIGHT))
    sheet.save(options.output)


if __name__ == "__main__":
    main()
