"""What a file and its finder say, as evidence: which way, how strongly, and in what words."""

import itertools

import pytest

from app.evidence.checks import gather
from app.evidence.context import CheckContext
from app.evidence.origin_content_credentials import check_content_credentials
from app.evidence.origin_found_where import check_found_where
from app.evidence.origin_metadata import check_metadata
from app.model.evidence import Direction, Evidence
from app.model.origin import Origin, OriginFinding
from app.model.report import VerdictLabel
from app.origin.found_where import judge_source_url
from app.verdict.explain import explain
from app.verdict.origin_sentences import ORIGIN_SENTENCES
from app.verdict.weigh import weigh
from app.verdict.weights import CONCLUSIVE_LOG_ODDS, WEIGHTS
from tests.support.values import make_comparison, make_context, make_region

GENERATOR = OriginFinding("made_by_generator", {"tool": "ComfyUI", "where": "PNG text"})
NOVEL = OriginFinding("made_by_generator", {"tool": "NovelAI", "where": "PNG text"})
MODEL = OriginFinding("ai_source_type", {"where": "XMP"})
PARTLY = OriginFinding("ai_composite_source_type", {"where": "XMP"})
PHOTOSHOP = OriginFinding("edited_with", {"tool": "Adobe Photoshop 25", "where": "XMP", "kind": "studio_editor"})
CANVA = OriginFinding("edited_with", {"tool": "Canva", "where": "XMP", "kind": "phone_editor"})
SCREENSHOT = OriginFinding("screenshot", {"tool": "Spectacle", "where": "PNG text"})
SIGNED_MODEL = OriginFinding("credentials_ai", {"tool": "DALL·E", "inherited": "no", "state": "valid_untrusted"})
SIGNED_PARTLY = OriginFinding("credentials_composite", {"tool": "", "inherited": "yes", "state": "trusted"})
UNTRUSTED = OriginFinding("credentials_valid_untrusted", {"signer": "Quiet Studios"})
TRUSTED = OriginFinding("credentials_trusted", {"signer": "Quiet Studios"})
OFFICIAL = OriginFinding("credentials_official", {"signer": "Quiet Studios"})
ALTERED = OriginFinding("credentials_altered", {"signer": "Quiet Studios"})
INVALID = OriginFinding("credentials_invalid", {})
UNREADABLE = OriginFinding("credentials_unreadable", {})
ADDRESSES = {
    "found_official": "https://www.netflix.com/tudum/x",
    "found_trade_paper": "https://variety.com/x",
    "found_fan_site": "https://www.deviantart.com/x",
    "found_lookalike": "https://netflix.com.evil.example/",
    "found_elsewhere": "https://www.pinterest.com/pin/1",
    "source_url_invalid": "ftp://netflix.com/",
}
PLACES = [judge_source_url(address) for address in ADDRESSES.values()]
ALL = [
    GENERATOR, MODEL, PARTLY, PHOTOSHOP, SCREENSHOT, SIGNED_MODEL, SIGNED_PARTLY,
    UNTRUSTED, TRUSTED, OFFICIAL, ALTERED, INVALID, UNREADABLE, *PLACES,
]  # fmt: skip


def context_of(*findings: OriginFinding, base: CheckContext | None = None) -> CheckContext:
    changes = {"origin": Origin(tuple(findings))}
    if base is None:
        return make_context(**changes)
    return make_context(*(item.comparison for item in base.related), **changes)


def evidence_of(*findings: OriginFinding) -> list[Evidence]:
    context = context_of(*findings)
    return [item for check in (check_metadata, check_content_credentials, check_found_where) for item in check(context)]


def pushes(evidence: list[Evidence]) -> dict[str, float]:
    """Signed weight by code; towards official is positive."""
    signs = {Direction.OFFICIAL: 1, Direction.FAN_MADE: -1, Direction.NEITHER: 0}
    result: dict[str, float] = {}
    for item in evidence:
        result[item.code] = result.get(item.code, 0) + signs[item.direction] * WEIGHTS[item.code] * item.strength
    return result


def test_no_origin_is_no_evidence() -> None:
    assert evidence_of() == []


@pytest.mark.parametrize("finding", ALL, ids=lambda finding: finding.code)
def test_each_finding_is_told_in_words(finding: OriginFinding) -> None:
    (item,) = evidence_of(finding)
    text = explain(item)
    assert text.endswith(".")
    assert text[0].isupper()
    for name in ("tool", "signer", "host", "handle"):
        assert finding.facts.get(name, "") in text


def test_every_sentence_has_a_weight_and_is_tried_here() -> None:
    assert set(ORIGIN_SENTENCES) <= set(WEIGHTS)
    assert set(ORIGIN_SENTENCES) == {finding.code for finding in ALL}


