package io.dlpo.evaluator.webhook;

import java.net.URI;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/**
 * The hosts at which webhooks may be called. The operator of the evaluator chooses them, because
 * webhooks are called from inside its network.
 *
 * @param hosts the hosts, such as {@code scorer.internal} for any port or {@code
 *     scorer.internal:8443}
 */
record AllowedHosts(List<String> hosts) {

  private static final int HTTP = 80;
  private static final int HTTPS = 443;

  AllowedHosts {
    hosts =
        hosts.stream()
            .map(host -> host.strip().toLowerCase(Locale.ROOT))
            .filter(host -> !host.isEmpty())
            .toList();
  }

  /** Why a URL must not be called, for the user; empty if it may be called. */
  Optional<String> refusal(URI target) {
    String host = target.getHost().toLowerCase(Locale.ROOT);
    String withPort = host + ":" + port(target);
    if (hosts.contains(host) || hosts.contains(withPort)) {
      return Optional.empty();
    }
    String allowed = hosts.isEmpty() ? "none" : String.join(", ", hosts);
    return Optional.of(
        "host "
            + withPort
            + " is not allowed (allowed hosts: "
            + allowed
            + "); add it to DLPO_EVALUATOR_WEBHOOK_HOSTS of the evaluators"
            + " (dlpo.evaluator.webhook-hosts) and restart them");
  }

  private static int port(URI target) {
    if (target.getPort() >= 0) {
      return target.getPort();
    }
    return target.getScheme().equalsIgnoreCase("https") ? HTTPS : HTTP;
  }
}
