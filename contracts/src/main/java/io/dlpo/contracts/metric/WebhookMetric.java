package io.dlpo.contracts.metric;

import com.fasterxml.jackson.annotation.JsonTypeName;
import java.net.URI;
import java.net.URISyntaxException;
import java.util.Locale;
import java.util.Optional;

/**
 * The user's own HTTP service scores the answer, 0 to 1: it receives {@code {input, output,
 * reference}} and replies {@code {score, feedback}}.
 *
 * @param url the address: http or https, without user or fragment, at most {@value #MAX_URL}
 *     characters. It is part of every event, so it must not contain secrets
 */
@JsonTypeName("webhook")
public record WebhookMetric(String url) implements Metric {

  public static final int MAX_URL = 2_000;

  public WebhookMetric {
    if (url == null || url.length() > MAX_URL || !isAddress(url)) {
      throw new IllegalArgumentException(
          "metric.url is '%s'; use an address such as https://scorer.example.org/score, without user or fragment, of at most %d characters"
              .formatted(url, MAX_URL));
    }
  }

  /** The URL as a URI. */
  public URI target() {
    return URI.create(url);
  }

  private static boolean isAddress(String url) {
    try {
      URI uri = new URI(url);
      String scheme = String.valueOf(uri.getScheme()).toLowerCase(Locale.ROOT);
      return (scheme.equals("http") || scheme.equals("https"))
          && uri.getHost() != null
          && uri.getRawUserInfo() == null
          && uri.getRawFragment() == null
          && uri.getPort() != 0
          && uri.getPort() <= 65_535;
    } catch (URISyntaxException e) {
      return false;
    }
  }

  @Override
  public String answerFormat() {
    return "";
  }

  @Override
  public Optional<String> problemWith(String reference) {
    return Optional.empty();
  }
}
