"""Places that the region model learns from: labelled by what the attack did, with a view of each."""

from pathlib import Path

import numpy as np
import pytest

from app.compare.place_views import LAYERS, VIEW_SIDE
from app.compare.region_kind import CLASSES, value_names
from app.imaging.encode import encode_jpeg
from benchmarks.attacks.registry import attack_named
from benchmarks.learnt_attacks import attacks_to_learn, is_lettering
from benchmarks.region_samples import Samples, collect, keep, label_regions, lay_attacked, load, tuning_posters
from tests.benchmarks.drawn_posters import draw_poster

POSTERS = 30


@pytest.fixture(scope="module")
def folder(tmp_path_factory: pytest.TempPathFactory) -> Path:
    made = tmp_path_factory.mktemp("posters")
    (made / "official").mkdir()
    for number in range(POSTERS):
        (made / "official" / f"{number:03}.jpg").write_bytes(encode_jpeg(draw_poster(number), 92))
    return made


@pytest.fixture(scope="module")
def samples(folder: Path) -> Samples:
    return collect(folder, posters=2, seed=4, share=0.06, jobs=1)


def test_every_place_has_measurements_views_and_a_kind(samples: Samples):
    count = len(samples.kinds)
    assert count > 10
    assert samples.values.shape == (count, len(value_names()))
    assert samples.views.shape == (count, 2, VIEW_SIDE, VIEW_SIDE, LAYERS)
    assert set(samples.kinds.tolist()) <= set(range(len(CLASSES)))
    assert len(set(samples.posters.tolist())) == 2


def test_a_place_is_of_the_kind_that_its_attack_makes(samples: Samples):
    attacks = {attack.name: attack for attack, _ in attacks_to_learn()}
    for kind, name in zip(samples.kinds.tolist(), samples.attacks.tolist(), strict=True):
        attack = attacks[name]
        expected = 0 if attack.expected.value == "official" else 1 if is_lettering(attack) else 2
        assert kind == expected


def test_stored_and_loaded_they_are_the_same(samples: Samples, tmp_path: Path):
    keep(samples, tmp_path / "places.npz")
    again = load(tmp_path / "places.npz")
    for name in ("values", "views", "kinds", "posters", "attacks"):
        assert np.array_equal(getattr(again, name), getattr(samples, name))


def test_a_number_that_is_found_is_lettering_and_a_sticker_an_overlay(folder: Path):
    names, chosen = tuning_posters(folder, 1)
    attacks = [(attack_named("number"), 0), (attack_named("sticker"), 0)]
    number, sticker = lay_attacked(chosen[0], folder, names, 1, attacks)
    assert {CLASSES[kind] for _, kind in label_regions(number)} == {"text"}
    assert {CLASSES[kind] for _, kind in label_regions(sticker)} == {"overlay"}
