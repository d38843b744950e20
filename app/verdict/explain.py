"""From evidence codes to plain sentences."""

from collections.abc import Callable, Mapping
from types import MappingProxyType
from typing import Final

from app.errors import PostercheckError
from app.model.evidence import Evidence, Verdict
from app.model.reference import LibrarySummary
from app.model.report import Relation
from app.verdict.origin_sentences import ORIGIN_SENTENCES
from app.verdict.word_sentences import WORD_SENTENCES, quoted

Facts = Mapping[str, str]


def _of_title(facts: Facts) -> str:
    return f" of {facts['title']}" if facts.get("title") else ""


def _not_in_library(facts: Facts) -> str:
    text = f"None of the {facts['references']} references in the library accounts for this picture"
    of_title = facts.get("of_this_title", "")
    if of_title:
        text += f"; of this title it holds {of_title}"
    return text + ". That leans towards fan-made, but an official poster the library lacks would look the same."


_PICTOGRAMS: Final = {
    "heart": "A heart",
    "star": "A star",
    "arrow": "An arrow",
    "ring": "A ring round something",
    "play": "A play button",
    "pointer": "A mouse pointer",
    "shape": "A plain shape",
}
_SENTENCES: Final[Mapping[str, Callable[[Facts], str]]] = MappingProxyType(
    {
        "official_artwork": lambda facts: (
            f"Official artwork{_of_title(facts)}"
            + (f" ({facts['source']})" if facts.get("source") else "")
            + (
                " accounts for the picture"
                if facts["coverage"] == "100 %"
                else " accounts for the poster in the picture"
            )
            + ", and nothing that it says or shows was changed."
        ),
        "unknown_beside": lambda facts: (
            f"A picture that the library does not know stands right beside the official artwork{_of_title(facts)}, as "
            "large: they may be shown together, or have been made into one."
        ),
        "one_of_panels": lambda facts: (
            f"The picture is laid out in panels, and the official artwork{_of_title(facts)} is one of them: somebody "
            "has put them together."
        ),
        "same_file": lambda facts: f"It is the very file of the official artwork{_of_title(facts)}, byte for byte.",
        "text_changed": lambda facts: (
            f"Lettering differs from the official artwork{_of_title(facts)} on {facts['share']} of the poster."
        ),
        "picture_changed": lambda facts: (
            f"The picture itself differs from the official artwork{_of_title(facts)} on {facts['share']} of the poster."
        ),
        "copied_within": lambda facts: (
            f"On {facts['share']} of the poster something stands that the official artwork{_of_title(facts)} shows "
            "elsewhere: it was copied over what belongs there."
        ),
        "taken_from_other": lambda facts: (
            f"On {facts['share']} of the poster a piece of other artwork stands, of {facts['taken_from']}, that the "
            f"official artwork{_of_title(facts)} does not have there."
        ),
        "overlay_changed": lambda facts: (
            f"Something that could be a claim was laid over the official artwork{_of_title(facts)}, "
            f"on {facts['share']} of the poster."
        ),
        "perhaps_changed": lambda facts: (
            f"On {facts['share']} of the poster something differs from the official artwork{_of_title(facts)} "
            "that could be a sticker or a changed claim."
        ),
        "overlay_on_top": lambda facts: (
            f"{_PICTOGRAMS.get(facts.get('pictogram', ''), 'A sticker, watermark, caption or app button')} "
            f"lies on {facts['share']} of the poster; "
            "that does not make it fan-made."
        ),
        "version_difference": lambda facts: (
            f"{facts['share']} of the poster differs as official versions of one artwork do."
        ),
        "lettering_moved": lambda facts: (
            f"Something of the official artwork{_of_title(facts)} stands in another place or size here, "
            "as when an official version is set anew."
        ),
        "other_cut": lambda facts: (
            f"It shows more of the official artwork{_of_title(facts)} than the library's version at one side, and less "
            "at another: it was cut from another version, not made from this one."
        ),
        "could_be_variant": lambda facts: (
            f"The differences could also be those of another official version{_of_title(facts)}: "
            "other language, tagline or credits."
        ),
        "official_variant": lambda facts: (
            f"The artwork is official{_of_title(facts)}; its lettering or crop is not the library's version."
        ),
        "several_sources": lambda facts: f"It is put together: {facts['parts']} of the picture.",
        "partly_official": lambda facts: (
            f"Only {facts['share']} of what is drawn agrees with the official artwork{_of_title(facts)}; "
            "the rest comes from elsewhere."
        ),
        "known_fake": lambda facts: (
            f"A known fake{_of_title(facts)} accounts for the picture."
            + (f" {facts['note']}" if facts.get("note") else "")
        ),
        "shared_elements": lambda facts: (
            f"It shares a logo, lettering or a figure with artwork{_of_title(facts)}, but it is not that artwork."
        ),
        "known_by_fingerprint": lambda facts: (
            f"It has much in common with artwork{_of_title(facts)} that the library knows by its fingerprint only; "
            "without that picture nothing can be laid over it."
        ),
        "not_in_library": _not_in_library,
        **ORIGIN_SENTENCES,
        **WORD_SENTENCES,
    }
)


_TELLING: Final = frozenset({
    "number_added", "season_added", "date_added", "network_added", "another_title", "words_replaced",
})  # fmt: skip
_DENIED: Final = frozenset({"title_not_announced", "no_such_season"})


def explain(evidence: Evidence) -> str:
    """The sentence of one finding. Raises PostercheckError for a code without one."""
    if evidence.code not in _SENTENCES:
        raise PostercheckError(f"There is no sentence for the evidence {evidence.code!r}.")
    return _SENTENCES[evidence.code](evidence.facts)


def summarise(verdict: Verdict, library: LibrarySummary, title: str) -> str:
    """The whole answer in one or two sentences. title: of the best match, may be empty."""
    of_title = f" of {title}" if title else ""
    match verdict.relation:
        case Relation.SAME_ARTWORK:
            text = f"Official artwork{of_title}, {_company(verdict)}."
        case Relation.OFFICIAL_VARIANT:
            text = f"Official artwork{of_title} in another version; nothing new is claimed."
        case Relation.ALTERED_ARTWORK:
            text = f"Official artwork{of_title} that somebody changed{_how(verdict)}."
        case Relation.COMPOSITE:
            text = f"Put together from several pictures, among them official artwork{of_title}."
        case Relation.KNOWN_FAKE:
            text = f"A known fake{of_title}."
        case Relation.SHARED_ELEMENTS:
            text = f"Not in the library, though it shares elements with artwork{of_title}."
        case Relation.NO_MATCH:
            text = f"Nothing like it among the {library.references:,} references of the library{_denied(verdict)}."
    if not verdict.conclusive:
        text += " The evidence is too thin to be sure."
    return text


def _company(verdict: Verdict) -> str:
    """What stands beside artwork that is itself unchanged."""
    codes = {item.evidence.code for item in verdict.evidence}
    if "one_of_panels" in codes:
        return "put together with other pictures"
    if "unknown_beside" in codes:
        return "beside a picture that the library does not know"
    return "passed on without a change to what it says or shows"


def _how(verdict: Verdict) -> str:
    """What the picture reads now, when that is what gives it away."""
    told = [item.evidence for item in verdict.evidence if item.evidence.code in _TELLING]
    return f": it now reads {quoted(told[0].facts['after'])}" if told else ""


def _denied(verdict: Verdict) -> str:
    denied = [item.evidence for item in verdict.evidence if item.evidence.code in _DENIED]
    return f", and it claims {quoted(denied[0].facts['claimed'])}, which does not exist" if denied else ""
