package io.dlpo.optimizer.store;

import io.dlpo.contracts.id.PromptName;
import io.dlpo.core.registry.NamedPrompt;
import java.time.Instant;

/**
 * The list entry of a named prompt.
 *
 * @param name the name
 * @param state its versions and labels
 * @param changedAt time of its last change
 */
public record PromptSummary(PromptName name, NamedPrompt state, Instant changedAt) {}
