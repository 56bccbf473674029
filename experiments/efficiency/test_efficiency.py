"""Tests of the laboratory without a model and without the stack: python3 -m unittest"""

import contextlib
import csv
import http.client
import http.server
import io
import json
import math
import pathlib
import random
import re
import sys
import tempfile
import threading
import unittest
from unittest import mock

FOLDER = pathlib.Path(__file__).resolve().parent
sys.path[:0] = [str(FOLDER), str(FOLDER.parent / "real")]

import curves
import endpoint
import metrics
import sentences
import statistic
import tasks
import teacher

try:
    import gepa_runs
except ImportError:
    gepa_runs = None

LINES = ["Write the plural of the noun.", "Be friendly.", "Answer with one word."]


class Toy(http.server.BaseHTTPRequestHandler):
    """A student that needs two instructions, and the scripted teacher. Counts what it is asked."""

    asked = 0

    def do_POST(self):
        type(self).asked += 1
        body = json.loads(self.rfile.read(int(self.headers["Content-Length"])))
        system, user = (message["content"] for message in body["messages"])
        text = teacher.reply(system, user, LINES)
        if body["model"] == "toy":
            known = (LINES[0] in system) + (LINES[2] in system and len(user) > 4)
            text = user + "s" if known == 1 + (len(user) > 4) else "I do not know."
        data = json.dumps({"choices": [{"message": {"role": "assistant", "content": text}}]}).encode()
        self.send_response(200)
        self.send_header("Content-Length", str(len(data)))
        self.end_headers()
        self.wfile.write(data)

    log_message = teacher.Teacher.log_message


def served(test, handler):
    """The port of a server that ends with the test."""
    server = endpoint.Server(("127.0.0.1", 0), handler)
    threading.Thread(target=server.serve_forever, daemon=True).start()
    test.addCleanup(server.server_close)
    test.addCleanup(server.shutdown)
    return server.server_address[1]


def started(test, store):
    """The port of an endpoint before the toy."""
    toy = type("CountedToy", (Toy,), {"asked": 0})
    upstream = endpoint.Upstream(f"http://127.0.0.1:{served(test, toy)}/v1")
    replies = endpoint.Replies(store)
    test.addCleanup(replies.store.close)
    handler = type("Counting", (endpoint.Endpoint,), {"replies": replies, "upstream": upstream, "calls": endpoint.Calls()})
    return served(test, handler), toy


def call(port, method, path, body=None):
    with contextlib.closing(http.client.HTTPConnection("127.0.0.1", port)) as connection:
        connection.request(method, path, body and json.dumps(body), {"Authorization": "Bearer me"})
        reply = connection.getresponse()
        return reply.status, json.loads(reply.read())


class EndpointTest(unittest.TestCase):
    def setUp(self):
        self.folder = tempfile.TemporaryDirectory()
        self.addCleanup(self.folder.cleanup)
        self.store = self.folder.name + "/store"
        messages = [{"role": "system", "content": LINES[0]}, {"role": "user", "content": "cat"}]
        self.body = {"model": "toy", "messages": messages, "temperature": 0}

    def test_counts_each_request_and_asks_once(self):
        port, toy = started(self, self.store)
        replies = [call(port, "POST", "/v1/chat/completions", {**self.body, "temperature": t}) for t in (0, 0.0, 0)]
        self.assertEqual(replies[0][1]["choices"][0]["message"]["content"], "cats")
        self.assertEqual([replies[0]] * 3, replies)
        self.assertEqual(toy.asked, 1)
        self.assertEqual(call(port, "GET", "/calls/me")[1], {"calls": 3, "different": 1})
        self.assertEqual(call(port, "GET", "/calls/other")[1], {"calls": 0, "different": 0})
        self.assertEqual(call(port, "DELETE", "/calls/me")[1], {"calls": 0, "different": 0})
        again, toy = started(self, self.store)
        self.assertEqual(call(again, "POST", "/v1/chat/completions", self.body), replies[0])
        self.assertEqual(toy.asked, 0)

    def test_remembers_nothing_at_a_temperature_and_survives_a_cut_line(self):
        pathlib.Path(self.store).write_text('{"request": "a", "rep', encoding="utf-8")
        port, toy = started(self, self.store)
        for _ in range(2):
            call(port, "POST", "/v1/chat/completions", {**self.body, "temperature": 0.7})
        self.assertEqual(toy.asked, 2)
        call(port, "POST", "/v1/chat/completions", self.body)
        self.assertEqual(len(pathlib.Path(self.store).read_text(encoding="utf-8").splitlines()), 2)
        again, toy = started(self, self.store)
        call(again, "POST", "/v1/chat/completions", self.body)
        self.assertEqual(toy.asked, 0)

        self.assertEqual(call(again, "POST", "/v1/chat/completions", ["nothing"])[0], 400)


