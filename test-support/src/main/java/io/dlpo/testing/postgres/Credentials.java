package io.dlpo.testing.postgres;

/** The credentials of the test server. */
final class Credentials {
  static final String USER = "postgres";
  static final String PASSWORD = "postgres";

  private Credentials() {}
}
