package io.dlpo.evaluator.scoring;

import static org.assertj.core.api.Assertions.assertThat;

import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.DoubleRange;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class ScorerReplyTest {

  @ParameterizedTest
  @ValueSource(
      strings = {
        "{\"score\": 0.5, \"feedback\": \"The price is missing.\"}",
        " {\"feedback\": \" The price is missing.\\n\", \"score\": 5e-1} ",
        "```json\n{\"score\": 0.50, \"feedback\": \"The price is missing.\", \"sure\": true}\n```",
        "I think:\n```\n{\"score\": 0.5, \"feedback\": \"The price is missing.\"}\n```"
      })
  void shouldReadScoreAndFeedback(String reply) {
    assertThat(ScorerReply.of("judge", reply))
        .isEqualTo(
            new ScorerReply.Scored(
                new Score(0.5, "The judge gives 0.50 of 1: The price is missing.")));
  }

  @ParameterizedTest
  @CsvSource({"0,false", "1,true", "1.0,true", "0.999999,false"})
  void shouldCallOnlyAFullScoreRight(String score, boolean right) {
    assertThat(ScorerReply.of("judge", "{\"score\": " + score + ", \"feedback\": \"\"}"))
        .isInstanceOfSatisfying(
            ScorerReply.Scored.class, read -> assertThat(read.score().isRight()).isEqualTo(right));
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "Good answer.|it is no JSON object",
        "''|it is no JSON object",
        "{\"score\": 0.5, \"feedback\": \"cut|it is no JSON object",
        "[0.5, \"fine\"]|score is missing; allowed is a number from 0 to 1",
        "{\"feedback\": \"fine\"}|score is missing; allowed is a number from 0 to 1",
        "{\"score\": \"0.5\", \"feedback\": \"\"}|score is \"0.5\"; allowed is a number",
        "{\"score\": 7, \"feedback\": \"\"}|score is 7; allowed is a number from 0 to 1",
        "{\"score\": -0.1, \"feedback\": \"\"}|score is -0.1; allowed is a number from 0 to 1",
        "{\"score\": 1e999, \"feedback\": \"\"}|score is 1E+999; allowed is a number",
        "{\"score\": null, \"feedback\": \"\"}|score is null; allowed is a number",
        "{\"score\": 0.5}|feedback is missing; allowed is a text",
        "{\"score\": 0.5, \"feedback\": [\"a\"]}|feedback is [\"a\"]; allowed is a text"
      })
  void shouldSayWhatIsWrongWithAnyOtherReply(String reply, String problem) {
    assertThat(ScorerReply.of("judge", reply))
        .isInstanceOfSatisfying(
            ScorerReply.Unreadable.class,
            unreadable -> assertThat(unreadable.problem()).startsWith(problem));
  }

  @Test
  void shouldKeepFeedbackShort() {
    assertThat(
            ScorerReply.of(
                "judge", "{\"score\": 0, \"feedback\": \"" + "x".repeat(100_000) + "\"}"))
        .isInstanceOfSatisfying(
            ScorerReply.Scored.class,
            read -> assertThat(read.score().feedback()).hasSizeLessThan(2_100));
  }

  @Property
  void shouldReadEveryScoreOnTheScale(@ForAll @DoubleRange(min = 0, max = 1) double score) {
    assertThat(ScorerReply.of("judge", "{\"score\": " + score + ", \"feedback\": \"so\"}"))
        .isInstanceOfSatisfying(
            ScorerReply.Scored.class, read -> assertThat(read.score().value()).isEqualTo(score));
  }

  @Property
  void shouldReadOrRefuseAnyReply(@ForAll String reply) {
    assertThat(ScorerReply.of("judge", reply)).isNotNull();
  }
}
