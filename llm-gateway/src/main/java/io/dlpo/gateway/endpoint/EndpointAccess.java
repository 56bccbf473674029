package io.dlpo.gateway.endpoint;

import java.util.Locale;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * Address and key of an endpoint.
 *
 * @param name name in specs; null for the default endpoint
 * @param url base URL, which begins with http:// or https://
 * @param key API key, which may change
 */
public record EndpointAccess(@Nullable String name, String url, ApiKey key) {

  /** The client requires a key, also for an endpoint that needs none. */
  public static final String NO_KEY = "none";

  private static final String DEFAULT = "default";

  /**
   * @throws IllegalArgumentException if the URL has no scheme, naming its variable
   */
  public EndpointAccess {
    Objects.requireNonNull(key, "EndpointAccess.key is missing");
    EndpointUrl.check(urlVariable(name), url);
  }

  /** An endpoint whose key does not change. */
  public EndpointAccess(@Nullable String name, String url, String key) {
    this(name, url, new FixedKey(key));
  }

  /** The name as people and metrics see it. */
  public String label() {
    return labelOf(name);
  }

  /** The name of an endpoint as people and metrics see it. */
  public static String labelOf(@Nullable String name) {
    return name == null ? DEFAULT : name;
  }

  /** The environment variable of an endpoint's address. */
  public static String urlVariable(@Nullable String name) {
    return name == null ? "OPENAI_BASE_URL" : "DLPO_ENDPOINTS_" + upper(name) + "_URL";
  }

  /** The environment variable of an endpoint's key. */
  static String keyVariable(@Nullable String name) {
    return name == null ? "OPENAI_API_KEY" : "DLPO_ENDPOINTS_" + upper(name) + "_KEY";
  }

  /** The environment variable of the file with an endpoint's key. */
  static String keyFileVariable(@Nullable String name) {
    return keyVariable(name) + "_FILE";
  }

  /** The environment variable that the endpoint's key is from. */
  public String keyVariable() {
    return switch (key) {
      case FixedKey ignored -> keyVariable(name);
      case KeyFile ignored -> keyFileVariable(name);
    };
  }

  /**
   * Identifies a model at this endpoint in what all processes share. Addresses are part of it,
   * because a limit belongs to whoever is there.
   */
  public String keyOf(String model) {
    return (name == null ? "" : name + "=") + url + "|" + model;
  }

  private static String upper(String name) {
    return name.toUpperCase(Locale.ROOT);
  }

  /** Without the key. */
  @Override
  public String toString() {
    return "endpoint " + label();
  }
}
