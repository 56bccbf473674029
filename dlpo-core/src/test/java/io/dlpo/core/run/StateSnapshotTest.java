package io.dlpo.core.run;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.assertThatIllegalStateException;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.dlpo.core.budget.Budget;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class StateSnapshotTest {

  private static final ObjectMapper MAPPER = new ObjectMapper();
  private static final int STEPS = 1_000;

  /**
   * How many bytes an event may write; a whole state of so many steps has hundreds of thousands.
   */
  private static final int KILOBYTES = 16_000;

  @Test
  void shouldReadAStateThatWasStoredWhole() throws JsonProcessingException {
    // Given
    Player player = new Player(Runs.annealed(), new ScriptedServices()).play();

    // When
    RunState read = StateSnapshot.read(MAPPER.writeValueAsString(player.state), Map.of());

    // Then
    assertThat(read).isEqualTo(player.state);
  }

  @Test
  void shouldReadTheScreeningOfOneCandidateThatAnEarlierVersionStored()
      throws JsonProcessingException {
    // Given
    Player player =
        new Player(
            Runs.run(8, Runs.annealing(AcceptanceSplit.TRAIN, true, 1), 1), new ScriptedServices());
    while (!(player.state instanceof CandidateScreening)) {
      player.step();
    }
    ObjectNode stored = (ObjectNode) MAPPER.readTree(MAPPER.writeValueAsString(player.state));
    ObjectNode trial = (ObjectNode) stored.path("trials").path(0);
    trial.remove("alternatives");
    stored.set("trial", trial);
    stored.remove(List.of("trials", "scores", "round", "left"));

    // When
    RunState read = StateSnapshot.read(stored.toString(), Map.of());

    // Then
    assertThat(read).isEqualTo(player.state);
  }

  @Test
  void shouldRefuseAStateOfANewerVersionInsteadOfDroppingWhatIsUnknown() {
    // Given
    String head =
        StateSnapshot.of(new Player(Runs.annealed(), new ScriptedServices()).state).head();

    // Then
    assertUnknown(head.replaceFirst("\\{", "{\"later\":1,"), "the property 'later'");
    assertUnknown(
        head.replaceFirst("\"state\":\"promptScoring\"", "\"state\":\"later\""),
        "the kind 'later'");
    assertUnknown(
        head.replaceFirst("\"purpose\":\"ACCEPTANCE\"", "\"purpose\":\"LATER\""),
        "the value 'LATER'");
    assertThatExceptionOfType(UnknownStateException.class)
        .isThrownBy(() -> StatePart.stored("LATER", "000000"))
        .withMessage("the run's state has parts of the kind 'LATER', which is unknown here");
  }

  private static void assertUnknown(String head, String what) {
    assertThatExceptionOfType(UnknownStateException.class)
        .isThrownBy(() -> StateSnapshot.read(head, Map.of()))
        .withMessage("the run's state has %s, which is unknown here".formatted(what));
  }

  @Test
  void shouldTellADamagedStateFromOneOfANewerVersion() {
    // Given
    String head =
        StateSnapshot.of(new Player(Runs.annealed(), new ScriptedServices()).state).head();

    // Then
    assertThatIllegalStateException()
        .isThrownBy(() -> StateSnapshot.read(head.substring(0, head.length() - 1), Map.of()))
        .withMessageStartingWith("cannot read a run's state: ");
  }

  @Test
  void shouldReadAPartByTheNameOfItsKind() {
    StatePart part = StatePart.at(StatePart.Kind.PROMPT, 3);

    // Then
    assertThat(StatePart.stored(part.kind().name(), part.key())).isEqualTo(part);
  }

  @Test
  void shouldWriteOnlyTheCandidateThatAStepHasAdded() {
    // Given
    Player player = new Player(Runs.plain(), new ScriptedServices());
    while (player.steps.isEmpty() || player.steps.getLast().candidateId() == null) {
      player.step();
    }
    StateSnapshot before = StateSnapshot.of(player.state);
    int steps = player.steps.size();

    // When
    while (player.steps.size() == steps || player.steps.getLast().candidateId() == null) {
      player.step();
    }

    // Then
    Map<StatePart, String> changed = StateSnapshot.of(player.state).changedSince(before);
    assertThat(changed.keySet()).contains(StatePart.at(StatePart.Kind.PROMPT, 2));
    assertThat(changed.keySet()).doesNotContain(StatePart.at(StatePart.Kind.PROMPT, 0));
  }

  @Test
  void shouldWriteKilobytesForEachEventOfAThousandSteps() throws JsonProcessingException {
    // Given
    RunContext context =
        Runs.within(
            new Budget(1_000_000, null, false), Runs.run(STEPS, AnnealingSettings.DEFAULT, 1));
    Writes writes = new Writes();
    Player player = new Player(context, new ScriptedServices());

    // When
    player.storage = writes::store;
    player.play();

    // Then
    int whole = MAPPER.writeValueAsString(player.state).getBytes(StandardCharsets.UTF_8).length;
    System.getLogger(StateSnapshotTest.class.getName())
        .log(
            System.Logger.Level.INFO,
            "{0} steps, {1} events: {2} bytes an event, at most {3}; the whole state has {4}",
            player.steps.size(),
            writes.events,
            writes.bytes / writes.events,
            writes.most,
            whole);
    assertThat(player.steps).hasSize(STEPS);
    assertThat(writes.most).isLessThan(KILOBYTES);
    assertThat(whole).isGreaterThan(10 * KILOBYTES);
    assertThat(StateSnapshot.read(StateSnapshot.of(player.state).head(), writes.parts))
        .isEqualTo(player.state);
  }

  /** Stores a run as a database does: a head, and the parts that have changed. */
  private static final class Writes {

    private final Map<StatePart, String> parts = new java.util.TreeMap<>();
    private StateSnapshot stored;
    private int events;
    private long bytes;
    private int most;

    private RunState store(RunState state) {
      StateSnapshot snapshot = StateSnapshot.of(state);
      Map<StatePart, String> changed =
          stored == null ? snapshot.parts() : snapshot.changedSince(stored);
      int size = size(snapshot.head()) + changed.values().stream().mapToInt(Writes::size).sum();
      parts.putAll(changed);
      stored = snapshot;
      events++;
      bytes += size;
      most = Math.max(most, size);
      return state;
    }

    private static int size(String text) {
      return text.getBytes(StandardCharsets.UTF_8).length;
    }
  }
}
