"""Each check over hand-made contexts: what it says, which way it points, and when it keeps quiet."""

from dataclasses import replace

import numpy as np
import pytest

from app.evidence.checks import CHECKS, gather
from app.evidence.context import CheckContext
from app.evidence.other_version import as_version, is_other_cut, version_factor, with_moved
from app.model.comparison import MovedPart
from app.model.evidence import Direction, Evidence
from app.model.geometry import Box
from app.model.reference import Label
from app.model.report import RegionKind, Relation, VerdictLabel
from app.model.title import ReadPlace
from app.model.words import ChangedWords, WordsChange
from app.verdict.weigh import weigh
from tests.support.values import LIBRARY, make_comparison, make_context, make_reference, make_region, make_shape

OFFICIAL = make_reference()
FAKE = make_reference(2, Label.KNOWN_FAKE)
LOGO = make_comparison(agreement=0.03, inliers=24, changed_share=0.9, spread=0.02)


def leaning(context: CheckContext) -> set[Direction]:
    return {evidence.direction for evidence in gather(context)}


def by_code(context: CheckContext) -> dict[str, Evidence]:
    return {evidence.code: evidence for evidence in gather(context)}


def test_every_check_is_listed_once() -> None:
    assert len(set(CHECKS)) == len(CHECKS)


def test_an_untouched_official_picture_speaks_for_official_only() -> None:
    context = make_context(make_comparison())
    assert leaning(context) == {Direction.OFFICIAL}
    assert {evidence.reference_id for evidence in gather(context)} == {OFFICIAL.id}
    assert "Quiet Harbour" in by_code(context)["official_artwork"].facts["title"]


def test_the_same_file_is_said_only_of_the_official_match_itself() -> None:
    assert "same_file" in by_code(make_context(make_comparison(), same_file=frozenset({OFFICIAL.id})))
    assert "same_file" not in by_code(make_context(make_comparison(), same_file=frozenset({"r_else"})))
    assert "same_file" not in by_code(make_context(make_comparison(reference=FAKE), same_file=frozenset({FAKE.id})))


def test_a_claim_speaks_for_fan_made_and_points_to_its_place() -> None:
    for kind in RegionKind:
        region = make_region(claim=0.9, kind=kind, box=Box(10, 20, 30, 40))
        context = make_context(make_comparison(regions=(region,), changed_share=0.02, agreement=0.9))
        found = [evidence for evidence in gather(context) if evidence.region == region.box]
        assert found
        assert any(evidence.direction is Direction.FAN_MADE for evidence in found)
        assert all(evidence.direction is not Direction.OFFICIAL for evidence in gather(context))


def test_a_surer_claim_weighs_no_less() -> None:
    strengths = []
    for claim in (0.55, 0.7, 0.95):
        context = make_context(make_comparison(regions=(make_region(claim=claim),), changed_share=0.02))
        strengths.append(by_code(context)["text_changed"].strength)
    assert strengths == sorted(strengths)


def test_a_picture_drawn_anew_in_most_of_it_is_called_fan_made_less_surely() -> None:
    """Officials make new pictures from old figures too."""
    region = make_region(claim=0.95, kind=RegionKind.PICTURE)
    contexts = [
        make_context(make_comparison(regions=(region,), changed_share=share, agreement=0.55)) for share in (0.2, 0.63)
    ]
    part, most = (weigh(gather(context), context.relation) for context in contexts)
    assert part.label is most.label is VerdictLabel.LIKELY_FAN_MADE
    assert (part.conclusive, most.conclusive) == (True, False)


def test_another_picture_in_another_frame_is_less_surely_an_edit_but_words_are_as_sure() -> None:
    def weight(kind: RegionKind, **shown: float) -> float:
        region = make_region(claim=0.97, kind=kind)
        return by_code(make_context(make_comparison(regions=(region,), changed_share=0.1, agreement=0.8, **shown)))[
            f"{kind.value}_changed"
        ].strength

    other, cropped = {"query_coverage": 0.7, "reference_coverage": 0.7}, {"query_coverage": 0.7}
    for_picture, for_text = (
        [weight(kind, **shown) for shown in (other, cropped)] for kind in (RegionKind.PICTURE, RegionKind.TEXT)
    )
    assert for_picture[0] < 0.5 * for_picture[1]
    assert for_text[0] == for_text[1]


