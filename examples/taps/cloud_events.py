"""Prints the events of all runs with the CloudEvents SDK, which reads the record headers.

    python cloud_events.py --broker 127.0.0.1:9092 --validate

By default one line an event; with --json the event in CloudEvents' JSON format. --validate fetches the schema that an
event names in its attribute dataschema, and checks the event against it.
"""

import argparse
import json
import sys
import urllib.request
from datetime import datetime, timezone
from functools import cache

from cloudevents.core.base import BaseCloudEvent
from cloudevents.core.bindings.kafka import KafkaMessage, from_binary_event, to_structured_event
from confluent_kafka import Consumer, Message
from jsonschema import Draft202012Validator

# Every event but ExampleRequested, which is a work queue and not for taps.
TOPICS = r"^dlpo\.(run|prompt|prediction|batch|gradient|update)\..*\.v1$"


def main() -> None:
    parser = argparse.ArgumentParser(description="Print events as CloudEvents.")
    parser.add_argument("--broker", required=True, help="address, such as 127.0.0.1:9092")
    parser.add_argument("--group", default="tap-cloud-events", help="your own consumer group")
    parser.add_argument("--json", action="store_true", help="print whole events in CloudEvents' JSON format")
    parser.add_argument("--validate", action="store_true", help="check each event against its schema")
    parser.add_argument("-X", action="append", default=[], metavar="KEY=VALUE", help="a setting of the Kafka client")
    arguments = parser.parse_args()

    consumer = Consumer({
        "bootstrap.servers": arguments.broker,
        "group.id": arguments.group,
        "auto.offset.reset": "earliest",
        "enable.auto.offset.store": False,
        **dict(setting.split("=", 1) for setting in arguments.X),
    })
    consumer.subscribe([TOPICS])
    try:
        while True:
            message = consumer.poll(1.0)
            if message is None:
                continue
            if message.error():
                print(message.error(), file=sys.stderr)
                continue
            try:
                event = cloud_event(message)
                if arguments.validate:
                    validator(event.get_dataschema()).validate(event.get_data())
                print(to_structured_event(event).value.decode() if arguments.json else line(event), flush=True)
            except Exception as problem:  # whoever may write to a topic can write anything
                where = f"{message.topic()}, partition {message.partition()}, offset {message.offset()}"
                print(f"no valid event: {where}: {problem!r}", file=sys.stderr)
            consumer.store_offsets(message)
    except KeyboardInterrupt:
        pass
    finally:
        consumer.close()


def cloud_event(message: Message) -> BaseCloudEvent:
    """The CloudEvent of a record in binary mode."""
    headers = dict(message.headers())
    # Without this header the SDK would take the time of reading.
    _, millis = message.timestamp()
    headers.setdefault("ce_time", datetime.fromtimestamp(millis / 1000, timezone.utc).isoformat().encode())
    return from_binary_event(KafkaMessage(headers, message.key(), message.value()))


def line(event: BaseCloudEvent) -> str:
    """One line about an event. Only what the optimizer publishes has a sequence."""
    return " ".join([
        event.get_time().isoformat(timespec="milliseconds"),
        event.get_subject(),
        event.get_extension("sequence") or "-",
        event.get_type(),
        event.get_id(),
    ])


@cache
def validator(address: str) -> Draft202012Validator:
    """A validator for the schema at an address."""
    with urllib.request.urlopen(address) as response:
        return Draft202012Validator(json.load(response))


if __name__ == "__main__":
    main()
