"""Events, reminders, alarms, timers."""
from compose import people, when  # noqa: F401, they register fillers
from compose.kit import FILLERS, filler, request, words

words("event_noun", """meeting|appointment|call|lunch|dinner|breakfast|brunch|coffee|interview|standup|review|workshop|party|date|training|class|
 yoga|gym session|haircut|dentist appointment|doctor's appointment|doctor appointment|conference call|video call|one on one|1:1|team meeting|staff meeting|
 budget review|project kickoff|status update|planning session|board meeting|birthday party|parent teacher conference|game night|movie night|
 book club|soccer practice|piano lesson|guitar lesson|checkup|eye exam|vet appointment|concert|flight|trip|vacation|picnic|barbecue|webinar|seminar|
 lecture|exam|job interview|sprint planning|retrospective|demo|design review|code review|sync|catch up|all hands|town hall|offsite|hike|run|
 massage|oil change|car inspection|therapy session|tennis match|football game|choir practice|study group|playdate|wedding|baby shower|
 anniversary dinner|rehearsal|photo shoot|house viewing|tax appointment|physical therapy|physiotherapy|blood test|pediatrician|mechanic|
 zoom call|phone call|product launch|sales pitch|client visit|quarterly review|performance review|happy hour|drinks|karaoke|swim class|swimming|
 budget meeting|marketing meeting|strategy meeting|weekly sync|daily standup|kickoff|deadline|presentation|family dinner|date night|spa day""")
words("event_topic", """the budget|the new project|the roadmap|q3 results|the launch|hiring|the website|the merger|marketing|sales|the contract|the kitchen
 remodel|vacation plans|the wedding|the report|the school trip|safety|onboarding|the product|design|the quarterly numbers|the release|the move|taxes|the garden|the interview""")
words("place", """room 4|room 102|conference room b|the office|starbucks|the park|my place|the cafe|luigi's|central station|the library|the gym|
 downtown|the big meeting room|zoom|teams|berlin|the mall|the hotel lobby|the blue room|the italian place|the school|city hall|the clinic|main street 12|
 the church|the airport|cafe central|the beach|building 7|mom's house|the restaurant|room 12a|skype|the town hall|the rooftop|the lake|the conference room|5th avenue|the pub""")
words("todo", """buy milk|call mom|call my mom|call the doctor|pay the rent|pay the electricity bill|take out the trash|take the trash out|water the plants|feed the cat|feed the dog|walk the dog|
 pick up the kids|pick up the laundry|pick up my dry cleaning|send the report|submit the timesheet|book a hotel|renew my passport|take my pills|take my medicine|take my medication|
 buy a birthday present for {~name}|email {~name}|call {~name}|text {~name}|finish the presentation|finish my homework|do my taxes|file my taxes|clean the kitchen|clean the house|vacuum|do the laundry|do the dishes|
 check the oven|check on the baby|turn off the stove|turn off the sprinkler|charge my phone|charge the car|back up my laptop|water the garden|mow the lawn|go to the gym|go for a run|drink water|stretch|stand up|take a break|
 buy groceries|buy eggs and butter|get gas|get the car washed|change the air filter|change the bed sheets|return the library books|return the package|mail the letter|sign the contract|review the budget|prepare for the interview|
 study for the exam|read chapter five|practice piano|order flowers|order a cake|cancel my gym membership|cancel the subscription|schedule a dentist appointment|make a dentist appointment|print the tickets|print the boarding pass|pack my bag|pack for the trip|
 check in for my flight|leave for the airport|lock the door|close the windows|defrost the chicken|take the cake out of the oven|put the bins out|empty the dishwasher|fix the bike|wash the car|pay {~name}|reply to {~name}|
 ask {~name} about the keys|meet {~name}|thank {~name} for the gift|wish {~name} a happy birthday|write a thank you note|update my resume|apply for the job|transfer money to {~name}|sell the old sofa|visit grandma|bring the umbrella|bring snacks|
 watch the game|watch the news|invite {~name} to the party|talk to {~name} about the project|give the dog a bath|get a flu shot|join the meeting|prepare dinner|start the dishwasher|go to bed|wake up {~name}|hand in the essay|call the bank about the card""")
