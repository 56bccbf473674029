package io.dlpo.testing.postgres;

/** Of the test server only. */
final class Credentials {
  static final String USER = "postgres";
  static final String PASSWORD = "postgres";

  private Credentials() {}
}
