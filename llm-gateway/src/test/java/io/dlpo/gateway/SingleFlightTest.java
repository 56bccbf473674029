package io.dlpo.gateway;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;

class SingleFlightTest {

  private final SingleFlight<String> flights = new SingleFlight<>();
  private final AtomicInteger works = new AtomicInteger();

  @Test
  void shouldDoEqualWorkThatIsUnderWayOnce() throws Exception {
    // Given
    CompletableFuture<String> result = new CompletableFuture<>();
    CountDownLatch started = new CountDownLatch(1);
    try (ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor()) {
      Future<String> leader =
          threads.submit(
              () ->
                  flights.share(
                      "a",
                      () -> {
                        started.countDown();
                        works.incrementAndGet();
                        return result.join();
                      }));
      started.await();

      // When
      Future<String> follower = threads.submit(() -> flights.share("a", this::never));
      String other = flights.share("b", () -> "other");
      result.complete("done");

      // Then
      assertThat(leader.get()).isEqualTo("done");
      assertThat(follower.get()).isIn("done", "again");
      assertThat(other).isEqualTo("other");
    }
  }

  @Test
  void shouldDoItAgainOnceItIsDone() {
    // Given
    flights.share("a", () -> "first");

    // When
    String second = flights.share("a", () -> "second");

    // Then
    assertThat(second).isEqualTo("second");
  }

  @Test
  void shouldPassTheWorksOwnExceptionOnAndForgetIt() {
    // Given
    IllegalStateException fault = new IllegalStateException("no database");

    // When, Then
    assertThatThrownBy(
            () ->
                flights.share(
                    "a",
                    () -> {
                      throw fault;
                    }))
        .isSameAs(fault);
    assertThat(flights.share("a", () -> "well")).isEqualTo("well");
  }

  /** A follower that comes after the leader has finished becomes a leader itself. */
  private String never() {
    return "again";
  }
}
