"""Fitting the weights: on sums whose truth is known, with posters kept apart, from the file that a run writes."""

import json
import subprocess
import sys
from dataclasses import replace

import numpy as np
import pytest

from benchmarks.harness.results import write_results
from benchmarks.harness.summary import summarise
from benchmarks.harness.values import Truth
from benchmarks.harness.weighing import (
    Sample,
    Weighing,
    chance,
    log_odds,
    present_weighing,
    read_samples,
    read_weighing,
    share_made_again,
)
from benchmarks.harness.weight_fit import (
    HELD,
    FitOptions,
    best_pull,
    cross_validated,
    fit,
    fitted_codes,
    quality,
    sample_weights,
    split_posters,
)
from tests.benchmarks.outcomes import make_finding, make_outcome

WEIGHING = Weighing(0.0, 6.9, 2.0, ("no_match",), {"whole": 5.0, "changed": 5.0, "rare": 1.0, "not_in_library": 0.7})
CODES = ("whole", "changed")


def make_samples(whole=1.5, changed=2.5, count=3000):
    """Pictures whose truth really follows from weights of this size."""
    rng = np.random.default_rng(1)
    samples = []
    for number in range(count):
        strength = float(rng.choice([0.0, 0.0, 0.4, 1.0]))
        values = {"whole": float(rng.uniform(0.3, 1)), **({"changed": -strength} if strength else {})}
        total = whole * values["whole"] - changed * strength
        official = bool(rng.random() < chance(total))
        samples.append(Sample(f"{number % 60}.jpg", "s", "g", official, "same_artwork", 0.5, values))
    return samples


def test_finds_the_weights_that_made_the_truth():
    fitted = fit(make_samples(), WEIGHING, CODES, 0.0)
    assert fitted.weights["whole"] == pytest.approx(1.5, abs=0.35)
    assert fitted.weights["changed"] == pytest.approx(2.5, abs=0.5)
    assert fitted.weights["rare"] == 1.0


def test_a_strong_pull_keeps_what_was_there():
    fitted = fit(make_samples(), WEIGHING, CODES, 100.0)
    assert fitted.weights["whole"] == pytest.approx(5.0, abs=0.05)


def test_no_weight_turns_against_its_direction():
    fitted = fit([replace(s, official=not s.official) for s in make_samples()], WEIGHING, CODES, 0.0)
    assert fitted.weights["changed"] == 0.0
    assert all(weight >= 0 for weight in fitted.weights.values())


def test_kinds_and_truths_count_the_same():
    samples = [
        *(Sample("a", "many", "g", True, "", 0.5, {}) for _ in range(9)),
        Sample("a", "few", "g", True, "", 0.5, {}),
        Sample("a", "edits", "g", False, "", 0.5, {}),
    ]
    shares = sample_weights(samples)
    assert shares.sum() == pytest.approx(1)
    assert shares[:9].sum() == pytest.approx(0.25)
    assert shares[9:].tolist() == pytest.approx([0.25, 0.5])


def test_rare_codes_and_what_no_benchmark_knows_are_left_alone():
    samples = [*make_samples(count=200), Sample("x", "s", "g", False, "", 0.5, {"rare": 1.0})]
    samples += [Sample("x", "s", "g", False, "", 0.5, {"not_in_library": -1.0})] * 50
    assert "not_in_library" in HELD
    assert fitted_codes(samples, WEIGHING, FitOptions(least=30)) == CODES


def test_a_poster_is_never_on_both_sides():
    folds = split_posters(make_samples(count=300), FitOptions(folds=5))
    assert len(folds) == 5
    for kept, held_out in folds:
        assert held_out
        assert not {s.poster for s in kept} & {s.poster for s in held_out}
    assert sum(len(held_out) for _, held_out in folds) == 300


def test_held_out_posters_say_which_pull_is_best():
    samples = make_samples(count=400)
    pull, losses = best_pull(samples, WEIGHING, CODES, FitOptions())
    assert losses[pull] == min(losses.values())
    pairs, _ = cross_validated(samples, WEIGHING, CODES, pull, FitOptions())
    before = quality([(sample, log_odds(sample, WEIGHING)) for sample in samples], WEIGHING)
    assert quality(pairs, WEIGHING).log_loss < before.log_loss


