"""Hand-made values of the house, each with what a test usually does not care about filled in."""

from dataclasses import fields, replace
from typing import Any

import numpy as np

from app.evidence.context import CheckContext
from app.evidence.relate import relate_all, relate_whole
from app.model.comparison import ChangedRegion, Comparison, RegionChances, RegionShape
from app.model.geometry import Box
from app.model.reference import Kind, Label, LibrarySummary, Provenance, Reference, ReferenceState, Tier
from app.model.report import FoundBy, RegionKind

LIBRARY = LibrarySummary(references=1650, official=1500, known_fakes=150, version=42, demo=False)


def make_reference(key: int = 1, label: Label = Label.OFFICIAL, **changes: Any) -> Reference:
    """An official poster of "Quiet Harbour", 300 x 450."""
    reference = Reference(
        id=f"r_{key:04}",
        key=key,
        label=label,
        title="Quiet Harbour",
        title_id="",
        kind=Kind.POSTER,
        language="en",
        tier=Tier.A if label is Label.OFFICIAL else Tier.K,
        provenance=Provenance(path="official/quiet-harbour.jpg", source="press", page_url="https://example.org/q"),
        sha256=f"{key:064x}",
        width=300,
        height=450,
        state=ReferenceState.ACTIVE,
        added_at="2026-11-01T00:00:00Z",
    )
    return replace(reference, **changes)


def make_shape(**changes: Any) -> RegionShape:
    """A mark that is average in every way."""
    average = {"float": 0.5, "int": 1, "bool": False}
    types = {field.name: getattr(field.type, "__name__", str(field.type)) for field in fields(RegionShape)}
    return RegionShape(**({name: average[kind] for name, kind in types.items()} | changes))


def make_region(
    claim: float = 0.9, kind: RegionKind = RegionKind.TEXT, variant: float = 0.0, **changes: Any
) -> ChangedRegion:
    """Two per cent of the poster, changed; a claim of lettering unless the kind is picture."""
    picture = kind is RegionKind.PICTURE
    chances = RegionChances(1 - claim - variant, 0.0 if picture else claim, claim if picture else 0.0, variant)
    values: dict[str, Any] = {
        "box": Box(40, 300, 60, 45),
        "reference_box": Box(40, 300, 60, 45),
        "share": 0.02,
        "difference": 0.8,
        "chances": chances,
        "shape": make_shape(),
    }
    values.update(changes)
    return ChangedRegion(**values)


def make_comparison(**changes: Any) -> Comparison:
    """A whole, unchanged re-share of the usual reference."""
    values: dict[str, Any] = {
        "reference": make_reference(),
        "found_by": (FoundBy.LOCAL_FEATURES,),
        "hash_distance": 12,
        "mirrored": False,
        "inliers": 180,
        "spread": 0.8,
        "homography": np.eye(3),
        "failure": None,
        "query_coverage": 1.0,
        "reference_coverage": 1.0,
        "changed_share": 0.0,
        "likeness": 0.97,
        "agreement": 0.99,
        "regions": (),
    }
    values.update(changes)
    return Comparison(**values)


def make_context(*comparisons: Comparison, same_file: frozenset[str] = frozenset(), **changes: Any) -> CheckContext:
    """What the checks get to see of these comparisons."""
    related = relate_all(comparisons)
    context = CheckContext(related=related, relation=relate_whole(related), library=LIBRARY, same_file=same_file)
    return replace(context, **changes)
