package io.dlpo.core.run;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import io.dlpo.contracts.evaluation.CallPurpose;
import io.dlpo.contracts.evaluation.Example;
import io.dlpo.contracts.event.PromptAccepted;
import io.dlpo.contracts.event.PromptRejected;
import io.dlpo.core.adaptive.Arm;
import io.dlpo.core.adaptive.ArmStats;
import io.dlpo.core.adaptive.Arms;
import io.dlpo.core.budget.Budget;
import io.dlpo.core.step.StepRecord;
import io.dlpo.core.technique.TechniqueSettings;
import java.util.List;
import java.util.stream.Stream;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Whole runs that choose their techniques. */
class AdaptiveRunTest {

  private static final int STEPS = 12;

  @ParameterizedTest
  @ValueSource(longs = {1, 2, 3, 4, 5})
  void shouldReportWhatItChoseAndWhatEachEarned(long seed) {
    // When
    Player player = play(seed);

    // Then
    List<StepRecord> chosen = player.steps.stream().filter(step -> step.arm() != null).toList();
    assertThat(player.view().arms()).isNotEmpty();
    for (ArmStats stats : player.view().arms()) {
      List<StepRecord> own =
          chosen.stream().filter(step -> stats.arm().equals(step.arm())).toList();
      List<StepRecord> taken = own.stream().filter(StepRecord::accepted).toList();
      assertThat(stats.chosen()).isEqualTo(own.size());
      assertThat(stats.accepted()).isEqualTo(taken.size());
      assertThat(stats.gained())
          .isCloseTo(
              taken.stream().mapToDouble(AdaptiveRunTest::gain).filter(gain -> gain > 0).sum(),
              within(1e-9));
    }
    assertThat(player.view().arms().stream().mapToInt(ArmStats::chosen).sum())
        .isEqualTo(chosen.size());
  }

  private static double gain(StepRecord step) {
    int correct = step.correct() == null ? 0 : step.correct();
    int previous = step.previousCorrect() == null ? 0 : step.previousCorrect();
    return (double) (correct - previous) / step.total();
  }

  @Test
  void shouldTryEveryArmAndShapeTheStepByIt() {
    // When
    Player player = play(1);

    // Then
    assertThat(player.view().arms())
        .extracting(ArmStats::arm)
        .containsExactlyInAnyOrder("bold", "limited", "contrast", "lean", "best-practice");
    for (StepRecord step : player.steps) {
      if ("bold".equals(step.arm())) {
        assertThat(step.rateLimit()).isNull();
        assertThat(step.protectedSentences()).isEmpty();
      }
      if ("limited".equals(step.arm())) {
        assertThat(step.rateLimit()).isEqualTo(2);
        assertThat(step.protectedSentences()).isNotEmpty();
      }
    }
  }

  @Test
  void shouldNameTheArmBesideItsTechniquesInTheEvents() {
    // When
    Player player = play(2);

    // Then
    List<String> arms = player.steps.stream().map(step -> String.valueOf(step.arm())).toList();
    assertThat(
            player.decisions().stream()
                .map(
                    event ->
                        switch (event) {
                          case PromptAccepted accepted -> accepted.decision().arm();
                          case PromptRejected rejected -> rejected.decision().arm();
                          default -> throw new AssertionError(event);
                        })
                .map(String::valueOf))
        .isEqualTo(arms);
    assertThat(player.published(PromptAccepted.class))
        .isNotEmpty()
        .allMatch(event -> event.decision().techniques().contains("annealing"));
  }

  @ParameterizedTest
  @ValueSource(longs = {1, 2, 3})
  void shouldChooseTheSameAfterAPauseAnywhere(long seed) {
    // Given
    Player smooth = play(seed);

    for (int point = 0; point < smooth.delivered; point++) {
      Player player = new Player(context(seed), new ScriptedServices());
      for (int i = 0; i < point; i++) {
        player.step();
      }

      // When
      player.pause();
      player.resume();
      player.play();

      // Then
      assertThat(player.finished().trajectory()).isEqualTo(smooth.finished().trajectory());
      assertThat(player.view().arms()).isEqualTo(smooth.view().arms());
    }
  }

