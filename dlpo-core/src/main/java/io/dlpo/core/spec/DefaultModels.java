package io.dlpo.core.spec;

import java.util.Optional;

/**
 * The models to use if a spec names none.
 *
 * @param forward {@code DLPO_FORWARD_MODEL}, if it is set
 * @param backward {@code DLPO_BACKWARD_MODEL}, if it is set
 */
public record DefaultModels(Optional<String> forward, Optional<String> backward) {}
