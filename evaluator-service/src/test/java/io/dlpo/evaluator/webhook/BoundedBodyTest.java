package io.dlpo.evaluator.webhook;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.Flow;
import org.junit.jupiter.api.Test;

class BoundedBodyTest {

  private final BoundedBody body = new BoundedBody();
  private final Sender sender = new Sender();

  @Test
  void shouldJoinWhatArrives() {
    // When
    body.onSubscribe(sender);
    body.onNext(List.of(ByteBuffer.wrap(new byte[] {1, 2}), ByteBuffer.wrap(new byte[] {3})));
    body.onNext(List.of(ByteBuffer.wrap(new byte[] {4})));
    body.onComplete();

    // Then
    assertThat(future()).isCompletedWithValueMatching(b -> b.length == 4 && b[3] == 4);
    assertThat(sender.cancelled).isFalse();
  }

  @Test
  void shouldTakeAReplyOfTheGreatestLength() {
    body.onSubscribe(sender);
    body.onNext(List.of(ByteBuffer.allocate(BoundedBody.MAX_BYTES)));
    body.onComplete();

    assertThat(future()).isCompletedWithValueMatching(b -> b.length == BoundedBody.MAX_BYTES);
  }

  @Test
  void shouldEndALongerOne() {
    body.onSubscribe(sender);
    body.onNext(List.of(ByteBuffer.allocate(BoundedBody.MAX_BYTES)));
    body.onNext(List.of(ByteBuffer.allocate(1)));

    assertThat(future())
        .isCompletedExceptionally()
        .failsWithin(Duration.ZERO)
        .withThrowableThat()
        .withCauseInstanceOf(BoundedBody.TooLongException.class);
    assertThat(sender.cancelled).isTrue();
  }

  @Test
  void shouldPassAFaultOn() {
    body.onSubscribe(sender);
    body.onError(new IOException("reset"));

    assertThat(future()).isCompletedExceptionally();
  }

  private CompletableFuture<byte[]> future() {
    return body.getBody().toCompletableFuture();
  }

  private static final class Sender implements Flow.Subscription {

    private boolean cancelled;

    @Override
    public void request(long n) {
      assertThat(n).isPositive();
    }

    @Override
    public void cancel() {
      cancelled = true;
    }
  }
}
