"""The network that looks at changed places: the one for this version, and the same for many places as for one."""

from pathlib import Path

import numpy as np
import pytest

from app.compare.regions.place_views import LAYERS, VIEW_SIDE
from app.compare.regions.region_kind import CLASSES, tell_kinds, value_names
from app.compare.regions.region_look import NETWORK_PATH, load_network, look_scores
from app.errors import PostercheckError
from app.model.comparison import Pictogram
from tests.support.values import make_shape

RANDOM = np.random.default_rng(3)
VIEWS = RANDOM.integers(0, 256, (5, 2, VIEW_SIDE, VIEW_SIDE, LAYERS), dtype=np.uint8)
VALUES = RANDOM.uniform(0, 1, (5, len(value_names()))).astype(np.float32)


def test_was_fitted_for_the_measurements_of_this_version():
    assert load_network(NETWORK_PATH).values == value_names()


def test_says_where_it_comes_from():
    assert {"date", "posters", "seed", "claim_accuracy", "claim_brier"} <= set(load_network(NETWORK_PATH).about)


def test_gives_log_likelihoods():
    scores = look_scores(VIEWS, VALUES)
    assert scores.shape == (5, len(CLASSES))
    assert np.exp(scores).sum(axis=1) == pytest.approx(1.0)


def test_many_places_at_once_as_one_by_one():
    alone = [look_scores(VIEWS[i : i + 1], VALUES[i : i + 1])[0] for i in range(len(VIEWS))]
    assert look_scores(VIEWS, VALUES) == pytest.approx(np.array(alone), abs=1e-4)


def test_look_and_shape_make_one_likelihood():
    shapes = [make_shape(share=0.03), make_shape(share=0.001)]
    unknown = [None, None]
    for chances in (*tell_kinds(shapes, VIEWS[:2], unknown), *tell_kinds(shapes, None, unknown)):
        assert chances.overlay + chances.text + chances.picture + chances.variant == pytest.approx(1.0)
    assert tell_kinds([], VIEWS[:0], []) == []


def test_what_shows_a_pictogram_is_laid_over():
    shapes = [make_shape(share=0.03)]
    (plain,), (heart,) = (tell_kinds(shapes, VIEWS[:1], [sign]) for sign in (None, Pictogram.HEART))
    assert heart.overlay > plain.overlay
    assert heart.overlay + heart.text + heart.picture + heart.variant == pytest.approx(1.0)


def test_a_damaged_file_is_refused(tmp_path: Path):
    (tmp_path / "network.onnx").write_bytes(NETWORK_PATH.read_bytes()[:2000])
    with pytest.raises(PostercheckError, match=r"network\.onnx cannot be read"):
        load_network(tmp_path / "network.onnx")
