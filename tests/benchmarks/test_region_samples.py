"""Places that the region model learns from: labelled by what the attack did, with a view of each."""

from pathlib import Path

import numpy as np
import pytest

from app.compare.regions.place_views import LAYERS, VIEW_SIDE
from app.compare.regions.region_kind import CLASSES, value_names
from app.imaging.encode import encode_jpeg
from benchmarks.attacks.registry import attack_named
from benchmarks.learnt_attacks import attacks_to_learn, is_lettering
from benchmarks.region_samples import (
    VARIANT,
    Samples,
    collect,
    evened,
    keep,
    label_regions,
    lay_attacked,
    load,
    tuning_posters,
    without,
)
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
    return collect(folder, posters=2, seed=4, share=0.03, jobs=1)


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


def made_up(attacks: list[str], kinds: list[int]) -> Samples:
    """Places of which only the attacks and kinds matter."""
    count = len(attacks)
    views = np.zeros((count, 2, VIEW_SIDE, VIEW_SIDE, LAYERS), np.uint8)
    values = np.zeros((count, len(value_names())), np.float32)
    return Samples(values, views, np.array(kinds), np.array(["official/1.jpg"] * count), np.array(attacks))


def test_places_of_a_set_that_has_few_count_for_more_but_not_as_many_times_more():
    samples = made_up(
        ["jpeg"] * 16 + ["second_red_n"] * 4 + ["language_variant"] * 4, [0] * 16 + [1] * 4 + [VARIANT] * 4
    )
    weights = evened(samples, np.ones(24, bool))
    assert weights.mean() == pytest.approx(1)
    assert weights[16] == pytest.approx(2 * weights[0])
    assert weights[0] < weights[20] < weights[16]


def test_a_set_is_left_out_alone():
    samples = made_up(["jpeg", "second_red_n", "third_premiere", "language_variant"], [0, 1, 1, VARIANT])
    assert without(samples, "second").attacks.tolist() == ["jpeg", "third_premiere", "language_variant"]
    assert without(samples, None) is samples
