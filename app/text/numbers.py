"""Numbers as posters write them: in digits, in Roman figures, in words of six languages."""

import re

ROMAN = {
    name: value
    for value, name in enumerate(("II", "III", "IV", "V", "VI", "VII", "VIII", "IX", "X", "XI", "XII", "XIII"), start=2)
}
# Alone behind a word these are more often a name (Malcolm X) or an initial than a number.
INITIALS = frozenset({"V", "X"})
# The reader takes capital I, small l and the figure 1 for one another; two or three in a row are a Roman figure.
_MISREAD = re.compile(r"[I1L|!]{2,3}")

# IWO, TVO, TW: two, as the reader has it when the letters are worn or cut off.
_WORDS: tuple[tuple[int, str], ...] = (
    (1, "ONE UN UNE EINS UNO UMA FIRST PREMIER PREMIERE ERSTE ERSTER PRIMERA PRIMER PRIMA PRIMO PRIMEIRA"),
    (2, "TWO IWO TVO TWC TWD TW DEUX ZWEI DOS DUE DOIS DUAS SECOND DEUXIEME SECONDE ZWEITE ZWEITER"),
    (2, "SEGUNDA SEGUNDO SECONDA SECONDO"),
    (3, "THREE TROIS DREI TRES TRE THIRD TROISIEME DRITTE DRITTER TERCERA TERCER TERZA TERZO TERCEIRA"),
    (4, "FOUR QUATRE VIER CUATRO QUATTRO QUATRO FOURTH QUATRIEME VIERTE VIERTER CUARTA CUARTO QUARTA QUARTO"),
    (5, "FIVE CINQ FUNF CINCO CINQUE FIFTH CINQUIEME FUNFTE FUNFTER QUINTA QUINTO"),
    (6, "SIX SECHS SEIS SEI SIXTH SIXIEME SECHSTE SEXTA SEXTO SESTA SESTO"),
    (7, "SEVEN SEPT SIEBEN SIETE SETTE SETE SEVENTH SEPTIEME SIEBTE SEPTIMA SETTIMA SETIMA"),
    (8, "EIGHT HUIT ACHT OCHO OTTO OITO EIGHTH HUITIEME ACHTE OCTAVA OTTAVA OITAVA"),
    (9, "NINE NEUF NEUN NUEVE NOVE NINTH NEUVIEME NEUNTE NOVENA NONA"),
    (10, "TEN DIX ZEHN DIEZ DIECI DEZ TENTH DIXIEME ZEHNTE DECIMA"),
)
WORDS = {word: value for value, words in _WORDS for word in words.split()}
_CHINESE = {sign: value for value, sign in enumerate("一二三四五六七八九十", start=1)}

# A number behind "part", "season" and the like; to be used in a pattern on folded words. The longest word comes first.
NUMBER = (
    rf"(?:\d{{1,2}}(?!\d)|[IVX|!L1]{{1,4}}(?![A-Z0-9])|(?:{'|'.join(sorted(WORDS, key=len, reverse=True))})(?![A-Z]))"
)


def number_of(token: str) -> int | None:
    """The value of a folded token: digits, a Roman figure (also misread), a word, a Chinese numeral; None if none."""
    if token.isdecimal():
        return int(token)
    if token in WORDS:
        return WORDS[token]
    if token in ROMAN:
        return ROMAN[token]
    if token in _CHINESE:
        return _CHINESE[token]
    if _MISREAD.fullmatch(token):
        return len(token)
    return 1 if token in {"I", "L", "|", "!"} else None
