package io.dlpo.backward.gradient;

import io.dlpo.backward.BackwardEngineSettings;
import io.dlpo.gateway.ModelGateway;
import io.dlpo.gateway.ModelReply;
import io.dlpo.gateway.ModelRequest;
import io.dlpo.gateway.turn.FairTurns;
import jakarta.annotation.PreDestroy;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;

/**
 * Calls on virtual threads, as many at once in this process as the settings allow, in turns that
 * are fair between runs.
 */
@ApplicationScoped
class ParallelCalls implements ModelCalls {

  private final ModelGateway gateway;
  private final FairTurns turns;
  private final ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor();

  ParallelCalls(ModelGateway gateway, BackwardEngineSettings settings) {
    this.gateway = gateway;
    this.turns = new FairTurns(settings::concurrency);
  }

  @Override
  public List<ModelReply> all(List<ModelRequest> requests) {
    List<CompletableFuture<ModelReply>> replies =
        requests.stream()
            .map(request -> CompletableFuture.supplyAsync(() -> one(request), threads))
            .toList();
    try {
      // All of them, also if one fails: what the others are paid for is in the ledger then.
      CompletableFuture.allOf(replies.toArray(CompletableFuture[]::new)).join();
      return replies.stream().map(CompletableFuture::join).toList();
    } catch (CompletionException e) {
      throw e.getCause() instanceof RuntimeException fault ? fault : e;
    }
  }

  private ModelReply one(ModelRequest request) {
    return turns.inTurn(request.sampleScope(), () -> gateway.call(request));
  }

  @PreDestroy
  void close() {
    threads.shutdownNow();
  }
}
