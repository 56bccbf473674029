package io.dlpo.testing.tls;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.Key;
import java.security.KeyStore;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import java.util.concurrent.TimeUnit;
import javax.net.ssl.KeyManagerFactory;
import javax.net.ssl.SSLContext;

/**
 * A certificate authority that no system knows, and a server with a certificate of it.
 *
 * @param certificate PEM file with the authority's certificate
 * @param server what the server needs: its key, and a certificate for the names it was made for
 */
public record PrivateAuthority(Path certificate, SSLContext server) {

  private static final String PASSWORD = "of-this-test";
  private static final String AUTHORITY = "authority";
  private static final String SERVER = "server";

  /**
   * Makes an authority and the certificate of one server.
   *
   * @param folder for its files
   * @param names of the server, as {@code ip:127.0.0.1} or {@code dns:models.test}
   */
  public static PrivateAuthority create(Path folder, String... names) {
    Path keys = folder.resolve("authority.p12");
    makeKey(keys, "-alias", AUTHORITY, "-dname", "CN=Authority of a test", "-ext", "bc:critical");
    makeKey(
        keys,
        "-alias",
        SERVER,
        "-dname",
        "CN=Server of a test",
        "-signer",
        AUTHORITY,
        "-ext",
        "san=" + String.join(",", names));
    try {
      KeyStore made = KeyStore.getInstance("PKCS12");
      try (InputStream in = Files.newInputStream(keys)) {
        made.load(in, PASSWORD.toCharArray());
      }
      Path certificate =
          Files.writeString(
              folder.resolve("authority.pem"), pem(made.getCertificate(AUTHORITY).getEncoded()));
      return new PrivateAuthority(certificate, context(made));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    } catch (GeneralSecurityException e) {
      throw new IllegalStateException("the authority of the test cannot be made", e);
    }
  }

  /** Without the authority's own key, which a server would not have either. */
  private static SSLContext context(KeyStore made) throws GeneralSecurityException, IOException {
    char[] password = PASSWORD.toCharArray();
    Key key = made.getKey(SERVER, password);
    KeyStore server = KeyStore.getInstance("PKCS12");
    server.load(null, null);
    server.setKeyEntry(SERVER, key, password, made.getCertificateChain(SERVER));
    KeyManagerFactory keys = KeyManagerFactory.getInstance(KeyManagerFactory.getDefaultAlgorithm());
    keys.init(server, password);
    SSLContext context = SSLContext.getInstance("TLS");
    context.init(keys.getKeyManagers(), null, null);
    return context;
  }

  private static void makeKey(Path keystore, String... arguments) {
    List<String> command =
        new ArrayList<>(
            List.of(
                Path.of(System.getProperty("java.home"), "bin", "keytool").toString(),
                "-genkeypair",
                "-keyalg",
                "EC",
                "-validity",
                "2",
                "-storetype",
                "PKCS12",
                "-keystore",
                keystore.toString(),
                "-storepass",
                PASSWORD));
    command.addAll(List.of(arguments));
    try {
      Process keytool = new ProcessBuilder(command).redirectErrorStream(true).start();
      String said = new String(keytool.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
      if (!keytool.waitFor(60, TimeUnit.SECONDS) || keytool.exitValue() != 0) {
        throw new IllegalStateException("keytool failed: " + said);
      }
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new IllegalStateException("interrupted", e);
    }
  }

  private static String pem(byte[] der) {
    return "-----BEGIN CERTIFICATE-----\n%s\n-----END CERTIFICATE-----\n"
        .formatted(Base64.getMimeEncoder(64, new byte[] {'\n'}).encodeToString(der));
  }
}
