package io.dlpo.core.fork;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.dlpo.core.refusal.Problem;
import io.dlpo.core.refusal.RefusedException;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class ForkSpecTest {

  private static final ObjectMapper MAPPER = new ObjectMapper();
  private static final String PARENT =
      """
      {"name": "one", "prompt": "Answer.",
       "dataset": {"id": "d", "split": {"train": 9}},
       "metric": {"type": "number"},
       "engines": {"forward": {"model": "f"}, "backward": {"model": "b"}},
       "optimizer": {"profile": "annealing", "steps": 10, "momentum": false,
         "annealing": {"temperature": 0.05, "split": "VALIDATION"}},
       "budget": {"calls": 100},
       "seed": 42}
      """;

  private final ForkSpec fork = new ForkSpec(tree(PARENT), 4);

  @Test
  void shouldChangeWhatIsSetAndNothingElse() {
    // When
    ObjectNode spec =
        fork.with(
            values(
                "seed", "7",
                "optimizer.annealing.temperature", "0.2",
                "engines.backward.model", "\"c\"",
                "budget.calls", "500",
                "name", "\"other\""));

    // Then
    ObjectNode expected = tree(PARENT);
    expected.put("seed", 7).put("name", "other");
    ((ObjectNode) expected.at("/optimizer/annealing")).put("temperature", 0.2);
    ((ObjectNode) expected.at("/engines/backward")).put("model", "c");
    ((ObjectNode) expected.at("/budget")).put("calls", 500);
    assertThat(spec).isEqualTo(expected);
    assertThat(fork.parent()).as("the parent's own").isEqualTo(tree(PARENT));
  }

  @Test
  void shouldTurnATechniqueOnByItsValue() {
    ObjectNode spec = fork.with(values("optimizer.momentum.window", "3"));

    assertThat(spec.at("/optimizer/momentum")).isEqualTo(tree("{\"window\": 3}"));
  }

  @Test
  void shouldTurnATechniqueOff() {
    assertThat(fork.with(values("optimizer.momentum", "false")).at("/optimizer/momentum").asText())
        .isEqualTo("false");
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "prompt | every prompt so far was made from it",
        "messages | every prompt so far was made from them",
        "dataset | its examples were drawn and scored",
        "dataset.split.train | its examples were drawn and scored",
        "metric.type | the scores so far are by it",
        "engines.forward.model | the scores so far are of its answers",
        "optimizer.profile | set what the profile would set",
        "optimizer.annealing.start | it is about the first candidate",
        "optimizer.annealing.split | the current prompt was scored on it",
        "optimizer.annealing.examples | the current prompt was scored on them"
      })
  void shouldSayWhyASettingStaysAsItIs(String key, String reason) {
    Problem problem = refused(values(key, "\"x\"")).getFirst();

    assertThat(problem.key()).isEqualTo(key);
    assertThat(problem.message())
        .startsWith(key + " is \"x\"; it cannot be changed during a run: ")
        .contains(reason);
  }

  @Test
  void shouldTellOfAllThatIsWrongAtOnce() {
    assertThat(refused(values("prompt", "\"x\"", "metric", "1", "seed", "2")))
        .extracting(Problem::key)
        .containsExactlyInAnyOrder("prompt", "metric");
  }

  @ParameterizedTest
  @ValueSource(strings = {"budget", "optimizer", "engines", "optimizer.annealing"})
  void shouldWantAKeyOfASectionAndNotAllOfIt(String key) {
    Problem problem = refused(values(key, "false")).getFirst();

    assertThat(problem.message())
        .startsWith(key + " is 'false'; must be changed by its keys, such as ");
  }

  @ParameterizedTest
  @ValueSource(strings = {"", ".", "seed.", ".seed", "optimizer..steps", " "})
  void shouldRefuseWhatIsNoKey(String key) {
    assertThat(refused(values(key, "1")).getFirst().key()).isEqualTo("set");
  }

  @Test
  void shouldRefuseAKeyWithinAValue() {
    assertThat(refused(values("seed.more", "1")).getFirst().message())
        .isEqualTo("seed.more is '1'; must be omitted: seed has no keys");
  }

  @Test
  void shouldKeepTheStepsThatAreMade() {
    assertThat(refused(values("optimizer.steps", "3")).getFirst().message())
        .isEqualTo("optimizer.steps is '3'; must be 4 or more, the number of completed steps");
    assertThat(fork.with(values("optimizer.steps", "4")).at("/optimizer/steps").asInt())
        .isEqualTo(4);
  }

  @Test
  void shouldNeitherTurnOnWhatNothingWasScoredFor() {
    // Given
    ObjectNode plain = tree(PARENT);
    plain.remove("budget");
    ((ObjectNode) plain.get("optimizer")).put("annealing", false);

    // When
    RefusedException refused =
        catchThrowableOfType(
            RefusedException.class,
            () ->
                new ForkSpec(plain, 4)
                    .with(values("optimizer.annealing.cooling", "2", "budget.calls", "10")));

    // Then
    assertThat(refused.problems())
        .extracting(Problem::message)
        .anyMatch(message -> message.contains("annealing is off"))
        .anyMatch(message -> message.contains("the run has no budget"));
  }

  @Test
  void shouldRefuseARunOfSeveralChains() {
    // Given
    ObjectNode chained = tree(PARENT);
    ((ObjectNode) chained.at("/optimizer/annealing")).put("chains", 4);

    // When
    RefusedException refused =
        catchThrowableOfType(
            RefusedException.class, () -> new ForkSpec(chained, 4).with(values("seed", "2")));

    // Then
    assertThat(refused.problems())
        .extracting(Problem::message)
        .singleElement()
        .asString()
        .startsWith("optimizer.annealing.chains is '4'; must be 1 in a run that is forked");
  }

  private List<Problem> refused(Map<String, JsonNode> values) {
    return catchThrowableOfType(RefusedException.class, () -> fork.with(values)).problems();
  }

  private static Map<String, JsonNode> values(String... pairs) {
    Map<String, JsonNode> values = new LinkedHashMap<>();
    for (int i = 0; i < pairs.length; i += 2) {
      try {
        values.put(pairs[i], MAPPER.readTree(pairs[i + 1]));
      } catch (JsonProcessingException e) {
        throw new AssertionError(e);
      }
    }
    return values;
  }

  private static ObjectNode tree(String json) {
    try {
      return (ObjectNode) MAPPER.readTree(json);
    } catch (JsonProcessingException e) {
      throw new AssertionError(e);
    }
  }
}
