"""Dates, times, durations and recurrences as people write and say them."""
from compose.kit import FILLERS, filler, words

NUMBERS = ("one two three four five six seven eight nine ten eleven twelve thirteen fourteen fifteen sixteen seventeen "
           "eighteen nineteen twenty").split()
ORDINALS = ("first second third fourth fifth sixth seventh eighth ninth tenth eleventh twelfth thirteenth fourteenth "
            "fifteenth sixteenth seventeenth eighteenth nineteenth twentieth").split() + [
            "twenty first", "twenty-second", "twenty third", "twenty-fourth", "twenty fifth", "thirtieth", "thirty first"]
MONTHS = "january february march april may june july august september october november december".split()
MONTHS_SHORT = "jan feb mar apr jun jul aug sep sept oct nov dec".split()
DAYS = "monday tuesday wednesday thursday friday saturday sunday".split()
DAYS_SHORT = "mon tue tues wed thu thurs fri sat sun".split()


def nth(rng):
    n = rng.randint(1, 31)
    return f"{n}{'th' if 10 < n < 20 else {1: 'st', 2: 'nd', 3: 'rd'}.get(n % 10, 'th')}"


@filler
def month(rng):
    return rng.choice(MONTHS if rng.random() < 0.75 else MONTHS_SHORT)


@filler
def weekday(rng):
    return rng.choice(DAYS if rng.random() < 0.9 else DAYS_SHORT)


@filler
def day_of_month(rng):
    return rng.choice([nth(rng), nth(rng), rng.choice(ORDINALS), str(rng.randint(1, 31))])


@filler
def date(rng):
    kind = rng.random()
    if kind < 0.28:
        return rng.choice(["today", "tomorrow", "tomorrow", "tomorrow", "tonight", "the day after tomorrow", "this weekend",
                           "next week", "next month", "this week", "tomorrow night", "tomorrow morning",
                           "later today", "the weekend", "next weekend", "this month"])
    if kind < 0.55:
        return rng.choice(["", "", "next ", "this ", "this coming ", "coming "]) + weekday(rng)
    if kind < 0.72:
        return rng.choice(["{~month} {~day_of_month}", "the {~day_of_month} of {~month}", "{~day_of_month} {~month}", "the {~day_of_month}",
                           "{~weekday} the {~day_of_month}", "{~weekday} {~month} {~day_of_month}", "{~month} {~day_of_month}, 2025",
                           "{~weekday}, {~month} {~day_of_month}", "{~month} {~day_of_month} 2026", "{~month} the {~day_of_month}"])
    if kind < 0.82:
        d, m, y = rng.randint(1, 28), rng.randint(1, 12), rng.choice([2024, 2025, 2026, 2027])
        return rng.choice([f"{m}/{d}", f"{d}.{m}.", f"{d}.{m}.{y}", f"{y}-{m:02}-{d:02}", f"{m}/{d}/{y}", f"{d}/{m}/{y}",
                           f"{d:02}/{m:02}", f"{d}.{m}", f"{d:02}.{m:02}.{y}", f"{d}-{m}-{y}", f"{m}/{d}/{y % 100}", f"{y}/{m}/{d}"])
    if kind < 0.94:
        return rng.choice(["in {~count} days", "in {~count} weeks", "in a week", "in two weeks", "a week from {~weekday}", "a week from today",
                           "two weeks from now", "{~count} days from now", "in {~count} months", "a week from tomorrow",
                           "the {~ordinal} {~weekday} of {~month}", "the first monday in {~month}", "the last {~weekday} of the month",
                           "the end of the month", "the day after {~weekday}", "in a fortnight", "the week after next"])
    return rng.choice(["christmas", "christmas eve", "the day after christmas", "new year's day", "new year's eve", "easter", "thanksgiving",
                       "valentine's day", "halloween", "the fourth of july", "labor day", "mother's day", "easter monday", "memorial day"])


@filler
def ordinal(rng):
    return rng.choice(ORDINALS[:5])


@filler
def count(rng):
    n = rng.choice([2, 3, 4, 5, 6, 7, 8, 10, 12])
    return str(n) if rng.random() < 0.6 else NUMBERS[n - 1]


@filler
def hour(rng):
    n = rng.randint(1, 12)
    return str(n) if rng.random() < 0.65 else NUMBERS[n - 1]


