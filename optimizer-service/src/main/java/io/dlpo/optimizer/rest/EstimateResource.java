package io.dlpo.optimizer.rest;

import io.dlpo.core.spec.ResolvedRun;
import io.dlpo.optimizer.Prices;
import io.dlpo.optimizer.security.Role;
import io.dlpo.optimizer.store.RunQueries;
import io.dlpo.studies.estimate.Assumptions;
import io.dlpo.studies.estimate.Estimator;
import io.smallrye.common.annotation.Blocking;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.HeaderParam;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;
import java.util.List;
import java.util.concurrent.locks.Lock;
import java.util.concurrent.locks.ReentrantLock;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jboss.resteasy.reactive.RestQuery;
import org.jspecify.annotations.Nullable;

/** Estimates the cost of runs. Stores nothing and calls no model. */
@Tag(name = "estimates")
@Path("/api/estimates")
@RolesAllowed(Role.Name.VIEWER)
@Blocking
public class EstimateResource {

  /** The number of recent runs that the assumptions are based on. */
  private static final int LEARNT_FROM = 20;

  private final RequestedSpecs specs;
  private final RunQueries runs;
  private final Prices prices;

  /** Allows one estimate at a time: an estimate uses a full core, and the runs need the others. */
  private final Lock working = new ReentrantLock();

  EstimateResource(RequestedSpecs specs, RunQueries runs, Prices prices) {
    this.specs = specs;
    this.runs = runs;
    this.prices = prices;
  }

  /**
   * Estimates the cost of a spec's run. Needs seconds of CPU time.
   *
   * @param assume the user's own assumptions, such as {@code tokens.answer=300}
   * @param dataset the id of an uploaded dataset, in place of the one that the spec names
   */
  @Operation(operationId = "estimateRun", summary = "Estimate what a run costs")
  @POST
  @Consumes({MediaType.APPLICATION_JSON, "application/yaml", "application/x-yaml", "text/yaml"})
  public EstimateBody estimate(
      @RestQuery List<String> assume,
      @RestQuery @Nullable String dataset,
      @HeaderParam(HttpHeaders.CONTENT_TYPE) @Nullable MediaType type,
      byte[] body) {
    ResolvedRun run = specs.of(SpecBody.read(body, type), dataset);
    Assumptions assumptions =
        Estimator.learnt(run.settings(), runs.finished(LEARNT_FROM)).given(assume);
    working.lock();
    try {
      return EstimateBody.of(
          run.settings(),
          Estimator.estimate(run.settings(), run.splits(), assumptions, prices.table()));
    } finally {
      working.unlock();
    }
  }
}
