package io.dlpo.optimizer.security;

/** What a caller of REST may do; application.properties says which paths need which. */
public enum Role {
  /** Sees runs, experiments, datasets and estimates. */
  VIEWER("viewer"),
  /** Sees the same, and begins, controls and deletes. */
  OPERATOR("operator"),
  /** Does the same, and where runs are private, with everybody's. */
  ADMIN("admin");

  private final String label;

  Role(String label) {
    this.label = label;
  }

  /** The name of the role in tokens. */
  public String label() {
    return label;
  }
}
