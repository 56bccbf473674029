package io.dlpo.simulator.teacher;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.dlpo.simulator.BbhFiles.Case;
import io.dlpo.simulator.student.Student;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;

/**
 * A simple hill climb with student and teacher: a candidate that is not worse on 50 other cases is
 * kept.
 */
final class Climb {

  private static final ObjectMapper MAPPER = new ObjectMapper();
  private static final int BATCH = 5;
  private static final String FORMAT =
      "\n\nEnd your reply with a line of its own: \"Answer: \" followed by the answer and nothing"
          + " else.";

  private final List<Case> train;
  private final List<Case> validation;
  private final List<Case> test;
  private List<String> prompt = List.of("You will answer a reasoning question.");
  private int rejected;

  Climb(List<Case> cases, long seed) {
    List<Case> shuffled = new ArrayList<>(cases);
    Collections.shuffle(shuffled, new Random(seed));
    this.train = shuffled.subList(0, 50);
    this.validation = shuffled.subList(50, 100);
    this.test = shuffled.subList(100, 250);
  }

  Climb steps(int steps) {
    long best = correct(prompt, validation);
    for (int step = 0; step < steps; step++) {
      int from = step * BATCH % train.size();
      List<String> candidate = edited(train.subList(from, from + BATCH));
      long score = correct(candidate, validation);
      if (score >= best) {
        prompt = candidate;
        best = score;
      } else {
        rejected++;
      }
    }
    return this;
  }

  double accuracy() {
    return (double) correct(prompt, test) / test.size();
  }

  int rejected() {
    return rejected;
  }

  private List<String> edited(List<Case> batch) {
    StringBuilder critiques = new StringBuilder();
    int number = 0;
    for (Case example : batch) {
      String reply = Student.reply(text(prompt), example.input(), "");
      if (!isCorrect(reply, example)) {
        String request =
            block("PROMPT", String.join(" ", prompt))
                + block("QUESTION", example.input())
                + block("ANSWER", reply)
                + block("REFERENCE", example.target());
        String critique = Teacher.reply(Requests.CRITIQUE, request, "");
        critiques.append("<CRITIQUE id=\"%d\">\n%s\n</CRITIQUE>\n".formatted(++number, critique));
      }
    }
    if (number == 0) {
      return prompt;
    }
    String gradient = Teacher.reply(Requests.REDUCTION, critiques.toString(), "");
    return applied(Teacher.reply(Requests.UPDATE, update(gradient), ""));
  }

  private String update(String gradient) {
    StringBuilder numbered = new StringBuilder();
    for (int i = 0; i < prompt.size(); i++) {
      numbered.append("[%d] %s\n".formatted(i + 1, prompt.get(i)));
    }
    return block("SENTENCES", numbered.toString()) + block("GRADIENT", gradient);
  }

  private List<String> applied(String reply) {
    List<String> next = new ArrayList<>(prompt);
    List<String> added = new ArrayList<>();
    for (JsonNode edit : edits(reply)) {
      int sentence = edit.path("sentence").asInt() - 1;
      String text = edit.path("text").asText();
      switch (edit.path("op").asText()) {
        case "add" -> added.add(text);
        case "modify" -> next.set(sentence, text);
        case "delete" -> next.set(sentence, "");
        default -> throw new AssertionError("unknown edit " + edit);
      }
    }
    next.removeIf(String::isEmpty);
    next.addAll(added);
    return next;
  }

  private static JsonNode edits(String reply) {
    try {
      int from = Math.max(0, reply.indexOf('{'));
      int to = Math.max(from, reply.lastIndexOf('}') + 1);
      return MAPPER.readTree(reply.substring(from, to)).path("edits");
    } catch (JsonProcessingException e) {
      return MAPPER.createArrayNode();
    }
  }

  private static long correct(List<String> prompt, List<Case> cases) {
    return cases.stream()
        .filter(each -> isCorrect(Student.reply(text(prompt), each.input(), ""), each))
        .count();
  }

  private static boolean isCorrect(String reply, Case example) {
    return reply.endsWith("\nAnswer: " + example.target());
  }

  private static String text(List<String> prompt) {
    return String.join(" ", prompt) + FORMAT;
  }

  private static String block(String name, String text) {
    return "<" + name + ">\n" + text + "\n</" + name + ">\n";
  }
}
