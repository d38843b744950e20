"""Places where the picture differs from the official artwork it is made of."""

from collections.abc import Iterator

from app.evidence.context import CheckContext, RelatedReference
from app.evidence.other_version import is_other_cut, was_left_out
from app.evidence.relate import CLAIM, WHOLE_AGREEMENT, strength_of
from app.model.comparison import ChangedRegion
from app.model.evidence import Direction, Evidence
from app.model.geometry import Box
from app.model.reference import is_on_fan_side
from app.model.report import RegionKind, Relation
from app.model.words import ClaimKind, WordsChange

_MOST_MENTIONED = 6
# What a claim among the words makes of a change, the most telling first; and what the change of words itself does.
_CODES = {
    ClaimKind.SEQUEL: "number_added",
    ClaimKind.SEASON: "season_added",
    ClaimKind.DATE: "date_added",
    ClaimKind.NETWORK: "network_added",
}
_WORDS_CODES = {
    WordsChange.ADDED: "words_added",
    WordsChange.REMOVED: "words_removed",
    WordsChange.REPLACED: "words_replaced",
}
# From this likelihood on, another official version is mentioned as an explanation.
_VARIANT_POSSIBLE = 0.15
# How much of a changed claim's weight a sure other version takes away; never all, so that the answer does not flip.
_VARIANT_DOUBT = 0.85
# What is left of a changed place's weight where less than half of the drawing agrees, or more than so much of the
# picture is drawn anew: one in two such pictures of the same title is another official composition. All of it counts
# where so much more agrees, and so much less is drawn anew.
_RECOMPOSED_CERTAINTY, _DRAWN_ANEW, _CLEARLY = 0.25, 0.5, 0.1
# Where each picture shows less than so much of the other, it was not merely cropped or put on a page: officials set
# artwork into another layout so, with another picture in it. Of some 6,500 edits seven were surely called changed for
# their picture there, and of 230 pictures of pairs of versions and recomposed posters four, all wrongly (2026-11-28,
# seeds 67001 to 86001).
_OTHER_FRAME = 0.8
# The most that words can weigh that are gone, none coming that could be read; alone it stays under what makes a verdict
# conclusive. Every kind of place counting alike, more than half of such places are another official version's (57 % by
# 181 places, tuning posters, 2026-11-26).
_MOST_OF_WORDS_GONE = 0.39
# An altered artwork's likeliest place counts as at least this likely a claim.
_LEAST_CLAIM = 0.6
# The region models are too unsure of claims as well: where they meant .65 fan-made .78 were, and .92 where they meant
# .8 (2026-11-26, seed 13001, pictures with and without an edit counting alike). So their odds count this many times;
# 1.6 would fit best, but then twice as many stickers are surely called edits.
_SHARPENED = 1.3
# But not where something is only gone: official versions leave out names and taglines, too. Of the places between two
# versions one in six is such, of those of edits one in twelve (2026-11-26, 63 pairs and 2,657 places, tuning posters).
_AS_MEANT = 1.0
# Under this likelihood a claim is not worth a doubt.
_DOUBT = 0.05


def check_changed_places(context: CheckContext) -> Iterator[Evidence]:
    """The likeliest changed claim speaks for fan-made; others are named. A sticker speaks for neither."""
    best = context.best
    if best is None or is_on_fan_side(best.comparison.reference) or best.relation is Relation.SHARED_ELEMENTS:
        return
    ranked = sorted(best.comparison.regions, key=lambda region: (-region.claim, -region.share))
    translated = [region for region in ranked if region.read is not None and region.read.languages is not None]
    others = [region for region in ranked if region not in translated]
    if is_other_cut(best.comparison) and best.comparison.unexplained >= CLAIM:
        yield _of_reference("other_cut", Direction.NEITHER, best, 1.0)
    for place, region in enumerate(others[:_MOST_MENTIONED]):
        yield _of_region(region, best, likeliest=place == 0)
    for region in translated[:1]:
        yield _of_reference("language_variant", Direction.OFFICIAL, best, 1.0, region)
    if best.comparison.moved is not None:
        yield _of_reference("lettering_moved", Direction.NEITHER, best, 1.0, box=best.comparison.moved.here)
    if ranked and best.comparison.variant >= _VARIANT_POSSIBLE and ranked[0].claim >= CLAIM:
        yield _of_reference("could_be_variant", Direction.NEITHER, best, 1.0)
    if best.comparison.agreement < WHOLE_AGREEMENT and best.relation is not Relation.OFFICIAL_VARIANT:
        yield _of_reference("partly_official", Direction.FAN_MADE, best, 1.0)


