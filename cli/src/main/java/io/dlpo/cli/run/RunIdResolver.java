package io.dlpo.cli.run;

import com.fasterxml.jackson.databind.JsonNode;
import io.dlpo.cli.CliException;
import io.dlpo.cli.ExitStatus;
import java.util.List;

/** Finds the run that a user means. */
public final class RunIdResolver {

  private static final String LATEST = "latest";

  private RunIdResolver() {}

  /**
   * The id of a run.
   *
   * @param given an id, a unique prefix, or {@code latest}
   * @throws CliException if no run or several runs match
   */
  public static String resolve(OptimizerClient optimizer, String given) {
    List<String> ids =
        optimizer.runs().valueStream().map(run -> run.path("runId").asText()).toList();
    if (ids.contains(given)) {
      return given;
    }
    List<String> matches =
        LATEST.equals(given)
            ? ids.stream().limit(1).toList()
            : ids.stream().filter(id -> id.startsWith(given)).toList();
    if (matches.size() == 1) {
      return matches.getFirst();
    }
    throw new CliException(
        ExitStatus.USAGE,
        matches.isEmpty()
            ? "No run matches '%s'. Give an id, a unique prefix, or `latest`.".formatted(given)
            : "Several runs match '%s': %s. Give a longer prefix."
                .formatted(given, String.join(", ", matches)));
  }

  /** The whole run. */
  public static JsonNode find(OptimizerClient optimizer, String given) {
    return optimizer.find(resolve(optimizer, given)).orElseThrow();
  }
}
