package io.dlpo.core.dataset;

import io.dlpo.contracts.metric.Numeral;
import java.util.Map;

/** A row of GSM8K or BigGSM. The reference is the number after the last {@code ####}. */
final class GsmRow {

  private static final String MARK = "####";

  private GsmRow() {}

  /**
   * The row.
   *
   * @throws BrokenRowException if there is no answer, or if it has no {@code ####}
   */
  static Row read(int number, Map<String, String> columns) throws BrokenRowException {
    String answer = columns.getOrDefault("answer", "");
    int mark = answer.lastIndexOf(MARK);
    if (mark < 0) {
      throw new BrokenRowException("its 'answer' has no " + MARK + " before the number");
    }
    // BigGSM ends some of its answers with a full stop.
    String reference = answer.substring(mark + MARK.length()).strip().replaceAll("\\.+$", "");
    if (Numeral.parse(reference).isEmpty()) {
      throw new BrokenRowException("its 'answer' has no number behind " + MARK);
    }
    return new Row(number, PlainRow.input(columns), reference, columns);
  }
}
