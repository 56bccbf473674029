package io.dlpo.core.signature;

import java.util.Objects;

/**
 * A failure signature detected in a run.
 *
 * @param kind kind of signature
 * @param warning warning for the user, with the figures and the settings to change
 */
public record Signature(SignatureKind kind, String warning) {

  public Signature {
    Objects.requireNonNull(kind, "Signature.kind is missing");
    Objects.requireNonNull(warning, "Signature.warning is missing");
  }
}
