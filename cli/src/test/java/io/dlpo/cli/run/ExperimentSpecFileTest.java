package io.dlpo.cli.run;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.databind.JsonNode;
import io.dlpo.cli.CliException;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ExperimentSpecFileTest {

  @TempDir private Path folder;

  private StubOptimizer stub;

  @BeforeEach
  void start() throws IOException {
    stub = StubOptimizer.start();
    stub.on("POST /api/datasets?name=a.json&format=bbh", 201, "{\"id\":\"ds-a\"}");
    stub.on("POST /api/datasets?name=b.jsonl&format=gsm8k", 201, "{\"id\":\"ds-b\"}");
  }

  @AfterEach
  void stop() {
    stub.close();
  }

  @Test
  void shouldUploadEachFileOnce() throws IOException {
    // Given
    Files.writeString(folder.resolve("a.json"), "{}");
    Files.writeString(folder.resolve("b.jsonl"), "{}");

    // When
    JsonNode spec =
        read(
            """
            base: {dataset: {file: a.json, split: {train: 1}}}
            variants:
              plain: {}
              other: {dataset: {file: a.json}}
            datasets:
              near: {transfer: {far: {dataset: {file: b.jsonl, format: gsm8k}}}}
              known: {dataset: {id: ds-7}}
            """,
            Optional.empty());

    // Then
    assertThat(spec.at("/base/dataset").toString())
        .isEqualTo("{\"split\":{\"train\":1},\"id\":\"ds-a\",\"name\":\"a.json\"}");
    assertThat(spec.at("/variants/other/dataset/id").asText()).isEqualTo("ds-a");
    assertThat(spec.at("/datasets/near/transfer/far/dataset/id").asText()).isEqualTo("ds-b");
    assertThat(spec.at("/datasets/known/dataset/id").asText()).isEqualTo("ds-7");
    assertThat(stub.requests()).hasSize(2);
  }

  @Test
  void shouldReplaceThePromptFilesOfAllParts() throws IOException {
    // Given
    Files.writeString(folder.resolve("p.txt"), "One.");
    Files.writeString(folder.resolve("m.json"), "[{\"role\":\"user\",\"content\":\"{{q}}\"}]");

    // When
    JsonNode spec =
        read(
            """
            base: {prompt: {file: p.txt}}
            variants: {chat: {prompt: file:m.json}}
            datasets: {near: {prompt: file:p.txt}}
            """,
            Optional.empty());

    // Then
    assertThat(spec.at("/base/prompt").textValue()).isEqualTo("One.");
    assertThat(spec.at("/variants/chat").toString())
        .isEqualTo("{\"messages\":[{\"role\":\"user\",\"content\":\"{{q}}\"}]}");
    assertThat(spec.at("/datasets/near/prompt").textValue()).isEqualTo("One.");
  }

  @Test
  void shouldSearchNextToTheSpecFirstAndThenInTheDataFolder() throws IOException {
    // Given
    Path data = Files.createDirectories(folder.resolve("data/bbh"));
    Files.writeString(data.resolve("a.json"), "of the data");

    // When
    JsonNode spec =
        read("base: {dataset: {file: bbh/a.json}}\n", Optional.of(folder.resolve("data")));

    // Then
    assertThat(spec.at("/base/dataset/id").asText()).isEqualTo("ds-a");
    assertThat(stub.requests())
        .containsExactly("POST /api/datasets?name=a.json&format=bbh of the data");
  }

  @Test
  void shouldNameAllPathsOfAMissingFile() {
    assertThatThrownBy(
            () -> read("base: {dataset: {file: none.json}}\n", Optional.of(folder.resolve("data"))))
        .isInstanceOfSatisfying(
            CliException.class, failure -> assertThat(failure.exitStatus()).isEqualTo(2))
        .hasMessageContaining(folder.resolve("none.json").toString())
        .hasMessageContaining(folder.resolve("data/none.json").toString());
  }

  @Test
  void shouldLeaveOtherKeysToTheServer() throws IOException {
    assertThat(read("base: 5\nvariants: []\nwhat: 1\n", Optional.empty()).toString())
        .isEqualTo("{\"base\":5,\"variants\":[],\"what\":1}");
  }

  private JsonNode read(String text, Optional<Path> data) throws IOException {
    Path file = Files.writeString(folder.resolve("experiment.yaml"), text);
    return new ExperimentSpecFile(file, data).upload(new OptimizerClient(stub.base()));
  }
}
