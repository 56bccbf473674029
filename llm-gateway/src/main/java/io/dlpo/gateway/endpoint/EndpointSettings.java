package io.dlpo.gateway.endpoint;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithParentName;
import java.util.Map;
import java.util.Optional;

/**
 * Endpoints besides the default one, by name. A name has up to 40 lower-case letters and digits and
 * starts with a letter, so that environment variables can hold it.
 */
@ConfigMapping(prefix = "dlpo.endpoints")
public interface EndpointSettings {

  /** The endpoints. A spec chooses one with {@code endpoint}. */
  @WithParentName
  Map<String, NamedEndpoint> named();

  /** One endpoint. */
  interface NamedEndpoint {

    /** Base URL, with http or https: {@code DLPO_ENDPOINTS_<NAME>_URL}. Required. */
    Optional<String> url();

    /**
     * API key: {@code DLPO_ENDPOINTS_<NAME>_KEY}. An endpoint without authentication needs none.
     */
    Optional<String> key();

    /**
     * File with the key, instead of the key: {@code DLPO_ENDPOINTS_<NAME>_KEY_FILE}. An absolute
     * path. The file may be replaced while the process runs.
     */
    Optional<String> keyFile();
  }
}
