"""Fits app/evidence/words/said_model.json: what people say over posters, and what posters say themselves.

    python -m pip install -r benchmarks/requirements-fit.txt
    python -m benchmarks.fit_said_words ../shared/posters

Learns from benchmarks/said, where several people have written down what they would say over a poster that they pass on
(*_captions.txt) and what stands on posters or is lettered on them (*_lettering.txt), a text a line; "sets" is what the
sets of attacks draw. Titles of the folder's posters are lettering as well. Each text is learnt twice, the second time
as a reader may read it. The figures are of each writer by a model that has not learnt from them.
"""

import argparse
import csv
import json
import re
import sys
from collections.abc import Sequence
from datetime import UTC, datetime
from pathlib import Path

import numpy as np
from numpy.typing import NDArray

from app.evidence.words.said_likelihood import MARKS, MODEL_PATH, SaidModel, said_marks, store_said_model

SAID = Path(__file__).with_name("said")
Texts = list[tuple[str, bool]]
"""A text, and whether it is said."""
# How strongly weights are held towards nothing (scikit-learn's C); 3 to 100 do as well.
_HELD = 10.0
# Of texts that are read so many lose their spaces, and of the others so many have a letter misread.
_RUN_TOGETHER, _MISREAD = 0.15, 0.25
_LETTERS = "aeioulrnts"


def read_texts(folder: Path = SAID) -> dict[str, Texts]:
    """What each writer has written."""
    texts: dict[str, Texts] = {}
    for path in sorted(folder.glob("*_*.txt")):
        writer, kind = path.stem.split("_")
        lines = path.read_text(encoding="utf-8").splitlines()
        texts.setdefault(writer, []).extend((line, kind == "captions") for line in lines)
    return texts


def read_titles(folder: Path) -> Texts:
    """The titles of the posters of a folder, as posters have them."""
    with (folder / "manifest.csv").open(encoding="utf-8", newline="") as file:
        found = {re.sub(r" \(\d{4}\)$", "", row["title"]) for row in csv.DictReader(file)}
    return [(re.sub(r"^(.*), (The|A|An|La|Le|Les|El)$", r"\2 \1", title), False) for title in sorted(found) if title]


def fit(texts: Texts, seed: int) -> SaidModel:
    """A model of some texts."""
    from scipy.sparse import csr_matrix
    from sklearn.linear_model import LogisticRegression

    chance = np.random.default_rng(seed)
    learnt = texts + [(_as_read(text, chance), said) for text, said in texts]
    marks = [said_marks(text) for text, _ in learnt]
    rows = np.repeat(np.arange(len(marks)), [len(each) for each in marks])
    values = np.concatenate([np.full(len(each), len(each) ** -0.5) for each in marks if len(each)])
    seen = csr_matrix((values, (rows, np.concatenate(marks))), shape=(len(marks), MARKS))
    found = LogisticRegression(C=_HELD, max_iter=3000, class_weight="balanced").fit(seen, [said for _, said in learnt])
    return SaidModel(np.asarray(found.coef_[0], np.float64), float(found.intercept_[0]))


def measure(model: SaidModel, texts: Texts) -> dict[str, float]:
    """How often each kind is told, and the area under the receiver's curve."""
    from sklearn.metrics import roc_auc_score

    odds: NDArray[np.float64] = np.array([model.log_odds(text) for text, _ in texts])
    said = np.array([each for _, each in texts])
    return {
        "texts": len(texts),
        "said_told": round(float((odds[said] > 0).mean()), 3),
        "lettering_told": round(float((odds[~said] < 0).mean()), 3),
        "area": round(float(roc_auc_score(said, odds)), 4),
    }


def main(arguments: Sequence[str] | None = None) -> None:
    """See the module."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("folder", type=Path)
    parser.add_argument("--seed", type=int, default=1)
    options = parser.parse_args(arguments)
    texts, titles = read_texts(), read_titles(options.folder)
    figures = {}
    for writer, own in texts.items():
        others = [each for name, found in texts.items() if name != writer for each in found]
        figures[writer] = measure(fit(others + titles, options.seed), own)
        print(writer, figures[writer], file=sys.stderr)
    model = fit([each for found in texts.values() for each in found] + titles, options.seed)
    about = {
        "made_by": "benchmarks/fit_said_words.py",
        "date": datetime.now(UTC).date().isoformat(),
        "seed": options.seed,
        "titles": len(titles),
        "by_writers_not_learnt_from": figures,
    }
    stored = {"about": about, **store_said_model(model.weights, model.base)}
    MODEL_PATH.write_text(json.dumps(stored, indent=1) + "\n", encoding="utf-8")


def _as_read(text: str, chance: np.random.Generator) -> str:
    """As a reader may read it."""
    if chance.random() < _RUN_TOGETHER:
        return text.replace(" ", "")
    if chance.random() < _MISREAD and len(text) > 4:
        place = int(chance.integers(len(text)))
        return text[:place] + str(chance.choice(list(_LETTERS))) + text[place + 1 :]
    return text


if __name__ == "__main__":
    main()
