package io.dlpo.core.dataset;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assumptions.assumeThat;

import io.dlpo.contracts.evaluation.Example;
import io.dlpo.contracts.event.SplitSizes;
import io.dlpo.contracts.metric.NumberMetric;
import io.dlpo.core.run.Splits;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** The published files themselves, where they lie beside the project. */
class OriginalFilesTest {

  @ParameterizedTest
  @CsvSource({
    "bbh/object_counting.json, BBH, 250, true",
    "bbh/multistep_arithmetic_two.json, BBH, 250, true",
    "bbh/navigate.json, BBH, 250, false",
    "bbh/boolean_expressions.json, BBH, 250, false",
    "bbh/word_sorting.json, BBH, 250, false",
    "gsm8k/test.jsonl, GSM8K, 1319, true",
    "biggsm/data.jsonl, GSM8K, 610, true"
  })
  void shouldReadEveryRow(String file, DatasetFormat format, int size, boolean numbers)
      throws IOException {
    // When
    List<Row> rows = format.parse(read(file));

    // Then
    assertThat(rows).hasSize(size);
    if (numbers) {
      assertThat(rows)
          .allSatisfy(row -> assertThat(new NumberMetric().problemWith(row.reference())).isEmpty());
    }
  }

  @Test
  void shouldGiveTheAuthorsSplitOfObjectCounting() throws IOException {
    // Given
    Dataset dataset = DatasetFormat.BBH.read("bbh", read("bbh/object_counting.json"));

    // When
    Splits splits =
        new Split(new SplitSizes(50, 50, 150), 1001, true)
            .of(dataset.examples(ColumnNames.USUAL, null));

    // Then: 79, 234, 117 from 0 in Python
    assertThat(splits.train()).extracting(Example::id).startsWith("row-80", "row-235", "row-118");
    assertThat(splits.train().get(0).input()).isEqualTo(dataset.rows().get(79).input());
    assertThat(splits.validation()).hasSize(50);
    assertThat(splits.test()).hasSize(150);
  }

  private static byte[] read(String file) throws IOException {
    Optional<Path> folder =
        Stream.iterate(Path.of("").toAbsolutePath(), at -> at != null, Path::getParent)
            .map(at -> at.resolve("shared/datasets"))
            .filter(Files::isDirectory)
            .findFirst();
    assumeThat(folder).isPresent();
    return Files.readAllBytes(folder.orElseThrow().resolve(file));
  }
}
