"""Writes every run of DLPO to MLflow: an MLflow run each, and a registered prompt version for each accepted prompt.

    python mlflow_tap.py --broker 127.0.0.1:9092 --tracking-uri http://127.0.0.1:5000

Reads the events from the oldest one at each start and writes only what MLflow does not have yet, so it can be stopped
and started at any time. Run one of it. --once ends it when it has written what has happened until now.
"""

import argparse
import json
import sys

import mlflow
from confluent_kafka import OFFSET_BEGINNING, Consumer, KafkaError, Message, TopicPartition
from dlpo_run import TOPICS, Prompt, Run, prompt_name, template
from mlflow import MlflowClient
from mlflow.entities import Metric, Param, RunTag
from mlflow.entities.model_registry import PromptVersion

RUN_ID = "dlpo.run_id"
PROMPT_ID = "dlpo.prompt_id"
BATCH = 100  # the most parameters that MLflow takes at once


def main() -> None:
    parser = argparse.ArgumentParser(description="Write runs and accepted prompts to MLflow.")
    parser.add_argument("--broker", required=True, help="address, such as 127.0.0.1:9092")
    parser.add_argument("--group", default="tap-mlflow", help="your own consumer group")
    parser.add_argument("--tracking-uri", required=True, help="address of the MLflow server")
    parser.add_argument("--experiment", default="DLPO", help="name of the MLflow experiment")
    parser.add_argument("--once", action="store_true", help="end when all events until now are written")
    parser.add_argument("-X", action="append", default=[], metavar="KEY=VALUE", help="a setting of the Kafka client")
    arguments = parser.parse_args()

    mlflow.set_tracking_uri(arguments.tracking_uri)
    tracker = Tracker(MlflowClient(), mlflow.set_experiment(arguments.experiment).experiment_id)
    consumer = Consumer({
        "bootstrap.servers": arguments.broker,
        "group.id": arguments.group,
        "enable.auto.commit": False,  # MLflow itself says what is written
        "enable.partition.eof": True,
        **dict(setting.split("=", 1) for setting in arguments.X),
    })
    try:
        follow(consumer, tracker, arguments.once)
    except KeyboardInterrupt:
        pass
    finally:
        consumer.close()


def follow(consumer: Consumer, tracker: "Tracker", once: bool) -> None:
    """Reads all events, and writes the runs that they change.

    Topics have no order among each other. So runs are written when all topics are read up to a common moment: the end
    of a run is not written before the prompts that it accepted.
    """
    topics = consumer.list_topics(timeout=20).topics
    partitions = {(topic, number) for topic in TOPICS for number in topics[topic].partitions}
    consumer.assign([TopicPartition(topic, number, OFFSET_BEGINNING) for topic, number in partitions])
    runs: dict[str, Run] = {}
    changed: dict[str, Run] = {}
    read = dict.fromkeys(partitions, 0)  # offset of the next record
    ends = end_offsets(consumer, partitions)
    while True:
        for message in consumer.consume(1000, timeout=1.0):
            partition = (message.topic(), message.partition())
            if message.error() is None:
                read[partition] = message.offset() + 1
                try:
                    run = apply(message, runs)
                    changed[run.run_id] = run
                except Exception as problem:  # whoever may write to a topic can write anything
                    print(f"no event: {partition}, offset {message.offset()}: {problem!r}", file=sys.stderr)
            elif message.error().code() == KafkaError._PARTITION_EOF:
                read[partition] = message.offset()
            else:
                print(message.error(), file=sys.stderr)
        if all(read[partition] >= end for partition, end in ends.items()):
            for run in changed.values():
                if run.name is not None:  # else Kafka does not have its request any more
                    tracker.write(run)
            changed.clear()
            if once:
                return
            ends = end_offsets(consumer, partitions)