  @Test
  void shouldCountNoArmInAStepWithoutAMistake() {
    // When
    Player player =
        new Player(
                context(1),
                new ScriptedServices() {
                  @Override
                  boolean answers(String prompt, Example example) {
                    return true;
                  }
                })
            .play();

    // Then
    assertThat(player.steps).extracting(StepRecord::arm).containsOnlyNulls();
    assertThat(player.view().arms()).isEmpty();
  }

  @Test
  void shouldChooseNothingInARunOfOneSet() {
    // When
    Player player = new Player(Runs.annealed(), new ScriptedServices()).play();

    // Then
    assertThat(player.steps).extracting(StepRecord::arm).containsOnlyNulls();
    assertThat(player.view().arms()).isEmpty();
  }

  @Test
  void shouldChooseAnArmMoreOftenThatAloneHelps() {
    // Given a world in which only an update without limits can help
    Arms arms =
        new Arms(
            Stream.of("bold", "limited", "lean")
                .map(
                    name ->
                        Arms.STANDARD.arms().stream()
                            .filter(arm -> arm.name().equals(name))
                            .findFirst()
                            .orElseThrow())
                .toList());
    int bold = 0;
    int all = 0;

    // When
    for (long seed = 0; seed < 20; seed++) {
      Player player = new Player(context(seed, arms), new HelpedByFreedom()).play();
      for (ArmStats stats : player.view().arms()) {
        bold += stats.arm().equals("bold") ? stats.chosen() : 0;
        all += stats.chosen();
      }
    }

    // Then: a third would be chance
    assertThat(all).isGreaterThan(100);
    assertThat((double) bold / all).isGreaterThan(.45);
  }

  /** An update that is told of no limit helps a little each time; any other does nothing. */
  private static final class HelpedByFreedom extends ScriptedServices {

    @Override
    int quality(String prompt) {
      return Math.clamp(10 + 6L * (prompt.split("Help", -1).length - 1), 0, 95);
    }

    @Override
    public String update(String user) {
      String text =
          user.contains("at most") ? "Idle " + Math.floorMod(user.hashCode(), 1_000) : "Help";
      return "{\"edits\":[{\"op\":\"add\",\"after\":1,\"text\":\"" + text + ".\"}]}";
    }

    @Override
    String regularization(String user) {
      return "{\"edits\":[]}";
    }
  }

  @Property(tries = 60)
  void shouldNeverPayForMoreCallsThanTheBudgetAllowsWhicheverArmIsNext(
      @ForAll @IntRange(min = 1, max = 50) int seed,
      @ForAll @IntRange(min = 1, max = 900) int calls) {
    // Given
    ScriptedServices world = new ScriptedServices();
    Budget budget = new Budget(calls, null, false);

    // When
    Player player = new Player(Runs.within(budget, context(seed)), world).play();

    // Then
    assertThat(player.view().charges().calls()).isLessThanOrEqualTo(calls);
    assertThat(
            player.view().usageByPurpose().entrySet().stream()
                .filter(usage -> usage.getKey() != CallPurpose.TEST)
                .mapToInt(usage -> usage.getValue().paid())
                .sum())
        .isLessThanOrEqualTo(calls);
  }

  @Test
  void shouldRefuseToChooseWithoutScores() {
    assertThatThrownBy(
            () ->
                new OptimizerSettings(
                    "adaptive",
                    3,
                    STEPS,
                    2,
                    TechniqueSettings.NONE,
                    new Arms(List.of(new Arm("bold", TechniqueSettings.NONE))),
                    null,
                    ValidationSettings.DEFAULT))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageContaining("optimizer.annealing is off")
        .hasMessageContaining("it must be on");
  }

  private static Player play(long seed) {
    return new Player(context(seed), new ScriptedServices()).play();
  }

  private static RunContext context(long seed) {
    return context(seed, Arms.STANDARD);
  }

  private static RunContext context(long seed, Arms arms) {
    OptimizerSettings optimizer =
        new OptimizerSettings(
            "adaptive",
            3,
            STEPS,
            2,
            TechniqueSettings.NONE,
            arms,
            AnnealingSettings.DEFAULT,
            ValidationSettings.DEFAULT);
    return Runs.context("run-1", "Answer the question.", optimizer, seed, Runs.splits());
  }
}
