package io.dlpo.core.limit;

import com.fasterxml.jackson.core.io.JsonStringEncoder;
import io.dlpo.contracts.evaluation.Example;

/** The room that texts take in an event. */
public final class TextSize {

  private TextSize() {}

  /** A text's bytes: UTF-8 in JSON, without the quotes around it. */
  public static int of(String text) {
    return JsonStringEncoder.getInstance().quoteAsUTF8(text).length;
  }

  /** The bytes of all texts of an example. */
  public static int of(Example example) {
    return of(example.id()) + of(example.input()) + of(example.reference());
  }
}
