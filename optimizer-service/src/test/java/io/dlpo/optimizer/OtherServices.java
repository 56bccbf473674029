package io.dlpo.optimizer;

import io.dlpo.contracts.evaluation.Purpose;
import io.dlpo.contracts.event.BatchScored;
import io.dlpo.contracts.event.EventType;
import io.dlpo.contracts.event.PromptProposed;
import io.dlpo.core.run.ScriptedServices;
import io.dlpo.testing.kafka.EventTap;
import io.dlpo.testing.kafka.TappedRecord;
import io.dlpo.testing.kafka.TestProducer;
import java.time.Duration;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.concurrent.locks.LockSupport;

/** Plays forward engine, evaluator and backward engine on the real topics. */
public final class OtherServices implements AutoCloseable {

  private static final Duration PAUSE = Duration.ofMillis(5);

  private final ScriptedServices world = new ScriptedServices();
  private final EventTap proposals = EventTap.on(EventType.PROMPT_PROPOSED.topic());
  private final TestProducer producer = TestProducer.shared();
  private final Thread thread = Thread.ofVirtual().unstarted(this::play);
  private final Set<String> answered = new HashSet<>();
  private final int repeats;
  private volatile boolean closed;

  private OtherServices(int repeats) {
    this.repeats = repeats;
  }

  /** Answers every proposal once. */
  public static OtherServices once() {
    return repeating(1);
  }

  /** Answers every proposal so many times, with the same events. */
  public static OtherServices repeating(int times) {
    OtherServices services = new OtherServices(times);
    services.thread.start();
    return services;
  }

  /** What the backward model answers to an update request. */
  public String update(String user) {
    return world.update(user);
  }

  private void play() {
    int done = 0;
    while (!closed) {
      List<TappedRecord> records = proposals.records();
      for (TappedRecord record : records.subList(done, records.size())) {
        // A proposal that is published again was answered, or the repeats would grow without end.
        if (answered.add(String.valueOf(record.header("ce_id")))) {
          answer(record.as(PromptProposed.class));
        }
      }
      done = records.size();
      LockSupport.parkNanos(PAUSE.toNanos());
    }
  }

  private void answer(PromptProposed proposal) {
    BatchScored score = world.score(proposal.evaluation(), proposal.examples());
    for (int i = 0; i < repeats; i++) {
      producer.send(score);
    }
    if (proposal.evaluation().purpose() == Purpose.BATCH && !score.mistakes().isEmpty()) {
      var gradient = world.gradient(score);
      for (int i = 0; i < repeats; i++) {
        producer.send(gradient);
      }
    }
  }

  @Override
  public void close() {
    closed = true;
    proposals.close();
    producer.close();
  }
}
