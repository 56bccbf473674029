package io.dlpo.gateway.call;

import dev.langchain4j.data.message.AiMessage;
import dev.langchain4j.data.message.ChatMessage;
import dev.langchain4j.data.message.SystemMessage;
import dev.langchain4j.data.message.UserMessage;
import dev.langchain4j.model.chat.ChatModel;
import dev.langchain4j.model.chat.request.ChatRequest;
import dev.langchain4j.model.chat.response.ChatResponse;
import dev.langchain4j.model.output.TokenUsage;
import io.dlpo.contracts.prompt.PromptMessage;
import io.dlpo.gateway.FinishReason;
import io.dlpo.gateway.GatewaySettings;
import io.dlpo.gateway.ModelRequest;
import io.dlpo.gateway.ledger.LedgerEntry;
import jakarta.annotation.PreDestroy;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Duration;
import java.time.Instant;
import java.util.concurrent.Callable;
import java.util.concurrent.CompletionException;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;

/** The endpoint at {@code OPENAI_BASE_URL}. Makes one attempt of a call. */
@ApplicationScoped
class ModelEndpoint {

  private final ChatModel model;
  private final FaultMapper faults;
  private final EndpointState state;
  private final Duration timeout;
  private final ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor();

  ModelEndpoint(ChatModel model, GatewaySettings settings, EndpointState state) {
    this.model = model;
    this.state = state;
    this.faults = new FaultMapper(settings.endpoint(), settings.apiKey());
    this.timeout = settings.attemptTimeout();
  }

  /**
   * Makes one attempt. Blocks for {@code dlpo.gateway.attempt-timeout} at most.
   *
   * @throws EndpointException if the attempt fails
   */
  LedgerEntry call(ModelRequest request) {
    ChatRequest chat =
        ChatRequest.builder()
            .messages(request.messages().stream().map(ModelEndpoint::message).toList())
            .parameters(SentParameters.of(request.engine()))
            .build();
    long start = System.nanoTime();
    try {
      ChatResponse response = withTimeout(() -> model.chat(chat));
      long millis = TimeUnit.NANOSECONDS.toMillis(System.nanoTime() - start);
      LedgerEntry entry = entry(request, response, millis);
      state.replied(Instant.now());
      return entry;
    } catch (RuntimeException e) {
      EndpointFault fault = faults.map(request.engine().model(), e);
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

  /**
   * The client's timeout ends a call that receives nothing. This one also ends a reply that arrives
   * byte by byte.
   */
  private <T> T withTimeout(Callable<T> call) {
    Future<T> reply = threads.submit(call);
    try {
      return reply.get(timeout.toMillis(), TimeUnit.MILLISECONDS);
    } catch (TimeoutException e) {
      throw new CompletionException(e);
    } catch (ExecutionException e) {
      throw e.getCause() instanceof RuntimeException fault
          ? fault
          : new CompletionException(e.getCause());
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new CompletionException(e);
    } finally {
      reply.cancel(true);
    }
  }

  @PreDestroy
  void close() {
    threads.shutdownNow();
  }

  private static LedgerEntry entry(ModelRequest request, ChatResponse response, long millis) {
    String text = response.aiMessage().text();
    TokenUsage usage = response.tokenUsage();
    return new LedgerEntry(
        request.requester(),
        text == null ? "" : text,
        finish(response),
        usage == null ? 0 : tokens(usage.inputTokenCount()),
        usage == null ? 0 : tokens(usage.outputTokenCount()),
        millis);
  }

  private static FinishReason finish(ChatResponse response) {
    return switch (response.finishReason()) {
      case STOP -> FinishReason.STOP;
      case LENGTH -> FinishReason.LENGTH;
      case null, default -> FinishReason.OTHER;
    };
  }

  private static long tokens(Integer count) {
    return count == null ? 0 : count;
  }
}
