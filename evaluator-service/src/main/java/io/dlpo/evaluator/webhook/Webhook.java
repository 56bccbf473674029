package io.dlpo.evaluator.webhook;

import io.dlpo.contracts.evaluation.Example;
import io.dlpo.contracts.metric.WebhookMetric;
import io.dlpo.evaluator.EvaluatorSettings;
import io.dlpo.evaluator.scoring.Assessment;
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
 * Has answers scored by a service of the user's own. Faults that pass are waited out with a
 * jittered back-off; after that there is no score. Follows no redirect, which could lead to a host
 * that is not allowed.
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
   * Has an answer scored. Blocks for all attempts and the pauses between them; call it outside any
   * transaction.
   *
   * @param work a name for what is scored: the same in every attempt, so that a scorer can know it
   *     again; ASCII
   * @param output what the forward model replied to the example
   */
  public Assessment assess(WebhookMetric metric, String work, Example example, String output) {
    WebhookExchange exchange = new WebhookExchange(metric.target());
    Optional<String> refusal = refusal(metric.target());
    WebhookReply reply =
        refusal.isPresent()
            ? exchange.refused(refusal.get())
            : persistently(exchange, request(metric, work, example, output));
    return switch (reply) {
      case WebhookReply.Scored scored -> new Assessment.Scored(scored.score(), List.of());
      case WebhookReply.Failed failed -> new Assessment.Failed(failed.failure(), List.of());
    };
  }

  private Optional<String> refusal(URI target) {
    return hosts.refusal(target).or(() -> addresses.refusal(target, addressesOf(target.getHost())));
  }

  /** The runtime keeps them for a while, so the call that follows goes to the same. */
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

  private WebhookReply persistently(WebhookExchange exchange, HttpRequest request) {
    for (int attempt = 1; ; attempt++) {
      WebhookReply reply = once(exchange, request);
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

  private WebhookReply once(WebhookExchange exchange, HttpRequest request) {
    CompletableFuture<HttpResponse<byte[]>> response =
        client.sendAsync(request, header -> new BoundedBody());
    try {
      // The client's own timeout ends with the headers; a body may take for ever.
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
      throw new IllegalStateException("interrupted while a webhook was asked", e);
    }
  }

  /** Jittered, so that a crowd of callers does not come back as one. */
  private Duration pauseAfter(int attempt) {
    long backOff = settings.webhookFirstPause().toNanos() << Math.min(attempt - 1, 10);
    return Duration.ofNanos((long) (backOff * ThreadLocalRandom.current().nextDouble(0.5, 1.5)));
  }

  @PreDestroy
  void close() {
    client.shutdownNow();
  }
}
