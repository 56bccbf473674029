package io.dlpo.events.trace;

import io.opentelemetry.sdk.trace.IdGenerator;
import jakarta.inject.Singleton;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.function.Supplier;

/**
 * Random ids, except for the trace of a step: its id is derived from the event that begins the
 * step. So a service that crashes, and publishes the event once more, goes on with the same trace.
 */
@Singleton
public class StepTraceIds implements IdGenerator {

  private static final int BYTES = 16;

  private final IdGenerator random = IdGenerator.random();
  private final ThreadLocal<String> given = new ThreadLocal<>();

  /** The id of the trace that an event begins. */
  static String of(String eventId) {
    try {
      byte[] digest =
          MessageDigest.getInstance("SHA-256").digest(eventId.getBytes(StandardCharsets.UTF_8));
      return HexFormat.of().formatHex(digest, 0, BYTES);
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException("every Java has SHA-256", e);
    }
  }

  /** Starts the first span of a trace with a given id. */
  <T> T under(String traceId, Supplier<T> start) {
    given.set(traceId);
    try {
      return start.get();
    } finally {
      given.remove();
    }
  }

  @Override
  public String generateTraceId() {
    String id = given.get();
    return id == null ? random.generateTraceId() : id;
  }

  @Override
  public String generateSpanId() {
    return random.generateSpanId();
  }
}
