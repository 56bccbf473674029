package io.dlpo.contracts.event;

import io.dlpo.contracts.id.RunId;

/** What has happened in a run, as published on Kafka; one record and one topic for each kind. */
public sealed interface Event
    permits RunRequested,
        RunCommanded,
        PromptProposed,
        ExampleRequested,
        PredictionProduced,
        BatchScored,
        GradientProduced,
        UpdateReplied,
        PromptAccepted,
        PromptRejected,
        RunFinished {

  /** The run it belongs to. */
  RunId runId();

  /** The record's key: whatever has the same key keeps its order. */
  String partitionKey();

  /** What makes it the event it is among those of its type; a repeated event has the same. */
  String identity();
}
