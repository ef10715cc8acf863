"""More words for the templates of `compose`: names of music, films and places from Snips' training part, nouns
from WordNet, and well-known people and places. Templates alone name a few dozen of each, and a model that has seen few takes the rest
for something else."""
import re

from compose import home, info, kit  # noqa: F401  (the first two register the fillers that are widened)
from corpus import records
from sources import load

PLAIN = re.compile(r"[a-z][a-z' -]{1,28}[a-z]")
# Filler of the templates: (intent, slot) of Snips.
FROM_SNIPS = {"artist": [("PlayMusic", "artist"), ("AddToPlaylist", "artist")], "song": [("PlayMusic", "track"), ("AddToPlaylist", "entity_name")],
              "album": [("PlayMusic", "album")], "playlist": [("AddToPlaylist", "playlist"), ("PlayMusic", "playlist")],
              "media_title": [("SearchCreativeWork", "object_name"), ("SearchScreeningEvent", "movie_name"), ("RateBook", "object_name")],
              "city": [("GetWeather", "city"), ("BookRestaurant", "city")], "poi_name": [("BookRestaurant", "restaurant_name")],
              "dish": [("BookRestaurant", "served_dish")], "genre": [("PlayMusic", "genre")]}
ABOUT = {
    "define_word": ["(what is|what's|whats) (a |an |){word=noun}", "(define|definition of|meaning of) {word=noun}", "(describe|explain) (a |an |){word=noun}( to me| please|)", "what does {word=noun} mean", "give me (a |the |)(description|definition) of (a |){word=noun}", "tell me what (a |an |){word=noun} is"],
    "answer_question": ["who (is|was) {~person_known}", "(tell me|give me) (something|more|information|facts|) about {~known}", "where is {~place_known}( located|)", "(information|facts|biography|history) (on|about|of) {~known}", "{~person_known} (biography|age|birthday|birthplace)", "(how old|how tall|how rich) is {~person_known}", "where (is|was) {~person_known} (from|born)", "when (was|did) {~person_known} (born|die|become famous)", "(i want to|let me|help me) (know|learn) (more |)about {~known}", "what (is|was) {~person_known} (known|famous) for", "how (big|far|old|large) is {~place_known}", "what do you know about {~known}", "(search|look up|google|find) (information (on|about) |){~known}", "is {~person_known} (still alive|married|american|dead)", "what is the (capital|population|currency|area|weather like usually|language) of {~place_known}"],
}
KNOWN_PEOPLE = "abraham lincoln|george washington|john f kennedy|queen elizabeth|princess diana|winston churchill|julius caesar|joan of arc|mahatma gandhi|mother teresa|martin luther king|rosa parks|amelia earhart|neil armstrong|charles darwin|galileo|stephen hawking|nikola tesla|thomas edison|leonardo da vinci|pablo picasso|vincent van gogh|william shakespeare|jane austen|mark twain|ernest hemingway|jk rowling|stephen king|agatha christie|walt disney|charlie chaplin|marilyn monroe|elvis|johnny depp|brad pitt|angelina jolie|leonardo dicaprio|julia roberts|george clooney|will smith|tom cruise|meryl streep|morgan freeman|jennifer lawrence|robert de niro|emma watson|bruce lee|jackie chan|arnold schwarzenegger|oprah winfrey|ellen|kim kardashian|beyonce|taylor swift|michael jackson|madonna|justin bieber|lady gaga|freddie mercury|john lennon|bob marley|jimi hendrix|kurt cobain|rihanna|drake|adele|michael jordan|lebron james|kobe bryant|muhammad ali|mike tyson|usain bolt|roger federer|tiger woods|cristiano ronaldo|david beckham|pele|tom brady|babe ruth|bill gates|steve jobs|elon musk|jeff bezos|mark zuckerberg|warren buffett|henry ford|the pope|the dalai lama|the queen of england|the prime minister of canada|hillary clinton|angela merkel|emmanuel macron|theresa may|ronald reagan|richard nixon|che guevara|fidel castro|genghis khan|confucius|socrates|plato|aristotle|sigmund freud|karl marx|beethoven|chopin|houdini|robin hood|king arthur|sherlock holmes|batman|superman".split("|")
KNOWN_PLACES = "canada|brazil|argentina|peru|mexico|cuba|iceland|norway|sweden|finland|denmark|ireland|scotland|belgium|switzerland|austria|poland|ukraine|greece|turkey|egypt|morocco|kenya|nigeria|south africa|ethiopia|israel|iran|iraq|saudi arabia|india|pakistan|nepal|china|mongolia|japan|korea|vietnam|thailand|indonesia|the philippines|australia|new zealand|fiji|hawaii|alaska|texas|florida|california|nevada|ohio|idaho|new jersey|vermont|georgia|louisiana|las vegas|hollywood|niagara falls|the grand canyon|yellowstone|mount rushmore|the empire state building|the golden gate bridge|the white house|stonehenge|big ben|buckingham palace|the taj mahal|machu picchu|the colosseum|the vatican|pompeii|mount fuji|mount kilimanjaro|the himalayas|the alps|the andes|the rocky mountains|the nile|the mississippi river|lake victoria|lake michigan|the dead sea|the pacific ocean|the atlantic|the black sea|the panama canal|the suez canal|antarctica|greenland|siberia|madagascar|bali|mecca|jerusalem|athens|istanbul|moscow|kiev|warsaw|budapest|venice|florence|edinburgh|manchester|liverpool|montreal|vancouver|philadelphia|detroit|new orleans|washington dc|houston|dallas|nashville|rio de janeiro|buenos aires|lima|havana|nairobi|cape town|casablanca|dubai|karachi|kolkata|bangalore|hong kong|shanghai|seoul|osaka|jakarta|manila|melbourne|auckland|the moon|mars|saturn".split("|")


def snips_values(data):
    out = {}
    for record in load(data, "snips", "train"):
        frame = record["frames"][0]
        for slot in frame["slots"]:
            value = slot["value"].lower()
            if PLAIN.fullmatch(value):
                out.setdefault((frame["intent"], slot["name"]), []).append(value)
    return out


def common_nouns(data):
    return [r["words"][0] for r in records(data, "text/wordnet") if r["pos"] == "noun" and re.fullmatch(r"[a-z]{3,9}", r["words"][0])]


def widen(data):
    """Lets the fillers of `compose` choose among many more values half of the time."""
    values = snips_values(data)
    for name, slots in FROM_SNIPS.items():
        wide, old = [v for slot in slots for v in values.get(slot, [])], kit.FILLERS[name]
        kit.FILLERS[name] = lambda rng, wide=wide, old=old: rng.choice(wide) if rng.random() < 0.5 else old(rng)
    for name, entries in (("noun", common_nouns(data)), ("person_known", KNOWN_PEOPLE), ("place_known", KNOWN_PLACES), ("known", KNOWN_PEOPLE + KNOWN_PLACES)):
        kit.FILLERS[name] = lambda rng, entries=entries: rng.choice(entries)


def examples(rng):
    for weight, fn in ((5, "define_word"), (9, "answer_question")):
        yield weight, lambda fn=fn: kit.request(rng, fn, ABOUT[fn], polite=rng.random() < 0.15)
