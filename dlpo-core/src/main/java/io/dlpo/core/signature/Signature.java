package io.dlpo.core.signature;

import java.util.Objects;

/**
 * A failure signature of a run.
 *
 * @param kind what was recognised
 * @param warning for the user: the figures, and what to change
 */
public record Signature(SignatureKind kind, String warning) {

  public Signature {
    Objects.requireNonNull(kind, "Signature.kind is missing");
    Objects.requireNonNull(warning, "Signature.warning is missing");
  }
}
