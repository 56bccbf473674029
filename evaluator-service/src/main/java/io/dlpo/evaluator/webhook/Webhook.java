package io.dlpo.evaluator.webhook;

import io.dlpo.contracts.evaluation.Example;
import io.dlpo.contracts.metric.WebhookMetric;
import io.dlpo.evaluator.EvaluatorSettings;
import io.dlpo.evaluator.scoring.ScoringResult;
import jakarta.annotation.PreDestroy;
import jakarta.enterprise.context.ApplicationScoped;
import java.io.IOException;
import java.net.InetAddress;
import java.net.URI;
import java.net.UnknownHostException;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ThreadLocalRandom;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.concurrent.locks.LockSupport;
import org.jboss.logging.Logger;

/**
 * Scores answers with the user's own HTTP service. Transient faults are retried with jittered
 * back-off; after that there is no score. Redirects are not followed, because they could lead to a
 * host that is not allowed.
 */
@ApplicationScoped
public class Webhook {

  private static final Logger LOG = Logger.getLogger(Webhook.class);

  private final EvaluatorSettings settings;
  private final AllowedHosts hosts;
  private final AllowedAddresses addresses;
  private final HttpClient client;

  Webhook(EvaluatorSettings settings) {
    this.settings = settings;
    this.hosts = new AllowedHosts(settings.webhookHosts().orElse(List.of()));
    this.addresses = new AllowedAddresses(settings.webhookPlainHttp());
    this.client =
        HttpClient.newBuilder()
            .version(HttpClient.Version.HTTP_1_1)
            .followRedirects(HttpClient.Redirect.NEVER)
            .build();
  }

  /**
   * Scores an answer. Blocks for all attempts and the pauses between them; call it outside any
   * transaction.
   *
   * @param work idempotency key, the same in every attempt; ASCII
   * @param output the reply of the forward model
   */
  public ScoringResult score(WebhookMetric metric, String work, Example example, String output) {
    WebhookExchange exchange = new WebhookExchange(metric.target());
    Optional<String> refusal = refusal(metric.target());
    WebhookReply reply =
        refusal.isPresent()
            ? exchange.refused(refusal.get())
            : withRetries(exchange, request(metric, work, example, output));
    return switch (reply) {
      case WebhookReply.Scored scored -> new ScoringResult.Scored(scored.score(), List.of());
      case WebhookReply.Failed failed -> new ScoringResult.Failed(failed.failure(), List.of());
    };
  }

  private Optional<String> refusal(URI target) {
    return hosts.refusal(target).or(() -> addresses.refusal(target, addressesOf(target.getHost())));
  }

  /** The JDK caches the addresses, so the following call uses the same ones. */
  private static List<InetAddress> addressesOf(String host) {
    try {
      return List.of(InetAddress.getAllByName(host));
    } catch (UnknownHostException e) {
      return List.of();
    }
  }

  private static HttpRequest request(
      WebhookMetric metric, String work, Example example, String output) {
    return HttpRequest.newBuilder(metric.target())
        .header("Content-Type", "application/json")
        .header("Accept", "application/json")
        .header("Idempotency-Key", work)
        .POST(BodyPublishers.ofString(WebhookExchange.body(example, output)))
        .build();
  }

  /** Written out, because a fault-tolerance guard throws when the last result is a failure. */
  private WebhookReply withRetries(WebhookExchange exchange, HttpRequest request) {
    for (int attempt = 1; ; attempt++) {
      WebhookReply reply = attempt(exchange, request);
      if (!(reply instanceof WebhookReply.Failed failed)
          || !failed.retriable()
          || attempt >= settings.webhookAttempts()) {
        return reply;
      }
      Duration pause = pauseAfter(attempt);
      LOG.infof(
          "attempt %d of %d in %d ms: %s",
          attempt + 1, settings.webhookAttempts(), pause.toMillis(), failed.failure().message());
      LockSupport.parkNanos(pause.toNanos());
    }
  }

  private WebhookReply attempt(WebhookExchange exchange, HttpRequest request) {
    CompletableFuture<HttpResponse<byte[]>> response =
        client.sendAsync(request, header -> new BoundedBody());
    try {
      // The client's timeout covers only the headers; the body may take for ever.
      HttpResponse<byte[]> arrived =
          response.get(settings.webhookTimeout().toNanos(), TimeUnit.NANOSECONDS);
      return exchange.read(arrived.statusCode(), arrived.body());
    } catch (TimeoutException e) {
      response.cancel(true);
      return exchange.read(e);
    } catch (ExecutionException e) {
      return exchange.read(e.getCause() instanceof IOException io ? io : e);
    } catch (InterruptedException e) {
      response.cancel(true);
      Thread.currentThread().interrupt();
      throw new IllegalStateException("interrupted while calling a webhook", e);
    }
  }

  /** Jittered, so that many callers do not retry at the same time. */
  private Duration pauseAfter(int attempt) {
    long backOff = settings.webhookFirstPause().toNanos() << Math.min(attempt - 1, 10);
    return Duration.ofNanos((long) (backOff * ThreadLocalRandom.current().nextDouble(0.5, 1.5)));
  }

  @PreDestroy
  void close() {
    client.shutdownNow();
  }
}
