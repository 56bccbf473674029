package io.dlpo.optimizer.security;

import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * What a request says about the session of a browser that is signed in with the issuer.
 *
 * @param method the HTTP method
 * @param path the normalized path
 * @param hasSession whether it has the cookie of a session
 * @param hasCredentials whether it has a token or an API key of its own, which come first
 * @param token the token of the page in its cookie; empty before the page has asked for it
 * @param sentToken the token in the header; null without one
 */
record SessionRequest(
    String method,
    String path,
    boolean hasSession,
    boolean hasCredentials,
    Optional<CsrfToken> token,
    @Nullable String sentToken) {

  static final String SIGN_IN = "/session/sign-in";

  private static final String SESSION = "/session";
  private static final String REST = "/api/";

  /**
   * Whether the session authenticates the request: one to REST, or about the session itself, that
   * changes nothing or has the token of the page. All frames of pages are there without a session.
   */
  boolean isOfSession() {
    return hasSession
        && !hasCredentials
        && (path.startsWith(REST) || path.equals(SESSION))
        && token
            .map(one -> one.allows(method, sentToken))
            .orElseGet(() -> CsrfToken.isSafe(method));
  }

  /** Whether the request begins or ends a sign-in. */
  boolean isSignIn() {
    return path.equals(SIGN_IN);
  }
}
