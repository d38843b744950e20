"""Words that tell where something is shown: STREAMING ON HULU, ONLY IN CINEMAS, JETZT BEI NETFLIX."""

import re

from app.text.folding import fold

# How they begin: some of the words, then a preposition; and those that need none.
_BEGINNINGS = (
    (
        "NOW|ONLY|EXCLUSIVE(?:LY)?|STREAM(?:ING)?|WATCH|SEE|IT|AVAILABLE|COMING|SOON|FIRST|PLAYING",
        r"ON|IN|TO(?!O\b)|AT",
    ),
    ("SOLO|YA|AHORA|DISPONIBLE|EXCLUSIVA|PRONTO|ESTRENO|UNICAMENTE", "EN|POR"),
    ("JETZT|NUR|EXKLUSIV|BALD|AB SOFORT|DEMNACHST|NEU", "BEI|AUF|IM"),
    ("SEULEMENT|UNIQUEMENT|EXCLUSIVEMENT|DISPONIBLE|MAINTENANT|BIENTOT|EXCLUSIVITE|A VOIR", "SUR|AU"),
    ("SOLO|DISPONIBILE|ORA|PRESTO|IN STREAMING|IN ESCLUSIVA|PROSSIMAMENTE", "SU|AL"),
    ("SO|SOMENTE|APENAS|AGORA|JA|EXCLUSIVO|DISPONIVEL|EM BREVE", "NA|NO|NOS"),
)
_ALONE = "SADECE|SIMDI|YAKINDA"
# Behind two words or more, the preposition may be run together with them; with what follows, who shows it, always.
_EACH = (rf"(?:(?:{words}) ?)+ (?:{at})|(?:(?:{words}) ?){{2,}}(?:{at})" for words, at in _BEGINNINGS)
_WHERE = re.compile(rf"\b(?:{'|'.join(_EACH)}|{_ALONE})(?=\W*[^\W\d])")
# Who shows it takes no more words than this, a sign read as a letter among them.
_MOST_WORDS = 4


def is_announcement(text: str) -> bool:
    """Whether words, all that came to a place, say where something is shown, and are set as a poster sets them."""
    folded = fold(text)
    began = _WHERE.search(folded)
    letters = [letter for letter in text if letter.isalpha()]
    in_capitals = all(map(str.isupper, letters))
    return began is not None and in_capitals and len(folded[began.end() :].split()) <= _MOST_WORDS