words("alarm_label", "work|the gym|school|yoga|my flight|church|breakfast|wake up|medication|the baby|practice|the bus|prayer|class|cooking")
words("timer_label", "pizza|eggs|the eggs|pasta|the pasta|tea|the tea|laundry|the laundry|cookies|the oven|rice|chicken|homework|nap|a nap|workout|potatoes|the roast|bread|steak|meditation|the cake|cooking|break|reading|the grill|study")


@filler
def title(rng):
    return rng.choice(["{~event_noun}", "{~event_noun}", "{~event_noun}", "{~event_noun} with {attendees}", "{~event_noun} with {attendees}", "{~event_noun} with {attendees} and {attendees}",
                       "{~event_noun} about {~event_topic}", "{attendees}'s {~event_noun}" if rng.random() < .3 else "{~event_noun} with {attendees} about {~event_topic}"])


@filler
def with_title(rng):
    return rng.choice(["{~event_noun} with {attendees}", "{~event_noun} with {attendees}", "{~event_noun} with {attendees} and {attendees}",
                       "{~event_noun} with {attendees}, {attendees} and {attendees}"])


@filler
def plain_title(rng):
    return rng.choice(["{~event_noun}", "{~event_noun}", "{~event_noun} about {~event_topic}", "{~event_noun} with {attendees}"])


@filler
def bare_title(rng):
    return "{~event_noun}"


@filler
def when(rng):
    """A point in time in any order, as date and time arguments."""
    return rng.choice(["{date}", "{date}", "{date} at {time=clock}", "{date} at {time=clock}", "{date} at {time=clock}", "at {time=clock} {date}", "on {date=weekday} at {time=clock}", "on {date} at {time=clock}", "on {date}", "at {time=clock} on {date}",
                       "{date} {time=clock}", "for {date} at {time=clock}", "{date=relative_day} {time=part_of_day}", "{date=weekday} {time=part_of_day}", "{time=clock} {date}", "for {date}", "{date}, {time=clock}", "{date} around {time=clock}", "{date} in {time=the_part}"])


@filler
def when_range(rng):
    return rng.choice(["{date} from {time=clock} to {end_time=clock}", "{date} from {time=clock} until {end_time=clock}", "from {time=clock} to {end_time=clock} {date}", "{date} between {time=clock} and {end_time=clock}",
                       "on {date} from {time=clock} till {end_time=clock}", "{date} {time=clock} to {end_time=clock}", "{date} {time=clock} - {end_time=clock}", "{date} {time=clock}-{end_time=clock}", "from {time=clock} to {end_time=clock} on {date}"])


@filler
def in_duration(rng):
    return "in {~span_duration}"


@filler
def hour_only(rng):
    return rng.choice([str(rng.randint(1, 12)), str(rng.randint(7, 21)), f"{rng.randint(7, 19)}:{rng.choice(['00', '15', '30', '45'])}", f"{rng.randint(1, 12)}{rng.choice(['am', 'pm'])}"])


words("relative_day", "tomorrow|today|tomorrow|monday|friday|sunday")
words("the_part", "the morning|the afternoon|the evening")

