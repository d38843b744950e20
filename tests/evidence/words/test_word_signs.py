"""What words make of a changed place: which sign they are, and how the chances move."""

import math
from dataclasses import replace

import pytest
from hypothesis import given
from hypothesis import strategies as st

from app.evidence.words.word_chances import with_words
from app.evidence.words.word_signs import WordSign, sign_of
from app.model.comparison import RegionChances
from app.model.geometry import Box
from app.model.report import RegionKind
from app.model.title import ReadPlace
from app.model.words import ChangedWords, Claim, ClaimKind, TextLine
from app.text.change import compare_words
from tests.support.values import make_region, make_shape

PLACE = Box(10, 10, 200, 30)
UNSURE = RegionChances(overlay=0.4, text=0.4, picture=0.1, variant=0.1)


def line(text: str, score: float = 0.99) -> tuple[TextLine, ...]:
    return (TextLine(text, PLACE, score),) if text else ()


def read(before: str, after: str, score: float = 0.99) -> ReadPlace:
    return ReadPlace(compare_words(line(before), line(after, score)))


@pytest.mark.parametrize(
    ("before", "after", "sign"),
    [
        ("PURPLE HEARTS", "PURPLE HEARTS 2", WordSign.NUMBER),
        ("", "SEASON 4", WordSign.SPELLED),
        ("", "STREAMING ON HULU", WordSign.ANNOUNCED),
        ("", "ONLY ON \N{BLACK STAR}DISNEY+", WordSign.ANNOUNCED),
        ("", "WATCH NOW ONLIONSGATE", WordSign.ANNOUNCED),
        ("", "WATCH NOWONLIONSGATE", WordSign.ANNOUNCED),
        ("", "ve.tv", WordSign.ACCOUNT),
        ("NO CHEATING!", "SAMP NO CHEATING!", WordSign.ACCOUNT),
        ("", "ofilmnerd.daily", WordSign.ACCOUNT),
        ("", "WATCHING WITH THE WHOLE FAMILY", WordSign.CHAT),
        ("CHRIS ROCK", "CHRIS ROmovie night", WordSign.ACCOUNT),
        ("", "IN THEATERS MAY3 @MOVIEMOODBOARD", WordSign.DATE),
        ("", "PARTTWO www.posterlovers.net", WordSign.SPELLED),
        ("", "ITFALL www.posterlovers.net", WordSign.ACCOUNT),
        ("", "@serienliebe WINNER EST ACTRESS", WordSign.HINT),
        ("", "@part2fans", WordSign.ACCOUNT),
        ("", "10/10 IGN", WordSign.HINT),
        ("", "10/10 would watch again", WordSign.ACCOUNT),
        ("", "LEAKED POSTER", WordSign.HINT),
        ("", "eetrints.shop", WordSign.ACCOUNT),
        ("THE SIXTH SENSE", "CIXTH SENSE ONLY ON N MARVEL STUDIOS", WordSign.ANNOUNCED),
        ("", "JETZT BEI N HBO MAX", WordSign.ANNOUNCED),
        ("", "S\u00d3LO EN CINES", WordSign.ANNOUNCED),
        ("", "DISPONIBLE SUR CANAL+", WordSign.ANNOUNCED),
        ("", "SADECE NETFLIX'TE", WordSign.ANNOUNCED),
        ("", "WATCH NOW", WordSign.ACCOUNT),
        ("", "WATCHING THIS AGAIN", WordSign.CHAT),
        ("", "NO THOUGHTS JUST VIBES", WordSign.CHAT),
        ("", "new movie in 2027", WordSign.DATE),
        ("", "@cinedaily DISNEY+", WordSign.NETWORK),
        ("", "@netflix.updates", WordSign.ACCOUNT),
        ("", "@hbomax_fan", WordSign.ACCOUNT),
        ("LAWSof", "fb.comdfilmfreunde", WordSign.ACCOUNT),
        ("", "NOT ME CRYING", WordSign.CHAT),
        ("", "wkwkwk", WordSign.CHAT),
        ("", "おやすみなさい", WordSign.CHAT),
        ("", "BUENAS NOCHES", WordSign.CHAT),
        ("BASTARDS", "- gemütlicher Abend", WordSign.REMARK),
        ("PIRACY", "THE REEL Director opens up about the film", WordSign.REMARK),
        ("UNDER A PALE MOON", "à fimt yie", WordSign.REPLACED),
        ("", "- COMING SOON", WordSign.DATE),
        ("", "KINO CLUB", WordSign.ACCOUNT),
        ("", "FILMFREUNDEDE", WordSign.ACCOUNT),
        ("", "RaiPlay", WordSign.NETWORK),
        ("", "tv+", WordSign.NETWORK),
        ("", "東映", WordSign.NETWORK),
        ("PITCH BLACK", "Ben sent you a photo", WordSign.ACCOUNT),
        ("", "TELL ME YOU LOVE IT TOO", WordSign.ADDED),
        ("", "STILL NOT OVER THIS", WordSign.CHAT),
        ("", "10K51K41K", WordSign.ACCOUNT),
        ("", "93K967898", WordSign.ACCOUNT),
        ("", "5KILLERS", WordSign.ADDED),
        ("DIRECTED BY JOSEF VON TERNBERG", "DURECIER BY OSEE VON CTERNBERG", WordSign.SAME),
        ("DIRECTED BY JOSEF VON TERNBERG", "DIRECTED BY ANNA VON HOHENBERG", WordSign.NAMED),
        ("", "Who dies first?", WordSign.REMARK),
        ("MARVEL", "the poster alone is MARVEL work of Jarns", WordSign.CHAT),
        ("", "THIS POSTER IS EVERYTHING", WordSign.CHAT),
        ("", '"Film of the year"', WordSign.QUOTED),
        ("", '"10/10, ASEQUEL DONE RIGHT"', WordSign.QUOTED),
        ("", "\u201cBetter than the first\u201d", WordSign.QUOTED),
        ("", '"I can\'t wait for this"', WordSign.CHAT),
        ("", "OFFICIAL SEQUEL", WordSign.SPELLED),
        ("", "THE REMAKE", WordSign.SPELLED),
        ("", "LIVE ACTION", WordSign.SPELLED),
        ("", "NO REMAKE CAN BEAT IT", WordSign.ADDED),
        ("", "u/cinemahead", WordSign.ACCOUNT),
        ("", "t.me/filmclub", WordSign.ACCOUNT),
        ("", "CINEPAGE", WordSign.ACCOUNT),
        ("ATE EDITION", "MARVEL ATE EDITION", WordSign.NETWORK),
        ("", "found it, only on netflix", WordSign.NETWORK),
        ("", "PART TWO", WordSign.SPELLED),
        ("", "part 2 when??", WordSign.NUMBER),
        ("PURPLE HEARTS", "PURPLE HEARTS 2 @movie.daily", WordSign.NUMBER),
        ("", "DECEMBER 2026", WordSign.DATE),
        ("", "A NETFLIX FILM", WordSign.NETWORK),
        ("", "@movie.daily", WordSign.ACCOUNT),
        ("WAYANS", "WAYANS W@", WordSign.ACCOUNT),
        ("WAYANS", "WAYANS 2 W@", WordSign.NUMBER),
        ("", "CineArchive", WordSign.ACCOUNT),
        ("", "NEB DAILY", WordSign.ACCOUNT),
        ("", "MOVIEWERDAILY", WordSign.ACCOUNT),
        ("", "MOVIEWERSAlDY", WordSign.ACCOUNT),
        ("", "A MOVIE BY NOBODY", WordSign.ADDED),
        ("", "thouabts2", WordSign.REMARK),
        ("", "hearts 2", WordSign.NUMBER),
        ("purple hearts", "purple hearts2", WordSign.NUMBER),
        ("", "WALLHUB", WordSign.ACCOUNT),
        ("", "FilmNation", WordSign.ADDED),
        ("", "Woodstock", WordSign.ADDED),
        ("", "62.6K", WordSign.ACCOUNT),
        ("", "IN 4K", WordSign.ADDED),
        ("", "REMASTERED IN 4K", WordSign.HINT),
        ("", "EN DUB", WordSign.ACCOUNT),
        ("what if you had", "A24 what if you had", WordSign.NETWORK),
        ("", "JULY 206", WordSign.DATE),
        ("", "IN HEATERS", WordSign.HINT),
        ("", "childhood <3", WordSign.REMARK),
        ("", "PA", WordSign.INITIALS),
        ("STRIPTEASE", "PR STRIPTE", WordSign.INITIALS),
        ("MY DEMON LOVER", "MY DEMON LOVER BL", WordSign.INITIALS),
        ("DVD", "DD", WordSign.GARBLED),
        ("", "HD", WordSign.ACCOUNT),
        ("", "OK", WordSign.ADDED),
        ("APARAJITO", "AP", WordSign.REMOVED),
        ("", "0:42", WordSign.ACCOUNT),
        ("", "ocinematan", WordSign.ACCOUNT),
        ("", "fireworks", WordSign.ADDED),
        ("", "streamingnews", WordSign.ACCOUNT),
        ("", "NOWSTREAMING", WordSign.ANNOUNCED),
        ("", "The Final Chapter IG: kinolove", WordSign.SPELLED),
        ("", "@chapterclub", WordSign.ACCOUNT),
        ("", "@ cinechapter.daily", WordSign.ACCOUNT),
        ("", "18:2", WordSign.ACCOUNT),
        ("", "UGUST7:52", WordSign.ACCOUNT),
        ("ESON", "TOP 10 ESON", WordSign.ACCOUNT),
        ("", "NEW", WordSign.ACCOUNT),
        ("", "100", WordSign.ACCOUNT),
        ("", "SAMPLE", WordSign.ACCOUNT),
        ("RIDLEY", "NEW RIDLEY", WordSign.ADDED),
        ("", "716", WordSign.ACCOUNT),
        ("THE ROAD", "THE ROAD 100", WordSign.ADDED),
        ("", "12 m", WordSign.ACCOUNT),
        ("", "B KHO C 12 M", WordSign.ADDED),
        ("", "20% OFF", WordSign.ACCOUNT),
        ("", "NEW SEASON", WordSign.SPELLED),
        ("", "SOLD OUT", WordSign.ACCOUNT),
        ("", "2 FOR 1", WordSign.ACCOUNT),
        ("", "press images 60592758", WordSign.ACCOUNT),
        ("", "12 03'04", WordSign.ACCOUNT),
        ("", "12.18.26", WordSign.DATE),
        ("", "[dramatic music]", WordSign.ACCOUNT),
        ("", "- Where are you going? - Home.", WordSign.ACCOUNT),
        ("", "OMG", WordSign.CHAT),
        ("", "No one gets out alive.", WordSign.TAGLINE),
        ("", "Trust no one twice", WordSign.TAGLINE),
        ("", "They thought it was over. They were wrong.", WordSign.TAGLINE),
        ("", "EVERY SECRET HAS A PRICE", WordSign.TAGLINE),
        ("", "the ending broke everyone", WordSign.REMARK),
        ("", "everyone is talking about it", WordSign.REMARK),
        ("", "this movie is back", WordSign.CHAT),
        ("", "mum look at this", WordSign.REMARK),
        ("", "RATE IT FROM 1 TO 10", WordSign.REMARK),
        ("", "my boss when I'm 2 minutes late", WordSign.CHAT),
        ("", "MY WHOLE PERSONALITY", WordSign.CHAT),
        ("", "Cannot wait for this", WordSign.CHAT),
        ("SOMETHINGHAPPENS", "SOMETHING HAPPENS so good", WordSign.CHAT),
        ("", "directed by PAUL OKAFOR written by SARA LINDQVIST", WordSign.CREDITED),
        ("DIRECTED BY PAUL OKAFOR", "DIRECTED BY QUIRIN LINDQVIST", WordSign.GARBLED),
        ("", "RISKEVE SEASON", WordSign.HINT),
        ("", "omg is this real??", WordSign.CHAT),
        ("", "this is so good", WordSign.CHAT),
        ("", "wait... WHAT", WordSign.REMARK),
        ("", "ne video", WordSign.HINT),
        ("", "max", WordSign.HINT),
        ("", "wow", WordSign.CHAT),
        ("", "CAN'T WAIT TO WATCH THIS", WordSign.CHAT),
        ("", "THISMOVIE-LIVES IN MY HEAD RENT FREE", WordSign.CHAT),
        ("VELVET MERIDIAN", "WHO ELSE LOVES THIS FILM", WordSign.CHAT),
        ("", "me every single friday", WordSign.CHAT),
        ("", "DATE NIGHT SORTED", WordSign.CHAT),
        ("", "CE SOIR ON REGARDE ÇA", WordSign.CHAT),
        ("", "wait...", WordSign.CHAT),
        ("", "WAIT UNTIL DARK", WordSign.ADDED),
        ("", "MONDAYS BE LIKE", WordSign.CHAT),
        ("", "MY BOSS AFTER LUNCH", WordSign.CHAT),
        ("", "MY FATHER'S HOUSE", WordSign.ADDED),
        ("", "COME AT THE KING", WordSign.ADDED),
        ("", "I never said I was coming back.", WordSign.SPOKEN),
        ("", "Where are you going now", WordSign.SPOKEN),
        ("", "This time nobody is coming home.", WordSign.HINT),
        ("", "THE RETURN", WordSign.HINT),
        ("", "INCINEMAS MAYI", WordSign.HINT),
        ("", "S2 NOW", WordSign.NUMBER),
        ("", "KEANU REEVES", WordSign.NAMED),
        ("DIRECTED BY PAUL OKAFOR", "DIRECTED BY SARA LINDQVIST", WordSign.NAMED),
        ("", "SENER OZTURK", WordSign.NAMED),
        ("", "FRAN\u00c7OISE ARDANT", WordSign.NAMED),
        ("", "PATH\u00c9", WordSign.NETWORK),
        ("", "O DC", WordSign.NETWORK),
        ("", "GAUMONT PICTURES", WordSign.NETWORK),
        ("", "THE FOX AND I", WordSign.ADDED),
        ("", "ME EXPLAINING THE ENDING AGAIN", WordSign.REMARK),
        ("", "YO CUANDO SUENA EL DESPERTADOR", WordSign.REMARK),
        ("", "WENN DIE PAUSE VORBEI IST", WordSign.REMARK),
        ("", "MOI AUSSI", WordSign.ADDED),
        ("", "LA VENGANZA", WordSign.HINT),
        ("", "12. M\u00c4RZ IM KINO", WordSign.DATE),
        ("", "8 KASIM SINEMALARDA", WordSign.DATE),
        ("EMMA ELBA", "Margot Gosling Keanu Coleman", WordSign.NAMED),
        ("", "FOR ANNA", WordSign.ADDED),
        ("", "Keanu", WordSign.ADDED),
        ("", "NORTHSTAR FILMS", WordSign.HINT),
        ("", "POV: you said just one of them", WordSign.CHAT),
        ("", "best movies of the year", WordSign.REMARK),
        ("", "AMPL", WordSign.ACCOUNT),
        ("DAYS", "DAMPLE", WordSign.ACCOUNT),
        ("", "TEMPLE", WordSign.ADDED),
        ("", "THE BEGINNING", WordSign.HINT),
        ("", "818", WordSign.ACCOUNT),
        ("", "64%", WordSign.ACCOUNT),
        ("", "Our verdict: 10/10", WordSign.ACCOUNT),
        ("", "10/10/2027", WordSign.DATE),
        ("", "POSTERHAUS", WordSign.ACCOUNT),
        ("", "ONLY 4.99", WordSign.ACCOUNT),
        ("", "NEW EPISODE", WordSign.ACCOUNT),
        ("", "Fans react to the leaked trailer of the film", WordSign.REMARK),
        ("", "lucky", WordSign.ADDED),
        ("THE SALT LANTERN", "THE SALT LANTERN", WordSign.SAME),
        ("THE SALT LANTERN", "BROKEN CROWN", WordSign.REPLACED),
        ("THE SALT LANTERN", "THE S T LANT RN8", WordSign.GARBLED),
        ("THE SALT LANTERN", "", WordSign.REMOVED),
        ("", "FOREVER", WordSign.ADDED),
        ("", "@filmclub OSCAR ISAAC TOM HOLLAND", WordSign.NAMED),
        ("", "@tomholland fans", WordSign.ACCOUNT),
        ("", "a masterpiece 3", WordSign.REMARK),
        ("", "purple hearts 3", WordSign.NUMBER),
        ("", "They thoughtit was over. They were wrong.", WordSign.ADDED),
        ("", '"The sequel we deserved"', WordSign.QUOTED),
        ("", '★女★★★ "Film of the decade"', WordSign.QUOTED),
        ("", '"we told you not to come"', WordSign.SPOKEN),
        ("", "", WordSign.NONE),
    ],
)
def test_the_sign_of_words(before: str, after: str, sign: WordSign) -> None:
    assert sign_of(read(before, after)) is sign


