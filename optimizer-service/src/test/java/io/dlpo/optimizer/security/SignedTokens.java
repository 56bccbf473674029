package io.dlpo.optimizer.security;

import io.smallrye.jwt.build.Jwt;
import java.security.KeyFactory;
import java.security.KeyPair;
import java.security.KeyPairGenerator;
import java.security.NoSuchAlgorithmException;
import java.security.PrivateKey;
import java.security.spec.InvalidKeySpecException;
import java.security.spec.PKCS8EncodedKeySpec;
import java.util.Base64;
import java.util.Map;
import org.eclipse.microprofile.config.ConfigProvider;

/**
 * Tokens that a test signs itself, for an application that takes them for those of its issuer. A
 * test profile and its tests have different class loaders, so the key is part of the settings.
 */
final class SignedTokens {

  private static final String PRIVATE_KEY = "dlpo.test.signing-key";
  private static final String ALGORITHM = "RSA";
  private static final int BITS = 2048;

  private SignedTokens() {}

  /** Returns settings of the application, with a new key. */
  static Map<String, String> settings() {
    KeyPair keys = newKeys();
    return Map.of(
        "dlpo.security.oidc",
        "true",
        "quarkus.oidc.public-key",
        Base64.getEncoder().encodeToString(keys.getPublic().getEncoded()),
        PRIVATE_KEY,
        Base64.getEncoder().encodeToString(keys.getPrivate().getEncoded()));
  }

  /** Signs a token with the key of the current application. */
  static String token(String user, Role role) {
    return Jwt.subject(user).groups(role.label()).expiresIn(60).sign(privateKey());
  }

  private static KeyPair newKeys() {
    try {
      KeyPairGenerator generator = KeyPairGenerator.getInstance(ALGORITHM);
      generator.initialize(BITS);
      return generator.generateKeyPair();
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException(e);
    }
  }

  private static PrivateKey privateKey() {
    byte[] encoded =
        Base64.getDecoder().decode(ConfigProvider.getConfig().getValue(PRIVATE_KEY, String.class));
    try {
      return KeyFactory.getInstance(ALGORITHM).generatePrivate(new PKCS8EncodedKeySpec(encoded));
    } catch (NoSuchAlgorithmException | InvalidKeySpecException e) {
      throw new IllegalStateException(e);
    }
  }
}
