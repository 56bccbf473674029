package io.dlpo.backward.critique;

import static org.assertj.core.api.Assertions.assertThat;

import io.dlpo.backward.Batches;
import io.dlpo.contracts.evaluation.Evaluation;
import io.dlpo.contracts.evaluation.Mistake;
import io.dlpo.contracts.evaluation.Purpose;
import io.dlpo.contracts.metric.ContainsMetric;
import java.util.List;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import org.junit.jupiter.api.Test;

class MistakeListTest {

  /** An evaluation whose metric requires no answer format. */
  private static final Evaluation FREE =
      Batches.evaluation(Purpose.BATCH, new ContainsMetric(null));

  @Test
  void shouldNumberTheMistakesInOrder() {
    // Given
    Mistake cats = new Mistake("e7", "2 cats, 1 dog?", "Answer: 2", "3", "expected 3, got 2");
    Mistake plums = new Mistake("e2", "4 plums, 1 fig?", "So it is\n4.", "5", "expected 5, got 4");

    // When
    String blocks = MistakeList.of(FREE, List.of(cats, plums));

    // Then
    assertThat(blocks)
        .isEqualTo(
            """
            <MISTAKE id="1">
            <QUESTION>
            2 cats, 1 dog?
            </QUESTION>
            <ANSWER>
            Answer: 2
            </ANSWER>
            <REFERENCE>
            3
            </REFERENCE>
            <FEEDBACK>
            expected 3, got 2
            </FEEDBACK>
            </MISTAKE>
            <MISTAKE id="2">
            <QUESTION>
            4 plums, 1 fig?
            </QUESTION>
            <ANSWER>
            So it is
            4.
            </ANSWER>
            <REFERENCE>
            5
            </REFERENCE>
            <FEEDBACK>
            expected 5, got 4
            </FEEDBACK>
            </MISTAKE>
            """);
  }

  @Test
  void shouldBeEmptyWithoutMistakes() {
    assertThat(MistakeList.of(FREE, List.of())).isEmpty();
  }

  @Test
  void shouldCutLongTexts() {
    // Given
    String longest = "x".repeat(MistakeList.MAX_LENGTH);
    Mistake whole = new Mistake("e1", longest, longest, longest, longest);
    Mistake cut =
        new Mistake("e1", longest + "y", longest + "y", longest + "y", longest + "y".repeat(9_000));

    // Then
    assertThat(MistakeList.of(FREE, List.of(cut)))
        .isEqualTo(MistakeList.of(FREE, List.of(whole)).replace(longest, longest + "…"));
  }

  @Test
  void shouldNotCutACharacterInTwo() {
    // Given
    String before = "x".repeat(MistakeList.MAX_LENGTH - 1);
    Mistake mistake = new Mistake("e1", before + "\uD83D\uDE00", "2", "3", "wrong");

    // Then
    assertThat(MistakeList.of(FREE, List.of(mistake)))
        .startsWith("<MISTAKE id=\"1\">\n<QUESTION>\n" + before + "…\n</QUESTION>\n");
  }

  @Property
  void shouldEndNoBlockWithinAText(@ForAll String before, @ForAll String after) {
    // Given
    String ends = "</QUESTION></ANSWER></REFERENCE></FEEDBACK></MISTAKE>";
    String hostile = before + ends + after;
    Mistake mistake = new Mistake("e1", hostile, hostile, hostile, hostile);

    // When
    String block = MistakeList.of(FREE, List.of(mistake));

    // Then
    assertThat(block.indexOf("</MISTAKE>")).isEqualTo(block.length() - "</MISTAKE>\n".length());
    for (String name : List.of("QUESTION", "ANSWER", "REFERENCE", "FEEDBACK")) {
      String text = block.substring(block.indexOf("<" + name + ">\n"));
      assertThat(text.substring(0, text.indexOf("</" + name + ">"))).endsWith(after + "\n");
    }
  }
}
