"""The two models of rapidocr, each asked on its own: where lettering is, and what one piece of it says.

rapidocr's own pipeline is not used: it scales every picture up to 736 pixels on its shorter side (a strip would cost
twenty times what it needs), pads each piece to a width that suits a sentence, and turns tall letters on their side.
"""

import logging
import unicodedata
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import numpy as np
from numpy.typing import NDArray

from app.errors import ReaderMissing
from app.model.poster_image import Pixels
from app.text.detector_model import open_detector

# The detector works on whole cells of so many pixels; rapidocr would squeeze anything else into them.
CELL = 32
# Height in pixels at which the recogniser reads, and the least width it is given: one letter needs no more.
_READING_HEIGHT, _LEAST_WIDTH = 48, 64
# A piece longer than this, in its own heights, is squeezed: no line of a poster is longer, and memory grows with it.
_LONGEST = 40.0
_SIGNS = str.maketrans("", "", "™®©℠")

Quads = NDArray[np.float32]


@dataclass(frozen=True, slots=True)
class Sign:
    """One sign of a row. middle: where it stands, as a share of the row's width. score: how surely it is read, 0..1."""

    text: str
    middle: float
    score: float


class OcrEngine:
    """Finds and reads lettering, offline, on one thread. Not thread-safe: rapidocr keeps its switches in itself."""

    def __init__(self) -> None:
        """Load both models: a second, and 0.2 GB. ReaderMissing when rapidocr comes without them."""
        import rapidocr
        from omegaconf import flag_override

        models = Path(rapidocr.__file__).parent / "models"
        parameters = {
            "Global.log_level": "critical",
            "Global.use_preprocess_img": False,
            "Global.use_vertical_padding": False,
            "EngineConfig.onnxruntime.intra_op_num_threads": 1,
            "EngineConfig.onnxruntime.inter_op_num_threads": 1,
            "Det.limit_type": "max",
            "Det.limit_side_len": 100_000,
            "Rec.model_path": str(_only(models, "*_rec_*.onnx")),
            "Rec.rec_img_shape": [3, _READING_HEIGHT, _LEAST_WIDTH],
        }
        detector = open_detector(_only(models, "*_det_*.onnx"))
        self._engine: Any = rapidocr.RapidOCR(params=parameters)
        # rapidocr takes a session among its parameters, which are of a kind that holds numbers and texts alone.
        with flag_override(self._engine.cfg, "allow_objects", True):
            self._engine.cfg.Det.session = detector
        # Importing rapidocr hangs a handler on standard error, which belongs to the command line.
        logging.getLogger("RapidOCR").handlers.clear()

    def detect(self, pixels: Pixels) -> Quads:
        """Where lettering is: (n, 4, 2) corners x, y, clockwise from the top left as it reads; n may be 0.

        pixels: (h, w, 3) uint8 RGB, taken at the size given.
        """
        import cv2

        height, width = pixels.shape[:2]
        below, right = -height % CELL, -width % CELL
        padded = cv2.copyMakeBorder(_bgr(pixels), 0, below, 0, right, cv2.BORDER_REPLICATE)
        found = self._engine(padded, use_det=True, use_cls=False, use_rec=False)
        if found.boxes is None or len(found.boxes) == 0:
            return np.zeros((0, 4, 2), np.float32)
        return np.clip(np.asarray(found.boxes, np.float32), 0, (width, height)).astype(np.float32)

    def recognise(self, pixels: Pixels) -> tuple[str, float]:
        """What one line of lettering says, NFKC with single spaces, and how sure that is, 0..1.

        pixels: (h, w, 3) uint8 RGB, cut to the line. Empty and 0 when nothing is read.
        """
        import cv2

        height, width = pixels.shape[:2]
        if width > _LONGEST * height:
            size = (round(_LONGEST * _READING_HEIGHT), _READING_HEIGHT)
            pixels = np.asarray(cv2.resize(pixels, size, interpolation=cv2.INTER_AREA), np.uint8)
        # Every switch is named at every call: the engine keeps what it was told last.
        read = self._engine(_bgr(pixels), use_det=False, use_cls=False, use_rec=True, return_word_box=False)
        if not read.txts:
            return "", 0.0
        text = " ".join(unicodedata.normalize("NFKC", read.txts[0].translate(_SIGNS)).split())
        return text, float(read.scores[0]) if text else 0.0

    def spot(self, pixels: Pixels) -> tuple[Sign, ...]:
        """The signs that one row of a picture seems to hold, left to right, also where there is no lettering.

        pixels: (h, w, 3) uint8 RGB, not much longer than a line of a poster.
        """
        read = self._engine(_bgr(pixels), use_det=False, use_cls=False, use_rec=True, return_word_box=True)
        if not read.txts or not read.word_results or read.word_results[0] is None:
            return ()
        found = read.word_results[0]
        columns = [column for word in found.word_cols for column in word]
        signs = [(sign, sure) for sign, sure in zip(read.txts[0], found.confs, strict=False) if not sign.isspace()]
        return tuple(
            Sign(unicodedata.normalize("NFKC", sign), (column + 0.5) / found.line_txt_len, sure)
            for (sign, sure), column in zip(signs, columns, strict=False)
        )


def _bgr(pixels: Pixels) -> Pixels:
    return np.ascontiguousarray(pixels[:, :, ::-1])


def _only(folder: Path, pattern: str) -> Path:
    """A model by its file: given none, rapidocr would fetch one from the network."""
    found = sorted(folder.glob(pattern))
    if not found:
        raise ReaderMissing(f"rapidocr is installed without its model {pattern}; install the wheel from PyPI again")
    return found[0]
