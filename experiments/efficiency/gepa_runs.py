"""Runs gepa 0.1.4 on the tasks, and records which accuracy its calls have bought.

    python3 gepa_runs.py --tasks real.json --data ../real --endpoint http://127.0.0.1:18561/v1 --out FOLDER

gepa's course does not depend on its budget, so one run with the largest one gives the result of each: the best candidate by validation
among those found by then. The endpoint counts the calls, student and teacher, by API key. gepa has its defaults: three rows are
reflected on at a time, candidates are chosen from its Pareto front, and all rows of the validation split count. Student, rows, splits,
metric and teacher are those of DLPO. What is recorded already is not run again.
"""

import argparse
import concurrent.futures
import contextlib
import json
import os
import pathlib
import urllib.error
import urllib.parse
import urllib.request

import gepa
from gepa.core.adapter import EvaluationBatch

import metrics
import sentences
import tasks

BUDGETS = [100, 150, 300, 600]
THREADS = 8


class Client:
    """The endpoint. It keeps the first failure, because gepa goes on after some."""

    def __init__(self, url, counted="calls"):
        self.url = url.rstrip("/")
        self.root = self.url.removesuffix("/v1")
        self.counted = counted
        self.failure = None

    def ask(self, key, system, user, settings):
        messages = [{"role": "system", "content": system}, {"role": "user", "content": user}]
        body = {**settings, "messages": messages, "temperature": 0}
        headers = {"Content-Type": "application/json", "Authorization": "Bearer " + key}
        request = urllib.request.Request(self.url + "/chat/completions", json.dumps(body).encode(), headers)
        return self.send(request)["choices"][0]["message"]["content"]

    def calls(self, key):
        return self.counts(key)[self.counted]

    def counts(self, key):
        return self.send(urllib.request.Request(f"{self.root}/calls/{urllib.parse.quote(key)}"))

    def reset(self, key):
        self.send(urllib.request.Request(f"{self.root}/calls/{urllib.parse.quote(key)}", method="DELETE"))

    def send(self, request):
        try:
            with urllib.request.urlopen(request, timeout=600) as response:
                return json.load(response)
        except urllib.error.HTTPError as error:
            failure = f"{request.full_url}: {error.code} {error.read().decode(errors='replace')}"
        except (OSError, ValueError) as error:
            failure = f"{request.full_url}: {error}"
        self.failure = self.failure or failure
        raise RuntimeError(failure)


class Adapter:
    """Lets gepa ask the student and the teacher."""

    def __init__(self, client, task, key):
        self.client = client
        self.task = task
        self.key = key
        self.format = metrics.instruction(task.metric)

    def answers(self, prompt, rows, key):
        """The student's reply to each row, and its score."""
        system = prompt + ("\n\n" + self.format if self.format else "")

        def one(row):
            reply = self.client.ask(key, system, row[0], self.task.student)
            return reply, *metrics.score(self.task.metric, reply, row[1])

        with concurrent.futures.ThreadPoolExecutor(THREADS) as pool:
            return list(pool.map(one, rows))

    def evaluate(self, batch, candidate, capture_traces=False):
        answers = self.answers(candidate["prompt"], batch, self.key)
        return EvaluationBatch(
            outputs=[reply for reply, _, _ in answers],
            scores=[float(right) for _, right, _ in answers],
            trajectories=list(zip(batch, answers)) if capture_traces else None,
        )

    def make_reflective_dataset(self, candidate, eval_batch, components_to_update):
        mistakes = [
            {"question": question, "answer": reply, "reference": reference, "feedback": feedback}
            for (question, reference), (reply, right, feedback) in eval_batch.trajectories
            if not right
        ]
        return {name: mistakes for name in components_to_update}

    def propose_new_texts(self, candidate, reflective_dataset, components_to_update):
        try:
            return self.proposed(candidate["prompt"], reflective_dataset["prompt"])
        except Exception as error:
            self.client.failure = self.client.failure or repr(error)
            raise

    def proposed(self, prompt, mistakes):
        """One request to the teacher. No new text if its reply has no edits: gepa then goes on with the next rows."""
        reply = self.client.ask(self.key, sentences.SYSTEM, sentences.request(prompt, mistakes), {"model": self.task.teacher})
        text = sentences.edited(prompt, sentences.read(reply) or [])
        return {} if text == prompt else {"prompt": text}


