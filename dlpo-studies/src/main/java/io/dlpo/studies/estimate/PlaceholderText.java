package io.dlpo.studies.estimate;

/** Plain words without sentence ends, as a placeholder for model output. */
final class PlaceholderText {

  private static final String WORDS =
      "read the question twice and note what is asked for before working it out with care then"
          + " check every number against the text and leave out whatever does not belong ";

  private PlaceholderText() {}

  /** A placeholder with this number of characters. */
  static String characters(int length) {
    return WORDS.repeat(length / WORDS.length() + 1).substring(0, length);
  }
}
