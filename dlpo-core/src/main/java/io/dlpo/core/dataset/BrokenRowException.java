package io.dlpo.core.dataset;

/** A row that cannot be read; the message gives the reason. */
final class BrokenRowException extends Exception {

  private static final long serialVersionUID = 1L;

  BrokenRowException(String message) {
    super(message);
  }
}
