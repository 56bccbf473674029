package io.dlpo.optimizer.rest;

import io.dlpo.contracts.evaluation.Example;
import io.dlpo.contracts.event.BatchScored;
import io.dlpo.contracts.event.EventType;
import io.dlpo.contracts.event.PredictionProduced;
import io.dlpo.contracts.id.EvaluationId;
import io.dlpo.core.run.Splits;
import io.dlpo.optimizer.live.RecordReader;
import io.dlpo.optimizer.live.RunRecords;
import io.dlpo.optimizer.security.Role;
import io.dlpo.optimizer.store.ForkSource;
import io.dlpo.optimizer.store.ResolvedRuns;
import io.dlpo.optimizer.store.RunDetails;
import io.dlpo.optimizer.store.RunQueries;
import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.DefaultValue;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.NotFoundException;
import jakarta.ws.rs.Path;
import java.util.EnumSet;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jboss.resteasy.reactive.RestPath;
import org.jboss.resteasy.reactive.RestQuery;
import org.jspecify.annotations.Nullable;

/** The evaluations of a run with their examples, as long as the topics keep their records. */
@Tag(name = "runs")
@Path("/api/runs/{id}/evaluations")
@RolesAllowed(Role.Name.VIEWER)
@RunOnVirtualThread
public class EvaluationResource {

  private final RunQueries runs;
  private final ResolvedRuns resolved;
  private final RecordReader reader;

  EvaluationResource(RunQueries runs, ResolvedRuns resolved, RecordReader reader) {
    this.runs = runs;
    this.resolved = resolved;
    this.reader = reader;
  }

  /**
   * The evaluations of a run.
   *
   * @param evaluations oldest first
   * @param complete whether the search covered all records
   */
  public record Evaluations(List<EvaluationBody> evaluations, boolean complete) {}

  /**
   * The examples of an evaluation.
   *
   * @param examples in the order of their ids
   * @param complete whether the search covered all records
   */
  public record Examples(List<ExampleBody> examples, boolean complete) {}

  /** Lists the scored evaluations of the run, oldest first. */
  @Operation(operationId = "listEvaluations", summary = "List the evaluations of a run")
  @GET
  public Evaluations all(@RestPath String id) {
    RunRecords found = read(view(id), EnumSet.of(EventType.BATCH_SCORED));
    return new Evaluations(
        found.records().stream()
            .flatMap(
                record ->
                    record.as(BatchScored.class).stream()
                        .map(scored -> EvaluationBody.of(scored, record.time())))
            .toList(),
        found.complete());
  }

  /**
   * Lists the examples of an evaluation.
   *
   * @param before the id of an evaluation to compare with
   * @param replies whether to look up all answers; otherwise, only some wrong ones are known. Takes
   *     longer, because a run has thousands of answers
   */
  @Operation(operationId = "listExamples", summary = "List the examples of an evaluation")
  @GET
  @Path("/{evaluation}/examples")
  public Examples examples(
      @RestPath String id,
      @RestPath String evaluation,
      @RestQuery @Nullable String before,
      @RestQuery @DefaultValue("false") String replies) {
    RunDetails run = view(id);
    RunRecords found =
        read(
            run,
            new QueryValue("replies", replies).flag()
                ? EnumSet.of(EventType.BATCH_SCORED, EventType.PREDICTION_PRODUCED)
                : EnumSet.of(EventType.BATCH_SCORED));
    Map<String, BatchScored> scored = new HashMap<>();
    found.records().stream()
        .flatMap(record -> record.as(BatchScored.class).stream())
        .forEach(one -> scored.putIfAbsent(one.evaluation().id().value(), one));
    BatchScored now = find(scored, evaluation);
    BatchScored earlier = before == null ? null : find(scored, before);
    return new Examples(
        ExampleBody.of(now, earlier, dataset(run), replies(found, now, earlier)), found.complete());
  }

  private RunRecords read(RunDetails run, Set<EventType> types) {
    return reader.read(RunRecordResource.query(run, types));
  }

  private static BatchScored find(Map<String, BatchScored> scored, String evaluation) {
    BatchScored found = scored.get(evaluation);
    if (found == null) {
      throw new NotFoundException(
          "Kafka has no result of evaluation '%s' of this run".formatted(evaluation));
    }
    return found;
  }

  private static Map<String, PredictionProduced> replies(
      RunRecords found, BatchScored scored, @Nullable BatchScored before) {
    Set<EvaluationId> shown =
        Stream.of(Optional.of(scored), Optional.ofNullable(before))
            .flatMap(Optional::stream)
            .map(one -> one.evaluation().id())
            .collect(Collectors.toSet());
    return found.records().stream()
        .flatMap(record -> record.as(PredictionProduced.class).stream())
        .filter(reply -> shown.contains(reply.evaluation().id()))
        .collect(
            Collectors.toMap(
                PredictionProduced::identity, Function.identity(), (one, other) -> other));
  }

  private Map<String, Example> dataset(RunDetails run) {
    ForkSource source = runs.forkSource(run.runId()).orElseThrow();
    Splits splits = resolved.of(source.spec()).splits();
    return Stream.of(splits.train(), splits.validation(), splits.test())
        .flatMap(List::stream)
        .collect(Collectors.toMap(Example::id, Function.identity(), (one, other) -> one));
  }

  private RunDetails view(String id) {
    return runs.view(RunResource.id(id))
        .orElseThrow(() -> new NotFoundException("there is no run '" + id + "'"));
  }
}
