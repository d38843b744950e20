"""The attacks that the region model and its network learn from, and which of them letter something."""

from collections.abc import Iterator, Sequence
from functools import partial

from benchmarks.attacks.any_brush import any_doodle, any_painting_over
from benchmarks.attacks.any_chain import covered_and_passed_on, covered_twice, edited_and_passed_on
from benchmarks.attacks.any_light import any_light
from benchmarks.attacks.any_sticker import any_badge, any_sticker
from benchmarks.attacks.any_words import any_award, any_page_name
from benchmarks.attacks.registry import ATTACKS, BENIGN, CHAINS, EDITS, NEVER_LEARNT, SETS
from benchmarks.attacks.values import Attack, AttackFunction, Expected, Group

LEARNT_SETS = tuple(of for of in SETS if of.name not in NEVER_LEARNT)
# Made more often: benign ones that lay something over the poster, or leave a border where false change could show.
COVERING = frozenset(
    {
        *("sticker", "watermark", "watermark_repeated", "handle", "caption_over", "play_button", "player_overlay"),
        *("screenshot", "screenshot_small", "screen_photo", "chained2", "chained3", "story", "crop12", "rounded"),
        *("filter", "blur_noise"),
        *(name for of in LEARNT_SETS for name in of.covering_names()),
    }
)
LETTERING = frozenset(
    {
        *("number", "number6", "words", "date", "season", "logo", "title_replaced"),
        *(name for of in LEARNT_SETS for name in of.lettering_names()),
    }
)
LEARNT_FROM = frozenset(
    {
        *(Group.BENIGN, Group.EDIT, Group.RESHARED_EDIT, Group.NUMBER_WIDTH),
        *(attack.group for of in LEARNT_SETS for attack in of.attacks()),
    }
)
_COVERING_TURNS = 2
# Stickers and badges that none of the sets draws, so that what they are does not depend on whose they are.
ANY_STICKER = Attack("any_sticker", Group.BENIGN, None, Expected.OFFICIAL, any_sticker)
ANY_BADGE = Attack("any_badge", Group.EDIT, None, Expected.FAN_MADE, any_badge)
ANY_BRUSH = Attack("any_painting_over", Group.EDIT, None, Expected.FAN_MADE, any_painting_over)
ANY_DOODLE = Attack("any_doodle", Group.BENIGN, None, Expected.OFFICIAL, any_doodle)
ANY_LIGHT = Attack("any_light", Group.BENIGN, None, Expected.OFFICIAL, any_light)
ANY_PAGE_NAME = Attack("any_page_name", Group.BENIGN, None, Expected.OFFICIAL, any_page_name)
ANY_AWARD = Attack("any_award", Group.EDIT, None, Expected.FAN_MADE, any_award)
# Chains are made of these; of the first set by name, of the others as each says.
_COVERS = (
    *(each.function for each in BENIGN if each.name in COVERING - CHAINS),
    *(each for of in LEARNT_SETS for each in of.covered),
)
_WAYS = (
    *(each.function for each in BENIGN if each.name not in COVERING),
    *(each for of in LEARNT_SETS for each in of.benign if each not in of.covered),
)
_LETTERED = (
    *(each.function for each in EDITS if each.name in LETTERING),
    *(each for of in LEARNT_SETS for each in of.lettering),
)
_PAINTED = (
    *(each.function for each in EDITS if each.name not in LETTERING),
    *(each for of in LEARNT_SETS for each in of.edits if each not in of.lettering),
)
_ANY_COVERS = (*_COVERS, *[any_sticker] * (len(_COVERS) // 2))
_ANY_LETTERED, _ANY_BADGE_PASSED_ON, _ANY_AWARD_PASSED_ON = "any_lettered", "any_badge_passed_on", "any_award_passed_on"
_ANY_LETTERED_COVERED, _ANY_PAINTED_COVERED = "any_lettered_covered", "any_painted_covered"


def _harmless(name: str, drawing: AttackFunction) -> Attack:
    return Attack(name, Group.BENIGN, None, Expected.OFFICIAL, drawing)


def _passed_on(name: str, edits: Sequence[AttackFunction], ways: Sequence[AttackFunction]) -> Attack:
    return Attack(
        name, Group.RESHARED_EDIT, None, Expected.FAN_MADE, partial(edited_and_passed_on, edits=edits, ways=ways)
    )


ANY_CHAINS = (
    _harmless(
        "any_sticker_passed_on",
        partial(covered_and_passed_on, covering=(any_sticker, any_sticker, any_doodle), ways=_WAYS),
    ),
    _harmless("any_light_passed_on", partial(covered_and_passed_on, covering=(any_light, any_page_name), ways=_WAYS)),
    _harmless("any_covered", partial(covered_and_passed_on, covering=_COVERS, ways=_WAYS)),
    _harmless("any_covered_twice", partial(covered_twice, covering=_ANY_COVERS, ways=_WAYS)),
    _passed_on(_ANY_LETTERED_COVERED, _LETTERED, _ANY_COVERS),
    _passed_on(_ANY_PAINTED_COVERED, _PAINTED, _ANY_COVERS),
    _passed_on(_ANY_LETTERED, _LETTERED, _WAYS),
    _passed_on(_ANY_BADGE_PASSED_ON, (any_badge,), _WAYS),
    _passed_on(_ANY_AWARD_PASSED_ON, (any_award,), _WAYS),
    _passed_on("any_painted", (*_PAINTED, *[any_painting_over] * (len(_PAINTED) // 8)), _WAYS),
)
_ANY_LETTERING = frozenset(
    {
        *(_ANY_LETTERED, _ANY_LETTERED_COVERED),
        *(ANY_BADGE.name, _ANY_BADGE_PASSED_ON, ANY_AWARD.name, _ANY_AWARD_PASSED_ON),
    }
)
_STICKER_TURNS, _BADGE_TURNS, _OTHER_TURNS, _CHAIN_TURNS = 20, 10, 8, 80
_FEWER_TURNS = {
    _ANY_BADGE_PASSED_ON: 20,
    _ANY_AWARD_PASSED_ON: 10,
    "any_light_passed_on": 10,
    _ANY_LETTERED_COVERED: 20,
    _ANY_PAINTED_COVERED: 20,
}
_NAMES = frozenset({*(of.name for of in SETS), "any"})


def attacks_to_learn() -> Iterator[tuple[Attack, int]]:
    """Each attack and a number that makes it another drawing: two of those that lay something over the poster.

    And stickers and chains across all sets, which no benchmark draws.
    """
    for attack in ATTACKS:
        if attack.group in LEARNT_FROM:
            turns = _COVERING_TURNS if attack.name in COVERING else 1
            yield from ((attack, turn) for turn in range(turns))
    yield from ((ANY_STICKER, turn) for turn in range(_STICKER_TURNS))
    yield from ((ANY_BADGE, turn) for turn in range(_BADGE_TURNS))
    for drawn in (ANY_BRUSH, ANY_DOODLE, ANY_LIGHT, ANY_PAGE_NAME, ANY_AWARD):
        yield from ((drawn, turn) for turn in range(_OTHER_TURNS))
    for chain in ANY_CHAINS:
        yield from ((chain, turn) for turn in range(_FEWER_TURNS.get(chain.name, _CHAIN_TURNS)))


def set_of(attack: str) -> str:
    """Whose drawing an attack of that name is: "second" and so on, "any" for stickers that no set draws.

    "" for the first set, and for official versions.
    """
    before, _, _ = attack.partition("_")
    return before if before in _NAMES else ""


def is_lettering(attack: Attack) -> bool:
    """Whether an edit sets words or signs; others change the picture."""
    in_words = attack.name.removesuffix("_reshared") in LETTERING or attack.name in _ANY_LETTERING
    return in_words or attack.group is Group.NUMBER_WIDTH
