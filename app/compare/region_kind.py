"""Tells from a changed place's shape what it holds, and how likely it changes what the poster says or shows."""

from app.model.comparison import RegionShape
from app.model.report import RegionKind


def tell_kind(shape: RegionShape) -> tuple[RegionKind, float]:
    """The kind, and the likelihood 0..1 of a claim."""
    if shape.share > 0.08:
        return RegionKind.PICTURE, 0.9
    return RegionKind.TEXT, 0.6
