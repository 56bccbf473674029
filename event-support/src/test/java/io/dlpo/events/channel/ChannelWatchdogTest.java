package io.dlpo.events.channel;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.dlpo.events.TestSettings;
import io.quarkus.runtime.StartupEvent;
import io.smallrye.reactive.messaging.health.HealthReport;
import io.smallrye.reactive.messaging.providers.extension.HealthCenter;
import java.time.Duration;
import java.util.ArrayDeque;
import java.util.List;
import java.util.Queue;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.function.Supplier;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class ChannelWatchdogTest {

  private static final HealthReport WELL = HealthReport.builder().add("commands", true).build();
  private static final HealthReport STOPPED =
      HealthReport.builder().add("commands", false, "database unreachable").build();

  private final Queue<Supplier<HealthReport>> said = new ArrayDeque<>();
  private final List<Integer> ends = new CopyOnWriteArrayList<>();
  private final ChannelWatchdog watch =
      new ChannelWatchdog(
          new HealthCenter() {
            @Override
            public HealthReport getLiveness() {
              return said.remove().get();
            }
          },
          ends::add,
          new TestSettings(Duration.ZERO, Duration.ZERO));

  @AfterEach
  void close() {
    watch.close();
  }

  @Test
  void shouldEndTheProcessOnceAfterAChannelHasStopped() {
    // Given
    said.addAll(List.of(() -> WELL, () -> STOPPED, () -> STOPPED));

    // When
    watch.begin(new StartupEvent());

    // Then
    await().until(() -> !ends.isEmpty());
    assertThat(ends).containsExactly(1);
    assertThat(said).as("unread health reports").hasSize(1);
  }

  @Test
  void shouldLookOnWhenTheChannelsCannotBeAsked() {
    // Given
    said.addAll(
        List.of(
            () -> {
              throw new IllegalStateException("not there yet");
            },
            () -> STOPPED));

    // When
    watch.begin(new StartupEvent());

    // Then
    await().until(() -> !ends.isEmpty());
  }
}