def end_offsets(consumer: Consumer, partitions: set[tuple[str, int]]) -> dict[tuple[str, int], int]:
    """The offset after the last record of each partition, now."""
    return {
        (topic, number): consumer.get_watermark_offsets(TopicPartition(topic, number), timeout=20)[1]
        for topic, number in partitions
    }


def apply(message: Message, runs: dict[str, Run]) -> Run:
    """Takes a record into account, and returns its run."""
    headers = dict(message.headers())
    run_id = headers["ce_subject"].decode()
    run = runs.setdefault(run_id, Run(run_id))
    run.apply(headers["ce_type"].decode(), json.loads(message.value()), message.timestamp()[1])
    return run


class Tracker:
    """Brings MLflow up to date, and writes nothing twice. Asks MLflow once what it has of a run or a prompt."""

    def __init__(self, client: MlflowClient, experiment_id: str) -> None:
        self.client = client
        self.experiment_id = experiment_id
        self.run_ids: dict[str, str] = {}  # MLflow's run ids by ours
        self.points: dict[str, set] = {}  # written points of metrics by MLflow's run id, as (key, step)
        self.versions: dict[str, dict[str, PromptVersion]] = {}  # by the prompt's name and our prompt id

    def write(self, run: Run) -> None:
        """Writes what MLflow does not have of a run."""
        if run.run_id not in self.run_ids:
            self._begin(run)
        run_id = self.run_ids[run.run_id]
        tags = dict(run.tags)
        for prompt in run.found():
            version = self._version(run, prompt)
            self.client.link_prompt_version_to_run(run_id, version)
            if prompt.prompt_id == run.best_prompt_id:
                tags["dlpo.best_prompt"] = version.uri
        new = {point: value for point, value in run.metrics.items() if point not in self.points[run_id]}
        self.client.log_batch(
            run_id,
            metrics=[Metric(key, value, time, step) for (key, step), (value, time) in new.items()],
            tags=[RunTag(key, value) for key, value in tags.items()],
        )
        self.points[run_id].update(new)
        if run.status is not None:
            self.client.set_terminated(run_id, run.status, run.ended)

    def _begin(self, run: Run) -> None:
        """Finds or creates the MLflow run, and writes the spec to it."""
        found = self.client.search_runs([self.experiment_id], f"tags.`{RUN_ID}` = '{run.run_id}'", max_results=1)
        tags, name = {RUN_ID: run.run_id}, f"{run.name} {run.run_id}"
        mlflow_run = found[0] if found else self.client.create_run(self.experiment_id, run.started, tags, name)
        run_id = mlflow_run.info.run_id
        params = [Param(key, value) for key, value in run.params.items()]
        for start in range(0, len(params), BATCH):
            self.client.log_batch(run_id, params=params[start : start + BATCH])
        self.client.log_dict(run_id, run.spec, "spec.json")
        self.points[run_id] = {
            (key, point.step)
            for key in mlflow_run.data.metrics
            for point in self.client.get_metric_history(run_id, key)
        }
        self.run_ids[run.run_id] = run_id

    def _version(self, run: Run, prompt: Prompt) -> PromptVersion:
        """The version with the prompt's text. Equal texts have the same id in every run."""
        name = prompt_name(run.name)
        if name not in self.versions:
            self.versions[name] = self._existing(name)
        if prompt.prompt_id not in self.versions[name]:
            tags = {RUN_ID: run.run_id, PROMPT_ID: prompt.prompt_id}
            version = mlflow.genai.register_prompt(name, template(prompt.text), prompt.why, tags)
            self.versions[name][prompt.prompt_id] = version
        return self.versions[name][prompt.prompt_id]

    def _existing(self, name: str) -> dict[str, PromptVersion]:
        versions, token = {}, None
        while self.client.get_prompt(name) is not None:
            page = self.client.search_prompt_versions(name, page_token=token)
            versions.update({version.tags.get(PROMPT_ID): version for version in page})
            token = page.token
            if not token:
                break
        return versions


if __name__ == "__main__":
    main()
