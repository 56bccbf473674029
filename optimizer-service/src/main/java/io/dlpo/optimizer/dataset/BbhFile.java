package io.dlpo.optimizer.dataset;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.dlpo.optimizer.refusal.Problem;
import io.dlpo.optimizer.refusal.RefusedException;
import java.util.ArrayList;
import java.util.List;

/** A task's file of BIG-Bench Hard, as it is published. */
final class BbhFile {

  private static final ObjectMapper MAPPER = new ObjectMapper();

  private BbhFile() {}

  static List<Row> parse(byte[] file) {
    JsonNode examples = tree(file).path("examples");
    if (!examples.isArray()) {
      throw new RefusedException(
          Problem.of("dataset", "no 'examples'", "a JSON object with an array 'examples'"));
    }
    List<Row> rows = new ArrayList<>();
    BrokenLines broken = new BrokenLines();
    for (JsonNode example : examples) {
      int number = rows.size() + 1;
      try {
        rows.add(PlainRow.read(number, JsonLines.columns(example)));
      } catch (BrokenRowException e) {
        broken.add(number, example.toString(), "of examples cannot be read, " + e.getMessage());
      }
    }
    broken.refuse();
    return rows;
  }

  private static JsonNode tree(byte[] file) {
    try {
      return MAPPER.readTree(JsonLines.text(file));
    } catch (JsonProcessingException e) {
      int line = e.getLocation() == null ? 1 : e.getLocation().getLineNr();
      throw new RefusedException(
          new Problem(
              "line " + line,
              null,
              "JSON",
              "line "
                  + line
                  + " is no JSON ("
                  + e.getOriginalMessage()
                  + "); format bbh is one JSON object"));
    }
  }
}
