package io.dlpo.optimizer.security;

import io.smallrye.config.ConfigMapping;
import java.util.Optional;
import java.util.Set;

/** Settings of access control. Without a key or an issuer, the REST API is open to everyone. */
@ConfigMapping(prefix = "dlpo.security")
public interface SecuritySettings {

  /**
   * Whether to accept tokens of an OpenID Connect issuer, which {@code
   * quarkus.oidc.auth-server-url} or {@code DLPO_OIDC_ISSUER} configures.
   */
  boolean oidc();

  /**
   * Whether people sign in to the pages with their account at the issuer. Needs {@link
   * #clientSecret()} and a client at the issuer with the redirect URI {@code /session/sign-in}.
   */
  boolean signIn();

  /**
   * The secret of the client at the issuer, at least 32 characters. Also encrypts the sessions of
   * browsers, so all replicas must have the same.
   */
  Optional<String> clientSecret();

  /** Whether the service refuses to start without a key or an issuer. */
  boolean required();

  /**
   * The host names that requests may use while the REST API is open. Defaults to those of the
   * loopback interface if the service listens there only, and to any name otherwise.
   */
  Optional<Set<String>> hosts();

  /**
   * Whether runs, experiments and datasets are visible only to their owners and to the role {@code
   * admin}. Requires an issuer, because an API key does not identify its holder.
   */
  boolean privateRuns();

  /** The API key for read-only access, at least 16 characters. */
  Optional<String> viewerKey();

  /** The API key for full access, at least 16 characters. */
  Optional<String> operatorKey();
}
