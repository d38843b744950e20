"""What people say over a poster that they pass on, and what is said in a film: no poster has it in its lettering."""

import re
from typing import Final

from app.text.folding import key

# Posters are set in capitals, in titles, or in sentences that begin large or end; people write small letters from the
# first one on, or words of chats, or more than one sign of surprise.
# A heart, a smile; ratios and lists have their colons behind a letter or figure.
_EMOTICON = re.compile(r"(?:^|\s)(?:<3|[:;]-?[)(DPO])(?!\w)")
_SURPRISED = re.compile(r"[?!]{2,}|\?\s*$|\bwait\W+what\b", re.I)
_CHAT_WORDS = re.compile(
    r"\W*(?:o+mg+|lol|lmao|wtf|wow|mood|hype|pov|fyp|slay|vibes?|yes+|nope|no way|so good|love this|haha\w*|iconic|yay+"
    r"|finally|nobody|wait|same|hello|hey|bye|hugs|kisses|xoxo|muah|yum(?:my)?|cute|lmfao|rofl|xd+|hehe\w*|hihi\w*"
    r"|ja(?:ja)+j?|je(?:je)+j?|k{3,}|wk(?:wk)+w?|mdr+|ptdr|ciao|hola|bisous|besos|besitos|abrazos|baci|beijos|kuss"
    r"|süß|canim|canım|kawaii)\W*",
    re.I,
)
_CHATTING = re.compile(
    r"\b(?:i|i'?m|i'?ve|my|me|mum|mom|omg|lol|pls|ur|guys|tho|gonna|cant|real|fake|leaked)\b"
    r"|\b(?:is|at|for|love|like) this\b",
    re.I,
)
# Words of who speaks; in so long a sentence they stand in subtitles and remarks more often than in taglines.
_SPEAKING = re.compile(
    r"\b(?:i|i'?m|i'?ve|i'll|we|we're|my|me|let'?s)\b|\b(?:are|do|did|have|were|will|can|can'?t) (?:you|they)\b", re.I
)
_LEAST_SAID = 4
_POINT_OF_VIEW = re.compile(r"\bPOV\b")
# Of films and of watching them people speak in small letters; posters name them in capitals.
_OF_FILMS = re.compile(
    r"\b(?:movies?|films?|posters?|trailers?|cinema|watch(?:ed|ing)?|tonight|weekend|pizza|nachos|chips|blanket|sofa"
    r"|wochenende|finde|hafta sonu|manta|battaniye|kocem|canapé|divano|decke|plaid)\b",
    re.I,
)
# What daily life and chats about films are made of, and hardly any tagline; in capitals too.
_EVERYDAY = re.compile(
    r"\b(?:wi-?fi|homework|exams?|coffee|snacks?|popcorn|gym|payday|adulting|laundry|roommates?|couch|spoilers?|bro|dude"
    r"|iykyk|mondays?|nospoilers|(?:peak|absolute) cinema|what a (?:movie|film)|best (?:movie|film) of"
    r"|never gets old|who remembers|here we go again|this is fine|guess the (?:movie|film)|rate this"
    r"|(?:movie|film) (?:marathon|date|club)|my (?:boss|ex|cat|dog|brain|bed|mates?|friends?|crush|bestie|mum|mom|dad)"
    r"|nobody asked|no one asked|tell me why|how it (?:started|is going)|rate it|1 to 10|\d+ (?:out )?of 10"
    r"|(?:not over|crying (?:over|at|about)|screaming (?:over|at|about)|thinking about|ready for|stan|deserves?) this"
    r"|not me \w+ing|finally drops"
    r"|just vibes|no thoughts|no cap|lowkey|highkey|literally me|so relatable|bestie|main character energy|throwback"
    r"|\d+ min(?:ute)?s? late|(?:my|your|his|her) (?:whole|entire) (?:personality|life|mood))\b"
    r"|nobody ?:|\byes\W+no\b|#(?:films?|movies?|posters?|cinema|fyp)\b"
    r"|\b(?:palomitas|pipoca|mi (?:jefe|gato|perro|ex|madre)|mon (?:chat|chien|boss|ex)|meine? (?:chef|hund|katze|ex)"
    r"|(?:ja){2,}j?|k{4,}|(?:wk){2,}w?|mdr|ptdr|sextou"
    r"|buenas (?:noches|tardes)|boa (?:noite|tarde)|bonne (?:nuit|soirée)|bonsoir|buona(?:notte|sera)"
    r"|guten? (?:nacht|abend|morgen)|buenos d[ií]as|bom dia|buongiorno|iyi (?:geceler|akşamlar)|günaydın"
    r"|dobranoc|dobry wiecz[oó]r|selamat (?:malam|pagi)|good (?:night|evening|morning) (?:all|every\w+|guys|fam\w*)"
    r"|(?:noche|tarde) de (?:pelis?|cine|manta)|noite de (?:filme|cinema)|soirée (?:ciné|film|canapé|pizza)"
    r"|serata (?:divano|film|cinema)|film keyfi|wiecz[oó]r (?:z|filmowy)|malam minggu|nonton(?:an)? bareng"
    r"|netflix (?:and|&) chill"
    r"|meu (?:chefe|gato|ex)|il mio (?:capo|gatto|ex)|lunes|lundi|montags?|segunda-feira|luned[iì]|pazartesi)\b",
    re.I,
)
# The same where words are not parted: good night, good evening, good morning, tonight's film, popcorn, the best, cute,
# laughter, the weekend.
_EVERYDAY_UNPARTED = re.compile(
    "おやすみ|こんばんは|おはよう|今夜|今晚|ポップコーン|最高|かわいい"
    "|晚安|早安|周末|週末|爆米花|哈哈|笑死|好看|真香|太可爱|家で観"
)
_ABOUT_ME = re.compile(r"\W*me\W*(?:when|every|after|at|on|if|whenever|trying|\w{3,}ing)\b", re.I)
# The same in other languages, in so many words; film titles that begin so are shorter.
_ABOUT_ME_ELSEWHERE = re.compile(r"\W*(?:yo|moi|ich|eu|io|cuando|quand|quando|wenn) (?:\S+ +){2,}\S+", re.I)
# A poster speaks to whoever sees it, never of itself as a film among others, or of watching it. In capitals too, and
# without spaces, as readers see them.
_IDIOMS: Final = (
    "CANTWAIT", "CANNOTWAIT", "THISMOVIE", "THISFILM", "THISSHOW", "THISSERIES", "WATCHTHIS", "WATCHEDTHIS",
    "WATCHINGTHIS", "WATCHITAGAIN", "WHATTOWATCH", "REWATCH", "MUSTWATCH", "BINGE", "RENTFREE", "WHOELSE", "FIGHTME",
    "CHANGEMYMIND", "UNPOPULAROPINION", "HOTTAKE", "MEEVERY", "MEAFTER", "MEWATCHING",
    "MEWAITING", "WAITINGFORTHIS", "NEEDTHIS", "NEEDTOSEE", "SEENTHIS", "LOVETHIS", "FILMEVER", "MOVIEEVER", "SHOWEVER",
    "MYFAVORITE", "MYFAVOURITE", "FAVORITEMOVIE", "FAVOURITEFILM", "MYCHILDHOOD", "SOEXCITED", "SOGOOD", "SOHYPED",
    "TAKEMYMONEY", "REMEMBERTHIS", "REMEMBERSTHIS", "ISTHISREAL", "TAGAFRIEND", "TAGSOMEONE", "LINKINBIO", "SWIPEUP",
    "STILLWAITING", "NOTREADY", "IMREADY", "IMCRYING", "IMSCREAMING", "FORTHEWEEKEND", "FRIDAYNIGHT",
    "NOTGONNALIE", "BIGMOOD", "SAMEENERGY", "OBSESSED", "UNDERRATED", "OVERRATED", "DATENIGHT", "NIGHTSORTED",
    "PLANSSORTED", "MOMSAID", "MUMSAID", "ADDTOLIST", "ONMYLIST", "WATCHLIST", "NEXTWATCH", "REALLYGOOD", "HIDDENGEM",
    "GIVESMECHILLS", "GAVEMECHILLS", "GIVINGMECHILLS", "HITSDIFFERENT", "STILLABANGER", "TOPTIER", "LIVINGFORTHIS",
    "ONEDOESNOTSIMPLY", "WHENYOUR", "WHENMOM", "WHENMUM", "WHENITISFRIDAY", "SKIPTHECREDITS", "ABSOLUTELYNOBODY",
    "NOBODYME", "BESTONEYET", "GOOSEBUMPSEVERY", "CHILLSEVERY", "CALLMUM", "CALLMOM", "MOVIESATHOME", "SOUNDTRACKEVER",
    "ICRIED", "MONDAYBELIKE", "POPCORNISGONE", "WATCHINGITAGAIN", "GUILTYPLEASURE", "ALLTIMEFAV",
    "HEREFORIT", "HEREFORTHIS", "CHEFSKISS", "NONOTES", "MEAT3AM", "MEONOPENING",
    "GOATED", "STILLTHEBEST", "CRIEDSOHARD", "THISPOSTER", "THEPOSTERALONE",
    "POSTERTHOUGH", "POSTERTHO", "CRYINGAGAIN", "MOMSFAV", "MUMSFAV", "DADSFAV", "WHATAFILM", "WHATAMOVIE",
    "JUSTAMOVIE", "TELLMEWHY", "MYWHOLE", "WHOSWATCHING", "WHOISWATCHING",
    "CRIEDSO", "WATCHINGWITH", "STILLHOLDSUP",
    "AGEDWELL", "COMFORTFILM", "COMFORTMOVIE", "SUNDAYMOOD", "WEEKENDMOOD", "WEEKENDPLANS",
    "ONREGARDE", "TROPHATE", "HATEDEVOIR", "TROPBIEN", "MONFILM", "QUIAVU", "DEJAVUQUI",
    "NOPUEDOESPERAR", "QUEGANAS", "PELICULON", "HAYQUEVER", "QUIENMAS", "MIPELICULA", "ESTANOCHETOCA",
    "KANNESKAUM", "KANNSKAUM", "WERNOCH", "HEUTEABEND", "FILMABEND", "KINOABEND", "LIEBLINGSFILM",
    "NAOVEJOAHORA", "MALPOSSO", "HOJETEM", "FILMAO", "MEUFILME", "QUEMMAIS", "BORAASSISTIR",
    "NONVEDOLORA", "STASERA", "FILMPREFERITO", "CHILHAVISTO",
    "SABIRSIZLA", "BUAKSAM", "BUGECE", "NEIZLE", "FILMGECESI", "IZLEYELIM", "IZLEDINIZ", "EFSANEFILM",
)  # fmt: skip
# Stars above it are read as signs of any script.
_QUOTATION = re.compile(
    r"[^a-zA-Z\"\u201c\u201d\u201e\u00ab]*[\"\u201c\u201d\u201e\u00ab](?:\S+\s+){2,}\S+[\"\u201c\u201d\u00bb]\W*"
)
# Praise that posters quote, in which somebody may speak.
_PRAISE = re.compile(
    r"\b(?:(?:film|movie|series|show|picture|performance|thriller|comedy) of the (?:year|decade|century|summer)"
    r"|the sequel|triumph|tour de force|must[- ]see|knockout|classic|masterpiece|revelation|delight|thrill ride"
    r"|breathtaking|spellbinding|riveting|stunning|dazzling|unmissable|electrifying|hilarious|gripping"
    r"|the (?:year|decade)'?s (?:best|funniest|scariest|finest))\b",
    re.I,
)
# A dash before what somebody says is a subtitle's.
_DIALOGUE = re.compile(r"\s*[-\u2013\u2014]\s*\S+ +\S")
_SENTENCE_ENDS = re.compile(r"[^.]\.\W?$")
_SMALL_LETTERS = 0.6


