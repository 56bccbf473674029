package io.dlpo.simulator.teacher;

import com.fasterxml.jackson.databind.JsonNode;
import io.dlpo.simulator.BbhFiles.Case;
import io.dlpo.simulator.student.Student;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Comparator;
import java.util.List;
import java.util.Random;

/**
 * A simple hill climb with student and teacher: the best candidate is kept if it is not worse on 50
 * other cases.
 */
final class Climb {

  private static final int BATCH = 5;
  private static final String FORMAT =
      "\n\nEnd your reply with a line of its own: \"Answer: \" followed by the answer and nothing"
          + " else.";

  private final List<Case> train;
  private final List<Case> validation;
  private final List<Case> test;
  private final Teaching teaching;
  private List<String> prompt = List.of("You will answer a reasoning question.");
  private int rejected;

  Climb(List<Case> cases, long seed, Teaching teaching) {
    List<Case> shuffled = new ArrayList<>(cases);
    Collections.shuffle(shuffled, new Random(seed));
    this.train = shuffled.subList(0, 50);
    this.validation = shuffled.subList(50, 100);
    this.test = shuffled.subList(100, 250);
    this.teaching = teaching;
  }

  Climb steps(int steps) {
    long best = correct(prompt, validation);
    for (int step = 0; step < steps; step++) {
      int from = step * BATCH % train.size();
      List<String> candidate = bestEdited(train.subList(from, from + BATCH));
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

  private List<String> bestEdited(List<Case> batch) {
    List<Mistake> mistakes =
        batch.stream()
            .map(each -> new Mistake(each.input(), answer(prompt, each), each.target()))
            .filter(mistake -> !isCorrect(mistake.answer(), mistake.reference()))
            .toList();
    return mistakes.isEmpty()
        ? prompt
        : teaching.scripts(prompt, mistakes).stream()
            .map(script -> applied(script.path("edits")))
            .max(Comparator.comparingLong(candidate -> correct(candidate, validation)))
            .orElse(prompt);
  }

  private List<String> applied(JsonNode edits) {
    List<String> next = new ArrayList<>(prompt);
    List<String> added = new ArrayList<>();
    for (JsonNode edit : edits) {
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

  private static long correct(List<String> prompt, List<Case> cases) {
    return cases.stream().filter(each -> isCorrect(answer(prompt, each), each.target())).count();
  }

  private static boolean isCorrect(String answer, String target) {
    return answer.endsWith("\nAnswer: " + target);
  }

  private static String answer(List<String> prompt, Case example) {
    return Student.reply(String.join(" ", prompt) + FORMAT, example.input(), "");
  }
}
