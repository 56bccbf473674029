package io.dlpo.events;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

import io.dlpo.events.fault.ShutdownException;
import java.time.Duration;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.atomic.AtomicBoolean;
import org.junit.jupiter.api.Test;

class DrainTest {

  private static final Duration LONG = Duration.ofMinutes(5);

  private final CountDownLatch answer = new CountDownLatch(1);
  private final CountDownLatch begun = new CountDownLatch(1);
  private final AtomicBoolean done = new AtomicBoolean();

  @Test
  void shouldEndAfterTheHandlersThatAreAtWork() throws Exception {
    // Given
    Drain drain = new Drain(new TestSettings(LONG, LONG));
    CompletableFuture<Void> work = inThread(() -> drain.work(this::handle));
    begun.await();

    // When
    CompletableFuture<Void> close = inThread(() -> TestSettings.shutDown(drain));
    await().until(drain::isClosing);
    boolean endedBefore = close.isDone();
    answer.countDown();
    close.get();

    // Then
    assertThat(endedBefore).isFalse();
    assertThat(done).isTrue();
    assertThat(work).succeedsWithin(LONG);
  }

  @Test
  void shouldNotWaitLongerThanTheGraceTime() throws Exception {
    // Given
    Drain drain = new Drain(new TestSettings(LONG, Duration.ofMillis(1)));
    CompletableFuture<Void> work = inThread(() -> drain.work(this::handle));
    begun.await();

    // When
    TestSettings.shutDown(drain);

    // Then
    assertThat(work).isNotDone();
    answer.countDown();
  }

  @Test
  void shouldBeginNothingAndHoldTheRecordUntilTheGroupsAreLeft() {
    // Given
    Drain drain = new Drain(new TestSettings(LONG, LONG));
    TestSettings.shutDown(drain);

    // When
    CompletableFuture<Void> late = inThread(() -> drain.work(this::handle));
    boolean heldBack = !late.isDone();
    drain.release();

    // Then
    assertThatThrownBy(late::join).hasCauseInstanceOf(ShutdownException.class);
    assertThat(heldBack).isTrue();
    assertThat(begun.getCount()).as("handlers that did not begin").isOne();
  }

  @Test
  void shouldNotWaitForWorkThatWasGivenUp() throws Exception {
    // Given
    Drain drain = new Drain(new TestSettings(LONG, LONG));
    CompletableFuture<Void> givenUp =
        inThread(
            () ->
                drain.work(
                    () -> {
                      handle();
                      throw new ShutdownException("the database is unreachable");
                    }));
    begun.await();

    // When
    answer.countDown();
    TestSettings.shutDown(drain);
    drain.release();

    // Then
    assertThatThrownBy(givenUp::join).hasRootCauseMessage("the database is unreachable");
  }

  private static CompletableFuture<Void> inThread(Runnable work) {
    return CompletableFuture.runAsync(work, task -> Thread.ofVirtual().start(task));
  }

  private void handle() {
    begun.countDown();
    try {
      answer.await();
    } catch (InterruptedException e) {
      throw new IllegalStateException(e);
    }
    done.set(true);
  }
}
