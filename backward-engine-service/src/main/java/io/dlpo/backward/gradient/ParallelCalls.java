package io.dlpo.backward.gradient;

import io.dlpo.backward.BackwardEngineSettings;
import io.dlpo.gateway.ModelGateway;
import io.dlpo.gateway.ModelReply;
import io.dlpo.gateway.ModelRequest;
import io.dlpo.gateway.concurrency.FairSemaphore;
import io.opentelemetry.context.Context;
import jakarta.annotation.PreDestroy;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;

/**
 * Makes calls on virtual threads, up to the configured number at the same time, fair between runs.
 */
@ApplicationScoped
class ParallelCalls implements ModelCalls {

  private final ModelGateway gateway;
  private final FairSemaphore turns;
  private final ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor();

  ParallelCalls(ModelGateway gateway, BackwardEngineSettings settings) {
    this.gateway = gateway;
    this.turns = new FairSemaphore(settings::concurrency);
  }

  @Override
  public List<ModelReply> all(List<ModelRequest> requests) {
    // The calls belong to the trace of this thread.
    Context context = Context.current();
    List<CompletableFuture<ModelReply>> replies =
        requests.stream()
            .map(
                request ->
                    CompletableFuture.supplyAsync(
                        context.wrapSupplier(() -> one(request)), threads))
            .toList();
    try {
      // Wait for all, even if one fails: the ledger then has the replies of the others.
      CompletableFuture.allOf(replies.toArray(CompletableFuture[]::new)).join();
      return replies.stream().map(CompletableFuture::join).toList();
    } catch (CompletionException e) {
      throw e.getCause() instanceof RuntimeException fault ? fault : e;
    }
  }

  private ModelReply one(ModelRequest request) {
    return turns.withPermit(request.sampleScope(), () -> gateway.call(request));
  }

  @PreDestroy
  void close() {
    threads.shutdownNow();
  }
}
