"""Real pictures from public collections, where there are any: generators' own files and C2PA's test files."""

import csv
from pathlib import Path

import pytest

from app.origin.read_origin import read_origin
from benchmarks.mutated_files import FORMATS

SAMPLES = Path(__file__).resolve().parents[2].parent / "shared" / "provenance"
pytestmark = pytest.mark.skipif(not (SAMPLES / "manifest.csv").is_file(), reason="no folder of real pictures")

# The folder of the original file names the program; C2PA's test files tell in their names what is wrong with them.
GENERATORS = {
    "AUTOMATIC1111": "Stable Diffusion",
    "ComfyUI": "ComfyUI",
    "InvokeAI": "InvokeAI",
    "Fooocus": "Fooocus",
    "NovelAI": "NovelAI",
}
BROKEN = ("adobe-20220124-E-", "adobe-20220124-XCA")


def samples() -> list[dict[str, str]]:
    if not (SAMPLES / "manifest.csv").is_file():
        return []
    with (SAMPLES / "manifest.csv").open(encoding="utf-8", newline="") as lines:
        return list(csv.DictReader(lines))


def codes_of(row: dict[str, str]) -> dict[str, dict[str, str]]:
    path = SAMPLES / row["file"]
    origin = read_origin(path.read_bytes(), file_format=FORMATS[path.suffix])
    return {finding.code: finding.facts for finding in reversed(origin.findings)}


@pytest.mark.parametrize("row", samples(), ids=lambda row: row["original_path"])
def test_each_sample_comes_out_as_its_manifest_says(row: dict[str, str]) -> None:
    found = codes_of(row)
    credentials = {code for code in found if code.startswith("credentials_")}
    if row["kind"] != "c2pa_sample_not_poster":
        (expected,) = (
            tool for folder, tool in GENERATORS.items() if folder in f"{row['source']}/{row['original_path']}"
        )
        assert found["made_by_generator"]["tool"].startswith(expected)
        assert not credentials
    elif "c2pa" in row["metadata_found"]:
        broken = any(name in row["original_path"] for name in BROKEN)
        assert credentials == {"credentials_altered" if broken else "credentials_valid_untrusted"}
        assert "made_by_generator" not in found
    else:
        assert row["metadata_found"] == "xmp"
        assert list(found) == ["edited_with"]
