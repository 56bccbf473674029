package io.dlpo.optimizer.rest;

import io.dlpo.optimizer.live.LiveMessage;
import io.dlpo.optimizer.live.Viewer;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.sse.OutboundSseEvent;
import jakarta.ws.rs.sse.Sse;
import jakarta.ws.rs.sse.SseEventSink;
import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.CompletionException;
import java.util.function.Predicate;
import org.jboss.logging.Logger;

/**
 * Writes what a viewer is told as server-sent events. Blocks until the stream ends.
 *
 * @param sink the client
 * @param sse makes events
 */
record LiveStream(SseEventSink sink, Sse sse) {

  private static final Logger LOG = Logger.getLogger(LiveStream.class);

  private static final Duration PATIENCE = Duration.ofSeconds(1);

  /** Clients and proxies drop connections that are silent for long. */
  private static final int SILENT_ROUNDS = 15;

  /** The data of {@code gone}. */
  record Gone(String runId) {}

  /**
   * Writes the messages that are wanted, until the viewer is done or the client disconnects. Closes
   * both.
   */
  void write(Viewer viewer, Predicate<LiveMessage> wanted) {
    try (viewer;
        sink) {
      // Sends the headers: a client counts as connected from then on.
      send(comment());
      int silent = 0;
      while (!sink.isClosed() && !viewer.isDone()) {
        Optional<LiveMessage> message = viewer.next(PATIENCE);
        silent = message.isPresent() ? 0 : silent + 1;
        message.filter(wanted).ifPresent(this::send);
        if (silent == SILENT_ROUNDS) {
          silent = 0;
          send(comment());
        }
      }
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    } catch (CompletionException | IllegalStateException e) {
      // The usual end of a stream: the client leaves while something is sent.
      LOG.debugf("a viewer left: %s", e.getMessage());
    }
  }

  private OutboundSseEvent comment() {
    return sse.newEventBuilder().comment("live").build();
  }

  private void send(LiveMessage message) {
    switch (message) {
      case LiveMessage.StepMade made -> send("step", StepBody.of(made.step()));
      case LiveMessage.StatusSet set -> send("status", RunBody.of(set.run(), null));
      case LiveMessage.RunChanged changed -> send("run", RunBody.of(changed.run(), null));
      case LiveMessage.RecordSeen seen -> send("record", seen.record());
      case LiveMessage.RunGone gone -> send("gone", new Gone(gone.runId().value()));
    }
  }

  private void send(String name, Object data) {
    send(
        sse.newEventBuilder()
            .name(name)
            .mediaType(MediaType.APPLICATION_JSON_TYPE)
            .data(data)
            .build());
  }

  private void send(OutboundSseEvent event) {
    sink.send(event).toCompletableFuture().join();
  }
}
