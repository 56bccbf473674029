package io.dlpo.core.limit;

import com.fasterxml.jackson.core.io.JsonStringEncoder;
import io.dlpo.contracts.evaluation.Example;

/** The size of texts in an event. */
public final class TextSize {

  private TextSize() {}

  /** A text's size in bytes: UTF-8 in JSON, without the quotes. */
  public static int of(String text) {
    return JsonStringEncoder.getInstance().quoteAsUTF8(text).length;
  }

  /** The size of all texts of an example in bytes. */
  public static int of(Example example) {
    return of(example.id()) + of(example.input()) + of(example.reference());
  }
}