CREATE = ['(add|put|create|schedule|set up) "{title=plain_title}" {when}', '(add|put) "{title=plain_title}" (to|on|in) my calendar {when}', '(create|schedule) (an event|a meeting|an appointment) (called|named|titled) "{title=plain_title}" {when}',
          "(schedule|set up|book|create) (a|an) {title=with_title} {when_range}", "(schedule|set up|book) {title} (on |){date=weekday} {time=hour_only}(-| - | to |–){end_time=hour_only}", "{title} {date} {time=hour_only}(-| - | to ){end_time=hour_only}", "(schedule|set up|plan) {title} {when_range} (at|in) {location=place}",
          "(create|add|new) (an |)(event|appointment|entry) {title=plain_title} (on |){date} at {time=clock}",
          "(set up|schedule|create|add|book|plan|arrange|make|organize|put|put down|enter|save) (|a |an |the |my |another ){title} {when}",
          "(set up|schedule|create|add|book|plan|arrange|make|organize|put) (|a |an ){title} {when} for {duration=span_duration}",
          "(set up|schedule|create|add|book|plan|put) (|a |an ){title} {when_range}",
          "(set up|schedule|book|add|plan) {title} {when} (at|in) {location=place}",
          "(set up|schedule|book|add|plan) {title} (at|in) {location=place} {when}",
          "(set up|schedule|book|create|arrange) (a|an) {title=with_title} {when}",
          "(set up|schedule|book|create|arrange) (a|an) {title=bare_title} {when} with {attendees}",
          "(set up|schedule|book|create) (a|an) {title=bare_title} {when} with {attendees} and {attendees}",
          "(set up|schedule|book|create) {title=with_title} {when} for {duration=span_duration}",
          "(add|put|enter|write|save) {title} (to|on|in|into) my (calendar|schedule|agenda|diary) (for |on |){when}",
          "(add|put) {title} {when} (to|on|in) (my|the) calendar", "{title} {when}", "{when} {title}", "i have (a|an) {title} {when}(| put it in my calendar| add it to my calendar)",
          "i('m| am) (having|going to) {title} {when}(| please note it in my calendar)", "block {duration=span_duration} {when} for {title=plain_title}", "block (off |out |)my calendar {when_range} for {title=plain_title}", "block {when_range}",
          "(schedule|book|set up) (a|an) {duration=adjective_duration} {title} {when}", "(schedule|book|set up) (a|an) {duration=adjective_duration} {title=with_title} {when}",
          "(schedule|create|add|set up) (a |an |){title=plain_title} {repeat} at {time=clock}", "(schedule|create|add) (a |an |){title=plain_title} at {time=clock} {repeat}", "(schedule|create|add|set up) (a |an |){title=plain_title} {repeat}", "(schedule|create|set up) (a |an |){title=plain_title} {repeat} starting {date} at {time=clock} for {duration=span_duration}",
          "{when} i need (a|an) {title} for {duration=span_duration}", "new (event|appointment|meeting) {title=plain_title} {when}", "new calendar entry {title} {when}", "create (a|an) (event|calendar event|appointment) (called|named|titled|for) {title=plain_title} {when}",
          "(create|add) (a|an|) (event|appointment|entry) {when} (called|named|titled|for) {title=plain_title}", "make (a |)(new |)event {title} {when} (at|in) {location=place} for {duration=span_duration}", "meet {attendees} {when}", "(schedule|set up) time with {attendees} {when}", "(schedule|book) (a meeting|an event|an appointment) {when}",
          "(set up|schedule|book) {title} {when}, {duration=span_duration}", "(set up|schedule|book) {title} for {duration=span_duration} {when}", "pencil in {title} {when}", "(set up|schedule|book|create) {title}", "remember that i have {title} {when}", "invite {attendees} to {title=bare_title} {when}", "(invite|ask) {attendees} and {attendees} (to|for) {title=bare_title} {when}", "{title} {when} for {duration=span_duration}", "{title} {when_range} (at|in) {location=place}",
          "(can we|can you|could you|let's) (schedule|set up|do|plan|have) {title} {when}", "(i'd like|i want|i need|i would like) to (schedule|set up|plan|book) (a |an |){title} {when}", "(i'd like|i want|i need) (a|an) {title} {when} (at|in) {location=place}"]
