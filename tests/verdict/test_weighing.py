"""The sum of evidence: monotonic, bounded, symmetrical, and closed to anything unknown."""

import ast
import math
import re
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

import app.evidence
from app.errors import PostercheckError
from app.model.evidence import Direction, Evidence
from app.model.report import Relation, VerdictLabel
from app.verdict.explain import _SENTENCES
from app.verdict.weigh import weigh
from app.verdict.weights import MOST_LOG_ODDS, PRIOR, SETTLING, WEIGHTS

EVIDENCE = Path(app.evidence.__file__).parent
DOCUMENTED = Path(__file__).resolve().parents[2] / "docs" / "evidence.md"
strengths = st.floats(0, 1)
for_official = st.builds(Evidence, st.sampled_from(sorted(WEIGHTS)), st.just(Direction.OFFICIAL), strengths)
any_evidence = st.builds(Evidence, st.sampled_from(sorted(WEIGHTS)), st.sampled_from(Direction), strengths)
relations = st.sampled_from(Relation)


def evidence_of(code: str, direction: Direction = Direction.FAN_MADE, strength: float = 1.0) -> Evidence:
    return Evidence(code, direction, strength)


@given(st.lists(any_evidence, min_size=1, max_size=8), for_official, relations)
def test_more_for_official_never_lowers_the_probability(
    held: list[Evidence], more: Evidence, relation: Relation
) -> None:
    before, after = weigh(held, relation), weigh([*held, more], relation)
    assert after.probability_official >= before.probability_official


@given(st.lists(any_evidence, min_size=1, max_size=8), any_evidence, relations)
def test_more_for_fan_made_never_raises_it(held: list[Evidence], more: Evidence, relation: Relation) -> None:
    against = Evidence(more.code, Direction.FAN_MADE, more.strength)
    assert weigh([*held, against], relation).probability_official <= weigh(held, relation).probability_official


@given(st.lists(any_evidence, min_size=1, max_size=8), relations)
def test_the_verdict_fits_its_numbers(held: list[Evidence], relation: Relation) -> None:
    verdict = weigh(held, relation)
    official = verdict.probability_official
    bound = 1 / (1 + math.exp(-MOST_LOG_ODDS))
    assert 1 - bound - 1e-9 <= official <= bound + 1e-9
    assert verdict.confidence == pytest.approx(max(official, 1 - official))
    assert (verdict.label is VerdictLabel.LIKELY_OFFICIAL) == (official > 0.5)
    weights = [item.weight for item in verdict.evidence]
    assert weights == sorted(weights, reverse=True)
    assert min(weights) >= 0
    assert {id(item.evidence) for item in verdict.evidence} == {id(item) for item in held}
    settled = any(item.weight > 0 and item.evidence.code in SETTLING for item in verdict.evidence)
    if relation in (Relation.NO_MATCH, Relation.SHARED_ELEMENTS) and not settled:
        assert not verdict.conclusive


@given(st.lists(any_evidence, min_size=1, max_size=8), relations)
def test_the_order_of_findings_does_not_matter(held: list[Evidence], relation: Relation) -> None:
    one, other = weigh(held, relation), weigh(held[::-1], relation)
    assert one.probability_official == pytest.approx(other.probability_official)


@given(st.lists(any_evidence, min_size=1, max_size=8))
def test_evidence_for_neither_weighs_nothing(held: list[Evidence]) -> None:
    neutral = [Evidence(item.code, Direction.NEITHER, item.strength) for item in held]
    verdict = weigh(neutral, Relation.SAME_ARTWORK)
    assert verdict.probability_official == pytest.approx(1 / (1 + math.exp(-PRIOR)))
    assert {item.weight for item in verdict.evidence} == {0.0}


def test_no_evidence_is_no_answer() -> None:
    with pytest.raises(PostercheckError):
        weigh([], Relation.NO_MATCH)


def test_unknown_evidence_is_refused() -> None:
    with pytest.raises(PostercheckError, match="moon_phase"):
        weigh([evidence_of("moon_phase")], Relation.SAME_ARTWORK)


