package io.dlpo.events;

import io.dlpo.contracts.crash.Crash;
import io.dlpo.contracts.crash.CrashPoint;
import io.dlpo.contracts.event.Event;
import io.dlpo.contracts.event.EventType;
import io.dlpo.contracts.wire.CloudEventAttributes;
import io.dlpo.contracts.wire.SchemaAddress;
import io.dlpo.events.fault.PermanentFaultException;
import io.dlpo.events.outcome.Outcome;
import io.dlpo.events.trace.EventTracer;
import io.dlpo.events.trace.Publication;
import io.smallrye.mutiny.Uni;
import io.smallrye.reactive.messaging.MutinyEmitter;
import io.smallrye.reactive.messaging.kafka.api.OutgoingKafkaRecordMetadata;
import jakarta.enterprise.context.ApplicationScoped;
import java.net.InetAddress;
import java.net.UnknownHostException;
import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import org.apache.kafka.common.header.Headers;
import org.eclipse.microprofile.reactive.messaging.Channel;
import org.eclipse.microprofile.reactive.messaging.Message;
import org.eclipse.microprofile.reactive.messaging.OnOverflow;

/**
 * Publishes events. One channel serves all topics: topic, key and headers are taken from the event.
 */
@ApplicationScoped
public class EventPublisher {

  private final MutinyEmitter<byte[]> emitter;
  private final String service;
  private final String worker;
  private final int maxBytes;
  private final Clock clock = Clock.systemUTC();
  private final EventTracer tracer;
  private final SchemaAddress schemas;

  EventPublisher(
      // Bounded by the number of running handlers, each of which waits for the broker.
      @Channel("events") @OnOverflow(OnOverflow.Strategy.UNBOUNDED_BUFFER)
          MutinyEmitter<byte[]> emitter,
      EventSettings settings,
      EventTracer tracer) {
    this.emitter = emitter;
    this.service = settings.service();
    this.maxBytes = settings.maxBytes();
    this.schemas = settings.schemasUrl();
    this.worker = settings.worker().orElseGet(EventPublisher::processName);
    this.tracer = tracer;
  }

  /**
   * Publishes events and blocks until the broker has acknowledged all of them.
   *
   * @throws PermanentFaultException if one exceeds the size limit; none is published then
   * @throws RuntimeException if one could not be published; others may have been
   */
  public void publish(List<? extends Event> events) {
    publish(Outcome.of(events));
  }

  /** Writes the events of an outcome with its extensions, as {@link #publish(List)} does. */
  public void publish(Outcome outcome) {
    if (outcome.events().isEmpty()) {
      return;
    }
    List<SerializedEvent> serialized =
        outcome.events().stream().map(event -> SerializedEvent.of(event, maxBytes)).toList();
    Publication publication = tracer.publish(outcome.events());
    publication.run(() -> write(serialized, outcome, publication));
  }

  private void write(List<SerializedEvent> serialized, Outcome outcome, Publication publication) {
    List<Uni<Void>> writes = new ArrayList<>();
    for (SerializedEvent each : serialized) {
      Headers headers =
          EventHeaders.of(
              CloudEventAttributes.of(each.event(), service, schemas),
              worker,
              clock.instant(),
              outcome.extensions());
      publication.write(writes.size(), headers);
      writes.add(write(each, headers));
    }
    Uni.join().all(writes).andFailFast().await().indefinitely();
  }

  private Uni<Void> write(SerializedEvent serialized, Headers headers) {
    Event event = serialized.event();
    OutgoingKafkaRecordMetadata<String> metadata =
        OutgoingKafkaRecordMetadata.<String>builder()
            .withTopic(EventType.of(event).topic())
            .withKey(event.partitionKey())
            .withHeaders(headers)
            .build();
    return emitter
        .sendMessage(Message.of(serialized.value()).addMetadata(metadata))
        .invoke(() -> Crash.at(CrashPoint.PUBLISHING));
  }

  private static String processName() {
    long pid = ProcessHandle.current().pid();
    try {
      return InetAddress.getLocalHost().getHostName() + "-" + pid;
    } catch (UnknownHostException e) {
      return "process-" + pid;
    }
  }
}
