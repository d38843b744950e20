"""What the words of a changed place are, above all: a claim, an account's name, a translation, a remark."""

import re
from dataclasses import replace
from enum import StrEnum
from typing import Final

from rapidfuzz import fuzz

from app.evidence.words.announcements import is_announcement
from app.evidence.words.laid_over_words import (
    begins_a_mark,
    is_badge,
    is_count,
    is_laid_over,
    is_of_press,
    names_a_page,
)
from app.evidence.words.personal_names import is_named_beside, is_of_names
from app.evidence.words.remarks import (
    is_chat,
    is_dialogue,
    is_idiom,
    is_in_small_letters,
    is_of_daily_life,
    is_quotation,
    is_remark,
    is_spoken,
)
from app.evidence.words.said_likelihood import said_log_odds
from app.evidence.words.taglines import is_tagline
from app.model.geometry import Box
from app.model.title import ReadPlace
from app.model.words import ChangedWords, ClaimKind, TextLine, WordsChange
from app.text.claims.find_claims import find_claims
from app.text.folding import key


class WordSign(StrEnum):
    """The most telling thing about the words of a place, most telling first."""

    TRANSLATED = "translated"
    CONTINUED = "continued"
    RETITLED = "retitled"
    ANNOUNCED = "announced"
    ACCOUNT = "account"
    CLAIMED_ALONE = "claimed_alone"
    SPELLED = "spelled"
    NUMBER_ALONE = "number_alone"
    NUMBER = "number"
    DATE = "date"
    NETWORK = "network"
    CREDITED = "credited"
    ANOTHER_TITLE = "another_title"
    UNTITLED = "untitled"
    HINT = "hint"
    QUOTED = "quoted"
    NAMED = "named"
    TAGLINE = "tagline"
    INITIALS = "initials"
    FIGURE = "figure"
    SAME = "same"
    REPLACED = "replaced"
    GARBLED = "garbled"
    REMOVED = "removed"
    CHAT = "chat"
    REMARK = "remark"
    SPOKEN = "spoken"
    ADDED = "added"
    NONE = "none"


