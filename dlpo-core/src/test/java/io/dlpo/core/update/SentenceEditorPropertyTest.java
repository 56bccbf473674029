package io.dlpo.core.update;

import static org.assertj.core.api.Assertions.assertThat;

import io.dlpo.contracts.event.SentenceEdit.Op;
import io.dlpo.core.prompt.Prompt;
import io.dlpo.core.prompt.SentenceSplitter;
import io.dlpo.core.prompt.TemplateVariables;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.constraints.IntRange;

/** However disobedient the reply, no limit is broken. */
class SentenceEditorPropertyTest {

  private static final List<String> WORDS =
      List.of(
          "Think first.",
          "count {{x}}.",
          "No end",
          "e.g. this.",
          "- item",
          "1. Step.",
          "2. Step two.",
          "3. Step.",
          "| a | b. C |",
          "<a>One.",
          "Two.</a>",
          "```",
          "Two. Sentences.",
          "```\ncode. Here\n```",
          "\u3002",
          "Is it? Yes!",
          "Use {{x}} well.",
          "Dr. Who",
          ")",
          "\"Quoted.\"",
          "...");

  @Property(tries = 1_000)
  void shouldChangeAtMostAsManySentencesAsAllowed(
      @ForAll("prompts") String text,
      @ForAll("scripts") List<EditCommand> script,
      @ForAll @IntRange(min = 1, max = 6) int most) {
    // When
    EditedPrompt edited = apply(text, script, new EditLimits(most, Set.of()));

    // Then
    List<String> before = sentences(text);
    List<String> after = sentences(edited.text());
    int common = commonSubsequence(before, after);
    int lost = before.size() - common;
    int gained = after.size() - common;
    assertThat(Math.max(lost, gained)).isLessThanOrEqualTo(most);
    int spent = edited.applied().stream().mapToInt(edit -> edit.op() == Op.MOVE ? 2 : 1).sum();
    assertThat(spent).isLessThanOrEqualTo(most);
    if (edited.applied().isEmpty()) {
      assertThat(edited.text()).isEqualTo(text);
    }
  }

  @Property(tries = 1_000)
  void shouldKeepProtectedSentencesToTheByteExceptTheirNumberInAList(
      @ForAll("prompts") String text,
      @ForAll("scripts") List<EditCommand> script,
      @ForAll Set<@IntRange(min = 1, max = 6) Integer> numbers) {
    // Given
    List<String> before = sentences(text);
    List<String> kept =
        numbers.stream()
            .sorted()
            .filter(n -> n <= before.size())
            .map(n -> before.get(n - 1))
            .toList();

    // When
    EditedPrompt edited = apply(text, script, new EditLimits(null, numbers));

    // Then
    List<String> after = sentences(edited.text());
    assertThat(commonSubsequence(kept, after)).isEqualTo(kept.size());
  }

  @Property(tries = 500)
  void shouldKeepVariablesAndFrozenText(
      @ForAll("prompts") String text, @ForAll("scripts") List<EditCommand> script) {
    // Given
    Prompt prompt = Prompt.parse("Start {{q}} now. <frozen>Keep it. And this.</frozen>\n" + text);

    // When
    EditedPrompt edited =
        SentenceEditor.apply(
            prompt,
            new EditScript.Edits(script, List.of()),
            new EditLimits(null, prompt.frozenSentences()));

    // Then
    assertThat(edited.text()).contains("Keep it. And this.");
    assertThat(TemplateVariables.lost(prompt.text(), edited.text())).isEmpty();
    assertThat(edited.text()).isNotBlank();
  }

  @Property(tries = 1_000)
  void shouldKeepConsecutiveListsConsecutive(
      @ForAll @IntRange(min = 2, max = 6) int items, @ForAll("scripts") List<EditCommand> script) {
    // Given
    String list =
        IntStream.rangeClosed(1, items)
            .mapToObj(number -> number + ". Item " + "abcdef".charAt(number - 1) + ".")
            .collect(Collectors.joining("\n"));

    // When
    String edited = apply("Do this:\n\n" + list, script, new EditLimits(null, Set.of())).text();

    // Then
    List<Integer> numbers =
        SentenceSplitter.split(edited).texts().stream()
            .filter(sentence -> sentence.contains("Item "))
            .map(sentence -> NumberedItem.of(sentence).orElseThrow().number())
            .toList();
    assertThat(numbers).isSorted().doesNotHaveDuplicates();
  }

  @Provide
  Arbitrary<String> prompts() {
    Arbitrary<String> gap = Arbitraries.of(" ", " ", "\n", "\n\n", "  ");
    return Combinators.combine(Arbitraries.of(WORDS), gap)
        .as((word, white) -> word + white)
        .list()
        .ofMinSize(1)
        .ofMaxSize(8)
        .map(parts -> parts.stream().collect(Collectors.joining()));
  }

  @Provide
  Arbitrary<List<EditCommand>> scripts() {
    Arbitrary<Integer> number = Arbitraries.integers().between(0, 9);
    Arbitrary<String> words = Arbitraries.of(WORDS);
    return Arbitraries.oneOf(
            Combinators.combine(number, words).as(EditCommand.Add::new),
            Combinators.combine(number, words).as(EditCommand.Modify::new),
            number.map(EditCommand.Delete::new),
            Combinators.combine(number, number).as(EditCommand.Move::new))
        .map(EditCommand.class::cast)
        .list()
        .ofMaxSize(12);
  }

  private static EditedPrompt apply(String text, List<EditCommand> script, EditLimits limits) {
    return SentenceEditor.apply(
        new Prompt(text, List.of()), new EditScript.Edits(script, List.of()), limits);
  }

  /** The sentences without their numbers in lists, which edits of other sentences may change. */
  private static List<String> sentences(String text) {
    return SentenceSplitter.split(text).texts().stream().map(NumberedItem::masked).toList();
  }

  private static int commonSubsequence(List<String> one, List<String> other) {
    int[][] length = new int[one.size() + 1][other.size() + 1];
    for (int i = 1; i <= one.size(); i++) {
      for (int j = 1; j <= other.size(); j++) {
        length[i][j] =
            one.get(i - 1).equals(other.get(j - 1))
                ? length[i - 1][j - 1] + 1
                : Math.max(length[i - 1][j], length[i][j - 1]);
      }
    }
    return length[one.size()][other.size()];
  }
}