LIST = ["(what's|what is|whats|what do i have) (on |in |)my (calendar|schedule|agenda) (for |on |){date}", "what do i have (planned |going on |scheduled |){date}", "(show|read|list|check|tell me|open) (me |)my (calendar|schedule|agenda|events|appointments|meetings)(| for {date}| {date}| on {date=weekday})",
        "(am i|are we) (free|busy|available) {date}(| at {time=clock}| in {time=the_part})", "do i have (anything|something|any plans|any meetings|any events|an appointment|a meeting) {date}(| at {time=clock})", "do i have (a|an|any) {title=bare_title} {date}", "when is my (next |){title=bare_title}(| with {attendees})", "when('s| is) (the|my) {title=bare_title}",
        "when do i (meet|see) {attendees}", "what time is (my|the) {title=bare_title}( {date}|)", "where is (my|the) {title=bare_title}( {date}|)", "(what's|what is) (my next (meeting|event|appointment)|next on my calendar|coming up|up next)", "who is (coming to|attending|in) (the|my) {title=bare_title}( {date}|)", "how long is (the|my) {title=bare_title}( {date}|)",
        "how many (meetings|events|appointments) do i have {date}", "when am i free {date}", "find (a |my |the |){title=bare_title}( with {attendees}|) in my calendar", "(is|do i have) (there |)anything on my calendar {date}", "what does my (day|week|schedule) look like {date}", "what does {date} look like", "(did i|have i) (add|put|schedule|scheduled|added) {title=bare_title} (to|on|in|for) (my calendar|{date})", "is {title=bare_title} on my calendar", "any (meetings|plans|appointments) {date}", "how busy am i {date}", "how much time until (my |the |){title=bare_title}", "my (schedule|agenda|calendar) {date}", "what meetings do i have with {attendees}", "what's happening {date} on my calendar"]
UPDATE = ["(move|push|shift|change|reschedule) (my |the |){title=bare_title} with {attendees} (to|until) {new_time=clock}", "(move|push|shift|change|reschedule) (my |the |){title=bare_title} with {attendees} (to|until) {new_date=date}( at {new_time=clock}|)", "(move|push) (my |the |){title=bare_title} to {new_time=clock}", "(move|reschedule|shift|push|postpone|change|bring forward) (my |the ){title=bare_title} (to|until|till) {new_date=date}", "(move|reschedule|shift|push|change) (my |the ){title=bare_title} (to|to) {new_time=clock}", "(move|reschedule|shift|push|change) (my |the ){title=bare_title} to {new_date=date} at {new_time=clock}",
          "(move|reschedule|change) (my |the ){title=bare_title} (from|on) {date} to {new_date=date}", "(move|reschedule|change) (my |the ){title=bare_title} from {time=clock} to {new_time=clock}", "(move|reschedule|shift) (my |the ){title=bare_title} with {attendees} to {new_date=date}(| at {new_time=clock})", "(move|push|reschedule) my {time=clock} (meeting|appointment|call) to {new_time=clock}", "(move|reschedule) {date=poss_day} {title=bare_title} to {new_date=date}",
          "(invite|add) {attendees} to (my |the ){title=bare_title}( {date}| on {date=weekday}|)", "(change|set|update) the location of (my |the ){title=bare_title} to {location=place}", "(make|change) (my |the ){title=bare_title} (start |)(at|to) {new_time=clock}( instead|)", "(remove|uninvite) {attendees} from (my |the ){title=bare_title}", "(update|change|edit|modify) (my |the ){title=bare_title}( {date}| with {attendees}|)", "(delay|postpone) (my |the ){title=bare_title}", "(extend|shorten) (my |the ){title=bare_title}( {date}|)", "can we (move|do) (the |my |){title=bare_title} (to|on) {new_date=date} instead", "the {title=bare_title} (is now|was moved to|got moved to) {new_date=date}( at {new_time=clock}|)"]