# What beside an account's or a page's name counts more than that.
_OUTWEIGHS_ACCOUNTS: Final = frozenset(
    {
        *(WordSign.CLAIMED_ALONE, WordSign.SPELLED, WordSign.NUMBER_ALONE, WordSign.NUMBER, WordSign.DATE),
        *(WordSign.ANNOUNCED, WordSign.CREDITED, WordSign.ANOTHER_TITLE, WordSign.HINT, WordSign.TAGLINE),
        *(WordSign.NAMED, WordSign.NETWORK),
    }
)
# A remark is read so surely; where other words stood it has so many words.
_SENTENCE, _SURELY_SAID = 4, 0.9
_NUMBERED: Final = frozenset({ClaimKind.SEQUEL, ClaimKind.SEASON})
_DATED: Final = frozenset({ClaimKind.DATE, ClaimKind.TEASER})
# Half of a claim, where the rest of it could not be read.
_HINTS = re.compile(
    r"season|chapter|sequel|\bpart\b|\bvol\b|volume|netflix|coming|original|premiere|saison|staffel"
    r"|\bprime\b|\bvideo\b|\bhulu\b|\bdisney|\bhbo\b|\bmax\b|\bparamount|\bpeacock\b|\bapple\b"
    r"|cinemas?\b|\bt?heat(?:er|re)s\b|\bimax\b|\bstreaming(?![a-z])|\bonly ?on\b|\bS\d{1,2}(?!\d)"
    r"|\buniversal\b|\bwarner\b|\bcolumbia\b|\bmiramax\b|\w{3,}\W+(?:studios|pictures|films|productions|entertainment)\b"
    r"|\b(?:book|act) ?(?:two|three|ii+|[23])\b"
    r"|this ?(?:spring|summer|fall|autumn|winter|christmas|halloween|january|february|march|april|may|june|july|august"
    r"|september|october|november|december)\b|\breturns?\b|\brevenge\b|resurrect|\brebor[nt]|\brebirth\b|\breboot"
    r"|\bbeginning\b|\bawakening\b|\breckoning\b|\blegacy\b|\bhomecoming\b|\baftermath\b|\bredemption\b|\bretribution\b"
    r"|\buprising\b|\breunion\b|\borigins\b|\breloaded\b|\bunleashed\b"
    r"|\bregreso\b|\bretour\b|\br[u\u00fc]ckkehr\b|\britorno\b|\bretorno\b|\bvenganza\b|\bvengeance\b|\bvingan[c\u00e7]a\b"
    r"|\b(?:im|ins) ?kino\b|\ben cines\b|\bau cin\u00e9ma\b|\bsinemalarda\b"
    r"|\bestreno\b|\bestreia\b"
    r"|^\W*(?:the |a |all[ -])?new (?:movie|film)\W*$"
    r"|\b(?:confirmed|greenlit|renewed|in production|now filming|filming now)\b|\bnew (?:movie|film) in\b"
    r"|\bwinner\b|\bnominee\b|\bbest (?:actress|actor|picture|director)\b|\bleaked poster\b"
    r"|\boscars?\b|\bacademy award|\bgolden globe|\bofficial selection\b|\bcertified fresh\b|\d ?% fresh"
    r"|\bn[o0]\.? ?1 (?:movie|film|series|show)\b"
    r"|\bremaster|\brestored\b|\bdirector.?s ?cut\b|\bextended\b|\buncut\b|\bunrated\b|\banniversary\b",
    re.I,
)
_ACCOUNT = re.compile(r"@ ?\S*")
# A caption in small letters that covers the end of a word in capitals is read as one with what is left of it.
_RUN_ON = re.compile(r"(?<=[A-Z]{2})(?=[a-z]{3})")
# What is said beside an account's name is heard where it is a claim, of so many letters at least.
_LEAST_BESIDE = 4
# A piece of a word of so many letters is one with another letter at its end, too.
_LONG_PIECE = 5
# From these log-odds on, words are said rather than lettered, where there are more than so few.
_SAID, _FEW_WORDS = 0.5, 2
# A number alone; where it is read too unsurely to be a claim, pause buttons look like it too.
_FIGURE = re.compile(r"(?:[2-9]|1[01]|I{2,3}|IV|VI{0,3})", re.I)
# Where a line stands that is looked at alone does not matter.
_ANY_PLACE: Final = Box(0, 0, 200, 40)
# A year that no poster had so far, whatever line it was read into.
_YEAR_TO_COME = re.compile(r"(?<!\d)20(?:2[6-9]|3\d)(?!\d)")
# The end of a question, misread: in small letters, no title is run together with its number.
_QUESTION = re.compile(r"[a-z][a-z ]*[a-z]2\W*")
# Fewer letters say little; words this alike (rapidfuzz ratio, 0..100) are the same, misread: two titles score under.
_FEW_LETTERS, _STILL_ALIKE = 5, 45.0
# A title is covered by words that are read so surely, and of which so much is not its own (partial ratio, 0..100).
_SURELY_COVERED, _SHOWN = 0.8, 75.0
# So many letters that are so alike are the same words, read from a worn copy: who sets other words sets others.
_LONG, _MISREAD = 16, 70.0
# Two capitals, and what apps and people write so.
_INITIALS = re.compile(r"[A-Z]{2}")
_SHORT_WORDS: Final = frozenset({
    "AD", "AM", "AS", "AT", "BE", "BY", "CC", "DO", "EP", "GO", "HA", "HD", "HI", "IF", "IN", "IS", "IT", "LE", "ME",
    "MY", "NO", "OF", "OH", "OK", "ON", "OO", "OR", "PM", "SD", "SO", "TO", "TV", "UP", "US", "UU", "VS", "WE", "XD",
    "YO",
})  # fmt: skip
# A count is small print: a figure higher than this share of the poster is a number with something read to it. One read
# less surely than the second is other signs: "III" on stripes is read as 100, by .55; nineteen counts and emoji that
# were laid over tuning posters by .74 and more.
_COUNT_HIGH, _COUNT_READ = 0.12, 0.7
# Badges and buttons of an app hold a number, too; one less high than this share of the poster may be such.
_NUMBER_HIGH = 0.045
# Figures are read surely; of emoji that are read as one, 3 of 17 were so, of numbers six of seven (28 tuning
# posters, seed 33, 2026-11-27).
_SURELY = 0.98
# Netflix signs with a red N; its colour on the circle of hues.
_SYMBOL, _SYMBOL_RED = "N", 0.3