def test_a_figure_that_is_read_unsurely_is_no_count() -> None:
    hardly = read("", "100")
    assert sign_of(hardly) is WordSign.ACCOUNT
    unsure = replace(hardly, words=replace(hardly.words, sureness=0.55))
    assert sign_of(unsure) is WordSign.ADDED


def test_other_words_where_the_title_stood_are_lettering_unless_they_are_a_remark() -> None:
    untitled = replace(read("THE SALT LANTERN", "BROKEN CROWN"), untitled=True)
    region = with_words(make_region(chances=UNSURE), untitled)
    assert sign_of(untitled) is WordSign.UNTITLED
    assert region.kind is RegionKind.TEXT
    assert region.variant > UNSURE.variant
    assert sign_of(replace(read("THE SALT LANTERN", "CAN'T WAIT FOR THIS"), untitled=True)) is WordSign.CHAT
    pieces = replace(read("DAYS of HEAVEN", "D. it's giving main EN character"), untitled=True)
    assert sign_of(pieces) is WordSign.REMARK
    assert sign_of(replace(read("THE SALT LANTERN", "BRDKEN CRWN", 0.7), untitled=True)) is WordSign.REPLACED
    showing = replace(read("ASON'S", "streamingne&SON'SJ"), untitled=True)
    assert sign_of(showing) is not WordSign.UNTITLED
    assert sign_of(replace(read("BOTTLE ROCKET", "BOTTLE ROCKF LOL"), untitled=True)) is WordSign.REMARK


