package io.dlpo.optimizer.store;

import com.fasterxml.jackson.databind.JsonNode;
import io.dlpo.core.dataset.Dataset;
import io.dlpo.core.limit.InputLimits;
import io.dlpo.core.price.PriceTable;
import io.dlpo.core.refusal.RefusedException;
import io.dlpo.core.spec.DefaultModels;
import io.dlpo.core.spec.ResolvedRun;
import io.dlpo.core.spec.SpecReader;
import io.dlpo.optimizer.LimitSettings;
import io.dlpo.optimizer.OptimizerServiceSettings;
import io.dlpo.optimizer.Prices;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.Optional;
import java.util.function.Function;

/** Specs with their datasets. What was read once is kept, for neither changes. Thread-safe. */
@ApplicationScoped
public class ResolvedRuns {

  private final SpecReader reader;
  private final SpecReader limitedReader;
  private final SpecReader blindReader;
  private final BoundedCache<JsonNode, ResolvedRun> taken;
  private final BoundedCache<JsonNode, ResolvedRun> asked;

  @Inject
  ResolvedRuns(
      DatasetStore datasets,
      OptimizerServiceSettings settings,
      Prices prices,
      LimitSettings limits) {
    this(
        new DefaultModels(settings.forwardModel(), settings.backwardModel()),
        prices.table(),
        datasets::dataset,
        limits.limits(),
        settings.cacheBytes());
  }

  ResolvedRuns(
      DefaultModels models,
      PriceTable prices,
      Function<String, Optional<Dataset>> datasets,
      InputLimits limits,
      long cacheBytes) {
    this.reader = new SpecReader(models, prices, datasets, InputLimits.NONE);
    this.limitedReader = new SpecReader(models, prices, datasets, limits);
    this.taken = new BoundedCache<>(cacheBytes, ResolvedRun::characters);
    this.asked = new BoundedCache<>(cacheBytes, ResolvedRun::characters);
    this.blindReader = new SpecReader(models, prices, id -> Optional.empty(), limits);
  }

  /**
   * Reads the spec of a run that was taken, whatever the limits are by now. Blocks if it is not
   * known yet.
   *
   * @throws RefusedException if it does not hold
   */
  public ResolvedRun of(JsonNode spec) {
    return read(spec, reader, taken);
  }

  /**
   * Reads a spec that somebody asks for against its dataset and the limits. Blocks if it is not
   * known yet.
   *
   * @throws RefusedException if it does not hold
   */
  public ResolvedRun asked(JsonNode spec) {
    return read(spec, limitedReader, asked);
  }

  private static ResolvedRun read(
      JsonNode spec, SpecReader reader, BoundedCache<JsonNode, ResolvedRun> cache) {
    Optional<ResolvedRun> cached = cache.find(spec);
    if (cached.isPresent()) {
      return cached.get();
    }
    ResolvedRun read = reader.read(spec);
    cache.put(spec, read);
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
