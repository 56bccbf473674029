package io.dlpo.optimizer.rest;

import io.dlpo.core.refusal.Problem;
import io.dlpo.core.refusal.RefusedException;
import io.dlpo.gateway.endpoint.ConfiguredEndpoints;
import io.dlpo.optimizer.deadletter.DeadLetter;
import io.dlpo.optimizer.deadletter.DeadLetterFilter;
import io.dlpo.optimizer.deadletter.DeadLetterId;
import io.dlpo.optimizer.deadletter.DeadLetterReader;
import io.dlpo.optimizer.deadletter.DeadLetters;
import io.dlpo.optimizer.deadletter.RedriveOutcome;
import io.dlpo.optimizer.deadletter.Redriver;
import io.dlpo.optimizer.deadletter.Redrives;
import io.dlpo.optimizer.deadletter.Secrets;
import io.dlpo.optimizer.deadletter.StoredLetter;
import io.dlpo.optimizer.security.Role;
import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.ClientErrorException;
import jakarta.ws.rs.DefaultValue;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.NotFoundException;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.core.Response;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jboss.resteasy.reactive.RestPath;
import org.jboss.resteasy.reactive.RestQuery;
import org.jspecify.annotations.Nullable;

/** REST resource for dead letters: the records that a service could not process. */
@Tag(name = "dead-letters")
@Path("/api/dead-letters")
@RolesAllowed(Role.Name.VIEWER)
@RunOnVirtualThread
public class DeadLetterResource {

  private static final int MOST = 1000;

  private final DeadLetterReader reader;
  private final Redriver redriver;
  private final Redrives redrives;
  private final ConfiguredEndpoints endpoints;
  private final Optional<String> password;

  DeadLetterResource(
      DeadLetterReader reader,
      Redriver redriver,
      Redrives redrives,
      ConfiguredEndpoints endpoints,
      @ConfigProperty(name = "quarkus.datasource.password") Optional<String> password) {
    this.reader = reader;
    this.redriver = redriver;
    this.redrives = redrives;
    this.endpoints = endpoints;
    this.password = password;
  }

  /** Lists the newest dead letters and the number of dead letters in each topic. */
  @Operation(operationId = "listDeadLetters", summary = "List the newest dead letters")
  @GET
  public DeadLettersBody newest(
      @RestQuery @Nullable String topic,
      @RestQuery @Nullable String consumer,
      @RestQuery @Nullable String run,
      @RestQuery @DefaultValue("50") String limit) {
    int most = new QueryValue("limit", limit).whole(1, MOST);
    DeadLetters found = reader.newest(new DeadLetterFilter(topic, consumer, run), most);
    Map<DeadLetterId, Instant> redriven = redrives.times(found.letters());
    List<DeadLetter> letters =
        found.letters().stream()
            .map(letter -> letter.redrivenAt(redriven.get(letter.id())))
            .toList();
    return DeadLettersBody.of(
        new DeadLetters(letters, found.topics(), found.complete()), secrets());
  }

  /** Returns a dead letter with its headers and the beginning of its value. */
  @Operation(operationId = "getDeadLetter", summary = "Show a dead letter and its record")
  @GET
  @Path("/{id}")
  public StoredLetterBody letter(@RestPath String id) {
    StoredLetter stored = stored(id);
    DeadLetter letter = stored.letter();
    Instant redriven = redrives.times(List.of(letter)).get(letter.id());
    return StoredLetterBody.of(stored, letter.redrivenAt(redriven), secrets());
  }

  /**
   * Redrives a dead letter to its original topic. Does so only once unless requested explicitly.
   */
  @Operation(operationId = "redriveDeadLetter", summary = "Redrive a dead letter to its topic")
  @POST
  @RolesAllowed(Role.Name.OPERATOR)
  @Path("/{id}/redrive")
  public RedriveOutcome redrive(
      @RestPath String id, @RestQuery @DefaultValue("false") String again) {
    boolean isRepeated = new QueryValue("again", again).flag();
    StoredLetter stored = stored(id);
    RedriveOutcome outcome = redriver.redrive(stored, isRepeated);
    if (outcome.omitted() > 0) {
      throw conflict(
          "dead letter %s has only the reason: the record of %d bytes was too large to be kept; it may still be in %s at partition %d, offset %d"
              .formatted(
                  id,
                  stored.letter().omitted(),
                  stored.letter().topic().original(),
                  stored.letter().originalPartition(),
                  stored.letter().originalOffset()));
    }
    if (outcome.before() > 0) {
      throw conflict(
          "dead letter %s was already redriven to %s at %s; to redrive it again, use --again (REST: again=true)"
              .formatted(
                  id,
                  stored.letter().topic().original(),
                  redrives.times(List.of(stored.letter())).get(stored.letter().id())));
    }
    return outcome;
  }

  /** Redrives all dead letters that match a topic, a consumer or a run. */
  @Operation(
      operationId = "redriveDeadLetters",
      summary = "Redrive the dead letters of a topic, a consumer or a run")
  @POST
  @RolesAllowed(Role.Name.OPERATOR)
  @Path("/redrive")
  public RedriveOutcome redriveAll(
      @RestQuery @Nullable String topic,
      @RestQuery @Nullable String consumer,
      @RestQuery @Nullable String run,
      @RestQuery @DefaultValue("false") String again) {
    boolean isRepeated = new QueryValue("again", again).flag();
    DeadLetterFilter filter = new DeadLetterFilter(topic, consumer, run);
    if (filter.isOpen()) {
      throw new RefusedException(
          new Problem(
              "topic",
              null,
              "a topic, a consumer or a run",
              "topic, consumer and run are missing; must set one or more of them"));
    }
    return redriver.redriveAll(filter, isRepeated);
  }

  private StoredLetter stored(String id) {
    DeadLetterId parsed;
    try {
      parsed = DeadLetterId.parse(id);
    } catch (IllegalArgumentException e) {
      throw new RefusedException(
          new Problem("id", id, "topic:partition:offset", String.valueOf(e.getMessage())));
    }
    return reader
        .find(parsed)
        .orElseThrow(() -> new NotFoundException("there is no dead letter '" + id + "'"));
  }

  private static ClientErrorException conflict(String message) {
    return new ClientErrorException(message, Response.Status.CONFLICT);
  }

  /** Collected anew each time, because a key in a file may change. */
  private Secrets secrets() {
    return Secrets.of(Stream.concat(endpoints.keys(), password.stream()).toArray(String[]::new));
  }
}
