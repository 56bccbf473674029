package io.dlpo.core.adaptive;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.dlpo.core.step.DecisionKind;
import io.dlpo.core.step.StepOutcome;
import java.util.List;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import net.jqwik.api.constraints.Size;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class ArmStatsTest {

  @Test
  void shouldEarnTheShareOfTheWrongAnswersThatAreRightNow() {
    // When
    List<ArmStats> stats =
        after(
            Steps.compared("bold", DecisionKind.NOT_WORSE, 20, 60),
            Steps.compared("bold", DecisionKind.NOT_WORSE, 60, 70));

    // Then: 40 of 80, then 10 of 40
    assertThat(stats).hasSize(1);
    ArmStats bold = stats.getFirst();
    assertThat(bold.chosen()).isEqualTo(2);
    assertThat(bold.accepted()).isEqualTo(2);
    assertThat(bold.gained()).isCloseTo(.5, within(1e-12));
    assertThat(bold.earned()).isCloseTo(.75, within(1e-12));
    assertThat(bold.largest()).isEqualTo(.5);
  }

  @Test
  void shouldEarnNothingByAnEqualOrAWorsePromptThatIsAccepted() {
    // When
    List<ArmStats> stats =
        after(
            Steps.compared("lean", DecisionKind.NOT_WORSE, 60, 60),
            Steps.compared("lean", DecisionKind.WORSE_BUT_DRAWN, 60, 55));

    // Then
    assertThat(stats).containsExactly(new ArmStats("lean", 2, 2, 0, 0, 0));
  }

  @Test
  void shouldEarnNothingWhereNothingWasWrong() {
    assertThat(after(Steps.compared("lean", DecisionKind.NOT_WORSE, 100, 100)))
        .containsExactly(new ArmStats("lean", 1, 1, 0, 0, 0));
  }

  @ParameterizedTest
  @EnumSource(
      value = DecisionKind.class,
      names = {"WORSE", "FAR_WORSE", "OUT_OF_REACH", "SCREENED_OUT", "UNREADABLE", "UNCHANGED"})
  void shouldCountAStepWhoseUpdateCameToNothing(DecisionKind kind) {
    assertThat(after(Steps.uncompared("bold", kind)))
        .containsExactly(new ArmStats("bold", 1, 0, 0, 0, 0));
  }

  @Test
  void shouldEarnNothingThatIsKnownOverAPromptThatWasNeverScored() {
    // Given annealing that compares the first candidate with nothing right at all
    StepOutcome first = Steps.compared("bold", DecisionKind.NOT_WORSE, 0, 60);

    // When / Then
    assertThat(ArmStats.after(List.of(), first, null))
        .containsExactly(new ArmStats("bold", 1, 1, 0, 0, 0));
  }

  @Test
  void shouldCountAStepWithoutAMistakeForNoArm() {
    assertThat(after(Steps.uncompared(null, DecisionKind.NO_MISTAKE))).isEmpty();
  }

  @Test
  void shouldKeepEachArmApartInTheOrderOfTheirFirstSteps() {
    // When
    List<ArmStats> stats =
        after(
            Steps.compared("lean", DecisionKind.NOT_WORSE, 50, 75),
            Steps.uncompared("bold", DecisionKind.WORSE),
            Steps.uncompared("lean", DecisionKind.UNCHANGED));

    // Then
    assertThat(stats)
        .containsExactly(
            new ArmStats("lean", 2, 1, .25, .5, .5), new ArmStats("bold", 1, 0, 0, 0, 0));
  }

  @Property
  void shouldNeverEarnMoreThanOneInAStepNorLoseWhatWasEarned(
      @ForAll @Size(max = 12) List<@IntRange(min = 0, max = 99) Integer> befores,
      @ForAll @IntRange(min = 0, max = 100) int now) {
    List<ArmStats> stats = List.of();
    double earned = 0;
    for (int before : befores) {
      // When
      stats = after(stats, Steps.compared("arm", DecisionKind.NOT_WORSE, before, now));

      // Then
      ArmStats arm = stats.getFirst();
      assertThat(arm.earned() - earned).isBetween(0.0, 1.0);
      assertThat(arm.largest()).isBetween(0.0, 1.0);
      assertThat(arm.gained()).isLessThanOrEqualTo(arm.earned() + 1e-9);
      earned = arm.earned();
    }
  }

  @Test
  void shouldBeTheSameAfterATripThroughJson() throws JsonProcessingException {
    // Given
    ObjectMapper mapper = new ObjectMapper();
    ArmStats stats = after(Steps.compared("bold", DecisionKind.NOT_WORSE, 7, 60)).getFirst();

    // When
    ArmStats again = mapper.readValue(mapper.writeValueAsString(stats), ArmStats.class);

    // Then
    assertThat(again).isEqualTo(stats);
  }

  @Test
  void shouldRefuseMoreAcceptedStepsThanThereWere() {
    assertThatThrownBy(() -> new ArmStats("bold", 1, 2, 0, 0, 0))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageContaining("ArmStats.accepted is 2 of 1 chosen; must be 0 to chosen");
  }

  private static List<ArmStats> after(StepOutcome... outcomes) {
    List<ArmStats> stats = List.of();
    for (StepOutcome outcome : outcomes) {
      stats = after(stats, outcome);
    }
    return stats;
  }

  private static List<ArmStats> after(List<ArmStats> stats, StepOutcome outcome) {
    return ArmStats.after(stats, outcome, outcome.decision().previous());
  }
}
