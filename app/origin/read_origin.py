"""Reads what a file, and the person who found it, say of where a picture comes from."""

from app.model.origin import Origin, OriginFinding
from app.origin.containers import read_container
from app.origin.content_credentials import Credentials, CredentialState, read_credentials
from app.origin.credential_findings import editors_of_credentials, findings_of_credentials
from app.origin.file_findings import findings_of_source_type, findings_of_tools, name_tools
from app.origin.found_where import judge_source_url
from app.origin.hidden_text import has_hidden_settings
from app.origin.marks import MarkKind, NamedTool
from app.origin.options import DEFAULT_OPTIONS, OriginOptions
from app.origin.sayings import Sayings
from app.origin.tidy import tidy

__all__ = ["DEFAULT_OPTIONS", "OriginOptions", "read_origin"]

_HIDDEN = (NamedTool("Stable Diffusion", MarkKind.GENERATOR), "settings hidden in its pixels")
_SOURCE_TYPE_TEXTS = {
    "ai_source_type": "made by a trained model",
    "ai_composite_source_type": "a composite with parts made by a trained model",
}
_STATE_TEXTS = {
    CredentialState.OFFICIAL: "valid, signed for official artwork",
    CredentialState.TRUSTED: "valid, trusted",
    CredentialState.UNTRUSTED: "valid, not trusted",
    CredentialState.ALTERED: "the file was changed after signing",
    CredentialState.INVALID: "present, but they do not hold",
    CredentialState.UNREADABLE: "present, but unreadable",
}


def read_origin(
    data: bytes, *, file_format: str, source_url: str | None = None, options: OriginOptions = DEFAULT_OPTIONS
) -> Origin:
    """Everything said of one file's origin. file_format: as in PosterImage (JPEG, PNG, WEBP, GIF, AVIF, HEIF).

    1. The texts in the file's metadata. 2. Content credentials. 3. Settings hidden in pixels, where nothing else names
    a generator. 4. Where it was found. 5. Plain facts for the report.

    Never raises, whatever the bytes are; opens no connection; decodes no picture. Nothing that it returns is a text of
    the file's own, except the name of who signed its credentials: programs are named by this room's table.
    """
    # 1.
    sayings = Sayings(options.max_metadata_bytes)
    read_container(data, file_format, sayings)
    tools = name_tools(sayings.held)
    # 2.
    credentials = read_credentials(data, file_format, options)
    named = {tool.tool for tool, _ in tools}
    editors = editors_of_credentials(credentials) if credentials else []
    tools += [(tool, where) for tool, where in editors if tool.tool not in named]
    # 3.
    unnamed = not any(tool.kind is MarkKind.GENERATOR for tool, _ in tools)
    if file_format == "PNG" and unnamed and has_hidden_settings(data):
        tools.append(_HIDDEN)
    # 4.
    source_types = list(findings_of_source_type(sayings.held))
    findings = [*findings_of_tools(tools), *source_types]
    if credentials:
        findings += findings_of_credentials(credentials)
    if source_url is not None and source_url.strip():
        findings.append(judge_source_url(source_url))
    # 5.
    return Origin(tuple(_one_screenshot(findings)), _facts(tools, source_types, credentials))


def _one_screenshot(findings: list[OriginFinding]) -> list[OriginFinding]:
    first = next((finding for finding in findings if finding.code == "screenshot"), None)
    return [finding for finding in findings if finding.code != "screenshot" or finding is first]


def _facts(
    tools: list[tuple[NamedTool, str]], source_types: list[OriginFinding], credentials: Credentials | None
) -> dict[str, str]:
    facts: dict[str, str] = {}
    signed = credentials.lineage.tools if credentials else ()
    programs = dict.fromkeys((*(tool for tool, _ in tools), *signed))
    generators = [tool.shown for tool in programs if tool.kind is MarkKind.GENERATOR]
    editors = [tool.shown for tool in programs if tool.kind in (MarkKind.STUDIO_EDITOR, MarkKind.PHONE_EDITOR)]
    if generators:
        facts["generator"] = tidy(", ".join(generators))
    if editors:
        facts["software"] = tidy(", ".join(editors))
    for finding in source_types:
        if finding.code in _SOURCE_TYPE_TEXTS:
            facts["source_type"] = _SOURCE_TYPE_TEXTS[finding.code]
    if credentials:
        signer = f" (signed by {credentials.signer})" if credentials.signer else ""
        facts["content_credentials"] = tidy(_STATE_TEXTS[credentials.state] + signer)
    return facts
