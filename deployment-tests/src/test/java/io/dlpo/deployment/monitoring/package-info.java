/**
 * Holds alerts, dashboards, runbooks and the documentation of metrics to the meters in the sources.
 */
@NullMarked
package io.dlpo.deployment.monitoring;

import org.jspecify.annotations.NullMarked;
