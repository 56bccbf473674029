/** The model endpoints that the environment of a service names. */
@NullMarked
package io.dlpo.gateway.endpoint;

import org.jspecify.annotations.NullMarked;
