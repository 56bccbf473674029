"""Prints every prompt that a run accepts, one JSON object a line, with Confluent's Kafka client.

    python accepted_prompts.py --broker 127.0.0.1:9092 --group tap-accepted-prompts

Ctrl-C ends it. The next start with the same group continues after the last printed prompt.
"""

import argparse
import json
import sys

from confluent_kafka import Consumer

TOPIC = "dlpo.prompt.accepted.v1"


def main() -> None:
    parser = argparse.ArgumentParser(description="Print every prompt that a run accepts.")
    parser.add_argument("--broker", required=True, help="address, such as 127.0.0.1:9092")
    parser.add_argument("--group", default="tap-accepted-prompts", help="your own consumer group")
    parser.add_argument("-X", action="append", default=[], metavar="KEY=VALUE", help="a setting of the Kafka client")
    arguments = parser.parse_args()

    consumer = Consumer({
        "bootstrap.servers": arguments.broker,
        "group.id": arguments.group,
        "auto.offset.reset": "earliest",  # a new group starts with the oldest event
        "enable.auto.offset.store": False,  # an event counts as read when it is printed
        **dict(setting.split("=", 1) for setting in arguments.X),
    })
    consumer.subscribe([TOPIC])
    printed = set()
    try:
        while True:
            message = consumer.poll(1.0)
            if message is None:
                continue
            if message.error():
                print(message.error(), file=sys.stderr)
                continue
            try:
                event_id = dict(message.headers())["ce_id"]
                if event_id not in printed:  # a repeated event has the same id
                    print(json.dumps(accepted(json.loads(message.value()))), flush=True)
                    printed.add(event_id)
            except Exception as problem:  # whoever may write to a topic can write anything
                print(f"no event: {message.partition()}, {message.offset()}: {problem!r}", file=sys.stderr)
            consumer.store_offsets(message)
    except KeyboardInterrupt:
        pass
    finally:
        consumer.close()


def accepted(event: dict) -> dict:
    """The fields of PromptAccepted that this program prints."""
    decision = event["decision"]
    return {
        "run": event["runId"],
        "step": event["step"],
        "reason": decision["reason"],
        "prompt": decision["prompt"],
    }


if __name__ == "__main__":
    main()