def sign_of(read: ReadPlace, redness: float = 0.0, height: float = 0.0) -> WordSign:
    """What the words of one place are, above all. redness, height: `hue_x` and `height` of the place's shape."""
    if read.languages is not None:
        return WordSign.TRANSLATED
    if read.continues:
        return WordSign.CONTINUED
    if read.retitled:
        return WordSign.RETITLED
    words = read.words
    new = new_words(words)
    if words.change.came and is_announcement(new):
        return WordSign.ANNOUNCED
    if words.change.came and is_named_beside(new):
        return WordSign.NAMED
    kinds = {claim.kind for claim in words.added}
    # Of an account that lies across other lettering, often no more than its sign is read.
    named = ClaimKind.HANDLE in kinds or "@" in new or names_a_page(new)
    others = _beside_accounts(new, read) if named else None
    beside = sign_of(others, redness, height) if others is not None else None
    if beside in _OUTWEIGHS_ACCOUNTS:
        return beside
    # A count stands alone; behind words that stood there before, a number belongs to them.
    behind = bool(words.before) and words.change is WordsChange.ADDED
    large = new.isdigit() and height > _COUNT_HIGH
    unsure = new.isdigit() and words.sureness < _COUNT_READ
    # "10/10" in quotation marks is praise.
    laid_over = is_laid_over(new) and not (is_count(new) and (behind or large or is_quotation(words.after)))
    # An account's name beside a studio's sign does not take that back.
    beside_a_sign = "@" in new and ClaimKind.NETWORK in kinds
    marked = is_badge(words.after) or begins_a_mark(new)
    if (laid_over or marked or named) and not (beside_a_sign or unsure):
        return WordSign.ACCOUNT
    if kinds & _NUMBERED and not words.before and _QUESTION.fullmatch(new):
        return WordSign.REMARK
    # In letters too large for an app's count of parts and seasons.
    said = _without_pieces(new, words.before) if words.change.came and height >= _NUMBER_HIGH else ""
    if said and _is_claim_alone(said, words.sureness):
        return WordSign.CLAIMED_ALONE
    if kinds & _NUMBERED:
        if _is_spelled(words):
            return WordSign.NUMBER if is_remark(new) else WordSign.SPELLED
        if _FIGURE.fullmatch(new) and height >= _NUMBER_HIGH and words.sureness >= _SURELY:
            return WordSign.NUMBER_ALONE
        # "rate it from 1 to 10", "my boss when I'm 2 minutes late": the figure counts something else.
        counts = is_of_daily_life(new) or _is_said_but_for_its_end(new)
        return WordSign.REMARK if not words.before and counts else WordSign.NUMBER
    if kinds & _DATED or (words.change.came and _YEAR_TO_COME.search(new)):
        return WordSign.DATE
    if ClaimKind.NETWORK in kinds or (_SYMBOL in new.split() and redness >= _SYMBOL_RED):
        return WordSign.NETWORK
    if ClaimKind.CREDITS in kinds and not words.before:
        return WordSign.CREDITED
    if read.another:
        return WordSign.ANOTHER_TITLE
    if words.change.came and is_quotation(words.after):
        return WordSign.QUOTED
    if words.change.came and is_chat(new):
        return WordSign.CHAT
    if words.change.came and is_idiom(new):
        return WordSign.REMARK
    if words.change.came and is_tagline(new):
        return WordSign.TAGLINE
    if words.change.came and is_spoken(new):
        return WordSign.SPOKEN
    if read.untitled and is_remark(_without_pieces(new, words.before)):
        return WordSign.REMARK
    if read.untitled and words.sureness >= _SURELY_COVERED and not _shows_through(words):
        return WordSign.UNTITLED
    if _HINTS.search(new) or (words.change.came and is_of_press(new)):
        return WordSign.HINT
    if words.change.came and is_of_names(new):
        return WordSign.NAMED
    if _are_initials(words, new):
        return WordSign.INITIALS
    if _FIGURE.fullmatch(new):
        return WordSign.FIGURE
    # Buttons and stickers are read as a letter or a sign of another script.
    if words.change is WordsChange.ADDED and len(new) == 1:
        return WordSign.NONE
    return _by_change(words, new)


def _are_initials(words: ChangedWords, new: str) -> bool:
    """Whether two capitals came that are no piece of the words that were there, nor a word: studios sign so."""
    came = len(words.after.split()) > len(words.before.split())
    own = new not in _SHORT_WORDS and key(new) not in key(words.before)
    return came and own and _INITIALS.fullmatch(new) is not None


def _by_change(words: ChangedWords, new: str) -> WordSign:
    match words.change:
        case WordsChange.NONE_READ:
            return WordSign.NONE
        case WordsChange.SAME:
            return WordSign.SAME
        case WordsChange.REMOVED:
            return WordSign.REMOVED
        case WordsChange.REPLACED:
            if _is_misread(words):
                return WordSign.SAME
            if _is_garbled(words):
                return WordSign.GARBLED
            # What a repaint leaves of a line reads like a remark as well, but never surely.
            sentence = words.sureness >= _SURELY_SAID and len(new.split()) >= _SENTENCE
            return WordSign.REMARK if is_dialogue(new) or (sentence and is_remark(new)) else WordSign.REPLACED
        case WordsChange.ADDED:
            said = is_idiom(new) or (words.sureness >= _SURELY_SAID and is_remark(new))
            return WordSign.REMARK if said else WordSign.ADDED


