/** Access control of the REST API: open, by API keys, or by tokens of an OpenID Connect issuer. */
@NullMarked
package io.dlpo.optimizer.security;

import org.jspecify.annotations.NullMarked;
