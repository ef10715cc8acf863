"""Turns the records of the data sets into training examples, through label_map.json."""
import json
import os
import re

from corpus import records
from examples import find_span
from tokenizer import normalise

HERE = os.path.dirname(os.path.abspath(__file__))
DELETE = re.compile(r"\b(delete|remove|cancel|erase|take|cross|clear|drop|get rid|scratch|eliminate|strike|check)\b")
CHANGE = re.compile(r"\b(change|move|reschedule|update|edit|modify|push|shift|switch|swap|correct)\b")
OFF = re.compile(r"\b(off|out|close|lock|shut)\b")
ENUMS = {
    "general_greet": "greeting", "general_joke": "joke", "general_praise": "compliment", "general_quirky": "other", "general_affirm": "yes",
    "general_commandstop": "stop", "general_confirm": "repeat", "general_dontcare": "no", "general_explain": "repeat", "general_negate": "no",
    "general_repeat": "repeat", "are_you_a_bot": "about_you", "do_you_have_pets": "about_you", "flip_coin": "joke", "fun_fact": "story",
    "goodbye": "goodbye", "greeting": "greeting", "how_old_are_you": "about_you", "meaning_of_life": "opinion", "roll_dice": "joke",
    "tell_joke": "joke", "thank_you": "thanks", "user_name": "about_you", "what_are_your_hobbies": "about_you", "what_is_your_name": "about_you",
    "where_are_you_from": "about_you", "who_do_you_work_for": "about_you", "who_made_you": "about_you", "cancel": "cancel", "maybe": "no",
    "no": "no", "repeat": "repeat", "what_can_i_ask_you": "help", "yes": "yes", "general.Goodbye": "goodbye", "general.Greeting": "greeting",
    "general.Confirm": "yes", "general.Reject": "no", "general.Cancel": "cancel", "general.Help": "help", "general.Next": "next",
    "general.ShowNext": "next", "general.Previous": "previous", "general.ShowPrevious": "previous", "general.GoBack": "previous",
    "general.Repeat": "repeat", "general.Stop": "stop", "calendar.Cancel": "cancel", "calendar.CancelCalendar": "cancel", "calendar.Next": "next",
    "calendar.Previous": "previous", "email.CancelMessages": "cancel", "email.ConfirmMessages": "yes", "email.ShowNext": "next",
    "email.ShowPrevious": "previous", "todo.ShowNextPage": "next", "todo.ShowPreviousPage": "previous", "people.Next": "next",
    "people.Previous": "previous", "people.Cancel": "cancel", "audio_volume_up": "up", "audio_volume_down": "down", "audio_volume_mute": "mute",
    "date": "date", "time": "time", "next_song": "next", "music.Pause": "pause", "music.Shuffle": "shuffle", "HassMediaNext": "next",
    "HassMediaPause": "pause", "HassMediaPrevious": "previous", "HassMediaUnpause": "play", "HassCancelTimer": "cancel", "HassCancelAllTimers": "cancel",
    "HassDecreaseTimer": "shorten", "HassIncreaseTimer": "lengthen", "HassPauseTimer": "pause", "HassUnpauseTimer": "resume",
    "HassTimerStatus": "remaining", "calendar.AcceptEventEntry": "accept", "calendar.RespondAccept": "accept", "calendar.RejectCalendar": "decline",
    "calendar.RespondDecline": "decline", "calendar.RespondTentativelyAccept": "tentative", "calendar.ConnectToMeeting": "join",
    "people.GetEmailAddress": "email", "people.GetPhoneNumber": "number",
}
ENUM_ARGUMENT = {"irrelevant": "topic", "dialog_control": "action", "set_volume": "direction", "get_datetime": "what", "control_playback": "action",
                 "control_timer": "action", "respond_event": "answer", "find_contact": "field"}
