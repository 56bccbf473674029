package io.dlpo.optimizer.store;

import com.fasterxml.jackson.databind.node.ObjectNode;
import io.dlpo.contracts.event.ForkPoint;
import io.dlpo.contracts.id.RunId;
import org.jspecify.annotations.Nullable;

/**
 * The data of a run that a fork of it needs.
 *
 * @param runId the run
 * @param spec the resolved spec
 * @param sampleScope the scope in which sampled replies are shared
 * @param fork the fork point of the run itself; null if it is not a fork
 * @param stepsMade the number of finished steps, including inherited ones
 */
public record ForkSource(
    RunId runId, ObjectNode spec, String sampleScope, @Nullable ForkPoint fork, int stepsMade) {}