def test_a_sticker_speaks_for_neither_and_the_picture_stays_official() -> None:
    sticker = make_region(claim=0.02, kind=RegionKind.OVERLAY)
    context = make_context(make_comparison(regions=(sticker,), changed_share=0.02, agreement=0.95))
    assert context.relation is Relation.SAME_ARTWORK
    assert leaning(context) == {Direction.OFFICIAL, Direction.NEITHER}
    assert by_code(context)["overlay_on_top"].direction is Direction.NEITHER


def test_a_known_fake_speaks_for_fan_made_and_carries_its_note() -> None:
    context = make_context(make_comparison(reference=FAKE))
    assert leaning(context) == {Direction.FAN_MADE}
    assert "known_fake" in by_code(context)


def test_changes_of_a_known_fake_are_not_held_against_official_artwork() -> None:
    context = make_context(make_comparison(reference=FAKE, regions=(make_region(claim=0.9),), changed_share=0.02))
    assert "text_changed" not in by_code(context)
    assert leaning(context) == {Direction.FAN_MADE}


def test_a_changed_fake_is_not_enough_to_act_on() -> None:
    """A picture that differs from a fake may be the official one that the fake was made of."""
    changed = make_comparison(reference=FAKE, regions=(make_region(claim=0.9),), changed_share=0.3, agreement=0.6)
    whole, altered = make_context(make_comparison(reference=FAKE)), make_context(changed)
    assert weigh(gather(whole), whole.relation).conclusive
    assert altered.relation is Relation.KNOWN_FAKE
    assert not weigh(gather(altered), altered.relation).conclusive


def test_nothing_found_leans_fan_made_and_tells_how_much_there_was() -> None:
    facts = by_code(make_context())["not_in_library"].facts
    assert facts["references"] == "1,650"


def test_how_many_of_the_title_are_told_when_asked_for() -> None:
    context = make_context(library=replace(LIBRARY, of_this_title=3))
    assert by_code(context)["not_in_library"].facts["of_this_title"] == "3"


def test_shared_elements_are_named_and_are_no_match() -> None:
    context = make_context(LOGO)
    found = by_code(context)
    assert context.relation is Relation.SHARED_ELEMENTS
    assert found["shared_elements"].direction is Direction.NEITHER
    assert found["shared_elements"].reference_id == OFFICIAL.id
    assert "not_in_library" in found


def test_every_context_gets_at_least_one_finding() -> None:
    contexts = [
        make_context(),
        make_context(LOGO),
        make_context(make_comparison()),
        make_context(make_comparison(reference=FAKE)),
        make_context(make_comparison(agreement=0.2, changed_share=0.6)),
        make_context(make_comparison(agreement=0.13, changed_share=0.6, reference=FAKE)),
        make_context(make_comparison(regions=(make_region(),), changed_share=0.02)),
    ]
    for context in contexts:
        assert gather(context), context.relation


def test_the_parts_of_a_composite_are_named() -> None:
    upper, lower = np.zeros((24, 16), bool), np.ones((24, 16), bool)
    upper[:12] = True
    lower[:12] = False
    parts = [
        make_comparison(
            reference=make_reference(key, title=title), agreement=0.45, changed_share=0.5, explained_cells=cells
        )
        for key, title, cells in ((1, "Quiet Harbour", upper), (2, "Glass River", lower))
    ]
    context = make_context(*parts)
    assert context.relation is Relation.COMPOSITE
    named = by_code(context)["several_sources"].facts["parts"]
    assert "Quiet Harbour (50 %)" in named
    assert "Glass River (50 %)" in named
    assert Direction.OFFICIAL not in leaning(context)


