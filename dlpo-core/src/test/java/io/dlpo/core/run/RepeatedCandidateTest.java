package io.dlpo.core.run;

import static org.assertj.core.api.Assertions.assertThat;

import io.dlpo.contracts.evaluation.CallPurpose;
import io.dlpo.contracts.evaluation.Purpose;
import io.dlpo.contracts.event.PromptProposed;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

/** A candidate that an earlier step has rejected. */
class RepeatedCandidateTest {

  private static final String HARM =
      "{\"edits\":[{\"op\":\"add\",\"after\":1,\"text\":\"Harm.\"}]}";
  private static final String HELP =
      "{\"edits\":[{\"op\":\"add\",\"after\":1,\"text\":\"Help.\"}]}";

  private final List<String> requests = new ArrayList<>();

  @Test
  void shouldScoreACandidateOnceAndRejectItByItsTextLater() {
    // When
    Player player = new Player(context(false), world(HARM, HARM)).play();

    // Then
    assertThat(player.steps).hasSize(4);
    assertThat(player.steps.getFirst().correct()).isNotNull();
    assertThat(player.steps.subList(1, 4))
        .allSatisfy(
            step -> {
              assertThat(step.accepted()).isFalse();
              assertThat(step.reason())
                  .startsWith("not scored again: step 1 rejected it with ")
                  .endsWith(" of 40 right");
              assertThat(step.candidateId()).isNull();
            });
    assertThat(scoredCandidates(player)).isEqualTo(1);
  }

  @Test
  void shouldShowWhatWasRejectedAndTakeAnotherProposal() {
    // When
    Player player = new Player(context(false), world(HARM, HELP)).play();

    // Then: the second step is asked twice
    assertThat(player.steps.get(1).accepted()).isTrue();
    assertThat(requests.get(2))
        .startsWith(requests.get(1))
        .contains(
            "The prompt that your edits make was tried before: step 1 rejected it with",
            "<REJECTED step=\"1\" right=\"",
            ">\nadd after 1: Harm.\n</REJECTED>",
            "Propose other edits");
    assertThat(player.view().usageByPurpose().get(CallPurpose.UPDATE).calls())
        .isEqualTo(requests.size());
  }

  @Test
  void shouldScoreItAgainWhenToldTo() {
    // When
    Player player = new Player(context(true), world(HARM, HELP)).play();

    // Then
    assertThat(player.steps)
        .allSatisfy(step -> assertThat(step.reason()).doesNotContain("not scored again"));
    assertThat(scoredCandidates(player)).isEqualTo(4);
    assertThat(requests).hasSize(4);
  }

  /** Harms first; is asked once more if that was tried. */
  private ScriptedServices world(String first, String second) {
    return new ScriptedServices() {
      @Override
      public String update(String user) {
        requests.add(user);
        return user.contains("<REJECTED") ? second : first;
      }
    };
  }

  private static long scoredCandidates(Player player) {
    return player.published(PromptProposed.class).stream()
        .filter(event -> event.evaluation().purpose() == Purpose.ACCEPTANCE)
        .filter(event -> event.evaluation().step() > 0)
        .count();
  }

  private static RunContext context(boolean retryRejected) {
    return Runs.context(
        "run-1",
        "Answer the question. Help.",
        Runs.retrying(Runs.optimizer(4, AnnealingSettings.DEFAULT), retryRejected),
        1,
        Runs.splits());
  }
}
