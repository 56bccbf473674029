package io.dlpo.studies.estimate;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.dlpo.contracts.evaluation.CallPurpose;
import io.dlpo.contracts.evaluation.Engine;
import io.dlpo.core.prompt.Prompt;
import io.dlpo.core.run.RunSettings;
import io.dlpo.core.step.Draws;
import io.dlpo.core.update.EditScope;
import io.dlpo.core.update.UpdateForm;
import io.dlpo.core.update.UpdateRequest;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import org.junit.jupiter.api.Test;

class AssumedTeacherTest {

  private static final ObjectMapper MAPPER = new ObjectMapper();
  private static final EditScope SENTENCES = new EditScope(3, Set.of(2), null);

  @Property(tries = 50)
  void shouldProposeNoMoreEditsThanTheLimitAndTouchNothingFrozen(
      @ForAll @IntRange(min = 1, max = 6) int limit, @ForAll @IntRange(max = 1_000) int number)
      throws JsonProcessingException {
    // Given
    AssumedTeacher teacher = teacher(number, "edit.count=4.5", "edit.adds=0.3", "candidate.none=0");

    // When
    JsonNode edits = edits(teacher, new EditScope(3, Set.of(2), limit));

    // Then
    assertThat(edits.size()).isBetween(Math.min(limit, 4), Math.min(limit, 5));
    for (JsonNode edit : edits) {
      assertThat(edit.path("sentence").asInt(1)).isIn(1, 3);
      assertThat(edit.path("after").asInt(3)).isEqualTo(3);
    }
  }

  @Property(tries = 50)
  void shouldWriteOneSentenceOfSoManyTokens(@ForAll @IntRange(min = 6, max = 200) int tokens)
      throws JsonProcessingException {
    // Given
    AssumedTeacher teacher =
        teacher(tokens, "edit.tokens=" + tokens, "edit.count=1", "edit.adds=1", "candidate.none=0");

    // When
    String text = edits(teacher, SENTENCES).path(0).path("text").asText();

    // Then
    assertThat(Prompt.parse("First. " + text).split().pieces()).hasSize(2);
    assertThat(new CharacterCounter().count(text)).isBetween(tokens - 2L, tokens + 1L);
  }

  @Test
  void shouldNeverWriteTheSameTwice() {
    // Given
    AssumedTeacher teacher = teacher(1, "candidate.none=0", "reply.unreadable=0");
    Set<String> written = new HashSet<>();

    // Then
    for (int i = 0; i < 100; i++) {
      assertThat(written.add(teacher.words(Assumption.TOKENS_CRITIQUE))).isTrue();
      assertThat(written.add(teacher.reply(request(CallPurpose.UPDATE, SENTENCES, 0), 0))).isTrue();
    }
  }

  @Test
  void shouldLeaveThePromptAsItIsAsOftenAsAssumed() {
    // Given
    AssumedTeacher teacher =
        teacher(2, "candidate.none=0", "candidate.none.end=1", "reply.unreadable=0");

    // Then
    assertThat(share(teacher, 0)).isZero();
    assertThat(share(teacher, 0.5)).isBetween(0.4, 0.6);
    assertThat(share(teacher, 1)).isEqualTo(1);
  }

  @Test
  void shouldBeReadableTheSecondTime() throws JsonProcessingException {
    // Given
    AssumedTeacher teacher = teacher(3, "reply.unreadable=1");

    // Then
    assertThat(teacher.reply(request(CallPurpose.UPDATE, SENTENCES, 0), 0)).doesNotContain("{");
    assertThat(teacher.reply(request(CallPurpose.CONTRAST, new EditScope(0, Set.of(), null), 0), 0))
        .doesNotContain("{");
    assertThat(
            MAPPER
                .readTree(teacher.reply(request(CallPurpose.UPDATE, SENTENCES, 1), 0))
                .has("edits"))
        .isTrue();
  }

  @Test
  void shouldCompareInBothDirections() throws JsonProcessingException {
    // Given
    AssumedTeacher teacher = teacher(4, "tokens.contrast=100", "reply.unreadable=0");

    // When
    String reply =
        teacher.reply(request(CallPurpose.CONTRAST, new EditScope(0, Set.of(), null), 0), 0);

    // Then
    assertThat(MAPPER.readTree(reply).path("positive").asText()).isNotBlank();
    assertThat(MAPPER.readTree(reply).path("negative").asText()).isNotBlank();
    assertThat(new CharacterCounter().count(reply)).isBetween(95L, 115L);
  }

  @Test
  void shouldRemoveASentenceInAsManyPassesAsAssumed() throws JsonProcessingException {
    // Given
    AssumedTeacher always = teacher(5, "regularization.removes=1");
    AssumedTeacher never = teacher(5, "regularization.removes=0");

    // When
    JsonNode edits =
        MAPPER
            .readTree(always.reply(request(CallPurpose.REGULARIZATION, SENTENCES, 0), 0))
            .path("edits");

    // Then
    assertThat(edits).hasSize(1);
    assertThat(edits.path(0).path("op").asText()).isEqualTo("delete");
    assertThat(edits.path(0).path("sentence").asInt()).isIn(1, 3);
    assertThat(never.reply(request(CallPurpose.REGULARIZATION, SENTENCES, 0), 0))
        .isEqualTo("{\"edits\":[]}");
  }

  private static double share(AssumedTeacher teacher, double progress) {
    int none = 0;
    for (int i = 0; i < 200; i++) {
      String reply = teacher.reply(request(CallPurpose.UPDATE, SENTENCES, 0), progress);
      none += reply.equals("{\"edits\":[]}") ? 1 : 0;
    }
    return none / 200.0;
  }

  private static JsonNode edits(AssumedTeacher teacher, EditScope scope)
      throws JsonProcessingException {
    return MAPPER.readTree(teacher.reply(request(CallPurpose.UPDATE, scope, 1), 0)).path("edits");
  }

  private static UpdateRequest request(CallPurpose kind, EditScope scope, int attempt) {
    return new UpdateRequest(
        kind, Engine.greedy("sim-teacher"), "", "", scope, UpdateForm.DEFAULT, "", attempt, "test");
  }

  private static AssumedTeacher teacher(int number, String... given) {
    RunSettings settings = EstimatedRuns.of("steps: 1").settings();
    Assumptions assumptions = Estimator.defaults(settings).given(List.of(given));
    return new AssumedTeacher(
        assumptions, new TokenMeter(settings), Draws.of(1, 0, "test", number));
  }
}
