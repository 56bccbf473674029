"""Tests of dlpo_run.py on a recorded run, without Kafka and MLflow: python -m unittest"""

import json
import unittest
from datetime import datetime
from pathlib import Path

from dlpo_run import Prompt, Run, flat, prompt_name, template

RUN = "counting"
FIRST = "You answer questions about things. Leave out whatever does not belong to the category in the question."
BEST = f"{FIRST} Sum the numbers of all items instead of counting how many sorts there are."


def recorded() -> list[dict]:
    """A run in CloudEvents' JSON format, as cloud_events.py --json prints it."""
    lines = (Path(__file__).parent / "recorded-run.jsonl").read_text().splitlines()
    return [json.loads(line) for line in lines]


def millis(event: dict) -> int:
    return round(datetime.fromisoformat(event["time"].replace("Z", "+00:00")).timestamp() * 1000)


def first(events: list[dict], name: str) -> dict:
    return next(event for event in events if event["type"] == f"io.dlpo.{name}.v1")


def run_of(events: list[dict]) -> Run:
    run = Run(RUN)
    for event in events:
        run.apply(event["type"], event["data"], millis(event))
    return run


def curve(run: Run, metric: str) -> list[tuple[int, float]]:
    return sorted((step, value) for (key, step), (value, _) in run.metrics.items() if key == metric)


class RecordedRun(unittest.TestCase):

    def setUp(self) -> None:
        self.events = recorded()
        self.run = run_of(self.events)

    def test_names_the_run_and_its_settings(self):
        self.assertEqual(self.run.name, "counting")
        self.assertEqual(self.run.params["optimizer.batchSize"], "2")
        self.assertEqual(self.run.params["optimizer.annealing.temperature"], "0.05")
        self.assertEqual(self.run.params["engines.forward.model"], "sim-student")
        self.assertEqual(self.run.params["optimizer.momentum"], "false")
        self.assertNotIn("prompt", self.run.params)
        self.assertEqual(self.run.spec["prompt"], "You answer questions about things. Be quick.")
        self.assertEqual(self.run.tags["dlpo.run_id"], RUN)

    def test_draws_the_curves(self):
        self.assertEqual(curve(self.run, "accuracy"), [(0, 0.0), (1, 0.0), (2, 0.75)])
        self.assertEqual(curve(self.run, "accepted"), [(1, 1.0), (2, 1.0), (3, 0.0), (4, 0.0)])
        self.assertEqual(curve(self.run, "batch_score"), [(1, 0.0), (2, 0.5), (3, 1.0), (4, 1.0)])
        self.assertEqual(curve(self.run, "temperature"), [(1, 0.05), (2, 0.025)])

    def test_takes_the_accepted_prompts_in_order(self):
        self.assertEqual(
            [(prompt.text, prompt.why) for prompt in self.run.found()],
            [(FIRST, "step 1: 0 of 4 right, before 0"), (BEST, "step 2: 3 of 4 right, before 0")],
        )
        self.assertEqual(self.run.prompts[self.run.best_prompt_id].text, BEST)

    def test_ends_with_the_held_out_scores(self):
        self.assertEqual(self.run.status, "FINISHED")
        self.assertEqual(curve(self.run, "test_initial"), [(4, 0.0)])
        self.assertEqual(curve(self.run, "test_best"), [(4, 0.75)])
        self.assertEqual(curve(self.run, "p_value"), [(4, 0.25)])
        self.assertEqual(self.run.started, millis(first(self.events, "RunRequested")))
        self.assertEqual(self.run.ended, millis(first(self.events, "RunFinished")))

    def test_is_the_same_if_topics_arrive_in_another_order(self):
        for backwards in (False, True):
            by_topic = sorted(self.events, key=lambda event: event["type"], reverse=backwards)
            run = run_of(by_topic)
            self.assertEqual(run, self.run)
            self.assertEqual(run.found(), self.run.found())

    def test_is_the_same_if_every_event_is_repeated_later(self):
        later = [event | {"time": "2030-01-01T00:00:00Z"} for event in self.events]
        self.assertEqual(run_of(self.events + later).metrics, self.run.metrics)

    def test_cannot_be_written_before_its_request_is_known(self):
        others = [event for event in self.events if event["type"] != "io.dlpo.RunRequested.v1"]
        self.assertIsNone(run_of(others).name)


class Rules(unittest.TestCase):

    def test_refuses_what_is_no_run_id(self):
        for run_id in ["", "x' or 'a' = 'a", "-1", "x" * 101]:
            with self.assertRaises(ValueError):
                Run(run_id)

    def test_leaves_an_unusable_evaluation_out(self):
        event = first(recorded(), "BatchScored")
        run = Run(RUN)
        run.apply(event["type"], event["data"] | {"failed": 1}, 0)
        self.assertEqual(run.metrics, {})

    def test_registers_the_initial_prompt_if_it_stays_the_best(self):
        event = first(recorded(), "RunFinished")
        run = Run(RUN)
        best = {"initialPromptId": "p", "bestPromptId": "p", "bestPrompt": "Count."}
        run.apply(event["type"], event["data"] | best, 0)
        why = "the initial prompt, which no candidate surpassed"
        self.assertEqual(run.found(), [Prompt(0, "p", "Count.", why)])

    def test_registers_a_prompt_once_although_it_is_accepted_again(self):
        event = first(recorded(), "PromptAccepted")
        run = Run(RUN)
        for step in (5, 2, 9):
            run.apply(event["type"], event["data"] | {"step": step}, 0)
        self.assertEqual([prompt.step for prompt in run.found()], [2])

    def test_knows_how_a_run_ended(self):
        event = first(recorded(), "RunFinished")
        for outcome, status in [("BUDGET_SPENT", "FINISHED"), ("CANCELLED", "KILLED"), ("FAILED", "FAILED")]:
            run = Run(RUN)
            run.apply(event["type"], event["data"] | {"outcome": outcome, "reason": "because"}, 0)
            self.assertEqual((run.status, run.tags["dlpo.reason"]), (status, "because"))

    def test_keeps_settings_with_free_keys_in_one_piece(self):
        spec = {"metric": {"type": "json", "schema": {"$ref": "#/x"}}, "budget": {"usd": 2.5}, "stop": {}}
        self.assertEqual(
            flat(spec),
            {"metric.type": "json", "metric.schema": '{"$ref": "#/x"}', "budget.usd": "2.5", "stop": "{}"},
        )

    def test_splits_a_prompt_of_messages(self):
        text = '<message role="system">\nBe brief.\n\n</message>\n<message role="user">\n{{question}}\n</message>'
        self.assertEqual(
            template(text),
            [{"role": "system", "content": "Be brief.\n"}, {"role": "user", "content": "{{question}}"}],
        )
        self.assertEqual(template('<message role="system">\n</message>'), [{"role": "system", "content": ""}])
        for other in ["Count.", 'Say <message role="user"> twice.', '<message role="user">\nno end', f"x\n{text}"]:
            self.assertEqual(template(other), other)

    def test_makes_a_name_that_registries_take(self):
        self.assertEqual(prompt_name("Zählung: object counting"), "Z-hlung-object-counting")
        self.assertEqual(prompt_name("???"), "run")


if __name__ == "__main__":
    unittest.main()
