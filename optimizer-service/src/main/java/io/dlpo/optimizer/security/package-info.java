/** Who may call REST: anybody, holders of an API key, or users of an OpenID Connect issuer. */
@NullMarked
package io.dlpo.optimizer.security;

import org.jspecify.annotations.NullMarked;
