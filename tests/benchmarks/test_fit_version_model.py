"""What the trees that tell another version learn from, and that they learn it."""

from pathlib import Path

import numpy as np
import pytest

from app.evidence.version_likelihood import VALUE_NAMES, parse_version_model
from app.imaging.encode import encode_jpeg
from benchmarks.fit_version_model import Lies, fit, lie_edited, lie_versions
from benchmarks.harness.posters import Pair, Poster
from tests.benchmarks.drawn_posters import draw_poster

FOLDER = "official"


@pytest.fixture(scope="module")
def folder(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Two posters, and the first of them cut and set anew."""
    made = tmp_path_factory.mktemp("posters")
    (made / FOLDER).mkdir()
    for number in (1, 2):
        (made / FOLDER / f"{number}.jpg").write_bytes(encode_jpeg(draw_poster(number), 92))
    again = draw_poster(1)[30:, 8:].copy()
    again[277:312, 10:200] = (20, 20, 60)
    again[8:30, 40:240] = (230, 230, 230)
    (made / FOLDER / "again.jpg").write_bytes(encode_jpeg(again, 92))
    return made


def test_edits_lie_as_their_original_and_versions_do_not(folder: Path) -> None:
    edits = lie_edited(f"{FOLDER}/1.jpg", folder, (f"{FOLDER}/1.jpg", f"{FOLDER}/2.jpg"), seed=3, share=0.01)
    kept, checked = (Poster(f"{FOLDER}/{name}.jpg", official=True, title="One") for name in ("1", "again"))
    versions = lie_versions(Pair(kept, checked, "same_art_text_or_crop_variant"), folder)
    assert len(edits) > 3
    assert len(versions) == 4
    assert {each.version for each in edits} == {False}
    assert {each.version for each in versions} == {True}
    assert all(len(each.values) == len(VALUE_NAMES) for each in (*edits, *versions))
    aspect = VALUE_NAMES.index("aspect")
    assert np.median([each.values[aspect] for each in edits]) < 1e-6
    assert min(each.values[aspect] for each in versions) > 1e-3


def test_fitted_trees_tell_what_they_were_shown_also_of_titles_that_they_were_not() -> None:
    rng = np.random.default_rng(1)
    seen = []
    for number in range(200):
        version = number % 4 == 0
        values = rng.normal(1.0 if version else 0.0, 0.4, len(VALUE_NAMES))
        seen.append(Lies(f"{version} {number // 4}", version, values.tolist()))
    stored, figures = fit(seen, seed=2)
    trees = parse_version_model(stored)
    scores = trees.scores(np.array([[1.0] * len(VALUE_NAMES), [0.0] * len(VALUE_NAMES)]))[:, 0]
    assert scores[0] > 2
    assert scores[1] < -2
    assert all(share > 0.9 for share in figures.values())
