"""What is asked of the product and what it answered, as plain values that can be written as JSON."""

from dataclasses import dataclass, field
from enum import StrEnum

BoxTuple = tuple[int, int, int, int]
"""x, y, width, height in pixels of the checked picture."""


class Truth(StrEnum):
    """What a picture is. unknown: nothing in the library can tell, so that any sure answer is a wrong one."""

    OFFICIAL = "official"
    FAN_MADE = "fan_made"
    UNKNOWN = "unknown"


@dataclass(frozen=True, slots=True)
class Task:
    """One picture to be made and checked.

    poster: the file it is made of. attack: a name from the registry; "": the file as it is; "any": some benign one.
    right: names of references that may come first; empty when none may be called the same artwork.
    related: names of references that the picture was composed anew from; to call it another version of them is fair.
    round: tells apart several attacks of one kind on one poster.
    """

    slice: str
    group: str
    poster: str
    attack: str
    truth: Truth
    severity: float | None = None
    right: tuple[str, ...] = ()
    round: int = 0
    related: tuple[str, ...] = ()

    @property
    def file_name(self) -> str:
        """Where the picture is written when pictures are kept: one folder a slice; its bytes may be of any format."""
        return f"{self.slice}/{self.poster.replace('/', '-')}-{self.round}.img"


@dataclass(frozen=True, slots=True)
class Region:
    """A changed region as reported."""

    box: BoxTuple
    kind: str
    share: float
    difference: float


@dataclass(frozen=True, slots=True)
class BestMatch:
    """The first match of the report."""

    name: str
    relation: str
    inliers: int
    hash_distance: int | None
    mirrored: bool
    query_coverage: float
    reference_coverage: float
    changed_share: float
    failure: str | None
    found_by: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Finding:
    """One reason of the report.

    strength: 0..1, the weight as a share of its code's; None where the code weighs nothing and the report does not say.
    """

    code: str
    supports: str
    weight: float
    strength: float | None = None


@dataclass(frozen=True, slots=True)
class Outcome:
    """One checked picture. error: the code of a refusal, then nothing else is filled.

    right_reference: the best match is one that may come first, or, where none may, nothing was called the same artwork.
    sources: in a composite, every poster that a part came from; each of them may come first.
    region_found: some reported region has an IoU of at least .3 with a true box. union_iou: of all reported
    and all true boxes; both None where nothing was changed. Times in milliseconds.
    """

    task: Task
    note: str
    size: tuple[int, int]
    error: str | None = None
    verdict: str = ""
    probability_official: float = 0.5
    conclusive: bool = False
    relation: str = ""
    right_reference: bool = False
    match: BestMatch | None = None
    regions: tuple[Region, ...] = ()
    true_boxes: tuple[BoxTuple, ...] = ()
    sources: tuple[str, ...] = ()
    region_found: bool | None = None
    union_iou: float | None = None
    findings: tuple[Finding, ...] = ()
    check_ms: float = 0.0
    baseline_ms: float = 0.0
    stages_ms: dict[str, float] = field(default_factory=dict)

    @property
    def right_verdict(self) -> bool | None:
        """Whether the verdict is the true one; None where there is no truth."""
        if self.task.truth is Truth.UNKNOWN:
            return None
        return self.error is None and self.verdict == f"likely_{self.task.truth.value}"

    @property
    def surely_wrong(self) -> bool:
        """A conclusive answer that is not true, or that nothing could back."""
        return self.conclusive and not self.right_verdict
