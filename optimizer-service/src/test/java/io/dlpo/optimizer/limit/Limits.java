package io.dlpo.optimizer.limit;

import io.smallrye.config.SmallRyeConfigBuilder;

/** Limits for tests. */
public final class Limits {

  private Limits() {}

  /** Those of an optimizer that nobody has configured. */
  public static InputLimits standard() {
    return new SmallRyeConfigBuilder()
        .withMapping(InputLimits.class)
        .build()
        .getConfigMapping(InputLimits.class);
  }
}
