"""Fits the weights of the evidence on the tuning posters, and says what that is worth on others.

    python -m benchmarks.robustness ../shared/posters --split tune --seed 7 --output tune.json
    python -m benchmarks.robustness ../shared/posters --split test --seed 2026 --output test.json
    python -m benchmarks.fit_weights tune.json --test test.json --output weights.json

Logistic regression over the evidence of a results file: non-negative weights towards each code's direction, pulled (L2)
towards the present ones as strongly as five-fold cross-validation by poster likes best. Codes that spoke on too few
pictures keep their weight, and so does what says that the library holds nothing (see weight_fit.HELD). Every kind
of picture (a slice, or a whole sweep) and both truths count the same; the unseen attacks are only measured. The bounds
of the sum are not fitted: a table says what the held-out posters support.
"""

import argparse
import json
import math
import sys
from collections.abc import Sequence
from dataclasses import asdict, replace
from datetime import UTC, datetime
from pathlib import Path
from typing import Any

from benchmarks.attacks.registry import CHAINED_ANY, NEVER_LEARNT, SETS
from benchmarks.harness.calibration import wilson
from benchmarks.harness.tables import align
from benchmarks.harness.weighing import (
    Sample,
    Weighing,
    chance,
    log_odds,
    read_samples,
    read_weighing,
    share_made_again,
)
from benchmarks.harness.weight_fit import FitOptions, Quality, best_pull, cross_validated, fit, fitted_codes, quality

# Chains of any two ways hold some of these, too.
UNSEEN = frozenset(
    {CHAINED_ANY.group, *(attack.group for of in SETS if of.name in NEVER_LEARNT for attack in of.attacks())}
)
"""Groups that are only measured."""
LEAST_MADE_AGAIN = 0.99
"""Share of probabilities that the recorded evidence must give again, or the records do not tell how they came about."""
MOST_SURELY_WRONG = 0.005
"""What the project asks of conclusive answers."""
THRESHOLDS = (1.0, 1.5, 2.0, 2.5, 3.0, 3.5, 4.0, 5.0)
SURE_FROM = 4.5
"""Log-odds (probability .989) from which answers are counted to see how much certainty the posters support."""
Pairs = Sequence[tuple[Sample, float]]


