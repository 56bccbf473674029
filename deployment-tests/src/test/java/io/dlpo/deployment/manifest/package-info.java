/** Rendered manifests: how to get them and how to find one's way in them. */
@NullMarked
package io.dlpo.deployment.manifest;

import org.jspecify.annotations.NullMarked;
