package io.dlpo.optimizer.rest;

import io.dlpo.contracts.event.EventType;
import io.dlpo.core.refusal.Problem;
import io.dlpo.core.refusal.RefusedException;
import io.dlpo.optimizer.live.RecordQuery;
import io.dlpo.optimizer.live.RecordReader;
import io.dlpo.optimizer.live.RunRecords;
import io.dlpo.optimizer.security.Role;
import io.dlpo.optimizer.store.RunDetails;
import io.dlpo.optimizer.store.RunQueries;
import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.NotFoundException;
import jakarta.ws.rs.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.Arrays;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jboss.resteasy.reactive.RestPath;
import org.jboss.resteasy.reactive.RestQuery;
import org.jspecify.annotations.Nullable;

/** The records of a run in Kafka, as long as the topics keep them. */
@Tag(name = "runs")
@Path("/api/runs/{id}/records")
@RolesAllowed(Role.Name.VIEWER)
@RunOnVirtualThread
public class RunRecordResource {

  /** The clocks of the services may differ. */
  private static final Duration MARGIN = Duration.ofMinutes(1);

  private static final int MAX_STEP = 999_999_999;

  /** Without the work queue and the predictions, of which a run has thousands. */
  private static final Set<EventType> USUAL =
      EnumSet.complementOf(
          EnumSet.of(
              EventType.PROMPT_PROPOSED,
              EventType.EXAMPLE_REQUESTED,
              EventType.PREDICTION_PRODUCED));

  private final RunQueries runs;
  private final RecordReader reader;

  RunRecordResource(RunQueries runs, RecordReader reader) {
    this.runs = runs;
    this.reader = reader;
  }

  /**
   * Lists the records of the run, oldest first. Takes as long as reading the topics between start
   * and end of the run.
   *
   * @param type the names of the events, such as {@code BatchScored}; all but {@code
   *     PromptProposed}, {@code ExampleRequested} and {@code PredictionProduced} if missing
   * @param step only the records of this step
   */
  @Operation(operationId = "listRecords", summary = "List the records of a run in Kafka")
  @GET
  public RunRecords records(
      @RestPath String id, @RestQuery List<String> type, @RestQuery @Nullable String step) {
    RunDetails run =
        runs.view(RunResource.id(id))
            .orElseThrow(() -> new NotFoundException("there is no run '" + id + "'"));
    RunRecords found = reader.read(query(run, type.isEmpty() ? USUAL : types(type)));
    if (step == null) {
      return found;
    }
    int wanted = new QueryValue("step", step).whole(0, MAX_STEP);
    return new RunRecords(
        found.records().stream().filter(record -> record.isOfStep(wanted)).toList(),
        found.complete());
  }

  /** What to read of a run: from its request until some time after its end. */
  static RecordQuery query(RunDetails run, Set<EventType> types) {
    Instant ended = run.endedAt();
    return new RecordQuery(
        run.runId(),
        types,
        run.createdAt().minus(MARGIN),
        ended == null ? null : ended.plus(MARGIN));
  }

  private static Set<EventType> types(List<String> names) {
    return names.stream().map(RunRecordResource::type).collect(Collectors.toSet());
  }

  private static EventType type(String name) {
    return Arrays.stream(EventType.values())
        .filter(type -> type.record().getSimpleName().equals(name))
        .findFirst()
        .orElseThrow(() -> new RefusedException(Problem.of("type", name, names())));
  }

  private static String names() {
    return Arrays.stream(EventType.values())
        .map(type -> type.record().getSimpleName())
        .collect(Collectors.joining(", "));
  }
}
