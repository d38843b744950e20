"""What a person at a terminal reads."""

import re

from app.model.report import Relation, ReportLibrary, ReportLine, ReportText, VerdictLabel
from app.reports.text import report_text
from tests.reports.examples import make_composite, make_evil_report, make_match, make_reason, make_report, make_unknown


def test_the_verdict_comes_first_and_loud() -> None:
    top = report_text(make_report()).splitlines()[1]
    assert "LIKELY FAN-MADE" in top
    assert "97 % sure" in top


def test_reasons_stand_strongest_first_whatever_their_order_was() -> None:
    text = report_text(make_report())
    places = [text.index(words) for words in ("The title was changed.", "The artwork is known.", "Words were read.")]
    assert places == sorted(places)


def test_the_reference_its_source_and_the_changed_words_are_named() -> None:
    text = report_text(make_report())
    for words in (
        "Quiet Harbour (official)",
        "tudum (tier A)",
        "https://example.org/quiet-harbour",
        "official/quiet-harbour.jpg",
    ):
        assert words in text
    assert "“QUIET HARBOUR” became “QUIET HARBOUR 2”" in text
    assert "420 x 96 pixels at x 40, y 610" in " ".join(text.split())


def test_an_inconclusive_report_never_looks_like_a_verdict() -> None:
    library = ReportLibrary(references=3, official=2, known_fakes=1, version=4, demo=False, of_this_title=0)
    text = " ".join(report_text(make_unknown(library=library)).split())
    assert "NOT CONCLUSIVE leans fan-made, 60 %" in text
    assert "LIKELY" not in text
    assert "3 references, none of this title" in text


def test_the_demo_library_is_always_mentioned() -> None:
    demo = ReportLibrary(references=3, official=2, known_fakes=1, version=4, demo=True, of_this_title=None)
    assert "This library is the demo" in report_text(make_report(library=demo))
    assert "This library is the demo" not in report_text(make_report())


def test_certainty_is_never_claimed() -> None:
    assert "over 99 % sure" in report_text(make_report(confidence=1.0, probability_official=0.0))


def test_foreign_words_cannot_colour_hide_or_fake_anything() -> None:
    plain = report_text(make_evil_report())
    assert "\x1b" not in plain
    assert "\u202e" not in plain
    assert "[bold]x[/bold]" in "".join(plain.split())
    coloured = report_text(make_evil_report(), colour=True)
    # Only our own styles are there: no escape sequence but `ESC [ numbers m`, and no red from the file name.
    assert set(re.findall(r"\x1b.", coloured)) == {"\x1b["}
    assert re.fullmatch(r"(?:[^\x1b]|\x1b\[[0-9;]*m)*", coloured)


def test_colour_only_when_asked_for() -> None:
    assert "\x1b[" in report_text(make_report(), colour=True)
    assert "\x1b[" not in report_text(make_report())


def test_no_line_is_wider_than_the_terminal() -> None:
    text = report_text(make_report(input="x" * 300 + ".jpg", summary="word " * 80), width=60)
    assert max(len(line) for line in text.splitlines()) <= 60


def test_a_reference_that_could_not_be_laid_over_says_so() -> None:
    match = make_match(
        failure="too few inliers", homography=None, changed_regions=[], relation=Relation.SHARED_ELEMENTS
    )
    assert "could not be laid over it (too few inliers)" in " ".join(report_text(make_report(matches=[match])).split())


def test_an_official_poster_reads_so() -> None:
    reasons = [make_reason("same_artwork", VerdictLabel.LIKELY_OFFICIAL, 4.2, "One reference accounts for all of it.")]
    match = make_match(changed_regions=[], changed_share=0.0, relation=Relation.SAME_ARTWORK)
    text = report_text(
        make_report(
            verdict=VerdictLabel.LIKELY_OFFICIAL,
            probability_official=0.98,
            confidence=0.98,
            relation=Relation.SAME_ARTWORK,
            reasons=reasons,
            matches=[match],
        )
    )
    assert "LIKELY OFFICIAL" in text
    assert "nothing changed" in text
    assert re.search(r"official +strong +One reference", text)


def test_elements_in_common_are_not_told_as_changes() -> None:
    match = make_match(relation=Relation.SHARED_ELEMENTS)
    assert match.changed_regions
    text = report_text(make_report(relation=Relation.SHARED_ELEMENTS, conclusive=False, matches=[match]))
    assert "elements in common" in text
    assert "changed place" not in text
    assert "pixels at" not in text


def test_a_composite_is_told_part_by_part() -> None:
    text = " ".join(report_text(make_composite()).split())
    assert "A. from Quiet Harbour; 50 % of the picture" in text
    assert "?. from nothing that the library holds; 41 % of the picture" in text
    assert "a part of the submitted picture was taken from it" in text
    assert "pixels at" not in text, "what one source lacks is another's part, not a change"


def test_words_that_were_read_are_shown() -> None:
    line = ReportLine(x=1, y=2, width=3, height=4, text="QUIET HARBOUR 2", score=0.97)
    text = report_text(make_report(text=ReportText(title=line.text, lines=[line])))
    assert "Words read" in text
    assert "Words read" not in report_text(make_report())
