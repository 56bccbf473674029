package io.dlpo.optimizer.live;

import static org.assertj.core.api.Assertions.assertThat;

import io.dlpo.contracts.id.RunId;
import io.dlpo.core.run.PlayedRun;
import io.dlpo.core.run.RunStatus;
import io.dlpo.core.step.StepRecord;
import io.dlpo.optimizer.live.LiveMessage.RecordSeen;
import io.dlpo.optimizer.live.LiveMessage.RunChanged;
import io.dlpo.optimizer.live.LiveMessage.RunGone;
import io.dlpo.optimizer.live.LiveMessage.StatusSet;
import io.dlpo.optimizer.live.LiveMessage.StepMade;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicLong;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

/** What viewers are told, and what that costs the database. */
class LiveRunsTest {

  private static final long SECOND = Duration.ofSeconds(1).toNanos();

  private final AtomicLong now = new AtomicLong(SECOND);
  private final PlayedSource source = new PlayedSource(PlayedRun.annealed(6, 1));
  private final LiveRuns runs = new LiveRuns(source, now::get);

  @Test
  void shouldBeginWithTheStepsAndTheStatus() {
    // Given
    source.play(20);
    List<StepRecord> steps = source.steps();

    // When
    List<LiveMessage> told = told(join());

    // Then
    assertThat(steps).isNotEmpty();
    assertThat(told.subList(0, steps.size()))
        .containsExactlyElementsOf(steps.stream().map(StepMade::new).toList());
    assertThat(told.subList(steps.size(), told.size()))
        .extracting(LiveMessage::getClass)
        .isEqualTo(List.of(RunChanged.class, StatusSet.class));
  }

  @Test
  void shouldReadTheRunOnceForTwoHundredViewers() {
    // Given
    List<Viewer> viewers = IntStream.range(0, 200).mapToObj(n -> join()).toList();
    viewers.forEach(LiveRunsTest::told);
    assertThat(source.reads()).isEqualTo(1);

    // When
    source.play(20);
    runs.saw(List.of(record("run-1")));
    runs.look();

    // Then
    assertThat(source.reads()).isEqualTo(2);
    List<LiveMessage> first = told(viewers.getFirst());
    assertThat(first).filteredOn(StepMade.class::isInstance).hasSameSizeAs(source.steps());
    assertThat(viewers.subList(1, 200))
        .allSatisfy(viewer -> assertThat(told(viewer)).isEqualTo(first));
  }

  @Test
  void shouldPassEachRecordOfTheRunOnAndNoOther() {
    // Given
    Viewer viewer = join();
    told(viewer);

    // When
    runs.saw(List.of(record("run-1"), record("run-2"), record("no name at all: ")));

    // Then
    assertThat(told(viewer)).containsExactly(new RecordSeen(record("run-1")));
  }

  /** The consumer is told of an input before its handler has stored the effect. */
  @Test
  void shouldFindAChangeThatIsStoredAfterItsRecord() {
    // Given
    Viewer viewer = join();
    told(viewer);
    runs.saw(List.of(record("run-1")));
    runs.look();
    assertThat(told(viewer)).hasSize(1);

    // When
    source.play(20);
    now.addAndGet(SECOND / 5);
    runs.look();

    // Then
    assertThat(told(viewer)).anyMatch(RunChanged.class::isInstance);
  }

  @Test
  void shouldFindAChangeThatNoRecordFollows() {
    // Given
    Viewer viewer = join();
    told(viewer);

    // When
    source.play(20);
    now.addAndGet(6 * SECOND);
    runs.look();

    // Then
    assertThat(told(viewer)).anyMatch(RunChanged.class::isInstance);
  }

