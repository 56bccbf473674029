package io.dlpo.systemtests.fuzz;

import static io.dlpo.systemtests.fuzz.HostileRecord.header;

import io.dlpo.contracts.event.EventType;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.SplittableRandom;
import java.util.stream.IntStream;
import org.apache.kafka.common.header.Header;
import org.apache.kafka.common.header.internals.RecordHeader;
import org.jspecify.annotations.Nullable;

/** Generates hostile records. The same seed yields the same records. */
public final class HostileRecords {

  /** One in this many records has the maximum message size. */
  private static final int OVERSIZED_EVERY = 400;

  private static final List<Hostility> ORDINARY =
      Arrays.stream(Hostility.values()).filter(kind -> kind != Hostility.OVERSIZED).toList();

  private final HostileValues values = new HostileValues();
  private final SplittableRandom random;

  public HostileRecords(long seed) {
    this.random = new SplittableRandom(seed);
  }

  /**
   * Generates records, distributed evenly over the types.
   *
   * @param count the number of records
   * @param types the event types whose topics receive the records
   */
  public List<HostileRecord> draw(int count, List<EventType> types) {
    return IntStream.range(0, count)
        .mapToObj(id -> draw(id, types.get(id % types.size()), kind(id)))
        .toList();
  }

  private Hostility kind(int id) {
    return id % OVERSIZED_EVERY == 0
        ? Hostility.OVERSIZED
        : ORDINARY.get(random.nextInt(ORDINARY.size()));
  }

  private HostileRecord draw(int id, EventType type, Hostility kind) {
    return HostileRecord.of(id, type.topic(), kind, key(), value(kind, type), headers(kind, type));
  }

  private @Nullable String key() {
    return switch (random.nextInt(4)) {
      case 0 -> null;
      case 1 -> "";
      case 2 -> Injections.any(random);
      default -> "run-" + random.nextInt(1000);
    };
  }

  private byte @Nullable [] value(Hostility kind, EventType type) {
    return switch (kind) {
      case RANDOM_BYTES -> values.randomBytes(random);
      case TRUNCATED -> values.truncated(type, random);
      case MUTATED -> values.mutated(type, random);
      case OTHER_JSON, BROKEN_HEADERS -> values.otherJson(random);
      case DEEP -> values.deep(random);
      case HUGE_TOKEN -> values.hugeToken(type, random);
      case INJECTION -> values.injection(type, random);
      case TOMBSTONE -> null;
      case OTHER_TYPE, NO_HEADERS -> values.sample(type);
      case OVERSIZED -> values.oversized(random);
    };
  }

  private List<Header> headers(Hostility kind, EventType type) {
    return switch (kind) {
      case NO_HEADERS -> List.of();
      case OTHER_TYPE -> cloudEvent(otherType(type));
      case BROKEN_HEADERS -> broken(type);
      default -> cloudEvent(type.cloudEventType());
    };
  }

  private String otherType(EventType type) {
    String right = type.cloudEventType();
    return switch (random.nextInt(5)) {
      case 0 -> right.replace(".v1", ".v2");
      case 1 -> right.toUpperCase(Locale.ROOT);
      case 2 -> "";
      case 3 -> Injections.any(random);
      default ->
          (type == EventType.RUN_FINISHED ? EventType.BATCH_SCORED : EventType.RUN_FINISHED)
              .cloudEventType();
    };
  }

  private List<Header> broken(EventType type) {
    List<Header> headers = new ArrayList<>(cloudEvent(type.cloudEventType()));
    byte[] noText = new byte[random.nextInt(1, 300)];
    random.nextBytes(noText);
    switch (random.nextInt(8)) {
      case 0 -> headers.add(header("content-type", "application/cloudevents+json"));
      case 1 -> headers.add(header("ce_specversion", "99"));
      case 2 -> headers.add(header("ce_time", "never"));
      case 3 -> headers.add(new RecordHeader("ce_type", noText));
      case 4 -> headers.add(header("dead-letter-reason", "all is well"));
      case 5 -> headers.add(new RecordHeader("traceparent", noText));
      case 6 -> headers.add(header("traceparent", Injections.any(random)));
      default -> headers.add(new RecordHeader("ce_subject", (byte[]) null));
    }
    return headers;
  }

  private List<Header> cloudEvent(String type) {
    return List.of(
        header("ce_specversion", "1.0"),
        header("ce_id", Long.toHexString(random.nextLong())),
        header("ce_type", type),
        header("ce_source", Injections.any(random)),
        header("ce_subject", "fuzzed"),
        header("content-type", "application/json"));
  }
}