def test_another_film_s_title_is_lettering_whatever_it_stands_on() -> None:
    on_a_plate = RegionChances(overlay=0.9, text=0.08, picture=0.01, variant=0.01)
    another = replace(read("", "BROKEN CROWN"), another=True)
    assert sign_of(another) is WordSign.ANOTHER_TITLE
    assert with_words(make_region(chances=on_a_plate), another).kind is RegionKind.TEXT


def test_a_red_n_is_a_network_s_sign_and_any_other_n_a_mark() -> None:
    assert sign_of(read("", "N"), redness=0.6) is WordSign.NETWORK
    assert sign_of(read("", "N"), redness=0.0) is WordSign.NONE


def test_a_figure_as_large_as_a_title_s_is_one_even_on_a_plate_that_looks_like_a_sticker() -> None:
    on_a_plate = RegionChances(overlay=0.98, text=0.015, picture=0.005, variant=0.0)
    for before, after in (("", "4"), ("ECHO", "ECHO 4"), ("", "III")):
        alone = read(before, after)
        assert sign_of(alone, height=0.1) is WordSign.NUMBER_ALONE
        # An app's badges and counts are small.
        assert sign_of(alone, height=0.02) is WordSign.NUMBER
        large = with_words(make_region(chances=on_a_plate, shape=make_shape(height=0.1)), alone)
        assert large.kind is RegionKind.TEXT
    assert sign_of(read("", "4 5"), height=0.1) is not WordSign.NUMBER_ALONE