class TeacherTest(unittest.TestCase):
    OLD = "<SENTENCES>\n[1] You get a word.\n</SENTENCES>\n<GRADIENT>\nBe clear.\n</GRADIENT>\nPropose the edits."
    NEW = OLD.replace("<GRADIENT>\nBe clear.\n</GRADIENT>", "<MISTAKES>\n[9] leaf\n</MISTAKES>")

    def test_replies_as_ever(self):
        with open(FOLDER.parent / "real" / "instructions-plural.txt", encoding="utf-8") as file:
            lines = file.read().splitlines()
        new = teacher.drawn(self.OLD, lines)
        edit = {"op": "add", "after": 1, "text": new}
        if teacher.drawn("place" + self.OLD, [True, False, False]):
            edit = {"op": "modify", "sentence": 1, "text": new}
        self.assertEqual(teacher.reply("You edit a prompt sentence by sentence.", self.OLD, lines), json.dumps({"edits": [edit]}))

    def test_writes_a_gradient_for_mistakes(self):
        reply = json.loads(teacher.reply("You edit a prompt sentence by sentence.", self.NEW, LINES))
        self.assertEqual(list(reply), ["gradient", "edits"])
        self.assertIn(reply["edits"][0].get("sentence", reply["edits"][0].get("after")), (1,))

    def test_proposes_different_candidates(self):
        reply = json.loads(teacher.reply("You edit a prompt", self.OLD + "\n<CANDIDATES>3</CANDIDATES>", LINES))
        self.assertEqual({each["edits"][0]["text"] for each in reply["candidates"]}, set(LINES))

    def test_critiques_several_answers(self):
        reply = teacher.reply("You critique several wrong answers of a language model", "<MISTAKES></MISTAKES>", LINES)
        self.assertTrue(reply.startswith("The answer is wrong. "))


class ReadingTest(unittest.TestCase):
    def test_scores_answers(self):
        yes_no = {"type": "choice", "options": ["Yes", "No"]}
        for metric, reply, reference, right in (
            ({"type": "number"}, "2 + 3\n**Answer:** 1,005 apples.", "1005", True),
            ({"type": "number"}, "Answer: I would say 5, or 6 at the most", "5", False),
            ({"type": "number"}, "It is 5.", "5", False),
            (yes_no, "Answer: yes.", "Yes", True),
            (yes_no, "Answer: Yes or No", "Yes", False),
            ({"type": "exact"}, 'Answer:\n"a b"', "a b", True),
            ({"type": "contains", "ignoreCase": True}, "It is Leaves.", "leaves", True),
        ):
            self.assertEqual(metrics.score(metric, reply, reference)[0], right, reply)

    def test_applies_edits_as_they_are_numbered(self):
        prompt = 'First. Say "b." Third!'
        self.assertEqual(sentences.split(prompt), ["First.", 'Say "b."', "Third!"])
        edits = [
            {"op": "delete", "sentence": 1},
            {"op": "add", "after": 1, "text": "One."},
            {"op": "add", "after": 1, "text": "Two."},
            {"op": "modify", "sentence": 9, "text": "No."},
            {"op": "move", "sentence": 3, "after": 0},
            {"op": "delete", "sentence": 2},
        ]
        self.assertEqual(sentences.edited(prompt, edits), "One. Two. Third!", "a move counts as two")
        self.assertEqual(sentences.edited(prompt, edits[:1] + edits[4:5]), 'Third! Say "b."')
        self.assertEqual(sentences.read('Sure {"edits":[]}\n```json\n{"gradient":"g","edits":[{"op":"x"}]}\n```'), [{"op": "x"}])

    def test_has_the_tasks_of_the_specs(self):
        for name in ("simulated", "real"):
            spec, yaml = tasks.load(FOLDER / f"{name}.json"), (FOLDER / f"{name}.yaml").read_text(encoding="utf-8")
            self.assertIn(f"prompt: {spec['prompt']}\n", yaml)
            split = ", ".join(f"{part}: {rows}" for part, rows in spec["split"].items())
            self.assertIn(f"split: {{{split}}}", yaml)
            self.assertEqual(re.findall(r"{file: ([\w/.]+)", yaml), [task["file"] for task in spec["tasks"].values()])
        task = tasks.Task("plural", spec, FOLDER.parent / "real", 7)
        self.assertEqual([len(part) for part in (task.train, task.validation, task.test)], [30, 30, 80])
        rows = tasks.rows(FOLDER.parent / "real" / "plural.csv", {"input": "noun", "reference": "many"})
        random.Random(7).shuffle(rows)
        self.assertEqual(task.train + task.validation + task.test, rows)


