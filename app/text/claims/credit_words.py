"""Credits: who directed, wrote, produced."""

import re
from collections.abc import Iterator

from app.model.words import ClaimKind
from app.text.claims.found import Found, LineInContext

# Compared without spaces: credit blocks are set narrow, and the reader joins their words.
CREDIT_WORDS = re.compile(
    r"DIRECTEDBY|WRITTENBY|PRODUCEDBY|SCREENPLAY|MUSICBY|CASTINGBY|EDITEDBY|EXECUTIVEPRODUCER|COSTUMEDESIGN"
    r"|DIRECTOROFPHOTOGRAPHY|PRODUCTIONDESIGN|INASSOCIATIONWITH|PRODUCTIONSPRESENT|PICTURESPRESENT|PRESENTSA"
    r"|AFILMBY|AFILMFROM|BASEDON|UNFILMDE|UNFILMDI|EINFILMVON|UMFILMEDE|UNAPELICULADE|REALISEPAR|DIRIGIDAPOR"
    r"|DIRIGIDOPOR|REGIEVON|REGIADI|MUSIQUEDE|MUSICADE|MUSIKVON|DREHBUCH|SCENARIODE|PRODUCEDANDDIRECTED|ALLRIGHTSRESERVED"
)


def find_credit_words(line: LineInContext) -> Iterator[Found]:
    """The whole line, when it speaks of the people behind the film."""
    if CREDIT_WORDS.search("".join(letter for letter in line.folded if letter.isalnum())):
        yield Found(ClaimKind.CREDITS, 0, len(line.folded))
