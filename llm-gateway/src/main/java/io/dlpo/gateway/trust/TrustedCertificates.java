package io.dlpo.gateway.trust;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.KeyStore;
import java.security.cert.Certificate;
import java.security.cert.CertificateException;
import java.security.cert.CertificateFactory;
import java.util.Collection;
import java.util.stream.Stream;
import javax.net.ssl.TrustManager;
import javax.net.ssl.TrustManagerFactory;
import javax.net.ssl.X509TrustManager;
import org.jspecify.annotations.Nullable;

/** The certificate authorities of the system, and beside them those of a file. */
public final class TrustedCertificates {

  /** The environment variable that names the file. */
  public static final String VARIABLE = "DLPO_TRUST_CERTIFICATES";

  private TrustedCertificates() {}

  /**
   * Trusts the system's authorities and those of a file.
   *
   * @param file path of a PEM file with one or more certificates
   * @throws IllegalArgumentException if it has none, naming variable, path and reason
   */
  public static X509TrustManager beside(String file) {
    Collection<? extends Certificate> own = read(file);
    try {
      KeyStore all = KeyStore.getInstance(KeyStore.getDefaultType());
      all.load(null, null);
      int number = 0;
      for (Certificate one :
          (Iterable<Certificate>) Stream.concat(system(), own.stream())::iterator) {
        all.setCertificateEntry("authority-" + number++, one);
      }
      return manager(all);
    } catch (GeneralSecurityException | IOException e) {
      throw new IllegalStateException("cannot combine certificate authorities", e);
    }
  }

  private static Stream<Certificate> system() throws GeneralSecurityException {
    return Stream.of(manager(null).getAcceptedIssuers());
  }

  /**
   * @param store the authorities; null for the system's
   */
  private static X509TrustManager manager(@Nullable KeyStore store)
      throws GeneralSecurityException {
    TrustManagerFactory factory =
        TrustManagerFactory.getInstance(TrustManagerFactory.getDefaultAlgorithm());
    factory.init(store);
    for (TrustManager manager : factory.getTrustManagers()) {
      if (manager instanceof X509TrustManager found) {
        return found;
      }
    }
    throw new IllegalStateException("this Java has no trust manager for X.509 certificates");
  }

  private static Collection<? extends Certificate> read(String file) {
    try {
      byte[] content = Files.readAllBytes(Path.of(file));
      Collection<? extends Certificate> found =
          CertificateFactory.getInstance("X.509")
              .generateCertificates(new ByteArrayInputStream(content));
      if (found.isEmpty()) {
        throw invalid(file, "it has no certificate; it must hold certificates in PEM format");
      }
      return found;
    } catch (NoSuchFileException | InvalidPathException e) {
      throw invalid(file, "there is no such file");
    } catch (IOException e) {
      throw invalid(file, "this process cannot read it");
    } catch (CertificateException e) {
      throw invalid(file, "it must hold certificates in PEM format and nothing else");
    }
  }

  private static IllegalArgumentException invalid(String file, String reason) {
    return new IllegalArgumentException("%s is \"%s\"; %s".formatted(VARIABLE, file, reason));
  }
}
