package io.dlpo.studies.report;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import io.dlpo.contracts.evaluation.Engine;
import io.dlpo.contracts.evaluation.Engines;
import io.dlpo.core.run.PlayedRun;
import java.math.BigDecimal;
import org.jspecify.annotations.Nullable;

/** Reports of runs that were played. */
public final class Reports {

  private Reports() {}

  /** Of a run on real models whose price is known. */
  public static RunReport of(PlayedRun run) {
    return of(run, "object-counting", "gpt-4o-mini", new BigDecimal("0.12345"));
  }

  /** Of a run with another name, forward model and cost. */
  public static RunReport of(PlayedRun run, String name, String forward, @Nullable BigDecimal usd) {
    return new RunReport(
        "run-1",
        name,
        new Engines(Engine.greedy(forward), Engine.greedy("gpt-4o")),
        JsonNodeFactory.instance.objectNode().put("name", name).put("seed", 7),
        run.view(),
        run.steps(),
        run.splits().test(),
        usd,
        6500);
  }
}
