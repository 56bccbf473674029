package io.dlpo.contracts.event;

import io.dlpo.contracts.id.RunId;

/**
 * An event of a run or of its promoted prompt, as published on Kafka. Each kind has its own record
 * and topic.
 */
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
        RunFinished,
        PromptCommanded,
        PromptPromoted {

  /** The run of the event. */
  RunId runId();

  /** The key of the Kafka record: events with the same key stay in order. */
  String partitionKey();

  /** Identifies the event among those of its type; a repeated event has the same identity. */
  String identity();
}
