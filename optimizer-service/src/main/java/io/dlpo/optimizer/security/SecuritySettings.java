package io.dlpo.optimizer.security;

import io.smallrye.config.ConfigMapping;
import java.util.Optional;
import java.util.Set;

/** Who may call REST. With neither a key nor an issuer it is open to whoever reaches it. */
@ConfigMapping(prefix = "dlpo.security")
public interface SecuritySettings {

  /**
   * Whether tokens of an OpenID Connect issuer are taken: {@code quarkus.oidc.auth-server-url}, or
   * {@code DLPO_OIDC_ISSUER}, says which.
   */
  boolean oidc();

  /** Whether the service refuses to start with neither a key nor an issuer. */
  boolean required();

  /**
   * The host names by which REST may be called while it is open; if absent, those of the loopback
   * interface if the service listens there only, and else any.
   */
  Optional<Set<String>> hosts();

  /**
   * Whether runs, experiments and datasets are there only for those who asked for them or uploaded
   * them, and for the role {@code admin}. Takes an issuer, for a key does not say who holds it.
   */
  boolean privateRuns();

  /** The key of callers that may see everything and change nothing, 16 characters or more. */
  Optional<String> viewerKey();

  /** The key of callers that may do everything, 16 characters or more. */
  Optional<String> operatorKey();
}
