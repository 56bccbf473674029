package io.dlpo.systemtests.fuzz;

import static org.assertj.core.api.Assertions.assertThat;

import io.dlpo.contracts.event.EventType;
import io.dlpo.contracts.wire.EventJson;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import org.apache.kafka.common.header.Header;
import org.junit.jupiter.api.Test;

/** Tests the properties that FuzzST relies on. */
class HostileRecordsTest {

  private static final List<EventType> TYPES = List.of(EventType.values());
  private static final List<HostileRecord> DRAWN = new HostileRecords(1).draw(4000, TYPES);

  @Test
  void shouldDrawNoneThatAServiceCouldTake() {
    assertThat(DRAWN)
        .allSatisfy(
            record ->
                assertThat(isNoEvent(record) || isOfAnotherType(record))
                    .as(record.hostility() + " " + record.id())
                    .isTrue());
  }

  @Test
  void shouldDrawEveryKindForEveryTopic() {
    for (EventType type : TYPES) {
      Set<Hostility> kinds =
          DRAWN.stream()
              .filter(record -> record.topic().equals(type.topic()))
              .map(HostileRecord::hostility)
              .collect(Collectors.toCollection(() -> EnumSet.noneOf(Hostility.class)));
      assertThat(kinds).as(type.topic()).containsAll(ordinary());
    }
    assertThat(DRAWN).extracting(HostileRecord::hostility).contains(Hostility.OVERSIZED);
  }

  @Test
  void shouldDrawTheSameOfTheSameSeed() {
    // When
    List<HostileRecord> again = new HostileRecords(1).draw(4000, TYPES);

    // Then
    for (int i = 0; i < again.size(); i++) {
      assertThat(again.get(i).value()).isEqualTo(DRAWN.get(i).value());
      assertThat(again.get(i).record().headers()).isEqualTo(DRAWN.get(i).record().headers());
      assertThat(again.get(i).record().key()).isEqualTo(DRAWN.get(i).record().key());
    }
    assertThat(new HostileRecords(2).draw(50, TYPES).get(7).value())
        .isNotEqualTo(DRAWN.get(7).value());
  }

  @Test
  void shouldNumberThemFromZero() {
    assertThat(DRAWN).extracting(HostileRecord::id).startsWith(0, 1, 2).doesNotHaveDuplicates();
  }

  private static Set<Hostility> ordinary() {
    return EnumSet.complementOf(EnumSet.of(Hostility.OVERSIZED));
  }

  private static boolean isNoEvent(HostileRecord record) {
    byte[] value = record.value();
    if (value == null) {
      return true;
    }
    try {
      EventJson.read(value, type(record).record());
      return false;
    } catch (IOException e) {
      return true;
    }
  }

  private static boolean isOfAnotherType(HostileRecord record) {
    byte[] expected = type(record).cloudEventType().getBytes(StandardCharsets.UTF_8);
    byte[] last = null;
    for (Header header : record.record().headers()) {
      last = header.key().equals("ce_type") ? header.value() : last;
    }
    return !Arrays.equals(last, expected);
  }

  private static EventType type(HostileRecord record) {
    return TYPES.stream()
        .filter(type -> type.topic().equals(record.topic()))
        .findFirst()
        .orElseThrow();
  }
}
