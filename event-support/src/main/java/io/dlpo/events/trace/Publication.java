package io.dlpo.events.trace;

import io.dlpo.contracts.event.Event;
import io.dlpo.contracts.event.EventType;
import io.opentelemetry.api.trace.Span;
import io.opentelemetry.context.Context;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.OptionalInt;
import org.apache.kafka.common.header.Headers;

/**
 * The spans of events that are published together: one for all events of a topic. Events of another
 * step than that of the handled event begin a trace of their own.
 */
public final class Publication {

  static final Publication UNTRACED = new Publication(List.of(), List.of());

  private final List<Context> contexts;
  private final List<Span> spans;

  private Publication(List<Context> contexts, List<Span> spans) {
    this.contexts = contexts;
    this.spans = spans;
  }

  /**
   * Where events go.
   *
   * @param newStep the step that they begin; empty if they belong to that of the handled event
   */
  private record Destination(String topic, OptionalInt newStep) {}

  /** Starts the spans of events in the current context. */
  static Publication begin(EventSpans starter, List<? extends Event> events) {
    Context current = Context.current();
    TracedEvent cause = TracedEvent.in(current);
    List<TracedEvent> traced = events.stream().map(TracedEvent::of).toList();
    List<Destination> destinations = new ArrayList<>();
    for (int i = 0; i < traced.size(); i++) {
      TracedEvent event = traced.get(i);
      destinations.add(
          new Destination(
              EventType.of(events.get(i)).topic(),
              event.beginsStepAfter(cause) ? event.step() : OptionalInt.empty()));
    }
    Map<OptionalInt, Context> parents = new HashMap<>();
    Map<Destination, Context> sends = new HashMap<>();
    List<Span> spans = new ArrayList<>();
    List<Context> contexts = new ArrayList<>();
    for (int i = 0; i < traced.size(); i++) {
      TracedEvent event = traced.get(i);
      Destination destination = destinations.get(i);
      if (destination.newStep().isPresent() && !parents.containsKey(destination.newStep())) {
        Span step = started(starter.step(event), spans);
        parents.put(destination.newStep(), event.within(Context.root().with(step)));
      }
      Context parent =
          parents.computeIfAbsent(destination.newStep(), none -> event.within(current));
      int count = Collections.frequency(destinations, destination);
      contexts.add(
          sends.computeIfAbsent(
              destination,
              to -> parent.with(started(starter.send(to.topic(), count, parent), spans))));
    }
    return new Publication(List.copyOf(contexts), List.copyOf(spans));
  }

  private static Span started(Span span, List<Span> spans) {
    spans.add(span);
    return span;
  }

  /** Adds the trace context to the headers of an event, by its position in the publication. */
  public void write(int position, Headers headers) {
    if (!contexts.isEmpty()) {
      TraceHeaders.write(contexts.get(position), headers);
    }
  }

  /** Runs the publication and ends the spans. */
  public void run(Runnable publication) {
    try {
      publication.run();
    } catch (RuntimeException | Error fault) {
      spans.forEach(span -> EventSpans.fail(span, fault));
      throw fault;
    } finally {
      spans.forEach(Span::end);
    }
  }
}
