"""Sentences as posters set them under a title, about what happens in a film: "Every secret has a price"."""

import re
from typing import Final

# What taglines are about, and how a sentence about all, none, or what is to come begins.
_MATTERS = (
    "secrets?|legends?|evil|fear|death|blood|revenge|vengeance|wars?|battles?|truth|past|fate|destiny|hunt(?:er|ed|ing)?"
    r"|darkness|enem(?:y|ies)|nightmares?|hell|terror|surviv\w+|justice|betray\w*|sins?|lies?|mercy|escape|sacrifice"
    "|power|king|queen|throne|curse|demons?|monsters?|killer|murder|innocen(?:t|ce)|guilty|shadows?|silence|scream"
    "|humanity|mankind|earth|world|planet|empire|kingdom|rebellion|honou?r|loyalty|doors?"
)
_BEGINNINGS = (
    "every|some|no|no one|nothing|nobody|not (?:all|every)|all|the|a|an|one|when|where|before|after|between|beyond|in"
    "|behind|beneath|beware|fear|trust|prepare|dare|death|evil|blood|love|revenge|hell|their|his|her|they|he|she|it"
)
_MATTER: Final = re.compile(rf"\b(?:{_MATTERS})\b", re.I)
_BEGINNING: Final = re.compile(rf"\W*(?:{_BEGINNINGS})\b", re.I)
# What taglines say in so many words.
_SAYINGS = (
    "(?:only|just) (?:just )?(?:begun|beginning)|only the beginning|(?:begins|starts) again|every ending",
    "trust no ?one|beware of|prepare for|in a world|can hear you|finds a way|changes everything|nothing is over",
    "one last (?:ride|time|job|dance|chance|mission|shot)|no (?:escape|way out|way back|turning back|mercy|going back)",
    r"(?:never|don'?t|refuse to) (?:dies?|sleeps?|forgets?)|this time\W+(?:it|he|she|they|there|no)",
    "thought (?:it was|they were) (?:over|safe|alone)|(?:isn'?t|is not|not) over(?! (?:it|this))|(?:never|not) alone",
    "will (?:rise|fall|return|burn|bleed|survive|set (?:you|them|us) free|have blood)|runs in the family",
    "has (?:a|an|its) (?:new )?(?:price|name|face|end|ending|cost|secret)|worth (?:fighting|dying|killing) for",
    "the (?:hunt|war|battle|game|nightmare|terror|legend|journey|adventure|story|end) (?:begins|continues|is near)",
    "always (?:comes? back|returns?|finds? (?:you|them))|(?:is|are|came|coming) back|stays? (?:buried|closed|dead)",
    "(?:gets?|got|made it) out alive|(?:no ?body|no ?one) is safe|should have stayed|ends (?:here|now|tonight)",
)
_SAYING: Final = re.compile(rf"\b(?:{'|'.join(_SAYINGS)})\b", re.I)
# Nobody tells of a film by what it is a work of; who speaks of themselves passes it on.
_OF_A_WORK: Final = re.compile(
    r"\b(?:i|i'?m|i'?ve|my|me|we|movies?|films?|posters?|trailers?|scenes?|actors?|acting|cast|episodes?|soundtrack"
    r"|shows?|series|cinema|watch\w*|screen|frames?|the ending|plot|character|this (?:is|was)|so|omg|lol|please|anyone"
    r"|who else)\b",
    re.I,
)
_WORD: Final = re.compile(r"[^\W\d_]+(?:'[^\W\d_]+)?")
_FEWEST, _MOST = 3, 14


def is_tagline(text: str) -> bool:
    """Whether words are a sentence about what happens in a film, and not about the film or who saw it."""
    if not _FEWEST <= len(_WORD.findall(text)) <= _MOST or _OF_A_WORK.search(text):
        return False
    told = _BEGINNING.match(text) is not None and _MATTER.search(text) is not None
    return told or _SAYING.search(text) is not None
