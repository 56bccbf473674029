package io.dlpo.studies.experiment;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.fasterxml.jackson.dataformat.yaml.YAMLMapper;
import io.dlpo.core.dataset.Dataset;
import io.dlpo.core.dataset.DatasetFormat;
import io.dlpo.core.limit.InputLimits;
import io.dlpo.core.price.PriceFile;
import io.dlpo.core.spec.DefaultModels;
import io.dlpo.core.spec.SpecReader;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The experiment with a real student. */
class RealExperimentTest {

  private static final Path FOLDER = Path.of("..", "experiments", "real");
  private static final int ROWS = 140;

  @Test
  void shouldResolveEveryRunWithItsOwnData() throws IOException {
    // When
    List<PlannedRun> runs = runs(spec("real.yaml"));

    // Then
    assertThat(runs).hasSize(2 * 4 * 5);
    assertThat(runs)
        .allSatisfy(
            run ->
                assertThat(run.spec().at("/engines/backward/endpoint").asText())
                    .isEqualTo("teacher"));
  }

  @Test
  void shouldResolveTheRunsOfAStudentThatIsItsOwnTeacher() throws IOException {
    assertThat(runs(spec("own.yaml")))
        .hasSize(2)
        .allSatisfy(
            run ->
                assertThat(run.spec().at("/engines/backward/model"))
                    .isEqualTo(run.spec().at("/engines/forward/model")));
  }

  @ParameterizedTest
  @ValueSource(strings = {"plural.csv", "opposite.csv"})
  void shouldHaveEachRowOnce(String file) throws IOException {
    assertThat(Files.readAllLines(FOLDER.resolve(file))).hasSize(ROWS + 1).doesNotHaveDuplicates();
  }

  @ParameterizedTest
  @ValueSource(strings = {"instructions-plural.txt", "instructions-opposite.txt"})
  void shouldProposeEachInstructionOnce(String file) throws IOException {
    assertThat(Files.readAllLines(FOLDER.resolve(file)))
        .hasSize(36)
        .doesNotHaveDuplicates()
        .noneMatch(String::isBlank);
  }

  /** Reads an experiment. The files of its datasets become ids, as an upload makes them. */
  private static ObjectNode spec(String file) throws IOException {
    ObjectNode spec =
        (ObjectNode) new YAMLMapper().readTree(Files.readString(FOLDER.resolve(file)));
    for (JsonNode dataset : spec.findValues("dataset")) {
      if (dataset instanceof ObjectNode section && section.has("file")) {
        section.put("id", section.remove("file").asText());
      }
    }
    return spec;
  }

  private static List<PlannedRun> runs(ObjectNode experiment) {
    return Resolution.of(Grid.of(ExperimentReader.read(experiment)), RealExperimentTest::resolve);
  }

  private static ObjectNode resolve(ObjectNode spec) {
    return new SpecReader(
            new DefaultModels(Optional.empty(), Optional.empty()),
            PriceFile.builtIn(),
            file -> Optional.of(dataset(file)),
            InputLimits.DEFAULT)
        .read(spec)
        .spec();
  }

  private static Dataset dataset(String file) {
    try {
      return DatasetFormat.CSV.read(file, Files.readAllBytes(FOLDER.resolve(file)));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
