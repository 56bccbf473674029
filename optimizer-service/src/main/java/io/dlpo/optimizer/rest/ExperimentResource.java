package io.dlpo.optimizer.rest;

import io.dlpo.contracts.event.RunCommand;
import io.dlpo.contracts.event.RunCommanded;
import io.dlpo.events.EventPublisher;
import io.dlpo.optimizer.OptimizerServiceSettings;
import io.dlpo.optimizer.security.Ownership;
import io.dlpo.optimizer.security.Role;
import io.dlpo.optimizer.store.CellStore;
import io.dlpo.optimizer.store.ExperimentStore;
import io.dlpo.optimizer.store.ExperimentView;
import io.dlpo.optimizer.store.Owned;
import io.dlpo.studies.experiment.CellStatus;
import io.dlpo.studies.experiment.ExperimentId;
import io.dlpo.studies.experiment.ExperimentReader;
import io.dlpo.studies.experiment.ExperimentSpec;
import io.dlpo.studies.experiment.ExperimentStatus;
import io.dlpo.studies.experiment.Grid;
import io.dlpo.studies.experiment.PlannedRun;
import io.dlpo.studies.experiment.Resolution;
import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.HeaderParam;
import jakarta.ws.rs.NotFoundException;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.net.URI;
import java.util.List;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponseSchema;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jboss.resteasy.reactive.RestPath;
import org.jspecify.annotations.Nullable;

/**
 * REST resource for experiments. A request only stores the experiment; its runs start
 * asynchronously.
 */
@Tag(name = "experiments")
@Path("/api/experiments")
@RolesAllowed(Role.Name.VIEWER)
@RunOnVirtualThread
public class ExperimentResource {

  private static final int LATEST = 200;

  private final ExperimentStore experiments;
  private final CellStore cells;
  private final RequestedSpecs specs;
  private final Ownership ownership;
  private final EventPublisher publisher;
  private final OptimizerServiceSettings settings;

  ExperimentResource(
      ExperimentStore experiments,
      CellStore cells,
      RequestedSpecs specs,
      Ownership ownership,
      EventPublisher publisher,
      OptimizerServiceSettings settings) {
    this.experiments = experiments;
    this.cells = cells;
    this.specs = specs;
    this.ownership = ownership;
    this.publisher = publisher;
    this.settings = settings;
  }

  /** The id of a requested experiment. */
  @Schema(name = "ExperimentAccepted")
  public record Accepted(String experimentId) {}

  /** Requests an experiment. Repeating a request returns the existing experiment. */
  @Operation(operationId = "startExperiment", summary = "Start an experiment")
  @APIResponseSchema(
      value = Accepted.class,
      responseCode = "202",
      responseDescription = "The experiment is stored; its runs start.")
  @POST
  @RolesAllowed(Role.Name.OPERATOR)
  @Consumes({MediaType.APPLICATION_JSON, "application/yaml", "application/x-yaml", "text/yaml"})
  public Response request(
      @HeaderParam(HttpHeaders.CONTENT_TYPE) @Nullable MediaType type, byte[] body) {
    ExperimentSpec spec = ExperimentReader.read(SpecBody.read(body, type));
    List<PlannedRun> runs = Resolution.of(Grid.of(spec), runSpec -> specs.of(runSpec).spec());
    ExperimentId id = ExperimentId.of(spec.name(), runs);
    ownership.claim(Owned.EXPERIMENT, id.value());
    runs.forEach(run -> ownership.claim(Owned.RUN, id.runId(run.cell()).value()));
    experiments.create(id, spec, runs);
    return accepted(id.value());
  }

  /** Lists the latest experiments, newest first. */
  @Operation(operationId = "listExperiments", summary = "List the latest experiments, newest first")
  @GET
  public List<ExperimentSummary> latest() {
    return experiments.latest(LATEST, ownership.only()).stream()
        .map(ExperimentSummary::of)
        .toList();
  }

  @Operation(operationId = "getExperiment", summary = "Show an experiment and its runs")
  @GET
  @Path("/{id}")
  public ExperimentBody experiment(@RestPath String id) {
    ExperimentView view = view(id);
    return ExperimentBody.of(
        view, cells.states(view.id()), view.parallelOr(settings.experimentRuns()));
  }

  /** Pauses the experiment's active runs and starts no further ones. */
  @Operation(operationId = "pauseExperiment", summary = "Pause an experiment and its runs")
  @APIResponseSchema(
      value = Accepted.class,
      responseCode = "202",
      responseDescription = "The experiment is paused.")
  @POST
  @RolesAllowed(Role.Name.OPERATOR)
  @Path("/{id}/pause")
  public Response pause(@RestPath String id) {
    experiments.become(view(id).id(), ExperimentStatus.PAUSED);
    return accepted(id);
  }

  /** Resumes the experiment, including the runs that a failure paused. */
  @Operation(operationId = "resumeExperiment", summary = "Resume an experiment and its runs")
  @APIResponseSchema(
      value = Accepted.class,
      responseCode = "202",
      responseDescription = "The experiment goes on.")
  @POST
  @RolesAllowed(Role.Name.OPERATOR)
  @Path("/{id}/resume")
  public Response resume(@RestPath String id) {
    ExperimentId experiment = view(id).id();
    experiments.become(experiment, ExperimentStatus.RUNNING);
    // A pause command may still be in flight for a run that is not paused yet. If there is none,
    // this command has no effect.
    publisher.publish(
        cells.states(experiment).stream()
            .filter(
                cell -> cell.status() == CellStatus.PAUSED || cell.status() == CellStatus.RUNNING)
            .map(
                cell ->
                    new RunCommanded(UUID.randomUUID().toString(), cell.runId(), RunCommand.RESUME))
            .toList());
    return accepted(id);
  }

  private static Response accepted(String id) {
    return Response.accepted(new Accepted(id))
        .location(URI.create("/api/experiments/" + id))
        .build();
  }

  private ExperimentView view(String id) {
    return experiments
        .view(id)
        .orElseThrow(() -> new NotFoundException("there is no experiment '" + id + "'"));
  }
}
