package io.dlpo.gateway.proxy;

import java.util.Optional;

/** Proxies for model calls, from the variables that most programs read. */
public interface ProxySettings {

  /** Proxy for endpoints with https: {@code HTTPS_PROXY}, or {@code https_proxy}. */
  Optional<String> https();

  /** Proxy for endpoints with http: {@code HTTP_PROXY}, or {@code http_proxy}. */
  Optional<String> http();

  /** Hosts that are called directly: {@code NO_PROXY}, or {@code no_proxy}. */
  Optional<String> except();
}
