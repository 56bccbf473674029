package io.dlpo.gateway.endpoint;

import java.util.stream.Stream;

/** The API key of an endpoint. Its text form does not contain the key. Thread-safe. */
public sealed interface ApiKey permits FixedKey, KeyFile {

  /** The key to send now. */
  String value();

  /**
   * Looks at once whether there is another key than the one that the endpoint refused.
   *
   * @param used the key that was sent
   */
  boolean replaced(String used);

  /** What must not be shown: the key, and earlier ones that calls in flight may have sent. */
  Stream<String> secrets();
}