# Labels of hwu64 that mix functions, told apart by their wording.
BY_WORDING = [(label, re.compile(pattern), function) for label, pattern, function in (
    ("transport_query", r"\b(directions?|route|how (do|can|would) i (get|go|reach)|(best|quickest|fastest|shortest) way|how far|distance)\b", "get_directions"),
    ("calendar_query", r"\breminders?\b", "list_reminders"),
    ("takeaway_order", r"\b(search|near|nearby|nearest|look up|find)\b", "find_place"),
    ("email_sendemail", r"\b(text messages?|send (a )?text|sms)\b", "send_message"),
    ("qa_factoid", r"\bhow many (\w+) (are )?in (a|an|one|two|five|\d+) (\w+)$", "convert"),
    ("qa_maths", r"\b(convert|(miles|cups?|inches|feet|kilos?|pounds?|meters) (are )?(in|to))\b", "convert"),
    ("email_querycontact", r"^(call|dial|phone|ring) (?!.*\bnumber)", "make_call"),
    ("phone.ContactSelection", r"^(call|dial|phone) (?!the \w+ one)", "make_call"),
    ("phone.PhoneNumberSelection", r"^(call|dial|phone) (?!the \w+ one)", "make_call"),
    ("alarm_remove", r"^snooze$", "set_alarm"),
    ("iot_hue_lightup", r"^(?!.*\b(light|lights|lamp|lighting|room|here)\b).*\bbrightness\b", "set_brightness"),
    ("iot_hue_lightdim", r"^(?!.*\b(light|lights|lamp|lighting|room|here)\b).*\bbrightness\b", "set_brightness"),
    ("iot_hue_lightchange", r"^(?!.*\b(light|lights|lamp|lighting|room|here)\b).*\bbrightness\b", "set_brightness"),
    ("HassLightSet", r"^(set|change) the brightness to\b", "set_brightness"),
    ("cooking_recipe", r"\bhow many (teaspoons|tablespoons|cups|ounces|pints|liters|grams) (are )?in\b", "convert"),
    ("music_dislikeness", r"\b(skip|turn (it|this) off|stop|next)\b", "control_playback"),
    ("todo.AddToDo", r"^remind me", "set_reminder"))]
# Weak spans for arguments that the data sets do not label.
WEAK = {
    "set_reminder": [("text", r"\bremind me (?:to|that i (?:have|need) to|about) (.+)$"), ("text", r"\breminder (?:to|for|about) (.+)$")],
    "calculate": [("expression", r"^(?:what is|what's|whats|calculate|tell me|compute|how much is|solve|what does) (.+?)(?: please| equal| equals)?[?.]?$")],
    "define_word": [("word", r"^(?:what (?:does|do) )(?:the word )?(.+?) means?[?.]?$"), ("word", r"(?:meaning|definition) of (?:the word )?(\S+)$"),
                    ("word", r"\bspell (?:out )?(?:the word )?(\S+?)(?: for me| please|\?)?$"), ("word", r"^define (\S+)(?: for me| please)?$")],
    "set_timer": [("duration", r"\b((?:\d+|an?|one|two|three|four|five|ten|fifteen|twenty|thirty|forty|forty five|sixty|half an) (?:minutes?|hours?|seconds?|mins?))\b")],
    "make_call": [("contact", r"\b(?:call|dial|phone|ring) (?!me|back|out|for)([\w' .]+?)(?: for me| please| now|\?)?$")],
    "add_list_item": [("item", r"^(?:please |can you |could you )?(?:add|put|include) (.+?) (?:to|on|onto) (?:my|the|our)\b")],
    "remove_list_item": [("item", r"^(?:please |can you |could you )?(?:remove|delete|take|cross|erase) (.+?) (?:from|off|off of) (?:my|the|our)\b")],
    "convert": [("amount", r"\b(\d[\d.,]*|one|two|three|five|ten|twenty|hundred)\b (?=\w+ (?:in|to|into|is|are)\b)")],
    "translate": [("text", r"^(?:how (?:do|would|can) (?:you|i|they|we) say) (.+?) (?:in|if)\b"), ("to_language", r"\b(?:in|to|into) (spanish|french|german|italian|japanese|chinese|russian|portuguese|korean|hindi|english|arabic)\b")],
}
# What is set up where the labels name no title: "schedule a MEETING with lucy".
EVENT_NOUN = re.compile(r"\b(?:a|an|my|the|another|new) ((?:\w+ )?(?:meeting|appointment|call|lunch|dinner|breakfast|party|interview|conference))\b(?! (?:room|invite|request))")


