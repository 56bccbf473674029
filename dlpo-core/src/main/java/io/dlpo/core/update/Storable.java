package io.dlpo.core.update;

/** Text that databases and JSON accept. */
final class Storable {

  private Storable() {}

  /** Removes control characters except line feed and tab, and replaces unpaired surrogates. */
  static String text(String text) {
    return text.codePoints()
        .filter(c -> c == '\n' || c == '\t' || !Character.isISOControl(c))
        .map(c -> Character.getType(c) == Character.SURROGATE ? '\uFFFD' : c)
        .collect(StringBuilder::new, StringBuilder::appendCodePoint, StringBuilder::append)
        .toString();
  }
}
