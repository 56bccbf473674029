package io.dlpo.simulator.teacher;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/** Builds an edit script with at most one edit per sentence. Not thread-safe. */
final class EditScriptBuilder {

  private static final ObjectMapper MAPPER = new ObjectMapper();

  private final List<ObjectNode> edits = new ArrayList<>();
  private final Set<Integer> touched = new HashSet<>();
  private final int end;

  /**
   * @param end number of the sentence after which sentences are added
   */
  EditScriptBuilder(int end) {
    this.end = end;
  }

  void add(String text) {
    edits.add(edit("add").put("after", end).put("text", text));
  }

  void modify(NumberedSentence line, String text) {
    touched.add(line.number());
    edits.add(edit("modify").put("sentence", line.number()).put("text", text));
  }

  void delete(NumberedSentence line) {
    touched.add(line.number());
    edits.add(edit("delete").put("sentence", line.number()));
  }

  boolean touches(NumberedSentence line) {
    return touched.contains(line.number());
  }

  int size() {
    return edits.size();
  }

  /** The script as JSON, with a maximum number of edits. */
  ObjectNode json(int most) {
    ObjectNode script = MAPPER.createObjectNode();
    script.putArray("edits").addAll(edits.subList(0, Math.min(Math.max(0, most), size())));
    return script;
  }

  private static ObjectNode edit(String op) {
    return MAPPER.createObjectNode().put("op", op);
  }
}
