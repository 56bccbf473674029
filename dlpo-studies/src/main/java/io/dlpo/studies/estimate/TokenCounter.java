package io.dlpo.studies.estimate;

/** Counts tokens as a model's endpoint does, exactly or approximately. */
interface TokenCounter {

  /** Description of the counting method. */
  String method();

  /** Whether the model is known to count this way. */
  boolean exact();

  /** The tokens of a text. */
  long count(String text);

  /** The average number of tokens in English text of this length. */
  long ofCharacters(int characters);

  /** The tokens of a request in addition to its two messages. */
  int perRequest();

  /** A placeholder text with about this number of tokens. */
  String text(int tokens);
}
