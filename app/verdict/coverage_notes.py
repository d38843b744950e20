"""Says where the library itself is thin or old, so that an answer is not trusted further than it reaches."""

from datetime import datetime

from app.library.coverage import TitleCoverage


def coverage_notes(coverage: TitleCoverage, now: datetime) -> list[str]:
    """Sentences about one title's references; none where they are many and fresh. now: with a time zone."""
    notes = []
    if coverage.is_thin:
        held = "no official reference" if not coverage.official else "one official reference"
        notes.append(
            f"The library holds {held} of {coverage.title}: another official poster of it would not be recognised."
        )
    if coverage.is_old(now):
        notes.append(
            f"Nobody has looked for new artwork of {coverage.title} since {coverage.newest[:10]}; "
            "what was published since is not in the library."
        )
    return notes