class Converter:
    def __init__(self, data):
        with open(os.path.join(HERE, "label_map.json"), encoding="utf-8") as text:
            self.map = json.load(text)
        self.data = data

    def label(self, record):
        """(suggested function, right answers of ours) of a record."""
        source, intent = record["source"], record["frames"][0]["intent"]
        labels = self.map["labels"][source]
        if source == "sgd":
            intent = re.sub(r"_\d+", "", record["frames"][0]["domain"]) + "." + intent
        suggested = labels.get(intent, labels.get("*"))
        own = self.map["accept_labels"].get(source, {}).get(record["frames"][0]["intent"])
        return suggested, own or self.map["accept"].get(suggested, [])

    def choose(self, record, accept):
        """The function to train for, where a label mixes several."""
        text, intent = record["text"].lower(), record["frames"][0]["intent"]
        if intent == "calendar_update":
            return "delete_event" if DELETE.search(text) else "update_event" if CHANGE.search(text) else "create_event"
        if intent in ("shopping_list_update", "todo_list_update"):
            return "remove_list_item" if DELETE.search(text) and not re.search(r"\b(add|put)\b", text) else "add_list_item"
        if intent == "calendar_set" and re.search(r"\bremind|reminder", text):
            return "set_reminder"
        for label, pattern, function in BY_WORDING:
            if intent == label and pattern.search(text):
                return function
        if intent == "smart_home":
            return smart_home(text)
        if intent == "calendar.FindMeetingRoom":
            return "create_event"
        return accept[0]

    def slot_argument(self, source, slot, function):
        argument = self.map["slots"].get(source, {}).get(slot)
        if isinstance(argument, dict):
            argument = argument.get(function, argument.get("*"))
        return argument

    def arguments(self, record, function):
        """[[argument, value, at]] of the labelled slots, nested duplicates left out."""
        out, taken = [], set()
        for slot in record["frames"][0]["slots"]:
            argument = self.slot_argument(record["source"], slot["name"], function)
            value = str(slot["value"])
            if argument and value.strip() and (argument, value) not in taken and find_span(normalise(record["text"]), " ".join(value.lower().split()), 0) >= 0:
                taken.add((argument, value))
                out.append([argument, value, slot.get("start", 0)])
        return out

    def example(self, record):
        suggested, accept = self.label(record)
        if suggested is None:
            return None
        question = re.match(r" (what|who|how|when|where|why|which|is|are|do|does)\b", normalise(record["text"]))
        if suggested == "none":
            accept = ["answer_question" if question and record["source"] == "clinc150" else "irrelevant"]
        function = self.choose(record, accept)
        intent, source = record["frames"][0]["intent"], record["source"]
        arguments = self.arguments(record, function)
        if function == "create_event":
            if not any(a[0] == "title" for a in arguments):
                noun = EVENT_NOUN.search(record["text"].lower())
                arguments += [["title", noun.group(1), noun.start(1)]] if noun and source != "clinc150" else []
            arguments = title_with_people(record["text"], arguments)
        have = {a[0] for a in arguments}
        text = normalise(record["text"])
        for argument, pattern in WEAK.get(function, []):
            match = re.search(pattern, text.strip())
            if match and argument not in have:
                arguments.append([argument, match.group(1), match.start(1)])
                have.add(argument)
        if function == "convert" and source in ("hwu64", "slurp"):
            money = [s for s in record["frames"][0]["slots"] if s["name"] == "currency_name"]
            arguments += [[name, s["value"], s["start"]] for name, s in zip(("from", "to"), money)]
        value = ENUMS.get(intent) if function in ENUM_ARGUMENT else None
        if suggested == "none":
            value = "other" if accept[0] == "irrelevant" else None
        if value:
            arguments.insert(0, [ENUM_ARGUMENT[function], value])
        return {"turns": [{"text": record["text"], "calls": [{"fn": function, "args": arguments}], "partial": partial(source, function, arguments)}], "group": source, "source": source, "intent": intent}


def partial(source, function, arguments):
    """Whether the labels of this source say nothing about the arguments of the function."""
    if source == "snips" or function in ("list_alarms", "list_reminders", "control_playback", "dialog_control", "irrelevant"):
        return function in ("dialog_control", "irrelevant", "control_playback") and not arguments
    if source == "homeassistant":
        return function not in ("turn_on", "turn_off", "control_timer")
    if source in ("hwu64", "slurp"):
        return function in ("answer_question", "translate", "convert", "calculate", "define_word", "set_reminder", "send_email", "add_list_item", "remove_list_item", "identify_music", "rate_item", "post_social", "control_appliance", "set_volume") and not arguments
    if source == "botframework":
        return function not in ("change_setting", "get_setting", "create_event", "list_events", "delete_event", "update_event", "add_list_item", "remove_list_item", "show_list", "find_contact", "make_call", "get_directions") or (function in ("add_list_item", "remove_list_item") and not arguments)
    return True


def smart_home(text):
    if re.search(r"\b(temp|temperature|thermostat|heat|degrees)\b", text):
        return "set_temperature"
    if re.match(r"(is|are|did|do|check|see|can you (see|check|tell))\b", text):
        return "get_device_state"
    if re.search(r"\b(dim|brighten|color|brighter)\b", text):
        return "set_light"
    return "turn_off" if OFF.search(text) else "turn_on"


def title_with_people(text, arguments):
    """Stretches a title over "with NAME" that directly follows it: lunch with my sister."""
    people = sorted((a for a in arguments if a[0] == "attendees"), key=lambda a: a[2])
    for title in arguments:
        if title[0] != "title":
            continue
        end = title[2] + len(title[1])
        for person in people:
            gap = text[end:person[2]].lower()
            if gap in (" with ", " and ", ", ", " with my ", ", and ") and person[2] >= end:
                end = person[2] + len(person[1])
                title[1] = text[title[2]:end]
    return arguments


def load(data, name, split):
    return [r for r in records(data, "actions/" + name) if r["split"] == split]
