package io.dlpo.studies.estimate;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.withinPercentage;

import com.knuddels.jtokkit.api.EncodingType;
import io.dlpo.contracts.evaluation.Critique;
import io.dlpo.contracts.evaluation.Engine;
import io.dlpo.contracts.evaluation.Engines;
import io.dlpo.contracts.evaluation.Evaluation;
import io.dlpo.contracts.evaluation.Example;
import io.dlpo.contracts.evaluation.Mistake;
import io.dlpo.contracts.evaluation.Purpose;
import io.dlpo.contracts.id.EvaluationId;
import io.dlpo.contracts.id.PromptId;
import io.dlpo.contracts.id.RunId;
import io.dlpo.contracts.metric.JudgeMetric;
import io.dlpo.contracts.metric.NumberMetric;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/**
 * No code is shared with other services; the lengths of their words are measured in their sources.
 */
class OtherServicesTextTest {

  private static final Path BACKWARD =
      Path.of("../backward-engine-service/src/main/java/io/dlpo/backward");
  private static final Path EVALUATOR =
      Path.of("../evaluator-service/src/main/java/io/dlpo/evaluator");
  private static final Pattern BLOCK = Pattern.compile("Block\\.of\\(\"(\\w+)\"");
  private static final Pattern QUESTION = Pattern.compile("\"([^\"]*\\?)\"");

  @Test
  void shouldKnowTheLengthOfACritiquesOwnWords() throws IOException {
    // When
    String words = words(BACKWARD.resolve("critique/CritiqueRequest.java"));

    // Then
    assertThat(words).contains("<ANSWER_FORMAT>", "<FEEDBACK>", "how should the prompt change?");
    assertThat(ServiceRequests.CRITIQUE).isCloseTo(words.length(), withinPercentage(2));
  }

  @Test
  void shouldKnowTheLengthOfAReductionsOwnWords() throws IOException {
    // When
    String words = words(BACKWARD.resolve("reduction/ReductionRequest.java"));
    String numbered = "<CRITIQUE id=\"1\">\n\n</CRITIQUE>\n";

    // Then
    assertThat(ServiceRequests.REDUCTION)
        .isCloseTo(words.replace(block("CRITIQUE"), "").length(), withinPercentage(2));
    assertThat(ServiceRequests.REDUCED_CRITIQUE).isEqualTo(numbered.length());
  }

  @Test
  void shouldKnowTheLengthOfTheOwnWordsOfACritiqueOfAllMistakes() throws IOException {
    // When
    String words = words(BACKWARD.resolve("critique/MergedCritiqueRequest.java"));

    // Then
    assertThat(words).contains("<PROMPT>", "How should the prompt change?");
    assertThat(ServiceRequests.MERGED_CRITIQUE).isCloseTo(words.length(), withinPercentage(2));
  }

  @Test
  void shouldListMistakesAsTheBackwardEngineDoes() throws IOException {
    // Given
    Mistake mistake = new Mistake("e", "2+2?", "5", "4", "wrong");

    // When
    String list = ServiceRequests.mistakes(evaluation(), List.of(mistake, mistake));

    // Then
    assertThat(list)
        .startsWith("<ANSWER_FORMAT>\n" + new NumberMetric().answerFormat())
        .contains(
            """
            </ANSWER_FORMAT>
            <MISTAKE id="1">
            <QUESTION>
            2+2?
            </QUESTION>
            <ANSWER>
            5
            </ANSWER>
            <REFERENCE>
            4
            </REFERENCE>
            <FEEDBACK>
            wrong
            </FEEDBACK>
            </MISTAKE>
            <MISTAKE id="2">
            """)
        .endsWith("</MISTAKE>");
    BLOCK
        .matcher(Files.readString(BACKWARD.resolve("critique/MistakeList.java")))
        .results()
        .forEach(match -> assertThat(list).contains("<" + match.group(1)));
  }

  @Test
  void shouldKnowTheLengthOfTheWordsToAJudge() throws IOException {
    // When
    String words =
        words(EVALUATOR.resolve("judge/JudgeRequest.java")).replace("%s", "")
            + "{\"input\":\"\",\"answer\":\"\",\"reference\":\"\"}";

    // Then
    assertThat(ServiceRequests.JUDGE).isCloseTo(words.length(), withinPercentage(2));
  }

  @ParameterizedTest
  @EnumSource(names = {"O200K_BASE", "CL100K_BASE"})
  void shouldCountTheirTokensByTheirLength(EncodingType encoding) throws IOException {
    // Given
    TokenCounter counter = BytePairCounter.of(encoding, true);
    String words = words(BACKWARD.resolve("critique/CritiqueRequest.java"));

    // Then
    assertThat(counter.ofCharacters(words.length()))
        .isCloseTo(counter.count(words), withinPercentage(10));
  }

  @Test
  void shouldHaveAllTextsOfTheRunInARequest() {
    // Given
    Mistake mistake = new Mistake("e", "2+2?", "5", "4", "wrong");
    JudgeMetric metric = new JudgeMetric(Engine.greedy("judge"), "Be kind.");

    // Then
    assertThat(ServiceRequests.critique(evaluation(), mistake))
        .isEqualTo(
            new SimulatedRequest(
                ServiceRequests.CRITIQUE,
                "Answer.",
                new NumberMetric().answerFormat() + "\n2+2?\n5\n4\nwrong"));
    assertThat(
            ServiceRequests.reduction(
                evaluation(), List.of(new Critique("a", "one"), new Critique("b", "two"))))
        .isEqualTo(new SimulatedRequest(376 + 2 * 31, "Answer.", "one\ntwo"));
    assertThat(ServiceRequests.judge(metric, new Example("e", "say hi", "hi"), "hello"))
        .isEqualTo(new SimulatedRequest(ServiceRequests.JUDGE, "Be kind.", "say hi\nhello\nhi"));
  }

  /** The source's text block as the compiler reads it, the tags of its blocks and its question. */
  private static String words(Path source) throws IOException {
    String text = Files.readString(source);
    int begin = text.indexOf("\"\"\"\n") + 4;
    String block = text.substring(begin, text.indexOf("\"\"\"", begin));
    StringBuilder words = new StringBuilder(block.stripIndent().replace("\\\n", "").strip());
    BLOCK.matcher(text).results().forEach(match -> words.append(block(match.group(1))));
    QUESTION.matcher(text).results().forEach(match -> words.append(match.group(1)));
    return words.toString();
  }

  private static String block(String name) {
    return "<" + name + ">\n\n</" + name + ">\n";
  }

  private static Evaluation evaluation() {
    return new Evaluation(
        new EvaluationId("e"),
        new RunId("run-1"),
        1,
        Purpose.BATCH,
        PromptId.of("Answer."),
        "Answer.",
        new NumberMetric(),
        new Engines(Engine.greedy("a"), Engine.greedy("b")),
        "",
        1);
  }
}
