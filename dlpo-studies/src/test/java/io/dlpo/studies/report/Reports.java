package io.dlpo.studies.report;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import io.dlpo.contracts.evaluation.Engine;
import io.dlpo.contracts.evaluation.Engines;
import io.dlpo.core.run.PlayedRun;
import java.math.BigDecimal;
import org.jspecify.annotations.Nullable;

/** Reports of runs that were played. */
final class Reports {

  private Reports() {}

  static RunReport of(PlayedRun run) {
    return of(run, "object-counting", "gpt-4o-mini", new BigDecimal("0.12345"));
  }

  static RunReport of(PlayedRun run, String name, String forward, @Nullable BigDecimal usd) {
    return new RunReport(
        "run-1",
        name,
        new Engines(Engine.greedy(forward), Engine.greedy("gpt-4o")),
        JsonNodeFactory.instance.objectNode().put("name", name).put("seed", 7),
        run.progress(),
        run.steps(),
        usd,
        6500);
  }
}