@pytest.mark.parametrize(
    ("finding", "direction"),
    [
        (GENERATOR, Direction.FAN_MADE),
        (MODEL, Direction.FAN_MADE),
        (SIGNED_MODEL, Direction.FAN_MADE),
        (CANVA, Direction.FAN_MADE),
        (SCREENSHOT, Direction.NEITHER),
        (UNTRUSTED, Direction.NEITHER),
        (TRUSTED, Direction.NEITHER),
        (OFFICIAL, Direction.OFFICIAL),
        (ALTERED, Direction.FAN_MADE),
        (INVALID, Direction.NEITHER),
        (UNREADABLE, Direction.NEITHER),
        *zip(
            PLACES,
            [Direction.OFFICIAL] * 2 + [Direction.FAN_MADE] * 2 + [Direction.NEITHER] * 2,
            strict=True,
        ),
    ],
    ids=lambda value: getattr(value, "code", getattr(value, "value", "")),
)
def test_which_way_a_finding_points(finding: OriginFinding, direction: Direction) -> None:
    (item,) = evidence_of(finding)
    assert item.direction is direction


def test_a_generator_decides_by_itself_and_an_editor_hardly_says_a_thing() -> None:
    for finding in (GENERATOR, MODEL, SIGNED_MODEL):
        assert -sum(pushes(evidence_of(finding)).values()) >= CONCLUSIVE_LOG_ODDS
    assert 0 < -pushes(evidence_of(PHOTOSHOP))["edited_with"] < -pushes(evidence_of(CANVA))["edited_with"] < 0.5


def test_the_same_thing_said_twice_counts_once() -> None:
    """A file and its credentials are one witness, in whatever order they speak."""
    once = sum(pushes(evidence_of(SIGNED_MODEL)).values())
    said = (SIGNED_MODEL, SIGNED_PARTLY, GENERATOR, NOVEL, MODEL, PARTLY)
    for order in itertools.permutations(said):
        assert sum(pushes(evidence_of(*order)).values()) == once
    assert sum(pushes(evidence_of(GENERATOR, NOVEL)).values()) == sum(pushes(evidence_of(GENERATOR)).values())
    assert sum(pushes(evidence_of(PHOTOSHOP, CANVA)).values()) == sum(pushes(evidence_of(CANVA)).values())
    assert len(evidence_of(*said)) == len(said)


def test_credentials_that_do_not_hold_say_less_of_a_model() -> None:
    broken = OriginFinding("credentials_ai", {**SIGNED_MODEL.facts, "state": "altered"})
    assert pushes(evidence_of(SIGNED_MODEL))["credentials_ai"] < pushes(evidence_of(broken))["credentials_ai"] < 0
    assert "changed since" in explain(evidence_of(broken)[0])


def test_an_official_signer_may_use_a_model() -> None:
    assert set(pushes(evidence_of(OFFICIAL, SIGNED_MODEL, GENERATOR)).items()) >= {
        ("credentials_ai", 0),
        ("made_by_generator", 0),
    }


def test_a_generators_mark_does_not_overturn_the_whole_official_artwork() -> None:
    whole = make_context(make_comparison())
    verdict = weigh(gather(context_of(GENERATOR, MODEL, CANVA, base=whole)), whole.relation)
    assert verdict.label is VerdictLabel.LIKELY_OFFICIAL
    assert verdict.probability_official < weigh(gather(whole), whole.relation).probability_official


def test_the_users_word_alone_never_makes_a_sure_verdict() -> None:
    for place in PLACES:
        assert abs(sum(pushes(evidence_of(place)).values())) < CONCLUSIVE_LOG_ODDS
        for relation_context in (make_context(), make_context(make_comparison(regions=(make_region(variant=0.9),)))):
            verdict = weigh(gather(context_of(place, base=relation_context)), relation_context.relation)
            assert not (verdict.conclusive and verdict.label is VerdictLabel.LIKELY_OFFICIAL)
    assert WEIGHTS["found_official"] + WEIGHTS["official_variant"] < CONCLUSIVE_LOG_ODDS


def test_the_users_word_does_not_save_a_changed_poster() -> None:
    changed = make_context(make_comparison(regions=(make_region(),), changed_share=0.02, agreement=0.9))
    verdict = weigh(gather(context_of(PLACES[0], base=changed)), changed.relation)
    assert verdict.label is VerdictLabel.LIKELY_FAN_MADE


@pytest.mark.parametrize("code", ["found_official", "found_trade_paper", "found_fan_site", "found_lookalike"])
def test_the_report_says_that_it_is_only_the_users_word(code: str) -> None:
    (item,) = evidence_of(judge_source_url(ADDRESSES[code]))
    assert item.code == code
    text = explain(item)
    assert text.startswith("You said it was found ")
    assert "does not prove" in text


def test_a_person_weighs_less_than_the_publisher_and_a_post_less_than_a_page() -> None:
    addresses = ("https://instagram.com/netflix", "https://instagram.com/sofiacarson", "https://x.com/netflix/status/1")
    publisher, person, post = (evidence_of(judge_source_url(address))[0] for address in addresses)
    assert publisher.strength > person.strength > post.strength > 0
    assert "Purple Hearts" in explain(person)
    assert "without the platform checking" in explain(post)
