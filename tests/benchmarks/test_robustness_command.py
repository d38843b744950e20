"""The whole benchmark over a few drawn posters, as it is called."""

import json
import subprocess
import sys

import cv2

from tests.benchmarks.drawn_posters import draw_poster


def run(*arguments):
    command = [sys.executable, "-m", "benchmarks.robustness", *map(str, arguments)]
    return subprocess.run(command, capture_output=True, text=True, timeout=300, check=False)


def test_measures_a_folder(tmp_path):
    folder = tmp_path / "posters"
    folder.mkdir()
    rows = ["path,label,title"]
    for number in range(14):
        cv2.imwrite(str(folder / f"{number}.jpg"), draw_poster(number))
        rows.append(f"{number}.jpg,{'known_fake' if number > 11 else 'official'},Film {number}")
    (folder / "manifest.csv").write_text("\n".join(rows))
    output, markdown, pictures = tmp_path / "r.json", tmp_path / "r.md", tmp_path / "pictures"
    done = run(
        folder, "--posters", 4, "--home", tmp_path / "home", "--jobs", 1, "--output", output, "--markdown", markdown,
        "--pictures", pictures, "--peers", sys.executable, "--peer-pictures", 1,
        "--slices", "as_is", "jpeg", "title_replaced", "strangers",
    )  # fmt: skip
    assert done.returncode == 0, done.stderr
    results = json.loads(output.read_text())
    by_slice = {row["name"]: row for row in results["summary"]["slices"]}
    assert {name: row["count"] for name, row in by_slice.items()} == {
        "as_is": 4, "jpeg": 4, "title_replaced": 4, "strangers": 2,
    }  # fmt: skip
    assert by_slice["as_is"]["right_reference"] == 1.0
    assert by_slice["as_is"]["right_verdict"] == 1.0
    assert by_slice["jpeg"]["right_reference"] == 1.0
    assert all(record["check_ms"] > 0 and record["baseline_ms"] > 0 for record in results["pictures"])
    assert len(list(pictures.glob("*/*.img"))) == 14
    assert markdown.read_text() in done.stdout + "\n"
    assert (tmp_path / "r.svg").read_text().startswith("<svg")
    assert "(r.svg)" in markdown.read_text()
    peers = results["run"]["peers"]
    asked = {tool["name"] for tool in peers["tools"] if tool["missing"] is None}
    assert {"pHash", "crop-resistant"} <= asked
    assert len([answer for answer in peers["answers"] if answer["tool"] == "pHash"]) == 4
    assert "### Ahead of every peer?" in done.stdout
    assert results["run"]["weighing"]["weights"]


def test_an_unknown_slice_is_named(tmp_path):
    done = run(tmp_path, "--slices", "jpg")
    assert done.returncode == 2
    assert "no slice is called jpg" in done.stderr


def test_an_interpreter_that_is_not_there_is_named(tmp_path):
    done = run(tmp_path, "--peers", tmp_path / "python")
    assert done.returncode == 2
    assert "is no interpreter" in done.stderr
