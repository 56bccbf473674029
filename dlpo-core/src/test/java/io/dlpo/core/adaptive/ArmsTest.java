package io.dlpo.core.adaptive;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.dlpo.core.step.AggregateScore;
import io.dlpo.core.step.DecisionKind;
import io.dlpo.core.step.Draws;
import io.dlpo.core.technique.TechniqueSettings;
import io.dlpo.core.technique.TextualLearningRate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.LongFunction;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import net.jqwik.api.constraints.Size;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class ArmsTest {

  private static final Arms ARMS = Arms.STANDARD;

  /** How the world rewards a step: answers that it wins of a hundred, from half of them right. */
  private interface ScriptedServices {
    int won(int step, String arm);
  }

  /** What was chosen in which step, and what it has earned. */
  private record Game(List<String> chosen, List<ArmStats> stats) {

    static Game play(long seed, int steps, ScriptedServices world) {
      return new Game(List.of(), List.of()).resume(seed, steps, world);
    }

    /** Goes on from what is remembered, as a run does that was stopped. */
    Game resume(long seed, int steps, ScriptedServices world) {
      List<String> all = new ArrayList<>(chosen);
      List<ArmStats> earned = stats;
      for (int step = all.size() + 1; step <= steps; step++) {
        String arm = ARMS.choose(seed, step, earned).name();
        all.add(arm);
        earned =
            ArmStats.after(
                earned,
                Steps.compared(arm, DecisionKind.NOT_WORSE, 50, 50 + world.won(step, arm)),
                new AggregateScore(50, Steps.TOTAL));
      }
      return new Game(all, earned);
    }

    int times(String arm) {
      return (int) chosen.stream().filter(arm::equals).count();
    }
  }

  /** Every arm wins something now and then; one wins more, and more often. */
  private static ScriptedServices withABest(long seed, String best) {
    return (step, arm) -> {
      double luck = Draws.of(seed, step, "luck", arm.hashCode()).uniform();
      return arm.equals(best) ? (luck < .7 ? 10 : 0) : (luck < .2 ? 4 : 0);
    };
  }

  @Property(tries = 100)
  void shouldChooseTheSameForTheSameSeedAndRewards(@ForAll long seed, @ForAll long worldSeed) {
    // When
    Game first = Game.play(seed, 15, withABest(worldSeed, "lean"));
    Game second = Game.play(seed, 15, withABest(worldSeed, "lean"));

    // Then
    assertThat(second).isEqualTo(first);
  }

  @Property(tries = 100)
  void shouldGoOnFromWhatItRemembersAsIfItHadNotStopped(
      @ForAll long seed, @ForAll @IntRange(min = 0, max = 15) int stop) {
    // Given
    ScriptedServices world = withABest(seed, "bold");

    // When
    Game stopped = Game.play(seed, stop, world);

    // Then
    assertThat(stopped.resume(seed, 15, world)).isEqualTo(Game.play(seed, 15, world));
  }

  @Property(tries = 200)
  void shouldTryEveryArmOnceBeforeAnyTwice(
      @ForAll long seed, @ForAll @Size(5) List<@IntRange(min = 0, max = 50) Integer> rewards) {
    // When
    Game game = Game.play(seed, 5, (step, arm) -> rewards.get(step - 1));

    // Then
    assertThat(game.chosen())
        .containsExactlyInAnyOrderElementsOf(ARMS.arms().stream().map(Arm::name).toList());
  }

  @Test
  void shouldBeginWithEachArmEquallyOften() {
    // When
    Map<String, Integer> first = new HashMap<>();
    for (long seed = 0; seed < 5_000; seed++) {
      first.merge(ARMS.choose(seed, 1, List.of()).name(), 1, Integer::sum);
    }

    // Then: a fifth each, within four standard deviations
    assertThat(first).hasSize(5);
    assertThat(first.values()).allMatch(count -> count > 887 && count < 1_113);
  }

  @ParameterizedTest
  @ValueSource(strings = {"bold", "limited", "contrast", "lean", "best-practice"})
  void shouldChooseAClearlyBetterArmMost(String best) {
    // Given
    int runs = 200;
    int steps = 30;
    int most = 0;
    int total = 0;

    // When
    for (long seed = 0; seed < runs; seed++) {
      Game game = Game.play(seed, steps, withABest(seed, best));
      boolean leads =
          names().stream()
              .filter(arm -> !arm.equals(best))
              .allMatch(arm -> game.times(arm) < game.times(best));
      most += leads ? 1 : 0;
      total += game.times(best);
    }

    // Then: a fifth of the steps would be chance
    assertThat(most).as("runs that it leads").isGreaterThan(runs * 9 / 10);
    assertThat(total).as("steps of " + runs * steps).isGreaterThan(runs * steps / 2);
  }

  @Test
  void shouldNotBeMisledByTheSizeOfAllRewards() {
    // When
    int large = bestOfThirty(seed -> withABest(seed, "lean"));
    int small =
        bestOfThirty(seed -> (step, arm) -> (withABest(seed, "lean").won(step, arm) + 1) / 4);

    // Then
    assertThat(small).isGreaterThan(large * 4 / 5);
  }

  private static int bestOfThirty(LongFunction<ScriptedServices> worlds) {
    int times = 0;
    for (long seed = 0; seed < 100; seed++) {
      times += Game.play(seed, 30, worlds.apply(seed)).times("lean");
    }
    return times;
  }

  @Test
  void shouldChooseAllArmsWhereNothingIsEverWon() {
    // When
    Game game = Game.play(3, 100, (step, arm) -> 0);

    // Then
    assertThat(names()).allMatch(arm -> game.times(arm) >= 10);
  }

  @Test
  void shouldKeepTheFirstOfArmsThatBecomeTheSame() {
    // Given
    TechniqueSettings one =
        new TechniqueSettings(new TextualLearningRate(1), null, null, null, null, null);

    // When
    Arms same = ARMS.with(arm -> one);

    // Then
    assertThat(same).isEqualTo(new Arms(List.of(new Arm("bold", one))));
    assertThat(same.choose(1, 1, List.of()).name()).isEqualTo("bold");
    assertThat(ARMS.with(arm -> arm)).isEqualTo(ARMS);
  }

  @Test
  void shouldRefuseArmsThatCannotBeToldApart() {
    assertThatThrownBy(() -> new Arms(List.of()))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageContaining("Arms.arms is empty");
    assertThatThrownBy(() -> new Arms(List.of(ARMS.arms().getFirst(), ARMS.arms().getFirst())))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageContaining("has a name twice: [bold, bold]");
    assertThatThrownBy(
            () ->
                new Arms(
                    List.of(
                        new Arm("a", TechniqueSettings.NONE),
                        new Arm("b", TechniqueSettings.NONE))))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageContaining("has a techniques twice");
    assertThatThrownBy(() -> new Arm(" ", TechniqueSettings.NONE))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageContaining("Arm.name is blank");
  }

  private static List<String> names() {
    return ARMS.arms().stream().map(Arm::name).toList();
  }
}