def test_sure_errors_are_counted_only_where_an_answer_may_be_sure():
    wrong = Sample("a", "s", "g", False, "same_artwork", 0.5, {"whole": 1.0})
    found = quality([(wrong, 5.0), (replace(wrong, relation="no_match"), 5.0)], WEIGHING)
    assert (found.right, found.conclusive, found.surely_wrong) == (0.0, 0.5, 0.5)
    assert found.brier == pytest.approx(chance(5.0) ** 2)


def make_results(path, posters, truthful=True):
    present = present_weighing()
    outcomes = []
    for number, poster in enumerate(posters):
        for edited in (False, True):
            findings = [make_finding("official_artwork", 0.9)]
            if edited:
                findings = [
                    make_finding("text_changed", 0.4, "likely_fan_made"),
                    make_finding("overlay_on_top", 0.0, "neither"),
                ]
            total = sum(f.weight * (1 if f.supports == "likely_official" else -1) for f in findings)
            said = round(chance(total), 4) if truthful else 0.5
            names = {"slice": "number", "group": "edit"} if edited else {}
            if number % 7 == 3:
                names = {"slice": f"unseen_{edited}", "group": "unseen_edit" if edited else "unseen_benign"}
            truth = Truth.FAN_MADE if edited else Truth.OFFICIAL
            outcomes.append(make_outcome(truth, said, poster=poster, findings=tuple(findings), **names))
    run = {"date": "2026-11-23", "folder": "posters", "split": "tune", "seed": 1, "library": 9}
    write_results(path, {**run, "weighing": present.as_json()}, summarise(outcomes), outcomes)
    return path


def run_fit(*arguments):
    command = [sys.executable, "-m", "benchmarks.fit_weights", *map(str, arguments)]
    return subprocess.run(command, capture_output=True, text=True, timeout=120, check=False)


def test_fits_from_a_results_file_and_tests_on_another(tmp_path):
    tune = make_results(tmp_path / "tune.json", [f"{n}.jpg" for n in range(42)])
    test = make_results(tmp_path / "test.json", [f"t{n}.jpg" for n in range(14)])
    done = run_fit(tune, "--test", test, "--output", tmp_path / "w.json", "--least", 20)
    assert done.returncode == 0, done.stderr
    stored = json.loads((tmp_path / "w.json").read_text())
    about = stored.pop("about")
    present = present_weighing()
    assert set(stored["weights"]) == set(present.weights)
    assert read_weighing(stored).prior == present.prior
    assert about["data"]["posters"] == 36
    assert about["data"]["pictures"] == 72
    assert about["data"]["folder"] == "posters"
    assert set(about["fitted"]) == {"official_artwork", "text_changed"}
    assert {"held_out", "held_out_present", "test", "test_present", "unseen", "test_unseen"} <= set(about["figures"])
    assert "official_artwork" in done.stdout


def test_tested_posters_must_be_others(tmp_path):
    tune = make_results(tmp_path / "tune.json", [f"{n}.jpg" for n in range(12)])
    done = run_fit(tune, "--test", tune, "--least", 5)
    assert done.returncode == 1
    assert "posters are in both files" in done.stderr


def test_a_file_whose_probabilities_are_not_its_evidences_sum_is_refused(tmp_path):
    done = run_fit(make_results(tmp_path / "t.json", ["a.jpg", "b.jpg"], truthful=False))
    assert done.returncode == 1
    assert "sum of their evidence" in done.stderr


def test_what_was_said_comes_out_of_the_evidence_again():
    present = present_weighing()
    record = {
        "poster": "a.jpg", "slice": "s", "group": "g", "truth": "official", "relation": "same_artwork", "error": None,
        "probability_official": round(chance(present.weights["official_artwork"] * 0.5), 4), "severity": None,
        "findings": [
            {"code": "official_artwork", "supports": "likely_official", "weight": 2.5, "strength": 0.5},
            {"code": "overlay_on_top", "supports": "neither", "weight": 0.0, "strength": None},
        ],
    }  # fmt: skip
    (sample,) = read_samples([record])
    assert sample.values == {"official_artwork": 0.5}
    assert share_made_again([sample], present) == 1.0
    assert sample.kind == "s"
    assert read_samples([{**record, "severity": 3.0}])[0].kind == "g"
    assert read_samples([{**record, "truth": "unknown"}, {**record, "error": "too_little_detail"}]) == []
