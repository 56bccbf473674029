package io.dlpo.gateway.endpoint;

import io.dlpo.contracts.evaluation.Engine;
import io.dlpo.gateway.GatewaySettings;
import io.quarkus.runtime.Startup;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.Collection;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * The endpoints in the environment of this process. An invalid address or key file prevents its
 * start.
 */
@Startup
@ApplicationScoped
public class ConfiguredEndpoints {

  private final EndpointAccess standard;
  private final Map<String, EndpointAccess> named;

  /**
   * @throws IllegalArgumentException if a name, an address or a key file is invalid
   */
  ConfiguredEndpoints(GatewaySettings settings, EndpointSettings endpoints) {
    this.standard =
        new EndpointAccess(
            null,
            settings.endpoint(),
            key(null, Optional.of(settings.apiKey()), settings.apiKeyFile()));
    Map<String, EndpointAccess> accesses = new LinkedHashMap<>();
    new TreeMap<>(endpoints.named())
        .forEach((name, endpoint) -> accesses.put(name, access(name, endpoint)));
    this.named = Collections.unmodifiableMap(accesses);
  }

  private static EndpointAccess access(String name, EndpointSettings.NamedEndpoint endpoint) {
    if (!Engine.isEndpointName(name)) {
      throw new IllegalArgumentException(
          "dlpo.endpoints has the name '%s'; a name must have up to %d lower-case letters and digits and start with a letter"
              .formatted(name, Engine.MAX_ENDPOINT));
    }
    String url =
        endpoint
            .url()
            .orElseThrow(
                () ->
                    new IllegalArgumentException(
                        EndpointAccess.urlVariable(name)
                            + " is missing; set it to the address of endpoint "
                            + name));
    return new EndpointAccess(name, url, key(name, endpoint.key(), endpoint.keyFile()));
  }

  private static ApiKey key(
      @Nullable String name, Optional<String> value, Optional<String> keyFile) {
    Optional<FixedKey> fixed = value.map(FixedKey::new);
    Optional<String> file = keyFile.filter(path -> !path.isBlank());
    if (file.isEmpty()) {
      return fixed.orElse(FixedKey.NONE);
    }
    // Compose sets the key to "none" if a user does not set it.
    if (fixed.filter(key -> !key.value().isBlank() && !key.equals(FixedKey.NONE)).isPresent()) {
      throw new IllegalArgumentException(
          "%s and %s are both set; remove one of them"
              .formatted(EndpointAccess.keyVariable(name), EndpointAccess.keyFileVariable(name)));
    }
    return KeyFile.open(EndpointAccess.keyFileVariable(name), file.get());
  }

  /** The endpoint of a name; the default one if it is null. Empty if this process has none. */
  public Optional<EndpointAccess> find(@Nullable String name) {
    return name == null ? Optional.of(standard) : Optional.ofNullable(named.get(name));
  }

  /** The names of the endpoints besides the default one, in order. */
  public Set<String> names() {
    return named.keySet();
  }

  /** The endpoints besides the default one, in the order of their names. */
  public Collection<EndpointAccess> named() {
    return named.values();
  }

  /** The keys of all endpoints at this moment, which must not be shown. */
  public Stream<String> keys() {
    return Stream.concat(Stream.of(standard), named.values().stream())
        .flatMap(access -> access.key().secrets());
  }

  /** The default endpoint. */
  public EndpointAccess standard() {
    return standard;
  }
}
