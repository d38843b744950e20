"""What is drawn from the machine's typefaces fits its board, and is left to others where there are none."""

import numpy as np
import pytest

from benchmarks.attacks.varied import typefaces
from benchmarks.attacks.varied.icons import any_sticker
from benchmarks.attacks.varied.signs import SIGNS, sign


@pytest.mark.parametrize("seed", range(12))
@pytest.mark.parametrize("side", [9, 40])
def test_an_emoji_or_an_icon_fills_its_board(seed: int, side: int) -> None:
    pieces = (
        typefaces.emoji(side, np.random.default_rng(seed)),
        typefaces.icon_glyph(side, (229, 9, 20), np.random.default_rng(seed)),
    )
    for piece in pieces:
        if piece is not None:
            assert piece.size == (side, side)
            assert 0.03 < piece.cover.mean() <= 1


def test_without_typefaces_stickers_and_signs_are_drawn_by_hand(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(typefaces, "_EMOJI_FONT", "no-such-face.ttf")
    monkeypatch.setattr(typefaces, "_ICONS", (("no-such-face.ttf", 0xF000, 0xF2E0),))
    assert typefaces.emoji(30, np.random.default_rng(0)) is None
    assert typefaces.icon_glyph(30, (255, 255, 255), np.random.default_rng(0)) is None
    for seed in range(8):
        assert any_sticker(30, np.random.default_rng(seed)).cover.max() > 0.5
        assert sign(30, np.random.default_rng(seed), tuple(SIGNS)[seed]).cover.max() > 0.5