def _is_said_but_for_its_end(text: str) -> bool:
    """Whether it is said in small letters, with a mark behind that was read as a figure: titles begin large."""
    words = text.split()
    if len(words) <= _FEW_WORDS or not _FIGURE.fullmatch(words[-1]):
        return False
    said = " ".join(words[:-1])
    return is_in_small_letters(said) and said_log_odds(said) > _SAID


def _is_spelled(words: ChangedWords) -> bool:
    """Whether a claim of a sequel or season is made in words, and not by a figure alone."""
    letters = (sum(map(str.isalpha, claim.text)) for claim in words.added if claim.kind in _NUMBERED)
    return any(count >= _FEW_LETTERS for count in letters)


def _is_claim_alone(said: str, sureness: float) -> bool:
    """Whether a part, a season or a year to come is all that is said; a figure is one only as it is set."""
    said = said.strip(" .!")
    if _FIGURE.fullmatch(said):
        return False
    claims = find_claims([TextLine(said, _ANY_PLACE, sureness)])
    numbered = (key(claim.text) for claim in claims if claim.kind in _NUMBERED)
    return _YEAR_TO_COME.fullmatch(said) is not None or any(each == key(said) for each in numbered)


def _beside_accounts(new: str, read: ReadPlace) -> ReadPlace | None:
    """The place with what else is said there, an account's or page's name taken away; None where nothing is."""
    rest = new
    for claim in read.words.added:
        if claim.kind is ClaimKind.HANDLE:
            rest = rest.replace(claim.text, " ")
    rest = " ".join(word for word in _ACCOUNT.sub(" ", rest).split() if not names_a_page(word))
    found = find_claims([TextLine(rest, _ANY_PLACE, read.words.sureness)])
    left = ((claim, key(_ACCOUNT.sub(" ", claim.text))) for claim in read.words.added)
    known = (claim for claim, text in left if claim.kind is not ClaimKind.HANDLE and text and text in key(rest))
    claims = (*known, *found)
    too_little = len(key(rest)) < _LEAST_BESIDE and not claims
    # What names no page word by word may do so together.
    if too_little or rest == new or names_a_page(rest):
        return None
    return replace(read, words=replace(read.words, after=rest, added=claims), untitled=False)


def _shows_through(words: ChangedWords) -> bool:
    """Whether most of what stood there is read still, run together with what lies on it."""
    before, after = key(words.before), key(words.after)
    return len(before) >= _FEW_LETTERS and fuzz.partial_ratio(before, after) >= _SHOWN


def _without_pieces(new: str, before: str) -> str:
    """The new words but for those that begin or end a word that was there: a badge has cut that in two."""
    known = [key(word) for word in before.split()]
    return " ".join(word for word in new.split() if not any(_is_piece(key(word), each) for each in known))


def _is_piece(part: str, whole: str) -> bool:
    """Whether a word is begun or ended so; of a longer piece, the letter that is cut may be misread."""
    start, end = (part[:-1], part[1:]) if len(part) >= _LONG_PIECE else (part, part)
    return whole.startswith(start) or whole.endswith(end)


def _is_misread(words: ChangedWords) -> bool:
    """Whether so long a text is so much the same that only its reading differs; its figures are the same as well."""
    figures, others = ("".join(filter(str.isdigit, text)) for text in (words.before, words.after))
    before, after = key(words.before), key(words.after)
    return figures == others and len(before) >= _LONG and fuzz.ratio(before, after) >= _MISREAD


def _is_garbled(words: ChangedWords) -> bool:
    """Whether the words are still those that were there, as when a sticker lies on some of them, or hardly any."""
    before, after = (re.sub(r"\W", "", text.casefold()) for text in (words.before, words.after))
    return min(len(before), len(after)) < _FEW_LETTERS or fuzz.ratio(before, after) >= _STILL_ALIKE


def new_words(words: ChangedWords) -> str:
    """What is there now, without the words that were there before; those may have been read as one."""
    known, letters = words.before.casefold().split(), key(words.before)
    return " ".join(
        word
        for word in _RUN_ON.sub(" ", words.after).split()
        if word.casefold() not in known and not (len(key(word)) >= _FEW_LETTERS and key(word) in letters)
    )