@pytest.mark.parametrize("after", ["S2", "S03", "PART 3", "Chapter Two", "SEASON 2", "2028", "Teil 2"])
def test_a_badge_that_says_nothing_but_a_part_a_season_or_a_year_to_come_is_a_claim(after: str) -> None:
    """However sure its look is that a plate is a sticker."""
    badge = make_region(chances=RegionChances(0.985, 0.01, 0.004, 0.001), shape=make_shape(height=0.12))
    assert sign_of(read("", after), height=0.12) is WordSign.CLAIMED_ALONE
    assert with_words(badge, read("", after)).claim > 0.8
    # As small as an app's own line of them, it may be one.
    assert sign_of(read("", after), height=0.03) is not WordSign.CLAIMED_ALONE


def test_a_badge_that_cuts_a_word_of_the_title_in_two_says_what_it_says() -> None:
    for before, after in (("GHOST WRITER", "GHOST W S2"), ("EQUILIBRIUM", "EQUI PART RIUM 3"), ("ALIEN", "AL 2027 N")):
        assert sign_of(read(before, after), height=0.12) is WordSign.CLAIMED_ALONE, after
    assert sign_of(read("GHOST WRITER", "GHOST W TER"), height=0.12) is not WordSign.CLAIMED_ALONE


@pytest.mark.parametrize("after", ["watching part 2 tonight", "2019", "S2 was so good", "2", "OK"])
def test_other_words_with_a_number_are_no_claim_alone(after: str) -> None:
    assert sign_of(read("", after), height=0.12) is not WordSign.CLAIMED_ALONE


