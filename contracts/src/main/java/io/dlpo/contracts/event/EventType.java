package io.dlpo.contracts.event;

import java.util.Arrays;

/** All event types with their topics. */
public enum EventType {
  RUN_REQUESTED(RunRequested.class, "dlpo.run.requested.v1"),
  RUN_COMMANDED(RunCommanded.class, "dlpo.run.commanded.v1"),
  PROMPT_PROPOSED(PromptProposed.class, "dlpo.prompt.proposed.v1"),
  EXAMPLE_REQUESTED(ExampleRequested.class, "dlpo.example.requested.v1"),
  PREDICTION_PRODUCED(PredictionProduced.class, "dlpo.prediction.produced.v1"),
  BATCH_SCORED(BatchScored.class, "dlpo.batch.scored.v1"),
  GRADIENT_PRODUCED(GradientProduced.class, "dlpo.gradient.produced.v1"),
  UPDATE_REPLIED(UpdateReplied.class, "dlpo.update.replied.v1"),
  PROMPT_ACCEPTED(PromptAccepted.class, "dlpo.prompt.accepted.v1"),
  PROMPT_REJECTED(PromptRejected.class, "dlpo.prompt.rejected.v1"),
  RUN_FINISHED(RunFinished.class, "dlpo.run.finished.v1"),
  PROMPT_COMMANDED(PromptCommanded.class, "dlpo.prompt.commanded.v1"),
  PROMPT_PROMOTED(PromptPromoted.class, "dlpo.prompt.promoted.v1");

  private final Class<? extends Event> record;
  private final String topic;

  EventType(Class<? extends Event> record, String topic) {
    this.record = record;
    this.topic = topic;
  }

  /** The type of an event. */
  public static EventType of(Event event) {
    return of(event.getClass());
  }

  /** The type of an event class. */
  public static EventType of(Class<? extends Event> record) {
    return Arrays.stream(values())
        .filter(type -> type.record == record)
        .findFirst()
        .orElseThrow(() -> new IllegalArgumentException(record + " has no event type"));
  }

  public Class<? extends Event> record() {
    return record;
  }

  public String topic() {
    return topic;
  }

  /** The CloudEvents type, such as {@code io.dlpo.PromptProposed.v1}. */
  public String cloudEventType() {
    return "io.dlpo." + record.getSimpleName() + ".v1";
  }

  /** The file name of the event's JSON Schema, such as {@code PromptProposed.v1.schema.json}. */
  public String schemaName() {
    return record.getSimpleName() + ".v1.schema.json";
  }

  /** The path of the event's JSON Schema, relative to the contracts. */
  public String schema() {
    return "schemas/" + schemaName();
  }
}
