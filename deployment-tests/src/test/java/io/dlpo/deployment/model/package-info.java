/** Strict typed models of what the manifests are made of. */
@NullMarked
package io.dlpo.deployment.model;

import org.jspecify.annotations.NullMarked;
