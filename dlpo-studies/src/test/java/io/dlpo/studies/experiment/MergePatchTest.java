package io.dlpo.studies.experiment;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.node.ObjectNode;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** The examples are those of RFC 7396, appendix A, as far as both sides are objects. */
class MergePatchTest {

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '`',
      value = {
        "{a: b}               | {a: c}                | {a: c}",
        "{a: b}               | {b: c}                | {a: b, b: c}",
        "{a: b}               | {a: null}             | {}",
        "{a: b, b: c}         | {a: null}             | {b: c}",
        "{a: [b]}             | {a: c}                | {a: c}",
        "{a: c}               | {a: [b]}              | {a: [b]}",
        "{a: {b: c}}          | {a: {b: d, c: null}}  | {a: {b: d}}",
        "{a: [{b: c}]}        | {a: [1]}              | {a: [1]}",
        "{e: null}            | {a: 1}                | {e: null, a: 1}",
        "{}                   | {a: {bb: {ccc: null}}}| {a: {bb: {}}}",
        "{annealing: false}   | {annealing: {split: TRAIN}} | {annealing: {split: TRAIN}}",
        "{annealing: {split: TRAIN}} | {annealing: false}   | {annealing: false}"
      })
  void shouldMergeAsTheStandardSays(String target, String patch, String expected) {
    // Given
    ObjectNode before = Trees.yaml(target);

    // When
    ObjectNode merged = MergePatch.apply(before, Trees.yaml(patch));

    // Then
    assertThat(merged).isEqualTo(Trees.yaml(expected));
    assertThat(before).as("the target stays as it is").isEqualTo(Trees.yaml(target));
  }
}
