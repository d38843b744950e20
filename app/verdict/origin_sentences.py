"""The sentences of what a file and its finder say of its origin."""

from collections.abc import Callable, Mapping
from types import MappingProxyType
from typing import Final

Facts = Mapping[str, str]
_ONLY_WORD: Final = "that supports, but does not prove: nobody but you says so, and the page was not opened"


def _by(facts: Facts) -> str:
    return f" ({facts['tool']})" if facts.get("tool") else ""


def _signer(facts: Facts) -> str:
    return f" of {facts['signer']}" if facts.get("signer") else ""


def _place(facts: Facts) -> str:
    host = facts.get("host") or "an address that cannot be shown"
    return f"with the account {facts['handle']} on {host}" if facts.get("handle") else f"at {host}"


def _screenshot(facts: Facts) -> str:
    tool = facts.get("tool", "")
    taken = f" (taken with {tool})" if tool else ""
    return f"The file says that it is a screenshot{taken}; that says nothing of what it shows."


def _credentials_model(facts: Facts, what: str) -> str:
    earlier = " in the record of an earlier picture that it was made from" if facts.get("inherited") == "yes" else ""
    broken = {"altered": "; the file was changed since", "invalid": "; they do not hold, though"}
    return f"Its content credentials say{earlier} that {what}{_by(facts)}{broken.get(facts.get('state', ''), '')}."


def _found_official(facts: Facts) -> str:
    who = f"You said it was found {_place(facts)}"
    if facts.get("titles"):
        text = f"{who}: {facts['name']}, {facts.get('by', '')} of {facts['titles']}"
    else:
        text = f"{who}: {facts['name']}, an official place"
    text += f" as of {facts['as_of']}; {_ONLY_WORD}."
    if facts.get("post") == "yes":
        text += " The address of a single post names an account without the platform checking that name."
    return text


def _found_elsewhere(facts: Facts) -> str:
    if facts.get("why") == "passes_on":
        return f"You said it was found {_place(facts)}, at an address that passes on to another one: that says nothing."
    return f"You said it was found {_place(facts)}, where anybody may show pictures of any origin: that says nothing."


ORIGIN_SENTENCES: Final[Mapping[str, Callable[[Facts], str]]] = MappingProxyType(
    {
        "made_by_generator": lambda facts: (
            f"The file itself names an image generator: {facts['tool']} ({facts['where']})."
        ),
        "ai_source_type": lambda facts: f"The file says of itself that a trained model made it ({facts['where']}).",
        "ai_composite_source_type": lambda facts: (
            f"The file says of itself that parts of it were made by a trained model ({facts['where']})."
        ),
        "edited_with": lambda facts: (
            f"The file was saved by {facts['tool']} ({facts['where']}); "
            "official posters pass through such programs too."
        ),
        "screenshot": _screenshot,
        "credentials_official": lambda facts: (
            f"Its content credentials hold, with the signature{_signer(facts)}, "
            "whom the operator of this checker lists as a signer of official artwork."
        ),
        "credentials_trusted": lambda facts: (
            f"Its content credentials hold, with the signature{_signer(facts)}, "
            "whom the operator trusts to be who it is; that does not make the picture official."
        ),
        "credentials_valid_untrusted": lambda facts: (
            f"Its content credentials hold, but the signature{_signer(facts)} is not on the operator's list: "
            "anybody can sign so."
        ),
        "credentials_altered": lambda facts: (
            f"The file was changed after the signature{_signer(facts)} on its content credentials; "
            "saving it again is enough."
        ),
        "credentials_invalid": lambda facts: (
            f"Its content credentials with the signature{_signer(facts)} do not hold, so they say nothing."
        ),
        "credentials_unreadable": lambda facts: "It carries content credentials that cannot be read.",
        "credentials_ai": lambda facts: _credentials_model(facts, "the picture was made by a trained model"),
        "credentials_composite": lambda facts: _credentials_model(facts, "parts of the picture were made by a model"),
        "found_official": _found_official,
        "found_trade_paper": lambda facts: (
            f"You said it was found {_place(facts)}, the trade paper {facts['name']}; {_ONLY_WORD}."
        ),
        "found_fan_site": lambda facts: (
            f"You said it was found {_place(facts)} ({facts['name']}), where people show what they made themselves; "
            f"{_ONLY_WORD}."
        ),
        "found_lookalike": lambda facts: (
            f"You said it was found {_place(facts)}, which is made to look like {facts['imitated']} but is not; "
            f"{_ONLY_WORD}."
        ),
        "found_elsewhere": _found_elsewhere,
        "source_url_invalid": lambda facts: (
            f"The address that you gave for it {facts['reason']}, so where it was found counts for nothing."
        ),
    }
)
