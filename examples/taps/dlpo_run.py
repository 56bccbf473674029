"""A run of DLPO, worked out from its events in the words of an experiment tracker: parameters, metrics, prompts.

Knows neither Kafka nor MLflow. Events may arrive in any order and more than once.
"""

import json
import re
from dataclasses import dataclass, field

# The topics whose events say all that a tracker needs.
TOPICS = [
    "dlpo.run.requested.v1",
    "dlpo.batch.scored.v1",
    "dlpo.prompt.accepted.v1",
    "dlpo.prompt.rejected.v1",
    "dlpo.run.finished.v1",
]

# How a run ended, as MLflow has it.
STATUS = {"FINISHED": "FINISHED", "BUDGET_SPENT": "FINISHED", "CANCELLED": "KILLED", "FAILED": "FAILED"}

# Parts of a spec that are no parameters.
TEXTS = ("name", "prompt", "messages")

# Settings whose keys a user chooses; each is one parameter.
FREE = {"metric.schema", "metric.weights"}

RUN_ID = re.compile(r"[A-Za-z0-9][A-Za-z0-9._-]{0,99}")
MESSAGE = re.compile(r'^<message role="(system|user|assistant)">\n', re.MULTILINE)


@dataclass(frozen=True)
class Prompt:
    """A prompt that a run accepted in a step, or ended with (step 0), and why."""

    step: int
    prompt_id: str
    text: str
    why: str


@dataclass
class Run:
    """What is known of a run so far. It can be written once its request is known."""

    run_id: str
    name: str | None = None
    started: int = 0
    ended: int | None = None
    status: str | None = None
    spec: dict = field(default_factory=dict)
    params: dict[str, str] = field(default_factory=dict)
    tags: dict[str, str] = field(default_factory=dict)
    metrics: dict[tuple[str, int], tuple[float, int]] = field(default_factory=dict)  # (key, step): (value, time)
    prompts: dict[str, Prompt] = field(default_factory=dict)  # by prompt id
    best_prompt_id: str | None = None

    def __post_init__(self) -> None:
        if not RUN_ID.fullmatch(self.run_id):
            raise ValueError(f"{self.run_id!r} is no run id")

    def apply(self, event_type: str, event: dict, time: int) -> None:
        """Takes an event into account.

        event_type: the header ce_type; event: the value; time: the record's timestamp in milliseconds since 1970
        """
        match event_type:
            case "io.dlpo.RunRequested.v1":
                self._requested(event, time)
            case "io.dlpo.BatchScored.v1":
                self._scored(event, time)
            case "io.dlpo.PromptAccepted.v1":
                self._decided(event, 1, time)
            case "io.dlpo.PromptRejected.v1":
                self._decided(event, 0, time)
            case "io.dlpo.RunFinished.v1":
                self._finished(event, time)

    def found(self) -> list[Prompt]:
        """The prompts in the order of their steps."""
        return sorted(self.prompts.values(), key=lambda prompt: prompt.step)

    def _requested(self, event: dict, time: int) -> None:
        self.name = event["name"]
        self.started = time
        self.spec = event["spec"]
        self.params = flat({key: value for key, value in self.spec.items() if key not in TEXTS})
        self.tags["dlpo.run_id"] = self.run_id
        if "fork" in event:
            self.tags["dlpo.forked_from"] = f"{event['fork']['runId']} step {event['fork']['step']}"

    def _scored(self, event: dict, time: int) -> None:
        evaluation = event["evaluation"]
        if event["failed"]:  # this evaluation is unusable; another one follows
            return
        match evaluation["purpose"]:
            case "BATCH":
                self._metric("batch_score", event["score"], evaluation["step"], time)
            case "VALIDATION":
                self._metric("validation_score", event["score"], evaluation["step"], time)
            case "ACCEPTANCE" if evaluation["step"] == 0:
                self._metric("accuracy", event["correct"] / evaluation["size"], 0, time)

    def _decided(self, event: dict, accepted: int, time: int) -> None:
        step, decision = event["step"], event["decision"]
        self._metric("accepted", accepted, step, time)
        for key in ("temperature", "probability"):
            self._metric(key, decision.get(key), step, time)
        if accepted:
            if decision.get("correct") is not None and decision["evaluated"] > 0:
                self._metric("accuracy", decision["correct"] / decision["evaluated"], step, time)
            why = f"step {step}: {decision['reason']}"
            self._prompt(Prompt(step, decision["promptId"], decision["prompt"], why))

    def _finished(self, event: dict, time: int) -> None:
        step, usage = event["steps"], event["usage"]
        self.ended, self.status = time, STATUS[event["outcome"]]
        self.best_prompt_id = event["bestPromptId"]
        stayed = event["bestPromptId"] == event["initialPromptId"]
        why = "the initial prompt, which no candidate surpassed" if stayed else "the best prompt"
        self._prompt(Prompt(0, event["bestPromptId"], event["bestPrompt"], why))
        self.tags["dlpo.outcome"] = event["outcome"]
        self.tags["dlpo.trajectory"] = event["trajectory"]
        if "reason" in event:
            self.tags["dlpo.reason"] = event["reason"]
        self._metric("test_initial", event.get("baseline", {}).get("score"), step, time)
        self._metric("test_best", event.get("best", {}).get("score"), step, time)
        self._metric("test_difference", event.get("comparison", {}).get("difference"), step, time)
        self._metric("p_value", event.get("comparison", {}).get("p"), step, time)
        self._metric("calls_paid", usage["paid"], step, time)
        self._metric("calls_cached", usage["ledger"], step, time)
        self._metric("tokens_input", usage["inputTokens"], step, time)
        self._metric("tokens_output", usage["outputTokens"], step, time)
        self._metric("wall_seconds", event["wallMillis"] / 1000, step, time)

    def _metric(self, key: str, value: float | None, step: int, time: int) -> None:
        # The first one counts: a step may draw several batches, and an event may be repeated.
        if value is not None:
            self.metrics.setdefault((key, step), (float(value), time))

    def _prompt(self, prompt: Prompt) -> None:
        # The step that accepted it first says most.
        known = self.prompts.get(prompt.prompt_id)
        if known is None or known.step == 0 or 0 < prompt.step < known.step:
            self.prompts[prompt.prompt_id] = prompt


def flat(settings: dict, prefix: str = "") -> dict[str, str]:
    """Nested settings as parameters, such as optimizer.batchSize."""
    params = {}
    for key, value in settings.items():
        name = prefix + key
        if isinstance(value, dict) and value and name not in FREE:
            params.update(flat(value, name + "."))
        else:
            params[name] = value if isinstance(value, str) else json.dumps(value)
    return params


def template(text: str) -> str | list[dict[str, str]]:
    """A prompt as prompt registries take it: the text, or the messages of a prompt of several messages."""
    begins = list(MESSAGE.finditer(text))
    if not begins or text[: begins[0].start()].strip():
        return text
    messages = []
    for begin, after in zip(begins, begins[1:] + [None]):
        body = text[begin.end() : after.start() if after else len(text)].rstrip()
        if body != "</message>" and not body.endswith("\n</message>"):
            return text
        messages.append({"role": begin.group(1), "content": body.removesuffix("</message>").removesuffix("\n")})
    return messages


def prompt_name(run_name: str) -> str:
    """The name of a run as registries take it: letters, digits, hyphens, underscores and dots."""
    return re.sub(r"[^A-Za-z0-9_.-]+", "-", run_name).strip("-") or "run"