def test_what_is_read_as_a_figure_but_not_surely_may_be_an_emoji() -> None:
    looks_like_a_sticker = RegionChances(overlay=0.97, text=0.02, picture=0.01, variant=0.0)
    unsure = read("", "8", score=0.93)
    assert sign_of(unsure, height=0.1) is WordSign.NUMBER
    emoji = with_words(make_region(chances=looks_like_a_sticker, shape=make_shape(height=0.1)), unsure)
    assert emoji.kind is RegionKind.OVERLAY


def test_words_set_like_a_title_are_lettering_sooner_than_odd_ones() -> None:
    ways = ("NOTHING STAYS BURIED", "Nothing Stays Buried", "Nothing stays buried", "HBX", "fhd")
    texts = [with_words(make_region(chances=UNSURE), read("", after)).chances.text for after in ways]
    assert texts == sorted(texts, reverse=True)
    assert texts[0] == texts[1] > 0.6
    assert texts[-1] < UNSURE.text


def test_what_people_say_is_laid_over_however_it_is_set() -> None:
    for said, lettered in (
        ("LOOK AT THOSE COLOURS", "LAST TRAIN TO AVALON"),
        ("Such A Good Poster", "The Second Harvest"),
        ("meilleure affiche", "LE RETOUR"),
    ):
        texts = [with_words(make_region(chances=UNSURE), read("", words)).chances.text for words in (said, lettered)]
        assert texts[0] < UNSURE.text
        assert texts[1] > 2 * texts[0]


