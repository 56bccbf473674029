package io.dlpo.optimizer.security;

import java.util.Arrays;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * The roles of the REST API in ascending order. Each role includes those before it. Endpoints
 * declare the role that they need.
 */
public enum Role {
  /** May read runs, experiments, datasets, promoted prompts and estimates. */
  VIEWER(Name.VIEWER),
  /** May also create, control, promote and delete them. */
  OPERATOR(Name.OPERATOR),
  /** May also access private runs of other owners. */
  ADMIN(Name.ADMIN);

  /** The names of the roles in tokens, as constants for annotations. */
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

  /** Returns the names of this role and all roles that it includes. */
  Set<String> granted() {
    return Arrays.stream(values())
        .filter(role -> role.compareTo(this) <= 0)
        .map(Role::label)
        .collect(Collectors.toUnmodifiableSet());
  }
}