def main() -> None:
    """Reads the results, fits, prints, writes."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("results", type=Path, help="of a run with --split tune")
    parser.add_argument("--test", type=Path, metavar="JSON", help="results of other posters, only measured")
    parser.add_argument("--output", type=Path, metavar="JSON", help="write the weights and their figures here")
    parser.add_argument("--least", type=int, default=30, metavar="N", help="pictures a code must speak on (30)")
    parser.add_argument("--folds", type=int, default=5, help="parts of the posters, each held out once (5)")
    parser.add_argument("--seed", type=int, default=0, help="another seed shares the posters out anew (0)")
    options = parser.parse_args()
    run, everything, present = _read(options.results)
    samples = [sample for sample in everything if sample.group not in UNSEEN]
    settings = FitOptions(options.least, options.folds, options.seed)
    fitted, about, report = _fit(samples, present, settings)
    print(report)
    unseen = [sample for sample in everything if sample.group in UNSEEN]
    figures = {} if not unseen else _compare("unseen", unseen, present, fitted)
    if options.test:
        _, others, _ = _read(options.test)
        if shared := {s.poster for s in everything} & {s.poster for s in others}:
            sys.exit(f"{len(shared)} posters are in both files, {min(shared)} among them: that would show nothing.")
        figures |= _compare("test", [s for s in others if s.group not in UNSEEN], present, fitted)
        figures |= _compare("test_unseen", [s for s in others if s.group in UNSEEN], present, fitted)
    about["figures"] |= figures
    if options.output:
        stored = {"about": {**_origin(run, samples), **about}, **fitted.as_json()}
        options.output.write_text(json.dumps(stored, indent=1) + "\n", encoding="utf-8")


def _fit(samples: Sequence[Sample], present: Weighing, settings: FitOptions) -> tuple[Weighing, dict[str, Any], str]:
    """The fitted weights, what to write of them, and what to print."""
    codes = fitted_codes(samples, present, settings)
    pull, losses = best_pull(samples, present, codes, settings)
    fitted = fit(samples, present, codes, pull)
    held_out, folds = cross_validated(samples, present, codes, pull, settings)
    before = [(sample, log_odds(sample, present)) for sample, _ in held_out]
    first, second = quality(before, present), quality(held_out, present)
    bound, text = _supported(held_out)
    report = [
        _weights_table(present, fitted, folds, samples, codes),
        f"Cross-validated by poster, {len(folds)} folds, pull {pull}:",
        _quality_table({"present": first, "fitted, held out": second}),
        _groups_table(before, held_out, present),
        "Bounds, with the held-out weights:",
        _threshold_table(held_out, present),
        text,
    ]
    figures = {"held_out_present": _rounded(first), "held_out": _rounded(second), "supported_log_odds": bound}
    by_pull = {str(each): round(loss, 4) for each, loss in losses.items()}
    about = {"fitted": list(codes), **asdict(settings), "pull": pull, "log_loss_by_pull": by_pull, "figures": figures}
    return fitted, about, "\n\n".join(report)


def _compare(name: str, samples: Sequence[Sample], present: Weighing, fitted: Weighing) -> dict[str, Any]:
    """Prints how both weighings do on pictures that neither was fitted on; the figures to write."""
    if not samples:
        return {}
    then, now = ([(sample, log_odds(sample, each)) for sample in samples] for each in (present, fitted))
    first, second = quality(then, present), quality(now, present)
    print(f"\n{name}: {len(samples)} pictures that nothing was fitted on:\n")
    print(_quality_table({"present": first, "fitted": second}))
    print(f"\n{_groups_table(then, now, present)}")
    return {f"{name}_present": _rounded(first), name: _rounded(second)}


def _read(path: Path) -> tuple[dict[str, Any], list[Sample], Weighing]:
    """A results file: how it was run, its samples, the weighing of that run."""
    results = json.loads(path.read_text(encoding="utf-8"))
    samples, weighing = read_samples(results["pictures"]), read_weighing(results["run"]["weighing"])
    if not samples:
        sys.exit(f"{path} holds no picture whose truth is known.")
    again = share_made_again(samples, weighing)
    if again < LEAST_MADE_AGAIN:
        sys.exit(
            f"Only {again:.1%} of the probabilities in {path} are the sum of their evidence; nothing can be fitted."
        )
    return results["run"], samples, weighing


def _origin(run: dict[str, Any], samples: Sequence[Sample]) -> dict[str, Any]:
    return {
        "made_by": "benchmarks/fit_weights.py",
        "date": datetime.now(UTC).date().isoformat(),
        "data": {
            **{name: run[name] for name in ("date", "folder", "split", "seed", "library")},
            "pictures": len(samples),
            "posters": len({sample.poster for sample in samples}),
            "kinds": len({sample.kind for sample in samples}),
        },
        "assumed": "official as often as fan-made; every kind of picture as often as every other of its truth",
    }


def _weights_table(
    present: Weighing, fitted: Weighing, folds: Sequence[Weighing], samples: Sequence[Sample], codes: Sequence[str]
) -> str:
    """Before and after, how often each code spoke, and for what truth."""
    lines: list[Sequence[str]] = [("code", "pictures", "official %", "present", "fitted", "in the folds")]
    for code, weight in present.weights.items():
        spoken = [sample for sample in samples if sample.values.get(code)]
        share = f"{100 * sum(s.official for s in spoken) / len(spoken):.0f}" if spoken else ""
        others = [fold.weights[code] for fold in folds]
        spread = f"{min(others):.2f} to {max(others):.2f}" if code in codes else "kept"
        lines.append((code, str(len(spoken)), share, f"{weight:.2f}", f"{fitted.weights[code]:.2f}", spread))
    return align(lines)


def _quality_table(rows: dict[str, Quality]) -> str:
    lines: list[Sequence[str]] = [("weights", "Brier", "log-loss", "right %", "conclusive %", "surely wrong %")]
    for name, each in rows.items():
        shares = (f"{100 * share:.2f}" for share in (each.right, each.conclusive, each.surely_wrong))
        lines.append((name, f"{each.brier:.4f}", f"{each.log_loss:.4f}", *shares))
    return align(lines)


def _groups_table(before: Pairs, after: Pairs, weighing: Weighing) -> str:
    """Brier score and log-loss of each group before and after."""
    lines: list[Sequence[str]] = [("group", "n", "Brier before", "after", "log-loss before", "after")]
    for name in dict.fromkeys(sample.group for sample, _ in before):
        first, second = (
            quality([pair for pair in pairs if pair[0].group == name], weighing) for pairs in (before, after)
        )
        count = sum(sample.group == name for sample, _ in before)
        figures = (first.brier, second.brier, first.log_loss, second.log_loss)
        lines.append((name, str(count), *(f"{figure:.4f}" for figure in figures)))
    return align(lines)


def _threshold_table(pairs: Pairs, weighing: Weighing) -> str:
    """What would be conclusive, and surely wrong, from which log-odds on."""
    lines: list[Sequence[str]] = [("conclusive from", "probability", "conclusive %", "surely wrong %", "")]
    reached = False
    for threshold in sorted({*THRESHOLDS, weighing.conclusive_log_odds}):
        found = quality(pairs, replace(weighing, conclusive_log_odds=threshold))
        notes = ["present"] if threshold == weighing.conclusive_log_odds else []
        if not reached and found.surely_wrong <= MOST_SURELY_WRONG:
            reached = True
            notes.append(f"the first with at most {MOST_SURELY_WRONG:.1%}")
        shares = (f"{100 * found.conclusive:.2f}", f"{100 * found.surely_wrong:.2f}")
        lines.append((f"{threshold:.1f}", f"{chance(threshold):.3f}", *shares, ", ".join(notes)))
    return align(lines)


def _supported(pairs: Pairs) -> tuple[float | None, str]:
    """The log-odds that the surest answers may claim, and a sentence about it."""
    sure = [(sample, total) for sample, total in pairs if abs(total) >= SURE_FROM]
    if not sure:
        return None, f"No sum reaches {SURE_FROM}."
    wrong = sum(sample.official != (total > 0) for sample, total in sure)
    _, most = wilson(wrong / len(sure), len(sure))
    bound = round(math.log((1 - most) / most), 2)
    text = f"Of {len(sure)} sums beyond {SURE_FROM}, {wrong} were wrong: at most {most:.2%} (Wilson, 95 %); "
    return bound, f"{text}a bound of {bound} is supported."


def _rounded(found: Quality) -> dict[str, float]:
    return {name: round(value, 4) for name, value in asdict(found).items()}


if __name__ == "__main__":
    main()