words("poss_day", "tomorrow's|today's|monday's|tuesday's|wednesday's|thursday's|friday's|saturday's|tonight's|this afternoon's")
DELETE = ["(delete|cancel|remove|erase|drop|clear|call off|scratch|get rid of) (my |the |){title=bare_title}( {date}| on {date=weekday}| at {time=clock}| {date} at {time=clock}|)", "(delete|cancel|remove|call off) (my |the |){title=bare_title} with {attendees}( {date}|)", "(delete|cancel|remove) {date=poss_day} {title=bare_title}", "(delete|cancel|remove|clear) my {time=clock} (meeting|appointment|call)( {date}|)", "(clear|wipe|empty) my (calendar|schedule)( for|) {date}", "(remove|delete|take) {title=bare_title} (from|off) my calendar", "(cancel|delete) (all|all my|everything|all events|my appointments|all meetings) (on |for |){date}", "(cancel|delete) my next (meeting|event|appointment)", "i can't make (it to |)(the |my |){title=bare_title}( {date}|) (cancel it|please cancel it|delete it|take it off my calendar)", "unschedule (the |my |){title=bare_title}", "the {title=bare_title} is (off|cancelled|canceled) (delete it|remove it from my calendar)"]
RESPOND = {"accept": ["accept (the|this|that|my) (invitation|invite|meeting|meeting request|event)", "accept (the |)(invitation|invite) (to|for) (the |){title=bare_title}( {date}|)", "say yes to (the |){title=bare_title}( invitation| invite|)", "accept the {title=bare_title} (invite|invitation|request)", "i will attend the {title=bare_title}( {date}|)", "confirm my attendance (at|for) the {title=bare_title}", "rsvp yes to (the |){title=bare_title}"],
           "decline": ["decline (the|this|that) (invitation|invite|meeting|meeting request|event)", "decline the {title=bare_title}( {date}| invite| invitation|)", "say no to (the |){title=bare_title} (invite|invitation)", "reject the {title=bare_title}( request| invitation|)", "tell them i can't come to the {title=bare_title}", "rsvp no (to|for) (the |){title=bare_title}", "turn down the {title=bare_title} invitation"],
           "join": ["join (the|my) (meeting|call|video call|conference|zoom)", "join (my |the ){title=bare_title}( now|)", "connect me to the (meeting|conference call)", "dial into the {title=bare_title}", "join my {time=clock} (meeting|call)", "take me to the zoom call"],
           "tentative": ["(tentatively accept|maybe for) the {title=bare_title}( {date}|)", "say maybe to the {title=bare_title}( invite|)", "mark me as tentative for the {title=bare_title}", "respond maybe to the invitation", "i might come to the {title=bare_title} mark it as tentative"]}
REMIND = ["remind me to {text=todo}", "remind me to {text=todo} {when}", "remind me to {text=todo} {when}", "remind me to {text=todo} at {time=clock}", "remind me at {time=clock} to {text=todo}", "remind me {when} to {text=todo}", "remind me {when} that i (have to|need to|must) {text=todo}", "remind me {time=in_duration} to {text=todo}", "remind me to {text=todo} {time=in_duration}", "{time=in_duration} remind me to {text=todo}",
          "set (a |an |)reminder to {text=todo}( {when}|)", "set (a |)reminder for {time=clock} to {text=todo}", "set (a |)reminder {when} to {text=todo}", "set a reminder for {text=plain_event} {when}", "(create|add|make|put in|schedule) (a |)(new |)reminder to {text=todo} {when}", "remind me {repeat} to {text=todo}", "remind me to {text=todo} {repeat}", "remind me to {text=todo} {repeat} at {time=clock}", "remind me at {time=clock} {repeat} to {text=todo}", "{repeat} remind me to {text=todo}",
          "don't let me forget to {text=todo}( {when}|)", "i (need to|have to|must|should) remember to {text=todo}( {when}|)", "make sure i {text=todo} {when}", "make sure i don't forget to {text=todo}( {when}|)", "remind me about {text=plain_event}( {when}|)", "remind me of {text=plain_event} {when}", "reminder to {text=todo} {when}", "reminder: {text=todo} {when}", "i need a reminder to {text=todo} {when}", "(can i|could i|i'd like to) (get|have) a reminder to {text=todo} {when}", "tell me to {text=todo} {when}", "nudge me to {text=todo} {when}", 'remind me to "{text=todo}" {when}', "ping me {when} to {text=todo}", "alert me {when} to {text=todo}", "notify me {when} to {text=todo}", "i have to {text=todo} {when} remind me", "remind me {when}", "when it is {time=clock} remind me to {text=todo}"]
