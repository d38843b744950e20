"""A file and its credentials are one witness: what they say of an image generator counts once, however often."""

from typing import Final

from app.evidence.context import CheckContext

# The surest way of saying it first; a part made by a model counts only where nothing says that the whole was.
_GENERATOR_CODES: Final = (
    "credentials_ai",
    "made_by_generator",
    "ai_source_type",
    "credentials_composite",
    "ai_composite_source_type",
)
_OFFICIAL_SIGNER: Final = "credentials_official"


def generator_code_that_counts(context: CheckContext) -> str | None:
    """The one code of the finding that weighs; None when none does.

    Publishers use generators too: where the operator's own official anchor vouches for the file, none of them weighs.
    """
    codes = {finding.code for finding in context.origin.findings}
    if _OFFICIAL_SIGNER in codes:
        return None
    return next((code for code in _GENERATOR_CODES if code in codes), None)
