package io.dlpo.evaluator.webhook;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.InetAddress;
import java.net.URI;
import java.net.UnknownHostException;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class AllowedAddressesTest {

  private static final AllowedAddresses STRICT = new AllowedAddresses(false);

  @ParameterizedTest
  @ValueSource(
      strings = {
        "169.254.169.254",
        "fe80::1",
        "0.0.0.0",
        "::",
        "224.0.0.1",
        "fd00:ec2::254",
        "100.100.100.200",
        "192.0.0.192"
      })
  void shouldRefuseANameThatStandsForInfrastructure(String address) throws Exception {
    // Given
    URI target = URI.create("https://scorer.internal/score");

    // When / Then
    assertThat(STRICT.refusal(target, List.of(at(address))))
        .hasValueSatisfying(
            why ->
                assertThat(why)
                    .startsWith("host scorer.internal resolves to")
                    .contains("metadata", "dlpo.evaluator.webhook-hosts"));
  }

  @Test
  void shouldRefuseANameIfAnyOfItsAddressesIsRefused() throws Exception {
    // Given
    List<InetAddress> both = List.of(at("10.0.0.7"), at("169.254.169.254"));

    // When / Then
    assertThat(STRICT.refusal(URI.create("https://scorer.internal/"), both)).isPresent();
  }

  @Test
  void shouldTakeAnAddressThatWasItselfAllowed() throws Exception {
    assertThat(STRICT.refusal(URI.create("http://169.254.10.1:8000/"), List.of(at("169.254.10.1"))))
        .isEmpty();
  }

  @ParameterizedTest
  @ValueSource(strings = {"127.0.0.1", "::1", "10.1.2.3", "172.16.0.1", "192.168.1.1", "fd12::1"})
  void shouldTakeHttpWithinAPrivateNetwork(String address) throws Exception {
    assertThat(STRICT.refusal(URI.create("http://scorer/score"), List.of(at(address)))).isEmpty();
  }

  @ParameterizedTest
  @CsvSource({"http, false, true", "HTTP, false, true", "https, false, false", "http, true, false"})
  void shouldAskForEncryptionElsewhere(String scheme, boolean plainHttp, boolean refused)
      throws Exception {
    // Given
    AllowedAddresses addresses = new AllowedAddresses(plainHttp);
    URI target = URI.create(scheme + "://scorer.example.org/");

    // When / Then
    assertThat(addresses.refusal(target, List.of(at("203.0.113.7"))).isPresent())
        .isEqualTo(refused);
  }

  @Test
  void shouldLeaveAnUnknownNameToTheCall() {
    assertThat(STRICT.refusal(URI.create("http://nowhere/"), List.of())).isEmpty();
  }

  /** A literal: nothing is looked up. */
  private static InetAddress at(String literal) throws UnknownHostException {
    return InetAddress.getByName(literal);
  }
}
