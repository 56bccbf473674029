/**
 * The settings of the production overlay, tried: a broker that asks for TLS, a name and rights, a
 * database that asks for TLS and a name, and the packaged services with what the manifests tell
 * them.
 */
@NullMarked
package io.dlpo.deployment.secured;

import org.jspecify.annotations.NullMarked;
