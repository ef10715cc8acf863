"""Follow-up turns (`amend`), and several calls in one request."""
from compose.kit import expand, finish, noise, request, words

# What may be changed after a call of each function, and how it is said.
SAME = {
    "create_event": ["(make it|change it to|no,|actually|rather|sorry,|i meant|let's say|better|how about) {time=clock}( instead| please| rather|)", "make it {hour_word} instead", "make it {hour_word}", "{hour_word} instead", "(make it|move it to|change it to|actually) {date}( instead| please|)", "(and |)(invite|add|include) {attendees}( too| as well| also|)", "(and |)(invite|add) {attendees} and {attendees}", "(call it|name it|title it|rename it to|change the title to) {title=plain_title}( instead|)", "(make it|for|change it to|let it be) {duration=span_duration}( instead| long|)", "(at|in) {location=place}( please|)", "(the location is|it's at|it takes place at|put it at) {location=place}", "make it {repeat}", "repeat it {repeat}", "until {end_time=clock}", "it ends at {end_time=clock}", "make it {date} at {time=clock}", "no, {date} at {time=clock}", "(not {~date}, |){date}", "one hour later at {time=clock}", "what about {date}", "could we do {time=clock}", "{time=clock} would be better", "{time=clock} not {~clock}"],
    "set_reminder": ["(make it|no,|actually|rather|better|change it to|sorry) {time=clock}( instead|)", "(make it|change it to|actually) {date}( instead|)", "make it {repeat}", "repeat {repeat}", "i meant {text=todo}", "change it to {text=todo}", "{date} at {time=clock}", "no, to {text=todo}", "make it {date} at {time=clock}"],
    "set_alarm": ["(make it|no,|actually|rather|better|change it to|sorry) {time=clock}( instead|)", "{repeat} please", "make it {repeat}", "(make it|change it to) {date}", "call it {label=alarm_label}", "and (also |)at {time=clock}", "half an hour later, {time=clock}"],
    "set_timer": ["(make it|no,|actually|rather|change it to|better) {duration=span_duration}( instead| please|)", "call it {label=timer_label}", "name it {label=timer_label}", "{duration=span_duration} is better"],
    "send_email": ["(send it to|make it to|to) {to=person}( instead|)", "(change the subject to|the subject is|with the subject|subject:) {subject}", "(say|write|add|and say|tell them|also say) {body}", "(and |)(also |)to {to=person}", "the text should be {body}", "add that {body}"],
    "send_message": ["(say|write|and say|tell them|also say) {body}( instead|)", "(send it to|no, to|make that to) {to=person}( instead|)", "and also to {to=person}", "add {body}"],
    "add_list_item": ["(and |)(also |){item}( too| as well| please|)", "(and |)(also |)add {item}( too|)", "(put it on|make it|on) (the|my) {list=list_name} list( instead|)", "no, {item}", "{item} instead", "and {item} and {item}"],
    "make_call": ["(no, |actually |sorry |i meant |){contact=callee}( instead|)", "call {contact=callee} instead"],
    "set_volume": ["(make it|no,|actually|to|a bit more,) {level}( instead|)", "{level} instead"],
    "get_weather": ["(and|what about|how about) (in |){location=city}", "(and|what about|how about) {date}", "(and|what about|how about) {date} in {location=city}"],
    "create_note": ["(add|also write|and|change it to) {text=note_text}", "call it {title=note_title}"],
    "play_music": ["(no, |rather |actually )something else", "play {~artist} instead"],
    "web_search": ["(and|what about|rather) {query}", "{query} instead"],
    "list_events": ["(and|what about|how about) {date}", "and with {attendees}"],
}
words("hour_word", "3|2|4|5|6|7|8|9|10|11|12|three|four|five|six|noon|one|two")
words("poss", "my")
# Functions that people often ask for together.
SWITCHING = ["turn_on", "turn_off", "turn_on", "turn_off", "set_light", "set_temperature", "control_appliance"]
LIKELY = ["set_alarm", "set_reminder", "create_event", "set_timer", "turn_off", "turn_on", "send_message", "send_email", "add_list_item", "play_music",
          "set_volume", "make_call", "get_weather", "cancel_alarm", "delete_event", "change_setting", "set_light", "open_app"]
JOIN = [" and ", " and ", " and then ", ", and ", " then ", " and also ", ". ", "; ", " plus ", ", then "]


def makers_by_function(makers, rng):
    """Some requests of each function, to be joined or followed up."""
    pool = {}
    for weight, make in makers:
        for _ in range(int(weight * 60)):
            turn = make()
            pool.setdefault(turn["calls"][0]["fn"], []).append(turn)
    return pool


def follow_up(rng, pool):
    if rng.random() < 0.12:  # yes, no, cancel and so on answer the card, whatever it shows
        first = rng.choice(pool[rng.choice([f for f in SAME if f in pool])])
        return {"turns": [first, rng.choice(pool["dialog_control"])], "group": "follow"}
    fn = rng.choice([f for f in SAME if f in pool])
    first = rng.choice(pool[fn])
    marked = expand(rng, rng.choice(SAME[fn]).replace("{hour_word}", "{time=hour_word}"))
    if rng.random() < 0.12:
        marked = rng.choice(["please ", "oh ", "hm, ", "wait ", "and ", "ok "]) + marked
    text, arguments = finish(noise(rng, marked))
    call = {"fn": "amend", "args": arguments}
    known = {"get_weather", "list_events", "web_search"}
    if fn in known:
        call["fn"] = fn
    if fn == "play_music":
        call = {"fn": "play_music", "args": []}
        return {"turns": [first, {"text": text, "calls": [call], "partial": True}], "group": "follow"}
    if fn == "set_alarm" and text.startswith("and"):
        call["fn"] = "set_alarm"
    if fn in ("set_volume", "make_call", "set_alarm", "set_timer", "create_note", "send_message") and not arguments:
        call = {"fn": "dialog_control", "args": [["action", "repeat"]]}
    return {"turns": [first, {"text": text, "calls": [call]}], "group": "follow"}


def after_other(rng, pool):
    """A second request that has nothing to do with the first: the context must not confuse."""
    first, second = (rng.choice(pool[rng.choice(list(pool))]) for _ in range(2))
    if rng.random() < 0.35:  # a word in between is no change of what was done
        second = rng.choice(pool[rng.choice(["irrelevant", "irrelevant", "answer_question"])])
    return {"turns": [first, second], "group": "context"}


def without_stop(text):
    text = text.rstrip("!?")
    return text if text.endswith((".m.", ".m..")) or text[-2:-1].isdigit() else text.rstrip(".")


def several(rng, pool):
    """Two (now and then three) calls in one request."""
    names = [f for f in pool if f not in ("irrelevant", "dialog_control", "answer_question", "web_search", "translate", "create_note", "post_social")]
    text, calls = "", []
    kind = rng.random()
    likely = SWITCHING if kind < 0.2 else [f for f in LIKELY if f in pool] if kind < 0.65 else names
    for i in range(3 if rng.random() < 0.1 else 2):
        turn = rng.choice(pool[rng.choice(likely)])
        joint = rng.choice(JOIN) if i else ""
        start = len(text) + len(joint)
        text += joint + without_stop(turn["text"])
        for call in turn["calls"]:
            calls.append({"fn": call["fn"], "args": [[a[0], a[1]] + [at + start for at in a[2:]] for a in call["args"]]})
    return {"turns": [{"text": text, "calls": calls}], "group": "several"}
