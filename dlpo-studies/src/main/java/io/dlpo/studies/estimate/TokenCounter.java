package io.dlpo.studies.estimate;

/** Counts tokens as a model's endpoint does, or about so. */
interface TokenCounter {

  /** How it counts, in words. */
  String method();

  /** Whether that is known of the model, and not only likely. */
  boolean exact();

  /** The tokens of a text. */
  long count(String text);

  /** Tokens of a request besides those of its two messages. */
  int perRequest();

  /** A text of about so many tokens, to stand for one that a model would write. */
  String text(int tokens);
}
