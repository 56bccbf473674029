package io.dlpo.gateway.call;

import io.dlpo.gateway.GatewaySettings;
import jakarta.annotation.PreDestroy;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Duration;
import java.util.concurrent.Callable;
import java.util.concurrent.CompletionException;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;

/**
 * The timeout of an attempt. That of the client ends a call that receives nothing; this one also
 * ends a reply that arrives byte by byte. Thread-safe.
 */
@ApplicationScoped
class AttemptTimeout {

  private final Duration timeout;
  private final ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor();

  AttemptTimeout(GatewaySettings settings) {
    this.timeout = settings.attemptTimeout();
  }

  /**
   * Waits for a call.
   *
   * @throws CompletionException with a {@link TimeoutException} if it takes too long
   */
  <T> T within(Callable<T> call) {
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
}