def is_idiom(text: str) -> bool:
    """Whether words hold what people say of a film or to each other, however they are written."""
    if is_chat(text) or _SURPRISED.search(text) or _EMOTICON.search(text):
        return True
    return _ABOUT_ME.match(text) is not None or _ABOUT_ME_ELSEWHERE.fullmatch(text) is not None


def is_chat(text: str) -> bool:
    """Whether words are what people say to each other, so that no question of a tagline's is among them."""
    run_together = key(text)
    said = any(idiom in run_together for idiom in _IDIOMS) or _CHAT_WORDS.fullmatch(text) is not None
    return said or is_of_daily_life(text) or _POINT_OF_VIEW.search(text) is not None


def is_quotation(text: str) -> bool:
    """Whether words stand in quotation marks, as praise does on posters, and nobody speaks in them but to praise."""
    said = is_chat(text) or (is_spoken(text) and not _PRAISE.search(text))
    return _QUOTATION.fullmatch(text) is not None and not said


def is_of_daily_life(text: str) -> bool:
    """Whether words speak of what daily life, and watching films, is made of."""
    return _EVERYDAY.search(text) is not None or _EVERYDAY_UNPARTED.search(text) is not None


def is_remark(text: str) -> bool:
    """Whether words read like a remark of somebody who passes the picture on."""
    if is_idiom(text):
        return True
    if not is_in_small_letters(text):
        return False
    starts = [word[0] for word in text.split() if word[0].isalpha()]
    begins_small = sum(start.islower() for start in starts) > _SMALL_LETTERS * len(starts)
    if is_dialogue(text) or (len(starts) > 1 and _OF_FILMS.search(text)):
        return True
    chats = starts[0].islower() or bool(_CHATTING.search(text))
    # One small word is as often a maker's name, and a sentence that ends, or only begins large, a tagline.
    return begins_small and chats and len(starts) > 1 and not _SENTENCE_ENDS.search(text)


def is_dialogue(text: str) -> bool:
    """Whether words are what somebody says in a film, with a dash before it as in subtitles."""
    return is_in_small_letters(text) and _DIALOGUE.match(text) is not None


def is_said(text: str) -> bool:
    """Whether somebody says it, of a film or in it."""
    return is_remark(text) or is_spoken(text)


def is_spoken(text: str) -> bool:
    """Whether words are a sentence in small letters in which somebody speaks of themselves, as in subtitles."""
    return is_in_small_letters(text) and len(text.split()) >= _LEAST_SAID and bool(_SPEAKING.search(text))


def is_in_small_letters(text: str) -> bool:
    """Whether most letters are small, in words that begin with one."""
    letters = [letter for letter in text if letter.isalpha()]
    small = sum(letter.islower() for letter in letters)
    return any(word[0].isalpha() for word in text.split()) and small > _SMALL_LETTERS * len(letters)