@pytest.mark.parametrize(
    ("titles", "sure"),
    [
        (("Quiet Harbour", "Glass River"), True),
        (("Quiet Harbour (2019)", "Quiet Harbour: Part II (2021)"), False),
        (("The Quiet Harbour", "Quiet Harbour, The"), False),
        (("", ""), True),
    ],
    ids=["strangers", "the next part", "two posters of one", "untitled"],
)
def test_parts_of_one_series_make_no_sure_composite(titles: tuple[str, str], sure: bool) -> None:
    """The makers of a film set its figures anew for the next one, too."""
    left = np.zeros((24, 16), bool)
    left[:, :8] = True
    parts = [
        make_comparison(
            reference=make_reference(key, title=title), agreement=0.45, changed_share=0.5, explained_cells=cells
        )
        for key, title, cells in zip((1, 2), titles, (left, ~left), strict=True)
    ]
    context = make_context(*parts)
    verdict = weigh(gather(context), context.relation)
    assert context.relation is Relation.COMPOSITE
    assert verdict.probability_official < 0.5
    assert verdict.conclusive is sure


def test_a_title_that_was_moved_makes_it_another_version() -> None:
    here, there = Box(40, 430, 100, 40), Box(40, 30, 100, 40)
    new = make_region(claim=0.9, box=here, reference_box=here)
    old = make_region(claim=0.9, kind=RegionKind.PICTURE, box=there, reference_box=there)
    face = make_region(
        claim=0.9, kind=RegionKind.PICTURE, box=Box(200, 200, 60, 60), reference_box=Box(200, 200, 60, 60)
    )
    set_anew = make_comparison(regions=(new, old), changed_share=0.04)
    assert leaning(make_context(set_anew)) & {Direction.FAN_MADE}
    moved = by_code(make_context(with_moved(set_anew, MovedPart(here, there))))
    assert moved["lettering_moved"].region == here
    assert moved["official_variant"].direction is Direction.OFFICIAL
    assert all(evidence.direction is not Direction.FAN_MADE for evidence in moved.values())
    # What was repainted besides stays what it is.
    repainted = replace(set_anew, regions=(new, old, face))
    found = by_code(make_context(with_moved(repainted, MovedPart(here, there))))
    assert found["picture_changed"].region == face.box


def test_another_cut_of_the_artwork_is_another_version_but_not_whatever_was_put_on_it() -> None:
    doubtful = make_region(claim=0.6, variant=0.1, kind=RegionKind.TEXT)
    surely = make_region(claim=0.98, variant=0.001, kind=RegionKind.TEXT)
    for region, relation in ((doubtful, Relation.OFFICIAL_VARIANT), (surely, Relation.ALTERED_ARTWORK)):
        crossed = make_comparison(regions=(region,), changed_share=0.04, crossed=True)
        assert make_context(crossed).relation is Relation.ALTERED_ARTWORK
        context = make_context(as_version(crossed, version_factor(crossed, (300, 450))))
        assert context.relation is relation
        assert by_code(context)["other_cut"].direction is Direction.NEITHER


def test_a_figure_on_another_ground_or_a_panel_is_no_other_cut() -> None:
    assert is_other_cut(make_comparison(crossed=True, agreement=0.7))
    assert not is_other_cut(make_comparison(crossed=True, agreement=0.7, query_coverage=0.5))
    assert not is_other_cut(make_comparison(crossed=True, agreement=0.4))
    assert not is_other_cut(make_comparison(agreement=0.7))


def test_what_is_only_gone_is_never_told_more_surely_than_what_came() -> None:
    gone, came = make_shape(removed=1.0, added=0.0), make_shape(removed=0.0, added=1.0)
    strengths = [
        by_code(make_context(make_comparison(regions=(make_region(claim=0.9, shape=shape),), changed_share=0.02)))[
            "text_changed"
        ].strength
        for shape in (gone, came)
    ]
    assert 0 < strengths[0] < strengths[1]


def test_words_that_are_only_gone_never_make_an_answer_sure() -> None:
    for kind in (RegionKind.TEXT, RegionKind.PICTURE):
        gone = ReadPlace(ChangedWords(WordsChange.REMOVED, "QUIET HARBOUR", "", ()))
        region = make_region(claim=0.99, kind=kind, read=gone)
        context = make_context(make_comparison(regions=(region,), changed_share=0.02))
        verdict = weigh(gather(context), context.relation)
        assert verdict.probability_official < 0.5
        assert not verdict.conclusive