  @Test
  void shouldTellAStatusOnlyWhenItChangesAndEndWithTheRun() {
    // Given
    Viewer viewer = join();
    told(viewer);
    source.play(20);
    runs.saw(List.of(record("run-1")));
    runs.look();
    assertThat(told(viewer)).noneMatch(StatusSet.class::isInstance);
    assertThat(viewer.isClosed()).isFalse();

    // When
    source.finish();
    runs.saw(List.of(record("run-1")));
    runs.look();

    // Then
    assertThat(viewer.isClosed()).isTrue();
    assertThat(told(viewer).getLast())
        .isInstanceOfSatisfying(
            StatusSet.class,
            status -> assertThat(status.run().view().status()).isEqualTo(RunStatus.FINISHED));
    assertThat(viewer.isDone()).isTrue();
    assertThat(runs.viewers()).isZero();
  }

  @Test
  void shouldEndAtOnceForARunThatHasEnded() {
    // Given
    source.finish();

    // When
    Viewer viewer = join();

    // Then
    assertThat(viewer.isClosed()).isTrue();
    assertThat(told(viewer)).hasSize(source.steps().size() + 2);
  }

  @Test
  void shouldKnowNoOtherRun() {
    assertThat(runs.join(new RunId("run-2"))).isEmpty();
    assertThat(runs.viewers()).isZero();
  }

  @Test
  void shouldTellThatARunIsDeleted() {
    // Given
    Viewer viewer = join();
    Viewer all = runs.joinAll();
    told(viewer);

    // When
    source.delete();
    runs.saw(List.of(record("run-1")));
    runs.look();

    // Then
    assertThat(told(viewer).getLast()).isEqualTo(new RunGone(PlayedSource.RUN));
    assertThat(told(all)).containsExactly(new RunGone(PlayedSource.RUN));
    assertThat(viewer.isClosed()).isTrue();
  }

  @Test
  void shouldTellViewersOfAllRunsOfChangesOnly() {
    // Given
    Viewer all = runs.joinAll();

    // When
    source.play(20);
    runs.saw(List.of(record("run-1")));
    runs.look();

    // Then
    assertThat(told(all)).singleElement().isInstanceOf(RunChanged.class);
  }

  @Test
  void shouldShowANewViewerWhatChangedWhileNobodyLooked() {
    // Given
    try (Viewer before = join()) {
      told(before);
    }

    // When
    source.play(20);

    // Then
    assertThat(told(join())).filteredOn(StepMade.class::isInstance).hasSameSizeAs(source.steps());
  }

  @Test
  void shouldForgetARunThatNobodyViews() {
    // Given
    Viewer viewer = join();
    viewer.close();
    int reads = source.reads();

    // When
    now.addAndGet(20 * SECOND);
    runs.look();
    join();

    // Then it is read anew
    assertThat(source.reads()).isEqualTo(reads + 1);
  }

  @Test
  void shouldCloseAViewerThatDoesNotKeepUpAndNoOther() {
    // Given
    Viewer slow = join();
    Viewer quick = join();

    // When
    for (int n = 0; n < Viewer.CAPACITY; n++) {
      runs.saw(List.of(record("run-1")));
      told(quick);
    }

    // Then
    assertThat(slow.isClosed()).isTrue();
    assertThat(quick.isClosed()).isFalse();
    assertThat(runs.viewers()).isEqualTo(1);
  }

  @Test
  void shouldCloseAllViewersAtTheEnd() {
    // Given
    Viewer viewer = join();
    Viewer all = runs.joinAll();

    // When
    runs.close();

    // Then
    assertThat(List.of(viewer.isClosed(), all.isClosed())).containsOnly(true);
  }

  private Viewer join() {
    return runs.join(PlayedSource.RUN).orElseThrow();
  }

  private static List<LiveMessage> told(Viewer viewer) {
    List<LiveMessage> messages = new ArrayList<>();
    try {
      for (Optional<LiveMessage> next = viewer.next(Duration.ZERO);
          next.isPresent();
          next = viewer.next(Duration.ZERO)) {
        messages.add(next.get());
      }
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new AssertionError("interrupted", e);
    }
    return messages;
  }

  private static SeenRecord record(String runId) {
    return new SeenRecord(
        runId, "BatchScored", "id", Instant.EPOCH, "dlpo.batch.scored.v1", 0, 1, null);
  }
}
