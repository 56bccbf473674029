package io.dlpo.optimizer.store;

import com.fasterxml.jackson.databind.JsonNode;
import io.dlpo.optimizer.OptimizerServiceSettings;
import io.dlpo.optimizer.Prices;
import io.dlpo.optimizer.limit.InputLimits;
import io.dlpo.optimizer.refusal.RefusedException;
import io.dlpo.optimizer.spec.DefaultModels;
import io.dlpo.optimizer.spec.ResolvedRun;
import io.dlpo.optimizer.spec.SpecReader;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentMap;

/** Specs with their datasets. What was read once is kept, for neither changes. Thread-safe. */
@ApplicationScoped
public class ResolvedRuns {

  private static final int KEPT = 50;

  private final SpecReader reader;
  private final SpecReader blindReader;
  private final ConcurrentMap<JsonNode, ResolvedRun> known = new ConcurrentHashMap<>();

  ResolvedRuns(
      DatasetStore datasets, OptimizerServiceSettings settings, Prices prices, InputLimits limits) {
    DefaultModels models = new DefaultModels(settings.forwardModel(), settings.backwardModel());
    this.reader = new SpecReader(models, prices.table(), datasets::dataset, limits);
    this.blindReader = new SpecReader(models, prices.table(), id -> Optional.empty(), limits);
  }

  /**
   * Reads a spec against its dataset. Blocks if it is not known yet.
   *
   * @throws RefusedException if it does not hold
   */
  public ResolvedRun of(JsonNode spec) {
    ResolvedRun kept = known.get(spec);
    if (kept != null) {
      return kept;
    }
    ResolvedRun read = reader.read(spec);
    if (known.size() >= KEPT) {
      known.clear();
    }
    known.put(spec, read);
    return read;
  }

  /**
   * Reads a spec as if its dataset were not there, so that nothing is said of its rows.
   *
   * @throws RefusedException for that, and for whatever else does not hold
   */
  public ResolvedRun withoutDataset(JsonNode spec) {
    return blindReader.read(spec);
  }
}
