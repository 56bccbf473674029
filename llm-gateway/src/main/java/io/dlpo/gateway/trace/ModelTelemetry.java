package io.dlpo.gateway.trace;

import io.dlpo.contracts.evaluation.Tokens;
import io.dlpo.gateway.ModelRequest;
import io.dlpo.gateway.endpoint.EndpointAccess;
import io.opentelemetry.api.trace.Span;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Duration;

/** Reports attempts as OpenTelemetry's conventions say, as spans and as metrics. Thread-safe. */
@ApplicationScoped
public class ModelTelemetry {

  private final ModelSpans spans;
  private final GenAiMeters meters;

  ModelTelemetry(ModelSpans spans, GenAiMeters meters) {
    this.spans = spans;
    this.meters = meters;
  }

  /** An attempt begins. */
  public Attempted begin(ModelRequest request, EndpointAccess access) {
    return new Attempted(
        request, access, spans.attempt(request, access), System.nanoTime(), spans, meters);
  }

  /** An attempt under way. End it once, with a reply or a failure. */
  public record Attempted(
      ModelRequest request,
      EndpointAccess access,
      Span span,
      long start,
      ModelSpans spans,
      GenAiMeters meters) {

    /** The endpoint sent a usable reply. */
    public void replied(ReceivedReply reply) {
      meters.replied(request, access, reply, took());
      spans.replied(span, reply);
    }

    /**
     * There is no usable reply.
     *
     * @param errorType the HTTP status, or the kind of failure if there is none
     * @param used tokens that the endpoint reports nevertheless
     */
    public void failed(String errorType, Tokens used) {
      meters.failed(request, access, errorType, used, took());
      spans.failed(span, errorType);
    }

    private Duration took() {
      return Duration.ofNanos(System.nanoTime() - start);
    }
  }
}
