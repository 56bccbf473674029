/** The Helm chart is held to the Kustomize overlays, and its values to their schema. */
@NullMarked
package io.dlpo.deployment.chart;

import org.jspecify.annotations.NullMarked;
