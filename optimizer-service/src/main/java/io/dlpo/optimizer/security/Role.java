package io.dlpo.optimizer.security;

import java.util.Arrays;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * What a caller of REST may do, the least first; each may do what those before it may. The
 * endpoints say which role they need.
 */
public enum Role {
  /** Sees runs, experiments, datasets and estimates. */
  VIEWER(Name.VIEWER),
  /** Sees the same, and begins, controls and deletes. */
  OPERATOR(Name.OPERATOR),
  /** Does the same, and where runs are private, with everybody's. */
  ADMIN(Name.ADMIN);

  /** The names of the roles in tokens, for annotations. */
  public static final class Name {

    public static final String VIEWER = "viewer";
    public static final String OPERATOR = "operator";
    public static final String ADMIN = "admin";

    private Name() {}
  }

  private final String label;

  Role(String label) {
    this.label = label;
  }

  /** The name of the role in tokens. */
  public String label() {
    return label;
  }

  /** The names of the role and of those it has in it. */
  Set<String> granted() {
    return Arrays.stream(values())
        .filter(role -> role.compareTo(this) <= 0)
        .map(Role::label)
        .collect(Collectors.toUnmodifiableSet());
  }
}
