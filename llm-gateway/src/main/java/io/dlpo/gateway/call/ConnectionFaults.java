package io.dlpo.gateway.call;

import io.dlpo.contracts.evaluation.CallFailure;
import io.dlpo.contracts.evaluation.FailureKind;
import io.dlpo.gateway.proxy.ProxyAddress;
import io.dlpo.gateway.proxy.ProxyRules;
import io.dlpo.gateway.trust.TrustedCertificates;
import java.security.cert.CertificateException;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Why there is no connection to an endpoint. Pure.
 *
 * @param endpoint address of the endpoint
 * @param proxy on the way to it
 */
record ConnectionFaults(String endpoint, Optional<ProxyAddress> proxy) {

  private static final String PROXY_AUTHENTICATION_REQUIRED = "407";

  /** What the client says if a proxy does not open a tunnel. */
  private static final Pattern TUNNEL = Pattern.compile("=> .*status: (\\d{3})");

  /**
   * The fault behind an exception and its causes.
   *
   * @param causes outermost first
   */
  EndpointFault map(List<Throwable> causes) {
    Optional<String> status = proxy.flatMap(known -> statusOfProxy(causes));
    if (status.filter(PROXY_AUTHENTICATION_REQUIRED::equals).isPresent()) {
      return fault(FailureKind.UNAUTHORIZED, proxyRefuses(), false);
    }
    String reason =
        status.map(told -> ": the proxy replies " + told).or(() -> certificate(causes)).orElse("");
    return fault(
        FailureKind.UNREACHABLE, "endpoint " + endpoint + " is unreachable" + way() + reason, true);
  }

  /** The proxy does not take the credentials that it got. */
  String proxyRefuses() {
    return "endpoint %s is unreachable%s: the proxy refuses access (wrong or missing user and password in %s?)"
        .formatted(endpoint, way(), ProxyRules.variableFor(endpoint));
  }

  private String way() {
    return proxy.map(known -> " through proxy " + known).orElse("");
  }

  private static Optional<String> statusOfProxy(List<Throwable> causes) {
    return causes.stream()
        .map(cause -> TUNNEL.matcher(String.valueOf(cause.getMessage())))
        .filter(Matcher::find)
        .map(found -> found.group(1))
        .findFirst();
  }

  private static Optional<String> certificate(List<Throwable> causes) {
    return causes.stream()
        .filter(CertificateException.class::isInstance)
        .reduce((outer, inner) -> inner)
        .map(
            cause ->
                ": its certificate is not trusted, %s (wrong or missing %s?)"
                    .formatted(cause.getMessage(), TrustedCertificates.VARIABLE));
  }

  private static EndpointFault fault(FailureKind kind, String message, boolean retriable) {
    return new EndpointFault(new CallFailure(kind, message), OptionalInt.empty(), retriable);
  }
}
