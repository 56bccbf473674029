package io.dlpo.optimizer.store;

import com.fasterxml.jackson.databind.node.ObjectNode;
import io.dlpo.contracts.event.ForkPoint;
import io.dlpo.contracts.id.RunId;
import org.jspecify.annotations.Nullable;

/**
 * What another run needs to go on from a run.
 *
 * @param runId the run
 * @param spec every setting with its value
 * @param sampleScope within which its sampled replies are shared
 * @param fork where it goes on from another run itself; null if it began with its prompt
 * @param stepsMade steps that have ended, those it inherited among them
 */
public record ForkSource(
    RunId runId, ObjectNode spec, String sampleScope, @Nullable ForkPoint fork, int stepsMade) {}