class Course:
    """Which candidates were found after how many calls. Ends the run once the largest budget is spent."""

    def __init__(self, client, key):
        self.client = client
        self.key = key
        self.candidates = []

    def on_valset_evaluated(self, event):
        calls = self.client.calls(self.key)
        self.candidates.append({"calls": calls, "validation": event["average_score"], "prompt": event["candidate"]["prompt"]})

    def __call__(self, state):
        if self.client.failure:
            raise RuntimeError(self.client.failure)
        return self.client.calls(self.key) >= BUDGETS[-1]

    def best(self, budget):
        """The best candidate by validation among those found by then, the first one of equals; None if there is none."""
        found = [each for each in self.candidates if each["calls"] <= budget]
        return max(found, key=lambda each: each["validation"], default=None)


class Log:
    """Where gepa writes what it does."""

    def __init__(self, file):
        self.file = open(file, "w", encoding="utf-8")

    def log(self, message):
        self.file.write(message + "\n")
        self.file.flush()

    def close(self):
        self.file.close()


def run(client, task, seed, log):
    """Runs gepa once, and scores what it has found on the test split, which counts for no budget."""
    key = f"gepa-{task.name}-{seed}"
    client.reset(key)
    adapter, course = Adapter(client, task, key), Course(client, key)
    with contextlib.closing(Log(log)) as logger:
        gepa.optimize(
            seed_candidate={"prompt": task.prompt},
            trainset=task.train,
            valset=task.validation,
            adapter=adapter,
            stop_callbacks=course,
            callbacks=[course],
            logger=logger,
            seed=seed,
        )
    tested = {}

    def tested_on(prompt):
        if prompt not in tested:
            tested[prompt] = sum(right for _, right, _ in adapter.answers(prompt, task.test, key + "-test")) / len(task.test)
        return tested[prompt]

    results = {}
    for budget in BUDGETS:
        best = course.best(budget) or {"calls": 0, "validation": None, "prompt": task.prompt}
        results[str(budget)] = {**best, "accuracy": tested_on(best["prompt"])}
    return {
        "task": task.name,
        "seed": seed,
        **client.counts(key),
        "initial": tested_on(task.prompt),
        "results": results,
        "candidates": course.candidates,
    }


def main():
    parser = argparse.ArgumentParser(description="Runs gepa on the tasks.")
    parser.add_argument("--tasks", required=True)
    parser.add_argument("--data", default=".")
    parser.add_argument("--endpoint", required=True)
    parser.add_argument("--out", required=True, type=pathlib.Path)
    parser.add_argument("--seeds", default="1-10", help="such as 1-10 or 3-3")
    parser.add_argument("--count", default="calls", choices=["calls", "different"], help="what the budgets count")
    options = parser.parse_args()
    first, last = options.seeds.split("-")
    options.out.mkdir(parents=True, exist_ok=True)
    spec = tasks.load(options.tasks)
    for name in spec["tasks"]:
        for seed in range(int(first), int(last) + 1):
            file = options.out / f"{name}-{seed}.json"
            if file.exists():
                continue
            task = tasks.Task(name, spec, options.data, seed)
            result = run(Client(options.endpoint, options.count), task, seed, file.with_suffix(".log"))
            part = file.with_suffix(".part")
            part.write_text(json.dumps(result, indent=1, ensure_ascii=False) + "\n", encoding="utf-8")
            os.replace(part, file)
            accuracies = ", ".join(f"{100 * result['results'][str(budget)]['accuracy']:.1f}" for budget in BUDGETS)
            print(f"gepa, {name}, seed {seed}: {accuracies} % after {result['calls']} calls", flush=True)


if __name__ == "__main__":
    main()
