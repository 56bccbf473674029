package io.dlpo.simulator.teacher;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.dlpo.simulator.BbhFiles;
import io.dlpo.simulator.student.Student;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Student and teacher together: a plain climb that keeps what is not worse gets up the hill. */
class ClimbTest {

  private static final int STEPS = 10;
  private static final String FORMAT =
      "\n\nEnd your reply with a line of its own: \"Answer: \" followed by the answer and nothing"
          + " else.";

  @ParameterizedTest
  @ValueSource(strings = {"object_counting", "boolean_expressions", "word_sorting"})
  void shouldLeadFromAPoorPromptToAGoodOne(String task) throws Exception {
    // Given
    List<BbhFiles.Case> cases = BbhFiles.read(task);
    List<BbhFiles.Case> validation = cases.subList(50, 100);
    List<String> prompt = new ArrayList<>(List.of("You will answer a reasoning question."));
    int best = correct(prompt, validation);

    // When
    for (int step = 0; step < STEPS; step++) {
      List<String> candidate = edited(prompt, cases.subList(step * 5, step * 5 + 5));
      int score = correct(candidate, validation);
      if (score >= best) {
        prompt = candidate;
        best = score;
      }
    }

    // Then
    assertThat(correct(prompt, cases.subList(100, 250)) / 150.0).isGreaterThan(0.85);
  }

  private static List<String> edited(List<String> prompt, List<BbhFiles.Case> batch)
      throws Exception {
    StringBuilder critiques = new StringBuilder();
    int number = 0;
    for (BbhFiles.Case example : batch) {
      String reply = Student.reply(text(prompt), example.input(), "");
      if (!reply.endsWith("\nAnswer: " + example.target())) {
        String request =
            block("PROMPT", String.join(" ", prompt))
                + block("QUESTION", example.input())
                + block("ANSWER", reply)
                + block("REFERENCE", example.target());
        String critique = Teacher.reply("You critique one wrong answer", request, "");
        critiques.append("<CRITIQUE id=\"%d\">\n%s\n</CRITIQUE>\n".formatted(++number, critique));
      }
    }
    String gradient = Teacher.reply("You merge critiques", critiques.toString(), "");
    StringBuilder numbered = new StringBuilder();
    for (int i = 0; i < prompt.size(); i++) {
      numbered.append("[%d] %s\n".formatted(i + 1, prompt.get(i)));
    }
    String update = block("SENTENCES", numbered.toString()) + block("GRADIENT", gradient);
    return applied(prompt, Teacher.reply("You edit a prompt sentence by sentence", update, ""));
  }

  private static List<String> applied(List<String> prompt, String reply) throws Exception {
    int from = reply.indexOf('{');
    if (from < 0) {
      return prompt;
    }
    JsonNode edits =
        new ObjectMapper()
            .readTree(reply.substring(from, reply.lastIndexOf('}') + 1))
            .path("edits");
    List<String> next = new ArrayList<>(prompt);
    for (JsonNode edit : edits) {
      switch (edit.path("op").asText()) {
        case "add" -> next.add(edit.path("text").asText());
        case "delete" -> next.remove(prompt.get(edit.path("sentence").asInt() - 1));
        default -> throw new AssertionError("unknown edit " + edit);
      }
    }
    return next;
  }

  private static int correct(List<String> prompt, List<BbhFiles.Case> cases) {
    return (int)
        cases.stream()
            .filter(
                example ->
                    Student.reply(text(prompt), example.input(), "")
                        .endsWith("\nAnswer: " + example.target()))
            .count();
  }

  private static String text(List<String> prompt) {
    return String.join(" ", prompt) + FORMAT;
  }

  private static String block(String name, String text) {
    return "<" + name + ">\n" + text + "\n</" + name + ">\n";
  }
}
