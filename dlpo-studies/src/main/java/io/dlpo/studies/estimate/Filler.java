package io.dlpo.studies.estimate;

/** Plain words without any end of a sentence, to stand for what a model would write. */
final class Filler {

  private static final String WORDS =
      "read the question twice and note what is asked for before working it out with care then"
          + " check every number against the text and leave out whatever does not belong ";

  private Filler() {}

  /** So many characters of it. */
  static String characters(int length) {
    return WORDS.repeat(length / WORDS.length() + 1).substring(0, length);
  }
}
