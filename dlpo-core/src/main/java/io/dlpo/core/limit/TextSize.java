package io.dlpo.core.limit;

import com.fasterxml.jackson.core.io.JsonStringEncoder;
import io.dlpo.contracts.evaluation.Example;
import java.util.Map;

/** The size of texts in an event. */
public final class TextSize {

  private TextSize() {}

  /** A text's size in bytes: UTF-8 in JSON, without the quotes. */
  public static int of(String text) {
    return JsonStringEncoder.getInstance().quoteAsUTF8(text).length;
  }

  /** The size of all texts of an example in bytes. */
  public static int of(Example example) {
    int size = of(example.id()) + of(example.input()) + of(example.reference());
    if (example.fields() != null) {
      for (Map.Entry<String, String> field : example.fields().entrySet()) {
        size += of(field.getKey()) + of(field.getValue());
      }
    }
    return size;
  }
}
