"""What a file, and the person who found it, say of where a picture comes from."""

from dataclasses import dataclass, field


@dataclass(frozen=True, slots=True)
class OriginFinding:
    """One finding. code: as in the evidence. facts: the blanks of its sentence; never GPS or device details."""

    code: str
    facts: dict[str, str] = field(default_factory=dict)


@dataclass(frozen=True, slots=True)
class Origin:
    """All findings of one file; metadata: plain facts worth showing, by name, without anything private."""

    findings: tuple[OriginFinding, ...] = ()
    metadata: dict[str, str] = field(default_factory=dict)