@pytest.mark.parametrize(
    ("after", "sign"),
    [
        ("16+ 5.1 DUB", WordSign.ACCOUNT),
        ("CC OmU", WordSign.ACCOUNT),
        ("FREE FREE", WordSign.ACCOUNT),
        ("ONLY 3 LEFT", WordSign.ACCOUNT),
        ("KinoArchiv", WordSign.ACCOUNT),
        ("STOCKVIEW", WordSign.ACCOUNT),
        ("Love or hate? YES NO", WordSign.CHAT),
        ("ONE DOESNOTSIMPLY", WordSign.CHAT),
        ("NOBODY: ME AT 3 AM", WordSign.CHAT),
        ("STILL GIVES ME CHILLS", WordSign.CHAT),
        ("#film #poster", WordSign.CHAT),
        ("pant3 confirmed", WordSign.HINT),
        ("2027 catest college", WordSign.DATE),
        ("LAPPROVED", WordSign.ACCOUNT),
        ("MIRAGE MIRAGE", WordSign.ADDED),
        ("GIRlMEON OPENING", WordSign.CHAT),
        ("sequel in production", WordSign.HINT),
    ],
)
def test_what_apps_and_people_write_and_halves_of_claims(after: str, sign: WordSign) -> None:
    assert sign_of(read("", after), height=0.1) is sign


