package io.dlpo.core.registry;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import io.dlpo.contracts.id.PromptLabel;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class NamedPromptTest {

  private static final PromptLabel CANARY = new PromptLabel("canary");

  @Test
  void shouldNumberVersionsAndChangesFromOne() {
    // When
    PromptChange first = applied(NamedPrompt.UNUSED.after(Commands.promote("a", null), null));
    PromptChange second = applied(first.next().after(Commands.promote("b", "canary"), null));

    // Then
    assertThat(first).isEqualTo(new PromptChange(prompt(1, 1, Map.of()), 1, true));
    assertThat(second).isEqualTo(new PromptChange(prompt(2, 2, Map.of("canary", 2)), 2, true));
  }

  @Test
  void shouldMoveALabelFromTheVersionThatHasIt() {
    // Given
    NamedPrompt prompt = prompt(2, 2, Map.of("production", 1));

    // When
    PromptChange change = applied(prompt.after(Commands.label("production", 2), 2));

    // Then
    assertThat(change).isEqualTo(new PromptChange(prompt(2, 3, Map.of("production", 2)), 2, false));
    assertThat(change.next().labelsOf(1)).isEmpty();
    assertThat(change.next().labelsOf(2)).containsExactly(PromptLabel.PRODUCTION);
  }

  @Test
  void shouldPromoteTheSameRunOnceAndMoveItsLabel() {
    // Given a run whose prompt is version 1
    NamedPrompt prompt = prompt(2, 2, Map.of("production", 2));

    // Then
    assertThat(prompt.after(Commands.promote("a", null), 1)).isEmpty();
    assertThat(applied(prompt.after(Commands.promote("a", "production"), 1)))
        .isEqualTo(new PromptChange(prompt(2, 3, Map.of("production", 1)), 1, false));
    assertThat(prompt.after(Commands.promote("b", "production"), 2)).isEmpty();
  }

  @Test
  void shouldTellWhichVersionLostItsLabel() {
    // Given
    NamedPrompt prompt = prompt(2, 4, Map.of("canary", 2, "production", 1));

    // When
    PromptChange change = applied(prompt.after(Commands.unlabel("canary"), 2));

    // Then
    assertThat(change).isEqualTo(new PromptChange(prompt(2, 5, Map.of("production", 1)), 2, false));
    assertThat(change.next().after(Commands.unlabel("canary"), 2)).isEmpty();
  }

  @ParameterizedTest
  @ValueSource(ints = {-1, 0, 3})
  void shouldPassOverAVersionThatIsNotThere(int version) {
    assertThat(prompt(2, 2, Map.of()).after(Commands.label("canary", version), null)).isEmpty();
  }

  @Test
  void shouldReadWhatIsInProductionOrElseTheLatest() {
    assertThat(prompt(3, 3, Map.of("canary", 2)).standard()).isEqualTo(3);
    assertThat(prompt(3, 4, Map.of("canary", 2, "production", 1)).standard()).isEqualTo(1);
  }

  @Test
  void shouldListTheLabelsOfAVersionInAlphabeticalOrder() {
    assertThat(prompt(1, 3, Map.of("production", 1, "canary", 1)).labelsOf(1))
        .containsExactly(CANARY, PromptLabel.PRODUCTION);
  }

  @Test
  void shouldRefuseALabelForNoVersionAndMoreVersionsThanChanges() {
    assertThatIllegalArgumentException()
        .isThrownBy(() -> prompt(1, 1, Map.of("canary", 2)))
        .withMessage("NamedPrompt.labels has canary for version 2; must be 1 to 1, the versions");
    assertThatIllegalArgumentException()
        .isThrownBy(() -> prompt(2, 1, Map.of()))
        .withMessageStartingWith("NamedPrompt has 2 versions and revision 1;");
  }

  private static PromptChange applied(Optional<PromptChange> change) {
    return change.orElseThrow();
  }

  private static NamedPrompt prompt(int versions, long revision, Map<String, Integer> labels) {
    TreeMap<PromptLabel, Integer> typed = new TreeMap<>();
    labels.forEach((label, version) -> typed.put(new PromptLabel(label), version));
    return new NamedPrompt(versions, revision, typed);
  }
}
