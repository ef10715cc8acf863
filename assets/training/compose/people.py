"""Names, relations and addresses."""
from compose.kit import filler, words

FIRST = ("anna james mary john patricia robert jennifer michael linda david elizabeth william barbara richard susan joseph jessica thomas sarah "
         "charles karen chris lisa daniel nancy matthew betty mark sandra steven ashley paul kim andrew emily joshua donna kevin michelle brian carol "
         "george amanda tim melissa jason deborah ryan stephanie jacob rebecca gary laura nick sharon eric cynthia jon kathleen stephen amy larry angela "
         "justin shirley scott brenda brandon emma ben pamela sam nicole frank olivia greg rachel ray helen alex carolyn jack janet dennis maria jerry "
         "priya wei mei ahmed fatima yuki hiroshi olga ivan pierre marie hans greta lars ingrid sofia lucas mateo diego carlos lucia elena giulia marco "
         "luca aisha omar noah liam mia zoe chloe leo max ella ava ruby finn oscar hugo tom jane jill bob alice joe kate dave mike rob liz tina pat "
         "raj anil deepa sanjay ravi anika chen li zhang kenji sakura minh nguyen kofi ama kwame zara leila hassan yusuf moritz jonas lena felix clara "
         "wolfgang bettina camille thierry aurelie jorge ximena joao beatriz stefan katarzyna piotr dmitri svetlana tobias annika").split()
LAST = ("smith johnson williams brown jones garcia miller davis rodriguez martinez hernandez lopez wilson anderson taylor moore jackson martin lee "
        "thompson white harris clark lewis robinson walker young allen king wright scott torres nguyen hill green adams baker nelson mitchell carter "
        "roberts schmidt mueller weber fischer meyer dubois rossi silva tanaka kim patel singh khan kowalski novak larsen berg o'brien murphy kelly").split()
RELATIONS = ("my sister|my brother|my mom|my mother|my dad|my father|my wife|my husband|my boss|my son|my daughter|my aunt|my uncle|my cousin|my grandma|my "
             "grandmother|my grandpa|my girlfriend|my boyfriend|my partner|my team|my manager|my doctor|my dentist|my friend|my roommate|my neighbor|my "
             "landlord|my lawyer|my teacher|my colleagues|my parents|my kids|my best friend|my accountant|my coach|my therapist|my assistant|my in-laws").split("|")
GROUPS = "the team|the sales team|the marketing team|everyone|the board|the design team|hr|the client|the engineers|the kids|the whole family|finance|the investors|the staff".split("|")
MAILS = "gmail.com example.com outlook.com mail.org company.com yahoo.com test.net uni-berlin.de".split()


@filler
def name(rng):
    kind = rng.random()
    if kind < 0.7:
        return rng.choice(FIRST)
    if kind < 0.93:
        return f"{rng.choice(FIRST)} {rng.choice(LAST)}"
    return f"{rng.choice(['mr', 'mrs', 'ms', 'dr', 'dr.', 'doctor', 'professor', 'aunt', 'uncle'])} {rng.choice(LAST + FIRST[:30])}"


@filler
def person(rng):
    kind = rng.random()
    if kind < 0.62:
        return name(rng)
    if kind < 0.97:
        return rng.choice(RELATIONS)
    return email(rng)


@filler
def attendees(rng):
    kind = rng.random()
    if kind < 0.85:
        return person(rng)
    return rng.choice(GROUPS)


@filler
def callee(rng):
    return rng.choice([name(rng), person(rng), rng.choice("mom dad mum grandma home work the office the doctor the bank the dentist the school "
                       "grandpa sis".replace("the ", "the_").split()).replace("_", " "), rng.choice(RELATIONS)])


@filler
def email(rng):
    return f"{rng.choice(FIRST)}{rng.choice(['', '.', '_'])}{rng.choice(['', rng.choice(LAST)])}@{rng.choice(MAILS)}".replace("'", "").replace(".@", "@").replace("_@", "@")


@filler
def number(rng):
    digits = "".join(str(rng.randint(0, 9)) for _ in range(rng.choice([7, 9, 10, 10, 11])))
    return rng.choice([digits, f"{digits[:3]}-{digits[3:6]}-{digits[6:]}", f"{digits[:3]} {digits[3:]}", f"+49 {digits}", f"({digits[:3]}) {digits[3:6]}-{digits[6:]}", "911" if rng.random() < .2 else digits[:5]])


words("field_email", "email|email address|e-mail|mail address|e mail")
words("field_number", "number|phone number|telephone number|cell number|mobile number|work number|phone|mobile|home number")
words("field_address", "address|home address|street address|postal address")
words("field_birthday", "birthday|birth date|date of birth")
