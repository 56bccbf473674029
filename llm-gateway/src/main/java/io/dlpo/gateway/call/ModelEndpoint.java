package io.dlpo.gateway.call;

import dev.langchain4j.data.message.AiMessage;
import dev.langchain4j.data.message.ChatMessage;
import dev.langchain4j.data.message.SystemMessage;
import dev.langchain4j.data.message.UserMessage;
import dev.langchain4j.model.chat.ChatModel;
import dev.langchain4j.model.chat.request.ChatRequest;
import dev.langchain4j.model.chat.response.ChatResponse;
import io.dlpo.contracts.prompt.PromptMessage;
import io.dlpo.gateway.ModelRequest;
import io.dlpo.gateway.endpoint.EndpointAccess;
import io.dlpo.gateway.ledger.LedgerEntry;
import io.dlpo.gateway.parameter.Adaptation;
import io.dlpo.gateway.parameter.SentParameters;
import io.dlpo.gateway.trace.ModelTelemetry;
import io.dlpo.gateway.trace.ReceivedReply;
import java.time.Instant;
import java.util.concurrent.TimeUnit;

/** An endpoint and what this process knows about it. Makes one attempt of a call. Thread-safe. */
final class ModelEndpoint {

  private final EndpointAccess access;
  private final ChatModel model;
  private final AttemptTimeout timeout;
  private final ModelTelemetry telemetry;
  private final FaultMapper faults;
  private final EndpointState state = new EndpointState();
  private final CoolDown coolDown = new CoolDown();

  /**
   * @param model the client of the endpoint
   * @param faults maps what the client throws
   */
  ModelEndpoint(
      EndpointAccess access,
      ChatModel model,
      AttemptTimeout timeout,
      ModelTelemetry telemetry,
      FaultMapper faults) {
    this.access = access;
    this.model = model;
    this.timeout = timeout;
    this.telemetry = telemetry;
    this.faults = faults;
  }

  EndpointAccess access() {
    return access;
  }

  EndpointState state() {
    return state;
  }

  CoolDown coolDown() {
    return coolDown;
  }

  /**
   * Makes one attempt. Blocks for {@code dlpo.gateway.attempt-timeout} at most.
   *
   * @param adaptation how the request is adapted to the model
   * @throws EndpointException if the attempt fails
   */
  LedgerEntry call(ModelRequest request, Adaptation adaptation) {
    ChatRequest chat =
        ChatRequest.builder()
            .messages(request.messages().stream().map(ModelEndpoint::message).toList())
            .parameters(SentParameters.of(request, adaptation))
            .build();
    ModelTelemetry.Attempted attempted = telemetry.begin(request, access);
    long start = System.nanoTime();
    try {
      ChatResponse response = timeout.within(() -> model.chat(chat));
      long millis = TimeUnit.NANOSECONDS.toMillis(System.nanoTime() - start);
      LedgerEntry entry = new ReplyReader(request, adaptation, access).read(response, millis);
      attempted.replied(
          new ReceivedReply(entry, response.metadata().modelName(), response.metadata().id()));
      state.replied(Instant.now());
      return entry;
    } catch (RuntimeException e) {
      EndpointFault fault = faults.map(request.engine().model(), e);
      attempted.failed(fault.errorType(), fault.response().used());
      coolDown.extend(fault.response().retryAfter());
      state.failed(fault, Instant.now());
      throw new EndpointException(fault, e);
    }
  }

  private static ChatMessage message(PromptMessage message) {
    return switch (message.role()) {
      case SYSTEM -> SystemMessage.from(message.content());
      case USER -> UserMessage.from(message.content());
      case ASSISTANT -> AiMessage.from(message.content());
    };
  }
}
