package io.dlpo.cli.run;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.databind.JsonNode;
import io.dlpo.cli.CliException;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class RunSpecFileTest {

  @TempDir private Path folder;

  private StubOptimizer rest;

  @BeforeEach
  void start() throws IOException {
    rest = StubOptimizer.start();
  }

  @AfterEach
  void stop() {
    rest.close();
  }

  @Test
  void shouldUploadTheDatasetNextToTheSpecAndReplaceItByItsId() throws IOException {
    // Given
    Files.writeString(folder.resolve("rows.csv"), "input,reference\n");
    rest.on("POST /api/datasets?name=rows.csv&format=csv", 201, "{\"id\":\"ds-1\"}");

    // When
    JsonNode spec = read("prompt: p\ndataset: {file: rows.csv, split: {train: 1}}\n");

    // Then
    assertThat(spec.toString())
        .isEqualTo(
            "{\"prompt\":\"p\",\"dataset\":{\"split\":{\"train\":1},\"id\":\"ds-1\",\"name\":\"rows.csv\"}}");
    assertThat(rest.requests())
        .containsExactly("POST /api/datasets?name=rows.csv&format=csv input,reference\n");
  }

  @Test
  void shouldLeaveOtherKeysToTheServer() throws IOException {
    assertThat(read("prompt: p\ndataset: {id: ds-7}\nwhat: 1\n").toString())
        .isEqualTo("{\"prompt\":\"p\",\"dataset\":{\"id\":\"ds-7\"},\"what\":1}");
  }

  @ParameterizedTest
  @ValueSource(strings = {"{file: p.txt}", "file:p.txt", "file://p.txt"})
  void shouldReplaceThePromptFileByItsText(String prompt) throws IOException {
    // Given
    Files.writeString(folder.resolve("p.txt"), "Use {{ hint }}.\n");

    // When / Then
    assertThat(read("prompt: " + prompt + "\ndataset: {id: ds-7}\n").toString())
        .isEqualTo("{\"prompt\":\"Use {{hint}}.\",\"dataset\":{\"id\":\"ds-7\"}}");
  }

  @Test
  void shouldReplaceThePromptFileByItsMessages() throws IOException {
    // Given
    Files.writeString(folder.resolve("p.yaml"), "- {role: user, content: '{{q}}'}\n");

    // When / Then
    assertThat(read("prompt: {file: p.yaml}\ndataset: {id: ds-7}\n").toString())
        .isEqualTo(
            "{\"dataset\":{\"id\":\"ds-7\"},"
                + "\"messages\":[{\"role\":\"user\",\"content\":\"{{q}}\"}]}");
    refused(
        () -> read("prompt: {file: p.yaml}\nmessages: []\n"), "prompt and messages are both given");
  }

  @Test
  void shouldLeaveAnyOtherPromptToTheServer() throws IOException {
    assertThat(read("prompt: {file: p.txt, format: x}\n").toString())
        .isEqualTo("{\"prompt\":{\"file\":\"p.txt\",\"format\":\"x\"}}");
    assertThat(read("prompt: |\n  file:\n  a\n").path("prompt").textValue())
        .isEqualTo("file:\na\n");
  }

  @Test
  void shouldNameAFileThatItCannotRead() {
    refused(
        () -> new RunSpecFile(folder.resolve("none.yaml")).upload(new OptimizerClient(rest.base())),
        "none.yaml");
    refused(() -> read("prompt: a\ndataset: {file: gone.jsonl}\n"), "gone.jsonl");
    refused(() -> read("prompt: {file: gone.txt}\n"), "gone.txt: it does not exist");
    refused(() -> read("prompt: a\nmetric: {type: number\n"), "line");
    refused(() -> read("prompt: a\nprompt: b\n"), "prompt");
    refused(() -> read("just words\n"), "spec.yaml has no keys");
  }

  private JsonNode read(String text) throws IOException {
    Path file = Files.writeString(folder.resolve("spec.yaml"), text);
    return new RunSpecFile(file).upload(new OptimizerClient(rest.base()));
  }

  private static void refused(ThrowingCallable reading, String named) {
    assertThatThrownBy(reading)
        .isInstanceOfSatisfying(
            CliException.class, failure -> assertThat(failure.exitStatus()).isEqualTo(2))
        .hasMessageContaining(named);
  }
}
