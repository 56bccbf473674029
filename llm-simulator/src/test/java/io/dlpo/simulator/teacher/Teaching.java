package io.dlpo.simulator.teacher;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/** How a climb asks the teacher for edits. */
interface Teaching {

  /** Critiques, their reduction and an update: a request each, for one edit script. */
  Teaching STEP_BY_STEP = Teaching::stepByStep;

  /** A single request for three edit scripts. */
  Teaching AT_ONCE = Teaching::atOnce;

  /** The edit scripts that the teacher proposes; one without edits if its reply is unreadable. */
  List<JsonNode> scripts(List<String> prompt, List<Mistake> mistakes);

  private static List<JsonNode> stepByStep(List<String> prompt, List<Mistake> mistakes) {
    String critiques =
        IntStream.range(0, mistakes.size())
            .mapToObj(
                i ->
                    "<CRITIQUE id=\"%d\">\n%s\n</CRITIQUE>\n"
                        .formatted(i + 1, critique(prompt, mistakes.get(i))))
            .collect(Collectors.joining());
    String gradient = Teacher.reply(Requests.REDUCTION, critiques, "");
    String update = sentences(prompt) + block("GRADIENT", gradient);
    return List.of(read(Teacher.reply(Requests.UPDATE, update, "")));
  }

  private static String critique(List<String> prompt, Mistake mistake) {
    String request =
        block("PROMPT", String.join(" ", prompt))
            + block("QUESTION", mistake.question())
            + block("ANSWER", mistake.answer())
            + block("REFERENCE", mistake.reference());
    return Teacher.reply(Requests.CRITIQUE, request, "");
  }

  private static List<JsonNode> atOnce(List<String> prompt, List<Mistake> mistakes) {
    String request =
        sentences(prompt)
            + "<MISTAKES>\n"
            + Mistake.blocks(mistakes)
            + "</MISTAKES>\n<CANDIDATES>3</CANDIDATES>\nPropose three lists of edits.";
    JsonNode reply = read(Teacher.reply(Requests.UPDATE, request, ""));
    return reply.has("candidates")
        ? reply.path("candidates").valueStream().toList()
        : List.of(reply);
  }

  private static String sentences(List<String> prompt) {
    return block(
        "SENTENCES",
        IntStream.range(0, prompt.size())
            .mapToObj(i -> "[%d] %s\n".formatted(i + 1, prompt.get(i)))
            .collect(Collectors.joining()));
  }

  private static JsonNode read(String reply) {
    ObjectMapper mapper = new ObjectMapper();
    try {
      int from = Math.max(0, reply.indexOf('{'));
      int to = Math.max(from, reply.lastIndexOf('}') + 1);
      return mapper.readTree(reply.substring(from, to));
    } catch (JsonProcessingException e) {
      return mapper.createObjectNode();
    }
  }

  private static String block(String name, String text) {
    return "<" + name + ">\n" + text + "\n</" + name + ">\n";
  }
}
