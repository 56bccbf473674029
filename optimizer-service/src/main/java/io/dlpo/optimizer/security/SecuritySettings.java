package io.dlpo.optimizer.security;

import io.smallrye.config.ConfigMapping;
import java.util.Optional;

/** Who may call REST. With neither a key nor an issuer it is open to whoever reaches it. */
@ConfigMapping(prefix = "dlpo.security")
public interface SecuritySettings {

  /**
   * Whether tokens of an OpenID Connect issuer are taken: {@code quarkus.oidc.auth-server-url}, or
   * {@code DLPO_OIDC_ISSUER}, says which.
   */
  boolean oidc();

  /**
   * Whether runs, experiments and datasets are there only for those who asked for them or uploaded
   * them, and for the role {@code admin}. Takes callers who say who they are.
   */
  boolean privateRuns();

  /** The key of callers that may see everything and change nothing, 16 characters or more. */
  Optional<String> viewerKey();

  /** The key of callers that may do everything, 16 characters or more. */
  Optional<String> operatorKey();
}
