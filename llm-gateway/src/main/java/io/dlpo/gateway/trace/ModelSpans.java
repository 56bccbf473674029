package io.dlpo.gateway.trace;

import io.dlpo.gateway.GatewaySettings;
import io.dlpo.gateway.ModelRequest;
import io.dlpo.gateway.endpoint.EndpointAccess;
import io.dlpo.gateway.endpoint.ServerAddress;
import io.opentelemetry.api.OpenTelemetry;
import io.opentelemetry.api.common.AttributeKey;
import io.opentelemetry.api.trace.Span;
import io.opentelemetry.api.trace.SpanBuilder;
import io.opentelemetry.api.trace.SpanKind;
import io.opentelemetry.api.trace.StatusCode;
import io.opentelemetry.api.trace.Tracer;
import io.quarkus.opentelemetry.runtime.config.runtime.OTelRuntimeConfig;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.Instant;
import java.util.List;

/**
 * Spans of model calls: one for each attempt, and one for each reply that is not paid. They hold no
 * text, unless {@code dlpo.gateway.trace-texts} is set. Thread-safe.
 */
@ApplicationScoped
public class ModelSpans {

  private static final String SCOPE = "io.dlpo.gateway";

  private final boolean on;
  private final boolean texts;
  private final Tracer tracer;

  @Inject
  ModelSpans(OpenTelemetry openTelemetry, OTelRuntimeConfig config, GatewaySettings settings) {
    // A disabled SDK still makes spans with valid ids, so that the switch is asked here.
    this(openTelemetry, !config.sdkDisabled(), settings.traceTexts().orElse(false));
  }

  /**
   * @param on whether traces are on
   * @param texts whether spans hold prompts and replies
   */
  ModelSpans(OpenTelemetry openTelemetry, boolean on, boolean texts) {
    this.on = on;
    this.texts = texts;
    this.tracer = openTelemetry.getTracer(SCOPE);
  }

  /** Starts the span of an attempt. */
  Span attempt(ModelRequest request, EndpointAccess access) {
    if (!on) {
      return Span.getInvalid();
    }
    SpanBuilder builder =
        builder(GenAi.CHAT, request)
            .setSpanKind(SpanKind.CLIENT)
            .setAttribute(GenAi.OPERATION, GenAi.CHAT)
            .setAttribute(GenAi.PROVIDER, GenAi.OPENAI);
    ServerAddress.of(access.url())
        .ifPresent(
            server ->
                builder
                    .setAttribute(GenAi.SERVER, server.host())
                    .setAttribute(GenAi.PORT, (long) server.port()));
    Span span = builder.startSpan();
    if (texts) {
      span.setAttribute(GenAi.INPUT_MESSAGES, MessageTexts.input(request.messages()));
    }
    return span;
  }

  /** Ends the span of an attempt with a reply. */
  void replied(Span span, ReceivedReply reply) {
    if (!span.isRecording()) {
      return;
    }
    span.setAttribute(GenAi.FINISH_REASONS, List.of(reply.finishReason()));
    if (!reply.entry().estimated()) {
      span.setAttribute(GenAi.INPUT_TOKENS, reply.entry().inputTokens())
          .setAttribute(GenAi.OUTPUT_TOKENS, reply.entry().outputTokens());
    }
    if (reply.model() != null) {
      span.setAttribute(GenAi.RESPONSE_MODEL, reply.model());
    }
    if (reply.id() != null) {
      span.setAttribute(GenAi.RESPONSE_ID, reply.id());
    }
    if (texts) {
      span.setAttribute(
          GenAi.OUTPUT_MESSAGES, MessageTexts.output(reply.entry().reply(), reply.finishReason()));
    }
    span.end();
  }

  /**
   * Ends the span of an attempt that failed. The endpoint's words are left out, because they may
   * quote the prompt.
   */
  void failed(Span span, String errorType) {
    span.setStatus(StatusCode.ERROR).setAttribute(GenAi.ERROR_TYPE, errorType).end();
  }

  /** The ledger had the reply; no attempt was made. */
  public void fromLedger(ModelRequest request, Instant since) {
    unpaid("ledger", GenAi.LEDGER, request, since);
  }

  /** An equal call in flight gave the reply; no attempt was made for this request. */
  public void shared(ModelRequest request, Instant since) {
    unpaid("shared", GenAi.SHARED, request, since);
  }

  private void unpaid(String name, AttributeKey<Boolean> how, ModelRequest request, Instant since) {
    if (on) {
      builder(name, request).setStartTimestamp(since).setAttribute(how, true).startSpan().end();
    }
  }

  private SpanBuilder builder(String name, ModelRequest request) {
    String model = request.engine().model();
    return tracer
        .spanBuilder(name + " " + model)
        .setAttribute(GenAi.REQUEST_MODEL, model)
        .setAttribute(GenAi.PURPOSE, request.purpose().label());
  }
}