class CurvesTest(unittest.TestCase):
    def test_knows_the_t_distribution(self):
        self.assertAlmostEqual(statistic.quantile(9), 2.262157, 5)
        self.assertAlmostEqual(statistic.p_value(2, 10), 0.073388, 5)
        self.assertAlmostEqual(statistic.paired([1, 2, 3, 4])[2], 0.030466, 5)
        self.assertEqual(statistic.paired([0.0, 0.0]), (0, 0, 1))

    def test_measures_the_area(self):
        measure = curves.area([100, 200, 800])
        self.assertAlmostEqual(measure({100: 0, 200: 1, 800: 1}), (0.5 + 2) / 3)
        self.assertIsNone(measure({100: 0, 200: 1}))

    def test_reports_and_draws(self):
        with tempfile.TemporaryDirectory() as folder:
            columns = ["dataset", "transfer", "variant", "seed", "accuracy", "acceptance", "baseline", "accuracyByStep", *curves.BACKWARD]
            with open(folder + "/a.csv", "w", encoding="utf-8", newline="") as file:
                writer = csv.writer(file)
                writer.writerow(columns)
                for seed in (1, 2, 3):
                    for gain, method in enumerate(("before", "after")):
                        for calls in (100, 600):
                            accuracy = 0.3 + gain / 10 + seed / 100 + math.log2(calls) / 100
                            writer.writerow(["count", "", f"{method}-{calls}", seed, accuracy, accuracy + 0.2, 0.1, "0.1 0.2 0.3", 2, 1, 0, 1, 0])
            for seed in (1, 2, 3):
                results = {str(calls): {"calls": 50, "accuracy": 0.35 + seed / 50} for calls in (100, 600)}
                run = {"task": "count", "seed": seed, "calls": 604, "different": 500, "initial": 0.1, "results": results}
                pathlib.Path(folder, f"count-{seed}.json").write_text(json.dumps(run), encoding="utf-8")
            out = io.StringIO()
            arguments = ["curves.py", "--csv", folder + "/a.csv", "--gepa", folder, "--svg", folder + "/a.svg"]
            with mock.patch("sys.argv", arguments), contextlib.redirect_stdout(out):
                curves.main()
            self.assertIn("| count (initially 10.0) | before | 38.6 ± 2.5 |", out.getvalue())
            self.assertIn("- before: the acceptance score of the result minus its test score is +20.0 at 100, +20.0 at 600 calls.", out.getvalue())
            self.assertIn("| after − before | area | 10.0 ± 0.0 | < .001 | 3 |", out.getvalue())
            self.assertIn("- before: 4.00 paid backward calls per step", out.getvalue())
            self.assertIn("</svg>", pathlib.Path(folder, "a.svg").read_text(encoding="utf-8"))


@unittest.skipUnless(gepa_runs, "gepa is not installed")
class GepaTest(unittest.TestCase):
    def test_records_what_calls_have_bought(self):
        with tempfile.TemporaryDirectory() as folder, mock.patch.object(gepa_runs, "BUDGETS", [20, 60, 120]):
            port, _ = started(self, folder + "/store")
            names = ["cat", "table", "dog", "window", "tree", "garden", "car", "pencil", "cup", "river", "hat", "bottle"]
            pathlib.Path(folder, "w.csv").write_text("a,b\n" + "".join(f"{name},{name}s\n" for name in names), encoding="utf-8")
            task = {"file": "w.csv", "columns": {"input": "a", "reference": "b"}, "metric": {"type": "contains"}, "teacher": "t"}
            split = {"train": 4, "validation": 4, "test": 4}
            spec = {"prompt": "You get a word.", "split": split, "student": {"model": "toy"}, "tasks": {"w": task}}
            client, task = gepa_runs.Client(f"http://127.0.0.1:{port}/v1"), tasks.Task("w", spec, folder, 1)
            runs = [gepa_runs.run(client, task, 1, folder + "/log") for _ in range(2)]
            self.assertEqual(runs[0], runs[1])
            self.assertEqual(runs[0]["candidates"][0], {"calls": 4, "validation": 0.0, "prompt": "You get a word."})
            self.assertGreaterEqual(runs[0]["calls"], 120)
            self.assertEqual(runs[0]["results"]["120"]["accuracy"], 1)


if __name__ == "__main__":
    unittest.main()
