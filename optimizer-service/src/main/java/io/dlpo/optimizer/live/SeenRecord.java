package io.dlpo.optimizer.live;

import com.fasterxml.jackson.databind.JsonNode;
import io.dlpo.contracts.event.Event;
import io.dlpo.contracts.wire.EventJson;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * A record about a run as the broker has it. Viewers see records of other versions too, so its data
 * is not parsed as an event.
 *
 * @param runId the CloudEvents subject
 * @param type the name of the event, such as {@code BatchScored}
 * @param id the CloudEvents id; null if it has none
 * @param time the timestamp of the record
 * @param topic the topic
 * @param partition the partition
 * @param offset the position in the partition
 * @param data the event; null if it is too large to show or no JSON
 */
public record SeenRecord(
    String runId,
    String type,
    @Nullable String id,
    Instant time,
    String topic,
    int partition,
    long offset,
    @Nullable JsonNode data) {

  /** Whether the event belongs to a step; the scores of the initial prompt are of step 0. */
  public boolean isOfStep(int step) {
    if (data == null) {
      return false;
    }
    JsonNode evaluation = data.path("evaluation");
    JsonNode named = evaluation.isMissingNode() ? data.path("step") : evaluation.path("step");
    return named.isInt() && named.intValue() == step;
  }

  /** The event; empty if it is another one, of another version, or was too large to keep. */
  public <E extends Event> Optional<E> as(Class<E> event) {
    if (data == null || !type.equals(event.getSimpleName())) {
      return Optional.empty();
    }
    try {
      return Optional.of(EventJson.read(data.toString().getBytes(StandardCharsets.UTF_8), event));
    } catch (IOException e) {
      return Optional.empty();
    }
  }
}
