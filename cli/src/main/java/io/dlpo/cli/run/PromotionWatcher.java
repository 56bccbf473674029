package io.dlpo.cli.run;

import com.fasterxml.jackson.databind.JsonNode;
import io.dlpo.cli.CliException;
import io.dlpo.cli.ExitStatus;
import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.locks.LockSupport;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;

/**
 * Polls a named prompt until a requested promotion is done.
 *
 * @param optimizer the optimizer
 * @param name the name of the prompt
 * @param label the label that the version gets; null for none
 * @param polls number of polls until it gives up
 */
public record PromotionWatcher(
    OptimizerClient optimizer, String name, @Nullable String label, int polls) {

  private static final Duration INTERVAL = Duration.ofMillis(200);

  /** Polls for half a minute. */
  private static final int POLLS = 150;

  /** Waits for half a minute at most. */
  public PromotionWatcher(OptimizerClient optimizer, String name, @Nullable String label) {
    this(optimizer, name, label, POLLS);
  }

  /**
   * Waits until the prompt of a run has a version, with the label.
   *
   * @return the version
   * @throws CliException if that takes too long
   */
  public JsonNode awaitRun(String runId) {
    return await(version -> version.path("runId").asText().equals(runId));
  }

  /**
   * Waits until a version has the label.
   *
   * @return the version
   * @throws CliException if that takes too long
   */
  public JsonNode awaitVersion(int number) {
    return await(version -> version.path("version").asInt() == number);
  }

  private JsonNode await(Predicate<JsonNode> wanted) {
    for (int poll = 0; poll < polls; poll++) {
      Optional<JsonNode> done =
          optimizer.promptVersions(name).stream()
              .flatMap(JsonNode::valueStream)
              .filter(wanted.and(this::isLabelled))
              .findFirst();
      if (done.isPresent()) {
        return done.get();
      }
      LockSupport.parkNanos(INTERVAL.toNanos());
    }
    throw new CliException(
        ExitStatus.FAILED,
        "the promotion is requested, but was not done within %d s; see: ./dlpo prompts %s, ./dlpo status"
            .formatted(INTERVAL.multipliedBy(polls).toSeconds(), name));
  }

  private boolean isLabelled(JsonNode version) {
    return label == null
        || version.path("labels").valueStream().anyMatch(one -> one.asText().equals(label));
  }
}
