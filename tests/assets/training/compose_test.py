"""Requests written by program: every argument is a function's own, and every value stands in the text."""
import json
import os
import random
import unittest

try:
    import examples
    from compose import beyond, calendar, chat, contact, follow, home, info, kit, notes
    from tokenizer import normalise
except ImportError as missing:
    raise unittest.SkipTest(f"not run: {missing}")

RECIPE = os.path.dirname(os.path.abspath(examples.__file__))
TOPICS = (calendar, notes, contact, home, info, chat, beyond)


class ComposeTest(unittest.TestCase):
    def setUp(self):
        with open(os.path.join(RECIPE, "functions.json"), encoding="utf-8") as text:
            self.functions = {f["name"]: f for f in json.load(text)["functions"]}

    def check(self, turn):
        text = normalise(turn["text"])
        for mark in (kit.OPEN, kit.SEP, kit.CLOSE, "{", "}", "~"):
            self.assertNotIn(mark, text)
        for call in turn["calls"]:
            arguments = {a["name"]: a for a in self.functions[call["fn"]]["arguments"]}
            for name, value, *_ in call["args"]:
                self.assertIn(name, arguments, turn)
                if arguments[name]["type"] == "enum":
                    self.assertIn(value, arguments[name]["values"], turn)
                else:
                    self.assertGreaterEqual(examples.find_span(text, " ".join(value.lower().split()), 0), 0, turn)

    def test_every_topic(self):
        rng = random.Random(16)
        seen = set()
        for topic in TOPICS:
            for _, make in topic.examples(rng):
                for _ in range(150):
                    turn = make()
                    self.check(turn)
                    seen.update(call["fn"] for call in turn["calls"])
        self.assertEqual(set(self.functions) - seen, {"amend"})

    def test_follow_ups_and_several_calls(self):
        rng = random.Random(16)
        pool = follow.makers_by_function([m for topic in TOPICS for m in topic.examples(rng)], rng)
        for make in (follow.follow_up, follow.several, follow.after_other):
            for _ in range(300):
                for turn in make(rng, pool)["turns"]:
                    self.check(turn)

    def test_nested_values_keep_their_places(self):
        text, arguments = kit.finish(f"set up {kit.OPEN}title{kit.SEP}lunch with {kit.OPEN}attendees{kit.SEP}my sister{kit.CLOSE}{kit.CLOSE}  now")
        self.assertEqual(text, "set up lunch with my sister now")
        self.assertEqual(sorted(arguments), [["attendees", "my sister", 18], ["title", "lunch with my sister", 7]])

    def test_map_names_only_our_functions(self):
        with open(os.path.join(RECIPE, "label_map.json"), encoding="utf-8") as text:
            table = json.load(text)
        for accepted in [table["accept"], *table["accept_labels"].values()]:
            for label, names in accepted.items():
                self.assertTrue(names and set(names) <= set(self.functions), label)
        for source, labels in table["labels"].items():
            self.assertTrue(set(labels.values()) <= set(table["accept"]), source)


if __name__ == "__main__":
    unittest.main()
