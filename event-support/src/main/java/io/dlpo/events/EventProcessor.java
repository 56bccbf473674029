package io.dlpo.events;

import io.dlpo.contracts.crash.Crash;
import io.dlpo.contracts.crash.CrashPoint;
import io.dlpo.contracts.event.Event;
import io.dlpo.events.fault.TransientRetry;
import io.dlpo.events.outcome.Outcome;
import io.dlpo.events.trace.EventTracer;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Duration;
import java.util.List;
import java.util.function.Function;
import org.apache.kafka.clients.consumer.ConsumerRecord;

/**
 * Runs every handler the same way: decode the record, handle it, publish the resulting events, and
 * return, after which the connector acknowledges the record. After a crash at any point the record
 * is delivered again, so handlers must be idempotent.
 */
@ApplicationScoped
public class EventProcessor {

  private final EventPublisher publisher;
  private final TransientRetry retry;
  private final Drain drain;
  private final EventMeters meters;
  private final EventTracer tracer;

  EventProcessor(
      EventPublisher publisher,
      TransientRetry retry,
      Drain drain,
      EventMeters meters,
      EventTracer tracer) {
    this.publisher = publisher;
    this.retry = retry;
    this.drain = drain;
    this.meters = meters;
    this.tracer = tracer;
  }

  /**
   * Processes a record. Blocks; call it on a worker or virtual thread.
   *
   * @param handler returns the events that an event causes; retried in place on transient faults
   * @throws io.dlpo.events.fault.PermanentFaultException if the record cannot be read
   * @throws io.dlpo.events.fault.ShutdownException if the process shuts down before the record is
   *     handled
   */
  public <E extends Event> void process(
      ConsumerRecord<String, byte[]> record,
      Class<E> type,
      Function<? super E, ? extends List<? extends Event>> handler) {
    processOutcome(record, type, event -> Outcome.of(handler.apply(event)));
  }

  /** Processes a record as {@link #process} does; the handler also says which extensions to set. */
  public <E extends Event> void processOutcome(
      ConsumerRecord<String, byte[]> record, Class<E> type, Function<? super E, Outcome> handler) {
    String topic = record.topic();
    long start = System.nanoTime();
    boolean done = false;
    try {
      E event = EventDecoder.decode(record, type);
      tracer.handle(
          record, event, () -> EventLogContext.during(event, () -> work(event, handler, topic)));
      done = true;
    } finally {
      meters.handled(topic, done, Duration.ofNanos(System.nanoTime() - start));
    }
  }

  private <E extends Event> void work(E event, Function<? super E, Outcome> handler, String topic) {
    drain.work(() -> retry.run(() -> handle(event, handler), () -> retried(topic)));
  }

  private void retried(String topic) {
    meters.retried(topic);
    tracer.retried();
  }

  private <E extends Event> void handle(E event, Function<? super E, Outcome> handler) {
    Crash.at(CrashPoint.RECEIVED);
    Outcome caused = handler.apply(event);
    Crash.at(CrashPoint.HANDLED);
    publisher.publish(caused);
    Crash.at(CrashPoint.PUBLISHED);
  }
}
