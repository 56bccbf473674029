package io.dlpo.gateway.call;

import static org.assertj.core.api.Assertions.assertThat;

import io.dlpo.contracts.evaluation.FailureKind;
import io.dlpo.gateway.proxy.ProxyAddress;
import java.io.IOException;
import java.net.ConnectException;
import java.security.cert.CertificateException;
import java.util.List;
import java.util.Optional;
import javax.net.ssl.SSLHandshakeException;
import org.junit.jupiter.api.Test;

class ConnectionFaultsTest {

  private static final ProxyAddress PROXY = new ProxyAddress("proxy.test", 3128, "me", "secret");

  private final ConnectionFaults direct =
      new ConnectionFaults("https://models.test/v1", Optional.empty());
  private final ConnectionFaults proxied =
      new ConnectionFaults("https://models.test/v1", Optional.of(PROXY));

  @Test
  void shouldNameTheEndpointAndTheProxyOnTheWay() {
    assertFault(
        direct.map(List.of(new ConnectException("no"))),
        FailureKind.UNREACHABLE,
        true,
        "endpoint https://models.test/v1 is unreachable");
    assertFault(
        proxied.map(List.of(new ConnectException("no"))),
        FailureKind.UNREACHABLE,
        true,
        "endpoint https://models.test/v1 is unreachable through proxy http://proxy.test:3128");
  }

  @Test
  void shouldTellIfTheProxyWantsOtherCredentials() {
    assertFault(
        proxied.map(List.of(new IOException("outer"), tunnel("407 Proxy Authentication Required"))),
        FailureKind.UNAUTHORIZED,
        false,
        "endpoint https://models.test/v1 is unreachable through proxy http://proxy.test:3128: the"
            + " proxy refuses access (wrong or missing user and password in HTTPS_PROXY?)");
  }

  @Test
  void shouldTellAnotherReplyOfTheProxy() {
    assertFault(
        proxied.map(List.of(tunnel("403 Forbidden"))),
        FailureKind.UNREACHABLE,
        true,
        "endpoint https://models.test/v1 is unreachable through proxy http://proxy.test:3128: the"
            + " proxy replies 403");
  }

  @Test
  void shouldTellWhyACertificateIsNotTrusted() {
    assertFault(
        direct.map(
            List.of(
                new SSLHandshakeException("failed"),
                new CertificateException("outer"),
                new CertificateException("no valid path"))),
        FailureKind.UNREACHABLE,
        true,
        "endpoint https://models.test/v1 is unreachable: its certificate is not trusted, no valid"
            + " path (wrong or missing DLPO_TRUST_CERTIFICATES?)");
  }

  /** As Netty words it. */
  private static ConnectException tunnel(String status) {
    return new ConnectException(
        "http, basic, proxy.test:3128 => models.test:443, status: " + status);
  }

  private static void assertFault(
      EndpointFault fault, FailureKind kind, boolean retriable, String message) {
    assertThat(fault.kind()).isEqualTo(kind);
    assertThat(fault.retriable()).isEqualTo(retriable);
    assertThat(fault.status()).isEmpty();
    assertThat(fault.failure().message()).isEqualTo(message);
  }
}
