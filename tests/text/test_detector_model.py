"""Opening the detector without its subnormal weights changes nothing of what it finds."""

from pathlib import Path

import numpy as np
import onnx
import onnxruntime
import pytest
import rapidocr

from app.text.detector_model import open_detector
from tests.text.drawing import draw_words


@pytest.fixture(scope="module")
def detector_file() -> Path:
    return next((Path(rapidocr.__file__).parent / "models").glob("*_det_*.onnx"))


def test_every_value_of_the_map_is_the_file_s_own(detector_file: Path) -> None:
    drawn = draw_words([("PURPLE", 40, 60, 80), ("hearts", 60, 160, 48)], (480, 256))
    given = np.ascontiguousarray(drawn.transpose(2, 0, 1)[None]).astype(np.float32) / 127.5 - 1
    own = onnxruntime.InferenceSession(str(detector_file), providers=["CPUExecutionProvider"])
    (expected,) = own.run(None, {own.get_inputs()[0].name: given})
    opened = open_detector(detector_file)
    (found,) = opened.run(None, {opened.get_inputs()[0].name: given})
    assert (expected > 0.5).any()
    np.testing.assert_array_equal(found, expected)


def test_the_file_has_subnormal_weights(detector_file: Path) -> None:
    """Else opening it in this way is no longer worth its while."""
    weights = [onnx.numpy_helper.to_array(one) for one in onnx.load(detector_file).graph.initializer]
    numbers = np.concatenate([one.ravel() for one in weights if one.dtype == np.float32])
    assert ((np.abs(numbers) < np.finfo(np.float32).tiny) & (numbers != 0)).sum() > 100_000