words("plain_event", "the meeting|my appointment|the dentist|the party|mom's birthday|our anniversary|the game|the bills|the rent|the exam|the concert|my medication|the conference call|the deadline|the laundry|the interview|{~event_noun}|{~name}'s birthday")
LIST_REMIND = ["(show|list|read|tell me|check|open|give me) (me |)(all |)my reminders( for {date}| {date}|)", "what reminders do i have( {date}| for {date}|)", "do i have (any |)reminders( {date}| set|)", "(what are|what's) (my|in my|on my) (reminders|reminder list)", "what did i (want|ask) (you |)to (be reminded of|remind me of|remind me about)( {date}|)", "are there any reminders( {date}| left|)", "what am i supposed to remember( {date}|)", "did i set a reminder( for {date}|)", "how many reminders (do i have|are there)( {date}|)", "any reminders {date}", "did i ask you to remind me to {~todo}"]
CANCEL_REMIND = ["(delete|cancel|remove|clear|erase|drop) (the |my |)reminder to {text=todo}", "(delete|cancel|remove) (the |my )reminder (about|for) {text=plain_event}", "(delete|cancel|remove|clear) (all |all my |my |every )reminders?( for {date}| {date}|)", "(delete|cancel|remove) my {time=clock} reminder", "(delete|cancel) the reminder for {date}( at {time=clock}|)", "(stop|don't) (reminding|remind) me to {text=todo}( anymore| any more|)", "i don't need (the|that) reminder (anymore|to {text=todo})", "forget the reminder (to {text=todo}|about {text=plain_event})", "turn off the reminder to {text=todo}", "never mind the reminder to {text=todo}"]
ALARM = ["snooze( please| the alarm| my alarm| it|)", "snooze (the alarm |my alarm |it |)for {time=span_duration}", "(snooze|postpone|push back) (the|my) alarm( by {time=span_duration}|)", "(set|create|add|make|put|start|schedule) (an |my |the |)alarm (for|at) {time=clock}( {date}|)", "(set|create|add) (an |)alarm {when}", "(set|create) (an |)alarm for {date} at {time=clock}", "wake me (up |)at {time=clock}( {date}|)", "wake me (up |){date} at {time=clock}", "wake me (up |)(at {time=clock} |){repeat}", "alarm (at |for |){time=clock}( {date}|)", "(set|create) (an |)alarm (for|at) {time=clock} {repeat}", "(set|create) (an |){repeat} alarm for {time=clock}", "(set|create) (an |)alarm (for|called|named|labeled) {label=alarm_label} at {time=clock}( {date}|)", "(set|create) (an |)alarm at {time=clock} for {label=alarm_label}",
         "i (need|have|want) to (wake up|get up|be up) at {time=clock}( {date}|)", "get me up at {time=clock}", "set my alarm (for |to ){time=clock}", "wake me up {time=in_duration}", "set an alarm {time=in_duration}", "alarm {date} {time=clock}", "(please |)(ring|buzz) me at {time=clock}", "i need an alarm for {time=clock}", "set a {time=clock} alarm( for {date}| {repeat}|)", "i want to be woken (up |)at {time=clock}", "(set|make) an alarm", "set alarms for {time=clock} and {time=clock}", "make sure i'm up by {time=clock}( {date}|)", "new alarm {time=clock}"]