@pytest.mark.parametrize("after", ["NBLUMHOUSE", "*LIONSGATE", "XDREAMWORKS"])
def test_a_studio_s_name_behind_a_sign_that_is_read_as_a_letter(after: str) -> None:
    assert sign_of(read("", after)) is WordSign.NETWORK


@pytest.mark.parametrize(
    ("before", "after", "kind"),
    [
        ("PURPLE HEARTS", "PURPLE HEARTS 2", RegionKind.TEXT),
        ("", "SEASON 4", RegionKind.TEXT),
        ("", "@movie.daily", RegionKind.OVERLAY),
        ("", "12.4K", RegionKind.OVERLAY),
    ],
)
def test_words_decide_what_the_shape_leaves_open(before: str, after: str, kind: RegionKind) -> None:
    region = with_words(make_region(chances=UNSURE), read(before, after))
    assert region.kind is kind
    assert (region.claim > 0.8) == (kind is RegionKind.TEXT)


def test_a_translation_is_another_official_version() -> None:
    words = compare_words(line("THE SALT LANTERN"), line("LA LINTERNA DE SAL"))
    region = with_words(make_region(chances=UNSURE), ReadPlace(words, languages=("en", "es")))
    assert region.variant > 0.8
    assert sign_of(ReadPlace(words, languages=("en", "es"))) is WordSign.TRANSLATED


chance = st.floats(0.001, 1)
claims = st.builds(
    Claim, st.sampled_from(ClaimKind), st.text(max_size=12), st.none() | st.integers(2, 9), st.just(PLACE)
)


@given(
    st.tuples(chance, chance, chance, chance), st.text(max_size=20), st.text(max_size=20), st.lists(claims, max_size=2)
)
def test_chances_stay_chances(
    given_chances: tuple[float, float, float, float], before: str, after: str, added: list[Claim]
) -> None:
    total = sum(given_chances)
    region = make_region(chances=RegionChances(*(value / total for value in given_chances)))
    change = compare_words(line(before), line(after)).change
    told = with_words(region, ReadPlace(ChangedWords(change, before, after, tuple(added))))
    chances = told.chances
    values = (chances.overlay, chances.text, chances.picture, chances.variant)
    assert math.isclose(sum(values), 1.0, abs_tol=1e-6)
    assert min(values) >= 0
    assert told.read is not None


def test_words_in_capitals_are_a_poster_s_lettering_rather_than_others() -> None:
    region = make_region(claim=0.5)
    told = [with_words(region, read("", words)).claim for words in ("NEVER FORGET", "Never forget", "12")]
    assert told == sorted(told, reverse=True)
    assert len(set(told)) == 3
