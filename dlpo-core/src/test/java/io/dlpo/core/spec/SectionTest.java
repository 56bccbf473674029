package io.dlpo.core.spec;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.dlpo.core.refusal.Problem;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.AlphaChars;
import net.jqwik.api.constraints.DoubleRange;
import net.jqwik.api.constraints.NotEmpty;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** The parts of a spec whose keys are the user's own. */
class SectionTest {

  private static final Bounds SHARE = new Bounds(x -> x >= 0 && x <= 1, "a number from 0 to 1");

  private final List<Problem> problems = new ArrayList<>();

  @Test
  void shouldTakeAnObjectAsItStands() {
    Section section = section("a: {any: [1, {deep: null}], thing: 1.50}");

    assertThat(section.object("a")).isEqualTo(Specs.tree("{any: [1, {deep: null}], thing: 1.50}"));
    section.end();
    assertThat(problems).isEmpty();
  }

  @Test
  void shouldTakeNumbersByTheUsersKeys() {
    Section section = section("a: {zip: 1, 'the city': 0.25}");

    assertThat(section.numbers("a", SHARE)).isEqualTo(Map.of("zip", 1.0, "the city", 0.25));
    section.end();
    assertThat(problems).isEmpty();
  }

  @Test
  void shouldTakeWhatIsNotThereForAbsent() {
    Section section = section("{b: null}");

    assertThat(section.object("a")).isNull();
    assertThat(section.object("b")).isNull();
    assertThat(section.numbers("a", SHARE)).isNull();
    assertThat(section.numbers("b", SHARE)).isNull();
    assertThat(problems).isEmpty();
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '`',
      value = {
        "a: 5           | a   | 5    | an object with keys",
        "a: [1]         | a   | [1]  | an object with keys",
        "a: {b: 2}      | a.b | 2    | a number from 0 to 1",
        "a: {b: '1'}    | a.b | 1    | a number from 0 to 1",
        "a: {b: null}   | a.b | null | a number from 0 to 1"
      })
  void shouldNameTheKeyOfWhatIsNoNumber(String yaml, String key, String value, String allowed) {
    // When
    section(yaml).numbers("a", SHARE);

    // Then
    assertThat(problems)
        .singleElement()
        .satisfies(
            problem -> {
              assertThat(problem.key()).isEqualTo(key);
              assertThat(String.valueOf(problem.value())).contains(value);
              assertThat(problem.allowed()).isEqualTo(allowed);
            });
  }

  @ParameterizedTest
  @CsvSource({"5", "text", "[1]", "true"})
  void shouldRefuseWhatIsNoObject(String value) {
    assertThat(section("a: " + value).object("a")).isNull();
    assertThat(problems).extracting(Problem::key).containsExactly("a");
  }

  @Property
  void shouldTakeAnyNumbersWithinBounds(
      @ForAll @NotEmpty
          Map<@AlphaChars @NotEmpty String, @DoubleRange(min = 0, max = 1) Double> numbers) {
    // Given
    ObjectNode root = JsonNodeFactory.instance.objectNode();
    ObjectNode values = root.putObject("a");
    numbers.forEach(values::put);
    List<Problem> found = new ArrayList<>();

    // Then
    assertThat(Section.root(root, found).numbers("a", SHARE)).isEqualTo(numbers);
    assertThat(found).isEmpty();
  }

  private Section section(String yaml) {
    return Section.root(Specs.tree(yaml), problems);
  }
}