@filler
def time(rng):
    h, m = rng.randint(1, 12), rng.choice([0, 5, 10, 15, 20, 30, 30, 40, 45, 50])
    half = rng.choice(["am", "pm", "pm", "am", "a.m.", "p.m.", "a m", "p m"])
    kind = rng.random()
    if kind < 0.22:
        return f"{h}{rng.choice([' ', ''])}{half}"
    if kind < 0.38:
        return f"{h}:{m:02}{rng.choice([' ' + half, half, ''])}"
    if kind < 0.48:
        return f"{rng.randint(0, 23)}:{m:02}"
    if kind < 0.60:
        spoken = {0: "", 5: " oh five", 10: " ten", 15: " fifteen", 20: " twenty", 30: " thirty", 40: " forty", 45: " forty five", 50: " fifty"}[m]
        return f"{NUMBERS[h - 1]}{spoken}{rng.choice([' ' + half, ' ' + half, '', ' in the morning', ' in the evening'])}"
    if kind < 0.70:
        return rng.choice(["half past {~hour}", "quarter past {~hour}", "a quarter to {~hour}", "quarter to {~hour}", "ten to {~hour}",
                           "twenty past {~hour}", "five past {~hour}", "half {~hour}", "half past {~hour} in the evening"])
    if kind < 0.82:
        return rng.choice(["noon", "noon", "midnight", "midday", "lunchtime", "the morning", "the evening", "the afternoon", "dinner time"])
    if kind < 0.92:
        return rng.choice(["{~hour} o'clock", "{~hour} in the morning", "{~hour} in the afternoon", "{~hour} at night", "{~hour} o'clock in the evening",
                           "{~hour} tonight", "{~hour} sharp", "around {~hour}", "about {~hour}"])
    return rng.choice(["{~hour}", str(rng.randint(13, 23)), f"{rng.randint(7, 21)}h", f"{rng.randint(7, 21)}.{rng.choice(['00', '30', '15'])}", f"{rng.randint(1, 12)} {rng.choice([15, 30, 45])} {rng.choice(['am', 'pm'])}"])


@filler
def end_time(rng):
    return time(rng)


@filler
def clock(rng):
    """A time that needs no 'the', as after 'at' or 'to'."""
    while True:
        text = time(rng)
        if not text.startswith("the ") and text not in ("lunchtime", "dinner time"):
            return text


@filler
def duration(rng):
    n = rng.choice([1, 2, 3, 5, 8, 10, 12, 15, 20, 25, 30, 40, 45, 50, 60, 90, 120])
    digit = rng.random() < 0.6 or n > 20
    kind = rng.random()
    if kind < 0.45:
        return f"{n if digit else NUMBERS[n - 1]} {rng.choice(['minute', 'min', 'minute']) if n == 1 else rng.choice(['minutes', 'minutes', 'mins', 'min'])}"
    if kind < 0.6:
        h = rng.randint(2, 8)
        return f"{h if digit else NUMBERS[h - 1]} {rng.choice(['hours', 'hours', 'hrs', 'h'])}"
    if kind < 0.68:
        return rng.choice(["1h", "2h", "1h30", "90m", "45m", "20s", "1.5 hours", "2.5 hours", "1 hr", "30 sec", "1h 20m", "10m"])
    if kind < 0.92:
        return rng.choice(["an hour", "an hour", "half an hour", "half an hour", "one hour", "1 hour", "a minute", "an hour and a half", "one and a half hours",
                           "a quarter of an hour", "three quarters of an hour", "two and a half hours", "1 hour and 30 minutes", "an hour and ten minutes",
                           "two hours and fifteen minutes", "a couple of hours", "ninety minutes", "forty five minutes", "thirty minutes", "half hour", "twenty five minutes"])
    return rng.choice(["the whole day", "all day", "two days", "three days", "30 seconds", "ninety seconds", "a week", "the whole afternoon", "45 seconds", "2 days"])


@filler
def span_duration(rng):
    """A short one, for timers and meetings."""
    while True:
        text = duration(rng)
        if "day" not in text and "week" not in text and "whole" not in text:
            return text


@filler
def adjective_duration(rng):
    """As in 'a 30 minute meeting'."""
    n = rng.choice([5, 10, 15, 20, 30, 30, 45, 60, 90, 3])
    return rng.choice([f"{n} minute", f"{n}-minute", f"{n} min", "one hour", "1 hour", "two hour", "half hour", "half-hour", "2 hour", "thirty minute", "ten minute", "five minute"])


@filler
def repeat(rng):
    return rng.choice(["every day", "every day", "every morning", "every evening", "every {~weekday}", "every {~weekday}", "every {~weekday}", "every week", "weekly",
                       "daily", "monthly", "every month", "every year", "every weekday", "every weekend", "every other {~weekday}", "every other day",
                       "every two weeks", "every other week", "on weekdays", "each {~weekday}", "every {~weekday} and {~weekday}", "each morning", "on {~weekday}s",
                       "every first {~weekday} of the month", "every hour", "every {~count} hours", "{~weekday}s", "biweekly", "every night", "every single day",
                       "on weekends", "yearly", "annually", "every {~count} days", "every month on the {~day_of_month}", "monday to friday", "monday through friday"])


words("part_of_day", "morning|afternoon|evening|night")
