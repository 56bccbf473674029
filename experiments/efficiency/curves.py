"""Compares what calls have bought: DLPO before and after, and gepa. Prints Markdown and draws a chart.

    python3 curves.py --csv real.csv --gepa FOLDER --svg real.svg

The CSV is that of `dlpo experiment --csv`, with variants such as before-100 and after-100. FOLDER has what gepa_runs.py has recorded.
"""

import argparse
import csv
import json
import math
import pathlib
import statistics

import chart
import statistic

METHODS = ["before", "after", "gepa"]
BACKWARD = ["paidCritique", "paidReduction", "paidContrast", "paidUpdate", "paidRegularization"]
ALL = "all tasks"


class Results:
    """Accuracies by method, task, seed and calls."""

    def __init__(self):
        self.accuracies = {method: {} for method in METHODS}
        self.initial = {}
        self.gaps = {}
        self.backward = {}
        self.gepa_calls = []
        self.gepa_found = {}
        self.missing = 0

    def add(self, method, task, seed, calls, accuracy):
        self.accuracies.setdefault(method, {}).setdefault((task, seed), {})[calls] = accuracy

    def read_csv(self, file):
        with open(file, encoding="utf-8", newline="") as lines:
            for row in csv.DictReader(lines):
                if row["transfer"]:
                    continue
                if not row["accuracy"]:
                    self.missing += 1
                    continue
                method, calls = row["variant"].rsplit("-", 1)
                self.add(method, row["dataset"], int(row["seed"]), int(calls), float(row["accuracy"]))
                if row["baseline"]:
                    self.initial.setdefault(row["dataset"], {})[row["seed"]] = float(row["baseline"])
                if row["acceptance"]:
                    gap = float(row["acceptance"]) - float(row["accuracy"])
                    self.gaps.setdefault(method, {}).setdefault(int(calls), []).append(gap)
                self.count_backward(method, row)

    def count_backward(self, method, row):
        """The runs of a seed share their steps, so what they paid together is what the longest one needs."""
        paid = sum(int(row.get(column) or 0) for column in BACKWARD)
        steps = max(0, len(row["accuracyByStep"].split(" ")) - 1)
        before = self.backward.setdefault(method, {}).get((row["dataset"], row["seed"]), (0, 0))
        self.backward[method][row["dataset"], row["seed"]] = (before[0] + paid, max(before[1], steps))

    def read_gepa(self, folder):
        for file in sorted(pathlib.Path(folder).glob("*.json")):
            run = json.loads(file.read_text(encoding="utf-8"))
            self.gepa_calls.append((run["calls"], run["different"]))
            self.initial.setdefault(run["task"], {}).setdefault(str(run["seed"]), run["initial"])
            for calls, result in run["results"].items():
                self.add("gepa", run["task"], run["seed"], int(calls), result["accuracy"])
                self.gepa_found.setdefault(int(calls), []).append(result["calls"])

    def methods(self):
        return [method for method, runs in self.accuracies.items() if runs]

    def tasks(self):
        return list(dict.fromkeys(task for runs in self.accuracies.values() for task, _ in runs))

    def budgets(self):
        return sorted({calls for runs in self.accuracies.values() for curve in runs.values() for calls in curve})

    def values(self, method, task, measure):
        """A measure of the curve by seed; over all tasks, the mean for each seed that has them all."""
        runs = self.accuracies[method]
        found = {key: value for key, curve in runs.items() if (value := measure(curve)) is not None}
        if task != ALL:
            return {seed: value for (name, seed), value in found.items() if name == task}
        names = self.tasks()
        seeds = sorted({seed for _, seed in found})
        complete = [seed for seed in seeds if all((name, seed) in found for name in names)]
        return {seed: statistics.fmean(found[name, seed] for name in names) for seed in complete}

    def differences(self, one, other, measure):
        """The differences of all pairs of runs with the same task and seed."""
        pairs = [(measure(curve), measure(self.accuracies[other].get(key, {}))) for key, curve in self.accuracies[one].items()]
        return [a - b for a, b in pairs if a is not None and b is not None]


def at(calls):
    return lambda curve: curve.get(calls)


def area(budgets):
    """The area under a curve over the logarithm of calls, from 0 to 1; None if a budget is missing."""

    def measure(curve):
        if len(budgets) < 2 or any(calls not in curve for calls in budgets):
            return None
        steps = zip(budgets, budgets[1:])
        total = sum(math.log2(after / before) * (curve[before] + curve[after]) / 2 for before, after in steps)
        return total / math.log2(budgets[-1] / budgets[0])

    return measure


