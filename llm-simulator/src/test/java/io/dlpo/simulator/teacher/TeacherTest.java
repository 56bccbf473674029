package io.dlpo.simulator.teacher;

import static org.assertj.core.api.Assertions.assertThat;

import io.dlpo.simulator.instruction.Guidance;
import io.dlpo.simulator.instruction.Weakness;
import java.util.Arrays;
import java.util.List;
import java.util.stream.IntStream;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class TeacherTest {

  @ParameterizedTest
  @EnumSource(Weakness.class)
  void shouldRecommendOnlyWhatCuresTheWeakness(Weakness weakness) {
    assertThat(IntStream.range(0, 30).mapToObj(n -> Advice.cureFor(weakness, "request " + n)))
        .allSatisfy(
            advice -> assertThat(Guidance.of(advice).cureOf(weakness)).as(advice).isEqualTo(1));
  }

  @ParameterizedTest
  @EnumSource(Weakness.class)
  void shouldNotMakeOneWeaknessWorseByCuringAnother(Weakness weakness) {
    assertThat(IntStream.range(0, 30).mapToObj(n -> Advice.cureFor(weakness, "request " + n)))
        .allSatisfy(
            advice ->
                assertThat(Weakness.values())
                    .as(advice)
                    .allMatch(other -> Guidance.of(advice).cureOf(other) >= 0));
  }

  @Test
  void shouldFindTheWeaknessBehindAnAnswer() {
    // Given
    String question = "I have two cats, a drum, and three dogs. How many animals do I have?";

    // Then
    assertThat(Critic.diagnosis(question, "Answer: 2")).contains(Weakness.KINDS);
    assertThat(Critic.diagnosis(question, "Answer: 6")).contains(Weakness.CATEGORY);
    assertThat(Critic.diagnosis(question, "So it is 5.")).contains(Weakness.PROSE);
    assertThat(Critic.diagnosis(question, "Answer: 77")).isEmpty();
  }

  @Test
  void shouldMergeEqualRecommendationsAndPutTheMostFrequentFirst() {
    // Given
    String critiques =
        critique(1, "Evaluate negations first.")
            + critique(2, "Count each individual thing, using the number that is given with it.")
            + critique(3, "Add up the quantity of every item instead of counting sorts of items.");

    // When
    String gradient = Teacher.reply(Requests.REDUCTION, critiques, "");

    // Then
    assertThat(Arrays.stream(gradient.split("\n")).filter(line -> line.startsWith("- ")).limit(2))
        .containsExactly(
            "- Count each individual thing, using the number that is given with it.",
            "- Evaluate negations first.");
  }

  @Test
  void shouldErrOnceInAWhileButNotOften() {
    // Given
    String sentences = "<SENTENCES>\n[1] Answer.\n</SENTENCES>\n";

    // When
    long harmful =
        IntStream.range(0, 400)
            .mapToObj(n -> sentences + "<GRADIENT>\n- Be brief " + n + "\n</GRADIENT>")
            .map(user -> Teacher.reply(Requests.UPDATE, user, ""))
            .filter(reply -> Advice.HARMFUL.stream().anyMatch(reply::contains))
            .count();

    // Then
    assertThat(harmful).isBetween(20L, 90L);
  }

  @Test
  void shouldForgetWhatOnlyOneCritiqueSaysNowAndThen() {
    // Given
    String often = "Evaluate negations first.";
    String once = "Count every single item.";
    String critiques = critique(1, often) + critique(2, often) + critique(3, once);

    // When
    List<String> gradients = Requests.all(Requests.REDUCTION, critiques).toList();

    // Then
    assertThat(gradients).allMatch(gradient -> gradient.contains(often));
    assertThat(gradients.stream().filter(gradient -> gradient.contains(once)).count())
        .isBetween(Requests.MANY * 3L / 4, Requests.MANY * 19L / 20);
  }

  @Test
  void shouldSayWhatItCanDoWhenAskedForAnythingElse() {
    assertThat(Teacher.reply("You sing", "Sing!", "")).startsWith("I teach");
  }

  @Property
  void shouldReadAnyRequest(@ForAll("roles") String system, @ForAll String message) {
    assertThat(Teacher.reply(system, message, "")).isNotBlank();
    for (String block :
        List.of(
            "SENTENCES",
            "GRADIENT",
            "POSITIVE_FEATURE",
            "BETTER_PROMPT",
            "MISTAKES",
            "MISTAKE",
            "CANDIDATES")) {
      String user = "<%s>\n%s\n</%s>".formatted(block, message, block);
      assertThat(Teacher.reply(system, user, "")).isNotBlank();
    }
  }

  @Provide
  Arbitrary<String> roles() {
    return Arbitraries.of(
        Requests.CRITIQUE,
        Requests.JOINT_CRITIQUE,
        Requests.REDUCTION,
        Requests.UPDATE,
        Requests.CONTRAST,
        Requests.REGULARIZATION,
        Requests.JUDGE);
  }

  private static String critique(int id, String advice) {
    return "<CRITIQUE id=\"%d\">\nWrong. The prompt should say: %s\n</CRITIQUE>\n"
        .formatted(id, advice);
  }
}
