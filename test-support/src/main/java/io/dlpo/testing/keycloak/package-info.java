/** Keycloak as an OpenID Connect issuer for tests. */
@NullMarked
package io.dlpo.testing.keycloak;

import org.jspecify.annotations.NullMarked;
