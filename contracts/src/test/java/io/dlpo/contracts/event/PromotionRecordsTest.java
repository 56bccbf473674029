package io.dlpo.contracts.event;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import io.dlpo.contracts.evaluation.Usage;
import io.dlpo.contracts.id.PromptId;
import io.dlpo.contracts.id.PromptLabel;
import io.dlpo.contracts.id.PromptName;
import io.dlpo.contracts.id.RunId;
import io.dlpo.contracts.wire.CloudEventAttributes;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;

/** The records of promoted prompts, and the rule that they rest on. */
class PromotionRecordsTest {

  private static final PromptName NAME = new PromptName("counting");
  private static final String AT = "2026-12-01T09:30:00Z";
  private static final PromotionEvidence EVIDENCE =
      new PromotionEvidence(
          RunOutcome.FINISHED,
          null,
          null,
          null,
          true,
          "dataset",
          new SplitSizes(1, 1, 1),
          "student",
          "teacher",
          false,
          Usage.NONE,
          null,
          "digest");

  @ParameterizedTest
  @CsvSource({"0.1, 0.049, true", "0.1, 0.05, false", "0.0, 0.0, false", "-0.1, 0.001, false"})
  void shouldCountADifferenceThatChanceHardlyMakes(double difference, double p, boolean shown) {
    assertThat(new Comparison("MCNEMAR_EXACT", difference, null, null, p).showsImprovement())
        .isEqualTo(shown);
  }

  @Test
  void shouldKeepTheChangesOfANameInOrderAndTellOneFromAnother() {
    // Given a label that moves to another version and back
    PromptPromoted first = promoted(1, 1);
    PromptPromoted back = promoted(1, 3);

    // Then
    assertThat(first.partitionKey()).isEqualTo("counting");
    assertThat(CloudEventAttributes.id(first)).isEqualTo(CloudEventAttributes.id(promoted(1, 1)));
    assertThat(CloudEventAttributes.id(first)).isNotEqualTo(CloudEventAttributes.id(back));
    assertThat(CloudEventAttributes.of(first, "optimizer").subject()).isEqualTo("run-1");
    assertThat(command(RegistryCommand.UNLABEL, "canary", null, null).partitionKey())
        .isEqualTo("counting");
  }

  @Test
  void shouldRefuseARevisionBelowTheVersion() {
    assertThatIllegalArgumentException()
        .isThrownBy(() -> promoted(3, 2))
        .withMessage(
            "PromptPromoted has version 3 and revision 2; version must be 1 or more, revision at"
                + " least the version");
  }

  @Test
  void shouldTakeEachCommandWithWhatItNeeds() {
    assertThat(command(RegistryCommand.PROMOTE, null, null, "Count.").label()).isNull();
    assertThat(command(RegistryCommand.LABEL, "production", 2, null).version()).isEqualTo(2);
    assertThat(command(RegistryCommand.UNLABEL, "production", null, null).prompt()).isNull();
  }

  @ParameterizedTest
  @EnumSource(RegistryCommand.class)
  void shouldRefuseACommandWithoutWhatItNeeds(RegistryCommand command) {
    assertThatIllegalArgumentException()
        .isThrownBy(() -> command(command, null, null, null))
        .withMessageStartingWith("PromptCommanded.command is " + command + ", which does not fit");
  }

  @Test
  void shouldRefuseATimeThatIsNone() {
    assertThatIllegalArgumentException()
        .isThrownBy(
            () ->
                new PromptCommanded(
                    "c",
                    RegistryCommand.UNLABEL,
                    NAME,
                    new RunId("run-1"),
                    new PromptLabel("canary"),
                    null,
                    null,
                    null,
                    null,
                    "today"))
        .withMessage("PromptCommanded.at is 'today'; must be a time such as 2026-01-31T09:30:00Z");
  }

  @Test
  void shouldRefuseANameThatIsNotSafeInAnAddress() {
    assertThatIllegalArgumentException()
        .isThrownBy(() -> new PromptName("my prompt"))
        .withMessageStartingWith("PromptName is 'my prompt'; use");
    assertThatIllegalArgumentException()
        .isThrownBy(() -> new PromptLabel(""))
        .withMessageStartingWith("PromptLabel is ''; use");
  }

  private static PromptPromoted promoted(int version, long revision) {
    return new PromptPromoted(
        NAME,
        version,
        revision,
        List.of(),
        new RunId("run-1"),
        PromptId.of("Count."),
        "Count.",
        null,
        EVIDENCE,
        null,
        AT,
        null,
        AT);
  }

  private static PromptCommanded command(
      RegistryCommand command,
      @Nullable String label,
      @Nullable Integer version,
      @Nullable String prompt) {
    return new PromptCommanded(
        "c",
        command,
        NAME,
        new RunId("run-1"),
        label == null ? null : new PromptLabel(label),
        version,
        prompt,
        prompt == null ? null : EVIDENCE,
        null,
        AT);
  }
}
