"""The tasks that gepa gets: the same rows, splits and metrics as in the specs for DLPO."""

import csv
import json
import pathlib
import random


def rows(file, columns):
    """Question and reference of each row of a CSV file or of a file of BIG-Bench Hard."""
    if file.suffix == ".csv":
        with open(file, encoding="utf-8", newline="") as lines:
            return [(row[columns["input"]], row[columns["reference"]]) for row in csv.DictReader(lines)]
    examples = json.loads(file.read_text(encoding="utf-8"))["examples"]
    return [(example["input"], example["target"]) for example in examples]


def parts(all_rows, split, seed):
    """Train, validation and test: slices of the shuffled rows. Each seed has other ones."""
    order = list(all_rows)
    random.Random(seed).shuffle(order)
    validation, test = split["train"], split["train"] + split["validation"]
    end = test + split["test"]
    if end > len(order):
        raise ValueError(f"the split takes {end} rows, the file has {len(order)}")
    return order[:validation], order[validation:test], order[test:end]


class Task:
    """A task of a file such as real.json, for the runs of a seed."""

    def __init__(self, name, spec, data, seed):
        task = spec["tasks"][name]
        self.name = name
        self.prompt = spec["prompt"]
        self.metric = task["metric"]
        self.student = spec["student"]
        self.teacher = task.get("teacher", spec.get("teacher"))
        file = pathlib.Path(data) / task["file"]
        self.train, self.validation, self.test = parts(rows(file, task.get("columns")), spec["split"], seed)


def load(file):
    with open(file, encoding="utf-8") as text:
        return json.load(text)