def test_a_whole_official_artwork_is_conclusive_and_so_is_a_known_fake() -> None:
    official = weigh([evidence_of("official_artwork", Direction.OFFICIAL)], Relation.SAME_ARTWORK)
    assert (official.label, official.conclusive) == (VerdictLabel.LIKELY_OFFICIAL, True)
    fake = weigh([evidence_of("known_fake")], Relation.KNOWN_FAKE)
    assert (fake.label, fake.conclusive) == (VerdictLabel.LIKELY_FAN_MADE, True)


def test_nothing_in_the_library_leans_fan_made_without_being_sure() -> None:
    verdict = weigh([evidence_of("not_in_library")], Relation.NO_MATCH)
    assert (verdict.label, verdict.conclusive) == (VerdictLabel.LIKELY_FAN_MADE, False)
    assert verdict.confidence < 0.8


def yielded_codes() -> set[str]:
    """Every code that a check can yield, read from the checks' source: what is given or assigned as `code`."""
    codes: set[str] = set()
    for path in EVIDENCE.glob("*.py"):
        tree = ast.parse(path.read_text(encoding="utf-8"))
        takes_code = {"Evidence"} | {
            node.name
            for node in ast.walk(tree)
            if isinstance(node, ast.FunctionDef) and _first_parameter(node) == "code"
        }
        for node in ast.walk(tree):
            for value in _code_values(node, takes_code):
                codes |= _spelled_out(value)
    return codes


def _first_parameter(function: ast.FunctionDef) -> str:
    return function.args.args[0].arg if function.args.args else ""


def _code_values(node: ast.AST, takes_code: set[str]) -> list[ast.expr]:
    if isinstance(node, ast.Call) and isinstance(node.func, ast.Name) and node.func.id in takes_code:
        named = [keyword.value for keyword in node.keywords if keyword.arg == "code"]
        return named or node.args[:1]
    if not isinstance(node, ast.Assign):
        return []
    target = node.targets[0]
    if isinstance(target, ast.Name) and target.id == "code":
        return [node.value]
    if isinstance(target, ast.Tuple) and isinstance(node.value, ast.Tuple):
        pairs = zip(target.elts, node.value.elts, strict=True)
        return [value for name, value in pairs if isinstance(name, ast.Name) and name.id == "code"]
    return []


def _spelled_out(value: ast.expr) -> set[str]:
    match value:
        case ast.Constant(value=str(code)):
            return {code}
        case ast.IfExp(body=body, orelse=other):
            return _spelled_out(body) | _spelled_out(other)
        case ast.JoinedStr(values=[ast.FormattedValue(), ast.Constant(value=str(ending))]):
            return {code for code in WEIGHTS if code.endswith(ending)} or {f"?{ending}"}
        case _:
            return set()


def named_codes() -> set[str]:
    """Codes that stand anywhere in the checks: some are looked up in tables before they are yielded."""
    named: set[str] = set()
    for path in EVIDENCE.glob("*.py"):
        for node in ast.walk(ast.parse(path.read_text(encoding="utf-8"))):
            if isinstance(node, ast.Constant) and isinstance(node.value, str):
                named.add(node.value)
    return named


def test_every_code_has_a_weight_and_a_sentence_and_no_weight_is_idle() -> None:
    assert set(WEIGHTS) == set(_SENTENCES)
    assert yielded_codes() <= set(WEIGHTS)
    assert set(WEIGHTS) <= named_codes() | yielded_codes()


def test_the_documentation_lists_every_code_with_its_weight() -> None:
    rows = re.findall(r"^\| `(\w+)` \| ([\d.]+) \|", DOCUMENTED.read_text(encoding="utf-8"), re.M)
    assert {code: float(weight) for code, weight in rows} == dict(WEIGHTS)
    assert len(rows) == len(WEIGHTS)


def test_weights_are_never_negative_and_mostly_matter() -> None:
    assert min(WEIGHTS.values()) >= 0
    assert max(WEIGHTS.values()) < MOST_LOG_ODDS
