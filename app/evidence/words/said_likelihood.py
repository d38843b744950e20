"""How likely words are said over a poster by somebody who passes it on, and not part of a poster's lettering.

A linear model over the words, pairs of words and pieces of words, hashed into so many marks (the "hashing trick" of
Weinberger et al., "Feature hashing for large scale multitask learning", ICML 2009). Capitals and accents make no
difference to it. Fitted by benchmarks/fit_said_words.py; the weights stand in said_model.json beside this module, with
date, data and figures.
"""

import base64
import json
import re
import zlib
from collections.abc import Mapping
from dataclasses import dataclass
from functools import cache
from itertools import pairwise
from pathlib import Path
from typing import Any

import numpy as np
from numpy.typing import NDArray

from app.text.folding import fold

MODEL_PATH = Path(__file__).with_name("said_model.json")
MARKS = 16_384
# Pieces of a word have so many letters; with its beginning and end among them.
_PIECES = (2, 3, 4, 5)
# More words than this tell no more by how many they are.
_MANY = 12
# In other scripts than the Latin one nothing is known.
_LEAST_LATIN = 0.6
_WORD = re.compile(r"[A-Z0-9]+(?:'[A-Z]+)*|[?!.]+|[^\sA-Z0-9]")


@dataclass(frozen=True, slots=True, eq=False)
class SaidModel:
    """weights: (MARKS,) log-odds. base: log-odds of words without any mark."""

    weights: NDArray[np.float64]
    base: float

    def log_odds(self, text: str) -> float:
        """See said_log_odds."""
        marks = said_marks(text)
        return self.base + float(self.weights[marks].sum()) / len(marks) ** 0.5 if len(marks) else 0.0


def said_log_odds(text: str) -> float:
    """Log-odds that words are said and not lettered, either being as frequent; 0 where nothing is known of them."""
    letters = [letter for letter in fold(text) if letter.isalpha()]
    if sum(map(str.isascii, letters)) <= _LEAST_LATIN * len(letters):
        return 0.0
    return _model().log_odds(text)


def said_marks(text: str) -> NDArray[np.int64]:
    """What the model sees of a text: (n,) sorted indices below MARKS; none of an empty one."""
    words = _WORD.findall(fold(text))
    if not words:
        return np.zeros(0, np.int64)
    seen = {*words, f"#{min(_MANY, len(words))}", *(f"{one} {other}" for one, other in pairwise(["^", *words, "$"]))}
    for word in words:
        whole = f"<{word}>"
        seen |= {f"_{whole[i : i + long]}" for long in _PIECES for i in range(len(whole) - long + 1)}
    return np.unique([zlib.crc32(mark.encode()) % MARKS for mark in seen])


def parse_said_model(stored: Mapping[str, Any]) -> SaidModel:
    """What `store_said_model` stored."""
    weights = np.frombuffer(base64.b64decode(stored["weights"]), np.int8)
    return SaidModel(weights.astype(np.float64) * float(stored["step"]), float(stored["base"]))


def store_said_model(weights: NDArray[np.float64], base: float) -> dict[str, object]:
    """The model in few letters: weights in 255 steps."""
    step = float(np.abs(weights).max()) / 127
    steps = np.round(weights / step).astype(np.int8)
    return {"base": round(base, 4), "step": step, "weights": base64.b64encode(steps.tobytes()).decode()}


@cache
def _model() -> SaidModel:
    return parse_said_model(json.loads(MODEL_PATH.read_text(encoding="utf-8")))
