"""Words that people say over posters are told from words that posters are lettered with."""

import math

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from app.evidence.words.said_likelihood import MARKS, parse_said_model, said_log_odds, said_marks, store_said_model


@pytest.mark.parametrize(
    ("said", "lettered"),
    [
        ("who else cried at the end", "THE END OF THE LINE"),
        ("movie night with the girls", "A NIGHT WITHOUT END"),
        ("this poster is everything", "THIS SUMMER EVERYTHING CHANGES"),
        ("love it so much", "LOVE NEVER DIES"),
    ],
)
def test_said_and_lettered(said: str, lettered: str) -> None:
    assert said_log_odds(said) > 0 > said_log_odds(lettered)


@given(st.text(max_size=60))
def test_capitals_and_accents_make_no_difference_and_nothing_is_out_of_bounds(text: str) -> None:
    marks = said_marks(text)
    assert np.array_equal(marks, said_marks(text.upper())) or not text.isascii()
    assert np.array_equal(said_marks("Qué peliculón"), said_marks("QUE PELICULON"))
    assert ((marks >= 0) & (marks < MARKS)).all()
    assert math.isfinite(said_log_odds(text))


@pytest.mark.parametrize("text", ["", " ", "12", "今夜は映画", "сегодня вечером", "!?"])
def test_of_no_words_and_of_other_scripts_nothing_is_known(text: str) -> None:
    assert said_log_odds(text) == 0.0


def test_a_stored_model_says_the_same() -> None:
    weights = np.random.default_rng(1).normal(0, 2, MARKS)
    model = parse_said_model(store_said_model(weights, -0.5))
    assert model.base == -0.5
    assert np.abs(model.weights - weights).max() <= np.abs(weights).max() / 127
