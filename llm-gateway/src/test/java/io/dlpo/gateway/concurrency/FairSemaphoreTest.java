package io.dlpo.gateway.concurrency;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.locks.LockSupport;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.Test;

class FairSemaphoreTest {

  private final AtomicInteger limit = new AtomicInteger(1);
  private final FairSemaphore turns = new FairSemaphore(limit::get);
  private final List<String> order = Collections.synchronizedList(new ArrayList<>());
  private final CountDownLatch firstMayEnd = new CountDownLatch(1);

  @Test
  void shouldServeAStepOfFiveWhileATestSplitOfAHundredAndFiftyWaits() throws Exception {
    // Given
    try (ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor()) {
      occupy(threads);
      for (int i = 0; i < 150; i++) {
        enqueue(threads, "split", i + 1);
      }
      for (int i = 0; i < 5; i++) {
        enqueue(threads, "step", 151 + i);
      }

      // When
      firstMayEnd.countDown();
    }

    // Then
    assertThat(order).hasSize(155);
    assertThat(order.subList(0, 10))
        .containsExactly(
            "split", "step", "split", "step", "split", "step", "split", "step", "split", "step");
    assertThat(order.subList(10, 155)).containsOnly("split");
  }

  @Test
  void shouldRotateOverManyRuns() throws Exception {
    // Given
    try (ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor()) {
      occupy(threads);
      int queued = 0;
      for (String run : List.of("a", "a", "a", "b", "b", "c")) {
        enqueue(threads, run, ++queued);
      }

      // When
      firstMayEnd.countDown();
    }

    // Then
    assertThat(order).containsExactly("a", "b", "c", "a", "b", "a");
  }

  @Test
  void shouldNeverHaveMoreAtWorkThanTheLimitAlsoWhenItFalls() throws Exception {
    // Given
    limit.set(8);
    AtomicInteger atWork = new AtomicInteger();
    AtomicInteger most = new AtomicInteger();
    CountDownLatch eight = new CountDownLatch(8);
    CountDownLatch go = new CountDownLatch(1);

    // When
    try (ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor()) {
      for (int i = 0; i < 8; i++) {
        threads.execute(() -> turns.withPermit("a", () -> await(eight, go)));
      }
      eight.await();
      limit.set(3);
      for (int i = 0; i < 100; i++) {
        threads.execute(
            () ->
                turns.withPermit(
                    "b",
                    () -> {
                      most.accumulateAndGet(atWork.incrementAndGet(), Math::max);
                      LockSupport.parkNanos(1_000);
                      return atWork.decrementAndGet();
                    }));
      }
      go.countDown();
    }

    // Then
    assertThat(most.get()).isBetween(1, 3);
  }

  @Test
  void shouldGiveTheTurnBackWhenTheWorkFailsAndTakeALimitOfNothingForOne() {
    // Given
    limit.set(0);

    // When
    assertThatThrownBy(
            () ->
                turns.withPermit(
                    "a",
                    () -> {
                      throw new IllegalStateException("broken");
                    }))
        .hasMessage("broken");

    // Then
    assertThat(turns.withPermit("b", () -> "done")).isEqualTo("done");
  }

  private void occupy(ExecutorService threads) throws InterruptedException {
    CountDownLatch entered = new CountDownLatch(1);
    threads.execute(() -> turns.withPermit("first", () -> await(entered, firstMayEnd)));
    entered.await();
  }

  private void enqueue(ExecutorService threads, String run, int place) {
    threads.execute(() -> turns.withPermit(run, () -> order.add(run)));
    Awaitility.await().until(() -> turns.waiting() == place);
  }

  private static boolean await(CountDownLatch entered, CountDownLatch end) {
    entered.countDown();
    try {
      end.await();
      return true;
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      return false;
    }
  }
}
