package io.dlpo.gateway.trust;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import io.dlpo.testing.tls.PrivateAuthority;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.KeyStore;
import java.security.cert.X509Certificate;
import java.util.Arrays;
import java.util.List;
import javax.net.ssl.TrustManagerFactory;
import javax.net.ssl.X509TrustManager;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Authorities in real files. */
class TrustedCertificatesIT {

  @TempDir Path folder;

  @Test
  void shouldTrustTheAuthoritiesOfAFileBesideThoseOfTheSystem() throws Exception {
    // Given a bundle with a comment
    Path first = Files.createDirectory(folder.resolve("first"));
    Path second = Files.createDirectory(folder.resolve("second"));
    Path bundle = folder.resolve("bundle.pem");
    Files.writeString(
        bundle,
        "# Authorities of the company\n"
            + Files.readString(PrivateAuthority.create(first, "ip:127.0.0.1").certificate())
            + "\n"
            + Files.readString(PrivateAuthority.create(second, "ip:127.0.0.1").certificate()));

    // When
    List<X509Certificate> trusted =
        List.of(TrustedCertificates.beside(bundle.toString()).getAcceptedIssuers());

    // Then
    List<X509Certificate> system = system();
    assertThat(system).isNotEmpty();
    assertThat(trusted).containsAll(system).hasSize(system.size() + 2);
    assertThat(trusted)
        .filteredOn(one -> one.getSubjectX500Principal().getName().equals("CN=Authority of a test"))
        .hasSize(2);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "missing.pem|there is no such file",
        "folder|this process cannot read it",
        "empty.pem|it has no certificate; it must hold certificates in PEM format",
        "broken.pem|it must hold certificates in PEM format and nothing else"
      })
  void shouldRefuseAFileWithoutCertificates(String name, String reason) throws IOException {
    // Given
    Files.createDirectory(folder.resolve("folder"));
    Files.writeString(folder.resolve("empty.pem"), "");
    Files.writeString(
        folder.resolve("broken.pem"),
        "-----BEGIN CERTIFICATE-----\nAAAA\n-----END CERTIFICATE-----\n");
    Path file = folder.resolve(name);

    // Then
    assertThatIllegalArgumentException()
        .isThrownBy(() -> TrustedCertificates.beside(file.toString()))
        .withMessage("DLPO_TRUST_CERTIFICATES is \"%s\"; %s".formatted(file, reason));
  }

  private static List<X509Certificate> system() throws Exception {
    TrustManagerFactory factory =
        TrustManagerFactory.getInstance(TrustManagerFactory.getDefaultAlgorithm());
    factory.init((KeyStore) null);
    return Arrays.stream(factory.getTrustManagers())
        .map(manager -> List.of(((X509TrustManager) manager).getAcceptedIssuers()))
        .findFirst()
        .orElseThrow();
  }
}