LIST_ALARM = ["(what|which) alarms (do i have|are set|are on|have i set)( for {date}|)", "(show|list|read|check|tell me|view|see) (me |)(all |)my alarms( for {date}|)", "(do i have|did i set|have i set|is there) an alarm( for {date}| set| at {time=clock}| for {time=clock}|)", "when (is|does) my (next |)alarm( go off| set for|)", "what time is my alarm( set for|)( {date}|)", "are (there |)any alarms (set|on)( for {date}|)", "is my alarm (on|set)( for {time=clock}| for {date}|)", "how many alarms (do i have|are set)", "what time will my alarm (ring|go off)( {date}|)", "did i set an alarm( for {date}| at {time=clock}|)", "when do i have to wake up {date}"]
CANCEL_ALARM = ["(cancel|delete|remove|turn off|disable|kill|stop|switch off|clear|get rid of) (my |the |)alarm( for| at) {time=clock}( {date}|)", "(cancel|delete|remove|turn off|disable) my {time=clock} alarm( {date}|)", "(cancel|delete|remove|turn off|clear|disable) (all |all my |all the |every )alarms?( for {date}| {date}|)", "(cancel|delete|remove|turn off|disable) (my |the |)alarm( {date}| for {date}|)", "(cancel|delete|remove|turn off) (my |the )alarm for {label=alarm_label}", "(cancel|turn off|delete) {date=poss_day} alarm", "don't wake me (up |)(at {time=clock}|{date})", "no alarm {date}( please|)", "(stop|silence) the alarm", "i don't need (an|the|my) alarm( {date}| anymore|)"]
TIMER = ["(set|start|create|make|put|run|begin) (a |the |my |)timer (for|of) {duration=span_duration}", "(set|start) (a |){duration=adjective_duration} timer", "timer (for |){duration=span_duration}", "{duration=span_duration} timer", "(set|start) (a |){label=timer_label} timer for {duration=span_duration}", "(set|start) (a |)timer for {label=timer_label} for {duration=span_duration}", "(set|start) a timer for {duration=span_duration} (for|called|named|labeled) {label=timer_label}", "(set|start) (a |){duration=adjective_duration} timer for {label=timer_label}", "count down (from |){duration=span_duration}", "(start|set) a countdown (of|for) {duration=span_duration}", "time {duration=span_duration}( for me|)", "set the timer to {duration=span_duration}", "tell me when {duration=span_duration} (are|is) (up|over)", "let me know (in|after) {duration=span_duration}", "set another timer for {duration=span_duration}", "give me {duration=span_duration} on the timer", "start a timer", "set a timer"]
CONTROL_TIMER = {"remaining": ["how (much time is|much time|long is|many minutes are) (left|remaining) on (the|my) ({label=timer_label} |)timer", "how long (is left|until the timer goes off|until my timer is done)", "how much longer (on|for) the ({label=timer_label} |)timer", "check (the|my) ({label=timer_label} |)timer", "timer status", "is (the|my) timer (done|still running|finished)", "when (does|will) the ({label=timer_label} |)timer (end|go off|ring)", "show (me |)my timers", "what timers (do i have|are running)"],
    "pause": ["pause (the|my) ({label=timer_label} |)timer", "hold the timer", "stop the timer for a moment", "freeze the timer"], "resume": ["(resume|continue|unpause|restart) (the|my) ({label=timer_label} |)timer", "start the timer again", "keep the timer going"],
    "lengthen": ["add {duration=span_duration} to (the|my) ({label=timer_label} |)timer", "(extend|increase|lengthen) (the|my) timer by {duration=span_duration}", "give me {duration=span_duration} more on the ({label=timer_label} |)timer", "{duration=span_duration} more on the timer", "put {duration=span_duration} more on the timer"],
    "shorten": ["(remove|take|subtract) {duration=span_duration} (from|off) (the|my) ({label=timer_label} |)timer", "(shorten|decrease|reduce) (the|my) timer by {duration=span_duration}"],
    "cancel": ["(cancel|stop|delete|end|clear|kill|turn off) (the|my) ({label=timer_label} |)timer", "(cancel|stop|delete) all (my |the |)timers", "cancel the {duration=adjective_duration} timer", "no more timer", "(stop|cancel) timer"]}


def examples(rng):
    """Yields endless groups of (weight, function) makers; see prepare."""
    yield 26, lambda: request(rng, "create_event", CREATE)
    yield 8, lambda: request(rng, "list_events", LIST)
    yield 7, lambda: request(rng, "update_event", UPDATE)
    yield 6, lambda: request(rng, "delete_event", DELETE)
    yield 3, lambda: with_enum(rng, "respond_event", "answer", RESPOND)
    yield 16, lambda: request(rng, "set_reminder", REMIND)
    yield 3, lambda: request(rng, "list_reminders", LIST_REMIND)
    yield 4, lambda: request(rng, "cancel_reminder", CANCEL_REMIND)
    yield 8, lambda: request(rng, "set_alarm", ALARM)
    yield 3, lambda: request(rng, "list_alarms", LIST_ALARM)
    yield 4, lambda: request(rng, "cancel_alarm", CANCEL_ALARM)
    yield 6, lambda: request(rng, "set_timer", TIMER)
    yield 6, lambda: with_enum(rng, "control_timer", "action", CONTROL_TIMER)


def with_enum(rng, fn, argument, patterns):
    """A request whose wording decides an enum argument."""
    value = rng.choice(list(patterns))
    return request(rng, fn, patterns[value], {argument: value})
