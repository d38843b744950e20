"""Which pictures are made: slices of about as many tasks each, spread over the posters of a split."""

from collections.abc import Sequence
from dataclasses import dataclass, replace
from typing import Literal

from benchmarks.attacks.pool import stable_hash
from benchmarks.attacks.registry import ATTACKS
from benchmarks.harness.posters import Pair, Poster, Roles, split_of
from benchmarks.harness.values import Task, Truth

AS_IS = ""
ANY_BENIGN = "any"
# Of these most are the same key art in another crop with its words moved (of nine that were told as versions, seven,
# looked at on 2026-11-28), so that either name for it is fair.
RECOMPOSED = "shared_elements_recomposed"
OTHER_ART = "different_art_same_title"
# What is seen when the pictures are laid side by side, which was done because a tool had matched them (2026-11-28).
NO_STRANGERS = {"official/0547.jpg": "the cover of variants/0372.jpg, its words and figures moved a little"}
NO_OTHER_ART = {
    ("variants/0277.jpg", "variants/0278.jpg"): "the same painted hand and door, mirrored, with a new title"
}
VARIANT_TRUTH = {
    "language_variant_same_art": Truth.OFFICIAL,
    "same_art_text_or_crop_variant": Truth.OFFICIAL,
    RECOMPOSED: Truth.UNKNOWN,
    OTHER_ART: Truth.UNKNOWN,
}
LIBRARY, VARIANTS = "library", "variants"


@dataclass(frozen=True, slots=True)
class PlanOptions:
    """count: pictures in a slice. slices: names of slices or groups to keep; empty keeps all."""

    count: int = 20
    seed: int = 0
    split: Literal["tune", "test", "all"] = "all"
    slices: tuple[str, ...] = ()


def make_plan(roles: Roles, options: PlanOptions, twins: frozenset[str] = frozenset()) -> list[Task]:
    """Every task, slice after slice. twins: held-out pictures that the library holds all the same, left out here."""
    roles = replace(
        roles,
        strangers=tuple(p for p in roles.strangers if p.name not in twins and p.name not in NO_STRANGERS),
        new_fakes=tuple(p for p in roles.new_fakes if p.name not in twins),
        pairs=tuple(pair for pair in roles.pairs if pair.checked.name not in twins),
    )
    tasks = [*_attacked(roles, options), *_library_slices(roles, options), *_variants(roles.pairs, options)]
    wanted = set(options.slices)
    return [task for task in tasks if not wanted or task.slice in wanted or task.group in wanted]


def slice_names() -> list[str]:
    """Everything --slices may name: slices, then groups."""
    slices = [attack.name for attack in ATTACKS]
    others = [
        "as_is",
        "known_fakes",
        "known_fakes_reshared",
        "strangers",
        "strangers_reshared",
        "new_fakes",
        "new_fakes_reshared",
        *VARIANT_TRUTH,
    ]
    groups = dict.fromkeys([*(attack.group.value for attack in ATTACKS), LIBRARY, VARIANTS])
    return [*slices, *others, *groups]


def in_split(posters: Sequence[Poster], options: PlanOptions) -> list[Poster]:
    """The posters of the split asked for."""
    return [poster for poster in posters if options.split in ("all", split_of(poster.name))]


def borrowable(roles: Roles, options: PlanOptions) -> tuple[str, ...]:
    """Names of the posters that edits may take material from: official ones of the same split."""
    return tuple(poster.name for poster in in_split([*roles.library, *roles.strangers], options))


def _spread(posters: Sequence[Poster], options: PlanOptions, task: Task) -> list[Task]:
    """The task for as many posters as asked for, another choice in each slice, posters taken again where they run out.

    A picture that is checked as it is would only repeat itself: then there are at most as many as posters.
    """
    chosen = sorted(in_split(posters, options), key=lambda p: stable_hash(f"{options.seed} {task.slice} {p.name}"))
    if not chosen:
        return []
    count = min(options.count, len(chosen)) if task.attack == AS_IS else options.count
    tasks = []
    for number in range(count):
        poster = chosen[number % len(chosen)]
        right = (poster.name,) if task.right else ()
        tasks.append(replace(task, poster=poster.name, right=right, round=number // len(chosen)))
    return tasks


def _attacked(roles: Roles, options: PlanOptions) -> list[Task]:
    tasks = []
    for attack in ATTACKS:
        truth = Truth(attack.expected.value)
        task = Task(attack.name, attack.group.value, "", attack.name, truth, attack.severity, right=("",))
        tasks += _spread(roles.library, options, task)
    return tasks


def _library_slices(roles: Roles, options: PlanOptions) -> list[Task]:
    slices = (
        ("as_is", roles.library, AS_IS, Truth.OFFICIAL, ("",)),
        ("known_fakes", roles.known_fakes, AS_IS, Truth.FAN_MADE, ("",)),
        ("known_fakes_reshared", roles.known_fakes, ANY_BENIGN, Truth.FAN_MADE, ("",)),
        ("strangers", roles.strangers, AS_IS, Truth.UNKNOWN, ()),
        ("strangers_reshared", roles.strangers, ANY_BENIGN, Truth.UNKNOWN, ()),
        ("new_fakes", roles.new_fakes, AS_IS, Truth.FAN_MADE, ()),
        ("new_fakes_reshared", roles.new_fakes, ANY_BENIGN, Truth.FAN_MADE, ()),
    )
    tasks = []
    for name, posters, attack, truth, right in slices:
        tasks += _spread(posters, options, Task(name, LIBRARY, "", attack, truth, right=right))
    return tasks


def _variants(pairs: Sequence[Pair], options: PlanOptions) -> list[Task]:
    tasks: list[Task] = []
    for pair in sorted(pairs, key=lambda pair: stable_hash(f"{options.seed} {pair.checked.name}")):
        if sum(task.slice == pair.relation for task in tasks) >= options.count:
            continue
        truth = VARIANT_TRUTH.get(pair.relation, Truth.UNKNOWN)
        right = (pair.kept.name,) if truth is Truth.OFFICIAL else ()
        related = _composed_from(pair.checked, pairs) if truth is Truth.UNKNOWN else ()
        if options.split in ("all", split_of(pair.checked.name)):
            tasks.append(Task(pair.relation, VARIANTS, pair.checked.name, AS_IS, truth, right=right, related=related))
    return tasks


def _composed_from(checked: Poster, pairs: Sequence[Pair]) -> tuple[str, ...]:
    """What a picture may fairly be called another version of: the library may hold more of its title than one pair."""
    found = [pair for pair in pairs if pair.checked == checked]
    return tuple(
        pair.kept.name for pair in found if pair.relation != OTHER_ART or (pair.kept.name, checked.name) in NO_OTHER_ART
    )
