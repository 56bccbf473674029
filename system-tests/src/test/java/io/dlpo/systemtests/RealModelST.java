package io.dlpo.systemtests;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.dlpo.systemtests.stack.RealModel;
import io.dlpo.systemtests.stack.RunReport;
import io.dlpo.systemtests.stack.SpecFile;
import io.dlpo.systemtests.stack.Stack;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** Runs with a real, small model behind a server that this project has not written. */
@Tag("nightly")
class RealModelST {

  private static final ObjectMapper MAPPER = new ObjectMapper();

  private static RealModel student;
  private static RealModel teacher;
  private static Stack stack;

  @BeforeAll
  static void up() {
    student = RealModel.student();
    teacher = RealModel.teacher("plural", "instructions-plural.txt");
    stack =
        Stack.up(
            "real",
            Map.of(
                "OPENAI_BASE_URL",
                student.baseUrl(),
                "OPENAI_API_KEY",
                "none",
                "DLPO_ENDPOINTS_TEACHER_URL",
                teacher.baseUrl()));
  }

  @AfterAll
  static void down() {
    if (stack != null) {
      stack.close();
    }
    if (teacher != null) {
      teacher.close();
    }
    if (student != null) {
      student.close();
    }
  }

  @Test
  void shouldOptimizeMessagesWithVariablesFromForeignColumns() throws IOException {
    // Given
    Files.write(stack.dlpo().home().resolve("forms.csv"), foreignColumns());
    Path spec =
        SpecFile.write(
            stack.dlpo(),
            "messages",
            """
            name: messages
            messages:
              - {role: system, content: "You know the grammar of {{language}}. Be brief."}
              - {role: user, content: "cat", frozen: true}
              - {role: assistant, content: "Answer: cats", frozen: true}
              - {role: user, content: "Write the plural of {{singular form}}."}
            dataset:
              file: forms.csv
              columns: {reference: plural form}
              split: {train: 20, validation: 10, test: 20, seed: 1001}
            metric: {type: exact, ignoreCase: true}
            engines:
              forward: {model: smollm2-135m, temperature: 0, maxTokens: 24}
              backward: {model: plural, endpoint: teacher, temperature: 0}
            optimizer: {profile: textgrad, batchSize: 5, steps: 3, annealing: true}
            """);

    // When
    stack.dlpo().run("run", spec.toString(), "--run-id", "messages").expect(0);

    // Then
    RunReport run = stack.runNow("messages");
    assertThat(run.status()).isEqualTo("FINISHED");
    assertThat(run.json().path("accepted").asInt()).isPositive();
    assertThat(run.bestCorrect()).isGreaterThanOrEqualTo(run.baselineCorrect());
    JsonNode messages =
        MAPPER.readTree(
            stack.dlpo().run("prompt", "messages", "--format", "messages").expect(0).out());
    assertThat(messages.findValuesAsText("role"))
        .containsExactly("system", "user", "assistant", "user");
    assertThat(messages.findValuesAsText("content"))
        .contains("cat", "Answer: cats")
        .anyMatch(content -> content.contains("{{language}}"))
        .anyMatch(content -> content.contains("{{singular form}}"));
  }

  @Test
  void shouldAskForEditsInTheFormThatTheServerTakes() {
    // Given a model that is its own teacher
    Path spec =
        SpecFile.write(
            stack.dlpo(),
            "own",
            """
            name: own
            prompt: You get a word.
            dataset:
              file: %s
              columns: {input: noun, reference: many}
              split: {train: 20, validation: 5, test: 5, seed: 1001}
            metric: {type: exact, ignoreCase: true}
            engines:
              forward: {model: smollm2-135m, temperature: 0, maxTokens: 24}
              backward: {model: smollm2-135m, temperature: 0.7, maxTokens: 160}
            optimizer: {profile: textgrad, batchSize: 1, steps: 4}
            """
                .formatted(RealModel.FOLDER.resolve("plural.csv")));

    // When
    stack.dlpo().run("run", spec.toString(), "--run-id", "own").expect(0);

    // Then
    RunReport run = stack.runNow("own");
    assertThat(run.json().path("warnings").toString())
        .contains("does not take response_format json_schema; it gets json_object with a schema");
    assertThat(run.json().path("accepted").asInt()).as("readable updates").isPositive();
    assertThat(run.json().at("/tokens/output").asInt()).isPositive();
  }

  private static List<String> foreignColumns() throws IOException {
    return Stream.concat(
            Stream.of("singular form;plural form;language"),
            Files.readAllLines(RealModel.FOLDER.resolve("plural.csv")).stream()
                .skip(1)
                .map(line -> line.replace(',', ';') + ";English"))
        .toList();
  }
}
