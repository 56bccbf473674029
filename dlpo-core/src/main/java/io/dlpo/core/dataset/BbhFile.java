package io.dlpo.core.dataset;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import io.dlpo.core.refusal.Problem;
import io.dlpo.core.refusal.RefusedException;
import java.util.ArrayList;
import java.util.List;

/** A BIG-Bench Hard task file, in its published format. */
final class BbhFile {

  private BbhFile() {}

  static List<Row> parse(byte[] file) {
    JsonNode examples = tree(file).path("examples");
    if (!examples.isArray()) {
      throw new RefusedException(
          new Problem(
              "dataset",
              "no 'examples'",
              "a JSON object with an array 'examples'",
              "the dataset has no array 'examples'; must be a JSON object with that array"));
    }
    List<Row> rows = new ArrayList<>();
    BrokenRows broken = new BrokenRows("line");
    int number = 0;
    for (JsonNode example : examples) {
      number++;
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
      return JsonLines.MAPPER.readTree(Utf8.text(file));
    } catch (JsonProcessingException e) {
      int line = e.getLocation() == null ? 1 : e.getLocation().getLineNr();
      throw new RefusedException(
          new Problem(
              "line " + line,
              null,
              "JSON",
              "line "
                  + line
                  + " is not valid JSON ("
                  + e.getOriginalMessage()
                  + "); the format bbh is one JSON object"));
    }
  }
}
