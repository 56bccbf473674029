/** Asks a real API server whether it would take the manifests. */
@NullMarked
package io.dlpo.deployment.admission;

import org.jspecify.annotations.NullMarked;
