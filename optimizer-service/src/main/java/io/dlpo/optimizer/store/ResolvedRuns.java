package io.dlpo.optimizer.store;

import com.fasterxml.jackson.databind.JsonNode;
import io.dlpo.contracts.event.ForkPoint;
import io.dlpo.core.dataset.Dataset;
import io.dlpo.core.limit.InputLimits;
import io.dlpo.core.price.PriceTable;
import io.dlpo.core.refusal.RefusedException;
import io.dlpo.core.run.RunContext;
import io.dlpo.core.run.RunSettings;
import io.dlpo.core.spec.CanonicalSpec;
import io.dlpo.core.spec.DefaultModels;
import io.dlpo.core.spec.KnownEndpoints;
import io.dlpo.core.spec.ResolvedRun;
import io.dlpo.core.spec.SpecReader;
import io.dlpo.events.fault.NewerVersionException;
import io.dlpo.gateway.endpoint.ConfiguredEndpoints;
import io.dlpo.optimizer.LimitSettings;
import io.dlpo.optimizer.OptimizerServiceSettings;
import io.dlpo.optimizer.Prices;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import java.util.function.Supplier;

/**
 * Resolves specs with their datasets. Caches the results, because both are immutable. Thread-safe.
 */
@ApplicationScoped
public class ResolvedRuns {

  private final SpecReader reader;
  private final SpecReader limitedReader;
  private final SpecReader blindReader;
  private final BoundedCache<JsonNode, ResolvedRun> accepted;
  private final BoundedCache<JsonNode, ResolvedRun> requested;

  @Inject
  ResolvedRuns(
      DatasetStore datasets,
      OptimizerServiceSettings settings,
      Prices prices,
      LimitSettings limits,
      ConfiguredEndpoints endpoints) {
    this(
        new DefaultModels(settings.forwardModel(), settings.backwardModel()),
        prices.table(),
        datasets::dataset,
        limits.limits(),
        new KnownEndpoints(endpoints.names()),
        settings.cacheBytes());
  }

  ResolvedRuns(
      DefaultModels models,
      PriceTable prices,
      Function<String, Optional<Dataset>> datasets,
      InputLimits limits,
      KnownEndpoints endpoints,
      long cacheBytes) {
    this.reader = new SpecReader(models, prices, datasets, InputLimits.NONE);
    this.limitedReader = new SpecReader(models, prices, datasets, limits, endpoints);
    this.accepted = new BoundedCache<>(cacheBytes, ResolvedRun::characters);
    this.requested = new BoundedCache<>(cacheBytes, ResolvedRun::characters);
    this.blindReader = new SpecReader(models, prices, id -> Optional.empty(), limits, endpoints);
  }

  /**
   * Resolves the spec of an accepted run, regardless of the current limits. Blocks if it is not
   * cached.
   *
   * @throws NewerVersionException if a newer version has recorded the spec, with unknown keys
   * @throws RefusedException if the spec is invalid for another reason
   */
  public ResolvedRun of(JsonNode spec) {
    return recorded(spec, () -> read(CanonicalSpec.recorded(spec), reader, accepted));
  }

  /** As {@link #of}, or empty if a newer version has recorded the spec. */
  Optional<ResolvedRun> known(JsonNode spec) {
    try {
      return Optional.of(of(spec));
    } catch (NewerVersionException e) {
      return Optional.empty();
    }
  }

  /**
   * Resolves a requested spec and validates it against the limits. Blocks if it is not cached.
   *
   * @throws RefusedException if the spec is invalid
   */
  public ResolvedRun requested(JsonNode spec) {
    return read(spec, limitedReader, requested);
  }

  /**
   * As {@link #requested}, for a request that an optimizer has published.
   *
   * @throws NewerVersionException if a newer version has published it, with unknown keys
   * @throws RefusedException if the spec is invalid for another reason
   */
  public ResolvedRun published(JsonNode spec) {
    return recorded(spec, () -> requested(spec));
  }

  /** An optimizer records only keys that it knows: unknown ones come from a newer one. */
  private static ResolvedRun recorded(JsonNode spec, Supplier<ResolvedRun> resolve) {
    try {
      return resolve.get();
    } catch (RefusedException e) {
      List<String> unknown = SpecReader.unknownKeys(spec);
      if (unknown.isEmpty()) {
        throw e;
      }
      throw new NewerVersionException(
          "the spec has keys that are unknown here: " + String.join(", ", unknown));
    }
  }

  /** Returns the context in which a stored run handles an event. Blocks if it is not cached. */
  RunContext context(StoredRun row, Instant now) {
    ResolvedRun run = of(row.spec());
    ForkPoint fork = row.fork();
    RunSettings settings =
        fork == null ? run.settings() : run.settings().within(fork.sampleScope());
    return new RunContext(row.runId(), settings, run.splits(), row.elapsedMillis(now));
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
   * Resolves a spec as if its dataset did not exist, so that errors reveal nothing about its rows.
   *
   * @throws RefusedException for the missing dataset and all other errors
   */
  public ResolvedRun withoutDataset(JsonNode spec) {
    return blindReader.read(spec);
  }
}
