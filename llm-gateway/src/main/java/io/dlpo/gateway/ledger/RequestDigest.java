package io.dlpo.gateway.ledger;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.dlpo.gateway.ModelRequest;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Arrays;
import java.util.HexFormat;

/** The key of a request in the ledger: a SHA-256 of everything that determines the reply. */
public final class RequestDigest {

  private static final ObjectMapper MAPPER = new ObjectMapper();

  private RequestDigest() {}

  public static String of(ModelRequest request) {
    var engine = request.engine();
    try {
      // A JSON array separates its elements, so different requests cannot have the same text.
      byte[] canonical =
          MAPPER
              .writeValueAsString(
                  Arrays.asList(
                      engine.model(),
                      engine.temperature(),
                      engine.maxTokens(),
                      engine.topP(),
                      engine.seed(),
                      request.system(),
                      request.user(),
                      request.attempt(),
                      request.ledgerScope()))
              .getBytes(StandardCharsets.UTF_8);
      return HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(canonical));
    } catch (JsonProcessingException | NoSuchAlgorithmException e) {
      throw new IllegalStateException("cannot compute the digest of a request", e);
    }
  }
}