def _of_region(region: ChangedRegion, best: RelatedReference, *, likeliest: bool) -> Evidence:
    direction, strength = Direction.NEITHER, 0.0
    altered = best.relation in (Relation.ALTERED_ARTWORK, Relation.COMPOSITE)
    if region.claim >= CLAIM or (altered and likeliest):
        code = _code_of_change(region)
        counted = _AS_MEANT if was_left_out(region) else _SHARPENED
        strength = strength_of(max(region.claim, _LEAST_CLAIM), counted) * _certainty(region, best)
        if region.read is not None and region.read.words.change is WordsChange.REMOVED:
            strength = min(strength, _MOST_OF_WORDS_GONE)
        if likeliest:
            # The places of one edit are no independent witnesses: the likeliest speaks for all.
            direction = Direction.FAN_MADE
    elif likeliest and region.claim > _DOUBT:
        # It has already taken its part from the artwork's weight.
        code = "perhaps_changed"
    else:
        code = "overlay_on_top" if region.kind is RegionKind.OVERLAY else "version_difference"
    return _of_reference(code, direction, best, strength, region)


def _code_of_change(region: ChangedRegion) -> str:
    """Named by what the words say now, where they were read and say something."""
    if region.kind is RegionKind.PICTURE and (region.copied or region.taken_from):
        return "copied_within" if region.copied else "taken_from_other"
    code = f"{region.kind.value}_changed"
    read = region.read
    if read is None or region.kind is RegionKind.PICTURE:
        return code
    kinds = [claim.kind for claim in read.words.added]
    claimed = next((_CODES[kind] for kind in _CODES if kind in kinds), "another_title" if read.another else None)
    return claimed or _WORDS_CODES.get(read.words.change, code)


def _certainty(region: ChangedRegion, best: RelatedReference) -> float:
    """How much a changed place can be trusted to be somebody's edit, 0..1.

    Official versions differ in lettering, and officials make new pictures from old figures too: then less of it.
    """
    comparison = best.comparison
    kept = min(comparison.agreement - WHOLE_AGREEMENT, _DRAWN_ANEW - comparison.changed_share) / _CLEARLY
    other_frame = max(comparison.query_coverage, comparison.reference_coverage) < _OTHER_FRAME
    if other_frame and region.kind is RegionKind.PICTURE:
        kept = 0.0
    whole = 1.0 if best.relation is Relation.COMPOSITE else min(1.0, max(0.0, kept))
    as_one = _RECOMPOSED_CERTAINTY + (1 - _RECOMPOSED_CERTAINTY) * whole
    return (1 - _VARIANT_DOUBT * comparison.variant) * as_one


def _of_reference(
    code: str,
    direction: Direction,
    best: RelatedReference,
    strength: float,
    region: ChangedRegion | None = None,
    box: Box | None = None,
) -> Evidence:
    """box: where it is to be seen, if not in the region."""
    reference = best.comparison.reference
    share = best.comparison.agreement if region is None else region.share
    return Evidence(
        code=code,
        direction=direction,
        strength=strength,
        facts={"title": reference.title, "share": f"{100 * share:.1f} %"} | _words(region),
        reference_id=reference.id,
        region=box if region is None else region.box,
    )


def _words(region: ChangedRegion | None) -> dict[str, str]:
    """The blanks of a sentence that tells the words, or the pictogram."""
    if region is None:
        return {}
    facts = {"pictogram": region.pictogram.value} if region.pictogram is not None else {}
    facts |= {"taken_from": region.taken_from} if region.taken_from else {}
    read = region.read
    if read is None:
        return facts
    facts |= {"before": read.words.before, "after": read.words.after}
    if read.languages is not None:
        facts["language"] = read.languages[1]
    return facts
