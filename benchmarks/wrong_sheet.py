"""The pictures that went wrong, on one sheet: python -m benchmarks.wrong_sheet FOLDER RESULTS.json OUT.png.

Reported regions are red, true ones green. The folder must be the one that the results were made with.
"""

import argparse
import json
from pathlib import Path
from typing import Any

import cv2
from PIL import Image, ImageDraw

from benchmarks.attacks.encode import decode
from benchmarks.attacks.lettering import font
from benchmarks.harness.make_picture import make_picture
from benchmarks.harness.plan import PlanOptions, borrowable
from benchmarks.harness.posters import read_pairs, read_posters, share_roles
from benchmarks.harness.results import task_of

CELL_WIDTH, CELL_HEIGHT, LABEL = 330, 560, 46
RED, GREEN = (255, 0, 0), (0, 255, 0)


def went_wrong(record: dict[str, Any]) -> bool:
    """A wrong verdict, a wrong reference, or a sure answer where none can be."""
    return record["right_verdict"] is False or record["surely_wrong"] or not record["right_reference"]


def draw_cell(record: dict[str, Any], data: bytes) -> Image.Image:
    """One picture with its regions, and what was said about it."""
    pixels = decode(data).copy()
    thick = max(1, pixels.shape[1] // 200)
    for colour, boxes in ((RED, [region["box"] for region in record["regions"]]), (GREEN, record["true_boxes"])):
        for x, y, width, height in boxes:
            cv2.rectangle(pixels, (x, y), (x + width, y + height), colour, thick)
    picture = Image.fromarray(pixels)
    picture.thumbnail((CELL_WIDTH - 4, CELL_HEIGHT - LABEL))
    cell = Image.new("RGB", (CELL_WIDTH, CELL_HEIGHT), "#404048")
    cell.paste(picture, (0, LABEL))
    match = record["match"] or {"name": "nothing", "inliers": 0}
    sure = "surely " if record["conclusive"] else ""
    lines = (
        f"{record['slice']} of {record['poster']}",
        f"{sure}{record['verdict']} {record['probability_official']:.2f} {record['relation']}",
        f"{match['name']}, {match['inliers']} inliers; {record['note']}",
    )
    ImageDraw.Draw(cell).text((2, 1), "\n".join(lines), fill="white", font=font(None, 11))
    return cell


def main() -> None:
    """Reads the results, makes the pictures again, writes the sheet."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("folder", type=Path)
    parser.add_argument("results", type=Path)
    parser.add_argument("output", type=Path)
    parser.add_argument("--slices", nargs="+", default=[], help="only these slices or groups")
    parser.add_argument("--all", action="store_true", help="the right ones too")
    parser.add_argument("--limit", type=int, default=24)
    options = parser.parse_args()
    results = json.loads(options.results.read_text(encoding="utf-8"))
    run, wanted = results["run"], set(options.slices)
    chosen = [
        record
        for record in results["pictures"]
        if not record["error"]
        and (options.all or went_wrong(record))
        and (not wanted or wanted & {record["slice"], record["group"]})
    ][: options.limit]
    roles = share_roles(read_posters(options.folder), read_pairs(options.folder))
    others = borrowable(roles, PlanOptions(seed=run["seed"], split=run["split"]))
    columns = 6
    sheet = Image.new("RGB", (columns * CELL_WIDTH, max(1, -(-len(chosen) // columns)) * CELL_HEIGHT))
    for number, record in enumerate(chosen):
        made = make_picture(task_of(record), options.folder, others, run["seed"])
        place = (number % columns * CELL_WIDTH, number // columns * CELL_HEIGHT)
        sheet.paste(draw_cell(record, made.data), place)
    sheet.save(options.output)
    print(f"{len(chosen)} pictures on {options.output}")


if __name__ == "__main__":
    main()
