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
   * The run's id.
   *
   * @param given an id, the beginning of one, or {@code latest}
   * @throws CliException if it names none, or several
   */
  public static String resolve(OptimizerClient rest, String given) {
    List<String> ids = rest.runs().valueStream().map(run -> run.path("runId").asText()).toList();
    if (ids.contains(given)) {
      return given;
    }
    List<String> meant =
        LATEST.equals(given)
            ? ids.stream().limit(1).toList()
            : ids.stream().filter(id -> id.startsWith(given)).toList();
    if (meant.size() == 1) {
      return meant.getFirst();
    }
    throw new CliException(
        ExitStatus.USAGE,
        "'%s' names %s; allowed is a run's id, the beginning of one, or latest: ./dlpo list"
            .formatted(given, meant.isEmpty() ? "no run" : "the runs " + meant));
  }

  /** The whole run. */
  public static JsonNode find(OptimizerClient rest, String given) {
    return rest.find(resolve(rest, given)).orElseThrow();
  }
}
