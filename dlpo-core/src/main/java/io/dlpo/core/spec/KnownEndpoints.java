package io.dlpo.core.spec;

import io.dlpo.contracts.evaluation.Engine;
import io.dlpo.contracts.evaluation.Engines;
import io.dlpo.contracts.metric.JudgeMetric;
import io.dlpo.contracts.metric.Metric;
import io.dlpo.core.refusal.Problem;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * The endpoints that the environment of the optimizer names. If it names none, only the services
 * that call models may know them, and a spec may name any.
 *
 * @param names the names
 */
public record KnownEndpoints(Set<String> names) {

  /** Nothing is known about endpoints. */
  public static final KnownEndpoints ANY = new KnownEndpoints(Set.of());

  public KnownEndpoints {
    names = Set.copyOf(names);
  }

  /** Reports every engine at an endpoint that is not known. */
  void check(Engines engines, @Nullable Metric metric, List<Problem> problems) {
    check("engines.forward.endpoint", engines.forward(), problems);
    check("engines.backward.endpoint", engines.backward(), problems);
    if (metric instanceof JudgeMetric judge && !judge.engine().equals(engines.backward())) {
      check("metric.engine.endpoint", judge.engine(), problems);
    }
  }

  private void check(String key, Engine engine, List<Problem> problems) {
    String name = engine.endpoint();
    if (name != null && !names.isEmpty() && !names.contains(name)) {
      problems.add(
          Wording.mustBe(
              key,
              name,
              "%s; for another endpoint, set DLPO_ENDPOINTS_%s_URL in the environment of every service that calls models"
                  .formatted(
                      String.join(", ", names.stream().sorted().toList()),
                      name.toUpperCase(Locale.ROOT))));
    }
  }
}