def percent(mean, half):
    return f"{100 * mean:.1f}" if half is None else f"{100 * mean:.1f} ± {100 * half:.1f}"


def p_text(p):
    return "–" if p is None else "< .001" if p < 0.001 else f"{p:.3f}".lstrip("0")


def accuracy_table(results):
    budgets = results.budgets()
    measures = [at(calls) for calls in budgets] + [area(budgets)]
    lines = [
        "| task | method | " + " | ".join(f"{calls} calls" for calls in budgets) + " | area | seeds |",
        "|---" * (len(budgets) + 4) + "|",
    ]
    for task in results.tasks() + [ALL]:
        name = f"{task} (initially {100 * statistics.fmean(results.initial[task].values()):.1f})" if task in results.initial else task
        for method in results.methods():
            found = [list(results.values(method, task, measure).values()) for measure in measures]
            cells = [percent(*statistic.interval(values)) if values else "–" for values in found]
            lines.append(f"| {name} | {method} | " + " | ".join(cells) + f" | {max(map(len, found))} |")
            name = ""
    return lines


def comparison_table(results):
    budgets = results.budgets()
    lines = ["| difference | measure | points | p | pairs |", "|---|---|---|---|---|"]
    for one, other in (("after", "gepa"), ("after", "before"), ("before", "gepa")):
        measures = [("area", area(budgets))] + [(f"{calls} calls", at(calls)) for calls in budgets]
        for name, measure in measures:
            differences = results.differences(one, other, measure)
            if differences:
                mean, half, p = statistic.paired(differences)
                lines.append(f"| {one} − {other} | {name} | {percent(mean, half)} | {p_text(p)} | {len(differences)} |")
    return lines


def notes(results):
    lines = []
    for method, runs in results.backward.items():
        shares = [paid / steps for paid, steps in runs.values() if steps]
        if shares:
            lines.append(f"- {method}: {statistics.fmean(shares):.2f} paid backward calls per step, over {len(shares)} courses.")
    for method, gaps in results.gaps.items():
        texts = ", ".join(f"{100 * statistics.fmean(values):+.1f} at {calls}" for calls, values in sorted(gaps.items()))
        lines.append(f"- {method}: the acceptance score of the result minus its test score is {texts} calls.")
    if results.gepa_calls:
        found = ", ".join(f"{statistics.fmean(values):.0f} of {calls}" for calls, values in sorted(results.gepa_found.items()))
        calls, different = (statistics.fmean(counts) for counts in zip(*results.gepa_calls))
        lines.append(f"- gepa: {calls:.0f} calls per run, {different:.0f} of them different.")
        lines.append(f"- Its best candidates were found after {found} calls.")
    if results.missing:
        lines.append(f"- {results.missing} runs of DLPO have no result.")
    return lines


def panels(results):
    return {
        task: {
            method: {
                calls: tuple(value and 100 * value for value in statistic.interval(list(values.values())))
                for calls in results.budgets()
                if (values := results.values(method, task, at(calls)))
            }
            for method in results.methods()
        }
        for task in results.tasks() + [ALL]
    }


def main():
    parser = argparse.ArgumentParser(description="Compares what calls have bought.")
    parser.add_argument("--csv", action="append", default=[], help="can be repeated")
    parser.add_argument("--gepa", action="append", default=[], help="can be repeated")
    parser.add_argument("--svg")
    parser.add_argument("--title", default="What a budget of model calls buys")
    options = parser.parse_args()
    results = Results()
    for file in options.csv:
        results.read_csv(file)
    for folder in options.gepa:
        results.read_gepa(folder)
    if not results.methods():
        parser.error("there are no results")
    print(f"## {options.title}\n")
    print("Accuracy on the test split in per cent, with the 95 % interval over the seeds.")
    print("The area is that under the curve, over log₂ of the calls.\n")
    print("\n".join(accuracy_table(results)))
    print("\nDifferences over all pairs of task and seed, with the 95 % interval and p of the paired t test:\n")
    print("\n".join(comparison_table(results) + [""] + notes(results)))
    if options.svg:
        pathlib.Path(options.svg).write_text(chart.draw(options.title, results.budgets(), panels(results)), encoding="utf-8")


if __name__ == "__main__":
    main()
