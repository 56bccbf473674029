package io.dlpo.optimizer.security;

import jakarta.enterprise.context.ApplicationScoped;
import org.eclipse.microprofile.config.inject.ConfigProperty;

/** The access control of the REST API according to the settings. Created at startup. */
@ApplicationScoped
class Access {

  private static final String WAYS =
      "set DLPO_SECURITY_OPERATOR_KEY to a key, or DLPO_SECURITY_OIDC=true with DLPO_OIDC_ISSUER";

  private static final int SECRET_LENGTH = 32;

  private final ApiKeys keys;
  private final boolean open;
  private final boolean local;
  private final boolean privateRuns;
  private final boolean signIn;
  private final HostNames hosts;

  /**
   * @throws IllegalArgumentException if a key is invalid, if the API is open but must be protected,
   *     if runs are private without an issuer that identifies callers, or if people are to sign in
   *     without an issuer or a client secret
   */
  Access(SecuritySettings settings, @ConfigProperty(name = "quarkus.http.host") String host) {
    this.keys = new ApiKeys(settings.viewerKey(), settings.operatorKey());
    this.open = keys.isEmpty() && !settings.oidc();
    this.local = HostNames.LOOPBACK.contain(host);
    this.privateRuns = settings.privateRuns();
    this.signIn = settings.signIn();
    this.hosts = open ? named(settings) : HostNames.ANY;
    if (open && settings.required()) {
      throw new IllegalArgumentException(
          "dlpo.security.required is true, but there is neither a key nor an issuer; " + WAYS);
    }
    if (privateRuns && !settings.oidc()) {
      throw new IllegalArgumentException(
          "dlpo.security.private-runs is true, but nothing tells one user from another; set"
              + " DLPO_SECURITY_OIDC=true with DLPO_OIDC_ISSUER, or remove it");
    }
    if (signIn) {
      checkSignIn(settings);
    }
  }

  private static void checkSignIn(SecuritySettings settings) {
    if (!settings.oidc()) {
      throw new IllegalArgumentException(
          "dlpo.security.sign-in is true, but there is no issuer to sign in with; set"
              + " DLPO_SECURITY_OIDC=true with DLPO_OIDC_ISSUER, or remove it");
    }
    int length = settings.clientSecret().map(String::length).orElse(0);
    if (length < SECRET_LENGTH) {
      throw new IllegalArgumentException(
          "dlpo.security.client-secret has %d characters; must have at least %d to encrypt sessions; set DLPO_SECURITY_CLIENT_SECRET to the secret of the client at the issuer"
              .formatted(length, SECRET_LENGTH));
    }
  }

  private HostNames named(SecuritySettings settings) {
    return settings.hosts().map(HostNames::new).orElse(local ? HostNames.LOOPBACK : HostNames.ANY);
  }

  ApiKeys keys() {
    return keys;
  }

  /** Whether the API requires no authentication. */
  boolean isOpen() {
    return open;
  }

  /** Whether people sign in to the pages with their account at the issuer. */
  boolean offersSignIn() {
    return signIn;
  }

  /** Whether only owners can see their runs. */
  boolean hasPrivateRuns() {
    return privateRuns;
  }

  /** Whether the service listens on the loopback interface only. */
  boolean isLocal() {
    return local;
  }

  /** Returns the host names that requests may use. */
  HostNames hosts() {
    return hosts;
  }
}
