package io.dlpo.evaluator.scoring;

/** The metric cannot read a reference, so no answer can be scored against it. A permanent fault. */
public final class UnreadableReferenceException extends IllegalArgumentException {

  private static final long serialVersionUID = 1L;

  UnreadableReferenceException(String reference, String problem) {
    super("reference " + Quotes.quote(reference) + " " + problem);
  }
}
